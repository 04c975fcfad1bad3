//! Everything known and answered about one office. The plan and the judge read it; engine events fill it.

use std::collections::BTreeMap;
use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use crate::domain::adapter::{Adapter, Aside};
use crate::domain::address::{NameLeads, Network};
pub use crate::domain::advice::{Advice, AdviceId};
pub use crate::domain::before::Before;
pub use crate::domain::host_filter::HostFilter;
use crate::domain::lease::Epoch;
pub use crate::domain::pinhole::{Ipv6Firewall, OverIpv6, Pinhole};
use crate::domain::service::{ProfileId, Transport};

/// How a router takes requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Control {
    /// UPnP Internet Gateway Device, version 2.
    Igd2,
    /// UPnP Internet Gateway Device, version 1.
    Igd1,
    /// Port Control Protocol (RFC 6887). Opens only for the device that asks.
    Pcp,
    /// NAT Port Mapping Protocol (RFC 6886). Opens only for the device that asks.
    NatPmp,
    /// Answers none of them.
    None,
}

impl Control {
    /// Key of the words for what it opens on request, without `window-control-`.
    pub const fn takes(self) -> &'static str {
        match self {
            Self::Igd2 | Self::Igd1 => "upnp",
            Self::Pcp | Self::NatPmp => "asker-only",
            Self::None => "none",
        }
    }

    /// True when it can be asked to open an entrance for another device and lists what is open.
    pub const fn is_upnp(self) -> bool {
        matches!(self, Self::Igd1 | Self::Igd2)
    }
}

/// How much of a router's list of mappings was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MappingList {
    /// Not read, or the router has no such list.
    #[default]
    Unread,
    /// Read to its end.
    Whole,
    /// Broken off: an error or the cap of 1000 entries.
    Partial,
    /// There is no list: PCP and NAT-PMP tell only what they granted this device, and that is what is shown.
    Granted,
}

/// A router as it described itself, and what it can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gateway {
    /// Its address on the office's side.
    pub address: IpAddr,
    /// From its root description.
    pub manufacturer: Option<String>,
    /// Model name, with number where it says one.
    pub model: Option<String>,
    /// What it calls itself.
    #[serde(default)]
    pub friendly_name: Option<String>,
    /// How it takes requests.
    pub control: Control,
    /// The address it says it has on the internet's side; none when it gives none.
    pub wan_address: Option<IpAddr>,
    /// The next hop outwards, where the system can show it.
    pub wan_hop: Option<IpAddr>,
    /// The by-hand guide that fits, of `assets/routers`.
    pub guide: Option<String>,
    /// The default route goes through it.
    #[serde(default)]
    pub is_default: bool,
    /// How much of its list was read.
    #[serde(default)]
    pub list: MappingList,
    /// Where its description lives; helps to tell families apart.
    #[serde(default)]
    pub location: Option<String>,
    /// Server line of its SSDP answer.
    #[serde(default)]
    pub server: Option<String>,
    /// Its clock, where it speaks PCP or NAT-PMP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<Epoch>,
    /// Its firewall over IPv6, where it tells of one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ipv6_firewall: Option<Ipv6Firewall>,
    /// How it opens over IPv6 for this device: UPnP or PCP; none where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ipv6_control: Option<Control>,
}

impl Gateway {
    /// A gateway of which only the address is known.
    pub fn unknown(address: IpAddr) -> Self {
        Self {
            address,
            manufacturer: None,
            model: None,
            friendly_name: None,
            control: Control::None,
            wan_address: None,
            wan_hop: None,
            guide: None,
            is_default: false,
            list: MappingList::Unread,
            location: None,
            server: None,
            epoch: None,
            ipv6_firewall: None,
            ipv6_control: None,
        }
    }

    /// Maker and model, as far as it says them.
    pub fn name(&self) -> Option<String> {
        let parts = [self.manufacturer.as_deref(), self.model.as_deref()];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then_some(name)
    }
}

/// Who said what the office's street address is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AddressFrom {
    /// The router.
    Router,
    /// The name that the phones outside use.
    PhonesUse,
    /// The owner.
    Typed,
    /// A STUN server that the owner named.
    Stun,
    /// A standing helper.
    Outside,
}

/// The phone system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhoneSystem {
    /// Its address in the office.
    pub address: IpAddr,
    /// Hardware address, where the neighbour table has it.
    pub mac: Option<String>,
    /// The profile chosen for it.
    pub profile: ProfileId,
    /// What it called itself.
    pub server: Option<String>,
    /// At least one service of the profile answered.
    pub answers_inside: bool,
}

/// A machine that answered a look round the local network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// Its address.
    pub address: IpAddr,
    /// What it called itself.
    pub server: Option<String>,
    /// Profile that fits what it called itself.
    pub profile: Option<ProfileId>,
    /// True when it looks like a phone system and not like a desk phone or a router.
    pub likely: bool,
}

/// One line of a router's table, as read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PortMapping {
    /// Port on the internet's side.
    pub external_port: u16,
    /// UDP or TCP.
    pub protocol: Transport,
    /// Device that it leads to.
    pub internal_client: IpAddr,
    /// Port there.
    pub internal_port: u16,
    /// Seconds left; 0 is until removed.
    pub lease_seconds: u32,
    /// Text that whoever made it left.
    pub description: String,
    /// The journal says that we made it.
    pub ours: bool,
    /// Listed but switched off when false.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Only this source may use it; empty for everyone.
    #[serde(default)]
    pub remote_host: String,
}

const fn yes() -> bool {
    true
}

/// What is wrong, in the owner's words. Orders findings, hides none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Symptom {
    /// Phones outside do not ring.
    DoNotRing,
    /// No sound, or only one way.
    NoSound,
    /// They cannot sign in.
    CannotSignIn,
    /// The HUD window does not connect.
    Hud,
    /// The other office.
    OtherOffice,
    /// Nothing, just check.
    #[default]
    JustCheck,
}

impl Symptom {
    /// All of them, in the order shown.
    pub const ALL: [Self; 6] =
        [Self::DoNotRing, Self::NoSound, Self::CannotSignIn, Self::Hud, Self::OtherOffice, Self::JustCheck];

    /// Name in commands and text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::DoNotRing => "do-not-ring",
            Self::NoSound => "no-sound",
            Self::CannotSignIn => "cannot-sign-in",
            Self::Hud => "hud",
            Self::OtherOffice => "other-office",
            Self::JustCheck => "just-check",
        }
    }
}

/// What the owner told us. Every field has a default, and "I don't know" is always one of the answers.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Answers {
    /// The phone system's profile.
    pub system: Option<ProfileId>,
    /// Uses or service ids, see `Profile::select`.
    pub using: Vec<String>,
    /// Calls at the busiest moment.
    pub calls: Option<u16>,
    /// Networks that may use the entrances.
    pub trusted: Vec<Network>,
    /// Server name or address typed into the phones outside.
    pub phones_use: Option<String>,
    /// The day on which the owner said that a test call had sound both ways.
    pub heard_both_ways: Option<jiff::civil::Date>,
    /// The phone system's address as typed.
    pub pbx: Option<IpAddr>,
    /// Street address as typed.
    pub public_address: Option<IpAddr>,
    /// Host name of the street address, where one was typed instead: it is looked up at every check.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street_name: Option<String>,
    /// The phone company's server as typed.
    pub provider: Option<String>,
    /// What is wrong.
    pub symptom: Symptom,
    /// The entrances are wanted over IPv6 too.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub over_ipv6: bool,
}

/// Everything known about one office.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
pub struct Office {
    /// Routers; the default route's first.
    pub gateways: Vec<Gateway>,
    /// Street address.
    pub public_address: Option<IpAddr>,
    /// Who said it.
    pub public_address_from: Option<AddressFrom>,
    /// This computer's adapters.
    pub adapters: Vec<Adapter>,
    /// The phone system.
    pub phone_system: Option<PhoneSystem>,
    /// Every street address said, by who said it; the most believable one is `public_address`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub said: BTreeMap<AddressFrom, IpAddr>,
    /// Where the name or address typed into the phones outside leads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phones_use_leads: Option<NameLeads>,
    /// When the default router's list was read; leases count from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mappings_at: Option<Timestamp>,
    /// Machines that answered the look round; set when a report is made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Candidate>,
    /// Whether the machine at the phone system's address is there; set when a report is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine_there: Option<bool>,
    /// Openings over IPv6 that this program made and that stand.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pinholes: Vec<Pinhole>,
    /// Names of adapters that lead outwards over IPv6 and have no IPv4 address, as a mobile phone's can be.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub over_ipv6_only: Vec<String>,
    /// What this computer itself keeps the program from, where something shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host_filter: Option<HostFilter>,
}

impl Office {
    /// The ways beside the default route, those with IPv4 first.
    pub fn asides(&self) -> Vec<Aside<'_>> {
        let beside = self.adapters.iter().filter(|a| !a.default_route);
        let over_ipv4 = beside.map(|a| Aside { name: &a.name, address: Some(a.address), is_virtual: a.is_virtual });
        let over_ipv6 = self.over_ipv6_only.iter().map(|name| Aside { name, address: None, is_virtual: false });
        over_ipv4.chain(over_ipv6).collect()
    }

    /// The router that the default route goes through, else the first known.
    pub fn gateway(&self) -> Option<&Gateway> {
        self.gateways.iter().find(|g| g.is_default).or_else(|| self.gateways.first())
    }

    /// Puts a gateway in, or replaces what was known of it. The default route's comes first.
    pub fn put_gateway(&mut self, gateway: Gateway) {
        match self.gateways.iter_mut().find(|g| g.address == gateway.address) {
            Some(known) => *known = gateway,
            None => self.gateways.push(gateway),
        }
        self.gateways.sort_by_key(|g| !g.is_default);
    }

    /// Notes a street address unless somebody more believable said one before.
    pub fn put_public_address(&mut self, ip: IpAddr, from: AddressFrom) {
        self.said.insert(from, ip);
        if self.public_address_from.is_none_or(|known| from <= known) {
            self.public_address = Some(ip);
            self.public_address_from = Some(from);
        }
    }
}

//! What the phone system says of itself: its own settings, and the word of the running system. Read only, on its own
//! box, by the program or by a block that its owner pastes. What it means the judge says.

mod asterisk;
mod bans;
mod believed;
pub mod block;
mod checked;
mod follows;
mod freeswitch;
mod lines;
mod pjsip;
mod running;
mod script;
mod sections;

pub use bans::{Ban, BannedBy};
pub use believed::{doubt, of};
pub use follows::{codes, follows};
pub use lines::read;
pub use script::SCRIPT;

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::address::{NameLeads, Network};
use crate::domain::service::{PortRange, Transport};

/// How it came here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// The program ran on the phone system's box.
    Here,
    /// A pasted block.
    Pasted,
}

/// What runs on the box.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// Asterisk, alone or under FreePBX, Issabel, trixbox.
    Asterisk,
    /// FreeSWITCH, alone or under `FusionPBX`.
    FreeSwitch,
}

/// What people change its settings with. Decides in whose words a repair is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Product {
    /// FreePBX 12 and newer.
    FreePbx,
    /// Issabel, and Elastix before it.
    Issabel,
    /// trixbox, and FreePBX 2 of its age.
    Trixbox,
    /// `FusionPBX`.
    FusionPbx,
    /// Files only.
    Files,
}

/// What speaks SIP there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Driver {
    /// Asterisk's `chan_sip`.
    ChanSip,
    /// Asterisk's `res_pjsip`.
    PjSip,
    /// FreeSWITCH's Sofia.
    Sofia,
}

/// Where a setting stands, so that a person finds the exact line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Path on the box, or `database` and the table's name. Empty: nowhere, the system's own default counts.
    pub file: String,
    /// From 1; 0 where there is none.
    pub line: u32,
    /// Section without brackets, for example `general` or `transport-udp`; a Sofia profile's name.
    pub section: String,
    /// The setting's own name, for example `externip`.
    pub key: String,
}

/// A setting with its value as written, on one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// Where.
    pub place: Place,
    /// As the running system uses it; as written where that was not told.
    pub value: String,
    /// As written, where the running system uses another value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
}

/// Where SIP is listened for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SipPort {
    /// Which part of the system.
    pub driver: Driver,
    /// UDP or TCP.
    pub transport: Transport,
    /// TLS inside.
    #[serde(default)]
    pub tls: bool,
    /// The number.
    pub port: u16,
    /// Where it is set.
    pub place: Place,
    /// What stands before the port on that line, where it holds an address too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// Whether anything really holds that port now; none where that could not be read.
    pub bound: Option<bool>,
}

/// The voice range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceRange {
    /// First and last port.
    pub ports: PortRange,
    /// Where its first port is set.
    pub first: Place,
    /// Where its last port is set.
    pub last: Place,
    /// As written, where the running system uses another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<PortRange>,
}

/// How the sound and the answers of an extension find a phone behind another router.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NatSetting {
    /// Sound goes back to where sound came from (`rtp_symmetric`, `nat=comedia`).
    SymmetricMedia,
    /// Answers go back to the port that asked (`force_rport`, RFC 3581).
    ForceRport,
    /// The phone's written address is replaced by the seen one (`rewrite_contact`).
    RewriteContact,
    /// Sound passes through the phone system (`direct_media=no`, `canreinvite=no`).
    MediaThroughUs,
    /// The way to the phone is kept open (`qualify`).
    Qualify,
}

/// One phone's account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Its name, mostly its number.
    pub name: String,
    /// Which part serves it.
    pub driver: Driver,
    /// Settings that a phone outside needs and that this one lacks, each with its place and its value now.
    pub lacks: Vec<(NatSetting, Setting)>,
    /// Where it signed in from; empty: nowhere now. None where the running system was not asked.
    pub contacts: Option<Vec<Contact>>,
    /// Seconds between two questions of the phone system whether the phone is there; 0: it never asks; none: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_alive_secs: Option<u32>,
}

/// Where a phone signed in from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The address that the phone system sends to.
    pub address: IpAddr,
    /// Its port.
    pub port: u16,
    /// Whether it answers the phone system's keep-alive; none where nobody asks it.
    pub answers: Option<bool>,
    /// Seconds until the registration ends, where told.
    pub expires_secs: Option<u32>,
    /// Round trip of the last keep-alive in milliseconds, where told.
    pub round_trip_ms: Option<u32>,
}

/// A pattern of the dial plan that leads abroad.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbroadPattern {
    /// As written, for example `_011.`.
    pub pattern: String,
    /// Context or route.
    pub place: Place,
}

/// A program on the box that listens for more than itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listening {
    /// UDP or TCP.
    pub transport: Transport,
    /// The address it listens at.
    pub address: IpAddr,
    /// The port.
    pub port: u16,
    /// The program's name, where told.
    pub program: Option<String>,
}

/// A part that could not be read, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Unread {
    /// Which, as text files name it: `files`, `accounts`, `running`, `bans`, `sockets`, `database`, `dial-plan`,
    /// `voicemail`.
    pub part: String,
    /// `denied`, `absent`, `elsewhere`, `failed` or `too-much`.
    pub why: String,
}

/// Everything learned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inside {
    /// How it came here.
    pub how: How,
    /// The box's own clock when it looked.
    pub at: Timestamp,
    /// Ours when it was taken in.
    pub taken_at: Timestamp,
    /// What runs there.
    pub engine: Engine,
    /// Its version as told.
    pub version: Option<String>,
    /// What people change its settings with.
    pub product: Product,
    /// The box's own addresses with their networks.
    pub addresses: Vec<Network>,
    /// Addresses that are known to stand in its networks, where these themselves are masked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub neighbours: Vec<IpAddr>,
    /// What it tells phones outside as its own address, each place where it is set; the value is an address or a name.
    pub outside: Vec<Setting>,
    /// Where host names among these lead, as far as somebody asked.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub names: BTreeMap<String, NameLeads>,
    /// Networks that it takes for local, as set.
    pub local: Vec<Setting>,
    /// Where it listens for SIP.
    pub sip: Vec<SipPort>,
    /// Its voice range.
    pub voice: Option<VoiceRange>,
    /// Phones' accounts.
    pub extensions: Vec<Extension>,
    /// Who is turned away.
    pub bans: Vec<Ban>,
    /// Settings that let strangers call.
    pub guests: Vec<Setting>,
    /// Settings that tell strangers which names exist (`alwaysauthreject=no`).
    pub name_leaks: Vec<Setting>,
    /// Voicemail settings that let a caller dial out.
    pub call_out: Vec<Setting>,
    /// Patterns that lead abroad.
    pub abroad: Vec<AbroadPattern>,
    /// What listens for more than the box itself.
    pub listening: Vec<Listening>,
    /// What could not be read.
    pub unread: Vec<Unread>,
}

/// Host names that are asked for; more there are in no office.
const MOST_NAMES: usize = 4;

impl NatSetting {
    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::SymmetricMedia => "symmetric-media",
            Self::ForceRport => "force-rport",
            Self::RewriteContact => "rewrite-contact",
            Self::MediaThroughUs => "media-through-us",
            Self::Qualify => "qualify",
        }
    }
}

impl Product {
    /// Name of its file of menus, and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::FreePbx => "freepbx",
            Self::Issabel => "issabel",
            Self::Trixbox => "trixbox",
            Self::FusionPbx => "fusionpbx",
            Self::Files => "files",
        }
    }
}

impl Engine {
    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Asterisk => "asterisk",
            Self::FreeSwitch => "freeswitch",
        }
    }
}

impl Place {
    /// `/etc/asterisk/sip.conf:12 [general]`; empty where it stands nowhere.
    pub fn told(&self) -> String {
        let line = if self.line > 0 { format!(":{}", self.line) } else { String::new() };
        let section = if self.section.is_empty() { String::new() } else { format!(" [{}]", self.section) };
        format!("{}{line}{section}", self.file)
    }
}

impl Setting {
    /// The address that it names itself.
    pub fn address(&self) -> Option<IpAddr> {
        self.value.parse().ok()
    }

    /// The host name that it names.
    pub fn host(&self) -> Option<&str> {
        let labels = |name: &str| name.split('.').all(|label| !label.is_empty());
        let is_name = self.value.contains('.')
            && self.value.chars().all(|c| c.is_ascii_alphanumeric() || c == '.' || c == '-')
            && self.value.chars().any(|c| c.is_ascii_alphabetic())
            && labels(&self.value);
        is_name.then_some(self.value.as_str())
    }

    /// The network that it names, in either way of writing.
    pub fn network(&self) -> Option<Network> {
        network(&self.value)
    }
}

/// Reads `192.168.1.0/24` and `192.168.1.0/255.255.255.0`.
pub fn network(text: &str) -> Option<Network> {
    let Some((ip, mask)) = text.split_once('/') else { return text.parse().ok() };
    let Ok(mask) = mask.trim().parse::<Ipv4Addr>() else { return text.parse().ok() };
    let (ones, bits) = (mask.to_bits().leading_ones(), mask.to_bits());
    let is_mask = bits.count_ones() == ones;
    is_mask.then(|| format!("{}/{ones}", ip.trim()).parse().ok()).flatten()
}

impl Extension {
    /// Where it is signed in; nowhere where the running system was not asked.
    pub fn signed_in(&self) -> &[Contact] {
        self.contacts.as_deref().unwrap_or_default()
    }
}

impl Inside {
    /// Where phones are signed in, all of them.
    pub fn signed_in(&self) -> impl Iterator<Item = &Contact> {
        self.extensions.iter().flat_map(Extension::signed_in)
    }

    /// Host names that it tells phones outside, for whoever can ask where they lead.
    pub fn names_to_ask(&self) -> Vec<String> {
        let mut names: Vec<String> = self.outside.iter().filter_map(Setting::host).map(ToOwned::to_owned).collect();
        names.sort_unstable();
        names.dedup();
        names.truncate(MOST_NAMES);
        names
    }

    /// True where this part was read.
    pub fn was_read(&self, part: &str) -> bool {
        !self.unread.iter().any(|u| u.part == part)
    }

    /// True where the running system itself answered, if only in part.
    pub fn answered(&self) -> bool {
        !self.unread.iter().any(|u| u.part == "running" && u.why != "too-much")
    }

    /// True where this address is one of the box's own.
    pub fn is_own(&self, ip: IpAddr) -> bool {
        self.addresses.iter().any(|n| n.ip == ip)
    }
}

#[cfg(test)]
mod pjsip_tests;
#[cfg(test)]
mod tests;

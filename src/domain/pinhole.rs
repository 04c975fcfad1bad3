//! Openings in the router's firewall over IPv6 (UPnP `WANIPv6FirewallControl:1`, PCP by RFC 6887). Nothing is translated
//! there: an opening lets the street reach one port of one device at its own address. Nothing here talks to a router.

use std::net::{IpAddr, Ipv6Addr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::case::Case;
use crate::domain::change::{ChangeResult, JournalEntry};
use crate::domain::lease::Denial;
use crate::domain::office::{Adapter, Control};
use crate::domain::probe::Family;
use crate::domain::service::{PortRange, ServiceId, Transport};

/// What an adapter has of IPv6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverIpv6 {
    /// Its public address that lasts longest: not one of those that change every day.
    pub address: Ipv6Addr,
    /// The router on its side, mostly by its link-local address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gateway: Option<Ipv6Addr>,
}

/// What a router says of its firewall over IPv6 (UPnP `WANIPv6FirewallControl`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ipv6Firewall {
    /// Strangers are kept out.
    pub enabled: bool,
    /// Devices inside may ask for openings.
    pub pinholes: bool,
}

/// An opening of ours that stands, as far as the router tells. No router lists those of others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pinhole {
    /// The row it is for.
    pub service: ServiceId,
    /// UDP or TCP.
    pub protocol: Transport,
    /// Port of the device; there is no other one outside.
    pub port: u16,
    /// The device it leads to.
    pub address: Ipv6Addr,
    /// When it shuts by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Timestamp>,
    /// Packets that came through, where the router counts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub packets: Option<u32>,
    /// What the router says of whether it works, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working: Option<bool>,
}

impl Pinhole {
    /// True when the change would open exactly this.
    pub fn is_for(&self, protocol: Transport, ports: PortRange) -> bool {
        self.protocol == protocol && ports.contains(self.port)
    }
}

/// Why a router did not open over IPv6. Each number of UPnP means one thing, and PCP has words for the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PinholeRefusal {
    /// 606: not for this device, or not this port.
    NotAuthorized,
    /// 701: no room for another one.
    NoRoom,
    /// 702: the firewall is off, so there is nothing to open.
    FirewallOff,
    /// 703: its settings forbid openings.
    NotAllowed,
    /// 704: it does not know the opening any more.
    NoSuchEntry,
    /// 705: not this protocol.
    Protocol,
    /// 706: it wants the port inside named.
    PortWildcard,
    /// 707: it wants the protocol named.
    ProtocolWildcard,
    /// 708: it wants the device named.
    DeviceWildcard,
    /// 709: nothing came through yet, so it cannot tell.
    NothingSent,
    /// It said yes, and does not know it afterwards.
    DoesNotReadBack,
    /// It gave no proper answer.
    NoAnswer,
    /// Any other number.
    Other,
}

impl PinholeRefusal {
    /// Of an UPnP error code.
    pub const fn of_code(code: u16) -> Self {
        match code {
            606 => Self::NotAuthorized,
            701 => Self::NoRoom,
            702 => Self::FirewallOff,
            703 => Self::NotAllowed,
            704 => Self::NoSuchEntry,
            705 => Self::Protocol,
            706 => Self::PortWildcard,
            707 => Self::ProtocolWildcard,
            708 => Self::DeviceWildcard,
            709 => Self::NothingSent,
            _ => Self::Other,
        }
    }

    /// Of a PCP answer; RFC 6970 section 5 sets the two side by side.
    pub const fn of_denial(denial: Denial) -> Self {
        match denial {
            Denial::NotAuthorized | Denial::AddressMismatch => Self::NotAuthorized,
            Denial::NoResources | Denial::UserExQuota => Self::NoRoom,
            Denial::UnsuppRequest | Denial::UnsuppVersion => Self::NotAllowed,
            Denial::Malformed | Denial::NetworkFailure | Denial::CannotProvideExternal | Denial::Other => Self::Other,
        }
    }

    /// Of a change that did not come about.
    pub fn of(result: &ChangeResult) -> Self {
        match (result.denial, result.code) {
            (Some(denial), _) => Self::of_denial(denial),
            (None, Some(code)) => Self::of_code(code),
            (None, None) if result.hindrance == Some(crate::domain::change::Hindrance::DoesNotReadBack) => {
                Self::DoesNotReadBack
            }
            (None, None) => Self::NoAnswer,
        }
    }

    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotAuthorized => "not-authorized",
            Self::NoRoom => "no-room",
            Self::FirewallOff => "firewall-off",
            Self::NotAllowed => "not-allowed",
            Self::NoSuchEntry => "no-such-entry",
            Self::Protocol => "protocol",
            Self::PortWildcard => "port-wildcard",
            Self::ProtocolWildcard => "protocol-wildcard",
            Self::DeviceWildcard => "device-wildcard",
            Self::NothingSent => "nothing-sent",
            Self::DoesNotReadBack => "does-not-read-back",
            Self::NoAnswer => "no-answer",
            Self::Other => "other",
        }
    }
}

impl JournalEntry {
    /// True for an opening over IPv6; all else is a mapping over IPv4.
    pub const fn is_pinhole(&self) -> bool {
        self.change.internal_client.is_ipv6()
    }

    /// True for the opening that it made.
    pub fn opened(&self, pinhole: &Pinhole) -> bool {
        let change = &self.change;
        (change.external_port, change.protocol, change.internal_client)
            == (pinhole.port, pinhole.protocol, IpAddr::V6(pinhole.address))
    }
}

/// The default route's adapter that has IPv6. A tunnel's address is not the office's.
pub(in crate::domain) fn adapter(case: &Case) -> Option<(&Adapter, OverIpv6)> {
    let own = |a: &&Adapter| !a.is_virtual;
    let mut adapters = case.office.adapters.iter().filter(own).filter_map(|a| Some((a, a.ipv6?)));
    adapters.clone().find(|(a, _)| a.default_route).or_else(|| adapters.next())
}

/// The phone system's own address there. Only the phone system itself knows it.
pub(in crate::domain) fn phone_system_address(case: &Case) -> Option<Ipv6Addr> {
    let (_, over) = adapter(case).filter(|_| case.is_on_phone_system())?;
    Some(over.address)
}

/// Whether the router opens over IPv6 when it is asked.
pub(in crate::domain) fn is_offered(case: &Case) -> bool {
    let gateway = case.office.gateway();
    let by = gateway.and_then(|g| g.ipv6_control);
    by.is_some_and(|by| by != Control::None)
        && gateway.and_then(|g| g.ipv6_firewall).is_none_or(|firewall| firewall.enabled && firewall.pinholes)
}

/// What was asked over IPv6 and did not come about, the last word of each.
pub(in crate::domain) fn refused(case: &Case) -> impl Iterator<Item = &ChangeResult> {
    use crate::domain::change::ChangeOutcome;
    let in_vain = |c: &&ChangeResult| {
        c.family == Family::Ipv6 && matches!(c.result, ChangeOutcome::Refused | ChangeOutcome::Failed)
    };
    case.changes.iter().filter(in_vain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_of_upnp_has_a_name_of_its_own() {
        let names: std::collections::BTreeSet<_> =
            (701..=709).chain([606]).map(|c| PinholeRefusal::of_code(c).id()).collect();
        assert_eq!(names.len(), 10, "{names:?}");
        assert!(!names.contains("other"));
        assert_eq!(PinholeRefusal::of_code(501), PinholeRefusal::Other);
        assert_eq!(PinholeRefusal::of_denial(Denial::NoResources), PinholeRefusal::NoRoom);
    }
}

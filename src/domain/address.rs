//! What kind of address an IP address is, and small networks. Decides which addresses can be an office's street
//! address and which a walker must refuse.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::domain::nat64;

/// The kinds that change what an address means for an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AddressKind {
    /// Reachable from the whole internet.
    Public,
    /// RFC 1918, or `fc00::/7`: inside somebody's own network.
    Private,
    /// RFC 6598, 100.64.0.0/10: shared between customers of one carrier.
    CarrierShared,
    /// This machine itself.
    Loopback,
    /// 169.254/16 or `fe80::/10`.
    LinkLocal,
    /// Reserved for examples (RFC 5737, RFC 3849).
    Documentation,
    /// One to many.
    Multicast,
    /// 0.0.0.0 or ::, a router's way to say that it has none.
    Unspecified,
    /// Any other block that never names one host on the internet.
    Reserved,
}

/// Says which kind `ip` is. IPv4-mapped IPv6 addresses are read as IPv4.
pub fn kind(ip: IpAddr) -> AddressKind {
    match ip {
        IpAddr::V4(v4) => kind_v4(v4),
        IpAddr::V6(v6) => v6.to_ipv4_mapped().map_or_else(|| kind_v6(v6), kind_v4),
    }
}

fn kind_v4(ip: Ipv4Addr) -> AddressKind {
    let [a, b, c, _] = ip.octets();
    match (a, b, c) {
        _ if ip.is_unspecified() => AddressKind::Unspecified,
        (127, _, _) => AddressKind::Loopback,
        (10, _, _) | (172, 16..=31, _) | (192, 168, _) => AddressKind::Private,
        (100, 64..=127, _) => AddressKind::CarrierShared,
        (169, 254, _) => AddressKind::LinkLocal,
        (192, 0, 2) | (198, 51, 100) | (203, 0, 113) => AddressKind::Documentation,
        (224..=239, _, _) => AddressKind::Multicast,
        // 0/8 this network, 192.0.0/24 protocol assignments, 192.88.99/24 old 6to4, 198.18/15 benchmarks, 240/4.
        (0 | 240..=255, _, _) | (192, 0, 0) | (192, 88, 99) | (198, 18..=19, _) => AddressKind::Reserved,
        _ => AddressKind::Public,
    }
}

fn kind_v6(ip: Ipv6Addr) -> AddressKind {
    let [first, second, ..] = ip.segments();
    match first {
        _ if ip.is_unspecified() => AddressKind::Unspecified,
        _ if ip.is_loopback() => AddressKind::Loopback,
        0xfc00..=0xfdff => AddressKind::Private,
        0xfe80..=0xfebf => AddressKind::LinkLocal,
        0xff00..=0xffff => AddressKind::Multicast,
        0x2001 if second == 0x0db8 => AddressKind::Documentation,
        // It leads to whoever has the IPv4 address in it.
        _ if nat64::hides_ipv4(ip) => AddressKind::Reserved,
        0x2000..=0x3fff => AddressKind::Public,
        _ => AddressKind::Reserved,
    }
}

/// True for an address that the whole internet can reach.
pub fn is_public(ip: IpAddr) -> bool {
    kind(ip) == AddressKind::Public
}

/// True for 192.0.0.0/29, the office's or the carrier's end of a tunnel that carries IPv4 over a line that has none of
/// its own: DS-Lite (RFC 6333 section 5.7) and 464XLAT (RFC 7335).
pub fn is_of_a_line_without_ipv4(ip: IpAddr) -> bool {
    matches!(ip.to_canonical(), IpAddr::V4(v4) if v4.to_bits() & !7 == Ipv4Addr::new(192, 0, 0, 0).to_bits())
}

/// True for an address of somebody's own network, or of a carrier's: whoever is seen from there came by no street.
pub fn is_inside(ip: IpAddr) -> bool {
    matches!(
        kind(ip),
        AddressKind::Private | AddressKind::CarrierShared | AddressKind::Loopback | AddressKind::LinkLocal
    )
}

/// True for an address that an office can have on its outer wall. The documentation ranges belong to practice
/// offices; a walker refuses them unless a practice office allows them openly.
pub fn can_be_street(ip: IpAddr) -> bool {
    matches!(kind(ip), AddressKind::Public | AddressKind::Documentation)
}

/// Where a name leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameLeads {
    /// Nobody knows it.
    Nowhere,
    /// To this address.
    To(IpAddr),
}

/// A network in CIDR form. A plain address is read as a network of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Network {
    /// The address as written, host bits kept.
    pub ip: IpAddr,
    /// Leading bits that belong to the network.
    pub prefix: u8,
}

/// Why a text is no network.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no address and no network such as 198.51.100.0/24")]
pub struct NotANetwork(pub String);

impl Network {
    /// True when `other` lies in this network.
    pub fn contains(&self, other: IpAddr) -> bool {
        match (self.ip, other) {
            (IpAddr::V4(a), IpAddr::V4(b)) => {
                let shift = 32 - u32::from(self.prefix.min(32));
                shift == 32 || a.to_bits() >> shift == b.to_bits() >> shift
            }
            (IpAddr::V6(a), IpAddr::V6(b)) => {
                let shift = 128 - u32::from(self.prefix.min(128));
                shift == 128 || a.to_bits() >> shift == b.to_bits() >> shift
            }
            (IpAddr::V4(_), IpAddr::V6(_)) | (IpAddr::V6(_), IpAddr::V4(_)) => false,
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = if self.ip.is_ipv4() { 32 } else { 128 };
        if self.prefix == whole { write!(f, "{}", self.ip) } else { write!(f, "{}/{}", self.ip, self.prefix) }
    }
}

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let wrong = || NotANetwork(text.to_owned());
        let (ip, prefix) = match text.trim().split_once('/') {
            Some((ip, prefix)) => (ip, Some(prefix)),
            None => (text.trim(), None),
        };
        let ip: IpAddr = ip.parse().map_err(|_| wrong())?;
        let whole = if ip.is_ipv4() { 32 } else { 128 };
        let prefix = match prefix {
            Some(p) => p.parse().ok().filter(|p| *p <= whole).ok_or_else(wrong)?,
            None => whole,
        };
        Ok(Self { ip, prefix })
    }
}

impl TryFrom<String> for Network {
    type Error = NotANetwork;

    fn try_from(text: String) -> Result<Self, NotANetwork> {
        text.parse()
    }
}

impl From<Network> for String {
    fn from(network: Network) -> Self {
        network.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_follow_the_registries() {
        for (text, expected) in [
            ("11.22.33.2", AddressKind::Public),
            ("192.168.1.1", AddressKind::Private),
            ("172.31.255.255", AddressKind::Private),
            ("172.32.0.1", AddressKind::Public),
            ("100.64.0.2", AddressKind::CarrierShared),
            ("100.128.0.1", AddressKind::Public),
            ("203.0.113.7", AddressKind::Documentation),
            ("0.0.0.0", AddressKind::Unspecified),
            ("198.19.0.1", AddressKind::Reserved),
            ("255.255.255.255", AddressKind::Reserved),
            ("::ffff:192.168.1.1", AddressKind::Private),
            ("2001:db8::1", AddressKind::Documentation),
            ("2a02::1", AddressKind::Public),
            ("fe80::1", AddressKind::LinkLocal),
            ("2002:b16:2102::1", AddressKind::Reserved),
            ("64:ff9b::b16:2102", AddressKind::Reserved),
        ] {
            assert_eq!(kind(text.parse().unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn networks_contain_by_prefix() {
        let office: Network = "192.168.77.10/24".parse().unwrap();
        assert!(office.contains("192.168.77.20".parse().unwrap()));
        assert!(!office.contains("192.168.78.20".parse().unwrap()));
        assert!("0.0.0.0/0".parse::<Network>().unwrap().contains("1.2.3.4".parse().unwrap()));
        assert!("1.2.3.4/33".parse::<Network>().is_err());
        assert_eq!("1.2.3.4".parse::<Network>().unwrap().to_string(), "1.2.3.4");
    }
}

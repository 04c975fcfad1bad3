//! This computer's ways into the network, as the system tells them.

use std::net::{IpAddr, Ipv4Addr};

use serde::{Deserialize, Serialize};

use crate::domain::address::Network;
use crate::domain::pinhole::OverIpv6;

/// A network adapter of this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adapter {
    /// Name the system gives it, for example `eth0`.
    pub name: String,
    /// Its IPv4 address.
    pub address: Ipv4Addr,
    /// Length of its network prefix.
    #[serde(default = "twenty_four")]
    pub prefix: u8,
    /// VPN, tunnel or virtual machine network.
    #[serde(rename = "virtual")]
    pub is_virtual: bool,
    /// The default route leaves through it.
    pub default_route: bool,
    /// Its own gateway, if it has one.
    #[serde(default)]
    pub gateway: Option<Ipv4Addr>,
    /// True when the adapter has a public IPv6 address.
    #[serde(default)]
    pub has_ipv6: bool,
    /// That address, and its router there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ipv6: Option<OverIpv6>,
}

const fn twenty_four() -> u8 {
    24
}

impl Adapter {
    /// The one that the default route leaves through, in a network of 24 bits, of which no more is known.
    pub fn way_out(name: &str, address: Ipv4Addr) -> Self {
        Self {
            name: name.to_owned(),
            address,
            prefix: twenty_four(),
            is_virtual: false,
            default_route: true,
            gateway: None,
            has_ipv6: false,
            ipv6: None,
        }
    }

    /// The default route's. A real one counts before a tunnel that claims the same.
    pub fn default_of(adapters: &[Self]) -> Option<&Self> {
        adapters.iter().filter(|a| a.default_route).min_by_key(|a| a.is_virtual)
    }

    /// The way out of the office: the default route's adapter. Where a VPN took that route, its gateway is nobody's router
    /// here, and a real adapter with a gateway of its own counts.
    pub fn way_out_of(adapters: &[Self]) -> Option<&Self> {
        let default = Self::default_of(adapters)?;
        let beside = || adapters.iter().find(|a| !a.is_virtual && a.gateway.is_some());
        Some(default).filter(|a| !a.is_virtual).or_else(beside).or(Some(default))
    }

    /// The gateway of that way out.
    pub fn default_gateway(adapters: &[Self]) -> Option<Ipv4Addr> {
        Self::way_out_of(adapters)?.gateway
    }

    /// The adapter's own network.
    pub fn network(&self) -> Network {
        Network { ip: IpAddr::V4(self.address), prefix: self.prefix }
    }
}

/// A way out of this computer beside its default route: through it one can step outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aside<'a> {
    /// Name of the adapter.
    pub name: &'a str,
    /// Its IPv4 address; none: it has IPv6 only.
    pub address: Option<Ipv4Addr>,
    /// VPN, tunnel or virtual machine network.
    pub is_virtual: bool,
}

//! How one fact is measured. The only client sockets; nothing here concludes anything.

use std::net::Ipv4Addr;

pub mod adapter;
pub mod hop;
pub mod igd;
mod igd_description;
mod igd_find;
mod igd_http;
pub mod portcontrol;
mod soap;
mod ssdp;
pub mod xml;

/// Where a socket leaves this computer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct From {
    /// Local address to bind; the system's choice when none.
    pub local: Option<Ipv4Addr>,
    /// Adapter to leave through.
    pub interface: Option<String>,
}

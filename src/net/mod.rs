//! Stand-in with the seam's signatures only; the real room replaces it.

use std::net::{Ipv4Addr, SocketAddr};

use crate::domain::probe::{Measured, Outcome, Probe, Surroundings};

/// Where a socket leaves.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct From {
    /// Local address to bind.
    pub local: Option<Ipv4Addr>,
    /// Adapter to bind.
    pub interface: Option<String>,
}

/// Measures one thing.
pub async fn measure(_probe: &Probe, _from: &From, _surroundings: &Surroundings) -> Measured {
    tokio::task::yield_now().await;
    Measured::bare(Outcome::Silent)
}

/// True when a bare TCP connection is accepted.
pub async fn bare_accept(_target: SocketAddr, _from: &From, _surroundings: &Surroundings) -> bool {
    tokio::task::yield_now().await;
    false
}

/// Stand-in for the sockets' words.
pub mod socket {
    /// Took the connection and said nothing.
    pub const ACCEPTED_WITHOUT_SPEAKING: &str = "accepted without speaking";
    /// Took the connection and ended it.
    pub const ACCEPTED_THEN_CLOSED: &str = "accepted, then closed";
}

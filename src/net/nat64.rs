//! Whether this computer reaches IPv4 addresses only through its street's NAT64: one question to the system's resolver
//! (RFC 7050), and only where there is no way out over IPv4.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tokio::net::lookup_host;
use tokio::time::{Instant, timeout};

use crate::domain::nat64::{IPV4_ONLY_NAME, Nat64};
use crate::domain::probe::Surroundings;
use crate::net::socket::{Call, connect_udp};
use crate::net::{From, NO_PORT};

/// The system's resolver asks several servers one after the other; a street that has NAT64 answers at once.
const PATIENCE: Duration = Duration::from_secs(4);

/// The way to `target` where it is an IPv4 address and this computer has none of its own there.
pub async fn way_to(target: IpAddr, from: &From) -> Option<Nat64> {
    if target.is_ipv6() || has_way(target, from) {
        return None;
    }
    let found = timeout(PATIENCE, lookup_host((IPV4_ONLY_NAME, NO_PORT))).await.ok()?.ok()?;
    Nat64::learn(found.filter_map(|place| match place.ip() {
        IpAddr::V6(v6) => Some(v6),
        IpAddr::V4(_) => None,
    }))
}

/// Connecting a datagram socket only looks up the way; nothing is sent.
fn has_way(target: IpAddr, from: &From) -> bool {
    let place = SocketAddr::new(target, NO_PORT);
    let surroundings = Surroundings::default();
    connect_udp(&Call { story: place, real: place, from, surroundings: &surroundings, until: Instant::now() }).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_computer_with_a_way_of_its_own_asks_nobody() {
        let here: IpAddr = "127.0.0.1".parse().unwrap();
        assert!(has_way(here, &From::default()));
        assert_eq!(way_to(here, &From::default()).await, None);
        assert_eq!(way_to("2a02::1".parse().unwrap(), &From::default()).await, None);
        assert!(!has_way(here, &From::address("11.22.33.44".parse().unwrap())), "no such address here");
    }
}

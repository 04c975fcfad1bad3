//! Which of its own addresses a helper knocks from, and at which of them an answer ever came back: an address can be on
//! this computer while its packets go elsewhere.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::domain::address;
use crate::net;

/// Walks from an address that nobody named, until somebody answers there.
const TRIES: u32 = 3;
/// After these one walk in so many tries it again: the first offices may just be silent ones.
const AGAIN: u32 = 16;

/// What is known of the own addresses.
#[derive(Debug, Default)]
pub(super) struct Leaving {
    /// Somebody who was knocked at from here answered, since this helper began.
    heard: RefCell<BTreeSet<IpAddr>>,
    /// Times that an address was wanted which was not heard so far.
    wanted: Cell<u32>,
}

impl Leaving {
    /// Knocks leave from a second address where there is one: a router may let in whatever comes from an address that
    /// the office has just spoken with. One that nobody `named` has to show that answers find it.
    pub(super) fn choose(
        &self,
        asker: IpAddr,
        local: Option<IpAddr>,
        named: &[IpAddr],
        own: &[IpAddr],
    ) -> (net::From, Option<IpAddr>) {
        let fits = |ip: &&IpAddr| ip.is_ipv4() == asker.is_ipv4() && Some(**ip) != local;
        let found = || own.iter().find(|ip| address::is_public(**ip) && can_leave_from(**ip) && fits(ip));
        match named.iter().find(fits).or_else(|| found().filter(|ip| self.may_try(**ip))) {
            Some(second) => (net::From::address(*second), Some(*second)),
            None => (net::From::default(), way_to(asker)),
        }
    }

    /// Somebody answered a knock from here.
    pub(super) fn answered(&self, from: Option<IpAddr>) {
        self.heard.borrow_mut().extend(from);
    }

    /// True for an address at which an answer came back.
    pub(super) fn is_heard(&self, from: Option<IpAddr>) -> bool {
        from.is_some_and(|ip| self.heard.borrow().contains(&ip))
    }

    fn may_try(&self, ip: IpAddr) -> bool {
        if self.is_heard(Some(ip)) {
            return true;
        }
        let wanted = self.wanted.get();
        self.wanted.set(wanted.wrapping_add(1));
        wanted < TRIES || wanted.is_multiple_of(AGAIN)
    }
}

/// The own address that the system would choose towards a target. Nothing is sent.
fn way_to(target: IpAddr) -> Option<IpAddr> {
    let any: IpAddr = if target.is_ipv4() { [0, 0, 0, 0].into() } else { [0u16; 8].into() };
    let socket = std::net::UdpSocket::bind((any, 0)).ok()?;
    socket.connect((target, 9)).ok()?;
    socket.local_addr().ok().map(|local| local.ip())
}

/// An address that is listed can be on its way out (IPv6 "deprecated" or "tentative").
fn can_leave_from(ip: IpAddr) -> bool {
    std::net::UdpSocket::bind((ip, 0)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(11, 22, 33, 51));

    #[test]
    fn an_address_that_nobody_is_ever_heard_at_is_tried_seldom() {
        let leaving = Leaving::default();
        let tries: Vec<u32> = (0..40).filter(|_| leaving.may_try(SECOND)).collect();
        assert_eq!(tries, [0, 1, 2, 16, 32]);
        leaving.answered(None);
        assert!(!leaving.is_heard(Some(SECOND)) && !leaving.is_heard(None));
        leaving.answered(Some(SECOND));
        assert!((0..40).all(|_| leaving.may_try(SECOND)) && leaving.is_heard(Some(SECOND)));
    }
}

//! Who counts as one visitor, and how many of them are in at a time.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

/// Whom a limit counts: one IPv4 address, or the /56 that an IPv6 customer is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Street {
    /// One address.
    V4(Ipv4Addr),
    /// The first 56 bits.
    V6(u64),
}

impl Street {
    /// The street of an address. An IPv4 address written as IPv6 is read as IPv4.
    pub fn of(ip: IpAddr) -> Self {
        match ip.to_canonical() {
            IpAddr::V4(v4) => Self::V4(v4),
            IpAddr::V6(v6) => Self::V6((v6.to_bits() >> 72) as u64),
        }
    }
}

/// How many may be in at a time.
#[derive(Clone, Copy, Debug)]
pub struct Most {
    /// Of one street.
    pub street: u32,
    /// Of all together.
    pub all: u32,
}

/// Those who are in.
#[derive(Debug)]
pub struct Crowd {
    most: Most,
    by_street: BTreeMap<Street, u32>,
    all: u32,
}

impl Crowd {
    /// Nobody yet.
    pub const fn new(most: Most) -> Self {
        Self { most, by_street: BTreeMap::new(), all: 0 }
    }

    /// Lets somebody in, or not. Each true is followed by one [`Crowd::leave`].
    pub fn enter(&mut self, street: Street) -> bool {
        let has_room = self.by_street.get(&street).is_none_or(|in_now| *in_now < self.most.street);
        if !has_room || !self.enter_for_many() {
            return false;
        }
        *self.by_street.entry(street).or_default() += 1;
        true
    }

    /// Somebody left.
    pub fn leave(&mut self, street: Street) {
        if let Some(count) = self.by_street.get_mut(&street) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.by_street.remove(&street);
            }
        }
        self.leave_for_many();
    }

    /// Lets somebody in who stands for many, and so counts only among all. Each true is followed by one
    /// [`Crowd::leave_for_many`].
    pub const fn enter_for_many(&mut self) -> bool {
        let has_room = self.all < self.most.all;
        if has_room {
            self.all += 1;
        }
        has_room
    }

    /// He left.
    pub const fn leave_for_many(&mut self) {
        self.all = self.all.saturating_sub(1);
    }
}

//! Who counts as one visitor, and how many of them are in at a time.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

/// Whom a limit counts: one IPv4 address, or the /56 that an IPv6 customer is given; and the /48 around that, because
/// some are given all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Street {
    /// One address.
    V4(Ipv4Addr),
    /// The first 56 bits.
    V6(u64),
    /// The first 48 bits: 256 of those.
    Site(u64),
}

impl Street {
    /// The street of an address. An IPv4 address written as IPv6 is read as IPv4.
    pub fn of(ip: IpAddr) -> Self {
        match ip.to_canonical() {
            IpAddr::V4(v4) => Self::V4(v4),
            IpAddr::V6(v6) => Self::V6((v6.to_bits() >> 72) as u64),
        }
    }

    /// Each place that something counts for: itself, and over IPv6 its site.
    pub fn places(self) -> impl Iterator<Item = Self> {
        let site = if let Self::V6(bits) = self { Some(Self::Site(bits >> 8)) } else { None };
        std::iter::once(self).chain(site)
    }

    /// The limit of this place.
    pub const fn pick<T: Copy>(self, street: T, site: T) -> T {
        match self {
            Self::V4(_) | Self::V6(_) => street,
            Self::Site(_) => site,
        }
    }
}

/// How many may be in at a time.
#[derive(Clone, Copy, Debug)]
pub struct Most {
    /// Of one street.
    pub street: u32,
    /// Of one IPv6 site.
    pub site: u32,
    /// Of all together.
    pub all: u32,
}

/// Those who are in.
#[derive(Debug)]
pub struct Crowd {
    most: Most,
    by_place: BTreeMap<Street, u32>,
    all: u32,
}

impl Crowd {
    /// Nobody yet.
    pub const fn new(most: Most) -> Self {
        Self { most, by_place: BTreeMap::new(), all: 0 }
    }

    /// Lets somebody in, or not. Each true is followed by one [`Crowd::leave`].
    pub fn enter(&mut self, street: Street) -> bool {
        let in_now = |place| self.by_place.get(&place).copied().unwrap_or(0);
        let has_room = street.places().all(|place| in_now(place) < place.pick(self.most.street, self.most.site));
        if !has_room || !self.enter_for_many() {
            return false;
        }
        for place in street.places() {
            *self.by_place.entry(place).or_default() += 1;
        }
        true
    }

    /// Somebody left.
    pub fn leave(&mut self, street: Street) {
        for place in street.places() {
            if let Some(count) = self.by_place.get_mut(&place) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    self.by_place.remove(&place);
                }
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

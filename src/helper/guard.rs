//! What a standing helper grants, to whom and how often. Pure: time is passed in. Every table has a most, and the
//! oldest lines go, so that a flood costs no memory.

use std::collections::{BTreeMap, VecDeque};
use std::net::IpAddr;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::domain::limits::Ledger;
use crate::helper::crowd::{Crowd, Most, Street};

/// Walks for one street in [`WALKS_SPAN`], and for one IPv6 site.
pub const WALKS: usize = 6;
const WALKS_OF_SITE: usize = 12;
const WALKS_SPAN: SignedDuration = SignedDuration::from_mins(10);

/// Requests of one street in a minute; one more and it rests.
pub const REQUESTS: usize = 60;
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// How long a street rests that asked too much.
const REST: SignedDuration = SignedDuration::from_hours(1);

/// Walks a minute in all, unless the operator says otherwise.
pub const WALKS_PER_MINUTE: u32 = 60;

/// The most that an operator may allow.
pub const MOST_WALKS_PER_MINUTE: u32 = 600;

/// Connections of one street at a time, and of one IPv6 site.
pub const CONNECTIONS: u32 = 8;
const CONNECTIONS_OF_SITE: u32 = 32;

/// Connections in all at a time: with the sockets of the walks below the usual 1024 open files.
pub const ALL_CONNECTIONS: u32 = 384;

/// Streets remembered.
pub const STREETS: usize = 4096;

/// When results leave: the first of these by which all is known, so that the moment tells little.
pub const MARKS: [Duration; 4] =
    [Duration::from_millis(1500), Duration::from_secs(5), Duration::from_secs(10), Duration::from_secs(20)];

/// Why something was not granted now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// This street asked too often.
    TooOften {
        /// How long to wait.
        again_in: SignedDuration,
    },
    /// The helper has as much to do as its operator allows.
    Busy {
        /// How long to wait.
        again_in: SignedDuration,
    },
}

/// What is known of one street.
#[derive(Debug, Default)]
struct Visitor {
    requests: VecDeque<Timestamp>,
    walks: VecDeque<Timestamp>,
    is_walking: bool,
    /// SIP messages that this helper sent there, and sweeps of its voice range.
    sip: Ledger,
}

/// The limits of one helper.
#[derive(Debug)]
pub struct Guard {
    walks_per_minute: u32,
    visitors: Table<Visitor>,
    /// Streets that rest, and until when. A table of its own, so that nobody ends his rest by crowding the other.
    resting: Table<Option<Timestamp>>,
    /// Walks begun in the last minute.
    walks: VecDeque<Timestamp>,
    walking: u32,
    open: Crowd,
}

impl Guard {
    /// A guard who has seen nobody yet.
    pub fn new(walks_per_minute: u32) -> Self {
        Self {
            walks_per_minute: walks_per_minute.clamp(1, MOST_WALKS_PER_MINUTE),
            visitors: Table::new(STREETS),
            resting: Table::new(STREETS),
            walks: VecDeque::new(),
            walking: 0,
            open: Crowd::new(Most { street: CONNECTIONS, site: CONNECTIONS_OF_SITE, all: ALL_CONNECTIONS }),
        }
    }

    /// A connection was accepted. False: it must be dropped. Each true is followed by one [`Guard::disconnect`].
    pub fn connect(&mut self, from: IpAddr) -> bool {
        self.open.enter(Street::of(from))
    }

    /// The same for the operator's own proxy, whose one address stands for many. Followed by
    /// [`Guard::disconnect_proxy`].
    pub const fn connect_proxy(&mut self) -> bool {
        self.open.enter_for_many()
    }

    /// A proxy's connection ended.
    pub const fn disconnect_proxy(&mut self) {
        self.open.leave_for_many();
    }

    /// A connection ended.
    pub fn disconnect(&mut self, from: IpAddr) {
        self.open.leave(Street::of(from));
    }

    /// Counts a request. Beyond the limit the street rests, whatever it asks meanwhile.
    pub fn request(&mut self, from: IpAddr, now: Timestamp) -> Result<(), Denied> {
        let street = Street::of(from);
        if let Some(Some(until)) = self.resting.get_mut(street) {
            *until = soonest(*until, now, REST);
            if *until > now {
                return Err(Denied::TooOften { again_in: until.duration_since(now) });
            }
        }
        let visitor = self.visitors.touch(street);
        forget_before(&mut visitor.requests, now, MINUTE);
        if visitor.requests.len() >= REQUESTS {
            visitor.requests.clear();
            *self.resting.touch(street) = now.checked_add(REST).ok();
            return Err(Denied::TooOften { again_in: REST });
        }
        visitor.requests.push_back(now);
        Ok(())
    }

    /// Grants a walk and hands out the street's ledger of SIP messages. Followed by one [`Guard::end_walk`].
    pub fn begin_walk(&mut self, to: IpAddr, now: Timestamp) -> Result<Ledger, Denied> {
        forget_before(&mut self.walks, now, MINUTE);
        let street = Street::of(to);
        for place in street.places() {
            let visitor = self.visitors.touch(place);
            forget_before(&mut visitor.walks, now, WALKS_SPAN);
            if visitor.is_walking {
                return Err(Denied::TooOften { again_in: rounded_up(MARKS.last().copied().unwrap_or_default()) });
            }
            if visitor.walks.len() >= place.pick(WALKS, WALKS_OF_SITE) {
                return Err(Denied::TooOften { again_in: room_in(&visitor.walks, now, WALKS_SPAN) });
            }
        }
        if self.walks.len() >= self.walks_per_minute as usize {
            return Err(Denied::Busy { again_in: room_in(&self.walks, now, MINUTE) });
        }
        self.walks.push_back(now);
        self.walking += 1;
        for place in street.places() {
            self.visitors.touch(place).walks.push_back(now);
        }
        let visitor = self.visitors.touch(street);
        visitor.is_walking = true;
        visitor.sip.count_as_now(now);
        Ok(visitor.sip.clone())
    }

    /// A walk ended, or was broken off. What it sent is remembered.
    pub fn end_walk(&mut self, to: IpAddr, ledger: Ledger) {
        self.walking = self.walking.saturating_sub(1);
        let visitor = self.visitors.touch(Street::of(to));
        visitor.is_walking = false;
        visitor.sip = ledger;
    }

    /// Walks under way.
    pub const fn walking(&self) -> u32 {
        self.walking
    }

    /// Streets remembered now.
    pub fn remembered(&self) -> usize {
        self.visitors.by_street.len() + self.resting.by_street.len()
    }
}

/// When results of a walk that took `elapsed` leave, counted from its beginning.
pub fn release(elapsed: Duration) -> Duration {
    MARKS.into_iter().find(|mark| *mark >= elapsed).unwrap_or(elapsed)
}

/// An end that lies further away than it ever did (the clock was set back) is brought back.
pub(super) fn soonest(until: Timestamp, now: Timestamp, span: SignedDuration) -> Timestamp {
    now.checked_add(span).map_or(until, |latest| until.min(latest))
}

/// A time from the future (a clock that was set back) counts as now.
fn forget_before(times: &mut VecDeque<Timestamp>, now: Timestamp, span: SignedDuration) {
    for at in times.iter_mut() {
        *at = now.min(*at);
    }
    while times.front().is_some_and(|at| now.duration_since(*at) >= span) {
        times.pop_front();
    }
}

/// How long until the oldest of these has passed.
fn room_in(times: &VecDeque<Timestamp>, now: Timestamp, span: SignedDuration) -> SignedDuration {
    let oldest = times.front().copied().unwrap_or(now);
    (span - now.duration_since(oldest)).min(span)
}

fn rounded_up(duration: Duration) -> SignedDuration {
    SignedDuration::try_from(duration).unwrap_or(SignedDuration::MAX)
}

/// Lines by street; beyond its most the one that was touched longest ago goes.
#[derive(Debug)]
struct Table<T> {
    most: usize,
    next: u64,
    by_street: BTreeMap<Street, (u64, T)>,
    by_age: BTreeMap<u64, Street>,
}

impl<T: Default> Table<T> {
    const fn new(most: usize) -> Self {
        Self { most, next: 0, by_street: BTreeMap::new(), by_age: BTreeMap::new() }
    }

    fn get_mut(&mut self, street: Street) -> Option<&mut T> {
        self.by_street.get_mut(&street).map(|(_, line)| line)
    }

    /// The street's line, made if it was not there, and now the youngest.
    fn touch(&mut self, street: Street) -> &mut T {
        if let Some((age, _)) = self.by_street.get(&street) {
            self.by_age.remove(age);
        } else if self.by_street.len() >= self.most
            && let Some((_, oldest)) = self.by_age.pop_first()
        {
            self.by_street.remove(&oldest);
        }
        let age = self.next;
        self.next += 1;
        self.by_age.insert(age, street);
        let (known, line) = self.by_street.entry(street).or_insert_with(|| (age, T::default()));
        *known = age;
        line
    }
}

#[cfg(test)]
#[path = "guard_tests.rs"]
mod tests;

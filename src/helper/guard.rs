//! What a standing helper grants, to whom and how often. Pure: time is passed in. Every table has a most, and the
//! oldest lines go, so that a flood costs no memory.

use std::collections::{BTreeMap, VecDeque};
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::domain::limits::Ledger;

/// Walks for one street in [`WALKS_SPAN`].
pub const WALKS: usize = 6;
const WALKS_SPAN: SignedDuration = SignedDuration::from_mins(10);

/// Requests of one street in a minute; one more and it rests.
pub const REQUESTS: usize = 60;
const MINUTE: SignedDuration = SignedDuration::from_mins(1);

/// How long a street rests that asked too much.
const REST: SignedDuration = SignedDuration::from_hours(1);

/// Between two sweeps of a whole voice range for one street.
const SWEEP_SPAN: SignedDuration = SignedDuration::from_hours(1);

/// Walks a minute in all, unless the operator says otherwise.
pub const WALKS_PER_MINUTE: u32 = 60;

/// The most that an operator may allow.
pub const MOST_WALKS_PER_MINUTE: u32 = 600;

/// Connections of one street at a time.
pub const CONNECTIONS: u32 = 8;

/// Connections in all at a time: with the sockets of the walks below the usual 1024 open files.
pub const ALL_CONNECTIONS: u32 = 384;

/// Streets remembered.
pub const STREETS: usize = 4096;

/// When results leave: the first of these by which all is known, so that the moment tells little.
pub const MARKS: [Duration; 4] =
    [Duration::from_millis(1500), Duration::from_secs(5), Duration::from_secs(10), Duration::from_secs(20)];

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
    swept: Option<Timestamp>,
    /// SIP messages that this helper sent there.
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
    open: BTreeMap<Street, u32>,
    all_open: u32,
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
            open: BTreeMap::new(),
            all_open: 0,
        }
    }

    /// A connection was accepted. False: it must be dropped. Each true is followed by one [`Guard::disconnect`].
    pub fn connect(&mut self, from: IpAddr) -> bool {
        let street = Street::of(from);
        if self.all_open >= ALL_CONNECTIONS {
            return false;
        }
        let of_street = self.open.entry(street).or_default();
        if *of_street >= CONNECTIONS {
            return false;
        }
        *of_street += 1;
        self.all_open += 1;
        true
    }

    /// A connection ended.
    pub fn disconnect(&mut self, from: IpAddr) {
        let street = Street::of(from);
        if let Some(count) = self.open.get_mut(&street) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                self.open.remove(&street);
            }
        }
        self.all_open = self.all_open.saturating_sub(1);
    }

    /// Counts a request. Beyond the limit the street rests, whatever it asks meanwhile.
    pub fn request(&mut self, from: IpAddr, now: Timestamp) -> Result<(), Denied> {
        let street = Street::of(from);
        if let Some(until) = self.resting.get(street).and_then(|until| *until)
            && until > now
        {
            return Err(Denied::TooOften { again_in: until.duration_since(now).min(REST) });
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
        let visitor = self.visitors.touch(Street::of(to));
        forget_before(&mut visitor.walks, now, WALKS_SPAN);
        if visitor.is_walking {
            return Err(Denied::TooOften { again_in: rounded_up(MARKS.last().copied().unwrap_or_default()) });
        }
        if visitor.walks.len() >= WALKS {
            return Err(Denied::TooOften { again_in: room_in(&visitor.walks, now, WALKS_SPAN) });
        }
        if self.walks.len() >= self.walks_per_minute as usize {
            return Err(Denied::Busy { again_in: room_in(&self.walks, now, MINUTE) });
        }
        self.walks.push_back(now);
        self.walking += 1;
        visitor.walks.push_back(now);
        visitor.is_walking = true;
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

    /// Grants the sweep of a whole voice range.
    pub fn begin_sweep(&mut self, to: IpAddr, now: Timestamp) -> Result<(), Denied> {
        let visitor = self.visitors.touch(Street::of(to));
        if let Some(last) = visitor.swept
            && now.duration_since(last) < SWEEP_SPAN
        {
            return Err(Denied::TooOften { again_in: (SWEEP_SPAN - now.duration_since(last)).min(SWEEP_SPAN) });
        }
        visitor.swept = Some(now);
        Ok(())
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

/// A time from the future (a clock that was set back) counts as now.
fn forget_before(times: &mut VecDeque<Timestamp>, now: Timestamp, span: SignedDuration) {
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

    fn get(&self, street: Street) -> Option<&T> {
        self.by_street.get(&street).map(|(_, line)| line)
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
mod tests {
    use super::*;

    const OFFICE: IpAddr = IpAddr::V4(Ipv4Addr::new(11, 22, 33, 2));
    const OTHER: IpAddr = IpAddr::V4(Ipv4Addr::new(11, 22, 33, 3));

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + seconds).unwrap()
    }

    fn secs(denied: Denied) -> i64 {
        match denied {
            Denied::TooOften { again_in } | Denied::Busy { again_in } => again_in.as_secs(),
        }
    }

    #[test]
    fn one_walk_at_a_time_and_six_in_ten_minutes() {
        let mut guard = Guard::new(60);
        guard.begin_walk(OFFICE, at(0)).unwrap();
        assert!(matches!(guard.begin_walk(OFFICE, at(1)), Err(Denied::TooOften { .. })), "one is under way");
        guard.begin_walk(OTHER, at(1)).unwrap();
        guard.end_walk(OTHER, Ledger::default());
        guard.end_walk(OFFICE, Ledger::default());
        for i in 1..6 {
            guard.begin_walk(OFFICE, at(i * 60)).unwrap();
            guard.end_walk(OFFICE, Ledger::default());
        }
        let denied = guard.begin_walk(OFFICE, at(400)).unwrap_err();
        assert_eq!(denied, Denied::TooOften { again_in: SignedDuration::from_secs(200) });
        guard.begin_walk(OFFICE, at(600)).unwrap();
        assert_eq!(guard.walking(), 1);
    }

    #[test]
    fn a_whole_ipv6_customer_is_one_street() {
        let mut guard = Guard::new(60);
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        guard.begin_walk(ip("2a02:1:2:3400::1"), at(0)).unwrap();
        assert!(guard.begin_walk(ip("2a02:1:2:34ff:5:6:7:8"), at(0)).is_err());
        guard.begin_walk(ip("2a02:1:2:3500::1"), at(0)).unwrap();
        assert_eq!(Street::of(ip("::ffff:11.22.33.2")), Street::of(OFFICE));
    }

    #[test]
    fn the_total_is_the_operators() {
        let mut guard = Guard::new(2);
        for last in 1..=2 {
            guard.begin_walk(IpAddr::V4(Ipv4Addr::new(11, 0, 0, last)), at(0)).unwrap();
        }
        let denied = guard.begin_walk(OFFICE, at(45)).unwrap_err();
        assert_eq!(denied, Denied::Busy { again_in: SignedDuration::from_secs(15) });
        guard.begin_walk(OFFICE, at(60)).unwrap();
    }

    #[test]
    fn who_asks_more_than_sixty_times_a_minute_rests_an_hour() {
        let mut guard = Guard::new(60);
        for i in 0..60 {
            guard.request(OFFICE, at(i)).unwrap();
        }
        assert_eq!(secs(guard.request(OFFICE, at(59)).unwrap_err()), 3600);
        assert_eq!(secs(guard.request(OFFICE, at(1859)).unwrap_err()), 1800);
        guard.request(OTHER, at(59)).unwrap();
        guard.request(OFFICE, at(59 + 3600)).unwrap();
        let mut calm = Guard::new(60);
        for i in 0..600 {
            calm.request(OFFICE, at(i)).unwrap();
        }
    }

    #[test]
    fn nobody_crowds_his_own_rest_out_of_the_table() {
        let mut guard = Guard::new(60);
        for _ in 0..=REQUESTS {
            guard.request(OFFICE, at(0)).ok();
        }
        for i in 0..20_000_u32 {
            guard.request(IpAddr::V4(Ipv4Addr::from_bits(0x0C00_0000 + i)), at(1)).unwrap();
        }
        assert!(guard.request(OFFICE, at(2)).is_err());
        assert!(guard.remembered() <= 2 * STREETS, "{}", guard.remembered());
    }

    #[test]
    fn connections_are_counted_for_each_street_and_in_all() {
        let mut guard = Guard::new(60);
        let mine = (0..20).filter(|_| guard.connect(OFFICE)).count();
        assert_eq!(mine, CONNECTIONS as usize);
        let streets = (0..1000_u32).filter(|i| guard.connect(IpAddr::V4(Ipv4Addr::from_bits(0x0C00_0000 + i)))).count();
        assert_eq!(streets + mine, ALL_CONNECTIONS as usize);
        guard.disconnect(OFFICE);
        assert!(guard.connect(OTHER));
        assert!(!guard.connect(OTHER));
    }

    #[test]
    fn a_sweep_is_granted_once_an_hour() {
        let mut guard = Guard::new(60);
        guard.begin_sweep(OFFICE, at(0)).unwrap();
        assert_eq!(secs(guard.begin_sweep(OFFICE, at(600)).unwrap_err()), 3000);
        guard.begin_sweep(OTHER, at(600)).unwrap();
        guard.begin_sweep(OFFICE, at(3600)).unwrap();
    }

    #[test]
    fn sip_messages_are_remembered_from_walk_to_walk() {
        let mut guard = Guard::new(60);
        let mut ledger = guard.begin_walk(OFFICE, at(0)).unwrap();
        assert!(ledger.take(OFFICE, at(0), 4));
        guard.end_walk(OFFICE, ledger);
        assert_eq!(guard.begin_walk(OFFICE, at(30)).unwrap().room(OFFICE, at(30)), 0);
    }

    #[test]
    fn results_leave_at_four_moments_only() {
        for (took, leaves) in [(0, 1500), (1499, 1500), (1500, 1500), (1501, 5000), (5001, 10_000), (19_999, 20_000)] {
            assert_eq!(release(Duration::from_millis(took)), Duration::from_millis(leaves));
        }
    }
}

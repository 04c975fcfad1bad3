//! How fast a sweep sends, and in which order. Pure: time is passed in.
//!
//! Each port asked is a line in the table of the walker's home router and in the office's. A usual table holds 16,000
//! lines, a small one 4,000, and a line without an answer stays for half a minute. So it starts slowly, becomes faster
//! while answers keep coming, and stops where a router has no room for new lines: that silence says nothing about the
//! office. Where answers come at once, they are its clock: each lets two more tokens go, up to as many on their way as
//! any fresh connection has.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

/// Tokens a second at first: 0.24 Mbit/s.
const START: u64 = 500;

/// Tokens a second that the clock lets go at most: 2.4 Mbit/s, and the whole range of the usual phone systems in little
/// more than two seconds.
const MOST: u64 = 5000;

/// Tokens on their way that answers may add up to: 15,000 bytes, the first flight of a TCP connection (RFC 6928).
const FLIGHT: usize = 256;

/// Tokens that each answer lets go.
const EACH_ANSWER: usize = 2;

/// How often the pace is looked at.
const STEP: Duration = Duration::from_millis(100);

/// One look at the ports must be over in this part of the time left, two fifths, so that another can follow.
const SHARE_OF_TIME: (u64, u64) = (2, 5);

/// Tokens that may leave at once after a pause of the machine itself: a fiftieth of a second's.
const BURST: u64 = MOST / 50;

/// A token's worth, counted in millionths so that a millisecond's part is not lost.
const TOKEN: u64 = 1_000_000;

/// Tokens that are judged together. In the order of [`spread`] each window stands for the whole range, so that a hole
/// makes all of them alike.
const WINDOW: usize = 256;

/// Windows much worse than the best before the look is broken off.
const BAD_WINDOWS: u32 = 4;

/// Ports in an order in which any stretch of it stands for the whole: a moment's loss then looks like no hole.
pub(super) fn spread(ports: &[u16]) -> Vec<u16> {
    let length = ports.len();
    if length < 3 {
        return ports.to_vec();
    }
    // Near the golden section, and without a common factor, so that every port comes once.
    let golden = length * 618 / 1000;
    let step = (golden.max(1)..length).find(|step| common_factor(*step, length) == 1).unwrap_or(1);
    (0..length).filter_map(|i| ports.get(i * step % length)).copied().collect()
}

const fn common_factor(mut a: usize, mut b: usize) -> usize {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

/// The pace of one look.
pub(super) struct Pace {
    rate: u64,
    /// What may leave now, in parts of a [`TOKEN`].
    credit: u64,
    /// Tokens that answers let go and that have not left yet.
    owed: usize,
    /// Tokens without an answer that may still get one.
    flying: usize,
    last: Instant,
    stepped: Instant,
    until: Instant,
    left: usize,
    window: Vec<u16>,
    /// Full windows and when their last token left.
    waiting: VecDeque<(Instant, Vec<u16>)>,
    /// The most answers in a window.
    best: usize,
    bad: u32,
}

impl Pace {
    pub(super) fn new(ports: usize, now: Instant, until: Instant) -> Self {
        Self {
            rate: START,
            // A few ports leave at once.
            credit: 8 * TOKEN,
            owed: 0,
            flying: 0,
            last: now,
            stepped: now,
            until,
            left: ports,
            window: Vec::new(),
            waiting: VecDeque::new(),
            best: 0,
            bad: 0,
        }
    }

    /// How many of those that wait may leave now.
    pub(super) fn due(&mut self, now: Instant, waiting: usize) -> usize {
        self.left = waiting;
        let passed = millionths(now.duration_since(self.last));
        self.last = now;
        let earned = passed.saturating_mul(self.rate.max(self.least(now)));
        self.credit = self.credit.saturating_add(earned).min(BURST * TOKEN);
        let due = usize::try_from(self.credit / TOKEN).unwrap_or(usize::MAX).min(waiting);
        self.credit -= (due as u64).saturating_mul(TOKEN).min(self.credit);
        let more = self.owed.min(FLIGHT.saturating_sub(self.flying + due)).min(waiting - due);
        self.owed -= more;
        due + more
    }

    /// So many answers came in.
    pub(super) fn heard(&mut self, answers: usize) {
        self.flying = self.flying.saturating_sub(answers);
        self.owed = self.owed.saturating_add(answers.saturating_mul(EACH_ANSWER)).min(FLIGHT);
    }

    /// So slow that the look would not end in time is too slow.
    fn least(&self, now: Instant) -> u64 {
        let (part, whole) = SHARE_OF_TIME;
        let time = millionths(self.until.saturating_duration_since(now)).saturating_mul(part) / whole;
        ((self.left as u64).saturating_mul(TOKEN) / time.max(1)).min(MOST)
    }

    pub(super) fn sent(&mut self, port: u16, now: Instant) {
        self.flying += 1;
        self.window.push(port);
        if self.window.len() >= WINDOW {
            self.waiting.push_back((now, std::mem::take(&mut self.window)));
        }
    }

    /// Follows what is heard. False: new ports get no answer any more, however slowly they are asked.
    pub(super) fn goes_well(&mut self, now: Instant, patience: Duration, answered: impl Fn(u16) -> bool) -> bool {
        while let Some((_, window)) = self.waiting.pop_front_if(|(at, _)| now.duration_since(*at) >= patience) {
            let share = window.iter().filter(|port| answered(**port)).count();
            self.flying = self.flying.saturating_sub(window.len() - share);
            if share * 2 < self.best {
                self.bad += 1;
                self.rate = (self.rate / 2).max(START);
                self.stepped = now;
            } else {
                self.bad = 0;
            }
            self.best = self.best.max(share);
        }
        if now.duration_since(self.stepped) >= STEP && self.bad == 0 {
            self.stepped = now;
            self.rate = (self.rate * 8 / 5).min(MOST);
        }
        self.bad < BAD_WINDOWS
    }
}

fn millionths(time: Duration) -> u64 {
    u64::try_from(time.as_micros()).unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sends `ports` in made time; the network passes a port by `passes(nth of the look)`. Gives how long it took, and
    /// whether it came to its end.
    fn look(ports: usize, passes: impl Fn(usize) -> bool) -> (Duration, bool) {
        let began = Instant::now();
        let mut now = began;
        let all: Vec<u16> = (0..u16::try_from(ports).unwrap()).collect();
        let order = spread(&all);
        let mut pace = Pace::new(ports, now, now + Duration::from_secs(28));
        let (mut next, mut through) = (0, vec![false; ports]);
        while next < ports {
            for _ in 0..pace.due(now, ports - next) {
                let port = order[next];
                through[usize::from(port)] = passes(next);
                pace.sent(port, now);
                next += 1;
            }
            now += Duration::from_millis(2);
            if !pace.goes_well(now, Duration::from_millis(300), |port| through[usize::from(port)]) {
                return (now - began, false);
            }
        }
        (now - began, true)
    }

    #[test]
    fn every_port_once_and_neighbours_far_apart() {
        for length in [0, 1, 2, 3, 4, 100, 9_999, 10_001] {
            let ports: Vec<u16> = (0..length).map(|p| 10_000 + p).collect();
            let mut order = spread(&ports);
            if length > 100 {
                assert!(order.windows(2).all(|w| w[0].abs_diff(w[1]) > length / 4));
            }
            order.sort_unstable();
            assert_eq!(order, ports);
        }
    }

    #[test]
    fn a_whole_range_takes_less_than_three_seconds() {
        let (took, ended) = look(10_001, |_| true);
        assert!(ended && took < Duration::from_secs(3), "{took:?}");
    }

    /// A whole range where each token that passes is answered after `trip`. Gives how long it took to send, and the most
    /// that were on their way.
    fn answered(trip: Duration, passes: impl Fn(usize) -> bool) -> (Duration, usize) {
        let began = Instant::now();
        let mut now = began;
        let mut pace = Pace::new(10_001, now, now + Duration::from_secs(28));
        let (mut sent, mut answers, mut most) = (0, 0, 0);
        let mut coming: VecDeque<(Instant, bool)> = VecDeque::new();
        while sent < 10_001 {
            for _ in 0..pace.due(now, 10_001 - sent) {
                pace.sent(u16::try_from(sent).unwrap(), now);
                coming.push_back((now + trip, passes(sent)));
                sent += 1;
            }
            most = most.max(coming.iter().filter(|(_, passed)| *passed).count());
            now += Duration::from_millis(1);
            let mut heard = 0;
            while let Some((_, passed)) = coming.pop_front_if(|(at, _)| *at <= now) {
                heard += usize::from(passed);
            }
            answers += heard;
            pace.heard(heard);
            assert!(pace.goes_well(now, Duration::from_millis(300), |port| passes(usize::from(port))));
        }
        assert!(answers > 0);
        (now - began, most)
    }

    #[test]
    fn answers_are_its_clock_and_never_let_more_fly_than_a_fresh_connection_has() {
        let (near, most) = answered(Duration::from_millis(1), |_| true);
        assert!(near < Duration::from_millis(100) && most <= FLIGHT + 10, "{near:?}, {most}");
        let (far, most) = answered(Duration::from_millis(40), |_| true);
        assert!(far < Duration::from_millis(2200) && most <= FLIGHT + 200, "{far:?}, {most}");
        let (holed, most) = answered(Duration::from_millis(1), |nth| nth % 3 == 0);
        assert!(near < holed && most <= FLIGHT, "{holed:?}, {most}");
    }

    #[test]
    fn the_fewer_ports_the_fewer_at_once() {
        let now = Instant::now();
        let mut pace = Pace::new(10_001, now, now + Duration::from_secs(28));
        assert!(pace.due(now, 10_001) <= 8);
        let after = pace.due(now + Duration::from_secs(5), 9_993);
        assert!(after <= 100, "a machine that slept sends no burst: {after}");
    }

    #[test]
    fn a_hole_or_steady_loss_is_asked_to_the_end() {
        let (took, ended) = look(10_001, |nth| nth % 3 == 0);
        assert!(ended && took < Duration::from_secs(12), "{took:?}");
        let (took, ended) = look(10_001, |_| false);
        assert!(ended && took < Duration::from_secs(12), "{took:?}");
    }

    #[test]
    fn a_router_without_room_ends_the_look() {
        let (_, ended) = look(10_001, |nth| nth < 4_000);
        assert!(!ended);
    }

    #[test]
    fn a_moment_of_loss_only_slows_it() {
        let (took, ended) = look(10_001, |nth| !(3_000..3_600).contains(&nth));
        assert!(ended && took < Duration::from_secs(12), "{took:?}");
    }
}

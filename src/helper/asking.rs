//! One errand along a voice range: tokens out, answers in, and what they say together. Begins and ends where `voice`
//! tells it to.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::time::{Instant, timeout_at};

use crate::domain::probe::Surroundings;
use crate::domain::service::{PortRange, Transport};
use crate::domain::voice::{self, ASKED_WHOLE, Shifted, VoiceWalk};
use crate::helper::pace::{Pace, spread};
use crate::helper::token::{LENGTH, Purpose, Token};
use crate::helper::voice::{Errand, samples};
use crate::net;
use crate::net::socket::{self, Call, Icmp};

/// How long a first token is waited for; a second is sent then, and waited for as long.
const FIRST_PATIENCE: Duration = Duration::from_millis(600);

/// Patience once answers were seen: twice the slowest, and these at least and at most.
const PATIENCE: (Duration, Duration) = (Duration::from_millis(300), Duration::from_millis(1500));

/// Questions about ports that the witness may not hold.
const MOST_QUESTIONS: u32 = 64;

/// The rest between two looks at what may leave, where no answer comes.
const TICK: Duration = Duration::from_millis(2);

/// Between two words about how far a look is.
const BETWEEN_WORDS: Duration = Duration::from_millis(20);

/// Datagrams taken in at a time, so that a flood does not keep the walk from its clock.
const AT_A_TIME: u32 = 512;

/// Answered tokens before a sweep may begin.
const BEFORE_SWEEP: u32 = 4;

/// A token on its way.
struct Sent {
    port: u16,
    purpose: Purpose,
    at: Instant,
}

/// One errand under way. One socket does it all: a home router keeps one line for each port asked, and a second look
/// at a port needs no further one.
pub(super) struct Asking<'a> {
    errand: &'a Errand<'a>,
    surroundings: &'a Surroundings,
    socket: UdpSocket,
    until: Instant,
    run: u32,
    /// By count.
    sent: Vec<Sent>,
    /// Ports to which a token left this machine.
    tried: BTreeSet<u16>,
    /// Ports that answered, and where the token arrived.
    answered: BTreeMap<u16, u16>,
    answers: u32,
    /// Ports of the look under way that have not answered.
    open: usize,
    /// What the witness said it stands for.
    covered: Option<PortRange>,
    /// Told by the witness: held or not, and the stretch.
    told: Vec<(bool, PortRange)>,
    slowest: Duration,
    swept: bool,
}

impl<'a> Asking<'a> {
    pub(super) fn begin(
        errand: &'a Errand<'a>,
        from: &'a net::From,
        surroundings: &'a Surroundings,
        limit: Duration,
    ) -> Option<Self> {
        let story = |port| SocketAddr::new(errand.target, port);
        let mut ports = errand.ports.first..=errand.ports.last;
        // A practice office plays only some ports of a long range.
        let real = ports.find_map(|port| surroundings.dial(Transport::Udp, story(port)))?;
        let until = Instant::now() + limit;
        let call = Call { story: story(errand.ports.first), real, from, surroundings, until };
        let socket = socket::loose_udp(&call, Icmp::Ignored).ok()?;
        // Answers of a sweep come close together; where the system gives less, the pace follows what is heard.
        socket2::SockRef::from(&socket).set_recv_buffer_size(1 << 20).ok();
        Some(Self {
            errand,
            surroundings,
            socket,
            until,
            run: u32::from_be_bytes(socket::random().ok()?),
            sent: Vec::new(),
            tried: BTreeSet::new(),
            answered: BTreeMap::new(),
            answers: 0,
            open: 0,
            covered: None,
            told: Vec::new(),
            slowest: Duration::ZERO,
            swept: false,
        })
    }

    /// The sampled ports, and of a short range all. Gives the part of the range that the witness stands for.
    pub(super) async fn sample(&mut self) -> Option<PortRange> {
        self.look_twice(&samples(self.errand.ports, self.errand.key)).await;
        let covered = self.covered?;
        if covered.count() <= ASKED_WHOLE {
            let all: Vec<u16> = (covered.first..=covered.last).collect();
            self.look_twice(&all).await;
            self.look_once_more(covered).await;
            self.swept = true;
        } else if covered != self.errand.ports {
            self.look_twice(&samples(covered, self.errand.key)).await;
        }
        self.settle(covered).await;
        if !self.swept {
            self.stand_in(covered).await;
        }
        Some(covered)
    }

    /// A sampled port that the phone system holds itself says nothing, so its neighbour is asked instead.
    async fn stand_in(&mut self, covered: PortRange) {
        let taken: Vec<PortRange> = self.told.iter().filter(|(held, _)| !held).map(|(_, stretch)| *stretch).collect();
        let asked = |port: &u16| covered.contains(*port) && !self.tried.contains(port);
        let beside = |s: &PortRange| [s.last.checked_add(1), s.first.checked_sub(1)].into_iter().flatten().find(asked);
        let others: Vec<u16> = taken.iter().filter_map(beside).collect();
        if !others.is_empty() {
            self.look_twice(&others).await;
            self.settle(covered).await;
        }
    }

    /// True when the witness answered four tokens. Ports that answered before are asked again where some are missing.
    pub(super) async fn is_known_well(&mut self) -> bool {
        let known: Vec<u16> = self.answered.keys().copied().collect();
        for port in known.iter().cycle().take(known.len().min(1) * 8) {
            if self.answers >= BEFORE_SWEEP {
                break;
            }
            let before = self.answers;
            self.send(Purpose::Knock, *port, *port).await;
            self.hear(Instant::now() + self.patience(), |asking| asking.answers > before).await;
        }
        self.answers >= BEFORE_SWEEP
    }

    /// Every port, those that are silent a second time, and few of them a third. False when it was cut short.
    pub(super) async fn every_port(&mut self, covered: PortRange, on: &mut dyn FnMut(u32, u32)) -> bool {
        let rest: Vec<u16> = (covered.first..=covered.last).filter(|p| !self.tried.contains(p)).collect();
        let budget = self.sent.len() + 2 * rest.len();
        if !self.look(&spread(&rest), on).await || !rest.iter().all(|p| self.tried.contains(p)) {
            return false;
        }
        let silent = self.silent(covered);
        self.look(&spread(&silent), &mut |_, _| ()).await;
        let silent = self.silent(covered);
        if self.sent.len() + silent.len() <= budget {
            self.look(&spread(&silent), &mut |_, _| ()).await;
        }
        self.settle(covered).await;
        self.swept = true;
        true
    }

    async fn look_twice(&mut self, ports: &[u16]) {
        for _ in 0..2 {
            let silent: Vec<u16> = ports.iter().copied().filter(|p| !self.answered.contains_key(p)).collect();
            self.look(&silent, &mut |_, _| ()).await;
        }
    }

    /// A third look, where most were answered before their second token.
    async fn look_once_more(&mut self, covered: PortRange) {
        let silent = self.silent(covered);
        if self.sent.len() + silent.len() <= 2 * covered.count() as usize {
            self.look(&silent, &mut |_, _| ()).await;
        }
    }

    fn silent(&self, covered: PortRange) -> Vec<u16> {
        let silent = self.tried.iter().filter(|p| covered.contains(**p) && !self.answered.contains_key(p));
        silent.copied().collect()
    }

    /// One token to each port, and some patience. False when a router on the way stopped letting new ports through.
    async fn look(&mut self, ports: &[u16], on: &mut dyn FnMut(u32, u32)) -> bool {
        let total = u32::try_from(ports.len()).unwrap_or(u32::MAX);
        self.open = ports.iter().filter(|p| !self.answered.contains_key(p)).count();
        let mut pace = Pace::new(ports.len(), Instant::now(), self.until);
        let mut waiting = ports.iter();
        let mut told = Instant::now();
        while Instant::now() < self.until {
            let due = pace.due(Instant::now(), waiting.len());
            for port in waiting.by_ref().take(due) {
                self.send(Purpose::Knock, *port, *port).await;
                pace.sent(*port, Instant::now());
            }
            if waiting.len() == 0 {
                on(total, total);
                break;
            }
            if told.elapsed() >= BETWEEN_WORDS {
                told = Instant::now();
                on(total.saturating_sub(u32::try_from(waiting.len()).unwrap_or(0)), total);
            }
            let before = self.answers;
            self.hear(Instant::now() + TICK, |_| true).await;
            pace.heard((self.answers - before) as usize);
            if !pace.goes_well(Instant::now(), self.patience(), |port| self.answered.contains_key(&port)) {
                return false;
            }
        }
        if self.open > 0 {
            self.hear(Instant::now() + self.patience(), |asking| asking.open == 0).await;
        }
        // A look that was over sooner than its answers could be is judged by what came of it in the end.
        let over = Instant::now();
        over >= self.until || pace.goes_well(over, Duration::ZERO, |port| self.answered.contains_key(&port))
    }

    /// How long an answer is waited for.
    fn patience(&self) -> Duration {
        if self.answers == 0 { FIRST_PATIENCE } else { (self.slowest * 2).clamp(PATIENCE.0, PATIENCE.1) }
    }

    async fn send(&mut self, purpose: Purpose, port: u16, to: u16) {
        let Ok(count) = u32::try_from(self.sent.len()) else { return };
        let token = Token::question(purpose, port, self.run, count).encode(self.errand.key);
        self.sent.push(Sent { port, purpose, at: Instant::now() });
        let story = SocketAddr::new(self.errand.target, to);
        let left = match self.surroundings.dial(Transport::Udp, story) {
            Some(real) => self.socket.send_to(&token, real).await.is_ok(),
            // Nobody of the practice office is there: silence.
            None => true,
        };
        // What this machine could not send says nothing about the office.
        if left && purpose == Purpose::Knock {
            self.tried.insert(port);
        }
    }

    /// Takes in answers until then, or until it is `enough`.
    async fn hear(&mut self, until: Instant, enough: impl Fn(&Self) -> bool) {
        let until = until.min(self.until);
        let mut room = [0; LENGTH + 1];
        loop {
            let mut news = false;
            for _ in 0..AT_A_TIME {
                // Errors are somebody's port unreachable.
                let Ok((length, _)) = self.socket.try_recv_from(&mut room) else { break };
                news |= self.take(room.get(..length).unwrap_or_default());
            }
            if (news && enough(self)) || timeout_at(until, self.socket.readable()).await.is_err() {
                return;
            }
        }
    }

    /// True for an answer to a token of this errand.
    fn take(&mut self, datagram: &[u8]) -> bool {
        let Some(token) = Token::decode(datagram, self.errand.key).filter(|t| t.run == self.run) else { return false };
        let Some(sent) = self.sent.get(token.count as usize) else { return false };
        if sent.port != token.port {
            return false;
        }
        let stretch = PortRange::from(token.range);
        match (sent.purpose, token.purpose) {
            (Purpose::Knock, Purpose::Answer) => {
                self.slowest = self.slowest.max(sent.at.elapsed());
                self.answers += 1;
                if self.answered.insert(token.port, token.arrived).is_none() {
                    self.open = self.open.saturating_sub(1);
                }
                let ours = voice::within(&[stretch], self.errand.ports);
                self.covered = self.covered.or(ours.first().copied());
            }
            (Purpose::AskHeld, Purpose::TellHeld) => self.told.push((token.arrived == 1, stretch)),
            (
                Purpose::Knock | Purpose::Answer | Purpose::AskHeld | Purpose::TellHeld,
                Purpose::Knock | Purpose::Answer | Purpose::AskHeld | Purpose::TellHeld,
            ) => return false,
        }
        true
    }

    /// Asks the witness about silent ports: is it standing there at all?
    async fn settle(&mut self, covered: PortRange) {
        let is_told = |told: &[(bool, PortRange)], port: u16| told.iter().any(|(_, s)| s.contains(port));
        for _ in 0..MOST_QUESTIONS {
            let open = self.silent(covered).into_iter().find(|p| !is_told(&self.told, *p));
            let Some(port) = open else { return };
            let ways: Vec<u16> = self.answered.keys().copied().collect();
            for way in ways.iter().cycle().take(3) {
                self.send(Purpose::AskHeld, port, *way).await;
                self.hear(Instant::now() + self.patience(), |asking| is_told(&asking.told, port)).await;
                if is_told(&self.told, port) {
                    break;
                }
            }
            if !is_told(&self.told, port) {
                return;
            }
        }
    }

    /// What was seen so far.
    pub(super) fn walk(&self) -> VoiceWalk {
        let covered = self.covered.unwrap_or(self.errand.ports);
        let stretches = |held: bool| {
            let of = self.told.iter().filter(|(h, _)| *h == held).map(|(_, stretch)| *stretch);
            voice::within(&voice::merged(of), covered)
        };
        let held = stretches(true);
        let inside = |port: &u16| covered.contains(*port);
        let is_held = |port: &u16| held.iter().any(|s| s.contains(*port));
        let silent = self.silent(covered).into_iter().filter(is_held);
        let shifted = self.answered.iter().filter(|(port, arrived)| port != arrived && inside(port));
        let missing = voice::ranges(silent.chain(shifted.clone().map(|(port, _)| *port)));
        let answered = voice::ranges(self.answered.keys().copied().filter(inside));
        VoiceWalk {
            service: self.errand.service.clone(),
            ports: covered,
            asked: voice::merged(answered.into_iter().chain(missing.iter().copied())),
            missing_ports: voice::count(&missing),
            missing,
            in_use: voice::without(&stretches(false), &voice::ranges(self.answered.keys().copied())),
            shifted: shifted.map(|(outside, inside)| Shifted { outside: *outside, inside: *inside }).next(),
            swept: self.swept,
            at: self.errand.now,
            asker: None,
        }
    }
}

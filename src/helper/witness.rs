//! The witness on the phone-system box: holds the free ports of a voice range for a limited time and answers tokens of
//! one invitation, each once. It sends nothing unasked, never more than it got, and nothing at all to strangers.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::rc::Rc;
use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::task::{JoinSet, LocalSet};
use tokio::time::{Instant, sleep};

use crate::domain::service::PortRange;
use crate::domain::voice;
use crate::helper::token::{LENGTH, Purpose, Token, VoiceKey};

/// Minutes a witness stands when nothing else is said.
pub const MINUTES: u32 = 10;

/// Minutes it stands at most.
pub const MOST_MINUTES: u32 = 60;

/// Errands that are told apart, so that each token is answered once. Only the holder of the code can begin one.
const MOST_RUNS: usize = 64;

/// Tokens of one errand: two for each port of the longest range, and some questions.
const MOST_COUNT: u32 = 65_536;

/// Proofs that are computed in a second: two whole sweeps. What floods beyond it is dropped unread.
const CHECKS_A_SECOND: u32 = 25_000;

/// Sources that are told by name in the end.
const MOST_SOURCES: usize = 32;

/// File handles that are left for the rest of the program.
const SPARE_HANDLES: u64 = 64;

/// A moment of rest after a socket error, so that a lasting one keeps no core busy.
const AFTER_ERROR: Duration = Duration::from_millis(20);

/// Ports that are held, and why not the others.
#[derive(Debug)]
pub struct Held {
    /// The whole range.
    pub ports: PortRange,
    sockets: Vec<(u16, std::net::UdpSocket)>,
    /// Held by the phone system or somebody else.
    pub in_use: Vec<PortRange>,
    /// Left out because the system gives no more handles.
    pub beyond: Vec<PortRange>,
}

/// What came to the witness.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Tokens answered.
    pub answered: u64,
    /// Strays, forgeries and repeats, which got nothing.
    pub dropped: u64,
    /// Tokens answered, by who asked.
    pub from: BTreeMap<IpAddr, u64>,
}

/// Takes every free UDP port of the range. Ports in use are left alone.
pub fn hold(ports: PortRange) -> io::Result<Held> {
    hold_at(Ipv4Addr::UNSPECIFIED.into(), ports)
}

/// The same on one address of this machine.
pub fn hold_at(address: IpAddr, ports: PortRange) -> io::Result<Held> {
    raise_handles(u64::from(ports.count()) + SPARE_HANDLES);
    let mut sockets = Vec::new();
    let mut in_use = Vec::new();
    let mut beyond = Vec::new();
    for port in ports.first..=ports.last {
        match std::net::UdpSocket::bind(SocketAddr::new(address, port)) {
            Ok(socket) => {
                socket.set_nonblocking(true)?;
                sockets.push((port, socket));
            }
            // Whatever else keeps a port from being taken, nobody answers there.
            Err(e) if !is_out_of_handles(&e) => in_use.push(port),
            Err(_) => {
                // Some handles are needed for the work itself.
                let spare = usize::try_from(SPARE_HANDLES / 4).unwrap_or(0).min(sockets.len());
                let given_back = sockets.split_off(sockets.len() - spare);
                beyond.extend(given_back.into_iter().map(|(port, _)| port));
                beyond.extend(port..=ports.last);
                break;
            }
        }
    }
    Ok(Held { ports, sockets, in_use: voice::ranges(in_use), beyond: voice::ranges(beyond) })
}

fn is_out_of_handles(error: &io::Error) -> bool {
    // EMFILE and ENFILE, WSAEMFILE, and no memory for more sockets.
    let numbers: &[i32] = if cfg!(windows) { &[10_024, 10_055] } else { &[24, 23, 105, 12] };
    error.raw_os_error().is_some_and(|number| numbers.contains(&number))
}

/// Asks for enough file handles; what the system's own limit leaves is told by [`Held::beyond`].
#[cfg(unix)]
fn raise_handles(wanted: u64) {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};
    let Ok((soft, hard)) = getrlimit(Resource::RLIMIT_NOFILE) else { return };
    if soft >= wanted {
        return;
    }
    // Only root may lift the hard limit.
    if wanted <= hard || setrlimit(Resource::RLIMIT_NOFILE, wanted, wanted).is_err() {
        setrlimit(Resource::RLIMIT_NOFILE, wanted.min(hard), hard).ok();
    }
}

#[cfg(not(unix))]
fn raise_handles(_wanted: u64) {}

impl Held {
    /// How many ports are held.
    pub fn count(&self) -> usize {
        self.sockets.len()
    }

    /// The held ports.
    pub fn held(&self) -> Vec<PortRange> {
        voice::ranges(self.sockets.iter().map(|(port, _)| *port))
    }

    /// Answers until `stop` is over. `on` hears of each source that is new.
    pub async fn serve(
        self,
        key: VoiceKey,
        stop: impl Future<Output = ()>,
        on: impl Fn(IpAddr) + 'static,
    ) -> io::Result<Tally> {
        let answering = Answering::new(key, self.ports, self.held());
        let desk = Rc::new(RefCell::new(Desk { answering, tally: Tally::default() }));
        let on = Rc::new(on);
        let ports = LocalSet::new();
        let mut people = JoinSet::new();
        for (port, socket) in self.sockets {
            let (socket, desk, on) = (UdpSocket::from_std(socket)?, desk.clone(), on.clone());
            people.spawn_local_on(stand(port, socket, desk, on), &ports);
        }
        ports.run_until(stop).await;
        drop(people);
        let tally = desk.borrow().tally.clone();
        Ok(tally)
    }
}

/// What the ports share. One thread, and nobody holds it across an await.
struct Desk {
    answering: Answering,
    tally: Tally,
}

/// One port.
async fn stand(port: u16, socket: UdpSocket, desk: Rc<RefCell<Desk>>, on: Rc<impl Fn(IpAddr)>) {
    // One byte more than a token, to tell longer datagrams from tokens.
    let mut room = [0; LENGTH + 1];
    loop {
        // A port unreachable for an earlier answer is reported here.
        let Ok((length, source)) = socket.recv_from(&mut room).await else {
            sleep(AFTER_ERROR).await;
            continue;
        };
        let datagram = room.get(..length).unwrap_or_default();
        let answer = desk.borrow_mut().take(datagram, port, source.ip(), Instant::now());
        let Some((answer, is_new)) = answer else { continue };
        // A full buffer loses an answer, as the street may: the walker asks again.
        socket.try_send_to(&answer, source).ok();
        if is_new {
            on(source.ip());
        }
    }
}

impl Desk {
    fn take(&mut self, datagram: &[u8], port: u16, source: IpAddr, now: Instant) -> Option<([u8; LENGTH], bool)> {
        let Some(answer) = self.answering.answer(datagram, port, now) else {
            self.tally.dropped += 1;
            return None;
        };
        self.tally.answered += 1;
        let known = self.tally.from.len();
        if known < MOST_SOURCES || self.tally.from.contains_key(&source) {
            *self.tally.from.entry(source).or_default() += 1;
        }
        Some((answer, self.tally.from.len() > known))
    }
}

/// Which token gets which answer. Pure: time is passed in.
struct Answering {
    key: VoiceKey,
    ports: PortRange,
    held: Vec<PortRange>,
    /// Tokens seen, one bit each, by errand.
    seen: BTreeMap<u32, Vec<u64>>,
    second: Option<Instant>,
    checks: u32,
}

impl Answering {
    fn new(key: VoiceKey, ports: PortRange, held: Vec<PortRange>) -> Self {
        Self { key, ports, held, seen: BTreeMap::new(), second: None, checks: 0 }
    }

    /// The answer to a datagram that came to `arrived`. None for strays, forgeries, repeats and floods.
    fn answer(&mut self, datagram: &[u8], arrived: u16, now: Instant) -> Option<[u8; LENGTH]> {
        Token::read(datagram)?;
        if !self.may_check(now) {
            return None;
        }
        let token = Token::decode(datagram, &self.key)?;
        let answer = match token.purpose {
            Purpose::Knock => token.answer(Purpose::Answer, arrived, self.ports),
            Purpose::AskHeld => {
                let (held, alike) = self.alike(token.port);
                token.answer(Purpose::TellHeld, held, alike)
            }
            Purpose::Answer | Purpose::TellHeld => return None,
        };
        self.is_first(&token).then(|| answer.encode(&self.key))
    }

    fn may_check(&mut self, now: Instant) -> bool {
        if self.second.is_none_or(|began| now.duration_since(began) >= Duration::from_secs(1)) {
            self.second = Some(now);
            self.checks = 0;
        }
        self.checks += 1;
        self.checks <= CHECKS_A_SECOND
    }

    fn is_first(&mut self, token: &Token) -> bool {
        if token.count >= MOST_COUNT || (self.seen.len() >= MOST_RUNS && !self.seen.contains_key(&token.run)) {
            return false;
        }
        let bits = self.seen.entry(token.run).or_default();
        let (word, bit) = (token.count as usize / 64, 1_u64 << (token.count % 64));
        if bits.len() <= word {
            bits.resize(word + 1, 0);
        }
        let Some(word) = bits.get_mut(word) else { return false };
        let first = *word & bit == 0;
        *word |= bit;
        first
    }

    /// Whether a port is held, and the stretch around it that is alike.
    fn alike(&self, port: u16) -> (u16, PortRange) {
        if let Some(range) = self.held.iter().find(|r| r.contains(port)) {
            return (1, *range);
        }
        let others = voice::without(&[self.ports], &self.held);
        (0, others.into_iter().find(|r| r.contains(port)).unwrap_or_else(|| PortRange::from((port, port))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANGE: PortRange = PortRange { first: 10_000, last: 10_019 };

    fn key() -> VoiceKey {
        VoiceKey::of_secret(&[3; 10])
    }

    fn answering() -> Answering {
        let held = [(10_000, 10_006), (10_008, 10_019)].map(PortRange::from).to_vec();
        Answering::new(key(), RANGE, held)
    }

    fn told(answer: Option<[u8; LENGTH]>) -> Token {
        Token::decode(&answer.unwrap(), &key()).unwrap()
    }

    #[test]
    fn an_answer_tells_where_the_token_arrived_and_what_the_witness_stands_for() {
        let knock = Token::question(Purpose::Knock, 10_004, 1, 0);
        let answer = told(answering().answer(&knock.encode(&key()), 10_104, Instant::now()));
        assert_eq!(answer, knock.answer(Purpose::Answer, 10_104, RANGE));
    }

    #[test]
    fn each_token_is_answered_once_on_whatever_port_it_comes_back() {
        let (mut desk, now) = (answering(), Instant::now());
        let datagram = Token::question(Purpose::Knock, 10_004, 1, 0).encode(&key());
        assert!(desk.answer(&datagram, 10_004, now).is_some());
        assert!(desk.answer(&datagram, 10_004, now).is_none());
        assert!(desk.answer(&datagram, 10_005, now).is_none());
        let next = Token::question(Purpose::Knock, 10_004, 1, 1).encode(&key());
        assert!(desk.answer(&next, 10_004, now).is_some());
    }

    #[test]
    fn forged_foreign_and_answering_tokens_get_nothing() {
        let (mut desk, now) = (answering(), Instant::now());
        let knock = Token::question(Purpose::Knock, 10_004, 1, 0);
        let foreign = knock.encode(&VoiceKey::of_secret(&[4; 10]));
        let mut forged = knock.encode(&key());
        forged[5] ^= 1;
        let answer = knock.answer(Purpose::Answer, 10_004, RANGE).encode(&key());
        for datagram in [foreign.as_slice(), &forged, &answer, b"", b"\x80\0", &[0; 200]] {
            assert!(desk.answer(datagram, 10_004, now).is_none());
        }
        assert!(desk.seen.is_empty(), "and leave no trace");
    }

    #[test]
    fn memory_and_work_are_bounded() {
        let (mut desk, now) = (answering(), Instant::now());
        let ask = |run: u32, count: u32| Token::question(Purpose::Knock, 10_000, run, count).encode(&key());
        assert!(desk.answer(&ask(0, MOST_COUNT), 10_000, now).is_none());
        let answered = (0..1000).filter(|run| desk.answer(&ask(*run, MOST_COUNT - 1), 10_000, now).is_some()).count();
        assert_eq!(answered, MOST_RUNS);
        assert!(desk.seen.values().map(Vec::len).sum::<usize>() <= MOST_RUNS * MOST_COUNT as usize / 64);
        assert!(desk.answer(&ask(5, 0), 10_000, now).is_some(), "an errand that began goes on");

        let forged = Token::question(Purpose::Knock, 10_000, 1, 9).encode(&VoiceKey::of_secret(&[4; 10]));
        for _ in 0..CHECKS_A_SECOND {
            assert!(desk.answer(&forged, 10_000, now).is_none());
        }
        assert!(desk.answer(&ask(5, 1), 10_000, now).is_none(), "a flood is not even read");
        assert!(desk.answer(&ask(5, 1), 10_000, now + Duration::from_secs(1)).is_some());
    }

    #[test]
    fn a_holding_is_told_with_its_stretch() {
        let mut desk = answering();
        for (count, (port, held, stretch)) in (0..).zip([
            (10_007, 0, (10_007, 10_007)),
            (10_003, 1, (10_000, 10_006)),
            (10_012, 1, (10_008, 10_019)),
            (9, 0, (9, 9)),
        ]) {
            let ask = Token::question(Purpose::AskHeld, port, 1, count).encode(&key());
            let answer = told(desk.answer(&ask, 10_000, Instant::now()));
            assert_eq!((answer.purpose, answer.arrived, answer.range), (Purpose::TellHeld, held, stretch));
        }
    }

    #[tokio::test]
    async fn ports_in_use_are_left_alone_and_named() {
        let taken = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let held = hold_at(Ipv4Addr::LOCALHOST.into(), PortRange::from((port, port))).unwrap();
        assert_eq!((held.count(), held.in_use.as_slice()), (0, [PortRange::from((port, port))].as_slice()));
        assert!(held.beyond.is_empty());
        drop(held);
        assert!(taken.local_addr().is_ok());
    }

    #[tokio::test]
    async fn it_stands_on_its_ports_until_its_time_is_over() {
        let free = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
        let port = free.local_addr().unwrap().port();
        drop(free);
        let held = hold_at(Ipv4Addr::LOCALHOST.into(), PortRange::from((port, port))).unwrap();
        let walker = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let asked = async {
            let knock = |count| Token::question(Purpose::Knock, port, 1, count).encode(&key());
            // A cut one comes first and one comes twice; a port takes its datagrams in their order.
            for datagram in [&knock(0)[..31], &knock(0), &knock(0), &knock(1)] {
                walker.send_to(datagram, ("127.0.0.1", port)).await.unwrap();
            }
            for count in [0, 1] {
                let mut room = [0; 64];
                let length = walker.recv(&mut room).await.unwrap();
                let answer = Token::decode(&room[..length], &key()).unwrap();
                assert_eq!((answer.arrived, answer.count), (port, count));
            }
        };
        let tally = held.serve(key(), asked, |_| ()).await.unwrap();
        assert_eq!((tally.answered, tally.dropped), (2, 2));
        assert_eq!(tally.from.values().sum::<u64>(), 2);
        assert!(walker.try_recv(&mut [0; 64]).is_err());
    }
}

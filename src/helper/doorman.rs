//! The helper's side of the doorman test, without sockets: gives out Call-IDs to whoever asked over TLS, takes in what
//! arrives under one of them from the same address, answers it, and shows it to its asker. Everything else is dropped in
//! silence. Time is passed in; memory, time and answers are bounded.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::service::Transport;
use crate::domain::sip_compare::{header, lines};
use crate::net::USER_AGENT;
use crate::net::socket::{hex, random};

/// How long a ticket is good for. Four letters and their answers take five seconds.
pub const GOOD_FOR: SignedDuration = SignedDuration::from_secs(60);
/// Tickets of one street at a time.
pub const MOST_OF_ONE_STREET: usize = 6;
/// Tickets of all streets together: with [`LONGEST_LETTER`] less than 8 MB.
pub const MOST_TICKETS: usize = 256;
/// Longest letter that is read. Ours has a thousand bytes, and no doorman adds that much.
pub const LONGEST_LETTER: usize = 3_500;
/// Ports that may be offered.
pub const MOST_PORTS: usize = 4;
/// Answers to one Call-ID: two sends of an INVITE, and two of a CANCEL.
const MOST_ANSWERS: u8 = 4;

/// What an office needs to send its letters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// To ask with what arrived.
    pub ticket: String,
    /// Seconds for which it is good.
    pub good_for_secs: u32,
    /// One letter for each transport and port.
    pub letters: Vec<Letter>,
}

/// Where to send one letter, and under which name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// UDP or TCP.
    pub transport: Transport,
    /// The helper's port.
    pub port: u16,
    /// What stands in the Call-ID before the `@`.
    pub call_id: String,
}

/// What became of one letter, as the helper saw it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrived {
    /// UDP or TCP.
    pub transport: Transport,
    /// The helper's port.
    pub port: u16,
    /// Lines of the first letter that arrived.
    pub arrived: Option<Vec<String>>,
    /// Lines of the answer to it.
    pub answer: Option<Vec<String>>,
    /// Our answer was acknowledged.
    pub acknowledged: bool,
}

/// Why no ticket is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTicket {
    /// This street has enough of them; the next one is free after so many seconds.
    TooOften {
        /// Seconds to wait.
        wait_secs: u32,
    },
    /// All tickets are given out.
    Busy,
    /// This helper listens on no SIP port.
    NoPorts,
    /// The computer has no random numbers.
    NoChance,
}

/// The desk.
#[derive(Debug)]
pub struct DoormanDesk {
    offered: Vec<(Transport, u16)>,
    /// Open tickets by the street of their asker.
    open: BTreeMap<IpAddr, Vec<Open>>,
}

/// One ticket that was given out.
#[derive(Debug)]
struct Open {
    ticket: String,
    asker: IpAddr,
    until: Timestamp,
    letters: Vec<Awaited>,
}

/// One letter that may arrive.
#[derive(Debug)]
struct Awaited {
    letter: Letter,
    arrived: Option<Vec<u8>>,
    answer: Option<Vec<u8>>,
    acknowledged: bool,
    answers_left: u8,
}

impl DoormanDesk {
    /// A desk for these SIP ports.
    pub fn new(offered: Vec<(Transport, u16)>) -> Self {
        let mut offered = offered;
        offered.truncate(2 * MOST_PORTS);
        Self { offered, open: BTreeMap::new() }
    }

    /// The ports that are told to askers.
    pub fn offered_ports(&self) -> Vec<(Transport, u16)> {
        self.offered.clone()
    }

    /// Gives out a ticket. `asker` is the other end of the connection that asks, never a field.
    pub fn open(&mut self, asker: IpAddr, now: Timestamp) -> Result<Ticket, NoTicket> {
        if self.offered.is_empty() {
            return Err(NoTicket::NoPorts);
        }
        self.forget_old(now);
        let asker = asker.to_canonical();
        let all: usize = self.open.values().map(Vec::len).sum();
        let of_street = self.open.get(&street(asker)).map(Vec::as_slice).unwrap_or_default();
        if of_street.len() >= MOST_OF_ONE_STREET {
            let first = of_street.iter().map(|t| t.until).min().unwrap_or(now);
            let wait_secs = u32::try_from(first.duration_since(now).as_secs() + 1).unwrap_or(1);
            return Err(NoTicket::TooOften { wait_secs });
        }
        if all >= MOST_TICKETS {
            return Err(NoTicket::Busy);
        }
        let ticket = name().ok_or(NoTicket::NoChance)?;
        let letter = |(transport, port): &(Transport, u16)| {
            Some(Letter { transport: *transport, port: *port, call_id: format!("se-{}", name()?) })
        };
        let letters: Vec<Letter> = self.offered.iter().map(letter).collect::<Option<_>>().ok_or(NoTicket::NoChance)?;
        let until = now.checked_add(GOOD_FOR).unwrap_or(now);
        let awaited = letters.iter().cloned().map(Awaited::new).collect();
        let open = Open { ticket: ticket.clone(), asker, until, letters: awaited };
        self.open.entry(street(asker)).or_default().push(open);
        let good_for_secs = u32::try_from(GOOD_FOR.as_secs()).unwrap_or(0);
        Ok(Ticket { ticket, good_for_secs, letters })
    }

    /// True when a letter from this address is awaited; anybody else is not even listened to.
    pub fn awaits(&self, from: IpAddr, now: Timestamp) -> bool {
        let from = from.to_canonical();
        self.open.get(&street(from)).is_some_and(|open| open.iter().any(|t| t.asker == from && t.until > now))
    }

    /// Takes in what arrived at one port, and gives what to answer: never more than what came, and only to the address
    /// that the Call-ID was given out to.
    pub fn arrived(
        &mut self,
        transport: Transport,
        port: u16,
        from: SocketAddr,
        bytes: &[u8],
        now: Timestamp,
    ) -> Option<Vec<u8>> {
        let ip = from.ip().to_canonical();
        if bytes.len() > LONGEST_LETTER || !self.awaits(ip, now) {
            return None;
        }
        let message = lines(bytes);
        let call_id = header(&message, "Call-ID").into_iter().next()?;
        let name = call_id.split('@').next().unwrap_or_default();
        let tickets = self.open.get_mut(&street(ip))?.iter_mut().filter(|t| t.asker == ip && t.until > now);
        let awaited = tickets.flat_map(|t| &mut t.letters).find(|a| a.is_called(transport, port, name))?;
        match message.iter().find(|l| !l.is_empty())?.split(' ').next()? {
            "ACK" => {
                awaited.acknowledged = true;
                None
            }
            "CANCEL" => awaited.answer_with("200 OK", &message, from, bytes.len()),
            method => {
                let is_first = awaited.arrived.is_none();
                awaited.arrived.get_or_insert_with(|| bytes.to_vec());
                // Whatever a doorman made of it is shown; only a letter that is still one is answered.
                let answer = (method == "INVITE")
                    .then(|| awaited.answer_with("480 Temporarily Unavailable", &message, from, bytes.len()))??;
                if is_first {
                    awaited.answer = Some(answer.clone());
                }
                Some(answer)
            }
        }
    }

    /// What arrived under this ticket, for the address that it was given to.
    pub fn seen(&self, ticket: &str, asker: IpAddr, now: Timestamp) -> Option<Vec<Arrived>> {
        let asker = asker.to_canonical();
        let open = self.open.get(&street(asker))?;
        let found = open.iter().find(|t| t.ticket == ticket && t.asker == asker && t.until > now)?;
        Some(found.letters.iter().map(Awaited::shown).collect())
    }

    fn forget_old(&mut self, now: Timestamp) {
        for open in self.open.values_mut() {
            open.retain(|t| t.until > now);
        }
        self.open.retain(|_, open| !open.is_empty());
    }
}

impl Awaited {
    const fn new(letter: Letter) -> Self {
        Self { letter, arrived: None, answer: None, acknowledged: false, answers_left: MOST_ANSWERS }
    }

    fn is_called(&self, transport: Transport, port: u16, name: &str) -> bool {
        (self.letter.transport, self.letter.port, self.letter.call_id.as_str()) == (transport, port, name)
    }

    fn answer_with(&mut self, status: &str, message: &[String], from: SocketAddr, room: usize) -> Option<Vec<u8>> {
        self.answers_left = self.answers_left.checked_sub(1)?;
        let answer = answer(status, message, from, &self.letter.call_id);
        (answer.len() <= room).then_some(answer)
    }

    fn shown(&self) -> Arrived {
        Arrived {
            transport: self.letter.transport,
            port: self.letter.port,
            arrived: self.arrived.as_deref().map(lines),
            answer: self.answer.as_deref().map(lines),
            acknowledged: self.acknowledged,
        }
    }
}

/// A SIP answer as RFC 3261 section 8.2.6 wants it, with the sender's address where it asked for it (RFC 3581).
fn answer(status: &str, message: &[String], from: SocketAddr, call_id: &str) -> Vec<u8> {
    let mut answer = vec![format!("SIP/2.0 {status}")];
    for (at, via) in header(message, "Via").iter().enumerate() {
        answer.push(format!("Via: {}", if at == 0 { received(via, from) } else { via.clone() }));
    }
    // The tag only has to be ours and the same each time.
    let tag = call_id.chars().skip(3).take(8).collect::<String>();
    for name in ["From", "To", "Call-ID", "CSeq"] {
        for value in header(message, name).into_iter().take(1) {
            let tagged = name == "To" && !value.contains(";tag=");
            answer.push(if tagged { format!("{name}: {value};tag={tag}") } else { format!("{name}: {value}") });
        }
    }
    answer.push(format!("Server: {USER_AGENT}"));
    answer.push("Content-Length: 0\r\n\r\n".to_owned());
    answer.join("\r\n").into_bytes()
}

fn received(via: &str, from: SocketAddr) -> String {
    let fill = |part: &str| if part.trim() == "rport" { format!("rport={}", from.port()) } else { part.to_owned() };
    let parts: Vec<String> = via.split(';').map(fill).collect();
    format!("{};received={}", parts.join(";"), from.ip().to_canonical())
}

/// A house with IPv6 has a whole network to ask from.
fn street(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(v6) => IpAddr::V6((v6.to_bits() >> 72 << 72).into()),
    }
}

/// A name that nobody can guess.
fn name() -> Option<String> {
    random::<12>().ok().map(|bytes| hex(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UDP: (Transport, u16) = (Transport::Udp, 5060);

    fn now() -> Timestamp {
        "2026-11-23T12:00:00Z".parse().unwrap()
    }

    fn later(secs: i64) -> Timestamp {
        now().checked_add(SignedDuration::from_secs(secs)).unwrap()
    }

    fn office() -> SocketAddr {
        "66.111.222.111:40123".parse().unwrap()
    }

    fn desk() -> DoormanDesk {
        DoormanDesk::new(vec![UDP, (Transport::Udp, 5062), (Transport::Tcp, 5060), (Transport::Tcp, 5062)])
    }

    /// A letter as the office writes it.
    fn letter(method: &str, call_id: &str) -> Vec<u8> {
        format!(
            "{method} sip:doorman-test@11.22.33.50:5060 SIP/2.0\r\n\
             Via: SIP/2.0/UDP 192.168.77.10:40123;branch=z9hG4bKa1;rport\r\nMax-Forwards: 70\r\n\
             From: <sip:doorman-test@192.168.77.10:40123>;tag=1\r\nTo: <sip:doorman-test@11.22.33.50:5060>\r\n\
             Call-ID: {call_id}@192.168.77.10\r\nCSeq: 1 {method}\r\n\
             Contact: <sip:doorman-test@192.168.77.10:40123;transport=udp>\r\nUser-Agent: test\r\n\
             Content-Type: application/sdp\r\nContent-Length: 78\r\n\r\n\
             v=0\r\no=- 1 1 IN IP4 192.168.77.10\r\ns=-\r\nc=IN IP4 192.168.77.10\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n"
        )
        .into_bytes()
    }

    fn take(desk: &mut DoormanDesk, from: SocketAddr, bytes: &[u8]) -> Option<String> {
        let answer = desk.arrived(UDP.0, UDP.1, from, bytes, now())?;
        assert!(answer.len() <= bytes.len(), "never more than what came");
        Some(String::from_utf8(answer).unwrap())
    }

    #[test]
    fn a_letter_is_answered_once_a_send_and_shown_to_its_asker_alone() {
        let mut desk = desk();
        let ticket = desk.open(office().ip(), now()).unwrap();
        assert_eq!(ticket.letters.len(), 4);
        let call_id = &ticket.letters[0].call_id;
        let answer = take(&mut desk, office(), &letter("INVITE", call_id)).unwrap();
        assert!(answer.starts_with("SIP/2.0 480 "), "{answer}");
        assert!(answer.contains("192.168.77.10:40123;branch=z9hG4bKa1;rport=40123;received=66.111.222.111\r\n"));
        assert!(answer.contains(&format!("Call-ID: {call_id}@192.168.77.10\r\n")));
        assert!(
            answer.contains("To: <sip:doorman-test@11.22.33.50:5060>;tag=") && answer.contains("CSeq: 1 INVITE\r\n")
        );
        assert!(answer.ends_with("Content-Length: 0\r\n\r\n"));
        assert_eq!(take(&mut desk, office(), &letter("INVITE", call_id)), Some(answer.clone()), "sent again");
        assert_eq!(take(&mut desk, office(), &letter("ACK", call_id)), None);

        let seen = desk.seen(&ticket.ticket, office().ip(), now()).unwrap();
        assert_eq!(seen[0].arrived, Some(lines(&letter("INVITE", call_id))));
        assert_eq!(seen[0].answer, Some(lines(answer.as_bytes())));
        assert!(seen[0].acknowledged);
        assert!(seen[1..].iter().all(|s| s.arrived.is_none() && s.answer.is_none()));
        assert_eq!(desk.seen(&ticket.ticket, "66.111.222.112".parse().unwrap(), now()), None);
        assert_eq!(desk.seen("another", office().ip(), now()), None);
        assert_eq!(desk.seen(&ticket.ticket, office().ip(), later(60)), None, "too late");
    }

    #[test]
    fn what_was_not_awaited_is_dropped_in_silence() {
        let mut desk = desk();
        let ticket = desk.open(office().ip(), now()).unwrap();
        let call_id = &ticket.letters[0].call_id;
        let invite = letter("INVITE", call_id);
        let stranger: SocketAddr = "66.111.222.112:40123".parse().unwrap();
        assert_eq!(take(&mut desk, stranger, &invite), None, "another source");
        assert_eq!(take(&mut desk, office(), &letter("INVITE", "se-0123456789ab")), None, "another call");
        assert_eq!(
            take(&mut desk, office(), &letter("INVITE", &ticket.letters[1].call_id)),
            None,
            "another port's call"
        );
        assert_eq!(desk.arrived(Transport::Tcp, 5060, office(), &invite, now()), None, "another transport");
        assert_eq!(desk.arrived(UDP.0, UDP.1, office(), &invite, later(60)), None, "too late");
        let mut long = invite.clone();
        long.resize(LONGEST_LETTER + 1, b'x');
        assert_eq!(take(&mut desk, office(), &long), None, "too long");
        for junk in [&b""[..], b"\r\n\r\n", b"\0\xff\xfe", b"INVITE", b"OPTIONS sip:a SIP/2.0\r\n\r\n"] {
            assert_eq!(take(&mut desk, office(), junk), None, "{junk:?}");
        }
        let seen = desk.seen(&ticket.ticket, office().ip(), now()).unwrap();
        assert!(seen.iter().all(|s| s.arrived.is_none()), "nothing of all that was kept");
    }

    #[test]
    fn an_answer_is_never_larger_than_what_came() {
        let mut desk = desk();
        let ticket = desk.open(office().ip(), now()).unwrap();
        let call_id = &ticket.letters[0].call_id;
        let short =
            format!("INVITE x SIP/2.0\r\nVia: SIP/2.0/UDP a;rport\r\nCall-ID: {call_id}\r\nCSeq: 1 INVITE\r\n\r\n");
        assert_eq!(take(&mut desk, office(), short.as_bytes()), None);
        assert!(desk.seen(&ticket.ticket, office().ip(), now()).unwrap()[0].arrived.is_some(), "but it is shown");
    }

    #[test]
    fn one_call_is_answered_four_times_at_most() {
        let mut desk = desk();
        let ticket = desk.open(office().ip(), now()).unwrap();
        let invite = letter("INVITE", &ticket.letters[0].call_id);
        assert_eq!((0..50).filter(|_| take(&mut desk, office(), &invite).is_some()).count(), 4);
    }

    #[test]
    fn a_call_can_be_taken_back() {
        let mut desk = desk();
        let ticket = desk.open(office().ip(), now()).unwrap();
        let answer = take(&mut desk, office(), &letter("CANCEL", &ticket.letters[0].call_id)).unwrap();
        assert!(answer.starts_with("SIP/2.0 200 OK\r\n") && answer.contains("CSeq: 1 CANCEL"), "{answer}");
        assert_eq!(desk.seen(&ticket.ticket, office().ip(), now()).unwrap()[0].arrived, None, "it is no letter");
    }

    #[test]
    fn a_letter_that_a_doorman_broke_is_shown_and_not_answered() {
        let mut desk = desk();
        let ticket = desk.open(office().ip(), now()).unwrap();
        let broken =
            String::from_utf8(letter("INVITE", &ticket.letters[0].call_id)).unwrap().replace("INVITE ", "INV1TE ");
        assert_eq!(take(&mut desk, office(), broken.as_bytes()), None);
        let seen = desk.seen(&ticket.ticket, office().ip(), now()).unwrap();
        assert!(seen[0].arrived.as_ref().unwrap()[0].starts_with("INV1TE "));
        // A doorman may write his own address behind the call's name.
        let moved = letter("INVITE", &ticket.letters[0].call_id);
        let moved = String::from_utf8(moved).unwrap().replace("@192.168.77.10\r\nCSeq", "@66.111.222.111\r\nCSeq");
        assert!(take(&mut desk, office(), moved.as_bytes()).is_some());
    }

    #[test]
    fn a_street_has_three_tickets_and_the_helper_has_few() {
        let mut desk = desk();
        for _ in 0..MOST_OF_ONE_STREET {
            desk.open(office().ip(), now()).unwrap();
        }
        assert_eq!(desk.open(office().ip(), later(50)), Err(NoTicket::TooOften { wait_secs: 11 }));
        desk.open(office().ip(), later(60)).unwrap();
        // A house with IPv6 has many addresses, and is one street.
        let house = |n: u128| IpAddr::V6((0x2a02_0db8_0000_1100_0000_0000_0000_0000_u128 + n).into());
        let given = (0..50u128).filter(|n| desk.open(house(n << 64), later(60)).is_ok()).count();
        assert_eq!(given, MOST_OF_ONE_STREET);
        let first = |n: u32| IpAddr::V4((0x0b00_0000 + n).into());
        let given = (0..10_000u32).filter(|n| desk.open(first(*n), later(60)).is_ok()).count();
        assert_eq!(given, MOST_TICKETS - MOST_OF_ONE_STREET - 1);
        assert_eq!(desk.open(first(20_000), later(60)), Err(NoTicket::Busy));
        desk.open(first(20_000), later(121)).unwrap();
        assert_eq!(desk.open.len(), 1, "what is over is forgotten");
    }

    #[test]
    fn a_flood_leaves_nothing_behind() {
        let mut desk = desk();
        let ticket = desk.open(office().ip(), now()).unwrap();
        let names: Vec<String> = ticket.letters.iter().map(|l| l.call_id.clone()).collect();
        for n in 0..100_000u32 {
            let from = SocketAddr::new(IpAddr::V4((0x0b00_0000 + n).into()), 5060);
            assert_eq!(desk.arrived(UDP.0, UDP.1, from, b"INVITE sip:x SIP/2.0\r\n\r\n", now()), None);
        }
        let kept: Vec<&Awaited> = desk.open.values().flatten().flat_map(|t| &t.letters).collect();
        assert_eq!(kept.len(), names.len());
        assert!(kept.iter().all(|a| a.arrived.is_none()));
    }

    #[test]
    fn names_are_never_given_twice_and_a_helper_without_ports_says_so() {
        let mut all = std::collections::BTreeSet::new();
        for _ in 0..50 {
            for letter in desk().open(office().ip(), now()).unwrap().letters {
                assert!(letter.call_id.len() >= 24 && all.insert(letter.call_id));
            }
        }
        assert_eq!(DoormanDesk::new(Vec::new()).open(office().ip(), now()), Err(NoTicket::NoPorts));
    }

    #[test]
    fn an_address_counts_in_whatever_form_it_is_written() {
        let mut desk = desk();
        let mapped: IpAddr = "::ffff:66.111.222.111".parse().unwrap();
        let ticket = desk.open(mapped, now()).unwrap();
        assert!(desk.awaits(office().ip(), now()) && desk.awaits(mapped, now()));
        assert!(take(&mut desk, office(), &letter("INVITE", &ticket.letters[0].call_id)).is_some());
    }

    proptest! {
        #[test]
        fn nothing_breaks_the_desk(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), named in any::<bool>()) {
            let mut desk = desk();
            let ticket = desk.open(office().ip(), now()).unwrap();
            if named {
                bytes.splice(0..0, format!("INVITE a\r\nCall-ID: {}\r\n", ticket.letters[0].call_id).into_bytes());
            }
            let answer = desk.arrived(UDP.0, UDP.1, office(), &bytes, now());
            prop_assert!(answer.is_none_or(|a| a.len() <= bytes.len()));
        }
    }
}

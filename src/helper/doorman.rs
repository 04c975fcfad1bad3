//! The helper's side of the doorman test, without sockets: gives out Call-IDs to whoever asked over TLS, takes in what
//! arrives under one of them from the same address, answers it, and shows it to its asker. Everything else is dropped in
//! silence. Time is passed in; memory, time and answers are bounded.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::probe::Family;
use crate::domain::service::Transport;
use crate::domain::sip_compare::{header, lines};
use crate::helper::crowd::Street;
use crate::helper::guard::soonest;
use crate::net::USER_AGENT;
use crate::net::socket::{hex, random};

/// How long a ticket is good for. Four letters and their answers take five seconds.
pub const GOOD_FOR: SignedDuration = SignedDuration::from_secs(60);
/// Tickets of one street at a time, and of one IPv6 site.
pub const MOST_OF_ONE_STREET: usize = 6;
const MOST_OF_ONE_SITE: usize = 12;
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
    /// This helper listens on no SIP port over this kind of address.
    NoPorts,
    /// The computer has no random numbers.
    NoChance,
}

/// A port of ours: over which kind of address, UDP or TCP, and its number.
pub type Offer = (Family, Transport, u16);

/// The desk.
#[derive(Debug)]
pub struct DoormanDesk {
    offered: Vec<Offer>,
    /// Open tickets by the street of their asker.
    open: BTreeMap<Street, Vec<Open>>,
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
    pub const fn new(offered: Vec<Offer>) -> Self {
        Self { offered, open: BTreeMap::new() }
    }

    /// The ports that are told to this asker. Over the other kind of address another program may have the same port.
    pub fn offered_to(&self, asker: IpAddr) -> Vec<(Transport, u16)> {
        let family = Family::of(asker.to_canonical());
        let fits = self.offered.iter().filter(|(of, ..)| *of == family);
        fits.map(|(_, transport, port)| (*transport, *port)).take(2 * MOST_PORTS).collect()
    }

    /// Gives out a ticket. `asker` is the other end of the connection that asks, never a field.
    pub fn open(&mut self, asker: IpAddr, now: Timestamp) -> Result<Ticket, NoTicket> {
        let offered = self.offered_to(asker);
        if offered.is_empty() {
            return Err(NoTicket::NoPorts);
        }
        self.forget_old(now);
        let asker = asker.to_canonical();
        let all: usize = self.open.values().map(Vec::len).sum();
        let street = Street::of(asker);
        for place in street.places() {
            let here = self.open.iter().filter(|(of, _)| of.places().any(|of| of == place));
            let ends: Vec<Timestamp> = here.flat_map(|(_, open)| open).map(|t| t.until).collect();
            if ends.len() >= place.pick(MOST_OF_ONE_STREET, MOST_OF_ONE_SITE) {
                let first = ends.into_iter().min().unwrap_or(now);
                let wait_secs = u32::try_from(first.duration_since(now).as_secs() + 1).unwrap_or(1);
                return Err(NoTicket::TooOften { wait_secs });
            }
        }
        if all >= MOST_TICKETS {
            return Err(NoTicket::Busy);
        }
        let ticket = name().ok_or(NoTicket::NoChance)?;
        let letter = |(transport, port): &(Transport, u16)| {
            Some(Letter { transport: *transport, port: *port, call_id: format!("se-{}", name()?) })
        };
        let letters: Vec<Letter> = offered.iter().map(letter).collect::<Option<_>>().ok_or(NoTicket::NoChance)?;
        let until = now.checked_add(GOOD_FOR).unwrap_or(now);
        let awaited = letters.iter().cloned().map(Awaited::new).collect();
        let open = Open { ticket: ticket.clone(), asker, until, letters: awaited };
        self.open.entry(street).or_default().push(open);
        let good_for_secs = u32::try_from(GOOD_FOR.as_secs()).unwrap_or(0);
        Ok(Ticket { ticket, good_for_secs, letters })
    }

    /// True when a letter from this address is awaited; anybody else is not even listened to.
    pub fn awaits(&self, from: IpAddr, now: Timestamp) -> bool {
        let from = from.to_canonical();
        self.open.get(&Street::of(from)).is_some_and(|open| open.iter().any(|t| t.asker == from && t.until > now))
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
        let tickets = self.open.get_mut(&Street::of(ip))?.iter_mut().filter(|t| t.asker == ip && t.until > now);
        let mut awaited: Vec<&mut Awaited> = tickets.flat_map(|t| &mut t.letters).collect();
        // Of anybody else not a word is read.
        if bytes.len() > LONGEST_LETTER || awaited.is_empty() {
            return None;
        }
        let message = lines(bytes);
        let call_id = header(&message, "Call-ID").into_iter().next()?;
        let name = call_id.split('@').next().unwrap_or_default();
        let awaited = awaited.iter_mut().find(|a| a.is_called(transport, port, name))?;
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
        let open = self.open.get(&Street::of(asker))?;
        let found = open.iter().find(|t| t.ticket == ticket && t.asker == asker && t.until > now)?;
        Some(found.letters.iter().map(Awaited::shown).collect())
    }

    fn forget_old(&mut self, now: Timestamp) {
        for open in self.open.values_mut() {
            for ticket in open.iter_mut() {
                ticket.until = soonest(ticket.until, now, GOOD_FOR);
            }
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

/// A name that nobody can guess.
fn name() -> Option<String> {
    random::<12>().ok().map(|bytes| hex(&bytes))
}

#[cfg(test)]
#[path = "doorman_tests.rs"]
mod tests;

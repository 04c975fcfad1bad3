//! What the running system answered, field by field: the `run`, `sock` and `part` lines. What is read here outranks what
//! its files say.

use std::net::IpAddr;

use crate::domain::inside::block::Block;
use crate::domain::inside::checked::{port_of, word};
use crate::domain::inside::{Contact, Listening, Unread};
use crate::domain::service::{PortRange, Transport};

/// Most that is kept of a list that grows with the office.
pub(super) const MOST: usize = 1000;

/// The lines that are not of files.
#[derive(Clone, Copy, Debug)]
pub(super) struct Running<'r, 'b> {
    block: &'r Block<'b>,
}

impl<'r, 'b> Running<'r, 'b> {
    pub(super) const fn of(block: &'r Block<'b>) -> Self {
        Self { block }
    }

    /// The fields of every line of this kind, without its name.
    pub(super) fn all(self, kind: &'static str) -> impl Iterator<Item = &'r [&'b str]> {
        self.block.lines.iter().filter_map(move |line| {
            let (first, fields) = line.split_first()?;
            (*first == kind).then_some(fields)
        })
    }

    /// The same of an answer, without what was asked.
    pub(super) fn told(self, what: &'static str) -> impl Iterator<Item = &'r [&'b str]> {
        self.all("run").filter_map(move |fields| {
            let (first, rest) = fields.split_first()?;
            (*first == what).then_some(rest)
        })
    }

    /// Whether anything was told of this.
    pub(super) fn has(self, what: &'static str) -> bool {
        self.told(what).next().is_some()
    }

    /// The value behind a label, of answers that are `LABEL|VALUE`.
    pub(super) fn value(self, what: &'static str, label: &str) -> Option<&'b str> {
        self.told(what).find_map(|f| match f {
            [key, value, ..] if key.eq_ignore_ascii_case(label) => Some(value.trim()),
            _ => None,
        })
    }

    /// True where a part was read, and nothing of it failed.
    pub(super) fn was_read(self, part: &str) -> bool {
        let mut told = self.all("part").filter(|f| f.first() == Some(&part)).peekable();
        told.peek().is_some() && told.all(|f| f.get(1) == Some(&"read"))
    }

    pub(super) fn unread(self) -> Vec<Unread> {
        const PARTS: [&str; 8] =
            ["accounts", "files", "running", "bans", "sockets", "database", "dial-plan", "voicemail"];
        const WHYS: [&str; 5] = ["denied", "absent", "elsewhere", "failed", "too-much"];
        let known = |f: &[&str]| {
            let (part, why) = (*f.first()?, *f.get(1)?);
            let fits = PARTS.contains(&part) && WHYS.contains(&why);
            fits.then(|| Unread { part: part.to_owned(), why: why.to_owned() })
        };
        let mut unread: Vec<Unread> = self.all("part").filter_map(known).collect();
        unread.sort();
        unread.dedup();
        unread
    }

    /// The voice range that the running system uses.
    pub(super) fn voice(self) -> Option<PortRange> {
        let told = self.told("voice").find_map(|f| port_of(f.first()?).zip(port_of(f.get(1)?)));
        told.filter(|(first, last)| first < last).map(PortRange::from)
    }

    /// Sockets that listen.
    pub(super) fn sockets(self) -> Vec<Listening> {
        let socket = |f: &[&str]| {
            let transport = match *f.first()? {
                "udp" => Transport::Udp,
                "tcp" => Transport::Tcp,
                _ => return None,
            };
            let address = address(f.get(1)?)?;
            Some(Listening { transport, address, port: port_of(f.get(2)?)?, program: f.get(3).and_then(|p| word(p)) })
        };
        self.all("sock").filter_map(socket).take(MOST).collect()
    }

    /// Whether anything holds that port; none where sockets could not be read.
    pub(super) fn holds(self, listening: &[Listening], transport: Transport, port: u16) -> Option<bool> {
        let is_it = |l: &Listening| (l.transport, l.port) == (transport, port);
        self.was_read("sockets").then(|| listening.iter().any(is_it))
    }
}

/// An address as tools print it: `*` and `[::]` are every address.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text.trim_matches(|c| c == '[' || c == ']');
    let bare = bare.split_once('%').map_or(bare, |(ip, _)| ip);
    if bare == "*" { Some(IpAddr::from([0, 0, 0, 0])) } else { bare.parse().ok() }
}

/// The address of the same, as it stands before a port; none where none is written.
pub(super) fn host_of(text: &str) -> Option<String> {
    let text = text.trim().split(' ').next()?;
    let host = match text.strip_prefix('[') {
        Some(v6) => v6.split_once(']')?.0,
        None if text.matches(':').count() == 1 => text.split_once(':')?.0,
        None => text,
    };
    match host.parse::<IpAddr>().ok()? {
        IpAddr::V4(_) => Some(host.to_owned()),
        IpAddr::V6(_) => Some(format!("[{host}]")),
    }
}

/// `0.0.0.0:5060`, `[::]:5061`, `0.0.0.0`, `:5060`: the port, or the usual one. None where it is none at all.
pub(super) fn bound_port(text: &str, usual: u16) -> Option<u16> {
    let text = text.trim();
    let text = text.split(' ').next().unwrap_or(text);
    let after = match text.strip_prefix('[') {
        Some(v6) => v6.split_once(']')?.1,
        None if text.matches(':').count() > 1 => "",
        None => text.find(':').map_or("", |at| text.split_at(at).1),
    };
    let is_address = |host: &str| host.is_empty() || host.parse::<IpAddr>().is_ok();
    match after.strip_prefix(':') {
        Some(port) => port_of(port),
        None if text.starts_with('[') || is_address(text) => Some(usual),
        None => None,
    }
}

/// Where a phone signed in from: `run|contact|DRIVER|EXTENSION|ADDRESS|PORT|ANSWERS|EXPIRES|MILLISECONDS`.
pub(super) fn contact(fields: &[&str]) -> Option<Contact> {
    let [_, _, address, port, answers, rest @ ..] = fields else { return None };
    Some(Contact {
        address: self::address(address)?,
        port: port_of(port)?,
        answers: match *answers {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        expires_secs: rest.first().and_then(|s| s.parse().ok()),
        round_trip_ms: rest.get(1).and_then(|s| s.parse().ok()),
    })
}

/// Most contacts of one extension.
const MOST_CONTACTS: usize = 16;

impl Running<'_, '_> {
    /// Where the phones of an extension signed in from, by whichever of its names; none where nobody was asked.
    pub(super) fn contacts(self, driver: &str, names: &[&str]) -> Option<Vec<Contact>> {
        let is_own = |f: &&[&str]| f.first() == Some(&driver) && f.get(1).is_some_and(|name| names.contains(name));
        let is_asked = |f: &[&str]| f.first() == Some(&driver);
        let was_asked = self.told("contact").any(is_asked) || self.told("peer").any(is_asked);
        let own = self.told("contact").filter(is_own).filter_map(contact).take(MOST_CONTACTS);
        (was_asked || self.was_read("running")).then(|| own.collect())
    }
}

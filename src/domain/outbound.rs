//! Ways out: what the phone system must reach, who of it was asked, and what came of it. Only places that the owner or
//! the network itself named are ever asked.

use std::net::{IpAddr, SocketAddr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::address;
use crate::domain::case::Case;
use crate::domain::catalog;
use crate::domain::probe::Outcome;
use crate::domain::report::{Report, ServiceRow, Verdict};
use crate::domain::service::{Direction, Need, PortRange, Profile, Service, Transport};

/// What was asked out there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Destination {
    /// The phone company's server that the owner named: one OPTIONS.
    Provider,
    /// A name server of the network: one question.
    NameServer,
    /// A clock that the network or the system named: one question.
    Clock,
    /// The standing helper that the owner named: the connection by which it was asked, and its further ports.
    Helper,
}

impl Destination {
    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Provider => "provider",
            Self::NameServer => "name-server",
            Self::Clock => "clock",
            Self::Helper => "helper",
        }
    }
}

/// How the name led to an address (RFC 3263 section 4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lookup {
    /// An address was typed, or the network gave one.
    Given,
    /// By an address record.
    Host,
    /// By an SRV record.
    Srv,
    /// By a NAPTR record and the SRV record it names.
    Naptr,
    /// Nobody knows it.
    Nowhere,
    /// No name server answered, so nobody could be asked.
    NobodyToAsk,
}

impl Lookup {
    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Host => "host",
            Self::Srv => "srv",
            Self::Naptr => "naptr",
            Self::Nowhere => "nowhere",
            Self::NobodyToAsk => "nobody-to-ask",
        }
    }
}

/// One place out there, asked from where the program ran.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// What it is.
    pub to: Destination,
    /// As the owner typed it or the system names it; none where only an address is known.
    pub name: Option<String>,
    /// How the name led to the address.
    pub lookup: Lookup,
    /// UDP or TCP.
    pub transport: Transport,
    /// Whom was asked; none when the name led nowhere.
    pub target: Option<SocketAddr>,
    /// What came of it.
    pub outcome: Outcome,
    /// One line of what was seen.
    pub seen: Option<String>,
    /// Our own address, as the answer named it (RFC 3581 `received`).
    #[serde(default)]
    pub asker: Option<IpAddr>,
    /// When.
    pub at: Timestamp,
    /// Milliseconds until the outcome was known.
    pub elapsed_ms: u64,
}

impl Outgoing {
    /// True when asking this again would be the same question.
    pub fn is_same_question(&self, other: &Self) -> bool {
        (self.to, &self.name, self.transport, self.target) == (other.to, &other.name, other.transport, other.target)
    }

    fn is_on(&self, service: &Service) -> bool {
        let on_port = |to: SocketAddr| service.ports().contains(to.port());
        self.transport == service.protocol && self.target.is_some_and(on_port)
    }

    /// Asked, and nobody answered, beyond the office's own walls. Silence of a box inside tells nothing of the way
    /// out.
    fn is_in_vain(&self) -> bool {
        let is_out_there = self.target.is_some_and(|t| address::can_be_street(t.ip()));
        is_out_there && matches!(self.outcome, Outcome::Silent | Outcome::Refused | Outcome::Unreachable)
    }
}

/// What was asked on the ports of one outbound row.
pub(in crate::domain) fn tried<'c>(case: &'c Case, service: &Service) -> impl Iterator<Item = &'c Outgoing> {
    case.outbound.iter().filter(move |o| o.is_on(service))
}

/// Verdict on one outbound row. A port that let one thing through is free; nothing else is ever inferred.
pub(in crate::domain) fn verdict(case: &Case, service: &Service) -> Verdict {
    if tried(case, service).any(|o| o.outcome == Outcome::Answered) {
        return Verdict::Reachable;
    }
    let in_vain = tried(case, service).any(Outgoing::is_in_vain);
    if in_vain { Verdict::Blocked } else { Verdict::NotChecked }
}

/// True when the program ran on the phone system itself, so that its way out is the phone system's.
pub fn is_from_phone_system(phone_system: Option<IpAddr>, own: impl IntoIterator<Item = IpAddr>) -> bool {
    phone_system.is_some_and(|p| p.is_loopback() || own.into_iter().any(|ip| ip == p))
}

/// What a way out is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose<'r> {
    /// As the profile says, or by the row's name where the profile is not known.
    Row(&'r str),
    /// To the phone company's server that the owner named.
    Provider,
}

/// One line for whoever looks after the firewall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WayOut<'r> {
    /// UDP or TCP.
    pub protocol: Transport,
    /// Ports out there.
    pub ports: PortRange,
    /// What for.
    pub purpose: Purpose<'r>,
    /// `reachable`, `blocked` or `not-checked`.
    pub verdict: Verdict,
}

/// Every way out that this phone system needs, the phone company's at the end.
pub fn ways_out(report: &Report) -> Vec<WayOut<'_>> {
    let profile = report.answers.system.as_ref().and_then(catalog::profile);
    let rows = report.services.iter().filter(|r| r.direction == Direction::Outbound && r.need != Need::Never);
    let asked = report.outbound.iter().filter(|o| o.to == Destination::Provider);
    let company = |out: &Outgoing| {
        let port = out.target?.port();
        let verdict = match out.outcome {
            Outcome::Answered => Verdict::Reachable,
            Outcome::Refused | Outcome::Silent | Outcome::Unreachable => Verdict::Blocked,
            Outcome::Failed | Outcome::NotChecked => Verdict::NotChecked,
        };
        let ports = PortRange::from((port, port));
        Some(WayOut { protocol: out.transport, ports, purpose: Purpose::Provider, verdict })
    };
    let mut companies: Vec<WayOut<'_>> = asked.filter_map(company).collect();
    companies.sort_by_key(|w| (w.protocol, w.ports, w.verdict != Verdict::Reachable));
    // Several servers of one company are one line: one that answers is enough.
    companies.dedup_by_key(|w| (w.protocol, w.ports));
    rows.map(|r| way_of(profile, r)).chain(companies).collect()
}

fn way_of<'r>(profile: Option<&'static Profile>, row: &'r ServiceRow) -> WayOut<'r> {
    let purpose = profile.and_then(|p| p.service(&row.id)).map_or(row.label.as_str(), |s| s.purpose.as_str());
    WayOut { protocol: row.protocol, ports: row.ports, purpose: Purpose::Row(purpose), verdict: row.verdict }
}

/// True when what was tried was tried from another computer than the phone system.
pub fn tried_elsewhere(report: &Report) -> bool {
    let own = report.office.adapters.iter().map(|a| IpAddr::V4(a.address));
    let phone_system = report.office.phone_system.as_ref().map(|p| p.address).or(report.answers.pbx);
    !report.outbound.is_empty() && !is_from_phone_system(phone_system, own)
}

/// A server as an owner types it: `sip.example.com`, `sip:example.com;transport=tcp`, `203.0.113.5:5080`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerName {
    /// Host name or address, without brackets.
    pub host: String,
    /// Only when typed.
    pub port: Option<u16>,
    /// Only when typed.
    pub transport: Option<Transport>,
    /// Inside TLS.
    pub secure: bool,
}

/// A text that names no server.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} names no server")]
pub struct NotAServer(pub String);

impl std::str::FromStr for ServerName {
    type Err = NotAServer;

    fn from_str(text: &str) -> Result<Self, NotAServer> {
        let wrong = || NotAServer(text.to_owned());
        let bare = text.trim();
        let lower = bare.to_ascii_lowercase();
        let (rest, mut secure) = match (lower.strip_prefix("sips:"), lower.strip_prefix("sip:")) {
            (Some(rest), _) => (rest, true),
            (None, Some(rest)) => (rest, false),
            (None, None) => (lower.as_str(), false),
        };
        let mut parts = rest.split(';');
        let authority = parts.next().unwrap_or_default();
        // Whoever copies an account copies the name before the server too.
        let authority = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let mut transport = None;
        for value in parts.filter_map(|p| p.trim().strip_prefix("transport=")) {
            match value {
                "udp" => transport = Some(Transport::Udp),
                "tcp" => transport = Some(Transport::Tcp),
                "tls" => secure = true,
                _ => return Err(wrong()),
            }
        }
        let (host, port) = split_port(authority).ok_or_else(wrong)?;
        let is_host = host.parse::<IpAddr>().is_ok() || is_host_name(&host);
        if is_host { Ok(Self { host, port, transport, secure }) } else { Err(wrong()) }
    }
}

/// Name or address of a server as somebody copied it from a phone, without what may stand around it; none where it is
/// no server.
pub fn host_in(typed: &str) -> Option<String> {
    typed.parse::<ServerName>().ok().map(|server| server.host)
}

/// Host and port; IPv6 addresses stand in brackets, or alone.
fn split_port(authority: &str) -> Option<(String, Option<u16>)> {
    let port = |text: &str| text.parse::<u16>().ok().filter(|p| *p > 0);
    if let Some(rest) = authority.strip_prefix('[') {
        let (host, after) = rest.split_once(']')?;
        let port = match after.strip_prefix(':') {
            Some(text) => Some(port(text)?),
            None if after.is_empty() => None,
            None => return None,
        };
        return Some((host.to_owned(), port));
    }
    if authority.parse::<IpAddr>().is_ok() {
        return Some((authority.to_owned(), None));
    }
    match authority.split_once(':') {
        Some((host, text)) => Some((host.to_owned(), Some(port(text)?))),
        None => Some((authority.to_owned(), None)),
    }
}

/// RFC 1123: labels of letters, digits and hyphens; underscores are seen in the field. At most 253 signs.
fn is_host_name(text: &str) -> bool {
    let text = text.strip_suffix('.').unwrap_or(text);
    let is_label =
        |l: &str| (1..=63).contains(&l.len()) && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
    text.len() <= 253 && text.split('.').all(is_label) && text.bytes().any(|b| b.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Option<u16>, Option<Transport>, bool) {
        let name: ServerName = text.parse().unwrap();
        (name.host, name.port, name.transport, name.secure)
    }

    #[test]
    fn servers_are_read_as_owners_copy_them() {
        let plain = |host: &str| (host.to_owned(), None, None, false);
        for text in ["sip.Example.com", " sip:sip.example.com ", "sip:4711@sip.example.com", "SIP:sip.example.com"] {
            assert_eq!(read(text), plain("sip.example.com"), "{text}");
        }
        assert_eq!(read("203.0.113.5"), plain("203.0.113.5"));
        assert_eq!(read("2001:db8::5"), plain("2001:db8::5"));
        assert_eq!(read("[2001:db8::5]:5080"), ("2001:db8::5".to_owned(), Some(5080), None, false));
        assert_eq!(read("203.0.113.5:5080").1, Some(5080));
        assert_eq!(read("sip:a.example;transport=tcp").2, Some(Transport::Tcp));
        assert!(read("sips:a.example").3 && read("sip:a.example:5061;transport=tls").3);
    }

    #[test]
    fn what_names_no_server_is_refused() {
        let long = format!("{}.example", "a".repeat(64));
        for text in [
            "",
            "sip:",
            "a b",
            "https://a.example/x",
            "a..b",
            "a.example:0",
            "a.example:99999",
            "12345",
            "a.example;transport=smoke",
            "[::1",
            "[::1]5060",
            "a.example:x",
            "a\u{202e}b.example",
            &long,
        ] {
            assert!(text.parse::<ServerName>().is_err(), "{text}");
        }
    }

    #[test]
    fn only_the_phone_systems_own_way_out_is_its_own() {
        let (pbx, pc): (IpAddr, IpAddr) = ("192.168.77.20".parse().unwrap(), "192.168.77.10".parse().unwrap());
        assert!(is_from_phone_system(Some(pbx), [pc, pbx]));
        assert!(!is_from_phone_system(Some(pbx), [pc]));
        assert!(is_from_phone_system(Some("127.0.0.1".parse().unwrap()), [pc]));
        assert!(!is_from_phone_system(None, [pc]));
    }
}

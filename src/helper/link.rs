//! The `helper-link`: where a standing helper is, the key that it asks for, and by which it is known. An https URL,
//! so that whoever opens it in a browser reads the helper's page; what is secret stands behind the `#`, which
//! browsers do not send.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use crate::domain::message::Problem;

/// Longest text that is looked at.
const LONGEST: usize = 1000;
/// Further addresses read.
const MOST_ADDRESSES: usize = 8;
/// Length of an access key: 128 bits in hexadecimal digits.
pub const KEY_LETTERS: usize = 32;

/// How a standing helper is reached and known.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    /// Name or address of the helper.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Access key. Never shown, never logged.
    pub key: String,
    /// SHA-256 of the public key that its certificate holds.
    pub pin: [u8; 32],
    /// Where else it listens, for example over IPv6.
    pub also: Vec<SocketAddr>,
}

impl Link {
    /// Reads what was pasted.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        let text = text.trim().trim_matches(['<', '>', '"', '\'']).trim_start_matches("helper-link:").trim();
        let text = text.get(..LONGEST.min(text.len())).unwrap_or_default();
        let not_a_link = || Problem::new("helper-link-not-a-link");
        let (scheme, rest) = text.split_once("://").ok_or_else(not_a_link)?;
        if !scheme.eq_ignore_ascii_case("https") {
            return Err(not_a_link());
        }
        // Mail programs cut a link at the `#`, and some at an `&`.
        let cut = || Problem::new("helper-link-cut");
        let (place, fragment) = rest.split_once('#').ok_or_else(cut)?;
        let (authority, path) = place.split_once('/').unwrap_or((place, ""));
        if !path.is_empty() {
            return Err(not_a_link());
        }
        // Nobody listens on port 0.
        let (host, port) = host_and_port(authority).filter(|(_, port)| *port != 0).ok_or_else(not_a_link)?;
        let value = |name: &str| {
            fragment.split('&').find_map(|part| part.split_once('=').filter(|(n, _)| *n == name).map(|(_, v)| v))
        };
        let key = value("k").ok_or_else(cut)?.to_ascii_lowercase();
        let pin = value("pin").and_then(from_hex).ok_or_else(cut)?;
        if !is_key(&key) {
            return Err(cut());
        }
        let also = value("also").unwrap_or_default().split(',').filter_map(|a| a.parse().ok());
        let also = also.filter(|place: &SocketAddr| place.port() != 0);
        Ok(Self { host, port, key, pin, also: also.take(MOST_ADDRESSES).collect() })
    }

    /// The host as an address, where it is one.
    pub fn ip(&self) -> Option<IpAddr> {
        self.host.parse().ok()
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.host.parse::<Ipv6Addr>() {
            Ok(v6) => write!(f, "https://[{v6}]:{}/", self.port)?,
            Err(_) => write!(f, "https://{}:{}/", self.host, self.port)?,
        }
        write!(f, "#k={}&pin={}", self.key, to_hex(&self.pin))?;
        if !self.also.is_empty() {
            let also: Vec<String> = self.also.iter().map(ToString::to_string).collect();
            write!(f, "&also={}", also.join(","))?;
        }
        Ok(())
    }
}

/// Without the key.
impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Link").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}

/// True for what can be an access key.
pub fn is_key(text: &str) -> bool {
    text.len() == KEY_LETTERS && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// Bytes as hexadecimal digits.
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

pub(super) fn from_hex(text: &str) -> Option<[u8; 32]> {
    let mut bytes = [0; 32];
    if text.len() != 2 * bytes.len() || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
    }
    Some(bytes)
}

/// `name`, `1.2.3.4:8443`, `[2001:db8::1]:8443`. Nothing else that a URL could hold there, such as a user.
fn host_and_port(authority: &str) -> Option<(String, u16)> {
    let usual = 443;
    if let Ok(socket) = authority.parse::<SocketAddr>() {
        return Some((socket.ip().to_string(), socket.port()));
    }
    if let Some(v6) = authority.strip_prefix('[').and_then(|a| a.strip_suffix(']')) {
        return v6.parse::<Ipv6Addr>().ok().map(|ip| (ip.to_string(), usual));
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) => (host, port.parse().ok()?),
        None => (authority, usual),
    };
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    (!host.is_empty() && host.len() <= 253 && host.chars().all(is_name)).then(|| (host.to_ascii_lowercase(), port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link() -> Link {
        Link {
            host: "203.0.113.9".into(),
            port: 8443,
            key: "0123456789abcdef0123456789abcdef".into(),
            pin: [0xA7; 32],
            also: vec!["[2001:db8::9]:8443".parse().unwrap()],
        }
    }

    #[test]
    fn a_link_reads_back_as_it_was_written() {
        for host in ["203.0.113.9", "2001:db8::9", "helper.example.net"] {
            let link = Link { host: host.into(), ..link() };
            let text = link.to_string();
            assert!(text.starts_with("https://"), "{text}");
            assert_eq!(Link::parse(&text), Ok(link.clone()));
            assert_eq!(Link::parse(&format!("  <{text}>\n")), Ok(link.clone()));
            assert_eq!(Link::parse(&format!("helper-link: {text}")), Ok(link));
        }
        let alone = Link { also: Vec::new(), ..link() };
        assert_eq!(Link::parse(&alone.to_string()), Ok(alone));
    }

    #[test]
    fn the_key_is_not_shown_to_whoever_debugs() {
        assert!(!format!("{:?}", link()).contains("0123456789"));
    }

    #[test]
    fn what_is_wrong_with_a_link_is_named() {
        let whole = link().to_string();
        for (text, code) in [
            ("", "helper-link-not-a-link"),
            ("203.0.113.9", "helper-link-not-a-link"),
            ("http://203.0.113.9/#k=0&pin=0", "helper-link-not-a-link"),
            ("https://user@203.0.113.9/#k=0&pin=0", "helper-link-not-a-link"),
            ("https://203.0.113.9:99999/#k=0&pin=0", "helper-link-not-a-link"),
            ("https://203.0.113.9:0/#k=0&pin=0", "helper-link-not-a-link"),
            ("https://203.0.113.9/v1/walk#k=0&pin=0", "helper-link-not-a-link"),
            ("https:///#k=0&pin=0", "helper-link-not-a-link"),
            (whole.split('#').next().unwrap(), "helper-link-cut"),
            (whole.split('&').next().unwrap(), "helper-link-cut"),
            (whole.get(..whole.find("&also").unwrap() - 1).unwrap(), "helper-link-cut"),
            (&whole.replace("k=0", "k="), "helper-link-cut"),
            (&whole.replace("k=0", "k=x"), "helper-link-cut"),
            (&whole.replace("a7", "ä"), "helper-link-cut"),
        ] {
            assert_eq!(Link::parse(text).unwrap_err().code, code, "{text}");
        }
    }

    #[test]
    fn no_text_makes_the_reader_fall() {
        let whole = link().to_string();
        for end in 0..whole.len() {
            Link::parse(&whole[..end]).ok();
            Link::parse(&format!("{}ß{}", &whole[..end], &whole[end..])).ok();
        }
        Link::parse(&"ß".repeat(5000)).unwrap_err();
    }
}

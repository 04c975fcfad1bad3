//! An https address as a vendor writes it: where something is asked for, or what a person may open. Read strictly, since
//! what is accepted here is dialled, or shown to be clicked.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};

/// Longest address that is taken.
const LONGEST: usize = 300;
/// Longest name of a server, by the rules of names.
const LONGEST_HOST: usize = 253;
/// Port of https.
const USUAL_PORT: u16 = 443;

/// An address that begins with `https://`, without a user and without a part behind `#`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebAddress {
    /// Name or address of the server; IPv6 without brackets.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// What is asked for there, from the first slash on.
    pub path: String,
}

impl WebAddress {
    /// Reads an address; none when it is no such one.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > LONGEST || !text.bytes().all(|b| b.is_ascii_graphic()) {
            return None;
        }
        // What browsers and mail programs read in other ways is not taken at all.
        if text.contains(['#', '\\', '"', '<', '>', '`', '{', '}', '|', '^']) {
            return None;
        }
        let rest = text.strip_prefix("https://")?;
        let end = rest.find(['/', '?']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        let (host, port) = host_and_port(authority)?;
        let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
        Some(Self { host, port, path })
    }

    /// The server as it stands in an address, and in the head of a request.
    pub fn authority(&self) -> String {
        let host = match self.host.parse::<Ipv6Addr>() {
            Ok(v6) => format!("[{v6}]"),
            Err(_) => self.host.clone(),
        };
        if self.port == USUAL_PORT { host } else { format!("{host}:{}", self.port) }
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "https://{}{}", self.authority(), self.path)
    }
}

fn host_and_port(authority: &str) -> Option<(String, u16)> {
    let (host, port) = if let Some(rest) = authority.strip_prefix('[') {
        let (host, after) = rest.split_once(']')?;
        // Written in one way, whatever way it came in.
        let host = host.parse::<Ipv6Addr>().ok()?.to_string();
        (host, after.strip_prefix(':').map_or_else(|| after.is_empty().then_some(None), |port| Some(Some(port)))?)
    } else {
        let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
        let host = host.to_ascii_lowercase();
        if !is_host(&host) {
            return None;
        }
        (host, port)
    };
    let port = match port {
        None => USUAL_PORT,
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok().filter(|p| *p != 0)?,
        Some(_) => return None,
    };
    Some((host, port))
}

/// An IPv4 address, or labels of small letters, digits and dashes. `127.1` and `0x7f.1` are neither.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    let is_named = last.bytes().any(|b| b.is_ascii_alphabetic()) && !last.starts_with("0x");
    host.len() <= LONGEST_HOST
        && (matches!(host.parse(), Ok(IpAddr::V4(_))) || is_named && host.split('.').all(is_label))
}

#[cfg(test)]
mod tests {
    use super::WebAddress;

    #[test]
    fn an_address_reads_back_as_it_was_written() {
        for written in [
            "https://downloads.example.com/separate-entrance.toml",
            "https://downloads.example.com:8443/a/b?c=d",
            "https://203.0.113.9/",
            "https://[2001:db8::1]:8443/x",
            "https://[2001:db8::1]/x",
        ] {
            assert_eq!(WebAddress::read(written).map(|a| a.to_string()).as_deref(), Some(written));
        }
        let bare = WebAddress::read("https://Example.COM").unwrap();
        assert_eq!((bare.host.as_str(), bare.port, bare.path.as_str()), ("example.com", 443, "/"));
        assert_eq!(WebAddress::read("https://example.com?x").unwrap().path, "/?x");
        assert_eq!(WebAddress::read("https://[2001:DB8:0::0]/").unwrap().host, "2001:db8::");
    }

    #[test]
    fn nothing_else_is_taken_for_one() {
        for written in [
            "",
            "https://",
            "http://example.com/",
            "HTTPS://example.com/",
            "ftp://example.com/",
            "javascript:alert(1)",
            "https:///x",
            "https://user@example.com/",
            "https://example.com:0/",
            "https://example.com:+80/",
            "https://example.com:80x/",
            "https://example.com:/",
            "https://example.com/a b",
            "https://example.com/\u{7}",
            "https://example.com/ä",
            "https://exämple.com/",
            "https://example.com/#x",
            "https://example.com\\@other.example/",
            "https://-x.example/",
            "https://a..example/",
            "https://127.1/",
            "https://0x7f.0x1/",
            "https://example.0X1/",
            "https://[2001:db8::1/",
            "https://[2001:db8::1]x/",
            "https://[example.com]/",
        ] {
            assert_eq!(WebAddress::read(written), None, "{written}");
        }
        assert_eq!(WebAddress::read(&format!("https://example.com/{}", "x".repeat(300))), None);
    }
}

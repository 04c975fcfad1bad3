//! Reads SIP replies as the field sends them: compact and folded headers, junk lines, bare line feeds, missing reasons,
//! Latin-1. Keeps what it understands and never more than the limits; rejects only what is no reply at all.

use std::borrow::Cow;
use std::net::{IpAddr, Ipv4Addr};

use crate::net::socket::text;

/// Longest message.
pub const LONGEST_MESSAGE: usize = 64 * 1024;
/// Most header lines; the rest is not read.
pub const MOST_HEADERS: usize = 128;
/// Longest header line, folds included; longer ones are left out.
pub const LONGEST_LINE: usize = 8 * 1024;

/// Whom knocks from behind a router name as their sender: nobody.
pub const NOBODY: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 254, 254, 254));

/// One SIP reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// 100 to 699.
    pub status: u16,
    /// As sent; may be empty.
    pub reason: String,
    /// Long names in lower case, and values, in the order they came.
    headers: Vec<(String, String)>,
}

/// What matters of one Via entry.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Via {
    /// Host of *sent-by*, when it is an address.
    pub sent_by: Option<IpAddr>,
    /// Branch as sent.
    pub branch: Option<String>,
    /// Where the request came from as the server saw it (RFC 3261 section 18.2.1).
    pub received: Option<IpAddr>,
    /// True when the server filled in the source port (RFC 3581).
    pub has_rport: bool,
}

impl Reply {
    /// True for a status that ends the question.
    pub fn is_final(&self) -> bool {
        self.status >= 200
    }

    /// First value of a header.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a header.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// What the server calls itself.
    pub fn server(&self) -> Option<&str> {
        let named = |name| self.first(name).map(str::trim).filter(|v| !v.is_empty());
        named("server").or_else(|| named("user-agent"))
    }

    /// The topmost Via, where the reply came back to.
    pub fn top_via(&self) -> Option<Via> {
        let value = self.first("via")?;
        let first = split_outside_quotes(value, ',').next()?;
        read_via(first)
    }

    /// The asker's own address as the server saw it.
    pub fn asker(&self) -> Option<IpAddr> {
        let via = self.top_via()?;
        via.received.or(via.sent_by.filter(|ip| via.has_rport && *ip != NOBODY))
    }
}

/// Reads one datagram. What follows the headers is not looked at, so a wrong Content-Length does no harm.
pub fn read_datagram(bytes: &[u8]) -> Option<Reply> {
    let bytes = bytes.get(..bytes.len().min(LONGEST_MESSAGE))?;
    let bytes = skip_keep_alives(bytes);
    let head = bytes.get(..head_end(bytes).unwrap_or(bytes.len()))?;
    read_head(head)
}

/// Cuts messages out of a stream.
#[derive(Debug, Default)]
pub struct Stream {
    kept: Vec<u8>,
    /// A message was longer than is ever read, so nobody knows where the next one begins.
    lost: bool,
}

/// What a stream holds so far.
#[derive(Debug, PartialEq, Eq)]
pub enum Next {
    /// A whole reply.
    Reply(Reply),
    /// A whole message that is no reply, or no SIP line at all.
    Other,
    /// Not yet a whole message.
    NeedMore,
    /// Longer than is ever read, or without a length that could be believed.
    Broken,
}

impl Stream {
    /// Takes in what arrived.
    pub fn push(&mut self, bytes: &[u8]) {
        let room = (LONGEST_MESSAGE + 1).saturating_sub(self.kept.len());
        self.kept.extend(bytes.iter().take(room));
    }

    /// The bytes not yet cut into messages.
    pub fn rest(&self) -> &[u8] {
        &self.kept
    }

    /// The next whole message. A body whose length is not told is taken to be empty (old UDP-minded servers).
    pub fn next_message(&mut self) -> Next {
        if self.lost {
            return Next::Broken;
        }
        let skipped = self.kept.len() - skip_keep_alives(&self.kept).len();
        self.kept.drain(..skipped);
        let Some(end) = head_end(&self.kept) else {
            return if self.kept.len() >= LONGEST_MESSAGE { Next::Broken } else { Next::NeedMore };
        };
        let head = self.kept.get(..end).unwrap_or_default();
        let reply = read_head(head);
        let told = header_lines(head).find(|(name, _)| name == "content-length").map(|(_, value)| value);
        let Some(body) = told.map_or(Some(0), |value| value.trim().parse::<usize>().ok()) else { return Next::Broken };
        if body > LONGEST_MESSAGE || end + body > LONGEST_MESSAGE {
            // An answer is in the headers; its body is not needed. Once only, or whoever reads on reads it for ever.
            self.lost = true;
            return reply.map_or(Next::Broken, Next::Reply);
        }
        if self.kept.len() < end + body {
            return Next::NeedMore;
        }
        self.kept.drain(..end + body);
        reply.map_or(Next::Other, Next::Reply)
    }
}

pub(super) fn skip_keep_alives(bytes: &[u8]) -> &[u8] {
    let start = bytes.iter().position(|b| !matches!(b, b'\r' | b'\n' | 0)).unwrap_or(bytes.len());
    bytes.get(start..).unwrap_or_default()
}

/// Where the empty line after the headers ends, with CRLF, bare LF or a mixture of both.
pub(super) fn head_end(bytes: &[u8]) -> Option<usize> {
    let mut line_start = 0;
    for (at, _) in bytes.iter().enumerate().filter(|(_, b)| **b == b'\n') {
        let line = bytes.get(line_start..at)?;
        if line.is_empty() || line == b"\r" {
            return Some(at + 1);
        }
        line_start = at + 1;
    }
    None
}

fn read_head(head: &[u8]) -> Option<Reply> {
    let first = head.split(|b| *b == b'\n').next()?;
    let first = text(first.get(..first.len().min(LONGEST_LINE))?.trim_ascii());
    let (version, rest) = first.split_once([' ', '\t'])?;
    if !version.eq_ignore_ascii_case("SIP/2.0") {
        return None;
    }
    let rest = rest.trim_start();
    let (number, reason) = rest.split_once([' ', '\t']).unwrap_or((rest, ""));
    let status = (number.len() == 3).then(|| number.parse::<u16>().ok()).flatten()?;
    if !(100..=699).contains(&status) {
        return None;
    }
    Some(Reply { status, reason: reason.trim().to_owned(), headers: header_lines(head).collect() })
}

/// Header lines after the first line: unfolded, lines without a name left out, compact names spelled out.
pub(super) fn header_lines(head: &[u8]) -> impl Iterator<Item = (String, String)> {
    let mut lines = Lines { rest: head, left: MOST_HEADERS };
    lines.cut();
    lines.filter(|line| line.len() <= LONGEST_LINE).filter_map(|line| {
        let colon = line.iter().position(|b| *b == b':')?;
        let (name, value) = line.split_at_checked(colon)?;
        let name = std::str::from_utf8(name.trim_ascii()).ok().filter(|n| is_token(n))?;
        Some((long_name(name.to_ascii_lowercase()), text(value.get(1..)?.trim_ascii())))
    })
}

/// Lines with their folds, one at a time: whoever sends many or long ones makes nothing grow here.
struct Lines<'a> {
    rest: &'a [u8],
    /// How many more are read.
    left: usize,
}

impl<'a> Lines<'a> {
    /// The next line as it stands.
    fn cut(&mut self) -> Option<&'a [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.iter().position(|b| *b == b'\n').unwrap_or(self.rest.len());
        let line = self.rest.get(..end)?;
        self.rest = self.rest.get(end + 1..).unwrap_or_default();
        Some(line.strip_suffix(b"\r").unwrap_or(line))
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Cow<'a, [u8]>;

    fn next(&mut self) -> Option<Self::Item> {
        self.left = self.left.checked_sub(1)?;
        let mut line = Cow::Borrowed(std::iter::from_fn(|| self.cut()).find(|line| !line.is_empty())?);
        while self.rest.first().is_some_and(|b| matches!(b, b' ' | b'\t'))
            && let Some(fold) = self.cut()
        {
            // One byte too many is enough to leave the line out.
            let room = (LONGEST_LINE + 1).saturating_sub(line.len());
            if room > 0 {
                line.to_mut().extend(b" ".iter().chain(fold.trim_ascii()).take(room));
            }
        }
        Some(line)
    }
}

fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.!%*_+`'~".contains(&b))
}

/// Compact forms of RFC 3261 section 7.3.3 that we look at.
fn long_name(name: String) -> String {
    match name.as_str() {
        "v" => "via".to_owned(),
        "i" => "call-id".to_owned(),
        "f" => "from".to_owned(),
        "t" => "to".to_owned(),
        "m" => "contact".to_owned(),
        "l" => "content-length".to_owned(),
        "c" => "content-type".to_owned(),
        "k" => "supported".to_owned(),
        _ => name,
    }
}

/// Splits at a character that stands outside quotes and angle brackets.
pub(super) fn split_outside_quotes(value: &str, at: char) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    let mut escaped = false;
    value.split(move |c: char| {
        let is_escaped = std::mem::take(&mut escaped);
        match c {
            '\\' if quoted && !is_escaped => escaped = true,
            '"' if !is_escaped => quoted = !quoted,
            _ => return c == at && !quoted,
        }
        false
    })
}

fn read_via(value: &str) -> Option<Via> {
    let mut parts = split_outside_quotes(value, ';');
    // "SIP / 2.0 / UDP host:port" may have blanks round the slashes (RFC 4475 section 3.1.1.1).
    let sent_by = parts.next()?.rsplit('/').next()?.trim().split_once([' ', '\t'])?.1.trim();
    let mut via = Via { sent_by: read_host(sent_by), ..Via::default() };
    for part in parts {
        let (name, value) = part.split_once('=').map_or((part, ""), |(n, v)| (n, v.trim().trim_matches('"')));
        match name.trim().to_ascii_lowercase().as_str() {
            "branch" if !value.is_empty() => via.branch = Some(value.to_owned()),
            "received" => via.received = read_host(value),
            "rport" => via.has_rport = value.parse::<u16>().is_ok(),
            _ => {}
        }
    }
    Some(via)
}

/// An address, with or without brackets and port; IPv6 also without brackets, as some servers write it.
fn read_host(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    if let Some(rest) = text.strip_prefix('[') {
        return rest.split_once(']')?.0.parse().ok();
    }
    text.parse().ok().or_else(|| text.split_once(':')?.0.trim().parse().ok())
}

#[cfg(test)]
#[path = "sip_read_tests.rs"]
mod tests;

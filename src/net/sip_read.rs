//! Reads SIP replies as the field sends them: compact and folded headers, junk lines, bare line feeds, missing reasons,
//! Latin-1. Keeps what it understands and never more than the limits; rejects only what is no reply at all.

use std::net::IpAddr;

use crate::net::socket::text;

/// Longest message.
pub const LONGEST_MESSAGE: usize = 64 * 1024;
/// Most header lines; the rest is not read.
pub const MOST_HEADERS: usize = 128;
/// Longest header line, folds included; longer ones are left out.
pub const LONGEST_LINE: usize = 8 * 1024;

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
        via.received.or(if via.has_rport { via.sent_by } else { None })
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
            // A final answer is in the headers; its body is not needed.
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
    let mut lines: Vec<Vec<u8>> = Vec::new();
    for line in head.split(|b| *b == b'\n').skip(1) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        let is_fold = line.first().is_some_and(|b| matches!(b, b' ' | b'\t'));
        if let (true, Some(before)) = (is_fold, lines.last_mut()) {
            before.push(b' ');
            before.extend_from_slice(line.trim_ascii());
        } else if lines.len() == MOST_HEADERS {
            break;
        } else if !line.is_empty() {
            lines.push(line.to_vec());
        }
    }
    lines.into_iter().filter(|line| line.len() <= LONGEST_LINE).filter_map(|line| {
        let colon = line.iter().position(|b| *b == b':')?;
        let (name, value) = line.split_at_checked(colon)?;
        let name = std::str::from_utf8(name.trim_ascii()).ok().filter(|n| is_token(n))?;
        Some((long_name(&name.to_ascii_lowercase()), text(value.get(1..)?.trim_ascii())))
    })
}

fn is_token(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.!%*_+`'~".contains(&b))
}

/// Compact forms of RFC 3261 section 7.3.3 that we look at.
fn long_name(name: &str) -> String {
    match name {
        "v" => "via",
        "i" => "call-id",
        "f" => "from",
        "t" => "to",
        "m" => "contact",
        "l" => "content-length",
        "c" => "content-type",
        "k" => "supported",
        other => other,
    }
    .to_owned()
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PLAIN: &[u8] = b"SIP/2.0 401 Unauthorized\r\n\
        Via: SIP/2.0/UDP 192.168.1.9:40123;branch=z9hG4bKabc;received=203.0.113.9;rport=61000\r\n\
        From: <sip:a@b>;tag=1\r\nTo: <sip:b>;tag=as2\r\nCall-ID: x1@y\r\nCSeq: 1 OPTIONS\r\n\
        Server: Asterisk PBX 16.28.0\r\nAllow: INVITE, ACK\r\nAllow: BYE\r\nContent-Length: 0\r\n\r\n";

    #[test]
    fn an_ordinary_reply_is_read() {
        let reply = read_datagram(PLAIN).unwrap();
        assert_eq!((reply.status, reply.reason.as_str()), (401, "Unauthorized"));
        assert_eq!(reply.server(), Some("Asterisk PBX 16.28.0"));
        assert_eq!(reply.all("allow").collect::<Vec<_>>(), ["INVITE, ACK", "BYE"]);
        assert_eq!(reply.first("call-id"), Some("x1@y"));
        assert_eq!(reply.asker(), Some("203.0.113.9".parse().unwrap()));
        assert_eq!(reply.top_via().unwrap().branch.as_deref(), Some("z9hG4bKabc"));
    }

    #[test]
    fn odd_spellings_say_the_same() {
        // Each line: what is odd, and the message.
        let odd: [(&str, &[u8]); 10] = [
            ("compact", b"SIP/2.0 200 OK\r\nv: SIP/2.0/UDP 1.2.3.4;branch=z9hG4bKq\r\ni: c\r\nl: 0\r\n\r\n"),
            ("line feeds only", b"SIP/2.0 200 OK\nVia: SIP/2.0/UDP 1.2.3.4;branch=z9hG4bKq\nCall-ID: c\n\n"),
            ("keep-alive first", b"\r\n\r\nSIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
            (
                "folded, blank before the colon",
                b"SIP/2.0 200 OK\r\nVia : SIP / 2.0 / UDP\r\n\t1.2.3.4\r\n ;branch = z9hG4bKq\r\nCALL-ID :\r\n c\r\n\r\n",
            ),
            ("junk line", b"SIP/2.0 200 OK\r\nno colon here\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
            ("no reason, no blank", b"SIP/2.0 200\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
            ("empty reason", b"SIP/2.0 200 \r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
            ("Latin-1", b"SIP/2.0 200 K\xf6nnte gehen\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
            ("two in one Via", b"sip/2.0 200 OK\r\nVia: SIP/2.0/UDP h ;branch=z9hG4bKq, SIP/2.0/UDP g;branch=z\r\nCall-ID: c\r\n\r\n"),
            ("headers never end", b"SIP/2.0 200 OK\r\nCall-ID: c\r\nVia: SIP/2.0/TCP h:1;x=\"a,;b\\\"\";branch=z9hG4bKq"),
        ];
        for (what, message) in odd {
            let reply = read_datagram(message).unwrap_or_else(|| panic!("{what}"));
            assert_eq!(reply.status, 200, "{what}");
            assert_eq!(reply.first("call-id"), Some("c"), "{what}");
            assert_eq!(reply.top_via().unwrap().branch.as_deref(), Some("z9hG4bKq"), "{what}");
        }
        assert_eq!(read_datagram(odd[7].1).unwrap().reason, "K\u{f6}nnte gehen");
    }

    #[test]
    fn what_is_no_reply_is_rejected() {
        // Bad versions and bad numbers of RFC 4475 sections 3.1.2.16 and 3.1.2.19, a request, and other protocols.
        for message in [
            &b"SIP/7.0 200 OK\r\n\r\n"[..],
            b"SIP/2.0 4294967301 better not break the receiver\r\n\r\n",
            b"SIP/2.0 099 No\r\n\r\n",
            b"SIP/2.0 700 No\r\n\r\n",
            b"SIP/2.0 +20 No\r\n\r\n",
            b"SIP/2.0\r\n\r\n",
            b"OPTIONS sip:a SIP/2.0\r\n\r\n",
            b"HTTP/1.1 200 OK\r\n\r\n",
            b"",
            b"\r\n\r\n",
        ] {
            assert_eq!(read_datagram(message), None, "{}", text(message));
        }
    }

    #[test]
    fn the_asker_is_read_in_every_spelling() {
        for (via, expected) in [
            ("SIP/2.0/UDP [2001:db8::1]:5060;branch=z;received=[2001:db8::9]", Some("2001:db8::9")),
            ("SIP/2.0/UDP 10.0.0.1;received=2001:db8::9;branch=z", Some("2001:db8::9")),
            ("SIP/2.0/UDP 10.0.0.1:5062;rport=5062;branch=z", Some("10.0.0.1")),
            ("SIP/2.0/UDP 10.0.0.1:5062;rport;branch=z", None),
            ("SIP/2.0/UDP 10.0.0.1:5062;branch=z", None),
            ("SIP/2.0/UDP phone.example;rport=4;branch=z", None),
            ("SIP/2.0/UDP 10.0.0.1;received=nonsense", None),
            ("nonsense", None),
        ] {
            let message = format!("SIP/2.0 200 OK\r\nVia: {via}\r\n\r\n");
            let reply = read_datagram(message.as_bytes()).unwrap();
            assert_eq!(reply.asker(), expected.map(|e| e.parse().unwrap()), "{via}");
        }
    }

    #[test]
    fn a_stream_is_cut_where_its_lengths_say() {
        let mut stream = Stream::default();
        let mut bytes = b"\r\n\r\nSIP/2.0 100 Trying\r\nContent-Length: 3\r\n\r\nabc".to_vec();
        bytes.extend_from_slice(b"OPTIONS sip:a SIP/2.0\r\nl: 0\r\n\r\n\r\n\r\n");
        bytes.extend_from_slice(PLAIN);
        let mut statuses = Vec::new();
        let mut others = 0;
        // One byte at a time: TCP keeps no message together.
        for byte in bytes {
            stream.push(&[byte]);
            match stream.next_message() {
                Next::Reply(reply) => statuses.push(reply.status),
                Next::Other => others += 1,
                Next::NeedMore => {}
                Next::Broken => panic!("broken"),
            }
        }
        assert_eq!((statuses, others), (vec![100, 401], 1));
        assert_eq!(stream.rest(), b"");
    }

    #[test]
    fn a_stream_without_a_believable_length_is_broken() {
        for length in ["-1", "1e3", "99999999999999999999"] {
            let mut stream = Stream::default();
            stream.push(format!("NOTIFY sip:a SIP/2.0\r\nContent-Length: {length}\r\n\r\n").as_bytes());
            assert_eq!(stream.next_message(), Next::Broken, "{length}");
        }
        let mut stream = Stream::default();
        stream.push(&vec![b'x'; LONGEST_MESSAGE + 10]);
        assert_eq!(stream.next_message(), Next::Broken);
    }

    #[test]
    fn counts_and_lengths_are_capped() {
        let mut message = b"SIP/2.0 200 OK\r\n".to_vec();
        message.extend(b"X-Filler: 1\r\n".repeat(MOST_HEADERS));
        message.extend_from_slice(b"Server: late\r\n\r\n");
        let reply = read_datagram(&message).unwrap();
        assert_eq!(reply.all("x-filler").count(), MOST_HEADERS);
        assert_eq!(reply.server(), None);

        let mut message = b"SIP/2.0 200 OK\r\nServer: ".to_vec();
        message.extend(b"a".repeat(LONGEST_LINE));
        message.extend_from_slice(b"\r\nUser-Agent: short\r\n\r\n");
        assert_eq!(read_datagram(&message).unwrap().server(), Some("short"));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_within_the_caps(start in prop::bool::ANY, bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            let mut message = if start { b"SIP/2.0 200 OK\r\n".to_vec() } else { Vec::new() };
            message.extend(bytes);
            if let Some(reply) = read_datagram(&message) {
                prop_assert!(reply.headers.len() <= MOST_HEADERS);
                prop_assert!((100..700).contains(&reply.status));
                let _ = (reply.asker(), reply.server());
            }
            let mut stream = Stream::default();
            stream.push(&message);
            for _ in 0..10 {
                stream.next_message();
            }
            prop_assert!(stream.rest().len() <= LONGEST_MESSAGE + 1);
        }

        #[test]
        fn damaged_replies_never_break_the_reader(at in 0usize..300, with in any::<u8>()) {
            let mut message = PLAIN.to_vec();
            let length = message.len();
            message[at % length] = with;
            if let Some(reply) = read_datagram(&message) {
                let _ = (reply.top_via(), reply.asker());
            }
        }
    }
}

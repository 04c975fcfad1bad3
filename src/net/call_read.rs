//! What a played phone hears in signalling: replies, requests, and where their descriptions (SDP, RFC 8866) want sound
//! sent. Tolerant, capped, concludes nothing.

use std::net::{IpAddr, SocketAddr};

use crate::net::sip_read::{
    LONGEST_LINE, LONGEST_MESSAGE, Reply, head_end, header_lines, read_datagram, skip_keep_alives, split_outside_quotes,
};
use crate::net::socket::text;

/// Most lines of a description that are looked at.
const MOST_LINES: usize = 200;

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// In capital letters.
    pub method: String,
    /// Long names in lower case, and values, in the order they came.
    headers: Vec<(String, String)>,
}

impl Request {
    /// First value of a header.
    pub fn first(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a header.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.headers.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// One datagram.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// An answer, and its body.
    Reply(Reply, Vec<u8>),
    /// A request.
    Request(Request),
}

/// Reads one datagram; none for what is no SIP.
pub(super) fn read(bytes: &[u8]) -> Option<Heard> {
    let bytes = skip_keep_alives(bytes.get(..bytes.len().min(LONGEST_MESSAGE))?);
    let end = head_end(bytes).unwrap_or(bytes.len());
    let (head, body) = bytes.split_at_checked(end)?;
    if let Some(reply) = read_datagram(head) {
        return Some(Heard::Reply(reply, body.to_vec()));
    }
    let first = head.split(|b| *b == b'\n').next()?;
    let first = text(first.get(..first.len().min(LONGEST_LINE))?.trim_ascii());
    let mut words = first.split([' ', '\t']).filter(|w| !w.is_empty());
    let (method, _uri, version) = (words.next()?, words.next()?, words.next()?);
    if !version.eq_ignore_ascii_case("SIP/2.0") || !method.chars().all(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    Some(Heard::Request(Request { method: method.to_ascii_uppercase(), headers: header_lines(head).collect() }))
}

/// What the other side says about its sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Description {
    /// Where sound is to be sent; none: it wants none.
    pub media: Option<SocketAddr>,
    /// Where reports about sound are to be sent, when not one port higher.
    pub reports: Option<u16>,
    /// It speaks PCMU (payload 0).
    pub has_pcmu: bool,
    /// Number of its telephone events (RFC 4733), for keys.
    pub keys: Option<u8>,
}

/// Reads the first sound of a description. None where there is no sound in it.
pub(super) fn description(body: &[u8]) -> Option<Description> {
    let text = text(body);
    let lines: Vec<&str> = text.lines().map(str::trim).take(MOST_LINES).collect();
    let start = lines.iter().position(|l| l.starts_with("m=audio "))?;
    let section: Vec<&str> = lines.iter().skip(start + 1).take_while(|l| !l.starts_with("m=")).copied().collect();
    let connection = |lines: &[&str]| lines.iter().find_map(|l| l.strip_prefix("c=")).and_then(connection_address);
    // A line of the section counts more than the one of the whole (RFC 8866 section 5.7).
    let before: Vec<&str> = lines.iter().take(start).copied().collect();
    let ip = connection(&section).or_else(|| connection(&before));
    let mut words = lines.get(start)?.strip_prefix("m=audio ")?.split_whitespace();
    let port: u16 = words.next()?.split('/').next()?.parse().ok()?;
    let formats: Vec<u8> = words.skip(1).filter_map(|w| w.parse::<u8>().ok()).collect();
    let attribute = |name: &str| section.iter().find_map(|l| l.strip_prefix("a=")?.strip_prefix(name));
    let keys = section.iter().filter_map(|l| l.strip_prefix("a=rtpmap:")).find_map(|map| {
        let (number, name) = map.split_once(' ')?;
        name.trim().to_ascii_lowercase().starts_with("telephone-event/8000").then(|| number.trim().parse().ok())?
    });
    let silent = attribute("inactive").is_some();
    Some(Description {
        media: ip.filter(|ip| port != 0 && !silent && !ip.is_unspecified()).map(|ip| SocketAddr::new(ip, port)),
        reports: attribute("rtcp:").and_then(|value| value.split_whitespace().next()?.parse().ok()),
        has_pcmu: formats.contains(&0),
        keys: keys.filter(|k| formats.contains(k)),
    })
}

fn connection_address(value: &str) -> Option<IpAddr> {
    let address = value.split_whitespace().nth(2)?;
    address.split('/').next()?.parse().ok()
}

/// The addresses inside `<…>` or bare, one for each Contact of a reply.
pub(super) fn contacts(reply: &Reply) -> Vec<String> {
    let all: Vec<&str> = reply.all("contact").flat_map(|value| split_outside_quotes(value, ',')).collect();
    all.into_iter().filter_map(address_of).filter(|a| a != "*").collect()
}

/// The address of one Contact or Record-Route value.
pub(super) fn address_of(value: &str) -> Option<String> {
    let bare = match value.rfind('<') {
        Some(open) => value.get(open + 1..)?.split('>').next()?,
        None => value.split(';').next()?,
    };
    let bare = bare.trim();
    (!bare.is_empty()).then(|| bare.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ANSWER: &[u8] =
        b"SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 10.0.0.9:4000;branch=z9hG4bKa;rport=4000\r\nCall-ID: c\r\n\
        CSeq: 3 INVITE\r\nContact: <sip:11.22.33.2:5060>\r\nContent-Type: application/sdp\r\nContent-Length: 9\r\n\r\n\
        v=0\r\no=- 1 1 IN IP4 11.22.33.2\r\ns=Asterisk\r\nc=IN IP4 11.22.33.2\r\nt=0 0\r\n\
        m=audio 14562 RTP/AVP 0 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\n\
        a=fmtp:101 0-16\r\na=ptime:20\r\na=sendrecv\r\n";

    #[test]
    fn an_answer_says_where_sound_goes_whatever_its_length_says() {
        let Some(Heard::Reply(reply, body)) = read(ANSWER) else { panic!("a reply") };
        assert_eq!(reply.status, 200);
        let said = description(&body).unwrap();
        assert_eq!(said.media, Some("11.22.33.2:14562".parse().unwrap()));
        assert_eq!((said.has_pcmu, said.keys, said.reports), (true, Some(101), None));
    }

    #[test]
    fn descriptions_of_the_field_are_read() {
        for (body, media, pcmu) in [
            ("c=IN IP4 1.2.3.4\nm=audio 4000 RTP/AVP 8\n", Some("1.2.3.4:4000"), false),
            ("c=IN IP4 1.2.3.4\nm=audio 4000 RTP/AVP 0\nc=IN IP4 5.6.7.8\n", Some("5.6.7.8:4000"), true),
            ("c=IN IP4 1.2.3.4\nm=audio 0 RTP/AVP 0\n", None, true),
            ("c=IN IP4 0.0.0.0\nm=audio 4000 RTP/AVP 0\n", None, true),
            ("c=IN IP4 1.2.3.4\nm=audio 4000 RTP/AVP 0\na=inactive\n", None, true),
            ("c=IN IP4 224.2.1.1/127\nm=audio 49170/2 RTP/AVP 0\n", Some("224.2.1.1:49170"), true),
            (
                "c=IN IP6 2001:db8::7\nm=audio 4000 RTP/AVP 0\nm=video 5000 RTP/AVP 99\nc=IN IP4 9.9.9.9\n",
                Some("[2001:db8::7]:4000"),
                true,
            ),
        ] {
            let said = description(body.as_bytes()).unwrap();
            assert_eq!(said.media, media.map(|m| m.parse().unwrap()), "{body}");
            assert_eq!(said.has_pcmu, pcmu, "{body}");
        }
        assert_eq!(description(b"v=0\r\nm=video 4000 RTP/AVP 99\r\n"), None);
        assert_eq!(description(b"m=audio x RTP/AVP 0\r\n"), None);
        let muxed = description(b"c=IN IP4 1.2.3.4\nm=audio 4000 RTP/AVP 0\na=rtcp:4009 IN IP4 1.2.3.4\n").unwrap();
        assert_eq!(muxed.reports, Some(4009));
    }

    #[test]
    fn requests_and_contacts_are_read() {
        let Some(Heard::Request(bye)) = read(b"BYE sip:a@b SIP/2.0\r\ni: c1\r\nCSeq: 2 BYE\r\n\r\n") else {
            panic!("BYE")
        };
        assert_eq!((bye.method.as_str(), bye.first("call-id")), ("BYE", Some("c1")));
        for nonsense in [&b"GET / HTTP/1.1\r\n\r\n"[..], b"", b"\r\n\r\n", b"INVITE sip:a\r\n\r\n", b"\x80\x00\x01"] {
            assert_eq!(read(nonsense), None);
        }
        let reply = b"SIP/2.0 200 OK\r\nContact: \"A, B\" <sip:6@1.2.3.4:9;ob>;expires=60, <sip:6@5.6.7.8>\r\nm: sip:6@h;x\r\n\r\n";
        let Some(Heard::Reply(reply, _)) = read(reply) else { panic!("a reply") };
        assert_eq!(contacts(&reply), ["sip:6@1.2.3.4:9;ob", "sip:6@5.6.7.8", "sip:6@h"]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..1500), cut in 0usize..600) {
            let _ = (read(&bytes), description(&bytes));
            let mut damaged = ANSWER.to_vec();
            let at = cut % damaged.len();
            damaged[at] = bytes.first().copied().unwrap_or(0);
            if let Some(Heard::Reply(_, body)) = read(&damaged) {
                let _ = description(&body);
            }
        }
    }
}

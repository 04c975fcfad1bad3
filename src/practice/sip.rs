//! The practice phone system's SIP: a small tolerant reader and the answers a registrar gives to strangers.

use std::fmt::Write as _;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::net::Ipv4Addr;

use serde::Deserialize;

/// Longest header part taken.
pub(super) const LONGEST: usize = 8 * 1024;

/// What a SIP machine says about itself.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// Its own line, `Server:` or `User-Agent:` and what follows.
    pub(super) name: String,
    /// Allow header.
    pub(super) allow: &'static str,
    /// Supported header.
    pub(super) supported: &'static str,
    /// Status that OPTIONS gets.
    pub(super) options_status: u16,
    /// Tells the asker which address it was seen from.
    pub(super) names_asker: bool,
    /// What it does for strangers.
    pub(super) strangers: StrangerStory,
}

/// Who sent a message.
#[derive(Clone, Copy, Debug)]
pub(super) struct Source {
    /// Address in the story.
    pub(super) ip: Ipv4Addr,
    /// Port as seen.
    pub(super) port: u16,
}

/// What a phone system does for strangers. Everything not said is what a careful one does.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StrangerStory {
    /// Their calls reach the dial plan.
    pub may_call: bool,
    /// Extensions that exist; where there are any, a stranger can tell them from others.
    pub told_extensions: Vec<String>,
}

impl StrangerStory {
    /// True where a stranger's request is answered like anybody's, and nobody is found.
    pub(super) fn answers(&self, request: &Message<'_>) -> bool {
        match request.method {
            "INVITE" => self.may_call,
            "REGISTER" => request.header("to").is_some_and(|to| self.tells_apart(to)),
            _ => false,
        }
    }

    /// True for a name that does not exist, where that is told.
    fn tells_apart(&self, to: &str) -> bool {
        let name = to.split_once("sip:").and_then(|(_, rest)| rest.split_once('@')).map(|(name, _)| name);
        !self.told_extensions.is_empty() && !self.told_extensions.iter().any(|e| Some(e.as_str()) == name)
    }
}

/// One request.
pub(super) struct Message<'a> {
    pub(super) method: &'a str,
    pub(super) uri: &'a str,
    /// Full header names in lower case, values unfolded.
    headers: Vec<(String, String)>,
}

impl Message<'_> {
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// The answer to one request; none for an ACK, an answer, or anything that is no SIP.
pub(super) fn answer(voice: &Voice, text: &[u8], source: Source) -> Option<String> {
    let text = String::from_utf8_lossy(text);
    let request = read(&text)?;
    let status = match request.method {
        "ACK" => return None,
        "OPTIONS" => voice.options_status,
        "INVITE" | "REGISTER" if voice.strangers.answers(&request) => 404,
        "INVITE" | "REGISTER" | "SUBSCRIBE" | "MESSAGE" | "PUBLISH" => 401,
        "BYE" | "CANCEL" | "PRACK" | "UPDATE" => 481,
        _ => 501,
    };
    // RFC 3261 section 8.1.1: without these nobody could match the answer.
    ["to", "from", "call-id", "cseq"].into_iter().try_for_each(|name| request.header(name).map(|_| ()))?;
    let mut more = String::new();
    if status == 401 {
        let _ = write!(
            more,
            "WWW-Authenticate: Digest realm=\"asterisk\",nonce=\"{}\",opaque=\"{}\",algorithm=MD5,qop=\"auth\"\r\n",
            token(),
            token()
        );
    }
    if status == 200 {
        more.push_str("Accept: application/sdp\r\n");
    }
    Some(reply(voice, &request, source, status, &more, ""))
}

/// An answer with these further lines and this body.
pub(super) fn reply(
    voice: &Voice,
    request: &Message<'_>,
    source: Source,
    status: u16,
    more: &str,
    body: &str,
) -> String {
    let named = |name: &str| request.header(name).unwrap_or_default();
    let (to, from, call_id, cseq) = (named("to"), named("from"), named("call-id"), named("cseq"));
    let reason = match status {
        200 => "OK",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        481 => "Call/Transaction Does Not Exist",
        _ => "Not Implemented",
    };
    let mut reply = format!("SIP/2.0 {status} {reason}\r\n");
    let vias: Vec<&str> = request.headers.iter().filter(|(n, _)| n == "via").map(|(_, v)| v.as_str()).collect();
    for (at, via) in vias.iter().enumerate() {
        let via = if at == 0 && voice.names_asker { top_via(via, source) } else { (*via).to_owned() };
        let _ = write!(reply, "Via: {via}\r\n");
    }
    let tag = if to.contains(";tag=") { String::new() } else { format!(";tag={}", token()) };
    let _ = write!(
        reply,
        "Call-ID: {call_id}\r\nFrom: {from}\r\nTo: {to}{tag}\r\nCSeq: {cseq}\r\n{}\r\nAllow: {}\r\nSupported: {}\r\n",
        voice.name, voice.allow, voice.supported
    );
    let _ = write!(reply, "{more}Content-Length: {}\r\n\r\n{body}", body.len());
    reply
}

/// Length of the body that a message announces; 0 where it says none.
pub(super) fn body_length(head: &[u8]) -> usize {
    let text = String::from_utf8_lossy(head);
    read(&text).and_then(|m| m.header("content-length")?.parse().ok()).unwrap_or(0)
}

/// Reads a request. Names may be short (RFC 3261 section 7.3.3), in any case, and values folded.
pub(super) fn read(text: &str) -> Option<Message<'_>> {
    let head = text.split("\r\n\r\n").next()?;
    let mut lines = head.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let method = words.next()?;
    let (uri, version) = (words.next()?, words.next()?);
    if version != "SIP/2.0" || words.next().is_some() || !method.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let mut headers: Vec<(String, String)> = Vec::new();
    for line in lines {
        if line.starts_with([' ', '\t']) {
            let (_, value) = headers.last_mut()?;
            value.push(' ');
            value.push_str(line.trim());
        } else {
            let (name, value) = line.split_once(':')?;
            headers.push((full_name(name.trim()), value.trim().to_owned()));
        }
    }
    Some(Message { method, uri, headers })
}

fn full_name(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "v" => "via".to_owned(),
        "f" => "from".to_owned(),
        "t" => "to".to_owned(),
        "i" => "call-id".to_owned(),
        "m" => "contact".to_owned(),
        "l" => "content-length".to_owned(),
        _ => name,
    }
}

/// The topmost Via with where the request really came from: `rport` gets its value and brings `received` along
/// (RFC 3581 section 4); without it `received` is added where the host differs (RFC 3261 section 18.2.1).
fn top_via(value: &str, source: Source) -> String {
    let (first, others) = value.split_once(',').map_or((value, None), |(first, others)| (first, Some(others)));
    let mut parts = first.split(';').map(str::trim);
    let sent = parts.next().unwrap_or_default();
    let (mut kept, mut asks_port) = (String::from(sent), false);
    for part in parts {
        let name = part.split('=').next().unwrap_or_default().trim();
        if name.eq_ignore_ascii_case("rport") {
            asks_port = true;
            let _ = write!(kept, ";rport={}", source.port);
        } else if !name.eq_ignore_ascii_case("received") {
            let _ = write!(kept, ";{part}");
        }
    }
    let host = sent.split_whitespace().last().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    if asks_port || host != source.ip.to_string() {
        let _ = write!(kept, ";received={}", source.ip);
    }
    match others {
        Some(others) => format!("{kept},{others}"),
        None => kept,
    }
}

/// Sixteen hexadecimal digits that differ each time. Nothing secret hangs on them.
pub(super) fn token() -> String {
    format!("{:016x}", RandomState::new().build_hasher().finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: Source = Source { ip: Ipv4Addr::new(203, 0, 113, 60), port: 40_000 };

    #[test]
    fn a_via_tells_where_the_request_really_came_from() {
        for (via, expected) in [
            (
                "SIP/2.0/UDP 10.0.0.5:5062;rport;branch=z9hG4bKa",
                "SIP/2.0/UDP 10.0.0.5:5062;rport=40000;branch=z9hG4bKa;received=203.0.113.60",
            ),
            ("SIP/2.0/UDP 10.0.0.5;branch=z9hG4bKa", "SIP/2.0/UDP 10.0.0.5;branch=z9hG4bKa;received=203.0.113.60"),
            ("SIP/2.0/UDP 203.0.113.60:9;branch=a", "SIP/2.0/UDP 203.0.113.60:9;branch=a"),
            (
                "SIP/2.0/UDP a.invalid;received=192.0.2.9;branch=a, SIP/2.0/UDP b",
                "SIP/2.0/UDP a.invalid;branch=a;received=203.0.113.60, SIP/2.0/UDP b",
            ),
        ] {
            assert_eq!(top_via(via, SOURCE), expected);
        }
    }

    #[test]
    fn short_and_folded_headers_are_answered_and_nonsense_is_not() {
        let voice = Voice {
            name: "Server: T".to_owned(),
            allow: "OPTIONS",
            supported: "path",
            options_status: 401,
            names_asker: true,
            strangers: StrangerStory::default(),
        };
        let short = "OPTIONS sip:a SIP/2.0\r\nv: SIP/2.0/UDP h;branch=1\r\nF: <sip:a>;tag=2\r\nt: <sip:b>\r\ni: 3\r\n\
                     CSeq: 4\r\n OPTIONS\r\nl: 0\r\n\r\n";
        let reply = answer(&voice, short.as_bytes(), SOURCE).unwrap();
        assert!(reply.starts_with("SIP/2.0 401 Unauthorized\r\nVia: SIP/2.0/UDP h;branch=1;received="), "{reply}");
        assert!(reply.contains("\r\nCSeq: 4 OPTIONS\r\n") && reply.contains("To: <sip:b>;tag="), "{reply}");
        for nonsense in
            ["", "\r\n\r\n", "SIP/2.0 200 OK\r\n\r\n", "OPTIONS sip:a SIP/2.0\r\n\r\n", "GET / HTTP/1.1\r\n\r\n"]
        {
            assert!(answer(&voice, nonsense.as_bytes(), SOURCE).is_none(), "{nonsense}");
        }
    }
}

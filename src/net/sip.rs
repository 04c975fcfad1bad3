//! SIP: one OPTIONS without a user part, which never rings anything (RFC 3261 section 11). Tries no password and
//! follows no redirect.

use std::net::{IpAddr, SocketAddr};

use rsip::headers::UntypedHeader as _;
use tokio::io::AsyncWriteExt as _;
use tokio::time::timeout_at;

use crate::domain::address;
use crate::domain::probe::{Measured, Outcome};
use crate::domain::service::Transport;
use crate::net::sip_read::{self, LONGEST_MESSAGE, Next, Reply, Stream};
use crate::net::socket::{
    Call, Ended, answered, ask_by_datagram, connect_tcp, connect_udp, did_not_speak, failed, hex, random, read_until,
};
use crate::net::{USER_AGENT, fingerprint};

/// Asks with one OPTIONS. Any final status with our branch and Call-ID is an answer.
pub(crate) async fn ask(call: &Call<'_>, transport: Transport) -> Measured {
    ask_for(call, transport, None, |local| local).await
}

/// The same from another street.
pub(crate) async fn knock(call: &Call<'_>, transport: Transport) -> Measured {
    ask_for(call, transport, None, sender_of_a_knock).await
}

/// Where a knock says that it comes from. The doorman of a router at home (Linux, `nf_nat_sip`) knows the sender in a
/// letter by its address and port, and on the way back turns what the office saw of the visitor into that address again:
/// the office then seems to have met somebody of its own house. What names nobody passes unharmed, and no answer could
/// come to an address behind a router anyway. Whoever has a public one has no such doorman.
pub(super) fn sender_of_a_knock(local: SocketAddr) -> SocketAddr {
    let is_behind_a_router = local.is_ipv4() && !address::is_public(local.ip());
    if is_behind_a_router { SocketAddr::new(sip_read::NOBODY, local.port()) } else { local }
}

/// The same for a server that was found by its name, which the question then names (RFC 3263 section 4).
pub(crate) async fn ask_by_name(call: &Call<'_>, transport: Transport, host: &str) -> Measured {
    ask_for(call, transport, Some(host), |local| local).await
}

/// Whom a question names as its sender, by the socket's own address.
type Sender = fn(SocketAddr) -> SocketAddr;

async fn ask_for(call: &Call<'_>, transport: Transport, host: Option<&str>, sender: Sender) -> Measured {
    let asked = match transport {
        Transport::Udp => over_udp(call, host, sender).await,
        Transport::Tcp => over_tcp(call, host, sender).await,
    };
    asked.unwrap_or_else(|measured| measured)
}

async fn over_udp(call: &Call<'_>, host: Option<&str>, sender: Sender) -> Result<Measured, Measured> {
    let socket = connect_udp(call)?;
    let local = socket.local_addr().map_err(|e| failed("socket", &e))?;
    let question = Question { host: host.map(str::to_owned), ..Question::new(random()?) };
    let message = question.options(Transport::Udp, call.story, sender(local))?;
    let sends = [message.clone(), message];
    let reply = ask_by_datagram(&socket, None, &sends, call.until, |datagram, _| {
        sip_read::read_datagram(datagram).filter(|reply| question.is_answered_by(reply) && reply.is_final())
    })
    .await?;
    Ok(measured(&reply))
}

async fn over_tcp(call: &Call<'_>, host: Option<&str>, sender: Sender) -> Result<Measured, Measured> {
    let mut tcp = connect_tcp(call).await?;
    let local = tcp.local_addr().map_err(|e| failed("socket", &e))?;
    let question = Question { host: host.map(str::to_owned), ..Question::new(random()?) };
    let message = question.options(Transport::Tcp, call.story, sender(local))?;
    match timeout_at(call.until, tcp.write_all(&message)).await {
        Ok(Ok(())) => {}
        Ok(Err(_)) => return Err(did_not_speak(&[], Ended::Closed)),
        Err(_) => return Err(did_not_speak(&[], Ended::Quiet)),
    }
    let mut stream = Stream::default();
    let mut kept = Vec::new();
    let mut taken = 0;
    let mut answer = None;
    let ended = read_until(&mut tcp, &mut kept, LONGEST_MESSAGE, call.until, |kept| {
        stream.push(kept.get(taken..).unwrap_or_default());
        taken = kept.len();
        loop {
            match stream.next_message() {
                Next::Reply(reply) if question.is_answered_by(&reply) && reply.is_final() => {
                    answer = Some(reply);
                    return true;
                }
                Next::Reply(_) | Next::Other => {}
                Next::NeedMore => return false,
                Next::Broken => return true,
            }
        }
    })
    .await;
    answer.map(|reply| measured(&reply)).ok_or_else(|| did_not_speak(&kept, ended))
}

/// What a reply tells.
pub(crate) fn measured(reply: &Reply) -> Measured {
    let status = format!("{} {}", reply.status, reply.reason);
    let seen = match reply.server() {
        Some(server) => format!("{}, {server}", status.trim()),
        None => status,
    };
    let class = (reply.status / 100).to_string();
    let parts = [
        "sip",
        &class,
        reply.server().unwrap_or_default(),
        &fingerprint::sorted_list(reply.all("allow")),
        &fingerprint::sorted_list(reply.all("supported")),
    ];
    Measured { fingerprint: Some(fingerprint::of(&parts)), asker: reply.asker(), ..answered(&seen) }
}

/// What makes one question ours.
#[derive(Clone, Debug)]
pub(crate) struct Question {
    branch: String,
    call_id: String,
    tag: String,
    /// Named instead of the address.
    host: Option<String>,
}

impl Question {
    /// A question known by these random bytes.
    pub(crate) fn new(secret: [u8; 16]) -> Self {
        let id = hex(&secret);
        let (branch, tag) = id.split_at_checked(20).unwrap_or((&id, &id));
        Self { branch: format!("z9hG4bK{branch}"), call_id: format!("se-{id}"), tag: tag.to_owned(), host: None }
    }

    /// True when a reply carries our branch on top and our Call-ID. Some servers change the letter case of a branch.
    pub(crate) fn is_answered_by(&self, reply: &Reply) -> bool {
        reply.first("call-id") == Some(&self.call_id)
            && reply.top_via().and_then(|via| via.branch).is_some_and(|b| b.eq_ignore_ascii_case(&self.branch))
    }

    /// The message itself, as of this sender.
    pub(crate) fn options(
        &self,
        transport: Transport,
        target: SocketAddr,
        sender: SocketAddr,
    ) -> Result<Vec<u8>, Measured> {
        let name = transport.name();
        let uri = rsip::Uri {
            scheme: Some(rsip::Scheme::Sip),
            auth: None,
            host_with_port: rsip::HostWithPort {
                // As a domain, because rsip prints IPv6 addresses without their brackets.
                host: rsip::Host::Domain(self.host.clone().unwrap_or_else(|| bracketed(target.ip())).into()),
                port: (target.port() != 5060 && self.host.is_none()).then(|| target.port().into()),
            },
            params: Vec::new(),
            headers: Vec::new(),
        };
        let me = bracketed(sender.ip());
        let via = format!("SIP/2.0/{name} {me}:{};branch={};rport", sender.port(), self.branch);
        let headers: Vec<rsip::Header> = vec![
            rsip::headers::Via::new(via).into(),
            rsip::headers::MaxForwards::new("70").into(),
            rsip::headers::From::new(format!("<sip:self-check@{me}>;tag={}", self.tag)).into(),
            rsip::headers::To::new(format!("<{uri}>")).into(),
            rsip::headers::CallId::new(&self.call_id).into(),
            rsip::headers::CSeq::new("1 OPTIONS").into(),
            rsip::headers::UserAgent::new(USER_AGENT).into(),
            rsip::headers::Accept::new("application/sdp").into(),
            rsip::headers::ContentLength::new("0").into(),
        ];
        let request = rsip::Request {
            method: rsip::Method::Options,
            uri,
            version: rsip::Version::V2,
            headers: headers.into(),
            body: Vec::new(),
        };
        written(&request).ok_or_else(|| Measured {
            seen: Some("question not sendable".to_owned()),
            ..Measured::bare(Outcome::Failed)
        })
    }
}

/// Writes a request line by line, because rsip itself lets a line break in a value become another header.
fn written(request: &rsip::Request) -> Option<Vec<u8>> {
    let first = format!("{} {} {}", request.method, request.uri, request.version);
    message(std::iter::once(first).chain(request.headers.iter().map(ToString::to_string)), &request.body)
}

/// A message of these lines. None when a line could not be sent: a line break or NUL in it, or the words that a common
/// ban rule drops every message for.
pub(super) fn message(lines: impl IntoIterator<Item = String>, body: &[u8]) -> Option<Vec<u8>> {
    let mut message = Vec::new();
    for line in lines {
        let is_one_line = !line.contains(['\r', '\n', '\0']);
        // FusionPBX drops SIP that contains this, in any letter case. Who puts it into its own realm does not.
        let is_banned = line.to_ascii_lowercase().contains("system ") && !line.contains("uthorization: Digest ");
        if !is_one_line || is_banned {
            return None;
        }
        message.extend_from_slice(line.as_bytes());
        message.extend_from_slice(b"\r\n");
    }
    message.extend_from_slice(b"\r\n");
    message.extend_from_slice(body);
    Some(message)
}

pub(super) fn bracketed(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => format!("[{v6}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::probe::{Probe, Surroundings, Vantage};
    use crate::domain::service::ProbeKind;
    use crate::net::testing::{self, ask, ask_briefly};
    use crate::net::{From, measure};
    use tokio::io::AsyncReadExt as _;
    use tokio::net::{TcpListener, UdpSocket};

    fn header<'a>(message: &'a str, name: &str) -> &'a str {
        let line = message.lines().find(|l| l.starts_with(&format!("{name}: "))).unwrap();
        &line[name.len() + 2..]
    }

    /// A reply written by hand, as Asterisk would.
    fn reply_to(request: &str, status: &str, server: &str) -> String {
        format!(
            "SIP/2.0 {status}\r\nVia: {};received=198.51.100.4\r\nFrom: {}\r\nTo: {};tag=as1\r\nCall-ID: {}\r\n\
             CSeq: {}\r\nServer: {server}\r\nAllow: INVITE, ACK, OPTIONS\r\nSupported: replaces, timer\r\n\
             Content-Length: 0\r\n\r\n",
            header(request, "Via").replace(";rport", ";rport=1234"),
            header(request, "From"),
            header(request, "To"),
            header(request, "Call-ID"),
            header(request, "CSeq"),
        )
    }

    async fn asked(socket: &UdpSocket) -> (String, SocketAddr) {
        let mut buffer = [0u8; 2048];
        let (length, visitor) = socket.recv_from(&mut buffer).await.unwrap();
        (String::from_utf8(buffer[..length].to_vec()).unwrap(), visitor)
    }

    #[test]
    fn the_question_has_no_user_part_and_keeps_to_the_rules() {
        let question = Question::new([7; 16]);
        let target = "203.0.113.7:5060".parse().unwrap();
        let local = "192.168.1.9:40000".parse().unwrap();
        let message = String::from_utf8(question.options(Transport::Udp, target, local).unwrap()).unwrap();
        assert!(message.starts_with("OPTIONS sip:203.0.113.7 SIP/2.0\r\n"), "{message}");
        assert!(message.ends_with("\r\n\r\n"));
        assert!(message.len() <= 600, "ceiling of outside.md");
        assert_eq!(header(&message, "To"), "<sip:203.0.113.7>");
        assert!(header(&message, "Via").starts_with("SIP/2.0/UDP 192.168.1.9:40000;branch=z9hG4bK"));
        assert!(header(&message, "Via").ends_with(";rport"));
        assert_eq!(header(&message, "Max-Forwards"), "70");
        assert_eq!(header(&message, "Call-ID"), question.call_id);
        assert_eq!(header(&message, "CSeq"), "1 OPTIONS");
        assert_eq!(header(&message, "User-Agent"), USER_AGENT);
        assert!(!message.to_ascii_lowercase().contains("system "));
    }

    #[test]
    fn a_knock_from_behind_a_router_names_nobody_and_its_true_port() {
        for (local, named) in [
            ("192.168.0.5:40000", "10.254.254.254:40000"),
            ("10.0.0.5:40000", "10.254.254.254:40000"),
            ("100.64.3.9:40000", "10.254.254.254:40000"),
            ("11.22.33.60:40000", "11.22.33.60:40000"),
            ("[2a00::9]:40000", "[2a00::9]:40000"),
        ] {
            assert_eq!(sender_of_a_knock(local.parse().unwrap()), named.parse().unwrap(), "{local}");
        }
    }

    /// What a phone system that does so hears and says: the sender and the asker of a question.
    async fn met(vantage: Vantage, answers: fn(&str) -> String) -> (String, Option<IpAddr>) {
        let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = server.local_addr().unwrap();
        let probe = Probe { vantage, ..testing::probe(ProbeKind::Sip, Transport::Udp, address) };
        let peer = async {
            let (request, visitor) = asked(&server).await;
            server.send_to(answers(&request).as_bytes(), visitor).await.unwrap();
            header(&request, "Via").split([' ', ':']).nth(1).unwrap().to_owned()
        };
        let (from, surroundings) = (From::default(), Surroundings::default());
        let (sender, measured) = tokio::join!(peer, measure(&probe, &from, &surroundings));
        (sender, measured.asker)
    }

    #[tokio::test]
    async fn only_a_knock_hides_its_sender_and_never_takes_nobody_for_itself() {
        let says_received = |request: &str| reply_to(request, "200 OK", "x");
        // A phone system that fills in the port and leaves the address out.
        let says_rport = |request: &str| reply_to(request, "200 OK", "x").replace(";received=198.51.100.4", "");
        let seen = Some("198.51.100.4".parse().unwrap());
        assert_eq!(met(Vantage::Outside, says_received).await, ("10.254.254.254".to_owned(), seen));
        assert_eq!(met(Vantage::Outside, says_rport).await, ("10.254.254.254".to_owned(), None));
        assert_eq!(met(Vantage::Inside, says_received).await, ("127.0.0.1".to_owned(), seen));
    }

    #[test]
    fn ipv6_stands_in_brackets_and_odd_ports_are_named() {
        let target = "[2001:db8::7]:5160".parse().unwrap();
        let local = "[2001:db8::9]:40000".parse().unwrap();
        let message = Question::new([1; 16]).options(Transport::Tcp, target, local).unwrap();
        let message = String::from_utf8(message).unwrap();
        assert!(message.starts_with("OPTIONS sip:[2001:db8::7]:5160 SIP/2.0\r\n"), "{message}");
        let longest = "[2001:db8:1111:2222:3333:4444:5555:6666]:65535".parse().unwrap();
        let knock = Question::new([1; 16]).options(Transport::Udp, longest, longest).unwrap();
        assert!(knock.len() <= 600, "ceiling of a knock: {}", knock.len());
        assert!(header(&message, "Via").starts_with("SIP/2.0/TCP [2001:db8::9]:40000;"));
    }

    #[test]
    fn a_line_break_or_a_banned_word_is_never_sent() {
        for value in ["a\r\nEvil: 1", "a\nb", "a\0b", "My Phone SYSTEM 5"] {
            let request = rsip::Request {
                method: rsip::Method::Options,
                uri: rsip::Uri::default(),
                version: rsip::Version::V2,
                headers: vec![rsip::Header::from(rsip::headers::UserAgent::new(value))].into(),
                body: Vec::new(),
            };
            assert_eq!(written(&request), None, "{value:?}");
        }
    }

    #[tokio::test]
    async fn any_final_status_is_an_answer_and_the_second_try_counts() {
        let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = server.local_addr().unwrap();
        let peer = async {
            let (first, _) = asked(&server).await;
            let (second, visitor) = asked(&server).await;
            assert_eq!(first, second);
            // Provisional first, then a stranger's reply: neither ends the question.
            server.send_to(reply_to(&second, "100 Trying", "x").as_bytes(), visitor).await.unwrap();
            let foreign = reply_to(&second, "200 OK", "x").replace("Call-ID: se-", "Call-ID: xx-");
            server.send_to(foreign.as_bytes(), visitor).await.unwrap();
            let forged = reply_to(&second, "200 OK", "x").replace("z9hG4bK", "z9hG4bK0");
            server.send_to(forged.as_bytes(), visitor).await.unwrap();
            let reply = reply_to(&second, "401 Unauthorized", "Asterisk PBX 16.28.0");
            server.send_to(reply.as_bytes(), visitor).await.unwrap();
        };
        let (measured, ()) = tokio::join!(ask(ProbeKind::Sip, Transport::Udp, address), peer);
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("401 Unauthorized, Asterisk PBX 16.28.0"));
        assert_eq!(measured.asker, Some("198.51.100.4".parse().unwrap()));
        assert!(measured.fingerprint.is_some());
    }

    #[tokio::test]
    async fn a_reply_to_somebody_else_is_no_answer() {
        let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = server.local_addr().unwrap();
        let peer = async {
            let (request, visitor) = asked(&server).await;
            let foreign = reply_to(&request, "200 OK", "x").replace("z9hG4bK", "z9hG4bKx");
            server.send_to(foreign.as_bytes(), visitor).await.unwrap();
        };
        let (measured, ()) = tokio::join!(ask_briefly(ProbeKind::Sip, Transport::Udp, address), peer);
        assert_eq!(measured.outcome, Outcome::Silent);
        assert!(measured.seen.unwrap().starts_with("not understood: SIP/2.0 200 OK"));
        assert_eq!(measured.fingerprint, None);
    }

    #[tokio::test]
    async fn over_tcp_the_reply_may_come_in_pieces_after_a_keep_alive() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let peer = async {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                request.push(stream.read_u8().await.unwrap());
            }
            let request = String::from_utf8(request).unwrap();
            let reply = format!(
                "\r\n\r\n{}{}",
                reply_to(&request, "100 Trying", "x"),
                reply_to(&request, "404 Not Found", "FreeSWITCH")
            );
            let (one, two) = reply.split_at(reply.len() - 40);
            stream.write_all(one.as_bytes()).await.unwrap();
            stream.flush().await.unwrap();
            tokio::task::yield_now().await;
            stream.write_all(two.as_bytes()).await.unwrap();
            request
        };
        let (measured, request) = tokio::join!(ask(ProbeKind::Sip, Transport::Tcp, address), peer);
        assert!(header(&request, "Via").starts_with("SIP/2.0/TCP 10.254.254.254:"));
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("404 Not Found, FreeSWITCH"));
    }

    #[tokio::test]
    async fn a_web_server_on_the_port_is_no_sip_answer() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let peer = async {
            let (mut stream, _) = listener.accept().await.unwrap();
            stream.write_all(b"HTTP/1.1 400 Bad Request\r\nServer: nginx\r\n\r\n").await.unwrap();
            stream.shutdown().await.unwrap();
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest).await;
        };
        let (measured, ()) = tokio::join!(ask(ProbeKind::Sip, Transport::Tcp, address), peer);
        assert_eq!(measured.outcome, Outcome::Silent);
        assert!(measured.seen.unwrap().starts_with("accepted, other protocol: HTTP/1.1 400"));
    }

    #[test]
    fn the_fingerprint_ignores_what_changes_between_two_answers() {
        let make = |status: &str, server: &str, allow: &str, tag: &str| {
            let message = format!(
                "SIP/2.0 {status}\r\nVia: SIP/2.0/UDP h;branch=z{tag}\r\nTo: <sip:b>;tag={tag}\r\nDate: {tag}\r\n\
                 WWW-Authenticate: Digest realm=\"a\", nonce=\"{tag}\"\r\nServer: {server}\r\nAllow: {allow}\r\n\r\n"
            );
            measured(&sip_read::read_datagram(message.as_bytes()).unwrap()).fingerprint
        };
        let one = make("401 Unauthorized", "Asterisk PBX 16", "INVITE,ACK", "1");
        assert_eq!(one, make("407 Proxy Authentication Required", "asterisk  PBX 16", "ack, invite", "2"));
        assert_ne!(one, make("200 OK", "Asterisk PBX 16", "INVITE,ACK", "1"));
        assert_ne!(one, make("401 Unauthorized", "Asterisk PBX 18", "INVITE,ACK", "1"));
        assert_ne!(one, make("401 Unauthorized", "Asterisk PBX 16", "INVITE", "1"));
    }
}

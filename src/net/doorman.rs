//! The office's side of the doorman test: one letter that looks like the beginning of a call, with this computer's real
//! address and port wherever a doorman looks, to one port of a standing helper. Sent at most twice, and never left open:
//! every final answer is acknowledged, and where none comes the call is cancelled. Compares nothing.

use std::net::{IpAddr, SocketAddr};

use tokio::io::AsyncWriteExt as _;
use tokio::net::UdpSocket;
use tokio::time::{Duration, Instant, timeout, timeout_at};

use crate::domain::doorman::{Leaving, USUAL_PORT};
use crate::domain::probe::{Measured, Outcome, Surroundings};
use crate::domain::service::Transport;
use crate::domain::sip_compare::{header, lines};
use crate::net::socket::{Call, connect_tcp, connect_udp_from, hex, loose_udp, random, read_until};
use crate::net::socket::{Ended, Icmp, receive};
use crate::net::{From, REPEAT_AFTER, TIME_LIMIT, USER_AGENT};

/// Longest answer that is read.
const LONGEST_ANSWER: usize = 4_000;
/// Datagrams looked at while waiting.
const MOST_DATAGRAMS: usize = 16;
/// How long a cancelled call may take to say so.
const GOODBYE: Duration = Duration::from_millis(500);
/// Whom the letter is to and from. No extension is called that.
const NAME: &str = "doorman-test";

/// One letter to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// UDP or TCP.
    pub transport: Transport,
    /// The helper's port.
    pub target: SocketAddr,
    /// Name of the call as the helper gave it out.
    pub call_id: String,
}

/// What was sent and what came back.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Posted {
    /// Lines as sent.
    pub sent: Vec<String>,
    /// Lines of the final answer as it came back; none: none came.
    pub answer: Option<Vec<String>>,
    /// This computer's own trouble, so that nothing was sent.
    pub trouble: Option<String>,
}

impl Posted {
    /// A connection that never came about is no trouble of ours: whoever stands in between did not let it through.
    fn not_sent(measured: &Measured) -> Self {
        let own = measured.outcome == Outcome::Failed;
        let why = || measured.seen.clone().unwrap_or_else(|| measured.outcome.id().to_owned());
        Self { trouble: own.then(why), ..Self::default() }
    }
}

/// Sends one letter and waits for its answer. Never takes longer than three seconds.
pub async fn post(letter: &Letter, from: &From, leaving: Leaving, surroundings: &Surroundings) -> Posted {
    let Some(real) = surroundings.dial(letter.transport, letter.target) else {
        return Posted { trouble: Some("nobody there".to_owned()), ..Posted::default() };
    };
    let call = Call { story: letter.target, real, from, surroundings, until: Instant::now() + TIME_LIMIT };
    let posted = match letter.transport {
        Transport::Udp => over_udp(letter, &call, leaving).await,
        // Phones leave from any port over TCP, so there is no usual one.
        Transport::Tcp => over_tcp(letter, &call).await,
    };
    posted.unwrap_or_else(|measured| Posted::not_sent(&measured))
}

async fn over_udp(letter: &Letter, call: &Call<'_>, leaving: Leaving) -> Result<Posted, Measured> {
    let socket = connect_udp_from(call, own_port(leaving))?;
    let (words, _voice) = written(letter, call, socket.local_addr().ok())?;
    let invite = words.invite();
    let mut posted = Posted { sent: lines(&invite), ..Posted::default() };
    let half = (Instant::now() + REPEAT_AFTER).min(call.until);
    for patience in [half, call.until] {
        // An ICMP answer to the first send is met here; the second one is worth a try all the same.
        socket.send(&invite).await.ok();
        if let Some(answer) = hear(&socket, letter, "INVITE", patience).await {
            for message in words.closing(&answer) {
                socket.send(&message).await.ok();
            }
            posted.answer = Some(answer);
            return Ok(posted);
        }
    }
    socket.send(&words.cancel()).await.ok();
    // The answer to the INVITE itself (487, or a late one) wants to be acknowledged too.
    if let Some(late) = hear(&socket, letter, "INVITE", Instant::now() + GOODBYE).await {
        for message in words.closing(&late) {
            socket.send(&message).await.ok();
        }
        posted.answer = Some(late).filter(|answer| !is_cancelled(answer));
    }
    Ok(posted)
}

/// Waits for a final answer of this call to a request of this kind.
async fn hear(socket: &UdpSocket, letter: &Letter, kind: &str, until: Instant) -> Option<Vec<String>> {
    let mut buffer = vec![0u8; LONGEST_ANSWER + 1];
    for _ in 0..MOST_DATAGRAMS {
        let Ok(received) = timeout_at(until, receive(socket, &mut buffer)).await else { return None };
        // Port unreachable and the like: nobody answered yet.
        let Ok((length, _)) = received else { continue };
        let answer = buffer.get(..length).filter(|d| d.len() <= LONGEST_ANSWER).map(lines);
        if let Some(answer) = answer.filter(|a| is_final(a, letter, kind)) {
            return Some(answer);
        }
    }
    None
}

async fn over_tcp(letter: &Letter, call: &Call<'_>) -> Result<Posted, Measured> {
    let mut stream = connect_tcp(call).await?;
    let (words, _voice) = written(letter, call, stream.local_addr().ok())?;
    let invite = words.invite();
    let mut posted = Posted { sent: lines(&invite), ..Posted::default() };
    if !matches!(timeout_at(call.until, stream.write_all(&invite)).await, Ok(Ok(()))) {
        return Ok(posted);
    }
    let mut kept = Vec::new();
    let ended =
        read_until(&mut stream, &mut kept, LONGEST_ANSWER, call.until, |kept| final_answer(kept, letter).is_some())
            .await;
    posted.answer = final_answer(&kept, letter);
    let last = posted.answer.as_ref().map_or_else(|| words.cancel(), |answer| words.closing(answer).concat());
    if ended != Ended::Closed {
        timeout(GOODBYE, stream.write_all(&last)).await.ok();
        timeout(GOODBYE, stream.shutdown()).await.ok();
    }
    Ok(posted)
}

/// The first final answer in what a stream brought so far, once its head is whole.
fn final_answer(kept: &[u8], letter: &Letter) -> Option<Vec<String>> {
    let mut rest = kept;
    while let Some(end) = rest.windows(4).position(|w| w == b"\r\n\r\n") {
        let (head, more) = rest.split_at_checked(end + 4)?;
        let answer = lines(head.trim_ascii_start());
        if is_final(&answer, letter, "INVITE") {
            return Some(answer);
        }
        rest = more;
    }
    None
}

/// An answer of 200 and above with our call's name, to a request of this kind. The address behind the name may have
/// been changed on the way, as it may have been in the letter.
fn is_final(answer: &[String], letter: &Letter, kind: &str) -> bool {
    let status = answer.first().and_then(|l| l.strip_prefix("SIP/2.0 ")).and_then(|l| l.get(..3));
    let is_final = status.and_then(|s| s.parse::<u16>().ok()).is_some_and(|s| (200..700).contains(&s));
    let first = |name| header(answer, name).into_iter().next().unwrap_or_default();
    let name_of = |call_id: &str| call_id.split('@').next().unwrap_or_default().to_owned();
    is_final && name_of(&first("Call-ID")) == letter.call_id && first("CSeq").to_ascii_uppercase().ends_with(kind)
}

/// 487: the answer to a call that we took back ourselves says nothing about the first way.
fn is_cancelled(answer: &[String]) -> bool {
    answer.first().is_some_and(|l| l.starts_with("SIP/2.0 487"))
}

const fn own_port(leaving: Leaving) -> u16 {
    match leaving {
        Leaving::AnyPort => 0,
        Leaving::UsualPort => USUAL_PORT,
    }
}

/// Holds the port for sound that the letter names, so that no hole a doorman makes for it leads to another program.
struct Voice {
    _sockets: Vec<UdpSocket>,
    port: u16,
}

impl Voice {
    /// An even port, as RFC 3550 section 11 wants it.
    fn hold(call: &Call<'_>) -> Result<Self, Measured> {
        let mut held = Vec::new();
        for _ in 0..8 {
            let socket = loose_udp(call, Icmp::Ignored)?;
            let port = socket.local_addr().map(|a| a.port()).unwrap_or_default();
            held.push(socket);
            if port.is_multiple_of(2) && port != 0 {
                return Ok(Self { _sockets: held, port });
            }
        }
        let port = held.first().and_then(|s| s.local_addr().ok()).map(|a| a.port()).unwrap_or_default();
        Ok(Self { _sockets: held, port })
    }
}

/// What the messages of one call say.
struct Words<'l> {
    letter: &'l Letter,
    local: SocketAddr,
    voice_port: u16,
    branch: String,
    tag: String,
}

fn written<'l>(letter: &'l Letter, call: &Call<'_>, local: Option<SocketAddr>) -> Result<(Words<'l>, Voice), Measured> {
    let chance = hex(&random::<16>()?);
    let (branch, tag) = chance.split_at_checked(20).unwrap_or((&chance, &chance));
    let voice = Voice::hold(call)?;
    let mut local = local.unwrap_or_else(|| SocketAddr::new(IpAddr::from([0, 0, 0, 0]), 0));
    // On loopback everybody has one address; the story's PC has its own.
    let pc = call.surroundings.practice.as_ref().and_then(|s| s.adapters.iter().find(|a| a.default_route));
    if let Some(adapter) = pc {
        local.set_ip(IpAddr::V4(adapter.address));
    }
    let words =
        Words { letter, local, voice_port: voice.port, branch: format!("z9hG4bK{branch}"), tag: tag.to_owned() };
    Ok((words, voice))
}

impl Words<'_> {
    /// The letter itself. A Linux router rewrites only where it finds the packet's own address and port, so both stand
    /// everywhere (`nf_nat_sip`); others write the host of the Call-ID too (`FortiOS`), so that is there as well.
    fn invite(&self) -> Vec<u8> {
        let me = self.me();
        let family = if self.local.is_ipv4() { "IP4" } else { "IP6" };
        let body = [
            "v=0".to_owned(),
            format!("o=- 1 1 IN {family} {}", self.local.ip()),
            "s=-".to_owned(),
            format!("c=IN {family} {}", self.local.ip()),
            "t=0 0".to_owned(),
            format!("m=audio {} RTP/AVP 0 101", self.voice_port),
            "a=rtpmap:0 PCMU/8000".to_owned(),
            "a=rtpmap:101 telephone-event/8000".to_owned(),
            "a=sendrecv\r\n".to_owned(),
        ]
        .join("\r\n");
        let mut head = self.head("INVITE");
        head.extend([
            format!("Contact: <sip:{NAME}@{me};transport={}>", self.letter.transport.name().to_ascii_lowercase()),
            format!("User-Agent: {USER_AGENT}"),
            "Allow: INVITE, ACK, CANCEL, BYE".to_owned(),
            "Supported: replaces".to_owned(),
            "Content-Type: application/sdp".to_owned(),
            format!("Content-Length: {}\r\n\r\n{body}", body.len()),
        ]);
        head.join("\r\n").into_bytes()
    }

    /// What ends the call after this answer: an acknowledgement, and where somebody took the call, a goodbye as well.
    fn closing(&self, answer: &[String]) -> Vec<Vec<u8>> {
        let to = header(answer, "To").into_iter().next();
        let mut messages = vec![self.bare("ACK", "1 ACK", to.as_deref())];
        if answer.first().is_some_and(|l| l.starts_with("SIP/2.0 2")) {
            messages.push(self.bare("BYE", "2 BYE", to.as_deref()));
        }
        messages
    }

    /// Takes the call back (RFC 3261 section 9.1).
    fn cancel(&self) -> Vec<u8> {
        self.bare("CANCEL", "1 CANCEL", None)
    }

    fn bare(&self, method: &str, cseq: &str, to: Option<&str>) -> Vec<u8> {
        let mut head = self.head(method);
        for line in &mut head {
            if line.starts_with("CSeq: ") {
                *line = format!("CSeq: {cseq}");
            } else if let (true, Some(to)) = (line.starts_with("To: "), to) {
                *line = format!("To: {to}");
            }
        }
        head.push("Content-Length: 0\r\n\r\n".to_owned());
        head.join("\r\n").into_bytes()
    }

    /// The lines that every message of the call has (RFC 3261 section 8.1.1).
    fn head(&self, method: &str) -> Vec<String> {
        let (transport, me) = (self.letter.transport.name(), self.me());
        let uri = format!("sip:{NAME}@{}:{}", bracketed(self.letter.target.ip()), self.letter.target.port());
        vec![
            format!("{method} {uri} SIP/2.0"),
            format!("Via: SIP/2.0/{transport} {me};branch={};rport", self.branch),
            "Max-Forwards: 70".to_owned(),
            format!("From: <sip:{NAME}@{me}>;tag={}", self.tag),
            format!("To: <{uri}>"),
            format!("Call-ID: {}@{}", self.letter.call_id, bracketed(self.local.ip())),
            format!("CSeq: 1 {method}"),
        ]
    }

    /// This computer's own address and port.
    fn me(&self) -> String {
        format!("{}:{}", bracketed(self.local.ip()), self.local.port())
    }
}

fn bracketed(ip: IpAddr) -> String {
    match ip {
        IpAddr::V4(v4) => v4.to_string(),
        IpAddr::V6(v6) => format!("[{v6}]"),
    }
}

#[cfg(test)]
#[path = "doorman_tests.rs"]
mod tests;

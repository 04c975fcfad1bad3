//! What the phone system says to a stranger: one call to a made-up name, and one question for a registration of a name.
//! Without a password, a Contact or a redirect followed; every call is acknowledged, taken back or ended on every path.
//! Says what was heard and concludes nothing.

use std::net::{IpAddr, SocketAddr};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::{Duration, Instant, timeout, timeout_at};

use crate::domain::probe::{Measured, Surroundings};
use crate::domain::safety::StrangerAnswer;
use crate::domain::service::Transport;
use crate::net::sip::sender_of_a_knock;
use crate::net::sip_read::{Next, Reply, Stream, read_datagram};
use crate::net::socket::{Call, connect_tcp, connect_udp, hex, one_line, random, receive};
use crate::net::{From, REPEAT_AFTER, USER_AGENT};

/// How long the first word may take: some phone systems look the caller up first.
const FIRST_WORD: Duration = Duration::from_secs(4);
/// How long a call that was begun may take to end.
const LAST_WORD: Duration = Duration::from_secs(2);
/// A call that is being placed is taken back when nothing more was said for so long.
const AFTER_TRYING: Duration = Duration::from_secs(3);
/// Replies looked at.
const MOST_REPLIES: usize = 16;
/// Letters of a made-up name. No number begins with one, so nothing that could ring or cost is ever dialled.
const NAME_LETTERS: usize = 12;

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Heard {
    /// Answers in their order.
    pub answers: Vec<StrangerAnswer>,
    /// Requests that a guard may count: calls and registrations, second sends included. What ends a call belongs to it.
    pub requests: u32,
    /// This computer's address as the phone system saw it.
    pub asker: Option<IpAddr>,
}

/// Calls a made-up name as a stranger would, and ends the call whatever comes of it.
pub async fn call_as_guest(
    target: SocketAddr,
    transport: Transport,
    from: &From,
    surroundings: &Surroundings,
) -> Result<Heard, Measured> {
    call_within(FIRST_WORD, target, transport, from, surroundings).await
}

async fn call_within(
    first_word: Duration,
    target: SocketAddr,
    transport: Transport,
    from: &From,
    surroundings: &Surroundings,
) -> Result<Heard, Measured> {
    let (mut wire, mut words) = begin(target, transport, from, surroundings).await?;
    words.name = made_up()?;
    let invite = words.message("INVITE", &words.uri(), None, 1);
    let mut heard = Heard::default();
    wire.send(&invite).await;
    heard.requests += 1;
    let begun = Instant::now();
    let mut until = begun + first_word;
    let repeat_at = begun + REPEAT_AFTER;
    let mut is_begun = false;
    for _ in 0..MOST_REPLIES {
        let may_repeat = transport == Transport::Udp && heard.requests == 1 && !is_begun;
        let patience = if may_repeat { repeat_at } else { until };
        match wire.next(patience).await {
            Came::Reply(reply) if words.is_ours(&reply, "INVITE") => {
                heard.note(&reply);
                if reply.is_final() {
                    words.end(&mut wire, &reply).await;
                    return Ok(heard);
                }
                is_begun = true;
                until = Instant::now() + AFTER_TRYING;
                // 100 only says that it was received; what follows tells.
                if reply.status > 100 {
                    break;
                }
            }
            Came::Reply(_) => {}
            Came::Nothing if may_repeat => {
                wire.send(&invite).await;
                heard.requests += 1;
            }
            Came::Nothing | Came::Gone => break,
        }
    }
    // RFC 3261 section 9.1: a call without any answer yet must not be cancelled.
    if is_begun {
        words.take_back(&mut wire).await;
    }
    Ok(heard)
}

/// Asks for the registration of a name, as a stranger and without a Contact: that only asks (RFC 3261 section 10.2.3).
/// Without a name, for a made-up one.
pub async fn ask_registration(
    name: Option<&str>,
    target: SocketAddr,
    transport: Transport,
    from: &From,
    surroundings: &Surroundings,
) -> Result<Heard, Measured> {
    let (mut wire, mut words) = begin(target, transport, from, surroundings).await?;
    words.name = match name {
        Some(name) => name.to_owned(),
        None => made_up()?,
    };
    let registrar = format!("sip:{}", words.host());
    // Sent once: a guard counts each, and nothing hangs on it.
    wire.send(&words.message("REGISTER", &registrar, None, 1)).await;
    let mut heard = Heard { requests: 1, ..Heard::default() };
    let until = Instant::now() + FIRST_WORD;
    for _ in 0..MOST_REPLIES {
        match wire.next(until).await {
            Came::Reply(reply) if words.is_ours(&reply, "REGISTER") => {
                heard.note(&reply);
                if reply.is_final() {
                    break;
                }
            }
            Came::Reply(_) => {}
            Came::Nothing | Came::Gone => break,
        }
    }
    Ok(heard)
}

impl Heard {
    fn note(&mut self, reply: &Reply) {
        self.answers.push(noted(reply));
        self.asker = self.asker.or_else(|| reply.asker());
    }
}

fn noted(reply: &Reply) -> StrangerAnswer {
    let challenged = reply.first("www-authenticate").or_else(|| reply.first("proxy-authenticate")).is_some();
    let line = format!("{} {}", reply.status, reply.reason);
    StrangerAnswer { status: reply.status, line: one_line(line.as_bytes()).unwrap_or_default(), challenged }
}

fn made_up() -> Result<String, Measured> {
    let bytes: [u8; NAME_LETTERS] = random()?;
    Ok(bytes.iter().map(|b| char::from(b'a' + b % 26)).collect())
}

/// What came next.
enum Came {
    Reply(Reply),
    /// Nothing until then.
    Nothing,
    /// Nothing will come any more.
    Gone,
}

/// A way to one peer.
enum Wire {
    Udp(UdpSocket, Vec<u8>),
    Tcp(TcpStream, Stream),
}

impl Wire {
    async fn send(&mut self, message: &[u8]) {
        // What cannot be sent is answered by nobody.
        match self {
            Self::Udp(socket, _) => socket.send(message).await.map(drop).ok(),
            Self::Tcp(stream, _) => timeout(LAST_WORD, stream.write_all(message)).await.ok().and_then(Result::ok),
        };
    }

    async fn next(&mut self, until: Instant) -> Came {
        match self {
            Self::Udp(socket, buffer) => {
                for _ in 0..MOST_REPLIES {
                    match timeout_at(until, receive(socket, buffer)).await {
                        Err(_) => return Came::Nothing,
                        Ok(Err(_)) => return Came::Gone,
                        Ok(Ok((length, _))) => {
                            if let Some(reply) = buffer.get(..length).and_then(read_datagram) {
                                return Came::Reply(reply);
                            }
                        }
                    }
                }
                Came::Gone
            }
            Self::Tcp(stream, cut) => loop {
                match cut.next_message() {
                    Next::Reply(reply) => return Came::Reply(reply),
                    Next::Other => {}
                    Next::Broken => return Came::Gone,
                    Next::NeedMore => {
                        let mut room = [0u8; 4096];
                        match timeout_at(until, stream.read(&mut room)).await {
                            Err(_) => return Came::Nothing,
                            Ok(Ok(0) | Err(_)) => return Came::Gone,
                            Ok(Ok(length)) => cut.push(room.get(..length).unwrap_or_default()),
                        }
                    }
                }
            },
        }
    }
}

async fn begin(
    target: SocketAddr,
    transport: Transport,
    from: &From,
    surroundings: &Surroundings,
) -> Result<(Wire, Words), Measured> {
    let nobody = || Measured::bare(crate::domain::probe::Outcome::Unreachable);
    let real = surroundings.dial(transport, target).ok_or_else(nobody)?;
    let call = Call { story: target, real, from, surroundings, until: Instant::now() + LAST_WORD };
    let wire = match transport {
        Transport::Udp => Wire::Udp(connect_udp(&call)?, vec![0; 65_535]),
        Transport::Tcp => Wire::Tcp(connect_tcp(&call).await?, Stream::default()),
    };
    let local = match &wire {
        Wire::Udp(socket, _) => socket.local_addr(),
        Wire::Tcp(stream, _) => stream.local_addr(),
    };
    let local = local.map_err(|e| crate::net::socket::failed("socket", &e))?;
    // An adapter is named where a stranger on another street is played.
    let sender = if from.interface.is_some() { sender_of_a_knock(local) } else { local };
    let id = hex(&random::<16>()?);
    let (branch, tag) = id.split_at_checked(20).unwrap_or((&id, &id));
    let words = Words {
        transport,
        target,
        local,
        sender,
        name: String::new(),
        branch: format!("z9hG4bK{branch}"),
        call_id: format!("se-{id}"),
        tag: tag.to_owned(),
    };
    Ok((wire, words))
}

/// What the messages of one question say.
struct Words {
    transport: Transport,
    target: SocketAddr,
    local: SocketAddr,
    /// Named in the Via.
    sender: SocketAddr,
    name: String,
    branch: String,
    call_id: String,
    tag: String,
}

impl Words {
    fn host(&self) -> String {
        if self.target.port() == 5060 { bracketed(self.target) } else { self.target.to_string() }
    }

    fn uri(&self) -> String {
        format!("sip:{}@{}", self.name, self.host())
    }

    fn is_ours(&self, reply: &Reply, method: &str) -> bool {
        let of_method = reply.first("cseq").is_some_and(|c| c.to_ascii_uppercase().ends_with(method));
        reply.first("call-id") == Some(&self.call_id) && of_method
    }

    /// One message, with an empty body. `to` is the other side's To line, once there is one.
    fn message(&self, method: &str, uri: &str, to: Option<&str>, cseq: u32) -> Vec<u8> {
        let (transport, me) = (self.transport.name(), self.local);
        let registers = method == "REGISTER";
        // A registration is asked for by its own name; a stranger's call comes from somebody unknown.
        let from = if registers { self.uri() } else { format!("sip:self-check@{me}") };
        let to = to.map_or_else(|| format!("<{}>", self.uri()), str::to_owned);
        let mut lines = vec![
            format!("{method} {uri} SIP/2.0"),
            format!("Via: SIP/2.0/{transport} {};branch={};rport", self.sender, self.branch),
            "Max-Forwards: 70".to_owned(),
            format!("From: <{from}>;tag={}", self.tag),
            format!("To: {to}"),
            format!("Call-ID: {}", self.call_id),
            format!("CSeq: {cseq} {method}"),
            format!("User-Agent: {USER_AGENT}"),
        ];
        if method == "INVITE" {
            lines.push(format!("Contact: <sip:self-check@{me};transport={}>", transport.to_ascii_lowercase()));
        }
        lines.push("Content-Length: 0\r\n\r\n".to_owned());
        lines.join("\r\n").into_bytes()
    }

    /// Acknowledges a final answer, and says goodbye where somebody took the call (RFC 3261 sections 13.2.2.4, 15.1.1).
    async fn end(&self, wire: &mut Wire, reply: &Reply) {
        let to = reply.first("to").filter(|to| !to.contains(['\r', '\n'])).map(str::to_owned);
        let taken = (200..300).contains(&reply.status);
        // Within a call that was taken, the other side's own address counts.
        let theirs = reply.first("contact").and_then(uri_in_brackets).filter(|_| taken);
        let uri = theirs.unwrap_or_else(|| self.uri());
        let branch = |n: u8| format!("{}{n}", self.branch);
        let within = |n: u8| Self {
            branch: branch(n),
            name: self.name.clone(),
            call_id: self.call_id.clone(),
            tag: self.tag.clone(),
            ..*self
        };
        if !taken {
            // The same transaction as the call (section 17.1.1.3).
            wire.send(&self.message("ACK", &uri, to.as_deref(), 1)).await;
            return;
        }
        wire.send(&within(1).message("ACK", &uri, to.as_deref(), 1)).await;
        let goodbye = within(2).message("BYE", &uri, to.as_deref(), 2);
        wire.send(&goodbye).await;
        // Heard, or said once more: nobody is to sit in a call with us.
        if self.heard(wire, "BYE", Instant::now() + REPEAT_AFTER).await.is_none() {
            wire.send(&goodbye).await;
        }
    }

    /// Takes a call back that was begun, and ends what comes of it.
    async fn take_back(&self, wire: &mut Wire) {
        let cancel = self.message("CANCEL", &self.uri(), None, 1);
        wire.send(&cancel).await;
        for patience in [REPEAT_AFTER, LAST_WORD] {
            if let Some(last) = self.heard(wire, "INVITE", Instant::now() + patience).await {
                self.end(wire, &last).await;
                return;
            }
            wire.send(&cancel).await;
        }
    }

    /// The final answer to our request of this kind, until then.
    async fn heard(&self, wire: &mut Wire, method: &str, until: Instant) -> Option<Reply> {
        for _ in 0..MOST_REPLIES {
            match wire.next(until).await {
                Came::Reply(reply) if self.is_ours(&reply, method) && reply.is_final() => return Some(reply),
                Came::Reply(_) => {}
                Came::Nothing | Came::Gone => return None,
            }
        }
        None
    }
}

/// The address in angle brackets, if it is a plain one that can stand in a first line.
fn uri_in_brackets(value: &str) -> Option<String> {
    let (_, rest) = value.split_once('<')?;
    let (uri, _) = rest.split_once('>')?;
    let is_plain = uri.starts_with("sip:") && uri.len() <= 300 && uri.bytes().all(|b| b.is_ascii_graphic());
    is_plain.then(|| uri.to_owned())
}

fn bracketed(target: SocketAddr) -> String {
    match target {
        SocketAddr::V4(v4) => v4.ip().to_string(),
        SocketAddr::V6(v6) => format!("[{}]", v6.ip()),
    }
}

#[cfg(test)]
#[path = "strangers_tests.rs"]
mod tests;

//! A remote phone, played: registers, calls, sends and hears sound, or waits quietly until it rings. Measures and
//! concludes nothing. Every call is acknowledged and ended, and only our own registration is taken back, whatever
//! happens on the way.

use std::net::{IpAddr, SocketAddr};

use tokio::net::UdpSocket;
use tokio::time::{Duration, Instant};

use crate::domain::dialling::Password;
use crate::domain::probe::{Measured, Outcome, Surroundings};
use crate::domain::rehearsal::{CallTrouble, ShownBy};
use crate::domain::service::Transport;
use crate::net::From;
use crate::net::call_line::{GLANCE, LONGEST};
use crate::net::call_read::{self, Description, Heard, contacts};
pub use crate::net::call_ring::{Moment, Quiet, Waited};
use crate::net::call_sound::{self, Pace, Peer, Ports};
use crate::net::call_words::{Binding, Dialog, Sent, Words};
use crate::net::digest::{Credentials, Next};
use crate::net::sip_read::Reply;
use crate::net::socket::{self, connect_udp, hex, one_line, random};

/// What a rehearsal may take in all.
pub const WHOLE: Duration = Duration::from_secs(20);
/// What ending it may take of that.
const CLOSING: Duration = Duration::from_secs(3);
/// What one question may take, its repeats included.
pub(super) const QUESTION: Duration = Duration::from_secs(4);
/// How long it may ring before somebody picks up.
const RINGING: Duration = Duration::from_secs(8);
/// How long a last word may take.
const LAST_WORD: Duration = Duration::from_secs(1);
/// Longest registration that is asked for, in seconds.
const LONGEST_REGISTRATION: u32 = 3600;
/// Challenges answered for one request.
const MOST_CHALLENGES: usize = 2;

/// Whom to call, and as whom.
pub struct Order<'a> {
    /// Where the phone system is.
    pub server: SocketAddr,
    /// The same as the person wrote it.
    pub host: &'a str,
    /// Extension.
    pub user: &'a str,
    /// Its password.
    pub password: &'a Password,
    /// Where sockets leave.
    pub from: &'a From,
    /// Real office or practice office.
    pub surroundings: &'a Surroundings,
    /// True once the person has had enough.
    pub stop: &'a (dyn Fn() -> bool + Sync),
}

/// Why it did not get on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// Which kind.
    pub trouble: CallTrouble,
    /// One line of what was seen.
    pub seen: Option<String>,
}

impl Failed {
    pub(super) const fn bare(trouble: CallTrouble) -> Self {
        Self { trouble, seen: None }
    }

    fn said(trouble: CallTrouble, reply: &Reply) -> Self {
        Self { trouble, seen: one_line(format!("{} {}", reply.status, reply.reason).as_bytes()) }
    }

    pub(super) fn own(measured: &Measured) -> Self {
        let trouble = match measured.outcome {
            Outcome::Refused => CallTrouble::NothingListens,
            Outcome::Unreachable | Outcome::Silent => CallTrouble::NoAnswer,
            Outcome::Answered | Outcome::Failed | Outcome::NotChecked => CallTrouble::OwnTrouble,
        };
        Self { trouble, seen: measured.seen.clone() }
    }
}

/// One call's sound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sound {
    /// Ours arrived there; none: nothing tells.
    pub out: Option<bool>,
    /// What shows it.
    pub shown_by: Option<ShownBy>,
    /// Sound arrived here.
    pub back: bool,
    /// In percent.
    pub loss_percent: Option<f64>,
    /// In milliseconds.
    pub jitter_ms: Option<f64>,
    /// In milliseconds.
    pub round_trip_ms: Option<f64>,
    /// Where the phone system asked sound to be sent.
    pub media: Option<SocketAddr>,
}

/// A phone, as long as it is played.
pub struct Phone<'a> {
    pub(super) order: Order<'a>,
    real: SocketAddr,
    pub(super) socket: UdpSocket,
    pub(super) words: Words,
    pub(super) credentials: Credentials,
    /// When all of it must be over.
    pub(super) until: Instant,
    /// Ours is on the phone system's list.
    pub(super) is_registered: bool,
    /// This computer's own address as the phone system saw it.
    pub asker: Option<IpAddr>,
}

impl<'a> Phone<'a> {
    /// Opens the phone's socket. Says nothing yet.
    pub fn open(order: Order<'a>) -> Result<Self, Failed> {
        let nobody = || Failed::bare(CallTrouble::NoAnswer);
        let real = order.surroundings.dial(Transport::Udp, order.server).ok_or_else(nobody)?;
        let until = Instant::now() + WHOLE;
        let call =
            socket::Call { story: order.server, real, from: order.from, surroundings: order.surroundings, until };
        let socket = connect_udp(&call).map_err(|m| Failed::own(&m))?;
        let own =
            |e: std::io::Error| Failed { trouble: CallTrouble::OwnTrouble, seen: one_line(e.to_string().as_bytes()) };
        let mut local = socket.local_addr().map_err(own)?;
        // On loopback everybody has one address; the story's PC has its own.
        let street = order.surroundings.practice.as_ref();
        if let Some(adapter) = street.and_then(|s| s.adapters.iter().find(|a| a.default_route)) {
            local.set_ip(IpAddr::V4(adapter.address));
        }
        let id = hex(&random::<8>().map_err(|m| Failed::own(&m))?);
        let words = Words::new(order.host, order.user, local, &id);
        let credentials = Credentials::new(order.user, order.password);
        Ok(Self { order, real, socket, words, credentials, until, is_registered: false, asker: None })
    }

    /// Gives the phone another while to live: the waits of a ring test are longer than a call.
    pub fn extend(&mut self, more: Duration) {
        self.until = Instant::now() + more;
    }

    /// Registers for so many seconds, unless another phone is registered there. Says for how many it was taken in.
    pub async fn register(&mut self, expires: u32) -> Result<u64, Failed> {
        self.words.expires = expires;
        if !self.is_registered {
            match self.registration(Binding::Ask).await {
                Ok(reply) if !contacts(&reply).is_empty() => {
                    return Err(Failed::bare(CallTrouble::ExtensionInUse));
                }
                // Some phone systems answer no such question.
                Ok(_) => {}
                Err(failed) if failed.trouble == CallTrouble::NotTakenIn && failed.seen.is_some() => {}
                Err(failed) => return Err(failed),
            }
        }
        let reply = self.registration(Binding::Add).await?;
        self.is_registered = true;
        Ok(granted(&reply))
    }

    async fn registration(&mut self, binding: Binding) -> Result<Reply, Failed> {
        let limit = if binding == Binding::Remove { 2 * LAST_WORD } else { QUESTION };
        let uri = self.words.registrar();
        for _ in 0..=MOST_CHALLENGES {
            let answer = self.credentials.answer("REGISTER", &uri);
            let sent = self.words.register(binding, answer).ok_or(Failed::bare(CallTrouble::OwnTrouble))?;
            let (reply, _) = self.ask(&sent, limit).await?;
            match reply.status {
                200..=299 => {
                    self.credentials.accept();
                    return Ok(reply);
                }
                401 | 407 => match self.credentials.meet(&reply) {
                    Next::Answer => {}
                    Next::Wrong => return Err(Failed::said(CallTrouble::WrongPassword, &reply)),
                    Next::NotUnderstood => return Err(Failed::said(CallTrouble::NotTakenIn, &reply)),
                },
                // It wants longer ones (RFC 3261 section 10.2.8).
                423 => match reply.first("min-expires").and_then(|v| v.trim().parse().ok()) {
                    Some(least) if least <= LONGEST_REGISTRATION => self.words.expires = least,
                    Some(_) | None => return Err(Failed::said(CallTrouble::NotTakenIn, &reply)),
                },
                403 if self.credentials.is_doubtful() => return Err(Failed::said(CallTrouble::WrongPassword, &reply)),
                404 | 410 | 604 => return Err(Failed::said(CallTrouble::NoSuchExtension, &reply)),
                _ => return Err(Failed::said(CallTrouble::NotTakenIn, &reply)),
            }
        }
        Err(Failed::bare(CallTrouble::WrongPassword))
    }

    /// Takes our own registration back, and nobody else's.
    pub async fn leave(&mut self) {
        if std::mem::take(&mut self.is_registered) {
            self.until = Instant::now() + CLOSING;
            // Where this does not get through, as behind a router that forgot us, the registration soon ends by itself.
            self.registration(Binding::Remove).await.ok();
        }
    }

    /// Calls a number and listens. The call is ended before this returns.
    pub async fn call(&mut self, number: &str, mut listening: impl AsyncFnMut()) -> Result<Sound, Failed> {
        let call = socket::Call {
            story: self.order.server,
            real: self.real,
            from: self.order.from,
            surroundings: self.order.surroundings,
            until: self.until,
        };
        let ports = Ports::open(&call).map_err(|m| Failed::own(&m))?;
        let (mut dialog, invite, reply, body) = self.invite(number, ports.port).await?;
        dialog.answered(&reply);
        let ack = self.words.ack(&dialog, &invite, &reply);
        self.say(ack.as_deref()).await;
        listening().await;
        let said = call_read::description(&body);
        let until = self.until - CLOSING;
        let peer = peer(said.as_ref(), self.order.surroundings);
        let pace = if self.order.surroundings.practice.is_some() { Pace::PRACTICE } else { Pace::REAL };
        let heard = {
            let ended = std::pin::pin!(self.hung_up(&dialog, ack.as_deref()));
            call_sound::listen(&ports, peer, pace, until, ended).await
        };
        self.hang_up(&dialog).await;
        let heard = heard.map_err(|m| Failed::own(&m))?;
        if said.as_ref().is_none_or(|s| !s.has_pcmu) {
            return Err(Failed::bare(CallTrouble::NoCommonCodec));
        }
        Ok(Sound {
            out: heard.out,
            shown_by: heard.shown_by,
            back: heard.back,
            loss_percent: heard.loss_percent,
            jitter_ms: heard.jitter_ms,
            round_trip_ms: heard.round_trip_ms,
            media: said.and_then(|s| s.media),
        })
    }

    /// Calls until somebody picks up.
    async fn invite(&mut self, number: &str, port: u16) -> Result<(Dialog, Sent, Reply, Vec<u8>), Failed> {
        let uri = self.words.uri_of(number);
        let offer = self.words.offer(port);
        for _ in 0..=MOST_CHALLENGES {
            let answer = self.credentials.answer("INVITE", &uri);
            let made = self.words.invite(number, answer, &offer);
            let (sent, dialog) = made.ok_or(Failed::bare(CallTrouble::OwnTrouble))?;
            let (reply, body) = match self.ask(&sent, RINGING).await {
                Ok(answer) => answer,
                Err(failed) => {
                    self.take_back(&dialog, &sent).await;
                    return Err(failed);
                }
            };
            if reply.status < 300 {
                return Ok((dialog, sent, reply, body));
            }
            let ack = self.words.ack(&dialog, &sent, &reply);
            self.say(ack.as_deref()).await;
            let trouble = match reply.status {
                401 | 407 => match self.credentials.meet(&reply) {
                    Next::Answer => continue,
                    Next::Wrong => CallTrouble::WrongPassword,
                    Next::NotUnderstood => CallTrouble::CallFailed,
                },
                404 | 410 | 484 | 604 => CallTrouble::NoSuchNumber,
                486 | 600 | 603 => CallTrouble::Busy,
                408 | 480 => CallTrouble::NobodyPickedUp,
                415 | 488 | 606 => CallTrouble::NoCommonCodec,
                _ => CallTrouble::CallFailed,
            };
            return Err(Failed::said(trouble, &reply));
        }
        Err(Failed::bare(CallTrouble::CallFailed))
    }

    /// Takes an unanswered call back, and ends it all the same where somebody picked up meanwhile.
    async fn take_back(&mut self, dialog: &Dialog, invite: &Sent) {
        self.until = self.until.max(Instant::now() + CLOSING);
        let cancel = self.words.cancel(dialog, invite);
        self.say(cancel.map(|c| c.message).as_deref()).await;
        // The answer to the INVITE itself: 487, or a yes that came too late.
        if let Some((reply, _)) = self.hear_reply(invite, Instant::now() + LAST_WORD).await {
            let mut dialog = dialog.clone();
            if reply.status < 300 {
                dialog.answered(&reply);
            }
            let ack = self.words.ack(&dialog, invite, &reply);
            self.say(ack.as_deref()).await;
            if reply.status < 300 {
                self.hang_up(&dialog).await;
            }
        }
    }

    async fn hang_up(&mut self, dialog: &Dialog) {
        self.until = self.until.max(Instant::now() + CLOSING);
        for _ in 0..MOST_CHALLENGES {
            let answer = self.credentials.answer("BYE", dialog.target());
            let Some(bye) = self.words.bye(dialog, answer) else { return };
            match self.ask(&bye, LAST_WORD).await {
                Ok((reply, _)) if matches!(reply.status, 401 | 407) => {
                    if self.credentials.meet(&reply) != Next::Answer {
                        return;
                    }
                }
                Ok(_) | Err(_) => return,
            }
        }
    }

    /// Resolves when the other side hangs up, or the person has enough.
    async fn hung_up(&self, dialog: &Dialog, ack: Option<&[u8]>) {
        let mut buffer = vec![0u8; LONGEST];
        loop {
            match self.hear(&mut buffer, Instant::now() + GLANCE).await {
                Ok(Some(Heard::Request(request))) => {
                    self.answer(&request).await;
                    if request.method == "BYE" && dialog.owns(&request) {
                        return;
                    }
                }
                // A yes that comes again did not hear our ACK (RFC 3261 section 13.2.2.4).
                Ok(Some(Heard::Reply(reply, _))) if reply.status / 100 == 2 && dialog.is_answered_by(&reply) => {
                    self.say(ack).await;
                }
                Ok(Some(Heard::Reply(..)) | None) | Err(_) => {}
            }
            if (self.order.stop)() {
                return;
            }
        }
    }
}

/// For how long the phone system keeps a registration, in seconds.
fn granted(reply: &Reply) -> u64 {
    let of_contact =
        reply.all("contact").flat_map(|c| c.split([';', ','])).filter_map(|p| p.trim().strip_prefix("expires="));
    let seconds = of_contact.chain(reply.first("expires")).filter_map(|v| v.trim().parse().ok());
    seconds.min().unwrap_or(300)
}

/// Where sound is really sent.
fn peer(said: Option<&Description>, surroundings: &Surroundings) -> Peer {
    let media = said.and_then(|s| s.media);
    let beside = |m: SocketAddr| SocketAddr::new(m.ip(), said.and_then(|s| s.reports).unwrap_or(m.port() | 1));
    Peer {
        sound: media.and_then(|m| surroundings.dial(Transport::Udp, m)),
        reports: media.map(beside).and_then(|m| surroundings.dial(Transport::Udp, m)),
        keys: said.and_then(|s| s.keys),
    }
}

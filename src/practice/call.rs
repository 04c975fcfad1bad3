//! The practice phone system's calls: lets its one spare extension sign in, answers its echo test, says back what it
//! hears, and calls the extension after the waits of a ring test. Its moods are those of the story.

use std::fmt::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use tokio::net::UdpSocket;
use tokio::time::{Instant, sleep_until};

use crate::domain::rehearsal::{PRACTICE_PHONE, PRACTICE_SECOND_MS, WAITS};
use crate::domain::service::Transport;
use crate::practice::pbx::Machine;
use crate::practice::sip::{self, Message, Source};
use crate::practice::street::{AFTER_ERROR, PC, PHONE_SYSTEM, STREET};

/// What the extension signs in to.
const REALM: &str = "practice";
/// How much later than the wait the call comes, so that the phone has begun to wait for it.
const LATER: Duration = Duration::from_millis(400);
/// The key `#` as an event (RFC 4733), and the number of events in our descriptions.
const HASH: u8 = 11;
const EVENTS: u8 = 101;

/// The sound of a call to the echo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SoundStory {
    /// Comes back.
    #[default]
    Echo,
    /// Is sent to the address in the phone's own letter, which leads nowhere from here.
    ToTheLetter,
    /// Comes back, but callers from outside are asked to send theirs to an address that the office had once.
    OldAddress,
}

/// The office's address before its internet company gave it another one.
const OLD_STREET: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 9);

/// The exchange: what it remembers between two messages.
pub(super) struct Exchange {
    machine: Arc<Machine>,
    sound: SoundStory,
    /// The caller's own router forgets a quiet phone after so many seconds.
    forgets_after: Option<u32>,
    nonce: String,
    /// Where the extension signed in from, under which name, and how often under it.
    phone: Option<(SocketAddr, String, usize)>,
    /// When the extension is called next.
    rings_at: Option<Instant>,
    /// The call under way: its letter, and where it came from.
    call: Option<(String, SocketAddr)>,
    /// A port for voices, and the number that it has in the story.
    voice: Option<(UdpSocket, u16)>,
}

impl Exchange {
    /// Nobody has signed in.
    pub(super) fn new(
        machine: Arc<Machine>,
        sound: SoundStory,
        forgets_after: Option<u32>,
        voice: Option<(UdpSocket, u16)>,
    ) -> Self {
        let nonce = sip::token();
        Self { machine, sound, forgets_after, nonce, phone: None, rings_at: None, call: None, voice }
    }

    /// Answers at the bell until dropped.
    pub(super) async fn stand(mut self, socket: UdpSocket) {
        let mut letter = [0; 2048];
        let mut sound = [0; 2048];
        let voice = self.voice.take();
        loop {
            let rings_at = self.rings_at;
            tokio::select! {
                received = socket.recv_from(&mut letter) => {
                    let Ok((length, peer)) = received else {
                        tokio::time::sleep(AFTER_ERROR).await;
                        continue;
                    };
                    let heard = letter.get(..length).unwrap_or_default();
                    let port = voice.as_ref().map(|(_, port)| *port);
                    if let Some(answer) = self.answer(heard, peer, port) {
                        let _ = socket.send_to(answer.as_bytes(), peer).await;
                    }
                }
                Some((length, from)) = hear(voice.as_ref(), &mut sound) => {
                    let heard = sound.get(..length).unwrap_or_default();
                    let Some((line, _)) = &voice else { continue };
                    if is_hash(heard) {
                        if let Some((letter, peer)) = self.call.take() {
                            let _ = socket.send_to(goodbye(&letter).as_bytes(), peer).await;
                        }
                    } else if self.sound != SoundStory::ToTheLetter && self.call.is_some() {
                        let _ = line.send_to(heard, from).await;
                    }
                }
                () = sleep_until(rings_at.unwrap_or_else(Instant::now)), if rings_at.is_some() => {
                    self.rings_at = None;
                    if let Some((peer, _, _)) = &self.phone {
                        let _ = socket.send_to(ring().as_bytes(), *peer).await;
                    }
                }
            }
        }
    }

    fn answer(&mut self, letter: &[u8], peer: SocketAddr, voice: Option<u16>) -> Option<String> {
        let text = String::from_utf8_lossy(letter).into_owned();
        let source = self.machine.source(peer);
        if text.starts_with("SIP/2.0 4") && text.contains(" INVITE") {
            return self.phone.as_ref().map(|_| acknowledged(&text));
        }
        let request = sip::read(&text)?;
        match request.method {
            "REGISTER" | "INVITE" if !self.machine.lets_in(source.ip) => None,
            "REGISTER" | "INVITE" if !self.is_signed(&request) => {
                if self.machine.voice.strangers.answers(&request) {
                    return self.machine.sip(Transport::Udp, letter, peer);
                }
                Some(self.challenge(&request, source))
            }
            "REGISTER" => Some(self.registered(&request, peer, source)),
            "INVITE" => Some(self.picked_up(&request, &text, peer, source, voice)),
            "BYE" => {
                self.call = None;
                Some(sip::reply(&self.machine.voice, &request, source, 200, "", ""))
            }
            _ => self.machine.sip(Transport::Udp, letter, peer),
        }
    }

    fn registered(&mut self, request: &Message<'_>, peer: SocketAddr, source: Source) -> String {
        let name = request.header("call-id").unwrap_or_default().to_owned();
        let Some(contact) = request.header("contact").map(ToOwned::to_owned) else {
            return sip::reply(&self.machine.voice, request, source, 200, "", "");
        };
        if contact.ends_with("expires=0") {
            (self.phone, self.rings_at) = (None, None);
            return sip::reply(&self.machine.voice, request, source, 200, "", "");
        }
        let times = self.phone.as_ref().filter(|(_, known, _)| *known == name).map_or(0, |(_, _, times)| *times);
        let wait = WAITS.get(times % WAITS.len()).copied().unwrap_or_default();
        self.phone = Some((peer, name, times + 1));
        // A quiet phone cannot be reached once its own router has forgotten it.
        let reaches = self.forgets_after.is_none_or(|after| wait <= after);
        let later = Duration::from_millis(u64::from(wait) * PRACTICE_SECOND_MS) + LATER;
        self.rings_at = reaches.then(|| Instant::now() + later);
        sip::reply(&self.machine.voice, request, source, 200, &format!("Contact: {contact}\r\n"), "")
    }

    fn picked_up(
        &mut self,
        request: &Message<'_>,
        letter: &str,
        peer: SocketAddr,
        source: Source,
        voice: Option<u16>,
    ) -> String {
        let Some(port) = voice.filter(|_| request.uri.contains(&format!(":{}@", PRACTICE_PHONE.number))) else {
            return sip::reply(&self.machine.voice, request, source, 404, "", "");
        };
        self.call = Some((letter.to_owned(), peer));
        // Its settings know a street address, and who comes from there.
        let street = if self.sound == SoundStory::OldAddress { OLD_STREET } else { STREET };
        let ip = if source.ip == PC { PHONE_SYSTEM } else { street };
        let body = format!(
            "v=0\r\no=- 1 1 IN IP4 {ip}\r\ns=-\r\nc=IN IP4 {ip}\r\nt=0 0\r\nm=audio {port} RTP/AVP 0 {EVENTS}\r\n\
             a=rtpmap:0 PCMU/8000\r\na=rtpmap:{EVENTS} telephone-event/8000\r\na=sendrecv\r\n"
        );
        let more = format!("Contact: <sip:{ip}:5060>\r\nContent-Type: application/sdp\r\n");
        sip::reply(&self.machine.voice, request, source, 200, &more, &body)
    }

    fn challenge(&self, request: &Message<'_>, source: Source) -> String {
        let asked = format!(
            "WWW-Authenticate: Digest realm=\"{REALM}\",nonce=\"{}\",algorithm=SHA-256,qop=\"auth\"\r\n",
            self.nonce
        );
        sip::reply(&self.machine.voice, request, source, 401, &asked, "")
    }

    /// RFC 7616 section 3.4.1, with the password that everybody may know.
    fn is_signed(&self, request: &Message<'_>) -> bool {
        let Some(signed) = request.header("authorization") else { return false };
        let value = |name: &str| {
            let at = signed.find(&format!("{name}="))?;
            let rest = signed.get(at + name.len() + 1..)?;
            Some(rest.trim_start_matches('"').split(['"', ',']).next()?.to_owned())
        };
        let wanted = ["nonce", "nc", "cnonce", "uri", "response"].map(value);
        let [Some(nonce), Some(nc), Some(cnonce), Some(uri), Some(response)] = wanted else { return false };
        let (user, password) = (PRACTICE_PHONE.user, PRACTICE_PHONE.password);
        let who = hashed(&format!("{user}:{REALM}:{password}"));
        let what = hashed(&format!("{}:{uri}", request.method));
        nonce == self.nonce && response == hashed(&format!("{who}:{nonce}:{nc}:{cnonce}:auth:{what}"))
    }
}

/// A call to the extension.
fn ring() -> String {
    let (id, user) = (sip::token(), PRACTICE_PHONE.user);
    format!(
        "INVITE sip:{user}@{STREET} SIP/2.0\r\nVia: SIP/2.0/UDP {STREET}:5060;branch=z9hG4bK{id};rport\r\n\
         Max-Forwards: 70\r\nFrom: <sip:200@{STREET}>;tag={id}\r\nTo: <sip:{user}@{STREET}>\r\nCall-ID: {id}\r\n\
         CSeq: 1 INVITE\r\nContact: <sip:200@{STREET}>\r\nContent-Length: 0\r\n\r\n"
    )
}

async fn hear(voice: Option<&(UdpSocket, u16)>, room: &mut [u8]) -> Option<(usize, SocketAddr)> {
    let (line, _) = voice?;
    line.recv_from(room).await.ok()
}

/// The end of the key `#`.
fn is_hash(packet: &[u8]) -> bool {
    packet.get(1).is_some_and(|kind| kind & 0x7F == EVENTS)
        && packet.get(12) == Some(&HASH)
        && packet.get(13).is_some_and(|flags| flags & 0x80 != 0)
}

/// Hangs up: the letter's own lines, the other way round.
fn goodbye(letter: &str) -> String {
    let line = |name: &str| letter.lines().find_map(|l| l.strip_prefix(name)).unwrap_or_default().trim().to_owned();
    let id = sip::token();
    format!(
        "BYE sip:{}@{STREET} SIP/2.0\r\nVia: SIP/2.0/UDP {STREET}:5060;branch=z9hG4bK{id};rport\r\nMax-Forwards: 70\r\n\
         From: {};tag=echo\r\nTo: {}\r\nCall-ID: {}\r\nCSeq: 1 BYE\r\nContent-Length: 0\r\n\r\n",
        PRACTICE_PHONE.user,
        line("To:"),
        line("From:"),
        line("Call-ID:"),
    )
}

/// The ACK to a phone that is busy.
fn acknowledged(reply: &str) -> String {
    let mut ack = format!("ACK sip:{}@{STREET} SIP/2.0\r\n", PRACTICE_PHONE.user);
    for name in ["Via:", "From:", "To:", "Call-ID:"] {
        if let Some(line) = reply.lines().find(|l| l.starts_with(name)) {
            let _ = write!(ack, "{line}\r\n");
        }
    }
    ack.push_str("CSeq: 1 ACK\r\nMax-Forwards: 70\r\nContent-Length: 0\r\n\r\n");
    ack
}

fn hashed(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

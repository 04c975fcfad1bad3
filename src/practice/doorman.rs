//! The practice office's doorman, and whoever outside shows what he makes of letters: the real desk of a standing
//! helper, reached without its encrypted door. The doorman is of the Linux family: he writes the street address
//! wherever he finds the PC's own, and the other way round on the way back.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex};

use jiff::Timestamp;
use serde::Deserialize;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpStream, UdpSocket};
use tokio::task::JoinSet;

use crate::domain::doorman::USUAL_PORT;
use crate::domain::probe::Family;
use crate::domain::service::Transport;
use crate::helper::doorman::{Arrived, DoormanDesk, LONGEST_LETTER, Ticket};
use crate::helper::doorman_ports::whole_letter;
use crate::practice::street::{AFTER_ERROR, Ground, PC, STREET, answer_datagrams, serve};

/// Where the story's helper stands.
pub(super) const HELPER: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 50);

/// Its ports for letters.
const PORTS: [u16; 2] = [USUAL_PORT, USUAL_PORT + 2];

/// What the router of a story does to letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoormanStory {
    /// Leaves them as they are.
    None,
    /// Rewrites what goes to UDP 5060.
    UsualPort,
    /// Rewrites everything over UDP.
    EveryPort,
    /// Keeps what goes to UDP 5060.
    Keeps,
}

impl DoormanStory {
    pub(super) fn reads(self, transport: Transport, port: u16) -> bool {
        match self {
            Self::None | Self::Keeps => false,
            Self::UsualPort => transport == Transport::Udp && port == USUAL_PORT,
            Self::EveryPort => transport == Transport::Udp,
        }
    }
}

/// A helper's desk that takes in letters.
#[derive(Clone, Debug)]
pub struct Letters {
    desk: Arc<Mutex<DoormanDesk>>,
    clock: fn() -> Timestamp,
}

impl Letters {
    /// Names to send letters under, and the address to send them to.
    pub fn open(&self) -> Option<(IpAddr, Ticket)> {
        let ticket = self.desk.lock().ok()?.open(asker(), (self.clock)()).ok()?;
        Some((IpAddr::V4(HELPER), ticket))
    }

    /// What arrived of them.
    pub fn seen(&self, ticket: &Ticket) -> Option<Vec<Arrived>> {
        self.desk.lock().ok()?.seen(&ticket.ticket, asker(), (self.clock)())
    }

    /// Opens the ports on the practice ground.
    pub(super) async fn at(
        ground: &mut Ground,
        story: DoormanStory,
        clock: fn() -> Timestamp,
        people: &mut JoinSet<()>,
    ) -> io::Result<Self> {
        let of = |port: u16| [Transport::Udp, Transport::Tcp].map(|transport| (Family::Ipv4, transport, port));
        let offered = PORTS.into_iter().flat_map(of).collect();
        let letters = Self { desk: Arc::new(Mutex::new(DoormanDesk::new(offered))), clock };
        for port in PORTS {
            let udp = ground.udp(HELPER, port).await?;
            if story == DoormanStory::Keeps && port == USUAL_PORT {
                people.spawn(answer_datagrams(udp, |_, _| Vec::new()));
            } else {
                people.spawn(letters.clone().over_udp(udp, port, story.reads(Transport::Udp, port)));
            }
            let tcp = ground.tcp(HELPER, port)?.listen(16)?;
            let (desk, rewrites) = (letters.clone(), story.reads(Transport::Tcp, port));
            people.spawn(serve(tcp, move |stream, from| desk.clone().over_tcp(stream, from, port, rewrites)));
        }
        Ok(letters)
    }

    /// One letter on its way out, past the doorman, to the desk; and its answer on the way back.
    fn carry(
        &self,
        transport: Transport,
        port: u16,
        from: SocketAddr,
        letter: &[u8],
        rewrites: bool,
    ) -> Option<Vec<u8>> {
        let arrived = |letter: &[u8]| self.desk.lock().ok()?.arrived(transport, port, from, letter, (self.clock)());
        if rewrites { past_the_doorman(letter, arrived) } else { arrived(letter) }
    }

    async fn over_udp(self, socket: UdpSocket, port: u16, rewrites: bool) {
        let mut room = vec![0; LONGEST_LETTER + 1];
        loop {
            let Ok((length, from)) = socket.recv_from(&mut room).await else {
                tokio::time::sleep(AFTER_ERROR).await;
                continue;
            };
            let letter = room.get(..length).unwrap_or_default();
            if let Some(answer) = self.carry(Transport::Udp, port, from, letter, rewrites) {
                let _ = socket.send_to(&answer, from).await;
            }
        }
    }

    async fn over_tcp(self, mut stream: TcpStream, from: SocketAddr, port: u16, rewrites: bool) -> io::Result<()> {
        let mut kept = Vec::new();
        let mut room = [0; 2048];
        while kept.len() <= LONGEST_LETTER {
            let length = stream.read(&mut room).await?;
            if length == 0 {
                break;
            }
            kept.extend_from_slice(room.get(..length).unwrap_or_default());
            while let Some(end) = whole_letter(&kept) {
                let letter: Vec<u8> = kept.drain(..end).collect();
                if let Some(answer) = self.carry(Transport::Tcp, port, from, &letter, rewrites) {
                    stream.write_all(&answer).await?;
                }
            }
        }
        Ok(())
    }
}

/// A letter that the doorman reads on its way out, and its answer, which he reads on the way back.
pub(super) fn past_the_doorman(letter: &[u8], answer: impl FnOnce(&[u8]) -> Option<Vec<u8>>) -> Option<Vec<u8>> {
    let (pc, street) = (PC.to_string(), STREET.to_string());
    Some(rewritten(&answer(&rewritten(letter, &pc, &street))?, &street, &pc))
}

/// Everybody on loopback comes from here.
fn asker() -> IpAddr {
    IpAddr::V4(Ipv4Addr::LOCALHOST)
}

/// One address in the place of another, in every line but the name of the call, and a length that fits the new body.
fn rewritten(letter: &[u8], from: &str, to: &str) -> Vec<u8> {
    let letter = String::from_utf8_lossy(letter);
    let (head, body) = letter.split_once("\r\n\r\n").unwrap_or((&letter, ""));
    let body = body.replace(from, to);
    let line = |line: &str| {
        if line.starts_with("Content-Length:") {
            format!("Content-Length: {}", body.len())
        } else if line.starts_with("Call-ID:") {
            line.to_owned()
        } else {
            line.replace(from, to)
        }
    };
    let head: Vec<String> = head.split("\r\n").map(line).collect();
    format!("{}\r\n\r\n{body}", head.join("\r\n")).into_bytes()
}

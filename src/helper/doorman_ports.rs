//! The helper's SIP ports: hands every message to the doorman desk and sends what the desk says. Listens to nobody whom
//! the desk does not await, and to few at a time.

use std::cell::RefCell;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::rc::Rc;
use std::time::Duration;

use jiff::Timestamp;
use socket2::{Domain, Protocol, SockAddr, Socket, Type};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::domain::probe::Family;
use crate::domain::service::Transport;
use crate::domain::sip_compare::{header, lines};
use crate::helper::crowd::{Crowd, Most, Street};
use crate::helper::doorman::{DoormanDesk, LONGEST_LETTER, Offer};
use crate::net::answering::Answering;

/// One TCP connection, from its first byte to its last.
const WHOLE: Duration = Duration::from_secs(8);
/// After this much quiet a letter that says it is longer is taken as it is: a doorman changed the body, not its length.
const QUIET: Duration = Duration::from_millis(900);
/// TCP connections at a time. One test has two, and a street has few tests at a time.
pub const SEATS: Most = Most { street: 8, site: 16, all: 64 };
/// Connections that the system holds for us.
const BACKLOG: i32 = 64;
/// Pause after the system had no socket to give.
pub(super) const BREATH: Duration = Duration::from_millis(100);

/// Ports on which letters are taken in.
#[derive(Debug, Default)]
pub struct SipPorts {
    udp: Vec<(Family, u16, Answering)>,
    tcp: Vec<(Family, u16, TcpListener)>,
}

/// A port that could not be had.
#[derive(Debug, thiserror::Error)]
#[error("{} {at}: {why}", .transport.name())]
pub struct PortTaken {
    /// UDP or TCP.
    pub transport: Transport,
    /// Which.
    pub at: SocketAddr,
    /// What the system said.
    pub why: io::Error,
}

impl SipPorts {
    /// Listens on each port at each of these addresses. What cannot be had is told and left out: a test over the others
    /// is still worth something.
    pub fn bind(addresses: &[IpAddr], ports: &[u16]) -> (Self, Vec<PortTaken>) {
        let mut bound = Self::default();
        let mut taken = Vec::new();
        let places = addresses.iter().flat_map(|ip| ports.iter().map(|port| SocketAddr::new(*ip, *port)));
        for at in places {
            let refused = |transport| move |why| PortTaken { transport, at, why };
            let family = Family::of(at.ip());
            match udp(at) {
                Ok((port, socket)) => bound.udp.push((family, port, socket)),
                Err(why) => taken.push(refused(Transport::Udp)(why)),
            }
            match tcp(at) {
                Ok((port, listener)) => bound.tcp.push((family, port, listener)),
                Err(why) => taken.push(refused(Transport::Tcp)(why)),
            }
        }
        (bound, taken)
    }

    /// What can be offered, each once.
    pub fn offered(&self) -> Vec<Offer> {
        let udp = self.udp.iter().map(|(family, port, _)| (*family, Transport::Udp, *port));
        let tcp = self.tcp.iter().map(|(family, port, _)| (*family, Transport::Tcp, *port));
        let mut offered: Vec<_> = udp.chain(tcp).collect();
        offered.sort_unstable();
        offered.dedup();
        offered
    }
}

fn udp(at: SocketAddr) -> io::Result<(u16, Answering)> {
    let socket = UdpSocket::from_std(open(at, Type::DGRAM, Protocol::UDP)?.into())?;
    Ok((socket.local_addr()?.port(), Answering::new(socket)))
}

pub(super) fn tcp(at: SocketAddr) -> io::Result<(u16, TcpListener)> {
    let socket = open(at, Type::STREAM, Protocol::TCP)?;
    socket.listen(BACKLOG)?;
    let listener = TcpListener::from_std(socket.into())?;
    Ok((listener.local_addr()?.port(), listener))
}

fn open(at: SocketAddr, kind: Type, protocol: Protocol) -> io::Result<Socket> {
    let socket = Socket::new(Domain::for_address(at), kind, Some(protocol))?;
    socket.set_nonblocking(true)?;
    if at.is_ipv6() {
        // IPv4 has sockets of its own, so that a source address reads the same everywhere.
        socket.set_only_v6(true)?;
    }
    // After a restart a port may still be held by connections that are over. Windows means something else by this.
    if kind == Type::STREAM && !cfg!(windows) {
        socket.set_reuse_address(true)?;
    }
    socket.bind(&SockAddr::from(at))?;
    Ok(socket)
}

/// Takes in letters for ever. Ends when dropped. `clock` reads the time.
pub async fn serve(ports: SipPorts, desk: Rc<RefCell<DoormanDesk>>, clock: fn() -> Timestamp) {
    let mut tasks = JoinSet::new();
    for (_, port, socket) in ports.udp {
        tasks.spawn_local(serve_udp(port, socket, Rc::clone(&desk), clock));
    }
    let taken = Rc::new(RefCell::new(Crowd::new(SEATS)));
    for (_, port, listener) in ports.tcp {
        tasks.spawn_local(serve_tcp(port, listener, Rc::clone(&desk), Rc::clone(&taken), clock));
    }
    while tasks.join_next().await.is_some() {}
}

async fn serve_udp(port: u16, socket: Answering, desk: Rc<RefCell<DoormanDesk>>, clock: fn() -> Timestamp) {
    let mut buffer = vec![0u8; LONGEST_LETTER + 1];
    loop {
        // An ICMP error to an earlier answer is nothing to us.
        let Ok(asked) = socket.asked(&mut buffer).await else {
            sleep(BREATH).await;
            continue;
        };
        let datagram = buffer.get(..asked.length).unwrap_or_default();
        let answer = desk.borrow_mut().arrived(Transport::Udp, port, asked.from, datagram, clock());
        if let Some(answer) = answer {
            // Never waited for: an answer that finds no room is lost like any datagram.
            socket.try_answer(&asked, &answer).ok();
        }
    }
}

/// One of few places at the TCP ports.
struct Place {
    taken: Rc<RefCell<Crowd>>,
    street: Street,
}

impl Place {
    fn take(taken: &Rc<RefCell<Crowd>>, from: IpAddr) -> Option<Self> {
        let street = Street::of(from);
        taken.borrow_mut().enter(street).then(|| Self { taken: Rc::clone(taken), street })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.taken.borrow_mut().leave(self.street);
    }
}

async fn serve_tcp(
    port: u16,
    listener: TcpListener,
    desk: Rc<RefCell<DoormanDesk>>,
    taken: Rc<RefCell<Crowd>>,
    clock: fn() -> Timestamp,
) {
    let mut visitors = JoinSet::new();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_ended) = visitors.join_next() => continue,
        };
        let Ok((stream, from)) = accepted else {
            sleep(BREATH).await;
            continue;
        };
        if !desk.borrow().awaits(from.ip(), clock()) {
            continue;
        }
        let Some(place) = Place::take(&taken, from.ip()) else { continue };
        let desk = Rc::clone(&desk);
        visitors.spawn_local(async move {
            let _place = place;
            timeout(WHOLE, visit(port, stream, from, &desk, clock)).await.ok();
        });
    }
}

/// Reads letters off one connection until its other end is done.
async fn visit(
    port: u16,
    mut stream: TcpStream,
    from: SocketAddr,
    desk: &RefCell<DoormanDesk>,
    clock: fn() -> Timestamp,
) {
    let mut kept: Vec<u8> = Vec::new();
    let mut buffer = [0u8; 2048];
    loop {
        let (letter, more) = match whole_letter(&kept) {
            Some(end) => (kept.drain(..end).collect::<Vec<u8>>(), true),
            None => {
                let until = Instant::now() + if kept.is_empty() { WHOLE } else { QUIET };
                match timeout_at(until, stream.read(&mut buffer)).await {
                    Ok(Ok(length)) if length > 0 && kept.len() + length <= LONGEST_LETTER => {
                        kept.extend_from_slice(buffer.get(..length).unwrap_or_default());
                        continue;
                    }
                    // Too long, over, or quiet in the middle of a letter: what is there is all there will be.
                    Ok(Ok(0)) | Err(_) => (std::mem::take(&mut kept), false),
                    Ok(Ok(_) | Err(_)) => return,
                }
            }
        };
        let answer = desk.borrow_mut().arrived(Transport::Tcp, port, from, &letter, clock());
        if let Some(answer) = answer
            && stream.write_all(&answer).await.is_err()
        {
            return;
        }
        if !more && letter.is_empty() {
            return;
        }
    }
}

/// Where the first letter ends. Bytes after its told length that begin no further letter belong to it: somebody made
/// the body longer and left the length as it was.
pub fn whole_letter(kept: &[u8]) -> Option<usize> {
    let start = kept.iter().position(|b| !matches!(b, b'\r' | b'\n'))?;
    let head = kept.get(start..)?.windows(4).position(|w| w == b"\r\n\r\n").map(|at| start + at + 4)?;
    let told = header(&lines(kept.get(start..head)?), "Content-Length").into_iter().next();
    let end = head.checked_add(told.map_or(Some(0), |value| value.parse::<usize>().ok())?)?;
    let rest = kept.get(end..)?;
    let begins_another = |rest: &[u8]| {
        let text = rest.trim_ascii_start();
        text.is_empty() || [&b"INVITE "[..], b"ACK ", b"CANCEL ", b"BYE "].iter().any(|m| text.starts_with(m))
    };
    Some(if begins_another(rest) { end } else { kept.len() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::doorman::Leaving;
    use crate::domain::probe::Surroundings;
    use crate::helper::doorman::Ticket;
    use crate::net;
    use crate::net::doorman::{Posted, post};
    use std::net::Ipv4Addr;
    use tokio::task::LocalSet;

    const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    #[expect(clippy::disallowed_methods, reason = "the peers of a test run on the real clock")]
    fn clock() -> Timestamp {
        Timestamp::now()
    }

    /// A helper's ports on loopback, with their desk.
    fn helper() -> (Rc<RefCell<DoormanDesk>>, tokio::task::JoinHandle<()>) {
        helper_at(HERE)
    }

    fn helper_at(address: IpAddr) -> (Rc<RefCell<DoormanDesk>>, tokio::task::JoinHandle<()>) {
        let (ports, taken) = SipPorts::bind(&[address], &[0]);
        assert!(taken.is_empty(), "{taken:?}");
        let desk = Rc::new(RefCell::new(DoormanDesk::new(ports.offered())));
        let serving = tokio::task::spawn_local(serve(ports, Rc::clone(&desk), clock));
        (desk, serving)
    }

    async fn posted(ticket: &Ticket, transport: Transport, place: IpAddr) -> Posted {
        let letter = ticket.letters.iter().find(|l| l.transport == transport).unwrap();
        let letter = net::doorman::Letter {
            transport,
            target: SocketAddr::new(place, letter.port),
            call_id: letter.call_id.clone(),
        };
        post(&letter, &net::From::default(), Leaving::AnyPort, &Surroundings::default()).await
    }

    #[tokio::test]
    async fn a_letter_arrives_as_it_was_sent_and_the_call_is_ended_by_its_sender() {
        LocalSet::new()
            .run_until(async {
                let (desk, serving) = helper();
                let ticket = desk.borrow_mut().open(HERE, clock()).unwrap();
                for transport in [Transport::Udp, Transport::Tcp] {
                    let posted = posted(&ticket, transport, HERE).await;
                    assert_eq!(posted.trouble, None);
                    // The acknowledgement is still on its way when the answer is there.
                    let seen = loop {
                        let seen = desk.borrow().seen(&ticket.ticket, HERE, clock()).unwrap();
                        let seen = seen.into_iter().find(|s| s.transport == transport).unwrap();
                        if seen.acknowledged {
                            break seen;
                        }
                        tokio::task::yield_now().await;
                    };
                    assert_eq!(seen.arrived.as_ref(), Some(&posted.sent), "{transport:?}");
                    assert_eq!(seen.answer, posted.answer);
                    assert!(posted.answer.unwrap()[0].starts_with("SIP/2.0 480 "));
                    let sent = posted.sent.join("\n");
                    assert!(!sent.to_ascii_lowercase().contains("system "), "a common ban rule drops it: {sent}");
                    assert!(sent.contains("\nMax-Forwards: 70\n"));
                    let via = posted.sent.iter().find_map(|l| l.strip_prefix("Via: SIP/2.0/")).unwrap();
                    let me = via.split([' ', ';']).nth(1).unwrap();
                    assert!(me.starts_with("127.0.0.1:") && !me.ends_with(":5060"), "{me}");
                    for line in ["Contact: ", "From: "] {
                        assert!(posted.sent.iter().any(|l| l.starts_with(line) && l.contains(me)), "{line}{sent}");
                    }
                    assert!(sent.contains("\nc=IN IP4 127.0.0.1\n") && sent.contains("IN IP4 127.0.0.1\ns=-"));
                }
                serving.abort();
            })
            .await;
    }

    /// As on a server with two addresses, whose link names the second one.
    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn a_letter_is_answered_from_the_address_that_it_was_sent_to() {
        LocalSet::new()
            .run_until(async {
                let (desk, serving) = helper_at(Ipv4Addr::UNSPECIFIED.into());
                let ticket = desk.borrow_mut().open(HERE, clock()).unwrap();
                for transport in [Transport::Udp, Transport::Tcp] {
                    let posted = posted(&ticket, transport, Ipv4Addr::new(127, 0, 0, 2).into()).await;
                    assert!(posted.answer.is_some(), "{transport:?}");
                }
                serving.abort();
            })
            .await;
    }

    #[tokio::test]
    async fn nobody_else_is_listened_to() {
        LocalSet::new()
            .run_until(async {
                let (desk, serving) = helper();
                let offered = desk.borrow().offered_to(HERE);
                let tcp = offered.iter().find(|(t, _)| *t == Transport::Tcp).unwrap().1;
                let mut stream = TcpStream::connect((HERE, tcp)).await.unwrap();
                stream.write_all(b"INVITE sip:x SIP/2.0\r\nCall-ID: x\r\n\r\n").await.ok();
                let mut answer = Vec::new();
                stream.read_to_end(&mut answer).await.ok();
                assert_eq!(answer, b"", "hung up without a word");
                serving.abort();
            })
            .await;
    }

    #[tokio::test]
    async fn a_port_that_another_program_has_over_ipv4_is_offered_over_ipv6_alone() {
        let theirs = std::net::UdpSocket::bind((HERE, 0)).unwrap();
        let port = theirs.local_addr().unwrap().port();
        let over_ipv6 = IpAddr::V6(std::net::Ipv6Addr::LOCALHOST);
        let (ports, taken) = SipPorts::bind(&[HERE, over_ipv6], &[port]);
        assert_eq!(taken.iter().map(|t| (t.transport, t.at.ip())).collect::<Vec<_>>(), [(Transport::Udp, HERE)]);
        let mut desk = DoormanDesk::new(ports.offered());
        let told = |ticket: Ticket| ticket.letters.iter().map(|l| (l.transport, l.port)).collect::<Vec<_>>();
        assert_eq!(told(desk.open(HERE, clock()).unwrap()), [(Transport::Tcp, port)]);
        assert_eq!(told(desk.open(over_ipv6, clock()).unwrap()), [(Transport::Udp, port), (Transport::Tcp, port)]);
    }

    #[test]
    fn a_letter_on_a_stream_ends_where_the_next_one_begins() {
        let first = "INVITE a SIP/2.0\r\nContent-Length: 5\r\n\r\nv=0\r\n";
        assert_eq!(whole_letter(first.as_bytes()), Some(first.len()));
        assert_eq!(whole_letter(&first.as_bytes()[..first.len() - 1]), None, "not all there");
        assert_eq!(whole_letter(format!("{first}ACK a SIP/2.0\r\n").as_bytes()), Some(first.len()));
        let lengthened = format!("{first}o=-\r\n");
        assert_eq!(whole_letter(lengthened.as_bytes()), Some(lengthened.len()), "the body was made longer");
        assert_eq!(whole_letter(b"\r\n\r\n"), None);
        let endless = "INVITE a SIP/2.0\r\nl: 99999\r\n\r\n";
        assert_eq!(whole_letter(endless.as_bytes()), None);
        assert_eq!(whole_letter(b"INVITE a SIP/2.0\r\nl: -1\r\n\r\n"), None);
        let longest = format!("INVITE a SIP/2.0\r\nl: {}\r\n\r\n", usize::MAX);
        assert_eq!(whole_letter(longest.as_bytes()), None, "longer than anything can be");
    }
}

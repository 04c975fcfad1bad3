//! Sockets that leave where they should, and datagrams and streams read with patience. Knows no protocol.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use socket2::{Domain, Protocol, SockAddr, Socket, Type};
use tokio::io::{AsyncRead, AsyncReadExt as _, Interest};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::{Instant, timeout_at};

use crate::domain::probe::{Measured, Outcome, Surroundings};
pub(crate) use crate::net::chance::{hex, random};
pub(crate) use crate::net::seen::{one_line, shorten, text};
pub(crate) use crate::net::trouble::{failed, trouble, trouble_at_start};
use crate::net::{From, REPEAT_AFTER};

/// A TCP port that takes the connection and says nothing in its own protocol is not an answer; this is what was seen.
pub const ACCEPTED_WITHOUT_SPEAKING: &str = "accepted without speaking";
/// Took the connection and ended it without a word.
pub const ACCEPTED_THEN_CLOSED: &str = "accepted, then closed";

/// Datagrams looked at while waiting for the one that counts.
const MOST_DATAGRAMS: u32 = 64;

/// One question on its way.
pub(crate) struct Call<'a> {
    /// Whom to ask, as the owner would write it.
    pub story: SocketAddr,
    /// Where the socket really goes.
    pub real: SocketAddr,
    /// Where it leaves.
    pub from: &'a From,
    /// Real office or practice office.
    pub surroundings: &'a Surroundings,
    /// When patience ends.
    pub until: Instant,
}

/// Opens a TCP connection, or says what came of it.
pub(crate) async fn connect_tcp(call: &Call<'_>) -> Result<TcpStream, Measured> {
    let socket = open(call, Type::STREAM, Protocol::TCP)?;
    // Errors that connect() itself gives came from this computer: nothing was sent yet. The others arrive later.
    if let Err(e) = socket.connect(&SockAddr::from(call.real))
        && let Some(measured) = trouble_at_start("connect", &e)
    {
        return Err(measured);
    }
    let stream = TcpStream::from_std(socket.into()).map_err(|e| failed("connect", &e))?;
    match timeout_at(call.until, stream.writable()).await {
        Err(_) => return Err(Measured::bare(Outcome::Silent)),
        Ok(Err(e)) => return Err(trouble("connect", &e)),
        Ok(Ok(())) => {}
    }
    match stream.take_error() {
        Ok(Some(e)) | Err(e) => Err(trouble("connect", &e)),
        Ok(None) => match stream.peer_addr() {
            Ok(_) => Ok(stream),
            Err(e) => Err(failed("connect", &e)),
        },
    }
}

/// Opens a UDP socket that hears only its peer, and hears of ICMP errors.
pub(crate) fn connect_udp(call: &Call<'_>) -> Result<UdpSocket, Measured> {
    connect_udp_from(call, 0)
}

/// The same from one port of this computer; 0: any.
pub(crate) fn connect_udp_from(call: &Call<'_>, port: u16) -> Result<UdpSocket, Measured> {
    let socket = udp_at(call, port)?;
    hear_icmp(&socket, call.real);
    if let Err(e) = socket.connect(&SockAddr::from(call.real))
        && let Some(measured) = trouble_at_start("connect", &e)
    {
        return Err(measured);
    }
    UdpSocket::from_std(socket.into()).map_err(|e| failed("socket", &e))
}

/// A UDP socket at one port of this computer; 0: any, chosen by the system when it is first needed.
fn udp_at(call: &Call<'_>, port: u16) -> Result<Socket, Measured> {
    if port == 0 {
        return open(call, Type::DGRAM, Protocol::UDP);
    }
    let v4 = call.from.local.filter(|_| call.real.is_ipv4()).map(IpAddr::V4);
    let v6 = call.from.local_v6.filter(|_| call.real.is_ipv6()).map(IpAddr::V6);
    let own = v4.or(v6).unwrap_or(unspecified(call.real));
    // The own address is bound below, with the port.
    let from = From { interface: call.from.interface.clone(), ..From::default() };
    let socket = open(&Call { from: &from, ..*call }, Type::DGRAM, Protocol::UDP)?;
    socket.bind(&SockAddr::from(SocketAddr::new(own, port))).map_err(|e| failed("bind", &e))?;
    Ok(socket)
}

fn unspecified(peer: SocketAddr) -> IpAddr {
    if peer.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() }
}

/// Whether ICMP errors are heard of, where the system can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Icmp {
    /// With one peer, an error is its answer.
    Heard,
    /// With many peers, one's error would swallow the next datagram to another.
    Ignored,
}

/// Opens a UDP socket that hears everybody.
pub(crate) fn loose_udp(call: &Call<'_>, icmp: Icmp) -> Result<UdpSocket, Measured> {
    loose_udp_at(call, icmp, 0)
}

/// The same at one port of this computer; 0: any.
pub(crate) fn loose_udp_at(call: &Call<'_>, icmp: Icmp, port: u16) -> Result<UdpSocket, Measured> {
    let socket = udp_at(call, port)?;
    if icmp == Icmp::Heard {
        hear_icmp(&socket, call.real);
    }
    if socket.local_addr().ok().and_then(|a| a.as_socket()).is_none_or(|a| a.port() == 0) {
        let any = SocketAddr::new(unspecified(call.real), 0);
        socket.bind(&SockAddr::from(any)).map_err(|e| failed("bind", &e))?;
    }
    UdpSocket::from_std(socket.into()).map_err(|e| failed("socket", &e))
}

/// Without this, Linux tells a UDP socket of port unreachable only, not of host or network unreachable.
#[cfg(target_os = "linux")]
fn hear_icmp(socket: &Socket, peer: SocketAddr) {
    use nix::sys::socket::{setsockopt, sockopt};
    // Only a help: where it cannot be set, such a peer is silent.
    let _set = if peer.is_ipv4() {
        setsockopt(socket, sockopt::Ipv4RecvErr, &true)
    } else {
        setsockopt(socket, sockopt::Ipv6RecvErr, &true)
    };
}

#[cfg(not(target_os = "linux"))]
fn hear_icmp(_socket: &Socket, _peer: SocketAddr) {}

fn open(call: &Call<'_>, kind: Type, protocol: Protocol) -> Result<Socket, Measured> {
    let socket = Socket::new(Domain::for_address(call.real), kind, Some(protocol)).map_err(|e| failed("socket", &e))?;
    socket.set_nonblocking(true).map_err(|e| failed("socket", &e))?;
    // The practice office lives on loopback, where the adapters of its story do not exist.
    if call.surroundings.practice.is_none() {
        leave_through(&socket, call.from, call.real)?;
    }
    Ok(socket)
}

fn leave_through(socket: &Socket, from: &From, real: SocketAddr) -> Result<(), Measured> {
    let mut bound = false;
    if let Some(name) = &from.interface {
        bound = bind_device(socket, name, real)?;
    }
    let (local, other): (Option<IpAddr>, Option<IpAddr>) = match real {
        SocketAddr::V4(_) => (from.local.map(Into::into), from.local_v6.map(Into::into)),
        SocketAddr::V6(_) => (from.local_v6.map(Into::into), from.local.map(Into::into)),
    };
    match (local, other) {
        (Some(local), _) => socket.bind(&SockAddr::from(SocketAddr::new(local, 0))).map_err(|e| failed("bind", &e)),
        // Leaving by another road than the one asked for would measure another street.
        (None, Some(_)) if !bound => {
            let why = "no address of this family to leave from";
            Err(failed("bind", &io::Error::new(io::ErrorKind::AddrNotAvailable, why)))
        }
        (None, Some(_) | None) => Ok(()),
    }
}

/// True when the socket now leaves through that adapter whatever its address.
#[cfg(target_os = "linux")]
fn bind_device(socket: &Socket, name: &str, _real: SocketAddr) -> Result<bool, Measured> {
    socket.bind_device(Some(name.as_bytes())).map_err(|e| failed("bind", &e))?;
    Ok(true)
}

/// The same by number: macOS has no binding by name, and an own address alone does not choose the road there.
#[cfg(target_os = "macos")]
fn bind_device(socket: &Socket, name: &str, real: SocketAddr) -> Result<bool, Measured> {
    let adapter = netdev::get_interfaces().into_iter().find(|adapter| adapter.name == name);
    let index = adapter.and_then(|adapter| std::num::NonZeroU32::new(adapter.index));
    let bound = match (index, real) {
        (None, _) => Err(io::ErrorKind::NotFound.into()),
        (Some(_), SocketAddr::V4(_)) => socket.bind_device_by_index_v4(index),
        (Some(_), SocketAddr::V6(_)) => socket.bind_device_by_index_v6(index),
    };
    bound.map(|()| true).map_err(|e| failed("bind", &e))
}

/// Windows follows the own address that the socket is bound to.
#[cfg(not(any(target_os = "linux", target_os = "macos")))]
#[expect(clippy::unnecessary_wraps, reason = "where adapters can be bound, that can fail")]
fn bind_device(_socket: &Socket, _name: &str, _real: SocketAddr) -> Result<bool, Measured> {
    Ok(false)
}

/// Sends a question at once and once more after a while, until `read` recognises a datagram. With `to`, the socket is
/// a loose one.
pub(crate) async fn ask_by_datagram<T>(
    socket: &UdpSocket,
    to: Option<SocketAddr>,
    sends: &[Vec<u8>; 2],
    until: Instant,
    mut read: impl FnMut(&[u8], SocketAddr) -> Option<T>,
) -> Result<T, Measured> {
    let mut buffer = vec![0u8; 65_535];
    let mut stranger = None;
    let mut heard = 0u32;
    let repeat_at = Instant::now() + REPEAT_AFTER;
    for (question, patience) in sends.iter().zip([repeat_at.min(until), until]) {
        if Instant::now() >= until {
            break;
        }
        let sent = match to {
            Some(to) => socket.send_to(question, to).await,
            None => socket.send(question).await,
        };
        if let Err(e) = sent {
            return Err(trouble("send", &e));
        }
        while heard < MOST_DATAGRAMS
            && let Ok(received) = timeout_at(patience, receive(socket, &mut buffer)).await
        {
            let (length, source) = received.map_err(|e| trouble("receive", &e))?;
            let datagram = buffer.get(..length).unwrap_or_default();
            if let Some(answer) = read(datagram, source) {
                return Ok(answer);
            }
            heard += 1;
            stranger = stranger.or_else(|| one_line(datagram).map(|text| format!("not understood: {text}")));
        }
    }
    Err(Measured { seen: stranger.map(|s| shorten(&s)), ..Measured::bare(Outcome::Silent) })
}

/// One datagram, or the ICMP error that came instead.
pub(crate) async fn receive(socket: &UdpSocket, buffer: &mut [u8]) -> io::Result<(usize, SocketAddr)> {
    loop {
        // An ICMP answer alone makes a UDP socket "in error", not readable, so plain `recv` would sleep over it.
        let ready = socket.ready(Interest::READABLE | Interest::ERROR).await?;
        match socket.try_recv_from(buffer) {
            Err(e) if e.kind() == io::ErrorKind::WouldBlock => {}
            received => return received,
        }
        if ready.is_error() {
            if let Some(e) = socket.take_error()? {
                return Err(e);
            }
            // Nothing behind it any more: wait for the next.
            let _cleared = socket.try_io(Interest::ERROR, || Err::<(), _>(io::ErrorKind::WouldBlock.into()));
        }
    }
}

/// Why reading a stream ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ended {
    /// What was read is enough.
    Enough,
    /// As much as is ever kept.
    Full,
    /// The peer closed or reset the connection.
    Closed,
    /// Patience ended.
    Quiet,
}

/// Reads into `kept`, at most `most` bytes in all, until `enough` says so.
pub(crate) async fn read_until<S: AsyncRead + Unpin>(
    stream: &mut S,
    kept: &mut Vec<u8>,
    most: usize,
    until: Instant,
    mut enough: impl FnMut(&[u8]) -> bool,
) -> Ended {
    let mut buffer = [0u8; 4096];
    loop {
        let room = most.saturating_sub(kept.len()).min(buffer.len());
        let Some(space) = buffer.get_mut(..room).filter(|s| !s.is_empty()) else { return Ended::Full };
        match timeout_at(until, stream.read(space)).await {
            Err(_) => return Ended::Quiet,
            Ok(Ok(0) | Err(_)) => return Ended::Closed,
            Ok(Ok(length)) => kept.extend_from_slice(space.get(..length).unwrap_or_default()),
        }
        if enough(kept) {
            return Ended::Enough;
        }
    }
}

/// What to say of a TCP peer that took the connection and did not answer in the protocol asked for.
pub(crate) fn did_not_speak(kept: &[u8], ended: Ended) -> Measured {
    let seen = match (one_line(kept), ended) {
        (Some(text), _) => shorten(&format!("accepted, other protocol: {text}")),
        (None, Ended::Closed) => ACCEPTED_THEN_CLOSED.to_owned(),
        (None, Ended::Enough | Ended::Full | Ended::Quiet) => ACCEPTED_WITHOUT_SPEAKING.to_owned(),
    };
    Measured { seen: Some(seen), ..Measured::bare(Outcome::Silent) }
}

/// An answer in the protocol asked for.
pub(crate) fn answered(seen: &str) -> Measured {
    Measured { seen: one_line(seen.as_bytes()), ..Measured::bare(Outcome::Answered) }
}

/// The wait that a bounded part of a question may take: the shorter of the two.
pub(crate) fn no_later_than(until: Instant, patience: Duration) -> Instant {
    until.min(Instant::now() + patience)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::service::{ProbeKind, Transport};
    use crate::net::testing::{ask, ask_briefly, closed_udp};

    #[tokio::test]
    async fn a_closed_port_refuses_over_both_transports() {
        // Bound and not listening: the port is held, and refuses.
        let held = Socket::new(Domain::IPV4, Type::STREAM, Some(Protocol::TCP)).unwrap();
        held.bind(&SockAddr::from(SocketAddr::from(([127, 0, 0, 1], 0)))).unwrap();
        let tcp = held.local_addr().unwrap().as_socket().unwrap();
        let closed = closed_udp();
        let udp = closed.local_addr().unwrap();
        assert_eq!(ask(ProbeKind::Tcp, Transport::Tcp, tcp).await, Measured::bare(Outcome::Refused));
        assert_eq!(ask(ProbeKind::Ssh, Transport::Tcp, tcp).await, Measured::bare(Outcome::Refused));
        assert_eq!(ask(ProbeKind::Tls, Transport::Tcp, tcp).await, Measured::bare(Outcome::Refused));
        assert_eq!(ask(ProbeKind::Sip, Transport::Udp, udp).await, Measured::bare(Outcome::Refused));
        assert_eq!(ask(ProbeKind::Iax2, Transport::Udp, udp).await, Measured::bare(Outcome::Refused));
    }

    #[tokio::test]
    async fn a_peer_that_never_speaks_is_silent_not_refused() {
        let udp = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
        let measured = ask_briefly(ProbeKind::Sip, Transport::Udp, udp.local_addr().unwrap()).await;
        assert_eq!(measured, Measured::bare(Outcome::Silent));
        let tcp = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let measured = ask_briefly(ProbeKind::Ssh, Transport::Tcp, tcp.local_addr().unwrap()).await;
        assert_eq!(measured.outcome, Outcome::Silent);
        assert_eq!(measured.seen.as_deref(), Some(ACCEPTED_WITHOUT_SPEAKING));
    }
}

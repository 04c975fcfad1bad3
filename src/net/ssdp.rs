//! Searching for routers: SSDP from every adapter, multicast and unicast to its gateway, for all the targets that
//! routers are known to answer. Replies are passed on as they come, and only from the adapter's own network.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use socket2::{Domain, Protocol, Socket, Type};
use tokio::net::UdpSocket;
use tokio::sync::{mpsc, watch};
use tokio::time::Instant;

use crate::domain::office::Adapter;
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::socket::{one_line, receive};

/// Some routers ignore some targets (`field-notes.md` 5.6), so all are asked.
const TARGETS: [&str; 6] = [
    "urn:schemas-upnp-org:device:InternetGatewayDevice:1",
    "urn:schemas-upnp-org:device:InternetGatewayDevice:2",
    "urn:schemas-upnp-org:service:WANIPConnection:1",
    "urn:schemas-upnp-org:service:WANIPConnection:2",
    "urn:schemas-upnp-org:service:WANPPPConnection:1",
    "upnp:rootdevice",
];

const MULTICAST: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(239, 255, 255, 250)), PORT);
const PORT: u16 = 1900;

/// When the questions are sent; repeated, since datagrams are lost and some systems drop replies after three seconds.
const SENDS: [Duration; 3] = [Duration::ZERO, Duration::from_millis(300), Duration::from_millis(900)];

/// How long replies are listened for in all. Asked with MX 1.
const WINDOW: Duration = Duration::from_secs(2);

/// Datagrams looked at on one adapter, so that a flood ends the search and not the program.
const MOST_DATAGRAMS: usize = 2000;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// Who answered, in the story.
    pub from: IpAddr,
    /// Where its description is said to be.
    pub location: String,
    /// Its server line.
    pub server: Option<String>,
    /// The adapter that heard it.
    pub adapter: Adapter,
}

/// Searches on one adapter until the window ends or `enough` says so.
pub async fn search(
    adapter: Adapter,
    only: Option<Ipv4Addr>,
    surroundings: Surroundings,
    found: mpsc::Sender<Reply>,
    mut enough: watch::Receiver<bool>,
) {
    let Some(socket) = socket_on(&adapter, &surroundings) else { return };
    let to = addressees(&adapter, only, &surroundings);
    let begun = Instant::now();
    let mut sends = SENDS.iter();
    let mut next = sends.next();
    let mut buffer = [0u8; 2048];
    for _ in 0..MOST_DATAGRAMS {
        if next.is_some_and(|at| begun.elapsed() >= *at) {
            send(&socket, &to).await;
            next = sends.next();
            continue;
        }
        let wake = next.map_or(begun + WINDOW, |at| begun + *at);
        tokio::select! {
            _ = enough.changed() => return,
            () = tokio::time::sleep_until(wake) => {
                if next.is_none() {
                    return;
                }
            }
            heard = receive(&socket, &mut buffer) => {
                let Ok((count, from)) = heard else { continue };
                let from = surroundings.story(Transport::Udp, from).ip();
                let Some(datagram) = buffer.get(..count) else { continue };
                let wanted = match only {
                    Some(only) => from == IpAddr::V4(only),
                    None => adapter.network().contains(from),
                };
                if let (true, Some((location, server))) = (wanted, read(datagram)) {
                    let reply = Reply { from, location, server, adapter: adapter.clone() };
                    if found.send(reply).await.is_err() {
                        return;
                    }
                }
            }
        }
    }
}

fn socket_on(adapter: &Adapter, surroundings: &Surroundings) -> Option<UdpSocket> {
    let socket = Socket::new(Domain::IPV4, Type::DGRAM, Some(Protocol::UDP)).ok()?;
    socket.set_nonblocking(true).ok()?;
    let local = if surroundings.practice.is_some() { Ipv4Addr::LOCALHOST } else { adapter.address };
    socket.bind(&SocketAddr::from((local, 0)).into()).ok()?;
    if surroundings.practice.is_none() {
        socket.set_multicast_if_v4(&adapter.address).ok()?;
        socket.set_multicast_ttl_v4(2).ok()?;
    }
    UdpSocket::from_std(socket.into()).ok()
}

/// Everyone at once, and the gateway by itself: some routers answer only that (miniupnp issue 802).
fn addressees(adapter: &Adapter, only: Option<Ipv4Addr>, surroundings: &Surroundings) -> Vec<SocketAddr> {
    if let Some(street) = &surroundings.practice {
        return vec![street.ssdp];
    }
    let mut to = vec![MULTICAST];
    to.extend(only.or(adapter.gateway).map(|g| SocketAddr::from((g, PORT))));
    to
}

async fn send(socket: &UdpSocket, to: &[SocketAddr]) {
    for target in TARGETS {
        for addressee in to {
            let host = if addressee.ip().is_multicast() { MULTICAST } else { *addressee };
            let question = format!(
                "M-SEARCH * HTTP/1.1\r\nHOST: {host}\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: {target}\r\n\r\n"
            );
            socket.send_to(question.as_bytes(), addressee).await.ok();
        }
    }
}

/// Location and server of a reply; none where it is no reply to a search.
fn read(datagram: &[u8]) -> Option<(String, Option<String>)> {
    let text = String::from_utf8_lossy(datagram);
    let mut lines = text.lines();
    let status = lines.next()?;
    if !(status.starts_with("HTTP/1.") && status.contains(" 200")) {
        return None;
    }
    let (mut location, mut server) = (None, None);
    for line in lines.take(40) {
        let Some((name, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        match name.trim().to_ascii_lowercase().as_str() {
            "location" if value.len() <= 1024 => location = Some(value.to_owned()),
            "server" => server = one_line(value.as_bytes()),
            _ => {}
        }
    }
    Some((location?, server))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_are_read_in_any_spelling_and_other_datagrams_are_not() {
        let reply = b"HTTP/1.1 200 OK\r\nLocation:http://192.168.77.1:5000/x.xml\r\nSERVER: a/1 UPnP/1.0\x07\r\n\r\n";
        let (location, server) = read(reply).unwrap();
        assert_eq!(location, "http://192.168.77.1:5000/x.xml");
        assert!(server.unwrap().starts_with("a/1 UPnP/1.0"));
        for other in [
            &b"NOTIFY * HTTP/1.1\r\nLOCATION: http://192.168.77.1/x\r\n\r\n"[..],
            b"HTTP/1.1 404 Not\r\nLOCATION: http://192.168.77.1/x\r\n\r\n",
            b"HTTP/1.1 200 OK\r\n\r\n",
            b"",
            b"\xff\xff",
        ] {
            assert_eq!(read(other), None);
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(datagram: Vec<u8>) {
            read(&datagram);
        }
    }
}

//! Searches for routers: SSDP from one adapter, to everyone and to the adapter's own gateway. Says who answered and
//! where its description lives; fetches nothing.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, SocketAddrV4};
use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::sync::mpsc::Sender;
use tokio::time::{Instant, sleep_until};

use crate::domain::office::Adapter;
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::xml::tidy;

/// Some routers ignore some of these (field notes 5.6), so all are asked for.
const TARGETS: [&str; 6] = [
    "urn:schemas-upnp-org:device:InternetGatewayDevice:1",
    "urn:schemas-upnp-org:device:InternetGatewayDevice:2",
    "urn:schemas-upnp-org:service:WANIPConnection:1",
    "urn:schemas-upnp-org:service:WANIPConnection:2",
    "urn:schemas-upnp-org:service:WANPPPConnection:1",
    "upnp:rootdevice",
];
const EVERYONE: Ipv4Addr = Ipv4Addr::new(239, 255, 255, 250);
const PORT: u16 = 1900;
/// Wi-Fi loses multicast, so it is said three times. Milliseconds after the start.
const SENDS: [u64; 3] = [0, 300, 900];
/// Routers other than the gateway of an adapter that are kept.
const RESPONDERS: usize = 10;
/// Descriptions fetched of one router.
const LOCATIONS: usize = 3;
const LONGEST_LOCATION: usize = 500;

/// One answer to a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reply {
    /// The adapter it came in through, by its place in the list.
    pub adapter: usize,
    /// Who answered.
    pub from: Ipv4Addr,
    /// Where its description lives, as it says.
    pub location: String,
    /// It answered as a router, and not only as some device.
    pub as_router: bool,
    /// Its server line.
    pub server: Option<String>,
}

/// What a search tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Heard {
    /// Somebody answered.
    Reply(Reply),
    /// This computer did not let the question out.
    TurnedDown {
        /// The adapter, by its place in the list.
        adapter: usize,
        /// The question to the router by its own address too.
        router_too: bool,
    },
}

/// Searches from one adapter until dropped. Only answers from the adapter's own network, or from the gateway that is
/// asked for, are handed on.
pub(super) async fn search(
    adapter: (usize, Adapter),
    only: Option<Ipv4Addr>,
    surroundings: Surroundings,
    told: Sender<Heard>,
) {
    let (index, adapter) = adapter;
    // Without a socket this adapter stays unsearched; the others go on.
    let Ok(socket) = open(&adapter, &surroundings) else { return };
    let asked: Vec<Ipv4Addr> = only.or(adapter.gateway).into_iter().collect();
    let start = Instant::now();
    let mut sends = SENDS.map(|ms| start + Duration::from_millis(ms)).into_iter().peekable();
    let mut buffer = [0_u8; 2048];
    loop {
        let next = sends.peek().copied();
        tokio::select! {
            biased;
            () = sleep_until(next.unwrap_or(start)), if next.is_some() => {
                sends.next();
                let refused = send(&socket, &asked, &surroundings).await;
                // Once is enough: a system that lets one of three through keeps nobody from anything.
                let is_first = sends.len() == SENDS.len() - 1;
                if let Some(router_too) = refused.filter(|_| is_first)
                    && told.send(Heard::TurnedDown { adapter: index, router_too }).await.is_err()
                {
                    return;
                }
            }
            received = socket.recv_from(&mut buffer) => {
                // An error here is an ICMP answer to one of our datagrams (Windows reports them), not the end.
                let Ok((length, real)) = received else {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                    continue;
                };
                let SocketAddr::V4(story) = surroundings.story(Transport::Udp, real) else { continue };
                let from = *story.ip();
                let on_link = adapter.network().contains(IpAddr::V4(from)) && from != adapter.address;
                if !(on_link || asked.contains(&from)) || only.is_some_and(|o| o != from) {
                    continue;
                }
                let Some(answer) = buffer.get(..length).and_then(read) else { continue };
                let Answer { location, as_router, server } = answer;
                let reply = Reply { adapter: index, from, location, as_router, server };
                if told.send(Heard::Reply(reply)).await.is_err() {
                    return;
                }
            }
        }
    }
}

fn open(adapter: &Adapter, surroundings: &Surroundings) -> std::io::Result<UdpSocket> {
    let local = if surroundings.practice.is_some() { Ipv4Addr::LOCALHOST } else { adapter.address };
    let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::DGRAM, Some(socket2::Protocol::UDP))?;
    socket.set_nonblocking(true)?;
    if surroundings.practice.is_none() {
        // The system would send every adapter's search out of the default one.
        socket.set_multicast_if_v4(&adapter.address)?;
        socket.set_multicast_ttl_v4(4)?;
    }
    socket.bind(&SocketAddrV4::new(local, 0).into())?;
    UdpSocket::from_std(socket.into())
}

/// Asks for every target. The gateway first and by name: a unicast search is answered at once, and some routers
/// answer nothing else (miniupnp#802). Says whether this computer turned the search of everybody down, and then whether
/// the questions by name too.
async fn send(socket: &UdpSocket, asked: &[Ipv4Addr], surroundings: &Surroundings) -> Option<bool> {
    let everyone = match &surroundings.practice {
        Some(street) if street.turns_down => return Some(true),
        Some(street) => street.ssdp,
        None => SocketAddr::from((EVERYONE, PORT)),
    };
    let mut router_too = true;
    for ip in asked {
        let Some(to) = surroundings.dial(Transport::Udp, SocketAddr::from((*ip, PORT))) else { continue };
        router_too &= is_turned_down(socket, to).await;
    }
    is_turned_down(socket, everyone).await.then_some(router_too)
}

/// Sends the questions, and tells whether this computer let none of them out. A full buffer or a missing route on one
/// adapter is no such word, and no reason to stop; the next round tries again.
async fn is_turned_down(socket: &UdpSocket, to: SocketAddr) -> bool {
    let mut refused = true;
    for target in TARGETS {
        let sent = socket.send_to(question(target).as_bytes(), to).await;
        refused &= sent.err().is_some_and(|e| means_turned_down(&e));
    }
    refused
}

/// macOS says "no route to host" at once where a program may not speak to the local network (TN3179), and so do its
/// packet filters; the firewalls of Linux (EPERM) and Windows (WSAEACCES) say that it is not permitted. A neighbour who
/// is not there is told otherwise: later, or as EHOSTDOWN.
fn means_turned_down(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::HostUnreachable | ErrorKind::PermissionDenied)
}

/// MX 1: Windows lets unicast answers to a multicast in for about three seconds only.
fn question(target: &str) -> String {
    format!("M-SEARCH * HTTP/1.1\r\nHOST: {EVERYONE}:{PORT}\r\nST: {target}\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\n\r\n")
}

/// Where an answer says that its description lives; none where it is no answer to a search.
pub(super) fn location(datagram: &[u8]) -> Option<String> {
    read(datagram).map(|answer| answer.location)
}

pub(super) struct Answer {
    pub location: String,
    pub as_router: bool,
    pub server: Option<String>,
}

pub(super) fn read(datagram: &[u8]) -> Option<Answer> {
    let text = String::from_utf8_lossy(datagram);
    let mut lines = text.lines();
    let mut status = lines.next()?.split_whitespace();
    if !status.next()?.to_ascii_uppercase().starts_with("HTTP/1.") || status.next()? != "200" {
        return None;
    }
    let headers = lines.take_while(|l| !l.trim().is_empty()).filter_map(|l| l.split_once(':'));
    let (mut location, mut target, mut server) = (None, "", None);
    for (name, value) in headers {
        match name.trim().to_ascii_lowercase().as_str() {
            "location" => location = Some(value.trim()),
            "st" => target = value.trim(),
            "server" => server = Some(tidy(value)),
            _ => {}
        }
    }
    let location = location.filter(|l| l.len() <= LONGEST_LOCATION && !l.chars().any(char::is_control))?;
    let as_router = ["InternetGatewayDevice", "WANIPConnection", "WANPPPConnection"].iter().any(|t| target.contains(t));
    Some(Answer { location: location.to_owned(), as_router, server: server.filter(|s| !s.is_empty()) })
}

/// Who is kept: ten routers with three descriptions each, and the gateways always. Answers to `upnp:rootdevice` wait
/// as spares, so that a television or a WPS page never takes a router's place.
#[derive(Debug)]
pub(super) struct Kept {
    gateways: Vec<Ipv4Addr>,
    responders: BTreeMap<Ipv4Addr, Responder>,
    /// Whose spares wait no longer: the gateways' (true), the others'.
    due: Vec<bool>,
}

#[derive(Debug, Default)]
struct Responder {
    taken: Vec<String>,
    spare: Vec<Reply>,
}

impl Kept {
    /// Nobody yet. The answers of `gateways` are never displaced.
    pub(super) fn new(gateways: Vec<Ipv4Addr>) -> Self {
        Self { gateways, responders: BTreeMap::new(), due: Vec::new() }
    }

    /// True for a gateway of one of the adapters.
    pub(super) fn is_gateway(&self, ip: Ipv4Addr) -> bool {
        self.gateways.contains(&ip)
    }

    /// Takes an answer in. Gives it back when its description is to be fetched now.
    pub(super) fn admit(&mut self, reply: Reply) -> Option<Reply> {
        if !self.responders.contains_key(&reply.from) && !self.make_room(&reply) {
            return None;
        }
        let responder = self.responders.entry(reply.from).or_default();
        if responder.taken.contains(&reply.location) {
            return None;
        }
        if reply.as_router || self.due.contains(&self.gateways.contains(&reply.from)) {
            responder.spare.retain(|s| s.location != reply.location);
            if responder.taken.len() >= LOCATIONS {
                return None;
            }
            responder.taken.push(reply.location.clone());
            return Some(reply);
        }
        if responder.spare.len() < LOCATIONS && !responder.spare.iter().any(|s| s.location == reply.location) {
            responder.spare.push(reply);
        }
        None
    }

    fn make_room(&mut self, reply: &Reply) -> bool {
        if self.is_gateway(reply.from) {
            return true;
        }
        let strangers = |(ip, _): &(&Ipv4Addr, &Responder)| !self.gateways.contains(ip);
        if self.responders.iter().filter(strangers).count() < RESPONDERS {
            return true;
        }
        if !reply.as_router {
            return false;
        }
        let idle = self.responders.iter().filter(strangers).find(|(_, r)| r.taken.is_empty()).map(|(ip, _)| *ip);
        idle.is_some_and(|ip| self.responders.remove(&ip).is_some())
    }

    /// Spares to be fetched now, of the gateways or of the others, as far as each has descriptions left. Those that come
    /// later do not wait.
    pub(super) fn spares(&mut self, of_gateways: bool) -> Vec<Reply> {
        self.due.push(of_gateways);
        let mut due = Vec::new();
        for (ip, responder) in &mut self.responders {
            if self.gateways.contains(ip) != of_gateways {
                continue;
            }
            for reply in std::mem::take(&mut responder.spare) {
                if responder.taken.len() < LOCATIONS {
                    responder.taken.push(reply.location.clone());
                    due.push(reply);
                }
            }
        }
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(last: u8, location: &str, as_router: bool) -> Reply {
        let from = Ipv4Addr::new(192, 168, 1, last);
        Reply { adapter: 0, from, location: location.to_owned(), as_router, server: None }
    }

    /// The numbers as each system's headers have them; this test reads those of the system that it runs on.
    #[test]
    fn a_send_that_never_left_is_told_from_a_neighbour_who_is_not_there() {
        let numbers: [(i32, bool); 5] = if cfg!(windows) {
            // WSAEACCES, WSAEHOSTUNREACH; WSAEHOSTDOWN, WSAENETUNREACH, WSAEWOULDBLOCK.
            [(10_013, true), (10_065, true), (10_064, false), (10_051, false), (10_035, false)]
        } else if cfg!(target_os = "macos") {
            // EPERM, EHOSTUNREACH; EHOSTDOWN, ENETUNREACH, ENOBUFS.
            [(1, true), (65, true), (64, false), (51, false), (55, false)]
        } else {
            [(1, true), (113, true), (112, false), (101, false), (105, false)]
        };
        for (number, turned_down) in numbers {
            let error = std::io::Error::from_raw_os_error(number);
            assert_eq!(means_turned_down(&error), turned_down, "{number}: {error}");
        }
    }

    #[test]
    fn the_gateway_is_never_displaced_and_ten_others_stay() {
        let mut kept = Kept::new(vec![Ipv4Addr::new(192, 168, 1, 1)]);
        let fetched = (10..40).filter(|i| kept.admit(reply(*i, "http://x/", true)).is_some()).count();
        assert_eq!(fetched, 10);
        assert!(kept.admit(reply(1, "http://x/", true)).is_some());
    }

    #[test]
    fn three_locations_each_and_none_twice() {
        let mut kept = Kept::new(vec![]);
        let fetched: Vec<bool> =
            ["a", "a", "b", "c", "d"].iter().map(|l| kept.admit(reply(9, l, true)).is_some()).collect();
        assert_eq!(fetched, [true, false, true, true, false]);
    }

    #[test]
    fn other_devices_wait_and_make_room() {
        let mut kept = Kept::new(vec![Ipv4Addr::new(192, 168, 1, 1)]);
        for television in 10..30 {
            assert_eq!(kept.admit(reply(television, "http://tv/", false)), None);
        }
        assert_eq!(kept.admit(reply(1, "http://wps/", false)), None);
        assert!(kept.admit(reply(77, "http://router/", true)).is_some());
        let of_gateways: Vec<u8> = kept.spares(true).iter().map(|r| r.from.octets()[3]).collect();
        assert_eq!(of_gateways, [1]);
        assert_eq!(kept.spares(false).len(), 9);
        assert_eq!(kept.spares(false), []);
        // Routers answer a call to everyone up to a second later: by then nobody else is waited for.
        assert!(kept.admit(reply(1, "http://late/", false)).is_some());
        assert_eq!(kept.admit(reply(99, "http://tv/", false)), None, "there is still no room for another television");
    }

    #[test]
    fn answers_are_read_and_others_are_not() {
        let text = "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nst: urn:schemas-upnp-org:service:WANIPConnection:1\r\n\
                    Location:http://192.168.1.1:5000/rootDesc.xml\r\nSERVER: Linux\x07 UPnP/1.1 MiniUPnPd/2.3.1\r\n\r\n";
        let answer = read(text.as_bytes()).unwrap();
        assert_eq!(answer.location, "http://192.168.1.1:5000/rootDesc.xml");
        assert_eq!((answer.as_router, answer.server.as_deref()), (true, Some("Linux UPnP/1.1 MiniUPnPd/2.3.1")));
        let device = read(b"HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\nLOCATION: http://192.168.1.9/d.xml\r\n\r\n");
        assert!(!device.unwrap().as_router);
        let long = format!("HTTP/1.1 200 OK\r\nLOCATION: http://{}/\r\n\r\n", "x".repeat(600));
        for other in [
            "NOTIFY * HTTP/1.1\r\nLOCATION: http://192.168.1.1/\r\n\r\n",
            "M-SEARCH * HTTP/1.1\r\nLOCATION: http://192.168.1.1/\r\n\r\n",
            "HTTP/1.1 404 Not Found\r\nLOCATION: http://192.168.1.1/\r\n\r\n",
            "HTTP/1.1 200 OK\r\nST: upnp:rootdevice\r\n\r\nLOCATION: http://192.168.1.1/",
            long.as_str(),
            "",
        ] {
            assert!(read(other.as_bytes()).is_none(), "{other}");
        }
    }
}

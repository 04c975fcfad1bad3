//! The ground the practice office stands on: its addresses in the story, loopback sockets, who crossed from which
//! street, and accepting connections within limits. Binds 127.0.0.1 only, because macOS has no other loopback
//! address; roles are told apart by port.

use std::collections::BTreeMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use serde::Deserialize;
use tokio::net::{TcpListener, TcpSocket, TcpStream, UdpSocket};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::domain::office::{Adapter, OverIpv6};
use crate::domain::probe::Route;
use crate::domain::service::Transport;

/// The practice PC, on which the program pretends to run.
pub(super) const PC: Ipv4Addr = Ipv4Addr::new(192, 168, 77, 10);
/// The router's inside.
pub(super) const ROUTER: Ipv4Addr = Ipv4Addr::new(192, 168, 77, 1);
/// A second router on the same network.
pub(super) const SECOND_ROUTER: Ipv4Addr = Ipv4Addr::new(192, 168, 77, 2);
/// The practice PC's end of a VPN.
pub(super) const TUNNEL: Ipv4Addr = Ipv4Addr::new(10, 8, 0, 2);
/// The practice PC, on the network of a mobile phone that is plugged in.
pub(super) const BEHIND_MOBILE: Ipv4Addr = Ipv4Addr::new(192, 168, 42, 15);
/// The phone system.
pub(super) const PHONE_SYSTEM: Ipv4Addr = Ipv4Addr::new(192, 168, 77, 20);
/// A second phone system.
pub(super) const SECOND_PHONE_SYSTEM: Ipv4Addr = Ipv4Addr::new(192, 168, 77, 21);
/// A desk phone.
pub(super) const DESK_PHONE: Ipv4Addr = Ipv4Addr::new(192, 168, 77, 30);
/// The office's street address, in a documentation range (RFC 5737).
pub(super) const STREET: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 7);
/// Where walkers seem to come from.
pub(super) const WALKER: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 60);
/// The same over IPv6 (RFC 3849).
pub(super) const WALKER_OVER_IPV6: Ipv6Addr = Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0x60);

/// This computer's address over IPv6, where the story has it. Its router is asked over IPv4 for openings there.
pub(super) const OVER_IPV6: Ipv6Addr = Ipv6Addr::new(0x2a00, 0x77, 0x77, 0, 0, 0, 0, 0x20);

/// Which computer of the story the program runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StandsOn {
    /// The owner's PC.
    #[default]
    Pc,
    /// The phone system itself.
    PhoneSystem,
}

/// How the practice computer is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NetworkStory {
    /// What its way out is.
    pub way_out: WayOut,
    /// It has an IPv6 address that the street could know.
    pub ipv6: bool,
    /// A mobile phone shares its internet by cable: a way to another street.
    pub mobile_phone: bool,
    /// What the computer itself keeps the program from.
    pub own_firewall: OwnFirewall,
}

/// The practice computer's own firewall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnFirewall {
    /// Lets answers in.
    #[default]
    Open,
    /// Keeps answers to a search out.
    Search,
    /// Keeps every datagram out.
    Datagrams,
    /// Turns down what the program sends to the office's own network, as macOS does without its permission.
    Sends,
}

impl OwnFirewall {
    /// What is left of the way to everybody. Whoever is kept from answering is played by `mute`, where nobody answers.
    /// Visitors from the street are not this computer's.
    pub(super) fn leaves(self, routes: &[Route], mute: SocketAddr) -> Vec<Route> {
        let of_the_office = |ip: IpAddr| matches!(ip, IpAddr::V4(ip) if ip.octets().starts_with(&[192, 168, 77]));
        let is_muted = |r: &Route| match self {
            Self::Open | Self::Sends => false,
            Self::Search => r.story.port() == SEARCH && r.transport == Transport::Udp,
            Self::Datagrams => r.transport == Transport::Udp && r.story.ip() != STREET,
        };
        let is_left = |r: &&Route| self != Self::Sends || !of_the_office(r.story.ip());
        let played = |r: &Route| if is_muted(r) { Route { real: mute, ..*r } } else { *r };
        routes.iter().filter(is_left).map(played).collect()
    }
}

/// The port that routers are searched at.
const SEARCH: u16 = 1900;

/// The way out of the practice computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WayOut {
    /// The office's cable.
    #[default]
    Cable,
    /// A VPN beside the cable.
    Vpn,
    /// None: the cable is not plugged in.
    None,
}

/// The practice computer's adapters, the default route's first.
pub(super) fn adapters(network: NetworkStory, here: Ipv4Addr) -> Vec<Adapter> {
    let cable = Adapter {
        name: "eth0".to_owned(),
        address: here,
        prefix: 24,
        is_virtual: false,
        default_route: network.way_out == WayOut::Cable,
        gateway: Some(ROUTER),
        has_ipv6: network.ipv6,
        ipv6: network.ipv6.then_some(OverIpv6 { address: OVER_IPV6, gateway: None }),
    };
    let tunnel = Adapter {
        name: "wg0".to_owned(),
        address: TUNNEL,
        is_virtual: true,
        default_route: true,
        gateway: None,
        has_ipv6: false,
        ipv6: None,
        ..cable.clone()
    };
    let mobile = Adapter {
        name: "usb0".to_owned(),
        address: BEHIND_MOBILE,
        is_virtual: false,
        default_route: false,
        ..tunnel.clone()
    };
    let mut all = match network.way_out {
        WayOut::Cable => vec![cable],
        WayOut::Vpn => vec![tunnel, cable],
        WayOut::None => Vec::new(),
    };
    all.extend(network.mobile_phone.then_some(mobile));
    all
}

/// A connection is cut after this long: every question of a check is answered in far less.
const LONGEST_VISIT: Duration = Duration::from_secs(30);

/// Connections one listener serves at a time.
const MOST_VISITORS: usize = 32;

/// Pause after a socket error, so that a lasting one does not keep a core busy.
pub(super) const AFTER_ERROR: Duration = Duration::from_millis(20);

/// Sockets bound so far and whom they play.
#[derive(Debug, Default)]
pub(super) struct Ground {
    pub(super) routes: Vec<Route>,
}

impl Ground {
    /// Binds a UDP socket that plays `ip:port`.
    pub(super) async fn udp(&mut self, ip: impl Into<IpAddr>, port: u16) -> io::Result<UdpSocket> {
        let socket = UdpSocket::bind(anywhere()).await?;
        self.plays(Transport::Udp, ip.into(), port, socket.local_addr()?);
        Ok(socket)
    }

    /// Binds a TCP socket that plays `ip:port` and does not listen yet: connects are refused.
    pub(super) fn tcp(&mut self, ip: impl Into<IpAddr>, port: u16) -> io::Result<TcpSocket> {
        let socket = reserve(anywhere())?;
        self.plays(Transport::Tcp, ip.into(), port, socket.local_addr()?);
        Ok(socket)
    }

    /// A UDP port that plays `ip:port` and refuses. A connected socket takes datagrams of its one peer only; for
    /// everyone else the system answers port unreachable, and nobody else can get the number meanwhile.
    pub(super) async fn shut_udp(&mut self, ip: impl Into<IpAddr>, port: u16) -> io::Result<UdpSocket> {
        let socket = self.udp(ip, port).await?;
        socket.connect(socket.local_addr()?).await?;
        Ok(socket)
    }

    fn plays(&mut self, transport: Transport, ip: IpAddr, port: u16, real: SocketAddr) {
        self.routes.push(Route { transport, story: SocketAddr::new(ip, port), real });
    }
}

/// Any free port of this machine, reachable from this machine only.
pub(super) fn anywhere() -> SocketAddr {
    SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0)
}

/// Holds a TCP port without listening on it.
pub(super) fn reserve(at: SocketAddr) -> io::Result<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    // Connections of the time before may still linger on the number. On Windows the option means something else
    // (two owners of one port) and is not needed.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(at)?;
    Ok(socket)
}

/// Who came over the wall: local port of a relay's inner socket, and the story's address of whom it speaks for.
/// Everybody else on loopback is the computer that the program stands on.
#[derive(Clone, Debug)]
pub(super) struct Crossings {
    over: watch::Sender<BTreeMap<(Transport, u16), Ipv4Addr>>,
    here: Ipv4Addr,
}

/// One entry of [`Crossings`], gone when dropped.
#[derive(Debug)]
pub(super) struct Crossing {
    all: Crossings,
    key: (Transport, u16),
}

impl Crossings {
    /// Nobody yet; the program stands `here`.
    pub(super) fn new(here: Ipv4Addr) -> Self {
        Self { over: watch::Sender::new(BTreeMap::new()), here }
    }

    /// Notes that the socket at `local` speaks for `source`.
    pub(super) fn enter(&self, transport: Transport, local: SocketAddr, source: Ipv4Addr) -> Crossing {
        let key = (transport, local.port());
        self.over.send_modify(|all| {
            all.insert(key, source);
        });
        Crossing { all: self.clone(), key }
    }

    /// The story's address of a loopback peer.
    pub(super) fn source(&self, transport: Transport, peer: SocketAddr) -> Ipv4Addr {
        self.over.borrow().get(&(transport, peer.port())).copied().unwrap_or(self.here)
    }
}

impl Drop for Crossing {
    fn drop(&mut self) {
        self.all.over.send_modify(|all| {
            all.remove(&self.key);
        });
    }
}

/// Accepts until dropped, a limited number at a time, each for a limited time.
pub(super) async fn serve<H, F>(listener: TcpListener, handle: H)
where
    H: Fn(TcpStream, SocketAddr) -> F,
    F: Future<Output = io::Result<()>> + Send + 'static,
{
    let mut visitors = JoinSet::new();
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) if visitors.len() < MOST_VISITORS => {
                    visitors.spawn(timeout(LONGEST_VISIT, handle(stream, peer)));
                }
                Ok(_) => {}
                Err(_) => sleep(AFTER_ERROR).await,
            },
            // A visitor's own trouble ends the visit and nothing else.
            Some(_) = visitors.join_next() => {}
        }
    }
}

/// Answers datagrams until dropped. `answer` gets the datagram and the peer; what it gives back is sent to the peer.
pub(super) async fn answer_datagrams(socket: UdpSocket, answer: impl Fn(&[u8], SocketAddr) -> Vec<Vec<u8>>) {
    let mut room = [0; 2048];
    loop {
        // Windows reports an earlier answer's port unreachable here.
        let Ok((len, peer)) = socket.recv_from(&mut room).await else {
            sleep(AFTER_ERROR).await;
            continue;
        };
        for reply in answer(room.get(..len).unwrap_or_default(), peer) {
            let _ = socket.send_to(&reply, peer).await;
        }
    }
}

//! The practice office's outer wall: one socket for every port of the street, through which packets pass inside only
//! while the practice router says so.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use tokio::io::copy_bidirectional;
use tokio::net::{TcpSocket, TcpStream, UdpSocket};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

use crate::domain::probe::Route;
use crate::domain::service::Transport;
use crate::practice::street::{AFTER_ERROR, Crossing, Crossings, anywhere, reserve, serve};
use crate::practice::table::Table;

/// A conversation without answers is forgotten after this long, as in a NAT table.
const QUIET: Duration = Duration::from_mins(1);

/// Conversations one UDP port carries at a time.
const MOST_CONVERSATIONS: usize = 32;

/// A router answers after this long even if the wall did not follow.
const LONGEST_SETTLING: Duration = Duration::from_secs(2);

/// Tries to get a number back after its listener was shut.
const TRIES: u32 = 50;

/// From where visitors come to a wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The street, over IPv4.
    Street,
    /// Over IPv6, where the router only keeps out or lets through.
    OverIpv6,
}

/// What every port of the wall knows.
#[derive(Clone, Debug)]
pub(super) struct Wall {
    pub(super) side: Side,
    pub(super) table: watch::Sender<Table>,
    pub(super) routes: Arc<[Route]>,
    pub(super) crossings: Crossings,
    /// Whom everybody from the street speaks for.
    pub(super) walker: Ipv4Addr,
    /// TCP ports of the street.
    pub(super) tcp_ports: Arc<[u16]>,
    /// Those that listen now.
    pub(super) listening: watch::Sender<BTreeSet<u16>>,
}

impl Wall {
    /// The loopback address that a port of the street leads to now, if to any. A rule that leads to a machine that
    /// is not there leads nowhere.
    fn inside(&self, protocol: Transport, port: u16) -> Option<SocketAddr> {
        let (table, now) = (self.table.borrow(), Instant::now());
        let story = match self.side {
            Side::Street => table.leads_to(protocol, port, now),
            Side::OverIpv6 => table.leads_over_ipv6(protocol, port, now),
        }?;
        self.routes.iter().find(|r| r.transport == protocol && r.story == story).map(|r| r.real)
    }
}

impl Wall {
    /// Waits until the TCP ports have followed the router's list, so that a router does not say *done* before it is.
    pub(super) async fn settled(&self) {
        let mut listening = self.listening.subscribe();
        let follows = |open: &BTreeSet<u16>| {
            self.tcp_ports.iter().all(|p| open.contains(p) == self.inside(Transport::Tcp, *p).is_some())
        };
        let _ = timeout(LONGEST_SETTLING, listening.wait_for(follows)).await;
    }
}

struct Conversation {
    inside: SocketAddr,
    socket: Arc<UdpSocket>,
    _crossing: Crossing,
}

/// One UDP port of the street. Datagrams that lead nowhere are dropped in silence.
pub(super) async fn udp_port(wall: Wall, port: u16, outer: UdpSocket) {
    let outer = Arc::new(outer);
    let mut conversations: BTreeMap<SocketAddr, Conversation> = BTreeMap::new();
    let mut replies: JoinSet<(SocketAddr, SocketAddr)> = JoinSet::new();
    let mut room = [0; 2048];
    loop {
        tokio::select! {
            received = outer.recv_from(&mut room) => {
                let Ok((len, visitor)) = received else {
                    sleep(AFTER_ERROR).await;
                    continue;
                };
                let Some(inside) = wall.inside(Transport::Udp, port) else { continue };
                let known = conversations.get(&visitor).filter(|c| c.inside == inside);
                let socket = if let Some(conversation) = known {
                    conversation.socket.clone()
                } else {
                    if conversations.len() >= MOST_CONVERSATIONS {
                        continue;
                    }
                    let Ok(conversation) = cross(&wall, inside).await else { continue };
                    let socket = conversation.socket.clone();
                    replies.spawn(carry_back(outer.clone(), socket.clone(), (visitor, inside)));
                    conversations.insert(visitor, conversation);
                    socket
                };
                let _ = socket.send(room.get(..len).unwrap_or_default()).await;
            }
            Some(ended) = replies.join_next() => {
                // The same visitor may have been led elsewhere meanwhile; that conversation goes on.
                if let Ok((visitor, inside)) = ended
                    && conversations.get(&visitor).is_some_and(|c| c.inside == inside)
                {
                    conversations.remove(&visitor);
                }
            }
        }
    }
}

async fn cross(wall: &Wall, inside: SocketAddr) -> io::Result<Conversation> {
    let socket = UdpSocket::bind(anywhere()).await?;
    let crossing = wall.crossings.enter(Transport::Udp, socket.local_addr()?, wall.walker);
    socket.connect(inside).await?;
    Ok(Conversation { inside, socket: Arc::new(socket), _crossing: crossing })
}

/// Carries answers back until it has been quiet for long, and gives back which conversation ended: visitor, inside.
async fn carry_back(
    outer: Arc<UdpSocket>,
    inner: Arc<UdpSocket>,
    ends: (SocketAddr, SocketAddr),
) -> (SocketAddr, SocketAddr) {
    let mut room = [0; 2048];
    while let Ok(received) = timeout(QUIET, inner.recv(&mut room)).await {
        match received {
            Ok(len) => {
                let _ = outer.send_to(room.get(..len).unwrap_or_default(), ends.0).await;
            }
            // Port unreachable inside: a NAT would pass the ICMP message on, which no socket can send.
            Err(_) => sleep(AFTER_ERROR).await,
        }
    }
    ends
}

/// One TCP port of the street: listens only while it leads somewhere, so that otherwise connects are refused.
pub(super) async fn tcp_port(wall: Wall, port: u16, mut socket: TcpSocket) {
    let mut changes = wall.table.subscribe();
    let Ok(outside) = socket.local_addr() else { return };
    loop {
        if until(&mut changes, || wall.inside(Transport::Tcp, port).is_some()).await.is_err() {
            return;
        }
        let Ok(listener) = socket.listen(16) else { return };
        wall.listening.send_modify(|open| {
            open.insert(port);
        });
        tokio::select! {
            () = serve(listener, |visitor: TcpStream, _: SocketAddr| pass(wall.clone(), port, visitor)) => return,
            shut = until(&mut changes, || wall.inside(Transport::Tcp, port).is_none()) => {
                if shut.is_err() {
                    return;
                }
            }
        }
        let Some(held) = reserve_again(outside).await else { return };
        socket = held;
        wall.listening.send_modify(|open| {
            open.remove(&port);
        });
    }
}

/// Waits until the router's list makes `is_so` true.
async fn until(changes: &mut watch::Receiver<Table>, is_so: impl Fn() -> bool) -> Result<(), watch::error::RecvError> {
    loop {
        changes.mark_unchanged();
        if is_so() {
            return Ok(());
        }
        changes.changed().await?;
    }
}

async fn reserve_again(at: SocketAddr) -> Option<TcpSocket> {
    for _ in 0..TRIES {
        if let Ok(socket) = reserve(at) {
            return Some(socket);
        }
        sleep(AFTER_ERROR).await;
    }
    None
}

/// Carries one connection inside. What refuses inside is reset outside.
async fn pass(wall: Wall, port: u16, mut visitor: TcpStream) -> io::Result<()> {
    let inner = TcpSocket::new_v4()?;
    inner.bind(anywhere())?;
    let _crossing = wall.crossings.enter(Transport::Tcp, inner.local_addr()?, wall.walker);
    let inside = match wall.inside(Transport::Tcp, port) {
        Some(inside) => inner.connect(inside).await,
        None => Err(io::ErrorKind::ConnectionRefused.into()),
    };
    match inside {
        Ok(mut inside) => copy_bidirectional(&mut visitor, &mut inside).await.map(|_| ()),
        Err(error) => {
            visitor.set_zero_linger()?;
            Err(error)
        }
    }
}

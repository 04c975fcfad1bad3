//! The standing helper's doors: listens, speaks TLS, and gives each connection a time, a size and a place among few.
//! What is asked and answered is the desk's business. Keeps no files and remembers nothing beyond its process.

use std::net::{IpAddr, SocketAddr};
use std::rc::Rc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use jiff::Timestamp;
use socket2::{Domain, Protocol, SockAddr, Socket, Type};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinSet, LocalSet};
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;

use crate::domain::address::{self, AddressKind, Network};
use crate::domain::message::Problem;
use crate::domain::probe::Surroundings;
use crate::helper::certificate::Identity;
use crate::helper::desk::{Desk, Visit};
use crate::helper::doorman::DoormanDesk;
use crate::helper::doorman_ports::{self, SipPorts};
use crate::helper::guard::WALKS_PER_MINUTE;
use crate::helper::link::Link;
use crate::helper::ways::Ways;
use crate::net::adapter;

/// A handshake may take this long.
const HANDSHAKE: Duration = Duration::from_secs(5);
/// The head of a request may take this long.
const HEAD: Duration = Duration::from_secs(5);
/// Handshake, request, walk and answer together.
const WHOLE: Duration = Duration::from_secs(75);
/// Walks under way may end within this after the helper is told to stop.
const ENDING: Duration = Duration::from_secs(21);
/// Pause after the system had no socket to give.
const BREATH: Duration = Duration::from_millis(100);
/// Bytes kept of a head and not yet read of a body, for each connection.
const BUFFER: usize = 16 * 1024;
/// Lines of a head.
const HEAD_LINES: usize = 32;
/// Connections that the system holds for us.
const BACKLOG: i32 = 256;

/// Which askers are walked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Targets {
    /// Those with a public address.
    Public,
    /// Others too: for a lab and for tests, never on the internet.
    AlsoPrivate,
}

/// How one helper is run.
#[derive(Clone)]
pub struct Settings {
    /// Where it listens.
    pub listen: Vec<SocketAddr>,
    /// Name or address by which offices reach it, where that is not one of its own.
    pub known_as: Option<String>,
    /// Addresses to knock from, one for each family; none: a second public address, if there is one.
    pub knock_from: Vec<IpAddr>,
    /// The operator's own proxy, whose word about who asks is believed.
    pub trust_proxy: Option<IpAddr>,
    /// Walks a minute in all.
    pub walks_per_minute: u32,
    /// Networks that asked to be left alone.
    pub never: Vec<Network>,
    /// Which askers are walked to.
    pub targets: Targets,
    /// The real street, or a practice office's.
    pub surroundings: Surroundings,
    /// Its certificate and key.
    pub identity: Identity,
    /// Access keys; the first one stands in the link.
    pub keys: Vec<String>,
    /// Ports on which letters of the doorman test are taken in, over UDP and TCP.
    pub sip_ports: Vec<u16>,
    /// Further TCP ports, by which an office can try its ways out.
    pub also_listen: Vec<u16>,
    /// What `/` shows.
    pub page: String,
}

impl Settings {
    /// Listens nowhere yet, and walks to the public street only.
    pub fn new(identity: Identity, keys: Vec<String>) -> Self {
        Self {
            listen: Vec::new(),
            known_as: None,
            knock_from: Vec::new(),
            trust_proxy: None,
            walks_per_minute: WALKS_PER_MINUTE,
            never: Vec::new(),
            targets: Targets::Public,
            surroundings: Surroundings::default(),
            identity,
            keys,
            sip_ports: Vec::new(),
            also_listen: Vec::new(),
            page: String::new(),
        }
    }
}

/// A helper that listens.
pub struct Helper {
    listeners: Vec<TcpListener>,
    acceptor: TlsAcceptor,
    desk: Rc<Desk>,
    sip_ports: SipPorts,
    ways: Ways,
    link: Link,
}

/// Reads the clock. The helper's server is one of the few places that may.
#[expect(clippy::disallowed_methods, reason = "the helper hands the time to the limits, which have no clock")]
pub(super) fn now() -> Timestamp {
    Timestamp::now()
}

impl Helper {
    /// Opens its doors. `log` is given one line for each walk and refusal, without addresses.
    pub fn open(settings: Settings, log: Box<dyn Fn(&str)>) -> Result<Self, Problem> {
        let unusable = |e: &dyn std::fmt::Display| Problem::new("helper-certificate-unusable").with("why", e);
        let pin = settings.identity.pin().map_err(|e| unusable(&e))?;
        let acceptor = TlsAcceptor::from(settings.identity.server_config().map_err(|e| unusable(&e))?);
        let listeners =
            settings.listen.iter().map(|at| listen(*at, &settings.listen)).collect::<Result<Vec<_>, _>>()?;
        let bound: Vec<SocketAddr> = listeners.iter().filter_map(|l| l.local_addr().ok()).collect();
        let own = adapter::own_addresses();
        let link = link(&settings, &bound, &own, pin)?;
        let (sip_ports, ways) = further_ports(&settings, &*log);
        let desk = Desk::new(settings, own, DoormanDesk::new(sip_ports.offered()), ways.desk(), log);
        Ok(Self { listeners, acceptor, desk: Rc::new(desk), sip_ports, ways, link })
    }

    /// What an office is given to reach it.
    pub const fn link(&self) -> &Link {
        &self.link
    }

    /// Serves until `stop` is ready, and then only ends the walks under way.
    pub async fn serve(self, stop: impl Future<Output = ()>) {
        LocalSet::new().run_until(self.serve_here(stop)).await;
    }

    async fn serve_here(self, stop: impl Future<Output = ()>) {
        let Self { listeners, acceptor, desk, sip_ports, ways, .. } = self;
        let mut stop = std::pin::pin!(stop);
        let mut visits = JoinSet::new();
        let mut letters = JoinSet::new();
        letters.spawn_local(doorman_ports::serve(sip_ports, Rc::clone(&desk.doorman), now));
        letters.spawn_local(ways.serve(Rc::clone(&desk)));
        loop {
            tokio::select! {
                biased;
                () = &mut stop => break,
                Some(_) = visits.join_next(), if !visits.is_empty() => {}
                came = next_visit(&listeners) => match came {
                    Ok((tcp, peer)) => {
                        if let Some(admitted) = admit(&desk, peer.ip()) {
                            let local = tcp.local_addr().ok().map(|l| l.ip().to_canonical());
                            visits.spawn_local(visit(acceptor.clone(), tcp, local, admitted, WHOLE));
                        }
                    }
                    // Mostly: no file handles left. They come back as visits end.
                    Err(_) => sleep(BREATH).await,
                },
            }
        }
        drop(listeners);
        letters.shutdown().await;
        let walks_end = async { while desk.guard.borrow().walking() > 0 && visits.join_next().await.is_some() {} };
        timeout(ENDING, walks_end).await.ok();
        visits.shutdown().await;
    }
}

/// The next connection to any of the doors.
async fn next_visit(listeners: &[TcpListener]) -> std::io::Result<(TcpStream, SocketAddr)> {
    std::future::poll_fn(|context| {
        for listener in listeners {
            if let std::task::Poll::Ready(came) = listener.poll_accept(context) {
                return std::task::Poll::Ready(came);
            }
        }
        std::task::Poll::Pending
    })
    .await
}

/// A connection that was let in. However it ends, the guard hears of it.
pub(super) struct Admitted {
    desk: Rc<Desk>,
    peer: IpAddr,
}

impl Drop for Admitted {
    fn drop(&mut self) {
        let mut guard = self.desk.guard.borrow_mut();
        if self.desk.is_trusted_proxy(self.peer) { guard.disconnect_proxy() } else { guard.disconnect(self.peer) }
    }
}

/// Counts a connection before a byte is read of it. A proxy speaks for others, who are counted at the desk.
pub(super) fn admit(desk: &Rc<Desk>, peer: IpAddr) -> Option<Admitted> {
    let peer = peer.to_canonical();
    let mut guard = desk.guard.borrow_mut();
    let is_let_in = if desk.is_trusted_proxy(peer) {
        guard.connect_proxy()
    } else {
        guard.request(peer, now()).is_ok() && guard.connect(peer)
    };
    is_let_in.then(|| Admitted { desk: Rc::clone(desk), peer })
}

/// One connection, one request, over within `whole` whatever the visitor does or does not. `local` is the own address
/// that it came to.
async fn visit<S: AsyncRead + AsyncWrite + Unpin>(
    acceptor: TlsAcceptor,
    stream: S,
    local: Option<IpAddr>,
    admitted: Admitted,
    whole: Duration,
) {
    let visit = Visit { peer: admitted.peer, local };
    let desk = &admitted.desk;
    let spoken = async {
        let Ok(Ok(tls)) = timeout(HANDSHAKE, acceptor.accept(stream)).await else { return };
        let service = service_fn(|request| Rc::clone(desk).answer(visit, request));
        let served = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD)
            .keep_alive(false)
            .max_buf_size(BUFFER)
            .max_headers(HEAD_LINES)
            .serve_connection(TokioIo::new(tls), service)
            .await;
        // A visitor who left early, or was cut off: nothing to do for him.
        served.ok();
    };
    timeout(whole, spoken).await.ok();
}

fn listen(at: SocketAddr, all: &[SocketAddr]) -> Result<TcpListener, Problem> {
    let open = || {
        let socket = Socket::new(Domain::for_address(at), Type::STREAM, Some(Protocol::TCP))?;
        if at.is_ipv6() {
            // Both families on one port need two sockets, each with its own.
            socket.set_only_v6(all.iter().any(|other| other.is_ipv4() && other.port() == at.port()))?;
        }
        #[cfg(unix)]
        socket.set_reuse_address(true)?;
        socket.set_nonblocking(true)?;
        socket.bind(&SockAddr::from(at))?;
        socket.listen(BACKLOG)?;
        TcpListener::from_std(socket.into())
    };
    open().map_err(|e: std::io::Error| Problem::new("helper-cannot-listen").with("address", at).with("why", e))
}

/// The ports of the doorman test and those for ways out, at every address that the helper listens at. A port that
/// another program has is told and left out.
fn further_ports(settings: &Settings, log: &dyn Fn(&str)) -> (SipPorts, Ways) {
    let mut addresses: Vec<IpAddr> = settings.listen.iter().map(SocketAddr::ip).collect();
    addresses.sort_unstable();
    addresses.dedup();
    let (sip_ports, taken) = SipPorts::bind(&addresses, &settings.sip_ports);
    for port in taken {
        log(&format!("{:.0} no letters at {port}", now()));
    }
    let (ways, taken) = Ways::bind(&addresses, &settings.also_listen);
    for port in taken {
        log(&format!("{:.0} no way at {port}", now()));
    }
    (sip_ports, ways)
}

/// The link: how offices reach this helper, one address of each family.
fn link(settings: &Settings, bound: &[SocketAddr], own: &[IpAddr], pin: [u8; 32]) -> Result<Link, Problem> {
    let key = settings.keys.first().cloned().ok_or_else(|| Problem::new("helper-no-key"))?;
    let mut places: Vec<SocketAddr> = Vec::new();
    for door in bound {
        let reached = if door.ip().is_unspecified() {
            let families = |ip: &&IpAddr| ip.is_ipv4() == door.is_ipv4();
            let public = own.iter().filter(families).find(|ip| address::is_public(**ip));
            // A link-local address leads nowhere without the name of an adapter.
            let leads_here =
                |ip: &&IpAddr| !matches!(address::kind(**ip), AddressKind::Loopback | AddressKind::LinkLocal);
            let any = own.iter().filter(families).find(leads_here);
            public.or(any).copied()
        } else {
            Some(door.ip())
        };
        places.extend(reached.map(|ip| SocketAddr::new(ip, door.port())));
    }
    // IPv4 first: that is where offices have their entrances.
    places.sort_by_key(SocketAddr::is_ipv6);
    places.dedup();
    let first = places.first().copied().or(bound.first().copied()).ok_or_else(|| Problem::new("helper-nowhere"))?;
    let (host, also) = match &settings.known_as {
        Some(name) => (name.clone(), Vec::new()),
        None => (first.ip().to_string(), places.into_iter().filter(|p| *p != first).collect()),
    };
    Ok(Link { host, port: first.port(), key, pin, also })
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;

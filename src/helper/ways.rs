//! Further TCP ports of a helper, so that an office can try its ways out: whoever has just asked over TLS may say one
//! line there and hears a shorter one. Everybody else is hung up on, and counted like any other visitor.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};
use std::rc::Rc;
use std::time::Duration;

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use sha2::Sha256;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::domain::probe::{Measured, Outcome, Surroundings};
use crate::helper::desk::Desk;
use crate::helper::doorman_ports::{BREATH, PortTaken, tcp};
use crate::helper::link::to_hex;
use crate::helper::server::{admit, now};
use crate::net;
use crate::net::socket::{self, Call, Ended};

/// Ports that may be offered.
pub const MOST_WAYS: usize = 16;
/// Letters of a pass: what is said at a port.
pub const PASS_LETTERS: usize = 64;
/// What is answered. Less than a pass.
pub const GREETING: &[u8; 10] = b"SE-WAY 1\r\n";

/// A visit may take this long.
const WHOLE: Duration = Duration::from_secs(5);
/// Seconds for which one pass is given out; it is taken for as long again.
const PERIOD: i64 = 60;

/// The ports.
#[derive(Debug, Default)]
pub(super) struct Ways {
    listeners: Vec<(u16, TcpListener)>,
}

/// Which ports are told to whom.
#[derive(Debug)]
pub(super) struct WaysDesk {
    pub ports: BTreeSet<u16>,
    /// Where somebody came through from outside since this helper began: no wall of its own is before these.
    pub reached: RefCell<BTreeSet<u16>>,
    passes: Passes,
}

impl Ways {
    /// Listens on each port at each of these addresses. What cannot be had is told and left out.
    pub(super) fn bind(addresses: &[IpAddr], ports: &[u16]) -> (Self, Vec<PortTaken>) {
        let mut bound = Self::default();
        let mut taken = Vec::new();
        for at in addresses.iter().flat_map(|ip| ports.iter().take(MOST_WAYS).map(|port| SocketAddr::new(*ip, *port))) {
            match tcp(at) {
                Ok(door) => bound.listeners.push(door),
                Err(why) => taken.push(PortTaken { transport: crate::domain::service::Transport::Tcp, at, why }),
            }
        }
        (bound, taken)
    }

    /// What is told of them.
    pub(super) fn desk(&self) -> WaysDesk {
        let ports = self.listeners.iter().map(|(port, _)| *port).collect();
        WaysDesk { ports, reached: RefCell::default(), passes: Passes::new() }
    }

    /// Serves for ever. Ends when dropped.
    pub(super) async fn serve(self, desk: Rc<Desk>) {
        let mut tasks = JoinSet::new();
        for (port, listener) in self.listeners {
            tasks.spawn_local(serve_port(port, listener, Rc::clone(&desk)));
        }
        while tasks.join_next().await.is_some() {}
    }
}

impl WaysDesk {
    /// The pass of whoever asks over TLS.
    pub(super) fn pass(&self, asker: IpAddr, now: Timestamp) -> Option<String> {
        self.passes.of(asker, now.as_second().div_euclid(PERIOD))
    }
}

async fn serve_port(port: u16, listener: TcpListener, desk: Rc<Desk>) {
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
        let Some(admitted) = admit(&desk, from.ip()) else { continue };
        let desk = Rc::clone(&desk);
        visitors.spawn_local(async move {
            let _admitted = admitted;
            timeout(WHOLE, visit(port, stream, from.ip().to_canonical(), &desk)).await.ok();
        });
    }
}

async fn visit(port: u16, mut stream: TcpStream, from: IpAddr, desk: &Desk) {
    let mut said = [0u8; PASS_LETTERS];
    if stream.read_exact(&mut said).await.is_err() || !desk.ways.passes.is_good(&said, from, now()) {
        return;
    }
    if stream.write_all(GREETING).await.is_ok() {
        desk.ways.reached.borrow_mut().insert(port);
    }
    stream.shutdown().await.ok();
}

/// Passes hold an address and a minute, signed: nothing has to be remembered of anybody, and nobody can use another's.
#[derive(Debug)]
struct Passes {
    /// Without chance there are none.
    secret: Option<[u8; 32]>,
}

impl Passes {
    fn new() -> Self {
        Self { secret: net::socket::random().ok() }
    }

    fn of(&self, asker: IpAddr, period: i64) -> Option<String> {
        Some(to_hex(&self.signed(asker, period)?.finalize().into_bytes()))
    }

    /// Of this period or the one before.
    fn is_good(&self, said: &[u8; PASS_LETTERS], asker: IpAddr, now: Timestamp) -> bool {
        let period = now.as_second().div_euclid(PERIOD);
        let given = std::str::from_utf8(said).ok().and_then(crate::helper::link::from_hex);
        let fits = |period| {
            let mac = self.signed(asker, period).zip(given);
            mac.is_some_and(|(mac, given)| mac.verify_slice(&given).is_ok())
        };
        fits(period) || fits(period - 1)
    }

    fn signed(&self, asker: IpAddr, period: i64) -> Option<Hmac<Sha256>> {
        let mut block = [0; 64];
        for (to, from) in block.iter_mut().zip(self.secret?) {
            *to = from;
        }
        let mut mac = Hmac::<Sha256>::new(&block.into());
        mac.update(format!("{} {period}", asker.to_canonical()).as_bytes());
        Some(mac)
    }
}

/// The office's side: says the pass at one port. Only the greeting shows that the helper itself was reached; whatever
/// else takes the connection is somebody on the way, which tells nothing.
pub async fn try_way(target: SocketAddr, pass: &str, from: &net::From) -> Measured {
    let surroundings = Surroundings::default();
    let until = tokio::time::Instant::now() + net::TIME_LIMIT;
    let call = Call { story: target, real: target, from, surroundings: &surroundings, until };
    let mut stream = match socket::connect_tcp(&call).await {
        Ok(stream) => stream,
        Err(measured) => return measured,
    };
    let sent = tokio::time::timeout_at(until, stream.write_all(pass.as_bytes())).await;
    let mut kept = Vec::new();
    let is_greeting = |kept: &[u8]| kept.starts_with(GREETING);
    let ended = socket::read_until(&mut stream, &mut kept, GREETING.len(), until, is_greeting).await;
    if matches!(sent, Ok(Ok(()))) && ended == Ended::Enough {
        return socket::answered("SE-WAY");
    }
    Measured { outcome: Outcome::NotChecked, ..socket::did_not_speak(&kept, ended) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(11, 22, 33, 2));

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    #[test]
    fn a_pass_is_for_one_address_and_for_a_short_time() {
        let passes = Passes::new();
        let period = at(0).as_second() / PERIOD;
        let pass: [u8; PASS_LETTERS] = passes.of(OFFICE, period).unwrap().into_bytes().try_into().unwrap();
        assert!(passes.is_good(&pass, OFFICE, at(0)) && passes.is_good(&pass, OFFICE, at(119)));
        assert!(!passes.is_good(&pass, OFFICE, at(120)), "too old");
        assert!(!passes.is_good(&pass, OFFICE, at(-1)), "not yet given");
        assert!(!passes.is_good(&pass, "11.22.33.3".parse().unwrap(), at(0)), "another's");
        assert!(passes.is_good(&pass, "::ffff:11.22.33.2".parse().unwrap(), at(0)));
        assert!(!Passes::new().is_good(&pass, OFFICE, at(0)), "of another helper");
        assert!(!Passes { secret: None }.is_good(&pass, OFFICE, at(0)));
        for place in 0..PASS_LETTERS {
            let mut forged = pass;
            forged[place] = if forged[place] == b'0' { b'1' } else { b'0' };
            assert!(!passes.is_good(&forged, OFFICE, at(0)), "{place}");
        }
        assert!(GREETING.len() < PASS_LETTERS, "never more than what came");
    }
}

//! How one fact is measured: the only client sockets of the program. Nothing here concludes anything, changes
//! anything outside, or keeps anything.

pub mod adapter;
pub mod answering;
pub mod banner;
pub mod call;
mod call_line;
mod call_read;
mod call_ring;
mod call_sound;
mod call_words;
pub(crate) mod chance;
pub mod clock;
mod digest;
pub mod dns;
pub mod doorman;
pub mod fingerprint;
#[doc(hidden)]
pub mod fuzzed;
pub mod hop;
pub mod http;
pub mod iax;
pub mod igd;
mod igd_description;
mod igd_find;
mod igd_http;
pub mod igd_pinhole;
pub mod locate;
pub mod look_round;
pub mod nat64;
mod pcp;
pub mod portcontrol;
mod rtp;
mod seen;
pub mod sip;
pub mod sip_read;
mod soap;
pub mod socket;
mod ssdp;
mod ssdp_ipv6;
pub mod strangers;
pub mod stun;
pub mod tftp;
pub mod tls;
mod tls_old;
pub mod tool;
mod trouble;
pub mod xml;
pub mod xmpp;

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use tokio::time::Instant;

use crate::domain::probe::{Measured, Outcome, Probe, Surroundings, Vantage};
use crate::domain::service::{ProbeKind, Transport};
use crate::net::socket::Call;

/// What one question may take in all, repeats included.
pub const TIME_LIMIT: Duration = Duration::from_secs(2);

/// When a datagram without an answer is sent again. Once only: stock ban rules count every message.
pub const REPEAT_AFTER: Duration = Duration::from_millis(700);

/// The discard port: some port is needed to look up a way, and nothing is sent there.
const NO_PORT: u16 = 9;

/// How this program names itself to whoever it asks. Two words that ban rules look for never stand in it.
pub const USER_AGENT: &str = concat!("SeparateEntrance/", env!("CARGO_PKG_VERSION"), " self-check");

/// Where a socket leaves this computer. The default is the system's choice.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct From {
    /// Own address to leave from.
    pub local: Option<Ipv4Addr>,
    /// The same for IPv6.
    pub local_v6: Option<Ipv6Addr>,
    /// Adapter to leave through, by the name the system gives it. On Linux and macOS the socket is bound to it; elsewhere
    /// `local` chooses the adapter.
    pub interface: Option<String>,
}

impl From {
    /// From this address of this computer, for targets of its family.
    pub fn address(ip: IpAddr) -> Self {
        match ip {
            IpAddr::V4(v4) => Self { local: Some(v4), ..Self::default() },
            IpAddr::V6(v6) => Self { local_v6: Some(v6), ..Self::default() },
        }
    }
}

/// Asks one question and says what came of it. Never takes longer than [`TIME_LIMIT`], never sends the question more
/// than twice.
pub async fn measure(probe: &Probe, from: &From, surroundings: &Surroundings) -> Measured {
    measure_within(probe, from, surroundings, TIME_LIMIT).await
}

/// Tells whether a TCP connection to `target` is accepted, without saying a word. For unused ports: where they accept,
/// the street lies.
pub async fn bare_accept(target: SocketAddr, from: &From, surroundings: &Surroundings) -> bool {
    let Some(real) = surroundings.dial(Transport::Tcp, target) else { return false };
    let call = Call { story: target, real, from, surroundings, until: Instant::now() + TIME_LIMIT };
    socket::connect_tcp(&call).await.is_ok()
}

/// Asks a server that was found by its name: one OPTIONS that names it, or a TLS hello where it wants TLS.
pub async fn ask_sip_server(
    server: &locate::Server,
    host: Option<&str>,
    from: &From,
    surroundings: &Surroundings,
) -> Measured {
    let locate::Server { target, transport, secure } = *server;
    let Some(real) = surroundings.dial(transport, target) else { return Measured::bare(Outcome::Silent) };
    let call = Call { story: target, real, from, surroundings, until: Instant::now() + TIME_LIMIT };
    match (secure, host) {
        (true, _) => tls::ask(&call).await,
        (false, Some(host)) => sip::ask_by_name(&call, transport, host).await,
        (false, None) => sip::ask(&call, transport).await,
    }
}

/// Asks a clock.
pub async fn ask_clock(target: SocketAddr, from: &From, surroundings: &Surroundings) -> Measured {
    let Some(real) = surroundings.dial(Transport::Udp, target) else { return Measured::bare(Outcome::Silent) };
    clock::ask(&Call { story: target, real, from, surroundings, until: Instant::now() + TIME_LIMIT }).await
}

/// Asks a STUN server which address it sees.
pub async fn ask_stun(target: SocketAddr, from: &From, surroundings: &Surroundings) -> Result<IpAddr, Measured> {
    let real = surroundings.dial(Transport::Udp, target).ok_or_else(|| Measured::bare(Outcome::Silent))?;
    stun::ask(&Call { story: target, real, from, surroundings, until: Instant::now() + TIME_LIMIT }).await
}

/// This computer's own address towards `target`, as the system chooses it. Sends nothing.
pub fn own_address_towards(target: IpAddr, from: &From) -> Option<IpAddr> {
    if let Some(local) = from.local {
        return Some(IpAddr::V4(local));
    }
    let any: IpAddr = if target.is_ipv4() { Ipv4Addr::UNSPECIFIED.into() } else { Ipv6Addr::UNSPECIFIED.into() };
    // Connecting a datagram socket only looks up the way.
    let socket = std::net::UdpSocket::bind((any, 0)).ok()?;
    socket.connect((target, NO_PORT)).ok()?;
    socket.local_addr().ok().map(|a| a.ip()).filter(|ip| !ip.is_unspecified())
}

async fn measure_within(probe: &Probe, from: &From, surroundings: &Surroundings, limit: Duration) -> Measured {
    if matches!(probe.kind, ProbeKind::Rtp | ProbeKind::None) {
        return Measured::bare(Outcome::NotChecked);
    }
    let Some(real) = surroundings.dial(probe.transport, probe.target) else {
        return Measured::bare(match probe.vantage {
            Vantage::Outside => Outcome::Silent,
            Vantage::Inside | Vantage::Router => Outcome::Unreachable,
        });
    };
    let call = Call { story: probe.target, real, from, surroundings, until: Instant::now() + limit };
    match probe.kind {
        ProbeKind::Sip if probe.vantage == Vantage::Outside => sip::knock(&call, probe.transport).await,
        ProbeKind::Sip => sip::ask(&call, probe.transport).await,
        ProbeKind::Iax2 => iax::ask(&call).await,
        ProbeKind::Xmpp => xmpp::ask(&call).await,
        ProbeKind::Http => http::ask(&call).await,
        ProbeKind::Https => http::ask_over_tls(&call).await,
        ProbeKind::Tls => tls::ask(&call).await,
        ProbeKind::Tcp => banner::tcp(&call).await,
        ProbeKind::Ssh => banner::ssh(&call).await,
        ProbeKind::Mysql => banner::mysql(&call).await,
        ProbeKind::Ami => banner::ami(&call).await,
        ProbeKind::Tftp => tftp::ask(&call).await,
        ProbeKind::Rtp | ProbeKind::None => Measured::bare(Outcome::NotChecked),
    }
}

#[cfg(test)]
pub(crate) mod testing {
    //! What the tests of this room share: a probe, and measuring it with a short limit where silence is expected.

    use super::*;
    use crate::domain::service::ServiceId;

    pub(crate) fn probe(kind: ProbeKind, transport: Transport, target: SocketAddr) -> Probe {
        Probe { service: Some(ServiceId("row".to_owned())), kind, transport, target, vantage: Vantage::Outside }
    }

    pub(crate) async fn ask(kind: ProbeKind, transport: Transport, target: SocketAddr) -> Measured {
        measure(&probe(kind, transport, target), &From::default(), &Surroundings::default()).await
    }

    /// A UDP port that refuses for as long as it is held: it belongs to a socket that hears somebody else only.
    pub(crate) fn closed_udp() -> std::net::UdpSocket {
        let socket = std::net::UdpSocket::bind("127.0.0.1:0").unwrap();
        socket.connect("127.0.0.1:1").unwrap();
        socket
    }

    /// For peers that stay silent: the same road, with less patience.
    pub(crate) async fn ask_briefly(kind: ProbeKind, transport: Transport, target: SocketAddr) -> Measured {
        let probe = probe(kind, transport, target);
        measure_within(&probe, &From::default(), &Surroundings::default(), Duration::from_millis(250)).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::probe::{PracticeStreet, Route};

    fn practice(routes: Vec<Route>) -> Surroundings {
        Surroundings {
            practice: Some(PracticeStreet {
                adapters: Vec::new(),
                ssdp: "127.0.0.1:1".parse().unwrap(),
                routes,
                walker: "198.51.100.9".parse().unwrap(),
                turns_down: false,
                witness: None,
            }),
            ..Surroundings::default()
        }
    }

    #[tokio::test]
    async fn voice_and_unknown_questions_are_never_sent() {
        let peer = tokio::net::UdpSocket::bind("127.0.0.1:0").await.unwrap();
        for kind in [ProbeKind::Rtp, ProbeKind::None] {
            let measured = testing::ask(kind, Transport::Udp, peer.local_addr().unwrap()).await;
            assert_eq!(measured, Measured::bare(Outcome::NotChecked));
        }
        let mut buffer = [0u8; 64];
        assert!(peer.try_recv(&mut buffer).is_err());
    }

    #[tokio::test]
    async fn nobody_in_the_story_is_silent_outside_and_unreachable_inside() {
        let surroundings = practice(Vec::new());
        let mut probe = testing::probe(ProbeKind::Sip, Transport::Udp, "203.0.113.7:5060".parse().unwrap());
        let measured = measure(&probe, &From::default(), &surroundings).await;
        assert_eq!(measured.outcome, Outcome::Silent);
        probe.vantage = Vantage::Inside;
        let measured = measure(&probe, &From::default(), &surroundings).await;
        assert_eq!(measured.outcome, Outcome::Unreachable);
    }

    #[tokio::test]
    async fn a_practice_office_is_dialled_by_its_table_and_from_wherever_it_can() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let story = "203.0.113.7:5222".parse().unwrap();
        let real = listener.local_addr().unwrap();
        let surroundings = practice(vec![Route { transport: Transport::Tcp, story, real }]);
        // The adapter of the story does not exist on this computer.
        let from = From {
            local: Some(Ipv4Addr::new(192, 168, 77, 5)),
            interface: Some("story0".to_owned()),
            ..From::default()
        };
        assert!(bare_accept(story, &from, &surroundings).await);
        assert!(!bare_accept("203.0.113.7:5223".parse().unwrap(), &from, &surroundings).await);
    }

    #[tokio::test]
    async fn an_adapter_that_is_not_there_is_own_trouble() {
        let target = "127.0.0.1:9".parse().unwrap();
        let from = From::address(Ipv4Addr::new(203, 0, 113, 200).into());
        for (kind, transport) in [(ProbeKind::Sip, Transport::Udp), (ProbeKind::Tcp, Transport::Tcp)] {
            let probe = testing::probe(kind, transport, target);
            let measured = measure(&probe, &from, &Surroundings::default()).await;
            assert_eq!(measured.outcome, Outcome::Failed, "{kind:?}");
            assert!(measured.seen.unwrap().starts_with("bind: "));
        }
    }
}

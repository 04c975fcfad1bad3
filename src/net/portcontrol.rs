//! PCP and NAT-PMP: whether the gateway speaks them, the street address it names, and entrances asked for, renewed and
//! taken back. Both open only for the device that asks. The bytes are in `pcp`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV6};
use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::time::{Instant, timeout_at};

use crate::domain::change::Change;
use crate::domain::lease::{Denial, Nonce};
use crate::domain::office::{Control, OverIpv6};
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::adapter;
pub use crate::net::pcp::Grant;
use crate::net::pcp::{self, Heard, Port, Wish};
use crate::net::socket::receive;

const PORT: u16 = 5351;
/// RFC 6886 section 3.1 starts at 250 ms and doubles; three times is enough on a local network to hear a word at all.
const FIRST_WAIT: Duration = Duration::from_millis(250);
const SENDS_TO_ASK: u32 = 3;
/// Seconds asked for where no end was named: these protocols know none, so as many as a version 2 UPnP router makes of it.
const NO_END: u32 = 604_800;
/// A port inside that no phone system and no game console uses, and that a router's rules for low ports pass; and the
/// seconds for which it is asked, where it could not be given back.
const NOBODYS: u16 = 64_999;
const MOMENT: u32 = 60;
/// A request for an entrance writes a firewall's rules first, so it is given longer. It may be sent again: the same
/// nonce means the same entrance.
const SENDS_TO_MAP: u32 = 4;

/// What a gateway answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortControl {
    /// [`Control::Pcp`] or [`Control::NatPmp`].
    pub kind: Control,
    /// The street address it names; none when it has none (result 3) or names 0.0.0.0.
    pub external: Option<Ipv4Addr>,
    /// Seconds since it began to keep its table: a smaller number than before means that it restarted.
    pub epoch_secs: u32,
    /// Who to ask for entrances.
    pub server: Server,
}

/// A gateway that opens entrances for this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Server {
    /// Its address in the office, by which all else knows it.
    pub router: IpAddr,
    /// Where it is asked; over IPv6 for openings there.
    pub at: SocketAddr,
    /// Our address towards it, for which it opens.
    pub local: IpAddr,
    /// The better protocol that it speaks.
    pub by: Control,
    /// It speaks NAT-PMP, alone or beside PCP.
    pub nat_pmp: bool,
}

/// Why a server did not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ControlError {
    /// It said no.
    #[error("refused: {}", .0.id())]
    Denied(Denial),
    /// It gave no proper answer in time.
    #[error("no answer")]
    NoAnswer,
}

/// Asks a gateway, with PCP and NAT-PMP side by side. None when it speaks neither.
pub async fn ask(gateway: Ipv4Addr, local: Ipv4Addr, surroundings: &Surroundings) -> Option<PortControl> {
    let (router, at) = (IpAddr::V4(gateway), SocketAddr::from((gateway, PORT)));
    let line = Line::towards(at, local.into(), surroundings)?;
    let announce = pcp::announce(local.into());
    let (spoken, pmp) = tokio::join!(
        line.exchange(&announce, SENDS_TO_ASK, pcp::read_announce),
        line.exchange(&pcp::EXTERNAL_ADDRESS, SENDS_TO_ASK, pcp::read_external)
    );
    // PCP has no question for the address alone, and servers of PCP answer NAT-PMP too.
    let nat_pmp = pmp.is_ok();
    let external = pmp.ok().and_then(|(external, _)| external);
    let (kind, epoch_secs) = match (spoken, pmp) {
        (Ok(epoch_secs), _) => (Control::Pcp, epoch_secs),
        (Err(_), Ok((_, epoch_secs))) => (Control::NatPmp, epoch_secs),
        (Err(_), Err(_)) => return None,
    };
    let server = Server { router, at, local: local.into(), by: kind, nat_pmp };
    Some(PortControl { kind, external, epoch_secs, server })
}

/// Asks the same router over IPv6, where only PCP is spoken. Its server and its clock.
pub async fn ask_over_ipv6(
    router: IpAddr,
    own: OverIpv6,
    interface: &str,
    surroundings: &Surroundings,
) -> Option<(Server, u32)> {
    let gateway: Ipv6Addr = own.gateway?;
    let scope = adapter::scope_of(interface, gateway).await;
    let (at, local) = (SocketAddr::V6(SocketAddrV6::new(gateway, PORT, 0, scope)), IpAddr::V6(own.address));
    let line = Line::towards(at, local, surroundings)?;
    let epoch_secs = line.exchange(&pcp::announce(local), SENDS_TO_ASK, pcp::read_announce).await.ok()?;
    Some((Server { router, at, local, by: Control::Pcp, nat_pmp: false }, epoch_secs))
}

impl Server {
    /// Asks for an entrance to this device, or for more time for one. Asked again with the same nonce it reads back what
    /// the server holds.
    pub async fn map(
        &self,
        by: Control,
        change: &Change,
        nonce: Nonce,
        surroundings: &Surroundings,
    ) -> Result<Grant, ControlError> {
        let secs = if change.lease_seconds == 0 { NO_END } else { change.lease_seconds };
        let wish = Wish { secs, ..Wish::of(change, nonce) };
        self.wish(by, wish, surroundings).await
    }

    /// Takes an entrance back, by the port outside that was granted: a lifetime of 0.
    pub async fn unmap(
        &self,
        by: Control,
        change: &Change,
        outside: u16,
        nonce: Nonce,
        surroundings: &Surroundings,
    ) -> Result<(), ControlError> {
        let wish = Wish { outside, ..Wish::of(change, nonce) };
        self.wish(by, wish, surroundings).await.map(|_| ())
    }

    /// Whether nobody has an outside port, by NAT-PMP, which has no question for that: it is asked for, for a moment, to a
    /// port of this computer where nobody listens.
    pub async fn is_free(&self, change: &Change, surroundings: &Surroundings) -> Result<bool, ControlError> {
        let wish = Wish { port: NOBODYS, secs: MOMENT, ..Wish::of(change, Nonce([0; 12])) };
        let outside = self.wish(Control::NatPmp, wish, surroundings).await?.external_port;
        match self.wish(Control::NatPmp, Wish { outside, secs: 0, ..wish }, surroundings).await {
            Ok(_) => Ok(outside == change.external_port),
            // It has it for a while yet.
            Err(ControlError::Denied(_) | ControlError::NoAnswer) => Err(ControlError::NoAnswer),
        }
    }

    async fn wish(&self, by: Control, wish: Wish, surroundings: &Surroundings) -> Result<Grant, ControlError> {
        let line = Line::towards(self.at, self.local, surroundings).ok_or(ControlError::NoAnswer)?;
        match by {
            Control::NatPmp => {
                let request = pcp::nat_pmp_map(&wish);
                line.exchange(&request, SENDS_TO_MAP, |answer| pcp::read_nat_pmp_map(answer, &wish)).await
            }
            Control::Pcp => {
                let exact = pcp::map(self.local, &wish, Port::Exact);
                let read = |answer: &[u8]| pcp::read_map(answer, &wish);
                match line.exchange(&exact, SENDS_TO_MAP, read).await {
                    // Some servers know no options at all (RFC 6887 section 7.4, results 5 and 6).
                    Err(ControlError::Denied(Denial::UnsuppRequest | Denial::Malformed)) if wish.secs > 0 => {
                        let plain = pcp::map(self.local, &wish, Port::AsGiven);
                        line.exchange(&plain, SENDS_TO_MAP, read).await
                    }
                    other => other,
                }
            }
            Control::Igd1 | Control::Igd2 | Control::None => Err(ControlError::NoAnswer),
        }
    }
}

impl Wish {
    /// The change's port, outside as inside, taken back.
    const fn of(change: &Change, nonce: Nonce) -> Self {
        Self { protocol: change.protocol, port: change.external_port, outside: change.external_port, secs: 0, nonce }
    }
}

/// The way to one gateway.
struct Line {
    bind: IpAddr,
    to: SocketAddr,
}

impl Line {
    fn towards(at: SocketAddr, local: IpAddr, surroundings: &Surroundings) -> Option<Self> {
        let to = surroundings.dial(Transport::Udp, at)?;
        // The server compares the sender with the address in the request, so the adapter matters.
        let bind = if surroundings.practice.is_some() { Ipv4Addr::LOCALHOST.into() } else { local };
        Some(Self { bind, to })
    }

    /// Sends, waits, sends again. Answers that do not fit are passed over; a refusal ends it.
    async fn exchange<T>(
        &self,
        request: &[u8],
        sends: u32,
        read: impl Fn(&[u8]) -> Heard<T>,
    ) -> Result<T, ControlError> {
        let gone = |_| ControlError::NoAnswer;
        let socket = UdpSocket::bind((self.bind, 0)).await.map_err(gone)?;
        // Connected: only the gateway is heard, and its ICMP refusal too.
        socket.connect(self.to).await.map_err(gone)?;
        let mut buffer = [0_u8; 1100];
        let mut deadline = Instant::now();
        for round in 0..sends {
            socket.send(request).await.map_err(gone)?;
            deadline += FIRST_WAIT * 2_u32.pow(round);
            while let Ok(received) = timeout_at(deadline, receive(&socket, &mut buffer)).await {
                match buffer.get(..received.map_err(gone)?.0).map(&read) {
                    Some(Heard::Answer(answer)) => return Ok(answer),
                    Some(Heard::Denied(denial)) => return Err(ControlError::Denied(denial)),
                    Some(Heard::Noise) | None => {}
                }
            }
        }
        Err(ControlError::NoAnswer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "current_thread")]
    async fn noise_is_passed_over_and_both_protocols_are_heard() {
        use crate::domain::probe::{PracticeStreet, Route};

        let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let story: SocketAddr = "192.168.77.1:5351".parse().unwrap();
        let route = Route { transport: Transport::Udp, story, real: server.local_addr().unwrap() };
        let street = PracticeStreet {
            adapters: vec![],
            ssdp: route.real,
            routes: vec![route],
            walker: [11, 22, 33, 60].into(),
            turns_down: false,
            witness: None,
        };
        let surroundings = Surroundings { practice: Some(street), ..Surroundings::default() };
        let serve = async {
            let mut buffer = [0; 64];
            loop {
                let (length, from) = server.recv_from(&mut buffer).await.unwrap();
                server.send_to(b"noise", from).await.unwrap();
                let mut answer = vec![if length == 24 { 2 } else { 0 }, 0x80, 0, 0];
                answer.extend(if length == 24 {
                    vec![0, 0, 0, 0, 0, 0, 0, 5]
                } else {
                    vec![0, 0, 0, 7, 11, 22, 33, 2]
                });
                answer.resize(if length == 24 { 24 } else { 12 }, 0);
                server.send_to(&answer, from).await.unwrap();
            }
        };
        let local = Ipv4Addr::new(192, 168, 77, 10);
        let heard = tokio::select! {
            heard = ask([192, 168, 77, 1].into(), local, &surroundings) => heard,
            () = serve => unreachable!(),
        };
        let (router, local_ip) = (story.ip(), IpAddr::V4(local));
        let server = Server { router, at: story, local: local_ip, by: Control::Pcp, nat_pmp: true };
        let external = Some([11, 22, 33, 2].into());
        assert_eq!(heard, Some(PortControl { kind: Control::Pcp, external, epoch_secs: 5, server }));
        assert_eq!(ask([192, 168, 77, 9].into(), local, &surroundings).await, None);
    }
}

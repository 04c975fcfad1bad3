//! PCP and NAT-PMP: whether the gateway speaks them, and the street address it names. Both open entrances only for
//! the device that asks, so nothing is asked to be opened here.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::time::{Instant, timeout_at};

use crate::domain::office::Control;
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::socket::receive;

const PORT: u16 = 5351;
/// RFC 6886 section 3.1 starts at 250 ms and doubles; three times is enough on a local network.
const FIRST_WAIT: Duration = Duration::from_millis(250);
const SENDS: u32 = 3;
/// NAT-PMP's question for the outside address (RFC 6886 section 3.2).
const EXTERNAL_ADDRESS: [u8; 2] = [0, 0];

/// What a gateway answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortControl {
    /// [`Control::Pcp`] or [`Control::NatPmp`].
    pub kind: Control,
    /// The street address it names; none when it has none (result 3) or names 0.0.0.0.
    pub external: Option<Ipv4Addr>,
    /// Seconds since it began to keep its table: a smaller number than before means that it restarted.
    pub epoch_secs: u32,
}

/// Asks a gateway, with PCP and NAT-PMP side by side. None when it speaks neither.
pub async fn ask(gateway: Ipv4Addr, local: Ipv4Addr, surroundings: &Surroundings) -> Option<PortControl> {
    let real = surroundings.dial(Transport::Udp, SocketAddr::from((gateway, PORT)))?;
    let bind = if surroundings.practice.is_some() { Ipv4Addr::LOCALHOST } else { local };
    let announce = announce(local);
    let (pcp, pmp) = tokio::join!(
        exchange(bind, real, &announce, read_announce),
        exchange(bind, real, &EXTERNAL_ADDRESS, read_external)
    );
    // PCP has no question for the address alone, and servers of PCP answer NAT-PMP too.
    let external = pmp.and_then(|(external, _)| external);
    match (pcp, pmp) {
        (Some(epoch_secs), _) => Some(PortControl { kind: Control::Pcp, external, epoch_secs }),
        (None, Some((_, epoch_secs))) => Some(PortControl { kind: Control::NatPmp, external, epoch_secs }),
        (None, None) => None,
    }
}

/// PCP ANNOUNCE (RFC 6887 section 14.1): version 2, opcode 0, lifetime 0, our address as the server should see it.
fn announce(local: Ipv4Addr) -> Vec<u8> {
    let mut request = vec![2, 0, 0, 0, 0, 0, 0, 0];
    request.extend(local.to_ipv6_mapped().octets());
    request
}

/// Sends, waits, sends again. Answers that do not fit are passed over; a refusal ends it.
async fn exchange<T>(local: Ipv4Addr, to: SocketAddr, request: &[u8], read: fn(&[u8]) -> Heard<T>) -> Option<T> {
    let socket = UdpSocket::bind((local, 0)).await.ok()?;
    // Connected: only the gateway is heard, and its ICMP refusal too.
    socket.connect(to).await.ok()?;
    let mut buffer = [0_u8; 1100];
    let mut deadline = Instant::now();
    for round in 0..SENDS {
        socket.send(request).await.ok()?;
        deadline += FIRST_WAIT * 2_u32.pow(round);
        while let Ok(received) = timeout_at(deadline, receive(&socket, &mut buffer)).await {
            match buffer.get(..received.ok()?.0).map(read) {
                Some(Heard::Answer(answer)) => return Some(answer),
                Some(Heard::OtherVersion) => return None,
                Some(Heard::Noise) | None => {}
            }
        }
    }
    None
}

/// What a datagram turned out to be.
#[derive(Debug, PartialEq, Eq)]
enum Heard<T> {
    /// The answer.
    Answer(T),
    /// The server speaks the other protocol only.
    OtherVersion,
    /// Anything else.
    Noise,
}

/// Epoch of a PCP answer. A result other than success still shows that PCP is spoken: 12 (address mismatch) comes
/// from a PCP server behind another NAT.
fn read_announce(datagram: &[u8]) -> Heard<u32> {
    match datagram {
        [2, 0x80, _, 1, ..] | [0, 0x80..=0xff, _, 1, ..] => Heard::OtherVersion,
        [2, 0x80, _, _, _, _, _, _, a, b, c, d, rest @ ..] if rest.len() >= 12 => {
            Heard::Answer(u32::from_be_bytes([*a, *b, *c, *d]))
        }
        _ => Heard::Noise,
    }
}

/// Street address and epoch of a NAT-PMP answer. Result 3: the router has no address itself.
fn read_external(datagram: &[u8]) -> Heard<(Option<Ipv4Addr>, u32)> {
    match datagram {
        [0, 0x80, 0, 0, e0, e1, e2, e3, rest @ ..] if rest.len() >= 4 => {
            let address = rest.first_chunk().map(|octets: &[u8; 4]| Ipv4Addr::from(*octets));
            Heard::Answer((address.filter(|ip| !ip.is_unspecified()), u32::from_be_bytes([*e0, *e1, *e2, *e3])))
        }
        [2, 0x80..=0xff, _, 1, ..] | [0, 0x80, 0, 1, ..] => Heard::OtherVersion,
        // An error need not carry an address (RFC 6886 section 3.5).
        [0, 0x80, _, _, a, b, c, d, ..] => Heard::Answer((None, u32::from_be_bytes([*a, *b, *c, *d]))),
        _ => Heard::Noise,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_announce_is_24_bytes_with_our_address() {
        let request = announce(Ipv4Addr::new(192, 168, 77, 10));
        assert_eq!(request.len(), 24);
        assert_eq!(request[..4], [2, 0, 0, 0]);
        assert_eq!(request[18..], [0xff, 0xff, 192, 168, 77, 10]);
    }

    #[test]
    fn answers_are_told_apart() {
        let mut pcp = vec![2, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2];
        pcp.extend([0; 12]);
        assert_eq!(read_announce(&pcp), Heard::Answer(258));
        pcp[3] = 12;
        assert_eq!(read_announce(&pcp), Heard::Answer(258));
        assert_eq!(read_announce(&pcp[..20]), Heard::Noise);
        assert_eq!(read_announce(&[0, 0x80, 0, 1, 0, 0, 0, 9]), Heard::OtherVersion);
        assert_eq!(
            read_external(&[0, 0x80, 0, 0, 0, 0, 0, 9, 11, 22, 33, 2]),
            Heard::Answer((Some([11, 22, 33, 2].into()), 9))
        );
        assert_eq!(read_external(&[0, 0x80, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0]), Heard::Answer((None, 9)));
        assert_eq!(read_external(&[0, 0x80, 0, 3, 0, 0, 0, 9]), Heard::Answer((None, 9)));
        assert_eq!(read_external(&[0, 0x81, 0, 0, 0, 0, 0, 9, 1, 1, 1, 1]), Heard::Noise);
        assert_eq!(read_external(b""), Heard::Noise);
    }

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
            witness: None,
        };
        let surroundings = Surroundings { practice: Some(street), allowed_targets: vec![] };
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
        let expected = PortControl { kind: Control::Pcp, external: Some([11, 22, 33, 2].into()), epoch_secs: 5 };
        assert_eq!(heard, Some(expected));
        assert_eq!(ask([192, 168, 77, 9].into(), local, &surroundings).await, None);
    }
}

//! PCP (RFC 6887) and NAT-PMP (RFC 6886), which many routers answer where UPnP is off. Both open only for the device
//! that asks, so here they are only asked who they are.

use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::time::Instant;

use crate::domain::office::Control;
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::From;
use crate::net::socket::{Call, connect_udp, receive};

/// UDP port of both protocols.
pub const PORT: u16 = 5351;

/// First wait; doubled with each send (RFC 6886 section 3.1 begins with 250 ms).
const FIRST_WAIT: Duration = Duration::from_millis(250);
const SENDS: u32 = 3;

/// What a router said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PortControl {
    /// PCP or NAT-PMP.
    pub kind: Control,
    /// Its address outside; NAT-PMP only.
    pub external: Option<Ipv4Addr>,
    /// Seconds since it forgot its mappings.
    pub epoch_secs: u32,
}

/// Asks a router: PCP announce and NAT-PMP external address, side by side.
pub async fn ask(gateway: Ipv4Addr, local: Ipv4Addr, surroundings: &Surroundings) -> Option<PortControl> {
    let story = SocketAddr::from((gateway, PORT));
    let real = surroundings.dial(Transport::Udp, story)?;
    let from =
        if surroundings.practice.is_some() { From::default() } else { From { local: Some(local), interface: None } };
    let patience = FIRST_WAIT * 2u32.pow(SENDS);
    let call = Call { story, real, from: &from, surroundings, until: Instant::now() + patience };
    let socket = connect_udp(&call).ok()?;
    let (pcp, nat_pmp) = (announce(local), [0u8, 0u8]);
    let mut wait = FIRST_WAIT;
    let mut found: Option<PortControl> = None;
    for _ in 0..SENDS {
        socket.send(&pcp).await.ok();
        socket.send(&nat_pmp).await.ok();
        let until = Instant::now() + wait;
        let mut buffer = [0u8; 1100];
        while let Ok(Ok((count, _))) = tokio::time::timeout_at(until, receive(&socket, &mut buffer)).await {
            let Some(answer) = buffer.get(..count).and_then(read) else { continue };
            found = Some(merge(found, answer));
            // NAT-PMP brings the address outside, which PCP's announce does not.
            if answer.kind == Control::NatPmp {
                return found;
            }
        }
        if found.is_some() {
            return found;
        }
        wait *= 2;
    }
    None
}

/// A PCP ANNOUNCE request (RFC 6887 section 14.1): version 2, opcode 0, lifetime 0, the asker's address.
fn announce(local: Ipv4Addr) -> [u8; 24] {
    let mut request = [0u8; 24];
    let head = [2u8, 0, 0, 0, 0, 0, 0, 0];
    let mapped = local.to_ipv6_mapped().octets();
    for (to, value) in request.iter_mut().zip(head.into_iter().chain(mapped)) {
        *to = value;
    }
    request
}

/// PCP where it answers, with the address that NAT-PMP gave.
fn merge(known: Option<PortControl>, new: PortControl) -> PortControl {
    match known {
        Some(known) if known.kind == Control::Pcp => PortControl { external: new.external, ..known },
        Some(known) => PortControl { external: known.external, ..new },
        None => new,
    }
}

fn read(answer: &[u8]) -> Option<PortControl> {
    let word = |at: usize| -> Option<u32> { Some(u32::from_be_bytes(answer.get(at..at + 4)?.try_into().ok()?)) };
    match (answer.first()?, answer.get(1)?) {
        // PCP response to ANNOUNCE: result at byte 3, epoch at byte 8.
        (2, 0x80) if answer.len() >= 24 && answer.get(3) == Some(&0) => {
            Some(PortControl { kind: Control::Pcp, external: None, epoch_secs: word(8)? })
        }
        // NAT-PMP response to the external address request; result 3 is a router without one.
        (0, 0x80) if answer.len() >= 12 && answer.get(2..4) == Some(&[0, 0]) => {
            let external = Some(Ipv4Addr::from_bits(word(8)?)).filter(|ip| !ip.is_unspecified());
            Some(PortControl { kind: Control::NatPmp, external, epoch_secs: word(4)? })
        }
        (0, 0x80) if answer.len() >= 8 && answer.get(2..4) == Some(&[0, 3]) => {
            Some(PortControl { kind: Control::NatPmp, external: None, epoch_secs: word(4)? })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_protocols_are_read_and_nonsense_is_not() {
        let nat_pmp = [0, 0x80, 0, 0, 0, 0, 0, 9, 11, 22, 33, 2];
        let read_one = read(&nat_pmp).unwrap();
        assert_eq!((read_one.kind, read_one.external), (Control::NatPmp, Some(Ipv4Addr::new(11, 22, 33, 2))));
        let without = [0, 0x80, 0, 3, 0, 0, 0, 9, 0, 0, 0, 0];
        assert_eq!(read(&without).unwrap().external, None);
        let mut pcp = [0u8; 24];
        pcp[..12].copy_from_slice(&[2, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
        assert_eq!(read(&pcp), Some(PortControl { kind: Control::Pcp, external: None, epoch_secs: 256 }));
        // A NAT-PMP-only router answers PCP with "unsupported version", which is no address.
        assert_eq!(read(&[0, 0x80, 0, 1, 0, 0, 0, 9]), None);
        for length in 0..24 {
            read(&pcp[..length]);
        }
    }

    #[test]
    fn an_announce_carries_the_askers_address() {
        let request = announce(Ipv4Addr::new(192, 168, 77, 10));
        assert_eq!(request[..4], [2, 0, 0, 0]);
        assert_eq!(request[18..], [0xff, 0xff, 192, 168, 77, 10]);
    }
}

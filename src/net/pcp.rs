//! The bytes of PCP (RFC 6887) and NAT-PMP (RFC 6886): requests of ours, and answers read strictly enough that noise
//! and other people's answers are passed over. No sockets here.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::domain::lease::{Denial, Nonce};
use crate::domain::service::Transport;

/// NAT-PMP's question for the outside address (RFC 6886 section 3.2).
pub(super) const EXTERNAL_ADDRESS: [u8; 2] = [0, 0];

const PCP: u8 = 2;
const NAT_PMP: u8 = 0;
/// PCP's MAP.
const MAP: u8 = 1;
/// Set in the opcode of every answer.
const ANSWER: u8 = 0x80;
/// PCP option: this outside port or none (RFC 6887 section 13.2).
const PREFER_FAILURE: [u8; 4] = [2, 0, 0, 0];

/// One entrance to ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    pub protocol: Transport,
    /// Inside.
    pub port: u16,
    pub outside: u16,
    /// Seconds; 0 takes it back.
    pub secs: u32,
    pub nonce: Nonce,
}

/// What the server granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The port outside. Not always the one that was wished.
    pub external_port: u16,
    /// Seconds.
    pub secs: u32,
    /// The server's clock.
    pub epoch_secs: u32,
}

/// What a datagram turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Heard<T> {
    /// The answer.
    Answer(T),
    /// The server says no.
    Denied(Denial),
    /// Anything else.
    Noise,
}

/// PCP ANNOUNCE (RFC 6887 section 14.1): opcode 0, lifetime 0, our address as the server should see it.
pub(super) fn announce(local: IpAddr) -> Vec<u8> {
    head(local, 0, 0)
}

fn head(local: IpAddr, opcode: u8, secs: u32) -> Vec<u8> {
    let mut request = vec![PCP, opcode, 0, 0];
    request.extend(secs.to_be_bytes());
    request.extend(on_the_wire(local));
    request
}

/// Every address is sixteen bytes long there (RFC 6887 section 5).
const fn on_the_wire(ip: IpAddr) -> [u8; 16] {
    match ip {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().octets(),
        IpAddr::V6(v6) => v6.octets(),
    }
}

/// Whether another outside port may be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Port {
    /// The one wished or none.
    Exact,
    /// Another one is said so, and given back.
    AsGiven,
}

/// PCP MAP (RFC 6887 section 11.1).
pub(super) fn map(local: IpAddr, wish: &Wish, port: Port) -> Vec<u8> {
    let mut request = head(local, MAP, wish.secs);
    request.extend(wish.nonce.0);
    request.extend([number(wish.protocol), 0, 0, 0]);
    request.extend(wish.port.to_be_bytes());
    request.extend(wish.outside.to_be_bytes());
    // Any address outside, and of which family (RFC 6887 section 11.1).
    request.extend(on_the_wire(match local {
        IpAddr::V4(_) => Ipv4Addr::UNSPECIFIED.into(),
        IpAddr::V6(_) => Ipv6Addr::UNSPECIFIED.into(),
    }));
    if port == Port::Exact && wish.secs > 0 {
        request.extend(PREFER_FAILURE);
    }
    request
}

/// NAT-PMP's request for an entrance (RFC 6886 section 3.3).
pub(super) fn nat_pmp_map(wish: &Wish) -> Vec<u8> {
    let mut request = vec![NAT_PMP, nat_pmp_opcode(wish.protocol), 0, 0];
    request.extend(wish.port.to_be_bytes());
    // To take it back, the outside port is sent as 0 (section 3.4), and then miniupnpd of 2012 takes the one that is like
    // the inside one for it, whoever has that.
    let is_usual = wish.secs == 0 && wish.outside == wish.port;
    request.extend(if is_usual { [0, 0] } else { wish.outside.to_be_bytes() });
    request.extend(wish.secs.to_be_bytes());
    request
}

const fn number(protocol: Transport) -> u8 {
    match protocol {
        Transport::Udp => 17,
        Transport::Tcp => 6,
    }
}

const fn nat_pmp_opcode(protocol: Transport) -> u8 {
    match protocol {
        Transport::Udp => 1,
        Transport::Tcp => 2,
    }
}

/// Epoch of a PCP answer to ANNOUNCE. A result other than success still shows that PCP is spoken: 12 (address mismatch)
/// comes from a server behind another NAT.
pub(super) fn read_announce(datagram: &[u8]) -> Heard<u32> {
    match datagram {
        [PCP, ANSWER, _, 1, ..] | [NAT_PMP, ANSWER..=0xff, _, 1, ..] => Heard::Denied(Denial::UnsuppVersion),
        [PCP, ANSWER, _, _, _, _, _, _, a, b, c, d, rest @ ..] if rest.len() >= 12 => {
            Heard::Answer(u32::from_be_bytes([*a, *b, *c, *d]))
        }
        _ => Heard::Noise,
    }
}

/// The answer to [`map`]: only one that carries our nonce, protocol and port is ours.
pub(super) fn read_map(datagram: &[u8], wish: &Wish) -> Heard<Grant> {
    match datagram {
        // A server that knows only NAT-PMP answers in its own version (RFC 6887 section 9).
        [NAT_PMP, ANSWER..=0xff, _, 1, ..] => Heard::Denied(Denial::UnsuppVersion),
        [PCP, opcode, _, result, body @ ..] if *opcode == ANSWER | MAP => {
            let Some((secs, epoch_secs)) = word(body, 0).zip(word(body, 4)) else { return Heard::Noise };
            // A server that does not know the request may leave out what followed its head.
            let is_ours = body.get(20..32) == Some(&wish.nonce.0[..])
                && body.get(32) == Some(&number(wish.protocol))
                && half(body, 36) == Some(wish.port);
            match (Denial::of_pcp(*result), half(body, 38)) {
                (Some(denial), _) if is_ours || body.len() == 20 => Heard::Denied(denial),
                (None, Some(external_port)) if is_ours => Heard::Answer(Grant { external_port, secs, epoch_secs }),
                (Some(_) | None, _) => Heard::Noise,
            }
        }
        _ => Heard::Noise,
    }
}

/// Street address and epoch of a NAT-PMP answer. Result 3: the router has no address itself.
pub(super) fn read_external(datagram: &[u8]) -> Heard<(Option<Ipv4Addr>, u32)> {
    match datagram {
        [NAT_PMP, ANSWER, 0, 0, e0, e1, e2, e3, rest @ ..] if rest.len() >= 4 => {
            let address = rest.first_chunk().map(|octets: &[u8; 4]| Ipv4Addr::from(*octets));
            Heard::Answer((address.filter(|ip| !ip.is_unspecified()), u32::from_be_bytes([*e0, *e1, *e2, *e3])))
        }
        [PCP, ANSWER..=0xff, _, 1, ..] | [NAT_PMP, ANSWER, 0, 1, ..] => Heard::Denied(Denial::UnsuppVersion),
        // An error need not carry an address (RFC 6886 section 3.5).
        [NAT_PMP, ANSWER, _, _, a, b, c, d, ..] => Heard::Answer((None, u32::from_be_bytes([*a, *b, *c, *d]))),
        _ => Heard::Noise,
    }
}

/// The answer to [`nat_pmp_map`].
pub(super) fn read_nat_pmp_map(datagram: &[u8], wish: &Wish) -> Heard<Grant> {
    match datagram {
        [PCP, ANSWER..=0xff, _, 1, ..] => Heard::Denied(Denial::UnsuppVersion),
        [NAT_PMP, opcode, high, low, body @ ..] if *opcode == ANSWER | nat_pmp_opcode(wish.protocol) => {
            let port = half(body, 4);
            if let Some(denial) = Denial::of_nat_pmp(u16::from_be_bytes([*high, *low])) {
                // An error may end after its epoch.
                return if port.is_none_or(|p| p == wish.port) { Heard::Denied(denial) } else { Heard::Noise };
            }
            match (word(body, 0), half(body, 6), word(body, 8)) {
                (Some(epoch_secs), Some(external_port), Some(secs)) if port == Some(wish.port) => {
                    Heard::Answer(Grant { external_port, secs, epoch_secs })
                }
                (_, _, _) => Heard::Noise,
            }
        }
        // "Unsupported opcode" and "unsupported version" come back for the whole request (RFC 6886 section 3.5).
        [NAT_PMP, opcode, 0, result @ (1 | 5), ..] if *opcode >= ANSWER => {
            Denial::of_nat_pmp(u16::from(*result)).map_or(Heard::Noise, Heard::Denied)
        }
        _ => Heard::Noise,
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().map(|b: &[u8; 4]| u32::from_be_bytes(*b))
}

fn half(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().map(|b: &[u8; 2]| u16::from_be_bytes(*b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish() -> Wish {
        Wish { protocol: Transport::Udp, port: 5060, outside: 5060, secs: 7200, nonce: Nonce([7; 12]) }
    }

    #[test]
    fn requests_are_as_the_rfcs_lay_them_out() {
        let pc = IpAddr::from([192, 168, 77, 10]);
        let request = announce(pc);
        assert_eq!((request.len(), &request[..4]), (24, &[2, 0, 0, 0][..]));
        assert_eq!(request[18..], [0xff, 0xff, 192, 168, 77, 10]);

        let request = map(pc, &wish(), Port::Exact);
        assert_eq!((request.len(), &request[..8]), (64, &[2, 1, 0, 0, 0, 0, 0x1C, 0x20][..]));
        assert_eq!((&request[24..36], &request[36..40]), (&[7; 12][..], &[17, 0, 0, 0][..]));
        assert_eq!(request[40..44], [0x13, 0xC4, 0x13, 0xC4]);
        assert_eq!(request[44..60], Ipv4Addr::UNSPECIFIED.to_ipv6_mapped().octets());
        assert_eq!(request[60..], [2, 0, 0, 0]);
        assert_eq!(map(pc, &wish(), Port::AsGiven).len(), 60);
        // Over IPv6 both addresses are what they are: ours, and any.
        let own = IpAddr::V6(Ipv6Addr::new(0x2a00, 0x77, 0x77, 0, 0, 0, 0, 0x20));
        let request = map(own, &wish(), Port::Exact);
        assert_eq!((&request[8..12], request[23]), (&[0x2a, 0, 0, 0x77][..], 0x20));
        assert_eq!((&request[40..44], &request[44..60]), (&[0x13, 0xC4, 0x13, 0xC4][..], &[0; 16][..]));
        // The option makes no sense for taking back (RFC 6887 section 13.2).
        assert_eq!(map(pc, &Wish { secs: 0, ..wish() }, Port::Exact).len(), 60);

        assert_eq!(nat_pmp_map(&wish()), [0, 1, 0, 0, 0x13, 0xC4, 0x13, 0xC4, 0, 0, 0x1C, 0x20]);
        let back = Wish { protocol: Transport::Tcp, secs: 0, ..wish() };
        assert_eq!(nat_pmp_map(&back), [0, 2, 0, 0, 0x13, 0xC4, 0, 0, 0, 0, 0, 0]);
        // Another one is named, so that nobody else's is taken.
        let other = Wish { port: 5061, ..back };
        assert_eq!(nat_pmp_map(&other), [0, 2, 0, 0, 0x13, 0xC5, 0x13, 0xC4, 0, 0, 0, 0]);
    }

    fn granted(result: u8) -> Vec<u8> {
        let mut answer = vec![2, 0x81, 0, result, 0, 0, 0x0E, 0x10, 0, 0, 1, 2];
        answer.extend([0; 12]);
        answer.extend([7; 12]);
        answer.extend([17, 0, 0, 0, 0x13, 0xC4, 0x13, 0xC4]);
        answer.extend(Ipv4Addr::new(11, 22, 33, 2).to_ipv6_mapped().octets());
        answer
    }

    #[test]
    fn only_the_answer_to_our_own_request_counts() {
        let yes = granted(0);
        let expected = Grant { external_port: 5060, secs: 3600, epoch_secs: 258 };
        assert_eq!(read_map(&yes, &wish()), Heard::Answer(expected));
        for other in [
            Wish { nonce: Nonce([8; 12]), ..wish() },
            Wish { protocol: Transport::Tcp, ..wish() },
            Wish { port: 5061, ..wish() },
        ] {
            assert_eq!(read_map(&yes, &other), Heard::Noise, "{other:?}");
            assert_eq!(read_map(&granted(2), &other), Heard::Noise, "{other:?}");
        }
        for end in 0..yes.len() - 16 {
            assert_eq!(read_map(&yes[..end], &wish()), Heard::Noise, "{end} bytes");
        }
        assert_eq!(read_map(&granted(11), &wish()), Heard::Denied(Denial::CannotProvideExternal));
        // An error without the rest of the request, as from a server that does not know MAP.
        assert_eq!(read_map(&granted(4)[..24], &wish()), Heard::Denied(Denial::UnsuppRequest));
        assert_eq!(read_map(&[0, 0x81, 0, 1, 0, 0, 0, 9], &wish()), Heard::Denied(Denial::UnsuppVersion));
    }

    #[test]
    fn nat_pmp_answers_are_told_apart() {
        let yes = [0, 0x81, 0, 0, 0, 0, 0, 9, 0x13, 0xC4, 0x13, 0xC5, 0, 0, 0x0E, 0x10];
        let expected = Grant { external_port: 5061, secs: 3600, epoch_secs: 9 };
        assert_eq!(read_nat_pmp_map(&yes, &wish()), Heard::Answer(expected));
        assert_eq!(read_nat_pmp_map(&yes, &Wish { port: 1, ..wish() }), Heard::Noise);
        assert_eq!(read_nat_pmp_map(&yes, &Wish { protocol: Transport::Tcp, ..wish() }), Heard::Noise);
        assert_eq!(read_nat_pmp_map(&yes[..12], &wish()), Heard::Noise);
        assert_eq!(
            read_nat_pmp_map(&[0, 0x81, 0, 2, 0, 0, 0, 9], &wish()),
            Heard::Denied(Denial::NotAuthorized),
            "cut short"
        );
        assert_eq!(read_nat_pmp_map(&[0, 0x80, 0, 5, 0, 0, 0, 9], &wish()), Heard::Denied(Denial::UnsuppRequest));
    }

    #[test]
    fn the_first_questions_answers_are_told_apart() {
        let mut pcp = vec![2, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2];
        pcp.extend([0; 12]);
        assert_eq!(read_announce(&pcp), Heard::Answer(258));
        pcp[3] = 12;
        assert_eq!(read_announce(&pcp), Heard::Answer(258));
        assert_eq!(read_announce(&pcp[..20]), Heard::Noise);
        assert_eq!(read_announce(&[0, 0x80, 0, 1, 0, 0, 0, 9]), Heard::Denied(Denial::UnsuppVersion));
        assert_eq!(
            read_external(&[0, 0x80, 0, 0, 0, 0, 0, 9, 11, 22, 33, 2]),
            Heard::Answer((Some([11, 22, 33, 2].into()), 9))
        );
        assert_eq!(read_external(&[0, 0x80, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0]), Heard::Answer((None, 9)));
        assert_eq!(read_external(&[0, 0x80, 0, 3, 0, 0, 0, 9]), Heard::Answer((None, 9)));
        assert_eq!(read_external(&[0, 0x81, 0, 0, 0, 0, 0, 9, 1, 1, 1, 1]), Heard::Noise);
        assert_eq!(read_external(b""), Heard::Noise);
    }
}

//! The practice router's NAT-PMP (RFC 6886) and PCP (RFC 6887): tells its address outside and how long it has been
//! up. It opens nothing: these protocols open only for the device that asks, and the PC is not the phone system.

use std::net::Ipv4Addr;

use crate::practice::scenario::{PortControl, RouterStory};
use crate::practice::street::PC;

/// Answers that leave a server have this bit set in the opcode.
const ANSWER: u8 = 0x80;

/// Result codes; the first three mean nearly the same in both protocols.
const SUCCESS: u8 = 0;
const UNSUPPORTED_VERSION: u8 = 1;
const NOT_AUTHORIZED: u8 = 2;
/// NAT-PMP: the address outside is not known.
const NETWORK_FAILURE: u8 = 3;
/// NAT-PMP.
const UNSUPPORTED_OPCODE: u8 = 5;
/// PCP.
const MALFORMED_REQUEST: u8 = 3;
/// PCP.
const UNSUPPORTED_PCP_OPCODE: u8 = 4;
/// PCP: the asker is not who the request says.
const ADDRESS_MISMATCH: u8 = 12;

/// Answers one request; `up` is seconds since the router started.
pub(super) fn answer(story: &RouterStory, request: &[u8], up: u32) -> Option<Vec<u8>> {
    match (story.port_control, request) {
        (PortControl::Silent, _) | (_, [] | [_]) => None,
        // Answers are not answered, or two servers could keep each other busy for ever.
        (PortControl::NatPmp | PortControl::Pcp, [_, opcode, ..]) if opcode & ANSWER != 0 => None,
        (PortControl::NatPmp | PortControl::Pcp, [0, opcode, ..]) => Some(nat_pmp(story, *opcode, up)),
        (PortControl::Pcp, [2, opcode, ..]) => Some(pcp(*opcode, request, up)),
        // RFC 6887 section 9: a server that knows only NAT-PMP answers in its own version, result 1.
        (PortControl::NatPmp, [_, opcode, ..]) => {
            let mut reply = vec![0, ANSWER | opcode, 0, UNSUPPORTED_VERSION];
            reply.extend_from_slice(&up.to_be_bytes());
            Some(reply)
        }
        (PortControl::Pcp, [_, opcode, ..]) => Some(pcp_head(*opcode, UNSUPPORTED_VERSION, up)),
    }
}

fn nat_pmp(story: &RouterStory, opcode: u8, up: u32) -> Vec<u8> {
    let address: Option<Ipv4Addr> = story.wan_address.parse().ok();
    let (result, more) = match (opcode, address) {
        (0, Some(address)) => (SUCCESS, Some(address.octets())),
        (0, None) => (NETWORK_FAILURE, Some([0; 4])),
        (1 | 2, _) => (NOT_AUTHORIZED, None),
        (3.., _) => (UNSUPPORTED_OPCODE, None),
    };
    let mut reply = vec![0, ANSWER | opcode, 0, result];
    reply.extend_from_slice(&up.to_be_bytes());
    reply.extend(more.into_iter().flatten());
    reply
}

fn pcp(opcode: u8, request: &[u8], up: u32) -> Vec<u8> {
    let client = request.get(8..24);
    let result = match (opcode, client) {
        (_, None) => MALFORMED_REQUEST,
        (_, Some(client)) if client != PC.to_ipv6_mapped().octets() => ADDRESS_MISMATCH,
        (0, Some(_)) => SUCCESS,
        (1 | 2, Some(_)) => NOT_AUTHORIZED,
        (3.., Some(_)) => UNSUPPORTED_PCP_OPCODE,
    };
    let mut reply = pcp_head(opcode, result, up);
    // RFC 6887 section 7.2: what follows the head comes back as it was.
    if let Some(rest) = request.get(24..60).filter(|_| opcode == 1) {
        reply.extend_from_slice(rest);
    }
    reply
}

fn pcp_head(opcode: u8, result: u8, up: u32) -> Vec<u8> {
    let mut reply = vec![2, ANSWER | opcode, 0, result, 0, 0, 0, 0];
    reply.extend_from_slice(&up.to_be_bytes());
    reply.extend_from_slice(&[0; 12]);
    reply
}

//! The practice router's NAT-PMP (RFC 6886) and PCP (RFC 6887): tells its address outside and how long it has been up,
//! and opens entrances for the computer that asks, and for that one only.

use std::net::Ipv4Addr;

use tokio::net::UdpSocket;
use tokio::time::{Instant, sleep};

use crate::domain::service::Transport;
use crate::practice::relay::Wall;
use crate::practice::scenario::PortControl;
use crate::practice::street::AFTER_ERROR;
use crate::practice::table::{Claim, Denied, Table};

/// Answers that leave a server have this bit set in the opcode.
const ANSWER: u8 = 0x80;

/// Result codes; the first three mean nearly the same in both protocols.
const SUCCESS: u8 = 0;
const UNSUPPORTED_VERSION: u8 = 1;
const NOT_AUTHORIZED: u8 = 2;
/// NAT-PMP: the address outside is not known.
const NETWORK_FAILURE: u8 = 3;
/// NAT-PMP.
const OUT_OF_RESOURCES: u8 = 4;
/// NAT-PMP.
const UNSUPPORTED_OPCODE: u8 = 5;
/// PCP.
const MALFORMED_REQUEST: u8 = 3;
/// PCP.
const UNSUPPORTED_PCP_OPCODE: u8 = 4;
/// PCP.
const PCP_NETWORK_FAILURE: u8 = 7;
/// PCP.
const NO_RESOURCES: u8 = 8;
/// PCP.
const CANNOT_PROVIDE_EXTERNAL: u8 = 11;
/// PCP: the asker is not who the request says.
const ADDRESS_MISMATCH: u8 = 12;

/// Answers until dropped. The wall follows the list before the answer leaves.
pub(super) async fn serve(socket: UdpSocket, wall: Wall) {
    let mut room = [0; 2048];
    loop {
        // Windows reports an earlier answer's port unreachable here.
        let Ok((len, peer)) = socket.recv_from(&mut room).await else {
            sleep(AFTER_ERROR).await;
            continue;
        };
        let request = room.get(..len).unwrap_or_default();
        let mut reply = None;
        let changed = wall.table.send_if_modified(|table| {
            reply = answer(table, request, Instant::now());
            request.get(1).is_some_and(|opcode| *opcode != 0) && reply.is_some()
        });
        if changed {
            wall.settled().await;
        }
        if let Some(reply) = reply {
            let _ = socket.send_to(&reply, peer).await;
        }
    }
}

/// Answers one request.
fn answer(table: &mut Table, request: &[u8], now: Instant) -> Option<Vec<u8>> {
    let up = table.up(now);
    match (table.story.port_control, request) {
        (PortControl::Silent, _) | (_, [] | [_]) => None,
        // Answers are not answered, or two servers could keep each other busy for ever.
        (PortControl::NatPmp | PortControl::Pcp, [_, opcode, ..]) if opcode & ANSWER != 0 => None,
        (PortControl::NatPmp | PortControl::Pcp, [0, opcode, ..]) => Some(nat_pmp(table, *opcode, request, now)),
        (PortControl::Pcp, [2, opcode, ..]) => Some(pcp(table, *opcode, request, now)),
        // RFC 6887 section 9: a server that knows only NAT-PMP answers in its own version, result 1.
        (PortControl::NatPmp, [_, opcode, ..]) => {
            let mut reply = vec![0, ANSWER | opcode, 0, UNSUPPORTED_VERSION];
            reply.extend_from_slice(&up.to_be_bytes());
            Some(reply)
        }
        (PortControl::Pcp, [_, opcode, ..]) => Some(pcp_head(*opcode, UNSUPPORTED_VERSION, 0, up)),
    }
}

fn nat_pmp(table: &mut Table, opcode: u8, request: &[u8], now: Instant) -> Vec<u8> {
    let address: Option<Ipv4Addr> = table.story.wan_address.parse().ok();
    let (result, more) = match (opcode, address) {
        (0, Some(address)) => (SUCCESS, address.octets().to_vec()),
        (0, None) => (NETWORK_FAILURE, vec![0; 4]),
        (1 | 2, _) => granted_by_nat_pmp(table, opcode, request, now),
        (3.., _) => (UNSUPPORTED_OPCODE, Vec::new()),
    };
    let mut reply = vec![0, ANSWER | opcode, 0, result];
    reply.extend_from_slice(&table.up(now).to_be_bytes());
    reply.extend(more);
    reply
}

fn granted_by_nat_pmp(table: &mut Table, opcode: u8, request: &[u8], now: Instant) -> (u8, Vec<u8>) {
    let [_, _, _, _, i0, i1, e0, e1, s0, s1, s2, s3] = request else { return (UNSUPPORTED_OPCODE, Vec::new()) };
    if let Some(result) = table.story.denies {
        return (result, Vec::new());
    }
    let claim = Claim {
        protocol: if opcode == 1 { Transport::Udp } else { Transport::Tcp },
        inside_port: u16::from_be_bytes([*i0, *i1]),
        port: u16::from_be_bytes([*e0, *e1]),
        secs: u32::from_be_bytes([*s0, *s1, *s2, *s3]),
        nonce: None,
        exact: false,
    };
    match table.claim(claim, now) {
        Ok((port, secs)) => {
            let mut more = vec![*i0, *i1];
            more.extend(port.to_be_bytes());
            more.extend(secs.to_be_bytes());
            (SUCCESS, more)
        }
        Err(Denied::NotAuthorized | Denied::Taken) => (NOT_AUTHORIZED, Vec::new()),
        Err(Denied::NoAddress) => (NETWORK_FAILURE, Vec::new()),
        Err(Denied::NoRoom) => (OUT_OF_RESOURCES, Vec::new()),
    }
}

fn pcp(table: &mut Table, opcode: u8, request: &[u8], now: Instant) -> Vec<u8> {
    let client = request.get(8..24);
    let up = table.up(now);
    let result = match (opcode, client) {
        (_, None) => MALFORMED_REQUEST,
        (_, Some(client)) if client != table.asker.to_ipv6_mapped().octets() => ADDRESS_MISMATCH,
        (0, Some(_)) => SUCCESS,
        (1, Some(_)) if !table.story.grants_by_nat_pmp_only => return map(table, request, now),
        (1.., Some(_)) => UNSUPPORTED_PCP_OPCODE,
    };
    let mut reply = pcp_head(opcode, result, 0, up);
    // RFC 6887 section 7.2: what follows the head comes back as it was.
    if let Some(rest) = request.get(24..60).filter(|_| opcode == 1) {
        reply.extend_from_slice(rest);
    }
    reply
}

/// PCP MAP: head of 24 bytes, then nonce, protocol, ports, address, options.
fn map(table: &mut Table, request: &[u8], now: Instant) -> Vec<u8> {
    let up = table.up(now);
    let body = request.get(24..).unwrap_or_default();
    let secs = request.get(4..8).and_then(|b| b.first_chunk().copied()).map_or(0, u32::from_be_bytes);
    let read = (|| {
        let nonce: [u8; 12] = *body.first_chunk()?;
        let protocol = match body.get(12)? {
            17 => Transport::Udp,
            6 => Transport::Tcp,
            _ => return None,
        };
        let half = |at: usize| body.get(at..)?.first_chunk().copied().map(u16::from_be_bytes);
        let (inside_port, port) = (half(16)?, half(18)?);
        let exact = body.get(36..).is_some_and(|options| options.first() == Some(&2));
        Some(Claim { protocol, inside_port, port, secs, nonce: Some(nonce), exact })
    })();
    let Some(claim) = read else { return pcp_head(1, MALFORMED_REQUEST, 0, up) };
    let ended = match table.story.denies {
        Some(result) => Err(result),
        None => table.claim(claim, now).map_err(|denied| match denied {
            Denied::NotAuthorized => NOT_AUTHORIZED,
            Denied::NoAddress => PCP_NETWORK_FAILURE,
            Denied::NoRoom => NO_RESOURCES,
            Denied::Taken => CANNOT_PROVIDE_EXTERNAL,
        }),
    };
    let (result, port, secs) = match ended {
        Ok((port, secs)) => (SUCCESS, port, secs),
        Err(result) => (result, claim.port, 0),
    };
    let mut reply = pcp_head(1, result, secs, up);
    reply.extend_from_slice(body.get(..18).unwrap_or_default());
    reply.extend(port.to_be_bytes());
    let street: Ipv4Addr = table.story.wan_address.parse().unwrap_or(Ipv4Addr::UNSPECIFIED);
    reply.extend(street.to_ipv6_mapped().octets());
    reply
}

fn pcp_head(opcode: u8, result: u8, secs: u32, up: u32) -> Vec<u8> {
    let mut reply = vec![2, ANSWER | opcode, 0, result];
    reply.extend_from_slice(&secs.to_be_bytes());
    reply.extend_from_slice(&up.to_be_bytes());
    reply.extend_from_slice(&[0; 12]);
    reply
}

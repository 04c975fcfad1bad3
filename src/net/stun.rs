//! STUN (RFC 8489): one binding request, and the address it was seen from. Which port it was seen from, and what a
//! router made of it, is not interpreted.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::domain::probe::Measured;
use crate::net::socket::{Call, ask_by_datagram, connect_udp, random};

/// Port of STUN servers.
pub const PORT: u16 = 3478;

const MAGIC_COOKIE: [u8; 4] = [0x21, 0x12, 0xa4, 0x42];
const BINDING_REQUEST: u16 = 0x0001;
const BINDING_SUCCESS: u16 = 0x0101;
const MAPPED_ADDRESS: u16 = 0x0001;
const XOR_MAPPED_ADDRESS: u16 = 0x0020;
/// Attributes that are looked at.
const MOST_ATTRIBUTES: usize = 32;

/// Asks; gives the address that the server saw.
pub(crate) async fn ask(call: &Call<'_>) -> Result<IpAddr, Measured> {
    let socket = connect_udp(call)?;
    let id: [u8; 12] = random()?;
    let question = request(id);
    let sends = [question.clone(), question];
    ask_by_datagram(&socket, None, &sends, call.until, |datagram, _| read(datagram, id)).await
}

fn request(id: [u8; 12]) -> Vec<u8> {
    let mut message = Vec::with_capacity(20);
    message.extend_from_slice(&BINDING_REQUEST.to_be_bytes());
    message.extend_from_slice(&[0, 0]);
    message.extend_from_slice(&MAGIC_COOKIE);
    message.extend_from_slice(&id);
    message
}

/// The address in a success answer to this request. The masked form counts first: some routers rewrite the plain one.
pub(super) fn read(datagram: &[u8], id: [u8; 12]) -> Option<IpAddr> {
    let (head, body) = datagram.split_first_chunk::<20>()?;
    let [t0, t1, l0, l1, c0, c1, c2, c3, transaction @ ..] = head;
    let is_ours =
        u16::from_be_bytes([*t0, *t1]) == BINDING_SUCCESS && [*c0, *c1, *c2, *c3] == MAGIC_COOKIE && *transaction == id;
    if !is_ours {
        return None;
    }
    let mut rest = body.get(..usize::from(u16::from_be_bytes([*l0, *l1])))?;
    let mut plain = None;
    for _ in 0..MOST_ATTRIBUTES {
        let Some(([k0, k1, n0, n1], after)) = rest.split_first_chunk::<4>() else { break };
        let length = usize::from(u16::from_be_bytes([*n0, *n1]));
        let value = after.get(..length)?;
        match u16::from_be_bytes([*k0, *k1]) {
            XOR_MAPPED_ADDRESS => return address(value, &mask(id)),
            MAPPED_ADDRESS => plain = address(value, &[0; 16]),
            _ => {}
        }
        // Values are padded to four bytes (section 14).
        rest = after.get(length.next_multiple_of(4)..).unwrap_or_default();
    }
    plain
}

/// What addresses are masked with: the magic cookie, then the transaction (section 14.2).
fn mask(id: [u8; 12]) -> [u8; 16] {
    let mut mask = [0; 16];
    for (place, byte) in mask.iter_mut().zip(MAGIC_COOKIE.into_iter().chain(id)) {
        *place = byte;
    }
    mask
}

/// Zero, family, port, address.
fn address(value: &[u8], mask: &[u8; 16]) -> Option<IpAddr> {
    let ([_, family, _, _], octets) = value.split_first_chunk::<4>()?;
    let plain: Vec<u8> = octets.iter().zip(mask).map(|(o, m)| o ^ m).collect();
    match (family, octets.len()) {
        (1, 4) => <[u8; 4]>::try_from(plain).ok().map(|o| Ipv4Addr::from(o).into()),
        (2, 16) => <[u8; 16]>::try_from(plain).ok().map(|o| Ipv6Addr::from(o).into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// RFC 5769 section 2.2: its transaction, and an answer that says 192.0.2.1.
    const ID: [u8; 12] = [0xb7, 0xe7, 0xa7, 0x01, 0xbc, 0x34, 0xd6, 0x86, 0xfa, 0x87, 0xdf, 0xae];
    const VALUE: [u8; 8] = [0x00, 0x01, 0xa1, 0x47, 0xe1, 0x12, 0xa6, 0x43];

    fn success(attributes: &[(u16, &[u8])]) -> Vec<u8> {
        let mut body = Vec::new();
        for (kind, value) in attributes {
            body.extend_from_slice(&kind.to_be_bytes());
            body.extend_from_slice(&u16::try_from(value.len()).unwrap().to_be_bytes());
            body.extend_from_slice(value);
            body.resize(body.len().next_multiple_of(4), 0x20);
        }
        let mut message = BINDING_SUCCESS.to_be_bytes().to_vec();
        message.extend_from_slice(&u16::try_from(body.len()).unwrap().to_be_bytes());
        message.extend_from_slice(&MAGIC_COOKIE);
        message.extend_from_slice(&ID);
        message.extend_from_slice(&body);
        message
    }

    #[test]
    fn the_rfcs_own_answer_is_read() {
        let software: &[u8] = b"test vector";
        let reply = success(&[(0x8022, software), (XOR_MAPPED_ADDRESS, &VALUE)]);
        assert_eq!(read(&reply, ID), Some("192.0.2.1".parse().unwrap()));
        let six: [u8; 20] = [
            0x00, 0x02, 0xa1, 0x47, 0x01, 0x13, 0xa9, 0xfa, 0xa5, 0xd3, 0xf1, 0x79, 0xbc, 0x25, 0xf4, 0xb5, 0xbe, 0xd2,
            0xb9, 0xd9,
        ];
        let reply = success(&[(XOR_MAPPED_ADDRESS, &six)]);
        assert_eq!(read(&reply, ID), Some("2001:db8:1234:5678:11:2233:4455:6677".parse().unwrap()));
    }

    #[test]
    fn the_masked_form_counts_before_the_plain_one_and_strangers_do_not() {
        let plain = [0, 1, 0, 9, 10, 0, 0, 1];
        let both = success(&[(MAPPED_ADDRESS, &plain), (XOR_MAPPED_ADDRESS, &VALUE)]);
        assert_eq!(read(&both, ID), Some("192.0.2.1".parse().unwrap()));
        assert_eq!(read(&success(&[(MAPPED_ADDRESS, &plain)]), ID), Some("10.0.0.1".parse().unwrap()));
        assert_eq!(read(&both, [0; 12]), None);
        assert_eq!(read(&request(ID), ID), None, "our own request is no answer");
        assert_eq!(read(&success(&[]), ID), None);
        assert_eq!(request(ID).len(), 20);
    }

    proptest! {
        #[test]
        fn no_datagram_is_too_odd(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0usize..60, byte: u8) {
            let _read = read(&bytes, ID);
            let mut reply = success(&[(0x8022, b"abc".as_slice()), (XOR_MAPPED_ADDRESS, &VALUE)]);
            if let Some(place) = reply.get_mut(at) {
                *place = byte;
            }
            let _read = read(&reply, ID);
        }
    }
}

//! The TLS that today's library no longer speaks: a hand-made hello of TLS 1.0 to 1.2 with the old suites, and the
//! server's clear-text part of the answer. Nothing is ever encrypted or sent after the hello.

use tokio::io::AsyncWriteExt as _;
use tokio::time::timeout_at;

use crate::domain::probe::Measured;
use crate::net::socket::{Call, Ended, answered, connect_tcp, did_not_speak, random, read_until};
use crate::net::tls::key_fingerprint;

/// Hello, certificate chain and a little more.
const LONGEST_ANSWER: usize = 64 * 1024;
const ALERT: u8 = 21;
const HANDSHAKE: u8 = 22;

/// Asks with the old hello.
pub(crate) async fn ask(call: &Call<'_>) -> Measured {
    measured(call).await.unwrap_or_else(|measured| measured)
}

async fn measured(call: &Call<'_>) -> Result<Measured, Measured> {
    let mut stream = connect_tcp(call).await?;
    let hello = client_hello(random()?);
    match timeout_at(call.until, stream.write_all(&hello)).await {
        Ok(Ok(())) => {}
        Ok(Err(_)) => return Err(did_not_speak(&[], Ended::Closed)),
        Err(_) => return Err(did_not_speak(&[], Ended::Quiet)),
    }
    let mut kept = Vec::new();
    let ended = read_until(&mut stream, &mut kept, LONGEST_ANSWER, call.until, |kept| {
        listen(kept).is_none_or(|heard| heard.is_complete())
    })
    .await;
    let heard = listen(&kept).filter(|h| h.version.is_some() || h.alert.is_some());
    heard.map(|h| h.measured()).ok_or_else(|| did_not_speak(&kept, ended))
}

/// What a server said in the clear.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heard {
    /// The version that it chose.
    version: Option<u16>,
    /// Number of its alert.
    alert: Option<u8>,
    /// Its first certificate.
    certificate: Option<Vec<u8>>,
    /// Its part of the clear-text handshake is over, certificate or not.
    done: bool,
}

impl Heard {
    const fn is_complete(&self) -> bool {
        self.alert.is_some() || self.certificate.is_some() || self.done
    }

    pub fn measured(&self) -> Measured {
        let seen = match (self.version, self.alert) {
            (Some(0x0300), _) => "SSL 3.0 only".to_owned(),
            (Some(0x0301), _) => "TLS 1.0 only".to_owned(),
            (Some(0x0302), _) => "TLS 1.1 only".to_owned(),
            (Some(0x0303), _) => "TLS 1.2, old ciphers only".to_owned(),
            (Some(other), _) => format!("TLS version {other:04x}"),
            (None, Some(alert)) => format!("TLS alert {alert}"),
            (None, None) => "TLS".to_owned(),
        };
        Measured { fingerprint: self.certificate.as_deref().map(key_fingerprint), ..answered(&seen) }
    }
}

/// Reads records as far as they are whole. None: this is no TLS.
pub(super) fn listen(mut bytes: &[u8]) -> Option<Heard> {
    let mut heard = Heard::default();
    let mut handshake = Vec::new();
    let mut is_first = true;
    while let Some((&[kind, major, _, high, low], rest)) = bytes.split_first_chunk::<5>() {
        if !matches!(kind, ALERT | HANDSHAKE) || major != 3 {
            if is_first {
                return None;
            }
            heard.done = true;
            break;
        }
        let Some((record, rest)) = rest.split_at_checked(usize::from(u16::from_be_bytes([high, low]))) else { break };
        if kind == ALERT {
            heard.alert = record.get(1).copied().or(Some(0));
            break;
        }
        handshake.extend_from_slice(record);
        is_first = false;
        bytes = rest;
    }
    if is_first && heard.alert.is_none() && bytes.first().is_some_and(|kind| !matches!(*kind, ALERT | HANDSHAKE)) {
        return None;
    }
    read_handshake(&handshake, &mut heard);
    Some(heard)
}

fn read_handshake(mut bytes: &[u8], heard: &mut Heard) {
    while let Some((&[kind, high, middle, low], rest)) = bytes.split_first_chunk::<4>() {
        let Some((body, rest)) = rest.split_at_checked(length24([high, middle, low])) else { return };
        match kind {
            2 => heard.version = body.first_chunk::<2>().map(|v| u16::from_be_bytes(*v)),
            11 => {
                let first = body.get(3..).and_then(|list| list.split_first_chunk::<3>());
                let certificate = first.and_then(|(length, rest)| rest.get(..length24(*length)));
                heard.certificate = certificate.filter(|c| !c.is_empty()).map(<[u8]>::to_vec);
                heard.done = true;
            }
            // Key exchange, certificate request or done: the certificate would have come before.
            12..=14 => heard.done = true,
            _ => {}
        }
        bytes = rest;
    }
}

fn length24([high, middle, low]: [u8; 3]) -> usize {
    usize::from(high) << 16 | usize::from(middle) << 8 | usize::from(low)
}

/// RSA and elliptic-curve suites with CBC, RC4 and triple DES, and the first ones with GCM, as clients of 2012 offered
/// them. The last is the renegotiation signal (RFC 5746), without which some servers refuse.
const SUITES: [u16; 22] = [
    0xc014, 0xc013, 0xc00a, 0xc009, 0xc030, 0xc02f, 0xc02c, 0xc02b, 0x009f, 0x009e, 0x0039, 0x0033, 0x0016, 0x009d,
    0x009c, 0x003d, 0x003c, 0x0035, 0x002f, 0x000a, 0x0005, 0x00ff,
];

fn client_hello(random: [u8; 32]) -> Vec<u8> {
    // Groups P-256, P-384, P-521; uncompressed points; signatures with SHA-256 and SHA-1, RSA, ECDSA and DSA.
    let extensions: [(u16, &[u8]); 3] =
        [(10, &[0, 6, 0, 23, 0, 24, 0, 25]), (11, &[1, 0]), (13, &[0, 12, 4, 1, 4, 3, 5, 1, 2, 1, 2, 3, 2, 2])];
    let mut listed = Vec::new();
    for (number, content) in extensions {
        listed.extend(number.to_be_bytes());
        listed.extend(with_length(content));
    }
    let mut body = vec![3, 3];
    body.extend(random);
    body.push(0);
    body.extend(with_length(&SUITES.iter().flat_map(|s| s.to_be_bytes()).collect::<Vec<_>>()));
    body.extend([1, 0]);
    body.extend(with_length(&listed));
    let mut message = vec![1, 0];
    message.extend(with_length(&body));
    // Record version 1.0: that is what servers which know no later one expect.
    let mut record = vec![HANDSHAKE, 3, 1];
    record.extend(with_length(&message));
    record
}

/// Two bytes of length in front. What is written here is a few hundred bytes long.
fn with_length(content: &[u8]) -> Vec<u8> {
    let length = u16::try_from(content.len()).unwrap_or(u16::MAX);
    [&length.to_be_bytes(), content].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FLIGHT: &[u8] = include_bytes!("../../tests/fixtures/tls/tls10-server-flight.bin");
    const CERT: &[u8] = include_bytes!("../../tests/fixtures/tls/old-cert.der");

    #[test]
    fn a_recorded_flight_is_heard_piece_by_piece() {
        let complete = (0..=FLIGHT.len()).find(|n| listen(&FLIGHT[..*n]).unwrap().is_complete()).unwrap();
        assert!(complete <= FLIGHT.len());
        let heard = listen(&FLIGHT[..complete]).unwrap();
        assert_eq!((heard.version, heard.certificate.as_deref()), (Some(0x0301), Some(CERT)));
        assert_eq!(listen(FLIGHT).unwrap().certificate.as_deref(), Some(CERT));
    }

    #[test]
    fn a_certificate_spread_over_records_is_put_together() {
        let message = &FLIGHT[5..];
        // The flight's records, cut again into records of 100 bytes of handshake each.
        let mut handshake = Vec::new();
        let mut rest = FLIGHT;
        while rest.len() > 5 {
            let length = usize::from(u16::from_be_bytes([rest[3], rest[4]]));
            handshake.extend_from_slice(&rest[5..5 + length]);
            rest = &rest[5 + length..];
        }
        assert!(handshake.starts_with(&message[..4]));
        let spread: Vec<u8> =
            handshake.chunks(100).flat_map(|piece| [&[HANDSHAKE, 3, 1][..], &with_length(piece)].concat()).collect();
        assert_eq!(listen(&spread).unwrap().certificate.as_deref(), Some(CERT));
    }

    #[test]
    fn the_hello_is_read_by_todays_library() {
        // rustls' own server takes the hello apart: an answer in TLS proves that it is well-formed.
        let hello = client_hello([5; 32]);
        let mut acceptor = rustls::server::Acceptor::default();
        acceptor.read_tls(&mut hello.as_slice()).unwrap();
        let accepted = acceptor.accept().unwrap().unwrap();
        let read = accepted.client_hello();
        assert_eq!(read.server_name(), None);
        assert_eq!(read.cipher_suites().len(), SUITES.len());
        assert_eq!(read.signature_schemes().len(), 6);
    }

    #[test]
    fn other_protocols_are_told_from_the_first_bytes() {
        assert_eq!(listen(b"HTTP/1.1 400 Bad Request"), None);
        assert_eq!(listen(b"S"), None);
        assert_eq!(listen(&[22, 2, 0, 0, 0]), None);
        assert_eq!(listen(&[22, 3]), Some(Heard::default()));
    }

    proptest! {
        #[test]
        fn any_bytes_are_heard(tls in prop::bool::ANY, bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let mut said = if tls { vec![22, 3, 1, 2, 0] } else { Vec::new() };
            said.extend(bytes);
            let _ = listen(&said);
        }

        #[test]
        fn damaged_flights_are_heard(at in 0usize..2000, with in any::<u8>()) {
            let mut flight = FLIGHT.to_vec();
            let length = flight.len();
            flight[at % length] = with;
            let _ = listen(&flight);
        }
    }
}

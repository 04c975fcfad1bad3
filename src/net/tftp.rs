//! TFTP: asks for a file that cannot exist (RFC 1350). An error is as good an answer as data; nothing is kept of
//! either.

use std::net::SocketAddr;

use crate::domain::probe::Measured;
use crate::domain::service::Transport;
use crate::net::socket::{Call, Icmp, answered, ask_by_datagram, hex, loose_udp, one_line, random};

const DATA: u16 = 3;
const ERROR: u16 = 5;

/// Asks to read a file with a random name.
pub(crate) async fn ask(call: &Call<'_>) -> Measured {
    measured(call).await.unwrap_or_else(|measured| measured)
}

async fn measured(call: &Call<'_>) -> Result<Measured, Measured> {
    // The reply comes from a port of its own (section 4), so the socket has to hear strangers too.
    let socket = loose_udp(call, Icmp::Heard)?;
    let request = read_request(&hex(&random::<8>()?));
    let sends = [request.clone(), request];
    let (reply, source) = ask_by_datagram(&socket, Some(call.real), &sends, call.until, |datagram, source| {
        read(datagram).filter(|_| is_from_target(call, source)).map(|reply| (reply, source))
    })
    .await?;
    Ok(match reply {
        Reply::Data => {
            // Ends the transfer, which would be repeated otherwise. Whether it arrives changes nothing here.
            let _ended = socket.send_to(&[0, 5, 0, 0, b'e', b'n', b'd', 0], source).await;
            answered("TFTP data")
        }
        Reply::Error(code, text) => answered(&format!("TFTP error {code} {}", text.unwrap_or_default())),
    })
}

/// The same machine, whatever the port. In a practice office every machine is loopback: there its table decides.
fn is_from_target(call: &Call<'_>, source: SocketAddr) -> bool {
    let named = call.surroundings.story(Transport::Udp, source);
    source.ip() == call.real.ip() && (named == source || named.ip() == call.story.ip())
}

fn read_request(name: &str) -> Vec<u8> {
    [&[0, 1], name.as_bytes(), b".self-check\0octet\0"].concat()
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    Data,
    Error(u16, Option<String>),
}

pub(super) fn read(datagram: &[u8]) -> Option<Reply> {
    let (&[high, low, second_high, second_low], rest) = datagram.split_first_chunk::<4>()?;
    let second = u16::from_be_bytes([second_high, second_low]);
    match u16::from_be_bytes([high, low]) {
        // The first block, of at most 512 bytes.
        DATA if second == 1 && rest.len() <= 512 => Some(Reply::Data),
        // Codes 0 to 8 exist (RFC 2347 added the last); the text ends with NUL.
        ERROR if second <= 8 => {
            let end = rest.iter().position(|b| *b == 0).unwrap_or(rest.len());
            Some(Reply::Error(second, rest.get(..end).and_then(one_line)))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::probe::Outcome;
    use crate::domain::service::ProbeKind;
    use crate::net::testing::{ask, ask_briefly};
    use proptest::prelude::*;
    use tokio::net::UdpSocket;

    async fn asked(server: &UdpSocket) -> (Vec<u8>, SocketAddr) {
        let mut buffer = [0u8; 600];
        let (length, visitor) = server.recv_from(&mut buffer).await.unwrap();
        (buffer[..length].to_vec(), visitor)
    }

    #[tokio::test]
    async fn an_error_from_another_port_is_an_answer() {
        let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let transfer = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = server.local_addr().unwrap();
        let peer = async {
            let (request, visitor) = asked(&server).await;
            assert!(request.starts_with(&[0, 1]));
            assert!(request.ends_with(b".self-check\0octet\0"));
            transfer.send_to(b"\0\x05\0\x01File not found\0", visitor).await.unwrap();
        };
        let (measured, ()) = tokio::join!(ask(ProbeKind::Tftp, Transport::Udp, address), peer);
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("TFTP error 1 File not found"));
    }

    #[tokio::test]
    async fn data_is_an_answer_and_the_transfer_is_ended() {
        let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = server.local_addr().unwrap();
        let peer = async {
            let (_, visitor) = asked(&server).await;
            server.send_to(b"\0\x03\0\x01password=1", visitor).await.unwrap();
            asked(&server).await.0
        };
        let (measured, end) = tokio::join!(ask(ProbeKind::Tftp, Transport::Udp, address), peer);
        assert_eq!(measured.seen.as_deref(), Some("TFTP data"));
        assert!(end.starts_with(&[0, 5]));
    }

    #[tokio::test]
    async fn other_datagrams_are_no_answer() {
        let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = server.local_addr().unwrap();
        let peer = async {
            let (_, visitor) = asked(&server).await;
            server.send_to(b"\0\x05\xff\xffno such code\0", visitor).await.unwrap();
            server.send_to(b"x", visitor).await.unwrap();
        };
        let (measured, ()) = tokio::join!(ask_briefly(ProbeKind::Tftp, Transport::Udp, address), peer);
        assert_eq!(measured.outcome, Outcome::Silent);
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn a_closed_port_refuses_although_the_socket_hears_everybody() {
        let closed = crate::net::testing::closed_udp();
        let measured = ask(ProbeKind::Tftp, Transport::Udp, closed.local_addr().unwrap()).await;
        assert_eq!(measured.outcome, Outcome::Refused);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            if let Some(Reply::Error(code, text)) = read(&bytes) {
                prop_assert!(code <= 8);
                prop_assert!(text.is_none_or(|t| t.chars().count() <= 200));
            }
        }
    }
}

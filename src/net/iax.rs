//! IAX2: one POKE, PONG back (RFC 5456 section 6.7). Opens no call.

use crate::domain::probe::Measured;
use crate::net::socket::{Call, answered, ask_by_datagram, connect_udp, random};

/// Frame type "IAX control".
const CONTROL: u8 = 0x06;
const PONG: u8 = 0x03;
const ACK: u8 = 0x04;
const POKE: u8 = 0x1e;

/// Asks with a POKE.
pub(crate) async fn ask(call: &Call<'_>) -> Measured {
    measured(call).await.unwrap_or_else(|measured| measured)
}

async fn measured(call: &Call<'_>) -> Result<Measured, Measured> {
    let socket = connect_udp(call)?;
    let own = own_call_number(random()?);
    let sends = [poke(own, Repeat::First), poke(own, Repeat::Second)];
    let frame = ask_by_datagram(&socket, None, &sends, call.until, |datagram, _| read_for(own, datagram)).await?;
    if frame.kind != CONTROL || frame.subclass != PONG {
        return Ok(answered(&format!("IAX2 frame {}/{}", frame.kind, frame.subclass)));
    }
    // Old Asterisk repeats its PONG until it is acknowledged. Whether this arrives changes nothing here.
    let _courtesy = socket.send(&acknowledge(own, frame)).await;
    Ok(answered("PONG"))
}

/// Which copy of the question it is.
#[derive(Clone, Copy)]
enum Repeat {
    First,
    Second,
}

/// 2 to 32767: number 1 is what Asterisk itself uses for pokes.
fn own_call_number(random: [u8; 2]) -> u16 {
    2 + u16::from_be_bytes(random) % 32_766
}

fn poke(own: u16, repeat: Repeat) -> Vec<u8> {
    let [high, low] = own.to_be_bytes();
    let retransmitted = match repeat {
        Repeat::First => 0x00,
        Repeat::Second => 0x80,
    };
    vec![0x80 | high, low, retransmitted, 0, 0, 0, 0, 1, 0, 0, CONTROL, POKE]
}

fn acknowledge(own: u16, pong: Frame) -> Vec<u8> {
    let [high, low] = own.to_be_bytes();
    let [their_high, their_low] = pong.source.to_be_bytes();
    let [t0, t1, t2, t3] = pong.timestamp.to_be_bytes();
    vec![0x80 | high, low, their_high, their_low, t0, t1, t2, t3, 1, 1, CONTROL, ACK]
}

/// What matters of a full frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    source: u16,
    timestamp: u32,
    kind: u8,
    subclass: u8,
}

/// A full frame to our call number. Frame types go up to 12 (RFC 5456 section 8.2); anything else is no IAX2.
pub(super) fn read_for(own: u16, datagram: &[u8]) -> Option<Frame> {
    let &[s0, s1, d0, d1, t0, t1, t2, t3, _, _, kind, subclass] = datagram.first_chunk::<12>()?;
    let source = u16::from_be_bytes([s0, s1]);
    let destination = u16::from_be_bytes([d0, d1]) & 0x7fff;
    let is_full = source & 0x8000 != 0;
    (is_full && destination == own && (1..=12).contains(&kind)).then_some(Frame {
        source: source & 0x7fff,
        timestamp: u32::from_be_bytes([t0, t1, t2, t3]),
        kind,
        subclass: subclass & 0x7f,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::probe::Outcome;
    use crate::domain::service::{ProbeKind, Transport};
    use crate::net::testing::{ask, ask_briefly};
    use iax2::consts::{frametype, iax};
    use iax2::frame::FullFrame;
    use proptest::prelude::*;
    use tokio::net::UdpSocket;

    #[test]
    fn our_frames_are_what_another_implementation_reads() {
        let read = FullFrame::decode(&poke(0x1234, Repeat::First)).unwrap();
        assert_eq!((read.src_call, read.dst_call, read.retransmit), (0x1234, 0, false));
        assert_eq!((read.frametype, read.subclass, read.oseq, read.iseq), (frametype::IAX, iax::POKE, 0, 0));
        assert!(FullFrame::decode(&poke(0x1234, Repeat::Second)).unwrap().retransmit);

        let pong = FullFrame::new(1, 0x1234, 77_000, 0, 1, frametype::IAX, iax::PONG, Vec::new());
        let frame = read_for(0x1234, &pong.encode()).unwrap();
        assert_eq!(frame, Frame { source: 1, timestamp: 77_000, kind: CONTROL, subclass: PONG });
        let ack = FullFrame::decode(&acknowledge(0x1234, frame)).unwrap();
        assert_eq!((ack.src_call, ack.dst_call, ack.timestamp), (0x1234, 1, 77_000));
        assert_eq!((ack.frametype, ack.subclass, ack.oseq, ack.iseq), (frametype::IAX, iax::ACK, 1, 1));
    }

    #[test]
    fn call_numbers_leave_out_zero_and_one() {
        for random in [[0, 0], [0x7f, 0xfd], [0x7f, 0xfe], [0xff, 0xff]] {
            assert!((2..=32_767).contains(&own_call_number(random)));
        }
    }

    #[tokio::test]
    async fn a_pong_is_an_answer_and_is_acknowledged() {
        let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = server.local_addr().unwrap();
        let peer = async {
            let mut buffer = [0u8; 256];
            // The first is lost, as on a busy line.
            server.recv_from(&mut buffer).await.unwrap();
            let (length, visitor) = server.recv_from(&mut buffer).await.unwrap();
            let poke = FullFrame::decode(&buffer[..length]).unwrap();
            assert!(poke.retransmit);
            let pong = FullFrame::new(1, poke.src_call, poke.timestamp, 0, 1, frametype::IAX, iax::PONG, Vec::new());
            server.send_to(&pong.encode(), visitor).await.unwrap();
            let (length, _) = server.recv_from(&mut buffer).await.unwrap();
            FullFrame::decode(&buffer[..length]).unwrap()
        };
        let (measured, ack) = tokio::join!(ask(ProbeKind::Iax2, Transport::Udp, address), peer);
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("PONG"));
        assert_eq!(measured.fingerprint, None);
        assert_eq!((ack.subclass, ack.dst_call), (iax::ACK, 1));
    }

    #[tokio::test]
    async fn a_frame_for_another_call_is_no_answer() {
        let server = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = server.local_addr().unwrap();
        let peer = async {
            let mut buffer = [0u8; 256];
            let (length, visitor) = server.recv_from(&mut buffer).await.unwrap();
            let poke = FullFrame::decode(&buffer[..length]).unwrap();
            let other = poke.src_call ^ 1;
            let pong = FullFrame::new(1, other, 0, 0, 1, frametype::IAX, iax::PONG, Vec::new());
            server.send_to(&pong.encode(), visitor).await.unwrap();
        };
        let (measured, ()) = tokio::join!(ask_briefly(ProbeKind::Iax2, Transport::Udp, address), peer);
        assert_eq!(measured.outcome, Outcome::Silent);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_like_the_other_implementation_reads_them(
            own in 2u16..=32_767,
            bytes in prop::collection::vec(any::<u8>(), 0..64),
        ) {
            if let Some(frame) = read_for(own, &bytes) {
                let source = u16::from_be_bytes([bytes[0] & 0x7f, bytes[1]]);
                prop_assert_eq!(frame.source, source);
                if let Some(theirs) = FullFrame::decode(&bytes) {
                    prop_assert_eq!((theirs.src_call, theirs.dst_call), (frame.source, own));
                    prop_assert_eq!((theirs.frametype, theirs.subclass), (frame.kind, frame.subclass));
                }
            }
        }
    }
}

//! Sound as it travels: the 12-byte header of RTP, PCMU (G.711), a marked tone of our own that is known again when it
//! comes back, keys (RFC 4733), and the reports of RTCP. Reads and writes bytes; opens no socket.

use std::time::Duration;

/// Samples of one packet: 20 ms at 8 kHz.
pub(super) const SAMPLES: usize = 160;
/// Length of one packet in time.
pub(super) const PACKET: Duration = Duration::from_millis(20);
/// Payload number of PCMU.
const PCMU: u8 = 0;
const HEADER: usize = 12;
/// RTCP packet kinds (RFC 3550 section 12.1).
const SENDER_REPORT: u8 = 200;
const RECEIVER_REPORT: u8 = 201;

/// One received packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Packet<'a> {
    pub sequence: u16,
    pub timestamp: u32,
    pub source: u32,
    pub sound: &'a [u8],
}

/// Reads one packet; none for what is no RTP of version 2, or a report that shares the port (RFC 5761 section 4).
pub(super) fn read(bytes: &[u8]) -> Option<Packet<'_>> {
    let &[first, second, s0, s1, t0, t1, t2, t3, c0, c1, c2, c3, ..] = bytes else { return None };
    if first >> 6 != 2 || (192..=223).contains(&second) {
        return None;
    }
    let mut start = HEADER + usize::from(first & 0x0F) * 4;
    if first & 0x10 != 0 {
        let length = bytes.get(start + 2..start + 4)?;
        start += 4 + usize::from(u16::from_be_bytes(length.try_into().ok()?)) * 4;
    }
    let padding = if first & 0x20 != 0 { usize::from(*bytes.last()?) } else { 0 };
    let end = bytes.len().checked_sub(padding)?;
    Some(Packet {
        sequence: u16::from_be_bytes([s0, s1]),
        timestamp: u32::from_be_bytes([t0, t1, t2, t3]),
        source: u32::from_be_bytes([c0, c1, c2, c3]),
        sound: bytes.get(start..end)?,
    })
}

/// What is the same in every packet that we send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sender {
    /// Names our sound among others.
    pub source: u32,
    /// Number of the first packet.
    pub first: u16,
}

impl Sender {
    fn header(self, payload: u8, index: u32, timestamp: u32) -> Vec<u8> {
        let sequence = self.first.wrapping_add(index as u16);
        let mut packet = vec![0x80, payload];
        packet.extend_from_slice(&sequence.to_be_bytes());
        packet.extend_from_slice(&timestamp.to_be_bytes());
        packet.extend_from_slice(&self.source.to_be_bytes());
        packet
    }

    /// The packet of this index with this sound.
    pub fn sound(self, index: u32, sound: &[u8]) -> Vec<u8> {
        let mut packet = self.header(PCMU, index, index.wrapping_mul(SAMPLES as u32));
        packet.extend_from_slice(sound);
        packet
    }

    /// The key `#`, in the packets `index` and following: its beginning, and its end three times (RFC 4733 section
    /// 2.5.1.4).
    pub fn hash_key(self, payload: u8, index: u32) -> Vec<Vec<u8>> {
        let begun = index.wrapping_mul(SAMPLES as u32);
        let steps: [(bool, u16); 6] = [(false, 160), (false, 480), (false, 800), (true, 960), (true, 960), (true, 960)];
        (index..)
            .zip(steps)
            .map(|(index, (ended, length))| {
                let marker = if index.wrapping_mul(SAMPLES as u32) == begun { 0x80 } else { 0 };
                let mut packet = self.header(payload | marker, index, begun);
                packet.extend_from_slice(&[11, if ended { 0x8A } else { 0x0A }]);
                packet.extend_from_slice(&length.to_be_bytes());
                packet
            })
            .collect()
    }

    /// A sender report, so that the other side can tell the round trip; `clock` is its middle 32 bits of NTP time.
    pub fn report(self, clock: u32, packets: u32) -> Vec<u8> {
        let mut report = vec![0x80, SENDER_REPORT, 0, 6];
        report.extend_from_slice(&self.source.to_be_bytes());
        report.extend_from_slice(&(clock >> 16).to_be_bytes());
        report.extend_from_slice(&(clock << 16).to_be_bytes());
        report.extend_from_slice(&packets.wrapping_mul(SAMPLES as u32).to_be_bytes());
        report.extend_from_slice(&packets.to_be_bytes());
        report.extend_from_slice(&packets.wrapping_mul(SAMPLES as u32).to_be_bytes());
        // RFC 3550 section 6.1 wants a name beside every report.
        let name = b"rehearsal";
        report.extend_from_slice(&[0x81, 202, 0, 4]);
        report.extend_from_slice(&self.source.to_be_bytes());
        report.extend_from_slice(&[1, name.len() as u8]);
        report.extend_from_slice(name);
        report.push(0);
        report
    }
}

/// What a datagram says about our sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Report {
    /// It is no report.
    Nothing,
    /// A report that does not speak of ours.
    NotOfOurs,
    /// Ours arrives.
    OfOurs {
        /// Of 256 packets lately, lost.
        lost_of_256: u8,
    },
}

/// Reads reports for what they say about the sound of `source`.
pub(super) fn read_report(bytes: &[u8], source: u32) -> Report {
    let mut rest = bytes;
    let mut report = Report::Nothing;
    // A datagram holds several, each with its length in words.
    while let &[first, kind, l0, l1, ..] = rest {
        if first >> 6 != 2 || !(200..=204).contains(&kind) {
            break;
        }
        let length = (usize::from(u16::from_be_bytes([l0, l1])) + 1) * 4;
        let Some((packet, more)) = rest.split_at_checked(length) else { break };
        rest = more;
        let blocks = match kind {
            SENDER_REPORT => packet.get(28..),
            RECEIVER_REPORT => packet.get(8..),
            _ => continue,
        };
        if report == Report::Nothing {
            report = Report::NotOfOurs;
        }
        for block in blocks.unwrap_or_default().chunks_exact(24).take(usize::from(first & 0x1F)) {
            let &[s0, s1, s2, s3, lost_of_256, ..] = block else { continue };
            if u32::from_be_bytes([s0, s1, s2, s3]) == source {
                report = Report::OfOurs { lost_of_256 };
            }
        }
    }
    report
}

/// Our own sound: bursts of a tone in an order that only we know, with a little noise, so that no two packets are the
/// same and nobody else sounds like it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pattern {
    key: u64,
}

impl Pattern {
    /// A pattern of these random bytes.
    pub const fn new(key: [u8; 8]) -> Self {
        Self { key: u64::from_be_bytes(key) }
    }

    /// True when the tone sounds in this packet.
    pub fn is_loud(self, index: u32) -> bool {
        // Bursts of 60 ms: longer than the pieces in which phone systems pass sound on.
        self.chance(u64::from(index / 3) | 1 << 40) & 1 == 1
    }

    /// The sound of this packet.
    pub fn sound(self, index: u32) -> Vec<u8> {
        let loud = self.is_loud(index);
        let start = u64::from(index) * SAMPLES as u64;
        (start..start + SAMPLES as u64)
            .map(|n| {
                let noise = (self.chance(n) & 0x3F) as i16 - 32;
                // 1000 Hz has eight samples a turn; about a fifth of the full range.
                let tone = [0, 4525, 6400, 4525, 0, -4525, -6400, -4525];
                let tone = tone.get((n % 8) as usize).copied().unwrap_or(0);
                to_pcmu(if loud { tone + noise } else { noise })
            })
            .collect()
    }

    /// `SplitMix64`: even bits from a key and a number.
    const fn chance(self, number: u64) -> u64 {
        let mut z = self.key.wrapping_add(number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

/// True when a packet of PCMU is as loud as our tone; for echoes that were decoded and coded again.
pub(super) fn is_loud(sound: &[u8]) -> bool {
    let sum: i64 = sound.iter().map(|b| i64::from(from_pcmu(*b)).abs()).sum();
    sum > 1000 * i64::try_from(sound.len()).unwrap_or(i64::MAX)
}

/// One sample in PCMU (G.711): sign, three bits for the octave, four for the place in it, all inverted.
fn to_pcmu(sample: i16) -> u8 {
    let sign = if sample < 0 { 0x80 } else { 0 };
    let magnitude = sample.unsigned_abs().min(32_635) + 132;
    let octave = (0..8u8).rev().find(|o| magnitude >= 132 << o).unwrap_or(0);
    let place = (magnitude >> (octave + 3)) as u8 & 0x0F;
    !(sign | (octave << 4) | place)
}

fn from_pcmu(byte: u8) -> i16 {
    let byte = !byte;
    let magnitude = ((i32::from(byte & 0x0F) << 3) + 132) << ((byte >> 4) & 0x07);
    let magnitude = (magnitude - 132) as i16;
    if byte & 0x80 == 0 { magnitude } else { -magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pcmu_is_that_of_g711() {
        // Corner values of G.711 table 2a, scaled to sixteen bits.
        for (byte, sample) in [(0xFF, 0), (0x80, 32_124), (0x00, -32_124), (0xF0, 120), (0xEF, 132), (0x7F, 0)] {
            assert_eq!(from_pcmu(byte), sample, "{byte:02x}");
        }
        for byte in 0..=255u8 {
            // There are two zeros.
            let again = to_pcmu(from_pcmu(byte));
            assert!(again == byte || from_pcmu(byte) == 0, "{byte:02x} {again:02x}");
        }
    }

    #[test]
    fn no_two_packets_are_alike_and_loud_ones_are_known() {
        let pattern = Pattern::new([1, 2, 3, 4, 5, 6, 7, 8]);
        let packets: Vec<Vec<u8>> = (0..500).map(|i| pattern.sound(i)).collect();
        let mut sorted = packets.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), 500);
        for (index, packet) in (0..).zip(&packets) {
            assert_eq!(is_loud(packet), pattern.is_loud(index), "{index}");
        }
        let loud = (0..500).filter(|i| pattern.is_loud(*i)).count();
        assert!((100..400).contains(&loud), "{loud}");
    }

    #[test]
    fn a_packet_comes_back_as_it_went() {
        let sender = Sender { source: 0xCAFE_F00D, first: 65_535 };
        let sound = Pattern::new([7; 8]).sound(3);
        let packet = sender.sound(3, &sound);
        let read = read(&packet).unwrap();
        assert_eq!((read.sequence, read.timestamp, read.source), (2, 480, 0xCAFE_F00D));
        assert_eq!(read.sound, sound);
        let key = sender.hash_key(101, 9);
        assert_eq!(key.len(), 6);
        assert_eq!(&key[0][1..2], &[0xE5]);
        assert_eq!(&key[5][12..], &[11, 0x8A, 0x03, 0xC0]);
        assert!(key.iter().all(|p| p[4..8] == key[0][4..8]), "one event has one time");
    }

    #[test]
    fn reports_are_read_and_written() {
        let sender = Sender { source: 7, first: 0 };
        assert_eq!(read_report(&sender.report(0x1234_5678, 50), 7), Report::NotOfOurs, "ours tells of nobody");
        assert_eq!(sender.report(1, 1).len() % 4, 0);
        // A receiver report with two blocks, as Asterisk would send it.
        let mut report = vec![0x82, 201, 0, 13, 0, 0, 0, 9];
        for source in [5u32, 7] {
            report.extend_from_slice(&source.to_be_bytes());
            report.extend_from_slice(&[64, 0, 0, 1, 0, 0, 1, 2, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0]);
        }
        assert_eq!(read_report(&report, 7), Report::OfOurs { lost_of_256: 64 });
        assert_eq!(read_report(&report, 8), Report::NotOfOurs);
        assert_eq!(read_report(&sender.sound(0, &[0; 160]), 7), Report::Nothing);
        assert_eq!(read(&report), None, "a report is no sound");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            let _ = (read(&bytes), read_report(&bytes, 1), is_loud(&bytes));
        }
    }
}

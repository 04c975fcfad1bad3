//! What a result code tells of the voice: the sampled ports, or of a range that was asked whole the ports that do not
//! pass. Of many only the first fit, and how many there are in all is told beside.

use std::net::IpAddr;

use jiff::Timestamp;

use crate::domain::service::{PortRange, ServiceId};
use crate::domain::voice::{self, Shifted, VoiceWalk};
use crate::helper::bits::Bits;
use crate::helper::letters::CodeError;

/// Bits of a list's length when the ports are told one by one, or left out.
const FEW: usize = 4;

/// Bits of the length of the list of missing ports.
const MANY: usize = 5;

/// Bits of a port, and twice that of a range.
const PORT: usize = 16;

/// One voice row; `room` is how many bits it may take, one at least.
pub(super) fn put(body: &mut Bits, walk: Option<&VoiceWalk>, room: usize) {
    let written = walk.map(|walk| write(walk, room.saturating_sub(1))).filter(|w| w.len() < room);
    body.put(u64::from(written.is_some()), 1);
    body.0.extend(written.unwrap_or_default().0);
}

fn write(walk: &VoiceWalk, room: usize) -> Bits {
    let mut bits = Bits::default();
    put_range(&mut bits, walk.ports);
    bits.put(u64::from(walk.shifted.is_some()), 1);
    if let Some(shifted) = walk.shifted {
        bits.put(shifted.outside.into(), PORT);
        bits.put(shifted.inside.into(), PORT);
    }
    // Where no witness stands: in use, or nobody could tell.
    let left_out = voice::without(&[walk.ports], &walk.asked);
    let is_whole = walk.swept && left_out.len() < 1 << FEW;
    bits.put(u64::from(is_whole), 1);
    if is_whole {
        bits.put(left_out.len() as u64, FEW);
        put_ranges(&mut bits, &left_out);
        bits.put(walk.missing_ports.min(u32::from(u16::MAX)).into(), PORT);
        let fits = room.saturating_sub(bits.len() + MANY) / (2 * PORT);
        let shown = walk.missing.len().min(fits).min((1 << MANY) - 1);
        bits.put(shown as u64, MANY);
        put_ranges(&mut bits, walk.missing.get(..shown).unwrap_or_default());
    } else {
        let silent = walk.missing.iter().flat_map(|r| r.first..=r.last).map(|port| (port, false));
        let passed = walk.passed();
        let passed = passed.iter().flat_map(|r| r.first..=r.last).map(|port| (port, true));
        let half = (1 << FEW) / 2;
        let told: Vec<(u16, bool)> = silent.take(half).chain(passed.take(half - 1)).collect();
        bits.put(told.len() as u64, FEW);
        for (port, passed) in told {
            bits.put(port.into(), PORT);
            bits.put(passed.into(), 1);
        }
    }
    bits
}

fn put_ranges(bits: &mut Bits, ranges: &[PortRange]) {
    for range in ranges {
        put_range(bits, *range);
    }
}

fn put_range(bits: &mut Bits, range: PortRange) {
    bits.put(range.first.into(), PORT);
    bits.put(range.last.into(), PORT);
}

/// Reads one voice row.
pub(super) fn take(
    take: &mut impl FnMut(usize) -> Result<u64, CodeError>,
    service: &ServiceId,
    at: Timestamp,
    asker: Option<IpAddr>,
) -> Result<Option<VoiceWalk>, CodeError> {
    if take(1)? == 0 {
        return Ok(None);
    }
    let ports = take_range(take)?;
    let shifted = match take(1)? {
        0 => None,
        _ => Some(Shifted { outside: take_port(take)?, inside: take_port(take)? }),
    };
    let swept = take(1)? == 1;
    let mut walk = VoiceWalk {
        service: service.clone(),
        ports,
        asked: Vec::new(),
        missing: Vec::new(),
        missing_ports: 0,
        in_use: Vec::new(),
        shifted,
        swept,
        at,
        asker,
    };
    if swept {
        let left_out = take_ranges(take, FEW)?;
        walk.asked = voice::without(&[ports], &left_out);
        walk.in_use = voice::merged(left_out);
        walk.missing_ports = take_port(take)?.into();
        walk.missing = voice::merged(take_ranges(take, MANY)?);
    } else {
        let (mut told, mut silent) = (Vec::new(), Vec::new());
        for _ in 0..take(FEW)? {
            let port = take_port(take)?;
            told.push(port);
            if take(1)? == 0 {
                silent.push(port);
            }
        }
        walk.asked = voice::ranges(told);
        walk.missing = voice::ranges(silent);
        walk.missing_ports = voice::count(&walk.missing);
    }
    Ok(Some(walk))
}

fn take_ranges(
    take: &mut impl FnMut(usize) -> Result<u64, CodeError>,
    length: usize,
) -> Result<Vec<PortRange>, CodeError> {
    (0..take(length)?).map(|_| take_range(take)).collect()
}

fn take_range(take: &mut impl FnMut(usize) -> Result<u64, CodeError>) -> Result<PortRange, CodeError> {
    let (first, last) = (take_port(take)?, take_port(take)?);
    if first <= last { Ok(PortRange { first, last }) } else { Err(CodeError::Changed) }
}

fn take_port(take: &mut impl FnMut(usize) -> Result<u64, CodeError>) -> Result<u16, CodeError> {
    u16::try_from(take(PORT)?).map_err(|_| CodeError::Changed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at() -> Timestamp {
        "2026-11-23T12:00:00Z".parse().unwrap()
    }

    fn walk(swept: bool, asked: Vec<PortRange>, missing: Vec<PortRange>) -> VoiceWalk {
        let ports = PortRange::from((10_000, 20_000));
        VoiceWalk {
            service: ServiceId("rtp".to_owned()),
            ports,
            in_use: if swept { voice::without(&[ports], &asked) } else { Vec::new() },
            asked,
            missing_ports: voice::count(&missing),
            missing,
            shifted: None,
            swept,
            at: at(),
            asker: None,
        }
    }

    fn through(walk: &VoiceWalk, room: usize) -> (Option<VoiceWalk>, usize) {
        let mut body = Bits::default();
        put(&mut body, Some(walk), room);
        let mut reader = body.reader();
        let read = take(&mut |count| reader.take(count), &walk.service, at(), None).unwrap();
        (read, body.len())
    }

    #[test]
    fn samples_and_sweeps_come_back_as_they_were() {
        let whole = vec![PortRange::from((10_000, 20_000))];
        let samples = voice::ranges([10_000, 12_345, 17_001, 20_000]);
        let holed = voice::without(&whole, &voice::ranges([10_100, 10_101]));
        for walk in [
            walk(false, samples.clone(), Vec::new()),
            walk(false, samples, voice::ranges([17_001])),
            walk(true, whole.clone(), Vec::new()),
            walk(true, holed, voice::ranges([10_007, 10_013])),
            VoiceWalk { shifted: Some(Shifted { outside: 10_002, inside: 10_004 }), ..walk(true, whole, Vec::new()) },
        ] {
            assert_eq!(through(&walk, 1000).0, Some(walk));
        }
    }

    #[test]
    fn of_many_holes_the_first_are_named_and_all_are_counted() {
        let whole = vec![PortRange::from((10_000, 20_000))];
        let many = walk(true, whole, voice::ranges((10_000..20_000).step_by(3)));
        let (read, length) = through(&many, 400);
        let read = read.unwrap();
        assert!(length <= 400);
        assert_eq!((read.missing_ports, read.names_all()), (3334, false));
        assert_eq!(read.missing, many.missing[..read.missing.len()]);
        assert!(read.missing.len() >= 8 && read.passed().is_empty());
        assert_eq!(through(&many, 40).0, None, "no room, no word");
    }

    #[test]
    fn too_many_ports_left_out_are_not_said_to_pass() {
        let odd: Vec<PortRange> = voice::ranges((10_001..20_000).step_by(2));
        let patchy = walk(true, odd, voice::ranges([10_003]));
        let read = through(&patchy, 1000).0.unwrap();
        assert!(!read.swept && voice::count(&read.asked) <= 15);
        assert_eq!(read.missing, patchy.missing);
    }

    proptest! {
        #[test]
        fn whatever_bits_come_nothing_breaks(bits in proptest::collection::vec(any::<bool>(), 0..900)) {
            let bits = Bits(bits);
            let mut reader = bits.reader();
            let read = take(&mut |count| reader.take(count), &ServiceId("rtp".to_owned()), at(), None);
            if let Ok(Some(walk)) = read {
                prop_assert!(walk.ports.first <= walk.ports.last);
                walk.passed();
            }
        }
    }
}

//! The answer of whoever played a phone outside, as data and as a code: how one call sounded and which waits ended with
//! a ring, with the proof that it answers this very invitation. It holds no password and no name.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use jiff::Timestamp;

use crate::domain::dialling::callable;
use crate::domain::invitation::{Invitation, RunTag};
use crate::domain::rehearsal::{Rehearsal, RingRound, ShownBy, vantage};
use crate::helper::bits::Bits;
use crate::helper::invitation::EPOCH;
use crate::helper::letters::{self, CodeError, Kind};
use crate::helper::result;

/// Purpose of the proof.
pub(super) const PURPOSE: &[u8] = b"call";

/// Bits of the time, in seconds since the epoch of codes.
const TIME: usize = 32;

/// Bits of a number's length, and of one of its letters.
const LENGTH: usize = 5;
const LETTER: usize = 7;

/// Bits of a figure, told in tenths; all of them set: not known.
const FIGURE: usize = 16;
const UNKNOWN: u64 = (1 << FIGURE) - 1;

/// Bits of the number of waits, and of the seconds of one.
const WAITS: usize = 2;
const SECONDS: usize = 10;

/// Most waits told; a ring test ends with the first that brings no ring, so the last ones count.
const MOST_WAITS: usize = 3;

/// What a played phone brings home.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CallResult {
    /// Where the phone stood, as the phone system saw it. IPv4.
    pub asker: Option<IpAddr>,
    /// The call, where one was answered.
    pub call: Option<Rehearsal>,
    /// Waits of the ring test.
    pub rings: Vec<RingRound>,
}

impl CallResult {
    /// When it began: the call, or the first wait.
    fn at(&self) -> Option<Timestamp> {
        self.call.as_ref().map(|c| c.at).or_else(|| self.rings.first().map(|r| r.at))
    }

    /// The code to hand back; none where nothing was answered and nothing waited for.
    pub fn encode(&self, invitation: &Invitation) -> Option<String> {
        let mut body = Bits::default();
        let secs = self.at()?.as_second().saturating_sub(EPOCH).clamp(0, i64::from(u32::MAX));
        body.put(secs.unsigned_abs(), TIME);
        put_address(&mut body, self.asker);
        body.put(u64::from(self.call.is_some()), 1);
        if let Some(call) = &self.call {
            put_call(&mut body, call, invitation.address);
        }
        let rings = self.rings.get(self.rings.len().saturating_sub(MOST_WAITS)..).unwrap_or_default();
        body.put(rings.len() as u64, WAITS);
        for round in rings {
            body.put(u64::from(round.quiet_secs).min((1 << SECONDS) - 1), SECONDS);
            body.put(round.rang.into(), 1);
        }
        body.put_bytes(&invitation.proof(PURPOSE, &body.to_bytes()));
        Some(letters::seal(letters::OF_A_CALL, Kind::Call, invitation.run_tag().0, &body))
    }

    /// Reads a pasted code and checks that it answers `invitation` and was not changed.
    pub fn decode(code: &str, invitation: &Invitation) -> Result<Self, CodeError> {
        let opened = result::open(code, Kind::Call)?;
        if RunTag(opened.lead) != invitation.run_tag() {
            return Err(CodeError::Foreign);
        }
        let mut body = opened.body.reader();
        let mut read = Bits::default();
        let mut take = |count: usize| body.take_noted(count, &mut read);
        let secs = i64::try_from(take(TIME)?).unwrap_or(0);
        let at = Timestamp::from_second(secs.saturating_add(EPOCH)).map_err(|_| CodeError::Changed)?;
        let office = invitation.address;
        let asker = take_address(&mut take)?;
        let seen_from = vantage(office, asker);
        let call = match take(1)? {
            0 => None,
            _ => Some(Rehearsal { asker, vantage: seen_from, ..take_call(&mut take, office, at)? }),
        };
        let mut rings = Vec::new();
        for _ in 0..take(WAITS)? {
            let quiet_secs = u32::try_from(take(SECONDS)?).unwrap_or(u32::MAX);
            rings.push(RingRound { quiet_secs, rang: take(1)? == 1, at, vantage: seen_from, address: Some(office) });
        }
        let proof = body.take_bytes()?;
        body.finish()?;
        if !invitation.proves(PURPOSE, &read.to_bytes(), &proof) {
            return Err(CodeError::Changed);
        }
        Ok(Self { asker, call, rings })
    }
}

fn put_call(body: &mut Bits, call: &Rehearsal, office: IpAddr) {
    let number: Vec<u8> = call.number.bytes().take((1 << LENGTH) - 1).collect();
    body.put(number.len() as u64, LENGTH);
    for letter in number {
        body.put(letter.into(), LETTER);
    }
    body.put(
        match call.sound_out {
            None => 0,
            Some(false) => 1,
            Some(true) => 2,
        },
        2,
    );
    body.put(u64::from(call.sound_back == Some(true)), 1);
    body.put(
        match call.shown_by {
            None => 0,
            Some(ShownBy::Echo) => 1,
            Some(ShownBy::Report) => 2,
            Some(ShownBy::Key) => 3,
        },
        2,
    );
    for figure in [call.loss_percent, call.jitter_ms, call.round_trip_ms] {
        body.put(figure.map_or(UNKNOWN, in_tenths), FIGURE);
    }
    let media = call.media.filter(SocketAddr::is_ipv4);
    body.put(u64::from(media.is_some()), 1);
    if let Some(media) = media {
        // Most phone systems ask for sound at the address that was called.
        put_address(body, Some(media.ip()).filter(|ip| *ip != office));
        body.put(media.port().into(), 16);
    }
}

fn take_call(
    take: &mut impl FnMut(usize) -> Result<u64, CodeError>,
    office: IpAddr,
    at: Timestamp,
) -> Result<Rehearsal, CodeError> {
    let mut number = String::new();
    for _ in 0..take(LENGTH)? {
        number.push(u8::try_from(take(LETTER)?).map(char::from).map_err(|_| CodeError::Changed)?);
    }
    // What is no number was never called.
    let number = callable(&number).map_err(|_| CodeError::Changed)?;
    let sound_out = match take(2)? {
        0 => None,
        1 => Some(false),
        2 => Some(true),
        _ => return Err(CodeError::Changed),
    };
    let sound_back = Some(take(1)? == 1);
    let shown_by = match take(2)? {
        0 => None,
        1 => Some(ShownBy::Echo),
        2 => Some(ShownBy::Report),
        _ => Some(ShownBy::Key),
    };
    let mut figure = || take(FIGURE).map(|f| (f != UNKNOWN).then(|| f64::from(u16::try_from(f).unwrap_or(0)) / 10.0));
    let (loss_percent, jitter_ms, round_trip_ms) = (figure()?, figure()?, figure()?);
    let media = match take(1)? {
        0 => None,
        _ => {
            let ip = take_address(take)?.unwrap_or(office);
            Some(SocketAddr::new(ip, u16::try_from(take(16)?).unwrap_or(0)))
        }
    };
    Ok(Rehearsal {
        registered: true,
        answered: true,
        sound_out,
        sound_back,
        shown_by,
        loss_percent,
        jitter_ms,
        round_trip_ms,
        media,
        address: Some(office),
        ..Rehearsal::begun(&office.to_string(), &number, at)
    })
}

fn put_address(body: &mut Bits, ip: Option<IpAddr>) {
    let v4 = match ip {
        Some(IpAddr::V4(v4)) => Some(v4),
        Some(IpAddr::V6(v6)) => v6.to_ipv4_mapped(),
        None => None,
    };
    body.put(u64::from(v4.is_some()), 1);
    if let Some(v4) = v4 {
        body.put_bytes(&v4.octets());
    }
}

fn take_address(take: &mut impl FnMut(usize) -> Result<u64, CodeError>) -> Result<Option<IpAddr>, CodeError> {
    Ok(match take(1)? {
        0 => None,
        _ => Some(IpAddr::V4(Ipv4Addr::from_bits(u32::try_from(take(32)?).unwrap_or(0)))),
    })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held between zero and the largest figure")]
fn in_tenths(figure: f64) -> u64 {
    let most = f64::from(u16::MAX - 1);
    (figure * 10.0).round().clamp(0.0, most) as u64
}

#[cfg(test)]
#[path = "call_result_tests.rs"]
mod tests;

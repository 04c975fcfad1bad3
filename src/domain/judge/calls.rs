//! Which rehearsed calls still say something about this office, and what they say together. Nothing here is a finding.

use std::net::IpAddr;

use crate::domain::case::Case;
use crate::domain::probe::Vantage;
use crate::domain::rehearsal::{Rehearsal, RingRound, Sound};

/// The last call from outside that was answered and led to this office; none where nobody knows which street is ours.
pub(super) fn from_outside(case: &Case) -> Option<&Rehearsal> {
    last(case, |r| r.vantage != Some(Vantage::Inside) && is_our_street(case, r.address))
}

/// The last call from inside that was answered.
fn from_inside(case: &Case) -> Option<&Rehearsal> {
    last(case, |r| {
        r.vantage == Some(Vantage::Inside) && (is_our_room(case, r.address) || is_our_street(case, r.address))
    })
}

/// A call from another street had sound both ways. It proves the way that it took.
pub(super) fn prove_voice(case: &Case) -> bool {
    from_outside(case).is_some_and(Rehearsal::proves_voice)
}

/// The call that shows what is wrong with the sound. What fails inside already says nothing about the street.
pub(super) fn failing(case: &Case) -> Option<(&Rehearsal, Sound)> {
    let bad = |r: &&Rehearsal| matches!(r.sound(), Some(Sound::Dead(_) | Sound::None));
    let outside = from_outside(case);
    if outside.is_some_and(|r| !bad(&r)) {
        return None;
    }
    let call = from_inside(case).filter(bad).or_else(|| outside.filter(bad))?;
    call.sound().map(|sound| (call, sound))
}

/// Waits of the last ring test, the shortest first.
pub(super) fn rings(case: &Case) -> Vec<&RingRound> {
    let here = |r: &&RingRound| is_our_street(case, r.address) || is_our_room(case, r.address);
    let mut rounds: Vec<&RingRound> = case.rings.iter().filter(here).collect();
    rounds.sort_by_key(|r| r.quiet_secs);
    rounds
}

fn last(case: &Case, fits: impl Fn(&Rehearsal) -> bool) -> Option<&Rehearsal> {
    case.rehearsals.iter().filter(|r| r.answered && fits(r)).max_by_key(|r| r.at)
}

/// The same street as then. Where the office's is not known, the call itself is the best word about it.
fn is_our_street(case: &Case, address: Option<IpAddr>) -> bool {
    case.office.public_address.is_none_or(|street| address.is_none_or(|a| a == street))
}

fn is_our_room(case: &Case, address: Option<IpAddr>) -> bool {
    address.is_some() && case.phone_system_address().is_none_or(|own| address == Some(own))
}

//! Which rehearsed calls and which word of the owner still say something about this office, and what they say together.
//! Nothing here is a finding.

use std::net::IpAddr;

use jiff::civil::Date;

use crate::domain::case::Case;
use crate::domain::judge::facts::is_of_one_visit;
use crate::domain::judge::overtaken::Overtaken;
use crate::domain::probe::Vantage;
use crate::domain::rehearsal::{Rehearsal, RingRound, Sound};

/// What counts of all that was heard.
pub(in crate::domain) struct Calls<'a> {
    /// Every call but those that were overtaken: what a report keeps.
    pub(super) kept: Vec<&'a Rehearsal>,
    /// The last call from outside that was answered and led to this office; none where nobody knows which street is ours.
    pub(super) outside: Option<&'a Rehearsal>,
    /// The last call from inside that was answered.
    inside: Option<&'a Rehearsal>,
    /// The day on which the owner heard a call both ways, where that still counts.
    pub(super) heard: Option<Date>,
}

impl<'a> Calls<'a> {
    pub(super) fn of(case: &'a Case) -> Self {
        let overtaken = Overtaken::of(case);
        let kept: Vec<&Rehearsal> = case.rehearsals.iter().filter(|r| !overtaken.has_call(r)).collect();
        let last = |fits: &dyn Fn(&Rehearsal) -> bool| {
            let counts = |r: &&&Rehearsal| r.answered && !overtaken.waits(r) && fits(r);
            kept.iter().filter(counts).max_by_key(|r| r.at).copied()
        };
        let is_inside = |r: &Rehearsal| r.vantage == Some(Vantage::Inside);
        Self {
            outside: last(&|r| !is_inside(r) && is_our_street(case, r.address)),
            inside: last(&|r| is_inside(r) && (is_our_room(case, r.address) || is_our_street(case, r.address))),
            heard: case.answers.heard_both_ways.filter(|_| !overtaken.has_word()),
            kept,
        }
    }

    /// A call from another street had sound both ways. It proves the way that it took.
    pub(super) fn prove_voice(&self) -> bool {
        self.outside.is_some_and(Rehearsal::proves_voice)
    }

    /// The call that shows what is wrong with the sound. What fails inside already says nothing about the street, unless
    /// it was long before.
    pub(super) fn failing(&self) -> Option<(&'a Rehearsal, Sound)> {
        let bad = |r: &&Rehearsal| matches!(r.sound(), Some(Sound::Dead(_) | Sound::None));
        if self.outside.is_some_and(|r| !bad(&r)) {
            return None;
        }
        let is_old = |r: &&Rehearsal| !is_of_one_visit(self.outside.map(|o| o.at), r.at);
        let call = self.inside.filter(|r| bad(r) && !is_old(r)).or_else(|| self.outside.filter(bad))?;
        call.sound().map(|sound| (call, sound))
    }
}

/// Waits of the last ring test, the shortest first.
pub(super) fn rings(case: &Case) -> Vec<&RingRound> {
    let here = |r: &&RingRound| is_our_street(case, r.address) || is_our_room(case, r.address);
    let mut rounds: Vec<&RingRound> = case.rings.iter().filter(here).collect();
    rounds.sort_by_key(|r| r.quiet_secs);
    rounds
}

/// The same street as then. Where the office's is not known, the call itself is the best word about it.
fn is_our_street(case: &Case, address: Option<IpAddr>) -> bool {
    case.office.public_address.is_none_or(|street| address.is_none_or(|a| a == street))
}

fn is_our_room(case: &Case, address: Option<IpAddr>) -> bool {
    address.is_some() && case.phone_system_address().is_none_or(|own| address == Some(own))
}

//! What was heard at an earlier check and says nothing any more, because the way that it took is another one since: an
//! old call, and the owner's word after one. Nothing here is a finding.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;

use crate::domain::address;
use crate::domain::case::Case;
use crate::domain::change::{ChangeOutcome, ChangeResult};
use crate::domain::judge::since;
use crate::domain::office::PortMapping;
use crate::domain::plan;
use crate::domain::probe::Vantage;
use crate::domain::rehearsal::Rehearsal;
use crate::domain::report::Looked;
use crate::domain::service::{PortRange, Service, Transport};

/// What changed on the way of the voices since the last check.
pub(super) struct Overtaken<'a> {
    case: &'a Case,
    /// The ports that are wanted for voices.
    voices: Option<PortRange>,
    /// Ports that led to the phone system and lead there no more.
    gone: BTreeSet<u16>,
}

impl<'a> Overtaken<'a> {
    pub(super) fn of(case: &'a Case) -> Self {
        let was_there = is_kept_word(case) || case.rehearsals.iter().any(|r| is_kept_call(case, r));
        if !was_there {
            return Self { case, voices: None, gone: BTreeSet::new() };
        }
        let row = case.profile().and_then(|p| p.services.iter().find(|s: &&Service| s.is_voice_of_calls()));
        let voices = row.map(|row| plan::voice_plan(case, row).proposed);
        Self { case, voices, gone: gone(case) }
    }

    /// A call of an earlier check says nothing before router and phone system were looked at again.
    pub(super) fn waits(&self, call: &Rehearsal) -> bool {
        let looked = |stage: Looked| self.case.looked.contains(&stage);
        call.at < self.case.started_at && !(looked(Looked::Router) && looked(Looked::PhoneSystem))
    }

    /// A call of an earlier check whose way is gone. A call from inside took no way from the street.
    pub(super) fn has_call(&self, call: &Rehearsal) -> bool {
        let its_port = call.media.is_some_and(|m| self.gone.contains(&m.port()));
        is_kept_call(self.case, call) && (its_port || self.is_a_voice_gone())
    }

    /// The owner's word of an earlier check, where the way is gone or the street is another one.
    pub(super) fn has_word(&self) -> bool {
        is_kept_word(self.case) && (self.is_a_voice_gone() || is_another_street(self.case))
    }

    fn is_a_voice_gone(&self) -> bool {
        self.voices.is_some_and(|voices| self.gone.range(voices.first..=voices.last).next().is_some())
    }
}

fn is_kept_call(case: &Case, call: &Rehearsal) -> bool {
    call.at < case.started_at && call.vantage != Some(Vantage::Inside)
}

fn is_kept_word(case: &Case) -> bool {
    let Some(day) = case.answers.heard_both_ways else { return false };
    let then = case.before.as_ref().and_then(|b| b.heard_both_ways);
    then == Some(day) || day < case.started_at.to_zoned(TimeZone::UTC).date()
}

fn is_another_street(case: &Case) -> bool {
    let was = case.before.as_ref().and_then(|b| b.public_address);
    let is = case.office.public_address.filter(|_| case.looked.contains(&Looked::Router));
    was.zip(is).is_some_and(|(was, is)| was != is && address::can_be_street(was))
}

fn gone(case: &Case) -> BTreeSet<u16> {
    let Some(before) = case.before.as_ref() else { return BTreeSet::new() };
    let there = before.phone_system.as_ref().map(|p| p.address).or(case.phone_system_address());
    let (was_read, anew) = (since::was_read(case), since::began_anew(case).is_some());
    let leads = case.mappings.iter().filter(|m| m.enabled && m.protocol == Transport::Udp);
    let now: BTreeSet<_> = leads.map(|m| (m.external_port, m.internal_client)).collect();
    let is_left = |line: &PortMapping| now.contains(&(line.external_port, line.internal_client));
    let led = before
        .mappings
        .iter()
        .filter(|l| l.enabled && l.protocol == Transport::Udp && Some(l.internal_client) == there && !is_left(l));
    let lost = led.filter(|l| was_read || (anew && l.ours) || since::was_taken_back(case, l)).map(|l| l.external_port);
    let taken_back =
        |c: &&ChangeResult| c.is_mapping() && c.result == ChangeOutcome::Undone && c.protocol == Transport::Udp;
    let undone = case.changes.iter().filter(taken_back).map(|c| c.external_port);
    let leads_now =
        |port: &u16| case.mappings.iter().any(|m| m.enabled && m.is_for(Transport::Udp, (*port, *port).into()));
    lost.chain(undone.filter(|port| !leads_now(port))).collect()
}

//! What was seen before an entrance was opened, repaired or taken back, and says nothing about it now.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::case::Case;
use crate::domain::change::{ChangeOutcome, ChangeResult};
use crate::domain::probe::{Evidence, Outcome, Vantage};
use crate::domain::rehearsal::Sound;
use crate::domain::service::Service;

impl Case {
    /// A call that went wrong before an entrance was opened, or right before it was taken back, says nothing any more.
    pub(super) fn forget_calls_before(&mut self, change: &ChangeResult) {
        match change.result {
            ChangeOutcome::Opened | ChangeOutcome::Repaired => {
                self.rehearsals.retain(|r| r.sound() == Some(Sound::BothWays));
                if self.rings.iter().any(|r| !r.rang) {
                    self.rings.clear();
                }
            }
            ChangeOutcome::Undone => {
                self.rehearsals.retain(|r| r.vantage == Some(Vantage::Inside));
                self.rings.clear();
                let row = self.profile().and_then(|p| p.service(&change.service));
                if change.is_mapping() && row.is_some_and(Service::is_voice_of_calls) {
                    self.answers.heard_both_ways = None;
                }
            }
            ChangeOutcome::AlreadyThere | ChangeOutcome::Renewed | ChangeOutcome::Refused | ChangeOutcome::Failed => {}
        }
    }

    /// The last check was of another phone system. One that was only moved is the same.
    pub(super) fn is_another_machine(&self) -> bool {
        let before = self.before.as_ref().and_then(|b| b.phone_system.as_ref());
        let both = self.office.phone_system.as_ref().zip(before);
        both.is_some_and(|(now, before)| now.address != before.address && !now.is_same_machine(before))
    }

    /// What was tried before this check on another phone system, or through it, says nothing about this one.
    pub fn forget_the_other_machine(&mut self) {
        let is_of_now = |at: Timestamp| at >= self.started_at;
        self.safety.retain(|test| is_of_now(test.at));
        self.rehearsals.retain(|call| is_of_now(call.at));
        self.rings.retain(|round| is_of_now(round.at));
        let today = self.started_at.to_zoned(TimeZone::UTC).date();
        self.answers.heard_both_ways = self.answers.heard_both_ways.filter(|day| *day >= today);
    }

    /// When a visitor last knocked in vain at an entrance that was repaired now.
    pub(super) fn silence_before(&self, change: &ChangeResult) -> Option<Timestamp> {
        let in_vain = |e: &&Evidence| {
            e.vantage == Vantage::Outside
                && e.family == change.family
                && e.service.as_ref() == Some(&change.service)
                && matches!(e.outcome, Outcome::Silent | Outcome::Refused | Outcome::Unreachable)
        };
        let repaired = change.result == ChangeOutcome::Repaired;
        self.evidence.iter().filter(|e| repaired && in_vain(e)).map(|e| e.at).max()
    }

    /// What was seen from outside before an entrance was opened or taken back says nothing about it now.
    pub(super) fn forget_knocks_before(&mut self, change: &ChangeResult) {
        let stale = |e: &Evidence| match change.result {
            ChangeOutcome::Opened | ChangeOutcome::Repaired => e.outcome != Outcome::Answered,
            ChangeOutcome::Undone => true,
            ChangeOutcome::AlreadyThere | ChangeOutcome::Renewed | ChangeOutcome::Refused | ChangeOutcome::Failed => {
                false
            }
        };
        let about = |e: &Evidence| {
            e.vantage == Vantage::Outside && e.service.as_ref() == Some(&change.service) && e.family == change.family
        };
        self.evidence.retain(|e| !(about(e) && stale(e)));
        if change.is_mapping()
            && matches!(change.result, ChangeOutcome::Opened | ChangeOutcome::Repaired | ChangeOutcome::Undone)
        {
            self.voice.retain(|v| v.service != change.service);
        }
    }
}

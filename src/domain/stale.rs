//! What was seen before an entrance was opened, repaired or taken back, and says nothing about it now.

use jiff::Timestamp;

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

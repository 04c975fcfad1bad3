//! Of what day a plan is: nothing is opened on what was seen long ago. And what stands where a new check saw nothing.

use jiff::{SignedDuration, Timestamp};

use super::{Order, Step, Wizard};
use crate::domain::case::Case;

/// A plan is made of what was seen at most this long ago.
const PLAN_IS_GOOD: SignedDuration = SignedDuration::from_hours(6);

impl Wizard {
    /// The plan; after a look, where what is known is of another day: the phone system may have another address by now,
    /// and this computer may stand in another office.
    pub(super) fn plan_again(&mut self, now: Timestamp) -> Vec<Order> {
        if self.is_of_now(now) {
            return self.go(Step::Offer(Box::new(self.plan())));
        }
        self.planning = true;
        self.recheck(now)
    }

    /// What is known was looked at in this sitting, and not long ago.
    pub(super) fn is_of_now(&self, now: Timestamp) -> bool {
        !self.is_kept && now.duration_since(self.case.started_at).abs() < PLAN_IS_GOOD
    }

    /// A new check that was left before it saw anything leaves the last one as it was. False: there is none, or it saw
    /// something.
    pub(super) fn goes_back_to_the_last(&mut self) -> bool {
        let Some(last) = self.last.as_ref().filter(|_| self.case.looked.is_empty()) else { return false };
        let journal = std::mem::take(&mut self.case.journal);
        self.case = Case { journal, ..Case::of_report(last) };
        self.is_kept = true;
        self.judge_again();
        true
    }
}

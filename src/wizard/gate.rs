//! Which actions make sense now: one truth for the flow and for the buttons.

use super::{Action, Helping, LookInside, Search, Step, Task, Wizard};
use crate::domain::dialling::callable;
use crate::domain::purpose::Purpose;
use crate::domain::repair;
use crate::domain::report::Looked;

impl Wizard {
    /// True when `action` makes sense now. Guards [`Self::act`] and enables buttons: one truth.
    pub fn can(&self, action: &Action) -> bool {
        let idle = self.task.is_none();
        match action {
            Action::CheckMine => idle && self.purpose == Purpose::Everything,
            Action::HelpColleague => idle,
            Action::Home => idle && !matches!(self.step, Step::Welcome),
            Action::Answer(_) => idle,
            Action::Next => idle && self.next_step_known(),
            Action::Back => {
                !matches!(self.step, Step::Welcome | Step::Results { .. } | Step::Checking)
                    && !self.is_at_its_beginning()
                    && !matches!(self.task, Some(Task::Apply | Task::Undo | Task::Repair))
            }
            Action::SearchAgain => idle && self.step == Step::Router(Search::Done),
            Action::LookRound => idle && matches!(self.step, Step::Phones(_)),
            Action::UsePhoneSystem(_) => idle && matches!(self.step, Step::Phones(_)),
            Action::AskColleague | Action::StepOutside { .. } => {
                idle && matches!(self.step, Step::Knock(_)) && self.street_address().is_some()
            }
            Action::AskHelper(link) => {
                idle && matches!(self.step, Step::Knock(_))
                    && !link.trim().is_empty()
                    && self.case.answers.system.is_some()
            }
            Action::LookForAdapters => idle && matches!(self.step, Step::Knock(_) | Step::Results { .. }),
            Action::GiveResult(code) => idle && matches!(self.step, Step::Knock(_)) && !code.trim().is_empty(),
            Action::SkipKnock => idle && matches!(self.step, Step::Knock(_)),
            Action::Approve => idle && matches!(&self.step, Step::Offer(plan) if !plan.changes.is_empty()),
            Action::ShowByHand => {
                idle && matches!(self.step, Step::Offer(_) | Step::Opening { .. } | Step::Results { .. })
            }
            Action::Cancel => !idle,
            Action::Undo(ids) => idle && !ids.is_empty(),
            Action::Repair => {
                idle && matches!(self.step, Step::Results { .. }) && repair::offered(&self.case).is_some()
            }
            Action::Recheck => idle && self.purpose == Purpose::Everything && self.own_case().answers.system.is_some(),
            Action::KnockAgain | Action::PlanAgain => idle && matches!(self.step, Step::Results { .. }),
            Action::AskStun(server) => idle && self.can_ask_stun(server),
            Action::TryProvider(name) => idle && self.can_try_provider(name),
            Action::TestSafety { test, extension, .. } => idle && self.can_test_safety(*test, extension.as_deref()),
            Action::Tick(..) | Action::HandOut(_) | Action::HeardBothWays => true,
            Action::Rehearse => {
                idle && matches!(self.step, Step::Results { .. } | Step::Helping(_) | Step::Rehearse(_))
            }
            Action::LookInside => idle && self.can_look_inside(),
            Action::LookHere => idle && self.step == Step::Inside(LookInside::Ask) && self.stands_on_the_box(),
            Action::ReadPaste(pasted) => {
                idle && self.step == Step::Inside(LookInside::Ask) && !pasted.trim().is_empty()
            }
            Action::UseInside => idle && matches!(self.step, Step::Inside(LookInside::Read { .. })),
            Action::Call(order) => self.can_play(order) && callable(&order.number).is_ok(),
            Action::RingTest(order) => self.can_play(order),
            Action::CheckOther(address) => idle && self.can_check_other(*address),
            Action::KeepProfile(_) => idle && matches!(self.step, Step::Questions),
            Action::OpenInvitation(code) => idle && matches!(self.step, Step::Helping(_)) && !code.trim().is_empty(),
            Action::AgreeToWalk { .. } => idle && matches!(self.step, Step::Helping(Helping::Agree { .. })),
        }
    }

    fn next_step_known(&self) -> bool {
        match &self.step {
            Step::Questions => true,
            Step::Router(search) => *search == Search::Done,
            Step::Phones(Search::Done) => self.case.office.phone_system.is_some(),
            // Whoever does not know it, and whom the look round could not tell, goes on without it.
            Step::Phones(Search::Asking) => self.case.looked.contains(&Looked::PhoneSystem),
            Step::Phones(Search::Running) => false,
            Step::Opening { search, .. } => *search == Search::Done,
            Step::Offer(_) | Step::ByHand(_) => true,
            Step::Welcome
            | Step::Knock(_)
            | Step::Checking
            | Step::Results { .. }
            | Step::Helping(_)
            | Step::Rehearse(_)
            | Step::Inside(_) => false,
        }
    }
}

//! What follows when a command of the engine ended, or a person broke it off.

use super::{Helping, Knock, Order, Rehearse, Search, Step, Task, Wizard};
use crate::domain::change::ChangeOutcome;
use crate::domain::message::Command;
use crate::domain::report::{Looked, Walker};

impl Wizard {
    /// Breaks off what is going on, and lets nothing follow from it.
    pub(super) fn stop(&mut self) -> Vec<Order> {
        self.stopped = Some(self.run);
        vec![(self.run, Command::Cancel)]
    }

    /// A command ended: on to what follows from it.
    pub(super) fn finished(&mut self) -> Vec<Order> {
        self.progress = None;
        let Some(task) = self.task.take() else { return Vec::new() };
        if self.stopped.take() == Some(self.run) {
            return self.after_stop(task);
        }
        self.follow(task)
    }

    fn follow(&mut self, task: Task) -> Vec<Order> {
        let checking = self.step == Step::Checking;
        match task {
            Task::Look if checking && self.case.answers.pbx.is_some() => self.ask_phone_system(),
            Task::AskPhoneSystem if self.has_ways_out() => self.try_ways_out(),
            Task::Look | Task::AskPhoneSystem | Task::WaysOut if checking => self.end_of_check(),
            Task::Safety => self.show_results(),
            Task::WaysOut | Task::Adapters if matches!(self.step, Step::Results { .. }) => self.show_results(),
            Task::Look => self.go(Step::Router(Search::Done)),
            Task::FindPhoneSystem => self.go(Step::Phones(Search::Asking)),
            Task::AskPhoneSystem | Task::WaysOut => {
                if self.case.office.phone_system.is_some() {
                    self.go(Step::Phones(Search::Done))
                } else {
                    self.go(Step::Phones(Search::Asking))
                }
            }
            Task::Invite => {
                if matches!(self.step, Step::Knock(Knock::Inviting)) {
                    self.step = Step::Knock(Knock::Choose);
                }
                Vec::new()
            }
            Task::HelperWalk if self.helper_walked() => self.test_doorman(),
            Task::HelperWalk if checking => self.show_results(),
            Task::HelperWalk => self.go(Step::Knock(Knock::Choose)),
            Task::Walk | Task::Doorman if checking => self.show_results(),
            Task::Doorman => self.after_knock(),
            Task::Walk if self.problem.is_some() => self.go(Step::Knock(Knock::Choose)),
            // A played phone looked at the sound only, which leaves nothing to propose.
            Task::Walk if !self.case.looked.contains(&Looked::Outside) => self.show_results(),
            Task::Walk => self.after_knock(),
            Task::Apply => {
                if let Step::Opening { search, .. } = &mut self.step {
                    *search = Search::Done;
                }
                self.keep()
            }
            Task::Undo => self.show_results(),
            Task::Repair => self.after_repair(),
            Task::Adapters | Task::OpenInvitation | Task::Stun => Vec::new(),
            Task::Call => self.after_play(Rehearse::Called),
            Task::RingTest => self.after_play(Rehearse::Waited),
            Task::Inside => self.after_look_inside(),
            Task::WalkForColleague => {
                if let Step::Helping(Helping::Walking { code, view }) = &self.step {
                    self.step = Step::Helping(Helping::Agree { code: code.clone(), view: view.clone() });
                }
                Vec::new()
            }
        }
    }

    /// A person broke it off: what was seen by then is shown, and nothing else begins.
    fn after_stop(&mut self, task: Task) -> Vec<Order> {
        self.planning = false;
        match task {
            _ if self.step == Step::Checking && self.goes_back_to_the_last() => {
                self.step = self.results();
                self.rest()
            }
            _ if self.step == Step::Checking => self.show_results(),
            Task::Repair => self.show_results(),
            Task::AskPhoneSystem if self.case.office.phone_system.is_some() => self.go(Step::Phones(Search::Done)),
            Task::AskPhoneSystem => self.go(Step::Phones(Search::Asking)),
            Task::Walk | Task::HelperWalk | Task::Doorman => self.go(Step::Knock(Knock::Choose)),
            Task::Look
            | Task::Adapters
            | Task::FindPhoneSystem
            | Task::WaysOut
            | Task::Stun
            | Task::Safety
            | Task::Invite
            | Task::Apply
            | Task::Undo
            | Task::OpenInvitation
            | Task::WalkForColleague
            | Task::Call
            | Task::RingTest
            | Task::Inside => self.follow(task),
        }
    }

    /// Put in again: only a knock tells whether that helped.
    fn after_repair(&mut self) -> Vec<Order> {
        let mut orders = self.show_results();
        if !self.case.changes.iter().any(|c| c.result == ChangeOutcome::Repaired) {
            return orders;
        }
        if self.practice.is_some() {
            orders.extend(self.step_outside(None));
        } else if self.helper.is_some() {
            self.step = Step::Knock(Knock::Walking);
            orders.extend(self.ask_helper());
        } else {
            self.step = Step::Knock(Knock::Choose);
        }
        orders
    }

    /// A walk that had trouble of its own leaves nothing to test further.
    fn helper_walked(&self) -> bool {
        self.case.walks.last().is_some_and(|w| w.walker == Walker::Helper && w.trouble.is_none())
    }
}

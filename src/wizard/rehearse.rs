//! The page of the played phone: what leads to a call, and from it to what was heard; and what else the wizard tells
//! about itself.

use super::{Order, Rehearse, Step, Task, Wizard};
use crate::domain::dialling::RehearsalOrder;
use crate::domain::message::Command;
use crate::domain::plan::{Plan, plan};
use crate::domain::rehearsal::WAITS;
use crate::domain::service::ProfileId;

impl Wizard {
    pub(super) fn can_play(&self, order: &RehearsalOrder) -> bool {
        self.task.is_none() && self.step == Step::Rehearse(Rehearse::Ask) && order.can_sign_in()
    }

    /// The order holds the password, and leaves with it.
    pub(super) fn call(&mut self, order: Box<RehearsalOrder>) -> Vec<Order> {
        self.step = Step::Rehearse(Rehearse::Calling);
        self.start_task(Task::Call, Command::Rehearse(order))
    }

    pub(super) fn ring_test(&mut self, order: Box<RehearsalOrder>) -> Vec<Order> {
        self.step = Step::Rehearse(Rehearse::Waiting);
        self.case.rings.clear();
        self.start_task(Task::RingTest, Command::RingTest { order, waits: WAITS.to_vec() })
    }

    /// What did not come about is asked for again; what did is shown, and kept where there is a check to keep it with.
    pub(super) fn after_play(&mut self, ended: Rehearse) -> Vec<Order> {
        let in_vain = self.problem.is_some() || (ended == Rehearse::Waited && self.case.rings.is_empty());
        self.step = Step::Rehearse(if in_vain { Rehearse::Ask } else { ended });
        if self.has_results() { self.keep() } else { Vec::new() }
    }

    /// Damaged files that were set aside: name and new name.
    pub fn set_aside(&self) -> &[(String, String)] {
        &self.set_aside
    }

    /// Where the last document was written.
    pub fn handed_out(&self) -> Option<&str> {
        self.handed_out.as_deref()
    }

    /// The owner's own profile that was kept last.
    pub const fn kept_profile(&self) -> Option<&ProfileId> {
        self.kept_profile.as_ref()
    }

    /// The plan as it would be now.
    pub fn plan(&self) -> Plan {
        plan(&self.case)
    }

    /// Journal entries that can be taken back.
    pub fn undoable(&self) -> Vec<crate::domain::change::JournalId> {
        self.case.journal.iter().filter(|e| e.is_open()).map(|e| e.id).collect()
    }
}

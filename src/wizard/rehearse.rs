//! The page of the played phone: what leads to a call, and from it to what was heard; and what else the wizard tells
//! about itself.

use jiff::Timestamp;

use super::{Helping, Order, Rehearse, Step, Task, Wizard};
use crate::domain::case::Case;
use crate::domain::dialling::RehearsalOrder;
use crate::domain::message::{Command, InvitationView};
use crate::domain::office::Answers;
use crate::domain::plan::{Plan, plan};
use crate::domain::rehearsal::WAITS;
use crate::domain::service::ProfileId;
use crate::domain::settled::Settled;

/// A phone played for a colleague's office.
#[derive(Debug)]
pub(super) struct Playing {
    /// The office's code, as pasted.
    code: String,
    /// What it asks for.
    view: InvitationView,
    /// The page it began on; it may hold the code of a walk, which is to be handed back too.
    page: Helping,
    /// What is known of this computer's own office: what is heard elsewhere says nothing about it.
    own: Case,
    /// The code to hand back, once there is something to tell.
    result: Option<String>,
}

impl Wizard {
    /// From a colleague's code that was read the call is for that office; from anywhere else it is for this one.
    pub(super) fn open_rehearsal(&mut self, now: Timestamp) -> Vec<Order> {
        if let Step::Helping(page @ (Helping::Agree { code, view } | Helping::Done { code, view, .. })) = &self.step {
            let (code, view, page) = (code.clone(), view.clone(), page.clone());
            let answers = Answers { system: Some(view.profile.clone()), ..Answers::default() };
            let mut theirs = Case { journal: self.case.journal.clone(), ..Case::new(now, answers) };
            // This computer's ways out are the same, for whomever a phone is played.
            theirs.office.adapters.clone_from(&self.case.office.adapters);
            theirs.office.over_ipv6_only.clone_from(&self.case.office.over_ipv6_only);
            let own = std::mem::replace(&mut self.case, theirs);
            self.playing = Some(Playing { code, view, page, own, result: None });
            self.judge_again();
        }
        self.go(Step::Rehearse(Rehearse::Ask))
    }

    /// Back to this computer's own office.
    pub(super) fn end_playing(&mut self) {
        if let Some(Playing { own, .. }) = self.playing.take() {
            let journal = std::mem::take(&mut self.case.journal);
            self.case = Case { journal, ..own };
            self.judge_again();
        }
    }

    /// The office that a check would be of.
    pub(super) fn own_case(&self) -> &Case {
        self.playing.as_ref().map_or(&self.case, |playing| &playing.own)
    }

    /// Home, and from a call first to the code of a walk that nobody has handed back yet.
    pub(super) fn finish(&mut self) -> Vec<Order> {
        if self.playing.as_ref().is_some_and(|p| matches!(p.page, Helping::Done { .. })) {
            self.step = self.back_to_the_code();
            return Vec::new();
        }
        self.go_home()
    }

    /// Back to what the code asks for, or to what was found for it: a walk may follow a call.
    pub(super) fn back_to_the_code(&mut self) -> Step {
        let page = self.playing.as_ref().map(|p| p.page.clone());
        self.end_playing();
        Step::Helping(page.unwrap_or(Helping::Paste))
    }

    pub(super) fn take_call_code(&mut self, code: &str) {
        if let Some(playing) = &mut self.playing {
            playing.result = Some(code.to_owned());
        }
    }

    /// What the office asks for that a phone is played for; none where it is this office.
    pub fn played_for(&self) -> Option<&InvitationView> {
        self.playing.as_ref().map(|p| &p.view)
    }

    /// The code to hand back after a call for a colleague's office.
    pub fn call_code(&self) -> Option<&str> {
        self.playing.as_ref().and_then(|p| p.result.as_deref())
    }

    /// The order with the code of the office that it is for.
    fn for_whom(&self, mut order: Box<RehearsalOrder>) -> Box<RehearsalOrder> {
        order.code = self.playing.as_ref().map(|p| p.code.clone());
        order
    }

    pub(super) fn can_play(&self, order: &RehearsalOrder) -> bool {
        self.task.is_none() && self.step == Step::Rehearse(Rehearse::Ask) && order.can_sign_in()
    }

    /// The order holds the password, and leaves with it.
    pub(super) fn call(&mut self, order: Box<RehearsalOrder>) -> Vec<Order> {
        self.step = Step::Rehearse(Rehearse::Calling);
        let order = self.for_whom(order);
        self.start_task(Task::Call, Command::Rehearse(order))
    }

    pub(super) fn ring_test(&mut self, order: Box<RehearsalOrder>) -> Vec<Order> {
        self.step = Step::Rehearse(Rehearse::Waiting);
        self.case.rings.clear();
        let order = self.for_whom(order);
        self.start_task(Task::RingTest, Command::RingTest { order, waits: WAITS.to_vec() })
    }

    /// What did not come about is asked for again; what did is shown, and kept where there is a check to keep it with.
    pub(super) fn after_play(&mut self, ended: Rehearse) -> Vec<Order> {
        let in_vain = self.problem.is_some() || (ended == Rehearse::Waited && self.case.rings.is_empty());
        self.step = Step::Rehearse(if in_vain { Rehearse::Ask } else { ended });
        if self.playing.is_none() && self.has_results() { self.keep() } else { Vec::new() }
    }

    /// Files that could not be used: name, new name, and why.
    pub fn set_aside(&self) -> &[[String; 3]] {
        &self.set_aside
    }

    /// Changes in whose middle the program had ended, and what became of them.
    pub fn settled(&self) -> &[Settled] {
        &self.settled
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

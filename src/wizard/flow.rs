//! What follows from what: from step to step, and from one command of the engine to the next.

use std::net::IpAddr;

use jiff::Timestamp;

use super::{ANY_SYSTEM, Helping, Knock, LookInside, Order, Rehearse, Search, Step, Task, Wizard};
use crate::domain::case::Case;
use crate::domain::doorman::Leaving;
use crate::domain::judge::judge;
use crate::domain::message::{Command, InvitationView, InviteOrder, RunId, Standing};
use crate::domain::office::AddressFrom;
use crate::domain::plan::{Intent, voice_to_ask};
use crate::domain::purpose::Purpose;
use crate::domain::report::{Looked, TopVerdict, Verdict, Walker};
use crate::domain::service::ProfileId;
use crate::domain::voice::VoiceLook;

impl Wizard {
    pub(super) fn check_mine(&mut self, now: Timestamp) -> Vec<Order> {
        self.end_playing();
        let answers = self.case.answers.clone();
        let mut case = Case::again(&self.report, now);
        case.answer(answers);
        case.journal.clone_from(&self.case.journal);
        self.remember_report();
        case.inside.clone_from(&self.case.inside);
        self.case = case;
        self.offered = false;
        self.judge_again();
        self.go(Step::Questions)
    }

    pub(super) fn recheck(&mut self, now: Timestamp) -> Vec<Order> {
        self.end_playing();
        let journal = std::mem::take(&mut self.case.journal);
        let mut case = Case::again(&self.report, now);
        case.answer(self.case.answers.clone());
        case.journal = journal;
        self.remember_report();
        self.case = case;
        self.judge_again();
        self.step = Step::Checking;
        self.look()
    }

    /// What is known so far is what the next check is compared with, where anybody looked for it.
    fn remember_report(&mut self) {
        if !self.report.looked.is_empty() {
            self.last = Some(self.report.clone());
        }
    }

    pub(super) fn next(&mut self) -> Vec<Order> {
        match &self.step {
            Step::Questions => {
                self.case.answers.system.get_or_insert_with(|| ProfileId(ANY_SYSTEM.to_owned()));
                self.step = Step::Router(Search::Running);
                self.look()
            }
            Step::Router(_) if self.case.answers.pbx.is_some() => {
                self.step = Step::Phones(Search::Running);
                self.ask_phone_system()
            }
            Step::Router(_) => self.go(Step::Phones(Search::Asking)),
            Step::Phones(_) => self.go(Step::Knock(Knock::Choose)),
            Step::Offer(plan) => {
                let plan = plan.clone();
                self.offered = true;
                self.go(Step::ByHand(plan))
            }
            // The second knock comes after the lasting rules were shown.
            Step::Opening { .. } => self.go(Step::ByHand(Box::new(self.plan()))),
            Step::ByHand(_) => self.go(Step::Knock(Knock::Choose)),
            Step::Welcome
            | Step::Knock(_)
            | Step::Checking
            | Step::Results { .. }
            | Step::Helping(_)
            | Step::Rehearse(_)
            | Step::Inside(_) => Vec::new(),
        }
    }

    pub(super) fn back(&mut self) -> Vec<Order> {
        let mut orders = Vec::new();
        if self.task.take().is_some() {
            orders.push((self.run, Command::Cancel));
            self.new_run();
        }
        self.step = match &self.step {
            Step::Rehearse(Rehearse::Ask | Rehearse::Called | Rehearse::Waited) if self.playing.is_some() => {
                self.back_to_the_code()
            }
            Step::Questions
            | Step::Helping(Helping::Paste)
            | Step::Rehearse(Rehearse::Ask | Rehearse::Called | Rehearse::Waited) => return self.home_with(orders),
            Step::Rehearse(Rehearse::Calling | Rehearse::Waiting) => Step::Rehearse(Rehearse::Ask),
            Step::Inside(LookInside::Ask | LookInside::Used) => self.back_from_inside(),
            Step::Inside(LookInside::Reading | LookInside::Read { .. }) => Step::Inside(LookInside::Ask),
            Step::Router(_) => Step::Questions,
            Step::Phones(_) => Step::Router(Search::Done),
            Step::Knock(Knock::Choose) if self.was_offered() => Step::ByHand(Box::new(self.plan())),
            Step::Knock(Knock::Choose) if self.case.office.phone_system.is_none() => Step::Phones(Search::Asking),
            Step::Knock(Knock::Choose) => Step::Phones(Search::Done),
            Step::Knock(Knock::Inviting | Knock::Invited { .. } | Knock::Walking) => Step::Knock(Knock::Choose),
            Step::Offer(_) => Step::Knock(Knock::Choose),
            Step::Opening { .. } | Step::ByHand(_) => Step::Offer(Box::new(self.plan())),
            Step::Helping(_) => Step::Helping(Helping::Paste),
            Step::Welcome | Step::Checking | Step::Results { .. } => self.step.clone(),
        };
        orders
    }

    pub(super) fn go_home(&mut self) -> Vec<Order> {
        self.home_with(Vec::new())
    }

    pub(super) fn home_with(&mut self, orders: Vec<Order>) -> Vec<Order> {
        self.end_playing();
        self.goes_back_to_the_last();
        self.step = match self.purpose {
            Purpose::HelpColleague => Step::Helping(Helping::Paste),
            Purpose::Everything if self.has_results() => self.results(),
            Purpose::Everything => Step::Welcome,
        };
        orders
    }

    pub(super) fn has_results(&self) -> bool {
        self.case.looked.contains(&Looked::Router) || self.last.is_some()
    }

    /// The standing helper knocks; it sees the street address for itself.
    pub(super) fn ask_helper(&mut self) -> Vec<Order> {
        let (Some(link), Some(profile)) = (self.helper.clone(), self.case.answers.system.clone()) else {
            return Vec::new();
        };
        let (services, interface) = (self.plan().knocks, self.only.1.clone());
        let voice_ports = voice_to_ask(&self.case);
        self.start_task(
            Task::HelperWalk,
            Command::AskHelper { link, profile, services, interface, voice: VoiceLook::Sampled, voice_ports },
        )
    }

    /// After the walk: a doorman who has just read a letter may let its answers in.
    pub(super) fn test_doorman(&mut self) -> Vec<Order> {
        let Some(link) = self.helper.clone() else { return Vec::new() };
        let (leaving, interface) = (Leaving::AnyPort, self.only.1.clone());
        self.start_task(Task::Doorman, Command::Doorman { link, leaving, interface })
    }

    /// In a practice office its own walker knocks at the end of every check, elsewhere the standing helper if one is
    /// known.
    pub(super) fn end_of_check(&mut self) -> Vec<Order> {
        if self.practice.is_none() && self.helper.is_some() && self.case.office.phone_system.is_some() {
            return self.ask_helper();
        }
        if self.practice.is_none() || self.street_address().is_none() || self.case.office.phone_system.is_none() {
            return self.show_results();
        }
        self.with_order(Walker::StepOutside, |wizard, order| {
            wizard.start_task(Task::Walk, Command::StepOutside { order, interface: None, voice: VoiceLook::Sampled })
        })
    }

    pub(super) fn step_outside(&mut self, interface: Option<String>) -> Vec<Order> {
        self.with_order(Walker::StepOutside, |wizard, order| {
            wizard.step = Step::Knock(Knock::Walking);
            wizard.start_task(Task::Walk, Command::StepOutside { order, interface, voice: VoiceLook::Sampled })
        })
    }

    pub(super) fn with_order(
        &mut self,
        walker: Walker,
        then: impl FnOnce(&mut Self, InviteOrder) -> Vec<Order>,
    ) -> Vec<Order> {
        let (Some(address), Some(profile)) = (self.street_address(), self.case.answers.system.clone()) else {
            return Vec::new();
        };
        let voice_ports = voice_to_ask(&self.case);
        let order = InviteOrder { address, profile, services: self.plan().knocks, walker, voice_ports };
        then(self, order)
    }

    /// After a knock: nothing left to do means results; otherwise the plan, unless it was shown already.
    pub(super) fn after_knock(&mut self) -> Vec<Order> {
        let settled = self.report.services.iter().filter(|s| s.selected).all(|s| s.verdict == Verdict::Verified);
        if settled || self.was_offered() || self.report.verdict == TopVerdict::Ready {
            return self.show_results();
        }
        let plan = self.plan();
        // Everything is there already: a plan without anything to do would be one screen too many.
        if plan.lines.iter().all(|line| is_settled(line.intent)) {
            return self.show_results();
        }
        self.go(Step::Offer(Box::new(plan)))
    }

    /// True once the plan was answered, by a yes or by the rules made by hand, or something was opened or undone in
    /// this sitting, or what is known is of another one. The next knock then leads to Results and not to the same plan
    /// again.
    pub(super) fn was_offered(&self) -> bool {
        self.offered || self.is_kept || !self.case.changes.is_empty()
    }

    pub(super) fn approve(&mut self) -> Vec<Order> {
        let Step::Offer(plan) = &self.step else { return Vec::new() };
        let approval = plan.changes.approve();
        self.offered = true;
        self.step = Step::Opening { plan: plan.clone(), search: Search::Running };
        self.start_task(Task::Apply, Command::Apply(approval))
    }

    pub(super) fn agree(&mut self, interface: Option<String>, own_address: Option<IpAddr>) -> Vec<Order> {
        let Step::Helping(Helping::Agree { code, view }) = &self.step else { return Vec::new() };
        let code = code.clone();
        self.step = Step::Helping(Helping::Walking { code: code.clone(), view: view.clone() });
        let standing = own_address.map(|address| Standing { address, from: AddressFrom::Typed });
        let voice = VoiceLook::Sampled;
        self.start_task(Task::WalkForColleague, Command::Walk { code, interface, voice, standing })
    }

    pub(super) fn take_invitation(&mut self, view: &InvitationView) {
        if let Step::Helping(Helping::Paste) = &self.step {
            self.step = Step::Helping(Helping::Agree { code: self.pasted.clone(), view: view.clone() });
        }
    }

    pub(super) fn take_result(&mut self, result: &str) {
        if let Step::Helping(Helping::Walking { code, view }) = &self.step {
            let (code, view, result) = (code.clone(), view.clone(), result.to_owned());
            self.step = Step::Helping(Helping::Done { code, view, result });
        }
    }

    pub(super) fn look(&mut self) -> Vec<Order> {
        self.is_kept = false;
        let (router, interface) = self.only.clone();
        let (phones_use, street_name) = (self.case.answers.phones_use.clone(), self.case.name_of_street());
        self.start_task(Task::Look, Command::Look { router, interface, phones_use, street_name })
    }

    pub(super) fn ask_phone_system(&mut self) -> Vec<Order> {
        let answers = &self.case.answers;
        let (Some(address), Some(profile)) = (answers.pbx, answers.system.clone()) else { return Vec::new() };
        let services = self.case.selected().into_iter().collect();
        self.start_task(Task::AskPhoneSystem, Command::AskPhoneSystem { address, profile, services })
    }

    pub(super) fn start_task(&mut self, task: Task, command: Command) -> Vec<Order> {
        let mut orders = self.give_way();
        self.new_run();
        self.task = Some(task);
        orders.push((self.run, command));
        orders
    }

    pub(super) fn new_run(&mut self) {
        self.run = RunId(self.run.0 + 1);
        self.progress = None;
    }

    pub(super) fn go(&mut self, step: Step) -> Vec<Order> {
        self.step = step;
        Vec::new()
    }

    pub(super) fn results(&self) -> Step {
        let before = self.last.clone().filter(|l| l.started_at != self.report.started_at);
        Step::Results { report: self.report.clone(), before }
    }

    pub(super) fn show_results(&mut self) -> Vec<Order> {
        let planned = std::mem::take(&mut self.planning) && self.step == Step::Checking;
        self.step = self.results();
        let mut orders = self.keep();
        orders.extend(self.rest());
        // A check that was stopped found nothing to make a plan of.
        if planned && [Looked::Router, Looked::Inside].iter().all(|l| self.case.looked.contains(l)) {
            self.step = Step::Offer(Box::new(self.plan()));
        }
        orders
    }

    pub(super) fn keep(&self) -> Vec<Order> {
        vec![(self.run, Command::Keep(self.report.clone()))]
    }

    /// Something small changed: judge again, and show it when Results stand on the screen.
    pub(super) fn settle(&mut self, mut orders: Vec<Order>) -> Vec<Order> {
        self.judge_again();
        if matches!(self.step, Step::Results { .. }) {
            orders.extend(self.show_results());
        }
        orders
    }

    pub(super) fn judge_again(&mut self) {
        *self.report = judge(&self.case);
    }

    /// This is the phone system. What it calls itself counts where nobody knew what it is; and where several answered,
    /// more than an answer that may have been about another.
    pub(super) fn choose_candidate(&mut self, address: std::net::IpAddr) {
        let several = self.case.candidates.iter().filter(|c| c.likely).count() > 1;
        let named = self.case.candidates.iter().find(|c| c.address == address).and_then(|c| c.profile.clone());
        let answers = &mut self.case.answers;
        answers.pbx = Some(address);
        let unknown = answers.system.as_ref().is_none_or(|system| system.0 == ANY_SYSTEM);
        if let Some(profile) = named.filter(|_| several || unknown) {
            answers.system = Some(profile);
        }
        if self.case.profile().is_some_and(|p| p.select(&self.case.answers.using).is_err()) {
            self.case.answers.using.clear();
        }
    }
}

/// True when nobody has to do anything about this row.
const fn is_settled(intent: Intent) -> bool {
    match intent {
        Intent::AlreadyThere | Intent::StayShut | Intent::MustGetOut => true,
        Intent::Open | Intent::HeldByAnother(_) | Intent::ListedWrong | Intent::ByHand(_) => false,
    }
}

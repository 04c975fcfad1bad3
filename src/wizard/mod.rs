//! The flow: a struct with two functions, `act` for what a person does and `receive` for what the engine says. It
//! has no window, no runtime, no clock and no words.

pub mod step;

use jiff::Timestamp;

use crate::domain::case::Case;
use crate::domain::judge::judge;
use crate::domain::message::{Command, Event, InviteOrder, Problem, RunId};
use crate::domain::office::{AddressFrom, Advice, Answers};
use crate::domain::plan::{Plan, plan};
use crate::domain::report::{Looked, Report, TopVerdict, Verdict, Walker};
use crate::domain::service::ProfileId;

pub use step::{Action, Helping, Knock, Progress, Search, Step, Ticked};

/// A command and the run it belongs to.
pub type Order = (RunId, Command);

/// What the engine is doing for us now. One thing at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Look,
    FindPhoneSystem,
    AskPhoneSystem,
    Invite,
    Walk,
    Apply,
    Undo,
    OpenInvitation,
    WalkForColleague,
}

/// The walk through.
#[derive(Debug)]
pub struct Wizard {
    step: Step,
    case: Case,
    report: Box<Report>,
    last: Option<Box<Report>>,
    task: Option<Task>,
    run: RunId,
    progress: Option<Progress>,
    problem: Option<Problem>,
    set_aside: Vec<(String, String)>,
    practice: Option<String>,
    /// The colleague's code as pasted, until it is opened.
    pasted: String,
    /// The practice story's or a terminal's choice of router and adapter.
    only: (Option<std::net::Ipv4Addr>, Option<String>),
}

impl Wizard {
    /// Begins at Results when there was a check before, else at Welcome.
    pub fn start(last: Option<Report>, now: Timestamp) -> Self {
        let case = last.as_ref().map_or_else(|| Case::new(now, Answers::default()), Case::of_report);
        let report = Box::new(last.clone().unwrap_or_else(|| judge(&case)));
        let step = if last.is_some() { Step::Results { report: report.clone(), before: None } } else { Step::Welcome };
        Self {
            step,
            case,
            report,
            last: last.map(Box::new),
            task: None,
            run: RunId(0),
            progress: None,
            problem: None,
            set_aside: Vec::new(),
            practice: None,
            pasted: String::new(),
            only: (None, None),
        }
    }

    /// Looks only at this router and through this adapter.
    #[must_use]
    pub fn only(mut self, router: Option<std::net::Ipv4Addr>, interface: Option<String>) -> Self {
        self.only = (router, interface);
        self
    }

    /// Takes answers that were given before the first step, as on a command line.
    #[must_use]
    pub fn with_answers(mut self, answers: Answers) -> Self {
        self.put_answers(answers);
        self
    }

    /// Where we are.
    pub const fn step(&self) -> &Step {
        &self.step
    }

    /// Everything known.
    pub const fn case(&self) -> &Case {
        &self.case
    }

    /// What is true so far; judged after every event.
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// The last sentence for the owner, until the next action.
    pub const fn problem(&self) -> Option<&Problem> {
        self.problem.as_ref()
    }

    /// Damaged files that were set aside: name and new name.
    pub fn set_aside(&self) -> &[(String, String)] {
        &self.set_aside
    }

    /// n of m, while something is going on.
    pub const fn progress(&self) -> Option<&Progress> {
        self.progress.as_ref()
    }

    /// True while the engine is at work for us.
    pub const fn is_busy(&self) -> bool {
        self.task.is_some()
    }

    /// The practice scenario, if this is a practice office.
    pub fn practice(&self) -> Option<&str> {
        self.practice.as_deref()
    }

    /// The plan as it would be now.
    pub fn plan(&self) -> Plan {
        plan(&self.case)
    }

    /// Journal entries that can be taken back.
    pub fn undoable(&self) -> Vec<crate::domain::change::JournalId> {
        self.case.journal.iter().filter(|e| e.is_open()).map(|e| e.id).collect()
    }

    /// True when `action` makes sense now. Guards [`Self::act`] and enables buttons: one truth.
    pub fn can(&self, action: &Action) -> bool {
        let idle = self.task.is_none();
        match action {
            Action::CheckMine | Action::HelpColleague => idle,
            Action::Home => idle && !matches!(self.step, Step::Welcome),
            Action::Answer(_) => idle,
            Action::Next => idle && self.next_step_known(),
            Action::Back => {
                !matches!(self.step, Step::Welcome | Step::Results { .. } | Step::Checking)
                    && self.task != Some(Task::Apply)
            }
            Action::LookRound => idle && matches!(self.step, Step::Phones(_)),
            Action::UsePhoneSystem(_) => idle && matches!(self.step, Step::Phones(_)),
            Action::AskColleague | Action::StepOutside { .. } => {
                idle && matches!(self.step, Step::Knock(_)) && self.street_address().is_some()
            }
            Action::GiveResult(code) => idle && matches!(self.step, Step::Knock(_)) && !code.trim().is_empty(),
            Action::SkipKnock => idle && matches!(self.step, Step::Knock(_)),
            Action::Approve => idle && matches!(&self.step, Step::Offer(plan) if !plan.changes.is_empty()),
            Action::ShowByHand => {
                idle && matches!(self.step, Step::Offer(_) | Step::Opening { .. } | Step::Results { .. })
            }
            Action::Cancel => !idle,
            Action::Undo(ids) => idle && !ids.is_empty(),
            Action::Recheck => idle && self.case.answers.system.is_some(),
            Action::KnockAgain | Action::PlanAgain => idle && matches!(self.step, Step::Results { .. }),
            Action::Tick(..) | Action::HeardBothWays => true,
            Action::OpenInvitation(code) => idle && matches!(self.step, Step::Helping(_)) && !code.trim().is_empty(),
            Action::AgreeToWalk { .. } => idle && matches!(self.step, Step::Helping(Helping::Agree { .. })),
        }
    }

    fn next_step_known(&self) -> bool {
        match &self.step {
            Step::Questions => true,
            Step::Router(search) => *search == Search::Done,
            Step::Phones(search) => *search == Search::Done && self.case.office.phone_system.is_some(),
            Step::Opening { search, .. } => *search == Search::Done,
            Step::Offer(_) | Step::ByHand(_) => true,
            Step::Welcome | Step::Knock(_) | Step::Checking | Step::Results { .. } | Step::Helping(_) => false,
        }
    }

    /// A person did something. What cannot be done now is ignored.
    pub fn act(&mut self, action: Action, now: Timestamp) -> Vec<Order> {
        if !self.can(&action) {
            return Vec::new();
        }
        self.problem = None;
        match action {
            Action::CheckMine => self.check_mine(now),
            Action::HelpColleague => self.go(Step::Helping(Helping::Paste)),
            Action::Home => self.go_home(),
            Action::Answer(answers) => {
                self.put_answers(*answers);
                self.judge_again();
                Vec::new()
            }
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::LookRound => {
                self.step = Step::Phones(Search::Running);
                self.start_task(Task::FindPhoneSystem, Command::FindPhoneSystem)
            }
            Action::UsePhoneSystem(address) => {
                self.case.answers.pbx = Some(address);
                if let Some(profile) = self.profile_of_candidate(address) {
                    self.case.answers.system.get_or_insert(profile);
                }
                self.step = Step::Phones(Search::Running);
                self.ask_phone_system()
            }
            Action::AskColleague => self.with_order(Walker::Colleague, |wizard, order| {
                wizard.step = Step::Knock(Knock::Inviting);
                wizard.start_task(Task::Invite, Command::Invite(order))
            }),
            Action::StepOutside { interface } => self.step_outside(interface),
            Action::GiveResult(code) => {
                self.step = Step::Knock(Knock::Walking);
                self.start_task(Task::Walk, Command::ReadResult { code })
            }
            Action::SkipKnock => self.after_knock(),
            Action::Approve => self.approve(),
            Action::ShowByHand => self.go(Step::ByHand(Box::new(self.plan()))),
            Action::Cancel => vec![(self.run, Command::Cancel)],
            Action::Undo(ids) => self.start_task(Task::Undo, Command::Undo(ids)),
            Action::Recheck => self.recheck(now),
            Action::KnockAgain => self.go(Step::Knock(Knock::Choose)),
            Action::PlanAgain => self.go(Step::Offer(Box::new(self.plan()))),
            Action::Tick(id, ticked) => {
                let day = (ticked == Ticked::Yes).then(|| now.to_zoned(jiff::tz::TimeZone::UTC).date());
                let advice = Advice { id, done: ticked == Ticked::Yes, date: day };
                for line in self.case.advice.iter_mut().filter(|a| a.id == id) {
                    *line = advice.clone();
                }
                self.settle(vec![(self.run, Command::Tick(advice))])
            }
            Action::HeardBothWays => {
                self.case.answers.heard_both_ways = Some(now.to_zoned(jiff::tz::TimeZone::UTC).date());
                self.settle(Vec::new())
            }
            Action::OpenInvitation(code) => {
                self.pasted.clone_from(&code);
                self.start_task(Task::OpenInvitation, Command::OpenInvitation { code })
            }
            Action::AgreeToWalk { interface } => self.agree(interface),
        }
    }

    /// The engine said something. Events of an older run are dropped.
    pub fn receive(&mut self, run: RunId, event: Event) -> Vec<Order> {
        match &event {
            // These belong to the sitting, not to a run.
            Event::Practice { scenario, answers } => {
                self.practice = Some(scenario.clone());
                self.put_answers((**answers).clone());
                self.judge_again();
                return Vec::new();
            }
            Event::SetAside { file, kept_as } => {
                self.set_aside.push((file.clone(), kept_as.clone()));
                return Vec::new();
            }
            Event::Journal(_) => {
                self.case.absorb(&event);
                self.judge_again();
                return Vec::new();
            }
            _ if run != self.run => return Vec::new(),
            Event::Progress { done, total, doing } => {
                self.progress = Some(Progress { done: *done, total: *total, doing: doing.clone() });
                return Vec::new();
            }
            Event::Problem(problem) => {
                self.problem = Some(problem.clone());
                return Vec::new();
            }
            Event::Invited { code, expires } => {
                self.step = Step::Knock(Knock::Invited { code: code.clone(), expires: *expires });
            }
            Event::Invitation(view) => self.take_invitation(view),
            Event::ResultCode(result) => self.step = Step::Helping(Helping::Done { result: result.clone() }),
            Event::Adapters(_)
            | Event::Gateway(_)
            | Event::Mappings { .. }
            | Event::PublicAddress { .. }
            | Event::Candidate(_)
            | Event::PhoneSystem(_)
            | Event::MachineThere(_)
            | Event::Evidence(_)
            | Event::Walked(_)
            | Event::Changed(_)
            | Event::Looked(_)
            | Event::Finished { .. } => {}
        }
        self.case.absorb(&event);
        self.judge_again();
        if matches!(event, Event::Finished { .. }) { self.finished() } else { Vec::new() }
    }

    fn check_mine(&mut self, now: Timestamp) -> Vec<Order> {
        let answers = self.case.answers.clone();
        let mut case = self.last.as_ref().map_or_else(|| Case::new(now, answers.clone()), |r| Case::again(r, now));
        case.answers = answers;
        case.journal.clone_from(&self.case.journal);
        self.case = case;
        self.note_typed_address();
        self.judge_again();
        self.go(Step::Questions)
    }

    fn recheck(&mut self, now: Timestamp) -> Vec<Order> {
        let journal = std::mem::take(&mut self.case.journal);
        let mut case = Case::again(&self.report, now);
        case.answers = self.case.answers.clone();
        case.journal = journal;
        self.last = Some(self.report.clone());
        self.case = case;
        self.note_typed_address();
        self.judge_again();
        self.step = Step::Checking;
        self.look()
    }

    fn next(&mut self) -> Vec<Order> {
        match &self.step {
            Step::Questions => {
                self.case.answers.system.get_or_insert_with(|| ProfileId("generic-sip".to_owned()));
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
                self.go(Step::ByHand(plan))
            }
            // The second knock comes after the lasting rules were shown.
            Step::Opening { .. } => self.go(Step::ByHand(Box::new(self.plan()))),
            Step::ByHand(_) => self.go(Step::Knock(Knock::Choose)),
            Step::Welcome | Step::Knock(_) | Step::Checking | Step::Results { .. } | Step::Helping(_) => Vec::new(),
        }
    }

    fn back(&mut self) -> Vec<Order> {
        let mut orders = Vec::new();
        if self.task.take().is_some() {
            orders.push((self.run, Command::Cancel));
            self.new_run();
        }
        self.step = match &self.step {
            Step::Questions | Step::Helping(Helping::Paste) => return self.home_with(orders),
            Step::Router(_) => Step::Questions,
            Step::Phones(_) => Step::Router(Search::Done),
            Step::Knock(Knock::Choose) if self.was_offered() => Step::ByHand(Box::new(self.plan())),
            Step::Knock(Knock::Choose) => Step::Phones(Search::Done),
            Step::Knock(Knock::Inviting | Knock::Invited { .. } | Knock::Walking) => Step::Knock(Knock::Choose),
            Step::Offer(_) => Step::Knock(Knock::Choose),
            Step::Opening { .. } | Step::ByHand(_) => Step::Offer(Box::new(self.plan())),
            Step::Helping(_) => Step::Helping(Helping::Paste),
            Step::Welcome | Step::Checking | Step::Results { .. } => self.step.clone(),
        };
        orders
    }

    fn go_home(&mut self) -> Vec<Order> {
        self.home_with(Vec::new())
    }

    fn home_with(&mut self, orders: Vec<Order>) -> Vec<Order> {
        self.step = if self.case.looked.contains(&Looked::Router) || self.last.is_some() {
            self.results()
        } else {
            Step::Welcome
        };
        orders
    }

    /// A command ended: on to what follows from it.
    fn finished(&mut self) -> Vec<Order> {
        self.progress = None;
        let Some(task) = self.task.take() else { return Vec::new() };
        let checking = self.step == Step::Checking;
        match task {
            Task::Look if checking && self.case.answers.pbx.is_some() => self.ask_phone_system(),
            Task::Look | Task::AskPhoneSystem if checking => self.end_of_check(),
            Task::Look => self.go(Step::Router(Search::Done)),
            Task::FindPhoneSystem => self.go(Step::Phones(Search::Asking)),
            Task::AskPhoneSystem => {
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
            Task::Walk if checking => self.show_results(),
            Task::Walk if self.problem.is_some() => self.go(Step::Knock(Knock::Choose)),
            Task::Walk => self.after_knock(),
            Task::Apply => {
                if let Step::Opening { search, .. } = &mut self.step {
                    *search = Search::Done;
                }
                self.keep()
            }
            Task::Undo => self.show_results(),
            Task::OpenInvitation => Vec::new(),
            Task::WalkForColleague => {
                if let Step::Helping(Helping::Walking { code, view }) = &self.step {
                    self.step = Step::Helping(Helping::Agree { code: code.clone(), view: view.clone() });
                }
                Vec::new()
            }
        }
    }

    /// In a practice office its own walker knocks at the end of every check.
    fn end_of_check(&mut self) -> Vec<Order> {
        if self.practice.is_none() || self.street_address().is_none() || self.case.office.phone_system.is_none() {
            return self.show_results();
        }
        self.with_order(Walker::StepOutside, |wizard, order| {
            wizard.start_task(Task::Walk, Command::StepOutside { order, interface: None })
        })
    }

    fn step_outside(&mut self, interface: Option<String>) -> Vec<Order> {
        self.with_order(Walker::StepOutside, |wizard, order| {
            wizard.step = Step::Knock(Knock::Walking);
            wizard.start_task(Task::Walk, Command::StepOutside { order, interface })
        })
    }

    fn with_order(&mut self, walker: Walker, then: impl FnOnce(&mut Self, InviteOrder) -> Vec<Order>) -> Vec<Order> {
        let (Some(address), Some(profile)) = (self.street_address(), self.case.answers.system.clone()) else {
            return Vec::new();
        };
        let order = InviteOrder { address, profile, services: self.plan().knocks, walker };
        then(self, order)
    }

    /// After a knock: nothing left to do means results; otherwise the plan, unless it was shown already.
    fn after_knock(&mut self) -> Vec<Order> {
        let settled = self.report.services.iter().filter(|s| s.selected).all(|s| s.verdict == Verdict::Verified);
        if settled || self.was_offered() || self.report.verdict == TopVerdict::Ready {
            return self.show_results();
        }
        self.go(Step::Offer(Box::new(self.plan())))
    }

    /// True once something was opened, or undone, in this sitting.
    fn was_offered(&self) -> bool {
        !self.case.changes.is_empty() || self.last.as_ref().is_some_and(|l| l.started_at == self.case.started_at)
    }

    fn approve(&mut self) -> Vec<Order> {
        let Step::Offer(plan) = &self.step else { return Vec::new() };
        let approval = plan.changes.approve();
        self.step = Step::Opening { plan: plan.clone(), search: Search::Running };
        self.start_task(Task::Apply, Command::Apply(approval))
    }

    fn agree(&mut self, interface: Option<String>) -> Vec<Order> {
        let Step::Helping(Helping::Agree { code, view }) = &self.step else { return Vec::new() };
        let code = code.clone();
        self.step = Step::Helping(Helping::Walking { code: code.clone(), view: view.clone() });
        self.start_task(Task::WalkForColleague, Command::Walk { code, interface })
    }

    fn take_invitation(&mut self, view: &crate::domain::message::InvitationView) {
        if let Step::Helping(Helping::Paste) = &self.step {
            self.step = Step::Helping(Helping::Agree { code: self.pasted.clone(), view: view.clone() });
        }
    }

    fn look(&mut self) -> Vec<Order> {
        let (router, interface) = self.only.clone();
        let phones_use = self.case.answers.phones_use.clone();
        self.start_task(Task::Look, Command::Look { router, interface, phones_use })
    }

    fn ask_phone_system(&mut self) -> Vec<Order> {
        let answers = &self.case.answers;
        let (Some(address), Some(profile)) = (answers.pbx, answers.system.clone()) else { return Vec::new() };
        let services = self.case.selected().into_iter().collect();
        self.start_task(Task::AskPhoneSystem, Command::AskPhoneSystem { address, profile, services })
    }

    fn start_task(&mut self, task: Task, command: Command) -> Vec<Order> {
        self.new_run();
        self.task = Some(task);
        vec![(self.run, command)]
    }

    fn new_run(&mut self) {
        self.run = RunId(self.run.0 + 1);
        self.progress = None;
    }

    fn go(&mut self, step: Step) -> Vec<Order> {
        self.step = step;
        Vec::new()
    }

    fn results(&self) -> Step {
        let before = self.last.clone().filter(|l| l.started_at != self.report.started_at);
        Step::Results { report: self.report.clone(), before }
    }

    fn show_results(&mut self) -> Vec<Order> {
        self.step = self.results();
        self.keep()
    }

    fn keep(&self) -> Vec<Order> {
        vec![(self.run, Command::Keep(self.report.clone()))]
    }

    /// Something small changed: judge again, and show it when Results stand on the screen.
    fn settle(&mut self, mut orders: Vec<Order>) -> Vec<Order> {
        self.judge_again();
        if matches!(self.step, Step::Results { .. }) {
            orders.extend(self.show_results());
        }
        orders
    }

    fn judge_again(&mut self) {
        *self.report = judge(&self.case);
    }

    fn put_answers(&mut self, answers: Answers) {
        self.case.answers = answers;
        self.note_typed_address();
    }

    fn note_typed_address(&mut self) {
        if let Some(typed) = self.case.answers.public_address {
            self.case.office.put_public_address(typed, AddressFrom::Typed);
        }
    }

    fn profile_of_candidate(&self, address: std::net::IpAddr) -> Option<ProfileId> {
        self.case.candidates.iter().find(|c| c.address == address).and_then(|c| c.profile.clone())
    }

    /// The address to knock at.
    fn street_address(&self) -> Option<std::net::IpAddr> {
        self.case.office.public_address
    }
}

#[cfg(test)]
mod tests;

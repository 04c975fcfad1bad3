//! The flow: a struct with two functions, `act` for what a person does and `receive` for what the engine says. It
//! has no window, no runtime, no clock and no words.

mod ended;
mod extras;
mod flow;
mod fresh;
mod gate;
mod inside;
mod prepared;
mod rehearse;
mod rounds;
pub mod step;

use jiff::Timestamp;

use crate::domain::case::Case;
use crate::domain::judge::judge;
use crate::domain::message::{Command, Event, Problem, RunId};
use crate::domain::office::{Advice, Answers};
use crate::domain::purpose::Purpose;
use crate::domain::repair;
use crate::domain::report::{Report, Walker};
use crate::domain::service::ProfileId;
use crate::domain::settled::Settled;

pub use inside::leads_inside;
pub use step::{
    ANY_SYSTEM, Action, BEFORE_A_PLAN, Helping, Knock, LookInside, Progress, Rehearse, Search, Step, Ticked,
};

/// A command and the run it belongs to.
pub type Order = (RunId, Command);

/// What the engine is doing for us now. One thing at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Look,
    Adapters,
    FindPhoneSystem,
    AskPhoneSystem,
    WaysOut,
    Stun,
    Safety,
    Invite,
    Walk,
    HelperWalk,
    Doorman,
    Apply,
    Undo,
    Repair,
    OpenInvitation,
    WalkForColleague,
    Call,
    RingTest,
    Inside,
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
    set_aside: Vec<[String; 3]>,
    settled: Vec<Settled>,
    handed_out: Option<String>,
    /// The owner's own profile that was kept last.
    kept_profile: Option<ProfileId>,
    /// The plan was shown and answered, one way or the other, since the questions.
    offered: bool,
    /// What is known was read from a file, and nobody looked in this sitting.
    is_kept: bool,
    /// The plan is to be shown at the end of the check that is going on.
    planning: bool,
    /// The run that a person broke off: nothing follows from it.
    stopped: Option<RunId>,
    practice: Option<String>,
    /// The colleague's code as pasted, until it is opened.
    pasted: String,
    /// The office that a phone is played for, where a colleague's code asks for it, and what is put aside meanwhile.
    playing: Option<rehearse::Playing>,
    /// Where the look inside began.
    came_from: Option<Box<Step>>,
    /// Link of the standing helper that knocks for this office, as pasted.
    helper: Option<String>,
    /// Link of one that a phone company offers. Nobody asks it before the owner gives it to [`Action::AskHelper`].
    offered_helper: Option<String>,
    purpose: Purpose,
    /// The practice story's or a terminal's choice of router and adapter.
    only: (Option<std::net::Ipv4Addr>, Option<String>),
    quiet: rounds::Quiet,
    /// When the sitting began.
    started: Timestamp,
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
            is_kept: last.is_some(),
            last: last.map(Box::new),
            task: None,
            run: RunId(0),
            progress: None,
            problem: None,
            set_aside: Vec::new(),
            settled: Vec::new(),
            handed_out: None,
            kept_profile: None,
            offered: false,
            planning: false,
            stopped: None,
            practice: None,
            pasted: String::new(),
            playing: None,
            came_from: None,
            helper: None,
            offered_helper: None,
            purpose: Purpose::Everything,
            only: (None, None),
            quiet: rounds::Quiet::default(),
            started: now,
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
        self.case.answer(answers);
        self
    }

    /// Knows the standing helper that knocked before.
    #[must_use]
    pub fn with_helper(mut self, link: Option<String>) -> Self {
        self.helper = link;
        self
    }

    /// Link of the standing helper, where one is known.
    pub fn helper(&self) -> Option<&str> {
        self.helper.as_deref()
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

    /// A person did something. What cannot be done now is ignored.
    pub fn act(&mut self, action: Action, now: Timestamp) -> Vec<Order> {
        if !self.can(&action) {
            return Vec::new();
        }
        self.problem = None;
        match action {
            Action::CheckMine => self.check_mine(now),
            Action::HelpColleague => {
                self.end_playing();
                self.go(Step::Helping(Helping::Paste))
            }
            Action::Home => self.finish(),
            Action::Answer(answers) => {
                self.case.answer(*answers);
                self.judge_again();
                // An answer on the plan's own page changes what it shows.
                if matches!(self.step, Step::Offer(_)) {
                    self.step = Step::Offer(Box::new(self.plan()));
                }
                Vec::new()
            }
            Action::Next => self.next(),
            Action::Back => self.back(),
            Action::SearchAgain => {
                self.step = Step::Router(Search::Running);
                self.look()
            }
            Action::LookRound => {
                self.case.candidates.clear();
                self.step = Step::Phones(Search::Running);
                self.start_task(Task::FindPhoneSystem, Command::FindPhoneSystem)
            }
            Action::UsePhoneSystem(address) => {
                self.choose_candidate(address);
                self.step = Step::Phones(Search::Running);
                self.ask_phone_system()
            }
            Action::AskColleague => self.with_order(Walker::Colleague, |wizard, order| {
                wizard.step = Step::Knock(Knock::Inviting);
                wizard.start_task(Task::Invite, Command::Invite(order))
            }),
            Action::StepOutside { interface } => self.step_outside(interface),
            Action::AskHelper(link) => {
                self.helper = Some(link.trim().to_owned());
                self.step = Step::Knock(Knock::Walking);
                self.ask_helper()
            }
            Action::LookForAdapters => self.start_task(Task::Adapters, Command::ReadAdapters),
            Action::GiveResult(code) => {
                self.step = Step::Knock(Knock::Walking);
                self.start_task(Task::Walk, Command::ReadResult { code })
            }
            Action::SkipKnock => self.after_knock(),
            Action::Approve if !self.is_of_now(now) => self.plan_again(now),
            Action::Approve => self.approve(),
            Action::ShowByHand => {
                self.offered = true;
                self.go(Step::ByHand(Box::new(self.plan())))
            }
            Action::Cancel => self.stop(),
            Action::Undo(ids) => self.start_task(Task::Undo, Command::Undo(ids)),
            Action::Repair => match repair::offered(&self.case) {
                Some(repair) => self.start_task(Task::Repair, Command::Repair(repair.approve())),
                None => Vec::new(),
            },
            Action::Recheck => self.recheck(now),
            Action::KnockAgain => self.go(Step::Knock(Knock::Choose)),
            Action::PlanAgain => self.plan_again(now),
            Action::Tick(id, ticked) => {
                let day = (ticked == Ticked::Yes).then(|| now.to_zoned(jiff::tz::TimeZone::UTC).date());
                let advice = Advice { id, done: ticked == Ticked::Yes, date: day };
                for line in self.case.advice.iter_mut().filter(|a| a.id == id) {
                    *line = advice.clone();
                }
                self.settle(vec![(self.run, Command::Tick(advice))])
            }
            Action::HandOut(document) => {
                self.handed_out = None;
                vec![(self.run, Command::HandOut(*document))]
            }
            Action::CheckOther(address) => self.check_other(address, now),
            Action::KeepProfile(profile) => vec![(self.run, Command::KeepProfile(profile))],
            Action::HeardBothWays => {
                self.case.hear_both_ways(now.to_zoned(jiff::tz::TimeZone::UTC).date());
                self.settle(Vec::new())
            }
            Action::AskStun(server) => self.ask_stun(server),
            Action::TryProvider(name) => self.try_provider(&name),
            Action::TestSafety { test, extension, outside } => self.test_safety(test, extension, outside),
            Action::OpenInvitation(code) => {
                self.pasted.clone_from(&code);
                self.start_task(Task::OpenInvitation, Command::OpenInvitation { code })
            }
            Action::AgreeToWalk { interface, own_address } => self.agree(interface, own_address),
            Action::Rehearse => self.open_rehearsal(now),
            Action::Call(order) => self.call(order),
            Action::RingTest(order) => self.ring_test(order),
            Action::LookInside => self.open_look_inside(),
            Action::LookHere => self.ask_about_inside(Command::LookInside),
            Action::ReadPaste(pasted) => self.ask_about_inside(Command::ReadInside { pasted }),
            Action::UseInside => self.use_inside(),
        }
    }

    /// The engine said something. Events of an older run are dropped.
    #[expect(clippy::needless_pass_by_value, reason = "an event is used up")]
    pub fn receive(&mut self, run: RunId, event: Event) -> Vec<Order> {
        match &event {
            // These belong to the sitting, not to a run.
            Event::Practice { scenario, .. } => {
                self.practice = Some(scenario.clone());
                self.case.absorb(&event);
                self.judge_again();
                return Vec::new();
            }
            Event::SetAside { file, kept_as, why } => {
                let aside = [file.clone(), kept_as.clone(), why.clone()];
                // A newer program's file is met again by everyone who opens the folder.
                if !self.set_aside.contains(&aside) {
                    self.set_aside.push(aside);
                }
                return Vec::new();
            }
            Event::Settled(settled) => {
                // Told once for each, and the newest word of it.
                self.settled.retain(|s| s.entry != settled.entry);
                self.settled.push(settled.clone());
                return Vec::new();
            }
            Event::HandedOut { path } => {
                self.handed_out = Some(path.clone());
                return Vec::new();
            }
            Event::ProfileKept(id) => {
                self.kept_profile = Some(id.clone());
                return Vec::new();
            }
            Event::Journal(_) => {
                let is_first = self.case.journal.is_empty() && !self.is_busy();
                self.case.absorb(&event);
                self.judge_again();
                self.note_journal(&event);
                let begins = is_first && !rounds::is_quiet(run) && matches!(self.step, Step::Results { .. });
                return if begins { self.rest() } else { Vec::new() };
            }
            Event::Woke { at, other } => return self.woke(*at, *other),
            Event::History(..) => return self.receive_quietly(run, &event),
            _ if rounds::is_quiet(run) => return self.receive_quietly(run, &event),
            _ if run != self.run => return Vec::new(),
            Event::Progress { done, total, doing } => {
                self.progress = Some(Progress { done: *done, total: *total, doing: doing.clone() });
                return Vec::new();
            }
            Event::Problem(problem) => {
                self.problem = Some(problem.clone());
                self.case.absorb(&event);
                self.judge_again();
                return Vec::new();
            }
            Event::Invited { code, expires } => {
                self.step = Step::Knock(Knock::Invited { code: code.clone(), expires: *expires });
            }
            Event::Invitation(view) => self.take_invitation(view),
            Event::ResultCode(result) => self.take_result(result),
            Event::CallCode(code) => self.take_call_code(code),
            // Shown first: it counts once the owner says so.
            Event::Inside(inside) => {
                self.show_inside(inside);
                return Vec::new();
            }
            Event::Adapters(_)
            | Event::OverIpv6Only(_)
            | Event::HostFilter(_)
            | Event::Gateway(_)
            | Event::Mappings { .. }
            | Event::Pinholes(_)
            | Event::PublicAddress { .. }
            | Event::Candidate(_)
            | Event::PhoneSystem(_)
            | Event::MachineThere(_)
            | Event::Evidence(_)
            | Event::Walked(_)
            | Event::Doorman(_)
            | Event::Voice(_)
            | Event::Rehearsed(_)
            | Event::Rang(_)
            | Event::Outgoing(_)
            | Event::Safety(_)
            | Event::Changed(_)
            | Event::Looked(_)
            | Event::Renewed(_)
            | Event::Finished { .. } => {}
        }
        self.case.absorb(&event);
        self.judge_again();
        if matches!(event, Event::Finished { .. }) { self.finished() } else { Vec::new() }
    }
}

#[cfg(test)]
mod tests;

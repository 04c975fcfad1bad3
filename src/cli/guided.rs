//! The wizard as text: one step at a time, driven by the same state machine as the window. Every question has a
//! default; nothing is changed before the offer was shown and answered with yes.

use std::net::IpAddr;
use std::process::ExitCode;
use std::sync::Arc;

use indicatif::ProgressBar;
use jiff::Timestamp;

use super::session::{now, progress_bar};
use super::vendor::{Lookout, tell_letterhead};
use super::verbs::{exit_of_problem, exit_of_verdict};
use super::{data, guide, read_line, talk, tell, tell_problem, tell_set_aside, word, words};
use crate::domain::message::Problem;
use crate::domain::office::Answers;
use crate::domain::purpose::Purpose;
use crate::domain::report::{Finding, Severity, TopVerdict};
use crate::domain::service::Service;
use crate::engine::vendor::ours;
use crate::engine::{Engine, Place};
use crate::store::{Store, export};
use crate::text::{Text, explain::explain_report};
use crate::wizard::{Action, BEFORE_A_PLAN, Helping, Order, Search, Step, Wizard};

/// The sitting: wizard, engine, words.
pub(super) struct Sitting<'a> {
    pub(super) wizard: Wizard,
    engine: Engine,
    pub(super) text: &'a Text,
    /// Damaged files that were told of.
    told_aside: usize,
    /// A practice office to go to, or the real one, once this sitting has ended.
    pub(super) moving: Option<Place>,
    pub(super) lookout: Lookout,
}

/// The person ended the input.
pub(super) struct Ended;

pub(super) fn run(place: Place, answers: Answers, purpose: Purpose, text: &Text) -> ExitCode {
    let mut next = Some((place, answers));
    let mut verdict = TopVerdict::CouldNotCheck;
    while let Some((place, answers)) = next.take() {
        let practice = matches!(place, Place::Practice(_));
        match start(place, answers, practice, purpose, text) {
            Ok(mut sitting) => {
                let _ended = sitting.walk_through();
                verdict = sitting.wizard.report().verdict;
                next = sitting.moving.take().map(|place| (place, Answers::default()));
            }
            Err(problem) => {
                tell_problem(&problem, text);
                return exit_of_problem(&problem);
            }
        }
    }
    exit_of_verdict(verdict)
}

fn start(
    place: Place,
    answers: Answers,
    practice: bool,
    purpose: Purpose,
    text: &Text,
) -> Result<Sitting<'_>, Problem> {
    let (last, helper) = if practice {
        (None, None)
    } else {
        let (store, set_aside) = Store::open(None).map_err(|e| Problem::new("folder-unusable").with("why", e))?;
        for aside in set_aside {
            tell_set_aside([&aside.file, &aside.kept_as, aside.why.id()], text);
        }
        (store.last_report(), store.settings().helper.clone())
    };
    let engine =
        Engine::start(place, None, Arc::new(|| {})).map_err(|e| Problem::new("engine-not-started").with("why", e))?;
    let mut wizard = Wizard::start(last, now()).with_helper(helper);
    if answers != Answers::default() {
        wizard = wizard.with_answers(answers);
    }
    let mut lookout = Lookout::idle();
    if !practice {
        wizard = wizard.prepared(ours());
        if purpose == Purpose::HelpColleague {
            wizard = wizard.only_helping();
        } else {
            lookout = Lookout::begin();
        }
        tell_letterhead(text);
    }
    let mut sitting = Sitting { wizard, engine, text, told_aside: 0, moving: None, lookout };
    sitting.wait_for_office()?;
    if practice {
        sitting.act(Action::CheckMine);
    }
    Ok(sitting)
}

impl Sitting<'_> {
    /// The first thing an opened office says is its journal.
    fn wait_for_office(&mut self) -> Result<(), Problem> {
        while let Some((run, event)) = self.engine.wait_next() {
            if let crate::domain::message::Event::Problem(problem) = &event {
                return Err(problem.clone());
            }
            let opened = matches!(event, crate::domain::message::Event::Journal(_));
            self.wizard.receive(run, event);
            if opened {
                return Ok(());
            }
        }
        Err(Problem::new("engine-not-started").with("why", ""))
    }

    fn walk_through(&mut self) -> Result<(), Ended> {
        loop {
            self.tell_step();
            match self.wizard.step().clone() {
                Step::Welcome => self.welcome()?,
                Step::Questions => self.questions()?,
                Step::Router(_) => self.router()?,
                Step::Phones(search) => self.phones(search)?,
                Step::Knock(knock) => self.knock(&knock)?,
                Step::Offer(plan) => self.offer(&plan)?,
                Step::Opening { .. } => self.opening()?,
                Step::ByHand(plan) => self.by_hand(&plan)?,
                Step::Checking => self.drive(),
                Step::Results { report, .. } => {
                    if self.results(&report)? == Stay::No {
                        return Ok(());
                    }
                }
                Step::Rehearse(stage) => self.rehearse(stage)?,
                Step::Inside(stage) => self.look_inside(&stage)?,
                Step::Helping(helping) => {
                    if self.helping(&helping)? == Stay::No {
                        return Ok(());
                    }
                }
            }
        }
    }

    fn tell_step(&mut self) {
        self.lookout.tell(self.text);
        let id = self.wizard.step().id();
        talk("");
        talk(&format!("== {} ==", self.w(&format!("step-{id}.title"))));
        tell(0, &self.w(&format!("step-{id}.lead")));
        let set_aside = self.wizard.set_aside();
        for [file, kept_as, why] in set_aside.iter().skip(self.told_aside) {
            tell_set_aside([file, kept_as, why], self.text);
        }
        self.told_aside = set_aside.len();
        if let Some(problem) = self.wizard.problem() {
            talk("");
            tell_problem(problem, self.text);
        }
    }

    pub(super) fn act(&mut self, action: Action) {
        let at: Timestamp = now();
        let orders = self.wizard.act(action, at);
        self.send(orders);
        self.drive();
    }

    fn send(&self, orders: Vec<Order>) {
        for (run, command) in orders {
            self.engine.send(run, command);
        }
    }

    /// Lets the engine work until the wizard waits for the person again.
    pub(super) fn drive(&mut self) {
        let bar = progress_bar();
        while self.wizard.is_busy() {
            let Some((run, event)) = self.engine.wait_next() else { break };
            let orders = self.wizard.receive(run, event);
            self.send(orders);
            self.tell_progress(&bar);
        }
        bar.finish_and_clear();
    }

    /// n of m, with a name.
    fn tell_progress(&self, bar: &ProgressBar) {
        let Some(progress) = self.wizard.progress() else { return };
        let label = progress.doing.service().map(|id| guide::label(self.wizard.case(), self.text, id));
        let seconds = progress.doing.seconds().map(|s| ("seconds".to_owned(), s.to_string()));
        let args = label.map(|l| ("service".to_owned(), l)).into_iter().chain(seconds).collect();
        bar.set_length(u64::from(progress.total));
        bar.set_position(u64::from(progress.done));
        bar.set_message(self.text.get(&format!("doing-{}", progress.doing.id()), &args));
    }

    /// Asks until one of the letters is typed; an empty line takes the first.
    pub(super) fn choose(&self, choices: &[(&str, String)]) -> Result<usize, Ended> {
        self.choose_or(choices, choices.first().map(|c| c.0))
    }

    /// The same where a line break at the end of a paste must choose nothing.
    pub(super) fn choose_by_letter(&self, choices: &[(&str, String)]) -> Result<usize, Ended> {
        self.choose_or(choices, None)
    }

    fn choose_or(&self, choices: &[(&str, String)], usual: Option<&str>) -> Result<usize, Ended> {
        let width = choices.iter().map(|(letter, _)| letter.chars().count()).max().unwrap_or_default();
        for (letter, what) in choices {
            talk(&format!("  {letter:>width$}  {what}"));
        }
        let prompt = usual.map_or_else(|| ">".to_owned(), |usual| format!("[{usual}]>"));
        loop {
            let typed = read_line(&prompt).ok_or(Ended)?;
            if typed.is_empty() {
                if usual.is_some() {
                    return Ok(0);
                }
                continue;
            }
            if let Some(found) = choices.iter().position(|(letter, _)| self.is_typed(&typed, letter)) {
                return Ok(found);
            }
            talk(&words(self.text, "terminal-not-a-choice", [("word", typed)]));
        }
    }

    pub(super) fn w(&self, key: &str) -> String {
        word(self.text, key)
    }

    fn router(&mut self) -> Result<(), Ended> {
        self.drive();
        for gateway in &self.wizard.case().office.gateways {
            let name = gateway.name().unwrap_or_else(|| self.w("terminal-router-nameless"));
            let street = gateway.wan_address.map_or_else(|| self.w("terminal-unknown"), |a| a.to_string());
            talk(&words(self.text, "terminal-router", [("address", gateway.address.to_string()), ("router", name)]));
            talk(&format!("  {} {street}", self.w("window-router-street")));
            let takes = self.w(&format!("window-control-{}", gateway.control.takes()));
            talk(&format!("  {} {takes}", self.w("window-router-takes")));
        }
        self.tell_findings(|f| BEFORE_A_PLAN.contains(&f.code.as_str()));
        match self.choose(&[
            ("n", self.w("terminal-next")),
            ("b", self.w("terminal-back")),
            ("q", self.w("terminal-quit")),
        ])? {
            0 => self.act(Action::Next),
            1 => self.act(Action::Back),
            _ => return Err(Ended),
        }
        Ok(())
    }

    fn phones(&mut self, search: Search) -> Result<(), Ended> {
        self.drive();
        for candidate in &self.wizard.case().candidates {
            let server = candidate.server.clone().unwrap_or_default();
            let values = [("address", candidate.address.to_string()), ("server", server)];
            talk(&words(self.text, "terminal-candidate", values));
        }
        if search == Search::Done || matches!(self.wizard.step(), Step::Phones(Search::Done)) {
            self.tell_phone_system();
            let choices = [
                ("n", self.w("terminal-next")),
                ("a", self.w("terminal-other-address")),
                ("b", self.w("terminal-back")),
            ];
            return match self.choose(&choices)? {
                0 => {
                    self.act(Action::Next);
                    Ok(())
                }
                1 => self.type_address(),
                _ => {
                    self.act(Action::Back);
                    Ok(())
                }
            };
        }
        match self.choose(&[
            ("l", self.w("terminal-look-round")),
            ("a", self.w("terminal-type-address")),
            ("b", self.w("terminal-back")),
        ])? {
            0 => {
                self.act(Action::LookRound);
                let likely: Vec<IpAddr> =
                    self.wizard.case().candidates.iter().filter(|c| c.likely).map(|c| c.address).collect();
                if let [only] = likely.as_slice() {
                    self.act(Action::UsePhoneSystem(*only));
                }
                Ok(())
            }
            1 => self.type_address(),
            _ => {
                self.act(Action::Back);
                Ok(())
            }
        }
    }

    fn type_address(&mut self) -> Result<(), Ended> {
        // Whoever does not know it goes back to the choice, where looking round is offered.
        let mut known = self.wizard.case().answers.pbx;
        self.ask("ask-pbx", known.map(|a| a.to_string()), &mut |typed| {
            let read = |t: &str| t.parse::<IpAddr>().map_err(|_| Problem::new("phone-not-an-address").with("word", t));
            known = typed.map(read).transpose()?;
            Ok(())
        })?;
        if let Some(address) = known {
            self.act(Action::UsePhoneSystem(address));
        }
        Ok(())
    }

    fn tell_phone_system(&self) {
        if let Some(phone) = &self.wizard.case().office.phone_system {
            let server = phone.server.clone().unwrap_or_else(|| self.w("terminal-unknown"));
            let values = [("address", phone.address.to_string()), ("server", server)];
            talk(&words(self.text, "terminal-phone-system", values));
        }
        for row in self.wizard.report().services.iter().filter(|s| s.selected) {
            let is_voice = self.wizard.case().profile().and_then(|p| p.service(&row.id)).is_some_and(Service::is_voice);
            let key = if is_voice { "window-voice-inside".to_owned() } else { format!("outcome-{}", row.inside.id()) };
            talk(&format!("  {} ({}): {}", self.text.said(&row.label), row.ports, self.w(&key)));
        }
        self.tell_findings(|_| false);
    }

    /// What stands in the way, and what matters at this step.
    pub(super) fn tell_findings(&self, matters: impl Fn(&Finding) -> bool) {
        let mut report = self.wizard.report().clone();
        explain_report(self.text, &mut report);
        for finding in report.findings.iter().filter(|f| f.severity <= Severity::Problem || matters(f)) {
            talk("");
            let mark = if finding.severity <= Severity::Problem { "!" } else { "-" };
            tell(2, &format!("{mark} {}", finding.words.headline));
            tell(4, &finding.words.meaning);
            tell(4, &words(self.text, "report-action", [("action", finding.words.action.clone())]));
            if let Some(about) = export::about(&report, finding, self.text) {
                tell(4, &about);
            }
        }
    }

    fn helping(&mut self, helping: &Helping) -> Result<Stay, Ended> {
        match helping {
            Helping::Paste => {
                let code = read_line(&self.w("terminal-paste-code")).ok_or(Ended)?;
                if code.is_empty() {
                    self.act(Action::Back);
                } else {
                    self.act(Action::OpenInvitation(code));
                }
            }
            Helping::Agree { view, .. } => {
                let values = [("count", view.services.len().to_string()), ("address", view.address.to_string())];
                tell(0, &words(self.text, "terminal-walk-what", values));
                match self.choose(&[
                    ("b", self.w("terminal-back")),
                    (&self.w("terminal-yes"), self.w("terminal-agree")),
                    ("c", self.w("terminal-rehearse")),
                ])? {
                    0 => self.act(Action::Back),
                    1 => self.act(Action::AgreeToWalk { interface: None, own_address: None }),
                    _ => self.act(Action::Rehearse),
                }
            }
            Helping::Walking { .. } => self.drive(),
            Helping::Done { result, .. } => {
                talk(&self.w("terminal-hand-back"));
                data(result);
                return Ok(Stay::No);
            }
        }
        Ok(Stay::Yes)
    }
}

/// Whether the sitting goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Stay {
    Yes,
    No,
}

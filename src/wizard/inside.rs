//! The page where the phone system is looked into: what leads there, and that nothing read there counts before its
//! owner has seen it.

use super::{LookInside, Order, Rehearse, Step, Task, Wizard};
use crate::domain::inside::{Inside, codes, doubt, follows};
use crate::domain::message::Command;
use crate::domain::office::Symptom;
use crate::domain::purpose::Purpose;

/// Findings about sound, signing in and visitors shut out: what lies behind them often stands in the phone system's own
/// settings, which no knock shows.
const LEAD_INSIDE: [&str; 12] = [
    "audio-none",
    "audio-one-way",
    "audio-partly-open",
    "incoming-call-lost",
    "nat-settings-of-extension",
    "phone-not-registered",
    "phone-side-forgets",
    "phone-system-local-net-wrong",
    "phone-system-wrong-outside-address",
    "visitor-banned",
    "visitor-shut-out",
    "voice-range-differs",
];

/// True for a finding that a look inside may explain, or that a second look proves to be mended.
pub fn leads_inside(code: &str) -> bool {
    LEAD_INSIDE.contains(&code)
}

impl Wizard {
    /// True when sound, signing in or bans are in question, and nobody has looked inside yet.
    pub fn wants_look_inside(&self) -> bool {
        let told = match self.case.answers.symptom {
            Symptom::DoNotRing | Symptom::NoSound | Symptom::CannotSignIn => true,
            Symptom::Hud | Symptom::OtherOffice | Symptom::JustCheck => false,
        };
        let found = self.report.findings.iter().any(|f| leads_inside(&f.code));
        self.case.inside.is_none() && (told || found)
    }

    /// The phone system's address, as it is typed to get to its box; a word for it where nobody knows it.
    pub fn box_address(&self) -> String {
        self.case.phone_system_address().map_or_else(|| "ADDRESS".to_owned(), |ip| ip.to_string())
    }

    /// True when this program can ask the phone system itself: a story's, or one on this computer with a shell.
    pub fn stands_on_the_box(&self) -> bool {
        self.practice.is_some() || (cfg!(unix) && self.case.is_on_phone_system())
    }

    pub(super) fn can_look_inside(&self) -> bool {
        let plays_for_another = self.playing.is_some() || matches!(self.step, Step::Helping(_));
        self.purpose == Purpose::Everything && !plays_for_another && self.step != Step::Checking
    }

    pub(super) fn open_look_inside(&mut self) -> Vec<Order> {
        if !matches!(self.step, Step::Inside(_)) {
            self.came_from = Some(Box::new(self.step.clone()));
        }
        self.go(Step::Inside(LookInside::Ask))
    }

    pub(super) fn ask_about_inside(&mut self, command: Command) -> Vec<Order> {
        self.step = Step::Inside(LookInside::Reading);
        self.start_task(Task::Inside, command)
    }

    pub(super) fn show_inside(&mut self, inside: &Inside) {
        if self.task == Some(Task::Inside) {
            let follows = codes(&follows(&self.case, inside));
            let doubt = doubt(inside, &self.case);
            self.step = Step::Inside(LookInside::Read { inside: Box::new(inside.clone()), follows, doubt });
        }
    }

    /// What could not be read is asked for again.
    pub(super) fn after_look_inside(&mut self) -> Vec<Order> {
        if self.step == Step::Inside(LookInside::Reading) {
            self.step = Step::Inside(LookInside::Ask);
        }
        Vec::new()
    }

    /// From now on it counts. Where there are results it is shown in them; else the way goes on from where it was left.
    pub(super) fn use_inside(&mut self) -> Vec<Order> {
        let Step::Inside(LookInside::Read { inside, .. }) = &self.step else { return Vec::new() };
        self.case.inside = Some((**inside).clone());
        self.judge_again();
        if !self.has_results() || self.is_on_the_way() {
            return self.go(Step::Inside(LookInside::Used));
        }
        self.came_from = None;
        self.show_results()
    }

    /// The look inside began in the middle of the walk through.
    fn is_on_the_way(&self) -> bool {
        let at_an_end = |step: &Step| matches!(step, Step::Welcome | Step::Results { .. } | Step::Rehearse(_));
        self.came_from.as_deref().is_some_and(|step| !at_an_end(step))
    }

    /// To where the look inside began, with what is known by now.
    pub(super) fn back_from_inside(&mut self) -> Step {
        match self.came_from.take().map(|step| *step) {
            Some(Step::Offer(_)) => Step::Offer(Box::new(self.plan())),
            Some(Step::ByHand(_)) => Step::ByHand(Box::new(self.plan())),
            Some(Step::Rehearse(_)) => Step::Rehearse(Rehearse::Ask),
            Some(
                step @ (Step::Questions | Step::Router(_) | Step::Phones(_) | Step::Knock(_) | Step::Opening { .. }),
            ) => step,
            Some(Step::Welcome | Step::Results { .. } | Step::Checking | Step::Helping(_) | Step::Inside(_)) | None => {
                self.end_of_look()
            }
        }
    }

    fn end_of_look(&self) -> Step {
        if self.has_results() { self.results() } else { Step::Welcome }
    }
}

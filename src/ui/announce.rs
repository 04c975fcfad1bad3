//! What a screen reader says by itself: that a search or a knock is over and how it ended, and what went wrong. Shown to
//! nobody else, since the screen says it too.

use egui::accesskit::Live;
use egui::{Rect, Role, Sense, Ui, Vec2, WidgetInfo};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::taken_back::TakenBack;
use super::words::Words;
use crate::domain::lapsed::Lapsed;
use crate::domain::message::Problem;
use crate::domain::news::Happened;
use crate::domain::report::Report;
use crate::text::explain::explain_news;
use crate::text::inside::heading;
use crate::wizard::{LookInside, Search, Step, Wizard};

/// How things stood before an event.
#[derive(Debug)]
pub(super) struct Before {
    busy: bool,
    problem: Option<Problem>,
    saved: bool,
    heard: Option<Happened>,
}

impl Before {
    /// As they stand now.
    pub fn of(wizard: &Wizard) -> Self {
        Self {
            busy: wizard.is_busy(),
            problem: wizard.problem().cloned(),
            saved: wizard.handed_out().is_some(),
            heard: wizard.happened().last().cloned(),
        }
    }
}

/// What there is to say after an event: nothing most of the time, and an empty sentence once something new begins, so
/// that the same sentence is said again when it is true again.
pub(super) fn after(
    before: &Before,
    wizard: &Wizard,
    taken_back: &TakenBack,
    (words, now): (&Words, Timestamp),
) -> Option<String> {
    if let Some(problem) = wizard.problem().filter(|now| before.problem.as_ref() != Some(*now)) {
        return Some(trouble(problem, words));
    }
    if let Some(said) = bad_news(before, wizard, words) {
        return Some(said);
    }
    match (before.saved, wizard.handed_out()) {
        (false, Some(path)) => return Some(words.with("window-saved", [("path", &path)])),
        (true, None) => return Some(String::new()),
        (true, Some(_)) | (false, None) => {}
    }
    match (before.busy, wizard.is_busy()) {
        // What went wrong on the way is heard to its end too.
        (true, false) => {
            let trouble = wizard.problem().map(|problem| trouble(problem, words));
            let ended = if taken_back.is_at_work() { taken_back.said(words) } else { ended(wizard, words, now) };
            Some(trouble.into_iter().chain([ended]).collect::<Vec<_>>().join(". "))
        }
        (false, true) => Some(String::new()),
        (true, true) | (false, false) => None,
    }
}

fn trouble(problem: &Problem, words: &Words) -> String {
    let (sentence, action) = words.problem(problem);
    [sentence].into_iter().chain(action).collect::<Vec<_>>().join(". ")
}

/// What a round found since, while nobody asked: the good can wait until somebody looks.
fn bad_news(before: &Before, wizard: &Wizard, words: &Words) -> Option<String> {
    let since = wizard.happened().iter().rev().take_while(|h| before.heard.as_ref() != Some(*h));
    let mut said: Vec<String> = since
        .filter(|h| h.news.is_bad())
        .map(|h| explain_news(words.text(), wizard.case().profile(), &h.news))
        .collect();
    said.reverse();
    (!said.is_empty()).then(|| said.join(". "))
}

/// How what went on has ended.
fn ended(wizard: &Wizard, words: &Words, now: Timestamp) -> String {
    let report = wizard.report();
    match wizard.step() {
        Step::Router(Search::Done) => routers(report, words),
        Step::Phones(Search::Done) => match &report.office.phone_system {
            Some(system) => words.with("window-live-phones", [("address", &system.address)]),
            None => words.get("window-live-no-phones"),
        },
        Step::Results { .. } => {
            let lapsed = Lapsed::of(report, wizard.happened(), now);
            let top = words.top(&Report { lapsed, ..report.clone() });
            words.with("window-live-results", [("top", &top)])
        }
        Step::Inside(LookInside::Read { inside, .. }) => {
            let heading = heading(words.text(), inside, &TimeZone::system());
            words.with("window-live-inside", [("heading", &heading)])
        }
        Step::Welcome
        | Step::Questions
        | Step::Router(_)
        | Step::Phones(_)
        | Step::Knock(_)
        | Step::Offer(_)
        | Step::Opening { .. }
        | Step::ByHand(_)
        | Step::Checking
        | Step::Helping(_)
        | Step::Rehearse(_)
        | Step::Inside(LookInside::Ask | LookInside::Reading | LookInside::Used) => {
            words.with("window-live-done", [("screen", &title(wizard.step(), words))])
        }
    }
}

fn routers(report: &Report, words: &Words) -> String {
    let Some(router) = report.office.gateway() else { return words.get("window-live-no-router") };
    let name = router.name().unwrap_or_else(|| words.get("window-router-nameless"));
    words.with("window-live-router", [("router", &name)])
}

fn title(step: &Step, words: &Words) -> String {
    words.get(&format!("step-{}.title", step.id()))
}

/// The region in which a screen reader hears of it, without leaving what it reads.
pub(super) fn region_ui(ui: &Ui, said: &str) {
    let rect = Rect::from_min_size(ui.max_rect().min, Vec2::splat(1.0));
    let response = ui.interact(rect, ui.unique_id().with("announced"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, said));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
}

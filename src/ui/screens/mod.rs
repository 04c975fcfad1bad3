//! One file for each step: `body` draws it, `bar` draws the buttons that lead on.

pub(super) mod by_hand;
mod helping;
mod inside;
mod knock;
mod offer;
pub(super) mod opening;
mod outside;
mod phones;
mod questions;
mod rehearse;
mod report;
mod results;
mod router;
mod strangers;
mod technician;
mod timeline;
mod ways_out;
mod welcome;

use egui::Ui;

use super::drafts::Told;
use super::parts::{self, Tone};
use super::scene::Scene;
use super::theme::space;
use super::vendor;
use crate::domain::purpose::Purpose;
use crate::store::html::Privacy;
use crate::wizard::{Action, Helping, Knock, LookInside, Rehearse, Step};

/// Tells one screen from another: a new key is shown from its top.
pub(super) const fn key(step: &Step) -> (&'static str, u8) {
    let stage = match step {
        Step::Knock(Knock::Choose) => 0,
        Step::Knock(Knock::Inviting) => 1,
        Step::Knock(Knock::Invited { .. }) => 2,
        Step::Knock(Knock::Walking) => 3,
        Step::Helping(Helping::Paste) => 0,
        Step::Helping(Helping::Agree { .. }) => 1,
        Step::Helping(Helping::Walking { .. }) => 2,
        Step::Helping(Helping::Done { .. }) => 3,
        Step::Rehearse(Rehearse::Ask) => 0,
        Step::Rehearse(Rehearse::Calling) => 1,
        Step::Rehearse(Rehearse::Called) => 2,
        Step::Rehearse(Rehearse::Waiting) => 3,
        Step::Rehearse(Rehearse::Waited) => 4,
        Step::Inside(LookInside::Ask) => 0,
        Step::Inside(LookInside::Reading) => 1,
        Step::Inside(LookInside::Read { .. }) => 2,
        Step::Inside(LookInside::Used) => 3,
        Step::Welcome
        | Step::Questions
        | Step::Router(_)
        | Step::Phones(_)
        | Step::Offer(_)
        | Step::Opening { .. }
        | Step::ByHand(_)
        | Step::Checking
        | Step::Results { .. } => 0,
    };
    (step.id(), stage)
}

/// Results have their own buttons in their midst, and Welcome is nothing but choices.
pub(super) const fn has_bar(step: &Step) -> bool {
    !matches!(step, Step::Welcome | Step::Results { .. })
}

/// The screen.
pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>) {
    let step = scene.wizard.step();
    if !matches!(step, Step::Welcome | Step::Results { .. }) {
        let key = if *step == Step::Checking { "window-checking".to_owned() } else { format!("step-{}", step.id()) };
        parts::heading(ui, &scene.get(&format!("{key}.title")));
        parts::soft(ui, &scene.get(&format!("{key}.lead")));
        ui.add_space(space::M);
    }
    notices(ui, scene);
    match scene.wizard.step() {
        Step::Welcome => welcome::body(ui, scene),
        Step::Questions => questions::body(ui, scene),
        Step::Router(search) => router::body(ui, scene, *search),
        Step::Phones(search) => phones::body(ui, scene, *search),
        Step::Knock(knock) => knock::body(ui, scene, knock),
        Step::Offer(plan) => offer::body(ui, scene, plan),
        Step::Opening { plan, .. } => opening::body(ui, scene, plan),
        Step::ByHand(plan) => by_hand::body(ui, scene, plan),
        Step::Checking => phones::live(ui, scene),
        Step::Results { report, before } => results::body(ui, scene, report, before.as_deref()),
        Step::Helping(helping) => helping::body(ui, scene, helping),
        Step::Rehearse(stage) => rehearse::body(ui, scene, *stage),
        Step::Inside(stage) => inside::body(ui, scene, stage),
    }
}

/// The way back.
pub(super) fn back(ui: &mut Ui, scene: &mut Scene<'_>) {
    // A copy that only helps begins at its first page, and nothing lies before it.
    let first = *scene.wizard.step() == Step::Helping(Helping::Paste);
    if first && scene.wizard.purpose() == Purpose::HelpColleague {
        return;
    }
    scene.quiet(ui, &scene.get("window-back"), Action::Back);
}

/// The buttons that lead on, the most important first.
pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>) {
    match scene.wizard.step() {
        Step::Welcome | Step::Results { .. } => {}
        Step::Questions => questions::bar(ui, scene),
        Step::Router(_) | Step::Phones(_) => going_on(ui, scene),
        Step::Knock(knock) => knock::bar(ui, scene, knock),
        Step::Offer(plan) => offer::bar(ui, scene, plan),
        Step::Opening { search, .. } => opening::bar(ui, scene, *search),
        Step::ByHand(_) => by_hand::bar(ui, scene),
        Step::Checking => cancel(ui, scene),
        Step::Helping(helping) => helping::bar(ui, scene, helping),
        Step::Rehearse(stage) => rehearse::bar(ui, scene, *stage),
        Step::Inside(stage) => inside::bar(ui, scene, stage),
    }
}

/// Cancel while something goes on, else on to the next step.
fn going_on(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.wizard.is_busy() {
        cancel(ui, scene);
    } else if !matches!(scene.wizard.step(), Step::Phones(crate::wizard::Search::Asking)) {
        scene.primary(ui, &scene.get("window-next"), Action::Next);
        let own = |code: &str| scene.report.finding(code).is_some();
        if scene.can(&Action::SearchAgain.into()) && (own("local-network-denied") || own("replies-blocked")) {
            scene.button(ui, &scene.get("window-firewall-again"), Action::SearchAgain);
        }
    } else if scene.wizard.can(&Action::Next) {
        // The choice of a phone system itself leads on; this is for whoever could not find it either.
        scene.button(ui, &scene.get("window-phones-unknown"), Action::Next);
    }
}

fn cancel(ui: &mut Ui, scene: &mut Scene<'_>) {
    scene.button(ui, &scene.get("window-cancel"), Action::Cancel);
}

/// True when there is something to save or to copy.
pub(super) fn has_report(scene: &Scene<'_>) -> bool {
    let office = &scene.report.office;
    !scene.report.evidence.is_empty() || !office.gateways.is_empty() || office.phone_system.is_some()
}

/// Saves the report with private details masked, and says so at the top of whatever is shown.
pub(super) fn save(scene: &mut Scene<'_>) {
    if has_report(scene) {
        let wish = report::save(scene, Privacy::Masked);
        scene.wishes.push(wish);
        scene.drafts.told = Some(Told::Saved);
    }
}

/// Copies the report with private details masked, and says so likewise.
pub(super) fn copy(ui: &Ui, scene: &mut Scene<'_>) {
    ui.ctx().copy_text(technician::masked(scene.report));
    scene.drafts.told = Some(Told::Copied);
}

/// What did not work, damaged files that were set aside, what was done by the menu.
pub(super) fn notices(ui: &mut Ui, scene: &Scene<'_>) {
    let told = match (scene.drafts.told, scene.wizard.handed_out()) {
        (Some(Told::Saved), Some(path)) => Some(scene.words.with("window-saved", [("path", &path)])),
        (Some(Told::Copied), _) => Some(scene.get("window-copied")),
        (Some(Told::Saved), None) | (None, _) => None,
    };
    if let Some(told) = told {
        parts::note(ui, Tone::Good, &told);
        ui.add_space(space::M);
    }
    if let Some(problem) = scene.wizard.problem() {
        let (sentence, action) = scene.words.problem(problem);
        parts::noted(ui, Tone::Bad, |ui| {
            parts::strong(ui, &sentence);
            if let Some(action) = action {
                parts::body(ui, &action);
            }
        });
        ui.add_space(space::M);
    }
    for settled in scene.wizard.settled() {
        if let Some(told) = scene.words.settled(settled, scene.profile()) {
            parts::note(ui, Tone::Calm, &told);
            ui.add_space(space::S);
        }
    }
    vendor::newer_ui(ui, scene);
    for [file, kept_as, why] in scene.wizard.set_aside() {
        let values: [(&str, &dyn std::fmt::Display); 3] = [("file", file), ("kept_as", kept_as), ("why", why)];
        parts::note(ui, Tone::Calm, &scene.words.with("window-set-aside", values));
        ui.add_space(space::S);
    }
}

/// What goes on where Results stand, and a way to stop it. What is taken back says so where the way back stands.
fn at_work(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.wizard.is_busy() && !scene.taken_back.is_at_work() {
        progress(ui, scene);
        cancel(ui, scene);
        ui.add_space(space::M);
    }
}

/// n of m, while something goes on.
fn progress(ui: &mut Ui, scene: &Scene<'_>) {
    if !scene.wizard.is_busy() {
        return;
    }
    match scene.wizard.progress() {
        Some(progress) => {
            let doing = scene.words.doing(&progress.doing, scene.profile());
            // One thing that is done or not done has no measure: what is being done says it all.
            if progress.total < 2 {
                parts::progress(ui, 0, 0, &doing);
                ui.add_space(space::M);
                return;
            }
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("done", &progress.done), ("total", &progress.total), ("doing", &doing)];
            parts::progress(ui, progress.done, progress.total, &scene.words.with("window-progress", values));
        }
        None => parts::progress(ui, 0, 0, &scene.get("window-working")),
    }
    ui.add_space(space::M);
}

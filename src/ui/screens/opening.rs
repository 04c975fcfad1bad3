//! Opening: n of m with a name, each change's result, undo for each and for all.

use egui::Ui;

use crate::domain::change::{Change, ChangeOutcome, Hindrance, JournalId};
use crate::domain::plan::Plan;
use crate::ui::lamp::Lamp;
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::tiles;
use crate::wizard::{Action, Search};

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, plan: &Plan) {
    super::progress(ui, scene);
    if scene.wizard.is_busy() {
        parts::note(ui, Tone::Calm, &scene.get("window-opening-safe"));
        ui.add_space(space::S);
    }
    parts::card(ui, |ui| {
        for change in &plan.changes.changes {
            change_ui(ui, scene, change);
        }
    });
}

pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>, search: Search) {
    if search != Search::Done {
        super::cancel(ui, scene);
        return;
    }
    scene.primary(ui, &scene.get("window-make-it-last"), Action::Next);
    undo_all(ui, scene);
}

/// Takes everything back that this program made.
pub(super) fn undo_all(ui: &mut Ui, scene: &mut Scene<'_>) {
    let ids = scene.wizard.undoable();
    if !ids.is_empty() {
        let label = scene.words.count("window-undo-all", ids.len());
        scene.button(ui, &label, Action::Undo(ids));
    }
}

/// Longer times are said in days.
const TWO_DAYS: u32 = 172_800;

fn change_ui(ui: &mut Ui, scene: &mut Scene<'_>, change: &Change) {
    let service = scene.profile().and_then(|p| p.service(&change.service));
    let name = service.map_or_else(|| change.service.to_string(), |s| scene.words.plate(s));
    let label = scene.words.with(
        "window-change-label",
        [("protocol", &change.protocol.name()), ("port", &change.external_port), ("client", &change.internal_client)],
    );
    let result = scene
        .wizard
        .case()
        .changes
        .iter()
        .find(|r| r.external_port == change.external_port && r.protocol == change.protocol);
    let (lamp, said) = match result {
        None => (Lamp::Dark, scene.get("window-change-waiting")),
        Some(result) => {
            let said = scene.get(&format!("change-{}", result.result.id()));
            match result.result {
                ChangeOutcome::Opened | ChangeOutcome::AlreadyThere => (Lamp::Lit, said),
                ChangeOutcome::Refused | ChangeOutcome::Failed => (Lamp::Trouble, said),
                ChangeOutcome::Undone => (Lamp::Locked, said),
            }
        }
    };
    tiles::lamp_line(ui, lamp, &name, &label, &said);
    if let Some(lease) =
        result.filter(|r| r.result == ChangeOutcome::Opened).and_then(|r| r.lease_seconds).filter(|s| *s > 0)
    {
        let (key, count) = if lease >= TWO_DAYS {
            ("window-change-days", lease / 86_400)
        } else {
            ("window-change-hours", lease / 3600)
        };
        parts::indented(ui, |ui| parts::small(ui, &scene.words.with(key, [("count", &count)])));
    }
    if let Some(why) = result.and_then(|r| r.hindrance) {
        parts::indented(ui, |ui| parts::small(ui, &scene.get(&format!("hindrance-{}", hindrance_id(why)))));
    }
    if let Some(code) = result.and_then(|r| r.code) {
        parts::indented(ui, |ui| parts::small(ui, &scene.words.with("window-change-code", [("code", &code)])));
    }
    if let Some(id) = journalled(scene, change) {
        ui.horizontal(|ui| {
            ui.add_space(22.0);
            let label = scene.words.with("window-undo-one", [("name", &name), ("port", &change.external_port)]);
            scene.quiet(ui, &label, Action::Undo(vec![id]));
        });
    }
    ui.add_space(space::XS);
}

const fn hindrance_id(hindrance: Hindrance) -> &'static str {
    match hindrance {
        Hindrance::NobodyHoldsIt => "nobody-holds-it",
        Hindrance::AnotherDevice => "another-device",
        Hindrance::DoesNotReadBack => "does-not-read-back",
        Hindrance::ChangedSince => "changed-since",
        Hindrance::NoAnswer => "no-answer",
        Hindrance::Cancelled => "cancelled",
        Hindrance::JournalNotWritten => "journal-not-written",
    }
}

/// The open journal entry of a change.
fn journalled(scene: &Scene<'_>, change: &Change) -> Option<JournalId> {
    let same = |c: &Change| c.external_port == change.external_port && c.protocol == change.protocol;
    scene.wizard.case().journal.iter().find(|e| e.is_open() && same(&e.change)).map(|e| e.id)
}

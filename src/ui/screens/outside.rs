//! What visitors from outside met, beyond one lamp an entrance: the streets side by side, and the doorman's letters
//! as they were sent and as they arrived.

use egui::Ui;

use crate::domain::compare::{StreetView, streets};
use crate::domain::doorman::{DoormanTest, Fate};
use crate::domain::probe::Outcome;
use crate::domain::report::{Report, ServiceRow};
use crate::domain::sip_compare::ChangedLine;
use crate::ui::lamp::{Lamp, lamp_ui};
use crate::ui::parts;
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::words::when;

/// Streets shown side by side, the newest last.
const STREETS: usize = 3;

/// More than one street: what each of them saw.
pub(super) fn compared(ui: &mut Ui, scene: &Scene<'_>, report: &Report) {
    let views = streets(report);
    let [.., _, last] = views.as_slice() else { return };
    let shown: Vec<&StreetView<'_>> = views.iter().rev().take(STREETS).rev().collect();
    parts::section(ui, &scene.get("window-streets"));
    parts::card(ui, |ui| {
        for (place, (row, _)) in last.saw.iter().enumerate() {
            parts::strong(ui, &plate(scene, row));
            for view in &shown {
                let Some((_, outcome)) = view.saw.get(place) else { continue };
                street(ui, scene, view, *outcome);
            }
            ui.add_space(space::XS);
        }
    });
    ui.add_space(space::S);
}

/// The doorman test: each letter with its fate, and every changed line twice, as sent and as arrived.
pub(super) fn doorman(ui: &mut Ui, scene: &Scene<'_>, report: &Report) {
    if report.doorman.is_empty() {
        return;
    }
    parts::section(ui, &scene.get("window-doorman"));
    parts::card(ui, |ui| {
        let untouched = report.doorman.iter().all(|t| t.fate() == Fate::Untouched);
        parts::soft(ui, &scene.get(if untouched { "window-doorman.none" } else { "window-doorman.lead" }));
        ui.add_space(space::XS);
        for test in &report.doorman {
            letter(ui, scene, test);
        }
    });
    ui.add_space(space::S);
}

fn letter(ui: &mut Ui, scene: &Scene<'_>, test: &DoormanTest) {
    let fate = test.fate();
    let lamp = match fate {
        Fate::Untouched => Lamp::Lit,
        Fate::Rewritten | Fate::Lost | Fate::AnswerLost => Lamp::Trouble,
        Fate::NotSent => Lamp::Dark,
    };
    let said = scene.get(&format!("window-letter-{}", fate.id()));
    ui.horizontal(|ui| {
        lamp_ui(ui, lamp, &said);
        parts::strong(ui, &test.name());
        parts::body(ui, &said);
    });
    changed(ui, scene, &test.changes());
    let back = test.changes_back();
    if !back.is_empty() {
        parts::small(ui, &scene.get("window-letter-back"));
        changed(ui, scene, &back);
    }
}

/// "You sent" above "arrived as", so that long lines keep the whole width.
fn changed(ui: &mut Ui, scene: &Scene<'_>, lines: &[ChangedLine]) {
    for line in lines {
        parts::indented(ui, |ui| {
            for (key, value) in [("window-letter-sent", &line.sent), ("window-letter-arrived", &line.arrived)] {
                let absent = scene.get("window-letter-absent");
                parts::small(ui, &scene.words.with(key, [("line", &line.name)]));
                parts::technical(ui, value.as_ref().unwrap_or(&absent));
            }
        });
        ui.add_space(space::XS);
    }
}

/// One street's word on one entrance.
fn street(ui: &mut Ui, scene: &Scene<'_>, view: &StreetView<'_>, outcome: Outcome) {
    let said = scene.words.outcome(outcome);
    let from = view.walk.address.map_or_else(|| scene.get("window-unknown"), |a| a.to_string());
    let line = scene.words.with("window-street-saw", [("from", &from), ("at", &when(view.walk.at)), ("said", &said)]);
    ui.horizontal_top(|ui| {
        lamp_ui(ui, Lamp::of_outcome(outcome), &said);
        ui.vertical(|ui| {
            ui.add_space(3.0);
            parts::body(ui, &line);
        });
    });
}

fn plate(scene: &Scene<'_>, row: &ServiceRow) -> String {
    let service = scene.profile().and_then(|p| p.service(&row.id));
    service.map_or_else(|| row.label.clone(), |s| scene.words.plate(s))
}

//! Two more tests, only if the owner wants them: what the phone system does for a stranger. Each has its own button,
//! and what it does stands above it.

use egui::Ui;

use crate::domain::safety::{SafetyId, is_extension};
use crate::ui::lamp::{Lamp, lamp_ui};
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::tiles;
use crate::ui::words::when;
use crate::wizard::Action;

/// Shown where a phone system is known.
pub(super) fn tests(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.report.office.phone_system.is_none() {
        return;
    }
    parts::section(ui, &scene.get("window-safety"));
    parts::card(ui, |ui| {
        parts::soft(ui, &scene.get("window-safety.lead"));
        parts::small(ui, &scene.get("safety-may-be-counted"));
        for id in SafetyId::ALL {
            ui.add_space(space::S);
            test(ui, scene, id);
        }
    });
    ui.add_space(space::S);
}

fn test(ui: &mut Ui, scene: &mut Scene<'_>, id: SafetyId) {
    let key = format!("safety-{}", id.id());
    parts::strong(ui, &scene.get(&key));
    let extension = scene.drafts.extension.trim().to_owned();
    let shown = if extension.is_empty() { scene.get("window-safety-your-extension") } else { extension.clone() };
    parts::soft(ui, &scene.words.with(&format!("{key}.lead"), [("extension", &shown)]));
    let named = match id {
        SafetyId::GuestCalls => None,
        SafetyId::NameLeak => {
            let name = scene.get("window-safety-extension");
            let hint = scene.get("window-safety-extension-hint");
            tiles::field(ui, &name, &hint, &mut scene.drafts.extension);
            if !extension.is_empty() && !is_extension(&extension) {
                parts::note(ui, Tone::Bad, &scene.get("window-safety-wrong-extension"));
            }
            Some(extension)
        }
    };
    let action = Action::TestSafety { test: id, extension: named };
    scene.button(ui, &scene.get(&format!("window-{key}")), action);
    if let Some(test) = scene.report.safety.iter().filter(|t| t.id == id).max_by_key(|t| t.at) {
        let said = scene.get(&format!("{key}-{}", test.outcome_id()));
        let lamp = match test.unsafe_answer {
            Some(true) => Lamp::Trouble,
            Some(false) => Lamp::Locked,
            None => Lamp::Dark,
        };
        ui.horizontal_top(|ui| {
            lamp_ui(ui, lamp, &said);
            ui.vertical(|ui| {
                parts::body(ui, &said);
                parts::small(ui, &when(test.at));
            });
        });
    }
}

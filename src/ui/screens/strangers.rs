//! Two more tests, only if the owner wants them: what the phone system does for a stranger. Each has its own button,
//! and what it does stands above it.

use egui::Ui;

use super::knock::choose_adapter;
use crate::domain::office::Aside;
use crate::domain::probe::Vantage;
use crate::domain::safety::{SafetyId, SafetyTest, is_extension};
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
        ground(ui, scene);
        for id in SafetyId::ALL {
            ui.add_space(space::S);
            test(ui, scene, id);
        }
    });
    ui.add_space(space::S);
}

/// Where they are made from: inside, or a street that an adapter of this computer leads to.
fn ground(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.add_space(space::S);
    parts::small(ui, &scene.get("window-safety.street"));
    // An entrance is made for IPv4, and so is this test.
    let asides: Vec<Aside<'_>> = scene.report.office.asides().into_iter().filter(|a| a.address.is_some()).collect();
    let mut chosen = scene.drafts.safety_from.take();
    if asides.is_empty() {
        chosen = None;
    } else {
        choose_adapter(ui, scene, ["window-safety-from", "window-safety-from-inside"], &asides, &mut chosen);
    }
    scene.drafts.safety_from = chosen;
    scene.button(ui, &scene.get("window-adapter-again"), Action::LookForAdapters);
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
    let action = Action::TestSafety { test: id, extension: named, outside: scene.drafts.safety_from.clone() };
    scene.button(ui, &scene.get(&format!("window-{key}")), action);
    for vantage in [Vantage::Inside, Vantage::Outside] {
        let made = scene.report.safety.iter().filter(|t| t.id == id && t.vantage == vantage);
        if let Some(test) = made.max_by_key(|t| t.at) {
            outcome(ui, scene, &key, test);
        }
    }
}

fn outcome(ui: &mut Ui, scene: &Scene<'_>, key: &str, test: &SafetyTest) {
    let said = scene.get(&format!("{key}-{}", test.outcome_id()));
    let lamp = match test.unsafe_answer {
        Some(true) => Lamp::Trouble,
        Some(false) => Lamp::Locked,
        None => Lamp::Dark,
    };
    let from = if test.vantage == Vantage::Outside { "outside" } else { "inside" };
    ui.horizontal_top(|ui| {
        lamp_ui(ui, lamp, &said);
        ui.vertical(|ui| {
            parts::body(ui, &said);
            parts::small(ui, &scene.words.with("window-safety-made", [("from", &from), ("at", &when(test.at))]));
        });
    });
}

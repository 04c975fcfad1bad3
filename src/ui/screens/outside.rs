//! What visitors from outside met, beyond one lamp an entrance: the streets side by side.

use egui::{Grid, Ui};

use crate::domain::compare::{StreetView, streets};
use crate::domain::report::{Report, ServiceRow};
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
        Grid::new("streets").num_columns(shown.len() + 1).spacing([16.0, 8.0]).show(ui, |ui| {
            ui.label("");
            for view in &shown {
                let unknown = || scene.get("window-unknown");
                ui.vertical(|ui| {
                    parts::small(ui, &view.walk.address.map_or_else(unknown, |a| a.to_string()));
                    parts::small(ui, &when(view.walk.at));
                });
            }
            ui.end_row();
            for (place, (row, _)) in last.saw.iter().enumerate() {
                parts::body(ui, &plate(scene, row));
                for (_, outcome) in shown.iter().filter_map(|v| v.saw.get(place)) {
                    let said = scene.words.outcome(*outcome);
                    ui.horizontal(|ui| {
                        lamp_ui(ui, Lamp::of_outcome(*outcome), &said);
                        parts::small(ui, &said);
                    });
                }
                ui.end_row();
            }
        });
    });
    ui.add_space(space::S);
}

fn plate(scene: &Scene<'_>, row: &ServiceRow) -> String {
    let service = scene.profile().and_then(|p| p.service(&row.id));
    service.map_or_else(|| row.label.clone(), |s| scene.words.plate(s))
}

//! The technician's table of ways out, to copy for whoever looks after the firewall, and the phone company's server to
//! try.

use egui::{Grid, ScrollArea, Ui};

use crate::domain::outbound::{ServerName, tried_elsewhere, ways_out};
use crate::store::export_ways_out::way_out_table;
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::tiles;
use crate::wizard::Action;

pub(super) fn table(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::section(ui, &scene.get("report-outbound"));
    let report = scene.report;
    let rows =
        way_out_table(&ways_out(report), &|key| scene.get(key), &|english| scene.words.text().said(english).to_owned());
    if rows.len() > 1 {
        parts::soft(ui, &scene.get("report-outbound-lead"));
        if tried_elsewhere(report) {
            parts::soft(ui, &scene.get("report-outbound-not-here"));
        }
        ScrollArea::horizontal().id_salt("ways-out").show(ui, |ui| {
            Grid::new("ways-out").striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
                for row in &rows {
                    for cell in row {
                        super::technician::cell(ui, cell);
                    }
                    ui.end_row();
                }
            });
        });
        ui.horizontal_wrapped(|ui| {
            let lines: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
            scene.copy(ui, &scene.get("window-copy-ways-out"), "ways-out", || lines.join("\n"));
        });
    }
    ui.add_space(space::S);
    provider(ui, scene);
}

/// The owner names the phone company's server, and it is asked once whether it answers.
fn provider(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = scene.get("window-provider");
    parts::soft(ui, &scene.get("window-provider.lead"));
    let hint = scene.get("window-provider-hint");
    tiles::field(ui, &name, &hint, &mut scene.drafts.provider);
    let typed = scene.drafts.provider.trim().to_owned();
    if !typed.is_empty() && typed.parse::<ServerName>().is_err() {
        parts::note(ui, Tone::Bad, &scene.get("window-wrong-server"));
    }
    scene.button(ui, &scene.get("window-provider-try"), Action::TryProvider(typed));
}

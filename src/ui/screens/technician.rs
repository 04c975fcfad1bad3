//! The technician's drawer: everything exact, and the report to send with private details masked.

use egui::{Grid, Label, RichText, ScrollArea, TextStyle, Ui};

use super::report;
use crate::domain::redact::mask;
use crate::domain::report::Report;
use crate::store::export::report_json;
use crate::store::html::Privacy;
use crate::text::proof;
use crate::ui::parts;
use crate::ui::scene::Scene;
use crate::ui::theme::{palette, space};
use crate::ui::tiles::seen;
use crate::ui::words::when;
use crate::wizard::Action;

/// Columns of the evidence table, by the keys of their names.
const COLUMNS: [&str; 8] = [
    "window-column-at",
    "window-column-from",
    "window-column-service",
    "window-column-protocol",
    "window-column-target",
    "window-column-outcome",
    "window-column-elapsed",
    "window-column-seen",
];

/// The drawer, closed at first.
pub(super) fn drawer(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = scene.get("window-drawer");
    parts::card(ui, |ui| {
        parts::drawer(ui, "technician", &name, |ui| {
            parts::soft(ui, &scene.get("window-drawer.lead"));
            ui.add_space(space::XS);
            ui.horizontal_wrapped(|ui| {
                let report = scene.report;
                scene.copy(ui, &scene.get("window-copy-masked"), "masked", || masked(report));
                report::save_button(ui, scene, Privacy::Whole);
            });
            scene.quiet(ui, &scene.get("window-look-inside"), Action::LookInside);
            ui.add_space(space::S);
            office(ui, scene);
            ui.add_space(space::S);
            not_shown(ui, scene);
            parts::section(ui, &scene.get("window-evidence-table"));
            evidence(ui, scene);
            ui.add_space(space::S);
            parts::section(ui, &scene.get("window-mapping-table"));
            mappings(ui, scene);
            ui.add_space(space::S);
            super::ways_out::table(ui, scene);
        });
    });
}

/// The report as data, with private details masked.
pub(super) fn masked(report: &Report) -> String {
    report_json(&mask(report))
}

fn office(ui: &mut Ui, scene: &Scene<'_>) {
    let office = &scene.report.office;
    for gateway in &office.gateways {
        let unknown = || scene.get("window-unknown");
        let wan = gateway.wan_address.map_or_else(unknown, |a| a.to_string());
        let hop = gateway.wan_hop.map_or_else(unknown, |a| a.to_string());
        let control = scene.words.control(gateway.control);
        let values: [(&str, &dyn std::fmt::Display); 4] =
            [("address", &gateway.address), ("wan", &wan), ("hop", &hop), ("control", &control)];
        parts::technical(ui, &scene.words.with("window-drawer-router", values));
    }
    for adapter in &office.adapters {
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("name", &adapter.name), ("address", &adapter.address), ("prefix", &adapter.prefix)];
        parts::technical(ui, &scene.words.with("window-drawer-adapter", values));
    }
    let program = &scene.report.program;
    let values: [(&str, &dyn std::fmt::Display); 4] = [
        ("name", &program.name),
        ("version", &program.version),
        ("at", &scene.report.started_at),
        ("took", &scene.report.duration_ms),
    ];
    parts::technical(ui, &scene.words.with("window-drawer-program", values));
}

/// What the proofs leave open.
fn not_shown(ui: &mut Ui, scene: &Scene<'_>) {
    let lines = || scene.report.services.iter().flat_map(|r| proof::not_shown(scene.words.text(), r));
    if lines().next().is_none() {
        return;
    }
    parts::section(ui, &scene.get("report-not-shown"));
    for line in lines() {
        parts::soft(ui, &line);
    }
    ui.add_space(space::S);
}

pub(super) fn cell(ui: &mut Ui, text: &str) {
    let colour = palette(ui).ink;
    ui.add(Label::new(RichText::new(text).text_style(TextStyle::Monospace).color(colour)).extend());
}

fn head(ui: &mut Ui, text: &str) {
    let colour = palette(ui).soft;
    ui.add(Label::new(RichText::new(text).text_style(TextStyle::Small).color(colour)).extend());
}

fn evidence(ui: &mut Ui, scene: &Scene<'_>) {
    if scene.report.evidence.is_empty() {
        parts::soft(ui, &scene.get("window-no-evidence"));
        return;
    }
    ScrollArea::horizontal().id_salt("evidence").show(ui, |ui| {
        Grid::new("evidence").num_columns(COLUMNS.len()).striped(true).spacing([18.0, 6.0]).show(ui, |ui| {
            for column in COLUMNS {
                head(ui, &scene.get(column));
            }
            ui.end_row();
            for line in &scene.report.evidence {
                let service = line.service.as_ref().map_or_else(|| scene.get("window-to-compare"), ToString::to_string);
                cell(ui, &when(line.at));
                cell(ui, &scene.words.vantage(line.vantage));
                cell(ui, &service);
                cell(ui, line.transport.name());
                cell(ui, &line.target.to_string());
                cell(ui, &scene.words.outcome(line.outcome));
                cell(ui, &line.elapsed_ms.to_string());
                cell(ui, &seen(scene.words, line));
                ui.end_row();
            }
        });
    });
}

fn mappings(ui: &mut Ui, scene: &Scene<'_>) {
    if scene.report.mappings.is_empty() {
        parts::soft(ui, &scene.get("window-no-mappings"));
        return;
    }
    for line in &scene.report.mappings {
        let ours = if line.ours { scene.get("window-mapping-ours") } else { String::new() };
        let values: [(&str, &dyn std::fmt::Display); 7] = [
            ("protocol", &line.protocol.name()),
            ("outside", &line.external_port),
            ("client", &line.internal_client),
            ("inside", &line.internal_port),
            ("lease", &line.lease_seconds),
            ("description", &line.description),
            ("ours", &ours),
        ];
        parts::technical(ui, &scene.words.with("window-mapping", values));
    }
}

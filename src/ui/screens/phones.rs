//! Your phone system: found with consent, or typed; then what each of its doors answered inside.

use egui::Ui;

use crate::domain::report::Looked;
use crate::domain::service::{Direction, Need};
use crate::ui::lamp::Lamp;
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::tiles;
use crate::wizard::{Action, Search};

/// Findings about the phone system itself.
const NOW: [&str; 5] = [
    "phone-system-silent",
    "phone-system-not-found",
    "phone-system-moved",
    "service-not-running",
    "phone-system-address-may-change",
];

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, search: Search) {
    super::progress(ui, scene);
    match search {
        Search::Asking => asking(ui, scene),
        Search::Running => {
            candidates(ui, scene);
            inside(ui, scene);
        }
        Search::Done => {
            found(ui, scene);
            inside(ui, scene);
            tiles::findings_of(ui, scene, &NOW);
            other_address(ui, scene);
        }
    }
}

/// What the re-check does, live: the router's word, then the doors one by one.
pub(super) fn live(ui: &mut Ui, scene: &mut Scene<'_>) {
    super::progress(ui, scene);
    crate::ui::picture::picture_ui(ui, scene, scene.report);
    ui.add_space(space::M);
    inside(ui, scene);
}

fn asking(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.report.looked.contains(&Looked::PhoneSystem) {
        tiles::findings_of(ui, scene, &NOW);
        if scene.wizard.case().candidates.is_empty()
            && scene.report.findings.iter().all(|f| !NOW.contains(&f.code.as_str()))
        {
            parts::note(ui, Tone::Warn, &scene.get("window-nobody-found"));
        }
        ui.add_space(space::S);
    }
    candidates(ui, scene);
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| {
            parts::card(ui, |ui| {
                parts::title(ui, &scene.get("window-look-round.title"));
                parts::soft(ui, &scene.get("window-look-round.lead"));
                ui.add_space(space::S);
                if scene.wizard.case().candidates.is_empty() {
                    scene.primary(ui, &scene.get("window-look-round"), Action::LookRound);
                } else {
                    scene.button(ui, &scene.get("window-look-round-again"), Action::LookRound);
                }
            });
        },
        |ui, scene| parts::card(ui, |ui| typed(ui, scene)),
    );
}

/// The owner says where it is.
fn typed(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = scene.get("window-type-address.title");
    parts::title(ui, &name);
    parts::soft(ui, &scene.get("window-type-address.lead"));
    ui.add_space(space::S);
    let hint = scene.get("window-pbx-hint");
    let shown = tiles::field(ui, &name, &hint, &mut scene.drafts.pbx);
    match scene.drafts.pbx() {
        Ok(Some(address)) => {
            let action = Action::UsePhoneSystem(address);
            if shown.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter)) {
                scene.wishes.push(action.clone().into());
            }
            scene.button(ui, &scene.get("window-use-address"), action);
        }
        Ok(None) => {
            parts::secondary(ui, &scene.get("window-use-address"), false);
        }
        Err(()) => parts::note(ui, Tone::Bad, &scene.get("window-wrong-address")),
    }
}

/// Machines that answered the look round.
fn candidates(ui: &mut Ui, scene: &mut Scene<'_>) {
    let candidates = &scene.wizard.case().candidates;
    if candidates.is_empty() {
        return;
    }
    parts::section(ui, &scene.get("window-candidates"));
    let mut first = true;
    for candidate in candidates {
        parts::card(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                parts::title(ui, &candidate.address.to_string());
                if candidate.likely {
                    parts::badge(ui, Tone::Good, &scene.get("window-candidate-likely"));
                }
            });
            let server = candidate.server.clone().unwrap_or_else(|| scene.get("window-candidate-silent"));
            parts::soft(ui, &server);
            let label = scene.words.with("window-candidate-use", [("address", &candidate.address)]);
            let action = Action::UsePhoneSystem(candidate.address);
            if first && candidate.likely {
                scene.primary(ui, &label, action);
            } else {
                scene.button(ui, &label, action);
            }
        });
        first = false;
        ui.add_space(space::S);
    }
}

/// The phone system as it is known.
fn found(ui: &mut Ui, scene: &Scene<'_>) {
    let Some(phone_system) = &scene.report.office.phone_system else { return };
    let name = scene.profile().map_or_else(|| phone_system.profile.to_string(), |p| p.name.clone());
    parts::card(ui, |ui| {
        parts::title(ui, &name);
        parts::soft(ui, &scene.words.with("window-phone-system-at", [("address", &phone_system.address)]));
        if let Some(server) = &phone_system.server {
            parts::soft(ui, &scene.words.with("window-phone-system-says", [("server", server)]));
        }
        if let Some(mac) = &phone_system.mac {
            parts::small(ui, &scene.words.with("window-phone-system-mac", [("mac", mac)]));
        }
    });
    ui.add_space(space::S);
}

/// The doors, and what each answered inside.
fn inside(ui: &mut Ui, scene: &Scene<'_>) {
    let rows = scene.report.services.iter().filter(|r| r.selected && r.direction == Direction::Inbound);
    let rows: Vec<_> = rows.filter(|r| r.need != Need::Never).collect();
    if rows.is_empty() {
        return;
    }
    parts::section(ui, &scene.get("window-inside"));
    parts::card(ui, |ui| {
        for row in rows {
            let service = scene.profile().and_then(|p| p.service(&row.id));
            let name = service.map_or_else(|| row.label.clone(), |s| scene.words.plate(s));
            let voice = service.is_some_and(crate::domain::service::Service::is_voice);
            let said = if voice { scene.get("window-voice-inside") } else { scene.words.outcome(row.inside) };
            tiles::lamp_line(ui, Lamp::of_outcome(row.inside), &name, &row.label, &said);
        }
    });
    ui.add_space(space::S);
}

/// The wrong machine was found, or it moved.
fn other_address(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.add_space(space::S);
    parts::drawer(ui, "other-address", &scene.get("window-other-address"), |ui| typed(ui, scene));
}

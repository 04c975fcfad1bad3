//! Welcome: what will happen, and three ways in.

use egui::Ui;

use crate::ui::pages::Page;
use crate::ui::parts::{self, Tone};
use crate::ui::picture;
use crate::ui::scene::{Move, PracticeChoice, Scene, Wish};
use crate::ui::theme::space;
use crate::ui::vendor;
use crate::wizard::Action;

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::heading(ui, &scene.get("step-welcome.title"));
    parts::soft(ui, &scene.get("step-welcome.lead"));
    ui.add_space(space::S);
    vendor::letterhead_ui(ui, scene);
    picture::promise_ui(ui, scene);
    ui.add_space(space::S);
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-check-mine.title"));
        parts::soft(ui, &scene.get("window-check-mine.lead"));
        ui.add_space(space::S);
        scene.primary(ui, &scene.get("window-check-mine"), Action::CheckMine);
        // Said before the system asks; no system asks in a practice office, which never leaves this computer.
        if let "macos" | "windows" = scene.runs_on
            && scene.wizard.practice().is_none()
        {
            ui.add_space(space::XS);
            parts::note(ui, Tone::Calm, &scene.get(&format!("window-first-start-{}", scene.runs_on)));
        }
    });
    ui.add_space(space::S);
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| {
            parts::card(ui, |ui| {
                parts::title(ui, &scene.get("window-help-colleague.title"));
                parts::soft(ui, &scene.get("window-help-colleague.lead"));
                ui.add_space(space::S);
                scene.button(ui, &scene.get("window-help-colleague"), Action::HelpColleague);
            });
        },
        |ui, scene| {
            parts::card(ui, |ui| {
                parts::title(ui, &scene.get("window-practise.title"));
                parts::soft(ui, &scene.get("window-practise.lead"));
                ui.add_space(space::S);
                let label =
                    scene.get(if scene.drafts.practice_open { "window-practise-hide" } else { "window-practise" });
                if parts::secondary(ui, &label, true).clicked() {
                    scene.drafts.practice_open = !scene.drafts.practice_open;
                }
            });
        },
    );
    if scene.drafts.practice_open {
        ui.add_space(space::S);
        parts::card(ui, |ui| offices(ui, scene));
    }
    vendor::question_ui(ui, scene);
    ui.add_space(space::S);
    scene.quiet(ui, &scene.get("window-glossary"), Wish::Open(Page::Glossary));
}

/// The practice offices by title, under what they are about.
fn offices(ui: &mut Ui, scene: &mut Scene<'_>) {
    for group in scene.practice.chunk_by(|a, b| a.group_key == b.group_key) {
        if let Some(first) = group.first() {
            parts::strong(ui, &scene.get(&first.group_key));
        }
        let (left, right) = group.split_at(group.len().div_ceil(2));
        parts::two_columns(ui, 0.5, scene, |ui, scene| listed(ui, scene, left), |ui, scene| listed(ui, scene, right));
        ui.add_space(space::S);
    }
}

fn listed(ui: &mut Ui, scene: &mut Scene<'_>, offices: &[PracticeChoice]) {
    for office in offices {
        let title = scene.get(&office.title_key);
        scene.quiet(ui, &title, Wish::Move(Move::Practice(office.id.clone())));
    }
}

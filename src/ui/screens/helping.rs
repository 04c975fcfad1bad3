//! The colleague's side: paste a code, see what it asks for, agree, hand a code back.

use egui::Ui;

use crate::domain::catalog;
use crate::domain::message::InvitationView;
use crate::domain::purpose::Purpose;
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::tiles;
use crate::ui::vendor;
use crate::ui::words::when;
use crate::wizard::{Action, Helping};

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, helping: &Helping) {
    super::progress(ui, scene);
    match helping {
        Helping::Paste => {
            let carried = scene.wizard.purpose() == Purpose::HelpColleague;
            if carried {
                vendor::letterhead_ui(ui, scene);
            }
            parts::card(ui, |ui| {
                let name = scene.get("window-paste-code.title");
                parts::title(ui, &name);
                parts::soft(ui, &scene.get("window-paste-code.lead"));
                let hint = scene.get("window-code-hint");
                tiles::code_field(ui, &name, &hint, &mut scene.drafts.their_code);
            });
            ui.add_space(space::S);
            call_too(ui, scene);
            if carried {
                ui.add_space(space::S);
                parts::soft(ui, &scene.get("window-carried"));
            }
        }
        Helping::Agree { view, .. } => agree(ui, scene, view),
        Helping::Walking { view, .. } => asked(ui, scene, view),
        Helping::Done { result, .. } => {
            hand_back(ui, scene, result, "window-hand-back.lead");
            ui.add_space(space::S);
            call_too(ui, scene);
        }
    }
}

/// A code for the office.
pub(super) fn hand_back(ui: &mut Ui, scene: &mut Scene<'_>, code: &str, lead: &str) {
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-hand-back.title"));
        parts::soft(ui, &scene.get(lead));
        ui.add_space(space::S);
        super::knock::big_code(ui, code);
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| scene.copy(ui, &scene.get("window-copy-code"), "result", || code.to_owned()));
    });
}

/// A call shows what no knock can.
fn call_too(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-rehearse-here.title"));
        parts::soft(ui, &scene.get("window-rehearse-here.lead"));
        ui.add_space(space::S);
        scene.button(ui, &scene.get("window-rehearse"), Action::Rehearse);
    });
}

pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>, helping: &Helping) {
    if scene.wizard.is_busy() {
        super::cancel(ui, scene);
        return;
    }
    match helping {
        Helping::Paste => {
            let action = Action::OpenInvitation(scene.drafts.their_code.clone());
            scene.primary(ui, &scene.get("window-read-code"), action);
        }
        Helping::Agree { .. } => {
            let interface = scene.drafts.interface.clone();
            let own_address = scene.drafts.own_street().unwrap_or_default();
            scene.primary(ui, &scene.get("window-agree"), Action::AgreeToWalk { interface, own_address });
        }
        Helping::Walking { .. } => {}
        Helping::Done { .. } => scene.button(ui, &scene.get("window-finish"), Action::Home),
    }
}

fn agree(ui: &mut Ui, scene: &mut Scene<'_>, view: &InvitationView) {
    asked(ui, scene, view);
    ui.add_space(space::S);
    parts::note(ui, Tone::Calm, &scene.get("window-agree-promise"));
    ui.add_space(space::S);
    parts::card(ui, |ui| {
        let name = scene.get("window-own-street");
        parts::strong(ui, &name);
        parts::soft(ui, &scene.get("window-own-street.lead"));
        tiles::field(ui, &name, &scene.get("window-street-hint"), &mut scene.drafts.own_street);
        if scene.drafts.own_street().is_err() {
            parts::note(ui, Tone::Bad, &scene.get("window-wrong-street"));
        }
        super::knock::way_out(ui, scene);
    });
    ui.add_space(space::S);
    call_too(ui, scene);
}

/// What the code asks its reader to do.
fn asked(ui: &mut Ui, scene: &Scene<'_>, view: &InvitationView) {
    let profile = catalog::profile(&view.profile);
    parts::card(ui, |ui| {
        let name = profile.map_or_else(|| view.profile.to_string(), |p| p.name.clone());
        parts::title(ui, &scene.words.with("window-asked.title", [("address", &view.address)]));
        parts::soft(ui, &scene.words.with("window-asked.lead", [("system", &name), ("until", &when(view.expires))]));
        ui.add_space(space::S);
        parts::strong(ui, &scene.words.count("window-asked-doors", view.services.len()));
        for id in &view.services {
            let label = scene.words.label(profile, id);
            parts::soft(ui, &scene.words.with("window-bullet", [("what", &label)]));
        }
    });
}

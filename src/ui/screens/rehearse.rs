//! A remote phone, played: where to sign in, the call under way, how it sounded, and the waits of the ring test.

use egui::Ui;

use crate::domain::dialling::{Password, callable};
use crate::domain::rehearsal::{PRACTICE_PHONE, Rehearsal, RingRound, Sound, WAITS};
use crate::text::rehearsal::lines;
use crate::ui::lamp::{Lamp, lamp_ui};
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::tiles;
use crate::wizard::{Action, Rehearse};

/// Findings that a call or a wait may bring.
const CALL: [&str; 2] = ["audio-one-way", "audio-none"];
const WAIT: [&str; 2] = ["incoming-call-lost", "phone-side-forgets"];

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, stage: Rehearse) {
    super::progress(ui, scene);
    match stage {
        Rehearse::Ask => ask(ui, scene),
        Rehearse::Calling => {
            tiles::forget_secret(ui);
            parts::note(ui, Tone::Calm, &scene.get("window-rehearse-calling"));
        }
        Rehearse::Called => {
            if let Some(heard) = scene.report.rehearsals.last() {
                called(ui, scene, heard);
            }
            tiles::findings_of(ui, scene, &CALL);
            hand_back(ui, scene);
        }
        Rehearse::Waiting => {
            tiles::forget_secret(ui);
            parts::note(ui, Tone::Calm, &scene.get("window-rehearse-waiting"));
            rounds(ui, scene, &scene.report.rings);
        }
        Rehearse::Waited => {
            rounds(ui, scene, &scene.report.rings);
            tiles::findings_of(ui, scene, &WAIT);
            hand_back(ui, scene);
        }
    }
}

pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>, stage: Rehearse) {
    match stage {
        Rehearse::Ask => {
            let order = Box::new(scene.drafts.phone());
            scene.primary(ui, &scene.get("window-rehearse-call"), Action::Call(order.clone()));
            scene.button(ui, &scene.get("window-rehearse-ring"), Action::RingTest(order));
        }
        Rehearse::Calling | Rehearse::Waiting => super::cancel(ui, scene),
        Rehearse::Called | Rehearse::Waited => {
            scene.primary(ui, &scene.get("window-finish"), Action::Home);
            scene.button(ui, &scene.get("window-rehearse-again"), Action::Rehearse);
        }
    }
}

fn ask(ui: &mut Ui, scene: &mut Scene<'_>) {
    fill_in(scene);
    parts::card(ui, |ui| {
        let name = scene.get("window-rehearse-server");
        parts::strong(ui, &name);
        tiles::field(ui, &name, &scene.get("window-rehearse-server-hint"), &mut scene.drafts.server);
        let name = scene.get("window-rehearse-user");
        parts::strong(ui, &name);
        tiles::field(ui, &name, &scene.get("window-rehearse-user-hint"), &mut scene.drafts.user);
        parts::small(ui, &scene.get("window-rehearse-spare"));
        let name = scene.get("window-rehearse-password");
        parts::strong(ui, &name);
        tiles::secret_field(ui, &name, &mut scene.drafts.password);
        parts::small(ui, &scene.get("window-rehearse-password-kept"));
        let name = scene.get("window-rehearse-number");
        parts::strong(ui, &name);
        tiles::field(ui, &name, &scene.get("window-rehearse-number-hint"), &mut scene.drafts.number);
        if let Err(why) = callable(&scene.drafts.number)
            && !scene.drafts.number.trim().is_empty()
        {
            let key = format!("problem-not-called-{}", why.id());
            let number = scene.drafts.number.clone();
            parts::note(ui, Tone::Bad, &scene.words.with(&key, [("number", &number)]));
        }
        super::knock::way_out(ui, scene);
    });
    ui.add_space(space::S);
    parts::soft(ui, &scene.get("window-rehearse-ring.lead"));
}

/// Where a colleague's office asked for the call, it gets what came of it.
fn hand_back(ui: &mut Ui, scene: &mut Scene<'_>) {
    if let Some(code) = scene.wizard.call_code() {
        ui.add_space(space::S);
        super::helping::hand_back(ui, scene, code, "window-hand-back-call.lead");
    }
}

/// What is known already need not be typed. Only once for each office, so that an emptied box stays empty.
fn fill_in(scene: &mut Scene<'_>) {
    let theirs = scene.wizard.played_for().map(|view| view.address.to_string());
    let office = theirs.clone().unwrap_or_default();
    if scene.drafts.phone_filled.replace(office.clone()) == Some(office) {
        return;
    }
    if let Some(address) = theirs {
        scene.drafts.server = address;
        scene.drafts.user.clear();
        scene.drafts.number = scene.profile().and_then(|p| p.echo.clone()).unwrap_or_default();
        return;
    }
    if scene.wizard.practice().is_some() {
        PRACTICE_PHONE.server.clone_into(&mut scene.drafts.server);
        PRACTICE_PHONE.user.clone_into(&mut scene.drafts.user);
        PRACTICE_PHONE.number.clone_into(&mut scene.drafts.number);
        scene.drafts.password = Password::new(PRACTICE_PHONE.password.to_owned());
        return;
    }
    let answers = &scene.report.answers;
    let street = scene.report.office.public_address.map(|ip| ip.to_string());
    scene.drafts.server = answers.phones_use.clone().or(street).unwrap_or_default();
    scene.drafts.number = scene.profile().and_then(|p| p.echo.clone()).unwrap_or_default();
}

fn called(ui: &mut Ui, scene: &Scene<'_>, heard: &Rehearsal) {
    let said = lines(scene.words.text(), heard, &[]);
    let lamp = match heard.sound() {
        Some(Sound::BothWays) => Lamp::Lit,
        Some(Sound::Dead(_) | Sound::None) => Lamp::Trouble,
        Some(Sound::OutUnknown) | None => Lamp::Dark,
    };
    parts::card(ui, |ui| {
        for (index, line) in said.iter().enumerate() {
            match index {
                0 => parts::title(ui, line),
                1 => {
                    ui.horizontal_top(|ui| {
                        lamp_ui(ui, lamp, line);
                        ui.vertical(|ui| {
                            ui.add_space(3.0);
                            parts::strong(ui, line);
                        });
                    });
                }
                _ => parts::body(ui, line),
            }
        }
    });
    ui.add_space(space::S);
}

/// The three waits, with what came of each.
fn rounds(ui: &mut Ui, scene: &Scene<'_>, rings: &[RingRound]) {
    ui.add_space(space::S);
    parts::card(ui, |ui| {
        for wait in WAITS {
            let came = rings.iter().find(|r| r.quiet_secs == wait).map(|r| r.rang);
            let (lamp, key) = match came {
                Some(true) => (Lamp::Lit, "ring-rang"),
                Some(false) => (Lamp::Trouble, "ring-silent"),
                None => (Lamp::Dark, "ring-not-yet"),
            };
            let line = scene.words.with(key, [("seconds", &wait)]);
            ui.horizontal_top(|ui| {
                lamp_ui(ui, lamp, &line);
                ui.vertical(|ui| parts::body(ui, &line));
            });
        }
    });
    ui.add_space(space::S);
}

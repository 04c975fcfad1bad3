//! The questions: each with why it is asked, a default, and "I don't know".

use egui::{ComboBox, Ui};

use crate::domain::catalog;
use crate::domain::office::Symptom;
use crate::ui::drafts::{Drafts, Wanted};
use crate::ui::parts::{self, Tone};
use crate::ui::scene::{Scene, Wish};
use crate::ui::theme::space;
use crate::ui::tiles;
use crate::wizard::Action;

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| {
            question(ui, scene, "ask-symptom", symptom);
        },
        |ui, scene| {
            question(ui, scene, "ask-system", system);
            question(ui, scene, "ask-using", using);
        },
    );
    ui.add_space(space::S);
    parts::section(ui, &scene.get("window-questions-more"));
    parts::soft(ui, &scene.get("window-questions-more.lead"));
    ui.add_space(space::S);
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| {
            question(ui, scene, "ask-phones-use", phones_use);
            question(ui, scene, "ask-calls", calls);
        },
        |ui, scene| {
            question(ui, scene, "ask-trusted", trusted);
            question(ui, scene, "ask-pbx", pbx);
        },
    );
}

pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>) {
    scene.primary(ui, &scene.get("window-next"), Wish::Answered);
    if !scene.drafts.is_sound() {
        parts::soft(ui, &scene.get("window-questions-unsound"));
    }
}

/// A card with a question, why it is asked, and the answer.
fn question(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, answer: impl FnOnce(&mut Ui, &mut Scene<'_>, &str)) {
    let name = scene.get(key);
    parts::card(ui, |ui| {
        parts::title(ui, &name);
        if let Some(why) = scene.words.maybe(&format!("{key}.why")) {
            parts::small(ui, &why);
        }
        ui.add_space(space::XS);
        answer(ui, scene, &name);
        if let Some(default) = scene.words.maybe(&format!("{key}.default")) {
            parts::small(ui, &default);
        }
        if let Some(help) = scene.words.maybe(&format!("{key}.help")) {
            parts::drawer(ui, key, &scene.get("window-how-to-find"), |ui| parts::soft(ui, &help));
        }
    });
    ui.add_space(space::S);
}

fn symptom(ui: &mut Ui, scene: &mut Scene<'_>, _name: &str) {
    for symptom in Symptom::ALL {
        let label = scene.get(&format!("symptom-{}", symptom.id()));
        ui.radio_value(&mut scene.drafts.answers.symptom, symptom, label);
    }
}

/// "I don't know", to be seen and chosen: ticked while there is no other answer. Gives true when it was clicked.
fn unknown(ui: &mut Ui, scene: &Scene<'_>, question: &str, nothing: bool) -> bool {
    let mut ticked = nothing;
    let words = scene.get("window-dont-know");
    let shown = ui.checkbox(&mut ticked, &words);
    // The same words stand below several questions.
    shown.accessible_name(format!("{question} {words}")).clicked()
}

/// A box, and below it "I don't know", which empties it. Taken back, it leads to the box.
fn field_or_unknown(
    ui: &mut Ui,
    scene: &mut Scene<'_>,
    name: &str,
    hint: &str,
    text: impl Fn(&mut Drafts) -> &mut String,
) {
    let hint = scene.get(hint);
    let shown = tiles::field(ui, name, &hint, text(scene.drafts));
    let nothing = text(scene.drafts).trim().is_empty();
    if unknown(ui, scene, name, nothing) {
        text(scene.drafts).clear();
        if nothing {
            shown.request_focus();
        }
    }
}

fn using(ui: &mut Ui, scene: &mut Scene<'_>, name: &str) {
    for used in scene.drafts.uses() {
        let label = scene.words.maybe(&format!("use-{used}")).unwrap_or_else(|| used.clone());
        let mut ticked = scene.drafts.answers.using.contains(&used);
        if ui.checkbox(&mut ticked, label).changed() {
            scene.drafts.set_use(&used, if ticked { Wanted::Yes } else { Wanted::No });
        }
        if let Some(help) = scene.words.maybe(&format!("use-{used}.help")) {
            parts::under_tick(ui, |ui| parts::small(ui, &help));
        }
    }
    let nothing = scene.drafts.answers.using.is_empty();
    if unknown(ui, scene, name, nothing) {
        scene.drafts.answers.using.clear();
    }
    if nothing {
        parts::note(ui, Tone::Calm, &scene.get("window-using-empty"));
    }
}

fn system(ui: &mut Ui, scene: &mut Scene<'_>, name: &str) {
    let unknown = scene.get("window-dont-know");
    let chosen = scene.drafts.answers.system.clone();
    let shown = chosen.as_ref().and_then(catalog::profile).map_or_else(|| unknown.clone(), |p| p.name.clone());
    let mut picked = chosen.clone();
    let width = ui.available_width().min(420.0);
    let combo = ComboBox::from_id_salt("system").selected_text(shown).width(width).truncate();
    let shown = combo.show_ui(ui, |ui| {
        ui.set_min_width(width);
        ui.selectable_value(&mut picked, None, &unknown);
        for profile in catalog::all_profiles() {
            ui.selectable_value(&mut picked, Some(profile.id.clone()), &profile.name);
        }
    });
    shown.response.accessible_name(name);
    if picked != chosen {
        scene.drafts.choose_system(picked);
    }
    if let Some(kept) = scene.wizard.kept_profile().filter(|id| scene.drafts.own_chosen.as_ref() != Some(id)) {
        scene.drafts.own_chosen = Some(kept.clone());
        scene.drafts.choose_system(Some(kept.clone()));
    }
    let heading = scene.get("window-own-system");
    parts::drawer(ui, "own-system", &heading, |ui| own_system(ui, scene));
}

/// A phone system with other numbers than the usual ones.
fn own_system(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::soft(ui, &scene.get("window-own-system.lead"));
    let names = ["window-own-name", "window-own-bell", "window-own-voices"].map(|key| scene.get(key));
    let [name, bell, voices] = &names;
    tiles::field(ui, name, name, &mut scene.drafts.own_name);
    tiles::field(ui, bell, bell, &mut scene.drafts.own_bell);
    tiles::field(ui, voices, voices, &mut scene.drafts.own_voices);
    let label = scene.get("window-own-keep");
    match scene.drafts.own_profile() {
        Ok(profile) => scene.button(ui, &label, Action::KeepProfile(Box::new(profile))),
        Err(()) => {
            parts::secondary(ui, &label, false);
        }
    }
}

fn phones_use(ui: &mut Ui, scene: &mut Scene<'_>, name: &str) {
    field_or_unknown(ui, scene, name, "window-phones-use-hint", |drafts| &mut drafts.phones_use);
}

fn calls(ui: &mut Ui, scene: &mut Scene<'_>, name: &str) {
    field_or_unknown(ui, scene, name, "window-calls-hint", |drafts| &mut drafts.calls);
    if scene.drafts.calls().is_err() {
        parts::note(ui, Tone::Bad, &scene.get("window-wrong-number"));
    }
}

fn trusted(ui: &mut Ui, scene: &mut Scene<'_>, name: &str) {
    field_or_unknown(ui, scene, name, "window-trusted-hint", |drafts| &mut drafts.trusted);
    if let Err(part) = scene.drafts.trusted() {
        parts::note(ui, Tone::Bad, &scene.words.with("window-wrong-network", [("word", &part)]));
    }
}

fn pbx(ui: &mut Ui, scene: &mut Scene<'_>, name: &str) {
    field_or_unknown(ui, scene, name, "window-pbx-hint", |drafts| &mut drafts.pbx);
    if scene.drafts.pbx().is_err() {
        parts::note(ui, Tone::Bad, &scene.get("window-wrong-address"));
    }
}

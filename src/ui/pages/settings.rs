//! Text size, theme, movement, language. Each takes effect at once and is remembered.

use egui::Ui;

use crate::store::look::{AS_THE_SYSTEM, Look, MotionChoice, TEXT_SIZES, ThemeChoice};
use crate::text;
use crate::ui::parts;
use crate::ui::scene::{Scene, Wish};
use crate::ui::theme::space;
use crate::ui::vendor;

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>) {
    card(ui, scene, "window-text-size", sizes);
    ui.add_space(space::S);
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| {
            card(ui, scene, "window-theme", themes);
            ui.add_space(space::S);
            card(ui, scene, "window-motion", motions);
            vendor::choice_ui(ui, scene);
        },
        |ui, scene| card(ui, scene, "window-language", languages),
    );
}

fn card(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, choices: impl FnOnce(&mut Ui, &mut Scene<'_>)) {
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get(key));
        parts::soft(ui, &scene.get(&format!("{key}.lead")));
        ui.add_space(space::S);
        choices(ui, scene);
    });
}

fn sizes(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        for size in TEXT_SIZES {
            let name = scene.words.with("window-text-size-percent", [("percent", &size)]);
            let look = Look { text_size: size, ..scene.look.clone() };
            choice(ui, scene, &name, scene.look.size() == size, look);
        }
    });
}

fn themes(ui: &mut Ui, scene: &mut Scene<'_>) {
    for theme in ThemeChoice::ALL {
        let name = scene.get(&format!("window-theme-{}", theme.id()));
        let look = Look { theme, ..scene.look.clone() };
        choice(ui, scene, &name, scene.look.theme == theme, look);
    }
}

fn motions(ui: &mut Ui, scene: &mut Scene<'_>) {
    for motion in MotionChoice::ALL {
        let name = scene.get(&format!("window-motion-{}", motion.id()));
        let look = Look { motion, ..scene.look.clone() };
        choice(ui, scene, &name, scene.look.motion == motion, look);
    }
}

/// Each language by its own name, since whoever looks for it may read no other.
fn languages(ui: &mut Ui, scene: &mut Scene<'_>) {
    // Where a vendor preset a language, the system's own is a choice like every other one.
    let system = scene.preset_language.map(|_| AS_THE_SYSTEM.to_owned());
    let chosen = scene.look.language.as_deref().or(scene.preset_language);
    let look = Look { language: system.clone(), ..scene.look.clone() };
    let is_system = chosen.is_none() || chosen == Some(AS_THE_SYSTEM);
    choice(ui, scene, &scene.get("window-language-system"), is_system, look);
    for (id, name) in text::names() {
        let look = Look { language: Some((*id).to_owned()), ..scene.look.clone() };
        choice(ui, scene, name, chosen == Some(*id), look);
    }
}

fn choice(ui: &mut Ui, scene: &mut Scene<'_>, name: &str, chosen: bool, look: Look) {
    if ui.radio(chosen, name).clicked() && !chosen {
        scene.wishes.push(Wish::Wear(look));
    }
}

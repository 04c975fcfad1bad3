//! Every key that does something, as it stands on this computer's keyboard.

use egui::{Frame, Label, Margin, RichText, Stroke, Ui};

use crate::ui::keys::Pressed;
use crate::ui::parts;
use crate::ui::scene::Scene;
use crate::ui::theme::{palette, space};

/// Keys that every program uses in this way, and what they do.
const USUAL: [(&[&str], &str); 5] = [
    (&["window-key-enter"], "window-key-enter-does"),
    (&["window-key-esc"], "window-key-esc-does"),
    (&["window-key-tab", "window-key-back-tab"], "window-key-tab-does"),
    (&["window-key-space"], "window-key-space-does"),
    (&["window-key-arrows"], "window-key-arrows-does"),
];

/// The window's own, and what they do.
const OURS: [(Pressed, &str); 8] = [
    (Pressed::Menu, "window-menu"),
    (Pressed::Recheck, "window-recheck"),
    (Pressed::Save, "window-menu-save"),
    (Pressed::Words, "window-glossary"),
    (Pressed::Settings, "window-settings"),
    (Pressed::Larger, "window-text-larger"),
    (Pressed::Smaller, "window-text-smaller"),
    (Pressed::UsualSize, "window-text-usual"),
];

/// Width of the column of keys, in points.
const KEYS: f32 = 150.0;

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| {
            parts::card(ui, |ui| {
                for (keys, does) in USUAL {
                    line(ui, scene, &keys.iter().map(|key| scene.get(key)).collect::<Vec<_>>(), does);
                }
                let with_ctrl = Pressed::EnterWithCtrl.keys(scene.words, ui.ctx().os());
                line(ui, scene, &with_ctrl, "window-key-enter-with-ctrl-does");
            });
        },
        |ui, scene| {
            parts::card(ui, |ui| {
                for (pressed, does) in OURS {
                    line(ui, scene, &pressed.keys(scene.words, ui.ctx().os()), does);
                }
            });
        },
    );
}

fn line(ui: &mut Ui, scene: &Scene<'_>, keys: &[String], does: &str) {
    ui.horizontal_top(|ui| {
        let left = ui.cursor().left();
        ui.spacing_mut().item_spacing.x = space::XS;
        for key in keys {
            cap(ui, key);
        }
        // What they do stands in a column of its own.
        ui.add_space((left + KEYS - ui.cursor().left()).max(space::S));
        ui.vertical(|ui| {
            ui.add_space(2.0);
            parts::body(ui, &scene.get(does));
        });
    });
    ui.add_space(space::XS);
}

/// A key, drawn as one.
fn cap(ui: &mut Ui, name: &str) {
    let colours = palette(ui);
    Frame::new()
        .fill(colours.rail)
        .stroke(Stroke::new(1.0, colours.edge))
        .corner_radius(5)
        .inner_margin(Margin::symmetric(8, 2))
        .show(ui, |ui| ui.add(Label::new(RichText::new(name).color(colours.ink)).extend()));
}

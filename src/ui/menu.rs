//! The menu that is there on every screen: what the whole program can do, and the keys for it.

use egui::{Atom, Button, IdSalt, Popup, RectAlign, Stroke, Ui, Vec2, vec2};

use super::keys::Pressed;
use super::pages::Page;
use super::parts;
use super::scene::{Move, Scene, Wish};
use super::screens;
use super::theme::{FIELD_RADIUS, palette, space};
use crate::wizard::Action;

/// Width of the open menu, in points. A narrow window makes it narrower.
const WIDTH: f32 = 330.0;

/// Where the menu opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opens {
    /// From the foot of the rail.
    Upwards,
    /// From the head of a narrow window.
    Downwards,
}

/// The button, and the menu while it is open.
pub(super) fn menu_ui(ui: &mut Ui, scene: &mut Scene<'_>, opens: Opens, pressed: Pressed) {
    let name = scene.get("window-menu");
    let icon = IdSalt::new("menu-icon");
    let drawn = parts::quietly(ui, |ui| {
        let button = Button::new((Atom::custom(icon, Vec2::splat(18.0)), name.as_str()));
        button.min_size(Vec2::new(0.0, 34.0)).corner_radius(FIELD_RADIUS).atom_ui(ui)
    });
    let button = drawn.response.clone().accessible_name(&name);
    if let Some(rect) = drawn.rect(icon) {
        for y in [-5.0, 0.0, 5.0] {
            let at = rect.center() + vec2(0.0, y);
            ui.painter().line_segment([at - vec2(7.0, 0.0), at + vec2(7.0, 0.0)], Stroke::new(1.8, palette(ui).accent));
        }
    }
    if pressed == Pressed::Menu {
        Popup::toggle_id(ui.ctx(), Popup::default_response_id(&button));
        button.request_focus();
    }
    let (align, others) = match opens {
        Opens::Upwards => (RectAlign::TOP_START, [RectAlign::TOP_START]),
        Opens::Downwards => (RectAlign::BOTTOM_END, [RectAlign::BOTTOM_END]),
    };
    let width = WIDTH.min(ui.ctx().content_rect().width() - 2.0 * space::L);
    Popup::menu(&button).align(align).align_alternatives(&others).gap(space::XS).accessible_name(&name).show(|ui| {
        ui.set_width(width);
        // A low window shows a part of it.
        let most = ui.ctx().content_rect().height() - 90.0;
        egui::ScrollArea::vertical().max_height(most).show(ui, |ui| entries(ui, scene));
    });
}

fn entries(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.spacing_mut().item_spacing.y = 2.0;
    wish(ui, scene, "window-recheck", Pressed::Recheck, Action::Recheck);
    wish(ui, scene, "window-look-inside", Pressed::Nothing, Action::LookInside);
    let able = screens::has_report(scene);
    if entry(ui, scene, "window-menu-save", Pressed::Save, able) {
        screens::save(scene);
    }
    if entry(ui, scene, "window-copy-masked", Pressed::Nothing, able) {
        screens::copy(ui, scene);
    }
    ui.separator();
    wish(ui, scene, "window-settings", Pressed::Settings, Wish::Open(Page::Settings));
    ui.separator();
    wish(ui, scene, "window-glossary", Pressed::Words, Wish::Open(Page::Glossary));
    wish(ui, scene, "window-keyboard", Pressed::Nothing, Wish::Open(Page::Keyboard));
    wish(ui, scene, "window-about", Pressed::Nothing, Wish::Open(Page::About));
    if scene.wizard.practice().is_some() {
        ui.separator();
        wish(ui, scene, "window-gallery", Pressed::Nothing, Wish::Open(Page::Gallery));
        wish(ui, scene, "window-practice-leave", Pressed::Nothing, Wish::Move(Move::Real));
    }
}

fn wish(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, keys: Pressed, wish: impl Into<Wish>) {
    let wish = wish.into();
    let able = scene.can(&wish);
    if entry(ui, scene, key, keys, able) {
        scene.wishes.push(wish);
    }
}

/// One line of the menu; true when it was chosen.
fn entry(ui: &mut Ui, scene: &Scene<'_>, key: &str, keys: Pressed, able: bool) -> bool {
    let name = scene.get(key);
    let keys = keys.keys(scene.words, ui.ctx().os()).into_iter().next();
    let said = match &keys {
        Some(keys) => scene.words.with("window-menu-entry", [("name", &name), ("keys", keys)]),
        None => name.clone(),
    };
    let mut button = Button::new(name.as_str()).min_size(Vec2::new(ui.available_width(), 34.0));
    if let Some(keys) = &keys {
        button = button.shortcut_text(keys.as_str());
    }
    let response = ui.add_enabled(able, button).accessible_name(said);
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}

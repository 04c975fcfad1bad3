//! Pages about the program itself. They lie over the screen of the step, which goes on below them.

mod about;
mod gallery;
mod glossary;
mod keyboard;
mod settings;

use egui::Ui;

use super::parts;
use super::scene::{Scene, Wish};
use super::screens;
use super::theme::space;

pub(super) use about::whereabouts;
pub use glossary::WORDS;

/// A page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Page {
    /// Text size, theme, language.
    Settings,
    /// Words explained.
    Glossary,
    /// Keys.
    Keyboard,
    /// Version, licences, where things lie.
    About,
    /// Every part of the window, for those who work on it. Practice offices only.
    Gallery,
}

impl Page {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Settings, Self::Glossary, Self::Keyboard, Self::About, Self::Gallery];

    /// Key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Settings => "window-settings",
            Self::Glossary => "window-glossary",
            Self::Keyboard => "window-keyboard",
            Self::About => "window-about",
            Self::Gallery => "window-gallery",
        }
    }
}

/// The page.
pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, page: Page) {
    parts::heading(ui, &scene.get(page.key()));
    parts::soft(ui, &scene.get(&format!("{}.lead", page.key())));
    ui.add_space(space::M);
    screens::notices(ui, scene);
    match page {
        Page::Settings => settings::body(ui, scene),
        Page::Glossary => glossary::body(ui, scene),
        Page::Keyboard => keyboard::body(ui, scene),
        Page::About => about::body(ui, scene),
        Page::Gallery => gallery::body(ui, scene),
    }
}

/// The way back, also by Enter and Esc.
pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>) {
    scene.primary(ui, &scene.get("window-page-done"), Wish::Close);
}

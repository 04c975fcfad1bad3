//! About the program: its version, its licences and those of what it is built from, and where its files lie.

use std::path::{Path, PathBuf};

use egui::{Label, RichText, ScrollArea, TextStyle, Ui};

use crate::store::{handed, log};
use crate::ui::parts;
use crate::ui::scene::{Scene, Whereabouts};
use crate::ui::theme::{palette, space};
use crate::ui::vendor;

/// The version, from the package.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The licence of the fonts, whole: it asks to go along.
const FONTS: &str = include_str!("../../../assets/fonts/OFL.txt");

/// Libraries inside the program, one a line: name, version, licence. A test compares them with Cargo.
const LIBRARIES: &str = include_str!("../../../assets/libraries.txt");

/// Height of what can be scrolled, in points.
const HEIGHT: f32 = 240.0;

/// Where things lie, for the page that says so.
pub(in crate::ui) fn whereabouts(folder: &Path) -> Vec<Whereabouts> {
    let mut places = vec![
        ("window-lies-settings", folder.join("settings.toml")),
        ("window-lies-journal", folder.join("journal.json")),
        ("window-lies-history", folder.join("history")),
        ("window-lies-log", folder.join(log::FILE)),
    ];
    places.extend(handed::documents().ok().map(|folder| ("window-lies-reports", folder)));
    let said = |(key, path): (&str, PathBuf)| Whereabouts { key: key.to_owned(), path: path.display().to_string() };
    places.into_iter().map(said).collect()
}

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| {
            vendor::letterhead_ui(ui, scene);
            program(ui, scene);
            ui.add_space(space::S);
            files(ui, scene);
        },
        licences,
    );
}

fn version(scene: &Scene<'_>) -> String {
    scene.words.with("window-about-version", [("version", &VERSION)])
}

/// What support asks for first.
fn program(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-title"));
        parts::body(ui, &version(scene));
        parts::soft(ui, &scene.words.with("window-about-system", [("system", &system())]));
        ui.add_space(space::S);
        ui.horizontal_wrapped(|ui| {
            let facts = facts(scene);
            scene.copy(ui, &scene.get("window-about-copy"), "about", || facts);
        });
    });
}

fn system() -> String {
    format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)
}

fn facts(scene: &Scene<'_>) -> String {
    let mut facts = vec![format!("{} {VERSION}", scene.get("window-title")), system()];
    if let Some(letterhead) = scene.words.text().letterhead() {
        facts.push(scene.words.with("vendor-prepared-by", [("name", &letterhead.name)]));
    }
    facts.extend(scene.whereabouts.iter().map(|w| {
        let name = scene.get(&w.key);
        scene.words.with("window-about-fact", [("name", &name), ("path", &w.path)])
    }));
    facts.join("\n")
}

fn files(ui: &mut Ui, scene: &Scene<'_>) {
    if scene.whereabouts.is_empty() {
        return;
    }
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-about-files"));
        parts::soft(ui, &scene.get("window-about-files.lead"));
        ui.add_space(space::XS);
        for place in scene.whereabouts {
            parts::strong(ui, &scene.get(&place.key));
            parts::technical(ui, &place.path);
        }
    });
}

fn licences(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-about-licence"));
        parts::body(ui, &scene.get("window-about-licence.own"));
        ui.add_space(space::S);
        parts::body(ui, &scene.get("window-about-licence.fonts"));
        parts::drawer(ui, "fonts", &scene.get("window-about-fonts"), |ui| {
            ScrollArea::vertical().id_salt("fonts").max_height(HEIGHT).show(ui, |ui| {
                for paragraph in FONTS.split("\n\n") {
                    parts::technical(ui, paragraph);
                }
            });
        });
        ui.add_space(space::S);
        let count = LIBRARIES.lines().count();
        parts::body(ui, &scene.words.with("window-about-licence-libraries", [("count", &count)]));
        parts::drawer(ui, "libraries", &scene.get("window-about-libraries"), |ui| {
            let line = ui.text_style_height(&TextStyle::Monospace);
            ScrollArea::both().id_salt("libraries").max_height(HEIGHT).show_rows(ui, line, count, |ui, rows| {
                for row in LIBRARIES.lines().skip(rows.start).take(rows.len()) {
                    let colour = palette(ui).soft;
                    let text = RichText::new(row).text_style(TextStyle::Monospace).color(colour);
                    ui.add(Label::new(text).extend());
                }
            });
        });
    });
}

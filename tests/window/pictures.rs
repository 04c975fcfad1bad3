//! Every main screen painted, for a person to look at: `tests/pictures` paints them by day and at night, in two
//! languages. That each is really painted, from edge to edge, is checked in every run, in one language by day.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::PathBuf;

use egui_kittest::Harness;
use separate_entrance::store::look::{Look, ThemeChoice};
use separate_entrance::ui::{Page, theme};

use crate::painter::Painter;
use crate::screens::states;
use crate::sitting::{Screen, Sitting, speak};

/// Width and height of a picture, in points.
const SIZE: [f32; 2] = [1100.0, 760.0];
/// Longer screens are shown whole up to here.
const WHOLE: [f32; 2] = [1100.0, 2000.0];

/// Within the frame.
const EDGE: u32 = 12;

/// Those that stand for all; the others differ from them by a line or two.
const MAIN: [&str; 24] = [
    "welcome",
    "questions, nothing known",
    "router, looking",
    "router, found",
    "router, two of them and a shared tower",
    "phones, candidates",
    "phones, nobody there",
    "phones, found",
    "knock, choose",
    "knock, invited",
    "knock, walking",
    "offer",
    "opening, begun",
    "opening, done",
    "by hand",
    "checking",
    "results, as the home of a later start",
    "results, after a re-check",
    "results, rewritten by a doorman",
    "helping, agree",
    "helping, done",
    "rehearse, called",
    "inside, ask",
    "inside, what it says",
];

/// A folder where all pictures are wanted, in every look; else one of each is painted. None where nothing paints, which
/// is said past the capture of tests that pass, so that `tests/run` counts it.
fn wanted() -> Option<(PathBuf, bool)> {
    if let Err(why) = Painter::new() {
        writeln!(std::io::stdout(), "\nSKIPPED {why}").unwrap();
        return None;
    }
    let named = std::env::var_os("PICTURES").map(PathBuf::from);
    let all = named.is_some();
    let folder = named.unwrap_or_else(|| concat!(env!("CARGO_MANIFEST_DIR"), "/tests/output/screens").into());
    std::fs::create_dir_all(&folder).unwrap();
    Some((folder, all))
}

#[test]
fn the_main_screens_are_painted_from_edge_to_edge() {
    let Some((folder, all)) = wanted() else { return };
    let looks = [
        ("en", egui::Theme::Light, "day"),
        ("en", egui::Theme::Dark, "night"),
        ("de", egui::Theme::Light, "day"),
        ("de", egui::Theme::Dark, "night"),
    ];
    let looks = if all { &looks[..] } else { &looks[..1] };
    let mut painted = 0;
    for (language, look, name_of_look) in looks.iter().copied() {
        speak(language);
        for (name, sitting) in states() {
            if !MAIN.contains(&name) {
                continue;
            }
            let size = if name.starts_with("results") { WHOLE } else { SIZE };
            let file = format!("{}-{language}-{name_of_look}.png", name.replace(", ", "-").replace(' ', "-"));
            let image = paint(sitting, size, look);
            let colours: BTreeSet<[u8; 4]> = image.pixels().map(|p| p.0).collect();
            assert!(colours.len() > 40, "{file} is empty");
            // The test's frame leaves a few points around the window.
            let (right, foot) = (image.width() - EDGE, image.height() - EDGE);
            let corners = [(EDGE, EDGE), (right, EDGE), (EDGE, foot), (right, foot)];
            assert!(corners.iter().all(|(x, y)| image.get_pixel(*x, *y).0[3] == 255), "{file} has a hole");
            image.save(folder.join(file)).unwrap();
            painted += 1;
        }
    }
    speak("en");
    assert_eq!(painted, MAIN.len() * looks.len());
}

/// The pages about the program and the menu, in two languages and every look.
#[test]
fn the_pages_and_the_menu_are_painted_too() {
    let Some((folder, all)) = wanted() else { return };
    let looks = [
        ("en", ThemeChoice::Light),
        ("en", ThemeChoice::HighContrast),
        ("en", ThemeChoice::Dark),
        ("de", ThemeChoice::Light),
        ("de", ThemeChoice::Dark),
    ];
    for (language, theme) in looks.into_iter().take(if all { looks.len() } else { 1 }) {
        speak(language);
        let look = Look { theme, ..Look::default() };
        for page in Page::ALL {
            let mut sitting = Sitting::new(None);
            sitting.window.open(Some(page));
            let tall = [1100.0, if page == Page::Gallery { 2000.0 } else { 760.0 }];
            let file = format!("page-{page:?}-{language}-{}.png", theme.id()).to_lowercase();
            paint_in(sitting, tall, look.clone()).save(folder.join(file)).unwrap();
        }
        let mut screen = shown_in(Sitting::new(None), SIZE, look, 1.0);
        screen.key_press(egui::Key::F10);
        screen.run();
        screen.render().unwrap().save(folder.join(format!("menu-{language}-{}.png", theme.id()))).unwrap();
    }
    speak("en");
}

/// A few screens as they look to eyes that need more.
#[test]
fn the_clearer_looks_are_painted_too() {
    let Some((folder, _)) = wanted() else { return };
    // A window of 800 by 600 in which everything is twice as large.
    for (name, sitting) in states().into_iter().filter(|(name, _)| ["router, found", "offer"].contains(name)) {
        let image = paint_in(sitting, [400.0, 700.0], Look::default());
        image.save(folder.join(format!("{}-narrow.png", name.replace(", ", "-")))).unwrap();
    }
    for (name, sitting) in states() {
        if !["welcome", "questions, all known", "offer", "results, after a re-check"].contains(&name) {
            continue;
        }
        let name = name.replace(", ", "-").replace(' ', "-");
        let clear = Look { theme: ThemeChoice::HighContrast, ..Look::default() };
        let image = paint_in(sitting, [1100.0, 1100.0], clear);
        assert_eq!(image.get_pixel(EDGE, EDGE).0, [0, 0, 0, 255], "{name}: black ground");
        image.save(folder.join(format!("{name}-high-contrast.png"))).unwrap();
    }
}

/// Screens for which size matters most: a picture, a table, a code, much text.
const SIZED: [&str; 7] = [
    "welcome",
    "questions, all known",
    "router, found",
    "knock, invited",
    "offer",
    "by hand",
    "results, after a re-check",
];

/// Width and height in pixels, and how many of them a point has: the smallest window, and 4K at 100 and 300 %.
const PIXELS: [(&str, [u16; 2], f32); 3] =
    [("800x600", [800, 600], 1.0), ("4k", [3840, 2160], 1.0), ("4k-300", [3840, 2160], 3.0)];

#[test]
fn large_screens_and_large_text_are_painted_to_the_pixel() {
    let Some((folder, all)) = wanted() else { return };
    if !all {
        // Eight million points are much for a processor: only for a person to look at.
        return;
    }
    let mut painted = 0;
    for (of, pixels, scale) in PIXELS {
        let wanted = |name: &str| SIZED.contains(&name);
        for (name, sitting) in states().into_iter().filter(|(name, _)| wanted(name)) {
            let image =
                shown_in(sitting, pixels.map(|side| f32::from(side) / scale), Look::default(), scale).render().unwrap();
            assert_eq!([image.width(), image.height()], pixels.map(u32::from), "{name} {of}");
            let file = format!("{}-{of}.png", name.replace(", ", "-").replace(' ', "-"));
            image.save(folder.join(file)).unwrap();
            painted += 1;
        }
    }
    assert_eq!(painted, PIXELS.len() * SIZED.len());
}

fn paint(sitting: Sitting, size: [f32; 2], look: egui::Theme) -> image::RgbaImage {
    let theme = match look {
        egui::Theme::Light => ThemeChoice::Light,
        egui::Theme::Dark => ThemeChoice::Dark,
    };
    paint_in(sitting, size, Look { theme, ..Look::default() })
}

fn paint_in(sitting: Sitting, size: [f32; 2], look: Look) -> image::RgbaImage {
    shown_in(sitting, size, look, 1.0).render().unwrap()
}

fn shown_in(mut sitting: Sitting, size: [f32; 2], look: Look, scale: f32) -> Screen {
    sitting.window.wear(look);
    let mut screen = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(scale)
        .renderer(Painter::new().unwrap())
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, sitting: &mut Sitting| {
                let _ = sitting.window.show(ui, sitting.now);
            },
            sitting,
        );
    screen.run();
    screen
}

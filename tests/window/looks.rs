//! Every screen and page in every look and every language: it settles, fits, can be read, and says what it should.

use std::collections::{BTreeMap, BTreeSet};

use egui::{FontFamily, FontId};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use separate_entrance::domain::message::{Event, Problem};
use separate_entrance::store::look::{Look, TEXT_SIZES, ThemeChoice};
use separate_entrance::text::{self, Text};
use separate_entrance::ui::{Page, theme};

use crate::buttons::Verbs;
use crate::paint::{contrast, lines};
use crate::screens::{KNOW_LITTLE, states};
use crate::sitting::{Screen, Sitting, is_restless, open_as, said, word};
use crate::vendor;

const SMALL: [f32; 2] = [800.0, 600.0];

fn look(language: &str) -> Look {
    Look { language: Some(language.to_owned()), ..Look::default() }
}

/// Every screen, and every page over one of them.
fn everything() -> Vec<(String, Sitting)> {
    let mut all: Vec<(String, Sitting)> = states().into_iter().map(|(name, s)| (name.to_owned(), s)).collect();
    for page in Page::ALL {
        let mut sitting = Sitting::new(None);
        sitting.window.open(Some(page));
        all.push((format!("page {page:?}"), sitting));
    }
    all.extend(vendor::states());
    all
}

/// It settles, rests, has words and names, fits, and can be read, in every theme.
fn all_is_sound(size: [f32; 2], look: &Look) {
    let english = look.language.as_deref() == Some("en");
    let verbs = Verbs::of(&Text::new(look.language.as_deref().unwrap_or("en")));
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, sitting) in everything() {
        let mut screen = open_as(sitting, size, look.clone());
        let mut found = Vec::new();
        for theme in [ThemeChoice::Dark, ThemeChoice::HighContrast, ThemeChoice::Light] {
            screen.state_mut().window.wear(Look { theme, ..look.clone() });
            screen.run();
            if is_restless(&screen) {
                found.push(format!("it asks for frames that nobody needs, {theme:?}"));
            }
            found.extend(cut_off(&screen, size[0]));
            found.extend(hard_to_read(&screen, theme));
        }
        found.extend(keys_that_show(&screen));
        found.extend(nameless(&screen));
        // The gallery shows buttons under the names of the code.
        if !name.ends_with("Gallery") {
            found.extend(verbless(&screen, &verbs));
        }
        // What is put into a sentence is the same in every language; elsewhere the words may mean something else too.
        if english && !KNOW_LITTLE.contains(&name.as_str()) {
            found.extend(gaps(&screen));
        }
        for fault in found {
            faults.entry(fault).or_default().push(name.clone());
        }
    }
    assert!(faults.is_empty(), "at {size:?} in {look:?}: {faults:#?}");
}

/// A thread for each language, with its name.
#[test]
fn all_is_sound_in_every_language() {
    std::thread::scope(|scope| {
        for language in text::languages() {
            let thread = std::thread::Builder::new().name(language.to_owned());
            thread.spawn_scoped(scope, move || all_is_sound(SMALL, &look(language))).unwrap();
        }
    });
}

#[test]
fn all_is_sound_in_a_large_window() {
    all_is_sound([1280.0, 800.0], &look("en"));
}

/// A screen of 3840 by 2160 at 100 %.
#[test]
fn all_is_sound_in_the_largest_window() {
    all_is_sound([3840.0, 2160.0], &look("en"));
}

/// On a screen of that size the picture stands in the middle of what the rail leaves, and the buttons below it.
#[test]
fn a_screen_in_the_largest_window_stands_in_the_middle() {
    for (name, sitting) in states().into_iter().filter(|(name, _)| ["welcome", "offer"].contains(name)) {
        let screen = open_as(sitting, [3840.0, 2160.0], look("en"));
        let with = |role| screen.root().children_recursive().filter(move |n| n.accesskit_node().role() == role);
        let picture = with(egui::Role::Image).map(|n| n.rect()).find(|r| r.width() > 200.0).unwrap();
        let (before, after) = (picture.left() - 236.0, 3840.0 - picture.right());
        assert!((before - after).abs() <= 2.0 && picture.width() <= 1060.0, "{name}: {picture:?}");
        let right = with(egui::Role::Button).map(|n| n.rect().right()).fold(0.0, f32::max);
        assert!(right <= picture.right() + 1.0, "{name}: a button ends at {right}, the picture is {picture:?}");
    }
}

/// The cable was pulled: every screen says so, with what to do about it, and fits and rests as before.
#[test]
fn every_screen_says_that_there_is_no_network() {
    let wanted = ["problem-no-network", "problem-no-network.action"].map(|key| Text::new("de").plain(key));
    for (name, mut sitting) in states() {
        sitting.say(Event::Problem(Problem::new("no-network")));
        let screen = open_as(sitting, SMALL, look("de"));
        let said = said(&screen);
        assert!(wanted.iter().all(|words| said.contains(words)), "{name}: {said:?}");
        assert_eq!(cut_off(&screen, SMALL[0]), Vec::<String>::new(), "{name}");
        assert!(!is_restless(&screen), "{name}");
    }
}

/// A window of 800 by 600 with text of twice the size has half the points.
#[test]
fn all_is_sound_with_text_of_twice_the_size() {
    all_is_sound([400.0, 300.0], &look("de"));
}

/// A screen of 3840 by 2160 at 300 %.
#[test]
fn all_is_sound_in_the_largest_window_with_everything_three_times_the_size() {
    all_is_sound([1280.0, 720.0], &look("de"));
}

/// Whoever looks for a language may read no other.
#[test]
fn every_language_is_offered_by_its_own_name_and_can_be_chosen() {
    let names: BTreeSet<&str> = text::names().iter().map(|(_, name)| name.as_str()).collect();
    assert!(names.len() == text::languages().len() && names.contains("English"), "{names:?}");
    for (language, name) in text::names() {
        for before in ["en", "de"] {
            let mut sitting = Sitting::new(None);
            sitting.window.open(Some(Page::Settings));
            let mut screen = open_as(sitting, [800.0, 1400.0], look(before));
            screen.get_by(|n| n.role() == egui::Role::RadioButton && n.label().as_deref() == Some(name)).click();
            screen.run();
            let heading = Text::new(language).plain("window-settings");
            assert!(said(&screen).contains(&heading), "{name}: {:?}", said(&screen));
        }
    }
}

/// A missing word shows as its key in brackets.
fn keys_that_show(screen: &Screen) -> Vec<String> {
    let is_key =
        |key: &str| key.contains('-') && key.chars().all(|c| c.is_ascii_lowercase() || "-.0123456789".contains(c));
    let said = said(screen);
    let keys = said.iter().flat_map(|text| text.split('[').skip(1)).filter_map(|t| t.split_once(']'));
    keys.filter(|(key, _)| is_key(key)).map(|(key, _)| format!("it shows the key {key}")).collect()
}

/// What can be pressed, ticked, chosen or typed into, and every picture, has a name for those who only hear it.
fn nameless(screen: &Screen) -> Vec<String> {
    let nodes = screen.root().children_recursive();
    let wanted = nodes.filter(|n| {
        let role = n.accesskit_node().role();
        egui::accessibility::is_input(role) || role == egui::Role::Image || role == egui::Role::ProgressIndicator
    });
    let silent = wanted.filter(|n| n.accesskit_node().label().is_none_or(|name| name.trim().is_empty()));
    silent.map(|n| format!("{:?} at {:?} has no name", n.accesskit_node().role(), n.rect())).collect()
}

/// A button says what it does.
fn verbless(screen: &Screen, verbs: &Verbs) -> Vec<String> {
    let nodes = screen.root().children_recursive();
    let buttons = nodes.filter(|n| n.accesskit_node().role() == egui::Role::Button);
    let labels = buttons.filter_map(|n| n.accesskit_node().label());
    let wrong = labels.filter(|label| !verbs.are_on(label));
    wrong.map(|label| format!("the button {label:?} does not say what it does")).collect()
}

/// A sentence without one of its values says "not known" in its place.
fn gaps(screen: &Screen) -> Vec<String> {
    let gap = word("not-known");
    said(screen).into_iter().filter(|said| said.contains(&gap)).map(|said| format!("a gap: {said}")).collect()
}

/// Buttons, boxes and words stand inside the window; downwards there is a scroll bar.
fn cut_off(screen: &Screen, width: f32) -> Vec<String> {
    let inputs = screen.root().children_recursive();
    let inputs = inputs.filter(|n| egui::accessibility::is_input(n.accesskit_node().role()));
    let outside = inputs.filter(|n| n.rect().left() < 0.0 || n.rect().right() > width);
    let mut faults: Vec<String> =
        outside.map(|n| format!("{:?} stands at {:?}", n.accesskit_node().label(), n.rect())).collect();
    // The picture cuts a word to what its board can hold, and says the whole of it to screen readers.
    let pictures: Vec<egui::Rect> = screen
        .root()
        .children_recursive()
        .filter(|n| n.accesskit_node().role() == egui::Role::Image && n.rect().width() > 200.0)
        .map(|n| n.rect())
        .collect();
    for line in lines(screen).into_iter().filter(|l| !pictures.iter().any(|p| p.contains(l.rect.center()))) {
        let (rect, clip) = (line.rect, line.clip);
        if line.elided || rect.left() < clip.left() - 1.0 || rect.right() > clip.right() + 1.0 {
            faults.push(format!("{:?} is cut short at {:.0}", line.text, clip.right()));
        }
    }
    faults
}

/// Ink against ground, as WCAG 2 asks: AA in the usual looks, AAA in high contrast.
fn hard_to_read(screen: &Screen, theme: ThemeChoice) -> Vec<String> {
    let wanted = |large: bool| match (theme, large) {
        (ThemeChoice::HighContrast, false) => 7.0,
        (ThemeChoice::System | ThemeChoice::Light | ThemeChoice::Dark, true) => 3.0,
        (ThemeChoice::HighContrast, true) | (ThemeChoice::System | ThemeChoice::Light | ThemeChoice::Dark, false) => {
            4.5
        }
    };
    let lines = lines(screen).into_iter().filter(|l| !l.faded);
    let measured = lines.map(|l| (contrast(l.ink, l.ground), l));
    let hard = measured.filter(|(found, line)| *found < wanted(line.large));
    hard.map(|(found, l)| format!("{:?} has {found:.1}: {:?} on {:?}", l.text, l.ink, l.ground)).collect()
}

/// What is no text and still has to be seen, as WCAG 2 asks: 3 to 1 against what lies beside it.
#[test]
fn edges_lamps_and_the_focus_stand_out() {
    for p in theme::palettes() {
        let seen = [
            ("a field or button on the page", p.edge, p.page),
            ("a field or button on a card", p.edge, p.card),
            ("a field or button on the rail", p.edge, p.rail),
            ("a field or button on a note", p.edge, p.accent_tint),
            ("the big button on the page", p.accent, p.page),
            ("the big button on a card", p.accent, p.card),
            ("the big button under the pointer", p.accent_deep, p.page),
            ("the ring around the big button, on the page", p.ink, p.page),
            ("the ring around the big button, on a card", p.ink, p.card),
            ("the ring around any other, on the page", p.accent, p.page),
            ("the ring around any other, on a card", p.accent, p.card),
            ("the ring around any other, on the rail", p.accent, p.rail),
            ("a card's edge that says all is well", p.good, p.card),
            ("a card's edge that warns", p.warn, p.card),
            ("a card's edge that is bad", p.bad, p.card),
        ];
        for (what, one, other) in seen {
            let found = contrast(one, other);
            assert!(found >= 3.0, "{what}: {found:.2}: {one:?} on {other:?}");
        }
    }
}

#[test]
fn every_character_of_every_language_has_a_glyph() {
    let screen = open_as(Sitting::new(None), SMALL, Look::default());
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    let mut files: Vec<_> = std::fs::read_dir(folder.join("text")).unwrap().map(|f| f.unwrap().path()).collect();
    files.extend(["libraries.txt", "fonts/OFL.txt"].map(|name| folder.join(name)));
    assert!(files.len() > 15, "{files:?}");
    let mut missing: BTreeMap<char, BTreeSet<String>> = BTreeMap::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        for c in text.chars().filter(|c| !c.is_control()).collect::<BTreeSet<char>>() {
            for family in [FontFamily::Proportional, FontFamily::Monospace, FontFamily::Name("semibold".into())] {
                let font = FontId::new(15.0, family);
                if !screen.ctx.fonts_mut(|fonts| fonts.has_glyphs(&font, &c.to_string())) {
                    missing.entry(c).or_default().insert(format!("{} {:?}", file.display(), font.family));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn text_grows_and_shrinks_step_by_step_and_no_further() {
    let mut look = Look { text_size: 99, ..Look::default() };
    assert_eq!(look.size(), 100, "the nearest that is offered");
    let mut sizes = Vec::new();
    for _ in 0..TEXT_SIZES.len() + 2 {
        look = look.larger();
        sizes.push(look.size());
    }
    assert_eq!(sizes, [115, 130, 150, 175, 200, 200, 200, 200, 200]);
    for _ in 0..TEXT_SIZES.len() + 2 {
        look = look.smaller();
    }
    assert_eq!((look.size(), look.usual_size().size()), (85, 100));
}

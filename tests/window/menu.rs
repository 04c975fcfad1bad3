//! The menu and its pages: there on every screen, by mouse and by keyboard, and what is chosen there takes effect.

use std::collections::BTreeSet;

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use separate_entrance::domain::message::{Command, Doing, Event};
use separate_entrance::domain::service::ServiceId;
use separate_entrance::store::look::{Look, MotionChoice, ThemeChoice};
use separate_entrance::text::{self, Text};
use separate_entrance::ui::{Page, WORDS, Wanted, Whereabouts};
use separate_entrance::wizard::{Action, Step};

use crate::screens::{at_knock, states};
use crate::sitting::{SAVED, Screen, Sitting, answers, copies, is_restless, open, open_as, press, said, word};

const SIZE: [f32; 2] = [1120.0, 800.0];

fn key(screen: &mut Screen, with: Modifiers, key: Key) {
    screen.key_press_modifiers(with, key);
    screen.run();
}

fn ctrl(screen: &mut Screen, pressed: Key) {
    key(screen, Modifiers::COMMAND, pressed);
}

fn shows(screen: &Screen, page: Page) -> bool {
    said(screen).contains(&word(&format!("{}.lead", page.key())))
}

/// An entry of the open menu, with its keys.
fn entry(key: &str, keys: &str) -> String {
    format!("{}, {keys}", word(key))
}

#[test]
fn the_menu_is_there_on_every_screen_and_rests() {
    for (name, sitting) in states() {
        let mut screen = open(sitting, [800.0, 600.0], egui::Theme::Light);
        press(&mut screen, &word("window-menu"));
        assert!(said(&screen).contains(&entry("window-glossary", "F1")), "{name}");
        assert!(!is_restless(&screen), "{name} with its menu open");
        for node in screen.root().children_recursive() {
            if egui::accessibility::is_input(node.accesskit_node().role()) {
                assert!(node.rect().right() <= 800.0, "{name}: {:?}", node.accesskit_node().label());
            }
        }
    }
}

#[test]
fn each_page_opens_from_the_menu_and_esc_leads_back() {
    let mut screen = open(Sitting::new(Some(answers())), SIZE, egui::Theme::Light);
    let entries = [
        (entry("window-settings", "Ctrl+,"), Page::Settings),
        (entry("window-glossary", "F1"), Page::Glossary),
        (word("window-keyboard"), Page::Keyboard),
        (word("window-about"), Page::About),
    ];
    for (name, page) in entries {
        press(&mut screen, &word("window-menu"));
        press(&mut screen, &name);
        assert!(shows(&screen, page), "{page:?}");
        assert!(!said(&screen).contains(&entry("window-glossary", "F1")), "the menu is shut again");
        key(&mut screen, Modifiers::NONE, Key::Escape);
        assert!(!shows(&screen, page), "{page:?} is left");
        assert_eq!(*screen.state().step(), Step::Welcome);
    }
    assert!(!said(&screen).contains(&word("window-gallery")), "the gallery is for practice offices");
}

#[test]
fn the_menu_can_be_used_by_the_keyboard_alone() {
    let mut screen = open(Sitting::new(None), SIZE, egui::Theme::Light);
    key(&mut screen, Modifiers::NONE, Key::F10);
    assert!(said(&screen).contains(&entry("window-glossary", "F1")));
    for _ in 0..20 {
        key(&mut screen, Modifiers::NONE, Key::ArrowDown);
        let focused = screen.root().children_recursive().find(egui_kittest::Node::is_focused);
        if focused.and_then(|n| n.accesskit_node().label()) == Some(word("window-about")) {
            break;
        }
    }
    key(&mut screen, Modifiers::NONE, Key::Enter);
    assert!(shows(&screen, Page::About));
    assert_eq!(*screen.state().step(), Step::Welcome, "Enter chose from the menu and nothing else");
    key(&mut screen, Modifiers::NONE, Key::Enter);
    assert!(!shows(&screen, Page::About), "Enter is done with the page");
    assert_eq!(*screen.state().step(), Step::Welcome);
}

#[test]
fn keys_open_pages_check_again_and_save() {
    let mut sitting = at_knock();
    sitting.act(Action::SkipKnock);
    sitting.act(Action::Recheck);
    sitting.play();
    let mut screen = open(sitting, SIZE, egui::Theme::Light);
    key(&mut screen, Modifiers::NONE, Key::F1);
    assert!(shows(&screen, Page::Glossary));
    ctrl(&mut screen, Key::Comma);
    assert!(shows(&screen, Page::Settings));
    ctrl(&mut screen, Key::S);
    let (_, order) = screen.state().orders.last().unwrap();
    assert!(matches!(order, Command::HandOut(_)), "{order:?}");
    screen.state_mut().say(Event::HandedOut { path: SAVED.to_owned() });
    screen.run();
    assert!(said(&screen).iter().any(|s| s.contains(SAVED)), "and the page says where");
    ctrl(&mut screen, Key::R);
    assert_eq!(*screen.state().step(), Step::Checking);
    assert!(!shows(&screen, Page::Settings), "a check is looked at");
}

#[test]
fn there_is_nothing_to_save_before_anything_was_seen() {
    let mut screen = open(Sitting::new(None), SIZE, egui::Theme::Light);
    ctrl(&mut screen, Key::S);
    assert!(screen.state().orders.is_empty(), "{:?}", screen.state().orders);
    press(&mut screen, &word("window-menu"));
    let name = entry("window-menu-save", "Ctrl+S");
    let save = screen.get_by_label(&name);
    assert!(save.accesskit_node().is_disabled());
}

#[test]
fn a_look_takes_effect_at_once_and_is_handed_over_to_be_remembered() {
    let mut screen = open(Sitting::new(Some(answers())), SIZE, egui::Theme::Light);
    let page = |screen: &Screen| screen.ctx.global_style().visuals.panel_fill;
    let light = page(&screen);
    ctrl(&mut screen, Key::Comma);
    screen.get_by_label(&word("window-theme-high-contrast")).click();
    screen.run();
    assert_eq!((page(&screen), screen.ctx.theme()), (egui::Color32::BLACK, egui::Theme::Dark));
    screen.get_by_label(&word("window-theme-dark")).click();
    screen.run();
    assert!(page(&screen) != light && page(&screen) != egui::Color32::BLACK, "dark is not high contrast");
    screen.get_by_label("Português").click();
    screen.run();
    assert!(said(&screen).contains(&Text::new("pt").plain("window-settings.lead")), "{:?}", said(&screen));
    screen.get_by_label("130 %").click();
    screen.run();
    assert!((screen.ctx.zoom_factor() - 1.3).abs() < 1e-6);
    let language = Some("pt".to_owned());
    let chosen = Look { theme: ThemeChoice::Dark, text_size: 130, language, ..Look::default() };
    assert_eq!(screen.state_mut().window.take_look(), Some(chosen));
    assert_eq!(screen.state_mut().window.take_look(), None, "once");
    assert!(!is_restless(&screen));
}

#[test]
fn text_grows_by_keys_on_any_screen() {
    let mut screen = open(Sitting::new(None), SIZE, egui::Theme::Light);
    for (pressed, size) in
        [(Key::Plus, 1.15), (Key::Equals, 1.3), (Key::Minus, 1.15), (Key::Num0, 1.0), (Key::Minus, 0.85)]
    {
        ctrl(&mut screen, pressed);
        let zoom = screen.ctx.zoom_factor();
        assert!((zoom - size).abs() < 1e-6, "{pressed:?}: {zoom}");
    }
    assert_eq!(screen.state_mut().window.take_look().map(|l| l.text_size), Some(85));
    ctrl(&mut screen, Key::Minus);
    assert_eq!(screen.state_mut().window.take_look(), None, "the smallest stays");
}

/// True when the walker takes his time to the next door.
fn walks(motion: MotionChoice, wanted: Wanted) -> bool {
    let knocking =
        |service: &str| Event::Progress { done: 0, total: 20, doing: Doing::Knocking(ServiceId(service.to_owned())) };
    let mut sitting = at_knock();
    sitting.act(Action::StepOutside { interface: None });
    sitting.say(knocking("sip-udp"));
    sitting.window.system_wants(wanted);
    let mut screen = open_as(sitting, SIZE, Look { motion, ..Look::default() });
    assert!(!is_restless(&screen), "he has arrived");
    screen.state_mut().say(knocking("rtp"));
    screen.step();
    screen.step();
    let walks = is_restless(&screen);
    screen.run();
    assert!(!is_restless(&screen), "he arrives");
    walks
}

#[test]
fn nothing_moves_where_the_owner_or_the_system_wants_stillness() {
    for (motion, wanted, moves) in [
        (MotionChoice::System, Wanted::Anything, true),
        (MotionChoice::System, Wanted::Stillness, false),
        (MotionChoice::Little, Wanted::Stillness, true),
        (MotionChoice::None, Wanted::Anything, false),
    ] {
        assert_eq!(walks(motion, wanted), moves, "{motion:?}, the system wants {wanted:?}");
    }
}

#[test]
fn a_language_changes_what_is_typed_in_nothing() {
    let mut sitting = Sitting::new(None);
    sitting.act(Action::CheckMine);
    let mut screen = open(sitting, [1120.0, 2000.0], egui::Theme::Light);
    let name = word("ask-pbx");
    screen.get_by(|n| n.role() == egui::Role::TextInput && n.label().as_deref() == Some(&name)).focus();
    screen.run();
    screen.event(egui::Event::Text("192.168.77.20".to_owned()));
    screen.run();
    screen.state_mut().window.wear(Look { language: Some("de".to_owned()), ..Look::default() });
    screen.run();
    assert!(said(&screen).contains(&Text::new("de").plain("step-questions.title")));
    assert!(said(&screen).contains(&"192.168.77.20".to_owned()), "{:?}", said(&screen));
}

#[test]
fn a_system_language_is_followed_until_another_is_chosen() {
    let mut sitting = Sitting::new(None);
    sitting.window.wear(Look { language: Some("fr".to_owned()), ..Look::default() });
    let mut screen = open(sitting, SIZE, egui::Theme::Light);
    assert!(said(&screen).contains(&word("step-welcome.title")), "open() wears the usual look: the system's");
    screen.state_mut().window.wear(Look { language: Some("xx".to_owned()), ..Look::default() });
    screen.run();
    assert!(said(&screen).contains(&word("step-welcome.title")), "a language that is not there");
}

#[test]
fn the_glossary_is_one_click_away_from_technical_words() {
    let mut sitting = at_knock();
    sitting.act(Action::SkipKnock);
    sitting.act(Action::Recheck);
    sitting.play();
    let mut screen = open(sitting, [1120.0, 3000.0], egui::Theme::Light);
    let drawer = word("window-technician");
    screen.get_all_by_label(&drawer).next().unwrap().click();
    screen.run();
    press(&mut screen, &word("window-glossary"));
    for term in ["word-nat.term", "word-rtp.term", "word-never-port.term"] {
        assert!(said(&screen).contains(&word(term)), "{term}");
    }
}

#[test]
fn the_about_page_says_version_licences_and_where_things_lie() {
    let mut sitting = Sitting::new(None);
    let path = "/home/owner/.local/share/separate-entrance/settings.toml";
    let lies = Whereabouts { key: "window-lies-settings".to_owned(), path: path.to_owned() };
    sitting.window.lies(vec![lies]);
    sitting.window.open(Some(Page::About));
    let mut screen = open(sitting, SIZE, egui::Theme::Light);
    let version = env!("CARGO_PKG_VERSION");
    assert!(said(&screen).iter().any(|s| s.contains(version)));
    assert!(said(&screen).contains(&path.to_owned()));
    let copied = copies(&mut screen, &word("window-about-copy"));
    assert!(copied.contains(version) && copied.contains(path));
    assert!(said(&screen).contains(&word("window-copied")));
    for (drawer, inside) in [("window-about-libraries", "accesskit "), ("window-about-fonts", "SIL OPEN FONT LICENSE")]
    {
        screen.get_by_label(&word(drawer)).click();
        screen.run();
        assert!(said(&screen).iter().any(|s| s.contains(inside)), "{drawer}");
    }
}

#[test]
fn a_practice_office_has_a_gallery_of_every_part() {
    let mut sitting = Sitting::new(None);
    sitting.say(Event::Practice { scenario: "all-well".to_owned(), answers: Box::new(answers()), before: None });
    let mut screen = open(sitting, SIZE, egui::Theme::Light);
    press(&mut screen, &word("window-menu"));
    press(&mut screen, &word("window-gallery"));
    for part in ["Heading 27", "accent_tint", "Guests", "primary, off", "toned_card", "code_field", "10000-10009"] {
        assert!(said(&screen).iter().any(|s| s.contains(part)), "{part}: {:?}", said(&screen));
    }
    // The parts of a report themselves: entrances, a finding and a line of evidence.
    for part in
        ["verdict-verified", "verdict-no-answer", "no-network", "no-network.action", "outcome-answered"].map(word)
    {
        assert!(said(&screen).iter().any(|s| s.contains(&part)), "{part}: {:?}", said(&screen));
    }
    assert!(!is_restless(&screen));
}

#[test]
fn every_page_and_every_word_of_the_glossary_is_explained_in_every_language() {
    for language in text::languages() {
        let words = Text::new(language);
        // One file or several; the language is what stands before the first dot.
        let files = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/text")).unwrap().map(|f| f.unwrap());
        let theirs = files.filter(|f| f.file_name().to_str().unwrap().split('.').next() == Some(language));
        let lines: String = theirs.map(|f| std::fs::read_to_string(f.path()).unwrap()).collect();
        let words_of = lines.lines().filter_map(|l| l.strip_prefix("word-")?.split_once(" = "));
        let written: BTreeSet<&str> = words_of.map(|(word, _)| word).collect();
        assert_eq!(written, BTreeSet::from(WORDS), "{language}: the page shows every word that is explained");
        let parts = ["", ".term", ".picture"];
        let keys = WORDS.iter().flat_map(|w| parts.map(|part| format!("word-{w}{part}")));
        for key in keys.chain(Page::ALL.iter().flat_map(|p| [p.key().to_owned(), format!("{}.lead", p.key())])) {
            assert!(words.has(&key), "{language}: {key}");
        }
    }
}

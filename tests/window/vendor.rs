//! A phone company's window: whose it is stands on its first page and its papers, what it preset stands in boxes, and
//! nobody is contacted before a yes. And the copy that only helps a colleague.

use egui_kittest::kittest::Queryable as _;
use separate_entrance::domain::logo::Logo;
use separate_entrance::domain::message::Command;
use separate_entrance::domain::newer::{Answer, Newer, Version};
use separate_entrance::domain::office::Answers;
use separate_entrance::domain::preset::{NewerAt, Preset};
use separate_entrance::domain::purpose::Purpose;
use separate_entrance::domain::service::ProfileId;
use separate_entrance::domain::web_address::WebAddress;
use separate_entrance::store::look::{AS_THE_SYSTEM, Look};
use separate_entrance::text::Text;
use separate_entrance::text::letterhead::Letterhead;
use separate_entrance::ui::{News, Page, Window};
use separate_entrance::wizard::{Action, Helping, Step, Wizard};

use crate::sitting::{SYSTEM, Screen, Sitting, answers, at, copies, open, open_as, press, said, word};

/// Short enough for its box in the smallest window.
const LINK: &str = "https://h.example/#k";
const SUPPORT: &str = "support@telecom.example, +1 555 0100";
const LOGO: &[u8] = include_bytes!("../../assets/vendor/example-logo.png");

/// Everything that can be preset.
fn preset() -> Preset {
    Preset {
        name: "Example Telecom".to_owned(),
        profile: Some(ProfileId("3cx-v20".to_owned())),
        helper: Some(LINK.to_owned()),
        support: Some(SUPPORT.to_owned()),
        language: Some("de".to_owned()),
        logo_file: Some("logo.png".to_owned()),
        logo: Some(Logo::read(LOGO).unwrap()),
        newer: Some(NewerAt {
            ask: WebAddress::read("https://downloads.telecom.example/newest.toml").unwrap(),
            pins: vec![[0; 32]],
        }),
    }
}

fn newer() -> Newer {
    let address = WebAddress::read("https://downloads.telecom.example/separate-entrance").unwrap();
    Newer { version: Version::read("99.0.1").unwrap(), address }
}

/// A window as the vendor gives it away, in the language of the test.
fn prepared(answers: Option<Answers>) -> Sitting {
    let mut sitting = Sitting::new(None);
    let mut wizard = Wizard::start(None, at());
    if let Some(answers) = answers {
        wizard = wizard.with_answers(answers);
    }
    dress(&mut sitting, wizard.prepared(Some(&preset())));
    sitting
}

fn dress(sitting: &mut Sitting, wizard: Wizard) {
    let text = Text::new("en").on(Some(Letterhead::from(&preset())));
    sitting.window = Window::new(wizard, text, Vec::new());
    sitting.window.hear(News::offered(Some(&preset())));
}

fn at_knock(mut sitting: Sitting) -> Sitting {
    sitting.act(Action::CheckMine);
    sitting.act(Action::Answer(Box::new(Answers {
        pbx: answers().pbx,
        ..sitting.window.wizard().case().answers.clone()
    })));
    for _ in 0..3 {
        sitting.act(Action::Next);
        sitting.play();
    }
    assert!(matches!(sitting.step(), Step::Knock(_)), "{:?}", sitting.step());
    sitting
}

fn at_results(sitting: Sitting) -> Sitting {
    let mut sitting = at_knock(sitting);
    sitting.act(Action::Home);
    sitting
}

/// The copy that is carried to a colleague.
fn carried() -> Sitting {
    let mut sitting = Sitting::new(None);
    dress(&mut sitting, Wizard::start(None, at()).prepared(Some(&preset())).only_helping());
    sitting
}

/// Every screen that a vendor adds something to, for the tests of how all screens look.
pub fn states() -> Vec<(String, Sitting)> {
    let mut found = prepared(None);
    found.window.hear(News { said: Some(Answer::Yes), newer: Some(newer()), ..News::offered(Some(&preset())) });
    let mut pages: Vec<(String, Sitting)> = [Page::Settings, Page::About]
        .into_iter()
        .map(|page| {
            let mut sitting = prepared(None);
            sitting.window.open(Some(page));
            (format!("vendor's page {page:?}"), sitting)
        })
        .collect();
    pages.extend(vec![
        ("vendor's welcome".to_owned(), prepared(None)),
        ("vendor's newer version".to_owned(), found),
        ("vendor's helper".to_owned(), at_knock(prepared(Some(answers())))),
        ("vendor's results".to_owned(), at_results(prepared(Some(answers())))),
        ("carried to a colleague".to_owned(), carried()),
    ]);
    pages
}

fn screen(sitting: Sitting) -> Screen {
    // High enough for all of it.
    open(sitting, [1120.0, 3000.0], egui::Theme::Light)
}

#[test]
fn the_first_page_results_and_about_say_whose_it_is() {
    let prepared_by = "Prepared by Example Telecom".to_owned();
    let help = format!("Help: {SUPPORT}");
    let welcome = screen(prepared(None));
    assert!(said(&welcome).contains(&prepared_by) && said(&welcome).contains(&help), "{:?}", said(&welcome));
    welcome.get_by_label("Logo of Example Telecom");
    let mut about = prepared(None);
    about.window.open(Some(Page::About));
    let mut about = screen(about);
    assert!(said(&about).contains(&prepared_by));
    about.get_by_label("Logo of Example Telecom");
    assert!(copies(&mut about, &word("window-about-copy")).contains(&prepared_by));
    let mut results = screen(at_results(prepared(None)));
    assert!(said(&results).contains(&format!("To Example Telecom: {SUPPORT}")), "{:?}", said(&results));
    assert!(copies(&mut results, &word("window-support")).starts_with(&format!("To Example Telecom: {SUPPORT}")));
    // Without a preset nothing of it is there.
    let plain = said(&screen(Sitting::new(None)));
    assert!(!plain.iter().any(|line| line.contains("Prepared by") || line.contains("Logo of")), "{plain:?}");
}

#[test]
fn what_the_owner_chose_wins_over_what_is_preset() {
    assert_eq!(prepared(None).window.wizard().case().answers.system, preset().profile);
    let own = prepared(Some(answers()));
    assert_eq!(own.window.wizard().case().answers.system, Some(ProfileId(SYSTEM.to_owned())));
    // Of an earlier check too, even where the answer was that nobody knows.
    let mut before = at_results(Sitting::new(Some(answers())));
    let mut report = before.window.wizard().report().clone();
    for system in [SYSTEM, "generic-sip"] {
        report.answers.system = Some(ProfileId(system.to_owned()));
        let wizard = Wizard::start(Some(report.clone()), at()).prepared(Some(&preset()));
        assert_eq!(wizard.case().answers.system, Some(ProfileId(system.to_owned())));
    }
    // And the helper that knocked before.
    dress(
        &mut before,
        Wizard::start(None, at()).with_helper(Some("https://own/#k".to_owned())).prepared(Some(&preset())),
    );
    assert_eq!(
        (before.window.wizard().offered_helper(), before.window.wizard().helper()),
        (None, Some("https://own/#k"))
    );
}

#[test]
fn the_language_is_the_owners_then_the_vendors_then_the_systems() {
    let mut sitting = prepared(None);
    let title = |sitting: Sitting, look: Look| {
        let screen = open_as(sitting, [1120.0, 800.0], look);
        said(&screen).into_iter().find(|line| line.contains("Example Telecom") && !line.starts_with("Logo")).unwrap()
    };
    sitting.window.speak(preset().language);
    assert_eq!(title(sitting, Look::default()), "Vorbereitet von Example Telecom");
    for (chosen, shown) in [("fr", "Préparé par Example Telecom"), (AS_THE_SYSTEM, "Prepared by Example Telecom")] {
        let mut sitting = prepared(None);
        sitting.window.speak(preset().language);
        let look = Look { language: Some(chosen.to_owned()), ..Look::default() };
        assert_eq!(title(sitting, look), shown);
    }
}

/// The settings show what counts, and the system's language can be chosen over the vendor's.
#[test]
fn the_systems_language_is_a_choice_beside_a_preset_one() {
    let mut sitting = prepared(None);
    sitting.window.speak(Some("fr".to_owned()));
    sitting.window.open(Some(Page::Settings));
    let mut screen = screen(sitting);
    let system = Text::new("fr").plain("window-language-system");
    // Theme, movement and language each have one of these words; the language's comes last.
    screen.get_all_by_label(&system).last().unwrap().click();
    screen.run();
    let look = screen.state_mut().window.take_look().unwrap();
    assert_eq!(look.language.as_deref(), Some(AS_THE_SYSTEM));
    assert!(said(&screen).contains(&word("window-language.lead")), "English, as the system of this test");
}

/// The link stands in the box, and no order asks the helper before its button is pressed: not at the end of a check, not
/// at a re-check.
#[test]
fn a_preset_helper_is_offered_and_asked_only_by_its_button() {
    let asked = |sitting: &Sitting| {
        sitting.orders.iter().filter(|(_, c)| matches!(c, Command::AskHelper { .. } | Command::Doorman { .. })).count()
    };
    let mut sitting = at_results(prepared(None));
    sitting.act(Action::Recheck);
    sitting.play();
    assert!(matches!(sitting.step(), Step::Results { .. }), "{:?}", sitting.step());
    assert_eq!(asked(&sitting), 0, "a whole check and another one");
    sitting.act(Action::KnockAgain);
    let mut screen = screen(sitting);
    let offered =
        Text::new("en").get("window-helper-offered", &[("name".to_owned(), "Example Telecom".to_owned())].into());
    assert!(said(&screen).contains(&offered), "{:?}", said(&screen));
    press(&mut screen, &word("window-helper"));
    let sitting = screen.state_mut();
    let (_, order) = sitting.orders.last().unwrap();
    assert!(matches!(order, Command::AskHelper { link, .. } if link == LINK), "{order:?}");
}

/// With everything preset, whatever the first screens ask for is what they always ask for.
#[test]
fn a_preset_says_yes_to_nothing() {
    let mut sitting = prepared(None);
    let mut screen = screen(std::mem::replace(&mut sitting, Sitting::new(None)));
    assert!(screen.state().orders.is_empty(), "showing it orders nothing");
    assert_eq!(screen.state_mut().window.take_newer_answer(), None);
    let sitting = at_results(prepared(None));
    let changes = |(_, c): &&(_, Command)| {
        !matches!(
            c,
            Command::Look { .. }
                | Command::AskPhoneSystem { .. }
                | Command::TryWaysOut { .. }
                | Command::Keep(_)
                | Command::WakeAt(_)
                | Command::Note(_)
                | Command::ReadHistory
                | Command::ReadJournal
        )
    };
    let other: Vec<_> = sitting.orders.iter().filter(changes).collect();
    assert!(other.is_empty(), "a preset leads to no other order than a plain check: {other:?}");
}

#[test]
fn newer_versions_are_a_question_then_a_quiet_line_and_a_setting() {
    let mut screen = screen(prepared(None));
    let question = word("window-newer-ask");
    assert!(said(&screen).contains(&question));
    press(&mut screen, &word("window-newer-no"));
    assert!(!said(&screen).contains(&question), "asked once");
    assert_eq!(screen.state_mut().window.take_newer_answer(), Some(Answer::No));
    assert_eq!(screen.state_mut().window.take_newer_answer(), None);
    screen.state_mut().window.open(Some(Page::Settings));
    screen.run();
    screen.get_by_label(&word("window-newer-yes")).click();
    screen.run();
    assert_eq!(screen.state_mut().window.take_newer_answer(), Some(Answer::Yes));
    screen.state_mut().window.open(None);
    let news = News { said: Some(Answer::Yes), newer: Some(newer()), ..News::offered(Some(&preset())) };
    screen.state_mut().window.hear(news);
    screen.run();
    let line = said(&screen).into_iter().find(|l| l.contains("99.0.1")).unwrap();
    assert!(line.contains("https://downloads.telecom.example/separate-entrance"), "{line}");
    press(&mut screen, &word("window-newer-open"));
    // While something is done, nobody is told.
    screen.state_mut().act(Action::CheckMine);
    screen.run();
    assert!(!said(&screen).iter().any(|l| l.contains("99.0.1")));
    // Without a vendor who tells of them there is nothing to choose.
    let mut plain = Sitting::new(None);
    plain.window.open(Some(Page::Settings));
    let plain = open(plain, [1120.0, 800.0], egui::Theme::Light);
    assert!(!said(&plain).contains(&word("window-newer-choice")));
}

#[test]
fn the_carried_copy_helps_and_does_nothing_else() {
    let mut screen = screen(carried());
    assert_eq!(screen.state().window.wizard().purpose(), Purpose::HelpColleague);
    let shown = said(&screen);
    assert!(shown.contains(&word("window-paste-code.title")) && shown.contains(&word("window-carried")), "{shown:?}");
    assert!(shown.contains(&"Prepared by Example Telecom".to_owned()));
    for action in [Action::CheckMine, Action::Recheck, Action::Back, Action::Approve] {
        assert!(!screen.state().window.wizard().can(&action), "{action:?}");
    }
    let sitting = screen.state_mut();
    sitting.act(Action::OpenInvitation("SEA1QX-7H2KP4".to_owned()));
    sitting.play();
    assert!(matches!(sitting.step(), Step::Helping(Helping::Agree { .. })));
    assert!(!sitting.orders.iter().any(|(_, c)| matches!(c, Command::Walk { .. })), "nothing before the yes");
    sitting.act(Action::AgreeToWalk { interface: None, own_address: None });
    sitting.play();
    assert!(matches!(sitting.step(), Step::Helping(Helping::Done { .. })));
    sitting.act(Action::Home);
    assert_eq!(*sitting.step(), Step::Helping(Helping::Paste), "its end is its beginning");
}

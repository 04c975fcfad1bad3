//! Whole stories of an owner, told by the words on the buttons, in practice offices with the real engine. Each ends where
//! a person would stop: with one headline and the next step on the screen.

use separate_entrance::domain::report::{Report, Severity, TopVerdict, Walker};
use separate_entrance::text::{Text, explain};
use separate_entrance::wizard::{Helping, Knock, Search, Step};

use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::office::Office;
use crate::sitting::{Screen, Sitting, open, press, said, word};

fn enter(scenario: &str) -> (Office, Screen) {
    let mut screen = open(Sitting::new(None), [1280.0, 2800.0], egui::Theme::Light);
    let office = Office::open(scenario, &mut screen);
    (office, screen)
}

fn report(screen: &Screen) -> Report {
    screen.state().window.wizard().report().clone()
}

/// From Welcome to the choice of how to knock.
fn to_the_knock(office: &mut Office, screen: &mut Screen) {
    for key in ["window-check-mine", "window-next", "window-next", "window-next"] {
        office.press(screen, key);
    }
    assert_eq!(*screen.state().step(), Step::Knock(Knock::Choose));
}

fn counted(key: &str, count: usize) -> String {
    let form = if count == 1 { "one" } else { "many" };
    Text::new("en").get(&format!("{key}-{form}"), &[("count".to_owned(), count.to_string())].into())
}

/// Agrees to the plan on the screen.
fn agree(office: &mut Office, screen: &mut Screen) {
    let Step::Offer(plan) = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    let mut services: Vec<_> = plan.changes.changes.iter().map(|c| &c.service).collect();
    services.dedup();
    press(screen, &counted("window-approve", services.len()));
    office.work(screen);
}

/// The headline of a finding stands on the screen, and its action below it.
fn is_told(screen: &Screen, code: &str) {
    let mut report = report(screen);
    assert!(report.finding(code).is_some(), "{code}: {:?}", report.findings);
    explain::explain_report(&Text::new("en"), &mut report);
    let found = report.finding(code).unwrap();
    let said = said(screen);
    for words in [&found.words.headline, &found.words.action] {
        assert!(said.contains(words), "{code}: {words:?} is not on the screen");
    }
}

/// What the picture says to somebody who does not see it.
fn picture(screen: &Screen) -> String {
    let pictures =
        screen.root().children_recursive().filter(|n| n.accesskit_node().role() == egui::accesskit::Role::Image);
    pictures
        .filter_map(|n| n.accesskit_node().label())
        .max_by_key(String::len)
        .unwrap_or_else(|| panic!("{:?}", said(screen)))
}

#[test]
fn all_well_is_said_without_a_plan_and_nothing_is_changed() {
    let (mut office, mut screen) = enter("all-well");
    to_the_knock(&mut office, &mut screen);
    office.press(&mut screen, "window-step-outside");
    let Step::Results { report, .. } = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    assert_eq!(report.verdict, TopVerdict::Ready, "{:?}", report.findings);
    assert!(report.changes.is_empty());
    assert!(picture(&screen).contains(&word("verdict-verified")), "{}", picture(&screen));
}

#[test]
fn a_router_that_refuses_leads_to_the_rules_by_hand_and_back_to_a_knock() {
    let (mut office, mut screen) = enter("router-refuses");
    to_the_knock(&mut office, &mut screen);
    office.press(&mut screen, "window-step-outside");
    agree(&mut office, &mut screen);
    office.press(&mut screen, "window-make-it-last");
    assert!(matches!(screen.state().step(), Step::ByHand(_)), "{:?}", screen.state().step());
    let rules = said(&screen);
    for wanted in ["192.168.77.20", "5060", "10000-10009"] {
        let cell = Text::new("en").get("window-copy-cell", &[("what".to_owned(), wanted.to_owned())].into());
        assert!(rules.contains(&cell), "the table lacks {wanted}: {rules:?}");
    }
    office.press(&mut screen, "window-knock-now");
    office.press(&mut screen, "window-step-outside");
    is_told(&screen, "router-refuses-other-devices");
    let by_hand = word("window-results-by-hand");
    assert!(said(&screen).contains(&by_hand), "Results lead there again");
}

#[test]
fn a_shared_tower_is_one_cause_and_stands_in_the_picture() {
    let (mut office, mut screen) = enter("shared-tower");
    to_the_knock(&mut office, &mut screen);
    office.press(&mut screen, "window-knock-skip");
    // On past the plan and the rules by hand, wherever they stand.
    for _ in 0..6 {
        let step = screen.state().step().clone();
        let next = if matches!(step, Step::Offer(_)) {
            "window-show-by-hand"
        } else if matches!(step, Step::ByHand(_)) {
            "window-knock-now"
        } else if matches!(step, Step::Knock(_)) {
            "window-knock-skip"
        } else {
            break;
        };
        office.press(&mut screen, next);
    }
    is_told(&screen, "carrier-shared-address");
    assert!(picture(&screen).contains(&word("window-picture-tower")), "{}", picture(&screen));
    let bad = |r: &Report| r.findings.iter().filter(|f| f.severity <= Severity::Problem).count();
    assert_eq!(bad(&report(&screen)), 1, "{:?}", report(&screen).findings);
}

#[test]
fn a_doorman_is_named_with_the_place_where_he_is_switched_off() {
    let (mut office, mut screen) = enter("doorman");
    to_the_knock(&mut office, &mut screen);
    office.press(&mut screen, "window-step-outside");
    is_told(&screen, "sip-rewritten");
    assert!(picture(&screen).contains(&word("window-picture-doorman")), "{}", picture(&screen));
}

#[test]
fn what_a_restarted_router_forgot_is_put_back_and_proved() {
    let (mut office, mut screen) = enter("router-restarted");
    to_the_knock(&mut office, &mut screen);
    assert!(report(&screen).finding("router-forgot").is_some(), "{:?}", report(&screen).findings);
    office.press(&mut screen, "window-knock-skip");
    agree(&mut office, &mut screen);
    office.press(&mut screen, "window-make-it-last");
    office.press(&mut screen, "window-knock-now");
    office.press(&mut screen, "window-step-outside");
    let Step::Results { report, .. } = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    assert_eq!(report.verdict, TopVerdict::Ready, "{:?}", report.findings);
}

#[test]
fn one_entrance_is_taken_back_and_the_others_stay() {
    let (mut office, mut screen) = enter("nothing-opened");
    to_the_knock(&mut office, &mut screen);
    office.press(&mut screen, "window-step-outside");
    agree(&mut office, &mut screen);
    let before = screen.state().window.wizard().undoable().len();
    let one = Text::new("en").get("window-undo-one", &[("name".to_owned(), word("window-plate-calls"))].into());
    press(&mut screen, &one);
    office.work(&mut screen);
    let after = screen.state().window.wizard().undoable().len();
    assert_eq!(before - after, 1, "calls have one port, and voices keep theirs");
    assert!(after > 0);
    // Wherever something stands open, the way back is in sight.
    let all = counted("window-undo-all", after);
    assert!(said(&screen).contains(&all), "on Results: {:?}", said(&screen));
    office.press(&mut screen, "window-results-by-hand");
    assert!(matches!(screen.state().step(), Step::ByHand(_)), "{:?}", screen.state().step());
    press(&mut screen, &all);
    office.work(&mut screen);
    assert_eq!(screen.state().window.wizard().undoable(), []);
}

#[test]
fn whoever_does_not_know_the_phone_system_is_not_held_up() {
    let (mut office, mut screen) = enter("nobody-found");
    for key in ["window-check-mine", "window-next", "window-next"] {
        office.press(&mut screen, key);
    }
    assert!(!said(&screen).contains(&word("window-phones-unknown")), "looking round comes first");
    office.press(&mut screen, "window-look-round");
    office.press(&mut screen, "window-phones-unknown");
    assert_eq!(*screen.state().step(), Step::Knock(Knock::Choose));
    office.press(&mut screen, "window-back");
    assert_eq!(*screen.state().step(), Step::Phones(Search::Asking), "and the question stands there again");
    office.press(&mut screen, "window-phones-unknown");
    office.press(&mut screen, "window-step-outside");
    for next in ["window-show-by-hand", "window-knock-now", "window-knock-skip"] {
        if !matches!(screen.state().step(), Step::Results { .. }) {
            office.press(&mut screen, next);
        }
    }
    is_told(&screen, "phone-system-not-found");
    assert!(report(&screen).changes.is_empty(), "nothing was opened towards nowhere");
}

#[test]
fn a_colleague_walks_by_the_code_and_the_office_reads_what_comes_back() {
    let (mut office, mut screen) = enter("all-well");
    to_the_knock(&mut office, &mut screen);
    office.press(&mut screen, "window-ask-colleague");
    let Step::Knock(Knock::Invited { code, .. }) = screen.state().step().clone() else {
        panic!("{:?}", screen.state().step())
    };
    // The colleague's own window; in a practice office they stand on the same street.
    let mut theirs = open(Sitting::new(None), [1280.0, 2800.0], egui::Theme::Light);
    office.press(&mut theirs, "window-help-colleague");
    paste(&mut theirs, "window-paste-code.title", &code);
    office.press(&mut theirs, "window-read-code");
    office.press(&mut theirs, "window-agree");
    let Step::Helping(Helping::Done { result, .. }) = theirs.state().step().clone() else {
        panic!("{:?}", theirs.state().step())
    };
    paste(&mut screen, "window-give-result.title", &result);
    office.press(&mut screen, "window-give-result");
    let Step::Results { report, .. } = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    assert_eq!(report.verdict, TopVerdict::Ready, "{:?}", report.findings);
    assert!(report.walks.iter().any(|w| w.walker == Walker::Colleague), "{:?}", report.walks);
}

/// Pastes into the box with this name.
fn paste(screen: &mut Screen, key: &str, text: &str) {
    let name = word(key);
    screen.get_by(|n| n.role() == egui::Role::MultilineTextInput && n.label().as_deref() == Some(&name)).focus();
    screen.run();
    screen.event(egui::Event::Paste(text.to_owned()));
    screen.run();
}

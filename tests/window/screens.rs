//! Every step, told by hand. `looks.rs` shows each in every look and every language.

use egui_kittest::kittest::Queryable as _;
use separate_entrance::domain::asked;
use separate_entrance::domain::change::{ChangeOutcome, Hindrance};
use separate_entrance::domain::dialling::{Password, RehearsalOrder};
use separate_entrance::domain::message::{Command, Doing, Event, Problem};
use separate_entrance::domain::office::{Answers, Gateway};
use separate_entrance::domain::probe::{Evidence, Outcome, Vantage};
use separate_entrance::domain::report::{Looked, Report, WalkReport};
use separate_entrance::domain::service::ServiceId;
use separate_entrance::store::look::Look;
use separate_entrance::text::{self, Text};
use separate_entrance::wizard::{Action, Rehearse, Step, Wizard};

use crate::sitting::{Screen, Sitting, adapter, answers, at, gateway, open, open_as, play, press, said, trusted, word};

/// Stands on no screen.
const SECRET: &str = "correct horse";

/// Up to the step after the router.
fn at_router() -> Sitting {
    at_router_of(answers())
}

fn at_router_of(answers: Answers) -> Sitting {
    let mut sitting = Sitting::new(Some(answers));
    sitting.act(Action::CheckMine);
    sitting.act(Action::Next);
    sitting
}

pub fn at_knock() -> Sitting {
    at_knock_of(answers())
}

fn at_knock_of(answers: Answers) -> Sitting {
    let mut sitting = at_router_of(answers);
    sitting.play();
    sitting.act(Action::Next);
    sitting.play();
    sitting.act(Action::Next);
    sitting
}

fn at_offer() -> Sitting {
    let mut sitting = at_knock();
    sitting.act(Action::SkipKnock);
    sitting
}

pub fn walked() -> Sitting {
    let mut sitting = at_knock();
    sitting.act(Action::StepOutside { interface: Some("usb0".to_owned()) });
    sitting.play();
    if matches!(sitting.step(), Step::Offer(_)) {
        sitting.act(Action::ShowByHand);
        sitting.act(Action::Next);
        sitting.act(Action::Recheck);
        sitting.play();
    }
    sitting
}

/// Two streets: one was answered, the other was not.
fn two_streets() -> Sitting {
    let mut sitting = at_knock();
    sitting.act(Action::StepOutside { interface: Some("usb0".to_owned()) });
    sitting.play();
    let mut report = report_of(&sitting);
    let maria = Some("203.0.113.90".parse().unwrap());
    let knocks: Vec<Evidence> = report.evidence.iter().filter(|e| e.vantage == Vantage::Outside).cloned().collect();
    assert!(!knocks.is_empty());
    report.evidence.retain(|e| e.vantage != Vantage::Outside);
    let first = report.walks.first().unwrap().clone();
    for (asker, outcome) in [(first.address, Outcome::Answered), (maria, Outcome::Silent)] {
        report.evidence.extend(knocks.iter().map(|e| Evidence { asker, outcome, ..e.clone() }));
    }
    report.walks.push(WalkReport { address: maria, ..first });
    Sitting::of(Wizard::start(Some(report), at()))
}

/// A standing helper knocked, and a doorman rewrote the letter to the usual port.
fn rewritten() -> Sitting {
    let mut sitting = at_knock();
    sitting.act(Action::AskHelper("https://203.0.113.50:8443/#k".to_owned()));
    sitting.play();
    assert!(sitting.orders.iter().any(|(_, c)| matches!(c, Command::Doorman { .. })));
    sitting.act(Action::Home);
    sitting
}

fn report_of(sitting: &Sitting) -> Report {
    sitting.window.wizard().report().clone()
}

/// A screen and its name.
pub type Named = (&'static str, Sitting);

/// Every screen, by name.
pub fn states() -> Vec<Named> {
    let mut states = vec![("welcome", Sitting::new(None))];
    questions(&mut states);
    routers(&mut states);
    phone_systems(&mut states);
    knocks(&mut states);
    changes(&mut states);
    ends(&mut states);
    helpers(&mut states);
    rehearsals(&mut states);
    troubles(&mut states);
    states.extend(crate::first_start::states());
    states.extend(crate::inside::states());
    states
}

pub fn phone(number: &str) -> RehearsalOrder {
    RehearsalOrder {
        server: "phones.example.com".to_owned(),
        user: "299".to_owned(),
        password: Password::new(SECRET.to_owned()),
        number: number.to_owned(),
        interface: None,
        code: None,
    }
}

fn at_rehearsal() -> Sitting {
    let mut sitting = walked();
    sitting.act(Action::Home);
    sitting.act(Action::Rehearse);
    sitting
}

/// A colleague read an office's code.
pub fn at_a_colleagues_code() -> Sitting {
    let mut colleague = Sitting::new(None);
    colleague.act(Action::HelpColleague);
    colleague.act(Action::OpenInvitation("SEA1QX".to_owned()));
    colleague.play();
    colleague
}

/// A phone played for the office that a code came from.
fn called_for_a_colleague() -> Sitting {
    let mut colleague = at_a_colleagues_code();
    colleague.act(Action::Rehearse);
    colleague.act(Action::Call(Box::new(phone("*43"))));
    colleague.play();
    colleague
}

/// A phone played.
fn rehearsals(states: &mut Vec<Named>) {
    states.push(("rehearse, ask", at_rehearsal()));
    let mut colleague = Sitting::new(None);
    colleague.act(Action::HelpColleague);
    colleague.act(Action::Rehearse);
    states.push(("rehearse, at a colleague's", colleague));
    states.push(("rehearse, at a colleague's, called", called_for_a_colleague()));
    let mut calling = at_rehearsal();
    calling.act(Action::Call(Box::new(phone("*43"))));
    calling.say(Event::Progress { done: 2, total: 3, doing: Doing::Listening });
    states.push(("rehearse, calling", calling));
    let mut called = at_rehearsal();
    called.act(Action::Call(Box::new(phone("*43"))));
    called.play();
    states.push(("rehearse, called", called));
    let mut refused = at_rehearsal();
    refused.act(Action::Call(Box::new(phone("*43"))));
    refused.say(Event::Problem(Problem::new("call-wrong-password").with("user", "299").with("why", "401")));
    refused.finish();
    states.push(("rehearse, wrong password", refused));
    let mut quiet = at_rehearsal();
    quiet.act(Action::RingTest(Box::new(phone(""))));
    quiet.say(Event::Progress { done: 1, total: 3, doing: Doing::KeepingQuiet(60) });
    states.push(("rehearse, quiet", quiet));
    let mut ringing = at_rehearsal();
    ringing.act(Action::RingTest(Box::new(phone(""))));
    ringing.say(Event::Progress { done: 1, total: 3, doing: Doing::WaitingForCall });
    states.push(("rehearse, call now", ringing));
    let mut waited = at_rehearsal();
    waited.act(Action::RingTest(Box::new(phone(""))));
    waited.play();
    states.push(("rehearse, waited", waited));
}

/// The questions.
fn questions(states: &mut Vec<Named>) {
    let mut questions = Sitting::new(None);
    questions.act(Action::CheckMine);
    states.push(("questions, nothing known", questions));
    let mut known = Sitting::new(Some(Answers {
        trusted: trusted(),
        phones_use: Some("phones.example.com".to_owned()),
        ..answers()
    }));
    known.act(Action::CheckMine);
    states.push(("questions, all known", known));
}

/// Your building.
fn routers(states: &mut Vec<Named>) {
    states.push(("router, just begun", at_router()));
    let mut looking = at_router();
    looking.say(Event::Progress { done: 1, total: 3, doing: Doing::Routers });
    looking.say(Event::Gateway(gateway("203.0.113.7")));
    states.push(("router, looking", looking));
    let mut found = at_router();
    found.play();
    states.push(("router, found", found));
    let mut tower = at_router();
    tower.say(Event::Gateway(gateway("100.64.3.9")));
    tower.say(Event::Gateway(Gateway::unknown("192.168.77.254".parse().unwrap())));
    tower.say(Event::Looked(Looked::Network));
    tower.say(Event::Looked(Looked::Router));
    tower.finish();
    states.push(("router, two of them and a shared tower", tower));
    let mut none = at_router();
    none.say(Event::Looked(Looked::Network));
    none.say(Event::Looked(Looked::Router));
    none.finish();
    states.push(("router, none", none));
}

/// Your phone system.
fn phone_systems(states: &mut Vec<Named>) {
    let mut asking = Sitting::new(Some(Answers { pbx: None, ..answers() }));
    asking.act(Action::CheckMine);
    asking.act(Action::Next);
    asking.play();
    asking.act(Action::Next);
    states.push(("phones, asking", asking));
    let mut candidates = Sitting::new(Some(Answers { pbx: None, ..answers() }));
    candidates.act(Action::CheckMine);
    candidates.act(Action::Next);
    candidates.play();
    candidates.act(Action::Next);
    candidates.act(Action::LookRound);
    candidates.play();
    states.push(("phones, candidates", candidates));
    let mut asked = at_router();
    asked.play();
    asked.act(Action::Next);
    let (_, command) = asked.orders.last().unwrap();
    for event in play(command).into_iter().take(4) {
        asked.say(event);
    }
    asked.say(Event::Progress { done: 2, total: 9, doing: Doing::Asking(ServiceId("sip-udp".to_owned())) });
    states.push(("phones, live", asked));
    let mut silent = at_router();
    silent.play();
    silent.act(Action::Next);
    silent.say(Event::MachineThere(false));
    silent.say(Event::Looked(Looked::PhoneSystem));
    silent.finish();
    states.push(("phones, nobody there", silent));
    let mut done = at_router();
    done.play();
    done.act(Action::Next);
    done.play();
    states.push(("phones, found", done));
}

/// At the knock, and nobody could say where that is.
fn at_knock_nowhere() -> Sitting {
    let mut nowhere = at_router();
    nowhere.say(Event::Gateway(Gateway::unknown("192.168.77.1".parse().unwrap())));
    nowhere.say(Event::Looked(Looked::Network));
    nowhere.say(Event::Looked(Looked::Router));
    nowhere.finish();
    nowhere.act(Action::Next);
    nowhere.play();
    nowhere.act(Action::Next);
    nowhere
}

/// The knock.
fn knocks(states: &mut Vec<Named>) {
    states.push(("knock, choose", at_knock()));
    states.push(("knock, no street address", at_knock_nowhere()));
    let mut typed = at_knock_nowhere();
    typed.act(Action::Answer(Box::new(Answers { public_address: Some("203.0.113.71".parse().unwrap()), ..answers() })));
    states.push(("knock, a street address that was typed", typed));
    let mut inviting = at_knock();
    inviting.act(Action::AskColleague);
    states.push(("knock, inviting", inviting));
    let mut invited = at_knock();
    invited.act(Action::AskColleague);
    invited.play();
    states.push(("knock, invited", invited));
    let mut walking = at_knock();
    walking.act(Action::StepOutside { interface: None });
    walking.say(Event::Progress { done: 0, total: 20, doing: Doing::Knocking(ServiceId("sip-udp".to_owned())) });
    states.push(("knock, walking", walking));
    let mut cut = at_knock();
    cut.act(Action::GiveResult("SER1QX-7H2".to_owned()));
    cut.play();
    states.push(("knock, a code that was cut", cut));
}

/// Plan, opening, by hand.
fn changes(states: &mut Vec<Named>) {
    states.push(("offer", at_offer()));
    let mut opening = at_offer();
    opening.act(Action::Approve);
    states.push(("opening, begun", opening));
    let mut opened = at_offer();
    opened.act(Action::Approve);
    opened.play();
    states.push(("opening, done", opened));
    let mut by_hand = at_offer();
    by_hand.act(Action::ShowByHand);
    states.push(("by hand", by_hand));
}

/// Checking and results.
fn ends(states: &mut Vec<Named>) {
    let mut checking = walked();
    checking.act(Action::Recheck);
    states.push(("checking", checking));
    let mut results = at_offer();
    results.act(Action::Approve);
    results.play();
    results.act(Action::Next);
    results.act(Action::Next);
    results.act(Action::SkipKnock);
    states.push(("results, not walked", results));
    states.push(("results, on a lease that is over", crate::rounds::over()));
    states.push(("results, taking back", taking_back()));
    let mut taken_back = taking_back();
    take_back(&mut taken_back);
    states.push(("results, taken back but for one", taken_back));
    let last = report_of(&walked());
    states.push(("results, as the home of a later start", Sitting::of(Wizard::start(Some(last), at()))));
    let mut again = walked();
    again.act(Action::Recheck);
    again.play();
    states.push(("results, after a re-check", again));
    states.push(("results, two streets", two_streets()));
    states.push(("results, rewritten by a doorman", rewritten()));
    let mut practice = Sitting::new(None);
    practice.say(Event::Practice { scenario: "all-well".to_owned(), answers: Box::new(answers()), before: None });
    practice.act(Action::CheckMine);
    practice.act(Action::Next);
    practice.play();
    states.push(("router, practice", practice));
}

/// The colleague's side.
fn helpers(states: &mut Vec<Named>) {
    let mut helping = Sitting::new(None);
    helping.act(Action::HelpColleague);
    states.push(("helping, paste", helping));
    let mut agree = Sitting::new(None);
    agree.act(Action::HelpColleague);
    agree.act(Action::OpenInvitation("SEA1QX".to_owned()));
    agree.play();
    states.push(("helping, agree", agree));
    let mut walking = Sitting::new(None);
    walking.act(Action::HelpColleague);
    walking.act(Action::OpenInvitation("SEA1QX".to_owned()));
    walking.play();
    walking.act(Action::AgreeToWalk { interface: None, own_address: None });
    states.push(("helping, walking", walking));
    let mut hand_back = Sitting::new(None);
    hand_back.act(Action::HelpColleague);
    hand_back.act(Action::OpenInvitation("SEA1QX".to_owned()));
    hand_back.play();
    hand_back.act(Action::AgreeToWalk { interface: None, own_address: None });
    hand_back.play();
    states.push(("helping, done", hand_back));
}

/// Notices.
fn troubles(states: &mut Vec<Named>) {
    let mut trouble = Sitting::new(None);
    for (file, kept_as, why) in [
        ("settings.toml", "settings.toml.damaged-1", "damaged"),
        ("journal.json", "journal.form-1.json", "newer-program"),
    ] {
        trouble.say(Event::SetAside { file: file.to_owned(), kept_as: kept_as.to_owned(), why: why.to_owned() });
    }
    trouble.say(Event::Problem(Problem::new("no-network")));
    states.push(("welcome, with trouble", trouble));
}

#[test]
fn the_states_reach_every_step() {
    let mut reached: Vec<&str> = states().iter().map(|(_, s)| s.step().id()).collect();
    reached.sort_unstable();
    reached.dedup();
    assert_eq!(
        reached,
        [
            "by-hand",
            "checking",
            "helping",
            "inside",
            "knock",
            "offer",
            "opening",
            "phones",
            "questions",
            "rehearse",
            "results",
            "router",
            "welcome"
        ]
    );
}

/// Screens of offices about which something is really not known.
pub const KNOW_LITTLE: [&str; 7] = [
    "router, just begun",
    "router, two of them and a shared tower",
    "router, none",
    "router, turned down by a Mac",
    "router, kept out by a firewall",
    "knock, no street address",
    "knock, a street address that was typed",
];

#[test]
fn a_plan_says_for_whom_it_opens_in_every_language() {
    for language in text::languages() {
        for (guests, key) in [(Vec::new(), "window-offer-everyone"), (trusted(), "window-offer-guests")] {
            let mut sitting = at_knock_of(Answers { trusted: guests, ..answers() });
            sitting.act(Action::SkipKnock);
            let Step::Offer(plan) = sitting.step() else { panic!("{:?}", sitting.step().id()) };
            assert!(!plan.changes.is_empty());
            let look = Look { language: Some(language.to_owned()), ..Look::default() };
            let said = said(&open_as(sitting, [1120.0, 1400.0], look));
            assert!(said.contains(&Text::new(language).plain(key)), "{language} {key}: {said:?}");
        }
    }
}

/// Puts this into the box for the street address, in place of what stands there.
fn type_street(screen: &mut Screen, typed: &str) {
    screen.get_by_role_and_label(box_role("window-street"), &word("window-street.title")).focus();
    screen.run();
    screen.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    screen.key_press(egui::Key::Backspace);
    screen.run();
    if !typed.is_empty() {
        screen.event(egui::Event::Text(typed.to_owned()));
    }
    screen.run();
}

#[test]
fn a_street_address_that_was_typed_wrong_can_be_typed_again_and_taken_back() {
    let mut screen = open(at_knock_nowhere(), [1120.0, 1400.0], egui::Theme::Light);
    let known = |screen: &Screen| screen.state().window.wizard().case().office.public_address.map(|a| a.to_string());
    type_street(&mut screen, "203.0.113.71");
    press(&mut screen, &word("window-use-address"));
    assert_eq!(known(&screen).as_deref(), Some("203.0.113.71"));
    assert!(said(&screen).contains(&word("window-street-typed")), "{:?}", said(&screen));
    press(&mut screen, &word("window-street-other"));
    type_street(&mut screen, "203.0.113.7");
    press(&mut screen, &word("window-use-address"));
    assert_eq!(known(&screen).as_deref(), Some("203.0.113.7"));
    press(&mut screen, &word("window-street-other"));
    type_street(&mut screen, "");
    press(&mut screen, &word("window-street-clear"));
    assert_eq!(known(&screen), None);
    assert_eq!(screen.state().window.wizard().case().answers.public_address, None);
    type_street(&mut screen, "203.0.113.9");
    press(&mut screen, &word("window-use-address"));
    assert_eq!(known(&screen).as_deref(), Some("203.0.113.9"), "the box is there again");
    // Half typed, it keeps nobody from asking anew, and what was used before stands.
    press(&mut screen, &word("window-street-other"));
    type_street(&mut screen, "203.0.");
    screen.state_mut().act(Action::CheckMine);
    screen.run();
    press(&mut screen, &word("window-next"));
    assert!(matches!(screen.state().step(), Step::Router(_)), "{:?}", screen.state().step().id());
    let typed = screen.state().window.wizard().case().answers.public_address;
    assert_eq!(typed, "203.0.113.9".parse().ok());
}

/// Results with entrances that stand open, and taking them back begun.
pub fn taking_back() -> Sitting {
    let mut sitting = at_offer();
    sitting.act(Action::Approve);
    sitting.play();
    for action in [Action::Next, Action::Next, Action::SkipKnock] {
        sitting.act(action);
    }
    assert!(matches!(sitting.step(), Step::Results { .. }), "{:?}", sitting.step().id());
    let ids = sitting.window.wizard().undoable();
    assert!(ids.len() > 1, "{ids:?}");
    sitting.act(Action::Undo(ids));
    sitting
}

/// One entrance of ours after another is taken out, except the first, which somebody changed.
pub fn take_back(sitting: &mut Sitting) {
    let Some((_, Command::Undo(ids))) = sitting.orders.last() else { panic!("{:?}", sitting.orders.last()) };
    let journal = sitting.window.wizard().case().journal.clone();
    let entries: Vec<_> = journal.into_iter().filter(|e| ids.contains(&e.id)).collect();
    for (number, entry) in entries.iter().enumerate() {
        let (result, hindrance) = match number {
            0 => (ChangeOutcome::Refused, Some(Hindrance::ChangedSince)),
            _ => (ChangeOutcome::Undone, None),
        };
        sitting.say(Event::Changed(asked::result(&entry.change, result, hindrance)));
    }
    sitting.say(Event::Journal(Vec::new()));
    sitting.finish();
}

#[test]
fn taking_back_shows_how_far_it_is_and_says_what_came_of_it() {
    let has_bar = |screen: &Screen| screen.query_by_role(egui::accesskit::Role::ProgressIndicator).is_some();
    let mut screen = open(taking_back(), [1120.0, 2400.0], egui::Theme::Light);
    assert!(has_bar(&screen) && said(&screen).contains(&word("window-cancel")), "{:?}", said(&screen));
    assert!(!said(&screen).contains(&word("hindrance-changed-since")));
    take_back(screen.state_mut());
    screen.run();
    let words = said(&screen);
    for key in ["hindrance-changed-since", "change-refused", "change-undone"] {
        assert!(words.contains(&word(key)), "{key}: {words:?}");
    }
    assert!(!has_bar(&screen) && !words.contains(&word("window-cancel")), "{words:?}");
    screen.state_mut().act(Action::LookForAdapters);
    screen.run();
    assert!(has_bar(&screen) && said(&screen).contains(&word("window-cancel")), "whatever goes on there");
}

/// Results, after the knock's own page has chosen the network of a mobile phone.
fn after_a_knock_by_usb() -> Screen {
    let mut screen = open(at_knock(), [1120.0, 2000.0], egui::Theme::Light);
    for action in [Action::SkipKnock, Action::ShowByHand, Action::Next, Action::SkipKnock] {
        screen.state_mut().act(action);
    }
    assert!(matches!(screen.state().step(), Step::Results { .. }));
    screen
}

/// The network that a call from here goes out through.
fn called_through(screen: &mut Screen) -> Option<String> {
    screen.state_mut().act(Action::Rehearse);
    screen.run();
    for (name, typed) in [("window-rehearse-user", "299"), ("window-rehearse-password", SECRET)] {
        screen.get_by_role_and_label(box_role(name), &word(name)).focus();
        screen.run();
        screen.get_by_role_and_label(box_role(name), &word(name)).type_text(typed);
        screen.run();
    }
    press(screen, &word("window-rehearse-call"));
    let Some((_, Command::Rehearse(order))) = screen.state().orders.last() else { panic!("no call") };
    order.interface.clone()
}

/// The network that a walk for a colleague goes out through.
fn walked_through(screen: &mut Screen) -> Option<String> {
    screen.state_mut().act(Action::HelpColleague);
    screen.state_mut().act(Action::OpenInvitation("SEA1QX".to_owned()));
    screen.state_mut().play();
    screen.run();
    press(screen, &word("window-agree"));
    let Some((_, Command::Walk { interface, .. })) = screen.state().orders.last() else { panic!("no walk") };
    interface.clone()
}

#[test]
fn a_network_that_was_chosen_for_a_knock_is_shown_elsewhere_and_not_used_once_it_is_gone() {
    let usb = Some("usb0".to_owned());
    let is_shown = |screen: &Screen| said(screen).iter().any(|s| s.contains("usb0"));
    let mut screen = after_a_knock_by_usb();
    screen.state_mut().act(Action::Rehearse);
    screen.run();
    assert!(is_shown(&screen), "{:?}", said(&screen));
    assert_eq!(called_through(&mut screen), usb);
    let mut screen = after_a_knock_by_usb();
    assert_eq!(walked_through(&mut screen), usb);
    for through in [called_through, walked_through] {
        let mut screen = after_a_knock_by_usb();
        screen.state_mut().say(Event::Adapters(vec![adapter("eth0", "192.168.77.10", true)]));
        assert_eq!(through(&mut screen), None);
    }
}

#[test]
fn two_streets_stand_side_by_side() {
    let screen = open(two_streets(), [1280.0, 2400.0], egui::Theme::Light);
    let said = said(&screen);
    assert!(said.contains(&word("window-streets")), "{said:?}");
    for (street, outcome) in [("203.0.113.60", "outcome-answered"), ("203.0.113.90", "outcome-silent")] {
        let line = format!("{street}: {}", word(outcome));
        assert!(said.iter().any(|s| s.starts_with(&line)), "{line}: {said:?}");
    }
}

#[test]
fn a_rewritten_letter_is_shown_as_sent_and_as_arrived() {
    let screen = open(rewritten(), [1280.0, 3000.0], egui::Theme::Light);
    let said = said(&screen);
    for wanted in ["192.168.77.10:40123", "203.0.113.7:1024"] {
        assert!(said.iter().any(|s| s.contains(wanted)), "{wanted}: {said:?}");
    }
    for key in ["window-letter-rewritten", "window-letter-untouched", "sip-rewritten"] {
        assert!(said.contains(&word(key)), "{key}: {said:?}");
    }
}

#[test]
fn a_password_stands_on_no_screen_and_leaves_with_the_call() {
    let mut screen = open(at_rehearsal(), [800.0, 1400.0], egui::Theme::Light);
    for (name, typed) in [("window-rehearse-user", "299"), ("window-rehearse-password", SECRET)] {
        screen.get_by_role_and_label(box_role(name), &word(name)).focus();
        screen.run();
        screen.get_by_role_and_label(box_role(name), &word(name)).type_text(typed);
        screen.run();
    }
    let heard = |screen: &Screen| format!("{:?} {:?}", said(screen), screen.state().window);
    assert!(!heard(&screen).contains(SECRET), "while it is typed");
    screen.get_by_label(&word("window-rehearse-call")).click();
    screen.run();
    assert_eq!(*screen.state().step(), Step::Rehearse(Rehearse::Calling));
    let orders = &screen.state().orders;
    let Some((_, Command::Rehearse(order))) = orders.last() else { panic!("{orders:?}") };
    assert_eq!((order.password.reveal(), order.user.as_str()), (SECRET, "299"), "the order has it");
    assert!(!format!("{orders:?}").contains(SECRET) && !heard(&screen).contains(SECRET), "and nobody shows it");
}

fn box_role(name: &str) -> egui::accesskit::Role {
    if name.ends_with("password") { egui::accesskit::Role::PasswordInput } else { egui::accesskit::Role::TextInput }
}

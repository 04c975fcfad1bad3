//! One walk by the words on the buttons, from Welcome to Results.

use std::collections::BTreeSet;

use egui_kittest::kittest::Queryable as _;
use separate_entrance::domain::message::{Command, Event};
use separate_entrance::domain::office::Answers;
use separate_entrance::ui::Move;
use separate_entrance::wizard::{Action, Step};

use crate::screens::{at_a_colleagues_code, at_knock, phone};
use crate::sitting::{CALLED, SAVED, Screen, Sitting, answers, choose, copies, open, press, said, trusted, word};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn play(screen: &mut Screen) {
    screen.state_mut().play();
    screen.run();
}

#[test]
fn an_owner_gets_from_welcome_to_results_by_the_words_on_the_buttons() {
    let mut screen = open(Sitting::new(Some(answers())), SIZE, egui::Theme::Light);
    press(&mut screen, &word("window-check-mine"));
    assert_eq!(*screen.state().step(), Step::Questions);
    press(&mut screen, &word("window-next"));
    assert!(matches!(screen.state().step(), Step::Router(_)));
    play(&mut screen);
    press(&mut screen, &word("window-next"));
    play(&mut screen);
    assert!(matches!(screen.state().step(), Step::Phones(_)));
    press(&mut screen, &word("window-next"));
    assert!(matches!(screen.state().step(), Step::Knock(_)));
    press(&mut screen, &word("window-knock-skip"));
    let Step::Offer(plan) = screen.state().step().clone() else { panic!("no plan: {:?}", screen.state().step()) };
    assert!(!plan.changes.is_empty(), "this router takes requests");
    let before = screen.state().orders.len();
    let entrances: BTreeSet<_> = plan.changes.changes.iter().map(|c| c.service.clone()).collect();
    press(&mut screen, &approve(entrances.len()));
    let orders = &screen.state().orders[before..];
    assert!(matches!(orders, [(_, Command::Apply(approval))] if approval.set() == &plan.changes));
    play(&mut screen);
    press(&mut screen, &word("window-make-it-last"));
    assert!(matches!(screen.state().step(), Step::ByHand(_)));
    press(&mut screen, &word("window-knock-now"));
    press(&mut screen, &word("window-step-outside"));
    play(&mut screen);
    assert!(matches!(screen.state().step(), Step::Results { .. }));
    let kept = screen.state().orders.iter().any(|(_, c)| matches!(c, Command::Keep(_)));
    assert!(kept, "results are kept for the next start");
    assert!(said(&screen).contains(&word("window-recheck")));
    screen.state_mut().now += jiff::SignedDuration::from_hours(24);
    press(&mut screen, &word("window-recheck"));
    assert_eq!(*screen.state().step(), Step::Checking);
    play(&mut screen);
    assert!(matches!(screen.state().step(), Step::Results { before: Some(_), .. }));
}

#[test]
fn a_mobile_phone_that_has_ipv6_only_is_offered_as_a_way_out() {
    let mut screen = open(at_knock(), [1280.0, 1600.0], egui::Theme::Light);
    press(&mut screen, &word("window-adapter-again"));
    let sitting = screen.state_mut();
    assert!(matches!(sitting.orders.last(), Some((_, Command::ReadAdapters))));
    let cable = sitting.window.wizard().report().office.adapters[0].clone();
    sitting.say(Event::Adapters(vec![cable]));
    sitting.say(Event::OverIpv6Only(vec!["hot0".to_owned()]));
    sitting.finish();
    screen.run();
    choose(&mut screen, "window-adapter", "hot0 (IPv6 only)");
    press(&mut screen, &word("window-step-outside"));
    let orders = &screen.state().orders;
    let Some((_, Command::StepOutside { interface, .. })) = orders.last() else { panic!("{orders:?}") };
    assert_eq!(interface.as_deref(), Some("hot0"));
}

#[test]
fn a_report_is_saved_whole_or_masked_and_the_screen_says_where() {
    let mut sitting = Sitting::new(Some(answers()));
    sitting.act(Action::CheckMine);
    sitting.act(Action::Next);
    sitting.play();
    sitting.act(Action::Home);
    let mut screen = open(sitting, [1280.0, 3000.0], egui::Theme::Light);
    assert!(matches!(screen.state().step(), Step::Results { .. }));
    // The message to support needs no failure first.
    let copied = copies(&mut screen, &word("window-support"));
    assert!(copied.contains(&word("support-tried")) && !copied.contains("203.0.113.7"), "{copied}");
    screen.get_by_label(&word("window-drawer")).click();
    screen.run();
    for (button, shows) in [("window-save", true), ("window-save-masked", false)] {
        press(&mut screen, &word(button));
        let Some((_, Command::HandOut(document))) = screen.state().orders.last() else {
            panic!("{button} saves nothing")
        };
        let endings: Vec<&str> = document.files.iter().map(|(ending, _)| ending.as_str()).collect();
        assert_eq!(endings, ["html", "json"]);
        for (_, contents) in &document.files {
            assert_eq!(contents.contains("203.0.113.7"), shows, "{button}: {contents}");
        }
    }
    screen.state_mut().say(Event::HandedOut { path: SAVED.to_owned() });
    screen.run();
    assert!(said(&screen).iter().any(|line| line.contains(SAVED)));
    assert_eq!(copies(&mut screen, &word("window-report-path")), SAVED);
    screen.get_by_label(&word("window-report-open")).click();
    let opened = (0..4).find_map(|_| {
        screen.step();
        let commands = &screen.output().platform_output.commands;
        commands
            .iter()
            .find_map(|c| if let egui::OutputCommand::OpenUrl(url) = c { Some(url.url.clone()) } else { None })
    });
    assert!(opened.is_some_and(|url| url.starts_with("file://")), "a browser shows it");
}

/// The approving button names how many entrances.
fn approve(count: usize) -> String {
    if count == 1 {
        return word("window-approve-one");
    }
    let args = [("count".to_owned(), count.to_string())].into();
    separate_entrance::text::Text::new("en").get("window-approve-many", &args)
}

#[test]
fn a_colleague_pastes_agrees_and_hands_back() {
    let mut screen = open(Sitting::new(None), SIZE, egui::Theme::Light);
    press(&mut screen, &word("window-help-colleague"));
    let title = word("window-paste-code.title");
    paste(&mut screen, &title, "SEA1QX-7H2KP4");
    press(&mut screen, &word("window-read-code"));
    assert!(
        matches!(screen.state().orders.last(), Some((_, Command::OpenInvitation { code })) if code == "SEA1QX-7H2KP4")
    );
    play(&mut screen);
    assert!(screen.state().orders.iter().all(|(_, c)| !matches!(c, Command::Walk { .. })), "nothing before the yes");
    press(&mut screen, &word("window-agree"));
    assert!(matches!(screen.state().orders.last(), Some((_, Command::Walk { .. }))));
    play(&mut screen);
    press(&mut screen, &word("window-copy-code"));
    assert!(said(&screen).contains(&word("window-copied")));
}

#[test]
fn a_colleague_who_makes_a_test_call_hands_its_code_back_too() {
    let mut screen = open(at_a_colleagues_code(), [1280.0, 1600.0], egui::Theme::Light);
    press(&mut screen, &word("window-rehearse"));
    let said_before = said(&screen);
    assert!(said_before.iter().any(|s| s.contains("203.0.113.7")), "the code says whom to call: {said_before:?}");
    screen.state_mut().act(Action::Call(Box::new(phone("*43"))));
    assert!(matches!(screen.state().orders.last(), Some((_, Command::Rehearse(o))) if o.code.is_some()));
    play(&mut screen);
    screen.run();
    assert!(said(&screen).iter().any(|s| s.contains(&CALLED[..6])), "the code is shown: {:?}", said(&screen));
    press(&mut screen, &word("window-copy-code"));
    assert!(said(&screen).contains(&word("window-copied")));
}

#[test]
fn the_code_for_a_colleague_is_copied_as_a_link_too() {
    let mut sitting = at_knock();
    sitting.act(Action::AskColleague);
    sitting.play();
    let mut screen = open(sitting, [1280.0, 1600.0], egui::Theme::Light);
    let button = word("window-copy-link");
    screen.get_by(|n| n.role() == egui::Role::Button && n.label().as_deref() == Some(&button)).click();
    let mut copied = None;
    for _ in 0..4 {
        screen.step();
        for command in &screen.output().platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                copied = Some(text.clone());
            }
        }
    }
    assert!(copied.as_ref().is_some_and(|c| c.starts_with("separate-entrance:SEA1QX-")), "{copied:?}");
    screen.run();
    assert!(said(&screen).contains(&word("window-copied")));
}

fn paste(screen: &mut Screen, field: &str, text: &str) {
    screen.get_by(|n| n.role() == egui::Role::MultilineTextInput && n.label().as_deref() == Some(field)).focus();
    screen.run();
    screen.event(egui::Event::Paste(text.to_owned()));
    screen.run();
}

#[test]
fn a_phone_system_with_other_numbers_is_made_and_chosen() {
    let mut screen = open(Sitting::new(Some(answers())), [1280.0, 3000.0], egui::Theme::Light);
    press(&mut screen, &word("window-check-mine"));
    screen.get_by_label(&word("window-own-system")).click();
    screen.run();
    let mut fill = |key: &str, text: &str| {
        let name = word(key);
        screen.get_by(|n| n.role() == egui::Role::TextInput && n.label().as_deref() == Some(&name)).focus();
        screen.run();
        screen.event(egui::Event::Paste(text.to_owned()));
        screen.run();
    };
    fill("window-own-name", "Window office");
    fill("window-own-bell", "5099");
    fill("window-own-voices", "12000-12019");
    press(&mut screen, &word("window-own-keep"));
    let Some((_, Command::KeepProfile(profile))) = screen.state().orders.last() else { panic!("nothing is kept") };
    let profile = (**profile).clone();
    assert_eq!(
        (profile.id.0.as_str(), profile.based_on.as_ref().map(|b| b.0.as_str())),
        ("window-office", Some("freepbx"))
    );
    let own = separate_entrance::domain::catalog::take_own(profile).unwrap();
    screen.state_mut().say(Event::ProfileKept(own.id.clone()));
    screen.run();
    press(&mut screen, &word("window-next"));
    assert_eq!(screen.state().window.wizard().case().answers.system.as_ref(), Some(&own.id));
}

#[test]
fn a_practice_office_is_chosen_by_its_title() {
    let mut screen = open(Sitting::new(None), [1280.0, 1600.0], egui::Theme::Light);
    press(&mut screen, &word("window-practise"));
    let title = word("window-practice");
    screen
        .get_all_by(|n| n.role() == egui::Role::Button && n.label().as_deref() == Some(&title))
        .next()
        .unwrap()
        .click();
    screen.run();
    assert_eq!(screen.state_mut().window.take_move(), Some(Move::Practice("all-well".to_owned())));
    assert_eq!(screen.state_mut().window.take_move(), None, "once");
}

#[test]
fn an_answer_that_cannot_be_read_holds_the_owner_back_and_says_why() {
    let mut screen = open(Sitting::new(None), [1280.0, 1600.0], egui::Theme::Light);
    press(&mut screen, &word("window-check-mine"));
    let field = word("ask-calls");
    screen.get_by(|n| n.role() == egui::Role::TextInput && n.label().as_deref() == Some(&field)).focus();
    screen.run();
    screen.event(egui::Event::Text("many".to_owned()));
    screen.run();
    assert!(said(&screen).contains(&word("window-wrong-number")));
    press(&mut screen, &word("window-next"));
    assert_eq!(*screen.state().step(), Step::Questions);
}

#[test]
fn every_question_takes_i_dont_know_for_an_answer() {
    let known = Answers { phones_use: Some("phones.example.com".to_owned()), trusted: trusted(), ..answers() };
    let mut sitting = Sitting::new(Some(known));
    sitting.act(Action::CheckMine);
    let mut screen = open(sitting, [1280.0, 2400.0], egui::Theme::Light);
    let unknown = word("window-dont-know");
    choose(&mut screen, "ask-system", &unknown);
    for question in ["ask-using", "ask-phones-use", "ask-calls", "ask-trusted", "ask-pbx"] {
        let name = format!("{} {unknown}", word(question));
        screen.get_by_role_and_label(egui::Role::CheckBox, &name).click();
        screen.run();
    }
    press(&mut screen, &word("window-next"));
    let said = screen.state().window.wizard().case().answers.clone();
    assert_eq!((said.using, said.phones_use, said.calls, said.trusted, said.pbx), (vec![], None, None, vec![], None));
    assert!(word("symptom-just-check").contains("don't know"), "the first question names it too");
}

//! The window with the real engine on the practice office: real sockets, real answers, and only words on buttons.

use std::collections::BTreeSet;

use separate_entrance::domain::change::ChangeOutcome;
use separate_entrance::domain::probe::Vantage;
use separate_entrance::domain::report::{TopVerdict, Verdict};
use separate_entrance::wizard::{Action, Knock, Step};

use egui_kittest::kittest::Queryable as _;

use crate::office::Office;
use crate::sitting::{Screen, Sitting, choose, copies, open, press, said, word};

#[test]
fn the_whole_job_is_done_by_the_words_on_the_buttons_in_a_practice_office() {
    let mut screen = open(Sitting::new(None), [1280.0, 1600.0], egui::Theme::Light);
    let mut office = Office::open("nothing-opened", &mut screen);
    office.press(&mut screen, "window-check-mine");
    office.press(&mut screen, "window-next");
    assert!(matches!(screen.state().step(), Step::Router(_)));
    office.press(&mut screen, "window-next");
    assert!(matches!(screen.state().step(), Step::Phones(_)));
    office.press(&mut screen, "window-next");
    assert_eq!(*screen.state().step(), Step::Knock(Knock::Choose));
    office.press(&mut screen, "window-step-outside");
    let Step::Offer(plan) = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    assert!(!plan.changes.is_empty());
    let args = [("count".to_owned(), "2".to_owned())].into();
    let approve = separate_entrance::text::Text::new("en").get("window-approve-many", &args);
    press(&mut screen, &approve);
    office.work(&mut screen);
    office.press(&mut screen, "window-make-it-last");
    office.press(&mut screen, "window-knock-now");
    office.press(&mut screen, "window-step-outside");
    let Step::Results { report, .. } = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    assert_eq!(report.verdict, TopVerdict::Ready, "{:?}", report.findings);
    assert_eq!(report.service("sip-udp").map(|s| s.verdict), Some(Verdict::Verified));

    // Re-check, then take everything back.
    office.press(&mut screen, "window-recheck");
    assert!(matches!(screen.state().step(), Step::Results { before: Some(_), .. } | Step::Results { .. }));
    let ours = screen.state().window.wizard().undoable().len();
    assert_eq!(ours, plan.changes.changes.len());
    let args = [("count".to_owned(), ours.to_string())].into();
    let undo = separate_entrance::text::Text::new("en").get("window-undo-all-many", &args);
    press(&mut screen, &undo);
    office.work(&mut screen);
    assert!(screen.state().window.wizard().undoable().is_empty());
}

#[test]
fn a_server_is_asked_for_the_street_address_only_by_name_and_after_a_yes() {
    let mut screen = open(Sitting::new(None), [1280.0, 1600.0], egui::Theme::Light);
    let mut office = Office::open("address-unknown", &mut screen);
    for key in ["window-check-mine", "window-next", "window-next", "window-next"] {
        office.press(&mut screen, key);
    }
    assert_eq!(*screen.state().step(), Step::Knock(Knock::Choose));
    let street = |screen: &Screen| screen.state().window.wizard().report().office.public_address;
    assert_eq!(street(&screen), None);
    Office::fill(&mut screen, "window-stun", "198.51.100.34");
    let args = [("server".to_owned(), "198.51.100.34".to_owned())].into();
    press(&mut screen, &separate_entrance::text::Text::new("en").get("window-stun-ask", &args));
    office.work(&mut screen);
    assert_eq!(street(&screen), Some("203.0.113.7".parse().unwrap()));
    // Now visitors know where to knock.
    office.press(&mut screen, "window-step-outside");
    assert!(!matches!(screen.state().step(), Step::Knock(_)), "{:?}", screen.state().step());
}

#[test]
fn the_two_safety_tests_are_made_by_their_own_buttons() {
    let mut screen = open(Sitting::new(None), [1280.0, 3600.0], egui::Theme::Light);
    let mut office = Office::open("talks-to-strangers", &mut screen);
    for key in ["window-check-mine", "window-next", "window-next", "window-next", "window-step-outside"] {
        office.press(&mut screen, key);
    }
    assert!(matches!(screen.state().step(), Step::Results { .. }), "{:?}", screen.state().step());
    let found = |screen: &Screen, code: &str| screen.state().window.wizard().report().finding(code).is_some();
    assert!(!found(&screen, "guest-calls-accepted"), "nothing is tried without being asked for");
    // Without a number the second one cannot be made.
    office.press(&mut screen, "window-safety-name-leak");
    assert!(screen.state().window.wizard().report().safety.is_empty());
    office.press(&mut screen, "window-safety-guest-calls");
    assert!(found(&screen, "guest-calls-accepted") && !found(&screen, "extension-names-leak"));
    Office::fill(&mut screen, "window-safety-extension", "201");
    office.press(&mut screen, "window-safety-name-leak");
    assert!(found(&screen, "extension-names-leak"));
    assert!(matches!(screen.state().step(), Step::Results { .. }), "and the results stand as before");
}

#[test]
fn the_same_tests_are_made_from_the_street_over_a_mobile_phone() {
    let mut screen = open(Sitting::new(None), [1280.0, 3600.0], egui::Theme::Light);
    let mut office = Office::open("talks-to-strangers", &mut screen);
    for key in ["window-check-mine", "window-next", "window-next", "window-next", "window-knock-skip"] {
        office.press(&mut screen, key);
    }
    assert!(matches!(screen.state().step(), Step::Results { .. }), "{:?}", screen.state().step());
    let made = |screen: &Screen| screen.state().window.wizard().report().safety.clone();
    choose(&mut screen, "window-safety-from", "usb0 (192.168.42.15)");
    // Nobody is called before an entrance was answered from outside.
    office.press(&mut screen, "window-safety-guest-calls");
    assert_eq!(screen.state().window.wizard().problem().map(|p| p.code.as_str()), Some("safety-no-walk"));
    assert!(made(&screen).is_empty());

    // Two buttons lead there: one above, and one at the finding that nobody has knocked.
    screen.state_mut().act(Action::KnockAgain);
    screen.run();
    for key in ["window-step-outside", "window-safety-guest-calls"] {
        office.press(&mut screen, key);
    }
    let outside = made(&screen);
    assert_eq!(
        outside.iter().map(|t| (t.vantage, t.unsafe_answer)).collect::<Vec<_>>(),
        [(Vantage::Outside, Some(true))]
    );
    choose(&mut screen, "window-safety-from", &word("window-safety-from-inside"));
    office.press(&mut screen, "window-safety-guest-calls");
    assert_eq!(made(&screen).iter().map(|t| t.vantage).collect::<BTreeSet<_>>().len(), 2, "each stands by itself");
    let shown = said(&screen).iter().filter(|s| **s == word("safety-guest-calls-unsafe")).count();
    assert!(shown >= 2, "{:?}", said(&screen));

    // The phone is pulled out and plugged in again while Results stand there.
    office.press(&mut screen, "window-adapter-again");
    assert!(matches!(screen.state().step(), Step::Results { .. }));
}

/// Goes through the job up to the offer, and says yes to it.
fn open_what_is_offered(office: &mut Office, screen: &mut Screen) {
    for key in ["window-check-mine", "window-next", "window-next", "window-next", "window-step-outside"] {
        office.press(screen, key);
    }
    let Step::Offer(plan) = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    let count = plan.changes.changes.chunk_by(|a, b| a.service == b.service).count();
    let key = if count == 1 { "window-approve-one" } else { "window-approve-many" };
    let args = [("count".to_owned(), count.to_string())].into();
    press(screen, &separate_entrance::text::Text::new("en").get(key, &args));
    office.work(screen);
}

#[test]
fn over_ipv6_is_opened_what_was_ticked_and_nothing_else() {
    let mut screen = open(Sitting::new(None), [1280.0, 2400.0], egui::Theme::Light);
    let mut office = Office::open("both-kinds", &mut screen);
    for key in ["window-check-mine", "window-next", "window-next", "window-next", "window-step-outside"] {
        office.press(&mut screen, key);
    }
    let over_ipv6 = |screen: &Screen| {
        let Step::Offer(plan) = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
        plan.changes.changes.iter().filter(|c| c.internal_client.is_ipv6()).count()
    };
    assert_eq!(over_ipv6(&screen), 11, "its owner asked for it");
    for wanted in [0, 11] {
        screen.get_by_label(&word("window-offer-over-ipv6-wanted")).click();
        screen.run();
        office.work(&mut screen);
        assert_eq!(over_ipv6(&screen), wanted);
    }
    // The bell and the voices over each kind of address.
    let args = [("count".to_owned(), "4".to_owned())].into();
    press(&mut screen, &separate_entrance::text::Text::new("en").get("window-approve-many", &args));
    office.work(&mut screen);
    let changes = screen.state().window.wizard().report().changes.clone();
    assert_eq!(changes.len(), 22);
    assert!(changes.iter().all(|c| c.result == ChangeOutcome::Opened), "{changes:?}");
    assert!(screen.state().window.wizard().report().finding("ipv6-open").is_some());
}

#[test]
fn a_repair_asks_first_whether_anybody_is_on_the_phone() {
    let mut screen = open(Sitting::new(None), [1280.0, 2400.0], egui::Theme::Light);
    let mut office = Office::open("stuck-entrance", &mut screen);
    open_what_is_offered(&mut office, &mut screen);
    for key in ["window-make-it-last", "window-knock-now", "window-step-outside"] {
        office.press(&mut screen, key);
    }
    let found = |screen: &Screen, code: &str| screen.state().window.wizard().report().finding(code).is_some();
    assert!(found(&screen, "no-answer-outside"), "{:?}", screen.state().step());
    let shown = |screen: &Screen, key: &str| said(screen).contains(&word(key));
    let table = |screen: &Screen| screen.state().window.wizard().report().mappings.clone();
    let before = table(&screen);

    // The first click only asks, and a no leaves everything as it is.
    assert!(!shown(&screen, "window-repair-ask"));
    office.press(&mut screen, "window-repair");
    assert!(shown(&screen, "window-repair-ask") && table(&screen) == before);
    office.press(&mut screen, "window-repair-later");
    assert!(!shown(&screen, "window-repair-ask") && shown(&screen, "window-repair"));
    assert!(screen.state().window.wizard().report().changes.iter().all(|c| c.result == ChangeOutcome::Opened));

    // A yes takes it out, puts it in, and knocks again the same way.
    office.press(&mut screen, "window-repair");
    office.press(&mut screen, "window-repair-now");
    let report = screen.state().window.wizard().report();
    assert!(report.changes.iter().any(|c| c.result == ChangeOutcome::Repaired), "{:?}", report.changes);
    assert!(found(&screen, "mapping-listed-but-dead") && !found(&screen, "no-answer-outside"));
    assert!(!shown(&screen, "window-repair"), "nothing is left to repair");
}

#[test]
fn a_router_that_opens_for_the_asker_only_leaves_a_command_to_copy_for_the_phone_system() {
    let mut screen = open(Sitting::new(None), [1280.0, 2400.0], egui::Theme::Light);
    let mut office = Office::open("router-refuses", &mut screen);
    open_what_is_offered(&mut office, &mut screen);
    office.press(&mut screen, "window-make-it-last");
    let report = screen.state().window.wizard().report().clone();
    let command = report.finding("router-refuses-other-devices").unwrap().args.get("command").unwrap().clone();
    assert!(command.starts_with("entrance open --system freepbx --pbx 192.168.77.20 "), "{command}");
    assert!(said(&screen).contains(&command), "{:?}", said(&screen));
    assert_eq!(copies(&mut screen, &word("window-copy-command")), command);
    assert!(said(&screen).contains(&word("window-copied")));
}

#[test]
fn a_wrong_sender_address_is_found_inside_by_the_buttons() {
    let mut screen = open(Sitting::new(None), [1280.0, 2400.0], egui::Theme::Light);
    let mut office = Office::open("wrong-sender-address", &mut screen);
    for key in ["window-check-mine", "window-next", "window-next", "window-next", "window-step-outside"] {
        office.press(&mut screen, key);
    }
    if !matches!(screen.state().step(), Step::Results { .. }) {
        screen.state_mut().act(Action::Home);
        screen.run();
    }
    office.press(&mut screen, "window-look-inside");
    office.press(&mut screen, "window-inside-here");
    let shown = said(&screen);
    assert!(shown.iter().any(|s| s.contains("198.51.100.9") && s.contains("203.0.113.7")), "{shown:?}");
    assert!(
        shown.iter().any(|s| s.contains(&word("phone-system-wrong-outside-address"))),
        "what would follow: {shown:?}"
    );
    office.press(&mut screen, "window-inside-use");
    let Step::Results { report, .. } = screen.state().step().clone() else { panic!("{:?}", screen.state().step()) };
    let found: Vec<&str> = report.findings.iter().map(|f| f.code.as_str()).collect();
    assert!(found.contains(&"phone-system-wrong-outside-address"), "{found:?}");
    assert_eq!(report.verdict, TopVerdict::ActionNeeded);
}

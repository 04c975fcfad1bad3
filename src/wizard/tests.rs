//! The flow as a table of steps, five owner stories, and a random walk that no action or event may break.

use std::net::{IpAddr, Ipv4Addr};

use super::*;
use crate::domain::change::{ChangeOutcome, ChangeResult};
use crate::domain::dialling::{Password, RehearsalOrder};
use crate::domain::doorman::DoormanTest;
use crate::domain::message::InvitationView;
use crate::domain::office::{Adapter, AddressFrom, Candidate, Control, Gateway, MappingList, PhoneSystem, PortMapping};
use crate::domain::probe::{Evidence, Family, Fingerprint, Identity, Outcome, Vantage};
use crate::domain::rehearsal::{Rehearsal, RingRound};
use crate::domain::report::{Looked, Street, Verdict, WalkReport};
use crate::domain::safety::SafetyTest;
use crate::domain::service::{ProbeKind, ProfileId, ServiceId, Transport};

#[path = "inside_tests.rs"]
mod inside;
#[path = "later_tests.rs"]
mod later;
#[path = "office_tests.rs"]
mod office;

use office::*;

#[test]
fn an_owner_opens_and_proves_the_entrance() {
    let mut w = Wizard::start(None, noon());
    assert_eq!(w.step(), &Step::Welcome);
    act(&mut w, Action::CheckMine, false);
    act(&mut w, Action::Answer(Box::new(answers())), false);
    act(&mut w, Action::Next, false);
    assert_eq!(w.step(), &Step::Router(Search::Done));
    act(&mut w, Action::Next, false);
    assert_eq!(w.step(), &Step::Phones(Search::Done));
    act(&mut w, Action::Next, false);
    act(&mut w, Action::StepOutside { interface: None }, false);
    // Silent and unlisted: the plan comes next, and nothing was opened so far.
    let Step::Offer(plan) = w.step() else { panic!("{:?}", w.step()) };
    assert!(plan.changes.changes.iter().any(|c| c.external_port == 5060), "{plan:?}");
    assert!(w.case().changes.is_empty());
    act(&mut w, Action::Approve, true);
    assert!(matches!(w.step(), Step::Opening { search: Search::Done, .. }));
    act(&mut w, Action::Next, true);
    assert!(matches!(w.step(), Step::ByHand(_)), "a successful try leads to making it last");
    act(&mut w, Action::Next, true);
    act(&mut w, Action::StepOutside { interface: None }, true);
    let Step::Results { report, .. } = w.step() else { panic!("{:?}", w.step()) };
    assert_eq!(report.service("sip-udp").map(|s| s.verdict), Some(Verdict::Verified));
}

#[test]
fn rules_made_by_hand_lead_to_results_after_the_next_knock() {
    let mut w = at_the_plan(Wizard::start(None, noon()));
    act(&mut w, Action::ShowByHand, false);
    act(&mut w, Action::Next, false);
    act(&mut w, Action::StepOutside { interface: None }, false);
    assert!(matches!(w.step(), Step::Results { .. }), "not the same plan again: {:?}", w.step());
    act(&mut w, Action::KnockAgain, false);
    act(&mut w, Action::SkipKnock, false);
    assert!(matches!(w.step(), Step::Results { .. }));
    act(&mut w, Action::CheckMine, false);
    act(&mut w, Action::Next, false);
    act(&mut w, Action::Next, false);
    act(&mut w, Action::Next, false);
    act(&mut w, Action::SkipKnock, false);
    assert!(matches!(w.step(), Step::Offer(_)), "new questions, a new plan");
}

#[test]
fn the_second_start_begins_at_results_and_rechecks() {
    let w = at_the_plan(Wizard::start(None, noon()));
    let last = w.report().clone();
    let mut again = Wizard::start(Some(last), noon());
    assert!(matches!(again.step(), Step::Results { .. }));
    act(&mut again, Action::Recheck, true);
    let Step::Results { report, .. } = again.step() else { panic!("{:?}", again.step()) };
    assert!(report.before.is_some(), "a re-check knows what was before");
}

#[test]
fn of_two_phone_systems_each_is_checked_as_what_it_is() {
    let w = at_the_plan(Wizard::start(None, noon()));
    let mut last = w.report().clone();
    let old: IpAddr = "192.168.77.21".parse().unwrap();
    let candidate = |address, profile: &str| Candidate {
        address,
        server: None,
        profile: Some(ProfileId(profile.to_owned())),
        likely: true,
    };
    last.office.candidates = vec![candidate(PBX, "freepbx"), candidate(old, "trixbox-pro")];
    let mut w = Wizard::start(Some(last), noon());
    assert!(w.can(&Action::CheckOther(old)) && !w.can(&Action::CheckOther(HOME)), "only what was found");
    act(&mut w, Action::CheckOther(old), false);
    let Step::Results { report, .. } = w.step() else { panic!("{:?}", w.step()) };
    let system = report.office.phone_system.as_ref().unwrap();
    assert_eq!((system.address, system.profile.0.as_str()), (old, "trixbox-pro"));
    assert_eq!(report.before, None, "the other one's past is not this one's");
    let note = report.findings.iter().find(|f| f.code == "several-phone-systems").unwrap();
    assert_eq!((note.args["address"].as_str(), note.args["next"].as_str()), ("192.168.77.21", "192.168.77.20"));
    act(&mut w, Action::CheckOther(PBX), false);
    assert_eq!(w.case().answers.system, Some(ProfileId("freepbx".to_owned())));
}

#[test]
fn a_colleague_helps_with_two_codes_and_agrees_in_between() {
    let mut w = Wizard::start(None, noon());
    act(&mut w, Action::HelpColleague, false);
    act(&mut w, Action::OpenInvitation("abc def".to_owned()), false);
    let Step::Helping(Helping::Agree { code, view }) = w.step() else { panic!("{:?}", w.step()) };
    assert_eq!((code.as_str(), view.address), ("abc def", STREET));
    act(&mut w, Action::AgreeToWalk { interface: None, own_address: Some(HOME) }, false);
    assert_eq!(w.case().office.public_address, None, "the walker's own address is nothing to this office");
    let Step::Helping(Helping::Done { code, result, .. }) = w.step() else { panic!("{:?}", w.step()) };
    assert_eq!((code.as_str(), result.as_str()), ("abc def", "GHIJKL"));
}

#[test]
fn a_phone_played_for_a_colleagues_office_leaves_no_trace_in_ones_own() {
    let mut w = Wizard::start(None, noon());
    act(&mut w, Action::CheckMine, false);
    act(&mut w, Action::Answer(Box::new(answers())), false);
    act(&mut w, Action::Next, false);
    act(&mut w, Action::Home, false);
    let mine = w.case().clone();
    act(&mut w, Action::HelpColleague, false);
    act(&mut w, Action::OpenInvitation("abc def".to_owned()), false);
    act(&mut w, Action::Rehearse, false);
    assert_eq!(w.played_for().map(|view| view.address), Some(STREET));
    assert_eq!((w.case().office.public_address, w.call_code()), (None, None), "nothing is known of that office");
    let orders = w.act(Action::Call(Box::new(phone("secret"))), noon());
    let [(_, Command::Rehearse(order))] = orders.as_slice() else { panic!("{orders:?}") };
    assert_eq!(order.code.as_deref(), Some("abc def"));
    serve(&mut w, orders, false);
    assert_eq!((w.call_code(), w.report().rehearsals.len()), (Some("CALLED"), 1));
    act(&mut w, Action::Rehearse, false);
    let orders = w.act(Action::RingTest(Box::new(phone("secret"))), noon());
    assert!(orders.iter().all(|(_, c)| !matches!(c, Command::Keep(_))));
    serve(&mut w, orders, false);
    assert_eq!(*w.step(), Step::Rehearse(Rehearse::Waited));
    // From the call back to the code, to walk too; then home.
    act(&mut w, Action::Back, false);
    assert!(matches!(w.step(), Step::Helping(Helping::Agree { .. })), "{:?}", w.step());
    assert_eq!((w.played_for(), w.call_code()), (None, None));
    act(&mut w, Action::Rehearse, false);
    act(&mut w, Action::Home, false);
    assert_eq!(w.case(), &mine, "as it was");
    // And from Results the call is this office's own.
    act(&mut w, Action::Rehearse, false);
    let orders = w.act(Action::Call(Box::new(phone("secret"))), noon());
    let Some((_, Command::Rehearse(order))) = orders.last() else { panic!("{orders:?}") };
    assert_eq!(order.code, None);
}

#[test]
fn an_unknown_phone_system_is_searched_for_only_after_consent() {
    let mut w = Wizard::start(None, noon());
    act(&mut w, Action::CheckMine, false);
    act(&mut w, Action::Next, false);
    act(&mut w, Action::Next, false);
    assert_eq!(w.step(), &Step::Phones(Search::Asking));
    assert!(!w.can(&Action::Next));
    let orders = w.act(Action::LookRound, noon());
    assert!(matches!(orders.as_slice(), [(_, Command::FindPhoneSystem)]));
    serve(&mut w, orders, false);
    assert_eq!(w.case().candidates.len(), 1);
    act(&mut w, Action::UsePhoneSystem(PBX), false);
    assert_eq!(w.step(), &Step::Phones(Search::Done));
    let is = w.case().answers.system.as_ref().map(|s| s.0.as_str());
    assert_eq!(is, Some("freepbx"), "whoever does not know which one it is gets what it says it is");
}

#[test]
fn a_phone_that_is_plugged_in_late_is_found_without_going_back() {
    let mut w = Wizard::start(None, noon());
    act(&mut w, Action::CheckMine, false);
    act(&mut w, Action::Answer(Box::new(answers())), false);
    for _ in 0..3 {
        act(&mut w, Action::Next, false);
    }
    assert_eq!(w.step(), &Step::Knock(Knock::Choose));
    let orders = w.act(Action::LookForAdapters, noon());
    let [(run, Command::ReadAdapters)] = orders.as_slice() else { panic!("{orders:?}") };
    let mut adapters = w.case().office.adapters.clone();
    adapters.push(Adapter { name: "usb0".to_owned(), default_route: false, ..adapters[0].clone() });
    w.receive(*run, Event::Adapters(adapters));
    w.receive(*run, Event::Finished { at: noon() });
    assert_eq!((w.step(), w.case().office.adapters.len()), (&Step::Knock(Knock::Choose), 2));
}

fn phone(password: &str) -> RehearsalOrder {
    let password = Password::new(password.to_owned());
    let (server, user, number) = ("phones.example".to_owned(), "299".to_owned(), "*43".to_owned());
    RehearsalOrder { server, user, password, number, interface: None, code: None }
}

#[test]
fn a_phone_is_played_and_its_password_goes_with_the_order() {
    let mut w = Wizard::start(None, noon());
    assert!(!w.can(&Action::Rehearse), "only where somebody stands outside, or knows the office");
    act(&mut w, Action::HelpColleague, false);
    act(&mut w, Action::Rehearse, false);
    assert!(
        !w.can(&Action::Call(Box::new(phone("")))) && !w.can(&Action::RingTest(Box::new(phone("")))),
        "no password, no call"
    );
    let mut abroad = phone("secret");
    abroad.number = "+441234567".to_owned();
    assert!(!w.can(&Action::Call(Box::new(abroad))), "what is not called is not called from here either");
    let orders = w.act(Action::Call(Box::new(phone("secret"))), noon());
    assert!(!format!("{w:?} {orders:?}").contains("secret"), "the wizard keeps nothing of it");
    serve(&mut w, orders, false);
    assert_eq!(*w.step(), Step::Rehearse(Rehearse::Called));
    assert!(w.report().rehearsals.iter().all(|r| r.answered) && w.report().rehearsals.len() == 1);
    act(&mut w, Action::Rehearse, false);
    act(&mut w, Action::RingTest(Box::new(phone("secret"))), false);
    assert_eq!(*w.step(), Step::Rehearse(Rehearse::Waited));
    assert_eq!(w.report().rings.len(), 3);
    act(&mut w, Action::Home, false);
    assert_eq!(*w.step(), Step::Welcome, "a colleague has no results to go to");
}

#[test]
fn a_call_that_did_not_come_about_is_asked_for_again() {
    let mut w = Wizard::start(None, noon());
    act(&mut w, Action::HelpColleague, false);
    act(&mut w, Action::Rehearse, false);
    let orders = w.act(Action::Call(Box::new(phone("wrong"))), noon());
    let run = orders.first().map(|(run, _)| *run).unwrap();
    w.receive(run, Event::Problem(Problem::new("call-wrong-password")));
    w.receive(run, Event::Finished { at: noon() });
    assert_eq!(*w.step(), Step::Rehearse(Rehearse::Ask));
    assert!(w.problem().is_some());
    let orders = w.act(Action::RingTest(Box::new(phone("right"))), noon());
    let stop = w.act(Action::Back, noon());
    assert!(matches!(stop.as_slice(), [(_, Command::Cancel)]), "{stop:?}");
    assert_eq!((*w.step()).clone(), Step::Rehearse(Rehearse::Ask));
    serve(&mut w, orders, false);
    assert!(w.report().rings.is_empty(), "late words of a test that was left change nothing");
}

#[test]
fn late_events_of_a_run_that_was_left_change_nothing() {
    let mut w = Wizard::start(None, noon());
    act(&mut w, Action::CheckMine, false);
    let orders = w.act(Action::Next, noon());
    let (old, _) = orders.first().unwrap();
    let old = *old;
    let stop = w.act(Action::Back, noon());
    assert!(matches!(stop.as_slice(), [(_, Command::Cancel)]));
    let before = w.case().clone();
    w.receive(old, Event::Looked(Looked::Router));
    w.receive(old, Event::Finished { at: noon() });
    assert_eq!((w.case(), w.step()), (&before, &Step::Questions));
}

/// A small generator, so that a failure can be repeated by its seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

#[test]
fn ten_thousand_random_actions_and_events_break_nothing() {
    for seed in 0..10 {
        let mut dice = Dice(seed);
        let mut w = Wizard::start(None, noon());
        let mut waiting: Vec<Order> = Vec::new();
        for _ in 0..1000 {
            let open = dice.roll(2) == 0;
            if dice.roll(2) == 0 && !waiting.is_empty() {
                let index = usize::try_from(dice.roll(waiting.len() as u64)).unwrap();
                let (run, command) = waiting.swap_remove(index);
                for event in office_says(&command, open) {
                    waiting.extend(w.receive(run, event));
                }
                if !matches!(command, Command::Keep(_) | Command::Tick(_) | Command::Cancel) {
                    waiting.extend(w.receive(run, Event::Finished { at: noon() }));
                }
                continue;
            }
            let action = random_action(&mut dice, &w);
            let could = w.can(&action);
            let shown = if let Step::Offer(plan) = w.step() { Some(plan.changes.clone()) } else { None };
            let orders = w.act(action.clone(), noon());
            assert!(could || orders.is_empty(), "{action:?} was not allowed and gave {orders:?}");
            for (_, order) in &orders {
                // Only the plan on the screen is ever approved.
                if let Command::Apply(approval) = order {
                    assert_eq!(Some(approval.set()), shown.as_ref());
                }
            }
            waiting.extend(orders);
        }
        // There is always a way on: something can be done, or the engine is at work.
        assert!(w.is_busy() || w.can(&Action::Back) || w.can(&Action::CheckMine) || w.can(&Action::Next));
    }
}

fn random_action(dice: &mut Dice, w: &Wizard) -> Action {
    match dice.roll(27) {
        0 => Action::CheckMine,
        1 => Action::HelpColleague,
        2 => Action::Home,
        3 => Action::Answer(Box::new(answers())),
        4..=7 => Action::Next,
        8 => Action::Back,
        9 => Action::LookRound,
        10 => Action::UsePhoneSystem(PBX),
        11 => Action::AskColleague,
        12 => Action::StepOutside { interface: None },
        13 => Action::GiveResult("x".to_owned()),
        14 => Action::SkipKnock,
        15 => Action::Approve,
        16 => Action::ShowByHand,
        17 => Action::Cancel,
        18 => Action::Undo(w.undoable()),
        19 => Action::Recheck,
        20 => Action::CheckOther("192.168.77.21".parse().unwrap()),
        21 => Action::LookInside,
        22 => Action::LookHere,
        23 => Action::ReadPaste(["begin", "x"][usize::try_from(dice.roll(2)).unwrap()].to_owned()),
        24 | 25 => Action::UseInside,
        _ => Action::KnockAgain,
    }
}

//! What was seen another day: nothing is opened on it, and what goes on without a person goes on whatever page is open.

use jiff::SignedDuration;

use super::*;

/// A check whose plan was not answered.
fn unanswered() -> Wizard {
    at_the_plan(Wizard::start(None, noon()).looking_after())
}

fn hours(n: i64) -> Timestamp {
    noon() + SignedDuration::from_hours(n)
}

#[test]
fn a_plan_of_a_report_that_was_kept_is_shown_after_a_look() {
    let last = unanswered().report().clone();
    let mut again = Wizard::start(Some(last), hours(20));
    let orders = again.act(Action::PlanAgain, hours(20));
    assert!(matches!(orders.as_slice(), [(_, Command::Look { .. })]), "{orders:?}");
    assert_eq!(*again.step(), Step::Checking);
    serve(&mut again, orders, false);
    assert!(matches!(again.step(), Step::Offer(_)), "{:?}", again.step());
    // That was now, so the yes counts.
    let orders = again.act(Action::Approve, hours(21));
    assert!(matches!(orders.as_slice(), [(_, Command::Apply(_))]), "{orders:?}");
}

#[test]
fn a_yes_to_a_plan_of_yesterday_is_a_yes_to_looking() {
    let mut w = unanswered();
    let orders = w.act(Action::Approve, hours(25));
    assert!(matches!(orders.as_slice(), [(_, Command::Look { .. })]), "{orders:?}");
    assert!(!orders.iter().any(|(_, command)| matches!(command, Command::Apply(_))));
}

#[test]
fn a_check_that_was_stopped_makes_no_plan() {
    let last = unanswered().report().clone();
    let mut again = Wizard::start(Some(last), hours(20));
    let mut orders = again.act(Action::PlanAgain, hours(20));
    while again.is_busy() {
        // Each step is stopped before it saw anything.
        let (run, _) = orders.first().unwrap();
        again.act(Action::Cancel, hours(20));
        orders = again.receive(*run, Event::Finished { at: hours(20) });
    }
    assert!(matches!(again.step(), Step::Results { .. }), "{:?}", again.step());
}

#[test]
fn rounds_go_on_while_somebody_reads_the_plan() {
    let mut w = unanswered();
    act(&mut w, Action::ShowByHand, false);
    act(&mut w, Action::Next, false);
    act(&mut w, Action::SkipKnock, false);
    assert!(matches!(w.step(), Step::Results { .. }), "{:?}", w.step());
    act(&mut w, Action::PlanAgain, false);
    assert!(matches!(w.step(), Step::Offer(_)));
    let orders = w.receive(RunId(0), Event::Woke { at: hours(1), other: None });
    assert!(matches!(orders.as_slice(), [(_, Command::Look { .. })]), "{orders:?}");
    // A click comes first.
    let orders = w.act(Action::Approve, hours(1));
    let [(stopped, Command::Cancel), .., (_, Command::Apply(_))] = orders.as_slice() else { panic!("{orders:?}") };
    assert!(stopped.0 > 1 << 61, "the round gives way");
}

/// An office whose entrance is proved.
fn proved() -> Wizard {
    let mut w = at_the_plan(Wizard::start(None, noon()));
    act(&mut w, Action::Approve, true);
    act(&mut w, Action::Next, true);
    act(&mut w, Action::Next, true);
    act(&mut w, Action::StepOutside { interface: None }, true);
    assert_eq!(verdict(&w), Some(Verdict::Verified));
    w
}

fn verdict(w: &Wizard) -> Option<Verdict> {
    w.report().service("sip-udp").map(|s| s.verdict)
}

fn walked(at: Timestamp, address: Option<IpAddr>, street: Street, trouble: Option<&str>) -> Event {
    let trouble = trouble.map(str::to_owned);
    Event::Walked(WalkReport {
        walker: Walker::StepOutside,
        at,
        address,
        street,
        street_lies: false,
        trouble,
        answered_before: None,
    })
}

/// A knock at Results, of which the engine says this.
fn knock(w: &mut Wizard, at: Timestamp, events: Vec<Event>) {
    assert!(w.act(Action::KnockAgain, at).is_empty());
    let orders = w.act(Action::StepOutside { interface: None }, at);
    let [.., (run, Command::StepOutside { .. })] = orders.as_slice() else { panic!("{orders:?}") };
    for event in events.into_iter().chain([Event::Looked(Looked::Outside), Event::Finished { at }]) {
        w.receive(*run, event);
    }
}

fn silence(at: Timestamp) -> Event {
    Event::Evidence(Evidence { at, asker: None, ..evidence(Vantage::Outside, STREET, Outcome::Silent) })
}

#[test]
fn a_knock_of_now_counts_more_than_a_proof_of_another_hour() {
    let kept = proved().report().clone();
    for later in [2, 30 * 24] {
        for from_file in [false, true] {
            let mut w = if from_file { Wizard::start(Some(kept.clone()), hours(later)) } else { proved() };
            let at = hours(later);
            knock(&mut w, at, vec![silence(at), walked(at, None, Street::Unknown, None)]);
            assert_ne!(verdict(&w), Some(Verdict::Verified), "{later} hours later");
            assert_ne!(w.report().verdict, crate::domain::report::TopVerdict::Ready);
        }
    }
    // Two of one hour stand side by side.
    let mut w = proved();
    let at = noon() + SignedDuration::from_mins(20);
    knock(&mut w, at, vec![silence(at), walked(at, None, Street::Unknown, None)]);
    assert_eq!(verdict(&w), Some(Verdict::Verified));
}

#[test]
fn a_walk_that_did_not_come_about_is_said_where_another_was_proved_at_another_hour() {
    for (street, trouble, code) in
        [(Street::Unknown, Some("no-network"), "helper-unreachable"), (Street::Same, None, "not-outside")]
    {
        let mut w = proved();
        knock(&mut w, hours(3), vec![walked(hours(3), None, street, trouble)]);
        assert!(w.report().findings.iter().any(|f| f.code == code), "{:?}", w.report().findings);
        assert_ne!(w.report().verdict, crate::domain::report::TopVerdict::Ready);
    }
}

#[test]
fn nobody_goes_back_from_what_is_being_taken_back() {
    let mut w = proved();
    act(&mut w, Action::ShowByHand, true);
    let orders = w.act(Action::Undo(vec![crate::domain::change::JournalId(1)]), noon());
    let [.., (run, Command::Undo(_))] = orders.as_slice() else { panic!("{orders:?}") };
    assert!(!w.can(&Action::Back), "what became of it would be lost");
    w.receive(*run, Event::Finished { at: noon() });
    assert!(matches!(w.step(), Step::Results { .. }));
}

#[test]
fn being_asked_again_forgets_nothing_that_was_found_since_the_start() {
    let kept = proved().report().clone();
    let mut w = Wizard::start(Some(kept), hours(1));
    let test = SafetyTest {
        id: crate::domain::safety::SafetyId::GuestCalls,
        vantage: Vantage::Inside,
        unsafe_answer: Some(true),
        seen: None,
        at: hours(1),
    };
    w.receive(RunId(0), Event::Safety(test));
    w.act(Action::Tick(w.report().advice[0].id, Ticked::Yes), hours(1));
    let taken = |w: &Wizard| w.report().findings.iter().any(|f| f.code == "guest-calls-accepted");
    assert!(taken(&w));
    act(&mut w, Action::CheckMine, true);
    assert!(taken(&w), "{:?}", w.report().findings);
    assert!(w.report().advice[0].done);
}

#[test]
fn nothing_follows_from_what_was_broken_off() {
    // A check, after each of its steps; a walk; a walk of the standing helper, after an earlier good one.
    let last = proved().report().clone();
    for steps in 0..3 {
        let mut w = Wizard::start(Some(last.clone()), hours(1)).with_helper(Some("link".to_owned()));
        let mut orders = w.act(Action::Recheck, hours(1));
        for _ in 0..steps {
            let (run, command) = orders.swap_remove(0);
            for event in office_says(&command, true) {
                w.receive(run, event);
            }
            orders = w.receive(run, Event::Finished { at: hours(1) });
        }
        let run = orders[0].0;
        w.act(Action::Cancel, hours(1));
        assert_rests(&w.receive(run, Event::Finished { at: hours(1) }));
        assert!(!w.is_busy() && matches!(w.step(), Step::Results { .. }), "after {steps}: {:?}", w.step());
    }
    for action in [Action::StepOutside { interface: None }, Action::AskHelper("link".to_owned())] {
        let mut w = proved();
        act(&mut w, Action::KnockAgain, true);
        if matches!(action, Action::AskHelper(_)) {
            let orders = w.act(action.clone(), noon());
            let run = orders[0].0;
            w.receive(run, Event::Walked(WalkReport { walker: Walker::Helper, ..walk_of_home() }));
            let orders = w.receive(run, Event::Finished { at: noon() });
            assert!(matches!(orders.as_slice(), [(_, Command::Doorman { .. })]), "{orders:?}");
            serve(&mut w, orders, true);
            act(&mut w, Action::KnockAgain, true);
        }
        let orders = w.act(action, noon());
        let run = orders.last().unwrap().0;
        w.act(Action::Cancel, noon());
        assert_rests(&w.receive(run, Event::Finished { at: noon() }));
        assert_eq!(*w.step(), Step::Knock(Knock::Choose));
    }
}

fn walk_of_home() -> WalkReport {
    let Event::Walked(walk) = walked(noon(), Some(HOME), Street::Other, None) else { unreachable!() };
    walk
}

/// Nothing but keeping what is known and the bell for later.
fn assert_rests(orders: &[Order]) {
    let rests =
        |c: &Command| matches!(c, Command::Keep(_) | Command::WakeAt(_) | Command::ReadHistory | Command::Cancel);
    assert!(orders.iter().all(|(_, c)| rests(c)), "{orders:?}");
}

#[test]
fn a_colleagues_office_is_left_before_ones_own_is_checked_again() {
    let mut w = proved();
    act(&mut w, Action::HelpColleague, true);
    act(&mut w, Action::OpenInvitation("abc def".to_owned()), true);
    act(&mut w, Action::AgreeToWalk { interface: None, own_address: None }, true);
    act(&mut w, Action::Rehearse, true);
    act(&mut w, Action::Back, true);
    assert!(matches!(w.step(), Step::Helping(Helping::Done { .. })), "the code of the walk is still to be read");
    act(&mut w, Action::Rehearse, true);
    act(&mut w, Action::Home, true);
    assert!(matches!(w.step(), Step::Helping(Helping::Done { .. })), "nor does Finish lose it");
    act(&mut w, Action::Rehearse, true);
    act(&mut w, Action::Recheck, true);
    assert_eq!((w.case().answers.pbx, w.played_for()), (Some(PBX), None));
    assert!(w.report().before.as_ref().is_some_and(|b| !b.mappings.is_empty()), "compared with this office");
}

#[test]
fn what_was_tried_on_one_phone_system_is_not_said_of_another() {
    let other: IpAddr = "192.168.77.21".parse().unwrap();
    let mut kept = proved().report().clone();
    kept.safety = vec![SafetyTest {
        id: crate::domain::safety::SafetyId::GuestCalls,
        vantage: Vantage::Inside,
        unsafe_answer: Some(true),
        seen: None,
        at: noon(),
    }];
    kept.answers.heard_both_ways = Some("2026-11-22".parse().unwrap());
    kept.office.candidates =
        vec![Candidate { address: other, server: None, profile: Some(ProfileId("freepbx".to_owned())), likely: true }];
    let told = |w: &Wizard| (w.case().safety.len(), w.case().answers.heard_both_ways.is_some());
    let later = hours(1);
    let start = || Wizard::start(Some(kept.clone()), later);
    let check = |w: &mut Wizard, action: Action| {
        let orders = w.act(action, later);
        serve(w, orders, true);
        assert!(w.case().looked.contains(&Looked::Inside));
    };

    let mut same = start();
    check(&mut same, Action::Recheck);
    assert_eq!(told(&same), (1, true));

    let mut found = start();
    check(&mut found, Action::CheckOther(other));
    assert_eq!(told(&found), (0, false));

    let mut typed = start();
    typed.act(Action::CheckMine, later);
    typed.act(Action::Answer(Box::new(Answers { pbx: Some(other), ..typed.case().answers.clone() })), later);
    check(&mut typed, Action::Recheck);
    assert_eq!(told(&typed), (0, false));

    // One that has only moved is known by its hardware address.
    let mut moved = Case::again(&kept, later);
    let (mac, before) = (Some("02:00:00:00:00:20".to_owned()), moved.before.as_mut().unwrap());
    before.phone_system.as_mut().unwrap().mac.clone_from(&mac);
    let there = PhoneSystem { address: other, mac, ..before.phone_system.clone().unwrap() };
    moved.absorb(&Event::PhoneSystem(there));
    moved.absorb(&Event::Looked(Looked::Inside));
    assert_eq!((moved.safety.len(), moved.answers.heard_both_ways.is_some()), (1, true));
}

#[test]
fn a_new_check_that_saw_nothing_leaves_the_last_one_as_it_was() {
    let kept = proved().report().clone();
    for from_file in [false, true] {
        let start = || if from_file { Wizard::start(Some(kept.clone()), hours(1)) } else { proved() };
        // Left on its first page.
        let mut w = start();
        act(&mut w, Action::CheckMine, true);
        assert_eq!(*w.step(), Step::Questions);
        assert!(w.act(Action::Back, hours(1)).is_empty());
        // Stopped before anything was said.
        let mut stopped = start();
        let orders = stopped.act(Action::Recheck, hours(1));
        stopped.act(Action::Cancel, hours(1));
        let orders = stopped.receive(orders[0].0, Event::Finished { at: hours(1) });
        assert!(!orders.iter().any(|(_, c)| matches!(c, Command::Keep(_))), "nothing new is kept: {orders:?}");
        for w in [&mut w, &mut stopped] {
            let Step::Results { report, .. } = w.step() else { panic!("{:?}", w.step()) };
            assert_eq!((report.started_at, report.verdict), (kept.started_at, kept.verdict));
            assert_eq!(verdict(w), Some(Verdict::Verified));
            // What is ticked there belongs to it, and a plan begins with a look.
            let orders = w.act(Action::Tick(kept.advice[0].id, Ticked::Yes), hours(1));
            let kept_then = orders.iter().find_map(|(_, c)| if let Command::Keep(r) = c { Some(r) } else { None });
            assert_eq!(kept_then.map(|r| (r.started_at, r.verdict)), Some((kept.started_at, kept.verdict)));
            assert!(matches!(w.act(Action::PlanAgain, hours(1)).as_slice(), [(_, Command::Look { .. })]));
        }
    }
}

#[test]
fn who_is_about_to_knock_may_stand_at_another_router_for_a_while() {
    let mut w = Wizard::start(Some(proved().report().clone()), hours(1)).looking_after();
    act(&mut w, Action::Recheck, true);
    act(&mut w, Action::KnockAgain, true);
    let mut woke = |minute: i64| {
        let at = hours(2) + SignedDuration::from_mins(minute);
        w.receive(RunId(0), Event::Woke { at, other: None })
    };
    for minute in 0..30 {
        let orders = woke(minute);
        assert!(matches!(orders.as_slice(), [(_, Command::WakeAt(_))]), "{minute}: {orders:?}");
    }
    let orders = woke(30);
    assert!(matches!(orders.as_slice(), [(_, Command::Look { .. })]), "a lease does not wait for ever: {orders:?}");
}

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

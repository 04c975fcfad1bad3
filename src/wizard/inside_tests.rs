//! The look inside the phone system: nothing counts before it was seen, nothing is lost by a bad paste, and the way goes
//! on where it was left.

use super::*;
use crate::domain::inside::block::framed;
use crate::domain::inside::{How, read};
use crate::domain::office::Symptom;
use crate::domain::purpose::Purpose;
use crate::domain::report::TopVerdict;

/// What the box of this office says.
pub(super) fn event() -> Event {
    let at = format!("at|{}", noon().as_second());
    let lines = [at.as_str(), "system|asterisk|16.28.0", "product|freepbx|16.0.40", "addr|eth0|192.168.77.20/24"];
    Event::Inside(Box::new(read(&framed(&lines), How::Pasted, noon()).unwrap()))
}

fn at_results() -> Wizard {
    let mut w = Wizard::start(None, noon());
    act(&mut w, Action::CheckMine, false);
    act(&mut w, Action::Answer(Box::new(answers())), false);
    for _ in 0..3 {
        act(&mut w, Action::Next, false);
    }
    act(&mut w, Action::Home, false);
    assert!(matches!(w.step(), Step::Results { .. }), "{:?}", w.step());
    w
}

fn paste() -> Action {
    Action::ReadPaste("begin".to_owned())
}

#[test]
fn what_was_pasted_is_shown_first_and_counts_only_after_a_yes() {
    let mut w = at_results();
    let before = w.case().clone();
    act(&mut w, Action::LookInside, false);
    assert!(!w.can(&Action::ReadPaste("  \n".to_owned())) && !w.can(&Action::UseInside));
    act(&mut w, paste(), false);
    let Step::Inside(LookInside::Read { inside, .. }) = w.step() else { panic!("{:?}", w.step()) };
    assert_eq!(inside.version.as_deref(), Some("16.28.0"));
    assert_eq!((&w.case().inside, w.case().looked.len()), (&None, before.looked.len()), "shown, and nothing more");
    // Back takes another answer, and the first one has never counted.
    act(&mut w, Action::Back, false);
    assert_eq!((w.step(), &w.case().inside), (&Step::Inside(LookInside::Ask), &None));
    act(&mut w, paste(), false);
    let orders = w.act(Action::UseInside, noon());
    assert!(matches!(w.step(), Step::Results { report, .. } if report.inside.is_some()), "{:?}", w.step());
    assert!(matches!(orders.first(), Some((_, Command::Keep(kept))) if kept.inside.is_some()), "{orders:?}");
    // A new check of the same office knows it still.
    act(&mut w, Action::CheckMine, false);
    assert!(w.case().inside.is_some());
}

#[test]
fn a_bad_paste_is_named_and_nothing_is_lost() {
    let mut w = at_results();
    act(&mut w, Action::LookInside, false);
    act(&mut w, paste(), false);
    act(&mut w, Action::UseInside, false);
    let known = w.case().clone();
    act(&mut w, Action::LookInside, false);
    act(&mut w, Action::ReadPaste("Asterisk 16.28.0 currently running".to_owned()), false);
    assert_eq!(w.step(), &Step::Inside(LookInside::Ask));
    assert_eq!(w.problem().map(|p| p.code.as_str()), Some("paste-not-a-block"));
    assert_eq!(w.case().inside, known.inside, "what was read before still counts");
    act(&mut w, Action::Back, false);
    assert!(matches!(w.step(), Step::Results { .. }));
}

#[test]
fn a_look_in_the_middle_of_the_way_goes_on_from_there() {
    let mut w = at_the_plan(Wizard::start(None, noon()));
    act(&mut w, Action::LookInside, false);
    act(&mut w, Action::Back, false);
    assert!(matches!(w.step(), Step::Offer(_)), "{:?}", w.step());
    act(&mut w, Action::LookInside, false);
    act(&mut w, paste(), false);
    act(&mut w, Action::UseInside, false);
    assert_eq!(w.step(), &Step::Inside(LookInside::Used));
    act(&mut w, Action::Back, false);
    assert!(matches!(w.step(), Step::Offer(_)) && w.case().inside.is_some(), "{:?}", w.step());
}

#[test]
fn before_the_first_check_it_is_kept_for_it() {
    let mut w = Wizard::start(None, noon());
    act(&mut w, Action::LookInside, false);
    act(&mut w, paste(), false);
    act(&mut w, Action::UseInside, false);
    assert_eq!(w.step(), &Step::Inside(LookInside::Used));
    act(&mut w, Action::Back, false);
    assert_eq!(w.step(), &Step::Welcome);
    act(&mut w, Action::CheckMine, false);
    assert!(w.case().inside.is_some());
    assert_ne!(w.report().verdict, TopVerdict::Ready);
}

#[test]
fn a_look_that_was_left_tells_nothing_later() {
    let mut w = at_results();
    act(&mut w, Action::LookInside, false);
    let orders = w.act(paste(), noon());
    assert_eq!(w.step(), &Step::Inside(LookInside::Reading));
    let stop = w.act(Action::Back, noon());
    assert!(matches!(stop.as_slice(), [(_, Command::Cancel)]), "{stop:?}");
    serve(&mut w, orders, false);
    assert_eq!((w.step(), &w.case().inside), (&Step::Inside(LookInside::Ask), &None));
}

#[test]
fn this_computer_is_asked_only_where_the_phone_system_runs_on_it() {
    let mut w = at_results();
    act(&mut w, Action::LookInside, false);
    assert!(!w.can(&Action::LookHere), "the phone system is another machine");
    let own = w.case().office.adapters[0].address;
    let at_the_box = Answers { pbx: Some(own.into()), ..answers() };
    let mut there = Wizard::start(None, noon());
    act(&mut there, Action::CheckMine, false);
    act(&mut there, Action::Answer(Box::new(at_the_box)), false);
    for _ in 0..2 {
        act(&mut there, Action::Next, false);
    }
    act(&mut there, Action::LookInside, false);
    assert_eq!(there.can(&Action::LookHere), cfg!(unix));
    let mut story = Wizard::start(None, noon());
    let scenario = "all-well".to_owned();
    story.receive(RunId(0), Event::Practice { scenario, answers: Box::new(answers()), before: None });
    act(&mut story, Action::LookInside, false);
    act(&mut story, Action::LookHere, false);
    assert!(matches!(story.step(), Step::Inside(LookInside::Read { .. })));
}

#[test]
fn it_is_offered_where_sound_or_bells_are_in_question_and_never_for_somebody_elses_office() {
    let mut w = at_results();
    assert!(!w.wants_look_inside(), "{:?}", w.report().findings);
    assert!(w.can(&Action::LookInside), "but it is always there");
    act(&mut w, Action::Answer(Box::new(Answers { symptom: Symptom::NoSound, ..answers() })), false);
    assert!(w.wants_look_inside());
    act(&mut w, Action::LookInside, false);
    act(&mut w, paste(), false);
    act(&mut w, Action::UseInside, false);
    assert!(!w.wants_look_inside(), "it was looked");
    act(&mut w, Action::HelpColleague, false);
    assert!(!w.can(&Action::LookInside));
    act(&mut w, Action::OpenInvitation("abc def".to_owned()), false);
    act(&mut w, Action::Rehearse, false);
    assert!(!w.can(&Action::LookInside), "a phone is played for another office");
    let helper = Wizard::start(None, noon()).only_helping();
    assert_eq!((helper.purpose(), helper.can(&Action::LookInside)), (Purpose::HelpColleague, false));
}

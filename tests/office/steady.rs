//! What must hold of every practice story, as the real engine tells it: no verdict is taken back while a command runs, no
//! word depends on the order in which answers come in, and a saved report is judged again to the letter.

use std::collections::BTreeSet;

use proptest::prelude::*;

use separate_entrance::domain::case::Case;
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::message::{Event, RunId};
use separate_entrance::domain::redact::mask;
use separate_entrance::domain::report::{Report, TopVerdict, Verdict};
use separate_entrance::domain::service::ServiceId;

use crate::judged_cases::told;
use crate::stories::{Told, all_told};

fn name(story: &Told) -> &str {
    story.diagnoses.first().map_or("", |d| &d.story)
}

fn verified(report: &Report) -> BTreeSet<ServiceId> {
    report.services.iter().filter(|s| s.verdict == Verdict::Verified).map(|s| s.id.clone()).collect()
}

/// Plays events and holds every moment to what was said before within the same command. What was ready before may be
/// taken back by what is measured anew.
fn play<'e>(story: &Told, events: impl Iterator<Item = &'e (RunId, Event)>) -> Report {
    let mut case = story.start.clone();
    let mut report = judge(&case);
    let mut last = RunId(0);
    let (mut proved, mut at_first, mut became_ready) = (BTreeSet::new(), false, false);
    for (run, event) in events {
        if *run != last {
            (last, proved) = (*run, BTreeSet::new());
            (at_first, became_ready) = (report.verdict == TopVerdict::Ready, false);
        }
        case.absorb(event);
        report = judge(&case);
        let now = verified(&report);
        assert!(now.is_superset(&proved), "{}: {proved:?} became {now:?} at {event:?}", name(story));
        let is_ready = report.verdict == TopVerdict::Ready;
        assert!(is_ready || !became_ready, "{}: ready was taken back at {event:?}", name(story));
        at_first &= is_ready;
        became_ready = is_ready && !at_first;
        proved = now;
    }
    report
}

#[test]
fn no_verdict_is_taken_back_while_a_command_runs() {
    for story in all_told() {
        play(story, story.heard.iter());
    }
}

/// An answer of a machine or a person: within one command these may come in any order.
fn is_answer(event: &Event) -> bool {
    matches!(
        event,
        Event::Evidence(_)
            | Event::Candidate(_)
            | Event::Outgoing(_)
            | Event::Voice(_)
            | Event::Doorman(_)
            | Event::Safety(_)
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_may_come_in_any_order(seed in any::<u64>()) {
        let mut state = seed | 1;
        for story in all_told() {
            let mut events = story.heard.clone();
            for run in events.chunk_by_mut(|a, b| a.0 == b.0) {
                let places: Vec<usize> = (0..run.len()).filter(|i| is_answer(&run[*i].1)).collect();
                for i in (1..places.len()).rev() {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    let j = usize::try_from(state >> 33).unwrap() % (i + 1);
                    run.swap(places[i], places[j]);
                }
            }
            let shuffled = play(story, events.iter());
            let last = &story.diagnoses.last().expect("a diagnosis").report;
            prop_assert_eq!(told(&shuffled), told(last), "{}", name(story));
        }
    }

    /// Words get lost: a command that was stopped, an answer that never came. What was proved by then stays proved.
    #[test]
    fn what_never_came_takes_nothing_back(seed in any::<u64>()) {
        let mut state = seed | 1;
        for story in all_told() {
            let events = story.heard.iter().filter(|(_, event)| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                !is_answer(event) || state >> 62 != 0
            });
            play(story, events);
        }
    }
}

#[test]
fn every_report_of_every_story_is_judged_again_alike() {
    let mut seen = BTreeSet::new();
    for diagnosis in all_told().iter().flat_map(|t| &t.diagnoses) {
        let (report, at) = (&diagnosis.report, format!("{} {}", diagnosis.story, diagnosis.moment));
        let saved = serde_json::to_string(report).unwrap();
        let read: Report = serde_json::from_str(&saved).unwrap();
        assert_eq!(&read, report, "{at}");
        let again = judge(&Case::of_report(&read));
        assert_eq!(again.findings, report.findings, "{at}");
        assert_eq!((told(&again), again.ready_until), (told(report), report.ready_until), "{at}");

        let masked = mask(report);
        assert_eq!(told(&masked), told(report), "{at}, masked");
        let sent: Report = serde_json::from_str(&serde_json::to_string(&masked).unwrap()).unwrap();
        assert_eq!(told(&judge(&Case::of_report(&sent))), told(report), "{at}, masked and judged again");

        // A check that is made again begins with what this one knew, and its report stands on its own too.
        let again = judge(&Case::again(report, report.started_at));
        assert_eq!(told(&judge(&Case::of_report(&again))), told(&again), "{at}, begun again");

        let parts = [
            ("rehearsals", !report.rehearsals.is_empty()),
            ("rings", !report.rings.is_empty()),
            ("safety", !report.safety.is_empty()),
            ("doorman", !report.doorman.is_empty()),
            ("outbound", !report.outbound.is_empty()),
            ("voice", !report.voice.is_empty()),
            ("before", report.before.is_some()),
            ("changes", !report.changes.is_empty()),
            ("walks", !report.walks.is_empty()),
        ];
        seen.extend(parts.into_iter().filter(|(_, is_there)| *is_there).map(|(part, _)| part));
    }
    assert_eq!(seen.len(), 9, "every part of a report is in one of them: {seen:?}");
}

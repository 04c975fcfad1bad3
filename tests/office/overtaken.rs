//! What was overtaken once, an old call or the owner's word, does not count again at a later check.

use jiff::civil::date;

use separate_entrance::domain::case::Case;
use separate_entrance::domain::judge;
use separate_entrance::domain::message::Event;
use separate_entrance::domain::report::{Report, TopVerdict};

use crate::cases::{File, codes, files, noon, report_of};

fn file(name: &str) -> File {
    files().into_iter().find(|(n, _)| n == name).unwrap().1
}

/// The same office once more, as the next check finds it.
fn again(report: &Report, file: &File) -> Case {
    let mut case = Case::again(report, noon());
    // What the files tell of a call or of the owner's word was told before.
    let told = |e: &&Event| !matches!(e, Event::Rehearsed(_));
    for event in file.events().iter().filter(told) {
        case.absorb(event);
    }
    case
}

#[test]
fn an_overtaken_word_or_call_does_not_come_back_one_check_later() {
    for name in [
        "old-call-and-a-line-is-gone",
        "old-call-and-the-router-forgot",
        "old-ears-and-another-street",
        "old-ears-and-the-router-began-anew",
        "old-ears-and-we-took-it-back",
    ] {
        let file = file(name);
        let mut report = report_of(&file);
        for check in 2..5 {
            assert!(report.rehearsals.is_empty() && report.answers.heard_both_ways.is_none(), "{name} {check}");
            assert!(codes(&report).contains(&"audio-not-proved"), "{name} {check}: {:?}", codes(&report));
            assert_eq!(report.verdict, TopVerdict::ActionNeeded, "{name} {check}");
            report = judge::judge(&again(&report, &file));
        }
    }
}

#[test]
fn what_was_never_listed_does_not_flap() {
    for name in ["old-call-and-nothing-changed", "old-ears-and-nothing-changed"] {
        let file = file(name);
        let mut report = report_of(&file);
        for check in 1..4 {
            assert_eq!(report.verdict, TopVerdict::Ready, "{name} {check}: {:?}", codes(&report));
            report = judge::judge(&again(&report, &file));
        }
    }
}

#[test]
fn the_owners_word_counts_again_when_it_is_given_again() {
    let file = file("old-ears-and-another-street");
    let mut case = file.start();
    for event in &file.events() {
        case.absorb(event);
    }
    assert_eq!(judge::judge(&case).answers.heard_both_ways, None);
    // On the very day of the word that was overtaken.
    case.hear_both_ways(date(2026, 11, 23));
    assert_eq!(judge::judge(&case).verdict, TopVerdict::Ready);
}

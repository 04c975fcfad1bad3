//! Every finding code is whole: a rule, words in four parts, a case file, a practice office and a lab test. What cannot
//! have one of these stands here with its reason, and what lacks one for now stands on a list that only shrinks.

use std::collections::BTreeSet;
use std::path::PathBuf;

use separate_entrance::domain::judge;
use separate_entrance::domain::report::Severity;
use separate_entrance::practice;
use separate_entrance::text::Text;

use crate::cases::files;

/// Contract codes that no rule finds yet. They need an opt-in test, a witness, a rehearsal or a repair that later
/// work brings.
const NOT_YET: &[&str] = &[];

/// The public list with each severity. It grows; a code never changes meaning.
pub(crate) const CONTRACT: &[(&str, Severity)] = &[
    ("another-web-page-answers", Severity::Warning),
    ("audio-none", Severity::Problem),
    ("audio-not-proved", Severity::Note),
    ("audio-one-way", Severity::Problem),
    ("audio-partly-open", Severity::Problem),
    ("blocked-before-router", Severity::Problem),
    ("callout-enabled", Severity::Warning),
    ("carrier-shared-address", Severity::Blocker),
    ("extension-names-leak", Severity::Warning),
    ("guest-calls-accepted", Severity::Problem),
    ("guest-calls-allowed", Severity::Warning),
    ("guest-list-not-proved", Severity::Note),
    ("helper-unreachable", Severity::Warning),
    ("incoming-call-lost", Severity::Problem),
    ("international-open", Severity::Note),
    ("ipv6-no-answer", Severity::Warning),
    ("ipv6-open", Severity::Note),
    ("ipv6-refused", Severity::Warning),
    ("local-network-denied", Severity::Blocker),
    ("machine-not-shown", Severity::Note),
    ("mapping-conflict", Severity::Problem),
    ("mapping-disabled", Severity::Problem),
    ("mapping-expires", Severity::Warning),
    ("mapping-gone", Severity::Problem),
    ("mapping-listed-but-dead", Severity::Problem),
    ("mapping-missing", Severity::Problem),
    ("mapping-not-listed", Severity::Warning),
    ("mapping-table-full", Severity::Problem),
    ("mapping-wrong-device", Severity::Problem),
    ("mapping-wrong-port", Severity::Problem),
    ("must-stay-shut-is-open", Severity::Blocker),
    ("nat-settings-of-extension", Severity::Warning),
    ("no-answer-outside", Severity::Problem),
    ("no-network", Severity::Blocker),
    ("not-checked-over-ipv6", Severity::Note),
    ("not-outside", Severity::Warning),
    ("not-seen-from-outside", Severity::Warning),
    ("open-to-everyone", Severity::Warning),
    ("other-voices-not-shown", Severity::Note),
    ("outbound-blocked", Severity::Problem),
    ("phone-not-registered", Severity::Warning),
    ("phone-side-forgets", Severity::Problem),
    ("phone-system-address-may-change", Severity::Note),
    ("phone-system-local-net-wrong", Severity::Problem),
    ("phone-system-moved", Severity::Problem),
    ("phone-system-not-found", Severity::Blocker),
    ("phone-system-silent", Severity::Blocker),
    ("phone-system-wrong-outside-address", Severity::Problem),
    ("phone-web-page-exposed", Severity::Blocker),
    ("phones-use-other-address", Severity::Problem),
    ("port-not-permitted", Severity::Problem),
    ("provider-unreachable", Severity::Problem),
    ("public-address-changed", Severity::Problem),
    ("public-address-differs", Severity::Problem),
    ("public-address-unknown", Severity::Warning),
    ("range-too-long-for-router", Severity::Warning),
    ("replies-blocked", Severity::Warning),
    ("router-forgot", Severity::Problem),
    ("router-not-found", Severity::Warning),
    ("router-refuses", Severity::Problem),
    ("router-refuses-other-devices", Severity::Problem),
    ("second-router", Severity::Blocker),
    ("service-not-running", Severity::Problem),
    ("several-phone-systems", Severity::Note),
    ("several-routers", Severity::Note),
    ("sip-doorman-hint", Severity::Note),
    ("sip-port-differs", Severity::Problem),
    ("sip-rewritten", Severity::Problem),
    ("street-not-shown", Severity::Note),
    ("sip-swallowed", Severity::Warning),
    ("visitor-banned", Severity::Problem),
    ("visitor-shut-out", Severity::Problem),
    ("voice-range-differs", Severity::Problem),
    ("vpn-in-the-way", Severity::Problem),
    ("walk-path-unproved", Severity::Warning),
    ("wan-address-unknown", Severity::Warning),
    ("wrong-machine-answers", Severity::Problem),
];

/// Codes that no practice office can show, and why.
const NO_PRACTICE: &[(&str, &str)] =
    &[("another-web-page-answers", "no machine of a practice office has a web page besides the phone system")];

/// Codes that wait for their practice office. Only shrinks.
const PRACTICE_LACKS: &[&str] = &["sip-port-differs"];

/// Codes that the lab cannot make with its real peers, and why.
const NO_LAB: &[(&str, &str)] = &[
    ("mapping-conflict", "miniupnpd does not know rules made by hand, and what it lists is seen before it is asked"),
    ("mapping-disabled", "miniupnpd lists every mapping as enabled and takes no other"),
    ("mapping-table-full", "miniupnpd has no limit to its table, and what it answered yes to reads back"),
];

/// Codes that wait for their lab test. Only shrinks.
const LAB_LACKS: &[&str] = &[];

/// Codes that have a rule.
fn found() -> BTreeSet<&'static str> {
    let rules = judge::codes();
    let set: BTreeSet<&str> = rules.iter().copied().collect();
    assert_eq!(set.len(), rules.len(), "one rule for each code");
    set
}

/// What is missing in `shown`, against two lists of exceptions; and exceptions that are none any more.
fn compare(shown: &BTreeSet<String>, cannot: &[(&str, &str)], lacks: &[&str], what: &str) {
    let excepted: Vec<&str> = cannot.iter().map(|(code, _)| *code).chain(lacks.iter().copied()).collect();
    let unique: BTreeSet<&str> = excepted.iter().copied().collect();
    assert_eq!(unique.len(), excepted.len(), "{what}: named twice in {excepted:?}");
    assert!(cannot.iter().all(|(_, why)| why.len() > 20), "{what}: a reason is a sentence");
    let found = found();
    let missing: Vec<&&str> = found.iter().filter(|c| !shown.contains(**c) && !unique.contains(*c)).collect();
    assert!(missing.is_empty(), "{what} lacks {missing:?}");
    let done: Vec<&&str> = unique.iter().filter(|c| shown.contains(**c) || !found.contains(*c)).collect();
    assert!(done.is_empty(), "{what}: take these off the list of exceptions, they are done or gone: {done:?}");
}

#[test]
fn every_code_has_a_rule_or_is_on_the_list_of_later_work() {
    let rules = found();
    let later: BTreeSet<&str> = NOT_YET.iter().copied().collect();
    assert!(rules.is_disjoint(&later), "take these off the list of later work");
    let contract: BTreeSet<&str> = CONTRACT.iter().map(|(code, _)| *code).collect();
    assert_eq!(rules.union(&later).copied().collect::<BTreeSet<_>>(), contract);
}

#[test]
fn every_code_has_words_in_four_parts() {
    let text = Text::new("en");
    for (code, _) in CONTRACT {
        assert!(!text.plain(code).is_empty() && text.plain(code) != *code, "{code} has no headline");
        for part in ["meaning", "action", "detail"] {
            assert!(text.has(&format!("{code}.{part}")), "{code} has no {part}");
        }
    }
}

#[test]
fn every_code_has_a_case_in_which_it_stands_on_its_own() {
    let shown = files().into_iter().flat_map(|(_, f)| f.expect.findings).collect();
    compare(&shown, &[], &[], "the case files");
}

#[test]
fn every_code_has_a_practice_office_or_a_reason() {
    let moments = practice::scenarios().iter().map(|s| &s.expect);
    let moments = moments.flat_map(|e| {
        let calls = [&e.after_rehearsal, &e.after_look_inside];
        let later = [&e.after_open, &e.after_repair, &e.after_safety].into_iter().chain(calls).map(Option::as_ref);
        [Some(&e.after_check), Some(&e.after_walk)].into_iter().chain(later)
    });
    let shown = moments.flatten().flat_map(|m| m.findings.clone()).collect();
    compare(&shown, NO_PRACTICE, PRACTICE_LACKS, "the practice offices");
}

/// Codes that lab tests name in `@proves("…")`. The lab's runner holds each test to what it names.
fn proved_in_the_lab() -> BTreeSet<String> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/lab");
    let files = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    let mut proved = BTreeSet::new();
    for file in files.filter(|f| f.extension().is_some_and(|e| e == "py")) {
        let text = std::fs::read_to_string(&file).unwrap();
        for after in text.split("\n@proves(").skip(1) {
            let (named, _) = after.split_once(')').unwrap_or_else(|| panic!("{}: no end", file.display()));
            proved.extend(named.split('"').skip(1).step_by(2).map(ToOwned::to_owned));
        }
    }
    proved
}

#[test]
fn every_code_has_a_lab_test_or_a_reason() {
    let proved = proved_in_the_lab();
    let known: BTreeSet<&str> = CONTRACT.iter().map(|(code, _)| *code).collect();
    let unknown: Vec<&String> = proved.iter().filter(|c| !known.contains(c.as_str())).collect();
    assert!(unknown.is_empty(), "the lab proves codes that there are not: {unknown:?}");
    compare(&proved, NO_LAB, LAB_LACKS, "the lab");
}

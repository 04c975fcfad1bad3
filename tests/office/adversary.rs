//! What no evidence may bring about, tried with evidence of our own making: measurements that were never made, that
//! contradict each other, that come over IPv6, that came before. Each report is held to an oracle of this file, which
//! reads the events and not the rules.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use proptest::prelude::*;

use separate_entrance::domain::case::Case;
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::message::Event;
use separate_entrance::domain::probe::{Evidence, Family, Fingerprint, Identity, Outcome, Vantage};
use separate_entrance::domain::redact::mask;
use separate_entrance::domain::report::{Listed, Report, Severity, Street, TopVerdict, Verdict, WalkReport, Walker};
use separate_entrance::domain::service::{Direction, Need, ServiceId};

use crate::cases::{File, at, case_of, files, noon};
use crate::judged_cases::told;

/// A small generator of our own, so that a failing seed can be told.
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// Measurements, as far as they come one by one. What the owner said and what the router lists stays.
fn is_measurement(event: &Event) -> bool {
    matches!(
        event,
        Event::Evidence(_)
            | Event::Walked(_)
            | Event::Voice(_)
            | Event::Outgoing(_)
            | Event::Doorman(_)
            | Event::Safety(_)
            | Event::Candidate(_)
    )
}

const OUTCOMES: [Outcome; 6] =
    [Outcome::Answered, Outcome::Refused, Outcome::Silent, Outcome::Unreachable, Outcome::Failed, Outcome::NotChecked];
const STREETS: [Street; 3] = [Street::Other, Street::Same, Street::Unknown];
const WALKERS: [Walker; 3] = [Walker::Colleague, Walker::StepOutside, Walker::Helper];

/// Knocks that nobody made: any row, over either kind of address, by visitors old and new.
fn invented(file: &File, dice: &mut Dice, outcomes: &[Outcome]) -> Vec<Event> {
    let rows = file.rows();
    let askers: [Option<IpAddr>; 4] =
        [None, "11.22.33.60".parse().ok(), "198.18.5.5".parse().ok(), "2a00:77:33::50".parse().ok()];
    let prints = [None, Some(Fingerprint(20823)), Some(Fingerprint(4711))];
    let mut events = Vec::new();
    for _ in 0..=dice.below(5) {
        let row = rows[dice.below(rows.len())];
        let over_ipv6 = dice.below(2) == 0;
        let target: IpAddr = if over_ipv6 {
            dice.one_of(&["2a00:77:77::10", "2a00:77:77::99"]).parse().unwrap()
        } else {
            dice.one_of(&["11.22.33.2", "11.22.33.9"]).parse().unwrap()
        };
        let outcome = dice.one_of(outcomes);
        let fingerprint = if outcome == Outcome::Answered { dice.one_of(&prints) } else { None };
        let asker = dice.one_of(&askers);
        events.push(Event::Evidence(Evidence {
            service: Some(row.id.clone()),
            vantage: Vantage::Outside,
            probe: row.probe,
            transport: row.protocol,
            target: SocketAddr::new(target, row.port_start),
            family: Family::of(target),
            outcome,
            identity: Identity::None,
            at: at(i64::try_from(dice.below(19)).unwrap()),
            elapsed_ms: 3,
            seen: None,
            fingerprint,
            asker,
            reused: false,
        }));
        if dice.below(2) == 0 {
            events.push(Event::Walked(WalkReport {
                walker: dice.one_of(&WALKERS),
                at: at(19),
                address: asker,
                street: dice.one_of(&STREETS),
                answered_before: dice.one_of(&[None, Some(false), Some(true)]),
                street_lies: dice.below(4) == 0,
                trouble: (dice.below(4) == 0).then(|| "not-walked".to_owned()),
            }));
        }
    }
    events
}

/// Puts further events where measurements come, before the end of the story.
fn with(events: Vec<Event>, more: Vec<Event>) -> Vec<Event> {
    let mut all = events;
    let end = all.iter().rposition(|e| matches!(e, Event::Finished { .. })).unwrap();
    all.splice(end..end, more);
    all
}

fn without_some(events: Vec<Event>, dice: &mut Dice) -> Vec<Event> {
    events.into_iter().filter(|e| !is_measurement(e) || dice.below(4) != 0).collect()
}

/// What must hold of any report whatever was measured.
fn hold(name: &str, case: &Case, report: &Report) {
    let walked_from = |asker: Option<IpAddr>| {
        report
            .walks
            .iter()
            .any(|w| w.address == asker && w.trouble.is_none() && matches!(w.street, Street::Other | Street::Unknown))
    };
    let from_outside = |e: &&Evidence| e.vantage == Vantage::Outside && walked_from(e.asker);
    let is_heard = |asker: Option<IpAddr>| {
        let before = |w: &WalkReport| w.walker == Walker::Helper && w.answered_before == Some(true);
        report.walks.iter().any(|w| w.address == asker && before(w))
            || report.evidence.iter().any(|e| from_outside(&e) && e.asker == asker && e.outcome == Outcome::Answered)
    };
    let of = |id: &ServiceId| report.evidence.iter().filter(|e| e.service.as_ref() == Some(id)).collect::<Vec<_>>();
    for row in &report.services {
        let asked = of(&row.id);
        let answered = |family: Family| {
            asked.iter().copied().filter(from_outside).any(|e| e.outcome == Outcome::Answered && e.family == family)
        };
        // Verified needs an answer over IPv4 of somebody who stood outside, or a sound of our own that came back.
        if row.verdict == Verdict::Verified {
            let heard = !report.rehearsals.is_empty() || !report.voice.is_empty();
            assert!(answered(Family::Ipv4) || heard, "{name} {}: verified by nothing", row.id);
        }
        // A cabinet that answered its own protocol is never called shut, over whichever kind of address.
        if row.need == Need::Never && row.direction == Direction::Inbound {
            let over_either = answered(Family::Ipv4) || answered(Family::Ipv6);
            assert!(!over_either || row.verdict != Verdict::Shut, "{name} {}: shut, and answered", row.id);
        }
        // Shut is said of silence only where a knock from outside is known to leave and to come back.
        if row.verdict == Verdict::Shut {
            let knocks = asked.iter().copied().filter(from_outside);
            assert!(knocks.filter(|e| is_heard(e.asker)).count() > 0, "{name} {}: shut, and nobody heard", row.id);
        }
        // Nobody at home is never said of a place that was not asked, and never of one that answered inside.
        if row.verdict == Verdict::NothingListening {
            let inside = case.office.phone_system.as_ref().map(|p| p.address).or(case.answers.pbx);
            let inside =
                asked.iter().filter(|e| e.vantage == Vantage::Inside && inside.is_none_or(|ip| ip == e.target.ip()));
            let outcomes: BTreeSet<Outcome> = inside.map(|e| e.outcome).collect();
            let was_asked =
                outcomes.iter().any(|o| matches!(o, Outcome::Refused | Outcome::Silent | Outcome::Unreachable));
            assert!(was_asked && !outcomes.contains(&Outcome::Answered), "{name} {}: {outcomes:?}", row.id);
        }
    }
    if report.verdict == TopVerdict::Ready {
        let wrong = report.findings.iter().find(|f| f.severity <= Severity::Problem);
        assert_eq!(wrong, None, "{name}: ready, and something is wrong");
        assert!(
            report.services.iter().all(|s| s.verdict != Verdict::Exposed),
            "{name}: ready, and something is exposed"
        );
        let wanted = report.services.iter().filter(|s| s.selected && s.need == Need::Required);
        for row in wanted.filter(|s| s.direction == Direction::Inbound) {
            let on_its_word = row.verdict == Verdict::NotChecked
                && (row.router == Listed::Mapped || report.answers.heard_both_ways.is_some());
            assert!(row.verdict == Verdict::Verified || on_its_word, "{name} {}: ready with {:?}", row.id, row.verdict);
        }
        assert!(report.walks.iter().any(|w| walked_from(w.address)), "{name}: ready, and nobody was outside");
    }
    for finding in &report.findings {
        assert!(finding.evidence.iter().all(|i| *i < report.evidence.len()), "{name} {}", finding.code);
        assert!(!finding.folded.iter().any(|f| f.code == finding.code), "{name}: {} hides itself", finding.code);
    }
    let codes: BTreeSet<&str> = report.findings.iter().map(|f| f.code.as_str()).collect();
    for row in &report.services {
        assert!(row.because.as_deref().is_none_or(|code| codes.contains(code)), "{name} {}: {:?}", row.id, row.because);
    }
}

/// A saved report says the same again, masked or not, and so does one that is masked twice.
fn replays(name: &str, report: &Report) {
    let read: Report = serde_json::from_str(&serde_json::to_string(report).unwrap()).unwrap();
    let again = judge(&Case::of_report(&read));
    assert_eq!((told(&again), again.ready_until), (told(report), report.ready_until), "{name}, saved");
    let masked = mask(report);
    let text = serde_json::to_string(&masked).unwrap();
    for private in ["11.22.33.", "192.168.", "2a00:77:", "198.18.5."] {
        assert!(!text.contains(private), "{name}: masked, and tells {private}");
    }
    let sent: Report = serde_json::from_str(&text).unwrap();
    assert_eq!(told(&judge(&Case::of_report(&sent))), told(report), "{name}, masked");
    assert_eq!(told(&mask(&sent)), told(report), "{name}, masked twice");
}

/// The sentence over everything is the good one.
fn is_green(report: &Report) -> bool {
    report.verdict == TopVerdict::Ready
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any part of what was measured, and any measurement besides.
    #[test]
    fn whatever_was_measured_nothing_is_said_that_the_evidence_does_not_bear(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        for (name, file) in files() {
            let events = without_some(file.events(), &mut dice);
            let more = invented(&file, &mut dice, &OUTCOMES);
            for events in [events.clone(), with(events, more)] {
                let case = case_of(&file, &events);
                let report = judge(&case);
                hold(&name, &case, &report);
                replays(&name, &report);
            }
        }
    }

    /// Bad news makes nothing good: what was not ready is not ready after another silence, refusal or failure, and what
    /// stood open stays so.
    #[test]
    fn bad_news_never_turns_a_report_green(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        for (name, file) in files() {
            let events = file.events();
            let before = judge(&case_of(&file, &events));
            let more = invented(&file, &mut dice, &OUTCOMES[1..]);
            // A walk without an answer is no news about a door either.
            let after = judge(&case_of(&file, &with(events, more.clone())));
            prop_assert!(is_green(&before) || !is_green(&after), "{}: {:?}", name, more);
            for row in before.services.iter().filter(|s| s.verdict == Verdict::Exposed) {
                prop_assert_eq!(after.service(&row.id.0).unwrap().verdict, Verdict::Exposed, "{} {}", name, row.id);
            }
        }
    }

    /// Measurements of one run may come in any order, invented ones too.
    #[test]
    fn the_order_of_measurements_is_no_evidence(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        for (name, file) in files() {
            let more = invented(&file, &mut dice, &OUTCOMES);
            let events = with(file.events(), more.clone());
            let mut shuffled = events.clone();
            // What was knocked before a change is another matter than what was knocked after it. Letters are sent again
            // once a switch was turned, and carry no time: there the newer word counts.
            let changed = events.iter().rposition(|e| matches!(e, Event::Changed(_))).unwrap_or(0);
            let may_move = |e: &Event| is_measurement(e) && !matches!(e, Event::Doorman(_));
            let places: Vec<usize> = (changed..events.len()).filter(|i| may_move(&events[*i])).collect();
            for i in (1..places.len()).rev() {
                shuffled.swap(places[i], places[dice.below(i + 1)]);
            }
            let (one, other) = (judge(&case_of(&file, &events)), judge(&case_of(&file, &shuffled)));
            prop_assert_eq!(told(&one), told(&other), "{}: {:?}", name, more);
        }
    }

    /// A report that begins with what the last one knew keeps no verdict of it, and is judged again alike.
    #[test]
    fn a_check_that_begins_with_the_last_one_proves_nothing_by_it(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        for (name, file) in files() {
            let more = invented(&file, &mut dice, &OUTCOMES);
            let first = judge(&case_of(&file, &with(file.events(), more)));
            let mut case = Case::again(&first, noon());
            let again = judge(&case);
            prop_assert!(!is_green(&again), "{}: ready before anything was measured", name);
            for event in without_some(file.events(), &mut dice) {
                case.absorb(&event);
            }
            let report = judge(&case);
            hold(&name, &case, &report);
            replays(&name, &report);
        }
    }
}

/// Over IPv6 nothing is proved about an entrance over IPv4, though every bell answers there as it does inside.
#[test]
fn an_answer_over_ipv6_verifies_no_entrance() {
    let verified = |r: &Report| -> BTreeSet<ServiceId> {
        r.services.iter().filter(|s| s.verdict == Verdict::Verified).map(|s| s.id.clone()).collect()
    };
    let mut answers = 0;
    for (name, file) in files() {
        let events = file.events();
        let before = judge(&case_of(&file, &events));
        let asker: Option<IpAddr> = "2a00:77:33::50".parse().ok();
        let inside = before.evidence.iter().filter(|e| e.vantage == Vantage::Inside && e.outcome == Outcome::Answered);
        let mut more: Vec<Event> = inside
            .map(|e| {
                let target = SocketAddr::new("2a00:77:77::10".parse().unwrap(), e.target.port());
                let (vantage, family, at) = (Vantage::Outside, Family::Ipv6, at(18));
                Event::Evidence(Evidence { vantage, family, target, at, asker, ..e.clone() })
            })
            .collect();
        answers += more.len();
        let (walker, street) = (Walker::Helper, Street::Other);
        more.push(Event::Walked(WalkReport {
            walker,
            at: at(19),
            address: asker,
            street,
            answered_before: None,
            street_lies: false,
            trouble: None,
        }));
        let after = judge(&case_of(&file, &with(events, more)));
        assert!(is_green(&before) || !is_green(&after), "{name}");
        assert_eq!(verified(&before), verified(&after), "{name}");
    }
    assert!(answers > 50, "{answers}");
}

/// Two causes that one measurement tells apart: both are named, with what tells, and the cheapest next step is there.
#[test]
fn where_two_causes_are_possible_both_are_named_with_what_tells_them_apart() {
    use separate_entrance::text::Text;
    use separate_entrance::text::explain::explain;
    let text = Text::new("en");
    // Case, code, and words that name each cause, what tells them apart and what to do next.
    for (case, code, said) in [
        ("second-router", "second-router", vec!["modem", "no outer box", "carrier", "bridge mode"]),
        (
            "public-address-differs",
            "public-address-differs",
            vec!["carrier-grade NAT", "second line", "VPN", "Switch off"],
        ),
        ("walk-path-unproved", "walk-path-unproved", vec!["another street"]),
        ("no-answer-outside", "no-answer-outside", vec!["firewall"]),
        ("mapping-missing", "mapping-missing", vec!["by hand"]),
        ("router-not-found", "router-not-found", vec!["switched off", "guest Wi-Fi", "by hand"]),
        ("pinhole-kept-out", "ipv6-no-answer", vec!["take the opening out"]),
        ("guest-wifi", "phone-system-silent", vec!["guest"]),
        ("mapping-conflict", "mapping-conflict", vec!["192.168."]),
        ("letters-vanish", "sip-swallowed", vec!["internet company"]),
    ] {
        let (_, file) = files().into_iter().find(|(name, _)| name == case).unwrap_or_else(|| panic!("no {case}"));
        let report = judge(&case_of(&file, &file.events()));
        let finding = report.finding(code).unwrap_or_else(|| panic!("{case}: no {code}"));
        let words = explain(&text, finding);
        let all = [words.headline, words.meaning, words.action, words.detail].join("\n");
        for part in said {
            assert!(all.contains(part), "{case} {code} does not say {part:?}: {all}");
        }
    }
}

//! How much is proved, in one sentence over a report and one below it, and what a proof does not show. Both sentences
//! are made here from the same count, so that they cannot contradict each other.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::catalog;
use crate::domain::report::{Report, ServiceRow, TopVerdict, Verdict};
use crate::domain::service::{Direction, Need, Service};
use crate::text::Text;
use crate::text::street::lamp::Lamp;

/// How dates are written: the same order everywhere, so that nobody mistakes a day for a month.
const MOMENT: &str = "%Y-%m-%d %H:%M";

/// How much of what the answers select is proved from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Proved {
    /// All of it.
    All,
    /// All but the voices, and the owner has heard those on this day.
    Heard(Date),
    /// All but the voices, which answer only during a call.
    AllButVoices,
    /// Less.
    Some { proved: usize, total: usize },
}

/// Entrances that the answers select.
pub fn wanted(report: &Report) -> impl Iterator<Item = &ServiceRow> {
    report.services.iter().filter(|r| r.selected && r.direction == Direction::Inbound && r.need != Need::Never)
}

/// The lamp beside it.
pub fn top_lamp(report: &Report) -> Lamp {
    let is_past = report.verdict == TopVerdict::Ready && report.lapsed.is_any();
    if is_past { Lamp::Dark } else { Lamp::of_check(report.verdict, report.has_trouble()) }
}

/// The one sentence over a report. A `ready` that rests on a lease says until when, and once that is over, or something
/// changed since, it says when it was so.
pub fn top_line(text: &Text, report: &Report, zone: &TimeZone) -> String {
    if report.verdict != TopVerdict::Ready {
        return text.plain(&format!("top-{}", report.verdict.id()));
    }
    if report.lapsed.is_any() {
        return text.get("top-was-ready", &one("at", moment(report.started_at, zone)));
    }
    let key = match proved(report) {
        Proved::All | Proved::Heard(_) => "top-ready",
        Proved::AllButVoices => "top-ready-voices",
        Proved::Some { .. } => "top-ready-needed",
    };
    match report.ready_until {
        Some(until) => text.get(&format!("{key}-until"), &one("until", moment(until, zone))),
        None => text.plain(key),
    }
}

/// How many entrances are proved, and when that was looked at.
pub fn count_line(text: &Text, report: &Report, zone: &TimeZone) -> String {
    let mut values = one("at", moment(report.started_at, zone));
    let key = match proved(report) {
        Proved::All => "proved-all",
        Proved::Heard(day) => {
            values.insert("day".to_owned(), day.to_string());
            "proved-heard"
        }
        Proved::AllButVoices => "proved-all-but-voices",
        Proved::Some { total: 0, .. } => "proved-nothing-wanted",
        Proved::Some { proved, total } => {
            values.extend([("proved".to_owned(), proved.to_string()), ("total".to_owned(), total.to_string())]);
            "proved-some"
        }
    };
    text.get(key, &values)
}

/// The lamp of one row.
pub fn lamp(report: &Report, row: &ServiceRow) -> Lamp {
    if report.lapsed.has(row) { Lamp::Dark } else { Lamp::of(row.verdict) }
}

/// What is known about one row, in words. A silent voice outside a call is no news.
pub fn verdict(text: &Text, report: &Report, row: &ServiceRow) -> String {
    let quiet = row.verdict == Verdict::NotChecked && row.selected;
    let key = if report.lapsed.has(row) {
        if row.need == Need::Never { "was-locked" } else { "was-open" }
    } else if quiet && fits(report, row, Service::is_fax) {
        "fax-unproved"
    } else if quiet && fits(report, row, Service::is_voice) {
        "voice-unproved"
    } else {
        row.verdict.id()
    };
    text.plain(&format!("verdict-{key}"))
}

/// What the proof of this row leaves open: one sentence each.
pub fn not_shown(text: &Text, row: &ServiceRow) -> Vec<String> {
    let proved = row.selected && row.verdict == Verdict::Verified;
    let open = row.not_shown.iter().filter(|_| proved);
    open.map(|gap| text.get(&format!("not-shown-{}", gap.id()), &one("service", row.label.clone()))).collect()
}

fn proved(report: &Report) -> Proved {
    let total = wanted(report).count();
    let proved = wanted(report).filter(|r| r.verdict == Verdict::Verified).count();
    let left = || wanted(report).filter(|r| r.verdict != Verdict::Verified);
    if total == 0 || proved == 0 {
        Proved::Some { proved, total }
    } else if proved == total {
        Proved::All
    } else if !left().all(|r| r.verdict == Verdict::NotChecked && fits(report, r, Service::is_voice_of_calls)) {
        // A fax that nothing proves is no voice that a call can prove.
        Proved::Some { proved, total }
    } else {
        report.answers.heard_both_ways.map_or(Proved::AllButVoices, Proved::Heard)
    }
}

fn fits(report: &Report, row: &ServiceRow, is_one: fn(&Service) -> bool) -> bool {
    let profile = report.answers.system.as_ref().and_then(catalog::profile);
    profile.and_then(|p| p.service(&row.id)).is_some_and(is_one)
}

fn moment(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime(MOMENT).to_string()
}

fn one(key: &str, value: String) -> BTreeMap<String, String> {
    BTreeMap::from([(key.to_owned(), value)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case::Case;
    use crate::domain::judge::judge;
    use crate::domain::probe::NotShown;
    use crate::domain::service::{ProfileId, ServiceId};

    const ENGLISH_TOP: [&str; 3] = ["Your entrances are open, and", "Only a call can prove the sound", "What you need"];

    /// A ready report of an office with one call row, one voice row and one row that nobody must have.
    fn ready(calls: Verdict, voice: Verdict, extra: Option<Verdict>) -> Report {
        let mut case = Case::new(Timestamp::UNIX_EPOCH, crate::domain::office::Answers::default());
        case.answers.system = Some(ProfileId("freepbx".to_owned()));
        let mut report = judge(&case);
        report.verdict = TopVerdict::Ready;
        let known = [("sip-udp", Some(calls)), ("rtp", Some(voice)), ("ucp", extra)];
        for row in &mut report.services {
            let verdict = known.iter().find(|(id, _)| row.id == ServiceId((*id).to_owned())).and_then(|k| k.1);
            row.selected = verdict.is_some();
            if let Some(verdict) = verdict {
                (row.verdict, row.need) = (verdict, Need::Required);
            }
        }
        report
    }

    fn sentences(report: &Report) -> (String, String) {
        let text = Text::new("en");
        (top_line(&text, report, &TimeZone::UTC), count_line(&text, report, &TimeZone::UTC))
    }

    #[test]
    fn the_two_sentences_say_the_same() {
        let [all, but_voices, needed] = ENGLISH_TOP;
        for (report, top, count) in [
            (ready(Verdict::Verified, Verdict::Verified, None), all, "Every entrance was proved"),
            (ready(Verdict::Verified, Verdict::NotChecked, None), but_voices, "Voices answer only during a call"),
            (ready(Verdict::Verified, Verdict::NotChecked, Some(Verdict::NoAnswer)), needed, "1 of 3 entrances"),
            (ready(Verdict::Verified, Verdict::Verified, Some(Verdict::NoAnswer)), needed, "2 of 3 entrances"),
        ] {
            let (above, below) = sentences(&report);
            assert!(above.contains(top), "{above} / {below}");
            assert!(below.contains(count), "{above} / {below}");
            let mut leased = report.clone();
            leased.ready_until = Some(report.started_at);
            let (above, _) = sentences(&leased);
            assert_eq!(above.contains("proved"), top != but_voices, "{above}");
            assert!(above.contains("only until"), "{above}");
        }
    }

    #[test]
    fn a_fax_that_nothing_proves_is_no_voice_that_a_call_can_prove() {
        let [all, _, needed] = ENGLISH_TOP;
        let mut report = ready(Verdict::Verified, Verdict::Verified, None);
        assert!(sentences(&report).0.contains(all));
        let fax = report.services.iter_mut().find(|r| r.id.0 == "t38").unwrap();
        fax.selected = true;
        let said = verdict(&Text::new("en"), &report, report.services.iter().find(|r| r.id.0 == "t38").unwrap());
        assert!(said.contains("fax"), "{said}");
        let (above, below) = sentences(&report);
        assert!(above.contains(needed) && below.contains("2 of 3 entrances"), "{above} / {below}");
    }

    #[test]
    fn ears_count_as_a_proof_of_the_voices() {
        let mut report = ready(Verdict::Verified, Verdict::NotChecked, None);
        report.answers.heard_both_ways = Some(jiff::civil::date(2026, 11, 2));
        let (above, below) = sentences(&report);
        assert!(
            above.contains("has proved it") && below.contains("you heard the sound both ways on 2026-11-02."),
            "{above} / {below}"
        );
    }

    #[test]
    fn what_a_proof_leaves_open_is_said_of_proved_rows_only() {
        let mut report = ready(Verdict::Verified, Verdict::NotChecked, None);
        for row in &mut report.services {
            row.not_shown = vec![NotShown::WhichMachine, NotShown::Street];
        }
        let text = Text::new("en");
        let said: Vec<String> = report.services.iter().flat_map(|r| not_shown(&text, r)).collect();
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(said.iter().all(|s| s.starts_with("Call signalling") && !s.contains('[')), "{said:?}");
    }
}

//! What changed between two checks, in words: pairs of case files, told apart by what both of them looked at.

use separate_entrance::domain::catalog;
use separate_entrance::domain::differences::what_changed;
use separate_entrance::domain::news::{News, history};
use separate_entrance::domain::probe::Outcome;
use separate_entrance::domain::report::{Report, Verdict};
use separate_entrance::text::Text;
use separate_entrance::text::explain::explain_news;

use crate::cases::reports;

fn ids(before: &Report, after: &Report) -> Vec<&'static str> {
    what_changed(before, after).iter().map(News::id).collect()
}

#[test]
fn the_same_check_again_is_no_news() {
    for (name, report) in reports() {
        assert_eq!(what_changed(&report, &report), [], "{name}");
    }
}

#[test]
fn each_change_is_told_once_and_by_its_cause() {
    let reports = reports();
    let mut wrong = Vec::new();
    for (before, after, expected) in [
        ("ready", "no-network", &["network-away"] as &[&str]),
        ("no-network", "ready", &["network-back", "proved"]),
        ("ready", "nothing-mapped", &["entrance-gone", "entrance-gone"]),
        ("nothing-mapped", "ready", &["entrance-listed", "entrance-listed", "proved"]),
        ("ready", "mapping-disabled", &["entrance-changed"]),
        ("ready", "cabinet-mapped", &["exposed"]),
        ("cabinet-mapped", "ready", &["proved", "locked-again"]),
        ("ready", "phone-system-silent", &["phone-system-away"]),
        ("ready", "router-not-found", &["router-away"]),
        ("secure-mode-606", "ready", &["entrance-listed", "entrance-listed", "proved", "solved"]),
    ] {
        let found = ids(&reports[before], &reports[after]);
        if found != expected {
            wrong.push(format!("{before} -> {after}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn only_a_knock_takes_back_what_a_knock_has_proved() {
    let before = &reports()["ready"];
    let mut after = before.clone();
    for row in &mut after.services {
        (row.outside, row.verdict) = (Outcome::NotChecked, Verdict::NotChecked);
    }
    assert_eq!(ids(before, &after), [] as [&str; 0], "nobody walked again");
    for row in after.services.iter_mut().filter(|r| r.id.0 == "sip-udp") {
        (row.outside, row.verdict) = (Outcome::Silent, Verdict::NoAnswer);
    }
    assert_eq!(ids(before, &after), ["no-longer-proved"]);
    assert_eq!(ids(&after, before), ["proved"]);
}

#[test]
fn a_phone_system_that_moved_and_a_new_street_are_told_with_both_addresses() {
    let reports = reports();
    let before = &reports["ready"];
    let mut after = before.clone();
    let phone_system = after.office.phone_system.as_mut().unwrap();
    phone_system.mac = Some("00:0B:82:11:22:33".to_owned());
    phone_system.address = "192.168.77.25".parse().unwrap();
    after.office.public_address = Some("11.22.33.9".parse().unwrap());
    let mut with_mac = before.clone();
    with_mac.office.phone_system.as_mut().unwrap().mac = Some("00:0b:82:11:22:33".to_owned());
    let expected = [
        News::StreetChanged { was: "11.22.33.2".parse().unwrap(), now: "11.22.33.9".parse().unwrap() },
        News::PhoneSystemMoved { was: "192.168.77.20".parse().unwrap(), now: "192.168.77.25".parse().unwrap() },
    ];
    assert_eq!(what_changed(&with_mac, &after), expected);
    // Another machine whose address somebody typed has not moved.
    with_mac.office.phone_system.as_mut().unwrap().mac = Some("00:0b:82:99:99:99".to_owned());
    assert_eq!(what_changed(&with_mac, &after), expected[..1]);
}

#[test]
fn a_restart_is_one_cause_and_an_ended_lease_another() {
    let reports = reports();
    let mut before = reports["ready"].clone();
    for line in &mut before.mappings {
        line.ours = true;
    }
    let nothing = &reports["nothing-mapped"];
    assert_eq!(ids(&before, nothing), ["router-forgot"]);
    for line in &mut before.mappings {
        line.lease_seconds = 600;
    }
    let hour = jiff::SignedDuration::from_hours(1);
    let mut later = nothing.clone();
    later.started_at += hour;
    later.office.mappings_at = later.office.mappings_at.map(|at| at + hour);
    assert_eq!(ids(&before, &later), ["lease-ended", "lease-ended"]);
}

#[test]
fn every_news_has_words_and_a_history_has_a_line_for_each_check() {
    let text = Text::new("en");
    let reports: Vec<Report> = reports().into_values().collect();
    let mut seen = std::collections::BTreeSet::new();
    for (before, after) in reports.iter().flat_map(|b| reports.iter().step_by(7).map(move |a| (b, a))) {
        for news in what_changed(before, after) {
            let profile = after.answers.system.as_ref().and_then(catalog::profile);
            let words = explain_news(&text, profile, &news);
            assert!(!words.contains('[') && !words.contains('{') && !words.is_empty(), "{words}");
            seen.insert(news.id());
        }
    }
    assert!(seen.len() >= 12, "{seen:?}");
    for why in ["gone", "changed-since", "refused", "failed"] {
        let service = separate_entrance::domain::service::ServiceId("sip-udp".to_owned());
        let words = explain_news(&text, None, &News::NotRenewed { service, why: why.to_owned(), code: Some(606) });
        assert!(!words.contains('['), "{words}");
    }
    let lines = history(&reports);
    assert_eq!(lines.len(), reports.len());
    assert!(lines[0].news.is_empty(), "nothing was before the first");
}

//! Saved reports: a file that came by mail is judged again, masked and turned into papers, whoever wrote it.

use std::sync::OnceLock;

use jiff::tz::TimeZone;
use separate_entrance::domain::case::Case;
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::redact::mask;
use separate_entrance::domain::report::Report;
use separate_entrance::store::export::{report_json, report_text};
use separate_entrance::store::export_support::support_text;
use separate_entrance::store::html::{Privacy, report_html};
use separate_entrance::text::Text;
use separate_entrance::text::explain::explain_report;
use serde_json::Value;

use super::{fixtures, planted};

/// What is put in the place of a value.
fn poison(choice: u8) -> Value {
    match choice % 14 {
        0 => Value::Null,
        1 => Value::from(0),
        2 => Value::from(u64::MAX),
        3 => Value::from(-1),
        4 => Value::from(1.0e308),
        5 => Value::from(65_535),
        6 => Value::from("<script>alert(1)</script><img src=x onerror=y>"),
        7 => Value::from("\u{1b}[2J\u{1b}]0;x\u{7} \u{202e}\u{0}\r\n\u{85}"),
        8 => Value::from("{ $address } { count-entrances } &lt; \" ' `"),
        9 => Value::from("\u{e9}\u{1f600}".repeat(3000)),
        10 => Value::from("0.0.0.0"),
        11 => Value::from("9999-12-31T23:59:59Z"),
        12 => Value::from("-009999-01-01T00:00:00Z"),
        _ => Value::Array(Vec::new()),
    }
}

/// The place number `left` in the order in which the document is written.
fn place<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(all) => all.iter_mut().find_map(|v| place(v, left)),
        Value::Object(all) => all.values_mut().find_map(|v| place(v, left)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// An example with some of its values changed: four bytes a change.
fn changed(data: &[u8]) -> Option<Value> {
    static EXAMPLES: OnceLock<Vec<Value>> = OnceLock::new();
    let examples = EXAMPLES.get_or_init(|| {
        let read = fixtures("report").into_iter().filter_map(|(_, bytes)| serde_json::from_slice(&bytes).ok());
        read.filter(|v: &Value| v.is_object()).collect()
    });
    let (&which, changes) = data.split_first()?;
    let mut report = examples.get(usize::from(which) % examples.len().max(1))?.clone();
    for &[high, low, how, what] in changes.as_chunks::<4>().0.iter().take(64) {
        let mut left = usize::from(u16::from_be_bytes([high, low]));
        let Some(place) = place(&mut report, &mut left) else { continue };
        match (how % 4, &mut *place) {
            // One more of the same, many times.
            (3, Value::Array(all)) if !all.is_empty() => {
                let again = all[usize::from(what) % all.len()].clone();
                all.extend(std::iter::repeat_n(again, usize::from(what) / 4));
            }
            (2, Value::Array(all)) => {
                all.pop();
            }
            (_, place) => *place = poison(what),
        }
    }
    Some(report)
}

/// Whatever a report says, it is read the same when written, judged the same twice, and neither its text nor its page
/// brings anything along that acts.
pub fn saved(data: &[u8]) {
    let read: Report = if data.first() == Some(&b'{') {
        let Ok(read) = serde_json::from_slice(data) else { return };
        read
    } else {
        let Some(Ok(read)) = changed(data).map(serde_json::from_value) else { return };
        masks_what_is_private(&read);
        read
    };
    let written = report_json(&read);
    let again: Report = serde_json::from_str(&written).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(report_json(&again), written, "written and read again");

    let judged = judge(&Case::of_report(&read));
    assert_eq!(judge(&Case::of_report(&read)), judged, "judged twice");
    for (mut report, privacy) in [(judged.clone(), Privacy::Whole), (mask(&judged), Privacy::Masked)] {
        let text = words(&report);
        explain_report(text, &mut report);
        paper(&report_text(&report, text));
        page(&report_html(&report, text, privacy, &TimeZone::UTC));
    }
    paper(&support_text(&judged, words(&judged), 3));
}

/// A report with an office's own values in it tells none of them once it is masked, on whatever paper.
fn masks_what_is_private(read: &Report) {
    let mut planted = read.clone();
    planted::plant(&mut planted);
    assert!(planted::told(&report_json(&planted)).is_some(), "nothing was planted");
    let planted = judge(&Case::of_report(&planted));
    let text = words(&planted);
    let mut masked = mask(&planted);
    explain_report(text, &mut masked);
    let papers = [
        report_json(&masked),
        report_text(&masked, text),
        report_html(&masked, text, Privacy::Masked, &TimeZone::UTC),
        support_text(&planted, text, 3),
    ];
    for paper in papers {
        if let Some(value) = planted::told(&paper) {
            let beside = paper.lines().find(|l| l.to_ascii_lowercase().contains(&value)).unwrap_or_default();
            panic!("masked, and yet it tells {value}: {beside}");
        }
    }
}

/// One language for each report, so that each has its turn.
fn words(report: &Report) -> &'static Text {
    static ALL: OnceLock<Vec<Text>> = OnceLock::new();
    let all = ALL.get_or_init(|| ["en", "de", "fr", "es", "pt"].map(Text::new).into());
    &all[report.evidence.len() % all.len()]
}

fn paper(text: &str) {
    let odd = text.chars().find(|c| c.is_control() && *c != '\n' || ('\u{202a}'..='\u{202e}').contains(c));
    let line = text.lines().find(|l| odd.is_some_and(|c| l.contains(c)));
    assert_eq!(line, None, "a terminal would obey this");
}

fn page(page: &str) {
    let lower = page.to_ascii_lowercase();
    for acts in ["<script", "<img", "onerror=y>", "javascript:", "<iframe", "http-equiv=\"refresh"] {
        assert!(!lower.contains(acts), "{acts}");
    }
    let odd = page.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t');
    assert_eq!(odd, None);
}

pub fn saved_seeds() -> Vec<Vec<u8>> {
    let examples = u8::try_from(fixtures("report").len()).unwrap();
    let mut seeds: Vec<Vec<u8>> = (0..examples).map(|which| vec![which]).collect();
    seeds.extend((0..40_u8).map(|n| {
        vec![n, n / 4, n.wrapping_mul(37), n, n, n / 3, n.wrapping_mul(91), n.wrapping_add(1), n.wrapping_mul(5)]
    }));
    seeds
}

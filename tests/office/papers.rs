//! The papers of a report: the page to read and the message to support. Every case becomes one in every language; what
//! the network said stays words; what is private stays in the office.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use jiff::tz::TimeZone;
use serde_json::Value;

use separate_entrance::domain::catalog;
use separate_entrance::domain::redact::mask;
use separate_entrance::domain::report::{Report, Severity};
use separate_entrance::store::export_support::support_text;
use separate_entrance::store::html::{Privacy, report_html};
use separate_entrance::text::explain::explain_report;
use separate_entrance::text::{Text, languages, street};

use crate::cases::{files, report_of};

/// Elements and attributes that a page is made of. None of them fetches or runs anything.
const ELEMENTS: [&str; 51] = [
    "defs",
    "linearGradient",
    "stop",
    "clipPath",
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "div",
    "header",
    "main",
    "footer",
    "section",
    "article",
    "figure",
    "figcaption",
    "h1",
    "h2",
    "h3",
    "p",
    "span",
    "strong",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "code",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "svg",
    "desc",
    "g",
    "rect",
    "circle",
    "path",
    "text",
    "b",
    "caption",
    "em",
    "ol",
    "pre",
    "small",
    "hr",
    "time",
];
const ATTRIBUTES: [&str; 49] = [
    "xmlns",
    "font-family",
    "font-size",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "text-anchor",
    "clip-path",
    "x1",
    "y1",
    "x2",
    "y2",
    "offset",
    "stop-color",
    "stop-opacity",
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "role",
    "id",
    "scope",
    "tabindex",
    "viewBox",
    "x",
    "y",
    "width",
    "height",
    "rx",
    "cx",
    "cy",
    "r",
    "d",
    "transform",
    "aria-label",
    "aria-labelledby",
    "aria-hidden",
    "title",
    "colspan",
    "datetime",
    "dir",
    "alt",
];

/// The report of a case with words, as its owner saves it.
fn worded(mut report: Report, text: &Text) -> Report {
    explain_report(text, &mut report);
    report
}

fn page(report: &Report, text: &Text, privacy: Privacy) -> String {
    let shown = if privacy == Privacy::Masked { mask(report) } else { report.clone() };
    report_html(&worded(shown, text), text, privacy, &TimeZone::UTC)
}

/// One element as it is opened.
#[derive(Debug)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
}

/// Reads a page strictly: every element is ours and is closed, every attribute is ours and quoted, and no bare `<`, `>`
/// or `&` stands in words.
fn elements(page: &str) -> Vec<Element> {
    let mut rest = page.strip_prefix("<!doctype html>\n").expect("a document");
    let (mut open, mut all) = (Vec::new(), Vec::new());
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        let is_style = open.last().is_some_and(|o| o == "style");
        assert!(is_style || !words.contains('>'), "{words}");
        assert!(is_style || words.split('&').skip(1).all(|e| e.contains(';')), "{words}");
        let end = tag.find('>').expect("a tag ends");
        let inside = &tag[1..end];
        rest = &tag[end + 1..];
        if let Some(name) = inside.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
            continue;
        }
        let (inside, is_closed) = inside.strip_suffix('/').map_or((inside, false), |i| (i, true));
        let (name, mut said) = inside.split_once(' ').unwrap_or((inside, ""));
        assert!(ELEMENTS.contains(&name), "<{name}> in {tag:.80}");
        let mut attributes = BTreeMap::new();
        while !said.trim().is_empty() {
            let (key, value) = said.trim_start().split_once("=\"").expect("a quoted attribute");
            let (value, more) = value.split_once('"').expect("a closed attribute");
            assert!(ATTRIBUTES.contains(&key), "{key} in <{inside}>");
            assert!(!value.contains("url(") || value.starts_with("url(#"), "{value} in <{inside}>");
            attributes.insert(key.to_owned(), value.to_owned());
            said = more;
        }
        if name != "meta" && !is_closed {
            open.push(name.to_owned());
        }
        all.push(Element { name: name.to_owned(), attributes });
    }
    assert!(open.is_empty(), "{open:?}");
    all
}

#[test]
fn every_case_becomes_a_page_in_every_language() {
    let texts: Vec<Text> = languages().into_iter().map(Text::new).collect();
    for (turn, (name, file)) in files().into_iter().enumerate() {
        let report = report_of(&file);
        // Each case in two languages, and each language with a fifth of the cases twice over.
        for text in [turn, turn + 1].map(|n| &texts[n % texts.len()]) {
            let language = text.language();
            let page = page(&report, text, Privacy::Whole);
            let all = elements(&page);
            assert_eq!(all[0].attributes["lang"], language, "{name}");
            for hole in ["[paper", "[window", "[report", "[verdict", "[safety", "{ $", "{$"] {
                assert!(!page.contains(hole), "{name} {language}: {hole}");
            }
            let levels: Vec<u32> = all.iter().filter_map(|e| e.name.strip_prefix('h')?.parse().ok()).collect();
            assert_eq!(levels.iter().filter(|l| **l == 1).count(), 1, "{name}: one headline");
            assert!(levels.windows(2).all(|l| l[1] <= l[0] + 1), "{name}: no level is left out: {levels:?}");
            for (at, picture) in all.iter().enumerate().filter(|(_, e)| e.name == "svg") {
                // Said in words, or hidden because words beside it say the same.
                let named = all[at + 1].name == "title" || picture.attributes.contains_key("aria-label");
                assert_ne!(named, picture.attributes.contains_key("aria-hidden"), "{name}: {picture:?}");
            }
            let heads = all.iter().filter(|e| e.name == "th");
            assert!(heads.clone().count() > 0 && heads.clone().all(|h| h.attributes.contains_key("scope")), "{name}");
        }
    }
}

#[test]
fn a_page_fetches_nothing_and_runs_nothing() {
    let (_, file) = files().into_iter().next().unwrap();
    let page = page(&report_of(&file), &Text::new("en"), Privacy::Whole);
    // Elements and attributes are held to their lists; what is left is the style.
    elements(&page);
    let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    for forbidden in ["url(", "@import", "http", "expression", "<", "\\"] {
        assert!(!style.contains(forbidden), "{forbidden}");
    }
    assert!(style.contains("prefers-color-scheme: dark") && style.contains("@media print"));
    assert!(page.contains("default-src &#39;none&#39;"));
}

/// Puts `word` where any text may stand: into every string of the document which the report still reads with it.
fn planted(report: &Report, word: &str) -> (Report, usize) {
    let mut document = serde_json::to_value(report).unwrap();
    let mut paths = Vec::new();
    strings(&document, &mut String::new(), &mut paths);
    let mut count = 0;
    for path in paths {
        let place = document.pointer_mut(&path).unwrap();
        let was = std::mem::replace(place, Value::String(word.to_owned()));
        if serde_json::from_value::<Report>(document.clone()).is_ok() {
            count += 1;
        } else {
            *document.pointer_mut(&path).unwrap() = was;
        }
    }
    (serde_json::from_value(document).unwrap(), count)
}

/// The places of all strings.
fn strings(value: &Value, at: &mut String, found: &mut Vec<String>) {
    let length = at.len();
    let mut below = |key: &str, value: &Value| {
        at.push('/');
        at.push_str(&key.replace('~', "~0").replace('/', "~1"));
        strings(value, at, found);
        at.truncate(length);
    };
    match value {
        Value::String(_) => found.push(at.clone()),
        Value::Array(items) => items.iter().enumerate().for_each(|(n, v)| below(&n.to_string(), v)),
        Value::Object(fields) => fields.iter().for_each(|(key, v)| below(key, v)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[test]
fn whatever_the_network_said_stays_words() {
    let hostile = "</style></title><script>alert(1)</script>\"' onload='x' <img src=http://evil.example/>&lt;\u{202E}";
    let mut planted_in_all = 0;
    // Planting reads a report once for each of its words: a third of the cases has every kind of place.
    for (name, file) in files().into_iter().step_by(3) {
        let (report, count) = planted(&report_of(&file), hostile);
        planted_in_all += count;
        let text = Text::new("en");
        for privacy in [Privacy::Whole, Privacy::Masked] {
            // The words of findings are planted too, so they are not made anew here.
            let page = report_html(&report, &text, privacy, &TimeZone::UTC);
            elements(&page);
            assert!(!page.contains('\u{202E}'), "{name}");
            assert!(page.contains("&lt;script&gt;"), "{name}: nothing was planted");
        }
        elements(&self::page(&report, &text, Privacy::Masked));
    }
    assert!(planted_in_all > 1000, "{planted_in_all} places");
}

/// What tells who and where an office is: its addresses, its names, its hardware.
fn private_values(report: &Report) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let document = serde_json::to_value(report).unwrap();
    let mut paths = Vec::new();
    strings(&document, &mut String::new(), &mut paths);
    for path in paths {
        let said = document.pointer(&path).and_then(Value::as_str).unwrap();
        let parts = said.split(|c: char| !c.is_ascii_alphanumeric() && !".:-".contains(c));
        for part in parts.flat_map(|p| [p, p.rsplit_once(':').map_or(p, |(host, _)| host)]) {
            let is_address = part.parse::<IpAddr>().is_ok_and(|ip| !ip.is_loopback() && !ip.is_unspecified());
            let is_host = part.contains(".example") || part.starts_with("00:0b:82");
            if is_address || is_host {
                found.insert(part.to_owned());
            }
        }
    }
    found
}

/// The masked addresses are of the same kinds, and a real one may happen to be among them.
fn invented(report: &Report) -> BTreeSet<String> {
    private_values(&mask(report))
}

fn names(paper: &str, value: &str) -> bool {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == ':';
    paper.match_indices(value).any(|(at, _)| {
        let before = paper[..at].chars().next_back();
        let after = paper[at + value.len()..].chars().next();
        !before.is_some_and(|c| part(c) && c != ':') && !after.is_some_and(|c| c.is_ascii_alphanumeric())
    })
}

#[test]
fn what_is_masked_tells_no_private_value() {
    let text = Text::new("en");
    let mut looked_for = 0;
    for (name, file) in files() {
        let report = report_of(&file);
        let invented = invented(&report);
        let (masked, support) = (page(&report, &text, Privacy::Masked), support_text(&report, &text, 0));
        let whole = page(&report, &text, Privacy::Whole);
        for value in private_values(&report).difference(&invented) {
            looked_for += usize::from(names(&whole, value));
            assert!(!names(&masked, value), "{name}: the page tells {value}");
            assert!(!names(&support, value), "{name}: the message tells {value}");
        }
        for word in ["Berta", "192.168.77.", "00:0b:82"] {
            assert!(!masked.contains(word) && !support.contains(word), "{name}: {word}");
        }
    }
    assert!(looked_for > 500, "only {looked_for} private values stand in the whole pages");
}

#[test]
fn a_masked_page_does_not_tell_where_its_clock_hangs() {
    let (_, file) = files().into_iter().next().unwrap();
    let text = Text::new("en");
    let zone = TimeZone::get("America/Lima").unwrap();
    let report = worded(report_of(&file), &text);
    assert!(report_html(&report, &text, Privacy::Whole, &zone).contains("America/Lima"));
    assert!(!report_html(&report, &text, Privacy::Masked, &zone).contains("Lima"));
}

#[test]
fn the_page_has_the_windows_picture_and_a_lamp_beside_each_verdict() {
    let text = Text::new("en");
    for (name, file) in files() {
        let report = report_of(&file);
        let page = page(&report, &text, Privacy::Whole);
        let profile = report.answers.system.as_ref().and_then(catalog::profile);
        let picture = street::svg(&street::of_report(&text, &report, profile, &TimeZone::UTC));
        assert!(page.contains(&picture), "{name}");
        let all = elements(&page);
        let states = all.windows(2).filter(|e| e[0].attributes.get("class").is_some_and(|c| c == "state"));
        let marked = states.filter(|e| e[1].name == "svg").count();
        assert!(marked >= report.services.len(), "{name}: {marked}");
    }
}

#[test]
fn a_message_to_support_is_short_above_and_exact_below() {
    let texts: Vec<Text> = languages().into_iter().map(Text::new).collect();
    for (turn, (name, file)) in files().into_iter().enumerate() {
        let report = report_of(&file);
        for text in [turn, turn + 1].map(|n| &texts[n % texts.len()]) {
            let language = text.language();
            let message = support_text(&report, text, 3);
            let lines: Vec<&str> = message.lines().collect();
            let place = |key: &str| lines.iter().position(|l| *l == text.plain(key)).unwrap_or_else(|| panic!("{key}"));
            assert!(lines.len() > 20 && !message.contains("{ $") && !message.contains("[support"), "{name}: {message}");
            let order = [place("support-cause"), place("support-tried"), place("support-details")];
            assert!(order.is_sorted() && order[1] < 40, "{name} {language}: {order:?}\n{message}");
            let worst = report.findings.iter().find(|f| f.severity != Severity::Note);
            if let Some(worst) = worst {
                let above = lines[order[0]..order[1]].join(" ");
                assert!(above.contains(&format!("[{}]", worst.code)), "{name}: {above}");
            }
            let tried = lines[order[1]..order[2]].join("\n");
            assert!(tried.contains('3'), "{name}: the re-checks are told: {tried}");
        }
    }
}

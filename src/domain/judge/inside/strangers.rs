//! What a stranger may do by the phone system's own settings. Emergency numbers are never among it.

use crate::domain::inside::{Inside, Setting};
use crate::domain::judge::facts::Facts;
use crate::domain::judge::inside::{Line, named, to_change};
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::office::AdviceId;
use crate::domain::report::Severity;

/// Digits and letters that a number abroad has at least, where the pattern counts them.
const LONG: usize = 7;

/// Settings that let strangers call, as a finding with the lines to change.
pub(in crate::domain::judge) fn guests(facts: &Facts<'_>) -> Option<Found> {
    let inside = facts.inside.filter(|i| !i.guests.is_empty())?;
    Some(to_change(Found::office(), inside, &lines("guests", &inside.guests)))
}

/// Settings that tell strangers which names exist.
pub(in crate::domain::judge) fn name_leaks(facts: &Facts<'_>) -> Option<Found> {
    let inside = facts.inside.filter(|i| !i.name_leaks.is_empty())?;
    Some(to_change(Found::office(), inside, &lines("name-leak", &inside.name_leaks)))
}

fn lines<'a>(about: &'a str, settings: &'a [Setting]) -> Vec<Line<'a>> {
    let one = |s: &'a Setting| Line {
        of: vec![("profile", s.place.section.as_str())],
        ..Line::new(about, &s.place, &s.value, wish(&s.place.key))
    };
    settings.iter().map(one).collect()
}

fn wish(key: &str) -> &'static str {
    match key {
        "alwaysauthreject" => "yes",
        "auth-calls" => "true",
        "accept-blind-auth" | "accept-blind-reg" => "false",
        // The whole object is to go.
        "type" => "",
        _ => "no",
    }
}

/// Args: names (the mailboxes, or their contexts), all, and the lines to change.
pub(super) const CALLOUT_ENABLED: Rule = Rule {
    code: "callout-enabled",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let Some(inside) = facts.inside.filter(|i| !i.call_out.is_empty()) else { return Vec::new() };
        if is_ticked(facts, AdviceId::VoicemailCallout) {
            return Vec::new();
        }
        let names: Vec<String> = inside.call_out.iter().map(|s| s.place.section.clone()).collect();
        let lines: Vec<Line<'_>> =
            inside.call_out.iter().map(|s| Line::new("call-out", &s.place, &s.value, "")).collect();
        vec![to_change(told(&names), inside, &lines)]
    },
};

/// Args: names (the patterns), all, and where they stand.
pub(super) const INTERNATIONAL_OPEN: Rule = Rule {
    code: "international-open",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let Some(inside) = facts.inside else { return Vec::new() };
        let open = abroad(inside);
        if open.is_empty() || is_ticked(facts, AdviceId::InternationalDialling) {
            return Vec::new();
        }
        let mut names: Vec<String> = open.iter().map(|p| p.pattern.clone()).collect();
        names.sort();
        names.dedup();
        let lines: Vec<Line<'_>> = open
            .iter()
            .map(|p| Line {
                of: vec![("route", p.place.section.as_str())],
                ..Line::new("abroad", &p.place, &p.pattern, "")
            })
            .collect();
        vec![to_change(told(&names), inside, &lines)]
    },
};

fn told(names: &[String]) -> Found {
    Found::office().arg("names", named(names)).arg("all", names.len())
}

fn is_ticked(facts: &Facts<'_>, id: AdviceId) -> bool {
    facts.case.advice.iter().any(|a| a.id == id && a.done)
}

fn abroad(inside: &Inside) -> Vec<&crate::domain::inside::AbroadPattern> {
    inside.abroad.iter().filter(|p| leads_abroad(&p.pattern)).collect()
}

/// `_00.`, `_011.`, `_9011.`, `_+.` and what takes any number at all. A number that is written out is nobody abroad's,
/// and an emergency number is never longer than its prefix allows.
pub(super) fn leads_abroad(pattern: &str) -> bool {
    let Some(pattern) = pattern.strip_prefix('_') else { return false };
    let pattern: String = pattern.chars().filter(|c| !"|- ?".contains(*c)).collect();
    let is_open = pattern.ends_with(['.', '!']);
    let beyond = pattern.trim_end_matches(['.', '!']);
    // Any number, or any behind the digit for an outside line.
    if is_open && (beyond.is_empty() || ["X", "Z", "N", "0", "8", "9"].contains(&beyond)) {
        return true;
    }
    let outside_line = ["", "0", "8", "9"];
    outside_line.iter().any(|line| {
        let Some(rest) = pattern.strip_prefix(line) else { return false };
        ["00", "011", "+"].iter().any(|prefix| {
            let Some(rest) = rest.strip_prefix(prefix) else { return false };
            is_open || rest.chars().count() >= LONG
        })
    })
}

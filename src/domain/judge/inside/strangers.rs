//! What a stranger may do by the phone system's own settings. Emergency numbers are never among it.

use crate::domain::inside::{AbroadPattern, Inside, Setting};
use crate::domain::judge::facts::Facts;
use crate::domain::judge::inside::{Line, named, to_change};
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::office::AdviceId;
use crate::domain::report::Severity;

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

fn abroad(inside: &Inside) -> Vec<&AbroadPattern> {
    let is_outward = |p: &&AbroadPattern| {
        let context = p.place.section.as_str();
        // Whoever calls in is caught there, and led nowhere else.
        !context.starts_with("from-") || context.starts_with("from-internal")
    };
    inside.abroad.iter().filter(is_outward).filter(|p| leads_abroad(&p.pattern)).collect()
}

/// What a number abroad begins with, as people dial it.
const ABROAD: [&str; 3] = ["00", "011", "+"];

/// A number abroad behind it, and how many of its digits there may be.
const BEHIND: (&str, std::ops::RangeInclusive<usize>) = ("491234567890", 6..=12);

/// Digits for an outside line.
const OUTSIDE_LINE: [char; 3] = ['0', '8', '9'];

/// True when a number abroad fits. An emergency number is never so long, and a number that is written out is none.
pub(super) fn leads_abroad(pattern: &str) -> bool {
    if let Some(expression) = pattern.strip_prefix('^') {
        return expression_leads_abroad(expression);
    }
    let Some(pattern) = pattern.strip_prefix('_') else { return false };
    let pattern: Vec<char> = pattern.chars().filter(|c| !"| ?".contains(*c)).collect();
    // Behind the digit for an outside line only where the pattern itself begins with one.
    let line = pattern.first().filter(|first| OUTSIDE_LINE.contains(first)).copied();
    let (digits, lengths) = BEHIND;
    // 011 by chance is a number at home in most of the world.
    let written: String = pattern.iter().collect();
    let is_meant = |prefix: &str| prefix != "011" || written.contains(prefix) || written.starts_with(['X', '.', '!']);
    ABROAD.iter().filter(|prefix| is_meant(prefix)).any(|prefix| {
        lengths.clone().any(|length| {
            let number: Vec<char> = prefix.chars().chain(digits.chars().take(length)).collect();
            let with_line: Vec<char> = line.into_iter().chain(number.iter().copied()).collect();
            fits(&pattern, &number) || (line.is_some() && fits(&pattern, &with_line))
        })
    })
}

/// Asterisk's own way to write patterns: `X`, `Z`, `N`, `[…]`, `.` for one sign or more, `!` for any (`main/pbx.c`).
fn fits(pattern: &[char], number: &[char]) -> bool {
    let (Some((first, pattern)), digit) = (pattern.split_first(), number.split_first()) else {
        return number.is_empty();
    };
    let (wanted, rest): (Vec<char>, &[char]) = match first {
        '.' => return digit.is_some(),
        '!' => return true,
        'X' => (('0'..='9').collect(), pattern),
        'Z' => (('1'..='9').collect(), pattern),
        'N' => (('2'..='9').collect(), pattern),
        '[' => {
            let end = pattern.iter().position(|c| *c == ']').unwrap_or(pattern.len());
            let (set, rest) = pattern.split_at(end);
            (signs(set), rest.split_first().map_or(rest, |(_, rest)| rest))
        }
        // Dashes are there for the eye.
        '-' => return fits(pattern, number),
        other => (vec![*other], pattern),
    };
    digit.is_some_and(|(digit, number)| wanted.contains(digit) && fits(rest, number))
}

/// `[+1-35]`: signs, and ranges of digits.
fn signs(set: &[char]) -> Vec<char> {
    let ranges = set.windows(3).filter_map(|three| match three {
        [from, '-', to] => Some(*from..=*to),
        _ => None,
    });
    set.iter().copied().filter(|c| *c != '-').chain(ranges.flatten().take(256)).collect()
}

/// FreeSWITCH's dial plan is written in regular expressions, such as `^(011\d+)$`.
fn expression_leads_abroad(expression: &str) -> bool {
    let plain: String = expression.chars().filter(|c| !"()?\\$".contains(*c)).collect();
    let is_open = plain.contains(['*', '.']) || plain.trim_start_matches('+').contains('+') || plain.contains("d{");
    ["00", "011", "+", "900", "9011", "000"].iter().any(|prefix| plain.starts_with(prefix)) && is_open
}

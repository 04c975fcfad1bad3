//! Safety tests made on request: what the phone system does for a stranger who gives no password.

use crate::domain::judge::facts::Facts;
use crate::domain::judge::inside;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::report::Severity;
use crate::domain::safety::{SafetyId, SafetyTest};

pub(super) const RULES: [&Rule; 3] = [&GUEST_CALLS_ACCEPTED, &GUEST_CALLS_ALLOWED, &EXTENSION_NAMES_LEAK];

/// Args: seen, at (day of the test), by (test or inside: whether the setting was seen too); then the lines to change.
const GUEST_CALLS_ACCEPTED: Rule = Rule {
    code: "guest-calls-accepted",
    severity: Severity::Problem,
    hides: &["guest-calls-allowed"],
    find: |facts| failed(facts, SafetyId::GuestCalls, inside::guests(facts)),
};

/// Args: the lines to change.
const GUEST_CALLS_ALLOWED: Rule = Rule {
    code: "guest-calls-allowed",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| inside::guests(facts).into_iter().collect(),
};

/// Args: by (test; inside: the test and the settings; settings alone), seen, at (day of the test, or of the look inside); where somebody looked inside, the lines
/// to change.
const EXTENSION_NAMES_LEAK: Rule = Rule {
    code: "extension-names-leak",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let by_setting = inside::name_leaks(facts);
        let found = failed(facts, SafetyId::NameLeak, by_setting.clone());
        if !found.is_empty() {
            return found;
        }
        let told = |found: Found| {
            let seen = format!("{}={}", found.value("key").unwrap_or("alwaysauthreject"), "no");
            let day = facts.inside.map(|i| i.at.strftime("%Y-%m-%d"));
            found.arg("seen", seen).maybe("at", day).arg("by", "settings")
        };
        by_setting.map(told).into_iter().collect()
    },
};

/// One finding however many streets it was seen from. An answer that tells nothing is none. Where the setting was seen
/// inside, it is told too.
fn failed(facts: &Facts<'_>, id: SafetyId, by_setting: Option<Found>) -> Vec<Found> {
    let is_unsafe = |t: &&SafetyTest| t.id == id && t.unsafe_answer == Some(true);
    let made: Vec<&SafetyTest> = facts.case.safety.iter().filter(is_unsafe).collect();
    let Some(last) = made.iter().map(|t| t.at).max() else { return Vec::new() };
    let seen: Vec<&str> = made.iter().filter_map(|t| t.seen.as_deref()).collect();
    let by = if by_setting.is_some() { "inside" } else { "test" };
    let found = by_setting.unwrap_or_else(Found::office).arg("by", by);
    vec![found.arg("seen", seen.join("; ")).arg("at", last.strftime("%Y-%m-%d"))]
}

//! Safety tests made on request: what the phone system does for a stranger who gives no password.

use crate::domain::judge::facts::Facts;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::report::Severity;
use crate::domain::safety::{SafetyId, SafetyTest};

pub(super) const RULES: [&Rule; 2] = [&GUEST_CALLS_ACCEPTED, &EXTENSION_NAMES_LEAK];

/// Args: seen, at (day of the test).
const GUEST_CALLS_ACCEPTED: Rule = Rule {
    code: "guest-calls-accepted",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| failed(facts, SafetyId::GuestCalls),
};

/// Args: seen, at (day of the test).
const EXTENSION_NAMES_LEAK: Rule = Rule {
    code: "extension-names-leak",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| failed(facts, SafetyId::NameLeak),
};

/// One finding however many streets it was seen from. An answer that tells nothing is none.
fn failed(facts: &Facts<'_>, id: SafetyId) -> Vec<Found> {
    let is_unsafe = |t: &&SafetyTest| t.id == id && t.unsafe_answer == Some(true);
    let made: Vec<&SafetyTest> = facts.case.safety.iter().filter(is_unsafe).collect();
    let Some(last) = made.iter().map(|t| t.at).max() else { return Vec::new() };
    let seen: Vec<&str> = made.iter().filter_map(|t| t.seen.as_deref()).collect();
    vec![Found::office().arg("seen", seen.join("; ")).arg("at", last.strftime("%Y-%m-%d"))]
}

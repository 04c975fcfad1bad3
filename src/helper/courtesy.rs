//! Which knocks come first, which answers show that an office lives here, and what all of them say together. Pure.

use std::time::Duration;

use crate::domain::probe::{Fingerprint, Measured, Outcome};
use crate::domain::service::{ProbeKind, Transport};
use crate::helper::doors::Knock;
use crate::net::socket::{ACCEPTED_THEN_CLOSED, ACCEPTED_WITHOUT_SPEAKING};

/// How long an unused port is waited for, twice: four times the slowest answer of this walk, and these at least and at
/// most. A street that accepts for others does so as fast at one port as at another.
const UNUSED: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(1));

/// Courtesy knocks before anything else.
pub(super) const COURTESY: usize = 3;

/// The courtesy knocks in their order: the one whose fingerprint is known alone, then up to two more together.
pub(super) fn courtesy(knocks: &[Knock]) -> Vec<Vec<usize>> {
    let wanted: Vec<usize> =
        knocks.iter().enumerate().filter(|(_, k)| !k.must_stay_shut).map(|(i, _)| i).take(COURTESY).collect();
    match wanted.split_first() {
        Some((first, [])) => vec![vec![*first]],
        Some((first, others)) => vec![vec![*first], others.to_vec()],
        None => Vec::new(),
    }
}

/// True when an answer shows that the office of the invitation lives here.
pub(super) fn is_expected(measured: &Measured, expected: Option<Fingerprint>) -> bool {
    measured.outcome == Outcome::Answered && (expected.is_none() || measured.fingerprint == expected)
}

/// True when all that was seen may be an accepted connection, which a proxy on the walker's street gives too: an
/// answer on a door that must stay shut or has no protocol of its own, or a door that accepted and said nothing.
pub(super) fn could_be_the_street(knock: &Knock, measured: &Measured) -> bool {
    let accepted = [ACCEPTED_WITHOUT_SPEAKING, ACCEPTED_THEN_CLOSED];
    let bare = measured.seen.as_deref().is_some_and(|seen| accepted.contains(&seen));
    let answered = measured.outcome == Outcome::Answered && (knock.must_stay_shut || knock.kind == ProbeKind::Tcp);
    knock.transport == Transport::Tcp && (bare || answered)
}

/// How long each of the two questions to an unused port is waited for, by what came and how long that took.
pub(super) fn patience_for_unused<'m>(came: impl Iterator<Item = (&'m Measured, Duration)>) -> Duration {
    let answers = came.filter(|(measured, _)| measured.outcome == Outcome::Answered);
    answers.map(|(_, took)| took).max().map_or(UNUSED.1, |slowest| (slowest * 4).clamp(UNUSED.0, UNUSED.1))
}

/// The walker's own trouble, when nothing at all could be asked.
pub(super) fn trouble<'m>(came: impl Iterator<Item = &'m Measured>) -> Option<String> {
    let came: Vec<&Measured> = came.collect();
    let all = |outcome: Outcome| !came.is_empty() && came.iter().all(|m| m.outcome == outcome);
    let code = if all(Outcome::Failed) && !came.iter().any(|m| m.seen.as_deref() == Some("street")) {
        "no-way-out"
    } else if all(Outcome::NotChecked) {
        if came.iter().any(|m| m.seen.as_deref() == Some("limit")) { "limit" } else { "time" }
    } else {
        return None;
    };
    Some(code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unused_port_is_waited_for_as_long_as_this_walk_needs() {
        let patience = |came: &[(Outcome, u64)]| {
            let came: Vec<_> = came.iter().map(|(o, ms)| (Measured::bare(*o), Duration::from_millis(*ms))).collect();
            patience_for_unused(came.iter().map(|(m, took)| (m, *took))).as_millis()
        };
        assert_eq!(patience(&[(Outcome::Answered, 2), (Outcome::Answered, 90)]), 360);
        assert_eq!(patience(&[(Outcome::Answered, 2)]), 200);
        assert_eq!(patience(&[(Outcome::Answered, 700)]), 1000);
        assert_eq!(patience(&[(Outcome::Silent, 2), (Outcome::Refused, 1)]), 1000, "nothing tells how far it is");
    }
}

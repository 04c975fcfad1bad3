//! Which knocks come first, and which answers show that an office lives here. Pure.

use crate::domain::probe::{Fingerprint, Measured, Outcome};
use crate::domain::service::{ProbeKind, Transport};
use crate::helper::doors::Knock;
use crate::net::socket::{ACCEPTED_THEN_CLOSED, ACCEPTED_WITHOUT_SPEAKING};

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

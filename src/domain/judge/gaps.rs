//! What a proof leaves open: an answer came from outside, and something about it stays unshown.

use crate::domain::judge::facts::Facts;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::probe::{Evidence, NotShown, Outcome};
use crate::domain::rehearsal::Rehearsal;
use crate::domain::report::{MOMENT, Severity};

pub(super) const RULES: [&Rule; 3] = [&MACHINE_NOT_SHOWN, &STREET_NOT_SHOWN, &OTHER_VOICES_NOT_SHOWN];

/// Args: ports, inside (the phone system's address, when known).
const MACHINE_NOT_SHOWN: Rule = Rule {
    code: "machine-not-shown",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let inside = facts.case.phone_system_address();
        open(facts, NotShown::WhichMachine).map(|f| f.maybe("inside", inside)).into_iter().collect()
    },
};

/// Args: ports.
const STREET_NOT_SHOWN: Rule = Rule {
    code: "street-not-shown",
    severity: Severity::Note,
    hides: &[],
    find: |facts| open(facts, NotShown::Street).into_iter().collect(),
};

/// Args: ports, number (what was called), at (when), media (where the phone system asked for the sound).
const OTHER_VOICES_NOT_SHOWN: Rule = Rule {
    code: "other-voices-not-shown",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let found = open(facts, NotShown::OtherPorts).zip(facts.calls.outside);
        let told = |(found, call): (Found, &Rehearsal)| {
            let at = call.at.strftime(MOMENT);
            found.arg("number", &call.number).arg("at", at).maybe("media", call.media)
        };
        found.map(told).into_iter().collect()
    },
};

/// Proved entrances whose proof leaves this open.
fn open(facts: &Facts<'_>, gap: NotShown) -> Option<Found> {
    let rows: Vec<&Row<'_>> = facts.selected().filter(|r| r.not_shown.contains(&gap)).collect();
    let answers = rows.iter().flat_map(|r| r.knocks.iter().copied());
    let shown: Vec<&Evidence> = answers.filter(|e| e.outcome == Outcome::Answered).collect();
    Found::about(rows).map(|f| f.seen(facts, shown))
}

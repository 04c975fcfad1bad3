//! The sound, as a witness on the phone system shows it.

use crate::domain::judge::facts::Facts;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::probe::Evidence;
use crate::domain::report::Severity;
use crate::domain::voice;

pub(super) const RULES: [&Rule; 1] = [&AUDIO_PARTLY_OPEN];

/// Stretches of ports that are named; the others are counted.
const MOST_NAMED: usize = 40;

/// Args: ports (the range), missing (the ports that do not pass), `missing_ports` (how many in all), more (how many of
/// these are not named), asked (how many were asked), `shifted_outside` and `shifted_inside` (a port that arrives as
/// another one; "none" where all arrive as themselves).
const AUDIO_PARTLY_OPEN: Rule = Rule {
    code: "audio-partly-open",
    severity: Severity::Problem,
    hides: &["range-too-long-for-router"],
    find: |facts| facts.selected().filter_map(|row| partly_open(facts, row)).collect(),
};

fn partly_open(facts: &Facts<'_>, row: &Row<'_>) -> Option<Found> {
    let heard = row.heard.as_ref().filter(|heard| heard.is_partly_open())?;
    let named = heard.missing.iter().take(MOST_NAMED).map(|r| r.count()).sum::<u32>();
    let all = voice::count(&heard.missing) + heard.more;
    let shown: Vec<&Evidence> = row.knocks.clone();
    let none = || "none".to_owned();
    Some(
        Found::about([row])?
            .arg("missing", voice::list(&heard.missing, MOST_NAMED))
            .arg("missing_ports", all)
            .arg("more", all - named)
            .arg("asked", voice::count(&heard.asked))
            .arg("shifted_outside", heard.shifted.map_or_else(none, |s| s.outside.to_string()))
            .arg("shifted_inside", heard.shifted.map_or_else(none, |s| s.inside.to_string()))
            .seen(facts, shown),
    )
}

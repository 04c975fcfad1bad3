//! Side by side: the streets that walkers of one report stood on.

use crate::domain::probe::{Outcome, Vantage};
use crate::domain::report::{Report, ServiceRow, WalkReport};

/// What one street saw.
#[derive(Clone, Debug, PartialEq)]
pub struct StreetView<'r> {
    /// The last walk there.
    pub walk: &'r WalkReport,
    /// Each wanted entrance that somebody knocked on, in the report's order.
    pub saw: Vec<(&'r ServiceRow, Outcome)>,
}

/// The streets that walkers stood on, side by side, the newest last. A walk with trouble of its own saw nothing.
pub fn streets(report: &Report) -> Vec<StreetView<'_>> {
    let knocks = || report.evidence.iter().filter(|e| e.vantage == Vantage::Outside);
    let is_wanted = |r: &&ServiceRow| r.selected && knocks().any(|e| e.service.as_ref() == Some(&r.id));
    let rows: Vec<&ServiceRow> = report.services.iter().filter(is_wanted).collect();
    let mut views: Vec<StreetView<'_>> = Vec::new();
    for walk in report.walks.iter().filter(|w| w.trouble.is_none()) {
        // The newest word of this street counts, as a visitor there would meet it now.
        let saw = |row: &&ServiceRow| {
            let mine = knocks().filter(|e| e.service.as_ref() == Some(&row.id) && e.asker == walk.address);
            mine.max_by_key(|e| e.at).map_or(Outcome::NotChecked, |e| e.outcome)
        };
        views.retain(|v| (v.walk.walker, v.walk.address) != (walk.walker, walk.address));
        let saw: Vec<(&ServiceRow, Outcome)> = rows.iter().map(|r| (*r, saw(r))).collect();
        // A walk whose every word a later one replaced has nothing left to say.
        if saw.iter().any(|(_, outcome)| *outcome != Outcome::NotChecked) {
            views.push(StreetView { walk, saw });
        }
    }
    views
}

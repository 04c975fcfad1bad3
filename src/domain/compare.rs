//! Two reports of one office, row by row: what is better since last time, what is worse, what is still open.

use crate::domain::report::{Report, ServiceRow, Verdict};
use crate::domain::service::{Need, ServiceId};

/// What changed between two checks, for one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// Was not as wished, is now.
    Better,
    /// Was as wished, is no longer.
    Worse,
    /// Not as wished, both times.
    StillOpen,
}

/// Compares two reports row by row. Rows that are as wished both times are left out.
pub fn compare(before: &Report, after: &Report) -> Vec<(ServiceId, Since)> {
    let fine = |row: &ServiceRow| match row.verdict {
        Verdict::Verified | Verdict::Shut | Verdict::Guarded | Verdict::Reachable => true,
        Verdict::WrongHost
        | Verdict::NothingListening
        | Verdict::NoAnswer
        | Verdict::NotChecked
        | Verdict::Exposed
        | Verdict::Blocked => false,
    };
    let counts = |row: &&ServiceRow| row.selected || row.need == Need::Never;
    let rows = after.services.iter().filter(counts);
    rows.filter_map(|row| {
        let was = before.services.iter().find(|r| r.id == row.id).is_some_and(fine);
        let since = match (was, fine(row)) {
            (true, true) => return None,
            (false, true) => Since::Better,
            (true, false) => Since::Worse,
            (false, false) => Since::StillOpen,
        };
        Some((row.id.clone(), since))
    })
    .collect()
}

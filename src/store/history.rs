//! Earlier reports, one file each, named by their time so that the newest is found without reading them all.

use crate::domain::report::Report;
use crate::store::files::{Folder, Format};
use crate::store::{Store, StoreError};

const FOLDER: &str = "history";

/// Reports kept.
pub const MOST_REPORTS: usize = 200;

impl Store {
    /// The newest report that can be read.
    pub fn last_report(&self) -> Option<Report> {
        self.last.clone()
    }

    /// Keeps a report. One that began at the same moment is the same check, and is replaced.
    pub fn keep_report(&mut self, report: &Report) -> Result<(), StoreError> {
        let folder = self.folder.below(FOLDER)?;
        folder.write(&name(report), Format::Json, report)?;
        self.last = Some(report.clone());
        let names = folder.names(".json")?;
        for old in names.iter().take(names.len().saturating_sub(MOST_REPORTS)) {
            folder.remove(old)?;
        }
        Ok(())
    }
}

/// RFC 3339 without colons, which Windows forbids. The names sort by time.
fn name(report: &Report) -> String {
    format!("{}.json", report.started_at.strftime("%Y-%m-%dT%H-%M-%S.%3fZ"))
}

pub(super) fn newest(folder: &Folder) -> Result<Option<Report>, StoreError> {
    let folder = folder.below(FOLDER)?;
    for name in folder.names(".json")?.iter().rev() {
        if let Some(report) = folder.read(name, Format::Json)? {
            return Ok(Some(report));
        }
    }
    Ok(None)
}

//! Earlier reports, one file each, named by their time so that the newest is found without reading them all.

use crate::domain::report::Report;
use crate::store::files::{Folder, Format};
use crate::store::{Store, StoreError};

const FOLDER: &str = "history";

/// The newest reports, kept whatever their number a day.
pub const RECENT: usize = 100;
/// Of older ones the last of each day, and of still older ones the last of each month.
const DAYS: usize = 60;
const MONTHS: usize = 60;

/// How much of a file's name tells its day, and its month.
const DAY: usize = "2026-11-23".len();
const MONTH: usize = "2026-11".len();

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
        for old in superfluous(&names) {
            folder.remove(old)?;
        }
        Ok(())
    }

    /// Every report that is kept and can be read, oldest first.
    pub fn reports(&self) -> Result<Vec<Report>, StoreError> {
        let folder = self.folder.below(FOLDER)?;
        let mut reports = Vec::new();
        for name in folder.names(".json")? {
            reports.extend(folder.read(&name, Format::Json)?);
        }
        Ok(reports)
    }
}

/// RFC 3339 without colons, which Windows forbids. The names sort by time.
fn name(report: &Report) -> String {
    format!("{}.json", report.started_at.strftime("%Y-%m-%dT%H-%M-%S.%3fZ"))
}

/// Names to be removed; `names` are sorted by time.
fn superfluous(names: &[String]) -> Vec<&String> {
    let older = names.iter().rev().skip(RECENT);
    let (mut days, mut months, mut gone) = (0, 0, Vec::new());
    let mut last: Option<&String> = names.iter().rev().nth(RECENT - 1);
    for name in older {
        let starts_alike = |length: usize| last.and_then(|l| l.get(..length)) == name.get(..length);
        if days < DAYS && !starts_alike(DAY) {
            days += 1;
        } else if days >= DAYS && months < MONTHS && !starts_alike(MONTH) {
            months += 1;
        } else {
            gone.push(name);
            continue;
        }
        last = Some(name);
    }
    gone
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

//! Looking after an office without a person: which copy of the program does it, and what it noticed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::news::Happened;
use crate::domain::rounds::Owner;
use crate::store::files::{FORM, Folder, Format};
use crate::store::lock::Lock;
use crate::store::{Store, StoreError};

pub(super) const LOCK: &str = "rounds";
pub(super) const FILE: &str = "happened.json";

/// Lines kept; the oldest go first.
const MOST_LINES: usize = 1000;

/// As it stands on disk.
#[derive(Serialize, Deserialize)]
struct Page {
    schema_version: u32,
    happened: Vec<Happened>,
}

impl Store {
    /// Takes the rounds for this copy of the program until the store is dropped, or says which other one has them.
    /// `until` is when the next sign of life is due.
    pub fn hold_rounds(&mut self, now: Timestamp, until: Timestamp) -> Result<(), StoreError> {
        match &self.rounds {
            Some(lock) => lock.note(until),
            None => {
                let owner = Owner { pid: std::process::id(), since: now };
                self.rounds = Some(Lock::take(&self.folder, LOCK, owner, until)?);
            }
        }
        Ok(())
    }

    /// Where this copy of the program has the rounds: it lives at least until then.
    pub fn extend_rounds(&self, until: Timestamp) {
        if let Some(lock) = &self.rounds {
            lock.note(until);
        }
    }

    /// What was noticed without a person asking, oldest first.
    pub fn happened(&self) -> Result<Vec<Happened>, StoreError> {
        read(&self.folder)
    }

    /// Keeps what was noticed.
    pub fn keep_happened(&self, news: Vec<Happened>) -> Result<(), StoreError> {
        let _lock = self.folder.lock_shortly()?;
        let mut happened = read(&self.folder)?;
        happened.extend(news);
        happened.drain(..happened.len().saturating_sub(MOST_LINES));
        self.folder.write(FILE, Format::Json, &Page { schema_version: FORM, happened })
    }
}

fn read(folder: &Folder) -> Result<Vec<Happened>, StoreError> {
    let page: Option<Page> = folder.read(FILE, Format::Json)?;
    Ok(page.map(|p| p.happened).unwrap_or_default())
}

//! The journal: what a router was asked, on disk before the router hears of it. Who cannot write it must not touch a
//! router.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::change::{JournalEntry, JournalId, JournalState};
use crate::domain::office::PortMapping;
use crate::domain::rounds::Owner;
use crate::store::StoreError;
use crate::store::files::{FORM, Folder, Format};
use crate::store::lock::Lock;

pub(super) const FILE: &str = "journal.json";
pub(super) const LOCK: &str = "journal";

/// Asking a slow router for twenty entrances takes less.
const LONGEST_CHANGE: SignedDuration = SignedDuration::from_mins(15);

/// Settled entries kept for reference. Open ones are kept whatever their number.
const MOST_SETTLED: usize = 500;

/// As it stands on disk.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Pages {
    schema_version: u32,
    next: u64,
    entries: Vec<JournalEntry>,
}

impl Default for Pages {
    fn default() -> Self {
        Self { schema_version: FORM, next: 1, entries: Vec::new() }
    }
}

/// What a router was asked.
#[derive(Debug)]
pub struct Journal {
    folder: Folder,
    pages: Pages,
    lock: Option<Lock>,
    /// Something was noted that is not on disk yet.
    noted: bool,
}

impl Journal {
    pub(super) fn open(folder: &Folder) -> Result<Self, StoreError> {
        Ok(Self { folder: folder.clone(), pages: read(folder)?.unwrap_or_default(), lock: None, noted: false })
    }

    /// Takes the journal for this copy of the program, until [`Self::end`], and reads what others wrote meanwhile.
    pub fn begin(&mut self, now: Timestamp) -> Result<(), StoreError> {
        if self.lock.is_none() {
            let owner = Owner { pid: std::process::id(), since: now };
            let until = now.checked_add(LONGEST_CHANGE).unwrap_or(now);
            self.lock = Some(Lock::take(&self.folder, LOCK, owner, until)?);
            self.read_again()?;
            self.folder.sweep(now);
        }
        Ok(())
    }

    /// Writes what was noted, and lets other copies of the program write.
    pub fn end(&mut self) {
        if std::mem::take(&mut self.noted) {
            // What cannot be written now still says what was asked, and the next look at the router settles it.
            self.change(|_| Ok(())).ok();
        }
        self.lock = None;
    }

    /// Takes over what other copies of the program wrote. True when that was something new.
    pub fn refresh(&mut self) -> bool {
        if self.lock.is_some() {
            return false;
        }
        let before = self.pages.entries.clone();
        // What cannot be read now stays as it is known.
        self.read_again().ok();
        before != self.pages.entries
    }

    /// If the file went away or was damaged in between, what is known in memory is written again.
    fn read_again(&mut self) -> Result<(), StoreError> {
        if let Some(pages) = read(&self.folder)? {
            self.pages = pages;
        }
        Ok(())
    }

    /// All entries, oldest first.
    pub fn entries(&self) -> Vec<JournalEntry> {
        self.pages.entries.clone()
    }

    /// A name for the next entry. Names are never used again.
    pub const fn next_id(&self) -> JournalId {
        JournalId(self.pages.next)
    }

    /// Writes an entry; the journal was begun. When this returns, it is on disk; when it fails, the router must not be asked.
    pub fn add(&mut self, entry: JournalEntry) -> Result<JournalId, StoreError> {
        let id = entry.id;
        self.change(|pages| {
            // Another copy of the program may have taken the name before this one got the lock.
            if id.0 < pages.next {
                return Err(StoreError::EntryExists(id.0));
            }
            pages.next = id.0.saturating_add(1);
            pages.entries.push(entry);
            Ok(())
        })?;
        Ok(id)
    }

    /// Writes how far an entry got. What was read back before is kept when nothing newer was.
    pub fn update(
        &mut self,
        id: JournalId,
        state: JournalState,
        read_back: Option<PortMapping>,
    ) -> Result<(), StoreError> {
        self.change(|pages| {
            let entry = pages.entries.iter_mut().find(|e| e.id == id).ok_or(StoreError::NoEntry(id.0))?;
            entry.state = state;
            entry.read_back = read_back.or(entry.read_back.take());
            Ok(())
        })
    }

    /// Writes an entry anew, under the name it has.
    pub fn rewrite(&mut self, entry: JournalEntry) -> Result<(), StoreError> {
        self.change(|pages| {
            let known = pages.entries.iter_mut().find(|e| e.id == entry.id).ok_or(StoreError::NoEntry(entry.id.0))?;
            *known = entry;
            Ok(())
        })
    }

    /// Notes how a request ended that is on disk, to be written with whatever is written next, at [`Self::end`] at the
    /// latest: a disk takes longer for each write than a router for its answer. Until then the disk says that it was
    /// asked for, which is true, and the next start asks the router. Only for entries that a router can be asked about.
    pub fn note(&mut self, entry: JournalEntry) {
        if let Some(known) = self.pages.entries.iter_mut().find(|e| e.id == entry.id) {
            *known = entry;
            self.noted = true;
        }
    }

    /// Memory follows the disk; only what was noted is ahead of it.
    fn change(&mut self, change: impl FnOnce(&mut Pages) -> Result<(), StoreError>) -> Result<(), StoreError> {
        if self.lock.is_none() {
            return Err(StoreError::NotBegun);
        }
        let mut pages = self.pages.clone();
        change(&mut pages)?;
        let mut surplus = pages.entries.iter().filter(|e| !e.is_open()).count().saturating_sub(MOST_SETTLED);
        pages.entries.retain(|e| {
            let drop = surplus > 0 && !e.is_open();
            surplus -= usize::from(drop);
            !drop
        });
        self.folder.write(FILE, Format::Json, &pages)?;
        self.pages = pages;
        self.noted = false;
        Ok(())
    }
}

fn read(folder: &Folder) -> Result<Option<Pages>, StoreError> {
    let pages: Option<Pages> = folder.read(FILE, Format::Json)?;
    Ok(pages.map(|mut pages| {
        // A hand-edited file must not lead to two entries of one name.
        let highest = pages.entries.iter().map(|e| e.id.0).max().unwrap_or(0);
        pages.next = pages.next.max(highest.saturating_add(1));
        pages
    }))
}

//! One copy of the program at a time. The system's own lock ends with its owner, however that ends; a note beside it
//! says who it is, and stands in for the lock on network drives that know none.

use std::fs::{File, TryLockError};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::rounds::Owner;
use crate::store::StoreError;
use crate::store::files::Folder;

/// Who holds a lock, for the others to read. In a file of its own, because Windows lets nobody read a locked one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    #[serde(flatten)]
    owner: Owner,
    /// After this nobody believes the note alone any more.
    until: Timestamp,
}

/// A lock that is held. Dropping it lets others in.
#[derive(Debug)]
pub(super) struct Lock {
    folder: Folder,
    name: &'static str,
    owner: Owner,
    file: File,
}

impl Lock {
    /// Takes the lock, or says who has it.
    pub(super) fn take(
        folder: &Folder,
        name: &'static str,
        owner: Owner,
        until: Timestamp,
    ) -> Result<Self, StoreError> {
        let (file, path) = folder.lock_file(&format!("{name}.lock"))?;
        let taken = match file.try_lock() {
            Ok(()) => true,
            Err(TryLockError::WouldBlock) => false,
            // Some network drives know no locks: there the note is all there is, for as long as it says.
            Err(TryLockError::Error(_)) => {
                read(folder, name).is_none_or(|note| note.owner == owner || note.until <= owner.since)
            }
        };
        if !taken {
            return Err(StoreError::Busy { path, owner: read(folder, name).map(|note| note.owner) });
        }
        let lock = Self { folder: folder.clone(), name, owner, file };
        lock.note(until);
        Ok(lock)
    }

    /// Says that it is still held.
    pub(super) fn note(&self, until: Timestamp) {
        let note = Note { owner: self.owner, until };
        if let Ok(text) = serde_json::to_string(&note) {
            // Without it the others only do not know who it is.
            self.folder.write_plain(&note_name(self.name), &text).ok();
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if read(&self.folder, self.name).is_some_and(|note| note.owner == self.owner) {
            self.folder.remove(&note_name(self.name)).ok();
        }
        // Closing is not enough: a program that is being started at this moment has a copy of the handle.
        self.file.unlock().ok();
    }
}

fn note_name(name: &str) -> String {
    format!("{name}.owner")
}

fn read(folder: &Folder, name: &str) -> Option<Note> {
    let text = folder.read_plain(&note_name(name)).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

//! Which window is the one of this person's office, and where a second start finds it. The lock ends with its owner,
//! however that ends; the note beside it is for nobody else's eyes.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::rounds::Owner;
use crate::store::files::Folder;
use crate::store::lock::Lock;
use crate::store::{StoreError, usual_folder};

pub(super) const LOCK: &str = "window";
pub(super) const NOTE: &str = "window.door";

/// Where the system's own lock works, nobody asks for this. On a network drive without locks a window that ended
/// without a word keeps its seat for so long.
const BELIEVED: SignedDuration = SignedDuration::from_hours(12);

/// How a second start is let in: only whoever can read this file knows the key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// Port on this computer's own loopback address.
    pub port: u16,
    /// Nobody can guess it.
    pub key: String,
}

/// The seat of the one window. Dropping it lets another one in.
#[derive(Debug)]
pub struct Seat {
    folder: Folder,
    _lock: Lock,
}

/// Whether the seat was free.
#[derive(Debug)]
pub enum Taken {
    /// It is ours now.
    Ours(Seat),
    /// Another window has it.
    Theirs {
        /// How to speak to it, once it said so.
        door: Option<Door>,
        /// Who that is.
        owner: Option<Owner>,
    },
}

/// Takes the seat, or says who has it.
pub fn take(now: Timestamp) -> Result<Taken, StoreError> {
    let folder = Folder::open(usual_folder()?)?;
    let owner = Owner { pid: std::process::id(), since: now };
    match Lock::take(&folder, LOCK, owner, now + BELIEVED) {
        Ok(lock) => Ok(Taken::Ours(Seat { folder, _lock: lock })),
        Err(StoreError::Busy { owner, .. }) => {
            let note = folder.read_plain(NOTE).ok().flatten();
            Ok(Taken::Theirs { door: note.and_then(|text| serde_json::from_str(&text).ok()), owner })
        }
        Err(other) => Err(other),
    }
}

impl Seat {
    /// Says where a second start may knock.
    pub fn tell(&self, door: &Door) -> Result<(), StoreError> {
        let text = serde_json::to_string(door).unwrap_or_default();
        self.folder.write_plain(NOTE, &text)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.folder.remove(NOTE).ok();
    }
}

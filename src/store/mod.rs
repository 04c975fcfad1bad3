//! Files: settings, the journal of what a router was asked, earlier reports, invitations, the ledger of SIP messages.
//! Reads no clock and knows no network. A file that cannot be used is set aside and said so, never deleted.

pub mod budget;
pub mod carried;
pub mod export;
mod export_inside;
pub mod export_json;
mod export_outside;
pub mod export_support;
pub mod export_ways_out;
mod files;
pub mod handed;
pub mod helper_folder;
pub mod history;
pub mod html;
pub mod invitations;
pub mod journal;
mod lock;
pub mod log;
pub mod look;
pub mod newer;
pub mod preset;
pub mod profiles;
pub mod rounds;
pub mod seat;
pub mod settings;
mod sweep;
pub mod window_place;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::domain::invitation::Invitation;
use crate::domain::limits::Ledger;
use crate::domain::message::Problem;
use crate::domain::report::Report;
use crate::domain::rounds::Owner;
use crate::store::files::Folder;
use crate::store::journal::Journal;
use crate::store::lock::Lock;

pub use crate::store::files::{SetAside, Why};
pub use crate::store::settings::Settings;

/// Overrides the folder, for a portable copy and for tests.
pub const FOLDER_VARIABLE: &str = "SEPARATE_ENTRANCE_DIR";

/// Why the store cannot do what is asked. The path stands last, since it may name the owner.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The system names no folder for programs' data.
    #[error("this system names no folder for data")]
    NoFolder,
    /// A file or folder could not be read or written.
    #[error("cannot {doing}: {source}: {path}", path = path.display())]
    Io {
        /// What was tried.
        doing: &'static str,
        /// What the system says.
        source: std::io::Error,
        /// On what.
        path: PathBuf,
    },
    /// What is to be written has no form on disk.
    #[error("cannot be written down: {why}: {path}", path = path.display())]
    Form {
        /// What the writer says.
        why: String,
        /// Where it was to go.
        path: PathBuf,
    },
    /// Another copy of the program is changing the router.
    #[error("another copy of this program has the lock: {path}", path = path.display())]
    Busy {
        /// The lock.
        path: PathBuf,
        /// Who has it, where that is known.
        owner: Option<Owner>,
    },
    /// The journal was not taken before it was written.
    #[error("the journal was not begun")]
    NotBegun,
    /// The journal has an entry of this name already.
    #[error("journal entry {0} exists already")]
    EntryExists(u64),
    /// The journal has no entry of this name.
    #[error("journal entry {0} does not exist")]
    NoEntry(u64),
    /// No invitation of ours has this tag.
    #[error("no invitation of ours")]
    NotInvited,
    /// The invitation was answered before.
    #[error("the invitation was answered before")]
    AlreadyUsed,
}

impl StoreError {
    /// What people are told.
    pub fn problem(&self) -> Problem {
        match self {
            Self::NoFolder | Self::Io { .. } | Self::Form { .. } => Problem::new("folder-unusable").with("why", self),
            Self::Busy { owner: Some(owner), .. } => {
                Problem::new("journal-busy").with("pid", owner.pid).with("since", owner.since.strftime("%H:%M UTC"))
            }
            Self::Busy { owner: None, .. } => Problem::new("journal-busy").with("pid", "?").with("since", "?"),
            Self::NotBegun | Self::EntryExists(_) | Self::NoEntry(_) => {
                Problem::new("journal-not-written").with("why", self)
            }
            Self::NotInvited => Problem::new("code-foreign"),
            Self::AlreadyUsed => Problem::new("code-used"),
        }
    }
}

/// The program's folder.
#[derive(Debug)]
pub struct Store {
    folder: Folder,
    journal: Journal,
    settings: Settings,
    ledger: Ledger,
    last: Option<Report>,
    /// Invitations whose answer was read and not kept yet.
    answered: Vec<Invitation>,
    /// Held while this copy of the program looks after the office.
    rounds: Option<Lock>,
}

impl Store {
    /// Opens the folder: `dir`, else the one that [`FOLDER_VARIABLE`] names, else the system's place for programs'
    /// data. What could not be used is named beside it; the program goes on without.
    pub fn open(dir: Option<PathBuf>) -> Result<(Self, Vec<SetAside>), StoreError> {
        let dir = dir.map_or_else(usual_folder, Ok)?;
        let folder = Folder::open(dir)?;
        let journal = Journal::open(&folder)?;
        let settings = settings::read(&folder)?;
        let ledger = budget::read(&folder)?;
        invitations::read(&folder)?;
        let last = history::newest(&folder)?;
        let aside = folder.take_set_aside();
        Ok((Self { folder, journal, settings, ledger, last, answered: Vec::new(), rounds: None }, aside))
    }

    /// What had to be set aside since the store was opened, or since this was asked last.
    pub fn take_set_aside(&self) -> Vec<SetAside> {
        self.folder.take_set_aside()
    }

    /// Where it is.
    pub fn dir(&self) -> &Path {
        self.folder.dir()
    }

    /// What a router was asked.
    pub const fn journal(&self) -> &Journal {
        &self.journal
    }

    /// For writing, between its `begin` and its `end`.
    pub const fn journal_mut(&mut self) -> &mut Journal {
        &mut self.journal
    }
}

/// The folder of a carried copy, chosen once at the start.
static CARRIED: OnceLock<PathBuf> = OnceLock::new();

/// From now on this is the folder that is opened where none is named.
pub fn open_in(folder: &Path) {
    CARRIED.set(folder.to_owned()).ok();
}

/// True where [`FOLDER_VARIABLE`] names the folder.
pub fn is_folder_named() -> bool {
    std::env::var_os(FOLDER_VARIABLE).is_some_and(|d| !d.is_empty())
}

/// The folder that is opened where none is named.
pub fn usual_folder() -> Result<PathBuf, StoreError> {
    if let Some(carried) = CARRIED.get() {
        return Ok(carried.clone());
    }
    if let Some(dir) = std::env::var_os(FOLDER_VARIABLE).filter(|d| !d.is_empty()) {
        return Ok(PathBuf::from(dir));
    }
    let dirs = directories::ProjectDirs::from("", "", "separate-entrance").ok_or(StoreError::NoFolder)?;
    Ok(dirs.data_local_dir().to_owned())
}

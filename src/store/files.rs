//! One folder of small files: written whole or not at all, read with suspicion. Knows nothing of what they hold.
//!
//! What a newer program wrote stays under its name, untouched: whoever goes back to that program finds everything, the
//! journal of open entrances above all. This one meanwhile keeps a file of its own beside it.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use atomic_write_file::{AtomicWriteFile, OpenOptions};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::domain::message::Event;
use crate::domain::report::SCHEMA;
use crate::store::StoreError;

/// The form of the store's own files.
pub(super) const FORM: u32 = 1;

/// No file of ours comes near this; reports with a thousand mappings take half a megabyte.
const MOST_BYTES: u64 = 8 * 1024 * 1024;

/// Names tried for a file to be set aside; nothing is ever written over.
const MOST_ASIDE: u32 = 10_000;

/// Taken for as long as one small file is read, changed and written.
const SHORT_LOCK: &str = "files.lock";

/// Why a file was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It does not read as what it should be.
    Damaged,
    /// Larger than anything this program writes.
    TooLarge,
    /// A newer version of this program wrote it.
    NewerProgram,
}

impl Why {
    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Damaged => "damaged",
            Self::TooLarge => "too-large",
            Self::NewerProgram => "newer-program",
        }
    }
}

/// A file that could not be used. It was kept under another name, or left to the newer program that wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// Its name.
    pub file: String,
    /// Its name now; for a newer program's file, the name of the one that this program keeps beside it.
    pub kept_as: String,
    /// Why.
    pub why: Why,
}

impl From<SetAside> for Event {
    fn from(aside: SetAside) -> Self {
        Self::SetAside { file: aside.file, kept_as: aside.kept_as, why: aside.why.id().to_owned() }
    }
}

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// For the program's own use, and for reports.
    Json,
    /// For people to edit.
    Toml,
}

impl Format {
    fn read<T: DeserializeOwned>(self, text: &str) -> Option<T> {
        match self {
            Self::Json => serde_json::from_str(text).ok(),
            Self::Toml => toml::from_str(text).ok(),
        }
    }

    fn write<T: Serialize>(self, value: &T) -> Result<String, String> {
        match self {
            Self::Json => serde_json::to_string_pretty(value).map_err(|e| e.to_string()),
            Self::Toml => toml::to_string(value).map_err(|e| e.to_string()),
        }
    }
}

/// The two places where files say which form they have.
#[derive(Deserialize)]
struct Form {
    schema_version: Option<u32>,
    schema: Option<u32>,
}

impl Form {
    fn is_newer(&self) -> bool {
        self.schema_version.is_some_and(|v| v > FORM) || self.schema.is_some_and(|v| v > SCHEMA)
    }
}

/// What could not be used.
#[derive(Debug, Default)]
struct Aside {
    /// Not asked for yet.
    told: Vec<SetAside>,
    /// Newer programs' files, which stay and are met again.
    left: BTreeSet<String>,
}

/// The folder. Its copies and the folders below it share one list of what was set aside.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    dir: PathBuf,
    /// The name of a folder below the program's own.
    inside: Option<&'static str>,
    aside: Arc<Mutex<Aside>>,
}

impl Folder {
    pub(super) fn open(dir: PathBuf) -> Result<Self, StoreError> {
        create_dir(&dir)?;
        Ok(Self { dir, inside: None, aside: Arc::default() })
    }

    /// What was set aside since this was asked last. A file may be damaged while the program runs.
    pub(super) fn take_set_aside(&self) -> Vec<SetAside> {
        std::mem::take(&mut self.aside().told)
    }

    fn aside(&self) -> MutexGuard<'_, Aside> {
        self.aside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    pub(super) fn below(&self, name: &'static str) -> Result<Self, StoreError> {
        let below = Self::open(self.dir.join(name))?;
        Ok(Self { inside: Some(name), aside: Arc::clone(&self.aside), ..below })
    }

    /// Reads a file. None: it is not there, or had to be set aside.
    pub(super) fn read<T: DeserializeOwned>(&self, name: &str, format: Format) -> Result<Option<T>, StoreError> {
        let path = self.dir.join(name);
        let why = match read_text(&path)? {
            Content::Missing => return Ok(None),
            Content::Unusable(why) => why,
            Content::Text(text) => match format.read::<Form>(&text) {
                Some(form) if form.is_newer() => {
                    self.leave(name);
                    return self.read(&beside(name), format);
                }
                Some(_) => match format.read(&text) {
                    Some(value) => return Ok(Some(value)),
                    None => Why::Damaged,
                },
                None => Why::Damaged,
            },
        };
        let kept = self.set_aside(name, why)?;
        self.aside().told.push(kept);
        Ok(None)
    }

    /// Notes that a newer program's file was met, once for each name; a folder full of reports counts as one.
    fn leave(&self, name: &str) {
        let told = self.inside.unwrap_or(name).to_owned();
        let mut aside = self.aside();
        if aside.left.insert(told.clone()) {
            let kept_as = if self.inside.is_some() { told.clone() } else { beside(name) };
            aside.told.push(SetAside { file: told, kept_as, why: Why::NewerProgram });
        }
    }

    /// True for a file that is there and was written by a newer program.
    pub(super) fn is_newer(&self, name: &str, format: Format) -> bool {
        let Ok(Content::Text(text)) = read_text(&self.dir.join(name)) else { return false };
        format.read::<Form>(&text).is_some_and(|form| form.is_newer())
    }

    /// Writes a file: the whole of it is on disk under its name, or nothing changed.
    pub(super) fn write<T: Serialize>(&self, name: &str, format: Format, value: &T) -> Result<(), StoreError> {
        if self.is_newer(name, format) {
            return self.write(&beside(name), format, value);
        }
        let path = self.dir.join(name);
        let text = format.write(value).map_err(|why| StoreError::Form { why, path: path.clone() })?;
        put(&path, text.as_bytes()).map_err(|source| StoreError::Io { doing: "write", source, path })
    }

    /// Reads a file that has no form of ours, such as a certificate. None: it is not there.
    pub(super) fn read_plain(&self, name: &str) -> Result<Option<String>, StoreError> {
        let path = self.dir.join(name);
        match read_text(&path)? {
            Content::Missing => Ok(None),
            Content::Text(text) => Ok(Some(text)),
            Content::Unusable(why) => Err(StoreError::Form { why: why.id().to_owned(), path }),
        }
    }

    /// Writes such a file, for nobody else's eyes.
    pub(super) fn write_plain(&self, name: &str, text: &str) -> Result<(), StoreError> {
        let path = self.dir.join(name);
        put(&path, text.as_bytes()).map_err(|source| StoreError::Io { doing: "write", source, path })
    }

    /// Gives a file that cannot be used another name, so that nothing writes over it.
    fn set_aside(&self, name: &str, why: Why) -> Result<SetAside, StoreError> {
        let path = self.dir.join(name);
        let free = |kept: &String| fs::symlink_metadata(self.dir.join(kept)).is_err();
        let Some(kept_as) = (1..=MOST_ASIDE).map(|n| format!("{name}.damaged-{n}")).find(free) else {
            let source = io::Error::from(io::ErrorKind::AlreadyExists);
            return Err(StoreError::Io { doing: "set aside", source, path });
        };
        match fs::rename(&path, self.dir.join(&kept_as)) {
            Ok(()) => Ok(SetAside { file: name.to_owned(), kept_as, why }),
            Err(source) => Err(StoreError::Io { doing: "set aside", source, path }),
        }
    }

    /// Waits for other copies of the program that are writing a small file. Held until dropped.
    pub(super) fn lock_shortly(&self) -> Result<File, StoreError> {
        let (file, path) = self.lock_file(SHORT_LOCK)?;
        match file.lock() {
            Err(source) if source.kind() != io::ErrorKind::Unsupported => {
                Err(StoreError::Io { doing: "lock", source, path })
            }
            // Some network drives know no locks; writing stays whole or not at all there too.
            Err(_) | Ok(()) => Ok(file),
        }
    }

    /// Opens a file that is only there to be locked.
    pub(super) fn lock_file(&self, name: &str) -> Result<(File, PathBuf), StoreError> {
        let path = self.dir.join(name);
        match File::options().create(true).truncate(false).write(true).open(&path) {
            Ok(file) => Ok((file, path)),
            Err(source) => Err(StoreError::Io { doing: "open", source, path }),
        }
    }

    /// Names of the files here with this ending, sorted.
    pub(super) fn names(&self, ending: &str) -> Result<Vec<String>, StoreError> {
        let failed = |source| StoreError::Io { doing: "list", source, path: self.dir.clone() };
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.dir).map_err(failed)? {
            let name = entry.map_err(failed)?.file_name();
            if let Some(name) = name.to_str().filter(|n| n.ends_with(ending) && !n.starts_with('.')) {
                names.push(name.to_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    /// Another copy of the program may have removed it a moment before: it is gone, and that was wished.
    pub(super) fn remove(&self, name: &str) -> Result<(), StoreError> {
        let path = self.dir.join(name);
        match fs::remove_file(&path) {
            Err(source) if source.kind() != io::ErrorKind::NotFound => {
                Err(StoreError::Io { doing: "remove", source, path })
            }
            Ok(()) | Err(_) => Ok(()),
        }
    }
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = for_the_owner().open(path)?;
    file.write_all(bytes)?;
    // Flushes the content, then renames, then flushes the folder: the new name itself survives a power cut too.
    file.commit()
}

/// The name under which this program keeps what a newer one keeps in another form: `settings.form-1.toml`.
fn beside(name: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.form-{FORM}.{ending}")
}

/// Invitation secrets and addresses are nobody else's; an older file's mode is not taken over.
#[cfg(unix)]
fn for_the_owner() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt as _;

    use atomic_write_file::unix::OpenOptionsExt as _;
    let mut options = AtomicWriteFile::options();
    options.mode(0o600).preserve_mode(false);
    options
}

/// Elsewhere the owner's folders are the owner's alone.
#[cfg(not(unix))]
fn for_the_owner() -> OpenOptions {
    AtomicWriteFile::options()
}

/// What stands at a path.
enum Content {
    Missing,
    Text(String),
    Unusable(Why),
}

fn read_text(path: &Path) -> Result<Content, StoreError> {
    let failed = |source| StoreError::Io { doing: "read", source, path: path.to_owned() };
    match fs::metadata(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Content::Missing),
        Err(e) => return Err(failed(e)),
        // A folder, or a pipe that would never end.
        Ok(found) if !found.is_file() => return Ok(Content::Unusable(Why::Damaged)),
        Ok(found) if found.len() > MOST_BYTES => return Ok(Content::Unusable(Why::TooLarge)),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|f| f.take(MOST_BYTES).read_to_end(&mut bytes)).map_err(failed)?;
    Ok(String::from_utf8(bytes).map_or(Content::Unusable(Why::Damaged), Content::Text))
}

fn create_dir(dir: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(|source| StoreError::Io { doing: "create", source, path: dir.to_owned() })
}

//! The folder in which a practice sitting keeps its files. A sitting that was ended by force leaves one behind; the next
//! one takes it away.

use std::fs::{DirBuilder, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::message::Problem;

/// How the folders are called, before sixteen digits.
const NAME: &str = "separate-entrance-practice-";

/// Locked for as long as the folder is in use.
const LOCK: &str = "practice.lock";

/// A folder for one practice sitting. A practice office keeps nothing: its router is gone when it closes.
pub(super) struct PracticeFolder {
    pub(super) path: PathBuf,
    /// Made here, so it goes with the office; a folder that was given stays.
    lock: Option<File>,
}

impl PracticeFolder {
    /// A fresh one.
    pub(super) fn new() -> Result<Self, Problem> {
        Self::new_in(&std::env::temp_dir()).map_err(|e| Problem::new("folder-unusable").with("why", e))
    }

    /// One that somebody else looks after.
    pub(super) const fn given(path: PathBuf) -> Self {
        Self { path, lock: None }
    }

    fn new_in(temporary: &Path) -> io::Result<Self> {
        take_away_left(temporary);
        let mut tag = [0u8; 8];
        getrandom::fill(&mut tag).map_err(|e| io::Error::other(e.to_string()))?;
        let path = temporary.join(format!("{NAME}{:016x}", u64::from_be_bytes(tag)));
        #[cfg_attr(not(unix), expect(unused_mut, reason = "elsewhere temporary files are the owner's alone"))]
        let mut builder = DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        let lock = File::create_new(path.join(LOCK))?;
        // Whoever takes this folder for a left one holds the lock until it is gone, and the store makes it again. Where
        // no file can be locked, none is ever taken away.
        lock.lock().ok();
        Ok(Self { path, lock: Some(lock) })
    }
}

impl Drop for PracticeFolder {
    fn drop(&mut self) {
        if let Some(lock) = self.lock.take() {
            // Windows removes nothing that is open.
            drop(lock);
            std::fs::remove_dir_all(&self.path).ok();
        }
    }
}

/// Removes folders of sittings that are over: those with a lock that nobody holds.
fn take_away_left(temporary: &Path) {
    for entry in std::fs::read_dir(temporary).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let tag = name.to_str().and_then(|n| n.strip_prefix(NAME));
        let is_one = tag.is_some_and(|t| t.len() == 16 && t.bytes().all(|b| b.is_ascii_hexdigit()));
        if !is_one || !entry.file_type().is_ok_and(|t| t.is_dir()) {
            continue;
        }
        let Ok(lock) = File::options().write(true).open(entry.path().join(LOCK)) else { continue };
        if lock.try_lock().is_ok() {
            std::fs::remove_dir_all(entry.path()).ok();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_ended_sitting_left_goes_and_nothing_else() {
        let temporary = tempfile::tempdir().unwrap();
        let folder = |name: &str, lock: bool| {
            let path = temporary.path().join(name);
            std::fs::create_dir(&path).unwrap();
            std::fs::write(path.join("journal.json"), "{}").unwrap();
            if lock {
                std::fs::write(path.join(LOCK), "").unwrap();
            }
            path
        };
        let left = folder("separate-entrance-practice-00112233445566aa", true);
        let others = [
            folder("separate-entrance-practice-00112233445566ab", false),
            folder("separate-entrance-practice-of-mine", true),
            folder("my-separate-entrance-practice-00112233445566aa", true),
        ];
        let first = PracticeFolder::new_in(temporary.path()).unwrap();
        assert!(!left.exists() && others.iter().all(|path| path.exists()));
        let second = PracticeFolder::new_in(temporary.path()).unwrap();
        assert!(first.path.join(LOCK).exists(), "its sitting goes on");
        let both = [first.path.clone(), second.path.clone()];
        drop((first, second));
        assert!(both.iter().all(|path| !path.exists()) && others.iter().all(|path| path.exists()));
        drop(PracticeFolder::given(others[0].clone()));
        assert!(others[0].exists(), "it was given");
    }
}

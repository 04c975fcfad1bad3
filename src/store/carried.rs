//! The folder of a copy that is carried to a colleague: among the system's temporary files, and emptied when the program
//! ends. One file stays, how often which office was knocked at, so that starting again cannot get anybody banned.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::store::{budget, log};

const NAME: &str = "separate-entrance-colleague";

/// Shared by all copies that run: the last one empties the folder.
const LOCK: &str = "carried.lock";

/// The folder, for as long as the program runs.
#[derive(Debug)]
pub struct Carried {
    path: PathBuf,
    /// Nobody finds it again, so nothing need stay.
    only_once: bool,
    /// The share in [`LOCK`].
    share: Option<File>,
}

impl Carried {
    /// Makes the folder, or finds it again.
    pub fn begin() -> io::Result<Self> {
        let mut tag = [0u8; 8];
        getrandom::fill(&mut tag).map_err(|e| io::Error::other(e.to_string()))?;
        let tag = u64::from_be_bytes(tag);
        // A system's folder for the person who is signed in is nobody else's, and is gone when they sign out.
        let own = std::env::var_os("XDG_RUNTIME_DIR").filter(|_| cfg!(target_os = "linux")).map(PathBuf::from);
        let mut last = Err(io::ErrorKind::NotFound.into());
        for folder in own.into_iter().chain([std::env::temp_dir()]) {
            last = Self::below(&folder, tag);
            if last.is_ok() {
                break;
            }
        }
        last
    }

    fn below(folder: &Path, tag: u64) -> io::Result<Self> {
        let fresh = folder.join(format!("{NAME}-{tag:016x}"));
        make(&fresh)?;
        let known = folder.join(NAME);
        if make(&known).is_ok() || is_alike(&fresh, &known) {
            fs::remove_dir(&fresh).ok();
            return Ok(Self::sharing(known, false));
        }
        // Somebody else's, or a link to elsewhere.
        Ok(Self::sharing(fresh, true))
    }

    fn sharing(path: PathBuf, only_once: bool) -> Self {
        let share = File::options().create(true).truncate(false).write(true).open(path.join(LOCK)).ok();
        let share = share.filter(|file| file.lock_shared().is_ok());
        Self { path, only_once, share }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Carried {
    fn drop(&mut self) {
        // An open file cannot be removed everywhere.
        log::begin(log::Level::Off, Some(self.path.clone()));
        if let Some(share) = self.share.take() {
            share.unlock().ok();
            // A second start hands over to the first, which goes on.
            if matches!(share.try_lock(), Err(TryLockError::WouldBlock)) {
                return;
            }
        }
        let kept = |name: &std::ffi::OsStr| !self.only_once && name == budget::FILE;
        for entry in fs::read_dir(&self.path).into_iter().flatten().flatten() {
            let path = entry.path();
            if !kept(&entry.file_name()) && fs::remove_file(&path).is_err() {
                fs::remove_dir_all(&path).ok();
            }
        }
        // Goes only where nothing stayed.
        fs::remove_dir(&self.path).ok();
    }
}

#[cfg(unix)]
fn make(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

/// True for a folder of the same person that nobody else may enter.
#[cfg(unix)]
fn is_alike(fresh: &Path, known: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let (Ok(fresh), Ok(known)) = (fs::symlink_metadata(fresh), fs::symlink_metadata(known)) else { return false };
    known.is_dir() && known.uid() == fresh.uid() && known.mode() & 0o777 == fresh.mode() & 0o777
}

/// Elsewhere the folder for temporary files is each person's own.
#[cfg(not(unix))]
fn is_alike(_: &Path, known: &Path) -> bool {
    fs::symlink_metadata(known).is_ok_and(|known| known.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn only_the_ledger_of_knocks_stays() {
        let dir = tempfile::tempdir().unwrap();
        let carried = Carried::below(dir.path(), 1).unwrap();
        let path = carried.path().to_owned();
        assert_eq!(names(dir.path()), [NAME]);
        for name in ["settings.toml", "log.txt", "window.door"] {
            fs::write(path.join(name), "x").unwrap();
        }
        fs::create_dir(path.join("history")).unwrap();
        fs::write(path.join("history/report.json"), "x").unwrap();
        drop(carried);
        assert_eq!(names(dir.path()), [""; 0], "nothing was knocked at, so nothing stays");
        let carried = Carried::below(dir.path(), 2).unwrap();
        fs::write(path.join(budget::FILE), "x").unwrap();
        fs::write(path.join("log.txt"), "x").unwrap();
        // A second start ends at once, and takes nothing away from the first.
        drop(Carried::below(dir.path(), 3).unwrap());
        assert_eq!(names(&path), [budget::FILE, LOCK, "log.txt"]);
        drop(carried);
        assert_eq!(names(&path), [budget::FILE]);
        assert_eq!(Carried::below(dir.path(), 3).unwrap().path(), path, "and is found again");
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_somebody_laid_there_is_not_taken() {
        use std::os::unix::fs::PermissionsExt as _;
        let (dir, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::os::unix::fs::symlink(elsewhere.path(), dir.path().join(NAME)).unwrap();
        let carried = Carried::below(dir.path(), 1).unwrap();
        fs::write(carried.path().join(budget::FILE), "x").unwrap();
        drop(carried);
        assert_eq!((names(dir.path()), names(elsewhere.path())), (vec![NAME.to_owned()], Vec::new()));
        // Open to others.
        fs::remove_file(dir.path().join(NAME)).unwrap();
        fs::create_dir(dir.path().join(NAME)).unwrap();
        fs::set_permissions(dir.path().join(NAME), fs::Permissions::from_mode(0o777)).unwrap();
        assert!(Carried::below(dir.path(), 1).unwrap().only_once);
    }
}

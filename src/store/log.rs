//! The log file: small, for a person to read and to send. Whatever is written is masked on its way in, so there is no
//! unmasked copy to send by mistake. Trouble with the file is no reason to stop anything.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;

use crate::domain::redact_line::LineMask;
use crate::store::usual_folder;

/// The file.
pub const FILE: &str = "log.txt";
/// The one before it.
const OLDER: &str = "log.older.txt";

/// About three thousand lines; a mail takes two of them.
const MOST_BYTES: u64 = 256 * 1024;

/// How much is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Level {
    /// Nothing.
    Off,
    /// What was asked, what came of it, what went wrong.
    #[default]
    Usual,
    /// Each step too.
    Detailed,
}

impl Level {
    const fn mark(self) -> &'static str {
        match self {
            Self::Off => "-",
            Self::Usual => "usual",
            Self::Detailed => "detail",
        }
    }
}

/// One file for the whole program, so it is begun once and written from anywhere.
static LOG: Mutex<Option<Log>> = Mutex::new(None);

#[derive(Debug)]
struct Log {
    folder: PathBuf,
    level: Level,
    mask: LineMask,
    file: Option<File>,
    size: u64,
}

/// Where the file lies, or would lie.
pub fn path() -> Option<PathBuf> {
    usual_folder().ok().map(|folder| folder.join(FILE))
}

/// Writes from now on, into `folder` or the program's own. Nothing is created before there is a line to write.
pub fn begin(level: Level, folder: Option<PathBuf>) {
    let Some(folder) = folder.or_else(|| usual_folder().ok()) else { return };
    let log = Log { folder, level, mask: LineMask::default(), file: None, size: 0 };
    *LOG.lock().unwrap_or_else(PoisonError::into_inner) = (level != Level::Off).then_some(log);
}

/// One line: what happened, and what is known of it.
pub fn write(at: Timestamp, level: Level, what: &str, facts: &[(&str, String)]) {
    if let Some(log) = &mut *LOG.lock().unwrap_or_else(PoisonError::into_inner)
        && level <= log.level
    {
        log.write(at, level, what, facts);
    }
}

impl Log {
    fn write(&mut self, at: Timestamp, level: Level, what: &str, facts: &[(&str, String)]) {
        let pid = std::process::id();
        let mut line = format!("{} {pid} {} {what}", at.strftime("%Y-%m-%dT%H:%M:%S%.3fZ"), level.mark());
        for (name, fact) in facts {
            let fact = self.mask.line(fact);
            let quote = if fact.is_empty() || fact.contains([' ', '"']) { "\"" } else { "" };
            let _infallible = write!(line, " {name}={quote}{}{quote}", fact.replace('"', "'"));
        }
        line.push('\n');
        if self.file.is_none() || self.size + line.len() as u64 > MOST_BYTES {
            self.open(line.len() as u64);
        }
        // Whoever cannot write a log still checks an office.
        if let Some(file) = &mut self.file {
            self.size += line.len() as u64;
            if file.write_all(line.as_bytes()).is_err() {
                self.file = None;
            }
        }
    }

    /// The file as it stands, or a new one where it has no room. Several copies of the program may write into it.
    fn open(&mut self, room: u64) {
        self.file = None;
        fs::create_dir_all(&self.folder).ok();
        let path = self.folder.join(FILE);
        if size(&path) + room > MOST_BYTES {
            fs::rename(&path, self.folder.join(OLDER)).ok();
        }
        self.size = size(&path);
        self.file = for_the_owner().append(true).create(true).open(&path).ok();
    }
}

fn size(path: &Path) -> u64 {
    fs::metadata(path).map_or(0, |m| m.len())
}

/// Nobody else's eyes, though nothing in it names anybody.
fn for_the_owner() -> fs::OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "elsewhere the owner's folders are the owner's alone"))]
    let mut options = File::options();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(folder: &Path) -> Log {
        Log { folder: folder.to_owned(), level: Level::Usual, mask: LineMask::default(), file: None, size: 0 }
    }

    #[test]
    fn two_files_at_most_and_neither_too_large() {
        let dir = tempfile::tempdir().unwrap();
        let mut log = log(dir.path());
        let at = Timestamp::UNIX_EPOCH;
        for number in 0..9000 {
            log.write(at, Level::Usual, "line", &[("number", number.to_string()), ("words", "x y ".repeat(20))]);
        }
        let files: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
        assert_eq!(files.len(), 2, "{files:?}");
        for name in [FILE, OLDER] {
            let size = size(&dir.path().join(name));
            assert!(size > 0 && size <= MOST_BYTES, "{name}: {size}");
        }
        let newest = fs::read_to_string(dir.path().join(FILE)).unwrap();
        assert!(newest.lines().last().unwrap().contains("number=8999"), "the newest line is in the newest file");
        let older = fs::read_to_string(dir.path().join(OLDER)).unwrap();
        let number =
            |line: &str| line.split("number=").nth(1).unwrap().split(' ').next().unwrap().parse::<u32>().unwrap();
        assert_eq!(number(older.lines().last().unwrap()) + 1, number(newest.lines().next().unwrap()), "none is lost");
    }

    #[test]
    fn a_file_that_cannot_be_written_stops_nothing() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join(FILE)).unwrap();
        log(dir.path()).write(Timestamp::UNIX_EPOCH, Level::Usual, "line", &[]);
    }
}

//! What a standing helper keeps: its certificate, the key to it, and the access keys. Plain files, so that an operator
//! can copy them to a second helper or to a proxy. Made once, never written over.

use std::path::{Path, PathBuf};

use crate::domain::message::Problem;
use crate::store::files::Folder;
use crate::store::{StoreError, usual_folder};

/// Folder in the program's own.
pub(super) const FOLDER: &str = "helper";

const CERTIFICATE: &str = "certificate.pem";
const KEY: &str = "key.pem";
const ACCESS_KEYS: &str = "access-keys.txt";
/// All that is kept here.
pub(super) const FILES: [&str; 3] = [CERTIFICATE, KEY, ACCESS_KEYS];

/// A standing helper's folder.
#[derive(Debug)]
pub struct HelperFolder {
    folder: Folder,
}

impl HelperFolder {
    /// Opens it: `dir`, else `helper` in the program's own folder.
    pub fn open(dir: Option<PathBuf>) -> Result<Self, StoreError> {
        let dir = match dir {
            Some(dir) => dir,
            None => usual_folder()?.join(FOLDER),
        };
        Ok(Self { folder: Folder::open(dir)? })
    }

    /// Where it is.
    pub fn dir(&self) -> &Path {
        self.folder.dir()
    }

    /// The certificate and its key in PEM form, or the ones that `make` makes where neither is there. One without the
    /// other is never replaced: every link in a customer's hands pins it.
    pub fn identity(
        &self,
        make: impl FnOnce() -> Result<(String, String), Problem>,
    ) -> Result<(String, String), Problem> {
        if let (Some(certificate), Some(key)) = self.kept_identity()? {
            return Ok((certificate, key));
        }
        // Several helpers with one folder may be started at once.
        let _lock = self.folder.lock_shortly().map_err(|e| e.problem())?;
        let missing = |name: &str, other| {
            Problem::new("helper-file-missing").with("file", self.dir().join(name).display()).with("other", other)
        };
        match self.kept_identity()? {
            (Some(certificate), Some(key)) => Ok((certificate, key)),
            (Some(_), None) => Err(missing(KEY, CERTIFICATE)),
            (None, Some(_)) => Err(missing(CERTIFICATE, KEY)),
            (None, None) => {
                let (certificate, key) = make()?;
                self.keep(KEY, &key)?;
                self.keep(CERTIFICATE, &certificate)?;
                Ok((certificate, key))
            }
        }
    }

    fn kept_identity(&self) -> Result<(Option<String>, Option<String>), Problem> {
        Ok((self.kept(CERTIFICATE)?, self.kept(KEY)?))
    }

    /// The access keys, one a line; what follows a `#` is the operator's own note. Where there is no file yet, the first
    /// key is made. Whoever took the last key back wants no other one.
    pub fn access_keys(&self, make: impl FnOnce() -> Result<String, Problem>) -> Result<Vec<String>, Problem> {
        let text = match self.kept(ACCESS_KEYS)? {
            Some(text) => text,
            None => {
                let _lock = self.folder.lock_shortly().map_err(|e| e.problem())?;
                match self.kept(ACCESS_KEYS)? {
                    Some(text) => text,
                    None => {
                        let text = make()? + "\n";
                        self.keep(ACCESS_KEYS, &text)?;
                        text
                    }
                }
            }
        };
        let keys = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim().to_ascii_lowercase());
        let keys: Vec<String> = keys.filter(|key| !key.is_empty()).collect();
        if keys.is_empty() { Err(Problem::new("helper-no-key")) } else { Ok(keys) }
    }

    fn kept(&self, name: &str) -> Result<Option<String>, Problem> {
        self.folder.read_plain(name).map_err(|e| e.problem())
    }

    fn keep(&self, name: &str, text: &str) -> Result<(), Problem> {
        self.folder.write_plain(name, text).map_err(|e| e.problem())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    fn folder(dir: &Path) -> HelperFolder {
        HelperFolder::open(Some(dir.join("helper"))).unwrap()
    }

    fn pair(certificate: &str, key: &str) -> (String, String) {
        (certificate.to_owned(), key.to_owned())
    }

    fn never<T>() -> Result<T, Problem> {
        panic!("made once more")
    }

    #[test]
    fn what_was_made_once_is_there_the_next_time() {
        let dir = tempfile::tempdir().unwrap();
        let first = folder(dir.path());
        first.identity(|| Ok(pair("certificate", "key"))).unwrap();
        assert_eq!(first.access_keys(|| Ok("00ff".to_owned())).unwrap(), ["00ff"]);
        let again = folder(dir.path());
        assert_eq!(again.identity(never).unwrap(), pair("certificate", "key"));
        assert_eq!(again.access_keys(never).unwrap(), ["00ff"]);
    }

    #[test]
    fn an_operator_may_write_further_keys_and_notes() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join(ACCESS_KEYS), "00ff # mine\n\n# for the shop\n 11EE \n").unwrap();
        let kept = HelperFolder::open(Some(dir.path().to_owned())).unwrap();
        assert_eq!(kept.access_keys(never).unwrap(), ["00ff", "11ee"]);
    }

    #[test]
    fn what_is_there_is_never_written_over() {
        for (name, text, code) in [
            (ACCESS_KEYS, "# 00ff # the shop's, until May\n", "helper-no-key"),
            (ACCESS_KEYS, "", "helper-no-key"),
            (CERTIFICATE, "certificate", "helper-file-missing"),
            (KEY, "key", "helper-file-missing"),
        ] {
            let dir = tempfile::tempdir().unwrap();
            let kept = folder(dir.path());
            let file = kept.dir().join(name);
            std::fs::write(&file, text).unwrap();
            let problem = if name == ACCESS_KEYS {
                kept.access_keys(never).unwrap_err()
            } else {
                kept.identity(never).unwrap_err()
            };
            assert_eq!(problem.code, code, "{name}");
            assert_eq!(std::fs::read_to_string(&file).unwrap(), text, "{name}");
        }
    }

    #[test]
    fn two_starts_at_once_have_one_certificate_and_one_key() {
        let dir = tempfile::tempdir().unwrap();
        starts_at_once(dir.path(), |kept, mark| kept.identity(|| Ok(pair(&mark(), "key"))));
        starts_at_once(dir.path(), |kept, mark| kept.access_keys(|| Ok(mark())));
    }

    /// The second one starts in the moment in which the first makes its own.
    fn starts_at_once<T: Send + PartialEq + std::fmt::Debug>(
        path: &Path,
        start: impl Fn(&HelperFolder, &dyn Fn() -> String) -> Result<T, Problem> + Sync,
    ) {
        let (second_makes, made) = mpsc::sync_channel(1);
        std::thread::scope(|threads| {
            let second = RefCell::new(None);
            let first = start(&folder(path), &|| {
                second.replace(Some(threads.spawn(|| {
                    start(&folder(path), &|| {
                        second_makes.send(()).unwrap();
                        "second".to_owned()
                    })
                })));
                // Held back, it never comes so far. Without a lock it needs a moment to.
                made.recv_timeout(Duration::from_millis(300)).ok();
                "first".to_owned()
            });
            assert_eq!(second.take().unwrap().join().unwrap(), first);
        });
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_the_key() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let kept = folder(dir.path());
        kept.identity(|| Ok(pair("certificate", "key"))).unwrap();
        kept.access_keys(|| Ok("00ff".to_owned())).unwrap();
        for name in [CERTIFICATE, KEY, ACCESS_KEYS] {
            let mode = std::fs::metadata(kept.dir().join(name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }
}

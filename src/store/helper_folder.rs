//! What a standing helper keeps: its certificate, the key to it, and the access keys. Plain files, so that an operator
//! can copy them to a second helper or to a proxy. Made once, never written over.

use std::path::{Path, PathBuf};

use crate::store::files::Folder;
use crate::store::{StoreError, usual_folder};

const CERTIFICATE: &str = "certificate.pem";
const KEY: &str = "key.pem";
const ACCESS_KEYS: &str = "access-keys.txt";

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
            None => usual_folder()?.join("helper"),
        };
        Ok(Self { folder: Folder::open(dir)? })
    }

    /// Where it is.
    pub fn dir(&self) -> &Path {
        self.folder.dir()
    }

    /// The certificate and its key in PEM form, if both are there.
    pub fn identity(&self) -> Result<Option<(String, String)>, StoreError> {
        Ok(self.folder.read_plain(CERTIFICATE)?.zip(self.folder.read_plain(KEY)?))
    }

    /// Keeps a fresh certificate and its key.
    pub fn keep_identity(&self, certificate: &str, key: &str) -> Result<(), StoreError> {
        self.folder.write_plain(KEY, key)?;
        self.folder.write_plain(CERTIFICATE, certificate)
    }

    /// The access keys, one a line; what follows a `#` is the operator's own note.
    pub fn access_keys(&self) -> Result<Vec<String>, StoreError> {
        let text = self.folder.read_plain(ACCESS_KEYS)?.unwrap_or_default();
        let keys = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim().to_ascii_lowercase());
        Ok(keys.filter(|key| !key.is_empty()).collect())
    }

    /// Keeps the first access key.
    pub fn keep_access_key(&self, key: &str) -> Result<(), StoreError> {
        self.folder.write_plain(ACCESS_KEYS, &format!("{key}\n"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_once_is_there_the_next_time() {
        let dir = tempfile::tempdir().unwrap();
        let first = HelperFolder::open(Some(dir.path().join("helper"))).unwrap();
        assert_eq!(first.identity().unwrap(), None);
        assert_eq!(first.access_keys().unwrap(), Vec::<String>::new());
        first.keep_identity("certificate", "key").unwrap();
        first.keep_access_key("00ff").unwrap();
        let again = HelperFolder::open(Some(dir.path().join("helper"))).unwrap();
        assert_eq!(again.identity().unwrap(), Some(("certificate".to_owned(), "key".to_owned())));
        assert_eq!(again.access_keys().unwrap(), ["00ff"]);
    }

    #[test]
    fn an_operator_may_write_further_keys_and_notes() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join(ACCESS_KEYS), "00ff # mine\n\n# for the shop\n 11EE \n").unwrap();
        assert_eq!(HelperFolder::open(Some(dir.path().to_owned())).unwrap().access_keys().unwrap(), ["00ff", "11ee"]);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_reads_the_key() {
        use std::os::unix::fs::PermissionsExt as _;
        let dir = tempfile::tempdir().unwrap();
        let kept = HelperFolder::open(Some(dir.path().join("helper"))).unwrap();
        kept.keep_identity("certificate", "key").unwrap();
        kept.keep_access_key("00ff").unwrap();
        for name in [CERTIFICATE, KEY, ACCESS_KEYS] {
            let mode = std::fs::metadata(kept.dir().join(name)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }
}

//! Phone-system profiles of the owner's own: one file each, of the same form as the embedded ones, for people to read
//! and edit. A file that cannot be read is set aside; one that contradicts itself stays where it is and is told.

use std::path::{Path, PathBuf};

use crate::domain::catalog;
use crate::domain::message::Problem;
use crate::domain::own;
use crate::domain::service::Profile;
use crate::store::files::{Folder, Format};
use crate::store::{Store, StoreError, usual_folder};

/// Folder below the program's own.
pub(super) const FOLDER: &str = "profiles";

/// Larger than any profile; the longest embedded one has eleven thousand.
const MOST_BYTES: u64 = 64 * 1024;

/// Reads the owner's profiles into the catalog, and says which could not be used. `dir`: as for [`Store::open`].
pub fn load(dir: Option<PathBuf>) -> Vec<Problem> {
    let told = |e: StoreError| vec![e.problem()];
    match dir.map_or_else(usual_folder, Ok) {
        // Nothing was ever kept, and looking makes no folder.
        Ok(dir) if !dir.join(FOLDER).is_dir() => Vec::new(),
        Ok(dir) => Folder::open(dir.join(FOLDER)).and_then(|f| read(&f)).unwrap_or_else(told),
        Err(error) => told(error),
    }
}

fn read(folder: &Folder) -> Result<Vec<Problem>, StoreError> {
    let mut problems = Vec::new();
    for name in folder.names(".toml")?.iter().take(own::MOST_OWN) {
        let Some(profile) = folder.read::<Profile>(name, Format::Toml)? else { continue };
        if let Err(problem) = catalog::take_own(profile) {
            problems.push(problem);
        }
    }
    let aside = folder.take_set_aside().into_iter();
    problems.extend(aside.map(|s| Problem::new("profile-set-aside").with("file", s.file).with("kept_as", s.kept_as)));
    Ok(problems)
}

/// Reads one file, wherever it is, and checks it. Takes nothing in.
pub fn read_file(path: &Path) -> Result<Profile, Problem> {
    let unreadable = |why: String| Problem::new("profile-unreadable").with("file", path.display()).with("why", why);
    let found = std::fs::metadata(path).map_err(|e| unreadable(e.to_string()))?;
    if !found.is_file() || found.len() > MOST_BYTES {
        return Err(unreadable(found.len().to_string()));
    }
    let text = std::fs::read_to_string(path).map_err(|e| unreadable(e.to_string()))?;
    // The reader's own words name the line and the column.
    let profile: Profile = toml::from_str(&text).map_err(|e| unreadable(e.to_string()))?;
    own::check(&profile)?;
    Ok(profile)
}

impl Store {
    /// Keeps a profile that passes the check, and takes it into the catalog. Gives back where it stands.
    pub fn keep_profile(&self, profile: &Profile) -> Result<PathBuf, Problem> {
        let kept = catalog::take_own(profile.clone())?;
        let folder = self.folder.below(FOLDER).map_err(|e| e.problem())?;
        let name = format!("{}.toml", kept.id);
        folder.write(&name, Format::Toml, kept).map_err(|e| e.problem())?;
        Ok(folder.dir().join(name))
    }
}

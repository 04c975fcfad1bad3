//! The file by which a phone company presets the program for its customers: where it may lie, and reading it and the
//! logo beside it. It is never written, moved or set aside: it is not ours.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use crate::domain::logo::{self, Logo, NoLogo};
use crate::domain::message::Problem;
use crate::domain::preset::{self, Fits, Preset};

/// Its name, everywhere.
pub const FILE: &str = "separate-entrance.preset.toml";

/// Where it may lie, the nearest place first. Only the first one that is there is read.
pub fn places() -> Vec<PathBuf> {
    let program = std::env::current_exe().ok();
    let beside = program.as_deref().and_then(Path::parent);
    let mut folders: Vec<PathBuf> = beside.map(Path::to_owned).into_iter().collect();
    if cfg!(target_os = "macos") {
        // Inside the bundle, where what is signed belongs; beside the bundle; for all of the computer.
        let contents = beside.and_then(Path::parent).filter(|folder| folder.ends_with("Contents"));
        folders.extend(contents.map(|folder| folder.join("Resources")));
        folders.extend(contents.and_then(Path::parent).and_then(Path::parent).map(Path::to_owned));
        folders.push(PathBuf::from("/Library/Application Support/Separate Entrance"));
    } else if cfg!(not(windows)) {
        // An AppImage runs from a place of its own; its file lies elsewhere.
        let image = std::env::var_os("APPIMAGE").map(PathBuf::from);
        folders.extend(image.as_deref().and_then(Path::parent).map(Path::to_owned));
        folders.push(PathBuf::from("/etc/separate-entrance"));
    }
    folders.into_iter().map(|folder| folder.join(FILE)).collect()
}

/// Reads the first preset that is there, and says what is wrong with it. Without one, or with a faulty one, the program
/// is as it always is; with a faulty logo only the logo is left out.
pub fn load(places: &[PathBuf], fits: &Fits<'_>) -> (Option<Preset>, Option<Problem>) {
    for path in places {
        let shown = path.display().to_string();
        return match read(path, preset::MOST_BYTES) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => (None, Some(Problem::new("preset-unreadable").with("file", shown).with("why", error.kind()))),
            Ok(bytes) => match preset::read(&bytes, &shown, fits) {
                Err(problem) => (None, Some(problem)),
                Ok(preset) => with_logo(preset, path, &shown),
            },
        };
    }
    (None, None)
}

fn with_logo(preset: Preset, path: &Path, shown: &str) -> (Option<Preset>, Option<Problem>) {
    let Some(name) = &preset.logo_file else { return (Some(preset), None) };
    let read = read(&path.with_file_name(name), logo::MOST_BYTES).map_err(|_| NoLogo::Missing);
    match read.and_then(|png| Logo::read(&png)) {
        Ok(logo) => (Some(Preset { logo: Some(logo), ..preset }), None),
        Err(why) => {
            let problem = Problem::new("preset-logo").with("file", shown).with("logo", name).with("why", why.id());
            (Some(preset), Some(problem))
        }
    }
}

/// A file's bytes, one more than is ever taken at most. A folder or a pipe is no file.
fn read(path: &Path, most: usize) -> io::Result<Vec<u8>> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)?.take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FITS: Fits<'_> = Fits { languages: &["en"], is_helper: &|_| true };

    fn folder(preset: &str) -> (tempfile::TempDir, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(FILE);
        fs::write(&path, preset).unwrap();
        (dir, path)
    }

    #[test]
    fn the_nearest_one_counts_alone() {
        let (_near, near) = folder("name = \"Near\"");
        let (_far, far) = folder("name = \"Far\"\nsupport = \"x\"");
        let missing = PathBuf::from("/nowhere/at/all").join(FILE);
        let (preset, problem) = load(&[missing.clone(), near.clone(), far.clone()], &FITS);
        let preset = preset.unwrap();
        assert_eq!((preset.name.as_str(), preset.support, problem), ("Near", None, None));
        // A faulty one does not give way to another: whoever put it there wants to know.
        fs::write(&near, "name = ").unwrap();
        let (preset, problem) = load(&[near.clone(), far], &FITS);
        assert_eq!((preset, problem.unwrap().code.as_str()), (None, "preset-broken"));
        assert_eq!(fs::read_to_string(near).unwrap(), "name = ", "and it stays where it is");
        assert_eq!(load(&[missing], &FITS), (None, None));
    }

    #[test]
    fn what_is_no_file_is_said_so() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(FILE);
        fs::create_dir(&path).unwrap();
        let (preset, problem) = load(&[path], &FITS);
        assert_eq!((preset, problem.unwrap().code.as_str()), (None, "preset-unreadable"));
    }

    #[test]
    fn a_faulty_logo_leaves_the_rest() {
        let (dir, path) = folder("name = \"A\"\nlogo = \"logo.png\"");
        let logo = dir.path().join("logo.png");
        let why = |expected: &str| {
            let (preset, problem) = load(std::slice::from_ref(&path), &FITS);
            let problem = problem.unwrap();
            assert_eq!((problem.code.as_str(), problem.args["why"].as_str()), ("preset-logo", expected));
            let preset = preset.unwrap();
            assert_eq!((preset.name.as_str(), preset.logo), ("A", None));
        };
        why("missing");
        let whole = include_bytes!("../../assets/vendor/example-logo.png");
        fs::write(&logo, &whole[..900]).unwrap();
        why("damaged");
        fs::write(&logo, vec![0; logo::MOST_BYTES + 10]).unwrap();
        why("too-large");
        fs::write(&logo, "<svg/>").unwrap();
        why("not-png");
        fs::write(&logo, whole).unwrap();
        let (preset, problem) = load(&[path], &FITS);
        assert_eq!((preset.unwrap().logo.map(|l| l.width), problem), (Some(360), None));
    }
}

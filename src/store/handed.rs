//! Reports handed out to the owner: written where people look for their documents, never over anything.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use atomic_write_file::AtomicWriteFile;

use crate::domain::message::Document;
use crate::store::{FOLDER_VARIABLE, StoreError};

/// Names tried for one document.
const MOST_NAMES: u32 = 1000;

/// The owner's documents, else their desk, else their home; beside a portable copy its own folder.
pub fn documents() -> Result<PathBuf, StoreError> {
    if let Some(portable) = std::env::var_os(FOLDER_VARIABLE).filter(|d| !d.is_empty()) {
        return Ok(PathBuf::from(portable).join("reports"));
    }
    let dirs = directories::UserDirs::new().ok_or(StoreError::NoFolder)?;
    Ok(dirs.document_dir().or_else(|| dirs.desktop_dir()).unwrap_or_else(|| dirs.home_dir()).to_owned())
}

/// Writes a report where somebody said: the whole of it, or what stood there before stays as it was.
pub fn save(path: &Path, text: &str) -> io::Result<()> {
    match fs::metadata(path) {
        // A pipe or a terminal cannot be replaced, only written to.
        Ok(found) if !found.is_file() => fs::write(path, text),
        // Behind a link stands the file that is meant.
        Ok(_) => replace(&fs::canonicalize(path)?, text),
        Err(_) => replace(path, text),
    }
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut file = AtomicWriteFile::open(path)?;
    file.write_all(text.as_bytes())?;
    file.commit()
}

/// Writes a document into a folder, as several files that differ in their ending. Gives the path of the first.
pub fn hand_out(folder: &Path, document: &Document) -> Result<PathBuf, StoreError> {
    let failed = |doing: &'static str, path: &Path, source: io::Error| {
        let path = path.to_owned();
        StoreError::Io { doing, source, path }
    };
    fs::create_dir_all(folder).map_err(|e| failed("create", folder, e))?;
    let path_of = |name: &str, ending: &str| folder.join(format!("{name}.{ending}"));
    let is_free = |name: &String| document.files.iter().all(|(ending, _)| !path_of(name, ending).exists());
    let plain = &document.name;
    let mut names = (1..=MOST_NAMES).map(|n| if n == 1 { plain.clone() } else { format!("{plain} {n}") });
    let Some(name) = names.find(is_free) else {
        return Err(failed("create", folder, io::ErrorKind::AlreadyExists.into()));
    };
    for (ending, contents) in &document.files {
        let path = path_of(&name, ending);
        let mut file = File::create_new(&path).map_err(|e| failed("write", &path, e))?;
        if let Err(full) = file.write_all(contents.as_bytes()).and_then(|()| file.sync_all()) {
            // Half a report would be taken for a whole one.
            fs::remove_file(&path).ok();
            return Err(failed("write", &path, full));
        }
    }
    Ok(path_of(&name, document.files.first().map_or("", |(ending, _)| ending)))
}

//! Reports handed out to the owner: written where people look for their documents, never over anything.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

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
        let written = File::create_new(&path).and_then(|mut f| f.write_all(contents.as_bytes()));
        written.map_err(|e| failed("write", &path, e))?;
    }
    Ok(path_of(&name, document.files.first().map_or("", |(ending, _)| ending)))
}

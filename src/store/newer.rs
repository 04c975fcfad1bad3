//! Notes of the question whether there is a newer version: when it was asked last and what was answered, so that it is
//! asked at most once a day by all copies of the program together; and whether the owner wants it asked at all.

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::newer::{Answer, Newer, Said, Version, is_due};
use crate::domain::preset::NewerAt;
use crate::domain::web_address::WebAddress;
use crate::store::files::{FORM, Folder, Format};
use crate::store::{StoreError, settings, usual_folder};

pub(super) const FILE: &str = "newer.json";

/// As it stands on disk.
#[derive(Debug, Serialize, Deserialize)]
struct Note {
    schema_version: u32,
    /// What was asked for.
    ask: String,
    /// When.
    asked: Timestamp,
    #[serde(default)]
    version: Option<String>,
    #[serde(default)]
    address: Option<String>,
}

/// Whose turn it is.
#[derive(Debug, PartialEq, Eq)]
pub enum Turn {
    /// The owner did not say yes.
    NotWanted,
    /// It was asked within a day; this is what came of it.
    Known(Option<Newer>),
    /// It is noted as asked now, so whatever becomes of it, nobody asks again today.
    Ask,
}

/// What the owner said. `dir` as for [`crate::store::Store::open`].
pub fn said(dir: Option<PathBuf>) -> Result<Option<Said>, StoreError> {
    let folder = Folder::open(dir.map_or_else(usual_folder, Ok)?)?;
    Ok(settings::read(&folder)?.newer)
}

/// Remembers what the owner says.
pub fn say(dir: Option<PathBuf>, at: &NewerAt, answer: Answer) -> Result<(), StoreError> {
    let folder = Folder::open(dir.map_or_else(usual_folder, Ok)?)?;
    let said = Said { server: at.ask.authority(), answer };
    settings::change(&folder, |settings| settings.newer = Some(said))?;
    Ok(())
}

/// Takes the turn, if it is due and wanted. Where nothing can be noted, nothing is asked.
pub fn take(dir: Option<PathBuf>, at: &NewerAt, now: Timestamp) -> Result<Turn, StoreError> {
    let folder = Folder::open(dir.map_or_else(usual_folder, Ok)?)?;
    let _lock = folder.lock_shortly()?;
    if at.said(settings::read(&folder)?.newer.as_ref()) != Some(Answer::Yes) {
        return Ok(Turn::NotWanted);
    }
    let ask = at.ask.to_string();
    let note: Option<Note> = folder.read(FILE, Format::Json)?;
    match note.filter(|note| note.ask == ask) {
        Some(note) if !is_due(Some(note.asked), now) => Ok(Turn::Known(note.newer())),
        _ => {
            let note = Note { schema_version: FORM, ask, asked: now, version: None, address: None };
            folder.write(FILE, Format::Json, &note)?;
            Ok(Turn::Ask)
        }
    }
}

/// Notes what was answered.
pub fn keep(dir: Option<PathBuf>, newer: &Newer) -> Result<(), StoreError> {
    let folder = Folder::open(dir.map_or_else(usual_folder, Ok)?)?;
    let _lock = folder.lock_shortly()?;
    if let Some(mut note) = folder.read::<Note>(FILE, Format::Json)? {
        (note.version, note.address) = (Some(newer.version.to_string()), Some(newer.address.to_string()));
        folder.write(FILE, Format::Json, &note)?;
    }
    Ok(())
}

impl Note {
    /// What was told then, if it is newer than this program still: it may have been updated since.
    fn newer(&self) -> Option<Newer> {
        let version = Version::read(self.version.as_deref()?).filter(|version| *version > Version::own())?;
        Some(Newer { version, address: WebAddress::read(self.address.as_deref()?)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;

    #[test]
    fn the_turn_comes_after_a_yes_and_once_a_day() {
        let dir = tempfile::tempdir().unwrap();
        let folder = || Some(dir.path().to_owned());
        let at = NewerAt { ask: WebAddress::read("https://a.example/x").unwrap(), pins: vec![[0; 32]] };
        let now: Timestamp = "2026-11-29T10:00:00Z".parse().unwrap();
        assert_eq!(take(folder(), &at, now).unwrap(), Turn::NotWanted);
        assert!(!dir.path().join(FILE).exists());
        say(folder(), &at, Answer::Yes).unwrap();
        assert_eq!(take(folder(), &at, now).unwrap(), Turn::Ask);
        let later = now + SignedDuration::from_hours(5);
        assert_eq!(take(folder(), &at, later).unwrap(), Turn::Known(None));
        let newer = Newer { version: Version::read("99.0.0").unwrap(), address: at.ask.clone() };
        keep(folder(), &newer).unwrap();
        assert_eq!(take(folder(), &at, later).unwrap(), Turn::Known(Some(newer.clone())));
        // What is no newer any more, since the program was updated, is told no longer.
        keep(folder(), &Newer { version: Version::own(), ..newer }).unwrap();
        assert_eq!(take(folder(), &at, later).unwrap(), Turn::Known(None));
        assert_eq!(take(folder(), &at, now + SignedDuration::from_hours(24)).unwrap(), Turn::Ask);
        // Another server is another question.
        let other = NewerAt { ask: WebAddress::read("https://b.example/x").unwrap(), ..at.clone() };
        assert_eq!(take(folder(), &other, now).unwrap(), Turn::NotWanted);
        say(folder(), &at, Answer::No).unwrap();
        assert_eq!(take(folder(), &at, now + SignedDuration::from_hours(48)).unwrap(), Turn::NotWanted);
    }
}

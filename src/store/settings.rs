//! What is remembered between sittings: the owner's answers, the ticked lines of advice, how the window looks. A file
//! that people may read and edit.

use serde::{Deserialize, Serialize};

use crate::domain::newer::Said;
use crate::domain::office::{Advice, Answers};
use crate::store::files::{FORM, Folder, Format};
use crate::store::look::Look;
use crate::store::{Store, StoreError};

pub(super) const FILE: &str = "settings.toml";

/// What is remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    schema_version: u32,
    /// The owner's answers.
    pub answers: Answers,
    /// Link of the standing helper that knocked last. Holds an access key, so it stands in no report.
    pub helper: Option<String>,
    /// Ticked lines of advice.
    pub advice: Vec<Advice>,
    /// How the window looks.
    pub look: Look,
    /// Whether a vendor's server may be asked for newer versions; none: nobody has said.
    pub newer: Option<Said>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            schema_version: FORM,
            answers: Answers::default(),
            helper: None,
            advice: Vec::new(),
            look: Look::default(),
            newer: None,
        }
    }
}

impl Store {
    /// What is remembered.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Remembers the answers.
    pub fn keep_answers(&mut self, answers: &Answers) -> Result<(), StoreError> {
        self.change_settings(|s| s.answers = answers.clone())
    }

    /// Remembers the standing helper.
    pub fn keep_helper(&mut self, link: &str) -> Result<(), StoreError> {
        if self.settings.helper.as_deref() == Some(link) {
            return Ok(());
        }
        self.change_settings(|s| s.helper = Some(link.to_owned()))
    }

    /// Remembers a line of advice, ticked or not.
    pub fn keep_advice(&mut self, advice: &Advice) -> Result<(), StoreError> {
        self.change_settings(|settings| {
            settings.advice.retain(|a| a.id != advice.id);
            settings.advice.push(advice.clone());
            settings.advice.sort_by_key(|a| a.id);
        })
    }

    fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) -> Result<(), StoreError> {
        self.settings = self::change(&self.folder, change)?;
        Ok(())
    }
}

/// Changes what stands in the file now: another copy of the program may have written since it was read.
pub(super) fn change(folder: &Folder, change: impl FnOnce(&mut Settings)) -> Result<Settings, StoreError> {
    let _lock = folder.lock_shortly()?;
    let mut settings = read(folder)?;
    change(&mut settings);
    folder.write(FILE, Format::Toml, &settings)?;
    Ok(settings)
}

pub(super) fn read(folder: &Folder) -> Result<Settings, StoreError> {
    Ok(folder.read(FILE, Format::Toml)?.unwrap_or_default())
}

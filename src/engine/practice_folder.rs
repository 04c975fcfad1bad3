//! The folder in which a practice sitting keeps its files.

use std::path::PathBuf;

use crate::domain::message::Problem;

/// A fresh folder for one practice sitting. A practice office keeps nothing: its router is gone when it closes.
pub(super) struct PracticeFolder {
    pub(super) path: PathBuf,
    /// Made here, so it goes with the office; a folder that was given stays.
    pub(super) ours: bool,
}

impl PracticeFolder {
    pub(super) fn new() -> Result<Self, Problem> {
        let mut tag = [0u8; 8];
        getrandom::fill(&mut tag).map_err(|e| Problem::new("folder-unusable").with("why", e))?;
        let name = format!("separate-entrance-practice-{:016x}", u64::from_be_bytes(tag));
        Ok(Self { path: std::env::temp_dir().join(name), ours: true })
    }
}

impl Drop for PracticeFolder {
    fn drop(&mut self) {
        if self.ours {
            std::fs::remove_dir_all(&self.path).ok();
        }
    }
}

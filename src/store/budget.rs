//! The ledger of SIP messages, kept across runs so that checking twice cannot get an office's helper banned.

use serde::{Deserialize, Serialize};

use crate::domain::limits::Ledger;
use crate::store::files::{FORM, Folder, Format};
use crate::store::{Store, StoreError};

pub(super) const FILE: &str = "budget.json";

/// As it stands on disk.
#[derive(Serialize, Deserialize)]
struct Page {
    schema_version: u32,
    ledger: Ledger,
}

impl Store {
    /// What this machine sent, as far as it is known. A ledger that cannot be read now leaves the one in memory.
    pub fn ledger(&self) -> Ledger {
        let mut ledger = read(&self.folder).unwrap_or_default();
        ledger.merge(&self.ledger);
        ledger
    }

    /// Keeps a ledger, together with what other copies of the program wrote meanwhile.
    pub fn keep_ledger(&mut self, ledger: Ledger) -> Result<(), StoreError> {
        // In memory it counts even where the folder cannot be written.
        self.ledger = ledger;
        let _lock = self.folder.lock_shortly()?;
        let ledger = self.ledger();
        self.folder.write(FILE, Format::Json, &Page { schema_version: FORM, ledger: ledger.clone() })?;
        self.ledger = ledger;
        Ok(())
    }
}

pub(super) fn read(folder: &Folder) -> Result<Ledger, StoreError> {
    let page: Option<Page> = folder.read(FILE, Format::Json)?;
    Ok(page.map(|p| p.ledger).unwrap_or_default())
}

//! The ledger of SIP messages, kept across runs so that checking twice cannot get an office's helper banned.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::limits::Ledger;
use crate::store::files::{FORM, Folder, Format, SetAside};
use crate::store::{Store, StoreError};

const FILE: &str = "budget.json";

/// As it stands on disk.
#[derive(Serialize, Deserialize)]
struct Page {
    schema_version: u32,
    ledger: Ledger,
}

impl Store {
    /// What this machine sent, as far as it is known. A ledger that cannot be read now leaves the one in memory.
    pub fn ledger(&self) -> Ledger {
        let mut ledger = read(&self.folder, &mut Vec::new()).unwrap_or_default();
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

    /// Takes room for SIP messages before they are sent. False: there is none, nothing may be sent.
    pub fn book_sip(&mut self, target: IpAddr, messages: u32, now: Timestamp) -> bool {
        let mut ledger = self.ledger();
        let room = ledger.take(target, now, messages);
        // An unwritable folder is told where the report cannot be kept; the ledger in memory still bounds this run.
        if room {
            self.keep_ledger(ledger).ok();
        }
        room
    }
}

pub(super) fn read(folder: &Folder, aside: &mut Vec<SetAside>) -> Result<Ledger, StoreError> {
    let page: Option<Page> = folder.read(FILE, Format::Json, aside)?;
    Ok(page.map(|p| p.ledger).unwrap_or_default())
}

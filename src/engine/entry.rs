//! On disk before a router hears of it: one line of the journal for each entrance.

use std::net::IpAddr;

use super::{Office, now};
use crate::domain::change::{Change, JournalEntry, JournalState};
use crate::domain::lease::Claim;
use crate::net::igd::Router;
use crate::store::StoreError;

impl Office {
    /// On disk before a router hears of it that has nobody there: anew, or in the place of what the journal still has
    /// there. Of two entries for one entrance one could be taken back and the other put in again.
    pub(super) fn write_down_once(&mut self, router: &Router, change: &Change) -> Result<JournalEntry, StoreError> {
        let place = (router.gateway.address, router.id.as_deref());
        let is_there = |e: &JournalEntry| e.is_open() && e.claim.is_none() && e.is_of(place, change);
        let place_of_new = (router.gateway.address, router.id.clone());
        let new = JournalEntry { was_free: true, ..self.new_entry(place_of_new, change, None) };
        let mut there = self.store.journal().entries().into_iter().filter(is_there);
        let Some(first) = there.next() else {
            self.store.journal_mut().add(new.clone())?;
            return Ok(new);
        };
        for other in there {
            self.store.journal_mut().update(other.id, JournalState::LeftAlone, None)?;
        }
        let entry = JournalEntry { id: first.id, ..new };
        self.store.journal_mut().rewrite(entry.clone())?;
        Ok(entry)
    }

    /// On disk before the router hears of it.
    pub(super) fn write_down(
        &mut self,
        place: (IpAddr, Option<String>),
        change: &Change,
        claim: Option<Claim>,
    ) -> Result<JournalEntry, StoreError> {
        let entry = self.new_entry(place, change, claim);
        self.store.journal_mut().add(entry.clone())?;
        Ok(entry)
    }

    fn new_entry(
        &self,
        (gateway, gateway_id): (IpAddr, Option<String>),
        change: &Change,
        claim: Option<Claim>,
    ) -> JournalEntry {
        JournalEntry {
            id: self.store.journal().next_id(),
            at: now(),
            gateway,
            gateway_id,
            change: change.clone(),
            state: JournalState::Asked,
            read_back: None,
            made_at: None,
            claim,
            unique_id: None,
            was_free: false,
            gone_at: None,
        }
    }
}

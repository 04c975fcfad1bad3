//! Changing the router as approved, and taking it back. Journal first, one at a time, the list read again right
//! before each add and after it; stops only between two changes.

use std::net::IpAddr;

use tokio::sync::mpsc;

use super::{Office, Voice, now};
use crate::domain::change::{
    Approval, Change, ChangeOutcome, ChangeResult, Hindrance, JournalEntry, JournalId, JournalState,
};
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::office::PortMapping;
use crate::domain::service::Transport;
use crate::net;
use crate::net::igd::{Router, RouterError};
use crate::store::StoreError;

/// UPnP error: only permanent leases (version 1).
pub(super) const ONLY_PERMANENT: u16 = 725;

/// What the router says about one port.
pub(super) enum Held {
    /// Nobody.
    Free,
    /// By this line.
    By(PortMapping),
    /// It could not be read.
    Unknown,
}

impl Office {
    /// Takes the journal for the command that is carried out. False, and said so: another copy of the program has it.
    pub(super) async fn begin_writing(&mut self, voice: &Voice) -> bool {
        match self.store.journal_mut().begin(now()) {
            Ok(()) => true,
            Err(error) => {
                voice.problem(error.problem()).await;
                false
            }
        }
    }

    pub(super) async fn apply(&mut self, voice: &Voice, approval: &Approval) {
        let set = approval.set();
        let Some(router) = self.router(set.gateway).await else {
            voice.problem(Problem::new("router-gone")).await;
            return;
        };
        if !self.begin_writing(voice).await {
            return;
        }
        let total = u32::try_from(set.changes.len()).unwrap_or(u32::MAX);
        for (done, change) in (0u32..).zip(&set.changes) {
            let doing = Doing::Opening(change.service.clone());
            voice.say(Event::Progress { done, total, doing }).await;
            if voice.is_cancelled() {
                voice.say(Event::Changed(result(change, ChangeOutcome::Failed, Some(Hindrance::Cancelled)))).await;
                continue;
            }
            let ended = self.open_one(&router, change).await;
            let journal_lost = ended.hindrance == Some(Hindrance::JournalNotWritten);
            voice.say(Event::Changed(ended)).await;
            if journal_lost {
                voice.problem(Problem::new("journal-not-written")).await;
                break;
            }
        }
        self.after_changes(voice, router).await;
    }

    async fn open_one(&mut self, router: &Router, change: &Change) -> ChangeResult {
        // Some routers overwrite another device's entry and answer success, so look right before asking.
        match held(router, change.external_port, change.protocol).await {
            Held::By(line) if leads_as_wished(&line, change) => {
                let mut there = result(change, ChangeOutcome::AlreadyThere, None);
                there.lease_seconds = Some(line.lease_seconds);
                return there;
            }
            Held::By(line) => return held_by_another(change, &line, None),
            Held::Free | Held::Unknown => {}
        }
        let Ok(id) = self.write_down(router, change) else {
            return result(change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
        };
        let mut permanent_only = false;
        let mut answer = router.add(change).await;
        if matches!(answer, Err(RouterError::Code(ONLY_PERMANENT))) && change.lease_seconds != 0 {
            permanent_only = true;
            answer = router.add(&Change { lease_seconds: 0, ..change.clone() }).await;
        }
        let after = held(router, change.external_port, change.protocol).await;
        let mut ended = judge_answer(change, &answer, &after);
        ended.permanent_only = permanent_only;
        let (state, read_back) = match (&ended.result, after) {
            (ChangeOutcome::Opened, Held::By(line)) => {
                ended.lease_seconds = Some(line.lease_seconds);
                (JournalState::Made, Some(line))
            }
            // Nobody knows whether it is there: the entry stays *asked*, and the next start asks the router again.
            (_, Held::Unknown) => (JournalState::Asked, None),
            (_, Held::Free | Held::By(_)) => (JournalState::NotMade, None),
        };
        // The router has it already; a journal that cannot be updated still says *asked*, which is true.
        self.store.journal_mut().update(id, state, read_back).ok();
        ended
    }

    /// On disk before the router hears of it.
    fn write_down(&mut self, router: &Router, change: &Change) -> Result<JournalId, StoreError> {
        let entry = |id| JournalEntry {
            id,
            at: now(),
            gateway: router.gateway.address,
            gateway_id: router.id.clone(),
            change: change.clone(),
            state: JournalState::Asked,
            read_back: None,
            renewed_at: None,
        };
        let next = entry(self.store.journal().next_id());
        self.store.journal_mut().add(next)
    }

    pub(super) async fn undo(&mut self, voice: &Voice, ids: &[JournalId]) {
        if !self.begin_writing(voice).await {
            return;
        }
        let entries: Vec<_> =
            self.store.journal().entries().into_iter().filter(|e| ids.contains(&e.id) && e.is_open()).collect();
        if entries.is_empty() {
            voice.problem(Problem::new("nothing-to-undo")).await;
            return;
        }
        let total = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let mut last = None;
        for (done, entry) in (0u32..).zip(&entries) {
            if voice.is_cancelled() {
                break;
            }
            let doing = Doing::Undoing(entry.change.service.clone());
            voice.say(Event::Progress { done, total, doing }).await;
            let Some(router) = self.router(Some(entry.gateway)).await else {
                voice.problem(Problem::new("router-gone")).await;
                continue;
            };
            // The same address in another building is another router.
            if entry.gateway_id.is_some() && router.id != entry.gateway_id {
                voice.problem(Problem::new("router-other").with("address", entry.gateway)).await;
                continue;
            }
            let ended = self.undo_one(&router, entry).await;
            voice.say(Event::Changed(ended)).await;
            last = Some(router);
        }
        if let Some(router) = last {
            self.after_changes(voice, router).await;
        }
    }

    /// Deletes an entry only while it still reads as we wrote it.
    async fn undo_one(&mut self, router: &Router, entry: &JournalEntry) -> ChangeResult {
        let change = &entry.change;
        let (state, ended) = match held(router, change.external_port, change.protocol).await {
            Held::Free => (JournalState::LeftAlone, result(change, ChangeOutcome::Undone, None)),
            Held::By(line) if entry.reads_as_written(&line) => {
                let answer = router.delete(change.external_port, change.protocol).await;
                // miniupnpd answers success for anything, so only the list counts.
                match held(router, change.external_port, change.protocol).await {
                    Held::Free => (JournalState::Undone, result(change, ChangeOutcome::Undone, None)),
                    Held::By(_) | Held::Unknown => {
                        let mut kept = result(change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer));
                        if let Err(RouterError::Code(code)) = answer {
                            kept = ChangeResult { result: ChangeOutcome::Refused, code: Some(code), ..kept };
                        }
                        return kept;
                    }
                }
            }
            Held::By(line) => {
                let mut left = result(change, ChangeOutcome::Refused, Some(Hindrance::ChangedSince));
                left.held_by = Some(line.internal_client);
                (JournalState::LeftAlone, left)
            }
            Held::Unknown => return result(change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer)),
        };
        self.store.journal_mut().update(entry.id, state, None).ok();
        ended
    }

    pub(super) async fn after_changes(&self, voice: &Voice, mut router: Router) {
        self.read_list(voice, &mut router).await;
        voice.say(Event::Journal(self.store.journal().entries())).await;
    }

    /// The router at this address, searched for again when it is not known yet.
    pub(super) async fn router(&mut self, address: Option<IpAddr>) -> Option<Router> {
        if let Some(known) = address.and_then(|a| self.routers.get(&a)) {
            return Some(known.clone());
        }
        if self.adapters.is_empty() {
            self.adapters = net::adapter::adapters_in(&self.surroundings).await;
        }
        let only = match address {
            Some(IpAddr::V4(ip)) => Some(ip),
            Some(IpAddr::V6(_)) | None => None,
        };
        let (found, mut routers) = mpsc::channel(1);
        let (adapters, surroundings) = (self.adapters.clone(), self.surroundings.clone());
        let search = async move { net::igd::find(&adapters, only, &surroundings, found).await };
        let read = async {
            let mut all = Vec::new();
            while let Some(router) = routers.recv().await {
                all.push(router);
            }
            all
        };
        let ((), all) = tokio::join!(search, read);
        for router in all {
            self.routers.insert(router.gateway.address, router);
        }
        let wanted = |r: &&Router| address.map_or(r.gateway.is_default, |a| r.gateway.address == a);
        self.routers.values().find(wanted).cloned()
    }
}

/// Who holds a port, by the precise question first, by the whole list where a router does not know it.
pub(super) async fn held(router: &Router, port: u16, protocol: Transport) -> Held {
    match router.specific(port, protocol).await {
        Ok(Some(line)) => Held::By(line),
        Ok(None) => Held::Free,
        Err(_) => {
            let (lines, list) = router.list().await;
            let found = lines.into_iter().find(|l| l.external_port == port && l.protocol == protocol);
            match (found, list) {
                (Some(line), _) => Held::By(line),
                (None, crate::domain::office::MappingList::Whole) => Held::Free,
                (None, crate::domain::office::MappingList::Partial | crate::domain::office::MappingList::Unread) => {
                    Held::Unknown
                }
            }
        }
    }
}

fn leads_as_wished(line: &PortMapping, change: &Change) -> bool {
    line.internal_client == change.internal_client && line.internal_port == change.external_port && line.enabled
}

fn result(change: &Change, outcome: ChangeOutcome, hindrance: Option<Hindrance>) -> ChangeResult {
    ChangeResult {
        service: change.service.clone(),
        external_port: change.external_port,
        protocol: change.protocol,
        result: outcome,
        code: None,
        hindrance,
        held_by: None,
        lease_seconds: None,
        permanent_only: false,
    }
}

fn held_by_another(change: &Change, line: &PortMapping, code: Option<u16>) -> ChangeResult {
    let mut ended = result(change, ChangeOutcome::Refused, Some(Hindrance::AnotherDevice));
    ended.held_by = Some(line.internal_client);
    ended.code = code;
    ended
}

/// The router's answer against what it lists afterwards. Only the list makes an entrance *opened*.
fn judge_answer(change: &Change, answer: &Result<(), RouterError>, after: &Held) -> ChangeResult {
    let code = match answer {
        Err(RouterError::Code(code)) => Some(*code),
        Ok(()) | Err(RouterError::NoAnswer | RouterError::NotProper(_)) => None,
    };
    match (after, answer) {
        (Held::By(line), _) if leads_as_wished(line, change) => result(change, ChangeOutcome::Opened, None),
        (Held::By(line), _) => held_by_another(change, line, code),
        (Held::Free, Ok(())) => result(change, ChangeOutcome::Refused, Some(Hindrance::DoesNotReadBack)),
        (Held::Free, Err(RouterError::Code(_))) => {
            let mut refused = result(change, ChangeOutcome::Refused, Some(Hindrance::NobodyHoldsIt));
            refused.code = code;
            refused
        }
        (Held::Unknown, Err(RouterError::Code(_))) => {
            let mut refused = result(change, ChangeOutcome::Refused, None);
            refused.code = code;
            refused
        }
        (Held::Unknown, Ok(()))
        | (Held::Free | Held::Unknown, Err(RouterError::NoAnswer | RouterError::NotProper(_))) => {
            result(change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer))
        }
    }
}

//! Entrances of ours that are asked for again: before their time runs out, after a crash in the middle, and taken out
//! and put in again where they are listed and let nobody in. Only what the journal says is ours is ever touched.

use std::collections::BTreeMap;

use super::change::{Gatekeeper, add, held, plain};
use super::claim::Standing;
use super::{Office, Voice, now};
use crate::domain::asked::{Answer, Held, held_by_another, leads_as_wished, result};
use crate::domain::change::{
    Change, ChangeOutcome, ChangeResult, Hindrance, JournalEntry, JournalId, JournalState, Missing, Renewal, Renewed,
    RepairApproval,
};
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::settled::Settled;
use crate::net::igd::{Router, RouterError};
use crate::net::portcontrol::Server;

impl Office {
    /// Asks for exactly the same again. What is gone before its time is not: somebody may have taken it away on purpose.
    pub(super) async fn renew(&mut self, voice: &Voice, ids: &[JournalId], missing: Missing) {
        self.each(voice, ids, "nothing-to-renew", Work::Renew(missing)).await;
    }

    /// Takes out and puts in again.
    pub(super) async fn repair(&mut self, voice: &Voice, approval: &RepairApproval) {
        self.each(voice, approval.entries(), "nothing-to-repair", Work::Repair).await;
    }

    async fn each(&mut self, voice: &Voice, ids: &[JournalId], nothing: &str, work: Work) {
        if !self.begin_writing(voice).await {
            return;
        }
        let wanted = |e: &JournalEntry| ids.contains(&e.id) && e.state == JournalState::Made;
        let entries: Vec<_> = self.store.journal().entries().into_iter().filter(wanted).collect();
        if entries.is_empty() {
            voice.problem(Problem::new(nothing)).await;
            return;
        }
        let total = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let mut last = BTreeMap::new();
        for (done, entry) in (0u32..).zip(entries) {
            if voice.is_cancelled() {
                break;
            }
            let service = entry.change.service.clone();
            let doing = match work {
                Work::Renew(_) => Doing::Renewing(service),
                Work::Repair => Doing::Repairing(service),
            };
            voice.say(Event::Progress { done, total, doing }).await;
            let Some(keeper) = self.keeper_of(voice, &entry).await else { continue };
            let (id, is_pinhole) = (entry.id, entry.is_pinhole());
            let ended = match (&keeper, work) {
                (Gatekeeper::Upnp(router), Work::Renew(missing)) => self.renew_line(router, entry, missing).await,
                (Gatekeeper::Upnp(router), Work::Repair) => self.repair_line(router, entry).await,
                (Gatekeeper::PortControl(server), Work::Renew(_)) => self.renew_claim(server, entry).await,
                (Gatekeeper::PortControl(server), Work::Repair) => self.repair_claim(server, entry).await,
                (Gatekeeper::Pinholes(door), Work::Renew(missing)) => self.renew_pinhole(door, entry, missing).await,
                (Gatekeeper::Pinholes(door), Work::Repair) => self.repair_pinhole(door, entry).await,
            };
            voice.say(Event::Changed(ended.clone())).await;
            if let Work::Renew(missing) = work {
                if missing == Missing::TakenAway && ended.hindrance == Some(Hindrance::Gone) {
                    self.note_gone(id);
                }
                voice.say(Event::Renewed(renewal(id, ended, missing))).await;
            }
            last.insert(is_pinhole, keeper);
        }
        for keeper in last.into_values() {
            self.after_changes(voice, keeper).await;
        }
    }

    /// It was taken away: that is remembered for longer than its lease would have run.
    fn note_gone(&mut self, id: JournalId) {
        let entry = self.store.journal().entries().into_iter().find(|e| e.id == id && e.gone_at.is_none());
        if let Some(entry) = entry {
            self.store.journal_mut().note(JournalEntry { gone_at: Some(now()), ..entry });
        }
    }

    async fn renew_line(&mut self, router: &Router, mut entry: JournalEntry, missing: Missing) -> ChangeResult {
        let change = entry.change.clone();
        let left = match held(router, change.external_port, change.protocol).await {
            Held::By(line) if entry.reads_as_written(&line) => {
                // Without an end there is nothing to ask for.
                if line.lease_seconds == 0 {
                    let mut stays = result(&change, ChangeOutcome::Renewed, None);
                    stays.lease_seconds = Some(0);
                    return stays;
                }
                line.lease_seconds
            }
            Held::By(line) => return changed_since(&change, &line),
            Held::Free if missing == Missing::PutBack || entry.has_run_out(now()) => 0,
            Held::Free => return result(&change, ChangeOutcome::Refused, Some(Hindrance::Gone)),
            Held::Unknown => return result(&change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer)),
        };
        let (answer, permanent_only) = add(router, &change).await;
        let after = held(router, change.external_port, change.protocol).await;
        match (after, answer) {
            (Held::By(line), _) if entry.reads_as_written(&line) && entry.has_more_time(&line, left) => {
                let mut renewed = result(&change, ChangeOutcome::Renewed, None);
                renewed.lease_seconds = Some(line.lease_seconds);
                renewed.permanent_only = permanent_only;
                entry.note_made(line, now());
                self.store.journal_mut().rewrite(entry).ok();
                renewed
            }
            (Held::By(_) | Held::Free | Held::Unknown, Err(RouterError::Code(code))) => {
                let mut refused = result(&change, ChangeOutcome::Refused, None);
                refused.code = Some(code);
                refused
            }
            (Held::By(line), Ok(())) if !entry.reads_as_written(&line) => held_by_another(&change, &line, None),
            // It said yes, and the time it lists is no longer than before.
            (Held::By(_) | Held::Free, Ok(())) => {
                result(&change, ChangeOutcome::Refused, Some(Hindrance::DoesNotReadBack))
            }
            (Held::Unknown, Ok(()))
            | (Held::By(_) | Held::Free | Held::Unknown, Err(RouterError::NoAnswer | RouterError::NotProper(_))) => {
                result(&change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer))
            }
        }
    }

    async fn renew_claim(&mut self, server: &Server, entry: JournalEntry) -> ChangeResult {
        match self.standing_at(server, &entry.change) {
            // The same nonce: more time for what is there, and the same again after a restart (RFC 6887 section 14.1.3).
            Some(server) => self.claim(&server, entry, ChangeOutcome::Renewed).await,
            None => result(&entry.change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer)),
        }
    }

    async fn repair_line(&mut self, router: &Router, mut entry: JournalEntry) -> ChangeResult {
        let change = entry.change.clone();
        let (port, protocol) = (change.external_port, change.protocol);
        match held(router, port, protocol).await {
            Held::By(line) if entry.reads_as_written(&line) => entry.read_back = Some(line),
            Held::By(line) => return changed_since(&change, &line),
            Held::Free => return result(&change, ChangeOutcome::Refused, Some(Hindrance::Gone)),
            Held::Unknown => return result(&change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer)),
        }
        entry.state = JournalState::Repairing;
        if self.store.journal_mut().rewrite(entry.clone()).is_err() {
            return result(&change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
        }
        let answer = router.delete(port, protocol).await;
        if let Held::By(line) = held(router, port, protocol).await {
            // It is still there, so nothing was lost and nothing gained.
            let mut kept = result(&change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer));
            if let Err(RouterError::Code(code)) = answer {
                kept = ChangeResult { result: ChangeOutcome::Refused, code: Some(code), hindrance: None, ..kept };
            }
            entry.state = JournalState::Made;
            entry.read_back = Some(line);
            self.store.journal_mut().rewrite(entry).ok();
            return kept;
        }
        self.put_in(router, entry).await
    }

    /// Puts an entrance back that was taken out: as it was asked for, else as it was listed.
    async fn put_in(&mut self, router: &Router, mut entry: JournalEntry) -> ChangeResult {
        let change = entry.change.clone();
        let as_listed = entry.read_back.as_ref().map(|line| Change {
            lease_seconds: line.lease_seconds,
            description: line.description.clone(),
            ..change.clone()
        });
        let (mut code, mut is_answered) = (None, true);
        for wish in [Some(&change), as_listed.as_ref()].into_iter().flatten() {
            let (answer, permanent_only) = add(router, wish).await;
            match plain(&answer) {
                Answer::No(refusal) => code = Some(refusal),
                Answer::Nothing => is_answered = false,
                Answer::Yes => {}
            }
            match held(router, change.external_port, change.protocol).await {
                Held::By(line) if leads_as_wished(&line, &change) => {
                    let mut repaired = result(&change, ChangeOutcome::Repaired, None);
                    repaired.lease_seconds = Some(line.lease_seconds);
                    repaired.permanent_only = permanent_only;
                    entry.note_made(line, now());
                    self.store.journal_mut().rewrite(entry).ok();
                    return repaired;
                }
                Held::By(line) => {
                    entry.state = JournalState::LeftAlone;
                    self.store.journal_mut().rewrite(entry).ok();
                    return held_by_another(&change, &line, code);
                }
                Held::Free => {}
                // Nobody knows: the entry stays *repairing*, and the next start asks the router again.
                Held::Unknown => return result(&change, ChangeOutcome::Failed, Some(Hindrance::NotPutBack)),
            }
        }
        // What a router never answered it may do late: the entry stays *repairing* then.
        if is_answered {
            entry.state = JournalState::NotMade;
            self.store.journal_mut().rewrite(entry).ok();
        }
        let mut lost = result(&change, ChangeOutcome::Failed, Some(Hindrance::NotPutBack));
        lost.code = code;
        lost
    }

    async fn repair_claim(&mut self, server: &Server, mut entry: JournalEntry) -> ChangeResult {
        let change = entry.change.clone();
        let Some(server) = self.standing_at(server, &change) else {
            return result(&change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer));
        };
        entry.state = JournalState::Repairing;
        if self.store.journal_mut().rewrite(entry.clone()).is_err() {
            return result(&change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
        }
        // Whatever the answer, asking again with the same nonce mends it.
        let standing = if self.give_back(&server, &entry).await.is_ok() { Standing::Out } else { Standing::Known };
        let ended = self.claim_as(&server, entry, ChangeOutcome::Repaired, standing).await;
        match ended.result {
            ChangeOutcome::Refused | ChangeOutcome::Failed => {
                ChangeResult { hindrance: Some(Hindrance::NotPutBack), result: ChangeOutcome::Failed, ..ended }
            }
            ChangeOutcome::Opened
            | ChangeOutcome::AlreadyThere
            | ChangeOutcome::Undone
            | ChangeOutcome::Renewed
            | ChangeOutcome::Repaired => ended,
        }
    }

    /// A crash between request and read back leaves an entry that says only *asked*, or one that was taken out and not
    /// put in again, or one that was to be taken back. The router knows.
    pub(super) async fn settle_journal(&mut self, voice: &Voice) {
        let open: Vec<_> = self.store.journal().entries().into_iter().filter(JournalEntry::is_unsettled).collect();
        // Another copy that is writing now settles its own; the next look comes back to this.
        if open.is_empty() || self.store.journal_mut().begin(now()).is_err() {
            return;
        }
        for entry in &open {
            if voice.is_cancelled() {
                break;
            }
            match entry.claim {
                _ if entry.is_pinhole() => self.settle_pinhole(voice, entry).await,
                Some(_) => self.settle_claim(voice, entry).await,
                None => self.settle_line(voice, entry).await,
            }
            self.tell_settled(voice, entry).await;
        }
        voice.say(Event::Journal(self.store.journal().entries())).await;
        for router in self.routers.clone().values_mut().filter(|r| r.gateway.is_default) {
            self.read_list(voice, router).await;
        }
    }

    /// What became of it, where its router was there to tell.
    async fn tell_settled(&self, voice: &Voice, entry: &JournalEntry) {
        let keeper_is_here = self.routers.contains_key(&entry.gateway) || self.servers.contains_key(&entry.gateway);
        let now = self.store.journal().entries().into_iter().find(|e| e.id == entry.id);
        if let Some(now) = now.filter(|_| keeper_is_here) {
            let (entry, change, was, now) = (entry.id, entry.change.clone(), entry.state, now.state);
            voice.say(Event::Settled(Settled { entry, change, was, now })).await;
        }
    }

    async fn settle_line(&mut self, voice: &Voice, entry: &JournalEntry) {
        let Some(router) = self.routers.get(&entry.gateway).cloned() else { return };
        if entry.gateway_id.is_some() && entry.gateway_id != router.id {
            return;
        }
        if entry.state == JournalState::Undoing {
            let ended = self.undo_one(&router, entry).await;
            voice.say(Event::Changed(ended)).await;
            return;
        }
        let line = match held(&router, entry.change.external_port, entry.change.protocol).await {
            Held::By(line) => Some(line),
            Held::Free => None,
            Held::Unknown => return,
        };
        if entry.state == JournalState::Repairing && line.is_none() {
            let ended = self.put_in(&router, entry.clone()).await;
            voice.say(Event::Changed(ended)).await;
            return;
        }
        let mut settled = entry.clone();
        match line.filter(|l| entry.may_have_made(l)) {
            Some(line) => settled.note_made(line, now()),
            None => settled.state = JournalState::NotMade,
        }
        if let Err(error) = self.store.journal_mut().rewrite(settled) {
            voice.problem(Problem::new("journal-not-written").with("why", error)).await;
        }
    }

    /// There is nothing to look at: only what was taken out is asked for again, and what was being taken back is given
    /// back. What was merely asked for stays in the journal, to be taken back or asked for again with its nonce.
    async fn settle_claim(&mut self, voice: &Voice, entry: &JournalEntry) {
        let Some(server) = self.servers.get(&entry.gateway).copied() else { return };
        let Some(server) = self.standing_at(&server, &entry.change).filter(|_| entry.state != JournalState::Asked)
        else {
            return;
        };
        let ended = if entry.state == JournalState::Undoing {
            self.unclaim_one(&server, entry).await
        } else {
            self.claim(&server, entry.clone(), ChangeOutcome::Repaired).await
        };
        voice.say(Event::Changed(ended)).await;
        self.tell_granted(voice, entry.gateway).await;
    }
}

/// What is done with each entry.
#[derive(Clone, Copy)]
enum Work {
    Renew(Missing),
    Repair,
}

/// What a renewal came to, for whoever goes the rounds.
fn renewal(entry: JournalId, ended: ChangeResult, missing: Missing) -> Renewal {
    let result = match (ended.result, ended.hindrance) {
        (ChangeOutcome::Renewed, _) if missing == Missing::PutBack => Renewed::PutBack,
        (ChangeOutcome::Renewed | ChangeOutcome::Opened | ChangeOutcome::AlreadyThere | ChangeOutcome::Repaired, _) => {
            Renewed::Renewed
        }
        (ChangeOutcome::Refused, Some(Hindrance::Gone)) => Renewed::Gone,
        (ChangeOutcome::Refused, Some(Hindrance::ChangedSince | Hindrance::AnotherDevice)) => Renewed::ChangedSince,
        (ChangeOutcome::Refused, _) => Renewed::Refused,
        (ChangeOutcome::Failed | ChangeOutcome::Undone, _) => Renewed::Failed,
    };
    Renewal {
        entry,
        service: ended.service,
        external_port: ended.external_port,
        protocol: ended.protocol,
        result,
        code: ended.code,
        lease_seconds: ended.lease_seconds,
    }
}

fn changed_since(change: &Change, line: &crate::domain::office::PortMapping) -> ChangeResult {
    let mut left = result(change, ChangeOutcome::Refused, Some(Hindrance::ChangedSince));
    left.held_by = Some(line.internal_client);
    left
}

#[cfg(test)]
#[path = "renew_tests.rs"]
mod tests;

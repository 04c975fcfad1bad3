//! Changing the router as approved, and taking it back. Journal first, one at a time, the list read again right
//! before each add and after it; stops only between two changes.

use std::collections::BTreeMap;
use std::net::IpAddr;

use tokio::sync::mpsc;

use super::{Office, Voice, now};
use crate::domain::asked::{self, Answer, Held, held_by_another, leads_as_wished, result};
use crate::domain::change::{
    Approval, Change, ChangeOutcome, ChangeResult, Hindrance, JournalEntry, JournalId, JournalState,
};
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::office::{MappingList, PortMapping};
use crate::domain::service::Transport;
use crate::net;
use crate::net::igd::{Router, RouterError};
use crate::net::igd_pinhole::Pinholes;
use crate::net::portcontrol::Server;
use crate::store::StoreError;

/// Who is asked for an entrance.
#[derive(Clone, Debug)]
pub(super) enum Gatekeeper {
    /// A router that lists what it opens, for any device.
    Upnp(Box<Router>),
    /// One that opens for this device only, and lists nothing.
    PortControl(Server),
    /// The firewall over IPv6 of a UPnP router.
    Pinholes(Box<Pinholes>),
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
        let (mapped, over_ipv6): (Vec<_>, Vec<_>) = set.changes.iter().partition(|c| c.internal_client.is_ipv4());
        let keeper = if mapped.is_empty() { None } else { self.gatekeeper(set.gateway).await };
        let keeper_over_ipv6 = if over_ipv6.is_empty() { None } else { self.keeper_over_ipv6(set.gateway).await };
        if keeper.is_none() && keeper_over_ipv6.is_none() {
            voice.problem(Problem::new("router-gone")).await;
            return;
        }
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
            let ended = match if change.internal_client.is_ipv4() { &keeper } else { &keeper_over_ipv6 } {
                Some(Gatekeeper::Upnp(router)) => self.open_one(router, change).await,
                Some(Gatekeeper::PortControl(server)) => self.claim_one(server, change).await,
                Some(Gatekeeper::Pinholes(door)) => self.open_pinhole(door, change).await,
                None => result(change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer)),
            };
            let journal_lost = ended.hindrance == Some(Hindrance::JournalNotWritten);
            voice.say(Event::Changed(ended)).await;
            if journal_lost {
                voice.problem(Problem::new("journal-not-written")).await;
                break;
            }
        }
        for keeper in [keeper, keeper_over_ipv6].into_iter().flatten() {
            self.after_changes(voice, keeper).await;
        }
    }

    async fn open_one(&mut self, router: &Router, change: &Change) -> ChangeResult {
        // Some routers overwrite another device's entry and answer success, so look right before asking.
        match held_as_far_as_told(router, change.external_port, change.protocol).await {
            (Held::By(line), _) if leads_as_wished(&line, change) => {
                let mut there = result(change, ChangeOutcome::AlreadyThere, None);
                there.lease_seconds = Some(line.lease_seconds);
                return there;
            }
            (Held::By(line), _) => return held_by_another(change, &line, None),
            // Where no more is to be had, what it makes can be read back by the precise question.
            (Held::Free, _) | (Held::Unknown, true) => {}
            // Somebody may have taken it since the plan was shown.
            (Held::Unknown, false) => return result(change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer)),
        }
        let Ok(mut entry) = self.write_down_once(router, change) else {
            return result(change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
        };
        let (answer, permanent_only) = add(router, change).await;
        let mut after = held(router, change.external_port, change.protocol).await;
        // After a no it is of somebody else who has this program.
        if let Held::By(line) = &after
            && plain(&answer) == Answer::Yes
            && made_of_it(line, change)
        {
            router.delete(change.external_port, change.protocol).await.ok();
            after = held(router, change.external_port, change.protocol).await;
        }
        let mut ended = asked::judge_answer(change, plain(&answer), &after);
        ended.permanent_only = permanent_only;
        match (&ended.result, after) {
            (ChangeOutcome::Opened, Held::By(line)) => {
                ended.lease_seconds = Some(line.lease_seconds);
                entry.note_made(line, now());
            }
            // Nobody knows whether it is there, or still comes to be: a router may do late what it never answered. The
            // entry stays *asked*, and the next start asks the router again.
            (_, Held::Unknown) => {}
            (_, Held::Free) if plain(&answer) == Answer::Nothing => {}
            (_, Held::Free | Held::By(_)) => entry.state = JournalState::NotMade,
        }
        self.store.journal_mut().note(entry);
        ended
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
        let mut last = BTreeMap::new();
        for (done, entry) in (0u32..).zip(&entries) {
            if voice.is_cancelled() {
                break;
            }
            let doing = Doing::Undoing(entry.change.service.clone());
            voice.say(Event::Progress { done, total, doing }).await;
            let Some(keeper) = self.keeper_of(voice, entry).await else { continue };
            let ended = match &keeper {
                Gatekeeper::Upnp(router) => self.undo_one(router, entry).await,
                Gatekeeper::PortControl(server) => self.unclaim_one(server, entry).await,
                Gatekeeper::Pinholes(door) => self.shut_pinhole(door, entry).await,
            };
            let journal_lost = ended.hindrance == Some(Hindrance::JournalNotWritten);
            voice.say(Event::Changed(ended)).await;
            last.insert(entry.is_pinhole(), keeper);
            if journal_lost {
                voice.problem(Problem::new("journal-not-written")).await;
                break;
            }
        }
        for keeper in last.into_values() {
            self.after_changes(voice, keeper).await;
        }
    }

    /// Deletes an entry only while it still reads as we wrote it.
    pub(super) async fn undo_one(&mut self, router: &Router, entry: &JournalEntry) -> ChangeResult {
        let change = &entry.change;
        let (state, ended) = match held(router, change.external_port, change.protocol).await {
            // A delete of ours was on its way when the program ended: it did arrive.
            Held::Free if entry.state == JournalState::Undoing => {
                (JournalState::Undone, result(change, ChangeOutcome::Undone, None))
            }
            Held::Free => (JournalState::LeftAlone, result(change, ChangeOutcome::Undone, None)),
            Held::By(line) if entry.reads_as_written(&line) => {
                let Ok(()) = self.begin_undoing(entry) else {
                    return result(change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
                };
                let answer = router.delete(change.external_port, change.protocol).await;
                // miniupnpd answers success for anything, so only the list counts.
                match held(router, change.external_port, change.protocol).await {
                    Held::Free => (JournalState::Undone, result(change, ChangeOutcome::Undone, None)),
                    // Nobody knows whether it is there, or for how long: the next start asks the router again.
                    after @ (Held::By(_) | Held::Unknown) => {
                        if matches!(after, Held::By(_)) && plain(&answer) != Answer::Nothing {
                            self.keep_after_all(entry);
                        }
                        return asked::not_taken_out(change, plain(&answer));
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
        self.store.journal_mut().note(JournalEntry { state, ..entry.clone() });
        ended
    }

    /// On disk before the router is asked to take it out: what is gone then was taken back, and nothing puts it back.
    pub(super) fn begin_undoing(&mut self, entry: &JournalEntry) -> Result<(), StoreError> {
        self.store.journal_mut().update(entry.id, JournalState::Undoing, None)
    }

    /// The router did not take it out, and says that it is there as before.
    pub(super) fn keep_after_all(&mut self, entry: &JournalEntry) {
        let was = if entry.state == JournalState::Undoing { JournalState::Made } else { entry.state };
        self.store.journal_mut().update(entry.id, was, None).ok();
    }

    pub(super) async fn after_changes(&self, voice: &Voice, keeper: Gatekeeper) {
        match keeper {
            Gatekeeper::Upnp(mut router) => self.read_list(voice, &mut router).await,
            Gatekeeper::PortControl(server) if server.at.is_ipv4() => self.tell_granted(voice, server.router).await,
            Gatekeeper::PortControl(_) | Gatekeeper::Pinholes(_) => self.tell_pinholes(voice).await,
        }
        voice.say(Event::Journal(self.store.journal().entries())).await;
    }

    /// Who keeps what a journal entry asked for. Tells when that is nobody, or somebody else.
    pub(super) async fn keeper_of(&mut self, voice: &Voice, entry: &JournalEntry) -> Option<Gatekeeper> {
        let keeper = if entry.is_pinhole() {
            self.keeper_of_pinhole(entry).await
        } else if entry.claim.is_some() {
            // Asked by PCP or NAT-PMP, so renewed and taken back by it, even where UPnP was switched on since.
            self.server(Some(entry.gateway)).await.map(Gatekeeper::PortControl)
        } else {
            self.router(Some(entry.gateway)).await.map(|r| Gatekeeper::Upnp(Box::new(r)))
        };
        let id = match &keeper {
            Some(Gatekeeper::Upnp(router)) => &router.id,
            Some(Gatekeeper::Pinholes(door)) => &door.id,
            Some(Gatekeeper::PortControl(_)) | None => &entry.gateway_id,
        };
        let problem = match &keeper {
            None => Problem::new("router-gone"),
            // The same address in another building is another router.
            Some(_) if entry.gateway_id.is_some() && *id != entry.gateway_id => {
                Problem::new("router-other").with("address", entry.gateway)
            }
            Some(_) => return keeper,
        };
        voice.problem(problem).await;
        None
    }

    /// The gatekeeper at this address, searched for again when it is not known yet.
    async fn gatekeeper(&mut self, address: Option<IpAddr>) -> Option<Gatekeeper> {
        // One that answers UPnP is known as a server too, once an older entrance of ours was looked after by PCP.
        let known = address.and_then(|a| self.servers.get(&a).filter(|_| !self.routers.contains_key(&a)));
        if let Some(known) = known {
            return Some(Gatekeeper::PortControl(*known));
        }
        match self.router(address).await {
            Some(router) => Some(Gatekeeper::Upnp(Box::new(router))),
            None => self.server(address).await.map(Gatekeeper::PortControl),
        }
    }

    /// The UPnP router at this address, searched for again when it is not known yet.
    pub(super) async fn router(&mut self, address: Option<IpAddr>) -> Option<Router> {
        if let Some(known) = address.and_then(|a| self.routers.get(&a)) {
            return Some(known.clone());
        }
        self.know_adapters().await;
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
        let (_, all) = tokio::join!(search, read);
        for router in all {
            self.routers.insert(router.gateway.address, router);
        }
        let wanted = |r: &&Router| address.map_or(r.gateway.is_default, |a| r.gateway.address == a);
        self.routers.values().find(wanted).cloned()
    }
}

/// Who holds a port, by the precise question first, by the whole list where a router does not know it: some say "nobody"
/// to the precise question whatever they list, so that counts only of one that has named a line.
pub(super) async fn held(router: &Router, port: u16, protocol: Transport) -> Held {
    held_as_far_as_told(router, port, protocol).await.0
}

/// The same; and true where no more is to be had of this router: it says nobody, and has no list to be read.
async fn held_as_far_as_told(router: &Router, port: u16, protocol: Transport) -> (Held, bool) {
    let says_nobody = match router.specific(port, protocol).await {
        Ok(Some(line)) => return (Held::By(line), false),
        Ok(None) if router.has_named_a_line() => return (Held::Free, false),
        Ok(None) => true,
        Err(_) => false,
    };
    let (lines, list) = router.list().await;
    let known = lines.first().map(|l| (l.external_port, l.protocol));
    let found = lines.into_iter().find(|l| l.external_port == port && l.protocol == protocol);
    match (found, list, known) {
        (Some(line), _, _) => (Held::By(line), false),
        (None, MappingList::Whole, _) => (Held::Free, false),
        // Of a list that breaks off one line is enough to tell whether the precise question is answered at all.
        (None, _, Some((port, protocol))) if says_nobody => {
            router.specific(port, protocol).await.ok();
            (if router.has_named_a_line() { Held::Free } else { Held::Unknown }, false)
        }
        (None, list, _) => (Held::Unknown, says_nobody && list == MappingList::Unread && known.is_none()),
    }
}

/// A line that stands where there was none, under our name, and leads elsewhere than we asked: the router made it of our
/// request. It goes out again, for nobody else would take it back.
fn made_of_it(line: &PortMapping, change: &Change) -> bool {
    line.description == change.description && !leads_as_wished(line, change)
}

/// Asks for an entrance, and once more with another end where the router wants that. True when it stays until removed
/// though an end was asked for.
pub(super) async fn add(router: &Router, change: &Change) -> (Result<(), RouterError>, bool) {
    let answer = router.add(change).await;
    let instead = match &answer {
        Err(RouterError::Code(code)) => change.instead(*code),
        Ok(()) | Err(RouterError::NoAnswer | RouterError::NotProper(_)) => None,
    };
    match instead {
        Some(instead) => (router.add(&instead).await, instead.lease_seconds == 0),
        None => (answer, false),
    }
}

/// The router's answer as plain data: yes, its code, or nothing that tells.
pub(super) const fn plain(answer: &Result<(), RouterError>) -> Answer {
    match answer {
        Ok(()) => Answer::Yes,
        Err(RouterError::Code(code)) => Answer::No(*code),
        Err(RouterError::NoAnswer | RouterError::NotProper(_)) => Answer::Nothing,
    }
}

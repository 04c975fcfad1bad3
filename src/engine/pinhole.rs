//! Openings in the router's firewall over IPv6, for this computer only. UPnP gives each a number and lists none, so what
//! stands is asked by that number, and the journal knows the rest. PCP over IPv6 is asked as over IPv4, in `claim`.

use std::net::IpAddr;

use super::change::Gatekeeper;
use super::{Office, Voice, now};
use crate::domain::asked::result;
use crate::domain::change::{Change, ChangeOutcome, ChangeResult, Hindrance, JournalEntry, JournalState, Missing};
use crate::domain::lease::Epoch;
use crate::domain::message::Event;
use crate::domain::office::{Adapter, Control, Ipv6Firewall, OverIpv6, Pinhole};
use crate::net;
use crate::net::igd::RouterError;
use crate::net::igd_pinhole::{Pinholes, Stands};

/// Asked for while an opening is only to be named before it is shut.
const SHORT: u32 = 120;

impl Office {
    /// Whether the office's own router opens over IPv6, and by what.
    pub(super) async fn ask_over_ipv6(&mut self, voice: &Voice) {
        let default = Adapter::default_gateway(&self.adapters);
        let known = |r: &&net::igd::Router| r.gateway.is_default;
        let router = self.routers.values().find(known).map(|r| r.gateway.address).or(default.map(IpAddr::V4));
        let Some(router) = router else { return };
        let Some((keeper, state)) = self.look_over_ipv6(router).await else { return };
        let control = match &keeper {
            Gatekeeper::Pinholes(_) => self.routers.get(&router).map_or(Control::Igd2, |r| r.gateway.control),
            Gatekeeper::PortControl(_) | Gatekeeper::Upnp(_) => Control::Pcp,
        };
        let gateway = match self.routers.get_mut(&router) {
            Some(known) => &mut known.gateway,
            None => {
                let unknown = crate::domain::office::Gateway::unknown(router);
                self.granting.entry(router).or_insert(crate::domain::office::Gateway { is_default: true, ..unknown })
            }
        };
        gateway.ipv6_control = Some(control);
        gateway.ipv6_firewall = state.or(gateway.ipv6_firewall);
        let gateway = gateway.clone();
        voice.say(Event::Gateway(gateway)).await;
    }

    /// UPnP first: there what stands can be asked.
    async fn look_over_ipv6(&mut self, router: IpAddr) -> Option<(Gatekeeper, Option<Ipv6Firewall>)> {
        let (own, interface) = self.own_over_ipv6(router)?;
        let known = self.routers.get(&router).cloned();
        let mut upnp = match &known {
            Some(known) => known.pinholes(own, &interface, &self.surroundings).await,
            None => None,
        };
        let mut server = None;
        if upnp.is_none() {
            // Some answer for it only to a search over IPv6; meanwhile the other protocol is asked.
            let surroundings = self.surroundings.clone();
            let search = Pinholes::search(router, own, &interface, &surroundings);
            (upnp, server) = tokio::join!(search, self.ask_server_over_ipv6(router));
        }
        let (keeper, state) = match upnp {
            Some((pinholes, state)) => (Gatekeeper::Pinholes(Box::new(pinholes)), Some(state)),
            None => (server?, None),
        };
        self.over_ipv6.insert(router, keeper.clone());
        Some((keeper, state))
    }

    async fn ask_server_over_ipv6(&mut self, router: IpAddr) -> Option<Gatekeeper> {
        let (own, interface) = self.own_over_ipv6(router)?;
        let (server, secs) = net::portcontrol::ask_over_ipv6(router, own, &interface, &self.surroundings).await?;
        self.clocks.insert(server.at.ip(), Epoch { secs, at: now() });
        Some(Gatekeeper::PortControl(server))
    }

    /// This computer's own address there, on the router's side.
    fn own_over_ipv6(&self, router: IpAddr) -> Option<(OverIpv6, String)> {
        let mut towards = self.adapters.iter().filter(|a| !a.is_virtual && a.gateway.map(IpAddr::V4) == Some(router));
        towards.find_map(|a| Some((a.ipv6?, a.name.clone())))
    }

    /// Who opens over IPv6 at this router; asked again when it is not known yet.
    pub(super) async fn keeper_over_ipv6(&mut self, router: Option<IpAddr>) -> Option<Gatekeeper> {
        let found = self.router(router).await.map(|r| r.gateway.address);
        let default = Adapter::default_gateway(&self.adapters).map(IpAddr::V4);
        let router = router.or(found).or(default)?;
        if let Some(known) = self.over_ipv6.get(&router) {
            return Some(known.clone());
        }
        self.look_over_ipv6(router).await.map(|(keeper, _)| keeper)
    }

    /// Who keeps what a journal entry asked for over IPv6: by the same protocol as then.
    pub(super) async fn keeper_of_pinhole(&mut self, entry: &JournalEntry) -> Option<Gatekeeper> {
        let known = self.keeper_over_ipv6(Some(entry.gateway)).await;
        match (known, entry.claim) {
            (Some(Gatekeeper::Pinholes(known)), None) => Some(Gatekeeper::Pinholes(known)),
            (Some(Gatekeeper::PortControl(server)), Some(_)) => Some(Gatekeeper::PortControl(server)),
            (Some(Gatekeeper::Pinholes(_)) | None, Some(_)) => self.ask_server_over_ipv6(entry.gateway).await,
            (Some(Gatekeeper::PortControl(_) | Gatekeeper::Upnp(_)) | None, _) => None,
        }
    }

    /// Where the router is asked over IPv6, by which its clock there is known.
    pub(super) fn place_over_ipv6(&self, router: IpAddr) -> Option<IpAddr> {
        match self.over_ipv6.get(&router)? {
            Gatekeeper::PortControl(server) => Some(server.at.ip()),
            Gatekeeper::Pinholes(_) | Gatekeeper::Upnp(_) => None,
        }
    }

    /// Opens one. One that the journal knows is asked for again, which routers answer with the same number.
    pub(super) async fn open_pinhole(&mut self, door: &Pinholes, change: &Change) -> ChangeResult {
        let is_known =
            |e: &JournalEntry| e.is_open() && e.claim.is_none() && e.gateway == door.router && e.change == *change;
        let entry = match self.store.journal().entries().into_iter().find(is_known) {
            Some(entry) => entry,
            None => match self.write_down((door.router, door.id.clone()), change, None) {
                Ok(entry) => entry,
                Err(_) => return result(change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten)),
            },
        };
        self.put_pinhole(door, entry, ChangeOutcome::Opened).await
    }

    /// Asks as the entry says, looks whether it stands, and writes down what came of it.
    async fn put_pinhole(&mut self, door: &Pinholes, mut entry: JournalEntry, well: ChangeOutcome) -> ChangeResult {
        let change = entry.change.clone();
        let ended = match door.add(&change, change.lease_seconds).await {
            Ok(id) => {
                entry.unique_id = Some(id);
                match door.stands(id).await {
                    Stands::Gone => {
                        entry.state = JournalState::NotMade;
                        result(&change, ChangeOutcome::Refused, Some(Hindrance::DoesNotReadBack))
                    }
                    Stands::Counted(_) | Stands::Untold => made(&mut entry, well),
                }
            }
            Err(RouterError::Code(code)) => {
                entry.state = refused_state(door, &entry).await;
                refused(&change, code)
            }
            // It may have opened all the same: the entry stays as it was, and can be asked for again or taken back.
            Err(RouterError::NoAnswer | RouterError::NotProper(_)) => {
                result(&change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer))
            }
        };
        self.store.journal_mut().rewrite(entry).ok();
        ended
    }

    /// Shuts one of ours, and only that.
    pub(super) async fn shut_pinhole(&mut self, door: &Pinholes, entry: &JournalEntry) -> ChangeResult {
        let change = &entry.change;
        let Ok(()) = self.begin_undoing(entry) else {
            return result(change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
        };
        let (state, ended) = match self.take_out(door, entry).await {
            Taken::Out => (JournalState::Undone, result(change, ChangeOutcome::Undone, None)),
            Taken::NotThere => (JournalState::LeftAlone, result(change, ChangeOutcome::Undone, None)),
            Taken::Kept(code) => {
                self.keep_after_all(entry);
                return refused(change, code);
            }
            Taken::Unknown => return result(change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer)),
        };
        self.store.journal_mut().update(entry.id, state, None).ok();
        ended
    }

    /// A router that began anew gives its numbers to others. Asked for the same opening again it names the number of ours,
    /// so nothing else is shut.
    async fn take_out(&self, door: &Pinholes, entry: &JournalEntry) -> Taken {
        // By this computer's clock, which may have been set since, so the router is asked first.
        let has_ended = entry.lease_ends().is_some_and(|end| end <= now());
        if has_ended && stands(door, entry).await == Stands::Gone {
            return Taken::NotThere;
        }
        let id = match door.add(&entry.change, SHORT).await {
            Ok(id) => id,
            // Nothing is opened any more, so nothing was opened anew and the number is still ours.
            Err(RouterError::Code(702 | 703)) => match entry.unique_id {
                Some(id) => id,
                None => return Taken::NotThere,
            },
            Err(RouterError::Code(code)) => {
                let told = stands(door, entry).await;
                // A table that is full has the same opening, or had it: some refuse that too.
                let is_gone = code == 701 && (entry.unique_id.is_none() || told == Stands::Gone);
                let is_over = has_ended && !matches!(told, Stands::Counted(_));
                return if is_gone || is_over { Taken::NotThere } else { Taken::Kept(code) };
            }
            Err(RouterError::NoAnswer | RouterError::NotProper(_)) => return Taken::Unknown,
        };
        match door.delete(id).await {
            Ok(()) | Err(RouterError::Code(704 | 402)) => {}
            Err(RouterError::Code(code)) => return Taken::Kept(code),
            Err(RouterError::NoAnswer | RouterError::NotProper(_)) => return Taken::Unknown,
        }
        match door.stands(id).await {
            Stands::Gone | Stands::Untold => Taken::Out,
            Stands::Counted(_) => Taken::Unknown,
        }
    }

    /// Asks for more time. What is gone before its time is asked for again only where that was said.
    pub(super) async fn renew_pinhole(
        &mut self,
        door: &Pinholes,
        mut entry: JournalEntry,
        missing: Missing,
    ) -> ChangeResult {
        let change = entry.change.clone();
        let has_ended = entry.has_run_out(now());
        let updated = match entry.unique_id.filter(|_| !has_ended) {
            None => Err(RouterError::Code(704)),
            Some(id) => match door.stands(id).await {
                Stands::Gone => Err(RouterError::Code(704)),
                Stands::Counted(_) | Stands::Untold => door.update(id, change.lease_seconds).await,
            },
        };
        match updated {
            Ok(()) => {
                let renewed = made(&mut entry, ChangeOutcome::Renewed);
                self.store.journal_mut().rewrite(entry).ok();
                renewed
            }
            Err(RouterError::Code(704 | 402)) if !has_ended && missing != Missing::PutBack => {
                result(&change, ChangeOutcome::Refused, Some(Hindrance::Gone))
            }
            // Gone, or a router without this action: asked for once more, the same opening gets more time.
            Err(RouterError::Code(704 | 402 | 401 | 602)) => {
                self.put_pinhole(door, entry, ChangeOutcome::Renewed).await
            }
            Err(RouterError::Code(code)) => refused(&change, code),
            Err(RouterError::NoAnswer | RouterError::NotProper(_)) => {
                result(&change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer))
            }
        }
    }

    /// Takes it out and puts it in again.
    pub(super) async fn repair_pinhole(&mut self, door: &Pinholes, mut entry: JournalEntry) -> ChangeResult {
        let change = entry.change.clone();
        entry.state = JournalState::Repairing;
        if self.store.journal_mut().rewrite(entry.clone()).is_err() {
            return result(&change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
        }
        match self.take_out(door, &entry).await {
            Taken::Out | Taken::NotThere => {}
            Taken::Kept(code) => {
                entry.state = JournalState::Made;
                self.store.journal_mut().rewrite(entry).ok();
                return refused(&change, code);
            }
            // Asked for again it is there for sure, at the latest by the next start.
            Taken::Unknown => {}
        }
        let ended = self.put_pinhole(door, entry, ChangeOutcome::Repaired).await;
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

    /// A crash in the middle: what was taken out is put in again, and what was being taken back is taken back. What was
    /// merely asked for stays in the journal, to be taken back or asked for again.
    pub(super) async fn settle_pinhole(&mut self, voice: &Voice, entry: &JournalEntry) {
        let undoing = entry.state == JournalState::Undoing;
        if !undoing && entry.state != JournalState::Repairing {
            return;
        }
        let ended = match self.keeper_of_pinhole(entry).await {
            Some(Gatekeeper::Pinholes(door)) if entry.gateway_id.is_none() || entry.gateway_id == door.id => {
                if undoing {
                    self.shut_pinhole(&door, entry).await
                } else {
                    self.put_pinhole(&door, entry.clone(), ChangeOutcome::Repaired).await
                }
            }
            Some(Gatekeeper::PortControl(server)) => match self.standing_at(&server, &entry.change) {
                Some(server) if undoing => self.unclaim_one(&server, entry).await,
                Some(server) => self.claim(&server, entry.clone(), ChangeOutcome::Repaired).await,
                None => return,
            },
            Some(Gatekeeper::Pinholes(_) | Gatekeeper::Upnp(_)) | None => return,
        };
        voice.say(Event::Changed(ended)).await;
    }

    /// Tells which of ours stand, as far as the router says.
    pub(super) async fn tell_pinholes(&self, voice: &Voice) {
        let mut standing = Vec::new();
        for entry in self.store.journal().entries() {
            if let Some(pinhole) = self.standing(&entry).await {
                standing.push(pinhole);
            }
        }
        voice.say(Event::Pinholes(standing)).await;
    }

    async fn standing(&self, entry: &JournalEntry) -> Option<Pinhole> {
        let IpAddr::V6(address) = entry.change.internal_client else { return None };
        let ends = entry.lease_ends().filter(|end| *end > now())?;
        if !matches!(entry.state, JournalState::Made | JournalState::Undoing) {
            return None;
        }
        let mut pinhole = Pinhole {
            service: entry.change.service.clone(),
            protocol: entry.change.protocol,
            port: entry.change.external_port,
            address,
            ends: Some(ends),
            packets: None,
            working: None,
        };
        match (self.over_ipv6.get(&entry.gateway), entry.unique_id) {
            _ if entry.claim.is_some() => self.still_stands(entry).then_some(pinhole),
            (Some(Gatekeeper::Pinholes(door)), Some(id)) => {
                match door.stands(id).await {
                    Stands::Gone => return None,
                    Stands::Counted(count) => pinhole.packets = Some(count),
                    Stands::Untold => {}
                }
                // Before anything came through it has nothing to tell (709).
                if pinhole.packets != Some(0) {
                    pinhole.working = door.works(id).await;
                }
                Some(pinhole)
            }
            (Some(_) | None, _) => Some(pinhole),
        }
    }
}

/// What came of taking one out.
enum Taken {
    Out,
    NotThere,
    Kept(u16),
    Unknown,
}

/// Where an entry stands after a refusal, which shuts nothing: what stood stands on, and what is gone before its time is
/// asked for again.
async fn refused_state(door: &Pinholes, entry: &JournalEntry) -> JournalState {
    match entry.state {
        JournalState::Asked => JournalState::NotMade,
        JournalState::Repairing => match stands(door, entry).await {
            Stands::Gone => JournalState::NotMade,
            Stands::Counted(_) => JournalState::Made,
            Stands::Untold => JournalState::Repairing,
        },
        state @ (JournalState::Made
        | JournalState::Undoing
        | JournalState::NotMade
        | JournalState::Undone
        | JournalState::LeftAlone) => state,
    }
}

/// Whether the router knows the number of one of ours; untold where it never gave one.
async fn stands(door: &Pinholes, entry: &JournalEntry) -> Stands {
    match entry.unique_id {
        Some(id) => door.stands(id).await,
        None => Stands::Untold,
    }
}

/// The router said yes just now, for as long as it was asked: it tells no other time.
fn made(entry: &mut JournalEntry, well: ChangeOutcome) -> ChangeResult {
    let secs = entry.change.lease_seconds;
    entry.note_made(super::claim::line(&entry.change, secs), now());
    let mut ended = result(&entry.change, well, None);
    ended.lease_seconds = Some(secs);
    ended
}

fn refused(change: &Change, code: u16) -> ChangeResult {
    let mut refused = result(change, ChangeOutcome::Refused, None);
    refused.code = Some(code);
    refused
}

//! PCP and NAT-PMP: entrances that the router opens for this device only. There is no list to read, so what was granted
//! is read back by asking again with the same nonce, and the journal knows the rest.

use std::net::{IpAddr, Ipv4Addr};

use jiff::SignedDuration;

use super::{Office, Voice, now};
use crate::domain::asked::result;
use crate::domain::change::{Change, ChangeOutcome, ChangeResult, Hindrance, JournalEntry, JournalState};
use crate::domain::lease::{Claim, Denial, Epoch, Nonce};
use crate::domain::message::Event;
use crate::domain::office::{Adapter, Control, PortMapping};
use crate::net;
use crate::net::portcontrol::{ControlError, Grant, PortControl, Server};

impl Office {
    /// Opens one entrance. One that the journal knows is asked for with its own nonce, or it would be somebody else's.
    pub(super) async fn claim_one(&mut self, server: &Server, change: &Change) -> ChangeResult {
        let Some(server) = self.standing_at(server, change) else { return denied(change, Denial::AddressMismatch) };
        let gateway = server.router;
        let is_known = |e: &JournalEntry| {
            e.is_open() && e.claim.is_some() && e.gateway == gateway && e.change.is_same_entrance(change)
        };
        let known = self.store.journal().entries().into_iter().find(is_known);
        let (entry, standing) = match known {
            Some(entry) => (entry, Standing::Known),
            None => {
                let not_written = || result(change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
                let mut nonce = Nonce([0; 12]);
                if getrandom::fill(&mut nonce.0).is_err() {
                    return not_written();
                }
                let claim = Claim { by: server.by, nonce, epoch: None };
                match self.write_down((gateway, None), change, Some(claim)) {
                    Ok(entry) => (entry, Standing::New),
                    Err(_) => return not_written(),
                }
            }
        };
        self.claim_as(&server, entry, ChangeOutcome::Opened, standing).await
    }

    /// Asks again for one that the journal knows.
    pub(super) async fn claim(&mut self, server: &Server, entry: JournalEntry, well: ChangeOutcome) -> ChangeResult {
        self.claim_as(server, entry, well, Standing::Known).await
    }

    /// Asks as the entry says, asks again to read back, and writes down what came of it.
    pub(super) async fn claim_as(
        &mut self,
        server: &Server,
        mut entry: JournalEntry,
        well: ChangeOutcome,
        standing: Standing,
    ) -> ChangeResult {
        let change = entry.change.clone();
        let Some(mut claim) = entry.claim else {
            return result(&change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
        };
        let mut was_asked = false;
        let mut answer = self.ask_for(server, claim, &change, standing, &mut was_asked).await;
        // Some servers announce PCP and grant by NAT-PMP only (RFC 6887 section 9).
        if let Err(ControlError::Denied(Denial::UnsuppVersion | Denial::UnsuppRequest)) = answer
            && claim.by == Control::Pcp
            && server.nat_pmp
        {
            claim.by = Control::NatPmp;
            entry.claim = Some(claim);
            if self.store.journal_mut().rewrite(entry.clone()).is_err() {
                return result(&change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
            }
            answer = self.ask_for(server, claim, &change, standing, &mut was_asked).await;
        }
        let ended = match answer {
            Ok(grant) if grant.external_port == change.external_port => {
                match server.map(claim.by, &change, claim.nonce, &self.surroundings).await {
                    Ok(again) if again.external_port == change.external_port && again.secs > 0 => {
                        entry.claim = Some(self.note_clock(claim, server, again));
                        entry.note_made(line(&change, again.secs), now());
                        let mut opened = result(&change, well, None);
                        opened.lease_seconds = Some(again.secs);
                        opened
                    }
                    Ok(_) | Err(ControlError::Denied(_)) => {
                        entry.state = self.given_back(server, &entry, change.external_port).await;
                        result(&change, ChangeOutcome::Refused, Some(Hindrance::DoesNotReadBack))
                    }
                    // The entry stays as it was: it may be there, and can be taken back.
                    Err(ControlError::NoAnswer) => result(&change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer)),
                }
            }
            // Another port is of no use: phones know the usual one.
            Ok(grant) => {
                entry.state = self.given_back(server, &entry, grant.external_port).await;
                denied(&change, Denial::CannotProvideExternal)
            }
            Err(ControlError::Denied(denial)) => {
                entry.state = match entry.state {
                    // Nobody says whether it was taken out.
                    JournalState::Repairing if standing != Standing::Out => JournalState::Asked,
                    JournalState::Asked | JournalState::Repairing => JournalState::NotMade,
                    // A refused renewal leaves what was granted before for as long as it lasts.
                    state @ (JournalState::Made
                    | JournalState::Undoing
                    | JournalState::NotMade
                    | JournalState::Undone
                    | JournalState::LeftAlone) => state,
                };
                denied(&change, denial)
            }
            Err(ControlError::NoAnswer) => {
                // Nobody said who has the port, so it was not asked for: what stands there now is of somebody else.
                if standing == Standing::New && !was_asked {
                    entry.state = JournalState::NotMade;
                }
                result(&change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer))
            }
        };
        self.store.journal_mut().rewrite(entry).ok();
        ended
    }

    /// NAT-PMP knows no nonce: who asks for a port inside that another program of this computer asked for before is given
    /// what that one has (RFC 6886 section 3.3), and would take it away with its own. What is new is asked for only where
    /// nobody has the port outside.
    async fn ask_for(
        &self,
        server: &Server,
        claim: Claim,
        change: &Change,
        standing: Standing,
        was_asked: &mut bool,
    ) -> Result<Grant, ControlError> {
        let is_alone = claim.by == Control::NatPmp && standing == Standing::New;
        if is_alone {
            match server.is_free(change, &self.surroundings).await {
                Ok(false) => return Err(ControlError::Denied(Denial::CannotProvideExternal)),
                Err(ControlError::NoAnswer) => return Err(ControlError::NoAnswer),
                // It does not open everything, and tells itself what it thinks of this one.
                Ok(true) | Err(ControlError::Denied(_)) => {}
            }
        }
        *was_asked = true;
        let grant = server.map(claim.by, change, claim.nonce, &self.surroundings).await?;
        if !is_alone || grant.external_port == change.external_port {
            return Ok(grant);
        }
        match server.is_free(change, &self.surroundings).await {
            // The port was to be had, so this other one was there before.
            Ok(true) => Err(ControlError::Denied(Denial::CannotProvideExternal)),
            Ok(false) => Ok(grant),
            // Nobody knows whose it is.
            Err(ControlError::Denied(_) | ControlError::NoAnswer) => Err(ControlError::NoAnswer),
        }
    }

    /// Takes one entrance back. A server that restarted, or whose lease ran out, has nothing to give back.
    pub(super) async fn unclaim_one(&mut self, server: &Server, entry: &JournalEntry) -> ChangeResult {
        let change = &entry.change;
        let Some(server) = self.standing_at(server, change) else { return denied(change, Denial::AddressMismatch) };
        let Ok(()) = self.begin_undoing(entry) else {
            return result(change, ChangeOutcome::Failed, Some(Hindrance::JournalNotWritten));
        };
        let (state, ended) = match self.give_back(&server, entry).await {
            Ok(()) => (JournalState::Undone, result(change, ChangeOutcome::Undone, None)),
            Err(ControlError::Denied(denial)) if self.may_stand(entry, denial) => {
                self.keep_after_all(entry);
                match self.shorten(&server, entry, denial).await {
                    Some(ended) => return ended,
                    None => (JournalState::LeftAlone, result(change, ChangeOutcome::Undone, None)),
                }
            }
            Err(ControlError::Denied(_)) => (JournalState::LeftAlone, result(change, ChangeOutcome::Undone, None)),
            Err(ControlError::NoAnswer) => {
                return result(change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer));
            }
        };
        self.store.journal_mut().update(entry.id, state, None).ok();
        ended
    }

    /// miniupnpd 2.3.1 gives an opening over IPv6 more time or less and never takes it back (result 2): it is asked for as
    /// short a time as there is. None where that shows that it was never made.
    async fn shorten(&mut self, server: &Server, entry: &JournalEntry, denial: Denial) -> Option<ChangeResult> {
        let mut ended = denied(&entry.change, denial);
        let Some(claim) = entry.claim else { return Some(ended) };
        let shortest = Change { lease_seconds: 1, ..entry.change.clone() };
        let granted = server.map(claim.by, &shortest, claim.nonce, &self.surroundings).await;
        let left = entry.read_back.as_ref().map_or(u32::MAX, |line| line.lease_seconds);
        match granted {
            Ok(grant) if grant.external_port == entry.change.external_port && grant.secs < left => {
                let mut shorter = entry.clone();
                shorter.note_made(line(&entry.change, grant.secs), now());
                self.store.journal_mut().rewrite(shorter).ok();
                ended.hindrance = Some(Hindrance::EndsByItself);
                ended.lease_seconds = Some(grant.secs);
            }
            // Whoever holds it, holds it by another nonce.
            Err(ControlError::Denied(_)) if entry.read_back.is_none() => return None,
            Ok(_) | Err(ControlError::Denied(_) | ControlError::NoAnswer) => {}
        }
        Some(ended)
    }

    /// Gives back what is of no use. Where the server does not say that it is gone, it stays in the journal.
    async fn given_back(&self, server: &Server, entry: &JournalEntry, outside: u16) -> JournalState {
        match self.unmap(server, entry, outside).await {
            Ok(()) => JournalState::NotMade,
            Err(ControlError::Denied(_) | ControlError::NoAnswer) => JournalState::Asked,
        }
    }

    pub(super) async fn give_back(&self, server: &Server, entry: &JournalEntry) -> Result<(), ControlError> {
        self.unmap(server, entry, entry.change.external_port).await
    }

    async fn unmap(&self, server: &Server, entry: &JournalEntry, outside: u16) -> Result<(), ControlError> {
        let Some(claim) = entry.claim else { return Err(ControlError::NoAnswer) };
        server.unmap(claim.by, &entry.change, outside, claim.nonce, &self.surroundings).await
    }

    /// The server as asked from the address that the entrance is for. None when that address is not this computer's.
    pub(super) fn standing_at(&self, server: &Server, change: &Change) -> Option<Server> {
        let client = change.internal_client;
        let is_own =
            |a: &Adapter| IpAddr::V4(a.address) == client || a.ipv6.is_some_and(|o| IpAddr::V6(o.address) == client);
        // Each family is asked for over itself.
        let own = client == server.local || self.adapters.iter().any(is_own);
        (own && client.is_ipv4() == server.at.is_ipv4()).then_some(Server { local: client, ..*server })
    }

    fn note_clock(&mut self, claim: Claim, server: &Server, grant: Grant) -> Claim {
        let epoch = Epoch { secs: grant.epoch_secs, at: now() };
        self.clocks.insert(server.at.ip(), epoch);
        Claim { epoch: Some(epoch), ..claim }
    }

    /// What this device was granted and the router has not forgotten, told as its list.
    pub(super) async fn tell_granted(&self, voice: &Voice, gateway: IpAddr) {
        let entries = self.store.journal().entries();
        let granted = entries.iter().filter(|e| !e.is_pinhole() && e.gateway == gateway && self.still_stands(e));
        let now = now();
        let left = |entry: &JournalEntry| {
            let ends = entry.lease_ends()?;
            let secs = u32::try_from(ends.duration_since(now).as_secs()).ok()?;
            Some(PortMapping { lease_seconds: secs.max(1), ..entry.read_back.clone()? })
        };
        let mappings = granted.filter_map(left).collect();
        voice.say(Event::Mappings { gateway, mappings }).await;
    }

    /// It stands; or the program ended before it was read back, and the server does not say that there is nothing:
    /// miniupnpd says so with result 8.
    fn may_stand(&self, entry: &JournalEntry, denial: Denial) -> bool {
        let is_untold = entry.read_back.is_none() || entry.state == JournalState::Repairing;
        self.still_stands(entry) || (is_untold && denial == Denial::NotAuthorized)
    }

    /// Granted by PCP or NAT-PMP, its time not over, and the router's clock runs on since.
    pub(super) fn still_stands(&self, entry: &JournalEntry) -> bool {
        let stands = matches!(entry.state, JournalState::Made | JournalState::Undoing);
        let Some(claim) = entry.claim.filter(|_| stands) else { return false };
        // Over IPv6 the same router has another address, and may have another clock.
        let place = if entry.is_pinhole() { self.place_over_ipv6(entry.gateway) } else { Some(entry.gateway) };
        let clock = place.and_then(|place| self.clocks.get(&place));
        let restarted = |then: Epoch| clock.is_some_and(|c| c.has_restarted_since(then));
        let runs = entry.lease_ends().is_some_and(|end| end.duration_since(now()) > SignedDuration::ZERO);
        runs && !claim.epoch.is_some_and(restarted)
    }

    /// Asks a gateway for PCP and NAT-PMP, and keeps what it said.
    pub(super) async fn ask_server(&mut self, address: Ipv4Addr) -> Option<PortControl> {
        let local = self.adapter_towards(address).map(|a| a.address)?;
        let answer = net::portcontrol::ask(address, local, &self.surroundings).await?;
        self.servers.insert(IpAddr::V4(address), answer.server);
        self.clocks.insert(IpAddr::V4(address), Epoch { secs: answer.epoch_secs, at: now() });
        Some(answer)
    }

    /// The PCP or NAT-PMP server at this address, or at the default gateway's; asked again when it is not known yet.
    pub(super) async fn server(&mut self, address: Option<IpAddr>) -> Option<Server> {
        self.know_adapters().await;
        let default = || Adapter::default_gateway(&self.adapters).map(IpAddr::V4);
        let address = address.or_else(default)?;
        if let Some(known) = self.servers.get(&address) {
            return Some(*known);
        }
        match address {
            IpAddr::V4(ip) => self.ask_server(ip).await.map(|answer| answer.server),
            IpAddr::V6(_) => None,
        }
    }

    pub(super) async fn know_adapters(&mut self) {
        if self.adapters.is_empty() {
            self.adapters = net::adapter::adapters_in(&self.surroundings).await;
        }
    }
}

/// What the journal knew of an entrance before this asking.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    New,
    Known,
    /// The server said just now that it is gone.
    Out,
}

/// The line that a list would have, if there were one.
pub(super) fn line(change: &Change, secs: u32) -> PortMapping {
    PortMapping {
        external_port: change.external_port,
        protocol: change.protocol,
        internal_client: change.internal_client,
        internal_port: change.external_port,
        lease_seconds: secs,
        description: change.description.clone(),
        ours: true,
        enabled: true,
        remote_host: String::new(),
    }
}

fn denied(change: &Change, denial: Denial) -> ChangeResult {
    let mut refused = result(change, ChangeOutcome::Refused, None);
    refused.denial = Some(denial);
    refused
}

//! Invitations, walks and their results.

use std::net::{IpAddr, SocketAddr};

use super::{Office, Voice, now};
use crate::domain::catalog;
use crate::domain::message::{Doing, Event, InviteOrder, Problem};
use crate::domain::probe::{Evidence, Family, Fingerprint, Identity, Outcome, Vantage};
use crate::domain::report::{Looked, Street, WalkReport, Walker};
use crate::domain::service::ServiceId;
use crate::helper::invitation::{Invitation, WalkResult};
use crate::helper::{invitation, walk};
use crate::net;

/// A colleague may have to download the program first.
const COLLEAGUE_HOURS: i64 = 24;
/// Stepping outside happens at once.
const STEP_OUTSIDE_HOURS: i64 = 1;

impl Office {
    pub(super) async fn invite(&mut self, voice: &Voice, order: InviteOrder) {
        match self.make_invitation(&order) {
            Ok(invitation) => {
                let (code, expires) = (invitation.encode(), invitation.expires);
                voice.say(Event::Invited { code, expires }).await;
            }
            Err(problem) => voice.problem(problem).await,
        }
    }

    fn make_invitation(&mut self, order: &InviteOrder) -> Result<Invitation, Problem> {
        let hours = match order.walker {
            Walker::Colleague | Walker::Helper => COLLEAGUE_HOURS,
            Walker::StepOutside => STEP_OUTSIDE_HOURS,
        };
        let expires = now().checked_add(jiff::SignedDuration::from_hours(hours)).unwrap_or_else(|_| now());
        let mut secret = [0u8; 10];
        getrandom::fill(&mut secret).map_err(|e| Problem::new("folder-unusable").with("why", e))?;
        let invitation = Invitation {
            address: order.address,
            profile: order.profile.clone(),
            first_fingerprint: self.first_fingerprint(&order.services),
            services: order.services.clone(),
            expires,
            walker: order.walker,
            secret,
        };
        self.store
            .keep_invitation(&invitation, now())
            .map_err(|e| Problem::new("invitation-not-kept").with("why", e))?;
        Ok(invitation)
    }

    /// Fingerprint of the first of these services that answered inside, in this sitting or at the last check.
    fn first_fingerprint(&self, services: &[ServiceId]) -> Option<Fingerprint> {
        let kept = self.store.last_report().map(|r| r.evidence).unwrap_or_default();
        let first = services.first()?;
        let all = self.inside.iter().chain(&kept);
        all.filter(|e| e.vantage == Vantage::Inside && e.outcome == Outcome::Answered)
            .filter(|e| e.service.as_ref() == Some(first))
            .find_map(|e| e.fingerprint)
    }

    pub(super) async fn open_invitation(&self, voice: &Voice, code: &str) {
        match read_invitation(code) {
            Ok(invitation) => voice.say(Event::Invitation(invitation.view())).await,
            Err(problem) => voice.problem(problem).await,
        }
    }

    pub(super) async fn walk_for_colleague(&mut self, voice: &Voice, code: &str, interface: Option<&str>) {
        let invitation = match read_invitation(code) {
            Ok(invitation) => invitation,
            Err(problem) => return voice.problem(problem).await,
        };
        if let Some((result, _)) = self.walk(voice, &invitation, interface).await {
            voice.say(Event::ResultCode(result.encode(&invitation))).await;
        }
    }

    pub(super) async fn step_outside(&mut self, voice: &Voice, order: InviteOrder, interface: Option<&str>) {
        let invitation = match self.make_invitation(&order) {
            Ok(invitation) => invitation,
            Err(problem) => return voice.problem(problem).await,
        };
        match self.walk(voice, &invitation, interface).await {
            Some((result, evidence)) => {
                for item in evidence {
                    voice.say(Event::Evidence(item)).await;
                }
                self.tell_walk(voice, &result, Walker::StepOutside, order.address).await;
            }
            None => Self::tell_failed_walk(voice, Walker::StepOutside).await,
        }
    }

    pub(super) async fn read_result(&mut self, voice: &Voice, code: &str) {
        let read = invitation::which_run(code)
            .map_err(|e| e.problem())
            .and_then(|tag| self.store.invitation(tag).map_err(|e| e.problem()))
            .and_then(|kept| WalkResult::decode(code, &kept).map(|r| (kept, r)).map_err(|e| e.problem()));
        let (kept, result) = match read {
            Ok(both) => both,
            Err(problem) => return voice.problem(problem).await,
        };
        if let Err(error) = self.store.use_invitation(&kept) {
            return voice.problem(error.problem()).await;
        }
        for item in evidence_of(&kept, &result) {
            voice.say(Event::Evidence(item)).await;
        }
        self.tell_walk(voice, &result, kept.walker, kept.address).await;
    }

    /// Walks and books the SIP messages sent.
    async fn walk(
        &mut self,
        voice: &Voice,
        invitation: &Invitation,
        interface: Option<&str>,
    ) -> Option<(WalkResult, Vec<Evidence>)> {
        let adapters = net::adapter::adapters_in(&self.surroundings).await;
        let from = match interface {
            None => net::From::default(),
            Some(name) => match adapters.iter().find(|a| a.name == name) {
                Some(adapter) => net::From { local: Some(adapter.address), interface: Some(name.to_owned()) },
                None => {
                    let known = adapters.iter().map(|a| a.name.clone()).collect::<Vec<_>>().join(", ");
                    let problem = Problem::new("interface-unknown").with("interface", name).with("known", known);
                    voice.problem(problem).await;
                    return None;
                }
            },
        };
        let own: Vec<IpAddr> = adapters.iter().map(|a| IpAddr::V4(a.address)).collect();
        // Progress is told from inside the walk, which cannot wait for a reader: what does not fit is left out.
        let mut on = |done: u32, total: u32, id: &ServiceId| {
            let event = Event::Progress { done, total, doing: Doing::Knocking(id.clone()) };
            if voice.out.events.try_send((voice.run, event)).is_ok() {
                (voice.out.wake)();
            }
        };
        let mut ledger = self.store.ledger();
        let walked = walk::walk(invitation, now(), &from, &self.surroundings, &own, &mut on, &mut ledger).await;
        if self.surroundings.practice.is_none() {
            self.store.keep_ledger(ledger).ok();
        }
        match walked {
            Ok(both) => Some(both),
            Err(problem) => {
                voice.problem(problem).await;
                None
            }
        }
    }

    async fn tell_walk(&self, voice: &Voice, result: &WalkResult, walker: Walker, office: IpAddr) {
        let inside = |ip: IpAddr| self.adapters.iter().any(|a| a.network().contains(ip));
        let street = match result.address {
            Some(ip) if ip == office || inside(ip) => Street::Same,
            Some(_) => Street::Other,
            None => Street::Unknown,
        };
        voice
            .say(Event::Walked(WalkReport {
                walker,
                at: result.at,
                address: result.address,
                street,
                street_lies: result.street_lies,
                trouble: result.trouble.clone(),
            }))
            .await;
        voice.say(Event::Looked(Looked::Outside)).await;
    }

    async fn tell_failed_walk(voice: &Voice, walker: Walker) {
        voice
            .say(Event::Walked(WalkReport {
                walker,
                at: now(),
                address: None,
                street: Street::Unknown,
                street_lies: false,
                trouble: Some("not-walked".to_owned()),
            }))
            .await;
    }
}

/// Reads a code and refuses one that is no longer valid.
fn read_invitation(code: &str) -> Result<Invitation, Problem> {
    let invitation = Invitation::decode(code).map_err(|e| e.problem())?;
    if invitation.is_expired(now()) {
        return Err(Problem::new("code-expired").with("since", invitation.expires));
    }
    Ok(invitation)
}

/// A walker's result, as evidence.
fn evidence_of(invitation: &Invitation, result: &WalkResult) -> Vec<Evidence> {
    let Some(profile) = catalog::profile(&invitation.profile) else { return Vec::new() };
    let doors = result.doors.iter().filter(|d| d.outcome != Outcome::NotChecked);
    doors
        .filter_map(|door| {
            let row = profile.service(&door.service)?;
            Some(Evidence {
                service: Some(door.service.clone()),
                vantage: Vantage::Outside,
                probe: row.probe,
                transport: row.protocol,
                target: SocketAddr::new(invitation.address, row.port_start),
                family: Family::of(invitation.address),
                outcome: door.outcome,
                identity: Identity::None,
                at: result.at,
                elapsed_ms: 0,
                seen: None,
                fingerprint: door.fingerprint,
                asker: result.address,
                reused: false,
            })
        })
        .collect()
}

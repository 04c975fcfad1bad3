//! Invitations, walks and their results.

use std::net::IpAddr;

use super::stand::Stand;
use super::{Office, Voice, now};
use crate::domain::catalog;
use crate::domain::doorman::Leaving;
use crate::domain::message::{Doing, Event, InviteOrder, Problem, Standing};
use crate::domain::office::Adapter;
use crate::domain::own;
use crate::domain::probe::{Evidence, Fingerprint, Outcome, Vantage};
use crate::domain::rehearsal::{Rehearsal, RingRound};
use crate::domain::report::{Looked, Street, WalkReport, Walker};
use crate::domain::service::ServiceId;
use crate::domain::voice::{VoiceLook, VoiceWalk};
use crate::helper::call_result::CallResult;
use crate::helper::doors;
use crate::helper::invitation::{CodeError, Invitation, RunTag, Use};
use crate::helper::letters::Kind;
use crate::helper::result::{self, WalkResult};
use crate::helper::walk::{self, Manners, Order, Outing};
use crate::net;

impl Office {
    pub(super) async fn invite(&mut self, voice: &Voice, order: InviteOrder) {
        match own::for_walkers(&order.profile, &order.services)
            .and_then(|(profile, services)| self.make_invitation(&InviteOrder { profile, services, ..order }))
        {
            Ok(invitation) => {
                let (code, expires) = (invitation.encode(), invitation.expires);
                voice.say(Event::Invited { code, expires }).await;
            }
            Err(problem) => voice.problem(problem).await,
        }
    }

    fn make_invitation(&mut self, order: &InviteOrder) -> Result<Invitation, Problem> {
        // A code for somebody else always gets a fresh secret, but for the practice office's.
        let is_own = order.walker != Walker::Colleague || self.surroundings.practice.is_some();
        let secret = match self.witness_secret(order.address).filter(|_| is_own) {
            Some(known) => known,
            None => {
                let mut secret = [0u8; 10];
                getrandom::fill(&mut secret).map_err(|e| Problem::new("invitation-not-kept").with("why", e))?;
                secret
            }
        };
        let invitation = Invitation::new(order, now(), secret, self.first_fingerprint(order))?;
        self.store
            .keep_invitation(invitation.run_tag(), &invitation, now())
            .map_err(|e| Problem::new("invitation-not-kept").with("why", e))?;
        Ok(invitation)
    }

    /// The secret that a witness on the phone system knows: of the practice office's, or of the code that was handed
    /// out last.
    fn witness_secret(&self, address: IpAddr) -> Option<[u8; 10]> {
        let practice = self.surroundings.practice.as_ref().and_then(|street| street.witness);
        practice.or_else(|| self.store.handed_out(Some(address), now()).map(|handed| handed.secret))
    }

    /// Fingerprint of the row that is knocked on first, as seen inside in this sitting or at the last check.
    fn first_fingerprint(&self, order: &InviteOrder) -> Option<Fingerprint> {
        let first = doors::first_knocked(catalog::profile(&order.profile)?, &order.services)?;
        let kept = self.store.last_report().map(|r| r.evidence).unwrap_or_default();
        let all = self.inside.iter().chain(&kept);
        all.filter(|e| e.vantage == Vantage::Inside && e.outcome == Outcome::Answered)
            .filter(|e| e.service.as_ref() == Some(&first.id))
            .find_map(|e| e.fingerprint)
    }

    pub(super) async fn open_invitation(&self, voice: &Voice, code: &str) {
        match read_invitation(code) {
            Ok(invitation) => voice.say(Event::Invitation(invitation.view())).await,
            Err(problem) => voice.problem(problem).await,
        }
    }

    pub(super) async fn walk_for_colleague(
        &mut self,
        voice: &Voice,
        code: &str,
        interface: Option<&str>,
        look: VoiceLook,
        standing: Option<Standing>,
    ) {
        let invitation = match read_invitation(code) {
            Ok(invitation) => invitation,
            Err(problem) => return voice.problem(problem).await,
        };
        if let Some((result, _)) = self.walk(voice, &invitation, interface, look, standing).await {
            voice.say(Event::ResultCode(result.encode(&invitation))).await;
        }
    }

    pub(super) async fn step_outside(
        &mut self,
        voice: &Voice,
        order: InviteOrder,
        interface: Option<&str>,
        look: VoiceLook,
    ) {
        let stand = self.stand(interface).await;
        if stand == Stand::Inside {
            return voice.problem(Problem::new("still-inside")).await;
        }
        // A practice office has a walker of its own.
        let own = self.practice.as_ref().map(|(office, _)| office.walker);
        let order = InviteOrder { walker: own.map_or(order.walker, |own| own.is), ..order };
        if own.is_some_and(|own| !own.arrives) {
            voice.problem(Problem::new("helper-unreachable").with("why", "silent")).await;
            return tell_failed_walk(voice, order.walker).await;
        }
        let invitation = match self.make_invitation(&order) {
            Ok(invitation) => invitation,
            Err(problem) => return voice.problem(problem).await,
        };
        match self.walk(voice, &invitation, interface, look, None).await {
            Some((result, _)) if !stand.believes(&result, &invitation) => {
                voice.problem(Problem::new("still-inside")).await;
                tell_failed_walk(voice, order.walker).await;
            }
            Some((result, evidence)) => {
                // IPv6 first, as with a standing helper: a cabinet that answers there must take nothing back.
                self.practise_over_ipv6(voice, &order).await;
                // The office hears the result at once, so the code is not needed any more.
                self.store.use_invitation(&invitation).ok();
                // Before the walk is told, so that nothing said of it is taken back.
                if self.practice_letters().is_some() {
                    self.test_doorman(voice, "", Leaving::AnyPort, None).await;
                }
                self.tell_knocks(voice, evidence).await;
                self.tell_walk(voice, &result, &invitation).await;
            }
            None => tell_failed_walk(voice, order.walker).await,
        }
    }

    /// The walker of some practice offices knocks over IPv6 too, as a standing helper does.
    async fn practise_over_ipv6(&mut self, voice: &Voice, order: &InviteOrder) {
        let Some((address, stands_at)) = self.practice.as_ref().and_then(|(office, _)| office.over_ipv6) else {
            return;
        };
        let Some(profile) = catalog::embedded(&order.profile) else { return };
        let order = Order {
            address: IpAddr::V6(address),
            profile,
            services: order.services.clone(),
            manners: Manners::Asked,
            voice: None,
        };
        let (from, asker, mut ledger) = (net::From::default(), Some(IpAddr::V6(stands_at)), self.ledger());
        let walked =
            walk::walk_as_ordered(&order, now(), &from, &self.surroundings, &mut |_, _, _| {}, &mut ledger).await;
        self.keep_ledger(ledger);
        let knocks = walked.evidence.into_iter().map(|e| Evidence { asker, ..e });
        self.tell_knocks(voice, knocks.collect()).await;
        let (street, street_lies) = (Street::Other, walked.result.street_lies);
        let report = WalkReport {
            walker: Walker::Helper,
            at: now(),
            address: asker,
            street,
            answered_before: None,
            street_lies,
            trouble: None,
        };
        voice.say(Event::Walked(report)).await;
    }

    pub(super) async fn read_result(&mut self, voice: &Voice, code: &str) {
        let (kind, tag) = match result::which_answer(code) {
            Ok(both) => both,
            Err(error) => return voice.problem(error.into()).await,
        };
        match kind {
            Kind::Result | Kind::Invitation => self.read_walk(voice, code, tag).await,
            Kind::Call => self.read_call(voice, code, tag).await,
        }
    }

    async fn read_walk(&mut self, voice: &Voice, code: &str, tag: RunTag) {
        let kept = self.store.invitation(tag).map_err(|e| e.problem());
        let read = kept.and_then(|kept| WalkResult::decode(code, &kept).map(|r| (kept, r)).map_err(Problem::from));
        let (kept, result) = match read {
            Ok(both) => both,
            Err(problem) => return voice.problem(problem).await,
        };
        self.store.answer(kept.clone());
        let result = result.between(kept.made_after(), now());
        self.tell_knocks(voice, result.evidence(&kept)).await;
        self.tell_walk(voice, &result, &kept).await;
    }

    /// A phone that a colleague played. Told again it changes nothing, so it uses nothing up.
    async fn read_call(&self, voice: &Voice, code: &str, tag: RunTag) {
        let kept = match self.store.invitations(tag) {
            Ok(kept) => kept,
            Err(error) => return voice.problem(error.problem()).await,
        };
        let mut read = Err(CodeError::Foreign);
        for invitation in &kept {
            read = CallResult::decode(code, invitation);
            if read.is_ok() {
                break;
            }
        }
        let CallResult { call, rings, .. } = match read {
            Ok(played) => played,
            Err(error) => return voice.problem(error.into()).await,
        };
        // A clock at home that runs ahead must not outlast every later call.
        let until = now();
        if let Some(call) = call {
            voice.say(Event::Rehearsed(Box::new(Rehearsal { at: call.at.min(until), ..call }))).await;
        }
        for round in rings {
            voice.say(Event::Rang(RingRound { at: round.at.min(until), ..round })).await;
        }
    }

    /// Walks and books the SIP messages sent.
    async fn walk(
        &mut self,
        voice: &Voice,
        invitation: &Invitation,
        interface: Option<&str>,
        look: VoiceLook,
        standing: Option<Standing>,
    ) -> Option<(WalkResult, Vec<Evidence>)> {
        let adapters = net::adapter::adapters_in(&self.surroundings).await;
        let from = match leaving(&adapters, interface).or_else(|problem| leaving_over_ipv6(interface).ok_or(problem)) {
            Ok(from) => from,
            Err(problem) => {
                voice.problem(problem).await;
                return None;
            }
        };
        let mut surroundings = self.surroundings.clone();
        if surroundings.practice.is_none() {
            surroundings.nat64 = net::nat64::way_to(invitation.address, &from).await;
        }
        let own: Vec<IpAddr> = adapters.iter().map(|a| IpAddr::V4(a.address)).collect();
        let mut on = |done: u32, total: u32, id: &ServiceId| {
            voice.say_if_there_is_room(Event::Progress { done, total, doing: Doing::Knocking(id.clone()) });
        };
        let mut ledger = self.ledger();
        let outing = Outing { now: now(), from: &from, surroundings: &surroundings, own_addresses: &own, voice: look };
        let walked = walk::walk_out(invitation, &outing, &mut on, &mut ledger).await;
        self.keep_ledger(ledger);
        match walked {
            Ok(mut walked) => {
                walked.result.stand(standing, &own);
                for note in walked.notes {
                    voice.problem(note).await;
                }
                Some((walked.result, walked.evidence))
            }
            Err(problem) => {
                voice.problem(problem).await;
                None
            }
        }
    }

    async fn tell_knocks(&mut self, voice: &Voice, knocks: Vec<Evidence>) {
        for item in knocks {
            if item.outcome == Outcome::Answered {
                self.outside.push(item.clone());
            }
            voice.say(Event::Evidence(item)).await;
        }
    }

    async fn tell_walk(&self, voice: &Voice, result: &WalkResult, invitation: &Invitation) {
        self.tell_walked(voice, result.report(invitation), &result.voice).await;
    }

    /// Says that a walk ended.
    pub(super) async fn tell_walked(&self, voice: &Voice, mut report: WalkReport, heard: &[VoiceWalk]) {
        // Seen from an address of the office's own networks, it was no outside either.
        let inside = |ip: IpAddr| self.adapters.iter().any(|a| a.default_route && a.network().contains(ip));
        if report.address.is_some_and(inside) {
            report.street = Street::Same;
        }
        for walk in heard {
            voice.say(Event::Voice(walk.clone())).await;
        }
        voice.say(Event::Walked(report)).await;
        voice.say(Event::Looked(Looked::Outside)).await;
    }
}

/// Where sockets leave: through this adapter, or as the system chooses.
pub(super) fn leaving(adapters: &[Adapter], interface: Option<&str>) -> Result<net::From, Problem> {
    let Some(name) = interface else { return Ok(net::From::default()) };
    match adapters.iter().find(|a| a.name == name) {
        Some(adapter) => {
            Ok(net::From { interface: Some(name.to_owned()), ..net::From::address(adapter.address.into()) })
        }
        None => {
            let known = adapters.iter().map(|a| a.name.clone()).collect::<Vec<_>>().join(", ");
            Err(Problem::new("interface-unknown").with("interface", name).with("known", known))
        }
    }
}

/// The same through an adapter that has IPv6 only, as a mobile phone's hotspot can be.
fn leaving_over_ipv6(interface: Option<&str>) -> Option<net::From> {
    let (name, ip) = interface.and_then(|name| Some((name, net::adapter::ipv6_of(name)?)))?;
    Some(net::From { interface: Some(name.to_owned()), ..net::From::address(ip.into()) })
}

pub(super) async fn tell_failed_walk(voice: &Voice, walker: Walker) {
    voice
        .say(Event::Walked(WalkReport {
            walker,
            at: now(),
            address: None,
            street: Street::Unknown,
            answered_before: None,
            street_lies: false,
            trouble: Some("not-walked".to_owned()),
        }))
        .await;
}

/// Reads a code and refuses one that is no longer valid.
pub(super) fn read_invitation(code: &str) -> Result<Invitation, Problem> {
    let invitation = Invitation::decode(code)?;
    invitation.still_good(now(), Use::Fresh)?;
    Ok(invitation)
}

//! Safety tests from inside, or from a street that an adapter of this computer leads to, each only after its own yes.
//! They count like every other SIP message: a guard beside the phone system may count them too.

use std::net::{IpAddr, SocketAddr};

use jiff::{SignedDuration, Timestamp};

use super::outside::leaving;
use super::stand::Stand;
use super::{Office, Voice, now};
use crate::domain::limits;
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::probe::{Evidence, Measured, Outcome, Vantage};
use crate::domain::rehearsal::vantage;
use crate::domain::report::Report;
use crate::domain::safety::{SafetyId, SafetyTest, StrangerAnswer, do_names_leak, is_call_taken};
use crate::domain::service::{ProbeKind, Transport};
use crate::helper::walk;
use crate::net;
use crate::net::strangers::{self, Heard};

/// How long a street is taken for the office's own after the router told it, or an entrance answered there. Many
/// providers give another one every night, and the old one to a neighbour.
const STREET_STAYS: SignedDuration = SignedDuration::from_hours(1);

/// Where a test is made.
struct Ground {
    target: SocketAddr,
    transport: Transport,
    from: net::From,
    vantage: Vantage,
}

impl Office {
    pub(super) async fn test_safety(
        &mut self,
        voice: &Voice,
        tests: &[SafetyId],
        extension: Option<&str>,
        outside: Option<&str>,
    ) {
        let ground = match self.ground(outside).await {
            Ok(ground) => ground,
            Err(problem) => return voice.problem(problem).await,
        };
        let total = u32::try_from(tests.len()).unwrap_or(u32::MAX);
        for (done, id) in (0u32..).zip(tests) {
            voice.say(Event::Progress { done, total, doing: Doing::Safety }).await;
            let Some(test) = self.one_test(voice, *id, &ground, extension).await else { return };
            voice.say(Event::Safety(test)).await;
        }
        voice.say(Event::Progress { done: total, total, doing: Doing::Safety }).await;
    }

    /// Inside, or the street that an adapter leads to. From there only an entrance that answered a walk is asked: the
    /// owner's own, and nobody is called by mistake.
    async fn ground(&self, outside: Option<&str>) -> Result<Ground, Problem> {
        if outside.is_none() {
            let vantage = Vantage::Inside;
            let (target, transport) = self.answering_sip(vantage).ok_or_else(|| Problem::new("safety-no-sip"))?;
            return Ok(Ground { target, transport, from: net::From::default(), vantage });
        }
        let vantage = Vantage::Outside;
        let adapters = net::adapter::adapters_in(&self.surroundings).await;
        let from = leaving(&adapters, outside)?;
        let (target, transport) = self.answering_sip(vantage).ok_or_else(|| Problem::new("safety-no-walk"))?;
        if self.stand(outside).await == Stand::Inside {
            return Err(Problem::new("still-inside"));
        }
        let own: Vec<IpAddr> = adapters.iter().map(|a| IpAddr::V4(a.address)).collect();
        walk::admit(target.ip(), &self.surroundings, &own)?;
        Ok(Ground { target, transport, from, vantage })
    }

    /// Where the phone system answered SIP, in this sitting or at the last check of the same one; over UDP if it can be
    /// chosen, as strangers do.
    fn answering_sip(&self, vantage: Vantage) -> Option<(SocketAddr, Transport)> {
        let answered = |e: &&Evidence| {
            e.probe == ProbeKind::Sip
                && e.outcome == Outcome::Answered
                && e.vantage == vantage
                && e.target.is_ipv4()
                && e.service.is_some()
                && self.is_this_office(e)
        };
        let best = |all: &[Evidence]| {
            let found = all.iter().filter(answered).min_by_key(|e| (e.transport, e.target.port()));
            found.map(|e| (e.target, e.transport))
        };
        let sitting = match vantage {
            Vantage::Outside => &self.outside,
            Vantage::Inside | Vantage::Router => &self.inside,
        };
        let is_about = |r: &Report, ip| r.office.phone_system.as_ref().is_some_and(|p| p.address == ip);
        let last = || self.store.last_report_for(self.asked).filter(|r| self.asked.is_none_or(|ip| is_about(r, ip)));
        best(sitting).or_else(|| {
            let last = last()?;
            best(&last.evidence).or_else(|| best(&last.before?.knocks))
        })
    }

    /// True for an answer from where this office is now: another day the same address may be somebody else's.
    fn is_this_office(&self, evidence: &Evidence) -> bool {
        let at = evidence.target.ip();
        if evidence.vantage != Vantage::Outside {
            return self.asked.is_none_or(|asked| at == asked);
        }
        let is_fresh = |told: Timestamp| now().duration_since(told).abs() < STREET_STAYS;
        let is_street_fresh = self.street.is_some() && self.looked_at.is_some_and(is_fresh);
        self.street.is_none_or(|street| at == street) && (is_street_fresh || is_fresh(evidence.at))
    }

    /// None: there is no room for it now, and that was said.
    async fn one_test(
        &mut self,
        voice: &Voice,
        id: SafetyId,
        ground: &Ground,
        extension: Option<&str>,
    ) -> Option<SafetyTest> {
        let (at, office) = (now(), ground.target.ip());
        let mut ledger = self.ledger();
        if !ledger.take(office, at, limits::SAFETY_TEST) {
            voice.problem(Problem::new("sip-limit").with("minutes", 10)).await;
            return None;
        }
        let asked = match (id, extension) {
            (SafetyId::GuestCalls, _) => self.guest_call(ground).await,
            (SafetyId::NameLeak, Some(name)) => self.two_names(name, ground).await,
            (SafetyId::NameLeak, None) => Err(Problem::new("needs-extension")),
        };
        let requests = asked.as_ref().map_or(0, |told| told.requests);
        ledger.give_back(office, at, limits::SAFETY_TEST.saturating_sub(requests));
        self.keep_ledger(ledger);
        match asked {
            // Turned round by the office's own router it was no stranger's word.
            Ok(told) if ground.vantage == Vantage::Outside && told.stood == Some(Vantage::Inside) => {
                voice.problem(Problem::new("still-inside")).await;
                None
            }
            Ok(Told { unsafe_answer, seen, .. }) => {
                Some(SafetyTest { id, vantage: ground.vantage, unsafe_answer, seen: Some(seen), at })
            }
            Err(problem) => {
                voice.problem(problem).await;
                None
            }
        }
    }

    async fn guest_call(&self, ground: &Ground) -> Result<Told, Problem> {
        let Ground { target, transport, from, .. } = ground;
        let called = strangers::call_as_guest(*target, *transport, from, &self.surroundings).await;
        let heard = called.map_err(not_made)?;
        let lines: Vec<&str> = heard.answers.iter().map(|a| a.line.as_str()).collect();
        let seen = if lines.is_empty() { NO_ANSWER.to_owned() } else { lines.join(", ") };
        let stood = vantage(target.ip(), heard.asker);
        Ok(Told { unsafe_answer: is_call_taken(&heard.answers), seen, requests: heard.requests, stood })
    }

    /// The made-up name first: a guard that acts at once must not be taken for an answer about the real one.
    async fn two_names(&self, name: &str, ground: &Ground) -> Result<Told, Problem> {
        let Ground { target, transport, from, .. } = ground;
        let ask = |name| strangers::ask_registration(name, *target, *transport, from, &self.surroundings);
        let made_up = ask(None).await.map_err(not_made)?;
        let real = ask(Some(name)).await.map_err(not_made)?;
        let last = |heard: &Heard| heard.answers.iter().rfind(|a| a.status >= 200).cloned();
        let (real_said, made_up_said) = (last(&real), last(&made_up));
        let line = |a: &Option<StrangerAnswer>| a.as_ref().map_or_else(|| NO_ANSWER.to_owned(), |a| a.line.clone());
        Ok(Told {
            unsafe_answer: do_names_leak(real_said.as_ref(), made_up_said.as_ref()),
            seen: format!("real: {}; made-up: {}", line(&real_said), line(&made_up_said)),
            requests: real.requests + made_up.requests,
            stood: vantage(target.ip(), real.asker.or(made_up.asker)),
        })
    }
}

/// What is noted where nothing came back.
const NO_ANSWER: &str = "no answer";

/// What one test told.
struct Told {
    unsafe_answer: Option<bool>,
    seen: String,
    /// Requests that a guard may count.
    requests: u32,
    /// Where the phone system saw this computer.
    stood: Option<Vantage>,
}

fn not_made(measured: Measured) -> Problem {
    Problem::new("safety-not-made").with("why", measured.seen.unwrap_or_else(|| measured.outcome.id().to_owned()))
}

#[cfg(test)]
#[path = "safety_tests.rs"]
mod tests;

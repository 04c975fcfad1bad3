//! Safety tests from inside, each only after its own yes. They count like every other SIP message: a guard beside the
//! phone system may count them too.

use std::net::SocketAddr;

use super::{Office, Voice, now};
use crate::domain::limits;
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::probe::{Evidence, Measured, Outcome, Vantage};
use crate::domain::safety::{SafetyId, SafetyTest, StrangerAnswer, do_names_leak, is_call_taken};
use crate::domain::service::{ProbeKind, Transport};
use crate::net::strangers::{self, Heard};

impl Office {
    pub(super) async fn test_safety(&mut self, voice: &Voice, tests: &[SafetyId], extension: Option<&str>) {
        let Some((target, transport)) = self.answering_sip() else {
            voice.problem(Problem::new("safety-no-sip")).await;
            return;
        };
        let total = u32::try_from(tests.len()).unwrap_or(u32::MAX);
        for (done, id) in (0u32..).zip(tests) {
            voice.say(Event::Progress { done, total, doing: Doing::Safety }).await;
            let Some(test) = self.one_test(voice, *id, (target, transport), extension).await else { return };
            voice.say(Event::Safety(test)).await;
        }
        voice.say(Event::Progress { done: total, total, doing: Doing::Safety }).await;
    }

    /// Where the phone system answered SIP, in this sitting or at the last check; over UDP if it can be chosen, as
    /// strangers do.
    fn answering_sip(&self) -> Option<(SocketAddr, Transport)> {
        let answered = |e: &&Evidence| {
            e.probe == ProbeKind::Sip
                && e.outcome == Outcome::Answered
                && e.vantage == Vantage::Inside
                && e.service.is_some()
        };
        let best = |all: &[Evidence]| {
            let found = all.iter().filter(answered).min_by_key(|e| (e.transport, e.target.port()));
            found.map(|e| (e.target, e.transport))
        };
        best(&self.inside).or_else(|| best(&self.store.last_report()?.evidence))
    }

    /// None: there is no room for it now, and that was said.
    async fn one_test(
        &mut self,
        voice: &Voice,
        id: SafetyId,
        (target, transport): (SocketAddr, Transport),
        extension: Option<&str>,
    ) -> Option<SafetyTest> {
        let at = now();
        let mut ledger = self.ledger();
        if !ledger.take(target.ip(), at, limits::SAFETY_TEST) {
            voice.problem(Problem::new("sip-limit").with("minutes", 10)).await;
            return None;
        }
        let asked = match (id, extension) {
            (SafetyId::GuestCalls, _) => self.guest_call(target, transport).await,
            (SafetyId::NameLeak, Some(name)) => self.two_names(name, target, transport).await,
            (SafetyId::NameLeak, None) => Err(Problem::new("needs-extension")),
        };
        let requests = asked.as_ref().map_or(0, |told| told.requests);
        ledger.give_back(target.ip(), at, limits::SAFETY_TEST.saturating_sub(requests));
        self.keep_ledger(ledger);
        match asked {
            Ok(Told { unsafe_answer, seen, .. }) => {
                Some(SafetyTest { id, vantage: Vantage::Inside, unsafe_answer, seen: Some(seen), at })
            }
            Err(problem) => {
                voice.problem(problem).await;
                None
            }
        }
    }

    async fn guest_call(&self, target: SocketAddr, transport: Transport) -> Result<Told, Problem> {
        let heard = strangers::call_as_guest(target, transport, &self.surroundings).await.map_err(not_made)?;
        let lines: Vec<&str> = heard.answers.iter().map(|a| a.line.as_str()).collect();
        let seen = if lines.is_empty() { NO_ANSWER.to_owned() } else { lines.join(", ") };
        Ok(Told { unsafe_answer: is_call_taken(&heard.answers), seen, requests: heard.requests })
    }

    /// The made-up name first: a guard that acts at once must not be taken for an answer about the real one.
    async fn two_names(&self, name: &str, target: SocketAddr, transport: Transport) -> Result<Told, Problem> {
        let ask = |name| strangers::ask_registration(name, target, transport, &self.surroundings);
        let made_up = ask(None).await.map_err(not_made)?;
        let real = ask(Some(name)).await.map_err(not_made)?;
        let last = |heard: &Heard| heard.answers.iter().rfind(|a| a.status >= 200).cloned();
        let (real_said, made_up_said) = (last(&real), last(&made_up));
        let line = |a: &Option<StrangerAnswer>| a.as_ref().map_or_else(|| NO_ANSWER.to_owned(), |a| a.line.clone());
        Ok(Told {
            unsafe_answer: do_names_leak(real_said.as_ref(), made_up_said.as_ref()),
            seen: format!("real: {}; made-up: {}", line(&real_said), line(&made_up_said)),
            requests: real.requests + made_up.requests,
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
}

fn not_made(measured: Measured) -> Problem {
    Problem::new("safety-not-made").with("why", measured.seen.unwrap_or_else(|| measured.outcome.id().to_owned()))
}

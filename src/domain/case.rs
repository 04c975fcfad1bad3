//! One check as data: everything that the plan and the judge read. Filled by engine events, rebuilt from a saved
//! report.

use std::collections::BTreeSet;
use std::net::IpAddr;

use jiff::Timestamp;

use crate::domain::address::NameLeads;
use crate::domain::catalog;
use crate::domain::change::{ChangeResult, JournalEntry};
use crate::domain::doorman::DoormanTest;
use crate::domain::inside::Inside;
use crate::domain::message::{Event, Problem};
use crate::domain::office::{
    Adapter, AddressFrom, Advice, AdviceId, Answers, Before, Candidate, MappingList, Office, PortMapping,
};
use crate::domain::outbound::Outgoing;
use crate::domain::probe::{Evidence, Outcome, Vantage};
use crate::domain::rehearsal::{Rehearsal, RingRound};
use crate::domain::report::{Looked, Report, WalkReport};
use crate::domain::safety::SafetyTest;
use crate::domain::service::{Profile, Service, ServiceId};
use crate::domain::voice::VoiceWalk;

/// Rehearsed calls kept; the oldest go first.
const MOST_REHEARSALS: usize = 8;

/// One check.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// When it began.
    pub started_at: Timestamp,
    /// When the last thing was heard.
    pub heard_at: Timestamp,
    /// What is known.
    pub office: Office,
    /// What the owner told.
    pub answers: Answers,
    /// The default router's table.
    pub mappings: Vec<PortMapping>,
    /// What was asked of the router.
    pub changes: Vec<ChangeResult>,
    /// What the journal holds.
    pub journal: Vec<JournalEntry>,
    /// Questions and answers.
    pub evidence: Vec<Evidence>,
    /// Walks outside.
    pub walks: Vec<WalkReport>,
    /// Messages that may have met a doorman.
    pub doorman: Vec<DoormanTest>,
    /// Walks along the voice range.
    pub voice: Vec<VoiceWalk>,
    /// Rehearsed calls.
    pub rehearsals: Vec<Rehearsal>,
    /// Rounds of the ring test.
    pub rings: Vec<RingRound>,
    /// Safety tests made.
    pub safety: Vec<SafetyTest>,
    /// Ways out that were tried.
    pub outbound: Vec<Outgoing>,
    /// What the phone system says of itself.
    pub inside: Option<Inside>,
    /// Machines that answered the look round.
    pub candidates: Vec<Candidate>,
    /// Whether the machine at the phone system's address is there at all.
    pub machine_there: Option<bool>,
    /// The last check.
    pub before: Option<Before>,
    /// The FAQ's advice.
    pub advice: Vec<Advice>,
    /// How far it got.
    pub looked: BTreeSet<Looked>,
}

impl Case {
    /// A case in which nothing is known yet.
    pub fn new(started_at: Timestamp, answers: Answers) -> Self {
        let mut case = Self {
            started_at,
            heard_at: started_at,
            office: Office::default(),
            answers,
            mappings: Vec::new(),
            changes: Vec::new(),
            journal: Vec::new(),
            evidence: Vec::new(),
            walks: Vec::new(),
            doorman: Vec::new(),
            voice: Vec::new(),
            rehearsals: Vec::new(),
            rings: Vec::new(),
            safety: Vec::new(),
            outbound: Vec::new(),
            inside: None,
            candidates: Vec::new(),
            machine_there: None,
            before: None,
            advice: AdviceId::ALL.map(|id| Advice { id, done: false, date: None }).to_vec(),
            looked: BTreeSet::new(),
        };
        case.note_typed_address();
        case
    }

    /// The case that a saved report was made from, to be judged with today's rules.
    pub fn of_report(report: &Report) -> Self {
        let duration = jiff::SignedDuration::from_millis(i64::try_from(report.duration_ms).unwrap_or(i64::MAX));
        Self {
            started_at: report.started_at,
            heard_at: report.started_at.checked_add(duration).unwrap_or(report.started_at),
            office: report.office.clone(),
            answers: report.answers.clone(),
            mappings: report.mappings.clone(),
            changes: report.changes.clone(),
            journal: Vec::new(),
            evidence: report.evidence.clone(),
            walks: report.walks.clone(),
            doorman: report.doorman.clone(),
            voice: report.voice.clone(),
            rehearsals: report.rehearsals.clone(),
            rings: report.rings.clone(),
            safety: report.safety.clone(),
            outbound: report.outbound.clone(),
            inside: report.inside.clone(),
            candidates: report.office.candidates.clone(),
            machine_there: report.office.machine_there,
            before: report.before.clone(),
            advice: report.advice.clone(),
            looked: report.looked.iter().copied().collect(),
        }
    }

    /// A fresh case for a re-check: answers, ticked advice, safety tests and what the last check knew are kept, evidence
    /// is not.
    #[must_use]
    pub fn again(report: &Report, started_at: Timestamp) -> Self {
        let mut case = Self::new(started_at, report.answers.clone());
        // A check that was broken off before it saw anything knows no more than the one before it.
        let saw_nothing = report.looked.is_empty();
        case.before = if saw_nothing { report.before.clone() } else { Some(report.as_before()) };
        case.advice.clone_from(&report.advice);
        // A call is not made again with every check. Where the street is another one by then, the judge leaves it out.
        case.rehearsals.clone_from(&report.rehearsals);
        case.rings.clone_from(&report.rings);
        // Known until the next look round.
        case.candidates.clone_from(&report.office.candidates);
        // Made on request only, so they stand with their day until they are made again.
        case.safety.clone_from(&report.safety);
        // Stands until somebody looks again; after some hours the judge leaves it out.
        case.inside.clone_from(&report.inside);
        case
    }

    /// Takes in what the engine said.
    pub fn absorb(&mut self, event: &Event) {
        match event {
            Event::OverIpv6Only(names) => self.office.over_ipv6_only.clone_from(names),
            Event::HostFilter(filter) => self.office.host_filter.clone_from(filter),
            Event::Adapters(adapters) => {
                self.office.adapters.clone_from(adapters);
                self.name_this_computer();
            }
            Event::Gateway(gateway) => {
                if gateway.is_default
                    && let Some(wan) = gateway.wan_address
                    && crate::domain::address::can_be_street(wan)
                {
                    self.office.put_public_address(wan, AddressFrom::Router);
                }
                let list = self.office.gateways.iter().find(|g| g.address == gateway.address).map(|g| g.list);
                let mut gateway = gateway.clone();
                if gateway.list == MappingList::Unread {
                    gateway.list = list.unwrap_or_default();
                }
                self.office.put_gateway(gateway);
            }
            Event::Mappings { gateway, mappings } => {
                if self.office.gateway().is_none_or(|g| g.address == *gateway) {
                    self.mappings.clone_from(mappings);
                    // Leases count from the end of the command that read them.
                    self.office.mappings_at = None;
                }
            }
            Event::Pinholes(pinholes) => self.office.pinholes.clone_from(pinholes),
            Event::PublicAddress { address, from } => {
                if *from == AddressFrom::PhonesUse {
                    self.office.phones_use_leads = Some(NameLeads::To(*address));
                }
                // Entrances are made over IPv4: a name may lead to the other kind as well.
                // What means something only inside is nobody's street, whoever typed it into a phone.
                let is_street = address.is_ipv4() && crate::domain::address::can_be_street(*address);
                if is_street || *from != AddressFrom::PhonesUse {
                    self.office.put_public_address(*address, *from);
                }
            }
            Event::Candidate(candidate) => {
                self.candidates.retain(|c| c.address != candidate.address);
                self.candidates.push(candidate.clone());
                self.candidates.sort_by_key(|c| (!c.likely, c.address));
            }
            Event::PhoneSystem(phone_system) => self.office.phone_system = Some(phone_system.clone()),
            Event::MachineThere(there) => self.machine_there = Some(*there),
            Event::Evidence(evidence) => self.put_evidence(evidence),
            Event::Walked(walk) => self.walks.push(walk.clone()),
            Event::Doorman(test) => {
                // Tried again after a switch was found: the newer word counts.
                self.doorman.retain(|t| !t.same_way(test));
                self.doorman.push(test.clone());
            }
            Event::Voice(walk) => self.voice.push(walk.clone()),
            Event::Rehearsed(rehearsal) => {
                // The same call may be told twice: by its code, and by its code pasted again.
                self.rehearsals.retain(|r| (r.at, r.asker) != (rehearsal.at, rehearsal.asker));
                let surplus = self.rehearsals.len().saturating_sub(MOST_REHEARSALS - 1);
                self.rehearsals.drain(..surplus);
                self.rehearsals.push((**rehearsal).clone());
            }
            Event::Rang(round) => {
                // Waits grow within one test, so a shorter one begins another.
                if self.rings.last().is_some_and(|last| last.quiet_secs >= round.quiet_secs) {
                    self.rings.clear();
                }
                self.rings.push(round.clone());
            }
            Event::Outgoing(out) => {
                self.outbound.retain(|o| !o.is_same_question(out));
                self.outbound.push(out.clone());
            }
            Event::Inside(inside) => self.inside = Some((**inside).clone()),
            Event::Safety(test) => {
                // Made again: the newer word counts.
                self.safety.retain(|t| (t.id, t.vantage) != (test.id, test.vantage));
                self.safety.push(test.clone());
            }
            Event::Changed(change) => {
                let place = |c: &ChangeResult| (c.external_port, c.protocol, c.family);
                self.changes.retain(|c| place(c) != place(change));
                let silent_at = self.silence_before(change);
                self.changes.push(ChangeResult { silent_at: silent_at.or(change.silent_at), ..change.clone() });
                self.forget_knocks_before(change);
                self.forget_calls_before(change);
            }
            Event::Journal(journal) => self.journal.clone_from(journal),
            Event::Looked(stage) => {
                self.looked.insert(*stage);
                if *stage == Looked::Inside && self.is_another_machine() {
                    self.forget_the_other_machine();
                }
            }
            Event::Finished { at } => {
                self.heard_at = *at;
                self.office.mappings_at.get_or_insert(*at);
            }
            Event::Problem(problem) => self.note_phones_use(problem),
            Event::Practice { answers, before, .. } => {
                self.answer((**answers).clone());
                self.before = before.as_deref().cloned();
            }
            Event::Renewed(_)
            | Event::Woke { .. }
            | Event::History(..)
            | Event::Invited { .. }
            | Event::Invitation(_)
            | Event::ResultCode(_)
            | Event::CallCode(_)
            | Event::Progress { .. }
            | Event::SetAside { .. }
            | Event::Settled(_)
            | Event::ProfileKept(_)
            | Event::HandedOut { .. } => {}
        }
    }

    /// Takes in what the owner told; a street address typed counts until somebody more believable says one.
    pub fn answer(&mut self, answers: Answers) {
        let office = &self.office;
        let typed = office.public_address.filter(|_| office.public_address_from == Some(AddressFrom::Typed));
        let name = self.name_of_street();
        self.answers = answers;
        // What the same name led to stands.
        if name.is_none() || name != self.name_of_street() {
            self.note_typed_address();
        }
        // Whoever opened at an address that was typed wrong says nothing about this office.
        if let Some(wrong) = typed.filter(|was| self.office.public_address != Some(*was)) {
            self.evidence.retain(|e| e.vantage != Vantage::Outside || e.target.ip() != wrong);
        }
        self.name_this_computer();
    }

    /// The owner says today that a test call had sound both ways, whatever was said before.
    pub fn hear_both_ways(&mut self, day: jiff::civil::Date) {
        self.answers.heard_both_ways = Some(day);
        if let Some(before) = &mut self.before {
            before.heard_both_ways = None;
        }
    }

    /// A phone system said to be at the loopback address is this computer, and a router needs its address in the office.
    fn name_this_computer(&mut self) {
        let real = Adapter::way_out_of(&self.office.adapters).map(|a| IpAddr::V4(a.address));
        if let Some(real) = real
            && self.answers.pbx.is_some_and(|ip| ip.is_loopback())
        {
            self.answers.pbx = Some(real);
        }
    }

    fn note_typed_address(&mut self) {
        let office = &mut self.office;
        if let Some(typed) = self.answers.public_address {
            office.put_public_address(typed, AddressFrom::Typed);
        } else if office.said.remove(&AddressFrom::Typed).is_some()
            && office.public_address_from == Some(AddressFrom::Typed)
        {
            let best = office.said.first_key_value();
            (office.public_address_from, office.public_address) = best.map(|(from, ip)| (*from, *ip)).unzip();
        }
    }

    /// Answered stays answered for the run; otherwise the newer word counts, whatever order they arrive in. Walks of
    /// different walkers stand side by side, told apart by the walker's own address; so do answers of different
    /// machines on one port, and a silence after an answer, which tells that a visitor was shut out.
    fn put_evidence(&mut self, evidence: &Evidence) {
        let same_question = |e: &Evidence| {
            e.service == evidence.service
                && e.vantage == evidence.vantage
                && e.target == evidence.target
                && e.transport == evidence.transport
                && e.asker == evidence.asker
        };
        let answered = |e: &Evidence| e.outcome == Outcome::Answered;
        let same_kind =
            |e: &Evidence| answered(e) == answered(evidence) && (!answered(e) || e.fingerprint == evidence.fingerprint);
        match self.evidence.iter_mut().find(|e| same_question(e) && same_kind(e)) {
            Some(known) if (known.at, known.outcome) <= (evidence.at, evidence.outcome) => *known = evidence.clone(),
            Some(_) => {}
            None => self.evidence.push(evidence.clone()),
        }
        let last_answer = self.evidence.iter().filter(|e| same_question(e) && answered(e)).map(|e| e.at).max();
        self.evidence.retain(|e| !same_question(e) || answered(e) || last_answer.is_none_or(|at| e.at > at));
    }

    /// The engine tells a name that leads nowhere as a problem; for the judge it is a fact.
    fn note_phones_use(&mut self, problem: &Problem) {
        if problem.code == "phones-use-unknown" {
            self.office.phones_use_leads = Some(NameLeads::Nowhere);
        }
    }

    /// The name to look the street address up by. An address that was typed as well counts more.
    pub fn name_of_street(&self) -> Option<String> {
        self.answers.street_name.clone().filter(|_| self.answers.public_address.is_none())
    }

    /// The phone system's address: where it was asked, else as typed.
    pub fn phone_system_address(&self) -> Option<IpAddr> {
        self.office.phone_system.as_ref().map(|p| p.address).or(self.answers.pbx)
    }

    /// True when this program runs on the phone system itself, where a router that opens only for the asker opens.
    pub fn is_on_phone_system(&self) -> bool {
        let address = self.phone_system_address();
        self.office.adapters.iter().any(|a| Some(IpAddr::V4(a.address)) == address)
            || address.is_some_and(|ip| ip.is_loopback())
    }

    /// The profile chosen.
    pub fn profile(&self) -> Option<&'static Profile> {
        catalog::profile(self.answers.system.as_ref()?)
    }

    /// Rows that the answers select. Words that do not fit were refused at the edge and select nothing here.
    pub fn selected(&self) -> BTreeSet<ServiceId> {
        let using = self.using();
        self.profile().and_then(|p| p.select(&using).ok()).unwrap_or_default()
    }

    /// The uses told, or the default: phones outside.
    pub fn using(&self) -> Vec<String> {
        if self.answers.using.is_empty() { vec!["remote-phones".to_owned()] } else { self.answers.using.clone() }
    }

    /// Selected rows of the profile in its order.
    pub fn selected_services(&self) -> Vec<&'static Service> {
        let selected = self.selected();
        self.profile().map(|p| p.services.iter().filter(|s| selected.contains(&s.id)).collect()).unwrap_or_default()
    }
}

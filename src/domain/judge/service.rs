//! One row of the profile: what was asked inside, what the router lists, who answered outside, and the verdict that
//! follows. Never from *verified* back within a run, because evidence of an answer stays.

use crate::domain::case::Case;
use crate::domain::judge::calls::Calls;
use crate::domain::judge::facts::{self, is_no_answer, is_of_one_visit};
use crate::domain::judge::pages;
use crate::domain::judge::table::Table;
use crate::domain::outbound;
use crate::domain::plan::{self, VoicePlan};
use crate::domain::probe::{Evidence, Family, Fingerprint, Identity, NotShown, Outcome, Vantage};
use crate::domain::report::{Listed, ServiceRow, Street, Verdict};
use crate::domain::service::{Direction, Need, PortRange, ProbeKind, Service, Transport};
use crate::domain::voice::{VoiceSeen, VoiceWalk};

/// One row and all that is known about it.
pub(in crate::domain) struct Row<'a> {
    pub(in crate::domain) service: &'static Service,
    pub(in crate::domain) selected: bool,
    /// Ports it is about; for the voice the proposed range.
    pub(in crate::domain) ports: PortRange,
    /// Of a voice row.
    pub(in crate::domain) voice: Option<VoicePlan>,
    /// Of a voice row, where a witness answered.
    pub(in crate::domain) heard: Option<VoiceSeen>,
    /// The latest question asked inside, answers first.
    pub(in crate::domain) inside: Option<&'a Evidence>,
    /// No datagram comes back to this computer.
    is_unheard: bool,
    pub(in crate::domain) listed: Listed,
    /// The knock that counts: an answer of the right machine, an answer, the latest word.
    pub(in crate::domain) outside: Option<&'a Evidence>,
    /// Every knock that was made from outside.
    pub(in crate::domain) knocks: Vec<&'a Evidence>,
    /// The right machine answered from outside.
    pub(in crate::domain) is_proved: bool,
    pub(in crate::domain) verdict: Verdict,
    pub(in crate::domain) not_shown: Vec<NotShown>,
}

impl Row<'_> {
    /// True when a stranger can ask. Nothing answers on a voice port outside a call.
    pub(in crate::domain) fn can_be_knocked(&self) -> bool {
        !matches!(self.service.probe, ProbeKind::Rtp | ProbeKind::None)
    }

    /// Where no datagram comes back to this computer, silence is its own trouble.
    pub(in crate::domain) fn inside_outcome(&self) -> Outcome {
        match self.inside.map(|e| (e.transport, e.outcome)) {
            None => Outcome::NotChecked,
            Some((Transport::Udp, Outcome::Silent)) if self.is_unheard => Outcome::Failed,
            Some((_, outcome)) => outcome,
        }
    }

    pub(in crate::domain) fn outside_outcome(&self) -> Outcome {
        self.outside.map_or(Outcome::NotChecked, |e| e.outcome)
    }

    /// True for the bell: a service that starts calls.
    pub(in crate::domain) fn is_signalling(&self) -> bool {
        matches!(self.service.probe, ProbeKind::Sip | ProbeKind::Iax2)
            || (self.service.probe == ProbeKind::Tls && self.service.id.0.starts_with("sip"))
    }

    /// The row as the report shows it. What explains its verdict is put in when the findings are known.
    pub(super) fn report(&self, case: &Case) -> ServiceRow {
        let service = self.service;
        let over_ipv6 = facts::knocks_over_ipv6(case).filter(|e| e.service.as_ref() == Some(&service.id));
        ServiceRow {
            id: service.id.clone(),
            label: service.label.clone(),
            protocol: service.protocol,
            ports: self.voice.as_ref().map_or_else(|| service.ports(), |v| v.whole),
            direction: service.direction,
            need: service.need,
            selected: self.selected,
            inside: self.inside_outcome(),
            router: self.listed,
            outside: self.outside_outcome(),
            outside_ipv6: over_ipv6.map(|e| e.outcome).min().unwrap_or(Outcome::NotChecked),
            verdict: self.verdict,
            because: None,
            unconfirmed: service.is_unconfirmed(),
            not_shown: self.not_shown.clone(),
        }
    }
}

/// Every row of the profile.
pub(super) fn rows<'a>(case: &'a Case, table: &Table<'a>, calls: &Calls<'a>) -> Vec<Row<'a>> {
    let Some(profile) = case.profile() else { return Vec::new() };
    let selected = case.selected();
    let mut rows: Vec<Row<'a>> =
        profile.services.iter().map(|s| measured(case, table, s, selected.contains(&s.id))).collect();
    // A protocol without a name of its own leans on what other entrances of the same run showed.
    let others_matched = rows.iter().any(|r| r.is_proved);
    for row in &mut rows {
        // Only the witness has the key of the code, so its answers are proof of the machine that it stands on.
        let by_witness = row.heard.as_ref().is_some_and(|heard| heard.proves(row.ports));
        // A sound of our own came back through the street, so that pair of doors is open. A witness who says that others
        // are shut counts more.
        let is_whole = row.heard.as_ref().is_none_or(|heard| !heard.is_partly_open());
        let by_call = row.service.is_voice_of_calls() && is_whole && calls.prove_voice();
        row.is_proved = row.is_proved || by_witness || by_call || is_proved_without_name(case, row, others_matched);
        row.verdict = verdict(case, row);
        if row.verdict == Verdict::Verified {
            row.not_shown = if by_call && !by_witness { vec![NotShown::OtherPorts] } else { not_shown(case, row) };
        }
    }
    rows
}

fn measured<'a>(case: &'a Case, table: &Table<'a>, service: &'static Service, selected: bool) -> Row<'a> {
    let voice = service.is_voice().then(|| plan::voice_plan(case, service));
    let ports = voice.as_ref().map_or_else(|| service.ports(), |v| v.proposed);
    let listed = match (service.direction, &voice) {
        (Direction::Outbound, _) => Listed::NotChecked,
        (Direction::Inbound, Some(voice)) if !voice.one_by_one => table.listed_whole(service.protocol, ports),
        (Direction::Inbound, _) => table.listed(service.protocol, ports),
    };
    let walked = |v: &&VoiceWalk| v.service == service.id && facts::is_from_outside(case, v.asker);
    let newest = case.voice.iter().filter(walked).map(|v| v.at).max();
    let mut walks = case.voice.iter().filter(walked).filter(|v| is_of_one_visit(newest, v.at)).peekable();
    let heard = walks.peek().is_some().then(|| VoiceSeen::of(walks, ports));
    let knocks: Vec<&Evidence> = facts::knocks(case).filter(|e| e.service.as_ref() == Some(&service.id)).collect();
    let prints = fingerprints_inside(case, service);
    let is_match = |e: &Evidence| e.outcome == Outcome::Answered && e.fingerprint.is_some_and(|f| prints.contains(&f));
    // To the last: which came in first must not count.
    let weight = |e: &&Evidence| (is_match(e), rank(e.outcome), e.at, e.asker, e.target, e.outcome);
    Row {
        service,
        selected,
        ports,
        voice,
        heard,
        inside: asked_inside(case, service).max_by_key(|e| (rank(e.outcome), e.at)),
        is_unheard: facts::is_deaf(case),
        listed,
        outside: knocks.iter().copied().max_by_key(weight),
        is_proved: knocks.iter().any(|e| is_match(e)),
        knocks,
        verdict: Verdict::NotChecked,
        not_shown: Vec::new(),
    }
}

/// Which of several words on one question counts most.
const fn rank(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Answered => 3,
        Outcome::Refused | Outcome::Silent | Outcome::Unreachable => 2,
        Outcome::Failed => 1,
        Outcome::NotChecked => 0,
    }
}

/// Questions to the phone system itself, at the address that it has now.
fn asked_inside<'a>(case: &'a Case, service: &Service) -> impl Iterator<Item = &'a Evidence> {
    let address = case.phone_system_address();
    let of_row = case.evidence.iter().filter(|e| e.service.as_ref() == Some(&service.id));
    of_row.filter(move |e| e.vantage == Vantage::Inside && address.is_none_or(|a| a == e.target.ip()))
}

fn fingerprints_inside(case: &Case, service: &Service) -> Vec<Fingerprint> {
    asked_inside(case, service).filter(|e| e.outcome == Outcome::Answered).filter_map(|e| e.fingerprint).collect()
}

/// True where the phone system answered somebody outside under the name that it has inside, at whatever hour.
pub(super) fn was_answered_by_name(case: &Case) -> bool {
    let answers = facts::all_knocks_over(case, Family::Ipv4).filter(|e| e.outcome == Outcome::Answered);
    answers.filter_map(|e| e.service.as_ref().zip(e.fingerprint)).any(|(id, print)| {
        let service = case.profile().and_then(|p| p.service(id)).filter(|s| s.need != Need::Never);
        service.is_some_and(|service| fingerprints_inside(case, service).contains(&print))
    })
}

/// How sure it is who answered this question.
pub(super) fn identity(facts: &facts::Facts<'_>, evidence: &Evidence) -> Identity {
    let row = evidence.service.as_ref().and_then(|id| facts.row(id));
    let Some(row) = row.filter(|_| evidence.outcome == Outcome::Answered) else { return Identity::None };
    if evidence.family == Family::Ipv6 {
        let is_own = own_answers_over_ipv6(facts.case, row).any(|e| std::ptr::eq(e, evidence));
        return if is_own { Identity::Consistent } else { Identity::None };
    }
    if evidence.vantage != Vantage::Outside || !row.knocks.iter().any(|e| std::ptr::eq(*e, evidence)) {
        return Identity::None;
    }
    if row.service.is_voice() {
        return Identity::Proved;
    }
    let prints = fingerprints_inside(facts.case, row.service);
    let is_same = match evidence.fingerprint {
        Some(print) => prints.contains(&print),
        None => row.is_proved && prints.is_empty(),
    };
    if is_same { Identity::Consistent } else { Identity::None }
}

/// What the phone system itself answered over IPv6, to somebody who came from outside. That proves no entrance over
/// IPv4, and says by which way phones can come in all the same.
pub(super) fn own_answers_over_ipv6<'c>(case: &'c Case, row: &Row<'_>) -> impl Iterator<Item = &'c Evidence> {
    let (service, prints) = (&row.service.id, fingerprints_inside(case, row.service));
    let answers = facts::knocks_over_ipv6(case).filter(|e| e.outcome == Outcome::Answered);
    answers
        .filter(move |e| e.service.as_ref() == Some(service))
        .filter(move |e| e.fingerprint.is_some_and(|print| prints.contains(&print)))
}

/// A protocol without a name (IAX2, a bare TCP service): the same port answers inside, and either the router's list
/// leads to the phone system, or another entrance of the same run was matched, or a look round found no other machine.
fn is_proved_without_name(case: &Case, row: &Row<'_>, others_matched: bool) -> bool {
    let unnamed = |e: &Evidence| e.outcome == Outcome::Answered && e.fingerprint.is_none();
    let nobody_else = !case.candidates.is_empty() && !someone_alike(case);
    row.knocks.iter().any(|e| unnamed(e))
        && row.inside.is_some_and(unnamed)
        && (row.listed == Listed::Mapped || others_matched || nobody_else)
}

/// True when the look round found another machine that calls itself the same.
fn someone_alike(case: &Case) -> bool {
    let Some(address) = case.phone_system_address() else { return false };
    let own = case.candidates.iter().find(|c| c.address == address).and_then(|c| c.server.as_ref());
    case.candidates
        .iter()
        .any(|c| c.address != address && (c.likely || (c.server.is_some() && c.server.as_ref() == own)))
}

fn not_shown(case: &Case, row: &Row<'_>) -> Vec<NotShown> {
    let mut open = Vec::new();
    let alone = !case.candidates.is_empty() && !someone_alike(case);
    if row.listed != Listed::Mapped && !alone && !row.service.is_voice() {
        open.push(NotShown::WhichMachine);
    }
    let known_street = |e: &&&Evidence| facts::walks_of(case, e).any(|w| w.street == Street::Other);
    let answers = row.knocks.iter().filter(|e| e.outcome == Outcome::Answered);
    if answers.filter(known_street).count() == 0 {
        open.push(NotShown::Street);
    }
    open
}

fn verdict(case: &Case, row: &Row<'_>) -> Verdict {
    match (row.service.direction, row.service.need) {
        (Direction::Outbound, _) => outbound::verdict(case, row.service),
        (Direction::Inbound, Need::Never) => locked(case, row),
        (Direction::Inbound, Need::Required | Need::IfFeature) if row.selected => wanted(case, row),
        (Direction::Inbound, Need::Required | Need::IfFeature) => Verdict::NotChecked,
    }
}

fn locked(case: &Case, row: &Row<'_>) -> Verdict {
    if answered_over_ipv6(case, row).is_some() {
        return Verdict::Exposed;
    }
    if row.knocks.iter().any(|e| e.outcome == Outcome::Answered) {
        // The desk phones share their ports with the phone system's own page, and with any other page behind the street.
        let is_another = another_answers(case, row);
        let is_phones = is_another && pages::is_a_desk_phones(case, row);
        let may_be_others = row.service.is_on_phones() || (is_another && pages::is_at_a_web_port(row));
        return if may_be_others && !is_phones { Verdict::NotChecked } else { Verdict::Exposed };
    }
    // Over IPv6 a page answered that may be a desk phone's or the phone system's own: then nobody says that it is shut.
    let doubtful = answers_over_ipv6(case, row).next().is_some();
    let mut silences = row.knocks.iter().filter(|e| is_no_answer(e.outcome));
    let is_shut = !doubtful && silences.any(|e| facts::silence_locks(case, e));
    if is_shut { Verdict::Shut } else { Verdict::NotChecked }
}

/// The answer of a cabinet over IPv6. A desk phone's page is another machine's than the one that was knocked at.
pub(super) fn answered_over_ipv6<'c>(case: &'c Case, row: &Row<'_>) -> Option<&'c Evidence> {
    answers_over_ipv6(case, row).next().filter(|_| !row.service.is_on_phones())
}

fn answers_over_ipv6<'c>(case: &'c Case, row: &Row<'_>) -> impl Iterator<Item = &'c Evidence> {
    let id = row.service.id.clone();
    facts::knocks_over_ipv6(case).filter(move |e| e.service.as_ref() == Some(&id) && e.outcome == Outcome::Answered)
}

/// True when what answers outside at this row's port is another machine than the phone system, as far as the phone
/// system itself was heard there or elsewhere.
pub(super) fn another_answers(case: &Case, row: &Row<'_>) -> bool {
    let of_it = |e: &&Evidence| e.vantage == Vantage::Inside && case.phone_system_address() == Some(e.target.ip());
    let same_port = |e: &&Evidence| e.transport == row.service.protocol && e.target.port() == row.service.port_start;
    let asked: Vec<&Evidence> = case.evidence.iter().filter(of_it).filter(same_port).collect();
    // One that keeps this computer out altogether may answer the street itself.
    let is_heard = case.evidence.iter().filter(of_it).any(|e| e.outcome == Outcome::Answered);
    let answered = asked.iter().filter(|e| e.outcome == Outcome::Answered);
    let prints: Vec<Fingerprint> = answered.filter_map(|e| e.fingerprint).collect();
    let answers = row.knocks.iter().filter(|e| e.outcome == Outcome::Answered);
    !asked.is_empty() && is_heard && answers.filter_map(|e| e.fingerprint).any(|f| !prints.contains(&f))
}

fn wanted(case: &Case, row: &Row<'_>) -> Verdict {
    if row.is_proved {
        return Verdict::Verified;
    }
    let outside = row.outside_outcome();
    let named_inside = !fingerprints_inside(case, row.service).is_empty();
    if outside == Outcome::Answered && named_inside && row.outside.is_some_and(|e| e.fingerprint.is_some()) {
        return Verdict::WrongHost;
    }
    if row.service.is_voice() {
        let is_shut = row.heard.as_ref().is_some_and(VoiceSeen::is_partly_open);
        return if is_shut { Verdict::NoAnswer } else { Verdict::NotChecked };
    }
    if is_no_answer(row.inside_outcome()) {
        return Verdict::NothingListening;
    }
    if !is_no_answer(outside) {
        return Verdict::NotChecked;
    }
    if is_guarded(case, row) { Verdict::Guarded } else { Verdict::NoAnswer }
}

/// Silent to strangers only, while a guest list applies and nothing else explains the silence.
fn is_guarded(case: &Case, row: &Row<'_>) -> bool {
    let may_lead_there = match row.listed {
        Listed::Mapped | Listed::NotChecked => true,
        Listed::NotListed | Listed::WrongDevice | Listed::WrongPort | Listed::Disabled => false,
    };
    let mut told = row.knocks.iter().filter(|e| is_no_answer(e.outcome));
    !case.answers.trusted.is_empty()
        && may_lead_there
        && row.inside_outcome() == Outcome::Answered
        && told.all(|e| e.outcome == Outcome::Silent && !facts::is_guest(case, e.asker))
}

//! The phone system: found or not, silent, partly silent, moved.

use std::net::IpAddr;

use crate::domain::catalog;
use crate::domain::judge::facts::{Facts, is_no_answer};
use crate::domain::judge::inside;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::office::{AdviceId, Candidate, Control, PhoneSystem};
use crate::domain::probe::Outcome;
use crate::domain::report::{Listed, Looked, Severity};
use crate::domain::service::{Direction, Need};

pub(super) const RULES: [&Rule; 6] = [
    &PHONE_SYSTEM_NOT_FOUND,
    &PHONE_SYSTEM_SILENT,
    &PHONE_SYSTEM_MOVED,
    &SERVICE_NOT_RUNNING,
    &PHONE_SYSTEM_ADDRESS_MAY_CHANGE,
    &SEVERAL_PHONE_SYSTEMS,
];

/// Args: none.
const PHONE_SYSTEM_NOT_FOUND: Rule = Rule {
    code: "phone-system-not-found",
    severity: Severity::Blocker,
    hides: &["walk-path-unproved"],
    find: |facts| {
        let candidate = facts.case.candidates.iter().any(|c| c.likely);
        let none = facts.case.phone_system_address().is_none() && !candidate;
        if facts.looked(Looked::PhoneSystem) && none { vec![Found::office()] } else { Vec::new() }
    },
};

/// On a guest Wi-Fi the router answers as little as the phone system.
pub(super) const APART: &[&str] = &["public-address-unknown", "router-not-found"];

/// Args: address, there (yes or no, when known), apart (yes when the router answers nothing either, as on a guest Wi-Fi).
const PHONE_SYSTEM_SILENT: Rule = Rule {
    code: "phone-system-silent",
    severity: Severity::Blocker,
    hides: &["blocked-before-router", "no-answer-outside", "service-not-running", "walk-path-unproved"],
    find: |facts| {
        let Some(system) = facts.case.office.phone_system.as_ref().filter(|_| facts.looked(Looked::Inside)) else {
            return Vec::new();
        };
        let was_asked = wanted(facts).any(|r| is_no_answer(r.inside_outcome()));
        if answers(facts, system) || !was_asked || inside::waits_elsewhere(facts) {
            return Vec::new();
        }
        // Whoever is answered on the street shows that somebody is at home, unless the router's list leads elsewhere or
        // the machine is not there at all.
        let leads_elsewhere = |r: &Row<'_>| matches!(r.listed, Listed::WrongDevice | Listed::WrongPort);
        let is_there = facts.case.machine_there != Some(false);
        let answered = |r: &Row<'_>| r.outside_outcome() == Outcome::Answered && !leads_elsewhere(r);
        if is_there && facts.selected().any(answered) {
            return Vec::new();
        }
        // It may have answered to a firewall of this computer's own.
        let unheard = wanted(facts).any(|r| r.inside_outcome() == Outcome::Failed);
        if facts.is_deaf() && unheard && facts.case.machine_there != Some(false) {
            return Vec::new();
        }
        let there = facts.case.machine_there.map(|there| if there { "yes" } else { "no" });
        let silences = wanted(facts).filter_map(|r| r.inside);
        let mute = facts.gateway().is_none_or(|g| g.control == Control::None) && facts.looked(Looked::Router);
        let apart = mute && facts.case.machine_there != Some(true);
        let found = Found::office().arg("address", system.address).arg("apart", if apart { "yes" } else { "no" });
        let found = found.also_hiding(if apart { APART } else { &[] });
        vec![found.maybe("there", there).seen(facts, silences)]
    },
};

/// Rows that an owner may want. A cabinet that answers does not show that the phone system is at home.
fn wanted<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = &'f Row<'f>> {
    facts.rows.iter().filter(|r| r.service.direction == Direction::Inbound && r.service.need != Need::Never)
}

fn answers(facts: &Facts<'_>, system: &PhoneSystem) -> bool {
    system.answers_inside || wanted(facts).any(|r| r.inside_outcome() == Outcome::Answered)
}

/// Args: address, outside (yes or no: somebody was answered from outside), ports.
const SERVICE_NOT_RUNNING: Rule = Rule {
    code: "service-not-running",
    severity: Severity::Problem,
    hides: &["no-answer-outside", "walk-path-unproved"],
    find: |facts| {
        let system = facts.case.office.phone_system.as_ref().filter(|_| facts.looked(Looked::Inside));
        let Some(system) = system else { return Vec::new() };
        let down: Vec<&Row<'_>> =
            facts.selected().filter(|r| is_no_answer(r.inside_outcome()) && !r.is_proved).collect();
        // Whoever is answered from outside shows that the service runs: this computer is kept out, or the answer is
        // another machine's.
        let outside = down.iter().any(|r| r.outside_outcome() == Outcome::Answered);
        let seen: Vec<_> = down.iter().flat_map(|r| [r.inside, r.outside]).flatten().collect();
        let found = Found::about(down).map(|f| f.arg("address", system.address).seen(facts, seen));
        let found = found.map(|f| f.arg("outside", if outside { "yes" } else { "no" }));
        found.into_iter().collect()
    },
};

/// Args: address (now), client (before), by (hardware or name: how it was known again).
const PHONE_SYSTEM_MOVED: Rule = Rule {
    code: "phone-system-moved",
    severity: Severity::Problem,
    hides: &["mapping-gone", "mapping-wrong-device"],
    find: |facts| {
        let now = facts.case.office.phone_system.as_ref().filter(|_| facts.looked(Looked::Inside));
        let before = facts.case.before.as_ref().and_then(|b| b.phone_system.as_ref());
        let Some((now, before)) = now.zip(before) else { return Vec::new() };
        // Where the entrances lead there already, and a visitor got through, nothing is left to say.
        let followed = facts.selected().any(|r| r.is_proved && r.listed == Listed::Mapped);
        if !now.is_same_machine(before) || now.address == before.address || followed {
            return Vec::new();
        }
        // An entrance that leads to a third machine has another cause.
        let elsewhere = |r: &&Row<'_>| {
            r.listed == Listed::WrongDevice
                && facts.table.other_holder(r.service.protocol, r.ports) != Some(before.address)
        };
        let found = Found::about(facts.selected().filter(|r| !elsewhere(r))).unwrap_or_else(Found::office);
        let by = if now.mac.is_some() && before.mac.is_some() { "hardware" } else { "name" };
        vec![found.arg("address", now.address).arg("client", before.address).arg("by", by)]
    },
};

/// Args: address.
const PHONE_SYSTEM_ADDRESS_MAY_CHANGE: Rule = Rule {
    code: "phone-system-address-may-change",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let reserved = facts.case.advice.iter().any(|a| a.id == AdviceId::AddressReservation && a.done);
        let address: Option<IpAddr> = facts.case.office.phone_system.as_ref().map(|p| p.address);
        let Some(address) = address.filter(|_| facts.looked(Looked::Inside) && !reserved) else { return Vec::new() };
        vec![Found::office().arg("address", address)]
    },
};

/// Args: chosen (yes or no), address (the one this check is about, when chosen), others, next (address of the first other), leads (where
/// each entrance leads).
const SEVERAL_PHONE_SYSTEMS: Rule = Rule {
    code: "several-phone-systems",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let chosen = facts.case.office.phone_system.as_ref();
        let address = facts.case.phone_system_address();
        let others: Vec<&Candidate> = others(facts).collect();
        // One that turned out to be silent may be the old address of the other; that is said elsewhere.
        let is_silent = facts.looked(Looked::Inside) && chosen.is_some_and(|c| !answers(facts, c));
        let more = if address.is_none() { others.len() > 1 } else { !others.is_empty() && !is_silent };
        let Some(next) = others.first().filter(|_| more) else { return Vec::new() };
        let named = others.iter().map(|c| called(c)).collect::<Vec<_>>().join("; ");
        let leads: Vec<String> = facts.selected().filter_map(|r| leads(facts, r)).collect();
        let leads = (!leads.is_empty()).then(|| leads.join(", "));
        let chosen = if address.is_some() { "yes" } else { "no" };
        let found = Found::office()
            .arg("chosen", chosen)
            .maybe("address", address)
            .arg("others", named)
            .arg("next", next.address);
        vec![found.maybe("leads", leads)]
    },
};

/// Machines that look like a phone system, besides the one that this check is about.
fn others<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = &'f Candidate> {
    let address = facts.case.phone_system_address();
    facts.case.candidates.iter().filter(move |c| c.likely && Some(c.address) != address)
}

/// The phone system of the office that answers at this address, where it is not the one that this check is about.
pub(super) fn other_system(facts: &Facts<'_>, address: IpAddr) -> Option<String> {
    others(facts).find(|c| c.address == address).map(called)
}

/// What it is, where that is known, and its address.
fn called(candidate: &Candidate) -> String {
    let profile = candidate.profile.as_ref().and_then(catalog::profile).map(|p| p.name.as_str());
    match profile.or(candidate.server.as_deref()) {
        Some(name) => format!("{name}, {}", candidate.address),
        None => candidate.address.to_string(),
    }
}

/// Where the router's list sends visitors of an entrance.
fn leads(facts: &Facts<'_>, row: &Row<'_>) -> Option<String> {
    let protocol = row.service.protocol;
    let right = facts.table.right_lines(protocol, row.ports).first().map(|l| l.internal_client);
    let client = right.or_else(|| facts.table.other_holder(protocol, row.ports))?;
    Some(format!("{} {} → {client}", row.ports, protocol.name()))
}

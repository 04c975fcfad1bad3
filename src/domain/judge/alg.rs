//! The doorman (SIP ALG): letters that were rewritten or kept on their way, by what arrived outside; and, where nobody
//! outside could be asked, a hint that there may be one.

use std::net::{IpAddr, SocketAddr};

use crate::domain::address::{self, AddressKind};
use crate::domain::catalog::{self, AlgSwitch};
use crate::domain::doorman::{self, DoormanTest, Fate};
use crate::domain::judge::facts::{Facts, default_adapter};
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::office::AdviceId;
use crate::domain::outbound::{Destination, Outgoing};
use crate::domain::probe::Outcome;
use crate::domain::report::Severity;
use crate::domain::service::Transport;
use crate::domain::sip_compare::ChangedLine;

pub(super) const RULES: [&Rule; 3] = [&SIP_REWRITTEN, &SIP_SWALLOWED, &SIP_DOORMAN_HINT];

/// Args: lines (changed), sent and arrived (one of them, at both ends), ports (messages that were rewritten), follows
/// (usual-port, every-port, unknown), back (yes when the way back was rewritten too), ticked (yes when the advice says
/// that it is off), walls (two when another router stands in front), and what is known of this router's switch.
const SIP_REWRITTEN: Rule = Rule {
    code: "sip-rewritten",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let tests = with_fate(facts, |fate| fate == Fate::Rewritten);
        if tests.is_empty() {
            return Vec::new();
        }
        let changed: Vec<ChangedLine> = tests.iter().flat_map(|t| t.changes()).collect();
        let back: Vec<ChangedLine> = tests.iter().flat_map(|t| t.changes_back()).collect();
        let shown = changed.iter().chain(&back).find(|c| c.sent.is_some() && c.arrived.is_some());
        let ticked = facts.case.advice.iter().any(|a| a.id == AdviceId::AlgOff && a.done);
        let found = Found::office()
            .arg("lines", doorman::changed_names(&facts.case.doorman).join(", "))
            .arg("ports", names(&tests))
            .arg("follows", doorman::follows(&facts.case.doorman).id())
            .arg("back", if back.is_empty() { "no" } else { "yes" })
            .arg("ticked", if ticked { "yes" } else { "no" })
            .arg("walls", if facts.wall.is_outside_ours() { "two" } else { "one" })
            .maybe("sent", shown.and_then(|c| c.sent.as_ref()))
            .maybe("arrived", shown.and_then(|c| c.arrived.as_ref()));
        vec![with_switch(facts, found)]
    },
};

/// Only a warning: a filter of the internet company or of the helper's own host looks the same.
///
/// Args: ports (messages that vanished), passed (those that arrived), way (out or back), and what is known of this
/// router's switch.
const SIP_SWALLOWED: Rule = Rule {
    code: "sip-swallowed",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let vanished = doorman::swallowed(&facts.case.doorman);
        if vanished.is_empty() {
            return Vec::new();
        }
        let passed = with_fate(facts, |fate| matches!(fate, Fate::Untouched | Fate::Rewritten));
        let out = vanished.iter().any(|t| t.fate() == Fate::Lost);
        let found = Found::office()
            .arg("ports", names(&vanished))
            .arg("way", if out { "out" } else { "back" })
            .arg("passed", names(&passed));
        vec![with_switch(facts, found)]
    },
};

/// Args: server (who was asked), named (yes or no), address (how it named us), and what is known of this router's
/// switch.
const SIP_DOORMAN_HINT: Rule = Rule {
    code: "sip-doorman-hint",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        // A letter that was really compared says it better.
        let Some(inside) = behind_nat(facts).filter(|_| facts.case.doorman.is_empty()) else { return Vec::new() };
        let odd = facts.case.outbound.iter().find(|o| hides_our_street(o, inside));
        let found = odd.and_then(|out| {
            let named = if out.asker.is_some() { "yes" } else { "no" };
            let found = Found::office().arg("server", server(out)?).arg("named", named).maybe("address", out.asker);
            Some(with_switch(facts, found))
        });
        found.into_iter().collect()
    },
};

/// Tests of one fate.
fn with_fate<'a>(facts: &Facts<'a>, wanted: impl Fn(Fate) -> bool) -> Vec<&'a DoormanTest> {
    facts.case.doorman.iter().filter(|t| wanted(t.fate())).collect()
}

/// For example `UDP 5060, UDP 5062`.
fn names(tests: &[&DoormanTest]) -> String {
    tests.iter().map(|t| t.name()).collect::<Vec<_>>().join(", ")
}

/// How to switch it off on this router. Where the router did not say who it is, the general guide knows the names.
fn with_switch(facts: &Facts<'_>, found: Found) -> Found {
    let guide = match facts.gateway() {
        Some(gateway) => catalog::guide_for(gateway),
        None => catalog::guide("generic"),
    };
    let switch = guide.map_or(AlgSwitch::Unknown, |g| g.sip_alg_switch);
    let known = guide.filter(|_| switch != AlgSwitch::Unknown);
    found
        .arg("switch", switch.id())
        .maybe("router", known.map(|g| &g.brand))
        .maybe("setting", guide.map(|g| &g.sip_alg_name))
        .maybe("path", guide.map(|g| &g.sip_alg_off))
}

/// The address that this computer has inside, when it is none that the street could see.
fn behind_nat(facts: &Facts<'_>) -> Option<IpAddr> {
    let address = IpAddr::V4(default_adapter(facts.case)?.address);
    (address::kind(address) == AddressKind::Private).then_some(address)
}

/// The phone company's server, where it is on another street and answered a letter over UDP, which doormen read.
fn server(out: &Outgoing) -> Option<SocketAddr> {
    let is_letter = out.to == Destination::Provider && out.transport == Transport::Udp;
    let answered = is_letter && out.outcome == Outcome::Answered;
    out.target.filter(|target| answered && address::can_be_street(target.ip()))
}

/// A server names the address that a question came from when our letter names another (RFC 3261 section 18.2.1). Behind
/// a NAT it always does. Where it names none, or our inside address, somebody rewrote the letter, or the answer.
fn hides_our_street(out: &Outgoing, inside: IpAddr) -> bool {
    server(out).is_some() && out.asker.is_none_or(|ip| ip == inside)
}

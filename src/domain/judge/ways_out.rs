//! Ways out: what the phone system must reach and could not, and the phone company's server that the owner named.

use crate::domain::judge::facts::Facts;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::office::Adapter;
use crate::domain::outbound::{self, Destination, Lookup, Outgoing};
use crate::domain::probe::Outcome;
use crate::domain::report::{Severity, Verdict};
use crate::domain::service::Direction;

pub(super) const RULES: [&Rule; 2] = [&PROVIDER_UNREACHABLE, &OUTBOUND_BLOCKED];

/// Args: server (as typed), why (nowhere, nobody-to-ask, silent, refused or unreachable), asked (when anybody was),
/// from (phone-system or here).
const PROVIDER_UNREACHABLE: Rule = Rule {
    code: "provider-unreachable",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let asked: Vec<&Outgoing> = facts.case.outbound.iter().filter(|o| o.to == Destination::Provider).collect();
        if asked.iter().any(|o| o.outcome == Outcome::Answered) {
            return Vec::new();
        }
        // What came furthest says most: a refusal comes from the server itself or from a wall before it.
        let best = asked.iter().filter_map(|o| Some((why(o)?, o))).min_by_key(|(why, _)| *why);
        let Some((why, out)) = best else { return Vec::new() };
        let targets: Vec<String> = asked.iter().filter_map(|o| named(o)).collect();
        let found = Found::office().arg("server", out.name.as_deref().unwrap_or_default()).arg("why", why.id());
        let targets = (!targets.is_empty()).then(|| targets.join(", "));
        vec![found.maybe("asked", targets).arg("from", from(facts))]
    },
};

/// Why the phone company was not reached, the one that came furthest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    Refused,
    Silent,
    Unreachable,
    Nowhere,
    NobodyToAsk,
}

impl Why {
    const fn id(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Silent => "silent",
            Self::Unreachable => "unreachable",
            Self::Nowhere => "nowhere",
            Self::NobodyToAsk => "nobody-to-ask",
        }
    }
}

/// None where the trouble is this computer's own, or nobody was asked for want of room under the limits.
fn why(out: &Outgoing) -> Option<Why> {
    match (out.lookup, out.outcome) {
        (Lookup::Nowhere, _) => Some(Why::Nowhere),
        (Lookup::NobodyToAsk, _) => Some(Why::NobodyToAsk),
        (Lookup::Given | Lookup::Host | Lookup::Srv | Lookup::Naptr, outcome) => match outcome {
            Outcome::Refused => Some(Why::Refused),
            Outcome::Silent => Some(Why::Silent),
            Outcome::Unreachable => Some(Why::Unreachable),
            Outcome::Answered | Outcome::Failed | Outcome::NotChecked => None,
        },
    }
}

/// Args: ports, asked, from (phone-system or here).
const OUTBOUND_BLOCKED: Rule = Rule {
    code: "outbound-blocked",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let is_blocked = |r: &&Row<'_>| r.service.direction == Direction::Outbound && r.verdict == Verdict::Blocked;
        let blocked: Vec<&Row<'_>> = facts.rows.iter().filter(is_blocked).collect();
        let asked = blocked.iter().flat_map(|r| outbound::tried(facts.case, r.service)).filter_map(named);
        let asked = asked.collect::<Vec<_>>().join(", ");
        let found = Found::about(blocked).map(|f| f.arg("asked", asked).arg("from", from(facts)));
        found.into_iter().collect()
    },
};

fn named(out: &Outgoing) -> Option<String> {
    out.target.map(|target| format!("{} {target}", out.transport.name()))
}

/// The way out of another computer may have other rules than the phone system's.
fn from(facts: &Facts<'_>) -> &'static str {
    let own = |a: &Adapter| std::net::IpAddr::V4(a.address);
    let adapters = facts.case.office.adapters.iter().map(own);
    if outbound::is_from_phone_system(facts.case.phone_system_address(), adapters) { "phone-system" } else { "here" }
}

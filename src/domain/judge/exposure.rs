//! What strangers reach: the bell without a guest list, the cabinets, the desk phones' own pages.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::domain::case::Case;
use crate::domain::judge::facts::{Facts, is_guest};
use crate::domain::judge::over_ipv6;
use crate::domain::judge::pages;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::{self, Row};
use crate::domain::judge::table::is_for_one_source;
use crate::domain::office::PortMapping;
use crate::domain::probe::Outcome;
use crate::domain::report::{Looked, Severity, Street, Verdict, Walker};
use crate::domain::service::{Direction, Need, Transport};

pub(super) const RULES: [&Rule; 4] =
    [&PHONE_WEB_PAGE_EXPOSED, &MUST_STAY_SHUT_IS_OPEN, &OPEN_TO_EVERYONE, &pages::ANOTHER_WEB_PAGE_ANSWERS];

/// Colleagues' homes that are offered for a guest list.
const MOST_GUESTS: usize = 3;

/// Args: ports, ours (yes when a line of the router's list is ours), known (yes when colleagues walked), guests (from
/// where).
const OPEN_TO_EVERYONE: Rule = Rule {
    code: "open-to-everyone",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let open: Vec<&Row<'_>> = facts.selected().filter(|r| answers_strangers(facts, r)).collect();
        let ours = open
            .iter()
            .any(|r| facts.table.right_lines(r.service.protocol, r.ports).iter().any(|l| facts.case.made_by_us(l)))
            || open.iter().any(|r| over_ipv6::has_opening(facts, r));
        let guests = colleagues(facts.case);
        let known = if guests.is_empty() { "no" } else { "yes" };
        let told = |f: Found| f.arg("known", known).maybe("guests", Some(guests.join(", ")).filter(|g| !g.is_empty()));
        let found = Found::about(open).map(|f| told(f.arg("ours", if ours { "yes" } else { "no" })));
        found.into_iter().collect()
    },
};

/// Where colleagues walked from: the first lines of a guest list.
fn colleagues(case: &Case) -> Vec<String> {
    let theirs = case.walks.iter().filter(|w| w.walker == Walker::Colleague && w.street == Street::Other);
    let homes: BTreeSet<IpAddr> = theirs.filter_map(|w| w.address).collect();
    homes.iter().take(MOST_GUESTS).map(ToString::to_string).collect()
}

/// A guest list that lets a stranger in is none, over whichever kind of address.
fn answers_strangers(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    let no_list = facts.case.answers.trusted.is_empty();
    let is_stranger = |walker: Option<IpAddr>| no_list || (walker.is_some() && !is_guest(facts.case, walker));
    let mut answers = row.knocks.iter().filter(|e| row.is_proved && e.outcome == Outcome::Answered);
    let mut newer = service::own_answers_over_ipv6(facts.case, row);
    row.is_signalling() && (answers.any(|e| is_stranger(e.asker)) || newer.any(|e| is_stranger(e.asker)))
}

/// Args: ports, how (answered, answered-over-ipv6 or mapped).
const MUST_STAY_SHUT_IS_OPEN: Rule = Rule {
    code: "must-stay-shut-is-open",
    severity: Severity::Blocker,
    hides: &[],
    find: |facts| {
        let cabinets = facts.rows.iter().filter(|r| is_cabinet(r) && !r.service.is_on_phones());
        let open: Vec<&Row<'_>> = cabinets.filter(|r| r.verdict == Verdict::Exposed || is_mapped(facts, r)).collect();
        let answered = open.iter().any(|r| r.knocks.iter().any(|e| e.outcome == Outcome::Answered));
        let over_ipv6: Vec<_> = open.iter().filter_map(|r| service::answered_over_ipv6(facts.case, r)).collect();
        let how = match (answered, over_ipv6.is_empty()) {
            (true, _) => "answered",
            (false, false) => "answered-over-ipv6",
            (false, true) => "mapped",
        };
        let shown: Vec<_> = open.iter().flat_map(|r| r.knocks.iter().copied()).chain(over_ipv6).collect();
        let found = Found::about(open).map(|f| f.arg("how", how).seen(facts, shown));
        found.into_iter().collect()
    },
};

fn is_cabinet(row: &Row<'_>) -> bool {
    row.service.direction == Direction::Inbound && row.service.need == Need::Never
}

/// A line of the list leads to this cabinet of the phone system, from whatever port outside. A port that a selected
/// row needs is no cabinet.
fn is_mapped(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    let Some(address) = facts.case.phone_system_address().filter(|_| facts.looked(Looked::Router)) else {
        return false;
    };
    let wanted = |line: &PortMapping| {
        facts.selected().any(|r| r.service.protocol == line.protocol && r.ports.contains(line.internal_port))
    };
    facts.case.mappings.iter().any(|line| {
        line.enabled
            && line.internal_client == address
            && line.protocol == row.service.protocol
            && row.service.ports().contains(line.internal_port)
            && !is_for_one_source(line)
            && !wanted(line)
    })
}

/// Args: client (the phone's address, when the list tells), ports, port.
const PHONE_WEB_PAGE_EXPOSED: Rule = Rule {
    code: "phone-web-page-exposed",
    severity: Severity::Blocker,
    hides: &["must-stay-shut-is-open"],
    find: |facts| {
        let lines: Vec<&PortMapping> =
            facts.case.mappings.iter().filter(|l| pages::leads_to_a_phone(facts.case, l)).collect();
        let answering = |r: &&Row<'_>| {
            is_cabinet(r)
                && r.service.is_on_phones()
                && r.verdict == Verdict::Exposed
                && service::another_answers(facts.case, r)
        };
        let by_outside: Vec<&Row<'_>> = facts.rows.iter().filter(answering).collect();
        if lines.is_empty() && by_outside.is_empty() {
            return Vec::new();
        }
        // What answers on that port outside is the phone, whatever the phone system's own list calls it.
        let at_port = |r: &&Row<'_>| {
            let same_port = |o: &&&Row<'_>| o.service.port_start == r.service.port_start;
            is_cabinet(r)
                && r.service.protocol == Transport::Tcp
                && (lines.iter().any(|l| r.service.ports().contains(l.external_port))
                    || by_outside.iter().any(|o| same_port(&o)))
        };
        let rows = facts.rows.iter().filter(|r| at_port(r) || (r.service.is_on_phones() && is_cabinet(r)));
        let shown: Vec<_> = by_outside.iter().flat_map(|r| r.knocks.iter().copied()).collect();
        let clients: BTreeSet<String> = lines.iter().map(|l| l.internal_client.to_string()).collect();
        let client = (!clients.is_empty()).then(|| clients.into_iter().collect::<Vec<_>>().join(", "));
        let port = lines.first().map(|l| l.external_port).or(by_outside.first().map(|r| r.service.port_start));
        let found = Found::about(rows).unwrap_or_else(Found::office);
        vec![found.maybe("client", client).maybe("port", port).seen(facts, shown)]
    },
};

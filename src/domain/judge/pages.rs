//! Web pages that answer the street and are not the phone system's: a desk phone's, or whose else.

use crate::domain::case::Case;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::{self, Row};
use crate::domain::judge::table::is_for_one_source;
use crate::domain::makes::DESK_PHONES;
use crate::domain::office::PortMapping;
use crate::domain::probe::{Evidence, Outcome};
use crate::domain::report::{Looked, Severity, Verdict};
use crate::domain::service::{Direction, Need, Transport};

/// Ports of web pages.
const WEB: [u16; 2] = [80, 443];

/// What only the pages of desk phones call themselves, lower case.
const PAGES: [&str; 3] = ["linksys/spa", "panasonic kx", "ip phone"];

/// Args: page (what to open), port, ports.
pub(super) const ANOTHER_WEB_PAGE_ANSWERS: Rule = Rule {
    code: "another-web-page-answers",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let never = |r: &&Row<'_>| r.service.direction == Direction::Inbound && r.service.need == Need::Never;
        let unknown = |r: &&Row<'_>| {
            is_at_a_web_port(r) && r.verdict != Verdict::Exposed && service::another_answers(facts.case, r)
        };
        let rows: Vec<&Row<'_>> = facts.rows.iter().filter(never).filter(unknown).collect();
        let answers = rows.iter().flat_map(|r| r.knocks.iter().copied()).filter(|e| e.outcome == Outcome::Answered);
        let shown: Vec<&Evidence> = answers.collect();
        let Some((found, first)) = Found::about(rows).zip(shown.first().map(|e| e.target)) else { return Vec::new() };
        let scheme = if first.port() == 443 { "https" } else { "http" };
        vec![found.arg("page", format!("{scheme}://{}", first.ip())).arg("port", first.port()).seen(facts, shown)]
    },
};

/// Where a browser looks for a page.
pub(super) fn is_at_a_web_port(row: &Row<'_>) -> bool {
    row.service.protocol == Transport::Tcp && WEB.contains(&row.service.port_start)
}

/// The router's list leads to a desk phone from this port, or the page says itself what it is.
pub(super) fn is_a_desk_phones(case: &Case, row: &Row<'_>) -> bool {
    let leads = |l: &PortMapping| l.external_port == row.service.port_start && leads_to_a_phone(case, l);
    let mut answers = row.knocks.iter().filter(|e| e.outcome == Outcome::Answered);
    case.mappings.iter().any(leads) || answers.any(|e| e.seen.as_deref().and_then(desk_phone).is_some())
}

/// The make of desk phone that a page names.
pub(in crate::domain) fn desk_phone(seen: &str) -> Option<&'static str> {
    let seen = seen.to_lowercase();
    DESK_PHONES.into_iter().chain(PAGES).find(|name| seen.contains(name))
}

/// The look round saw a desk phone there: it answered SIP and is no phone system and no router.
pub(super) fn leads_to_a_phone(case: &Case, line: &PortMapping) -> bool {
    let client = line.internal_client;
    let is_phone = case.candidates.iter().any(|c| c.address == client && !c.likely);
    let is_router = case.office.gateways.iter().any(|g| g.address == client);
    case.looked.contains(&Looked::Router)
        && line.enabled
        && line.protocol == Transport::Tcp
        && WEB.contains(&line.internal_port)
        && is_phone
        && !is_router
        && case.phone_system_address() != Some(client)
        && !is_for_one_source(line)
}

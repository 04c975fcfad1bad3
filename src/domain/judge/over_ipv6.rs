//! Openings in the router's firewall over IPv6: asked for and refused, open and answered, open and silent.

use jiff::Timestamp;

use crate::domain::change::{ChangeOutcome, ChangeResult};
use crate::domain::judge::facts::{Facts, is_no_answer, knocks_over_ipv6, silence_counts_over_ipv6};
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::pinhole::{self, PinholeRefusal};
use crate::domain::probe::{Evidence, Outcome};
use crate::domain::report::{Looked, Severity};
use crate::domain::service::PortRange;

pub(super) const RULES: [&Rule; 3] = [&IPV6_REFUSED, &IPV6_NO_ANSWER, &IPV6_OPEN];

/// Args: ports, router, why (see [`PinholeRefusal::id`]), code.
const IPV6_REFUSED: Rule = Rule {
    code: "ipv6-refused",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let stands = |c: &ChangeResult| {
            let port = PortRange::from((c.external_port, c.external_port));
            facts.case.office.pinholes.iter().any(|p| p.is_for(c.protocol, port))
        };
        let counts = |c: &&ChangeResult| c.result == ChangeOutcome::Refused || c.code.is_some() || c.denial.is_some();
        let refused: Vec<&ChangeResult> = pinhole::refused(facts.case).filter(counts).filter(|c| !stands(c)).collect();
        let Some(first) = refused.first() else { return Vec::new() };
        let rows = facts.selected().filter(|r| refused.iter().any(|c| c.service == r.service.id));
        let found = Found::about(rows).map(|f| {
            let f = f
                .arg("why", PinholeRefusal::of(first).id())
                .arg("code", first.code.map_or_else(|| "none".to_owned(), |c| c.to_string()));
            f.maybe("router", facts.gateway().map(|g| g.address))
        });
        found.into_iter().collect()
    },
};

/// Args: ports, how (kept-out or not-listening), address, packets (yes, no or untold: whether the router counted any
/// that came through).
const IPV6_NO_ANSWER: Rule = Rule {
    code: "ipv6-no-answer",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let silent: Vec<&Row<'_>> = facts.selected().filter(|r| is_silent(facts, r)).collect();
        let shown: Vec<&Evidence> = silent.iter().flat_map(|r| knocks(facts, r)).collect();
        let how = if shown.iter().any(|e| e.outcome != Outcome::Silent) { "not-listening" } else { "kept-out" };
        let counted = silent.iter().flat_map(|r| of_row(facts, r)).filter_map(|p| p.packets).max();
        let packets = counted.map_or("untold", |count| if count > 0 { "yes" } else { "no" });
        let address = shown.first().map(|e| e.target.ip());
        let found = Found::about(silent).map(|f| f.arg("how", how).arg("packets", packets).maybe("address", address));
        found.map(|f| f.seen(facts, shown)).into_iter().collect()
    },
};

/// Args: ports, until (the earliest), proved (yes: somebody was answered; no: nobody looked), address.
const IPV6_OPEN: Rule = Rule {
    code: "ipv6-open",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        if !facts.looked(Looked::Router) {
            return Vec::new();
        }
        let open = facts.selected().filter(|r| of_row(facts, r).next().is_some() && !is_silent(facts, r));
        let mut open: Vec<&Row<'_>> = open.collect();
        let answers: Vec<&Evidence> =
            open.iter().flat_map(|r| knocks(facts, r)).filter(|e| e.outcome == Outcome::Answered).collect();
        // Where nobody answers at the bell, an open way for voices is no good news.
        if answers.is_empty() && facts.selected().any(|r| is_silent(facts, r)) {
            open.retain(|r| r.can_be_knocked());
        }
        let until: Option<Timestamp> = open.iter().flat_map(|r| of_row(facts, r)).filter_map(|p| p.ends).min();
        let address = open.iter().flat_map(|r| of_row(facts, r)).map(|p| p.address).next();
        let proved = if answers.is_empty() { "no" } else { "yes" };
        let found = Found::about(open).map(|f| f.arg("proved", proved).maybe("until", until).maybe("address", address));
        found.map(|f| f.seen(facts, answers)).into_iter().collect()
    },
};

/// Openings of ours for a row.
fn of_row<'f>(facts: &'f Facts<'_>, row: &Row<'_>) -> impl Iterator<Item = &'f pinhole::Pinhole> {
    let (protocol, ports) = (row.service.protocol, row.ports);
    facts.case.office.pinholes.iter().filter(move |p| p.is_for(protocol, ports))
}

/// Knocks at the openings of a row. A walker may have met another address of the same computer, which says nothing.
fn knocks<'f>(facts: &'f Facts<'_>, row: &Row<'_>) -> impl Iterator<Item = &'f Evidence> {
    let service = row.service.id.clone();
    let places: Vec<_> = of_row(facts, row).map(|p| (std::net::IpAddr::V6(p.address), p.port)).collect();
    knocks_over_ipv6(facts.case)
        .filter(move |e| e.service.as_ref() == Some(&service))
        .filter(move |e| places.contains(&(e.target.ip(), e.target.port())))
}

/// An opening of ours stands for the row.
pub(super) fn has_opening(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    of_row(facts, row).next().is_some()
}

/// An opening stands, and nobody answers behind it.
pub(in crate::domain) fn is_silent(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    let mut knocks = knocks(facts, row).peekable();
    let was_knocked = knocks.peek().is_some();
    was_knocked && knocks.all(|e| is_no_answer(e.outcome) && silence_counts_over_ipv6(facts.case, e))
}

/// An opening stands, and whoever knocks is not even refused: what is in the way is the firewall.
pub(in crate::domain) fn is_kept_out(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    is_silent(facts, row) && knocks(facts, row).all(|e| e.outcome == Outcome::Silent)
}

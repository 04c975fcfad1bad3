//! Against the last check: what changed, what was forgotten, what locks itself.

use jiff::Timestamp;

use crate::domain::address::{self, NameLeads};
use crate::domain::case::Case;
use crate::domain::change::{ChangeOutcome, JournalState};
use crate::domain::judge::facts::Facts;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::judge::table;
use crate::domain::office::{Before, PortMapping};
use crate::domain::report::{Listed, Looked, Severity};

pub(super) const RULES: [&Rule; 3] = [&PUBLIC_ADDRESS_CHANGED, &ROUTER_FORGOT, &MAPPING_GONE];

/// When the first lease of a row ends, if one does.
pub(super) fn lease_end(facts: &Facts<'_>, row: &Row<'_>) -> Option<Timestamp> {
    let lines = facts.table.right_lines(row.service.protocol, row.ports);
    lines.into_iter().filter_map(|l| l.lease_end(facts.list_read_at())).min()
}

/// The last check without what we took back ourselves since.
pub(super) fn before(case: &Case) -> Option<Before> {
    let mut before = case.before.clone()?;
    before.mappings.retain(|line| !was_taken_back(case, line));
    Some(before)
}

/// We took this line of the last check back ourselves.
pub(super) fn was_taken_back(case: &Case, line: &PortMapping) -> bool {
    let by_journal = case
        .journal
        .iter()
        .any(|e| matches!(e.state, JournalState::Undone | JournalState::LeftAlone) && e.reads_as_written(line));
    let now = case.changes.iter().any(|c| {
        c.is_mapping()
            && c.result == ChangeOutcome::Undone
            && (c.external_port, c.protocol) == (line.external_port, line.protocol)
    });
    by_journal || now
}

/// Args: before, address.
const PUBLIC_ADDRESS_CHANGED: Rule = Rule {
    code: "public-address-changed",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let was = facts.case.before.as_ref().and_then(|b| b.public_address);
        let is = facts.case.office.public_address.filter(|_| facts.looked(Looked::Router));
        let Some((was, is)) = was.zip(is) else { return Vec::new() };
        // A name that followed the change brings the phones along.
        let followed = facts.case.office.phones_use_leads == Some(NameLeads::To(is));
        if was == is || followed || !address::can_be_street(was) {
            return Vec::new();
        }
        vec![Found::office().arg("before", was).arg("address", is)]
    },
};

/// Args: router, ports, up (seconds since the router began anew, where its clock says so).
const ROUTER_FORGOT: Rule = Rule {
    code: "router-forgot",
    severity: Severity::Problem,
    hides: &["mapping-gone", "mapping-missing", "mapping-not-listed"],
    find: |facts| {
        let up = began_anew(facts.case);
        let Some(before) = before(facts.case).filter(|_| was_read(facts.case) || up.is_some()) else {
            return Vec::new();
        };
        let ours: Vec<&PortMapping> =
            before.mappings.iter().filter(|l| l.ours && !has_run_out(facts, &before, l)).collect();
        let is_left = |l: &PortMapping| facts.case.mappings.iter().any(|m| m.leads_as(l));
        if ours.is_empty() || before.mappings.iter().any(|l| l.ours && is_left(l)) {
            return Vec::new();
        }
        let had = |r: &&Row<'_>| ours.iter().any(|l| belongs(l, r));
        let rows = facts.selected().filter(had).filter(|r| !r.is_proved);
        gone(facts, rows)
            .into_iter()
            .map(|f| f.arg("by", if up.is_some() { "clock" } else { "list" }).maybe("up", up))
            .collect()
    },
};

/// Args: router, ports, ended (yes or no: its lease was over).
const MAPPING_GONE: Rule = Rule {
    code: "mapping-gone",
    severity: Severity::Problem,
    hides: &["mapping-missing", "mapping-not-listed"],
    find: |facts| {
        let Some(before) = before(facts.case).filter(|_| was_read(facts.case)) else { return Vec::new() };
        let Some(address) = before.phone_system.as_ref().map(|p| p.address).or(facts.case.phone_system_address())
        else {
            return Vec::new();
        };
        let led_there = |l: &&PortMapping| l.enabled && l.internal_client == address;
        let then: Vec<&PortMapping> = before.mappings.iter().filter(led_there).collect();
        let lost = |r: &&Row<'_>| {
            let mut lines = then.iter().filter(|l| belongs(l, r));
            lines.any(|l| !facts.case.mappings.iter().any(|m| m.leads_as(l)))
        };
        let rows: Vec<&Row<'_>> =
            facts.selected().filter(|r| r.listed != Listed::Mapped && !r.is_proved).filter(lost).collect();
        let mut lines = then.iter().filter(|l| rows.iter().any(|r| belongs(l, r)));
        let ended = if lines.all(|l| has_run_out(facts, &before, l)) { "yes" } else { "no" };
        gone(facts, rows).into_iter().map(|f| f.arg("ended", ended)).collect()
    },
};

pub(super) fn was_read(case: &Case) -> bool {
    case.looked.contains(&Looked::Router) && table::is_whole(case)
}

/// PCP and NAT-PMP have no list, and a clock that tells: seconds since the router began anew, if it did since the last
/// check.
pub(super) fn began_anew(case: &Case) -> Option<u32> {
    let now = case.office.gateway().filter(|_| case.looked.contains(&Looked::Router))?.epoch?;
    let then = case.before.as_ref()?.epoch?;
    now.has_restarted_since(then).then_some(now.secs)
}

fn gone<'r, 'a: 'r>(facts: &Facts<'_>, rows: impl IntoIterator<Item = &'r Row<'a>>) -> Vec<Found> {
    let found = Found::about(rows).map(|f| f.maybe("router", facts.gateway().map(|g| g.address)));
    found.into_iter().collect()
}

fn belongs(line: &PortMapping, row: &Row<'_>) -> bool {
    line.is_for(row.service.protocol, row.ports)
}

/// A lease that ended by itself was not forgotten.
fn has_run_out(facts: &Facts<'_>, before: &Before, line: &PortMapping) -> bool {
    line.lease_end(before.started_at).is_some_and(|end| end <= facts.list_read_at())
}

//! Which entrances of ours are to be taken out and put in again: a router may list one behind which nothing is, and that
//! cures it. Only what the journal says is ours is ever touched.

use crate::domain::case::Case;
use crate::domain::change::{ChangeOutcome, ChangeResult, JournalEntry, JournalId, JournalState, Repair};
use crate::domain::judge::facts::Facts;
use crate::domain::judge::outside::dead;
use crate::domain::judge::over_ipv6::is_kept_out;
use crate::domain::judge::service::Row;
use crate::domain::office::PortMapping;
use crate::domain::service::ServiceId;

/// Entrances that are right inside and in the router's list, and sure to be silent outside; and openings over IPv6 that
/// stand and let nobody in.
pub fn offered(case: &Case) -> Option<Repair> {
    let facts = Facts::of(case);
    together(&facts, |row| {
        let is_dead = dead(&facts).any(|d| d.service.id == row.service.id) && can_be_repaired(&facts, row);
        let mapped = if is_dead { mapped(&facts, row) } else { Vec::new() };
        let kept_out = is_kept_out(&facts, row) && !was_repaired_over_ipv6(case, &row.service.id);
        if kept_out { [mapped, pinholes(&facts, row)].concat() } else { mapped }
    })
}

/// Every entrance that stands as we wrote it, for an owner who asks for it without a knock before.
pub fn wished(case: &Case) -> Option<Repair> {
    let facts = Facts::of(case);
    together(&facts, |row| [mapped(&facts, row), pinholes(&facts, row)].concat())
}

fn together(facts: &Facts<'_>, entries_of: impl Fn(&Row<'_>) -> Vec<JournalId>) -> Option<Repair> {
    let mut repair = Repair { entries: Vec::new(), services: Vec::new() };
    for row in facts.selected() {
        let ids = entries_of(row);
        if !ids.is_empty() {
            repair.services.push(row.service.id.clone());
            repair.entries.extend(ids);
        }
    }
    (!repair.entries.is_empty()).then_some(repair)
}

fn mapped(facts: &Facts<'_>, row: &Row<'_>) -> Vec<JournalId> {
    let lines = facts.table.right_lines(row.service.protocol, row.ports);
    lines.iter().filter_map(|line| entry_of(facts.case, line).map(|e| e.id)).collect()
}

fn pinholes(facts: &Facts<'_>, row: &Row<'_>) -> Vec<JournalId> {
    let ours =
        |e: &&JournalEntry| e.state == JournalState::Made && e.is_pinhole() && e.change.service == row.service.id;
    facts.case.journal.iter().filter(ours).map(|e| e.id).collect()
}

/// True when all that the router lists for the row was made by us, and it was not tried before in this check.
pub(in crate::domain) fn can_be_repaired(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    let lines = facts.table.right_lines(row.service.protocol, row.ports);
    let all_ours = !lines.is_empty() && lines.iter().all(|l| facts.case.made_by_us(l));
    all_ours && !was_repaired(facts.case, &row.service.id)
}

/// True when an entrance of the row was taken out and put in again in this check.
pub(in crate::domain) fn was_repaired(case: &Case, service: &ServiceId) -> bool {
    repaired(case, service).any(ChangeResult::is_mapping)
}

/// The same over IPv6.
pub(in crate::domain) fn was_repaired_over_ipv6(case: &Case, service: &ServiceId) -> bool {
    repaired(case, service).any(|c| !c.is_mapping())
}

fn repaired<'c>(case: &'c Case, service: &ServiceId) -> impl Iterator<Item = &'c ChangeResult> {
    case.changes.iter().filter(move |c| c.service == *service && c.result == ChangeOutcome::Repaired)
}

fn entry_of<'c>(case: &'c Case, line: &PortMapping) -> Option<&'c JournalEntry> {
    case.journal.iter().find(|e| e.state == JournalState::Made && e.reads_as_written(line))
}

//! Which entrances of ours are to be taken out and put in again: a router may list one behind which nothing is, and that
//! cures it. Only what the journal says is ours is ever touched.

use crate::domain::case::Case;
use crate::domain::change::{ChangeOutcome, JournalEntry, JournalState, Repair};
use crate::domain::judge::facts::Facts;
use crate::domain::judge::outside::dead;
use crate::domain::judge::service::Row;
use crate::domain::office::PortMapping;
use crate::domain::service::ServiceId;

/// Entrances that are right inside and in the router's list, and sure to be silent outside.
pub fn offered(case: &Case) -> Option<Repair> {
    let facts = Facts::of(case);
    of_rows(&facts, dead(&facts).filter(|r| can_be_repaired(&facts, r)))
}

/// Every entrance that is listed as we wrote it, for an owner who asks for it without a knock before.
pub fn wished(case: &Case) -> Option<Repair> {
    let facts = Facts::of(case);
    of_rows(&facts, facts.selected())
}

fn of_rows<'r, 'a: 'r>(facts: &Facts<'_>, rows: impl Iterator<Item = &'r Row<'a>>) -> Option<Repair> {
    let mut repair = Repair { entries: Vec::new(), services: Vec::new() };
    for row in rows {
        let lines = facts.table.right_lines(row.service.protocol, row.ports);
        let ours = |line: &&PortMapping| entry_of(facts.case, line).map(|e| e.id);
        let ids: Vec<_> = lines.iter().filter_map(ours).collect();
        if !ids.is_empty() {
            repair.services.push(row.service.id.clone());
            repair.entries.extend(ids);
        }
    }
    (!repair.entries.is_empty()).then_some(repair)
}

/// True when all that the router lists for the row was made by us, and it was not tried before in this check.
pub(in crate::domain) fn can_be_repaired(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    let lines = facts.table.right_lines(row.service.protocol, row.ports);
    let all_ours = !lines.is_empty() && lines.iter().all(|l| facts.case.made_by_us(l));
    all_ours && !was_repaired(facts.case, &row.service.id)
}

/// True when an entrance of the row was taken out and put in again in this check.
pub(in crate::domain) fn was_repaired(case: &Case, service: &ServiceId) -> bool {
    case.changes.iter().any(|c| c.service == *service && c.result == ChangeOutcome::Repaired)
}

fn entry_of<'c>(case: &'c Case, line: &PortMapping) -> Option<&'c JournalEntry> {
    case.journal.iter().find(|e| e.state == JournalState::Made && e.reads_as_written(line))
}

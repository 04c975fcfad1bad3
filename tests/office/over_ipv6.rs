//! Openings over IPv6 with the real engine on practice offices: made, kept, repaired, put back after a restart, taken
//! back; and refused, each number by its own name.

use std::path::Path;

use separate_entrance::domain::change::{ChangeOutcome, ChangeResult, Hindrance, JournalId, Missing};
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::message::Command;
use separate_entrance::domain::plan::plan;
use separate_entrance::domain::probe::Family;
use separate_entrance::domain::repair;

use crate::stories::Sitting;

/// What came of each over IPv6.
fn ended(sitting: &Sitting) -> Vec<ChangeOutcome> {
    over_ipv6(sitting).map(|c| c.result).collect()
}

fn over_ipv6(sitting: &Sitting) -> impl Iterator<Item = &ChangeResult> {
    sitting.case.changes.iter().filter(|c| c.family == Family::Ipv6)
}

fn ids(sitting: &Sitting) -> Vec<JournalId> {
    sitting.case.journal.iter().filter(|e| e.is_open() && e.is_pinhole()).map(|e| e.id).collect()
}

/// Opens the bell only, to ask little of the machine that tests.
fn opened_in(scenario: &str, folder: &Path) -> Sitting {
    let mut sitting = Sitting::open_in(scenario, Some(folder));
    sitting.look_and_ask();
    let mut set = plan(&sitting.case).changes;
    set.changes.retain(|c| c.service.0 == "sip-udp");
    sitting.carry_out(Command::Apply(set.approve()));
    sitting
}

#[test]
fn an_opening_is_kept_repaired_and_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = opened_in("both-kinds", dir.path());
    assert_eq!((ended(&sitting), sitting.case.office.pinholes.len()), (vec![ChangeOutcome::Opened], 1));
    let entries = ids(&sitting);
    let number = |sitting: &Sitting| sitting.case.journal.iter().find(|e| e.is_pinhole()).and_then(|e| e.unique_id);
    assert_eq!(number(&sitting), Some(1), "the number that the router gave is on disk");
    sitting.carry_out(Command::Renew { entries, missing: Missing::LeaveAlone });
    assert_eq!((ended(&sitting), number(&sitting)), (vec![ChangeOutcome::Renewed], Some(1)));
    let repair = repair::wished(&sitting.case).unwrap();
    assert_eq!(repair.entries.len(), 2, "over each kind of address");
    sitting.carry_out(Command::Repair(repair.approve()));
    assert_eq!((ended(&sitting), number(&sitting)), (vec![ChangeOutcome::Repaired], Some(2)));
    let entries = ids(&sitting);
    sitting.carry_out(Command::Undo(entries));
    assert_eq!((ended(&sitting), sitting.case.office.pinholes.len()), (vec![ChangeOutcome::Undone], 0));
    assert!(ids(&sitting).is_empty());
}

#[test]
fn what_a_router_forgot_comes_back_only_where_that_was_said() {
    let dir = tempfile::tempdir().unwrap();
    drop(opened_in("both-kinds", dir.path()));
    // The practice router starts anew, and gives its numbers anew.
    let mut next = Sitting::open_in("both-kinds", Some(dir.path()));
    next.look_and_ask();
    assert!(next.case.office.pinholes.is_empty(), "it was asked, and knows nothing of it");
    let entries = ids(&next);
    next.carry_out(Command::Renew { entries: entries.clone(), missing: Missing::LeaveAlone });
    let gone = over_ipv6(&next).map(|c| (c.result, c.hindrance)).collect::<Vec<_>>();
    assert_eq!(gone, [(ChangeOutcome::Refused, Some(Hindrance::Gone))]);
    next.carry_out(Command::Renew { entries, missing: Missing::PutBack });
    assert_eq!((ended(&next), next.case.office.pinholes.len()), (vec![ChangeOutcome::Renewed], 1));
}

#[test]
fn a_refusal_has_its_name_and_leaves_nothing_to_take_back() {
    let dir = tempfile::tempdir().unwrap();
    let sitting = opened_in("only-the-older-kind", dir.path());
    assert_eq!(ended(&sitting), [ChangeOutcome::Refused]);
    assert!(ids(&sitting).is_empty());
    let report = judge(&sitting.case);
    let why = report.finding("ipv6-refused").map(|f| (f.args["why"].clone(), f.args["code"].clone()));
    assert_eq!(why, Some(("no-room".to_owned(), "701".to_owned())));
    assert!(report.finding("router-refuses").is_none(), "over IPv4 it was opened");
}

//! What the engine does to a router and what it leaves alone, against the practice router over real sockets.

use std::net::IpAddr;

use separate_entrance::domain::change::{Change, ChangeOutcome, ChangeSet, Hindrance, JournalId, JournalState};
use separate_entrance::domain::message::{Command, Event};
use separate_entrance::domain::plan::plan;
use separate_entrance::domain::report::Looked;
use separate_entrance::domain::service::{ServiceId, Transport};

use crate::stories::{Sitting, table};

const PHONE_SYSTEM: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 77, 20));
const DESK_PHONE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 77, 30));

fn sitting(scenario: &str) -> Sitting {
    let mut sitting = Sitting::open_in(scenario, None);
    sitting.look_and_ask();
    sitting
}

/// Opens all that the plan has.
fn open_all(sitting: &mut Sitting) {
    let changes = plan(&sitting.case).changes;
    assert_eq!(sitting.carry_out(Command::Apply(changes.approve())), []);
    assert!(sitting.case.changes.iter().all(|c| c.result == ChangeOutcome::Opened), "{:?}", sitting.case.changes);
}

fn open_ids(sitting: &Sitting) -> Vec<JournalId> {
    sitting.case.journal.iter().filter(|e| e.is_open()).map(|e| e.id).collect()
}

#[test]
fn who_took_the_port_since_the_plan_keeps_it_though_the_router_would_give_it_away() {
    let mut sitting = sitting("wrong-device");
    let before = table(&sitting.case.mappings);
    assert!(before.iter().any(|l| l.starts_with("Udp 5060 192.168.77.30")), "{before:?}");
    // As if it had been free when the plan was shown.
    let change = Change {
        service: ServiceId("sip-udp".to_owned()),
        external_port: 5060,
        protocol: Transport::Udp,
        internal_client: PHONE_SYSTEM,
        lease_seconds: 0,
        description: "SepEntrance sip-udp".to_owned(),
    };
    let gateway = sitting.case.office.gateway().map(|g| g.address);
    let set = ChangeSet { gateway, changes: vec![change] };
    assert_eq!(sitting.carry_out(Command::Apply(set.approve())), []);
    let [ended] = sitting.case.changes.as_slice() else { panic!("{:?}", sitting.case.changes) };
    assert_eq!((ended.result, ended.hindrance), (ChangeOutcome::Refused, Some(Hindrance::AnotherDevice)));
    assert_eq!((ended.held_by, ended.code), (Some(DESK_PHONE), None), "it was not even asked");
    assert_eq!(table(&sitting.case.mappings), before);
    assert!(sitting.case.journal.is_empty(), "{:?}", sitting.case.journal);
}

#[test]
fn one_entrance_is_taken_back_and_the_others_stay() {
    let mut sitting = sitting("nothing-opened");
    open_all(&mut sitting);
    let (before, ids) = (table(&sitting.case.mappings), open_ids(&sitting));
    assert!(ids.len() > 2);
    let one = sitting.case.journal.iter().find(|e| e.change.external_port == 5060).unwrap().id;
    assert_eq!(sitting.carry_out(Command::Undo(vec![one])), []);
    let left: Vec<String> = before.into_iter().filter(|l| !l.starts_with("Udp 5060 ")).collect();
    assert_eq!(table(&sitting.case.mappings), left);
    assert_eq!(open_ids(&sitting), ids.into_iter().filter(|id| *id != one).collect::<Vec<_>>());
}

#[test]
fn what_somebody_changed_since_is_left_alone_and_said_so() {
    let dir = tempfile::tempdir().unwrap();
    let mut ours = Sitting::open_in("nothing-opened", Some(dir.path()));
    ours.look_and_ask();
    open_all(&mut ours);
    drop(ours);
    // The same router later: its owner has made rules of the same numbers, under names of their own.
    let mut later = Sitting::open_in("all-well", Some(dir.path()));
    later.look_and_ask();
    let before = table(&later.case.mappings);
    assert!(before.iter().any(|l| l.starts_with("Udp 5060 192.168.77.20")), "{before:?}");
    let ids = open_ids(&later);
    assert_eq!(later.carry_out(Command::Undo(ids.clone())), []);
    assert_eq!(later.case.changes.len(), ids.len());
    for ended in &later.case.changes {
        let said = (ended.result, ended.hindrance, ended.held_by);
        assert_eq!(said, (ChangeOutcome::Refused, Some(Hindrance::ChangedSince), Some(PHONE_SYSTEM)));
    }
    assert_eq!(table(&later.case.mappings), before);
    assert!(later.case.journal.iter().all(|e| e.state == JournalState::LeftAlone), "{:?}", later.case.journal);
}

#[test]
fn a_router_that_writes_another_name_plate_gives_back_what_was_opened() {
    let mut sitting = sitting("ppp-line");
    let before = table(&sitting.case.mappings);
    open_all(&mut sitting);
    let opened = table(&sitting.case.mappings);
    assert!(opened.len() > before.len() && opened.iter().any(|l| l.contains("UPnP entry")), "{opened:?}");
    let ids = open_ids(&sitting);
    assert_eq!(sitting.carry_out(Command::Undo(ids)), []);
    assert!(sitting.case.changes.iter().all(|c| c.result == ChangeOutcome::Undone), "{:?}", sitting.case.changes);
    assert_eq!(table(&sitting.case.mappings), before);
}

#[test]
fn an_entrance_that_the_router_forgot_and_that_is_opened_again_is_one_entrance() {
    let dir = tempfile::tempdir().unwrap();
    let open_again = || {
        // Each time the router has forgotten all that was opened before.
        let mut sitting = Sitting::open_in("nothing-opened", Some(dir.path()));
        sitting.look_and_ask();
        open_all(&mut sitting);
        sitting
    };
    let first = open_ids(&open_again());
    open_again();
    let mut third = open_again();
    assert_eq!(open_ids(&third), first, "one line in the journal for each entrance");
    let one = third.case.journal.iter().find(|e| e.change.external_port == 5060).unwrap().clone();
    assert_eq!(third.carry_out(Command::Undo(vec![one.id])), []);
    let left = third.case.journal.iter().filter(|e| e.is_open() && e.change.external_port == 5060);
    assert_eq!(left.count(), 0, "nothing is left that could be put in again");
}

#[test]
fn what_a_router_made_under_a_name_of_its_own_is_ours_though_nobody_read_its_answer() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open_in("ppp-line", Some(dir.path()));
    sitting.look_and_ask();
    let before = table(&sitting.case.mappings);
    open_all(&mut sitting);
    let ids = open_ids(&sitting);
    // As the journal stands where the program ended between asking and reading back.
    let file = dir.path().join("journal.json");
    let mut journal: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    for entry in journal["entries"].as_array_mut().unwrap() {
        assert_eq!(entry["was_free"], true);
        entry["state"] = "asked".into();
        entry["read_back"] = serde_json::Value::Null;
        entry.as_object_mut().unwrap().remove("made_at");
    }
    std::fs::write(&file, serde_json::to_vec(&journal).unwrap()).unwrap();
    sitting.look_and_ask();
    assert!(sitting.case.journal.iter().all(|e| e.state == JournalState::Made), "{:?}", sitting.case.journal);
    assert_eq!(sitting.carry_out(Command::Undo(ids)), []);
    assert_eq!(table(&sitting.case.mappings), before);
}

#[test]
fn a_stop_reaches_the_command_it_is_meant_for() {
    let mut sitting = sitting("nothing-opened");
    let before = table(&sitting.case.mappings);
    let set = plan(&sitting.case).changes;
    let look = || Command::Look { router: None, interface: None, phones_use: None, street_name: None };
    // A yes waits behind a look of the program's own, and is taken back while it waits.
    let heard = sitting.carry_out_at_once(vec![look(), Command::Apply(set.approve()), look()], 1);
    let of = |n: usize| heard.iter().filter(move |(run, _)| *run == n).map(|(_, event)| event);
    let looked = |n| of(n).any(|e| matches!(e, Event::Looked(Looked::Router)));
    assert!(looked(0) && looked(2), "nobody stopped the others");
    let ended: Vec<_> = of(1).filter_map(|e| if let Event::Changed(ended) = e { Some(ended) } else { None }).collect();
    assert_eq!(ended.len(), set.changes.len());
    assert!(ended.iter().all(|e| e.hindrance == Some(Hindrance::Cancelled)), "{ended:?}");
    sitting.look_and_ask();
    assert_eq!(table(&sitting.case.mappings), before);
    assert!(sitting.case.journal.is_empty());
}

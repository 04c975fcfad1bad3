//! Routers that answer oddly for a moment, with the real engine over real sockets: nothing that is not ours is changed or
//! removed, and nothing of ours is forgotten.

use std::net::IpAddr;

use separate_entrance::domain::change::{ChangeOutcome, ChangeSet, Hindrance, JournalId, JournalState, Missing};
use separate_entrance::domain::lease::Denial;
use separate_entrance::domain::message::Command;
use separate_entrance::domain::plan::plan;
use separate_entrance::domain::probe::Family;
use separate_entrance::domain::repair;
use separate_entrance::domain::service::Transport;
use separate_entrance::practice::{MappingStory, PortControl, Scenario};

use crate::between::{Between, Turn};
use crate::stories::{Sitting, table};

const DESK_PHONE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(192, 168, 77, 30));

/// The plan's changes for the bell alone.
fn bell(sitting: &Sitting) -> ChangeSet {
    let mut set = plan(&sitting.case).changes;
    set.changes.retain(|c| c.service.0 == "sip-udp");
    assert!(!set.is_empty());
    set
}

fn ended(sitting: &Sitting) -> Vec<(ChangeOutcome, Option<Hindrance>)> {
    sitting.case.changes.iter().map(|c| (c.result, c.hindrance)).collect()
}

fn states(sitting: &Sitting) -> Vec<JournalState> {
    sitting.case.journal.iter().map(|e| e.state).collect()
}

fn open_ids(sitting: &Sitting) -> Vec<JournalId> {
    sitting.case.journal.iter().filter(|e| e.is_open()).map(|e| e.id).collect()
}

#[test]
fn a_router_that_does_not_say_who_holds_the_port_is_not_asked_for_it() {
    let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("nothing-opened", |_| {}));
    let mut sitting = office.sitting(folder.path());
    let set = bell(&sitting);
    // It knew before the yes.
    office.henceforth(|asked| match asked.action.as_str() {
        "GetSpecificPortMappingEntry" => Turn::no(401),
        "GetGenericPortMappingEntry" => Turn::LOST,
        _ => Turn::PASS(asked),
    });
    sitting.carry_out(Command::Apply(set.approve()));
    assert_eq!(ended(&sitting), [(ChangeOutcome::Failed, Some(Hindrance::NoAnswer))]);
    assert_eq!(office.times("AddPortMapping"), 0, "it might give away what somebody took meanwhile");
    assert_eq!(states(&sitting), []);
}

/// A desk phone's page is open.
fn a_page(story: &mut Scenario) {
    story.router.mappings.push(MappingStory {
        protocol: Transport::Tcp,
        ports: (8443, 8443).into(),
        to: [192, 168, 77, 30].into(),
        inside_port: None,
        lease: 0,
        enabled: true,
        description: "page".to_owned(),
    });
}

#[test]
fn a_router_without_a_whole_list_opens_where_it_says_nobody_to_the_precise_question() {
    // It has no list at all, or one that breaks off after its first line.
    for lists in [false, true] {
        let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("nothing-opened", a_page));
        let mut sitting = office.sitting(folder.path());
        let set = bell(&sitting);
        office.henceforth(move |asked| match asked.action.as_str() {
            "GetGenericPortMappingEntry" if !(lists && asked.body.contains(">0<")) => Turn::no(401),
            _ => Turn::PASS(asked),
        });
        sitting.carry_out(Command::Apply(set.approve()));
        assert_eq!(ended(&sitting), [(ChangeOutcome::Opened, None)], "{lists}");
        assert_eq!(states(&sitting), [JournalState::Made], "{lists}");
        let entries = open_ids(&sitting);
        sitting.carry_out(Command::Undo(entries));
        assert_eq!(states(&sitting), [JournalState::Undone], "{lists}");
    }
}

#[test]
fn what_was_never_asked_for_is_not_taken_back_from_somebody_else() {
    let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("older-tongue", nat_pmp));
    let mut sitting = office.sitting(folder.path());
    // Nobody says who has the port.
    office.henceforth(|asked| if asked.action == "Map" { Turn::LOST } else { Turn::PASS(asked) });
    sitting.carry_out(Command::Apply(bell(&sitting).approve()));
    assert_eq!(ended(&sitting), [(ChangeOutcome::Failed, Some(Hindrance::NoAnswer))]);
    assert_eq!(office.of("Map", 5060), 0);
    assert_eq!(states(&sitting), [JournalState::NotMade]);
}

#[test]
fn what_another_copy_of_the_program_opened_meanwhile_stays() {
    let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("nothing-opened", |_| {}));
    let mut sitting = office.sitting(folder.path());
    let set = bell(&sitting);
    // For another phone system, under the same name plate, right before the router hears of ours.
    office.henceforth(|asked| match asked.action.as_str() {
        "AddPortMapping" => Turn::no_but(asked.body.replace("192.168.77.20", "192.168.77.30"), 718),
        _ => Turn::PASS(asked),
    });
    sitting.carry_out(Command::Apply(set.approve()));
    assert_eq!(ended(&sitting), [(ChangeOutcome::Refused, Some(Hindrance::AnotherDevice))]);
    let [change] = sitting.case.changes.as_slice() else { panic!("{:?}", sitting.case.changes) };
    assert_eq!((change.held_by, change.code), (Some(DESK_PHONE), Some(718)));
    assert_eq!(office.times("DeletePortMapping"), 0);
    let lines = table(&sitting.case.mappings);
    assert!(lines.iter().any(|l| l.starts_with("Udp 5060 192.168.77.30")), "{lines:?}");
    assert_eq!(states(&sitting), [JournalState::NotMade]);
}

#[test]
fn a_router_that_always_says_nobody_gives_back_what_it_lists() {
    let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("nothing-opened", |_| {}));
    let mut sitting = office.sitting(folder.path());
    let (before, set) = (table(&sitting.case.mappings), bell(&sitting));
    office.henceforth(|asked| match asked.action.as_str() {
        "GetSpecificPortMappingEntry" => Turn::no(714),
        _ => Turn::PASS(asked),
    });
    sitting.carry_out(Command::Apply(set.approve()));
    assert_eq!((ended(&sitting), states(&sitting)), (vec![(ChangeOutcome::Opened, None)], vec![JournalState::Made]));
    let entries = open_ids(&sitting);
    sitting.carry_out(Command::Undo(entries));
    assert_eq!((ended(&sitting), states(&sitting)), (vec![(ChangeOutcome::Undone, None)], vec![JournalState::Undone]));
    assert_eq!((table(&sitting.case.mappings), office.times("DeletePortMapping")), (before, 1));
}

/// What came of it over IPv6: result, why not, and the router's number.
fn over_ipv6(sitting: &Sitting) -> (ChangeOutcome, Option<Hindrance>, Option<u16>) {
    let mut changes = sitting.case.changes.iter().filter(|c| c.family == Family::Ipv6);
    let change = changes.next().expect("a change");
    (change.result, change.hindrance, change.code)
}

fn pinhole(sitting: &Sitting) -> (JournalId, JournalState) {
    let entry = sitting.case.journal.iter().find(|e| e.is_pinhole()).expect("an entry");
    (entry.id, entry.state)
}

#[test]
fn a_refusal_over_ipv6_forgets_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let before = Between::open("both-kinds", |_| {});
    let mut sitting = before.sitting(folder.path());
    sitting.carry_out(Command::Apply(bell(&sitting).approve()));
    assert_eq!(over_ipv6(&sitting), (ChangeOutcome::Opened, None, None));
    // It starts anew, and takes no requests at first.
    drop((sitting, before));
    let office = Between::open("both-kinds", |_| {});
    let mut sitting = office.sitting(folder.path());
    let entries = vec![pinhole(&sitting).0];
    let back = || Command::Renew { entries: entries.clone(), missing: Missing::PutBack };
    office.henceforth(|asked| if asked.action == "AddPinhole" { Turn::no(501) } else { Turn::PASS(asked) });
    sitting.carry_out(back());
    assert_eq!(over_ipv6(&sitting), (ChangeOutcome::Refused, None, Some(501)));
    assert_eq!(pinhole(&sitting).1, JournalState::Made, "it was approved, and is asked for again");
    office.henceforth(Turn::PASS);
    sitting.carry_out(back());
    assert_eq!((over_ipv6(&sitting).0, sitting.case.office.pinholes.len()), (ChangeOutcome::Renewed, 1));
    // It gives no more time, and has no room for what it has already.
    office.henceforth(|asked| match asked.action.as_str() {
        "UpdatePinhole" => Turn::no(602),
        "AddPinhole" => Turn::no(701),
        _ => Turn::PASS(asked),
    });
    sitting.carry_out(Command::Renew { entries: entries.clone(), missing: Missing::LeaveAlone });
    assert_eq!((over_ipv6(&sitting).2, pinhole(&sitting).1), (Some(701), JournalState::Made));
    sitting.carry_out(Command::Undo(entries.clone()));
    assert_eq!(over_ipv6(&sitting), (ChangeOutcome::Refused, None, Some(701)), "it stands");
    assert_eq!((pinhole(&sitting).1, office.times("DeletePinhole")), (JournalState::Made, 0));
    office.henceforth(Turn::PASS);
    sitting.carry_out(Command::Undo(entries));
    assert_eq!((over_ipv6(&sitting).0, office.times("DeletePinhole")), (ChangeOutcome::Undone, 1));
    assert!(sitting.case.office.pinholes.is_empty());
}

#[test]
fn what_a_router_does_late_after_a_repair_is_not_forgotten() {
    let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("nothing-opened", |_| {}));
    let mut sitting = office.sitting(folder.path());
    sitting.carry_out(Command::Apply(bell(&sitting).approve()));
    let opened = table(&sitting.case.mappings);
    office.henceforth(|asked| if asked.action == "AddPortMapping" { Turn::LOST } else { Turn::PASS(asked) });
    let repair = repair::wished(&sitting.case).unwrap();
    sitting.carry_out(Command::Repair(repair.approve()));
    assert_eq!(ended(&sitting), [(ChangeOutcome::Failed, Some(Hindrance::NotPutBack))]);
    assert_eq!((office.times("DeletePortMapping"), states(&sitting)), (1, vec![JournalState::Repairing]));
    office.henceforth(Turn::PASS);
    sitting.look_and_ask();
    assert_eq!((table(&sitting.case.mappings), states(&sitting)), (opened, vec![JournalState::Made]));
}

/// The phone system itself, at a router that speaks NAT-PMP and nothing else.
fn nat_pmp(story: &mut Scenario) {
    story.router.port_control = PortControl::NatPmp;
    story.router.grants_by_nat_pmp_only = false;
}

#[test]
fn what_nobody_says_is_given_back_stays_in_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let before = Between::open("older-tongue", nat_pmp);
    let mut sitting = before.sitting(folder.path());
    sitting.carry_out(Command::Apply(bell(&sitting).approve()));
    assert_eq!(ended(&sitting), [(ChangeOutcome::Opened, None)]);
    // It starts anew, and somebody else has the port.
    drop((sitting, before));
    let office = Between::open("older-tongue", |story| {
        nat_pmp(story);
        story.router.grants_another_port = true;
    });
    let mut sitting = office.sitting(folder.path());
    let entries = open_ids(&sitting);
    office.henceforth(|asked| if asked.action == "Unmap" { Turn::LOST } else { Turn::PASS(asked) });
    sitting.carry_out(Command::Renew { entries: entries.clone(), missing: Missing::PutBack });
    assert_eq!(ended(&sitting), [(ChangeOutcome::Refused, None)]);
    assert_eq!(states(&sitting), [JournalState::Asked], "the other port may lead here");
    office.henceforth(Turn::PASS);
    assert_eq!(sitting.carry_out(Command::Undo(entries)), []);
    assert_eq!((ended(&sitting), office.of("Unmap", 5060) > 0), (vec![(ChangeOutcome::Undone, None)], true));
    assert_eq!(states(&sitting), [JournalState::Undone]);
}

#[test]
fn this_computers_clock_alone_shuts_nothing_over_ipv6() {
    let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("both-kinds", |_| {}));
    let mut sitting = office.sitting(folder.path());
    sitting.carry_out(Command::Apply(bell(&sitting).approve()));
    drop(sitting);
    // The clock was years behind, and was set since.
    let file = folder.path().join("journal.json");
    let mut journal: serde_json::Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    for entry in journal["entries"].as_array_mut().unwrap() {
        entry["made_at"] = "2020-01-01T00:00:00Z".into();
    }
    std::fs::write(&file, serde_json::to_vec(&journal).unwrap()).unwrap();
    let mut sitting = office.sitting(folder.path());
    let (id, _) = pinhole(&sitting);
    office.henceforth(Turn::PASS);
    sitting.carry_out(Command::Undo(vec![id]));
    assert_eq!((over_ipv6(&sitting).0, office.times("DeletePinhole")), (ChangeOutcome::Undone, 1));
    assert_eq!(pinhole(&sitting).1, JournalState::Undone, "it stood, and was shut");
}

/// Somebody else's entrance of this computer at the router: FreeSWITCH opens its own.
fn theirs(outside: u16) -> impl FnOnce(&mut Scenario) {
    move |story| {
        nat_pmp(story);
        story.router.mappings.push(MappingStory {
            protocol: Transport::Udp,
            ports: (outside, outside).into(),
            to: [192, 168, 77, 20].into(),
            inside_port: Some(5060),
            lease: 0,
            enabled: true,
            description: String::new(),
        });
    }
}

#[test]
fn what_another_program_of_this_computer_holds_by_nat_pmp_stays_its_own() {
    // Under another number outside, and under the same.
    for (outside, asked) in [(40_123, true), (5060, false)] {
        let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("older-tongue", theirs(outside)));
        let mut sitting = office.sitting(folder.path());
        office.henceforth(Turn::PASS);
        sitting.carry_out(Command::Apply(bell(&sitting).approve()));
        assert_eq!(ended(&sitting), [(ChangeOutcome::Refused, None)], "{outside}");
        assert_eq!(sitting.case.changes[0].denial, Some(Denial::CannotProvideExternal), "{outside}");
        assert_eq!(states(&sitting), [JournalState::NotMade], "{outside}: not ours to take back");
        assert_eq!((office.of("Map", 5060) > 0, office.of("Unmap", 5060)), (asked, 0), "{outside}: it was left alone");
        assert!(office.times("Unmap") > 0, "{outside}: what was tried is given back");
    }
}

#[test]
fn by_nat_pmp_too_what_is_ours_is_taken_back() {
    let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("older-tongue", nat_pmp));
    let mut sitting = office.sitting(folder.path());
    sitting.carry_out(Command::Apply(bell(&sitting).approve()));
    assert_eq!((ended(&sitting), states(&sitting)), (vec![(ChangeOutcome::Opened, None)], vec![JournalState::Made]));
    let entries = open_ids(&sitting);
    office.henceforth(Turn::PASS);
    sitting.carry_out(Command::Undo(entries));
    assert_eq!((ended(&sitting), office.of("Unmap", 5060) > 0), (vec![(ChangeOutcome::Undone, None)], true));
}

#[test]
fn a_repair_by_nat_pmp_that_came_to_nothing_leaves_what_stood() {
    let (folder, office) = (tempfile::tempdir().unwrap(), Between::open("older-tongue", nat_pmp));
    let mut sitting = office.sitting(folder.path());
    sitting.carry_out(Command::Apply(bell(&sitting).approve()));
    let repair = repair::wished(&sitting.case).unwrap();
    // It does not hear that it is given back, and has no room for it when it is asked for again.
    office.henceforth(|asked| match asked.action.as_str() {
        "Unmap" => Turn::LOST,
        "Map" => Turn::no(4),
        _ => Turn::PASS(asked),
    });
    sitting.carry_out(Command::Repair(repair.approve()));
    assert_eq!(ended(&sitting), [(ChangeOutcome::Failed, Some(Hindrance::NotPutBack))]);
    assert_eq!(states(&sitting), [JournalState::Asked], "nobody said that it is gone");
    let entries = open_ids(&sitting);
    office.henceforth(Turn::PASS);
    assert_eq!(sitting.carry_out(Command::Undo(entries)), []);
    assert_eq!((ended(&sitting), office.of("Unmap", 5060) > 0), (vec![(ChangeOutcome::Undone, None)], true));
}

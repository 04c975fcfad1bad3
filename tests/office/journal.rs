//! The program's folder: nothing that a router was asked is forgotten, and no file is ever lost.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

use jiff::{SignedDuration, Timestamp};
use separate_entrance::domain::change::{Change, ChangeOutcome, ChangeResult, JournalEntry, JournalId, JournalState};
use separate_entrance::domain::invitation::{Invitation, RunTag};
use separate_entrance::domain::message::Document;
use separate_entrance::domain::news::{Happened, News};
use separate_entrance::domain::office::{Advice, AdviceId, Answers, Office, PortMapping};
use separate_entrance::domain::probe::{Evidence, Family, Measured, Outcome, Probe, Vantage};
use separate_entrance::domain::report::{
    Finding, Listed, Program, Report, SCHEMA, ServiceRow, Severity, Street, TopVerdict, Verdict, WalkReport, Walker,
    Words,
};
use separate_entrance::domain::service::{Direction, Need, PortRange, ProbeKind, ProfileId, ServiceId, Transport};
use separate_entrance::store::handed::hand_out;
use separate_entrance::store::history::RECENT;
use separate_entrance::store::{FOLDER_VARIABLE, SetAside, Store, StoreError, Why, export};
use separate_entrance::text::Text;

/// A folder of its own for each test, removed at its end.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("separate-entrance-test-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let dir = std::env::temp_dir().join(name);
        fs::create_dir_all(&dir).unwrap();
        Self(dir)
    }

    fn open(&self) -> (Store, Vec<SetAside>) {
        Store::open(Some(self.0.clone())).unwrap()
    }

    fn store(&self) -> Store {
        let (store, aside) = self.open();
        assert_eq!(aside, []);
        store
    }

    /// A store that has the journal.
    pub(crate) fn writer(&self) -> Store {
        let mut store = self.store();
        store.journal_mut().begin(at(0)).unwrap();
        store
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

fn at(minutes: i64) -> Timestamp {
    "2026-11-23T08:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes)
}

pub(crate) fn entry(id: JournalId, port: u16) -> JournalEntry {
    JournalEntry {
        id,
        at: at(0),
        gateway: "192.168.1.1".parse().unwrap(),
        gateway_id: Some("uuid:1".into()),
        change: Change {
            service: ServiceId("sip-udp".into()),
            external_port: port,
            protocol: Transport::Udp,
            internal_client: "192.168.1.20".parse().unwrap(),
            lease_seconds: 604_800,
            description: "separate-entrance sip".into(),
        },
        state: JournalState::Asked,
        read_back: None,
        made_at: None,
        claim: None,
        unique_id: None,
        was_free: false,
        gone_at: None,
    }
}

fn line(port: u16) -> PortMapping {
    PortMapping {
        external_port: port,
        protocol: Transport::Udp,
        internal_client: "192.168.1.20".parse().unwrap(),
        internal_port: port,
        lease_seconds: 604_800,
        description: "separate-entrance sip".into(),
        ours: true,
        enabled: true,
        remote_host: String::new(),
    }
}

fn report(started_at: Timestamp) -> Report {
    let row = |id: &str, need, verdict, selected| ServiceRow {
        id: ServiceId(id.into()),
        label: format!("Label of {id}"),
        protocol: Transport::Udp,
        ports: PortRange::from((5060, 5060)),
        direction: Direction::Inbound,
        need,
        selected,
        inside: Outcome::Answered,
        router: Listed::Mapped,
        outside: Outcome::Answered,
        outside_ipv6: Outcome::NotChecked,
        verdict,
        because: None,
        unconfirmed: false,
        not_shown: Vec::new(),
    };
    let words = Words {
        headline: "One cause on top".into(),
        meaning: "A sentence that is long enough to be broken, ".repeat(4),
        action: "Call somebody.".into(),
        detail: "606".into(),
    };
    let probe = Probe {
        service: Some(ServiceId("sip-udp".into())),
        kind: ProbeKind::Sip,
        transport: Transport::Udp,
        target: "11.22.33.2:5060".parse().unwrap(),
        vantage: Vantage::Outside,
    };
    let evidence = Evidence::of(&probe, Measured::bare(Outcome::Silent), started_at, 2000);
    let walk = WalkReport {
        walker: Walker::Colleague,
        at: started_at,
        address: None,
        street: Street::Unknown,
        answered_before: None,
        street_lies: true,
        trouble: Some("limit".into()),
    };
    Report {
        schema: SCHEMA,
        program: Program::this(),
        started_at,
        duration_ms: 5,
        verdict: TopVerdict::ActionNeeded,
        office: Office { public_address: Some("11.22.33.2".parse().unwrap()), ..Office::default() },
        answers: Answers::default(),
        before: None,
        services: vec![
            row("sip-udp", Need::Required, Verdict::Verified, true),
            row("ssh", Need::Never, Verdict::Exposed, false),
            row("fax", Need::IfFeature, Verdict::NotChecked, false),
        ],
        mappings: vec![line(5060)],
        changes: vec![ChangeResult {
            service: ServiceId("sip-udp".into()),
            external_port: 5060,
            protocol: Transport::Udp,
            result: ChangeOutcome::Refused,
            code: Some(606),
            hindrance: None,
            held_by: None,
            lease_seconds: None,
            permanent_only: false,
            denial: None,
            family: Family::Ipv4,
            silent_at: None,
        }],
        findings: vec![Finding {
            code: "must-stay-shut-is-open".into(),
            severity: Severity::Blocker,
            services: vec![ServiceId("ssh".into())],
            words,
            evidence: Vec::new(),
            folded: Vec::new(),
            args: std::collections::BTreeMap::new(),
        }],
        evidence: vec![Evidence { reused: true, ..evidence }],
        advice: vec![Advice { id: AdviceId::AlgOff, done: true, date: None }],
        ready_until: None,
        looked: Vec::new(),
        walks: vec![walk],
        doorman: Vec::new(),
        voice: Vec::new(),
        rehearsals: Vec::new(),
        rings: Vec::new(),
        safety: Vec::new(),
        outbound: Vec::new(),
        inside: None,
        lapsed: separate_entrance::domain::lapsed::Lapsed::default(),
    }
}

#[test]
fn a_crash_between_asking_and_reading_back_leaves_the_question_on_disk() {
    let folder = Folder::new();
    let mut store = folder.writer();
    let id = store.journal().next_id();
    assert_eq!(store.journal_mut().add(entry(id, 5060)).unwrap(), id);
    // The program dies here: nothing is written any more.
    drop(store);
    let mut store = folder.writer();
    let open = store.journal().entries();
    assert_eq!(open, [entry(id, 5060)]);
    assert!(open[0].is_open());
    store.journal_mut().update(id, JournalState::Made, Some(line(5060))).unwrap();
    store.journal_mut().update(id, JournalState::Undone, None).unwrap();
    drop(store);
    let settled = folder.store().journal().entries();
    assert_eq!((settled[0].state, settled[0].read_back.clone()), (JournalState::Undone, Some(line(5060))));
}

#[test]
fn what_is_noted_is_written_with_the_next_question_and_at_the_end() {
    let folder = Folder::new();
    let mut store = folder.writer();
    let on_disk = || folder.store().journal().entries().iter().map(|e| e.state).collect::<Vec<_>>();
    let made = |id, port| JournalEntry { state: JournalState::Made, ..entry(id, port) };
    let first = store.journal().next_id();
    store.journal_mut().add(entry(first, 5060)).unwrap();
    store.journal_mut().note(made(first, 5060));
    assert_eq!(store.journal().entries(), [made(first, 5060)]);
    assert_eq!(on_disk(), [JournalState::Asked], "it was asked for, and the next start asks the router");
    let second = store.journal().next_id();
    store.journal_mut().add(entry(second, 5061)).unwrap();
    assert_eq!(on_disk(), [JournalState::Made, JournalState::Asked], "nothing costs a write of its own");
    store.journal_mut().note(made(second, 5061));
    store.journal_mut().end();
    assert_eq!(on_disk(), [JournalState::Made, JournalState::Made]);
}

#[test]
fn names_of_entries_are_never_used_twice() {
    let folder = Folder::new();
    let mut store = folder.writer();
    let first = store.journal().next_id();
    store.journal_mut().add(entry(first, 5060)).unwrap();
    assert!(matches!(store.journal_mut().add(entry(first, 5061)), Err(StoreError::EntryExists(_))));
    let missing = JournalId(99);
    let lost = store.journal_mut().update(missing, JournalState::Made, None);
    assert!(matches!(lost, Err(StoreError::NoEntry(99))));
    assert_eq!(store.journal().entries().len(), 1);
    drop(store);
    assert!(folder.store().journal().next_id() > first);
}

#[test]
fn open_entries_are_kept_however_many_settled_ones_follow() {
    let folder = Folder::new();
    let mut store = folder.writer();
    let open = store.journal().next_id();
    store.journal_mut().add(entry(open, 5060)).unwrap();
    drop(store);
    // Five hundred and fifty settled entries, written as an earlier sitting would have left them.
    let mut pages: serde_json::Value = serde_json::from_slice(&fs::read(folder.file("journal.json")).unwrap()).unwrap();
    let pattern = serde_json::to_value(JournalEntry { state: JournalState::Undone, ..entry(open, 5060) }).unwrap();
    for id in 100..650 {
        let mut settled = pattern.clone();
        settled["id"] = id.into();
        pages["entries"].as_array_mut().unwrap().push(settled);
    }
    fs::write(folder.file("journal.json"), pages.to_string()).unwrap();
    let mut store = folder.writer();
    let next = store.journal().next_id();
    assert_eq!(next, JournalId(650));
    store.journal_mut().add(entry(next, 5061)).unwrap();
    let entries = store.journal().entries();
    assert_eq!(entries.len(), 502);
    assert_eq!((entries[0].id, entries[501].id), (open, next));
}

#[test]
fn a_journal_cut_at_any_byte_is_never_lost_and_never_stops_the_program() {
    let folder = Folder::new();
    let mut store = folder.writer();
    for port in [5060, 5061] {
        let id = store.journal().next_id();
        store.journal_mut().add(entry(id, port)).unwrap();
    }
    drop(store);
    let file = folder.file("journal.json");
    let whole = fs::read(&file).unwrap();
    let kept = folder.file("journal.json.damaged-1");
    for length in 0..whole.len() {
        fs::write(&file, &whole[..length]).unwrap();
        let (mut store, aside) = folder.open();
        store.journal_mut().begin(at(0)).unwrap();
        assert_eq!(store.journal().entries(), [], "{length}");
        let expected =
            SetAside { file: "journal.json".into(), kept_as: "journal.json.damaged-1".into(), why: Why::Damaged };
        assert_eq!(aside, [expected]);
        assert_eq!(fs::read(&kept).unwrap(), &whole[..length]);
        // The program goes on, and its next entry does not touch what was set aside.
        if length == whole.len() / 2 {
            let id = store.journal().next_id();
            store.journal_mut().add(entry(id, 5080)).unwrap();
            assert_eq!(fs::read(&kept).unwrap(), &whole[..length]);
        }
        fs::remove_file(&kept).unwrap();
    }
    fs::write(&file, &whole).unwrap();
    assert_eq!(folder.store().journal().entries().len(), 2);
}

#[test]
fn what_a_program_left_half_written_is_swept_up_an_hour_later() {
    let folder = Folder::new();
    folder.store();
    let (half, below) = (".journal.json.x7Kq2a", "history/.2026-11-23T08-00-00.000Z.json.Ab12Cd");
    let others =
        ["journal.json.damaged-1", ".profile", ".hidden.toml.longer1", ".env.local.backup", "history/notes.txt"];
    for name in [half, below].into_iter().chain(others) {
        fs::write(folder.file(name), "half").unwrap();
    }
    let written = Timestamp::try_from(fs::metadata(folder.file(half)).unwrap().modified().unwrap()).unwrap();
    let begin = |minutes| folder.store().journal_mut().begin(written + SignedDuration::from_mins(minutes)).unwrap();
    begin(50);
    begin(-600_000);
    assert!(folder.file(half).exists() && folder.file(below).exists(), "somebody may still be writing");
    begin(70);
    assert!(!folder.file(half).exists() && !folder.file(below).exists());
    assert!(others.iter().all(|name| folder.file(name).exists()), "and nothing else is touched");
}

#[test]
fn damaged_and_huge_files_are_set_aside_by_name() {
    let folder = Folder::new();
    folder.store();
    fs::write(folder.file("journal.json.damaged-1"), "an older one").unwrap();
    fs::write(folder.file("journal.json"), [0xFF, 0xFE, 0x00]).unwrap();
    fs::write(folder.file("budget.json"), vec![b' '; 9 * 1024 * 1024]).unwrap();
    fs::create_dir(folder.file("invitations.json")).unwrap();
    let (_, aside) = folder.open();
    let told: Vec<_> = aside.iter().map(|a| (a.kept_as.as_str(), a.why)).collect();
    assert_eq!(
        told,
        [
            ("journal.json.damaged-2", Why::Damaged),
            ("budget.json.damaged-1", Why::TooLarge),
            ("invitations.json.damaged-1", Why::Damaged),
        ]
    );
    assert_eq!(fs::read_to_string(folder.file("journal.json.damaged-1")).unwrap(), "an older one");
    assert_eq!(folder.open().1, [], "once is enough");
}

#[test]
fn what_a_newer_program_keeps_stays_as_it_is_and_this_one_works_beside_it() {
    let folder = Folder::new();
    folder.store();
    let old_report = "history/2026-11-23T08-00-00.000Z.json";
    let newer = [
        ("journal.json", r#"{"schema_version": 2, "entries": "in another form"}"#),
        ("settings.toml", "schema_version = 2\nnew_thing = true\n"),
        ("budget.json", r#"{"schema_version": 2}"#),
        ("invitations.json", r#"{"schema_version": 2}"#),
        ("happened.json", r#"{"schema_version": 2}"#),
        (old_report, r#"{"schema": 2}"#),
        ("history/2026-11-23T08-01-00.000Z.json", r#"{"schema": 2}"#),
    ];
    for (file, text) in newer {
        fs::write(folder.file(file), text).unwrap();
    }
    let answers = Answers { calls: Some(7), ..Answers::default() };
    let id = {
        let (mut store, told) = folder.open();
        let told: Vec<_> = told.iter().map(|a| (a.file.as_str(), a.kept_as.as_str(), a.why)).collect();
        let wanted = ["journal", "settings", "budget", "invitations"].map(|name| {
            let ending = if name == "settings" { "toml" } else { "json" };
            (format!("{name}.{ending}"), format!("{name}.form-1.{ending}"))
        });
        let mut wanted: Vec<_> = wanted.iter().map(|(f, k)| (f.as_str(), k.as_str(), Why::NewerProgram)).collect();
        wanted.push(("history", "history", Why::NewerProgram));
        assert_eq!(told, wanted);
        // It works, and remembers.
        store.keep_answers(&answers).unwrap();
        store.keep_invitation(RunTag(7), &invitation(1, at(60)), at(0)).unwrap();
        store.keep_happened(Vec::new()).unwrap();
        for minutes in 1..=i64::try_from(RECENT).unwrap() + 2 {
            store.keep_report(&report(at(minutes))).unwrap();
        }
        store.journal_mut().begin(at(0)).unwrap();
        let id = store.journal().next_id();
        store.journal_mut().add(entry(id, 5060)).unwrap();
        // Nobody hears of the same file twice from one store.
        assert!(store.take_set_aside().iter().all(|a| a.file == "happened.json"));
        id
    };
    let (store, _) = folder.open();
    assert_eq!(store.settings().answers, answers);
    assert!(store.invitation(RunTag(7)).is_ok());
    assert_eq!(store.journal().entries().iter().map(|e| e.id).collect::<Vec<_>>(), [id]);
    // The second of the newer reports began when one of ours did, and both are there.
    assert_eq!(store.last_report().unwrap().started_at, at(i64::try_from(RECENT).unwrap() + 2));
    for (file, text) in newer {
        assert_eq!(fs::read_to_string(folder.file(file)).unwrap(), text, "{file}");
    }
    // Back to the newer program: it finds its own, as it left it.
    fs::write(folder.file("settings.toml"), "schema_version = 1\n").unwrap();
    assert_eq!(folder.open().0.settings().answers, Answers::default());
}

#[test]
fn a_folder_that_cannot_be_written_is_an_error_with_its_path_last() {
    let folder = Folder::new();
    let blocked = folder.file("a-file");
    fs::write(&blocked, "").unwrap();
    let error = Store::open(Some(blocked.join("store"))).unwrap_err();
    assert!(error.to_string().ends_with(&blocked.join("store").display().to_string()), "{error}");

    // The folder goes away while the program runs: the journal must say so before a router is asked.
    let mut store = folder.writer();
    let id = store.journal().next_id();
    fs::remove_dir_all(&folder.0).unwrap();
    fs::write(&folder.0, "in its place").unwrap();
    let refused = store.journal_mut().add(entry(id, 5060));
    fs::remove_file(&folder.0).unwrap();
    assert!(matches!(refused, Err(StoreError::Io { .. })), "{refused:?}");
    assert_eq!(store.journal().entries(), [], "what is not on disk is not believed");
}

#[test]
fn two_writers_do_not_write_one_journal() {
    let folder = Folder::new();
    let (mut one, mut two) = (folder.store(), folder.store());
    let id = one.journal().next_id();
    assert!(matches!(one.journal_mut().add(entry(id, 5060)), Err(StoreError::NotBegun)), "nothing without the lock");
    one.journal_mut().begin(at(0)).unwrap();
    one.journal_mut().add(entry(id, 5060)).unwrap();
    let refused = two.journal_mut().begin(at(1)).unwrap_err().problem();
    assert_eq!(refused.code, "journal-busy");
    assert_eq!(refused.args["pid"], std::process::id().to_string(), "and says who has it");
    assert_eq!(refused.args["since"], "08:00 UTC");
    assert!(two.journal().entries().is_empty());
    assert!(two.journal_mut().refresh(), "reading is free");
    assert!(!two.journal_mut().refresh(), "once is news");
    one.journal_mut().end();
    // The name was taken meanwhile; whoever begins knows it.
    two.journal_mut().begin(at(2)).unwrap();
    assert!(matches!(one.journal_mut().begin(at(2)), Err(StoreError::Busy { .. })));
    let id = two.journal().next_id();
    two.journal_mut().add(entry(id, 5061)).unwrap();
    drop(two);
    let ports: Vec<u16> = folder.store().journal().entries().iter().map(|e| e.change.external_port).collect();
    assert_eq!(ports, [5060, 5061]);
    assert!(!folder.file("journal.owner").exists(), "who is done leaves no note");
}

#[test]
fn a_note_that_a_dead_owner_left_keeps_nobody_out() {
    let folder = Folder::new();
    folder.store();
    fs::write(
        folder.file("journal.owner"),
        r#"{"pid":1,"since":"2026-11-23T08:00:00Z","until":"2026-11-23T09:00:00Z"}"#,
    )
    .unwrap();
    fs::write(folder.file("rounds.owner"), "torn").unwrap();
    let mut store = folder.store();
    store.journal_mut().begin(at(0)).unwrap();
    store.hold_rounds(at(0), at(10)).unwrap();
    let other = folder.store().hold_rounds(at(1), at(11)).unwrap_err();
    let StoreError::Busy { owner: Some(owner), .. } = other else { panic!("{other}") };
    assert_eq!((owner.pid, owner.since), (std::process::id(), at(0)));
    drop(store);
    folder.store().hold_rounds(at(1), at(11)).unwrap();
}

#[test]
fn a_renewed_lease_counts_from_then_and_survives_the_disk() {
    let folder = Folder::new();
    let mut store = folder.writer();
    let id = store.journal().next_id();
    store.journal_mut().add(entry(id, 5060)).unwrap();
    store.journal_mut().update(id, JournalState::Made, Some(line(5060))).unwrap();
    let week = SignedDuration::from_secs(604_800);
    assert_eq!(store.journal().entries()[0].lease_ends(), Some(at(0) + week));
    let mut renewed = store.journal().entries()[0].clone();
    renewed.note_made(line(5060), at(100));
    store.journal_mut().rewrite(renewed).unwrap();
    drop(store);
    let entries = folder.store().journal().entries();
    assert_eq!(entries[0].lease_ends(), Some(at(100) + week));
    assert!(entries[0].is_open());
}

/// Runs one test of this program again in a process of its own, with the folder named in its environment.
fn in_another_process(test: &str, folder: &Path) {
    let program = std::env::current_exe().unwrap();
    let run = Command::new(program).args(["--exact", test]).env(FOLDER_VARIABLE, folder).output().unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(run.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn another_process_is_kept_out_of_the_journal_and_finds_the_folder_by_its_variable() {
    if std::env::var_os(FOLDER_VARIABLE).is_some() {
        let (mut store, _) = Store::open(None).unwrap();
        assert_eq!(store.journal().entries().len(), 1, "reading is free");
        assert!(matches!(store.journal_mut().begin(at(0)), Err(StoreError::Busy { owner: Some(_), .. })));
        return;
    }
    let folder = Folder::new();
    let mut store = folder.writer();
    let id = store.journal().next_id();
    store.journal_mut().add(entry(id, 5060)).unwrap();
    in_another_process(
        "journal::another_process_is_kept_out_of_the_journal_and_finds_the_folder_by_its_variable",
        &folder.0,
    );
}

#[cfg(unix)]
#[test]
fn nobody_else_reads_our_files() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new();
    fs::write(folder.file("journal.json"), "{").unwrap();
    fs::set_permissions(folder.file("journal.json"), fs::Permissions::from_mode(0o644)).unwrap();
    let (mut store, _) = folder.open();
    store.journal_mut().begin(at(0)).unwrap();
    let id = store.journal().next_id();
    store.journal_mut().add(entry(id, 5060)).unwrap();
    store.keep_report(&report(at(0))).unwrap();
    fs::set_permissions(folder.file("journal.json"), fs::Permissions::from_mode(0o644)).unwrap();
    store.journal_mut().update(id, JournalState::Made, None).unwrap();
    for file in ["journal.json", "history/2026-11-23T08-00-00.000Z.json"] {
        assert_eq!(fs::metadata(folder.file(file)).unwrap().permissions().mode() & 0o777, 0o600, "{file}");
    }
}

#[test]
fn the_last_report_comes_back_even_when_a_newer_one_is_damaged() {
    let folder = Folder::new();
    let mut store = folder.store();
    assert_eq!(store.last_report(), None);
    store.keep_report(&report(at(0))).unwrap();
    store.keep_report(&report(at(1))).unwrap();
    assert_eq!(store.last_report(), Some(report(at(1))));
    store.keep_report(&report(at(2))).unwrap();
    fs::write(folder.file("history/2026-11-23T08-02-00.000Z.json"), "{\"schema\": 1").unwrap();
    let (store, aside) = folder.open();
    assert_eq!(store.last_report(), Some(report(at(1))));
    assert_eq!(aside[0].kept_as, "2026-11-23T08-02-00.000Z.json.damaged-1");
}

#[test]
fn the_same_check_is_kept_once_and_older_ones_grow_sparse() {
    let folder = Folder::new();
    let mut store = folder.store();
    // Three checks a day for a year.
    for check in 0..3 * 365 {
        store.keep_report(&report(at(check * 8 * 60))).unwrap();
    }
    store.keep_report(&report(at((3 * 365 - 1) * 8 * 60))).unwrap();
    let mut names: Vec<_> =
        fs::read_dir(folder.file("history")).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    let days: std::collections::BTreeSet<&str> = names.iter().rev().skip(RECENT).map(|n| &n[..10]).collect();
    assert_eq!(days.len(), names.len() - RECENT, "of older ones one a day");
    assert!((160..170).contains(&names.len()), "{}", names.len());
    assert!(names[0].starts_with("2026-1"), "a year later the first month is still there: {}", names[0]);
    assert_eq!(store.reports().unwrap().len(), names.len());
}

#[test]
fn a_report_of_the_first_version_is_still_read() {
    let folder = Folder::new();
    folder.store();
    let mut value = serde_json::to_value(report(at(0))).unwrap();
    let document = value.as_object_mut().unwrap();
    for later in ["looked", "walks", "doorman", "voice", "rehearsals", "rings", "safety"] {
        document.remove(later);
    }
    document["evidence"][0]
        .as_object_mut()
        .unwrap()
        .retain(|key, _| !["fingerprint", "asker", "reused"].contains(&key.as_str()));
    document["mappings"][0]
        .as_object_mut()
        .unwrap()
        .retain(|key, _| !["enabled", "remote_host"].contains(&key.as_str()));
    fs::write(folder.file("history/2026-11-23T08-00-00.000Z.json"), value.to_string()).unwrap();
    let journal = r#"{"schema_version":1,"next":2,"entries":[{"id":1,"at":"2026-11-23T08:00:00Z","gateway":"192.168.1.1",
        "gateway_id":null,"change":{"service":"sip-udp","external_port":5060,"protocol":"udp",
        "internal_client":"192.168.1.20","lease_seconds":0,"description":"x"},"state":"made","read_back":null}]}"#;
    fs::write(folder.file("journal.json"), journal).unwrap();
    let (store, aside) = folder.open();
    assert_eq!(aside, []);
    assert_eq!(store.reports().unwrap().len(), 1);
    assert_eq!(store.journal().entries()[0].lease_ends(), None);
}

#[test]
fn what_happened_between_two_checks_is_kept() {
    let folder = Folder::new();
    let store = folder.store();
    let street = |minute| Happened {
        at: at(minute),
        news: News::StreetChanged { was: "11.22.33.2".parse().unwrap(), now: "11.22.33.9".parse().unwrap() },
    };
    store.keep_happened(vec![street(1)]).unwrap();
    folder.store().keep_happened((2..1001).map(street).collect()).unwrap();
    store.keep_happened(vec![Happened { at: at(2000), news: News::NetworkAway }]).unwrap();
    let kept = folder.store().happened().unwrap();
    assert_eq!((kept.len(), kept[0].clone(), kept[999].news.clone()), (1000, street(2), News::NetworkAway));
    let text = fs::read_to_string(folder.file("happened.json")).unwrap();
    assert!(text.contains(r#""what": "street-changed""#), "{text}");
}

#[test]
fn settings_survive_and_can_be_read_by_people() {
    let folder = Folder::new();
    let mut store = folder.store();
    let answers = Answers {
        system: Some(ProfileId("freepbx".into())),
        using: vec!["remote-phones".into()],
        trusted: vec!["198.51.100.0/24".parse().unwrap()],
        heard_both_ways: Some("2026-11-20".parse().unwrap()),
        ..Answers::default()
    };
    let ticked = Advice { id: AdviceId::AlgOff, done: true, date: Some("2026-11-23".parse().unwrap()) };
    store.keep_answers(&answers).unwrap();
    store.keep_advice(&Advice { done: false, date: None, ..ticked.clone() }).unwrap();
    store.keep_advice(&ticked).unwrap();
    let store = folder.store();
    assert_eq!(store.settings().answers, answers);
    assert_eq!(store.settings().advice, [ticked]);
    let text = fs::read_to_string(folder.file("settings.toml")).unwrap();
    assert!(text.contains("schema_version = 1") && text.contains("system = \"freepbx\""), "{text}");
}

fn invitation(secret: u8, expires: Timestamp) -> Invitation {
    Invitation {
        address: "11.22.33.2".parse().unwrap(),
        profile: ProfileId("freepbx".into()),
        services: vec![ServiceId("sip-udp".into())],
        expires,
        walker: Walker::Colleague,
        secret: [secret; 10],
        first_fingerprint: None,
        voice_ports: None,
    }
}

#[test]
fn an_invitation_is_answered_once_and_forgotten_when_it_is_long_over() {
    let folder = Folder::new();
    let mut store = folder.store();
    let (ours, later) = (invitation(1, at(60)), invitation(2, at(60 * 24 * 40)));
    store.keep_invitation(RunTag(7), &ours, at(0)).unwrap();
    let mut store = folder.store();
    assert_eq!(store.invitation(RunTag(7)).unwrap(), ours);
    assert_eq!(store.invitation(RunTag(8)).unwrap_err().problem().code, "code-foreign");
    store.use_invitation(&ours).unwrap();
    assert!(matches!(store.use_invitation(&ours), Err(StoreError::AlreadyUsed)));
    assert_eq!(folder.store().invitation(RunTag(7)).unwrap_err().problem().code, "code-used");
    store.keep_invitation(RunTag(9), &later, at(60 * 24 * 31 + 61)).unwrap();
    assert!(matches!(store.invitation(RunTag(7)), Err(StoreError::NotInvited)));
    assert_eq!(store.invitation(RunTag(9)).unwrap(), later);
}

#[test]
fn sip_messages_are_counted_across_runs_and_copies_of_the_program() {
    let folder = Folder::new();
    let office = "11.22.33.2".parse().unwrap();
    let (mut one, mut two) = (folder.store(), folder.store());
    let book = |store: &mut Store, messages, minute| {
        let mut ledger = store.ledger();
        let room = ledger.take(office, at(minute), messages);
        store.keep_ledger(ledger).unwrap();
        room
    };
    assert!(book(&mut one, 2, 0));
    // A walk of the other copy starts before the first one books again, and ends after it.
    let mut walking = two.ledger();
    assert!(walking.take(office, at(1), 1));
    assert!(book(&mut one, 1, 2));
    two.keep_ledger(walking).unwrap();
    assert!(!book(&mut one, 1, 3));
    assert!(!book(&mut folder.store(), 1, 3));
    assert!(book(&mut folder.store(), 2, 10));
}

#[test]
fn a_file_damaged_while_the_program_runs_is_set_aside_and_told_at_once() {
    let folder = Folder::new();
    let mut store = folder.store();
    store.keep_invitation(RunTag(7), &invitation(1, at(60)), at(0)).unwrap();
    for (file, reads) in [
        ("invitations.json", &(|s: &mut Store| drop(s.invitation(RunTag(7)))) as &dyn Fn(&mut Store)),
        ("budget.json", &|s| assert_eq!(s.ledger().room("11.22.33.2".parse().unwrap(), at(0)), 4)),
        ("settings.toml", &|s| s.keep_answers(&Answers::default()).unwrap()),
        ("journal.json", &|s| assert!(!s.journal_mut().refresh())),
    ] {
        fs::write(folder.file(file), "{ torn").unwrap();
        reads(&mut store);
        let told = SetAside { file: file.into(), kept_as: format!("{file}.damaged-1"), why: Why::Damaged };
        assert_eq!(store.take_set_aside(), [told], "{file}");
        assert_eq!(fs::read_to_string(folder.file(&format!("{file}.damaged-1"))).unwrap(), "{ torn");
    }
    assert_eq!(store.take_set_aside(), [], "told once");
}

#[test]
fn the_report_as_text_shows_mark_and_word_and_stays_narrow() {
    let text = export::report_text(&report(at(0)), &Text::new("en"));
    let sip = text.lines().find(|l| l.contains("Label of sip-udp")).unwrap();
    assert!(sip.contains('●') && sip.contains("UDP 5060"), "{sip}");
    let words = Text::new("en").get("verdict-verified", &std::collections::BTreeMap::new());
    assert!(sip.contains(&words), "{sip}");
    let exposed = text.lines().filter(|l| l.contains("Label of ssh"));
    assert!(exposed.into_iter().any(|l| l.trim_start().starts_with('!')), "{text}");
    assert!(!text.contains("Label of fax"), "neither selected nor to be locked");
    assert!(text.contains("One cause on top") && text.contains("Call somebody.") && text.contains("11.22.33.2"));
    assert!(text.contains("must-stay-shut-is-open"));
    let refused = text.lines().find(|l| l.contains("606") && l.contains("UDP 5060"));
    assert!(refused.is_some(), "{text}");
    let asked = text.lines().find(|l| l.contains("UDP 11.22.33.2:5060"));
    assert!(asked.is_some(), "{text}");
    assert!(
        asked.is_some_and(|l| l.contains("2026-")) && text.contains("(from an earlier check)"),
        "and how old: {text}"
    );
    let missing = ["[report-", "[verdict-", "[top-", "[severity-", "[advice-", "[outcome-", "[change-"];
    assert!(!missing.iter().any(|key| text.contains(key)), "a word is missing: {text}");
    let broken = text.lines().filter(|l| l.contains("long enough"));
    assert!(broken.into_iter().all(|l| l.chars().count() <= 80), "{text}");
}

#[test]
fn the_report_as_json_is_read_back_whole() {
    let report = report(at(0));
    let json = export::report_json(&report);
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["schema"], 1);
    assert_eq!(value["verdict"], "action-needed");
    assert_eq!(value["findings"][0]["headline"], "One cause on top");
}

#[test]
fn a_document_handed_out_is_never_written_over() {
    let folder = Folder::new();
    let below = folder.file("Documents");
    let document = |text: &str| Document {
        name: "report 2026-11-23".to_owned(),
        files: vec![("txt".to_owned(), text.to_owned()), ("json".to_owned(), "{}".to_owned())],
    };
    let first = hand_out(&below, &document("one")).unwrap();
    assert_eq!(first, below.join("report 2026-11-23.txt"));
    // Half of a pair in the way moves the whole pair.
    fs::remove_file(&first).unwrap();
    let second = hand_out(&below, &document("two")).unwrap();
    assert_eq!(second, below.join("report 2026-11-23 2.txt"));
    assert_eq!(fs::read_to_string(second).unwrap(), "two");
    assert_eq!(fs::read_to_string(below.join("report 2026-11-23 2.json")).unwrap(), "{}");
    fs::write(folder.file("file"), "").unwrap();
    assert!(matches!(hand_out(&folder.file("file"), &document("x")), Err(StoreError::Io { .. })));
}

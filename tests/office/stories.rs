//! Every practice story, told by the real engine over real sockets on loopback: what a check must find before, after
//! opening and after a knock from outside stands in the story's own file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use separate_entrance::domain::case::Case;
use separate_entrance::domain::change::{ChangeOutcome, Hindrance, JournalId, JournalState, Missing};
use separate_entrance::domain::dialling::{Password, RehearsalOrder};
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::message::{Command, Event, InviteOrder, Problem, RunId};
use separate_entrance::domain::office::{AddressFrom, Answers, PortMapping};
use separate_entrance::domain::plan::{plan, voice_to_ask};
use separate_entrance::domain::rehearsal::{PRACTICE_PHONE, RingRound, WAITS};
use separate_entrance::domain::repair;
use separate_entrance::domain::report::{Finding, Report, Severity, TopVerdict, Walker};
use separate_entrance::domain::safety::SafetyId;
use separate_entrance::domain::voice::VoiceLook;
use separate_entrance::engine::{Engine, Place};
use separate_entrance::practice::{self, Moment, Scenario};

/// One sitting with the engine.
pub(crate) struct Sitting {
    engine: Engine,
    pub(crate) case: Case,
    run: RunId,
    /// Everything that the engine said, with the command that it was said to.
    heard: Vec<(RunId, Event)>,
}

impl Sitting {
    fn open(scenario: &str) -> Self {
        Self::open_in(scenario, None)
    }

    pub(crate) fn open_in(scenario: &str, folder: Option<&Path>) -> Self {
        Self::at(Place::Practice(scenario.to_owned()), folder, Answers::default())
    }

    pub(crate) fn at(place: Place, folder: Option<&Path>, answers: Answers) -> Self {
        let engine = Engine::start(place, folder.map(Path::to_owned), Arc::new(|| {})).unwrap();
        let now = "2026-11-23T12:00:00Z".parse().unwrap();
        let case = Case::new(now, answers);
        let mut sitting = Self { engine, case, run: RunId(0), heard: Vec::new() };
        while let Some((_, event)) = sitting.engine.wait_next() {
            assert!(!matches!(event, Event::Problem(_)), "{event:?}");
            sitting.case.absorb(&event);
            sitting.heard.push((sitting.run, event.clone()));
            if matches!(event, Event::Journal(_)) {
                return sitting;
            }
        }
        panic!("the practice office did not open");
    }

    pub(crate) fn carry_out(&mut self, command: Command) -> Vec<Problem> {
        self.run = RunId(self.run.0 + 1);
        assert!(self.engine.send(self.run, command));
        let mut problems = Vec::new();
        while let Some((run, event)) = self.engine.wait_next() {
            assert_eq!(run, self.run);
            self.case.absorb(&event);
            self.heard.push((run, event.clone()));
            if let Event::Problem(problem) = &event {
                problems.push(problem.clone());
            }
            if matches!(event, Event::Finished { .. }) {
                return problems;
            }
        }
        panic!("the engine ended");
    }

    /// Commands sent at once, and a stop for one of them right behind. Gives what was said, with the command's place.
    pub(crate) fn carry_out_at_once(&mut self, commands: Vec<Command>, stopped: usize) -> Vec<(usize, Event)> {
        let (first, count) = (self.run.0 + 1, commands.len());
        for (run, command) in (first..).map(RunId).zip(commands) {
            assert!(self.engine.send(run, command));
            self.run = run;
        }
        assert!(self.engine.send(RunId(first + stopped as u64), Command::Cancel));
        let (mut heard, mut finished) = (Vec::new(), 0);
        while finished < count {
            let (run, event) = self.engine.wait_next().expect("the engine goes on");
            finished += usize::from(matches!(event, Event::Finished { .. }));
            heard.push((usize::try_from(run.0 - first).unwrap(), event));
        }
        heard
    }

    /// Carries out what brings a code.
    pub(crate) fn code_of(&mut self, command: Command) -> String {
        self.run = RunId(self.run.0 + 1);
        assert!(self.engine.send(self.run, command));
        let mut code = None;
        while let Some((_, event)) = self.engine.wait_next() {
            assert!(!matches!(event, Event::Problem(_)), "{event:?}");
            self.case.absorb(&event);
            if matches!(event, Event::Finished { .. }) {
                break;
            }
            if let Event::Invited { code: made, .. } | Event::ResultCode(made) | Event::CallCode(made) = event {
                code = Some(made);
            }
        }
        code.expect("a code")
    }

    /// As the terminal's `check` does, with consent to look round where the story's owner knows no address.
    pub(crate) fn look_and_ask(&mut self) {
        let phones_use = self.case.answers.phones_use.clone();
        self.carry_out(Command::Look { router: None, interface: None, phones_use, street_name: None });
        if self.case.answers.pbx.is_none() {
            self.carry_out(Command::FindPhoneSystem);
            let likely: Vec<_> = self.case.candidates.iter().filter(|c| c.likely).map(|c| c.address).collect();
            let [only] = likely.as_slice() else { return };
            self.case.answers.pbx = Some(*only);
        }
        let address = self.case.answers.pbx.unwrap();
        let profile = self.case.answers.system.clone().unwrap();
        let services = self.case.selected().into_iter().collect();
        self.carry_out(Command::AskPhoneSystem { address, profile: profile.clone(), services });
        let provider = self.case.answers.provider.clone();
        let problems = self.carry_out(Command::TryWaysOut { profile: Some(profile), provider, interface: None });
        assert_eq!(problems, []);
    }

    fn knock(&mut self) {
        let Some(address) = self.case.office.public_address else { return };
        let profile = self.case.answers.system.clone().unwrap();
        let order = InviteOrder {
            address,
            profile,
            services: plan(&self.case).knocks,
            walker: Walker::StepOutside,
            voice_ports: voice_to_ask(&self.case),
        };
        let problems = self.carry_out(Command::StepOutside { order, interface: None, voice: VoiceLook::Sampled });
        let arrived = self.case.walks.last().is_some_and(|w| w.trouble.is_none());
        assert_eq!(problems.is_empty(), arrived, "{problems:?}");
    }
}

/// One moment of a story: what was found there against what its file says.
pub(crate) struct Diagnosis {
    pub(crate) story: String,
    pub(crate) moment: &'static str,
    expected: Moment,
    pub(crate) report: Report,
}

/// One story, told to its end.
pub(crate) struct Told {
    /// The case before the engine said anything.
    pub(crate) start: Case,
    pub(crate) heard: Vec<(RunId, Event)>,
    pub(crate) diagnoses: Vec<Diagnosis>,
}

impl Diagnosis {
    fn new(scenario: &Scenario, moment: &'static str, expected: &Moment, case: &Case) -> Self {
        Self { story: scenario.id.clone(), moment, expected: expected.clone(), report: judge(case) }
    }

    fn found(&self) -> Vec<String> {
        let mut found: Vec<String> = self.report.findings.iter().map(|f| f.code.clone()).collect();
        found.sort();
        found
    }

    /// Each cause and what is folded under it.
    fn folded(&self) -> BTreeMap<String, Vec<String>> {
        let mut folded: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for finding in self.report.findings.iter().filter(|f| !f.folded.is_empty()) {
            let under = folded.entry(finding.code.clone()).or_default();
            under.extend(finding.folded.iter().map(|f| f.code.clone()));
            under.sort();
            under.dedup();
        }
        folded
    }

    /// As the scoreboard counts it. Ready where it is not is the worst that can be said.
    fn result(&self) -> &'static str {
        let found = self.found();
        let is_said = found == self.expected.findings && self.report.verdict == self.expected.verdict;
        let is_red = |f: &&Finding| f.severity <= Severity::Problem && !self.expected.findings.contains(&f.code);
        if self.report.verdict == TopVerdict::Ready && self.expected.verdict != TopVerdict::Ready {
            "false-green"
        } else if self.report.findings.iter().any(|f| is_red(&f)) {
            "false-red"
        } else if is_said && self.folded() == self.expected.folded {
            "right"
        } else {
            "wrong"
        }
    }
}

/// Tells one story to its end.
fn tell(scenario: &Scenario) -> Told {
    let mut told = Vec::new();
    let mut sitting = Sitting::open(&scenario.id);
    let start = Case::new(sitting.case.started_at, Answers::default());
    sitting.look_and_ask();
    told.push(Diagnosis::new(scenario, "after-check", &scenario.expect.after_check, &sitting.case));
    let changes = plan(&sitting.case).changes;
    let opens = scenario.approves && !changes.is_empty();
    assert_eq!(scenario.expect.after_open.is_some(), opens, "{}: {changes:?}", scenario.id);
    if let Some(expected) = &scenario.expect.after_open {
        sitting.carry_out(Command::Apply(changes.approve()));
        told.push(Diagnosis::new(scenario, "after-open", expected, &sitting.case));
    }
    sitting.knock();
    told.push(Diagnosis::new(scenario, "after-walk", &scenario.expect.after_walk, &sitting.case));
    if let Some(expected) = &scenario.expect.after_rehearsal {
        let (phone, waits) = (|| Box::new(spare_phone()), WAITS.to_vec());
        assert_eq!(sitting.carry_out(Command::Rehearse(phone())), [], "{}", scenario.id);
        assert_eq!(sitting.carry_out(Command::RingTest { order: phone(), waits }), [], "{}", scenario.id);
        told.push(Diagnosis::new(scenario, "after-rehearsal", expected, &sitting.case));
    }
    if let Some(expected) = &scenario.expect.after_look_inside {
        assert_eq!(sitting.carry_out(Command::LookInside), [], "{}", scenario.id);
        told.push(Diagnosis::new(scenario, "after-look-inside", expected, &sitting.case));
    }
    let repair = repair::offered(&sitting.case);
    assert_eq!(scenario.expect.after_repair.is_some(), repair.is_some(), "{}: {repair:?}", scenario.id);
    if let (Some(expected), Some(repair)) = (&scenario.expect.after_repair, repair) {
        sitting.carry_out(Command::Repair(repair.approve()));
        sitting.knock();
        told.push(Diagnosis::new(scenario, "after-repair", expected, &sitting.case));
    }
    if let Some(expected) = &scenario.expect.after_safety {
        let extension = scenario.phone_system.strangers.told_extensions.first().cloned();
        let tests = SafetyId::ALL.to_vec();
        assert_eq!(sitting.carry_out(Command::TestSafety { tests, extension, outside: None }), [], "{}", scenario.id);
        told.push(Diagnosis::new(scenario, "after-safety", expected, &sitting.case));
    }
    Told { start, heard: sitting.heard, diagnoses: told }
}

/// Most of a story is waiting for silence, so some are told side by side.
const SIDE_BY_SIDE: usize = 8;

/// Every story, told once for all tests.
pub(crate) fn all_told() -> &'static [Told] {
    static TOLD: OnceLock<Vec<Told>> = OnceLock::new();
    TOLD.get_or_init(tell_all)
}

fn tell_all() -> Vec<Told> {
    let stories = Mutex::new(practice::scenarios().iter());
    let told = Mutex::new(Vec::new());
    std::thread::scope(|side| {
        for _ in 0..SIDE_BY_SIDE {
            side.spawn(|| {
                loop {
                    let next = stories.lock().unwrap().next();
                    let Some(scenario) = next else { break };
                    let one = tell(scenario);
                    told.lock().unwrap().push(one);
                }
            });
        }
    });
    told.into_inner().unwrap()
}

#[test]
fn every_story_finds_what_its_file_says() {
    let mut told: Vec<&Diagnosis> = all_told().iter().flat_map(|t| &t.diagnoses).collect();
    told.sort_by(|a, b| (&a.story, a.moment).cmp(&(&b.story, b.moment)));
    // The gate adds these up.
    let mut board = String::new();
    for diagnosis in &told {
        writeln!(board, "practice\t{}\t{}", diagnosis.story, diagnosis.result()).unwrap();
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/output");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("scoreboard-practice.txt"), board).unwrap();
    let wrong: Vec<String> = told
        .iter()
        .filter(|d| d.result() != "right")
        .map(|d| {
            format!(
                "{} {}: {}\n  is {:?} {:?} {:?}\n  not {:?} {:?} {:?}",
                d.story,
                d.moment,
                d.result(),
                d.report.verdict,
                d.found(),
                d.folded(),
                d.expected.verdict,
                d.expected.findings,
                d.expected.folded
            )
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn spare_phone() -> RehearsalOrder {
    RehearsalOrder {
        server: PRACTICE_PHONE.server.to_owned(),
        user: PRACTICE_PHONE.user.to_owned(),
        password: Password::new(PRACTICE_PHONE.password.to_owned()),
        number: PRACTICE_PHONE.number.to_owned(),
        interface: None,
        code: None,
    }
}

#[test]
fn a_wrong_password_is_told_from_a_phone_system_that_is_not_there() {
    let mut sitting = Sitting::open("sound-one-way");
    let wrong = Box::new(RehearsalOrder { password: Password::new("guess".to_owned()), ..spare_phone() });
    let code = |problems: Vec<Problem>| problems.into_iter().map(|p| p.code).collect::<Vec<_>>();
    assert_eq!(code(sitting.carry_out(Command::Rehearse(wrong))), ["call-wrong-password"]);
    let nobody = Box::new(RehearsalOrder { server: "203.0.113.99".to_owned(), ..spare_phone() });
    assert_eq!(code(sitting.carry_out(Command::Rehearse(nobody))), ["call-no-answer"]);
    let nameless = Box::new(RehearsalOrder { server: "a name".to_owned(), ..spare_phone() });
    assert_eq!(code(sitting.carry_out(Command::Rehearse(nameless))), ["call-no-such-name"]);
    let emergency = Box::new(RehearsalOrder { number: "112".to_owned(), ..spare_phone() });
    assert_eq!(code(sitting.carry_out(Command::Rehearse(emergency))), ["not-called-emergency"]);
    let unknown = Box::new(RehearsalOrder { number: "699".to_owned(), ..spare_phone() });
    assert_eq!(code(sitting.carry_out(Command::Rehearse(unknown))), ["call-no-such-number"]);
    let report = judge(&sitting.case);
    assert!(
        report.rehearsals.iter().all(|r| !r.answered) && report.findings.iter().all(|f| !f.code.starts_with("audio-n"))
    );
    assert!(!serde_json::to_string(&report).unwrap().contains("guess"), "no report has the password");
}

/// A table without the seconds that pass by themselves.
pub(crate) fn table(mappings: &[PortMapping]) -> Vec<String> {
    let line = |m: &PortMapping| {
        let (port, client) = (m.external_port, m.internal_client);
        format!("{:?} {port} {client}:{} {} {}", m.protocol, m.internal_port, m.description, m.enabled)
    };
    mappings.iter().map(line).collect()
}

#[test]
fn what_was_opened_is_taken_back_and_nothing_else() {
    let mut sitting = Sitting::open("nothing-opened");
    sitting.look_and_ask();
    let before = table(&sitting.case.mappings);
    assert!(!before.is_empty(), "the story has another device's entry that must stay");
    let changes = plan(&sitting.case).changes;
    sitting.carry_out(Command::Apply(changes.approve()));
    assert!(sitting.case.changes.iter().all(|c| c.result == ChangeOutcome::Opened), "{:?}", sitting.case.changes);
    assert_eq!(table(&sitting.case.mappings).len(), before.len() + changes.changes.len());
    let ids: Vec<_> = sitting.case.journal.iter().filter(|e| e.is_open()).map(|e| e.id).collect();
    assert_eq!(ids.len(), changes.changes.len());
    sitting.carry_out(Command::Undo(ids));
    assert_eq!(table(&sitting.case.mappings), before);
    assert!(sitting.case.journal.iter().all(|e| !e.is_open()));
}

#[test]
fn opening_twice_finds_the_entrances_already_there() {
    let mut sitting = Sitting::open("nothing-opened");
    sitting.look_and_ask();
    let changes = plan(&sitting.case).changes;
    sitting.carry_out(Command::Apply(changes.approve()));
    assert!(plan(&sitting.case).changes.is_empty(), "the plan sees what is open");
    sitting.carry_out(Command::Apply(changes.approve()));
    assert!(sitting.case.changes.iter().all(|c| c.result == ChangeOutcome::AlreadyThere), "{:?}", sitting.case.changes);
}

#[test]
fn a_name_of_the_street_address_is_looked_up_apart_from_the_name_that_the_phones_use() {
    let look = |name: &str| Command::Look {
        router: None,
        interface: None,
        phones_use: Some("203.0.113.7".to_owned()),
        street_name: Some(name.to_owned()),
    };
    let mut sitting = Sitting::open("no-way-out");
    let unknown = sitting.carry_out(look("office.example"));
    assert_eq!(unknown.iter().map(|p| p.code.as_str()).collect::<Vec<_>>(), ["street-name-unknown"]);
    assert_eq!(sitting.case.office.said.get(&AddressFrom::Typed), None);
    assert_eq!(sitting.carry_out(look("desk.phones.example")), []);
    let said = &sitting.case.office.said;
    assert_eq!(said.get(&AddressFrom::Typed), "198.51.100.5".parse().ok().as_ref());
    assert_eq!(said.get(&AddressFrom::PhonesUse), "203.0.113.7".parse().ok().as_ref());

    // Another answer leaves it, and another name takes it along.
    let name = Some("desk.phones.example".to_owned());
    sitting.case.answer(Answers { street_name: name, ..sitting.case.answers.clone() });
    sitting.carry_out(look("desk.phones.example"));
    let case = &mut sitting.case;
    case.answer(Answers { over_ipv6: true, ..case.answers.clone() });
    assert!(case.office.said.contains_key(&AddressFrom::Typed));
    case.answer(Answers { street_name: Some("office.example".to_owned()), ..case.answers.clone() });
    assert!(!case.office.said.contains_key(&AddressFrom::Typed), "that was of the other name");
}

#[test]
fn looking_round_finds_the_phone_system_and_tells_it_from_a_desk_phone() {
    let mut sitting = Sitting::open("nothing-opened");
    sitting.carry_out(Command::Look { router: None, interface: None, phones_use: None, street_name: None });
    sitting.carry_out(Command::FindPhoneSystem);
    let likely: Vec<String> =
        sitting.case.candidates.iter().filter(|c| c.likely).map(|c| c.address.to_string()).collect();
    assert_eq!(likely, ["192.168.77.20"], "{:?}", sitting.case.candidates);
}

/// What a colleague is sent.
pub(crate) fn invited(office: &mut Sitting) -> String {
    office.look_and_ask();
    let address = office.case.office.public_address.unwrap();
    let profile = office.case.answers.system.clone().unwrap();
    let services = plan(&office.case).knocks;
    let order = InviteOrder { address, profile, services, walker: Walker::Colleague, voice_ports: None };
    office.code_of(Command::Invite(order))
}

/// In a practice office the colleague is played on the same street table.
pub(crate) fn walk_by(code: &str) -> Command {
    Command::Walk { code: code.to_owned(), interface: None, voice: VoiceLook::Sampled, standing: None }
}

#[test]
fn a_colleague_walks_by_two_codes() {
    let mut office = Sitting::open("nothing-opened");
    let code = invited(&mut office);
    let result = office.code_of(walk_by(&code));
    assert_eq!(office.carry_out(Command::ReadResult { code: result.clone() }), []);
    assert_eq!(office.case.walks.len(), 1);
    // One use only.
    let again = office.carry_out(Command::ReadResult { code: result });
    assert_eq!(again.first().map(|p| p.code.as_str()), Some("code-used"));
}

#[test]
fn a_colleague_who_plays_a_phone_hands_back_what_was_heard() {
    let mut office = Sitting::open("sound-one-way");
    let code = invited(&mut office);
    let for_them = || Box::new(RehearsalOrder { code: Some(code.clone()), ..spare_phone() });
    // At the colleague's; here it is the same engine on the same street.
    let called = office.code_of(Command::Rehearse(for_them()));
    let heard = office.case.rehearsals.pop().unwrap();
    assert!(heard.answered && office.case.rehearsals.is_empty());
    let rung = office.code_of(Command::RingTest { order: for_them(), waits: WAITS.to_vec() });
    let rings = std::mem::take(&mut office.case.rings);
    assert!(!rings.is_empty());

    // In the office: the call alone, then the same call with the waits after it.
    assert_eq!(office.carry_out(Command::ReadResult { code: called.clone() }), []);
    let [read] = office.case.rehearsals.as_slice() else { panic!("{:?}", office.case.rehearsals) };
    assert_eq!((read.sound(), read.vantage, read.asker), (heard.sound(), heard.vantage, heard.asker));
    assert_eq!((read.address, read.number.as_str()), (heard.address, PRACTICE_PHONE.number));
    assert!(judge(&office.case).findings.iter().any(|f| f.code == "audio-one-way"), "and it is judged");
    assert_eq!(office.carry_out(Command::ReadResult { code: format!("separate-entrance:{rung}") }), []);
    let told = |rings: &[RingRound]| rings.iter().map(|r| (r.quiet_secs, r.rang)).collect::<Vec<_>>();
    assert_eq!((office.case.rehearsals.len(), told(&office.case.rings)), (1, told(&rings)));

    // What is not as it was made is refused by name, and nothing of it is taken in.
    let before = office.case.clone();
    let mut refused = |code: &str| office.carry_out(Command::ReadResult { code: code.to_owned() }).remove(0).code;
    assert_eq!(refused(&called[..called.len() - 8]), "code-cut");
    let last = if called.ends_with('0') { "1" } else { "0" };
    assert_eq!(refused(&format!("{}{last}", &called[..called.len() - 1])), "code-mistyped");
    assert_eq!(refused(&code), "code-wrong-kind");
    let mut other = Sitting::open("sound-one-way");
    let theirs = invited(&mut other);
    let of_another = other.code_of(Command::Rehearse(Box::new(RehearsalOrder { code: Some(theirs), ..spare_phone() })));
    assert_eq!(refused(&of_another), "code-foreign");
    assert_eq!(office.case.rehearsals, before.rehearsals);

    // A walk with the same code is answered as before.
    let walked = office.code_of(walk_by(&code));
    assert_eq!(office.carry_out(Command::ReadResult { code: walked }), []);
}

#[test]
fn a_quiet_wait_says_how_much_of_it_is_left() {
    let mut office = Sitting::open("all-well");
    assert_eq!(office.carry_out(Command::RingTest { order: Box::new(spare_phone()), waits: vec![10, 60] }), []);
    let left = |round| {
        let of_round = move |event: &Event| {
            let Event::Progress { done, doing, .. } = event else { return None };
            doing.seconds().filter(|_| *done == round)
        };
        office.heard.iter().filter_map(|(_, event)| of_round(event)).collect::<Vec<u32>>()
    };
    assert_eq!((left(0), left(1)), (vec![10], vec![60, 50, 40, 30, 20, 10]));
}

#[test]
fn with_an_offices_code_only_that_office_is_called() {
    let mut office = Sitting::open("sound-one-way");
    let code = invited(&mut office);
    let elsewhere = RehearsalOrder { server: "203.0.113.99".to_owned(), code: Some(code.clone()), ..spare_phone() };
    let problems = office.carry_out(Command::Rehearse(Box::new(elsewhere)));
    assert_eq!(problems.iter().map(|p| p.code.as_str()).collect::<Vec<_>>(), ["not-called-elsewhere"]);
    let torn = RehearsalOrder { code: Some(code[..20].to_owned()), ..spare_phone() };
    let problems = office.carry_out(Command::Rehearse(Box::new(torn)));
    assert_eq!(problems.iter().map(|p| p.code.as_str()).collect::<Vec<_>>(), ["code-cut"]);
    assert!(office.case.rehearsals.is_empty(), "nothing was called");
}

#[test]
fn a_crash_between_request_and_read_back_is_settled_at_the_next_start() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open_in("nothing-opened", Some(dir.path()));
    sitting.look_and_ask();
    let changes = plan(&sitting.case).changes;
    sitting.carry_out(Command::Apply(changes.approve()));
    let made = sitting.case.journal.len();
    assert!(made > 0 && sitting.case.journal.iter().all(|e| e.state == JournalState::Made));
    drop(sitting);
    // As a crash leaves it: on disk before the request, and nobody wrote down what came of it.
    let file = dir.path().join("journal.json");
    let journal = std::fs::read_to_string(&file).unwrap();
    assert!(journal.contains("\"made\""));
    std::fs::write(&file, journal.replace("\"made\"", "\"asked\"")).unwrap();

    // The practice router starts empty again, so the router's own word is that nothing was made.
    let mut next = Sitting::open_in("nothing-opened", Some(dir.path()));
    assert!(next.case.journal.iter().all(|e| e.state == JournalState::Asked));
    next.carry_out(Command::Look { router: None, interface: None, phones_use: None, street_name: None });
    assert_eq!(next.case.journal.len(), made);
    assert!(next.case.journal.iter().all(|e| e.state == JournalState::NotMade), "{:?}", next.case.journal);
}

#[test]
fn cancelling_stops_between_two_changes_and_leaves_nothing_half_done() {
    let mut sitting = Sitting::open("nothing-opened");
    sitting.look_and_ask();
    let changes = plan(&sitting.case).changes;
    assert!(changes.changes.len() > 3);
    sitting.run = RunId(sitting.run.0 + 1);
    assert!(sitting.engine.send(sitting.run, Command::Apply(changes.approve())));
    while let Some((run, event)) = sitting.engine.wait_next() {
        sitting.case.absorb(&event);
        // The first one ended: enough.
        if matches!(event, Event::Changed(_)) {
            sitting.engine.send(run, Command::Cancel);
        }
        if matches!(event, Event::Finished { .. }) {
            break;
        }
    }
    let of = |wanted: ChangeOutcome| sitting.case.changes.iter().filter(move |c| c.result == wanted).count();
    assert_eq!(of(ChangeOutcome::Opened) + of(ChangeOutcome::Failed), changes.changes.len(), "each is accounted for");
    assert!(of(ChangeOutcome::Opened) >= 1 && of(ChangeOutcome::Failed) >= 1, "{:?}", sitting.case.changes);
    // What was asked for is listed and journalled; nothing else is.
    assert!(sitting.case.journal.iter().all(|e| e.state == JournalState::Made), "{:?}", sitting.case.journal);
    assert_eq!(sitting.case.journal.len(), of(ChangeOutcome::Opened));
    assert_eq!(sitting.case.mappings.iter().filter(|m| m.ours).count(), of(ChangeOutcome::Opened));
}

#[test]
fn a_file_damaged_while_the_engine_runs_is_told_in_the_same_run() {
    let folder = std::env::temp_dir().join(format!("separate-entrance-damaged-{}", std::process::id()));
    let mut sitting = Sitting::open_in("all-well", Some(&folder));
    sitting.look_and_ask();
    let order = InviteOrder {
        address: sitting.case.office.public_address.unwrap(),
        profile: sitting.case.answers.system.clone().unwrap(),
        services: plan(&sitting.case).knocks,
        walker: Walker::Colleague,
        voice_ports: None,
    };
    assert_eq!(sitting.carry_out(Command::Invite(order.clone())), []);
    std::fs::write(folder.join("invitations.json"), "{ torn").unwrap();
    let run = RunId(sitting.run.0 + 1);
    assert!(sitting.engine.send(run, Command::Invite(order)));
    let mut told = Vec::new();
    while let Some((_, event)) = sitting.engine.wait_next() {
        if let Event::SetAside { file, kept_as, .. } = event {
            told.push((file, kept_as));
        } else if matches!(event, Event::Finished { .. }) {
            break;
        }
    }
    drop(sitting);
    std::fs::remove_dir_all(&folder).ok();
    assert_eq!(told, [("invitations.json".to_owned(), "invitations.json.damaged-1".to_owned())]);
}

/// Opens one entrance for calls with this many seconds to live.
fn open_for(sitting: &mut Sitting, lease_seconds: u32) {
    sitting.look_and_ask();
    let mut changes = plan(&sitting.case).changes;
    changes.changes.retain(|c| c.service.0 == "sip-udp");
    for change in &mut changes.changes {
        change.lease_seconds = lease_seconds;
    }
    sitting.carry_out(Command::Apply(changes.approve()));
    assert_eq!(sitting.case.changes.len(), 1);
    assert_eq!(sitting.case.changes[0].result, ChangeOutcome::Opened, "{:?}", sitting.case.changes);
}

fn ids(sitting: &Sitting) -> Vec<JournalId> {
    sitting.case.journal.iter().filter(|e| e.is_open()).map(|e| e.id).collect()
}

#[test]
fn an_entrance_of_ours_gets_more_time_over_every_protocol() {
    for scenario in ["asks-for-itself", "asked-from-inside", "older-tongue"] {
        let dir = tempfile::tempdir().unwrap();
        let mut sitting = Sitting::open_in(scenario, Some(dir.path()));
        open_for(&mut sitting, 600);
        let before = sitting.case.journal[0].clone();
        assert_eq!(before.read_back.as_ref().map(|l| l.lease_seconds), Some(600), "{scenario}");
        assert!(before.renew_at() < before.lease_ends() && before.renew_at() > Some(before.at), "{before:?}");
        let entries = ids(&sitting);
        assert_eq!(sitting.carry_out(Command::Renew { entries, missing: Missing::LeaveAlone }), [], "{scenario}");
        let (renewed, after) = (&sitting.case.changes[0], &sitting.case.journal[0]);
        assert_eq!((renewed.result, renewed.lease_seconds), (ChangeOutcome::Renewed, Some(600)), "{scenario}");
        assert!(after.state == JournalState::Made && after.made_at >= before.made_at, "{scenario}: {after:?}");
        assert_eq!(after.claim.map(|c| c.nonce), before.claim.map(|c| c.nonce), "{scenario}");
        assert_eq!(sitting.case.mappings.iter().filter(|m| m.ours).count(), 1, "{scenario}");
        let none = sitting.carry_out(Command::Renew { entries: vec![JournalId(99)], missing: Missing::PutBack });
        assert_eq!(none.first().map(|p| p.code.as_str()), Some("nothing-to-renew"));
    }
}

#[test]
fn what_has_no_end_needs_no_time_and_what_is_gone_comes_back_only_where_it_was_forgotten() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open_in("nothing-opened", Some(dir.path()));
    open_for(&mut sitting, 0);
    let entries = ids(&sitting);
    sitting.carry_out(Command::Renew { entries: entries.clone(), missing: Missing::LeaveAlone });
    let stays = &sitting.case.changes[0];
    assert_eq!((stays.result, stays.lease_seconds), (ChangeOutcome::Renewed, Some(0)));
    drop(sitting);
    // The practice router starts anew and has forgotten it before its time.
    let mut next = Sitting::open_in("nothing-opened", Some(dir.path()));
    next.look_and_ask();
    next.carry_out(Command::Renew { entries: entries.clone(), missing: Missing::LeaveAlone });
    let gone = &next.case.changes[0];
    assert_eq!((gone.result, gone.hindrance), (ChangeOutcome::Refused, Some(Hindrance::Gone)));
    assert!(!next.case.mappings.iter().any(|m| m.ours));
    assert!(next.case.journal[0].is_open(), "the next check still compares with it");
    // Who knows that the router forgot everything says so, and the yes of then covers exactly the same again.
    next.carry_out(Command::Renew { entries, missing: Missing::PutBack });
    assert_eq!(next.case.changes[0].result, ChangeOutcome::Renewed, "{:?}", next.case.changes);
    assert!(next.case.mappings.iter().any(|m| m.ours));
}

#[test]
fn a_crash_in_the_middle_of_a_repair_is_mended_at_the_next_start() {
    for scenario in ["nothing-opened", "asked-from-inside"] {
        let dir = tempfile::tempdir().unwrap();
        let mut sitting = Sitting::open_in(scenario, Some(dir.path()));
        open_for(&mut sitting, 600);
        drop(sitting);
        let file = dir.path().join("journal.json");
        let journal = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, journal.replace("\"made\"", "\"repairing\"")).unwrap();
        // The practice router starts empty: the entrance is out, and nobody put it in again.
        let mut next = Sitting::open_in(scenario, Some(dir.path()));
        next.look_and_ask();
        assert_eq!(next.case.changes.iter().map(|c| c.result).collect::<Vec<_>>(), [ChangeOutcome::Repaired]);
        assert_eq!(next.case.journal[0].state, JournalState::Made, "{scenario}");
        assert_eq!(next.case.mappings.iter().filter(|m| m.ours).count(), 1, "{scenario}");
    }
}

#[test]
fn a_router_that_began_anew_is_told_by_its_clock_and_opened_again_with_the_same_nonce() {
    let dir = tempfile::tempdir().unwrap();
    let mut sitting = Sitting::open_in("asked-from-inside", Some(dir.path()));
    open_for(&mut sitting, 600);
    let nonce = sitting.case.journal[0].claim.unwrap().nonce;
    sitting.look_and_ask();
    assert_eq!(sitting.case.mappings.len(), 1, "a new look knows what was granted");
    let report = judge(&sitting.case);
    drop(sitting);
    // As if the router had been up for a day then.
    let file = dir.path().join("journal.json");
    let mut journal: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    journal["entries"][0]["claim"]["epoch"]["secs"] = 86_400.into();
    std::fs::write(&file, journal.to_string()).unwrap();
    let mut next = Sitting::open_in("asked-from-inside", Some(dir.path()));
    let mut before = report.as_before();
    // The test's own clock stands still; the router's and this computer's do not.
    if let Some(epoch) = &mut before.epoch {
        epoch.secs = 86_400;
        before.started_at = epoch.at;
    }
    next.case.before = Some(before);
    next.look_and_ask();
    assert_eq!(next.case.mappings, [], "what was forgotten is not listed");
    let report = judge(&next.case);
    let forgot = report.finding("router-forgot").unwrap_or_else(|| panic!("{:#?}", report.findings));
    assert_eq!(forgot.args["by"], "clock");
    open_for(&mut next, 600);
    assert_eq!(next.case.journal.iter().filter(|e| e.is_open()).count(), 1);
    assert_eq!(next.case.journal[0].claim.unwrap().nonce, nonce);
    let entries = ids(&next);
    next.carry_out(Command::Undo(entries));
    assert_eq!(next.case.changes[0].result, ChangeOutcome::Undone);
    assert_eq!(next.case.mappings, []);
    assert!(next.case.journal.iter().all(|e| !e.is_open()));
}

#[test]
fn a_router_that_knows_only_entries_without_an_end_says_that_it_stays() {
    let mut sitting = Sitting::open("odd-end");
    open_for(&mut sitting, 600);
    let change = &sitting.case.changes[0];
    assert!(change.permanent_only);
    assert_eq!(change.lease_seconds, Some(0));
}

#[test]
fn a_router_that_knows_only_entries_with_an_end_is_asked_for_the_longest() {
    let mut sitting = Sitting::open("a-week-at-most");
    open_for(&mut sitting, 0);
    let ended: Vec<_> = sitting.case.changes.iter().map(|c| (c.result, c.code, c.lease_seconds)).collect();
    assert_eq!(ended, [(ChangeOutcome::Opened, None, Some(604_800))], "402 at first, and asked once more");
    let ids = ids(&sitting);
    sitting.carry_out(Command::Undo(ids));
    assert!(sitting.case.journal.iter().all(|e| !e.is_open()), "and taken back by the same entry");
}

#[test]
fn what_a_router_will_not_take_out_stays_in_the_journal() {
    let mut sitting = Sitting::open("keeps-what-it-has");
    open_for(&mut sitting, 0);
    let (entries, before) = (ids(&sitting), table(&sitting.case.mappings));
    assert_eq!(entries.len(), 1);
    sitting.carry_out(Command::Undo(entries.clone()));
    let last = sitting.case.changes.last().unwrap();
    assert_eq!((last.result, last.code), (ChangeOutcome::Refused, Some(606)), "by the router's own number");
    assert_eq!((ids(&sitting), table(&sitting.case.mappings)), (entries, before), "it stands, and can be tried again");
}

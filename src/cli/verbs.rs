//! The commands, each a short story told with one session.

use std::process::ExitCode;

use super::args::{CheckArgs, InviteArgs, Output, PracticeArgs, ReplayArgs, Selectors, Verb, WalkArgs};
use super::give_out::{finish, give_out};
use super::reading::read_whole;
use super::session::{Session, now, told_to_stop};
use super::vendor::proposed;
use super::{
    consent, data, exit_of, fail, guide, helper, inside, is_wrong, open, rehearse, safety, talk, tell_problem,
    tell_set_aside, watch, witness, word, words,
};
use crate::domain::address::can_be_street;
use crate::domain::case::Case;
use crate::domain::doorman::Leaving;
use crate::domain::invitation::link;
use crate::domain::judge::judge;
use crate::domain::message::{Command, InviteOrder, Problem, Standing};
use crate::domain::office::{AddressFrom, Answers};
use crate::domain::plan::{plan, voice_to_ask};
use crate::domain::report::{Looked, Report, TopVerdict, Walker};
use crate::domain::service::ProfileId;
use crate::domain::voice::VoiceLook;
use crate::engine::Place;
use crate::helper::link::Link;
use crate::practice::Group;
use crate::store::{Store, export_json};
use crate::text::{Text, explain::explain_report};

/// Longest report that is read; one with a thousand mappings takes half a megabyte.
const MOST_REPORT: usize = 8 * 1024 * 1024;

pub(super) fn run(verb: Verb, text: &Text) -> ExitCode {
    let wants_json = verb.wants_json();
    let ended = match verb {
        Verb::Check(args) => check(&args, text),
        Verb::Open(args) => open::run(&args, text),
        Verb::Undo(args) => open::undo(&args, text),
        Verb::Guide(args) => guide::run(&args, text),
        Verb::Profile(args) => super::profile::run(&args, text),
        Verb::Invite(args) => invite(&args, text),
        Verb::Walk(args) => walk(&args, text),
        Verb::Rehearse(args) => rehearse::run(&args, text),
        Verb::Practice(args) => run_practice(&args, text),
        Verb::Replay(args) => replay(&args, text),
        Verb::Witness(args) => witness::run(&args, text),
        Verb::Inside(args) => inside::run(&args, text),
        Verb::Helper(args) => helper::run(&args, text),
        Verb::Watch(args) => watch::run(&args, text),
        Verb::History(args) => watch::tell_history(&args, text),
    };
    ended.unwrap_or_else(|problem| {
        // Whoever reads documents gets one with exit 3 too.
        if wants_json && !is_wrong(&problem) {
            data(&export_json::problem_json(&problem, text));
        }
        fail(&problem, text)
    })
}

/// Without a command and without a terminal.
pub(super) fn check_and_print(place: Place, answers: Answers, text: &Text) -> ExitCode {
    let mut office = Selectors::default();
    if let Place::Practice(id) = place {
        office.practice = Some(id);
    }
    let session = begin(&office, text).and_then(|mut session| {
        if answers != Answers::default() {
            session.case.answer(answers);
        }
        look_and_ask(&mut session, &office, VoiceLook::Sampled, text)?;
        try_ways_out(&mut session, &office, text);
        Ok(session)
    });
    match session {
        Ok(mut session) => finish(&mut session, &Output::default(), text),
        Err(problem) => fail(&problem, text),
    }
}

/// Opens the office and puts the answers together: the last check's, or the practice story's, then what was typed.
pub(super) fn begin<'a>(office: &Selectors, text: &'a Text) -> Result<Session<'a>, Problem> {
    let last = if office.practice.is_some() { None } else { last_report(office.pbx.as_deref(), text)? };
    // What was typed is checked before anything is started.
    let remembered = proposed(last.as_ref().map(|r| r.answers.clone()).unwrap_or_default());
    if office.practice.is_none() {
        office.answers(remembered)?;
    }
    if let Some(link) = &office.helper {
        Link::parse(link)?;
    }
    let case = last.as_ref().map_or_else(|| Case::new(now(), Answers::default()), |r| Case::again(r, now()));
    let place = office.practice.clone().map_or(Place::Real, Place::Practice);
    let mut session = Session::start(place, case, text)?;
    let known = session.case.answers.clone();
    let mut answers = office.answers(if office.practice.is_none() { proposed(known) } else { known })?;
    answers.system.get_or_insert_with(|| ProfileId("generic-sip".to_owned()));
    session.case.answer(answers);
    if office.heard_both_ways {
        session.case.hear_both_ways(now().to_zoned(jiff::tz::TimeZone::UTC).date());
    }
    inside::take_in(&mut session, office.inside.as_deref(), text)?;
    Ok(session)
}

pub(super) fn last_report(pbx: Option<&str>, text: &Text) -> Result<Option<Report>, Problem> {
    let (store, set_aside) = Store::open(None).map_err(|e| Problem::new("folder-unusable").with("why", e))?;
    for aside in set_aside {
        tell_set_aside([&aside.file, &aside.kept_as, aside.why.id()], text);
    }
    Ok(store.last_report_for(pbx.and_then(|word| word.parse().ok())))
}

/// Router, phone system, and in a practice office its own walker.
pub(super) fn look_and_ask(
    session: &mut Session<'_>,
    office: &Selectors,
    voice: VoiceLook,
    text: &Text,
) -> Result<(), Problem> {
    look(session, office, text)?;
    find_phone_system(session, office, text)?;
    let (Some(address), Some(profile)) = (session.case.answers.pbx, session.case.answers.system.clone()) else {
        // Nobody said where it is, and nobody may look: that is all there is to know.
        session.case.looked.insert(Looked::PhoneSystem);
        return Ok(());
    };
    let services = session.case.selected().into_iter().collect();
    note(session.carry_out(Command::AskPhoneSystem { address, profile, services }), text);
    if office.practice.is_some()
        && let Some(order) = order(session, Walker::StepOutside)
    {
        note(session.carry_out(Command::StepOutside { order, interface: None, voice }), text);
    }
    Ok(())
}

pub(super) fn look(session: &mut Session<'_>, office: &Selectors, text: &Text) -> Result<(), Problem> {
    let (phones_use, street_name) = (session.case.answers.phones_use.clone(), session.case.name_of_street());
    let interface = office.interface.clone();
    let looked = session.carry_out(Command::Look {
        router: office.router,
        interface: interface.clone(),
        phones_use,
        street_name,
    });
    if let Some(server) = office.stun.clone() {
        note(session.carry_out(Command::AskStun { server, interface }), text);
    }
    match looked {
        Err(problem) if problem.code == "interface-unknown" => Err(problem),
        // A name that leads nowhere is a finding, and the rest can be looked at all the same.
        other => {
            note(other, text);
            Ok(())
        }
    }
}

/// What the phone system must reach, and the phone company where one was named.
fn try_ways_out(session: &mut Session<'_>, office: &Selectors, text: &Text) {
    let (profile, provider) = (session.case.answers.system.clone(), session.case.answers.provider.clone());
    if provider.is_some() || session.case.profile().is_some_and(|p| p.outbound().next().is_some()) {
        let interface = office.interface.clone();
        note(session.carry_out(Command::TryWaysOut { profile, provider, interface }), text);
    }
}

pub(super) fn find_phone_system(session: &mut Session<'_>, office: &Selectors, text: &Text) -> Result<(), Problem> {
    if !office.find_phone_system || office.pbx.is_some() {
        return Ok(());
    }
    note(session.carry_out(Command::FindPhoneSystem), text);
    let mut likely = session.case.candidates.iter().filter(|c| c.likely);
    // Of several the owner chooses; each was told when it answered.
    let (Some(only), None) = (likely.next().cloned(), likely.next()) else { return Ok(()) };
    session.case.answers.pbx = Some(only.address);
    if office.system.is_none()
        && let Some(profile) = &only.profile
    {
        session.case.answers.system = Some(profile.clone());
        session.case.answers.using.clear();
    }
    office.answers(session.case.answers.clone()).map(|a| session.case.answer(a))
}

/// What did not work is told, and the check goes on with what it has.
pub(super) fn note(ended: Result<(), Problem>, text: &Text) {
    if let Err(problem) = ended {
        tell_problem(&problem, text);
    }
}

pub(super) fn order(session: &Session<'_>, walker: Walker) -> Option<InviteOrder> {
    let address = session.case.office.public_address?;
    let profile = session.case.answers.system.clone()?;
    let voice_ports = voice_to_ask(&session.case);
    Some(InviteOrder { address, profile, services: plan(&session.case).knocks, walker, voice_ports })
}

fn check(args: &CheckArgs, text: &Text) -> Result<ExitCode, Problem> {
    let tests = safety::wanted(args)?;
    let mut session = begin(&args.office, text)?;
    // A code that is no good is refused before anything is asked.
    for code in &args.walk_result {
        session.carry_out(Command::ReadResult { code: code.clone() })?;
    }
    look_and_ask(&mut session, &args.office, voice_look(args.every_port), text)?;
    try_ways_out(&mut session, &args.office, text);
    ask_helper(&mut session, &args.office, voice_look(args.every_port), text);
    safety::run(&mut session, args, &tests, text);
    Ok(finish(&mut session, &args.output, text))
}

/// Asks the standing helper, where one was named, to knock from outside.
pub(super) fn ask_helper(session: &mut Session<'_>, office: &Selectors, voice: VoiceLook, text: &Text) {
    let (Some(link), Some(profile)) = (office.helper.clone(), session.case.answers.system.clone()) else { return };
    let services = plan(&session.case).knocks;
    let interface = office.interface.clone();
    let voice_ports = voice_to_ask(&session.case);
    let order = Command::AskHelper { link: link.clone(), profile, services, interface, voice, voice_ports };
    let asked = session.carry_out(order);
    let out_of_reach = ["helper-unreachable", "helper-pin-differs", "helper-wrong-key", "interface-unknown"];
    let is_reached = asked.as_ref().err().is_none_or(|p| !out_of_reach.contains(&p.code.as_str()));
    note(asked, text);
    // After the walk: a doorman who has just read a letter may let its answers in.
    if is_reached {
        note(test_doorman(session, office, link), text);
    }
}

/// Sends letters past the doorman. From the usual port only on the phone system itself: from another machine that port
/// could take the phone system's place on the street side.
fn test_doorman(session: &mut Session<'_>, office: &Selectors, link: String) -> Result<(), Problem> {
    let leaving = match (office.doorman_from_5060, session.case.is_on_phone_system()) {
        (true, true) => Leaving::UsualPort,
        (true, false) => return Err(Problem::new("doorman-not-on-phone-system")),
        (false, _) => Leaving::AnyPort,
    };
    session.carry_out(Command::Doorman { link, leaving, interface: office.interface.clone() })
}

fn invite(args: &InviteArgs, text: &Text) -> Result<ExitCode, Problem> {
    let mut session = begin(&args.office, text)?;
    look(&mut session, &args.office, text)?;
    if let (Some(address), Some(profile)) = (session.case.answers.pbx, session.case.answers.system.clone()) {
        let services = session.case.selected().into_iter().collect();
        note(session.carry_out(Command::AskPhoneSystem { address, profile, services }), text);
    }
    let order = order(&session, Walker::Colleague).ok_or_else(|| Problem::new("no-street-address"))?;
    session.carry_out(Command::Invite(order))?;
    // Kept, so that a later `check --walk-result` needs no selectors.
    let report = judge(&session.case);
    let code = session.code.clone();
    note(session.carry_out(Command::Keep(Box::new(report))), text);
    let code = code.ok_or_else(|| Problem::new("engine-not-started").with("why", ""))?;
    talk(&words(text, "terminal-hand-over", [("link", link(&code))]));
    data(&code);
    Ok(ExitCode::SUCCESS)
}

fn walk(args: &WalkArgs, text: &Text) -> Result<ExitCode, Problem> {
    if let Some(own) = args.own_address.filter(|ip| !can_be_street(*ip)) {
        return Err(Problem::new("not-a-street-address").with("word", own));
    }
    let code = args.code.join(" ");
    let mut session = Session::start(Place::Real, Case::new(now(), Answers::default()), text)?;
    session.carry_out(Command::OpenInvitation { code: code.clone() })?;
    let Some(view) = session.invitation.clone() else { return Err(Problem::new("code-not-a-code")) };
    let count = view.services.len().to_string();
    talk(&words(text, "terminal-walk-what", [("count", count), ("address", view.address.to_string())]));
    let document = |result: Option<&str>| serde_json::json!({ "schema": 1, "result_code": result, "address": view.address, "doors": view.services });
    if !args.yes && !consent(&word(text, "terminal-ask-walk"), text)? {
        talk(&word(text, "terminal-nothing-sent"));
        if args.json {
            data(&document(None).to_string());
        }
        return Ok(ExitCode::SUCCESS);
    }
    // Shown doors carry their profile's labels.
    session.case.answers.system = Some(view.profile.clone());
    let voice = voice_look(args.every_port);
    let standing = standing(&mut session, args, text);
    let ended = session.carry_out(Command::Walk { code, interface: args.interface.clone(), voice, standing });
    let Some(result) = session.code.clone() else {
        return Err(ended.err().unwrap_or_else(|| Problem::new("walk-no-network")));
    };
    note(ended, text);
    if args.json {
        data(&document(Some(&result)).to_string());
        return Ok(ExitCode::SUCCESS);
    }
    talk(&word(text, "terminal-hand-back"));
    data(&result);
    Ok(ExitCode::SUCCESS)
}

/// Where the walker stands: as a server sees it that they named, else as they say.
fn standing(session: &mut Session<'_>, args: &WalkArgs, text: &Text) -> Option<Standing> {
    if let Some(server) = args.stun.clone() {
        note(session.carry_out(Command::AskStun { server, interface: args.interface.clone() }), text);
    }
    let seen = session.case.office.said.get(&AddressFrom::Stun).copied();
    let seen = seen.map(|address| Standing { address, from: AddressFrom::Stun });
    seen.or_else(|| args.own_address.map(|address| Standing { address, from: AddressFrom::Typed }))
}

fn run_practice(args: &PracticeArgs, text: &Text) -> Result<ExitCode, Problem> {
    let Some(id) = &args.scenario else {
        for group in Group::ALL {
            data(&word(text, group.title_key()));
            for scenario in group.scenarios() {
                data(&format!("  {:<22} {}", scenario.id, word(text, &scenario.title_key)));
            }
        }
        return Ok(ExitCode::SUCCESS);
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|e| Problem::new("engine-not-started").with("why", e))?;
    // Whoever stops it while it opens ends it properly too.
    let stop = {
        let _signals = runtime.enter();
        told_to_stop()
    };
    let session = Session::start(Place::Practice(id.clone()), Case::new(now(), Answers::default()), text)?;
    talk(&words(text, "terminal-practice-runs", [("scenario", id.clone())]));
    guide::print_answers(&session.case, text);
    runtime.block_on(stop);
    Ok(ExitCode::SUCCESS)
}

fn replay(args: &ReplayArgs, text: &Text) -> Result<ExitCode, Problem> {
    let file = args.file.display().to_string();
    let unreadable = |e: std::io::Error| Problem::new("file-unreadable").with("why", e).with("file", &file);
    let saved = std::fs::File::open(&args.file).and_then(|f| read_whole(f, MOST_REPORT)).map_err(unreadable)?;
    let value: Option<serde_json::Value> = serde_json::from_slice(&saved).ok().filter(|_| saved.len() <= MOST_REPORT);
    let value = value.ok_or_else(|| Problem::new("not-a-report").with("file", &file))?;
    match value.get("schema").and_then(serde_json::Value::as_u64) {
        Some(schema) if schema > u64::from(crate::domain::report::SCHEMA) => {
            return Err(Problem::new("newer-report").with("file", &file));
        }
        Some(_) => {}
        None => return Err(Problem::new("not-a-report").with("file", &file)),
    }
    let report: Report = serde_json::from_value(value).map_err(|_| Problem::new("not-a-report").with("file", &file))?;
    let mut again = judge(&Case::of_report(&report));
    explain_report(text, &mut again);
    Ok(give_out(&again, &args.output, text))
}

/// How many voice ports `--every-port` asks for.
const fn voice_look(every_port: bool) -> VoiceLook {
    if every_port { VoiceLook::EveryPort } else { VoiceLook::Sampled }
}

/// Exit code of a report, for the wizard as text.
pub(super) fn exit_of_verdict(verdict: TopVerdict) -> ExitCode {
    ExitCode::from(verdict.exit_code())
}

/// Exit code when a sitting could not even begin.
pub(super) fn exit_of_problem(problem: &Problem) -> ExitCode {
    exit_of(problem)
}

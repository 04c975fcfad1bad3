//! `open` and `undo`: the plan's changes, repairs of what we made, and taking it back. Nothing is asked of a router before
//! the person saw it and said yes.

use std::net::IpAddr;
use std::process::ExitCode;

use super::args::{OpenArgs, Selectors, UndoArgs};
use super::give_out::finish;
use super::session::Session;
use super::verbs::{ask_helper, begin, look, look_and_ask, note, order};
use super::{consent, data, fail, guide, talk, word, words};
use crate::domain::change::JournalEntry;
use crate::domain::judge::judge;
use crate::domain::message::{Command, Problem};
use crate::domain::office::Adapter;
use crate::domain::plan::plan;
use crate::domain::repair;
use crate::domain::report::Walker;
use crate::domain::voice::VoiceLook;
use crate::store::export_json;
use crate::text::{Text, explain::explain_report};

pub(super) fn run(args: &OpenArgs, text: &Text) -> Result<ExitCode, Problem> {
    let mut session = begin(&args.office, text)?;
    look_and_ask(&mut session, &args.office, VoiceLook::Sampled, text)?;
    if args.repair {
        return repair(&mut session, args, text);
    }
    let plan = plan(&session.case);
    guide::print_plan(&plan, &session.case, text);
    if args.dry_run {
        return Ok(finish(&mut session, &args.output, text));
    }
    if plan.changes.is_empty() {
        talk(&word(text, "terminal-nothing-to-open"));
    } else if args.yes || consent(&word(text, "terminal-ask-open"), text)? {
        note(session.carry_out(Command::Apply(plan.changes.approve())), text);
    } else {
        talk(&word(text, "terminal-nothing-changed"));
    }
    // After the change, because a visitor may ring only so often.
    ask_helper(&mut session, &args.office, VoiceLook::Sampled, text);
    Ok(finish(&mut session, &args.output, text))
}

/// Takes out what is ours and silent, puts it in again, and knocks. Without a knock before, all of ours that is listed.
fn repair(session: &mut Session<'_>, args: &OpenArgs, text: &Text) -> Result<ExitCode, Problem> {
    ask_helper(session, &args.office, VoiceLook::Sampled, text);
    let repair = repair::offered(&session.case).or_else(|| repair::wished(&session.case));
    let Some(repair) = repair else {
        talk(&word(text, "problem-nothing-to-repair"));
        return Ok(finish(session, &args.output, text));
    };
    let ours: Vec<_> = session.case.journal.iter().filter(|e| repair.entries.contains(&e.id)).cloned().collect();
    print_journal_to_talk(&ours, text);
    if args.dry_run {
        return Ok(finish(session, &args.output, text));
    }
    if !args.yes && !consent(&word(text, "terminal-ask-repair"), text)? {
        talk(&word(text, "terminal-nothing-changed"));
        return Ok(finish(session, &args.output, text));
    }
    note(session.carry_out(Command::Repair(repair.approve())), text);
    // Only a knock tells whether that helped.
    if args.office.practice.is_some()
        && let Some(order) = order(session, Walker::StepOutside)
    {
        note(session.carry_out(Command::StepOutside { order, interface: None, voice: VoiceLook::Sampled }), text);
    }
    ask_helper(session, &args.office, VoiceLook::Sampled, text);
    Ok(finish(session, &args.output, text))
}

pub(super) fn undo(args: &UndoArgs, text: &Text) -> Result<ExitCode, Problem> {
    let mut session = begin(&args.office, text)?;
    look_at_who_opened(&mut session, &args.office, text)?;
    let open: Vec<JournalEntry> = session.case.journal.iter().filter(|e| e.is_open()).cloned().collect();
    if args.list || (!args.all && args.id.is_empty()) {
        list(&session, &open, args.output.json, text);
        return Ok(ExitCode::SUCCESS);
    }
    let wanted = |e: &&JournalEntry| args.all || args.id.contains(&e.id.0);
    let chosen: Vec<JournalEntry> = open.iter().filter(wanted).cloned().collect();
    if let Some(unknown) = args.id.iter().find(|id| !open.iter().any(|e| e.id.0 == **id)) {
        return Err(Problem::new("unknown-entry").with("word", unknown));
    }
    print_journal_to_talk(&chosen, text);
    let mut ended = Ok(());
    if chosen.is_empty() {
        talk(&word(text, "problem-nothing-to-undo"));
    } else if args.yes || consent(&word(text, "terminal-ask-undo"), text)? {
        ended = session.carry_out(Command::Undo(chosen.iter().map(|e| e.id).collect()));
    } else {
        talk(&word(text, "terminal-nothing-changed"));
    }
    let code = finish(&mut session, &args.output, text);
    // Told last, so that the one document is printed all the same.
    Ok(ended.map_or_else(|problem| fail(&problem, text), |()| code))
}

/// Looks for the router of all that is open and for no other, where the journal names this computer's own: the search of
/// everybody takes seconds, and nobody else can take back what was opened here.
pub(super) fn look_at_who_opened(session: &mut Session<'_>, office: &Selectors, text: &Text) -> Result<(), Problem> {
    let mut opened_by = session.case.journal.iter().filter(|e| e.is_open()).map(|e| e.gateway);
    let only = opened_by.next().filter(|first| opened_by.all(|other| other == *first));
    let mut office = office.clone();
    if let (None, None, Some(IpAddr::V4(only))) = (office.router, &office.interface, only) {
        note(session.carry_out(Command::ReadAdapters), text);
        let is_own = |a: &Adapter| a.default_route && a.gateway == Some(only);
        office.router = session.case.office.adapters.iter().any(is_own).then_some(only);
    }
    look(session, &office, text)
}

/// What could be taken back: a line each, or the report with the journal in it.
fn list(session: &Session<'_>, open: &[JournalEntry], json: bool, text: &Text) {
    if json {
        let mut report = judge(&session.case);
        explain_report(text, &mut report);
        data(&export_json::journal_json(&report, open));
        return;
    }
    for entry in open {
        data(&journal_line(entry, text));
    }
    if open.is_empty() {
        talk(&word(text, "problem-nothing-to-undo"));
    }
}

fn journal_line(entry: &JournalEntry, text: &Text) -> String {
    words(
        text,
        "terminal-journal-line",
        [
            ("id", entry.id.0.to_string()),
            ("at", entry.at.to_string()),
            ("service", entry.change.service.to_string()),
            ("protocol", entry.change.protocol.name().to_owned()),
            ("port", entry.change.external_port.to_string()),
            ("client", entry.change.internal_client.to_string()),
            ("router", entry.gateway.to_string()),
        ],
    )
}

fn print_journal_to_talk(entries: &[JournalEntry], text: &Text) {
    for entry in entries {
        talk(&journal_line(entry, text));
    }
}

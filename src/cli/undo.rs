//! `undo`: takes back what the journal says we made, and shows what that is.

use std::process::ExitCode;

use super::args::UndoArgs;
use super::verbs::{begin, finish, look};
use super::{consent, data, talk, word, words};
use crate::domain::change::{JournalEntry, JournalId};
use crate::domain::message::{Command, Problem};
use crate::text::Text;

pub(super) fn run(args: &UndoArgs, text: &Text) -> Result<ExitCode, Problem> {
    let mut session = begin(&args.office, text)?;
    look(&mut session, &args.office, text)?;
    let open: Vec<JournalEntry> = session.case.journal.iter().filter(|e| e.is_open()).cloned().collect();
    if args.list || (!args.all && args.id.is_empty()) {
        print_journal(&open, text);
        if open.is_empty() {
            talk(&word(text, "problem-nothing-to-undo"));
        }
        return Ok(ExitCode::SUCCESS);
    }
    let wanted = |e: &&JournalEntry| args.all || args.id.contains(&e.id.0);
    let chosen: Vec<JournalEntry> = open.iter().filter(wanted).cloned().collect();
    if let Some(unknown) = args.id.iter().find(|id| !open.iter().any(|e| e.id.0 == **id)) {
        return Err(Problem::new("unknown-entry").with("word", unknown));
    }
    if chosen.is_empty() {
        talk(&word(text, "problem-nothing-to-undo"));
        return Ok(ExitCode::SUCCESS);
    }
    print_journal_to_talk(&chosen, text);
    if !args.yes && !consent(&word(text, "terminal-ask-undo"), text)? {
        talk(&word(text, "terminal-nothing-changed"));
        return Ok(ExitCode::SUCCESS);
    }
    let ids: Vec<JournalId> = chosen.iter().map(|e| e.id).collect();
    session.carry_out(Command::Undo(ids))?;
    finish(&mut session, &args.output, text)
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

fn print_journal(entries: &[JournalEntry], text: &Text) {
    for entry in entries {
        data(&journal_line(entry, text));
    }
}

fn print_journal_to_talk(entries: &[JournalEntry], text: &Text) {
    for entry in entries {
        talk(&journal_line(entry, text));
    }
}

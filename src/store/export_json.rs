//! The other documents for machines: what a command says that could not do its work, and a report with the journal.

use serde::Serialize;

use crate::domain::change::JournalEntry;
use crate::domain::message::Problem;
use crate::domain::report::{Program, Report, SCHEMA, TopVerdict};
use crate::text::Text;

/// The document of a command that could not do its work.
pub fn problem_json(problem: &Problem, text: &Text) -> String {
    #[derive(Serialize)]
    struct Document<'p> {
        schema: u32,
        program: Program,
        verdict: TopVerdict,
        problem: Told<'p>,
    }
    #[derive(Serialize)]
    struct Told<'p> {
        code: &'p str,
        headline: String,
        action: String,
    }
    let key = format!("problem-{}", problem.code);
    let action = text.find(&format!("{key}.action"), &problem.args).unwrap_or_default();
    let told = Told { code: &problem.code, headline: text.get(&key, &problem.args), action };
    let verdict = TopVerdict::CouldNotCheck;
    let document = Document { schema: SCHEMA, program: Program::this(), verdict, problem: told };
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

/// The public JSON document with what the journal holds beside it.
pub fn journal_json(report: &Report, journal: &[JournalEntry]) -> String {
    #[derive(Serialize)]
    struct WithJournal<'r> {
        #[serde(flatten)]
        report: &'r Report,
        journal: &'r [JournalEntry],
    }
    serde_json::to_string_pretty(&WithJournal { report, journal }).unwrap_or_default()
}

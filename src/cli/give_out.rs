//! How a command ends: the report is judged, kept, printed, and saved as a page or as data.

use std::path::Path;
use std::process::ExitCode;

use jiff::tz::TimeZone;

use super::args::Output;
use super::session::Session;
use super::{data, fail, talk, word, words};
use crate::cli::verbs::note;
use crate::domain::judge::judge;
use crate::domain::message::{Command, Problem};
use crate::domain::redact::mask;
use crate::domain::report::Report;
use crate::domain::there;
use crate::store::html::{Privacy, report_html};
use crate::store::{export, handed};
use crate::text::{Text, explain::explain_report};

/// Judges, keeps and gives out the report.
pub(super) fn finish(session: &mut Session<'_>, output: &Output, text: &Text) -> ExitCode {
    let mut report = judge(&session.case);
    explain_report(text, &mut report);
    note(session.carry_out(Command::Keep(Box::new(report.clone()))), text);
    if let Some(command) = there::command(&session.case) {
        talk(&word(text, "terminal-there"));
        talk(&format!("  {command}"));
    }
    give_out(&report, output, text)
}

/// Prints the report, and saves it where that was asked for.
pub(super) fn give_out(report: &Report, output: &Output, text: &Text) -> ExitCode {
    let mut shown = report.clone();
    if output.masked {
        shown = mask(report);
        explain_report(text, &mut shown);
    }
    if output.json {
        data(&export::report_json(&shown));
    } else {
        data(&export::report_text(&shown, text));
    }
    // Last, so that a full disk does not cost what was just found out.
    if let Some(file) = &output.save {
        if let Err(why) = handed::save(file, &saved(file, &shown, output, text)) {
            return fail(&Problem::new("not-saved").with("why", why).with("file", file.display()), text);
        }
        talk(&words(text, "terminal-saved", [("file", file.display().to_string())]));
    }
    ExitCode::from(report.verdict.exit_code())
}

/// A page to read where the file's name ends like one, else the public JSON.
fn saved(file: &Path, shown: &Report, output: &Output, text: &Text) -> String {
    let is_page = file.extension().is_some_and(|e| e.eq_ignore_ascii_case("html") || e.eq_ignore_ascii_case("htm"));
    let privacy = if output.masked { Privacy::Masked } else { Privacy::Whole };
    if is_page { report_html(shown, text, privacy, &TimeZone::system()) } else { export::report_json(shown) }
}

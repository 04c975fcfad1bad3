//! `inside`: what the phone system says of itself, in plain words; the block for a box on which this program cannot run;
//! and the same in the middle of a check, or step by step.

use std::process::ExitCode;

use clap::Args;
use jiff::tz::TimeZone;

use super::args::Output;
use super::guided::{Ended, Sitting};
use super::reading::read_whole;
use super::session::{Session, now};
use super::verbs::note;
use super::{data, fail, read_line, talk, tell, tell_problem, word, words};
use crate::domain::case::Case;
use crate::domain::inside::block::{MOST_BYTES, MOST_TAKEN, is_last};
use crate::domain::inside::{Inside, SCRIPT, codes, follows};
use crate::domain::judge::judge;
use crate::domain::message::{Command, Problem};
use crate::domain::office::Answers;
use crate::domain::redact::mask;
use crate::domain::report::{Finding, Report, SCHEMA, Severity};
use crate::engine::Place;
use crate::store::export;
use crate::store::handed;
use crate::text::Text;
use crate::text::explain::explain_report;
use crate::text::inside::{heading, told};
use crate::text::street::lamp::Lamp;
use crate::wizard::{Action, LookInside};

/// `inside`.
#[derive(Debug, Args)]
pub struct InsideArgs {
    /// Print the block to paste.
    #[arg(long = "script", conflicts_with_all = ["paste", "practice", "save", "json", "masked"])]
    pub block: bool,
    /// What the block printed.
    #[arg(long, value_name = "FILE|-", conflicts_with = "practice")]
    pub paste: Option<String>,
    /// The phone system of a practice office.
    #[arg(long, value_name = "SCENARIO")]
    pub practice: Option<String>,
    /// How it is given out.
    #[command(flatten)]
    pub output: Output,
}

/// What stands for standard input.
const STDIN: &str = "-";

/// What stands for the phone system on this computer.
const HERE: &str = "here";

/// A line that ends a paste by itself.
const LAST: &str = ".";

pub(super) fn run(args: &InsideArgs, text: &Text) -> Result<ExitCode, Problem> {
    if args.block {
        data(SCRIPT.trim_end());
        tell(0, &word(text, "terminal-inside-script"));
        return Ok(ExitCode::SUCCESS);
    }
    let pasted = args.paste.as_deref().map(read_paste).transpose()?;
    let place = args.practice.clone().map_or(Place::Real, Place::Practice);
    let mut session = Session::start(place, Case::new(now(), Answers::default()), text)?;
    session.carry_out(pasted.map_or(Command::LookInside, |pasted| Command::ReadInside { pasted }))?;
    // Whatever a practice story answers of its office says nothing here.
    let inside = session.case.inside.take().ok_or_else(|| Problem::new("inside-no-phone-system"))?;
    Ok(give_out(&Look::of(&inside, args.output.masked, text), args, text))
}

/// What was read, and what follows from it and from nothing else.
struct Look {
    inside: Inside,
    report: Report,
}

impl Look {
    fn of(inside: &Inside, masked: bool, text: &Text) -> Self {
        let case = Case::new(inside.taken_at, Answers::default());
        let findings = follows(&case, inside);
        let known = Case { inside: Some(inside.clone()), ..case };
        let report = Report { findings, ..judge(&known) };
        let mut report = if masked { mask(&report) } else { report };
        explain_report(text, &mut report);
        let inside = report.inside.take().unwrap_or_else(|| inside.clone());
        Self { inside, report }
    }

    fn document(&self) -> String {
        let document = serde_json::json!({ "schema": SCHEMA, "inside": self.inside, "findings": self.report.findings });
        serde_json::to_string_pretty(&document).unwrap_or_default()
    }

    fn lines(&self, text: &Text) -> String {
        let mut lines = vec![heading(text, &self.inside, &TimeZone::system()), String::new()];
        lines.extend(told_lines(text, &self.inside, None, &codes(&self.report.findings)));
        lines.push(String::new());
        if self.report.findings.is_empty() {
            lines.push(word(text, "terminal-inside-nothing"));
        } else {
            lines.push(word(text, "terminal-inside-follows"));
        }
        for finding in &self.report.findings {
            lines.push(String::new());
            lines.extend(marked(2, mark(finding), &finding.words.headline));
            lines.extend(indented(4, &finding.words.meaning));
            let action = [("action".to_owned(), finding.words.action.clone())].into();
            lines.extend(indented(4, &text.get("report-action", &action)));
            lines.extend(indented(4, &finding.words.detail));
        }
        lines.join("\n")
    }
}

const fn mark(finding: &Finding) -> char {
    match finding.severity {
        Severity::Blocker | Severity::Problem => '!',
        Severity::Warning | Severity::Note => '-',
    }
}

/// The sentence of each thing that it says, under its name; what is not as wished has a mark.
fn told_lines(text: &Text, inside: &Inside, street: Option<std::net::IpAddr>, codes: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut about = "";
    for line in told(text, inside, street, codes) {
        if about != line.about {
            lines.extend(indented(2, &word(text, &format!("inside-name-{}", line.about))));
        }
        about = line.about;
        let mark = match line.lamp {
            Lamp::Trouble | Lamp::Alarm => '!',
            Lamp::Lit | Lamp::Locked | Lamp::Guests => '*',
            Lamp::Dark => '-',
        };
        lines.extend(marked(4, mark, &line.line));
    }
    lines
}

/// What is behind a mark stands below the first word, not below the mark.
fn marked(indent: usize, mark: char, sentences: &str) -> Vec<String> {
    let mut lines = indented(indent + 2, sentences);
    if let Some(first) = lines.first_mut() {
        *first = format!("{:indent$}{mark} {}", "", first.trim_start());
    }
    lines
}

/// Broken at blanks, each line below so many blanks.
fn indented(indent: usize, sentences: &str) -> Vec<String> {
    let width = export::WIDTH.saturating_sub(indent);
    let lines = sentences.lines().flat_map(|line| export::wrap(line, width));
    lines.map(|line| format!("{:indent$}{line}", "")).collect()
}

fn give_out(look: &Look, args: &InsideArgs, text: &Text) -> ExitCode {
    let document = || look.document();
    if args.output.json {
        data(&document());
    } else {
        data(&look.lines(text));
    }
    if let Some(file) = &args.output.save {
        let is_data = file.extension().is_some_and(|e| e.eq_ignore_ascii_case("json"));
        let saved = if is_data { document() } else { look.lines(text) };
        if let Err(why) = handed::save(file, &saved) {
            return fail(&Problem::new("not-saved").with("why", why).with("file", file.display()), text);
        }
        talk(&words(text, "terminal-saved", [("file", file.display().to_string())]));
    }
    ExitCode::from(u8::from(look.report.has_trouble()))
}

/// What was pasted into a file or standard input, a little more of it than anybody needs at most.
fn read_paste(from: &str) -> Result<String, Problem> {
    let unreadable = |e: std::io::Error| Problem::new("file-unreadable").with("why", e).with("file", from);
    let read = if from == STDIN {
        read_whole(std::io::stdin().lock(), MOST_TAKEN)
    } else {
        std::fs::File::open(from).and_then(|file| read_whole(file, MOST_TAKEN))
    };
    Ok(String::from_utf8_lossy(&read.map_err(unreadable)?).into_owned())
}

/// `--inside` of the commands that know an office. A paste that is no good is refused before anything is asked; what
/// this computer cannot tell is said, and the rest is done all the same.
pub(super) fn take_in(session: &mut Session<'_>, from: Option<&str>, text: &Text) -> Result<(), Problem> {
    match from {
        None => Ok(()),
        Some(HERE) => {
            note(session.carry_out(Command::LookInside), text);
            Ok(())
        }
        Some(from) => session.carry_out(Command::ReadInside { pasted: read_paste(from)? }),
    }
}

impl Sitting<'_> {
    pub(super) fn look_inside(&mut self, stage: &LookInside) -> Result<(), Ended> {
        match stage {
            LookInside::Ask => self.ask_inside()?,
            LookInside::Reading => self.drive(),
            LookInside::Read { inside, follows, doubt } => {
                if let Some(doubt) = doubt {
                    talk("");
                    tell_problem(doubt, self.text);
                }
                let street = self.wizard.report().office.public_address;
                talk("");
                data(&heading(self.text, inside, &TimeZone::system()));
                data(&told_lines(self.text, inside, street, follows).join("\n"));
                let choices =
                    [("y", self.w("terminal-inside-choose-use")), ("a", self.w("terminal-inside-choose-other"))];
                let used = self.choose_by_letter(&choices)? == 0;
                self.act(if used { Action::UseInside } else { Action::Back });
            }
            LookInside::Used => {
                tell(0, &self.w("window-inside-used"));
                self.act(Action::Back);
            }
        }
        Ok(())
    }

    fn ask_inside(&mut self) -> Result<(), Ended> {
        tell(0, &self.w("terminal-inside-how"));
        // A command stays on one line, so that it can be copied.
        talk(&format!("  ssh root@{}", self.wizard.box_address()));
        tell(0, &self.w("terminal-inside-how.then"));
        let mut choices = Vec::new();
        if self.wizard.can(&Action::LookHere) {
            choices.push(("l", self.w("terminal-inside-choose-here")));
        }
        choices.push(("s", self.w("terminal-inside-choose-show")));
        choices.push(("p", self.w("terminal-inside-choose-paste")));
        choices.push(("b", self.w("terminal-back")));
        let chosen = self.choose_by_letter(&choices)?;
        match choices.get(chosen).map_or("b", |c| c.0) {
            "l" => self.act(Action::LookHere),
            "s" => data(SCRIPT.trim_end()),
            "p" => {
                tell(0, &self.w("terminal-inside-paste-now"));
                let pasted = typed_block().ok_or(Ended)?;
                self.act(Action::ReadPaste(pasted));
            }
            _ => self.act(Action::Back),
        }
        Ok(())
    }
}

/// Lines up to the last one of a block, or to a dot alone. What is more than anybody needs is read and not kept.
fn typed_block() -> Option<String> {
    let mut block = String::new();
    while let Some(line) = read_line("") {
        if line == LAST {
            return Some(block);
        }
        if block.len() <= MOST_BYTES {
            block.push_str(&line);
            block.push('\n');
        }
        if is_last(&line) {
            return Some(block);
        }
    }
    (!block.is_empty()).then_some(block)
}

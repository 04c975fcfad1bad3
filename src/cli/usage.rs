//! The command line in the owner's language: its help, and what is wrong with what was typed.

use std::error::Error as _;
use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ErrorKind};
use clap::{Arg, ArgAction, Command};

use super::{WRONG, printed, tell_problem};
use crate::domain::message::Problem;
use crate::store::log;
use crate::text::Text;

/// What would fit in place of the word that was typed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Fitting(pub String);

/// A command line with its help from the text files: `help-<program or command>`, and `help-arg-<option>` or, for
/// an option of one command alone, `help-arg-<command>-<option>`.
pub fn in_words(command: Command, text: &Text) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let mut command = dressed(command, text);
    for name in names {
        command = command.mut_subcommand(&name, |sub| dressed(sub, text));
    }
    command
}

/// Their help says where the log file lies.
const PROGRAMS: [&str; 2] = ["entrance", "separate-entrance"];

/// One command, without its subcommands. The parts that clap would say in English are replaced too.
fn dressed(mut command: Command, text: &Text) -> Command {
    let words = |key: &str| text.has(key).then(|| text.plain(key));
    if let Some(about) = words(&format!("help-{}", command.get_name())) {
        command = command.about(about);
    }
    command = command.disable_help_flag(true).disable_version_flag(true);
    command = command.arg(Arg::new("help").short('h').long("help").action(ArgAction::Help));
    if command.get_version().is_some() {
        command = command.arg(Arg::new("version").short('V').long("version").action(ArgAction::Version));
    }
    if PROGRAMS.contains(&command.get_name())
        && let Some(path) = log::path()
    {
        let path = std::collections::BTreeMap::from([("path".to_owned(), path.display().to_string())]);
        command = command.after_help(text.get("help-log", &path));
    }
    let template = template(&command, text);
    let name = command.get_name().to_owned();
    command.help_template(template).disable_help_subcommand(true).mut_args(|arg| {
        // The same option may give out something else here.
        let id = arg.get_id().as_str().replace('_', "-");
        let help = words(&format!("help-arg-{name}-{id}")).or_else(|| words(&format!("help-arg-{id}")));
        // What fits and what is taken without a word is said in the help itself.
        let takes_word = arg.get_action().takes_values();
        let arg = if takes_word { arg.hide_possible_values(true).hide_default_value(true) } else { arg };
        match help {
            Some(help) => arg.help(help).long_help(None::<&str>),
            None => arg,
        }
    })
}

/// As clap lays it out by itself, with headings in the owner's language.
fn template(command: &Command, text: &Text) -> StyledStr {
    let style = command.get_styles().get_header();
    let heading = |key: &str| format!("{style}{}:{style:#}", text.plain(key));
    let mut parts = vec![format!("{} {{usage}}", heading("help-heading-usage"))];
    if command.has_subcommands() {
        parts.push(format!("{}\n{{subcommands}}", heading("help-heading-commands")));
    }
    if command.get_positionals().next().is_some() {
        parts.push(format!("{}\n{{positionals}}", heading("help-heading-arguments")));
    }
    parts.push(format!("{}\n{{options}}", heading("help-heading-options")));
    format!("{{about-with-newline}}\n{}{{after-help}}", parts.join("\n\n")).into()
}

/// The command line asked only for help, or was not understood; then says which word and what to do.
pub fn refused(error: &clap::Error, command: &Command, typed: &[OsString], text: &Text) -> ExitCode {
    if !error.use_stderr() {
        return printed(error.print().and_then(|()| std::io::stdout().flush()), text);
    }
    wrong(&problem(error, &program(command, typed)), text)
}

/// What was typed does not fit.
pub fn wrong(problem: &Problem, text: &Text) -> ExitCode {
    tell_problem(problem, text);
    ExitCode::from(WRONG)
}

fn problem(error: &clap::Error, program: &str) -> Problem {
    let said = |kind: ContextKind| error.get(kind).map(ToString::to_string).filter(|s| !s.is_empty());
    let is = |kinds: &[ErrorKind]| kinds.contains(&error.kind());
    // In the order in which clap names them: what was typed, and what stands nearest to it.
    let option = said(ContextKind::InvalidArg).unwrap_or_default();
    let value = said(ContextKind::InvalidValue);
    let fitting = error.source().and_then(|s| s.downcast_ref::<Fitting>()).map(|fitting| fitting.0.clone());
    let fitting = fitting.or_else(|| said(ContextKind::ValidValue)).unwrap_or_default();
    let (code, word, nearest) = if is(&[ErrorKind::InvalidSubcommand]) {
        ("usage-command", said(ContextKind::InvalidSubcommand), said(ContextKind::SuggestedSubcommand))
    } else if is(&[ErrorKind::UnknownArgument]) {
        ("usage-option", Some(option.clone()), said(ContextKind::SuggestedArg))
    } else if is(&[ErrorKind::InvalidValue, ErrorKind::ValueValidation]) {
        (if value.is_some() { "usage-value" } else { "usage-no-value" }, value, None)
    } else if is(&[ErrorKind::MissingRequiredArgument]) {
        ("usage-missing", Some(option.clone()), None)
    } else if is(&[ErrorKind::ArgumentConflict]) {
        ("usage-conflict", said(ContextKind::PriorArg), None)
    } else {
        ("usage-other", Some(option.clone()), None)
    };
    let fitting = if fitting.is_empty() { nearest.unwrap_or_default() } else { fitting };
    let known = if fitting.is_empty() { "no" } else { "yes" };
    Problem::new(code)
        .with("word", word.unwrap_or_default())
        .with("option", option)
        .with("fitting", fitting)
        .with("known", known)
        .with("program", program)
}

/// The program and the command that was typed, as its help is asked for.
fn program(program: &Command, typed: &[OsString]) -> String {
    let name = program.get_bin_name().unwrap_or_else(|| program.get_name());
    let mut words = typed.iter().skip(1).filter_map(|word| word.to_str());
    match words.find(|word| program.find_subcommand(word).is_some()) {
        Some(command) => format!("{name} {command}"),
        None => name.to_owned(),
    }
}

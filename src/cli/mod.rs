//! The terminal. Data goes to stdout, talk and progress to stderr; exit codes are those of the public contract.

pub mod args;
mod completion;
mod give_out;
mod guide;
mod guided;
mod helper;
mod inside;
mod open;
mod profile;
mod questions;
mod reading;
mod rehearse;
mod results;
mod safety;
mod selectors;
mod session;
pub mod take_back;
pub mod usage;
mod vendor;
mod verbs;
mod watch;
mod welcome;
mod witness;

use std::collections::BTreeMap;
use std::io::{ErrorKind, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::sync::OnceLock;

use crate::domain::invitation::is_link;
use crate::domain::message::Problem;
use crate::domain::office::Answers;
use crate::domain::purpose::Purpose;
use crate::engine::Place;
use crate::engine::vendor::note_preset;
use crate::helper::letters::CodeError;
use crate::helper::result::which_answer;
use crate::store::export::{WIDTH, wrap};
use crate::store::profiles;
use crate::text::{Text, is_spoken, languages, of_the_system};

/// The command line was wrong.
const WRONG: u8 = 2;

/// Why data was lost that nobody else keeps.
static LOST: OnceLock<std::io::Error> = OnceLock::new();

/// Runs the terminal program with this command line.
pub fn run(args: Vec<std::ffi::OsString>) -> ExitCode {
    // The language is needed before the help can be shown.
    let (text, fault) = vendor::words(language_typed(&args));
    let typed = match args::read(&with_verb(args), &text) {
        Ok(typed) => typed,
        Err(code) => return code,
    };
    if let Some(word) = typed.lang.filter(|word| !is_spoken(word)) {
        return fail(&Problem::new("language-unknown").with("word", word).with("known", languages().join(", ")), &text);
    }
    typed.log.begin();
    note_preset();
    for problem in profiles::load(None).iter().chain(fault) {
        tell_problem(problem, &text);
    }
    let ended = match typed.command {
        None => without_command(Place::Real, Answers::default(), Purpose::Everything, &text),
        Some(verb) => verbs::run(verb, &text),
    };
    unless_lost(ended, &text)
}

/// Runs the standing helper alone, with the command line of `entrance helper`.
pub fn run_helper(args: &[std::ffi::OsString]) -> ExitCode {
    let text = Text::new(&of_the_system());
    match args::read_helper(args, &text) {
        Ok(typed) => {
            let ended = helper::run(&typed, &text).unwrap_or_else(|problem| fail(&problem, &text));
            unless_lost(ended, &text)
        }
        Err(code) => code,
    }
}

/// True for a link, and for what could be a code, torn or not.
pub fn is_code(word: &str) -> bool {
    is_link(word) || !matches!(which_answer(word), Err(CodeError::NotACode))
}

/// A click on an office's link hands over the link and nothing else; and some ask for help in a word.
fn with_verb(mut args: Vec<std::ffi::OsString>) -> Vec<std::ffi::OsString> {
    if let [_, word] = args.as_slice()
        && word.to_str().is_some_and(is_link)
    {
        args.insert(1, "walk".into());
    }
    if args.get(1).is_some_and(|word| word == "help") {
        args.remove(1);
        args.push("--help".into());
    }
    args
}

/// The one command that does the main job everywhere: the wizard as text, or without a terminal the check.
/// Used by the window program where no window can be opened.
pub fn run_without_window(practice: Option<String>, answers: Answers, purpose: Purpose) -> ExitCode {
    let (text, fault) = vendor::words(None);
    if let Some(fault) = fault {
        tell_problem(fault, &text);
    }
    let ended = without_command(practice.map_or(Place::Real, Place::Practice), answers, purpose, &text);
    unless_lost(ended, &text)
}

/// What follows `--lang`, with a blank or an equals sign between.
fn language_typed(args: &[std::ffi::OsString]) -> Option<String> {
    let mut words = args.iter().filter_map(|a| a.to_str());
    let after = words.find_map(|word| word.strip_prefix("--lang"))?;
    match after.strip_prefix('=') {
        Some(lang) => Some(lang.to_owned()),
        None => words.next().filter(|_| after.is_empty()).map(ToOwned::to_owned),
    }
}

fn without_command(place: Place, answers: Answers, purpose: Purpose, text: &Text) -> ExitCode {
    if std::io::stdin().is_terminal() {
        guided::run(place, answers, purpose, text)
    } else {
        verbs::check_and_print(place, answers, text)
    }
}

/// A line of data.
fn data(line: &str) {
    let mut out = anstream::stdout().lock();
    note_lost(writeln!(out, "{line}").and_then(|()| out.flush()));
}

fn note_lost(written: std::io::Result<()>) {
    // A reader who has read enough and gone away misses nothing.
    if let Err(why) = written
        && why.kind() != ErrorKind::BrokenPipe
    {
        LOST.set(why).ok();
    }
}

/// How a command ends that only had to print something.
fn printed(written: std::io::Result<()>, text: &Text) -> ExitCode {
    note_lost(written);
    unless_lost(ExitCode::SUCCESS, text)
}

/// How a command ends, where what it printed arrived.
fn unless_lost(ended: ExitCode, text: &Text) -> ExitCode {
    LOST.get().map_or(ended, |why| fail(&Problem::new("not-printed").with("why", why), text))
}

/// A line of talk.
fn talk(line: &str) {
    let mut err = anstream::stderr().lock();
    writeln!(err, "{line}").ok();
}

/// Only what listens makes Windows ask, and it asks as soon as it does.
fn before_listening(text: &Text) {
    if cfg!(windows) {
        talk(&word(text, "terminal-windows-asks"));
    }
}

/// Talk in whole sentences, broken at blanks below `indent` blanks.
fn tell(indent: usize, sentences: &str) {
    for line in sentences.lines().flat_map(|l| wrap(l, WIDTH.saturating_sub(indent))) {
        talk(&format!("{:indent$}{line}", ""));
    }
}

/// Says what did not work and what to do next.
fn tell_problem(problem: &Problem, text: &Text) {
    let key = format!("problem-{}", problem.code);
    tell(0, &text.get(&key, &problem.args));
    let action = format!("{key}.action");
    if text.has(&action) {
        let hint = text.get(&action, &problem.args);
        talk("");
        tell(0, &text.get("terminal-hint", &BTreeMap::from([("hint".to_owned(), hint)])));
    }
}

/// The exit code of a problem: what was typed was wrong, or it could not be checked.
fn exit_of(problem: &Problem) -> ExitCode {
    ExitCode::from(if is_wrong(problem) { WRONG } else { 3 })
}

/// True where what was typed was wrong.
fn is_wrong(problem: &Problem) -> bool {
    let typed = [
        "unknown-",
        "language-",
        "code-",
        "not-a",
        "phone-not",
        "practice-unknown",
        "profile-",
        "interface-unknown",
        "walk-refused",
        "walk-own",
        "newer-report",
        "file-unreadable",
        "needs-",
        "not-called",
        "helper-link",
        "helper-key",
        "helper-too-many",
        "paste-",
    ];
    typed.iter().any(|p| problem.code.starts_with(p))
}

fn fail(problem: &Problem, text: &Text) -> ExitCode {
    tell_problem(problem, text);
    exit_of(problem)
}

/// Words without values.
fn word(text: &Text, key: &str) -> String {
    text.get(key, &BTreeMap::new())
}

/// Words with values.
fn words<const N: usize>(text: &Text, key: &str, values: [(&str, String); N]) -> String {
    text.get(key, &values.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
}

/// A file that could not be used: its name, the name it has now, and why.
fn tell_set_aside([file, kept_as, why]: [&str; 3], text: &Text) {
    let values = [("file", file.to_owned()), ("kept_as", kept_as.to_owned()), ("why", why.to_owned())];
    tell(0, &words(text, "window-set-aside", values));
}

/// What a person typed at a question; none at the end of input.
fn read_line(prompt: &str) -> Option<String> {
    if !prompt.is_empty() {
        let mut err = anstream::stderr().lock();
        write!(err, "{prompt} ").ok();
        err.flush().ok();
    }
    let mut line = String::new();
    match std::io::stdin().read_line(&mut line) {
        Ok(0) | Err(_) => None,
        Ok(_) => Some(line.trim().to_owned()),
    }
}

/// Asks for a yes. Without a terminal nobody is there to give one.
fn consent(question: &str, text: &Text) -> Result<bool, Problem> {
    if !std::io::stdin().is_terminal() {
        return Err(Problem::new("needs-yes"));
    }
    let answer = read_line(&format!("{question} {}", word(text, "terminal-yes-no"))).unwrap_or_default();
    Ok(is_yes(&answer, text))
}

/// True for the word for yes, and for its letter. What only begins like it is no yes: "Jetzt nicht", "salir" and
/// "oh non" do.
fn is_yes(typed: &str, text: &Text) -> bool {
    typed.to_lowercase() == word(text, "terminal-yes-letter") || is_yes_word(typed, text)
}

/// True for the whole word for yes, without its accent too, and for the English one.
fn is_yes_word(typed: &str, text: &Text) -> bool {
    let (typed, yes) = (typed.to_lowercase(), word(text, "terminal-yes"));
    typed == yes || typed == yes.replace('í', "i") || typed == "yes"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_whole_word_for_yes_is_a_yes() {
        for language in languages() {
            let text = Text::new(language);
            for key in ["terminal-yes", "terminal-yes-letter"] {
                let said = word(&text, key);
                for typed in [said.replace('í', "i"), said.to_uppercase(), said] {
                    assert!(is_yes(&typed, &text), "{language}: {typed}");
                }
            }
            assert!(is_yes("yes", &text) && is_yes("YES", &text), "{language}");
            for key in ["skip", "quit", "back", "hint", "unknown", "yes-no"] {
                let said = word(&text, &format!("terminal-{key}"));
                let first = said.split_whitespace().next().unwrap_or_default();
                assert!(!is_yes(&said, &text) && !is_yes(first, &text), "{language}: {said}");
            }
            for typed in ["", "jetzt nicht", "jein", "salir", "sair", "sin cambios", "oh non", "not yes", "yesterday"] {
                assert!(!is_yes(typed, &text), "{language}: {typed}");
            }
        }
    }
}

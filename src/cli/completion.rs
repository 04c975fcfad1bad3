//! `--completion SHELL`: what a shell has to know to complete a command line of ours, in the owner's language. For
//! whoever makes a package, so it stands in no help; made from the options themselves, so it cannot lag behind them.

use std::ffi::OsString;
use std::io::Write as _;
use std::process::ExitCode;

use clap::{Command, ValueEnum as _};
use clap_complete::Shell;

use super::printed;
use super::usage::wrong;
use crate::domain::message::Problem;
use crate::text::Text;

/// Must be all that was typed, beside the shell.
const OPTION: &str = "--completion";

/// Prints it, where that is what was asked for.
pub fn given_out(args: &[OsString], command: &Command, text: &Text) -> Option<ExitCode> {
    let [_, option, shell] = args else { return None };
    if option != OPTION {
        return None;
    }
    let program = command.get_bin_name().unwrap_or_else(|| command.get_name()).to_owned();
    let word = shell.to_string_lossy();
    let Ok(shell) = word.parse::<Shell>() else {
        let known: Vec<_> = Shell::value_variants().iter().map(ToString::to_string).collect();
        let problem = Problem::new("usage-value").with("word", &word).with("option", OPTION).with("program", program);
        return Some(wrong(&problem.with("known", "yes").with("fitting", known.join(", ")), text));
    };
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command.clone(), program, &mut script);
    let mut out = std::io::stdout();
    Some(printed(out.write_all(&script).and_then(|()| out.flush()), text))
}

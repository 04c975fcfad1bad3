//! The standing helper alone, for a server: what `entrance helper` does, and nothing else is in the program.

use std::process::ExitCode;

fn main() -> ExitCode {
    separate_entrance::cli::run_helper(&std::env::args_os().collect::<Vec<_>>())
}

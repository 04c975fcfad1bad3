//! The terminal program. Small enough for a phone-system box when built without the window.

use std::process::ExitCode;

fn main() -> ExitCode {
    separate_entrance::cli::run(std::env::args_os().collect())
}

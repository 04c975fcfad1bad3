//! From evidence to findings. Rules are constants beside their functions; causes fold their consequences.

use crate::domain::case::Case;
use crate::domain::report::Report;

/// Judges a case. Runs after every event; the last call makes the final report.
pub fn judge(_case: &Case) -> Report {
    unimplemented_report()
}

fn unimplemented_report() -> Report {
    std::process::abort()
}

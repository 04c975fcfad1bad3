//! What follows from a look inside, before anybody takes it for true: the findings that a judge with it has, and one
//! without it has not.

use crate::domain::case::Case;
use crate::domain::inside::Inside;
use crate::domain::judge::judge;
use crate::domain::report::{Finding, Report, Severity};

/// The findings that this look brings, in the judge's order. Without anything else known, those that need nothing else.
pub fn follows(case: &Case, inside: &Inside) -> Vec<Finding> {
    let before = judge(&Case { inside: None, ..case.clone() });
    let after = judge(&Case { inside: Some(inside.clone()), ..case.clone() });
    let is_new = |f: &Finding| !stands(&before, &f.code);
    after.findings.into_iter().filter(is_new).collect()
}

/// The codes of findings that ask for something, and of what is folded under them. A note asks for nothing.
pub fn codes(findings: &[Finding]) -> Vec<String> {
    let asking = || findings.iter().filter(|f| f.severity != Severity::Note);
    let folded = asking().flat_map(|f| f.folded.iter().map(|f| f.code.clone()));
    asking().map(|f| f.code.clone()).chain(folded).collect()
}

fn stands(report: &Report, code: &str) -> bool {
    report.findings.iter().any(|f| f.code == code)
}

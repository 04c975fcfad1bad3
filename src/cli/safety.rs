//! The two safety tests at the terminal, each after its own yes.

use super::args::CheckArgs;
use super::session::Session;
use super::{consent, tell, tell_problem, word, words};
use crate::domain::message::{Command, Problem};
use crate::domain::safety::{SafetyId, is_extension};
use crate::text::Text;

/// Which tests were asked for. Names the word that does not fit.
pub(super) fn wanted(args: &CheckArgs) -> Result<Vec<SafetyId>, Problem> {
    let mut tests = Vec::new();
    for typed in &args.test {
        let known = || SafetyId::ALL.map(SafetyId::id).join(", ");
        let id = SafetyId::ALL.into_iter().find(|id| id.id() == typed);
        let id = id.ok_or_else(|| Problem::new("unknown-test").with("word", typed).with("known", known()))?;
        if !tests.contains(&id) {
            tests.push(id);
        }
    }
    match &args.extension {
        Some(name) if !is_extension(name) => return Err(Problem::new("not-an-extension").with("word", name)),
        None if tests.contains(&SafetyId::NameLeak) => return Err(Problem::new("needs-extension")),
        Some(_) | None => {}
    }
    Ok(tests)
}

/// Asks before each test. Without a terminal and without `--yes` it makes none and says so.
pub(super) fn run(session: &mut Session<'_>, args: &CheckArgs, tests: &[SafetyId], text: &Text) {
    for id in tests {
        let key = format!("safety-{}", id.id());
        tell(0, &words(text, &format!("{key}.lead"), [("extension", args.extension.clone().unwrap_or_default())]));
        tell(0, &word(text, "safety-may-be-counted"));
        let agreed = if args.yes { Ok(true) } else { consent(&word(text, &format!("{key}.ask")), text) };
        match agreed {
            Err(_) => return tell_problem(&Problem::new("safety-needs-yes"), text),
            Ok(false) => tell(0, &word(text, "safety-not-made")),
            Ok(true) => {
                let (tests, extension) = (vec![*id], args.extension.clone());
                match session.carry_out(Command::TestSafety { tests, extension, outside: args.test_from.clone() }) {
                    Ok(()) => tell_outcome(session, *id, text),
                    Err(problem) => tell_problem(&problem, text),
                }
            }
        }
    }
}

/// What came of it, in one line.
fn tell_outcome(session: &Session<'_>, id: SafetyId, text: &Text) {
    if let Some(test) = session.case.safety.iter().filter(|t| t.id == id).max_by_key(|t| t.at) {
        tell(0, &word(text, &format!("safety-{}-{}", id.id(), test.outcome_id())));
    }
}

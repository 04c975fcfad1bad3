//! Safety tests that are made only on request: what the phone system does for a stranger.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::probe::Vantage;

/// Which test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SafetyId {
    /// A call of a stranger to a made-up name.
    GuestCalls,
    /// Whether answers tell which extensions exist.
    NameLeak,
}

/// One test and what came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SafetyTest {
    /// Which.
    pub id: SafetyId,
    /// Where it was made from.
    pub vantage: Vantage,
    /// True: the phone system does what it should not. None: it gave no answer that tells.
    pub unsafe_answer: Option<bool>,
    /// One line of what was seen.
    pub seen: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl SafetyTest {
    /// What came of it, for text files.
    pub const fn outcome_id(&self) -> &'static str {
        match self.unsafe_answer {
            Some(true) => "unsafe",
            Some(false) => "safe",
            None => "untold",
        }
    }
}

/// What the phone system said to a stranger, once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrangerAnswer {
    /// 100 to 699.
    pub status: u16,
    /// Status and reason as sent, in one line.
    pub line: String,
    /// It asked for a password.
    pub challenged: bool,
}

impl SafetyId {
    /// All, in the order shown.
    pub const ALL: [Self; 2] = [Self::GuestCalls, Self::NameLeak];

    /// Name in commands and text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::GuestCalls => "guest-calls",
            Self::NameLeak => "name-leak",
        }
    }
}

/// Whether a stranger's call to a made-up name was taken. A password asked for, or a no, is a refusal. That the name
/// is unknown, incomplete, busy or away is said only by the dial plan, which no stranger should have reached; ringing
/// and taking the call leave no doubt. 100 says only that the call was received, and trouble of the server tells
/// nothing.
pub fn is_call_taken(answers: &[StrangerAnswer]) -> Option<bool> {
    let mut verdict = None;
    for answer in answers {
        match answer.status {
            101..=399 | 404 | 410 | 480 | 484..=486 | 488 | 600 | 604 | 606 => return Some(true),
            401 | 403 | 407 => verdict = Some(false),
            _ => {}
        }
    }
    verdict
}

/// Whether the answers for a real and a made-up name tell them apart. A registration told without a password is worse
/// and counts as told.
pub fn do_names_leak(real: Option<&StrangerAnswer>, made_up: Option<&StrangerAnswer>) -> Option<bool> {
    let (real, made_up) = (real?, made_up?);
    if (200..300).contains(&real.status) {
        return Some(true);
    }
    // A server in trouble, or one that slows a stranger down, does not tell names apart.
    let is_trouble = |a: &StrangerAnswer| a.status >= 500 && a.status < 600 || a.status == 429;
    if is_trouble(real) || is_trouble(made_up) {
        return None;
    }
    Some((real.status, real.challenged) != (made_up.status, made_up.challenged))
}

/// True for a name that may stand in a question: letters, digits and a few signs, and nothing that could end a line.
pub fn is_extension(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.+*#".contains(&b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(status: u16) -> StrangerAnswer {
        StrangerAnswer { status, line: status.to_string(), challenged: matches!(status, 401 | 407) }
    }

    #[test]
    fn a_call_is_taken_when_the_dial_plan_or_a_bell_answers() {
        for (statuses, expected) in [
            (&[401][..], Some(false)),
            (&[407], Some(false)),
            (&[403], Some(false)),
            // Asterisk without guests, behind a proxy that says trying first.
            (&[100, 407], Some(false)),
            // An anonymous endpoint whose dial plan does not know the name.
            (&[404], Some(true)),
            (&[100, 404], Some(true)),
            (&[484], Some(true)),
            (&[100, 180], Some(true)),
            (&[183], Some(true)),
            (&[200], Some(true)),
            (&[302], Some(true)),
            // Received and then nothing, or trouble: no word about strangers.
            (&[100], None),
            (&[503], None),
            (&[100, 500], None),
            (&[400], None),
            (&[603], None),
            (&[], None),
        ] {
            let answers: Vec<_> = statuses.iter().copied().map(answer).collect();
            assert_eq!(is_call_taken(&answers), expected, "{statuses:?}");
        }
    }

    #[test]
    fn names_leak_where_the_answers_differ_in_a_way_that_tells() {
        let leak = |real: u16, made_up: u16| do_names_leak(Some(&answer(real)), Some(&answer(made_up)));
        assert_eq!(leak(401, 401), Some(false));
        assert_eq!(leak(403, 403), Some(false));
        assert_eq!(leak(404, 404), Some(false));
        assert_eq!(leak(401, 404), Some(true));
        assert_eq!(leak(401, 403), Some(true));
        assert_eq!(leak(200, 404), Some(true));
        assert_eq!(leak(200, 200), Some(true));
        assert_eq!(leak(401, 503), None);
        assert_eq!(leak(429, 401), None);
        assert_eq!(do_names_leak(Some(&answer(401)), None), None);
        let plain = StrangerAnswer { challenged: false, ..answer(401) };
        assert_eq!(do_names_leak(Some(&answer(401)), Some(&plain)), Some(true));
    }

    #[test]
    fn only_names_that_stay_on_their_line_are_asked_for() {
        for good in ["201", "1001-a", "*98", "user.name"] {
            assert!(is_extension(good), "{good}");
        }
        for bad in ["", "2 01", "201\r\nX: 1", "201@host", "<201>", "\u{661}", &"1".repeat(33)] {
            assert!(!is_extension(bad), "{bad}");
        }
    }
}

//! What can be wrong with a pasted code, each by name, and what people are told of it.

use jiff::Timestamp;

use crate::domain::message::Problem;
use crate::domain::report::MOMENT;
use crate::helper::letters::Kind;

/// Why a code cannot be used. Shown to people through [`Problem`] only.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    /// One group does not fit its check letter.
    #[error("group {group} is mistyped: {text}")]
    Mistyped {
        /// Counted from 1.
        group: usize,
        /// The group as it was read.
        text: String,
    },
    /// The end is missing.
    #[error("{missing} letters are missing at the end")]
    Cut {
        /// How many letters.
        missing: usize,
    },
    /// The text holds no code.
    #[error("not a code")]
    NotACode,
    /// A good code, but another than is needed here.
    #[error("this is a code of kind {found:?}, wanted is {wanted:?}")]
    WrongKind {
        /// What it is.
        found: Kind,
        /// What is needed here.
        wanted: Kind,
    },
    /// Made by a program with other codes or another catalogue.
    #[error("made by another version of this program")]
    OtherVersion,
    /// Letters fit, content or proof does not: not as it was handed out.
    #[error("changed on the way")]
    Changed,
    /// Answers another invitation.
    #[error("answers another invitation")]
    Foreign,
    /// Too old.
    #[error("expired at {since}")]
    Expired {
        /// Since when.
        since: Timestamp,
    },
    /// Was used before.
    #[error("used before")]
    Used,
}

impl CodeError {
    /// What people are told.
    pub fn problem(self) -> Problem {
        Problem::from(self)
    }
}

impl From<CodeError> for Problem {
    fn from(error: CodeError) -> Self {
        match error {
            CodeError::Mistyped { group, text } => Self::new("code-mistyped").with("group", group).with("text", text),
            CodeError::Cut { missing } => Self::new("code-cut").with("missing", missing),
            CodeError::NotACode => Self::new("code-not-a-code"),
            CodeError::WrongKind { found, wanted } => {
                Self::new("code-wrong-kind").with("found", found.id()).with("wanted", wanted.id())
            }
            CodeError::OtherVersion => Self::new("code-other-version"),
            CodeError::Changed => Self::new("code-changed"),
            CodeError::Foreign => Self::new("code-foreign"),
            CodeError::Expired { since } => Self::new("code-expired").with("since", since.strftime(MOMENT)),
            CodeError::Used => Self::new("code-used"),
        }
    }
}

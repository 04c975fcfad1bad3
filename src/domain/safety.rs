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

//! What an office asks of a walker, as data. How it becomes a code is for `helper` to say.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::probe::Fingerprint;
use crate::domain::report::Walker;
use crate::domain::service::{PortRange, ProfileId, ServiceId};

/// By which the office finds the invitation that a result answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunTag(pub u16);

/// A link that carries a code begins with it, in any letter case (RFC 3986 section 3.1). Codes are made of letters,
/// digits and hyphens, which stand in a link as they are.
const SCHEME: &str = "separate-entrance:";

/// A code as a link: a click on it opens this program, where it is installed, and nobody's server is asked.
pub fn link(code: &str) -> String {
    format!("{SCHEME}{code}")
}

/// True for a link and nothing before it.
pub fn is_link(word: &str) -> bool {
    word.get(..SCHEME.len()).is_some_and(|start| start.eq_ignore_ascii_case(SCHEME))
}

/// What follows the link's beginning, which may stand in the middle of other words; a text without one as it is.
pub fn without_scheme(text: &str) -> &str {
    let lower = text.to_ascii_lowercase();
    lower.find(SCHEME).and_then(|at| text.get(at + SCHEME.len()..)).unwrap_or(text)
}

/// What the office asks of a walker. One use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// The office's street address. IPv4 for now.
    pub address: IpAddr,
    /// The phone system.
    pub profile: ProfileId,
    /// Selected rows; the never rows are implied.
    pub services: Vec<ServiceId>,
    /// No longer valid after this; codes tell it in steps of ten minutes.
    pub expires: Timestamp,
    /// Who is to walk.
    pub walker: Walker,
    /// Proves the answer. Never shown, never logged.
    pub secret: [u8; 10],
    /// Seen inside, of the first row that is knocked.
    pub first_fingerprint: Option<Fingerprint>,
    /// The voice range to be asked, where it is not the usual one of the profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice_ports: Option<PortRange>,
}

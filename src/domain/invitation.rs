//! What an office asks of a walker, as data. How it becomes a code is for `helper` to say.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::probe::Fingerprint;
use crate::domain::report::Walker;
use crate::domain::service::{ProfileId, ServiceId};

/// By which the office finds the invitation that a result answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunTag(pub u16);

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
}

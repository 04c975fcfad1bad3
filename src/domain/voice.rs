//! Voice ports knocked on from outside, answered by a witness on the phone system.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::service::{PortRange, ServiceId};

/// One walk along a voice range.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceWalk {
    /// The voice row.
    pub service: ServiceId,
    /// Its whole range.
    pub ports: PortRange,
    /// Ports that were asked.
    pub asked: Vec<PortRange>,
    /// Ports of these whose witness answered.
    pub passed: Vec<PortRange>,
    /// Every port of the range was asked.
    pub swept: bool,
    /// When.
    pub at: Timestamp,
    /// The walker's own address.
    pub asker: Option<IpAddr>,
}

//! A remote phone, played: one call with sound measured both ways, and calls that should ring after some quiet.

use std::net::SocketAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// One rehearsed call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rehearsal {
    /// The phone system as named by the person.
    pub server: String,
    /// The number called.
    pub number: String,
    /// When it began.
    pub at: Timestamp,
    /// The phone system took the phone in.
    pub registered: bool,
    /// Somebody or something picked up.
    pub answered: bool,
    /// Our sound arrived there; none: nothing tells.
    pub sound_out: Option<bool>,
    /// Sound arrived here; none: there was no call.
    pub sound_back: Option<bool>,
    /// Packets that did not come, of those that should have, in percent.
    pub loss_percent: Option<f64>,
    /// Interarrival jitter in milliseconds (RFC 3550).
    pub jitter_ms: Option<f64>,
    /// Milliseconds until our own sound came back.
    pub round_trip_ms: Option<f64>,
    /// Where the phone system asked sound to be sent.
    pub media: Option<SocketAddr>,
}

/// One wait of the ring test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingRound {
    /// Seconds without a word before the call.
    pub quiet_secs: u32,
    /// The phone rang.
    pub rang: bool,
    /// When the wait began.
    pub at: Timestamp,
}

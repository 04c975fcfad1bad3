//! Walks outside: who walked, from which street, and what trouble the walker had.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who walked outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Walker {
    /// Somebody at home.
    Colleague,
    /// This computer on another street.
    StepOutside,
    /// A standing helper.
    Helper,
}

/// What is known about the street a walker stood on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Street {
    /// Another public address than the office's.
    Other,
    /// The office's own: this was no outside.
    Same,
    /// Nothing told.
    Unknown,
}

/// One walk outside.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WalkReport {
    /// Who walked.
    pub walker: Walker,
    /// When the walk was made.
    pub at: Timestamp,
    /// The walker's own street address.
    pub address: Option<IpAddr>,
    /// Whether it was an outside.
    pub street: Street,
    /// Of a standing helper: somebody answered knocks from this address before. False: nobody did, and the office spoke
    /// with another address of that helper, so nobody knows whether its packets come back. None: not told, or not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_before: Option<bool>,
    /// Unused ports accepted too, so this street answers for others.
    pub street_lies: bool,
    /// The walk failed; code of the trouble, for the words.
    pub trouble: Option<String>,
}

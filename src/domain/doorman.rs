//! The doorman test (SIP ALG): what was sent from inside, line by line, and what arrived outside.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::service::Transport;

/// One message sent to one port of a standing helper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoormanTest {
    /// UDP or TCP.
    pub transport: Transport,
    /// Destination port.
    pub port: u16,
    /// Lines as sent.
    pub sent: Vec<String>,
    /// Lines as they arrived; none: nothing did.
    pub arrived: Option<Vec<String>>,
    /// The answer came back.
    pub reply: bool,
    /// When it was sent.
    pub at: Timestamp,
}

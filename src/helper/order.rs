//! What a walk is about, where it sets out from and what comes of it. Only data.

use std::net::IpAddr;

use jiff::Timestamp;

use crate::domain::message::Problem;
use crate::domain::probe::{Evidence, Fingerprint, Surroundings};
use crate::domain::service::{PortRange, Profile, ServiceId};
use crate::domain::voice::VoiceLook;
use crate::helper::result::WalkResult;
use crate::helper::token::VoiceKey;
use crate::net;

/// What a walk is about, whoever asked for it.
#[derive(Clone, Debug)]
pub struct Order {
    /// The office's street address.
    pub address: IpAddr,
    /// Its phone system.
    pub profile: &'static Profile,
    /// Selected rows; the never rows are implied.
    pub services: Vec<ServiceId>,
    /// How it knocks.
    pub manners: Manners,
    /// How voice rows are asked; none: they are not.
    pub voice: Option<VoiceOrder>,
}

/// How voice rows are asked.
#[derive(Clone, Debug)]
pub struct VoiceOrder {
    /// Of the code that a witness on the phone system may have been given.
    pub key: VoiceKey,
    /// How many ports.
    pub look: VoiceLook,
    /// Of this range instead of the profile's.
    pub ports: Option<PortRange>,
}

/// How a walk begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manners {
    /// Somebody told the address: a few courtesy knocks first, and the rest only after one was answered as expected.
    Courteous {
        /// Of the first row that is knocked, as seen inside.
        expected: Option<Fingerprint>,
    },
    /// The office asked from this very address.
    Asked,
}

/// Where a walk sets out from, and how far it looks.
#[derive(Clone, Copy, Debug)]
pub struct Outing<'a> {
    /// When.
    pub now: Timestamp,
    /// Where sockets leave.
    pub from: &'a net::From,
    /// Real office or practice office.
    pub surroundings: &'a Surroundings,
    /// This machine's own addresses.
    pub own_addresses: &'a [IpAddr],
    /// How many voice ports are asked.
    pub voice: VoiceLook,
}

/// What came of a walk.
#[derive(Clone, Debug, PartialEq)]
pub struct Walked {
    /// To hand back.
    pub result: WalkResult,
    /// The same for an office that walks itself.
    pub evidence: Vec<Evidence>,
    /// What the walker is told about the voice.
    pub notes: Vec<Problem>,
}

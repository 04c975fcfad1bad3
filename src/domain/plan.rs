//! What to do: which entrances to open, which only by hand and why, what is there already, what belongs to another
//! device, which cabinets stay locked. A pure function of the case.

use std::net::IpAddr;

use crate::domain::address::Network;
use crate::domain::case::Case;
use crate::domain::change::ChangeSet;
use crate::domain::probe::Probe;
use crate::domain::service::{PortRange, ServiceId, Transport};

/// Why an entrance is to be made by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ByHand {
    /// The router takes no requests.
    NoRequests,
    /// PCP and NAT-PMP open only for the device that asks.
    OnlyForTheAsker,
    /// Too many ports to map one by one.
    TooManyPorts,
    /// The number of calls is not known.
    CallsUnknown,
    /// The phone system's address is not known.
    NoPhoneSystem,
    /// The router's list could not be read, so nothing is overwritten blindly.
    ListUnread,
    /// A port of another machine's protocol or below 1024 that needs a person's decision.
    SensitivePort,
}

impl ByHand {
    /// Key of the words, without `by-hand-`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoRequests => "no-requests",
            Self::OnlyForTheAsker => "only-for-the-asker",
            Self::TooManyPorts => "too-many-ports",
            Self::CallsUnknown => "calls-unknown",
            Self::NoPhoneSystem => "no-phone-system",
            Self::ListUnread => "list-unread",
            Self::SensitivePort => "sensitive-port",
        }
    }
}

/// What is to happen with one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// The router will be asked.
    Open,
    /// The router lists it already, or it answers from outside.
    AlreadyThere,
    /// Listed, but to another device; never overwritten.
    HeldByAnother(IpAddr),
    /// Listed, but to another port or switched off; to be changed by hand.
    ListedWrong,
    /// A person must do it.
    ByHand(ByHand),
    /// Must stay shut.
    StayShut,
    /// Must get out.
    MustGetOut,
}

/// One row of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// The row of the profile.
    pub service: ServiceId,
    /// What is to happen.
    pub intent: Intent,
    /// Ports it is about; for the voice the proposed range.
    pub ports: PortRange,
}

/// One by-hand rule, ready to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualRule {
    /// The row of the profile.
    pub service: ServiceId,
    /// Name to give it, ASCII.
    pub name: String,
    /// UDP or TCP.
    pub protocol: Transport,
    /// Ports on the internet's side.
    pub outside: PortRange,
    /// The phone system's address.
    pub inside_address: Option<IpAddr>,
    /// Ports there.
    pub inside: PortRange,
    /// Allowed sources; empty for everyone.
    pub sources: Vec<Network>,
}

/// How the voice is to come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoicePlan {
    /// The row of the profile.
    pub service: ServiceId,
    /// The profile's whole range.
    pub whole: PortRange,
    /// Calls at the busiest moment, as told.
    pub calls: Option<u16>,
    /// Two ports a call, plus [`VOICE_MARGIN`]; the whole range while calls are not known.
    pub proposed: PortRange,
    /// True when the proposed range is short enough to be mapped one by one.
    pub one_by_one: bool,
}

/// Ports added to two for each call.
pub const VOICE_MARGIN: u16 = 2;

/// Longer voice ranges are never mapped one by one (`field-notes.md` 5.4: clean-ups and tables).
pub const ONE_BY_ONE: u32 = 20;

/// All that is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// One line for each selected row, then the never rows, then the outbound ones.
    pub lines: Vec<PlanLine>,
    /// Questions to ask inside: selected rows, and the never rows for comparing.
    pub inside: Vec<Probe>,
    /// Rows to knock on from outside.
    pub knocks: Vec<ServiceId>,
    /// What the router is to be asked.
    pub changes: ChangeSet,
    /// Every selected entrance as a rule to make by hand, the lasting way.
    pub rules: Vec<ManualRule>,
    /// The voice.
    pub voice: Option<VoicePlan>,
}

/// Makes the plan.
pub fn plan(_case: &Case) -> Plan {
    Plan {
        lines: Vec::new(),
        inside: Vec::new(),
        knocks: Vec::new(),
        changes: ChangeSet { gateway: None, changes: Vec::new() },
        rules: Vec::new(),
        voice: None,
    }
}

//! What the engine is doing, for the line of progress. Its words are in `text`.

use serde::{Deserialize, Serialize};

use crate::domain::service::ServiceId;

/// What is being done now, for *n of m*. The words are in `assets/text` under `doing-<id>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Doing {
    /// Reading this computer's adapters.
    Adapters,
    /// Searching for routers.
    Routers,
    /// Reading a router's list.
    Mappings,
    /// Looking round the local network.
    LookingRound,
    /// Asking a service inside.
    Asking(ServiceId),
    /// Opening an entrance.
    Opening(ServiceId),
    /// Taking an entrance back.
    Undoing(ServiceId),
    /// Asking for an entrance again before its time runs out.
    Renewing(ServiceId),
    /// Taking an entrance out and putting it in again.
    Repairing(ServiceId),
    /// Knocking from outside.
    Knocking(ServiceId),
    /// Reaching the standing helper.
    ReachingHelper,
    /// The standing helper knocks, and tells all of it together at the end.
    HelperKnocks,
    /// Sending letters past the doorman.
    Doorman,
    /// Registering a played phone.
    Registering,
    /// Calling a number.
    Calling,
    /// Sending sound and hearing what comes.
    Listening,
    /// Waiting without a word, for so many seconds more.
    KeepingQuiet(u32),
    /// Somebody is to call the played phone now.
    WaitingForCall,
    /// Asking a STUN server.
    Stun,
    /// Trying a way out.
    WayOut,
    /// Making a safety test.
    Safety,
    /// Asking the phone system on this computer about itself.
    Inside,
}

impl Doing {
    /// Key of the words, without `doing-`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Adapters => "adapters",
            Self::Routers => "routers",
            Self::Mappings => "mappings",
            Self::LookingRound => "looking-round",
            Self::Asking(_) => "asking",
            Self::Opening(_) => "opening",
            Self::Undoing(_) => "undoing",
            Self::Renewing(_) => "renewing",
            Self::Repairing(_) => "repairing",
            Self::Knocking(_) => "knocking",
            Self::ReachingHelper => "reaching-helper",
            Self::HelperKnocks => "helper-knocks",
            Self::Doorman => "doorman",
            Self::Registering => "registering",
            Self::Calling => "calling",
            Self::Listening => "listening",
            Self::KeepingQuiet(_) => "keeping-quiet",
            Self::WaitingForCall => "waiting-for-call",
            Self::Stun => "stun",
            Self::WayOut => "way-out",
            Self::Safety => "safety",
            Self::Inside => "inside",
        }
    }

    /// Seconds that are left of it, where that is known.
    pub const fn seconds(&self) -> Option<u32> {
        if let Self::KeepingQuiet(seconds) = self { Some(*seconds) } else { None }
    }

    /// The row it is about.
    pub const fn service(&self) -> Option<&ServiceId> {
        match self {
            Self::Adapters
            | Self::Routers
            | Self::Mappings
            | Self::LookingRound
            | Self::ReachingHelper
            | Self::HelperKnocks
            | Self::Doorman
            | Self::Registering
            | Self::Calling
            | Self::Listening
            | Self::KeepingQuiet(_)
            | Self::WaitingForCall
            | Self::Stun
            | Self::WayOut
            | Self::Safety
            | Self::Inside => None,
            Self::Asking(id)
            | Self::Opening(id)
            | Self::Undoing(id)
            | Self::Renewing(id)
            | Self::Repairing(id)
            | Self::Knocking(id) => Some(id),
        }
    }
}

//! The FAQ's advice, line by line, and what of it the owner has done.

use serde::{Deserialize, Serialize};

/// One line of the FAQ's advice, to tick.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdviceId {
    /// Voicemail must not place calls.
    VoicemailCallout,
    /// No international dialling unless needed; emergency numbers untouched.
    InternationalDialling,
    /// Desk phones are not reachable from the internet.
    PhonesNotExposed,
    /// The router does not rewrite SIP.
    AlgOff,
    /// Only trusted sources.
    TrustedSources,
    /// The phone system keeps its address.
    AddressReservation,
}

impl AdviceId {
    /// All, in the order shown.
    pub const ALL: [Self; 6] = [
        Self::VoicemailCallout,
        Self::InternationalDialling,
        Self::PhonesNotExposed,
        Self::AlgOff,
        Self::TrustedSources,
        Self::AddressReservation,
    ];

    /// Name in commands and text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::VoicemailCallout => "voicemail-callout",
            Self::InternationalDialling => "international-dialling",
            Self::PhonesNotExposed => "phones-not-exposed",
            Self::AlgOff => "alg-off",
            Self::TrustedSources => "trusted-sources",
            Self::AddressReservation => "address-reservation",
        }
    }
}

/// A line of advice and whether the owner ticked it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advice {
    /// Which.
    pub id: AdviceId,
    /// Ticked.
    pub done: bool,
    /// Day it was ticked.
    pub date: Option<jiff::civil::Date>,
}

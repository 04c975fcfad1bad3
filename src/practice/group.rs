//! What a practice office is about, so that a person finds the one that is like theirs among many.

use serde::Deserialize;

use crate::practice::scenario::{Scenario, scenarios};

/// A kind of trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// Nothing is wrong, or nothing that keeps anybody out.
    Well,
    /// Entrances are still to be opened, and how a router wants to be asked.
    Opening,
    /// The router says no, or says yes and does not keep its word.
    Refused,
    /// An entrance is there and leads elsewhere, or nowhere.
    Astray,
    /// What stands around the office: its cable, more walls, its street.
    Network,
    /// The phone system is not where it is looked for, or not all of it runs.
    PhoneSystem,
    /// A visitor was there, and it proves nothing.
    Visitors,
    /// Entrances are fine, and calls are not.
    Calls,
    /// It worked once.
    Since,
    /// Strangers can reach what they should not.
    Strangers,
}

impl Group {
    /// Every group, in the order in which they are listed.
    pub const ALL: [Self; 10] = [
        Self::Well,
        Self::Opening,
        Self::Refused,
        Self::Astray,
        Self::Network,
        Self::PhoneSystem,
        Self::Visitors,
        Self::Calls,
        Self::Since,
        Self::Strangers,
    ];

    /// Key of its title in `assets/text`.
    pub const fn title_key(self) -> &'static str {
        match self {
            Self::Well => "practice-group-well",
            Self::Opening => "practice-group-opening",
            Self::Refused => "practice-group-refused",
            Self::Astray => "practice-group-astray",
            Self::Network => "practice-group-network",
            Self::PhoneSystem => "practice-group-phone-system",
            Self::Visitors => "practice-group-visitors",
            Self::Calls => "practice-group-calls",
            Self::Since => "practice-group-since",
            Self::Strangers => "practice-group-strangers",
        }
    }

    /// Its stories, by id.
    pub fn scenarios(self) -> impl Iterator<Item = &'static Scenario> {
        scenarios().iter().filter(move |s| s.group == self)
    }
}

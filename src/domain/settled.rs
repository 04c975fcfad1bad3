//! What became of a change that was broken off in the middle: the program had ended, or the router had not answered.

use crate::domain::change::{Change, JournalEntry, JournalId, JournalState};

/// What the router says now of a change that was broken off in the middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Which.
    pub entry: JournalId,
    /// What was asked.
    pub change: Change,
    /// What was being done.
    pub was: JournalState,
    /// How far it got, as the router says.
    pub now: JournalState,
}

impl Settled {
    /// Name of its sentence in text files; none for what was not begun, and for what no router told.
    pub const fn id(&self) -> Option<&'static str> {
        match (self.was, self.now) {
            (JournalState::Asked, JournalState::Made) => Some("settled-opening-made"),
            (JournalState::Asked, JournalState::Asked) => Some("settled-opening-untold"),
            (JournalState::Asked, _) => Some("settled-opening-not-made"),
            (JournalState::Repairing, JournalState::Made) => Some("settled-repairing-made"),
            (JournalState::Repairing, _) => Some("settled-repairing-not-made"),
            (JournalState::Undoing, JournalState::Undone | JournalState::LeftAlone) => Some("settled-undoing-undone"),
            (JournalState::Undoing, _) => Some("settled-undoing-still-there"),
            (JournalState::Made | JournalState::NotMade | JournalState::Undone | JournalState::LeftAlone, _) => None,
        }
    }
}

impl JournalEntry {
    /// True while nobody knows how far the router got: it was broken off in the middle.
    pub fn is_unsettled(&self) -> bool {
        match self.state {
            JournalState::Asked | JournalState::Repairing | JournalState::Undoing => true,
            JournalState::Made | JournalState::NotMade | JournalState::Undone | JournalState::LeftAlone => false,
        }
    }
}

//! Which office the engine works for. Names it only; opening it is the engine's.

use crate::domain::probe::PracticeStreet;

/// Which office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The one this computer stands in.
    Real,
    /// A practice office, by its scenario's id.
    Practice(String),
    /// A street on loopback that somebody else plays: the fuzzers in `tests/fuzz`.
    #[doc(hidden)]
    Street(Box<PracticeStreet>),
}

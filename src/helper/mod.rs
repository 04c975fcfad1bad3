//! The outside: invitation and result codes, and one walk from another street to one office. Knows no window and no
//! files; what it may knock on is bounded here and nowhere else.

mod asking;
mod bits;
mod courtesy;
pub mod doors;
pub mod invitation;
pub mod letters;
mod pace;
pub mod result;
mod result_voice;
pub mod token;
pub mod voice;
pub mod walk;
pub mod witness;
pub mod witness_script;

/// How many SIP messages an office may get. A noun of `domain`, because the store keeps it on disk.
pub use crate::domain::limits;

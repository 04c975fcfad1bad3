//! The outside: invitation and result codes, and one walk from another street to one office. Knows no window and no
//! files; what it may knock on is bounded here and nowhere else.

mod bits;
pub mod doorman;
pub mod doorman_ports;
pub mod doors;
pub mod invitation;
pub mod letters;
pub mod result;
pub mod walk;

/// How many SIP messages an office may get. A noun of `domain`, because the store keeps it on disk.
pub use crate::domain::limits;

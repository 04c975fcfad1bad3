//! The outside: invitation and result codes, one walk from another street to one office, and the standing helper that
//! walks when an office asks it. Knows no window and no files; what it may knock on is bounded here and nowhere else.

mod bits;
pub mod certificate;
pub mod client;
mod desk;
pub mod doorman;
pub mod doorman_ports;
mod doorman_routes;
pub mod doors;
pub mod guard;
pub mod invitation;
pub mod letters;
pub mod link;
pub mod page;
pub mod protocol;
pub mod result;
pub mod server;
pub mod walk;

/// How many SIP messages an office may get. A noun of `domain`, because the store keeps it on disk.
pub use crate::domain::limits;

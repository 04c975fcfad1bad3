//! The outside: invitation and result codes, one walk from another street to one office, and the standing helper that
//! walks when an office asks it. Knows no window and no files; what it may knock on is bounded here and nowhere else.

mod asking;
mod bits;
pub mod call_result;
pub mod certificate;
pub mod client;
mod code_error;
mod courtesy;
pub mod crowd;
mod desk;
pub mod doorman;
pub mod doorman_ports;
mod doorman_routes;
pub mod doors;
#[doc(hidden)]
pub mod fuzzed;
pub mod guard;
pub mod invitation;
mod leaving;
pub mod letters;
pub mod link;
mod names;
pub mod newer;
mod order;
mod pace;
pub mod page;
pub mod protocol;
pub mod result;
mod result_voice;
pub mod server;
pub mod token;
pub mod voice;
pub mod walk;
pub mod ways;
pub mod witness;
pub mod witness_script;

/// How many SIP messages an office may get. A noun of `domain`, because the store keeps it on disk.
pub use crate::domain::limits;

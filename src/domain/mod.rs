//! Nouns and decisions. Everything here is a pure function over data that can be saved; time and random bytes
//! arrive as arguments.

pub mod address;
pub mod before;
mod carry;
pub mod case;
pub mod catalog;
pub mod change;
pub mod compare;
pub mod dialling;
pub mod differences;
pub mod doing;
pub mod doorman;
pub mod guide;
pub mod invitation;
pub mod judge;
pub mod lease;
pub mod limits;
pub mod lines;
pub mod message;
pub mod news;
pub mod office;
pub mod outbound;
pub mod own;
pub mod plan;
pub mod probe;
pub mod redact;
mod redact_address;
pub mod rehearsal;
pub mod repair;
pub mod report;
pub mod rounds;
pub mod safety;
pub mod service;
pub mod sip_compare;
pub mod there;
pub mod voice;
pub mod walk;

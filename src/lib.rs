//! Separate Entrance: finds the router and the phone system of a small office, opens exactly the entrances that
//! phones outside need, knocks on them from outside and says in plain words what is open, what is shut and why.
//!
//! This file is the map. Data flows one way:
//!
//! ```text
//!  answers ┐
//!          ├─► Office ─► plan() ─► Plan ─► engine ─► Evidence ─► judge() ─► Report ─► explain() ─► window
//!  LAN ────┘      pure            (net, helper: I/O)        pure                              ├──► terminal
//!                                                                                             └──► saved report
//! ```
//!
//! Ten rooms, in reading order; `tests/office/rooms.rs` checks who imports whom.
//!
//! | room | what happens there | never |
//! |---|---|---|
//! | [`domain`] | nouns and decisions, pure | sockets, files, clock, randomness |
//! | [`text`] | words, from `assets/text` | network, window |
//! | [`wizard`] | the flow: `act` and `receive` | words, network, window |
//! | [`net`] | how one fact is measured; the only client sockets | conclusions |
//! | [`helper`] | the outside: invitation codes and the walk | window, files |
//! | [`practice`] | a whole small office on loopback | [`net`]: the fake is not built from what it tests |
//! | [`store`] | settings, journal, history | network |
//! | [`engine`] | the only orchestrator: command in, event out | words, window |
//! | [`cli`] | the terminal | window |
//! | `ui` | the window | network |
//!
//! What never happens:
//!
//! 1. Nothing in `domain`, `text`, `wizard` can fail because of the network.
//! 2. [`domain::message::Command::Apply`] needs an [`domain::change::Approval`], and only
//!    [`domain::change::ChangeSet::approve`] of exactly the set shown makes one.
//! 3. Nothing is written to a router before its journal entry is on disk.
//! 4. No service is `verified` without an outside answer whose fingerprint matches the inside one.
//! 5. What a walker may knock on is never taken from a field that names a target, except the office's own
//!    invitation, and then only after the walker's person agreed and the first courtesy knock was answered.
//! 6. No sentence shown to a user is written in Rust.
//! 7. The window performs no work that can take longer than a frame.
//! 8. `match` on our own enums has no `_` arm.

pub mod domain;
pub mod text;
pub mod wizard;

pub mod helper;
pub mod net;
pub mod practice;

pub mod engine;
pub mod store;

pub mod cli;
#[cfg(feature = "window")]
pub mod ui;

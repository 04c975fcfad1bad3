//! What came of taking entrances back, as the engine told it: shown where the way back stands, and said aloud once it is
//! over.

use std::collections::BTreeSet;

use super::screens::opening::hindrance_id;
use super::words::Words;
use crate::domain::change::{ChangeOutcome, ChangeResult};
use crate::domain::message::{Command, Event, RunId};
use crate::wizard::Order;

/// The last taking back, until something else is asked of the router.
#[derive(Debug, Default)]
pub(super) struct TakenBack {
    /// While it goes on.
    run: Option<RunId>,
    /// How many entries.
    wanted: usize,
    results: Vec<ChangeResult>,
}

impl TakenBack {
    /// A person asked for something.
    pub fn follow(&mut self, orders: &[Order]) {
        for (run, command) in orders {
            if let Command::Undo(ids) = command {
                *self = Self { run: Some(*run), wanted: ids.len(), results: Vec::new() };
            } else if matches!(command, Command::Look { .. } | Command::Apply(_) | Command::Repair(_)) {
                *self = Self::default();
            }
        }
    }

    /// The engine said something.
    pub fn hear(&mut self, run: RunId, event: &Event) {
        if let Event::Changed(result) = event
            && self.run == Some(run)
        {
            self.results.push(result.clone());
        }
    }

    /// It is over, one way or the other.
    pub const fn end(&mut self) {
        self.run = None;
    }

    /// True while the router is being asked.
    pub const fn is_at_work(&self) -> bool {
        self.run.is_some()
    }

    /// How each ended.
    pub fn results(&self) -> &[ChangeResult] {
        &self.results
    }

    /// How it ended, in a few sentences.
    pub fn said(&self, words: &Words) -> String {
        let is_undone = |r: &ChangeResult| r.result == ChangeOutcome::Undone;
        if self.results.len() >= self.wanted && self.results.iter().all(is_undone) {
            return words.get("window-live-taken-back");
        }
        let why: BTreeSet<&str> = self.results.iter().filter_map(|r| r.hindrance).map(hindrance_id).collect();
        let why = why.into_iter().map(|id| words.get(&format!("hindrance-{id}")));
        std::iter::once(words.get("window-live-not-taken-back")).chain(why).collect::<Vec<_>>().join(" ")
    }
}

//! Commands in the order in which they came, and a person's stop, which reaches the one it is meant for: at work or still
//! waiting.

use std::collections::{BTreeSet, VecDeque};

use tokio::sync::mpsc;

use super::voice::Voice;
use crate::domain::message::{Command, RunId};

/// What is to be done.
pub(super) struct Queue {
    commands: mpsc::Receiver<(RunId, Command)>,
    waiting: VecDeque<(RunId, Command)>,
    /// Runs that were stopped before they began.
    unwanted: BTreeSet<RunId>,
    is_closed: bool,
}

impl Queue {
    pub(super) const fn new(commands: mpsc::Receiver<(RunId, Command)>) -> Self {
        Self { commands, waiting: VecDeque::new(), unwanted: BTreeSet::new(), is_closed: false }
    }

    /// True for the next one where it was stopped while it waited. What is only kept, in the same run, is kept.
    pub(super) fn is_unwanted(&mut self, run: RunId, command: &Command) -> bool {
        let is_unwanted = self.unwanted.contains(&run) && !is_only_kept(command);
        let waiting = &self.waiting;
        self.unwanted.retain(|unwanted| waiting.iter().any(|(run, _)| run == unwanted));
        is_unwanted
    }

    /// The next one; none when nobody commands any more and all is kept that was to be.
    pub(super) async fn next(&mut self) -> Option<(RunId, Command)> {
        loop {
            if let Some(next) = self.waiting.pop_front() {
                return Some(next);
            }
            // A stop that comes when nobody is at work has nothing to stop.
            match self.commands.recv().await? {
                (_, Command::Cancel) => {}
                next => return Some(next),
            }
        }
    }

    /// Takes in what comes while `voice`'s command is at work. May be dropped and asked again.
    pub(super) async fn listen(&mut self, voice: &Voice) {
        if self.is_closed {
            return std::future::pending().await;
        }
        match self.commands.recv().await {
            Some((run, Command::Cancel)) => {
                // Whoever says stop at a terminal means all of it.
                let is_meant = |other: RunId| run == RunId::default() || run == other;
                if is_meant(voice.run) {
                    voice.cancel();
                }
                self.unwanted.extend(self.waiting.iter().map(|(run, _)| *run).filter(|run| is_meant(*run)));
            }
            Some(next) => self.waiting.push_back(next),
            None => {
                self.is_closed = true;
                voice.cancel();
                // Nobody is there any more to see what a router is asked; what was to be kept is kept.
                self.waiting.retain(|(_, command)| is_only_kept(command));
            }
        }
    }
}

/// A change on its way to a router is never broken off; it stops between two changes. A call is ended, and the phone
/// taken off the phone system's list, before it stops.
pub(super) const fn may_break_off(command: &Command) -> bool {
    !matches!(
        command,
        Command::Apply(_)
            | Command::Undo(_)
            | Command::Renew { .. }
            | Command::Repair(_)
            | Command::Rehearse(_)
            | Command::RingTest { .. }
            | Command::TestSafety { .. }
    )
}

/// Writes files, and asks nobody.
const fn is_only_kept(command: &Command) -> bool {
    matches!(
        command,
        Command::Keep(_) | Command::Note(_) | Command::Tick(_) | Command::KeepProfile(_) | Command::HandOut(_)
    )
}

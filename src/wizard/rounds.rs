//! While the window is open and Results stand on it: looking after the office without a person, between two clicks.

use jiff::{SignedDuration, Timestamp};

use super::{Order, Step, Wizard};
use crate::domain::message::{Command, Event, RunId};
use crate::domain::news::{Happened, Past};
use crate::domain::report::Looked;
use crate::domain::rounds::{EVERY, Owner, Rounds};

/// Runs of rounds are numbered apart from those of a person.
const FIRST_RUN: u64 = 1 << 62;

/// While a person is at work, the bell is put off by this.
const LATER: SignedDuration = SignedDuration::from_mins(1);
/// A knock page that was left open keeps no lease from its time.
const MOST_PUT_OFF: u8 = 30;

/// News shown of this sitting.
const MOST_NEWS: usize = 50;

/// What goes on without a person.
#[derive(Debug, Default)]
pub(super) struct Quiet {
    /// Where nobody drives the flow while a person thinks, as in the terminal, there are no rounds.
    watch: Option<SignedDuration>,
    rounds: Option<Rounds>,
    run: u64,
    happened: Vec<Happened>,
    checks: Vec<Past>,
    between: Vec<Happened>,
    other: Option<Owner>,
    /// The check after which the history was read last.
    read_after: Option<Timestamp>,
    /// Bells in a row that waited for somebody about to knock.
    put_off: u8,
}

impl Quiet {
    /// The run that a round's events bear.
    fn run(&self) -> RunId {
        RunId(FIRST_RUN + self.run)
    }

    fn order(&mut self, command: Command) -> Order {
        self.run += 1;
        (self.run(), command)
    }
}

/// True for a run of a round.
pub(super) const fn is_quiet(run: RunId) -> bool {
    run.0 >= FIRST_RUN
}

impl Wizard {
    /// Looks after the office while Results are shown.
    #[must_use]
    pub fn looking_after(mut self) -> Self {
        self.quiet.watch = Some(EVERY);
        self
    }

    /// What was noticed in this sitting without a person asking.
    pub fn happened(&self) -> &[Happened] {
        &self.quiet.happened
    }

    /// Earlier checks and what happened between them, oldest first.
    pub fn history(&self) -> (&[Past], &[Happened]) {
        (&self.quiet.checks, &self.quiet.between)
    }

    /// Another copy of the program looks after this office already.
    pub const fn other_owner(&self) -> Option<Owner> {
        self.quiet.other
    }

    /// Results are shown: from here on the office is looked after, compared with what is known now.
    pub(super) fn rest(&mut self) -> Vec<Order> {
        let Some(every) = self.quiet.watch.filter(|_| self.case.answers.system.is_some()) else { return Vec::new() };
        let mut orders = self.give_way();
        let now = self.case.heard_at.max(self.started);
        let (case, only) = (&self.case, &self.only);
        let rounds = self.quiet.rounds.get_or_insert_with(|| Rounds::new(every, case, only.clone()));
        rounds.learn(case);
        // Not at once: whoever has just opened the window is not to be met by a search of the network.
        let bell = rounds.next_bell(now).max(now.checked_add(LATER).unwrap_or(now));
        orders.push(self.quiet.order(Command::WakeAt(bell)));
        // Hundreds of reports are not read again for a tick on the same one.
        let report = Some(self.report.started_at);
        if self.quiet.read_after != report {
            self.quiet.read_after = report;
            orders.push(self.quiet.order(Command::ReadHistory));
        }
        orders
    }

    /// The bell rang.
    pub(super) fn woke(&mut self, at: Timestamp, other: Option<Owner>) -> Vec<Order> {
        self.quiet.other = other;
        let later = |by| at.checked_add(by).unwrap_or(at);
        if other.is_some() {
            return vec![self.quiet.order(Command::WakeAt(later(EVERY)))];
        }
        // Whoever copies rules into a router for an hour leaves a lease no more time than anybody else. Whoever is about to
        // knock may have stepped outside with this computer, where there is another router to be seen.
        let is_knocking = matches!(self.step, Step::Knock(_)) && self.quiet.put_off < MOST_PUT_OFF;
        self.quiet.put_off = if is_knocking { self.quiet.put_off + 1 } else { 0 };
        if self.is_busy() || is_knocking {
            return vec![self.quiet.order(Command::WakeAt(later(LATER)))];
        }
        let Some(rounds) = &mut self.quiet.rounds else { return Vec::new() };
        let commands = rounds.ring(at);
        commands.into_iter().map(|c| self.quiet.order(c)).collect()
    }

    /// A person wants something: the round gives way. It is tried again a little later.
    pub(super) fn give_way(&mut self) -> Vec<Order> {
        let at = self.case.heard_at.max(self.started);
        let Some(rounds) = self.quiet.rounds.as_mut().filter(|r| !r.is_resting()) else { return Vec::new() };
        rounds.break_off();
        let bell = rounds.next_bell(at);
        let cancel = (self.quiet.run(), Command::Cancel);
        vec![cancel, self.quiet.order(Command::WakeAt(bell))]
    }

    /// The engine said something about a round.
    pub(super) fn receive_quietly(&mut self, run: RunId, event: &Event) -> Vec<Order> {
        if let Event::History(checks, between) = event {
            (self.quiet.checks, self.quiet.between) = (checks.clone(), between.clone());
            return Vec::new();
        }
        let is_current = run == self.quiet.run();
        let Some(rounds) = self.quiet.rounds.as_mut().filter(|_| is_current) else { return Vec::new() };
        let turn = rounds.receive(event);
        let known = turn.renewed.then(|| rounds.known().clone());
        let mut orders: Vec<Order> = Vec::new();
        if !turn.happened.is_empty() {
            self.quiet.happened.extend(turn.happened.iter().cloned());
            let surplus = self.quiet.happened.len().saturating_sub(MOST_NEWS);
            self.quiet.happened.drain(..surplus);
            orders.push(self.quiet.order(Command::Note(turn.happened)));
        }
        // A check that has just begun knows no router yet, and a colleague's office is not this one.
        let known = known.filter(|_| self.playing.is_none() && self.case.looked.contains(&Looked::Router));
        if let Some(known) = known {
            // Leases count from now: what is shown says until when.
            self.case.mappings = known.mappings;
            self.case.office.mappings_at = known.office.mappings_at;
            self.judge_again();
            if matches!(self.step, Step::Results { .. }) {
                self.step = self.results();
            }
            orders.extend(self.keep());
        }
        // Last, so that events of what follows bear the run that is waited for.
        orders.extend(turn.commands.into_iter().map(|c| self.quiet.order(c)));
        orders
    }

    /// The journal is everybody's.
    pub(super) fn note_journal(&mut self, event: &Event) {
        if let Some(rounds) = &mut self.quiet.rounds {
            rounds.receive(event);
        }
    }
}

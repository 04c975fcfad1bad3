//! One sitting at the terminal: sends a command to the engine and takes in what it says until it is finished.

use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use jiff::Timestamp;

use crate::domain::case::Case;
use crate::domain::message::{Command, Doing, Event, InvitationView, Problem, RunId};
use crate::domain::office::Candidate;
use crate::domain::rehearsal::PATIENCE_SECS;
use crate::domain::settled::Settled;
use crate::engine::{Engine, NotStarted, Place};
use crate::text::Text;
use crate::text::explain::explain_settled;

/// Exit code of a program that was interrupted (128 and the number of SIGINT).
const INTERRUPTED: i32 = 130;

/// A sitting.
pub struct Session<'a> {
    engine: Engine,
    text: &'a Text,
    run: RunId,
    /// Everything known.
    pub case: Case,
    /// The code made by the last command.
    pub code: Option<String>,
    /// What a pasted code asks for.
    pub invitation: Option<InvitationView>,
}

/// Reads the clock. The terminal is one of the few rooms that may.
#[expect(clippy::disallowed_methods, reason = "the terminal hands the time to the rooms that have no clock")]
pub fn now() -> Timestamp {
    Timestamp::now()
}

impl<'a> Session<'a> {
    /// Starts the engine and waits until it has opened its office. A practice office brings its own answers.
    pub fn start(place: Place, case: Case, text: &'a Text) -> Result<Self, Problem> {
        let engine = Engine::start(place, None, std::sync::Arc::new(|| {}))
            .map_err(|e: NotStarted| Problem::new("engine-not-started").with("why", e))?;
        let mut session = Self { engine, text, run: RunId(0), case, code: None, invitation: None };
        // The first thing an opened office says is its journal.
        while let Some((_, event)) = session.engine.wait_next() {
            session.case.absorb(&event);
            if let Event::Problem(problem) = event {
                return Err(problem);
            }
            session.tell_set_aside(&event);
            if matches!(event, Event::Journal(_)) {
                return Ok(session);
            }
        }
        Err(Problem::new("engine-not-started").with("why", ""))
    }

    fn tell_set_aside(&self, event: &Event) {
        if let Event::SetAside { file, kept_as, why } = event {
            super::tell_set_aside([file, kept_as, why], self.text);
        }
    }

    fn tell_settled(&self, settled: &Settled) {
        if let Some(words) = explain_settled(self.text, self.case.profile(), settled) {
            super::talk(&words);
        }
    }

    /// From now on Ctrl-C stops what is going on, and leaves it time to end properly; a second one ends the program. For
    /// commands after which the program ends anyway. Tells whether it was pressed.
    pub fn stop_at_ctrl_c(&self) -> impl Fn() -> bool + use<> {
        let pressed = Arc::new(AtomicBool::new(false));
        let (stop, note) = (self.engine.stopper(), Arc::clone(&pressed));
        let wait = move || {
            let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else { return };
            runtime.block_on(async {
                tokio::signal::ctrl_c().await.ok();
                note.store(true, Ordering::Relaxed);
                stop();
                tokio::signal::ctrl_c().await.ok();
                std::process::exit(INTERRUPTED);
            });
        };
        // Where no thread can be had, Ctrl-C ends the program as it always did.
        std::thread::Builder::new().name("ctrl-c".to_owned()).spawn(wait).ok();
        move || pressed.load(Ordering::Relaxed)
    }

    /// Hands over a command without waiting for what comes of it.
    pub fn order(&mut self, command: Command) {
        self.run = RunId(self.run.0 + 1);
        self.engine.send(self.run, command);
    }

    /// The next thing the engine says to the last order, or to nobody in particular; none when it has ended.
    pub async fn next_event(&mut self) -> Option<Event> {
        loop {
            let (run, event) = self.engine.next().await?;
            self.tell_set_aside(&event);
            if let Event::Settled(settled) = &event {
                self.tell_settled(settled);
            }
            // An older order that ended late would be taken for the end of this one.
            if run == self.run || matches!(event, Event::Woke { .. } | Event::Journal(_)) {
                return Some(event);
            }
        }
    }

    /// Carries out one command and shows its progress. Gives back what did not work.
    pub fn carry_out(&mut self, command: Command) -> Result<(), Problem> {
        self.run = RunId(self.run.0 + 1);
        self.code = None;
        if matches!(command, Command::FindPhoneSystem) {
            // Who answered the last look round counts until the next one.
            self.case.candidates.clear();
        }
        self.engine.send(self.run, command);
        let bar = progress_bar();
        let (mut problem, mut quiet, mut named) = (None, None, BTreeSet::new());
        while let Some((run, event)) = self.engine.wait_next() {
            // The case knows which events are facts, problems among them.
            self.case.absorb(&event);
            if run != self.run {
                continue;
            }
            match &event {
                Event::Progress { done, total, doing } => {
                    bar.set_length(u64::from(*total));
                    bar.set_position(u64::from(*done));
                    bar.set_message(self.doing(doing));
                    // The bar counts down; the line that stays says it once.
                    if !matches!(doing, Doing::KeepingQuiet(_)) || quiet.replace(*done) != Some(*done) {
                        self.tell_ring(&bar, *done, *total, doing);
                    }
                }
                Event::Problem(found) => problem = Some(found.clone()),
                Event::Rang(round) => {
                    let key = if round.rang { "terminal-ring-rang" } else { "terminal-ring-silent" };
                    bar.suspend(|| super::talk(&self.text.get(key, &BTreeMap::new())));
                }
                // The search listens on for others; whoever waits may know already.
                Event::Gateway(gateway) => {
                    if let Some(name) = gateway.name().filter(|_| named.insert(gateway.address)) {
                        let address = gateway.address.to_string();
                        let args = BTreeMap::from([("address".to_owned(), address), ("router".to_owned(), name)]);
                        bar.suspend(|| super::talk(&self.text.get("terminal-router", &args)));
                    }
                }
                Event::Candidate(one) if one.likely => bar.suspend(|| self.tell_candidate(one)),
                Event::Invited { code, .. } => self.code = Some(code.clone()),
                Event::ResultCode(code) | Event::CallCode(code) => self.code = Some(code.clone()),
                Event::Invitation(view) => self.invitation = Some(view.clone()),
                Event::SetAside { .. } => self.tell_set_aside(&event),
                Event::Settled(settled) => bar.suspend(|| self.tell_settled(settled)),
                Event::Finished { .. } => break,
                Event::Practice { .. }
                | Event::Adapters(_)
                | Event::OverIpv6Only(_)
                | Event::HostFilter(_)
                | Event::Mappings { .. }
                | Event::Pinholes(_)
                | Event::PublicAddress { .. }
                | Event::Candidate(_)
                | Event::PhoneSystem(_)
                | Event::MachineThere(_)
                | Event::Evidence(_)
                | Event::Walked(_)
                | Event::Doorman(_)
                | Event::Voice(_)
                | Event::Rehearsed(_)
                | Event::Outgoing(_)
                | Event::Safety(_)
                | Event::Inside(_)
                | Event::Changed(_)
                | Event::Journal(_)
                | Event::Looked(_)
                | Event::ProfileKept(_)
                | Event::Renewed(_)
                | Event::Woke { .. }
                | Event::History(..)
                | Event::HandedOut { .. } => {}
            }
        }
        bar.finish_and_clear();
        problem.map_or(Ok(()), Err)
    }

    /// The look round goes on for others; whoever waits may know already.
    fn tell_candidate(&self, one: &Candidate) {
        let server = one.server.clone().unwrap_or_default();
        let args = [("address", one.address.to_string()), ("server", server)];
        let args = args.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
        super::talk(&self.text.get("terminal-candidate", &args));
    }

    /// What a person must read in time stands in a line of its own.
    fn tell_ring(&self, bar: &ProgressBar, done: u32, total: u32, doing: &Doing) {
        let (key, seconds) = match doing {
            Doing::KeepingQuiet(seconds) => ("terminal-ring-quiet", *seconds),
            Doing::WaitingForCall => ("terminal-ring-now", PATIENCE_SECS),
            Doing::Adapters
            | Doing::Routers
            | Doing::Mappings
            | Doing::LookingRound
            | Doing::Asking(_)
            | Doing::Opening(_)
            | Doing::Undoing(_)
            | Doing::Renewing(_)
            | Doing::Repairing(_)
            | Doing::Knocking(_)
            | Doing::Doorman
            | Doing::Registering
            | Doing::Calling
            | Doing::Listening
            | Doing::Stun
            | Doing::WayOut
            | Doing::ReachingHelper
            | Doing::HelperKnocks
            | Doing::Safety
            | Doing::Inside => return,
        };
        let values = [("n", (done + 1).to_string()), ("total", total.to_string()), ("seconds", seconds.to_string())];
        let args = values.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
        bar.suspend(|| super::talk(&self.text.get(key, &args)));
    }

    fn doing(&self, doing: &Doing) -> String {
        if let Doing::KeepingQuiet(seconds) = doing {
            let args = BTreeMap::from([("seconds".to_owned(), seconds.to_string())]);
            return self.text.get("doing-keeping-quiet", &args);
        }
        let profile = self.case.profile();
        let label = doing.service().map(|id| {
            profile.and_then(|p| p.service(id)).map_or_else(|| id.to_string(), |s| self.text.said(&s.label).to_owned())
        });
        let args = label.map(|l| ("service".to_owned(), l)).into_iter().collect();
        self.text.get(&format!("doing-{}", doing.id()), &args)
    }
}

/// A bar on a terminal, nothing elsewhere.
pub(super) fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("[{bar:24}] {pos}/{len} {msg}") {
        bar.set_style(style.progress_chars("=> "));
    }
    bar
}

/// Ready at Ctrl-C, or when the system ends the program. Listens for that from now on.
pub fn told_to_stop() -> impl Future<Output = ()> {
    #[cfg(unix)]
    let end = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
    #[cfg(unix)]
    let interrupt = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt());
    async move {
        #[cfg(unix)]
        if let (Ok(mut end), Ok(mut interrupt)) = (end, interrupt) {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = end.recv() => {}
            }
            return;
        }
        tokio::signal::ctrl_c().await.ok();
    }
}

//! The only orchestrator: one thread that owns the runtime, takes commands and gives events. It decides nothing; it
//! measures, changes what was approved and writes down what happened.

pub mod aside;
mod ask;
mod bell;
mod change;
mod claim;
mod discover;
mod doorman;
mod entry;
mod helper;
mod host_filter;
mod inside;
pub mod one_window;
mod outside;
mod pinhole;
mod place;
mod practice_folder;
mod queue;
pub mod record;
mod rehearse;
mod renew;
mod safety;
mod spent;
mod stand;
pub mod vendor;
mod voice;
mod ways_out;

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use tokio::sync::mpsc;

use crate::domain::invitation::RunTag;
use crate::domain::lease::Epoch;
use crate::domain::message::{Command, Event, Problem, RunId};
use crate::domain::office::{Adapter, Gateway};
use crate::domain::probe::{Evidence, Surroundings};
use crate::engine::bell::Bell;
pub use crate::engine::place::Place;
use crate::engine::practice_folder::PracticeFolder;
use crate::engine::queue::Queue;
use crate::engine::spent::Spent;
use crate::engine::voice::{Out, Voice};
use crate::helper::call_result::CallResult;
use crate::net::igd::Router;
use crate::net::portcontrol::Server;
use crate::practice::{self, PracticeOffice};
use crate::store::{Store, handed};

/// Called after each event, so that a window can draw it.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Commands wait here while another is carried out. A person cannot click more than this ahead.
const COMMANDS: usize = 16;
/// Events wait here for the window's next frame; the engine waits when it is full, the window never does.
const EVENTS: usize = 256;

/// Handle to the engine's thread. Dropping it ends the thread after any open change is read back.
#[derive(Debug)]
pub struct Engine {
    commands: Option<mpsc::Sender<(RunId, Command)>>,
    events: mpsc::Receiver<(RunId, Event)>,
    thread: Option<std::thread::JoinHandle<()>>,
}

/// The engine's thread could not be started.
#[derive(Debug, thiserror::Error)]
#[error("the engine could not be started: {0}")]
pub struct NotStarted(#[from] std::io::Error);

impl Engine {
    /// Starts the engine. `folder` is where files are kept; none: the system's place for them, and for a practice
    /// office a folder that goes with it.
    pub fn start(place: Place, folder: Option<PathBuf>, wake: Wake) -> Result<Self, NotStarted> {
        let (commands, from_outside) = mpsc::channel(COMMANDS);
        let (to_outside, events) = mpsc::channel(EVENTS);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let out = Out { events: to_outside, wake };
        let thread = std::thread::Builder::new().name("engine".to_owned()).spawn(move || {
            runtime.block_on(serve(place, folder, from_outside, out));
        })?;
        Ok(Self { commands: Some(commands), events, thread: Some(thread) })
    }

    /// Hands over a command. Never waits; false when the queue is full, which is a bug of the caller.
    pub fn send(&self, run: RunId, command: Command) -> bool {
        self.commands.as_ref().is_some_and(|c| c.try_send((run, command)).is_ok())
    }

    /// The next event, if one is there. Never waits.
    pub fn try_next(&mut self) -> Option<(RunId, Event)> {
        self.events.try_recv().ok()
    }

    /// The next event; none when the engine has ended.
    pub async fn next(&mut self) -> Option<(RunId, Event)> {
        self.events.recv().await
    }

    /// Waits for the next event; none when the engine has ended. Not for the window.
    pub fn wait_next(&mut self) -> Option<(RunId, Event)> {
        self.events.blocking_recv()
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        self.commands = None;
        // Events nobody reads any more must not hold the thread up.
        self.events.close();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// What the engine knows between commands.
struct Office {
    surroundings: Surroundings,
    /// Keeps the practice office's peers alive, and removes its folder in the end.
    practice: Option<(PracticeOffice, PracticeFolder)>,
    store: Store,
    adapters: Vec<Adapter>,
    /// A person named the adapter to look through, so there are no others.
    is_named: bool,
    /// Hardware addresses of the routers there, by the adapter's name, as at the last look.
    hardware: BTreeMap<String, String>,
    routers: BTreeMap<IpAddr, Router>,
    /// Routers that open by PCP or NAT-PMP, where UPnP is silent.
    servers: BTreeMap<IpAddr, Server>,
    /// What is known of those.
    granting: BTreeMap<IpAddr, Gateway>,
    /// Their clocks, as last heard.
    clocks: BTreeMap<IpAddr, Epoch>,
    /// Where the phone system was last asked in this sitting.
    asked: Option<IpAddr>,
    /// What was answered inside in this sitting, for fingerprints and for reuse under the limits.
    inside: Vec<Evidence>,
    /// Who opens over IPv6, by the router's address in the office.
    over_ipv6: BTreeMap<IpAddr, change::Gatekeeper>,
    /// What answered outside in this sitting.
    outside: Vec<Evidence>,
    /// Street address as last known.
    street: Option<IpAddr>,
    /// When the router was last asked for it.
    looked_at: Option<Timestamp>,
    /// A phone last played for another office, by the tag of its code.
    called: Option<(RunTag, CallResult)>,
    /// When to say that the time has come.
    bell: Bell,
    /// The ledger of a command that was broken off.
    spent: Spent,
}

/// Reads the clock. The engine is one of the few rooms that may.
#[expect(clippy::disallowed_methods, reason = "the engine hands the time to the rooms that have no clock")]
fn now() -> Timestamp {
    Timestamp::now()
}

async fn serve(place: Place, folder: Option<PathBuf>, mut commands: mpsc::Receiver<(RunId, Command)>, out: Out) {
    let sitting = RunId(0);
    record::opened(&place);
    let mut office = match open(place, folder, &out).await {
        Ok(office) => office,
        Err(problem) => {
            out.say(sitting, Event::Problem(problem.clone())).await;
            // Every command is answered, so that nobody waits for ever.
            while let Some((run, _)) = commands.recv().await {
                out.say(run, Event::Problem(problem.clone())).await;
                out.say(run, Event::Finished { at: now() }).await;
            }
            return;
        }
    };
    out.say(sitting, Event::Journal(office.store.journal().entries())).await;

    let mut queue = Queue::new(commands);
    loop {
        let (run, command) = tokio::select! {
            next = queue.next() => match next {
                Some(next) => next,
                None => return,
            },
            () = office.bell.ring() => {
                let (at, other) = office.hold_rounds();
                out.say(sitting, Event::Woke { at, other }).await;
                continue;
            }
        };
        let is_unwanted = queue.is_unwanted(run, &command);
        let voice = Voice::new(&out, run, is_unwanted);
        if !is_unwanted || matches!(command, Command::Apply(_)) {
            record::command(run, &command);
            let may_break_off = queue::may_break_off(&command);
            let was_broken_off = {
                let mut work = std::pin::pin!(office.carry_out_and_tell(&voice, command));
                loop {
                    tokio::select! {
                        biased;
                        () = &mut work => break false,
                        () = queue.listen(&voice) => {}
                    }
                    if may_break_off && voice.is_cancelled() && !voice.is_held() {
                        break true;
                    }
                }
            };
            if was_broken_off {
                office.after_breaking_off();
            }
        }
        voice.say(Event::Finished { at: now() }).await;
    }
}

async fn open(place: Place, folder: Option<PathBuf>, out: &Out) -> Result<Office, Problem> {
    let sitting = RunId(0);
    let (practice, surroundings, folder) = match place {
        Place::Real => (None, Surroundings::default(), folder),
        Place::Street(street) => (None, Surroundings { practice: Some(*street), ..Surroundings::default() }, folder),
        Place::Practice(id) => {
            let known = || practice::scenarios().iter().map(|s| s.id.clone()).collect::<Vec<_>>().join(", ");
            let scenario = practice::scenario(&id)
                .ok_or_else(|| Problem::new("practice-unknown").with("word", &id).with("known", known()))?;
            let office =
                practice::open(scenario, now).await.map_err(|e| Problem::new("practice-not-opened").with("why", e))?;
            let story = Event::Practice {
                scenario: scenario.id.clone(),
                answers: Box::new(scenario.answers.clone()),
                before: scenario.before(now()).map(Box::new),
            };
            out.say(sitting, story).await;
            let surroundings = office.surroundings.clone();
            let kept = folder.map_or_else(PracticeFolder::new, |path| Ok(PracticeFolder::given(path)))?;
            let folder = kept.path.clone();
            (Some((office, kept)), surroundings, Some(folder))
        }
    };
    let (store, set_aside) = Store::open(folder).map_err(|e| Problem::new("folder-unusable").with("why", e))?;
    for aside in set_aside {
        out.say(sitting, aside.into()).await;
    }
    Ok(Office::new(surroundings, practice, store))
}

impl Office {
    /// Nothing is known yet.
    fn new(surroundings: Surroundings, practice: Option<(PracticeOffice, PracticeFolder)>, store: Store) -> Self {
        Self {
            surroundings,
            practice,
            store,
            adapters: Vec::new(),
            is_named: false,
            hardware: BTreeMap::new(),
            routers: BTreeMap::new(),
            servers: BTreeMap::new(),
            granting: BTreeMap::new(),
            clocks: BTreeMap::new(),
            over_ipv6: BTreeMap::new(),
            asked: None,
            inside: Vec::new(),
            outside: Vec::new(),
            street: None,
            looked_at: None,
            called: None,
            bell: Bell::default(),
            spent: Spent::default(),
        }
    }

    /// A command, and what had to be set aside on the way: nobody is to learn of it only at the next start.
    async fn carry_out_and_tell(&mut self, voice: &Voice, command: Command) {
        self.spent.take();
        if self.store.journal_mut().refresh() {
            voice.say(Event::Journal(self.store.journal().entries())).await;
        }
        self.carry_out(voice, command).await;
        // Between two commands others may change the router too.
        self.store.journal_mut().end();
        for aside in self.store.take_set_aside() {
            voice.say(aside.into()).await;
        }
    }

    /// What a command that was broken off would have done at its end.
    fn after_breaking_off(&mut self) {
        self.store.journal_mut().end();
        self.keep_spent();
    }

    async fn carry_out(&mut self, voice: &Voice, command: Command) {
        match command {
            Command::Look { router, interface, phones_use, street_name } => {
                let names = (phones_use.as_deref(), street_name.as_deref());
                self.look(voice, router, interface.as_deref(), names).await;
            }
            Command::FindPhoneSystem => self.find_phone_system(voice).await,
            Command::AskPhoneSystem { address, profile, services } => {
                self.ask_phone_system(voice, address, &profile, &services).await;
            }
            Command::Apply(approval) => self.apply(voice, &approval).await,
            Command::Undo(ids) => self.undo(voice, &ids).await,
            Command::Renew { entries, missing } => self.renew(voice, &entries, missing).await,
            Command::Glance { address, profile, services } => {
                self.glance(voice, address, &profile, &services).await;
            }
            Command::WakeAt(at) => self.wake_at(at),
            Command::Note(happened) => {
                if let Err(error) = self.store.keep_happened(happened) {
                    voice.problem(Problem::new("report-not-kept").with("why", error)).await;
                }
            }
            Command::ReadHistory => self.tell_history(voice).await,
            Command::Repair(approval) => self.repair(voice, &approval).await,
            Command::ReadAdapters => {
                let seen = crate::net::adapter::seen_in(&self.surroundings).await;
                self.tell_adapters(voice, seen).await;
            }
            Command::ReadJournal => voice.say(Event::Journal(self.store.journal().entries())).await,
            Command::Invite(order) => self.invite(voice, order).await,
            Command::OpenInvitation { code } => self.open_invitation(voice, &code).await,
            Command::Walk { code, interface, voice: look, standing } => {
                self.walk_for_colleague(voice, &code, interface.as_deref(), look, standing).await;
            }
            Command::StepOutside { order, interface, voice: look } => {
                self.step_outside(voice, order, interface.as_deref(), look).await;
            }
            Command::AskHelper { link, profile, services, interface, voice: look, voice_ports } => {
                let heard = (look, voice_ports);
                self.ask_helper(voice, &link, &profile, &services, interface.as_deref(), heard).await;
            }
            Command::Doorman { link, leaving, interface } => {
                self.test_doorman(voice, &link, leaving, interface.as_deref()).await;
            }
            Command::Rehearse(order) => self.rehearse(voice, &order).await,
            Command::RingTest { order, waits } => self.ring_test(voice, &order, &waits).await,
            Command::AskStun { server, interface } => self.ask_stun(voice, &server, interface.as_deref()).await,
            Command::TryWaysOut { profile, provider, interface } => {
                self.try_ways_out(voice, profile.as_ref(), provider.as_deref(), interface.as_deref()).await;
            }
            Command::TestSafety { tests, extension, outside } => {
                self.test_safety(voice, &tests, extension.as_deref(), outside.as_deref()).await;
            }
            Command::LookInside => self.look_inside(voice).await,
            Command::ReadInside { pasted } => self.read_inside(voice, &pasted).await,
            Command::ReadResult { code } => self.read_result(voice, &code).await,
            Command::Keep(report) => {
                // What a walk told is kept now, so its code is not needed any more.
                if let Err(error) = self.store.keep_report(&report).and_then(|()| self.store.use_answered()) {
                    voice.problem(Problem::new("report-not-kept").with("why", error)).await;
                }
            }
            Command::Tick(advice) => {
                if let Err(error) = self.store.keep_advice(&advice) {
                    voice.problem(Problem::new("report-not-kept").with("why", error)).await;
                }
            }
            Command::KeepProfile(profile) => match self.store.keep_profile(&profile) {
                Ok(_) => voice.say(Event::ProfileKept(profile.id)).await,
                Err(problem) => voice.problem(problem).await,
            },
            Command::HandOut(document) => match handed::documents().and_then(|f| handed::hand_out(&f, &document)) {
                Ok(path) => voice.say(Event::HandedOut { path: path.display().to_string() }).await,
                Err(error) => voice.problem(Problem::new("report-not-handed-out").with("why", error)).await,
            },
            Command::Cancel => {}
        }
    }
}

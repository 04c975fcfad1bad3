//! How the engine speaks: events of a run, each followed by a wake.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::mpsc;

use super::{Wake, record};
use crate::domain::message::{Event, Problem, RunId};

/// Where events go.
#[derive(Clone)]
pub(super) struct Out {
    pub(super) events: mpsc::Sender<(RunId, Event)>,
    pub(super) wake: Wake,
}

impl Out {
    pub(super) async fn say(&self, run: RunId, event: Event) {
        record::event(run, &event);
        // A handle that was dropped hears nothing more, and the work that must be finished is finished all the same.
        self.events.send((run, event)).await.ok();
        (self.wake)();
    }
}

/// One run's way to speak.
#[derive(Clone)]
pub(super) struct Voice {
    pub(super) out: Out,
    pub(super) run: RunId,
    cancelled: Arc<AtomicBool>,
    /// Something is being changed that is not to be left half done.
    held: Arc<AtomicBool>,
}

impl Voice {
    pub(super) fn new(out: &Out, run: RunId, is_cancelled: bool) -> Self {
        let flag = |is_set| Arc::new(AtomicBool::new(is_set));
        Self { out: out.clone(), run, cancelled: flag(is_cancelled), held: flag(false) }
    }

    pub(super) fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Until it says otherwise, this command stops only where it looks for a stop itself.
    pub(super) fn hold(&self, is_held: bool) {
        self.held.store(is_held, Ordering::Relaxed);
    }

    pub(super) fn is_held(&self) -> bool {
        self.held.load(Ordering::Relaxed)
    }

    pub(super) async fn say(&self, event: Event) {
        self.out.say(self.run, event).await;
    }

    /// Progress told from inside work that cannot wait for a reader: what does not fit is left out.
    pub(super) fn say_if_there_is_room(&self, event: Event) {
        if self.out.events.try_send((self.run, event)).is_ok() {
            (self.out.wake)();
        }
    }

    pub(super) async fn problem(&self, problem: Problem) {
        self.say(Event::Problem(problem)).await;
    }

    pub(super) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

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
    pub(super) cancelled: Arc<AtomicBool>,
}

impl Voice {
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

//! Rings at a time of day, also after a night's sleep and when somebody sets the clock; and what is told then.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

use super::{Office, Voice, now};
use crate::domain::message::{Event, Problem};
use crate::domain::news;
use crate::domain::rounds::Owner;
use crate::store::StoreError;

/// The clock is looked at so often: while a computer sleeps, its timers sleep too.
const GLANCE: Duration = Duration::from_secs(20);

/// How late a sign of life may come before nobody believes the note alone.
const LATE: SignedDuration = SignedDuration::from_mins(10);

/// A bell that is set or not.
#[derive(Debug, Default)]
pub(super) struct Bell(Option<(Timestamp, Instant)>);

impl Bell {
    /// Rings at this time, or when as much time has passed as there is until then, whichever comes first: a clock that
    /// was set back must not put it off.
    pub(super) fn set(&mut self, at: Timestamp) {
        let left = Duration::try_from(at.duration_since(now())).unwrap_or(Duration::ZERO);
        self.0 = Some((at, Instant::now() + left));
    }

    /// Ready when it rings, once; never while it is not set. May be dropped and asked again.
    pub(super) async fn ring(&mut self) {
        let Some((at, end)) = self.0 else { return std::future::pending().await };
        while now() < at && Instant::now() < end {
            tokio::time::sleep_until(end.min(Instant::now() + GLANCE)).await;
        }
        self.0 = None;
    }
}

impl Office {
    /// Takes the rounds for this copy of the program, or says who has them.
    pub(super) fn hold_rounds(&mut self) -> (Timestamp, Option<Owner>) {
        let at = now();
        match self.store.hold_rounds(at, at.checked_add(LATE).unwrap_or(at)) {
            Err(StoreError::Busy { owner, .. }) => (at, Some(owner.unwrap_or(Owner { pid: 0, since: at }))),
            // A folder that cannot be written is told where something is to be kept; looking needs none.
            Ok(()) | Err(_) => (at, None),
        }
    }

    /// Sets the bell. Where only a note tells that the rounds are taken, it stands until a little later.
    pub(super) fn wake_at(&mut self, at: Timestamp) {
        self.store.extend_rounds(at.checked_add(LATE).unwrap_or(at));
        self.bell.set(at);
    }

    /// Earlier checks, each with what had changed.
    pub(super) async fn tell_history(&self, voice: &Voice) {
        match self.store.reports().and_then(|reports| Ok((reports, self.store.happened()?))) {
            Ok((reports, between)) => {
                voice.say(Event::History(news::history(&reports), between)).await;
            }
            Err(error) => voice.problem(Problem::new("folder-unusable").with("why", error)).await,
        }
    }
}

//! Looks for a newer version beside the window: in a thread of its own, once the window is there, and only after the
//! owner's yes. The window never waits for it.

use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread::Builder;

use super::app::App;
use super::vendor::News;
use crate::domain::message::{Event, Problem};
use crate::domain::newer::{Answer, Newer};
use crate::domain::preset::NewerAt;
use crate::engine::Wake;
use crate::engine::vendor::look_for_newer;
use crate::store::newer::{said, say};

/// What comes of it: what the owner had said, what was found, what went wrong with writing down an answer.
pub(super) struct Told {
    said: Option<Answer>,
    newer: Option<Newer>,
    problem: Option<Problem>,
}

/// The one that looks.
#[derive(Default)]
pub(super) struct Lookout {
    looking: Option<Receiver<Told>>,
    /// An answer that was given while it looks.
    waiting: Option<Answer>,
    /// It has begun, so that it begins once.
    begun: bool,
}

impl App {
    /// Begins with the window's first frame, and takes in what comes of it.
    pub(super) fn look_out(&mut self) {
        let Some(at) = self.start.preset.as_ref().and_then(|p| p.newer.clone()) else { return };
        if !self.lookout.begun {
            self.lookout.begun = true;
            self.lookout.looking = look(at.clone(), None, &self.wake);
        }
        match self.lookout.looking.as_ref().map(Receiver::try_recv) {
            None | Some(Err(TryRecvError::Empty)) => return,
            Some(Ok(told)) => {
                let news = News { said: told.said, newer: told.newer, ..News::offered(self.start.preset.as_ref()) };
                self.window.hear(news);
                self.tell(told.problem.into_iter().map(Event::Problem).collect());
            }
            Some(Err(TryRecvError::Disconnected)) => {}
        }
        self.lookout.looking = None;
        if let Some(answer) = self.lookout.waiting.take() {
            self.answer_newer(answer);
        }
    }

    /// The owner said whether to look.
    pub(super) fn answer_newer(&mut self, answer: Answer) {
        let Some(at) = self.start.preset.as_ref().and_then(|p| p.newer.clone()) else { return };
        if self.lookout.looking.is_some() {
            self.lookout.waiting = Some(answer);
        } else {
            self.lookout.looking = look(at, Some(answer), &self.wake);
        }
    }
}

fn look(at: NewerAt, answer: Option<Answer>, wake: &Wake) -> Option<Receiver<Told>> {
    let wake = wake.clone();
    // One question, one answer.
    let (tell, told) = sync_channel(1);
    let look = move || {
        let problem = answer.and_then(|answer| say(None, &at, answer).err()).map(|error| error.problem());
        let before = said(None).ok().flatten();
        let newer = look_for_newer(&at, None);
        tell.send(Told { said: at.said(before.as_ref()), newer, problem }).ok();
        wake();
    };
    Builder::new().name("newer".to_owned()).spawn(look).ok().map(|_| told)
}

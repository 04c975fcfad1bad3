//! Writes down how the window looks, without the window having to wait for a disk. Only the last look counts.

use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::thread::{Builder, JoinHandle};

use crate::domain::message::Event;
use crate::engine::Wake;
use crate::store::SetAside;
use crate::store::look::{Look, keep_look};

/// The one that writes.
#[derive(Default)]
pub(super) struct Keeper {
    waiting: Option<Look>,
    writing: Option<(JoinHandle<()>, Receiver<Vec<Event>>)>,
}

impl Keeper {
    /// Writes this as soon as what is being written now is written.
    pub fn keep(&mut self, look: Look, wake: &Wake) {
        self.waiting = Some(look);
        self.begin(wake);
    }

    /// What there is to tell about what was written. Does not wait.
    pub fn drain(&mut self, wake: &Wake) -> Vec<Event> {
        let told = match self.writing.as_ref().map(|(_, told)| told.try_recv()) {
            None | Some(Err(TryRecvError::Empty)) => return Vec::new(),
            Some(Ok(told)) => told,
            Some(Err(TryRecvError::Disconnected)) => Vec::new(),
        };
        self.writing = None;
        self.begin(wake);
        told
    }

    fn begin(&mut self, wake: &Wake) {
        if self.writing.is_some() {
            return;
        }
        let Some(look) = self.waiting.take() else { return };
        let wake = wake.clone();
        // One look is written, and one answer comes.
        let (tell, told) = sync_channel(1);
        let write = move || {
            tell.send(kept(&look)).ok();
            wake();
        };
        let writing = Builder::new().name("settings".to_owned()).spawn(write).ok();
        self.writing = writing.map(|writing| (writing, told));
    }
}

/// A look chosen just before the window is closed is remembered too.
impl Drop for Keeper {
    fn drop(&mut self) {
        if let Some((writing, _)) = self.writing.take() {
            writing.join().ok();
        }
        if let Some(look) = self.waiting.take() {
            kept(&look);
        }
    }
}

fn kept(look: &Look) -> Vec<Event> {
    match keep_look(None, look) {
        Ok(set_aside) => told(set_aside),
        Err(error) => vec![Event::Problem(error.problem())],
    }
}

/// Files that had to be set aside, as the window is told of them.
pub(super) fn told(set_aside: Vec<SetAside>) -> Vec<Event> {
    set_aside.into_iter().map(Event::from).collect()
}

//! The look inside the phone system: by the script of `assets/inside.sh` where the program runs on its box, else by what
//! the script printed there and its owner pasted.

use super::{Office, Voice, now};
use crate::domain::inside::{self, How};
use crate::domain::message::{Event, Problem};

impl Office {
    /// On this very computer.
    pub(super) async fn look_inside(&mut self, voice: &Voice) {
        voice.problem(Problem::new("inside-no-phone-system")).await;
    }

    /// From what was pasted.
    pub(super) async fn read_inside(&mut self, voice: &Voice, pasted: &str) {
        match inside::read(pasted, How::Pasted, now()) {
            Ok(inside) => voice.say(Event::Inside(Box::new(inside))).await,
            Err(problem) => voice.problem(problem).await,
        }
    }
}

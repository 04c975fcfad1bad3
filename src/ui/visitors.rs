//! One window for each person: this one comes to the front when the program is started again, and shows the real office
//! only while no other one does.

use std::sync::{MutexGuard, PoisonError};

use super::app::App;
use crate::domain::message::{Event, Problem};
use crate::engine::Place;
use crate::engine::one_window::{self, Entered, FrontDoor, Visit};
use crate::wizard::Action;

impl App {
    /// Hears of second starts from now on.
    pub(super) fn listen(&self) {
        if let Some(door) = self.front().as_deref().and_then(Option::as_ref) {
            door.wake_by(self.wake.clone());
        }
    }

    /// Into a practice office: another window may show the real one now.
    pub(super) fn leave_home(&self) {
        if let Some(mut front) = self.front() {
            *front = None;
        }
    }

    fn front(&self) -> Option<MutexGuard<'_, Option<FrontDoor>>> {
        self.start.front.as_ref().map(|front| front.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Back to the real office, unless another window shows it: that one comes to the front then.
    pub(super) fn go_home(&mut self) {
        let vacant = self.front().is_some_and(|front| front.is_none());
        if vacant {
            match one_window::look_in(None) {
                Entered::First(door) => {
                    door.wake_by(self.wake.clone());
                    if let Some(mut front) = self.front() {
                        *front = Some(door);
                    }
                }
                Entered::HandedOver | Entered::Unheard(_) => {
                    self.tell(vec![Event::Problem(Problem::new("open-elsewhere"))]);
                    return;
                }
                Entered::Untold => {}
            }
        }
        self.enter(Place::Real);
    }

    /// The program was started again: its first window comes to the front, with what the second start was given.
    pub(super) fn let_in(&mut self, ctx: &egui::Context) {
        let visits = self.front().map(|mut front| {
            let next = || front.as_mut().and_then(FrontDoor::try_next);
            std::iter::from_fn(next).collect::<Vec<Visit>>()
        });
        for visit in visits.unwrap_or_default() {
            ctx.send_viewport_cmd(egui::ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(egui::ViewportCommand::Focus);
            // Where a program may not put itself in front, its entry in the bar of windows asks for the click.
            let attention = egui::UserAttentionType::Informational;
            ctx.send_viewport_cmd(egui::ViewportCommand::RequestUserAttention(attention));
            self.waiting = visit.code.or_else(|| self.waiting.take());
        }
        if self.window.wizard().can(&Action::HelpColleague)
            && let Some(code) = self.waiting.take()
        {
            self.help_by(code);
        }
    }
}

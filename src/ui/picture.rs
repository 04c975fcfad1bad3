//! The picture on a screen: as the report has it, and while somebody knocks, with the walker at the door that is
//! knocked on now.

use egui::{Id, Ui};
use jiff::tz::TimeZone;

use super::scene::Scene;
use super::street::{draw, draw_doors};
use super::theme;
use crate::domain::change::{ChangeOutcome, ChangeResult};
use crate::domain::message::Doing;
use crate::domain::report::Report;
use crate::text::street::{self, Picture, Walker};
use crate::wizard::{Knock, Step};

/// The picture of this report.
pub(super) fn picture_ui(ui: &mut Ui, scene: &Scene<'_>, report: &Report) {
    let picture = picture(ui, scene, report);
    draw(ui, &picture);
}

/// Its doors alone: above a plan, or while something is done to them.
pub(super) fn doors_ui(ui: &mut Ui, scene: &Scene<'_>, report: &Report) {
    let picture = picture(ui, scene, report);
    draw_doors(ui, &picture);
}

fn picture(ui: &Ui, scene: &Scene<'_>, report: &Report) -> Picture {
    let text = scene.words.text();
    let mut picture = street::of_report(text, report, scene.profile(), &TimeZone::system());
    for door in &mut picture.doors {
        // Made a moment ago: the router's list is read again later.
        let made = |c: &ChangeResult| door.services.contains(&c.service) && is_made(c);
        door.is_there |= scene.wizard.case().changes.iter().any(made);
    }
    if let Some(door) = knocking_at(scene, &picture) {
        // He walks over; where nothing is to move, he stands there at once.
        let walked = ui.ctx().animate_value_with_time(Id::unique("walker"), door, theme::walking_secs(ui));
        picture.walker = Walker::AtDoor(walked);
    }
    picture
}

/// The picture that explains what the program does.
pub(super) fn promise_ui(ui: &mut Ui, scene: &Scene<'_>) {
    draw(ui, &street::promise(scene.words.text()));
}

const fn is_made(change: &ChangeResult) -> bool {
    match change.result {
        ChangeOutcome::Opened | ChangeOutcome::AlreadyThere | ChangeOutcome::Renewed | ChangeOutcome::Repaired => true,
        ChangeOutcome::Refused | ChangeOutcome::Failed | ChangeOutcome::Undone => false,
    }
}

/// Number of the door that is knocked on now.
fn knocking_at(scene: &Scene<'_>, picture: &Picture) -> Option<f32> {
    if !matches!(scene.wizard.step(), Step::Knock(Knock::Walking)) {
        return None;
    }
    let Doing::Knocking(service) = &scene.wizard.progress()?.doing else { return None };
    let number = picture.doors.iter().position(|door| door.services.contains(service))?;
    u16::try_from(number).ok().map(f32::from)
}

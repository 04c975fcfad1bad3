//! The one picture: a street, your building with its entrances, the cabinets that stay locked, and the walker. Made
//! from the report, with the same said in words for those who do not see it.

use egui::Ui;

use super::lamp::Lamp;
use super::scene::Scene;
use super::street::draw;
use super::words::when;
use crate::domain::report::{Report, ServiceRow, Verdict};
use crate::domain::service::{Direction, Need};
use crate::text::proof;

/// What stands around the building, when something does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    /// Nothing: the wall faces the street.
    Nothing,
    /// A second router.
    Building,
    /// The carrier's shared address.
    Tower,
}

/// One entrance.
pub(super) struct Door {
    pub(super) plate: String,
    pub(super) lamp: Lamp,
}

/// Everything that is drawn.
pub(super) struct Picture {
    pub(super) address: String,
    pub(super) doors: Vec<Door>,
    pub(super) cabinets: Option<(Lamp, String)>,
    pub(super) phone_system: Option<String>,
    pub(super) around: Around,
    pub(super) around_name: String,
    pub(super) bubble: String,
    pub(super) walked: bool,
    pub(super) own_door: String,
    pub(super) said: String,
}

/// The picture of this report.
pub(super) fn picture_ui(ui: &mut Ui, scene: &Scene<'_>, report: &Report) {
    let picture = of_report(scene, report);
    draw(ui, &picture);
}

/// The picture that explains what the program does.
pub(super) fn promise_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let door = |id: &str| Door { plate: scene.get(&format!("window-plate-{id}")), lamp: Lamp::Lit };
    let picture = Picture {
        address: scene.get("window-picture-your-address"),
        doors: vec![door("calls"), door("voices"), door("hud")],
        cabinets: Some((Lamp::Locked, scene.get("window-picture-locked"))),
        phone_system: Some(scene.get("window-picture-phone-system")),
        around: Around::Nothing,
        around_name: String::new(),
        bubble: scene.get("window-picture-promise-walker"),
        walked: true,
        own_door: scene.get("window-picture-own-door"),
        said: scene.get("window-picture-promise"),
    };
    draw(ui, &picture);
}

fn of_report(scene: &Scene<'_>, report: &Report) -> Picture {
    let inbound = |r: &&ServiceRow| r.direction == Direction::Inbound;
    let wanted: Vec<&ServiceRow> =
        report.services.iter().filter(inbound).filter(|r| r.selected && r.need != Need::Never).collect();
    let plate = |row: &ServiceRow| {
        scene.profile().and_then(|p| p.service(&row.id)).map_or_else(|| row.label.clone(), |s| scene.words.plate(s))
    };
    let doors: Vec<Door> = wanted.iter().map(|r| Door { plate: plate(r), lamp: Lamp::of(r.verdict) }).collect();
    let address =
        report.office.public_address.map_or_else(|| scene.get("window-picture-no-address"), |a| a.to_string());
    let standing =
        |code: &str| report.finding(code).is_some_and(|f| f.severity <= crate::domain::report::Severity::Problem);
    let around = if standing("carrier-shared-address") {
        Around::Tower
    } else if standing("second-router") {
        Around::Building
    } else {
        Around::Nothing
    };
    let around_name = match around {
        Around::Nothing => String::new(),
        Around::Building => scene.get("window-picture-building"),
        Around::Tower => scene.get("window-picture-tower"),
    };
    let bubble = report.walks.last().map_or_else(
        || scene.get("window-picture-not-walked"),
        |w| scene.words.with("window-picture-walked", [("at", &when(w.at))]),
    );
    let phone_system = report
        .office
        .phone_system
        .as_ref()
        .map(|p| scene.words.with("window-picture-phone-system-at", [("address", &p.address)]));
    let mut picture = Picture {
        address,
        doors,
        cabinets: cabinets(scene, report),
        phone_system,
        around,
        around_name,
        bubble,
        walked: !report.walks.is_empty(),
        own_door: scene.get("window-picture-own-door"),
        said: String::new(),
    };
    picture.said = said(scene, &picture, &wanted);
    picture
}

/// The cabinets as one: the worst of them counts.
fn cabinets(scene: &Scene<'_>, report: &Report) -> Option<(Lamp, String)> {
    let never: Vec<&ServiceRow> = report.services.iter().filter(|r| r.need == Need::Never).collect();
    if never.is_empty() {
        return None;
    }
    let any = |verdict: Verdict| never.iter().any(|r| r.verdict == verdict);
    Some(if any(Verdict::Exposed) {
        (Lamp::Alarm, scene.get("window-picture-open-cabinet"))
    } else if any(Verdict::Shut) {
        (Lamp::Locked, scene.get("window-picture-locked"))
    } else {
        (Lamp::Dark, scene.get("window-picture-cabinets"))
    })
}

/// The same in words.
fn said(scene: &Scene<'_>, picture: &Picture, wanted: &[&ServiceRow]) -> String {
    let mut parts = vec![scene.words.with("window-picture-said", [("address", &picture.address)])];
    if !picture.around_name.is_empty() {
        parts.push(picture.around_name.clone());
    }
    for (door, row) in picture.doors.iter().zip(wanted) {
        let verdict = proof::verdict(scene.words.text(), scene.report, row);
        parts.push(scene.words.with("window-picture-door", [("plate", &door.plate), ("verdict", &verdict)]));
    }
    parts.extend(picture.cabinets.as_ref().map(|(_, word)| word.clone()));
    parts.push(picture.bubble.clone());
    parts.join(". ")
}

//! The picture of the street as SVG, made from a report: what the window draws, to be seen on paper too. Colours come
//! from the page's style; each lamp has a shape of its own, and the whole is said in words beside it.

use super::markup::Markup;
use super::{Lamp, Letter, drawing};
use crate::domain::report::{Report, Severity, Verdict};
use crate::domain::service::Need;
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

/// One entrance: its name plate, its lamp and the lamp in words.
pub(super) struct Door {
    pub(super) plate: String,
    pub(super) lamp: Lamp,
    said: String,
}

/// Everything that is drawn.
pub(super) struct Picture {
    pub(super) address: String,
    pub(super) own_door: String,
    pub(super) doors: Vec<Door>,
    pub(super) cabinets: Option<(Lamp, String)>,
    pub(super) phone_system: Option<String>,
    pub(super) around: Around,
    pub(super) around_name: String,
    pub(super) bubble: String,
    pub(super) walked: bool,
    title: String,
}

/// Draws the street of this report.
pub(super) fn street(page: &mut Markup, letter: &Letter<'_>) {
    let picture = of_report(letter);
    let said = said(letter, &picture);
    let frame = format!("0 0 {} {}", drawing::WIDTH, drawing::HEIGHT);
    let named = "street-title street-said";
    page.element(
        "svg",
        &[("class", &"street"), ("viewBox", &frame), ("role", &"img"), ("aria-labelledby", &named)],
        |m| {
            m.words("title", &[("id", &"street-title")], &picture.title);
            m.words("desc", &[("id", &"street-said")], &said);
            drawing::draw(m, &picture);
        },
    );
}

fn of_report(letter: &Letter<'_>) -> Picture {
    let report = letter.report;
    let doors = proof::wanted(report).map(|row| Door {
        plate: letter.plate(row),
        lamp: Lamp::of(row.verdict),
        said: proof::verdict(letter.text, report, row),
    });
    let standing = |code: &str| report.finding(code).is_some_and(|f| f.severity <= Severity::Problem);
    let (around, around_name) = if standing("carrier-shared-address") {
        (Around::Tower, letter.word("window-picture-tower"))
    } else if standing("second-router") {
        (Around::Building, letter.word("window-picture-building"))
    } else {
        (Around::Nothing, String::new())
    };
    let bubble = report.walks.last().map_or_else(
        || letter.word("window-picture-not-walked"),
        |walk| letter.say("window-picture-walked", &[("at", &letter.when(walk.at))]),
    );
    let system = report.office.phone_system.as_ref();
    Picture {
        address: report
            .office
            .public_address
            .map_or_else(|| letter.word("window-picture-no-address"), |ip| ip.to_string()),
        own_door: letter.word("window-picture-own-door"),
        doors: doors.collect(),
        cabinets: cabinets(letter, report),
        phone_system: system.map(|p| letter.say("window-picture-phone-system-at", &[("address", &p.address)])),
        around,
        around_name,
        bubble,
        walked: !report.walks.is_empty(),
        title: letter.word("paper-picture"),
    }
}

/// The cabinets as one: the worst of them counts.
fn cabinets(letter: &Letter<'_>, report: &Report) -> Option<(Lamp, String)> {
    let never = || report.services.iter().filter(|r| r.need == Need::Never);
    never().next()?;
    let any = |verdict: Verdict| never().any(|r| r.verdict == verdict);
    Some(if any(Verdict::Exposed) {
        (Lamp::Alarm, letter.word("window-picture-open-cabinet"))
    } else if any(Verdict::Shut) {
        (Lamp::Locked, letter.word("window-picture-locked"))
    } else {
        (Lamp::Dark, letter.word("window-picture-cabinets"))
    })
}

/// The same in words, for those who do not see it.
fn said(letter: &Letter<'_>, picture: &Picture) -> String {
    let mut parts = vec![letter.say("window-picture-said", &[("address", &picture.address)])];
    parts.extend(Some(picture.around_name.clone()).filter(|name| !name.is_empty()));
    parts.extend(picture.phone_system.clone());
    for door in &picture.doors {
        parts.push(letter.say("window-picture-door", &[("plate", &door.plate), ("verdict", &door.said)]));
    }
    parts.extend(picture.cabinets.as_ref().map(|(_, word)| word.clone()));
    parts.push(picture.bubble.clone());
    parts.join(". ")
}

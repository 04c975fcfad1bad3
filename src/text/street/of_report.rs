//! What the picture shows of a report.

use jiff::tz::TimeZone;

use super::lamp::Lamp;
use super::{Around, Door, Picture, Walker};
use crate::domain::report::{Listed, Report, ServiceRow, Severity, Verdict};
use crate::domain::service::{Need, ProbeKind, Profile, Service};
use crate::text::{Text, proof};

/// More doors than this do not fit with their names, so those with the same name become one.
const DOORS: usize = 6;

/// Plain name for an entrance: what stands on its plate.
pub fn plate(text: &Text, service: &Service) -> String {
    let site = service.used_for.iter().any(|u| u == "site-link");
    let id = match service.probe {
        ProbeKind::Sip | ProbeKind::Tls => "calls",
        ProbeKind::Rtp if service.is_fax() => "fax",
        ProbeKind::Rtp => "voices",
        ProbeKind::Iax2 => "other-office",
        ProbeKind::Xmpp if site => "chat",
        ProbeKind::Xmpp => "hud",
        ProbeKind::Http | ProbeKind::Https => "pages",
        ProbeKind::Ssh | ProbeKind::Mysql | ProbeKind::Ami | ProbeKind::Tftp => "cabinet",
        ProbeKind::Tcp | ProbeKind::None => "data",
    };
    text.plain(&format!("window-plate-{id}"))
}

/// The entrances of a report from left to right.
pub fn doors(text: &Text, report: &Report, profile: Option<&Profile>) -> Vec<Door> {
    let name = |row: &ServiceRow| {
        profile.and_then(|p| p.service(&row.id)).map_or_else(|| row.label.clone(), |s| plate(text, s))
    };
    let wanted = proof::wanted(report);
    let all: Vec<Door> = wanted
        .map(|row| Door {
            plate: name(row),
            lamp: proof::lamp(report, row),
            is_there: is_there(row),
            services: vec![row.id.clone()],
        })
        .collect();
    if all.len() <= DOORS {
        return all;
    }
    let mut fewer: Vec<Door> = Vec::new();
    for door in all {
        match fewer.iter_mut().find(|d| d.plate == door.plate) {
            Some(first) => {
                first.lamp = worse(first.lamp, door.lamp);
                first.is_there &= door.is_there;
                first.services.extend(door.services);
            }
            None => fewer.push(door),
        }
    }
    fewer
}

/// Not before somebody was answered there, where the router was asked and lists nothing.
const fn is_there(row: &ServiceRow) -> bool {
    !matches!(row.router, Listed::NotListed) || matches!(row.verdict, Verdict::Verified | Verdict::Reachable)
}

/// Of two rows behind one door, the lamp that promises less.
fn worse(one: Lamp, other: Lamp) -> Lamp {
    let rank = |lamp: Lamp| match lamp {
        Lamp::Alarm => 0,
        Lamp::Trouble => 1,
        Lamp::Dark => 2,
        Lamp::Locked => 3,
        Lamp::Guests => 4,
        Lamp::Lit => 5,
    };
    if rank(other) < rank(one) { other } else { one }
}

/// The picture of this report, with times on this clock.
pub fn of_report(text: &Text, report: &Report, profile: Option<&Profile>, zone: &TimeZone) -> Picture {
    let address =
        report.office.public_address.map_or_else(|| text.plain("window-picture-no-address"), |a| a.to_string());
    let standing = |code: &str| report.finding(code).is_some_and(|f| f.severity <= Severity::Problem);
    let around = if standing("carrier-shared-address") {
        Around::Tower
    } else if standing("second-router") {
        Around::Building
    } else {
        Around::Nothing
    };
    let around_name = match around {
        Around::Nothing => String::new(),
        Around::Building => text.plain("window-picture-building"),
        Around::Tower => text.plain("window-picture-tower"),
    };
    let bubble = report.walks.last().map_or_else(
        || text.plain("window-picture-not-walked"),
        |w| {
            let at = w.at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
            text.get("window-picture-walked", &[("at".to_owned(), at)].into())
        },
    );
    let phone_system =
        report.office.phone_system.as_ref().map(|p| {
            text.get("window-picture-phone-system-at", &[("address".to_owned(), p.address.to_string())].into())
        });
    let opens_letters = report.finding("sip-rewritten").is_some();
    let mut picture = Picture {
        address,
        doors: doors(text, report, profile),
        cabinets: cabinets(text, report),
        phone_system,
        around,
        around_name,
        bubble,
        walker: if report.walks.is_empty() { Walker::Waiting } else { Walker::Back },
        own_door: text.plain("window-picture-own-door"),
        doorman: opens_letters.then(|| text.plain("window-picture-doorman")),
        said: String::new(),
    };
    picture.said = said(text, report, &picture);
    picture
}

/// The picture that explains what the program does.
pub fn promise(text: &Text) -> Picture {
    let door = |id: &str| {
        let plate = text.plain(&format!("window-plate-{id}"));
        Door { plate, lamp: Lamp::Lit, is_there: true, services: Vec::new() }
    };
    Picture {
        address: text.plain("window-picture-your-address"),
        doors: vec![door("calls"), door("voices"), door("hud")],
        cabinets: Some((Lamp::Locked, text.plain("window-picture-locked"))),
        phone_system: Some(text.plain("window-picture-phone-system")),
        around: Around::Nothing,
        around_name: String::new(),
        bubble: text.plain("window-picture-promise-walker"),
        walker: Walker::Back,
        own_door: text.plain("window-picture-own-door"),
        doorman: None,
        said: text.plain("window-picture-promise"),
    }
}

/// The cabinets as one: the worst of them counts.
fn cabinets(text: &Text, report: &Report) -> Option<(Lamp, String)> {
    let never: Vec<&ServiceRow> = report.services.iter().filter(|r| r.need == Need::Never).collect();
    if never.is_empty() {
        return None;
    }
    let any = |verdict: Verdict| never.iter().any(|r| r.verdict == verdict && !report.lapsed.has(r));
    Some(if any(Verdict::Exposed) {
        (Lamp::Alarm, text.plain("window-picture-open-cabinet"))
    } else if any(Verdict::Shut) {
        (Lamp::Locked, text.plain("window-picture-locked"))
    } else {
        (Lamp::Dark, text.plain("window-picture-cabinets"))
    })
}

/// The same in words.
fn said(text: &Text, report: &Report, picture: &Picture) -> String {
    let building = match report.office.public_address {
        Some(_) => text.get("window-picture-said", &[("address".to_owned(), picture.address.clone())].into()),
        None => text.plain("window-picture-said-nowhere"),
    };
    let mut parts = vec![building];
    parts.extend((!picture.around_name.is_empty()).then(|| picture.around_name.clone()));
    parts.extend(picture.doorman.clone());
    for door in &picture.doors {
        for row in door.services.iter().filter_map(|id| report.service(&id.0)) {
            let verdict = proof::verdict(text, report, row);
            let values = [("plate".to_owned(), door.plate.clone()), ("verdict".to_owned(), verdict)];
            parts.push(text.get("window-picture-door", &values.into()));
        }
    }
    parts.extend(picture.cabinets.as_ref().map(|(_, word)| word.clone()));
    parts.push(picture.bubble.clone());
    parts.join(". ")
}

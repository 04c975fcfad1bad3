//! The picture: it shows what the report says, stays on its sheet, is well-formed as a page's drawing, and hides
//! nothing behind colour alone.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use quick_xml::Reader;
use quick_xml::events::Event;
use separate_entrance::domain::catalog;
use separate_entrance::domain::report::{Report, Severity, TopVerdict};
use separate_entrance::text::street::lamp::Lamp;
use separate_entrance::text::street::marks::{Ink, Mark, Point, Sheet, at};
use separate_entrance::text::street::{self, Around, HEIGHT, Picture, WIDTH, Walker};
use separate_entrance::text::{Text, proof};

use crate::cases::reports;

fn picture(report: &Report) -> Picture {
    let profile = report.answers.system.as_ref().and_then(catalog::profile);
    street::of_report(&Text::new("en"), report, profile, &TimeZone::UTC)
}

/// Every place of a drawing that is not words.
fn places(sheet: &Sheet) -> Vec<Point> {
    let mut all = Vec::new();
    for mark in &sheet.marks {
        match mark {
            Mark::Fade(area, ..) | Mark::Block { area, .. } => all.extend([area.min, area.max]),
            Mark::Shape(points, _) | Mark::Line(points, _) | Mark::Steps(points, _) => all.extend(points),
            Mark::Disc { at, .. } => all.push(*at),
            Mark::Sign(sign) => all.push(sign.at),
        }
    }
    all
}

#[test]
fn every_report_has_a_picture_that_stays_on_its_sheet() {
    let mut around = BTreeSet::new();
    for (name, report) in reports() {
        let picture = picture(&report);
        around.insert(format!("{:?}", picture.around));
        for door in 0..=picture.doors.len() {
            let walker = Walker::AtDoor(f32::from(u16::try_from(door).unwrap()) * 0.9);
            let sheet = Picture { walker, ..picture.clone() }.draw();
            let off = places(&sheet).into_iter().find(|p| {
                p.x < -20.0
                    || p.x > WIDTH + 20.0
                    || p.y < -20.0
                    || p.y > HEIGHT + 1.0
                    || !p.x.is_finite()
                    || !p.y.is_finite()
            });
            assert_eq!(off, None, "{name}");
        }
    }
    let all = [Around::Nothing, Around::Building, Around::Tower].map(|a| format!("{a:?}"));
    assert_eq!(around, all.into(), "each kind of street is drawn by some case");
}

#[test]
fn the_doors_are_those_of_the_report() {
    let mut doormen = 0;
    for (name, report) in reports() {
        let picture = picture(&report);
        let wanted = proof::wanted(&report).count();
        assert!(picture.doors.len() <= wanted, "{name}");
        assert_eq!(picture.doors.is_empty(), wanted == 0, "{name}");
        let exposed = report.services.iter().any(|r| Lamp::of(r.verdict) == Lamp::Alarm);
        let alarm = picture.cabinets.as_ref().is_some_and(|(lamp, _)| *lamp == Lamp::Alarm);
        assert!(
            alarm || !exposed || picture.doors.iter().any(|d| d.lamp == Lamp::Alarm),
            "{name}: what stands open is seen"
        );
        assert_eq!(picture.doorman.is_some(), report.finding("sip-rewritten").is_some(), "{name}");
        doormen += usize::from(picture.doorman.is_some());
        let nowhere = picture.said.contains(&Text::new("en").plain("window-picture-said-nowhere"));
        assert_eq!(nowhere, report.office.public_address.is_none(), "{name}: {}", picture.said);
        assert!(nowhere || picture.said.contains(&picture.address), "{name}");
    }
    assert!(doormen > 0);
}

#[test]
fn doors_of_one_name_become_one_where_there_are_many_and_the_worst_lamp_counts() {
    let (_, report) = reports().into_iter().find(|(_, r)| proof::wanted(r).count() >= 3).unwrap();
    let text = Text::new("en");
    let row = proof::wanted(&report).next().unwrap().clone();
    let mut crowded = report.clone();
    crowded.services.clear();
    for n in 0..8 {
        let verdict = if n == 5 { separate_entrance::domain::report::Verdict::NoAnswer } else { row.verdict };
        crowded.services.push(separate_entrance::domain::report::ServiceRow { verdict, ..row.clone() });
    }
    let doors = street::doors(&text, &crowded, None);
    assert_eq!(doors.len(), 1);
    assert_eq!(doors[0].lamp, Lamp::Trouble);
    assert_eq!(doors[0].services.len(), 8, "every row is still behind its door");
}

#[test]
fn the_walker_stands_to_the_left_of_the_door_that_is_knocked_on() {
    let base = street::promise(&Text::new("en"));
    let head = |walker: Walker| {
        let sheet = Picture { walker, ..base.clone() }.draw();
        let mut heads = sheet.marks.iter().filter_map(|m| {
            let Mark::Disc { at, radius, fill, .. } = m else { return None };
            (fill.ink == Ink::Skin && *radius > 8.0).then_some(at.x)
        });
        heads.next_back().unwrap()
    };
    let stands: Vec<f32> = [0.0, 0.5, 1.0, 2.0, 9.0].map(|n| head(Walker::AtDoor(n))).into();
    assert!(stands.is_sorted(), "{stands:?}");
    assert!(head(Walker::Waiting) < stands[0]);
    assert_eq!(stands[3].to_bits(), stands[4].to_bits(), "there is no door behind the last");
}

/// Elements are closed, and nothing from the network becomes one.
#[test]
fn the_drawing_of_a_page_is_well_formed_whatever_names_say() {
    let text = Text::new("en");
    let hostile = "</text><script>alert(1)</script>&\"'\u{1}\u{7}";
    let mut picture = Picture { doorman: Some(hostile.to_owned()), ..street::promise(&text) };
    picture.address = hostile.to_owned();
    picture.said = hostile.to_owned();
    picture.phone_system = Some(hostile.to_owned());
    for door in &mut picture.doors {
        door.plate = hostile.to_owned();
    }
    let drawing = street::file(&picture);
    let mut reader = Reader::from_str(&drawing);
    let mut elements = BTreeSet::new();
    loop {
        let event = reader.read_event().unwrap();
        if let Event::Start(e) | Event::Empty(e) = &event {
            elements.insert(e.name().as_ref().to_owned());
        }
        if event == Event::Eof {
            break;
        }
    }
    let known =
        ["svg", "title", "style", "defs", "linearGradient", "stop", "clipPath", "rect", "g", "circle", "path", "text"];
    assert_eq!(elements, known.map(str::to_owned).into());
    assert!(!drawing.contains('\u{7}'), "control characters are no part of XML");
}

#[test]
fn every_colour_has_a_name_of_its_own_and_every_lamp_a_shape_of_its_own() {
    let names: BTreeSet<String> = Ink::ALL.map(Ink::name).into();
    assert_eq!(names.len(), Ink::ALL.len());
    let shape = |lamp: Lamp| {
        let mut sheet = Sheet::default();
        lamp.draw(&mut sheet, at(0.0, 0.0), 10.0);
        // The same drawing without its colours.
        let kinds = sheet.marks.iter().map(|m| match m {
            Mark::Shape(points, _) => format!("shape {points:?}"),
            Mark::Line(points, _) => format!("line {points:?}"),
            Mark::Disc { radius, .. } => format!("disc {radius}"),
            Mark::Block { area, .. } => format!("block {area:?}"),
            Mark::Fade(..) | Mark::Steps(..) | Mark::Sign(_) => String::new(),
        });
        kinds.collect::<Vec<_>>().join("; ")
    };
    let shapes: BTreeSet<String> = Lamp::ALL.map(shape).into();
    assert_eq!(shapes.len(), Lamp::ALL.len());
}

#[test]
fn the_lamp_over_everything_is_red_only_where_trouble_was_found() {
    let mut seen = Vec::new();
    for (name, report) in reports() {
        let lamp = proof::top_lamp(&report);
        let trouble = report.findings.iter().any(|f| matches!(f.severity, Severity::Blocker | Severity::Problem));
        assert_eq!(lamp == Lamp::Trouble, trouble && report.verdict == TopVerdict::ActionNeeded, "{name}");
        assert_eq!(lamp == Lamp::Lit, report.verdict == TopVerdict::Ready, "{name}");
        seen.push(lamp);
    }
    assert!([Lamp::Lit, Lamp::Trouble, Lamp::Dark].iter().all(|l| seen.contains(l)));
}

/// Contrast of two colours after WCAG 2.2, from 1 to 21.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let light = |rgb: [u8; 3]| {
        let [r, g, b] = rgb.map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (light(one), light(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn words_in_the_picture_are_read_by_day_and_at_night() {
    for (ink, ground) in
        [(Ink::Text, Ink::Plate), (Ink::Text, Ink::Card), (Ink::Soft, Ink::Wall), (Ink::Text, Ink::Wall)]
    {
        let ((day, night), (day_ground, night_ground)) = (ink.colours(), ground.colours());
        assert!(contrast(day, day_ground) >= 4.5, "{ink:?} on {ground:?}");
        assert!(contrast(night, night_ground) >= 4.5, "{ink:?} on {ground:?} at night");
    }
    // Lamps are signs: 3 to 1 against what is behind them (WCAG 2.2, 1.4.11).
    for (ink, ground) in
        [(Ink::Bad, Ink::Card), (Ink::Good, Ink::Cabinet), (Ink::Accent, Ink::Wall), (Ink::LampInk, Ink::Lamp)]
    {
        let ((day, night), (day_ground, night_ground)) = (ink.colours(), ground.colours());
        assert!(contrast(day, day_ground) >= 3.0, "{ink:?} on {ground:?}");
        assert!(contrast(night, night_ground) >= 3.0, "{ink:?} on {ground:?} at night");
    }
}

/// What the README shows is what the program draws. To write it anew: `WRITE_PICTURE=1 cargo test street`.
#[test]
fn the_readme_shows_the_programs_own_picture() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/icons/street.svg");
    let drawn = street::file(&street::promise(&Text::new("en")));
    if std::env::var_os("WRITE_PICTURE").is_some() {
        std::fs::write(path, &drawn).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == drawn, "assets/icons/street.svg is not what the program draws");
}

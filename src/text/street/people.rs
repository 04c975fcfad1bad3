//! The people in the picture: the walker outside, and the doorman who opens letters.

use super::house::Walls;
use super::marks::{Area, Board, Ink, Mark, Point, Sheet, Sign, at, edge};
use super::{FLOOR, Picture, Walker};

/// What the arms do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Arms {
    Rest,
    Knock,
    Read,
}

fn person(sheet: &mut Sheet, foot: Point, coat: Ink, arms: Arms) {
    for (from, to) in [(-4.0, -6.5), (4.0, 6.5)] {
        sheet.line([foot.by(from, -30.0), foot.by(to, -2.0), foot.by(to + 4.0, -1.5)], edge(Ink::CoatDeep, 5.5));
    }
    let body = [foot.by(-8.5, -58.0), foot.by(8.5, -58.0), foot.by(12.0, -25.0), foot.by(-12.0, -25.0)];
    sheet.shape(body, coat);
    sheet.disc(foot.by(-6.0, -56.0), 4.5, coat);
    sheet.disc(foot.by(6.0, -56.0), 4.5, coat);
    let sleeve = edge(coat, 6.0);
    match arms {
        Arms::Rest => {
            sheet.line([foot.by(-9.0, -55.0), foot.by(-14.0, -36.0)], sleeve);
            sheet.line([foot.by(9.0, -55.0), foot.by(14.0, -36.0)], sleeve);
            sheet.disc(foot.by(-14.5, -33.0), 3.0, Ink::Skin);
            sheet.disc(foot.by(14.5, -33.0), 3.0, Ink::Skin);
        }
        Arms::Knock => {
            sheet.line([foot.by(-9.0, -55.0), foot.by(-13.0, -36.0)], sleeve);
            sheet.line([foot.by(8.0, -55.0), foot.by(17.0, -54.0), foot.by(21.0, -63.0)], sleeve);
            sheet.disc(foot.by(22.0, -66.0), 3.2, Ink::Skin);
        }
        Arms::Read => {
            sheet.line([foot.by(-9.0, -55.0), foot.by(-13.0, -44.0), foot.by(-5.0, -40.0)], sleeve);
            sheet.line([foot.by(9.0, -55.0), foot.by(13.0, -44.0), foot.by(5.0, -40.0)], sleeve);
        }
    }
    sheet.line([foot.by(0.0, -60.0), foot.by(0.0, -62.0)], edge(Ink::Skin, 6.0));
    sheet.disc(foot.by(0.0, -70.0), 9.0, Ink::Skin);
}

/// A scarf and hair make a neighbour of the walker, not a stranger.
pub(super) fn walker(sheet: &mut Sheet, picture: &Picture, walls: &Walls) {
    let home = at(78.0, FLOOR + 15.0);
    let end = walls.street_door.or(walls.doors.last().copied()).unwrap_or(walls.own);
    let foot = match picture.walker {
        Walker::Waiting => home,
        Walker::Back => {
            sheet.marks.push(Mark::Steps(way(home.by(24.0, 3.0), end.by(0.0, 12.0)), Ink::CoatDeep.into()));
            home
        }
        Walker::AtDoor(number) => {
            let door = walls.street_door.unwrap_or_else(|| between(&walls.doors, number).unwrap_or(walls.own));
            let foot = at(door.x - walls.door_width / 2.0 - 21.0, FLOOR + 11.0);
            sheet.marks.push(Mark::Steps(way(home.by(0.0, 3.0), foot.by(-10.0, 3.0)), Ink::CoatDeep.faint(0.7)));
            foot
        }
    };
    let knocking = matches!(picture.walker, Walker::AtDoor(_));
    sheet.shape(shadow(foot), Ink::CoatDeep.faint(0.18));
    person(sheet, foot, Ink::Coat, if knocking { Arms::Knock } else { Arms::Rest });
    hair(sheet, foot);
    sheet.line([foot.by(-6.0, -60.0), foot.by(6.0, -60.0)], edge(Ink::Brass, 4.0));
    sheet.line([foot.by(7.0, -58.0), foot.by(-9.0, -34.0)], edge(Ink::Hair, 1.8));
    sheet.framed(Area::around(foot.by(-11.0, -30.0), 12.0, 11.0), 2.0, Ink::Trunk, edge(Ink::Hair, 1.0));
    if knocking {
        for (x, r) in [(28.0, 5.0), (32.0, 9.0)] {
            sheet.line(arc(foot.by(x - 4.0, -68.0), r), edge(Ink::Brass, 1.8));
        }
    }
    if knocking {
        return;
    }
    sheet.shape([foot.by(-5.0, -91.0), foot.by(5.0, -91.0), foot.by(0.0, -83.0)], Ink::Card);
    sheet.sign(Sign {
        at: foot.by(0.0, -105.0),
        text: picture.bubble.clone(),
        size: 12.5,
        ink: Ink::Text,
        room: 132.0,
        rows: 2,
        board: Board::Bubble,
    });
}

fn hair(sheet: &mut Sheet, foot: Point) {
    let head = foot.by(0.0, -70.0);
    let top: Vec<Point> = (0..=10u8)
        .map(|step| {
            let angle = std::f32::consts::PI * (1.05 + 0.9 * f32::from(step) / 10.0);
            head.by(angle.cos() * 9.6, angle.sin() * 9.6)
        })
        .chain([head.by(6.0, -3.0), head.by(-4.0, -5.5)])
        .collect();
    sheet.shape(top, Ink::Hair);
}

/// He stands between the street and the entrances, with a letter open in his hands.
pub(super) fn doorman(sheet: &mut Sheet, foot: Point, name: &str) {
    sheet.shape(shadow(foot), Ink::CoatDeep.faint(0.18));
    person(sheet, foot, Ink::Uniform, Arms::Read);
    for y in [-52.0, -46.0] {
        sheet.disc(foot.by(0.0, y), 1.4, Ink::Brass);
    }
    let head = foot.by(0.0, -70.0);
    sheet.shape([head.by(-10.0, -4.0), head.by(-8.5, -14.0), head.by(8.5, -14.0), head.by(10.0, -4.0)], Ink::Uniform);
    sheet.line([head.by(-9.5, -4.5), head.by(9.5, -4.5)], edge(Ink::Brass, 2.4));
    sheet.line([head.by(-3.0, -2.0), head.by(12.0, -2.0)], edge(Ink::Hair, 2.2));
    let letter = Area::around(foot.by(0.0, -39.0), 22.0, 14.0);
    sheet.framed(letter, 1.0, Ink::Paper, edge(Ink::Iron, 1.2));
    sheet.line([letter.min, letter.centre().by(0.0, 1.5), at(letter.max.x, letter.min.y)], edge(Ink::Iron, 1.2));
    sheet.line([letter.centre().by(-7.0, 4.5), letter.centre().by(7.0, 4.5)], edge(Ink::Bad, 1.8));
    sheet.sign(Sign {
        at: foot.by(0.0, -97.0),
        text: name.to_owned(),
        size: 12.0,
        ink: Ink::Text,
        room: 104.0,
        rows: 2,
        board: Board::Bubble,
    });
}

fn shadow(foot: Point) -> Vec<Point> {
    (0..18u8)
        .map(|step| {
            let angle = std::f32::consts::TAU * f32::from(step) / 18.0;
            foot.by(angle.cos() * 17.0, angle.sin() * 3.6)
        })
        .collect()
}

fn arc(middle: Point, r: f32) -> Vec<Point> {
    (0..=6u8)
        .map(|step| {
            let angle = -1.1 + 1.5 * f32::from(step) / 6.0;
            middle.by(angle.cos() * r, angle.sin() * r)
        })
        .collect()
}

/// A place among the doors: 1.5 is half-way from the second to the third.
fn between(doors: &[Point], number: f32) -> Option<Point> {
    let mut found = *doors.first()?;
    for (at_door, pair) in doors.windows(2).enumerate() {
        let [from, to] = pair else { continue };
        let share = (number - f32::from(u16::try_from(at_door).unwrap_or(0))).clamp(0.0, 1.0);
        found = at(found.x + (to.x - from.x) * share, found.y);
    }
    Some(found)
}

/// Over the street, in a bow.
fn way(from: Point, to: Point) -> Vec<Point> {
    let low = FLOOR + 44.0;
    let (a, b) = (at(from.x + 60.0, low), at(to.x - 60.0, low));
    (0..=40u8)
        .map(|step| {
            let t = f32::from(step) / 40.0;
            let s = 1.0 - t;
            let mix = |p: f32, q: f32, r: f32, end: f32| {
                s * s * s * p + 3.0 * s * s * t * q + 3.0 * s * t * t * r + t * t * t * end
            };
            at(mix(from.x, a.x, b.x, to.x), mix(from.y, a.y, b.y, to.y))
        })
        .collect()
}

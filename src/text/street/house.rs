//! The building: wall, roof and windows, the owner's own door, an entrance for each service under its lamp, and the
//! cabinets. Around it, where there is one, the second building or the tower.

use super::lamp::Lamp;
use super::marks::{Area, Board, Ink, Mark, Point, Sheet, Sign, Tint, at, edge};
use super::{Around, Door, FLOOR, Picture};

/// Top of the wall.
const WALL_TOP: f32 = 64.0;

/// Where people can stand.
pub(super) struct Walls {
    /// The foot of each entrance.
    pub doors: Vec<Point>,
    /// Width of an entrance.
    pub door_width: f32,
    /// Between the owner's own door and the entrances.
    pub beside: f32,
    /// The door that everybody has to pass first, where there is one.
    pub street_door: Option<Point>,
    /// The owner's own door.
    pub own: Point,
}

pub(super) fn draw(sheet: &mut Sheet, picture: &Picture) -> Walls {
    let (mut left, mut right) = (212.0, 952.0);
    let mut street_door = None;
    if picture.around != Around::Nothing {
        street_door = Some(outer(sheet, picture, left, right));
        (left, right) = (left + 120.0, right - 24.0);
    }
    shell(sheet, left, right);
    let own = at(left + 66.0, FLOOR);
    // The doorman stands in front of these words.
    home_door(sheet, own, if picture.doorman.is_some() { "" } else { &picture.own_door });
    number(sheet, own, &picture.address);
    let cabinet_room = if picture.cabinets.is_some() { 150.0 } else { 20.0 };
    let span = Area::new(left + 134.0, WALL_TOP, right - cabinet_room, FLOOR);
    let (doors, door_width) = entrances(sheet, picture, span);
    windows(sheet, left, right, span.centre().x, picture.phone_system.is_some());
    if let Some((state, words)) = &picture.cabinets {
        cabinets(sheet, at(right - 76.0, FLOOR), *state, words);
    }
    Walls { doors, door_width, beside: left + 122.0, street_door, own }
}

/// Wall and roof.
fn shell(sheet: &mut Sheet, left: f32, right: f32) {
    let chimney = right - 112.0;
    sheet.framed(Area::new(chimney, 16.0, chimney + 26.0, 54.0), 0.0, Ink::Wall, edge(Ink::WallLine, 1.2));
    sheet.block(Area::new(chimney - 4.0, 12.0, chimney + 30.0, 19.0), 2.0, Ink::RoofDeep);
    let (eaves, ridge) = (WALL_TOP + 1.0, 31.0);
    sheet.shape(
        [at(left - 16.0, eaves), at(left + 30.0, ridge), at(right - 30.0, ridge), at(right + 16.0, eaves)],
        Ink::Roof,
    );
    for y in [40.0, 49.0, 58.0] {
        let inset = 46.0 * (eaves - y) / (eaves - ridge) - 16.0;
        sheet.line([at(left + inset + 3.0, y), at(right - inset - 3.0, y)], edge(Ink::RoofDeep.faint(0.55), 1.2));
    }
    sheet.block(Area::new(left + 24.0, ridge - 3.0, right - 24.0, ridge + 2.0), 2.5, Ink::RoofDeep);
    sheet.framed(Area::new(left, WALL_TOP, right, FLOOR), 0.0, Ink::Wall, edge(Ink::WallLine, 1.2));
    sheet.block(Area::new(left, WALL_TOP, right, WALL_TOP + 7.0), 0.0, Ink::Plinth);
    sheet.block(Area::new(left, FLOOR - 12.0, right, FLOOR), 0.0, Ink::Plinth);
    sheet.block(Area::new(left - 9.0, WALL_TOP - 3.0, right + 9.0, WALL_TOP + 3.0), 2.0, Ink::RoofDeep);
}

/// A row of windows under the roof, and among them the sign of the phone system.
fn windows(sheet: &mut Sheet, left: f32, right: f32, sign: f32, found: bool) {
    let mut x = left + 30.0;
    while x < right - 20.0 {
        if !found || (x - sign).abs() > 188.0 {
            window(sheet, Area::around(at(x, 92.0), 26.0, 26.0), Ink::Pane.faint(0.85));
        }
        x += 50.0;
    }
    if found {
        let room = Area::around(at(sign - 145.0, 92.0), 34.0, 30.0);
        window(sheet, room, Ink::Glow.faint(0.75));
        desk_phone(sheet, room.centre().by(0.0, 2.0));
    }
}

fn window(sheet: &mut Sheet, area: Area, pane: impl Into<Tint>) {
    sheet.framed(area, 1.5, Ink::Plate, edge(Ink::WallLine, 1.0));
    let glass = Area::around(area.centre(), area.width() - 6.0, area.height() - 6.0);
    sheet.block(glass, 0.5, Ink::Plate);
    sheet.block(glass, 0.5, pane);
    sheet.line([at(area.centre().x, glass.min.y), at(area.centre().x, glass.max.y)], edge(Ink::Frame, 1.6));
    sheet.block(Area::new(area.min.x - 3.0, area.max.y - 1.0, area.max.x + 3.0, area.max.y + 2.5), 1.0, Ink::WallLine);
}

fn desk_phone(sheet: &mut Sheet, middle: Point) {
    let ink = Ink::LampInk;
    let body = [middle.by(-9.0, 8.0), middle.by(-6.0, -2.0), middle.by(6.0, -2.0), middle.by(9.0, 8.0)];
    sheet.shape(body, ink);
    sheet.line(
        [middle.by(-9.0, -4.0), middle.by(-6.0, -7.0), middle.by(6.0, -7.0), middle.by(9.0, -4.0)],
        edge(ink, 4.0),
    );
    sheet.disc(middle.by(0.0, 3.0), 2.4, Ink::Glow);
}

fn leaf(sheet: &mut Sheet, foot: Point, width: f32, height: f32, wood: Ink, panel: Ink) {
    let frame = Area::new(foot.x - width / 2.0 - 4.5, foot.y - height - 4.5, foot.x + width / 2.0 + 4.5, foot.y);
    sheet.framed(frame, 3.0, Ink::Frame, edge(Ink::WallLine, 1.0));
    let door = Area::new(foot.x - width / 2.0, foot.y - height, foot.x + width / 2.0, foot.y);
    sheet.block(door, 2.0, wood);
    let (side, gap) = (width * 0.15, height * 0.09);
    let middle = door.min.y + height * 0.46;
    sheet.block(Area::new(door.min.x + side, door.min.y + gap, door.max.x - side, middle - 2.0), 2.0, panel);
    sheet.block(Area::new(door.min.x + side, middle + 3.0, door.max.x - side, door.max.y - gap), 2.0, panel);
    sheet.disc(at(door.max.x - side * 0.55, door.centre().y + 3.0), 2.3, Ink::Knob);
    let step = Area::new(frame.min.x - 5.0, foot.y - 3.0, frame.max.x + 5.0, foot.y + 4.0);
    sheet.framed(step, 1.5, Ink::Plinth, edge(Ink::WallLine, 1.0));
}

/// Where an entrance is to be: drawn on the wall with chalk.
fn chalked(sheet: &mut Sheet, foot: Point, width: f32, height: f32) {
    let (left, right, top) = (foot.x - width / 2.0, foot.x + width / 2.0, foot.y - height);
    sheet.block(Area::new(left, top, right, foot.y), 2.0, Ink::Door.faint(0.1));
    let outline = vec![at(left, foot.y - 1.0), at(left, top), at(right, top), at(right, foot.y - 1.0)];
    sheet.marks.push(Mark::Steps(outline, Ink::Accent.into()));
}

/// The owner's own front door, where customers never have to pass.
fn home_door(sheet: &mut Sheet, foot: Point, words: &str) {
    leaf(sheet, foot, 56.0, 92.0, Ink::HomeDoor, Ink::HomePanel);
    let roof = [foot.by(-44.0, -96.0), foot.by(-35.0, -106.0), foot.by(35.0, -106.0), foot.by(44.0, -96.0)];
    sheet.shape(roof, Ink::RoofDeep);
    for side in [-1.0, 1.0] {
        let pot = foot.by(side * 45.0, 0.0);
        sheet.disc(pot.by(0.0, -20.0), 9.5, Ink::LeafDeep);
        sheet.disc(pot.by(-2.0, -23.0), 6.0, Ink::Leaf);
        sheet.shape([pot.by(-7.5, -13.0), pot.by(7.5, -13.0), pot.by(5.5, 2.0), pot.by(-5.5, 2.0)], Ink::HomePanel);
    }
    sheet.sign(Sign {
        at: foot.by(0.0, -116.0),
        text: words.to_owned(),
        size: 11.5,
        ink: Ink::Soft,
        room: 118.0,
        rows: 1,
        board: Board::Wall,
    });
}

/// The street address, as a house wears its number.
fn number(sheet: &mut Sheet, own: Point, address: &str) {
    sheet.sign(Sign {
        at: own.by(0.0, -138.0),
        text: address.to_owned(),
        size: 13.5,
        ink: Ink::Text,
        room: 122.0,
        rows: 1,
        board: Board::Plate,
    });
}

/// All entrances, their lamps wired to the phone system. Gives back where they stand, and how wide one is.
fn entrances(sheet: &mut Sheet, picture: &Picture, span: Area) -> (Vec<Point>, f32) {
    let count = f32::from(u16::try_from(picture.doors.len().max(1)).unwrap_or(u16::MAX));
    let pitch = (span.width() / count).min(138.0);
    let width = (pitch * 0.54).min(56.0);
    let first = span.centre().x - pitch * (count - 1.0) / 2.0;
    let feet: Vec<Point> =
        (0..picture.doors.len()).map(|i| at(first + pitch * f32::from(u16::try_from(i).unwrap_or(0)), FLOOR)).collect();
    if let Some(words) = &picture.phone_system {
        wires(sheet, &feet, span.centre().x);
        let board = Area::around(at(span.centre().x + 14.0, 92.0), 270.0, 28.0);
        sheet.framed(board, 6.0, Ink::Plate, edge(Ink::WallLine, 1.2));
        sheet.sign(Sign {
            at: board.centre(),
            text: words.clone(),
            size: 13.0,
            ink: Ink::Text,
            room: 264.0,
            rows: 1,
            board: Board::Wall,
        });
    }
    for (foot, door) in feet.iter().zip(&picture.doors) {
        entrance(sheet, *foot, width, pitch, door);
    }
    (feet, width)
}

fn wires(sheet: &mut Sheet, feet: &[Point], sign: f32) {
    let line = edge(Ink::Iron.faint(0.55), 1.6);
    let (Some(first), Some(last)) = (feet.first(), feet.last()) else { return };
    sheet.line([at(sign, 106.0), at(sign, 115.0)], line);
    sheet.line([at(first.x.min(sign), 115.0), at(last.x.max(sign), 115.0)], line);
    for foot in feet {
        sheet.line([at(foot.x, 115.0), at(foot.x, 124.0)], line);
    }
}

fn entrance(sheet: &mut Sheet, foot: Point, width: f32, pitch: f32, door: &Door) {
    let lamp = foot.by(0.0, -131.0);
    if door.lamp == Lamp::Lit {
        let (wide, high) = (width / 2.0 + 15.0, foot.y + 4.0);
        let cone = [lamp.by(-7.0, 4.0), lamp.by(7.0, 4.0), at(foot.x + wide, high), at(foot.x - wide, high)];
        sheet.shape(cone, Ink::Glow.faint(0.13));
        sheet.shape(oval(foot.by(0.0, 8.0), wide + 4.0, 7.0), Ink::Glow.faint(0.42));
    }
    if door.is_there {
        leaf(sheet, foot, width, 84.0, Ink::Door, Ink::Panel);
    } else {
        chalked(sheet, foot, width, 84.0);
    }
    // The lantern: a hood over the lamp.
    sheet.shape([lamp.by(-15.0, -7.0), lamp.by(-5.0, -15.0), lamp.by(5.0, -15.0), lamp.by(15.0, -7.0)], Ink::Iron);
    door.lamp.draw(sheet, lamp.by(0.0, 6.0), 15.0);
    sheet.sign(Sign {
        at: foot.by(0.0, -99.5),
        text: door.plate.clone(),
        size: 13.0,
        ink: Ink::Text,
        room: pitch - 8.0,
        rows: 1,
        board: Board::Plate,
    });
    if door.lamp == Lamp::Guests {
        guest_list(sheet, foot.by(width / 2.0 + 14.0, -44.0));
    }
}

/// A clipboard with names beside the door.
fn guest_list(sheet: &mut Sheet, middle: Point) {
    sheet.framed(Area::around(middle, 17.0, 24.0), 2.0, Ink::Paper, edge(Ink::Iron, 1.4));
    sheet.block(Area::around(middle.by(0.0, -12.0), 8.0, 4.0), 1.0, Ink::Iron);
    for y in [-5.0, 0.0, 5.0] {
        sheet.line([middle.by(-5.0, y), middle.by(5.0, y)], edge(Ink::Accent, 1.3));
    }
}

fn oval(middle: Point, across: f32, down: f32) -> Vec<Point> {
    (0..24u8)
        .map(|step| {
            let angle = std::f32::consts::TAU * f32::from(step) / 24.0;
            middle.by(angle.cos() * across, angle.sin() * down)
        })
        .collect()
}

fn cabinets(sheet: &mut Sheet, foot: Point, state: Lamp, words: &str) {
    for side in [-27.5, 27.5] {
        let body = Area::new(foot.x + side - 25.0, foot.y - 90.0, foot.x + side + 25.0, foot.y - 3.0);
        sheet.framed(body, 3.0, Ink::Cabinet, edge(Ink::CabinetLine, 1.3));
        for y in [8.0, 13.0, 18.0] {
            let vent = [at(body.centre().x - 9.0, body.min.y + y), at(body.centre().x + 9.0, body.min.y + y)];
            sheet.line(vent, edge(Ink::CabinetLine, 1.4));
        }
        sheet.block(
            Area::new(body.min.x + 4.0, body.max.y, body.min.x + 10.0, body.max.y + 4.0),
            0.0,
            Ink::CabinetLine,
        );
        sheet.block(
            Area::new(body.max.x - 10.0, body.max.y, body.max.x - 4.0, body.max.y + 4.0),
            0.0,
            Ink::CabinetLine,
        );
        state.draw(sheet, body.centre().by(0.0, 6.0), 12.0);
    }
    sheet.sign(Sign {
        at: foot.by(0.0, -108.0),
        text: words.to_owned(),
        size: 12.5,
        ink: Ink::Text,
        room: 128.0,
        rows: 1,
        board: Board::Plate,
    });
}

/// What stands around the building, with the one door that everybody has to pass. Gives back that door's foot.
fn outer(sheet: &mut Sheet, picture: &Picture, left: f32, right: f32) -> Point {
    let top = if picture.around == Around::Tower { -6.0 } else { 14.0 };
    let wall = Area::new(left - 4.0, top, right + 12.0, FLOOR);
    sheet.framed(wall, 2.0, Ink::Other, edge(Ink::OtherLine, 1.5));
    if picture.around == Around::Building {
        sheet.block(Area::new(wall.min.x - 6.0, top - 8.0, wall.max.x + 6.0, top + 4.0), 2.0, Ink::OtherLine);
    }
    let mut y = top + 14.0;
    while y < 150.0 {
        let mut x = wall.min.x + 14.0;
        while x < wall.max.x - 20.0 {
            // Beside the house, and above its roof.
            if x < wall.min.x + 96.0 || y < 10.0 {
                sheet.block(Area::new(x, y, x + 15.0, y + 11.0), 1.0, Ink::OtherPane);
            }
            x += 28.0;
        }
        y += 22.0;
    }
    let foot = at(wall.min.x + 56.0, FLOOR);
    leaf(sheet, foot, 46.0, 72.0, Ink::CabinetLine, Ink::Cabinet);
    Lamp::Trouble.draw(sheet, foot.by(0.0, -40.0), 12.0);
    sheet.sign(Sign {
        at: foot.by(0.0, -92.0),
        text: picture.around_name.clone(),
        size: 12.5,
        ink: Ink::Text,
        room: 112.0,
        rows: 2,
        board: Board::Plate,
    });
    foot
}

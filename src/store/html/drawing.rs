//! How the picture of a report is drawn, shape by shape. What is drawn is decided in `picture`; colours come from the
//! page's style.

use super::Lamp;
use super::markup::Markup;
use super::picture::{Around, Picture};

/// Size of the drawing, in its own units.
pub(super) const WIDTH: f32 = 980.0;
pub(super) const HEIGHT: f32 = 330.0;
/// Where feet stand.
const FLOOR: f32 = 272.0;
/// Letters of the drawing are about this wide for each unit of their size.
const LETTER: f32 = 0.57;
/// More doors than this have their plates in two rows.
const ONE_ROW: usize = 4;

/// A box, by its corners and its look.
#[derive(Clone, Copy)]
struct Box2 {
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Box2 {
    fn draw(self, m: &mut Markup, class: &str, radius: f32) {
        let (width, height) = (self.right - self.left, self.bottom - self.top);
        m.shape(
            "rect",
            &[
                ("class", &class),
                ("x", &self.left),
                ("y", &self.top),
                ("width", &width),
                ("height", &height),
                ("rx", &radius),
            ],
        );
    }

    fn middle(self) -> f32 {
        f32::midpoint(self.left, self.right)
    }
}

pub(super) fn draw(m: &mut Markup, picture: &Picture) {
    ground(m);
    let mut house = Box2 { left: 232.0, top: 62.0, right: 950.0, bottom: FLOOR };
    if picture.around != Around::Nothing {
        house = around(m, picture, house);
    }
    Box2 { ..house }.draw(m, "wall", 0.0);
    Box2 { top: FLOOR - 12.0, ..house }.draw(m, "plinth", 0.0);
    Box2 { left: house.left - 11.0, right: house.right + 11.0, top: house.top - 14.0, bottom: house.top + 3.0 }
        .draw(m, "roof", 3.0);
    let target = doors(m, picture, house);
    walker(m, picture, target);
}

/// Sky, far roofs, pavement and road: quiet, and always the same.
fn ground(m: &mut Markup) {
    Box2 { left: 0.0, top: 0.0, right: WIDTH, bottom: HEIGHT }.draw(m, "sky", 0.0);
    let mut left = -20.0;
    for height in [64.0, 92.0, 48.0, 76.0, 110.0, 58.0, 84.0, 66.0, 100.0, 54.0, 72.0, 90.0_f32] {
        Box2 { left, top: FLOOR - height, right: left + 62.0, bottom: FLOOR }.draw(m, "far", 2.0);
        left += 88.0;
    }
    Box2 { left: 0.0, top: FLOOR, right: WIDTH, bottom: HEIGHT }.draw(m, "road", 0.0);
    Box2 { left: 0.0, top: FLOOR, right: WIDTH, bottom: FLOOR + 6.0 }.draw(m, "kerb", 0.0);
    m.shape("path", &[("class", &"dashes"), ("d", &format!("M10 {0}H{WIDTH}", FLOOR + 33.0))]);
}

/// A second building or a tower around ours; gives back the room that is left for ours.
fn around(m: &mut Markup, picture: &Picture, house: Box2) -> Box2 {
    let top = if picture.around == Around::Tower { 8.0 } else { 30.0 };
    let outer = Box2 { top, ..house };
    outer.draw(m, "other", 3.0);
    if picture.around == Around::Tower {
        for row in [20.0, 38.0_f32] {
            let mut left = outer.left + 14.0;
            while left < outer.right - 20.0 {
                Box2 { left, top: row, right: left + 14.0, bottom: row + 9.0 }.draw(m, "pane", 1.0);
                left += 30.0;
            }
        }
    }
    let at = outer.left + 62.0;
    door(m, at, (46.0, 78.0), "home", "home-panel");
    lamp(m, at, FLOOR - 40.0, 12.0, Lamp::Trouble);
    plate(m, at, FLOOR - 94.0, &picture.around_name, 122.0);
    Box2 { left: outer.left + 132.0, top: house.top + 14.0, right: outer.right - 27.0, bottom: house.bottom }
}

/// Plates, doors, cabinets, the phone system; gives back where the walker's way ends.
fn doors(m: &mut Markup, picture: &Picture, house: Box2) -> f32 {
    let own = house.left + 70.0;
    plate(m, own, house.top + 26.0, &picture.address, 132.0);
    door(m, own, (58.0, 100.0), "home", "home-panel");
    words(m, own, FLOOR - 108.0, "small", &picture.own_door, 128.0, 12.0);

    let right = if picture.cabinets.is_some() { house.right - 146.0 } else { house.right - 12.0 };
    let room = Box2 { left: house.left + 140.0, right, ..house };
    let count = picture.doors.len();
    let pitch = ((room.right - room.left) / measure(count.max(1))).min(148.0);
    let first = room.middle() - pitch * (measure(count.max(1)) - 1.0) / 2.0;
    let size = ((pitch * 0.6).min(56.0), 94.0);
    let two_rows = count > ONE_ROW;
    if let Some(system) = &picture.phone_system {
        let half = (wide(system, 13.0) / 2.0 + 14.0).clamp(96.0, (room.right - room.left) / 2.0);
        for at in 0..count {
            let x = first + pitch * measure(at);
            let from = x.clamp(room.middle() - half + 12.0, room.middle() + half - 12.0);
            let line = format!("M{from} {0}L{x} {1}", house.top + 38.0, FLOOR - size.1 - 4.0);
            m.shape("path", &[("class", &"wire"), ("d", &line)]);
        }
        let desk = Box2 {
            left: room.middle() - half,
            right: room.middle() + half,
            top: house.top + 12.0,
            bottom: house.top + 40.0,
        };
        desk.draw(m, "plate", 6.0);
        words(m, room.middle(), house.top + 30.5, "name", system, 2.0 * half - 12.0, 13.0);
    }
    let mut target = own;
    for (at, entrance) in picture.doors.iter().enumerate() {
        target = first + pitch * measure(at);
        if entrance.lamp == Lamp::Lit {
            // Light fades with distance: three rings over each other.
            for reach in [66.0, 50.0, 35.0] {
                let middle = FLOOR - size.1 * 0.55;
                m.shape("circle", &[("class", &"glow"), ("cx", &target), ("cy", &middle), ("r", &reach)]);
            }
        }
        door(m, target, size, "door", "panel");
        lamp(m, target, FLOOR - size.1 * 0.5, 14.0_f32.min(size.0 * 0.42), entrance.lamp);
        let raised = if two_rows && at % 2 == 1 { 27.0 } else { 0.0 };
        let plate_room = if two_rows { pitch * 2.0 - 10.0 } else { pitch - 8.0 };
        plate(m, target, FLOOR - size.1 - 14.0 - raised, &entrance.plate, plate_room.max(44.0));
    }
    if let Some((state, said)) = &picture.cabinets {
        let foot = house.right - 74.0;
        let body = Box2 { left: foot - 54.0, right: foot + 54.0, top: FLOOR - 84.0, bottom: FLOOR - 4.0 };
        body.draw(m, "cabinet", 3.0);
        m.shape("path", &[("class", &"edge"), ("d", &format!("M{foot} {0}V{1}", body.top, body.bottom))]);
        lamp(m, foot - 27.0, FLOOR - 44.0, 11.0, *state);
        lamp(m, foot + 27.0, FLOOR - 44.0, 11.0, *state);
        words(m, foot, FLOOR - 94.0, "small", said, 136.0, 12.0);
    }
    if picture.around == Around::Nothing { target } else { house.left - 70.0 }
}

fn door(m: &mut Markup, foot: f32, (width, height): (f32, f32), wood: &str, panel: &str) {
    let leaf = Box2 { left: foot - width / 2.0, right: foot + width / 2.0, top: FLOOR - height, bottom: FLOOR };
    leaf.draw(m, wood, 3.0);
    let (inset, edge) = (width * 0.14, height * 0.08);
    let inner = Box2 { left: leaf.left + inset, right: leaf.right - inset, top: leaf.top + edge, bottom: FLOOR - edge };
    let middle = inner.top + (inner.bottom - inner.top) * 0.46;
    Box2 { bottom: middle - 2.0, ..inner }.draw(m, panel, 2.0);
    Box2 { top: middle + 2.0, ..inner }.draw(m, panel, 2.0);
    m.shape(
        "circle",
        &[("class", &"knob"), ("cx", &(leaf.right - inset * 0.6)), ("cy", &(FLOOR - height / 2.0)), ("r", &2.2)],
    );
}

/// The visitor, and the way walked if one was.
fn walker(m: &mut Markup, picture: &Picture, target: f32) {
    let foot = FLOOR + 16.0;
    if picture.walked {
        let (low, end) = (FLOOR + 50.0, FLOOR + 9.0);
        let way = format!("M104 {foot}C180 {low} {0} {low} {target} {end}", (target - 80.0).max(180.0));
        m.shape("path", &[("class", &"way"), ("d", &way)]);
    }
    m.shape("circle", &[("class", &"walker"), ("cx", &80), ("cy", &(foot - 84.0)), ("r", &12)]);
    Box2 { left: 69.0, right: 91.0, top: foot - 69.0, bottom: foot - 31.0 }.draw(m, "walker", 10.0);
    let limbs = format!("M76 {0}L66 {foot}M84 {0}L93 {foot}M73 {1}L56 {2}", foot - 36.0, foot - 60.0, foot - 45.0);
    m.shape("path", &[("class", &"limb"), ("d", &limbs)]);
    let lines = in_two(&picture.bubble, 168.0, 13.0);
    let widest = lines.iter().map(|l| wide(l, 13.0)).fold(0.0, f32::max);
    let half = (widest / 2.0 + 13.0).max(52.0);
    let middle = (half + 10.0).max(80.0);
    let height = if lines.len() > 1 { 42.0 } else { 27.0 };
    let bottom = foot - 106.0;
    Box2 { left: middle - half, right: middle + half, top: bottom - height, bottom }.draw(m, "bubble", 8.0);
    for (at, line) in lines.iter().rev().enumerate() {
        words(m, middle, bottom - 9.0 - 16.0 * measure(at), "name", line, 200.0, 13.0);
    }
}

/// A lamp: a shape for each state, the same as in the window.
pub(super) fn lamp(m: &mut Markup, x: f32, y: f32, size: f32, lamp: Lamp) {
    let place = format!("translate({x} {y}) scale({})", size / 10.0);
    m.element("g", &[("class", &format!("lamp {}", lamp.class())), ("transform", &place)], |m| match lamp {
        Lamp::Lit => {
            m.shape("circle", &[("class", &"disc"), ("r", &8.2)]);
            m.shape("path", &[("class", &"ink"), ("d", &"M-3.6 .4L-.8 3.2L4 -2.8")]);
        }
        Lamp::Locked => {
            m.shape("path", &[("class", &"shackle"), ("d", &"M-4.2 -2.2V-4.6A4.2 4.6 0 0 1 4.2 -4.6V-2.2")]);
            m.shape(
                "rect",
                &[("class", &"disc"), ("x", &-6.5), ("y", &-2.4), ("width", &13), ("height", &10.4), ("rx", &1.8)],
            );
        }
        Lamp::Guests => {
            m.shape("rect", &[("class", &"disc"), ("x", &-7), ("y", &-8), ("width", &14), ("height", &16), ("rx", &2)]);
            m.shape("path", &[("class", &"ink"), ("d", &"M-4 -3.6H4M-4 0H4M-4 3.6H1")]);
        }
        Lamp::Trouble => {
            m.shape("circle", &[("class", &"disc"), ("r", &8.2)]);
            m.shape("path", &[("class", &"ink"), ("d", &"M-3 -3L3 3M3 -3L-3 3")]);
        }
        Lamp::Alarm => {
            m.shape("path", &[("class", &"disc"), ("d", &"M0 -9.2L9.6 7.5H-9.6Z")]);
            m.shape("path", &[("class", &"ink"), ("d", &"M0 -3.4V2.2M0 4.7V5")]);
        }
        Lamp::Dark => {
            m.shape("circle", &[("class", &"disc"), ("r", &8.2)]);
            m.shape("path", &[("class", &"ink"), ("d", &"M-3 0H3")]);
        }
    });
}

/// A name on a plate, its middle at `x`.
fn plate(m: &mut Markup, x: f32, y: f32, name: &str, room: f32) {
    let half = (wide(&fitted(name, room - 14.0, 13.0), 13.0) + 16.0).min(room) / 2.0;
    Box2 { left: x - half, right: x + half, top: y - 11.0, bottom: y + 11.0 }.draw(m, "plate", 4.0);
    words(m, x, y + 4.5, "name", name, room - 14.0, 13.0);
}

fn words(m: &mut Markup, x: f32, y: f32, class: &str, name: &str, room: f32, points: f32) {
    let shown = fitted(name, room, points);
    m.element("text", &[("class", &class), ("x", &x), ("y", &y)], |m| {
        if shown != name {
            m.words("title", &[], name);
        }
        m.text(&shown);
    });
}

/// One line, cut with an ellipsis where there is no room for all of it.
fn fitted(name: &str, room: f32, points: f32) -> String {
    let fits = name.chars().scan(0.0, |used, c| {
        *used += letter_width(c) * points;
        Some(*used)
    });
    let short = room - points * LETTER;
    let (mut whole, mut kept) = (true, 0);
    for (at, used) in fits.enumerate() {
        if used <= short {
            kept = at + 1;
        }
        whole &= used <= room;
    }
    if whole {
        return name.to_owned();
    }
    let cut: String = name.chars().take(kept).collect();
    format!("{}…", cut.trim_end())
}

/// Broken at the blank nearest to the middle, where one line is too long.
fn in_two(name: &str, room: f32, points: f32) -> Vec<String> {
    if wide(name, points) <= room {
        return vec![name.to_owned()];
    }
    let middle = name.len() / 2;
    match name.char_indices().filter(|(_, c)| *c == ' ').min_by_key(|(at, _)| at.abs_diff(middle)) {
        Some((at, _)) => {
            let (first, second) = name.split_at(at);
            vec![first.to_owned(), second.trim_start().to_owned()]
        }
        None => vec![name.to_owned()],
    }
}

fn wide(name: &str, points: f32) -> f32 {
    name.chars().map(letter_width).sum::<f32>() * points
}

/// Nobody knows the reader's fonts, so this errs towards too wide.
fn letter_width(c: char) -> f32 {
    match c {
        'i' | 'l' | 'j' | 't' | 'f' | 'I' | '.' | ',' | ':' | ' ' | '!' | '\'' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.88,
        c if c.is_uppercase() => 0.7,
        _ => LETTER,
    }
}

/// A small count as a measure.
fn measure(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::MAX, f32::from)
}

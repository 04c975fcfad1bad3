//! What lies behind everything: sky, roofs far away, trees, pavement and road. Always the same, and quiet.

use super::marks::{Area, Ink, Mark, Point, Sheet, at, edge};
use super::{FLOOR, HEIGHT, WIDTH};

pub(super) fn draw(sheet: &mut Sheet) {
    sheet.marks.push(Mark::Fade(Area::new(0.0, 0.0, WIDTH, FLOOR), Ink::SkyHigh, Ink::SkyLow));
    for (x, y, size) in STARS {
        sheet.disc(at(x, y), size, Ink::Star.faint(0.8));
    }
    sheet.disc(at(66.0, 52.0), 31.0, Ink::Sun.faint(0.16));
    sheet.disc(at(66.0, 52.0), 21.0, Ink::Sun);
    far(sheet);
    hedge(sheet);
    sheet.block(Area::new(0.0, FLOOR, WIDTH, FLOOR + 18.0), 0.0, Ink::Pavement);
    let mut x = 24.0;
    while x < WIDTH {
        let joint = [at(x, FLOOR), at(x - 10.0, FLOOR + 18.0)];
        sheet.line(joint, edge(Ink::Kerb.faint(0.6), 1.0));
        x += 56.0;
    }
    sheet.block(Area::new(0.0, FLOOR + 17.0, WIDTH, FLOOR + 22.0), 0.0, Ink::Kerb);
    sheet.block(Area::new(0.0, FLOOR + 22.0, WIDTH, HEIGHT), 0.0, Ink::Road);
    let mut x = 14.0;
    while x < WIDTH {
        sheet.block(Area::new(x, FLOOR + 41.0, x + 34.0, FLOOR + 44.5), 1.5, Ink::Dash);
        x += 68.0;
    }
}

/// Seen at night only: by day they have the colour of the sky.
const STARS: [(f32, f32, f32); 9] = [
    (22.0, 22.0, 1.2),
    (118.0, 30.0, 1.0),
    (158.0, 66.0, 1.3),
    (196.0, 20.0, 1.1),
    (318.0, 14.0, 1.2),
    (470.0, 22.0, 1.0),
    (612.0, 12.0, 1.3),
    (790.0, 18.0, 1.0),
    (940.0, 26.0, 1.2),
];

/// Roofs far away: width, height of the wall, and height of the gable.
fn far(sheet: &mut Sheet) {
    let houses = [(58.0, 66.0, 22.0), (44.0, 104.0, 0.0), (62.0, 78.0, 18.0), (40.0, 128.0, 0.0), (56.0, 58.0, 20.0)];
    let mut left = -12.0;
    for (width, wall, gable) in houses {
        let top = FLOOR - wall;
        sheet.block(Area::new(left, top, left + width, FLOOR), 0.0, Ink::Far);
        if gable > 0.0 {
            let roof = [at(left - 4.0, top), at(left + width / 2.0, top - gable), at(left + width + 4.0, top)];
            sheet.shape(roof, Ink::Far);
        }
        left += width + 4.0;
    }
}

/// A tree and bushes between the street and the building.
fn hedge(sheet: &mut Sheet) {
    let foot = at(176.0, FLOOR);
    let trunk = [foot.by(-3.5, 0.0), foot.by(-2.0, -52.0), foot.by(2.0, -52.0), foot.by(3.5, 0.0)];
    sheet.shape(trunk, Ink::Trunk);
    crown(sheet, foot.by(0.0, -78.0));
    for (x, r) in [(140.0, 11.0), (157.0, 14.0), (198.0, 13.0)] {
        sheet.disc(at(x, FLOOR - r * 0.55), r, Ink::LeafDeep);
    }
    sheet.disc(at(147.0, FLOOR - 4.0), 9.0, Ink::Leaf);
}

fn crown(sheet: &mut Sheet, middle: Point) {
    for (x, y, r, ink) in [
        (-13.0, 10.0, 16.0, Ink::LeafDeep),
        (13.0, 8.0, 17.0, Ink::LeafDeep),
        (0.0, -8.0, 21.0, Ink::LeafDeep),
        (-5.0, -10.0, 15.0, Ink::Leaf),
        (-11.0, 6.0, 11.0, Ink::Leaf),
    ] {
        sheet.disc(middle.by(x, y), r, ink);
    }
}

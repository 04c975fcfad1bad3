//! The lamp over an entrance: a shape and a colour for each state. A word stands beside it wherever it is shown.

use super::marks::{Area, Ink, Point, Sheet, at, edge};
use crate::domain::probe::Outcome;
use crate::domain::report::{TopVerdict, Verdict};

/// What a lamp shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lamp {
    /// Lit: the right machine answered.
    Lit,
    /// Locked, as it should be.
    Locked,
    /// A guest list stands at the door.
    Guests,
    /// Not as wished.
    Trouble,
    /// Open where it must be shut.
    Alarm,
    /// Nobody looked.
    Dark,
}

impl Lamp {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Lit, Self::Locked, Self::Guests, Self::Trouble, Self::Alarm, Self::Dark];

    /// For a verdict.
    pub const fn of(verdict: Verdict) -> Self {
        match verdict {
            Verdict::Verified | Verdict::Reachable => Self::Lit,
            Verdict::Shut => Self::Locked,
            Verdict::Guarded => Self::Guests,
            Verdict::WrongHost | Verdict::NothingListening | Verdict::NoAnswer | Verdict::Blocked => Self::Trouble,
            Verdict::Exposed => Self::Alarm,
            Verdict::NotChecked => Self::Dark,
        }
    }

    /// For a whole check: trouble only where some was found, and not where something is only unproved.
    pub const fn of_check(verdict: TopVerdict, has_trouble: bool) -> Self {
        match verdict {
            TopVerdict::Ready => Self::Lit,
            TopVerdict::ActionNeeded if has_trouble => Self::Trouble,
            TopVerdict::ActionNeeded | TopVerdict::CouldNotCheck => Self::Dark,
        }
    }

    /// For a question asked inside.
    pub const fn of_outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Answered => Self::Lit,
            Outcome::Refused | Outcome::Silent | Outcome::Unreachable => Self::Trouble,
            Outcome::Failed | Outcome::NotChecked => Self::Dark,
        }
    }

    /// Draws it around `middle`.
    pub fn draw(self, sheet: &mut Sheet, middle: Point, r: f32) {
        let thick = (r * 0.2).max(1.4);
        let to = |x: f32, y: f32| middle.by(x * r, y * r);
        match self {
            Self::Lit => {
                sheet.disc(middle, r * 1.35, Ink::Glow.faint(0.3));
                sheet.ring(middle, r * 0.82, Ink::Lamp, edge(Ink::LampRim, thick * 0.8));
                sheet.line([to(-0.36, 0.04), to(-0.08, 0.32), to(0.40, -0.28)], edge(Ink::LampInk, thick));
            }
            Self::Locked => padlock(sheet, middle, r),
            Self::Guests => {
                sheet.framed(Area::around(middle, 1.35 * r, 1.7 * r), r * 0.18, Ink::Card, edge(Ink::Accent, thick));
                sheet.block(Area::around(to(0.0, -0.85), 0.7 * r, 0.36 * r), r * 0.1, Ink::Accent);
                for y in [-0.3, 0.08, 0.46] {
                    sheet.line([to(-0.36, y), to(0.36, y)], edge(Ink::Accent, thick * 0.8));
                }
            }
            Self::Trouble => {
                sheet.ring(middle, r * 0.82, Ink::Card, edge(Ink::Bad, thick));
                sheet.line([to(-0.3, -0.3), to(0.3, 0.3)], edge(Ink::Bad, thick));
                sheet.line([to(0.3, -0.3), to(-0.3, 0.3)], edge(Ink::Bad, thick));
            }
            Self::Alarm => {
                sheet.shape([to(0.0, -0.95), to(0.98, 0.75), to(-0.98, 0.75)], Ink::Bad);
                sheet.line([to(0.0, -0.35), to(0.0, 0.22)], edge(Ink::Card, thick));
                sheet.disc(to(0.0, 0.5), thick * 0.62, Ink::Card);
            }
            Self::Dark => {
                sheet.ring(middle, r * 0.82, Ink::Idle, edge(Ink::Soft, thick * 0.8));
                sheet.line([to(-0.3, 0.0), to(0.3, 0.0)], edge(Ink::Soft, thick));
            }
        }
    }
}

fn padlock(sheet: &mut Sheet, middle: Point, r: f32) {
    let body = Area::around(middle.by(0.0, 0.28 * r), 1.3 * r, r);
    sheet.block(body, r * 0.18, Ink::Good);
    let top = at(middle.x, body.min.y);
    let bow: Vec<Point> = (0..=12u8)
        .map(|step| {
            let angle = std::f32::consts::PI * (1.0 + f32::from(step) / 12.0);
            top.by(angle.cos() * r * 0.42, angle.sin() * 1.15 * r * 0.42)
        })
        .collect();
    sheet.line(bow, edge(Ink::Good, (r * 0.2).max(1.4)));
    sheet.disc(body.centre(), r * 0.13, Ink::Card);
}

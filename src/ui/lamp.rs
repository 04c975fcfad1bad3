//! The lamp over an entrance: a shape and a colour for each state. The word stands beside it, never the colour alone.

use egui::{Painter, Pos2, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::theme::{Palette, palette};
use crate::domain::probe::Outcome;
use crate::domain::report::Verdict;

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

    /// For a question asked inside.
    pub const fn of_outcome(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Answered => Self::Lit,
            Outcome::Refused | Outcome::Silent | Outcome::Unreachable => Self::Trouble,
            Outcome::Failed | Outcome::NotChecked => Self::Dark,
        }
    }
}

/// Puts a lamp into a line. `word` is what it says to those who do not see it.
pub fn lamp_ui(ui: &mut Ui, lamp: Lamp, word: &str) {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, word));
    paint(ui.painter(), rect.center(), 10.0, lamp, palette(ui));
}

/// Draws a lamp around `at`.
pub fn paint(painter: &Painter, at: Pos2, radius: f32, lamp: Lamp, colours: &Palette) {
    let r = radius;
    let thick = (r * 0.2).max(1.4);
    match lamp {
        Lamp::Lit => {
            painter.circle_filled(at, r * 1.35, colours.lamp.gamma_multiply(0.22));
            painter.circle(at, r * 0.82, colours.lamp, Stroke::new(thick * 0.8, colours.lamp_rim));
            let ink = Stroke::new(thick, dark_ink());
            painter.line_segment([at + vec2(-0.36, 0.04) * r, at + vec2(-0.08, 0.32) * r], ink);
            painter.line_segment([at + vec2(-0.08, 0.32) * r, at + vec2(0.40, -0.28) * r], ink);
        }
        Lamp::Locked | Lamp::Guests => {
            let colour = if lamp == Lamp::Locked { colours.good } else { colours.accent };
            padlock(painter, at, r, colour);
        }
        Lamp::Trouble => {
            painter.circle(at, r * 0.82, colours.card, Stroke::new(thick, colours.bad));
            let ink = Stroke::new(thick, colours.bad);
            painter.line_segment([at + vec2(-0.3, -0.3) * r, at + vec2(0.3, 0.3) * r], ink);
            painter.line_segment([at + vec2(0.3, -0.3) * r, at + vec2(-0.3, 0.3) * r], ink);
        }
        Lamp::Alarm => {
            let points = vec![at + vec2(0.0, -0.95) * r, at + vec2(0.98, 0.75) * r, at + vec2(-0.98, 0.75) * r];
            painter.add(egui::Shape::convex_polygon(points, colours.bad, Stroke::NONE));
            painter
                .line_segment([at + vec2(0.0, -0.35) * r, at + vec2(0.0, 0.22) * r], Stroke::new(thick, colours.card));
            painter.circle_filled(at + vec2(0.0, 0.5) * r, thick * 0.62, colours.card);
        }
        Lamp::Dark => {
            painter.circle(at, r * 0.82, colours.rail, Stroke::new(thick * 0.8, colours.soft));
            painter.line_segment([at + vec2(-0.3, 0.0) * r, at + vec2(0.3, 0.0) * r], Stroke::new(thick, colours.soft));
        }
    }
}

/// Ink on the lit lamp, in both looks.
fn dark_ink() -> egui::Color32 {
    super::theme::LAMP_INK
}

/// A padlock around `at`.
pub fn padlock(painter: &Painter, at: Pos2, r: f32, colour: egui::Color32) {
    let body = egui::Rect::from_center_size(at + vec2(0.0, 0.28) * r, vec2(1.3, 1.0) * r);
    painter.rect_filled(body, r * 0.18, colour);
    let top = pos2(at.x, body.top());
    let arc: Vec<Pos2> = (0..=12u8)
        .map(|i| {
            let angle = std::f32::consts::PI * (1.0 + f32::from(i) / 12.0);
            top + vec2(angle.cos(), angle.sin() * 1.15) * (r * 0.42)
        })
        .collect();
    painter.line(arc, Stroke::new((r * 0.2).max(1.4), colour));
}

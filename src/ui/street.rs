//! Paints the picture. What is drawn, and where, stands in `text::street`; here shapes become pixels, and words are cut
//! to what their board can hold.

use std::sync::Arc;

use egui::epaint::{Mesh, PathStroke};
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Color32, FontFamily, FontId, Galley, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::theme::{self, CARD_RADIUS, palette};
use crate::text::street::marks::{Board, Edge, Ink, Mark, Point, Sign, Tint};
use crate::text::street::{DOORS, HEIGHT, Picture, WIDTH};

/// The smallest letters that are still read with ease, in points.
const SMALLEST: f32 = 11.0;

/// Below this many points for one unit most boards hold no whole word.
const LEGIBLE: f32 = 0.5;
/// From the middle of a bubble down to its lower edge, with two lines in it, in units of the drawing.
const BUBBLE: f32 = 21.0;

/// From the drawing's units to the window's points.
pub(super) struct Canvas<'u> {
    pub painter: Painter,
    /// Upper left corner of the drawing.
    pub from: Pos2,
    /// Points for one unit.
    pub unit: f32,
    pub ui: &'u Ui,
}

pub(super) fn draw(ui: &mut Ui, picture: &Picture) {
    draw_part(ui, picture, (0.0, HEIGHT));
}

/// Only the doors, where a screen needs its room for other things.
pub(super) fn draw_doors(ui: &mut Ui, picture: &Picture) {
    draw_part(ui, picture, DOORS);
}

fn draw_part(ui: &mut Ui, picture: &Picture, (from, to): (f32, f32)) {
    let width = ui.available_width();
    let unit = width / WIDTH;
    let (rect, response) = ui.allocate_exact_size(vec2(width, (to - from) * unit), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &picture.said));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let canvas = Canvas { painter: ui.painter_at(rect), from: rect.min - vec2(0.0, from * unit), unit, ui };
    for mark in &picture.draw().marks {
        canvas.paint(mark);
    }
    corners(ui, rect);
    ui.painter().rect_stroke(rect, CARD_RADIUS, Stroke::new(1.0, palette(ui).line), StrokeKind::Inside);
}

impl Canvas<'_> {
    fn to(&self, point: Point) -> Pos2 {
        self.from + vec2(point.x, point.y) * self.unit
    }

    fn colour(&self, tint: impl Into<Tint>) -> Color32 {
        let tint = tint.into();
        theme::ink(self.ui, tint.ink).gamma_multiply(tint.share)
    }

    fn stroke(&self, edge: Edge) -> Stroke {
        Stroke::new((edge.width * self.unit).max(0.8), self.colour(edge.tint))
    }

    /// One shape.
    pub fn paint(&self, mark: &Mark) {
        let u = self.unit;
        match mark {
            Mark::Fade(area, top, foot) => {
                let rect = Rect::from_min_max(self.to(area.min), self.to(area.max));
                let (top, foot) = (self.colour(*top), self.colour(*foot));
                let mut mesh = Mesh::default();
                let (left, right) = (rect.left_top(), rect.right_top());
                for (at, colour) in [(left, top), (right, top), (rect.right_bottom(), foot), (rect.left_bottom(), foot)]
                {
                    mesh.colored_vertex(at, colour);
                }
                mesh.add_triangle(0, 1, 2);
                mesh.add_triangle(0, 2, 3);
                self.painter.add(Shape::mesh(mesh));
            }
            Mark::Block { area, radius, fill, edge } => {
                let rect = Rect::from_min_max(self.to(area.min), self.to(area.max));
                let stroke = edge.map_or(Stroke::NONE, |e| self.stroke(e));
                self.painter.rect(rect, radius * u, self.colour(*fill), stroke, StrokeKind::Middle);
            }
            Mark::Disc { at, radius, fill, edge } => {
                let stroke = edge.map_or(Stroke::NONE, |e| self.stroke(e));
                self.painter.circle(self.to(*at), radius * u, self.colour(*fill), stroke);
            }
            Mark::Shape(points, fill) => {
                let points = points.iter().map(|p| self.to(*p)).collect();
                self.painter.add(Shape::convex_polygon(points, self.colour(*fill), PathStroke::NONE));
            }
            Mark::Line(points, edge) => {
                let points: Vec<Pos2> = points.iter().map(|p| self.to(*p)).collect();
                let stroke = self.stroke(*edge);
                // The painter ends its lines flat.
                if stroke.width > 2.0 {
                    for end in points.first().into_iter().chain(points.last()) {
                        self.painter.circle_filled(*end, stroke.width / 2.0, stroke.color);
                    }
                }
                self.painter.line(points, stroke);
            }
            Mark::Steps(points, tint) => {
                let points: Vec<Pos2> = points.iter().map(|p| self.to(*p)).collect();
                self.painter.extend(Shape::dotted_line(&points, self.colour(*tint), 9.0 * u, 1.7 * u));
            }
            Mark::Sign(sign) => self.sign(sign),
        }
    }

    fn sign(&self, sign: &Sign) {
        let galley = self.laid_out(sign);
        // In a small picture the stump of a word only clutters; its text for screen readers has the whole of it. A
        // remark is left out whole.
        if galley.elided && (self.unit < LEGIBLE || sign.ink == Ink::Soft) {
            return;
        }
        let padding = match sign.board {
            Board::Wall => Vec2::ZERO,
            Board::Plate => vec2(14.0, 6.0) * self.unit.max(0.75),
            Board::Bubble => vec2(18.0, 10.0) * self.unit.max(0.75),
        };
        let mut board = Rect::from_center_size(self.to(sign.at), galley.size() + padding);
        // Nothing is said beyond the edge of the picture.
        let beyond = self.from.x + 7.0 - board.left();
        if beyond > 0.0 {
            board = board.translate(vec2(beyond, 0.0));
        }
        // Words keep their size where the picture shrinks: a bubble grows upwards then, away from who speaks.
        if sign.board == Board::Bubble {
            let above = (board.height() / 2.0 - BUBBLE * self.unit).max(0.0);
            board = board.translate(vec2(0.0, -above));
        }
        let line = Stroke::new(1.0, self.colour(Ink::WallLine));
        match sign.board {
            Board::Wall => {}
            Board::Plate => {
                self.painter.rect(board, 4.0, self.colour(Ink::Plate), line, StrokeKind::Inside);
            }
            Board::Bubble => {
                self.painter.rect(board, 8.0, self.colour(Ink::Card), line, StrokeKind::Inside);
            }
        }
        let ink = self.colour(sign.ink);
        let top = pos2(board.center().x, board.center().y - galley.size().y / 2.0);
        self.painter.galley(top, galley, ink);
    }

    /// Centred lines, the last one cut with an ellipsis where the board is too small.
    fn laid_out(&self, sign: &Sign) -> Arc<Galley> {
        let points = (sign.size * (self.unit + 1.0) / 2.0).max(SMALLEST);
        let font = FontId::new(points, FontFamily::Proportional);
        // Since words do not shrink as the picture does, they get some of the wall beside them.
        let room = (sign.room * self.unit * (1.0 + 0.35 * (1.0 - self.unit).max(0.0)) - 8.0).max(22.0);
        let mut job = LayoutJob::simple(sign.text.clone(), font, self.colour(sign.ink), room);
        job.halign = Align::Center;
        job.break_on_newline = false;
        job.wrap = TextWrapping { max_width: room, max_rows: sign.rows, ..TextWrapping::default() };
        job.wrap.break_anywhere = sign.rows == 1;
        self.painter.layout_job(job)
    }
}

/// Rounded like every other card: the page shows in the corners.
fn corners(ui: &Ui, rect: Rect) {
    let radius = f32::from(CARD_RADIUS.nw);
    let page = palette(ui).page;
    let quarter = std::f32::consts::FRAC_PI_2;
    for (corner, inward, start) in [
        (rect.left_top(), vec2(1.0, 1.0), 2.0),
        (rect.right_top(), vec2(-1.0, 1.0), 3.0),
        (rect.right_bottom(), vec2(-1.0, -1.0), 0.0),
        (rect.left_bottom(), vec2(1.0, -1.0), 1.0),
    ] {
        let centre = corner + inward * radius;
        let mut mesh = Mesh::default();
        mesh.colored_vertex(corner, page);
        for step in 0..=6u8 {
            let angle = quarter * (start + f32::from(step) / 6.0);
            mesh.colored_vertex(centre + vec2(angle.cos(), angle.sin()) * radius, page);
        }
        for step in 1..=6u32 {
            mesh.add_triangle(0, step, step + 1);
        }
        ui.painter().add(Shape::mesh(mesh));
    }
}

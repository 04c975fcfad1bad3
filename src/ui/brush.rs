//! What the picture is painted with: the ground, the street behind everything, doors, names and their plates.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, FontFamily, FontId, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2,
};

use super::theme::{CARD_RADIUS, KNOB, Palette};

/// Measures of the drawing.
pub(super) struct Ground {
    pub painter: Painter,
    pub rect: Rect,
    /// Points for one unit of the drawing.
    pub unit: f32,
    /// Where feet stand.
    pub floor: f32,
}

/// Sky, roofs far away, and the road.
pub(super) fn street(ground: &Ground, colours: &Palette) {
    let (rect, painter, u) = (ground.rect, &ground.painter, ground.unit);
    let s = &colours.street;
    let mut sky = Mesh::default();
    for (corner, colour) in [
        (rect.left_top(), s.sky_high),
        (rect.right_top(), s.sky_high),
        (rect.right_bottom(), s.sky_low),
        (rect.left_bottom(), s.sky_low),
    ] {
        sky.colored_vertex(corner, colour);
    }
    sky.add_triangle(0, 1, 2);
    sky.add_triangle(0, 2, 3);
    painter.add(Shape::mesh(sky));
    // Roofs far away: quiet, and always the same.
    let far = s.other.gamma_multiply(0.45);
    let mut x = rect.left() - 20.0 * u;
    for height in [64.0, 92.0, 48.0, 76.0, 110.0, 58.0, 84.0, 66.0, 100.0, 54.0, 72.0, 90.0, 60.0, 80.0_f32] {
        let top = ground.floor - height * u;
        painter.rect_filled(Rect::from_min_max(pos2(x, top), pos2(x + 62.0 * u, ground.floor)), 2.0, far);
        x += 88.0 * u;
    }
    let road = Rect::from_min_max(pos2(rect.left(), ground.floor), rect.max);
    painter.rect_filled(road, 0.0, s.road);
    painter.rect_filled(Rect::from_min_size(road.min, vec2(road.width(), 6.0 * u)), 0.0, s.kerb);
    let mut x = rect.left() + 10.0 * u;
    while x < rect.right() {
        let dash = Rect::from_min_size(pos2(x, road.center().y + 3.0 * u), vec2(34.0, 3.5) * u);
        painter.rect_filled(dash, 1.0, s.dashes);
        x += 62.0 * u;
    }
}

/// Rounded like every other card: the page shows in the corners.
pub(super) fn corners(ground: &Ground, colours: &Palette) {
    let radius = f32::from(CARD_RADIUS.nw);
    let rect = ground.rect;
    let quarter = std::f32::consts::FRAC_PI_2;
    for (corner, inward, start) in [
        (rect.left_top(), vec2(1.0, 1.0), 2.0),
        (rect.right_top(), vec2(-1.0, 1.0), 3.0),
        (rect.right_bottom(), vec2(-1.0, -1.0), 0.0),
        (rect.left_bottom(), vec2(1.0, -1.0), 1.0),
    ] {
        let centre = corner + inward * radius;
        let mut mesh = Mesh::default();
        mesh.colored_vertex(corner, colours.page);
        for step in 0..=6u8 {
            let angle = quarter * (start + f32::from(step) / 6.0);
            mesh.colored_vertex(centre + vec2(angle.cos(), angle.sin()) * radius, colours.page);
        }
        for step in 1..=6u32 {
            mesh.add_triangle(0, step, step + 1);
        }
        ground.painter.add(Shape::mesh(mesh));
    }
}

/// Whether a name stands on a plate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Plate {
    Yes,
    No,
}

pub(super) fn name(ground: &Ground, colours: &Palette, at: Pos2, text: &str, room: f32, plate: Plate) {
    let galley = laid_out(ground, text, 13.0, colours.ink, room - 10.0);
    if plate == Plate::Yes {
        let rect = Rect::from_center_size(at, galley.size() + vec2(14.0, 6.0));
        let s = &colours.street;
        ground.painter.rect(rect, 4.0, s.plate, Stroke::new(1.0, s.wall_line), StrokeKind::Inside);
    }
    ground.painter.galley(at - galley.size() / 2.0, galley, colours.ink);
}

pub(super) fn label(ground: &Ground, at: Pos2, text: &str, points: f32, colour: Color32, room: f32) {
    let galley = laid_out(ground, text, points, colour, room);
    ground.painter.galley(Align2::CENTER_CENTER.anchor_size(at, galley.size()).min, galley, colour);
}

/// One line, cut with an ellipsis where the wall is too narrow.
pub(super) fn laid_out(
    ground: &Ground,
    text: &str,
    points: f32,
    colour: Color32,
    room: f32,
) -> std::sync::Arc<egui::Galley> {
    let font = FontId::new((points * (ground.unit + 1.0) / 2.0).max(11.0), FontFamily::Proportional);
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = TextWrapping::truncate_at_width(room.max(20.0));
    ground.painter.layout_job(job)
}

/// A door that stands at `foot`.
pub(super) fn door(ground: &Ground, foot: Pos2, size: Vec2, wood: Color32, panel: Color32) {
    let painter = &ground.painter;
    let leaf = Rect::from_min_max(foot - vec2(size.x / 2.0, size.y), foot + vec2(size.x / 2.0, 0.0));
    painter.rect_filled(leaf, 3.0, wood);
    let inner = leaf.shrink2(vec2(size.x * 0.14, size.y * 0.08));
    let (upper, lower) = inner.split_top_bottom_at_fraction(0.46);
    painter.rect_filled(upper.shrink2(vec2(0.0, 2.0)), 2.0, panel);
    painter.rect_filled(lower.shrink2(vec2(0.0, 2.0)), 2.0, panel);
    painter.circle_filled(pos2(leaf.right() - size.x * 0.14, leaf.center().y), 2.2, KNOB);
}

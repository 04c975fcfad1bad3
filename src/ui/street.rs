//! How the picture is drawn: the street, the building, its doors, the cabinets and the walker, with the painter only.
//! What is drawn is decided in `picture`.

use egui::epaint::{CubicBezierShape, Mesh};
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, Color32, FontFamily, FontId, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::lamp::{self, Lamp};
use super::parts::measure;
use super::picture::{Around, Picture};
use super::theme::{CARD_RADIUS, Palette, palette};

/// Measures of the drawing.
struct Ground {
    painter: Painter,
    rect: Rect,
    /// Points for one unit of the drawing.
    unit: f32,
    /// Where feet stand.
    floor: f32,
}

pub(super) fn draw(ui: &mut Ui, picture: &Picture) {
    let width = ui.available_width();
    let unit = (width / 980.0).clamp(0.62, 1.05);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 286.0 * unit), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &picture.said));
    if !ui.is_rect_visible(rect) {
        return;
    }
    let colours = palette(ui);
    let ground = Ground { painter: ui.painter_at(rect), rect, unit, floor: rect.bottom() - 46.0 * unit };
    street(&ground, colours);
    let left = rect.left() + (rect.width() * 0.235).max(140.0 * unit);
    let right = rect.right() - 28.0 * unit;
    let mut house = Rect::from_min_max(pos2(left, rect.top() + 46.0 * unit), pos2(right, ground.floor));
    if picture.around != Around::Nothing {
        house = around(&ground, colours, picture, house);
    }
    building(&ground, colours, house);
    let target = inside(&ground, colours, picture, house);
    walker(&ground, colours, picture, target);
    corners(&ground, colours);
    ui.painter().rect_stroke(rect, CARD_RADIUS, Stroke::new(1.0, colours.line), StrokeKind::Inside);
}

/// Rounded like every other card: the page shows in the corners.
fn corners(ground: &Ground, colours: &Palette) {
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

fn street(ground: &Ground, colours: &Palette) {
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

/// A second building or a tower around ours; gives back the room that is left for ours.
fn around(ground: &Ground, colours: &Palette, picture: &Picture, house: Rect) -> Rect {
    let (painter, u, s) = (&ground.painter, ground.unit, &colours.street);
    let top = if picture.around == Around::Tower { ground.rect.top() + 8.0 * u } else { house.top() - 26.0 * u };
    let outer = Rect::from_min_max(pos2(house.left(), top), house.max);
    painter.rect(outer, 3.0, s.other, Stroke::new(1.5, colours.soft), StrokeKind::Inside);
    if picture.around == Around::Tower {
        let mut y = outer.top() + 12.0 * u;
        while y < house.top() + 10.0 * u {
            let mut x = outer.left() + 14.0 * u;
            while x < outer.right() - 20.0 * u {
                painter.rect_filled(Rect::from_min_size(pos2(x, y), vec2(14.0, 9.0) * u), 1.0, s.pane);
                x += 30.0 * u;
            }
            y += 17.0 * u;
        }
    }
    let at = pos2(outer.left() + 58.0 * u, ground.floor);
    door(ground, at, vec2(46.0, 78.0) * u, s.home_door, s.home_panel);
    lamp::paint(painter, at - vec2(0.0, 38.0 * u), 12.0 * u, Lamp::Trouble, colours);
    name(ground, colours, at - vec2(0.0, 92.0 * u), &picture.around_name, 130.0 * u, Plate::Yes);
    Rect::from_min_max(
        pos2(outer.left() + 124.0 * u, house.top() + 14.0 * u),
        pos2(outer.right() - 12.0 * u, house.bottom()),
    )
}

fn building(ground: &Ground, colours: &Palette, house: Rect) {
    let (painter, u, s) = (&ground.painter, ground.unit, &colours.street);
    painter.rect(house, 0.0, s.wall, Stroke::new(1.5, s.wall_line), StrokeKind::Inside);
    let plinth = Rect::from_min_max(pos2(house.left(), house.bottom() - 12.0 * u), house.max);
    painter.rect_filled(plinth, 0.0, s.plinth);
    let roof = Rect::from_min_max(
        pos2(house.left() - 10.0 * u, house.top() - 13.0 * u),
        pos2(house.right() + 10.0 * u, house.top() + 3.0 * u),
    );
    painter.rect_filled(roof, 3.0, s.roof);
}

/// Doors, plates, cabinets, the phone system; gives back where the walker's way ends.
fn inside(ground: &Ground, colours: &Palette, picture: &Picture, house: Rect) -> Pos2 {
    let (painter, u, s) = (&ground.painter, ground.unit, &colours.street);
    let plate_at = pos2(house.left() + 12.0 * u, house.top() + 15.0 * u);
    let words = laid_out(ground, &picture.address, 13.5, colours.ink, 220.0 * u);
    let plate = Rect::from_min_size(plate_at, vec2((138.0 * u).max(words.size().x + 18.0), 26.0 * u));
    painter.rect(plate, 4.0, s.plate, Stroke::new(1.0, s.wall_line), StrokeKind::Inside);
    painter.galley(plate.center() - words.size() / 2.0, words, colours.ink);

    let own = pos2(house.left() + 66.0 * u, ground.floor);
    door(ground, own, vec2(64.0, 108.0) * u, s.home_door, s.home_panel);
    label(ground, own - vec2(0.0, 119.0 * u), &picture.own_door, 12.0, colours.soft, 130.0 * u);

    let cabinet_room = if picture.cabinets.is_some() { 150.0 * u } else { 16.0 * u };
    let doors = Rect::from_min_max(
        pos2(house.left() + 132.0 * u, house.top()),
        pos2(house.right() - cabinet_room, house.bottom()),
    );
    let count = picture.doors.len().max(1);
    let pitch = (doors.width() / measure(count)).min(132.0 * u);
    let first = doors.center().x - pitch * (measure(count) - 1.0) / 2.0;
    let size = vec2((pitch * 0.56).min(58.0 * u), 98.0 * u);
    let box_at = pos2(doors.center().x, house.top() + 27.0 * u);
    if let Some(words) = &picture.phone_system {
        let words = laid_out(ground, words, 13.0, colours.ink, doors.width() - 20.0);
        let around = Rect::from_center_size(box_at, vec2((200.0 * u).max(words.size().x + 24.0), 28.0 * u));
        for at in 0..picture.doors.len() {
            let x = first + pitch * measure(at);
            let from = pos2(x.clamp(around.left() + 12.0, around.right() - 12.0), around.bottom());
            let to = pos2(x, ground.floor - size.y - 44.0 * u);
            painter.extend(Shape::dashed_line(&[from, to], Stroke::new(1.5, s.panel.gamma_multiply(0.7)), 4.0, 4.0));
        }
        painter.rect(around, 6.0, s.plate, Stroke::new(1.0, s.wall_line), StrokeKind::Inside);
        painter.galley(around.center() - words.size() / 2.0, words, colours.ink);
    }
    let mut target = own;
    for (at, entrance) in picture.doors.iter().enumerate() {
        let foot = pos2(first + pitch * measure(at), ground.floor);
        if entrance.lamp == Lamp::Lit {
            painter.circle_filled(foot - vec2(0.0, size.y * 0.62), size.y * 0.72, colours.lamp.gamma_multiply(0.10));
        }
        door(ground, foot, size, s.door, s.panel);
        lamp::paint(painter, foot - vec2(0.0, size.y * 0.52), 14.5 * u, entrance.lamp, colours);
        name(ground, colours, foot - vec2(0.0, size.y + 16.0 * u), &entrance.plate, pitch - 6.0, Plate::Yes);
        target = foot;
    }
    if let Some((state, words)) = &picture.cabinets {
        cabinet(ground, colours, pos2(house.right() - 76.0 * u, ground.floor), *state, words);
    }
    if picture.around == Around::Nothing { target } else { pos2(house.left() - 66.0 * u, ground.floor) }
}

fn cabinet(ground: &Ground, colours: &Palette, foot: Pos2, state: Lamp, words: &str) {
    let (painter, u, s) = (&ground.painter, ground.unit, &colours.street);
    let body = Rect::from_min_max(foot - vec2(54.0, 84.0) * u, foot + vec2(54.0 * u, -4.0 * u));
    painter.rect(body, 3.0, s.cabinet, Stroke::new(1.2, colours.soft.gamma_multiply(0.5)), StrokeKind::Inside);
    painter.vline(body.center().x, body.y_range(), Stroke::new(1.2, colours.soft.gamma_multiply(0.5)));
    for x in [body.left() + body.width() * 0.25, body.right() - body.width() * 0.25] {
        lamp::paint(painter, pos2(x, body.center().y), 11.0 * u, state, colours);
    }
    name(ground, colours, foot - vec2(0.0, 101.0 * u), words, 140.0 * u, Plate::No);
}

/// Whether a name stands on a plate.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Plate {
    Yes,
    No,
}

fn name(ground: &Ground, colours: &Palette, at: Pos2, text: &str, room: f32, plate: Plate) {
    let galley = laid_out(ground, text, 13.0, colours.ink, room - 10.0);
    if plate == Plate::Yes {
        let rect = Rect::from_center_size(at, galley.size() + vec2(14.0, 6.0));
        let s = &colours.street;
        ground.painter.rect(rect, 4.0, s.plate, Stroke::new(1.0, s.wall_line), StrokeKind::Inside);
    }
    ground.painter.galley(at - galley.size() / 2.0, galley, colours.ink);
}

fn label(ground: &Ground, at: Pos2, text: &str, points: f32, colour: Color32, room: f32) {
    let galley = laid_out(ground, text, points, colour, room);
    ground.painter.galley(Align2::CENTER_CENTER.anchor_size(at, galley.size()).min, galley, colour);
}

/// One line, cut with an ellipsis where the wall is too narrow.
fn laid_out(ground: &Ground, text: &str, points: f32, colour: Color32, room: f32) -> std::sync::Arc<egui::Galley> {
    let font = FontId::new((points * (ground.unit + 1.0) / 2.0).max(11.0), FontFamily::Proportional);
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = TextWrapping::truncate_at_width(room.max(20.0));
    ground.painter.layout_job(job)
}

/// Two short lines beside each other's middle: the room left of the building is narrow.
fn bubble_words(ground: &Ground, text: &str, colour: Color32) -> std::sync::Arc<egui::Galley> {
    let font = FontId::new((12.5 * (ground.unit + 1.0) / 2.0).max(11.0), FontFamily::Proportional);
    let mut job = LayoutJob::simple(text.to_owned(), font, colour, 118.0 * (ground.unit + 1.0) / 2.0);
    job.halign = egui::Align::Center;
    job.wrap.max_rows = 2;
    ground.painter.layout_job(job)
}

fn door(ground: &Ground, foot: Pos2, size: Vec2, wood: Color32, panel: Color32) {
    let painter = &ground.painter;
    let leaf = Rect::from_min_max(foot - vec2(size.x / 2.0, size.y), foot + vec2(size.x / 2.0, 0.0));
    painter.rect_filled(leaf, 3.0, wood);
    let inner = leaf.shrink2(vec2(size.x * 0.14, size.y * 0.08));
    let (upper, lower) = inner.split_top_bottom_at_fraction(0.46);
    painter.rect_filled(upper.shrink2(vec2(0.0, 2.0)), 2.0, panel);
    painter.rect_filled(lower.shrink2(vec2(0.0, 2.0)), 2.0, panel);
    painter.circle_filled(pos2(leaf.right() - size.x * 0.14, leaf.center().y), 2.2, super::theme::KNOB);
}

fn walker(ground: &Ground, colours: &Palette, picture: &Picture, target: Pos2) {
    let (painter, u, s) = (&ground.painter, ground.unit, &colours.street);
    let foot = pos2(ground.rect.left() + 78.0 * u, ground.floor + 14.0 * u);
    let limb = Stroke::new(5.0 * u, s.walker);
    let u = u * 1.28;
    painter.circle_filled(foot - vec2(0.0, 66.0 * u), 9.5 * u, s.walker);
    let body = Rect::from_min_max(foot - vec2(8.5, 54.0) * u, foot + vec2(8.5 * u, -24.0 * u));
    painter.rect_filled(body, 8.0 * u, s.walker);
    painter.line_segment([foot - vec2(3.0, 28.0) * u, foot - vec2(11.0, 0.0) * u], limb);
    painter.line_segment([foot - vec2(-3.0, 28.0) * u, foot - vec2(-10.0, 0.0) * u], limb);
    painter.line_segment([foot - vec2(-6.0, 48.0) * u, foot - vec2(-19.0, 36.0) * u], Stroke::new(4.0 * u, s.walker));
    if picture.walked {
        let start = foot + vec2(20.0 * u, 3.0 * u);
        let end = target + vec2(0.0, 7.0 * u);
        let low = ground.floor + 30.0 * u;
        let way = CubicBezierShape::from_points_stroke(
            [start, pos2(start.x + 70.0 * u, low), pos2(end.x - 70.0 * u, low), end],
            false,
            Color32::TRANSPARENT,
            Stroke::NONE,
        );
        painter.extend(Shape::dotted_line(&way.flatten(Some(0.5)), s.walker, 9.0 * u, 1.7 * u));
    }
    let galley = bubble_words(ground, &picture.bubble, colours.ink);
    let mut bubble = Rect::from_center_size(foot - vec2(0.0, 100.0 * u), galley.size() + vec2(18.0, 10.0));
    if bubble.left() < ground.rect.left() + 8.0 {
        bubble = bubble.translate(vec2(ground.rect.left() + 8.0 - bubble.left(), 0.0));
    }
    painter.rect(bubble, 8.0, colours.card, Stroke::new(1.0, colours.line), StrokeKind::Inside);
    painter.galley(pos2(bubble.center().x, bubble.top() + 5.0), galley, colours.ink);
}

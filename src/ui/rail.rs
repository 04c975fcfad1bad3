//! The rail on the left: where we are in the walk through, and whether this is a practice office.

use egui::{Align2, FontId, Role, Sense, Stroke, TextStyle, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::parts::{self, Tone};
use super::scene::{Move, Scene, Wish};
use super::theme::{Palette, palette, space};
use crate::wizard::Step;

/// The owner's way. `Checking` is shown as its last stop.
const OFFICE: [&str; 7] = ["questions", "router", "phones", "knock", "offer", "by-hand", "results"];

/// From this height on, the rail has room for everything.
const ROOMY: f32 = 680.0;

/// Where a stop stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Past,
    Here,
    Ahead,
}

/// The stops of the owner's way, seen from one of them.
pub(super) fn stops_ui(ui: &mut Ui, scene: &Scene<'_>, here: usize) {
    let colours = palette(ui);
    for (at, id) in OFFICE.iter().enumerate() {
        let stop = match at.cmp(&here) {
            std::cmp::Ordering::Less => Stop::Past,
            std::cmp::Ordering::Equal => Stop::Here,
            std::cmp::Ordering::Greater => Stop::Ahead,
        };
        let name = scene.get(&format!("window-step-{id}"));
        let said = match stop {
            Stop::Past => scene.words.with("window-rail-past", [("step", &name)]),
            Stop::Here => scene.words.with("window-rail-here", [("step", &name)]),
            Stop::Ahead => scene.words.with("window-rail-ahead", [("step", &name)]),
        };
        stop_ui(ui, at, &name, &said, stop, colours);
    }
}

/// Draws the rail.
pub(super) fn rail_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    let colours = palette(ui);
    brand(ui, &scene.get("window-title"), colours);
    ui.add_space(space::L);
    let here = position(scene.wizard.step());
    match here {
        Some(here) => stops_ui(ui, scene, here),
        None => parts::soft(ui, &scene.get("window-rail-promise")),
    }
    if let Some(id) = scene.wizard.practice() {
        let title =
            scene.practice.iter().find(|p| p.id == id).map_or_else(|| id.to_owned(), |p| scene.get(&p.title_key));
        ui.add_space(if is_roomy(ui) { space::L } else { space::S });
        parts::noted(ui, Tone::Warn, |ui| {
            parts::strong(ui, &scene.get("window-practice"));
            parts::small(ui, &title);
            // A low window has no room for it, and the way out of here matters more.
            if is_roomy(ui) {
                parts::small(ui, &scene.get("window-practice-safe"));
            }
        });
        ui.add_space(space::XS);
        scene.quiet(ui, &scene.get("window-practice-leave"), Wish::Move(Move::Real));
    }
}

/// The same in one line, for a narrow window.
pub(super) fn head_ui(ui: &mut Ui, scene: &Scene<'_>) {
    let colours = palette(ui);
    mark(ui, colours);
    let name = match position(scene.wizard.step()) {
        Some(here) => {
            let id = OFFICE.get(here).copied().unwrap_or_default();
            let step = scene.get(&format!("window-step-{id}"));
            scene.words.with("window-head", [("at", &(here + 1)), ("of", &OFFICE.len()), ("step", &step)])
        }
        None => scene.get("window-title"),
    };
    let name = match scene.wizard.practice() {
        Some(_) => scene.words.with("window-head-practice", [("name", &name)]),
        None => name,
    };
    let text = egui::RichText::new(name).text_style(super::theme::strong_style()).color(colours.ink);
    ui.add(egui::Label::new(text).truncate());
}

fn is_roomy(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() > ROOMY
}

/// The stop that a step belongs to.
const fn position(step: &Step) -> Option<usize> {
    match step {
        Step::Questions => Some(0),
        Step::Router(_) => Some(1),
        Step::Phones(_) => Some(2),
        Step::Knock(_) => Some(3),
        Step::Offer(_) | Step::Opening { .. } => Some(4),
        Step::ByHand(_) => Some(5),
        Step::Checking | Step::Results { .. } => Some(6),
        Step::Welcome | Step::Helping(_) | Step::Rehearse(_) | Step::Inside(_) => None,
    }
}

fn brand(ui: &mut Ui, name: &str, colours: &Palette) {
    ui.horizontal(|ui| {
        mark(ui, colours);
        parts::strong(ui, name);
    });
}

fn mark(ui: &mut Ui, colours: &Palette) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(30.0), Sense::hover());
    let painter = ui.painter();
    let (wall, leaf) = super::theme::MARK;
    painter.rect_filled(rect, 8.0, wall);
    let door = egui::Rect::from_center_size(rect.center() + vec2(0.0, 4.0), vec2(13.0, 20.0));
    painter.rect_filled(door, 2.0, leaf);
    painter.circle_filled(pos2(door.right() - 3.5, door.center().y), 1.4, wall);
    painter.circle_filled(rect.center_top() + vec2(0.0, 5.5), 2.6, colours.lamp);
}

fn stop_ui(ui: &mut Ui, at: usize, name: &str, said: &str, stop: Stop, colours: &Palette) {
    let text = if stop == Stop::Ahead { colours.soft } else { colours.ink };
    let style = if stop == Stop::Here { super::theme::strong_style() } else { TextStyle::Body };
    let room = ui.available_width() - 44.0;
    let laid = |style: TextStyle| {
        let name = egui::WidgetText::from(egui::RichText::new(name).color(text));
        name.into_galley(ui, Some(egui::TextWrapMode::Wrap), room, style)
    };
    // A long name has two small lines.
    let one_line = laid(style);
    let name = if one_line.rows.len() == 1 { one_line } else { laid(TextStyle::Small) };
    let height = if is_roomy(ui) { 34.0 } else { 28.0 };
    let size = Vec2::new(ui.available_width(), name.size().y.max(height));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
    let painter = ui.painter();
    if stop == Stop::Here {
        painter.rect(rect, 8.0, colours.card, Stroke::new(1.0, colours.line), egui::StrokeKind::Inside);
    }
    let centre = pos2(rect.left() + 20.0, rect.center().y);
    let (fill, rim, ink) = match stop {
        Stop::Here => (colours.accent, colours.accent, colours.on_accent),
        Stop::Past => (colours.accent_tint, colours.accent, colours.accent),
        Stop::Ahead => (colours.rail, colours.line, colours.soft),
    };
    painter.circle(centre, 10.5, fill, Stroke::new(1.2, rim));
    if stop == Stop::Past {
        let tick = Stroke::new(1.8, ink);
        painter.line_segment([centre + vec2(-4.0, 0.4), centre + vec2(-1.0, 3.4)], tick);
        painter.line_segment([centre + vec2(-1.0, 3.4), centre + vec2(4.4, -3.2)], tick);
    } else {
        let font = FontId::new(12.0, egui::FontFamily::Proportional);
        painter.text(centre, Align2::CENTER_CENTER, (at + 1).to_string(), font, ink);
    }
    ui.painter().galley(pos2(rect.left() + 40.0, rect.center().y - name.size().y / 2.0), name, text);
}

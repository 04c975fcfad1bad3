//! A lamp in a line of the window. The word stands beside it, never the colour alone.

use egui::{Pos2, Role, Sense, Ui, Vec2, WidgetInfo};

use super::street::Canvas;
pub use crate::text::street::lamp::Lamp;
use crate::text::street::marks::{Sheet, at};

/// Puts a lamp into a line. `word` is what it says to those who do not see it.
pub fn lamp_ui(ui: &mut Ui, lamp: Lamp, word: &str) {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, word));
    let mut sheet = Sheet::default();
    lamp.draw(&mut sheet, at(rect.center().x, rect.center().y), 10.0);
    let canvas = Canvas { painter: ui.painter().clone(), from: Pos2::ZERO, unit: 1.0, ui };
    for mark in &sheet.marks {
        canvas.paint(mark);
    }
}

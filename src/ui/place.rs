//! Where the window stands: remembered from the last sitting, as long as some screen still shows it there.

use egui::{Context, Rect, ViewportBuilder, pos2, vec2};
use winit::dpi::PhysicalPosition;
use winit::window::Window;

use crate::store::window_place::{self, WindowPlace};

/// Of a window that nobody has moved or sized yet.
const USUAL: [f32; 2] = [1120.0, 800.0];
/// Smaller than this no screen of ours is drawn well.
pub(super) const SMALLEST: [f32; 2] = [640.0, 480.0];
/// No screen is larger; whatever a file says.
const LARGEST: f32 = 16_000.0;
/// So much of the window's upper edge must be on a screen, in dots: a hand needs it to move the window.
const GRIP: egui::Vec2 = vec2(120.0, 24.0);

/// Watches where the window stands, and writes it down in the end.
#[derive(Debug, Default)]
pub(super) struct Place {
    seen: Option<WindowPlace>,
    written: Option<WindowPlace>,
}

/// The remembered place, where it makes sense.
pub(super) fn remembered() -> Option<WindowPlace> {
    window_place::read().filter(|p| is_sound(p.width, SMALLEST[0]) && is_sound(p.height, SMALLEST[1]))
}

fn is_sound(length: f32, least: f32) -> bool {
    length.is_finite() && (least..=LARGEST).contains(&length)
}

/// The size to open with. Where it is put is known only once there is a window to ask for screens.
pub(super) fn sized(builder: ViewportBuilder, place: Option<&WindowPlace>) -> ViewportBuilder {
    let size = place.map_or(USUAL, |p| [p.width, p.height]);
    builder.with_inner_size(size).with_min_inner_size(SMALLEST).with_maximized(place.is_some_and(|p| p.maximised))
}

/// Puts the window where it was, if a screen is there.
pub(super) fn put(window: &Window, place: &WindowPlace) {
    let screens = window.available_monitors().map(|screen| {
        let (at, size) = (screen.position(), screen.size());
        Rect::from_min_size(pos2(dots(at.x), dots(at.y)), vec2(dots(size.width), dots(size.height)))
    });
    let width = place.width * dots(window.scale_factor());
    if let Some((x, y)) = place.corner.filter(|corner| is_on_a_screen(*corner, width, screens)) {
        window.set_outer_position(PhysicalPosition::new(x, y));
    }
}

/// True when enough of the upper edge can be seen to take hold of it.
fn is_on_a_screen((x, y): (i32, i32), width: f32, screens: impl IntoIterator<Item = Rect>) -> bool {
    let edge = Rect::from_min_size(pos2(dots(x), dots(y)), vec2(width, GRIP.y));
    screens.into_iter().any(|screen| {
        let shown = screen.intersect(edge);
        shown.width() >= GRIP.x && shown.height() >= GRIP.y
    })
}

/// Desktops are small beside what this can hold.
#[expect(clippy::cast_possible_truncation, reason = "measures of a desktop, in dots")]
fn dots(length: impl Into<f64>) -> f32 {
    length.into() as f32
}

impl Place {
    /// Notes where the window stands now. A maximised one keeps the size that it goes back to.
    pub(super) fn watch(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        let to_dots = ctx.pixels_per_point();
        ctx.input(|input| {
            let viewport = input.viewport();
            if viewport.minimized == Some(true) || viewport.fullscreen == Some(true) {
                return;
            }
            if viewport.maximized == Some(true) {
                if let Some(seen) = &mut self.seen {
                    seen.maximised = true;
                }
                return;
            }
            let Some(inner) = viewport.inner_rect else { return };
            let corner = viewport.outer_rect.map(|outer| whole(outer.min.x * to_dots, outer.min.y * to_dots));
            let size = inner.size() * zoom;
            self.seen = Some(WindowPlace::new(size.x, size.y, corner, false));
        });
    }

    /// Begins at what was remembered.
    pub(super) fn begun_at(written: Option<WindowPlace>) -> Self {
        let seen = written.unwrap_or_else(|| WindowPlace::new(USUAL[0], USUAL[1], None, false));
        Self { seen: Some(seen), written }
    }

    /// Writes the place down, if it is another than last time. Not worth a word where that fails.
    pub(super) fn keep(&mut self) {
        if let Some(seen) = self.seen.filter(|seen| Some(*seen) != self.written) {
            window_place::keep(&seen).ok();
            self.written = Some(seen);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "dots of a desktop; what is too far away is on no screen")]
fn whole(x: f32, y: f32) -> (i32, i32) {
    (x.round() as i32, y.round() as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_only_where_a_hand_can_take_hold_of_it() {
        let screen = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(1920.0, 1080.0));
        let two = [screen(0.0, 0.0), screen(1920.0, 0.0)];
        for (corner, on_two, on_one) in [
            ((100, 100), true, true),
            // Half of it hangs out on the left.
            ((-900, 0), true, true),
            ((-1050, 0), false, false),
            // On the second screen, which may be gone.
            ((2000, 40), true, false),
            // The upper edge is above the screen, or below it.
            ((10, -40), false, false),
            ((10, 1070), false, false),
            ((i32::MIN, i32::MAX), false, false),
        ] {
            assert_eq!(is_on_a_screen(corner, 1120.0, two), on_two, "{corner:?}");
            assert_eq!(is_on_a_screen(corner, 1120.0, [two[0]]), on_one, "{corner:?}");
        }
        assert!(!is_on_a_screen((0, 0), 1120.0, []), "no screen is known");
    }

    #[test]
    fn a_size_that_no_screen_has_is_not_taken() {
        for length in [f32::NAN, f32::INFINITY, -5.0, 0.0, 639.0, 1.0e9] {
            assert!(!is_sound(length, SMALLEST[0]), "{length}");
        }
        assert!(is_sound(640.0, SMALLEST[0]) && is_sound(3840.0, SMALLEST[0]));
    }
}

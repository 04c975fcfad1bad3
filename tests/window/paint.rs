//! What is really painted: the ink of every line of text, the ground below it, and whether it is cut off.

use egui::epaint::{ClippedShape, PathShape, TextShape};
use egui::{Color32, FontFamily, Mesh, Pos2, Rect, Shape};

use crate::sitting::Screen;

/// A line of text as it is painted.
#[derive(Debug)]
pub struct Line {
    pub text: String,
    pub rect: Rect,
    /// What may be painted there.
    pub clip: Rect,
    pub ink: Color32,
    /// Below the middle of the line.
    pub ground: Color32,
    /// Large as WCAG means it: 24 points, or 18.66 in bold.
    pub large: bool,
    /// Cut, with an ellipsis.
    pub elided: bool,
    /// Something that cannot be used now is faded on purpose.
    pub faded: bool,
}

/// Every line of text on the screen that is not wholly scrolled away.
pub fn lines(screen: &Screen) -> Vec<Line> {
    let shapes = flat(&screen.output().shapes);
    let mut lines = Vec::new();
    for (at, (clip, shape)) in shapes.iter().enumerate() {
        let Shape::Text(text) = shape else { continue };
        let below = &shapes[..at];
        lines.extend(rows(text, *clip, below));
    }
    lines
}

fn rows(text: &TextShape, clip: Rect, below: &[(Rect, &Shape)]) -> Vec<Line> {
    let Some(format) = text.galley.job.sections.first().map(|s| &s.format) else { return Vec::new() };
    let ink = text.override_text_color.unwrap_or(if format.color == Color32::PLACEHOLDER {
        text.fallback_color
    } else {
        format.color
    });
    let bold = format.font_id.family == FontFamily::Name("semibold".into());
    let size = format.font_id.size;
    let row = |row: &egui::epaint::text::PlacedRow| {
        let rect = row.rect().translate(text.pos.to_vec2());
        let words = row.text();
        // A line of which only the edge is left says nothing of its ground.
        let seen = rect.intersect(clip);
        (!words.trim().is_empty() && seen.width() > 2.0 && seen.height() > 4.0).then(|| Line {
            ground: ground(seen.center(), below),
            text: words,
            rect,
            clip,
            ink,
            large: size >= 24.0 || bold && size >= 18.66,
            elided: text.galley.elided,
            faded: !ink.is_opaque() || text.opacity_factor < 1.0,
        })
    };
    text.galley.rows.iter().filter_map(row).collect()
}

fn flat(shapes: &[ClippedShape]) -> Vec<(Rect, &Shape)> {
    fn add<'s>(clip: Rect, shape: &'s Shape, all: &mut Vec<(Rect, &'s Shape)>) {
        if let Shape::Vec(inner) = shape {
            for shape in inner {
                add(clip, shape, all);
            }
        } else {
            all.push((clip, shape));
        }
    }
    let mut all = Vec::new();
    for clipped in shapes {
        add(clipped.clip_rect, &clipped.shape, &mut all);
    }
    all
}

/// The colour at a point, after all of these were painted.
fn ground(at: Pos2, painted: &[(Rect, &Shape)]) -> Color32 {
    let mut ground = Color32::BLACK;
    for (_, shape) in painted.iter().filter(|(clip, _)| clip.contains(at)) {
        let fill = match shape {
            Shape::Rect(rect) if rect.rect.contains(at) && rect.blur_width == 0.0 => rect.fill,
            Shape::Circle(circle) if circle.center.distance(at) <= circle.radius => circle.fill,
            Shape::Ellipse(round) if ((at - round.center) / round.radius).length() <= 1.0 => round.fill,
            Shape::Path(path) if path.closed && inside(path, at) => path.fill,
            Shape::Mesh(mesh) => in_mesh(mesh, at).unwrap_or(Color32::TRANSPARENT),
            // Beside the point, or nothing but a line or a letter.
            Shape::Rect(_)
            | Shape::Circle(_)
            | Shape::Ellipse(_)
            | Shape::Path(_)
            | Shape::Noop
            | Shape::Vec(_)
            | Shape::LineSegment { .. }
            | Shape::Band(_)
            | Shape::Text(_)
            | Shape::QuadraticBezier(_)
            | Shape::CubicBezier(_)
            | Shape::Callback(_) => Color32::TRANSPARENT,
        };
        ground = ground.blend(fill);
    }
    ground
}

fn inside(path: &PathShape, at: Pos2) -> bool {
    let points = &path.points;
    let mut inside = false;
    for (i, a) in points.iter().enumerate() {
        let b = points[(i + 1) % points.len()];
        if (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x {
            inside = !inside;
        }
    }
    inside
}

/// A gradient, as the picture's sky is one.
fn in_mesh(mesh: &Mesh, at: Pos2) -> Option<Color32> {
    mesh.indices.chunks_exact(3).find_map(|triangle| {
        let [a, b, c] = [0, 1, 2].map(|i| mesh.vertices[triangle[i] as usize]);
        let area = |p: Pos2, q: Pos2, r: Pos2| (q.x - p.x) * (r.y - p.y) - (r.x - p.x) * (q.y - p.y);
        let whole = area(a.pos, b.pos, c.pos);
        let [wa, wb, wc] = [(b, c), (c, a), (a, b)].map(|(p, q)| area(at, p.pos, q.pos) / whole);
        (whole != 0.0 && wa >= 0.0 && wb >= 0.0 && wc >= 0.0).then(|| {
            let mix = |part: fn(&Color32) -> u8| {
                let [a, b, c] = [&a.color, &b.color, &c.color].map(|colour| f32::from(part(colour)));
                let mixed = (a * wa + b * wb + c * wc).round();
                (0..=u8::MAX).find(|whole| f32::from(*whole) >= mixed).unwrap_or(u8::MAX)
            };
            Color32::from_rgba_premultiplied(mix(Color32::r), mix(Color32::g), mix(Color32::b), mix(Color32::a))
        })
    })
}

/// Contrast of two colours as WCAG 2 reckons it: 1 to 21.
pub fn contrast(one: Color32, other: Color32) -> f32 {
    let channel = |c: u8| {
        let c = f32::from(c) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |c: Color32| 0.2126 * channel(c.r()) + 0.7152 * channel(c.g()) + 0.0722 * channel(c.b());
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

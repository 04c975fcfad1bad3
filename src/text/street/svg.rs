//! The picture as one piece of SVG for a page: colours are classes, so that the page's own day, night and paper decide.

use std::fmt::Write as _;

use super::lamp::Lamp;
use super::marks::{Board, Edge, Ink, Mark, Point, Sheet, Sign, Tint, at};
use super::{HEIGHT, Picture, WIDTH};

/// Share of a letter's height that an average letter is wide, in the sans-serif fonts of browsers.
const LETTER: f32 = 0.57;

/// The picture, with what it shows in words for those who do not see it.
pub fn svg(picture: &Picture) -> String {
    let mut out = String::new();
    let said = escaped(&picture.said);
    let _ = write!(
        out,
        "<svg class=\"street\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         font-family=\"Inter, system-ui, 'Segoe UI', sans-serif\"><title>{said}</title>\
         <defs><linearGradient id=\"sky\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\"0\" class=\"sky-top\"/>\
         <stop offset=\"1\" class=\"sky-foot\"/></linearGradient>\
         <clipPath id=\"street-edge\"><rect width=\"{WIDTH}\" height=\"{HEIGHT}\" rx=\"14\"/></clipPath></defs>\
         <g clip-path=\"url(#street-edge)\">"
    );
    for mark in picture.draw().marks {
        shape(&mut out, &mark);
    }
    out.push_str("</g></svg>");
    out
}

/// One lamp as a small drawing to stand in a line of words that say the same: hidden from those who hear the page.
pub fn mark(lamp: Lamp) -> String {
    let mut sheet = Sheet::default();
    lamp.draw(&mut sheet, at(0.0, 0.0), 10.0);
    let mut out = String::from("<svg class=\"mark\" viewBox=\"-11 -11 22 22\" aria-hidden=\"true\">");
    for mark in &sheet.marks {
        shape(&mut out, mark);
    }
    out.push_str("</svg>");
    out
}

/// The picture as a file of its own: by day, and at night where the reader's screen is dark.
pub fn file(picture: &Picture) -> String {
    let style =
        format!("<style>{}@media (prefers-color-scheme:dark){{{}}}</style>", colours("", false), colours("", true));
    svg(picture).replacen("<defs>", &format!("{style}<defs>"), 1)
}

/// The colours as rules of a stylesheet: by day, or at night. Every selector begins with `scope`.
pub fn colours(scope: &str, night: bool) -> String {
    let mut out = String::new();
    for ink in Ink::ALL {
        let (day, dark) = ink.colours();
        let [r, g, b] = if night { dark } else { day };
        let name = ink.name();
        let _ = write!(
            out,
            "{scope} .f-{name}{{fill:#{r:02x}{g:02x}{b:02x}}}{scope} .s-{name}{{stroke:#{r:02x}{g:02x}{b:02x}}}"
        );
        // A fade has stops in place of a fill.
        if ink == Ink::SkyHigh || ink == Ink::SkyLow {
            let stop = if ink == Ink::SkyHigh { "sky-top" } else { "sky-foot" };
            let _ = write!(out, "{scope} .{stop}{{stop-color:#{r:02x}{g:02x}{b:02x}}}");
        }
    }
    out
}

fn shape(out: &mut String, mark: &Mark) {
    match mark {
        Mark::Fade(area, ..) => {
            let (x, y, w, h) = (area.min.x, area.min.y, area.width(), area.height());
            let _ =
                write!(out, "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" fill=\"url(#sky)\"/>");
        }
        Mark::Block { area, radius, fill, edge } => {
            let (x, y, w, h) = (area.min.x, area.min.y, area.width(), area.height());
            let _ =
                write!(out, "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{radius:.1}\"");
            painted(out, Some(*fill), *edge);
        }
        Mark::Disc { at, radius, fill, edge } => {
            let _ = write!(out, "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius:.1}\"", at.x, at.y);
            painted(out, Some(*fill), *edge);
        }
        Mark::Shape(points, fill) => {
            let _ = write!(out, "<path d=\"{}Z\"", path(points));
            painted(out, Some(*fill), None);
        }
        Mark::Line(points, edge) => {
            let _ = write!(out, "<path d=\"{}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"", path(points));
            painted(out, None, Some(*edge));
        }
        Mark::Steps(points, tint) => {
            let _ = write!(out, "<path d=\"{}\" stroke-linecap=\"round\" stroke-dasharray=\"0.1 9\"", path(points));
            painted(out, None, Some(Edge { tint: *tint, width: 3.4 }));
        }
        Mark::Sign(sign) => words(out, sign),
    }
}

fn painted(out: &mut String, fill: Option<Tint>, edge: Option<Edge>) {
    let fill_class = fill.map(|t| format!("f-{}", t.ink.name()));
    let edge_class = edge.map(|e| format!("s-{}", e.tint.ink.name()));
    let classes: Vec<String> = fill_class.into_iter().chain(edge_class).collect();
    let _ = write!(out, " class=\"{}\"", classes.join(" "));
    match fill {
        Some(tint) if tint.share < 1.0 => {
            let _ = write!(out, " fill-opacity=\"{:.2}\"", tint.share);
        }
        Some(_) => {}
        None => out.push_str(" fill=\"none\""),
    }
    if let Some(edge) = edge {
        let _ = write!(out, " stroke-width=\"{:.1}\"", edge.width);
        if edge.tint.share < 1.0 {
            let _ = write!(out, " stroke-opacity=\"{:.2}\"", edge.tint.share);
        }
    }
    out.push_str("/>");
}

fn path(points: &[Point]) -> String {
    let mut out = String::new();
    for (i, point) in points.iter().enumerate() {
        let _ = write!(out, "{}{:.1} {:.1}", if i == 0 { 'M' } else { 'L' }, point.x, point.y);
    }
    out
}

fn words(out: &mut String, sign: &Sign) {
    let lines = fitted(&sign.text, sign.size, sign.room - 14.0, sign.rows);
    let height = sign.size * 1.3;
    let count = f32::from(u8::try_from(lines.len()).unwrap_or(1));
    let wide = lines.iter().map(|l| width(l, sign.size)).fold(0.0, f32::max);
    let (board, radius) = match sign.board {
        Board::Wall => (None, 0.0),
        Board::Plate => (Some((Ink::Plate, Ink::WallLine)), 4.0),
        Board::Bubble => (Some((Ink::Card, Ink::WallLine)), 8.0),
    };
    if let Some((fill, line)) = board {
        let (w, h) = (wide + 14.0, height * count + 6.0);
        let _ = write!(
            out,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" rx=\"{radius}\"",
            (sign.at.x - w / 2.0).max(6.0),
            sign.at.y - h / 2.0
        );
        painted(out, Some(fill.into()), Some(Edge { tint: line.into(), width: 1.0 }));
    }
    let x = sign.at.x.max(if board.is_some() { wide / 2.0 + 13.0 } else { 0.0 });
    let first = sign.at.y - height * (count - 1.0) / 2.0 + sign.size * 0.36;
    for (i, line) in lines.iter().enumerate() {
        let y = first + height * f32::from(u8::try_from(i).unwrap_or(0));
        let (size, said) = (sign.size, escaped(line));
        let _ = write!(
            out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\" font-size=\"{size}\" class=\"f-{}\">{said}</text>",
            sign.ink.name()
        );
    }
}

fn width(text: &str, size: f32) -> f32 {
    let share = |c: char| match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | ' ' => 0.3,
        'm' | 'w' | 'M' | 'W' => 0.85,
        _ if c.is_uppercase() => 0.68,
        _ => LETTER,
    };
    text.chars().map(share).sum::<f32>() * size
}

/// Lines that fit, by an estimate; the last is cut where the words are too long.
fn fitted(text: &str, size: f32, room: f32, rows: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let last = lines.len() >= rows;
        match lines.last_mut() {
            Some(line) if last || width(&format!("{line} {word}"), size) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    for line in &mut lines {
        if width(line, size) > room {
            while !line.is_empty() && width(line, size) + size * 0.8 > room {
                line.pop();
            }
            line.push('…');
        }
    }
    lines
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

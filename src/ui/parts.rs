//! Buttons, cards and lines of text, as every screen uses them.

use egui::{
    Align, Button, Color32, Frame, Label, Layout, Margin, Response, RichText, Sense, Stroke, Style, TextStyle,
    TextWrapMode, Ui, Vec2,
};

use super::theme::{CARD_RADIUS, FIELD_RADIUS, Palette, READING_WIDTH, palette, space, strong_style, title_style};
use crate::domain::report::Severity;

/// Height of a line of body text, in points.
const LINE: f32 = 21.5;
/// Height of a line of small text.
const SMALL_LINE: f32 = 18.5;

/// How a note is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Good to know.
    Calm,
    /// As wished.
    Good,
    /// Not proved, or about to change.
    Warn,
    /// Not as wished.
    Bad,
}

impl Tone {
    /// For a finding.
    pub const fn of(severity: Severity) -> Self {
        match severity {
            Severity::Blocker | Severity::Problem => Self::Bad,
            Severity::Warning => Self::Warn,
            Severity::Note => Self::Calm,
        }
    }

    /// Ink and ground.
    pub const fn colours(self, palette: &Palette) -> (Color32, Color32) {
        match self {
            Self::Calm => (palette.accent, palette.accent_tint),
            Self::Good => (palette.good, palette.good_tint),
            Self::Warn => (palette.warn, palette.warn_tint),
            Self::Bad => (palette.bad, palette.bad_tint),
        }
    }
}

/// The button that leads on. It wears the accent.
pub fn primary(ui: &mut Ui, label: &str, able: bool) -> Response {
    accented(ui, RichText::new(label).text_style(strong_style()), 42.0, able)
}

/// The one large button of the screen that every later start begins with.
pub fn large(ui: &mut Ui, label: &str, able: bool) -> Response {
    accented(ui, RichText::new(label).text_style(title_style()), 54.0, able)
}

fn accented(ui: &mut Ui, label: RichText, height: f32, able: bool) -> Response {
    let colours = palette(ui);
    styled(
        ui,
        |style| {
            style.spacing.button_padding.x = 26.0;
            let looks = &mut style.visuals.widgets;
            looks.inactive.weak_bg_fill = colours.accent;
            looks.inactive.bg_stroke = Stroke::NONE;
            for look in [&mut looks.hovered, &mut looks.active, &mut looks.open] {
                look.weak_bg_fill = colours.accent_deep;
            }
            looks.hovered.bg_stroke = Stroke::NONE;
            // The ring of the focus lies outside, where the page makes it stand out.
            looks.active.bg_stroke = Stroke::new(3.0, colours.ink);
            looks.active.expansion = 4.0;
            for look in [&mut looks.inactive, &mut looks.hovered, &mut looks.active, &mut looks.open] {
                look.fg_stroke = Stroke::new(1.5, colours.on_accent);
            }
        },
        |ui| button(ui, label, height, able),
    )
}

/// An ordinary button.
pub fn secondary(ui: &mut Ui, label: &str, able: bool) -> Response {
    button(ui, RichText::new(label), 38.0, able)
}

/// A button without a frame.
pub fn quiet(ui: &mut Ui, label: &str, able: bool) -> Response {
    quietly(ui, |ui| button(ui, RichText::new(label), 26.0, able))
}

/// Buttons without frames.
pub fn quietly<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let colours = palette(ui);
    styled(
        ui,
        |style| {
            // Its words stand below those of other lines; the frame of hover and focus reaches out beyond them.
            style.spacing.button_padding.x = 0.0;
            let looks = &mut style.visuals.widgets;
            for look in [&mut looks.inactive, &mut looks.hovered, &mut looks.active, &mut looks.open] {
                look.fg_stroke = Stroke::new(1.5, colours.accent);
                look.expansion = 6.0;
            }
            looks.inactive.weak_bg_fill = Color32::TRANSPARENT;
            looks.inactive.bg_stroke = Stroke::NONE;
        },
        add,
    )
}

/// A value in a table that a click copies: no more than its text, until hover or focus frames it.
pub fn copyable(ui: &mut Ui, value: RichText, name: &str) -> Response {
    quietly(ui, |ui| {
        let padding = std::mem::replace(&mut ui.spacing_mut().button_padding, Vec2::ZERO);
        let response = ui.add(Button::new(value).min_size(Vec2::ZERO).corner_radius(FIELD_RADIUS));
        ui.spacing_mut().button_padding = padding;
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, name));
        response
    })
}

fn button(ui: &mut Ui, label: RichText, height: f32, able: bool) -> Response {
    let wrap = wrapping(ui);
    let button = Button::new(label).min_size(Vec2::new(0.0, height)).corner_radius(FIELD_RADIUS).wrap_mode(wrap);
    ui.add_enabled(able, button)
}

/// Another style for one widget. Not a scope of its own: that would not go into the next line of a wrapped row.
fn styled<R>(ui: &mut Ui, style: impl FnOnce(&mut Style), add: impl FnOnce(&mut Ui) -> R) -> R {
    let before = ui.style().clone();
    style(ui.style_mut());
    let added = add(ui);
    ui.set_style(before);
    added
}

/// In a row of buttons the whole button goes into the next line; alone in a card its words wrap.
fn wrapping(ui: &Ui) -> TextWrapMode {
    if ui.layout().is_horizontal() { TextWrapMode::Extend } else { TextWrapMode::Wrap }
}

/// Under a line with a lamp.
pub fn indented<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new()
        .inner_margin(Margin { left: 32, ..Margin::ZERO })
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            add(ui)
        })
        .inner
}

/// What belongs to the tick above it, and not to the one below.
pub fn under_tick(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.add_space(-space::S);
    indented(ui, add);
    ui.add_space(space::XS);
}

/// Name of the screen.
pub fn heading(ui: &mut Ui, text: &str) {
    let colour = palette(ui).ink;
    ui.add(Label::new(RichText::new(text).text_style(TextStyle::Heading).color(colour)).wrap());
}

/// Name of a card.
pub fn title(ui: &mut Ui, text: &str) {
    let colour = palette(ui).ink;
    ui.add(Label::new(RichText::new(text).text_style(title_style()).color(colour)).wrap());
}

/// Name of a group of lines.
pub fn section(ui: &mut Ui, text: &str) {
    let colour = palette(ui).soft;
    ui.add(Label::new(RichText::new(text).text_style(strong_style()).color(colour)).wrap());
}

/// A sentence.
pub fn body(ui: &mut Ui, text: &str) {
    let colour = palette(ui).ink;
    readable(ui, RichText::new(text).color(colour).line_height(Some(LINE)));
}

/// A sentence that may be read later.
pub fn soft(ui: &mut Ui, text: &str) {
    let colour = palette(ui).soft;
    readable(ui, RichText::new(text).color(colour).line_height(Some(LINE)));
}

/// A sentence in a colour that says something beside its words.
pub fn coloured(ui: &mut Ui, colour: Color32, text: &str) {
    readable(ui, RichText::new(text).color(colour).line_height(Some(LINE)));
}

/// A small remark.
pub fn small(ui: &mut Ui, text: &str) {
    let colour = palette(ui).soft;
    readable(ui, RichText::new(text).text_style(TextStyle::Small).color(colour).line_height(Some(SMALL_LINE)));
}

/// A word with weight.
pub fn strong(ui: &mut Ui, text: &str) {
    let colour = palette(ui).ink;
    ui.add(Label::new(RichText::new(text).text_style(strong_style()).color(colour)).wrap());
}

/// Technical words: exact, small, to be selected and copied.
pub fn technical(ui: &mut Ui, text: &str) {
    let colour = palette(ui).soft;
    ui.add(Label::new(RichText::new(text).text_style(TextStyle::Monospace).color(colour)).wrap());
}

fn readable(ui: &mut Ui, text: RichText) {
    if ui.layout().is_horizontal() {
        ui.add(Label::new(text).wrap());
        return;
    }
    let width = ui.available_width().min(READING_WIDTH);
    ui.scope(|ui| {
        ui.set_max_width(width);
        ui.add(Label::new(text).wrap());
    });
}

/// A card over the page.
pub fn card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let colours = palette(ui);
    Frame::new()
        .fill(colours.card)
        .stroke(Stroke::new(1.0, colours.line))
        .corner_radius(CARD_RADIUS)
        .inner_margin(Margin::symmetric(18, 16))
        .show(ui, |ui| {
            ui.take_available_width();
            add(ui)
        })
        .inner
}

/// A card with a coloured edge that says how it is meant; the words say it too.
pub fn toned_card<R>(ui: &mut Ui, tone: Tone, add: impl FnOnce(&mut Ui) -> R) -> R {
    let colours = palette(ui);
    let (ink, _) = tone.colours(colours);
    let shown = Frame::new()
        .fill(colours.card)
        .stroke(Stroke::new(1.0, colours.line))
        .corner_radius(CARD_RADIUS)
        .inner_margin(Margin { left: 24, right: 18, top: 16, bottom: 16 })
        .show(ui, |ui| {
            ui.take_available_width();
            add(ui)
        });
    let mut edge = shown.response.rect.shrink2(Vec2::new(0.0, 10.0));
    edge.set_width(5.0);
    edge = edge.translate(Vec2::new(9.0, 0.0));
    ui.painter().rect_filled(edge, 3.0, ink);
    shown.inner
}

/// A sentence on a coloured ground.
pub fn note(ui: &mut Ui, tone: Tone, text: &str) {
    noted(ui, tone, |ui| {
        body(ui, text);
    });
}

/// Anything on a coloured ground.
pub fn noted<R>(ui: &mut Ui, tone: Tone, add: impl FnOnce(&mut Ui) -> R) -> R {
    let (_, ground) = tone.colours(palette(ui));
    Frame::new()
        .fill(ground)
        .corner_radius(FIELD_RADIUS)
        .inner_margin(Margin::symmetric(14, 11))
        .show(ui, |ui| {
            ui.take_available_width();
            add(ui)
        })
        .inner
}

/// A small word on a coloured ground, inside a line.
pub fn badge(ui: &mut Ui, tone: Tone, text: &str) {
    let (ink, ground) = tone.colours(palette(ui));
    Frame::new().fill(ground).corner_radius(6).inner_margin(Margin::symmetric(8, 2)).show(ui, |ui| {
        ui.add(Label::new(RichText::new(text).text_style(TextStyle::Small).color(ink)).extend());
    });
}

/// One column, or two where there is room.
pub fn two_columns<C>(
    ui: &mut Ui,
    left_share: f32,
    context: &mut C,
    left: impl FnOnce(&mut Ui, &mut C),
    right: impl FnOnce(&mut Ui, &mut C),
) {
    let width = ui.available_width();
    if width < 720.0 {
        left(ui, context);
        ui.add_space(space::L);
        right(ui, context);
        return;
    }
    let left_width = ((width - space::L) * left_share).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.allocate_ui_with_layout(Vec2::new(left_width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(space::S);
            ui.set_width(left_width);
            left(ui, context);
        });
        ui.add_space(space::L);
        let right_width = ui.available_width();
        ui.allocate_ui_with_layout(Vec2::new(right_width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.spacing_mut().item_spacing = Vec2::splat(space::S);
            ui.set_width(right_width);
            right(ui, context);
        });
    });
}

/// n of m: a bar and what is being done now.
pub fn progress(ui: &mut Ui, done: u32, total: u32, doing: &str) {
    let colours = palette(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width().min(READING_WIDTH), 8.0), Sense::hover());
    response.widget_info(|| {
        let mut info = egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, doing);
        info.value = (total > 0).then(|| f64::from(done.min(total)) / f64::from(total) * 100.0);
        info
    });
    ui.painter().rect_filled(rect, 4.0, colours.line);
    if total > 0 {
        let share = (f64::from(done.min(total)) / f64::from(total)) as f32;
        let mut filled = rect;
        filled.set_width(rect.width() * share);
        ui.painter().rect_filled(filled, 4.0, colours.accent);
    }
    soft(ui, doing);
}

/// A small count as a measure.
pub fn measure(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::MAX, f32::from)
}

/// A closed drawer with a name. Opens by click or by keyboard.
pub fn drawer(ui: &mut Ui, salt: impl std::hash::Hash + std::fmt::Debug, name: &str, add: impl FnOnce(&mut Ui)) {
    let colour = palette(ui).accent;
    ui.scope(|ui| {
        let looks = &mut ui.visuals_mut().widgets;
        for look in [&mut looks.inactive, &mut looks.hovered, &mut looks.active, &mut looks.open] {
            look.fg_stroke = Stroke::new(1.5, colour);
        }
        egui::CollapsingHeader::new(RichText::new(name).color(colour)).id_salt(salt).show_unindented(ui, |ui| {
            ui.reset_style();
            ui.add_space(space::XS);
            add(ui);
        });
    });
}

//! Type, spacing and looks of the window: the only place that makes them, with the colours of [`super::colours`]. One
//! accent; a colour never says anything alone.

use std::sync::Arc;

use egui::style::ScrollAnimation;
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Id, Margin, Shadow, Stroke, Style,
    TextStyle, Theme, ThemePreference, Ui, Vec2, Visuals,
};

pub use super::colours::Palette;
use super::colours::{CLEAR, CONTRAST, DARK, LIGHT, rgb};
use super::motion::Wanted;
use crate::store::look::{Look, MotionChoice, ThemeChoice};
use crate::text::street::marks::Ink;

/// Space between things, in points.
pub mod space {
    /// Inside a line.
    pub const XS: f32 = 4.0;
    /// Between lines that belong together.
    pub const S: f32 = 8.0;
    /// Inside cards.
    pub const M: f32 = 14.0;
    /// Between cards.
    pub const L: f32 = 22.0;
    /// Between parts of a screen.
    pub const XL: f32 = 34.0;
}

/// Lines longer than this are hard to read.
pub const READING_WIDTH: f32 = 640.0;

/// What a vendor's logo stands on, in every theme.
pub const PAPER: Color32 = Color32::WHITE;
/// Roundness of cards.
pub const CARD_RADIUS: CornerRadius = CornerRadius::same(12);
/// Roundness of buttons and fields.
pub const FIELD_RADIUS: CornerRadius = CornerRadius::same(9);

/// The colours of the look in use: each look has a page of its own colour.
pub fn palette(ui: &Ui) -> &'static Palette {
    let page = ui.visuals().panel_fill;
    palettes().into_iter().find(|p| p.page == page).unwrap_or(&LIGHT)
}

/// The colours of every look: light, dark, high contrast.
pub const fn palettes() -> [&'static Palette; 3] {
    [&LIGHT, &DARK, &CONTRAST]
}

/// A colour of the picture, by day or at night. In high contrast it is night, and what can be read stands out.
pub fn ink(ui: &Ui, ink: Ink) -> Color32 {
    if std::ptr::eq(palette(ui), &raw const CONTRAST)
        && let Some((_, clear)) = CLEAR.iter().find(|(of, _)| *of == ink)
    {
        return *clear;
    }
    let (day, night) = ink.colours();
    let [red, green, blue] = if ui.visuals().dark_mode { night } else { day };
    rgb(red, green, blue)
}

/// How long the walker takes from one door to the next, in seconds, where something may move.
const WALK: f32 = 0.35;

fn walk() -> Id {
    Id::unique("walk")
}

/// How long the walker takes from one door to the next, in seconds.
pub fn walking_secs(ui: &Ui) -> f32 {
    ui.data(|data| data.get_temp(walk())).unwrap_or_default()
}

/// Headings of cards.
pub fn title_style() -> TextStyle {
    TextStyle::Name("title".into())
}

/// Text that carries weight inside a line.
pub fn strong_style() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// Codes that are read aloud.
pub fn code_style() -> TextStyle {
    TextStyle::Name("code".into())
}

/// Ground of a code for cameras, in both looks.
pub const QR_LIGHT: Color32 = Color32::WHITE;
/// Its dots.
pub const QR_DARK: Color32 = Color32::BLACK;

/// The mark beside the program's name: wall and door, in both looks.
pub const MARK: (Color32, Color32) = (rgb(0x25, 0x5B, 0x80), rgb(0xF8, 0xF3, 0xEA));

fn semibold() -> FontFamily {
    FontFamily::Name("semibold".into())
}

/// Puts the fonts and the usual look into the context.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.options_mut(|options| {
        // Where the system does not say, the paper look.
        options.fallback_theme = Theme::Light;
        // The window has its own steps, and remembers them.
        options.zoom_with_keyboard = false;
    });
    ctx.set_style_of(Theme::Light, style(Theme::Light, &LIGHT));
    wear(ctx, &Look::default(), Wanted::default());
}

/// Shows the window in this look, from the next frame on.
pub(super) fn wear(ctx: &Context, look: &Look, system: Wanted) {
    let moves = match (look.motion, system) {
        (MotionChoice::Little, _) | (MotionChoice::System, Wanted::Anything) => WALK,
        (MotionChoice::None, _) | (MotionChoice::System, Wanted::Stillness) => 0.0,
    };
    ctx.data_mut(|data| data.insert_temp(walk(), moves));
    let (choice, dark) = match look.theme {
        ThemeChoice::System => (ThemePreference::System, &DARK),
        ThemeChoice::Light => (ThemePreference::Light, &DARK),
        ThemeChoice::Dark => (ThemePreference::Dark, &DARK),
        ThemeChoice::HighContrast => (ThemePreference::Dark, &CONTRAST),
    };
    ctx.set_style_of(Theme::Dark, style(Theme::Dark, dark));
    ctx.set_theme(choice);
    ctx.set_zoom_factor(f32::from(look.size()) / 100.0);
    ctx.request_repaint();
}

fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let files: [(&str, &'static [u8]); 2] = [
        ("Inter", include_bytes!("../../assets/fonts/Inter-Regular.otf")),
        ("Inter SemiBold", include_bytes!("../../assets/fonts/Inter-SemiBold.otf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let others = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let with = |first: &str| [first.to_owned()].into_iter().chain(others.iter().cloned()).collect::<Vec<_>>();
    fonts.families.insert(FontFamily::Proportional, with("Inter"));
    fonts.families.insert(semibold(), with("Inter SemiBold"));
    fonts
}

fn style(theme: Theme, palette: &Palette) -> Style {
    let mut style = Style { visuals: visuals(theme, palette), ..Style::default() };
    style.text_styles = [
        (TextStyle::Heading, FontId::new(27.0, semibold())),
        (title_style(), FontId::new(17.5, semibold())),
        (strong_style(), FontId::new(15.0, semibold())),
        (TextStyle::Body, FontId::new(15.0, FontFamily::Proportional)),
        (TextStyle::Button, FontId::new(15.0, FontFamily::Proportional)),
        (TextStyle::Small, FontId::new(13.0, FontFamily::Proportional)),
        (TextStyle::Monospace, FontId::new(13.5, FontFamily::Monospace)),
        (code_style(), FontId::new(20.0, FontFamily::Monospace)),
    ]
    .into();
    style.spacing.item_spacing = Vec2::splat(space::S);
    style.spacing.button_padding = Vec2::new(16.0, 9.0);
    style.spacing.interact_size.y = 30.0;
    style.spacing.icon_width = 20.0;
    style.spacing.icon_width_inner = 10.0;
    style.spacing.icon_spacing = 10.0;
    style.spacing.combo_height = 340.0;
    style.spacing.extra_text_line_spacing = 3.0;
    style.spacing.menu_margin = Margin::same(8);
    // Nothing moves by itself: a calm window, and no frame is drawn that nobody asked for.
    style.animation_time = 0.0;
    style.scroll_animation = ScrollAnimation::none();
    style.visuals.text_cursor.blink = false;
    style
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let mut visuals = theme.default_visuals();
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(palette.soft);
    visuals.hyperlink_color = palette.accent;
    visuals.panel_fill = palette.page;
    visuals.window_fill = palette.card;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CARD_RADIUS;
    visuals.menu_corner_radius = FIELD_RADIUS;
    visuals.popup_shadow = Shadow { offset: [0, 6], blur: 18, spread: 0, color: Color32::from_black_alpha(50) };
    visuals.extreme_bg_color = palette.card;
    visuals.text_edit_bg_color = Some(palette.card);
    visuals.faint_bg_color = palette.rail;
    visuals.code_bg_color = palette.rail;
    visuals.warn_fg_color = palette.warn;
    visuals.error_fg_color = palette.bad;
    visuals.selection.bg_fill = palette.accent_tint;
    visuals.selection.stroke = Stroke::new(2.0, palette.accent);
    let looks = &mut visuals.widgets;
    for look in [&mut looks.noninteractive, &mut looks.inactive, &mut looks.hovered, &mut looks.active, &mut looks.open]
    {
        look.bg_fill = palette.card;
        look.weak_bg_fill = palette.card;
        look.bg_stroke = Stroke::new(1.0, palette.line);
        look.fg_stroke = Stroke::new(1.5, palette.ink);
        look.corner_radius = FIELD_RADIUS;
        look.expansion = 0.0;
    }
    looks.inactive.bg_stroke.color = palette.edge;
    looks.open.bg_stroke.color = palette.edge;
    looks.hovered.weak_bg_fill = palette.accent_tint;
    looks.hovered.bg_fill = palette.accent_tint;
    looks.hovered.bg_stroke = Stroke::new(1.0, palette.accent);
    // Keyboard focus takes this look, so it must be seen at a glance.
    looks.active.weak_bg_fill = palette.accent_tint;
    looks.active.bg_fill = palette.accent_tint;
    looks.active.bg_stroke = Stroke::new(2.5, palette.accent);
    looks.open.weak_bg_fill = palette.accent_tint;
    looks.open.bg_fill = palette.accent_tint;
    visuals
}

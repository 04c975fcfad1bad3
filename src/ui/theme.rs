//! Colours, type and spacing of the window: the only place that makes them. One accent; a colour never says anything
//! alone.

use std::sync::Arc;

use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke, Style,
    TextStyle, Theme, Ui, Vec2, Visuals,
};

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

/// Roundness of cards.
pub const CARD_RADIUS: CornerRadius = CornerRadius::same(12);
/// Roundness of buttons and fields.
pub const FIELD_RADIUS: CornerRadius = CornerRadius::same(9);

/// Everything that has a colour.
#[derive(Debug)]
pub struct Palette {
    /// Behind everything.
    pub page: Color32,
    /// The rail of steps.
    pub rail: Color32,
    /// Cards.
    pub card: Color32,
    /// Edges of cards and fields.
    pub line: Color32,
    /// Edges of buttons, boxes and ticks: seen without searching.
    pub edge: Color32,
    /// Text.
    pub ink: Color32,
    /// Text that may be read later.
    pub soft: Color32,
    /// The one accent.
    pub accent: Color32,
    /// The accent under the pointer.
    pub accent_deep: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// A breath of the accent.
    pub accent_tint: Color32,
    /// As wished.
    pub good: Color32,
    /// Behind it.
    pub good_tint: Color32,
    /// Not as wished.
    pub bad: Color32,
    /// Behind it.
    pub bad_tint: Color32,
    /// Not proved, or about to change.
    pub warn: Color32,
    /// Behind it.
    pub warn_tint: Color32,
    /// A lamp that is lit.
    pub lamp: Color32,
}

const fn rgb(red: u8, green: u8, blue: u8) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

static LIGHT: Palette = Palette {
    page: rgb(0xF5, 0xF6, 0xF8),
    rail: rgb(0xEC, 0xEF, 0xF3),
    card: rgb(0xFF, 0xFF, 0xFF),
    line: rgb(0xD9, 0xDF, 0xE6),
    edge: rgb(0x86, 0x94, 0xA2),
    ink: rgb(0x1D, 0x27, 0x30),
    soft: rgb(0x51, 0x5E, 0x6B),
    accent: rgb(0x25, 0x5B, 0x80),
    accent_deep: rgb(0x1B, 0x48, 0x67),
    on_accent: rgb(0xFF, 0xFF, 0xFF),
    accent_tint: rgb(0xE6, 0xEF, 0xF6),
    good: rgb(0x2C, 0x6B, 0x46),
    good_tint: rgb(0xE7, 0xF3, 0xEB),
    bad: rgb(0xA8, 0x40, 0x1A),
    bad_tint: rgb(0xFB, 0xEC, 0xE5),
    warn: rgb(0x85, 0x5B, 0x05),
    warn_tint: rgb(0xFB, 0xF2, 0xDC),
    lamp: rgb(0xF2, 0xB6, 0x32),
};

static DARK: Palette = Palette {
    page: rgb(0x15, 0x1A, 0x1F),
    rail: rgb(0x10, 0x14, 0x18),
    card: rgb(0x1E, 0x25, 0x2C),
    line: rgb(0x35, 0x40, 0x4A),
    edge: rgb(0x73, 0x82, 0x90),
    ink: rgb(0xEC, 0xF0, 0xF3),
    soft: rgb(0xA9, 0xB5, 0xC0),
    accent: rgb(0x8F, 0xC3, 0xE8),
    accent_deep: rgb(0xB2, 0xD8, 0xF3),
    on_accent: rgb(0x0B, 0x20, 0x30),
    accent_tint: rgb(0x20, 0x33, 0x41),
    good: rgb(0x86, 0xCF, 0xA0),
    good_tint: rgb(0x1C, 0x33, 0x26),
    bad: rgb(0xF3, 0x9C, 0x76),
    bad_tint: rgb(0x3C, 0x26, 0x1D),
    warn: rgb(0xEC, 0xC2, 0x6A),
    warn_tint: rgb(0x36, 0x2D, 0x18),
    lamp: rgb(0xFF, 0xCB, 0x55),
};

/// The colours that fit the system's choice of light or dark.
pub fn palette(ui: &Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

/// A colour of the picture, by day or at night.
pub fn ink(ui: &Ui, ink: Ink) -> Color32 {
    let (day, night) = ink.colours();
    let [red, green, blue] = if ui.visuals().dark_mode { night } else { day };
    rgb(red, green, blue)
}

/// How long the walker takes from one door to the next, in seconds.
pub fn walking_secs(ui: &Ui) -> f32 {
    ui.style().animation_time
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

/// Puts fonts and both looks into the context. The system says which of them is shown.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    // Where the system does not say, the paper look.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for (theme, palette) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.set_style_of(theme, style(theme, palette));
    }
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

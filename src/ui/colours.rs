//! The colours of the window in each of its looks. Nothing here draws; [`super::theme`] puts them into the window. A test
//! measures every ink on every ground that it is written on.

use egui::Color32;

use crate::text::street::marks::Ink;

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

pub(super) const fn rgb(red: u8, green: u8, blue: u8) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

pub(super) static LIGHT: Palette = Palette {
    page: rgb(0xF5, 0xF6, 0xF8),
    rail: rgb(0xEC, 0xEF, 0xF3),
    card: rgb(0xFF, 0xFF, 0xFF),
    line: rgb(0xD9, 0xDF, 0xE6),
    edge: rgb(0x7C, 0x89, 0x96),
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

pub(super) static DARK: Palette = Palette {
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

/// For eyes that need more: black and white and a few clear colours, every text at least 7:1.
pub(super) static CONTRAST: Palette = Palette {
    page: rgb(0x00, 0x00, 0x00),
    rail: rgb(0x00, 0x00, 0x00),
    card: rgb(0x0B, 0x0B, 0x0B),
    line: rgb(0x9A, 0x9A, 0x9A),
    edge: rgb(0xFF, 0xFF, 0xFF),
    ink: rgb(0xFF, 0xFF, 0xFF),
    soft: rgb(0xE4, 0xE4, 0xE4),
    accent: rgb(0x8A, 0xD8, 0xFF),
    accent_deep: rgb(0xC2, 0xEC, 0xFF),
    on_accent: rgb(0x00, 0x00, 0x00),
    accent_tint: rgb(0x06, 0x2B, 0x3D),
    good: rgb(0x86, 0xF2, 0xAE),
    good_tint: rgb(0x00, 0x26, 0x0F),
    bad: rgb(0xFF, 0xB5, 0x95),
    bad_tint: rgb(0x38, 0x12, 0x00),
    warn: rgb(0xFF, 0xDC, 0x6B),
    warn_tint: rgb(0x2E, 0x22, 0x00),
    lamp: rgb(0xFF, 0xD4, 0x3B),
};

/// What the picture has clearer in high contrast than at night: words, lamps, and the edges of things.
pub(super) static CLEAR: [(Ink, Color32); 15] = [
    (Ink::SkyHigh, rgb(0x00, 0x00, 0x00)),
    (Ink::SkyLow, rgb(0x0B, 0x14, 0x1E)),
    (Ink::Pavement, rgb(0x1C, 0x1C, 0x1C)),
    (Ink::Wall, rgb(0x12, 0x16, 0x1C)),
    (Ink::WallLine, rgb(0xFF, 0xFF, 0xFF)),
    (Ink::CabinetLine, rgb(0xFF, 0xFF, 0xFF)),
    (Ink::OtherLine, rgb(0xC8, 0xC8, 0xC8)),
    (Ink::Plate, rgb(0x00, 0x00, 0x00)),
    (Ink::Card, rgb(0x00, 0x00, 0x00)),
    (Ink::Text, rgb(0xFF, 0xFF, 0xFF)),
    (Ink::Soft, rgb(0xE4, 0xE4, 0xE4)),
    (Ink::Lamp, rgb(0xFF, 0xD4, 0x3B)),
    (Ink::Good, rgb(0x86, 0xF2, 0xAE)),
    (Ink::Bad, rgb(0xFF, 0xB5, 0x95)),
    (Ink::Accent, rgb(0x8A, 0xD8, 0xFF)),
];

/// The colours of a look, without those of the picture, by their names.
pub(super) fn tokens(palette: &Palette) -> [(&'static str, Color32); 18] {
    [
        ("page", palette.page),
        ("rail", palette.rail),
        ("card", palette.card),
        ("line", palette.line),
        ("edge", palette.edge),
        ("ink", palette.ink),
        ("soft", palette.soft),
        ("accent", palette.accent),
        ("accent_deep", palette.accent_deep),
        ("on_accent", palette.on_accent),
        ("accent_tint", palette.accent_tint),
        ("good", palette.good),
        ("good_tint", palette.good_tint),
        ("bad", palette.bad),
        ("bad_tint", palette.bad_tint),
        ("warn", palette.warn),
        ("warn_tint", palette.warn_tint),
        ("lamp", palette.lamp),
    ]
}

//! Whose program this is: what a phone company has written at the head of the first page and of the papers.

use crate::domain::logo::Logo;
use crate::domain::preset::Preset;

/// Whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// The vendor's name.
    pub name: String,
    /// How its support is reached.
    pub support: Option<String>,
    /// Its logo.
    pub logo: Option<Logo>,
}

impl From<&Preset> for Letterhead {
    fn from(preset: &Preset) -> Self {
        Self { name: preset.name.clone(), support: preset.support.clone(), logo: preset.logo.clone() }
    }
}

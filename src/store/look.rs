//! How the window looks: a part of the settings that the window's shell reads and writes by itself, in a practice office
//! too, whose engine keeps its files elsewhere.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::store::files::Folder;
use crate::store::{SetAside, StoreError, settings, usual_folder};

/// Sizes of the text that are offered, in percent.
pub const TEXT_SIZES: [u16; 7] = [85, 100, 115, 130, 150, 175, 200];

/// The size that needs no choice.
const USUAL_SIZE: u16 = 100;

/// Colours of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// Light or dark, as the system says.
    #[default]
    System,
    /// Dark words on light ground.
    Light,
    /// Light words on dark ground.
    Dark,
    /// Black, white and a few clear colours.
    HighContrast,
}

impl ThemeChoice {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
        }
    }
}

/// How much moves in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MotionChoice {
    /// A little, or nothing where the system asks for that.
    #[default]
    System,
    /// The walker walks.
    Little,
    /// Nothing.
    None,
}

impl MotionChoice {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Little, Self::None];

    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Little => "little",
            Self::None => "none",
        }
    }
}

/// The language that the system is set to, where a person chose that over a vendor's.
pub const AS_THE_SYSTEM: &str = "system";

/// How the window looks. Anybody may edit the file, so no value is taken at its word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// Colours.
    pub theme: ThemeChoice,
    /// Size of the text and of everything with it, in percent.
    pub text_size: u16,
    /// Movement.
    pub motion: MotionChoice,
    /// Language of the words; none: as a vendor preset it, or as the system says.
    pub language: Option<String>,
}

impl Default for Look {
    fn default() -> Self {
        Self { theme: ThemeChoice::default(), text_size: USUAL_SIZE, motion: MotionChoice::default(), language: None }
    }
}

impl Look {
    /// The size that is offered and comes nearest.
    pub fn size(&self) -> u16 {
        TEXT_SIZES.into_iter().min_by_key(|size| size.abs_diff(self.text_size)).unwrap_or(USUAL_SIZE)
    }

    /// The next larger size; the largest stays.
    #[must_use]
    pub fn larger(&self) -> Self {
        let next = TEXT_SIZES.into_iter().find(|size| *size > self.size());
        Self { text_size: next.unwrap_or_else(|| self.size()), ..self.clone() }
    }

    /// The next smaller size; the smallest stays.
    #[must_use]
    pub fn smaller(&self) -> Self {
        let next = TEXT_SIZES.into_iter().rev().find(|size| *size < self.size());
        Self { text_size: next.unwrap_or_else(|| self.size()), ..self.clone() }
    }

    /// The usual size.
    #[must_use]
    pub fn usual_size(&self) -> Self {
        Self { text_size: USUAL_SIZE, ..self.clone() }
    }
}

/// How the window looked last, and what had to be set aside. The folder is chosen as by [`crate::store::Store::open`].
pub fn last_look(dir: Option<PathBuf>) -> Result<(Look, Vec<SetAside>), StoreError> {
    let folder = Folder::open(dir.map_or_else(usual_folder, Ok)?)?;
    let look = settings::read(&folder)?.look;
    Ok((look, folder.take_set_aside()))
}

/// Remembers how the window looks, and says what had to be set aside for it.
pub fn keep_look(dir: Option<PathBuf>, look: &Look) -> Result<Vec<SetAside>, StoreError> {
    let folder = Folder::open(dir.map_or_else(usual_folder, Ok)?)?;
    settings::change(&folder, |settings| settings.look = look.clone())?;
    Ok(folder.take_set_aside())
}

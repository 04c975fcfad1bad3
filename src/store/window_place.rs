//! Where the window stood and how large it was, in a small file of its own: it is written at every end, and nothing of
//! the owner's settings may be lost by that.

use serde::{Deserialize, Serialize};

use crate::store::files::{FORM, Folder, Format};
use crate::store::{StoreError, usual_folder};

pub(super) const FILE: &str = "window.toml";

/// Size and place of the window while it is neither maximised nor minimised.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct WindowPlace {
    schema_version: u32,
    /// Width of what is inside, in points.
    pub width: f32,
    /// Height of it.
    pub height: f32,
    /// Left upper corner on the desktop, in dots; none where the system does not tell.
    pub corner: Option<(i32, i32)>,
    /// It filled the screen.
    pub maximised: bool,
}

impl WindowPlace {
    /// A place of this size.
    pub const fn new(width: f32, height: f32, corner: Option<(i32, i32)>, maximised: bool) -> Self {
        Self { schema_version: FORM, width, height, corner, maximised }
    }
}

/// The place of the last sitting. Anything wrong with it is no reason to say a word: the usual place does.
pub fn read() -> Option<WindowPlace> {
    let folder = Folder::open(usual_folder().ok()?).ok()?;
    folder.read(FILE, Format::Toml).ok()?
}

/// Remembers it.
pub fn keep(place: &WindowPlace) -> Result<(), StoreError> {
    Folder::open(usual_folder()?)?.write(FILE, Format::Toml, place)
}

//! What a phone company preset, read once at the start. Reading it asks nobody anything.

use crate::domain::message::Problem;
use crate::domain::preset::{Fits, Preset};
use crate::helper::link::Link;
use crate::store;

/// The preset of this program, and what is wrong with it. `languages`: those that there are words in.
pub fn load(languages: &[&str]) -> (Option<Preset>, Option<Problem>) {
    let is_helper = |link: &str| Link::parse(link).is_ok();
    store::preset::load(&store::preset::places(), &Fits { languages, is_helper: &is_helper })
}

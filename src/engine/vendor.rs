//! What a phone company preset, read once at the start; and whether there is a newer version, asked of its server after
//! the owner's yes, at most once a day, beside everything else. Reading a preset asks nobody anything.

use std::path::PathBuf;
use std::sync::OnceLock;

use crate::domain::message::Problem;
use crate::domain::newer::{self, Newer, Version};
use crate::domain::preset::{Fits, NewerAt, Preset};
use crate::engine::{now, record};
use crate::helper;
use crate::helper::link::Link;
use crate::store;
use crate::store::newer::{Turn, keep, take};

static OURS: OnceLock<(Option<Preset>, Option<Problem>)> = OnceLock::new();

/// The preset of this program, and what is wrong with it. `languages`: those that there are words in.
pub fn preset(languages: &[&str]) -> (Option<&'static Preset>, Option<&'static Problem>) {
    let (preset, fault) = OURS.get_or_init(|| {
        let is_helper = |link: &str| Link::parse(link).is_ok();
        store::preset::load(&store::preset::places(), &Fits { languages, is_helper: &is_helper })
    });
    (preset.as_ref(), fault.as_ref())
}

/// The same, once it was read.
pub fn ours() -> Option<&'static Preset> {
    OURS.get().and_then(|(preset, _)| preset.as_ref())
}

/// Says in the log whether there is one. Whose it is would tell whose customer this is.
pub fn note_preset() {
    let found = match OURS.get() {
        Some((_, Some(fault))) => fault.code.as_str(),
        Some((Some(_), None)) => "read",
        Some((None, None)) | None => return,
    };
    record::note("preset", &[("found", found.to_owned())]);
}

/// Looks for a newer version, if that is wanted and due. Takes as long as a slow server does, so it is called beside a
/// window and not in it. What goes wrong is a line in the log and nothing more. `folder` as for
/// [`crate::store::Store::open`].
pub fn look_for_newer(at: &NewerAt, folder: Option<PathBuf>) -> Option<Newer> {
    match take(folder.clone(), at, now()) {
        Ok(Turn::NotWanted) => None,
        Ok(Turn::Known(newer)) => newer,
        Ok(Turn::Ask) => {
            let newer = ask(at)?;
            if let Err(error) = keep(folder, &newer) {
                note("not-kept", &error.to_string());
            }
            Some(newer)
        }
        Err(error) => {
            note("not-asked", &error.to_string());
            None
        }
    }
}

fn ask(at: &NewerAt) -> Option<Newer> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().ok()?;
    let answered = runtime.block_on(helper::newer::ask(at));
    // A name that is still being looked up must not hold up whoever waits for this thread.
    runtime.shutdown_background();
    let bytes = answered.map_err(|why| note("no-answer", &why.to_string())).ok()?;
    match newer::read(&bytes, Version::own()) {
        Ok(newer) => {
            note("answered", if newer.is_some() { "newer" } else { "newest" });
            newer
        }
        Err(useless) => {
            note("useless", useless.id());
            None
        }
    }
}

fn note(what: &str, why: &str) {
    record::note("newer-version", &[("what", what.to_owned()), ("why", why.to_owned())]);
}

//! Removes what a copy of the program left half written when it was ended in the middle of writing. The folder may be a
//! stick's or a project's own, so only what has the name of a file of this store is ever touched.

use std::fs;
use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use crate::store::files::{FORM, Folder};
use crate::store::{
    budget, helper_folder, history, invitations, journal, newer, profiles, rounds, seat, settings, window_place,
};

/// Nobody writes one small file for so long.
const HALF_WRITTEN_FOR: SignedDuration = SignedDuration::from_hours(1);

/// Files that are written whole or not at all.
const FILES: [&str; 9] = [
    journal::FILE,
    settings::FILE,
    budget::FILE,
    invitations::FILE,
    history::KEPT_LAST,
    newer::FILE,
    rounds::FILE,
    window_place::FILE,
    seat::NOTE,
];

/// Who holds what is noted beside each lock.
const LOCKS: [&str; 3] = [journal::LOCK, rounds::LOCK, seat::LOCK];

impl Folder {
    /// Sweeps here and in the store's own folders below. Young files may still be written.
    pub(super) fn sweep(&self, now: Timestamp) {
        sweep_in(self.dir(), now, |whole| {
            FILES.contains(&whole) || whole.strip_suffix(".owner").is_some_and(|lock| LOCKS.contains(&lock))
        });
        let is_moment = |stem: &str| stem.starts_with(|c: char| c.is_ascii_digit());
        let is_report = |whole: &str| whole.strip_suffix(".json").is_some_and(is_moment);
        sweep_in(&self.dir().join(history::FOLDER), now, is_report);
        sweep_in(&self.dir().join(profiles::FOLDER), now, |whole| whole.strip_suffix(".toml").is_some());
        sweep_in(&self.dir().join(helper_folder::FOLDER), now, |whole| helper_folder::FILES.contains(&whole));
    }
}

fn sweep_in(dir: &Path, now: Timestamp, is_ours: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_half = name.to_str().and_then(whole_name).is_some_and(|whole| is_ours(&whole));
        let written = entry.metadata().and_then(|m| m.modified()).ok().and_then(|t| Timestamp::try_from(t).ok());
        if is_half && written.is_some_and(|at| now.duration_since(at) > HALF_WRITTEN_FOR) {
            fs::remove_file(entry.path()).ok();
        }
    }
}

/// Six signs that a person puts behind a name; and any six digits may be a day.
const A_PERSONS: [&str; 6] = ["backup", "before", "broken", "edited", "latest", "unused"];

/// `.journal.json.x7Kq2a` is how `atomic_write_file` names `journal.json` until it is whole.
fn whole_name(half: &str) -> Option<String> {
    let (whole, mark) = half.strip_prefix('.')?.rsplit_once('.')?;
    let is_a_persons = A_PERSONS.contains(&mark.to_ascii_lowercase().as_str());
    let is_drawn = mark.len() == 6
        && mark.bytes().all(|b| b.is_ascii_alphanumeric())
        && mark.bytes().any(|b| b.is_ascii_alphabetic());
    (is_drawn && !is_a_persons).then(|| whole.replace(&format!(".form-{FORM}."), "."))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the store itself would leave behind, of each of its files.
    #[test]
    fn the_store_s_own_go_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let own = [
            ".journal.json.x7Kq2a",
            ".settings.form-1.toml.aaaaaB",
            ".budget.json.aaaaa1",
            ".budget.json.DKFKQQ",
            ".budget.json.qqfkdk",
            ".rounds.owner.AAAAA1",
            ".window.door.x7Kq2a",
            "history/.2026-11-23T08-00-00.000Z.json.Ab12Cd",
            "profiles/.branch-office.toml.Ab12Cd",
            "helper/.key.pem.Ab12Cd",
        ];
        let others = [
            ".env.local.backup",
            ".env.local.x7Kq2a",
            ".settings.toml.backup",
            ".settings.toml.202611",
            ".settings.toml.BACKUP",
            "settings.toml.x7Kq2a",
            ".journal.json.x7Kq2ab",
            ".journal.json",
            "history/.notes.json.x7Kq2a",
            "helper/.env.local.x7Kq2a",
            "photos/.journal.json.x7Kq2a",
        ];
        for folder in ["history", "profiles", "helper", "photos"] {
            fs::create_dir(dir.path().join(folder)).unwrap();
        }
        for name in own.iter().chain(&others) {
            fs::write(dir.path().join(name), "half").unwrap();
        }
        let written = fs::metadata(dir.path().join(own[0])).unwrap().modified().unwrap();
        let written = Timestamp::try_from(written).unwrap();
        let folder = Folder::open(dir.path().to_owned()).unwrap();
        let there = |names: &[&str]| names.iter().filter(|n| dir.path().join(n).exists()).count();
        folder.sweep(written + SignedDuration::from_mins(50));
        assert_eq!(there(&own), own.len(), "somebody may still be writing");
        folder.sweep(written + SignedDuration::from_mins(70));
        assert_eq!((there(&own), there(&others)), (0, others.len()));
    }
}

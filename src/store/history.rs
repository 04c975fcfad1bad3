//! Earlier reports, one file each, named by their time so that the newest is found without reading them all.

use std::cmp::Reverse;
use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::domain::report::Report;
use crate::store::files::{FORM, Folder, Format};
use crate::store::{Store, StoreError};

pub(super) const FOLDER: &str = "history";
pub(super) const KEPT_LAST: &str = "kept-last.json";

/// The newest reports, kept whatever their number a day.
pub const RECENT: usize = 100;
/// Of older ones the last of each day, and of still older ones the last of each month.
const DAYS: usize = 60;
const MONTHS: usize = 60;

/// How much of a file's name tells its day, and its month.
const DAY: usize = "2026-11-23".len();
const MONTH: usize = "2026-11".len();

/// Reports read to find the last one about a phone system; a report may be half a megabyte.
const MOST_LOOKED_THROUGH: usize = 40;

/// Names of reports in the order in which they were kept. The clock may have been wrong: one check on a day that never
/// came must not stay the last one until that day.
#[derive(Debug, Serialize, Deserialize)]
struct KeptLast {
    schema_version: u32,
    names: Vec<String>,
}

impl Default for KeptLast {
    fn default() -> Self {
        Self { schema_version: FORM, names: Vec::new() }
    }
}

impl Store {
    /// The newest report that can be read.
    pub fn last_report(&self) -> Option<Report> {
        self.last.clone()
    }

    /// The newest report about the phone system at this address, else the newest of all.
    pub fn last_report_for(&self, phone_system: Option<IpAddr>) -> Option<Report> {
        phone_system.and_then(|ip| self.last_report_about(ip)).or_else(|| self.last_report())
    }

    /// The newest report about the phone system at this address: where an office has several, each has its own past and
    /// its own answers. Looks through the last [`MOST_LOOKED_THROUGH`].
    fn last_report_about(&self, phone_system: IpAddr) -> Option<Report> {
        let is_about = |r: &Report| r.office.phone_system.as_ref().is_some_and(|p| p.address == phone_system);
        if let Some(last) = self.last.as_ref().filter(|r| is_about(r)) {
            return Some(last.clone());
        }
        let folder = self.folder.below(FOLDER).ok()?;
        let names = newest_first(&self.folder).ok()?;
        let newest = names.iter().take(MOST_LOOKED_THROUGH);
        newest.filter_map(|name| folder.read::<Report>(name, Format::Json).ok().flatten()).find(is_about)
    }

    /// Keeps a report. One that began at the same moment is the same check, and is replaced.
    pub fn keep_report(&mut self, report: &Report) -> Result<(), StoreError> {
        let (folder, kept) = (self.folder.below(FOLDER)?, name(report));
        folder.write(&kept, Format::Json, report)?;
        self.last = Some(report.clone());
        self.note_kept(&kept)?;
        let names = folder.names(".json")?;
        for old in superfluous(&names) {
            // What a newer program keeps is its own business.
            if *old != kept && !folder.is_newer(old, Format::Json) {
                folder.remove(old)?;
            }
        }
        Ok(())
    }

    fn note_kept(&self, kept: &str) -> Result<(), StoreError> {
        let _lock = self.folder.lock_shortly()?;
        let mut last: KeptLast = self.folder.read(KEPT_LAST, Format::Json)?.unwrap_or_default();
        last.names.retain(|name| name != kept);
        let surplus = (last.names.len() + 1).saturating_sub(MOST_LOOKED_THROUGH);
        last.names.drain(..surplus);
        last.names.push(kept.to_owned());
        self.folder.write(KEPT_LAST, Format::Json, &last)
    }

    /// Every report that is kept and can be read, oldest first.
    pub fn reports(&self) -> Result<Vec<Report>, StoreError> {
        let folder = self.folder.below(FOLDER)?;
        let mut reports = Vec::new();
        for name in folder.names(".json")? {
            reports.extend(folder.read(&name, Format::Json)?);
        }
        Ok(reports)
    }
}

/// RFC 3339 without colons, which Windows forbids. The names sort by time.
fn name(report: &Report) -> String {
    format!("{}.json", report.started_at.strftime("%Y-%m-%dT%H-%M-%S.%3fZ"))
}

/// Names to be removed; `names` are sorted by time.
fn superfluous(names: &[String]) -> Vec<&String> {
    let older = names.iter().rev().skip(RECENT);
    let (mut days, mut months, mut gone) = (0, 0, Vec::new());
    let mut last: Option<&String> = names.iter().rev().nth(RECENT - 1);
    for name in older {
        let starts_alike = |length: usize| last.and_then(|l| l.get(..length)) == name.get(..length);
        if days < DAYS && !starts_alike(DAY) {
            days += 1;
        } else if days >= DAYS && months < MONTHS && !starts_alike(MONTH) {
            months += 1;
        } else {
            gone.push(name);
            continue;
        }
        last = Some(name);
    }
    gone
}

/// The one that was kept last, or the newest by its name where nobody noted that.
pub(super) fn newest(root: &Folder) -> Result<Option<Report>, StoreError> {
    let folder = root.below(FOLDER)?;
    for name in newest_first(root)? {
        if let Some(report) = folder.read(&name, Format::Json)? {
            return Ok(Some(report));
        }
    }
    Ok(None)
}

/// Names of all reports: those whose order is known, then the others by their time.
fn newest_first(root: &Folder) -> Result<Vec<String>, StoreError> {
    let mut names = root.below(FOLDER)?.names(".json")?;
    let last: KeptLast = root.read(KEPT_LAST, Format::Json)?.unwrap_or_default();
    names.reverse();
    names.sort_by_key(|name| Reverse(last.names.iter().position(|kept| kept == name)));
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::case::Case;
    use crate::domain::judge::judge;
    use crate::domain::office::{Answers, PhoneSystem};
    use crate::domain::service::ProfileId;

    #[test]
    fn each_of_two_phone_systems_has_its_own_past_and_answers() {
        let dir = tempfile::tempdir().unwrap();
        let (mut store, _) = Store::open(Some(dir.path().to_owned())).unwrap();
        let report = |hour: u8, address: &str, system: &str| {
            let profile = ProfileId(system.to_owned());
            let answers = Answers { system: Some(profile.clone()), ..Answers::default() };
            let mut case = Case::new(format!("2026-11-23T{hour:02}:00:00Z").parse().unwrap(), answers);
            let address = address.parse().unwrap();
            case.office.phone_system =
                Some(PhoneSystem { address, mac: None, profile, server: None, answers_inside: true });
            judge(&case)
        };
        store.keep_report(&report(9, "192.168.77.20", "freepbx")).unwrap();
        store.keep_report(&report(10, "192.168.77.21", "trixbox-pro")).unwrap();
        let system = |ip: Option<&str>| {
            store.last_report_for(ip.map(|ip| ip.parse().unwrap())).and_then(|r| r.answers.system).map(|s| s.0)
        };
        assert_eq!(system(Some("192.168.77.20")).as_deref(), Some("freepbx"));
        assert_eq!(system(Some("192.168.77.21")).as_deref(), Some("trixbox-pro"));
        // One that was never checked, and nobody named: the newest.
        assert_eq!(system(Some("192.168.77.22")).as_deref(), Some("trixbox-pro"));
        assert_eq!(system(None).as_deref(), Some("trixbox-pro"));
    }

    #[test]
    fn a_check_under_a_clock_that_ran_ahead_does_not_stay_the_last_one() {
        let dir = tempfile::tempdir().unwrap();
        let open = || Store::open(Some(dir.path().to_owned())).unwrap().0;
        let at = |at: &str| judge(&Case::new(at.parse().unwrap(), Answers::default()));
        let last = || open().last_report().unwrap().started_at.to_string();
        // Kept by a program that noted no order: the newest by its time.
        let folder = Folder::open(dir.path().to_owned()).unwrap().below(FOLDER).unwrap();
        for report in [at("2026-11-20T09:00:00Z"), at("2026-11-21T09:00:00Z")] {
            folder.write(&name(&report), Format::Json, &report).unwrap();
        }
        assert_eq!(last(), "2026-11-21T09:00:00Z");

        let mut store = open();
        store.keep_report(&at("2027-11-22T09:00:00Z")).unwrap();
        assert_eq!(last(), "2027-11-22T09:00:00Z");
        store.keep_report(&at("2026-11-23T09:00:00Z")).unwrap();
        open().keep_report(&at("2026-11-22T09:00:00Z")).unwrap();
        assert_eq!(last(), "2026-11-22T09:00:00Z");
        // However many are from a day that never came, the last one stays.
        for hour in 0..24 {
            for minute in [0, 10, 20, 30, 40] {
                let early = at(&format!("2028-01-01T{hour:02}:{minute:02}:00Z"));
                folder.write(&name(&early), Format::Json, &early).unwrap();
            }
        }
        open().keep_report(&at("2026-11-23T08:00:00Z")).unwrap();
        assert_eq!(last(), "2026-11-23T08:00:00Z");
        // It was taken away by hand: the one that was kept before it.
        folder.remove("2026-11-23T08-00-00.000Z.json").unwrap();
        assert_eq!(last(), "2026-11-22T09:00:00Z");
    }
}

//! What rules ask again and again, read off the case once.

use std::collections::BTreeSet;
use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use crate::domain::case::Case;
use crate::domain::office::{Gateway, PortMapping};
use crate::domain::plan::{VoicePlan, lines_of, voice_plan};
use crate::domain::probe::{Evidence, Fingerprint, Identity, Outcome, Vantage};
use crate::domain::report::{Looked, ServiceRow, Street, Verdict, WalkReport};
use crate::domain::service::{PortRange, Profile, Service, ServiceId};

/// The case and what follows from it directly.
pub(super) struct Facts<'a> {
    pub(super) case: &'a Case,
    pub(super) profile: Option<&'static Profile>,
    pub(super) selected: BTreeSet<ServiceId>,
    pub(super) voice: Option<VoicePlan>,
    /// Every row of the profile; verdicts are decided before any rule runs.
    pub(super) rows: Vec<ServiceRow>,
}

impl<'a> Facts<'a> {
    pub(super) fn of(case: &'a Case) -> Self {
        let profile = case.profile();
        let voice = profile.and_then(|p| voice_plan(case, p));
        Self { case, profile, selected: case.selected(), voice, rows: Vec::new() }
    }

    pub(super) fn looked(&self, stage: Looked) -> bool {
        self.case.looked.contains(&stage)
    }

    pub(super) fn gateway(&self) -> Option<&'a Gateway> {
        self.case.office.gateway()
    }

    pub(super) fn services(&self) -> impl Iterator<Item = &'static Service> + use<'_> {
        self.profile.into_iter().flat_map(|p| &p.services)
    }

    pub(super) fn selected_rows(&self) -> impl Iterator<Item = &ServiceRow> {
        self.rows.iter().filter(|r| r.selected)
    }

    pub(super) fn is_voice(&self, id: &ServiceId) -> bool {
        self.profile.and_then(|p| p.service(id)).is_some_and(Service::is_voice)
    }

    /// The phone system's address, found or typed.
    pub(super) fn phone(&self) -> Option<IpAddr> {
        self.case.office.phone_system.as_ref().map(|p| p.address).or(self.case.answers.pbx)
    }

    /// Ports that a row needs open: for the voice the proposed range.
    pub(super) fn ports(&self, row: &Service) -> PortRange {
        self.voice.as_ref().filter(|v| v.service == row.id).map_or_else(|| row.ports(), |v| v.proposed)
    }

    /// Lines of the router's table for a row.
    pub(super) fn lines(&self, row: &Service) -> Vec<&'a PortMapping> {
        lines_of(self.case, row.protocol, self.ports(row)).collect()
    }

    /// Evidence with its index in the report.
    pub(super) fn evidence(&self, vantage: Vantage) -> impl Iterator<Item = (usize, &'a Evidence)> + use<'a> {
        let case = self.case;
        let counts = move |e: &Evidence| e.vantage == vantage && (vantage != Vantage::Outside || is_outside(case, e));
        case.evidence.iter().enumerate().filter(move |(_, e)| counts(e))
    }

    pub(super) fn about(&self, vantage: Vantage, id: &ServiceId) -> Vec<(usize, &'a Evidence)> {
        self.evidence(vantage).filter(|(_, e)| e.service.as_ref() == Some(id)).collect()
    }

    /// What is known of a row from one vantage: an answer counts for the run, else the newest word.
    pub(super) fn outcome(&self, vantage: Vantage, id: &ServiceId) -> Outcome {
        let all = self.about(vantage, id);
        let answered = all.iter().any(|(_, e)| e.outcome == Outcome::Answered);
        if answered { Outcome::Answered } else { all.last().map_or(Outcome::NotChecked, |(_, e)| e.outcome) }
    }

    /// Fingerprints of a row's answers from one vantage.
    pub(super) fn fingerprints(&self, vantage: Vantage, id: &ServiceId) -> BTreeSet<Fingerprint> {
        let answered = self.about(vantage, id).into_iter().filter(|(_, e)| e.outcome == Outcome::Answered);
        answered.filter_map(|(_, e)| e.fingerprint).collect()
    }

    /// Somebody knocked from another street.
    pub(super) fn was_outside(&self) -> bool {
        self.looked(Looked::Outside) && self.walks().next().is_some()
    }

    /// Walks that were an outside and came about.
    pub(super) fn walks(&self) -> impl Iterator<Item = &'a WalkReport> + use<'a> {
        self.case.walks.iter().filter(|w| w.street != Street::Same && w.trouble.is_none())
    }

    /// At least one proper answer came over the wall, so the walk's way is good.
    pub(super) fn walk_is_proved(&self) -> bool {
        let lies = self.walks().all(|w| w.street_lies);
        !lies && self.rows.iter().any(|r| r.verdict == Verdict::Verified)
    }

    /// Proof outranks inference: something was verified from outside.
    pub(super) fn something_verified(&self) -> bool {
        self.rows.iter().any(|r| r.verdict == Verdict::Verified)
    }

    pub(super) fn is_trusted(&self, address: IpAddr) -> bool {
        self.case.answers.trusted.iter().any(|n| n.contains(address))
    }

    /// A walk from an address on the guest list was answered.
    pub(super) fn guest_list_proved(&self) -> bool {
        let answered = self.evidence(Vantage::Outside).filter(|(_, e)| e.outcome == Outcome::Answered);
        let mut askers = answered.filter_map(|(_, e)| e.asker);
        askers.any(|a| self.is_trusted(a))
    }

    /// Lines in use that end, and when.
    pub(super) fn leases(&self) -> Vec<(&'a PortMapping, Timestamp)> {
        let Some(phone) = self.phone() else { return Vec::new() };
        let rows: Vec<&Service> = self.services().filter(|s| self.selected.contains(&s.id)).collect();
        let lines = rows.into_iter().flat_map(|row| self.lines(row));
        lines
            .filter(|m| m.internal_client == phone && m.enabled && m.lease_seconds > 0)
            .filter_map(|m| {
                let end = self.case.heard_at.checked_add(SignedDuration::from_secs(i64::from(m.lease_seconds)));
                end.ok().map(|end| (m, end))
            })
            .collect()
    }

    /// The evidence with what the fingerprints say about who answered.
    pub(super) fn evidence_with_identity(&self) -> Vec<Evidence> {
        let mut all = self.case.evidence.clone();
        for item in all.iter_mut().filter(|e| e.vantage == Vantage::Outside && e.outcome == Outcome::Answered) {
            let Some(id) = &item.service else { continue };
            let inside = self.fingerprints(Vantage::Inside, id);
            let verified = self.case.evidence.iter().any(|_| self.has_no_identity_but_fits(id));
            let same = item.fingerprint.is_some_and(|f| inside.contains(&f));
            item.identity =
                if same || (item.fingerprint.is_none() && verified) { Identity::Consistent } else { Identity::None };
        }
        all
    }

    /// A protocol without identity (IAX2, plain TCP) counts when the router's list leads to the phone system, or when
    /// another entrance of the same run matched.
    pub(super) fn has_no_identity_but_fits(&self, id: &ServiceId) -> bool {
        let Some(row) = self.profile.and_then(|p| p.service(id)) else { return false };
        if self.outcome(Vantage::Inside, id) != Outcome::Answered {
            return false;
        }
        let listed = self.lines(row).iter().any(|m| Some(m.internal_client) == self.phone() && m.enabled);
        let other = || {
            self.selected.iter().filter(|other| *other != id).any(|other| {
                let inside = self.fingerprints(Vantage::Inside, other);
                self.fingerprints(Vantage::Outside, other).iter().any(|f| inside.contains(f))
            })
        };
        listed || other()
    }
}

/// An answer seen from the office's own street is no outside.
fn is_outside(case: &Case, evidence: &Evidence) -> bool {
    let same = |w: &&WalkReport| w.street == Street::Same;
    match evidence.asker {
        Some(asker) => !case.walks.iter().filter(same).any(|w| w.address == Some(asker)),
        None => case.walks.is_empty() || case.walks.iter().any(|w| w.street != Street::Same),
    }
}

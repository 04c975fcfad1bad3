//! What the next check compares with: a report, cut down to what is worth remembering.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::lease::Epoch;
use crate::domain::office::{PhoneSystem, PortMapping};
use crate::domain::probe::{Evidence, Outcome, Vantage};
use crate::domain::report::{Report, Street, Verdict, WalkReport};
use crate::domain::service::ServiceId;

/// What the last check knew, for comparing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Before {
    /// When it was made.
    pub started_at: Timestamp,
    /// Street address then.
    pub public_address: Option<IpAddr>,
    /// The router's table then.
    pub mappings: Vec<PortMapping>,
    /// The phone system then.
    pub phone_system: Option<PhoneSystem>,
    /// Services that were verified then.
    #[serde(default)]
    pub verified: Vec<ServiceId>,
    /// What walkers met then and shortly before, to compare streets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub knocks: Vec<Evidence>,
    /// The router's clock then, where it speaks PCP or NAT-PMP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<Epoch>,
    /// The day on which the owner had heard a test call both ways, as told by then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard_both_ways: Option<jiff::civil::Date>,
}

/// How long a walker's knocks are remembered for comparing streets.
const KNOCKS_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// Knocks kept at most, the newest walks' first.
const MOST_KNOCKS: usize = 200;

impl Report {
    /// What the next check compares with.
    pub fn as_before(&self) -> Before {
        let verified = self.services.iter().filter(|s| s.verdict == Verdict::Verified);
        Before {
            started_at: self.started_at,
            public_address: self.office.public_address,
            mappings: self.mappings.clone(),
            phone_system: self.office.phone_system.clone(),
            verified: verified.map(|s| s.id.clone()).collect(),
            knocks: self.knocks(),
            epoch: self.office.gateway().and_then(|g| g.epoch),
            heard_both_ways: self.answers.heard_both_ways,
        }
    }

    /// This check's knocks, and of those before it what they do not replace: an answer stays beside a later silence,
    /// which would otherwise be told only once.
    fn knocks(&self) -> Vec<Evidence> {
        let now: Vec<&Evidence> = self.evidence.iter().filter(|e| self.is_knock(e)).collect();
        let answered = |e: &Evidence| e.outcome == Outcome::Answered;
        let replaces = |e: &Evidence, old: &Evidence| {
            (&e.service, e.asker) == (&old.service, old.asker) && (answered(e) || !answered(old))
        };
        let is_fresh = |old: &Evidence| self.started_at.duration_since(old.at).abs() <= KNOCKS_KEPT;
        let before = self.before.iter().flat_map(|b| &b.knocks);
        let older = before.filter(|old| is_fresh(old) && !now.iter().any(|e| replaces(e, old)));
        now.iter().copied().chain(older).take(MOST_KNOCKS).cloned().collect()
    }

    /// A knock on a selected row, made from outside.
    fn is_knock(&self, evidence: &Evidence) -> bool {
        let selected = self.services.iter().any(|s| s.selected && Some(&s.id) == evidence.service.as_ref());
        let was_outside = |w: &WalkReport| {
            w.address == evidence.asker && w.trouble.is_none() && !w.street_lies && w.street != Street::Same
        };
        selected
            && evidence.vantage == Vantage::Outside
            && evidence.outcome != Outcome::Failed
            && evidence.outcome != Outcome::NotChecked
            && self.walks.iter().any(was_outside)
    }
}

impl PhoneSystem {
    /// The hardware address tells; what it calls itself only where no hardware address is known, and never when nothing
    /// answers at the new address.
    pub fn is_same_machine(&self, before: &Self) -> bool {
        match (&self.mac, &before.mac) {
            (Some(a), Some(b)) => a.eq_ignore_ascii_case(b),
            (Some(_) | None, None) | (None, Some(_)) => {
                self.answers_inside && self.server.is_some() && self.server == before.server
            }
        }
    }
}

//! The phone system: there, answering, at the same address as last time.

use super::facts::Facts;
use super::{Draft, Rule};
use crate::domain::office::AdviceId;
use crate::domain::probe::{Outcome, Vantage};
use crate::domain::report::{Looked, ServiceRow, Severity};

pub(super) const RULES: &[Rule] = &[NOT_FOUND, SILENT, MOVED, SERVICE_NOT_RUNNING, ADDRESS_MAY_CHANGE];

const NOT_FOUND: Rule = Rule {
    code: "phone-system-not-found",
    severity: Severity::Blocker,
    hides: &["mapping-not-listed", "range-too-long-for-router", "audio-not-proved", "not-seen-from-outside"],
    find: |facts| {
        let found = facts.case.office.phone_system.is_some() || facts.case.answers.pbx.is_some();
        if facts.looked(Looked::PhoneSystem) && !found { vec![Draft::new()] } else { Vec::new() }
    },
};

/// args: address, there (yes, no or unknown).
const SILENT: Rule = Rule {
    code: "phone-system-silent",
    severity: Severity::Blocker,
    hides: &["service-not-running", "no-answer-outside"],
    find: |facts| {
        let Some(phone) = facts.case.office.phone_system.as_ref().filter(|_| facts.looked(Looked::Inside)) else {
            return Vec::new();
        };
        if phone.answers_inside || !asked_inside(facts) {
            return Vec::new();
        }
        let there = facts.case.machine_there.map_or("unknown", |there| if there { "yes" } else { "no" });
        let draft = Draft::new()
            .arg("address", &phone.address)
            .arg("there", &there)
            .services(facts.selected.iter().cloned())
            .evidence(facts.evidence(Vantage::Inside).map(|(index, _)| index));
        vec![draft]
    },
};

/// args: before, address.
const MOVED: Rule = Rule {
    code: "phone-system-moved",
    severity: Severity::Problem,
    hides: &["mapping-wrong-device"],
    find: |facts| {
        let before = facts.case.before.as_ref().and_then(|b| b.phone_system.as_ref());
        let (Some(before), Some(now)) = (before, &facts.case.office.phone_system) else { return Vec::new() };
        let same_device = before.mac.is_some() && before.mac == now.mac;
        if same_device && before.address != now.address {
            vec![Draft::new().arg("before", &before.address).arg("address", &now.address)]
        } else {
            Vec::new()
        }
    },
};

/// args: service, ports. One finding for each.
const SERVICE_NOT_RUNNING: Rule = Rule {
    code: "service-not-running",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let answers = facts.case.office.phone_system.as_ref().is_some_and(|p| p.answers_inside);
        if !answers || !facts.looked(Looked::Inside) {
            return Vec::new();
        }
        let quiet = |row: &&ServiceRow| {
            matches!(row.inside, Outcome::Refused | Outcome::Silent | Outcome::Unreachable)
                && row.outside != Outcome::Answered
        };
        let found = facts.selected_rows().filter(quiet).map(|row| {
            Draft::new()
                .arg("service", &row.label)
                .arg("ports", &row.ports)
                .services([row.id.clone()])
                .evidence(facts.about(Vantage::Inside, &row.id).into_iter().map(|(index, _)| index))
        });
        found.collect()
    },
};

/// args: address.
const ADDRESS_MAY_CHANGE: Rule = Rule {
    code: "phone-system-address-may-change",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let reserved = facts.case.advice.iter().any(|a| a.id == AdviceId::AddressReservation && a.done);
        match &facts.case.office.phone_system {
            Some(phone) if !reserved => vec![Draft::new().arg("address", &phone.address)],
            Some(_) | None => Vec::new(),
        }
    },
};

/// At least one selected row was really asked inside.
fn asked_inside(facts: &Facts<'_>) -> bool {
    facts.selected_rows().any(|r| !matches!(r.inside, Outcome::NotChecked | Outcome::Failed))
}

//! One verdict for each row of the profile.

use super::facts::Facts;
use crate::domain::office::MappingList;
use crate::domain::probe::{Outcome, Vantage};
use crate::domain::report::{Listed, Looked, ServiceRow, Street, Verdict};
use crate::domain::service::{Direction, Need, ProbeKind, Service};

/// Fills the rows. Locked ones come second, because their silence counts only where something else was answered.
pub(super) fn decide(facts: &mut Facts<'_>) {
    let services: Vec<&'static Service> = facts.services().collect();
    facts.rows = services.iter().map(|service| row(facts, service)).collect();
    let proved = facts.walk_is_proved();
    let shut: Vec<bool> = services
        .iter()
        .map(|s| {
            let outcome = facts.outcome(Vantage::Outside, &s.id);
            let asked = !matches!(outcome, Outcome::NotChecked | Outcome::Failed | Outcome::Answered);
            s.need == Need::Never && s.direction == Direction::Inbound && asked && proved
        })
        .collect();
    for (row, shut) in facts.rows.iter_mut().zip(shut) {
        if shut {
            row.verdict = Verdict::Shut;
        }
    }
}

fn row(facts: &Facts<'_>, service: &'static Service) -> ServiceRow {
    ServiceRow {
        id: service.id.clone(),
        label: service.label.clone(),
        protocol: service.protocol,
        ports: service.ports(),
        direction: service.direction,
        need: service.need,
        selected: facts.selected.contains(&service.id),
        inside: facts.outcome(Vantage::Inside, &service.id),
        router: listed(facts, service),
        outside: facts.outcome(Vantage::Outside, &service.id),
        outside_ipv6: Outcome::NotChecked,
        verdict: verdict(facts, service),
        because: None,
        unconfirmed: service.is_unconfirmed(),
    }
}

/// The router's word about a row.
fn listed(facts: &Facts<'_>, service: &Service) -> Listed {
    let gateway = facts.gateway();
    let readable = gateway.is_some_and(|g| g.control.is_upnp() && g.list != MappingList::Unread);
    let (Some(phone), true, Direction::Inbound) = (facts.phone(), readable, service.direction) else {
        return Listed::NotChecked;
    };
    let lines = facts.lines(service);
    if service.is_on_phones() {
        return Listed::NotChecked;
    }
    let good = lines.iter().filter(|m| m.internal_client == phone && m.internal_port == m.external_port && m.enabled);
    if u32::try_from(good.count()).is_ok_and(|n| n >= facts.ports(service).count()) {
        return Listed::Mapped;
    }
    if lines.iter().any(|m| m.internal_client != phone) {
        return Listed::WrongDevice;
    }
    if lines.iter().any(|m| m.internal_port != m.external_port) {
        return Listed::WrongPort;
    }
    if lines.iter().any(|m| !m.enabled) {
        return Listed::Disabled;
    }
    // Only the other protocol is listed: a common slip on routers that ask for one of the two.
    let ports = facts.ports(service);
    let twin = |m: &crate::domain::office::PortMapping| {
        m.protocol != service.protocol && ports.contains(m.external_port) && m.internal_client == phone
    };
    let sibling = facts
        .services()
        .any(|s| s.protocol != service.protocol && s.ports() == service.ports() && s.direction == Direction::Inbound);
    if service.ports().is_single() && !sibling && facts.case.mappings.iter().any(twin) {
        return Listed::WrongPort;
    }
    match gateway.map(|g| g.list) {
        Some(MappingList::Whole) => Listed::NotListed,
        Some(MappingList::Partial | MappingList::Unread) | None => Listed::NotChecked,
    }
}

fn verdict(facts: &Facts<'_>, service: &Service) -> Verdict {
    match (service.direction, service.need) {
        (Direction::Outbound, _) => Verdict::NotChecked,
        (Direction::Inbound, Need::Never) => match facts.outcome(Vantage::Outside, &service.id) {
            Outcome::Answered => Verdict::Exposed,
            Outcome::Refused | Outcome::Silent | Outcome::Unreachable | Outcome::Failed | Outcome::NotChecked => {
                Verdict::NotChecked
            }
        },
        (Direction::Inbound, Need::Required | Need::IfFeature) if facts.selected.contains(&service.id) => {
            wanted(facts, service)
        }
        (Direction::Inbound, Need::Required | Need::IfFeature) => Verdict::NotChecked,
    }
}

fn wanted(facts: &Facts<'_>, service: &Service) -> Verdict {
    if service.is_voice() {
        return Verdict::NotChecked;
    }
    let inside = facts.outcome(Vantage::Inside, &service.id);
    let inside_asked = facts.looked(Looked::Inside) && inside != Outcome::NotChecked && inside != Outcome::Failed;
    match facts.outcome(Vantage::Outside, &service.id) {
        Outcome::Answered => answered(facts, service, inside),
        _ if inside_asked && inside != Outcome::Answered => Verdict::NothingListening,
        Outcome::Refused | Outcome::Silent | Outcome::Unreachable if turned_away(facts, service) => Verdict::Guarded,
        Outcome::Refused | Outcome::Silent | Outcome::Unreachable => Verdict::NoAnswer,
        Outcome::Failed | Outcome::NotChecked => Verdict::NotChecked,
    }
}

/// Who answered from outside.
fn answered(facts: &Facts<'_>, service: &Service, inside: Outcome) -> Verdict {
    let seen_inside = facts.fingerprints(Vantage::Inside, &service.id);
    let seen_outside = facts.fingerprints(Vantage::Outside, &service.id);
    if seen_outside.iter().any(|f| seen_inside.contains(f)) {
        return Verdict::Verified;
    }
    if !seen_outside.is_empty() && !seen_inside.is_empty() {
        return Verdict::WrongHost;
    }
    match inside {
        Outcome::Answered if facts.has_no_identity_but_fits(&service.id) => Verdict::Verified,
        Outcome::Answered => Verdict::NotChecked,
        // Something answers the street, but not the machine that we asked.
        Outcome::Refused | Outcome::Unreachable | Outcome::Silent if facts.looked(Looked::Inside) => Verdict::WrongHost,
        Outcome::Refused | Outcome::Unreachable | Outcome::Silent | Outcome::Failed | Outcome::NotChecked => {
            Verdict::NotChecked
        }
    }
}

/// A guest list applies, and every walker so far was a stranger.
fn turned_away(facts: &Facts<'_>, service: &Service) -> bool {
    let stranger = facts.walks().all(|w| w.address.is_none_or(|a| !facts.is_trusted(a)));
    let other_street = facts.walks().any(|w| w.street != Street::Same);
    // Without an entrance in the wall the guest list was never reached.
    let door = listed(facts, service) != Listed::NotListed;
    door && service.probe == ProbeKind::Sip && !facts.case.answers.trusted.is_empty() && stranger && other_street
}

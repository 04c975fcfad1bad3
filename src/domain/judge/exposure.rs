//! Cabinets that must stay locked, and the desk phones' own pages.

use super::facts::Facts;
use super::{Draft, Rule};
use crate::domain::office::PortMapping;
use crate::domain::probe::{Outcome, Vantage};
use crate::domain::report::{ServiceRow, Severity};
use crate::domain::service::{Direction, Need, Service, Transport};

pub(super) const RULES: &[Rule] = &[MUST_STAY_SHUT, PHONE_WEB_PAGE];

/// args: service, port, protocol, how (answered or listed), client. One finding for each cabinet.
const MUST_STAY_SHUT: Rule = Rule {
    code: "must-stay-shut-is-open",
    severity: Severity::Blocker,
    hides: &[],
    find: |facts| {
        let mut drafts = Vec::new();
        for row in facts.rows.iter().filter(|r| r.need == Need::Never && r.direction == Direction::Inbound) {
            let Some(service) = facts.profile.and_then(|p| p.service(&row.id)) else { continue };
            if let Some(draft) = answered(facts, row).or_else(|| listed(facts, service)) {
                drafts.push(draft.arg("service", &service.label).services([row.id.clone()]));
            }
        }
        drafts
    },
};

fn answered(facts: &Facts<'_>, row: &ServiceRow) -> Option<Draft> {
    let all = facts.about(Vantage::Outside, &row.id);
    let answers: Vec<usize> = all.iter().filter(|(_, e)| e.outcome == Outcome::Answered).map(|(i, _)| *i).collect();
    if answers.is_empty() {
        return None;
    }
    let draft = Draft::new().arg("port", &row.ports).arg("protocol", &row.protocol.name()).arg("how", &"answered");
    Some(draft.arg("client", &"").evidence(answers))
}

/// A mapping that leads to a locked port of the phone system, found even without an outside view.
fn listed(facts: &Facts<'_>, service: &Service) -> Option<Draft> {
    let phone = facts.phone()?;
    let leads = |m: &&PortMapping| {
        m.enabled
            && m.internal_client == phone
            && m.protocol == service.protocol
            && service.ports().contains(m.internal_port)
            && !service.is_voice()
            && !service.is_on_phones()
    };
    let line = facts.case.mappings.iter().find(leads)?;
    let draft = Draft::new()
        .arg("port", &line.external_port)
        .arg("protocol", &line.protocol.name())
        .arg("how", &"listed")
        .arg("client", &line.internal_client);
    Some(draft)
}

/// args: port, client, description.
const PHONE_WEB_PAGE: Rule = Rule {
    code: "phone-web-page-exposed",
    severity: Severity::Blocker,
    hides: &[],
    find: |facts| {
        let is_desk_phone = |m: &&PortMapping| {
            facts.case.candidates.iter().any(|c| c.address == m.internal_client && !c.likely)
                && facts.case.office.gateways.iter().all(|g| g.address != m.internal_client)
        };
        let web = |m: &&PortMapping| m.enabled && m.protocol == Transport::Tcp && matches!(m.internal_port, 80 | 443);
        let lines = facts.case.mappings.iter().filter(web).filter(is_desk_phone);
        lines
            .map(|m| {
                let draft = Draft::new().arg("port", &m.external_port).arg("client", &m.internal_client);
                draft.arg("description", &m.description)
            })
            .collect()
    },
};

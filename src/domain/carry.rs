//! From look to look: what one look could not see is taken over from what was known before it.

use std::collections::BTreeSet;

use crate::domain::case::Case;
use crate::domain::office::Control;
use crate::domain::probe::{Outcome, Vantage};
use crate::domain::report::Looked;
use crate::domain::service::ServiceId;

impl Case {
    /// What this look could not see is as it was.
    pub(super) fn carry(&mut self, known: &Self) {
        let case = self;
        let answers = case.office.gateway().is_some_and(|g| g.control != Control::None);
        let knew_router = known.office.gateway().is_some_and(|g| g.control != Control::None);
        if !answers && knew_router {
            case.office.gateways.clone_from(&known.office.gateways);
            case.mappings.clone_from(&known.mappings);
            case.office.pinholes.clone_from(&known.office.pinholes);
            case.office.mappings_at = known.office.mappings_at;
            case.office.public_address = known.office.public_address;
            case.office.public_address_from = known.office.public_address_from;
            case.office.said.clone_from(&known.office.said);
        }
        if case.office.public_address.is_none() {
            case.office.public_address = known.office.public_address;
        }
        if let Some(before) = &known.office.phone_system {
            let now = case.office.phone_system.get_or_insert_with(|| before.clone());
            if now.address == before.address {
                now.server = now.server.take().or_else(|| before.server.clone());
                now.mac = now.mac.take().or_else(|| before.mac.clone());
            }
        }
        let asked: BTreeSet<ServiceId> = case.evidence.iter().filter_map(|e| e.service.clone()).collect();
        let is_kept = |s: &ServiceId| !asked.contains(s);
        let inside = known.evidence.iter().filter(|e| e.vantage == Vantage::Inside);
        case.evidence.extend(inside.filter(|e| e.service.as_ref().is_some_and(is_kept)).cloned());
        case.looked.extend(known.looked.iter().filter(|stage| **stage != Looked::Outside));
        let answers = case.evidence.iter().any(|e| e.vantage == Vantage::Inside && e.outcome == Outcome::Answered);
        if let Some(phone_system) = &mut case.office.phone_system {
            phone_system.answers_inside = answers;
        }
    }
}

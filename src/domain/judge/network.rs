//! The building: this computer's way out, the router, the walls around it, the street address.

use std::net::IpAddr;

use super::facts::Facts;
use super::{Draft, Rule};
use crate::domain::address::{self, AddressKind};
use crate::domain::office::Control;
use crate::domain::report::{Looked, Severity};

pub(super) const RULES: &[Rule] = &[
    NO_NETWORK,
    VPN_IN_THE_WAY,
    CARRIER_SHARED,
    SECOND_ROUTER,
    PUBLIC_ADDRESS_DIFFERS,
    PUBLIC_ADDRESS_CHANGED,
    PHONES_USE_OTHER_ADDRESS,
    ROUTER_NOT_FOUND,
    SEVERAL_ROUTERS,
    WAN_ADDRESS_UNKNOWN,
    PUBLIC_ADDRESS_UNKNOWN,
    NOT_CHECKED_OVER_IPV6,
];

/// What a wall around the whole building explains: as long as it stands, nothing behind it can be said.
const BEHIND_A_WALL: &[&str] = &[
    "wan-address-unknown",
    "public-address-unknown",
    "public-address-differs",
    "mapping-missing",
    "mapping-not-listed",
    "mapping-table-full",
    "mapping-expires",
    "no-answer-outside",
    "walk-path-unproved",
    "not-seen-from-outside",
    "range-too-long-for-router",
    "audio-not-proved",
    "guest-list-not-proved",
    "phone-system-address-may-change",
];

fn one(draft: Draft) -> Vec<Draft> {
    vec![draft]
}

const NO_NETWORK: Rule = Rule {
    code: "no-network",
    severity: Severity::Blocker,
    hides: &["router-not-found", "public-address-unknown", "phone-system-not-found", "not-seen-from-outside"],
    find: |facts| {
        let none = facts.looked(Looked::Network) && !facts.case.office.adapters.iter().any(|a| a.default_route);
        if none { one(Draft::new()) } else { Vec::new() }
    },
};

/// args: adapter.
const VPN_IN_THE_WAY: Rule = Rule {
    code: "vpn-in-the-way",
    severity: Severity::Problem,
    hides: &["router-not-found"],
    find: |facts| {
        let way_out = facts.case.office.adapters.iter().find(|a| a.default_route);
        way_out.filter(|a| a.is_virtual).map(|a| Draft::new().arg("adapter", &a.name)).into_iter().collect()
    },
};

/// args: address (what tells it: the WAN address or the next hop), router.
const CARRIER_SHARED: Rule = Rule {
    code: "carrier-shared-address",
    severity: Severity::Blocker,
    hides: BEHIND_A_WALL,
    find: |facts| outer_wall(facts, AddressKind::CarrierShared),
};

/// args: address, router.
const SECOND_ROUTER: Rule = Rule {
    code: "second-router",
    severity: Severity::Blocker,
    hides: BEHIND_A_WALL,
    find: |facts| outer_wall(facts, AddressKind::Private),
};

/// The WAN address is of this kind, or the router gives none and the next hop outwards is.
fn outer_wall(facts: &Facts<'_>, wall: AddressKind) -> Vec<Draft> {
    let Some(gateway) = facts.gateway().filter(|_| facts.looked(Looked::Router)) else { return Vec::new() };
    let said = gateway.wan_address.filter(|ip| !ip.is_unspecified());
    let Some(telling) = said.or(gateway.wan_hop).filter(|ip| address::kind(*ip) == wall) else { return Vec::new() };
    let mut draft =
        Draft::new().arg("address", &telling).arg("router", &gateway.address).services(facts.selected.iter().cloned());
    // Proof outranks inference: something was answered from outside by the right machine.
    if facts.something_verified() {
        draft = draft.severity(Severity::Note);
    }
    one(draft)
}

/// args: address (the router's word), seen (the other word).
const PUBLIC_ADDRESS_DIFFERS: Rule = Rule {
    code: "public-address-differs",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let wan = facts.gateway().and_then(|g| g.wan_address).filter(|ip| address::can_be_street(*ip));
        let typed = facts.case.answers.public_address;
        let (Some(wan), Some(typed)) = (wan, typed) else { return Vec::new() };
        if wan == typed {
            return Vec::new();
        }
        let mut draft = Draft::new().arg("address", &wan).arg("seen", &typed);
        if facts.something_verified() {
            draft = draft.severity(Severity::Note);
        }
        one(draft)
    },
};

/// args: before, address.
const PUBLIC_ADDRESS_CHANGED: Rule = Rule {
    code: "public-address-changed",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let before = facts.case.before.as_ref().and_then(|b| b.public_address);
        match (before, facts.case.office.public_address) {
            (Some(before), Some(now)) if before != now => one(Draft::new().arg("before", &before).arg("address", &now)),
            (Some(_) | None, Some(_) | None) => Vec::new(),
        }
    },
};

/// args: name, address (where it leads), seen (the street address, if known).
const PHONES_USE_OTHER_ADDRESS: Rule = Rule {
    code: "phones-use-other-address",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let Some(name) = facts.case.answers.phones_use.as_ref() else { return Vec::new() };
        let typed = name.trim().parse::<IpAddr>().ok();
        let Some(leads) = facts.case.phones_lead_to.or(typed) else { return Vec::new() };
        let street = facts.case.office.public_address;
        let elsewhere = !address::can_be_street(leads) || street.is_some_and(|s| s != leads);
        if !elsewhere {
            return Vec::new();
        }
        let seen = street.map(|s| s.to_string()).unwrap_or_default();
        one(Draft::new().arg("name", name).arg("address", &leads).arg("seen", &seen))
    },
};

/// args: router.
const ROUTER_NOT_FOUND: Rule = Rule {
    code: "router-not-found",
    severity: Severity::Warning,
    hides: &["public-address-unknown"],
    find: |facts| {
        let gateways = &facts.case.office.gateways;
        let mute = !gateways.is_empty() && gateways.iter().all(|g| g.control == Control::None);
        let router = facts.gateway().map(|g| g.address.to_string()).unwrap_or_default();
        if mute && facts.looked(Looked::Router) { one(Draft::new().arg("router", &router)) } else { Vec::new() }
    },
};

/// args: count, router (the one that faces the internet).
const SEVERAL_ROUTERS: Rule = Rule {
    code: "several-routers",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let answering = facts.case.office.gateways.iter().filter(|g| g.control != Control::None).count();
        let router = facts.gateway().map(|g| g.address.to_string()).unwrap_or_default();
        if answering > 1 { one(Draft::new().arg("count", &answering).arg("router", &router)) } else { Vec::new() }
    },
};

/// args: router.
const WAN_ADDRESS_UNKNOWN: Rule = Rule {
    code: "wan-address-unknown",
    severity: Severity::Warning,
    hides: &["public-address-unknown"],
    find: |facts| {
        let Some(gateway) = facts.gateway().filter(|_| facts.looked(Looked::Router)) else { return Vec::new() };
        let none = gateway.wan_address.is_none_or(|ip| ip.is_unspecified());
        if none && gateway.control != Control::None {
            one(Draft::new().arg("router", &gateway.address))
        } else {
            Vec::new()
        }
    },
};

const PUBLIC_ADDRESS_UNKNOWN: Rule = Rule {
    code: "public-address-unknown",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let unknown = facts.looked(Looked::Router) && facts.case.office.public_address.is_none();
        if unknown { one(Draft::new()) } else { Vec::new() }
    },
};

const NOT_CHECKED_OVER_IPV6: Rule = Rule {
    code: "not-checked-over-ipv6",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let has = facts.looked(Looked::Network) && facts.case.office.adapters.iter().any(|a| a.has_ipv6);
        if has { one(Draft::new()) } else { Vec::new() }
    },
};

//! This computer's way out, the routers, and the walls between the office and the street.

use std::net::IpAddr;

use crate::domain::address::{self, NameLeads};
use crate::domain::judge::facts::{Facts, Wall, default_adapter, hop, is_in_tunnel, knocks, knocks_over_ipv6, wan};
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service;
use crate::domain::office::{Adapter, AddressFrom, Control, Gateway, Ipv6Firewall};
use crate::domain::pinhole;
use crate::domain::probe::{Evidence, Outcome};
use crate::domain::report::{Looked, Severity, Walker};

pub(super) const RULES: [&Rule; 11] = [
    &NO_NETWORK,
    &VPN_IN_THE_WAY,
    &CARRIER_SHARED_ADDRESS,
    &SECOND_ROUTER,
    &PUBLIC_ADDRESS_DIFFERS,
    &ROUTER_NOT_FOUND,
    &WAN_ADDRESS_UNKNOWN,
    &PUBLIC_ADDRESS_UNKNOWN,
    &PHONES_USE_OTHER_ADDRESS,
    &SEVERAL_ROUTERS,
    &NOT_CHECKED_OVER_IPV6,
];

/// Nothing can be asked and nothing proved behind a wall that is not the outermost one, so all that is still to be
/// done waits.
const BEHIND_A_WALL: [&str; 16] = [
    "audio-not-proved",
    "blocked-before-router",
    "guest-list-not-proved",
    "helper-unreachable",
    "mapping-missing",
    "mapping-not-listed",
    "mapping-table-full",
    "no-answer-outside",
    "not-outside",
    "not-seen-from-outside",
    "phone-system-address-may-change",
    "public-address-unknown",
    "range-too-long-for-router",
    "router-refuses",
    "walk-path-unproved",
    "wan-address-unknown",
];

/// The outer box may answer too, and is what this is about.
const BEHIND_A_SECOND_ROUTER: [&str; BEHIND_A_WALL.len() + 1] = {
    let mut codes = ["several-routers"; BEHIND_A_WALL.len() + 1];
    let (first, _) = codes.split_at_mut(BEHIND_A_WALL.len());
    first.copy_from_slice(&BEHIND_A_WALL);
    codes
};

/// Args: none.
const NO_NETWORK: Rule = Rule {
    code: "no-network",
    severity: Severity::Blocker,
    hides: &[
        "audio-not-proved",
        "blocked-before-router",
        "guest-list-not-proved",
        "helper-unreachable",
        "mapping-missing",
        "mapping-not-listed",
        "no-answer-outside",
        "not-outside",
        "not-seen-from-outside",
        "outbound-blocked",
        "phone-system-address-may-change",
        "phone-system-not-found",
        "phone-system-silent",
        "phones-use-other-address",
        "provider-unreachable",
        "public-address-unknown",
        "range-too-long-for-router",
        "router-not-found",
        "walk-path-unproved",
        "wan-address-unknown",
    ],
    find: |facts| {
        let none = facts.looked(Looked::Network) && default_adapter(facts.case).is_none();
        if none { vec![Found::office()] } else { Vec::new() }
    },
};

/// Args: adapter, address.
const VPN_IN_THE_WAY: Rule = Rule {
    code: "vpn-in-the-way",
    severity: Severity::Problem,
    hides: &["public-address-differs", "public-address-unknown", "router-not-found", "wan-address-unknown"],
    find: |facts| {
        let tunnel = default_adapter(facts.case).filter(|_| facts.looked(Looked::Network) && is_in_tunnel(facts.case));
        tunnel.map(|a| Found::office().arg("adapter", &a.name).arg("address", a.address)).into_iter().collect()
    },
};

/// Args: wan, hop (each only when known), router, newer (what there is over IPv6: answered, offered, there or none),
/// `newer_address` (where the phone system answered there).
const CARRIER_SHARED_ADDRESS: Rule = Rule {
    code: "carrier-shared-address",
    severity: Severity::Blocker,
    hides: &BEHIND_A_WALL,
    find: |facts| walled(facts, Wall::CarrierShared),
};

/// Args: the same, and outer (the box outside, when it answers here too).
const SECOND_ROUTER: Rule = Rule {
    code: "second-router",
    severity: Severity::Blocker,
    hides: &BEHIND_A_SECOND_ROUTER,
    find: |facts| walled(facts, Wall::SecondRouter),
};

fn walled(facts: &Facts<'_>, wall: Wall) -> Vec<Found> {
    if !facts.looked(Looked::Router) || facts.wall != wall {
        return Vec::new();
    }
    let found = Found::office()
        .maybe("wan", wan(facts.case))
        .maybe("hop", hop(facts.case))
        .maybe("router", facts.gateway().map(|g| g.address))
        .maybe("outer", outer_box(facts).map(|g| g.address));
    let (newer, answered) = over_ipv6(facts);
    let found = found.arg("newer", newer).maybe("newer_address", answered.map(|e| e.target.ip())).seen(facts, answered);
    vec![found.outranked_by(facts.proof)]
}

/// No wall of this kind stands in the way over IPv6: what there is of it, and the phone system's own answer there.
fn over_ipv6<'a>(facts: &Facts<'a>) -> (&'static str, Option<&'a Evidence>) {
    let answered = facts.selected().find_map(|r| service::own_answers_over_ipv6(facts.case, r).next());
    let newer = match () {
        () if answered.is_some() => "answered",
        () if pinhole::adapter(facts.case).is_none() => "none",
        () if pinhole::is_offered(facts.case) => "offered",
        () => "there",
    };
    (newer, answered)
}

/// Another router that answers here and faces the street, which the office's own does not.
fn outer_box<'a>(facts: &Facts<'a>) -> Option<&'a Gateway> {
    let mut others = facts.case.office.gateways.iter().filter(|g| !g.is_default);
    others.find(|g| g.wan_address.is_some_and(address::can_be_street) || Some(g.address) == hop(facts.case))
}

/// Args: wan, address (as the outside sees it), from (who said so).
const PUBLIC_ADDRESS_DIFFERS: Rule = Rule {
    code: "public-address-differs",
    severity: Severity::Problem,
    hides: &["blocked-before-router", "no-answer-outside", "phones-use-other-address", "walk-path-unproved"],
    find: |facts| {
        let router = wan(facts.case).filter(|ip| address::can_be_street(*ip) && facts.looked(Looked::Router));
        let Some((wan, (address, from))) = router.zip(seen_by_others(facts)) else { return Vec::new() };
        if wan == address {
            return Vec::new();
        }
        let found = Found::office().arg("wan", wan).arg("address", address).arg("from", from);
        vec![found.outranked_by(facts.proof)]
    },
};

/// The office's street address as somebody outside sees it: a standing helper walks to where the office's own
/// connection came from; a STUN server says it; the owner read it from a web page.
fn seen_by_others(facts: &Facts<'_>) -> Option<(IpAddr, &'static str)> {
    let said = &facts.case.office.said;
    let by_helper = |ip: Option<IpAddr>| {
        let helpers = facts.case.walks.iter().filter(|w| w.walker == Walker::Helper);
        helpers.into_iter().any(|w| w.address == ip)
    };
    // Of several walks the last one counts, in whatever order their answers came in.
    let walked = knocks(facts.case).filter(|e| by_helper(e.asker)).max_by_key(|e| (e.at, e.target));
    walked
        .map(|e| (e.target.ip(), "outside"))
        .or_else(|| said.get(&AddressFrom::Outside).map(|ip| (*ip, "outside")))
        .or_else(|| said.get(&AddressFrom::Stun).map(|ip| (*ip, "stun")))
        .or_else(|| said.get(&AddressFrom::Typed).map(|ip| (*ip, "typed")))
}

/// Args: router (when known), proved (yes when every entrance is proved all the same).
const ROUTER_NOT_FOUND: Rule = Rule {
    code: "router-not-found",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let router = facts.gateway();
        if !facts.looked(Looked::Router) || router.is_some_and(|g| g.control != Control::None) {
            return Vec::new();
        }
        let mut wanted = facts.selected().filter(|r| r.can_be_knocked()).peekable();
        let proved = wanted.peek().is_some() && wanted.all(|r| r.is_proved);
        let found = Found::office().maybe("router", router.map(|g| g.address));
        vec![found.arg("proved", if proved { "yes" } else { "no" })]
    },
};

/// Args: router, wan (only when it gives an address that is none).
const WAN_ADDRESS_UNKNOWN: Rule = Rule {
    code: "wan-address-unknown",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let answering = facts.gateway().filter(|g| facts.looked(Looked::Router) && g.control != Control::None);
        let Some(router) = answering else { return Vec::new() };
        let wan = wan(facts.case);
        let is_useless = match facts.wall {
            Wall::Outermost => !wan.is_some_and(address::can_be_street),
            Wall::CarrierShared | Wall::SecondRouter => wan.is_none(),
        };
        let found = Found::office().arg("router", router.address).maybe("wan", wan);
        if is_useless { vec![found] } else { Vec::new() }
    },
};

/// Args: router (when known).
const PUBLIC_ADDRESS_UNKNOWN: Rule = Rule {
    code: "public-address-unknown",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let unknown = facts.looked(Looked::Router) && facts.case.office.public_address.is_none();
        let found = Found::office().maybe("router", facts.gateway().map(|g| g.address));
        if unknown { vec![found] } else { Vec::new() }
    },
};

/// Args: server (as typed), leads (nowhere, inside, newer or elsewhere), address (where it leads, when anywhere), wan (the office's, when known).
const PHONES_USE_OTHER_ADDRESS: Rule = Rule {
    code: "phones-use-other-address",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let typed = facts.case.answers.phones_use.as_deref().map(str::trim).filter(|t| !t.is_empty());
        let Some(server) = typed.filter(|_| facts.looked(Looked::Router)) else { return Vec::new() };
        let leads = match server.parse() {
            Ok(ip) => Some(NameLeads::To(ip)),
            Err(_) => facts.case.office.phones_use_leads,
        };
        // Everybody's word but the name's own.
        let said = &facts.case.office.said;
        let streets: Vec<IpAddr> =
            said.iter().filter(|(from, _)| **from != AddressFrom::PhonesUse).map(|(_, ip)| *ip).collect();
        let address = match leads {
            None => return Vec::new(),
            Some(NameLeads::Nowhere) => None,
            Some(NameLeads::To(ip)) => {
                let is_inside = !address::can_be_street(ip);
                // An address of a family that nobody said the office's own of cannot be compared.
                let comparable = streets.iter().any(|s| s.is_ipv4() == ip.is_ipv4()) || is_newer(facts, ip);
                if !is_inside && (!comparable || streets.contains(&ip)) {
                    return Vec::new();
                }
                Some(ip)
            }
        };
        let street = facts.case.office.public_address.filter(|_| !streets.is_empty());
        let place = match address {
            None => "nowhere",
            Some(ip) if !address::can_be_street(ip) => "inside",
            Some(ip) if is_newer(facts, ip) => "newer",
            Some(_) => "elsewhere",
        };
        let found = Found::office().arg("server", server).arg("leads", place);
        vec![found.maybe("address", address).maybe("wan", street)]
    },
};

/// A name leads to IPv6 only where it has nothing else, and no computer looked at has IPv6 in this office. Where it has,
/// `not-checked-over-ipv6` says what is open.
fn is_newer(facts: &Facts<'_>, ip: IpAddr) -> bool {
    let adapters = &facts.case.office.adapters;
    ip.is_ipv6() && facts.looked(Looked::Network) && !adapters.is_empty() && !adapters.iter().any(|a| a.has_ipv6)
}

/// Args: router (that faces the internet), count.
const SEVERAL_ROUTERS: Rule = Rule {
    code: "several-routers",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let answering = facts.case.office.gateways.iter().filter(|g| g.control != Control::None).count();
        let Some(router) = facts.gateway().filter(|_| facts.looked(Looked::Router) && answering > 1) else {
            return Vec::new();
        };
        vec![Found::office().arg("router", router.address).arg("count", answering)]
    },
};

/// Args: adapter, firewall (off, on, pinholes or untold), knocked (here or nowhere), address (of this computer, where it was knocked at and is not the phone system).
const NOT_CHECKED_OVER_IPV6: Rule = Rule {
    code: "not-checked-over-ipv6",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let adapters = &facts.case.office.adapters;
        let with_ipv6 = adapters.iter().find(|a| a.has_ipv6 && facts.looked(Looked::Network));
        let Some(adapter) = with_ipv6 else { return Vec::new() };
        // Over IPv6 nothing stands between: a walk meets the computer that asked for it.
        let is_here = |a: &Adapter| facts.case.phone_system_address() == Some(IpAddr::V4(a.address));
        let knocked = knocks_over_ipv6(facts.case).find(|e| e.outcome != Outcome::NotChecked);
        if knocked.is_some() && adapters.iter().any(is_here) {
            return Vec::new();
        }
        let here = knocked.map(|e| e.target.ip());
        let place = if here.is_some() { "here" } else { "nowhere" };
        let firewall = match facts.gateway().and_then(|g| g.ipv6_firewall) {
            None => "untold",
            Some(Ipv6Firewall { enabled: false, .. }) => "off",
            Some(Ipv6Firewall { pinholes: true, .. }) => "pinholes",
            Some(Ipv6Firewall { pinholes: false, .. }) => "on",
        };
        let found = Found::office().arg("adapter", &adapter.name).arg("firewall", firewall).arg("knocked", place);
        vec![found.maybe("address", here).seen(facts, knocked)]
    },
};

//! This computer's own walls: it may not speak to the office's network, or lets no answer in. Neither says anything of
//! the router or the phone system, so what their silence would mean is folded here.

use crate::domain::judge::facts::Facts;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::office::HostFilter;
use crate::domain::report::{Looked, Severity};

pub(super) const RULES: [&Rule; 2] = [&LOCAL_NETWORK_DENIED, &REPLIES_BLOCKED];

/// Args: system (macos, windows, linux or another), router (when known).
const LOCAL_NETWORK_DENIED: Rule = Rule {
    code: "local-network-denied",
    severity: Severity::Blocker,
    hides: &[
        "audio-not-proved",
        "guest-list-not-proved",
        "mapping-not-listed",
        "not-seen-from-outside",
        "outbound-blocked",
        "phone-system-address-may-change",
        "phone-system-not-found",
        "phone-system-silent",
        "provider-unreachable",
        "public-address-unknown",
        "range-too-long-for-router",
        "replies-blocked",
        "router-not-found",
        "service-not-running",
        "walk-path-unproved",
        "wan-address-unknown",
    ],
    find: |facts| {
        let filter = filter(facts).filter(|f| f.is_mute());
        filter.map(|f| about(facts, f)).into_iter().collect()
    },
};

/// What cannot be known where no datagram comes back.
pub(super) const UNHEARD: &[&str] = &[
    "outbound-blocked",
    "phone-system-not-found",
    "provider-unreachable",
    "public-address-unknown",
    "router-not-found",
    "walk-path-unproved",
    "wan-address-unknown",
];

/// Args: system, router (when known), what (datagrams: none comes back; search: only answers to a search do not), found
/// (yes where the router described itself all the same).
const REPLIES_BLOCKED: Rule = Rule {
    code: "replies-blocked",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let Some(filter) = filter(facts).filter(|f| f.is_deaf() || f.described) else { return Vec::new() };
        let (what, also): (_, &[_]) = if filter.is_deaf() { ("datagrams", UNHEARD) } else { ("search", &[]) };
        let found = about(facts, filter).arg("what", what).arg("found", if filter.described { "yes" } else { "no" });
        vec![found.also_hiding(also)]
    },
};

fn filter<'f>(facts: &'f Facts<'_>) -> Option<&'f HostFilter> {
    facts.case.office.host_filter.as_ref().filter(|_| facts.looked(Looked::Router))
}

fn about(facts: &Facts<'_>, filter: &HostFilter) -> Found {
    Found::office().arg("system", &filter.system).maybe("router", facts.gateway().map(|g| g.address))
}

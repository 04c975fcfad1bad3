//! What the router lists, refuses and forgets about each entrance.

use std::collections::BTreeSet;

use crate::domain::change::ChangeResult;
use crate::domain::judge::facts::{Facts, Refusal, default_adapter, is_no_answer, silence_counts, why_flat};
use crate::domain::judge::phone::other_system;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::judge::since;
use crate::domain::probe::Outcome;
use crate::domain::report::{Listed, Looked, Severity, Verdict};
use crate::domain::there;

pub(super) const RULES: [&Rule; 12] = [
    &ROUTER_REFUSES,
    &ROUTER_REFUSES_OTHER_DEVICES,
    &PORT_NOT_PERMITTED,
    &MAPPING_CONFLICT,
    &MAPPING_TABLE_FULL,
    &MAPPING_WRONG_DEVICE,
    &MAPPING_WRONG_PORT,
    &MAPPING_DISABLED,
    &MAPPING_MISSING,
    &MAPPING_NOT_LISTED,
    &MAPPING_EXPIRES,
    &RANGE_TOO_LONG_FOR_ROUTER,
];

/// Args: router, why (forbidden, no-address, another-nat, not-this-one or unknown), code, ports.
const ROUTER_REFUSES: Rule = Rule {
    code: "router-refuses",
    severity: Severity::Problem,
    hides: &["mapping-missing", "mapping-not-listed", "walk-path-unproved", "wan-address-unknown"],
    find: |facts| {
        let why = facts.refusals(Refusal::Flat).first().map(|c| why_flat(facts.case, c));
        let found = refused(facts, Refusal::Flat).into_iter().map(|f| f.arg("why", why.unwrap_or("unknown")));
        // A router without a street address opens nothing for anybody.
        found.map(|f| if why == Some("no-address") { f.for_the_office() } else { f }).collect()
    },
};

/// Args: router, code, ports, command (to run on the phone system), elsewhere (yes when the phone system is in another
/// network than this computer).
const ROUTER_REFUSES_OTHER_DEVICES: Rule = Rule {
    code: "router-refuses-other-devices",
    severity: Severity::Problem,
    hides: &["mapping-missing", "mapping-not-listed"],
    find: |facts| {
        let elsewhere = if is_in_another_network(facts) { "yes" } else { "no" };
        let found = refused(facts, Refusal::OtherDevices).into_iter().map(|f| f.arg("elsewhere", elsewhere));
        found.map(|f| f.maybe("command", there::command(facts.case))).collect()
    },
};

/// Routers map to devices of the asker's own network; a phone system in a VLAN of its own is none.
fn is_in_another_network(facts: &Facts<'_>) -> bool {
    let phone_system = facts.case.phone_system_address();
    default_adapter(facts.case).zip(phone_system).is_some_and(|(adapter, ip)| !adapter.network().contains(ip))
}

/// Args: router, code, ports.
const PORT_NOT_PERMITTED: Rule = Rule {
    code: "port-not-permitted",
    severity: Severity::Problem,
    hides: &["mapping-missing", "mapping-not-listed", "walk-path-unproved"],
    find: |facts| refused(facts, Refusal::ThisPort),
};

/// Args: router, client (when known), code (when the router was asked), ports.
const MAPPING_CONFLICT: Rule = Rule {
    code: "mapping-conflict",
    severity: Severity::Problem,
    hides: &["mapping-missing", "mapping-not-listed", "mapping-wrong-device", "walk-path-unproved"],
    find: |facts| refused(facts, Refusal::Conflict),
};

/// Args: router, code (none when it said yes and forgot), forgot (yes or no), count (lines it lists), ports.
const MAPPING_TABLE_FULL: Rule = Rule {
    code: "mapping-table-full",
    severity: Severity::Problem,
    hides: &["mapping-missing", "mapping-not-listed", "walk-path-unproved"],
    find: |facts| {
        let found = refused(facts, Refusal::TableFull);
        let mut refused = facts.refusals(Refusal::TableFull).into_iter();
        let forgot = if refused.any(|c| c.code.is_none()) { "yes" } else { "no" };
        let found = found.into_iter().map(|f| f.arg("forgot", forgot));
        found.map(|f| f.arg("count", facts.case.mappings.len())).collect()
    },
};

fn refused(facts: &Facts<'_>, why: Refusal) -> Vec<Found> {
    let changes = facts.refusals(why);
    let services: BTreeSet<_> = changes.iter().map(|c| &c.service).collect();
    let rows = facts.rows.iter().filter(|r| services.contains(&r.service.id));
    let found = Found::about(rows).map(|found| {
        let ports: Vec<String> = changes.iter().map(|c| format!("{} {}", c.external_port, c.protocol.name())).collect();
        found
            .arg("ports", ports.join(", "))
            .maybe("router", facts.gateway().map(|g| g.address))
            .maybe("code", changes.iter().find_map(|c| answer(c)))
            .maybe("client", changes.iter().find_map(|c| c.held_by))
    });
    found.into_iter().collect()
}

/// As the router said it: a UPnP error, or the name of a PCP or NAT-PMP result.
fn answer(change: &ChangeResult) -> Option<String> {
    let denial = change.denial.map(|d| d.id().to_owned());
    denial.or_else(|| change.code.map(|code| code.to_string()))
}

/// Entrances that the answers select and that the list says this about.
fn listed<'f>(facts: &'f Facts<'_>, as_: Listed) -> impl Iterator<Item = &'f Row<'f>> {
    let read = facts.looked(Looked::Router) && facts.looked(Looked::PhoneSystem);
    facts.selected().filter(move |r| read && r.listed == as_)
}

/// Args: client (where it leads), port, ports, address (the phone system's), kind (phone-system, when another one of
/// the office answers there), other (which).
const MAPPING_WRONG_DEVICE: Rule = Rule {
    code: "mapping-wrong-device",
    severity: Severity::Problem,
    hides: &["no-answer-outside", "walk-path-unproved", "wrong-machine-answers"],
    find: |facts| {
        let rows: Vec<&Row<'_>> = listed(facts, Listed::WrongDevice).collect();
        let clients: BTreeSet<String> = rows.iter().filter_map(|r| other_client(facts, r)).collect();
        let mut holders = rows.iter().filter_map(|r| facts.table.other_holder(r.service.protocol, r.ports));
        let other = holders.find_map(|ip| other_system(facts, ip));
        let clients = clients.into_iter().collect::<Vec<_>>().join(", ");
        let named = |f: Found| f.arg("client", &clients).maybe("kind", other.as_ref().map(|_| "phone-system"));
        led_astray(facts, rows).into_iter().map(|f| named(f).maybe("other", other.as_ref())).collect()
    },
};

fn other_client(facts: &Facts<'_>, row: &Row<'_>) -> Option<String> {
    facts.table.other_holder(row.service.protocol, row.ports).map(|c| c.to_string())
}

/// Args: port, ports, address.
const MAPPING_WRONG_PORT: Rule = Rule {
    code: "mapping-wrong-port",
    severity: Severity::Problem,
    hides: &["no-answer-outside", "walk-path-unproved", "wrong-machine-answers"],
    find: |facts| led_astray(facts, listed(facts, Listed::WrongPort).filter(|r| !r.is_proved)),
};

/// Args: port, ports, address.
const MAPPING_DISABLED: Rule = Rule {
    code: "mapping-disabled",
    severity: Severity::Problem,
    hides: &["no-answer-outside", "walk-path-unproved"],
    find: |facts| led_astray(facts, listed(facts, Listed::Disabled).filter(|r| !r.is_proved)),
};

fn led_astray<'r, 'a: 'r>(facts: &Facts<'_>, rows: impl IntoIterator<Item = &'r Row<'a>>) -> Vec<Found> {
    let found = Found::about(rows).map(|found| {
        let ports = found.value("ports").unwrap_or_default().to_owned();
        found.arg("port", ports).maybe("address", facts.case.phone_system_address())
    });
    found.into_iter().collect()
}

/// Args: router, ports, address, list (read, unread, or leaves-out where another entrance is proved that it lacks).
const MAPPING_MISSING: Rule = Rule {
    code: "mapping-missing",
    severity: Severity::Problem,
    hides: &["walk-path-unproved"],
    find: |facts| {
        let leaves_out = facts.list_leaves_out();
        let is_missing = |r: &&Row<'_>| {
            let asked = r.knocks.iter().filter(|e| is_no_answer(e.outcome));
            let silent = is_no_answer(r.outside_outcome()) && r.verdict != Verdict::Guarded;
            silent
                && match r.listed {
                    // The list agrees, so the silence counts from any street.
                    Listed::NotListed if !leaves_out => true,
                    // No list tells, and the silence is sure.
                    Listed::NotListed | Listed::NotChecked => asked.into_iter().any(|e| silence_counts(facts.case, e)),
                    Listed::Mapped | Listed::WrongDevice | Listed::WrongPort | Listed::Disabled => false,
                }
        };
        let rows: Vec<&Row<'_>> = entrances(facts).filter(is_missing).collect();
        let seen: Vec<_> = rows.iter().filter_map(|r| r.outside).collect();
        let list = match (facts.table.is_whole(), leaves_out) {
            (true, true) => "leaves-out",
            (true, false) => "read",
            (false, _) => "unread",
        };
        let found = not_there(facts, rows).into_iter().map(|f| f.arg("list", list));
        found.map(|f| f.seen(facts, seen.iter().copied())).collect()
    },
};

/// Args: router, ports, address.
const MAPPING_NOT_LISTED: Rule = Rule {
    code: "mapping-not-listed",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let unseen = |r: &&Row<'_>| matches!(r.outside_outcome(), Outcome::NotChecked | Outcome::Failed);
        not_there(facts, entrances(facts).filter(|r| r.listed == Listed::NotListed).filter(unseen).collect())
    },
};

/// Selected entrances other than the voice, once router and phone system were looked at.
fn entrances<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = &'f Row<'f>> {
    let read = facts.looked(Looked::Router) && facts.looked(Looked::Inside);
    facts.selected().filter(move |r| read && !r.service.is_voice())
}

fn not_there(facts: &Facts<'_>, rows: Vec<&Row<'_>>) -> Vec<Found> {
    let found = Found::about(rows).map(|f| {
        f.maybe("router", facts.gateway().map(|g| g.address)).maybe("address", facts.case.phone_system_address())
    });
    found.into_iter().collect()
}

/// Args: until (the earliest), ports.
const MAPPING_EXPIRES: Rule = Rule {
    code: "mapping-expires",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let ending: Vec<&Row<'_>> = facts.selected().filter(|r| since::lease_end(facts, r).is_some()).collect();
        let until = ending.iter().filter_map(|r| since::lease_end(facts, r)).min();
        let found = Found::about(ending).filter(|_| facts.looked(Looked::Router));
        found.map(|f| f.maybe("until", until)).into_iter().collect()
    },
};

/// Args: range (the whole), proposed, calls (when told), kind (voices or fax).
const RANGE_TOO_LONG_FOR_ROUTER: Rule = Rule {
    code: "range-too-long-for-router",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let looked = facts.looked(Looked::Router) && facts.looked(Looked::Inside);
        // Ears heard a call, and no fax.
        let heard = |r: &Row<'_>| facts.calls.heard.is_some() && r.service.is_voice_of_calls();
        let too_long = facts.selected().filter(|r| looked && r.listed != Listed::Mapped && !r.is_proved && !heard(r));
        too_long
            .filter_map(|r| {
                let voice = r.voice.as_ref().filter(|v| !v.one_by_one)?;
                let found = Found::about([r])?.arg("range", voice.whole).arg("proposed", voice.proposed);
                let kind = if r.service.is_fax() { "fax" } else { "voices" };
                Some(found.arg("kind", kind).maybe("calls", voice.calls))
            })
            .collect()
    },
};

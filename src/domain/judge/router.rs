//! What the router was asked, what it lists, and what it listed last time.

use super::facts::Facts;
use super::{Draft, Rule};
use crate::domain::change::{ChangeOutcome, ChangeResult, Hindrance};
use crate::domain::office::PortMapping;
use crate::domain::probe::Outcome;
use crate::domain::report::{Listed, Looked, ServiceRow, Severity, Verdict};
use crate::domain::service::Service;

pub(super) const RULES: &[Rule] = &[
    REFUSES_OTHER_DEVICES,
    PORT_NOT_PERMITTED,
    CONFLICT,
    TABLE_FULL,
    WRONG_DEVICE,
    WRONG_PORT,
    DISABLED,
    FORGOT,
    GONE,
    MISSING,
    NOT_LISTED,
    RANGE_TOO_LONG,
    EXPIRES,
];

/// Ports that stock permission rules let through start here.
const FIRST_PERMITTED: u16 = 1024;

fn refused<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = &'a ChangeResult> {
    facts.case.changes.iter().filter(|c| c.result == ChangeOutcome::Refused)
}

/// 606, or 718 while nobody holds the port (`field-notes.md` 5.1: miniupnpd answers 718 where built for version 1).
fn is_permission(change: &ChangeResult) -> bool {
    change.code == Some(606) || (change.code == Some(718) && change.hindrance == Some(Hindrance::NobodyHoldsIt))
}

fn others_passed(facts: &Facts<'_>) -> bool {
    facts.case.changes.iter().any(|c| matches!(c.result, ChangeOutcome::Opened))
}

fn of_changes<'a>(changes: impl Iterator<Item = &'a ChangeResult>) -> Option<Draft> {
    let changes: Vec<&ChangeResult> = changes.collect();
    let first = changes.first()?;
    let mut services: Vec<_> = changes.iter().map(|c| c.service.clone()).collect();
    services.dedup();
    let code = first.code.map(|c| c.to_string()).unwrap_or_default();
    let client = first.held_by.map(|c| c.to_string()).unwrap_or_default();
    let draft = Draft::new().arg("code", &code).arg("port", &first.external_port).arg("client", &client);
    Some(draft.arg("protocol", &first.protocol.name()).services(services))
}

/// args: code, port, protocol.
const REFUSES_OTHER_DEVICES: Rule = Rule {
    code: "router-refuses-other-devices",
    severity: Severity::Problem,
    hides: &["mapping-table-full"],
    find: |facts| {
        let low = |c: &&ChangeResult| c.external_port < FIRST_PERMITTED && others_passed(facts);
        of_changes(refused(facts).filter(|c| is_permission(c) && !low(c))).into_iter().collect()
    },
};

/// args: code, port, protocol.
const PORT_NOT_PERMITTED: Rule = Rule {
    code: "port-not-permitted",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let low = |c: &&ChangeResult| c.external_port < FIRST_PERMITTED && others_passed(facts);
        of_changes(refused(facts).filter(|c| is_permission(c)).filter(low)).into_iter().collect()
    },
};

/// args: code, port, protocol, client.
const CONFLICT: Rule = Rule {
    code: "mapping-conflict",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let held = |c: &&ChangeResult| {
            c.code == Some(729) || (c.code == Some(718) && c.hindrance == Some(Hindrance::AnotherDevice))
        };
        of_changes(refused(facts).filter(held)).into_iter().collect()
    },
};

/// args: code, port, protocol, count (entries listed).
const TABLE_FULL: Rule = Rule {
    code: "mapping-table-full",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let entries = facts.case.mappings.len();
        let full = |c: &&ChangeResult| {
            c.code == Some(728)
                || (c.code == Some(402) && entries > 0)
                || c.hindrance == Some(Hindrance::DoesNotReadBack)
        };
        of_changes(refused(facts).filter(full)).map(|d| d.arg("count", &entries)).into_iter().collect()
    },
};

/// Rows that the router lists in this way and that nobody proved from outside.
fn listed_as(facts: &Facts<'_>, as_what: Listed) -> Vec<Draft> {
    let rows: Vec<&ServiceRow> =
        facts.selected_rows().filter(|r| r.router == as_what && r.verdict != Verdict::Verified).collect();
    let drafts = rows.into_iter().filter_map(|row| {
        let service = facts.profile?.service(&row.id)?;
        let line = lines_for(facts, service).into_iter().next()?;
        let draft = Draft::new()
            .arg("service", &row.label)
            .arg("port", &line.external_port)
            .arg("protocol", &line.protocol.name())
            .arg("client", &line.internal_client)
            .arg("inside_port", &line.internal_port)
            .arg("description", &line.description)
            .services([row.id.clone()]);
        Some(draft)
    });
    drafts.collect()
}

/// Lines of a row that are not as they should be; where there are none, those of the other protocol.
fn lines_for<'a>(facts: &Facts<'a>, service: &Service) -> Vec<&'a PortMapping> {
    let phone = facts.phone();
    let own = facts.lines(service);
    let bad = |m: &&PortMapping| Some(m.internal_client) != phone || m.internal_port != m.external_port || !m.enabled;
    let wrong: Vec<&PortMapping> = own.into_iter().filter(bad).collect();
    if !wrong.is_empty() {
        return wrong;
    }
    let ports = facts.ports(service);
    facts.case.mappings.iter().filter(|m| ports.contains(m.external_port)).collect()
}

/// args: service, port, protocol, client.
const WRONG_DEVICE: Rule = Rule {
    code: "mapping-wrong-device",
    severity: Severity::Problem,
    hides: &["mapping-conflict"],
    find: |facts| listed_as(facts, Listed::WrongDevice),
};

/// args: service, port, protocol, `inside_port`.
const WRONG_PORT: Rule = Rule {
    code: "mapping-wrong-port",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| listed_as(facts, Listed::WrongPort),
};

/// args: service, port, protocol.
const DISABLED: Rule = Rule {
    code: "mapping-disabled",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| listed_as(facts, Listed::Disabled),
};

/// Entries of ours that were listed last time and are not now.
fn lost<'a>(facts: &Facts<'a>) -> (Vec<&'a PortMapping>, usize) {
    let Some(before) = facts.case.before.as_ref().filter(|_| readable(facts)) else { return (Vec::new(), 0) };
    let taken_back = |m: &PortMapping| {
        facts.case.changes.iter().any(|c| c.result == ChangeOutcome::Undone && c.external_port == m.external_port)
            || (!facts.case.journal.is_empty()
                && !facts.case.journal.iter().any(|e| e.is_open() && e.reads_as_written(m)))
    };
    let ours: Vec<&PortMapping> = before.mappings.iter().filter(|m| m.ours && !taken_back(m)).collect();
    let still = |m: &PortMapping| {
        facts.case.mappings.iter().any(|n| (n.external_port, n.protocol) == (m.external_port, m.protocol))
    };
    let count = ours.len();
    (ours.into_iter().filter(|m| !still(m)).collect(), count)
}

fn readable(facts: &Facts<'_>) -> bool {
    facts.looked(Looked::Router) && facts.gateway().is_some_and(|g| g.list == crate::domain::office::MappingList::Whole)
}

fn services_of(facts: &Facts<'_>, lines: &[&PortMapping]) -> Vec<crate::domain::service::ServiceId> {
    let of = |s: &&'static Service| {
        facts.selected.contains(&s.id)
            && lines.iter().any(|m| m.protocol == s.protocol && facts.ports(s).contains(m.external_port))
    };
    facts.services().filter(of).map(|s| s.id.clone()).collect()
}

/// All of ours are gone at once: the router was restarted. args: count.
const FORGOT: Rule = Rule {
    code: "router-forgot",
    severity: Severity::Problem,
    hides: &["mapping-not-listed", "mapping-missing"],
    find: |facts| {
        let (gone, ours) = lost(facts);
        if gone.is_empty() || gone.len() < ours {
            return Vec::new();
        }
        vec![Draft::new().arg("count", &gone.len()).services(services_of(facts, &gone))]
    },
};

/// Some of ours are gone. args: count, port, protocol.
const GONE: Rule = Rule {
    code: "mapping-gone",
    severity: Severity::Problem,
    hides: &["mapping-not-listed", "mapping-missing"],
    find: |facts| {
        let (gone, ours) = lost(facts);
        match gone.first() {
            Some(first) if gone.len() < ours => {
                let draft = Draft::new().arg("count", &gone.len()).arg("port", &first.external_port);
                vec![draft.arg("protocol", &first.protocol.name()).services(services_of(facts, &gone))]
            }
            Some(_) | None => Vec::new(),
        }
    },
};

/// Selected single entrances that the router does not list.
fn unlisted<'a>(facts: &'a Facts<'_>) -> Vec<&'a ServiceRow> {
    facts.selected_rows().filter(|r| r.router == Listed::NotListed && !facts.is_voice(&r.id)).collect()
}

fn of_rows(rows: &[&ServiceRow]) -> Vec<Draft> {
    let Some(first) = rows.first() else { return Vec::new() };
    let labels: Vec<&str> = rows.iter().map(|r| r.label.as_str()).collect();
    let ports: Vec<String> = rows.iter().map(|r| format!("{} {}", r.protocol.name(), r.ports)).collect();
    let draft = Draft::new()
        .arg("service", &first.label)
        .arg("services", &labels.join(", "))
        .arg("ports", &ports.join(", "))
        .arg("count", &rows.len())
        .services(rows.iter().map(|r| r.id.clone()));
    vec![draft]
}

/// Not listed, and silent from outside. args: service, services, ports, count.
const MISSING: Rule = Rule {
    code: "mapping-missing",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let silent = |r: &&&ServiceRow| matches!(r.outside, Outcome::Silent | Outcome::Refused | Outcome::Unreachable);
        of_rows(&unlisted(facts).iter().filter(silent).copied().collect::<Vec<_>>())
    },
};

/// Not listed, and nobody looked from outside. args: service, services, ports, count.
const NOT_LISTED: Rule = Rule {
    code: "mapping-not-listed",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let unseen = |r: &&&ServiceRow| matches!(r.outside, Outcome::NotChecked | Outcome::Failed);
        of_rows(&unlisted(facts).iter().filter(unseen).copied().collect::<Vec<_>>())
    },
};

/// args: range, proposed, calls, count, ports.
const RANGE_TOO_LONG: Rule = Rule {
    code: "range-too-long-for-router",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let Some(voice) = facts.voice.as_ref().filter(|_| facts.looked(Looked::Router)) else { return Vec::new() };
        let listed = facts.rows.iter().any(|r| r.id == voice.service && r.router == Listed::Mapped);
        let asks = facts.gateway().is_some_and(|g| g.control.is_upnp());
        let heard = facts.case.answers.heard_both_ways.is_some();
        if listed || voice.one_by_one || !asks || heard {
            return Vec::new();
        }
        let calls = voice.calls.unwrap_or(0);
        let draft = Draft::new()
            .arg("range", &voice.whole)
            .arg("count", &voice.whole.count())
            .arg("proposed", &voice.proposed)
            .arg("calls", &calls)
            .services([voice.service.clone()]);
        vec![draft]
    },
};

/// args: until (RFC 3339), count, port.
const EXPIRES: Rule = Rule {
    code: "mapping-expires",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let leases = facts.leases();
        let Some((first, until)) = leases.iter().min_by_key(|(_, end)| *end) else { return Vec::new() };
        let lines: Vec<&PortMapping> = leases.iter().map(|(m, _)| *m).collect();
        let day = until.to_zoned(jiff::tz::TimeZone::UTC).strftime("%Y-%m-%d %H:%M UTC").to_string();
        let draft = Draft::new().arg("until", &day).arg("count", &lines.len()).arg("port", &first.external_port);
        vec![draft.services(services_of(facts, &lines))]
    },
};

//! What was seen from outside, and what its silence is worth.

use super::facts::Facts;
use super::{Draft, Rule};
use crate::domain::probe::{Outcome, Vantage};
use crate::domain::report::{Listed, Looked, ServiceRow, Severity, Street, Verdict, WalkReport, Walker};
use crate::domain::service::ProbeKind;

pub(super) const RULES: &[Rule] = &[
    WRONG_MACHINE,
    VISITOR_SHUT_OUT,
    BLOCKED_BEFORE_ROUTER,
    NO_ANSWER,
    HELPER_UNREACHABLE,
    NOT_OUTSIDE,
    PATH_UNPROVED,
    NOT_SEEN,
    OPEN_TO_EVERYONE,
    GUEST_LIST_NOT_PROVED,
    AUDIO_NOT_PROVED,
];

fn is_silence(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Silent | Outcome::Refused | Outcome::Unreachable)
}

/// args: service, port, `seen_inside`, `seen_outside`.
const WRONG_MACHINE: Rule = Rule {
    code: "wrong-machine-answers",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let wrong = facts.selected_rows().filter(|r| r.verdict == Verdict::WrongHost);
        wrong
            .map(|row| {
                let seen = |vantage: Vantage| {
                    let all = facts.about(vantage, &row.id);
                    let words =
                        all.iter().filter(|(_, e)| e.outcome == Outcome::Answered).find_map(|(_, e)| e.seen.clone());
                    words.unwrap_or_default()
                };
                let both =
                    facts.about(Vantage::Inside, &row.id).into_iter().chain(facts.about(Vantage::Outside, &row.id));
                Draft::new()
                    .arg("service", &row.label)
                    .arg("port", &row.ports)
                    .arg("seen_inside", &seen(Vantage::Inside))
                    .arg("seen_outside", &seen(Vantage::Outside))
                    .services([row.id.clone()])
                    .evidence(both.map(|(index, _)| index).collect::<Vec<_>>())
            })
            .collect()
    },
};

/// One street was answered and another was not, within half an hour. args: walker (the silent one's address), service.
const VISITOR_SHUT_OUT: Rule = Rule {
    code: "visitor-shut-out",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        // A guest list shuts strangers out on purpose.
        if !facts.case.answers.trusted.is_empty() {
            return Vec::new();
        }
        let mut drafts = Vec::new();
        for row in facts.selected_rows() {
            let all = facts.about(Vantage::Outside, &row.id);
            let answered = all.iter().find(|(_, e)| e.outcome == Outcome::Answered);
            let Some((first, heard)) = answered else { continue };
            let other = all.iter().find(|(_, e)| {
                is_silence(e.outcome) && e.asker != heard.asker && e.asker.is_some() && near(e.at, heard.at)
            });
            if let Some((second, silent)) = other {
                let walker = silent.asker.map(|a| a.to_string()).unwrap_or_default();
                let draft = Draft::new().arg("walker", &walker).arg("service", &row.label);
                drafts.push(draft.services([row.id.clone()]).evidence([*first, *second]));
            }
        }
        drafts
    },
};

fn near(a: jiff::Timestamp, b: jiff::Timestamp) -> bool {
    a.duration_since(b).abs() <= jiff::SignedDuration::from_mins(30)
}

/// Everything inside is right, a standing helper knocked, and nothing came. args: count, address.
const BLOCKED_BEFORE_ROUTER: Rule = Rule {
    code: "blocked-before-router",
    severity: Severity::Problem,
    hides: &["no-answer-outside"],
    find: |facts| {
        let by_helper = facts.walks().any(|w| w.walker == Walker::Helper);
        let quiet: Vec<&ServiceRow> = unanswered(facts);
        let none_answered = !facts.something_verified();
        if !by_helper || quiet.len() < 2 || !none_answered {
            return Vec::new();
        }
        let address = facts.case.office.public_address.map(|a| a.to_string()).unwrap_or_default();
        let draft = Draft::new().arg("count", &quiet.len()).arg("address", &address);
        vec![draft.services(quiet.iter().map(|r| r.id.clone()))]
    },
};

/// Rows that answer inside, that no list contradicts, and that were silent from outside.
fn unanswered<'a>(facts: &'a Facts<'_>) -> Vec<&'a ServiceRow> {
    let quiet = |r: &&ServiceRow| {
        r.verdict == Verdict::NoAnswer
            && r.inside == Outcome::Answered
            && matches!(r.router, Listed::Mapped | Listed::NotChecked)
    };
    facts.selected_rows().filter(quiet).collect()
}

/// args: service, services, ports, count, address.
const NO_ANSWER: Rule = Rule {
    code: "no-answer-outside",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let by_helper = facts.walks().any(|w| w.walker == Walker::Helper);
        if !by_helper && !facts.walk_is_proved() {
            return Vec::new();
        }
        let rows = unanswered(facts);
        let Some(first) = rows.first() else { return Vec::new() };
        let labels: Vec<&str> = rows.iter().map(|r| r.label.as_str()).collect();
        let ports: Vec<String> = rows.iter().map(|r| format!("{} {}", r.protocol.name(), r.ports)).collect();
        let address = facts.case.office.public_address.map(|a| a.to_string()).unwrap_or_default();
        let draft = Draft::new()
            .arg("service", &first.label)
            .arg("services", &labels.join(", "))
            .arg("ports", &ports.join(", "))
            .arg("count", &rows.len())
            .arg("address", &address)
            .services(rows.iter().map(|r| r.id.clone()));
        vec![draft]
    },
};

/// args: why.
const HELPER_UNREACHABLE: Rule = Rule {
    code: "helper-unreachable",
    severity: Severity::Warning,
    hides: &["not-seen-from-outside"],
    find: |facts| {
        let last = facts.case.walks.last();
        let why = last.and_then(|w| w.trouble.clone());
        why.map(|why| Draft::new().arg("why", &why)).into_iter().collect()
    },
};

/// args: address.
const NOT_OUTSIDE: Rule = Rule {
    code: "not-outside",
    severity: Severity::Warning,
    hides: &["not-seen-from-outside"],
    find: |facts| {
        let last: Option<&WalkReport> = facts.case.walks.last();
        let same = last.filter(|w| w.street == Street::Same);
        let address = |w: &WalkReport| w.address.map(|a| a.to_string()).unwrap_or_default();
        same.map(|w| Draft::new().arg("address", &address(w))).into_iter().collect()
    },
};

/// Silence from a street that nothing was answered on proves nothing, unless the router's own list agrees with it.
/// args: walker.
const PATH_UNPROVED: Rule = Rule {
    code: "walk-path-unproved",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let walks: Vec<&WalkReport> = facts.walks().collect();
        let Some(last) = walks.last() else { return Vec::new() };
        if last.walker == Walker::Helper || facts.walk_is_proved() || !facts.was_outside() {
            return Vec::new();
        }
        let anything = facts.evidence(Vantage::Outside).any(|(_, e)| e.outcome == Outcome::Answered);
        let knocked: Vec<&ServiceRow> = facts.selected_rows().filter(|r| r.outside != Outcome::NotChecked).collect();
        let list_agrees =
            !knocked.is_empty() && knocked.iter().all(|r| is_silence(r.outside) && r.router == Listed::NotListed);
        if (list_agrees || anything) && !last.street_lies {
            return Vec::new();
        }
        let walker = last.address.map(|a| a.to_string()).unwrap_or_default();
        vec![Draft::new().arg("walker", &walker).services(knocked.iter().map(|r| r.id.clone()))]
    },
};

const NOT_SEEN: Rule = Rule {
    code: "not-seen-from-outside",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let measured = facts.looked(Looked::Router) || facts.looked(Looked::Inside);
        if measured && !facts.was_outside() && !facts.selected.is_empty() { vec![Draft::new()] } else { Vec::new() }
    },
};

/// A stranger's SIP question was answered and no guest list applies. args: service, port, walker.
const OPEN_TO_EVERYONE: Rule = Rule {
    code: "open-to-everyone",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        if !facts.case.answers.trusted.is_empty() {
            return Vec::new();
        }
        let answered = facts
            .evidence(Vantage::Outside)
            .filter(|(_, e)| e.outcome == Outcome::Answered && matches!(e.probe, ProbeKind::Sip | ProbeKind::Iax2));
        let all: Vec<_> = answered.collect();
        let Some((_, first)) = all.first() else { return Vec::new() };
        let mut services: Vec<_> = all.iter().filter_map(|(_, e)| e.service.clone()).collect();
        services.sort();
        services.dedup();
        let label = services.first().and_then(|id| facts.profile?.service(id)).map(|s| s.label.clone());
        let draft = Draft::new()
            .arg("service", &label.unwrap_or_default())
            .arg("port", &first.target.port())
            .services(services)
            .evidence(all.iter().map(|(index, _)| *index));
        vec![draft]
    },
};

/// args: count (networks on the list).
const GUEST_LIST_NOT_PROVED: Rule = Rule {
    code: "guest-list-not-proved",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let list = &facts.case.answers.trusted;
        let measured = facts.looked(Looked::Router) || facts.looked(Looked::Inside);
        if list.is_empty() || facts.guest_list_proved() || !measured {
            return Vec::new();
        }
        vec![Draft::new().arg("count", &list.len())]
    },
};

/// args: range, proposed.
const AUDIO_NOT_PROVED: Rule = Rule {
    code: "audio-not-proved",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let measured = facts.looked(Looked::Router) || facts.looked(Looked::Inside);
        let Some(voice) = facts.voice.as_ref().filter(|_| measured) else { return Vec::new() };
        let draft = Draft::new().arg("range", &voice.whole).arg("proposed", &voice.proposed);
        vec![draft.services([voice.service.clone()])]
    },
};

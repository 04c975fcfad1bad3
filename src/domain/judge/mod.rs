//! From evidence to findings. Runs after every event, so a rule speaks only of what was looked for. Causes fold their
//! consequences; words are put in later, by `text`.

mod alg;
mod audio;
mod because;
mod calls;
mod exposure;
pub(in crate::domain) mod facts;
mod gaps;
mod host_filter;
mod inside;
mod network;
pub(in crate::domain) mod outside;
pub(in crate::domain) mod over_ipv6;
mod overtaken;
pub(in crate::domain) mod pages;
mod phone;
mod router;
mod rule;
pub(in crate::domain) mod service;
mod since;
mod strangers;
mod symptom;
pub(in crate::domain) mod table;
mod ways_out;

use jiff::Timestamp;

use crate::domain::case::Case;
use crate::domain::doorman::DoormanTest;
use crate::domain::judge::facts::{Facts, is_seen_from_outside};
use crate::domain::judge::rule::Rule;
use crate::domain::judge::service::Row;
use crate::domain::lapsed::Lapsed;
use crate::domain::office::{Answers, Office, PortMapping};
use crate::domain::probe::Evidence;
use crate::domain::report::{Finding, Listed, Program, Report, SCHEMA, Severity, TopVerdict, Verdict};
use crate::domain::service::Need;

/// Every rule, in a fixed order: of several causes of one severity the first counts.
fn rules() -> Vec<&'static Rule> {
    let rooms: &[&[&Rule]] = &[
        &network::RULES,
        &host_filter::RULES,
        &phone::RULES,
        &since::RULES,
        &exposure::RULES,
        &strangers::RULES,
        &inside::RULES,
        &router::RULES,
        &outside::RULES,
        &over_ipv6::RULES,
        &audio::RULES,
        &alg::RULES,
        &ways_out::RULES,
        &gaps::RULES,
    ];
    rooms.concat()
}

/// Judges a case. Runs after every event; the last call makes the final report.
pub fn judge(case: &Case) -> Report {
    let facts = Facts::of(case);
    let mut findings = rule::findings(&rules(), &facts);
    symptom::sort(&mut findings, case.answers.symptom, &facts);
    let mut services: Vec<_> = facts.rows.iter().map(|r| r.report(case)).collect();
    for row in &mut services {
        row.because = because::because(row, &findings);
    }
    let verdict = top_verdict(&facts, &findings);
    let ready_until = if verdict == TopVerdict::Ready { first_lease_end(&facts) } else { None };
    let duration = case.heard_at.duration_since(case.started_at);
    Report {
        schema: SCHEMA,
        program: Program::this(),
        started_at: case.started_at,
        duration_ms: u64::try_from(duration.as_millis()).unwrap_or(0),
        verdict,
        office: Office {
            candidates: case.candidates.clone(),
            machine_there: case.machine_there,
            ..case.office.clone()
        },
        // What was overtaken is kept in no report: else it would count again one check later.
        answers: Answers { heard_both_ways: facts.calls.heard, ..case.answers.clone() },
        before: since::before(case),
        services,
        mappings: case.mappings.iter().map(|l| PortMapping { ours: case.made_by_us(l), ..l.clone() }).collect(),
        changes: case.changes.clone(),
        findings,
        evidence: case
            .evidence
            .iter()
            .map(|e| Evidence { identity: service::identity(&facts, e), ..e.clone() })
            .collect(),
        advice: case.advice.clone(),
        ready_until,
        looked: case.looked.iter().copied().collect(),
        walks: case.walks.clone(),
        doorman: case.doorman.iter().map(DoormanTest::compared).collect(),
        voice: case.voice.clone(),
        rehearsals: facts.calls.kept.iter().map(|r| (*r).clone()).collect(),
        rings: case.rings.clone(),
        safety: case.safety.clone(),
        outbound: case.outbound.clone(),
        inside: case.inside.clone(),
        lapsed: Lapsed::default(),
    }
}

/// Codes of every rule, for the test that compares them with the public list.
pub fn codes() -> Vec<&'static str> {
    rules().into_iter().map(|r| r.code).collect()
}

fn top_verdict(facts: &Facts<'_>, findings: &[Finding]) -> TopVerdict {
    let stands = |f: &&Finding| matches!(f.severity, Severity::Blocker | Severity::Problem);
    let mut wrong = findings.iter().filter(stands);
    if is_all_proved(facts) && wrong.clone().count() == 0 {
        return TopVerdict::Ready;
    }
    let has = |code: &str| findings.iter().any(|f| f.code == code);
    let nothing_measured = facts.case.looked.is_empty() && facts.case.evidence.is_empty();
    let in_vain = nothing_measured || has("no-network") || has("helper-unreachable");
    if in_vain && wrong.all(|f| f.code == "no-network") { TopVerdict::CouldNotCheck } else { TopVerdict::ActionNeeded }
}

/// Every selected required entrance is proved from outside; where the answers select none, every selected one. The
/// voice may rest on the router's list or on the owner's own ears, never alone.
fn is_all_proved(facts: &Facts<'_>) -> bool {
    let required = || facts.selected().filter(|r| r.service.need == Need::Required);
    let counted: Vec<&Row<'_>> = if required().count() > 0 { required().collect() } else { facts.selected().collect() };
    let heard = facts.calls.heard.is_some();
    let is_fine = |r: &&Row<'_>| match r.verdict {
        Verdict::Verified => true,
        // A list inside another wall says nothing about that one. Ears heard a call, and no fax.
        Verdict::NotChecked => {
            let is_listed = r.listed == Listed::Mapped && !facts.wall.is_outside_ours();
            r.service.is_voice_of_calls() && (is_listed || heard)
        }
        Verdict::WrongHost
        | Verdict::NothingListening
        | Verdict::NoAnswer
        | Verdict::Shut
        | Verdict::Exposed
        | Verdict::Guarded
        | Verdict::Reachable
        | Verdict::Blocked => false,
    };
    let exposed = facts.rows.iter().any(|r| r.verdict == Verdict::Exposed);
    let someone_knocked = is_seen_from_outside(facts.case) && counted.iter().any(|r| r.is_proved);
    someone_knocked && counted.iter().all(is_fine) && !exposed
}

fn first_lease_end(facts: &Facts<'_>) -> Option<Timestamp> {
    facts.selected().filter_map(|r| since::lease_end(facts, r)).min()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn causes_form_no_ring_and_hide_only_codes_that_exist() {
        let rules = rules();
        for rule in &rules {
            let mut reached: BTreeSet<&str> = BTreeSet::new();
            let also = match rule.code {
                "phone-system-silent" => phone::APART,
                "replies-blocked" => host_filter::UNHEARD,
                "phone-system-wrong-outside-address" | "phone-system-local-net-wrong" | "voice-range-differs" => {
                    inside::SOUND
                }
                "visitor-banned" => inside::SHUT_OUT,
                _ => &[],
            };
            let mut waiting: Vec<&str> = rule.hides.iter().chain(also).copied().collect();
            while let Some(code) = waiting.pop() {
                let hidden = rules.iter().find(|r| r.code == code).unwrap_or_else(|| panic!("{code} has no rule"));
                assert_ne!(code, rule.code, "{} hides itself", rule.code);
                if reached.insert(code) {
                    waiting.extend(hidden.hides);
                }
            }
        }
    }

    #[test]
    fn nothing_worse_is_hidden_under_something_harmless() {
        let rules = rules();
        for rule in &rules {
            for code in rule.hides {
                let hidden = rules.iter().find(|r| r.code == *code).unwrap();
                assert!(rule.severity <= hidden.severity, "{} hides {code}", rule.code);
            }
        }
    }

    #[test]
    fn nothing_known_could_not_be_checked() {
        let case = Case::new("2026-11-23T12:00:00Z".parse().unwrap(), crate::domain::office::Answers::default());
        let report = judge(&case);
        assert_eq!((report.verdict, report.findings.len(), report.services.len()), (TopVerdict::CouldNotCheck, 0, 0));
    }
}

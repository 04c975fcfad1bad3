//! From evidence to findings. Rules are constants beside their functions; causes fold their consequences. Pure, and
//! cheap enough to run after every event: the last call makes the final report, there is no second way.

mod exposure;
mod facts;
mod network;
mod outside;
mod phone;
mod router;
mod service;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use crate::domain::case::Case;
use crate::domain::office::Symptom;
use crate::domain::report::{
    Finding, Folded, Listed, Program, Report, SCHEMA, ServiceRow, Severity, TopVerdict, Verdict, Words,
};
use crate::domain::service::ServiceId;
use facts::Facts;

/// One diagnosis, in one place.
struct Rule {
    /// Code of the public list.
    code: &'static str,
    /// How bad, unless the draft says otherwise.
    severity: Severity,
    /// Codes that it explains.
    hides: &'static [&'static str],
    /// Looks for it. More than one draft: one finding each.
    find: fn(&Facts<'_>) -> Vec<Draft>,
}

/// What a rule found.
#[derive(Default)]
struct Draft {
    services: Vec<ServiceId>,
    args: BTreeMap<String, String>,
    evidence: Vec<usize>,
    severity: Option<Severity>,
}

impl Draft {
    fn new() -> Self {
        Self::default()
    }

    fn arg(mut self, key: &str, value: &dyn ToString) -> Self {
        self.args.insert(key.to_owned(), value.to_string());
        self
    }

    fn services(mut self, services: impl IntoIterator<Item = ServiceId>) -> Self {
        self.services = services.into_iter().collect();
        self
    }

    fn evidence(mut self, evidence: impl IntoIterator<Item = usize>) -> Self {
        self.evidence = evidence.into_iter().collect();
        self
    }

    fn severity(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }
}

/// All rules, causes before consequences.
fn rules() -> impl Iterator<Item = &'static Rule> {
    [network::RULES, phone::RULES, router::RULES, exposure::RULES, outside::RULES].into_iter().flatten()
}

/// Codes that have a rule, for the test that compares them with the public list.
pub fn codes() -> Vec<&'static str> {
    rules().map(|r| r.code).collect()
}

/// Judges a case.
pub fn judge(case: &Case) -> Report {
    let mut facts = Facts::of(case);
    service::decide(&mut facts);
    let mut findings = fold(&find(&facts));
    sort(&mut findings, case.answers.symptom);
    let mut rows = std::mem::take(&mut facts.rows);
    explain_rows(&mut rows, &findings);
    let verdict = top_verdict(&facts, &rows, &findings);
    let duration = case.heard_at.duration_since(case.started_at).as_millis();
    Report {
        schema: SCHEMA,
        program: Program::this(),
        started_at: case.started_at,
        duration_ms: u64::try_from(duration).unwrap_or(0),
        verdict,
        office: case.office.clone(),
        answers: case.answers.clone(),
        before: case.before.clone(),
        ready_until: (verdict == TopVerdict::Ready).then(|| ready_until(&facts)).flatten(),
        services: rows,
        mappings: case.mappings.clone(),
        changes: case.changes.clone(),
        findings,
        evidence: facts.evidence_with_identity(),
        advice: case.advice.clone(),
        looked: case.looked.iter().copied().collect(),
        walks: case.walks.clone(),
        machine_there: case.machine_there,
        phones_lead_to: case.phones_lead_to,
    }
}

/// A finding before folding, with the codes it explains.
struct Found {
    finding: Finding,
    hides: &'static [&'static str],
}

fn find(facts: &Facts<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    for rule in rules() {
        for draft in (rule.find)(facts) {
            let finding = Finding {
                code: rule.code.to_owned(),
                severity: draft.severity.unwrap_or(rule.severity),
                services: draft.services,
                words: Words::default(),
                evidence: draft.evidence,
                folded: Vec::new(),
                args: draft.args,
            };
            all.push(Found { finding, hides: rule.hides });
        }
    }
    all
}

/// Consequences stand only under their cause. A cause that is itself explained hands its consequences on.
fn fold(all: &[Found]) -> Vec<Finding> {
    let hidden_by = |index: usize| -> Option<usize> {
        let code = all.get(index)?.finding.code.as_str();
        let hides = |f: &Found| f.hides.contains(&code) && f.finding.severity <= Severity::Problem;
        all.iter().position(hides).filter(|cause| *cause != index)
    };
    let top = |mut index: usize| {
        // Rules name only later rules, so this ends; the bound is for a table somebody breaks.
        for _ in 0..all.len() {
            match hidden_by(index) {
                Some(cause) => index = cause,
                None => break,
            }
        }
        index
    };
    let causes: Vec<usize> = (0..all.len()).map(top).collect();
    let mut kept: BTreeMap<usize, Finding> = BTreeMap::new();
    for (index, found) in all.iter().enumerate() {
        if causes.get(index) == Some(&index) {
            kept.insert(index, found.finding.clone());
        }
    }
    for (index, found) in all.iter().enumerate() {
        let Some(cause) = causes.get(index).filter(|c| **c != index) else { continue };
        if let Some(finding) = kept.get_mut(cause) {
            finding.folded.push(Folded { code: found.finding.code.clone(), services: found.finding.services.clone() });
        }
    }
    kept.into_values().collect()
}

/// Worst first; among equals those that fit what the owner complains of, then by code.
fn sort(findings: &mut [Finding], symptom: Symptom) {
    let fits = |code: &str| match symptom {
        Symptom::DoNotRing | Symptom::CannotSignIn => !code.starts_with("audio") && code != "range-too-long-for-router",
        Symptom::NoSound => code.starts_with("audio") || code == "range-too-long-for-router" || code == "sip-rewritten",
        Symptom::Hud | Symptom::OtherOffice | Symptom::JustCheck => true,
    };
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.severity, !fits(&f.code), f.code.clone());
        key(a).cmp(&key(b))
    });
}

/// Each row that is not as wished names the finding that explains it.
fn explain_rows(rows: &mut [ServiceRow], findings: &[Finding]) {
    for row in rows {
        let wished = matches!(row.verdict, Verdict::Verified | Verdict::Shut | Verdict::Reachable);
        if wished {
            continue;
        }
        let named = findings
            .iter()
            .find(|f| f.services.contains(&row.id) || f.folded.iter().any(|folded| folded.services.contains(&row.id)));
        let general = || {
            let whole_office =
                ["no-network", "phone-system-not-found", "phone-system-silent", "carrier-shared-address"];
            let later =
                ["second-router", "walk-path-unproved", "not-outside", "helper-unreachable", "not-seen-from-outside"];
            let order = whole_office.iter().chain(&later);
            order.into_iter().find_map(|code| {
                let stands = |f: &&Finding| f.code == *code || f.folded.iter().any(|o| o.code == *code);
                findings.iter().find(stands)
            })
        };
        if row.selected || row.verdict == Verdict::Exposed {
            row.because = named.or_else(general).map(|f| f.code.clone());
        }
    }
}

fn top_verdict(facts: &Facts<'_>, rows: &[ServiceRow], findings: &[Finding]) -> TopVerdict {
    let stands = |severity: Severity| findings.iter().any(|f| f.severity == severity && f.code != "no-network");
    let wrong = stands(Severity::Blocker) || stands(Severity::Problem);
    let has = |code: &str| findings.iter().any(|f| f.code == code);
    if !wrong && (has("no-network") || has("helper-unreachable")) {
        return TopVerdict::CouldNotCheck;
    }
    let fine = |row: &&ServiceRow| {
        let guarded = row.verdict == Verdict::Guarded && facts.guest_list_proved();
        let voice = facts.is_voice(&row.id)
            && row.verdict == Verdict::NotChecked
            && (row.router == Listed::Mapped || facts.case.answers.heard_both_ways.is_some());
        row.verdict == Verdict::Verified || guarded || voice
    };
    let mut selected = rows.iter().filter(|r| r.selected).peekable();
    let seen = facts.was_outside() && selected.peek().is_some();
    let exposed = rows.iter().any(|r| r.verdict == Verdict::Exposed);
    if seen && !wrong && !exposed && selected.all(|r| fine(&r)) { TopVerdict::Ready } else { TopVerdict::ActionNeeded }
}

/// The first end of a lease among the entrances in use.
fn ready_until(facts: &Facts<'_>) -> Option<Timestamp> {
    let used: BTreeSet<Timestamp> = facts.leases().into_iter().map(|(_, end)| end).collect();
    used.into_iter().next()
}

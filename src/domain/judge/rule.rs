//! What a rule is, and how causes fold their consequences. Knows no code by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::judge::facts::Facts;
use crate::domain::judge::service::Row;
use crate::domain::probe::Evidence;
use crate::domain::report::{Finding, Folded, Severity, Words};
use crate::domain::service::ServiceId;

/// One diagnosis: a constant beside its function.
pub(super) struct Rule {
    /// Code of the public list; never changes meaning.
    pub(super) code: &'static str,
    pub(super) severity: Severity,
    /// Codes of findings that this one explains, for the rows that it is about; for every row when it names none.
    pub(super) hides: &'static [&'static str],
    pub(super) find: fn(&Facts<'_>) -> Vec<Found>,
}

/// What a rule found, before causes are folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// Rows it is about; none: the whole office.
    services: Vec<ServiceId>,
    args: BTreeMap<String, String>,
    evidence: Vec<usize>,
    /// Codes that this one explains besides those of its rule.
    also_hides: &'static [&'static str],
    /// Proof outranks this inference: it is only a note, and explains nothing any more.
    outranked: bool,
}

impl Found {
    /// Something about the whole office.
    pub(super) fn office() -> Self {
        Self::default()
    }

    /// Something about some rows. None when there are none.
    pub(super) fn about<'r, 'a: 'r>(rows: impl IntoIterator<Item = &'r Row<'a>>) -> Option<Self> {
        let rows: Vec<&Row<'_>> = rows.into_iter().collect();
        let services: Vec<ServiceId> = rows.iter().map(|r| r.service.id.clone()).collect();
        let ports: Vec<String> = rows.iter().map(|r| format!("{} {}", r.ports, r.service.protocol.name())).collect();
        (!services.is_empty()).then(|| Self { services, ..Self::default() }.arg("ports", ports.join(", ")))
    }

    /// Adds a value for the words.
    #[expect(clippy::needless_pass_by_value, reason = "a value to show is usually made on the spot")]
    pub(super) fn arg(mut self, key: &str, value: impl ToString) -> Self {
        self.args.insert(key.to_owned(), value.to_string());
        self
    }

    /// Adds a value if it is known.
    pub(super) fn maybe(self, key: &str, value: Option<impl ToString>) -> Self {
        match value {
            Some(value) => self.arg(key, value),
            None => self,
        }
    }

    /// A value put in before.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.args.get(key).map(String::as_str)
    }

    /// Names the evidence that shows it.
    pub(super) fn seen<'e>(mut self, facts: &Facts<'_>, shown: impl IntoIterator<Item = &'e Evidence>) -> Self {
        for item in shown {
            self.evidence.extend(facts.case.evidence.iter().position(|e| std::ptr::eq(e, item)));
        }
        self.evidence.sort_unstable();
        self.evidence.dedup();
        self
    }

    /// Makes it one about the whole office, whatever rows showed it.
    pub(super) fn for_the_office(mut self) -> Self {
        self.services.clear();
        self
    }

    /// Explains these codes too.
    pub(super) const fn also_hiding(mut self, codes: &'static [&'static str]) -> Self {
        self.also_hides = codes;
        self
    }

    /// Makes it a note when proof from outside outranks it.
    pub(super) const fn outranked_by(mut self, proof: bool) -> Self {
        self.outranked = proof;
        self
    }
}

/// A finding of a rule, and the part of it that is about one row. A part without a row is about the whole office.
type Part<'s> = (usize, Option<&'s ServiceId>);

/// What one rule found, with the rule.
struct Draft {
    code: &'static str,
    severity: Severity,
    hides: &'static [&'static str],
    found: Found,
}

impl Draft {
    fn parts(&self) -> Vec<Option<&ServiceId>> {
        if self.found.services.is_empty() { vec![None] } else { self.found.services.iter().map(Some).collect() }
    }

    /// True when this finding explains that part of another.
    fn explains(&self, code: &str, row: Option<&ServiceId>) -> bool {
        let about = &self.found.services;
        let hides = self.hides.contains(&code) || (!self.found.outranked && self.found.also_hides.contains(&code));
        hides && (about.is_empty() || row.is_some_and(|r| about.contains(r)))
    }
}

/// Runs every rule and folds consequences under their causes, through as many steps as there are.
pub(super) fn findings(rules: &[&Rule], facts: &Facts<'_>) -> Vec<Finding> {
    let mut drafts: Vec<Draft> = Vec::new();
    for rule in rules {
        for found in (rule.find)(facts) {
            let (severity, hides): (_, &[_]) =
                if found.outranked { (Severity::Note, &[]) } else { (rule.severity, rule.hides) };
            drafts.push(Draft { code: rule.code, severity, hides, found });
        }
    }
    let mut kept: BTreeMap<usize, Vec<ServiceId>> = BTreeMap::new();
    let mut folded: BTreeMap<usize, BTreeMap<&str, BTreeSet<ServiceId>>> = BTreeMap::new();
    for (index, draft) in drafts.iter().enumerate() {
        for row in draft.parts() {
            let (top, _) = top_cause(&drafts, (index, row));
            if top == index {
                kept.entry(index).or_default().extend(row.cloned());
            } else {
                folded.entry(top).or_default().entry(draft.code).or_default().extend(row.cloned());
            }
        }
    }
    let finding = |(index, services): (usize, Vec<ServiceId>)| {
        let draft = drafts.get(index)?;
        let under = folded.remove(&index).unwrap_or_default();
        let fold = |(code, services): (&str, BTreeSet<ServiceId>)| Folded {
            code: code.to_owned(),
            services: services.into_iter().collect(),
        };
        Some(Finding {
            code: draft.code.to_owned(),
            severity: draft.severity,
            services,
            words: Words::default(),
            evidence: draft.found.evidence.clone(),
            folded: under.into_iter().map(fold).collect(),
            args: draft.found.args.clone(),
        })
    };
    kept.into_iter().filter_map(finding).collect()
}

/// Follows causes upwards. Of several the worst, then the first of the list, counts. A test keeps `hides` without
/// rings; the bound is only a belt.
fn top_cause<'d>(drafts: &'d [Draft], part: Part<'d>) -> Part<'d> {
    let (mut index, mut row) = part;
    for _ in 0..drafts.len() {
        let Some(draft) = drafts.get(index) else { break };
        let causes = drafts.iter().enumerate().filter(|(i, d)| *i != index && d.explains(draft.code, row));
        let Some((cause, d)) = causes.min_by_key(|(i, d)| (d.severity, *i)) else { break };
        index = cause;
        row = row.filter(|r| d.found.services.contains(r));
    }
    (index, row)
}

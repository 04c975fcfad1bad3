//! The parts of a report to read that visitors from outside wrote: who walked, what each street saw, and the
//! doorman's letters as they were sent and as they arrived.

use crate::domain::compare::streets;
use crate::domain::doorman::{DoormanTest, Fate};
use crate::domain::report::{Report, Street, WalkReport};
use crate::domain::sip_compare::ChangedLine;
use crate::store::export::{Page, moment};

/// Streets shown side by side.
const STREETS: usize = 3;

impl Page<'_> {
    pub(super) fn walks(&mut self, report: &Report) {
        if report.walks.is_empty() {
            return;
        }
        self.heading("report-walks");
        let rows: Vec<Vec<String>> = report.walks.iter().map(|w| self.walk(w)).collect();
        self.table(&rows);
        let streets = self.streets(report);
        if !streets.is_empty() {
            self.heading("report-streets");
            self.table(&streets);
        }
    }

    /// More than one street: what each of them saw, entrance by entrance; their names first.
    pub(super) fn streets(&self, report: &Report) -> Vec<Vec<String>> {
        let views = streets(report);
        let [.., _, last] = views.as_slice() else { return Vec::new() };
        let shown = || views.iter().rev().take(STREETS).rev();
        let names = shown().map(|v| v.walk.address.map_or_else(|| self.word("report-unknown"), |a| a.to_string()));
        let mut rows: Vec<Vec<String>> = vec![std::iter::once(String::new()).chain(names).collect()];
        for (place, (row, _)) in last.saw.iter().enumerate() {
            let saw = shown().filter_map(|v| v.saw.get(place)).map(|(_, o)| self.word(&format!("outcome-{}", o.id())));
            rows.push(std::iter::once(row.id.to_string()).chain(saw).collect());
        }
        rows
    }

    pub(super) fn walk(&self, walk: &WalkReport) -> Vec<String> {
        let street = match walk.street {
            Street::Other => "report-street-other",
            Street::Same => "report-street-same",
            Street::Unknown => "report-street-unknown",
        };
        let mut remarks = Vec::new();
        if walk.street_lies {
            remarks.push(self.word("report-street-lies"));
        }
        if let Some(trouble) = &walk.trouble {
            let key = format!("report-trouble-{trouble}");
            remarks.push(if self.text.has(&key) { self.word(&key) } else { trouble.clone() });
        }
        let address = walk.address.map_or_else(|| self.word("report-unknown"), |a| a.to_string());
        vec![moment(walk.at), address, self.word(street), remarks.join(", ")]
    }

    /// What was sent and what arrived, line by line where they differ.
    pub(super) fn doorman(&mut self, report: &Report) {
        if report.doorman.is_empty() {
            return;
        }
        self.heading("report-doorman");
        if report.doorman.iter().all(|t| t.fate() == Fate::Untouched) {
            let none = self.word("report-doorman-none");
            self.paragraph(2, &none);
        }
        let rows: Vec<Vec<String>> = report.doorman.iter().map(|t| self.letter(t)).collect();
        self.table(&rows);
        for test in &report.doorman {
            self.changed("report-letter-changed", test, &test.changes());
            self.changed("report-answer-changed", test, &test.changes_back());
        }
    }

    /// One letter, what became of it, and why it could not be sent.
    pub(super) fn letter(&self, test: &DoormanTest) -> Vec<String> {
        let trouble = test.trouble.clone().unwrap_or_default();
        vec![test.name(), self.word(&format!("report-letter-{}", test.fate().id())), trouble]
    }

    /// Lines are shown whole, because a broken one could not be compared.
    fn changed(&mut self, heading: &str, test: &DoormanTest, changed: &[ChangedLine]) {
        if changed.is_empty() {
            return;
        }
        let heading = self.say(heading, &[("name", &test.name())]);
        self.line("");
        self.paragraph(2, &heading);
        let rows = self.side_by_side(changed);
        self.table(&rows);
    }

    /// Each line that differs, as it was sent and as it arrived.
    pub(super) fn side_by_side(&self, changed: &[ChangedLine]) -> Vec<Vec<String>> {
        let missing = |line: &Option<String>, key| line.clone().unwrap_or_else(|| self.word(key));
        let both = |change: &ChangedLine| {
            let sent = missing(&change.sent, "report-line-added");
            let arrived = missing(&change.arrived, "report-line-dropped");
            [vec![self.word("report-you-sent"), sent], vec![self.word("report-arrived-as"), arrived]]
        };
        changed.iter().flat_map(both).collect()
    }
}

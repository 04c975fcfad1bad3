//! A report as a document: text for the terminal and for mail, and the public JSON. Layout only; every word comes
//! from `text` or from the report itself, and masking is done before.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::change::{ChangeResult, alike};
use crate::domain::office::Gateway;
use crate::domain::probe::Evidence;
use crate::domain::report::{Finding, MOMENT, Report, ServiceRow, Severity, Verdict};
use crate::domain::service::{Direction, Need, PortRange, ServiceId};
use crate::store::html::{HIDDEN, hides};
use crate::text::{Text, proof, rehearsal};

/// Columns of a terminal that nobody changed, less a margin.
pub const WIDTH: usize = 78;

/// The public document of schema 1.
pub fn report_json(report: &Report) -> String {
    // Only maps with keys that are no text could fail, and a report has none.
    serde_json::to_string_pretty(report).unwrap_or_default()
}

/// The report as plain text. Its words are in the report already (`text::explain`).
pub fn report_text(report: &Report, text: &Text) -> String {
    let mut page = Page::new(text);
    page.title(report);
    page.office(report);
    page.details(report);
    page.out
}

/// What the owner acts on: what is proved, what to do, each entrance. Everything else is in the whole report.
pub fn summary_text(report: &Report, text: &Text) -> String {
    let mut page = Page::new(text);
    let zone = TimeZone::system();
    page.paragraph(0, &proof::top_line(text, report, &zone));
    page.paragraph(0, &proof::count_line(text, report, &zone));
    page.heading("report-findings");
    page.findings(report, Detail::ForTheOwner);
    page.heading("report-entrances");
    let rows = report.services.iter().filter(|r| is_entrance(r));
    // Without the codes, which are the technician's and make lines too long for a plain terminal.
    let rows: Vec<Vec<String>> = rows.map(|r| page.row(report, r).into_iter().take(4).collect()).collect();
    page.table(&rows);
    page.cabinets(report);
    page.out
}

/// A row that the answers select.
fn is_entrance(row: &ServiceRow) -> bool {
    row.need != Need::Never && row.direction == Direction::Inbound && row.selected
}

/// How much of a finding is said.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// Headline, meaning, next step.
    ForTheOwner,
    /// All of it.
    Whole,
}

/// The rows that a finding is about, if it is about any.
pub fn about(report: &Report, finding: &Finding, text: &Text) -> Option<String> {
    let label = |id: &ServiceId| {
        report
            .service(&id.0)
            .map_or_else(|| id.to_string(), |s| format!("{} ({} {})", s.label, s.protocol.name(), s.ports))
    };
    let services = finding.services.iter().map(label).collect::<Vec<_>>().join(", ");
    (!services.is_empty()).then(|| text.get("report-about", &BTreeMap::from([("services".to_owned(), services)])))
}

/// A mark that says the same as the word beside it, never more.
pub const fn lamp(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Verified | Verdict::Shut | Verdict::Reachable => "●",
        Verdict::Guarded => "◐",
        Verdict::WrongHost | Verdict::NothingListening | Verdict::NoAnswer | Verdict::Blocked => "✗",
        Verdict::Exposed => "!",
        Verdict::NotChecked => "?",
    }
}

pub(super) struct Page<'t> {
    pub(super) text: &'t Text,
    out: String,
}

impl<'t> Page<'t> {
    /// Nothing written yet.
    pub(super) const fn new(text: &'t Text) -> Self {
        Self { text, out: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    pub(super) fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let values: BTreeMap<String, String> = values.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        self.text.get(key, &values)
    }

    pub(super) fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    pub(super) fn said(&self, english: &str) -> String {
        self.text.said(english).to_owned()
    }

    pub(super) fn line(&mut self, line: &str) {
        // A saved report may come from anybody, and a terminal obeys what it is shown.
        self.out.extend(line.trim_end().chars().map(|c| if hides(c) || c == '\t' { HIDDEN } else { c }));
        self.out.push('\n');
    }

    pub(super) fn heading(&mut self, key: &str) {
        let heading = self.word(key);
        self.line("");
        self.line(&heading);
        self.line(&"─".repeat(heading.chars().count()));
    }

    /// A paragraph below `indent` blanks, broken at blanks.
    pub(super) fn paragraph(&mut self, indent: usize, words: &str) {
        for line in words.lines().flat_map(|l| wrap(l, WIDTH.saturating_sub(indent))) {
            self.line(&format!("{:indent$}{line}", ""));
        }
    }

    pub(super) fn table(&mut self, rows: &[Vec<String>]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |c: usize| rows.iter().filter_map(|r| Some(r.get(c)?.chars().count())).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in rows {
            let mut line = String::from("  ");
            for (cell, width) in row.iter().zip(&widths) {
                let _ = write!(line, "{cell:width$}  ");
            }
            self.line(&line);
        }
    }

    fn title(&mut self, report: &Report) {
        let date = moment(report.started_at);
        let title = self.say(
            "report-title",
            &[("date", &date), ("name", &report.program.name), ("version", &report.program.version)],
        );
        self.line(&title);
        self.letterhead();
        self.line("");
        // In UTC like every other moment of the document.
        self.paragraph(0, &proof::top_line(self.text, report, &TimeZone::UTC));
        self.paragraph(0, &proof::count_line(self.text, report, &TimeZone::UTC));
    }

    /// Whose program it is, and where help is.
    fn letterhead(&mut self) {
        let Some(letterhead) = self.text.letterhead() else { return };
        let prepared = self.say("vendor-prepared-by", &[("name", &letterhead.name)]);
        self.line(&prepared);
        if let Some(support) = &letterhead.support {
            let support = self.say("vendor-support", &[("support", support)]);
            self.line(&support);
        }
    }

    /// All that is exact.
    pub(super) fn details(&mut self, report: &Report) {
        self.heading("report-findings");
        self.findings(report, Detail::Whole);
        self.rows(report, "report-entrances", is_entrance);
        self.not_shown(report);
        self.rows(report, "report-locked", |r| r.need == Need::Never);
        self.ways_out(report);
        self.changes(report);
        self.walks(report);
        self.doorman(report);
        self.rehearsal(report);
        self.inside(report);
        self.advice(report);
        self.evidence(report);
    }

    pub(super) fn office(&mut self, report: &Report) {
        self.heading("report-office");
        let office = &report.office;
        let unknown = self.word("report-unknown");
        let public = office.public_address.map_or_else(|| unknown.clone(), |a| a.to_string());
        let mut rows = vec![vec![self.word("report-street-address"), public]];
        for gateway in &office.gateways {
            rows.push(vec![self.word("report-router"), router(gateway)]);
        }
        let phones = office.phone_system.as_ref().map_or(unknown, |p| {
            let server = p.server.as_ref().map(|s| format!(", {s}")).unwrap_or_default();
            format!("{} ({}{server})", p.address, p.profile)
        });
        rows.push(vec![self.word("report-phone-system"), phones]);
        self.table(&rows);
    }

    fn findings(&mut self, report: &Report, detail: Detail) {
        if report.findings.is_empty() {
            let none = self.word("report-no-findings");
            self.paragraph(2, &none);
        }
        for (i, finding) in report.findings.iter().enumerate() {
            if i > 0 {
                self.line("");
            }
            self.finding(report, finding, detail);
        }
    }

    fn finding(&mut self, report: &Report, finding: &Finding, detail: Detail) {
        let severity = self.word(&format!("severity-{}", finding.severity.id()));
        self.paragraph(2, &format!("[{severity}] {}", finding.words.headline));
        self.paragraph(4, &finding.words.meaning);
        let action = self.say("report-action", &[("action", &finding.words.action)]);
        self.paragraph(4, &action);
        // A note needs no doing, so nobody asks where.
        if (detail == Detail::Whole || finding.severity <= Severity::Problem)
            && let Some(about) = about(report, finding, self.text)
        {
            self.paragraph(4, &about);
        }
        if detail == Detail::ForTheOwner {
            return;
        }
        let detail = self.say("report-detail", &[("detail", &finding.words.detail), ("code", &finding.code)]);
        self.paragraph(4, &detail);
        if !finding.folded.is_empty() {
            let folded: Vec<&str> = finding.folded.iter().map(|f| f.code.as_str()).collect();
            let folded = self.say("report-folded", &[("codes", &folded.join(", "))]);
            self.paragraph(4, &folded);
        }
    }

    fn rows(&mut self, report: &Report, heading: &str, belongs: impl Fn(&ServiceRow) -> bool) {
        let rows: Vec<Vec<String>> =
            report.services.iter().filter(|r| belongs(r)).map(|r| self.row(report, r)).collect();
        if !rows.is_empty() {
            self.heading(heading);
            self.table(&rows);
        }
    }

    /// What the proofs leave open.
    fn not_shown(&mut self, report: &Report) {
        let lines: Vec<String> = report.services.iter().flat_map(|r| proof::not_shown(self.text, r)).collect();
        if lines.is_empty() {
            return;
        }
        self.heading("report-not-shown");
        for line in lines {
            self.paragraph(2, &line);
        }
    }

    /// Cabinets are many: counted, and named where one is open.
    fn cabinets(&mut self, report: &Report) {
        let rows = || report.services.iter().filter(|r| r.need == Need::Never);
        let total = rows().count();
        if total == 0 {
            return;
        }
        let shut = rows().filter(|r| r.verdict == Verdict::Shut && !report.lapsed.has(r)).count();
        let counted = self.say("report-cabinets", &[("shut", &shut.to_string()), ("total", &total.to_string())]);
        self.line("");
        self.paragraph(0, &counted);
        let open = rows().filter(|r| r.verdict == Verdict::Exposed);
        let open: Vec<Vec<String>> = open.map(|r| self.row(report, r).into_iter().take(4).collect()).collect();
        self.table(&open);
    }

    fn row(&self, report: &Report, row: &ServiceRow) -> Vec<String> {
        let mut verdict = proof::verdict(self.text, report, row);
        if row.unconfirmed {
            let _ = write!(verdict, " ({})", self.word("report-unconfirmed"));
        }
        vec![
            if report.lapsed.has(row) { lamp(Verdict::NotChecked) } else { lamp(row.verdict) }.to_owned(),
            row.label.clone(),
            format!("{} {}", row.protocol.name(), row.ports),
            verdict,
            row.because.clone().unwrap_or_default(),
        ]
    }

    fn rehearsal(&mut self, report: &Report) {
        let Some(last) = report.rehearsals.last() else { return };
        self.heading("report-rehearsal");
        for line in rehearsal::lines(self.text, last, &report.rings) {
            self.paragraph(2, &line);
        }
    }

    fn changes(&mut self, report: &Report) {
        if report.changes.is_empty() {
            return;
        }
        self.heading("report-changes");
        let line = |(change, ports): (&ChangeResult, PortRange)| {
            let label = report.service(&change.service.0).map_or(change.service.0.as_str(), |s| s.label.as_str());
            let ports = format!("{} {ports}{}", change.protocol.name(), change.family.mark());
            let code = change.code.map(|c| c.to_string()).unwrap_or_default();
            vec![label.to_owned(), ports, self.word(&format!("change-{}", change.result.id())), code]
        };
        let rows: Vec<Vec<String>> = alike(&report.changes).into_iter().map(line).collect();
        self.table(&rows);
    }

    fn advice(&mut self, report: &Report) {
        if report.advice.is_empty() {
            return;
        }
        self.heading("report-advice");
        for advice in &report.advice {
            let mark = if advice.done { "[x]" } else { "[ ]" };
            let date = advice.date.map(|d| format!(" ({d})")).unwrap_or_default();
            let words = format!("{mark} {}{date}", self.word(&format!("advice-{}", advice.id.id())));
            self.paragraph(2, &words);
        }
    }

    fn evidence(&mut self, report: &Report) {
        if report.evidence.is_empty() {
            return;
        }
        self.heading("report-evidence");
        let rows: Vec<Vec<String>> = report.evidence.iter().enumerate().map(|(i, e)| self.seen(i, e)).collect();
        self.table(&rows);
    }

    fn seen(&self, index: usize, evidence: &Evidence) -> Vec<String> {
        let mut seen = evidence.seen.clone().unwrap_or_default();
        if evidence.reused {
            let _ = write!(seen, " ({})", self.word("report-reused"));
        }
        vec![
            index.to_string(),
            moment(evidence.at),
            self.word(&format!("report-vantage-{}", evidence.vantage.id())),
            format!("{} {}", evidence.transport.name(), evidence.target),
            self.word(&format!("outcome-{}", evidence.outcome.id())),
            seen,
        ]
    }
}

/// A router's address, and its name where it has one.
pub(super) fn router(gateway: &Gateway) -> String {
    let parts = [gateway.manufacturer.as_deref(), gateway.model.as_deref().or(gateway.friendly_name.as_deref())];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if name.is_empty() { gateway.address.to_string() } else { format!("{} ({name})", gateway.address) }
}

/// To the minute and in UTC, so that two reports read alike wherever they are opened.
pub(super) fn moment(at: Timestamp) -> String {
    at.strftime(MOMENT).to_string()
}

/// Broken at blanks, though not at the ones that hold a sign to its word (French: `pourquoi ?`).
pub fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_ascii_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            Some(_) | None => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn a_blank_that_holds_a_sign_to_its_word_is_no_place_to_break() {
        assert_eq!(wrap("Ouvrir maintenant\u{a0}?", 16), ["Ouvrir", "maintenant\u{a0}?"]);
        assert_eq!(wrap("one  two three", 7), ["one two", "three"]);
    }
}

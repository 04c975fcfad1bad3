//! A report as a document: text for the terminal and for mail, and the public JSON. Layout only; every word comes
//! from `text` or from the report itself, and masking is done before.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::change::ChangeResult;
use crate::domain::compare::streets;
use crate::domain::doorman::{DoormanTest, Fate};
use crate::domain::office::Gateway;
use crate::domain::outbound::{self, Purpose, WayOut};
use crate::domain::probe::{Evidence, Vantage};
use crate::domain::report::{Finding, Report, ServiceRow, Street, Verdict, WalkReport};
use crate::domain::service::{Direction, Need};
use crate::domain::sip_compare::ChangedLine;
use crate::text::Text;
use crate::text::explain::top_line;

/// Streets shown side by side.
const STREETS: usize = 3;

/// Columns of a terminal that nobody changed, less a margin.
const WIDTH: usize = 78;

/// The public document of schema 1.
pub fn report_json(report: &Report) -> String {
    // Only maps with keys that are no text could fail, and a report has none.
    serde_json::to_string_pretty(report).unwrap_or_default()
}

/// The report as plain text. Its words are in the report already (`text::explain`).
pub fn report_text(report: &Report, text: &Text) -> String {
    let mut page = Page { text, out: String::new() };
    page.title(report);
    page.office(report);
    page.findings(report);
    page.rows(report, "report-entrances", |r| r.need != Need::Never && r.direction == Direction::Inbound && r.selected);
    page.rows(report, "report-locked", |r| r.need == Need::Never);
    page.ways_out(report);
    page.changes(report);
    page.walks(report);
    page.doorman(report);
    page.advice(report);
    page.evidence(report);
    page.out
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

/// Direction, protocol, ports, purpose and what came of trying it; names of the columns first.
pub fn way_out_table(ways: &[WayOut<'_>], text: &Text) -> Vec<Vec<String>> {
    let word = |key: &str| text.get(key, &BTreeMap::new());
    let columns = ["direction", "protocol", "ports", "purpose", "tried"].map(|c| word(&format!("rule-way-out-{c}")));
    let row = |way: &WayOut<'_>| {
        let purpose = match way.purpose {
            Purpose::Row(words) => words.to_owned(),
            Purpose::Provider => word("report-outbound-provider"),
        };
        let tried = word(&format!("way-out-{}", way.verdict.id()));
        let (protocol, ports) = (way.protocol.name().to_owned(), way.ports.to_string());
        vec![word("report-outbound-out"), protocol, ports, purpose, tried]
    };
    std::iter::once(columns.to_vec()).chain(ways.iter().map(row)).collect()
}

struct Page<'t> {
    text: &'t Text,
    out: String,
}

impl Page<'_> {
    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let values: BTreeMap<String, String> = values.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        self.text.get(key, &values)
    }

    fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn heading(&mut self, key: &str) {
        let heading = self.word(key);
        self.line("");
        self.line(&heading);
        self.line(&"─".repeat(heading.chars().count()));
    }

    /// A paragraph below `indent` blanks, broken at blanks.
    fn paragraph(&mut self, indent: usize, words: &str) {
        for line in words.lines().flat_map(|l| wrap(l, WIDTH.saturating_sub(indent))) {
            self.line(&format!("{:indent$}{line}", ""));
        }
    }

    fn table(&mut self, rows: &[Vec<String>]) {
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
        self.line("");
        // In UTC like every other moment of the document.
        let verdict = top_line(self.text, report, &TimeZone::UTC);
        self.paragraph(0, &verdict);
    }

    fn office(&mut self, report: &Report) {
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

    fn findings(&mut self, report: &Report) {
        self.heading("report-findings");
        if report.findings.is_empty() {
            let none = self.word("report-no-findings");
            self.paragraph(2, &none);
        }
        for (i, finding) in report.findings.iter().enumerate() {
            if i > 0 {
                self.line("");
            }
            self.finding(report, finding);
        }
    }

    fn finding(&mut self, report: &Report, finding: &Finding) {
        let severity = self.word(&format!("severity-{}", finding.severity.id()));
        self.paragraph(2, &format!("[{severity}] {}", finding.words.headline));
        self.paragraph(4, &finding.words.meaning);
        let action = self.say("report-action", &[("action", &finding.words.action)]);
        self.paragraph(4, &action);
        let ids = finding.services.iter().map(|id| report.service(&id.0).map_or(id.0.as_str(), |s| s.label.as_str()));
        let services = ids.collect::<Vec<_>>().join(", ");
        if !services.is_empty() {
            let about = self.say("report-about", &[("services", &services)]);
            self.paragraph(4, &about);
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
        let rows: Vec<Vec<String>> = report.services.iter().filter(|r| belongs(r)).map(|r| self.row(r)).collect();
        if !rows.is_empty() {
            self.heading(heading);
            self.table(&rows);
        }
    }

    fn row(&self, row: &ServiceRow) -> Vec<String> {
        let mut verdict = self.word(&format!("verdict-{}", row.verdict.id()));
        if row.unconfirmed {
            let _ = write!(verdict, " ({})", self.word("report-unconfirmed"));
        }
        vec![
            lamp(row.verdict).to_owned(),
            row.label.clone(),
            format!("{} {}", row.protocol.name(), row.ports),
            verdict,
            row.because.clone().unwrap_or_default(),
        ]
    }

    /// A table to copy for whoever looks after the firewall.
    fn ways_out(&mut self, report: &Report) {
        let ways = outbound::ways_out(report);
        if ways.is_empty() {
            return;
        }
        self.heading("report-outbound");
        let lead = self.word("report-outbound-lead");
        self.paragraph(2, &lead);
        if outbound::tried_elsewhere(report) {
            let elsewhere = self.word("report-outbound-not-here");
            self.paragraph(2, &elsewhere);
        }
        let rows = way_out_table(&ways, self.text);
        self.table(&rows);
    }

    fn changes(&mut self, report: &Report) {
        if report.changes.is_empty() {
            return;
        }
        self.heading("report-changes");
        let line = |change: &ChangeResult| {
            let label = report.service(&change.service.0).map_or(change.service.0.as_str(), |s| s.label.as_str());
            let port = format!("{} {}", change.protocol.name(), change.external_port);
            let code = change.code.map(|c| c.to_string()).unwrap_or_default();
            vec![label.to_owned(), port, self.word(&format!("change-{}", change.result.id())), code]
        };
        let rows: Vec<Vec<String>> = report.changes.iter().map(line).collect();
        self.table(&rows);
    }

    fn walks(&mut self, report: &Report) {
        if report.walks.is_empty() {
            return;
        }
        self.heading("report-walks");
        let rows: Vec<Vec<String>> = report.walks.iter().map(|w| self.walk(w)).collect();
        self.table(&rows);
        self.streets(report);
    }

    /// More than one street: what each of them saw, entrance by entrance.
    fn streets(&mut self, report: &Report) {
        let views = streets(report);
        let [.., _, last] = views.as_slice() else { return };
        self.heading("report-streets");
        let shown = || views.iter().rev().take(STREETS).rev();
        let names = shown().map(|v| v.walk.address.map_or_else(|| self.word("report-unknown"), |a| a.to_string()));
        let mut rows: Vec<Vec<String>> = vec![std::iter::once(String::new()).chain(names).collect()];
        for (place, (row, _)) in last.saw.iter().enumerate() {
            let saw = shown().filter_map(|v| v.saw.get(place)).map(|(_, o)| self.word(&format!("outcome-{}", o.id())));
            rows.push(std::iter::once(row.id.to_string()).chain(saw).collect());
        }
        self.table(&rows);
    }

    fn walk(&self, walk: &WalkReport) -> Vec<String> {
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
    fn doorman(&mut self, report: &Report) {
        if report.doorman.is_empty() {
            return;
        }
        self.heading("report-doorman");
        if report.doorman.iter().all(|t| t.fate() == Fate::Untouched) {
            let none = self.word("report-doorman-none");
            self.paragraph(2, &none);
        }
        let fate = |t: &DoormanTest| {
            let trouble = t.trouble.clone().unwrap_or_default();
            vec![t.name(), self.word(&format!("report-letter-{}", t.fate().id())), trouble]
        };
        let rows: Vec<Vec<String>> = report.doorman.iter().map(fate).collect();
        self.table(&rows);
        for test in &report.doorman {
            self.changed("report-letter-changed", test, &test.changes());
            self.changed("report-answer-changed", test, &test.changes_back());
        }
    }

    /// Lines are shown whole, because a broken one could not be compared.
    fn changed(&mut self, heading: &str, test: &DoormanTest, changed: &[ChangedLine]) {
        if changed.is_empty() {
            return;
        }
        let heading = self.say(heading, &[("name", &test.name())]);
        self.line("");
        self.paragraph(2, &heading);
        let missing = |line: &Option<String>, key| line.clone().unwrap_or_else(|| self.word(key));
        let side_by_side = |change: &ChangedLine| {
            let sent = missing(&change.sent, "report-line-added");
            let arrived = missing(&change.arrived, "report-line-dropped");
            [vec![self.word("report-you-sent"), sent], vec![self.word("report-arrived-as"), arrived]]
        };
        let rows: Vec<Vec<String>> = changed.iter().flat_map(side_by_side).collect();
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
        let vantage = match evidence.vantage {
            Vantage::Inside => "report-vantage-inside",
            Vantage::Router => "report-vantage-router",
            Vantage::Outside => "report-vantage-outside",
        };
        let mut seen = evidence.seen.clone().unwrap_or_default();
        if evidence.reused {
            let _ = write!(seen, " ({})", self.word("report-reused"));
        }
        vec![
            index.to_string(),
            moment(evidence.at),
            self.word(vantage),
            format!("{} {}", evidence.transport.name(), evidence.target),
            self.word(&format!("outcome-{}", evidence.outcome.id())),
            seen,
        ]
    }
}

fn router(gateway: &Gateway) -> String {
    let parts = [gateway.manufacturer.as_deref(), gateway.model.as_deref().or(gateway.friendly_name.as_deref())];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    if name.is_empty() { gateway.address.to_string() } else { format!("{} ({name})", gateway.address) }
}

/// To the minute and in UTC, so that two reports read alike wherever they are opened.
fn moment(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

fn wrap(words: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
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

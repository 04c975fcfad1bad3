//! A message to support, ready to paste: short above (what stands, the cause, what was tried), everything exact below.
//! Private details are masked here, so that nobody can forget it.

use std::collections::BTreeMap;

use super::export::{Page, moment};
use crate::domain::change::ChangeOutcome;
use crate::domain::probe::{Outcome, Vantage};
use crate::domain::redact::mask;
use crate::domain::report::{Report, Severity};
use crate::text::explain::explain_report;
use crate::text::{Text, proof};

/// Other causes that are named in the short part.
const OTHERS: usize = 4;

/// The message. `rechecks`: how often the owner looked again without success.
pub fn support_text(report: &Report, text: &Text, rechecks: u32) -> String {
    let mut report = mask(report);
    explain_report(text, &mut report);
    let mut page = Page::new(text);
    page.head(&report);
    page.cause(&report);
    page.tried(&report, rechecks);
    page.office(&report);
    page.line("");
    page.heading("support-details");
    page.details(&report);
    page.finish()
}

impl Page<'_> {
    fn head(&mut self, report: &Report) {
        if let Some(letterhead) = self.text.letterhead()
            && let Some(support) = &letterhead.support
        {
            let to = self.say("vendor-send-to", &[("name", &letterhead.name), ("support", support)]);
            self.paragraph(0, &to);
            self.line("");
        }
        let program = &report.program;
        let at = moment(report.started_at);
        let head = self.say("support-head", &[("name", &program.name), ("version", &program.version), ("at", &at)]);
        self.paragraph(0, &head);
        self.line("");
        self.paragraph(0, &proof::top_line(self.text, report, &jiff::tz::TimeZone::UTC));
        self.paragraph(0, &proof::count_line(self.text, report, &jiff::tz::TimeZone::UTC));
    }

    fn cause(&mut self, report: &Report) {
        self.heading("support-cause");
        let mut asking = report.findings.iter().filter(|f| f.severity != Severity::Note);
        let Some(first) = asking.next() else {
            let none = self.word("support-no-cause");
            self.paragraph(2, &none);
            return;
        };
        self.paragraph(2, &format!("{} [{}]", first.words.headline, first.code));
        self.paragraph(2, &first.words.meaning);
        let others: Vec<String> = asking.take(OTHERS).map(|f| format!("{} [{}]", f.words.headline, f.code)).collect();
        for other in others {
            let also = self.say("support-also", &[("what", &other)]);
            self.paragraph(2, &also);
        }
    }

    fn tried(&mut self, report: &Report, rechecks: u32) {
        self.heading("support-tried");
        let inside = || report.evidence.iter().filter(|e| e.vantage == Vantage::Inside);
        let answered = inside().filter(|e| e.outcome == Outcome::Answered).count().to_string();
        let mut lines =
            vec![self.say("support-inside", &[("count", &inside().count().to_string()), ("answered", &answered)])];
        lines.push(match report.walks.iter().map(|w| w.at).max() {
            Some(last) => {
                let count = report.walks.len().to_string();
                self.say("support-outside", &[("count", &count), ("at", &moment(last))])
            }
            None => self.word("support-not-outside"),
        });
        if !report.changes.is_empty() {
            let what = self.outcomes(report);
            let count = report.changes.len().to_string();
            lines.push(self.say("support-router", &[("count", &count), ("what", &what)]));
        }
        if rechecks > 0 {
            lines.push(self.say("support-rechecks", &[("count", &rechecks.to_string())]));
        }
        for line in &lines {
            self.paragraph(2, line);
        }
    }

    /// How the router's changes ended, counted, with its reasons.
    fn outcomes(&self, report: &Report) -> String {
        let mut counted: BTreeMap<(&'static str, Option<u16>), usize> = BTreeMap::new();
        for change in &report.changes {
            let reason = change.code.filter(|_| is_no(change.result));
            *counted.entry((change.result.id(), reason)).or_default() += 1;
        }
        let said = counted.into_iter().map(|((id, code), count)| {
            let code = code.map(|c| format!(" ({c})")).unwrap_or_default();
            format!("{count} × {}{code}", self.word(&format!("change-{id}")))
        });
        said.collect::<Vec<_>>().join(", ")
    }
}

/// Reasons stand beside what was refused only.
const fn is_no(result: ChangeOutcome) -> bool {
    matches!(result, ChangeOutcome::Refused | ChangeOutcome::Failed)
}

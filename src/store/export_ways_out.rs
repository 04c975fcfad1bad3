//! The part of a report that is for whoever looks after the firewall: what the phone system must reach, as a table to
//! copy.

use super::export::Page;
use crate::domain::outbound::{Purpose, WayOut, tried_elsewhere, ways_out};
use crate::domain::report::Report;

/// Direction, protocol, ports, purpose and what came of trying it; names of the columns first. `word` has the
/// words, `said` what an entrance is for.
pub fn way_out_table(
    ways: &[WayOut<'_>],
    word: &dyn Fn(&str) -> String,
    said: &dyn Fn(&str) -> String,
) -> Vec<Vec<String>> {
    let columns = ["direction", "protocol", "ports", "purpose", "tried"].map(|c| word(&format!("rule-way-out-{c}")));
    let row = |way: &WayOut<'_>| {
        let purpose = match way.purpose {
            Purpose::Row(english) => said(english),
            Purpose::Provider => word("report-outbound-provider"),
        };
        let tried = word(&format!("way-out-{}", way.verdict.id()));
        let (protocol, ports) = (way.protocol.name().to_owned(), way.ports.to_string());
        vec![word("report-outbound-out"), protocol, ports, purpose, tried]
    };
    std::iter::once(columns.to_vec()).chain(ways.iter().map(row)).collect()
}

impl Page<'_> {
    /// Shown where the phone system needs any.
    pub(super) fn ways_out(&mut self, report: &Report) {
        let ways = ways_out(report);
        if ways.is_empty() {
            return;
        }
        self.heading("report-outbound");
        let lead = self.word("report-outbound-lead");
        self.paragraph(2, &lead);
        if tried_elsewhere(report) {
            let elsewhere = self.word("report-outbound-not-here");
            self.paragraph(2, &elsewhere);
        }
        let rows = way_out_table(&ways, &|key| self.word(key), &|english| self.said(english));
        self.table(&rows);
    }
}

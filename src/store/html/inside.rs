//! What the phone system says of itself, on the technician's part of the page.

use super::markup::Markup;
use super::{Cell, Letter, table};
use crate::store::export_inside::{doubt, settings};
use crate::text::inside as words;

/// Plain lines first, then every setting with its place.
pub(super) fn all(m: &mut Markup, letter: &Letter<'_>) {
    let Some(told) = &letter.report.inside else { return };
    let heading = letter.word("report-inside");
    m.words("h3", &[], &heading);
    m.words("p", &[("class", &"soft")], &words::heading(letter.text, told, &letter.zone));
    if let Some(doubt) = doubt(letter.report) {
        m.words("p", &[], &letter.text.get(&format!("problem-{}", doubt.code), &doubt.args));
    }
    let lines = words::told(letter.text, told, letter.report.office.public_address, &[]);
    m.element("ul", &[("class", &"plain")], |m| {
        for line in &lines {
            m.words("li", &[], &line.line);
        }
    });
    let columns: Vec<String> =
        ["setting", "value", "place"].iter().map(|name| letter.word(&format!("paper-column-{name}"))).collect();
    let rows: Vec<Vec<Cell>> =
        settings(told).into_iter().map(|row| row.into_iter().map(Cell::exact).collect()).collect();
    if !rows.is_empty() {
        table(m, &heading, &columns, &rows);
    }
}

//! What the phone system says of itself, in a report: plain lines for everybody, and every setting with its value and its
//! place for the technician.

use jiff::tz::TimeZone;

use super::export::Page;
use crate::domain::case::Case;
use crate::domain::inside::{self, Inside, Place, Setting};
use crate::domain::message::Problem;
use crate::domain::report::Report;
use crate::text::inside as words;

/// Most lines of a list that grows with the office.
const MOST: usize = 60;

/// Why nothing of it counts for this report, if nothing does.
pub(super) fn doubt(report: &Report) -> Option<Problem> {
    inside::doubt(report.inside.as_ref()?, &Case::of_report(report))
}

/// Every setting: its name in the JSON document, its value, where it stands.
pub(super) fn settings(told: &Inside) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let lists: [(&str, &[Setting]); 5] = [
        ("outside", &told.outside),
        ("local", &told.local),
        ("guests", &told.guests),
        ("name_leaks", &told.name_leaks),
        ("call_out", &told.call_out),
    ];
    for (name, settings) in lists {
        rows.extend(settings.iter().take(MOST).map(|s| row(name, value(&s.value, s.written.as_deref()), &s.place)));
    }
    rows.extend(told.sip.iter().map(|p| {
        let tls = if p.tls { " TLS" } else { "" };
        let bound = p.bound.map_or("bound: ?", |b| if b { "bound" } else { "not bound" });
        row("sip", format!("{} {}{tls}, {bound}", p.transport.name(), p.port), &p.place)
    }));
    rows.extend(told.voice.iter().map(|v| {
        let written = v.written.map(|w| w.to_string());
        row("voice", value(&v.ports.to_string(), written.as_deref()), &v.first)
    }));
    rows.extend(told.abroad.iter().take(MOST).map(|p| row("abroad", p.pattern.clone(), &p.place)));
    for extension in told.extensions.iter().take(MOST) {
        let contacts = extension.signed_in().iter().map(|c| format!("{}:{}", c.address, c.port));
        let contacts = contacts.collect::<Vec<_>>().join(", ");
        let lacks = extension.lacks.iter().map(|(setting, _)| setting.id()).collect::<Vec<_>>().join(", ");
        rows.push(vec![format!("extensions: {}", extension.name), contacts, lacks]);
    }
    rows.extend(
        told.bans.iter().take(MOST).map(|b| vec![format!("bans: {}", b.by), b.network.to_string(), b.list.clone()]),
    );
    rows.extend(told.unread.iter().map(|u| vec!["unread".to_owned(), u.part.clone(), u.why.clone()]));
    rows
}

fn row(name: &str, value: String, place: &Place) -> Vec<String> {
    // `/etc/asterisk/sip.conf:12 [general] externip`.
    let at = format!("{} {}", place.told(), place.key);
    vec![name.to_owned(), value, at.trim().to_owned()]
}

fn value(now: &str, written: Option<&str>) -> String {
    written.map_or_else(|| now.to_owned(), |written| format!("{now} (file: {written})"))
}

impl Page<'_> {
    /// Shown where somebody looked inside.
    pub(super) fn inside(&mut self, report: &Report) {
        let Some(told) = &report.inside else { return };
        self.heading("report-inside");
        let heading = words::heading(self.text, told, &TimeZone::UTC);
        self.paragraph(2, &heading);
        if let Some(doubt) = doubt(report) {
            let line = self.text.get(&format!("problem-{}", doubt.code), &doubt.args);
            self.paragraph(2, &line);
        }
        for line in words::told(self.text, told, report.office.public_address, &[]) {
            self.paragraph(2, &line.line);
        }
        self.line("");
        self.table(&settings(told));
    }
}

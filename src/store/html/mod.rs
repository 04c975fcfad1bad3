//! A report as one HTML file for people: the picture first, then what to do, then everything for the technician. It
//! fetches nothing and runs nothing, reads in light and dark, and any browser prints it as a good PDF. Pure: the same
//! report gives the same file.

mod inside;
mod letterhead;
mod markup;
mod owner;
mod technician;

pub(in crate::store) use markup::{HIDDEN, hides};

use std::collections::BTreeMap;
use std::fmt::Display;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::catalog;
use crate::domain::report::{Report, ServiceRow};
use crate::domain::service::Profile;
use crate::store::html::markup::Markup;
use crate::text::street::lamp::Lamp;
use crate::text::{Text, proof, street};

/// What the page looks like.
const STYLE: &str = include_str!("../../../assets/report/style.css");

/// The part of the page that the drawing's colours hold for.
const SCOPE: &str = ".sheet";

/// Nothing may be fetched or run, whatever found its way into the page.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The same where a vendor's logo stands in the page. Nothing else is shown as a picture there.
const POLICY_WITH_LOGO: &str =
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Whether a report to be given away names the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Addresses and names as they are.
    Whole,
    /// Masked before.
    Masked,
}

/// The page of a report that has its words (`text::explain`) and, for [`Privacy::Masked`], was masked before. Times
/// of the owner's copy are on the owner's clock; a masked one does not tell where that clock hangs.
pub fn report_html(report: &Report, text: &Text, privacy: Privacy, zone: &TimeZone) -> String {
    let zone = match privacy {
        Privacy::Whole => zone.clone(),
        Privacy::Masked => TimeZone::UTC,
    };
    let letter = Letter { report, text, zone, privacy };
    let mut page = Markup::new("<!doctype html>\n");
    page.element("html", &[("lang", &text.language())], |m| {
        m.line();
        m.element("head", &[], |m| head(m, &letter));
        m.line();
        m.element("body", &[], |m| m.element("div", &[("class", &"sheet")], |m| body(m, &letter)));
        m.line();
    });
    page.line();
    page.finish()
}

fn head(m: &mut Markup, letter: &Letter<'_>) {
    m.void("meta", &[("charset", &"utf-8")]);
    let has_logo = letter.text.letterhead().is_some_and(|l| l.logo.is_some());
    let policy = if has_logo { POLICY_WITH_LOGO } else { POLICY };
    m.void("meta", &[("http-equiv", &"Content-Security-Policy"), ("content", &policy)]);
    m.void("meta", &[("name", &"viewport"), ("content", &"width=device-width, initial-scale=1")]);
    m.void("meta", &[("name", &"color-scheme"), ("content", &"light dark")]);
    m.void("meta", &[("name", &"referrer"), ("content", &"no-referrer")]);
    m.void("meta", &[("name", &"robots"), ("content", &"noindex")]);
    m.words("title", &[], &letter.title());
    let (day, night) = (street::colours(SCOPE, false), street::colours(SCOPE, true));
    m.style(&format!("{STYLE}{day}\n@media screen and (prefers-color-scheme: dark) {{{night}}}\n"));
}

fn body(m: &mut Markup, letter: &Letter<'_>) {
    m.element("header", &[], |m| {
        letterhead::head(m, letter);
        m.element("div", &[("class", &"brand")], |m| {
            m.words("strong", &[], &letter.word("window-title"));
            m.words("span", &[], &letter.say("paper-of", &[("at", &letter.when(letter.report.started_at))]));
        });
        owner::verdict(m, letter);
    });
    m.element("main", &[], |m| {
        owner::picture(m, letter);
        owner::causes(m, letter);
        owner::entrances(m, letter);
        owner::cabinets(m, letter);
        owner::changes(m, letter);
        owner::advice(m, letter);
        technician::all(m, letter);
    });
    m.element("footer", &[], |m| {
        let program = &letter.report.program;
        m.words("p", &[], &letter.say("paper-made-by", &[("name", &program.name), ("version", &program.version)]));
        m.words("p", &[], &letter.word("paper-keep"));
        letterhead::foot(m, letter);
    });
}

/// What every part of the page is written from.
struct Letter<'r> {
    report: &'r Report,
    text: &'r Text,
    zone: TimeZone,
    privacy: Privacy,
}

impl Letter<'_> {
    fn say(&self, key: &str, values: &[(&str, &dyn Display)]) -> String {
        let values: BTreeMap<String, String> = values.iter().map(|(k, v)| ((*k).to_owned(), v.to_string())).collect();
        self.text.get(key, &values)
    }

    fn word(&self, key: &str) -> String {
        self.say(key, &[])
    }

    fn when(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
    }

    /// The name of the clock that all times are of.
    fn clock(&self) -> String {
        let offset = || self.zone.to_offset(self.report.started_at).to_string();
        self.zone.iana_name().map_or_else(offset, |name| name.trim_start_matches("Etc/").to_owned())
    }

    fn title(&self) -> String {
        let at = self.when(self.report.started_at);
        self.say("paper-title", &[("name", &self.word("window-title")), ("at", &at)])
    }

    /// What stands on an entrance's plate.
    fn plate(&self, row: &ServiceRow) -> String {
        let service = self.profile().and_then(|p| p.service(&row.id));
        service.map_or_else(|| row.label.clone(), |s| street::plate(self.text, s))
    }

    fn profile(&self) -> Option<&'static Profile> {
        self.report.answers.system.as_ref().and_then(catalog::profile)
    }
}

/// A lamp among words that say the same, so that it is hidden from those who hear the page.
fn mark(m: &mut Markup, lamp: Lamp) {
    m.drawing(&street::mark(lamp));
}

/// A cell: its words, and quieter ones below them.
struct Cell {
    lamp: Option<Lamp>,
    words: String,
    below: String,
    exact: bool,
}

impl Cell {
    fn plain(words: impl Display) -> Self {
        Self { lamp: None, words: words.to_string(), below: String::new(), exact: false }
    }

    /// A name or number as machines write it.
    fn exact(words: impl Display) -> Self {
        Self { exact: true, ..Self::plain(words) }
    }
}

/// A table with named columns; the first cell of a row names the row. Wider than the page, it can be moved by keyboard.
fn table(m: &mut Markup, name: &str, columns: &[String], rows: &[Vec<Cell>]) {
    let attributes: [(&'static str, &dyn Display); 4] =
        [("class", &"scroll"), ("role", &"region"), ("aria-label", &name), ("tabindex", &"0")];
    m.element("div", &attributes, |m| {
        m.element("table", &[], |m| {
            if !columns.is_empty() {
                m.element("thead", &[], |m| {
                    m.element("tr", &[], |m| columns.iter().for_each(|c| m.words("th", &[("scope", &"col")], c)));
                });
            }
            m.element("tbody", &[], |m| {
                for row in rows {
                    m.line();
                    m.element("tr", &[], |m| {
                        for (at, cell) in row.iter().enumerate() {
                            let (kind, scope): (_, &[(&'static str, &dyn Display)]) =
                                if at == 0 { ("th", &[("scope", &"row")]) } else { ("td", &[]) };
                            m.element(kind, scope, |m| write_cell(m, cell));
                        }
                    });
                }
            });
        });
    });
    m.line();
}

fn write_cell(m: &mut Markup, cell: &Cell) {
    let said = |m: &mut Markup| {
        if cell.exact {
            m.words("code", &[], &cell.words);
        } else {
            m.text(&cell.words);
        }
    };
    match cell.lamp {
        Some(lamp) => m.element("span", &[("class", &"state")], |m| {
            mark(m, lamp);
            m.element("span", &[], said);
        }),
        None => said(m),
    }
    if !cell.below.is_empty() {
        m.words("span", &[("class", &"soft")], &cell.below);
    }
}

/// What a row's proof is worth, in words.
fn verdict_cell(letter: &Letter<'_>, row: &ServiceRow) -> Cell {
    let mut words = proof::verdict(letter.text, letter.report, row);
    if row.unconfirmed {
        words = format!("{words} ({})", letter.word("report-unconfirmed"));
    }
    Cell { lamp: Some(proof::lamp(letter.report, row)), ..Cell::plain(words) }
}

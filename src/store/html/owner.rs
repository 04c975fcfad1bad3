//! The owner's part of a report's page: one sentence, the picture, what to do, each entrance, the cabinets, what was
//! changed and what keeps it safe. Technical words stand small, below.

use super::markup::Markup;
use super::{Cell, Letter, Privacy, mark, table, verdict_cell};
use crate::domain::change::alike;
use crate::domain::office::Advice;
use crate::domain::report::{Finding, ServiceRow, Severity, Verdict, WalkReport, Walker};
use crate::domain::service::Need;
use crate::text::street::lamp::Lamp;
use crate::text::{explain, proof, street};

/// One sentence over everything.
pub(super) fn verdict(m: &mut Markup, letter: &Letter<'_>) {
    m.element("div", &[("class", &"verdict")], |m| {
        mark(m, proof::top_lamp(letter.report));
        m.element("div", &[], |m| {
            m.words("h1", &[], &proof::top_line(letter.text, letter.report, &letter.zone));
            m.words("p", &[], &proof::count_line(letter.text, letter.report, &letter.zone));
        });
    });
}

/// Name of what a lamp means, in text files.
const fn meaning(lamp: Lamp) -> &'static str {
    match lamp {
        Lamp::Lit => "paper-lamp-lit",
        Lamp::Locked => "paper-lamp-locked",
        Lamp::Guests => "paper-lamp-guests",
        Lamp::Trouble => "paper-lamp-trouble",
        Lamp::Alarm => "paper-lamp-alarm",
        Lamp::Dark => "paper-lamp-dark",
    }
}

/// The picture, what its lamps mean, and whether it may be passed on.
pub(super) fn picture(m: &mut Markup, letter: &Letter<'_>) {
    m.element("figure", &[], |m| {
        let picture = street::of_report(letter.text, letter.report, letter.profile(), &letter.zone);
        m.element("div", &[("class", &"frame")], |m| m.drawing(&street::svg(&picture)));
        m.element("figcaption", &[], |m| {
            let shown = |lamp: &Lamp| {
                letter.report.services.iter().any(|r| is_shown(r) && proof::lamp(letter.report, r) == *lamp)
            };
            let lamps: Vec<Lamp> = Lamp::ALL.into_iter().filter(shown).collect();
            if !lamps.is_empty() {
                m.element("ul", &[("class", &"legend")], |m| {
                    for lamp in lamps {
                        m.element("li", &[], |m| {
                            mark(m, lamp);
                            m.words("span", &[], &letter.word(meaning(lamp)));
                        });
                    }
                });
            }
        });
    });
    let privacy = match letter.privacy {
        Privacy::Whole => "paper-whole",
        Privacy::Masked => "paper-masked",
    };
    let clock = letter.say("paper-clock", &[("zone", &letter.clock())]);
    m.words("p", &[("class", &"privacy")], &format!("{} {clock}", letter.word(privacy)));
}

fn is_shown(row: &ServiceRow) -> bool {
    row.need == Need::Never || row.selected
}

/// What asks for something, each cause with its consequences; below it what is only good to know.
pub(super) fn causes(m: &mut Markup, letter: &Letter<'_>) {
    let (notes, asking): (Vec<&Finding>, Vec<&Finding>) =
        letter.report.findings.iter().partition(|f| f.severity == Severity::Note);
    m.words("h2", &[], &letter.word("window-findings"));
    if asking.is_empty() {
        m.element("div", &[("class", &"calm")], |m| m.words("p", &[], &letter.word("window-no-findings")));
    }
    for found in asking {
        cause(m, letter, found);
    }
    if !notes.is_empty() {
        m.words("h2", &[], &letter.word("window-notes"));
        for found in notes {
            cause(m, letter, found);
        }
    }
}

fn cause(m: &mut Markup, letter: &Letter<'_>, found: &Finding) {
    let severity = found.severity.id();
    m.element("article", &[("class", &format!("cause {severity}"))], |m| {
        if found.severity != Severity::Note {
            m.words("span", &[("class", &"badge")], &letter.word(&format!("severity-{severity}")));
        }
        m.words("h3", &[], &found.words.headline);
        m.words("p", &[], &found.words.meaning);
        m.element("p", &[("class", &"next")], |m| {
            m.words("strong", &[], &letter.word("window-do-this"));
            m.text(&found.words.action);
        });
        if !found.folded.is_empty() {
            m.element("div", &[("class", &"explains")], |m| {
                m.words("p", &[], &letter.word("window-explains"));
                m.element("ul", &[], |m| {
                    for folded in &found.folded {
                        m.words("li", &[], &explain::folded_headline(letter.text, found, &folded.code));
                    }
                });
            });
        }
        m.element("p", &[("class", &"exact")], |m| {
            m.text(&found.words.detail);
            m.text(" ");
            m.words("code", &[], &found.code);
        });
    });
    m.line();
}

/// Each entrance, what is known of it, and from where.
pub(super) fn entrances(m: &mut Markup, letter: &Letter<'_>) {
    let heading = letter.word("window-entrances");
    m.words("h2", &[], &heading);
    let rows: Vec<Vec<Cell>> = proof::wanted(letter.report).map(|row| entrance(letter, row)).collect();
    if rows.is_empty() {
        m.element("div", &[("class", &"calm")], |m| m.words("p", &[], &letter.word("window-no-entrances")));
    } else {
        let columns = ["entrance", "known", "inside", "router", "outside"];
        table(m, &heading, &columns.map(|c| letter.word(&format!("paper-column-{c}"))), &rows);
    }
    let report = letter.report;
    if report.walks.is_empty() {
        m.words("p", &[("class", &"soft")], &letter.word("window-not-walked"));
    } else {
        m.element("ul", &[("class", &"plain soft")], |m| {
            report.walks.iter().for_each(|w| m.words("li", &[], &walked(letter, w)));
        });
    }
    let gaps: Vec<String> = report.services.iter().flat_map(|r| proof::not_shown(letter.text, r)).collect();
    if !gaps.is_empty() {
        m.words("h3", &[], &letter.word("report-not-shown"));
        m.element("ul", &[("class", &"plain soft")], |m| gaps.iter().for_each(|gap| m.words("li", &[], gap)));
    }
}

fn entrance(letter: &Letter<'_>, row: &ServiceRow) -> Vec<Cell> {
    let ports =
        letter.say("window-ports", &[("label", &row.label), ("protocol", &row.protocol.name()), ("ports", &row.ports)]);
    vec![
        Cell { below: ports, ..Cell::plain(letter.plate(row)) },
        verdict_cell(letter, row),
        Cell::plain(letter.word(&format!("outcome-{}", row.inside.id()))),
        Cell::plain(letter.word(&format!("listed-{}", row.router.id()))),
        Cell::plain(letter.word(&format!("outcome-{}", row.outside.id()))),
    ]
}

fn walked(letter: &Letter<'_>, walk: &WalkReport) -> String {
    let who = match walk.walker {
        Walker::Colleague => "window-walked-colleague",
        Walker::StepOutside => "window-walked-step-outside",
        Walker::Helper => "window-walked-helper",
    };
    let at = letter.when(walk.at);
    match walk.address {
        Some(from) => letter.say(who, &[("from", &from), ("at", &at)]),
        None => letter.say(&format!("{who}-somewhere"), &[("at", &at)]),
    }
}

/// Cabinets are many: counted here, and named where one is open. The technician's part has each.
pub(super) fn cabinets(m: &mut Markup, letter: &Letter<'_>) {
    let rows = || letter.report.services.iter().filter(|r| r.need == Need::Never);
    let total = rows().count();
    if total == 0 {
        return;
    }
    let heading = letter.word("report-locked");
    m.words("h2", &[], &heading);
    let shut = rows().filter(|r| r.verdict == Verdict::Shut && !letter.report.lapsed.has(r)).count();
    m.words("p", &[], &letter.say("report-cabinets", &[("shut", &shut), ("total", &total)]));
    let open: Vec<Vec<Cell>> = rows().filter(|r| r.verdict == Verdict::Exposed).map(|r| cabinet(letter, r)).collect();
    if !open.is_empty() {
        let columns = ["entrance", "known"].map(|c| letter.word(&format!("paper-column-{c}")));
        table(m, &heading, &columns, &open);
    }
}

fn cabinet(letter: &Letter<'_>, row: &ServiceRow) -> Vec<Cell> {
    let ports = format!("{} {}", row.protocol.name(), row.ports);
    vec![Cell { below: ports, ..Cell::plain(&row.label) }, verdict_cell(letter, row)]
}

/// What the router was asked, where it was.
pub(super) fn changes(m: &mut Markup, letter: &Letter<'_>) {
    let changes = &letter.report.changes;
    if changes.is_empty() {
        return;
    }
    let heading = letter.word("report-changes");
    m.words("h2", &[], &heading);
    let row = |change: &crate::domain::change::ChangeResult, ports: String| {
        let row = letter.report.service(&change.service.0);
        let name = row.map_or_else(|| change.service.to_string(), |r| letter.plate(r));
        let code = change.code.map(|c| letter.say("paper-router-code", &[("code", &c)])).unwrap_or_default();
        vec![
            Cell { below: ports, ..Cell::plain(name) },
            Cell { below: code, ..Cell::plain(letter.word(&format!("change-{}", change.result.id()))) },
        ]
    };
    let rows = alike(changes).into_iter();
    let rows: Vec<Vec<Cell>> =
        rows.map(|(c, ports)| row(c, format!("{} {ports}{}", c.protocol.name(), c.family.mark()))).collect();
    let columns = ["entrance", "result"].map(|c| letter.word(&format!("paper-column-{c}")));
    table(m, &heading, &columns, &rows);
}

/// The list to tick, as it stands.
pub(super) fn advice(m: &mut Markup, letter: &Letter<'_>) {
    if letter.report.advice.is_empty() {
        return;
    }
    m.words("h2", &[], &letter.word("window-advice"));
    m.element("ul", &[("class", &"advice")], |m| {
        letter.report.advice.iter().for_each(|line| m.element("li", &[], |m| advice_line(m, letter, line)));
    });
}

fn advice_line(m: &mut Markup, letter: &Letter<'_>, line: &Advice) {
    let state = letter.word(if line.done { "paper-done" } else { "paper-not-done" });
    let attributes: [(&'static str, &dyn std::fmt::Display); 4] =
        [("class", &"mark tick"), ("viewBox", &"-11 -11 22 22"), ("role", &"img"), ("aria-label", &state)];
    m.element("svg", &attributes, |m| {
        let (corner, side) = (-8.5, 17);
        m.words("rect", &[("x", &corner), ("y", &corner), ("width", &side), ("height", &side), ("rx", &3)], "");
        if line.done {
            m.words("path", &[("d", &"M-4.5 0L-1.2 3.6L5 -4")], "");
        }
    });
    m.element("div", &[], |m| {
        let id = line.id.id();
        m.words("h3", &[], &letter.word(&format!("advice-{id}")));
        m.words("p", &[("class", &"soft small")], &letter.word(&format!("advice-{id}.why")));
        if let Some(date) = line.date.filter(|_| line.done) {
            m.words("p", &[("class", &"small")], &letter.say("window-ticked", &[("date", &date)]));
        }
    });
}

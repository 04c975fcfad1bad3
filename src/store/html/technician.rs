//! The technician's part of a report's page: the office as it was found, every row, the router's list, the letters, the
//! ways out and every question with its answer, in the field's own words.

use super::markup::Markup;
use super::{Cell, Letter, inside, table, verdict_cell};
use crate::domain::before::Before;
use crate::domain::doorman::DoormanTest;
use crate::domain::office::{Gateway, PortMapping};
use crate::domain::outbound::{tried_elsewhere, ways_out};
use crate::domain::probe::Evidence;
use crate::domain::report::{Report, ServiceRow};
use crate::domain::service::Need;
use crate::domain::voice::VoiceWalk;
use crate::store::export::{Page, router};
use crate::store::export_ways_out::way_out_table;
use crate::text::rehearsal;

/// Everything.
pub(super) fn all(m: &mut Markup, letter: &Letter<'_>) {
    m.element("section", &[("class", &"technician")], |m| {
        m.words("h2", &[], &letter.word("window-technician"));
        m.words("p", &[("class", &"soft")], &letter.word("paper-technician-lead"));
        office(m, letter);
        every_row(m, letter);
        lists(m, letter);
        ways(m, letter);
        outside(m, letter);
        doorman(m, letter);
        voices(m, letter);
        call(m, letter);
        safety(m, letter);
        inside::all(m, letter);
        evidence(m, letter);
    });
}

fn columns(letter: &Letter<'_>, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| letter.word(&format!("paper-column-{name}"))).collect()
}

fn headed_table(m: &mut Markup, heading: &str, columns: &[String], rows: &[Vec<Cell>]) {
    if rows.is_empty() {
        return;
    }
    m.words("h3", &[], heading);
    table(m, heading, columns, rows);
}

/// What was found and what was told. Names of fields are those of the JSON document.
fn office(m: &mut Markup, letter: &Letter<'_>) {
    let report = letter.report;
    let office = &report.office;
    let unknown = letter.word("report-unknown");
    let mut facts: Vec<(String, String)> = Vec::new();
    let street = office.public_address.map_or_else(|| unknown.clone(), |ip| ip.to_string());
    facts.push((letter.word("report-street-address"), street));
    for gateway in &office.gateways {
        facts.push((letter.word("report-router"), gateway_line(letter, gateway)));
    }
    let system = office.phone_system.as_ref().map_or(unknown, |p| {
        let more = [Some(p.profile.0.as_str()), p.server.as_deref(), p.mac.as_deref()];
        format!("{} ({})", p.address, more.into_iter().flatten().collect::<Vec<_>>().join(", "))
    });
    facts.push((letter.word("report-phone-system"), system));
    for adapter in &office.adapters {
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("name", &adapter.name), ("address", &adapter.address), ("prefix", &adapter.prefix)];
        facts.push((letter.word("paper-computer"), letter.say("window-drawer-adapter", &values)));
    }
    facts.push((letter.word("paper-answers"), answers(report)));
    let program = &report.program;
    let values: [(&str, &dyn std::fmt::Display); 4] = [
        ("name", &program.name),
        ("version", &program.version),
        ("at", &report.started_at),
        ("took", &report.duration_ms),
    ];
    facts.push((letter.word("paper-program"), letter.say("window-drawer-program", &values)));
    m.words("h3", &[], &letter.word("report-office"));
    m.element("dl", &[], |m| {
        for (name, fact) in &facts {
            m.words("dt", &[], name);
            m.words("dd", &[], fact);
        }
    });
}

fn gateway_line(letter: &Letter<'_>, gateway: &Gateway) -> String {
    let unknown = || letter.word("report-unknown");
    let control = letter.word(&format!("window-control-{}", gateway.control.takes()));
    let wan = gateway.wan_address.map_or_else(unknown, |ip| ip.to_string());
    let hop = gateway.wan_hop.map_or_else(unknown, |ip| ip.to_string());
    let values: [(&str, &dyn std::fmt::Display); 4] =
        [("address", &router(gateway)), ("wan", &wan), ("hop", &hop), ("control", &control)];
    letter.say("window-drawer-router", &values)
}

/// As the JSON document names them; what was not told is left out.
fn answers(report: &Report) -> String {
    let told = &report.answers;
    let list = |items: Vec<String>| Some(items.join(", ")).filter(|i| !i.is_empty());
    let facts = [
        ("system", told.system.as_ref().map(|s| s.0.clone())),
        ("using", list(told.using.clone())),
        ("calls", told.calls.map(|c| c.to_string())),
        ("trusted", list(told.trusted.iter().map(ToString::to_string).collect())),
        ("phones_use", told.phones_use.clone()),
        ("pbx", told.pbx.map(|ip| ip.to_string())),
        ("public_address", told.public_address.map(|ip| ip.to_string())),
        ("street_name", told.street_name.clone()),
        ("provider", told.provider.clone()),
        ("symptom", Some(told.symptom.id().to_owned())),
        ("heard_both_ways", told.heard_both_ways.map(|day| day.to_string())),
        ("over_ipv6", told.over_ipv6.then(|| "true".to_owned())),
    ];
    let said = facts.into_iter().filter_map(|(name, fact)| Some(format!("{name}: {}", fact?)));
    said.collect::<Vec<_>>().join("; ")
}

fn every_row(m: &mut Markup, letter: &Letter<'_>) {
    let rows: Vec<Vec<Cell>> = letter.report.services.iter().map(|row| whole_row(letter, row)).collect();
    let columns = columns(
        letter,
        &["service", "ports.term", "need", "inside", "router", "outside", "outside-ipv6", "known", "because"],
    );
    headed_table(m, &letter.word("paper-every-row"), &columns, &rows);
}

fn whole_row(letter: &Letter<'_>, row: &ServiceRow) -> Vec<Cell> {
    let need = match row.need {
        Need::Required => "required",
        Need::IfFeature => "if-feature",
        Need::Never => "never",
    };
    let chosen = if row.selected { letter.word("paper-selected") } else { String::new() };
    let outcome =
        |outcome: crate::domain::probe::Outcome| Cell::plain(letter.word(&format!("outcome-{}", outcome.id())));
    vec![
        Cell { below: row.label.clone(), ..Cell::exact(&row.id) },
        Cell::exact(format!("{} {}", row.protocol.name(), row.ports)),
        Cell { below: chosen, ..Cell::exact(need) },
        outcome(row.inside),
        Cell::plain(letter.word(&format!("listed-{}", row.router.id()))),
        outcome(row.outside),
        outcome(row.outside_ipv6),
        verdict_cell(letter, row),
        Cell::exact(row.because.as_deref().unwrap_or_default()),
    ]
}

/// What the router lists now, and what it listed at the check before.
fn lists(m: &mut Markup, letter: &Letter<'_>) {
    let names = columns(letter, &["outside-port", "leads-to", "lease", "description"]);
    let rows = |lines: &[PortMapping]| lines.iter().map(|l| mapping(letter, l)).collect::<Vec<_>>();
    headed_table(m, &letter.word("window-mapping-table"), &names, &rows(&letter.report.mappings));
    let Some(Before { started_at, mappings, .. }) = &letter.report.before else { return };
    let heading = letter.say("paper-list-before", &[("at", &letter.when(*started_at))]);
    headed_table(m, &heading, &names, &rows(mappings));
}

fn mapping(letter: &Letter<'_>, line: &PortMapping) -> Vec<Cell> {
    let mut said = vec![line.description.clone()];
    said.extend(line.ours.then(|| letter.word("window-mapping-ours")));
    said.extend((!line.enabled).then(|| letter.word("listed-disabled")));
    let only = if line.remote_host.is_empty() { String::new() } else { format!("← {}", line.remote_host) };
    vec![
        Cell { below: only, ..Cell::exact(format!("{} {}", line.protocol.name(), line.external_port)) },
        Cell::exact(std::net::SocketAddr::new(line.internal_client, line.internal_port)),
        Cell::exact(format!("{} s", line.lease_seconds)),
        Cell::plain(said.join(" ").trim()),
    ]
}

fn ways(m: &mut Markup, letter: &Letter<'_>) {
    let ways = ways_out(letter.report);
    if ways.is_empty() {
        return;
    }
    let heading = letter.word("report-outbound");
    m.words("h3", &[], &heading);
    m.words("p", &[("class", &"soft")], &letter.word("report-outbound-lead"));
    if tried_elsewhere(letter.report) {
        m.words("p", &[("class", &"soft")], &letter.word("report-outbound-not-here"));
    }
    let mut lines = way_out_table(&ways, &|key| letter.word(key), &|english| letter.text.said(english).to_owned());
    let columns = lines.remove(0);
    table(m, &heading, &columns, &cells(lines));
}

fn cells(lines: Vec<Vec<String>>) -> Vec<Vec<Cell>> {
    lines.into_iter().map(|line| line.into_iter().map(Cell::plain).collect()).collect()
}

/// Who walked, and what each street saw.
fn outside(m: &mut Markup, letter: &Letter<'_>) {
    let page = Page::new(letter.text);
    let walks: Vec<Vec<String>> = letter.report.walks.iter().map(|w| page.walk(w)).collect();
    headed_table(
        m,
        &letter.word("report-walks"),
        &columns(letter, &["at", "from", "street", "remarks"]),
        &cells(walks),
    );
    let mut streets = page.streets(letter.report);
    if streets.len() > 1 {
        let columns = streets.remove(0);
        headed_table(m, &letter.word("report-streets"), &columns, &cells(streets));
    }
}

fn doorman(m: &mut Markup, letter: &Letter<'_>) {
    let page = Page::new(letter.text);
    let tests = &letter.report.doorman;
    let letters: Vec<Vec<String>> = tests.iter().map(|t| page.letter(t)).collect();
    headed_table(
        m,
        &letter.word("report-doorman"),
        &columns(letter, &["letter", "result", "remarks"]),
        &cells(letters),
    );
    for test in tests {
        changed(m, letter, "report-letter-changed", test, page.side_by_side(&test.changes()));
        changed(m, letter, "report-answer-changed", test, page.side_by_side(&test.changes_back()));
    }
}

fn changed(m: &mut Markup, letter: &Letter<'_>, key: &str, test: &DoormanTest, lines: Vec<Vec<String>>) {
    if lines.is_empty() {
        return;
    }
    let heading = letter.say(key, &[("name", &test.name())]);
    m.words("p", &[], &heading);
    let line = |line: Vec<String>| {
        line.into_iter().enumerate().map(|(at, w)| if at == 0 { Cell::plain(w) } else { Cell::exact(w) }).collect()
    };
    table(m, &heading, &[], &lines.into_iter().map(line).collect::<Vec<_>>());
}

fn voices(m: &mut Markup, letter: &Letter<'_>) {
    let ranges = |ranges: &[crate::domain::service::PortRange]| {
        ranges.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    };
    let row = |walk: &VoiceWalk| {
        let shifted = walk.shifted.map(|s| format!("{} → {}", s.outside, s.inside)).unwrap_or_default();
        let missing = format!("{} {}", walk.missing_ports, ranges(&walk.missing));
        vec![
            Cell::plain(letter.when(walk.at)),
            Cell::exact(&walk.service),
            Cell { below: shifted, ..Cell::exact(ranges(&walk.asked)) },
            Cell::exact(missing.trim()),
            Cell::exact(ranges(&walk.in_use)),
        ]
    };
    let rows: Vec<Vec<Cell>> = letter.report.voice.iter().map(row).collect();
    let columns = columns(letter, &["at", "service", "voice-asked", "voice-missing", "voice-in-use"]);
    headed_table(m, &letter.word("paper-voices"), &columns, &rows);
}

fn call(m: &mut Markup, letter: &Letter<'_>) {
    let Some(last) = letter.report.rehearsals.last() else { return };
    m.words("h3", &[], &letter.word("report-rehearsal"));
    m.element("ul", &[("class", &"plain")], |m| {
        for line in rehearsal::lines(letter.text, last, &letter.report.rings) {
            m.words("li", &[], &line);
        }
    });
}

fn safety(m: &mut Markup, letter: &Letter<'_>) {
    let tests = letter.report.safety.iter().map(|test| {
        let key = format!("safety-{}", test.id.id());
        vec![
            Cell::plain(letter.word(&key)),
            Cell::plain(letter.word(&format!("{key}-{}", test.outcome_id()))),
            Cell::plain(letter.word(&format!("report-vantage-{}", test.vantage.id()))),
            Cell::exact(test.seen.as_deref().unwrap_or_default()),
        ]
    });
    let columns = columns(letter, &["test", "result", "from", "seen"]);
    headed_table(m, &letter.word("window-safety"), &columns, &tests.collect::<Vec<_>>());
}

fn evidence(m: &mut Markup, letter: &Letter<'_>) {
    let rows = letter.report.evidence.iter().enumerate().map(|(at, e)| question(letter, at, e));
    let columns = columns(letter, &["number", "at", "from", "service", "target", "outcome", "elapsed", "seen"]);
    headed_table(m, &letter.word("window-evidence-table"), &columns, &rows.collect::<Vec<_>>());
}

fn question(letter: &Letter<'_>, at: usize, evidence: &Evidence) -> Vec<Cell> {
    let service = evidence.service.as_ref().map_or_else(|| letter.word("window-to-compare"), ToString::to_string);
    let reused = if evidence.reused { letter.word("report-reused") } else { String::new() };
    vec![
        Cell::exact(at),
        // To the second: a technician lays this beside a log.
        Cell::exact(evidence.at.to_zoned(letter.zone.clone()).strftime("%m-%d %H:%M:%S")),
        Cell::plain(letter.word(&format!("report-vantage-{}", evidence.vantage.id()))),
        Cell::exact(service),
        Cell::exact(format!("{} {}", evidence.transport.name(), evidence.target)),
        Cell { below: reused, ..Cell::plain(letter.word(&format!("outcome-{}", evidence.outcome.id()))) },
        Cell::exact(evidence.elapsed_ms),
        Cell::exact(evidence.seen.as_deref().unwrap_or_default()),
    ]
}

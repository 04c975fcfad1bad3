//! Results, and the home of every later start: one sentence, the picture, Re-check in the middle, causes before
//! symptoms, the cabinets, the advice, what changed since last time.

use egui::Ui;

use crate::domain::differences::{still_open, what_changed};
use crate::domain::news::News;
use crate::domain::office::Advice;
use crate::domain::report::{Finding, Report, ServiceRow, Severity, Verdict, Walker};
use crate::domain::service::Need;
use crate::text::explain::explain_news;
use crate::text::proof;
use crate::ui::lamp::{Lamp, lamp_ui};
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::words::when;
use crate::ui::{picture, tiles};
use crate::wizard::{Action, Ticked};

/// Walks that are named, the newest first.
const WALKS: usize = 2;

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, report: &Report, before: Option<&Report>) {
    super::at_work(ui, scene);
    verdict(ui, scene);
    ui.add_space(space::S);
    picture::picture_ui(ui, scene, scene.report);
    ui.add_space(space::M);
    buttons(ui, scene);
    ui.add_space(space::L);
    parts::two_columns(
        ui,
        0.56,
        scene,
        |ui, scene| {
            super::timeline::fresh(ui, scene);
            super::inside::wanted(ui, scene);
            findings(ui, scene);
            super::report::plea(ui, scene);
            ui.add_space(space::S);
            super::outside::doorman(ui, scene, report);
            advice(ui, scene);
            super::strangers::tests(ui, scene);
        },
        |ui, scene| {
            entrances(ui, scene);
            super::outside::compared(ui, scene, report);
            cabinets(ui, scene);
            since(ui, scene, report, before);
            super::timeline::earlier(ui, scene);
            super::opening::undo_card(ui, scene);
            super::report::card(ui, scene);
        },
    );
    ui.add_space(space::M);
    super::technician::drawer(ui, scene);
}

/// One sentence on top.
fn verdict(ui: &mut Ui, scene: &Scene<'_>) {
    let report = scene.report;
    ui.horizontal_top(|ui| {
        let word = scene.words.top(report);
        let lamp = proof::top_lamp(report);
        ui.vertical(|ui| {
            ui.add_space(5.0);
            lamp_ui(ui, lamp, &word);
        });
        ui.vertical(|ui| {
            parts::heading(ui, &scene.words.top(report));
            parts::soft(ui, &scene.words.proved(report));
        });
    });
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal_wrapped(|ui| {
        scene.large(ui, &scene.get("window-recheck"), Action::Recheck);
        scene.button(ui, &scene.get("window-knock-again"), Action::KnockAgain);
        scene.button(ui, &scene.get("window-plan-again"), Action::PlanAgain);
    });
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        scene.quiet(ui, &scene.get("window-results-by-hand"), Action::ShowByHand);
        scene.quiet(ui, &scene.get("window-start-over"), Action::CheckMine);
        scene.quiet(ui, &scene.get("window-rehearse"), Action::Rehearse);
        scene.quiet(ui, &scene.get("window-look-inside"), Action::LookInside);
        scene.quiet(ui, &scene.get("window-help-colleague"), Action::HelpColleague);
    });
}

/// What asks for something, and below it what is only good to know.
fn findings(ui: &mut Ui, scene: &mut Scene<'_>) {
    let (notes, asking): (Vec<&Finding>, Vec<&Finding>) =
        scene.report.findings.iter().partition(|f| f.severity == Severity::Note);
    parts::section(ui, &scene.get("window-findings"));
    if asking.is_empty() {
        parts::note(ui, Tone::Good, &scene.get("window-no-findings"));
        ui.add_space(space::S);
    }
    listed(ui, scene, &asking);
    if !notes.is_empty() {
        ui.add_space(space::S);
        parts::section(ui, &scene.get("window-notes"));
        listed(ui, scene, &notes);
    }
}

fn listed(ui: &mut Ui, scene: &mut Scene<'_>, findings: &[&Finding]) {
    for found in findings {
        tiles::finding(ui, scene, found);
        ui.add_space(space::XS);
    }
}

fn entrances(ui: &mut Ui, scene: &Scene<'_>) {
    let report = scene.report;
    parts::section(ui, &scene.get("window-entrances"));
    parts::card(ui, |ui| {
        let mut none = true;
        for row in proof::wanted(report) {
            none = false;
            tiles::entrance(ui, scene, row);
            let words = scene.words;
            let seen = words.with(
                "window-entrance-seen",
                [
                    ("inside", &words.outcome(row.inside)),
                    ("router", &words.listed(row.router)),
                    ("outside", &words.outcome(row.outside)),
                ],
            );
            parts::indented(ui, |ui| parts::small(ui, &seen));
            ui.add_space(space::XS);
        }
        if none {
            parts::soft(ui, &scene.get("window-no-entrances"));
        }
        for walk in report.walks.iter().rev().take(WALKS) {
            let who = match walk.walker {
                Walker::Colleague => "window-walked-colleague",
                Walker::StepOutside => "window-walked-step-outside",
                Walker::Helper => "window-walked-helper",
            };
            let at = when(walk.at);
            let said = match walk.address {
                Some(from) => scene.words.with(who, [("from", &from), ("at", &at)]),
                None => scene.words.with(&format!("{who}-somewhere"), [("at", &at)]),
            };
            parts::small(ui, &said);
        }
        if report.walks.is_empty() {
            parts::small(ui, &scene.get("window-not-walked"));
        }
    });
    ui.add_space(space::S);
}

fn cabinets(ui: &mut Ui, scene: &Scene<'_>) {
    let rows: Vec<&ServiceRow> = scene.report.services.iter().filter(|r| r.need == Need::Never).collect();
    if rows.is_empty() {
        return;
    }
    let open = rows.iter().filter(|r| r.verdict == Verdict::Exposed).count();
    let shut = rows.iter().filter(|r| proof::lamp(scene.report, r) == Lamp::Locked).count();
    let total = rows.len();
    parts::section(ui, &scene.get("window-cabinets"));
    parts::card(ui, |ui| {
        let (lamp, said) = if open > 0 {
            (Lamp::Alarm, scene.words.count("window-cabinets-open", open))
        } else if shut == total {
            (Lamp::Locked, scene.words.count("window-cabinets-shut", total))
        } else if shut > 0 {
            (Lamp::Locked, scene.words.with("window-cabinets-some", [("shut", &shut), ("total", &total)]))
        } else {
            (Lamp::Dark, scene.words.count("window-cabinets-unseen", total))
        };
        ui.horizontal_top(|ui| {
            lamp_ui(ui, lamp, &said);
            ui.vertical(|ui| parts::body(ui, &said));
        });
        parts::drawer(ui, "cabinets", &scene.get("window-cabinets-list"), |ui| {
            for row in rows {
                let label = scene.words.with(
                    "window-ports",
                    [("label", &row.id), ("protocol", &row.protocol.name()), ("ports", &row.ports)],
                );
                let said = proof::verdict(scene.words.text(), scene.report, row);
                tiles::lamp_line(ui, proof::lamp(scene.report, row), &row.label, &label, &said);
            }
        });
    });
    ui.add_space(space::S);
}

/// What changed since last time, and while nobody looked.
fn since(ui: &mut Ui, scene: &Scene<'_>, report: &Report, before: Option<&Report>) {
    let Some(before) = before else { return };
    let mut lines = news_lines(scene, &what_changed(before, report));
    for id in still_open(before, report) {
        let service = scene.words.label(scene.profile(), &id);
        lines.push((Lamp::Dark, scene.words.with("window-since-still", [("service", &service)])));
    }
    parts::section(ui, &scene.words.with("window-since", [("at", &when(before.started_at))]));
    parts::card(ui, |ui| {
        if lines.is_empty() {
            parts::soft(ui, &scene.get("window-since-same"));
        }
        for (lamp, line) in lines {
            lamp_and_line(ui, lamp, &line);
        }
    });
    ui.add_space(space::S);
}

fn news_lines(scene: &Scene<'_>, news: &[News]) -> Vec<(Lamp, String)> {
    let lamp = |n: &News| if n.is_bad() { Lamp::Trouble } else { Lamp::Lit };
    news.iter().map(|n| (lamp(n), explain_news(scene.words.text(), scene.profile(), n))).collect()
}

fn lamp_and_line(ui: &mut Ui, lamp: Lamp, line: &str) {
    ui.horizontal_top(|ui| {
        lamp_ui(ui, lamp, line);
        ui.vertical(|ui| parts::soft(ui, line));
    });
}

fn advice(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::section(ui, &scene.get("window-advice"));
    parts::card(ui, |ui| {
        for line in &scene.report.advice {
            advice_line(ui, scene, line);
        }
    });
    ui.add_space(space::S);
}

fn advice_line(ui: &mut Ui, scene: &mut Scene<'_>, line: &Advice) {
    let id = line.id.id();
    let mut done = line.done;
    if ui.checkbox(&mut done, scene.get(&format!("advice-{id}"))).changed() {
        let ticked = if done { Ticked::Yes } else { Ticked::No };
        scene.wishes.push(Action::Tick(line.id, ticked).into());
    }
    parts::under_tick(ui, |ui| {
        if let Some(why) = scene.words.maybe(&format!("advice-{id}.why")) {
            parts::small(ui, &why);
        }
        if let Some(date) = line.date.filter(|_| line.done) {
            parts::small(ui, &scene.words.with("window-ticked", [("date", &date)]));
        }
    });
}

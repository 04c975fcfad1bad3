//! Earlier checks and what happened between them, newest first; and what was noticed while this window was open.

use egui::Ui;
use jiff::Timestamp;

use crate::domain::news::{Happened, News};
use crate::text::explain::explain_news;
use crate::ui::lamp::{Lamp, lamp_ui};
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::words::when;

/// Lines shown of earlier times.
const LINES: usize = 12;

/// Lines shown of this sitting.
const FRESH: usize = 5;

/// What was noticed while the window was open, above everything that is older.
pub(super) fn fresh(ui: &mut Ui, scene: &Scene<'_>) {
    if let Some(owner) = scene.wizard.other_owner() {
        let since = when(owner.since);
        parts::note(ui, Tone::Calm, &scene.words.with("window-other-owner", [("pid", &owner.pid), ("since", &since)]));
        ui.add_space(space::S);
    }
    let happened = scene.wizard.happened();
    if happened.is_empty() {
        return;
    }
    parts::section(ui, &scene.get("window-happened"));
    parts::card(ui, |ui| {
        for line in happened.iter().rev().take(FRESH) {
            moment(ui, line.at, lamp(&line.news), &words(scene, &line.news));
        }
        if happened.iter().any(|h| h.news.is_bad()) {
            parts::soft(ui, &scene.get("window-happened.action"));
        }
    });
    ui.add_space(space::S);
}

/// Earlier checks, folded up until somebody wants to see them.
pub(super) fn earlier(ui: &mut Ui, scene: &Scene<'_>) {
    let (checks, between) = scene.wizard.history();
    if checks.len() < 2 && between.is_empty() {
        return;
    }
    let mut lines: Vec<(Timestamp, Lamp, String)> = Vec::new();
    for check in checks {
        let (proved, total) = check.proved;
        let verdict = scene.get(&format!("history-{}", check.verdict.id()));
        let values: [(&str, &dyn std::fmt::Display); 3] =
            [("verdict", &verdict), ("proved", &proved), ("total", &total)];
        let of = Lamp::of_check(check.verdict, check.has_trouble);
        lines.push((check.at, of, scene.words.with("window-history-check", values)));
        lines.extend(check.news.iter().map(|n| (check.at, lamp(n), words(scene, n))));
    }
    lines.extend(between.iter().map(|Happened { at, news }| (*at, lamp(news), words(scene, news))));
    lines.sort_by_key(|(at, ..)| *at);
    parts::section(ui, &scene.get("window-history"));
    parts::card(ui, |ui| {
        parts::drawer(ui, "history", &scene.get("window-history-list"), |ui| {
            for (at, of, line) in lines.iter().rev().take(LINES) {
                moment(ui, *at, *of, line);
            }
            if lines.len() > LINES {
                parts::small(ui, &scene.get("window-history-more"));
            }
        });
    });
    ui.add_space(space::S);
}

fn lamp(news: &News) -> Lamp {
    if news.is_bad() { Lamp::Trouble } else { Lamp::Lit }
}

fn words(scene: &Scene<'_>, news: &News) -> String {
    explain_news(scene.words.text(), scene.profile(), news)
}

fn moment(ui: &mut Ui, at: Timestamp, of: Lamp, line: &str) {
    ui.horizontal_top(|ui| {
        lamp_ui(ui, of, line);
        ui.vertical(|ui| {
            parts::soft(ui, line);
            parts::small(ui, &when(at));
        });
    });
}

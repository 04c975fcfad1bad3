//! What several screens show: an entrance with its lamp, a finding with its next step, a field of a form.

use egui::{TextEdit, Ui, Vec2};

use super::lamp::{Lamp, lamp_ui};
use super::pages::Page;
use super::parts::{self, Tone};
use super::scene::{Scene, Wish};
use super::theme::space;
use super::words::Words;
use crate::domain::dialling::Password;
use crate::domain::probe::Evidence;
use crate::domain::report::{Finding, ServiceRow, Severity};
use crate::text::explain::folded_headline;
use crate::text::proof;
use crate::wizard::{Action, Step, leads_inside};

/// One line with a lamp: name, technical name, what is known.
pub fn lamp_line(ui: &mut Ui, lamp: Lamp, name: &str, label: &str, said: &str) {
    ui.horizontal_top(|ui| {
        lamp_ui(ui, lamp, said);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.add_space(2.0);
            parts::strong(ui, name);
            parts::body(ui, said);
            if !label.is_empty() {
                parts::small(ui, label);
            }
        });
    });
}

/// An entrance as the report has it.
pub(super) fn entrance(ui: &mut Ui, scene: &Scene<'_>, row: &ServiceRow) {
    let service = scene.profile().and_then(|p| p.service(&row.id));
    let name = service.map_or_else(|| row.label.clone(), |s| scene.words.plate(s));
    let ports = scene
        .words
        .with("window-ports", [("label", &row.label), ("protocol", &row.protocol.name()), ("ports", &row.ports)]);
    let said = proof::verdict(scene.words.text(), scene.report, row);
    lamp_line(ui, proof::lamp(scene.report, row), &name, &ports, &said);
    if row.unconfirmed {
        parts::indented(ui, |ui| parts::badge(ui, Tone::Warn, &scene.get("window-not-confirmed")));
    }
}

/// A finding: headline, meaning, next step; the technical words in a drawer; what it explains folded under it.
pub(super) fn finding(ui: &mut Ui, scene: &mut Scene<'_>, finding: &Finding) {
    let tone = Tone::of(finding.severity);
    parts::toned_card(ui, tone, |ui| {
        // Notes stand below a heading that says so already.
        if finding.severity != Severity::Note || !matches!(scene.wizard.step(), Step::Results { .. }) {
            parts::badge(ui, tone, &scene.get(&format!("severity-{}", finding.severity.id())));
        }
        parts::title(ui, &finding.words.headline);
        parts::body(ui, &finding.words.meaning);
        ui.add_space(space::XS);
        parts::strong(ui, &scene.get("window-do-this"));
        parts::body(ui, &finding.words.action);
        if let Some(command) = finding.args.get("command") {
            ui.add_space(space::XS);
            command_ui(ui, scene, command);
        }
        if matches!(scene.wizard.step(), Step::Results { .. }) {
            if matches!(finding.code.as_str(), "no-answer-outside" | "blocked-before-router") {
                repair_ui(ui, scene);
            }
            if let Some((key, action)) = remedy(&finding.code, finding) {
                ui.add_space(space::XS);
                scene.button(ui, &scene.get(key), action);
            }
            inside_ui(ui, scene, &finding.code);
        }
        if !finding.folded.is_empty() {
            ui.add_space(space::XS);
            parts::soft(ui, &scene.get("window-explains"));
            for folded in &finding.folded {
                let headline = folded_headline(scene.words.text(), finding, &folded.code);
                parts::soft(ui, &scene.words.with("window-bullet", [("what", &headline)]));
            }
        }
        parts::drawer(ui, ("finding", &finding.code, &finding.services), &scene.get("window-technician"), |ui| {
            parts::technical(ui, &finding.words.detail);
            parts::technical(ui, &finding.code);
            for evidence in finding.evidence.iter().filter_map(|i| scene.report.evidence.get(*i)) {
                parts::technical(ui, &evidence_line(scene.words, evidence));
            }
            scene.quiet(ui, &scene.get("window-glossary"), Wish::Open(Page::Glossary));
        });
    });
}

/// A command to run elsewhere, ready to copy.
pub(super) fn command_ui(ui: &mut Ui, scene: &mut Scene<'_>, command: &str) {
    parts::technical(ui, command);
    let label = scene.get("window-copy-command");
    scene.copy(ui, &label, "command", || command.to_owned());
}

/// Taking out and putting in again, in two clicks: while an entrance is out, calls have no way.
fn repair_ui(ui: &mut Ui, scene: &mut Scene<'_>) {
    if !scene.wizard.can(&Action::Repair) {
        scene.drafts.repair_asked = false;
        return;
    }
    ui.add_space(space::XS);
    if !scene.drafts.repair_asked {
        scene.drafts.repair_asked = parts::secondary(ui, &scene.get("window-repair"), true).clicked();
        return;
    }
    parts::note(ui, Tone::Warn, &scene.get("window-repair-ask"));
    scene.button(ui, &scene.get("window-repair-now"), Action::Repair);
    if parts::quiet(ui, &scene.get("window-repair-later"), true).clicked() {
        scene.drafts.repair_asked = false;
    }
}

/// What may lie behind it stands in the phone system's own settings.
fn inside_ui(ui: &mut Ui, scene: &mut Scene<'_>, code: &str) {
    if leads_inside(code) {
        ui.add_space(space::XS);
        scene.button(ui, &scene.get("window-look-inside"), Action::LookInside);
    }
}

/// What this program itself can do about a finding: key of the button's words, and the action.
fn remedy(code: &str, finding: &Finding) -> Option<(&'static str, Action)> {
    match code {
        "not-seen-from-outside"
        | "helper-unreachable"
        | "walk-path-unproved"
        | "wan-address-unknown"
        | "not-outside"
        | "guest-list-not-proved" => Some(("window-knock-again", Action::KnockAgain)),
        "mapping-missing" | "mapping-not-listed" | "mapping-expires" | "mapping-gone" | "router-forgot" => {
            Some(("window-plan-again", Action::PlanAgain))
        }
        "router-not-found"
        | "router-refuses"
        | "router-refuses-other-devices"
        | "port-not-permitted"
        | "mapping-conflict"
        | "mapping-table-full"
        | "mapping-wrong-device"
        | "mapping-wrong-port"
        | "mapping-disabled"
        | "mapping-listed-but-dead"
        | "range-too-long-for-router"
        | "no-answer-outside" => Some(("window-results-by-hand", Action::ShowByHand)),
        "audio-one-way" | "audio-none" | "incoming-call-lost" | "phone-side-forgets" | "other-voices-not-shown" => {
            Some(("window-rehearse", Action::Rehearse))
        }
        "several-phone-systems" => {
            let next = finding.args.get("next").and_then(|a| a.parse().ok())?;
            Some(("window-check-other", Action::CheckOther(next)))
        }
        "local-network-denied" | "replies-blocked" => Some(("window-firewall-again", Action::Recheck)),
        "audio-not-proved" => Some(("window-heard-both-ways", Action::HeardBothWays)),
        _ => None,
    }
}

/// One question and its answer, exactly.
pub fn evidence_line(words: &Words, evidence: &Evidence) -> String {
    let service = evidence.service.as_ref().map_or_else(|| words.get("window-to-compare"), ToString::to_string);
    words.with(
        "window-evidence",
        [
            ("vantage", &words.vantage(evidence.vantage)),
            ("service", &service),
            ("protocol", &evidence.transport.name()),
            ("target", &evidence.target),
            ("outcome", &words.outcome(evidence.outcome)),
            ("seen", &seen(words, evidence)),
            ("elapsed", &evidence.elapsed_ms),
        ],
    )
}

/// What was seen, and whether it is of an earlier check: some questions may not be asked as often as somebody checks.
pub(super) fn seen(words: &Words, evidence: &Evidence) -> String {
    let seen = evidence.seen.clone().unwrap_or_default();
    if evidence.reused { format!("{seen} ({})", words.get("report-reused")) } else { seen }
}

/// Findings of these codes, as far as they stand now.
pub(super) fn findings_of(ui: &mut Ui, scene: &mut Scene<'_>, codes: &[&str]) {
    let report = scene.report;
    for found in report.findings.iter().filter(|f| codes.contains(&f.code.as_str())) {
        finding(ui, scene, found);
    }
}

/// An example must not look like something that was typed, and must be read all the same.
fn faint(ui: &Ui, hint: &str) -> egui::RichText {
    egui::RichText::new(hint).italics().color(super::theme::palette(ui).soft)
}

/// A box to type into, named by the question above it.
pub fn field(ui: &mut Ui, name: &str, hint: &str, text: &mut String) -> egui::Response {
    let width = ui.available_width().min(420.0);
    let edit = TextEdit::singleline(text)
        .hint_text(faint(ui, hint))
        .desired_width(width)
        .char_limit(400)
        .margin(egui::Margin::symmetric(10, 8))
        .min_size(Vec2::new(0.0, 36.0));
    ui.add(edit).accessible_name(name)
}

/// A box for a secret: dots in place of letters, and nothing of it is kept by the window once it is left.
pub fn secret_field(ui: &mut Ui, name: &str, secret: &mut Password) -> egui::Response {
    let width = ui.available_width().min(420.0);
    let edit = TextEdit::singleline(secret.typed())
        .id(secret_id())
        .password(true)
        .desired_width(width)
        .char_limit(400)
        .margin(egui::Margin::symmetric(10, 8))
        .min_size(Vec2::new(0.0, 36.0));
    ui.add(edit).accessible_name(name)
}

/// Forgets what was typed into the box for a secret: it could be brought back by Ctrl+Z.
pub fn forget_secret(ui: &Ui) {
    egui::text_edit::TextEditState::default().store(ui.ctx(), secret_id());
}

fn secret_id() -> egui::Id {
    egui::Id::unique("secret")
}

/// A box for a code that may have several lines.
pub fn code_field(ui: &mut Ui, name: &str, hint: &str, text: &mut String) -> egui::Response {
    let width = ui.available_width().min(super::theme::READING_WIDTH);
    let edit = TextEdit::multiline(text)
        .hint_text(faint(ui, hint))
        .desired_rows(3)
        .desired_width(width)
        .char_limit(8_000)
        .font(egui::TextStyle::Monospace)
        .margin(egui::Margin::symmetric(10, 8));
    ui.add(edit).accessible_name(name)
}

/// A box for what a phone system printed, as long as it is short.
pub fn block_field(ui: &mut Ui, name: &str, hint: &str, text: &mut String) -> egui::Response {
    let width = ui.available_width().min(super::theme::READING_WIDTH);
    let edit = TextEdit::multiline(text)
        .id(block_id())
        .hint_text(faint(ui, hint))
        .desired_rows(6)
        .desired_width(width)
        .font(egui::TextStyle::Monospace)
        .margin(egui::Margin::symmetric(10, 8));
    ui.add(edit).accessible_name(name)
}

/// Its name in the window.
pub fn block_id() -> egui::Id {
    egui::Id::unique("block")
}

//! The lasting way: this router's own menus, and the rules as a table to copy.

use egui::{Grid, Label, RichText, TextStyle, TextWrapMode, Ui, Vec2, WidgetText};

use crate::domain::catalog::{self, RouterGuide};
use crate::domain::guide;
use crate::domain::plan::{ManualRule, Plan};
use crate::domain::service::Confidence;
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::{palette, space, strong_style};
use crate::ui::tiles;
use crate::wizard::Action;

/// Room between columns of the table: as much as can be, and at least this.
const GAPS: std::ops::RangeInclusive<f32> = 14.0..=26.0;

/// Room for the number of a step, so that all steps begin at one line.
const NUMBER_WIDTH: f32 = 20.0;

/// Stands before the text of a cell that was copied.
const CELL: &str = "cell ";

/// Columns of the table, by the keys of their names.
const COLUMNS: [&str; 6] =
    ["rule-name", "rule-protocol", "rule-outside-ports", "rule-inside-address", "rule-inside-ports", "rule-sources"];

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, plan: &Plan) {
    let guide = scene.report.office.gateway().and_then(catalog::guide_for).or_else(|| catalog::guide(guide::GENERAL));
    if plan.rules.is_empty() {
        parts::note(ui, Tone::Calm, &scene.get("window-no-rules"));
    } else {
        parts::section(ui, &scene.get("window-rules"));
        parts::card(ui, |ui| {
            table(ui, scene, &plan.rules);
            if plan.rules.iter().all(|r| r.sources.is_empty()) {
                ui.add_space(space::XS);
                parts::note(ui, Tone::Warn, &scene.get("window-rules-everyone"));
            }
        });
    }
    if let Some(command) = &plan.there {
        ui.add_space(space::S);
        parts::section(ui, &scene.get("window-there"));
        parts::card(ui, |ui| {
            parts::body(ui, &scene.get("window-there.lead"));
            tiles::command_ui(ui, scene, command);
        });
    }
    ui.add_space(space::M);
    if let Some(guide) = guide {
        guide_ui(ui, scene, guide);
        ui.add_space(space::M);
        commands_ui(ui, scene, guide, &plan.rules);
    }
    super::opening::undo_card(ui, scene);
}

/// The rules, and a button that copies them.
pub(in crate::ui) fn table(ui: &mut Ui, scene: &mut Scene<'_>, list: &[ManualRule]) {
    rules(ui, scene, list);
    ui.add_space(space::XS);
    let copied = scene.drafts.copied.as_deref().and_then(|what| what.strip_prefix(CELL));
    let below = match copied {
        Some(piece) => scene.words.with("window-cell-copied", [("what", &piece)]),
        None => scene.get("window-copy-cells"),
    };
    parts::small(ui, &below);
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        let label = scene.get("window-copy-rules");
        let text = as_text(scene, list);
        scene.copy(ui, &label, "rules", || text);
    });
}

pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>) {
    scene.primary(ui, &scene.get("window-knock-now"), Action::Next);
}

fn guide_ui(ui: &mut Ui, scene: &Scene<'_>, guide: &RouterGuide) {
    let router = scene.report.office.gateway();
    let words = scene.words;
    parts::section(ui, &words.with("guide-intro", [("router", &guide.brand)]));
    parts::card(ui, |ui| {
        if guide.id == guide::GENERAL {
            parts::note(ui, Tone::Calm, &words.get("guide-generic-hint"));
        } else {
            parts::title(ui, &guide.brand);
        }
        ui.add_space(space::XS);
        for (number, step) in (1u32..).zip(guide::steps(guide, router)) {
            // The table stands above the steps here, and below them in the terminal.
            let key = if step.key == "guide-add-rule" { "window-guide-add-rule" } else { step.key };
            let said = words.text().get(key, &step.values.into_iter().map(|(k, v)| (k.to_owned(), v)).collect());
            ui.horizontal_top(|ui| {
                let colour = palette(ui).accent;
                let number = RichText::new(number.to_string()).text_style(strong_style()).color(colour);
                ui.allocate_ui(Vec2::new(NUMBER_WIDTH, 0.0), |ui| {
                    ui.set_min_width(NUMBER_WIDTH);
                    ui.add(Label::new(number.line_height(Some(21.5))));
                });
                ui.vertical(|ui| {
                    parts::body(ui, &said);
                    if step.unconfirmed {
                        parts::soft(ui, &words.get("guide-mark-unconfirmed"));
                    }
                });
            });
        }
        if let Some(notes) = &guide.notes {
            parts::small(ui, &words.with("guide-notes", [("notes", notes)]));
        }
    });
}

/// Commands for a router with a command line, each block with a button that copies it.
fn commands_ui(ui: &mut Ui, scene: &mut Scene<'_>, guide: &RouterGuide, rules: &[ManualRule]) {
    for commands in guide::commands(guide, scene.wizard.case(), rules) {
        let (from, words) = (commands.from, scene.words);
        parts::section(ui, &words.with("guide-commands", [("title", &from.title)]));
        parts::card(ui, |ui| {
            parts::body(ui, &words.with("guide-commands-into", [("place", &from.paste_into)]));
            for replace in &from.replace {
                let values: [(&str, &dyn std::fmt::Display); 2] =
                    [("word", &replace.word), ("command", &replace.shown_by)];
                parts::body(ui, &words.with("guide-commands-replace", values));
            }
            if from.confidence != Confidence::High {
                parts::note(ui, Tone::Warn, &words.get("guide-commands-unconfirmed"));
            }
            if commands.guests_left_out {
                parts::note(ui, Tone::Warn, &words.get("guide-commands-guests-left-out"));
            }
            for rule in &commands.too_long {
                let values: [(&str, &dyn std::fmt::Display); 2] = [("name", &rule.name), ("ports", &rule.outside)];
                parts::note(ui, Tone::Warn, &words.with("guide-commands-too-long", values));
            }
            for block in commands.blocks {
                let name = words.get(&format!("guide-block-{}", block.what.id()));
                let lines = block.lines.join("\n");
                parts::drawer(ui, (&from.title, block.what.id()), &name, |ui| {
                    parts::technical(ui, &lines);
                    let label = words.with("window-copy-commands", [("what", &name)]);
                    scene.copy(ui, &label, &format!("{} {}", from.title, block.what.id()), || format!("{lines}\n"));
                });
            }
            parts::small(ui, &words.with("guide-commands-source", [("source", &commands.source)]));
        });
    }
    if let Some(reason) = &guide.no_commands {
        parts::note(ui, Tone::Calm, &scene.words.with("guide-commands-none", [("reason", reason)]));
    }
}

/// One cell of the table.
enum Cell {
    /// What a person types into the router's form, piece by piece.
    Typed(Vec<String>),
    /// What is only read: a choice of the form, or nothing that could be typed.
    Read(String),
}

impl Cell {
    fn one(typed: &impl ToString) -> Self {
        Self::Typed(vec![typed.to_string()])
    }

    fn text(&self) -> String {
        match self {
            Self::Typed(pieces) => pieces.join(", "),
            Self::Read(text) => text.clone(),
        }
    }
}

fn cells(scene: &Scene<'_>, rule: &ManualRule) -> [Cell; 6] {
    let sources: Vec<String> = rule.sources.iter().map(ToString::to_string).collect();
    [
        Cell::one(&rule.name),
        Cell::Read(rule.protocol.name().to_owned()),
        Cell::one(&rule.outside),
        rule.inside_address.map_or_else(|| Cell::Read(scene.get("window-unknown")), |a| Cell::one(&a)),
        Cell::one(&rule.inside),
        if sources.is_empty() { Cell::Read(scene.get("rule-everyone")) } else { Cell::Typed(sources) },
    ]
}

fn rules(ui: &mut Ui, scene: &mut Scene<'_>, rules: &[ManualRule]) {
    let colours = palette(ui);
    let head = COLUMNS.map(|c| RichText::new(scene.get(c)).text_style(TextStyle::Small).color(colours.soft));
    let rows: Vec<[Cell; 6]> = rules.iter().map(|r| cells(scene, r)).collect();
    let width = |text: RichText| {
        WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Extend), f32::MAX, TextStyle::Body).size().x.ceil()
    };
    let mut widths = head.clone().map(width);
    for row in &rows {
        for (widest, cell) in widths.iter_mut().zip(row) {
            *widest = widest.max(width(RichText::new(cell.text()).text_style(TextStyle::Monospace)));
        }
    }
    let gap = (ui.available_width() - widths.iter().sum::<f32>()) / parts::measure(COLUMNS.len() - 1);
    if gap < *GAPS.start() {
        for row in &rows {
            rule_lines(ui, scene, row);
        }
        return;
    }
    let spacing = [gap.floor().min(*GAPS.end()), 10.0];
    Grid::new("rules").num_columns(COLUMNS.len()).min_col_width(0.0).spacing(spacing).show(ui, |ui| {
        for name in head {
            ui.add(Label::new(name).extend());
        }
        ui.end_row();
        for row in &rows {
            for cell in row {
                ui.horizontal(|ui| cell_ui(ui, scene, cell));
            }
            ui.end_row();
        }
    });
}

/// A rule as lines, where the window is too narrow for the table.
fn rule_lines(ui: &mut Ui, scene: &mut Scene<'_>, row: &[Cell; 6]) {
    for (column, cell) in COLUMNS.iter().zip(row) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            parts::small(ui, &scene.get(column));
            cell_ui(ui, scene, cell);
        });
    }
    ui.add_space(space::S);
}

/// What is typed is copied by a click, for a form is filled cell by cell.
fn cell_ui(ui: &mut Ui, scene: &mut Scene<'_>, cell: &Cell) {
    let mono = |text: &str| RichText::new(text).text_style(TextStyle::Monospace);
    match cell {
        Cell::Read(text) => {
            let colour = palette(ui).ink;
            ui.add(Label::new(mono(text).color(colour)).wrap());
        }
        Cell::Typed(pieces) => {
            for piece in pieces {
                let name = scene.words.with("window-copy-cell", [("what", piece)]);
                if parts::copyable(ui, mono(piece), &name).clicked() {
                    ui.ctx().copy_text(piece.clone());
                    scene.drafts.copied = Some(format!("{CELL}{piece}"));
                }
            }
        }
    }
}

/// The table with tabs, as spreadsheets and mails take it.
fn as_text(scene: &Scene<'_>, rules: &[ManualRule]) -> String {
    let head = COLUMNS.map(|c| scene.get(c)).join("\t");
    let lines = rules.iter().map(|r| cells(scene, r).map(|cell| cell.text()).join("\t"));
    [head].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

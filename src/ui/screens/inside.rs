//! A look inside the phone system: how to get its answer, the answer as it was pasted, and what it says before anything
//! of it counts.

use egui::{Event, ScrollArea, TextStyle, Ui, ViewportCommand};
use jiff::tz::TimeZone;

use crate::domain::inside::block::MOST_TAKEN;
use crate::domain::inside::{Inside, SCRIPT};
use crate::domain::message::Problem;
use crate::text::inside::{Told, heading, told};
use crate::ui::lamp::lamp_ui;
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::tiles;
use crate::wizard::{Action, LookInside};

/// What is longer is not laid out as a text to edit, which would take a moment for each sign typed.
const MOST_EDITED: usize = 2000;

/// Signs of a line that are shown.
const MOST_OF_A_LINE: usize = 72;

/// Height of the box in which the block can be read before it is copied.
const BLOCK_HEIGHT: f32 = 170.0;

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, stage: &LookInside) {
    super::progress(ui, scene);
    match stage {
        LookInside::Ask => ask(ui, scene),
        LookInside::Reading => {}
        LookInside::Read { inside, follows, doubt } => {
            doubted(ui, scene, doubt.as_ref());
            read(ui, scene, inside, follows);
        }
        LookInside::Used => parts::note(ui, Tone::Good, &scene.get("window-inside-used")),
    }
}

pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>, stage: &LookInside) {
    match stage {
        LookInside::Ask => {
            let action = Action::ReadPaste(scene.drafts.block.clone());
            let name = scene.get("window-inside-read");
            // Where it can be asked directly, that is the big button.
            if scene.wizard.stands_on_the_box() && scene.drafts.block.is_empty() {
                scene.button(ui, &name, action);
            } else {
                scene.primary(ui, &name, action);
            }
        }
        LookInside::Reading => super::cancel(ui, scene),
        LookInside::Read { .. } => scene.primary(ui, &scene.get("window-inside-use"), Action::UseInside),
        LookInside::Used => scene.primary(ui, &scene.get("window-inside-go-on"), Action::Back),
    }
}

/// A way there from Results, where what is in question may be answered there.
pub(super) fn wanted(ui: &mut Ui, scene: &mut Scene<'_>) {
    if !scene.wizard.wants_look_inside() {
        return;
    }
    parts::toned_card(ui, Tone::Calm, |ui| {
        parts::title(ui, &scene.get("step-inside.title"));
        parts::body(ui, &scene.get("window-look-inside.wanted"));
        ui.add_space(space::XS);
        scene.button(ui, &scene.get("window-look-inside"), Action::LookInside);
    });
    ui.add_space(space::S);
}

fn ask(ui: &mut Ui, scene: &mut Scene<'_>) {
    take_paste(ui, scene);
    parts::body(ui, &scene.get("window-look-inside.why"));
    ui.add_space(space::S);
    if scene.wizard.stands_on_the_box() {
        here(ui, scene);
    }
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| {
            parts::card(ui, |ui| copy(ui, scene));
            ui.add_space(space::S);
            parts::card(ui, |ui| terminal(ui, scene));
        },
        |ui, scene| parts::card(ui, |ui| paste(ui, scene)),
    );
}

/// It runs on this computer, or a story plays it.
fn here(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::toned_card(ui, Tone::Good, |ui| {
        if scene.wizard.practice().is_some() {
            parts::body(ui, &scene.get("window-inside-practice"));
        } else {
            parts::title(ui, &scene.get("window-inside-here.title"));
            parts::body(ui, &scene.get("window-inside-here.lead"));
        }
        ui.add_space(space::XS);
        let name = scene.get("window-inside-here");
        if scene.drafts.block.is_empty() {
            scene.primary(ui, &name, Action::LookHere);
        } else {
            scene.button(ui, &name, Action::LookHere);
        }
    });
    ui.add_space(space::S);
}

fn copy(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::title(ui, &scene.get("window-inside-copy.title"));
    parts::soft(ui, &scene.get("window-inside-copy.lead"));
    ui.add_space(space::XS);
    ui.horizontal_wrapped(|ui| scene.copy(ui, &scene.get("window-inside-copy"), "block", || SCRIPT.to_owned()));
    parts::drawer(ui, "block", &scene.get("window-inside-show"), |ui| {
        let lines: Vec<&str> = SCRIPT.lines().collect();
        let height = ui.text_style_height(&TextStyle::Monospace);
        // Only the lines in sight are laid out.
        let area = ScrollArea::both().id_salt("block").max_height(BLOCK_HEIGHT).auto_shrink([false, true]);
        area.show_rows(ui, height, lines.len(), |ui, seen| {
            for line in lines.get(seen).unwrap_or_default() {
                super::technician::cell(ui, line);
            }
        });
    });
}

fn terminal(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::title(ui, &scene.get("window-inside-open.title"));
    parts::soft(ui, &scene.get("window-inside-open.lead"));
    ui.add_space(space::XS);
    let address = scene.wizard.box_address();
    parts::body(ui, &scene.get("window-inside-ssh"));
    tiles::command_ui(ui, scene, &format!("ssh root@{address}"));
    ui.add_space(space::XS);
    parts::body(ui, &scene.words.with("window-inside-putty", [("address", &address)]));
    ui.add_space(space::XS);
    parts::body(ui, &scene.get("window-inside-console"));
}

fn paste(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::title(ui, &scene.get("window-inside-paste.title"));
    parts::soft(ui, &scene.get("window-inside-paste.lead"));
    ui.add_space(space::XS);
    if scene.drafts.block.len() > MOST_EDITED {
        pasted(ui, scene);
        return;
    }
    let (name, hint) = (scene.get("window-inside-field"), scene.get("window-inside-hint"));
    tiles::block_field(ui, &name, &hint, &mut scene.drafts.block);
    if parts::secondary(ui, &scene.get("window-inside-paste"), true).clicked() {
        ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
    }
}

/// A long answer is shown by its length and by its first and last line.
fn pasted(ui: &mut Ui, scene: &mut Scene<'_>) {
    let block = &scene.drafts.block;
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("lines", &block.lines().count()), ("size", &block.len().div_ceil(1024))];
    parts::strong(ui, &scene.words.with("window-inside-pasted", values));
    let filled = || block.lines().filter(|line| !line.trim().is_empty());
    for line in filled().next().into_iter().chain(filled().next_back()) {
        parts::technical(ui, &shown(line));
    }
    if parts::secondary(ui, &scene.get("window-inside-clear"), true).clicked() {
        scene.drafts.block.clear();
    }
}

/// The beginning of a line, without signs that could do anything but be read.
fn shown(line: &str) -> String {
    let plain = |c: char| if c == ' ' || c.is_ascii_graphic() { c } else { '?' };
    let end = if line.chars().nth(MOST_OF_A_LINE).is_some() { " …" } else { "" };
    line.chars().take(MOST_OF_A_LINE).map(plain).chain(end.chars()).collect()
}

/// A paste is taken wherever the keyboard is. A long one never reaches a text box, which would have to lay it out; what
/// is longer than any answer is cut so that the reader still says that it is too long.
fn take_paste(ui: &Ui, scene: &mut Scene<'_>) {
    let typing = ui.memory(|memory| memory.focused().is_some_and(|id| id == tiles::block_id()));
    let is_ours = |text: &str| !typing || text.len() > MOST_EDITED;
    let taken = ui.input_mut(|input| {
        let at = input.events.iter().position(|e| matches!(e, Event::Paste(text) if is_ours(text)))?;
        Some(input.events.remove(at))
    });
    if let Some(Event::Paste(mut text)) = taken {
        text.truncate(text.ceil_char_boundary(MOST_TAKEN));
        scene.drafts.block = text;
    }
}

/// It is of another day or of another box, and the judge leaves it out.
fn doubted(ui: &mut Ui, scene: &Scene<'_>, doubt: Option<&Problem>) {
    let Some((sentence, action)) = doubt.map(|problem| scene.words.problem(problem)) else { return };
    parts::noted(ui, Tone::Warn, |ui| {
        parts::strong(ui, &sentence);
        if let Some(action) = action {
            parts::body(ui, &action);
        }
    });
    ui.add_space(space::S);
}

fn read(ui: &mut Ui, scene: &Scene<'_>, inside: &Inside, follows: &[String]) {
    let text = scene.words.text();
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-inside-says"));
        parts::soft(ui, &heading(text, inside, &TimeZone::system()));
        ui.add_space(space::XS);
        list(ui, scene, &told(text, inside, scene.report.office.public_address, follows));
    });
    ui.add_space(space::S);
    if !follows.is_empty() {
        parts::noted(ui, Tone::Warn, |ui| {
            parts::strong(ui, &scene.get("window-inside-follows"));
            for code in follows {
                let headline = text.plain(code);
                parts::body(ui, &scene.words.with("window-bullet", [("what", &headline)]));
            }
        });
        ui.add_space(space::S);
    }
    parts::soft(ui, &scene.get("window-inside-says.lead"));
}

/// Each with its lamp; what is about the same has its name once.
fn list(ui: &mut Ui, scene: &Scene<'_>, lines: &[Told]) {
    let mut about = "";
    for line in lines {
        ui.horizontal_top(|ui| {
            lamp_ui(ui, line.lamp, &line.line);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add_space(2.0);
                if about != line.about {
                    parts::strong(ui, &scene.get(&format!("inside-name-{}", line.about)));
                }
                parts::body(ui, &line.line);
            });
        });
        about = line.about;
    }
}

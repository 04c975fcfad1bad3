//! The window without a system window around it: draws the wizard's step, and gives back the orders that follow from
//! what a person did. Reads no clock and knows no engine, so that tests can drive it.

use egui::{Frame, Margin, Rect, ScrollArea, Ui, UiBuilder, pos2};
use jiff::Timestamp;

use super::drafts::Drafts;
use super::keys::{Held, Pressed};
use super::scene::{Enter, Move, PracticeChoice, Scene, Wish};
use super::theme::{palette, space};
use super::words::Words;
use super::{rail, screens};
use crate::domain::dialling::Password;
use crate::domain::message::{Event, RunId};
use crate::domain::report::{Report, TopVerdict};
use crate::text::Text;
use crate::text::explain::explain_report;
use crate::wizard::{Action, Order, Step, Wizard};

/// Height of the bar with the buttons that lead on.
const BAR: f32 = 76.0;

/// The wizard and everything that is only on screen.
#[derive(Debug)]
pub struct Window {
    wizard: Wizard,
    words: Words,
    drafts: Drafts,
    practice: Vec<PracticeChoice>,
    /// The wizard's report with words, until something happens.
    explained: Option<Box<Report>>,
    moving: Option<Move>,
    held: Held,
    /// Counts steps, so that each is shown from its top.
    visit: u64,
}

impl Window {
    /// Draws this wizard.
    pub fn new(wizard: Wizard, text: Text, practice: Vec<PracticeChoice>) -> Self {
        let drafts = Self::drafts(&wizard);
        Self {
            wizard,
            words: Words::new(text),
            drafts,
            practice,
            explained: None,
            moving: None,
            held: Held::default(),
            visit: 0,
        }
    }

    fn drafts(wizard: &Wizard) -> Drafts {
        let mut drafts = Drafts::new(&wizard.case().answers);
        wizard.helper().unwrap_or_default().clone_into(&mut drafts.helper);
        drafts
    }

    /// The flow.
    pub const fn wizard(&self) -> &Wizard {
        &self.wizard
    }

    /// Another flow: into a practice office, or back.
    pub fn replace(&mut self, wizard: Wizard) {
        self.drafts = Self::drafts(&wizard);
        self.wizard = wizard;
        self.explained = None;
        self.visit += 1;
    }

    /// What a person did, from elsewhere than a button.
    pub fn act(&mut self, action: Action, now: Timestamp) -> Vec<Order> {
        self.fulfil(action.into(), now)
    }

    /// The engine said something.
    pub fn receive(&mut self, run: RunId, event: Event) -> Vec<Order> {
        let story = matches!(event, Event::Practice { .. });
        let orders = self.follow(|wizard| wizard.receive(run, event));
        if story {
            self.drafts.load(&self.wizard.case().answers);
        }
        orders
    }

    /// The office that was chosen instead of this one, once.
    pub fn take_move(&mut self) -> Option<Move> {
        self.moving.take()
    }

    /// Draws one frame.
    pub fn show(&mut self, ui: &mut Ui, now: Timestamp) -> Vec<Order> {
        let key = Pressed::read(ui, self.held);
        let explained = self.explained.take().unwrap_or_else(|| {
            let mut report = Box::new(self.wizard.report().clone());
            explain_report(self.words.text(), &mut report);
            report
        });
        let mut scene = Scene {
            wizard: &self.wizard,
            report: &explained,
            words: &self.words,
            drafts: &mut self.drafts,
            practice: &self.practice,
            wishes: Vec::new(),
            primary: None,
        };
        draw(ui, &mut scene, self.visit);
        let mut wishes = scene.wishes;
        if let Some((wish, enter)) = scene.primary {
            let pressed = key == Pressed::EnterWithCtrl || (key == Pressed::Enter && enter == Enter::Plain);
            if pressed && wishes.is_empty() {
                wishes.push(wish);
            }
        }
        if key == Pressed::Back {
            wishes.push(Action::Back.into());
        }
        if key == Pressed::Recheck {
            wishes.push(Action::Recheck.into());
        }
        self.explained = Some(explained);
        let before = self.visit;
        let happened = !wishes.is_empty();
        let orders = wishes.into_iter().flat_map(|wish| self.fulfil(wish, now)).collect();
        if before != self.visit {
            ui.memory_mut(egui::Memory::stop_text_input);
        }
        self.held = Held::now(ui);
        if happened {
            // What follows from a click is drawn in the next frame, and nothing else asks for that frame.
            ui.ctx().request_repaint();
        }
        orders
    }

    fn fulfil(&mut self, wish: Wish, now: Timestamp) -> Vec<Order> {
        match wish {
            Wish::Act(action) => {
                if matches!(*action, Action::Recheck) && self.wizard.can(&action) {
                    let failed = self.wizard.report().verdict != TopVerdict::Ready;
                    self.drafts.rechecks = if failed { self.drafts.rechecks + 1 } else { 0 };
                }
                if matches!(*action, Action::CheckMine) {
                    self.drafts.load(&self.wizard.case().answers);
                }
                // Used once, it is gone: the order has taken it along.
                if matches!(*action, Action::Call(_) | Action::RingTest(_)) {
                    self.drafts.password = Password::default();
                }
                self.follow(|wizard| wizard.act(*action, now))
            }
            Wish::Answered => {
                let Some(answers) = self.drafts.answers() else { return Vec::new() };
                self.follow(|wizard| {
                    let mut orders = wizard.act(Action::Answer(Box::new(answers)), now);
                    if *wizard.step() == Step::Questions {
                        orders.extend(wizard.act(Action::Next, now));
                    }
                    orders
                })
            }
            Wish::Move(place) => {
                self.moving = Some(place);
                Vec::new()
            }
        }
    }

    /// Lets the wizard go on, and notes what has to be drawn anew.
    fn follow(&mut self, go: impl FnOnce(&mut Wizard) -> Vec<Order>) -> Vec<Order> {
        let before = screens::key(self.wizard.step());
        let orders = go(&mut self.wizard);
        self.explained = None;
        if before != screens::key(self.wizard.step()) {
            self.visit += 1;
            self.drafts.copied = None;
        }
        orders
    }
}

/// Rail, screen, bar: drawn in the order in which Tab goes through them.
fn draw(ui: &mut Ui, scene: &mut Scene<'_>, visit: u64) {
    let colours = palette(ui);
    let whole = ui.max_rect();
    let rail_width = if whole.width() < 1000.0 { 186.0 } else { 236.0 };
    let rail_rect = Rect::from_min_max(whole.min, pos2(whole.left() + rail_width, whole.bottom()));
    let has_bar = screens::has_bar(scene.wizard.step());
    let foot = whole.bottom() - if has_bar { BAR } else { 0.0 };
    let body_rect = Rect::from_min_max(pos2(rail_rect.right(), whole.top()), pos2(whole.right(), foot));
    let bar_rect = Rect::from_min_max(pos2(rail_rect.right(), foot), whole.max);
    ui.painter().rect_filled(whole, 0.0, colours.page);
    ui.painter().rect_filled(rail_rect, 0.0, colours.rail);

    let margin = if whole.width() < 1000.0 { 24 } else { 40 };
    ui.scope_builder(UiBuilder::new().id_salt("rail").max_rect(rail_rect), |ui| {
        Frame::new().inner_margin(Margin::symmetric(16, 20)).show(ui, |ui| {
            ScrollArea::vertical().id_salt("rail").show(ui, |ui| rail::rail_ui(ui, scene));
        });
    });
    ui.scope_builder(UiBuilder::new().id_salt(("body", visit)).max_rect(body_rect), |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::symmetric(margin, 26)).show(ui, |ui| {
                ui.set_max_width(ui.available_width().min(1060.0));
                screens::body(ui, scene);
                ui.add_space(space::M);
            });
        });
    });
    if has_bar {
        ui.painter().hline(bar_rect.x_range(), bar_rect.top(), egui::Stroke::new(1.0, colours.line));
        ui.scope_builder(UiBuilder::new().id_salt(("bar", visit)).max_rect(bar_rect), |ui| {
            Frame::new().inner_margin(Margin::symmetric(margin, 17)).show(ui, |ui| {
                ui.horizontal(|ui| screens::bar(ui, scene));
            });
        });
    }
}

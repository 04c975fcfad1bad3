//! The window without a system window around it: draws the wizard's step, and gives back the orders that follow from
//! what a person did. Reads no clock and knows no engine, so that tests can drive it.

use std::time::Duration;

use egui::{Ui, ViewportCommand};
use jiff::Timestamp;

use super::announce::{self, Before};
use super::drafts::Drafts;
use super::keys::{Held, Pressed};
use super::motion::Wanted;
use super::pages::Page;
use super::scene::{Enter, Move, PracticeChoice, Scene, Whereabouts, Wish};
use super::taken_back::TakenBack;
use super::vendor::News;
use super::words::Words;
use super::{frame, screens, theme};
use crate::domain::dialling::Password;
use crate::domain::lapsed::Lapsed;
use crate::domain::message::{Event, RunId};
use crate::domain::newer::Answer;
use crate::domain::report::{Report, TopVerdict};
use crate::store::look::{AS_THE_SYSTEM, Look};
use crate::text::Text;
use crate::text::explain::explain_report;
use crate::wizard::{Action, Order, Step, Wizard};

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
    /// The page that lies over the screen.
    page: Option<Page>,
    whereabouts: Vec<Whereabouts>,
    look: Look,
    /// The look that is on the screen, and what the system asked for then.
    worn: Option<(Look, Wanted)>,
    /// What the system asks for.
    wanted: Wanted,
    /// A person chose another look than the one that was remembered.
    chosen: bool,
    /// The language that the system is set to.
    system: String,
    /// The language that a vendor preset.
    preset_language: Option<String>,
    taken_back: TakenBack,
    /// When the last frame was drawn.
    drawn_at: Timestamp,
    news: News,
    /// What a person said to newer versions and nobody has taken in yet.
    newer_answer: Option<Answer>,
    /// What a screen reader was told last.
    announced: String,
    /// The system it runs on, which may ask the owner something.
    runs_on: String,
}

impl Window {
    /// Draws this wizard.
    pub fn new(wizard: Wizard, text: Text, practice: Vec<PracticeChoice>) -> Self {
        let drafts = Self::drafts(&wizard);
        let system = text.language().to_owned();
        Self {
            wizard,
            words: Words::new(text),
            drafts,
            practice,
            explained: None,
            moving: None,
            held: Held::default(),
            visit: 0,
            page: None,
            whereabouts: Vec::new(),
            look: Look::default(),
            worn: None,
            wanted: Wanted::default(),
            chosen: false,
            system,
            preset_language: None,
            taken_back: TakenBack::default(),
            drawn_at: Timestamp::UNIX_EPOCH,
            news: News::default(),
            newer_answer: None,
            announced: String::new(),
            runs_on: std::env::consts::OS.to_owned(),
        }
    }

    /// Shows what it would show on this system.
    pub fn runs_on(&mut self, system: &str) {
        system.clone_into(&mut self.runs_on);
    }

    /// Shows itself in this look, from the next frame on.
    pub fn wear(&mut self, look: Look) {
        let language = match look.language.as_deref() {
            Some(AS_THE_SYSTEM) => &self.system,
            Some(chosen) => chosen,
            None => self.preset_language.as_deref().unwrap_or(&self.system),
        };
        if language != self.words.text().language() {
            self.words = Words::new(self.words.text().spoken(language));
            self.explained = None;
        }
        self.look = look;
    }

    /// The language of the words until a person chooses one, from the next [`Self::wear`] on.
    pub fn speak(&mut self, language: Option<String>) {
        self.preset_language = language;
    }

    /// What is to be told of newer versions.
    pub fn hear(&mut self, news: News) {
        self.news = news;
    }

    /// What a person said to newer versions, once.
    pub fn take_newer_answer(&mut self) -> Option<Answer> {
        self.newer_answer.take()
    }

    /// What the system asks for, once it has said so.
    pub const fn system_wants(&mut self, wanted: Wanted) {
        self.wanted = wanted;
    }

    /// The look that a person chose and nobody has remembered yet, once.
    pub fn take_look(&mut self) -> Option<Look> {
        std::mem::take(&mut self.chosen).then(|| self.look.clone())
    }

    /// Where the program's files lie.
    pub fn lies(&mut self, whereabouts: Vec<Whereabouts>) {
        self.whereabouts = whereabouts;
    }

    /// Lays this page over the screen.
    pub fn open(&mut self, page: Option<Page>) {
        if self.page != page {
            self.page = page;
            self.visit += 1;
        }
    }

    fn drafts(wizard: &Wizard) -> Drafts {
        let mut drafts = Drafts::new(&wizard.case().answers);
        wizard.helper().or_else(|| wizard.offered_helper()).unwrap_or_default().clone_into(&mut drafts.helper);
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
        self.taken_back = TakenBack::default();
        self.page = None;
        self.announced.clear();
        self.visit += 1;
    }

    /// What a person did, from elsewhere than a button.
    pub fn act(&mut self, action: Action, now: Timestamp) -> Vec<Order> {
        self.fulfil(action.into(), now)
    }

    /// The engine said something.
    pub fn receive(&mut self, run: RunId, event: Event) -> Vec<Order> {
        self.taken_back.hear(run, &event);
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
        self.dress(ui);
        self.drawn_at = now;
        let key = Pressed::read(ui, self.held);
        let mut explained = self.explained.take().unwrap_or_else(|| {
            let mut report = Box::new(self.wizard.report().clone());
            explain_report(self.words.text(), &mut report);
            report
        });
        explained.lapsed = Lapsed::of(&explained, self.wizard.happened(), now);
        redraw_once_over(ui, &explained, now);
        let mut scene = Scene {
            wizard: &self.wizard,
            report: &explained,
            words: &self.words,
            drafts: &mut self.drafts,
            practice: &self.practice,
            look: &self.look,
            whereabouts: &self.whereabouts,
            runs_on: &self.runs_on,
            taken_back: &self.taken_back,
            news: &self.news,
            preset_language: self.preset_language.as_deref(),
            page: self.page,
            wishes: Vec::new(),
            primary: None,
        };
        frame::draw(ui, &mut scene, self.visit, key);
        announce::region_ui(ui, &self.announced);
        if key == Pressed::Save {
            screens::save(&mut scene);
        }
        let mut wishes = scene.wishes;
        if let Some((wish, enter)) = scene.primary {
            let pressed = key == Pressed::EnterWithCtrl || (key == Pressed::Enter && enter == Enter::Plain);
            if pressed && wishes.is_empty() {
                wishes.push(wish);
            }
        }
        wishes.extend(wish_of(key, self.page, &self.look));
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

    /// Puts the look on, where it is another than the one on the screen.
    fn dress(&mut self, ui: &Ui) {
        let now = (self.look.clone(), self.wanted);
        if self.worn.as_ref() == Some(&now) {
            return;
        }
        theme::wear(ui.ctx(), &self.look, self.wanted);
        ui.ctx().send_viewport_cmd(ViewportCommand::Title(self.words.get("window-title")));
        self.worn = Some(now);
    }

    fn fulfil(&mut self, wish: Wish, now: Timestamp) -> Vec<Order> {
        match wish {
            Wish::Act(action) => {
                if matches!(*action, Action::Recheck) && self.wizard.can(&action) {
                    let failed = self.wizard.report().verdict != TopVerdict::Ready;
                    self.drafts.rechecks = if failed { self.drafts.rechecks + 1 } else { 0 };
                }
                if matches!(*action, Action::Recheck) && self.wizard.can(&action) {
                    self.open(None);
                }
                if matches!(*action, Action::CheckMine) {
                    self.drafts.load(&self.wizard.case().answers);
                }
                // Used once, it is gone: the order has taken it along.
                if matches!(*action, Action::Call(_) | Action::RingTest(_)) {
                    self.drafts.password = Password::default();
                }
                let orders = self.follow(|wizard| wizard.act(*action, now));
                self.taken_back.follow(&orders);
                orders
            }
            Wish::Answered => {
                let Some(answers) = self.drafts.answers() else { return Vec::new() };
                let orders = self.follow(|wizard| {
                    let mut orders = wizard.act(Action::Answer(Box::new(answers)), now);
                    if *wizard.step() == Step::Questions {
                        orders.extend(wizard.act(Action::Next, now));
                    }
                    orders
                });
                self.taken_back.follow(&orders);
                orders
            }
            Wish::Move(place) => {
                self.moving = Some(place);
                Vec::new()
            }
            Wish::Open(page) => {
                self.open(Some(page));
                Vec::new()
            }
            Wish::Close => {
                self.open(None);
                Vec::new()
            }
            Wish::Wear(look) => {
                self.wear(look);
                self.chosen = true;
                Vec::new()
            }
            Wish::Newer(answer) => {
                self.news.said = Some(answer);
                self.newer_answer = Some(answer);
                Vec::new()
            }
        }
    }

    /// Lets the wizard go on, and notes what has to be drawn anew.
    fn follow(&mut self, go: impl FnOnce(&mut Wizard) -> Vec<Order>) -> Vec<Order> {
        let before = screens::key(self.wizard.step());
        let stood = Before::of(&self.wizard);
        let orders = go(&mut self.wizard);
        self.explained = None;
        if before != screens::key(self.wizard.step()) {
            self.visit += 1;
            // What was chosen since on other pages counts, and what stands half typed in their boxes does not.
            if *self.wizard.step() == Step::Questions {
                self.drafts.load(&self.wizard.case().answers);
            }
            self.drafts.copied = None;
            self.drafts.told = None;
        }
        if let Some(said) = announce::after(&stood, &self.wizard, &self.taken_back, (&self.words, self.drawn_at)) {
            self.announced = said;
        }
        if !self.wizard.is_busy() {
            self.taken_back.end();
        }
        orders
    }
}

/// Nothing else asks for a frame when a lease ends while nobody touches the window.
fn redraw_once_over(ui: &Ui, report: &Report, now: Timestamp) {
    let left = report.ready_until.map(|until| until.duration_since(now));
    if let Some(left) = left.and_then(|left| Duration::try_from(left).ok()).filter(|left| !left.is_zero()) {
        ui.ctx().request_repaint_after(left);
    }
}

/// What a key asks for, besides pressing the primary button.
fn wish_of(key: Pressed, page: Option<Page>, look: &Look) -> Option<Wish> {
    let other = |next: Look| (next != *look).then_some(Wish::Wear(next));
    match key {
        Pressed::Back if page.is_some() => Some(Wish::Close),
        Pressed::Back => Some(Action::Back.into()),
        Pressed::Recheck => Some(Action::Recheck.into()),
        Pressed::Words => Some(Wish::Open(Page::Glossary)),
        Pressed::Settings => Some(Wish::Open(Page::Settings)),
        Pressed::Larger => other(look.larger()),
        Pressed::Smaller => other(look.smaller()),
        Pressed::UsualSize => other(look.usual_size()),
        Pressed::Nothing | Pressed::Enter | Pressed::EnterWithCtrl | Pressed::Save | Pressed::Menu => None,
    }
}

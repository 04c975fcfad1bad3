//! What a screen gets to draw from, and what it hands back: wishes. A wish that the wizard cannot fulfil now is a
//! greyed button, so the wizard stays the one truth.

use egui::{Response, Ui};

use super::drafts::Drafts;
use super::pages::Page;
use super::parts;
use super::taken_back::TakenBack;
use super::vendor::News;
use super::words::Words;
use crate::domain::newer::Answer;
use crate::domain::report::Report;
use crate::domain::service::Profile;
use crate::store::look::Look;
use crate::wizard::{Action, Wizard};

/// Another office than the one in the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Into this practice office.
    Practice(String),
    /// Back into the real one.
    Real,
}

/// A practice office to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PracticeChoice {
    /// Its scenario.
    pub id: String,
    /// Key of its title.
    pub title_key: String,
    /// Key of what it is about. Offices of one kind stand together.
    pub group_key: String,
}

/// Where something of the program lies on this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whereabouts {
    /// Key of what lies there.
    pub key: String,
    /// Its path.
    pub path: String,
}

/// What a person wants.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Wish {
    /// From the wizard.
    Act(Box<Action>),
    /// The questions' answers as they stand, then on.
    Answered,
    /// Another office.
    Move(Move),
    /// A page about the program, over the screen.
    Open(Page),
    /// The screen below it again.
    Close,
    /// Another look of the window.
    Wear(Look),
    /// Whether to look for newer versions.
    Newer(Answer),
}

impl From<Action> for Wish {
    fn from(action: Action) -> Self {
        Self::Act(Box::new(action))
    }
}

/// Which keys press the primary button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Enter {
    /// Enter alone.
    Plain,
    /// Only Ctrl+Enter: it changes the router, so a hand that rests on Enter must not do it.
    WithCtrl,
}

/// One frame of one screen.
pub(super) struct Scene<'a> {
    pub wizard: &'a Wizard,
    /// With words.
    pub report: &'a Report,
    pub words: &'a Words,
    pub drafts: &'a mut Drafts,
    pub practice: &'a [PracticeChoice],
    pub look: &'a Look,
    pub whereabouts: &'a [Whereabouts],
    /// The system, as the programming language names it.
    pub runs_on: &'a str,
    pub news: &'a News,
    /// Language that a vendor preset.
    pub preset_language: Option<&'a str>,
    pub taken_back: &'a TakenBack,
    /// The page that lies over the screen.
    pub page: Option<Page>,
    pub wishes: Vec<Wish>,
    pub primary: Option<(Wish, Enter)>,
}

impl Scene<'_> {
    /// The profile that the answers name.
    pub fn profile(&self) -> Option<&'static Profile> {
        self.wizard.case().profile()
    }

    /// Words without values.
    pub fn get(&self, key: &str) -> String {
        self.words.get(key)
    }

    /// True when the wish makes sense now.
    pub fn can(&self, wish: &Wish) -> bool {
        match wish {
            Wish::Act(action) => self.wizard.can(action),
            Wish::Answered => self.wizard.can(&Action::Next) && self.drafts.is_sound(),
            Wish::Move(_) => !self.wizard.is_busy(),
            Wish::Open(_) | Wish::Close | Wish::Wear(_) | Wish::Newer(_) => true,
        }
    }

    /// The one big button of a screen, also pressed by the keyboard.
    pub fn primary(&mut self, ui: &mut Ui, label: &str, wish: impl Into<Wish>) {
        self.primary_with(ui, label, wish, Enter::Plain);
    }

    /// The big button, with its own keys.
    pub fn primary_with(&mut self, ui: &mut Ui, label: &str, wish: impl Into<Wish>, enter: Enter) {
        self.leading(ui, wish.into(), enter, |ui, able| parts::primary(ui, label, able));
    }

    /// The same, larger than all others.
    pub fn large(&mut self, ui: &mut Ui, label: &str, wish: impl Into<Wish>) {
        self.leading(ui, wish.into(), Enter::Plain, |ui, able| parts::large(ui, label, able));
    }

    fn leading(&mut self, ui: &mut Ui, wish: Wish, enter: Enter, add: impl FnOnce(&mut Ui, bool) -> Response) {
        let able = self.can(&wish);
        if add(ui, able).clicked() {
            self.wishes.push(wish.clone());
        }
        if able {
            self.primary = Some((wish, enter));
        }
    }

    /// An ordinary button.
    pub fn button(&mut self, ui: &mut Ui, label: &str, wish: impl Into<Wish>) {
        let wish = wish.into();
        if parts::secondary(ui, label, self.can(&wish)).clicked() {
            self.wishes.push(wish);
        }
    }

    /// A button that does not ask for attention.
    pub fn quiet(&mut self, ui: &mut Ui, label: &str, wish: impl Into<Wish>) {
        let wish = wish.into();
        if parts::quiet(ui, label, self.can(&wish)).clicked() {
            self.wishes.push(wish);
        }
    }

    /// Puts a text on the clipboard, and says so.
    pub fn copy(&mut self, ui: &mut Ui, label: &str, what: &str, text: impl FnOnce() -> String) {
        if parts::secondary(ui, label, true).clicked() {
            ui.ctx().copy_text(text());
            self.drafts.copied = Some(what.to_owned());
        }
        if self.drafts.copied.as_deref() == Some(what) {
            let said = self.get("window-copied");
            parts::soft(ui, &said);
        }
    }
}

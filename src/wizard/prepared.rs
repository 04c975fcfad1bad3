//! What stands before the first click: what a phone company preset, and what the program was started for. None of it is
//! a yes: what is preset stands in boxes, for the owner to take or to change.

use super::{Helping, Step, Wizard};
use crate::domain::office::Answers;
use crate::domain::preset::Preset;
use crate::domain::purpose::Purpose;

impl Wizard {
    /// Takes what a phone company preset, where the owner has said nothing.
    #[must_use]
    pub fn prepared(mut self, preset: Option<&Preset>) -> Self {
        if let Some(preset) = preset {
            if self.case.answers.system.is_none() && preset.profile.is_some() {
                let answers = Answers { system: preset.profile.clone(), ..self.case.answers.clone() };
                self.case.answer(answers);
                self.judge_again();
            }
            self.offered_helper.clone_from(&preset.helper);
        }
        self
    }

    /// Link of the standing helper that a phone company offers, where the owner has used no other one.
    pub fn offered_helper(&self) -> Option<&str> {
        self.offered_helper.as_deref().filter(|_| self.helper.is_none())
    }

    /// Is there to help a colleague, and begins there.
    #[must_use]
    pub fn only_helping(mut self) -> Self {
        self.purpose = Purpose::HelpColleague;
        self.step = Step::Helping(Helping::Paste);
        self
    }

    /// What it is there for.
    pub const fn purpose(&self) -> Purpose {
        self.purpose
    }

    /// True where a copy that only helps has nowhere to go back to.
    pub(super) fn is_at_its_beginning(&self) -> bool {
        self.purpose == Purpose::HelpColleague && matches!(self.step, Step::Helping(Helping::Paste))
    }
}

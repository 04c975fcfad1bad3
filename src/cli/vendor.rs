//! What a phone company preset, at the terminal: whose program it is, what it proposes, and the quiet line about a newer
//! version. Only the wizard asks for that, and only after a yes: no script ever sends anything because of a preset.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::Builder;

use super::{talk, tell_problem, words as filled};
use crate::domain::message::Problem;
use crate::domain::newer::{Answer, Newer};
use crate::domain::office::Answers;
use crate::domain::preset::NewerAt;
use crate::engine::vendor::{look_for_newer, ours, preset};
use crate::store::newer::{said, say};
use crate::text::letterhead::Letterhead;
use crate::text::{Text, languages, of_the_system};

/// The words on the vendor's letterhead: in the language that was typed, or that the vendor preset, or of the system.
/// And what is wrong with the preset.
pub(super) fn words(typed: Option<String>) -> (Text, Option<&'static Problem>) {
    let (preset, fault) = preset(&languages());
    let language = typed.or_else(|| preset.and_then(|p| p.language.clone())).unwrap_or_else(of_the_system);
    (Text::new(&language).on(preset.map(Letterhead::from)), fault)
}

/// The answers, with the vendor's phone system where nobody has said which it is.
pub(super) fn proposed(mut answers: Answers) -> Answers {
    if answers.system.is_none() {
        answers.system = ours().and_then(|preset| preset.profile.clone());
    }
    answers
}

/// Whose program it is, below a heading.
pub(super) fn tell_letterhead(text: &Text) {
    let Some(letterhead) = text.letterhead() else { return };
    talk(&filled(text, "vendor-prepared-by", [("name", letterhead.name.clone())]));
    if let Some(support) = &letterhead.support {
        talk(&filled(text, "vendor-support", [("support", support.clone())]));
    }
}

/// Looks for a newer version beside the wizard, and tells of it between two steps.
pub(super) struct Lookout {
    at: Option<NewerAt>,
    looking: Option<Receiver<Option<Newer>>>,
}

impl Lookout {
    /// Begins to look, if the owner said yes to that some time before.
    pub(super) fn begin() -> Self {
        let mut lookout = Self { at: ours().and_then(|preset| preset.newer.clone()), looking: None };
        lookout.look();
        lookout
    }

    /// Never looks.
    pub(super) const fn idle() -> Self {
        Self { at: None, looking: None }
    }

    fn look(&mut self) {
        let Some(at) = self.at.clone() else { return };
        // One question, one answer.
        let (tell, told) = sync_channel(1);
        let look = move || tell.send(look_for_newer(&at, None)).unwrap_or_default();
        self.looking = Builder::new().name("newer".to_owned()).spawn(look).ok().map(|_| told);
    }

    /// Tells what was found by now, once.
    pub(super) fn tell(&mut self, text: &Text) {
        let Some(found) = self.looking.as_ref().and_then(|looking| looking.try_recv().ok()) else { return };
        self.looking = None;
        if let Some(Newer { version, address }) = found {
            let values = [("version", version.to_string()), ("address", address.to_string())];
            talk(&filled(text, "window-newer", values));
        }
    }

    /// What may be said about looking: the words of the choice, and what it means. None: no vendor tells of newer ones.
    pub(super) fn choice(&self, text: &Text) -> Option<(Answer, String)> {
        let at = self.at.as_ref()?;
        let other = match at.said(said(None).ok().flatten().as_ref()) {
            Some(Answer::Yes) => (Answer::No, "window-newer-no"),
            Some(Answer::No) | None => (Answer::Yes, "window-newer-yes"),
        };
        let name = text.letterhead().map(|l| l.name.clone()).unwrap_or_default();
        let values = [("name", name), ("host", at.ask.authority())];
        let lead = filled(text, "window-newer-choice.lead", values);
        Some((other.0, format!("{}. {lead}", super::word(text, other.1))))
    }

    /// The owner said whether to look.
    pub(super) fn answer(&mut self, answer: Answer, text: &Text) {
        let Some(at) = &self.at else { return };
        match say(None, at, answer) {
            Ok(()) => self.look(),
            Err(error) => tell_problem(&error.problem(), text),
        }
    }
}

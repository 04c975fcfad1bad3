//! What an action and a button may begin with. The verbs of a language stand in its own file, so that a new language
//! brings them along.

use std::collections::BTreeSet;

use separate_entrance::text::Text;

/// Words on buttons that need no verb.
const NO_VERB: [&str; 12] = [
    // One step on, back or out, as every program of this system says it: German has no verb there.
    "window-next",
    "window-back",
    "window-finish",
    // They answer a question.
    "window-knock-skip",
    "window-repair-later",
    "window-newer-no",
    // They open the page of this name.
    "window-menu",
    "window-settings",
    "window-glossary",
    "window-keyboard",
    "window-about",
    "window-gallery",
];

/// The verbs of a language, and its words that need none.
pub struct Verbs {
    first: BTreeSet<String>,
    last: BTreeSet<String>,
    yes: String,
    no_verb: BTreeSet<String>,
}

impl Verbs {
    pub fn of(text: &Text) -> Self {
        let verbs = text.plain("language-verbs");
        let (last, first): (Vec<&str>, Vec<&str>) = verbs.split_whitespace().partition(|verb| verb.starts_with('…'));
        Self {
            first: first.into_iter().map(ToOwned::to_owned).collect(),
            last: last.into_iter().map(|verb| verb.trim_start_matches('…').to_owned()).collect(),
            yes: text.plain("terminal-yes"),
            no_verb: NO_VERB.iter().map(|key| text.plain(key)).collect(),
        }
    }

    /// True when the sentence begins with a verb. What hangs on it by a dash is an object.
    pub fn begin(&self, sentence: &str) -> bool {
        words(sentence).first().is_some_and(|word| {
            self.first.contains(word) || word.split('-').next().is_some_and(|verb| self.first.contains(verb))
        })
    }

    /// True when these words of a button say what it does, or need not. *Yes* may stand before the verb.
    pub fn are_on(&self, label: &str) -> bool {
        let small = label.to_lowercase();
        let asked = small.strip_prefix(&self.yes).and_then(|rest| rest.strip_prefix(',')).unwrap_or(&small);
        let is_last = words(asked).last().is_some_and(|word| self.last.contains(word));
        self.no_verb.contains(label) || self.begin(asked) || is_last
    }
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphabetic() && c != '-');
    words.map(|word| word.trim_matches('-').to_lowercase()).filter(|word| !word.is_empty()).collect()
}

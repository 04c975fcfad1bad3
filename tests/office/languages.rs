//! Every language says what English says: the same words with the same values and options, short headlines, nothing
//! left empty. `words.rs` holds English itself to the house rules.

use std::collections::{BTreeMap, BTreeSet};

use separate_entrance::domain::catalog;
use separate_entrance::text::{self, Text, entrance_key};

use crate::words::{Message, english, languages, messages, values};

/// All words of one language.
type Words = BTreeMap<String, Message>;

/// Characters of a finding's headline; it has one line beside its lamp.
const LONGEST_HEADLINE: usize = 70;

/// What `theirs` lacks, adds or says otherwise than `english`, one line each.
fn differences(english: &Words, theirs: &Words) -> Vec<String> {
    let extra = theirs.keys().filter(|key| !english.contains_key(*key));
    let mut found: Vec<String> = extra.map(|key| format!("{key} is not in English")).collect();
    for (key, ours) in english {
        let Some(theirs) = theirs.get(key) else {
            found
                .push(format!("{key} is missing: {}", ours.values().map(String::as_str).collect::<Vec<_>>().join(" ")));
            continue;
        };
        let extra = theirs.keys().filter(|part| !ours.contains_key(*part));
        found.extend(extra.map(|part| format!("{key}.{part} is not in English")));
        for (part, ours) in ours {
            let Some(theirs) = theirs.get(part) else {
                found.push(format!("{key}.{part} is missing: {ours}"));
                continue;
            };
            if values(ours) != values(theirs) {
                found.push(format!("{key}.{part} has the values {:?}, not {:?}", values(theirs), values(ours)));
            }
            if options(ours) != options(theirs) {
                found.push(format!("{key}.{part} has the options {:?}, not {:?}", options(theirs), options(ours)));
            }
        }
        // Only a finding has a meaning.
        let headline = theirs.get("").filter(|_| ours.contains_key("meaning"));
        let length = headline.map_or(0, |words| words.chars().count());
        if length > LONGEST_HEADLINE {
            found.push(format!("{key} has a headline of {length} characters"));
        }
    }
    found
}

/// Options of the terminal program, which are typed the same in every language.
fn options(words: &str) -> BTreeSet<&str> {
    let is_end = |c: char| !c.is_ascii_alphanumeric() && c != '-';
    words.split(is_end).filter(|word| word.starts_with("--")).collect()
}

/// English, and the names and purposes of entrances, which are English in `assets/profiles` already.
fn all_of_english() -> Words {
    let mut english = english();
    for words in entrances() {
        let message = Message::from([(String::new(), words.to_owned())]);
        let before = english.insert(entrance_key(words), message);
        assert_eq!(before, None, "two entrances would share the words of {words:?}");
    }
    english
}

fn entrances() -> BTreeSet<&'static str> {
    let services = catalog::profiles().iter().flat_map(|p| &p.services);
    services.flat_map(|s| [s.label.as_str(), s.purpose.as_str()]).collect()
}

#[test]
fn every_language_says_what_english_says() {
    let written = languages();
    assert_eq!(written.keys().map(String::as_str).collect::<Vec<_>>(), text::languages(), "all files are built in");
    let english = all_of_english();
    for (language, theirs) in written.iter().filter(|(language, _)| *language != "en") {
        let differences = differences(&english, theirs);
        assert!(differences.is_empty(), "{language}: {differences:#?}");
        let text = Text::new(language);
        for words in entrances() {
            assert_eq!(text.said(words), theirs[&entrance_key(words)][""], "{language}");
        }
    }
}

/// What a phone system of the owner's own is called, and what no language has yet.
#[test]
fn an_entrance_without_words_is_named_as_it_is() {
    for language in text::languages() {
        assert_eq!(Text::new(language).said("The bell of our own"), "The bell of our own", "{language}");
    }
}

#[test]
fn no_language_says_nothing() {
    for (language, words) in languages() {
        let text = Text::new(&language);
        for (key, message) in &words {
            for part in message.keys() {
                let name = if part.is_empty() { key.clone() } else { format!("{key}.{part}") };
                let said = text.find(&name, &BTreeMap::new()).unwrap_or_default();
                assert!(!said.trim().is_empty(), "{language}: {name} is empty");
            }
        }
    }
}

#[test]
fn a_translation_that_differs_is_noticed() {
    let english = "knock = Knock { $n } times with --yes\n    .action = Go\nfound = Short\n    .meaning = Words\n";
    let faithful = "knock = Toque { $n } veces con --yes\n    .action = Vaya\nfound = Breve\n    .meaning = Palabras\n";
    let long = format!("found = {}", "é".repeat(LONGEST_HEADLINE + 1));
    let check = |theirs: &str| differences(&messages(english), &messages(theirs));
    assert_eq!(check(faithful), Vec::<String>::new());
    for (was, is, says) in [
        ("    .action = Vaya\n", "", "knock.action is missing"),
        ("    .action = Vaya", "    .action =", "knock.action is missing"),
        ("found = Breve\n    .meaning = Palabras\n", "", "found is missing"),
        ("    .meaning", "    .why = Porque\n    .meaning", "found.why is not in English"),
        ("found = ", "more = Más\nfound = ", "more is not in English"),
        ("{ $n } ", "", "knock. has the values"),
        ("$n", "$count", "knock. has the values"),
        (" con --yes", "", "knock. has the options"),
        ("found = Breve", &long, "found has a headline of 71 characters"),
    ] {
        let theirs = faithful.replacen(was, is, 1);
        assert_ne!(theirs, faithful, "{was}");
        let found = check(&theirs);
        assert!(found.len() == 1 && found.iter().all(|f| f.starts_with(says)), "{says}: {found:?}");
    }
}

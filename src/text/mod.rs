//! Words, from `assets/text/*.ftl`. A missing word never stops the program: the owner's language falls back to
//! English, and English falls back to the key itself in brackets. Knows no network and no window.

pub mod explain;
pub mod inside;
pub mod letterhead;
pub mod proof;
pub mod rehearsal;
pub mod street;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::domain::catalog;
use crate::domain::packed::unpacked;
use crate::text::letterhead::Letterhead;

/// Stem and packed text of every file, found by `assets/embed.rs`; the stem up to its first dot is the language.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// The language that always has every word.
const ENGLISH: &str = "en";

/// Key of the word that stands for a value nobody knows.
const NOT_KNOWN: &str = "not-known";

/// Longer digit strings are names or keys and not amounts, and would lose digits as a number.
const LONGEST_NUMBER: usize = 9;

/// All words of one language, with English behind it.
pub struct Text {
    language: String,
    chain: Vec<FluentBundle<FluentResource>>,
    entrances: BTreeMap<String, String>,
    letterhead: Option<Arc<Letterhead>>,
}

impl Text {
    /// Words of a language, written as systems write it: `de`, `de-CH` or `de_CH.UTF-8`. English when there are none.
    pub fn new(lang: &str) -> Self {
        let language = best(lang).unwrap_or_else(|| ENGLISH.to_owned());
        let mut chain = vec![bundle(&language)];
        if language != ENGLISH {
            chain.push(bundle(ENGLISH));
        }
        let mut text = Self { language, chain, entrances: BTreeMap::new(), letterhead: None };
        text.entrances = text.translated_entrances();
        text
    }

    /// Words of a file that is not ours, with nothing behind it: for the fuzzers in `tests/fuzz`.
    #[doc(hidden)]
    pub fn of_file(file: &str) -> Self {
        let mut bundle = empty_bundle(ENGLISH);
        let _ = bundle.add_resource(parsed(file.to_owned()).0);
        Self { language: ENGLISH.to_owned(), chain: vec![bundle], entrances: BTreeMap::new(), letterhead: None }
    }

    /// The same words on this letterhead.
    #[must_use]
    pub fn on(self, letterhead: Option<Letterhead>) -> Self {
        Self { letterhead: letterhead.map(Arc::new), ..self }
    }

    /// The words of another language on the same letterhead.
    #[must_use]
    pub fn spoken(&self, lang: &str) -> Self {
        Self { letterhead: self.letterhead.clone(), ..Self::new(lang) }
    }

    /// Whose program this is, where a phone company says so.
    pub fn letterhead(&self) -> Option<&Letterhead> {
        self.letterhead.as_deref()
    }

    /// The language in use.
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The words of `key`, or of an attribute as `key.attribute`.
    pub fn get(&self, key: &str, args: &BTreeMap<String, String>) -> String {
        self.find(key, args).unwrap_or_else(|| format!("[{key}]"))
    }

    /// The words of `key` that need no values.
    pub fn plain(&self, key: &str) -> String {
        self.get(key, &BTreeMap::new())
    }

    /// The words of `key`, if there are any.
    pub fn find(&self, key: &str, args: &BTreeMap<String, String>) -> Option<String> {
        self.chain.iter().find_map(|bundle| self.format(bundle, key, args))
    }

    /// The name of an entrance, or what it is for: as its phone system's file says it, or the same in this language.
    pub fn said<'s>(&'s self, english: &'s str) -> &'s str {
        self.entrances.get(english).map_or(english, String::as_str)
    }

    /// The names and purposes of `assets/profiles` that have words here, by their English ones.
    fn translated_entrances(&self) -> BTreeMap<String, String> {
        let services = catalog::profiles().iter().flat_map(|p| &p.services);
        let english: BTreeSet<&String> = services.flat_map(|s| [&s.label, &s.purpose]).collect();
        let said = |english: &String| Some((english.clone(), self.find(&entrance_key(english), &BTreeMap::new())?));
        english.into_iter().filter_map(said).collect()
    }

    /// True when `key`, or `key.attribute`, has words.
    pub fn has(&self, key: &str) -> bool {
        let (id, attribute) = split(key);
        let holds = |bundle: &FluentBundle<FluentResource>| {
            bundle.get_message(id).is_some_and(|message| match attribute {
                Some(name) => message.get_attribute(name).is_some(),
                None => message.value().is_some(),
            })
        };
        self.chain.iter().any(holds)
    }

    fn format(
        &self,
        bundle: &FluentBundle<FluentResource>,
        key: &str,
        args: &BTreeMap<String, String>,
    ) -> Option<String> {
        let (id, attribute) = split(key);
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut values: FluentArgs<'_> = args.iter().map(|(name, text)| (name.as_str(), value(text))).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&values), &mut errors);
        let missing = missing_values(&errors);
        if missing.is_empty() || key == NOT_KNOWN {
            return Some(text.into_owned());
        }
        // A sentence with a gap says so in words instead of showing the name of a variable.
        let unknown = self.get(NOT_KNOWN, &BTreeMap::new());
        for name in missing {
            values.set(name, unknown.clone());
        }
        Some(bundle.format_pattern(pattern, Some(&values), &mut Vec::new()).into_owned())
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text").field("language", &self.language).finish_non_exhaustive()
    }
}

/// The language that the system is set to, English where it says none.
pub fn of_the_system() -> String {
    sys_locale::get_locale().unwrap_or_else(|| ENGLISH.to_owned())
}

/// Key of an entrance's name, or of what it is for, in the languages other than English: its English words of
/// `assets/profiles`, small and with dashes.
pub fn entrance_key(english: &str) -> String {
    let small = english.to_ascii_lowercase();
    let words = small.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.fold("entrance".to_owned(), |key, word| key + "-" + word)
}

/// True for a language that has words of its own.
pub fn is_spoken(lang: &str) -> bool {
    best(lang).is_some()
}

/// Languages that have words, sorted.
pub fn languages() -> Vec<&'static str> {
    FILES.iter().map(|(stem, _)| language_of(stem)).collect::<BTreeSet<_>>().into_iter().collect()
}

/// Languages that have words, each with its own name for itself.
pub fn names() -> &'static [(&'static str, String)] {
    static NAMES: OnceLock<Vec<(&str, String)>> = OnceLock::new();
    NAMES.get_or_init(|| languages().into_iter().map(|id| (id, Text::new(id).plain("language-name"))).collect())
}

/// What is wrong with the embedded files: sentences that cannot be read and keys that are there twice. A test keeps
/// this empty.
pub fn faults() -> Vec<String> {
    let mut faults = Vec::new();
    for language in languages() {
        let mut bundle = empty_bundle(language);
        for (stem, text) in FILES.iter().filter(|(stem, _)| language_of(stem) == language) {
            let (resource, errors) = parsed(unpacked(text));
            faults.extend(errors.iter().map(|e| format!("{stem}: {e}")));
            if let Err(errors) = bundle.add_resource(resource) {
                faults.extend(errors.iter().map(|e| format!("{stem}: {e}")));
            }
        }
    }
    faults
}

/// The sentences of a file, and what is wrong with those that cannot be read.
fn parsed(file: String) -> (FluentResource, Vec<String>) {
    match FluentResource::try_new(readable(file)) {
        Ok(resource) => (resource, Vec::new()),
        Err((resource, errors)) => (resource, errors.iter().map(ToString::to_string).collect()),
    }
}

/// The same file without what makes the libraries panic: fluent-syntax 0.12 cuts a letter in two that stands among the
/// digits of an escape, and `intl_pluralrules` 7 multiplies ten by itself for each decimal of a number that chooses. A
/// blank makes a sentence of either that cannot be read, which is a fault like any other.
fn readable(mut file: String) -> String {
    let rest = |from: usize| file.get(from..).unwrap_or_default();
    let escapes = |sign: &'static str, digits: usize| file.match_indices(sign).map(move |(at, _)| (at + 1, digits));
    let broken = escapes("\\u", 4).chain(escapes("\\U", 6)).filter_map(|(at, digits)| {
        let after = rest(at + 1).trim_start_matches(|c: char| c.is_ascii_hexdigit());
        let is_short = rest(at + 1).len() - after.len() < digits;
        (is_short && after.starts_with(|c: char| !c.is_ascii())).then_some(at)
    });
    let long = file.match_indices('{').filter_map(|(at, _)| {
        let number = rest(at + 1).trim_start().trim_start_matches('-');
        let after = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        (number.len() - after.len() > LONGEST_NUMBER).then(|| file.len() - after.len() - 1)
    });
    let places: BTreeSet<usize> = broken.chain(long).collect();
    for at in places.into_iter().rev() {
        file.insert(at, ' ');
    }
    file
}

fn language_of(stem: &str) -> &str {
    stem.split('.').next().unwrap_or(stem)
}

/// The language of ours that fits: the whole name first, then without its region.
fn best(lang: &str) -> Option<String> {
    let wanted = lang.split('.').next().unwrap_or_default().replace('_', "-");
    let without_region = wanted.split('-').next().unwrap_or_default();
    let known = languages();
    let fits = |name: &str| known.iter().find(|l| l.eq_ignore_ascii_case(name)).map(|l| (*l).to_owned());
    fits(&wanted).or_else(|| fits(without_region))
}

fn empty_bundle(language: &str) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The invisible marks around values show as boxes in the window's fonts.
    bundle.set_use_isolating(false);
    bundle
}

fn bundle(language: &str) -> FluentBundle<FluentResource> {
    let mut bundle = empty_bundle(language);
    for (_, text) in FILES.iter().filter(|(stem, _)| language_of(stem) == language) {
        // What can be read of a damaged file is used, and of two equal keys the first; `faults` tells the test.
        let _ = bundle.add_resource(parsed(unpacked(text)).0);
    }
    bundle
}

fn split(key: &str) -> (&str, Option<&str>) {
    key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)))
}

/// Values arrive as text. A plain amount becomes a number, so that *1 entrance* and *2 entrances* come out right;
/// everything else, addresses and dates too, stays as it was written.
fn value(text: &str) -> FluentValue<'_> {
    let digits = text.len() <= LONGEST_NUMBER && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let padded = text.len() > 1 && text.starts_with('0');
    match text.parse::<FluentNumber>() {
        Ok(number) if digits && !padded => number.into(),
        Ok(_) | Err(_) => text.into(),
    }
}

fn missing_values(errors: &[FluentError]) -> BTreeSet<String> {
    let name = |error: &FluentError| match error {
        FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => Some(id.clone()),
        FluentError::ResolverError(_) | FluentError::ParserError(_) | FluentError::Overriding { .. } => None,
    };
    errors.iter().filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args<const N: usize>(pairs: [(&str, &str); N]) -> BTreeMap<String, String> {
        pairs.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect()
    }

    #[test]
    fn a_missing_key_is_shown_in_brackets() {
        let text = Text::new("en");
        assert_eq!(text.plain("no-such-key"), "[no-such-key]");
        assert_eq!(text.plain("no-such-key.action"), "[no-such-key.action]");
        assert_eq!(text.plain("severity-note.no-such-part"), "[severity-note.no-such-part]");
        assert!(!text.has("no-such-key"));
        assert!(!text.has("severity-note.no-such-part"));
    }

    #[test]
    fn every_way_to_name_a_language_finds_one() {
        for lang in ["en", "EN", "en-GB", "en_US.UTF-8", "xx", "", "C.UTF-8", "../../etc"] {
            assert_eq!(Text::new(lang).language(), "en", "{lang:?}");
        }
        assert!(languages().contains(&"en"));
        assert!(languages().iter().all(|l| !l.contains('.')), "part files are no languages of their own");
    }

    #[test]
    fn counts_choose_the_right_form() {
        let text = Text::new("en");
        let one = text.get("count-entrances", &args([("count", "1")]));
        let five = text.get("count-entrances", &args([("count", "5")]));
        assert_eq!((one.as_str(), five.as_str()), ("1 entrance", "5 entrances"));
    }

    #[test]
    fn values_stay_as_they_were_written() {
        for written in ["192.168.1.20", "5060", "0123", "1e5", "inf", "nan", "12345678901234567890", "10000-10041"] {
            let value = value(written);
            let shown = if let FluentValue::Number(n) = &value {
                n.as_string().into_owned()
            } else if let FluentValue::String(s) = &value {
                s.clone().into_owned()
            } else {
                panic!("{value:?}")
            };
            assert_eq!(shown, written);
        }
    }

    #[test]
    fn a_value_that_is_missing_is_said_in_words() {
        let text = Text::new("en");
        let whole = text.get("guide-open-settings", &args([("address", "http://192.168.1.1")]));
        let gap = text.get("guide-open-settings", &args([]));
        assert!(whole.contains("http://192.168.1.1"));
        assert!(!gap.contains('{') && !gap.contains('$'), "{gap}");
        assert!(gap.contains(&text.plain("not-known")), "{gap}");
    }

    #[test]
    fn what_the_libraries_cannot_read_is_a_fault_and_spoils_no_other_sentence() {
        let file = "one = { \"a\\uad㽴\" }\ntwo = { \"\\u00e9㽴\" } \\\\\nthree = { \"\\U01F60ä\" }\n";
        let text = Text::of_file(file);
        assert_eq!(text.plain("two"), "é㽴 \\\\");
        assert!(!text.has("one") && !text.has("three"));
        let faults = parsed(file.to_owned()).1;
        assert_eq!(faults.len(), 2, "{faults:?}");

        let choice = |number: &str| format!("one = {{ {number} ->\n    [one] a\n   *[other] b\n}}\ntwo = c\n");
        let long = choice(&format!("0.{}", "2".repeat(70)));
        assert_eq!((Text::of_file(&long).has("one"), Text::of_file(&long).plain("two").as_str()), (false, "c"));
        assert_eq!(Text::of_file(&choice("0.5")).plain("one"), "b");
    }

    #[test]
    fn no_invisible_marks_around_values() {
        let shown = Text::new("en").get("guide-open-settings", &args([("address", "fritz.box")]));
        assert!(!shown.contains('\u{2068}') && !shown.contains('\u{2069}'));
    }

    #[test]
    fn words_can_be_used_from_any_thread() {
        fn anywhere<T: Send + Sync>(_: &T) {}
        anywhere(&Text::new("en"));
    }
}

//! What a phone company set before it gave the program to its customers. Pure: reads a file's text. Whatever it says is
//! an offer: it holds no yes, opens nothing, unmasks nothing, and nobody is contacted because of it.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::domain::catalog;
use crate::domain::logo::Logo;
use crate::domain::message::Problem;
use crate::domain::service::ProfileId;
use crate::domain::web_address::WebAddress;

/// Larger than any preset needs to be.
pub const MOST_BYTES: usize = 16 * 1024;

/// The only form so far.
const FORM: i64 = 1;

/// Letters of the vendor's name.
const MOST_NAME: usize = 60;
/// Letters of what tells how to reach support.
const MOST_SUPPORT: usize = 120;
/// Letters of a helper's link.
const MOST_HELPER: usize = 1000;
/// Letters of a file's name.
const MOST_FILE_NAME: usize = 100;
/// Keys of a server that may be in use or in reserve.
const MOST_PINS: usize = 4;

/// What can be preset, in the order in which it is documented.
const KEYS: [&str; 8] = ["form", "name", "profile", "helper", "support", "language", "logo", "newer"];
/// What stands under `[newer]`.
const NEWER_KEYS: [&str; 2] = ["ask", "pins"];

/// What a vendor set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Whose program this is.
    pub name: String,
    /// The phone system that its customers have.
    pub profile: Option<ProfileId>,
    /// Link of its standing helper. Offered, never asked by itself.
    pub helper: Option<String>,
    /// How support is reached, as people are to read it.
    pub support: Option<String>,
    /// Language of the words, until the owner chooses one.
    pub language: Option<String>,
    /// Name of the logo's file, beside the preset.
    pub logo_file: Option<String>,
    /// The logo, once it was read.
    pub logo: Option<Logo>,
    /// Where a newer version is told of.
    pub newer: Option<NewerAt>,
}

/// Where a newer version is told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewerAt {
    /// What is asked for.
    pub ask: WebAddress,
    /// SHA-256 of the public keys that the server's certificate may hold.
    pub pins: Vec<[u8; 32]>,
}

/// What only other rooms can tell.
pub struct Fits<'f> {
    /// Languages that there are words in.
    pub languages: &'f [&'f str],
    /// True for the whole link of a standing helper.
    pub is_helper: &'f dyn Fn(&str) -> bool,
}

/// Reads a preset. `file` is what the sentence about a fault calls it. Half a preset is none: the first fault ends it.
pub fn read(bytes: &[u8], file: &str, fits: &Fits<'_>) -> Result<Preset, Problem> {
    if bytes.len() > MOST_BYTES {
        return Err(Problem::new("preset-too-large").with("file", file).with("most", MOST_BYTES / 1024));
    }
    // Some editors put a mark before the first letter. What a copy that was broken off leaves is often zeros.
    let text = std::str::from_utf8(bytes).ok().map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
    let Some(text) = text.filter(|text| !text.contains('\0')) else {
        return Err(Problem::new("preset-not-text").with("file", file));
    };
    let reader = Reader { text, file };
    let table = DeTable::parse(text).map_err(|e| {
        let why: String = e.message().lines().next().unwrap_or_default().chars().take(120).collect();
        let at = e.span().unwrap_or(text.len()..text.len());
        Problem::new("preset-broken").with("file", file).with("line", reader.line(&at)).with("why", why)
    })?;
    reader.preset(table.get_ref(), fits)
}

/// One file, and what its faults are called by.
struct Reader<'t> {
    text: &'t str,
    file: &'t str,
}

impl Reader<'_> {
    fn preset(&self, table: &DeTable<'_>, fits: &Fits<'_>) -> Result<Preset, Problem> {
        // A newer form may have other keys, so it is looked at first.
        let form = table.get("form").map(|value| (value.get_ref().as_integer().map(ToString::to_string), value.span()));
        match form {
            None => {}
            Some((Some(form), _)) if form == FORM.to_string() => {}
            Some((Some(form), _)) if form.parse().is_ok_and(|form: u32| i64::from(form) > FORM) => {
                return Err(Problem::new("preset-newer").with("file", self.file));
            }
            Some((_, at)) => return Err(self.wrong("form", &at)),
        }
        self.know(table, &KEYS)?;
        let Some(name) = self.line_of_text(table, "name", MOST_NAME)? else {
            return Err(Problem::new("preset-nameless").with("file", self.file));
        };
        let profile = self.checked(table, "profile", MOST_NAME, |word| {
            let id = ProfileId(word.to_owned());
            catalog::profile(&id).is_some().then_some(id)
        })?;
        let helper =
            self.checked(table, "helper", MOST_HELPER, |link| (fits.is_helper)(link).then(|| link.to_owned()))?;
        let language = self.checked(table, "language", MOST_NAME, |word| {
            fits.languages.iter().find(|known| **known == word).map(|known| (*known).to_owned())
        })?;
        let logo_file = self.checked(table, "logo", MOST_FILE_NAME, |name| is_plain(name).then(|| name.to_owned()))?;
        let newer = match table.get("newer") {
            None => None,
            Some(value) => match value.get_ref().as_table() {
                Some(below) => Some(self.newer(below, &value.span())?),
                None => return Err(self.wrong("newer", &value.span())),
            },
        };
        let support = self.line_of_text(table, "support", MOST_SUPPORT)?;
        Ok(Preset { name, profile, helper, support, language, logo_file, logo: None, newer })
    }

    fn newer(&self, table: &DeTable<'_>, at: &Range<usize>) -> Result<NewerAt, Problem> {
        self.know(table, &NEWER_KEYS)?;
        let ask = self.checked(table, "ask", MOST_HELPER, WebAddress::read)?;
        let ask = ask.ok_or_else(|| self.wrong("ask", at))?;
        let Some(value) = table.get("pins") else { return Err(self.wrong("pins", at)) };
        let read = |pin: &toml::Spanned<DeValue<'_>>| pin.get_ref().as_str().and_then(pin_of);
        let pins: Option<Vec<_>> = value.get_ref().as_array().and_then(|all| all.iter().map(read).collect());
        match pins.filter(|pins| (1..=MOST_PINS).contains(&pins.len())) {
            Some(pins) => Ok(NewerAt { ask, pins }),
            None => Err(self.wrong("pins", &value.span())),
        }
    }

    /// Names the first key that nobody knows, by its place in the file.
    fn know(&self, table: &DeTable<'_>, known: &[&str]) -> Result<(), Problem> {
        let unknown = table.keys().filter(|key| !known.contains(&key.get_ref().as_ref()));
        let Some(key) = unknown.min_by_key(|key| key.span().start) else { return Ok(()) };
        let shown: String = key.get_ref().chars().filter(|c| !c.is_control()).take(MOST_NAME).collect();
        let problem = Problem::new("preset-unknown-key").with("file", self.file).with("line", self.line(&key.span()));
        Err(problem.with("key", shown).with("known", known.join(", ")))
    }

    fn line_of_text(&self, table: &DeTable<'_>, key: &str, most: usize) -> Result<Option<String>, Problem> {
        self.checked(table, key, most, |text| Some(text.to_owned()))
    }

    /// The text under a key, trimmed and in one line, as `read` takes it. None: the key is not there.
    fn checked<T>(
        &self,
        table: &DeTable<'_>,
        key: &str,
        most: usize,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Problem> {
        let Some(value) = table.get(key) else { return Ok(None) };
        let text = value.get_ref().as_str().map(str::trim);
        let fits = |text: &&str| !text.is_empty() && text.chars().count() <= most && text.chars().all(is_shown);
        match text.filter(fits).and_then(read) {
            Some(read) => Ok(Some(read)),
            None => Err(self.wrong(key, &value.span())),
        }
    }

    fn wrong(&self, key: &str, at: &Range<usize>) -> Problem {
        let problem = Problem::new("preset-wrong-value").with("file", self.file).with("line", self.line(at));
        problem.with("key", key)
    }

    /// The line that a place is in. The end of a file that was cut off is in its last line.
    fn line(&self, at: &Range<usize>) -> usize {
        let before = self.text.get(..at.start).unwrap_or(self.text);
        (before.matches('\n').count() + 1).min(self.text.lines().count().max(1))
    }
}

/// True for what stands in a line and cannot turn it round: no control characters, none that change the direction of
/// writing, none that are not seen.
fn is_shown(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A file beside the preset and nowhere else.
fn is_plain(name: &str) -> bool {
    !name.contains(['/', '\\', ':']) && !name.starts_with('.')
}

/// As tools print a fingerprint: hexadecimal, in one piece or in pairs with colons between.
fn pin_of(text: &str) -> Option<[u8; 32]> {
    let digits: Vec<u8> = text.bytes().filter(|b| *b != b':').collect();
    let mut pin = [0; 32];
    if digits.len() != 2 * pin.len() || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    for (byte, pair) in pin.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(pin)
}

#[cfg(test)]
#[path = "preset_tests.rs"]
mod tests;

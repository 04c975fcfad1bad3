//! Letters of the codes that people paste, mail and read aloud: an alphabet without look-alikes, groups with a check
//! letter each, a checksum over the whole. Knows nothing of what a code says.

use crate::domain::invitation;
use crate::helper::bits::{Bits, short_hash};
pub use crate::helper::code_error::CodeError;

/// Thirty-two symbols; I, L, O and U are left out because they are read as 1, 1, 0 and V.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters of a group: five say something, the sixth checks them.
pub const GROUP: usize = 6;

/// Bits that a group carries.
pub(super) const GROUP_BITS: usize = 25;

/// The form of codes that this program writes, unless one says more than this form can.
pub(super) const VERSION: u64 = 1;

/// The form of results that tell of the voice too, and of invitations that name a voice range. A program that does not
/// know it says so by name.
pub(super) const WITH_VOICE: u64 = 2;

/// The form of answers that tell of a played phone.
pub(super) const OF_A_CALL: u64 = 3;

/// Most groups that the header can announce.
pub const MOST_GROUPS: usize = 63;

/// Fewer groups than this never hold a secret and a proof.
const FEWEST_GROUPS: usize = 5;

/// The longest code of ours has fewer. Of two or three letters nothing but their number of groups can be checked.
const LIKELY_GROUPS: usize = 32;

/// The longest invitation has so many: every row of a phone system, and a voice range of its own.
const INVITATION_GROUPS: usize = 12;

/// Bits of the checksum, the last bits of a code.
const CHECKSUM_BITS: usize = 16;

/// Bits that a body can have.
pub(super) const MOST_BITS: usize = MOST_GROUPS * GROUP_BITS - HEADER_BITS - 16 - CHECKSUM_BITS;

/// Bits of the header: version, kind, number of groups. The leading sixteen bits of the content follow.
const HEADER_BITS: usize = 9;

/// Longer pastes are cut before they are read: a whole mail thread is not needed.
const MOST_CHARACTERS: usize = 20_000;

/// What a symbol counts as that stands in no alphabet of ours.
const UNREADABLE: u8 = 32;

/// What a code is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// From the office to a walker.
    Invitation,
    /// From a walker back to the office.
    Result,
    /// From whoever played a phone outside, back to the office.
    Call,
}

impl Kind {
    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Result => "result",
            Self::Call => "call",
        }
    }
}

/// A code whose letters are right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Opened {
    /// In which form.
    pub(super) version: u64,
    /// Which of them.
    pub(super) kind: Kind,
    /// The leading sixteen bits: whose code this is.
    pub(super) lead: u16,
    /// The content, with the filling at its end.
    pub(super) body: Bits,
}

/// Writes a code. A body that does not fit into [`MOST_GROUPS`] is cut, so that nobody can read it by mistake; the
/// catalogue's test keeps that from happening.
pub(super) fn seal(version: u64, kind: Kind, lead: u16, body: &Bits) -> String {
    let needed = HEADER_BITS + 16 + body.len() + CHECKSUM_BITS;
    let groups = needed.div_ceil(GROUP_BITS).min(MOST_GROUPS);
    let mut bits = Bits::default();
    bits.put(version, 2);
    bits.put(u64::from(kind != Kind::Invitation), 1);
    bits.put(groups as u64, 6);
    bits.put(u64::from(lead), 16);
    bits.0.extend(&body.0);
    bits.0.resize(groups * GROUP_BITS - CHECKSUM_BITS, false);
    bits.put(checksum(&bits), CHECKSUM_BITS);

    let group = |(position, chunk): (usize, &[bool])| {
        let data: Vec<u8> = chunk.chunks(5).map(|b| b.iter().fold(0, |v, bit| v << 1 | u8::from(*bit))).collect();
        let check = check_letter(position, &data);
        data.into_iter().chain([check]).map(letter).collect::<String>()
    };
    bits.0.chunks(GROUP_BITS).enumerate().map(group).collect::<Vec<_>>().join("-")
}

/// Reads a code out of pasted text: lower case, blanks, line breaks, hyphens, quote marks and the words around it do
/// not matter.
pub(super) fn open(text: &str) -> Result<Opened, CodeError> {
    let pasted = Pasted::read(invitation::without_scheme(text));
    let Some(best) = pasted.best_start() else { return pasted.fragment() };
    let Some(header) = best.header else {
        // The first group is wrong, or a letter too many or too few moved what follows: the other groups know their
        // places, so this is a code.
        let group = (0..MOST_GROUPS).find(|g| !pasted.group_fits(best.word, *g)).unwrap_or(0);
        return Err(pasted.mistyped(best.word, group));
    };
    if !header.is_known() {
        return Err(CodeError::OtherVersion);
    }
    if let Some(group) = (0..best.considered).find(|g| !pasted.group_fits(best.first, *g)) {
        return Err(pasted.mistyped(best.first, group));
    }
    if best.considered < header.groups {
        return Err(CodeError::Cut { missing: header.groups * GROUP - pasted.after(best.first) });
    }
    let mut bits = Bits::default();
    for group in 0..header.groups {
        for symbol in pasted.group(best.first, group).iter().take(GROUP - 1) {
            bits.put(u64::from(*symbol), 5);
        }
    }
    let content = bits.len().saturating_sub(CHECKSUM_BITS);
    let written = Bits(bits.0.split_off(content));
    if written.reader().take(CHECKSUM_BITS)? != checksum(&bits) {
        return Err(CodeError::Changed);
    }
    let body = Bits(bits.0.split_off(HEADER_BITS + 16));
    Ok(Opened { version: header.version, kind: header.kind, lead: header.lead, body })
}

/// Where a code may begin, and how well it fits there.
struct Start {
    word: isize,
    first: isize,
    header: Option<Header>,
    considered: usize,
    passed: usize,
}

/// The first group.
#[derive(Clone, Copy)]
struct Header {
    version: u64,
    kind: Kind,
    groups: usize,
    lead: u16,
}

impl Header {
    /// True for a form that this program reads.
    fn is_known(self) -> bool {
        match self.kind {
            Kind::Invitation | Kind::Result => matches!(self.version, VERSION | WITH_VOICE),
            Kind::Call => true,
        }
    }

    /// True for as many groups as a code of ours has.
    fn is_likely(self) -> bool {
        let most = match self.kind {
            Kind::Invitation => INVITATION_GROUPS,
            Kind::Result | Kind::Call => LIKELY_GROUPS,
        };
        (FEWEST_GROUPS..=most).contains(&self.groups)
    }
}

/// The symbols of a pasted text, and the places where a word begins.
struct Pasted {
    symbols: Vec<u8>,
    words: Vec<usize>,
}

impl Pasted {
    fn read(text: &str) -> Self {
        let mut text: String = text.chars().take(MOST_CHARACTERS).collect();
        // Blanks and quote marks as mail programs and web pages write them.
        for junk in ["&gt;", "&lt;", "&quot;", "&nbsp;", "&amp;", "=20", "=C2=A0"] {
            text = text.replace(junk, " ");
        }
        let mut pasted = Self { symbols: Vec::new(), words: Vec::new() };
        let mut inside = false;
        for character in text.chars() {
            let symbol = symbol(character);
            if let Some(symbol) = symbol {
                if !inside {
                    pasted.words.push(pasted.symbols.len());
                }
                pasted.symbols.push(symbol);
            }
            inside = symbol.is_some();
        }
        pasted
    }

    /// Symbols from `start` on.
    fn after(&self, start: isize) -> usize {
        self.symbols.len().saturating_add_signed(-start)
    }

    fn group(&self, start: isize, group: usize) -> &[u8] {
        let first = start + isize::try_from(group * GROUP).unwrap_or(isize::MAX / 2);
        let end = usize::try_from(first + GROUP.cast_signed()).unwrap_or(0).min(self.symbols.len());
        let first = usize::try_from(first).unwrap_or(0).min(end);
        self.symbols.get(first..end).unwrap_or_default()
    }

    fn group_fits(&self, start: isize, group: usize) -> bool {
        match self.group(start, group).split_last() {
            Some((check, data)) if data.len() == GROUP - 1 => {
                data.iter().all(|s| *s < UNREADABLE) && check_letter(group, data) == *check
            }
            Some(_) | None => false,
        }
    }

    fn header(&self, start: isize) -> Option<Header> {
        let mut bits = Bits::default();
        for symbol in self.group(start, 0).iter().take(GROUP - 1) {
            bits.put(u64::from(*symbol), 5);
        }
        bits.0.resize(GROUP_BITS, false);
        let mut reader = bits.reader();
        let version = reader.take(2).ok()?;
        let kind = match (reader.take(1).ok()?, version) {
            (0, _) => Kind::Invitation,
            (_, OF_A_CALL) => Kind::Call,
            _ => Kind::Result,
        };
        let groups = usize::try_from(reader.take(6).ok()?).ok()?;
        Some(Header { version, kind, groups, lead: reader.take_u16().ok()? })
    }

    fn start(&self, word: isize, shift: isize) -> Start {
        let first = word + shift;
        let header = self.group_fits(first, 0).then(|| self.header(first)).flatten();
        let complete = self.after(first) / GROUP;
        let considered = complete.min(header.map_or(MOST_GROUPS, |h| h.groups));
        let passed = (0..considered).filter(|g| self.group_fits(first, *g)).count();
        Start { word, first, header, considered, passed }
    }

    /// The place where most groups fit. Only where no word begins a code, one place to the left and to the right is
    /// tried too: a letter too many or too few in the first group shifts everything.
    fn best_start(&self) -> Option<Start> {
        self.best_shifted(&[0]).or_else(|| self.best_shifted(&[-1, 1]))
    }

    fn best_shifted(&self, shifts: &[isize]) -> Option<Start> {
        let mut best: Option<Start> = None;
        for word in &self.words {
            for shift in shifts {
                let found = self.start(word.cast_signed(), *shift);
                if best.as_ref().is_none_or(|b| found.passed > b.passed) {
                    best = Some(found);
                }
            }
        }
        best.filter(|b| self.is_code(b))
    }

    /// One group in 32 fits by chance, so ordinary words must not pass for a mistyped code.
    fn is_code(&self, start: &Start) -> bool {
        let most_fit = start.passed * 2 >= start.considered;
        let Some(header) = start.header else { return start.passed >= 2 && most_fit };
        if !header.is_known() {
            return start.passed >= 2 && most_fit;
        }
        let length = self.after(start.first);
        let about_right = (header.groups * GROUP).abs_diff(length) <= GROUP;
        header.groups >= FEWEST_GROUPS && (most_fit || about_right || self.group_fits(start.first, 1))
    }

    /// A text without one whole group: the very beginning of a code, or none.
    fn fragment(&self) -> Result<Opened, CodeError> {
        let header = self.header(0).filter(|h| h.is_known() && h.is_likely());
        match header {
            Some(header) if (2..GROUP).contains(&self.symbols.len()) => {
                Err(CodeError::Cut { missing: header.groups * GROUP - self.symbols.len() })
            }
            Some(_) | None => Err(CodeError::NotACode),
        }
    }

    fn mistyped(&self, start: isize, group: usize) -> CodeError {
        let text = self.group(start, group).iter().map(|s| letter(*s)).collect();
        CodeError::Mistyped { group: group + 1, text }
    }
}

/// What a character means; none for blanks and marks between letters.
fn symbol(character: char) -> Option<u8> {
    let upper = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        'U' => 'V',
        other => other,
    };
    if !upper.is_alphanumeric() {
        return None;
    }
    let place = ALPHABET.iter().position(|a| char::from(*a) == upper);
    Some(place.and_then(|p| u8::try_from(p).ok()).unwrap_or(UNREADABLE))
}

fn letter(symbol: u8) -> char {
    ALPHABET.get(usize::from(symbol)).map_or('?', |a| char::from(*a))
}

/// The sixth letter. Over the field of 32 elements each place has a weight of its own (2, 4, 8, 16, 5; the check
/// letter's is 1), so every single wrong letter and every swap of two letters in a group changes the sum. The group's
/// position is added, so that whole groups cannot change places.
fn check_letter(position: usize, data: &[u8]) -> u8 {
    let weighted = data.iter().rev().fold(0, |sum, d| double(sum ^ (d & 31)));
    // 31 positions, then again: groups that far apart are told apart by the checksum.
    weighted ^ u8::try_from(position % 31 + 1).unwrap_or(0)
}

/// Times two modulo x^5 + x^2 + 1, a primitive polynomial.
const fn double(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 32 == 0 { shifted } else { (shifted ^ 0b10_0101) & 31 }
}

fn checksum(bits: &Bits) -> u64 {
    u64::from(short_hash(&bits.to_bytes()))
}

#[cfg(test)]
#[path = "letters_tests.rs"]
mod tests;

//! Masks what machines say of themselves. Names of products, versions, ports and times stay; addresses, host names, mail
//! addresses, hardware addresses and serial numbers go. What was equal stays equal, and nothing else becomes it.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::domain::redact::{MASKED, Mask};

/// Pairs of digits in a hardware address.
const PAIRS: usize = 6;
/// Digits in a hardware address.
const DIGITS: usize = 12;

/// What stands before a serial number with a colon or the like between them.
const SERIAL: [&str; 6] = ["sn", "s/n", "serial", "serialno", "serialnumber", "serial-number"];
/// What may stand between the word and the number.
const SERIAL_GOES_ON: [&str; 3] = ["number", "no", "nr"];

impl Mask {
    /// Product names and versions stay; what names a machine or somebody does not.
    pub(super) fn text(&mut self, text: &str) -> String {
        let mut serial_follows = false;
        let mut words = Vec::new();
        for word in text.split_whitespace() {
            words.push(match serial_of(word).filter(|_| serial_follows) {
                Some(number) => word.replace(number, &self.serial(number)),
                None => self.word(word),
            });
            serial_follows = announces_serial(word) || (serial_follows && goes_on(word));
        }
        words.join(" ")
    }

    fn word(&mut self, word: &str) -> String {
        let edge = |c: char| "()<>,;\"'".contains(c);
        // Brackets belong to an IPv6 address with a port.
        let socket = word.trim_matches(edge).trim_end_matches('.');
        if let Ok(at) = socket.parse::<SocketAddr>() {
            let masked = SocketAddr::new(self.ip(at.ip()), at.port());
            return word.replace(socket, &masked.to_string());
        }
        let bare = word.trim_matches(|c| edge(c) || "[]".contains(c)).trim_end_matches('.');
        if let Ok(ip) = bare.parse::<IpAddr>() {
            return word.replace(bare, &self.ip(ip).to_string());
        }
        // What FreePBX calls itself has a version of three parts or of four.
        let told =
            bare.strip_prefix("FPBX-").map_or(bare, |v| v.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'));
        let is_v4 = |part: &str| part.trim_matches('.').parse::<Ipv4Addr>().is_ok();
        let is_v6 = |part: &str| part.trim_matches('.').parse::<Ipv6Addr>().is_ok_and(|ip| !ip.is_unspecified());
        let holds_address = told.split(|c: char| !c.is_ascii_digit() && c != '.').any(is_v4)
            || told.split(|c: char| !c.is_ascii_hexdigit() && !".:".contains(c)).any(is_v6);
        let names_host = told.split(|c: char| !c.is_alphanumeric() && !"-._".contains(c)).any(is_host);
        if bare.contains('@') || holds_address || names_host {
            return MASKED.to_owned();
        }
        let word = self.hardware(word);
        self.serials(&word)
    }

    /// `00:04:13:2F:1A:2B`, `00-04-13-2f-1a-2b`, `0004.132f.1a2b` and `0004132F1A2B`, alone or beside other signs.
    fn hardware(&mut self, word: &str) -> String {
        let in_pairs = [':', '-'].into_iter().fold(word.to_owned(), |word, mark| {
            each_run(&word, |c| c.is_ascii_alphanumeric() || c == mark, |run| self.pairs(run, mark))
        });
        let in_fours = each_run(&in_pairs, |c| c.is_ascii_alphanumeric() || c == '.', |run| self.fours(run));
        let is_whole = |run: &str| run.len() == DIGITS && run.contains(|c: char| c.is_ascii_digit()) && !is_time(run);
        each_run(
            &in_fours,
            |c| c.is_ascii_hexdigit(),
            |run| is_whole(run).then(|| self.place_of_hardware(run, DIGITS, "")),
        )
    }

    /// Six pairs or more in a row. An IPv6 address can hold as many.
    fn pairs(&mut self, run: &str, mark: char) -> Option<String> {
        if run.parse::<Ipv6Addr>().is_ok() {
            return None;
        }
        let parts: Vec<&str> = run.split(mark).collect();
        let rows: Vec<&[&str]> = parts.chunk_by(|a, b| is_hex(a, 2) == is_hex(b, 2)).collect();
        let is_hardware = |row: &[&str]| row.len() >= PAIRS && row.iter().all(|p| is_hex(p, 2));
        let mark = mark.to_string();
        rows.iter().any(|row| is_hardware(row)).then(|| {
            let shown = rows.into_iter().map(|row| {
                let row_text = row.join(&mark);
                if is_hardware(row) { self.place_of_hardware(&row_text, 2, &mark) } else { row_text }
            });
            shown.collect::<Vec<_>>().join(&mark)
        })
    }

    /// With digits alone it is a version, except where it stands for one already.
    fn fours(&mut self, run: &str) -> Option<String> {
        let parts: Vec<&str> = run.split('.').collect();
        let is_hardware = parts.len() == 3 && parts.iter().all(|p| is_hex(p, 4));
        let is_meant = run.contains(|c: char| c.is_ascii_alphabetic()) || run.starts_with("0200.0000.");
        (is_hardware && is_meant).then(|| self.place_of_hardware(run, 4, "."))
    }

    /// Its place among those that were met, written in the same way.
    pub(super) fn place_of_hardware(&mut self, text: &str, group: usize, mark: &str) -> String {
        let digits = self.hardware_digits(text);
        let groups = (0..DIGITS).step_by(group).filter_map(|at| digits.get(at..at + group));
        groups.collect::<Vec<_>>().join(mark)
    }

    /// `SN:4MM00F801234` and `(S/N=4MM00F801234)`.
    fn serials(&mut self, word: &str) -> String {
        let lower = word.to_ascii_lowercase();
        let mut shown = String::new();
        let mut kept = 0;
        for (at, sign) in word.char_indices().filter(|(_, c)| ":=#".contains(*c)) {
            let from = at + sign.len_utf8();
            let is_announced = SERIAL.iter().any(|name| {
                let before = lower.get(kept..at).and_then(|l| l.strip_suffix(name));
                before.is_some_and(|b| !b.ends_with(|c: char| c.is_ascii_alphanumeric()))
            });
            let rest = word.get(from..).unwrap_or_default();
            let number =
                rest.split(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c)).next().unwrap_or_default();
            if is_announced && number.contains(|c: char| c.is_ascii_digit()) {
                shown.push_str(word.get(kept..from).unwrap_or_default());
                shown.push_str(&self.serial(number));
                kept = from + number.len();
            }
        }
        shown + word.get(kept..).unwrap_or_default()
    }

    fn serial(&mut self, number: &str) -> String {
        format!("{MASKED}{}", self.place_of_machine(number))
    }
}

/// `SN:`, `(S/N`, `serial`, `number`: the next word is the number.
fn announces_serial(word: &str) -> bool {
    let last = word.rsplit([';', ',', '(', '[', '<', '"']).next().unwrap_or_default();
    let name = last.trim_end_matches([':', '=', '#', '.']);
    // A model may be called `SN 4120`.
    SERIAL.iter().any(|s| name.eq_ignore_ascii_case(s)) && (name.len() > 2 || last.ends_with([':', '=', '#']))
}

fn goes_on(word: &str) -> bool {
    let name = word.trim_end_matches([':', '=', '#', '.']);
    name.is_empty() || SERIAL_GOES_ON.iter().any(|s| name.eq_ignore_ascii_case(s))
}

fn serial_of(word: &str) -> Option<&str> {
    let number = word.trim_matches(|c: char| "()<>[],.:;\"'".contains(c));
    let belongs = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
    let is_number = number.len() >= 4 && number.chars().all(belongs) && number.contains(|c: char| c.is_ascii_digit());
    is_number.then_some(number)
}

fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| b.is_ascii_hexdigit())
}

/// `202611301200`: the day on which something was built.
fn is_time(digits: &str) -> bool {
    let number = |at: std::ops::Range<usize>| digits.get(at).and_then(|d| d.parse::<u16>().ok()).unwrap_or(u16::MAX);
    (1990..2100).contains(&number(0..4))
        && (1..=12).contains(&number(4..6))
        && (1..=31).contains(&number(6..8))
        && number(8..10) < 24
        && number(10..12) < 60
}

/// `pbx.example.com`, `office.example.com.`; not `16.28.0` and not `FPBX-16.0.40`.
pub(super) fn is_host(part: &str) -> bool {
    part.trim_end_matches('.').rsplit_once('.').is_some_and(|(name, last)| !name.is_empty() && is_top_level(last))
}

/// Ends like a host name rather than a version.
fn is_top_level(label: &str) -> bool {
    let is_coded = label.len() > 4 && label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    is_coded || (label.len() >= 2 && label.chars().all(char::is_alphabetic))
}

/// Puts something else in the place of runs of such characters, where `other` has something.
pub(super) fn each_run(
    text: &str,
    belongs: impl Fn(char) -> bool,
    mut other: impl FnMut(&str) -> Option<String>,
) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(&belongs) {
        let (before, from) = rest.split_at(start);
        let (run, after) = from.split_at(from.find(|c| !belongs(c)).unwrap_or(from.len()));
        out.push_str(before);
        out.push_str(&other(run).unwrap_or_else(|| run.to_owned()));
        rest = after;
    }
    out + rest
}

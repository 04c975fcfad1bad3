//! Masks lines of the log file as they come. Stricter than a report: a line that holds a path, a hardware address or
//! somebody's name for a machine loses it whole.

use crate::domain::redact::Mask;

/// Longest line that is kept.
const MOST_LETTERS: usize = 240;

/// Stands for the rest of a line that names a file: its folder may be called like its owner.
const PATH: &str = "(path)";
/// Stands for a hardware address.
const HARDWARE: &str = "(hardware)";

/// Masks line after line; what is equal stays equal.
#[derive(Debug, Default)]
pub struct LineMask(Mask);

impl LineMask {
    /// The line without what names anybody.
    pub fn line(&mut self, line: &str) -> String {
        let mut kept = Vec::new();
        for word in line.split_whitespace() {
            if word.contains('\\') || word.matches('/').count() > 1 || word.starts_with(['/', '~']) {
                // What follows may be the rest of the path: names of folders have blanks.
                kept.push(PATH.to_owned());
                break;
            }
            kept.push(if is_hardware(word) { HARDWARE.to_owned() } else { self.0.text(word) });
        }
        kept.join(" ").chars().filter(|c| !c.is_control()).take(MOST_LETTERS).collect()
    }
}

fn is_hardware(word: &str) -> bool {
    let bare = word.trim_matches(|c: char| !c.is_ascii_hexdigit());
    [':', '-'].iter().any(|mark| {
        let parts: Vec<&str> = bare.split(*mark).collect();
        parts.len() == 6 && parts.iter().all(|p| p.len() == 2 && p.chars().all(|c| c.is_ascii_hexdigit()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_names_somebody_goes_and_the_rest_stays() {
        let mut mask = LineMask::default();
        for (line, expected) in [
            ("FRITZ!Box 7590 07.57", "FRITZ!Box 7590 07.57"),
            ("Permission denied (os error 13): /home/berta muster/x y", "Permission denied (os error 13): (path)"),
            ("cannot open C:\\Users\\Berta Muster\\x", "cannot open (path)"),
            ("no answer of 203.0.113.77:5060", "no answer of 203.0.113.1:5060"),
            ("again 203.0.113.77", "again 203.0.113.1"),
            ("berta@muster.de at pbx.muster.de", "masked at masked"),
            ("arp 00:0b:82:11:22:33 and 00-0B-82-11-22-33", "arp (hardware) and (hardware)"),
            ("sip:8.8.8.8;lr", "masked"),
            ("a\u{7}b", "ab"),
        ] {
            assert_eq!(mask.line(line), expected);
        }
        assert_eq!(mask.line(&"x".repeat(9000)).len(), MOST_LETTERS);
    }
}

//! Masks lines of the log file as they come. Stricter than a report: a line that holds a path loses it whole.

use crate::domain::redact::Mask;

/// Longest line that is kept.
const MOST_LETTERS: usize = 240;

/// Stands for the rest of a line that names a file: its folder may be called like its owner.
const PATH: &str = "(path)";

/// Masks line after line; what is equal stays equal.
#[derive(Debug, Default)]
pub struct LineMask(Mask);

impl LineMask {
    /// The line without what names anybody.
    pub fn line(&mut self, line: &str) -> String {
        // A sign that is not shown must not part what is masked in one piece.
        let line: String = line.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
        let is_path = |w: &str| w.contains('\\') || w.matches('/').count() > 1 || w.starts_with(['/', '~']);
        let words: Vec<&str> = line.split_whitespace().collect();
        // What follows may be the rest of the path: names of folders have blanks.
        let (kept, path) = words.split_at(words.iter().position(|w| is_path(w)).unwrap_or(words.len()));
        let text = self.0.text(&kept.join(" "));
        let parts = [text.as_str(), if path.is_empty() { "" } else { PATH }];
        let shown: Vec<&str> = parts.into_iter().filter(|p| !p.is_empty()).collect();
        shown.join(" ").chars().take(MOST_LETTERS).collect()
    }
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
            ("arp 00:0b:82:11:22:33 and 00-0B-82-11-22-33", "arp 02:00:00:00:00:01 and 02-00-00-00-00-01"),
            (
                "Gigaset N510 IP PRO/42.250.00.000.000;7C2F80A1B2C3 at 09:45:00",
                "Gigaset N510 IP PRO/42.250.00.000.000;020000000002 at 09:45:00",
            ),
            ("Cisco-CP-8851-3PCC/11.0.1 (00562b043615)", "Cisco-CP-8851-3PCC/11.0.1 (020000000003)"),
            ("SN:4MM00F801234, s/n 4mm00f801234: busy", "SN:masked1, s/n masked1: busy"),
            ("sip:pbx.muster.de;transport=udp of pbx.muster.de.", "masked of masked"),
            ("7C2F80\u{7}A1B2C3", "020000000002"),
            ("sip:8.8.8.8;lr", "masked"),
            ("a\u{7}b", "ab"),
        ] {
            assert_eq!(mask.line(line), expected);
        }
        assert_eq!(mask.line(&"x".repeat(9000)).len(), MOST_LETTERS);
    }
}

//! What a peer said, as one short line that people may be shown: nothing in it moves, hides or turns round what stands
//! beside it.

/// Longest text kept of a peer.
const LONGEST_SEEN: usize = 200;

/// Text as UTF-8 where it is, else as Latin-1: old phone systems send their owner's umlauts that way.
pub(crate) fn text(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|b| char::from(*b)).collect(), str::to_owned)
}

/// One line of what a peer sent: control and invisible characters out, blanks folded, cut. None when nothing is left.
pub(crate) fn one_line(bytes: &[u8]) -> Option<String> {
    // A cut may split a character: what precedes it is still UTF-8 then.
    let start = match bytes.get(..4 * LONGEST_SEEN).map(|cut| (cut, std::str::from_utf8(cut))) {
        None => bytes,
        Some((cut, Err(e))) if e.error_len().is_none() => cut.get(..e.valid_up_to()).unwrap_or_default(),
        Some((cut, Ok(_) | Err(_))) => cut,
    };
    let visible: String = text(start).chars().map(|c| if is_shown(c) { c } else { ' ' }).collect();
    let folded = visible.split_whitespace().collect::<Vec<_>>().join(" ");
    (!folded.is_empty()).then(|| shorten(&folded))
}

/// Cut, and then without the blank that the cut may have left at its end: kept lines are compared.
pub(crate) fn shorten(text: &str) -> String {
    text.chars().take(LONGEST_SEEN).collect::<String>().trim_end().to_owned()
}

/// False for control characters and for those that reorder or hide text, so that a peer cannot forge a line.
fn is_shown(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_carries_no_control_characters_and_is_cut() {
        assert_eq!(one_line(b"220 \x1b[31mhi\r\nthere\0"), Some("220 [31mhi there".to_owned()));
        assert_eq!(one_line(b"\r\n\0 "), None);
        assert_eq!(one_line(b"Caf\xe9"), Some("Caf\u{e9}".to_owned()));
        assert_eq!(one_line("a\u{202e}b".as_bytes()), Some("a b".to_owned()));
        assert_eq!(one_line("\u{20ac}".repeat(5000).as_bytes()).unwrap().chars().count(), LONGEST_SEEN);
    }
}

//! Sixteen bits made of what stays the same between two answers of one machine. Must not be fed tags, ids, dates,
//! salts or cookies.

use sha2::{Digest as _, Sha256};

use crate::domain::probe::Fingerprint;

/// Fingerprint of these parts. Letter case and blanks do not count; the order of the parts does.
pub fn of(parts: &[&str]) -> Fingerprint {
    let normal: Vec<String> =
        parts.iter().map(|p| p.split_whitespace().collect::<Vec<_>>().join(" ").to_ascii_lowercase()).collect();
    of_bytes(normal.join("\n").as_bytes())
}

/// Fingerprint of bytes that count as they are, such as a public key.
pub fn of_bytes(bytes: &[u8]) -> Fingerprint {
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    let [first, second, ..] = digest;
    Fingerprint(u16::from_be_bytes([first, second]))
}

/// A comma-separated list in a fixed order, each word once.
pub fn sorted_list<'a>(values: impl Iterator<Item = &'a str>) -> String {
    let words: std::collections::BTreeSet<String> =
        values.flat_map(|v| v.split(',')).map(|w| w.trim().to_ascii_lowercase()).filter(|w| !w.is_empty()).collect();
    words.into_iter().collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_blanks_and_order_of_a_list_do_not_count() {
        assert_eq!(of(&["sip", "Asterisk  PBX 16 "]), of(&["SIP", "asterisk pbx 16"]));
        assert_ne!(of(&["sip", "asterisk"]), of(&["asterisk", "sip"]));
        assert_eq!(sorted_list(["INVITE, ack,", "BYE"].into_iter()), "ack,bye,invite");
    }

    #[test]
    fn it_is_the_start_of_the_sha_256() {
        // SHA-256 of "abc" begins ba7816bf (FIPS 180-2, appendix B.1).
        assert_eq!(of_bytes(b"abc"), Fingerprint(0xba78));
    }
}

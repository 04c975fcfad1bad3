//! Unpacks what the build script packed into the program: five languages of words alone are a megabyte.

/// The longest embedded file, many times over: what is longer is no file of ours.
const LONGEST: usize = 4 << 20;

/// An embedded file. Empty where it is damaged, which only a test can meet: every reader of such files says so then.
pub fn unpacked(packed: &[u8]) -> String {
    let bytes = miniz_oxide::inflate::decompress_to_vec_with_limit(packed, LONGEST).unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back_and_what_is_damaged_is_nothing() {
        let words = "Eingang für Anrufe\n".repeat(100);
        let packed = miniz_oxide::deflate::compress_to_vec(words.as_bytes(), 9);
        assert!(packed.len() < words.len() / 10);
        assert_eq!(unpacked(&packed), words);
        assert_eq!(unpacked(packed.get(..packed.len() / 2).unwrap()), "");
        assert_eq!(unpacked(b"no packed file"), "");
    }
}

//! Files that people hand in: as much of one as can be of use, in whichever encoding a program has saved it. The shell of
//! Windows redirects into UTF-16, and editors put a mark before UTF-8.

use std::io::{self, Read};

/// What is in a file of at most so many letters, in UTF-8 without a mark. Of a longer one enough is read to tell.
pub(super) fn read_whole(file: impl Read, most: usize) -> io::Result<Vec<u8>> {
    // UTF-16 has two bytes where UTF-8 has one, and a mark of two.
    let most_bytes = most.saturating_mul(2).saturating_add(4);
    let mut bytes = Vec::new();
    file.take(u64::try_from(most_bytes).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    Ok(match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, text @ ..] => text.to_vec(),
        [0xFF, 0xFE, text @ ..] => from_utf16(text, u16::from_le_bytes),
        [0xFE, 0xFF, text @ ..] => from_utf16(text, u16::from_be_bytes),
        _ => bytes,
    })
}

fn from_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Vec<u8> {
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.try_into().ok()).map(unit);
    char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>().into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_encoding_reads_the_same() {
        let text = "{ \"schema\": 1, \"é\": \"😀\" }\r\n";
        let units = || text.encode_utf16();
        let encodings: [Vec<u8>; 4] = [
            text.as_bytes().to_vec(),
            [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
            [0xFF, 0xFE].into_iter().chain(units().flat_map(u16::to_le_bytes)).collect(),
            [0xFE, 0xFF].into_iter().chain(units().flat_map(u16::to_be_bytes)).collect(),
        ];
        for bytes in encodings {
            let read = read_whole(bytes.as_slice(), text.len()).unwrap();
            assert_eq!(String::from_utf8_lossy(&read), text, "{:02x?}", &bytes[..3]);
        }
        let endless = read_whole(io::repeat(b'x'), 1000).unwrap();
        assert!(endless.len() > 1000 && endless.len() < 3000, "enough to tell that it is too long");
    }
}

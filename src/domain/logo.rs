//! A vendor's logo: a small PNG, looked at before anything decodes it. A picture that is too large, or that was copied
//! only in part, is none.

use std::sync::Arc;

/// Largest file.
pub const MOST_BYTES: usize = 64 * 1024;
/// Widest picture, in pixels.
pub const MOST_WIDTH: u32 = 800;
/// Highest picture, in pixels.
pub const MOST_HEIGHT: u32 = 400;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A whole PNG of a size that can be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    /// The file.
    pub png: Arc<[u8]>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Nobody wants to read the bytes.
impl std::fmt::Debug for Logo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Logo({} × {})", self.width, self.height)
    }
}

/// Why a file is no logo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLogo {
    /// It is not there, or cannot be read.
    Missing,
    /// Too many bytes.
    TooLarge,
    /// Another kind of file.
    NotPng,
    /// It ends too early, or something in it was changed.
    Damaged,
    /// Too wide or too high.
    TooManyPixels,
}

impl NoLogo {
    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLarge => "too-large",
            Self::NotPng => "not-png",
            Self::Damaged => "damaged",
            Self::TooManyPixels => "too-many-pixels",
        }
    }
}

impl Logo {
    /// Looks at a file: its parts with their check sums, from the first to the last, and the size that it names.
    pub fn read(png: &[u8]) -> Result<Self, NoLogo> {
        if png.len() > MOST_BYTES {
            return Err(NoLogo::TooLarge);
        }
        let mut rest = png.strip_prefix(SIGNATURE).ok_or(NoLogo::NotPng)?;
        let mut size = None;
        loop {
            let (part, after) = Part::split(rest).ok_or(NoLogo::Damaged)?;
            rest = after;
            match (part.kind, size) {
                (b"IHDR", None) => size = Some(part.size().ok_or(NoLogo::Damaged)?),
                (_, None) => return Err(NoLogo::Damaged),
                (b"IEND", Some((width, height))) => {
                    if width > MOST_WIDTH || height > MOST_HEIGHT {
                        return Err(NoLogo::TooManyPixels);
                    }
                    return Ok(Self { png: png.into(), width, height });
                }
                (_, Some(_)) => {}
            }
        }
    }
}

/// One part of a PNG.
struct Part<'p> {
    kind: &'p [u8; 4],
    body: &'p [u8],
}

impl<'p> Part<'p> {
    /// The first part, if it is whole, and what follows it.
    fn split(bytes: &'p [u8]) -> Option<(Self, &'p [u8])> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (summed, after) = rest.split_at_checked(length.checked_add(4)?)?;
        let (sum, after) = after.split_first_chunk::<4>()?;
        let (kind, body) = summed.split_first_chunk::<4>()?;
        let whole = kind.iter().all(u8::is_ascii_alphabetic) && check_sum(summed) == u32::from_be_bytes(*sum);
        whole.then_some((Self { kind, body }, after))
    }

    /// Width and height, of the first part.
    fn size(&self) -> Option<(u32, u32)> {
        let (width, rest) = self.body.split_first_chunk::<4>()?;
        let (height, rest) = rest.split_first_chunk::<4>()?;
        let (width, height) = (u32::from_be_bytes(*width), u32::from_be_bytes(*height));
        (width > 0 && height > 0 && rest.len() == 5).then_some((width, height))
    }
}

/// CRC-32 as PNG has it (ISO 3309).
fn check_sum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, _: u8| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(!0, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), step))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLE: &[u8] = include_bytes!("../../assets/vendor/example-logo.png");

    #[test]
    fn the_example_is_one_and_no_cut_of_it_is() {
        let logo = Logo::read(EXAMPLE).unwrap();
        assert!(logo.width > 100 && logo.height > 20, "{logo:?}");
        for length in 0..EXAMPLE.len() {
            assert!(Logo::read(&EXAMPLE[..length]).is_err(), "{length} bytes of it");
        }
        for at in 0..EXAMPLE.len() {
            let mut spoiled = EXAMPLE.to_vec();
            spoiled[at] ^= 0x20;
            assert!(Logo::read(&spoiled).is_err(), "with byte {at} changed");
        }
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        assert_eq!(Logo::read(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), Err(NoLogo::NotPng));
        assert_eq!(Logo::read(&vec![0; MOST_BYTES + 1]), Err(NoLogo::TooLarge));
        // A picture of a few bytes that would fill all memory.
        let mut header = b"IHDR".to_vec();
        header.extend([0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0]);
        let mut bomb = SIGNATURE.to_vec();
        for part in [header.as_slice(), b"IEND"] {
            bomb.extend(u32::try_from(part.len() - 4).unwrap().to_be_bytes());
            bomb.extend(part);
            bomb.extend(check_sum(part).to_be_bytes());
        }
        assert_eq!(Logo::read(&bomb), Err(NoLogo::TooManyPixels));
    }
}

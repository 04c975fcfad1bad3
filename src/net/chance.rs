//! Random bytes, for names that nobody can guess, and how they are written.

use std::io;

use crate::domain::probe::Measured;
use crate::net::socket::failed;

/// Random bytes that nobody can guess.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Measured> {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).map_err(|e| failed("random", &io::Error::other(e.to_string())))?;
    Ok(bytes)
}

/// Bytes as lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _infallible = write!(text, "{byte:02x}");
        text
    })
}

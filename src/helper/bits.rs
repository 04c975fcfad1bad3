//! Bits in a row, as the content of a code is written and read. Knows neither letters nor meanings.

use sha2::{Digest as _, Sha256};

use crate::helper::letters::{CodeError, GROUP_BITS};

/// Bits in the order in which they are written.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Bits(pub(super) Vec<bool>);

impl Bits {
    /// Appends the lowest `count` bits of `value`, highest first.
    pub(super) fn put(&mut self, value: u64, count: usize) {
        self.0.extend((0..count).rev().map(|i| value >> i & 1 == 1));
    }

    /// Appends bytes.
    pub(super) fn put_bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.put(u64::from(*byte), 8);
        }
    }

    /// How many bits.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// As bytes, the last one filled with zeros.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let byte = |bits: &[bool]| bits.iter().enumerate().fold(0, |b, (i, bit)| b | u8::from(*bit) << (7 - i));
        self.0.chunks(8).map(byte).collect()
    }

    /// Reads from the first bit on.
    pub(super) fn reader(&self) -> Reader<'_> {
        Reader(&self.0)
    }
}

/// Takes bits off the front. Too few bits mean that somebody changed the code, since its length was checked before.
pub(super) struct Reader<'a>(&'a [bool]);

impl Reader<'_> {
    /// The next `count` bits as a number.
    pub(super) fn take(&mut self, count: usize) -> Result<u64, CodeError> {
        let (now, later) = self.0.split_at_checked(count).ok_or(CodeError::Changed)?;
        self.0 = later;
        Ok(now.iter().fold(0, |value, bit| value << 1 | u64::from(*bit)))
    }

    /// The same, and puts the bits into `read` for a proof over them.
    pub(super) fn take_noted(&mut self, count: usize, read: &mut Bits) -> Result<u64, CodeError> {
        let value = self.take(count)?;
        read.put(value, count);
        Ok(value)
    }

    /// The next sixteen bits.
    pub(super) fn take_u16(&mut self) -> Result<u16, CodeError> {
        u16::try_from(self.take(16)?).map_err(|_| CodeError::Changed)
    }

    /// The next bytes.
    pub(super) fn take_bytes<const N: usize>(&mut self) -> Result<[u8; N], CodeError> {
        let mut bytes = [0; N];
        for byte in &mut bytes {
            *byte = u8::try_from(self.take(8)?).map_err(|_| CodeError::Changed)?;
        }
        Ok(bytes)
    }

    /// What is left must be filling: less than a group, and nothing set.
    pub(super) fn finish(self) -> Result<(), CodeError> {
        if self.0.len() < GROUP_BITS && !self.0.contains(&true) { Ok(()) } else { Err(CodeError::Changed) }
    }
}

/// The first sixteen bits of SHA-256.
pub(super) fn short_hash(bytes: &[u8]) -> u16 {
    let digest = Sha256::digest(bytes);
    digest.iter().take(2).fold(0, |hash, byte| hash << 8 | u16::from(*byte))
}

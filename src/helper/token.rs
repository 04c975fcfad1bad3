//! The voice token: one datagram of 32 bytes that asks a voice port whether the witness stands behind it, and its
//! answer of the same length. Pure: no socket, no clock. Nobody without the key can make either.

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use crate::domain::invitation::Invitation;
use crate::domain::service::PortRange;

/// Bytes of every token, question and answer alike: what is sent back is never more than what came.
pub const LENGTH: usize = 32;

/// The bytes that are signed; the rest is the proof.
const SIGNED: usize = 20;

/// Begins every token. The first byte is none of those that share voice ports (RFC 7983), so a phone system in a call
/// drops it.
const MAGIC: [u8; 3] = [b'S', b'E', 1];

/// Signs voice tokens. Made of an invitation's secret, which it does not tell.
#[derive(Clone, PartialEq, Eq)]
pub struct VoiceKey([u8; 32]);

impl std::fmt::Debug for VoiceKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("VoiceKey(…)")
    }
}

impl VoiceKey {
    /// The key of an invitation.
    pub fn of(invitation: &Invitation) -> Self {
        Self::of_secret(&invitation.secret)
    }

    /// The key of a secret.
    pub fn of_secret(secret: &[u8; 10]) -> Self {
        let mut block = [0; 64];
        for (to, from) in block.iter_mut().zip(secret) {
            *to = *from;
        }
        Self(keyed(&block, b"separate-entrance 1 voice key"))
    }

    /// Reads [`Self::hex`].
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.is_ascii() {
            return None;
        }
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(text.get(2 * place..2 * place + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// As scripts and requests hold it.
    pub fn hex(&self) -> String {
        use std::fmt::Write as _;
        self.0.iter().fold(String::new(), |mut text, byte| {
            write!(text, "{byte:02x}").ok();
            text
        })
    }

    /// Numbers that both sides could know and a stranger cannot, for choosing ports.
    pub(super) fn dice(&self) -> [u32; 2] {
        let mut rolled = Numbers(&self.sign(b"sample"));
        [rolled.u32(), rolled.u32()]
    }

    fn sign(&self, content: &[u8]) -> [u8; 32] {
        let mut block = [0; 64];
        for (to, from) in block.iter_mut().zip(self.0) {
            *to = from;
        }
        keyed(&block, content)
    }

    fn proves(&self, content: &[u8], proof: &[u8]) -> bool {
        let mut block = [0; 64];
        for (to, from) in block.iter_mut().zip(self.0) {
            *to = from;
        }
        let mut mac = Hmac::<Sha256>::new(&block.into());
        mac.update(content);
        mac.verify_truncated_left(proof).is_ok()
    }
}

/// HMAC-SHA-256 (RFC 2104); a key shorter than a block is filled with zeros.
fn keyed(block: &[u8; 64], content: &[u8]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new(&(*block).into());
    mac.update(content);
    mac.finalize().into_bytes().into()
}

/// What a token says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Are you behind this port?
    Knock,
    /// Yes, and it arrived on this port.
    Answer,
    /// Is this port one that you hold?
    AskHeld,
    /// Whether it is, and how far that goes on both sides.
    TellHeld,
}

impl Purpose {
    const fn letter(self) -> u8 {
        match self {
            Self::Knock => b'Q',
            Self::Answer => b'A',
            Self::AskHeld => b'H',
            Self::TellHeld => b'T',
        }
    }
}

/// A token as data. All numbers big-endian on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it says.
    pub purpose: Purpose,
    /// The outside port it was sent to; of the questions about holding, the port meant.
    pub port: u16,
    /// Of an answer: the inside port on which the question arrived. Of a told holding: 1 held, 0 not. Else 0.
    pub arrived: u16,
    /// Chosen by the walker for each errand.
    pub run: u32,
    /// Counts the tokens of a run; each is answered once.
    pub count: u32,
    /// Of an answer the range that the witness stands for, of a told holding the ports that are alike. Else 0.
    pub range: (u16, u16),
}

impl Token {
    /// A question.
    pub const fn question(purpose: Purpose, port: u16, run: u32, count: u32) -> Self {
        Self { purpose, port, arrived: 0, run, count, range: (0, 0) }
    }

    /// The answer to this question.
    #[must_use]
    pub fn answer(&self, purpose: Purpose, arrived: u16, range: PortRange) -> Self {
        Self { purpose, arrived, range: range.into(), ..*self }
    }

    /// The datagram.
    pub fn encode(&self, key: &VoiceKey) -> [u8; LENGTH] {
        let words = [self.run.to_be_bytes(), self.count.to_be_bytes()].concat();
        let halves = [self.port.to_be_bytes(), self.arrived.to_be_bytes()].concat();
        let range = [self.range.0.to_be_bytes(), self.range.1.to_be_bytes()].concat();
        let signed = MAGIC.into_iter().chain([self.purpose.letter()]).chain(halves).chain(words).chain(range);
        let signed: Vec<u8> = signed.collect();
        let mut datagram = [0; LENGTH];
        for (to, from) in datagram.iter_mut().zip(signed.iter().copied().chain(key.sign(&signed))) {
            *to = from;
        }
        datagram
    }

    /// Reads a datagram. None: not a token, or not under this key.
    pub fn decode(datagram: &[u8], key: &VoiceKey) -> Option<Self> {
        let token = Self::read(datagram)?;
        let (signed, proof) = datagram.split_at_checked(SIGNED)?;
        key.proves(signed, proof).then_some(token)
    }

    /// What a datagram says, whoever made it. Costs nothing, so that strays are dropped before anything is computed.
    pub fn read(datagram: &[u8]) -> Option<Self> {
        let datagram: &[u8; LENGTH] = datagram.try_into().ok()?;
        let (magic, rest) = datagram.split_at_checked(MAGIC.len())?;
        let (letter, rest) = rest.split_first()?;
        let purpose = [Purpose::Knock, Purpose::Answer, Purpose::AskHeld, Purpose::TellHeld];
        let purpose = purpose.into_iter().find(|p| p.letter() == *letter && magic == MAGIC)?;
        let mut rest = Numbers(rest);
        Some(Self {
            purpose,
            port: rest.u16(),
            arrived: rest.u16(),
            run: rest.u32(),
            count: rest.u32(),
            range: (rest.u16(), rest.u16()),
        })
    }
}

/// Takes big-endian numbers off the front. Only for what is known to be long enough: behind the end there are zeros.
struct Numbers<'a>(&'a [u8]);

impl Numbers<'_> {
    fn take(&mut self, bytes: usize) -> u32 {
        let (now, later) = self.0.split_at(bytes.min(self.0.len()));
        self.0 = later;
        now.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
    }

    fn u16(&mut self) -> u16 {
        self.take(2) as u16
    }

    fn u32(&mut self) -> u32 {
        self.take(4)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_pinned_because_old_scripts_speak_it() {
        let key = VoiceKey::of_secret(&[7; 10]);
        let token = Token::question(Purpose::Knock, 10_000, 0x0102_0304, 5);
        let datagram = token.encode(&key);
        assert_eq!(datagram[..SIGNED], *b"SE\x01Q\x27\x10\0\0\x01\x02\x03\x04\0\0\0\x05\0\0\0\0");
        // Checked with Python: hmac.new(hmac.new(b"\x07"*10, b"separate-entrance 1 voice key", sha256).digest(), signed, sha256).
        let proof = datagram[SIGNED..].iter().fold(String::new(), |so_far, b| format!("{so_far}{b:02x}"));
        assert_eq!(proof, "a69146c61ec841148ef387e0");
        assert_eq!(Token::decode(&datagram, &key), Some(token));
    }

    #[test]
    fn one_changed_bit_or_another_key_is_no_token() {
        let key = VoiceKey::of_secret(&[7; 10]);
        let token = Token::question(Purpose::Knock, 10_000, 9, 1);
        let datagram = token.encode(&key);
        for bit in 0..LENGTH * 8 {
            let mut forged = datagram;
            forged[bit / 8] ^= 1 << (bit % 8);
            assert_eq!(Token::decode(&forged, &key), None, "bit {bit}");
        }
        assert_eq!(Token::decode(&datagram, &VoiceKey::of_secret(&[8; 10])), None);
        assert_eq!(Token::decode(&datagram[..31], &key), None);
        assert_eq!(Token::decode(&[datagram.as_slice(), b"x"].concat(), &key), None);
    }

    #[test]
    fn a_question_is_no_answer() {
        let key = VoiceKey::of_secret(&[7; 10]);
        let question = Token::question(Purpose::Knock, 10_000, 9, 1);
        let answer = question.answer(Purpose::Answer, 10_000, (10_000, 20_000).into());
        assert_ne!(question.encode(&key), answer.encode(&key));
        assert_eq!(Token::decode(&answer.encode(&key), &key), Some(answer));
        assert_eq!((answer.run, answer.count, answer.range), (9, 1, (10_000, 20_000)));
    }

    #[test]
    fn the_key_is_not_shown() {
        assert!(!format!("{:?}", VoiceKey::of_secret(&[7; 10])).contains('7'));
    }
}

//! A witness of the practice office: answers voice tokens on the phone system's voice ports. Reads and signs them by
//! the public description of the token and not by the code that sends them.
//!
//! A token has 32 bytes: "SE", version 1, a letter for its purpose (Q knocks, A answers; H asks, T tells which ports
//! are held), the port, the port where it arrived, the errand, its count, a first and a last port, and the first twelve
//! bytes of HMAC-SHA-256 over the twenty bytes before. All numbers are big-endian.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use tokio::net::UdpSocket;

use crate::domain::service::PortRange;
use crate::practice::scenario::WitnessStory;
use crate::practice::street::answer_datagrams;

/// The secret of the code that this witness was given.
pub(super) const SECRET: [u8; 10] = *b"practice-1";

const LENGTH: usize = 32;
const SIGNED: usize = 20;

/// Tokens remembered; a practice walk has a few hundred.
const MOST_SEEN: usize = 100_000;

/// What the ports share.
#[derive(Debug)]
pub(super) struct Witness {
    key: [u8; 32],
    ports: PortRange,
    seen: Mutex<BTreeSet<[u8; 8]>>,
}

impl Witness {
    pub(super) fn new(story: &WitnessStory) -> Arc<Self> {
        let mut key = [0; 32];
        key.copy_from_slice(&signed(&SECRET, b"separate-entrance 1 voice key"));
        Arc::new(Self { key, ports: story.ports, seen: Mutex::default() })
    }

    /// Answers on one port until dropped.
    pub(super) async fn stand(self: Arc<Self>, port: u16, socket: UdpSocket) {
        answer_datagrams(socket, |datagram, _| self.answer(datagram, port).into_iter().collect()).await;
    }

    fn answer(&self, datagram: &[u8], arrived: u16) -> Option<Vec<u8>> {
        let (content, proof) = datagram.split_at_checked(SIGNED).filter(|_| datagram.len() == LENGTH)?;
        if signed(&self.key, content).get(..LENGTH - SIGNED) != Some(proof) {
            return None;
        }
        let (letter, told) = match content.get(..4)? {
            b"SE\x01Q" => (b'A', arrived),
            b"SE\x01H" => (b'T', 1),
            _ => return None,
        };
        let port = content.get(4..6)?;
        let errand = content.get(8..16)?;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.len() >= MOST_SEEN || !seen.insert(errand.try_into().ok()?) {
            return None;
        }
        let mut answer = vec![b'S', b'E', 1, letter];
        answer.extend(port);
        answer.extend(told.to_be_bytes());
        answer.extend(errand);
        answer.extend(self.ports.first.to_be_bytes());
        answer.extend(self.ports.last.to_be_bytes());
        let proof = signed(&self.key, &answer);
        answer.extend(proof.get(..LENGTH - SIGNED)?);
        Some(answer)
    }
}

/// HMAC-SHA-256 under a key that is shorter than a block.
fn signed(key: &[u8], content: &[u8]) -> Vec<u8> {
    let mut block = [0; 64];
    for (to, from) in block.iter_mut().zip(key) {
        *to = *from;
    }
    let mut mac = Hmac::<Sha256>::new(&block.into());
    mac.update(content);
    mac.finalize().into_bytes().to_vec()
}

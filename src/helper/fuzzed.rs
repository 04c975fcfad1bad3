//! The readers of this room by name, for the fuzzers in `tests/fuzz`: what a helper makes of a request, what an office
//! makes of an answer, and codes whose letters and proofs are right whatever they say. Nothing of the program uses it.

use std::net::IpAddr;

use jiff::Timestamp;

use crate::domain::service::{Profile, ServiceId};
use crate::helper::bits::Bits;
use crate::helper::client::{self, HelperWalk, WalkOrder};
use crate::helper::desk;
use crate::helper::invitation::Invitation;
use crate::helper::letters::{self, Kind};
use crate::helper::protocol::Refusal;
use crate::helper::{call_result, result};

/// What a helper would do for a request.
#[derive(Debug)]
pub struct Ordered {
    /// Where it would walk.
    pub address: IpAddr,
    /// Whose doors.
    pub profile: &'static Profile,
    /// The selected rows.
    pub services: Vec<ServiceId>,
    /// How long a request for this must be.
    pub owed: usize,
}

/// Reads a request for a walk as the helper's desk does. None: no request at all.
pub fn request(body: &[u8], asker: IpAddr) -> Option<Result<Ordered, Refusal>> {
    let request = serde_json::from_slice(body).ok()?;
    Some(desk::ordered(asker, &request, body.len()).map(|(order, owed)| Ordered {
        address: order.address,
        profile: order.profile,
        services: order.services,
        owed,
    }))
}

/// Reads an answer to a walk as the office that asked for it does. None: no answer at all.
pub fn answer(body: &[u8], order: &WalkOrder<'_>, now: Timestamp) -> Option<HelperWalk> {
    let answer = serde_json::from_slice(body).ok()?;
    Some(client::told(order, &answer, now))
}

/// Any content in letters that are right.
pub fn sealed(version: u8, kind: Kind, lead: u16, content: &[u8]) -> String {
    let mut body = Bits::default();
    body.put_bytes(content);
    body.0.truncate(letters::MOST_BITS);
    letters::seal(u64::from(version & 3), kind, lead, &body)
}

/// Any content of so many bits as an answer to an invitation, proved by whoever holds its secret.
pub fn proved(invitation: &Invitation, answer: Answer, content: &[u8], bits: usize) -> String {
    let (version, kind, purpose) = match answer {
        Answer::Walk => (letters::VERSION, Kind::Result, result::PURPOSE),
        Answer::WalkWithVoice => (letters::WITH_VOICE, Kind::Result, result::PURPOSE_WITH_VOICE),
        Answer::Call => (letters::OF_A_CALL, Kind::Call, call_result::PURPOSE),
    };
    let mut body = Bits::default();
    body.put_bytes(content);
    body.0.truncate(bits);
    body.put_bytes(&invitation.proof(purpose, &body.to_bytes()));
    letters::seal(version, kind, invitation.run_tag().0, &body)
}

/// Which answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Of a walk.
    Walk,
    /// Of a walk with a witness.
    WalkWithVoice,
    /// Of a played phone.
    Call,
}

/// Whose code this is, and its content with proof and filling: bytes, and how many bits.
pub fn opened(code: &str) -> Option<(u16, Vec<u8>, usize)> {
    let opened = letters::open(code).ok()?;
    Some((opened.lead, opened.body.to_bytes(), opened.body.len()))
}

//! What an office and a standing helper say to each other: JSON over HTTP over TLS, one request a connection. Versioned.
//!
//! There is no field for a target. A helper walks to the address that the connection comes from, and nowhere else.

use std::net::IpAddr;

use serde::{Deserialize, Serialize};

use crate::domain::probe::{Fingerprint, Outcome};
use crate::domain::service::{PortRange, ProbeKind, Profile, ProfileId, ServiceId, Transport};
use crate::domain::voice::{self, VoiceLook, VoiceWalk};
use crate::helper::doorman::{Arrived, Ticket};
use crate::helper::doors;
use crate::helper::order::VoiceOrder;
use crate::helper::token::VoiceKey;
use crate::helper::voice::MOST_VOICES;

/// Version of these words. A helper refuses others by name.
pub const VERSION: u32 = 1;

/// Asks for a walk.
pub const WALK: &str = "/v1/walk";
/// Asks for a doorman test.
pub const DOORMAN: &str = "/v1/doorman";
/// Asks what of a doorman test arrived.
pub const DOORMAN_SEEN: &str = "/v1/doorman/seen";
/// Asks by which further ports it can be reached.
pub const WAYS: &str = "/v1/ways";

/// Stands before the access key in the `authorization` header.
pub const KEY_SCHEME: &str = "Bearer ";

/// Largest request. A walk on every door that may be knocked owes less.
pub const MOST_REQUEST_BYTES: usize = 160 * 1024;

/// Largest answer that an office reads.
pub const MOST_ANSWER_BYTES: usize = 160 * 1024;

/// Bytes kept of what was seen at one door.
pub const MOST_SEEN_BYTES: usize = 160;

/// A UDP knock: two datagrams of 600 bytes with their headers.
const UDP_KNOCK: usize = 2 * (600 + 48);
/// A TCP knock: two SYNs, acknowledgements, at most 600 bytes of question.
const TCP_KNOCK: usize = 1_400;
/// The same with a handshake, and a second one for machines that know only the old form.
const TLS_KNOCK: usize = 3_200;
/// A token of 32 bytes, twice, with its headers; and its port in the answer.
const TOKEN_KNOCK: usize = 2 * (32 + 48) + 8;
/// Ports of a voice row that are asked before its witness answered often: samples, those that stand in for them, and
/// all of a short range. A sweep goes on from there only with the consent that four answers of its witness are.
const TOKENS: usize = 4 + 4 + 4 + 100;
/// One voice row of an answer.
const ANSWER_VOICE: usize = 3_000;
/// Stretches of ports in a voice row of an answer, of each kind.
pub const MOST_STRETCHES: usize = 40;
/// Two unused ports, tried without a word.
const UNUSED: usize = 2 * 400;
/// The helper's side of the connection itself: TLS with its certificate, and closing.
const CONNECTION: usize = 3_500;
/// Head of an answer and what stands in it once.
const ANSWER: usize = 900;
/// One row of an answer.
const ANSWER_ROW: usize = 600;

/// Please walk to me.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WalkRequest {
    /// [`VERSION`].
    pub version: u32,
    /// Which phone system; the doors are those of its profile.
    pub profile: ProfileId,
    /// Selected rows; the never rows are implied.
    pub services: Vec<ServiceId>,
    /// How the voice is asked; none: it is not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<VoiceRequest>,
    /// Nothing, at such length that the helper never sends more than it was sent.
    #[serde(default)]
    pub padding: String,
}

/// How the selected voice rows are asked, where a witness on the phone system answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoiceRequest {
    /// What tokens are signed with, in hexadecimal. Whoever has it can ask the witness and nobody else.
    pub key: String,
    /// Every port of the range instead of some, once the witness answered.
    #[serde(default)]
    pub every: bool,
    /// The phone system's own range, where it is not the usual one of its profile.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ports: Option<PortRange>,
}

/// What came of a walk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WalkAnswer {
    /// [`VERSION`].
    pub version: u32,
    /// The address that asked, as the helper saw it: the office's street address.
    pub asker: IpAddr,
    /// The address that knocked.
    pub knocked_from: Option<IpAddr>,
    /// It is another one than the office spoke with.
    pub second_address: bool,
    /// Knocks from there were answered, by this office or by another, since the helper began. An older helper does not
    /// tell.
    #[serde(default)]
    pub answered_before: bool,
    /// Unused ports accepted too.
    pub street_lies: bool,
    /// The walk failed; code of the trouble.
    pub trouble: Option<String>,
    /// One for each row that was to be knocked on.
    pub doors: Vec<DoorSeen>,
    /// Voice rows where a witness answered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub voice: Vec<VoiceWalk>,
}

/// What came of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoorSeen {
    /// The row.
    pub service: ServiceId,
    /// What came of the knock.
    pub outcome: Outcome,
    /// Of the answer.
    pub fingerprint: Option<Fingerprint>,
    /// One line of what was seen; cut.
    pub seen: Option<String>,
    /// When it was knocked, in milliseconds after the walk began. The two clocks need not agree.
    pub after_ms: u64,
    /// Milliseconds until the outcome was known.
    pub elapsed_ms: u64,
}

/// Please take in some letters, for the doorman test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DoormanRequest {
    /// [`VERSION`].
    pub version: u32,
    /// As in a [`WalkRequest`].
    #[serde(default)]
    pub padding: String,
}

/// Where to send them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoormanAnswer {
    /// [`VERSION`].
    pub version: u32,
    /// What they are to be called.
    pub test: Ticket,
}

/// What of them arrived?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeenRequest {
    /// [`VERSION`].
    pub version: u32,
    /// As given out.
    pub ticket: String,
    /// As in a [`WalkRequest`].
    #[serde(default)]
    pub padding: String,
}

/// What arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenAnswer {
    /// [`VERSION`].
    pub version: u32,
    /// One for each letter.
    pub letters: Vec<Arrived>,
}

/// By which further ports can you be reached?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WaysRequest {
    /// [`VERSION`].
    pub version: u32,
    /// As in a [`WalkRequest`].
    #[serde(default)]
    pub padding: String,
}

/// By these.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaysAnswer {
    /// [`VERSION`].
    pub version: u32,
    /// TCP ports; none unless its operator named some.
    pub ports: Vec<u16>,
    /// Those by which somebody came since it began, so that no wall before the helper itself is shut.
    pub reached: Vec<u16>,
    /// What the asker may say there.
    pub pass: Option<String>,
}

/// Why a helper does not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The access key is not one of its own.
    WrongKey,
    /// This street asked too often, or its walk is still under way.
    TooOften,
    /// The operator's total is reached.
    Busy,
    /// It walks to no address of this kind.
    Address,
    /// It speaks another version.
    OtherVersion,
    /// It knows no such phone system, or no such row of it.
    UnknownRows,
    /// The request is shorter than what the helper would send.
    TooShort,
    /// The request is larger than any may be.
    TooLarge,
    /// The request came too slowly.
    TooSlow,
    /// Not a request of this protocol.
    NotUnderstood,
    /// There is nothing at this place.
    NothingHere,
    /// It takes in no letters: it has no SIP port.
    NoLetters,
    /// It never gave out this ticket to this address, or the time for it is over.
    UnknownTicket,
}

/// A refusal, and when to come again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Why.
    pub refused: Reason,
    /// Seconds to wait.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_secs: Option<u64>,
    /// The address that the helper saw, where that is the reason.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<IpAddr>,
}

impl Refusal {
    /// A refusal for a reason that does not pass by itself.
    pub const fn because(refused: Reason) -> Self {
        Self { refused, retry_after_secs: None, address: None }
    }
}

/// How many bytes a walk request must have at least: as many as the helper may send for it, headers of the packets
/// and its answer included. Both sides ask this function.
pub fn bytes_owed(profile: &Profile, services: &[ServiceId], voice: Option<&VoiceRequest>) -> usize {
    let knocks = doors::knocks(profile, services);
    let sent: usize = knocks.iter().map(|k| knock_bytes(k.kind, k.transport)).sum();
    let answer = ANSWER + ANSWER_ROW * doors::rows(profile, services).len();
    let voices = doors::rows(profile, services).iter().filter(|row| row.is_voice()).count().min(MOST_VOICES);
    let tokens = voice.map_or(0, |_| voices * (TOKENS * TOKEN_KNOCK + ANSWER_VOICE));
    // Acknowledging what it is sent costs a helper at most a twentieth of it.
    (sent + tokens + UNUSED + CONNECTION + answer) * 21 / 20
}

impl VoiceRequest {
    /// As the office makes it.
    pub fn new(key: &VoiceKey, look: VoiceLook, ports: Option<PortRange>) -> Self {
        Self { key: key.hex(), every: look == VoiceLook::EveryPort, ports }
    }

    /// As the helper reads it. None: that is no key, or no range of voices.
    pub fn order(&self) -> Option<VoiceOrder> {
        let look = if self.every { VoiceLook::EveryPort } else { VoiceLook::Sampled };
        let is_fine = self.ports.is_none_or(voice::can_be_asked);
        Some(VoiceOrder { key: VoiceKey::from_hex(&self.key)?, look, ports: self.ports }).filter(|_| is_fine)
    }
}

fn knock_bytes(kind: ProbeKind, transport: Transport) -> usize {
    match (transport, kind) {
        (Transport::Udp, _) => UDP_KNOCK,
        (Transport::Tcp, ProbeKind::Https | ProbeKind::Tls) => TLS_KNOCK,
        (
            Transport::Tcp,
            ProbeKind::Sip
            | ProbeKind::Iax2
            | ProbeKind::Xmpp
            | ProbeKind::Http
            | ProbeKind::Tcp
            | ProbeKind::Rtp
            | ProbeKind::Ssh
            | ProbeKind::Mysql
            | ProbeKind::Ami
            | ProbeKind::Tftp
            | ProbeKind::None,
        ) => TCP_KNOCK,
    }
}

impl WalkRequest {
    /// A request that is as long as it has to be.
    pub fn new(profile: &Profile, services: Vec<ServiceId>, voice: Option<VoiceRequest>) -> Self {
        let owed = bytes_owed(profile, &services, voice.as_ref());
        let mut request =
            Self { version: VERSION, profile: profile.id.clone(), services, voice, padding: String::new() };
        let bare = serde_json::to_vec(&request).map_or(0, |bytes| bytes.len());
        request.padding = "0".repeat(owed.saturating_sub(bare));
        request
    }
}

/// How long a request of the doorman test must be at least for an answer of `answer` bytes.
pub const fn bytes_owed_for(answer: usize) -> usize {
    (answer + CONNECTION) * 21 / 20
}

/// An answer about one letter: the letter, our answer to it, and what a document makes of their lines.
const LETTER: usize = 3_200;

impl DoormanRequest {
    /// A request that is as long as it has to be.
    pub fn new() -> Self {
        Self { version: VERSION, padding: "0".repeat(bytes_owed_for(ANSWER)) }
    }
}

impl WaysRequest {
    /// A request that is as long as it has to be.
    pub fn new() -> Self {
        Self { version: VERSION, padding: "0".repeat(bytes_owed_for(ANSWER)) }
    }
}

impl Default for WaysRequest {
    fn default() -> Self {
        Self::new()
    }
}

impl Default for DoormanRequest {
    fn default() -> Self {
        Self::new()
    }
}

impl SeenRequest {
    /// A request that is long enough for what any doorman makes of our letters.
    pub fn new(test: &Ticket) -> Self {
        let answer = ANSWER + LETTER * test.letters.len();
        Self { version: VERSION, ticket: test.ticket.clone(), padding: "0".repeat(bytes_owed_for(answer)) }
    }
}

/// Cuts a line at a whole character.
pub fn cut(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

#[cfg(test)]
#[path = "protocol_tests.rs"]
mod tests;

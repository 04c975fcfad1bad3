//! What we ask a router to change, and how to take it back. Nothing here talks to a router.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::office::PortMapping;
use crate::domain::service::{PortRange, ServiceId, Transport};

/// One entrance to open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The row it is for.
    pub service: ServiceId,
    /// Port on the internet's side; the inside port is the same (UPnP error 724).
    pub external_port: u16,
    /// UDP or TCP.
    pub protocol: Transport,
    /// The phone system's address.
    pub internal_client: IpAddr,
    /// Seconds asked for; 0 is until removed, which version 2 routers turn into seven days.
    pub lease_seconds: u32,
    /// At most 31 ASCII characters.
    pub description: String,
}

/// All that would be changed, for one router.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeSet {
    /// The router.
    pub gateway: Option<IpAddr>,
    /// One after the other, in this order.
    pub changes: Vec<Change>,
}

/// A yes to exactly one change set. Made only by [`ChangeSet::approve`], never read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    set: ChangeSet,
}

impl ChangeSet {
    /// The owner said yes to exactly this set, on the screen that showed it. Also covers renewing the same
    /// mappings until they are undone.
    pub fn approve(&self) -> Approval {
        Approval { set: self.clone() }
    }

    /// True when there is nothing to change.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

impl Approval {
    /// What was approved.
    pub const fn set(&self) -> &ChangeSet {
        &self.set
    }
}

/// How one change ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeOutcome {
    /// The router lists it as asked.
    Opened,
    /// It was there before.
    AlreadyThere,
    /// The router said no, with a code, or said yes and does not list it.
    Refused,
    /// No proper answer from the router.
    Failed,
    /// Taken back.
    Undone,
}

impl ChangeOutcome {
    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::AlreadyThere => "already-there",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::Undone => "undone",
        }
    }
}

/// Why a change did not come about, as far as the router's own list shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hindrance {
    /// The router says no and nobody holds the port.
    NobodyHoldsIt,
    /// The router lists another device on the port.
    AnotherDevice,
    /// It answered success, and the entry does not read back.
    DoesNotReadBack,
    /// The entry changed since we made it, so it was left alone.
    ChangedSince,
    /// No answer, or no proper one.
    NoAnswer,
    /// The owner cancelled before this one.
    Cancelled,
    /// The journal could not be written, so the router was not asked.
    JournalNotWritten,
}

/// One change and how it ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeResult {
    /// The row.
    pub service: ServiceId,
    /// Port on the internet's side.
    pub external_port: u16,
    /// UDP or TCP.
    pub protocol: Transport,
    /// How it ended.
    pub result: ChangeOutcome,
    /// UPnP error code.
    pub code: Option<u16>,
    /// Why not.
    #[serde(default)]
    pub hindrance: Option<Hindrance>,
    /// Who holds the port instead.
    #[serde(default)]
    pub held_by: Option<IpAddr>,
    /// Seconds the router gave, as read back; 0 is until removed.
    #[serde(default)]
    pub lease_seconds: Option<u32>,
    /// True when the router took it only as permanent (725).
    #[serde(default)]
    pub permanent_only: bool,
}

/// Changes of one row that ended alike, neighbours taken together: the first of them and their ports.
pub fn alike(results: &[ChangeResult]) -> Vec<(&ChangeResult, PortRange)> {
    let mut groups: Vec<(&ChangeResult, PortRange)> = Vec::new();
    for result in results {
        let told = |r: &ChangeResult| (r.protocol, r.result, r.code, r.hindrance, r.held_by);
        match groups.last_mut() {
            Some((first, ports))
                if first.service == result.service
                    && told(first) == told(result)
                    && ports.last.checked_add(1) == Some(result.external_port) =>
            {
                ports.last = result.external_port;
            }
            Some(_) | None => groups.push((result, PortRange::from((result.external_port, result.external_port)))),
        }
    }
    groups
}

/// Names a journal entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct JournalId(pub u64);

/// How far a journalled change got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JournalState {
    /// On disk before the request; whether the router has it is not known yet.
    Asked,
    /// Read back from the router.
    Made,
    /// The router said no.
    NotMade,
    /// Taken back by us.
    Undone,
    /// Gone from the router, or changed by somebody else, when we came to take it back.
    LeftAlone,
}

/// One change, on disk before the router heard of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalEntry {
    /// Its name.
    pub id: JournalId,
    /// When it was written.
    pub at: Timestamp,
    /// The router's address.
    pub gateway: IpAddr,
    /// The router's own unique name (UDN), so that the same address elsewhere is not taken for it.
    pub gateway_id: Option<String>,
    /// What was asked.
    pub change: Change,
    /// How far it got.
    pub state: JournalState,
    /// What the router listed afterwards.
    pub read_back: Option<PortMapping>,
}

impl JournalEntry {
    /// True while the router may still hold it because of us.
    pub fn is_open(&self) -> bool {
        match self.state {
            JournalState::Asked | JournalState::Made => true,
            JournalState::NotMade | JournalState::Undone | JournalState::LeftAlone => false,
        }
    }

    /// True when a line of the router's table still reads as we wrote it.
    pub fn reads_as_written(&self, line: &PortMapping) -> bool {
        let c = &self.change;
        line.external_port == c.external_port
            && line.protocol == c.protocol
            && line.internal_client == c.internal_client
            && line.internal_port == c.external_port
            && line.description == c.description
    }
}

//! What we ask a router to change, and how to take it back. Nothing here talks to a router.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

pub use crate::domain::journal::{JournalEntry, JournalId, JournalState};
use crate::domain::lease::Denial;
use crate::domain::probe::Family;
use crate::domain::service::{PortRange, ServiceId, Transport};

/// One entrance to open: a mapping, or over IPv6 an opening in the firewall.
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

impl Change {
    /// True when both are the same entrance to the same device.
    pub fn is_same_entrance(&self, other: &Self) -> bool {
        let place = |c: &Self| (c.external_port, c.protocol, c.internal_client);
        place(self) == place(other)
    }
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

/// Entrances of ours that are to be taken out and put in again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// Journal entries of ours, each listed as we wrote it.
    pub entries: Vec<JournalId>,
    /// The rows they are for.
    pub services: Vec<ServiceId>,
}

impl Repair {
    /// Somebody said yes to exactly this, and that nobody is on the phone: while an entrance is out, calls have no way.
    pub fn approve(&self) -> RepairApproval {
        RepairApproval { entries: self.entries.clone() }
    }
}

/// A yes to one repair. Made only by [`Repair::approve`], never read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairApproval {
    entries: Vec<JournalId>,
}

impl RepairApproval {
    /// What was approved.
    pub fn entries(&self) -> &[JournalId] {
        &self.entries
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
    /// Asked for again before its time ran out, and listed as before.
    Renewed,
    /// Taken out and put in again, because it was listed and let nobody in.
    Repaired,
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
            Self::Renewed => "renewed",
            Self::Repaired => "repaired",
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
    /// It is gone before its time: taken away by somebody, or forgotten by the router. It is opened only by a new yes.
    Gone,
    /// It was taken out to be put in again, and the router did not take it back.
    NotPutBack,
    /// The router does not take it back, and was asked for the shortest time instead.
    EndsByItself,
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
    /// Over which kind of address.
    #[serde(default = "Family::v4", skip_serializing_if = "Family::is_ipv4")]
    pub family: Family,
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
    /// Result of PCP or NAT-PMP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denial: Option<Denial>,
    /// When a visitor last knocked in vain before a repair; set when a report is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silent_at: Option<Timestamp>,
}

impl ChangeResult {
    /// True for a mapping; all else is an opening over IPv6.
    pub fn is_mapping(&self) -> bool {
        self.family == Family::Ipv4
    }

    /// True when this is about what the change asks.
    pub fn is_about(&self, change: &Change) -> bool {
        (self.external_port, self.protocol, self.family)
            == (change.external_port, change.protocol, Family::of(change.internal_client))
    }
}

/// Changes of one row that ended alike, neighbours taken together: the first of them and their ports.
pub fn alike(results: &[ChangeResult]) -> Vec<(&ChangeResult, PortRange)> {
    let mut groups: Vec<(&ChangeResult, PortRange)> = Vec::new();
    for result in results {
        let told = |r: &ChangeResult| (r.family, r.protocol, r.result, r.code, r.denial, r.hindrance, r.held_by);
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

/// What to do with an entrance of ours that the router no longer lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// Its lease ended or the router forgot everything: the same entrance is made again.
    PutBack,
    /// Somebody may have taken it away: it is only said.
    LeaveAlone,
    /// Others of ours stand, so somebody did take it away: that is remembered.
    TakenAway,
}

/// How a renewal ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Renewed {
    /// The lease was there and counts from now.
    Renewed,
    /// It was gone, and is there again.
    PutBack,
    /// It was gone, and was left so.
    Gone,
    /// Somebody changed it since, so it was left alone.
    ChangedSince,
    /// The router said no.
    Refused,
    /// No proper answer from the router, or another router answered.
    Failed,
}

impl Renewed {
    /// Name in the document and in text files, there after `renewal-`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Renewed => "renewed",
            Self::PutBack => "put-back",
            Self::Gone => "gone",
            Self::ChangedSince => "changed-since",
            Self::Refused => "refused",
            Self::Failed => "failed",
        }
    }

    /// True when the entrance stands as it was approved.
    pub const fn stands(self) -> bool {
        match self {
            Self::Renewed | Self::PutBack => true,
            Self::Gone | Self::ChangedSince | Self::Refused | Self::Failed => false,
        }
    }
}

/// One renewal and how it ended. The approval of a change covers renewing exactly the same one until it is undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// The journal entry.
    pub entry: JournalId,
    /// The row.
    pub service: ServiceId,
    /// Port on the internet's side.
    pub external_port: u16,
    /// UDP or TCP.
    pub protocol: Transport,
    /// How it ended.
    pub result: Renewed,
    /// The router's error code.
    pub code: Option<u16>,
    /// Seconds the router gave, as read back; 0 is until removed.
    pub lease_seconds: Option<u32>,
}

//! What we ask a router to change, and how to take it back. Nothing here talks to a router.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::asked::leads_as_wished;
use crate::domain::lease::{Claim, Denial};
use crate::domain::office::PortMapping;
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
    /// Being taken out and put in again: on disk before the router hears of it, so that a crash in between is mended
    /// at the next start.
    Repairing,
    /// Being taken back: on disk before the router hears of it, so that a crash in between does not look as if somebody
    /// else had taken it away, and nothing puts it back.
    Undoing,
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
    /// When the router last said yes; its lease counts from here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_at: Option<Timestamp>,
    /// How PCP or NAT-PMP was asked; none for UPnP.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// The number by which UPnP knows an opening over IPv6; none until the router said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique_id: Option<u16>,
    /// The router had nobody there right before it was asked: what leads there afterwards is ours under any name.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub was_free: bool,
    /// When it was found gone before its time while others stood: somebody may have taken it away, so that only a new yes
    /// opens it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gone_at: Option<Timestamp>,
}

impl JournalEntry {
    /// True for one that is kept alive: made, never taken back.
    pub fn is_kept(&self) -> bool {
        self.state == JournalState::Made
    }

    /// True while the router may still hold it because of us.
    pub fn is_open(&self) -> bool {
        match self.state {
            JournalState::Asked | JournalState::Made | JournalState::Repairing | JournalState::Undoing => true,
            JournalState::NotMade | JournalState::Undone | JournalState::LeftAlone => false,
        }
    }

    /// The router lists it now.
    pub fn note_made(&mut self, line: PortMapping, now: Timestamp) {
        self.state = JournalState::Made;
        self.read_back = Some(line);
        self.made_at = Some(now);
        self.gone_at = None;
    }

    /// True when its time is over, and nobody took it away before.
    pub fn has_run_out(&self, now: Timestamp) -> bool {
        self.gone_at.is_none() && self.lease_ends().is_some_and(|end| end <= now)
    }

    /// True when a line is what the router made of our asking, of which nobody read the answer: some routers keep a name
    /// of their own.
    pub fn may_have_made(&self, line: &PortMapping) -> bool {
        self.reads_as_written(line)
            || (self.state == JournalState::Asked && self.was_free && leads_as_wished(line, &self.change))
    }

    /// True for one that stands, or stood, at the same place of the same router.
    pub fn is_of(&self, (gateway, id): (IpAddr, Option<&str>), change: &Change) -> bool {
        let place = |c: &Change| (c.external_port, c.protocol, c.internal_client);
        (self.gateway, self.gateway_id.as_deref()) == (gateway, id) && place(&self.change) == place(change)
    }

    /// When its lease ends by itself; none for one that stays until removed, and while nobody knows.
    pub fn lease_ends(&self) -> Option<Timestamp> {
        self.after_lease(1)
    }

    /// When to ask for it again: at half of its time, as RFC 6887 section 11.2.1 has it.
    pub fn renew_at(&self) -> Option<Timestamp> {
        self.after_lease(2)
    }

    /// True when a line lists more time than was `left`, or as much as when it was made.
    pub fn has_more_time(&self, line: &PortMapping, left: u32) -> bool {
        let granted = self.read_back.as_ref().map_or(u32::MAX, |l| l.lease_seconds);
        line.lease_seconds == 0 || line.lease_seconds > left || line.lease_seconds >= granted.saturating_sub(1)
    }

    fn after_lease(&self, part: i64) -> Option<Timestamp> {
        let lease = self.read_back.as_ref().filter(|l| self.is_open() && l.lease_seconds > 0)?.lease_seconds;
        self.made_at.unwrap_or(self.at).checked_add(SignedDuration::from_secs(i64::from(lease) / part)).ok()
    }

    /// True when a line of the router's table still reads as we wrote it, or as the router itself told it right after:
    /// some cut the description, or keep one of their own.
    pub fn reads_as_written(&self, line: &PortMapping) -> bool {
        let c = &self.change;
        let as_told = self.read_back.as_ref().is_some_and(|told| told.description == line.description);
        line.external_port == c.external_port
            && line.protocol == c.protocol
            && line.internal_client == c.internal_client
            && line.internal_port == c.external_port
            && (line.description == c.description || as_told)
    }
}

/// What to do with an entrance of ours that the router no longer lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Missing {
    /// Its lease ended or the router forgot everything: the same entrance is made again.
    PutBack,
    /// Somebody may have taken it away: it is only said.
    LeaveAlone,
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

//! What was asked of a router, as it stands on disk before the router hears of it, and what a line of its table has to do
//! with that.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::asked::leads_as_wished;
use crate::domain::change::Change;
use crate::domain::lease::Claim;
use crate::domain::office::PortMapping;

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
        (self.gateway, self.gateway_id.as_deref()) == (gateway, id) && self.change.is_same_entrance(change)
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

//! When entrances lock themselves, and which lines of a router's table are the same entrance.

use jiff::{SignedDuration, Timestamp};

use crate::domain::change::JournalEntry;
use crate::domain::office::PortMapping;
use crate::domain::service::{PortRange, Transport};

/// Longer leases are a router's way to say forever.
const FOREVER: SignedDuration = SignedDuration::from_hours(10 * 365 * 24);

impl PortMapping {
    /// When it ends by itself, if it does. `read_at` is when the line was read.
    pub fn lease_end(&self, read_at: Timestamp) -> Option<Timestamp> {
        let lease = SignedDuration::from_secs(i64::from(self.lease_seconds));
        (self.lease_seconds > 0 && lease < FOREVER).then(|| read_at.checked_add(lease).ok()).flatten()
    }

    /// True when the other line leads from the same port to the same device.
    pub fn leads_as(&self, other: &Self) -> bool {
        let way = |l: &Self| (l.protocol, l.external_port, l.internal_client);
        way(self) == way(other)
    }

    /// True for a line of one of these ports.
    pub fn is_for(&self, protocol: Transport, ports: PortRange) -> bool {
        self.protocol == protocol && ports.contains(self.external_port)
    }
}

impl JournalEntry {
    /// Since when its lease counts, and how long that is. None: it was never read back, or has no end.
    pub fn lease(&self) -> Option<(Timestamp, SignedDuration)> {
        let seconds = self.read_back.as_ref().map(|line| line.lease_seconds).filter(|s| *s > 0)?;
        Some((self.renewed_at.unwrap_or(self.at), SignedDuration::from_secs(i64::from(seconds))))
    }

    /// When its lease ends by itself, if it does.
    pub fn lease_ends(&self) -> Option<Timestamp> {
        let (since, lease) = self.lease()?;
        since.checked_add(lease).ok()
    }

    /// True for a line of this entry's port, whoever it leads to.
    pub fn holds_port_of(&self, line: &PortMapping) -> bool {
        (line.external_port, line.protocol) == (self.change.external_port, self.change.protocol)
    }

    /// When to ask for it again: at half of its time (RFC 6887 section 11.2.1), which leaves as much for trying again.
    pub fn renew_at(&self) -> Option<Timestamp> {
        let (since, lease) = self.lease()?;
        since.checked_add(lease / 2).ok()
    }
}

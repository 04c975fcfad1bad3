//! When entrances lock themselves, and which lines of a router's table are the same entrance.

use jiff::{SignedDuration, Timestamp};

use crate::domain::case::Case;
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
    /// True for a line of this entry's port, whoever it leads to.
    pub fn holds_port_of(&self, line: &PortMapping) -> bool {
        (line.external_port, line.protocol) == (self.change.external_port, self.change.protocol)
    }
}

impl Case {
    /// True for a line of the router's table that stems from the journal.
    pub fn made_by_us(&self, line: &PortMapping) -> bool {
        line.ours || self.journal.iter().any(|e| e.is_open() && e.reads_as_written(line))
    }
}

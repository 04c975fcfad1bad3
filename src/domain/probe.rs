//! One question and what came of it. Evidence is raw: *silent* is not closed, *failed* is not silent, and nothing
//! here says what it means.

use std::net::{IpAddr, SocketAddr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::nat64::Nat64;
use crate::domain::service::{PortRange, ProbeKind, ServiceId, Transport};

/// Where a question is asked from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Vantage {
    /// From a machine of the office, to the phone system's own address.
    Inside,
    /// The router's word.
    Router,
    /// From another street, to the office's street address.
    Outside,
}

impl Vantage {
    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Inside => "inside",
            Self::Router => "router",
            Self::Outside => "outside",
        }
    }
}

/// One question to one port.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// The row it is about; none for the unused ports that show whether a street lies.
    pub service: Option<ServiceId>,
    /// How to ask.
    pub kind: ProbeKind,
    /// UDP or TCP.
    pub transport: Transport,
    /// Whom to ask, as the owner would write it. `Surroundings` may turn it into another socket address.
    pub target: SocketAddr,
    /// Where it is asked from.
    pub vantage: Vantage,
}

/// What came of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It answered in its own protocol.
    Answered,
    /// A reset, or ICMP port unreachable.
    Refused,
    /// Nothing came within the time limit. Not the same as shut.
    Silent,
    /// ICMP host or network unreachable, or no neighbour at that address.
    Unreachable,
    /// The asker's own trouble: no socket, no route, own firewall.
    Failed,
    /// Nobody asked.
    NotChecked,
}

impl Outcome {
    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Refused => "refused",
            Self::Silent => "silent",
            Self::Unreachable => "unreachable",
            Self::Failed => "failed",
            Self::NotChecked => "not-checked",
        }
    }
}

/// How sure it is who answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Identity {
    /// Only the right machine could have given this answer.
    Proved,
    /// The answer looks like the one seen inside.
    Consistent,
    /// Nothing tells.
    None,
}

/// What a `verified` leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotShown {
    /// The router does not list the phone system, and another machine inside may answer alike.
    WhichMachine,
    /// Nothing told which street the walker stood on.
    Street,
    /// One call had sound; whether the other doors for voices pass it too.
    OtherPorts,
}

impl NotShown {
    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::WhichMachine => "which-machine",
            Self::Street => "street",
            Self::OtherPorts => "other-ports",
        }
    }
}

/// Address family of the target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// IPv4.
    Ipv4,
    /// IPv6.
    Ipv6,
}

impl Family {
    /// Family of an address.
    pub fn of(ip: IpAddr) -> Self {
        if ip.is_ipv4() { Self::Ipv4 } else { Self::Ipv6 }
    }

    /// Stands behind ports where it is not the usual family.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Ipv4 => "",
            Self::Ipv6 => " IPv6",
        }
    }

    /// IPv4, where older files say nothing.
    pub(in crate::domain) const fn v4() -> Self {
        Self::Ipv4
    }

    /// True for IPv4.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks this way")]
    pub(in crate::domain) const fn is_ipv4(&self) -> bool {
        matches!(self, Self::Ipv4)
    }
}

/// Sixteen bits made of what stays the same between two answers of one machine: server name, status class,
/// certificate key. Never of tags, dates or salts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub u16);

/// What a measurement gives back before it is put on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// What came of it.
    pub outcome: Outcome,
    /// One line of what was seen, cut and free of control characters; for `Failed`, what went wrong.
    pub seen: Option<String>,
    /// Of an answer in its own protocol; none where the protocol has no identity.
    pub fingerprint: Option<Fingerprint>,
    /// The asker's own address as the answer named it (RFC 3581 `received`).
    pub asker: Option<IpAddr>,
}

impl Measured {
    /// An outcome with nothing seen.
    pub const fn bare(outcome: Outcome) -> Self {
        Self { outcome, seen: None, fingerprint: None, asker: None }
    }
}

/// One question, its outcome and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The row it is about.
    pub service: Option<ServiceId>,
    /// Where it was asked from.
    pub vantage: Vantage,
    /// How it was asked.
    pub probe: ProbeKind,
    /// UDP or TCP.
    pub transport: Transport,
    /// Whom was asked.
    pub target: SocketAddr,
    /// Family of the target.
    pub family: Family,
    /// What came of it.
    pub outcome: Outcome,
    /// How sure it is who answered; set when the report is made.
    pub identity: Identity,
    /// When the question was sent.
    pub at: Timestamp,
    /// Milliseconds until the outcome was known.
    pub elapsed_ms: u64,
    /// One line of what was seen.
    pub seen: Option<String>,
    /// Of the answer.
    #[serde(default)]
    pub fingerprint: Option<Fingerprint>,
    /// The asker's own address as the answer named it.
    #[serde(default)]
    pub asker: Option<IpAddr>,
    /// True when this answer is taken over from an earlier check, to stay under the limits that ban rules set.
    #[serde(default)]
    pub reused: bool,
}

impl Evidence {
    /// Puts a measurement on record.
    pub fn of(probe: &Probe, measured: Measured, at: Timestamp, elapsed_ms: u64) -> Self {
        Self {
            service: probe.service.clone(),
            vantage: probe.vantage,
            probe: probe.kind,
            transport: probe.transport,
            target: probe.target,
            family: Family::of(probe.target.ip()),
            outcome: measured.outcome,
            identity: Identity::None,
            at,
            elapsed_ms,
            seen: measured.seen,
            fingerprint: measured.fingerprint,
            asker: measured.asker,
            reused: false,
        }
    }
}

/// Where sockets really go. The real office sends everything where it is addressed; the practice office turns its
/// addresses into loopback ports. This is the only seam between the two.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Surroundings {
    /// Routes of a practice office; none in the real one.
    pub practice: Option<PracticeStreet>,
    /// Addresses that a walker would refuse, allowed openly for a practice office.
    pub allowed_targets: Vec<IpAddr>,
    /// How a street without IPv4 leads to public IPv4 addresses all the same; set for a walk that needs it.
    #[serde(default)]
    pub nat64: Option<Nat64>,
}

/// The address table of a practice office. It listens on loopback only and roles are told apart by port.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PracticeStreet {
    /// Adapters the practice PC pretends to have.
    pub adapters: Vec<crate::domain::office::Adapter>,
    /// Where the practice router answers SSDP.
    pub ssdp: SocketAddr,
    /// Address and port of the story, and the loopback address that plays it.
    pub routes: Vec<Route>,
    /// This computer turns down whatever the program sends to the office's own network.
    #[serde(default)]
    pub turns_down: bool,
    /// The address that walkers of this practice office seem to come from.
    pub walker: IpAddr,
    /// The secret of the code that this office's witness was given; none: no witness stands there.
    #[serde(default)]
    pub witness: Option<[u8; 10]>,
}

/// One row of a practice office's address table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// UDP or TCP.
    pub transport: Transport,
    /// Address in the story.
    pub story: SocketAddr,
    /// Loopback address that plays it.
    pub real: SocketAddr,
}

impl Surroundings {
    /// Where a socket for `story` really goes. `None`: a practice office has nobody there, so nothing is sent.
    pub fn dial(&self, transport: Transport, story: SocketAddr) -> Option<SocketAddr> {
        let Some(street) = &self.practice else { return Some(self.nat64.map_or(story, |way| way.through(story))) };
        street.routes.iter().find(|r| r.transport == transport && r.story == story).map(|r| r.real)
    }

    /// What a loopback address is called in the story; the address itself in the real office.
    pub fn story(&self, transport: Transport, real: SocketAddr) -> SocketAddr {
        let routes = self.practice.iter().flat_map(|s| &s.routes);
        routes.into_iter().find(|r| r.transport == transport && r.real == real).map_or(real, |r| r.story)
    }
}

/// Ports of a range that stand for the whole when only some can be asked: the first, the last and evenly between.
pub fn sample(range: PortRange, at_most: u32) -> Vec<u16> {
    let count = range.count();
    let picks = at_most.min(count);
    if picks <= 1 {
        return vec![range.first];
    }
    (0..picks).map(|i| range.first + u16::try_from((count - 1) * i / (picks - 1)).unwrap_or(0)).collect()
}

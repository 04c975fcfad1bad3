//! What to do: which entrances to open, which only by hand and why, what is there already, what belongs to another
//! device, which cabinets stay locked. A pure function of the case.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use crate::domain::address::{self, AddressKind, Network};
use crate::domain::case::Case;
use crate::domain::change::{Change, ChangeSet};
use crate::domain::office::{Control, MappingList, PortMapping};
use crate::domain::probe::{Probe, Vantage};
use crate::domain::service::{Direction, Need, PortRange, ProbeKind, Profile, Service, ServiceId, Transport};

/// Why an entrance is to be made by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ByHand {
    /// The router takes no requests.
    NoRequests,
    /// A second router or a shared tower stands outside: nothing opened here leads to the street.
    BehindAnotherWall,
    /// PCP and NAT-PMP open only for the device that asks.
    OnlyForTheAsker,
    /// Too many ports to map one by one.
    TooManyPorts,
    /// The number of calls is not known.
    CallsUnknown,
    /// The phone system's address is not known.
    NoPhoneSystem,
    /// The router's list could not be read, so nothing is overwritten blindly.
    ListUnread,
    /// A port of another machine's protocol or below 1024 that needs a person's decision.
    SensitivePort,
}

impl ByHand {
    /// Key of the words, without `by-hand-`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoRequests => "no-requests",
            Self::BehindAnotherWall => "behind-another-wall",
            Self::OnlyForTheAsker => "only-for-the-asker",
            Self::TooManyPorts => "too-many-ports",
            Self::CallsUnknown => "calls-unknown",
            Self::NoPhoneSystem => "no-phone-system",
            Self::ListUnread => "list-unread",
            Self::SensitivePort => "sensitive-port",
        }
    }
}

/// What is to happen with one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intent {
    /// The router will be asked.
    Open,
    /// The router lists it already, or it answers from outside.
    AlreadyThere,
    /// Listed, but to another device; never overwritten.
    HeldByAnother(IpAddr),
    /// Listed, but to another port or switched off; to be changed by hand.
    ListedWrong,
    /// A person must do it.
    ByHand(ByHand),
    /// Must stay shut.
    StayShut,
    /// Must get out.
    MustGetOut,
}

/// One row of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanLine {
    /// The row of the profile.
    pub service: ServiceId,
    /// What is to happen.
    pub intent: Intent,
    /// Ports it is about; for the voice the proposed range.
    pub ports: PortRange,
}

/// One by-hand rule, ready to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManualRule {
    /// The row of the profile.
    pub service: ServiceId,
    /// Name to give it, ASCII.
    pub name: String,
    /// UDP or TCP.
    pub protocol: Transport,
    /// Ports on the internet's side.
    pub outside: PortRange,
    /// The phone system's address.
    pub inside_address: Option<IpAddr>,
    /// Ports there.
    pub inside: PortRange,
    /// Allowed sources; empty for everyone.
    pub sources: Vec<Network>,
}

/// How the voice is to come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoicePlan {
    /// The row of the profile.
    pub service: ServiceId,
    /// The profile's whole range.
    pub whole: PortRange,
    /// Calls at the busiest moment, as told.
    pub calls: Option<u16>,
    /// Two ports a call, plus [`VOICE_MARGIN`]; the whole range while calls are not known.
    pub proposed: PortRange,
    /// True when the proposed range is short enough to be mapped one by one.
    pub one_by_one: bool,
}

/// Ports added to two for each call.
pub const VOICE_MARGIN: u16 = 2;

/// Longer voice ranges are never mapped one by one (`field-notes.md` 5.4: clean-ups and tables).
pub const ONE_BY_ONE: u32 = 20;

/// All that is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// One line for each selected row, then the never rows, then the outbound ones.
    pub lines: Vec<PlanLine>,
    /// Questions to ask inside: selected rows, and the never rows for comparing.
    pub inside: Vec<Probe>,
    /// Rows to knock on from outside.
    pub knocks: Vec<ServiceId>,
    /// What the router is to be asked.
    pub changes: ChangeSet,
    /// Every selected entrance as a rule to make by hand, the lasting way.
    pub rules: Vec<ManualRule>,
    /// The voice.
    pub voice: Option<VoicePlan>,
}

/// Ports that a person decides on, however a router is asked: management pages, databases and everything that stock
/// permission rules refuse.
const SENSITIVE: [u16; 2] = [3306, 5038];
const FIRST_ORDINARY: u16 = 1024;

/// Makes the plan.
pub fn plan(case: &Case) -> Plan {
    let Some(profile) = case.profile() else { return Plan::empty() };
    let selected = case.selected();
    let voice = voice_plan(case, profile);
    let mut lines = Vec::new();
    let mut changes = Vec::new();
    let mut rules = Vec::new();
    for row in profile.services.iter().filter(|s| selected.contains(&s.id)) {
        let ports = voice.as_ref().filter(|v| v.service == row.id).map_or_else(|| row.ports(), |v| v.proposed);
        let intent = intent(case, row, ports, voice.as_ref());
        if intent == Intent::Open {
            changes.extend(open(case, row, ports));
        }
        lines.push(PlanLine { service: row.id.clone(), intent, ports });
        rules.push(rule(case, row, ports));
    }
    for row in &profile.services {
        let intent = match (row.direction, row.need) {
            (Direction::Outbound, Need::Required) => Intent::MustGetOut,
            (Direction::Inbound, Need::Never) => Intent::StayShut,
            (Direction::Outbound, Need::IfFeature | Need::Never)
            | (Direction::Inbound, Need::Required | Need::IfFeature) => continue,
        };
        lines.push(PlanLine { service: row.id.clone(), intent, ports: row.ports() });
    }
    let gateway = case.office.gateway().map(|g| g.address);
    Plan {
        inside: inside_probes(case, profile),
        knocks: lines_to_knock(profile, &selected),
        changes: ChangeSet { gateway, changes },
        lines,
        rules,
        voice,
    }
}

impl Plan {
    fn empty() -> Self {
        Self {
            lines: Vec::new(),
            inside: Vec::new(),
            knocks: Vec::new(),
            changes: ChangeSet { gateway: None, changes: Vec::new() },
            rules: Vec::new(),
            voice: None,
        }
    }
}

/// How the voice comes in; none where no voice range is selected.
pub fn voice_plan(case: &Case, profile: &Profile) -> Option<VoicePlan> {
    let selected = case.selected();
    let row = profile.services.iter().find(|s| s.is_voice() && selected.contains(&s.id))?;
    let whole = row.ports();
    let calls = case.answers.calls.filter(|c| *c > 0);
    let proposed = calls.map_or(whole, |calls| shorter(whole, calls, profile, row));
    let one_by_one = calls.is_some() && proposed.count() <= ONE_BY_ONE;
    Some(VoicePlan { service: row.id.clone(), whole, calls, proposed, one_by_one })
}

/// The shortest range for so many calls, from the beginning of the whole one, behind any port that must stay shut.
fn shorter(whole: PortRange, calls: u16, profile: &Profile, voice: &Service) -> PortRange {
    let wanted = u32::from(calls) * 2 + u32::from(VOICE_MARGIN);
    if wanted >= whole.count() {
        return whole;
    }
    let locked = |port: u16| {
        profile.services.iter().any(|s| {
            s.need == Need::Never
                && s.direction == Direction::Inbound
                && s.protocol == voice.protocol
                && s.ports().contains(port)
        })
    };
    let span = u16::try_from(wanted).unwrap_or(u16::MAX);
    let mut first = whole.first;
    while let Some(last) = first.checked_add(span - 1).filter(|last| *last <= whole.last) {
        match (first..=last).rev().find(|port| locked(*port)) {
            None => return PortRange { first, last },
            // RTP ports are even (RFC 3550 section 11), so the range goes on from the next even one.
            Some(port) => first = port.saturating_add(1).next_multiple_of(2),
        }
    }
    whole
}

fn intent(case: &Case, row: &Service, ports: PortRange, voice: Option<&VoicePlan>) -> Intent {
    let Some(phone) = case.answers.pbx.or(case.office.phone_system.as_ref().map(|p| p.address)) else {
        return Intent::ByHand(ByHand::NoPhoneSystem);
    };
    let listed: Vec<&PortMapping> = lines_of(case, row.protocol, ports).collect();
    if let Some(other) = listed.iter().find(|m| m.internal_client != phone) {
        return Intent::HeldByAnother(other.internal_client);
    }
    if listed.iter().any(|m| m.internal_port != m.external_port || !m.enabled) {
        return Intent::ListedWrong;
    }
    if u32::try_from(listed.len()).is_ok_and(|n| n >= ports.count()) {
        return Intent::AlreadyThere;
    }
    if case.proved_outside(&row.id) {
        return Intent::AlreadyThere;
    }
    match by_hand(case, row, ports, voice) {
        Some(why) => Intent::ByHand(why),
        None => Intent::Open,
    }
}

/// Why a person must do it; none where the router can be asked.
fn by_hand(case: &Case, row: &Service, ports: PortRange, voice: Option<&VoicePlan>) -> Option<ByHand> {
    let Some(gateway) = case.office.gateway() else { return Some(ByHand::NoRequests) };
    match gateway.control {
        Control::None => return Some(ByHand::NoRequests),
        Control::Pcp | Control::NatPmp => return Some(ByHand::OnlyForTheAsker),
        Control::Igd1 | Control::Igd2 => {}
    }
    if behind_another_wall(gateway.wan_address.or(gateway.wan_hop)) {
        return Some(ByHand::BehindAnotherWall);
    }
    if gateway.list == MappingList::Unread {
        return Some(ByHand::ListUnread);
    }
    if let Some(voice) = voice.filter(|v| v.service == row.id) {
        if voice.calls.is_none() {
            return Some(ByHand::CallsUnknown);
        }
        if !voice.one_by_one {
            return Some(ByHand::TooManyPorts);
        }
    }
    if ports.count() > ONE_BY_ONE {
        return Some(ByHand::TooManyPorts);
    }
    if ports.first < FIRST_ORDINARY || SENSITIVE.iter().any(|p| ports.contains(*p)) {
        return Some(ByHand::SensitivePort);
    }
    None
}

/// Behind a second router or in a shared tower nothing that this router opens leads to the street.
fn behind_another_wall(outwards: Option<IpAddr>) -> bool {
    outwards.is_some_and(|ip| matches!(address::kind(ip), AddressKind::Private | AddressKind::CarrierShared))
}

/// Lines of the router's table for these ports.
pub fn lines_of(case: &Case, protocol: Transport, ports: PortRange) -> impl Iterator<Item = &PortMapping> {
    case.mappings.iter().filter(move |m| m.protocol == protocol && ports.contains(m.external_port))
}

/// The ports of a row that the router does not list yet.
fn open(case: &Case, row: &Service, ports: PortRange) -> Vec<Change> {
    let Some(phone) = case.answers.pbx.or(case.office.phone_system.as_ref().map(|p| p.address)) else {
        return Vec::new();
    };
    let listed = |port: &u16| !lines_of(case, row.protocol, ports).any(|m| m.external_port == *port);
    (ports.first..=ports.last)
        .filter(listed)
        .map(|port| Change {
            service: row.id.clone(),
            external_port: port,
            protocol: row.protocol,
            internal_client: phone,
            lease_seconds: 0,
            description: rule_name(&row.id),
        })
        .collect()
}

/// Name for a rule or a mapping: at most 31 ASCII characters, since some routers cut or refuse more.
fn rule_name(id: &ServiceId) -> String {
    let name = format!("SepEntrance {id}");
    name.chars().filter(char::is_ascii).take(31).collect()
}

fn rule(case: &Case, row: &Service, ports: PortRange) -> ManualRule {
    ManualRule {
        service: row.id.clone(),
        name: rule_name(&row.id),
        protocol: row.protocol,
        outside: ports,
        inside_address: case.answers.pbx.or(case.office.phone_system.as_ref().map(|p| p.address)),
        inside: ports,
        sources: case.answers.trusted.clone(),
    }
}

/// Questions to ask inside: selected rows and locked ones that one question can ask.
fn inside_probes(case: &Case, profile: &Profile) -> Vec<Probe> {
    case.answers.pbx.map(|address| probes_at(profile, &case.selected(), address)).unwrap_or_default()
}

/// The same for any address and selection.
pub fn probes_at(profile: &Profile, selected: &BTreeSet<ServiceId>, address: IpAddr) -> Vec<Probe> {
    let rows = profile.services.iter().filter(|s| s.direction == Direction::Inbound && can_be_asked(s));
    rows.filter(|s| selected.contains(&s.id) || (s.need == Need::Never && !s.is_on_phones()))
        .map(|s| Probe {
            service: Some(s.id.clone()),
            kind: s.probe,
            transport: s.protocol,
            target: SocketAddr::new(address, s.port_start),
            vantage: Vantage::Inside,
        })
        .collect()
}

/// Voice answers only in a call, and for some rows no question is known.
fn can_be_asked(row: &Service) -> bool {
    !matches!(row.probe, ProbeKind::Rtp | ProbeKind::None)
}

fn lines_to_knock(profile: &Profile, selected: &BTreeSet<ServiceId>) -> Vec<ServiceId> {
    let rows = profile.services.iter().filter(|s| selected.contains(&s.id) && can_be_asked(s));
    rows.map(|s| s.id.clone()).collect()
}

//! What to do: which entrances to open, which only by hand and why, what is there already, what belongs to another
//! device, which cabinets stay locked. A pure function of the case.

use std::collections::BTreeSet;
use std::net::{IpAddr, SocketAddr};

use crate::domain::address::Network;
use crate::domain::case::Case;
use crate::domain::change::{Change, ChangeResult, ChangeSet, Hindrance};
use crate::domain::inside;
use crate::domain::judge::facts::{Facts, Refusal};
use crate::domain::judge::service::Row;
use crate::domain::office::Control;
use crate::domain::plan_ipv6::{self, PinholePlan};
use crate::domain::probe::{Probe, Vantage};
use crate::domain::report::{Listed, Verdict};
use crate::domain::service::{Direction, Need, PortRange, ProbeKind, Profile, Service, ServiceId, Transport};
use crate::domain::there;
use crate::domain::voice;

/// Why an entrance is to be made by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ByHand {
    /// The router takes no requests.
    NoRequests,
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
    /// Another wall stands outside this one, so a door here would lead nowhere yet.
    BehindAnotherWall,
}

impl ByHand {
    /// Key of the words, without `by-hand-`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoRequests => "no-requests",
            Self::OnlyForTheAsker => "only-for-the-asker",
            Self::TooManyPorts => "too-many-ports",
            Self::CallsUnknown => "calls-unknown",
            Self::NoPhoneSystem => "no-phone-system",
            Self::ListUnread => "list-unread",
            Self::SensitivePort => "sensitive-port",
            Self::BehindAnotherWall => "behind-another-wall",
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
    /// The whole range: the phone system's own where it is known, else the profile's.
    pub whole: PortRange,
    /// Calls at the busiest moment, as told.
    pub calls: Option<u16>,
    /// Two ports a call, plus [`VOICE_MARGIN`]; the whole range while calls are not known, and for fax.
    pub proposed: PortRange,
    /// True when the proposed range is short enough to be mapped one by one.
    pub one_by_one: bool,
}

/// Ports added to two for each call.
pub const VOICE_MARGIN: u16 = 2;

/// Longer voice ranges are never mapped one by one (`field-notes.md` 5.4: clean-ups and tables).
pub const ONE_BY_ONE: u32 = 20;

/// What the description of every entrance that we make begins with.
pub const NAME_PLATE: &str = "SepEntrance ";

/// All that is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// One line for each selected row, then the never rows, then the outbound ones.
    pub lines: Vec<PlanLine>,
    /// Questions to ask inside: selected rows, and the never rows for comparing.
    pub inside: Vec<Probe>,
    /// Rows to knock on from outside; the voice is asked where a witness stands.
    pub knocks: Vec<ServiceId>,
    /// What the router is to be asked.
    pub changes: ChangeSet,
    /// Every selected entrance as a rule to make by hand, the lasting way.
    pub rules: Vec<ManualRule>,
    /// The voice.
    pub voice: Option<VoicePlan>,
    /// The command to run on the phone system, where the router opens only for the device that asks.
    pub there: Option<String>,
    /// What is to happen over IPv6, where anything can.
    pub over_ipv6: Option<PinholePlan>,
}

/// Ports that are other machines' as often as the phone system's: a person decides (web, shell, database, manager).
const SENSITIVE: [u16; 6] = [22, 23, 80, 443, 3306, 5038];

/// Seconds asked of a router that knows no *until removed*; it may give less.
const SEVEN_DAYS: u32 = 604_800;

/// Routers cut longer descriptions, or refuse them (UPnP error 605).
const LONGEST_DESCRIPTION: usize = 31;

/// Makes the plan.
pub fn plan(case: &Case) -> Plan {
    let facts = Facts::of(case);
    let selected = || facts.rows.iter().filter(|r| r.selected);
    let mut lines: Vec<PlanLine> = selected().map(|row| line(&facts, row)).collect();
    let rest = |never: bool| {
        facts.rows.iter().filter_map(move |row| {
            let intent = match (row.service.direction, row.service.need) {
                (Direction::Inbound, Need::Never) if never => Intent::StayShut,
                (Direction::Outbound, Need::Required | Need::IfFeature) if !never => Intent::MustGetOut,
                (Direction::Inbound | Direction::Outbound, Need::Required | Need::IfFeature | Need::Never) => {
                    return None;
                }
            };
            Some(PlanLine { service: row.service.id.clone(), intent, ports: row.service.ports() })
        })
    };
    lines.extend(rest(true).chain(rest(false)));
    let over_ipv6 = plan_ipv6::pinholes(&facts);
    let mut changes = changes(&facts, &lines);
    changes.extend(over_ipv6.iter().flat_map(|plan| plan_ipv6::changes(&facts, plan)));
    Plan {
        inside: inside(&facts),
        knocks: selected()
            .filter(|r| r.can_be_knocked() || r.service.is_voice())
            .map(|r| r.service.id.clone())
            .collect(),
        changes: ChangeSet { gateway: case.office.gateway().map(|g| g.address), changes },
        rules: selected().map(|row| rule(case, row)).collect(),
        there: there::command(case),
        over_ipv6,
        voice: selected().find(|r| r.service.is_voice()).map(|row| voice_plan(case, row.service)),
        lines,
    }
}

/// How the voice of one row is to come in.
pub(in crate::domain) fn voice_plan(case: &Case, service: &Service) -> VoicePlan {
    let calls = case.answers.calls;
    let never: Vec<&Service> = case
        .profile()
        .map(|p| p.services.iter().filter(|s| s.need == Need::Never && s.protocol == service.protocol).collect())
        .unwrap_or_default();
    let whole = own_voice(case, service).unwrap_or_else(|| service.ports());
    // How many people talk at once says nothing about fax.
    let counted = calls.filter(|_| !service.is_fax());
    let proposed = counted.map_or(whole, |calls| proposed(whole, calls, &never));
    let one_by_one = calls.is_some() && proposed.count() <= ONE_BY_ONE;
    VoicePlan { service: service.id.clone(), whole, calls, proposed, one_by_one }
}

/// The phone system's own range, where somebody looked inside: it counts more than what is usual for its kind.
fn own_voice(case: &Case, service: &Service) -> Option<PortRange> {
    let own = inside::of(case)?.voice.as_ref().map(|v| v.ports);
    own.filter(|_| service.is_voice_of_calls())
}

/// The range in which a walker is to ask for voices, where it is not the usual one of the profile: a walker elsewhere
/// knows nothing else of this phone system.
pub fn voice_to_ask(case: &Case) -> Option<PortRange> {
    let rows = Facts::of(case).rows;
    let row = rows.iter().find(|r| r.selected && r.service.is_voice_of_calls())?;
    own_voice(case, row.service).filter(|own| *own != row.service.ports() && voice::can_be_asked(*own))
}

/// The first ports of the range that are enough for so many calls and leave out every port that must stay shut. Where
/// no stretch is long enough, the longest.
fn proposed(whole: PortRange, calls: u16, never: &[&Service]) -> PortRange {
    let wanted = (u32::from(calls) * 2 + u32::from(VOICE_MARGIN)).min(whole.count());
    let mut locked: Vec<PortRange> = never.iter().map(|s| s.ports()).filter(|r| r.first <= whole.last).collect();
    locked.sort_unstable();
    let mut stretches: Vec<PortRange> = Vec::new();
    let mut from = u32::from(whole.first);
    let mut add = |from: u32, to: u32| {
        // RTP takes the even port of a pair (RFC 3550 section 11).
        let from = if from > u32::from(whole.first) { from + from % 2 } else { from };
        if from <= to {
            let port = |p: u32| u16::try_from(p).unwrap_or(u16::MAX);
            stretches.push(PortRange::from((port(from), port(to))));
        }
    };
    for range in locked.iter().filter(|r| r.last >= whole.first) {
        if u32::from(range.first) > from {
            add(from, u32::from(range.first) - 1);
        }
        from = from.max(u32::from(range.last) + 1);
    }
    add(from, u32::from(whole.last));
    let enough = stretches.iter().find(|s| s.count() >= wanted);
    let Some(stretch) = enough.or_else(|| stretches.iter().max_by_key(|s| (s.count(), u16::MAX - s.first))) else {
        return whole;
    };
    let length = wanted.min(stretch.count());
    let last = u32::from(stretch.first) + length - 1;
    PortRange::from((stretch.first, u16::try_from(last).unwrap_or(stretch.last)))
}

fn line(facts: &Facts<'_>, row: &Row<'_>) -> PlanLine {
    PlanLine { service: row.service.id.clone(), intent: intent(facts, row), ports: row.ports }
}

fn intent(facts: &Facts<'_>, row: &Row<'_>) -> Intent {
    let case = facts.case;
    if row.listed == Listed::Mapped || row.verdict == Verdict::Verified {
        return Intent::AlreadyThere;
    }
    let fits = row.voice.as_ref().map_or(row.ports.count() <= ONE_BY_ONE, |v| v.one_by_one);
    // One port of a long range in somebody else's hands is no reason to leave the rest.
    if fits && let Some(client) = facts.table.other_holder(row.service.protocol, row.ports) {
        return Intent::HeldByAnother(client);
    }
    let told = |c: &&ChangeResult| {
        c.is_mapping() && c.service == row.service.id && c.hindrance == Some(Hindrance::AnotherDevice)
    };
    if let Some(client) = case.changes.iter().find(told).and_then(|c| c.held_by) {
        return Intent::HeldByAnother(client);
    }
    if matches!(row.listed, Listed::WrongPort | Listed::Disabled) {
        return Intent::ListedWrong;
    }
    by_hand(facts, row, case, fits).map_or(Intent::Open, Intent::ByHand)
}

/// Why the router cannot be asked for this row, if it cannot.
fn by_hand(facts: &Facts<'_>, row: &Row<'_>, case: &Case, fits: bool) -> Option<ByHand> {
    let control = case.office.gateway().map_or(Control::None, |g| g.control);
    if case.phone_system_address().is_none() {
        return Some(ByHand::NoPhoneSystem);
    }
    match control {
        Control::None => return Some(ByHand::NoRequests),
        Control::Pcp | Control::NatPmp if !case.is_on_phone_system() => return Some(ByHand::OnlyForTheAsker),
        Control::Pcp | Control::NatPmp | Control::Igd1 | Control::Igd2 => {}
    }
    if !row.service.is_fax() && row.voice.as_ref().is_some_and(|v| v.calls.is_none()) {
        return Some(ByHand::CallsUnknown);
    }
    if !fits {
        return Some(ByHand::TooManyPorts);
    }
    if row.ports.first < 1024 || is_sensitive(row.ports) {
        return Some(ByHand::SensitivePort);
    }
    if facts.wall.is_outside_ours() && !facts.proof {
        return Some(ByHand::BehindAnotherWall);
    }
    if !facts.refusals(Refusal::OtherDevices).is_empty() {
        return Some(ByHand::OnlyForTheAsker);
    }
    // PCP and NAT-PMP never give away what somebody else has.
    (control.is_upnp() && !facts.table.is_whole()).then_some(ByHand::ListUnread)
}

pub(super) fn is_sensitive(ports: PortRange) -> bool {
    SENSITIVE.iter().any(|p| ports.contains(*p))
}

fn changes(facts: &Facts<'_>, lines: &[PlanLine]) -> Vec<Change> {
    let Some(client) = facts.case.phone_system_address() else { return Vec::new() };
    let by_upnp = facts.case.office.gateway().is_some_and(|g| g.control.is_upnp());
    // UPnP: until removed, which version 2 routers turn into seven days. PCP and NAT-PMP know no such thing.
    let lease = if by_upnp { 0 } else { SEVEN_DAYS };
    let mut changes: Vec<Change> = Vec::new();
    for line in lines.iter().filter(|l| l.intent == Intent::Open) {
        let Some(row) = facts.row(&line.service) else { continue };
        let protocol = row.service.protocol;
        let there: Vec<u16> = facts.table.right_lines(protocol, line.ports).iter().map(|l| l.external_port).collect();
        for port in (line.ports.first..=line.ports.last).filter(|p| !there.contains(p)) {
            if changes.iter().any(|c| (c.protocol, c.external_port) == (protocol, port)) {
                continue;
            }
            changes.push(Change {
                service: line.service.clone(),
                external_port: port,
                protocol,
                internal_client: client,
                lease_seconds: lease,
                description: name(&line.service),
            });
        }
    }
    changes
}

fn rule(case: &Case, row: &Row<'_>) -> ManualRule {
    ManualRule {
        service: row.service.id.clone(),
        name: name(&row.service.id),
        protocol: row.service.protocol,
        outside: row.ports,
        inside_address: case.phone_system_address(),
        inside: row.ports,
        sources: case.answers.trusted.clone(),
    }
}

/// Name plate of an entrance: short and ASCII, because routers cut or refuse others.
pub(super) fn name(service: &ServiceId) -> String {
    let plain = service.0.chars().filter(char::is_ascii_graphic);
    NAME_PLATE.chars().chain(plain).take(LONGEST_DESCRIPTION).collect()
}

/// Selected rows that can be asked, and the single never ports of the phone system for comparing.
fn inside(facts: &Facts<'_>) -> Vec<Probe> {
    let (Some(address), Some(profile)) = (facts.case.phone_system_address(), facts.case.profile()) else {
        return Vec::new();
    };
    probes_at(profile, &facts.case.selected(), address)
}

/// Questions to ask at an address: selected rows, the cabinets of the phone system itself, and what it has at the ports
/// of the desk phones' pages, in nobody's name: whatever else answers there from outside is a phone.
pub fn probes_at(profile: &Profile, selected: &BTreeSet<ServiceId>, address: IpAddr) -> Vec<Probe> {
    let can_be_asked = |s: &&Service| !matches!(s.probe, ProbeKind::Rtp | ProbeKind::None);
    let rows = || profile.services.iter().filter(|s| s.direction == Direction::Inbound).filter(can_be_asked);
    let probe = |s: &Service, service: Option<ServiceId>| Probe {
        service,
        kind: s.probe,
        transport: s.protocol,
        target: SocketAddr::new(address, s.port_start),
        vantage: Vantage::Inside,
    };
    let cabinet = |s: &Service| s.need == Need::Never && !s.is_on_phones() && s.ports().is_single();
    let asked = rows().filter(|s| selected.contains(&s.id) || cabinet(s));
    let mut probes: Vec<Probe> = asked.map(|s| probe(s, Some(s.id.clone()))).collect();
    for page in rows().filter(|s| s.is_on_phones()).map(|s| probe(s, None)) {
        if !probes.iter().any(|p| (p.transport, p.target) == (page.transport, page.target)) {
            probes.push(page);
        }
    }
    probes
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;

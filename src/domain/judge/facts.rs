//! What a case says when all of it is read together: which wall the router is, which walks were an outside, what the
//! router refused. Rules and plan read this; nothing here is a finding.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};

use crate::domain::address::{self, AddressKind};
use crate::domain::case::Case;
use crate::domain::change::{ChangeOutcome, ChangeResult, Hindrance};
use crate::domain::inside::{self, Inside};
use crate::domain::judge::calls::Calls;
use crate::domain::judge::service::{self, Row};
use crate::domain::judge::table::Table;
use crate::domain::lease::Denial;
use crate::domain::office::{Adapter, Gateway, HostFilter};
use crate::domain::probe::{Evidence, Family, Outcome, Vantage};
use crate::domain::report::{Listed, Looked, Street, Verdict, WalkReport, Walker};
use crate::domain::service::{Direction, Need, ServiceId, Transport};

/// Which wall the default router is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Wall {
    /// The outermost one, or nothing speaks against it.
    Outermost,
    /// Inside a tower with one shared street door.
    CarrierShared,
    /// Inside a second building.
    SecondRouter,
}

impl Wall {
    /// True when another wall stands outside this one.
    pub(in crate::domain) const fn is_outside_ours(self) -> bool {
        matches!(self, Self::CarrierShared | Self::SecondRouter)
    }
}

/// Why a router refused, as far as its own list and the other requests show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::domain) enum Refusal {
    /// Each device may open only its own entrance.
    OtherDevices,
    /// Not this port, while others pass.
    ThisPort,
    /// Another device or mechanism has the port.
    Conflict,
    /// No room, or taken and forgotten.
    TableFull,
    /// It says no to this very device, or to everybody.
    Flat,
    /// The router was not the reason, or nothing tells.
    Unknown,
}

/// A case, read together.
pub(in crate::domain) struct Facts<'a> {
    pub(in crate::domain) case: &'a Case,
    pub(in crate::domain) table: Table<'a>,
    pub(in crate::domain) wall: Wall,
    /// Rehearsed calls and the owner's word that still count.
    pub(in crate::domain) calls: Calls<'a>,
    /// Every row of the profile, in its order.
    pub(in crate::domain) rows: Vec<Row<'a>>,
    /// The right machine answered from outside since the walls were looked at, so none in between keeps visitors away,
    /// whatever became of that entrance.
    pub(in crate::domain) proof: bool,
    /// What the phone system of this office says of itself, where it can be believed.
    pub(in crate::domain) inside: Option<&'a Inside>,
}

impl<'a> Facts<'a> {
    pub(in crate::domain) fn of(case: &'a Case) -> Self {
        let table = Table::of(case);
        let calls = Calls::of(case);
        let rows = service::rows(case, &table, &calls);
        let proof = rows.iter().any(|r| r.is_proved) || service::was_answered_by_name(case);
        Self { case, table, wall: wall(case), calls, rows, proof, inside: inside::of(case) }
    }

    /// The row with this id.
    pub(in crate::domain) fn row(&self, id: &ServiceId) -> Option<&Row<'a>> {
        self.rows.iter().find(|r| r.service.id == *id)
    }

    /// An entrance that the list lacks is proved: this router's list leaves out rules made by hand, so what it lacks may
    /// be there all the same.
    pub(in crate::domain) fn list_leaves_out(&self) -> bool {
        self.rows.iter().any(|r| r.is_proved && r.listed == Listed::NotListed)
    }

    /// Selected entrances.
    pub(in crate::domain) fn selected(&self) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter().filter(|r| r.selected && r.service.direction == Direction::Inbound)
    }

    /// Silence of whoever was asked by datagram says nothing here: this computer lets no answer in.
    pub(in crate::domain) fn is_deaf(&self) -> bool {
        is_deaf(self.case)
    }

    pub(in crate::domain) fn looked(&self, stage: Looked) -> bool {
        self.case.looked.contains(&stage)
    }

    pub(in crate::domain) fn gateway(&self) -> Option<&'a Gateway> {
        self.case.office.gateway()
    }

    /// What the router said no to, and why, unless the entrance is there now.
    pub(in crate::domain) fn refusals(&self, why: Refusal) -> Vec<&'a ChangeResult> {
        self.case
            .changes
            .iter()
            .filter(|c| c.is_mapping() && self.is_missing(c) && refusal(self.case, c) == Some(why))
            .collect()
    }

    fn is_missing(&self, change: &ChangeResult) -> bool {
        let port = (change.external_port, change.external_port).into();
        let is_there = self.table.listed(change.protocol, port) == Listed::Mapped;
        !is_there && self.row(&change.service).is_none_or(|r| r.verdict != Verdict::Verified)
    }

    /// When the router's list was read.
    pub(in crate::domain) fn list_read_at(&self) -> Timestamp {
        self.case.office.mappings_at.unwrap_or(self.case.heard_at)
    }
}

/// The default route's adapter.
pub(super) fn default_adapter(case: &Case) -> Option<&Adapter> {
    Adapter::default_of(&case.office.adapters)
}

/// True when the way out leads through a VPN, so that what is seen beyond the router belongs to somebody else.
pub(super) fn is_in_tunnel(case: &Case) -> bool {
    default_adapter(case).is_some_and(|a| a.is_virtual)
}

/// The address that the router says it has outside. 0.0.0.0 is a way to say none.
pub(super) fn wan(case: &Case) -> Option<IpAddr> {
    case.office.gateway()?.wan_address.filter(|ip| address::kind(*ip) != AddressKind::Unspecified)
}

/// The next hop outwards, unless it was seen through a tunnel.
pub(super) fn hop(case: &Case) -> Option<IpAddr> {
    case.office.gateway()?.wan_hop.filter(|_| !is_in_tunnel(case))
}

fn wall(case: &Case) -> Wall {
    let outside = wan(case).or_else(|| hop(case));
    if outside.is_some_and(address::is_of_a_line_without_ipv4) {
        return Wall::CarrierShared;
    }
    match outside.map(address::kind) {
        Some(AddressKind::CarrierShared) => Wall::CarrierShared,
        Some(AddressKind::Private) => Wall::SecondRouter,
        Some(
            AddressKind::Public
            | AddressKind::Loopback
            | AddressKind::LinkLocal
            | AddressKind::Documentation
            | AddressKind::Multicast
            | AddressKind::Unspecified
            | AddressKind::Reserved,
        )
        | None => Wall::Outermost,
    }
}

/// Why a router says no to everything it is asked.
pub(super) fn why_flat(case: &Case, change: &ChangeResult) -> &'static str {
    match (change.denial, change.code) {
        (Some(Denial::NetworkFailure), _) => "no-address",
        // Without an address outside, miniupnpd answers every request with 501.
        (None, Some(501)) if wan(case).is_none() => "no-address",
        (Some(Denial::AddressMismatch), _) => "another-nat",
        // miniupnpd says so of a port that somebody else has and of one that its rules forbid, and NAT-PMP gives another
        // port in both cases.
        (Some(Denial::CannotProvideExternal), _) => "not-this-one",
        (Some(Denial::NotAuthorized), _) | (None, Some(606 | 718)) => "forbidden",
        (
            Some(
                Denial::UnsuppVersion
                | Denial::Malformed
                | Denial::UnsuppRequest
                | Denial::NoResources
                | Denial::UserExQuota
                | Denial::Other,
            )
            | None,
            _,
        ) => "unknown",
    }
}

/// Why PCP or NAT-PMP said no.
const fn denied(denial: Denial, others_pass: bool) -> Refusal {
    match denial {
        Denial::NoResources | Denial::UserExQuota => Refusal::TableFull,
        Denial::NotAuthorized if others_pass => Refusal::ThisPort,
        Denial::NotAuthorized
        | Denial::UnsuppVersion
        | Denial::Malformed
        | Denial::UnsuppRequest
        | Denial::NetworkFailure
        | Denial::CannotProvideExternal
        | Denial::AddressMismatch
        | Denial::Other => Refusal::Flat,
    }
}

/// 718 alone does not tell a refusal from a conflict; who holds the port does (`field-notes.md` 5.1).
fn refusal(case: &Case, change: &ChangeResult) -> Option<Refusal> {
    if change.result != ChangeOutcome::Refused {
        return None;
    }
    let others_pass = case.changes.iter().any(|c| c.is_mapping() && c.result == ChangeOutcome::Opened);
    let table_in_use = !case.mappings.is_empty();
    let own = change.held_by.is_some() && change.held_by == case.phone_system_address();
    if let Some(denial) = change.denial {
        return Some(denied(denial, others_pass));
    }
    Some(match (change.code, change.hindrance) {
        (_, Some(Hindrance::DoesNotReadBack)) | (Some(728), _) => Refusal::TableFull,
        (_, Some(Hindrance::AnotherDevice)) if !own => Refusal::Conflict,
        // 729: a rule made by hand or the router's own service, which its list does not show.
        (Some(729), _) => Refusal::Conflict,
        // One box says "invalid arguments" once its table is full (miniupnp issue 92).
        (Some(402), Some(Hindrance::NobodyHoldsIt) | None) if others_pass && table_in_use => Refusal::TableFull,
        (Some(_), Some(Hindrance::NobodyHoldsIt)) | (Some(606), None) if others_pass => Refusal::ThisPort,
        // On the phone system itself the asker asked for itself.
        (Some(606), _) | (Some(718), Some(Hindrance::NobodyHoldsIt)) if !case.is_on_phone_system() => {
            Refusal::OtherDevices
        }
        (Some(_), Some(Hindrance::NobodyHoldsIt) | None) => Refusal::Flat,
        (
            Some(_) | None,
            Some(
                Hindrance::NobodyHoldsIt
                | Hindrance::AnotherDevice
                | Hindrance::ChangedSince
                | Hindrance::Gone
                | Hindrance::NotPutBack
                | Hindrance::NoAnswer
                | Hindrance::Cancelled
                | Hindrance::EndsByItself
                | Hindrance::JournalNotWritten,
            )
            | None,
        ) => Refusal::Unknown,
    })
}

/// Two streets seen within this time saw the same office; what was met longer before the newest walk was met at another
/// hour.
pub(super) const SAME_TIME: SignedDuration = SignedDuration::from_mins(30);

/// True for what was met in the same visit as the newest of its kind.
pub(super) fn is_of_one_visit(newest: Option<Timestamp>, at: Timestamp) -> bool {
    newest.is_none_or(|newest| newest.duration_since(at) <= SAME_TIME)
}

/// Walks of the newest visit: somebody who walks again, with whatever luck, wants to know how it is now. A standing helper
/// is asked with every check, so one that was not to be had makes nobody's walk old: a colleague's code may be pasted the
/// next day.
pub(super) fn walks_now(case: &Case) -> impl DoubleEndedIterator<Item = &WalkReport> {
    let in_vain = |w: &&WalkReport| w.walker == Walker::Helper && w.trouble.is_some();
    let newest = case.walks.iter().filter(|w| !in_vain(w)).map(|w| w.at).max();
    case.walks.iter().filter(move |w| is_of_one_visit(newest, w.at))
}

/// True where somebody walks from outside now.
pub(super) fn is_seen_from_outside(case: &Case) -> bool {
    walks_now(case).any(is_outside)
}

/// True for a knock at whose door somebody else knocked at another hour since. A visitor who fell silent after an answer
/// was shut out, which is a finding of its own. An answer used again to stay under the limits is of the walk that it is
/// told with. A cabinet that was seen open is open until a new check: other streets may keep its port to themselves.
fn is_overtaken(case: &Case, knock: &Evidence) -> bool {
    let row = || case.profile()?.service(knock.service.as_ref()?);
    let is_cabinet = || row().is_some_and(|s| s.need == Need::Never);
    if knock.outcome == Outcome::Answered && is_cabinet() {
        return false;
    }
    let told_with = walks_of(case, knock).map(|w| w.at).max().filter(|_| knock.reused);
    let at = told_with.map_or(knock.at, |walk| walk.max(knock.at));
    let same_door = |e: &&Evidence| e.service == knock.service;
    let told = |e: &&Evidence| e.outcome == Outcome::Answered || is_no_answer(e.outcome);
    let fell_silent = |e: &Evidence| e.asker.is_some() && e.asker == knock.asker && is_no_answer(e.outcome);
    let later = |e: &&Evidence| !is_of_one_visit(Some(e.at), at);
    let mut others = all_knocks_over(case, knock.family).filter(same_door).filter(told).filter(later);
    others.any(|e| !fell_silent(e))
}

/// Walks whose walker is the asker of this evidence. Evidence of a walk that has not ended yet has none.
pub(super) fn walks_of<'c>(case: &'c Case, evidence: &'c Evidence) -> impl Iterator<Item = &'c WalkReport> {
    case.walks.iter().filter(move |w| w.address == evidence.asker)
}

/// Addresses of those who walked from another street.
pub(super) fn walkers(case: &Case) -> impl Iterator<Item = IpAddr> {
    case.walks.iter().filter(|w| is_outside(w)).filter_map(|w| w.address)
}

/// True for a walker who stood on another street.
pub(super) fn is_from_outside(case: &Case, walker: Option<IpAddr>) -> bool {
    case.walks.iter().any(|w| w.address == walker && is_outside(w))
}

/// True for a walk that stood on another street, as far as anybody can tell, and had no trouble of its own.
pub(super) fn is_outside(walk: &WalkReport) -> bool {
    walk.trouble.is_none() && matches!(walk.street, Street::Other | Street::Unknown)
}

/// Knocks over IPv4 that were really made from outside.
pub(super) fn knocks(case: &Case) -> impl Iterator<Item = &Evidence> {
    knocks_over(case, Family::Ipv4)
}

/// The same over IPv6, where no router stands between: they met the computer that asked, and not always the phone
/// system.
pub(super) fn knocks_over_ipv6(case: &Case) -> impl Iterator<Item = &Evidence> {
    knocks_over(case, Family::Ipv6)
}

fn knocks_over(case: &Case, family: Family) -> impl Iterator<Item = &Evidence> {
    all_knocks_over(case, family).filter(|e| !is_overtaken(case, e))
}

/// Those over IPv4 that were overtaken.
pub(super) fn old_knocks(case: &Case) -> impl Iterator<Item = &Evidence> {
    all_knocks_over(case, Family::Ipv4).filter(|e| is_overtaken(case, e))
}

/// All of them, those of another hour too.
pub(super) fn all_knocks_over(case: &Case, family: Family) -> impl Iterator<Item = &Evidence> {
    let from_outside = move |e: &&Evidence| e.vantage == Vantage::Outside && e.family == family;
    case.evidence.iter().filter(from_outside).filter(|e| walks_of(case, e).any(is_outside))
}

/// Silence counts from a standing helper, whose address the office itself reached or others answered, and where the same
/// walk was answered by this office at least once. Elsewhere the walker's own street may have swallowed it.
pub(super) fn silence_counts(case: &Case, evidence: &Evidence) -> bool {
    silence_counts_of(case, evidence, |helper| helper.answered_before != Some(false))
}

/// Silence locks a cabinet only where somebody answered that walker before: a helper whose own wall lets nothing out is
/// reached by offices all the same.
pub(super) fn silence_locks(case: &Case, evidence: &Evidence) -> bool {
    silence_counts_of(case, evidence, |helper| helper.answered_before == Some(true))
}

fn silence_counts_of(case: &Case, evidence: &Evidence, is_sure: impl Fn(&WalkReport) -> bool) -> bool {
    // A walk with this very computer meets its firewall again.
    let by_this_computer = || walks_of(case, evidence).any(|w| w.walker == Walker::StepOutside);
    if is_deaf(case) && evidence.transport == Transport::Udp && by_this_computer() {
        return false;
    }
    is_by_a_sure_walk(case, evidence, is_sure)
}

/// The same over IPv6.
pub(super) fn silence_counts_over_ipv6(case: &Case, evidence: &Evidence) -> bool {
    is_by_a_sure_walk(case, evidence, |helper| helper.answered_before != Some(false))
}

fn is_by_a_sure_walk(case: &Case, evidence: &Evidence, is_sure: impl Fn(&WalkReport) -> bool) -> bool {
    let is_answer = |e: &Evidence| e.asker == evidence.asker && e.outcome == Outcome::Answered;
    walks_of(case, evidence).any(|w| w.walker == Walker::Helper && is_outside(w) && is_sure(w))
        || knocks_over(case, evidence.family).any(is_answer)
}

/// True where answers to datagrams do not reach the program.
pub(super) fn is_deaf(case: &Case) -> bool {
    case.office.host_filter.as_ref().is_some_and(HostFilter::is_deaf)
}

/// True for outcomes that mean: asked, and nobody opened.
pub(super) const fn is_no_answer(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Silent | Outcome::Refused | Outcome::Unreachable)
}

/// True when the walker is on the guest list.
pub(super) fn is_guest(case: &Case, walker: Option<IpAddr>) -> bool {
    walker.is_some_and(|ip| case.answers.trusted.iter().any(|n| n.contains(ip)))
}

//! What a program that stays open does when: look at the router, make our leases last, ask the services. Pure: the
//! engine rings at a time, its events come in, commands and news go out. Nothing here asks a person, so nothing here
//! makes a change that no person said yes to.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::case::Case;
use crate::domain::change::{JournalEntry, JournalId, Missing, Renewal, Renewed};
use crate::domain::differences::what_changed;
use crate::domain::judge::judge;
use crate::domain::message::{Command, Event};
use crate::domain::news::{Happened, News};
use crate::domain::office::{Control, MappingList};
use crate::domain::report::Report;
use crate::domain::service::{Direction, Need, ProbeKind, Service, ServiceId};

/// Between two looks unless told otherwise.
pub const EVERY: SignedDuration = SignedDuration::from_mins(15);
/// Nobody looks more often.
pub const SHORTEST: SignedDuration = SignedDuration::from_secs(10);
/// Nobody looks more seldom.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(24);

/// SIP is asked once in this time, because ban rules count every stranger's message.
const SIP_EVERY: SignedDuration = SignedDuration::from_hours(2);
/// After a change it is asked earlier, and never sooner than this.
const SIP_AFTER_CHANGE: SignedDuration = SignedDuration::from_mins(15);
/// The bell is not rung again sooner than this.
const SHORTEST_REST: SignedDuration = SignedDuration::from_secs(5);
/// First pause after a renewal that did not work; each further one is twice as long.
const TRY_AGAIN: SignedDuration = SignedDuration::from_mins(1);
/// The only entrance is put back so often in a day: whoever keeps taking it away on the router's page wins.
const ONE_PUT_BACK_A_DAY: usize = 3;
/// Several that are gone at once were forgotten; a router that restarts more often needs another cure.
const ALL_PUT_BACK_A_DAY: usize = 24;
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Another copy of the program that does the same for this office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Its process.
    pub pid: u32,
    /// Since when.
    pub since: Timestamp,
}

/// What follows from an event.
#[derive(Debug, Default)]
pub struct Turn {
    /// For the engine.
    pub commands: Vec<Command>,
    /// For the owner.
    pub happened: Vec<Happened>,
    /// Leases were renewed in this round, so the router's table reads anew.
    pub renewed: bool,
}

/// Where a round is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Resting,
    Looking,
    Renewing,
    Asking,
}

/// How often a renewal was tried in vain, and when last.
#[derive(Clone, Copy, Debug)]
struct InVain {
    at: Timestamp,
    times: u32,
    result: Renewed,
}

/// Rounds through one office.
#[derive(Debug)]
pub struct Rounds {
    every: SignedDuration,
    only: (Option<Ipv4Addr>, Option<String>),
    stage: Stage,
    /// This round.
    case: Case,
    /// What is known: the rounds before, put together.
    known: Case,
    /// The last word about it; none before the first round.
    report: Option<Report>,
    looked_at: Option<Timestamp>,
    sip_at: Option<Timestamp>,
    network_away: bool,
    router_away: bool,
    /// Entrances of ours that the router did not list at the last look.
    absent: BTreeSet<JournalId>,
    in_vain: BTreeMap<JournalId, InVain>,
    put_back: BTreeMap<JournalId, Vec<Timestamp>>,
    /// Renewals of this round that are still to be sent.
    queue: Vec<Command>,
    renewals: Vec<Renewal>,
    /// Rounds in a row after which a lease was still waiting for its renewal.
    late: u32,
}

impl Rounds {
    /// Begins with what a check or an earlier report knows. Looks only at this router and through this adapter.
    pub fn new(every: SignedDuration, known: &Case, only: (Option<Ipv4Addr>, Option<String>)) -> Self {
        Self {
            every: every.clamp(SHORTEST, LONGEST),
            only,
            stage: Stage::Resting,
            case: known.clone(),
            known: known.clone(),
            report: None,
            looked_at: None,
            sip_at: None,
            network_away: false,
            router_away: false,
            absent: BTreeSet::new(),
            in_vain: BTreeMap::new(),
            put_back: BTreeMap::new(),
            queue: Vec::new(),
            renewals: Vec::new(),
            late: 0,
        }
    }

    /// True between two rounds.
    pub fn is_resting(&self) -> bool {
        self.stage == Stage::Resting
    }

    /// What is known after the last round.
    pub const fn known(&self) -> &Case {
        &self.known
    }

    /// A person's check found out more: the next round compares with that.
    pub fn learn(&mut self, known: &Case) {
        if self.is_resting() {
            self.known = known.clone();
            self.report = Some(judge(known));
            self.looked_at = Some(known.heard_at);
            (self.network_away, self.router_away) = (false, false);
        }
    }

    /// Ring again then. A lease is renewed after half of its time, which leaves as much for trying again.
    pub fn next_bell(&self, now: Timestamp) -> Timestamp {
        let later = |from: Timestamp, by: SignedDuration| from.checked_add(by).unwrap_or(from);
        // A clock that was set back must not make anybody wait for it to catch up.
        let looked_at = self.looked_at.filter(|at| *at <= now);
        let look = looked_at.map_or(now, |at| later(at, self.every));
        let here = self.known.office.gateway().map(|g| g.address);
        let kept = self.known.journal.iter().filter(|e| e.is_kept() && Some(e.gateway) == here);
        let renewals = kept.filter(|e| !self.absent.contains(&e.id)).filter_map(|e| {
            let at = e.renew_at()?;
            // It was due before and did not come about: the router is away, or says no.
            let tried = self.in_vain.get(&e.id).map_or(0, |t| t.times).max(self.late);
            Some(looked_at.filter(|looked| at <= *looked).map_or(at, |l| later(l, pause(tried, self.every))))
        });
        let next = renewals.chain([look]).min().unwrap_or(look);
        let soonest = later(now, SHORTEST_REST);
        next.clamp(soonest, later(now, self.every).max(soonest))
    }

    /// The bell rang: a round begins, unless one is going on.
    pub fn ring(&mut self, now: Timestamp) -> Vec<Command> {
        if !self.is_resting() {
            return Vec::new();
        }
        self.stage = Stage::Looking;
        self.looked_at = Some(now);
        let mut case = Case::new(now, self.known.answers.clone());
        case.journal.clone_from(&self.known.journal);
        case.advice.clone_from(&self.known.advice);
        self.case = case;
        let (router, interface) = self.only.clone();
        let (phones_use, street_name) = (self.known.answers.phones_use.clone(), self.known.name_of_street());
        vec![Command::Look { router, interface, phones_use, street_name }]
    }

    /// The round was broken off, because a person wants something now.
    pub fn break_off(&mut self) {
        self.stage = Stage::Resting;
        self.queue.clear();
        self.renewals.clear();
    }

    /// The engine said something about a round, or about the journal.
    pub fn receive(&mut self, event: &Event) -> Turn {
        if let Event::Journal(journal) = event {
            self.known.journal.clone_from(journal);
        }
        if self.is_resting() {
            return Turn::default();
        }
        if let Event::Renewed(renewal) = event {
            self.renewals.push(renewal.clone());
        }
        self.case.absorb(event);
        let Event::Finished { at } = event else { return Turn::default() };
        self.finished(*at)
    }

    fn finished(&mut self, now: Timestamp) -> Turn {
        let mut turn = Turn::default();
        if self.stage == Stage::Looking {
            self.queue = self.renewals_due(now);
            self.stage = Stage::Renewing;
        }
        if self.stage == Stage::Renewing {
            if let Some(next) = self.queue.pop() {
                turn.commands.push(next);
                return turn;
            }
            turn.renewed = self.renewals.iter().any(|r| r.result.stands());
            turn.happened = self.tell_who_is_away(now);
            turn.happened.extend(self.tell(now));
            self.stage = Stage::Asking;
            if let Some(ask) = self.ask(now, !turn.happened.is_empty()) {
                turn.commands.push(ask);
                return turn;
            }
        }
        self.stage = Stage::Resting;
        turn.happened.extend(self.tell(now));
        let waits = |e: &JournalEntry| e.is_kept() && e.renew_at().is_some_and(|at| at <= now);
        self.late = if self.known.journal.iter().any(waits) { self.late.saturating_add(1) } else { 0 };
        turn.commands.push(Command::WakeAt(self.next_bell(now)));
        turn
    }

    /// Which leases are asked for again, after this round's look.
    fn renewals_due(&mut self, now: Timestamp) -> Vec<Command> {
        let Some(gateway) = self.case.office.gateway().filter(|g| g.control != Control::None) else {
            return Vec::new();
        };
        let here = gateway.address;
        let was_read = gateway.list == MappingList::Whole;
        let ours: Vec<JournalEntry> =
            self.case.journal.iter().filter(|e| e.is_kept() && e.gateway == here).cloned().collect();
        // No router lists its openings over IPv6, but it was asked for each of ours.
        let was_asked = |e: &JournalEntry| if e.is_pinhole() { gateway.ipv6_control.is_some() } else { was_read };
        let gone: Vec<&JournalEntry> = ours.iter().filter(|e| was_asked(e) && !self.case.lists(e)).collect();
        self.absent = gone.iter().map(|e| e.id).collect();
        // One entrance that is gone may have been taken away by somebody; all of them at once is a restart. What was
        // taken away before is neither.
        let is_left = |e: &&JournalEntry| e.gone_at.is_none();
        let forgot = gone.iter().copied().filter(is_left).count() == ours.iter().filter(is_left).count();
        let rested = |e: &JournalEntry| {
            let tried = self.in_vain.get(&e.id);
            tried.is_none_or(|t| now.duration_since(t.at).abs() >= pause(t.times, self.every))
        };
        let most = if ours.len() > 1 { ALL_PUT_BACK_A_DAY } else { ONE_PUT_BACK_A_DAY };
        let too_often = |e: &JournalEntry| {
            let times = self.put_back.get(&e.id).into_iter().flatten();
            times.filter(|at| now.duration_since(**at).abs() < DAY).count() >= most
        };
        // PCP and NAT-PMP have no list, and a clock that tells.
        let began_anew =
            self.known.office.gateway().and_then(|then| gateway.epoch?.has_restarted_since(then.epoch?).then_some(()));
        let unlisted = ours.iter().filter(|e| e.claim.is_some() && !e.is_pinhole() && began_anew.is_some());
        let (back, taken): (Vec<&JournalEntry>, Vec<&JournalEntry>) =
            gone.into_iter().filter(is_left).partition(|e| forgot || e.has_run_out(now));
        let put_back = back.into_iter().chain(unlisted).filter(|e| rested(e) && !too_often(e));
        let put_back: Vec<JournalId> = put_back.map(|e| e.id).collect();
        // A clock that was set back says nothing about how much of a lease is left, and a router that was asked for a
        // week may have less on its list.
        let is_short = |e: &JournalEntry| {
            let mut lines = self.case.mappings.iter().filter(|line| e.reads_as_written(line) && line.lease_seconds > 0);
            let half = e.read_back.as_ref().map_or(0, |line| line.lease_seconds / 2);
            lines.any(|line| line.lease_seconds <= half)
        };
        let is_due = |e: &JournalEntry| {
            e.renew_at().is_some_and(|at| at <= now || e.made_at.unwrap_or(e.at) > now) || is_short(e)
        };
        let is_free = |e: &JournalEntry| !self.absent.contains(&e.id) && !put_back.contains(&e.id);
        let due = ours.iter().filter(|e| is_free(e) && is_due(e) && rested(e));
        let due: Vec<JournalId> = due.map(|e| e.id).collect();
        // Asked about once, so that the journal knows it for longer than this program runs.
        let taken: Vec<JournalId> = taken.iter().map(|e| e.id).collect();
        let renew =
            |entries: Vec<JournalId>, missing| (!entries.is_empty()).then_some(Command::Renew { entries, missing });
        let all = [(put_back, Missing::PutBack), (due, Missing::LeaveAlone), (taken, Missing::TakenAway)];
        all.into_iter().filter_map(|(entries, missing)| renew(entries, missing)).collect()
    }

    /// The way out and the router, there or not: said when it changes, before what is known covers it up.
    fn tell_who_is_away(&mut self, now: Timestamp) -> Vec<Happened> {
        let mut news = Vec::new();
        let mut note = |away: &mut bool, is_here: bool, gone: News, back: News| {
            if *away == is_here {
                news.push(if is_here { back } else { gone });
                *away = !is_here;
            }
        };
        let has_network = self.case.office.adapters.iter().any(|a| a.default_route);
        note(&mut self.network_away, has_network, News::NetworkAway, News::NetworkBack);
        let known = self.known.office.gateway().filter(|g| g.control != Control::None);
        if let Some(router) = known.map(|g| g.address).filter(|_| has_network) {
            let answers = self.case.office.gateway().is_some_and(|g| g.control != Control::None);
            note(&mut self.router_away, answers, News::RouterAway { router }, News::RouterBack { router });
        }
        news.into_iter().map(|news| Happened { at: now, news }).collect()
    }

    /// What is told after a look or after the questions; what is known grows by it.
    fn tell(&mut self, now: Timestamp) -> Vec<Happened> {
        self.case.carry(&self.known);
        let report = judge(&self.case);
        let before = self.report.get_or_insert_with(|| judge(&self.known));
        let mut news = what_changed(before, &report);
        let renewals = self.renewal_news(now);
        // What was made again is on the list again, which is the lesser news.
        let put_back = |s: &ServiceId| renewals.contains(&News::PutBack { service: s.clone() });
        let is_told = |n: &News| matches!(n, News::EntranceListed { service } if put_back(service));
        news.retain(|n| n.is_for_rounds() && !is_told(n));
        news.extend(renewals);
        self.known = self.case.clone();
        self.report = Some(report);
        news.into_iter().map(|news| Happened { at: now, news }).collect()
    }

    /// Renewals that are worth a line: what failed, once; what works again; what was put back.
    fn renewal_news(&mut self, now: Timestamp) -> Vec<News> {
        let mut news = Vec::new();
        for renewal in std::mem::take(&mut self.renewals) {
            let (id, service) = (renewal.entry, renewal.service.clone());
            let before = self.in_vain.get(&id).copied();
            match renewal.result {
                Renewed::Renewed | Renewed::PutBack => {
                    self.in_vain.remove(&id);
                    self.absent.remove(&id);
                    if renewal.result == Renewed::PutBack {
                        let times = self.put_back.entry(id).or_default();
                        times.retain(|at| now.duration_since(*at).abs() < DAY);
                        times.push(now);
                        news.push(News::PutBack { service });
                    } else if before.is_some() {
                        news.push(News::Renewed { service });
                    }
                }
                Renewed::Gone | Renewed::ChangedSince | Renewed::Refused | Renewed::Failed => {
                    let times = before.map_or(0, |b| b.times).saturating_add(1);
                    self.in_vain.insert(id, InVain { at: now, times, result: renewal.result });
                    // What the list did not have at the last look is told as an entrance that is gone.
                    let is_told = renewal.result == Renewed::Gone && self.absent.contains(&id);
                    if before.is_none_or(|b| b.result != renewal.result) && !is_told {
                        let why = renewal.result.id().to_owned();
                        news.push(News::NotRenewed { service, why, code: renewal.code });
                    }
                }
            }
        }
        // Ten voice ports of one row make one line.
        news.dedup();
        news
    }

    /// The questions of this round, if there is anybody to ask.
    fn ask(&mut self, now: Timestamp, changed: bool) -> Option<Command> {
        let address = self.case.phone_system_address().filter(|_| !self.network_away)?;
        let profile = self.case.answers.system.clone()?;
        let since = self.sip_at.map(|at| now.duration_since(at).abs());
        let bell = since.is_none_or(|s| s >= SIP_EVERY || (changed && s >= SIP_AFTER_CHANGE));
        let is_asked = |s: &&Service| match s.probe {
            ProbeKind::Sip | ProbeKind::Iax2 => bell,
            ProbeKind::Rtp | ProbeKind::None | ProbeKind::Tftp => false,
            ProbeKind::Xmpp
            | ProbeKind::Http
            | ProbeKind::Https
            | ProbeKind::Tls
            | ProbeKind::Tcp
            | ProbeKind::Ssh
            | ProbeKind::Mysql
            | ProbeKind::Ami => true,
        };
        let rows = self.case.selected_services().into_iter();
        let rows = rows.filter(|s| s.direction == Direction::Inbound && s.need != Need::Never).filter(is_asked);
        let services: Vec<ServiceId> = rows.map(|s| s.id.clone()).collect();
        if services.is_empty() {
            return None;
        }
        if bell {
            self.sip_at = Some(now);
        }
        // What was answered before must not hide a silence now.
        self.case.evidence.retain(|e| !e.service.as_ref().is_some_and(|s| services.contains(s)));
        Some(Command::Glance { address, profile, services })
    }
}

/// After so many tries in vain.
fn pause(times: u32, every: SignedDuration) -> SignedDuration {
    let doubled = 2_i32.checked_pow(times.saturating_sub(1)).and_then(|n| TRY_AGAIN.checked_mul(n));
    doubled.map_or(every, |d| d.min(every.max(TRY_AGAIN)))
}

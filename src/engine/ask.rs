//! Asking the phone system from inside: every selected service with its own question, side by side, within the limits
//! that keep anybody from being banned.

use std::net::IpAddr;
use std::time::{Duration, Instant};

use tokio::sync::mpsc;
use tokio::task::JoinSet;

use super::{Office, Voice, now};
use crate::domain::catalog;
use crate::domain::limits::{self, Ledger};
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::office::PhoneSystem;
use crate::domain::plan::probes_at;
use crate::domain::probe::{Evidence, Outcome, Probe};
use crate::domain::report::Looked;
use crate::domain::service::{Need, ProbeKind, Profile, ProfileId, ServiceId};
use crate::engine::spent::Lent;
use crate::net;

/// Machines that wait to be shown while others still answer.
const CANDIDATES: usize = 64;
/// Addresses asked between two words about it.
const STRIDE: u32 = 8;

impl Office {
    /// Looks round the local network. Sent only after consent.
    pub(super) async fn find_phone_system(&mut self, voice: &Voice) {
        // A VPN's network is full of strangers, whom the owner did not agree to ask.
        let Some(adapter) = self.office_adapter().cloned() else {
            voice.problem(Problem::new("no-network")).await;
            return;
        };
        let (found, mut candidates) = mpsc::channel(CANDIDATES);
        let surroundings = self.surroundings.clone();
        let on = |done: u32, total: u32| {
            if done.is_multiple_of(STRIDE) || done == total {
                voice.say_if_there_is_room(Event::Progress { done, total, doing: Doing::LookingRound });
            }
        };
        let search = async move { net::look_round::look_round(&adapter, &surroundings, found, on).await };
        let gateways: Vec<IpAddr> = self.adapters.iter().filter_map(|a| a.gateway).map(IpAddr::V4).collect();
        let read = async {
            while let Some(mut candidate) = candidates.recv().await {
                // A router with telephone sockets of its own answers SIP too.
                candidate.likely &= !gateways.contains(&candidate.address);
                voice.say(Event::Candidate(candidate)).await;
            }
        };
        tokio::join!(search, read);
        voice.say(Event::Looked(Looked::PhoneSystem)).await;
    }

    /// Asks every selected row, and the never rows for comparing, at this address.
    pub(super) async fn ask_phone_system(
        &mut self,
        voice: &Voice,
        address: IpAddr,
        profile: &ProfileId,
        services: &[ServiceId],
    ) {
        let Some(rows) = catalog::profile(profile) else {
            let known = catalog::known_ids();
            voice.problem(Problem::new("unknown-system").with("word", profile).with("known", known)).await;
            return;
        };
        if self.asked.replace(address).is_some_and(|other| other != address) {
            // It answered for the other one.
            self.outside.clear();
        }
        let mut phone_system =
            PhoneSystem { address, mac: None, profile: profile.clone(), server: None, answers_inside: false };
        voice.say(Event::PhoneSystem(phone_system.clone())).await;
        let probes = probes_at(rows, &services.iter().cloned().collect(), address);
        let evidence = self.ask_side_by_side(voice, probes, Asker::Person).await;

        let answered = |e: &&Evidence| e.outcome == Outcome::Answered;
        phone_system.answers_inside = evidence.iter().filter(answered).any(|e| is_wanted(rows, e));
        let sip = evidence.iter().filter(answered).find(|e| e.probe == ProbeKind::Sip);
        // The status line comes first, then what it calls itself.
        phone_system.server = sip
            .and_then(|e| e.seen.as_deref())
            .and_then(|seen| seen.split_once(", "))
            .map(|(_, server)| server.to_owned());
        phone_system.mac = net::adapter::neighbour_mac(address).await;
        if let Some(there) = net::adapter::machine_there(address, &self.surroundings).await {
            voice.say(Event::MachineThere(there || phone_system.answers_inside)).await;
        }
        self.inside = evidence;
        voice.say(Event::PhoneSystem(phone_system)).await;
        voice.say(Event::Looked(Looked::PhoneSystem)).await;
        voice.say(Event::Looked(Looked::Inside)).await;
    }

    /// Asks exactly these rows, without a person having asked for it.
    pub(super) async fn glance(&mut self, voice: &Voice, address: IpAddr, profile: &ProfileId, services: &[ServiceId]) {
        let Some(rows) = catalog::profile(profile) else { return };
        // Cabinets are not tried day and night: each knock would be a line in a log that somebody watches.
        let is_named = |p: &Probe| p.service.as_ref().is_some_and(|s| services.contains(s));
        let probes = probes_at(rows, &services.iter().cloned().collect(), address).into_iter().filter(is_named);
        let evidence = self.ask_side_by_side(voice, probes.collect(), Asker::Nobody).await;
        if evidence.iter().any(|e| e.outcome == Outcome::Answered) {
            let mac = net::adapter::neighbour_mac(address).await;
            let profile = profile.clone();
            let there = PhoneSystem { address, mac, profile, server: None, answers_inside: true };
            voice.say(Event::PhoneSystem(there)).await;
        }
        voice.say(Event::Looked(Looked::Inside)).await;
    }

    /// Probes run side by side: silence never costs more than its one time limit.
    async fn ask_side_by_side(&mut self, voice: &Voice, probes: Vec<Probe>, asker: Asker) -> Vec<Evidence> {
        let total = u32::try_from(probes.len()).unwrap_or(u32::MAX);
        let mut tasks = JoinSet::new();
        let mut evidence = Vec::new();
        let mut ledger = self.ledger();
        for probe in probes {
            if let Some(doing) = probe.service.clone() {
                voice.say(Event::Progress { done: 0, total, doing: Doing::Asking(doing) }).await;
            }
            let messages = limits::cost(probe.kind, probe.transport);
            let at = now();
            if asker == Asker::Nobody && messages > ledger.spare_room(probe.target.ip(), at) {
                continue;
            }
            if messages > 0 && !ledger.take(probe.target.ip(), at, messages) {
                evidence.extend(self.earlier_answer(voice, &probe).await);
                continue;
            }
            let surroundings = self.surroundings.clone();
            tasks.spawn(async move {
                let begun = Instant::now();
                let measured = net::measure(&probe, &net::From::default(), &surroundings).await;
                let elapsed = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
                Evidence::of(&probe, measured, at, elapsed)
            });
        }
        let mut done = total - u32::try_from(tasks.len()).unwrap_or(0);
        while let Some(finished) = tasks.join_next().await {
            let Ok(item) = finished else { continue };
            done += 1;
            let spared = limits::unused(item.probe, item.transport, Duration::from_millis(item.elapsed_ms));
            ledger.give_back(item.target.ip(), item.at, spared);
            if let Some(id) = item.service.clone() {
                voice.say(Event::Progress { done, total, doing: Doing::Asking(id) }).await;
            }
            voice.say(Event::Evidence(item.clone())).await;
            evidence.push(item);
        }
        self.keep_ledger(ledger);
        evidence
    }

    /// Over the limit: the last SIP answer is used again, marked with its age.
    async fn earlier_answer(&self, voice: &Voice, probe: &Probe) -> Option<Evidence> {
        let same = |e: &&Evidence| e.service == probe.service && e.target == probe.target && e.vantage == probe.vantage;
        let here = self.inside.iter().rfind(same).cloned();
        let kept = here.or_else(|| self.store.last_report().and_then(|r| r.evidence.iter().rfind(same).cloned()));
        let Some(mut earlier) = kept else {
            voice.problem(Problem::new("sip-limit").with("minutes", 10)).await;
            return None;
        };
        earlier.reused = true;
        voice.say(Event::Evidence(earlier.clone())).await;
        Some(earlier)
    }

    /// SIP messages sent so far. A practice office bans nobody.
    pub(super) fn ledger(&self) -> Lent {
        let is_practice = self.surroundings.practice.is_some();
        self.spent.lend(if is_practice { Ledger::default() } else { self.store.ledger() })
    }

    pub(super) fn keep_ledger(&mut self, lent: Lent) {
        drop(lent);
        self.keep_spent();
    }

    /// What a command gave back, or left when it was broken off.
    pub(super) fn keep_spent(&mut self) {
        if let Some(ledger) = self.spent.take().filter(|_| self.surroundings.practice.is_none()) {
            // A ledger that cannot be kept only makes the next sitting count from what it knows.
            self.store.keep_ledger(ledger).ok();
        }
    }
}

/// On whose account a question is asked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asker {
    /// Somebody waits for the answer; one from before is better than none.
    Person,
    /// Nobody: what the limits keep for people is left alone.
    Nobody,
}

/// An answer of a cabinet alone does not show that the phone system is there.
fn is_wanted(profile: &Profile, evidence: &Evidence) -> bool {
    let row = evidence.service.as_ref().and_then(|id| profile.service(id));
    row.is_some_and(|s| s.need != Need::Never)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::net::UdpSocket;

    use super::*;
    use crate::domain::message::RunId;
    use crate::domain::office::Adapter;
    use crate::domain::probe::{Route, Surroundings};
    use crate::domain::service::Transport;
    use crate::engine::voice::Out;
    use crate::practice;
    use crate::store::Store;

    const STRANGER: &str = "10.8.0.20:5060";

    /// Who is found where a VPN has the way out, what else was said, and how many datagrams met somebody in its network.
    async fn looked_round(
        adapters: fn(Vec<Adapter>) -> Vec<Adapter>,
        is_named: bool,
    ) -> (Vec<IpAddr>, Vec<String>, u32) {
        let office = practice::open(practice::scenario("nothing-opened").unwrap(), now).await.unwrap();
        let stranger = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let mut surroundings: Surroundings = office.surroundings.clone();
        let street = surroundings.practice.as_mut().unwrap();
        let real = stranger.local_addr().unwrap();
        street.routes.push(Route { transport: Transport::Udp, story: STRANGER.parse().unwrap(), real });
        let vpn = Adapter { is_virtual: true, ..Adapter::way_out("tun0", [10, 8, 0, 6].into()) };
        let others = street.adapters.iter().map(|a| Adapter { default_route: false, ..a.clone() });
        let all = std::iter::once(vpn).chain(others).collect();

        let folder = tempfile::tempdir().unwrap();
        let (store, _) = Store::open(Some(folder.path().to_owned())).unwrap();
        let mut here = Office::new(surroundings, None, store);
        (here.adapters, here.is_named) = (adapters(all), is_named);
        let (sender, mut events) = mpsc::channel(4096);
        let out = Out { events: sender, wake: Arc::new(|| {}) };
        here.find_phone_system(&Voice::new(&out, RunId(1), false)).await;
        drop(out);
        let (mut found, mut problems) = (Vec::new(), Vec::new());
        while let Some((_, event)) = events.recv().await {
            if let Event::Problem(problem) = &event {
                problems.push(problem.code.clone());
            }
            if let Event::Candidate(candidate) = event
                && candidate.likely
            {
                found.push(candidate.address);
            }
        }
        let (mut met, mut buffer) = (0, [0; 2048]);
        while stranger.try_recv(&mut buffer).is_ok() {
            met += 1;
        }
        (found, problems, met)
    }

    #[tokio::test]
    async fn a_vpn_that_took_the_way_out_is_not_looked_round_in() {
        let (found, problems, met) = looked_round(|all| all, false).await;
        assert_eq!((found, problems, met), (vec!["192.168.77.20".parse().unwrap()], vec![], 0));
        let only_vpn = |all: Vec<Adapter>| all.into_iter().filter(|a| a.is_virtual).take(1).collect();
        let (found, problems, met) = looked_round(only_vpn, false).await;
        assert_eq!((found, problems, met), (vec![], vec!["no-network".to_owned()], 0));
        let (_, problems, met) = looked_round(only_vpn, true).await;
        assert_eq!((problems, met), (vec![], 1), "whoever names the VPN means it");
    }
}

//! Rounds through an office that is played by hand over hours and days: when it is looked at, when leases are renewed,
//! what is said and what is not. Time is a number here; nobody waits.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use jiff::{SignedDuration, Timestamp};
use separate_entrance::domain::case::Case;
use separate_entrance::domain::change::{Change, JournalEntry, JournalId, JournalState, Missing, Renewal, Renewed};
use separate_entrance::domain::message::{Command, Event};
use separate_entrance::domain::news::{Happened, News};
use separate_entrance::domain::office::{Adapter, Answers, Control, Gateway, MappingList, PhoneSystem, PortMapping};
use separate_entrance::domain::probe::{Evidence, Measured, Outcome, Probe, Vantage};
use separate_entrance::domain::report::Looked;
use separate_entrance::domain::rounds::{EVERY, Rounds};
use separate_entrance::domain::service::{ProbeKind, ProfileId, ServiceId, Transport};

const ROUTER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 77, 1));
const PBX: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 77, 20));

fn at(minutes: i64) -> Timestamp {
    "2026-11-23T00:00:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minutes)
}

fn minutes(n: i64) -> SignedDuration {
    SignedDuration::from_mins(n)
}

/// The office and what stands in it. Tests change it between rounds.
struct World {
    now: Timestamp,
    network: bool,
    router: bool,
    street: IpAddr,
    /// Port and when its lease ends; none: never.
    table: BTreeMap<u16, Option<Timestamp>>,
    /// Seconds that the router gives.
    lease: u32,
    refuses: Option<u16>,
    journal: Vec<JournalEntry>,
    silent: Vec<&'static str>,
    /// What was asked of whom.
    looks: Vec<Timestamp>,
    asked: Vec<(Timestamp, ServiceId)>,
    renewed: Vec<(Timestamp, u16, Renewed)>,
    said: Vec<Happened>,
}

impl World {
    fn new(lease: u32, ports: &[u16]) -> Self {
        let now = at(0);
        let line = |port: u16| (port, (lease > 0).then(|| now + SignedDuration::from_secs(i64::from(lease))));
        let mut world = Self {
            now,
            network: true,
            router: true,
            street: "11.22.33.2".parse().unwrap(),
            table: ports.iter().map(|p| line(*p)).collect(),
            lease,
            refuses: None,
            journal: Vec::new(),
            silent: Vec::new(),
            looks: Vec::new(),
            asked: Vec::new(),
            renewed: Vec::new(),
            said: Vec::new(),
        };
        world.journal = (1..).zip(ports).map(|(id, port)| world.entry(id, *port)).collect();
        world
    }

    fn entry(&self, id: u64, port: u16) -> JournalEntry {
        JournalEntry {
            id: JournalId(id),
            at: self.now,
            gateway: ROUTER,
            gateway_id: None,
            change: Change {
                service: ServiceId(if port == 5060 { "sip-udp" } else { "rtp" }.to_owned()),
                external_port: port,
                protocol: Transport::Udp,
                internal_client: PBX,
                lease_seconds: 0,
                description: "ours".to_owned(),
            },
            state: JournalState::Made,
            read_back: Some(self.line(port)),
            made_at: None,
            claim: None,
            unique_id: None,
            was_free: false,
            gone_at: None,
        }
    }

    fn line(&self, port: u16) -> PortMapping {
        let left = self.table.get(&port).copied().flatten().map(|end| end.duration_since(self.now).as_secs());
        PortMapping {
            external_port: port,
            protocol: Transport::Udp,
            internal_client: PBX,
            internal_port: port,
            lease_seconds: left.map_or(0, |s| u32::try_from(s.max(0)).unwrap()),
            description: "ours".to_owned(),
            ours: true,
            enabled: true,
            remote_host: String::new(),
        }
    }

    fn answers() -> Answers {
        Answers {
            system: Some(ProfileId("freepbx".to_owned())),
            using: vec!["remote-phones".to_owned(), "xmpp".to_owned(), "sip-tcp".to_owned()],
            calls: Some(2),
            pbx: Some(PBX),
            ..Answers::default()
        }
    }

    /// What the engine would say to a command.
    fn carry_out(&mut self, command: &Command) -> Vec<Event> {
        let now = self.now;
        self.table.retain(|_, end| end.is_none_or(|end| end > now));
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "rounds ask nothing else, and a new question should fail here"
        )]
        let mut events = match command {
            Command::Look { .. } => {
                self.looks.push(self.now);
                self.look()
            }
            Command::Renew { entries, missing } => {
                let mut events: Vec<Event> = entries.iter().map(|id| self.renew(*id, *missing)).collect();
                let mappings = self.table.keys().map(|port| self.line(*port)).collect();
                events.push(Event::Mappings { gateway: ROUTER, mappings });
                events.push(Event::Journal(self.journal.clone()));
                events
            }
            Command::Glance { services, .. } => {
                self.asked.extend(services.iter().map(|s| (now, s.clone())));
                let mut events: Vec<Event> = services.iter().map(|s| Event::Evidence(self.answer(s))).collect();
                events.push(Event::PhoneSystem(PhoneSystem {
                    address: PBX,
                    mac: None,
                    profile: ProfileId("freepbx".to_owned()),
                    server: None,
                    answers_inside: true,
                }));
                events.push(Event::Looked(Looked::Inside));
                events
            }
            other => panic!("nobody asked for {other:?}"),
        };
        events.push(Event::Finished { at: self.now });
        events
    }

    fn look(&self) -> Vec<Event> {
        let adapter = Adapter {
            gateway: Some(Ipv4Addr::new(192, 168, 77, 1)),
            ..Adapter::way_out("eth0", Ipv4Addr::new(192, 168, 77, 10))
        };
        if !self.network {
            return vec![Event::Adapters(Vec::new()), Event::Looked(Looked::Network)];
        }
        let mut gateway = Gateway { is_default: true, ..Gateway::unknown(ROUTER) };
        let mut events = vec![Event::Adapters(vec![adapter]), Event::Looked(Looked::Network)];
        if self.router {
            gateway = Gateway {
                model: Some("R1".to_owned()),
                control: Control::Igd1,
                wan_address: Some(self.street),
                list: MappingList::Whole,
                ..gateway
            };
            let mappings = self.table.keys().map(|port| self.line(*port)).collect();
            events.push(Event::Mappings { gateway: ROUTER, mappings });
        }
        events.extend([Event::Gateway(gateway), Event::Looked(Looked::Router)]);
        events
    }

    fn renew(&mut self, id: JournalId, missing: Missing) -> Event {
        let now = self.now;
        let entry = self.journal.iter().find(|e| e.id == id).unwrap().clone();
        let port = entry.change.external_port;
        let listed = self.table.contains_key(&port);
        let result = match (self.refuses, listed, missing) {
            (Some(_), ..) => Renewed::Refused,
            (None, true, _) => Renewed::Renewed,
            (None, false, Missing::PutBack) => Renewed::PutBack,
            (None, false, Missing::LeaveAlone | Missing::TakenAway) => Renewed::Gone,
        };
        if result.stands() {
            let end = (self.lease > 0).then(|| now + SignedDuration::from_secs(i64::from(self.lease)));
            self.table.insert(port, end);
            let line = self.line(port);
            let kept = self.journal.iter_mut().find(|e| e.id == id).unwrap();
            (kept.read_back, kept.made_at, kept.gone_at) = (Some(line), Some(now), None);
        } else if result == Renewed::Gone && missing == Missing::TakenAway {
            let kept = self.journal.iter_mut().find(|e| e.id == id).unwrap();
            kept.gone_at = kept.gone_at.or(Some(now));
        }
        self.renewed.push((now, port, result));
        Event::Renewed(Renewal {
            entry: id,
            service: entry.change.service,
            external_port: port,
            protocol: Transport::Udp,
            result,
            code: self.refuses,
            lease_seconds: None,
        })
    }

    fn answer(&self, service: &ServiceId) -> Evidence {
        let outcome = if self.silent.contains(&service.0.as_str()) { Outcome::Silent } else { Outcome::Answered };
        let probe = Probe {
            service: Some(service.clone()),
            kind: ProbeKind::Tcp,
            transport: Transport::Tcp,
            target: std::net::SocketAddr::new(PBX, 1),
            vantage: Vantage::Inside,
        };
        Evidence::of(&probe, Measured::bare(outcome), self.now, 1)
    }

    /// Rings the bell whenever it is due until `end`.
    fn until(&mut self, rounds: &mut Rounds, end: Timestamp) {
        loop {
            let bell = rounds.next_bell(self.now);
            assert!(bell > self.now, "the bell never rings at once");
            if bell > end {
                self.now = end;
                return;
            }
            self.now = bell;
            self.round(rounds);
        }
    }

    fn round(&mut self, rounds: &mut Rounds) {
        let mut commands = rounds.ring(self.now);
        let mut steps = 0;
        while !commands.is_empty() {
            steps += 1;
            assert!(steps < 10, "a round ends");
            let command = commands.remove(0);
            if matches!(command, Command::WakeAt(_)) {
                continue;
            }
            for event in self.carry_out(&command) {
                let turn = rounds.receive(&event);
                self.said.extend(turn.happened);
                commands.extend(turn.commands);
            }
        }
        assert!(rounds.is_resting());
    }

    fn start(&mut self) -> Rounds {
        let mut case = Case::new(self.now, Self::answers());
        case.journal.clone_from(&self.journal);
        let mut rounds = Rounds::new(EVERY, &case, (None, None));
        rounds.receive(&Event::Journal(self.journal.clone()));
        self.round(&mut rounds);
        rounds
    }

    fn said(&mut self) -> Vec<&'static str> {
        self.said.drain(..).map(|h| h.news.id()).collect()
    }
}

#[test]
fn a_quiet_day_says_nothing_and_stays_within_the_limits() {
    let mut world = World::new(0, &[5060]);
    let mut rounds = world.start();
    world.until(&mut rounds, at(24 * 60));
    assert_eq!(world.said(), Vec::<&str>::new(), "a line only when something changes");
    assert_eq!(world.looks.len(), 97, "every quarter of an hour");
    let times = |id: &str| world.asked.iter().filter(|(_, s)| s.0 == id).map(|(at, _)| *at).collect::<Vec<_>>();
    let sip = times("sip-udp");
    assert_eq!(sip.len(), 13, "SIP every two hours, the first time included");
    assert!(sip.windows(2).all(|w| w[1].duration_since(w[0]) >= minutes(120)));
    assert_eq!(times("xmpp").len(), 97, "TCP each time");
    assert!(world.renewed.is_empty(), "no lease that ends, nothing to renew");
}

#[test]
fn leases_are_renewed_at_half_time_whatever_their_length() {
    for (lease, within, least) in [(120, 60, 55), (3600, 24 * 60, 47), (604_800, 60 * 24 * 8, 2)] {
        let mut world = World::new(lease, &[5060]);
        let mut rounds = world.start();
        world.until(&mut rounds, at(within));
        assert_eq!(world.said(), Vec::<&str>::new(), "{lease}: a renewal is no news");
        assert!(world.table.contains_key(&5060), "{lease}: never ended");
        assert!((least..=least + 5).contains(&world.renewed.len()), "{lease}: {}", world.renewed.len());
        assert!(world.renewed.iter().all(|(_, _, result)| *result == Renewed::Renewed));
    }
}

#[test]
fn a_router_that_forgot_gets_back_exactly_what_was_approved() {
    let mut world = World::new(604_800, &[5060, 10000]);
    let mut rounds = world.start();
    world.until(&mut rounds, at(60));
    world.router = false;
    world.until(&mut rounds, at(90));
    assert_eq!(world.said(), ["router-away"], "said once");
    (world.router, world.table) = (true, BTreeMap::new());
    world.until(&mut rounds, at(120));
    assert_eq!(world.table.len(), 2, "both are there again");
    let said = world.said();
    assert_eq!(said.first(), Some(&"router-back"));
    assert!(said.contains(&"put-back"), "{said:?}");
    assert!(!said.contains(&"entrance-gone"), "{said:?}");
}

#[test]
fn one_entrance_that_somebody_took_away_is_told_and_not_put_back() {
    let mut world = World::new(604_800, &[5060, 10000]);
    let mut rounds = world.start();
    world.table.remove(&5060);
    world.until(&mut rounds, at(24 * 60 * 2));
    assert_eq!(world.said(), ["entrance-gone"]);
    assert!(!world.table.contains_key(&5060));
    assert!(world.table.contains_key(&10000), "the other one goes on");
    // It stays so when its lease would have been over, for a program that starts later too, and after a restart of the
    // router that forgot all there was.
    world.until(&mut rounds, at(24 * 60 * 9));
    let mut rounds = world.start();
    world.until(&mut rounds, at(24 * 60 * 20));
    assert!(!world.table.contains_key(&5060));
    assert_eq!(world.renewed.iter().filter(|(_, port, _)| *port == 5060).count(), 1, "asked about once");
    world.table.clear();
    world.until(&mut rounds, at(24 * 60 * 21));
    assert_eq!(world.table.keys().collect::<Vec<_>>(), [&10000]);
    assert!(!world.said().contains(&"entrance-gone"), "told once");
    // Taken back by the owner in another window: nothing is renewed any more.
    world.journal.iter_mut().for_each(|e| e.state = JournalState::Undone);
    rounds.receive(&Event::Journal(world.journal.clone()));
    world.renewed.clear();
    world.until(&mut rounds, at(24 * 60 * 26));
    assert!(world.renewed.is_empty());
}

#[test]
fn whoever_keeps_taking_the_only_entrance_away_wins() {
    let mut world = World::new(0, &[5060]);
    let mut rounds = world.start();
    for hour in 1..12 {
        world.table.clear();
        world.until(&mut rounds, at(hour * 60));
    }
    let put_back = world.renewed.iter().filter(|r| r.2 == Renewed::PutBack).count();
    assert_eq!(put_back, 3);
}

#[test]
fn a_refusal_is_said_once_and_tried_again_ever_more_seldom() {
    let mut world = World::new(600, &[5060]);
    let mut rounds = world.start();
    world.refuses = Some(606);
    world.until(&mut rounds, at(9));
    let tries = world.renewed.len();
    assert!((2..=4).contains(&tries), "{tries}");
    assert_eq!(world.said(), ["not-renewed"]);
    world.until(&mut rounds, at(60));
    let said = world.said();
    assert!(said.contains(&"lease-ended"), "then it locks itself, and that is said: {said:?}");
    world.refuses = None;
    world.until(&mut rounds, at(24 * 60));
    assert!(world.table.contains_key(&5060), "and comes back when the router is willing");
}

#[test]
fn after_a_nights_sleep_the_office_is_looked_at_soon() {
    let mut world = World::new(3600, &[5060]);
    let mut rounds = world.start();
    world.until(&mut rounds, at(30));
    world.said();
    // The computer slept for eight hours; the lease ended meanwhile.
    world.now = at(8 * 60);
    world.until(&mut rounds, at(8 * 60 + 1));
    assert!(world.table.contains_key(&5060));
    assert_eq!(world.said(), ["put-back"]);
}

#[test]
fn a_lease_that_nobody_can_renew_does_not_make_anybody_search_all_night() {
    let mut world = World::new(600, &[5060]);
    let mut rounds = world.start();
    world.router = false;
    world.until(&mut rounds, at(12 * 60));
    // Every quarter of an hour, and a few tries between the first of them.
    assert!(world.looks.len() <= 60, "{}", world.looks.len());
    assert_eq!(world.said(), ["router-away"]);
    // Another router's entrances are nobody's business here.
    let mut world = World::new(600, &[5060]);
    world.journal.iter_mut().for_each(|e| e.gateway = "192.168.5.1".parse().unwrap());
    let mut rounds = world.start();
    world.until(&mut rounds, at(12 * 60));
    assert_eq!((world.looks.len(), world.renewed.len()), (49, 0));
}

#[test]
fn a_clock_that_jumps_stops_nothing_and_floods_nobody() {
    let mut world = World::new(3600, &[5060]);
    let mut rounds = world.start();
    world.until(&mut rounds, at(60));
    let (looks, asked) = (world.looks.len(), world.asked.len());
    // Back by ten hours; the router's own clock does not care.
    let back = minutes(-600);
    world.now += back;
    world.table.values_mut().for_each(|end| *end = end.map(|e| e + back));
    let now = world.now;
    world.until(&mut rounds, now + minutes(60));
    assert!((4..=12).contains(&(world.looks.len() - looks)), "{}", world.looks.len() - looks);
    assert!(world.asked.len() - asked <= 20, "{}", world.asked.len() - asked);
    assert!(world.table.contains_key(&5060));
    let sip = world.asked.iter().filter(|(_, s)| s.0 == "sip-udp").count();
    assert!(sip <= 2, "{sip}");
}

#[test]
fn what_an_owner_should_know_is_said_once_each() {
    let mut world = World::new(0, &[5060]);
    let mut rounds = world.start();
    world.network = false;
    world.until(&mut rounds, at(60));
    assert_eq!(world.said(), ["network-away"], "and nothing that follows from it");
    world.network = true;
    world.until(&mut rounds, at(120));
    assert_eq!(world.said(), ["network-back"]);
    world.street = "11.22.33.9".parse().unwrap();
    world.until(&mut rounds, at(180));
    let was = "11.22.33.2".parse().unwrap();
    assert_eq!(world.said[0].news, News::StreetChanged { was, now: world.street });
    assert_eq!(world.said(), ["street-changed"]);
    let sip = world.asked.iter().filter(|(_, s)| s.0 == "sip-udp").map(|(at, _)| *at).collect::<Vec<_>>();
    assert_eq!(sip.last(), Some(&at(135)), "SIP after a change, before its two hours are over");
    world.silent = vec!["xmpp"];
    world.until(&mut rounds, at(240));
    assert_eq!(world.said(), ["stopped"]);
    world.silent.clear();
    world.until(&mut rounds, at(300));
    assert_eq!(world.said(), ["answers"]);
    world.silent = vec!["xmpp", "sip-udp", "sip-tcp"];
    world.until(&mut rounds, at(600));
    assert_eq!(world.said(), ["stopped", "phone-system-away"], "the bell is asked more seldom than the others");
    world.silent.clear();
    world.until(&mut rounds, at(900));
    assert_eq!(world.said().first(), Some(&"phone-system-back"));
}

#[test]
fn a_round_that_gives_way_begins_again() {
    let mut world = World::new(0, &[5060]);
    let mut rounds = world.start();
    world.now = at(15);
    assert_eq!(rounds.ring(at(15)).len(), 1);
    assert!(rounds.ring(at(15)).is_empty(), "one at a time");
    rounds.break_off();
    assert!(rounds.is_resting());
    world.until(&mut rounds, at(60));
    assert!(world.looks.len() >= 3);
}

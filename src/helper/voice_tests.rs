//! Tests of `voice`.

//! The office is played by one socket: a token names its port, so all ports of the story can lead there.

use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;

use tokio::net::UdpSocket;

use super::*;
use crate::domain::probe::{PracticeStreet, Route};
use crate::domain::service::Transport;
use crate::domain::voice::{self, Shifted};
use crate::helper::token::{LENGTH, Purpose, Token};
use crate::helper::witness;

const OFFICE: &str = "203.0.113.7";

fn key() -> VoiceKey {
    VoiceKey::of_secret(&[5; 10])
}

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn street(routes: Vec<Route>) -> Surroundings {
    let practice = PracticeStreet {
        adapters: Vec::new(),
        ssdp: "127.0.0.1:1".parse().unwrap(),
        routes,
        walker: "198.51.100.9".parse().unwrap(),
        turns_down: false,
        witness: None,
    };
    Surroundings { practice: Some(practice), ..Surroundings::default() }
}

fn route(port: u16, real: SocketAddr) -> Route {
    Route { transport: Transport::Udp, story: SocketAddr::new(OFFICE.parse().unwrap(), port), real }
}

/// An office whose witness stands for `covered`. `arrives` is told the port and how many tokens for it came before,
/// and says on which port this one arrives, if it does; `holds` says where the witness stands.
struct Office<A, H> {
    covered: PortRange,
    arrives: A,
    holds: H,
}

impl<A: FnMut(u16, u32) -> Option<u16>, H: Fn(u16) -> bool> Office<A, H> {
    /// Answers until dropped; counts the knocks of each port.
    async fn play(&mut self, socket: &UdpSocket, knocks: &mut BTreeMap<u16, u32>) {
        let mut room = [0; 64];
        loop {
            let (length, source) = socket.recv_from(&mut room).await.unwrap();
            let Some(token) = Token::decode(&room[..length], &key()) else { continue };
            let answer = if token.purpose == Purpose::AskHeld {
                let alike = |p: &u16| (self.holds)(*p) == (self.holds)(token.port);
                let first = (self.covered.first..=token.port).rev().take_while(alike).last().unwrap();
                let last = (token.port..=self.covered.last).take_while(alike).last().unwrap();
                token.answer(Purpose::TellHeld, u16::from((self.holds)(token.port)), (first, last).into())
            } else {
                let before = knocks.entry(token.port).or_default();
                *before += 1;
                let Some(arrived) = (self.arrives)(token.port, *before - 1) else { continue };
                token.answer(Purpose::Answer, arrived, self.covered)
            };
            socket.send_to(&answer.encode(&key()), source).await.unwrap();
        }
    }
}

/// Asks `ports` in an office; gives what came of it and the knocks that each port got.
async fn asked<T>(
    ports: PortRange,
    mut office: Office<impl FnMut(u16, u32) -> Option<u16>, impl Fn(u16) -> bool>,
    ask: impl AsyncFnOnce(&Errand<'_>, &Surroundings) -> T,
) -> (T, BTreeMap<u16, u32>) {
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let real = socket.local_addr().unwrap();
    let surroundings = street((ports.first..=ports.last).map(|port| route(port, real)).collect());
    let (key, service) = (key(), ServiceId("rtp".to_owned()));
    let errand = Errand { target: OFFICE.parse().unwrap(), service: &service, ports, key: &key, now: now() };
    let mut knocks = BTreeMap::new();
    let outcome = tokio::select! {
        outcome = ask(&errand, &surroundings) => outcome,
        () = office.play(&socket, &mut knocks) => unreachable!(),
    };
    (outcome, knocks)
}

async fn sampled(errand: &Errand<'_>, surroundings: &Surroundings) -> Option<VoiceWalk> {
    ask_voice(errand, &net::From::default(), surroundings).await
}

async fn swept(errand: &Errand<'_>, surroundings: &Surroundings) -> Swept {
    let (mut ledger, mut last) = (Ledger::default(), 0);
    let mut on = |done: u32, total: u32| {
        assert!(done >= last && done <= total);
        last = done;
    };
    sweep(errand, &net::From::default(), surroundings, &mut ledger, &mut on).await
}

const LONG: PortRange = PortRange { first: 10_000, last: 10_599 };
const SHORT: PortRange = PortRange { first: 10_000, last: 10_019 };

fn shown(ranges: &[PortRange]) -> String {
    voice::list(ranges, 99)
}

#[tokio::test]
async fn silence_without_a_witness_is_no_result_and_costs_eight_tokens() {
    let office = Office { covered: LONG, arrives: |_, _| None, holds: |_| true };
    let (walk, knocks) = asked(LONG, office, sampled).await;
    assert_eq!(walk, None);
    assert_eq!((knocks.len(), knocks.values().sum::<u32>()), (4, 8));
    let office = Office { covered: LONG, arrives: |_, _| None, holds: |_| true };
    let (outcome, knocks) = asked(LONG, office, swept).await;
    assert_eq!((outcome, knocks.values().sum::<u32>()), (Swept::NoWitness, 8));
}

#[tokio::test]
async fn four_ports_stand_for_a_long_range() {
    let office = Office { covered: LONG, arrives: |port, _| Some(port), holds: |_| true };
    let (walk, knocks) = asked(LONG, office, sampled).await;
    let walk = walk.unwrap();
    assert_eq!(knocks.keys().copied().collect::<Vec<_>>(), samples(LONG, &key()));
    assert!(knocks.values().all(|k| *k == 1), "nothing is asked twice that answered");
    assert_eq!((voice::count(&walk.asked), walk.missing_ports, walk.swept), (4, 0, false));
    assert_eq!((knocks.contains_key(&10_000), knocks.contains_key(&10_599)), (true, true));
}

#[tokio::test]
async fn a_sampled_port_in_a_hole_is_named() {
    let office = Office { covered: LONG, arrives: |port, _| (port != 10_599).then_some(port), holds: |_| true };
    let (walk, _) = asked(LONG, office, sampled).await;
    let walk = walk.unwrap();
    assert_eq!((shown(&walk.missing), voice::count(&walk.asked)), ("10599".to_owned(), 4));
}

#[tokio::test]
async fn a_short_range_is_asked_whole_and_its_holes_named_exactly() {
    let hole = |port: u16| port == 10_007 || port == 10_013;
    let office = Office { covered: SHORT, arrives: |port, _| (!hole(port)).then_some(port), holds: |_| true };
    let (walk, knocks) = asked(SHORT, office, sampled).await;
    let walk = walk.unwrap();
    assert_eq!((shown(&walk.missing), shown(&walk.asked)), ("10007, 10013".into(), "10000-10019".into()));
    assert!(walk.swept && walk.in_use.is_empty());
    assert!(knocks.values().all(|k| *k <= 3));
}

#[tokio::test]
async fn the_witness_says_which_part_of_the_range_it_stands_for() {
    let covered = PortRange::from((10_000, 10_009));
    let arrives = |port, _| covered.contains(port).then_some(port);
    let (walk, knocks) = asked(LONG, Office { covered, arrives, holds: |_| true }, sampled).await;
    let walk = walk.unwrap();
    assert_eq!((walk.ports, walk.swept, walk.missing_ports), (covered, true, 0));
    assert_eq!(shown(&walk.asked), "10000-10009");
    assert_eq!(knocks.keys().filter(|p| !covered.contains(**p)).count(), 3);
    // A part that is long itself gets samples of its own.
    let covered = PortRange::from((10_000, 10_299));
    let arrives = |port, _| covered.contains(port).then_some(port);
    let (walk, _) = asked(LONG, Office { covered, arrives, holds: |_| true }, sampled).await;
    let walk = walk.unwrap();
    assert!(walk.ports == covered && voice::count(&walk.asked) >= 4 && walk.missing.is_empty());
}

#[tokio::test]
async fn ports_that_the_phone_system_holds_are_not_missing() {
    let used = |port: u16| (10_004..=10_005).contains(&port);
    let hole = |port: u16| port == 10_013;
    let office = Office {
        covered: SHORT,
        arrives: |port, _| (!hole(port) && !used(port)).then_some(port),
        holds: |port| !used(port),
    };
    let (walk, _) = asked(SHORT, office, sampled).await;
    let walk = walk.unwrap();
    assert_eq!((shown(&walk.missing), shown(&walk.in_use)), ("10013".into(), "10004-10005".into()));
    assert_eq!(shown(&walk.asked), "10000-10003, 10006-10019");
    // A sampled port of a long range has a neighbour that stands in for it.
    let used = |port: u16| (10_000..=10_001).contains(&port);
    let office = Office { covered: LONG, arrives: |port, _| (!used(port)).then_some(port), holds: |port| !used(port) };
    let (walk, _) = asked(LONG, office, sampled).await;
    let walk = walk.unwrap();
    assert!(walk.asked.contains(&PortRange::from((10_002, 10_002))), "{}", shown(&walk.asked));
    assert_eq!((voice::count(&walk.asked), walk.missing_ports), (4, 0));
}

#[tokio::test]
async fn a_shifted_rule_is_named_and_does_not_pass() {
    let office =
        Office { covered: SHORT, arrives: |port, _| Some(if port == 10_010 { 10_012 } else { port }), holds: |_| true };
    let (walk, _) = asked(SHORT, office, sampled).await;
    let walk = walk.unwrap();
    assert_eq!(walk.shifted, Some(Shifted { outside: 10_010, inside: 10_012 }));
    assert_eq!(shown(&walk.missing), "10010");
}

#[tokio::test]
async fn a_sweep_names_every_hole_and_loss_is_none() {
    let hole = |port: u16| port == 10_101 || (10_400..10_420).contains(&port);
    // A third of the ports loses its first token, a third of these the second too.
    let lost = |port: u16, before: u32| before < [0, 1, 0, 0, 2, 0, 0, 1, 0][usize::from(port % 9)];
    let office = Office {
        covered: LONG,
        arrives: move |port, before| (!hole(port) && !lost(port, before)).then_some(port),
        holds: |_| true,
    };
    let (outcome, knocks) = asked(LONG, office, swept).await;
    let Swept::Whole(walk) = outcome else { panic!("{outcome:?}") };
    assert_eq!((shown(&walk.missing), walk.missing_ports), ("10101, 10400-10419".into(), 21));
    assert_eq!((shown(&walk.asked), walk.swept), ("10000-10599".into(), true));
    assert!(knocks.values().sum::<u32>() <= 2 * LONG.count(), "two sends a port, on the whole");
}

#[tokio::test]
async fn a_sweep_needs_four_answered_tokens_and_one_port_can_give_them() {
    let first = samples(LONG, &key())[1];
    let arrives = move |port, before| (port == first && before < 3).then_some(port);
    let (outcome, knocks) = asked(LONG, Office { covered: LONG, arrives, holds: |_| true }, swept).await;
    assert!(matches!(outcome, Swept::Unsure(_)), "{outcome:?}");
    assert_eq!(knocks.len(), 4, "no other port was asked");
    let arrives = move |port, _| (port == first).then_some(port);
    let (outcome, _) = asked(LONG, Office { covered: LONG, arrives, holds: |_| true }, swept).await;
    let Swept::Whole(walk) = outcome else { panic!("{outcome:?}") };
    assert_eq!(walk.missing_ports, LONG.count() - 1);
}

#[tokio::test]
async fn a_range_longer_than_any_phone_systems_is_not_swept() {
    let endless = PortRange::from((10_000, 10_000 + u16::try_from(voice::MOST_PORTS).unwrap()));
    let office = Office { covered: endless, arrives: |port, _| Some(port), holds: |_| true };
    let (outcome, knocks) = asked(endless, office, swept).await;
    assert!(matches!(outcome, Swept::Unsure(_)), "{outcome:?}");
    assert_eq!(knocks.len(), 4);
}

#[tokio::test]
async fn a_second_sweep_within_the_hour_asks_samples_only() {
    let ask = async |errand: &Errand<'_>, surroundings: &Surroundings| {
        let mut ledger = Ledger::default();
        assert!(ledger.take_sweep(errand.target, now()));
        sweep(errand, &net::From::default(), surroundings, &mut ledger, &mut |_, _| ()).await
    };
    let office = Office { covered: LONG, arrives: |port, _| Some(port), holds: |_| true };
    let (outcome, knocks) = asked(LONG, office, ask).await;
    assert!(matches!(outcome, Swept::TooSoon(_)));
    assert_eq!(knocks.len(), 4);
}

#[tokio::test]
async fn a_router_without_room_for_more_is_no_hole() {
    let long = PortRange::from((10_000, 13_999));
    let mut room = BTreeSet::new();
    let arrives = move |port, _| {
        if room.len() < 1500 {
            room.insert(port);
        }
        room.contains(&port).then_some(port)
    };
    let (outcome, _) = asked(long, Office { covered: long, arrives, holds: |_| true }, swept).await;
    let Swept::CutShort(walk) = outcome else { panic!("{outcome:?}") };
    assert_eq!((walk.missing_ports, walk.swept, voice::count(&walk.asked)), (0, false, 4));
}

#[tokio::test]
async fn answers_under_another_key_are_not_believed() {
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let surroundings = street((SHORT.first..=SHORT.last).map(|p| route(p, socket.local_addr().unwrap())).collect());
    let (key, service) = (key(), ServiceId("rtp".to_owned()));
    let errand = Errand { target: OFFICE.parse().unwrap(), service: &service, ports: SHORT, key: &key, now: now() };
    let stranger = async {
        let mut room = [0; 64];
        loop {
            let (_, source) = socket.recv_from(&mut room).await.unwrap();
            let token = Token::read(&room[..LENGTH]).unwrap().answer(Purpose::Answer, 10_000, SHORT);
            let forged = token.encode(&VoiceKey::of_secret(&[6; 10]));
            socket.send_to(&forged, source).await.unwrap();
            socket.send_to(&room[..LENGTH], source).await.unwrap();
        }
    };
    let from = net::From::default();
    tokio::select! {
        walk = ask_voice(&errand, &from, &surroundings) => assert_eq!(walk, None),
        () = stranger => unreachable!(),
    }
}

#[tokio::test]
async fn the_real_witness_answers_the_real_walk() {
    // Sixteen free ports in a row, held from the start by the witness.
    let held = (21_000..30_000).step_by(16).find_map(|first| {
        let held = witness::hold_at([127, 0, 0, 1].into(), PortRange::from((first, first + 15))).ok()?;
        (held.count() == 16).then_some(held)
    });
    let held = held.unwrap();
    let ports = held.ports;
    let blocked = ports.first + 3;
    let routes = (ports.first..=ports.last).filter(|p| *p != blocked);
    let surroundings = street(routes.map(|p| route(p, SocketAddr::new([127, 0, 0, 1].into(), p))).collect());
    let (key, service) = (key(), ServiceId("rtp".to_owned()));
    let errand = Errand { target: OFFICE.parse().unwrap(), service: &service, ports, key: &key, now: now() };
    let mut walk = None;
    let asked = async { walk = ask_voice(&errand, &net::From::default(), &surroundings).await };
    let tally = held.serve(key.clone(), asked, |_| ()).await.unwrap();
    let walk = walk.unwrap();
    assert_eq!((shown(&walk.missing), walk.missing_ports), (blocked.to_string(), 1));
    assert_eq!((walk.swept, walk.in_use.len(), tally.dropped), (true, 0, 0));
}

//! Whom the safety tests are made on: this office's own phone system as it is now, whatever answered another day.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::*;
use crate::domain::case::Case;
use crate::domain::judge::judge;
use crate::domain::message::RunId;
use crate::domain::office::{Adapter, Answers, PhoneSystem};
use crate::domain::probe::{PracticeStreet, Probe, Route, Surroundings};
use crate::domain::service::{ProfileId, ServiceId};
use crate::engine::voice::Out;
use crate::store::Store;

const ADAPTER: &str = "usb0";
const YESTERDAY: SignedDuration = SignedDuration::from_hours(-24);
const JUST_NOW: SignedDuration = SignedDuration::from_mins(-5);

/// A machine on the street or in the office, played on loopback. It says nothing.
struct Peer {
    story: SocketAddr,
    socket: UdpSocket,
}

impl Peer {
    async fn at(story: &str) -> Self {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        Self { story: SocketAddr::new(story.parse().unwrap(), 5060), socket }
    }

    /// An answer of this machine.
    fn answered(&self, vantage: Vantage, ago: SignedDuration) -> Evidence {
        let service = Some(ServiceId("sip-udp".to_owned()));
        let probe = Probe { service, kind: ProbeKind::Sip, transport: Transport::Udp, target: self.story, vantage };
        let measured = Measured { outcome: Outcome::Answered, seen: None, fingerprint: None, asker: None };
        Evidence::of(&probe, measured, now().checked_add(ago).unwrap(), 1)
    }

    /// True when something was sent to it.
    async fn was_asked(&self) -> bool {
        timeout(Duration::from_millis(100), self.socket.recv(&mut [0; 4096])).await.is_ok()
    }
}

/// An office between these machines, whose last check found `evidence` at a phone system.
fn office(folder: &Path, peers: [&Peer; 2], phone_system: IpAddr, evidence: Vec<Evidence>) -> Office {
    let adapter = Adapter::way_out(ADAPTER, [192, 168, 77, 10].into());
    let route = |p: &&Peer| Route { transport: Transport::Udp, story: p.story, real: p.socket.local_addr().unwrap() };
    let street = PracticeStreet {
        adapters: vec![adapter],
        ssdp: "127.0.0.1:9".parse().unwrap(),
        routes: peers.iter().map(route).collect(),
        turns_down: false,
        walker: "198.51.100.9".parse().unwrap(),
        witness: None,
    };
    let allowed_targets = peers.iter().map(|p| p.story.ip()).collect();
    let surroundings = Surroundings { practice: Some(street), allowed_targets, nat64: None };
    let (mut store, _) = Store::open(Some(folder.to_owned())).unwrap();
    let profile = ProfileId("freepbx".to_owned());
    let mut case = Case::new(now(), Answers { system: Some(profile.clone()), ..Answers::default() });
    case.office.phone_system =
        Some(PhoneSystem { address: phone_system, mac: None, profile, server: None, answers_inside: true });
    case.evidence = evidence;
    store.keep_report(&judge(&case)).unwrap();
    Office::new(surroundings, None, store)
}

/// What is said against the test; nothing where it was made.
async fn test(here: &mut Office, outside: Option<&str>) -> Vec<String> {
    let (events, mut said) = mpsc::channel(256);
    let voice = Voice::new(&Out { events, wake: Arc::new(|| {}) }, RunId(1), false);
    here.test_safety(&voice, &[SafetyId::GuestCalls], None, outside).await;
    let mut problems = Vec::new();
    while let Ok((_, event)) = said.try_recv() {
        if let Event::Problem(problem) = event {
            problems.push(problem.code);
        }
    }
    problems
}

async fn ask(here: &mut Office, at: IpAddr) {
    let (events, _said) = mpsc::channel(256);
    let voice = Voice::new(&Out { events, wake: Arc::new(|| {}) }, RunId(1), false);
    here.ask_phone_system(&voice, at, &ProfileId("freepbx".to_owned()), &[]).await;
}

#[tokio::test]
async fn no_stranger_is_called_who_has_the_street_address_of_yesterday() {
    let (old, new) = (Peer::at("203.0.113.7").await, Peer::at("203.0.113.8").await);
    let pbx = "192.168.77.20".parse().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut here = office(folder.path(), [&old, &new], pbx, vec![old.answered(Vantage::Outside, YESTERDAY)]);
    // Nobody says where the street is now; then the router does; then a code of yesterday's walk is read as well.
    assert_eq!(test(&mut here, Some(ADAPTER)).await, ["safety-no-walk"]);
    here.street = Some(new.story.ip());
    assert_eq!(test(&mut here, Some(ADAPTER)).await, ["safety-no-walk"]);
    here.outside.push(old.answered(Vantage::Outside, YESTERDAY));
    assert_eq!(test(&mut here, Some(ADAPTER)).await, ["safety-no-walk"]);

    // It was the same street when the router was last asked, and that was yesterday too.
    here.street = Some(old.story.ip());
    here.looked_at = now().checked_add(YESTERDAY).ok();
    assert_eq!(test(&mut here, Some(ADAPTER)).await, ["safety-no-walk"]);
    assert!(!old.was_asked().await && !new.was_asked().await);

    // The router says that it is still the same, or a walk was answered a moment ago.
    here.looked_at = Some(now());
    assert_eq!(test(&mut here, Some(ADAPTER)).await, [""; 0]);
    assert!(old.was_asked().await && !new.was_asked().await);
    let folder = tempfile::tempdir().unwrap();
    let mut here = office(folder.path(), [&old, &new], pbx, vec![new.answered(Vantage::Outside, JUST_NOW)]);
    assert_eq!(test(&mut here, Some(ADAPTER)).await, [""; 0]);
    assert!(new.was_asked().await);
}

#[tokio::test]
async fn of_two_phone_systems_only_the_one_that_was_asked_is_tested() {
    let (first, second) = (Peer::at("192.168.77.20").await, Peer::at("192.168.77.30").await);
    let street = Peer::at("203.0.113.7").await;
    let known = vec![first.answered(Vantage::Inside, JUST_NOW), street.answered(Vantage::Outside, JUST_NOW)];
    let folder = tempfile::tempdir().unwrap();
    let mut here = office(folder.path(), [&first, &second], first.story.ip(), known);
    // As the last check's results are shown, nobody was asked yet: it is the one that they are about.
    assert_eq!(test(&mut here, None).await, [""; 0]);
    assert!(first.was_asked().await);
    while first.was_asked().await {}

    ask(&mut here, second.story.ip()).await;
    assert_eq!(test(&mut here, None).await, ["safety-no-sip"]);
    assert_eq!(test(&mut here, Some(ADAPTER)).await, ["safety-no-walk"], "the street led to the first");
    assert!(!first.was_asked().await);

    here.outside.push(street.answered(Vantage::Outside, JUST_NOW));
    ask(&mut here, first.story.ip()).await;
    assert!(here.outside.is_empty(), "it answered for the second");
}

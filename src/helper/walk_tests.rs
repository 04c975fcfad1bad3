//! Tests of `walk`.

//! Order, courtesy and limits, with answers given by the test. The sockets are `net`'s own business.

use std::cell::RefCell;

use super::*;
use crate::domain::catalog;
use crate::domain::report::Walker;
use crate::domain::service::{ProbeKind, ProfileId, Transport};
use crate::helper::courtesy::COURTESY;
use crate::net::socket::ACCEPTED_WITHOUT_SPEAKING;

const OFFICE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(11, 22, 33, 2));
const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(81, 2, 69, 160));
const FREEPBX: Fingerprint = Fingerprint(0x1234);

fn now() -> Timestamp {
    "2026-11-23T08:34:00Z".parse().unwrap()
}

fn invitation(fingerprint: Option<Fingerprint>) -> Invitation {
    let services = ["sip-udp", "sip-tcp", "sip-tls", "rtp"].map(|s| ServiceId(s.into())).to_vec();
    Invitation {
        address: OFFICE,
        profile: ProfileId("freepbx".into()),
        services,
        expires: now() + SignedDuration::from_hours(1),
        walker: Walker::Colleague,
        secret: [7; 10],
        first_fingerprint: fingerprint,
        voice_ports: None,
    }
}

fn order(invitation: &Invitation) -> Order {
    Order {
        address: invitation.address,
        profile: invitation.known_profile().unwrap(),
        services: invitation.services.clone(),
        voice: None,
        manners: match invitation.walker {
            Walker::Helper => Manners::Asked,
            Walker::Colleague | Walker::StepOutside => Manners::Courteous { expected: invitation.first_fingerprint },
        },
    }
}

fn answered(fingerprint: Fingerprint) -> Measured {
    Measured { fingerprint: Some(fingerprint), asker: Some(HOME), ..Measured::bare(Outcome::Answered) }
}

/// Walks with `answer` in the place of the network; returns the ports in the order in which they were asked.
fn walked(
    invitation: &Invitation,
    ledger: &mut Ledger,
    answer: impl Fn(&Probe) -> Measured,
    accept: bool,
) -> (WalkResult, Vec<Evidence>, Vec<u16>) {
    let asked = RefCell::new(Vec::new());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (result, evidence) = runtime.block_on(async {
        let knock = async |probe: Probe| {
            asked.borrow_mut().push(probe.target.port());
            tokio::task::yield_now().await;
            answer(&probe)
        };
        let accepts = async |_: SocketAddr| accept;
        let on = &mut |done: u32, total: u32, _: &ServiceId| assert!(done <= total);
        let order = order(invitation);
        let mut round = Round::new(&order, now(), ledger, on);
        round.all(&knock, std::future::ready(())).await;
        let lies = round.street_lies(&accepts).await;
        round.finish(&Surroundings::default(), lies)
    });
    (result, evidence, asked.into_inner())
}

fn outcome(result: &WalkResult, row: &str) -> Outcome {
    result.doors.iter().find(|d| d.service.0 == row).unwrap().outcome
}

/// Each port once: the desk phones' pages stand behind the same ones as the phone system's.
fn every_knock() -> usize {
    let profile = catalog::profile(&ProfileId("freepbx".into())).unwrap();
    doors::knocks(profile, &invitation(None).services).len()
}

#[test]
fn nobody_answers_so_only_the_courtesy_knocks_are_made() {
    let (result, evidence, asked) =
        walked(&invitation(None), &mut Ledger::default(), |_| Measured::bare(Outcome::Silent), false);
    assert_eq!(asked, [5060, 5060, 5061]);
    assert_eq!(evidence.len(), 3);
    assert_eq!(outcome(&result, "sip-udp"), Outcome::Silent);
    assert_eq!(outcome(&result, "ssh"), Outcome::NotChecked);
    assert_eq!(outcome(&result, "rtp"), Outcome::NotChecked);
    assert_eq!(result.trouble, None);
}

#[test]
fn the_right_answer_to_the_first_knock_opens_the_walk() {
    let shut = |p: &Probe| {
        if p.transport == Transport::Udp { answered(FREEPBX) } else { Measured::bare(Outcome::Refused) }
    };
    let (result, _, asked) = walked(&invitation(Some(FREEPBX)), &mut Ledger::default(), shut, false);
    assert_eq!(asked[0], 5060);
    assert_eq!(asked.len(), every_knock());
    assert_eq!(outcome(&result, "ssh"), Outcome::Refused);
    assert_eq!(result.address, Some(HOME));
    assert_eq!(result.doors[0].fingerprint, Some(FREEPBX));
}

#[test]
fn another_machines_answer_opens_nothing() {
    let other = |_: &Probe| answered(Fingerprint(9));
    let (result, _, asked) = walked(&invitation(Some(FREEPBX)), &mut Ledger::default(), other, false);
    assert_eq!(asked.len(), COURTESY);
    assert_eq!(outcome(&result, "ssh"), Outcome::NotChecked);
}

#[test]
fn an_office_that_asked_itself_needs_no_courtesy() {
    let asked_by_the_office = Invitation { walker: Walker::Helper, ..invitation(Some(FREEPBX)) };
    let silent = |_: &Probe| Measured::bare(Outcome::Silent);
    let (result, _, asked) = walked(&asked_by_the_office, &mut Ledger::default(), silent, false);
    assert_eq!(asked.len(), every_knock());
    assert_eq!(outcome(&result, "ssh"), Outcome::Silent);
}

#[test]
fn a_later_courtesy_knock_opens_the_walk_too() {
    let only_tcp = |p: &Probe| {
        if p.transport == Transport::Tcp && p.kind == ProbeKind::Sip {
            answered(FREEPBX)
        } else {
            Measured::bare(Outcome::Silent)
        }
    };
    let (result, _, asked) = walked(&invitation(Some(FREEPBX)), &mut Ledger::default(), only_tcp, false);
    assert!(asked.len() > COURTESY);
    assert_eq!(outcome(&result, "ssh"), Outcome::Silent);
    assert_eq!(outcome(&result, "sip-udp"), Outcome::Silent);
}

#[test]
fn a_street_that_accepts_everything_is_not_believed() {
    let everything = |_: &Probe| answered(FREEPBX);
    let invitation = invitation(Some(FREEPBX));
    let (result, _, _) = walked(&invitation, &mut Ledger::default(), everything, true);
    assert!(result.street_lies);
    assert_eq!(outcome(&result, "ssh"), Outcome::Failed);
    assert_eq!(outcome(&result, "sip-tcp"), Outcome::Answered, "it spoke SIP with our ids");
    assert_eq!(outcome(&result, "tftp"), Outcome::Answered, "over UDP nothing accepts by itself");

    let mute = |p: &Probe| {
        let silent = Measured { seen: Some(ACCEPTED_WITHOUT_SPEAKING.into()), ..Measured::bare(Outcome::Silent) };
        if p.kind == ProbeKind::Sip { answered(FREEPBX) } else { silent }
    };
    let (result, _, _) = walked(&invitation, &mut Ledger::default(), mute, true);
    assert_eq!(outcome(&result, "ssh"), Outcome::Failed, "accepted by the street, so nothing is known");

    let (honest, _, _) = walked(&invitation, &mut Ledger::default(), everything, false);
    assert!(!honest.street_lies);
    assert_eq!(outcome(&honest, "ssh"), Outcome::Answered);
}

#[test]
fn a_full_ledger_leaves_doors_unchecked_and_sends_nothing() {
    let invitation = invitation(None);
    let mut ledger = Ledger::default();
    assert!(ledger.take(OFFICE, now(), 3));
    let (result, evidence, asked) = walked(&invitation, &mut ledger, |_| Measured::bare(Outcome::Silent), false);
    assert_eq!(asked, [5060, 5061], "UDP may cost two and has no room, TCP costs one, TLS none");
    assert_eq!(outcome(&result, "sip-udp"), Outcome::NotChecked);
    assert_eq!(evidence[0].seen.as_deref(), Some("limit"));
    assert_eq!(ledger.room(OFFICE, now()), 0);
}

#[test]
fn two_walks_in_a_row_stay_below_four_messages() {
    let invitation = invitation(None);
    let mut ledger = Ledger::default();
    let mut messages = 0;
    for _ in 0..3 {
        let (_, evidence, _) = walked(&invitation, &mut ledger, |_| Measured::bare(Outcome::Silent), false);
        let sent = evidence.iter().filter(|e| e.outcome != Outcome::NotChecked);
        messages += sent.map(|e| limits::cost(e.probe, e.transport)).sum::<u32>();
    }
    assert!(messages <= limits::IN_TEN_MINUTES, "{messages}");
}

#[test]
fn what_does_not_answer_before_the_end_was_not_checked() {
    let order = order(&invitation(None));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (result, evidence) = runtime.block_on(async {
        let mut ledger = Ledger::default();
        let on = &mut |_: u32, _: u32, _: &ServiceId| {};
        let mut round = Round::new(&order, now(), &mut ledger, on);
        // A walk that began almost as long ago as it may take.
        round.began = Instant::now().checked_sub(KNOCKING).unwrap() + Duration::from_millis(20);
        round.all(&async |_: Probe| std::future::pending().await, std::future::ready(())).await;
        round.finish(&Surroundings::default(), false)
    });
    assert_eq!(result.trouble.as_deref(), Some("time"));
    assert!(result.doors.iter().all(|d| d.outcome == Outcome::NotChecked));
    assert!(evidence.iter().all(|e| e.seen.as_deref() == Some("time")));
}

#[test]
fn the_walkers_own_trouble_is_named() {
    let (result, _, _) = walked(&invitation(None), &mut Ledger::default(), |_| Measured::bare(Outcome::Failed), false);
    assert_eq!(result.trouble.as_deref(), Some("no-way-out"));
}

#[test]
fn an_address_inside_is_kept_only_where_no_street_was_named() {
    let seen_from = |address: &str| Measured { asker: Some(address.parse().unwrap()), ..answered(FREEPBX) };
    let walk = |answer: &dyn Fn(&Probe) -> Measured| {
        walked(&invitation(None), &mut Ledger::default(), answer, false).0.address
    };
    assert_eq!(walk(&|_| seen_from("192.168.1.7")), Some("192.168.1.7".parse().unwrap()));
    assert_eq!(walk(&|_| seen_from("0.0.0.0")), None);
    let both = |p: &Probe| if p.transport == Transport::Udp { seen_from("192.168.1.7") } else { answered(FREEPBX) };
    assert_eq!(walk(&both), Some(HOME));
}

#[test]
fn a_walker_that_nobody_told_is_known_by_an_adapter_on_the_street_and_by_no_other() {
    // Loopback stands for any adapter that is not on a street.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let closed = Surroundings { allowed_targets: vec!["127.0.0.1".parse().unwrap()], ..Surroundings::default() };
    let invitation = Invitation { address: "127.0.0.1".parse().unwrap(), ..invitation(None) };
    let (result, _) = runtime
        .block_on(walk(
            &invitation,
            now(),
            &net::From::default(),
            &closed,
            &[],
            &mut |_, _, _| {},
            &mut Ledger::default(),
        ))
        .unwrap();
    assert_eq!(result.address, None);
}

#[test]
fn addresses_that_no_office_has_are_refused() {
    let none = Surroundings::default();
    for (target, kind) in [
        ("192.168.1.1", "private"),
        ("10.0.0.1", "private"),
        ("fd00::1", "private"),
        ("100.64.0.1", "carrier-shared"),
        ("127.0.0.1", "loopback"),
        ("::1", "loopback"),
        ("::ffff:127.0.0.1", "loopback"),
        ("169.254.1.1", "link-local"),
        ("224.0.0.1", "multicast"),
        ("203.0.113.7", "documentation"),
        ("0.0.0.0", "unspecified"),
        ("255.255.255.255", "reserved"),
        ("240.0.0.1", "reserved"),
    ] {
        let target: IpAddr = target.parse().unwrap();
        let problem = admit(target, &none, &[]).unwrap_err();
        assert_eq!((problem.code.as_str(), problem.args["kind"].as_str()), ("walk-refused-address", kind), "{target}");
        let allowed = Surroundings { allowed_targets: vec![target], ..Surroundings::default() };
        assert_eq!(admit(target, &allowed, &[]), Ok(()));
    }
    for hidden in ["64:ff9b::b16:2102", "64:ff9b:1::b16:2102", "2002:b16:2102::1", "2001:0:b16:2102::1", "::11.22.33.2"]
    {
        let target: IpAddr = hidden.parse().unwrap();
        let allowed = Surroundings { allowed_targets: vec![target], ..Surroundings::default() };
        let problem = admit(target, &allowed, &[]).unwrap_err();
        assert_eq!(
            (problem.code.as_str(), problem.args["kind"].as_str()),
            ("walk-refused-address", "reserved"),
            "{hidden}"
        );
    }
    assert_eq!(admit(OFFICE, &none, &[HOME]), Ok(()));
    assert_eq!(admit(OFFICE, &none, &[HOME, OFFICE]).unwrap_err().code, "walk-own-address");
}

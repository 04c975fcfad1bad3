//! Tests of `doorman`.

use super::*;
use proptest::prelude::*;

const UDP: (Transport, u16) = (Transport::Udp, 5060);

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn later(secs: i64) -> Timestamp {
    now().checked_add(SignedDuration::from_secs(secs)).unwrap()
}

fn office() -> SocketAddr {
    "66.111.222.111:40123".parse().unwrap()
}

fn desk() -> DoormanDesk {
    let ports = [UDP, (Transport::Udp, 5062), (Transport::Tcp, 5060), (Transport::Tcp, 5062)];
    let of = |family| ports.map(|(transport, port)| (family, transport, port));
    DoormanDesk::new([of(Family::Ipv4), of(Family::Ipv6)].concat())
}

/// A letter as the office writes it.
fn letter(method: &str, call_id: &str) -> Vec<u8> {
    format!(
        "{method} sip:doorman-test@11.22.33.50:5060 SIP/2.0\r\n\
         Via: SIP/2.0/UDP 192.168.77.10:40123;branch=z9hG4bKa1;rport\r\nMax-Forwards: 70\r\n\
         From: <sip:doorman-test@192.168.77.10:40123>;tag=1\r\nTo: <sip:doorman-test@11.22.33.50:5060>\r\n\
         Call-ID: {call_id}@192.168.77.10\r\nCSeq: 1 {method}\r\n\
         Contact: <sip:doorman-test@192.168.77.10:40123;transport=udp>\r\nUser-Agent: test\r\n\
         Content-Type: application/sdp\r\nContent-Length: 78\r\n\r\n\
         v=0\r\no=- 1 1 IN IP4 192.168.77.10\r\ns=-\r\nc=IN IP4 192.168.77.10\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n"
    )
    .into_bytes()
}

fn take(desk: &mut DoormanDesk, from: SocketAddr, bytes: &[u8]) -> Option<String> {
    let answer = desk.arrived(UDP.0, UDP.1, from, bytes, now())?;
    assert!(answer.len() <= bytes.len(), "never more than what came");
    Some(String::from_utf8(answer).unwrap())
}

#[test]
fn a_letter_is_answered_once_a_send_and_shown_to_its_asker_alone() {
    let mut desk = desk();
    let ticket = desk.open(office().ip(), now()).unwrap();
    assert_eq!(ticket.letters.len(), 4);
    let call_id = &ticket.letters[0].call_id;
    let answer = take(&mut desk, office(), &letter("INVITE", call_id)).unwrap();
    assert!(answer.starts_with("SIP/2.0 480 "), "{answer}");
    assert!(answer.contains("192.168.77.10:40123;branch=z9hG4bKa1;rport=40123;received=66.111.222.111\r\n"));
    assert!(answer.contains(&format!("Call-ID: {call_id}@192.168.77.10\r\n")));
    assert!(answer.contains("To: <sip:doorman-test@11.22.33.50:5060>;tag=") && answer.contains("CSeq: 1 INVITE\r\n"));
    assert!(answer.ends_with("Content-Length: 0\r\n\r\n"));
    assert_eq!(take(&mut desk, office(), &letter("INVITE", call_id)), Some(answer.clone()), "sent again");
    assert_eq!(take(&mut desk, office(), &letter("ACK", call_id)), None);

    let seen = desk.seen(&ticket.ticket, office().ip(), now()).unwrap();
    assert_eq!(seen[0].arrived, Some(lines(&letter("INVITE", call_id))));
    assert_eq!(seen[0].answer, Some(lines(answer.as_bytes())));
    assert!(seen[0].acknowledged);
    assert!(seen[1..].iter().all(|s| s.arrived.is_none() && s.answer.is_none()));
    assert_eq!(desk.seen(&ticket.ticket, "66.111.222.112".parse().unwrap(), now()), None);
    assert_eq!(desk.seen("another", office().ip(), now()), None);
    assert_eq!(desk.seen(&ticket.ticket, office().ip(), later(60)), None, "too late");
}

#[test]
fn what_was_not_awaited_is_dropped_in_silence() {
    let mut desk = desk();
    let ticket = desk.open(office().ip(), now()).unwrap();
    let call_id = &ticket.letters[0].call_id;
    let invite = letter("INVITE", call_id);
    let stranger: SocketAddr = "66.111.222.112:40123".parse().unwrap();
    assert_eq!(take(&mut desk, stranger, &invite), None, "another source");
    assert_eq!(take(&mut desk, office(), &letter("INVITE", "se-0123456789ab")), None, "another call");
    assert_eq!(take(&mut desk, office(), &letter("INVITE", &ticket.letters[1].call_id)), None, "another port's call");
    assert_eq!(desk.arrived(Transport::Tcp, 5060, office(), &invite, now()), None, "another transport");
    assert_eq!(desk.arrived(UDP.0, UDP.1, office(), &invite, later(60)), None, "too late");
    let mut long = invite.clone();
    long.resize(LONGEST_LETTER + 1, b'x');
    assert_eq!(take(&mut desk, office(), &long), None, "too long");
    for junk in [&b""[..], b"\r\n\r\n", b"\0\xff\xfe", b"INVITE", b"OPTIONS sip:a SIP/2.0\r\n\r\n"] {
        assert_eq!(take(&mut desk, office(), junk), None, "{junk:?}");
    }
    let seen = desk.seen(&ticket.ticket, office().ip(), now()).unwrap();
    assert!(seen.iter().all(|s| s.arrived.is_none()), "nothing of all that was kept");
}

#[test]
fn another_address_of_the_same_house_is_another_asker() {
    let mut desk = desk();
    let ip = |text: &str| text.parse::<IpAddr>().unwrap();
    let (asker, neighbour) = (ip("2a02:db8:0:1101::5"), ip("2a02:db8:0:1102::6"));
    let ticket = desk.open(asker, now()).unwrap();
    let invite = letter("INVITE", &ticket.letters[0].call_id);
    assert!(desk.awaits(asker, now()) && !desk.awaits(neighbour, now()));
    assert_eq!(take(&mut desk, SocketAddr::new(neighbour, 5060), &invite), None);
    assert_eq!(desk.seen(&ticket.ticket, neighbour, now()), None);
    assert!(desk.seen(&ticket.ticket, asker, now()).unwrap()[0].arrived.is_none());
    assert!(take(&mut desk, SocketAddr::new(asker, 5060), &invite).is_some());
}

#[test]
fn each_ticket_ends_at_its_own_age() {
    let mut desk = desk();
    let old = desk.open(office().ip(), now()).unwrap();
    let young = desk.open(office().ip(), later(30)).unwrap();
    let send = |desk: &mut DoormanDesk, ticket: &Ticket, secs| {
        let invite = letter("INVITE", &ticket.letters[0].call_id);
        desk.arrived(UDP.0, UDP.1, office(), &invite, later(secs)).is_some()
    };
    assert!(send(&mut desk, &old, 59), "good until then");
    // The young one keeps the door open; the old one's letters are none of it.
    assert!(desk.awaits(office().ip(), later(60)) && !send(&mut desk, &old, 60));
    assert_eq!(desk.seen(&old.ticket, office().ip(), later(60)), None);
    assert!(send(&mut desk, &young, 60));
    assert!(desk.seen(&young.ticket, office().ip(), later(89)).is_some());
    assert!(!desk.awaits(office().ip(), later(90)), "nobody is listened to any more");
    assert_eq!(young.good_for_secs, 60, "as it was told");
}

#[test]
fn an_answer_is_never_larger_than_what_came() {
    let mut desk = desk();
    let ticket = desk.open(office().ip(), now()).unwrap();
    let call_id = &ticket.letters[0].call_id;
    let short = format!("INVITE x SIP/2.0\r\nVia: SIP/2.0/UDP a;rport\r\nCall-ID: {call_id}\r\nCSeq: 1 INVITE\r\n\r\n");
    assert_eq!(take(&mut desk, office(), short.as_bytes()), None);
    assert!(desk.seen(&ticket.ticket, office().ip(), now()).unwrap()[0].arrived.is_some(), "but it is shown");
}

#[test]
fn one_call_is_answered_four_times_at_most() {
    let mut desk = desk();
    let ticket = desk.open(office().ip(), now()).unwrap();
    let invite = letter("INVITE", &ticket.letters[0].call_id);
    assert_eq!((0..50).filter(|_| take(&mut desk, office(), &invite).is_some()).count(), 4);
}

#[test]
fn a_call_can_be_taken_back() {
    let mut desk = desk();
    let ticket = desk.open(office().ip(), now()).unwrap();
    let answer = take(&mut desk, office(), &letter("CANCEL", &ticket.letters[0].call_id)).unwrap();
    assert!(answer.starts_with("SIP/2.0 200 OK\r\n") && answer.contains("CSeq: 1 CANCEL"), "{answer}");
    assert_eq!(desk.seen(&ticket.ticket, office().ip(), now()).unwrap()[0].arrived, None, "it is no letter");
}

#[test]
fn a_letter_that_a_doorman_broke_is_shown_and_not_answered() {
    let mut desk = desk();
    let ticket = desk.open(office().ip(), now()).unwrap();
    let broken = String::from_utf8(letter("INVITE", &ticket.letters[0].call_id)).unwrap().replace("INVITE ", "INV1TE ");
    assert_eq!(take(&mut desk, office(), broken.as_bytes()), None);
    let seen = desk.seen(&ticket.ticket, office().ip(), now()).unwrap();
    assert!(seen[0].arrived.as_ref().unwrap()[0].starts_with("INV1TE "));
    // A doorman may write his own address behind the call's name.
    let moved = letter("INVITE", &ticket.letters[0].call_id);
    let moved = String::from_utf8(moved).unwrap().replace("@192.168.77.10\r\nCSeq", "@66.111.222.111\r\nCSeq");
    assert!(take(&mut desk, office(), moved.as_bytes()).is_some());
}

#[test]
fn a_street_has_six_tickets_and_the_helper_has_few() {
    let mut desk = desk();
    for _ in 0..MOST_OF_ONE_STREET {
        desk.open(office().ip(), now()).unwrap();
    }
    assert_eq!(desk.open(office().ip(), later(50)), Err(NoTicket::TooOften { wait_secs: 11 }));
    desk.open(office().ip(), later(60)).unwrap();
    // A house with IPv6 has many addresses, and is one street.
    let house = |n: u128| IpAddr::V6((0x2a02_0db8_0000_1100_0000_0000_0000_0000_u128 + n).into());
    let given = (0..50u128).filter(|n| desk.open(house(n << 64), later(60)).is_ok()).count();
    assert_eq!(given, MOST_OF_ONE_STREET);
    // Whoever has 256 such networks has no more than two of them have.
    let given = (0..200u128).filter(|n| desk.open(house(n << 72), later(60)).is_ok()).count();
    assert_eq!(given, MOST_OF_ONE_SITE - MOST_OF_ONE_STREET);
    assert_eq!(desk.open(house(99 << 72), later(70)), Err(NoTicket::TooOften { wait_secs: 51 }));
    let first = |n: u32| IpAddr::V4((0x0b00_0000 + n).into());
    let given = (0..10_000u32).filter(|n| desk.open(first(*n), later(60)).is_ok()).count();
    assert_eq!(given, MOST_TICKETS - MOST_OF_ONE_SITE - 1);
    assert_eq!(desk.open(first(20_000), later(60)), Err(NoTicket::Busy));
    desk.open(first(20_000), later(121)).unwrap();
    assert_eq!(desk.open.len(), 1, "what is over is forgotten");
}

#[test]
fn a_clock_set_back_makes_no_ticket_good_for_longer() {
    let mut desk = desk();
    for _ in 0..MOST_OF_ONE_STREET {
        desk.open(office().ip(), later(3600)).unwrap();
    }
    assert_eq!(desk.open(office().ip(), now()), Err(NoTicket::TooOften { wait_secs: 61 }));
    desk.open(office().ip(), later(60)).unwrap();
    assert_eq!(desk.open.values().map(Vec::len).sum::<usize>(), 1);
}

#[test]
fn a_flood_leaves_nothing_behind() {
    let mut desk = desk();
    let ticket = desk.open(office().ip(), now()).unwrap();
    let names: Vec<String> = ticket.letters.iter().map(|l| l.call_id.clone()).collect();
    for n in 0..100_000u32 {
        let from = SocketAddr::new(IpAddr::V4((0x0b00_0000 + n).into()), 5060);
        assert_eq!(desk.arrived(UDP.0, UDP.1, from, b"INVITE sip:x SIP/2.0\r\n\r\n", now()), None);
    }
    let kept: Vec<&Awaited> = desk.open.values().flatten().flat_map(|t| &t.letters).collect();
    assert_eq!(kept.len(), names.len());
    assert!(kept.iter().all(|a| a.arrived.is_none()));
}

#[test]
fn names_are_never_given_twice_and_a_helper_without_ports_says_so() {
    let mut all = std::collections::BTreeSet::new();
    for _ in 0..50 {
        for letter in desk().open(office().ip(), now()).unwrap().letters {
            assert!(letter.call_id.len() >= 24 && all.insert(letter.call_id));
        }
    }
    assert_eq!(DoormanDesk::new(Vec::new()).open(office().ip(), now()), Err(NoTicket::NoPorts));
}

#[test]
fn an_address_counts_in_whatever_form_it_is_written() {
    let mut desk = desk();
    let mapped: IpAddr = "::ffff:66.111.222.111".parse().unwrap();
    let ticket = desk.open(mapped, now()).unwrap();
    assert!(desk.awaits(office().ip(), now()) && desk.awaits(mapped, now()));
    assert!(take(&mut desk, office(), &letter("INVITE", &ticket.letters[0].call_id)).is_some());
}

proptest! {
    #[test]
    fn nothing_breaks_the_desk(mut bytes in proptest::collection::vec(any::<u8>(), 0..400), named in any::<bool>()) {
        let mut desk = desk();
        let ticket = desk.open(office().ip(), now()).unwrap();
        if named {
            bytes.splice(0..0, format!("INVITE a\r\nCall-ID: {}\r\n", ticket.letters[0].call_id).into_bytes());
        }
        let answer = desk.arrived(UDP.0, UDP.1, office(), &bytes, now());
        prop_assert!(answer.is_none_or(|a| a.len() <= bytes.len()));
    }
}

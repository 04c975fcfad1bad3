//! Codes and links that people paste. Letters may be anything; where they are right and the proof is right, the content
//! may still be anything, because whoever holds the code can write whatever they like.

use std::net::IpAddr;

use jiff::Timestamp;
use separate_entrance::domain::catalog;
use separate_entrance::domain::message::InviteOrder;
use separate_entrance::domain::probe::{Fingerprint, Outcome, Surroundings};
use separate_entrance::domain::rehearsal::RingRound;
use separate_entrance::domain::report::Walker;
use separate_entrance::domain::service::{ProfileId, ServiceId};
use separate_entrance::helper::call_result::CallResult;
use separate_entrance::helper::fuzzed::{self, Answer};
use separate_entrance::helper::invitation::{Door, Invitation, WalkResult};
use separate_entrance::helper::letters::Kind;
use separate_entrance::helper::link::Link;
use separate_entrance::helper::result::{TROUBLES, which_answer};
use separate_entrance::helper::{doors, walk};

use super::shown;

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// The invitation whose answers are tried.
pub(super) fn invitation() -> Invitation {
    let order = InviteOrder {
        address: "203.0.113.7".parse().unwrap(),
        profile: ProfileId("freepbx".to_owned()),
        services: catalog::embedded(&ProfileId("freepbx".to_owned())).map(doors_of).unwrap_or_default(),
        walker: Walker::Colleague,
        voice_ports: None,
    };
    Invitation::new(&order, now(), *b"0123456789", Some(Fingerprint(4711))).unwrap()
}

fn doors_of(profile: &separate_entrance::domain::service::Profile) -> Vec<ServiceId> {
    doors::selectable(profile).map(|s| s.id.clone()).collect()
}

/// Pasted text of any kind.
pub fn pasted(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    if let Ok(read) = Invitation::decode(&text) {
        invited(&read);
    }
    if let Err(why) = which_answer(&text) {
        shown(&why.to_string());
    }
    let ours = invitation();
    if let Ok(read) = WalkResult::decode(&text, &ours) {
        walked(&read, &ours);
    }
    if let Ok(read) = CallResult::decode(&text, &ours) {
        called(&read, &ours);
    }
}

pub fn pasted_seeds() -> Vec<Vec<u8>> {
    let ours = invitation();
    let code = ours.encode();
    let mailed = format!("> Hello,\r\n> {}\r\n>\r\n> Greetings", code.replace('-', "=20\r\n> "));
    let link = format!("<a href=\"separate-entrance:{}\">", code.to_lowercase());
    vec![code.clone().into_bytes(), mailed.into_bytes(), link.into_bytes(), found(&ours).encode(&ours).into_bytes()]
}

/// An invitation asks for rows of a phone system that this program knows, and reads the same when written anew. No
/// walker goes where an office cannot be.
fn invited(read: &Invitation) {
    let profile = read.known_profile().expect("a phone system of ours");
    assert!(read.services.iter().all(|id| doors::selectable(profile).any(|row| row.id == *id)));
    assert!(doors::knocks(profile, &read.services).len() <= 48);
    assert!(read.voice_ports.is_none_or(|ports| ports.first >= 1024 && ports.first < ports.last));
    assert_eq!(Invitation::decode(&read.encode()).as_ref(), Ok(read));
    if walk::admit(read.address, &Surroundings::default(), &[]).is_ok() {
        let IpAddr::V4(v4) = read.address else { panic!("codes name IPv4 only") };
        let inside = v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_multicast();
        assert!(!inside && !v4.is_unspecified() && !v4.is_broadcast() && v4.octets()[0] < 224, "{v4}");
        assert!(v4.octets()[0] != 0 && (v4.octets()[0], v4.octets()[1] & 0xc0) != (100, 64), "{v4}");
    }
}

/// Whatever the content, in letters that are right.
pub fn sealed(data: &[u8]) {
    let Some((&[choice, high, low], content)) = data.split_first_chunk::<3>() else { return };
    let kind = if choice & 4 == 0 { Kind::Invitation } else { Kind::Result };
    let code = fuzzed::sealed(choice, kind, u16::from_be_bytes([high, low]), content);
    assert!(code.len() <= 63 * 7, "{} letters", code.len());
    pasted(code.as_bytes());
}

pub fn sealed_seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for profile in catalog::profiles().iter().take(6) {
        let order = InviteOrder {
            address: "203.0.113.7".parse().unwrap(),
            profile: profile.id.clone(),
            services: doors_of(profile),
            walker: Walker::StepOutside,
            voice_ports: None,
        };
        let Ok(invitation) = Invitation::new(&order, now(), [3; 10], None) else { continue };
        let (lead, content, _) = fuzzed::opened(&invitation.encode()).unwrap();
        seeds.push([&[1][..], &lead.to_be_bytes(), &content].concat());
        let own = Invitation { voice_ports: Some((30_000, 30_099).into()), ..invitation };
        let (lead, content, _) = fuzzed::opened(&own.encode()).unwrap();
        seeds.push([&[2][..], &lead.to_be_bytes(), &content].concat());
    }
    seeds
}

fn found(ours: &Invitation) -> WalkResult {
    let profile = ours.known_profile().unwrap();
    let door = |row: &separate_entrance::domain::service::Service| Door {
        service: row.id.clone(),
        outcome: Outcome::Answered,
        fingerprint: Some(Fingerprint(4711)),
    };
    WalkResult {
        at: now(),
        address: "198.51.100.9".parse().ok(),
        street_lies: false,
        trouble: None,
        doors: doors::rows(profile, &ours.services).into_iter().map(door).collect(),
        voice: Vec::new(),
    }
}

/// What a walker brings is about this office and its rows, whatever they write.
fn walked(read: &WalkResult, ours: &Invitation) {
    let rows = doors::rows(ours.known_profile().unwrap(), &ours.services).len();
    assert!(read.doors.len() <= rows && read.voice.len() <= rows);
    assert!(read.trouble.iter().all(|t| TROUBLES.contains(&t.as_str())));
    let evidence = read.evidence(ours);
    assert!(evidence.len() <= 2 * rows);
    assert!(evidence.iter().all(|e| e.target.ip() == ours.address), "only of the office that asked");
    assert_eq!(WalkResult::decode(&read.encode(ours), ours).as_ref(), Ok(read), "written anew");
    let other = Invitation { secret: [9; 10], ..ours.clone() };
    assert!(WalkResult::decode(&read.encode(ours), &other).is_err(), "the proof is of one secret only");
}

fn called(read: &CallResult, ours: &Invitation) {
    assert!(read.rings.len() <= 3);
    if let Some(call) = &read.call {
        shown(&call.number);
        assert_eq!((call.address, &call.seen), (Some(ours.address), &None), "of the office that asked, and no words");
        let sound = [call.loss_percent, call.jitter_ms, call.round_trip_ms];
        assert!(sound.iter().flatten().all(|f| f.is_finite() && *f >= 0.0), "{sound:?}");
    }
    if let Some(code) = read.encode(ours) {
        assert_eq!(CallResult::decode(&code, ours).as_ref(), Ok(read), "written anew");
    }
}

/// Answers with a right proof: the walker knows the secret, so only the content is left to distrust.
pub fn answers(data: &[u8]) {
    let Some((&[choice, high, low], content)) = data.split_first_chunk::<3>() else { return };
    let ours = invitation();
    let answer = [Answer::Walk, Answer::WalkWithVoice, Answer::Call][usize::from(choice) % 3];
    let code = fuzzed::proved(&ours, answer, content, usize::from(u16::from_be_bytes([high, low])));
    pasted(code.as_bytes());
}

pub fn answers_seeds() -> Vec<Vec<u8>> {
    let ours = invitation();
    let walk = found(&ours).encode(&ours);
    let quiet = WalkResult { trouble: Some("time".to_owned()), doors: Vec::new(), ..found(&ours) }.encode(&ours);
    let round = RingRound { quiet_secs: 60, rang: true, at: now(), vantage: None, address: Some(ours.address) };
    let rings =
        CallResult { asker: "198.51.100.9".parse().ok(), call: None, rings: vec![round] }.encode(&ours).unwrap();
    [(0, walk), (0, quiet), (2, rings)].iter().filter_map(|(choice, code)| content(&ours, *choice, code)).collect()
}

/// The content of an answer without its proof: as long as it reads.
fn content(ours: &Invitation, choice: u8, code: &str) -> Option<Vec<u8>> {
    let answer = [Answer::Walk, Answer::WalkWithVoice, Answer::Call][usize::from(choice)];
    let (_, bytes, bits) = fuzzed::opened(code)?;
    let reads = |bits: &usize| {
        let again = fuzzed::proved(ours, answer, &bytes, *bits);
        WalkResult::decode(&again, ours).is_ok() || CallResult::decode(&again, ours).is_ok()
    };
    let bits = (bits.saturating_sub(80 + 25)..=bits - 80).rev().find(reads)?;
    Some([&[choice][..], &u16::try_from(bits).ok()?.to_be_bytes(), &bytes].concat())
}

/// A link is kept and shown as it was read.
pub fn link(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let Ok(link) = Link::parse(&text) else { return };
    assert!(link.also.len() <= 8 && link.port != 0);
    assert!(!link.host.chars().any(|c| c.is_control() || c.is_whitespace()), "{:?}", link.host);
    let written = link.to_string();
    let again = Link::parse(&written).unwrap_or_else(|e| panic!("{e:?}: {written}"));
    assert!(again == link, "{written}");
    // A host may bear the key for its name, and a host is shown.
    assert!(!format!("{link:?}").replace(&link.host, "").contains(&link.key), "the key is in no log");
}

pub fn link_seeds() -> Vec<Vec<u8>> {
    let pin = "ab".repeat(32);
    let key = "00112233445566778899aabbccddeeff";
    [
        format!("helper-link: https://203.0.113.50:8443/#k={key}&pin={pin}"),
        format!("https://[2001:db8::5]:443/#pin={pin}&k={key}&also=203.0.113.50:8443,[2001:db8::6]:1"),
        format!("<HTTPS://helper.example.com/#k={key}&pin={pin}&also=>"),
    ]
    .map(String::into_bytes)
    .to_vec()
}

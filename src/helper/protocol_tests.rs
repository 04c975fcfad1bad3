//! Tests of `protocol`.

use super::*;
use crate::domain::catalog;

#[test]
fn every_request_is_as_long_as_it_owes_and_short_enough_to_be_read() {
    for profile in catalog::profiles() {
        let all: Vec<ServiceId> = doors::selectable(profile).map(|s| s.id.clone()).collect();
        for services in [all, Vec::new()] {
            let owed = bytes_owed(profile, &services, None);
            let written = serde_json::to_vec(&WalkRequest::new(profile, services, None)).unwrap().len();
            assert_eq!(written, owed, "{}", profile.id);
            assert!(owed < MOST_REQUEST_BYTES, "{}: {owed}", profile.id);
        }
    }
}

#[test]
fn a_request_about_the_voice_owes_its_tokens_and_its_answer() {
    let key = VoiceKey::of_secret(&[1; 10]);
    for profile in catalog::profiles() {
        let all: Vec<ServiceId> = doors::selectable(profile).map(|s| s.id.clone()).collect();
        for look in [VoiceLook::Sampled, VoiceLook::EveryPort] {
            let voice = VoiceRequest::new(&key, look, None);
            let owed = bytes_owed(profile, &all, Some(&voice));
            assert!(owed > bytes_owed(profile, &all, None) + 100 * TOKEN_KNOCK && owed < MOST_REQUEST_BYTES);
            let order = voice.order().unwrap();
            assert_eq!((order.key, order.look), (key.clone(), look));
        }
    }
    assert!(VoiceRequest { key: "00".repeat(31), every: false, ports: None }.order().is_none());
    assert!(VoiceRequest { key: "zz".repeat(32), every: false, ports: None }.order().is_none());
    // A range of its own is one where voices can be; without one the request is what every helper reads.
    for (range, is_fine) in [((30_000, 30_099), true), ((1, 5060), false), ((30_000, 30_000), false)] {
        let voice = VoiceRequest::new(&key, VoiceLook::Sampled, Some(range.into()));
        assert_eq!(voice.order().map(|o| o.ports), is_fine.then(|| Some(range.into())), "{range:?}");
    }
    let usual = serde_json::to_string(&VoiceRequest::new(&key, VoiceLook::Sampled, None)).unwrap();
    assert!(!usual.contains("ports"), "{usual}");
    let walk = VoiceWalk {
        service: ServiceId("x".repeat(40)),
        ports: (10_000, 65_535).into(),
        asked: vec![(10_000, 65_535).into(); 900],
        missing: vec![(10_000, 65_535).into(); 900],
        missing_ports: u32::MAX,
        in_use: vec![(10_000, 65_535).into(); 900],
        shifted: Some(crate::domain::voice::Shifted { outside: 65_535, inside: 65_535 }),
        swept: true,
        at: jiff::Timestamp::MAX,
        asker: Some("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff".parse().unwrap()),
    };
    let written = serde_json::to_vec(&walk.shortened(MOST_STRETCHES)).unwrap().len();
    assert!(written < ANSWER_VOICE, "{written}");
}

#[test]
fn a_row_of_an_answer_is_never_longer_than_it_is_reckoned() {
    let row = DoorSeen {
        service: ServiceId("x".repeat(40)),
        outcome: Outcome::Unreachable,
        fingerprint: Some(Fingerprint(u16::MAX)),
        // The longest form of a character: a quote is written with a backslash.
        seen: Some("\"".repeat(MOST_SEEN_BYTES)),
        after_ms: 20_000,
        elapsed_ms: 20_000,
    };
    assert!(serde_json::to_vec(&row).unwrap().len() < ANSWER_ROW);
    let longest = catalog::profiles().iter().flat_map(|p| &p.services).map(|s| s.id.0.len()).max();
    assert!(longest <= Some(40), "{longest:?}");
}

#[test]
fn nothing_in_a_request_can_name_a_target() {
    let profile = &catalog::profiles()[0];
    let request = serde_json::to_value(WalkRequest::new(profile, Vec::new(), None)).unwrap();
    for field in ["target", "address", "host", "ip", "url", "asker"] {
        let mut aimed = request.clone();
        aimed[field] = "198.51.100.1".into();
        assert!(serde_json::from_value::<WalkRequest>(aimed).is_err(), "{field}");
    }
    serde_json::from_value::<WalkRequest>(request).unwrap();
}

#[test]
fn a_cut_never_splits_a_character() {
    assert_eq!(cut("aßb", 2), "a");
    assert_eq!(cut("aßb", 3), "aß");
    assert_eq!(cut("aßb", 9), "aßb");
}

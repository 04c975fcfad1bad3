//! Tests of `call_result`.

use proptest::prelude::*;

use super::*;
use crate::domain::probe::Vantage;
use crate::domain::rehearsal::Sound;
use crate::domain::report::Walker;
use crate::domain::service::ProfileId;
use crate::helper::invitation::WalkResult;

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn at() -> Timestamp {
    "2026-11-28T12:00:00Z".parse().unwrap()
}

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn invitation(secret: u8) -> Invitation {
    Invitation {
        address: ip("11.22.33.2"),
        profile: ProfileId("freepbx".into()),
        services: Vec::new(),
        expires: Timestamp::from_second(EPOCH + 600).unwrap(),
        walker: Walker::Colleague,
        secret: [secret; 10],
        first_fingerprint: None,
        voice_ports: None,
    }
}

fn call() -> Rehearsal {
    Rehearsal {
        registered: true,
        answered: true,
        sound_out: Some(true),
        sound_back: Some(true),
        loss_percent: Some(0.4),
        jitter_ms: Some(3.2),
        round_trip_ms: Some(61.5),
        media: Some("11.22.33.2:10042".parse().unwrap()),
        vantage: Some(Vantage::Outside),
        address: Some(ip("11.22.33.2")),
        asker: Some(ip("11.22.33.60")),
        shown_by: Some(ShownBy::Echo),
        ..Rehearsal::begun("11.22.33.2", "*43", at())
    }
}

fn wait(quiet_secs: u32, rang: bool) -> RingRound {
    let (vantage, address) = (Some(Vantage::Outside), Some(ip("11.22.33.2")));
    RingRound { quiet_secs, rang, at: at(), vantage, address }
}

fn played(call: Option<Rehearsal>, rings: Vec<RingRound>) -> CallResult {
    CallResult { asker: Some(ip("11.22.33.60")), call, rings }
}

#[test]
fn what_was_heard_comes_home_as_it_was() {
    let invitation = invitation(7);
    let one_way = Rehearsal {
        sound_out: None,
        sound_back: Some(false),
        shown_by: None,
        loss_percent: None,
        jitter_ms: None,
        round_trip_ms: None,
        media: Some("192.168.77.20:10042".parse().unwrap()),
        ..call()
    };
    for told in [
        played(Some(call()), Vec::new()),
        played(Some(call()), vec![wait(10, true), wait(60, true), wait(180, false)]),
        played(Some(one_way), Vec::new()),
        played(Some(Rehearsal { media: None, sound_out: Some(false), ..call() }), Vec::new()),
        played(None, vec![wait(10, false)]),
    ] {
        let code = told.encode(&invitation).unwrap();
        assert_eq!(CallResult::decode(&code, &invitation).unwrap(), told);
        assert!(code.len() < 13 * 7, "{code}");
        let mail = format!("> Here it is:\r\n> {}\r\n", code.to_lowercase().replace('-', " "));
        assert_eq!(CallResult::decode(&mail, &invitation).unwrap(), told);
    }
    let nowhere =
        CallResult { asker: None, ..played(Some(Rehearsal { asker: None, vantage: None, ..call() }), vec![]) };
    let read = CallResult::decode(&nowhere.encode(&invitation).unwrap(), &invitation).unwrap();
    assert_eq!(read, nowhere, "where nothing tells the street, nothing is made up");
    assert_eq!(played(None, Vec::new()).encode(&invitation), None, "nothing heard, nothing to tell");
}

#[test]
fn a_call_made_from_the_offices_own_street_is_no_call_from_outside() {
    let invitation = invitation(7);
    for asker in ["11.22.33.2", "192.168.77.1"] {
        let told = CallResult { asker: Some(ip(asker)), ..played(Some(call()), Vec::new()) };
        let read = CallResult::decode(&told.encode(&invitation).unwrap(), &invitation).unwrap().call.unwrap();
        assert_eq!(read.vantage, Some(Vantage::Inside), "{asker}");
        assert!(read.sound() == Some(Sound::BothWays) && !read.proves_voice());
    }
}

#[test]
fn a_wrong_letter_a_cut_a_stranger_and_another_kind_are_named() {
    let (ours, theirs) = (invitation(7), invitation(8));
    let code = played(Some(call()), vec![wait(10, true)]).encode(&ours).unwrap();
    let letters: Vec<char> = code.chars().filter(|c| *c != '-').collect();
    for (place, right) in letters.iter().enumerate() {
        for wrong in ALPHABET.chars().filter(|c| c != right) {
            let mut typed = letters.clone();
            typed[place] = wrong;
            let typed: String = typed.into_iter().collect();
            match CallResult::decode(&typed, &ours) {
                Err(CodeError::Mistyped { group, .. }) => assert_eq!(group, place / 6 + 1),
                other => panic!("{wrong} at {place}: {other:?}"),
            }
        }
    }
    let cut = CallResult::decode(&code[..code.len() - 14], &ours);
    assert_eq!(cut, Err(CodeError::Cut { missing: 12 }));
    assert_eq!(CallResult::decode(&code, &theirs), Err(CodeError::Foreign));
    let wanted = Kind::Result;
    assert_eq!(WalkResult::decode(&code, &ours), Err(CodeError::WrongKind { found: Kind::Call, wanted }));
    let wanted = Kind::Invitation;
    assert_eq!(Invitation::decode(&code), Err(CodeError::WrongKind { found: Kind::Call, wanted }));
    let wanted = Kind::Call;
    let found = Kind::Invitation;
    assert_eq!(CallResult::decode(&ours.encode(), &ours), Err(CodeError::WrongKind { found, wanted }));
}

#[test]
fn whoever_changes_what_it_says_is_found_out() {
    let invitation = invitation(7);
    let worse = played(Some(Rehearsal { sound_back: Some(false), ..call() }), Vec::new());
    let code = worse.encode(&invitation).unwrap();
    let opened = letters::open(&code).unwrap();
    // Each bit turned, with check letters and checksum made to fit again: only the proof is left to tell.
    for place in 0..opened.body.len() {
        let mut body = opened.body.clone();
        body.0[place] = !body.0[place];
        let forged = letters::seal(letters::OF_A_CALL, Kind::Call, opened.lead, &body);
        assert!(CallResult::decode(&forged, &invitation).is_err(), "bit {place}");
    }
    // A walk's proof is no call's.
    let mut body = Bits::default();
    body.put(0, TIME + 2 + WAITS);
    body.put_bytes(&invitation.proof(b"result", &body.to_bytes()));
    let other = letters::seal(letters::OF_A_CALL, Kind::Call, invitation.run_tag().0, &body);
    assert_eq!(CallResult::decode(&other, &invitation), Err(CodeError::Changed));
}

proptest! {
    #[test]
    fn whatever_is_sealed_nothing_breaks(bits in proptest::collection::vec(any::<bool>(), 0..400)) {
        let invitation = invitation(7);
        let code = letters::seal(letters::OF_A_CALL, Kind::Call, invitation.run_tag().0, &Bits(bits));
        prop_assert!(CallResult::decode(&code, &invitation).is_err());
    }

    #[test]
    fn figures_survive_to_a_tenth(figure in 0.0..6000.0f64) {
        let invitation = invitation(7);
        let told = played(Some(Rehearsal { round_trip_ms: Some(figure), ..call() }), Vec::new());
        let read = CallResult::decode(&told.encode(&invitation).unwrap(), &invitation).unwrap();
        let read = read.call.unwrap().round_trip_ms.unwrap();
        prop_assert!((read - figure).abs() <= 0.051, "{read} {figure}");
    }
}

//! What a standing helper and an office say to each other, as either reads it.

use std::net::IpAddr;

use jiff::Timestamp;
use separate_entrance::domain::case::Case;
use separate_entrance::domain::catalog;
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::message::Event;
use separate_entrance::domain::office::Answers;
use separate_entrance::domain::report::{TopVerdict, Verdict};
use separate_entrance::domain::service::{Profile, ProfileId, Service, ServiceId};
use separate_entrance::domain::voice::VoiceLook;
use separate_entrance::helper::client::{HelperWalk, WalkOrder};
use separate_entrance::helper::protocol::{MOST_REQUEST_BYTES, VoiceRequest, WalkRequest, bytes_owed};
use separate_entrance::helper::result::TROUBLES;
use separate_entrance::helper::token::VoiceKey;
use separate_entrance::helper::{doors, fuzzed};

use super::shown;

fn freepbx() -> &'static Profile {
    catalog::embedded(&ProfileId("freepbx".to_owned())).unwrap()
}

/// Whatever a request says, a helper walks to whoever sent it, at rows that it knows, and sends less than it was sent.
pub fn request(data: &[u8]) {
    let asker: IpAddr = "203.0.113.7".parse().unwrap();
    let Some(Ok(order)) = fuzzed::request(data, asker) else { return };
    assert_eq!(order.address, asker);
    assert!(order.services.iter().all(|id| doors::selectable(order.profile).any(|row| row.id == *id)));
    assert!(doors::knocks(order.profile, &order.services).len() <= 48);
    assert!(order.owed <= data.len() && order.owed <= MOST_REQUEST_BYTES);
}

pub fn request_seeds() -> Vec<Vec<u8>> {
    let services: Vec<ServiceId> = doors::selectable(freepbx()).map(|s| s.id.clone()).take(3).collect();
    let whole = WalkRequest::new(freepbx(), services.clone(), None);
    let bare = WalkRequest { padding: String::new(), ..whole.clone() };
    let owed = bytes_owed(freepbx(), &services, None);
    let voice = format!(
        r#"{{"version":1,"profile":"freepbx","services":["sip-udp"],"voice":{{"key":"{}","every":true,"ports":[30000,30099]}},"padding":"{}"}}"#,
        "0123456789abcdef".repeat(4),
        "x".repeat(40_000)
    );
    assert!(serde_json::to_vec(&whole).unwrap().len() >= owed);
    vec![serde_json::to_vec(&whole).unwrap(), serde_json::to_vec(&bare).unwrap(), voice.into_bytes()]
}

/// The answer to a walk, as an office reads it.
pub fn answer(data: &[u8]) {
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    let services: Vec<ServiceId> = freepbx().services.iter().map(|s| s.id.clone()).collect();
    let asked = |voice| WalkOrder { profile: freepbx(), services: &services, voice };
    let Some(told) = fuzzed::answer(data, &asked(None), now) else { return };
    answers_of(told, &asked(None));
    // A witness stands: who was given its key may say what it liked.
    let key = VoiceKey::of_secret(&[5; 10]);
    let range = data.len().is_multiple_of(2).then(|| (10_000, 10_100).into());
    let asked = asked(Some(VoiceRequest::new(&key, VoiceLook::Sampled, range)));
    if let Some(told) = fuzzed::answer(data, &asked, now) {
        answers_of(told, &asked);
    }
}

/// Whatever a helper says, it says little, of this office only, in words that may be shown; and where nothing answered
/// inside, no door is called verified on its word, but for voices that it was given the key of.
pub fn answers_of(told: HelperWalk, order: &WalkOrder<'_>) {
    let profile = order.profile;
    let rows = profile.services.len();
    assert!(told.evidence.len() <= rows + told.voice.len(), "{} of {rows} rows", told.evidence.len());
    assert!(told.voice.len() <= if order.voice.is_some() { 2 } else { 0 });
    let is_voice = |id: &ServiceId| profile.service(id).is_some_and(Service::is_voice);
    assert!(told.voice.iter().all(|v| is_voice(&v.service) && order.services.contains(&v.service)));
    for evidence in &told.evidence {
        assert_eq!(evidence.target.ip(), told.office);
        evidence.seen.iter().for_each(|s| shown(s));
    }
    assert!(told.report.trouble.iter().all(|t| TROUBLES.contains(&t.as_str())), "{:?}", told.report.trouble);
    let kept = serde_json::to_string(&told.evidence).unwrap().len() + serde_json::to_string(&told.voice).unwrap().len();
    assert!(kept <= 2000 * (rows + 8), "{kept} bytes");

    let answers =
        Answers { system: Some(profile.id.clone()), using: vec!["remote-phones".to_owned()], ..Answers::default() };
    let mut case = Case::new(told.report.at, answers);
    told.evidence.into_iter().for_each(|e| case.absorb(&Event::Evidence(e)));
    told.voice.into_iter().for_each(|v| case.absorb(&Event::Voice(v)));
    case.absorb(&Event::Walked(told.report));
    let report = judge(&case);
    assert_ne!(report.verdict, TopVerdict::Ready);
    let mut verified = report.services.iter().filter(|s| s.verdict == Verdict::Verified);
    assert!(verified.all(|s| order.voice.is_some() && is_voice(&s.id)), "on a stranger's word alone");
}

pub fn answer_seeds() -> Vec<Vec<u8>> {
    [
        r#"{"version":1,"asker":"203.0.113.7","knocked_from":"198.51.100.9","second_address":true,"answered_before":true,"street_lies":false,"trouble":null,
            "doors":[{"service":"sip-udp","outcome":"answered","fingerprint":4711,"seen":"200 OK, FPBX","after_ms":5,"elapsed_ms":20},
                     {"service":"xmpp","outcome":"silent","fingerprint":null,"seen":null,"after_ms":9,"elapsed_ms":2000}]}"#,
        r#"{"version":1,"asker":"::ffff:203.0.113.7","knocked_from":null,"second_address":false,"street_lies":true,"trouble":"time","doors":[],
            "voice":[{"service":"rtp","ports":[10000,10100],"asked":[[10000,10000],[10033,10100]],"missing":[[10050,10051]],
                      "missing_ports":2,"in_use":[[10001,10002]],"shifted":{"outside":10000,"inside":10004},"swept":true,
                      "at":"2026-11-23T12:00:00Z","asker":null}]}"#,
    ]
    .map(|s| s.as_bytes().to_vec())
    .to_vec()
}

//! Tests of `client`.

use super::*;
use crate::domain::catalog;
use crate::domain::service::ProfileId;

fn walked() -> WalkAnswer {
    WalkAnswer {
        version: VERSION,
        asker: "11.22.33.2".parse().unwrap(),
        knocked_from: None,
        second_address: false,
        answered_before: false,
        street_lies: false,
        trouble: None,
        doors: Vec::new(),
        voice: Vec::new(),
    }
}

fn report(answer: &WalkAnswer) -> WalkReport {
    let profile = catalog::profile(&ProfileId("generic-sip".into())).unwrap();
    told(&WalkOrder { profile, services: &[], voice: None }, answer, Timestamp::UNIX_EPOCH).report
}

#[test]
fn a_helper_that_stands_inside_somewhere_proves_no_street() {
    for (from, street) in [
        (None, Street::Unknown),
        (Some("11.22.33.2"), Street::Same),
        (Some("::ffff:11.22.33.2"), Street::Same),
        (Some("11.22.33.50"), Street::Other),
        (Some("2a00:77:33::50"), Street::Other),
        (Some("10.0.5.9"), Street::Unknown),
        (Some("fd00::9"), Street::Unknown),
    ] {
        let knocked_from = from.map(|ip| ip.parse().unwrap());
        assert_eq!(report(&WalkAnswer { knocked_from, ..walked() }).street, street, "{from:?}");
    }
}

#[test]
fn who_was_answered_before_is_told_and_an_older_helper_does_not_tell() {
    for (second_address, answered_before, told) in
        [(false, true, Some(true)), (true, true, Some(true)), (true, false, Some(false)), (false, false, None)]
    {
        let answer = WalkAnswer { second_address, answered_before, ..walked() };
        assert_eq!(report(&answer).answered_before, told, "{second_address} {answered_before}");
    }
    let mut older = serde_json::to_value(walked()).unwrap();
    older.as_object_mut().unwrap().remove("answered_before").unwrap();
    assert_eq!(serde_json::from_value::<WalkAnswer>(older).unwrap(), walked());
}

//! The embedded catalogue: every file parses, and no profile contradicts itself.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr};

use separate_entrance::domain::catalog;
use separate_entrance::domain::office::Gateway;
use separate_entrance::domain::service::{Confidence, Direction, Need, Profile, ProfileId, Service};

fn files(folder: &str) -> BTreeSet<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("assets").join(folder);
    let files = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    files
        .filter(|f| f.extension().is_some_and(|e| e == "toml"))
        .map(|f| f.file_stem().unwrap().to_string_lossy().into_owned())
        .collect()
}

fn inbound(profile: &Profile, need: Need) -> impl Iterator<Item = &Service> {
    profile.services.iter().filter(move |s| s.need == need && s.direction == Direction::Inbound)
}

#[test]
fn every_profile_and_every_guide_parses_under_its_own_name() {
    let profiles = catalog::read_profiles().unwrap();
    let routers = catalog::read_routers().unwrap();
    let ids: BTreeSet<String> = profiles.iter().map(|p| p.id.0.clone()).collect();
    assert_eq!((profiles.len(), &ids), (ids.len(), &files("profiles")));
    let ids: BTreeSet<String> = routers.iter().map(|r| r.id.clone()).collect();
    assert_eq!((routers.len(), &ids), (ids.len(), &files("routers")));
    assert!(profiles.len() >= 18 && routers.len() >= 38, "{} profiles, {} routers", profiles.len(), routers.len());
}

#[test]
fn rows_of_a_profile_are_unique_and_well_formed() {
    for profile in catalog::profiles() {
        let mut ids = BTreeSet::new();
        for row in &profile.services {
            let at = format!("{} {}", profile.id, row.id);
            assert!(ids.insert(&row.id), "{at} twice");
            assert!(row.port_start > 0 && row.port_start <= row.port_end, "{at}: ports");
            assert!(!row.label.trim().is_empty() && !row.purpose.trim().is_empty(), "{at}: words");
            assert!(row.need != Need::IfFeature || row.feature.is_some(), "{at}: feature");
            assert!(!row.used_for.is_empty(), "{at}: used_for");
            assert!(profile.sources.contains_key(&row.source), "{at}: source {} is not resolved", row.source);
            // What is general knowledge only is shown as not confirmed.
            let unsure = row.confidence == Confidence::Low || row.source == "GK";
            assert!(row.is_unconfirmed() || !unsure, "{at}: shown as confirmed");
        }
        let voice = profile.services.iter().filter(|s| s.is_voice() && s.need == Need::Required).count();
        assert!(voice <= 1, "{}: {voice} voice ranges", profile.id);
    }
}

#[test]
fn no_required_port_is_among_those_that_must_stay_shut() {
    for profile in catalog::profiles() {
        for wanted in inbound(profile, Need::Required).filter(|s| s.ports().is_single()) {
            for locked in inbound(profile, Need::Never).filter(|s| s.is_on_phones() == wanted.is_on_phones()) {
                let clash = locked.protocol == wanted.protocol && locked.ports().contains(wanted.port_start);
                assert!(!clash, "{}: {} is {} and {}", profile.id, wanted.port_start, wanted.id, locked.id);
            }
        }
    }
}

#[test]
fn never_rows_of_one_machine_do_not_share_a_port() {
    for profile in catalog::profiles() {
        let mut seen = BTreeMap::new();
        for row in inbound(profile, Need::Never).filter(|s| s.ports().is_single()) {
            let twin = seen.insert((row.protocol, row.port_start, row.is_on_phones()), &row.id);
            assert_eq!(twin, None, "{}: {} and {twin:?}", profile.id, row.id);
        }
    }
}

#[test]
fn guides_have_what_a_person_needs() {
    for guide in catalog::guides() {
        let id = &guide.id;
        for (what, text) in [
            ("brand", &guide.brand),
            ("port_forward", &guide.port_forward),
            ("dhcp_reservation", &guide.dhcp_reservation),
            ("upnp", &guide.upnp),
            ("sip_alg_name", &guide.sip_alg_name),
            ("sip_alg_off", &guide.sip_alg_off),
        ] {
            assert!(!text.trim().is_empty(), "{id}: {what}");
        }
        let known = |list: &[&str], word: &str| assert!(list.contains(&word), "{id}: {word}");
        known(&["on", "off", "varies", "not offered", "unknown"], &guide.upnp_default);
        known(&["on", "off", "varies", "unknown", "not offered"], &guide.sip_alg_default);
        for source in &guide.source {
            assert!(guide.sources.contains_key(source), "{id}: source {source} is not resolved");
        }
    }
    assert!(catalog::guide("generic").is_some());
}

#[test]
fn a_server_line_leads_to_its_profile() {
    let profile = |server: &str| catalog::profile_for_server(server).map(|p| p.id.0.as_str());
    for (server, expected) in [
        ("FPBX-16.0.40.7(18.19.0)", Some("freepbx")),
        ("Asterisk PBX 16.28.0~dfsg-0+deb11u4", Some("asterisk")),
        ("FreeSWITCH-mod_sofia/1.10.9", Some("fusionpbx")),
        ("trixbox Pro Asterisk 1.4", Some("trixbox-pro")),
        ("Grandstream UCM6302A 1.0.21.9", Some("grandstream-ucm")),
        ("3CXPhoneSystem 20.0.3.884", Some("3cx-v20")),
        ("Yeastar P550-37.14", Some("yeastar-p")),
        ("Yeastar S100", Some("yeastar-s")),
        ("Cisco-CP8841/12.5", None),
        ("", None),
    ] {
        assert_eq!(profile(server), expected, "{server}");
    }
}

#[test]
fn a_router_that_says_nothing_gets_the_general_guide() {
    let gateway = Gateway::unknown(IpAddr::V4(Ipv4Addr::new(192, 168, 1, 1)));
    assert_eq!(catalog::best_match(&gateway), None);
    assert_eq!(catalog::guide_for(&gateway).map(|g| g.id.as_str()), Some("generic"));
    assert!(catalog::profile(&ProfileId("no-such-system".to_owned())).is_none());
}

#[test]
fn short_words_inside_longer_ones_claim_no_maker() {
    let made_by = |manufacturer: &str| {
        let mut gateway = Gateway::unknown(IpAddr::V4(Ipv4Addr::new(192, 168, 1, 1)));
        gateway.manufacturer = Some(manufacturer.to_owned());
        catalog::best_match(&gateway).map(|g| g.id.as_str())
    };
    for (manufacturer, expected) in [
        ("FreeScale", None),
        ("ABT Electronics", None),
        ("Workspace Ltd", None),
        ("Free", Some("freebox")),
        ("netgear", Some("netgear")),
        // Two families of one maker, and nothing that tells them apart.
        ("Ubiquiti Networks", None),
        ("TP-Link", None),
    ] {
        assert_eq!(made_by(manufacturer), expected, "{manufacturer}");
    }
}

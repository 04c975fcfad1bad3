//! Tests of `plan`.

use super::*;
use crate::domain::catalog;
use crate::domain::office::{Answers, Gateway, MappingList, PhoneSystem, PortMapping};
use crate::domain::probe::Family;
use crate::domain::service::ProfileId;

const PBX: &str = "192.168.77.20";

/// A FreePBX behind a router that lists everything.
fn case(using: &[&str], calls: Option<u16>) -> Case {
    let answers = Answers {
        system: Some(ProfileId("freepbx".to_owned())),
        using: using.iter().map(|u| (*u).to_owned()).collect(),
        calls,
        ..Answers::default()
    };
    let mut case = Case::new("2026-11-23T12:00:00Z".parse().unwrap(), answers);
    case.office.put_gateway(Gateway {
        control: Control::Igd2,
        is_default: true,
        wan_address: Some("11.22.33.2".parse().unwrap()),
        list: MappingList::Whole,
        ..Gateway::unknown("192.168.77.1".parse().unwrap())
    });
    case.office.phone_system = Some(PhoneSystem {
        address: PBX.parse().unwrap(),
        mac: None,
        profile: ProfileId("freepbx".to_owned()),
        server: None,
        answers_inside: true,
    });
    case
}

fn mapping(port: u16, to: &str) -> PortMapping {
    PortMapping {
        external_port: port,
        protocol: Transport::Udp,
        internal_client: to.parse().unwrap(),
        internal_port: port,
        lease_seconds: 0,
        description: String::new(),
        ours: false,
        enabled: true,
        remote_host: String::new(),
    }
}

fn intent_of(plan: &Plan, id: &str) -> Intent {
    plan.lines.iter().find(|l| l.service.0 == id).unwrap().intent
}

fn opened(plan: &Plan) -> Vec<(String, u16)> {
    plan.changes.changes.iter().map(|c| (c.service.0.clone(), c.external_port)).collect()
}

#[test]
fn four_calls_are_opened_one_by_one_and_only_what_is_missing() {
    let mut case = case(&["remote-phones"], Some(4));
    let whole = plan(&case);
    assert_eq!(opened(&whole).len(), 11);
    assert_eq!(whole.voice.as_ref().unwrap().proposed, PortRange::from((10_000, 10_009)));
    case.mappings = [5060, 10_000, 10_001].map(|p| mapping(p, PBX)).to_vec();
    let rest = plan(&case);
    assert_eq!(intent_of(&rest, "sip-udp"), Intent::AlreadyThere);
    assert_eq!(opened(&rest).first(), Some(&("rtp".to_owned(), 10_002)));
    assert_eq!(opened(&rest).len(), 8);
}

#[test]
fn calls_not_known_or_many_are_one_rule_by_hand() {
    let unknown = plan(&case(&["remote-phones"], None));
    assert_eq!(intent_of(&unknown, "rtp"), Intent::ByHand(ByHand::CallsUnknown));
    assert_eq!(opened(&unknown), [("sip-udp".to_owned(), 5060)]);
    // Nine calls need twenty ports, ten need twenty-two.
    assert_eq!(opened(&plan(&case(&["remote-phones"], Some(9)))).len(), 21);
    let many = plan(&case(&["remote-phones"], Some(10)));
    assert_eq!(intent_of(&many, "rtp"), Intent::ByHand(ByHand::TooManyPorts));
    let rule = many.rules.iter().find(|r| r.service.0 == "rtp").unwrap();
    assert_eq!((rule.outside, rule.name.as_str()), (PortRange::from((10_000, 10_021)), "SepEntrance rtp"));
}

#[test]
fn another_devices_entrance_is_never_overwritten() {
    let mut case = case(&["remote-phones"], Some(4));
    case.mappings = vec![mapping(5060, "192.168.77.30"), mapping(10_003, "192.168.77.40")];
    let plan = plan(&case);
    assert_eq!(intent_of(&plan, "sip-udp"), Intent::HeldByAnother("192.168.77.30".parse().unwrap()));
    assert_eq!(intent_of(&plan, "rtp"), Intent::HeldByAnother("192.168.77.40".parse().unwrap()));
    assert!(plan.changes.is_empty());
    case.mappings = vec![PortMapping { enabled: false, ..mapping(5060, "192.168.77.30") }];
    assert!(matches!(intent_of(&super::plan(&case), "sip-udp"), Intent::HeldByAnother(_)));
}

#[test]
fn nothing_is_asked_of_a_router_that_cannot_do_it() {
    let asked = |change: &dyn Fn(&mut Gateway)| {
        let mut case = case(&["remote-phones"], Some(4));
        let mut gateway = case.office.gateway().unwrap().clone();
        change(&mut gateway);
        case.office.put_gateway(gateway);
        let plan = plan(&case);
        assert!(plan.changes.is_empty());
        assert_eq!(plan.rules.len(), 2, "the rules to make by hand are always there");
        intent_of(&plan, "sip-udp")
    };
    assert_eq!(asked(&|g| g.control = Control::None), Intent::ByHand(ByHand::NoRequests));
    assert_eq!(asked(&|g| g.control = Control::NatPmp), Intent::ByHand(ByHand::OnlyForTheAsker));
    assert_eq!(asked(&|g| g.list = MappingList::Partial), Intent::ByHand(ByHand::ListUnread));
    let private = Some("192.168.1.64".parse().unwrap());
    assert_eq!(asked(&|g| g.wan_address = private), Intent::ByHand(ByHand::BehindAnotherWall));
    let tower = Some("100.64.0.1".parse().unwrap());
    let by_hop = |g: &mut Gateway| (g.wan_address, g.wan_hop) = (None, tower);
    assert_eq!(asked(&by_hop), Intent::ByHand(ByHand::BehindAnotherWall));
}

#[test]
fn a_port_below_1024_needs_a_person() {
    let mut case = case(&[], None);
    case.answers.system = Some(ProfileId("trixbox-pro".to_owned()));
    case.answers.using = vec!["hudmobile-https".to_owned()];
    assert_eq!(intent_of(&plan(&case), "hudmobile-https"), Intent::ByHand(ByHand::SensitivePort));
}

#[test]
fn a_refusal_is_not_asked_for_again() {
    let mut case = case(&["remote-phones"], Some(4));
    case.changes = vec![ChangeResult {
        service: ServiceId("sip-udp".to_owned()),
        external_port: 5060,
        protocol: Transport::Udp,
        result: crate::domain::change::ChangeOutcome::Refused,
        code: Some(718),
        hindrance: Some(Hindrance::NobodyHoldsIt),
        held_by: None,
        lease_seconds: None,
        permanent_only: false,
        denial: None,
        family: Family::Ipv4,
        silent_at: None,
    }];
    let plan = plan(&case);
    assert_eq!(intent_of(&plan, "sip-udp"), Intent::ByHand(ByHand::OnlyForTheAsker));
    assert!(plan.changes.is_empty());
}

#[test]
fn every_cabinet_stays_shut_and_is_compared_inside() {
    let plan = plan(&case(&["remote-phones"], None));
    assert_eq!(intent_of(&plan, "ssh"), Intent::StayShut);
    let asked: Vec<&str> = plan.inside.iter().map(|p| p.service.as_ref().unwrap().0.as_str()).collect();
    assert!(asked.contains(&"ssh") && asked.contains(&"sip-udp") && !asked.contains(&"rtp"), "{asked:?}");
    // The voice goes along, for where a witness stands.
    assert_eq!(plan.knocks, ["sip-udp", "rtp"].map(|id| ServiceId(id.to_owned())));
}

#[test]
fn ports_that_must_stay_shut_are_left_out_of_the_voice() {
    let profile = crate::domain::catalog::profile(&ProfileId("freepbx".to_owned())).unwrap();
    let row = profile.service(&ServiceId("ssh".to_owned())).unwrap();
    let never = |first: u16, last: u16| Service { port_start: first, port_end: last, ..row.clone() };
    let range = |calls: u16, never: &[&Service]| {
        let proposed = proposed(PortRange::from((10_000, 10_099)), calls, never);
        (proposed.first, proposed.last)
    };
    assert_eq!(range(4, &[]), (10_000, 10_009));
    let inside = never(10_005, 10_005);
    assert_eq!(range(4, &[&inside]), (10_006, 10_015));
    assert_eq!(range(1, &[&inside]), (10_000, 10_003));
    let (odd, far) = (never(10_006, 10_006), never(10_020, 10_090));
    assert_eq!(range(4, &[&odd, &far]), (10_008, 10_017));
    assert_eq!(range(20, &[&odd, &far]), (10_008, 10_019), "nowhere is room, so the longest stretch");
    assert_eq!(range(4, &[&never(9000, 11_000)]), (10_000, 10_099), "nothing is left of the range");
    assert_eq!(range(u16::MAX, &[]), (10_000, 10_099));
    let top = proposed(PortRange::from((65_530, 65_535)), 9, &[]);
    assert_eq!((top.first, top.last), (65_530, 65_535));
}

#[test]
fn no_profile_is_planned_into_a_cabinet() {
    for profile in crate::domain::catalog::profiles() {
        let mut case = case(&[], Some(9));
        case.answers.system = Some(profile.id.clone());
        case.answers.using = profile.fitting_words().into_iter().collect();
        let plan = plan(&case);
        for change in &plan.changes.changes {
            let never = profile.services.iter().filter(|s| s.need == Need::Never && s.protocol == change.protocol);
            let locked = never.filter(|s| s.ports().contains(change.external_port)).count();
            assert_eq!(locked, 0, "{} {change:?}", profile.id);
        }
    }
}

#[test]
fn the_phone_system_is_asked_what_it_has_where_the_desk_phones_have_their_pages() {
    for (profile, nobodys) in [("asterisk", &[80, 443][..]), ("nec-sl2100", &[443]), ("freepbx", &[])] {
        let profile = catalog::profile(&ProfileId(profile.to_owned())).unwrap();
        let probes = probes_at(profile, &BTreeSet::new(), PBX.parse().unwrap());
        let asked =
            |port: u16| probes.iter().filter(|p| (p.target.port(), p.transport) == (port, Transport::Tcp)).count();
        assert_eq!((asked(80), asked(443)), (1, 1), "{}: {probes:?}", profile.id);
        let nameless: Vec<u16> = probes.iter().filter(|p| p.service.is_none()).map(|p| p.target.port()).collect();
        assert_eq!(nameless, nobodys, "{}", profile.id);
    }
}

/// A look inside that says so.
fn its_own_range(first: u16, last: u16) -> crate::domain::inside::Inside {
    use crate::domain::inside::{How, block, read};
    let at: jiff::Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    let lines = [
        format!("at|{}", at.as_second()),
        "system|asterisk|18.9.0".to_owned(),
        format!("addr|eth0|{PBX}/24"),
        format!("run|voice|{first}|{last}"),
    ];
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    read(&block::framed(&lines), How::Pasted, at).unwrap()
}

#[test]
fn the_phone_systems_own_voice_range_counts_in_plan_rows_and_guide() {
    let mut case = case(&["remote-phones"], Some(4));
    case.inside = Some(its_own_range(16_384, 16_483));
    let plan = super::plan(&case);
    let voice = plan.voice.as_ref().unwrap();
    assert_eq!((voice.whole, voice.proposed), ((16_384, 16_483).into(), (16_384, 16_393).into()));
    assert_eq!(opened(&plan).iter().filter(|(id, _)| id == "rtp").map(|(_, p)| *p).max(), Some(16_393));
    let rule = plan.rules.iter().find(|r| r.service.0 == "rtp").unwrap();
    assert_eq!((rule.outside, rule.inside), (voice.proposed, voice.proposed));
    let row = crate::domain::judge::judge(&case);
    assert_eq!(row.service("rtp").unwrap().ports, PortRange::from((16_384, 16_483)));
    // As the router's own commands write it.
    let guides = crate::domain::catalog::guides().iter();
    let told = guides.flat_map(|guide| crate::domain::guide::commands(guide, &case, &plan.rules)).collect::<Vec<_>>();
    assert!(told.iter().any(|c| format!("{:?}", c.blocks).contains("16384-16393")));
    assert!(!told.iter().any(|c| format!("{:?}", c.blocks).contains("10000")));
    // Of another box nothing is taken.
    let other = crate::domain::inside::Inside {
        addresses: vec!["192.168.77.99/24".parse().unwrap()],
        ..its_own_range(16_384, 16_483)
    };
    case.inside = Some(other);
    assert_eq!(super::plan(&case).voice.unwrap().whole, PortRange::from((10_000, 20_000)));
}

#[test]
fn the_phone_systems_own_voice_range_is_not_that_of_its_fax() {
    let mut case = case(&["rtp", "t38"], None);
    case.inside = Some(its_own_range(16_384, 16_483));
    let fax = PortRange::from((4_000, 4_999));
    let report = crate::domain::judge::judge(&case);
    assert_eq!(report.service("rtp").unwrap().ports, PortRange::from((16_384, 16_483)));
    assert_eq!(report.service("t38").unwrap().ports, fax);
    let plan = super::plan(&case);
    assert_eq!(plan.rules.iter().find(|r| r.service.0 == "t38").unwrap().outside, fax);
    assert_eq!(voice_to_ask(&case), Some((16_384, 16_483).into()));
    // Who asks for fax only has no voice to ask for, and what a file says of the voice is no fault of the fax.
    case.answers.using = vec!["t38".to_owned()];
    assert_eq!(voice_to_ask(&case), None);
}

#[test]
fn every_phone_system_has_one_voice_of_its_calls_and_it_is_the_one_its_file_names() {
    for profile in catalog::profiles() {
        let voices = profile.services.iter().filter(|s| s.is_voice_of_calls());
        let named = [(profile.rtp_start, profile.rtp_end)];
        assert_eq!(voices.map(|s| (Some(s.port_start), Some(s.port_end))).collect::<Vec<_>>(), named, "{}", profile.id);
    }
}

#[test]
fn a_fax_keeps_its_whole_range_by_one_rule_made_by_hand() {
    let fax = PortRange::from((4_000, 4_999));
    for calls in [None, Some(4)] {
        let plan = plan(&case(&["rtp", "t38"], calls));
        assert_eq!(plan.rules.iter().find(|r| r.service.0 == "t38").unwrap().outside, fax, "{calls:?}");
        assert_eq!(intent_of(&plan, "t38"), Intent::ByHand(ByHand::TooManyPorts), "{calls:?}");
        assert!(!opened(&plan).iter().any(|(id, _)| id == "t38"), "{calls:?}");
    }
}

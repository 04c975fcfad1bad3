//! Tests of `plan_ipv6`.

use std::net::Ipv6Addr;

use crate::domain::case::Case;
use crate::domain::office::{Adapter, Answers, Control, Gateway, Ipv6Firewall, MappingList, OverIpv6, Pinhole};
use crate::domain::plan::{ByHand, Intent, Plan, plan};
use crate::domain::service::{ProfileId, ServiceId, Transport};

const OWN: Ipv6Addr = Ipv6Addr::new(0x2a00, 0x77, 0x77, 0, 0, 0, 0, 0x20);

/// On the phone system itself, behind a router that opens over IPv6.
fn case(over_ipv6: bool) -> Case {
    let answers = Answers {
        system: Some(ProfileId("freepbx".to_owned())),
        calls: Some(2),
        pbx: "192.168.77.20".parse().ok(),
        over_ipv6,
        ..Answers::default()
    };
    let mut case = Case::new("2026-11-23T12:00:00Z".parse().unwrap(), answers);
    let gateway = Gateway::unknown("192.168.77.1".parse().unwrap());
    let ipv6_firewall = Some(Ipv6Firewall { enabled: true, pinholes: true });
    let control = Control::Igd2;
    case.office.put_gateway(Gateway {
        control,
        is_default: true,
        list: MappingList::Whole,
        ipv6_firewall,
        ipv6_control: Some(control),
        ..gateway
    });
    case.office.adapters.push(Adapter {
        gateway: "192.168.77.1".parse().ok(),
        has_ipv6: true,
        ipv6: Some(OverIpv6 { address: OWN, gateway: None }),
        ..Adapter::way_out("eth0", "192.168.77.20".parse().unwrap())
    });
    case
}

fn over_ipv6(plan: &Plan) -> Vec<(u16, u32)> {
    let changes = plan.changes.changes.iter().filter(|c| c.internal_client.is_ipv6());
    changes.map(|c| (c.external_port, c.lease_seconds)).collect()
}

fn intents(plan: &Plan) -> Vec<Intent> {
    plan.over_ipv6.iter().flat_map(|p| p.lines.iter().map(|l| l.intent)).collect()
}

#[test]
fn it_is_said_that_it_can_be_had_and_done_only_when_asked_for() {
    let said = plan(&case(false));
    assert_eq!((over_ipv6(&said), intents(&said)), (vec![], vec![Intent::Open, Intent::Open]));
    assert!(!said.changes.is_empty() && said.over_ipv6.is_some_and(|p| !p.wanted));
    let asked = plan(&case(true));
    assert_eq!(over_ipv6(&asked), [5060, 10_000, 10_001, 10_002, 10_003, 10_004, 10_005].map(|p| (p, 86_400)));
}

#[test]
fn what_stands_is_not_asked_for_again() {
    let mut case = case(true);
    case.office.pinholes = vec![Pinhole {
        service: ServiceId("sip-udp".to_owned()),
        protocol: Transport::Udp,
        port: 5060,
        address: OWN,
        ends: None,
        packets: Some(0),
        working: None,
    }];
    let plan = plan(&case);
    assert_eq!(intents(&plan), [Intent::AlreadyThere, Intent::Open]);
    assert!(over_ipv6(&plan).iter().all(|(port, _)| *port >= 10_000));
}

#[test]
fn only_the_phone_system_itself_asks_and_only_where_the_router_opens() {
    let mut elsewhere = case(true);
    elsewhere.answers.pbx = "192.168.77.30".parse().ok();
    let said = plan(&elsewhere).over_ipv6.unwrap();
    assert!(said.lines.iter().all(|l| l.intent == Intent::ByHand(ByHand::OnlyForTheAsker)), "{said:?}");
    let command = said.there.unwrap();
    assert!(command.contains("--pbx 192.168.77.30") && command.ends_with(" --ipv6"), "{command}");

    let firewall = |enabled: bool, pinholes: bool, wanted: bool| {
        let mut case = case(wanted);
        let mut gateway = case.office.gateways.remove(0);
        gateway.ipv6_firewall = Some(Ipv6Firewall { enabled, pinholes });
        case.office.put_gateway(gateway);
        plan(&case)
    };
    assert_eq!(firewall(true, false, false).over_ipv6, None, "not offered and not asked for");
    let refused = firewall(true, false, true);
    assert!(intents(&refused).iter().all(|i| *i == Intent::ByHand(ByHand::NoRequests)), "{refused:?}");
    assert!(over_ipv6(&refused).is_empty());
    assert_eq!(firewall(false, true, true).over_ipv6, None, "nothing keeps visitors out");

    let mut without = case(true);
    without.office.adapters[0].ipv6 = None;
    assert_eq!(plan(&without).over_ipv6, None, "no IPv6, nothing to say");
}

//! By-hand help for every router family: nothing is empty, hearsay is marked or left out, and commands hold nothing
//! but what has a type, with a way back for everything they make.

use std::collections::BTreeSet;
use std::net::IpAddr;

use proptest::prelude::*;
use separate_entrance::domain::case::Case;
use separate_entrance::domain::catalog::{self, RouterGuide};
use separate_entrance::domain::guide::{self, Block, BlockFor, Commands};
use separate_entrance::domain::office::{Answers, Control, Gateway, PhoneSystem};
use separate_entrance::domain::plan::plan;
use separate_entrance::domain::service::{Confidence, ProfileId};
use separate_entrance::text::Text;

const PBX: &str = "192.168.77.20";

/// A FreePBX with four calls and these guests.
fn case(guests: &[&str], calls: Option<u16>) -> Case {
    let answers = Answers {
        system: Some(ProfileId("freepbx".to_owned())),
        using: vec!["remote-phones".to_owned()],
        calls,
        trusted: guests.iter().map(|g| g.parse().unwrap()).collect(),
        ..Answers::default()
    };
    let mut case = Case::new("2026-11-23T12:00:00Z".parse().unwrap(), answers);
    case.office.phone_system = Some(PhoneSystem {
        address: PBX.parse().unwrap(),
        mac: Some("02:00:5E:10:00:14".to_owned()),
        profile: ProfileId("freepbx".to_owned()),
        server: None,
        answers_inside: true,
    });
    case
}

fn family(id: &str) -> &'static RouterGuide {
    catalog::guide(id).unwrap()
}

fn commands<'a>(id: &str, case: &Case) -> Commands<'a> {
    guide::commands(family(id), case, &plan(case).rules).into_iter().next().unwrap()
}

fn block(commands: &Commands<'_>, what: BlockFor) -> Vec<String> {
    commands.blocks.iter().find(|b| b.what == what).map(|b: &Block| b.lines.clone()).unwrap_or_default()
}

#[test]
fn every_family_has_its_steps_and_hearsay_is_marked_or_left_out() {
    let text = Text::new("en");
    let router: IpAddr = "192.168.77.1".parse().unwrap();
    for family in catalog::guides() {
        let steps = guide::steps(family, Some(&Gateway::unknown(router)));
        let said: Vec<String> = steps
            .iter()
            .map(|s| text.get(s.key, &s.values.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect()))
            .collect();
        let id = &family.id;
        for line in &said {
            assert!(line.len() > 20 && !line.contains(['{', '}']) && !line.starts_with('['), "{id}: {line}");
            assert!(!line.contains(&text.plain("not-known")), "{id}: {line}");
        }
        let all = said.join("\n");
        for topic in ["Reserve the phone system", "SIP ALG", "UPnP", "DMZ", "If a menu looks different", "range"] {
            assert!(all.contains(topic), "{id} says nothing of {topic}: {all}");
        }
        // Each menu that is shown is marked unless a maker or a device showed it, and hearsay is not shown at all.
        let step = |key: &str| steps.iter().find(|s| s.key == key);
        for (key, sure) in [
            ("guide-go-to", family.confidence_menus),
            ("guide-reserve", family.confidence_menus),
            ("guide-upnp", family.confidence_menus),
            ("guide-alg-off", family.confidence_sip_alg),
        ] {
            let shown = step(key);
            assert!(shown.is_none_or(|s| s.unconfirmed == (sure != Confidence::High)), "{id} {key}");
            assert!(shown.is_none() || sure != Confidence::Low, "{id} shows hearsay: {key}");
        }
        let hearsay = family.confidence_menus == Confidence::Low || id == guide::GENERAL;
        assert_eq!(step("guide-look-for").is_some(), hearsay, "{id}");
        assert_eq!(step("guide-go-to").is_none(), hearsay, "{id}");
    }
}

#[test]
fn a_router_with_an_app_or_a_console_is_not_sent_to_a_web_page() {
    let router = Gateway::unknown("192.168.77.1".parse().unwrap());
    let first = |id: &str| guide::steps(family(id), Some(&router))[0].clone();
    assert_eq!(first("eero").key, "guide-open-other");
    assert_eq!(first("cisco-ios").values[0].1, "console / SSH");
    assert_eq!(first("netgear").values[0].1, "http://192.168.77.1");
    let is_sent_to_upnp =
        |router: &Gateway| guide::steps(family("netgear"), Some(router)).iter().any(|s| s.key == "guide-upnp");
    let answers = Gateway { control: Control::Igd1, ..router.clone() };
    assert!(is_sent_to_upnp(&router) && !is_sent_to_upnp(&answers), "nobody switches on what is on");
    assert_eq!(guide::steps(family("avm-fritzbox"), None)[0].values[0].1, "http://fritz.box");
}

#[test]
fn every_command_line_fills_every_place_and_takes_back_what_it_makes() {
    let known: BTreeSet<&str> =
        catalog::guides().iter().filter(|g| !g.commands.is_empty()).map(|g| g.id.as_str()).collect();
    let promised = ["cisco-ios", "fortinet", "mikrotik", "openwrt", "ubiquiti-edgerouter"];
    assert_eq!(known.into_iter().collect::<Vec<_>>(), promised);
    assert!(family("pfsense").no_commands.as_deref().is_some_and(|why| why.contains("port forward")));
    for id in promised {
        for guests in [&[][..], &["198.51.100.0/24", "203.0.113.9"][..]] {
            let case = case(guests, Some(4));
            for line in &family(id).commands {
                assert!(family(id).sources.contains_key(&line.source), "{id}: source {}", line.source);
                let all = format!("{:?}", line.block);
                for replace in &line.replace {
                    assert!(all.contains(&replace.word), "{id}: {} stands nowhere", replace.word);
                }
            }
            let made = commands(id, &case);
            // A block that cannot be filled is not offered, so all being there means that every place was known.
            assert_eq!(made.blocks.len(), family(id).commands[0].block.len(), "{id}");
            assert!(!made.source.is_empty() && made.too_long.is_empty(), "{id}");
            for line in made.blocks.iter().flat_map(|b| &b.lines) {
                assert!(!line.contains(['{', '}', '\n']) && !line.trim().is_empty(), "{id}: {line}");
            }
            let rules = plan(&case).rules;
            let (open, back) = (block(&made, BlockFor::Open).join("\n"), block(&made, BlockFor::TakeBack).join("\n"));
            assert!(open.contains(PBX), "{id}: {open}");
            for rule in &rules {
                assert!(open.contains(&rule.outside.first.to_string()), "{id} lacks {rule:?}: {open}");
            }
            assert!(!back.is_empty(), "{id} has no way back");
            let guarded = open.contains("198.51.100.0/24") && open.contains("203.0.113.9/32");
            assert_eq!(guarded, !guests.is_empty() && !made.guests_left_out, "{id}: {open}");
        }
    }
}

#[test]
fn the_commands_for_routeros_read_like_this() {
    let made = commands("mikrotik", &case(&["198.51.100.7"], Some(4)));
    assert_eq!(
        block(&made, BlockFor::Open),
        [
            "/ip firewall address-list add list=SepEntrance address=198.51.100.7/32 comment=SepEntrance",
            "/ip firewall nat add chain=dstnat action=dst-nat in-interface-list=WAN src-address-list=SepEntrance \
             protocol=udp dst-port=5060 to-addresses=192.168.77.20 to-ports=5060 comment=SepEntrance-sip-udp",
            "/ip firewall nat add chain=dstnat action=dst-nat in-interface-list=WAN src-address-list=SepEntrance \
             protocol=udp dst-port=10000-10009 to-addresses=192.168.77.20 to-ports=10000-10009 comment=SepEntrance-rtp",
        ]
    );
    assert_eq!(
        block(&made, BlockFor::TakeBack),
        [
            "/ip firewall nat remove [find comment=\"SepEntrance-sip-udp\"]",
            "/ip firewall nat remove [find comment=\"SepEntrance-rtp\"]",
            "/ip firewall address-list remove [find list=SepEntrance]",
        ]
    );
    assert_eq!(block(&made, BlockFor::DoormanOff), ["/ip firewall service-port disable sip"]);
    assert_eq!(block(&made, BlockFor::Reserve), ["/ip dhcp-server lease make-static [find address=192.168.77.20]"]);
}

#[test]
fn one_line_for_each_port_stops_where_nobody_would_read_it() {
    let few = commands("cisco-ios", &case(&[], Some(4)));
    let open = block(&few, BlockFor::Open);
    // The bell and ten doors for voices, between the first line and the last two.
    assert_eq!(open.len(), 1 + 11 + 2);
    assert_eq!(open[1], "ip nat inside source static udp 192.168.77.20 5060 interface WAN_INTERFACE 5060");
    let many = commands("cisco-ios", &case(&[], None));
    assert_eq!(many.too_long.iter().map(|r| r.service.0.as_str()).collect::<Vec<_>>(), ["rtp"]);
    assert_eq!(block(&many, BlockFor::Open).len(), 1 + 1 + 2);
    // A range is one rule where the router has ranges.
    assert!(block(&commands("openwrt", &case(&[], None)), BlockFor::Open).iter().any(|l| l.contains("'10000-20000'")));
}

#[test]
fn a_guest_list_is_never_lost_in_silence() {
    for id in ["cisco-ios", "ubiquiti-edgerouter"] {
        assert!(commands(id, &case(&["198.51.100.7"], Some(4))).guests_left_out, "{id}");
        assert!(!commands(id, &case(&[], Some(4))).guests_left_out, "{id}");
    }
    // Guests who come over IPv6 only cannot be named in these rules, and rules without them would let everyone in.
    let case = case(&["2001:db8::/32"], Some(4));
    assert!(guide::commands(family("mikrotik"), &case, &plan(&case).rules).is_empty());
}

#[test]
fn nothing_is_pasted_while_the_phone_system_is_not_known() {
    let mut case = case(&[], Some(4));
    case.office.phone_system = None;
    assert!(guide::commands(family("mikrotik"), &case, &plan(&case).rules).is_empty());
}

proptest! {
    /// Whatever a phone system's hardware address, name or header, or a row's id, holds: no word of it reaches a
    /// command, and the lines stay as many.
    #[test]
    fn what_the_network_says_never_becomes_a_command(said in "[ -~\\n;$`'\"|&]{0,40}", id in "[ -~\\n;$`'\"|&]{0,40}") {
        for family in catalog::guides().iter().filter(|g| !g.commands.is_empty()) {
            let mut case = case(&["198.51.100.7"], Some(4));
            let mut rules = plan(&case).rules;
            let clean: usize = guide::commands(family, &case, &rules)[0].blocks.iter().map(|b| b.lines.len()).sum();
            if let Some(system) = &mut case.office.phone_system {
                system.mac = Some(format!("zz{said}"));
                system.server = Some(said.clone());
            }
            rules[0].service.0.clone_from(&id);
            rules[0].name.clone_from(&said);
            let made = guide::commands(family, &case, &rules);
            let lines: Vec<&String> = made[0].blocks.iter().flat_map(|b| &b.lines).collect();
            // Only the block that needs the hardware address is missing.
            prop_assert!(lines.len() <= clean);
            let odd = |c: char| c.is_control() || ";$`|&{}".contains(c);
            prop_assert!(lines.iter().all(|l| !l.contains(odd)), "{lines:?}");
        }
    }
}

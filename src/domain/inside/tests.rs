//! What lines of a block mean, each kind by itself. Whole boxes are read by the tests of the office.

use jiff::SignedDuration;

use super::NatSetting::{ForceRport, MediaThroughUs, Qualify, SymmetricMedia};
use super::*;
use crate::domain::case::Case;
use crate::domain::message::Problem;
use crate::domain::service::{PortRange, Transport};

const AT: i64 = 1_795_608_000;

fn now() -> Timestamp {
    Timestamp::from_second(AT + 60).unwrap()
}

/// A block around some lines, as the script would print it.
fn block(lines: &str) -> String {
    let lines: Vec<&str> = lines.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    block::framed(&lines)
}

pub(super) fn asterisk(lines: &str) -> Inside {
    read(&block(&format!("at|{AT}\nsystem|asterisk|18.9.0\n{lines}")), How::Pasted, now()).unwrap()
}

fn freeswitch(lines: &str) -> Inside {
    read(&block(&format!("at|{AT}\nsystem|freeswitch|1.10.9\n{lines}")), How::Pasted, now()).unwrap()
}

fn refused(lines: &str) -> Problem {
    read(&block(&format!("at|{AT}\nsystem|asterisk|18.9.0\n{lines}")), How::Pasted, now()).unwrap_err()
}

pub(super) fn outside(inside: &Inside) -> Vec<(&str, &str, u32)> {
    inside.outside.iter().map(|s| (s.place.key.as_str(), s.value.as_str(), s.place.line)).collect()
}

pub(super) fn lacks(inside: &Inside, name: &str) -> Vec<NatSetting> {
    let of = inside.extensions.iter().find(|e| e.name == name).unwrap_or_else(|| panic!("no {name}"));
    of.lacks.iter().map(|(setting, _)| *setting).collect()
}

pub(super) fn ports(inside: &Inside) -> Vec<String> {
    let one = |p: &SipPort| {
        let tls = if p.tls { " tls" } else { "" };
        let bound = match p.bound {
            None => "",
            Some(true) => " bound",
            Some(false) => " free",
        };
        format!("{} {}{tls}{bound}", p.transport.name(), p.port)
    };
    inside.sip.iter().map(one).collect()
}

#[test]
fn the_last_of_the_outside_addresses_counts_and_local_networks_add_up() {
    let told = asterisk(
        "conf|sip|/etc/asterisk/sip.conf
        sec|/etc/asterisk/sip.conf|1|general|
        set|/etc/asterisk/sip.conf|2|general|externhost|pbx.example.com
        set|/etc/asterisk/sip_nat.conf|3|general|externip|203.0.113.5
        set|/etc/asterisk/sip_nat.conf|4|general|localnet|192.168.77.0/255.255.255.0
        set|/etc/asterisk/sip_nat.conf|5|general|localnet|10.8.0.0/24
        sec|/etc/asterisk/sip.conf|9|general|
        set|/etc/asterisk/sip.conf|10|general|externip|198.51.100.1",
    );
    assert_eq!(outside(&told), [("externip", "203.0.113.5", 3)], "a second section of that name is not read");
    assert_eq!(told.outside[0].place.file, "/etc/asterisk/sip_nat.conf");
    let nets: Vec<String> = told.local.iter().filter_map(|s| s.network().map(|n| n.to_string())).collect();
    assert_eq!(nets, ["192.168.77.0/24", "10.8.0.0/24"]);
    assert_eq!(told.names_to_ask(), [""; 0]);
}

#[test]
fn what_the_running_system_uses_outranks_its_file_and_the_difference_is_kept() {
    let told = asterisk(
        "conf|sip|/etc/asterisk/sip.conf
        sec|/etc/asterisk/sip.conf|1|general|
        set|/etc/asterisk/sip.conf|2|general|externip|203.0.113.5
        set|/etc/asterisk/sip.conf|3|general|bindport|5070
        run|sip|Externaddr|198.51.100.7:0
        run|sip|UDP Bindaddress|0.0.0.0:5060
        run|sip|TCP SIP Bindaddress|Disabled
        run|sip|Allow unknown access|No
        part|running|read|
        part|sockets|read|
        sock|udp|0.0.0.0|5060|asterisk
        conf|rtp|/etc/asterisk/rtp.conf
        sec|/etc/asterisk/rtp.conf|1|general|
        set|/etc/asterisk/rtp.conf|2|general|rtpstart|10000
        set|/etc/asterisk/rtp.conf|3|general|rtpend|20000
        set|/etc/asterisk/rtp.conf|4|general|rtpend|30000
        run|voice|16384|16484",
    );
    assert_eq!(
        (told.outside[0].value.as_str(), told.outside[0].written.as_deref()),
        ("198.51.100.7", Some("203.0.113.5"))
    );
    assert_eq!(ports(&told), ["UDP 5060 bound"]);
    assert!(told.guests.is_empty());
    let voice = told.voice.unwrap();
    assert_eq!(voice.ports, PortRange::from((16384, 16484)));
    assert_eq!(voice.written, Some(PortRange::from((10000, 20000))), "of two lines rtp.conf's reader takes the first");
    assert_eq!((voice.first.line, voice.last.line), (2, 3));
}

#[test]
fn a_range_that_nobody_wrote_is_asterisks_own_and_only_where_the_files_were_read() {
    let voice = |lines: &str| asterisk(lines).voice.map(|v| v.ports);
    let ports = |first, last| Some(PortRange::from((first, last)));
    assert_eq!(voice(""), None);
    assert_eq!(voice("part|files|denied|/etc/asterisk/rtp.conf"), None);
    assert_eq!(voice("part|files|read|"), ports(5000, 31000));
    let conf = "conf|rtp|/etc/asterisk/rtp.conf\nset|/etc/asterisk/rtp.conf|3|general|rtpstart";
    assert_eq!(voice(&format!("{conf}|10000")), ports(10000, 31000));
    assert_eq!(voice(&format!("{conf}|40000")), ports(5000, 31000), "a range without an end is none");
    assert_eq!(voice(&format!("{conf}|ten")), None);
    let pages = "db|kvstore_Sipsettings|rtpstart|12000\ndb|kvstore_Sipsettings|rtpend|12100";
    assert_eq!(voice(pages), ports(12000, 12100));
    assert_eq!(asterisk(pages).voice.unwrap().first.file, "database kvstore_Sipsettings");
}

#[test]
fn a_phones_account_takes_from_templates_and_from_the_general_section() {
    let told = asterisk(
        "conf|sip|/etc/asterisk/sip.conf
        sec|/etc/asterisk/sip.conf|1|general|
        set|/etc/asterisk/sip.conf|2|general|directmedia|no
        sec|/etc/asterisk/sip.conf|5|phone|!
        set|/etc/asterisk/sip.conf|6|phone|host|dynamic
        set|/etc/asterisk/sip.conf|7|phone|qualify|yes
        sec|/etc/asterisk/sip.conf|10|101|phone
        set|/etc/asterisk/sip.conf|11|101|nat|force_rport,comedia
        sec|/etc/asterisk/sip.conf|15|102|phone
        set|/etc/asterisk/sip.conf|16|102|nat|no
        set|/etc/asterisk/sip.conf|17|102|canreinvite|yes
        set|/etc/asterisk/sip.conf|18|102|qualify|no
        sec|/etc/asterisk/sip.conf|20|trunk|
        set|/etc/asterisk/sip.conf|21|trunk|host|?
        run|sip|Externaddr|(null)
        run|contact|sip|101|198.51.100.7|1024|yes|60|23
        run|peer|sip|101|dynamic|OK
        run|peer|sip|102|dynamic|UNKNOWN",
    );
    assert_eq!(told.extensions.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(), ["101", "102"]);
    assert_eq!(lacks(&told, "101"), []);
    assert_eq!(lacks(&told, "102"), [SymmetricMedia, ForceRport, MediaThroughUs, Qualify]);
    let direct = &told.extensions[1].lacks[2].1;
    assert_eq!((direct.place.line, direct.place.key.as_str(), direct.value.as_str()), (17, "canreinvite", "yes"));
    let contact = &told.extensions[0].contacts.as_ref().unwrap()[0];
    assert_eq!((contact.port, contact.answers, contact.round_trip_ms), (1024, Some(true), Some(23)));
    assert_eq!(told.extensions[1].contacts.as_deref(), Some(&[][..]));
}

#[test]
fn a_driver_that_is_not_loaded_is_not_read_from_its_file() {
    let told = asterisk(
        "conf|sip|/etc/asterisk/sip.conf
        sec|/etc/asterisk/sip.conf|1|general|
        set|/etc/asterisk/sip.conf|2|general|externip|203.0.113.5
        part|running|read|
        part|files|read|
        run|transport|transport-udp|udp|0.0.0.0|5060",
    );
    assert_eq!((ports(&told), outside(&told).len(), told.guests.len()), (vec!["UDP 5060".to_owned()], 0, 0));
}

#[test]
fn variables_of_freeswitch_are_filled_in_and_its_own_finding_is_taken_as_told() {
    let lines = "conf|vars|/etc/freeswitch/vars.xml
        set|/etc/freeswitch/vars.xml|10|vars|external_rtp_ip|stun:stun.example.com
        set|/etc/freeswitch/vars.xml|11|vars|internal_sip_port|5062
        conf|profile|/etc/freeswitch/sip_profiles/internal.xml
        set|/etc/freeswitch/sip_profiles/internal.xml|3|internal|sip-port|$${internal_sip_port}
        set|/etc/freeswitch/sip_profiles/internal.xml|4|internal|ext-rtp-ip|$${external_rtp_ip}
        set|/etc/freeswitch/sip_profiles/internal.xml|5|internal|ext-sip-ip|host:office.example.com
        set|/etc/freeswitch/sip_profiles/internal.xml|6|internal|local-network-acl|office
        set|/etc/freeswitch/sip_profiles/internal.xml|7|internal|inbound-bypass-media|true
        set|/etc/freeswitch/sip_profiles/internal.xml|8|internal|auth-calls|false
        conf|acl|/etc/freeswitch/autoload_configs/acl.conf.xml
        set|/etc/freeswitch/autoload_configs/acl.conf.xml|9|office|allow|192.168.77.0/24
        conf|switch|/etc/freeswitch/autoload_configs/switch.conf.xml
        set|/etc/freeswitch/autoload_configs/switch.conf.xml|9|switch|rtp-start-port|20000
        set|/etc/freeswitch/autoload_configs/switch.conf.xml|10|switch|rtp-end-port|20100
        run|contact|internal|101|198.51.100.7|5060|no|120|";
    let told = freeswitch(lines);
    assert_eq!(ports(&told), ["UDP 5062", "TCP 5062"]);
    assert_eq!(outside(&told), [("ext-rtp-ip", "stun:stun.example.com", 4), ("ext-sip-ip", "office.example.com", 5)]);
    assert_eq!(told.local[0].value, "192.168.77.0/24");
    assert_eq!(told.voice.as_ref().unwrap().ports, PortRange::from((20000, 20100)));
    assert_eq!(lacks(&told, "101"), [NatSetting::MediaThroughUs, NatSetting::Qualify]);
    assert_eq!(told.extensions[0].contacts.as_ref().unwrap()[0].answers, Some(false));
    assert_eq!(told.guests[0].place.key, "auth-calls");
    let runs = format!(
        "{lines}\nrun|profile|internal|Ext-RTP-IP|203.0.113.9
        run|profile|internal|BIND-URL|sip:mod_sofia@203.0.113.9:5080;maddr=192.168.77.20;transport=udp,tcp
        run|profile|internal|TLS-BIND-URL|sips:mod_sofia@203.0.113.9:5081;transport=tls"
    );
    let told = freeswitch(&runs);
    assert_eq!(outside(&told)[0], ("ext-rtp-ip", "203.0.113.9", 4));
    assert_eq!(told.outside[0].written, None, "it finds that out by itself");
    assert_eq!(ports(&told), ["UDP 5080", "TCP 5080", "TCP 5081 tls"]);
}

#[test]
fn variables_that_name_each_other_come_to_an_end() {
    let told = freeswitch(
        "conf|vars|/etc/freeswitch/vars.xml
        set|/etc/freeswitch/vars.xml|1|vars|a|${b}${b}
        set|/etc/freeswitch/vars.xml|2|vars|b|${a}${a}
        conf|profile|/etc/freeswitch/sip_profiles/internal.xml
        set|/etc/freeswitch/sip_profiles/internal.xml|3|internal|ext-rtp-ip|${a}",
    );
    assert_eq!(outside(&told).len(), 1, "shown as it is written");
}

#[test]
fn bans_call_out_and_patterns_are_taken_as_they_stand() {
    let told = asterisk(
        "addr|eth0|192.168.77.20/24
        ban|fail2ban|asterisk-iptables|198.51.100.7
        ban|somebody|x|198.51.100.8
        ban|firewall|INPUT|rubbish
        vm|/etc/asterisk/voicemail.conf|4|default|101|dialout|from-internal
        vm|/etc/asterisk/voicemail.conf|9|default||callback|from-internal
        dial|/etc/asterisk/extensions.conf|30|from-internal|_011.
        part|bans|read|
        part|voicemail|denied|/etc/asterisk/voicemail.conf
        part|nonsense|denied|",
    );
    assert_eq!(told.bans.len(), 1);
    assert_eq!(told.bans[0].network.to_string(), "198.51.100.7");
    assert_eq!(told.call_out[0].place.section, "default 101");
    assert_eq!(told.abroad[0].pattern, "_011.");
    assert_eq!(told.unread.len(), 1);
    assert!(told.was_read("bans") && !told.was_read("voicemail"));
}

#[test]
fn whom_freepbx_lets_in_first_is_no_nuisance() {
    let told = asterisk(
        "let|fpbxregistrations|203.0.113.11
        let|fpbxnets|203.0.113.64/26
        let|fpbxhosts|rubbish
        ban|freepbx-firewall|ATTACKER|203.0.113.11
        ban|freepbx-firewall|ATTACKER|203.0.113.70
        ban|freepbx-firewall|ATTACKER|203.0.113.130
        ban|freepbx-firewall|fpbxblacklist|203.0.113.11
        ban|fail2ban|asterisk|203.0.113.70",
    );
    let told: Vec<String> = told.bans.iter().map(|b| format!("{} {}", b.list, b.network)).collect();
    assert_eq!(told, ["ATTACKER 203.0.113.130", "fpbxblacklist 203.0.113.11", "asterisk 203.0.113.70"]);
}

#[test]
fn a_ban_knows_what_kind_of_list_it_stands_in() {
    let told = asterisk(
        "ban|firewall|INPUT|198.51.100.7
        ban|firewall|banned|198.51.100.8|set
        ban|firewall|bl|198.51.100.0/30|nft-set inet filter
        ban|firewall|input|198.51.100.9|nft-rule ip filter
        ban|firewall|route|198.51.100.10|route
        ban|firewall|x|198.51.100.11|of another day",
    );
    let kept: Vec<(BannedBy, &str)> = told.bans.iter().map(|b| (b.kept, b.table.as_str())).collect();
    let expected = [
        (BannedBy::Rule, ""),
        (BannedBy::Set, ""),
        (BannedBy::NftSet, "inet filter"),
        (BannedBy::NftRule, "ip filter"),
        (BannedBy::Route, ""),
        (BannedBy::Rule, ""),
    ];
    assert_eq!(kept, expected);
    let json = serde_json::to_string(&told.bans[0]).unwrap();
    assert!(!json.contains("kept") && !json.contains("table"), "as it always was: {json}");
}

#[test]
fn what_no_look_inside_would_print_is_refused_by_name() {
    for (lines, code) in [
        ("set|/etc/passwd|1|general|externip|203.0.113.5", "paste-foreign-file"),
        ("set|/etc/asterisk/../passwd|1|general|externip|203.0.113.5", "paste-foreign-file"),
        ("sec|etc/asterisk/sip.conf|1|general|", "paste-foreign-file"),
        ("vm|/root/x|1|default|101|dialout|y", "paste-foreign-file"),
        ("dial||1|default|_00.", "paste-foreign-file"),
        ("set|/etc/asterisk/sip.conf|1|101|secret|s3cret", "paste-holds-secret"),
        ("set|/etc/asterisk/pjsip.conf|1|101|Password|s3cret", "paste-holds-secret"),
        ("db|v_sip_profile_settings|internal/auth_pass|x", "paste-holds-secret"),
        ("set|/etc/asterisk/pjsip_wizard.conf|1|101|inbound_auth/username|x", "paste-holds-secret"),
        ("sock|udp|0.0.0.0|0|asterisk", "paste-absurd"),
        ("sock|udp|0.0.0.0|65536|asterisk", "paste-absurd"),
        ("run|voice|0|20000", "paste-absurd"),
        ("run|transport|t|udp|0.0.0.0|-1", "paste-absurd"),
        ("system|freeswitch|1", "paste-absurd"),
    ] {
        assert_eq!(refused(lines).code, code, "{lines}");
    }
    let many: Vec<String> = (0..65).map(|i| format!("addr|eth{i}|10.0.0.{i}/24")).collect();
    assert_eq!(refused(&many.join("\n")).code, "paste-absurd");
    let none = read(&block(&format!("at|{AT}\nsystem|none|")), How::Pasted, now()).unwrap_err();
    assert_eq!(none.code, "inside-no-phone-system");
    // Refusals never say more of the line than fits on one.
    let long = format!("set|/home/{}|1|general|externip|x", "x".repeat(300));
    assert!(refused(&long).args["file"].len() <= 80);
}

#[test]
fn a_name_that_is_no_plain_word_goes_no_further() {
    let long = "9".repeat(81);
    let told = asterisk(&format!(
        "conf|sip|/etc/asterisk/sip.conf
        sec|/etc/asterisk/sip.conf|1|{long}|
        set|/etc/asterisk/sip.conf|2|{long}|host|dynamic
        sec|/etc/asterisk/sip.conf|3|general|
        set|/etc/asterisk/sip.conf|4|general|externip|{long}"
    ));
    assert_eq!((told.extensions.len(), told.outside.len()), (0, 0));
}

#[test]
fn what_is_of_another_day_or_of_another_box_is_told_by_name() {
    let told = asterisk("addr|eth0|192.168.77.20/24");
    let mut case = Case::new(now(), crate::domain::office::Answers::default());
    assert_eq!(doubt(&told, &case), None, "nobody knows which box is this office's");
    case.answers.pbx = Some("192.168.77.20".parse().unwrap());
    assert_eq!(doubt(&told, &case), None);
    case.answers.pbx = Some("192.168.77.21".parse().unwrap());
    assert_eq!(doubt(&told, &case).unwrap().code, "paste-other-box");
    case.answers.pbx = None;
    let yesterday = Inside { at: told.at - SignedDuration::from_hours(20), ..told.clone() };
    let old = doubt(&yesterday, &case).unwrap();
    assert_eq!((old.code.as_str(), old.args["why"].as_str()), ("paste-old", "clock"));
    assert_eq!(doubt(&Inside { how: How::Here, ..yesterday }, &case), None, "here there is one clock");
    case.started_at = told.taken_at + SignedDuration::from_hours(20);
    assert_eq!(doubt(&told, &case).unwrap().args["why"], "check");
    case.inside = Some(told);
    assert_eq!(of(&case), None);
}

#[test]
fn an_address_before_a_port_is_known_from_a_port_alone() {
    for (written, host) in [
        ("0.0.0.0:5060", Some("0.0.0.0")),
        ("192.168.1.5", Some("192.168.1.5")),
        ("[::]:5061", Some("[::]")),
        ("::", Some("[::]")),
        ("5070", None),
        (":5060", None),
        ("", None),
    ] {
        assert_eq!(running::host_of(written).as_deref(), host, "{written}");
    }
}

#[test]
fn a_mask_is_read_as_a_prefix_and_only_where_it_is_one() {
    let read = |text: &str| network(text).map(|n| n.to_string());
    assert_eq!(read("192.168.0.0/255.255.0.0").as_deref(), Some("192.168.0.0/16"));
    assert_eq!(read("192.168.1.0/24").as_deref(), Some("192.168.1.0/24"));
    assert_eq!(read("192.168.1.0/255.0.255.0"), None);
    assert_eq!(read("office"), None);
    assert_eq!(read("10.0.0.0/0.0.0.0").as_deref(), Some("10.0.0.0/0"));
    assert_eq!(Transport::Udp.name(), "UDP");
}

#[test]
fn a_real_block_of_both_drivers_is_read_whole() {
    let text = include_str!("../../../tests/fixtures/inside/blocks/asterisk-16-both-drivers.txt");
    let told = read(text, How::Pasted, Timestamp::from_second(1_795_962_500).unwrap()).unwrap();
    assert_eq!(ports(&told), ["UDP 5070 bound", "TCP 5070 bound", "UDP 5060 bound", "TCP 5060 bound"]);
    assert!(told.sip.iter().all(|p| p.host.as_deref() == Some("0.0.0.0")), "the address on the line is kept");
    assert_eq!(told.voice.as_ref().unwrap().ports, PortRange::from((10000, 20000)));
    let set: Vec<(&str, &str)> = told.outside.iter().map(|s| (s.place.section.as_str(), s.value.as_str())).collect();
    assert_eq!(set, [("general", "203.0.113.5"), ("udp", "11.22.33.2"), ("udp", "11.22.33.2")]);
    assert_eq!(told.local.len(), 3);
    let phones: Vec<(&str, usize)> =
        told.extensions.iter().map(|e| (e.name.as_str(), e.contacts.as_ref().map_or(9, Vec::len))).collect();
    assert_eq!(phones, [("7001", 1), ("7002", 0), ("6001", 1), ("6002", 0)]);
    assert_eq!(lacks(&told, "6001"), [NatSetting::Qualify]);
    assert_eq!((told.guests.len(), told.name_leaks.len()), (1, 1));
    assert_eq!(told.unread[0].part, "bans");
}

#[test]
fn an_asterisk_older_than_1_8_tells_strangers_apart_unless_told_otherwise() {
    let leaks = |version: &str| {
        let lines = format!(
            "at|{AT}\nsystem|asterisk|{version}\nconf|sip|/etc/asterisk/sip.conf
            set|/etc/asterisk/sip.conf|2|general|bindport|5060"
        );
        read(&block(&lines), How::Pasted, now()).unwrap().name_leaks.len()
    };
    for (version, expected) in [("1.4.21", 1), ("1.6.0.26-FONCORE-r78", 1), ("1.8.32", 0), ("13.1", 0), ("", 0)] {
        assert_eq!(leaks(version), expected, "{version}");
    }
}

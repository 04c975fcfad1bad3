//! What is kept of a value when it is masked, and what is not.

use super::*;

#[test]
fn an_adapter_is_known_by_its_place_alone() {
    let office = Office { over_ipv6_only: vec!["Maria's phone".to_owned()], ..Office::default() };
    assert_eq!(Mask::default().office(&office).over_ipv6_only, ["adapter1"]);
}

#[test]
fn kinds_and_equality_stay() {
    let mut mask = Mask::default();
    let texts = [
        "8.8.8.8",
        "192.168.77.20",
        "10.0.0.1",
        "100.70.1.2",
        "127.0.0.1",
        "169.254.3.4",
        "203.0.113.7",
        "224.0.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "192.0.0.2",
        "2a02::1",
        "fd12::1",
        "fe80::1",
        "2001:db8::1",
        "::1",
        "::",
        "::ffff:8.8.8.8",
    ];
    for text in texts {
        let ip: IpAddr = text.parse().unwrap();
        let masked = mask.ip(ip);
        assert_eq!(address::kind(masked), address::kind(ip), "{text} {masked}");
        assert_eq!(masked, mask.ip(ip), "{text}");
        assert_eq!(masked.is_ipv4(), ip.is_ipv4(), "{text}");
    }
    assert_ne!(mask.ip("8.8.8.8".parse().unwrap()), mask.ip("8.8.4.4".parse().unwrap()));
    assert_ne!(mask.ip("192.168.77.20".parse().unwrap()), mask.ip("10.0.0.1".parse().unwrap()));
}

#[test]
fn seven_hundred_addresses_of_one_kind_stay_apart() {
    let mut mask = Mask::default();
    let all: std::collections::BTreeSet<IpAddr> =
        (0..700u32).map(|i| mask.ip(Ipv4Addr::from_bits(0x0808_0000 + i).into())).collect();
    assert_eq!(all.len(), 700);
    assert!(all.iter().all(|ip| address::is_public(*ip)));
}

#[test]
fn products_stay_and_names_go() {
    let mut mask = Mask::default();
    for (text, expected) in [
        ("401 Unauthorized, FPBX-16.0.40(18.9.0)", "401 Unauthorized, FPBX-16.0.40(18.9.0)"),
        ("FPBX-16.0.40.7(18.20.0)", "FPBX-16.0.40.7(18.20.0)"),
        ("FPBX-16.0.40.7(198.51.100.4)", "masked"),
        ("“pbx.muster.de”", "masked"),
        ("pbx.muster.de|Login", "masked"),
        ("Asterisk PBX 16.28.0~dfsg-0+deb11u4", "Asterisk PBX 16.28.0~dfsg-0+deb11u4"),
        ("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3", "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3"),
        ("200 OK, sip:pbx.muster.de:5060", "200 OK, masked"),
        ("5.5.5-10.3.39-MariaDB berta@muster.de", "5.5.5-10.3.39-MariaDB masked"),
        ("host (8.8.8.8) refused", "host (11.0.0.1) refused"),
        ("to 8.8.8.8:5060", "to 11.0.0.1:5060"),
        ("sip:8.8.8.8;lr", "masked"),
        ("at [2a02::5]:443, [2a02::5] and 2a02::5", "at [2a00::1]:443, [2a00::1] and 2a00::1"),
        ("sip:x@[2a02::5]:5060;lr contact=2a02::5", "masked masked"),
        ("refused by 8.8.8.8. Or by 2a02::5.", "refused by 11.0.0.1. Or by 2a00::1."),
        ("sip:pbx.muster.de;transport=udp at pbx.muster.de.", "masked at masked"),
        ("pbx.muster.xn--p1ai <sip:pbx.muster.de>;tag=1 пбх.мустер.рф", "masked masked masked"),
    ] {
        assert_eq!(mask.text(text), expected);
    }
}

#[test]
fn hardware_and_serial_numbers_go_and_stay_apart() {
    let mut mask = Mask::default();
    for (text, expected) in [
        ("Gigaset N510 IP PRO/42.250.00.000.000;7C2F80A1B2C3", "Gigaset N510 IP PRO/42.250.00.000.000;020000000001"),
        ("Cisco-CP-8851-3PCC/11.0.1 (00562b043615)", "Cisco-CP-8851-3PCC/11.0.1 (020000000002)"),
        ("SEP00562B043615 mac=00:56:2b:04:36:15", "SEP020000000002 mac=02:00:00:00:00:02"),
        ("00:04:13:2F:1A:2B", "02:00:00:00:00:03"),
        ("MAC:00:04:13:2F:1A:2B, T46S-00-04-13-2F-1A-2B", "MAC:02:00:00:00:00:03, T46S-02-00-00-00-00-03"),
        ("at 0004.132f.1a2b and 001565123456", "at 0200.0000.0003 and 020000000004"),
        ("SN:4MM00F801234", "SN:masked1"),
        ("Mitel-5320/6.5 (S/N=4mm00f801234;x)", "Mitel-5320/6.5 (S/N=masked1;x)"),
        ("serial number: 2JS15V77, S/N 99", "serial number: masked2, S/N 99"),
        ("SN:00:04:13:2F:1A:2B", "SN:masked3:00:00:00:00:03"),
    ] {
        assert_eq!(mask.text(text), expected);
        assert_eq!(Mask::default().text(&Mask::default().text(text)), Mask::default().text(text), "masked twice");
    }
    // Whatever is no name of one machine is what a reader needs.
    for text in [
        "at 12:30:45, 2026-11-30 12:30:45 and 2026-11-30-12-30-45",
        "build 202611301200 of 20261130120059",
        "Patton SN4141 R6.10, SN 4120 and serial 2",
        "FreeSWITCH-mod_sofia/1.10.7-release+git~20211024T163933Z~883d2cb662~64bit",
        "FRITZ!OS 113.07.57 / 1.1.4-20 / 2023.1115.1200",
        "Microsoft-Windows/10.0 UPnP/1.0 MiniUPnPd/2.2.1, port 5060:5061",
        "isdn:77 abcdefabcdef",
    ] {
        assert_eq!(mask.text(text), text);
    }
    let system = PhoneSystem {
        address: "192.168.77.20".parse().unwrap(),
        mac: Some("7c:2f:80:a1:b2:c3".to_owned()),
        profile: crate::domain::service::ProfileId("freepbx".to_owned()),
        server: Some("N510 7C2F80A1B2C3".to_owned()),
        answers_inside: true,
    };
    let masked = mask.phone_system(&system);
    assert_eq!(
        (masked.mac.as_deref(), masked.server.as_deref()),
        (Some("02:00:00:00:00:01"), Some("N510 020000000001"))
    );
}

#[test]
fn letters_keep_their_shape_and_lose_their_addresses() {
    let mut mask = Mask::default();
    for (line, expected) in [
        (
            "Via: SIP/2.0/UDP 192.168.77.10:40123;branch=z9hG4bKa;rport",
            "Via: SIP/2.0/UDP 10.0.0.1:40123;branch=z9hG4bKa;rport",
        ),
        ("c=IN IP4 192.168.77.10", "c=IN IP4 10.0.0.1"),
        ("c=IN IP4 8.8.8.8", "c=IN IP4 11.0.0.1"),
        (
            "Via: SIP/2.0/TCP box.muster.de:5060;received=2a02::5",
            "Via: SIP/2.0/TCP host1.invalid:5060;received=2a00::1",
        ),
        ("To: <sip:x@[2a02::5]:5060>, Box.Muster.de", "To: <sip:x@[2a00::1]:5060>, host1.invalid"),
        ("c=IN IP6 2a02::5", "c=IN IP6 2a00::1"),
        ("Via: SIP/2.0/TCP box.muster.de.:5060", "Via: SIP/2.0/TCP host1.invalid:5060"),
        ("User-Agent: SeparateEntrance/0.1.0 self-check", "User-Agent: SeparateEntrance/0.1.0 self-check"),
        ("m=audio 4000 RTP/AVP 0 101", "m=audio 4000 RTP/AVP 0 101"),
        ("Date: Mon, 23 Nov 2026 12:00:00 GMT", "Date: Mon, 23 Nov 2026 12:00:00 GMT"),
        ("v=0", "v=0"),
        ("", ""),
    ] {
        assert_eq!(mask.sip_line(line), expected);
    }
}

#[test]
fn a_guest_list_keeps_who_is_on_it() {
    let mut mask = Mask::default();
    let guest: IpAddr = "8.8.8.8".parse().unwrap();
    let stranger: IpAddr = "9.9.9.9".parse().unwrap();
    let lists = ["8.8.8.0/24", "8.8.8.8", "1.2.3.0/24", "0.0.0.0/0"];
    for list in lists {
        let network: Network = list.parse().unwrap();
        let masked = mask.network(network, &[guest, stranger]);
        assert!(!masked.is_empty(), "{list}");
        for ip in [guest, stranger] {
            let shown = mask.ip(ip);
            assert_eq!(masked.iter().any(|n| n.contains(shown)), network.contains(ip), "{list} {ip}");
        }
    }
}

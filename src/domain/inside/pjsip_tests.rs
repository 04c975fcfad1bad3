//! What lines of PJSIP's files and answers mean together: which account a phone has, and where it is signed in.

use super::NatSetting::{ForceRport, MediaThroughUs, Qualify, RewriteContact, SymmetricMedia};
use super::tests::{asterisk, lacks, outside, ports};
use super::*;

#[test]
fn pjsip_objects_of_one_name_are_told_apart_by_their_type() {
    let told = asterisk(
        "conf|pjsip|/etc/asterisk/pjsip.conf
        sec|/etc/asterisk/pjsip.conf|1|transport-udp|
        set|/etc/asterisk/pjsip.conf|2|transport-udp|type|transport
        set|/etc/asterisk/pjsip.conf|3|transport-udp|protocol|udp
        set|/etc/asterisk/pjsip.conf|4|transport-udp|bind|0.0.0.0:5070
        set|/etc/asterisk/pjsip.conf|5|transport-udp|external_media_address|203.0.113.5
        set|/etc/asterisk/pjsip.conf|6|transport-udp|external_signaling_address|pbx.example.com
        set|/etc/asterisk/pjsip.conf|7|transport-udp|local_net|192.168.77.0/24
        sec|/etc/asterisk/pjsip.conf|9|transport-tls|
        set|/etc/asterisk/pjsip.conf|10|transport-tls|type|transport
        set|/etc/asterisk/pjsip.conf|11|transport-tls|protocol|tls
        set|/etc/asterisk/pjsip.conf|12|transport-tls|bind|0.0.0.0
        sec|/etc/asterisk/pjsip.conf|20|outside|!
        set|/etc/asterisk/pjsip.conf|21|outside|type|endpoint
        set|/etc/asterisk/pjsip.conf|22|outside|rtp_symmetric|yes
        set|/etc/asterisk/pjsip.conf|23|outside|rewrite_contact|yes
        set|/etc/asterisk/pjsip.conf|24|outside|direct_media|no
        sec|/etc/asterisk/pjsip.conf|30|101|outside
        set|/etc/asterisk/pjsip.conf|31|101|aors|101
        sec|/etc/asterisk/pjsip.conf|32|101|
        set|/etc/asterisk/pjsip.conf|33|101|type|aor
        set|/etc/asterisk/pjsip.conf|34|101|qualify_frequency|30
        sec|/etc/asterisk/pjsip.conf|40|102|
        set|/etc/asterisk/pjsip.conf|41|102|type|endpoint
        set|/etc/asterisk/pjsip.conf|42|102|force_rport|no
        sec|/etc/asterisk/pjsip.conf|43|102|
        set|/etc/asterisk/pjsip.conf|44|102|type|aor
        sec|/etc/asterisk/pjsip.conf|50|provider|
        set|/etc/asterisk/pjsip.conf|51|provider|type|endpoint
        set|/etc/asterisk/pjsip.conf|52|provider|outbound_auth|?
        sec|/etc/asterisk/pjsip.conf|60|anonymous|
        set|/etc/asterisk/pjsip.conf|61|anonymous|type|endpoint
        sec|/etc/asterisk/pjsip_custom_post.conf|1|102|+type=endpoint
        set|/etc/asterisk/pjsip_custom_post.conf|2|102|rtp_symmetric|yes
        part|sockets|read|
        sock|tcp|::|5061|asterisk
        run|transport|transport-udp|udp|0.0.0.0|5070",
    );
    assert_eq!(ports(&told), ["UDP 5070 free", "TCP 5061 tls bound"]);
    assert_eq!(outside(&told)[1], ("external_signaling_address", "pbx.example.com", 6));
    assert_eq!(told.names_to_ask(), ["pbx.example.com"]);
    assert_eq!(told.extensions.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(), ["101", "102"]);
    assert_eq!((lacks(&told, "101"), told.extensions[0].keep_alive_secs), (Vec::new(), Some(30)));
    assert_eq!(lacks(&told, "102"), [ForceRport, RewriteContact, MediaThroughUs, Qualify]);
    let guests = &told.guests[0].place;
    assert_eq!((guests.section.as_str(), guests.line), ("anonymous", 61));
    assert!(told.name_leaks.is_empty());
}

#[test]
fn what_is_added_to_one_object_reaches_that_one_and_what_could_not_be_read_is_not_missed() {
    let lines = "conf|pjsip|/etc/asterisk/pjsip.conf
        sec|/etc/asterisk/pjsip.conf|1|101|!
        set|/etc/asterisk/pjsip.conf|2|101|type|endpoint
        sec|/etc/asterisk/pjsip.conf|3|101|
        set|/etc/asterisk/pjsip.conf|4|101|type|aor
        set|/etc/asterisk/pjsip.conf|5|101|qualify_frequency|30
        sec|/etc/asterisk/pjsip.conf|6|101|
        set|/etc/asterisk/pjsip.conf|7|101|type|endpoint
        set|/etc/asterisk/pjsip.conf|8|101|direct_media|yes
        sec|/etc/asterisk/pjsip.endpoint_custom_post.conf|1|101|+type=endpoint
        set|/etc/asterisk/pjsip.endpoint_custom_post.conf|2|101|rewrite_contact|yes
        sec|/etc/asterisk/pjsip.endpoint_custom_post.conf|3|101|?";
    let told = asterisk(&format!("{lines}\npart|files|read|"));
    assert_eq!(lacks(&told, "101"), [SymmetricMedia, MediaThroughUs]);
    let told = asterisk(&format!("{lines}\npart|files|failed|/etc/asterisk/pjsip.endpoint_custom_post.conf"));
    assert_eq!(lacks(&told, "101"), [MediaThroughUs], "only what was read");
}

#[test]
fn a_phone_is_signed_in_by_whichever_of_its_addresses_of_record() {
    let told = asterisk(
        "conf|pjsip|/etc/asterisk/pjsip.conf
        sec|/etc/asterisk/pjsip.conf|1|desk-anna|
        set|/etc/asterisk/pjsip.conf|2|desk-anna|type|endpoint
        set|/etc/asterisk/pjsip.conf|3|desk-anna|aors|101, 101-mobile
        sec|/etc/asterisk/pjsip.conf|4|desk-ben|
        set|/etc/asterisk/pjsip.conf|5|desk-ben|type|endpoint
        set|/etc/asterisk/pjsip.conf|6|desk-ben|aors|102
        sec|/etc/asterisk/pjsip.conf|7|desk-odd|
        set|/etc/asterisk/pjsip.conf|8|desk-odd|type|endpoint
        set|/etc/asterisk/pjsip.conf|9|desk-odd|aors|?
        run|peer|pjsip|desk-anna||Not in use
        run|contact|pjsip|?|198.51.100.6|5060|yes|60|3
        run|contact|pjsip|101-mobile|198.51.100.7|1024|yes|60|23",
    );
    let phones: Vec<(&str, Option<usize>)> =
        told.extensions.iter().map(|e| (e.name.as_str(), e.contacts.as_ref().map(Vec::len))).collect();
    assert_eq!(phones, [("desk-anna", Some(1)), ("desk-ben", Some(0)), ("desk-odd", None)]);
}

#[test]
fn phones_of_the_wizard_and_of_a_database_are_accounts_like_any_other() {
    let told = asterisk(
        "conf|pjsip|/etc/asterisk/pjsip.conf
        sec|/etc/asterisk/pjsip.conf|1|web|
        set|/etc/asterisk/pjsip.conf|2|web|type|endpoint
        set|/etc/asterisk/pjsip.conf|3|web|webrtc|yes
        sec|/etc/asterisk/pjsip.conf|4|line|
        set|/etc/asterisk/pjsip.conf|5|line|type|endpoint
        set|/etc/asterisk/pjsip.conf|6|line|outbound_auth|?
        set|/etc/asterisk/pjsip.conf|7|line|aors|line-aor
        sec|/etc/asterisk/pjsip.conf|8|104|
        set|/etc/asterisk/pjsip.conf|9|104|type|aor
        conf|pjsip_wizard|/etc/asterisk/pjsip_wizard.conf
        sec|/etc/asterisk/pjsip_wizard.conf|1|201|
        set|/etc/asterisk/pjsip_wizard.conf|2|201|type|wizard
        set|/etc/asterisk/pjsip_wizard.conf|3|201|accepts_registrations|yes
        set|/etc/asterisk/pjsip_wizard.conf|4|201|sends_auth|no
        set|/etc/asterisk/pjsip_wizard.conf|5|201|endpoint/rtp_symmetric|yes
        set|/etc/asterisk/pjsip_wizard.conf|6|201|aor/qualify_frequency|30
        sec|/etc/asterisk/pjsip_wizard.conf|7|202|
        set|/etc/asterisk/pjsip_wizard.conf|8|202|type|wizard
        set|/etc/asterisk/pjsip_wizard.conf|9|202|accepts_registrations|yes
        set|/etc/asterisk/pjsip_wizard.conf|10|202|remote_hosts|?
        part|files|read|
        run|peer|pjsip|web||Not in use|web
        run|peer|pjsip|desk|dynamic|Not in use|103,103-mobile
        run|peer|pjsip|104|dynamic|Unavailable|104
        run|peer|pjsip|provider|static|Not in use|provider-aor
        run|peer|pjsip|?|dynamic|Not in use|?
        run|contact|pjsip|201|198.51.100.6|5060|yes|60|3
        run|contact|pjsip|103-mobile|198.51.100.7|5060|yes||3
        run|contact|pjsip|105|198.51.100.8|5060|yes|60|3
        run|contact|pjsip|web|198.51.100.9|5060||60|
        run|contact|pjsip|line-aor|198.51.100.10|5060||60|
        run|contact|pjsip|provider-aor|198.51.100.11|5060||60|
        run|contact|pjsip|elsewhere|198.51.100.12|5060|||",
    );
    let phones: Vec<(&str, usize)> = told.extensions.iter().map(|e| (e.name.as_str(), e.signed_in().len())).collect();
    assert_eq!(phones, [("201", 1), ("desk", 1), ("104", 0), ("105", 1)]);
    assert_eq!(
        (lacks(&told, "201"), told.extensions[0].keep_alive_secs),
        (vec![RewriteContact, MediaThroughUs], Some(30))
    );
    assert_eq!(told.extensions[0].lacks[0].1.place.key, "endpoint/rewrite_contact");
    assert_eq!(lacks(&told, "104"), [], "of a database nothing is known");
}

#[test]
fn what_freepbx_adds_to_its_objects_is_read_from_its_block() {
    let text = include_str!("../../../tests/fixtures/inside/blocks/freepbx-15.txt");
    let told = read(text, How::Pasted, Timestamp::from_second(1_795_962_500).unwrap()).unwrap();
    let (_, at) = told.extensions[1].lacks.iter().find(|(setting, _)| *setting == MediaThroughUs).unwrap();
    assert_eq!((at.place.told().as_str(), at.value.as_str()), ("/etc/asterisk/pjsip_custom_post.conf:2 [101]", "yes"));
}

//! The practice router's list: its moods, its leases, and what it lets through.

use super::*;
use crate::practice::street::PC;

fn router(moods: &str) -> Table {
    let text = format!(
        "make = \"a\"\nmodel = \"b\"\nfriendly_name = \"c\"\nserver = \"d\"\nwan_address = \"203.0.113.7\"\n{moods}"
    );
    Table::new(&toml::from_str(&text).unwrap(), PC, Instant::now())
}

fn wish(port: u16, client: Ipv4Addr) -> Wish {
    Wish {
        remote_host: String::new(),
        port,
        protocol: Transport::Udp,
        inside_port: port,
        client,
        enabled: true,
        description: "SeparateEntrance".to_owned(),
        lease: 0,
    }
}

#[test]
fn each_mood_has_its_own_code() {
    let now = Instant::now();
    for (moods, change, expected) in [
        ("version = 1", wish(5060, PHONE_SYSTEM), Ok(())),
        ("version = 1\nrefuses_others = 718", wish(5060, PHONE_SYSTEM), Err(718)),
        ("version = 1\nrefuses_others = 718", wish(5060, PC), Ok(())),
        ("version = 2\nrefuses_others = 606", wish(5060, PHONE_SYSTEM), Err(606)),
        ("version = 2\nrefuses_low_ports = 606", wish(443, PHONE_SYSTEM), Err(606)),
        ("version = 2\nrefuses = [{ ports = [5060, 5061], code = 729 }]", wish(5060, PHONE_SYSTEM), Err(729)),
        ("version = 2\nrefuses = [{ ports = [5060, 5061], code = 729 }]", wish(5062, PHONE_SYSTEM), Ok(())),
        ("version = 1\npermanent_only = true", Wish { lease: 60, ..wish(5060, PHONE_SYSTEM) }, Err(725)),
        ("version = 1\nrefuses_no_end = 402", wish(5060, PHONE_SYSTEM), Err(402)),
        ("version = 1\nrefuses_no_end = 402", Wish { lease: 604_800, ..wish(5060, PHONE_SYSTEM) }, Ok(())),
        ("version = 1\nmax_entries = 0\nwhen_full = 402", wish(5060, PHONE_SYSTEM), Err(402)),
        ("version = 1", Wish { remote_host: "192.0.2.1".to_owned(), ..wish(5060, PHONE_SYSTEM) }, Err(726)),
        ("version = 1", wish(0, PHONE_SYSTEM), Err(716)),
        ("version = 1", Wish { inside_port: 0, ..wish(5060, PHONE_SYSTEM) }, Err(732)),
        ("version = 1", Wish { description: "x".repeat(65), ..wish(5060, PHONE_SYSTEM) }, Err(605)),
    ] {
        let mut table = router(moods);
        let port = change.port;
        assert_eq!(table.add(change, now), expected.map_err(Refusal), "{moods}");
        let reads_back = table.specific(port, Transport::Udp, now).is_ok();
        assert_eq!(reads_back, expected.is_ok(), "{moods}");
    }
}

#[test]
fn without_an_address_outside_every_request_fails() {
    let now = Instant::now();
    let mut table = router("version = 1");
    table.story.wan_address = String::new();
    assert_eq!(table.add(wish(5060, PHONE_SYSTEM), now), Err(Refusal(501)));
}

#[test]
fn a_port_of_another_device_is_a_conflict_and_ones_own_is_renewed() {
    let now = Instant::now();
    let mut table = router("version = 1");
    table.add(wish(5060, PC), now).unwrap();
    assert_eq!(table.add(wish(5060, PHONE_SYSTEM), now), Err(Refusal(718)));
    table.add(Wish { lease: 600, ..wish(5060, PC) }, now).unwrap();
    assert_eq!(table.at(0, now).unwrap().lease(now), 600);
    let mut careless = router("version = 1\noverwrites = true");
    careless.add(wish(5060, PC), now).unwrap();
    careless.add(wish(5060, PHONE_SYSTEM), now).unwrap();
    assert_eq!(careless.specific(5060, Transport::Udp, now).unwrap().client, PHONE_SYSTEM);
    assert_eq!(table.at(1, now), Err(Refusal(713)));
}

#[test]
fn a_forgetful_router_says_yes_and_keeps_nothing() {
    let now = Instant::now();
    let mut table = router("version = 1\nforgets = true");
    assert_eq!(table.add(wish(5060, PHONE_SYSTEM), now), Ok(()));
    assert_eq!(table.specific(5060, Transport::Udp, now), Err(Refusal(714)));
}

#[test]
fn leases_end_and_version_2_knows_no_forever() {
    let start = Instant::now();
    let mut table = router("version = 2");
    table.add(wish(5060, PHONE_SYSTEM), start).unwrap();
    assert_eq!(table.specific(5060, Transport::Udp, start).unwrap().lease(start), LONGEST_LEASE);
    table.add(Wish { lease: 60, ..wish(5060, PHONE_SYSTEM) }, start).unwrap();
    assert!(table.leads_to(Transport::Udp, 5060, start).is_some());
    let later = start + Duration::from_secs(61);
    assert_eq!(table.leads_to(Transport::Udp, 5060, later), None);
    assert_eq!(table.delete(5060, Transport::Udp, later), Err(Refusal(714)));
}

#[test]
fn the_street_leads_in_only_where_it_reaches_this_router() {
    let now = Instant::now();
    let rule = "\n[[by_hand]]\nprotocol = \"udp\"\nports = [5060, 5061]\nto = \"192.168.77.20\"";
    let open = router(&format!("version = 1{rule}"));
    assert_eq!(open.leads_to(Transport::Udp, 5061, now), "192.168.77.20:5061".parse().ok());
    assert_eq!(open.leads_to(Transport::Tcp, 5061, now), None);
    let off = "\n[[mapping]]\nprotocol = \"udp\"\nports = [5060, 5060]\nto = \"192.168.77.20\"\nenabled = false\n\
               description = \"\"";
    let switched_off = router(&format!("version = 1{off}"));
    assert!(switched_off.specific(5060, Transport::Udp, now).is_ok());
    assert_eq!(switched_off.leads_to(Transport::Udp, 5060, now), None);
    let dead = router(&format!("version = 1\ndrops = true{rule}"));
    assert_eq!(dead.leads_to(Transport::Udp, 5061, now), None);
    let mut tower = router(&format!("version = 1{rule}"));
    tower.story.wan_address = "100.64.1.2".to_owned();
    assert_eq!(tower.leads_to(Transport::Udp, 5061, now), None);
}

#[test]
fn a_dead_entry_lives_after_it_was_taken_out_and_put_in_again() {
    let now = Instant::now();
    let mut table = router("version = 1\ndead_at_first = true");
    for passes in [false, true] {
        table.add(wish(5060, PHONE_SYSTEM), now).unwrap();
        assert!(table.specific(5060, Transport::Udp, now).is_ok());
        assert_eq!(table.leads_to(Transport::Udp, 5060, now).is_some(), passes);
        // Adding once more over it does not help.
        table.add(wish(5060, PHONE_SYSTEM), now).unwrap();
        assert_eq!(table.leads_to(Transport::Udp, 5060, now).is_some(), passes);
        table.delete(5060, Transport::Udp, now).unwrap();
    }
}

#[test]
fn a_claim_is_renewed_by_its_own_nonce_and_by_no_other() {
    let now = Instant::now();
    let mut table = router("version = 1");
    let claim = |nonce: u8, secs: u32| Claim {
        protocol: Transport::Udp,
        inside_port: 5060,
        port: 5060,
        secs,
        nonce: Some([nonce; 12]),
        exact: true,
    };
    assert_eq!(table.claim(claim(1, 604_800), now), Ok((5060, LONGEST_CLAIM)));
    assert_eq!(table.claim(claim(1, 60), now), Ok((5060, 60)));
    assert_eq!(table.claim(claim(2, 60), now), Err(Denied::NotAuthorized));
    assert_eq!(table.claim(claim(2, 0), now), Err(Denied::NotAuthorized));
    assert_eq!(table.leads_to(Transport::Udp, 5060, now), "192.168.77.10:5060".parse().ok(), "to the asker");
    assert_eq!(table.claim(claim(1, 0), now), Ok((0, 0)));
    assert_eq!(table.leads_to(Transport::Udp, 5060, now), None);
    // Somebody else has the port outside.
    table.add(wish(5060, PHONE_SYSTEM), now).unwrap();
    assert_eq!(table.claim(claim(1, 60), now), Err(Denied::Taken));
    let any = Claim { exact: false, nonce: None, ..claim(1, 60) };
    assert_eq!(table.claim(any, now), Ok((5061, 60)));
}

//! Tests of `guard`.

use std::net::Ipv4Addr;

use super::*;

const OFFICE: IpAddr = IpAddr::V4(Ipv4Addr::new(11, 22, 33, 2));
const OTHER: IpAddr = IpAddr::V4(Ipv4Addr::new(11, 22, 33, 3));

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

fn secs(denied: Denied) -> i64 {
    match denied {
        Denied::TooOften { again_in } | Denied::Busy { again_in } => again_in.as_secs(),
    }
}

#[test]
fn one_walk_at_a_time_and_six_in_ten_minutes() {
    let mut guard = Guard::new(60);
    guard.begin_walk(OFFICE, at(0)).unwrap();
    assert!(matches!(guard.begin_walk(OFFICE, at(1)), Err(Denied::TooOften { .. })), "one is under way");
    guard.begin_walk(OTHER, at(1)).unwrap();
    guard.end_walk(OTHER, Ledger::default());
    guard.end_walk(OFFICE, Ledger::default());
    for i in 1..6 {
        guard.begin_walk(OFFICE, at(i * 60)).unwrap();
        guard.end_walk(OFFICE, Ledger::default());
    }
    let denied = guard.begin_walk(OFFICE, at(400)).unwrap_err();
    assert_eq!(denied, Denied::TooOften { again_in: SignedDuration::from_secs(200) });
    guard.begin_walk(OFFICE, at(600)).unwrap();
    assert_eq!(guard.walking(), 1);
}

#[test]
fn a_whole_ipv6_customer_is_one_street() {
    let mut guard = Guard::new(60);
    let ip = |text: &str| text.parse::<IpAddr>().unwrap();
    guard.begin_walk(ip("2a02:1:2:3400::1"), at(0)).unwrap();
    assert!(guard.begin_walk(ip("2a02:1:2:34ff:5:6:7:8"), at(0)).is_err());
    guard.begin_walk(ip("2a02:1:2:3500::1"), at(0)).unwrap();
    assert_eq!(Street::of(ip("::ffff:11.22.33.2")), Street::of(OFFICE));
}

#[test]
fn an_ipv6_customer_with_a_larger_network_leaves_room_for_everybody_else() {
    let mut guard = Guard::new(WALKS_PER_MINUTE);
    let house = |n: u128| IpAddr::V6((0x2a02_0db8_0000_0000_0000_0000_0000_0001_u128 + (n << 72)).into());
    let inside: Vec<IpAddr> = (0..256).map(house).filter(|ip| (0..CONNECTIONS).any(|_| guard.connect(*ip))).collect();
    assert_eq!(inside.len(), 32);
    assert!(guard.connect(OFFICE) && guard.connect(house(256)), "an office, and another customer's network");
    for ip in &inside {
        guard.disconnect(*ip);
    }
    assert!((0..32).all(|n| guard.connect(house(n))), "what was left is free again");

    let walked = (0..256).filter(|n| guard.begin_walk(house(*n), at(0)).is_ok()).count();
    assert_eq!(walked, 12);
    guard.begin_walk(house(256), at(0)).unwrap();
    guard.begin_walk(OFFICE, at(0)).unwrap();
    assert_eq!(secs(guard.begin_walk(house(99), at(1)).unwrap_err()), 599);
    guard.begin_walk(house(99), at(600)).unwrap();
}

#[test]
fn the_total_is_the_operators() {
    let mut guard = Guard::new(2);
    for last in 1..=2 {
        guard.begin_walk(IpAddr::V4(Ipv4Addr::new(11, 0, 0, last)), at(0)).unwrap();
    }
    let denied = guard.begin_walk(OFFICE, at(45)).unwrap_err();
    assert_eq!(denied, Denied::Busy { again_in: SignedDuration::from_secs(15) });
    guard.begin_walk(OFFICE, at(60)).unwrap();
}

#[test]
fn who_asks_more_than_sixty_times_a_minute_rests_an_hour() {
    let mut guard = Guard::new(60);
    for i in 0..60 {
        guard.request(OFFICE, at(i)).unwrap();
    }
    assert_eq!(secs(guard.request(OFFICE, at(59)).unwrap_err()), 3600);
    assert_eq!(secs(guard.request(OFFICE, at(1859)).unwrap_err()), 1800);
    guard.request(OTHER, at(59)).unwrap();
    guard.request(OFFICE, at(59 + 3600)).unwrap();
    let mut calm = Guard::new(60);
    for i in 0..600 {
        calm.request(OFFICE, at(i)).unwrap();
    }
}

#[test]
fn nobody_crowds_his_own_rest_out_of_the_table() {
    let mut guard = Guard::new(60);
    for _ in 0..=REQUESTS {
        guard.request(OFFICE, at(0)).ok();
    }
    for i in 0..20_000_u32 {
        guard.request(IpAddr::V4(Ipv4Addr::from_bits(0x0C00_0000 + i)), at(1)).unwrap();
    }
    assert!(guard.request(OFFICE, at(2)).is_err());
    assert!(guard.remembered() <= 2 * STREETS, "{}", guard.remembered());
}

#[test]
fn a_clock_set_back_by_an_hour_keeps_nobody_waiting_for_that_hour() {
    let mut guard = Guard::new(WALKS_PER_MINUTE);
    let walk = |guard: &mut Guard, to: IpAddr, second| {
        let mut ledger = guard.begin_walk(to, at(second))?;
        let has_room = ledger.take(to, at(second), 4) && ledger.take_sweep(to, at(second));
        guard.end_walk(to, ledger);
        Ok::<bool, Denied>(has_room)
    };
    assert_eq!(walk(&mut guard, OFFICE, 3600), Ok(true));
    for i in 0..100_u32 {
        let street = IpAddr::V4(Ipv4Addr::from_bits(0x0C00_0000 + i));
        assert_eq!(walk(&mut guard, street, i64::from(5 * i)), Ok(true), "walk {i}");
    }
    // The office's own walk counts as of the first one after the jump, and so do its messages and its sweep.
    for i in 0..5 {
        assert_eq!(walk(&mut guard, OFFICE, 500 + i), Ok(false));
    }
    assert!(walk(&mut guard, OFFICE, 510).is_err());
    assert_eq!(walk(&mut guard, OFFICE, 1100), Ok(false), "one sweep an hour");
    assert_eq!(walk(&mut guard, OFFICE, 500 + 3600), Ok(true));

    for _ in 0..=REQUESTS {
        guard.request(OTHER, at(9000)).ok();
    }
    assert_eq!(secs(guard.request(OTHER, at(5000)).unwrap_err()), 3600, "a rest has its hour");
    assert_eq!(secs(guard.request(OTHER, at(5100)).unwrap_err()), 3500);
    guard.request(OTHER, at(5000 + 3600)).unwrap();
}

#[test]
fn connections_are_counted_for_each_street_and_in_all() {
    let mut guard = Guard::new(60);
    let mine = (0..20).filter(|_| guard.connect(OFFICE)).count();
    assert_eq!(mine, CONNECTIONS as usize);
    let streets = (0..1000_u32).filter(|i| guard.connect(IpAddr::V4(Ipv4Addr::from_bits(0x0C00_0000 + i)))).count();
    assert_eq!(streets + mine, ALL_CONNECTIONS as usize);
    guard.disconnect(OFFICE);
    assert!(guard.connect(OTHER));
    assert!(!guard.connect(OTHER));
    // The operator's own proxy speaks for many, and yet not for more than there is room for.
    assert!(!guard.connect_proxy());
    guard.disconnect(OTHER);
    assert!(guard.connect_proxy() && !guard.connect_proxy());
    guard.disconnect_proxy();
    assert!(guard.connect(OTHER));
}

#[test]
fn sip_messages_and_sweeps_are_remembered_from_walk_to_walk() {
    let mut guard = Guard::new(60);
    let mut ledger = guard.begin_walk(OFFICE, at(0)).unwrap();
    assert!(ledger.take(OFFICE, at(0), 4) && ledger.take_sweep(OFFICE, at(0)));
    guard.end_walk(OFFICE, ledger);
    let mut ledger = guard.begin_walk(OFFICE, at(30)).unwrap();
    assert_eq!(ledger.room(OFFICE, at(30)), 0);
    assert!(!ledger.take_sweep(OFFICE, at(3599)));
    assert!(ledger.take_sweep(OFFICE, at(3600)), "one an hour");
}

#[test]
fn results_leave_at_four_moments_only() {
    for (took, leaves) in [(0, 1500), (1499, 1500), (1500, 1500), (1501, 5000), (5001, 10_000), (19_999, 20_000)] {
        assert_eq!(release(Duration::from_millis(took)), Duration::from_millis(leaves));
    }
}

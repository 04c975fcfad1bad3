//! Floods: of connections, half-open handshakes, slow and endless requests; memory under them, and the end of it all.

use super::*;

#[test]
fn one_street_holds_few_connections_and_half_open_ones_not_for_long() {
    let helper = Running::at(17);
    let attacker = street(17, 66);
    // Nothing is said on any of them, so no handshake ever ends.
    let mut mute: Vec<TcpStream> = (0..CONNECTIONS).map(|_| connect(attacker, helper.place())).collect();
    let mut one_more = connect(attacker, helper.place());
    assert!(until_hung_up(&mut one_more).is_empty());
    assert!(mute.iter().all(is_open), "only the one too many");
    assert!(talk(&helper, street(17, 5), b"GET / HTTP/1.1\r\nHost: h\r\n\r\n").ends_with("a page"));
    for connection in &mut mute {
        assert!(until_hung_up(connection).is_empty());
    }
    assert!(talk(&helper, attacker, b"GET / HTTP/1.1\r\nHost: h\r\n\r\n").ends_with("a page"));
}

#[test]
fn slow_and_endless_requests_end() {
    let helper = Running::at(18);
    let attacker = street(18, 66);
    let bell = Bell::at(attacker);
    let key = format!("Authorization: Bearer {KEY}\r\n");
    std::thread::scope(|scope| {
        // A head that never ends, line by line.
        scope.spawn(|| {
            let mut tls = tls(helper.link.pin, connect(attacker, helper.place()), helper.place().ip());
            tls.write_all(format!("POST {WALK} HTTP/1.1\r\nHost: h\r\n{key}").as_bytes()).unwrap();
            tls.flush().unwrap();
            let heard = until_hung_up(&mut tls);
            assert!(heard.is_empty() || status(&String::from_utf8_lossy(&heard)) == 408);
        });
        // A body that is announced and does not come.
        scope.spawn(|| {
            let head = format!("POST {WALK} HTTP/1.1\r\nHost: h\r\n{key}Content-Length: 9000\r\n\r\n{{");
            let answer = talk(&helper, attacker, head.as_bytes());
            assert_eq!(document(&answer)["refused"], "too-slow");
        });
        // A body that never ends.
        scope.spawn(|| {
            let mut tls = tls(helper.link.pin, connect(attacker, helper.place()), helper.place().ip());
            let head = format!("POST {WALK} HTTP/1.1\r\nHost: h\r\n{key}Transfer-Encoding: chunked\r\n\r\n");
            tls.write_all(head.as_bytes()).unwrap();
            let chunk = [b"1000\r\n".as_slice(), &[b' '; 0x1000], b"\r\n"].concat();
            let taken = (0..100_000).take_while(|_| tls.write_all(&chunk).is_ok()).count();
            assert!(taken < 5_000, "{taken} chunks of four kilobytes were taken");
        });
        // A body of announced and too great a length.
        scope.spawn(|| {
            let head = format!("POST {WALK} HTTP/1.1\r\nHost: h\r\n{key}Content-Length: 99999999999\r\n\r\n");
            let answer = talk(&helper, attacker, &[head.as_bytes(), &vec![b' '; 400_000]].concat());
            assert!(answer.is_empty() || status(&answer) == 413, "{answer}");
        });
        // More head than any request has.
        scope.spawn(|| {
            let line = format!("X-Long: {}\r\n", "x".repeat(8000));
            let answer = talk(&helper, attacker, &post(WALK, &line.repeat(20), &request()));
            assert!(answer.is_empty() || status(&answer) == 431, "{answer}");
            let many = "X-Many: 1\r\n".repeat(200);
            let answer = talk(&helper, attacker, &post(WALK, &many, &request()));
            assert!(answer.is_empty() || status(&answer) == 431, "{answer}");
        });
        // No HTTP, and no TLS at all.
        scope.spawn(|| {
            let answer = talk(&helper, attacker, b"OPTIONS sip:h SIP/2.0\r\n\r\n");
            assert!(!answer.contains("200"), "{answer}");
            let mut plain = connect(attacker, helper.place());
            plain.write_all(&post(WALK, "", &request())).unwrap();
            assert!(until_hung_up(&mut plain).len() < 20, "an alert at most");
        });
    });
    assert_eq!(bell.rang(), 0);
    assert!(talk(&helper, attacker, b"GET / HTTP/1.1\r\nHost: h\r\n\r\n").ends_with("a page"), "and it still stands");
}

#[test]
fn memory_stays_flat_under_a_hundred_thousand_requests() {
    let helper = Shipped::start(&format!("{}:0", street(20, 1)));
    let place = helper.place();
    let strangers = String::from_utf8(post(WALK, "", &request())).unwrap().replace(KEY, "0123");
    let request = |number: u32| {
        // Every one from a street of its own. Most are refused in the handshake, some for want of a key.
        let from = IpAddr::V4(Ipv4Addr::from_bits(0x7F80_0000 + number));
        let mut tcp = connect(from, place);
        if number.is_multiple_of(50) {
            let mut tls = tls(helper.link.pin, tcp, place.ip());
            tls.write_all(strangers.as_bytes()).ok();
            tls.flush().ok();
            assert_eq!(status(&String::from_utf8_lossy(&until_hung_up(&mut tls))), 401);
            return;
        }
        tcp.write_all(b"GET / HTTP/1.1\r\n\r\n").ok();
        until_hung_up(&mut tcp);
    };
    let rush = |numbers: std::ops::Range<u32>| {
        std::thread::scope(|scope| {
            for worker in 0..4 {
                let (numbers, request) = (numbers.clone(), &request);
                scope.spawn(move || numbers.filter(|n| n % 4 == worker).for_each(request));
            }
        });
    };
    rush(0..20_000);
    let before = helper.memory();
    rush(20_000..100_000);
    let after = helper.memory();
    println!("{before} kB after 20,000 requests, {after} kB after 100,000");
    assert!(after < before + 3_000, "{before} kB grew to {after} kB");
}

#[test]
fn a_crowd_of_connections_is_held_to_a_number() {
    let helper = Shipped::start(&format!("{}:0", street(21, 1)));
    let place = helper.place();
    let crowd: Vec<TcpStream> =
        (0..60).flat_map(|i| (0..8).map(move |_| street(22, i))).map(|ip| connect(ip, place)).collect();
    // The last ones are hung up on as soon as the helper comes to them.
    let mut last = crowd.last().unwrap();
    until_hung_up(&mut last);
    let held = crowd.iter().filter(|tcp| is_open(tcp)).count();
    let most = separate_entrance::helper::guard::ALL_CONNECTIONS as usize;
    assert!(held <= most && held > most / 2, "{held}");
}

#[test]
fn it_stops_when_told_and_finishes_the_walk_under_way() {
    let mut idle = Shipped::start(&format!("{}:0", street(23, 1)));
    let _silent = connect(street(23, 4), idle.place());
    assert_eq!(idle.terminate(), Some(0));

    let mut helper = Shipped::start(&format!("{}:0", street(23, 2)));
    let office = street(23, 5);
    let bell = Bell::at(office);
    let (link, place) = (helper.link.clone(), helper.place());
    let walking = std::thread::Builder::new().name("office".to_owned()).spawn(move || ask_at(&link, place, office));
    while bell.rang() == 0 {
        std::thread::yield_now();
    }
    assert_eq!(helper.terminate(), Some(0));
    let walk = walking.unwrap().join().unwrap().unwrap();
    assert_eq!((walk.office, walk.report.street), (office, Street::Unknown), "loopback is nobody's street");
}

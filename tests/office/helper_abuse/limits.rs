//! What one street may ask, how often, and what the answers and their moments tell.

use super::*;

#[test]
fn a_short_request_is_refused_whatever_it_asks() {
    let helper = Running::at(9);
    let attacker = street(9, 66);
    let bell = Bell::at(attacker);
    let mut request = WalkRequest::new(profile(), services(), None);
    request.padding.pop();
    let answer = talk(&helper, attacker, &post(WALK, "", &serde_json::to_vec(&request).unwrap()));
    assert_eq!((status(&answer), document(&answer)["refused"].as_str()), (400, Some("too-short")));
    assert_eq!(bell.rang(), 0);
}

#[test]
fn behind_a_proxy_each_asker_is_counted_by_himself() {
    let (proxy, attacker, office) = (street(26, 2), street(26, 66), street(26, 5));
    let at = SocketAddr::new(street(26, 1), 0);
    let helper = Running::start(Settings { trust_proxy: Some(proxy), ..settings(at) });
    let page = |asker: IpAddr| {
        let request = format!("GET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: {asker}\r\n\r\n");
        status(&talk(&helper, proxy, request.as_bytes()))
    };
    assert!((0..REQUESTS).all(|_| page(attacker) == 200));
    assert_eq!((page(attacker), page(office)), (429, 200));
}

#[test]
fn what_a_door_says_is_cut_to_the_length_that_was_paid_for() {
    let helper = Running::at(27);
    let office = street(27, 5);
    let _bell = Bell::at(office);
    let answer = talk(&helper, office, &post(WALK, "", &request()));
    let doors = document(&answer)["doors"].as_array().unwrap().clone();
    let seen: Vec<usize> = doors.iter().filter_map(|d| d["seen"].as_str()).map(str::len).collect();
    assert_eq!(seen.iter().max(), Some(&MOST_SEEN_BYTES), "{seen:?}");
}

#[test]
fn an_office_hears_whether_anybody_ever_answered_where_the_knocks_come_from() {
    let at = SocketAddr::new(street(29, 1), 0);
    let helper = Running::start(Settings { knock_from: vec![street(29, 2)], ..settings(at) });
    let (silent, answering) = (street(29, 5), street(29, 6));
    let told = |helper: &Running, office: IpAddr| ask(helper, office).unwrap().report;
    let first = told(&helper, silent);
    assert_eq!((first.address, first.answered_before), (Some(street(29, 2)), Some(false)));
    let _bell = Bell::at(answering);
    assert_eq!(told(&helper, answering).answered_before, Some(true));
    assert_eq!(told(&helper, silent).answered_before, Some(true), "by another office");
    let same = Running::start(settings(SocketAddr::new(Ipv4Addr::LOCALHOST.into(), 0)));
    assert_eq!(told(&same, street(29, 7)).answered_before, None, "the address that the office spoke with");
}

#[test]
fn one_connection_is_one_request() {
    let helper = Running::at(25);
    let page = b"GET / HTTP/1.1\r\nHost: h\r\nConnection: keep-alive\r\n\r\n";
    let answers = talk(&helper, street(25, 5), &page.repeat(20));
    assert_eq!(answers.matches("HTTP/1.1 200").count(), 1, "{answers}");
}

#[test]
fn words_of_another_version_are_refused_by_name() {
    let helper = Running::start(Settings { sip_ports: vec![0], ..settings(SocketAddr::new(street(24, 1), 0)) });
    let office = street(24, 5);
    let bell = Bell::at(office);
    let test = Ticket { ticket: "0123456789".to_owned(), good_for_secs: 60, letters: Vec::new() };
    for (path, plain) in [
        (WALK, serde_json::to_value(WalkRequest::new(profile(), services(), None)).unwrap()),
        (DOORMAN, serde_json::to_value(DoormanRequest::new()).unwrap()),
        (DOORMAN_SEEN, serde_json::to_value(SeenRequest::new(&test)).unwrap()),
    ] {
        for version in [0, 2, u32::MAX] {
            let mut other = plain.clone();
            other["version"] = version.into();
            let answer = talk(&helper, office, &post(path, "", other.to_string().as_bytes()));
            assert_eq!(
                (status(&answer), document(&answer)["refused"].as_str()),
                (400, Some("other-version")),
                "{path}"
            );
        }
    }
    assert_eq!(bell.rang(), 0);
}

#[test]
fn refusals_say_nothing_about_any_door() {
    let helper = Running::at(10);
    let attacker = street(10, 66);
    let bell = Bell::at(attacker);
    let refusal = |services: Vec<ServiceId>, profile_id: &str| {
        let mut request = WalkRequest::new(profile(), services, None);
        request.profile = ProfileId(profile_id.into());
        let answer = talk(&helper, attacker, &post(WALK, "", &serde_json::to_vec(&request).unwrap()));
        answer.split_once("\r\n\r\n").map(|(_, body)| body.to_owned()).unwrap()
    };
    // A row that the office did not choose itself, a number in the place of a row, a phone system that nobody has.
    let never = refusal(vec![ServiceId("ssh".into())], "generic-sip");
    for other in [
        refusal(vec![ServiceId("8080".into())], "generic-sip"),
        refusal(vec![ServiceId("sip-udp".into()), ServiceId("mysql".into())], "generic-sip"),
        refusal(services(), "port-8080"),
    ] {
        assert_eq!(other, never);
    }
    assert_eq!(bell.rang(), 0);
}

#[test]
fn one_walk_at_a_time_and_six_in_ten_minutes() {
    let helper = Running::at(11);
    let office = street(11, 5);
    // Two ask at once: one of them is told to wait. A silent door keeps the first walk under way for long enough.
    let silent = UdpSocket::bind((office, 5060)).unwrap();
    let both: Vec<Result<HelperWalk, Problem>> = std::thread::scope(|scope| {
        let asked = [(); 2].map(|()| scope.spawn(|| ask(&helper, office)));
        asked.map(|thread| thread.join().unwrap()).into()
    });
    let denied = both.iter().filter_map(|r| r.as_ref().err()).collect::<Vec<_>>();
    assert_eq!(denied.len(), 1, "{both:?}");
    assert_eq!(denied[0].code, "helper-too-often");
    drop(silent);
    for _ in 0..5 {
        ask(&helper, office).unwrap();
    }
    let problem = ask(&helper, office).unwrap_err();
    assert_eq!(problem.code, "helper-too-often");
    let minutes: u32 = problem.args["minutes"].parse().unwrap();
    assert!((5..=11).contains(&minutes), "{minutes}");
    ask(&helper, street(11, 6)).unwrap();
}

#[test]
fn an_asker_who_hangs_up_is_not_walked_to_any_further() {
    let helper = Running::at(12);
    let office = street(12, 5);
    let bell = Bell::at(office);
    let mut tls = tls(helper.link.pin, connect(office, helper.place()), helper.place().ip());
    tls.write_all(&post(WALK, "", &request())).unwrap();
    tls.flush().unwrap();
    while bell.rang() == 0 {
        std::thread::yield_now();
    }
    drop(tls);
    // The walk ends with the connection, so the next one is granted long before the first would have ended.
    let since = Instant::now();
    while let Err(problem) = ask(&helper, office) {
        assert_eq!(problem.code, "helper-too-often");
        assert!(since.elapsed() < PATIENCE);
        std::thread::yield_now();
    }
}

#[test]
fn the_total_a_minute_is_what_the_operator_allows() {
    let at = SocketAddr::new(street(13, 1), 0);
    let helper = Running::start(Settings { walks_per_minute: 1, ..settings(at) });
    ask(&helper, street(13, 5)).unwrap();
    assert_eq!(ask(&helper, street(13, 6)).unwrap_err().code, "helper-busy");
}

#[test]
fn few_sip_messages_reach_one_office_however_often_it_asks() {
    let helper = Running::at(14);
    let office = street(14, 5);
    let sip = UdpSocket::bind((office, 5060)).unwrap();
    sip.set_nonblocking(true).unwrap();
    let mut messages = 0;
    let mut unchecked = 0;
    for _ in 0..3 {
        let walk = ask(&helper, office).unwrap();
        let limit = |e: &&separate_entrance::domain::probe::Evidence| e.seen.as_deref() == Some("limit");
        unchecked += walk.evidence.iter().filter(limit).count();
        let mut buffer = [0; 2000];
        messages += std::iter::from_fn(|| sip.recv(&mut buffer).ok()).count();
    }
    assert_eq!(unchecked, 1, "two walks may send each question twice, the third has no room");
    assert!((2..=4).contains(&messages), "{messages}");
}

#[test]
fn results_leave_at_fixed_moments() {
    let helper = Running::at(15);
    // Everything refuses at once, and yet nothing is told before the first mark.
    let since = Instant::now();
    ask(&helper, street(15, 5)).unwrap();
    assert!(since.elapsed() >= Duration::from_millis(1500));
    // One door is silent for two seconds: the second mark.
    let silent = street(15, 6);
    let _sip = UdpSocket::bind((silent, 5060)).unwrap();
    let since = Instant::now();
    ask(&helper, silent).unwrap();
    assert!(since.elapsed() >= Duration::from_secs(5));
}

#[test]
fn who_asks_more_than_sixty_times_a_minute_is_not_even_listened_to() {
    let helper = Running::at(16);
    let (attacker, office) = (street(16, 66), street(16, 5));
    let page = b"GET / HTTP/1.1\r\nHost: h\r\n\r\n";
    for _ in 0..REQUESTS {
        assert!(talk(&helper, attacker, page).ends_with("a page"));
    }
    assert_eq!(talk(&helper, attacker, page), "");
    assert!(talk(&helper, office, page).ends_with("a page"));
}

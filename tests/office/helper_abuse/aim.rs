//! Attempts to aim the helper at somebody else: by a field, a header, a form of address, a redirect, a replay, a proxy's
//! word or a key of one's own.

use super::liars::Liar;
use super::*;

#[test]
fn an_office_gets_its_walk_and_is_told_its_own_address() {
    let helper = Running::at(1);
    let office = street(1, 5);
    let bell = Bell::at(office);
    let walk = ask(&helper, office).unwrap();
    assert_eq!(walk.office, office);
    assert!(bell.rang() >= 3, "SIP, AMI, MySQL");
    let sip = walk.evidence.iter().find(|e| e.service == Some(ServiceId("sip-udp".into()))).unwrap();
    assert_eq!((sip.outcome, sip.target), (Outcome::Answered, SocketAddr::new(office, 5060)));
    let ssh = walk.evidence.iter().find(|e| e.service == Some(ServiceId("ssh".into()))).unwrap();
    assert_eq!(ssh.target, SocketAddr::new(office, 22));
    assert_eq!(walk.report.trouble, None);
    let log = helper.log.lock().unwrap().join("\n");
    assert!(log.contains("walked who=") && !log.contains(&format!("127.{}", town())), "{log}");
}

#[test]
fn no_field_header_or_form_of_address_aims_the_helper_elsewhere() {
    let helper = Running::at(2);
    let (attacker, victim) = (street(2, 66), street(2, 9));
    let (mine, theirs) = (Bell::at(attacker), Bell::at(victim));
    let plain = request();

    let refused = |bytes: &[u8], what: &str| {
        let answer = talk(&helper, attacker, bytes);
        assert!((400..500).contains(&status(&answer)), "{what}: {answer}");
    };
    for field in ["target", "address", "host", "ip", "url", "asker", "forwarded_for"] {
        let mut aimed: Value = serde_json::from_slice(&plain).unwrap();
        aimed[field] = victim.to_string().into();
        refused(&post(WALK, "", aimed.to_string().as_bytes()), field);
    }
    // The same field twice, a list in its place, and what is no JSON at all.
    let text = String::from_utf8(plain.clone()).unwrap();
    let twice = text.replacen('{', &format!("{{\"padding\":\"{victim}\","), 1);
    refused(&post(WALK, "", twice.as_bytes()), "a field twice");
    refused(&post(WALK, "", format!("[{text}]").as_bytes()), "a list");
    refused(&post(WALK, "", format!("{text}{text}").as_bytes()), "two requests");
    for target in [
        format!("https://{victim}{WALK}"),
        format!("http://{victim}:5060{WALK}"),
        format!("{WALK}?target={victim}"),
        format!("{WALK}/{victim}"),
        format!("//{victim}{WALK}"),
    ] {
        refused(&post(&target, "", &plain), &target);
    }
    refused(format!("CONNECT {victim}:5060 HTTP/1.1\r\nHost: {victim}\r\n\r\n").as_bytes(), "CONNECT");
    assert_eq!(mine.rang(), 0, "nothing of all this was walked");

    // Headers that a server behind a proxy would believe. The request itself is proper, so it is walked: to its asker.
    let headers = [
        format!("X-Forwarded-For: {victim}\r\n"),
        format!("Forwarded: for={victim}\r\nX-Real-IP: {victim}\r\nTrue-Client-IP: {victim}\r\n"),
        format!("CF-Connecting-IP: {victim}\r\nVia: 1.1 {victim}\r\nX-Forwarded-Host: {victim}\r\n"),
        format!("X-Original-URL: {WALK}?target={victim}\r\nX-HTTP-Method-Override: CONNECT\r\nUpgrade: h2c\r\n"),
    ];
    let mut bytes = post(WALK, &headers.concat(), &plain);
    let host = format!("Host: {victim}");
    bytes = String::from_utf8(bytes).unwrap().replacen("Host: helper", &host, 1).into_bytes();
    let answer = talk(&helper, attacker, &bytes);
    assert_eq!((status(&answer), asker(&answer)), (200, attacker));
    assert!(mine.rang() > 0);
    assert_eq!(theirs.rang(), 0, "the victim never hears of it");
}

#[test]
fn a_web_page_cannot_make_its_reader_ask() {
    // A name that leads to the helper today and elsewhere tomorrow is a name like any other: nobody believes it, the
    // key is asked for, and no browser is told that a strange page may read the answer.
    let helper = Running::at(28);
    let reader = street(28, 5);
    let bell = Bell::at(reader);
    let page = "Host: evil.example\r\nOrigin: http://evil.example\r\nContent-Type: text/plain\r\n";
    let body = request();
    for head in [
        format!("OPTIONS {WALK} HTTP/1.1\r\n{page}Access-Control-Request-Headers: authorization\r\n\r\n"),
        format!("POST {WALK} HTTP/1.1\r\n{page}Content-Length: {}\r\n\r\n", body.len()),
        format!("GET / HTTP/1.1\r\n{page}\r\n"),
    ] {
        let answer = talk(&helper, reader, &[head.as_bytes(), &body].concat());
        let is_told = answer.to_ascii_lowercase().contains("access-control-");
        assert!(!is_told && (head.starts_with("GET") || status(&answer) >= 400), "{head}{answer}");
    }
    assert_eq!(bell.rang(), 0);
}

#[test]
fn a_recorded_request_walks_to_whoever_sends_it_again() {
    let helper = Running::at(3);
    let (office, thief) = (street(3, 5), street(3, 66));
    let (of_office, of_thief) = (Bell::at(office), Bell::at(thief));
    let recorded = post(WALK, "", &request());
    assert_eq!(asker(&talk(&helper, office, &recorded)), office);
    assert!(of_office.rang() > 0);
    assert_eq!(asker(&talk(&helper, thief, &recorded)), thief);
    assert_eq!(of_office.rang(), 0);
    assert!(of_thief.rang() > 0);
}

#[test]
fn an_ipv4_address_dressed_as_ipv6_is_read_as_what_it_is() {
    let both = SocketAddr::from(([0u16; 8], 0));
    let helper = Running::start(settings(both));
    let office = street(4, 5);
    let bell = Bell::at(office);
    // To a listener of both families, an IPv4 connection comes from an address dressed as IPv6.
    let place = SocketAddr::new(street(4, 1), helper.link.port);
    let mut tls = tls(helper.link.pin, connect(office, place), place.ip());
    tls.write_all(&post(WALK, "", &request())).unwrap();
    let mut answer = String::new();
    tls.read_to_string(&mut answer).ok();
    assert_eq!(asker(&answer), office);
    assert!(bell.rang() > 0);
}

#[test]
fn an_ipv6_address_that_hides_an_ipv4_one_is_no_target() {
    // Only a proxy's word can bring one here: nobody's connection comes from such an address on a real street.
    let proxy = street(57, 2);
    for targets in [Targets::Public, Targets::AlsoPrivate] {
        let at = SocketAddr::new(street(57, 1), 0);
        let helper = Running::start(Settings { trust_proxy: Some(proxy), targets, sip_ports: vec![0], ..settings(at) });
        for hidden in ["64:ff9b::7f00:1", "64:ff9b:1:fffe::7f00:1", "2002:7f00:1::1", "2001:0:7f00:1::1", "::127.0.0.9"]
        {
            let forwarded = format!("X-Forwarded-For: {hidden}\r\n");
            for (path, body) in [(WALK, request()), (DOORMAN, serde_json::to_vec(&DoormanRequest::new()).unwrap())] {
                let answer = talk(&helper, proxy, &post(path, &forwarded, &body));
                let refused = (status(&answer), document(&answer)["refused"].clone());
                assert_eq!(refused, (403, "address".into()), "{hidden} {path} {targets:?}");
            }
        }
    }
}

#[test]
fn an_asker_over_ipv6_is_walked_to_over_ipv6() {
    let helper = Running::start(settings("[::1]:0".parse().unwrap()));
    let bell = Bell::at("::1".parse().unwrap());
    let walk = ask(&helper, "::1".parse().unwrap()).unwrap();
    assert_eq!(walk.office, "::1".parse::<IpAddr>().unwrap());
    assert!(walk.evidence.iter().all(|e| e.target.is_ipv6()));
    assert!(bell.rang() > 0);
}

#[test]
fn only_the_operators_own_proxy_is_believed_and_only_its_last_word() {
    let proxy = street(5, 2);
    let at = SocketAddr::new(street(5, 1), 0);
    let helper = Running::start(Settings { trust_proxy: Some(proxy), ..settings(at) });
    let (office, victim, stranger) = (street(5, 5), street(5, 9), street(5, 66));
    let (of_office, of_victim, of_stranger) = (Bell::at(office), Bell::at(victim), Bell::at(stranger));
    // An attacker behind the proxy writes the first names, the proxy the last one.
    let forwarded = format!("X-Forwarded-For: {victim}, {victim}\r\nX-Forwarded-For: {victim}, {office}\r\n");
    let answer = talk(&helper, proxy, &post(WALK, &forwarded, &request()));
    assert_eq!(asker(&answer), office);
    assert!(of_office.rang() > 0);
    // A stranger who says the same is walked to himself.
    assert_eq!(asker(&talk(&helper, stranger, &post(WALK, &forwarded, &request()))), stranger);
    assert!(of_stranger.rang() > 0);
    // A proxy that does not say who asks is not taken for the asker.
    let unfinished = format!("X-Forwarded-For: {}, \r\n", street(5, 9));
    for nothing in ["", "X-Forwarded-For: unknown\r\n", &unfinished] {
        assert_eq!(status(&talk(&helper, proxy, &post(WALK, nothing, &request()))), 400, "{nothing:?}");
    }
    assert_eq!((of_victim.rang(), of_office.rang()), (0, 0));
    // Its one address stands for many: what one street may hold is no measure for it.
    let many: Vec<TcpStream> = (0..2 * CONNECTIONS).map(|_| connect(proxy, helper.place())).collect();
    let page = format!("GET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: {office}\r\n\r\n");
    assert!(talk(&helper, proxy, page.as_bytes()).ends_with("a page"));
    assert!(many.iter().all(is_open));
}

#[test]
fn private_addresses_and_those_who_want_to_be_left_alone_are_not_walked_to() {
    let at = SocketAddr::new(street(6, 1), 0);
    let public_only = Running::start(Settings { targets: Targets::Public, ..settings(at) });
    let (office, alone) = (street(6, 5), street(6, 6));
    let (bell, other) = (Bell::at(office), Bell::at(alone));
    let problem = ask(&public_only, office).unwrap_err();
    let refused = street(6, 5).to_string();
    assert_eq!((problem.code.as_str(), problem.args["address"].as_str()), ("helper-refuses-address", refused.as_str()));
    // In a lab, too, whoever wants to be left alone is.
    let never = vec![format!("{}/32", street(6, 6)).parse().unwrap()];
    let lab = Running::start(Settings { never, ..settings(at) });
    assert_eq!(ask(&lab, alone).unwrap_err().code, "helper-refuses-address");
    ask(&lab, office).unwrap();
    assert!(bell.rang() > 0);
    assert_eq!(other.rang(), 0);
}

#[test]
fn a_redirect_leads_neither_the_office_nor_the_helper_anywhere() {
    let (office, victim) = (street(7, 5), street(7, 9));
    let theirs = Bell::at(victim);
    // The office's web page sends every visitor to the victim; port 80 of the story is played elsewhere.
    let page = TcpListener::bind((office, 0)).unwrap();
    let route =
        |port: u16, real: SocketAddr| Route { transport: Transport::Tcp, story: SocketAddr::new(office, port), real };
    let street_of_story = PracticeStreet {
        turns_down: false,
        witness: None,
        adapters: Vec::new(),
        ssdp: "127.0.0.1:1".parse().unwrap(),
        routes: vec![route(80, page.local_addr().unwrap())],
        walker: street(7, 1),
    };
    let surroundings = Surroundings { practice: Some(street_of_story), ..Surroundings::default() };
    let helper = Running::start(Settings { surroundings, ..settings(SocketAddr::new(street(7, 1), 0)) });
    let redirect =
        format!("HTTP/1.1 302 Found\r\nServer: x\r\nLocation: http://{victim}:5060/\r\nContent-Length: 0\r\n\r\n");
    let (asked, visits) = mpsc::sync_channel(16);
    let answer = redirect.clone();
    let _page = std::thread::Builder::new().name("page".to_owned()).spawn(move || {
        while let Ok((mut stream, _)) = page.accept() {
            let mut head = [0; 1000];
            let length = stream.read(&mut head).unwrap_or(0);
            stream.write_all(answer.as_bytes()).ok();
            if asked.send(head[..length].to_vec()).is_err() {
                return;
            }
        }
    });
    let walk = ask(&helper, office).unwrap();
    assert!(visits.recv_timeout(PATIENCE).unwrap().starts_with(b"HEAD / "));
    let web = walk.evidence.iter().find(|e| e.service == Some(ServiceId("http-admin".into()))).unwrap();
    assert_eq!(web.outcome, Outcome::Answered);
    assert_eq!(theirs.rang(), 0);

    // And somebody in the helper's place who sends the office away, key and all.
    let liar = Liar::who_says(street(7, 2), vec![redirect.into_bytes()]);
    assert_eq!(liar.walk(office).unwrap_err().code, "helper-not-understood");
    assert_eq!(theirs.rang(), 0);
}

#[test]
fn without_the_key_nothing_is_read_and_nothing_is_walked() {
    let helper = Running::at(8);
    let attacker = street(8, 66);
    let bell = Bell::at(attacker);
    let proper = String::from_utf8(post(WALK, "", &request())).unwrap();
    let authorization = format!("Authorization: Bearer {KEY}\r\n");
    for wrong in [
        String::new(),
        "Authorization: Bearer \r\n".to_owned(),
        format!("Authorization: Bearer {}\r\n", &KEY[..31]),
        format!("Authorization: Bearer {KEY}0\r\n"),
        format!("Authorization: Basic {KEY}\r\n"),
        "Authorization: Bearer 00000000000000000000000000000000\r\n".to_owned(),
    ] {
        let answer = talk(&helper, attacker, proper.replacen(&authorization, &wrong, 1).as_bytes());
        assert_eq!(status(&answer), 401, "{wrong}: {answer}");
        assert_eq!(document(&answer)["refused"], "wrong-key");
    }
    assert_eq!(bell.rang(), 0);
    let stolen_pin = Link { key: "f".repeat(32), ..helper.link.clone() };
    let asked = |link: &Link, place| ask_at(link, place, attacker).unwrap_err().code;
    assert_eq!(asked(&stolen_pin, helper.place()), "helper-wrong-key");
    // Another machine in the helper's place is never told the key.
    let moved = Link { pin: [7; 32], ..helper.link.clone() };
    assert_eq!(asked(&moved, helper.place()), "helper-pin-differs");
    let closed = TcpListener::bind((street(8, 2), 0)).unwrap().local_addr().unwrap();
    assert_eq!(asked(&helper.link, closed), "helper-unreachable");
}

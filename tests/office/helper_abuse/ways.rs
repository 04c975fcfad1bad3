//! The further ports of a helper under attack: who is heard there, for how long, and what it costs.

use separate_entrance::helper::protocol::{WAYS, WaysAnswer, WaysRequest};
use separate_entrance::helper::ways::{GREETING, PASS_LETTERS};

use super::*;

fn with_ways(test: u8) -> Running {
    Running::start(Settings { also_listen: vec![0], ..settings(SocketAddr::new(street(test, 1), 0)) })
}

fn asked(helper: &Running, from: IpAddr) -> WaysAnswer {
    let request = serde_json::to_vec(&WaysRequest::new()).unwrap();
    let answer = talk(helper, from, &post(WAYS, "", &request));
    assert!(status(&answer) == 200 && answer.len() <= request.len(), "{answer}");
    serde_json::from_value(document(&answer)).unwrap()
}

fn at_port(helper: &Running, port: u16) -> SocketAddr {
    SocketAddr::new(helper.place().ip(), port)
}

/// Says this at a further port, and gives what comes until the helper hangs up.
fn say(helper: &Running, from: IpAddr, port: u16, words: &[u8]) -> Vec<u8> {
    let mut tcp = connect(from, at_port(helper, port));
    tcp.write_all(words).ok();
    until_hung_up(&mut tcp)
}

#[test]
fn whoever_asked_over_tls_is_greeted_with_less_than_he_says() {
    let helper = with_ways(51);
    let office = street(51, 5);
    let first = asked(&helper, office);
    let ([port], Some(pass)) = (first.ports.as_slice(), first.pass) else { panic!("one port and a pass") };
    assert!(first.reached.is_empty(), "nobody came by it yet");
    let greeting = say(&helper, office, *port, pass.as_bytes());
    assert_eq!(greeting, GREETING);
    assert!(greeting.len() < pass.len());
    assert_eq!(asked(&helper, office).reached, [*port], "now it is known to be open");
}

#[test]
fn nobody_else_hears_a_word() {
    let helper = with_ways(52);
    let (office, thief) = (street(52, 5), street(52, 66));
    let answer = asked(&helper, office);
    let (port, pass) = (answer.ports[0], answer.pass.unwrap());
    let own = asked(&helper, thief).pass.unwrap();
    assert_ne!(own, pass);
    let mut forged = pass.clone().into_bytes();
    forged[PASS_LETTERS - 1] ^= 1;
    for (words, what) in [
        (pass.as_bytes(), "another's pass"),
        (forged.as_slice(), "a forged one"),
        (
            b"GET / HTTP/1.1\r\nHost: h\r\nUser-Agent: a stranger with many words, and none of them is a pass\r\n\r\n",
            "none",
        ),
        (&[0xff; PASS_LETTERS], "no text"),
    ] {
        assert_eq!(say(&helper, thief, port, words), b"", "{what}");
    }
    assert!(asked(&helper, thief).reached.is_empty(), "and no port counts as reached");
    let no_key = post(WAYS, "", &serde_json::to_vec(&WaysRequest::new()).unwrap());
    let no_key = String::from_utf8(no_key).unwrap().replace(KEY, "0123");
    assert_eq!(status(&talk(&helper, thief, no_key.as_bytes())), 401, "no pass without a key");
    assert_eq!(status(&talk(&helper, thief, &post(WAYS, "", br#"{"version":1}"#))), 400, "too short");
    for field in ["target", "port", "asker"] {
        let mut aimed = serde_json::to_value(WaysRequest::new()).unwrap();
        aimed[field] = office.to_string().into();
        assert_eq!(status(&talk(&helper, thief, &post(WAYS, "", aimed.to_string().as_bytes()))), 400, "{field}");
    }
    // The first to say the right words is still heard.
    assert_eq!(say(&helper, office, port, pass.as_bytes()), GREETING);
}

#[test]
fn a_visit_is_one_pass_long_and_short() {
    let helper = with_ways(53);
    let office = street(53, 5);
    let answer = asked(&helper, office);
    let (port, pass) = (answer.ports[0], answer.pass.unwrap());
    let slow = &mut connect(office, at_port(&helper, port));
    slow.write_all(&pass.as_bytes()[..10]).unwrap();
    assert_eq!(until_hung_up(slow), b"", "the rest never came");
    let mut endless = connect(office, at_port(&helper, port));
    endless.write_all(&[b'0'; PASS_LETTERS]).unwrap();
    let taken = (0..100_000).take_while(|_| endless.write_all(&[b'0'; 4096]).is_ok()).count();
    assert!(taken < 5_000, "{taken} blocks were taken");
    // One greeting, however often the pass is said.
    assert_eq!(say(&helper, office, port, pass.repeat(3).as_bytes()).len() % GREETING.len(), 0);
}

#[test]
fn its_visitors_count_among_those_of_the_street() {
    let helper = with_ways(54);
    let (attacker, other) = (street(54, 66), street(54, 5));
    let port = asked(&helper, other).ports[0];
    let seated: Vec<TcpStream> = (0..CONNECTIONS).map(|_| connect(attacker, at_port(&helper, port))).collect();
    let mut one_more = connect(attacker, at_port(&helper, port));
    assert!(until_hung_up(&mut one_more).is_empty());
    assert!(until_hung_up(&mut connect(attacker, helper.place())).is_empty(), "nor has he a place at the main port");
    assert!(seated.iter().all(is_open), "only those too many");
    // Who comes more than sixty times a minute rests, at every port.
    for _ in 0..REQUESTS {
        say(&helper, attacker, port, b"");
    }
    assert_eq!(talk(&helper, attacker, b"GET / HTTP/1.1\r\nHost: h\r\n\r\n"), "");
    assert_eq!(asked(&helper, other).ports, [port], "others are served as before");
}

#[test]
fn without_the_operators_word_there_is_no_further_port() {
    let helper = Running::at(55);
    let answer = asked(&helper, street(55, 5));
    assert_eq!((answer.ports.as_slice(), answer.pass), ([].as_slice(), None));
    let settings = Settings {
        also_listen: vec![0; 40],
        never: vec![format!("{}/32", street(56, 5)).parse().unwrap()],
        ..settings(SocketAddr::new(street(56, 1), 0))
    };
    let many = Running::start(settings);
    assert_eq!(asked(&many, street(56, 6)).ports.len(), 16, "few, however many are named");
    let alone = talk(&many, street(56, 5), &post(WAYS, "", &serde_json::to_vec(&WaysRequest::new()).unwrap()));
    assert_eq!(status(&alone), 403);
}

//! The doorman test's letters and tickets under attack.

use super::*;

/// A helper that takes in letters, at ports that the system chooses.
fn with_letters(test: u8) -> Running {
    Running::start(Settings { sip_ports: vec![0], ..settings(SocketAddr::new(street(test, 1), 0)) })
}

fn ticket(helper: &Running, from: IpAddr) -> Result<Ticket, Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(client::open_doorman_test(&helper.link, helper.place(), &net::From::address(from)))
}

fn seen(helper: &Running, from: IpAddr, test: &Ticket) -> Result<Vec<Arrived>, Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(client::letters_seen(&helper.link, helper.place(), &net::From::address(from), test))
}

/// Where to send the UDP letter of a ticket, and its name.
fn by_udp(helper: &Running, test: &Ticket) -> (SocketAddr, String) {
    let letter = test.letters.iter().find(|l| l.transport == Transport::Udp).unwrap();
    (SocketAddr::new(helper.place().ip(), letter.port), letter.call_id.clone())
}

fn letter(call_id: &str) -> Vec<u8> {
    format!(
        "INVITE sip:x SIP/2.0\r\nVia: SIP/2.0/UDP 10.0.0.1:5060;branch=z9hG4bKx;rport\r\nFrom: <sip:x>;tag=1\r\n\
         To: <sip:x>\r\nCall-ID: {call_id}@10.0.0.1\r\nCSeq: 1 INVITE\r\nMax-Forwards: 70\r\nSubject: {}\r\n\r\n",
        "x".repeat(200)
    )
    .into_bytes()
}

#[test]
fn letters_are_taken_in_only_from_the_address_that_their_name_was_given_to() {
    let helper = with_letters(41);
    let (office, thief) = (street(41, 5), street(41, 66));
    let test = ticket(&helper, office).unwrap();
    let (port, name) = by_udp(&helper, &test);
    let of_office = UdpSocket::bind((office, 0)).unwrap();
    let of_thief = UdpSocket::bind((thief, 0)).unwrap();
    of_office.set_read_timeout(Some(PATIENCE)).unwrap();
    // The thief has the name and the ticket, and even a ticket of his own.
    of_thief.send_to(&letter(&name), port).unwrap();
    let own = ticket(&helper, thief).unwrap();
    of_thief.send_to(&letter(&name), port).unwrap();
    for unknown in [letter("se-000000000000000000000000"), b"\r\n\r\n".to_vec(), vec![0xff; 5000]] {
        of_thief.send_to(&unknown, port).unwrap();
        of_office.send_to(&unknown, port).unwrap();
    }
    // The ports hear one datagram after the other, so once the office is answered the thief would have been.
    of_office.send_to(&letter(&name), port).unwrap();
    let mut buffer = [0; 4096];
    let (length, _) = of_office.recv_from(&mut buffer).unwrap();
    let answer = String::from_utf8_lossy(&buffer[..length]).into_owned();
    assert!(answer.starts_with("SIP/2.0 480 ") && answer.contains(&name), "{answer}");
    assert!(length <= letter(&name).len());
    for quiet in [&of_thief, &of_office] {
        quiet.set_nonblocking(true).unwrap();
        assert!(quiet.recv_from(&mut buffer).is_err(), "nothing else was answered");
    }
    assert_eq!(seen(&helper, thief, &test).unwrap_err().code, "helper-forgot-letters");
    assert!(seen(&helper, thief, &own).unwrap().iter().all(|l| l.arrived.is_none()));
    let shown = seen(&helper, office, &test).unwrap();
    let udp = shown.iter().find(|l| l.transport == Transport::Udp).unwrap();
    assert_eq!(udp.arrived.as_ref().unwrap()[0], "INVITE sip:x SIP/2.0");
    assert!(!helper.log.lock().unwrap().join("\n").contains(&format!("127.{}", town())));
}

#[test]
fn a_ticket_for_letters_cannot_be_aimed_and_costs_more_than_it_gives() {
    let helper = with_letters(42);
    let (office, victim) = (street(42, 5), street(42, 9));
    let plain = serde_json::to_vec(&DoormanRequest::new()).unwrap();
    for field in ["target", "address", "asker", "port", "call_id"] {
        let mut aimed: Value = serde_json::from_slice(&plain).unwrap();
        aimed[field] = victim.to_string().into();
        assert_eq!(status(&talk(&helper, office, &post(DOORMAN, "", aimed.to_string().as_bytes()))), 400, "{field}");
    }
    assert_eq!(status(&talk(&helper, office, &post(DOORMAN, "", br#"{"version":1}"#))), 400, "too short");
    let no_key = String::from_utf8(post(DOORMAN, "", &plain)).unwrap().replace(KEY, "0123");
    assert_eq!(status(&talk(&helper, office, no_key.as_bytes())), 401);
    let answer = talk(&helper, office, &post(DOORMAN, &format!("X-Forwarded-For: {victim}\r\n"), &plain));
    assert!(status(&answer) == 200 && answer.len() <= plain.len(), "{answer}");
    let given: DoormanAnswer = serde_json::from_value(document(&answer)).unwrap();
    let (port, name) = by_udp(&helper, &given.test);
    let (of_victim, of_office) = (UdpSocket::bind((victim, 0)).unwrap(), UdpSocket::bind((office, 0)).unwrap());
    of_office.set_read_timeout(Some(PATIENCE)).unwrap();
    of_victim.send_to(&letter(&name), port).unwrap();
    of_office.send_to(&letter(&name), port).unwrap();
    let mut buffer = [0; 4096];
    of_office.recv_from(&mut buffer).unwrap();
    of_victim.set_nonblocking(true).unwrap();
    assert!(of_victim.recv_from(&mut buffer).is_err(), "the header named the victim and nobody believed it");

    let asked = serde_json::to_vec(&SeenRequest::new(&given.test)).unwrap();
    let answer = talk(&helper, office, &post(DOORMAN_SEEN, "", &asked));
    assert!(status(&answer) == 200 && answer.len() <= asked.len(), "{} for {}", answer.len(), asked.len());
    let short = serde_json::json!({ "version": 1, "ticket": given.test.ticket }).to_string();
    assert_eq!(status(&talk(&helper, office, &post(DOORMAN_SEEN, "", short.as_bytes()))), 400, "too short");
}

#[test]
fn one_street_gets_few_tickets_and_a_helper_without_ports_none() {
    let helper = with_letters(43);
    let office = street(43, 5);
    let given = (0..10).filter(|_| ticket(&helper, office).is_ok()).count();
    assert_eq!(given, 6);
    assert_eq!(ticket(&helper, office).unwrap_err().code, "helper-too-often");
    assert!(ticket(&helper, street(43, 6)).is_ok(), "another street has its own");
    let deaf = Running::at(44);
    assert_eq!(ticket(&deaf, street(44, 5)).unwrap_err().code, "helper-takes-no-letters");
    let alone = Settings {
        never: vec![format!("{}/32", street(45, 5)).parse().unwrap()],
        sip_ports: vec![0],
        ..settings(SocketAddr::new(street(45, 1), 0))
    };
    assert_eq!(ticket(&Running::start(alone), street(45, 5)).unwrap_err().code, "helper-refuses-address");
}

/// A ticket's place for letters on a stream, and the name to write on them.
fn by_tcp(helper: &Running, test: &Ticket) -> (SocketAddr, String) {
    let letter = test.letters.iter().find(|l| l.transport == Transport::Tcp).unwrap();
    (SocketAddr::new(helper.place().ip(), letter.port), letter.call_id.clone())
}

#[test]
fn a_stranger_at_the_call_ports_is_hung_up_on_before_he_says_a_word() {
    let helper = with_letters(46);
    let (office, stranger) = (street(46, 5), street(46, 66));
    let (port, _) = by_tcp(&helper, &ticket(&helper, office).unwrap());
    // Whoever is awaited may take his time. He came first, so his time ends first; and asking for a ticket takes some.
    let awaited = connect(office, port);
    ticket(&helper, street(46, 7)).unwrap();
    let mut mute = connect(stranger, port);
    assert_eq!(until_hung_up(&mut mute), b"");
    assert!(is_open(&awaited), "the stranger was listened to as long as the office");
}

#[test]
fn a_letter_without_an_end_is_hung_up_on_when_it_is_longer_than_any() {
    let helper = with_letters(47);
    let office = street(47, 5);
    let (port, _) = by_tcp(&helper, &ticket(&helper, office).unwrap());
    let patient = connect(office, port);
    ticket(&helper, street(47, 7)).unwrap();
    let mut endless = connect(office, port);
    endless.write_all(&vec![b'x'; LONGEST_LETTER + 1]).unwrap();
    assert_eq!(until_hung_up(&mut endless), b"");
    assert!(is_open(&patient), "it was listened to as long as any other");
    // Over UDP a longer one is none at all, whatever it begins with.
    let test = ticket(&helper, office).unwrap();
    let (port, name) = by_udp(&helper, &test);
    let socket = UdpSocket::bind((office, 0)).unwrap();
    socket.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut long = letter(&name);
    long.resize(LONGEST_LETTER + 1, b'x');
    socket.send_to(&long, port).unwrap();
    socket.send_to(&letter(&name), port).unwrap();
    let mut buffer = [0; 4096];
    socket.recv_from(&mut buffer).unwrap();
    socket.set_nonblocking(true).unwrap();
    assert!(socket.recv_from(&mut buffer).is_err(), "one of the two was answered");
}

#[test]
fn one_street_has_few_places_at_the_call_ports_and_keeps_nobody_else_out() {
    let helper = with_letters(48);
    let (greedy, other) = (street(48, 5), street(48, 7));
    let (port, name) = by_tcp(&helper, &ticket(&helper, greedy).unwrap());
    let (_, others) = by_tcp(&helper, &ticket(&helper, other).unwrap());
    let is_answered = |from: IpAddr, name: &str| {
        let mut own = connect(from, port);
        own.write_all(&letter(name)).ok();
        let mut buffer = [0; 4096];
        let length = own.read(&mut buffer).unwrap_or(0);
        buffer[..length].starts_with(b"SIP/2.0 480 ")
    };
    let seated: Vec<TcpStream> = (0..SEATS.all).map(|_| connect(greedy, port)).collect();
    assert!(is_answered(other, &others), "there is room for another office");
    assert!(!is_answered(greedy, &name) && !is_open(seated.last().unwrap()));
    let kept = seated.iter().take(SEATS.street as usize);
    assert!(kept.clone().all(is_open) && kept.count() == 8, "only those too many");
    drop(seated);
    // The places of those who left are still being given back.
    while !is_answered(greedy, &name) {}
}

#[test]
fn a_stream_at_the_call_ports_does_not_last() {
    let helper = with_letters(49);
    let office = street(49, 5);
    let (port, name) = by_tcp(&helper, &ticket(&helper, office).unwrap());
    // One says nothing, the other one proper letter after another: neither keeps its place for long.
    let mut mute = connect(office, port);
    let mut busy = connect(office, port);
    busy.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
    let since = Instant::now();
    while busy.write_all(&letter(&name)).is_ok() && !matches!(busy.read(&mut [0; 4096]), Ok(0)) {
        assert!(since.elapsed() < PATIENCE, "the helper still listens");
    }
    assert!(until_hung_up(&mut mute).is_empty());
}

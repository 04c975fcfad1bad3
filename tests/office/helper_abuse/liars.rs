//! Somebody in the helper's place who has its key and its certificate: what the office takes in of his words.

use separate_entrance::domain::probe::Fingerprint;
use separate_entrance::domain::service::PortRange;
use separate_entrance::domain::voice::{Shifted, VoiceLook, VoiceWalk};
use separate_entrance::helper::client::WayTried;
use separate_entrance::helper::protocol::{
    DoorSeen, MOST_ANSWER_BYTES, MOST_STRETCHES, SeenAnswer, VERSION, WaysAnswer,
};
use separate_entrance::helper::token::VoiceKey;
use separate_entrance::helper::ways::{MOST_WAYS, PASS_LETTERS};

use super::*;

/// Reads each request that comes to him, and says what he was told to say.
pub(super) struct Liar {
    link: Link,
    thread: Option<JoinHandle<Vec<usize>>>,
}

impl Liar {
    /// One answer for each connection, head and all.
    pub(super) fn who_says(ip: IpAddr, answers: Vec<Vec<u8>>) -> Self {
        let identity = Identity::make().unwrap();
        let listener = TcpListener::bind((ip, 0)).unwrap();
        let place = listener.local_addr().unwrap();
        let pin = identity.pin().unwrap();
        let link = Link { host: ip.to_string(), port: place.port(), key: KEY.to_owned(), pin, also: Vec::new() };
        let config = identity.server_config().unwrap();
        let lie = move || answers.iter().map(|answer| say(&listener, &config, answer)).collect();
        let thread = std::thread::Builder::new().name("liar".to_owned()).spawn(lie).unwrap();
        Self { link, thread: Some(thread) }
    }

    fn place(&self) -> SocketAddr {
        SocketAddr::new(self.link.ip().unwrap(), self.link.port)
    }

    pub(super) fn walk(&self, from: IpAddr) -> Result<HelperWalk, Problem> {
        ask_at(&self.link, self.place(), from)
    }

    /// The same where a witness stands, with its key.
    fn walk_along(&self, from: IpAddr, range: Option<PortRange>) -> Vec<VoiceWalk> {
        let asked = VoiceRequest::new(&VoiceKey::of_secret(&[5; 10]), VoiceLook::Sampled, range);
        ask_with(&self.link, self.place(), from, Some(asked)).unwrap().voice
    }

    fn ticket(&self, from: IpAddr) -> Result<Ticket, Problem> {
        on_its_own(client::open_doorman_test(&self.link, self.place(), &net::From::address(from)))
    }

    fn seen(&self, from: IpAddr) -> Result<Vec<Arrived>, Problem> {
        let test = Ticket { ticket: "0123456789".to_owned(), good_for_secs: 60, letters: Vec::new() };
        on_its_own(client::letters_seen(&self.link, self.place(), &net::From::address(from), &test))
    }

    fn ways(&self, from: IpAddr, wanted: impl Fn(u16) -> bool) -> Result<Vec<WayTried>, Problem> {
        on_its_own(client::try_ways(&self.link, self.place(), &net::From::address(from), wanted))
    }

    /// How many bytes of each answer were taken.
    fn taken(mut self) -> Vec<usize> {
        self.thread.take().unwrap().join().unwrap()
    }
}

fn on_its_own<T>(asked: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(asked)
}

fn say(listener: &TcpListener, config: &Arc<rustls::ServerConfig>, answer: &[u8]) -> usize {
    let (tcp, _) = listener.accept().unwrap();
    tcp.set_read_timeout(Some(PATIENCE)).unwrap();
    tcp.set_write_timeout(Some(PATIENCE)).unwrap();
    let mut tls = StreamOwned::new(rustls::ServerConnection::new(Arc::clone(config)).unwrap(), tcp);
    let mut head = [0; 1000];
    let _length = tls.read(&mut head).unwrap();
    let taken = answer.chunks(16 * 1024).take_while(|chunk| tls.write_all(chunk).is_ok()).map(<[u8]>::len).sum();
    tls.conn.send_close_notify();
    tls.flush().ok();
    // Unread words of the asker's would turn the end into a reset, and what was said be lost.
    tls.sock.shutdown(std::net::Shutdown::Write).ok();
    tls.sock.read_to_end(&mut Vec::new()).ok();
    taken
}

fn ok(body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

fn said(content: &impl serde::Serialize) -> Vec<u8> {
    ok(&serde_json::to_vec(content).unwrap())
}

fn walked(office: IpAddr) -> WalkAnswer {
    WalkAnswer {
        version: VERSION,
        asker: office,
        knocked_from: Some("11.22.33.51".parse().unwrap()),
        second_address: true,
        answered_before: true,
        street_lies: false,
        trouble: None,
        doors: Vec::new(),
        voice: Vec::new(),
    }
}

#[test]
fn an_answer_longer_than_any_is_not_taken() {
    let office = street(61, 5);
    let mut longest = serde_json::to_vec(&walked(office)).unwrap();
    longest.resize(MOST_ANSWER_BYTES, b' ');
    let longer = [longest.as_slice(), b" "].concat();
    let chunked = [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec(), b"1\r\n \r\n".repeat(8_000_000)];
    let liar = Liar::who_says(street(61, 2), vec![ok(&longest), ok(&longer), chunked.concat()]);
    assert_eq!(liar.walk(office).unwrap().office, office);
    assert_eq!(liar.walk(office).unwrap_err().code, "helper-not-understood");
    assert_eq!(liar.walk(office).unwrap_err().code, "helper-not-understood");
    let endless = liar.taken()[2];
    assert!(endless < 16_000_000, "{endless} bytes of it were taken in");
}

#[test]
fn a_helper_of_another_version_is_not_believed() {
    let office = street(62, 5);
    let later = VERSION + 1;
    let test = |version| DoormanAnswer {
        version,
        test: Ticket { ticket: "0123456789".to_owned(), good_for_secs: 60, letters: vec![a_letter()] },
    };
    let seen = |version| SeenAnswer { version, letters: Vec::new() };
    let ways = |version| WaysAnswer { version, ports: Vec::new(), reached: Vec::new(), pass: None };
    let answers = vec![
        said(&walked(office)),
        said(&test(VERSION)),
        said(&seen(VERSION)),
        said(&ways(VERSION)),
        said(&WalkAnswer { version: later, ..walked(office) }),
        said(&test(later)),
        said(&seen(later)),
        said(&ways(later)),
    ];
    let liar = Liar::who_says(street(62, 2), answers);
    liar.walk(office).unwrap();
    liar.ticket(office).unwrap();
    liar.seen(office).unwrap();
    liar.ways(office, |_| true).unwrap();
    assert_eq!(liar.walk(office).unwrap_err().code, "helper-other-version");
    assert_eq!(liar.ticket(office).unwrap_err().code, "helper-other-version");
    assert_eq!(liar.seen(office).unwrap_err().code, "helper-other-version");
    assert_eq!(liar.ways(office, |_| true).unwrap_err().code, "helper-other-version");
}

fn a_letter() -> Letter {
    Letter { transport: Transport::Udp, port: 5060, call_id: "se-0123456789".to_owned() }
}

#[test]
fn a_ticket_makes_the_office_write_nothing_but_its_own_letters() {
    let office = street(63, 5);
    let ticket = |ticket: &str, letters: Vec<Letter>| {
        let test = Ticket { ticket: ticket.to_owned(), good_for_secs: 60, letters };
        said(&DoormanAnswer { version: VERSION, test })
    };
    let named = |call_id: &str| Letter { call_id: call_id.to_owned(), ..a_letter() };
    let lies = vec![
        ticket("0123456789", Vec::new()),
        ticket("0123456789", vec![a_letter(); 9]),
        ticket("0123456789", vec![Letter { port: 0, ..a_letter() }]),
        ticket("0123456789", vec![a_letter(), named("x\r\nRoute: <sip:11.22.33.9>")]),
        ticket("0123456789", vec![named("short")]),
        ticket("0123456789", vec![named(&"x".repeat(65))]),
        ticket("0123456789\r\n", vec![a_letter()]),
    ];
    let count = lies.len();
    let liar = Liar::who_says(street(63, 2), [vec![ticket("0123456789", vec![a_letter(); 8])], lies].concat());
    assert_eq!(liar.ticket(office).unwrap().letters.len(), 8);
    for lie in 0..count {
        assert_eq!(liar.ticket(office).unwrap_err().code, "helper-not-understood", "{lie}");
    }
}

#[test]
fn of_a_walk_only_rows_of_the_phone_system_are_kept_and_no_more_than_there_can_be() {
    let office = street(64, 5);
    let door = |service: &str| DoorSeen {
        service: ServiceId(service.to_owned()),
        outcome: Outcome::Answered,
        fingerprint: Some(Fingerprint(1)),
        seen: Some("red \u{1b}[31m\u{202e}\r\nhint: pay here".to_owned()),
        after_ms: u64::MAX,
        elapsed_ms: 1,
    };
    let voice = VoiceWalk {
        service: ServiceId("rtp".to_owned()),
        ports: (10_000, 20_000).into(),
        asked: (0..900).map(|n| (10_000 + 2 * n, 10_000 + 2 * n).into()).collect(),
        missing: (0..900).map(|n| (10_000 + 2 * n, 10_000 + 2 * n).into()).collect(),
        missing_ports: 900,
        in_use: Vec::new(),
        shifted: None,
        swept: true,
        at: Timestamp::MAX,
        asker: None,
    };
    let lie = WalkAnswer {
        doors: vec![door("sip-udp"), door("made-up")],
        voice: vec![
            voice.clone(),
            VoiceWalk { service: ServiceId("sip-udp".to_owned()), ..voice.clone() },
            voice.clone(),
            voice,
        ],
        ..walked(office)
    };
    let liar = Liar::who_says(street(64, 2), vec![said(&lie), said(&lie)]);
    let heard = liar.walk_along(office, None);
    assert_eq!(heard.len(), 1, "one word for each voice row");
    assert!(heard.iter().all(|v| v.missing.len() <= MOST_STRETCHES && v.at == Timestamp::UNIX_EPOCH));
    let walk = liar.walk(office).unwrap();
    assert_eq!(walk.voice, [], "nobody asked for voices");
    let of = |id: &str| walk.evidence.iter().filter(|e| e.service.as_ref().is_some_and(|s| s.0 == id)).count();
    assert_eq!((of("sip-udp"), of("made-up")), (1, 0));
    let sip = walk.evidence.iter().find(|e| e.target.port() == 5060).unwrap();
    let text = sip.seen.as_deref().unwrap();
    assert!(!text.chars().any(|c| c.is_control() || c == '\u{202e}'), "{text:?}");
    assert!(sip.at.as_second() <= 60, "its clock is not ours: {}", sip.at);
}

#[test]
fn of_the_voices_only_words_about_the_ports_that_were_asked_are_taken() {
    let office = street(67, 5);
    let range = |first, last| PortRange { first, last };
    let honest = VoiceWalk {
        service: ServiceId("rtp".to_owned()),
        ports: range(30_000, 30_099),
        asked: vec![range(30_000, 30_099)],
        missing: vec![range(30_003, 30_003)],
        missing_ports: 1,
        in_use: vec![range(30_050, 30_051)],
        shifted: Some(Shifted { outside: 30_003, inside: 30_005 }),
        swept: true,
        at: Timestamp::UNIX_EPOCH,
        asker: None,
    };
    let lies = [
        VoiceWalk { ports: range(30_000, 30_100), ..honest.clone() },
        VoiceWalk { asked: vec![range(30_000, 30_009), range(10_000, 20_000)], ..honest.clone() },
        VoiceWalk { missing: vec![range(22, 22)], ..honest.clone() },
        VoiceWalk { in_use: vec![range(30_099, 30_100)], ..honest.clone() },
        VoiceWalk { shifted: Some(Shifted { outside: 5060, inside: 30_005 }), ..honest.clone() },
        VoiceWalk { service: ServiceId("t38".to_owned()), ..honest.clone() },
    ];
    let answers = std::iter::once(&honest).chain(&lies).cloned();
    let answers = answers.map(|voice| said(&WalkAnswer { voice: vec![voice], ..walked(office) })).collect();
    let liar = Liar::who_says(street(67, 2), answers);
    let asked = Some(range(30_000, 30_099));
    let heard = liar.walk_along(office, asked);
    assert_eq!(heard.iter().map(|v| (v.ports, &v.missing)).collect::<Vec<_>>(), [(honest.ports, &honest.missing)]);
    for lie in lies {
        assert_eq!(liar.walk_along(office, asked), [], "{lie:?}");
    }
}

#[test]
fn letters_that_he_shows_are_few_and_plain() {
    let office = street(65, 5);
    let arrived = Arrived {
        transport: Transport::Udp,
        port: 5060,
        arrived: Some(vec!["Via: \u{1b}[2Jx\u{202e}\r\nhint: pay here".to_owned(); 2000]),
        answer: Some(vec!["\u{7}".to_owned()]),
        acknowledged: true,
    };
    let lie = SeenAnswer { version: VERSION, letters: vec![arrived; 1] };
    let many = SeenAnswer { letters: vec![Arrived { arrived: None, ..lie.letters[0].clone() }; 50], ..lie.clone() };
    let liar = Liar::who_says(street(65, 2), vec![said(&lie), said(&many)]);
    let letters = liar.seen(office).unwrap();
    let lines = letters[0].arrived.clone().unwrap();
    assert!(lines.len() < 500, "{}", lines.len());
    let text = [lines, letters[0].answer.clone().unwrap()].concat().concat();
    assert!(!text.chars().any(|c| c.is_control() || c == '\u{202e}'));
    assert_eq!(liar.seen(office).unwrap().len(), 8, "two for each port that there can be");
}

#[test]
fn of_a_helpers_further_ports_few_are_tried_and_those_alone_that_are_needed() {
    let office = street(66, 5);
    let all: Vec<u16> = (0..60).collect();
    let ways =
        |pass: Option<String>| said(&WaysAnswer { version: VERSION, ports: all.clone(), reached: vec![2, 4], pass });
    let good = "ab".repeat(PASS_LETTERS / 2);
    let lies = vec![
        ways(Some(good.clone())),
        ways(None),
        ways(Some(good[1..].to_owned())),
        ways(Some(good.replace("abab", "a\r\nb"))),
    ];
    let liar = Liar::who_says(street(66, 2), lies);
    let tried = liar.ways(office, |port| port != 3).unwrap();
    let ports: Vec<u16> = tried.iter().map(|t| t.target.port()).collect();
    assert_eq!(ports, [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], "of the first {MOST_WAYS} that he names");
    assert!(tried.iter().all(|t| t.target.ip() == liar.place().ip()), "at his own address");
    // Refusals count only where somebody is said to have come through.
    for WayTried { target: to, measured, .. } in &tried {
        let known = [2, 4].contains(&to.port());
        assert_eq!(measured.outcome == Outcome::Refused, known, "{to}: {measured:?}");
    }
    for lie in 1..4 {
        assert_eq!(liar.ways(office, |_| true).unwrap(), [], "{lie}");
    }
}

//! The standing helper under attack: whatever an attacker can say or withhold, it walks only to the address that the
//! connection comes from, sends no more than it was sent, and stays small. Real sockets on loopback; each attacker and
//! each victim has a loopback address of its own, which only Linux has without asking.
#![cfg(target_os = "linux")]

use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rustls::pki_types::ServerName;
use rustls::{ClientConnection, StreamOwned};
use separate_entrance::domain::catalog;
use separate_entrance::domain::message::Problem;
use separate_entrance::domain::probe::{Outcome, PracticeStreet, Route, Surroundings};
use separate_entrance::domain::report::Street;
use separate_entrance::domain::service::{Profile, ProfileId, ServiceId, Transport};
use separate_entrance::helper::certificate::{self, Identity};
use separate_entrance::helper::client::{self, HelperWalk};
use separate_entrance::helper::doorman::{Arrived, Ticket};
use separate_entrance::helper::doors;
use separate_entrance::helper::guard::{CONNECTIONS, REQUESTS};
use separate_entrance::helper::link::Link;
use separate_entrance::helper::protocol::{
    DOORMAN, DOORMAN_SEEN, DoormanAnswer, DoormanRequest, SeenRequest, WALK, WalkAnswer, WalkRequest, bytes_owed,
};
use separate_entrance::helper::server::{Helper, Settings, Targets};
use separate_entrance::net;
use serde_json::Value;

/// No test waits longer than this for anything: several times what the helper's own patience allows, and less than its
/// last resort for a whole connection.
const PATIENCE: Duration = Duration::from_secs(30);

const KEY: &str = "00112233445566778899aabbccddeeff";

/// A loopback address for one part in one test. Each run has a town of its own, so that two can go side by side: the
/// bells need the usual port.
fn street(test: u8, part: u8) -> IpAddr {
    IpAddr::V4(Ipv4Addr::new(127, town(), test, part))
}

fn town() -> u8 {
    u8::try_from(std::process::id() % 240).unwrap() + 10
}

fn profile() -> &'static Profile {
    catalog::profile(&ProfileId("generic-sip".into())).unwrap()
}

fn services() -> Vec<ServiceId> {
    vec![ServiceId("sip-udp".into())]
}

fn settings(at: SocketAddr) -> Settings {
    Settings {
        listen: vec![at],
        known_as: None,
        knock_from: Vec::new(),
        trust_proxy: None,
        walks_per_minute: 60,
        never: Vec::new(),
        targets: Targets::AlsoPrivate,
        surroundings: Surroundings::default(),
        identity: Identity::make().unwrap(),
        keys: vec![KEY.to_owned()],
        sip_ports: Vec::new(),
        page: "a page".to_owned(),
    }
}

/// A helper in a thread of its own.
struct Running {
    link: Link,
    log: Arc<Mutex<Vec<String>>>,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Running {
    fn start(settings: Settings) -> Self {
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let (ready, link) = mpsc::sync_channel(1);
        let log = Arc::new(Mutex::new(Vec::new()));
        let lines = Arc::clone(&log);
        let thread = std::thread::Builder::new().name("helper".to_owned()).spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let say = move |line: &str| lines.lock().unwrap().push(line.to_owned());
                let helper = Helper::open(settings, Box::new(say)).unwrap();
                ready.send(helper.link().clone()).unwrap();
                helper.serve(async { drop(stopped.await) }).await;
            });
        });
        Self { link: link.recv().unwrap(), log, stop: Some(stop), thread: Some(thread.unwrap()) }
    }

    fn at(test: u8) -> Self {
        Self::start(settings(SocketAddr::new(street(test, 1), 0)))
    }

    fn place(&self) -> SocketAddr {
        SocketAddr::new(self.link.ip().unwrap(), self.link.port)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.take().map(|stop| stop.send(()));
        let ended = self.thread.take().map(JoinHandle::join);
        assert!(std::thread::panicking() || ended.is_some_and(|e| e.is_ok()));
    }
}

/// Answers whoever rings at an address, over SIP and on what a phone system may also have, and counts. Its threads end
/// with the test.
struct Bell {
    rings: Arc<AtomicUsize>,
    heard: AtomicUsize,
}

impl Bell {
    fn at(ip: IpAddr) -> Self {
        let rings = Arc::new(AtomicUsize::new(0));
        let udp = UdpSocket::bind((ip, 5060)).unwrap();
        let count = Arc::clone(&rings);
        let answer = move || {
            let mut buffer = [0; 2000];
            while let Ok((length, from)) = udp.recv_from(&mut buffer) {
                count.fetch_add(1, Ordering::SeqCst);
                let asked = String::from_utf8_lossy(&buffer[..length]);
                let kept = asked
                    .lines()
                    .filter(|l| ["Via:", "From:", "To:", "Call-ID:", "CSeq:"].iter().any(|n| l.starts_with(n)));
                let kept = kept.collect::<Vec<_>>().join("\r\n");
                udp.send_to(format!("SIP/2.0 200 OK\r\n{kept}\r\nContent-Length: 0\r\n\r\n").as_bytes(), from).ok();
            }
        };
        std::thread::Builder::new().name("bell".to_owned()).spawn(answer).unwrap();
        for port in [5060, 5061, 5038, 3306] {
            let listener = TcpListener::bind((ip, port)).unwrap();
            let count = Arc::clone(&rings);
            let answer = move || {
                while listener.accept().is_ok() {
                    count.fetch_add(1, Ordering::SeqCst);
                }
            };
            std::thread::Builder::new().name("bell".to_owned()).spawn(answer).unwrap();
        }
        Self { rings, heard: AtomicUsize::new(0) }
    }

    /// How often it rang since this was asked last.
    fn rang(&self) -> usize {
        let rings = self.rings.load(Ordering::SeqCst);
        rings - self.heard.swap(rings, Ordering::SeqCst)
    }
}

/// A connection from one of our addresses.
fn connect(from: IpAddr, to: SocketAddr) -> TcpStream {
    let socket = socket2::Socket::new(socket2::Domain::for_address(to), socket2::Type::STREAM, None).unwrap();
    if from.is_ipv4() == to.is_ipv4() {
        socket.bind(&SocketAddr::new(from, 0).into()).unwrap();
    }
    socket.connect(&to.into()).unwrap();
    let tcp: TcpStream = socket.into();
    tcp.set_read_timeout(Some(PATIENCE)).unwrap();
    tcp.set_write_timeout(Some(PATIENCE)).unwrap();
    tcp
}

fn tls<S: Read + Write>(pin: [u8; 32], stream: S, ip: IpAddr) -> StreamOwned<ClientConnection, S> {
    let name = ServerName::IpAddress(ip.into());
    StreamOwned::new(ClientConnection::new(certificate::client_config(pin).unwrap(), name).unwrap(), stream)
}

/// Everything that comes until the helper hangs up. One that does not has no limit of its own.
fn until_hung_up(stream: &mut impl Read) -> Vec<u8> {
    let mut heard = Vec::new();
    if let Err(error) = stream.read_to_end(&mut heard) {
        assert_ne!(error.kind(), std::io::ErrorKind::WouldBlock, "the helper still waits");
    }
    heard
}

/// True while the helper has not hung up.
fn is_open(tcp: &TcpStream) -> bool {
    tcp.set_nonblocking(true).unwrap();
    let open = matches!(tcp.peek(&mut [0; 1]), Err(e) if e.kind() == std::io::ErrorKind::WouldBlock);
    tcp.set_nonblocking(false).unwrap();
    open
}

/// Says these bytes over TLS and gives back everything that comes until the helper hangs up.
fn talk(helper: &Running, from: IpAddr, bytes: &[u8]) -> String {
    let mut tls = tls(helper.link.pin, connect(from, helper.place()), helper.place().ip());
    // A helper that has heard enough may hang up before everything is said.
    tls.write_all(bytes).ok();
    tls.flush().ok();
    String::from_utf8_lossy(&until_hung_up(&mut tls)).into_owned()
}

fn post(target: &str, more: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "POST {target} HTTP/1.1\r\nHost: helper\r\nAuthorization: Bearer {KEY}\r\n{more}Content-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn request() -> Vec<u8> {
    serde_json::to_vec(&WalkRequest::new(profile(), services(), None)).unwrap()
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0)
}

fn document(answer: &str) -> Value {
    let body = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
    serde_json::from_str(body).unwrap_or_else(|e| panic!("{e}: {answer}"))
}

fn asker(answer: &str) -> IpAddr {
    document(answer)["asker"].as_str().unwrap().parse().unwrap()
}

/// A walk as an office asks for it.
fn ask(helper: &Running, from: IpAddr) -> Result<HelperWalk, Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let from = net::From::address(from);
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    runtime.block_on(client::walk(&helper.link, helper.place(), profile(), &services(), None, &from, now))
}

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
        witness: None,
        adapters: Vec::new(),
        ssdp: "127.0.0.1:1".parse().unwrap(),
        routes: vec![route(80, page.local_addr().unwrap())],
        walker: street(7, 1),
    };
    let surroundings = Surroundings { practice: Some(street_of_story), allowed_targets: Vec::new() };
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
    let identity = Identity::make().unwrap();
    let config = identity.server_config().unwrap();
    let false_helper = TcpListener::bind((street(7, 2), 0)).unwrap();
    let place = false_helper.local_addr().unwrap();
    let liar = std::thread::Builder::new().name("liar".to_owned()).spawn(move || {
        let (tcp, _) = false_helper.accept().unwrap();
        let mut tls = StreamOwned::new(rustls::ServerConnection::new(config).unwrap(), tcp);
        let mut head = [0; 1000];
        let _length = tls.read(&mut head).unwrap();
        tls.write_all(redirect.as_bytes()).unwrap();
        tls.conn.send_close_notify();
        tls.flush().ok();
    });
    let link =
        Link { host: place.ip().to_string(), port: place.port(), pin: identity.pin().unwrap(), ..helper.link.clone() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (services, from) = (services(), net::From::address(office));
    let asked = client::walk(&link, place, profile(), &services, None, &from, Timestamp::UNIX_EPOCH);
    assert_eq!(runtime.block_on(asked).unwrap_err().code, "helper-not-understood");
    liar.unwrap().join().unwrap();
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
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let ask = |link: Link, from: IpAddr| {
        let from = net::From::address(from);
        let place = helper.place();
        runtime
            .block_on(async {
                client::walk(&link, place, profile(), &services(), None, &from, Timestamp::UNIX_EPOCH).await
            })
            .unwrap_err()
            .code
    };
    assert_eq!(ask(stolen_pin, attacker), "helper-wrong-key");
    // Another machine in the helper's place is never told the key.
    let moved = Link { pin: [7; 32], ..helper.link.clone() };
    assert_eq!(ask(moved, attacker), "helper-pin-differs");
    let closed = TcpListener::bind((street(8, 2), 0)).unwrap().local_addr().unwrap();
    let from = net::From::address(attacker);
    let services = services();
    let nobody = client::walk(&helper.link, closed, profile(), &services, None, &from, Timestamp::UNIX_EPOCH);
    assert_eq!(runtime.block_on(nobody).unwrap_err().code, "helper-unreachable");
}

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

/// How the doors of an amplification test behave.
#[derive(Clone, Copy, Debug)]
enum Door {
    /// Take the connection and say nothing.
    Mute,
    /// Say a great deal to everybody.
    Chatty,
    /// Refuse the handshake, so that the helper tries the old one too.
    Alert,
}

/// Counts what arrives at every port of a profile.
struct Counted {
    surroundings: Surroundings,
    bytes: Arc<Mutex<usize>>,
    sockets: Vec<UdpSocket>,
}

impl Counted {
    fn doors(ip: IpAddr, profile: &Profile, services: &[ServiceId], door: Door) -> Self {
        let bytes = Arc::new(Mutex::new(0));
        let mut routes = Vec::new();
        let mut sockets = Vec::new();
        let knocks: Vec<(Transport, u16)> =
            doors::knocks(profile, services).iter().map(|k| (k.transport, k.port)).collect();
        let unused = doors::unused_ports(profile).into_iter().map(|port| (Transport::Tcp, port));
        for (transport, port) in knocks.into_iter().chain(unused) {
            let real = match transport {
                Transport::Udp => {
                    let socket = UdpSocket::bind((ip, 0)).unwrap();
                    socket.set_nonblocking(true).unwrap();
                    let real = socket.local_addr().unwrap();
                    sockets.push(socket);
                    real
                }
                Transport::Tcp => {
                    let listener = TcpListener::bind((ip, 0)).unwrap();
                    let real = listener.local_addr().unwrap();
                    let bytes = Arc::clone(&bytes);
                    let name = format!("door {port}");
                    std::thread::Builder::new().name(name).spawn(move || take_in(&listener, door, &bytes)).unwrap();
                    real
                }
            };
            routes.push(Route { transport, story: SocketAddr::new(ip, port), real });
        }
        let practice = PracticeStreet {
            witness: None,
            adapters: Vec::new(),
            ssdp: "127.0.0.1:1".parse().unwrap(),
            routes,
            walker: "127.0.0.1".parse().unwrap(),
        };
        Self { surroundings: Surroundings { practice: Some(practice), allowed_targets: Vec::new() }, bytes, sockets }
    }

    /// Bytes that came until now, with the headers of their packets.
    fn total(&self) -> usize {
        let datagram = 28;
        let of = |socket: &UdpSocket| -> usize {
            std::iter::from_fn(|| socket.recv(&mut [0; 2000]).ok()).map(|length| length + datagram).sum()
        };
        self.sockets.iter().map(of).sum::<usize>() + *self.bytes.lock().unwrap()
    }
}

/// Takes in connections for ever; the thread ends with the test.
fn take_in(listener: &TcpListener, door: Door, bytes: &Arc<Mutex<usize>>) {
    // SYN and its repeat, ACK, FIN, ACK of FIN, and an ACK for each segment that the door sends.
    let connection = 2 * 60 + 3 * 52;
    while let Ok((mut stream, _)) = listener.accept() {
        *bytes.lock().unwrap() += connection;
        let bytes = Arc::clone(bytes);
        let serve = move || {
            let said = match door {
                Door::Mute => Vec::new(),
                Door::Chatty => vec![b'x'; 20_000],
                Door::Alert => vec![21, 3, 1, 0, 2, 2, 40],
            };
            if stream.write_all(&said).is_ok() {
                *bytes.lock().unwrap() += said.len().div_ceil(1400) * 52;
            }
            let mut buffer = [0; 4000];
            while let Ok(length) = stream.read(&mut buffer)
                && length > 0
            {
                *bytes.lock().unwrap() += length + 52;
            }
        };
        std::thread::Builder::new().name("visitor".to_owned()).spawn(serve).unwrap();
    }
}

/// A stream that counts both ways.
struct Scales {
    tcp: TcpStream,
    read: usize,
    written: usize,
}

impl Read for Scales {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.tcp.read(buffer).inspect(|length| self.read += length)
    }
}

impl Write for Scales {
    fn write(&mut self, buffer: &[u8]) -> std::io::Result<usize> {
        self.tcp.write(buffer).inspect(|length| self.written += length)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.tcp.flush()
    }
}

#[test]
fn the_helper_never_sends_more_than_it_was_sent() {
    // The phone systems with the most doors, the fewest, and one between.
    let selected = |p: &Profile| doors::selectable(p).map(|s| s.id.clone()).collect::<Vec<_>>();
    let mut profiles: Vec<&Profile> = catalog::profiles().iter().collect();
    profiles.sort_by_key(|p| bytes_owed(p, &selected(p), None));
    let chosen = [profiles[0], profiles[profiles.len() / 2], profiles[profiles.len() - 1]];
    std::thread::scope(|scope| {
        for (number, profile) in chosen.into_iter().enumerate() {
            for (door_number, door) in [Door::Mute, Door::Chatty, Door::Alert].into_iter().enumerate() {
                scope.spawn(move || {
                    let part = u8::try_from(10 + 3 * number + door_number).unwrap();
                    let office = street(19, part);
                    for services in [selected(profile), Vec::new()] {
                        let counted = Counted::doors(office, profile, &services, door);
                        let surroundings = counted.surroundings.clone();
                        let at = SocketAddr::new(street(19, 100 + part), 0);
                        let helper = Running::start(Settings { surroundings, ..settings(at) });
                        let body = serde_json::to_vec(&WalkRequest::new(profile, services, None)).unwrap();
                        let scales = Scales { tcp: connect(office, helper.place()), read: 0, written: 0 };
                        let mut tls = tls(helper.link.pin, scales, helper.place().ip());
                        tls.write_all(&post(WALK, "", &body)).unwrap();
                        let mut answer = Vec::new();
                        tls.read_to_end(&mut answer).ok();
                        let answer = String::from_utf8(answer).unwrap();
                        let answer: WalkAnswer = serde_json::from_value(document(&answer)).unwrap();
                        assert!(answer.doors.iter().any(|d| d.outcome != Outcome::NotChecked));
                        let (sent, received) = (tls.sock.read + counted.total(), tls.sock.written);
                        println!("{} {door:?}: sent {sent}, received {received}", profile.id);
                        assert!(sent <= received, "{} {door:?}: sent {sent}, received {received}", profile.id);
                    }
                });
            }
        }
    });
}

/// The shipped program.
struct Shipped {
    child: Child,
    link: Link,
    _state: tempfile::TempDir,
}

impl Shipped {
    fn start(listen: &str) -> Self {
        let state = tempfile::tempdir().unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_entrance"))
            .args(["helper", "--listen", listen, "--allow-private", "--state"])
            .arg(state.path())
            .env("LANG", "C")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut said).unwrap();
        let link = Link::parse(said.strip_prefix("helper-link: ").unwrap()).unwrap();
        Self { child, link, _state: state }
    }

    fn place(&self) -> SocketAddr {
        SocketAddr::new(self.link.ip().unwrap(), self.link.port)
    }

    /// Kilobytes that the process holds now.
    fn memory(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let line = status.lines().find(|l| l.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    fn terminate(&mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Shipped {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

#[test]
fn memory_stays_flat_under_a_hundred_thousand_requests() {
    let helper = Shipped::start(&format!("{}:0", street(20, 1)));
    let place = helper.place();
    let request = |number: u32| {
        // Every one from a street of its own, and every one refused in the handshake.
        let from = IpAddr::V4(Ipv4Addr::from_bits(0x7F80_0000 + number));
        let mut tcp = connect(from, place);
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
    let walking = std::thread::Builder::new().name("office".to_owned()).spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let from = net::From::address(office);
        runtime.block_on(client::walk(&link, place, profile(), &services(), None, &from, Timestamp::UNIX_EPOCH))
    });
    while bell.rang() == 0 {
        std::thread::yield_now();
    }
    assert_eq!(helper.terminate(), Some(0));
    let walk = walking.unwrap().join().unwrap().unwrap();
    assert_eq!((walk.office, walk.report.street), (office, Street::Other));
}

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

#[test]
fn streams_at_the_call_ports_are_few_and_short() {
    let helper = with_letters(46);
    let (office, stranger) = (street(46, 5), street(46, 66));
    let test = ticket(&helper, office).unwrap();
    let letter_tcp = test.letters.iter().find(|l| l.transport == Transport::Tcp).unwrap();
    let port = SocketAddr::new(helper.place().ip(), letter_tcp.port);
    let mut hung_up = connect(stranger, port);
    hung_up.write_all(&letter(&letter_tcp.call_id)).ok();
    assert_eq!(until_hung_up(&mut hung_up), b"", "a stranger is not listened to");
    // An endless letter is dropped when it is longer than any.
    let mut endless = connect(office, port);
    while endless.write_all(&[b'x'; 1000]).is_ok() {}
    // More streams than there are places: the rest is hung up on, and the first ones end by themselves.
    let mut many: Vec<TcpStream> = (0..80).map(|_| connect(office, port)).collect();
    let last = many.pop().unwrap();
    assert_eq!(until_hung_up(&mut &last), b"");
    drop(many);
    let mut own = connect(office, port);
    loop {
        own.write_all(&letter(&letter_tcp.call_id)).ok();
        let mut buffer = [0; 4096];
        match own.read(&mut buffer) {
            Ok(length) if length > 0 => break assert!(buffer.starts_with(b"SIP/2.0 480 ")),
            // The places of those who left are still being given back.
            Ok(_) | Err(_) => own = connect(office, port),
        }
    }
}

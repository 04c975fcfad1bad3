//! The practice office, asked with raw sockets and a tiny client of this file's own, so that neither side of a
//! protocol is tested against itself. `stories` tells each scenario through the whole engine; here are the peers.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use iax2::frame::FullFrame;
use separate_entrance::domain::address::{AddressKind, kind};
use separate_entrance::domain::catalog;
use separate_entrance::domain::service::{Direction, Transport};
use separate_entrance::practice::{self, PracticeError, PracticeOffice, Scenario};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpStream, UdpSocket};
use tokio::time::timeout;

/// Everything here answers at once; this only ends a test that would hang.
const PATIENCE: Duration = Duration::from_secs(20);

const STREET: &str = "203.0.113.7";
const PHONE_SYSTEM: &str = "192.168.77.20";
const ROUTER: &str = "192.168.77.1";

#[expect(clippy::disallowed_methods, reason = "a practice witness stands for real minutes")]
fn clock() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

async fn open(id: &str) -> PracticeOffice {
    practice::open(practice::scenario(id).unwrap(), clock).await.unwrap()
}

fn dial(office: &PracticeOffice, transport: Transport, ip: &str, port: u16) -> Option<SocketAddr> {
    office.surroundings.dial(transport, SocketAddr::new(ip.parse().unwrap(), port))
}

async fn patiently<F: Future>(what: F) -> F::Output {
    timeout(PATIENCE, what).await.expect("an answer")
}

/// A UDP socket of ours, and the port of the office that it talks to.
struct Caller {
    socket: UdpSocket,
    to: SocketAddr,
}

impl Caller {
    async fn new(office: &PracticeOffice, ip: &str, port: u16) -> Self {
        let to = dial(office, Transport::Udp, ip, port).expect("somebody there");
        Self { socket: UdpSocket::bind("127.0.0.1:0").await.unwrap(), to }
    }

    async fn say(&self, datagram: &[u8]) {
        self.socket.send_to(datagram, self.to).await.unwrap();
    }

    async fn hear(&self) -> Vec<u8> {
        let mut room = [0; 2048];
        let (len, from) = patiently(self.socket.recv_from(&mut room)).await.unwrap();
        assert_eq!(from, self.to, "answers come from the port that was asked");
        room[..len].to_vec()
    }

    async fn hear_text(&self) -> String {
        String::from_utf8(self.hear().await).unwrap()
    }
}

fn options(call: &str) -> String {
    format!(
        "OPTIONS sip:203.0.113.7 SIP/2.0\r\nVia: SIP/2.0/UDP 10.9.8.7:5070;rport;branch=z9hG4bK{call}\r\n\
         Max-Forwards: 70\r\nFrom: <sip:walker@10.9.8.7>;tag=1\r\nTo: <sip:203.0.113.7>\r\nCall-ID: {call}\r\n\
         CSeq: 1 OPTIONS\r\nUser-Agent: Separate Entrance\r\nContent-Length: 0\r\n\r\n"
    )
}

/// Connects, says something, and reads until `enough` or until the other side leaves.
async fn converse(to: SocketAddr, words: &str, enough: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    patiently(async {
        let mut stream = TcpStream::connect(to).await.unwrap();
        stream.write_all(words.as_bytes()).await.unwrap();
        let mut heard = Vec::new();
        while !enough(&heard) {
            if stream.read_buf(&mut heard).await.unwrap() == 0 {
                break;
            }
        }
        heard
    })
    .await
}

async fn http(office: &PracticeOffice, request: &str) -> String {
    let to = dial(office, Transport::Tcp, ROUTER, 5000).unwrap();
    String::from_utf8(converse(to, request, |_| false).await).unwrap()
}

/// Sends one SOAP action and gives back the body, or the UPnP error code.
async fn soap(office: &PracticeOffice, action: &str, arguments: &[(&str, &str)]) -> Result<String, u16> {
    let service = "urn:schemas-upnp-org:service:WANIPConnection:1";
    let inside = arguments.iter().map(|(name, value)| format!("<{name}>{value}</{name}>")).collect::<Vec<_>>().concat();
    let body = format!(
        "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>\
         <u:{action} xmlns:u=\"{service}\">{inside}</u:{action}></s:Body></s:Envelope>"
    );
    let request = format!(
        "POST /ctl/IPConn HTTP/1.1\r\nHost: 192.168.77.1:5000\r\nContent-Type: text/xml; charset=\"utf-8\"\r\n\
         SOAPAction: \"{service}#{action}\"\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let reply = http(office, &request).await;
    if reply.starts_with("HTTP/1.1 200 ") {
        return Ok(reply.split_once("\r\n\r\n").unwrap().1.to_owned());
    }
    assert!(reply.starts_with("HTTP/1.1 500 "), "{reply}");
    Err(between(&reply, "<errorCode>", "<").parse().unwrap())
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let rest = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}")).1;
    rest.split_once(end).unwrap().0
}

async fn add(office: &PracticeOffice, protocol: &str, port: &str, client: &str) -> Result<String, u16> {
    add_for(office, protocol, port, client, "0").await
}

async fn add_for(
    office: &PracticeOffice,
    protocol: &str,
    port: &str,
    client: &str,
    lease: &str,
) -> Result<String, u16> {
    let arguments = [
        ("NewRemoteHost", ""),
        ("NewExternalPort", port),
        ("NewProtocol", protocol),
        ("NewInternalPort", port),
        ("NewInternalClient", client),
        ("NewEnabled", "1"),
        ("NewPortMappingDescription", "Test &amp; more"),
        ("NewLeaseDuration", lease),
    ];
    soap(office, "AddPortMapping", &arguments).await
}

async fn delete(office: &PracticeOffice, protocol: &str, port: &str) -> Result<String, u16> {
    let arguments = [("NewRemoteHost", ""), ("NewExternalPort", port), ("NewProtocol", protocol)];
    soap(office, "DeletePortMapping", &arguments).await
}

async fn specific(office: &PracticeOffice, protocol: &str, port: &str) -> Result<String, u16> {
    let arguments = [("NewRemoteHost", ""), ("NewExternalPort", port), ("NewProtocol", protocol)];
    soap(office, "GetSpecificPortMappingEntry", &arguments).await
}

async fn list(office: &PracticeOffice) -> Vec<String> {
    let mut lines = Vec::new();
    loop {
        let index = lines.len().to_string();
        match soap(office, "GetGenericPortMappingEntry", &[("NewPortMappingIndex", &index)]).await {
            Ok(line) => lines.push(line),
            Err(code) => {
                assert_eq!(code, 713);
                return lines;
            }
        }
    }
}

#[test]
fn every_story_is_whole() {
    let stories = practice::read_scenarios().unwrap_or_else(|e| panic!("{e}"));
    let ids: BTreeSet<&str> = stories.iter().map(|s| s.id.as_str()).collect();
    for id in ["all-well", "nothing-opened", "shared-tower", "router-refuses"] {
        assert!(ids.contains(id), "{id}");
    }
    for story in &stories {
        let profile = catalog::profile(story.answers.system.as_ref().unwrap()).expect("a profile");
        assert!(profile.select(&story.answers.using).is_ok(), "{}", story.id);
        assert_eq!(story.title_key, format!("practice-{}", story.id));
        assert!([1, 2].contains(&story.router.version), "{}", story.id);
        let moments =
            [Some(&story.expect.after_check), story.expect.after_open.as_ref(), Some(&story.expect.after_walk)];
        for moment in moments.into_iter().flatten() {
            assert!(moment.findings.is_sorted_by(|a, b| a < b), "{}: {:?}", story.id, moment.findings);
        }
    }
}

#[tokio::test]
async fn every_story_opens_on_loopback_only_and_plays_the_whole_street() {
    for story in practice::scenarios() {
        let office = practice::open(story, clock).await.unwrap_or_else(|e| panic!("{}: {e}", story.id));
        let street = office.surroundings.practice.as_ref().unwrap();
        assert!(street.routes.iter().all(|r| kind(r.real.ip()) == AddressKind::Loopback), "{}", story.id);
        let targets = &office.surroundings.allowed_targets;
        assert!(targets.contains(&STREET.parse().unwrap()), "{}", story.id);
        assert!(targets.iter().all(|ip| kind(*ip) == AddressKind::Documentation), "{}: {targets:?}", story.id);
        let profile = catalog::profile(story.answers.system.as_ref().unwrap()).unwrap();
        for row in profile.services.iter().filter(|s| s.direction == Direction::Inbound) {
            assert!(dial(&office, row.protocol, STREET, row.port_start).is_some(), "{} {}", story.id, row.id);
        }
        for (transport, port) in [(Transport::Udp, 48_211), (Transport::Tcp, 48_213), (Transport::Tcp, 48_217)] {
            assert_eq!(dial(&office, transport, STREET, port), None, "an unused port is nobody's");
        }
    }
}

#[tokio::test]
async fn a_row_that_cannot_be_played_is_refused_by_name() {
    for id in ["webrtc-wss", "rtp", "no-such-row"] {
        let mut story: Scenario = practice::scenario("all-well").unwrap().clone();
        story.phone_system.running.push(toml_id(id));
        match practice::open(&story, clock).await {
            Err(PracticeError::CannotPlay { service, .. }) => assert_eq!(service.0, id),
            other => panic!("{id}: {other:?}"),
        }
    }
}

fn toml_id(id: &str) -> separate_entrance::domain::service::ServiceId {
    separate_entrance::domain::service::ServiceId(id.to_owned())
}

#[tokio::test]
async fn the_router_answers_a_search_for_what_it_is_and_nothing_else() {
    let office = open("all-well").await;
    let caller = Caller::new(&office, ROUTER, 1900).await;
    assert_eq!(Some(caller.to), office.surroundings.practice.as_ref().map(|s| s.ssdp));
    let search = |st: &str| {
        format!("M-SEARCH * HTTP/1.1\r\nHOST: 192.168.77.1:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: {st}\r\n\r\n")
    };
    // Datagrams are answered in order, so silence shows in the next answer.
    caller.say(search("urn:schemas-upnp-org:device:MediaServer:1").as_bytes()).await;
    caller.say(search("urn:schemas-upnp-org:device:InternetGatewayDevice:2").as_bytes()).await;
    caller.say(b"NOTIFY * HTTP/1.1\r\nNT: upnp:rootdevice\r\n\r\n").await;
    let target = "urn:schemas-upnp-org:device:InternetGatewayDevice:1";
    caller.say(search(target).as_bytes()).await;
    let reply = caller.hear_text().await;
    assert!(reply.starts_with("HTTP/1.1 200 OK\r\n") && reply.contains(&format!("\r\nST: {target}\r\n")), "{reply}");
    assert_eq!(between(&reply, "LOCATION: ", "\r\n"), "http://192.168.77.1:5000/rootDesc.xml");

    let description = http(&office, "GET /rootDesc.xml HTTP/1.1\r\nHost: 192.168.77.1:5000\r\n\r\n").await;
    assert_eq!(between(&description, "<modelName>", "<"), "R7000P");
    assert_eq!(between(&description, "<controlURL>", "<"), "/ctl/IPConn");
    let service = http(&office, &format!("GET {} HTTP/1.1\r\n\r\n", between(&description, "<SCPDURL>", "<"))).await;
    assert!(service.contains("<name>AddPortMapping</name>"), "{service}");
    assert!(http(&office, "GET /secret HTTP/1.1\r\n\r\n").await.starts_with("HTTP/1.1 404 "));
}

#[tokio::test]
async fn the_list_is_read_written_and_taken_back_with_the_right_codes() {
    let office = open("nothing-opened").await;
    let address = soap(&office, "GetExternalIPAddress", &[]).await.unwrap();
    assert_eq!(between(&address, "<NewExternalIPAddress>", "<"), STREET);
    let status = soap(&office, "GetStatusInfo", &[]).await.unwrap();
    assert_eq!(between(&status, "<NewConnectionStatus>", "<"), "Connected");

    let console = list(&office).await;
    assert_eq!(console.len(), 1);
    assert_eq!(between(&console[0], "<NewInternalClient>", "<"), "192.168.77.40");
    assert_eq!(add(&office, "UDP", "3074", PHONE_SYSTEM).await, Err(718));

    assert_eq!(specific(&office, "UDP", "5060").await, Err(714));
    add(&office, "UDP", "5060", PHONE_SYSTEM).await.unwrap();
    let entry = specific(&office, "UDP", "5060").await.unwrap();
    assert_eq!(between(&entry, "<NewInternalClient>", "<"), PHONE_SYSTEM);
    assert_eq!(between(&entry, "<NewPortMappingDescription>", "<"), "Test &amp; more");
    assert_eq!(list(&office).await.len(), 2);
    delete(&office, "UDP", "5060").await.unwrap();
    assert_eq!(delete(&office, "UDP", "5060").await, Err(714));

    assert_eq!(soap(&office, "AddPortMapping", &[("NewExternalPort", "5060")]).await, Err(402));
    assert_eq!(add(&office, "SCTP", "5060", PHONE_SYSTEM).await, Err(402));
    assert_eq!(soap(&office, "GetListOfPortMappings", &[]).await, Err(401));
}

#[tokio::test]
async fn secure_mode_says_718_though_nobody_holds_the_port() {
    let office = open("router-refuses").await;
    assert_eq!(add(&office, "UDP", "5060", PHONE_SYSTEM).await, Err(718));
    assert_eq!(specific(&office, "UDP", "5060").await, Err(714));
    add(&office, "UDP", "5060", "192.168.77.10").await.unwrap();
}

#[tokio::test]
async fn an_entrance_passes_datagrams_only_while_it_is_mapped() {
    let office = open("nothing-opened").await;
    let walker = Caller::new(&office, STREET, 4569).await;
    // Each round's question carries its own call number, so an answer tells which question passed the wall.
    let poke = |call: u16| FullFrame::new(call, 0, 7, 0, 0, 6, 0x1E, Vec::new()).encode();
    walker.say(&poke(101)).await;
    add(&office, "UDP", "4569", PHONE_SYSTEM).await.unwrap();
    walker.say(&poke(102)).await;
    let pong = FullFrame::decode(&walker.hear().await).unwrap();
    assert_eq!((pong.frametype, pong.subclass, pong.dst_call, pong.timestamp), (6, 3, 102, 7));
    delete(&office, "UDP", "4569").await.unwrap();
    walker.say(&poke(103)).await;
    add(&office, "UDP", "4569", PHONE_SYSTEM).await.unwrap();
    walker.say(&poke(104)).await;
    assert_eq!(FullFrame::decode(&walker.hear().await).unwrap().dst_call, 104);
}

#[tokio::test]
async fn a_tcp_entrance_listens_only_while_it_is_mapped() {
    let office = open("nothing-opened").await;
    let door = dial(&office, Transport::Tcp, STREET, 22).unwrap();
    let refused = || async { patiently(TcpStream::connect(door)).await.map(drop).map_err(|e| e.kind()) };
    for _ in 0..3 {
        assert_eq!(refused().await, Err(ErrorKind::ConnectionRefused));
        add(&office, "TCP", "22", PHONE_SYSTEM).await.unwrap();
        let banner = converse(door, "", |heard| heard.ends_with(b"\r\n")).await;
        assert!(banner.starts_with(b"SSH-2.0-"), "{banner:?}");
        delete(&office, "TCP", "22").await.unwrap();
    }
    assert_eq!(refused().await, Err(ErrorKind::ConnectionRefused));
}

#[tokio::test]
async fn an_entrance_shuts_by_itself_when_its_lease_ends() {
    let office = open("all-well").await;
    add_for(&office, "TCP", "22", PHONE_SYSTEM, "1").await.unwrap();
    let door = dial(&office, Transport::Tcp, STREET, 22).unwrap();
    assert!(TcpStream::connect(door).await.is_ok(), "open at first");
    patiently(async {
        while TcpStream::connect(door).await.is_ok() {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert_eq!(specific(&office, "TCP", "22").await, Err(714));
}

#[tokio::test]
async fn the_phone_system_sees_who_came_over_the_wall() {
    let office = open("everyone-welcome").await;
    for (ip, seen_as) in [(PHONE_SYSTEM, "192.168.77.10"), (STREET, "203.0.113.60")] {
        let caller = Caller::new(&office, ip, 5060).await;
        caller.say(options("abc").as_bytes()).await;
        let reply = caller.hear_text().await;
        assert!(reply.starts_with("SIP/2.0 401 Unauthorized\r\n"), "{reply}");
        assert_eq!(between(&reply, ";received=", "\r\n"), seen_as);
        assert!(reply.contains("\r\nCall-ID: abc\r\n") && reply.contains("branch=z9hG4bKabc"), "{reply}");
        assert_eq!(between(&reply, "\r\nServer: ", "\r\n"), "FPBX-16.0.40(18.9.0)");
    }
    add(&office, "TCP", "5060", PHONE_SYSTEM).await.unwrap();
    let door = dial(&office, Transport::Tcp, STREET, 5060).unwrap();
    let two = format!("\r\n\r\n{}{}", options("one"), options("two"));
    let replies = converse(door, &two, |heard| heard.windows(12).any(|w| w == b"Call-ID: two")).await;
    let replies = String::from_utf8(replies).unwrap();
    assert!(replies.contains("Call-ID: one") && replies.contains("received=203.0.113.60"), "{replies}");
}

#[tokio::test]
async fn a_guest_list_lets_in_only_who_is_on_it() {
    let mut story = practice::scenario("all-well").unwrap().clone();
    for (guests, answers) in [("203.0.113.60", true), ("198.51.100.0/24", false)] {
        story.phone_system.guests = vec![guests.parse().unwrap()];
        let office = practice::open(&story, clock).await.unwrap();
        let walker = Caller::new(&office, STREET, 5060).await;
        let inside = Caller::new(&office, PHONE_SYSTEM, 5060).await;
        walker.say(options("walker").as_bytes()).await;
        inside.say(options("inside").as_bytes()).await;
        assert!(inside.hear_text().await.contains("Call-ID: inside"));
        if answers {
            assert!(walker.hear_text().await.contains("Call-ID: walker"));
        } else {
            // Put on the list by making the same port lead to a machine without one, the same walker is answered:
            // and the first thing it hears is the second question's answer.
            delete(&office, "UDP", "5060").await.unwrap();
            add(&office, "UDP", "5060", "192.168.77.30").await.unwrap();
            walker.say(options("again").as_bytes()).await;
            assert!(walker.hear_text().await.contains("Call-ID: again"));
        }
    }
}

#[tokio::test]
async fn a_street_that_does_not_reach_the_router_stays_silent() {
    let office = open("shared-tower").await;
    add(&office, "TCP", "22", PHONE_SYSTEM).await.unwrap();
    assert!(specific(&office, "TCP", "22").await.is_ok());
    let door = dial(&office, Transport::Tcp, STREET, 22).unwrap();
    assert_eq!(patiently(TcpStream::connect(door)).await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
}

#[tokio::test]
async fn the_wrong_device_answers_as_itself() {
    let office = open("wrong-device").await;
    let walker = Caller::new(&office, STREET, 5060).await;
    walker.say(options("abc").as_bytes()).await;
    let reply = walker.hear_text().await;
    assert!(reply.contains("User-Agent: Yealink") && !reply.contains("FPBX"), "{reply}");
    let page = dial(&office, Transport::Tcp, "192.168.77.30", 80).unwrap();
    let head = converse(page, "HEAD / HTTP/1.1\r\nHost: 192.168.77.30\r\n\r\n", |_| false).await;
    assert!(String::from_utf8(head).unwrap().contains("Server: Yealink"));
}

#[tokio::test]
async fn rules_made_by_hand_pass_though_no_upnp_answers() {
    let office = open("no-upnp").await;
    let walker = Caller::new(&office, STREET, 5060).await;
    walker.say(options("abc").as_bytes()).await;
    assert!(walker.hear_text().await.contains("Call-ID: abc"));
    let control = dial(&office, Transport::Tcp, ROUTER, 5000).unwrap();
    assert_eq!(patiently(TcpStream::connect(control)).await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
}

#[tokio::test]
async fn nat_pmp_tells_the_address_and_opens_for_the_asker_only() {
    let office = open("only-for-the-asker").await;
    let caller = Caller::new(&office, ROUTER, 5351).await;
    caller.say(&[0, 0]).await;
    let reply = caller.hear().await;
    assert_eq!((reply.len(), &reply[..4], &reply[8..]), (12, &[0, 0x80, 0, 0][..], &[203, 0, 113, 7][..]));
    // An answer is not answered; the request after it is granted to the asker, at another port: a rule made by hand has
    // this one.
    caller.say(&reply).await;
    caller.say(&[0, 1, 0, 0, 0x13, 0xC4, 0x13, 0xC4, 0, 0, 0x1C, 0x20]).await;
    let grant = caller.hear().await;
    assert_eq!(
        (grant.len(), &grant[..4], &grant[8..]),
        (16, &[0, 0x81, 0, 0][..], &[0x13, 0xC4, 0x13, 0xC5, 0, 0, 0x1C, 0x20][..])
    );
    // A PCP client learns that it should fall back (RFC 6887 appendix A).
    let mut announce = vec![2, 0, 0, 0, 0, 0, 0, 0];
    announce.extend_from_slice(&"::ffff:192.168.77.10".parse::<std::net::Ipv6Addr>().unwrap().octets());
    caller.say(&announce).await;
    assert_eq!(caller.hear().await[..4], [0, 0x80, 0, 1]);

    let mut story = practice::scenario("only-for-the-asker").unwrap().clone();
    story.router.port_control = practice::PortControl::Pcp;
    let office = practice::open(&story, clock).await.unwrap();
    let caller = Caller::new(&office, ROUTER, 5351).await;
    caller.say(&announce).await;
    let reply = caller.hear().await;
    assert_eq!((reply.len(), &reply[..4]), (24, &[2, 0x80, 0, 0][..]));
    announce[23] = 11;
    caller.say(&announce).await;
    assert_eq!(caller.hear().await[3], 12, "speaks for another address");
}

#[tokio::test]
async fn every_running_row_speaks_its_protocol_and_the_others_refuse() {
    let mut story = practice::scenario("all-well").unwrap().clone();
    story.phone_system.running.extend(["xmpp", "mysql", "ami", "ftp", "smb"].map(toml_id));
    let office = practice::open(&story, clock).await.unwrap();
    let page = "HEAD / HTTP/1.1\r\nHost: 192.168.77.20\r\n\r\n";
    let stream = "<?xml version='1.0'?><stream:stream to='a' xmlns='jabber:client' version='1.0'>";
    for (port, words, expected) in [
        (80, page, "HTTP/1.1 200 OK"),
        (81, page, "HTTP/1.1 200 OK"),
        (22, "", "SSH-2.0-"),
        (5222, stream, "<?xml version='1.0'?><stream:stream"),
        (3306, "", "MariaDB"),
        (5038, "", "Asterisk Call Manager/"),
        (21, "", "220 "),
    ] {
        let to = dial(&office, Transport::Tcp, PHONE_SYSTEM, port).unwrap();
        let said = |heard: &[u8]| String::from_utf8_lossy(heard).contains(expected);
        assert!(said(&converse(to, words, said).await), "port {port}");
    }
    for port in [443, 83] {
        let to = dial(&office, Transport::Tcp, PHONE_SYSTEM, port).unwrap();
        assert_eq!(patiently(TcpStream::connect(to)).await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
    }
    let tftp = Caller::new(&office, PHONE_SYSTEM, 69).await;
    tftp.say(b"\x00\x01nobody.cfg\x00octet\x00").await;
    assert!(tftp.hear().await.starts_with(&[0, 5, 0, 1]));
    // A UDP row that does not run is refused by the system, as on a machine that is there.
    let stopped = Caller::new(&office, PHONE_SYSTEM, 1194).await;
    stopped.socket.connect(stopped.to).await.unwrap();
    stopped.socket.send(b"x").await.unwrap();
    assert_eq!(patiently(stopped.socket.recv(&mut [0; 8])).await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
}

#[tokio::test]
async fn a_phone_system_that_is_off_is_nowhere() {
    let office = open("phone-system-off").await;
    let routes = &office.surroundings.practice.as_ref().unwrap().routes;
    assert!(routes.iter().all(|r| r.story.ip().to_string() != PHONE_SYSTEM));
}

#[tokio::test]
async fn a_flood_of_visitors_and_a_huge_request_do_not_stop_the_router() {
    let office = open("all-well").await;
    let to = dial(&office, Transport::Tcp, ROUTER, 5000).unwrap();
    let huge = format!("POST /ctl/IPConn HTTP/1.1\r\nContent-Length: {}\r\n\r\n", 10 * 1024 * 1024);
    assert!(converse(to, &huge, |_| false).await.is_empty(), "hung up without an answer");
    let mut idle = Vec::new();
    for _ in 0..40 {
        idle.push(patiently(TcpStream::connect(to)).await.unwrap());
    }
    drop(idle);
    // Those who left make room for the next; connections beyond the cap are simply dropped meanwhile.
    let request = "GET /rootDesc.xml HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    patiently(async {
        loop {
            let mut stream = TcpStream::connect(to).await.unwrap();
            let mut heard = Vec::new();
            let sent = stream.write_all(request.as_bytes()).await.is_ok();
            if sent && stream.read_to_end(&mut heard).await.is_ok() && heard.starts_with(b"HTTP/1.1 200 ") {
                break;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn everybody_goes_home_when_the_office_is_dropped() {
    let office = open("all-well").await;
    let door = dial(&office, Transport::Tcp, ROUTER, 5000).unwrap();
    drop(TcpStream::connect(door).await.unwrap());
    drop(office);
    patiently(async {
        while TcpStream::connect(door).await.is_ok() {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

#[test]
fn an_office_can_move_to_another_thread() {
    fn is_send<T: Send>() {}
    is_send::<PracticeOffice>();
}

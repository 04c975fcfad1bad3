//! Routers as they describe themselves. Each pair of files in `tests/fixtures/devices` is one device, with the public
//! thread or page that taught it; those in `tests/fixtures/descriptions` are shapes of our own. `find` meets all of them
//! over loopback sockets. Then the moods of one router: faults, lists, lies.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::Path;
use std::sync::{Arc, Mutex};

use separate_entrance::domain::asked::{self, Held};
use separate_entrance::domain::case::Case;
use separate_entrance::domain::catalog;
use separate_entrance::domain::change::{Change, ChangeOutcome, ChangeResult};
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::message::Event;
use separate_entrance::domain::office::{Adapter, Answers, Control, Gateway, MappingList};
use separate_entrance::domain::probe::{PracticeStreet, Route, Surroundings};
use separate_entrance::domain::report::Looked;
use separate_entrance::domain::service::{ProfileId, ServiceId, Transport};
use separate_entrance::net::igd::{self, Router, RouterError};
use serde::Deserialize;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, UdpSocket};
use tokio::sync::mpsc;
use tokio::task::JoinSet;

const IGD: &str = "urn:schemas-upnp-org:device:InternetGatewayDevice:1";

/// One device of the fixtures.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Device {
    /// What it is; none for a shape of our own.
    #[serde(rename = "device")]
    what: Option<String>,
    /// Where it was met: `owner/repository#issue`, or a page.
    #[serde(default)]
    source: Vec<String>,
    /// What was learned there.
    taught: Option<String>,
    /// What a shape of our own is about.
    shape: Option<String>,
    location: String,
    /// Further places of the same description, told in the same breath.
    #[serde(default)]
    also: Vec<String>,
    server: Option<String>,
    /// The search target it answers; an internet gateway when not said.
    target: Option<String>,
    #[serde(default)]
    control: Vec<ControlPlace>,
    #[serde(default)]
    drive: Drive,
    expect: Option<Expect>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ControlPlace {
    place: String,
    status: String,
    external: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    guide: Option<String>,
    manufacturer: Option<String>,
    model: Option<String>,
    friendly: Option<String>,
    control: Control,
    wan: Option<IpAddr>,
}

/// What a device does when it is asked for entrances. Everything not said is what a helpful router does.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Drive {
    /// Its list at first.
    listed: Vec<u16>,
    /// Code for every question and request, whatever it is.
    refuses_all: Option<u16>,
    /// Code for every request for another device.
    refuses_others: Option<u16>,
    /// Code for an entry with an end.
    refuses_ends: Option<u16>,
    /// Code for an entry without one.
    refuses_no_end: Option<u16>,
    /// What it makes of any lease.
    always_lease: Option<u32>,
    /// Says yes and keeps nothing.
    forgets: bool,
    /// Entries that fit, and the code when they do not.
    room: Option<(usize, u16)>,
    /// Code for the question about one port, which it does not know.
    no_precise_question: Option<u16>,
    /// The finding that this becomes; none where the entrance is made.
    said: Option<String>,
    /// The end that an entrance then has; none: it stays.
    lease: Option<u32>,
}

/// The list of a device that is driven.
#[derive(Default)]
struct Kept {
    lines: Vec<(u16, String, String, u32)>,
}

impl Kept {
    fn new(drive: &Drive) -> Self {
        let line = |port: &u16| (*port, "UDP".to_owned(), "192.168.1.40".to_owned(), 0);
        Self { lines: drive.listed.iter().map(line).collect() }
    }

    fn answer(&mut self, drive: &Drive, request: &Request) -> Answer {
        let value = |name: &str| {
            let (_, rest) = request.body.split_once(&format!("<{name}>")).unwrap_or_else(|| panic!("no {name}"));
            rest.split('<').next().unwrap().to_owned()
        };
        let refused = |code: u16| fault(&code.to_string());
        let spelled = |line: &(u16, String, String, u32), whole: bool| {
            let (port, protocol, client, lease) = line;
            let head = if whole {
                format!(
                    "<NewRemoteHost></NewRemoteHost><NewExternalPort>{port}</NewExternalPort>\
                     <NewProtocol>{protocol}</NewProtocol>"
                )
            } else {
                String::new()
            };
            format!(
                "{head}<NewInternalPort>{port}</NewInternalPort><NewInternalClient>{client}</NewInternalClient>\
                 <NewEnabled>1</NewEnabled><NewPortMappingDescription>d</NewPortMappingDescription>\
                 <NewLeaseDuration>{lease}</NewLeaseDuration>"
            )
        };
        let place = |kept: &Self| {
            let (port, protocol) = (value("NewExternalPort"), value("NewProtocol"));
            kept.lines.iter().position(|l| l.0.to_string() == port && l.1 == protocol)
        };
        if let Some(code) = drive.refuses_all {
            return refused(code);
        }
        match request.action.as_str() {
            "GetGenericPortMappingEntry" => match self.lines.get(index(request)) {
                Some(line) => soap("GetGenericPortMappingEntry", &spelled(line, true)),
                None => refused(713),
            },
            "GetSpecificPortMappingEntry" => match (drive.no_precise_question, place(self)) {
                (Some(code), _) => refused(code),
                (None, Some(at)) => soap("GetSpecificPortMappingEntry", &spelled(&self.lines[at], false)),
                (None, None) => refused(714),
            },
            "DeletePortMapping" => match place(self) {
                Some(at) => {
                    self.lines.remove(at);
                    soap("DeletePortMapping", "")
                }
                None => refused(714),
            },
            "AddPortMapping" => {
                // Nobody's wildcard, and the same number on both sides: 715, 716, 724, 726, 727 and 732 never come about.
                assert_eq!((value("NewRemoteHost").as_str(), value("NewEnabled").as_str()), ("", "1"));
                assert!(value("NewExternalPort") == value("NewInternalPort") && value("NewExternalPort") != "0");
                assert!(value("NewPortMappingDescription").len() <= 31);
                let lease: u32 = value("NewLeaseDuration").parse().unwrap();
                let ends = if lease == 0 { drive.refuses_no_end } else { drive.refuses_ends };
                let full = drive.room.filter(|(room, _)| self.lines.len() >= *room).map(|(_, code)| code);
                if let Some(code) = drive.refuses_others.or(ends).or(full) {
                    return refused(code);
                }
                if !drive.forgets {
                    let port = value("NewExternalPort").parse().unwrap();
                    let lease = drive.always_lease.unwrap_or(lease);
                    self.lines.push((port, value("NewProtocol"), value("NewInternalClient"), lease));
                }
                soap("AddPortMapping", "")
            }
            other => panic!("{other} was asked"),
        }
    }
}

/// Who holds a port, as the engine asks it.
async fn held(router: &Router, change: &Change) -> Held {
    match router.specific(change.external_port, change.protocol).await {
        Ok(Some(line)) => return Held::By(line),
        Ok(None) if router.has_named_a_line() => return Held::Free,
        Ok(None) | Err(_) => {}
    }
    let (lines, list) = router.list().await;
    let free = if list == MappingList::Whole { Held::Free } else { Held::Unknown };
    lines.into_iter().find(|l| l.external_port == change.external_port).map_or(free, Held::By)
}

/// Asks for an entrance as the engine does, and gives what came of it.
async fn ask(router: &Router, change: &Change) -> ChangeResult {
    let mut answer = router.add(change).await;
    if let Err(RouterError::Code(code)) = answer
        && let Some(instead) = change.instead(code)
    {
        answer = router.add(&instead).await;
    }
    let plain = match answer {
        Ok(()) => asked::Answer::Yes,
        Err(RouterError::Code(code)) => asked::Answer::No(code),
        Err(RouterError::NoAnswer | RouterError::NotProper(_)) => asked::Answer::Nothing,
    };
    let after = held(router, change).await;
    let mut ended = asked::judge_answer(change, plain, &after);
    if let Held::By(line) = after {
        ended.lease_seconds = Some(line.lease_seconds);
    }
    ended
}

/// Opens two entrances, reads them back and takes them out again; what is refused is told by its own finding.
async fn drive(name: &str, router: &Router, drive: &Drive) {
    let (before, list) = router.list().await;
    let whole = if drive.refuses_all.is_none() { MappingList::Whole } else { MappingList::Partial };
    assert_eq!((before.len(), list), (drive.listed.len(), whole), "{name}");
    let iax = Change { service: ServiceId("iax2".to_owned()), external_port: 4569, ..change() };
    // As the plan asks: until removed.
    let wishes = [change(), iax].map(|c| Change { lease_seconds: 0, ..c });
    let mut changes = Vec::new();
    for wish in &wishes {
        changes.push(ask(router, wish).await);
    }
    let adapter = Adapter::way_out("eth0", Ipv4Addr::new(192, 168, 1, 10));
    let phone_system = IpAddr::V4(Ipv4Addr::new(192, 168, 1, 20));
    let answers = Answers {
        system: Some(ProfileId("freepbx".to_owned())),
        using: vec!["sip-udp".to_owned(), "iax2".to_owned()],
        pbx: Some(phone_system),
        ..Answers::default()
    };
    let mut case = Case::new("2026-11-23T12:00:00Z".parse().unwrap(), answers);
    let (lines, list) = router.list().await;
    assert_eq!(list, whole, "{name}");
    let gateway = Gateway { list, ..router.gateway.clone() };
    let address = gateway.address;
    for event in [
        Event::Adapters(vec![adapter]),
        Event::Looked(Looked::Network),
        Event::Gateway(gateway),
        Event::Looked(Looked::Router),
        Event::Mappings { gateway: address, mappings: lines },
        Event::Looked(Looked::PhoneSystem),
        Event::Looked(Looked::Inside),
    ]
    .into_iter()
    .chain(changes.iter().cloned().map(Event::Changed))
    {
        case.absorb(&event);
    }
    let refusals = [
        "router-refuses",
        "router-refuses-other-devices",
        "port-not-permitted",
        "mapping-conflict",
        "mapping-table-full",
    ];
    let report = judge(&case);
    let said: Vec<&str> = report.findings.iter().map(|f| f.code.as_str()).filter(|c| refusals.contains(c)).collect();
    assert_eq!(said, drive.said.as_deref().into_iter().collect::<Vec<_>>(), "{name}: {changes:?}");
    for (wish, ended) in wishes.iter().zip(&changes) {
        if ended.result != ChangeOutcome::Opened {
            assert!(drive.said.is_some(), "{name}: {ended:?}");
            continue;
        }
        assert_eq!(ended.lease_seconds, Some(drive.lease.unwrap_or(0)), "{name}");
        assert_eq!(router.delete(wish.external_port, wish.protocol).await, Ok(()), "{name}");
        assert!(matches!(held(router, wish).await, Held::Free), "{name}");
    }
    assert_eq!(router.list().await.0, before, "{name}: as it was");
}

/// A request as the device sees it.
struct Request {
    /// `http://host:port/path`, with the host of the story.
    place: String,
    action: String,
    body: String,
}

type Answer = (u16, Vec<u8>);
type Handler = Arc<dyn Fn(&Request) -> Answer + Send + Sync>;

/// A router on loopback. Its sockets close when it is dropped.
struct Office {
    surroundings: Surroundings,
    adapters: Vec<Adapter>,
    _tasks: JoinSet<()>,
}

/// Opens an office whose router answers a search for `target` with `locations`, and HTTP on the story's `ports`.
async fn open(
    ports: &[SocketAddr],
    locations: Vec<String>,
    target: String,
    server: String,
    handler: Handler,
) -> Office {
    let mut tasks = JoinSet::new();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let web = listener.local_addr().unwrap();
    tasks.spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let handler = Arc::clone(&handler);
            tokio::spawn(serve(stream, handler));
        }
    });
    let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let ssdp = socket.local_addr().unwrap();
    tasks.spawn(async move {
        let mut buffer = [0; 1024];
        loop {
            let (length, from) = socket.recv_from(&mut buffer).await.unwrap();
            let text = String::from_utf8_lossy(&buffer[..length]).into_owned();
            assert!(text.starts_with("M-SEARCH * HTTP/1.1\r\n") && text.contains("MX: 1\r\n"), "{text}");
            if text.contains(&format!("ST: {target}\r\n")) {
                for location in &locations {
                    let answer =
                        format!("HTTP/1.1 200 OK\r\nST: {target}\r\nServer: {server}\r\nLocation: {location}\r\n\r\n");
                    socket.send_to(answer.as_bytes(), from).await.unwrap();
                }
            }
        }
    });
    let gateway = ports.first().map_or(Ipv4Addr::new(192, 168, 1, 1), |p| match p.ip() {
        IpAddr::V4(ip) => ip,
        IpAddr::V6(_) => unreachable!("fixtures are IPv4"),
    });
    let mut routes: Vec<Route> =
        ports.iter().map(|story| Route { transport: Transport::Tcp, story: *story, real: web }).collect();
    routes.push(Route { transport: Transport::Udp, story: SocketAddr::from((gateway, 1900)), real: ssdp });
    let adapters = vec![Adapter { gateway: Some(gateway), ..Adapter::way_out("eth0", Ipv4Addr::new(192, 168, 1, 10)) }];
    let walker = IpAddr::V4(Ipv4Addr::new(11, 22, 33, 60));
    let street = PracticeStreet { adapters: adapters.clone(), ssdp, routes, walker, turns_down: false, witness: None };
    Office { surroundings: Surroundings { practice: Some(street), ..Surroundings::default() }, adapters, _tasks: tasks }
}

async fn serve(mut stream: tokio::net::TcpStream, handler: Handler) {
    let mut bytes = Vec::new();
    let (head, mut body) = loop {
        let mut chunk = [0; 4096];
        let length = stream.read(&mut chunk).await.unwrap_or(0);
        if length == 0 {
            return;
        }
        bytes.extend_from_slice(&chunk[..length]);
        if let Some(at) = bytes.windows(4).position(|w| w == b"\r\n\r\n") {
            break (String::from_utf8(bytes[..at].to_vec()).unwrap(), bytes[at + 4..].to_vec());
        }
    };
    let header = |name: &str| {
        let lines = head.lines().filter_map(|l| l.split_once(':'));
        lines.filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.trim().to_owned()).next()
    };
    let length = header("content-length").map_or(0, |l| l.parse().unwrap());
    while body.len() < length {
        let mut chunk = [0; 4096];
        let read = stream.read(&mut chunk).await.unwrap_or(0);
        if read == 0 {
            return;
        }
        body.extend_from_slice(&chunk[..read]);
    }
    let path = head.split(' ').nth(1).unwrap();
    let host = header("host").unwrap();
    let host = if host.contains(':') { host } else { format!("{host}:80") };
    let action = header("soapaction").unwrap_or_default();
    let action = action.trim_matches('"').rsplit('#').next().unwrap().to_owned();
    let request = Request { place: format!("http://{host}{path}"), action, body: String::from_utf8(body).unwrap() };
    let (status, answer) = handler(&request);
    let head = format!(
        "HTTP/1.1 {status} Some\r\nContent-Type: text/xml\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        answer.len()
    );
    // The client may have had enough of a body that is too long.
    let _ = stream.write_all(head.as_bytes()).await;
    let _ = stream.write_all(&answer).await;
}

fn soap(action: &str, values: &str) -> Answer {
    let text = format!(
        "<?xml version=\"1.0\"?>\n<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" \
         s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body><u:{action}Response \
         xmlns:u=\"urn:schemas-upnp-org:service:WANIPConnection:1\">{values}</u:{action}Response></s:Body></s:Envelope>"
    );
    (200, text.into_bytes())
}

fn fault(code: &str) -> Answer {
    let text = format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault><faultcode>s:Client\
         </faultcode><faultstring>UPnPError</faultstring><detail><UPnPError xmlns=\"urn:schemas-upnp-org:control-1-0\">\
         <errorCode>{code}</errorCode></UPnPError></detail></s:Fault></s:Body></s:Envelope>"
    );
    (500, text.into_bytes())
}

/// A status or address that is a number is the fault that the question brings.
fn status_or_address(request: &Request, status: &str, external: &str) -> Answer {
    let is_code = |said: &str| said.parse::<u16>().is_ok();
    match request.action.as_str() {
        "GetStatusInfo" if is_code(status) => fault(status),
        "GetExternalIPAddress" if is_code(external) => fault(external),
        "GetStatusInfo" => {
            let values = format!("<NewConnectionStatus>{status}</NewConnectionStatus><NewUptime>9</NewUptime>");
            soap("GetStatusInfo", &values)
        }
        "GetExternalIPAddress" => {
            soap("GetExternalIPAddress", &format!("<NewExternalIPAddress>{external}</NewExternalIPAddress>"))
        }
        _ => fault("401"),
    }
}

async fn found(office: &Office) -> Vec<Router> {
    let (sender, mut receiver) = mpsc::channel(8);
    let search = igd::find(&office.adapters, None, &office.surroundings, sender);
    let gather = async {
        let mut routers = Vec::new();
        while let Some(router) = receiver.recv().await {
            routers.push(router);
        }
        routers
    };
    tokio::join!(search, gather).1
}

/// The first router, as soon as it is known.
async fn first(office: &Office) -> Router {
    let (sender, mut receiver) = mpsc::channel(1);
    tokio::select! {
        biased;
        router = receiver.recv() => router.expect("a router"),
        _ = igd::find(&office.adapters, None, &office.surroundings, sender) => panic!("no router"),
    }
}

fn socket_addr(place: &str) -> SocketAddr {
    let host = place.trim_start_matches("http://").split('/').next().unwrap().replace("fritz.box", "192.168.1.1");
    if host.contains(':') { host.parse().unwrap() } else { format!("{host}:80").parse().unwrap() }
}

/// Devices that somebody met, and shapes of our own.
const DEVICES: &str = "devices";
const DESCRIPTIONS: &str = "descriptions";

fn devices(kind: &str) -> BTreeMap<String, (Device, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(kind);
    let files = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    let tomls = files.filter(|f| f.extension().is_some_and(|e| e == "toml"));
    tomls
        .map(|file| {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            let device: Device =
                toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"));
            (name, (device, std::fs::read(file.with_extension("xml")).unwrap()))
        })
        .collect()
}

async fn meet(name: String, device: Device, description: Vec<u8>) {
    let location = device.location.clone();
    let locations: Vec<String> = std::iter::once(&location).chain(&device.also).cloned().collect();
    let mut ports = vec![socket_addr(&location)];
    ports.extend(device.control.iter().map(|c| socket_addr(&c.place)));
    let gateway = if device.location.contains("192.168.1.254") { "192.168.1.254" } else { "192.168.1.1" };
    // The router itself first: it is who answers the search, whatever its location says.
    ports.insert(0, format!("{gateway}:1").parse().unwrap());
    let strangers = Arc::new(Mutex::new(Vec::new()));
    let handler: Handler = {
        let (strangers, places, control) = (Arc::clone(&strangers), locations.clone(), device.control);
        let (kept, mood) = (Mutex::new(Kept::new(&device.drive)), device.drive.clone());
        Arc::new(move |request: &Request| {
            if request.place.starts_with("http://192.168.1.66") {
                strangers.lock().unwrap().push(request.place.clone());
            }
            if places.iter().any(|p| request.place == *p || request.place == p.replace(":80/", "/")) {
                return (200, description.clone());
            }
            match control.iter().find(|c| c.place == request.place) {
                Some(c) if matches!(request.action.as_str(), "GetStatusInfo" | "GetExternalIPAddress") => {
                    status_or_address(request, &c.status, &c.external)
                }
                // Entrances are asked of the connection that is up, and of no other.
                Some(c) if c.status == "Connected" || control.len() == 1 || c.status.parse::<u16>().is_ok() => {
                    kept.lock().unwrap().answer(&mood, request)
                }
                Some(_) => fault("501"),
                None => (404, b"<html>not here</html>".to_vec()),
            }
        })
    };
    let target = device.target.unwrap_or_else(|| IGD.to_owned());
    let office = open(&ports, locations, target, device.server.unwrap_or_default(), handler).await;
    let routers = found(&office).await;
    assert_eq!(*strangers.lock().unwrap(), [""; 0], "{name}: another machine was asked");
    let Some(expect) = device.expect else {
        assert!(routers.is_empty(), "{name} is no router: {routers:?}");
        return;
    };
    assert_eq!(routers.len(), 1, "{name}");
    let gateway = &routers[0].gateway;
    assert_eq!(gateway.guide, expect.guide, "{name}");
    assert_eq!(gateway.manufacturer, expect.manufacturer, "{name}");
    assert_eq!(gateway.model, expect.model, "{name}");
    assert_eq!(gateway.friendly_name, expect.friendly, "{name}");
    assert_eq!(gateway.control, expect.control, "{name}");
    assert_eq!(gateway.wan_address, expect.wan, "{name}");
    assert!(gateway.is_default, "{name}");
    assert_eq!(routers[0].id.as_deref(), Some("uuid:00000000-0000-1000-0000-000000000001"), "{name}");
    drive(&name, &routers[0], &device.drive).await;
}

#[tokio::test]
async fn each_device_is_met_as_its_file_says() {
    // A search listens for two seconds, whatever else the machine does, so only a few are met at a time.
    const AT_ONCE: usize = 6;
    let mut meetings = JoinSet::new();
    let mut failed = 0;
    for (name, (device, description)) in devices(DEVICES).into_iter().chain(devices(DESCRIPTIONS)) {
        if meetings.len() >= AT_ONCE {
            failed += meetings.join_next().await.map_or(0, |met| usize::from(met.is_err()));
        }
        meetings.spawn(meet(name, device, description));
    }
    while let Some(met) = meetings.join_next().await {
        failed += usize::from(met.is_err());
    }
    assert_eq!(failed, 0, "each failure is shown above");
}

/// `owner/repository#issue`, or a page.
fn is_public_place(source: &str) -> bool {
    let name = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    let issue = source.split_once('#').and_then(|(place, number)| {
        let (owner, repository) = place.split_once('/')?;
        Some(name(owner) && name(repository) && number.parse::<u32>().is_ok())
    });
    source.starts_with("https://") || issue == Some(true)
}

#[test]
fn each_device_names_what_it_is_and_the_public_place_that_taught_it() {
    let met = devices(DEVICES);
    assert!(met.len() >= 40, "{}", met.len());
    for (name, (device, _)) in &met {
        let says = |text: &Option<String>| text.as_ref().is_some_and(|t| t.len() > 3);
        assert!(says(&device.what) && says(&device.taught) && device.shape.is_none(), "{name}");
        assert!(
            !device.source.is_empty() && device.source.iter().all(|s| is_public_place(s)),
            "{name}: {:?}",
            device.source
        );
    }
    for (name, (device, _)) in devices(DESCRIPTIONS) {
        assert!(device.shape.is_some_and(|s| s.len() > 10) && device.source.is_empty(), "{name}");
        assert!(!met.contains_key(&name), "{name} is both");
    }
    for no_place in ["field notes", "miniupnp#92", "a/b", "a/b#", "/b#1", "a b/c#1", "http://x"] {
        assert!(!is_public_place(no_place), "{no_place}");
    }
}

#[test]
fn the_families_of_the_field_notes_are_all_here() {
    let all = devices(DEVICES).into_iter().chain(devices(DESCRIPTIONS));
    let guides: std::collections::BTreeSet<String> = all.filter_map(|(_, (device, _))| device.expect?.guide).collect();
    for family in [
        "netgear",
        "tp-link",
        "d-link",
        "avm-fritzbox",
        "mikrotik",
        "huawei",
        "sagemcom",
        "technicolor",
        "linksys",
        "xfinity",
        "dd-wrt",
        "keenetic",
        "asus",
        "openwrt",
        "ubiquiti-unifi",
    ] {
        assert!(guides.contains(family), "{family} has no device");
    }
    assert!(guides.iter().all(|g| catalog::guide(g).is_some()), "{guides:?}");
}

const CONTROL: &str = "http://192.168.1.1:1900/c";

/// One ordinary router whose mapping actions are answered by `mood`.
async fn ordinary(mood: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> Office {
    let description =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/descriptions/odd-stale-base.xml"))
            .unwrap();
    let handler: Handler = Arc::new(move |request: &Request| match request.place.as_str() {
        "http://192.168.1.1:1900/d.xml" => (200, description.clone()),
        CONTROL if matches!(request.action.as_str(), "GetStatusInfo" | "GetExternalIPAddress") => {
            status_or_address(request, "Connected", "11.22.33.2")
        }
        CONTROL => mood(request),
        _ => (404, Vec::new()),
    });
    let ports = ["192.168.1.1:1900".parse().unwrap()];
    open(&ports, vec!["http://192.168.1.1:1900/d.xml".to_owned()], IGD.to_owned(), String::new(), handler).await
}

fn index(request: &Request) -> usize {
    let (_, rest) = request.body.split_once("<NewPortMappingIndex>").expect("an index");
    rest.split('<').next().unwrap().parse().unwrap()
}

fn line(port: usize) -> Answer {
    let values = format!(
        "<NewRemoteHost></NewRemoteHost><NewExternalPort>{port}</NewExternalPort><NewProtocol>UDP</NewProtocol>\
         <NewInternalPort>{port}</NewInternalPort><NewInternalClient>192.168.1.20</NewInternalClient>\
         <NewEnabled>1</NewEnabled><NewPortMappingDescription>d</NewPortMappingDescription>\
         <NewLeaseDuration>3600</NewLeaseDuration>"
    );
    soap("GetGenericPortMappingEntry", &values)
}

fn change() -> Change {
    Change {
        service: ServiceId("sip-udp".to_owned()),
        external_port: 5060,
        protocol: Transport::Udp,
        internal_client: IpAddr::V4(Ipv4Addr::new(192, 168, 1, 20)),
        lease_seconds: 3600,
        description: "Separate Entrance <SIP>".to_owned(),
    }
}

#[tokio::test]
async fn a_list_is_whole_only_at_its_proper_end() {
    type Mood = fn(&Request) -> Answer;
    let moods: [(&str, Mood, usize, MappingList); 12] = [
        ("713 after 30", |r| if index(r) < 30 { line(index(r) + 1) } else { fault("713") }, 30, MappingList::Whole),
        ("713 at once", |_| fault(" 713 "), 0, MappingList::Whole),
        ("no such action", |_| fault("401"), 0, MappingList::Unread),
        ("ends with 501", |r| if index(r) < 5 { line(index(r) + 1) } else { fault("501") }, 5, MappingList::Whole),
        (
            "one line refused",
            |r| if index(r) == 5 { fault("501") } else { line(index(r) + 1) },
            5,
            MappingList::Partial,
        ),
        ("501 at once", |_| fault("501"), 0, MappingList::Partial),
        (
            "501 at once, and nobody holds a port",
            |r| fault(if r.action == "GetSpecificPortMappingEntry" { "714" } else { "501" }),
            0,
            MappingList::Whole,
        ),
        ("402 at once", |_| fault("402"), 0, MappingList::Partial),
        (
            "402 at once, and nobody holds a port",
            |r| fault(if r.action == "GetSpecificPortMappingEntry" { "714" } else { "402" }),
            0,
            MappingList::Whole,
        ),
        ("never ends", |r| line(index(r) + 1), 1000, MappingList::Partial),
        ("ignores the index", |_| line(1), 1, MappingList::Partial),
        (
            "one line is garbage",
            |r| match index(r) {
                0 => line(1),
                1 => soap("GetGenericPortMappingEntry", "<NewExternalPort>many</NewExternalPort>"),
                2 => line(3),
                _ => fault("713"),
            },
            2,
            MappingList::Partial,
        ),
    ];
    for (name, mood, count, how) in moods {
        let office = ordinary(mood).await;
        let (lines, list) = first(&office).await.list().await;
        assert_eq!((lines.len(), list), (count, how), "{name}");
    }
}

#[tokio::test]
async fn a_change_is_asked_as_approved_and_its_refusal_keeps_the_number() {
    let office = ordinary(|request| {
        for part in [
            "<NewRemoteHost></NewRemoteHost>",
            "<NewExternalPort>5060</NewExternalPort>",
            "<NewProtocol>UDP</NewProtocol>",
            "<NewInternalPort>5060</NewInternalPort>",
            "<NewInternalClient>192.168.1.20</NewInternalClient>",
            "<NewEnabled>1</NewEnabled>",
            "<NewPortMappingDescription>Separate Entrance &lt;SIP&gt;</NewPortMappingDescription>",
            "<NewLeaseDuration>3600</NewLeaseDuration>",
        ] {
            assert!(request.body.contains(part), "{part} is not in {}", request.body);
        }
        soap("AddPortMapping", "")
    })
    .await;
    assert_eq!(first(&office).await.add(&change()).await, Ok(()));

    for code in [401, 402, 501, 600, 601, 603, 605, 606, 715, 716, 718, 724, 725, 726, 727, 728, 729, 732] {
        let office = ordinary(move |_| fault(&code.to_string())).await;
        let router = first(&office).await;
        assert_eq!(router.add(&change()).await, Err(RouterError::Code(code)));
        assert_eq!(router.delete(5060, Transport::Udp).await, Err(RouterError::Code(code)));
    }
}

#[tokio::test]
async fn one_port_is_held_or_not() {
    let office = ordinary(|request| {
        assert!(request.body.contains("<NewExternalPort>5060</NewExternalPort><NewProtocol>UDP</NewProtocol>"));
        soap(
            "GetSpecificPortMappingEntry",
            "<NewInternalPort>5060</NewInternalPort><NewInternalClient>192.168.1.30</NewInternalClient>",
        )
    })
    .await;
    let held = first(&office).await.specific(5060, Transport::Udp).await.unwrap().expect("a line");
    assert_eq!(held.internal_client, IpAddr::V4(Ipv4Addr::new(192, 168, 1, 30)));
    for (answer, expected) in [
        (fault("714"), Ok(None)),
        (fault("713"), Ok(None)),
        (soap("GetSpecificPortMappingEntry", ""), Ok(None)),
        (fault("606"), Err(RouterError::Code(606))),
        ((401, b"<html/>".to_vec()), Err(RouterError::NotProper("HTTP 401".to_owned()))),
    ] {
        let office = ordinary(move |_| answer.clone()).await;
        assert_eq!(first(&office).await.specific(5060, Transport::Udp).await, expected);
    }
}

#[tokio::test]
async fn what_a_hostile_router_says_is_cut_and_cleaned() {
    let endless = vec![b'x'; 200 * 1024];
    let office = ordinary(move |_| (200, endless.clone())).await;
    let Err(RouterError::NotProper(why)) = first(&office).await.add(&change()).await else { panic!("believed") };
    assert_eq!(why, "longer than 65536 bytes");

    let words = format!("<s:Fault xmlns:s='u'><faultstring>\u{1b}[2J{}</faultstring></s:Fault>", "\u{e9}".repeat(1000));
    let office = ordinary(move |_| (500, words.clone().into_bytes())).await;
    let Err(RouterError::NotProper(why)) = first(&office).await.delete(1, Transport::Tcp).await else {
        panic!("believed")
    };
    assert!(why.chars().count() == 200 && !why.chars().any(char::is_control), "{why}");
}

/// What one office's search finds where the router answers with several descriptions.
async fn found_at(
    locations: &[&str],
    description: impl Fn(&str) -> Option<&'static str> + Send + Sync + 'static,
) -> Vec<Router> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/descriptions");
    let handler: Handler = Arc::new(move |request: &Request| {
        if request.action.is_empty() {
            let file = description(&request.place).map(|name| folder.join(name));
            return file.map_or((404, Vec::new()), |file| (200, std::fs::read(file).unwrap()));
        }
        status_or_address(request, "Connected", "11.22.33.2")
    });
    let mut ports: Vec<SocketAddr> = locations.iter().map(|l| socket_addr(l)).collect();
    ports.insert(0, "192.168.1.1:1".parse().unwrap());
    let locations = locations.iter().map(|l| (*l).to_owned()).collect();
    found(&open(&ports, locations, IGD.to_owned(), String::new(), handler).await).await
}

#[tokio::test]
async fn a_router_that_answers_with_two_locations_is_one_router_by_the_better_one() {
    // The first is gone, as after a firmware update (home-assistant/core#68873 has such a box).
    let dead_and_good = ["http://192.168.1.1:49152/gone.xml", "http://192.168.1.1:1900/d.xml"];
    let routers = found_at(&dead_and_good, |place| place.ends_with("d.xml").then_some("odd-stale-base.xml")).await;
    assert_eq!(routers.len(), 1, "{routers:?}");
    // A page for WPS and the gateway itself, on two ports of one box.
    let wps_and_good = ["http://192.168.1.1:1990/wps.xml", "http://192.168.1.1:1900/d.xml"];
    let routers = found_at(&wps_and_good, |place| {
        Some(if place.ends_with("wps.xml") { "../devices/none-wps-page.xml" } else { "odd-stale-base.xml" })
    })
    .await;
    assert_eq!(routers.len(), 1, "{routers:?}");
    // Two good ones of one box, as FRITZ!Box has for versions 1 and 2: still one address, and one router in the end.
    let two_good = ["http://192.168.1.1:1900/d.xml", "http://192.168.1.1:1900/e.xml"];
    let routers = found_at(&two_good, |_| Some("odd-stale-base.xml")).await;
    let addresses: std::collections::BTreeSet<IpAddr> = routers.iter().map(|r| r.gateway.address).collect();
    assert_eq!(addresses.len(), 1, "{routers:?}");
    assert!(routers.iter().all(|r| r.gateway.wan_address.is_some()), "{routers:?}");
}

/// What is found at a router that names another address of its own, where its description is at this place, and all that
/// was asked for.
async fn of_two_addresses(told: &str, lives_at: &str) -> (Vec<Router>, Vec<String>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/descriptions/odd-stale-base.xml");
    let (description, place) = (std::fs::read(file).unwrap(), lives_at.to_owned());
    let handler: Handler = {
        let asked = Arc::clone(&asked);
        Arc::new(move |request: &Request| {
            asked.lock().unwrap().push(request.place.clone());
            if !request.action.is_empty() {
                return status_or_address(request, "Connected", "11.22.33.2");
            }
            if request.place == place { (200, description.clone()) } else { (404, Vec::new()) }
        })
    };
    // The other address is there, so that whoever asked it would be seen.
    let ports = ["192.168.1.1:49152", "192.168.1.1:5000", "192.168.1.1:1900", "192.168.100.1:49152"];
    let ports = ports.map(|p| p.parse().unwrap());
    let office = open(&ports, vec![told.to_owned()], IGD.to_owned(), String::new(), handler).await;
    let routers = found(&office).await;
    let asked = asked.lock().unwrap().clone();
    (routers, asked)
}

#[tokio::test]
async fn a_gateway_that_names_another_of_its_addresses_is_found_at_its_own() {
    let told = "http://192.168.100.1:49152/gateway/d.xml";
    for lives_at in ["http://192.168.1.1:49152/gateway/d.xml", "http://192.168.1.1:5000/rootDesc.xml"] {
        let (routers, asked) = of_two_addresses(told, lives_at).await;
        let addresses: Vec<IpAddr> = routers.iter().map(|r| r.gateway.address).collect();
        assert_eq!(addresses, ["192.168.1.1".parse::<IpAddr>().unwrap()], "{lives_at}: {asked:?}");
        assert!(asked.iter().all(|place| place.starts_with("http://192.168.1.1:")), "nobody else was asked: {asked:?}");
    }
}

#[tokio::test]
async fn three_descriptions_of_one_router_are_fetched_and_no_more() {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let handler: Handler = {
        let asked = Arc::clone(&asked);
        Arc::new(move |request: &Request| {
            asked.lock().unwrap().push(request.place.clone());
            (404, Vec::new())
        })
    };
    let locations = (0..20).map(|i| format!("http://192.168.1.1:1900/{i}.xml")).collect();
    let ports = ["192.168.1.1:1900".parse().unwrap()];
    let office = open(&ports, locations, IGD.to_owned(), String::new(), handler).await;
    assert!(found(&office).await.is_empty());
    assert_eq!(asked.lock().unwrap().len(), 3);
}

/// An ordinary router that answers a search for one target only.
async fn of_target(target: &str) -> Office {
    let description =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/descriptions/odd-stale-base.xml"))
            .unwrap();
    let handler: Handler = Arc::new(move |request: &Request| match request.place.as_str() {
        "http://192.168.1.1:1900/d.xml" => (200, description.clone()),
        CONTROL => status_or_address(request, "Connected", "11.22.33.2"),
        _ => (404, Vec::new()),
    });
    let ports = ["192.168.1.1:1900".parse().unwrap()];
    let locations = vec!["http://192.168.1.1:1900/d.xml".to_owned()];
    open(&ports, locations, target.to_owned(), String::new(), handler).await
}

#[tokio::test]
async fn a_router_that_knows_one_search_target_only_is_found_by_it() {
    let mut searches = JoinSet::new();
    for target in [
        "urn:schemas-upnp-org:device:InternetGatewayDevice:1",
        "urn:schemas-upnp-org:device:InternetGatewayDevice:2",
        "urn:schemas-upnp-org:service:WANIPConnection:1",
        "urn:schemas-upnp-org:service:WANIPConnection:2",
        "urn:schemas-upnp-org:service:WANPPPConnection:1",
        "upnp:rootdevice",
    ] {
        searches.spawn(async move { (target, found(&of_target(target).await).await.len()) });
    }
    while let Some(met) = searches.join_next().await {
        let (target, count) = met.unwrap();
        assert_eq!(count, 1, "{target}");
    }
}

#[tokio::test]
async fn a_router_is_found_whether_it_hears_its_name_or_the_call_to_everyone() {
    // Nobody reads here.
    let deaf = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let by_name_only = |street: &mut PracticeStreet| street.ssdp = deaf.local_addr().unwrap();
    // Its answers still come from its address, and nothing leads to its port by name.
    let by_call_only = |street: &mut PracticeStreet| {
        for route in street.routes.iter_mut().filter(|r| r.transport == Transport::Udp) {
            route.story.set_port(1901);
        }
    };
    for cut in [&by_name_only as &dyn Fn(&mut PracticeStreet), &by_call_only] {
        let mut office = of_target(IGD).await;
        cut(office.surroundings.practice.as_mut().unwrap());
        assert_eq!(found(&office).await.len(), 1, "miniupnp#802 has a router that answers by name only");
    }
    let mut office = of_target(IGD).await;
    by_name_only(office.surroundings.practice.as_mut().unwrap());
    by_call_only(office.surroundings.practice.as_mut().unwrap());
    assert!(found(&office).await.is_empty(), "and not where it hears neither");
}

/// An ordinary router on a network of its own, and this computer's adapter there.
async fn on_network(number: u8) -> Office {
    let description =
        std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/descriptions/odd-stale-base.xml"))
            .unwrap();
    let router = format!("192.168.{number}.1:1900");
    let location = format!("http://{router}/d.xml");
    let (place, control) = (location.clone(), format!("http://{router}/c"));
    let handler: Handler = Arc::new(move |request: &Request| match &request.place {
        asked if *asked == place => (200, description.clone()),
        asked if *asked == control => status_or_address(request, "Connected", "11.22.33.2"),
        _ => (404, Vec::new()),
    });
    let ports = [router.parse().unwrap()];
    let mut office = open(&ports, vec![location], IGD.to_owned(), String::new(), handler).await;
    let adapter = &mut office.adapters[0];
    adapter.name = format!("eth{number}");
    adapter.address = Ipv4Addr::new(192, 168, number, 10);
    adapter.default_route = number == 1;
    office
}

#[tokio::test]
async fn every_adapter_is_searched_and_a_box_that_never_answers_holds_nobody_up() {
    let (mut office, second, mut third) = (on_network(1).await, on_network(2).await, on_network(3).await);
    // Announces itself, takes the connection and then says nothing at all.
    let mute = TcpListener::bind("127.0.0.1:0").await.unwrap();
    for route in &mut third.surroundings.practice.as_mut().unwrap().routes {
        if route.transport == Transport::Tcp {
            route.real = mute.local_addr().unwrap();
        }
    }
    let street = office.surroundings.practice.as_mut().unwrap();
    for other in [&second, &third] {
        street.routes.extend(other.surroundings.practice.as_ref().unwrap().routes.iter().copied());
        office.adapters.extend(other.adapters.iter().cloned());
    }
    let mut met: Vec<(String, bool)> =
        found(&office).await.iter().map(|r| (r.gateway.address.to_string(), r.gateway.is_default)).collect();
    met.sort();
    assert_eq!(met, [("192.168.1.1".to_owned(), true), ("192.168.2.1".to_owned(), false)]);
}

//! The fuzzer plays the router: it is found and describes itself as routers do, and answers what it likes from then on.
//! The real engine looks, opens two entrances and takes them back. Whatever the router says, nothing is written to it
//! that is not in the journal on disk, nothing is called opened that it did not list, and nothing of ours is forgotten.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use separate_entrance::domain::case::Case;
use separate_entrance::domain::change::{Change, ChangeOutcome, ChangeSet, JournalState};
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::message::{Command, Event, RunId};
use separate_entrance::domain::office::{Adapter, Answers};
use separate_entrance::domain::probe::{PracticeStreet, Route};
use separate_entrance::domain::report::{TopVerdict, Verdict};
use separate_entrance::domain::service::{ProfileId, ServiceId, Transport};
use separate_entrance::engine::{Engine, Place};
use separate_entrance::store::Store;

use super::shown;

const ROUTER: Ipv4Addr = Ipv4Addr::new(192, 168, 77, 1);
const PHONE_SYSTEM: Ipv4Addr = Ipv4Addr::new(192, 168, 77, 20);
const PORTS: [u16; 2] = [5060, 5222];

/// Bytes that decide, one after the other, and then zeros: a router whose imagination is at its end is honest.
struct Whims(Vec<u8>);

impl Whims {
    fn next(&mut self) -> u8 {
        if self.0.is_empty() { 0 } else { self.0.remove(0) }
    }

    fn words(&mut self) -> Vec<u8> {
        let length = (usize::from(self.next()) * 4).min(self.0.len());
        self.0.drain(..length).collect()
    }
}

/// What the router did, for the end.
#[derive(Default)]
struct Record {
    /// It says yes and keeps nothing.
    forgets: bool,
    /// What it was asked to open and said yes to, by port.
    table: BTreeSet<u16>,
    /// Ports that it ever listed as ours.
    listed: BTreeSet<u16>,
    /// Promises that were broken. A thread of its own cannot fail the test itself.
    broken: Vec<String>,
}

struct HostileRouter {
    http: SocketAddr,
    ssdp: SocketAddr,
    record: Arc<Mutex<Record>>,
    stop: Arc<std::sync::atomic::AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl HostileRouter {
    fn open(whims: Vec<u8>, folder: PathBuf) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        socket.set_read_timeout(Some(Duration::from_millis(50))).unwrap();
        let (http, ssdp) = (listener.local_addr().unwrap(), socket.local_addr().unwrap());
        let mut whims = Whims(whims);
        let record = Arc::new(Mutex::new(Record { forgets: whims.next() % 2 == 1, ..Record::default() }));
        let stop = Arc::new(std::sync::atomic::AtomicBool::new(false));
        let over = |stop: &std::sync::atomic::AtomicBool| stop.load(std::sync::atomic::Ordering::Relaxed);
        let (kept, ended) = (Arc::clone(&record), Arc::clone(&stop));
        let serve = move || {
            while let Ok((stream, _)) = listener.accept() {
                if over(&ended) {
                    return;
                }
                let _answered = serve(stream, &mut whims, &kept, &folder);
            }
        };
        let ended = Arc::clone(&stop);
        let answer = move || {
            let mut question = [0; 2048];
            while !over(&ended) {
                let Ok((length, from)) = socket.recv_from(&mut question) else { continue };
                if question[..length].starts_with(b"M-SEARCH") {
                    let _sent = socket.send_to(FOUND.as_bytes(), from);
                }
            }
        };
        let thread = |name: &str, work: Box<dyn FnOnce() + Send>| {
            std::thread::Builder::new().name(name.to_owned()).spawn(work).unwrap()
        };
        let threads = vec![thread("router", Box::new(serve)), thread("ssdp", Box::new(answer))];
        Self { http, ssdp, record, stop, threads }
    }

    fn street(&self) -> PracticeStreet {
        let adapter = Adapter { gateway: Some(ROUTER), ..Adapter::way_out("story0", Ipv4Addr::new(192, 168, 77, 10)) };
        let route = |transport, port: u16, real| Route { transport, story: SocketAddr::from((ROUTER, port)), real };
        PracticeStreet {
            adapters: vec![adapter],
            ssdp: self.ssdp,
            routes: vec![route(Transport::Udp, 1900, self.ssdp), route(Transport::Tcp, 5000, self.http)],
            walker: IpAddr::from([198, 51, 100, 9]),
            turns_down: false,
            witness: None,
        }
    }
}

impl Drop for HostileRouter {
    fn drop(&mut self) {
        self.stop.store(true, std::sync::atomic::Ordering::Relaxed);
        // Wakes the thread that waits for visitors.
        let _woken = TcpStream::connect(self.http);
        for thread in self.threads.drain(..) {
            let ended = thread.join();
            assert!(std::thread::panicking() || ended.is_ok());
        }
    }
}

const FOUND: &str = "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: urn:schemas-upnp-org:device:InternetGatewayDevice:1\r\n\
    USN: uuid:1::x\r\nEXT:\r\nSERVER: Linux UPnP/1.0 MiniUPnPd/1.9\r\nLOCATION: http://192.168.77.1:5000/rootDesc.xml\r\n\r\n";

const DESCRIPTION: &str = "<?xml version=\"1.0\"?><root xmlns=\"urn:schemas-upnp-org:device-1-0\"><device>\
    <deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType><friendlyName>Router</friendlyName>\
    <manufacturer>Anybody</manufacturer><modelName>Any</modelName><UDN>uuid:1</UDN><deviceList><device><deviceList><device>\
    <serviceList><service><serviceType>urn:schemas-upnp-org:service:WANIPConnection:1</serviceType>\
    <controlURL>/ctl/IPConn</controlURL></service></serviceList></device></deviceList></device></deviceList></device></root>";

/// Answers one request: honestly, or as the whim is.
fn serve(mut stream: TcpStream, whims: &mut Whims, record: &Mutex<Record>, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    let request = read_request(&mut stream)?;
    let honest = honest_answer(&request, record, folder);
    let description = request.starts_with("GET ");
    let answer = match whims.next() % 8 {
        // The search before was true, so mostly the description is too.
        _ if description && whims.next() % 16 != 15 => honest,
        0..=2 => honest,
        3 => whims.words(),
        4 => http(200, &whims.words()),
        5 => http(200, &soap_answer(&request, &String::from_utf8_lossy(&whims.words()))),
        6 => {
            let code = [401, 402, 501, 606, 713, 714, 718, 724, 725, 727, 728, 729, u16::from(whims.next()) * 257];
            let which = usize::from(whims.next()) % code.len();
            http(500, &fault(code[which]))
        }
        _ => {
            // A line of a list, about somebody and something.
            let ports = [5060, 5222, 0, 65_535, u16::from(whims.next())];
            let clients = ["192.168.77.20", "192.168.77.30", "127.0.0.1", "203.0.113.99", "0.0.0.0", "<x>", "::1"];
            let port = ports[usize::from(whims.next()) % ports.len()];
            let client = clients[usize::from(whims.next()) % clients.len()];
            if client == "192.168.77.20" {
                // Of which port this is an answer is for the asker to know.
                record.lock().unwrap().listed.extend(PORTS);
            }
            http(200, &soap_answer(&request, &entry(port, client, "SepEntrance sip-udp")))
        }
    };
    let text = String::from_utf8_lossy(&answer).into_owned();
    if text.contains("192.168.77.20") {
        record.lock().unwrap().listed.extend(PORTS);
    }
    stream.write_all(&answer)?;
    stream.shutdown(std::net::Shutdown::Write)
}

fn read_request(stream: &mut TcpStream) -> std::io::Result<String> {
    let mut kept = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let length = stream.read(&mut buffer)?;
        kept.extend_from_slice(&buffer[..length]);
        let text = String::from_utf8_lossy(&kept).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            if length == 0 {
                return Ok(text);
            }
            continue;
        };
        let lower = head.to_ascii_lowercase();
        let told =
            lower.lines().find_map(|l| l.strip_prefix("content-length:")?.trim().parse::<usize>().ok()).unwrap_or(0);
        if body.len() >= told || length == 0 {
            return Ok(text);
        }
    }
}

fn action(request: &str) -> &str {
    request.split('#').nth(1).and_then(|rest| rest.split('"').next()).unwrap_or("Nothing")
}

fn value<'r>(request: &'r str, name: &str) -> &'r str {
    let open = format!("<{name}>");
    request.split(&open).nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default()
}

fn honest_answer(request: &str, record: &Mutex<Record>, folder: &Path) -> Vec<u8> {
    if request.starts_with("GET ") {
        return http(200, DESCRIPTION.as_bytes());
    }
    let mut record = record.lock().unwrap();
    let port: u16 = value(request, "NewExternalPort").parse().unwrap_or(0);
    match action(request) {
        "GetExternalIPAddress" => {
            http(200, &soap_answer(request, "<NewExternalIPAddress>203.0.113.7</NewExternalIPAddress>"))
        }
        "GetStatusInfo" => http(200, &soap_answer(request, "<NewConnectionStatus>Connected</NewConnectionStatus>")),
        "AddPortMapping" => {
            let journal = std::fs::read_to_string(folder.join("journal.json")).unwrap_or_default();
            let is_there = journal.contains(&format!("\"external_port\": {port}"));
            if !is_there || value(request, "NewInternalClient") != "192.168.77.20" || !PORTS.contains(&port) {
                record.broken.push(format!("asked without a word in the journal: {request} {journal}"));
            }
            if !record.forgets {
                record.table.insert(port);
            }
            http(200, &soap_answer(request, ""))
        }
        "DeletePortMapping" => {
            if !PORTS.contains(&port) {
                record.broken.push(format!("takes out what is not ours: {request}"));
            }
            let code = if record.table.remove(&port) { None } else { Some(714) };
            code.map_or_else(|| http(200, &soap_answer(request, "")), |code| http(500, &fault(code)))
        }
        "GetSpecificPortMappingEntry" if record.table.contains(&port) => {
            record.listed.insert(port);
            http(200, &soap_answer(request, &entry(port, "192.168.77.20", plate(port))))
        }
        "GetGenericPortMappingEntry" => {
            let index: usize = value(request, "NewPortMappingIndex").parse().unwrap_or(0);
            let Some(port) = record.table.iter().nth(index).copied() else { return http(500, &fault(713)) };
            record.listed.insert(port);
            http(200, &soap_answer(request, &entry(port, "192.168.77.20", plate(port))))
        }
        _ => http(500, &fault(714)),
    }
}

fn plate(port: u16) -> &'static str {
    if port == PORTS[0] { "SepEntrance sip-udp" } else { "SepEntrance xmpp" }
}

fn entry(port: u16, client: &str, description: &str) -> String {
    let protocol = if port == PORTS[0] { "UDP" } else { "TCP" };
    format!(
        "<NewRemoteHost></NewRemoteHost><NewExternalPort>{port}</NewExternalPort><NewProtocol>{protocol}</NewProtocol>\
         <NewInternalPort>{port}</NewInternalPort><NewInternalClient>{client}</NewInternalClient><NewEnabled>1</NewEnabled>\
         <NewPortMappingDescription>{description}</NewPortMappingDescription><NewLeaseDuration>0</NewLeaseDuration>"
    )
}

fn soap_answer(request: &str, inside: &str) -> Vec<u8> {
    let action = action(request);
    format!(
        "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>\
         <u:{action}Response xmlns:u=\"urn:schemas-upnp-org:service:WANIPConnection:1\">{inside}</u:{action}Response></s:Body></s:Envelope>"
    )
    .into_bytes()
}

fn fault(code: u16) -> Vec<u8> {
    format!(
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault><faultstring>UPnPError</faultstring>\
         <detail><UPnPError><errorCode>{code}</errorCode></UPnPError></detail></s:Fault></s:Body></s:Envelope>"
    )
    .into_bytes()
}

fn http(status: u16, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status} x\r\nContent-Type: text/xml\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

pub fn router(data: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let router = HostileRouter::open(data.to_vec(), folder.path().to_owned());
    let place = Place::Street(Box::new(router.street()));
    let mut engine = Engine::start(place, Some(folder.path().to_owned()), Arc::new(|| {})).unwrap();
    let answers = Answers {
        system: Some(ProfileId("freepbx".to_owned())),
        using: vec!["remote-phones".to_owned()],
        pbx: Some(PHONE_SYSTEM.into()),
        ..Answers::default()
    };
    let mut case = Case::new("2026-11-23T12:00:00Z".parse().unwrap(), answers);
    while !matches!(engine.wait_next(), Some((_, Event::Journal(_)))) {}
    let mut run = 0;
    let mut carry_out = |engine: &mut Engine, case: &mut Case, command: Command| {
        run += 1;
        assert!(engine.send(RunId(run), command));
        loop {
            let (_, event) = engine.wait_next().expect("the engine ended");
            heard(&event);
            case.absorb(&event);
            if matches!(event, Event::Finished { .. }) {
                return;
            }
        }
    };
    carry_out(
        &mut engine,
        &mut case,
        Command::Look { router: Some(ROUTER), interface: None, phones_use: None, street_name: None },
    );
    let change = |service: &str, port: u16, protocol| Change {
        service: ServiceId(service.to_owned()),
        external_port: port,
        protocol,
        internal_client: PHONE_SYSTEM.into(),
        lease_seconds: 0,
        description: plate(port).to_owned(),
    };
    let set = ChangeSet {
        gateway: Some(ROUTER.into()),
        changes: vec![change("sip-udp", PORTS[0], Transport::Udp), change("xmpp", PORTS[1], Transport::Tcp)],
    };
    carry_out(&mut engine, &mut case, Command::Apply(set.approve()));
    for change in
        case.changes.iter().filter(|c| matches!(c.result, ChangeOutcome::Opened | ChangeOutcome::AlreadyThere))
    {
        assert!(router.record.lock().unwrap().listed.contains(&change.external_port), "nobody listed {change:?}");
    }
    let opened = case.journal.len();
    let ids = case.journal.iter().filter(|e| e.is_open()).map(|e| e.id).collect();
    carry_out(&mut engine, &mut case, Command::Undo(ids));
    assert_eq!(case.journal.len(), opened, "nothing of ours is forgotten");
    let report = judge(&case);
    assert_ne!(report.verdict, TopVerdict::Ready);
    assert!(report.services.iter().all(|s| s.verdict != Verdict::Verified), "on a router's word alone");
    drop(engine);

    let (store, aside) = Store::open(Some(folder.path().to_owned())).unwrap();
    assert!(aside.is_empty(), "{aside:?}");
    let record = router.record.lock().unwrap();
    assert!(record.broken.is_empty(), "{:#?}", record.broken);
    // What an honest part of it still holds must stand in the journal as ours, or as left alone on purpose.
    for port in &record.table {
        let mine = store.journal().entries().into_iter().filter(|e| e.change.external_port == *port);
        let told = mine.map(|e| e.state).collect::<Vec<_>>();
        assert!(!told.is_empty() && told.iter().any(|s| *s != JournalState::Undone), "{port} is open: {told:?}");
    }
}

/// Whatever a router says of itself can be shown.
fn heard(event: &Event) {
    if let Event::Gateway(gateway) = event {
        [&gateway.manufacturer, &gateway.model, &gateway.friendly_name, &gateway.server]
            .into_iter()
            .flatten()
            .for_each(|s| shown(s));
    }
    if let Event::Mappings { mappings, .. } = event {
        for line in mappings {
            shown(&line.description);
        }
    }
}

pub fn router_seeds() -> Vec<Vec<u8>> {
    let mut seeds = vec![vec![0], vec![1]];
    // Each whim at each place.
    for whim in 3..8_u8 {
        for place in (0..12_usize).step_by(2) {
            let mut whims = vec![0; place + 1];
            whims.extend([whim, 3, 1, 0, whim, 2, 0, 5, 1]);
            seeds.push(whims);
        }
    }
    seeds
}

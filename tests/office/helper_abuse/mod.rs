//! The standing helper under attack: whatever an attacker can say or withhold, it walks only to the address that the
//! connection comes from, sends no more than it was sent, and stays small. Real sockets on loopback; each attacker and
//! each victim has a loopback address of its own, which only Linux has without asking.
#![cfg(target_os = "linux")]

mod aim;
mod floods;
mod letters;
mod liars;
mod limits;
mod ways;
mod weight;

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
use separate_entrance::helper::client::{self, HelperWalk, WalkOrder};
use separate_entrance::helper::doorman::{Arrived, LONGEST_LETTER, Letter, Ticket};
use separate_entrance::helper::doorman_ports::SEATS;
use separate_entrance::helper::doors;
use separate_entrance::helper::guard::{CONNECTIONS, REQUESTS};
use separate_entrance::helper::link::Link;
use separate_entrance::helper::protocol::{
    DOORMAN, DOORMAN_SEEN, DoormanAnswer, DoormanRequest, MOST_SEEN_BYTES, SeenRequest, VoiceRequest, WALK, WalkAnswer,
    WalkRequest, bytes_owed,
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
        targets: Targets::AlsoPrivate,
        page: "a page".to_owned(),
        ..Settings::new(Identity::make().unwrap(), vec![KEY.to_owned()])
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
                let server = format!("Server: {}", "x".repeat(300));
                let reply = format!("SIP/2.0 200 OK\r\n{kept}\r\n{server}\r\nContent-Length: 0\r\n\r\n");
                udp.send_to(reply.as_bytes(), from).ok();
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
    ask_at(&helper.link, helper.place(), from)
}

/// The same, by a link and at a place that may not fit together.
fn ask_at(link: &Link, place: SocketAddr, from: IpAddr) -> Result<HelperWalk, Problem> {
    ask_with(link, place, from, None)
}

fn ask_with(link: &Link, place: SocketAddr, from: IpAddr, voice: Option<VoiceRequest>) -> Result<HelperWalk, Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    // Voices are asked of their own row.
    let rtp = voice.iter().map(|_| ServiceId("rtp".to_owned()));
    let services: Vec<ServiceId> = services().into_iter().chain(rtp).collect();
    let order = WalkOrder { profile: profile(), services: &services, voice };
    runtime.block_on(client::walk(link, place, &order, &net::From::address(from), Timestamp::UNIX_EPOCH, &|| ()))
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

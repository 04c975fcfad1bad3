//! A practice office in which somebody stands between the program and its router: every request comes by here, and may
//! be lost, answered otherwise, or carried out without an answer. Nothing is decided here; each test says what happens.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use separate_entrance::domain::probe::{PracticeStreet, Route};
use separate_entrance::domain::service::Transport;
use separate_entrance::engine::Place;
use separate_entrance::practice::{self, Scenario};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::sync::oneshot;
use tokio::time::timeout;

use crate::stories::Sitting;

/// Ports of the router: its UPnP, and NAT-PMP beside PCP.
const CONTROL: u16 = 5000;
const PORT_CONTROL: u16 = 5351;

/// One request to the router.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// The UPnP action; of NAT-PMP and PCP `Map` and `Unmap`, and for all else nothing.
    pub(crate) action: String,
    /// The envelope; of NAT-PMP and PCP the port inside.
    pub(crate) body: String,
}

/// What the router hears, and what the program hears.
pub(crate) struct Turn {
    hears: Option<String>,
    says: Says,
}

enum Says {
    ItsAnswer,
    No(u16),
    Nothing,
}

impl Turn {
    /// As if nobody stood there.
    pub(crate) const PASS: fn(&Asked) -> Self = |asked| Self { hears: Some(asked.body.clone()), says: Says::ItsAnswer };
    /// It never gets there.
    pub(crate) const LOST: Self = Self { hears: None, says: Says::Nothing };

    /// Refused on the way.
    pub(crate) const fn no(code: u16) -> Self {
        Self { hears: None, says: Says::No(code) }
    }

    /// The router carries out this instead, and the program hears a refusal.
    pub(crate) const fn no_but(body: String, code: u16) -> Self {
        Self { hears: Some(body), says: Says::No(code) }
    }
}

type Hook = Box<dyn FnMut(&Asked) -> Turn + Send>;

/// Both ends of the talk.
#[derive(Clone)]
struct Ear {
    asked: Arc<Mutex<Vec<Asked>>>,
    hook: Arc<Mutex<Hook>>,
}

impl Ear {
    fn hear(&self, asked: Asked) -> Turn {
        let turn = (self.hook.lock().unwrap())(&asked);
        self.asked.lock().unwrap().push(asked);
        turn
    }
}

/// The office, open until this goes.
pub(crate) struct Between {
    ear: Ear,
    street: PracticeStreet,
    story: Scenario,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

#[expect(clippy::disallowed_methods, reason = "a practice office stands in real time")]
fn clock() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

impl Between {
    /// Opens the office of a story, changed by `change`.
    pub(crate) fn open(story: &str, change: impl FnOnce(&mut Scenario)) -> Self {
        let mut story = practice::scenario(story).unwrap().clone();
        change(&mut story);
        let ear = Ear { asked: Arc::default(), hook: Arc::new(Mutex::new(Box::new(Turn::PASS))) };
        let (opened, street) = oneshot::channel();
        let (end, ended) = oneshot::channel();
        let (theirs, its_story) = (ear.clone(), story.clone());
        let stand = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async move {
                let office = practice::open(&its_story, clock).await.unwrap();
                let mut street = office.surroundings.practice.clone().unwrap();
                for route in street.routes.iter_mut().filter(|r| r.story.ip().to_string() == "192.168.77.1") {
                    stand_before(route, &theirs).await;
                }
                opened.send(street).unwrap();
                ended.await.ok();
            });
        };
        let thread = std::thread::Builder::new().name("between".to_owned()).spawn(stand).unwrap();
        Self { ear, street: street.blocking_recv().unwrap(), story, end: Some(end), thread: Some(thread) }
    }

    /// The program in this office, with a look behind it.
    pub(crate) fn sitting(&self, folder: &Path) -> Sitting {
        let place = Place::Street(Box::new(self.street.clone()));
        let mut sitting = Sitting::at(place, Some(folder), self.story.answers.clone());
        sitting.look_and_ask();
        sitting
    }

    /// What happens from now on. What was asked before is forgotten.
    pub(crate) fn henceforth(&self, hook: impl FnMut(&Asked) -> Turn + Send + 'static) {
        *self.ear.hook.lock().unwrap() = Box::new(hook);
        self.ear.asked.lock().unwrap().clear();
    }

    /// How often this was asked since.
    pub(crate) fn times(&self, action: &str) -> usize {
        self.ear.asked.lock().unwrap().iter().filter(|a| a.action == action).count()
    }

    /// The same of NAT-PMP and PCP, for this port inside.
    pub(crate) fn of(&self, action: &str, port: u16) -> usize {
        let asked = self.ear.asked.lock().unwrap();
        asked.iter().filter(|a| a.action == action && a.body == port.to_string()).count()
    }
}

impl Drop for Between {
    fn drop(&mut self) {
        self.end.take();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// Takes the router's place at one of its ports.
async fn stand_before(route: &mut Route, ear: &Ear) {
    let (real, ear) = (route.real, ear.clone());
    match (route.transport, route.story.port()) {
        (Transport::Tcp, CONTROL) => {
            let front = TcpListener::bind("127.0.0.1:0").await.unwrap();
            route.real = front.local_addr().unwrap();
            tokio::spawn(async move {
                while let Ok((stream, _)) = front.accept().await {
                    tokio::spawn(pass_on(stream, real, ear.clone()));
                }
            });
        }
        (Transport::Udp, PORT_CONTROL) => {
            let front = UdpSocket::bind("127.0.0.1:0").await.unwrap();
            route.real = front.local_addr().unwrap();
            tokio::spawn(pass_datagrams_on(front, real, ear));
        }
        (Transport::Tcp | Transport::Udp, _) => {}
    }
}

async fn pass_on(mut stream: TcpStream, real: std::net::SocketAddr, ear: Ear) {
    let mut request = Vec::new();
    let end = loop {
        if let Some(end) = request.windows(4).position(|w| w == b"\r\n\r\n") {
            break end + 4;
        }
        if stream.read_buf(&mut request).await.unwrap_or(0) == 0 {
            return;
        }
    };
    let head = String::from_utf8(request[..end].to_vec()).unwrap();
    let header = |name: &str| {
        let mut lines = head.lines().filter_map(|l| l.split_once(':'));
        lines.find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim().to_owned())
    };
    let length = header("content-length").map_or(0, |l| l.parse().unwrap());
    while request.len() < end + length {
        if stream.read_buf(&mut request).await.unwrap_or(0) == 0 {
            return;
        }
    }
    let body = String::from_utf8(request[end..].to_vec()).unwrap();
    let action = header("soapaction").unwrap_or_default();
    let action = action.trim_matches('"').rsplit('#').next().unwrap_or_default().to_owned();
    let turn = ear.hear(Asked { action, body });
    let mut answer = Vec::new();
    if let Some(body) = turn.hears {
        let before = format!("ontent-Length: {length}\r\n");
        let head = head.replace(&before, &format!("ontent-Length: {}\r\n", body.len()));
        let mut router = TcpStream::connect(real).await.unwrap();
        router.write_all(format!("{head}{body}").as_bytes()).await.unwrap();
        router.read_to_end(&mut answer).await.ok();
    }
    let answer = match turn.says {
        Says::ItsAnswer => answer,
        Says::No(code) => fault(code).into_bytes(),
        Says::Nothing => return,
    };
    stream.write_all(&answer).await.ok();
    stream.shutdown().await.ok();
}

fn fault(code: u16) -> String {
    let body = format!(
        "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault>\
         <faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail><UPnPError \
         xmlns=\"urn:schemas-upnp-org:control-1-0\"><errorCode>{code}</errorCode></UPnPError></detail></s:Fault>\
         </s:Body></s:Envelope>"
    );
    let length = body.len();
    format!("HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/xml\r\nContent-Length: {length}\r\n\r\n{body}")
}

async fn pass_datagrams_on(front: UdpSocket, real: std::net::SocketAddr, ear: Ear) {
    let mut room = [0; 1100];
    loop {
        // Whoever asked may have given up and gone: then this tells of the answer that nobody took.
        let Ok((length, from)) = front.recv_from(&mut room).await else { continue };
        let request = room[..length].to_vec();
        let turn = ear.hear(named(&request));
        let back = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        if turn.hears.is_some() {
            back.send_to(&request, real).await.unwrap();
        }
        let mut room = [0; 1100];
        match turn.says {
            Says::ItsAnswer if turn.hears.is_some() => {
                if let Ok(Ok(length)) = timeout(Duration::from_secs(20), back.recv(&mut room)).await {
                    front.send_to(&room[..length], from).await.ok();
                }
            }
            // NAT-PMP ends an error after its clock.
            Says::No(code) => {
                let [high, low] = code.to_be_bytes();
                front.send_to(&[0, 0x80 | request[1], high, low, 0, 0, 0, 9], from).await.ok();
            }
            Says::ItsAnswer | Says::Nothing => {}
        }
    }
}

/// A request of NAT-PMP or PCP.
fn named(request: &[u8]) -> Asked {
    let (secs, port) = match request {
        [0, 1 | 2, _, _, p0, p1, _, _, secs @ ..] => (secs, [*p0, *p1]),
        [2, 1, _, _, rest @ ..] => (&rest[..4], [rest[36], rest[37]]),
        _ => return Asked { action: String::new(), body: String::new() },
    };
    let action = if secs.iter().all(|b| *b == 0) { "Unmap" } else { "Map" };
    Asked { action: action.to_owned(), body: u16::from_be_bytes(port).to_string() }
}

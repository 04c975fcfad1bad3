//! Fuzzers that play somebody: they keep the other side's protocol as far as it takes to be listened to, and then say
//! anything. Real sockets on loopback, and the real program on the other end.

use std::convert::Infallible;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{OnceLock, mpsc};
use std::time::Duration;

use separate_entrance::domain::catalog;
use separate_entrance::domain::probe::{Measured, Outcome, Probe, Surroundings, Vantage};
use separate_entrance::domain::service::{ProbeKind, ProfileId, ServiceId, Transport};
use separate_entrance::helper::certificate::{self, Identity};
use separate_entrance::helper::client::{self, WalkOrder};
use separate_entrance::helper::doors;
use separate_entrance::helper::link::Link;
use separate_entrance::helper::protocol::{DOORMAN, DOORMAN_SEEN, WALK, WAYS};
use separate_entrance::helper::server::{Helper, Settings};
use separate_entrance::net;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, UdpSocket};
use tokio::time::timeout;

use super::{answers_of, shown};

const KEY: &str = "00112233445566778899aabbccddeeff";
const PATIENCE: Duration = Duration::from_secs(20);
/// What several questions to a helper may take in all, each with its own limit. With libFuzzer this costs no time.
const ALL_PATIENCE: Duration = Duration::from_mins(5);

/// With libFuzzer the clock stands still while sockets are quiet, so that silence costs no time.
fn runtime() -> tokio::runtime::Runtime {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    #[cfg(fuzzing)]
    builder.start_paused(true);
    builder.enable_all().build().unwrap()
}

const KINDS: [(ProbeKind, Transport); 12] = [
    (ProbeKind::Sip, Transport::Tcp),
    (ProbeKind::Xmpp, Transport::Tcp),
    (ProbeKind::Http, Transport::Tcp),
    (ProbeKind::Https, Transport::Tcp),
    (ProbeKind::Tls, Transport::Tcp),
    (ProbeKind::Ssh, Transport::Tcp),
    (ProbeKind::Mysql, Transport::Tcp),
    (ProbeKind::Ami, Transport::Tcp),
    (ProbeKind::Tcp, Transport::Tcp),
    (ProbeKind::Sip, Transport::Udp),
    (ProbeKind::Iax2, Transport::Udp),
    (ProbeKind::Tftp, Transport::Udp),
];

/// Stands at a port and says anything to whoever asks.
pub fn peer(data: &[u8]) {
    let Some((&which, words)) = data.split_first() else { return };
    let (kind, transport) = KINDS[usize::from(which) % KINDS.len()];
    let measured = runtime().block_on(async {
        let loopback = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let (at, says): (_, Pin<Box<dyn Future<Output = Infallible>>>) = match transport {
            Transport::Tcp => {
                let listener = TcpListener::bind(loopback).await.unwrap();
                (listener.local_addr(), Box::pin(say_tcp(listener, words)))
            }
            Transport::Udp => {
                let socket = UdpSocket::bind(loopback).await.unwrap();
                (socket.local_addr(), Box::pin(say_udp(socket, words)))
            }
        };
        tokio::select! {
            biased;
            measured = ask(kind, transport, at.unwrap()) => measured,
            never = says => match never {},
        }
    });
    measured.seen.iter().for_each(|s| shown(s));
    if measured.fingerprint.is_some() {
        assert_eq!(measured.outcome, Outcome::Answered, "known by an answer only");
    }
    if words.is_empty() && kind != ProbeKind::Tcp {
        assert_ne!(measured.outcome, Outcome::Answered, "{kind:?} without a word is no answer");
    }
}

async fn ask(kind: ProbeKind, transport: Transport, target: SocketAddr) -> Measured {
    let probe =
        Probe { service: Some(ServiceId("row".to_owned())), kind, transport, target, vantage: Vantage::Outside };
    net::measure(&probe, &net::From::default(), &Surroundings::default()).await
}

async fn say_tcp(listener: TcpListener, words: &[u8]) -> Infallible {
    loop {
        let Ok((mut stream, _)) = listener.accept().await else { continue };
        let _sent = stream.write_all(words).await;
        let _ended = stream.shutdown().await;
        // Closing over unread bytes would reset, and take back what was said.
        let mut rest = [0; 4096];
        while stream.read(&mut rest).await.is_ok_and(|n| n > 0) {}
    }
}

/// Copies what has to be copied so that a datagram counts as an answer where the first byte says so.
async fn say_udp(socket: UdpSocket, words: &[u8]) -> Infallible {
    let mut question = [0; 2048];
    loop {
        let Ok((length, from)) = socket.recv_from(&mut question).await else { continue };
        let mut answer = words.to_vec();
        if let Some(at) = words.iter().position(|b| *b == 0x1a) {
            answer.splice(at..=at, question[..length].iter().copied());
        }
        let _sent = socket.send_to(&answer, from).await;
    }
}

pub fn peer_seeds() -> Vec<Vec<u8>> {
    let greetings = super::speech::greetings_seeds();
    let mut seeds: Vec<Vec<u8>> = (0..12_u8).map(|kind| vec![kind]).collect();
    for (kind, words) in
        [(0, super::speech::sip_seeds()), (1, super::speech::xmpp_seeds()), (4, super::speech::tls_seeds())]
    {
        seeds.extend(words.into_iter().map(|w| [&[kind][..], &w].concat()));
    }
    seeds.extend([5_u8, 6, 7, 2, 8].iter().flat_map(|kind| greetings.iter().map(move |w| [&[*kind][..], w].concat())));
    seeds.push([&[9][..], &super::speech::sip_seeds()[0]].concat());
    seeds.push(b"\x0aPONG\x1a".to_vec());
    seeds.push(b"\x0b\0\x05\0\x01gone\0".to_vec());
    seeds
}

struct OwnHelper {
    identity: Identity,
    tls: tokio_rustls::TlsAcceptor,
}

fn own_helper() -> &'static OwnHelper {
    static HELPER: OnceLock<OwnHelper> = OnceLock::new();
    HELPER.get_or_init(|| {
        let identity = Identity::make().unwrap();
        let tls = tokio_rustls::TlsAcceptor::from(identity.server_config().unwrap());
        OwnHelper { identity, tls }
    })
}

/// Is the standing helper of the link, and answers anything.
pub fn helper(data: &[u8]) {
    let Some((&[what, how], words)) = data.split_first_chunk::<2>() else { return };
    let answer = match how % 4 {
        0 => words.to_vec(),
        1 | 2 => http("200 OK", words),
        _ => http("403 Forbidden", words),
    };
    let profile = catalog::embedded(&ProfileId("freepbx".to_owned())).unwrap();
    runtime().block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let place = listener.local_addr().unwrap();
        let pin = own_helper().identity.pin().unwrap();
        let link =
            Link { host: "127.0.0.1".to_owned(), port: place.port(), key: KEY.to_owned(), pin, also: Vec::new() };
        let from = net::From::default();
        let asking = async {
            match what % 3 {
                0 => {
                    let services: Vec<ServiceId> = doors::selectable(profile).map(|s| s.id.clone()).take(3).collect();
                    let now = "2026-11-23T12:00:00Z".parse().unwrap();
                    let order = WalkOrder { profile, services: &services, voice: None };
                    if let Ok(told) = client::walk(&link, place, &order, &from, now, &|| ()).await {
                        answers_of(told, &order);
                    }
                }
                1 => {
                    if let Ok(test) = client::open_doorman_test(&link, place, &from).await {
                        assert!(test.letters.len() <= 8 && test.letters.iter().all(|l| l.port != 0));
                        for seen in client::letters_seen(&link, place, &from, &test).await.unwrap_or_default() {
                            assert!(seen.arrived.is_none_or(|a| a.len() <= 8 * 1024));
                        }
                    }
                }
                _ => {
                    // Its own port only: whoever else listens on this computer is not to be rung at.
                    let tried =
                        client::try_ways(&link, place, &from, |port| port == place.port()).await.unwrap_or_default();
                    assert!(tried.len() <= 16 && tried.iter().all(|t| t.target.ip() == place.ip()));
                }
            }
        };
        let playing = async {
            loop {
                let Ok((stream, _)) = listener.accept().await else { continue };
                let Ok(mut stream) = own_helper().tls.accept(stream).await else { continue };
                let mut asked = vec![0; 4096];
                let _heard = stream.read(&mut asked).await;
                let _said = stream.write_all(&answer).await;
                let _ended = stream.shutdown().await;
                while stream.read(&mut asked).await.is_ok_and(|n| n > 0) {}
            }
        };
        tokio::select! {
            biased;
            asked = timeout(ALL_PATIENCE, asking) => assert!(asked.is_ok(), "it waits for ever"),
            () = playing => {}
        }
    });
}

fn http(status: &str, body: &[u8]) -> Vec<u8> {
    let head = format!("HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

pub fn helper_seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> =
        super::helper::answer_seeds().into_iter().map(|w| [&[0, 1][..], &w].concat()).collect();
    let ticket = br#"{"version":1,"test":{"ticket":"abcdefgh","good_for_secs":60,"letters":[{"port":5060,"transport":"udp","call_id":"abcdefgh-1"}]}}"#;
    seeds.push([&[1, 1][..], ticket].concat());
    let pass = "0123456789abcdef".repeat(4);
    seeds.push(
        [&[2, 1][..], format!(r#"{{"version":1,"ports":[1,2],"reached":[1],"pass":"{pass}"}}"#).as_bytes()].concat(),
    );
    seeds.push(
        [&[0, 3][..], br#"{"refused":"too-often","retry_after_secs":18446744073709551615,"address":null}"#].concat(),
    );
    seeds.push([&[0, 0][..], b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n{"].concat());
    seeds
}

/// The helper that visitors come to. Public addresses only, so that it walks to nobody here.
fn standing_helper() -> &'static Link {
    static LINK: OnceLock<Link> = OnceLock::new();
    LINK.get_or_init(|| {
        let (ready, link) = mpsc::sync_channel(1);
        let serve = move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let settings = Settings {
                    listen: vec![SocketAddr::from((Ipv4Addr::LOCALHOST, 0))],
                    page: PAGE.to_owned(),
                    ..Settings::new(Identity::make().unwrap(), vec![KEY.to_owned()])
                };
                let log = |line: &str| {
                    assert!(!line.contains(KEY) && !line.contains("127."), "{line}");
                    shown(line);
                };
                let helper = Helper::open(settings, Box::new(log)).unwrap();
                ready.send(helper.link().clone()).unwrap();
                helper.serve(std::future::pending()).await;
            });
        };
        std::thread::Builder::new().name("helper".to_owned()).spawn(serve).unwrap();
        link.recv().unwrap()
    })
}

const PAGE: &str = "this is the page of the helper";

/// Comes to a standing helper and says anything, with a key and without. It answers in few words or not at all, and
/// stays there for the next.
pub fn visitor(data: &[u8]) {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let Some((&how, words)) = data.split_first() else { return };
    let path = [WALK, DOORMAN, DOORMAN_SEEN, WAYS][usize::from(how / 4) % 4];
    let authorization = if how & 64 == 0 { format!("authorization: Bearer {KEY}\r\n") } else { String::new() };
    let request = match how % 4 {
        0 => words.to_vec(),
        // A length that is not true.
        1 => [
            format!("POST {path} HTTP/1.1\r\nhost: h\r\n{authorization}content-length: {}\r\n\r\n", words.len() * 3)
                .as_bytes(),
            words,
        ]
        .concat(),
        _ => [
            format!("POST {path} HTTP/1.1\r\nhost: h\r\n{authorization}content-length: {}\r\n\r\n", words.len())
                .as_bytes(),
            words,
        ]
        .concat(),
    };
    let last = if how % 4 < 2 { Last::HangsUp } else { Last::Listens };
    if let Some(answer) = visit(&request, last) {
        assert!(answer.len() <= 700 || answer.len() <= request.len(), "{} bytes for {}", answer.len(), request.len());
        assert!(answer.is_empty() || answer.starts_with(b"HTTP/1."), "{}", String::from_utf8_lossy(&answer));
        assert!(!answer.windows(KEY.len()).any(|w| w == KEY.as_bytes()), "the key is told to nobody");
    }
    if COUNT.fetch_add(1, Ordering::Relaxed).is_multiple_of(16) {
        let page = visit(b"GET / HTTP/1.1\r\nhost: h\r\nconnection: close\r\n\r\n", Last::Listens).unwrap();
        assert!(String::from_utf8_lossy(&page).contains(PAGE), "the helper is gone");
    }
}

/// What a visitor does after speaking.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Listens,
    HangsUp,
}

/// From a street of its own each time, since a helper counts its visitors. Only Linux has these without asking.
fn visit(request: &[u8], last: Last) -> Option<Vec<u8>> {
    static STREET: AtomicU32 = AtomicU32::new(1);
    let link = standing_helper();
    let number = STREET.fetch_add(1, Ordering::Relaxed);
    let own = if cfg!(target_os = "linux") {
        Ipv4Addr::from_bits(0x7f10_0000 + number % 0xf_fffe)
    } else {
        Ipv4Addr::LOCALHOST
    };
    let socket = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).unwrap();
    socket.bind(&SocketAddr::from((own, 0)).into()).unwrap();
    socket.connect_timeout(&SocketAddr::from((Ipv4Addr::LOCALHOST, link.port)).into(), PATIENCE).unwrap();
    let stream: std::net::TcpStream = socket.into();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    let name = rustls::pki_types::ServerName::IpAddress(IpAddr::V4(Ipv4Addr::LOCALHOST).into());
    let tls = rustls::ClientConnection::new(certificate::client_config(link.pin).unwrap(), name).unwrap();
    let mut stream = rustls::StreamOwned::new(tls, stream);
    stream.write_all(request).ok()?;
    if last == Last::HangsUp {
        stream.conn.send_close_notify();
        stream.flush().ok()?;
        stream.sock.shutdown(std::net::Shutdown::Write).ok()?;
    }
    let mut answer = Vec::new();
    match stream.read_to_end(&mut answer) {
        Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => panic!("it hangs: {e}"),
        Ok(_) | Err(_) => Some(answer),
    }
}

pub fn visitor_seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = super::helper::request_seeds().into_iter().map(|w| [&[2][..], &w].concat()).collect();
    seeds.extend(super::helper::request_seeds().into_iter().map(|w| [&[66][..], &w].concat()));
    let padding = "x".repeat(2000);
    seeds.push([&[6][..], format!(r#"{{"version":1,"padding":"{padding}"}}"#).as_bytes()].concat());
    seeds
        .push([&[10][..], format!(r#"{{"version":1,"ticket":"abcdefgh","padding":"{padding}"}}"#).as_bytes()].concat());
    seeds.push([&[14][..], format!(r#"{{"version":1,"padding":"{padding}"}}"#).as_bytes()].concat());
    seeds.push([&[1][..], b"{"].concat());
    seeds.push(
        [&[0][..], b"GET http://example.com/ HTTP/1.1\r\nhost: a\r\nx-forwarded-for: 203.0.113.7\r\n\r\n"].concat(),
    );
    seeds.push([&[0][..], b"GET /?q HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n"].concat());
    seeds.push([&[0][..], b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"].concat());
    seeds
}

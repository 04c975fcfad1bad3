//! Asking services through the room's front door: what every kind of question has in common, whatever sits at the
//! other end. Peers are raw sockets on loopback.

use std::io::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use separate_entrance::domain::probe::{Measured, Outcome, Probe, Surroundings, Vantage};
use separate_entrance::domain::service::{ProbeKind, Transport};
use separate_entrance::net::{self, From};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, UdpSocket};

/// Every kind that speaks over TCP in a protocol of its own.
const SPEAKING: [ProbeKind; 8] = [
    ProbeKind::Sip,
    ProbeKind::Xmpp,
    ProbeKind::Http,
    ProbeKind::Https,
    ProbeKind::Tls,
    ProbeKind::Ssh,
    ProbeKind::Mysql,
    ProbeKind::Ami,
];

async fn ask(kind: ProbeKind, transport: Transport, target: SocketAddr) -> Measured {
    let probe = Probe { service: None, kind, transport, target, vantage: Vantage::Outside };
    net::measure(&probe, &From::default(), &Surroundings::default()).await
}

/// Asks every speaking kind at once.
async fn ask_all(target: SocketAddr) -> Vec<(ProbeKind, Measured)> {
    let asked: Vec<_> = SPEAKING
        .into_iter()
        .map(|kind| tokio::spawn(async move { (kind, ask(kind, Transport::Tcp, target).await) }))
        .collect();
    let mut measured = Vec::new();
    for task in asked {
        measured.push(task.await.unwrap());
    }
    measured
}

/// A TCP server that says this to everybody, over and over when told to, and counts its visitors' first bytes.
async fn saying(words: Vec<u8>, endless: bool) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let words = words.clone();
            tokio::spawn(async move {
                while stream.write_all(&words).await.is_ok() && endless {}
                let mut rest = Vec::new();
                let _ = stream.read_to_end(&mut rest).await;
            });
        }
    });
    address
}

fn is_fit_to_show(measured: &Measured) -> bool {
    measured.seen.as_deref().is_none_or(|seen| {
        (1..=200).contains(&seen.chars().count()) && !seen.chars().any(|c| c.is_control() || c == '\u{202e}')
    })
}

#[tokio::test]
async fn a_bare_accept_is_nobodys_answer() {
    // Never accepted by us: the system's own queue accepts, as a lying middlebox would.
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    for (kind, measured) in ask_all(address).await {
        assert_eq!(measured.outcome, Outcome::Silent, "{kind:?}");
        assert_eq!(measured.seen.as_deref(), Some("accepted without speaking"), "{kind:?}");
        assert_eq!(measured.fingerprint, None, "{kind:?}");
    }
    assert!(net::bare_accept(address, &From::default(), &Surroundings::default()).await);
    // Bound and not listening: the port is held, and refuses.
    let held = tokio::net::TcpSocket::new_v4().unwrap();
    held.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    assert!(!net::bare_accept(held.local_addr().unwrap(), &From::default(), &Surroundings::default()).await);
}

#[tokio::test]
async fn each_kind_knows_its_own_protocol_only() {
    let words: [(&'static [u8], ProbeKind); 3] = [
        (b"SSH-2.0-OpenSSH_7.4\r\n", ProbeKind::Ssh),
        (b"Asterisk Call Manager/2.10.4\r\n", ProbeKind::Ami),
        (b"HTTP/1.0 200 OK\r\nServer: x\r\n\r\n", ProbeKind::Http),
    ];
    let mut asked = Vec::new();
    for (words, own) in words {
        asked.push((own, tokio::spawn(ask_all(saying(words.to_vec(), false).await))));
    }
    for (own, task) in asked {
        for (kind, measured) in task.await.unwrap() {
            let expected = if kind == own { Outcome::Answered } else { Outcome::Silent };
            assert_eq!(measured.outcome, expected, "{kind:?} of a server of {own:?}");
        }
    }
}

#[tokio::test]
async fn a_peer_that_never_stops_or_draws_on_the_screen_is_cut() {
    let hostile = [
        b"SIP/2.0 100 Trying\r\nContent-Length: 0\r\n\r\n".to_vec(),
        b"HTTP/1.1 200 OK\r\nServer: \x1b[2Jx\r\n".to_vec(),
        b"<stream:stream xmlns:stream='http://etherx.jabber.org/streams' version='1'>".to_vec(),
        "\u{202e}\u{7}".repeat(5000).into_bytes(),
        vec![0x16, 3, 1, 0x40, 0],
        vec![0xff; 4096],
    ];
    let mut asked = Vec::new();
    for words in hostile {
        asked.push(tokio::spawn(ask_all(saying(words, true).await)));
    }
    for task in asked {
        for (kind, measured) in task.await.unwrap() {
            assert!(is_fit_to_show(&measured), "{kind:?}: {measured:?}");
            assert!(matches!(measured.outcome, Outcome::Answered | Outcome::Silent), "{kind:?}: {measured:?}");
        }
    }
}

#[tokio::test]
async fn a_datagram_question_is_sent_twice_at_most_and_stays_small() {
    let kinds = [ProbeKind::Sip, ProbeKind::Iax2, ProbeKind::Tftp];
    let mut asked = Vec::new();
    for kind in kinds {
        let peer = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = peer.local_addr().unwrap();
        let heard = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&heard);
        let listening = tokio::spawn(async move {
            let mut buffer = [0u8; 2048];
            while let Ok((length, _)) = peer.recv_from(&mut buffer).await {
                assert!(length <= 600, "{kind:?}");
                let text = String::from_utf8_lossy(&buffer[..length]).to_ascii_lowercase();
                assert!(!text.contains("system "), "a common ban rule drops it");
                counter.fetch_add(1, Ordering::SeqCst);
            }
        });
        asked.push((kind, heard, listening, tokio::spawn(ask(kind, Transport::Udp, address))));
    }
    for (kind, heard, listening, asking) in asked {
        assert_eq!(asking.await.unwrap(), Measured::bare(Outcome::Silent), "{kind:?}");
        // Both arrived before the question's patience ended: loopback loses nothing.
        listening.abort();
        assert!(listening.await.unwrap_err().is_cancelled(), "{kind:?}");
        assert_eq!(heard.load(Ordering::SeqCst), 2, "{kind:?}");
    }
}

#[tokio::test]
async fn datagrams_full_of_nonsense_are_no_answer_and_end_in_time() {
    for kind in [ProbeKind::Sip, ProbeKind::Iax2, ProbeKind::Tftp] {
        let peer = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = peer.local_addr().unwrap();
        let flood = tokio::spawn(async move {
            let mut buffer = [0u8; 2048];
            let (_, visitor) = peer.recv_from(&mut buffer).await.unwrap();
            loop {
                if peer.send_to(b"\x1b[31m\0nonsense", visitor).await.is_err() {
                    break;
                }
                tokio::task::yield_now().await;
            }
        });
        let measured = ask(kind, Transport::Udp, address).await;
        flood.abort();
        assert_eq!(measured.outcome, Outcome::Silent, "{kind:?}");
        assert_eq!(measured.seen.as_deref(), Some("not understood: [31m nonsense"), "{kind:?}");
    }
}

#[tokio::test]
async fn the_same_questions_go_over_ipv6() {
    let Ok(peer) = UdpSocket::bind("[::1]:0").await else {
        // Past the capture of tests that pass, so that `tests/run` counts it.
        writeln!(std::io::stdout(), "\nSKIPPED this machine has no IPv6 loopback address").unwrap();
        return;
    };
    let address = peer.local_addr().unwrap();
    let answering = async {
        let mut buffer = [0u8; 2048];
        let (length, visitor) = peer.recv_from(&mut buffer).await.unwrap();
        let request = String::from_utf8(buffer[..length].to_vec()).unwrap();
        assert!(request.starts_with(&format!("OPTIONS sip:[::1]:{} SIP/2.0\r\n", address.port())), "{request}");
        let line = |name: &str| request.lines().find(|l| l.starts_with(name)).unwrap().to_owned();
        let reply = format!("SIP/2.0 200 OK\r\n{};received=::1\r\n{}\r\n\r\n", line("Via"), line("Call-ID"));
        peer.send_to(reply.as_bytes(), visitor).await.unwrap();
    };
    let (measured, ()) = tokio::join!(ask(ProbeKind::Sip, Transport::Udp, address), answering);
    assert_eq!(measured.outcome, Outcome::Answered);
    assert_eq!(measured.asker, Some("::1".parse().unwrap()));
    // Held by a socket that hears somebody else only, so it refuses.
    let closed = UdpSocket::bind("[::1]:0").await.unwrap();
    closed.connect("[::1]:1").await.unwrap();
    assert_eq!(ask(ProbeKind::Iax2, Transport::Udp, closed.local_addr().unwrap()).await.outcome, Outcome::Refused);
}

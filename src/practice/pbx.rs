//! The machines behind the practice wall: the phone system, one task for each row of the profile that it runs, and a
//! desk phone. They speak first or answer the smallest question of their protocol, and nothing more.

use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream, UdpSocket};

use crate::domain::address::Network;
use crate::domain::service::{ProbeKind, Service, Transport};
use crate::practice::http;
use crate::practice::scenario::PhoneSystemStory;
use crate::practice::sip::{self, Source, StrangerStory, Voice};
use crate::practice::street::{Crossings, PC, PHONE_SYSTEM, answer_datagrams, serve};

/// Longest first words of a guest of a service that only greets.
const LONGEST_WORDS: usize = 4 * 1024;

/// What the tasks of one machine share.
#[derive(Debug)]
pub(super) struct Machine {
    /// Title of its pages.
    name: String,
    pub(super) voice: Voice,
    guests: Vec<Network>,
    crossings: Crossings,
}

impl Machine {
    /// The phone system.
    pub(super) fn phone_system(story: &PhoneSystemStory, name: &str, crossings: Crossings) -> Self {
        let voice = Voice {
            name: format!("Server: {}", story.server),
            allow: "OPTIONS, REGISTER, SUBSCRIBE, NOTIFY, PUBLISH, INVITE, ACK, BYE, CANCEL, UPDATE, PRACK, INFO, \
                    MESSAGE, REFER",
            supported: "100rel, timer, replaces, norefersub, histinfo",
            options_status: story.options_status,
            names_asker: story.names_asker,
            strangers: story.strangers.clone(),
        };
        Self { name: name.to_owned(), voice, guests: story.guests.clone(), crossings }
    }

    /// A desk phone: names itself in User-Agent, as phones do, and says yes to OPTIONS.
    pub(super) fn desk_phone(crossings: Crossings) -> Self {
        let voice = Voice {
            name: "User-Agent: Yealink SIP-T46S 66.86.0.15".to_owned(),
            allow: "INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, SUBSCRIBE, NOTIFY, REFER, UPDATE, MESSAGE",
            supported: "replaces",
            options_status: 200,
            names_asker: true,
            strangers: StrangerStory::default(),
        };
        Self { name: "Yealink".to_owned(), voice, guests: Vec::new(), crossings }
    }

    /// The answer to one SIP message; none for a stranger while there is a guest list.
    pub(super) fn sip(&self, transport: Transport, message: &[u8], peer: SocketAddr) -> Option<String> {
        let ip = self.crossings.source(transport, peer);
        if !self.lets_in(ip) {
            return None;
        }
        sip::answer(&self.voice, message, Source { ip, port: peer.port() })
    }

    /// Whoever is no stranger, where there is a guest list.
    pub(super) fn lets_in(&self, ip: Ipv4Addr) -> bool {
        self.guests.is_empty()
            || matches!(ip, PC | PHONE_SYSTEM)
            || self.guests.iter().any(|g| g.contains(IpAddr::V4(ip)))
    }

    /// Whom a datagram comes from in the story.
    pub(super) fn source(&self, peer: SocketAddr) -> Source {
        Source { ip: self.crossings.source(Transport::Udp, peer), port: peer.port() }
    }
}

/// True for rows that the practice office can play. TLS needs a certificate and VPN has no known question.
pub(super) const fn can_play(kind: ProbeKind, transport: Transport) -> bool {
    match (kind, transport) {
        (ProbeKind::Sip, Transport::Udp | Transport::Tcp)
        | (ProbeKind::Iax2 | ProbeKind::Tftp, Transport::Udp)
        | (
            ProbeKind::Xmpp | ProbeKind::Http | ProbeKind::Ssh | ProbeKind::Mysql | ProbeKind::Ami | ProbeKind::Tcp,
            Transport::Tcp,
        ) => true,
        (ProbeKind::Iax2 | ProbeKind::Tftp, Transport::Tcp)
        | (
            ProbeKind::Xmpp | ProbeKind::Http | ProbeKind::Ssh | ProbeKind::Mysql | ProbeKind::Ami | ProbeKind::Tcp,
            Transport::Udp,
        )
        | (ProbeKind::Https | ProbeKind::Tls | ProbeKind::Rtp | ProbeKind::None, _) => false,
    }
}

/// Plays a UDP row until dropped.
pub(super) async fn play_udp(machine: Arc<Machine>, kind: ProbeKind, socket: UdpSocket) {
    answer_datagrams(socket, |datagram, peer| {
        let reply = match kind {
            ProbeKind::Sip => machine.sip(Transport::Udp, datagram, peer).map(String::into_bytes),
            ProbeKind::Iax2 => pong(datagram),
            ProbeKind::Tftp => tftp_error(datagram),
            ProbeKind::Xmpp
            | ProbeKind::Http
            | ProbeKind::Https
            | ProbeKind::Tls
            | ProbeKind::Tcp
            | ProbeKind::Rtp
            | ProbeKind::Ssh
            | ProbeKind::Mysql
            | ProbeKind::Ami
            | ProbeKind::None => None,
        };
        reply.into_iter().collect()
    })
    .await;
}

/// Plays a TCP row until dropped.
pub(super) async fn play_tcp(machine: Arc<Machine>, service: Service, listener: TcpListener) {
    let (kind, is_ftp) = (service.probe, service.port_start == 21);
    serve(listener, |stream: TcpStream, peer: SocketAddr| visit(machine.clone(), kind, is_ftp, stream, peer)).await;
}

async fn visit(
    machine: Arc<Machine>,
    kind: ProbeKind,
    is_ftp: bool,
    mut stream: TcpStream,
    peer: SocketAddr,
) -> io::Result<()> {
    match kind {
        ProbeKind::Sip => sip_stream(&machine, &mut stream, peer).await,
        ProbeKind::Xmpp => xmpp_stream(&mut stream).await,
        ProbeKind::Http => admin_page(&mut stream, "Apache", &machine.name).await,
        ProbeKind::Ssh => greet(&mut stream, b"SSH-2.0-OpenSSH_8.0\r\n").await,
        ProbeKind::Mysql => greet(&mut stream, &database_greeting()).await,
        ProbeKind::Ami => greet(&mut stream, b"Asterisk Call Manager/5.0.3\r\n").await,
        ProbeKind::Tcp if is_ftp => greet(&mut stream, b"220 (vsFTPd 3.0.3)\r\n").await,
        ProbeKind::Tcp => greet(&mut stream, b"").await,
        ProbeKind::Iax2 | ProbeKind::Https | ProbeKind::Tls | ProbeKind::Rtp | ProbeKind::Tftp | ProbeKind::None => {
            Ok(())
        }
    }
}

/// The desk phone's own web page, until dropped.
pub(super) async fn play_phone_page(listener: TcpListener) {
    serve(listener, |mut stream: TcpStream, _: SocketAddr| async move {
        admin_page(&mut stream, "Yealink Embed Web Server", "Yealink T46S Phone").await
    })
    .await;
}

async fn admin_page(stream: &mut TcpStream, server: &str, title: &str) -> io::Result<()> {
    let Some(request) = http::read_request(stream).await? else { return Ok(()) };
    let body = format!("<!DOCTYPE html><html><head><title>{title}</title></head><body></body></html>\n");
    match request.method.as_str() {
        "GET" | "HEAD" => http::answer(stream, &request, 200, server, "", &body).await,
        _ => http::answer(stream, &request, 405, server, "", "").await,
    }
}

/// Says hello, hears the guest out within limits, and leaves when the guest does.
async fn greet(stream: &mut TcpStream, hello: &[u8]) -> io::Result<()> {
    stream.write_all(hello).await?;
    let mut heard = 0;
    let mut room = [0; 512];
    while heard < LONGEST_WORDS {
        match stream.read(&mut room).await? {
            0 => break,
            len => heard += len,
        }
    }
    Ok(())
}

/// SIP over a stream: messages follow each other, bodies by their length (RFC 3261 section 18.3).
async fn sip_stream(machine: &Machine, stream: &mut TcpStream, peer: SocketAddr) -> io::Result<()> {
    let mut rest = Vec::new();
    loop {
        // Empty lines between messages keep a connection alive (RFC 5626 section 3.5.1).
        while rest.starts_with(b"\r\n") {
            rest.drain(..2);
        }
        let Some(head) = http::read_head(stream, &mut rest, sip::LONGEST).await? else { return Ok(()) };
        let body = sip::body_length(&head);
        if body > sip::LONGEST {
            return Ok(());
        }
        while rest.len() < body {
            if stream.read_buf(&mut rest).await? == 0 {
                return Ok(());
            }
        }
        rest.drain(..body);
        let head = head.strip_prefix(b"\r\n\r\n").unwrap_or(&head);
        if let Some(reply) = machine.sip(Transport::Tcp, head.trim_ascii_start(), peer) {
            stream.write_all(reply.as_bytes()).await?;
        }
    }
}

/// Opens its side of the stream once the guest has opened his (RFC 6120 section 4.2), and offers TLS.
async fn xmpp_stream(stream: &mut TcpStream) -> io::Result<()> {
    let mut heard = Vec::new();
    loop {
        if heard.len() > LONGEST_WORDS || stream.read_buf(&mut heard).await? == 0 {
            return Ok(());
        }
        let text = String::from_utf8_lossy(&heard);
        if text.split_once("<stream:stream").is_some_and(|(_, tag)| tag.contains('>')) {
            break;
        }
    }
    let hello = format!(
        "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' \
         id='{}' from='phones.example' version='1.0' xml:lang='en'><stream:features>\
         <starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls></stream:features>",
        sip::token()
    );
    greet(stream, hello.as_bytes()).await
}

/// Answers an IAX2 POKE with a PONG, statelessly and from call number 1 as current Asterisk does (RFC 5456 section
/// 6.7.3, CVE-2008-3263).
fn pong(frame: &[u8]) -> Option<Vec<u8>> {
    let &[s0, s1, d0, d1, t0, t1, t2, t3, _, _, kind, subclass, ..] = frame else { return None };
    let is_poke = s0 & 0x80 != 0 && kind == 0x06 && subclass == 0x1E;
    // A POKE's destination is 0; the highest bit there marks a repeated frame.
    if !is_poke || d0 & 0x7F != 0 || d1 != 0 {
        return None;
    }
    Some(vec![0x80, 0x01, s0 & 0x7F, s1, t0, t1, t2, t3, 0x00, 0x01, 0x06, 0x03])
}

/// Answers a TFTP read request with *File not found*, from the same port: dnsmasq's `tftp-single-port`, which passes
/// a relay where RFC 1350's new port would not.
fn tftp_error(request: &[u8]) -> Option<Vec<u8>> {
    let [0, 1, name @ ..] = request else { return None };
    name.contains(&0).then(|| b"\x00\x05\x00\x01File not found\x00".to_vec())
}

/// The first packet of a MariaDB server: length, sequence 0, protocol 10.
fn database_greeting() -> Vec<u8> {
    let mut body = vec![10];
    body.extend_from_slice(b"5.5.65-MariaDB\0");
    body.extend_from_slice(&[42, 0, 0, 0]);
    body.extend_from_slice(sip::token().get(..8).unwrap_or_default().as_bytes());
    body.extend_from_slice(&[0, 0xff, 0xf7, 0x08, 0x02, 0, 0x0f, 0xa0, 0x15]);
    body.extend_from_slice(&[0; 10]);
    body.extend_from_slice(sip::token().get(..12).unwrap_or_default().as_bytes());
    body.extend_from_slice(b"\0mysql_native_password\0");
    let mut packet = vec![u8::try_from(body.len()).unwrap_or(u8::MAX), 0, 0, 0];
    packet.append(&mut body);
    packet
}

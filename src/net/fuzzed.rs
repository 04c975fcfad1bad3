//! The readers of this room by name, for the fuzzers in `tests/fuzz`: bytes in, what was understood out. Nothing of the
//! program uses it, and it opens no socket.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use crate::domain::dialling::Password;
use crate::domain::lease::{Denial, Nonce};
use crate::domain::office::PortMapping;
use crate::domain::probe::{Fingerprint, Measured};
use crate::domain::service::Transport;
use crate::net::call_read::{self, Heard as Spoken};
use crate::net::call_words::{Binding, Words};
use crate::net::digest::{Credentials, Next};
use crate::net::igd_http::Place;
use crate::net::pcp::{self, Grant, Heard, Wish};
use crate::net::rtp;
use crate::net::sip_read::Reply;
use crate::net::xmpp::Look;
use crate::net::{banner, clock, http, iax, igd_description, soap, ssdp, stun, tftp, tls, tls_old, xml, xmpp};

/// An answer to a search: where the description lives, whether it came as a router's, and the server line.
pub fn ssdp(datagram: &[u8]) -> Option<(String, bool, Option<String>)> {
    ssdp::read(datagram).map(|a| (a.location, a.as_router, a.server))
}

/// Where `device` is asked, when it names this address.
pub fn place(device: Ipv4Addr, text: &str) -> Option<(SocketAddr, String)> {
    Place::of(device, text).map(|p| (p.socket_addr(), p.path()))
}

/// A device's description: what it says about itself, and where its services are asked.
#[derive(Debug, PartialEq, Eq)]
pub struct Described {
    /// Manufacturer, model, friendly name and device name, as far as given.
    pub words: Vec<String>,
    /// Service type, and where requests go. The firewall's is the last, where there is one.
    pub services: Vec<(String, SocketAddr)>,
}

/// Reads a description that came from `device`.
pub fn description(bytes: &[u8], device: Ipv4Addr) -> Option<Described> {
    let place = Place::of(device, &format!("http://{device}:5000/rootDesc.xml"))?;
    let said = igd_description::read(bytes, &place).ok()?;
    let services = said.connections.into_iter().chain(said.firewall);
    Some(Described {
        words: [said.manufacturer, said.model, said.friendly_name, said.udn].into_iter().flatten().collect(),
        services: services.map(|s| (s.service_type, s.control.socket_addr())).collect(),
    })
}

/// A router's answer to `action`.
#[derive(Debug, PartialEq)]
pub struct Answered {
    /// As igd-next gets it.
    pub plain: String,
    /// The line of a list in it, as it names itself and as an answer about one port.
    pub lines: [Option<PortMapping>; 2],
}

/// Reads it; the words for people where it is none.
pub fn soap(status: u16, body: &[u8], action: &str) -> Result<Answered, String> {
    let answer = soap::answer(status, body, action).map_err(|e| e.to_string())?;
    let lines = [soap::mapping(&answer, None), soap::mapping(&answer, Some((5060, Transport::Udp)))];
    Ok(Answered { plain: soap::plain(action, &answer), lines })
}

/// What a datagram says to a wish for one entrance; none: nothing that counts.
pub fn port_control(
    datagram: &[u8],
    nonce: [u8; 12],
    protocol: Transport,
    port: u16,
) -> [Option<Result<Grant, Denial>>; 2] {
    let wish = Wish { protocol, port, outside: port, secs: 7200, nonce: Nonce(nonce) };
    // The head of an answer is read by functions of its own.
    let (_, _) = (pcp::read_announce(datagram), pcp::read_external(datagram));
    [pcp::read_map(datagram, &wish), pcp::read_nat_pmp_map(datagram, &wish)].map(|heard| match heard {
        Heard::Answer(grant) => Some(Ok(grant)),
        Heard::Denied(denial) => Some(Err(denial)),
        Heard::Noise => None,
    })
}

/// The address in a STUN answer to this request.
pub fn stun(datagram: &[u8], id: [u8; 12]) -> Option<IpAddr> {
    stun::read(datagram, id)
}

/// True for an IAX2 frame to this call.
pub fn iax2(datagram: &[u8], own: u16) -> bool {
    iax::read_for(own, datagram).is_some()
}

/// How an XMPP stream begins.
pub fn xmpp(bytes: &[u8]) -> Option<Measured> {
    match xmpp::look(bytes) {
        Look::Enough(beginning) | Look::More(Some(beginning)) => Some(xmpp::measured(&beginning, "192.168.77.20")),
        Look::More(None) | Look::Foreign => None,
    }
}

/// What a server says in the clear to the old hello.
pub fn old_tls(bytes: &[u8]) -> Option<Measured> {
    tls_old::listen(bytes).map(|heard| heard.measured())
}

/// Fingerprint of a certificate, and how long the key is that was found in it.
pub fn certificate(bytes: &[u8]) -> (Fingerprint, Option<usize>) {
    (tls::key_fingerprint(bytes), tls::public_key_info(bytes).map(<[u8]>::len))
}

/// What the readers of greetings make of the same bytes: SSH, `MySQL`, manager, web page, TFTP, clock.
pub fn greetings(bytes: &[u8], mark: [u8; 8]) -> Vec<Measured> {
    let page = http::read_answer(bytes).map(|a| crate::net::socket::answered(&a.line()));
    let file = tftp::read(bytes).map(|reply| crate::net::socket::answered(&format!("{reply:?}")));
    [banner::read_ssh(bytes), banner::read_mysql(bytes), banner::read_ami(bytes), page, file, clock::read(bytes, mark)]
        .into_iter()
        .flatten()
        .collect()
}

/// Everything that a played phone would send after it heard this: sign in, answer a challenge, call, acknowledge, hang
/// up, reply.
pub fn phone(datagram: &[u8]) -> Vec<Vec<u8>> {
    let local = SocketAddr::from(([192, 168, 50, 5], 40_000));
    let mut words = Words::new("office.example", "6001", local, "00112233445566");
    match call_read::read(datagram) {
        None => Vec::new(),
        Some(Spoken::Request(request)) => words.reply(&request, "200 OK").into_iter().collect(),
        Some(Spoken::Reply(reply, body)) => phone_answers(&mut words, &reply, &body),
    }
}

fn phone_answers(words: &mut Words, reply: &Reply, body: &[u8]) -> Vec<Vec<u8>> {
    let (_, _) = (call_read::description(body), call_read::contacts(reply));
    let mut credentials = Credentials::new("6001", &Password::new(PASSWORD.to_owned()));
    let answer = match credentials.meet(reply) {
        Next::Answer => credentials.answer("INVITE", "sip:*43@office.example"),
        Next::Wrong | Next::NotUnderstood => None,
    };
    let mut sent: Vec<Vec<u8>> = words.register(Binding::Add, answer.clone()).map(|s| s.message).into_iter().collect();
    if let Some((invite, mut dialog)) = words.invite("*43", answer.clone(), &words.offer(40_002)) {
        dialog.answered(reply);
        sent.push(invite.message.clone());
        sent.extend(words.ack(&dialog, &invite, reply));
        sent.extend(words.bye(&dialog, answer).map(|s| s.message));
    }
    sent
}

/// The played phone's password, which stands in nothing that it sends.
pub const PASSWORD: &str = "Circle of Life 4711";

/// Length of the sound in an RTP packet, and what the reports in it say.
pub fn sound(datagram: &[u8], source: u32) -> (Option<usize>, String) {
    let length = rtp::read(datagram).map(|packet| {
        let _loud = rtp::is_loud(packet.sound);
        packet.sound.len()
    });
    (length, format!("{:?}", rtp::read_report(datagram, source)))
}

/// The gate that all XML passes: its names and texts, in order.
pub fn xml(bytes: &[u8]) -> Option<Vec<(String, String)>> {
    fn spread(element: xml::Element, all: &mut Vec<(String, String)>) {
        all.push((element.name, element.text));
        element.children.into_iter().for_each(|child| spread(child, all));
    }
    let mut all = Vec::new();
    spread(xml::read(bytes, xml::DESCRIPTION_LIMIT).ok()?, &mut all);
    Some(all)
}

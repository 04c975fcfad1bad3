//! Looks round the adapter's own network for machines that speak SIP: one OPTIONS to each address of a /24 at most,
//! paced, once. Sent only after the owner's consent; that is for the caller to see to.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::net::UdpSocket;
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::domain::catalog;
use crate::domain::makes::DESK_PHONES;
use crate::domain::office::{Adapter, Candidate};
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::From;
use crate::net::sip::Question;
use crate::net::sip_read::{self, Reply};
use crate::net::socket::{Call, Icmp, loose_udp, one_line, random, receive};

const SIP_PORT: u16 = 5060;
/// Between two questions, all in all: a burst would fill the neighbour table's queue and lose its own first half.
const PACE: Duration = Duration::from_millis(2);
/// How long the last one asked may take.
const LISTEN: Duration = Duration::from_millis(1500);
/// Datagrams looked at by one socket: four from each of the 64 addresses that it asks.
const MOST_DATAGRAMS: u32 = 256;

/// Asks every address of the adapter's network, /24 at most, and sends each machine that answers as soon as it is
/// heard. Ends early when nobody listens any more. `on` hears how many of how many were asked.
pub async fn look_round(
    adapter: &Adapter,
    surroundings: &Surroundings,
    found: mpsc::Sender<Candidate>,
    on: impl Fn(u32, u32),
) {
    let all = u32::try_from(addresses(adapter).count()).unwrap_or(u32::MAX);
    let asked = Cell::new(0);
    let count = || {
        asked.set(asked.get() + 1);
        on(asked.get(), all);
    };
    // Four sockets, because a datagram to an address without a machine stays in its socket's send buffer for the three
    // seconds that the system looks for the neighbour, and some two hundred of them fill it.
    let part = |first| look_at(adapter, addresses(adapter).skip(first).step_by(4), surroundings, found.clone(), &count);
    tokio::join!(part(0), part(1), part(2), part(3));
}

async fn look_at(
    adapter: &Adapter,
    addresses: impl Iterator<Item = Ipv4Addr>,
    surroundings: &Surroundings,
    found: mpsc::Sender<Candidate>,
    count: &impl Fn(),
) {
    let from = From { local: Some(adapter.address), interface: Some(adapter.name.clone()), ..From::default() };
    // Practice offices live on loopback; any IPv4 address tells the socket its family.
    let anywhere = SocketAddr::new(Ipv4Addr::LOCALHOST.into(), SIP_PORT);
    let until = Instant::now() + LISTEN;
    let call = Call { story: anywhere, real: anywhere, from: &from, surroundings, until };
    // Old kernels let nobody but root bind an adapter by name; its address alone still leaves through it.
    let by_address = From { interface: None, ..from.clone() };
    let Ok(socket) =
        loose_udp(&call, Icmp::Ignored).or_else(|_| loose_udp(&Call { from: &by_address, ..call }, Icmp::Ignored))
    else {
        return;
    };
    let local = SocketAddr::new(adapter.address.into(), socket.local_addr().map_or(0, |a| a.port()));
    let mut round = Round { socket, asked: BTreeMap::new(), surroundings, found, heard: 0, buffer: vec![0; 65_535] };
    let mut next = Instant::now();
    for address in addresses {
        count();
        let story = SocketAddr::new(address.into(), SIP_PORT);
        let Some(real) = surroundings.dial(Transport::Udp, story) else { continue };
        let Ok(secret) = random() else { return };
        let question = Question::new(secret);
        let Ok(message) = question.options(Transport::Udp, story, local) else { continue };
        round.asked.insert(address.into(), question);
        // An address without a machine gives errors here sooner or later; the others are asked all the same.
        let _sent = round.socket.send_to(&message, real).await;
        next += PACE * 4;
        if round.listen(next).await == Listened::NobodyWaits {
            return;
        }
        sleep_until(next).await;
    }
    round.listen(Instant::now() + LISTEN).await;
}

/// Whether going on makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Listened {
    GoOn,
    NobodyWaits,
}

struct Round<'a> {
    socket: UdpSocket,
    /// Questions not answered yet.
    asked: BTreeMap<IpAddr, Question>,
    surroundings: &'a Surroundings,
    found: mpsc::Sender<Candidate>,
    heard: u32,
    buffer: Vec<u8>,
}

impl Round<'_> {
    async fn listen(&mut self, until: Instant) -> Listened {
        // Errors count too: on Windows each silent machine may give one, and they must not end the round.
        while self.heard < MOST_DATAGRAMS && !self.asked.is_empty() {
            let Ok(received) = timeout_at(until, receive(&self.socket, &mut self.buffer)).await else { break };
            self.heard += 1;
            let Ok((length, source)) = received else { continue };
            let address = self.surroundings.story(Transport::Udp, source).ip();
            let Some(reply) = self.buffer.get(..length).and_then(sip_read::read_datagram) else { continue };
            let is_ours = self.asked.get(&address).is_some_and(|question| question.is_answered_by(&reply));
            if !is_ours || !reply.is_final() {
                continue;
            }
            self.asked.remove(&address);
            if self.found.send(candidate(address, &reply)).await.is_err() {
                return Listened::NobodyWaits;
            }
        }
        Listened::GoOn
    }
}

fn candidate(address: IpAddr, reply: &Reply) -> Candidate {
    let server = reply.server().and_then(|s| one_line(s.as_bytes()));
    let profile = server.as_deref().and_then(catalog::profile_for_server).map(|p| p.id.clone());
    let likely = server.as_deref().is_none_or(|s| !is_phone_or_router(s));
    Candidate { address, server, profile, likely }
}

/// Hosts of the adapter's network, or of the /24 round it where that is larger; never its own address.
fn addresses(adapter: &Adapter) -> impl Iterator<Item = Ipv4Addr> {
    let own = adapter.address.to_bits();
    let host_bits = 32 - u32::from(adapter.prefix.clamp(24, 32));
    let mask = (1u32 << host_bits) - 1;
    let network = own & !mask;
    // A /31 has neither network nor broadcast address (RFC 3021), a /32 has nobody else.
    let hosts = if mask > 1 { 1..mask } else { 0..mask + 1 };
    hosts.map(move |host| network | host).filter(move |ip| *ip != own).map(Ipv4Addr::from_bits)
}

/// What further desk phones, softphones, adapters for old phones and home routers call themselves over SIP, lower case.
/// They answer and are no phone system.
const PHONES_AND_ROUTERS: [&str; 29] = [
    "cisco-sip",
    "cisco/cp",
    "csco/",
    "linksys/",
    "grandstream gac",
    "grandstream dp",
    "grandstream ht",
    "mitel-68",
    "mitel-69",
    "obihai",
    "panasonic_kx-ut",
    "panasonic-kx-ut",
    "panasonic kx-tgp",
    "panasonic kx-hdv",
    "2n ip",
    "zoiper",
    "linphone",
    "microsip",
    "bria",
    "x-lite",
    "eyebeam",
    "fritz!",
    "speedport",
    "speedtouch",
    "technicolor",
    "thomson tg",
    "vigor",
    "draytek",
    "tp-link",
];

fn is_phone_or_router(server: &str) -> bool {
    let server = server.to_ascii_lowercase();
    DESK_PHONES.iter().chain(&PHONES_AND_ROUTERS).any(|name| server.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::probe::{PracticeStreet, Route};

    fn adapter(address: &str, prefix: u8) -> Adapter {
        Adapter { prefix, ..Adapter::way_out("office0", address.parse().unwrap()) }
    }

    #[test]
    fn a_24_at_most_is_asked_and_never_oneself() {
        let all: Vec<_> = addresses(&adapter("192.168.77.10", 24)).collect();
        assert_eq!(all.len(), 253);
        assert_eq!((all[0], all[252]), ("192.168.77.1".parse().unwrap(), "192.168.77.254".parse().unwrap()));
        assert!(!all.contains(&"192.168.77.10".parse().unwrap()));
        let of_16: Vec<_> = addresses(&adapter("10.1.2.3", 16)).collect();
        assert_eq!(of_16.len(), 253);
        assert!(of_16.iter().all(|ip| ip.octets()[..3] == [10, 1, 2]));
        assert_eq!(addresses(&adapter("10.0.0.9", 0)).count(), 253);
        let of_30: Vec<_> = addresses(&adapter("192.168.1.5", 30)).map(|ip| ip.to_string()).collect();
        assert_eq!(of_30, ["192.168.1.6"]);
        let of_31: Vec<_> = addresses(&adapter("192.168.1.5", 31)).map(|ip| ip.to_string()).collect();
        assert_eq!(of_31, ["192.168.1.4"]);
        assert_eq!(addresses(&adapter("192.168.1.5", 32)).count(), 0);
    }

    #[test]
    fn desk_phones_and_routers_are_unlikely() {
        for server in [
            "Yealink SIP-T46S 66.86.0.15",
            "PolycomSoundPointIP-SPIP_550-UA/3.3.1",
            "snom320/8.7.5.35",
            "Cisco-SIPGateway/IOS-15.x",
            "Cisco-SIP-IP-Phone/2",
            "Grandstream GXP2160 1.0.11.3",
            "Aastra 6757i/2.5",
            "AVM FRITZ!Box 7590 154.07.29",
        ] {
            assert!(is_phone_or_router(server), "{server}");
        }
        for server in [
            "Asterisk PBX 16.28.0",
            "FPBX-15.0.16(16.6.2)",
            "FreeSWITCH-mod_sofia/1.10",
            "Grandstream UCM6202V1.6A",
            "Mitel-3300-ICP",
            "3CXPhoneSystem 18.0",
            "trixbox",
            "IP Office 11.1",
            "Yeastar P-Series",
        ] {
            assert!(!is_phone_or_router(server), "{server}");
        }
    }

    /// A SIP machine that answers everybody, by hand.
    async fn machine(server: &'static str) -> SocketAddr {
        let socket = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let address = socket.local_addr().unwrap();
        tokio::spawn(async move {
            let mut buffer = [0u8; 2048];
            while let Ok((length, visitor)) = socket.recv_from(&mut buffer).await {
                let request = String::from_utf8(buffer[..length].to_vec()).unwrap();
                let copied: String = request
                    .lines()
                    .filter(|l| {
                        ["Via", "From", "To", "Call-ID", "CSeq"].iter().any(|n| l.starts_with(&format!("{n}:")))
                    })
                    .flat_map(|l| [l, "\r\n"])
                    .collect();
                let reply = format!("SIP/2.0 200 OK\r\n{copied}User-Agent: {server}\r\n\r\n");
                // Twice, as machines do that got no acknowledgement.
                for _ in 0..2 {
                    socket.send_to(reply.as_bytes(), visitor).await.unwrap();
                }
            }
        });
        address
    }

    #[tokio::test]
    async fn machines_of_the_story_are_found_once_each() {
        let route = |story: &str, real| Route { transport: Transport::Udp, story: story.parse().unwrap(), real };
        let surroundings = Surroundings {
            practice: Some(PracticeStreet {
                adapters: Vec::new(),
                ssdp: "127.0.0.1:1".parse().unwrap(),
                routes: vec![
                    route("192.168.77.20:5060", machine("Asterisk PBX 16.28.0").await),
                    route("192.168.77.31:5060", machine("Yealink SIP-T46S 66.86").await),
                    // Another port and another network are not asked.
                    route("192.168.77.21:5160", machine("x").await),
                    route("10.9.9.9:5060", machine("x").await),
                ],
                walker: "198.51.100.9".parse().unwrap(),
                turns_down: false,
                witness: None,
            }),
            ..Surroundings::default()
        };
        let (sender, mut receiver) = mpsc::channel(8);
        let told = Cell::new((0, 0));
        look_round(&adapter("192.168.77.10", 24), &surroundings, sender, |done, all| told.set((done, all))).await;
        assert_eq!(told.get(), (253, 253), "it says how many of how many were asked");
        let mut found = Vec::new();
        while let Some(candidate) = receiver.recv().await {
            found.push((candidate.address.to_string(), candidate.server.unwrap(), candidate.likely));
        }
        found.sort();
        assert_eq!(
            found,
            [
                ("192.168.77.20".to_owned(), "Asterisk PBX 16.28.0".to_owned(), true),
                ("192.168.77.31".to_owned(), "Yealink SIP-T46S 66.86".to_owned(), false),
            ]
        );
    }
}

//! A search over IPv6 for the one router on this computer's own cable. Some answer nothing else for their firewall there.
//! Says at which port and path descriptions live; the address is always the router's own, whatever an answer names.

use std::net::{IpAddr, Ipv6Addr, SocketAddr, SocketAddrV6};
use std::time::Duration;

use reqwest::Url;
use tokio::net::UdpSocket;
use tokio::sync::mpsc::Sender;
use tokio::time::{Instant, sleep_until};

use crate::domain::address::Network;
use crate::domain::office::OverIpv6;
use crate::net::ssdp;

/// What is asked for: the service itself, then whatever device has it.
const TARGETS: [&str; 4] = [
    "urn:schemas-upnp-org:service:WANIPv6FirewallControl:1",
    "urn:schemas-upnp-org:device:InternetGatewayDevice:2",
    "urn:schemas-upnp-org:device:InternetGatewayDevice:1",
    "upnp:rootdevice",
];
/// Everybody on this cable, and everybody of this site (`UPnP Device Architecture` 1.1, annex A).
const EVERYONE: [Ipv6Addr; 2] =
    [Ipv6Addr::new(0xff02, 0, 0, 0, 0, 0, 0, 0xc), Ipv6Addr::new(0xff05, 0, 0, 0, 0, 0, 0, 0xc)];
const PORT: u16 = 1900;
/// Wi-Fi loses multicast, so it is said twice. Milliseconds after the start.
const SENDS: [u64; 2] = [0, 400];
/// Networks of offices over IPv6.
const OFFICE_BITS: u8 = 64;

/// Port and path of a description at the router.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Lead {
    pub port: u16,
    pub path: String,
}

/// Searches until dropped, and hands on where each answer of the office's own network leads.
pub(super) async fn search(own: OverIpv6, router: SocketAddrV6, leads: Sender<Lead>) {
    let Ok(socket) = open(router.scope_id()) else { return };
    let start = Instant::now();
    let mut sends = SENDS.map(|ms| start + Duration::from_millis(ms)).into_iter().peekable();
    let mut buffer = [0_u8; 2048];
    loop {
        let next = sends.peek().copied();
        tokio::select! {
            biased;
            () = sleep_until(next.unwrap_or(start)), if next.is_some() => {
                sends.next();
                send(&socket, router).await;
            }
            received = socket.recv_from(&mut buffer) => {
                // An error here is an ICMP answer to one of our datagrams (Windows reports them), not the end.
                let Ok((length, from)) = received else {
                    tokio::time::sleep(Duration::from_millis(5)).await;
                    continue;
                };
                let answer = buffer.get(..length).and_then(ssdp::location);
                let lead = answer.filter(|_| is_of_the_office(own, *router.ip(), from.ip())).and_then(|l| lead(&l));
                if let Some(lead) = lead
                    && leads.send(lead).await.is_err()
                {
                    return;
                }
            }
        }
    }
}

/// A router answers the cable by its link-local address, and the site by a public one of the office's network.
fn is_of_the_office(own: OverIpv6, router: Ipv6Addr, from: IpAddr) -> bool {
    from == IpAddr::V6(router) || Network { ip: IpAddr::V6(own.address), prefix: OFFICE_BITS }.contains(from)
}

fn lead(location: &str) -> Option<Lead> {
    let url = Url::parse(location).ok().filter(|u| u.scheme() == "http")?;
    let port = url.port_or_known_default().filter(|p| *p != 0)?;
    let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    Some(Lead { port, path })
}

fn open(adapter: u32) -> std::io::Result<UdpSocket> {
    let socket = socket2::Socket::new(socket2::Domain::IPV6, socket2::Type::DGRAM, Some(socket2::Protocol::UDP))?;
    socket.set_nonblocking(true)?;
    socket.set_only_v6(true)?;
    socket.set_multicast_if_v6(adapter)?;
    socket.set_multicast_hops_v6(4)?;
    socket.bind(&SocketAddrV6::new(Ipv6Addr::UNSPECIFIED, 0, 0, 0).into())?;
    UdpSocket::from_std(socket.into())
}

/// The router by name first, as over IPv4.
async fn send(socket: &UdpSocket, router: SocketAddrV6) {
    let scope = router.scope_id();
    let everyone = EVERYONE.into_iter().map(|ip| SocketAddrV6::new(ip, PORT, 0, scope));
    let named = SocketAddrV6::new(*router.ip(), PORT, 0, scope);
    for to in std::iter::once(named).chain(everyone) {
        for target in TARGETS {
            // No route to one of them is no reason to stop.
            let _ = socket.send_to(question(*to.ip(), target).as_bytes(), SocketAddr::V6(to)).await;
        }
    }
}

fn question(to: Ipv6Addr, target: &str) -> String {
    format!("M-SEARCH * HTTP/1.1\r\nHOST: [{to}]:{PORT}\r\nST: {target}\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\n\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_says_where_at_the_router_and_never_where_else() {
        for (location, expected) in [
            ("http://[fe80::1]:5000/rootDesc.xml", Some((5000, "/rootDesc.xml"))),
            ("http://[2a00:77:77::1]:49152/a/b.xml?c=1", Some((49152, "/a/b.xml?c=1"))),
            ("http://[2001:db8::66]/d.xml", Some((80, "/d.xml"))),
            ("https://[fe80::1]:5000/d.xml", None),
            ("http://[fe80::1]:0/d.xml", None),
            ("http://[fe80::1%25eth0]:5000/d.xml", None),
            ("file:///etc/passwd", None),
        ] {
            let lead = lead(location);
            assert_eq!(lead.as_ref().map(|l| (l.port, l.path.as_str())), expected, "{location}");
        }
    }

    #[test]
    fn only_the_offices_own_network_is_heard() {
        let own = OverIpv6 { address: "2a00:77:77::20".parse().unwrap(), gateway: None };
        let router: Ipv6Addr = "fe80::1".parse().unwrap();
        for (from, heard) in
            [("fe80::1", true), ("2a00:77:77::1", true), ("fe80::2", false), ("2a00:77:78::1", false), ("::1", false)]
        {
            assert_eq!(is_of_the_office(own, router, from.parse().unwrap()), heard, "{from}");
        }
    }

    #[test]
    fn each_question_names_whom_it_asks() {
        let asked = question(EVERYONE[0], TARGETS[0]);
        assert!(asked.contains("\r\nHOST: [ff02::c]:1900\r\n"), "{asked}");
        assert!(asked.contains("\r\nST: urn:schemas-upnp-org:service:WANIPv6FirewallControl:1\r\n"), "{asked}");
    }
}

//! The practice router: answers SSDP searches and control requests. The list and the moods are in `table`, the words
//! of UPnP in `soap`.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};

use tokio::net::{TcpListener, TcpStream, UdpSocket};
use tokio::sync::watch;
use tokio::time::{Instant, sleep, sleep_until};

use crate::practice::http;
use crate::practice::pinhole;
use crate::practice::relay::Wall;
use crate::practice::scenario::RouterStory;
use crate::practice::soap;
use crate::practice::street::{AFTER_ERROR, serve};
use crate::practice::table::Table;

/// TCP port of description and control, as on many miniupnpd routers.
pub(super) const CONTROL_PORT: u16 = 5000;
/// UDP port of SSDP.
pub(super) const SSDP_PORT: u16 = 1900;
/// UDP port of PCP and NAT-PMP.
pub(super) const PORT_CONTROL_PORT: u16 = 5351;

/// Answers to one SSDP datagram: none unless it is a search for something this router is. A search by unicast has
/// no MX (UPnP 1.1 section 1.3.2) and is answered at once, so a given MX is at least a number.
pub(super) fn answer_search(story: &RouterStory, address: Ipv4Addr, datagram: &[u8]) -> Vec<Vec<u8>> {
    if !story.upnp {
        return Vec::new();
    }
    let text = String::from_utf8_lossy(datagram);
    let mut lines = text.split("\r\n");
    if lines.next() != Some("M-SEARCH * HTTP/1.1") {
        return Vec::new();
    }
    let headers: Vec<(&str, &str)> =
        lines.filter_map(|l| l.split_once(':')).map(|(n, v)| (n.trim(), v.trim())).collect();
    let header = |name: &str| headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| *value);
    if header("MAN") != Some("\"ssdp:discover\"") || header("MX").is_some_and(|mx| mx.parse::<u8>().is_err()) {
        return Vec::new();
    }
    let Some(wanted) = header("ST") else { return Vec::new() };
    let (mine, udn) = (targets(story, address), soap::udn(address));
    mine.iter()
        .filter(|target| wanted == "ssdp:all" || wanted == target.as_str())
        .map(|target| {
            let name = if *target == udn { target.clone() } else { format!("{udn}::{target}") };
            format!(
                "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: {target}\r\nUSN: {name}\r\nEXT:\r\n\
                 SERVER: {}\r\nLOCATION: http://{address}:{CONTROL_PORT}{}\r\nOPT: \"http://schemas.upnp.org/upnp/1/0/\"; \
                 ns=01\r\n01-NLS: 1\r\nBOOTID.UPNP.ORG: 1\r\nCONFIGID.UPNP.ORG: 1337\r\n\r\n",
                story.server,
                soap::ROOT
            )
            .into_bytes()
        })
        .collect()
}

/// What the router can be searched as. A version 2 device answers to version 1 as well.
fn targets(story: &RouterStory, address: Ipv4Addr) -> Vec<String> {
    let mut all = vec!["upnp:rootdevice".to_owned(), soap::udn(address)];
    for version in 1..=story.version {
        for device in ["InternetGatewayDevice", "WANDevice", "WANConnectionDevice"] {
            all.push(format!("urn:schemas-upnp-org:device:{device}:{version}"));
        }
        if !story.ppp {
            all.push(format!("urn:schemas-upnp-org:service:WANIPConnection:{version}"));
        }
    }
    if story.ppp {
        all.push(soap::connection(story));
    }
    all
}

/// A router of the story that can be searched for.
pub(super) struct Searched {
    pub(super) story: RouterStory,
    pub(super) address: Ipv4Addr,
    pub(super) socket: UdpSocket,
}

/// Answers searches until dropped. What reaches the first router reaches the others too, as a multicast does; each
/// answers from its own address.
pub(super) async fn answer_everyone(first: Searched, others: Vec<Searched>) {
    let mut room = [0; 2048];
    loop {
        let Ok((len, peer)) = first.socket.recv_from(&mut room).await else {
            sleep(AFTER_ERROR).await;
            continue;
        };
        let datagram = room.get(..len).unwrap_or_default();
        for router in std::iter::once(&first).chain(&others) {
            for reply in answer_search(&router.story, router.address, datagram) {
                let _ = router.socket.send_to(&reply, peer).await;
            }
        }
    }
}

/// Serves description and control until dropped.
pub(super) async fn serve_control(listener: TcpListener, wall: Wall, address: Ipv4Addr) {
    serve(listener, |stream: TcpStream, _: SocketAddr| one_request(stream, wall.clone(), address)).await;
}

async fn one_request(mut stream: TcpStream, wall: Wall, address: Ipv4Addr) -> io::Result<()> {
    let Some(request) = http::read_request(&mut stream).await? else { return Ok(()) };
    let story = wall.table.borrow().story.clone();
    let (status, body) = match (request.method.as_str(), request.path.as_str()) {
        ("GET" | "HEAD", soap::ROOT) => (200, soap::root_description(&story, address)),
        ("GET" | "HEAD", soap::SERVICE) => (200, soap::service_description()),
        ("POST", path @ (soap::CONTROL | pinhole::CONTROL)) => {
            let control = if path == soap::CONTROL { soap::control } else { soap::firewall };
            let action = request.header("soapaction").unwrap_or_default();
            let mut answer = None;
            let changed = wall.table.send_if_modified(|table| {
                answer = Some(control(table, action, &request.body, Instant::now()));
                !action.contains("#Get")
            });
            if changed {
                wall.settled().await;
            }
            answer.unwrap_or((500, String::new()))
        }
        (_, soap::ROOT | soap::SERVICE | soap::CONTROL | pinhole::CONTROL) => (405, String::new()),
        _ => (404, String::new()),
    };
    http::answer(&mut stream, &request, status, &story.server, "EXT:\r\n", &body).await
}

/// Takes lines off the list when their lease ends, so that their entrances shut.
pub(super) async fn keep_leases(table: watch::Sender<Table>) {
    let mut news = table.subscribe();
    loop {
        let end = news.borrow_and_update().next_end();
        tokio::select! {
            changed = news.changed() => {
                if changed.is_err() {
                    return;
                }
            }
            () = sleep_until(end.unwrap_or_else(Instant::now)), if end.is_some() => {
                table.send_if_modified(|table| table.forget_ended(Instant::now()));
            }
        }
    }
}

//! UPnP Internet Gateway Devices, versions 1 and 2: finding them, what they say about themselves, their list of
//! mappings, and the three requests that change it. Says what came back; concludes nothing.

use std::collections::{BTreeMap, HashMap};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use igd_next::aio::Gateway as IgdGateway;
use igd_next::{AddPortError, PortMappingProtocol, RemovePortError, RequestError};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

use crate::domain::catalog;
use crate::domain::change::Change;
use crate::domain::office::{Adapter, Control, Gateway, MappingList, PortMapping};
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::soap::{self, Lan, Place, Trouble};
use crate::net::socket::one_line;
use crate::net::ssdp::{self, Reply};
use crate::net::xml::Element;

/// Responders kept besides the default gateway, which is never displaced.
const RESPONDERS: usize = 10;
/// Descriptions believed of one responder.
const LOCATIONS: usize = 3;
/// After the default gateway is known, other gateways get this long to answer too.
const OTHERS: Duration = Duration::from_millis(300);
/// Entries read of one list.
const ENTRIES: u32 = 1000;
/// Replies that wait to be looked at.
const REPLIES: usize = 64;

const CONNECTIONS: [&str; 3] = [
    "urn:schemas-upnp-org:service:WANIPConnection:2",
    "urn:schemas-upnp-org:service:WANIPConnection:1",
    "urn:schemas-upnp-org:service:WANPPPConnection:1",
];

/// A router that takes UPnP requests.
#[derive(Clone, Debug)]
pub struct Router {
    /// What it said about itself.
    pub gateway: Gateway,
    /// Its unique device name.
    pub id: Option<String>,
    control: Place,
    service: String,
    root: String,
}

/// Why a router gave no proper answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouterError {
    /// It answered with this UPnP error.
    Code(u16),
    /// Nothing came.
    NoAnswer,
    /// Something came that is no answer.
    NotProper(String),
}

impl From<Trouble> for RouterError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Code(code) => Self::Code(code),
            Trouble::NoAnswer => Self::NoAnswer,
            Trouble::NotProper(why) => Self::NotProper(why),
        }
    }
}

/// Searches on all adapters and hands over each router as soon as it is known.
pub async fn find(
    adapters: &[Adapter],
    only: Option<Ipv4Addr>,
    surroundings: &Surroundings,
    found: mpsc::Sender<Router>,
) {
    let (replies, mut heard) = mpsc::channel::<Reply>(REPLIES);
    let (enough, is_enough) = watch::channel(false);
    let mut searches = JoinSet::new();
    for adapter in adapters {
        searches.spawn(ssdp::search(adapter.clone(), only, surroundings.clone(), replies.clone(), is_enough.clone()));
    }
    drop(replies);
    let mut asked: BTreeMap<IpAddr, Vec<String>> = BTreeMap::new();
    let mut known: Vec<IpAddr> = Vec::new();
    let mut reading: JoinSet<Option<Router>> = JoinSet::new();
    let mut listening = true;
    let mut last_call = None;
    loop {
        let deadline = async {
            match last_call {
                Some(at) => tokio::time::sleep_until(at).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            reply = heard.recv(), if listening => {
                let Some(reply) = reply else { listening = false; continue };
                let is_default = is_default(&reply, only);
                if is_new(&reply, is_default, &mut asked) {
                    let surroundings = surroundings.clone();
                    reading.spawn(async move { describe(&reply, is_default, &surroundings).await });
                }
            }
            Some(read) = reading.join_next(), if !reading.is_empty() => {
                let Ok(Some(router)) = read else { continue };
                let address = router.gateway.address;
                if known.contains(&address) {
                    continue;
                }
                known.push(address);
                if router.gateway.is_default && last_call.is_none() {
                    last_call = Some(tokio::time::Instant::now() + OTHERS);
                }
                if found.send(router).await.is_err() {
                    return;
                }
            }
            () = deadline, if listening => {
                enough.send(true).ok();
                last_call = None;
            }
            else => break,
        }
        if !listening && reading.is_empty() {
            break;
        }
    }
}

fn is_default(reply: &Reply, only: Option<Ipv4Addr>) -> bool {
    match only {
        Some(only) => reply.from == IpAddr::V4(only),
        None => reply.adapter.default_route && reply.adapter.gateway.is_some_and(|g| reply.from == IpAddr::V4(g)),
    }
}

/// Keeps the bounds on responders and on descriptions of one responder.
fn is_new(reply: &Reply, is_default: bool, asked: &mut BTreeMap<IpAddr, Vec<String>>) -> bool {
    if !asked.contains_key(&reply.from) && asked.len() >= RESPONDERS && !is_default {
        return false;
    }
    let locations = asked.entry(reply.from).or_default();
    if locations.len() >= LOCATIONS || locations.contains(&reply.location) {
        return false;
    }
    locations.push(reply.location.clone());
    true
}

/// Reads a description and asks its WAN connection. A device without one that answers is no gateway: switches and
/// Wi-Fi set-up services announce themselves too.
async fn describe(reply: &Reply, is_default: bool, surroundings: &Surroundings) -> Option<Router> {
    let (at, path) = soap::place(&reply.location, reply.from)?;
    let description = Place { at, real: surroundings.dial(Transport::Tcp, at)?, path };
    let tree = soap::fetch(&description).await.ok()?;
    let router = read_description(&tree, reply, &description, is_default, surroundings);
    pick_connected(router).await
}

/// Everything a description offers: one candidate for each WAN connection service in it.
fn read_description(
    tree: &Element,
    reply: &Reply,
    description: &Place,
    is_default: bool,
    surroundings: &Surroundings,
) -> Vec<Router> {
    let Some(root) = tree.child("device") else { return Vec::new() };
    let base = tree.value("URLBase").and_then(|url| soap::place(url, reply.from));
    let value = |name: &str| root.value(name).and_then(|v| one_line(v.as_bytes()));
    let model = match (value("modelName"), value("modelNumber")) {
        (Some(name), Some(number)) if !name.contains(&number) && number.len() < 40 => Some(format!("{name} {number}")),
        (name, number) => name.or(number),
    };
    let second = |text: Option<&str>| text.is_some_and(|t| t.ends_with(":2"));
    let mut found = Vec::new();
    for service in tree.all().into_iter().filter(|e| e.name == "service") {
        let Some(kind) = service.value("serviceType").filter(|k| CONNECTIONS.contains(k)) else { continue };
        let Some(url) = service.value("controlURL") else { continue };
        let Some((at, path)) = resolve(url, base.as_ref(), description, reply.from) else { continue };
        let Some(real) = surroundings.dial(Transport::Tcp, at) else { continue };
        let control =
            if second(Some(kind)) || second(root.value("deviceType")) { Control::Igd2 } else { Control::Igd1 };
        let mut gateway = Gateway {
            manufacturer: value("manufacturer"),
            model: model.clone(),
            friendly_name: value("friendlyName"),
            control,
            is_default,
            location: one_line(reply.location.as_bytes()),
            server: reply.server.clone(),
            ..Gateway::unknown(reply.from)
        };
        gateway.guide = catalog::best_match(&gateway).map(|g| g.id.clone());
        found.push(Router {
            gateway,
            id: value("UDN"),
            control: Place { at, real, path },
            service: kind.to_owned(),
            root: description.path.clone(),
        });
    }
    // Version 2 before version 1, IP before PPP, in the order that routers are known to work best with.
    found.sort_by_key(|r| CONNECTIONS.iter().position(|k| *k == r.service));
    found.truncate(4);
    found
}

/// A control address may be absolute, even on another port, but only of the responder itself.
fn resolve(
    url: &str,
    base: Option<&(SocketAddr, String)>,
    description: &Place,
    responder: IpAddr,
) -> Option<(SocketAddr, String)> {
    if url.to_ascii_lowercase().starts_with("http") {
        return soap::place(url, responder);
    }
    let (at, folder) = base.map_or((description.at, description.path.as_str()), |(at, path)| (*at, path.as_str()));
    let path = if url.starts_with('/') {
        url.to_owned()
    } else {
        let end = folder.rfind('/').map_or(0, |slash| slash + 1);
        format!("/{}{url}", folder.get(..end)?.trim_start_matches('/'))
    };
    let clean = path.len() <= 1024 && path.chars().all(|c| c.is_ascii_graphic());
    clean.then_some((at, path))
}

/// Of several WAN connections the connected one; of one, itself when it answers.
async fn pick_connected(candidates: Vec<Router>) -> Option<Router> {
    let mut answering = None;
    for mut router in candidates {
        let status = soap::call(&router.control, &router.service, "GetStatusInfo", &[]).await;
        let connected = status.as_ref().is_ok_and(|s| s.value("NewConnectionStatus") == Some("Connected"));
        let address = router.external_address().await;
        let answers = status.is_ok() || matches!(address, Ok(_) | Err(RouterError::Code(_)));
        if !answers {
            continue;
        }
        router.gateway.wan_address = address.ok().flatten();
        if connected {
            return Some(router);
        }
        answering = answering.or(Some(router));
    }
    answering
}

impl Router {
    /// What it says its address outside is; none where it says none.
    pub async fn external_address(&self) -> Result<Option<IpAddr>, RouterError> {
        let answer = soap::call(&self.control, &self.service, "GetExternalIPAddress", &[]).await?;
        let said = answer.value("NewExternalIPAddress").map(str::trim);
        Ok(said.and_then(|ip| ip.parse::<IpAddr>().ok()).filter(|ip| !ip.is_unspecified()))
    }

    /// Its list of mappings, entry by entry, since reading it whole kills some routers (miniupnpd up to 2.3.3).
    pub async fn list(&self) -> (Vec<PortMapping>, MappingList) {
        let mut mappings: Vec<PortMapping> = Vec::new();
        for index in 0..ENTRIES {
            let arguments = [("NewPortMappingIndex", index.to_string())];
            let answer = soap::call(&self.control, &self.service, "GetGenericPortMappingEntry", &arguments).await;
            match answer {
                Ok(entry) => {
                    let Some(mapping) = read_mapping(&entry, None) else { continue };
                    // A router that gives the same entry for every index would never end.
                    if mappings.last() == Some(&mapping) {
                        return (mappings, MappingList::Partial);
                    }
                    mappings.push(mapping);
                }
                // 713 is the proper end; 714 and 402 are what some routers say instead.
                Err(Trouble::Code(713 | 714 | 402)) => return (mappings, MappingList::Whole),
                Err(Trouble::Code(401 | 602)) if index == 0 => return (mappings, MappingList::Unread),
                Err(Trouble::NoAnswer | Trouble::NotProper(_)) if index == 0 => {
                    return (mappings, MappingList::Unread);
                }
                // After an entry or none, any other error is how it ends on a few more; nothing says it is whole.
                Err(Trouble::Code(_) | Trouble::NoAnswer | Trouble::NotProper(_)) => {
                    return (mappings, MappingList::Partial);
                }
            }
        }
        (mappings, MappingList::Partial)
    }

    /// Who holds one port. None: nobody.
    pub async fn specific(&self, port: u16, protocol: Transport) -> Result<Option<PortMapping>, RouterError> {
        let arguments = [
            ("NewRemoteHost", String::new()),
            ("NewExternalPort", port.to_string()),
            ("NewProtocol", protocol.name().to_owned()),
        ];
        match soap::call(&self.control, &self.service, "GetSpecificPortMappingEntry", &arguments).await {
            Ok(entry) => match read_mapping(&entry, Some((port, protocol))) {
                Some(mapping) => Ok(Some(mapping)),
                None => Err(RouterError::NotProper("an entry without a device".to_owned())),
            },
            Err(Trouble::Code(713 | 714)) => Ok(None),
            Err(trouble) => Err(trouble.into()),
        }
    }

    /// Asks for one mapping.
    pub async fn add(&self, change: &Change) -> Result<(), RouterError> {
        let client = SocketAddr::new(change.internal_client, change.external_port);
        let protocol = protocol_of(change.protocol);
        let (port, lease) = (change.external_port, change.lease_seconds);
        self.igd().add_port(protocol, port, client, lease, &change.description).await.map_err(add_error)
    }

    /// Asks for one mapping to be removed.
    pub async fn delete(&self, port: u16, protocol: Transport) -> Result<(), RouterError> {
        self.igd().remove_port(protocol_of(protocol), port).await.map_err(|error| match error {
            RemovePortError::ActionNotAuthorized => RouterError::Code(606),
            RemovePortError::NoSuchPortMapping => RouterError::Code(714),
            RemovePortError::RequestError(error) => request_error(&error),
        })
    }

    /// The same router for igd-next, with the argument order of the standard: service files are missing on some.
    fn igd(&self) -> IgdGateway<Lan> {
        let words = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        let key = ["NewRemoteHost", "NewExternalPort", "NewProtocol"];
        let rest =
            ["NewInternalPort", "NewInternalClient", "NewEnabled", "NewPortMappingDescription", "NewLeaseDuration"];
        let all: Vec<&str> = key.iter().chain(&rest).copied().collect();
        IgdGateway {
            addr: self.control.real,
            root_url: self.root.clone(),
            control_url: self.control.path.clone(),
            control_schema_url: String::new(),
            control_schema: HashMap::from([
                ("AddPortMapping".to_owned(), words(&all)),
                ("DeletePortMapping".to_owned(), words(&key)),
            ]),
            service_type: self.service.clone(),
            provider: Lan,
        }
    }
}

fn protocol_of(transport: Transport) -> PortMappingProtocol {
    match transport {
        Transport::Udp => PortMappingProtocol::UDP,
        Transport::Tcp => PortMappingProtocol::TCP,
    }
}

/// igd-next words the codes; here they become codes again, because what 718 means is for others to say.
fn add_error(error: AddPortError) -> RouterError {
    match error {
        AddPortError::ActionNotAuthorized => RouterError::Code(606),
        AddPortError::PortInUse => RouterError::Code(718),
        AddPortError::SamePortValuesRequired => RouterError::Code(724),
        AddPortError::OnlyPermanentLeasesSupported => RouterError::Code(725),
        AddPortError::DescriptionTooLong => RouterError::Code(605),
        AddPortError::InternalPortZeroInvalid | AddPortError::ExternalPortZeroInvalid => RouterError::Code(716),
        AddPortError::RequestError(error) => request_error(&error),
    }
}

fn request_error(error: &RequestError) -> RouterError {
    if let RequestError::ErrorCode(code, _) = error {
        return RouterError::Code(*code);
    }
    RouterError::NotProper(one_line(error.to_string().as_bytes()).unwrap_or_default())
}

/// One entry, read as leniently as routers write them. `asked`: port and protocol, which an answer to the precise
/// question does not repeat.
fn read_mapping(entry: &Element, asked: Option<(u16, Transport)>) -> Option<PortMapping> {
    let value = |name: &str| entry.value(name).map(str::trim);
    let protocol = value("NewProtocol").and_then(|p| match p.to_ascii_uppercase().as_str() {
        "UDP" => Some(Transport::Udp),
        "TCP" => Some(Transport::Tcp),
        _ => None,
    });
    let port = value("NewExternalPort").and_then(|p| p.parse().ok());
    let (external_port, protocol) = asked.or_else(|| Some((port?, protocol?)))?;
    Some(PortMapping {
        external_port,
        protocol,
        internal_client: value("NewInternalClient")?.parse().ok()?,
        internal_port: value("NewInternalPort").and_then(|p| p.parse().ok()).unwrap_or(external_port),
        // Empty and negative leases occur; both are read as until removed.
        lease_seconds: value("NewLeaseDuration").and_then(|l| l.parse().ok()).unwrap_or(0),
        description: value("NewPortMappingDescription").and_then(|d| one_line(d.as_bytes())).unwrap_or_default(),
        ours: false,
        enabled: value("NewEnabled")
            .is_none_or(|e| e == "1" || e.eq_ignore_ascii_case("true") || e.eq_ignore_ascii_case("yes")),
        remote_host: value("NewRemoteHost").and_then(|h| one_line(h.as_bytes())).unwrap_or_default(),
    })
}

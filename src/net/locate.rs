//! From a name to servers, as phones find them (RFC 3263 section 4): NAPTR, then SRV, then addresses. The system's own
//! way (its hosts file) is asked last, and never for a practice office.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use hickory_proto::rr::rdata::{NAPTR, SRV};
use hickory_proto::rr::{Name, RData, RecordType};
use tokio::time::{Instant, timeout};

use crate::domain::outbound::{Lookup, ServerName};
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::From;
use crate::net::dns::{self, NoAnswer, Way};

/// Servers of one name that are tried.
const MOST_SERVERS: usize = 3;
/// What all questions about one name may take together.
const ALL_QUESTIONS: Duration = Duration::from_secs(10);
/// What the system's own way may take.
const PATIENCE: Duration = Duration::from_secs(3);

/// One server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Server {
    /// Where.
    pub target: SocketAddr,
    /// How.
    pub transport: Transport,
    /// Inside TLS.
    pub secure: bool,
}

/// Where a name leads: servers in the order to try, or none and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// How they were found, or why not.
    pub lookup: Lookup,
    /// In the order to try.
    pub servers: Vec<Server>,
}

/// A kind of SIP service, as NAPTR and SRV name it.
#[derive(Clone, Copy)]
struct Kind {
    naptr: &'static str,
    srv: &'static str,
    transport: Transport,
    secure: bool,
}

/// In the order in which a client without wishes takes them.
const KINDS: [Kind; 3] = [
    Kind { naptr: "SIP+D2U", srv: "_sip._udp", transport: Transport::Udp, secure: false },
    Kind { naptr: "SIP+D2T", srv: "_sip._tcp", transport: Transport::Tcp, secure: false },
    Kind { naptr: "SIPS+D2T", srv: "_sips._tcp", transport: Transport::Tcp, secure: true },
];

/// Finds the SIP servers of a name.
pub async fn sip_servers(name: &ServerName, from: &From, surroundings: &Surroundings) -> Located {
    let secure = name.secure;
    let transport = name.transport.unwrap_or(if secure { Transport::Tcp } else { Transport::Udp });
    let port = name.port.unwrap_or(if secure { 5061 } else { 5060 });
    let plain = |ip: IpAddr| Server { target: SocketAddr::new(ip, port), transport, secure };
    if let Ok(ip) = name.host.parse() {
        return Located { lookup: Lookup::Given, servers: vec![plain(ip)] };
    }
    let way = way(from, surroundings).await;
    // A port that was typed means: this very host (section 4.2).
    if name.port.is_none()
        && let Some(located) = way.by_service(name).await
    {
        return located;
    }
    match way.addresses(&name.host).await {
        Ok(found) => Located { lookup: Lookup::Host, servers: found.into_iter().take(2).map(plain).collect() },
        Err(why) => Located { lookup: why, servers: Vec::new() },
    }
}

/// Addresses of a host, IPv4 first.
pub async fn addresses(host: &str, from: &From, surroundings: &Surroundings) -> Result<Vec<IpAddr>, Lookup> {
    if let Ok(ip) = host.parse() {
        return Ok(vec![ip]);
    }
    way(from, surroundings).await.addresses(host).await
}

async fn way<'a>(from: &'a From, surroundings: &'a Surroundings) -> Way<'a> {
    Way { servers: dns::name_servers(surroundings).await, from, surroundings, until: Instant::now() + ALL_QUESTIONS }
}

impl Way<'_> {
    async fn ask(&self, name: &Name, kind: RecordType) -> Result<Vec<RData>, NoAnswer> {
        dns::records(name, kind, self).await
    }

    /// By NAPTR, else by the SRV names of each kind. None: the host itself is to be asked.
    async fn by_service(&self, name: &ServerName) -> Option<Located> {
        let host = absolute(&name.host)?;
        let fits = |k: &&Kind| name.transport.is_none_or(|t| t == k.transport) && (k.secure || !name.secure);
        let kinds: Vec<&Kind> = KINDS.iter().filter(fits).collect();
        if name.transport.is_none() {
            match self.ask(&host, RecordType::NAPTR).await {
                Ok(found) => {
                    if let Some((kind, replacement)) = choose(&found, &kinds) {
                        let found = self.ask(&replacement, RecordType::SRV).await.unwrap_or_default();
                        return Some(located(Lookup::Naptr, self.servers_of(found, kind).await));
                    }
                }
                // Some small routers answer no question of this kind at all, so silence to it says nothing yet.
                Err(NoAnswer::NobodyToAsk | NoAnswer::NoSuchRecord) => {}
            }
        }
        for kind in kinds {
            let srv = absolute(&format!("{}.{}", kind.srv, name.host))?;
            match self.ask(&srv, RecordType::SRV).await {
                Ok(found) => return Some(located(Lookup::Srv, self.servers_of(found, kind).await)),
                Err(NoAnswer::NobodyToAsk) => return None,
                Err(NoAnswer::NoSuchRecord) => {}
            }
        }
        None
    }

    async fn servers_of(&self, found: Vec<RData>, kind: &Kind) -> Vec<Server> {
        let mut records: Vec<SRV> =
            found.into_iter().filter_map(|r| if let RData::SRV(s) = r { Some(s) } else { None }).collect();
        // RFC 2782: lowest priority first; of one priority the heaviest, which most clients would take.
        records.sort_by_key(|s| (s.priority, u16::MAX - s.weight));
        let mut servers = Vec::new();
        for record in records.iter().filter(|s| !s.target.is_root()).take(MOST_SERVERS) {
            let host = record.target.to_ascii();
            let ip = self.addresses(&host).await.ok().and_then(|found| found.first().copied());
            let target = ip.map(|ip| SocketAddr::new(ip, record.port));
            servers.extend(target.map(|target| Server { target, transport: kind.transport, secure: kind.secure }));
        }
        servers
    }

    async fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, Lookup> {
        let name = absolute(host).ok_or(Lookup::Nowhere)?;
        let mut found: Vec<IpAddr> = Vec::new();
        let mut why = NoAnswer::NoSuchRecord;
        for kind in [RecordType::A, RecordType::AAAA] {
            match self.ask(&name, kind).await {
                Ok(records) => found.extend(records.into_iter().filter_map(|r| r.ip_addr())),
                Err(NoAnswer::NobodyToAsk) => {
                    why = NoAnswer::NobodyToAsk;
                    break;
                }
                Err(NoAnswer::NoSuchRecord) => {}
            }
        }
        if !found.is_empty() {
            return Ok(found);
        }
        // Names that only this computer knows: its hosts file, its own network's names. Silent name servers would
        // keep it waiting for as long as the system likes.
        let is_alone = self.servers.is_empty() && self.surroundings.practice.is_none();
        if is_alone || (why == NoAnswer::NoSuchRecord && self.surroundings.practice.is_none()) {
            let known = timeout(PATIENCE, tokio::net::lookup_host((host.trim_end_matches('.'), 0))).await;
            let mut known: Vec<IpAddr> =
                known.ok().and_then(Result::ok).map(|all| all.map(|a| a.ip()).collect()).unwrap_or_default();
            known.sort_by_key(IpAddr::is_ipv6);
            if !known.is_empty() {
                return Ok(known);
            }
        }
        match why {
            NoAnswer::NobodyToAsk if !self.servers.is_empty() => Err(Lookup::NobodyToAsk),
            NoAnswer::NobodyToAsk | NoAnswer::NoSuchRecord => Err(Lookup::Nowhere),
        }
    }
}

/// With its final dot, so that nothing is searched below the office's own domain.
fn absolute(host: &str) -> Option<Name> {
    let mut name = Name::from_ascii(host).ok()?;
    name.set_fqdn(true);
    Some(name)
}

/// The first NAPTR record of a kind we can ask, and the SRV name it leads to.
fn choose<'k>(found: &[RData], kinds: &[&'k Kind]) -> Option<(&'k Kind, Name)> {
    let mut records: Vec<&NAPTR> =
        found.iter().filter_map(|r| if let RData::NAPTR(n) = r { Some(n) } else { None }).collect();
    records.sort_by_key(|n| (n.order, n.preference));
    records.into_iter().find_map(|record| {
        let says = |kind: &&&Kind| kind.naptr.as_bytes().eq_ignore_ascii_case(&record.services);
        // Only the flag "s" leads to an SRV name (RFC 3263 section 4.1).
        let leads = record.flags.eq_ignore_ascii_case(b"s") && !record.replacement.is_root();
        kinds.iter().find(says).filter(|_| leads).map(|kind| (*kind, record.replacement.clone()))
    })
}

fn located(lookup: Lookup, servers: Vec<Server>) -> Located {
    let lookup = if servers.is_empty() { Lookup::Nowhere } else { lookup };
    Located { lookup, servers }
}

//! From a search to routers: who answered, what its description says, which of its WAN connections is up. Each router
//! is handed on the moment it is known.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc::{self, Sender};
use tokio::task::{JoinError, JoinSet};
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::domain::catalog;
use crate::domain::office::{Adapter, Control, Gateway, MappingList};
use crate::domain::probe::Surroundings;
use crate::net::igd::{Line, Router, RouterError};
use crate::net::igd_description::{self, Connection, Description};
use crate::net::igd_http::{Http, Place};
use crate::net::ssdp::{self, Heard, Kept, Reply};
use crate::net::xml;

/// How long an office without an answer is searched.
const SEARCH: Duration = Duration::from_secs(2);
/// How long others are listened for in all once the default gateway is known. MX 1 lets each answer wait for a second,
/// but a router has two sends and several targets to answer, each with a wait of its own.
const OTHERS: Duration = Duration::from_millis(700);
/// A gateway that answers as some device only is believed after this long; its better answer comes with it.
const GATEWAY_SPARES: Duration = Duration::from_millis(60);
/// The same for everybody else.
const OTHER_SPARES: Duration = Duration::from_millis(450);
/// What descriptions still under way may take after the search: the default gateway's own much, others' little.
const GATEWAY_LAST_WORD: Duration = Duration::from_secs(8);
const OTHER_LAST_WORD: Duration = Duration::from_millis(500);
/// Searches run into this many waiting answers before they wait themselves; a handful is normal.
const REPLIES: usize = 64;

/// Places at other addresses that are kept of the default gateway.
const MOST_ELSEWHERE: usize = 3;

/// A gateway that has said nothing of use by then is asked where routers usually keep their description: its answer may
/// be kept out by a firewall of this computer, or have met a Wi-Fi that loses multicast.
const UNHEARD: Duration = Duration::from_millis(1200);
/// Where routers keep it, by port and path, as the devices of `tests/fixtures` told.
const KNOWN_PLACES: [(u16, &str); 12] = [
    (5000, "/rootDesc.xml"),
    (1900, "/rootDesc.xml"),
    (1900, "/igd.xml"),
    (1900, "/gatedesc.xml"),
    (2189, "/rootDesc.xml"),
    (2828, "/gateway_description.xml"),
    (5555, "/rootDesc.xml"),
    (49000, "/igddesc.xml"),
    (49152, "/IGDdevicedesc_brlan0.xml"),
    (52869, "/picsdesc.xml"),
    (56688, "/rootDesc.xml"),
    (80, "/igd.xml"),
];

/// What a search showed besides routers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is seen by itself")]
pub struct Searched {
    /// The default gateway answered a search, whatever it said.
    pub heard: bool,
    /// It did not, and described itself over a connection.
    pub described: bool,
    /// This computer let no search of everybody out towards the default gateway's network.
    pub turned_down: bool,
    /// Nor one to the default gateway itself.
    pub router_turned_down: bool,
}

/// Looks for routers on every adapter and sends each as soon as it is known; a second, better word of the same router
/// replaces the first. With `only`, asks that address alone. Takes about a second when the default gateway answers.
pub async fn find(
    adapters: &[Adapter],
    only: Option<Ipv4Addr>,
    surroundings: &Surroundings,
    found: Sender<Router>,
) -> Searched {
    let gateways: Vec<Ipv4Addr> = only.map_or_else(|| adapters.iter().filter_map(|a| a.gateway).collect(), |o| vec![o]);
    let default = Adapter::default_gateway(adapters);
    let (sender, mut replies) = mpsc::channel(REPLIES);
    let mut searches = JoinSet::new();
    for (index, adapter) in adapters.iter().enumerate().filter(|(_, a)| serves(a, only)) {
        searches.spawn(ssdp::search((index, adapter.clone()), only, surroundings.clone(), sender.clone()));
    }
    drop(sender);
    let clients: Vec<Option<Http>> = adapters.iter().map(|a| Http::from_adapter(a.address, surroundings)).collect();
    let mut desk = Desk {
        kept: Kept::new(gateways),
        seen: Searched::default(),
        clients,
        default,
        only,
        meetings: JoinSet::new(),
        known: BTreeMap::new(),
        awaited: 0,
        led: false,
        elsewhere: Vec::new(),
    };
    let ways: Vec<(usize, Ipv4Addr)> = desk.ways(adapters).collect();
    let mut unheard = Some(Instant::now() + UNHEARD);

    let start = Instant::now();
    let mut end = start + SEARCH;
    let mut spares = [(start + GATEWAY_SPARES, true), (start + OTHER_SPARES, false)].into_iter().peekable();
    loop {
        let spare = spares.peek().copied();
        tokio::select! {
            () = sleep_until(end) => break,
            () = sleep_until(spare.map_or(end, |(at, _)| at)), if spare.is_some() => {
                spares.next();
                for reply in desk.kept.spares(spare.is_some_and(|(_, of_gateways)| of_gateways)) {
                    desk.meet(reply);
                }
            }
            () = sleep_until(unheard.unwrap_or(end)), if unheard.is_some() => {
                unheard = None;
                desk.try_other_places(&ways);
            }
            told = replies.recv() => match told {
                Some(Heard::Reply(reply)) => desk.hear(reply),
                Some(Heard::TurnedDown { adapter, router_too }) => {
                    let leads = ways.iter().any(|(way, _)| *way == adapter);
                    desk.seen.turned_down |= leads;
                    desk.seen.router_turned_down |= leads && router_too;
                }
                // No adapter could be searched.
                None => break,
            },
            Some(met) = desk.meetings.join_next() => {
                if desk.introduce(met, &found).await.is_err() {
                    return desk.seen;
                }
                if desk.has_default() {
                    end = end.min(start + if only.is_some() { Duration::ZERO } else { OTHERS });
                }
            }
        }
    }
    drop(searches);
    let begun = Instant::now();
    loop {
        // A box that drips its description byte by byte holds nobody up; the default gateway may be slow.
        let matters = desk.awaited > 0 && !desk.has_default();
        let last_word = if matters { GATEWAY_LAST_WORD } else { OTHER_LAST_WORD };
        match timeout_at(begun + last_word, desk.meetings.join_next()).await {
            Ok(Some(met)) => {
                if desk.introduce(met, &found).await.is_err() {
                    return desk.seen;
                }
            }
            Ok(None) | Err(_) => return desk.seen,
        }
    }
}

/// Which adapters are searched: all, or those that lead to the one address.
fn serves(adapter: &Adapter, only: Option<Ipv4Addr>) -> bool {
    only.is_none_or(|o| {
        adapter.network().contains(IpAddr::V4(o)) || adapter.gateway == Some(o) || adapter.default_route
    })
}

/// Where answers are turned into routers.
struct Desk {
    kept: Kept,
    seen: Searched,
    clients: Vec<Option<Http>>,
    default: Option<Ipv4Addr>,
    only: Option<Ipv4Addr>,
    meetings: JoinSet<(With, Option<(Standing, Router)>)>,
    known: BTreeMap<IpAddr, Standing>,
    /// Meetings with the default gateway under way.
    awaited: usize,
    /// The default gateway said where at its own address its description lives.
    led: bool,
    /// The same places at its own address where it named another.
    elsewhere: Vec<Reply>,
}

/// Whom a meeting is with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum With {
    /// The default gateway, which answered.
    Default,
    /// The default gateway, which nobody has heard.
    Unheard,
    /// Somebody else.
    Other,
}

/// The receiver is gone: nobody wants to know any more.
struct NobodyListens;

impl Desk {
    /// A location on another machine is no answer at all and takes nobody's place. The default gateway's may be another
    /// of its own addresses.
    fn hear(&mut self, reply: Reply) {
        let is_default = self.is_default(reply.from);
        self.seen.heard |= is_default;
        if Place::of(reply.from, &reply.location).is_some() {
            self.led |= is_default;
            if let Some(reply) = self.kept.admit(reply) {
                self.meet(reply);
            }
        } else if is_default
            && self.elsewhere.len() < MOST_ELSEWHERE
            && let Some(here) = Place::at(reply.from, &reply.location).map(|place| place.text().to_owned())
            && !self.elsewhere.iter().any(|known| known.location == here)
        {
            self.elsewhere.push(Reply { location: here, ..reply });
        }
    }

    fn meet(&mut self, reply: Reply) {
        let with = if self.is_default(reply.from) { With::Default } else { With::Other };
        self.meet_with(with, reply);
    }

    fn meet_with(&mut self, with: With, reply: Reply) {
        let Some(http) = self.clients.get(reply.adapter).cloned().flatten() else { return };
        let is_default = with != With::Other;
        self.awaited += usize::from(is_default);
        self.meetings.spawn(async move { (with, meet(http, reply, is_default).await) });
    }

    /// The one asked for stands for the office's own.
    fn is_default(&self, ip: Ipv4Addr) -> bool {
        self.default == Some(ip) || self.only == Some(ip)
    }

    /// Adapters that lead to the default gateway, by their place, and the gateway.
    fn ways<'a>(&self, adapters: &'a [Adapter]) -> impl Iterator<Item = (usize, Ipv4Addr)> + use<'a> {
        let (only, office) = (self.only, Adapter::way_out_of(adapters));
        adapters.iter().enumerate().filter_map(move |(index, adapter)| {
            let asked = only.filter(|_| serves(adapter, only));
            Some((index, asked.or(adapter.gateway.filter(|_| office == Some(adapter) && only.is_none()))?))
        })
    }

    /// What it said of another address is tried at its own, and where it said nothing of its own the known places are.
    fn try_other_places(&mut self, ways: &[(usize, Ipv4Addr)]) {
        if self.has_default() {
            return;
        }
        for reply in std::mem::take(&mut self.elsewhere) {
            self.meet_with(With::Default, reply);
        }
        let Some((adapter, from)) = ways.first().copied().filter(|_| !self.led) else { return };
        for (port, path) in KNOWN_PLACES {
            let location = format!("http://{from}:{port}{path}");
            self.meet_with(With::Unheard, Reply { adapter, from, location, as_router: true, server: None });
        }
    }

    async fn introduce(
        &mut self,
        met: Result<(With, Option<(Standing, Router)>), JoinError>,
        found: &Sender<Router>,
    ) -> Result<(), NobodyListens> {
        let Ok((with, router)) = met else { return Ok(()) };
        self.awaited = self.awaited.saturating_sub(usize::from(with != With::Other));
        let Some((standing, router)) = router else { return Ok(()) };
        self.seen.described |= with == With::Unheard && !self.seen.heard;
        let address = router.gateway.address;
        if self.known.get(&address).is_some_and(|known| *known <= standing) {
            return Ok(());
        }
        self.known.insert(address, standing);
        found.send(router).await.map_err(|_| NobodyListens)
    }

    /// The router that matters most is known and its connection is up.
    fn has_default(&self) -> bool {
        let working = |ip: &Ipv4Addr| self.known.get(&IpAddr::V4(*ip)).is_some_and(|s| *s < Standing::Disconnected);
        self.only.as_ref().map_or_else(|| self.default.iter().any(working), working)
    }
}

/// How well a WAN connection stands, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Connected, and it names an address.
    WithAddress,
    /// Connected.
    Connected,
    /// Answers, but does not say whether it is connected.
    Unclear,
    /// Answers and says that it is not connected.
    Disconnected,
}

/// From a search answer to a router, unless it is none: a WPS page, a switch that announces a gateway (GC108PP), a
/// list of services of which none answers.
async fn meet(http: Http, reply: Reply, is_default: bool) -> Option<(Standing, Router)> {
    let location = Place::of(reply.from, &reply.location)?;
    let (status, body) = http.get(&location, xml::DESCRIPTION_LIMIT).await.ok()?;
    if !(200..300).contains(&status) {
        return None;
    }
    let description = igd_description::read(&body, &location).ok()?;
    let firewall = description.firewall.clone().map(|service| Line {
        http: http.clone(),
        control: service.control,
        service_type: service.service_type,
    });
    let state = async { firewall.as_ref()?.firewall().await.ok().flatten() };
    let (chosen, ipv6_firewall) = tokio::join!(choose(&http, &description), state);
    let (standing, connection, wan_address) = chosen?;
    let version_2 = description.is_version_2 || connection.is_version_2();
    let mut gateway = Gateway {
        address: IpAddr::V4(reply.from),
        manufacturer: description.manufacturer,
        model: description.model,
        friendly_name: description.friendly_name,
        control: if version_2 { Control::Igd2 } else { Control::Igd1 },
        wan_address,
        wan_hop: None,
        guide: None,
        is_default,
        list: MappingList::Unread,
        location: Some(xml::tidy(location.text())),
        server: reply.server,
        epoch: None,
        ipv6_firewall,
        ipv6_control: None,
    };
    gateway.guide = catalog::best_match(&gateway).map(|guide| guide.id.clone());
    let line = Line { http, control: connection.control, service_type: connection.service_type };
    Some((standing, Router { gateway, id: description.udn, line, firewall, named: Arc::default() }))
}

/// The connection that is up, as miniupnpc chooses; among equals the first.
async fn choose(http: &Http, description: &Description) -> Option<(Standing, Connection, Option<IpAddr>)> {
    let mut questions = JoinSet::new();
    for (index, connection) in description.connections.iter().cloned().enumerate() {
        let line = Line {
            http: http.clone(),
            control: connection.control.clone(),
            service_type: connection.service_type.clone(),
        };
        questions.spawn(async move {
            let (connected, external) = tokio::join!(line.connected(), line.external_address());
            (standing(&connected, &external), index, connection, external.ok().flatten())
        });
    }
    let mut answers: Vec<_> = questions.join_all().await;
    answers.sort_by_key(|(standing, index, ..)| (standing.is_none(), *standing, *index));
    answers.into_iter().find_map(|(standing, _, connection, external)| Some((standing?, connection, external)))
}

/// None when neither question brought a word of SOAP: there is no service.
fn standing(
    connected: &Result<Option<bool>, RouterError>,
    external: &Result<Option<IpAddr>, RouterError>,
) -> Option<Standing> {
    let has_address = matches!(external, Ok(Some(_)));
    match (connected, external) {
        (Ok(Some(true)), _) if has_address => Some(Standing::WithAddress),
        (Ok(Some(true)), _) => Some(Standing::Connected),
        (Ok(Some(false)), _) => Some(Standing::Disconnected),
        (Ok(None) | Err(RouterError::Code(_)), _) | (Err(_), Ok(_) | Err(RouterError::Code(_))) => {
            Some(Standing::Unclear)
        }
        (Err(RouterError::NoAnswer | RouterError::NotProper(_)), Err(_)) => None,
    }
}

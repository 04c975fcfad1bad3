//! The practice office: a whole small office of real protocol peers on loopback, one story at a time. It is the
//! shipped demo and the tests' world, and it is not built from `net`, which it tests. It talks to nobody but this
//! machine.
//!
//! Addresses of the story: PC 192.168.77.10, router 192.168.77.1, phone system 192.168.77.20, a second one
//! 192.168.77.21, desk phone 192.168.77.30, the street 203.0.113.7, walkers 203.0.113.60.

mod beyond;
mod call;
mod doorman;
mod earlier;
mod expect;
mod group;
mod http;
mod inside;
mod pbx;
mod pinhole;
mod portcontrol;
mod relay;
mod router;
mod scenario;
mod sip;
mod soap;
mod street;
mod table;
mod witness;

use std::collections::BTreeSet;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use jiff::Timestamp;
use tokio::net::{TcpListener, TcpSocket, UdpSocket};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::domain::address::can_be_street;
use crate::domain::catalog;
use crate::domain::probe::{PracticeStreet, Route, Surroundings};
use crate::domain::service::{Direction, Profile, Service, ServiceId, Transport};
pub use crate::practice::beyond::BeyondStory;
use crate::practice::call::Exchange;
pub use crate::practice::call::SoundStory;
pub use crate::practice::doorman::{DoormanStory, Letters};
pub use crate::practice::earlier::EarlierStory;
pub use crate::practice::expect::{Expect, Moment};
pub use crate::practice::group::Group;
use crate::practice::pbx::Machine;
pub use crate::practice::pinhole::FirewallStory;
use crate::practice::relay::{Side, Wall};
pub use crate::practice::scenario::{
    BadScenario, MappingStory, PhoneSystemStory, PortControl, RefusalStory, RouterStory, RuleStory, Scenario,
    WalkerStory, WitnessStory, read_scenarios, scenario, scenarios,
};
pub use crate::practice::sip::StrangerStory;
use crate::practice::street::{
    Crossings, DESK_PHONE, Ground, OVER_IPV6, PC, PHONE_SYSTEM, ROUTER, SECOND_PHONE_SYSTEM, SECOND_ROUTER, STREET,
    WALKER_OVER_IPV6, adapters, anywhere,
};
pub use crate::practice::street::{NetworkStory, OwnFirewall, StandsOn, WayOut};
use crate::practice::table::Table;
use crate::practice::witness::Witness;

/// Ports of a range that the street has. A wizard maps at most twenty one by one.
const PORTS_OF_A_RANGE: u16 = 20;

/// Why a practice office could not open.
#[derive(Debug, thiserror::Error)]
pub enum PracticeError {
    /// No loopback socket to be had.
    #[error("no loopback socket: {0}")]
    Socket(#[from] io::Error),
    /// The story's profile is not in the catalog.
    #[error("no profile for scenario {0}")]
    NoProfile(String),
    /// The story's phone system runs a row that is no inbound row of its profile, or cannot be played.
    #[error("scenario {scenario} cannot run {service}")]
    CannotPlay {
        /// The story.
        scenario: String,
        /// The row.
        service: ServiceId,
    },
}

/// An open practice office. Everybody in it goes home when it is dropped.
#[derive(Debug)]
pub struct PracticeOffice {
    /// Where to find it.
    pub surroundings: Surroundings,
    /// Its own walker.
    pub walker: WalkerStory,
    /// Where that walker knocks over IPv6 too, and where it stands there; none: it does not.
    pub over_ipv6: Option<(Ipv6Addr, Ipv6Addr)>,
    /// Somebody outside who takes in letters of the doorman test.
    pub letters: Option<Letters>,
    inside: Option<String>,
    _people: JoinSet<()>,
    _shut: Vec<Shut>,
}

/// A port that is held so that it refuses, or stays silent, for sure.
#[derive(Debug)]
enum Shut {
    Udp { _socket: UdpSocket },
    Tcp { _socket: TcpSocket },
}

/// What is bound and not yet played.
#[derive(Default)]
struct Stage {
    ground: Ground,
    shut: Vec<Shut>,
    udp_rows: Vec<(Service, UdpSocket)>,
    tcp_rows: Vec<(Service, TcpListener)>,
    /// Voice ports that a witness stands on.
    voice: Vec<(u16, UdpSocket)>,
    /// A voice port for calls.
    calls: Option<(UdpSocket, u16)>,
    udp_wall: Vec<(Side, u16, UdpSocket)>,
    tcp_wall: Vec<(Side, u16, TcpSocket)>,
}

/// Opens the practice office of a story. Needs a tokio runtime with network and time. `clock` reads the time.
pub async fn open(scenario: &Scenario, clock: fn() -> Timestamp) -> Result<PracticeOffice, PracticeError> {
    let profile = scenario.answers.system.as_ref().and_then(catalog::profile);
    let profile = profile.ok_or_else(|| PracticeError::NoProfile(scenario.id.clone()))?;
    check_running(scenario, profile)?;

    let mut stage = Stage::default();
    let ssdp = stage.ground.udp(ROUTER, router::SSDP_PORT).await?;
    let ssdp_at = ssdp.local_addr()?;
    let second = match &scenario.second_router {
        Some(story) => {
            let socket = stage.ground.udp(SECOND_ROUTER, router::SSDP_PORT).await?;
            Some((story, socket, stage.ground.tcp(SECOND_ROUTER, router::CONTROL_PORT)?))
        }
        None => None,
    };
    let port_control = stage.ground.udp(ROUTER, router::PORT_CONTROL_PORT).await?;
    let control = stage.ground.tcp(ROUTER, router::CONTROL_PORT)?;
    let phone_sip = stage.ground.udp(DESK_PHONE, 5060).await?;
    let phone_page = stage.ground.tcp(DESK_PHONE, 80)?.listen(16)?;
    let second_system = match &scenario.second_phone_system {
        Some(server) => Some((server, stage.ground.udp(SECOND_PHONE_SYSTEM, 5060).await?)),
        None => None,
    };
    stage.bind_phone_system(scenario, profile).await?;
    stage.bind_wall(profile).await?;
    let over_ipv6 = scenario.walker.over_ipv6 && scenario.network.ipv6;
    if over_ipv6 {
        stage.bind_over_ipv6(profile, scenario.phone_system.over_ipv6).await?;
    }
    let mut people = JoinSet::new();
    let letters = match scenario.doorman {
        Some(story) => Some(Letters::at(&mut stage.ground, story, clock, &mut people).await?),
        None => None,
    };

    let here = match scenario.stands_on {
        StandsOn::Pc => PC,
        StandsOn::PhoneSystem => PHONE_SYSTEM,
    };
    let crossings = Crossings::new(here);
    beyond::open(&mut stage.ground, scenario, &crossings, &mut people).await?;
    let table = watch::Sender::new(Table::new(&scenario.router, here, Instant::now()));
    let routes = std::mem::take(&mut stage.ground.routes);
    let tcp_ports = stage.tcp_wall.iter().filter(|(side, ..)| *side == Side::Street).map(|(_, port, _)| *port);
    let wall = Wall {
        side: Side::Street,
        tcp_ports: tcp_ports.collect(),
        listening: watch::Sender::default(),
        table: table.clone(),
        routes: routes.clone().into(),
        crossings: crossings.clone(),
        walker: scenario.walker.address,
    };
    let phone_system = Arc::new(Machine::phone_system(&scenario.phone_system, &profile.name, crossings.clone()));
    if let Some((server, socket)) = second_system {
        let story = PhoneSystemStory { server: server.clone(), ..scenario.phone_system.clone() };
        let machine = Machine::phone_system(&story, &profile.name, crossings.clone());
        people.spawn(pbx::play_udp(Arc::new(machine), crate::domain::service::ProbeKind::Sip, socket));
    }
    let desk_phone = Arc::new(Machine::desk_phone(crossings));

    let first = router::Searched { story: scenario.router.clone(), address: ROUTER, socket: ssdp };
    let mut others = Vec::new();
    if let Some((story, socket, control)) = second {
        others.push(router::Searched { story: story.clone(), address: SECOND_ROUTER, socket });
        let wall = Wall {
            tcp_ports: [].into(),
            table: watch::Sender::new(Table::new(story, here, Instant::now())),
            ..wall.clone()
        };
        people.spawn(router::serve_control(control.listen(16)?, wall, SECOND_ROUTER));
    }
    people.spawn(router::answer_everyone(first, others));
    if scenario.router.upnp {
        people.spawn(router::serve_control(control.listen(16)?, wall.clone(), ROUTER));
    } else {
        stage.shut.push(Shut::Tcp { _socket: control });
    }
    people.spawn(portcontrol::serve(port_control, wall.clone()));
    people.spawn(router::keep_leases(table));
    people.spawn(pbx::play_udp(desk_phone, crate::domain::service::ProbeKind::Sip, phone_sip));
    people.spawn(pbx::play_phone_page(phone_page));
    for (service, socket) in std::mem::take(&mut stage.udp_rows) {
        // Calls come in at the first bell.
        match stage.calls.take().filter(|_| service.probe == crate::domain::service::ProbeKind::Sip) {
            Some(voice) => {
                let story = &scenario.phone_system;
                let (machine, forgets) = (phone_system.clone(), story.phone_forgotten_after);
                people.spawn(Exchange::new(machine, story.sound, forgets, Some(voice)).stand(socket));
            }
            None => {
                people.spawn(pbx::play_udp(phone_system.clone(), service.probe, socket));
            }
        }
    }
    for (service, listener) in std::mem::take(&mut stage.tcp_rows) {
        people.spawn(pbx::play_tcp(phone_system.clone(), service, listener));
    }
    if let Some(story) = &scenario.phone_system.witness {
        let witness = Witness::new(story);
        for (port, socket) in std::mem::take(&mut stage.voice) {
            people.spawn(witness.clone().stand(port, socket));
        }
    }
    stage.stand_at_the_wall(&wall, &mut people);

    let witness = scenario.phone_system.witness.as_ref().map(|_| witness::SECRET);
    // What the router of the story says may be another address, at which nobody is.
    let said = scenario.router.wan_address.parse().ok().filter(|ip| can_be_street(*ip));
    let allowed_targets = said.into_iter().chain([IpAddr::V4(STREET)]).collect();
    let street = stage.seen_from_here(scenario, here, ssdp_at, &routes, witness).await?;
    Ok(PracticeOffice {
        surroundings: Surroundings { practice: Some(street), allowed_targets, nat64: None },
        walker: scenario.walker,
        over_ipv6: over_ipv6.then_some((OVER_IPV6, WALKER_OVER_IPV6)),
        letters,
        inside: scenario.phone_system.inside.clone(),
        _people: people,
        _shut: stage.shut,
    })
}

fn check_running(scenario: &Scenario, profile: &Profile) -> Result<(), PracticeError> {
    for id in &scenario.phone_system.running {
        let row = profile.service(id).filter(|s| is_single_inbound(s));
        if !row.is_some_and(|s| pbx::can_play(s.probe, s.protocol)) {
            return Err(PracticeError::CannotPlay { scenario: scenario.id.clone(), service: id.clone() });
        }
    }
    Ok(())
}

/// Every inbound port of the profile; of a range the first ones.
fn ports_of_the_street(profile: &Profile) -> BTreeSet<(Transport, u16)> {
    let mut ports = BTreeSet::new();
    for service in profile.services.iter().filter(|s| s.direction == Direction::Inbound) {
        let last = service.port_end.min(service.port_start.saturating_add(PORTS_OF_A_RANGE - 1));
        ports.extend((service.port_start..=last).map(|port| (service.protocol, port)));
    }
    ports
}

fn is_single_inbound(service: &Service) -> bool {
    service.direction == Direction::Inbound && service.ports().is_single() && !service.is_on_phones()
}

impl Stage {
    /// What the program reaches from this computer, past its own firewall.
    async fn seen_from_here(
        &mut self,
        scenario: &Scenario,
        here: Ipv4Addr,
        ssdp: SocketAddr,
        routes: &[Route],
        witness: Option<[u8; 10]>,
    ) -> io::Result<PracticeStreet> {
        let firewall = scenario.network.own_firewall;
        let mute = UdpSocket::bind(anywhere()).await?;
        let mute_at = mute.local_addr()?;
        self.shut.push(Shut::Udp { _socket: mute });
        Ok(PracticeStreet {
            adapters: adapters(scenario.network, here),
            ssdp: if matches!(firewall, OwnFirewall::Search | OwnFirewall::Datagrams) { mute_at } else { ssdp },
            routes: firewall.leaves(routes, mute_at),
            turns_down: firewall == OwnFirewall::Sends,
            walker: IpAddr::V4(scenario.walker.address),
            witness,
        })
    }

    /// The ports of the street, and those over IPv6.
    fn stand_at_the_wall(&mut self, wall: &Wall, people: &mut JoinSet<()>) {
        let over_ipv6 = Wall { side: Side::OverIpv6, listening: watch::Sender::default(), ..wall.clone() };
        let of = |side| if side == Side::Street { wall.clone() } else { over_ipv6.clone() };
        for (side, port, socket) in std::mem::take(&mut self.udp_wall) {
            people.spawn(relay::udp_port(of(side), port, socket));
        }
        for (side, port, socket) in std::mem::take(&mut self.tcp_wall) {
            people.spawn(relay::tcp_port(of(side), port, socket));
        }
    }

    /// Rows that run are bound; the others refuse, as on a machine that is there. A machine that is off has no
    /// address at all.
    async fn bind_phone_system(&mut self, scenario: &Scenario, profile: &Profile) -> io::Result<()> {
        let story = &scenario.phone_system;
        let ip: Ipv4Addr = PHONE_SYSTEM;
        let mut taken = BTreeSet::new();
        let single = profile.services.iter().filter(|s| is_single_inbound(s));
        // Running rows first: two rows of a profile may name the same port.
        let (running, still): (Vec<_>, Vec<_>) = single.partition(|s| story.running.contains(&s.id));
        for service in running.iter().filter(|_| story.there) {
            if !taken.insert((service.protocol, service.port_start)) {
                continue;
            }
            match service.protocol {
                Transport::Udp => {
                    let socket = self.ground.udp(ip, service.port_start).await?;
                    self.udp_rows.push(((*service).clone(), socket));
                }
                Transport::Tcp => {
                    let listener = self.ground.tcp(ip, service.port_start)?.listen(16)?;
                    self.tcp_rows.push(((*service).clone(), listener));
                }
            }
        }
        for witness in story.witness.iter().filter(|_| story.there) {
            for port in (witness.ports.first..=witness.ports.last).filter(|p| !witness.missing.contains(p)) {
                self.voice.push((port, self.ground.udp(ip, port).await?));
            }
        }
        self.calls = self.bind_voice(story, profile).await?;
        for service in still.iter().filter(|_| story.there) {
            if !taken.insert((service.protocol, service.port_start)) {
                continue;
            }
            let shut = match service.protocol {
                Transport::Udp => Shut::Udp { _socket: self.ground.shut_udp(ip, service.port_start).await? },
                Transport::Tcp => Shut::Tcp { _socket: self.ground.tcp(ip, service.port_start)? },
            };
            self.shut.push(shut);
        }
        Ok(())
    }

    /// An even port of the first ones of the voice range, where no witness stands.
    async fn bind_voice(
        &mut self,
        story: &PhoneSystemStory,
        profile: &Profile,
    ) -> io::Result<Option<(UdpSocket, u16)>> {
        let Some(first) = profile.rtp_start.filter(|_| story.there) else { return Ok(None) };
        let is_free = |port: &u16| story.witness.as_ref().is_none_or(|w| !w.ports.contains(*port));
        let Some(port) = (first..first.saturating_add(PORTS_OF_A_RANGE)).step_by(2).find(is_free) else {
            return Ok(None);
        };
        Ok(Some((self.ground.udp(PHONE_SYSTEM, port).await?, port)))
    }

    /// The street's side of every inbound port of the profile.
    async fn bind_wall(&mut self, profile: &Profile) -> io::Result<()> {
        for (transport, port) in ports_of_the_street(profile) {
            match transport {
                Transport::Udp => self.udp_wall.push((Side::Street, port, self.ground.udp(STREET, port).await?)),
                Transport::Tcp => self.tcp_wall.push((Side::Street, port, self.ground.tcp(STREET, port)?)),
            }
        }
        Ok(())
    }

    /// The same at the phone system's own address over IPv6. Where it listens over IPv4 only, it refuses there.
    async fn bind_over_ipv6(&mut self, profile: &Profile, listens: bool) -> io::Result<()> {
        for (transport, port) in ports_of_the_street(profile) {
            match (transport, listens) {
                (Transport::Udp, true) => {
                    self.udp_wall.push((Side::OverIpv6, port, self.ground.udp(OVER_IPV6, port).await?));
                }
                (Transport::Udp, false) => {
                    self.shut.push(Shut::Udp { _socket: self.ground.shut_udp(OVER_IPV6, port).await? });
                }
                (Transport::Tcp, true) => self.tcp_wall.push((Side::OverIpv6, port, self.ground.tcp(OVER_IPV6, port)?)),
                (Transport::Tcp, false) => self.shut.push(Shut::Tcp { _socket: self.ground.tcp(OVER_IPV6, port)? }),
            }
        }
        Ok(())
    }
}

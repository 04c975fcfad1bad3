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
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::sync::Arc;

use jiff::Timestamp;
use tokio::net::{TcpListener, TcpSocket, UdpSocket};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::Instant;

use crate::domain::address::can_be_street;
use crate::domain::catalog;
use crate::domain::office::{Adapter, OverIpv6};
use crate::domain::probe::{PracticeStreet, Surroundings};
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
use crate::practice::relay::Wall;
pub use crate::practice::scenario::{
    BadScenario, MappingStory, PhoneSystemStory, PortControl, RefusalStory, RouterStory, RuleStory, Scenario,
    WalkerStory, WitnessStory, read_scenarios, scenario, scenarios,
};
pub use crate::practice::sip::StrangerStory;
use crate::practice::street::{
    BEHIND_MOBILE, Crossings, DESK_PHONE, Ground, PC, PHONE_SYSTEM, ROUTER, SECOND_PHONE_SYSTEM, SECOND_ROUTER, STREET,
    TUNNEL,
};
pub use crate::practice::street::{NetworkStory, StandsOn, WayOut};
use crate::practice::table::Table;
use crate::practice::witness::Witness;

/// This computer's address over IPv6, where the story has it. Its router is asked over IPv4 for openings there.
const OVER_IPV6: Ipv6Addr = Ipv6Addr::new(0x2a00, 0x77, 0x77, 0, 0, 0, 0, 0x20);

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
    /// Somebody outside who takes in letters of the doorman test.
    pub letters: Option<Letters>,
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
    udp_wall: Vec<(u16, UdpSocket)>,
    tcp_wall: Vec<(u16, TcpSocket)>,
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
    let routes = stage.ground.routes;
    let tcp_ports = stage.tcp_wall.iter().map(|(port, _)| *port).collect();
    let wall = Wall {
        tcp_ports,
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
    for (service, socket) in stage.udp_rows {
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
    for (service, listener) in stage.tcp_rows {
        people.spawn(pbx::play_tcp(phone_system.clone(), service, listener));
    }
    if let Some(story) = &scenario.phone_system.witness {
        let witness = Witness::new(story);
        for (port, socket) in stage.voice {
            people.spawn(witness.clone().stand(port, socket));
        }
    }
    for (port, socket) in stage.udp_wall {
        people.spawn(relay::udp_port(wall.clone(), port, socket));
    }
    for (port, socket) in stage.tcp_wall {
        people.spawn(relay::tcp_port(wall.clone(), port, socket));
    }

    let witness = scenario.phone_system.witness.as_ref().map(|_| witness::SECRET);
    // What the router of the story says may be another address, at which nobody is.
    let said = scenario.router.wan_address.parse().ok().filter(|ip| can_be_street(*ip));
    let allowed_targets = said.into_iter().chain([IpAddr::V4(STREET)]).collect();
    let walker = IpAddr::V4(scenario.walker.address);
    let street = PracticeStreet { adapters: adapters(scenario.network, here), ssdp: ssdp_at, routes, walker, witness };
    Ok(PracticeOffice {
        surroundings: Surroundings { practice: Some(street), allowed_targets, nat64: None },
        walker: scenario.walker,
        letters,
        _people: people,
        _shut: stage.shut,
    })
}

/// The practice computer's adapters, the default route's first.
fn adapters(network: NetworkStory, here: Ipv4Addr) -> Vec<Adapter> {
    let cable = Adapter {
        name: "eth0".to_owned(),
        address: here,
        prefix: 24,
        is_virtual: false,
        default_route: network.way_out == WayOut::Cable,
        gateway: Some(ROUTER),
        has_ipv6: network.ipv6,
        ipv6: network.ipv6.then_some(OverIpv6 { address: OVER_IPV6, gateway: None }),
    };
    let tunnel = Adapter {
        name: "wg0".to_owned(),
        address: TUNNEL,
        is_virtual: true,
        default_route: true,
        gateway: None,
        has_ipv6: false,
        ipv6: None,
        ..cable.clone()
    };
    let mobile = Adapter {
        name: "usb0".to_owned(),
        address: BEHIND_MOBILE,
        is_virtual: false,
        default_route: false,
        ..tunnel.clone()
    };
    let mut all = match network.way_out {
        WayOut::Cable => vec![cable],
        WayOut::Vpn => vec![tunnel, cable],
        WayOut::None => Vec::new(),
    };
    all.extend(network.mobile_phone.then_some(mobile));
    all
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

fn is_single_inbound(service: &Service) -> bool {
    service.direction == Direction::Inbound && service.ports().is_single() && !service.is_on_phones()
}

impl Stage {
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

    /// The street's side of every inbound port of the profile; of a range the first ones.
    async fn bind_wall(&mut self, profile: &Profile) -> io::Result<()> {
        let mut ports = BTreeSet::new();
        for service in profile.services.iter().filter(|s| s.direction == Direction::Inbound) {
            let last = service.port_end.min(service.port_start.saturating_add(PORTS_OF_A_RANGE - 1));
            ports.extend((service.port_start..=last).map(|port| (service.protocol, port)));
        }
        for (transport, port) in ports {
            match transport {
                Transport::Udp => self.udp_wall.push((port, self.ground.udp(STREET, port).await?)),
                Transport::Tcp => self.tcp_wall.push((port, self.ground.tcp(STREET, port)?)),
            }
        }
        Ok(())
    }
}

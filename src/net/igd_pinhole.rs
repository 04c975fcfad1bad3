//! The firewall over IPv6 of a router that speaks UPnP (`WANIPv6FirewallControl:1`): its state, and openings made, kept,
//! looked at and taken away by the number that it gave. It reports what a router says and never what that means.
//!
//! Asked over IPv6 where the router's address there is known: `WANIPv6FirewallControl:1` section 2.2 lets routers open
//! only for the very address that asks, and miniupnpd and others do. Some answer nothing but a search over IPv6.

use std::net::{IpAddr, Ipv6Addr, SocketAddrV6};
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::time::timeout;

use crate::domain::change::Change;
use crate::domain::office::{Ipv6Firewall, OverIpv6};
use crate::domain::probe::Surroundings;
use crate::domain::service::Transport;
use crate::net::igd::{Line, Router, RouterError};
use crate::net::igd_http::{Http, Place};
use crate::net::{adapter, igd_description, ssdp_ipv6, xml};

/// How long a router is searched over IPv6: what it sends to MX 1, and a second call to it.
const SEARCH: Duration = Duration::from_millis(1600);
/// Descriptions fetched of it.
const LEADS: usize = 3;

/// A router that opens its firewall over IPv6.
#[derive(Clone, Debug)]
pub struct Pinholes {
    /// The router's address in the office, by which all else knows it.
    pub router: IpAddr,
    /// Its unique device name (UDN).
    pub id: Option<String>,
    /// This computer's address, for which it opens.
    pub local: Ipv6Addr,
    line: Line,
}

/// What a router says of one opening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// It knows it, and so many packets came through.
    Counted(u32),
    /// It does not know it (704). miniupnpd says 402 of a number that it did not give.
    Gone,
    /// It does not tell.
    Untold,
}

impl Router {
    /// Its firewall over IPv6, asked over IPv6 where that answers. None where it has none.
    pub async fn pinholes(
        &self,
        own: OverIpv6,
        interface: &str,
        surroundings: &Surroundings,
    ) -> Option<(Pinholes, Ipv6Firewall)> {
        let firewall = self.firewall.clone()?;
        let mut ways = Vec::new();
        if let Some(gateway) = own.gateway {
            let scope = adapter::scope_of(interface, gateway).await;
            let http = Http::over_ipv6(own.address, SocketAddrV6::new(gateway, 0, 0, scope), surroundings);
            ways.extend(http.map(|http| Line { http, ..firewall.clone() }));
        }
        ways.push(firewall);
        for line in ways {
            if let Ok(Some(state)) = line.firewall().await {
                let (router, id) = (self.gateway.address, self.id.clone());
                return Some((Pinholes { router, id, local: own.address, line }, state));
            }
        }
        None
    }
}

impl Pinholes {
    /// The firewall of a router that tells of it only to a search over IPv6.
    pub async fn search(
        router: IpAddr,
        own: OverIpv6,
        interface: &str,
        surroundings: &Surroundings,
    ) -> Option<(Self, Ipv6Firewall)> {
        let (gateway, IpAddr::V4(device)) = (own.gateway?, router) else { return None };
        let at = SocketAddrV6::new(gateway, 0, 0, adapter::scope_of(interface, gateway).await);
        let http = Http::over_ipv6(own.address, at, surroundings)?;
        let (sender, mut leads) = mpsc::channel::<ssdp_ipv6::Lead>(LEADS);
        let meet = async {
            let mut met = Vec::new();
            while let Some(lead) = leads.recv().await {
                if met.contains(&lead) || met.len() >= LEADS {
                    continue;
                }
                let place = Place::over_ipv6(device, lead.port, &lead.path);
                met.push(lead);
                let Some(place) = place else { continue };
                if let Some((id, line, state)) = firewall_at(&http, &place).await {
                    return Some((Self { router, id, local: own.address, line }, state));
                }
            }
            None
        };
        let searched = async {
            tokio::select! {
                () = ssdp_ipv6::search(own, at, sender) => None,
                found = meet => found,
            }
        };
        timeout(SEARCH, searched).await.ok().flatten()
    }

    /// Opens one port of this computer, or gives more time to the same opening: the number that the router gave it.
    pub async fn add(&self, change: &Change, secs: u32) -> Result<u16, RouterError> {
        let port = change.external_port.to_string();
        let (client, lease) = (change.internal_client.to_string(), secs.to_string());
        // Everybody: the field holds one address and no network, phones outside change theirs every day over IPv6
        // (RFC 8981), and a visitor could never prove the opening. The guest list stays with the phone system.
        let arguments = [
            ("RemoteHost", ""),
            ("RemotePort", "0"),
            ("InternalClient", client.as_str()),
            ("InternalPort", port.as_str()),
            ("Protocol", number(change.protocol)),
            ("LeaseTime", lease.as_str()),
        ];
        let answer = self.line.ask("AddPinhole", &arguments).await?;
        let id = answer.value("UniqueID").and_then(|id| id.parse().ok());
        id.ok_or_else(|| RouterError::NotProper("no UniqueID".to_owned()))
    }

    /// Gives more time.
    pub async fn update(&self, id: u16, secs: u32) -> Result<(), RouterError> {
        let (id, lease) = (id.to_string(), secs.to_string());
        self.line.ask("UpdatePinhole", &[("UniqueID", &id), ("NewLeaseTime", &lease)]).await.map(|_| ())
    }

    /// Shuts it.
    pub async fn delete(&self, id: u16) -> Result<(), RouterError> {
        self.line.ask("DeletePinhole", &[("UniqueID", &id.to_string())]).await.map(|_| ())
    }

    /// Whether it stands. There is no list to read it from.
    pub async fn stands(&self, id: u16) -> Stands {
        match self.line.ask("GetPinholePackets", &[("UniqueID", &id.to_string())]).await {
            Ok(answer) => answer
                .value("PinholePackets")
                .and_then(|count| count.parse().ok())
                .map_or(Stands::Untold, Stands::Counted),
            Err(RouterError::Code(704 | 402)) => Stands::Gone,
            Err(RouterError::Code(_) | RouterError::NoAnswer | RouterError::NotProper(_)) => Stands::Untold,
        }
    }

    /// Whether it works, as the router sees it; none where it does not tell, and while nothing came through (709).
    pub async fn works(&self, id: u16) -> Option<bool> {
        let answer = self.line.ask("CheckPinholeWorking", &[("UniqueID", &id.to_string())]).await.ok()?;
        match answer.value("IsWorking")? {
            "1" | "true" | "yes" => Some(true),
            "0" | "false" | "no" => Some(false),
            _ => None,
        }
    }
}

/// The firewall of the device that is described there, where it answers.
async fn firewall_at(http: &Http, place: &Place) -> Option<(Option<String>, Line, Ipv6Firewall)> {
    let (status, body) = http.get(place, xml::DESCRIPTION_LIMIT).await.ok()?;
    let description = igd_description::read(&body, place).ok().filter(|_| (200..300).contains(&status))?;
    let service = description.firewall?;
    let line = Line { http: http.clone(), control: service.control, service_type: service.service_type };
    let state = line.firewall().await.ok().flatten()?;
    Some((description.udn, line, state))
}

impl Line {
    /// State of the firewall over IPv6, where this line leads to it.
    pub(super) async fn firewall(&self) -> Result<Option<Ipv6Firewall>, RouterError> {
        let answer = self.ask("GetFirewallStatus", &[]).await?;
        let yes = |name: &str| match answer.value(name)? {
            "1" | "true" | "yes" => Some(true),
            "0" | "false" | "no" => Some(false),
            _ => None,
        };
        let told = yes("FirewallEnabled").zip(yes("InboundPinholeAllowed"));
        Ok(told.map(|(enabled, pinholes)| Ipv6Firewall { enabled, pinholes }))
    }
}

/// As IANA numbers it; the service takes no names.
const fn number(protocol: Transport) -> &'static str {
    match protocol {
        Transport::Udp => "17",
        Transport::Tcp => "6",
    }
}

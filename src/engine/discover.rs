//! Adapters, routers, their lists, the street address. Emits each fact as soon as it is known.

use std::net::{IpAddr, Ipv4Addr};

use tokio::sync::mpsc;

use super::{Office, Voice, now};
use crate::domain::address;
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::office::{Adapter, AddressFrom, Gateway, MappingList};
use crate::domain::outbound::{Lookup, ServerName};
use crate::domain::report::Looked;
use crate::net;
use crate::net::adapter::Seen;
use crate::net::igd::{Router, Searched};
use crate::net::locate::{self, Located};

/// Routers that wait to be read while others are still being found.
const FOUND: usize = 10;

impl Office {
    pub(super) async fn look(
        &mut self,
        voice: &Voice,
        router: Option<Ipv4Addr>,
        interface: Option<&str>,
        (phones_use, street_name): (Option<&str>, Option<&str>),
    ) {
        let say_progress = |done, doing| voice.say(Event::Progress { done, total: 3, doing });
        say_progress(0, Doing::Adapters).await;
        let seen = net::adapter::seen_in(&self.surroundings).await;
        let all = seen.adapters.clone();
        if let Some(wanted) = interface
            && !all.iter().any(|a| a.name == wanted)
        {
            let known = all.iter().map(|a| a.name.clone()).collect::<Vec<_>>().join(", ");
            voice.problem(Problem::new("interface-unknown").with("interface", wanted).with("known", known)).await;
            return;
        }
        self.tell_adapters(voice, seen).await;
        voice.say(Event::Looked(Looked::Network)).await;
        self.adapters = all.into_iter().filter(|a| interface.is_none_or(|i| i == a.name)).collect();
        self.is_named = interface.is_some();

        say_progress(1, Doing::Routers).await;
        self.announce_gateways(voice, router).await;
        let searched = self.find_routers(voice, router).await;
        say_progress(2, Doing::Mappings).await;
        let filter = self.host_filter(searched, router);
        let (filter, ()) = tokio::join!(filter, self.ask_port_control(voice, router));
        self.looked_at = Some(now());
        voice.say(Event::HostFilter(filter)).await;
        // By now each of them was asked something.
        if self.surroundings.practice.is_none() {
            self.hardware = net::adapter::gateways_hardware().await;
        }
        self.ask_over_ipv6(voice).await;
        self.show_second_hop(voice).await;
        if let Some(name) = phones_use {
            self.resolve_phones_use(voice, name).await;
        }
        if let Some(name) = street_name {
            self.resolve_street(voice, name).await;
        }
        voice.hold(true);
        self.settle_journal(voice).await;
        voice.hold(false);
        self.tell_pinholes(voice).await;
        voice.say(Event::Looked(Looked::Router)).await;
    }

    /// The office's own router is shown by address before it has said anything about itself.
    async fn announce_gateways(&mut self, voice: &Voice, router: Option<Ipv4Addr>) {
        self.routers.clear();
        self.servers.clear();
        self.granting.clear();
        // Whatever the street was before, it is told anew, or nobody knows it.
        self.street = None;
        self.over_ipv6.clear();
        for (address, _) in self.gateway_addresses(router).into_iter().filter(|(_, is_default)| *is_default) {
            let mut gateway = Gateway::unknown(IpAddr::V4(address));
            gateway.is_default = true;
            voice.say(Event::Gateway(gateway)).await;
        }
    }

    /// The ways out of this computer, those over IPv6 alone by their names.
    pub(super) async fn tell_adapters(&self, voice: &Voice, seen: Seen) {
        voice.say(Event::Adapters(seen.adapters)).await;
        voice.say(Event::OverIpv6Only(seen.over_ipv6_only)).await;
    }

    /// Gateways of the adapters in use; the default route's, or the one asked for, is marked.
    pub(super) fn gateway_addresses(&self, router: Option<Ipv4Addr>) -> Vec<(Ipv4Addr, bool)> {
        if let Some(only) = router {
            return vec![(only, true)];
        }
        let default = Adapter::default_gateway(&self.adapters);
        let mut known: Vec<(Ipv4Addr, bool)> = Vec::new();
        for adapter in &self.adapters {
            if let Some(gateway) = adapter.gateway
                && !known.iter().any(|(g, _)| *g == gateway)
            {
                known.push((gateway, default == Some(gateway)));
            }
        }
        known
    }

    async fn find_routers(&mut self, voice: &Voice, router: Option<Ipv4Addr>) -> Searched {
        let (found, mut routers) = mpsc::channel(FOUND);
        let adapters = self.adapters.clone();
        let surroundings = self.surroundings.clone();
        let search = async move { net::igd::find(&adapters, router, &surroundings, found).await };
        let read = async {
            let mut known = Vec::new();
            while let Some(mut router) = routers.recv().await {
                if router.gateway.wan_address.is_none() {
                    router.gateway.wan_address = router.external_address().await.ok().flatten();
                }
                voice.say(Event::Gateway(router.gateway.clone())).await;
                self.read_list(voice, &mut router).await;
                known.push(router);
            }
            known
        };
        let (searched, known) = tokio::join!(search, read);
        for router in known {
            if router.gateway.is_default {
                self.street = router.gateway.wan_address.filter(|ip| address::can_be_street(*ip)).or(self.street);
            }
            self.routers.insert(router.gateway.address, router);
        }
        searched
    }

    /// Reads a router's list and tells it, marking what the journal says is ours.
    pub(super) async fn read_list(&self, voice: &Voice, router: &mut Router) {
        let (mut mappings, list) = router.list().await;
        let journal = self.store.journal().entries();
        for line in &mut mappings {
            line.ours = journal.iter().any(|e| e.is_open() && e.reads_as_written(line));
        }
        router.gateway.list = list;
        voice.say(Event::Mappings { gateway: router.gateway.address, mappings }).await;
        voice.say(Event::Gateway(router.gateway.clone())).await;
    }

    /// Where UPnP is silent: PCP, then NAT-PMP.
    async fn ask_port_control(&mut self, voice: &Voice, router: Option<Ipv4Addr>) {
        for (address, is_default) in self.gateway_addresses(router) {
            if self.routers.contains_key(&IpAddr::V4(address)) {
                continue;
            }
            let Some(answer) = self.ask_server(address).await else { continue };
            let mut gateway = Gateway::unknown(IpAddr::V4(address));
            gateway.is_default = is_default;
            gateway.control = answer.kind;
            gateway.wan_address = answer.external.filter(|ip| !ip.is_unspecified()).map(IpAddr::V4);
            gateway.list = MappingList::Granted;
            gateway.epoch = self.clocks.get(&gateway.address).copied();
            if is_default {
                self.street = gateway.wan_address.filter(|ip| address::can_be_street(*ip)).or(self.street);
            }
            let told = gateway.address;
            self.granting.insert(told, gateway.clone());
            voice.say(Event::Gateway(gateway)).await;
            self.tell_granted(voice, told).await;
        }
    }

    /// The adapter that leads into the office: never a VPN that took the way out, unless a person named it; and of
    /// several without the way out one where a router answered.
    pub(super) fn office_adapter(&self) -> Option<&Adapter> {
        let answers = |a: &Adapter| self.routers.keys().chain(self.granting.keys()).any(|ip| a.network().contains(*ip));
        let real = self.adapters.iter().filter(|a| !a.is_virtual);
        let office = real.min_by_key(|a| (!a.default_route, !answers(a), a.gateway.is_none()));
        office.or_else(|| self.adapters.first().filter(|_| self.is_named))
    }

    /// The adapter whose network holds `address`.
    pub(super) fn adapter_towards(&self, address: Ipv4Addr) -> Option<&Adapter> {
        let holds = |a: &&Adapter| a.network().contains(IpAddr::V4(address));
        self.adapters.iter().find(holds).or_else(|| self.adapters.iter().find(|a| a.gateway == Some(address)))
    }

    /// Without a usable street address the next hop outwards tells a second building from a tower.
    async fn show_second_hop(&self, voice: &Voice) {
        let practice = self.surroundings.practice.is_some();
        let Some(adapter) = self.adapters.iter().find(|a| a.default_route) else { return };
        if practice || self.street.is_some() {
            return;
        }
        let Some(hop) = net::hop::second_hop(adapter.address).await else { return };
        let Some(address) = adapter.gateway.map(IpAddr::V4) else { return };
        let known = self.routers.get(&address).map(|r| &r.gateway).or_else(|| self.granting.get(&address)).cloned();
        let mut gateway = known.unwrap_or_else(|| Gateway::unknown(address));
        gateway.is_default = true;
        gateway.wan_hop = Some(hop);
        voice.say(Event::Gateway(gateway)).await;
    }

    /// The street address by a name that the owner gives it.
    async fn resolve_street(&mut self, voice: &Voice, name: &str) {
        // Entrances are made over IPv4.
        let street = |found: Vec<IpAddr>| found.into_iter().find(|ip| ip.is_ipv4() && address::can_be_street(*ip));
        match locate::addresses(name, &net::From::default(), &self.surroundings).await.map(street) {
            Ok(Some(address)) => {
                self.street = self.street.or(Some(address));
                voice.say(Event::PublicAddress { address, from: AddressFrom::Typed }).await;
            }
            Err(Lookup::NobodyToAsk) => {
                voice.problem(Problem::new("name-servers-silent").with("name", name)).await;
            }
            Ok(None) | Err(Lookup::Given | Lookup::Host | Lookup::Srv | Lookup::Naptr | Lookup::Nowhere) => {
                voice.problem(Problem::new("street-name-unknown").with("name", name)).await;
            }
        }
    }

    /// Where the phones outside are sent, as they themselves look it up: by service records first, then by addresses.
    async fn resolve_phones_use(&mut self, voice: &Voice, name: &str) {
        let name = name.trim();
        let located = match name.parse::<ServerName>() {
            Ok(server) => locate::sip_servers(&server, &net::From::default(), &self.surroundings).await,
            Err(_) => Located { lookup: Lookup::Nowhere, servers: Vec::new() },
        };
        let mut found: Vec<IpAddr> = located.servers.iter().map(|s| s.target.ip()).collect();
        // Of several addresses the office's own counts, then one that entrances can be made for.
        found.sort_by_key(|ip| (Some(*ip) != self.street, ip.is_ipv6()));
        match (found.first().copied(), located.lookup) {
            (Some(address), _) => {
                if address.is_ipv4() && address::can_be_street(address) {
                    self.street = self.street.or(Some(address));
                }
                voice.say(Event::PublicAddress { address, from: AddressFrom::PhonesUse }).await;
            }
            // Nobody could be asked: that says nothing of the name.
            (None, Lookup::NobodyToAsk) => {
                voice.problem(Problem::new("name-servers-silent").with("name", name)).await;
            }
            (None, Lookup::Given | Lookup::Host | Lookup::Srv | Lookup::Naptr | Lookup::Nowhere) => {
                voice.problem(Problem::new("phones-use-unknown").with("name", name)).await;
            }
        }
    }
}

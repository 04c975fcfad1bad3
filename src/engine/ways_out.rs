//! Ways out: the phone company that the owner named, the network's own name servers and clocks, and a STUN server for
//! the street address. Nothing is asked that the owner or the network did not name.

use std::net::{IpAddr, SocketAddr};
use std::time::Instant;

use super::outside::leaving;
use super::{Office, Voice, now};
use crate::domain::address;
use crate::domain::catalog;
use crate::domain::limits;
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::office::AddressFrom;
use crate::domain::outbound::{Destination, Lookup, Outgoing, ServerName};
use crate::domain::probe::{Measured, Outcome};
use crate::domain::service::{ProbeKind, Profile, ProfileId, Transport};
use crate::net::locate::{self, Server};
use crate::net::{self, From, clock, dns};

impl Office {
    pub(super) async fn try_ways_out(
        &mut self,
        voice: &Voice,
        profile: Option<&ProfileId>,
        provider: Option<&str>,
        interface: Option<&str>,
    ) {
        let Some(from) = self.way_out(voice, interface).await else { return };
        voice.say(Event::Progress { done: 0, total: 1, doing: Doing::WayOut }).await;
        if let Some(profile) = profile.and_then(catalog::profile) {
            let (names, clocks) = tokio::join!(self.ask_name_servers(profile, &from), self.ask_clocks(profile, &from));
            for out in names.into_iter().chain(clocks) {
                voice.say(Event::Outgoing(out)).await;
            }
        }
        if let Some(provider) = provider {
            self.ask_provider(voice, provider, &from).await;
        }
        voice.say(Event::Progress { done: 1, total: 1, doing: Doing::WayOut }).await;
    }

    async fn way_out(&self, voice: &Voice, interface: Option<&str>) -> Option<From> {
        let adapters = net::adapter::adapters_in(&self.surroundings).await;
        match leaving(&adapters, interface) {
            Ok(from) => Some(from),
            Err(problem) => {
                voice.problem(problem).await;
                None
            }
        }
    }

    /// Every name server of the network, over each transport that the profile names, one after the other until one
    /// answers.
    async fn ask_name_servers(&self, profile: &Profile, from: &From) -> Vec<Outgoing> {
        let mut asked = Vec::new();
        let servers = dns::name_servers(&self.surroundings).await;
        for transport in [Transport::Udp, Transport::Tcp].into_iter().filter(|t| must_reach(profile, *t, dns::PORT)) {
            for server in &servers {
                let (at, begun) = (now(), Instant::now());
                let measured = dns::ask_server(*server, transport, from, &self.surroundings).await;
                let answered = measured.outcome == Outcome::Answered;
                let target = SocketAddr::new(*server, dns::PORT);
                let found = (Destination::NameServer, None, Lookup::Given);
                asked.push(outgoing(found, transport, Some(target), measured, (at, begun)));
                if answered {
                    break;
                }
            }
        }
        asked
    }

    async fn ask_clocks(&self, profile: &Profile, from: &From) -> Vec<Outgoing> {
        let mut asked = Vec::new();
        if !must_reach(profile, Transport::Udp, clock::PORT) {
            return asked;
        }
        for name in clock::clocks(&self.surroundings).await {
            let (at, begun) = (now(), Instant::now());
            // A clock whose name leads nowhere says nothing of the way out.
            let Ok(found) = locate::addresses(&name, from, &self.surroundings).await else { continue };
            let Some(ip) = found.into_iter().find(IpAddr::is_ipv4) else { continue };
            let target = SocketAddr::new(ip, clock::PORT);
            let measured = net::ask_clock(target, from, &self.surroundings).await;
            let answered = measured.outcome == Outcome::Answered;
            let given = name.parse::<IpAddr>().is_ok();
            let lookup = if given { Lookup::Given } else { Lookup::Host };
            let found = (Destination::Clock, Some(name).filter(|_| !given), lookup);
            asked.push(outgoing(found, Transport::Udp, Some(target), measured, (at, begun)));
            if answered {
                break;
            }
        }
        asked
    }

    /// One OPTIONS to each of the company's servers, in their order, until one answers.
    async fn ask_provider(&mut self, voice: &Voice, typed: &str, from: &From) {
        let Ok(name) = typed.parse::<ServerName>() else {
            voice.problem(Problem::new("not-a-server").with("word", typed)).await;
            return;
        };
        let (at, begun) = (now(), Instant::now());
        let located = locate::sip_servers(&name, from, &self.surroundings).await;
        let found = (Destination::Provider, Some(name.host.clone()), located.lookup);
        if located.servers.is_empty() {
            let nobody = Measured::bare(Outcome::NotChecked);
            let transport = name.transport.unwrap_or(Transport::Udp);
            voice.say(Event::Outgoing(outgoing(found, transport, None, nobody, (at, begun)))).await;
            return;
        }
        let mut asked = Vec::new();
        for Server { target, transport, secure } in located.servers {
            let (at, begun) = (now(), Instant::now());
            let cost = if secure { 0 } else { limits::cost(ProbeKind::Sip, transport) };
            let mut ledger = self.ledger();
            if !ledger.take(target.ip(), at, cost) {
                voice.problem(Problem::new("sip-limit").with("minutes", 10)).await;
                break;
            }
            let host = name.host.parse::<IpAddr>().is_err().then_some(name.host.as_str());
            let server = Server { target, transport, secure };
            let measured = net::ask_sip_server(&server, host, from, &self.surroundings).await;
            if cost > 0 {
                ledger.give_back(target.ip(), at, limits::unused(ProbeKind::Sip, transport, begun.elapsed()));
            }
            self.keep_ledger(ledger);
            let answered = measured.outcome == Outcome::Answered;
            asked.push(outgoing(found.clone(), transport, Some(target), measured, (at, begun)));
            if answered {
                break;
            }
        }
        // Whoever answered comes first, so that nobody is alarmed by the silence of another.
        for out in asked.into_iter().rev() {
            voice.say(Event::Outgoing(out)).await;
        }
    }

    /// The street address as a STUN server sees it. Sent only to the server that the owner named.
    pub(super) async fn ask_stun(&mut self, voice: &Voice, server: &str, interface: Option<&str>) {
        voice.say(Event::Progress { done: 0, total: 1, doing: Doing::Stun }).await;
        let Some(from) = self.way_out(voice, interface).await else { return };
        let Ok(name) = server.parse::<ServerName>() else {
            voice.problem(Problem::new("not-a-server").with("word", server)).await;
            return;
        };
        let found = locate::addresses(&name.host, &from, &self.surroundings).await.unwrap_or_default();
        // Entrances are made over IPv4.
        let Some(ip) = found.into_iter().find(IpAddr::is_ipv4) else {
            voice.problem(Problem::new("stun-name-unknown").with("server", &name.host)).await;
            return;
        };
        let target = SocketAddr::new(ip, name.port.unwrap_or(net::stun::PORT));
        match net::ask_stun(target, &from, &self.surroundings).await {
            // A server inside the same walls sees an inside address: no word about the street.
            Ok(seen) if !address::can_be_street(seen) => {
                voice.problem(Problem::new("stun-not-outside").with("server", &name.host).with("address", seen)).await;
            }
            Ok(seen) => {
                self.street = self.street.or(Some(seen));
                voice.say(Event::PublicAddress { address: seen, from: AddressFrom::Stun }).await;
            }
            Err(_) => voice.problem(Problem::new("stun-silent").with("server", &name.host)).await,
        }
    }
}

/// True when the phone system must reach something on this port.
fn must_reach(profile: &Profile, transport: Transport, port: u16) -> bool {
    profile.outbound().any(|s| s.protocol == transport && s.ports().contains(port))
}

fn outgoing(
    (to, name, lookup): (Destination, Option<String>, Lookup),
    transport: Transport,
    target: Option<SocketAddr>,
    measured: Measured,
    (at, begun): (jiff::Timestamp, Instant),
) -> Outgoing {
    let elapsed_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    let Measured { outcome, seen, asker, .. } = measured;
    Outgoing { to, name, lookup, transport, target, outcome, seen, asker, at, elapsed_ms }
}

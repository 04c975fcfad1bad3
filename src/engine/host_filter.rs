//! What this computer itself keeps the program from, looked for where the office's own router did not answer a search.

use std::net::{IpAddr, Ipv4Addr};

use super::Office;
use crate::domain::office::{Adapter, HostFilter};
use crate::domain::probe::{Measured, Outcome, Surroundings};
use crate::domain::service::Transport;
use crate::net::igd::Searched;
use crate::net::{From, dns};

/// Name servers in the office that are asked: the router, and one beside it.
const NAME_SERVERS: usize = 2;

impl Office {
    /// None where nothing speaks for it. The same question to a name server in the office, by datagram and by connection,
    /// tells a firewall of this computer from a router that says nothing.
    pub(super) fn host_filter(
        &self,
        searched: Searched,
        router: Option<Ipv4Addr>,
    ) -> impl Future<Output = Option<HostFilter>> + use<> {
        let surroundings = self.surroundings.clone();
        let default = self.gateway_addresses(router).into_iter().find(|(_, is_default)| *is_default);
        let way = default.and_then(|(ip, _)| Some((ip, self.adapter_towards(ip)?.clone())));
        async move {
            let (router, adapter) = way.filter(|_| !searched.heard)?;
            let mut filter = HostFilter {
                search_turned_down: searched.turned_down,
                router_turned_down: searched.router_turned_down,
                described: searched.described,
                ..HostFilter::on(std::env::consts::OS)
            };
            if !filter.is_mute() {
                (filter.by_datagram, filter.by_connection) = ask_twice(router, &adapter, &surroundings).await;
            }
            Some(filter).filter(HostFilter::is_telling)
        }
    }
}

/// By datagram and by connection, of the first name server that answers a connection.
async fn ask_twice(router: Ipv4Addr, adapter: &Adapter, surroundings: &Surroundings) -> (Outcome, Outcome) {
    let from = From::address(IpAddr::V4(adapter.address));
    let mut servers = vec![IpAddr::V4(router)];
    let others = dns::name_servers(surroundings).await;
    servers.extend(others.into_iter().filter(|ip| *ip != IpAddr::V4(router) && adapter.network().contains(*ip)));
    for server in servers.into_iter().take(NAME_SERVERS) {
        let (datagram, connection) = tokio::join!(
            dns::ask_server(server, Transport::Udp, &from, surroundings),
            dns::ask_server(server, Transport::Tcp, &from, surroundings)
        );
        if spoke(&connection) {
            let datagram = if spoke(&datagram) { Outcome::Answered } else { datagram.outcome };
            return (datagram, Outcome::Answered);
        }
    }
    (Outcome::NotChecked, Outcome::NotChecked)
}

/// A forwarder that cannot get out itself says so; that is a word all the same.
fn spoke(measured: &Measured) -> bool {
    measured.outcome == Outcome::Answered || measured.outcome == Outcome::Refused && measured.seen.is_some()
}

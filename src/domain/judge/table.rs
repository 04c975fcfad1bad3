//! The default router's list, read for one phone system: what leads there, what leads elsewhere. Says nothing about
//! what that means.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use crate::domain::address::{self, AddressKind};
use crate::domain::case::Case;
use crate::domain::office::{MappingList, PortMapping};
use crate::domain::report::Listed;
use crate::domain::service::{PortRange, Transport};

/// The list, by protocol and outside port.
pub(in crate::domain) struct Table<'a> {
    lines: BTreeMap<(Transport, u16), Vec<&'a PortMapping>>,
    whole: bool,
    /// The phone system's address.
    target: Option<IpAddr>,
    /// Ports that the answers select: a line for one of them is no slip of another.
    selected: BTreeSet<(Transport, u16)>,
}

impl<'a> Table<'a> {
    pub(in crate::domain) fn of(case: &'a Case) -> Self {
        let mut lines: BTreeMap<(Transport, u16), Vec<&PortMapping>> = BTreeMap::new();
        for line in &case.mappings {
            lines.entry((line.protocol, line.external_port)).or_default().push(line);
        }
        let single = case.selected_services().into_iter().filter(|s| s.ports().is_single());
        Self {
            lines,
            whole: is_whole(case),
            target: case.phone_system_address(),
            selected: single.map(|s| (s.protocol, s.port_start)).collect(),
        }
    }

    /// True when the list was read to its end.
    pub(in crate::domain) const fn is_whole(&self) -> bool {
        self.whole
    }

    /// What the router says about a row: mapped only when every port is.
    pub(in crate::domain) fn listed(&self, protocol: Transport, ports: PortRange) -> Listed {
        let Some(target) = self.target else { return Listed::NotChecked };
        let mut right = 0;
        let mut wrong = None;
        for port in self.ports_with_lines(protocol, ports) {
            match self.port(protocol, port, target) {
                Some(Listed::Mapped) => right += 1,
                Some(other) => {
                    wrong.get_or_insert(other);
                }
                None => {}
            }
        }
        wrong.unwrap_or_else(|| self.all_or_not(right == ports.count()))
    }

    /// The same for a range of which any part may belong to others, as games take ports of a voice range: lines to
    /// other devices say nothing.
    pub(in crate::domain) fn listed_whole(&self, protocol: Transport, ports: PortRange) -> Listed {
        let right: BTreeSet<u16> = self.right_lines(protocol, ports).iter().map(|l| l.external_port).collect();
        self.all_or_not(u32::try_from(right.len()).is_ok_and(|count| count == ports.count()))
    }

    const fn all_or_not(&self, all: bool) -> Listed {
        match (all, self.whole, self.target) {
            (true, _, _) => Listed::Mapped,
            (false, true, Some(_)) => Listed::NotListed,
            (false, _, _) => Listed::NotChecked,
        }
    }

    /// Ports of the range that lead to the phone system's same port, with their lines.
    pub(in crate::domain) fn right_lines(&self, protocol: Transport, ports: PortRange) -> Vec<&'a PortMapping> {
        let target = self.target;
        let right = |line: &&&PortMapping| target.is_some_and(|t| is_right(line, t));
        self.lines_of(protocol, ports).iter().filter(right).copied().collect()
    }

    /// The first other device that a port of the range is listed for; one that is switched off only where no other is.
    pub(in crate::domain) fn other_holder(&self, protocol: Transport, ports: PortRange) -> Option<IpAddr> {
        let lines = self.lines_of(protocol, ports);
        let mut others = lines.iter().filter(|l| Some(l.internal_client) != self.target);
        others.clone().find(|l| l.enabled).or_else(|| others.next()).map(|l| l.internal_client)
    }

    /// Every line whose outside port lies in the range.
    pub(in crate::domain) fn lines_of(&self, protocol: Transport, ports: PortRange) -> Vec<&'a PortMapping> {
        self.lines
            .range((protocol, ports.first)..=(protocol, ports.last))
            .flat_map(|(_, l)| l.iter().copied())
            .collect()
    }

    fn ports_with_lines(&self, protocol: Transport, ports: PortRange) -> BTreeSet<u16> {
        let of = |p: Transport| self.lines.range((p, ports.first)..=(p, ports.last)).map(|((_, port), _)| *port);
        let mut with: BTreeSet<u16> = of(protocol).collect();
        if ports.is_single() {
            with.extend(of(other(protocol)));
        }
        with
    }

    fn port(&self, protocol: Transport, port: u16, target: IpAddr) -> Option<Listed> {
        let lines = self.lines.get(&(protocol, port)).map(Vec::as_slice).unwrap_or_default();
        if lines.iter().any(|l| is_right(l, target)) {
            return Some(Listed::Mapped);
        }
        let ours = |l: &&&PortMapping| l.internal_client == target;
        if lines.iter().filter(ours).any(|l| l.internal_port == port) {
            return Some(Listed::Disabled);
        }
        if lines.iter().any(|l| ours(&l)) {
            return Some(Listed::WrongPort);
        }
        if lines.iter().any(|l| l.enabled) {
            return Some(Listed::WrongDevice);
        }
        // TCP instead of UDP is a usual slip, unless the other protocol is wanted for itself.
        let swapped = self.lines.get(&(other(protocol), port)).map(Vec::as_slice).unwrap_or_default();
        let is_slip = !self.selected.contains(&(other(protocol), port));
        (is_slip && swapped.iter().any(|l| is_right(l, target))).then_some(Listed::WrongPort)
    }
}

/// True when the default router's list was read to its end.
pub(super) fn is_whole(case: &Case) -> bool {
    case.office.gateway().is_some_and(|g| g.control.is_upnp() && g.list == MappingList::Whole)
}

fn is_right(line: &PortMapping, target: IpAddr) -> bool {
    line.enabled && line.internal_client == target && line.internal_port == line.external_port
}

/// True when one named source only may use it, the least that the FAQ asks for a cabinet that cannot stay shut.
pub(in crate::domain) fn is_for_one_source(line: &PortMapping) -> bool {
    let source = line.remote_host.trim().parse::<IpAddr>();
    source.is_ok_and(|ip| address::kind(ip) != AddressKind::Unspecified)
}

const fn other(protocol: Transport) -> Transport {
    match protocol {
        Transport::Udp => Transport::Tcp,
        Transport::Tcp => Transport::Udp,
    }
}

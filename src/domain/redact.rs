//! What may leave the office: private details are masked, keeping each address's kind and equality, so that a
//! masked report replays to the same codes.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::domain::address::{self, AddressKind, NameLeads, Network};
use crate::domain::case::Case;
use crate::domain::catalog;
use crate::domain::dialling::Place;
use crate::domain::doorman::DoormanTest;
use crate::domain::judge::judge;
use crate::domain::judge::pages::desk_phone;
use crate::domain::office::{
    Adapter, Answers, Candidate, Gateway, Office, OverIpv6, PhoneSystem, Pinhole, PortMapping,
};
use crate::domain::outbound::Outgoing;
use crate::domain::plan::NAME_PLATE;
use crate::domain::probe::{Evidence, Outcome};
use crate::domain::redact_address::{v4_of, v6_of};
use crate::domain::redact_inside;
use crate::domain::redact_text::{each_run, is_host};
use crate::domain::rehearsal::Rehearsal;
use crate::domain::report::Report;
use crate::domain::service::ProbeKind;

/// Stands for words that may name somebody.
pub(super) const MASKED: &str = "masked";

/// Longest number that is a code or an extension, and nobody's own.
const LONGEST_CODE: usize = 5;

/// The same report with masked addresses, names and hardware addresses. The words are empty: they are made again from
/// the masked values.
pub fn mask(report: &Report) -> Report {
    let mut mask = Mask::default();
    let mut masked = report.clone();
    // The address of each walker stays in or out of each guest list.
    masked.answers = mask.answers(report);
    masked.office = mask.office(&report.office);
    for walk in &mut masked.walks {
        walk.address = walk.address.map(|ip| mask.ip(ip));
    }
    for walk in &mut masked.voice {
        walk.asker = walk.asker.map(|ip| mask.ip(ip));
    }
    for evidence in &mut masked.evidence {
        mask.evidence(evidence);
    }
    for line in &mut masked.mappings {
        mask.line(line);
    }
    for change in &mut masked.changes {
        change.held_by = change.held_by.map(|ip| mask.ip(ip));
    }
    if let Some(before) = &mut masked.before {
        before.public_address = before.public_address.map(|ip| mask.ip(ip));
        before.mappings.iter_mut().for_each(|line| mask.line(line));
        before.knocks.iter_mut().for_each(|knock| mask.evidence(knock));
        before.phone_system = before.phone_system.as_ref().map(|system| mask.phone_system(system));
    }
    for test in &mut masked.doorman {
        mask.doorman(test);
    }
    for out in &mut masked.outbound {
        mask.outgoing(out);
    }
    for test in &mut masked.safety {
        test.seen = mask.maybe(test.seen.as_deref());
    }
    for heard in &mut masked.rehearsals {
        mask.rehearsal(heard);
    }
    for round in &mut masked.rings {
        round.address = round.address.map(|ip| mask.ip(ip));
    }
    masked.inside = redact_inside::inside(&mut mask, report);
    // Findings hold values in clear; judged again they hold the masked ones.
    Report { program: report.program.clone(), lapsed: report.lapsed.clone(), ..judge(&Case::of_report(&masked)) }
}

/// What was masked so far, so that equal stays equal.
#[derive(Debug, Default)]
pub(super) struct Mask {
    addresses: BTreeMap<IpAddr, IpAddr>,
    /// Addresses given out, by kind and family.
    given: BTreeMap<(AddressKind, bool), u16>,
    macs: Vec<String>,
    serials: Vec<String>,
    adapters: Vec<String>,
    hosts: Vec<String>,
}

impl Mask {
    pub(super) fn ip(&mut self, ip: IpAddr) -> IpAddr {
        if let IpAddr::V6(v6) = ip
            && let Some(v4) = v6.to_ipv4_mapped()
        {
            return match self.ip(IpAddr::V4(v4)) {
                IpAddr::V4(masked) => IpAddr::V6(masked.to_ipv6_mapped()),
                IpAddr::V6(masked) => IpAddr::V6(masked),
            };
        }
        // Every line without IPv4 has the same few, and they tell what kind of line it is.
        if address::is_of_a_line_without_ipv4(ip) {
            return ip;
        }
        if let Some(known) = self.addresses.get(&ip) {
            return *known;
        }
        let kind = address::kind(ip);
        let number = self.given.entry((kind, ip.is_ipv4())).or_default();
        *number = number.saturating_add(1);
        let masked = if ip.is_ipv4() { v4_of(kind, *number).into() } else { v6_of(kind, *number).into() };
        self.addresses.insert(ip, masked);
        masked
    }

    fn v4(&mut self, ip: Ipv4Addr) -> Ipv4Addr {
        match self.ip(IpAddr::V4(ip)) {
            IpAddr::V4(masked) => masked,
            IpAddr::V6(_) => Ipv4Addr::UNSPECIFIED,
        }
    }

    fn v6(&mut self, ip: Ipv6Addr) -> Ipv6Addr {
        match self.ip(IpAddr::V6(ip)) {
            IpAddr::V6(masked) => masked,
            IpAddr::V4(_) => Ipv6Addr::UNSPECIFIED,
        }
    }

    fn answers(&mut self, report: &Report) -> Answers {
        let answers = &report.answers;
        let mut walkers: Vec<IpAddr> = report.walks.iter().filter_map(|w| w.address).collect();
        walkers.extend(report.voice.iter().filter_map(|v| v.asker));
        let earlier = report.before.iter().flat_map(|b| &b.knocks);
        walkers.extend(report.evidence.iter().chain(earlier).filter_map(|e| e.asker));
        walkers.extend(report.inside.iter().flat_map(|told| &told.bans).map(|ban| ban.network.ip));
        let trusted = answers.trusted.iter().flat_map(|n| self.network(*n, &walkers)).collect();
        let phones_use = answers.phones_use.as_deref().map(|name| match name.trim().parse() {
            Ok(ip) => self.ip(ip).to_string(),
            Err(_) if name.trim().is_empty() => String::new(),
            Err(_) => format!("{MASKED}.invalid"),
        });
        Answers {
            system: answers.system.as_ref().map(catalog::masked_id),
            trusted,
            phones_use,
            provider: answers.provider.as_deref().map(|name| self.name(name)),
            pbx: answers.pbx.map(|ip| self.ip(ip)),
            public_address: answers.public_address.map(|ip| self.ip(ip)),
            street_name: answers.street_name.as_deref().map(|name| self.name(name)),
            ..answers.clone()
        }
    }

    /// A list of one stays one. A wider one becomes its known members, or a network that nobody is in.
    pub(super) fn network(&mut self, network: Network, walkers: &[IpAddr]) -> Vec<Network> {
        let whole = |ip: IpAddr| if ip.is_ipv4() { 32 } else { 128 };
        if network.prefix == 0 {
            return vec![network];
        }
        let members: Vec<IpAddr> = walkers.iter().copied().filter(|ip| network.contains(*ip)).collect();
        let shown = if members.is_empty() { vec![network.ip] } else { members };
        let mut masked: Vec<Network> =
            shown.into_iter().map(|ip| self.ip(ip)).map(|ip| Network { ip, prefix: whole(ip) }).collect();
        masked.sort();
        masked.dedup();
        masked
    }

    fn office(&mut self, office: &Office) -> Office {
        Office {
            gateways: office.gateways.iter().map(|g| self.gateway(g)).collect(),
            public_address: office.public_address.map(|ip| self.ip(ip)),
            public_address_from: office.public_address_from,
            adapters: office.adapters.iter().map(|a| self.adapter(a)).collect(),
            phone_system: office.phone_system.as_ref().map(|p| self.phone_system(p)),
            said: office.said.iter().map(|(from, ip)| (*from, self.ip(*ip))).collect(),
            phones_use_leads: office.phones_use_leads.map(|leads| match leads {
                NameLeads::Nowhere => NameLeads::Nowhere,
                NameLeads::To(ip) => NameLeads::To(self.ip(ip)),
            }),
            mappings_at: office.mappings_at,
            candidates: office.candidates.iter().map(|c| self.candidate(c)).collect(),
            machine_there: office.machine_there,
            host_filter: office.host_filter.clone(),
            over_ipv6_only: office.over_ipv6_only.iter().map(|name| self.adapter_name(name)).collect(),
            pinholes: office.pinholes.iter().map(|p| Pinhole { address: self.v6(p.address), ..p.clone() }).collect(),
        }
    }

    fn gateway(&mut self, gateway: &Gateway) -> Gateway {
        Gateway {
            address: self.ip(gateway.address),
            manufacturer: self.maybe(gateway.manufacturer.as_deref()),
            model: self.maybe(gateway.model.as_deref()),
            // Owners name their routers after themselves.
            friendly_name: None,
            wan_address: gateway.wan_address.map(|ip| self.ip(ip)),
            wan_hop: gateway.wan_hop.map(|ip| self.ip(ip)),
            location: None,
            server: self.maybe(gateway.server.as_deref()),
            ..gateway.clone()
        }
    }

    fn adapter_name(&mut self, name: &str) -> String {
        format!("adapter{}", place(&mut self.adapters, name))
    }

    fn adapter(&mut self, adapter: &Adapter) -> Adapter {
        Adapter {
            name: self.adapter_name(&adapter.name),
            address: self.v4(adapter.address),
            gateway: adapter.gateway.map(|ip| self.v4(ip)),
            ipv6: adapter
                .ipv6
                .map(|own| OverIpv6 { address: self.v6(own.address), gateway: own.gateway.map(|ip| self.v6(ip)) }),
            ..adapter.clone()
        }
    }

    fn phone_system(&mut self, system: &PhoneSystem) -> PhoneSystem {
        let mac = system.mac.as_ref().map(|mac| self.place_of_hardware(mac, 2, ":"));
        PhoneSystem {
            address: self.ip(system.address),
            mac,
            profile: catalog::masked_id(&system.profile),
            server: self.maybe(system.server.as_deref()),
            ..system.clone()
        }
    }

    fn candidate(&mut self, candidate: &Candidate) -> Candidate {
        Candidate {
            address: self.ip(candidate.address),
            server: self.maybe(candidate.server.as_deref()),
            profile: candidate.profile.as_ref().map(catalog::masked_id),
            ..candidate.clone()
        }
    }

    fn line(&mut self, line: &mut PortMapping) {
        line.internal_client = self.ip(line.internal_client);
        // Our own name plates name nobody.
        if !line.description.starts_with(NAME_PLATE) && !line.description.is_empty() {
            MASKED.clone_into(&mut line.description);
        }
        line.remote_host = match line.remote_host.trim().parse() {
            Ok(ip) => self.ip(ip).to_string(),
            Err(_) if line.remote_host.is_empty() => String::new(),
            Err(_) => MASKED.to_owned(),
        };
    }

    fn evidence(&mut self, evidence: &mut Evidence) {
        evidence.target = SocketAddr::new(self.ip(evidence.target.ip()), evidence.target.port());
        evidence.asker = evidence.asker.map(|ip| self.ip(ip));
        let names_somebody = match evidence.probe {
            // Titles, realms, certificates and domains are the office's own words.
            ProbeKind::Http | ProbeKind::Https | ProbeKind::Tls | ProbeKind::Xmpp | ProbeKind::Tcp => true,
            ProbeKind::Sip
            | ProbeKind::Iax2
            | ProbeKind::Rtp
            | ProbeKind::Ssh
            | ProbeKind::Mysql
            | ProbeKind::Ami
            | ProbeKind::Tftp
            | ProbeKind::None => false,
        };
        evidence.seen = if names_somebody && evidence.outcome == Outcome::Answered {
            evidence.seen.as_deref().and_then(desk_phone).map(ToOwned::to_owned)
        } else {
            self.maybe(evidence.seen.as_deref())
        };
    }

    /// Names of the phone company and of clocks tell where an office is; addresses keep their kind.
    fn outgoing(&mut self, out: &mut Outgoing) {
        out.name = out.name.as_deref().map(|name| self.name(name));
        out.target = out.target.map(|to| SocketAddr::new(self.ip(to.ip()), to.port()));
        out.asker = out.asker.map(|ip| self.ip(ip));
        // A status line is the product's; what follows it names the company.
        let seen = out.seen.take().filter(|_| out.outcome != Outcome::Answered);
        out.seen = self.maybe(seen.as_deref());
    }

    pub(super) fn name(&mut self, name: &str) -> String {
        match name.trim().parse() {
            Ok(ip) => self.ip(ip).to_string(),
            Err(_) if name.trim().is_empty() => String::new(),
            Err(_) => format!("host{}.invalid", place(&mut self.hosts, &name.trim().to_ascii_lowercase())),
        }
    }

    /// Every address and host in every line; what was equal stays equal, so that the same lines changed.
    fn doorman(&mut self, test: &mut DoormanTest) {
        let kept = [Some(&mut test.sent), test.arrived.as_mut(), test.reply_sent.as_mut(), test.reply_arrived.as_mut()];
        for line in kept.into_iter().flatten().flatten() {
            *line = self.sip_line(line);
        }
        test.trouble = self.maybe(test.trouble.as_deref());
    }

    /// Addresses and hosts stand between other signs here, not between blanks.
    fn sip_line(&mut self, line: &str) -> String {
        let is_v6 = |c: char| c.is_ascii_hexdigit() || c == ':' || c == '.';
        let in_host = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        let line = each_run(line, is_v6, |run| run.parse::<Ipv6Addr>().ok().map(|ip| self.ip(ip.into()).to_string()));
        each_run(&line, in_host, |run| match run.parse::<Ipv4Addr>() {
            Ok(ip) => Some(self.v4(ip).to_string()),
            Err(_) if is_host(run) => {
                let host = run.trim_end_matches('.').to_ascii_lowercase();
                Some(format!("host{}.invalid", place(&mut self.hosts, &host)))
            }
            Err(_) => None,
        })
    }

    /// Codes of the phone system stay; a number that could be somebody's does not.
    fn rehearsal(&mut self, heard: &mut Rehearsal) {
        let host = Place::parse(&heard.server).map(|place| place.host);
        heard.server = match host.as_deref().map(str::parse::<IpAddr>) {
            Some(Ok(ip)) => self.ip(ip).to_string(),
            Some(Err(_)) | None => format!("{MASKED}.invalid"),
        };
        if heard.number.len() > LONGEST_CODE {
            MASKED.clone_into(&mut heard.number);
        }
        heard.address = heard.address.map(|ip| self.ip(ip));
        heard.asker = heard.asker.map(|ip| self.ip(ip));
        heard.media = heard.media.map(|media| SocketAddr::new(self.ip(media.ip()), media.port()));
        heard.seen = self.maybe(heard.seen.as_deref());
    }

    fn maybe(&mut self, text: Option<&str>) -> Option<String> {
        text.map(|text| self.text(text))
    }

    /// Twelve digits that stand for a hardware address, however it is written. Locally administered, so that no maker is
    /// named.
    pub(super) fn hardware_digits(&mut self, written: &str) -> String {
        let digits: String = written.chars().filter(char::is_ascii_hexdigit).collect();
        let place = place(&mut self.macs, &digits.to_ascii_lowercase());
        format!("02000000{:02x}{:02x}", place / 256 % 256, place % 256)
    }

    pub(super) fn place_of_machine(&mut self, serial: &str) -> usize {
        place(&mut self.serials, &serial.to_ascii_lowercase())
    }
}

fn place(known: &mut Vec<String>, name: &str) -> usize {
    let at = known.iter().position(|k| k == name).unwrap_or_else(|| {
        known.push(name.to_owned());
        known.len() - 1
    });
    at + 1
}

#[cfg(test)]
#[path = "redact_tests.rs"]
mod tests;

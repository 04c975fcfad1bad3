//! What may leave the office: private details are masked, keeping each address's kind and equality, so that a
//! masked report replays to the same codes.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use crate::domain::address::{self, AddressKind, Network};
use crate::domain::case::Case;
use crate::domain::judge::judge;
use crate::domain::report::Report;

/// Stands where a private word stood.
const MASK: &str = "***";

/// The report as it may be sent to somebody. Words are to be filled in again.
pub fn mask(report: &Report) -> Report {
    let mut case = Case::of_report(report);
    let mut masks = Masks::default();
    mask_answers(&mut case, &mut masks);
    mask_office(&mut case, &mut masks);
    for line in &mut case.mappings {
        line.internal_client = masks.of(line.internal_client);
        if !line.ours {
            MASK.clone_into(&mut line.description);
        }
        line.remote_host.clear();
    }
    if let Some(before) = &mut case.before {
        before.public_address = before.public_address.map(|ip| masks.of(ip));
        for line in &mut before.mappings {
            line.internal_client = masks.of(line.internal_client);
            if !line.ours {
                MASK.clone_into(&mut line.description);
            }
            line.remote_host.clear();
        }
        if let Some(phone) = &mut before.phone_system {
            phone.address = masks.of(phone.address);
            phone.mac = phone.mac.take().map(|mac| masks.mac(&mac));
        }
    }
    for change in &mut case.changes {
        change.held_by = change.held_by.map(|ip| masks.of(ip));
    }
    for item in &mut case.evidence {
        item.target.set_ip(masks.of(item.target.ip()));
        item.asker = item.asker.map(|ip| masks.of(ip));
        item.seen = item.seen.take().map(|seen| masks.words(&seen));
    }
    for walk in &mut case.walks {
        walk.address = walk.address.map(|ip| masks.of(ip));
    }
    let mut masked = judge(&case);
    masked.program.clone_from(&report.program);
    masked
}

fn mask_answers(case: &mut Case, masks: &mut Masks) {
    // Whether a walker stands on the guest list must stay true, so a network becomes the addresses of it that occur.
    let askers: Vec<IpAddr> = case.evidence.iter().filter_map(|e| e.asker).collect();
    let walkers = case.walks.iter().filter_map(|w| w.address);
    let known: Vec<IpAddr> = askers.into_iter().chain(walkers).collect();
    let mut trusted = Vec::new();
    for network in &case.answers.trusted {
        let mut inside: Vec<IpAddr> = known.iter().copied().filter(|ip| network.contains(*ip)).collect();
        if inside.is_empty() {
            inside.push(network.ip);
        }
        for ip in inside {
            let ip = masks.of(ip);
            let one = Network { ip, prefix: if ip.is_ipv4() { 32 } else { 128 } };
            if !trusted.contains(&one) {
                trusted.push(one);
            }
        }
    }
    case.answers.trusted = trusted;
    case.answers.pbx = case.answers.pbx.map(|ip| masks.of(ip));
    case.answers.public_address = case.answers.public_address.map(|ip| masks.of(ip));
    case.phones_lead_to = case.phones_lead_to.map(|ip| masks.of(ip));
    case.answers.phones_use = case.answers.phones_use.take().map(|name| match name.trim().parse() {
        Ok(ip) => masks.of(ip).to_string(),
        Err(_) => MASK.to_owned(),
    });
}

fn mask_office(case: &mut Case, masks: &mut Masks) {
    let office = &mut case.office;
    office.public_address = office.public_address.map(|ip| masks.of(ip));
    for gateway in &mut office.gateways {
        gateway.address = masks.of(gateway.address);
        gateway.wan_address = gateway.wan_address.map(|ip| masks.of(ip));
        gateway.wan_hop = gateway.wan_hop.map(|ip| masks.of(ip));
        // Names that owners give, serial numbers, and the router's address stand in these.
        gateway.friendly_name = None;
        gateway.location = None;
    }
    for adapter in &mut office.adapters {
        if let IpAddr::V4(ip) = masks.of(IpAddr::V4(adapter.address)) {
            adapter.address = ip;
        }
        adapter.gateway = adapter.gateway.and_then(|ip| match masks.of(IpAddr::V4(ip)) {
            IpAddr::V4(ip) => Some(ip),
            IpAddr::V6(_) => None,
        });
    }
    if let Some(phone) = &mut office.phone_system {
        phone.address = masks.of(phone.address);
        phone.mac = phone.mac.take().map(|mac| masks.mac(&mac));
        phone.server = phone.server.take().map(|server| masks.words(&server));
    }
}

/// One mask for each address, the same wherever it stands.
#[derive(Default)]
struct Masks {
    addresses: BTreeMap<IpAddr, IpAddr>,
    macs: BTreeMap<String, String>,
}

impl Masks {
    fn of(&mut self, ip: IpAddr) -> IpAddr {
        let next = u32::try_from(self.addresses.len()).unwrap_or(0) + 1;
        *self.addresses.entry(ip).or_insert_with(|| masked(ip, next))
    }

    fn mac(&mut self, mac: &str) -> String {
        let next = self.macs.len() + 1;
        self.macs.entry(mac.to_owned()).or_insert_with(|| format!("02:00:00:00:00:{next:02x}")).clone()
    }

    /// Addresses inside a line of words.
    fn words(&mut self, line: &str) -> String {
        let split = |c: char| !(c.is_ascii_hexdigit() || c == '.' || c == ':');
        let mut out = line.to_owned();
        for word in line.split(split) {
            let bare = word.trim_matches(['.', ':']);
            if let Ok(ip) = bare.parse::<IpAddr>() {
                out = out.replace(bare, &self.of(ip).to_string());
            } else if let Some((Ok(ip), _)) = bare.rsplit_once(':').map(|(host, port)| (host.parse::<IpAddr>(), port)) {
                let host = ip.to_string();
                out = out.replace(&host, &self.of(ip).to_string());
            }
        }
        out
    }
}

/// Another address of the same kind.
fn masked(ip: IpAddr, number: u32) -> IpAddr {
    let v4 = |base: [u8; 4]| IpAddr::V4(Ipv4Addr::from_bits(Ipv4Addr::from(base).to_bits() + number));
    if ip.is_ipv6() {
        let base: u128 = match address::kind(ip) {
            AddressKind::Public => 0x2000 << 112,
            AddressKind::Private => 0xfd00 << 112,
            AddressKind::LinkLocal => 0xfe80 << 112,
            AddressKind::Documentation => 0x2001_0db8 << 96,
            AddressKind::CarrierShared
            | AddressKind::Loopback
            | AddressKind::Multicast
            | AddressKind::Unspecified
            | AddressKind::Reserved => return ip,
        };
        return IpAddr::V6(Ipv6Addr::from_bits(base | u128::from(number)));
    }
    match address::kind(ip) {
        // A block that its holder does not announce.
        AddressKind::Public => v4([11, 0, 0, 0]),
        AddressKind::Private => v4([10, 0, 0, 0]),
        AddressKind::CarrierShared => v4([100, 64, 0, 0]),
        AddressKind::LinkLocal => v4([169, 254, 0, 0]),
        AddressKind::Documentation => v4([192, 0, 2, 0]),
        AddressKind::Loopback | AddressKind::Multicast | AddressKind::Unspecified | AddressKind::Reserved => ip,
    }
}

//! Private values of an office, planted into every field of a report where one can stand, and looked for in what is handed
//! out masked.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use separate_entrance::domain::address::{self, NameLeads, Network};
use separate_entrance::domain::office::{Before, PhoneSystem, PortMapping};
use separate_entrance::domain::probe::Evidence;
use separate_entrance::domain::report::Report;

/// Third number of every planted address. Masked ones are counted from one, so that none comes so far.
const THIRD: u8 = 213;
/// The same in IPv6.
const SIXTH: u16 = 0x213d;
const NAME: &str = "zephyrine";
const HOST: &str = "pbx.zephyrine-and-sons.example";
const MAC: &str = "a4:13:57:9b:df:f1";
const NUMBER: &str = "0301357921399";
/// As banners and status lines tell it, beside what may stay.
const SAID: &str = "Product 1.2 <sip:pbx.zephyrine.example:5060> zephyrine@office.example (93.184.213.9) [2a02:1:2:3:4:213d::9]:443 17.0 A413579BDFF1 SN:ZEPHYRINE7";

/// Puts them in.
pub fn plant(report: &mut Report) {
    let answers = &mut report.answers;
    answers.pbx = answers.pbx.map(own);
    answers.public_address = answers.public_address.map(own);
    answers.phones_use = Some(HOST.to_owned());
    answers.provider = Some(format!("sip.{HOST}"));
    for network in &mut answers.trusted {
        *network = Network { ip: own(network.ip), ..*network };
    }
    let office = &mut report.office;
    office.public_address = office.public_address.map(own);
    office.said.values_mut().for_each(|ip| *ip = own(*ip));
    if let Some(NameLeads::To(ip)) = &mut office.phones_use_leads {
        *ip = own(*ip);
    }
    office.phone_system.iter_mut().for_each(phone_system);
    office.over_ipv6_only.push(format!("{NAME} over IPv6"));
    office.pinholes.iter_mut().for_each(|pinhole| pinhole.address = own_v6(pinhole.address));
    for gateway in &mut office.gateways {
        gateway.address = own(gateway.address);
        gateway.wan_address = gateway.wan_address.map(own);
        gateway.wan_hop = gateway.wan_hop.map(own);
        gateway.friendly_name = Some(format!("{NAME}'s router"));
        gateway.location = Some(format!("http://{NAME}/desc.xml"));
        for said in [&mut gateway.manufacturer, &mut gateway.model, &mut gateway.server] {
            *said = Some(SAID.to_owned());
        }
    }
    for (number, adapter) in office.adapters.iter_mut().enumerate() {
        adapter.name = format!("{NAME}{number}");
        adapter.address = own_v4(adapter.address);
        adapter.gateway = adapter.gateway.map(own_v4);
        if let Some(over_ipv6) = &mut adapter.ipv6 {
            over_ipv6.address = own_v6(over_ipv6.address);
            over_ipv6.gateway = over_ipv6.gateway.map(own_v6);
        }
    }
    for candidate in &mut office.candidates {
        candidate.address = own(candidate.address);
        candidate.server = Some(SAID.to_owned());
    }
    report.mappings.iter_mut().for_each(mapping);
    report.evidence.iter_mut().for_each(evidence);
    report.before.iter_mut().for_each(before);
    report.changes.iter_mut().for_each(|change| change.held_by = change.held_by.map(own));
    report.walks.iter_mut().for_each(|walk| walk.address = walk.address.map(own));
    report.voice.iter_mut().for_each(|walk| walk.asker = walk.asker.map(own));
    report.rings.iter_mut().for_each(|round| round.address = round.address.map(own));
    report.safety.iter_mut().for_each(|test| test.seen = Some(SAID.to_owned()));
    for out in &mut report.outbound {
        out.name = Some(HOST.to_owned());
        out.target = out.target.map(own_socket);
        out.asker = out.asker.map(own);
        out.seen = Some(SAID.to_owned());
    }
    for heard in &mut report.rehearsals {
        (heard.server, heard.number) = (HOST.to_owned(), NUMBER.to_owned());
        heard.address = heard.address.map(own);
        heard.asker = heard.asker.map(own);
        heard.media = heard.media.map(own_socket);
        heard.seen = Some(SAID.to_owned());
    }
    for test in &mut report.doorman {
        test.trouble = Some(SAID.to_owned());
        let lines =
            [Some(&mut test.sent), test.arrived.as_mut(), test.reply_sent.as_mut(), test.reply_arrived.as_mut()];
        for lines in lines.into_iter().flatten() {
            lines.push("Via: SIP/2.0/UDP 192.168.213.10:40123;branch=z9hG4bKa;rport".to_owned());
            lines.push(format!("To: <sip:x@{HOST}:5060>"));
            lines.push("c=IN IP6 2a02:1:2:3:4:213d::9".to_owned());
        }
    }
}

fn phone_system(system: &mut PhoneSystem) {
    system.address = own(system.address);
    system.mac = Some(MAC.to_owned());
    system.server = Some(SAID.to_owned());
}

fn mapping(line: &mut PortMapping) {
    line.internal_client = own(line.internal_client);
    line.description = format!("{NAME} door");
    line.remote_host = if line.enabled { HOST.to_owned() } else { "93.184.213.8".to_owned() };
}

fn evidence(evidence: &mut Evidence) {
    evidence.target = own_socket(evidence.target);
    evidence.asker = evidence.asker.map(own);
    evidence.seen = Some(SAID.to_owned());
}

fn before(before: &mut Before) {
    before.public_address = before.public_address.map(own);
    before.mappings.iter_mut().for_each(mapping);
    before.knocks.iter_mut().for_each(evidence);
    before.phone_system.iter_mut().for_each(phone_system);
}

/// An address of the same kind that is this office's own.
fn own(ip: IpAddr) -> IpAddr {
    match ip {
        // Every line without IPv4 has the same few.
        ip if address::is_of_a_line_without_ipv4(ip) => ip,
        IpAddr::V4(v4) => own_v4(v4).into(),
        IpAddr::V6(v6) => own_v6(v6).into(),
    }
}

fn own_v4(ip: Ipv4Addr) -> Ipv4Addr {
    let [a, b, _, d] = ip.octets();
    Ipv4Addr::new(a, b, THIRD, d)
}

fn own_v6(ip: Ipv6Addr) -> Ipv6Addr {
    if let Some(v4) = ip.to_ipv4_mapped() {
        return own_v4(v4).to_ipv6_mapped();
    }
    let mut parts = ip.segments();
    parts[5] = SIXTH;
    parts.into()
}

fn own_socket(at: SocketAddr) -> SocketAddr {
    SocketAddr::new(own(at.ip()), at.port())
}

/// The first of them that a paper tells.
pub fn told(paper: &str) -> Option<String> {
    let lower = paper.to_ascii_lowercase();
    let names = [NAME, MAC, "a413579bdff1", NUMBER].into_iter().find(|name| lower.contains(name)).map(str::to_owned);
    let v4 = runs(&lower, |c| c.is_ascii_digit() || c == '.')
        .find(|run| run.parse().is_ok_and(|ip: Ipv4Addr| ip.octets()[2] == THIRD));
    let v6 = runs(&lower, |c| c.is_ascii_hexdigit() || c == ':' || c == '.').find(|run| {
        run.parse().is_ok_and(|ip: Ipv6Addr| {
            ip.segments()[5] == SIXTH || ip.to_ipv4_mapped().is_some_and(|v4| v4.octets()[2] == THIRD)
        })
    });
    names.or_else(|| v4.or(v6).map(str::to_owned))
}

/// Whatever could be an address, without the full stop or colon of the sentence round it.
fn runs(text: &str, belongs: fn(char) -> bool) -> impl Iterator<Item = &str> {
    text.split(move |c| !belongs(c)).map(|run| run.trim_end_matches(['.', ':']).trim_start_matches('.'))
}

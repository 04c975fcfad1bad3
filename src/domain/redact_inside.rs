//! Masks what the phone system says of itself: names, addresses and the dial plan's numbers. Kinds and equality stay, and
//! who stands in whose network, so that a masked report replays to the same codes.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::domain::address::{NameLeads, Network};
use crate::domain::inside::{
    AbroadPattern, Ban, Contact, Extension, Inside, Listening, Place, Setting, SipPort, VoiceRange,
};
use crate::domain::redact::Mask;
use crate::domain::report::Report;

/// Sections and files that every system of its kind has, and that name nobody.
const COMMON: [&str; 8] = ["general", "internal", "external", "switch", "anonymous", "vars", "default", "globals"];

/// What the phone system of this report says of itself, with masked values.
pub(super) fn inside(mask: &mut Mask, report: &Report) -> Option<Inside> {
    let told = &with_typed_name(report)?;
    let mut known = known_to(report);
    known.extend(told.addresses.iter().map(|n| n.ip));
    known.extend(told.signed_in().map(|c| c.address));
    known.sort_unstable();
    known.dedup();
    let mut names = Names::default();
    Some(Inside {
        version: told.version.clone(),
        addresses: told.addresses.iter().map(|n| Network { ip: mask.ip(n.ip), prefix: whole(n.ip) }).collect(),
        neighbours: neighbours(mask, told, &known),
        outside: told.outside.iter().map(|s| setting(mask, &mut names, s)).collect(),
        names: told.names.iter().map(|(name, to)| (mask.name(name), leads(mask, *to))).collect(),
        local: told.local.iter().flat_map(|s| local(mask, &mut names, s, &known)).collect(),
        sip: told
            .sip
            .iter()
            .map(|p| SipPort {
                place: names.place(&p.place),
                host: p.host.as_deref().map(|host| value(mask, host)),
                ..p.clone()
            })
            .collect(),
        voice: told.voice.as_ref().map(|v| VoiceRange {
            first: names.place(&v.first),
            last: names.place(&v.last),
            ..v.clone()
        }),
        extensions: told.extensions.iter().map(|e| extension(mask, &mut names, e)).collect(),
        bans: told.bans.iter().flat_map(|b| ban(mask, b, &known)).collect(),
        guests: told.guests.iter().map(|s| setting(mask, &mut names, s)).collect(),
        name_leaks: told.name_leaks.iter().map(|s| setting(mask, &mut names, s)).collect(),
        call_out: told.call_out.iter().map(|s| word(&mut names, s)).collect(),
        abroad: told.abroad.iter().map(|p| abroad(&mut names, p)).collect(),
        listening: told.listening.iter().map(|l| Listening { address: mask.ip(l.address), ..l.clone() }).collect(),
        ..told.clone()
    })
}

/// Addresses whose place in a network decides a finding: walkers, the street, this computer and the phone system.
fn known_to(report: &Report) -> Vec<IpAddr> {
    let office = &report.office;
    let walkers = report.walks.iter().filter_map(|w| w.address);
    let here = office.adapters.iter().map(|a| IpAddr::V4(a.address));
    let system = office.phone_system.iter().map(|p| p.address).chain(report.answers.pbx);
    walkers.chain(here).chain(system).chain(office.public_address).chain(office.said.values().copied()).collect()
}

/// The name that is typed into the phones outside is masked by another word, so where it leads is noted here.
fn with_typed_name(report: &Report) -> Option<Inside> {
    let mut told = report.inside.clone()?;
    let typed = report.answers.phones_use.as_ref().map(|name| name.trim().to_ascii_lowercase());
    let same = told.names_to_ask().into_iter().find(|name| typed.as_ref() == Some(&name.to_ascii_lowercase()));
    if let Some((name, leads)) = same.zip(report.office.phones_use_leads) {
        told.names.entry(name).or_insert(leads);
    }
    Some(told)
}

/// Names of people, rooms and numbers, by their place in the order in which they were met.
#[derive(Debug, Default)]
struct Names(BTreeMap<String, usize>);

impl Names {
    fn name(&mut self, kind: &str, name: &str) -> String {
        if name.is_empty() || COMMON.contains(&name) {
            return name.to_owned();
        }
        let next = self.0.len() + 1;
        let number = *self.0.entry(name.to_ascii_lowercase()).or_insert(next);
        format!("{kind}{number}")
    }

    /// File names can be an office's own; the folder and the line are what a reader needs.
    fn place(&mut self, place: &Place) -> Place {
        Place { file: self.file(&place.file), section: self.name("section", &place.section), ..place.clone() }
    }

    fn file(&mut self, file: &str) -> String {
        const USUAL: [&str; 12] = [
            "sip",
            "pjsip",
            "rtp",
            "voicemail",
            "extensions",
            "users",
            "iax",
            "manager",
            "vars",
            "switch",
            "acl",
            "database",
        ];
        let Some((_, name)) = file.rsplit_once('/') else { return file.to_owned() };
        let stem = name.split(['.', '_', '-']).next().unwrap_or(name);
        let is_usual = USUAL.contains(&stem) || COMMON.contains(&stem);
        let is_home =
            ["/etc/asterisk/", "/etc/freeswitch/", "/usr/local/freeswitch/"].iter().any(|f| file.starts_with(f));
        if is_usual && is_home { file.to_owned() } else { format!("/{}.conf", self.name("file", file)) }
    }
}

fn leads(mask: &mut Mask, to: NameLeads) -> NameLeads {
    match to {
        NameLeads::Nowhere => NameLeads::Nowhere,
        NameLeads::To(ip) => NameLeads::To(mask.ip(ip)),
    }
}

/// Who of those that are known stands in a network of the box.
fn neighbours(mask: &mut Mask, told: &Inside, known: &[IpAddr]) -> Vec<IpAddr> {
    let near = |ip: &&IpAddr| told.neighbours.contains(ip) || told.addresses.iter().any(|n| n.contains(**ip));
    let others = known.iter().filter(|ip| !told.is_own(**ip)).filter(near);
    let mut masked: Vec<IpAddr> = others.map(|ip| mask.ip(*ip)).collect();
    masked.sort_unstable();
    masked
}

const fn whole(ip: IpAddr) -> u8 {
    if ip.is_ipv4() { 32 } else { 128 }
}

/// An address, a name, or a word of the system such as `auto-nat`, which stays.
fn value(mask: &mut Mask, value: &str) -> String {
    if let Ok(ip) = value.parse::<IpAddr>() {
        return mask.ip(ip).to_string();
    }
    if value.contains(['.', '@', ':']) { mask.name(value) } else { value.to_owned() }
}

fn setting(mask: &mut Mask, names: &mut Names, setting: &Setting) -> Setting {
    Setting {
        place: names.place(&setting.place),
        value: value(mask, &setting.value),
        written: setting.written.as_deref().map(|w| value(mask, w)),
    }
}

/// A context is often called like the office.
fn word(names: &mut Names, setting: &Setting) -> Setting {
    Setting { place: names.place(&setting.place), value: names.name("context", &setting.value), written: None }
}

fn local(mask: &mut Mask, names: &mut Names, told: &Setting, known: &[IpAddr]) -> Vec<Setting> {
    let place = names.place(&told.place);
    let Some(network) = told.network() else {
        return vec![Setting { place, value: "masked".to_owned(), written: None }];
    };
    let networks = mask.network(network, known);
    networks.into_iter().map(|n| Setting { place: place.clone(), value: n.to_string(), written: None }).collect()
}

fn extension(mask: &mut Mask, names: &mut Names, told: &Extension) -> Extension {
    Extension {
        name: names.name("phone", &told.name),
        lacks: told.lacks.iter().map(|(what, at)| (*what, setting(mask, names, at))).collect(),
        contacts: told
            .contacts
            .as_ref()
            .map(|all| all.iter().map(|c| Contact { address: mask.ip(c.address), ..c.clone() }).collect()),
        ..told.clone()
    }
}

fn ban(mask: &mut Mask, told: &Ban, known: &[IpAddr]) -> Vec<Ban> {
    let networks = mask.network(told.network, known);
    networks.into_iter().map(|network| Ban { network, ..told.clone() }).collect()
}

/// The prefix tells that it leads abroad; what follows may be somebody's number.
fn abroad(names: &mut Names, told: &AbroadPattern) -> AbroadPattern {
    let is_sign = |c: char| "_+.!XZN|-[]?".contains(c);
    let kept: String = told.pattern.char_indices().map(|(i, c)| if i < 6 || is_sign(c) { c } else { 'X' }).collect();
    AbroadPattern { pattern: kept, place: names.place(&told.place) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_equal_and_go() {
        let mut names = Names::default();
        assert_eq!(names.name("phone", "Berta"), "phone1");
        assert_eq!(names.name("section", "berta"), "section1");
        assert_eq!(names.name("phone", "102"), "phone2");
        assert_eq!(names.name("section", "general"), "general");
        for (file, expected) in [
            ("/etc/asterisk/sip_nat.conf", "/etc/asterisk/sip_nat.conf"),
            ("/etc/asterisk/berta/phones.conf", "/file3.conf"),
            ("database v_vars", "database v_vars"),
            ("", ""),
        ] {
            assert_eq!(names.file(file), expected);
        }
    }
}

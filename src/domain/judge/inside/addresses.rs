//! The sender's address on the phone system's letters, and the networks that it takes for its own house.

use std::net::IpAddr;

use crate::domain::address::{self, NameLeads, Network};
use crate::domain::inside::{Driver, Inside, Place, Setting};
use crate::domain::judge::facts::{Facts, walkers};
use crate::domain::judge::inside::{
    Line, NOTHING, SOUND, is_sound_explained, or_nothing, street, to_change, wants_phones_outside,
};
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::report::Severity;

/// Args: why (differs, inside, name-elsewhere, name-nowhere, none), known (yes or no: the street address), street,
/// written (where the file says another than the running system uses), leads (of a name), and the lines to change.
pub(super) const WRONG_OUTSIDE_ADDRESS: Rule = Rule {
    code: "phone-system-wrong-outside-address",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let Some(inside) = facts.inside else { return Vec::new() };
        let wrong: Vec<(&Setting, Why)> =
            inside.outside.iter().filter_map(|s| Some((s, why(facts, inside, s)?))).collect();
        let missing = none_set(facts, inside);
        let street = street(facts);
        let wish = street.map(|ip| ip.to_string()).unwrap_or_default();
        let mut lines: Vec<Line<'_>> =
            wrong.iter().map(|(s, _)| Line::new("outside-address", &s.place, &s.value, wish.clone())).collect();
        lines.extend(missing.iter().map(|place| Line::new("outside-address", place, "", wish.clone())));
        let Some(why) = wrong.first().map(|(_, why)| *why).or(missing.first().map(|_| Why::None)) else {
            return Vec::new();
        };
        let first = wrong.first().map(|(s, _)| *s);
        let found = Found::office()
            .arg("why", why.id())
            .arg("known", if street.is_some() { "yes" } else { "no" })
            .arg("street", or_nothing(street))
            .arg("written", or_nothing(first.and_then(|s| s.written.as_ref())))
            .arg("leads", or_nothing(first.and_then(|s| leads(facts, inside, s)).and_then(lead_to)));
        let found = to_change(found, inside, &lines);
        let explains = if is_sound_explained(facts) { SOUND } else { &[] };
        vec![found.also_hiding(explains).outranked_by(facts.calls.prove_voice())]
    },
};

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Why {
    /// It is another street.
    Differs,
    /// It means something only inside.
    Inside,
    /// The name leads to another street.
    NameElsewhere,
    /// Nobody knows the name.
    NameNowhere,
    /// None is set.
    None,
}

impl Why {
    const fn id(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::Inside => "inside",
            Self::NameElsewhere => "name-elsewhere",
            Self::NameNowhere => "name-nowhere",
            Self::None => "none",
        }
    }
}

/// What the system finds out by itself, as `stun:…` and `auto-nat`, is not known here, and nothing is said of it.
fn why(facts: &Facts<'_>, inside: &Inside, setting: &Setting) -> Option<Why> {
    if let Some(ip) = setting.address() {
        // The running system tells where its name led.
        let by_name = setting.written.as_deref().is_some_and(|w| w.parse::<IpAddr>().is_err());
        return differs(facts, inside, ip).map(|why| if by_name { Why::NameElsewhere } else { why });
    }
    match leads(facts, inside, setting)? {
        NameLeads::Nowhere => Some(Why::NameNowhere),
        NameLeads::To(ip) => differs(facts, inside, ip).map(|_| Why::NameElsewhere),
    }
}

fn differs(facts: &Facts<'_>, inside: &Inside, ip: IpAddr) -> Option<Why> {
    // Entrances are made over IPv4. A box with the street address of its own needs no other.
    if ip.is_ipv6() || (inside.is_own(ip) && address::can_be_street(ip)) {
        return None;
    }
    if !address::can_be_street(ip) {
        return Some(Why::Inside);
    }
    // Where the router and somebody outside say two different ones, either may be right; that is another finding.
    let is_said = facts.case.office.said.values().any(|said| *said == ip);
    let street = street(facts)?;
    (street != ip && !is_said).then_some(Why::Differs)
}

fn leads(facts: &Facts<'_>, inside: &Inside, setting: &Setting) -> Option<NameLeads> {
    let name = setting.host()?;
    let same = |typed: &String| typed.trim().eq_ignore_ascii_case(name);
    let as_typed = facts.case.answers.phones_use.as_ref().filter(|typed| same(typed));
    inside.names.get(name).copied().or_else(|| as_typed.and(facts.case.office.phones_use_leads))
}

const fn lead_to(leads: NameLeads) -> Option<IpAddr> {
    match leads {
        NameLeads::To(ip) => Some(ip),
        NameLeads::Nowhere => None,
    }
}

/// Where an address is to be written where none is, one place for each part of the system. A box that stands on the
/// street itself needs none.
fn none_set(facts: &Facts<'_>, inside: &Inside) -> Vec<Place> {
    let on_street = inside.addresses.iter().any(|n| n.ip.is_ipv4() && address::can_be_street(n.ip));
    if on_street || inside.addresses.is_empty() || !wants_phones_outside(facts) || !inside.was_read("files") {
        return Vec::new();
    }
    // That of the letters alone says nothing about the sound.
    let for_sound = |s: &Setting| !s.place.key.contains("sig") && s.place.key != "ext-sip-ip";
    if inside.outside.iter().any(for_sound) {
        return Vec::new();
    }
    let mut places: Vec<Place> = Vec::new();
    for port in &inside.sip {
        let (key, section) = match port.driver {
            Driver::ChanSip => ("externip", "general"),
            Driver::PjSip => ("external_media_address", port.place.section.as_str()),
            Driver::Sofia => ("ext-rtp-ip", port.place.section.as_str()),
        };
        let place = Place { file: port.place.file.clone(), line: 0, section: section.to_owned(), key: key.to_owned() };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    places
}

/// Args: why (missing: the box's own network is not in it; none: it is empty; foreign: it holds the street), network
/// (the box's own), stranger (what is in it and should not be), and the lines to change.
pub(super) const LOCAL_NET_WRONG: Rule = Rule {
    code: "phone-system-local-net-wrong",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let Some(inside) = facts.inside else { return Vec::new() };
        let mut found = Vec::new();
        found.extend(own_net_missing(facts, inside));
        found.extend(foreign_net(facts, inside));
        found
    },
};

/// The network in which the box and the phones of the office stand.
fn house(facts: &Facts<'_>, inside: &Inside) -> Option<Network> {
    let is_private = |n: &&Network| n.ip.is_ipv4() && address::is_inside(n.ip) && !n.ip.is_loopback();
    let address = facts.case.phone_system_address();
    let own = inside.addresses.iter().filter(is_private).find(|n| Some(n.ip) == address);
    let mut private = inside.addresses.iter().filter(is_private);
    own.or_else(|| private.next().filter(|_| private.next().is_none())).copied()
}

fn own_net_missing(facts: &Facts<'_>, inside: &Inside) -> Option<Found> {
    let house = house(facts, inside)?;
    // A box that is itself on the street may have a list for one side only.
    let sections = inside.outside.iter().filter(|s| is_asterisks(&s.place.key)).map(|s| s.place.section.as_str());
    for section in sections {
        let own: Vec<&Setting> = inside.local.iter().filter(|s| s.place.section == section).collect();
        if own.iter().any(|s| s.network().is_none_or(|n| n.contains(house.ip))) {
            continue;
        }
        let is_chan_sip = section == "general";
        let key = if is_chan_sip { "localnet" } else { "local_net" };
        let at = own.first().copied().or_else(|| inside.outside.iter().find(|s| s.place.section == section))?;
        let place = Place { key: key.to_owned(), line: 0, ..at.place.clone() };
        let wish = base(house).to_string();
        let why = if own.is_empty() { "none" } else { "missing" };
        let now: Vec<&str> = own.iter().map(|s| s.value.as_str()).collect();
        let now = now.join(", ");
        let found = Found::office().arg("why", why).arg("network", &wish).arg("stranger", NOTHING);
        let found = to_change(found, inside, &[Line::new("local-net", &place, &now, wish)]);
        // Without a list chan_sip takes everybody for local, and tells nobody its outside address.
        let breaks_outside = is_chan_sip && own.is_empty();
        let explains = if breaks_outside && is_sound_explained(facts) { SOUND } else { &[] };
        return Some(found.also_hiding(explains).outranked_by(breaks_outside && facts.calls.prove_voice()));
    }
    None
}

/// FreeSWITCH makes its own list unless told otherwise.
fn is_asterisks(key: &str) -> bool {
    key.starts_with("extern") && !key.contains("sig")
}

fn foreign_net(facts: &Facts<'_>, inside: &Inside) -> Option<Found> {
    let strangers = strangers(facts, inside);
    let mut wrong: Vec<(&Setting, String)> = Vec::new();
    for setting in &inside.local {
        let Some(network) = setting.network() else { continue };
        let stranger = strangers.iter().find(|ip| network.contains(**ip));
        let is_public = address::can_be_street(network.ip) && !inside.addresses.iter().any(|n| network.contains(n.ip));
        if stranger.is_some() || network.prefix == 0 || is_public {
            wrong.push((setting, stranger.map_or_else(|| network.to_string(), ToString::to_string)));
        }
    }
    let (_, stranger) = wrong.first()?;
    let found = Found::office().arg("why", "foreign").arg("stranger", stranger);
    let lines: Vec<Line<'_>> = wrong.iter().map(|(s, _)| Line::new("local-net", &s.place, &s.value, "")).collect();
    let found = to_change(found, inside, &lines).arg("network", or_nothing(house(facts, inside).map(base)));
    let explains = if is_sound_explained(facts) { SOUND } else { &[] };
    Some(found.also_hiding(explains).outranked_by(facts.calls.prove_voice()))
}

/// Addresses that are sure to be outside: the street, who walked there, and phones that signed in from there.
fn strangers(facts: &Facts<'_>, inside: &Inside) -> Vec<IpAddr> {
    let phones = inside.signed_in().map(|c| c.address);
    let all = street(facts).into_iter().chain(walkers(facts.case)).chain(phones);
    all.filter(|ip| address::can_be_street(*ip) && !inside.is_own(*ip)).collect()
}

/// The network without the box's own number in it.
fn base(network: Network) -> Network {
    let IpAddr::V4(ip) = network.ip else { return network };
    let shift = 32 - u32::from(network.prefix.min(32));
    let bits = if shift == 32 { 0 } else { ip.to_bits() >> shift << shift };
    Network { ip: IpAddr::V4(bits.into()), prefix: network.prefix }
}

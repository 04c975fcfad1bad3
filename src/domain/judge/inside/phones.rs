//! Who is turned away, which phones are not signed in, and what an account of a phone outside lacks.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::domain::address;
use crate::domain::inside::{Ban, BannedBy, Extension, Inside, NatSetting, Setting};
use crate::domain::judge::facts::{Facts, is_no_answer, walkers};
use crate::domain::judge::inside::{Line, named, to_change};
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::office::Symptom;
use crate::domain::report::{MOMENT, Severity};

/// What a visitor meets who is turned away.
pub(in crate::domain::judge) const SHUT_OUT: &[&str] = &["no-answer-outside", "visitor-shut-out", "walk-path-unproved"];

/// Who it is that is turned away. Sorts the one first that explains most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Who {
    /// Knocked from outside.
    Walker,
    /// A phone that signed in from there.
    Phone,
    /// The office's own street.
    Office,
    /// This computer.
    Here,
    /// On the guest list.
    Trusted,
}

impl Who {
    const fn id(self) -> &'static str {
        match self {
            Self::Walker => "walker",
            Self::Phone => "phone",
            Self::Office => "office",
            Self::Here => "here",
            Self::Trusted => "trusted",
        }
    }
}

/// Args: address (the first), addresses, all (how many), who (walker, phone, office, here or trusted), keeper
/// (fail2ban, freepbx-firewall or firewall), jail (its list), and the lines to follow.
pub(super) const VISITOR_BANNED: Rule = Rule {
    code: "visitor-banned",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let Some(inside) = facts.inside else { return Vec::new() };
        let mut banned: Vec<(Who, IpAddr, &Ban)> = Vec::new();
        for (who, ip) in wanted(facts, inside) {
            // A list of everybody is no ban of somebody.
            banned.extend(ban_of(inside, ip).map(|ban| (who, ip, ban)));
        }
        for guest in &facts.case.answers.trusted {
            let of = inside.bans.iter().find(|b| guest.prefix > 0 && guest.contains(b.network.ip));
            let of = of.filter(|ban| !answers_now(inside, ban.network.ip));
            banned.extend(of.map(|ban| (Who::Trusted, ban.network.ip, ban)));
        }
        banned.sort_by_key(|(who, ip, _)| (*who, *ip));
        banned.dedup_by_key(|(_, ip, _)| *ip);
        let Some((who, ip, ban)) = banned.first().copied() else { return Vec::new() };
        let addresses: BTreeSet<IpAddr> = banned.iter().map(|(_, ip, _)| *ip).collect();
        let shown: Vec<String> = addresses.iter().map(ToString::to_string).collect();
        let found = Found::office().arg("addresses", named(&shown)).arg("all", addresses.len());
        let found = found.arg("address", ip).arg("who", who.id()).arg("keeper", &ban.by).arg("jail", &ban.list);
        let nowhere = crate::domain::inside::Place::default();
        let about: Vec<(String, String)> = banned.iter().map(|(_, ip, ban)| way_out(ban, *ip)).collect();
        let lines: Vec<Line<'_>> = banned
            .iter()
            .zip(&about)
            .map(|((_, _, ban), (about, ip))| Line {
                of: vec![("list", jail(&ban.list)), ("table", ban.table.as_str()), ("address", ip.as_str())],
                ..Line::new(about, &nowhere, ip, "")
            })
            .collect();
        let found = to_change(found, inside, &lines);
        let is_outside = banned.iter().any(|(who, ip, _)| *who <= Who::Phone && address::can_be_street(*ip));
        vec![found.also_hiding(if is_met_with_silence(facts, &addresses, is_outside) { SHUT_OUT } else { &[] })]
    },
};

/// What takes it off the list, by its name in the menus, and what is written there: a firewall knows its list by what
/// stands in it, which may be a whole network.
fn way_out(ban: &Ban, ip: IpAddr) -> (String, String) {
    if ban.by != "firewall" {
        return (format!("ban-{}", ban.by), ip.to_string());
    }
    let about = match ban.kept {
        BannedBy::Rule if ip.is_ipv6() => "ban-firewall-v6".to_owned(),
        BannedBy::Rule => "ban-firewall".to_owned(),
        BannedBy::Set | BannedBy::NftRule | BannedBy::NftSet | BannedBy::Route => format!("ban-{}", ban.kept.id()),
    };
    (about, ban.network.to_string())
}

/// The jail of a list that fail2ban keeps in the firewall.
fn jail(list: &str) -> &str {
    ["f2b-", "fail2ban-", "addr-set-", "addr6-set-"].iter().find_map(|p| list.strip_prefix(p)).unwrap_or(list)
}

/// The ban that is about this address. A list of everybody is no ban of somebody.
fn ban_of(inside: &Inside, ip: IpAddr) -> Option<&Ban> {
    inside.bans.iter().find(|b| b.network.prefix > 0 && b.network.contains(ip))
}

/// Everybody who should not be turned away.
fn wanted(facts: &Facts<'_>, inside: &Inside) -> Vec<(Who, IpAddr)> {
    let case = facts.case;
    let phones = inside.signed_in().map(|c| c.address);
    let here = case.office.adapters.iter().map(|a| IpAddr::V4(a.address));
    let mut all: Vec<(Who, IpAddr)> = phones.map(|ip| (Who::Phone, ip)).collect();
    all.extend(case.office.public_address.map(|ip| (Who::Office, ip)));
    all.extend(here.map(|ip| (Who::Here, ip)));
    all.retain(|(_, ip)| !answers_now(inside, *ip));
    // What is open between a phone and the phone system stays open; a visitor beside it may still knock in vain.
    let silent = facts.selected().flat_map(|r| r.knocks.iter()).filter(|e| is_no_answer(e.outcome));
    let knocked: BTreeSet<IpAddr> = silent.filter_map(|e| e.asker).collect();
    let visitors = walkers(case).filter(|ip| knocked.contains(ip) || !answers_now(inside, *ip));
    all.extend(visitors.map(|ip| (Who::Walker, ip)));
    all
}

/// A phone that answers from there is not turned away, whatever a list says.
fn answers_now(inside: &Inside, ip: IpAddr) -> bool {
    inside.signed_in().any(|c| c.address == ip && c.answers == Some(true))
}

/// A visitor of these knocked, and nobody opened. Whoever is not answered seldom learns where they stood, so where
/// somebody outside is turned away, that one counts too.
fn is_met_with_silence(facts: &Facts<'_>, addresses: &BTreeSet<IpAddr>, is_outside: bool) -> bool {
    let knocks = facts.selected().flat_map(|r| r.knocks.iter());
    let mut silent = knocks.filter(|e| is_no_answer(e.outcome)).map(|e| e.asker);
    silent.any(|ip| ip.map_or(is_outside, |ip| addresses.contains(&ip)))
}

/// Args: how (away: not signed in; silent: signed in, and does not answer), names, all, signed (how many are
/// signed in), looked.
pub(super) const NOT_REGISTERED: Rule = Rule {
    code: "phone-not-registered",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let Some(inside) = facts.inside else { return Vec::new() };
        let signed: Vec<&Extension> = inside.extensions.iter().filter(|e| !e.signed_in().is_empty()).collect();
        let away: Vec<String> = inside
            .extensions
            .iter()
            .filter(|e| e.contacts.as_ref().is_some_and(Vec::is_empty))
            .map(|e| e.name.clone())
            .collect();
        // The phone may have signed in twice; one that answers is enough. Who is turned away is told as that.
        let is_mute = |e: &&&Extension| {
            let mut places = e.signed_in().iter();
            places.clone().all(|c| c.answers == Some(false)) && places.any(|c| ban_of(inside, c.address).is_none())
        };
        let silent: Vec<String> = signed.iter().filter(is_mute).map(|e| e.name.clone()).collect();
        let told = |how: &str, names: &[String]| {
            let found = Found::office()
                .arg("names", named(names))
                .arg("all", names.len())
                .arg("how", how)
                .arg("signed", signed.len());
            found.arg("looked", inside.at.strftime(MOMENT))
        };
        let mut found = Vec::new();
        if !silent.is_empty() {
            found.push(told("silent", &silent));
        }
        // Where nobody is signed in, it is no phone's own trouble; spare accounts are in every system.
        if !away.is_empty() && !signed.is_empty() {
            let is_asked_for = matches!(facts.case.answers.symptom, Symptom::DoNotRing | Symptom::CannotSignIn);
            found.push(told("away", &away).outranked_by(!is_asked_for));
        }
        found
    },
};

/// Args: names, all, settings (what is lacking), only (qualify where nothing else is lacking, else more), and the
/// lines to change.
pub(super) const NAT_SETTINGS: Rule = Rule {
    code: "nat-settings-of-extension",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let Some(inside) = facts.inside else { return Vec::new() };
        let is_out = |e: &&Extension| e.signed_in().iter().any(|c| is_outside_of(inside, c.address));
        let lacking: Vec<&Extension> =
            inside.extensions.iter().filter(is_out).filter(|e| !e.lacks.is_empty()).collect();
        let Some(first) = lacking.first() else { return Vec::new() };
        let settings: BTreeSet<&str> = lacking.iter().flat_map(|e| &e.lacks).map(|(s, _)| s.id()).collect();
        let only = settings.len() == 1 && settings.contains(NatSetting::Qualify.id());
        let names: Vec<String> = lacking.iter().map(|e| e.name.clone()).collect();
        let found = Found::office()
            .arg("names", named(&names))
            .arg("all", names.len())
            .arg("settings", settings.into_iter().collect::<Vec<_>>().join(", "))
            .arg("only", if only { "qualify" } else { "more" });
        let lines: Vec<Line<'_>> = first
            .lacks
            .iter()
            .map(|(setting, at)| Line {
                driver: Some(first.driver),
                of: vec![("number", first.name.as_str()), ("profile", at.place.section.as_str())],
                ..Line::new(setting.id(), &at.place, &at.value, wish(*setting, at))
            })
            .collect();
        // A phone may keep its own way open.
        vec![to_change(found, inside, &lines).outranked_by(only)]
    },
};

/// Neither on a network of the box's own nor on one that it takes for local.
fn is_outside_of(inside: &Inside, ip: IpAddr) -> bool {
    let is_near = inside.addresses.iter().any(|n| n.contains(ip)) || inside.neighbours.contains(&ip);
    let is_local = inside.local.iter().filter_map(Setting::network).any(|n| n.contains(ip));
    !is_near && !is_local && (address::can_be_street(ip) || address::is_inside(ip)) && !ip.is_loopback()
}

/// What is to be written, in the words of the setting's own system.
fn wish(setting: NatSetting, at: &Setting) -> &'static str {
    let key = at.place.key.rsplit('/').next().unwrap_or(&at.place.key);
    match (setting, key) {
        (_, "nat") => "force_rport,comedia",
        (_, "disable-rtp-auto-adjust" | "inbound-bypass-media") => "false",
        (_, "nat-options-ping") => "true",
        (NatSetting::MediaThroughUs, _) => "no",
        (NatSetting::Qualify, "qualify_frequency") => "30",
        (NatSetting::SymmetricMedia | NatSetting::ForceRport | NatSetting::RewriteContact | NatSetting::Qualify, _) => {
            "yes"
        }
    }
}

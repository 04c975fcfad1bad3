//! By-hand help made ready to show: the numbered steps for one router family, and for routers with a command line
//! the commands to paste. Templates come from `assets/routers`; what is put into them has a type (an address, a
//! network, ports, a protocol, a row's id), so nothing that a device said about itself can become a command.

use std::net::{IpAddr, Ipv4Addr};

use serde::{Deserialize, Serialize};

use crate::domain::address::Network;
use crate::domain::case::Case;
use crate::domain::catalog::{self, AlgSwitch, RouterGuide};
use crate::domain::office::Gateway;
use crate::domain::plan::ManualRule;
use crate::domain::service::Confidence;

/// The guide that fits every router a little: words to look for instead of menu paths.
pub const GENERAL: &str = "generic";

/// One numbered step: a key of the text files and its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Key of the words.
    pub key: &'static str,
    /// Values in them.
    pub values: Vec<(&'static str, String)>,
    /// True when the step shows a menu that nobody confirmed on a device.
    pub unconfirmed: bool,
}

impl Step {
    const fn plain(key: &'static str) -> Self {
        Self { key, values: Vec::new(), unconfirmed: false }
    }

    fn with<const N: usize>(key: &'static str, values: [(&'static str, String); N]) -> Self {
        Self { key, values: values.into(), unconfirmed: false }
    }

    /// A menu, marked unless a maker's page or a device showed it.
    fn menu(key: &'static str, path: &str, sure: Confidence) -> Self {
        Self { unconfirmed: sure != Confidence::High, ..Self::with(key, [("path", path.to_owned())]) }
    }
}

/// The steps for one family. Where the family's menus are hearsay, the words to look for stand instead of a path: a
/// wrong menu is worse than none.
pub fn steps(guide: &RouterGuide, router: Option<&Gateway>) -> Vec<Step> {
    let general = catalog::guide(GENERAL).unwrap_or(guide);
    let known = guide.id != general.id && guide.confidence_menus != Confidence::Low;
    let place = |menu: &'static str, look: &'static str, path: &str, words: &str| {
        if known {
            Step::menu(menu, path, guide.confidence_menus)
        } else {
            Step::with(look, [("words", words.to_owned())])
        }
    };
    let mut steps = open_settings(guide, router.map(|r| r.address));
    steps.extend([
        place("guide-go-to", "guide-look-for", &guide.port_forward, &general.port_forward),
        Step::plain("guide-add-rule"),
        Step::plain("guide-range-hint"),
        Step::plain("guide-sources-hint"),
        place("guide-reserve", "guide-reserve-look-for", &guide.dhcp_reservation, &general.dhcp_reservation),
        doorman(guide, general),
    ]);
    // Where it is on already, nobody is sent to switch it on.
    if !router.is_some_and(|r| r.control.is_upnp()) {
        steps.push(match guide.upnp_default.as_str() {
            "not offered" => Step::plain("guide-upnp-none"),
            _ => place("guide-upnp", "guide-upnp-look-for", &guide.upnp, &general.upnp),
        });
    }
    steps.extend([
        Step::plain("guide-never-dmz"),
        Step::with("guide-different", [("words", general.port_forward.clone())]),
        Step::plain("guide-afterwards"),
    ]);
    steps
}

/// Where the settings are: the router's own address first, then the family's usual ones; some have an app or a
/// console and no page.
fn open_settings(guide: &RouterGuide, router: Option<IpAddr>) -> Vec<Step> {
    let is_page = |address: &&String| address.starts_with("http");
    if let Some(other) = guide.admin_addresses.first().filter(|a| !is_page(a))
        && guide.id != GENERAL
    {
        return vec![Step::with("guide-open-other", [("way", other.clone())])];
    }
    let here = router.map(|ip| format!("http://{ip}"));
    let pages: Vec<String> = guide.admin_addresses.iter().filter(is_page).cloned().collect();
    let Some(first) = here.or_else(|| pages.first().cloned()) else { return vec![Step::plain("guide-open-unknown")] };
    let others: Vec<String> = pages.into_iter().filter(|p| *p != first).collect();
    let mut steps = vec![Step::with("guide-open-settings", [("address", first)])];
    if !others.is_empty() {
        steps.push(Step::with("guide-open-others", [("addresses", others.join(", "))]));
    }
    steps
}

fn doorman(guide: &RouterGuide, general: &RouterGuide) -> Step {
    let look_for = || Step::with("guide-alg-look-for", [("words", general.sip_alg_name.clone())]);
    match guide.sip_alg_switch {
        AlgSwitch::None => Step::plain("guide-alg-none"),
        AlgSwitch::Unknown => look_for(),
        AlgSwitch::There if guide.confidence_sip_alg == Confidence::Low => look_for(),
        AlgSwitch::There => Step {
            unconfirmed: guide.confidence_sip_alg != Confidence::High,
            ..Step::with("guide-alg-off", [("path", guide.sip_alg_off.clone()), ("name", guide.sip_alg_name.clone())])
        },
    }
}

/// The command line of a router family, as its file says it: templates with places in braces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommandLine {
    /// Versions it is about, as the maker names them.
    pub title: String,
    /// Where the lines are pasted.
    pub paste_into: String,
    /// Key in the file's sources.
    pub source: String,
    /// How sure the syntax is.
    pub confidence: Confidence,
    /// Words that the person replaces, because no program can know them.
    #[serde(default)]
    pub replace: Vec<Replace>,
    /// What can be pasted, in the order of use.
    pub block: Vec<Template>,
}

/// A word in capitals that a person must replace, and how to learn what by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replace {
    /// The word, as it stands in the lines.
    pub word: String,
    /// The command that shows what it is.
    pub shown_by: String,
}

/// What a block is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BlockFor {
    /// Only on a router that has never forwarded anything.
    FirstTime,
    /// Makes the rules.
    Open,
    /// Takes exactly these rules back.
    TakeBack,
    /// Keeps the phone system's address.
    Reserve,
    /// Switches the SIP ALG off.
    DoormanOff,
}

impl BlockFor {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::FirstTime, Self::Open, Self::TakeBack, Self::Reserve, Self::DoormanOff];

    /// Key of the words, without `guide-block-`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::FirstTime => "first-time",
            Self::Open => "open",
            Self::TakeBack => "take-back",
            Self::Reserve => "reserve",
            Self::DoormanOff => "doorman-off",
        }
    }

    /// True when a list of allowed sources changes what the block must say.
    const fn is_about_rules(self) -> bool {
        matches!(self, Self::Open | Self::TakeBack)
    }
}

/// Lines of one block: first `begin`, then one set for each allowed source, one for each rule, then `end`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// What it is for.
    pub what: BlockFor,
    /// Once, before.
    #[serde(default)]
    pub begin: Vec<String>,
    /// For each network on the guest list.
    #[serde(default)]
    pub each_guest: Vec<String>,
    /// For each rule; where a line says `{port}`, the lines are for each port of the rule.
    #[serde(default)]
    pub each_rule: Vec<String>,
    /// Instead of `each_rule` where there is a guest list; with `{guest}` or its number once for each guest.
    #[serde(default)]
    pub each_guarded_rule: Vec<String>,
    /// Once, after.
    #[serde(default)]
    pub end: Vec<String>,
}

/// A block ready to paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is for.
    pub what: BlockFor,
    /// The lines.
    pub lines: Vec<String>,
}

/// Commands for one family, with everything to know before pasting them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commands<'a> {
    /// Where they come from and how sure they are.
    pub from: &'a CommandLine,
    /// The source in full.
    pub source: &'a str,
    /// Blocks for which everything is known.
    pub blocks: Vec<Block>,
    /// The guest list is not in them: this command line cannot hold it safely.
    pub guests_left_out: bool,
    /// Rules left out because this command line wants one line for each port.
    pub too_long: Vec<ManualRule>,
}

/// More lines for one rule are not pasted: nobody reads them, and routers' tables end.
pub const MOST_LINES: u32 = 64;

/// Numbered rules begin here, above those that people count from one.
const FIRST_NUMBER: usize = 901;

/// Commands to paste for these rules. Nothing while the phone system's address is unknown or is not IPv4, nor where
/// only IPv6 guests are named: rules without a guest list would let everyone in.
pub fn commands<'a>(guide: &'a RouterGuide, case: &Case, rules: &[ManualRule]) -> Vec<Commands<'a>> {
    let Some(inside @ IpAddr::V4(_)) = case.phone_system_address() else { return Vec::new() };
    let system = case.office.phone_system.as_ref().filter(|p| p.address == inside);
    let values = Values { inside, mac: system.and_then(|p| p.mac.as_deref()).and_then(plain_mac) };
    let named = rules.first().map(|r| r.sources.as_slice()).unwrap_or_default();
    let guests: Vec<Network> = named.iter().filter(|n| n.ip.is_ipv4()).copied().collect();
    if guests.is_empty() && !named.is_empty() {
        return Vec::new();
    }
    let filled = guide.commands.iter().map(|from| fill(guide, from, &values, rules, &guests));
    filled.filter(|c| !c.blocks.is_empty()).collect()
}

fn fill<'a>(
    guide: &'a RouterGuide,
    from: &'a CommandLine,
    values: &Values,
    rules: &[ManualRule],
    guests: &[Network],
) -> Commands<'a> {
    let one_by_one = from.block.iter().any(|b| b.each_rule.iter().any(|l| l.contains("{port}")));
    let fits = |r: &&ManualRule| !one_by_one || r.outside.count() <= MOST_LINES;
    let (rules, too_long): (Vec<&ManualRule>, Vec<&ManualRule>) = rules.iter().partition(fits);
    let guards = |t: &Template| !t.each_guarded_rule.is_empty();
    let blocks = from.block.iter().filter_map(|t| block(t, values, &rules, guests)).collect();
    Commands {
        from,
        source: guide.sources.get(&from.source).map_or("", String::as_str),
        blocks,
        guests_left_out: !guests.is_empty() && !from.block.iter().any(|t| t.what == BlockFor::Open && guards(t)),
        too_long: too_long.into_iter().cloned().collect(),
    }
}

/// None where a value is not known, or where there is no rule to write.
fn block(template: &Template, values: &Values, rules: &[&ManualRule], guests: &[Network]) -> Option<Block> {
    if template.what.is_about_rules() && rules.is_empty() {
        return None;
    }
    let mut lines = Vec::new();
    let whole = Places { values, rules, guests, rule: None, guest: None, port: None };
    let mut put = |templates: &[String], places: &Places<'_>| {
        for line in templates {
            lines.push(places.fill(line)?);
        }
        Some(())
    };
    put(&template.begin, &whole)?;
    for guest in guests.iter().enumerate() {
        put(&template.each_guest, &Places { guest: Some(guest), ..whole })?;
    }
    let guarded = !guests.is_empty() && !template.each_guarded_rule.is_empty();
    let templates = if guarded { &template.each_guarded_rule } else { &template.each_rule };
    let says = |word: &str| templates.iter().any(|l| l.contains(word));
    for rule in rules.iter().enumerate() {
        let places = Places { rule: Some((rule.0, rule.1)), ..whole };
        if says("{port}") {
            for port in rule.1.outside.first..=rule.1.outside.last {
                put(templates, &Places { port: Some(port), ..places })?;
            }
        } else if says("{guest}") || says("{guest-number}") {
            for guest in guests.iter().enumerate() {
                put(templates, &Places { guest: Some(guest), ..places })?;
            }
        } else {
            put(templates, &places)?;
        }
    }
    put(&template.end, &whole)?;
    (!lines.is_empty()).then_some(Block { what: template.what, lines })
}

/// What is the same for every rule.
struct Values {
    inside: IpAddr,
    mac: Option<String>,
}

/// What can be put into a template, all of it numbers, addresses and ids.
#[derive(Clone, Copy)]
struct Places<'a> {
    values: &'a Values,
    rules: &'a [&'a ManualRule],
    guests: &'a [Network],
    rule: Option<(usize, &'a ManualRule)>,
    guest: Option<(usize, &'a Network)>,
    port: Option<u16>,
}

impl Places<'_> {
    /// The line with every place filled; none when a value is not known.
    fn fill(&self, template: &str) -> Option<String> {
        let mut line = String::new();
        let mut rest = template;
        while let Some((before, after)) = rest.split_once('{') {
            let (place, after) = after.split_once('}')?;
            line.push_str(before);
            line.push_str(&self.value(place)?);
            rest = after;
        }
        line.push_str(rest);
        Some(line)
    }

    fn value(&self, place: &str) -> Option<String> {
        let rule = self.rule.map(|(_, rule)| rule);
        let quoted = |words: Vec<String>| words.iter().map(|w| format!("\"{w}\"")).collect::<Vec<_>>().join(" ");
        match place {
            "name" => rule.map(name),
            "names" => Some(quoted(self.rules.iter().copied().map(name).collect())),
            "id" => rule.map(|r| id(r).replace('-', "_")),
            "number" => self.rule.map(|(at, _)| (FIRST_NUMBER + at).to_string()),
            "protocol" => rule.map(|r| r.protocol.name().to_lowercase()),
            "outside" => rule.map(|r| r.outside.to_string()),
            "inside" => rule.map(|r| r.inside.to_string()),
            "port" => self.port.map(|p| p.to_string()),
            "inside-address" => Some(self.values.inside.to_string()),
            "mac" => self.values.mac.clone(),
            "guest" => self.guest.map(|(_, g)| written_out(g)),
            "guest-number" => self.guest.map(|(at, _)| (at + 1).to_string()),
            "guests" => Some(quoted(self.guests.iter().map(written_out).collect())),
            _ => None,
        }
    }
}

/// A row's id as commands take it: small letters, digits and dashes, and nothing else whatever a file says.
fn id(rule: &ManualRule) -> String {
    let plain = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-';
    rule.service.0.chars().filter(plain).take(24).collect()
}

fn name(rule: &ManualRule) -> String {
    format!("SepEntrance-{}", id(rule))
}

/// With its prefix, which some command lines want even for one address, and without host bits, which some refuse.
fn written_out(network: &Network) -> String {
    match network.ip {
        IpAddr::V4(ip) => {
            let bits = u32::MAX.checked_shl(32u32.saturating_sub(u32::from(network.prefix))).unwrap_or(0);
            format!("{}/{}", Ipv4Addr::from(u32::from(ip) & bits), network.prefix)
        }
        IpAddr::V6(ip) => format!("{ip}/{}", network.prefix),
    }
}

/// A hardware address with colons; none for anything else that a neighbour table may hold.
fn plain_mac(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split([':', '-']).collect();
    let pair = |p: &&str| p.len() == 2 && p.bytes().all(|b| b.is_ascii_hexdigit());
    (parts.len() == 6 && parts.iter().all(pair)).then(|| parts.join(":").to_lowercase())
}

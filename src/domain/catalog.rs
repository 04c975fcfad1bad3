//! The embedded phone-system profiles and router guides, and which guide fits what a router said about itself.

use std::sync::{LazyLock, PoisonError, RwLock};

use serde::{Deserialize, Serialize};

use crate::domain::guide::CommandLine;
use crate::domain::message::Problem;
use crate::domain::office::Gateway;
use crate::domain::own;
use crate::domain::packed::unpacked;
use crate::domain::service::{Confidence, Profile, ProfileId, Service};

const PROFILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));
const ROUTERS: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/routers.rs"));
const DESK_PHONES: &str = include_str!("../../assets/desk-phones.toml");

/// A file of the catalog that cannot be read. Files are embedded, so only a test can meet it.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct BadFile {
    /// Its id.
    pub file: String,
    /// What is wrong with it.
    pub problem: String,
}

/// Whether an owner can switch a router's SIP ALG off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AlgSwitch {
    /// The steps are known.
    #[default]
    There,
    /// This family has none, as far as anybody knows.
    None,
    /// Nobody knows: look for the usual names.
    Unknown,
}

impl AlgSwitch {
    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::There => "there",
            Self::None => "none",
            Self::Unknown => "unknown",
        }
    }
}

/// By-hand help for one router family, as `assets/routers/<id>.toml` says it. Menu paths stay as the device shows
/// them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouterGuide {
    /// Same as the file's name.
    pub id: String,
    /// Name shown to people.
    pub brand: String,
    /// Parts of the manufacturer line, any letter case.
    #[serde(default)]
    pub match_manufacturer: Vec<String>,
    /// Beginnings of the model name; count only together with the manufacturer.
    #[serde(default)]
    pub match_model: Vec<String>,
    /// Parts of the friendly name.
    #[serde(default)]
    pub match_friendly: Vec<String>,
    /// Makers of the network card.
    #[serde(default)]
    pub match_oui_vendor: Vec<String>,
    /// Parts of the description's address or of the SSDP server line.
    #[serde(default)]
    pub match_ssdp: Vec<String>,
    /// Addresses of the settings page.
    #[serde(default)]
    pub admin_addresses: Vec<String>,
    /// Menu path of port forwarding.
    pub port_forward: String,
    /// Menu path of address reservation.
    pub dhcp_reservation: String,
    /// Menu path of the UPnP switch.
    pub upnp: String,
    /// on, off, varies, not offered, unknown.
    pub upnp_default: String,
    /// What this family calls the SIP ALG.
    pub sip_alg_name: String,
    /// How to switch it off.
    pub sip_alg_off: String,
    /// Whether there is anything to switch.
    #[serde(default)]
    pub sip_alg_switch: AlgSwitch,
    /// on, off, varies, unknown.
    pub sip_alg_default: String,
    /// Anything else.
    #[serde(default)]
    pub notes: Option<String>,
    /// Where the facts come from.
    #[serde(default)]
    pub source: Vec<String>,
    /// Source keys, resolved.
    #[serde(default)]
    pub sources: std::collections::BTreeMap<String, String>,
    /// Overall.
    pub confidence: Confidence,
    /// Of the identity strings.
    pub confidence_match: Confidence,
    /// Of the menu paths.
    pub confidence_menus: Confidence,
    /// Of the ALG facts.
    pub confidence_sip_alg: Confidence,
    /// Its command lines, where it has one that can make these rules.
    #[serde(default)]
    pub commands: Vec<CommandLine>,
    /// Why a router that has a command line gets no commands.
    #[serde(default)]
    pub no_commands: Option<String>,
}

static ALL_PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| read_profiles().unwrap_or_default());
static ALL_ROUTERS: LazyLock<Vec<RouterGuide>> = LazyLock::new(|| read_routers().unwrap_or_default());

/// Reads the embedded profiles, for the test that no file is damaged.
pub fn read_profiles() -> Result<Vec<Profile>, BadFile> {
    let mut profiles = read(PROFILES, |p: &Profile| p.id.0.clone())?;
    let bad = |problem: toml::de::Error| BadFile { file: "desk-phones".to_owned(), problem: problem.to_string() };
    let phones = toml::from_str(DESK_PHONES).map_err(bad)?;
    for profile in &mut profiles {
        add_desk_phones(profile, &phones);
    }
    Ok(profiles)
}

/// What stands in `assets/desk-phones.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DeskPhones {
    sources: std::collections::BTreeMap<String, String>,
    service: Vec<Service>,
}

/// Desk phones stand in every office, whatever its phone system: their pages are knocked on in every walk.
fn add_desk_phones(profile: &mut Profile, phones: &DeskPhones) {
    for row in &phones.service {
        if profile.service(&row.id).is_none() {
            profile.services.push(row.clone());
        }
    }
    for (key, source) in &phones.sources {
        profile.sources.entry(key.clone()).or_insert_with(|| source.clone());
    }
}

/// Reads the embedded router guides, for the test that no file is damaged.
pub fn read_routers() -> Result<Vec<RouterGuide>, BadFile> {
    read(ROUTERS, |r: &RouterGuide| r.id.clone())
}

fn read<T: for<'a> Deserialize<'a>>(files: &[(&str, &[u8])], id: impl Fn(&T) -> String) -> Result<Vec<T>, BadFile> {
    let bad = |file: &str, problem: String| BadFile { file: file.to_owned(), problem };
    files
        .iter()
        .map(|(file, text)| {
            let item: T = toml::from_str(&unpacked(text)).map_err(|e| bad(file, e.to_string()))?;
            if id(&item) == *file { Ok(item) } else { Err(bad(file, format!("its id is {}", id(&item)))) }
        })
        .collect()
}

/// The embedded profiles, by name: those that every copy of the program knows.
pub fn profiles() -> &'static [Profile] {
    &ALL_PROFILES
}

/// One embedded profile. Codes and helpers speak of these alone, because both sides must know the same rows.
pub fn embedded(id: &ProfileId) -> Option<&'static Profile> {
    profiles().iter().find(|p| p.id == *id)
}

/// One profile, embedded or this owner's own, also by the name that it has in a masked report.
pub fn profile(id: &ProfileId) -> Option<&'static Profile> {
    let kept = || OWN.read().unwrap_or_else(PoisonError::into_inner);
    let by_name = || kept().iter().map(|own| own.profile).find(|p| p.id == *id);
    let masked = || kept().iter().map(|own| own.masked).find(|p| p.id == *id);
    embedded(id).or_else(by_name).or_else(masked)
}

/// The name of a profile in what leaves the office: an own one is often called like its office.
pub fn masked_id(id: &ProfileId) -> ProfileId {
    if embedded(id).is_some() || own::is_masked(id) { id.clone() } else { own::masked_id(id) }
}

/// The owner's own, which `store` reads from files at the start. Kept for the life of the program, like the embedded
/// ones, so that a row can be borrowed anywhere.
static OWN: RwLock<Vec<Own>> = RwLock::new(Vec::new());

/// One of the owner's own.
struct Own {
    profile: &'static Profile,
    /// The same rows under words that name nobody: a masked report is judged by it.
    masked: &'static Profile,
}

/// The owner's own profiles, in the order in which they were taken in.
pub fn own_profiles() -> Vec<&'static Profile> {
    OWN.read().unwrap_or_else(PoisonError::into_inner).iter().map(|own| own.profile).collect()
}

/// Embedded and own, for lists to choose from.
pub fn all_profiles() -> Vec<&'static Profile> {
    profiles().iter().chain(own_profiles()).collect()
}

/// The ids of [`all_profiles`], as a sentence names them.
pub fn known_ids() -> String {
    all_profiles().iter().map(|p| p.id.0.as_str()).collect::<Vec<_>>().join(", ")
}

/// Takes in an own profile that passes the check; one of the same id is replaced.
pub fn take_own(mut profile: Profile) -> Result<&'static Profile, Problem> {
    if let Ok(phones) = toml::from_str(DESK_PHONES) {
        add_desk_phones(&mut profile, &phones);
    }
    let base = own::check(&profile)?;
    let mut kept = OWN.write().unwrap_or_else(PoisonError::into_inner);
    if let Some(same) = kept.iter().find(|own| *own.profile == profile) {
        return Ok(same.profile);
    }
    let known = kept.iter().position(|own| own.profile.id == profile.id);
    if known.is_none() && kept.len() >= own::MOST_OWN {
        return Err(Problem::new("profile-too-many").with("count", own::MOST_OWN));
    }
    let masked: &'static Profile = Box::leak(Box::new(own::masked(&profile, base)));
    let profile: &'static Profile = Box::leak(Box::new(profile));
    if let Some(at) = known {
        kept.remove(at);
    }
    kept.push(Own { profile, masked });
    Ok(profile)
}

/// All router guides.
pub fn guides() -> &'static [RouterGuide] {
    &ALL_ROUTERS
}

/// One router guide.
pub fn guide(id: &str) -> Option<&'static RouterGuide> {
    guides().iter().find(|g| g.id == id)
}

/// The guide for a router: by what it said about itself, else the general one.
pub fn guide_for(gateway: &Gateway) -> Option<&'static RouterGuide> {
    gateway.guide.as_deref().and_then(guide).or_else(|| best_match(gateway)).or_else(|| guide("generic"))
}

/// Words that say nothing about the maker: names of the description files and server lines that every build of
/// miniupnpd, libupnp or RDK has, whoever sells it (tailscale#6833), and words that stand on any router's label. They
/// count only beside the manufacturer.
const SAY_NOTHING: [&str; 7] = [
    "miniupnpd",
    "/rootdesc.xml",
    "/gatedesc.xml",
    "/internetgatewaydevice.xml",
    "/igddevicedesc_brlan0.xml",
    "wireless",
    "(gateway)",
];
/// Shorter friendly names, such as `RT-` or `USG`, stand in other makers' names too.
const TELLING_LENGTH: usize = 4;

/// What one sign is worth. A telling friendly name or SSDP line outweighs model and manufacturer together, those two
/// outweigh the manufacturer alone.
const TELLING: u32 = 4;
const WITH_MANUFACTURER: u32 = 2;
const MANUFACTURER: u32 = 1;

/// The guide that fits best, if any fits. The most specific match wins: SSDP or friendly name, then model together
/// with the manufacturer, then the manufacturer alone. Two that fit equally well are no match: a wrong menu path is
/// worse than the general advice.
pub fn best_match(gateway: &Gateway) -> Option<&'static RouterGuide> {
    let mut fits: Vec<(u32, &RouterGuide)> =
        guides().iter().map(|g| (fit(g, gateway), g)).filter(|(n, _)| *n > 0).collect();
    fits.sort_by_key(|(worth, _)| std::cmp::Reverse(*worth));
    match fits.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, guide), ..] => Some(guide),
        [] => None,
    }
}

/// How well a guide fits what a router said about itself; 0 is not at all.
fn fit(guide: &RouterGuide, gateway: &Gateway) -> u32 {
    let lower = |text: &Option<String>| text.as_deref().unwrap_or_default().to_lowercase();
    let manufacturer = lower(&gateway.manufacturer);
    let (friendly, model) = (lower(&gateway.friendly_name), lower(&gateway.model));
    // A friendly name that only repeats the maker says no more than the manufacturer's line.
    let is_maker = |name: &String| guide.match_manufacturer.iter().any(|m| m.eq_ignore_ascii_case(name));
    let stands_in = |name: &&String| friendly.contains(&name.to_lowercase());
    let made_by = guide.match_manufacturer.iter().any(|m| has_word(&manufacturer, &m.to_lowercase()))
        || guide.match_friendly.iter().filter(stands_in).any(is_maker);
    let of_model = guide.match_model.iter().any(|m| begins_word(&model, &m.to_lowercase()));

    let worth = |telling: bool| match (telling, made_by) {
        (true, _) => TELLING,
        (false, true) => MANUFACTURER,
        // A guide that knows no manufacturer (BGW) has the model to stand beside a short name.
        (false, false) if of_model && guide.match_manufacturer.is_empty() => WITH_MANUFACTURER,
        (false, false) => 0,
    };
    let names = guide.match_friendly.iter().filter(stands_in).filter(|f| !is_maker(f));
    let by_name = names.map(|f| worth(f.len() > TELLING_LENGTH && !says_nothing(f))).max().unwrap_or(0);
    let signs = guide.match_ssdp.iter().map(|s| SsdpSign::read(s)).filter(|s| s.fits(gateway));
    let by_ssdp: u32 = signs.map(|s| worth(s.tells())).sum();
    let by_maker = if made_by { MANUFACTURER } else { 0 };
    let by_model = if made_by && of_model { WITH_MANUFACTURER } else { 0 };
    by_name + by_ssdp + by_maker + by_model
}

fn says_nothing(text: &str) -> bool {
    SAY_NOTHING.contains(&text.to_lowercase().as_str())
}

/// One line of `match_ssdp`: a path (`/upnpdev.xml`), a port (`on port 37215`), both, or parts of the server line
/// (`FreeBSD ... MiniUPnPd`). Words in brackets are remarks.
struct SsdpSign<'a> {
    path: Option<&'a str>,
    port: Option<u16>,
    server: Vec<&'a str>,
}

impl<'a> SsdpSign<'a> {
    fn read(line: &'a str) -> Self {
        let line = line.split(" (").next().unwrap_or(line);
        let port = line.split("port ").nth(1).and_then(|p| p.split_whitespace().next()).and_then(|p| p.parse().ok());
        let path = line.split_whitespace().next().filter(|p| p.starts_with('/'));
        let server = if port.is_none() && path.is_none() { line.split(" ... ").collect() } else { Vec::new() };
        Self { path, port, server }
    }

    fn fits(&self, gateway: &Gateway) -> bool {
        let location = gateway.location.as_deref().unwrap_or_default().to_lowercase();
        let rest = location.split_once("://").map_or(location.as_str(), |(_, rest)| rest);
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let port = host.rsplit_once(':').and_then(|(_, port)| port.parse::<u16>().ok()).unwrap_or(80);
        let server = gateway.server.as_deref().unwrap_or_default().to_lowercase();
        let path_fits = self.path.is_none_or(|p| format!("/{path}").contains(&p.to_lowercase()));
        let port_fits = self.port.is_none_or(|p| !location.is_empty() && p == port);
        let server_fits = self.server.iter().all(|part| server.contains(&part.to_lowercase()));
        path_fits && port_fits && server_fits
    }

    /// A port alone, or a word of every miniupnpd, is shared by many makers.
    fn tells(&self) -> bool {
        match self.path {
            Some(path) => !says_nothing(path),
            None => !self.server.is_empty() && !self.server.iter().any(|part| says_nothing(part)),
        }
    }
}

/// True when `word` stands in `text` as a word of its own: "Free" is not in "FreeBSD", nor "BT" in "ABT".
fn has_word(text: &str, word: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !word.is_empty()
        && text.match_indices(word).any(|(at, found)| {
            let before = text.get(..at).and_then(|t| t.chars().next_back());
            let after = text.get(at + found.len()..).and_then(|t| t.chars().next());
            let cut_before = part(before) && part(word.chars().next());
            let cut_after = part(after) && part(word.chars().next_back());
            !cut_before && !cut_after
        })
}

/// True when `text`, or a later word of it, begins with `start`: "Asus RT-N16" is an `RT-`.
fn begins_word(text: &str, start: &str) -> bool {
    let later = text.match_indices(' ').filter_map(|(at, _)| text.get(at + 1..));
    !start.is_empty() && std::iter::once(text).chain(later).any(|rest| rest.starts_with(start))
}

/// Engines that stand under many phone systems: their name counts only when no other fits.
const ENGINES: [&str; 2] = ["asterisk", "freeswitch"];

/// The profile whose words stand in a SIP Server or User-Agent header. The longest word wins, so that a P-series is
/// not taken for its older sister.
pub fn profile_for_server(server: &str) -> Option<&'static Profile> {
    let server = server.to_lowercase();
    let words = profiles().iter().flat_map(|p| p.answers_as.iter().map(move |w| (w.as_str(), p)));
    let fitting = words.filter(|(word, _)| !word.is_empty() && server.contains(word));
    fitting.max_by_key(|(word, _)| (!ENGINES.contains(word), word.len())).map(|(_, profile)| profile)
}

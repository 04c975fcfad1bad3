//! The embedded phone-system profiles and router guides, and which guide fits what a router said about itself.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::domain::office::Gateway;
use crate::domain::service::{Confidence, Profile, ProfileId};

const PROFILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));
const ROUTERS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/routers.rs"));

/// A file of the catalog that cannot be read. Files are embedded, so only a test can meet it.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct BadFile {
    /// Its id.
    pub file: String,
    /// What is wrong with it.
    pub problem: String,
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
}

static ALL_PROFILES: LazyLock<Vec<Profile>> = LazyLock::new(|| read_profiles().unwrap_or_default());
static ALL_ROUTERS: LazyLock<Vec<RouterGuide>> = LazyLock::new(|| read_routers().unwrap_or_default());

/// Reads the embedded profiles, for the test that no file is damaged.
pub fn read_profiles() -> Result<Vec<Profile>, BadFile> {
    read(PROFILES, |p: &Profile| p.id.0.clone())
}

/// Reads the embedded router guides, for the test that no file is damaged.
pub fn read_routers() -> Result<Vec<RouterGuide>, BadFile> {
    read(ROUTERS, |r: &RouterGuide| r.id.clone())
}

fn read<T: for<'a> Deserialize<'a>>(files: &[(&str, &str)], id: impl Fn(&T) -> String) -> Result<Vec<T>, BadFile> {
    let bad = |file: &str, problem: String| BadFile { file: file.to_owned(), problem };
    files
        .iter()
        .map(|(file, text)| {
            let item: T = toml::from_str(text).map_err(|e| bad(file, e.to_string()))?;
            if id(&item) == *file { Ok(item) } else { Err(bad(file, format!("its id is {}", id(&item)))) }
        })
        .collect()
}

/// All profiles, by name.
pub fn profiles() -> &'static [Profile] {
    &ALL_PROFILES
}

/// One profile.
pub fn profile(id: &ProfileId) -> Option<&'static Profile> {
    profiles().iter().find(|p| p.id == *id)
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

/// The guide that fits best, if any fits. The most specific match wins: SSDP or friendly name, then model together
/// with the manufacturer, then the manufacturer alone.
pub fn best_match(gateway: &Gateway) -> Option<&'static RouterGuide> {
    let scored = guides().iter().filter(|g| g.id != "generic").map(|g| (fit(g, gateway), g));
    let best = scored.filter(|(score, _)| *score > 0).max_by_key(|(score, g)| (*score, std::cmp::Reverse(&g.id)))?;
    Some(best.1)
}

/// How well a guide fits: a specific sign of the family weighs most, then the model, then the maker's name. What
/// many makers write, such as "Wireless", counts only together with the maker.
fn fit(guide: &RouterGuide, gateway: &Gateway) -> u32 {
    let lower = |text: &Option<String>| text.clone().unwrap_or_default().to_lowercase();
    let (maker, model, friendly) = (lower(&gateway.manufacturer), lower(&gateway.model), lower(&gateway.friendly_name));
    let ssdp = format!("{} {}", lower(&gateway.location), lower(&gateway.server));
    let longest = |words: &[String], fits: &dyn Fn(&str) -> bool| {
        let lengths = words.iter().map(|w| w.to_lowercase()).filter(|w| !w.is_empty() && fits(w)).map(|w| w.len());
        lengths.max().and_then(|length| u32::try_from(length).ok()).unwrap_or(0)
    };
    let by_maker = longest(&guide.match_manufacturer, &|w| maker.contains(w));
    let by_model = longest(&guide.match_model, &|w| model.starts_with(w));
    let by_friendly = longest(&guide.match_friendly, &|w| friendly.contains(w) && is_telling(w));
    let by_ssdp = longest(&guide.match_ssdp, &|w| ssdp.contains(w) && is_telling(w));
    let with_maker = if by_maker > 0 { 100 + by_maker + by_model * 4 } else { 0 };
    // Where another maker is named, only a long word of the family itself outweighs it; Keenetic names no maker.
    let unclaimed = by_maker > 0 || maker.is_empty();
    let alone = if by_friendly > 0 && (unclaimed || by_friendly >= 6) { 60 + by_friendly } else { 0 };
    let sign = if by_ssdp > 0 && unclaimed { 50 + by_ssdp } else { 0 };
    with_maker + alone + sign
}

/// Words that many makers write tell nothing by themselves; `MiniUPnPd` runs in most routers.
fn is_telling(word: &str) -> bool {
    !["wireless", "(gateway)", "gateway", "router", "wifi", "miniupnpd"].contains(&word)
}

/// The profile whose words stand in a SIP Server or User-Agent header; the longest word wins.
pub fn profile_for_server(server: &str) -> Option<&'static Profile> {
    let server = server.to_lowercase();
    let words = profiles().iter().flat_map(|p| p.answers_as.iter().map(move |w| (w, p)));
    let fitting = words.filter(|(word, _)| !word.is_empty() && server.contains(word.as_str()));
    fitting.max_by_key(|(word, _)| word.len()).map(|(_, profile)| profile)
}

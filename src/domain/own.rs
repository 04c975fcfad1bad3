//! A phone-system profile of the owner's own: made from an embedded one by other numbers, and checked as strictly as
//! those, row by row. Pure; `store` reads and writes the files.

use std::collections::BTreeSet;

use crate::domain::catalog;
use crate::domain::message::Problem;
use crate::domain::service::{Direction, Need, PortRange, ProbeKind, Profile, ProfileId, Service, ServiceId};

/// Own profiles that are read; nobody has more phone systems.
pub const MOST_OWN: usize = 16;

/// Rows of an own profile: no more ports than a walk may knock on.
pub const MOST_ROWS: usize = 48;

/// How the name of an own profile begins in what leaves the office.
const MASKED: &str = "own-";

/// Longest text of a row, so that a screen stays a screen.
const LONGEST: usize = 300;

/// What an owner changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    /// Name shown to people.
    pub name: String,
    /// Port of the first required SIP row.
    pub bell: Option<u16>,
    /// Ports of the required voice row.
    pub voices: Option<PortRange>,
}

/// A profile like `base`, with other numbers and an id made of its name.
pub fn made_from(base: &Profile, numbers: &Numbers) -> Profile {
    let mut own = base.clone();
    own.id = ProfileId(id_of(&numbers.name));
    numbers.name.trim().clone_into(&mut own.name);
    own.based_on = Some(base.id.clone());
    own.versions = None;
    own.answers_as.clear();
    let required = |s: &&mut Service| s.need == Need::Required && s.direction == Direction::Inbound;
    if let Some(port) = numbers.bell
        && let Some(row) = own.services.iter_mut().filter(required).find(|s| s.probe == ProbeKind::Sip)
    {
        (row.port_start, row.port_end) = (port, port);
    }
    if let Some(range) = numbers.voices
        && let Some(row) = own.services.iter_mut().filter(required).find(|s| s.is_voice())
    {
        (row.port_start, row.port_end) = (range.first, range.last);
        (own.rtp_start, own.rtp_end) = (Some(range.first), Some(range.last));
    }
    own
}

/// First and last number with a dash between them, or one number.
pub fn range(word: &str) -> Option<PortRange> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let port = |text: &str| text.trim().parse::<u16>().ok().filter(|p| *p > 0);
    let (first, last) = (port(first)?, port(last)?);
    (first <= last).then_some(PortRange { first, last })
}

/// Small letters, digits and dashes of a name: `Office 2 (new)` is `office-2-new`.
fn id_of(name: &str) -> String {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
    words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-").chars().take(32).collect()
}

/// The same rows under words that name nobody: those of the embedded profile, and a bare id where it has none.
pub(super) fn masked(own: &Profile, base: &Profile) -> Profile {
    let words = |row: &Service| match base.service(&row.id) {
        Some(known) => Service {
            label: known.label.clone(),
            purpose: known.purpose.clone(),
            feature: row.feature.as_ref().map(|_| known.feature.clone().unwrap_or_else(|| row.id.to_string())),
            warning: known.warning.clone(),
            source: known.source.clone(),
            ..row.clone()
        },
        None => Service {
            label: row.id.to_string(),
            purpose: String::new(),
            feature: row.feature.as_ref().map(|_| row.id.to_string()),
            warning: None,
            source: String::new(),
            ..row.clone()
        },
    };
    Profile {
        id: masked_id(&own.id),
        based_on: Some(base.id.clone()),
        rtp_start: own.rtp_start,
        rtp_end: own.rtp_end,
        answers_as: own.answers_as.clone(),
        services: own.services.iter().map(words).collect(),
        ..base.clone()
    }
}

/// Tells own profiles apart and nothing of their names: thousands of names have the same sixteen bits.
pub(super) fn masked_id(id: &ProfileId) -> ProfileId {
    // FNV-1a, folded.
    let hash = id.0.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    ProfileId(format!("{MASKED}{:04x}", (hash >> 16) ^ (hash & 0xffff)))
}

/// True for a name that [`masked_id`] gives.
pub(super) fn is_masked(id: &ProfileId) -> bool {
    let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    id.0.strip_prefix(MASKED).is_some_and(|tag| tag.len() == 4 && tag.bytes().all(is_digit))
}

/// What is wrong with an own profile, the first thing that a person would mend. `Ok` names the embedded profile.
pub fn check(own: &Profile) -> Result<&'static Profile, Problem> {
    let file = || Problem::new("profile-unsound").with("profile", &own.id);
    let wrong = |why: &str| file().with("why", why).with("row", "").with("other", "");
    if !is_id(&own.id.0) || own.name.trim().is_empty() || own.name.chars().count() > LONGEST {
        return Err(wrong("id"));
    }
    if catalog::embedded(&own.id).is_some() {
        return Err(wrong("taken"));
    }
    let Some(base) = own.based_on.as_ref().and_then(catalog::embedded) else { return Err(wrong("based-on")) };
    if own.services.len() > MOST_ROWS {
        return Err(wrong("too-many"));
    }
    let uses: BTreeSet<&String> =
        catalog::profiles().iter().flat_map(|p| &p.services).flat_map(|s| &s.used_for).collect();
    let mut ids = BTreeSet::new();
    for row in &own.services {
        let wrong = |why: &str| file().with("why", why).with("row", &row.id).with("other", "");
        let texts = [Some(&row.label), Some(&row.purpose), row.feature.as_ref(), row.warning.as_ref()];
        if !is_id(&row.id.0) || !ids.insert(&row.id) {
            return Err(wrong("row-id"));
        }
        if row.port_start == 0 || row.port_start > row.port_end {
            return Err(wrong("ports"));
        }
        if row.label.trim().is_empty() || texts.iter().flatten().any(|t| t.chars().count() > LONGEST) {
            return Err(wrong("words"));
        }
        if row.need == Need::IfFeature && row.feature.is_none() {
            return Err(wrong("feature"));
        }
        if row.used_for.is_empty() || !row.used_for.iter().all(|u| uses.contains(u)) {
            return Err(wrong("used-for"));
        }
    }
    let clash = |row: &Service, other: &Service, why: &str| {
        Err(file().with("why", why).with("row", &row.id).with("other", &other.id))
    };
    let inbound = |need: Need| own.services.iter().filter(move |s| s.need == need && s.direction == Direction::Inbound);
    let mut voices = inbound(Need::Required).filter(|s| s.is_voice());
    if let (Some(one), Some(two)) = (voices.next(), voices.next()) {
        return clash(one, two, "voices");
    }
    for wanted in inbound(Need::Required).filter(|s| s.ports().is_single()) {
        let shut = |s: &&Service| {
            s.protocol == wanted.protocol
                && s.is_on_phones() == wanted.is_on_phones()
                && s.ports().contains(wanted.port_start)
        };
        if let Some(locked) = inbound(Need::Never).find(shut) {
            return clash(wanted, locked, "never");
        }
    }
    // Cabinets stay on the list of doors that are tried: an own file must not make anybody look less closely.
    // The desk phones' pages are put in by the catalog where a file does not name them.
    let kept = |cabinet: &&Service| match own.service(&cabinet.id) {
        Some(row) => is_same_door(row, cabinet),
        None => cabinet.is_on_phones(),
    };
    let mut cabinets = base.services.iter().filter(|s| s.need == Need::Never && s.direction == Direction::Inbound);
    if let Some(lost) = cabinets.find(|c| !kept(c)) {
        return Err(file().with("why", "lost").with("row", &lost.id).with("other", &base.name));
    }
    Ok(base)
}

fn is_id(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    (2..=40).contains(&text.len()) && text.bytes().all(plain)
}

/// What a walker elsewhere can be asked: it knows the embedded profiles alone, so of an own one only the rows that
/// stand there too, with the same id, protocol, ports and question. The never rows are the same by [`check`].
pub fn for_walkers(profile: &ProfileId, services: &[ServiceId]) -> Result<(ProfileId, Vec<ServiceId>), Problem> {
    let own = catalog::own_profiles().into_iter().find(|p| p.id == *profile);
    let Some((own, base)) = own.and_then(|o| Some((o, catalog::embedded(o.based_on.as_ref()?)?))) else {
        return Ok((profile.clone(), services.to_vec()));
    };
    let same = |id: &&ServiceId| own.service(id).zip(base.service(id)).is_some_and(|(a, b)| is_same_door(a, b));
    let known: Vec<ServiceId> = services.iter().filter(same).cloned().collect();
    let asks = |id: &ServiceId| base.service(id).is_some_and(|s| !matches!(s.probe, ProbeKind::Rtp | ProbeKind::None));
    if !known.iter().any(asks) {
        return Err(Problem::new("profile-unknown-outside").with("system", &own.name).with("base", &base.name));
    }
    Ok((base.id.clone(), known))
}

fn is_same_door(a: &Service, b: &Service) -> bool {
    let of = |s: &Service| (s.protocol, s.ports(), s.probe, s.direction, s.need, s.is_on_phones());
    of(a) == of(b)
}

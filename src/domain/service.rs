//! A phone system and the things it listens for, as `assets/profiles/<id>.toml` says them, and which of them an
//! owner's answers select.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

/// Names one row of a profile, for example `sip-udp`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ServiceId(pub String);

/// Names a profile, for example `freepbx`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProfileId(pub String);

impl fmt::Display for ServiceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ProfileId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// UDP or TCP.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// User datagram protocol.
    Udp,
    /// Transmission control protocol.
    Tcp,
}

impl Transport {
    /// The name as the field and UPnP write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Udp => "UDP",
            Self::Tcp => "TCP",
        }
    }
}

/// First and last port, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(u16, u16)", into = "(u16, u16)")]
pub struct PortRange {
    /// Lowest port.
    pub first: u16,
    /// Highest port, at least `first`.
    pub last: u16,
}

impl From<(u16, u16)> for PortRange {
    fn from((first, last): (u16, u16)) -> Self {
        Self { first, last: last.max(first) }
    }
}

impl From<PortRange> for (u16, u16) {
    fn from(range: PortRange) -> Self {
        (range.first, range.last)
    }
}

impl PortRange {
    /// How many ports.
    pub fn count(self) -> u32 {
        u32::from(self.last) - u32::from(self.first) + 1
    }

    /// True for exactly one port.
    pub fn is_single(self) -> bool {
        self.first == self.last
    }

    /// True when `port` lies inside.
    pub fn contains(self, port: u16) -> bool {
        (self.first..=self.last).contains(&port)
    }
}

impl fmt::Display for PortRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_single() { write!(f, "{}", self.first) } else { write!(f, "{}-{}", self.first, self.last) }
    }
}

/// Who starts the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From outside to the phone system.
    Inbound,
    /// From the phone system to the outside.
    Outbound,
}

/// Whether an entrance is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Wanted by every office with this use.
    Required,
    /// Wanted only with the feature named.
    IfFeature,
    /// Must stay shut.
    Never,
}

/// How a service is asked whether it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ProbeKind {
    /// SIP OPTIONS (RFC 3261 section 11).
    Sip,
    /// IAX2 POKE (RFC 5456).
    Iax2,
    /// XMPP stream opening (RFC 6120 section 4).
    Xmpp,
    /// HTTP HEAD.
    Http,
    /// TLS, then HTTP HEAD.
    Https,
    /// TLS client hello.
    Tls,
    /// TCP connect and first bytes.
    Tcp,
    /// Voice: nothing answers outside a call, so it is never asked without a witness.
    Rtp,
    /// SSH banner (RFC 4253 section 4.2).
    Ssh,
    /// `MySQL` or `MariaDB` greeting.
    Mysql,
    /// Asterisk manager banner.
    Ami,
    /// TFTP read request (RFC 1350).
    Tftp,
    /// No known question.
    None,
}

/// How sure a row or a guide is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// General knowledge only: shown as not confirmed.
    Low,
    /// Second-hand.
    Medium,
    /// A vendor's page, code or device.
    High,
}

/// One thing a phone system listens for, or must reach.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Unique in its profile.
    pub id: ServiceId,
    /// Short technical name.
    pub label: String,
    /// What an owner has it for, in plain words.
    pub purpose: String,
    /// UDP or TCP.
    pub protocol: Transport,
    /// Lowest port.
    pub port_start: u16,
    /// Highest port.
    pub port_end: u16,
    /// Inbound rows are entrances; outbound rows must get out.
    pub direction: Direction,
    /// Required, only with a feature, or never.
    pub need: Need,
    /// The feature of an `if-feature` row.
    #[serde(default)]
    pub feature: Option<String>,
    /// How it is asked.
    pub probe: ProbeKind,
    /// What it serves, for example `remote-phones`.
    pub used_for: Vec<String>,
    /// What an owner should know before opening it.
    #[serde(default)]
    pub warning: Option<String>,
    /// Key or text of the source.
    pub source: String,
    /// How sure the source is.
    pub confidence: Confidence,
}

impl Service {
    /// Its ports.
    pub fn ports(&self) -> PortRange {
        PortRange::from((self.port_start, self.port_end))
    }

    /// True for the voice: a range that answers only during a call.
    pub fn is_voice(&self) -> bool {
        self.probe == ProbeKind::Rtp
    }

    /// True for the voice of telephone calls: the one that every office needs. A look inside and a call with sound speak
    /// of it, and not of the ranges beside it that some have for fax (T.38) or for calls of another program.
    pub fn is_voice_of_calls(&self) -> bool {
        self.is_voice() && self.need == Need::Required
    }

    /// True for the sound of fax (T.38).
    pub fn is_fax(&self) -> bool {
        self.is_voice() && self.used_for.iter().any(|u| u == "fax")
    }

    /// True when the row speaks of the desk phones and not of the phone system.
    pub fn is_on_phones(&self) -> bool {
        self.used_for.iter().any(|u| u == "phones")
    }

    /// True when the numbers are general knowledge only, so that the program says "not confirmed".
    pub fn is_unconfirmed(&self) -> bool {
        self.confidence == Confidence::Low || self.source == "GK"
    }
}

/// A phone system as its makers and users describe it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Same as the file's name.
    pub id: ProfileId,
    /// Name shown to people.
    pub name: String,
    /// The embedded profile that an owner's own is made from; embedded ones have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub based_on: Option<ProfileId>,
    /// Versions the rows are about.
    #[serde(default)]
    pub versions: Option<String>,
    /// First port of the voice range.
    #[serde(default)]
    pub rtp_start: Option<u16>,
    /// Last port of the voice range.
    #[serde(default)]
    pub rtp_end: Option<u16>,
    /// Anything a technician should know.
    #[serde(default)]
    pub notes: Option<String>,
    /// Words that this system puts into its SIP Server or User-Agent header, lower case.
    #[serde(default)]
    pub answers_as: Vec<String>,
    /// Number that says back what it hears, as delivered.
    #[serde(default)]
    pub echo: Option<String>,
    /// Source keys used by the rows, resolved.
    #[serde(default)]
    pub sources: std::collections::BTreeMap<String, String>,
    /// The rows.
    #[serde(rename = "service")]
    pub services: Vec<Service>,
}

/// A word of `--using` that fits neither a use nor a service of the profile.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{word:?} is neither a use nor a service of {profile}")]
pub struct UnknownUse {
    /// The word typed.
    pub word: String,
    /// The profile's name.
    pub profile: String,
    /// The words that fit, sorted.
    pub fitting: Vec<String>,
}

impl Profile {
    /// The row with this id.
    pub fn service(&self, id: &ServiceId) -> Option<&Service> {
        self.services.iter().find(|s| s.id == *id)
    }

    /// Rows that the phone system must reach.
    pub fn outbound(&self) -> impl Iterator<Item = &Service> {
        self.services.iter().filter(|s| s.direction == Direction::Outbound && s.need != Need::Never)
    }

    /// Words that `--using` takes: uses and ids of rows that can be selected.
    pub fn fitting_words(&self) -> BTreeSet<String> {
        let rows = self.services.iter().filter(|s| s.need != Need::Never && s.direction == Direction::Inbound);
        rows.flat_map(|s| s.used_for.iter().cloned().chain([s.id.0.clone()])).collect()
    }

    /// Which inbound rows `using` selects (`contract.md`, *Selection*): a required row when it shares a use or is
    /// named; an `if-feature` row when named, or when it shares a use that no required row has.
    pub fn select(&self, using: &[String]) -> Result<BTreeSet<ServiceId>, UnknownUse> {
        let fitting = self.fitting_words();
        if let Some(word) = using.iter().find(|w| !fitting.contains(*w)) {
            return Err(UnknownUse {
                word: word.clone(),
                profile: self.name.clone(),
                fitting: fitting.into_iter().collect(),
            });
        }
        let inbound = || self.services.iter().filter(|s| s.direction == Direction::Inbound);
        let covered: BTreeSet<&String> =
            inbound().filter(|s| s.need == Need::Required).flat_map(|s| &s.used_for).collect();
        let chosen = |s: &&Service| {
            let named = using.contains(&s.id.0);
            match s.need {
                Need::Required => named || s.used_for.iter().any(|u| using.contains(u)),
                Need::IfFeature => named || s.used_for.iter().any(|u| using.contains(u) && !covered.contains(u)),
                Need::Never => false,
            }
        };
        Ok(inbound().filter(chosen).map(|s| s.id.clone()).collect())
    }
}

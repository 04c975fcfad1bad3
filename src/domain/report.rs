//! What a check found: the public JSON document of schema 1. The window, the terminal and saved files all show
//! this one model. Words are put in at the edge, by `text`.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::change::ChangeResult;
use crate::domain::doorman::DoormanTest;
use crate::domain::inside::Inside;
use crate::domain::lapsed::Lapsed;
use crate::domain::office::{Advice, Answers, Before, Office, PortMapping};
use crate::domain::outbound::Outgoing;
use crate::domain::probe::{Evidence, NotShown, Outcome};
use crate::domain::rehearsal::{Rehearsal, RingRound};
use crate::domain::safety::SafetyTest;
use crate::domain::service::{Direction, Need, PortRange, ServiceId, Transport};
use crate::domain::voice::VoiceWalk;

pub use crate::domain::walk::{Street, WalkReport, Walker};

/// Number of the public document's form.
pub const SCHEMA: u32 = 1;

/// How moments are written for people.
pub const MOMENT: &str = "%Y-%m-%d %H:%M UTC";

/// One sentence over everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TopVerdict {
    /// Every selected required service is proved from outside and nothing is wrong. Exit code 0.
    Ready,
    /// Something is to be done, even if it is only to knock from outside. Exit code 1.
    ActionNeeded,
    /// Nothing could be measured. Exit code 3.
    CouldNotCheck,
}

impl TopVerdict {
    /// Exit code of the terminal program.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Ready => 0,
            Self::ActionNeeded => 1,
            Self::CouldNotCheck => 3,
        }
    }

    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::ActionNeeded => "action-needed",
            Self::CouldNotCheck => "could-not-check",
        }
    }
}

/// Verdict on one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Answered from outside by the right machine.
    Verified,
    /// Another machine answered.
    WrongHost,
    /// Inside, nothing listens.
    NothingListening,
    /// Asked from outside, no answer.
    NoAnswer,
    /// Not asked from outside.
    NotChecked,
    /// Should be shut, and nothing answered from outside.
    Shut,
    /// Should be shut, and answered from outside.
    Exposed,
    /// Silent to a stranger while a guest list applies.
    Guarded,
    /// Outbound, got through.
    Reachable,
    /// Outbound, did not.
    Blocked,
}

impl Verdict {
    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::WrongHost => "wrong-host",
            Self::NothingListening => "nothing-listening",
            Self::NoAnswer => "no-answer",
            Self::NotChecked => "not-checked",
            Self::Shut => "shut",
            Self::Exposed => "exposed",
            Self::Guarded => "guarded",
            Self::Reachable => "reachable",
            Self::Blocked => "blocked",
        }
    }
}

/// What the router lists for a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Listed {
    /// To the phone system, same port.
    Mapped,
    /// The whole list was read and it is not there.
    NotListed,
    /// To another device.
    WrongDevice,
    /// To another port, or only the other protocol.
    WrongPort,
    /// There, but switched off.
    Disabled,
    /// The list could not be read to its end.
    NotChecked,
}

impl Listed {
    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Mapped => "mapped",
            Self::NotListed => "not-listed",
            Self::WrongDevice => "wrong-device",
            Self::WrongPort => "wrong-port",
            Self::Disabled => "disabled",
            Self::NotChecked => "not-checked",
        }
    }
}

/// How bad a finding is. Sorts worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing works until this is solved.
    Blocker,
    /// Something does not work.
    Problem,
    /// Something is not proved, or will stop working.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// Name in the document and in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Blocker => "blocker",
            Self::Problem => "problem",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A finding that another one explains.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Folded {
    /// Its code.
    pub code: String,
    /// The rows it is about.
    pub services: Vec<ServiceId>,
}

/// The four parts of an explanation. Empty until `text` fills them.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// One line.
    pub headline: String,
    /// What it means, in the picture of the separate entrance.
    pub meaning: String,
    /// What to do next.
    pub action: String,
    /// The technical words, complete.
    pub detail: String,
}

/// Something found out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Code of the public list; never changes meaning.
    pub code: String,
    /// How bad.
    pub severity: Severity,
    /// The rows it is about.
    pub services: Vec<ServiceId>,
    /// The words.
    #[serde(flatten)]
    pub words: Words,
    /// Indexes into the report's evidence.
    pub evidence: Vec<usize>,
    /// Findings that this one explains; they stand nowhere else.
    pub folded: Vec<Folded>,
    /// Values for the words, so that a saved report can be read in another language.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
}

/// Everything about one row of the profile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServiceRow {
    /// Its id.
    pub id: ServiceId,
    /// Short technical name.
    pub label: String,
    /// UDP or TCP.
    pub protocol: Transport,
    /// First and last port.
    pub ports: PortRange,
    /// Inbound or outbound.
    pub direction: Direction,
    /// Required, with a feature, or never.
    pub need: Need,
    /// The answers select it.
    pub selected: bool,
    /// Asked inside.
    pub inside: Outcome,
    /// The router's word.
    pub router: Listed,
    /// Asked from outside over IPv4.
    pub outside: Outcome,
    /// Asked from outside over IPv6.
    pub outside_ipv6: Outcome,
    /// What follows.
    pub verdict: Verdict,
    /// The finding that explains a verdict which is not the wished one.
    pub because: Option<String>,
    /// The numbers are general knowledge only.
    #[serde(default)]
    pub unconfirmed: bool,
    /// What a `verified` does not show.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_shown: Vec<NotShown>,
}

/// Which program wrote a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
}

impl Program {
    /// This program.
    pub fn this() -> Self {
        Self { name: env!("CARGO_PKG_NAME").to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() }
    }
}

/// How far a check got. Findings about something are made only after it was looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Looked {
    /// Adapters are known.
    Network,
    /// Routers were searched for.
    Router,
    /// The phone system was searched for, or its address is given.
    PhoneSystem,
    /// The phone system was asked from inside.
    Inside,
    /// An outside vantage was used.
    Outside,
}

/// The whole document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Always [`SCHEMA`].
    pub schema: u32,
    /// Who wrote it.
    pub program: Program,
    /// When the check began.
    pub started_at: Timestamp,
    /// How long it took.
    pub duration_ms: u64,
    /// One sentence over everything.
    pub verdict: TopVerdict,
    /// What is known about the office.
    pub office: Office,
    /// What the owner told.
    pub answers: Answers,
    /// The last check.
    pub before: Option<Before>,
    /// Every row of the profile.
    pub services: Vec<ServiceRow>,
    /// The router's table.
    pub mappings: Vec<PortMapping>,
    /// What was asked of the router.
    pub changes: Vec<ChangeResult>,
    /// Worst first; causes hold their consequences.
    pub findings: Vec<Finding>,
    /// Every question and what came of it.
    pub evidence: Vec<Evidence>,
    /// The FAQ's advice.
    pub advice: Vec<Advice>,
    /// `ready` only until then, because a lease ends.
    pub ready_until: Option<Timestamp>,
    /// How far the check got.
    #[serde(default)]
    pub looked: Vec<Looked>,
    /// Walks outside.
    #[serde(default)]
    pub walks: Vec<WalkReport>,
    /// The doorman test: what was sent and what arrived.
    #[serde(default)]
    pub doorman: Vec<DoormanTest>,
    /// Voice ports knocked on from outside.
    #[serde(default)]
    pub voice: Vec<VoiceWalk>,
    /// Rehearsed calls.
    #[serde(default)]
    pub rehearsals: Vec<Rehearsal>,
    /// Rounds of the ring test.
    #[serde(default)]
    pub rings: Vec<RingRound>,
    /// Safety tests made on request.
    #[serde(default)]
    pub safety: Vec<SafetyTest>,
    /// Ways out that were tried.
    #[serde(default)]
    pub outbound: Vec<Outgoing>,
    /// What the phone system says of itself, where somebody looked inside.
    #[serde(default)]
    pub inside: Option<Inside>,
    /// What may be otherwise by now. Empty until whoever shows it looks at the clock; never saved.
    #[serde(skip)]
    pub lapsed: Lapsed,
}

impl Report {
    /// The finding with this code, if it stands on its own.
    pub fn finding(&self, code: &str) -> Option<&Finding> {
        self.findings.iter().find(|f| f.code == code)
    }

    /// Something was found that is wrong, and not only unproved.
    pub fn has_trouble(&self) -> bool {
        self.findings.iter().any(|f| f.severity <= Severity::Problem)
    }

    /// The row with this id.
    pub fn service(&self, id: &str) -> Option<&ServiceRow> {
        self.services.iter().find(|s| s.id.0 == id)
    }
}

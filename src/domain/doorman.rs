//! The doorman test (SIP ALG): what was sent from inside, line by line, and what arrived outside; and the same for the
//! answer on its way back. Compares and sums up; what to do about it is the judge's business.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::service::Transport;
use crate::domain::sip_compare::{ChangedLine, changed_lines};

/// The port that every doorman watches (RFC 3261 section 19.1.2).
pub const USUAL_PORT: u16 = 5060;

/// Which port a letter leaves from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Leaving {
    /// Any free one.
    #[default]
    AnyPort,
    /// Port 5060. Only from the phone system itself and on request: from a PC it can take the phone system's own place on
    /// the street side of a simple router.
    UsualPort,
}

/// One message sent to one port of a standing helper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoormanTest {
    /// UDP or TCP.
    pub transport: Transport,
    /// Destination port.
    pub port: u16,
    /// Lines as sent.
    pub sent: Vec<String>,
    /// Lines as they arrived; none: nothing did.
    pub arrived: Option<Vec<String>>,
    /// The answer came back.
    pub reply: bool,
    /// Lines of the answer as it left the helper; none: it gave none.
    #[serde(default)]
    pub reply_sent: Option<Vec<String>>,
    /// Lines of the answer as it came back here.
    #[serde(default)]
    pub reply_arrived: Option<Vec<String>>,
    /// This computer's own trouble, so that nothing was sent.
    #[serde(default)]
    pub trouble: Option<String>,
    /// Lines that changed on the way out; set when the report is made.
    #[serde(default)]
    pub changed: Vec<ChangedLine>,
    /// Lines that changed on the way back; set when the report is made.
    #[serde(default)]
    pub reply_changed: Vec<ChangedLine>,
    /// When it was sent.
    pub at: Timestamp,
}

/// What became of one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    /// It arrived as it was sent, and so did the answer.
    Untouched,
    /// It arrived, and it or its answer was changed on the way.
    Rewritten,
    /// It never arrived.
    Lost,
    /// It arrived as it was sent, and its answer never came back.
    AnswerLost,
    /// This computer could not send it.
    NotSent,
}

impl Fate {
    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Untouched => "untouched",
            Self::Rewritten => "rewritten",
            Self::Lost => "lost",
            Self::AnswerLost => "answer-lost",
            Self::NotSent => "not-sent",
        }
    }
}

/// Whom a doorman follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// Only what goes to the usual port: elsewhere the same letter passes.
    UsualPort,
    /// Every letter, whatever the port.
    EveryPort,
    /// Too few ports were tried to tell.
    Unknown,
}

impl Follows {
    /// Name in text files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::UsualPort => "usual-port",
            Self::EveryPort => "every-port",
            Self::Unknown => "unknown",
        }
    }
}

impl DoormanTest {
    /// What became of it.
    pub fn fate(&self) -> Fate {
        if self.trouble.is_some() {
            return Fate::NotSent;
        }
        match &self.arrived {
            None => Fate::Lost,
            Some(_) if !self.changes().is_empty() || !self.changes_back().is_empty() => Fate::Rewritten,
            Some(_) if self.reply_sent.is_some() && !self.reply => Fate::AnswerLost,
            Some(_) => Fate::Untouched,
        }
    }

    /// Lines that are not the same here and there.
    pub fn changes(&self) -> Vec<ChangedLine> {
        self.arrived.as_ref().map(|arrived| changed_lines(&self.sent, arrived)).unwrap_or_default()
    }

    /// The same for the answer.
    pub fn changes_back(&self) -> Vec<ChangedLine> {
        let both = self.reply_sent.as_ref().zip(self.reply_arrived.as_ref());
        both.map(|(sent, arrived)| changed_lines(sent, arrived)).unwrap_or_default()
    }

    /// The test with its changed lines put in.
    #[must_use]
    pub fn compared(&self) -> Self {
        Self { changed: self.changes(), reply_changed: self.changes_back(), ..self.clone() }
    }

    /// For example `UDP 5060`.
    pub fn name(&self) -> String {
        format!("{} {}", self.transport.name(), self.port)
    }

    /// True when it went the same way on the same port, so that the newer one counts.
    pub fn same_way(&self, other: &Self) -> bool {
        (self.transport, self.port) == (other.transport, other.port)
    }
}

/// Whom the doorman of these tests follows, if there is one.
pub fn follows(tests: &[DoormanTest]) -> Follows {
    let rewritten = |t: &&DoormanTest| t.fate() == Fate::Rewritten;
    if tests.iter().filter(rewritten).any(|t| t.port != USUAL_PORT) {
        return Follows::EveryPort;
    }
    // Another port only tells something over the same transport: many doormen read UDP alone.
    let passed_elsewhere = |t: &DoormanTest| {
        tests.iter().any(|o| {
            o.transport == t.transport && o.port != t.port && matches!(o.fate(), Fate::Untouched | Fate::AnswerLost)
        })
    };
    if tests.iter().filter(rewritten).any(passed_elsewhere) { Follows::UsualPort } else { Follows::Unknown }
}

/// Messages that vanished although others like them passed there and back: somebody keeps them. When no answer to any of
/// them came back, nobody can tell whose fault it is: the street may let nothing in at all.
pub fn swallowed(tests: &[DoormanTest]) -> Vec<&DoormanTest> {
    let passed = |t: &DoormanTest| matches!(t.fate(), Fate::Untouched | Fate::Rewritten);
    if !tests.iter().any(passed) {
        return Vec::new();
    }
    tests.iter().filter(|t| matches!(t.fate(), Fate::Lost | Fate::AnswerLost)).collect()
}

/// Names of the lines that changed in any of these tests, each once, in the order of the message.
pub fn changed_names(tests: &[DoormanTest]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let ways = [DoormanTest::changes, DoormanTest::changes_back];
    for line in ways.iter().flat_map(|way| tests.iter().flat_map(way)) {
        if !names.contains(&line.name) {
            names.push(line.name);
        }
    }
    names
}

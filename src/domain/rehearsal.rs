//! A remote phone, played: one call with sound measured both ways, and calls that should ring after some quiet. What
//! was measured, and the plain grade that follows from it. Pure.

use std::net::{IpAddr, SocketAddr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::address;
use crate::domain::probe::Vantage;
use crate::domain::report::TopVerdict;

/// Seconds of quiet before each call of the ring test: a phone just used, one after a minute, one after three.
pub const WAITS: [u32; 3] = [10, 60, 180];

/// How long somebody may take to dial, in seconds.
pub const PATIENCE_SECS: u32 = 30;

/// The spare extension of every practice office.
#[derive(Clone, Copy, Debug)]
pub struct SparePhone {
    /// As the phones outside are told it.
    pub server: &'static str,
    /// The extension.
    pub user: &'static str,
    /// Everybody may know it: a practice office has nothing to steal.
    pub password: &'static str,
    /// Its echo.
    pub number: &'static str,
}

/// What to sign in with in a practice office.
pub const PRACTICE_PHONE: SparePhone =
    SparePhone { server: "203.0.113.7", user: "299", password: "practice", number: "*43" };

/// A second of a practice office's waits, in milliseconds.
pub const PRACTICE_SECOND_MS: u64 = 10;

/// One rehearsed call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rehearsal {
    /// The phone system as named by the person.
    pub server: String,
    /// The number called.
    pub number: String,
    /// When it began.
    pub at: Timestamp,
    /// The phone system took the phone in.
    pub registered: bool,
    /// Somebody or something picked up.
    pub answered: bool,
    /// Our sound arrived there; none: nothing tells.
    pub sound_out: Option<bool>,
    /// Sound arrived here; none: there was no call.
    pub sound_back: Option<bool>,
    /// Packets that did not come, of those that should have, in percent.
    pub loss_percent: Option<f64>,
    /// Interarrival jitter in milliseconds (RFC 3550).
    pub jitter_ms: Option<f64>,
    /// Milliseconds until our own sound came back.
    pub round_trip_ms: Option<f64>,
    /// Where the phone system asked sound to be sent.
    pub media: Option<SocketAddr>,
    /// Where the call was made from; none: nothing tells.
    #[serde(default)]
    pub vantage: Option<Vantage>,
    /// The address that the name of the phone system led to.
    #[serde(default)]
    pub address: Option<IpAddr>,
    /// This computer's own address as the phone system saw it.
    #[serde(default)]
    pub asker: Option<IpAddr>,
    /// What shows that our sound arrived there.
    #[serde(default)]
    pub shown_by: Option<ShownBy>,
    /// How far it got when it did not get on.
    #[serde(default)]
    pub trouble: Option<CallTrouble>,
    /// The status line that ended it, where one did.
    #[serde(default)]
    pub seen: Option<String>,
}

/// What shows that our sound arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShownBy {
    /// It came back.
    Echo,
    /// The other side counted our packets (RTCP receiver report, RFC 3550 section 6.4).
    Report,
    /// The other side hung up at our key (RFC 4733), as an echo does.
    Key,
}

/// Why a rehearsal did not get on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CallTrouble {
    /// Nobody answers for that name.
    NoSuchName,
    /// Nothing at that address answers.
    NoAnswer,
    /// The machine is there, and nothing listens for calls.
    NothingListens,
    /// This computer's own trouble.
    OwnTrouble,
    /// The password, or the extension's name, is wrong.
    WrongPassword,
    /// No such extension.
    NoSuchExtension,
    /// Another phone is registered there.
    ExtensionInUse,
    /// The phone system does not take the phone in for another reason.
    NotTakenIn,
    /// The number does not exist there.
    NoSuchNumber,
    /// Busy, or declined.
    Busy,
    /// It rang, and nobody picked up.
    NobodyPickedUp,
    /// The call failed for another reason.
    CallFailed,
    /// The other side speaks none of our codecs.
    NoCommonCodec,
}

impl CallTrouble {
    /// Key of the words, after `problem-call-`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NoSuchName => "no-such-name",
            Self::NoAnswer => "no-answer",
            Self::NothingListens => "nothing-listens",
            Self::OwnTrouble => "own-trouble",
            Self::WrongPassword => "wrong-password",
            Self::NoSuchExtension => "no-such-extension",
            Self::ExtensionInUse => "extension-in-use",
            Self::NotTakenIn => "not-taken-in",
            Self::NoSuchNumber => "no-such-number",
            Self::Busy => "busy",
            Self::NobodyPickedUp => "nobody-picked-up",
            Self::CallFailed => "failed",
            Self::NoCommonCodec => "no-common-codec",
        }
    }
}

/// One wait of the ring test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RingRound {
    /// Seconds without a word before the call.
    pub quiet_secs: u32,
    /// The phone rang.
    pub rang: bool,
    /// When the wait began.
    pub at: Timestamp,
    /// Where the phone stood; none: nothing tells.
    #[serde(default)]
    pub vantage: Option<Vantage>,
    /// The address that the name of the phone system led to.
    #[serde(default)]
    pub address: Option<IpAddr>,
}

/// Which way sound goes, seen from the phone outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// From the phone to the office.
    Out,
    /// From the office to the phone.
    Back,
}

impl Way {
    /// Value in the words.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Out => "out",
            Self::Back => "back",
        }
    }
}

/// How the sound of a call was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sound {
    /// Both ways.
    BothWays,
    /// Only one way: this one is dead.
    Dead(Way),
    /// Nothing came back, and nothing shows that ours arrived.
    None,
    /// Sound came back; whether ours arrived, nothing tells.
    OutUnknown,
}

/// A plain grade of what people hear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// As on any good line.
    Good,
    /// Words get through, with gaps or delay.
    Usable,
    /// People will complain.
    Poor,
}

impl Grade {
    /// Key of the words, after `grade-`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Usable => "usable",
            Self::Poor => "poor",
        }
    }
}

/// Where a played phone stood: outside only where the phone system saw another street than its own.
pub fn vantage(phone_system: IpAddr, asker: Option<IpAddr>) -> Option<Vantage> {
    if !address::can_be_street(phone_system) {
        return Some(Vantage::Inside);
    }
    let asker = asker?;
    let is_outside = asker != phone_system && address::can_be_street(asker);
    Some(if is_outside { Vantage::Outside } else { Vantage::Inside })
}

impl Rehearsal {
    /// A call that has only begun.
    pub fn begun(server: &str, number: &str, at: Timestamp) -> Self {
        Self {
            server: server.to_owned(),
            number: number.to_owned(),
            at,
            registered: false,
            answered: false,
            sound_out: None,
            sound_back: None,
            loss_percent: None,
            jitter_ms: None,
            round_trip_ms: None,
            media: None,
            vantage: None,
            address: None,
            asker: None,
            shown_by: None,
            trouble: None,
            seen: None,
        }
    }

    /// How the sound was; none: there was no call.
    pub fn sound(&self) -> Option<Sound> {
        if !self.answered {
            return None;
        }
        Some(match (self.sound_out, self.sound_back?) {
            (Some(true), true) => Sound::BothWays,
            (Some(true), false) => Sound::Dead(Way::Back),
            (Some(false), true) => Sound::Dead(Way::Out),
            (None, true) => Sound::OutUnknown,
            (Some(false) | None, false) => Sound::None,
        })
    }

    /// True when this call proves the way from the street: from outside, with sound both ways.
    pub fn proves_voice(&self) -> bool {
        self.vantage == Some(Vantage::Outside) && self.sound() == Some(Sound::BothWays)
    }

    /// One sentence over this rehearsal and the waits that followed it.
    pub fn verdict(&self, rings: &[RingRound]) -> TopVerdict {
        let Some(sound) = self.sound() else { return TopVerdict::CouldNotCheck };
        let is_fine = sound == Sound::BothWays && self.grade() != Some(Grade::Poor) && rings.iter().all(|r| r.rang);
        if is_fine { TopVerdict::Ready } else { TopVerdict::ActionNeeded }
    }

    /// The grade of the sound; none where no sound came back.
    pub fn grade(&self) -> Option<Grade> {
        if self.sound_back != Some(true) {
            return None;
        }
        let rating =
            rating(self.loss_percent.unwrap_or(0.0), self.jitter_ms.unwrap_or(0.0), self.round_trip_ms.unwrap_or(0.0));
        // ITU-T G.109 table 1: from 80 on users are satisfied, from 60 on some or many are not, below that the
        // category itself is called poor.
        Some(if rating >= 80.0 {
            Grade::Good
        } else if rating >= 60.0 {
            Grade::Usable
        } else {
            Grade::Poor
        })
    }
}

/// The transmission rating R of ITU-T G.107 for G.711 with loss concealment, everything else at its default values.
/// Loss is what was measured, for an echo both ways together, so the grade is never too kind.
fn rating(loss_percent: f64, jitter_ms: f64, round_trip_ms: f64) -> f64 {
    /// R with all defaults of G.107.
    const BEST: f64 = 93.2;
    /// One packet, and a phone's buffer of twice the jitter.
    const PACKET_MS: f64 = 20.0;
    /// Robustness of G.711 with concealment to loss (G.113 appendix I).
    const ROBUSTNESS: f64 = 25.1;
    let delay = round_trip_ms / 2.0 + PACKET_MS + 2.0 * jitter_ms;
    // The usual straight lines for G.107's delay impairment; their corner of 177 ms lies where G.114 begins to warn.
    let by_delay = 0.024 * delay + 0.11 * (delay - 177.3).max(0.0);
    let by_loss = 95.0 * loss_percent / (loss_percent + ROBUSTNESS);
    BEST - by_delay - by_loss
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(loss: f64, jitter: f64, round_trip: f64) -> Rehearsal {
        Rehearsal {
            registered: true,
            answered: true,
            sound_out: Some(true),
            sound_back: Some(true),
            loss_percent: Some(loss),
            jitter_ms: Some(jitter),
            round_trip_ms: Some(round_trip),
            vantage: Some(Vantage::Outside),
            shown_by: Some(ShownBy::Echo),
            ..Rehearsal::begun("office.example", "*43", "2026-11-28T12:00:00Z".parse().unwrap())
        }
    }

    #[test]
    fn only_another_street_is_outside() {
        for (server, asker, expected) in [
            ("192.168.77.20", Some("11.22.33.60"), Some(Vantage::Inside)),
            ("11.22.33.2", Some("11.22.33.60"), Some(Vantage::Outside)),
            ("11.22.33.2", Some("11.22.33.2"), Some(Vantage::Inside)),
            ("11.22.33.2", Some("192.168.77.1"), Some(Vantage::Inside)),
            ("11.22.33.2", None, None),
        ] {
            let read = |text: &str| text.parse::<IpAddr>().unwrap();
            assert_eq!(vantage(read(server), asker.map(read)), expected, "{server} {asker:?}");
        }
    }

    #[test]
    fn the_grade_follows_loss_jitter_and_delay() {
        for (loss, jitter, round_trip, grade) in [
            (0.0, 0.0, 0.0, Grade::Good),
            (0.0, 5.0, 60.0, Grade::Good),
            (1.0, 10.0, 120.0, Grade::Good),
            (4.0, 10.0, 100.0, Grade::Usable),
            (0.0, 5.0, 600.0, Grade::Usable),
            (5.0, 20.0, 150.0, Grade::Usable),
            (0.0, 60.0, 800.0, Grade::Poor),
            (25.0, 5.0, 60.0, Grade::Poor),
        ] {
            assert_eq!(heard(loss, jitter, round_trip).grade(), Some(grade), "{loss} {jitter} {round_trip}");
        }
        assert_eq!(Rehearsal { sound_back: Some(false), ..heard(0.0, 0.0, 0.0) }.grade(), None);
    }

    #[test]
    fn every_pair_of_ways_is_told_apart() {
        let with = |out, back| Rehearsal { sound_out: out, sound_back: back, ..heard(0.0, 0.0, 0.0) };
        for (out, back, sound) in [
            (Some(true), Some(true), Some(Sound::BothWays)),
            (Some(true), Some(false), Some(Sound::Dead(Way::Back))),
            (Some(false), Some(true), Some(Sound::Dead(Way::Out))),
            (None, Some(true), Some(Sound::OutUnknown)),
            (None, Some(false), Some(Sound::None)),
            (Some(false), Some(false), Some(Sound::None)),
            (None, None, None),
        ] {
            assert_eq!(with(out, back).sound(), sound, "{out:?} {back:?}");
        }
        assert!(with(Some(true), Some(true)).proves_voice());
        let inside = Rehearsal { vantage: Some(Vantage::Inside), ..heard(0.0, 0.0, 0.0) };
        assert!(!inside.proves_voice(), "from inside it proves only the phone system");
    }

    #[test]
    fn a_report_of_the_first_version_is_still_read() {
        let old = r#"{"server":"s","number":"*43","at":"2026-11-28T12:00:00Z","registered":true,"answered":true,
            "sound_out":true,"sound_back":true,"loss_percent":0.0,"jitter_ms":1.0,"round_trip_ms":9.0,"media":null}"#;
        let read: Rehearsal = serde_json::from_str(old).unwrap();
        assert_eq!((read.vantage, read.trouble), (None, None));
        let old = r#"{"quiet_secs":10,"rang":true,"at":"2026-11-28T12:00:00Z"}"#;
        assert_eq!(serde_json::from_str::<RingRound>(old).unwrap().vantage, None);
    }
}

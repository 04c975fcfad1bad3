//! Whether there is a newer version of the program: what a vendor's server may say about it, and what an owner said to
//! being told. Whatever comes from the server is one number and one address to show; nothing else is done with it.

use std::fmt;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::preset::NewerAt;
use crate::domain::web_address::WebAddress;

/// Largest answer that is read.
pub const MOST_BYTES: usize = 4096;
/// Between two questions.
const BETWEEN: SignedDuration = SignedDuration::from_hours(24);
/// Digits of each number of a version.
const MOST_DIGITS: usize = 5;

/// Three numbers, compared one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version([u32; 3]);

impl Version {
    /// This program's own.
    pub fn own() -> Self {
        Self::read(env!("CARGO_PKG_VERSION")).unwrap_or(Self([0; 3]))
    }

    /// Reads `1.2.3`; none for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = [0; 3];
        let mut parts = text.split('.');
        for number in &mut numbers {
            let digits = parts.next()?;
            let plain = (1..=MOST_DIGITS).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
            *number = digits.parse().ok().filter(|_| plain && (digits.len() == 1 || !digits.starts_with('0')))?;
        }
        parts.next().is_none().then_some(Self(numbers))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self([major, minor, patch]) = self;
        write!(f, "{major}.{minor}.{patch}")
    }
}

/// A newer version, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Newer {
    /// Its number.
    pub version: Version,
    /// A page for people to open.
    pub address: WebAddress,
}

/// Why an answer is left aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Useless {
    /// Larger than [`MOST_BYTES`].
    TooLarge,
    /// No plain text, or with signs that are not to be seen.
    NotText,
    /// Not written as it should be.
    NotUnderstood,
    /// The version is no three numbers.
    NoVersion,
    /// The address is none that begins with `https://`.
    NoAddress,
    /// An older version than this one.
    Older,
}

impl Useless {
    /// Name in the log.
    pub const fn id(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::NotText => "not-text",
            Self::NotUnderstood => "not-understood",
            Self::NoVersion => "no-version",
            Self::NoAddress => "no-address",
            Self::Older => "older",
        }
    }
}

/// What stands in the file. Other keys are for later versions.
#[derive(Deserialize)]
struct Told {
    version: String,
    address: String,
}

/// Reads an answer. None: this version is the newest.
pub fn read(bytes: &[u8], own: Version) -> Result<Option<Newer>, Useless> {
    if bytes.len() > MOST_BYTES {
        return Err(Useless::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Useless::NotText)?;
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Useless::NotText);
    }
    let told: Told = toml::from_str(text).map_err(|_| Useless::NotUnderstood)?;
    let version = Version::read(&told.version).ok_or(Useless::NoVersion)?;
    let address = WebAddress::read(&told.address).ok_or(Useless::NoAddress)?;
    match version.cmp(&own) {
        std::cmp::Ordering::Less => Err(Useless::Older),
        std::cmp::Ordering::Equal => Ok(None),
        std::cmp::Ordering::Greater => Ok(Some(Newer { version, address })),
    }
}

/// What the owner said to being told of newer versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Look once a day.
    Yes,
    /// Do not look.
    No,
}

/// The answer, and whom it was about: another server is another question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Name of the server.
    pub server: String,
    /// Whether it may be asked.
    pub answer: Answer,
}

impl NewerAt {
    /// What was said about this server, if anything was.
    pub fn said(&self, said: Option<&Said>) -> Option<Answer> {
        said.filter(|said| said.server == self.ask.authority()).map(|said| said.answer)
    }
}

/// True when a day has gone by. A clock that was wrong and went back makes no longer day.
pub fn is_due(asked: Option<Timestamp>, now: Timestamp) -> bool {
    asked.is_none_or(|asked| asked > now || now.duration_since(asked) >= BETWEEN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own() -> Version {
        Version::read("0.2.10").unwrap()
    }

    fn told(version: &str, address: &str) -> Result<Option<Newer>, Useless> {
        read(format!("version = \"{version}\"\naddress = \"{address}\"\n").as_bytes(), own())
    }

    #[test]
    fn a_newer_version_is_told_and_no_other_one() {
        let page = "https://downloads.example.com/x";
        let newer = told("0.10.0", page).unwrap().unwrap();
        assert_eq!((newer.version.to_string().as_str(), newer.address.to_string().as_str()), ("0.10.0", page));
        assert!(told("1.0.0", page).unwrap().is_some() && told("0.2.11", page).unwrap().is_some());
        assert_eq!(told("0.2.10", page), Ok(None));
        assert_eq!((told("0.2.9", page), told("0.1.99", page)), (Err(Useless::Older), Err(Useless::Older)));
        // What a later version adds to the file does not hide it from this one.
        let more = format!("version = \"9.0.0\"\naddress = \"{page}\"\nnotes = \"x\"\n[more]\nx = 1\n");
        assert!(read(more.as_bytes(), own()).unwrap().is_some());
    }

    #[test]
    fn hostile_answers_are_left_aside() {
        let page = "https://example.com/";
        let long = "9".repeat(400);
        for version in ["", "1", "1.2", "1.2.3.4", "1.2.3-beta", "v1.2.3", " 9.9.9", "9.9.09", "-1.0.0", "9.9.x", &long]
        {
            assert_eq!(told(version, page), Err(Useless::NoVersion), "{version}");
        }
        for address in ["", "http://example.com/", "javascript:alert(1)", "file:///etc/passwd", "https://a@b.example/"]
        {
            assert_eq!(told("9.0.0", address), Err(Useless::NoAddress), "{address}");
        }
        assert_eq!(told("9.0.0", "https://example.com/\\u001b[2J"), Err(Useless::NoAddress));
        assert_eq!(read(b"version = \"9.0.0\"\n\x1b[2J", own()), Err(Useless::NotText));
        assert_eq!(read(b"\xff\xfe", own()), Err(Useless::NotText));
        for text in ["", "<html>", "{\"version\": \"9.0.0\"}", "version = 9", "version = \"9.0.0\""] {
            assert_eq!(read(text.as_bytes(), own()), Err(Useless::NotUnderstood), "{text}");
        }
        let deep = format!("x = {}", "[".repeat(4000));
        assert_eq!(read(deep.as_bytes(), own()), Err(Useless::NotUnderstood));
        assert_eq!(read(&vec![b'#'; MOST_BYTES + 1], own()), Err(Useless::TooLarge));
    }

    #[test]
    fn a_yes_is_for_one_server() {
        let at = |ask: &str| NewerAt { ask: WebAddress::read(ask).unwrap(), pins: vec![[0; 32]] };
        let said = Said { server: "a.example:8443".to_owned(), answer: Answer::Yes };
        assert_eq!(at("https://a.example:8443/x").said(Some(&said)), Some(Answer::Yes));
        assert_eq!(at("https://a.example/x").said(Some(&said)), None);
        assert_eq!(at("https://b.example:8443/x").said(Some(&said)), None);
        assert_eq!(at("https://a.example:8443/x").said(None), None);
    }

    #[test]
    fn once_a_day_and_not_never_again() {
        let now: Timestamp = "2026-11-29T10:00:00Z".parse().unwrap();
        let before = |hours: i64| Some(now - SignedDuration::from_hours(hours));
        assert!(is_due(None, now) && is_due(before(24), now) && is_due(before(-1), now));
        assert!(!is_due(before(0), now) && !is_due(before(23), now));
    }
}

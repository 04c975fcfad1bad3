//! What the rehearsal needs to be told, what it may call, and the password that nobody else gets to see. Pure.

use std::fmt;

use zeroize::Zeroizing;

/// A password on its way to the phone system. It has no form that could be shown, logged or kept, and its bytes are
/// wiped with it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Password(Zeroizing<String>);

impl Password {
    /// Takes a password over.
    pub fn new(typed: String) -> Self {
        Self(Zeroizing::new(typed))
    }

    /// For a box that it is typed into.
    pub fn typed(&mut self) -> &mut String {
        &mut self.0
    }

    /// For the one place that answers a challenge with it.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(hidden)")
    }
}

/// Whom a played phone registers with, and as whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RehearsalOrder {
    /// Name or address of the phone system, as typed into a phone; `:port` may follow.
    pub server: String,
    /// Extension.
    pub user: String,
    /// Its password.
    pub password: Password,
    /// What to call.
    pub number: String,
    /// Adapter to leave through; none: the system's choice.
    pub interface: Option<String>,
    /// The code of the office that asked for it: what comes of it goes back there, and nowhere else is called.
    pub code: Option<String>,
}

impl RehearsalOrder {
    /// True when a phone can be played with this.
    pub fn can_sign_in(&self) -> bool {
        Place::parse(&self.server).is_some() && is_user(&self.user) && !self.password.is_empty()
    }
}

/// Why a number is not called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotCalled {
    /// It is none.
    NotANumber,
    /// Somebody would come.
    Emergency,
    /// It costs, and is a favourite of thieves.
    International,
    /// It costs by the minute.
    Premium,
}

impl NotCalled {
    /// Key of the words, after `problem-not-called-`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotANumber => "not-a-number",
            Self::Emergency => "emergency",
            Self::International => "international",
            Self::Premium => "premium",
        }
    }
}

/// Emergency numbers of the world (ITU-T E.161.1 recommends 112 and 911; the others are national ones in use).
const EMERGENCY: [&str; 36] = [
    "000", "015", "017", "018", "061", "066", "080", "100", "101", "102", "103", "104", "105", "106", "107", "108",
    "110", "111", "112", "113", "114", "115", "116", "117", "118", "119", "120", "122", "123", "144", "190", "192",
    "193", "911", "933", "999",
];

/// Beginnings of numbers that cost by the minute, with the country's own prefix: North America 900 and 976, Germany 0900
/// and 0190, the United Kingdom 09, 087 and 084, France 089, Italy 899, Spain 803, 806 and 807, Australia 190.
const PREMIUM: [&str; 16] = [
    "1900", "900", "1976", "976", "0900", "0190", "0137", "09", "087", "084", "089", "899", "803", "806", "807", "190",
];

/// Longest number or name that is called.
const LONGEST: usize = 20;

/// Shortest number that leads out of the office: what is shorter is an extension or a service of the phone system.
const OUTSIDE: usize = 7;

/// The number without the signs that people write between digits, or why it is not called.
pub fn callable(typed: &str) -> Result<String, NotCalled> {
    let number: String = typed.chars().filter(|c| !matches!(c, ' ' | '-' | '/' | '(' | ')' | '.')).collect();
    if number.starts_with('+') {
        return Err(NotCalled::International);
    }
    let is_dialled = |c: char| c.is_ascii_alphanumeric() || matches!(c, '*' | '#' | '_');
    if number.is_empty() || number.len() > LONGEST || !number.chars().all(is_dialled) {
        return Err(NotCalled::NotANumber);
    }
    if number.eq_ignore_ascii_case("sos") || number.to_ascii_lowercase().starts_with("sos_") {
        return Err(NotCalled::Emergency);
    }
    if !number.chars().all(|c| c.is_ascii_digit()) {
        return Ok(number);
    }
    // One or two digits may fetch an outside line first.
    let tries = [Some(number.as_str()), number.get(1..), number.get(2..)];
    for (stripped, digits) in tries.into_iter().flatten().enumerate() {
        let fetched_a_line = number.get(..stripped).is_some_and(|p| p.chars().all(|c| matches!(c, '0' | '8' | '9')));
        if !fetched_a_line {
            continue;
        }
        if EMERGENCY.contains(&digits) {
            return Err(NotCalled::Emergency);
        }
        if digits.len() < OUTSIDE {
            continue;
        }
        if digits.starts_with("00") || digits.starts_with("011") {
            return Err(NotCalled::International);
        }
        if PREMIUM.iter().any(|p| digits.starts_with(p)) {
            return Err(NotCalled::Premium);
        }
    }
    Ok(number)
}

/// The usual port for calls (RFC 3261 section 19.1.2).
const USUAL_PORT: u16 = 5060;

/// Longest name of a phone system (RFC 1035 section 2.3.4).
const LONGEST_HOST: usize = 253;

/// Where a phone system is, as phones are told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Name or address, without brackets.
    pub host: String,
    /// Where calls are taken.
    pub port: u16,
}

impl Place {
    /// Reads `name`, `address`, `name:port` or `[IPv6]:port`. None for what is no such thing.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let (host, port) = match typed.strip_prefix('[') {
            Some(rest) => {
                let (host, after) = rest.split_once(']')?;
                (host, if after.is_empty() { None } else { Some(after.strip_prefix(':')?) })
            }
            None if typed.matches(':').count() == 1 => typed.split_once(':').map(|(h, p)| (h, Some(p)))?,
            None => (typed, None),
        };
        let port = port.map_or(Some(USUAL_PORT), |p| p.parse().ok().filter(|p| *p != 0))?;
        let is_address = host.parse::<std::net::IpAddr>().is_ok();
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        let is_name = !host.is_empty() && host.len() <= LONGEST_HOST && host.chars().all(fits);
        (is_address || is_name).then(|| Self { host: host.to_owned(), port })
    }

    /// As it stands in a SIP address.
    pub fn in_uri(&self) -> String {
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        if self.port == USUAL_PORT { host } else { format!("{host}:{}", self.port) }
    }
}

/// Longest name of an extension.
const LONGEST_USER: usize = 64;

/// True for a name that can stand in front of the `@` as it is (RFC 3261 section 25.1, unreserved).
pub fn is_user(typed: &str) -> bool {
    let fits = |c: char| c.is_ascii_alphanumeric() || "-_.!~*'()&=+$,".contains(c);
    !typed.is_empty() && typed.len() <= LONGEST_USER && typed.chars().all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        let order = RehearsalOrder {
            server: "office.example".to_owned(),
            user: "299".to_owned(),
            password: Password::new("correct horse".to_owned()),
            number: "*43".to_owned(),
            interface: None,
            code: None,
        };
        let shown = format!("{order:?} {:#?}", order.password);
        assert!(!shown.contains("horse") && shown.contains("hidden"), "{shown}");
    }

    #[test]
    fn echo_numbers_and_extensions_are_called() {
        for number in ["*43", "600", "*9196", "9196", "*777", "echo", "201", "9001", "1 02 3", "100#", "2999"] {
            assert!(callable(number).is_ok(), "{number}");
        }
        assert_eq!(callable("(030) 12-34 5").as_deref(), Ok("03012345"));
    }

    #[test]
    fn what_could_harm_or_cost_is_not_called() {
        for number in ["112", "911", "9911", "999", "000", "0112", "110", "00112", "sos", "1-1-2", "99 911"] {
            assert_eq!(callable(number), Err(NotCalled::Emergency), "{number}");
        }
        for number in ["+1", "+49 30 1234", "0049301234", "01144207946", "901144207946", "000441234567"] {
            assert_eq!(callable(number), Err(NotCalled::International), "{number}");
        }
        for number in ["1-900-555-1234", "09001234567", "919005551234", "0190123456", "0909 1234567", "9005551234"] {
            assert_eq!(callable(number), Err(NotCalled::Premium), "{number}");
        }
        for number in ["", " ", "1;2", "6\r\n00", "<600>", "600@elsewhere", "123456789012345678901", "sip:600"] {
            assert_eq!(callable(number), Err(NotCalled::NotANumber), "{number:?}");
        }
    }

    #[test]
    fn a_place_is_read_as_phones_are_told_it() {
        for (typed, host, port, uri) in [
            ("office.example", "office.example", 5060, "office.example"),
            (" 203.0.113.7:5160 ", "203.0.113.7", 5160, "203.0.113.7:5160"),
            ("2001:db8::7", "2001:db8::7", 5060, "[2001:db8::7]"),
            ("[2001:db8::7]:5080", "2001:db8::7", 5080, "[2001:db8::7]:5080"),
        ] {
            let place = Place::parse(typed).unwrap();
            assert_eq!((place.host.as_str(), place.port, place.in_uri().as_str()), (host, port, uri));
        }
        for typed in ["", "a b", "a@b", "office:0", "office:x", "office:70000", "[::1", "a\r\nb", "sip:a:5060", "a;b"] {
            assert_eq!(Place::parse(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn an_extension_that_could_break_a_message_is_none() {
        assert!(is_user("6001") && is_user("anna.smith") && is_user("op-7"));
        for user in ["", "a b", "a@b", "a\r\nb", "a>b", "a;b", "ä", "a\"b"] {
            assert!(!is_user(user), "{user:?}");
        }
    }
}

//! Answers a digest challenge (RFC 3261 section 22, RFC 7616, RFC 8760) with a password, which is sent to nobody and
//! tried once: a second challenge to a password that was never accepted means that it is wrong.

use http_auth::{DigestClient, PasswordParams, parse_challenges};

use crate::domain::dialling::Password;
use crate::net::sip_read::Reply;

/// Longest challenge that is looked at.
const LONGEST: usize = 2 * 1024;

/// A user, a password, and the challenge that was met last.
#[derive(Debug)]
pub(super) struct Credentials {
    user: String,
    password: Password,
    challenge: Option<Challenge>,
    /// Answered, and not yet known to be right.
    tried: bool,
    /// Known to be right.
    accepted: bool,
}

struct Challenge {
    header: &'static str,
    client: DigestClient,
}

impl std::fmt::Debug for Challenge {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.header)
    }
}

/// What a challenge leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    /// Send the request again, with an answer.
    Answer,
    /// The password was tried and not taken.
    Wrong,
    /// Nothing that we could answer.
    NotUnderstood,
}

impl Credentials {
    /// A user and the password.
    pub fn new(user: &str, password: &Password) -> Self {
        Self { user: user.to_owned(), password: password.clone(), challenge: None, tried: false, accepted: false }
    }

    /// A request was let in.
    pub const fn accept(&mut self) {
        if self.tried {
            self.accepted = true;
        }
    }

    /// True once the password was tried and nobody said that it is right.
    pub const fn is_doubtful(&self) -> bool {
        self.tried && !self.accepted
    }

    /// Takes in a 401 or 407.
    pub fn meet(&mut self, reply: &Reply) -> Next {
        let (asked, header) = match reply.status {
            407 => ("proxy-authenticate", "Proxy-Authorization"),
            _ => ("www-authenticate", "Authorization"),
        };
        // A server lists what it likes best first (RFC 8760 section 2.3).
        let Some(client) = reply.all(asked).filter(|c| c.len() <= LONGEST).find_map(client) else {
            return Next::NotUnderstood;
        };
        if self.is_doubtful() && !client.stale() {
            return Next::Wrong;
        }
        self.challenge = Some(Challenge { header, client });
        Next::Answer
    }

    /// The header line that answers the challenge met last, for one request. None before any was met.
    pub fn answer(&mut self, method: &str, uri: &str) -> Option<String> {
        let challenge = self.challenge.as_mut()?;
        let params = PasswordParams { username: &self.user, password: self.password.reveal(), uri, method, body: None };
        let value = challenge.client.respond(&params).ok()?;
        self.tried = true;
        Some(format!("{}: {value}", challenge.header))
    }
}

/// The first digest challenge of a header line that is understood.
fn client(value: &str) -> Option<DigestClient> {
    // Two blanks after the scheme are refused by the reader, and sent by some phone systems.
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    parse_challenges(&value).ok()?.iter().find_map(|challenge| DigestClient::try_from(challenge).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::sip_read::read_datagram;

    fn challenge(lines: &str) -> Reply {
        read_datagram(format!("SIP/2.0 401 Unauthorized\r\n{lines}\r\n\r\n").as_bytes()).unwrap()
    }

    fn credentials() -> Credentials {
        Credentials::new("Mufasa", &Password::new("Circle of Life".to_owned()))
    }

    fn value<'a>(line: &'a str, name: &str) -> &'a str {
        let start = line.find(&format!("{name}=")).unwrap_or_else(|| panic!("{name} in {line}")) + name.len() + 1;
        line[start..].trim_start_matches('"').split(['"', ',']).next().unwrap()
    }

    #[test]
    fn without_qop_the_answer_is_that_of_the_old_rfc() {
        // RFC 2069 as everybody computes it; checked against openssl: H(H(A1):nonce:H(A2)).
        let mut mine = Credentials::new("bob", &Password::new("zanzibar".to_owned()));
        let met = mine.meet(&challenge(
            r#"WWW-Authenticate: Digest  realm="biloxi.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093""#,
        ));
        assert_eq!(met, Next::Answer);
        let line = mine.answer("INVITE", "sip:bob@biloxi.com").unwrap();
        assert_eq!(value(&line, "response"), "bf57e4e0d0bffc0fbaedce64d59add5e");
        assert!(!line.contains("qop") && !line.contains("cnonce"), "{line}");
    }

    #[test]
    fn the_kind_that_the_server_likes_best_is_used_and_requests_are_counted() {
        let both = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=SHA-256, qop=\"auth,auth-int\"\r\n\
                    WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=MD5, qop=\"auth\"";
        let mut mine = credentials();
        assert_eq!(mine.meet(&challenge(both)), Next::Answer);
        let first = mine.answer("REGISTER", "sip:r").unwrap();
        assert_eq!((value(&first, "algorithm"), value(&first, "qop")), ("SHA-256", "auth"));
        assert_eq!((value(&first, "response").len(), value(&first, "nc")), (64, "00000001"));
        for _ in 0..8 {
            mine.answer("REGISTER", "sip:r").unwrap();
        }
        assert_eq!(value(&mine.answer("REGISTER", "sip:r").unwrap(), "nc"), "0000000a");
        let unknown = "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=AKAv1-MD5\r\n\
                       WWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=MD5, qop=\"auth\"";
        assert_eq!(credentials().meet(&challenge(unknown)), Next::Answer);
    }

    #[test]
    fn a_password_is_tried_once() {
        let plain = challenge("WWW-Authenticate: Digest realm=\"r\", nonce=\"1\", qop=\"auth\"");
        let mut mine = credentials();
        assert_eq!(mine.answer("REGISTER", "sip:r"), None, "nothing is sent unasked");
        assert_eq!(mine.meet(&plain), Next::Answer);
        assert!(mine.answer("REGISTER", "sip:r").is_some());
        assert_eq!(mine.meet(&plain), Next::Wrong);
        let stale = challenge("WWW-Authenticate: Digest realm=\"r\", nonce=\"2\", stale=true, qop=\"auth\"");
        assert_eq!(mine.meet(&stale), Next::Answer, "the password itself was right");
        mine.accept();
        assert_eq!(mine.meet(&plain), Next::Answer, "another request may bring another nonce");
    }

    #[test]
    fn what_cannot_be_answered_is_not() {
        for line in [
            "",
            "WWW-Authenticate: Basic realm=\"r\"",
            "WWW-Authenticate: Digest realm=\"r\"",
            "WWW-Authenticate: nonsense \u{1}",
        ] {
            assert_eq!(credentials().meet(&challenge(line)), Next::NotUnderstood, "{line}");
        }
        let long = format!("WWW-Authenticate: Digest realm=\"{}\", nonce=\"1\"", "r".repeat(3000));
        assert_eq!(credentials().meet(&challenge(&long)), Next::NotUnderstood);
    }

    #[test]
    fn nothing_of_it_shows_the_password() {
        let mut mine = credentials();
        mine.meet(&challenge("WWW-Authenticate: Digest realm=\"r\", nonce=\"1\", qop=\"auth\""));
        let line = mine.answer("REGISTER", "sip:r").unwrap();
        assert!(!format!("{mine:?} {line}").contains("Circle"));
    }
}

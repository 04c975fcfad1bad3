//! What a helper's log calls its visitors: never by their address.

use std::net::IpAddr;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

/// Names for visitors in the log: the same for one day, and never to be turned back into an address.
#[derive(Default)]
pub(super) struct Names {
    day: Option<i64>,
    secret: [u8; 32],
}

impl Names {
    /// The name of an address on this day.
    pub(super) fn of(&mut self, ip: IpAddr, at: Timestamp) -> String {
        let day = at.as_second().div_euclid(86_400);
        if self.day != Some(day) {
            // Without fresh chance nobody is named at all.
            if getrandom::fill(&mut self.secret).is_err() {
                return "unnamed".to_owned();
            }
            self.day = Some(day);
        }
        let mut hash = Sha256::new();
        hash.update(self.secret);
        hash.update(ip.to_string());
        let digest: [u8; 32] = hash.finalize().into();
        digest.iter().take(4).fold(String::new(), |name, byte| format!("{name}{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_has_one_name_a_day_and_another_one_tomorrow() {
        let mut names = Names::default();
        let (morning, night) = ("2026-11-23T00:00:01Z".parse().unwrap(), "2026-11-23T23:59:59Z".parse().unwrap());
        let (visitor, other) = ("8.8.8.8".parse().unwrap(), "8.8.4.4".parse().unwrap());
        let name = names.of(visitor, morning);
        assert_eq!(names.of(visitor, night), name, "what one did on a day can be told apart");
        assert_ne!(names.of(other, night), name);
        assert_ne!(names.of(visitor, "2026-11-24T00:00:00Z".parse().unwrap()), name, "and followed no longer");
        // Whoever tries all addresses there are does not come to it either: another helper has other names.
        assert_ne!(Names::default().of(visitor, morning), name);
    }
}

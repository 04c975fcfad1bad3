//! What this computer itself keeps the program from: sends that it turns down, answers that its firewall keeps out. Only
//! what was seen; what it means the judge says.

use serde::{Deserialize, Serialize};

use crate::domain::probe::Outcome;

/// Looked for where the office's own router did not answer the search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostFilter {
    /// This computer's system, as the programming language names it: `linux`, `macos`, `windows` or another.
    pub system: String,
    /// The search of the whole local network was turned down by this computer, before anything left it.
    #[serde(default)]
    pub search_turned_down: bool,
    /// So was the search of the router by its own address.
    #[serde(default)]
    pub router_turned_down: bool,
    /// Over a connection the router described itself all the same.
    #[serde(default)]
    pub described: bool,
    /// What a name server in the office answered to a datagram.
    #[serde(default = "not_checked")]
    pub by_datagram: Outcome,
    /// What the same one answered to the same question over a connection.
    #[serde(default = "not_checked")]
    pub by_connection: Outcome,
}

const fn not_checked() -> Outcome {
    Outcome::NotChecked
}

impl HostFilter {
    /// Nothing tried yet on a system of this name.
    pub fn on(system: &str) -> Self {
        Self {
            system: system.to_owned(),
            search_turned_down: false,
            router_turned_down: false,
            described: false,
            by_datagram: Outcome::NotChecked,
            by_connection: Outcome::NotChecked,
        }
    }

    /// Datagrams come back to nobody here: one machine answered a connection and not the same question by datagram.
    pub fn is_deaf(&self) -> bool {
        self.by_datagram == Outcome::Silent && self.by_connection == Outcome::Answered
    }

    /// The program may not speak to the office's network. A Mac gives one permission for all of it, and lets some programs
    /// speak to the router without (TN3179); elsewhere a rule may be about the search alone.
    pub fn is_mute(&self) -> bool {
        self.search_turned_down && (self.router_turned_down || self.system == "macos")
    }

    /// Worth keeping in a report.
    pub fn is_telling(&self) -> bool {
        self.is_deaf() || self.search_turned_down || self.described
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_alone_is_no_firewall() {
        let seen = |by_datagram, by_connection| HostFilter { by_datagram, by_connection, ..HostFilter::on("linux") };
        assert!(seen(Outcome::Silent, Outcome::Answered).is_deaf());
        for (datagram, connection) in [
            (Outcome::Silent, Outcome::Silent),
            (Outcome::Silent, Outcome::Refused),
            (Outcome::Answered, Outcome::Answered),
            (Outcome::Refused, Outcome::Answered),
            (Outcome::NotChecked, Outcome::Answered),
        ] {
            assert!(!seen(datagram, connection).is_deaf(), "{datagram:?} {connection:?}");
        }
    }

    #[test]
    fn a_mac_turns_everything_down_and_others_may_turn_down_the_search_alone() {
        for (system, router_turned_down, mute) in
            [("macos", false, true), ("macos", true, true), ("windows", false, false), ("linux", true, true)]
        {
            let seen = HostFilter { search_turned_down: true, router_turned_down, ..HostFilter::on(system) };
            assert_eq!(seen.is_mute(), mute, "{system}, router {router_turned_down}");
            assert!(!HostFilter { router_turned_down: true, ..HostFilter::on(system) }.is_mute(), "{system}");
        }
    }
}

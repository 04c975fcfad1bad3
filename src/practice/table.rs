//! The practice router's list of mappings and its moods: what it says yes to, with which code it says no, and where
//! a port of the street leads. No sockets.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::time::Instant;

use crate::domain::service::Transport;
use crate::practice::scenario::RouterStory;
use crate::practice::street::{PC, STREET};

/// Seven days, what a version 2 router makes of lease 0 (miniupnpd).
const LONGEST_LEASE: u32 = 604_800;

/// Longer descriptions get 605, as from routers with a fixed field.
const LONGEST_DESCRIPTION: usize = 64;

/// A UPnP error code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Refusal(pub(super) u16);

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) port: u16,
    pub(super) protocol: Transport,
    pub(super) client: Ipv4Addr,
    pub(super) inside_port: u16,
    pub(super) description: String,
    pub(super) enabled: bool,
    ends: Option<Instant>,
}

impl Line {
    /// Seconds left; 0 is until removed.
    pub(super) fn lease(&self, now: Instant) -> u32 {
        let Some(end) = self.ends else { return 0 };
        let left = end.saturating_duration_since(now);
        u32::try_from(left.as_secs() + u64::from(left.subsec_nanos() > 0)).unwrap_or(u32::MAX)
    }

    fn has_ended(&self, now: Instant) -> bool {
        self.ends.is_some_and(|end| end <= now)
    }
}

/// What an `AddPortMapping` asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) remote_host: String,
    pub(super) port: u16,
    pub(super) protocol: Transport,
    pub(super) inside_port: u16,
    pub(super) client: Ipv4Addr,
    pub(super) enabled: bool,
    pub(super) description: String,
    pub(super) lease: u32,
}

/// The list and the router's character.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) story: RouterStory,
    lines: Vec<Line>,
}

impl Table {
    /// The list as the story begins.
    pub(super) fn new(story: &RouterStory, now: Instant) -> Self {
        let lines = story.mappings.iter().flat_map(|m| {
            (m.ports.first..=m.ports.last).map(move |port| Line {
                port,
                protocol: m.protocol,
                client: m.to,
                inside_port: m.inside_port.unwrap_or(port),
                description: m.description.clone(),
                enabled: m.enabled,
                ends: ends(m.lease, now),
            })
        });
        Self { lines: lines.collect(), story: story.clone() }
    }

    /// Adds or renews a line. Every asker is the practice PC.
    pub(super) fn add(&mut self, wish: Wish, now: Instant) -> Result<(), Refusal> {
        self.forget_ended(now);
        let story = &self.story;
        if !wish.remote_host.is_empty() {
            return Err(Refusal(726));
        }
        if wish.port == 0 {
            return Err(Refusal(716));
        }
        if wish.inside_port == 0 {
            return Err(Refusal(732));
        }
        if wish.description.len() > LONGEST_DESCRIPTION {
            return Err(Refusal(605));
        }
        // Without an address outside, miniupnpd disables forwarding and answers every request with 501.
        if story.wan_address.is_empty() {
            return Err(Refusal(501));
        }
        if let Some(code) = story.refuses_others.filter(|_| wish.client != PC) {
            return Err(Refusal(code));
        }
        if let Some(code) = story.refuses_low_ports.filter(|_| wish.port < 1024) {
            return Err(Refusal(code));
        }
        let refused = story.refuses.iter().find(|r| r.ports.contains(wish.port));
        if let Some(refused) = refused {
            return Err(Refusal(refused.code));
        }
        if story.permanent_only && wish.lease != 0 {
            return Err(Refusal(725));
        }
        let held = self.position(wish.port, wish.protocol);
        if held.and_then(|at| self.lines.get(at)).is_some_and(|line| line.client != wish.client) {
            return Err(Refusal(718));
        }
        if held.is_none() && self.lines.len() >= story.max_entries {
            return Err(Refusal(story.when_full));
        }
        if story.forgets {
            return Ok(());
        }
        let lease = match (story.version, wish.lease) {
            (2.., 0) => LONGEST_LEASE,
            (_, asked) => asked.min(LONGEST_LEASE),
        };
        let line = Line {
            port: wish.port,
            protocol: wish.protocol,
            client: wish.client,
            inside_port: wish.inside_port,
            description: wish.description,
            enabled: wish.enabled,
            ends: ends(lease, now),
        };
        match held.and_then(|at| self.lines.get_mut(at)) {
            Some(known) => *known = line,
            None => self.lines.push(line),
        }
        Ok(())
    }

    /// Removes a line.
    pub(super) fn delete(&mut self, port: u16, protocol: Transport, now: Instant) -> Result<(), Refusal> {
        self.forget_ended(now);
        let at = self.position(port, protocol).ok_or(Refusal(714))?;
        let others = self.lines.get(at).is_some_and(|line| line.client != PC);
        if let Some(code) = self.story.refuses_others.filter(|_| others) {
            return Err(Refusal(code));
        }
        self.lines.remove(at);
        Ok(())
    }

    /// The line at an index; 713 is the normal end of the list.
    pub(super) fn at(&self, index: usize, now: Instant) -> Result<&Line, Refusal> {
        self.lines.iter().filter(|l| !l.has_ended(now)).nth(index).ok_or(Refusal(713))
    }

    /// The line of a port.
    pub(super) fn specific(&self, port: u16, protocol: Transport, now: Instant) -> Result<&Line, Refusal> {
        let line = self.position(port, protocol).and_then(|at| self.lines.get(at));
        line.filter(|l| !l.has_ended(now)).ok_or(Refusal(714))
    }

    /// Where a port of the street leads to, if the practice router lets it pass. Rules made by hand go first, as in
    /// TP-Link's order: virtual servers, triggering, UPnP, DMZ.
    pub(super) fn leads_to(&self, protocol: Transport, port: u16, now: Instant) -> Option<SocketAddr> {
        // Behind a carrier's or another router's address the street never reaches this router.
        if self.story.drops || self.story.wan_address.parse() != Ok(STREET) {
            return None;
        }
        let by_hand = self.story.by_hand.iter().find(|r| r.protocol == protocol && r.ports.contains(port));
        if let Some(rule) = by_hand {
            return Some(SocketAddr::new(IpAddr::V4(rule.to), port));
        }
        let line = self.specific(port, protocol, now).ok().filter(|l| l.enabled)?;
        Some(SocketAddr::new(IpAddr::V4(line.client), line.inside_port))
    }

    /// When the next lease ends.
    pub(super) fn next_end(&self) -> Option<Instant> {
        self.lines.iter().filter_map(|l| l.ends).min()
    }

    /// Drops lines whose lease has ended; true when there were some.
    pub(super) fn forget_ended(&mut self, now: Instant) -> bool {
        let before = self.lines.len();
        self.lines.retain(|l| !l.has_ended(now));
        self.lines.len() != before
    }

    fn position(&self, port: u16, protocol: Transport) -> Option<usize> {
        self.lines.iter().position(|l| l.port == port && l.protocol == protocol)
    }
}

fn ends(lease: u32, now: Instant) -> Option<Instant> {
    (lease != 0).then(|| now + Duration::from_secs(u64::from(lease)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::street::PHONE_SYSTEM;

    fn router(moods: &str) -> Table {
        let text = format!(
            "make = \"a\"\nmodel = \"b\"\nfriendly_name = \"c\"\nserver = \"d\"\nwan_address = \"203.0.113.7\"\n{moods}"
        );
        Table::new(&toml::from_str(&text).unwrap(), Instant::now())
    }

    fn wish(port: u16, client: Ipv4Addr) -> Wish {
        Wish {
            remote_host: String::new(),
            port,
            protocol: Transport::Udp,
            inside_port: port,
            client,
            enabled: true,
            description: "SeparateEntrance".to_owned(),
            lease: 0,
        }
    }

    #[test]
    fn each_mood_has_its_own_code() {
        let now = Instant::now();
        for (moods, change, expected) in [
            ("version = 1", wish(5060, PHONE_SYSTEM), Ok(())),
            ("version = 1\nrefuses_others = 718", wish(5060, PHONE_SYSTEM), Err(718)),
            ("version = 1\nrefuses_others = 718", wish(5060, PC), Ok(())),
            ("version = 2\nrefuses_others = 606", wish(5060, PHONE_SYSTEM), Err(606)),
            ("version = 2\nrefuses_low_ports = 606", wish(443, PHONE_SYSTEM), Err(606)),
            ("version = 2\nrefuses = [{ ports = [5060, 5061], code = 729 }]", wish(5060, PHONE_SYSTEM), Err(729)),
            ("version = 2\nrefuses = [{ ports = [5060, 5061], code = 729 }]", wish(5062, PHONE_SYSTEM), Ok(())),
            ("version = 1\npermanent_only = true", Wish { lease: 60, ..wish(5060, PHONE_SYSTEM) }, Err(725)),
            ("version = 1\nmax_entries = 0\nwhen_full = 402", wish(5060, PHONE_SYSTEM), Err(402)),
            ("version = 1", Wish { remote_host: "192.0.2.1".to_owned(), ..wish(5060, PHONE_SYSTEM) }, Err(726)),
            ("version = 1", wish(0, PHONE_SYSTEM), Err(716)),
            ("version = 1", Wish { inside_port: 0, ..wish(5060, PHONE_SYSTEM) }, Err(732)),
            ("version = 1", Wish { description: "x".repeat(65), ..wish(5060, PHONE_SYSTEM) }, Err(605)),
        ] {
            let mut table = router(moods);
            let port = change.port;
            assert_eq!(table.add(change, now), expected.map_err(Refusal), "{moods}");
            let reads_back = table.specific(port, Transport::Udp, now).is_ok();
            assert_eq!(reads_back, expected.is_ok(), "{moods}");
        }
    }

    #[test]
    fn without_an_address_outside_every_request_fails() {
        let now = Instant::now();
        let mut table = router("version = 1");
        table.story.wan_address = String::new();
        assert_eq!(table.add(wish(5060, PHONE_SYSTEM), now), Err(Refusal(501)));
    }

    #[test]
    fn a_port_of_another_device_is_a_conflict_and_ones_own_is_renewed() {
        let now = Instant::now();
        let mut table = router("version = 1");
        table.add(wish(5060, PC), now).unwrap();
        assert_eq!(table.add(wish(5060, PHONE_SYSTEM), now), Err(Refusal(718)));
        table.add(Wish { lease: 600, ..wish(5060, PC) }, now).unwrap();
        assert_eq!(table.at(0, now).unwrap().lease(now), 600);
        assert_eq!(table.at(1, now), Err(Refusal(713)));
    }

    #[test]
    fn a_forgetful_router_says_yes_and_keeps_nothing() {
        let now = Instant::now();
        let mut table = router("version = 1\nforgets = true");
        assert_eq!(table.add(wish(5060, PHONE_SYSTEM), now), Ok(()));
        assert_eq!(table.specific(5060, Transport::Udp, now), Err(Refusal(714)));
    }

    #[test]
    fn leases_end_and_version_2_knows_no_forever() {
        let start = Instant::now();
        let mut table = router("version = 2");
        table.add(wish(5060, PHONE_SYSTEM), start).unwrap();
        assert_eq!(table.specific(5060, Transport::Udp, start).unwrap().lease(start), LONGEST_LEASE);
        table.add(Wish { lease: 60, ..wish(5060, PHONE_SYSTEM) }, start).unwrap();
        assert!(table.leads_to(Transport::Udp, 5060, start).is_some());
        let later = start + Duration::from_secs(61);
        assert_eq!(table.leads_to(Transport::Udp, 5060, later), None);
        assert_eq!(table.delete(5060, Transport::Udp, later), Err(Refusal(714)));
    }

    #[test]
    fn the_street_leads_in_only_where_it_reaches_this_router() {
        let now = Instant::now();
        let rule = "\n[[by_hand]]\nprotocol = \"udp\"\nports = [5060, 5061]\nto = \"192.168.77.20\"";
        let open = router(&format!("version = 1{rule}"));
        assert_eq!(open.leads_to(Transport::Udp, 5061, now), "192.168.77.20:5061".parse().ok());
        assert_eq!(open.leads_to(Transport::Tcp, 5061, now), None);
        let off = "\n[[mapping]]\nprotocol = \"udp\"\nports = [5060, 5060]\nto = \"192.168.77.20\"\nenabled = false\n\
                   description = \"\"";
        let switched_off = router(&format!("version = 1{off}"));
        assert!(switched_off.specific(5060, Transport::Udp, now).is_ok());
        assert_eq!(switched_off.leads_to(Transport::Udp, 5060, now), None);
        let dead = router(&format!("version = 1\ndrops = true{rule}"));
        assert_eq!(dead.leads_to(Transport::Udp, 5061, now), None);
        let mut tower = router(&format!("version = 1{rule}"));
        tower.story.wan_address = "100.64.1.2".to_owned();
        assert_eq!(tower.leads_to(Transport::Udp, 5061, now), None);
    }
}

//! The practice router's list of mappings and its moods: what it says yes to, with which code it says no, and where
//! a port of the street leads. No sockets.

use std::collections::BTreeSet;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::time::Duration;

use tokio::time::Instant;

use crate::domain::service::Transport;
use crate::practice::pinhole::Openings;
use crate::practice::scenario::RouterStory;
use crate::practice::street::{PHONE_SYSTEM, STREET};

/// Seven days, what a version 2 router makes of lease 0 (miniupnpd).
const LONGEST_LEASE: u32 = 604_800;

/// One day, what many PCP servers give at most.
const LONGEST_CLAIM: u32 = 86_400;

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
    /// Listed, and nobody gets through.
    dead: bool,
    /// Of the PCP client that asked; none for NAT-PMP and UPnP.
    nonce: Option<[u8; 12]>,
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
    /// The one computer that asks.
    pub(super) asker: Ipv4Addr,
    started: Instant,
    lines: Vec<Line>,
    /// Openings over IPv6.
    pub(super) openings: Openings,
    /// Ports that were taken out at least once.
    taken_out: BTreeSet<(Transport, u16)>,
}

/// What a PCP or NAT-PMP client asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    pub(super) protocol: Transport,
    pub(super) inside_port: u16,
    pub(super) port: u16,
    pub(super) secs: u32,
    pub(super) nonce: Option<[u8; 12]>,
    /// This port or none.
    pub(super) exact: bool,
}

/// Why not; the two protocols have numbers of their own for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denied {
    NotAuthorized,
    NoAddress,
    NoRoom,
    Taken,
}

impl Table {
    /// The list as the story begins.
    pub(super) fn new(story: &RouterStory, asker: Ipv4Addr, now: Instant) -> Self {
        let lines = story.mappings.iter().flat_map(|m| {
            (m.ports.first..=m.ports.last).map(move |port| Line {
                port,
                protocol: m.protocol,
                client: m.to,
                inside_port: m.inside_port.unwrap_or(port),
                description: m.description.clone(),
                enabled: m.enabled,
                dead: false,
                nonce: None,
                ends: ends(m.lease, now),
            })
        });
        let lines = lines.collect();
        Self {
            lines,
            story: story.clone(),
            asker,
            started: now,
            openings: Openings::default(),
            taken_out: BTreeSet::new(),
        }
    }

    /// Seconds since the router began to keep its list.
    pub(super) fn up(&self, now: Instant) -> u32 {
        let since = u32::try_from(now.saturating_duration_since(self.started).as_secs()).unwrap_or(u32::MAX);
        since.saturating_add(self.story.up_secs)
    }

    /// Grants the asker an entrance to itself, gives it more time, or takes it back: port outside and seconds.
    pub(super) fn claim(&mut self, claim: Claim, now: Instant) -> Result<(u16, u32), Denied> {
        self.forget_ended(now);
        if self.story.wan_address.parse::<Ipv4Addr>().is_err() {
            return Err(Denied::NoAddress);
        }
        let (asker, protocol) = (self.asker, claim.protocol);
        let mine = |l: &Line| l.client == asker && l.protocol == protocol && l.inside_port == claim.inside_port;
        let known = self.lines.iter().position(mine);
        // Another nonce is another client's (RFC 6887 section 11.3).
        if known.and_then(|at| self.lines.get(at)).is_some_and(|l| l.nonce.is_some() && l.nonce != claim.nonce) {
            return Err(Denied::NotAuthorized);
        }
        if claim.secs == 0 {
            if let Some(line) = known.map(|at| self.lines.remove(at)) {
                self.taken_out.insert((line.protocol, line.port));
            }
            return Ok((0, 0));
        }
        let secs = claim.secs.min(LONGEST_CLAIM);
        if let Some(line) = known.and_then(|at| self.lines.get_mut(at)) {
            line.ends = ends(secs, now);
            return Ok((line.port, secs));
        }
        if self.lines.len() >= self.story.max_entries {
            return Err(Denied::NoRoom);
        }
        let is_taken = |port: u16| {
            let by_hand = self.story.by_hand.iter().any(|r| r.protocol == protocol && r.ports.contains(port));
            by_hand || self.position(port, protocol).is_some() || (self.story.grants_another_port && port == claim.port)
        };
        if claim.exact && is_taken(claim.port) {
            return Err(Denied::Taken);
        }
        let port = (claim.port..=u16::MAX).find(|p| !is_taken(*p)).ok_or(Denied::Taken)?;
        let dead = self.is_dead(protocol, port);
        let (client, inside_port, ends) = (asker, claim.inside_port, ends(secs, now));
        let (description, nonce) = (String::new(), claim.nonce);
        self.lines.push(Line { port, protocol, client, inside_port, description, enabled: true, dead, nonce, ends });
        Ok((port, secs))
    }

    fn is_dead(&self, protocol: Transport, port: u16) -> bool {
        self.story.dead_at_first && !self.taken_out.contains(&(protocol, port))
    }

    /// Adds or renews a line.
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
        if let Some(code) = story.refuses_others.filter(|_| wish.client != self.asker) {
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
        if let Some(code) = story.refuses_no_end.filter(|_| wish.lease == 0) {
            return Err(Refusal(code));
        }
        let held = self.position(wish.port, wish.protocol);
        let others = held.and_then(|at| self.lines.get(at)).is_some_and(|line| line.client != wish.client);
        if others && !story.overwrites {
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
            client: story.taken_over_by.unwrap_or(wish.client),
            inside_port: wish.inside_port,
            description: story.renames.clone().unwrap_or(wish.description),
            enabled: wish.enabled,
            dead: self.is_dead(wish.protocol, wish.port),
            nonce: None,
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
        let others = self.lines.get(at).is_some_and(|line| line.client != self.asker);
        if let Some(code) = self.story.refuses_others.filter(|_| others).or(self.story.refuses_taking_out) {
            return Err(Refusal(code));
        }
        let line = self.lines.remove(at);
        self.taken_out.insert((line.protocol, line.port));
        Ok(())
    }

    /// The line at an index; 713 is the normal end of the list, and some routers have another.
    pub(super) fn at(&self, index: usize, now: Instant) -> Result<&Line, Refusal> {
        self.lines.iter().filter(|l| !l.has_ended(now)).nth(index).ok_or(Refusal(self.story.list_ends_with))
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
        let line = self.specific(port, protocol, now).ok().filter(|l| l.enabled && !l.dead)?;
        Some(SocketAddr::new(IpAddr::V4(line.client), line.inside_port))
    }

    /// The same over IPv6, where nothing is translated: an opening lets visitors through to the phone system.
    pub(super) fn leads_over_ipv6(&self, protocol: Transport, port: u16, now: Instant) -> Option<SocketAddr> {
        let firewall = self.story.ipv6_firewall.filter(|f| self.openings.let_in(*f, protocol, port, now));
        firewall.map(|_| SocketAddr::new(IpAddr::V4(PHONE_SYSTEM), port))
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
    use crate::practice::street::PC;

    fn router(moods: &str) -> Table {
        let text = format!(
            "make = \"a\"\nmodel = \"b\"\nfriendly_name = \"c\"\nserver = \"d\"\nwan_address = \"203.0.113.7\"\n{moods}"
        );
        Table::new(&toml::from_str(&text).unwrap(), PC, Instant::now())
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
            ("version = 1\nrefuses_no_end = 402", wish(5060, PHONE_SYSTEM), Err(402)),
            ("version = 1\nrefuses_no_end = 402", Wish { lease: 604_800, ..wish(5060, PHONE_SYSTEM) }, Ok(())),
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
        let mut careless = router("version = 1\noverwrites = true");
        careless.add(wish(5060, PC), now).unwrap();
        careless.add(wish(5060, PHONE_SYSTEM), now).unwrap();
        assert_eq!(careless.specific(5060, Transport::Udp, now).unwrap().client, PHONE_SYSTEM);
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

    #[test]
    fn a_dead_entry_lives_after_it_was_taken_out_and_put_in_again() {
        let now = Instant::now();
        let mut table = router("version = 1\ndead_at_first = true");
        for passes in [false, true] {
            table.add(wish(5060, PHONE_SYSTEM), now).unwrap();
            assert!(table.specific(5060, Transport::Udp, now).is_ok());
            assert_eq!(table.leads_to(Transport::Udp, 5060, now).is_some(), passes);
            // Adding once more over it does not help.
            table.add(wish(5060, PHONE_SYSTEM), now).unwrap();
            assert_eq!(table.leads_to(Transport::Udp, 5060, now).is_some(), passes);
            table.delete(5060, Transport::Udp, now).unwrap();
        }
    }

    #[test]
    fn a_claim_is_renewed_by_its_own_nonce_and_by_no_other() {
        let now = Instant::now();
        let mut table = router("version = 1");
        let claim = |nonce: u8, secs: u32| Claim {
            protocol: Transport::Udp,
            inside_port: 5060,
            port: 5060,
            secs,
            nonce: Some([nonce; 12]),
            exact: true,
        };
        assert_eq!(table.claim(claim(1, 604_800), now), Ok((5060, LONGEST_CLAIM)));
        assert_eq!(table.claim(claim(1, 60), now), Ok((5060, 60)));
        assert_eq!(table.claim(claim(2, 60), now), Err(Denied::NotAuthorized));
        assert_eq!(table.claim(claim(2, 0), now), Err(Denied::NotAuthorized));
        assert_eq!(table.leads_to(Transport::Udp, 5060, now), "192.168.77.10:5060".parse().ok(), "to the asker");
        assert_eq!(table.claim(claim(1, 0), now), Ok((0, 0)));
        assert_eq!(table.leads_to(Transport::Udp, 5060, now), None);
        // Somebody else has the port outside.
        table.add(wish(5060, PHONE_SYSTEM), now).unwrap();
        assert_eq!(table.claim(claim(1, 60), now), Err(Denied::Taken));
        let any = Claim { exact: false, nonce: None, ..claim(1, 60) };
        assert_eq!(table.claim(any, now), Ok((5061, 60)));
    }
}

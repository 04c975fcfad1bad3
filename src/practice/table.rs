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
#[path = "table_tests.rs"]
mod tests;

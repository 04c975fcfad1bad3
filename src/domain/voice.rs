//! Voice ports knocked on from outside, answered by a witness on the phone system. Pure: ranges and what they say.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::service::{PortRange, ServiceId};

/// A voice range of at most this many ports is asked as a whole as soon as its witness has answered once.
pub const ASKED_WHOLE: u32 = 100;

/// Ports that stand for a longer range.
pub const SAMPLES: u32 = 4;

/// Most ports of a sweep; a whole voice range of the usual phone systems has 10,001.
pub const MOST_PORTS: u32 = 10_500;

/// A range in which a walker asks for voices: no port below is anybody's voice.
pub const fn can_be_asked(range: PortRange) -> bool {
    range.first >= 1024 && range.first < range.last
}

/// How many ports of a voice range a walk asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoiceLook {
    /// A few that stand for the range, or all of a short one.
    #[default]
    Sampled,
    /// Every one, where a witness answers.
    EveryPort,
}

/// One walk along a voice range. Only made where a witness answered: silence alone says nothing about voice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoiceWalk {
    /// The voice row.
    pub service: ServiceId,
    /// The part of its range that the witness stands for.
    pub ports: PortRange,
    /// Ports that were asked and that the witness holds.
    pub asked: Vec<PortRange>,
    /// Ports of these that do not pass; of many the first ones.
    pub missing: Vec<PortRange>,
    /// How many do not pass in all.
    pub missing_ports: u32,
    /// Ports that the phone system or somebody else holds, where no witness can stand.
    #[serde(default)]
    pub in_use: Vec<PortRange>,
    /// A port that arrives inside as another one.
    #[serde(default)]
    pub shifted: Option<Shifted>,
    /// Every port of `ports` was asked, but for those in use.
    pub swept: bool,
    /// When.
    pub at: Timestamp,
    /// The walker's own address.
    pub asker: Option<IpAddr>,
}

/// A port outside that leads to another one inside, where no voice is waiting for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shifted {
    /// As asked.
    pub outside: u16,
    /// Where it arrived.
    pub inside: u16,
}

impl VoiceWalk {
    /// Every missing port is named.
    pub fn names_all(&self) -> bool {
        count(&self.missing) == self.missing_ports
    }

    /// True when it speaks of no port outside `range`.
    pub fn is_about(&self, range: PortRange) -> bool {
        let mut told = self.asked.iter().chain(&self.missing).chain(&self.in_use);
        let shifted = self.shifted.is_none_or(|s| self.ports.contains(s.outside));
        contains(range, self.ports) && told.all(|stretch| contains(self.ports, *stretch)) && shifted
    }

    /// The same in few words: at most so many stretches of each kind. What is left out is not said to pass.
    #[must_use]
    pub fn shortened(mut self, most: usize) -> Self {
        if self.asked.len() > most {
            self.asked.truncate(most);
            self.swept = false;
        }
        self.missing.truncate(most);
        self.in_use.truncate(most);
        self
    }

    /// Ports that are proved to pass. None while some missing ones are not named.
    pub fn passed(&self) -> Vec<PortRange> {
        if self.names_all() { without(&self.asked, &self.missing) } else { Vec::new() }
    }
}

/// What all walks of a check say together about some ports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoiceSeen {
    /// Asked by anybody.
    pub asked: Vec<PortRange>,
    /// Passed for somebody.
    pub passed: Vec<PortRange>,
    /// Passed for nobody.
    pub missing: Vec<PortRange>,
    /// Missing ones that nobody named.
    pub more: u32,
    /// Held by the phone system itself.
    pub in_use: Vec<PortRange>,
    /// A port that arrives as another one.
    pub shifted: Option<Shifted>,
}

impl VoiceSeen {
    /// Reads some walks for the ports of `range`. What passed once passed: it is proved, whoever was silent elsewhere.
    pub fn of<'w>(walks: impl IntoIterator<Item = &'w VoiceWalk>, range: PortRange) -> Self {
        let mut seen = Self::default();
        for walk in walks {
            // Missing ones that are not named may lie outside the range; of a whole walk they do not.
            if contains(range, walk.ports) {
                seen.more = seen.more.max(walk.missing_ports.saturating_sub(count(&walk.missing)));
            }
            seen.asked = merged(seen.asked.into_iter().chain(within(&walk.asked, range)));
            seen.passed = merged(seen.passed.into_iter().chain(within(&walk.passed(), range)));
            seen.missing = merged(seen.missing.into_iter().chain(within(&walk.missing, range)));
            seen.in_use = merged(seen.in_use.into_iter().chain(within(&walk.in_use, range)));
            seen.shifted = seen.shifted.or(walk.shifted.filter(|s| range.contains(s.outside)));
        }
        seen.missing = without(&seen.missing, &seen.passed);
        seen
    }

    /// True when a port did not pass for anybody.
    pub fn is_partly_open(&self) -> bool {
        !self.missing.is_empty() || self.more > 0
    }

    /// True when enough ports of `range` were asked to stand for it, and all of these passed.
    pub fn proves(&self, range: PortRange) -> bool {
        let passed = count(&self.passed);
        let open = range.count().saturating_sub(count(&without(&self.in_use, &self.passed)));
        let enough = if range.count() <= ASKED_WHOLE { open } else { SAMPLES.min(open) };
        !self.is_partly_open() && passed > 0 && passed >= enough
    }
}

/// Ranges in order, those that touch made one.
pub fn merged(ranges: impl IntoIterator<Item = PortRange>) -> Vec<PortRange> {
    let mut sorted: Vec<PortRange> = ranges.into_iter().collect();
    sorted.sort_unstable();
    let mut merged: Vec<PortRange> = Vec::new();
    for range in sorted {
        match merged.last_mut() {
            Some(last) if u32::from(range.first) <= u32::from(last.last) + 1 => last.last = last.last.max(range.last),
            Some(_) | None => merged.push(range),
        }
    }
    merged
}

/// Single ports as ranges.
pub fn ranges(ports: impl IntoIterator<Item = u16>) -> Vec<PortRange> {
    merged(ports.into_iter().map(|port| PortRange::from((port, port))))
}

/// How many ports. The ranges must not overlap.
pub fn count(ranges: &[PortRange]) -> u32 {
    // A file may list the whole range as often as it likes.
    ranges.iter().fold(0, |sum, r| sum.saturating_add(r.count()))
}

/// The parts that lie in `range`.
pub fn within(ranges: &[PortRange], range: PortRange) -> Vec<PortRange> {
    let cut = |r: &PortRange| (r.first.max(range.first), r.last.min(range.last));
    ranges.iter().map(cut).filter(|(first, last)| first <= last).map(PortRange::from).collect()
}

/// What is left of `ranges` without `other`.
pub fn without(ranges: &[PortRange], other: &[PortRange]) -> Vec<PortRange> {
    let mut left = merged(ranges.iter().copied());
    for gone in other {
        let cut = |r: PortRange| {
            let before = gone.first.checked_sub(1).map(|last| (r.first, r.last.min(last)));
            let after = gone.last.checked_add(1).map(|first| (r.first.max(first), r.last));
            [before, after].into_iter().flatten().filter(|(first, last)| first <= last).map(PortRange::from)
        };
        left = left.into_iter().flat_map(cut).collect();
    }
    left
}

/// As people read it: single ports and ranges, the first `most` of them.
pub fn list(ranges: &[PortRange], most: usize) -> String {
    ranges.iter().take(most).map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn contains(outer: PortRange, inner: PortRange) -> bool {
    outer.contains(inner.first) && outer.contains(inner.last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(ports: (u16, u16), asked: &[(u16, u16)], missing: &[(u16, u16)]) -> VoiceWalk {
        let read = |ranges: &[(u16, u16)]| ranges.iter().map(|r| PortRange::from(*r)).collect::<Vec<_>>();
        VoiceWalk {
            service: ServiceId("rtp".to_owned()),
            ports: ports.into(),
            asked: read(asked),
            missing: read(missing),
            missing_ports: count(&read(missing)),
            in_use: Vec::new(),
            shifted: None,
            swept: false,
            at: "2026-11-23T12:00:00Z".parse().unwrap(),
            asker: None,
        }
    }

    #[test]
    fn ranges_are_put_together_and_taken_apart() {
        let some = ranges([10_003, 10_001, 10_000, 10_007]);
        assert_eq!(list(&some, 9), "10000-10001, 10003, 10007");
        assert_eq!(list(&some, 2), "10000-10001, 10003");
        assert_eq!(count(&some), 4);
        let whole = [PortRange::from((10_000, 10_009))];
        assert_eq!(list(&without(&whole, &some), 9), "10002, 10004-10006, 10008-10009");
        assert_eq!(without(&whole, &whole), []);
        assert_eq!(
            list(&without(&[PortRange::from((65_530, 65_535))], &[PortRange::from((65_535, 65_535))]), 9),
            "65530-65534"
        );
        assert_eq!(list(&within(&some, PortRange::from((10_001, 10_005))), 9), "10001, 10003");
    }

    #[test]
    fn what_passed_for_anybody_is_proved() {
        let range = PortRange::from((10_000, 10_009));
        let one = walk((10_000, 10_009), &[(10_000, 10_009)], &[(10_004, 10_005)]);
        let seen = VoiceSeen::of([&one], range);
        assert_eq!(list(&seen.missing, 9), "10004-10005");
        assert!(!seen.proves(range));
        let other = walk((10_000, 10_009), &[(10_004, 10_005)], &[]);
        let seen = VoiceSeen::of([&one, &other], range);
        assert!(seen.missing.is_empty() && seen.proves(range));
    }

    #[test]
    fn a_short_range_needs_every_port_and_a_long_one_four() {
        let short = PortRange::from((10_000, 10_009));
        let four =
            walk((10_000, 20_000), &[(10_000, 10_000), (13_000, 13_000), (17_000, 17_000), (20_000, 20_000)], &[]);
        assert!(!VoiceSeen::of([&four], short).proves(short), "one of ten");
        let long = PortRange::from((10_000, 20_000));
        assert!(VoiceSeen::of([&four], long).proves(long));
        let mut busy = walk((10_000, 10_009), &[(10_000, 10_007)], &[]);
        assert!(!VoiceSeen::of([&busy], short).proves(short));
        busy.in_use = vec![(10_008, 10_009).into()];
        assert!(VoiceSeen::of([&busy], short).proves(short), "the phone system holds the last two itself");
        assert!(!VoiceSeen::of([], long).proves(long));
    }

    #[test]
    fn ports_outside_the_proposed_range_do_not_count() {
        let proposed = PortRange::from((10_000, 10_009));
        let swept = walk((10_000, 20_000), &[(10_000, 20_000)], &[(10_010, 20_000)]);
        let seen = VoiceSeen::of([&swept], proposed);
        assert!(seen.missing.is_empty() && seen.proves(proposed));
    }

    #[test]
    fn missing_ports_that_are_not_named_prove_nothing() {
        let range = PortRange::from((10_000, 20_000));
        let mut cut = walk((10_000, 20_000), &[(10_000, 20_000)], &[(10_002, 10_002)]);
        cut.missing_ports = 7;
        let seen = VoiceSeen::of([&cut], range);
        assert_eq!((seen.more, seen.passed.len()), (6, 0));
        assert!(!seen.proves(range));
    }
}

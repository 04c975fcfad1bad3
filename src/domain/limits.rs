//! How many SIP messages one office may get from this machine, so that nobody is banned by being helped: stock ban
//! rules count every stranger's message. Pure: time is passed in, and the store keeps the ledger on disk.

use std::net::IpAddr;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::service::{ProbeKind, Transport};

/// Messages to one address in [`SHORT`].
pub const IN_TEN_MINUTES: u32 = 4;

/// Messages to one address in [`LONG`].
pub const IN_A_DAY: u32 = 20;

/// Messages of a day that looks without a person leave for the person's own checks.
pub const KEPT_FOR_PEOPLE: u32 = 8;

const SHORT: SignedDuration = SignedDuration::from_mins(10);
const LONG: SignedDuration = SignedDuration::from_hours(24);

/// Between two sweeps of one address's voice range.
pub const BETWEEN_SWEEPS: SignedDuration = SignedDuration::from_hours(1);

/// Rehearsed calls and ring tests of one phone system in [`SHORT`]. They have a budget of their own: a phone that is
/// let in is no stranger.
pub const CALLS_IN_TEN_MINUTES: usize = 6;

/// The same in [`LONG`].
pub const CALLS_IN_A_DAY: usize = 40;

/// Wrong passwords at one phone system in [`SHORT`]. Guards of the field ban from five failures on, and the
/// colleague's real phone shares their address.
pub const WRONG_IN_TEN_MINUTES: usize = 2;

/// RFC 3261 T1: nothing is sent a second time before it.
const FIRST_RESEND: Duration = Duration::from_millis(500);

/// Lines kept at most; the oldest go first.
const MOST_LINES: usize = 2000;

/// Which SIP messages went where, and when.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ledger {
    sent: Vec<Sent>,
    /// Voice ranges swept.
    #[serde(default)]
    swept: Vec<Sweep>,
    /// Phones played.
    #[serde(default)]
    played: Vec<Played>,
}

/// A phone played at one phone system.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Played {
    target: IpAddr,
    at: Timestamp,
    /// The password was wrong.
    wrong: bool,
}

/// A sweep of one address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Sweep {
    target: IpAddr,
    at: Timestamp,
}

/// Messages of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Sent {
    target: IpAddr,
    at: Timestamp,
    messages: u32,
}

impl Ledger {
    /// How many messages may still go to `target`.
    pub fn room(&self, target: IpAddr, now: Timestamp) -> u32 {
        self.room_of(target, now, IN_A_DAY)
    }

    /// How many of these a look may use that nobody asked for.
    pub fn spare_room(&self, target: IpAddr, now: Timestamp) -> u32 {
        self.room_of(target, now, IN_A_DAY - KEPT_FOR_PEOPLE)
    }

    fn room_of(&self, target: IpAddr, now: Timestamp, in_a_day: u32) -> u32 {
        let within = |span: SignedDuration| -> u32 {
            let lines = self.sent.iter().filter(|s| s.target == target && is_within(s.at, now, span));
            lines.fold(0, |sum, s| sum.saturating_add(s.messages))
        };
        let short = IN_TEN_MINUTES.saturating_sub(within(SHORT));
        short.min(in_a_day.saturating_sub(within(LONG)))
    }

    /// Takes room for `messages` before they are sent. False: there is none, nothing may be sent.
    pub fn take(&mut self, target: IpAddr, now: Timestamp, messages: u32) -> bool {
        self.forget_old(now);
        if messages > self.room(target, now) {
            return false;
        }
        if messages > 0 {
            self.sent.push(Sent { target, at: now, messages });
        }
        true
    }

    /// Gives back room that a question did not use.
    pub fn give_back(&mut self, target: IpAddr, at: Timestamp, messages: u32) {
        if let Some(line) = self.sent.iter_mut().rev().find(|s| s.target == target && s.at == at) {
            line.messages = line.messages.saturating_sub(messages);
        }
    }

    /// Takes room for a sweep before it begins: one an hour and address. False: it is too soon.
    pub fn take_sweep(&mut self, target: IpAddr, now: Timestamp) -> bool {
        self.swept.retain(|s| is_within(s.at, now, BETWEEN_SWEEPS));
        let surplus = self.swept.len().saturating_sub(MOST_LINES - 1);
        self.swept.drain(..surplus);
        if self.swept.iter().any(|s| s.target == target) {
            return false;
        }
        self.swept.push(Sweep { target, at: now });
        true
    }

    /// Takes room for one played phone before it says a word. False: it is too soon.
    pub fn take_play(&mut self, target: IpAddr, now: Timestamp) -> bool {
        self.played.retain(|p| is_within(p.at, now, LONG));
        let surplus = self.played.len().saturating_sub(MOST_LINES - 1);
        self.played.drain(..surplus);
        let here = || self.played.iter().filter(|p| p.target == target);
        let lately = || here().filter(|p| is_within(p.at, now, SHORT));
        if here().count() >= CALLS_IN_A_DAY
            || lately().count() >= CALLS_IN_TEN_MINUTES
            || lately().filter(|p| p.wrong).count() >= WRONG_IN_TEN_MINUTES
        {
            return false;
        }
        self.played.push(Played { target, at: now, wrong: false });
        true
    }

    /// Notes that the played phone of that moment had a wrong password.
    pub fn was_wrong(&mut self, target: IpAddr, at: Timestamp) {
        for line in self.played.iter_mut().filter(|p| p.target == target && p.at == at) {
            line.wrong = true;
        }
    }

    /// Takes over what another copy of this ledger knows and this one does not.
    pub fn merge(&mut self, other: &Self) {
        for line in &other.sent {
            // Two questions at the same moment make two equal lines.
            let count = |ledger: &[Sent]| ledger.iter().filter(|l| *l == line).count();
            if count(&self.sent) < count(&other.sent) {
                self.sent.push(line.clone());
            }
        }
        self.sent.sort_by_key(|s| s.at);
        for played in &other.played {
            match self.played.iter_mut().find(|p| p.target == played.target && p.at == played.at) {
                Some(known) => known.wrong |= played.wrong,
                None => self.played.push(played.clone()),
            }
        }
        for sweep in &other.swept {
            if !self.swept.contains(sweep) {
                self.swept.push(sweep.clone());
            }
        }
    }

    /// Lines from the future (a clock that was set back) count from now on as of now. Not for a ledger that has copies:
    /// theirs would no longer be the same lines.
    pub fn count_as_now(&mut self, now: Timestamp) {
        let sent = self.sent.iter_mut().map(|s| &mut s.at);
        let swept = self.swept.iter_mut().map(|s| &mut s.at);
        for at in sent.chain(swept) {
            *at = now.min(*at);
        }
    }

    fn forget_old(&mut self, now: Timestamp) {
        self.sent.retain(|s| s.messages > 0 && is_within(s.at, now, LONG));
        let surplus = self.sent.len().saturating_sub(MOST_LINES - 1);
        self.sent.drain(..surplus);
    }
}

/// Lines from the future (a clock that was set back) count as now rather than never.
fn is_within(at: Timestamp, now: Timestamp, span: SignedDuration) -> bool {
    now.duration_since(at) < span
}

/// SIP messages that a question may send: over UDP the second send included.
pub fn cost(kind: ProbeKind, transport: Transport) -> u32 {
    match (kind, transport) {
        (ProbeKind::Sip, Transport::Udp) => 2,
        (ProbeKind::Sip, Transport::Tcp) => 1,
        (
            ProbeKind::Iax2
            | ProbeKind::Xmpp
            | ProbeKind::Http
            | ProbeKind::Https
            | ProbeKind::Tls
            | ProbeKind::Tcp
            | ProbeKind::Rtp
            | ProbeKind::Ssh
            | ProbeKind::Mysql
            | ProbeKind::Ami
            | ProbeKind::Tftp
            | ProbeKind::None,
            Transport::Udp | Transport::Tcp,
        ) => 0,
    }
}

/// Requests that one safety test may send and a guard may count: a call sent twice at most, or two registrations asked
/// for. Acknowledging, taking back and saying goodbye end what one of these began and are no further try.
pub const SAFETY_TEST: u32 = 2;

/// What of [`cost`] was certainly not sent, because the outcome was known before a second send.
pub fn unused(kind: ProbeKind, transport: Transport, elapsed: Duration) -> u32 {
    if elapsed < FIRST_RESEND { cost(kind, transport).saturating_sub(1) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OFFICE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(11, 22, 33, 2));
    const OTHER: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(11, 22, 33, 3));

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minutes * 60).unwrap()
    }

    #[test]
    fn four_in_ten_minutes_and_not_one_more() {
        let mut ledger = Ledger::default();
        assert!(ledger.take(OFFICE, at(0), 2));
        assert!(ledger.take(OFFICE, at(1), 2));
        assert!(!ledger.take(OFFICE, at(9), 1));
        assert!(ledger.take(OTHER, at(9), 4), "another office has its own room");
        assert_eq!(ledger.room(OFFICE, at(10)), 2);
        assert!(!ledger.take(OFFICE, at(10), 3));
        assert!(ledger.take(OFFICE, at(10), 2));
    }

    #[test]
    fn twenty_a_day() {
        let mut ledger = Ledger::default();
        let taken = (0..48).filter(|i| ledger.take(OFFICE, at(i * 11), 2)).count();
        assert_eq!(taken, 10);
        assert!(!ledger.take(OFFICE, at(24 * 60 - 1), 1));
        assert!(ledger.take(OFFICE, at(24 * 60), 2));
    }

    #[test]
    fn a_look_that_nobody_asked_for_leaves_room_for_people() {
        let mut ledger = Ledger::default();
        let every_two_hours = (0..12).filter(|i| {
            let fits = ledger.spare_room(OFFICE, at(i * 120)) >= 2;
            fits && ledger.take(OFFICE, at(i * 120), 2)
        });
        assert_eq!(every_two_hours.count(), 6);
        assert_eq!(ledger.spare_room(OFFICE, at(23 * 60)), 0);
        assert_eq!(ledger.room(OFFICE, at(23 * 60)), 4, "a person may still ask");
    }

    #[test]
    fn an_early_answer_gives_room_back() {
        let mut ledger = Ledger::default();
        assert!(ledger.take(OFFICE, at(0), cost(ProbeKind::Sip, Transport::Udp)));
        ledger.give_back(OFFICE, at(0), unused(ProbeKind::Sip, Transport::Udp, Duration::from_millis(30)));
        assert_eq!(ledger.room(OFFICE, at(0)), 3);
        assert_eq!(unused(ProbeKind::Sip, Transport::Udp, Duration::from_millis(700)), 0);
        assert_eq!(unused(ProbeKind::Sip, Transport::Tcp, Duration::ZERO), 0);
    }

    #[test]
    fn two_copies_of_a_ledger_know_together_what_either_knows() {
        let mut one = Ledger::default();
        assert!(one.take(OFFICE, at(0), 1));
        let mut two = one.clone();
        assert!(one.take(OFFICE, at(1), 2));
        assert!(two.take(OFFICE, at(2), 1));
        one.merge(&two);
        assert_eq!(one.room(OFFICE, at(2)), 0);
        let mut twice = Ledger::default();
        assert!(twice.take(OFFICE, at(0), 1) && twice.take(OFFICE, at(0), 1));
        let mut empty = Ledger::default();
        empty.merge(&twice);
        empty.merge(&twice);
        assert_eq!(empty, twice);
    }

    #[test]
    fn one_sweep_an_hour_and_address_across_copies() {
        let mut ledger = Ledger::default();
        assert!(ledger.take_sweep(OFFICE, at(0)));
        assert!(!ledger.take_sweep(OFFICE, at(59)));
        assert!(ledger.take_sweep(OTHER, at(59)));
        let mut copy = Ledger::default();
        copy.merge(&ledger);
        copy.merge(&ledger);
        assert!(!copy.take_sweep(OFFICE, at(59)));
        assert!(copy.take_sweep(OFFICE, at(60)));
        let old: Ledger = serde_json::from_str(r#"{"sent":[]}"#).unwrap();
        assert_eq!(old, Ledger::default());
    }

    #[test]
    fn played_phones_have_a_budget_of_their_own_and_wrong_passwords_a_smaller_one() {
        let mut ledger = Ledger::default();
        assert!(ledger.take(OFFICE, at(0), 4));
        for _ in 0..CALLS_IN_TEN_MINUTES {
            assert!(ledger.take_play(OFFICE, at(0)));
        }
        assert!(!ledger.take_play(OFFICE, at(9)) && ledger.take_play(OTHER, at(9)));
        assert!(ledger.take_play(OFFICE, at(10)));
        let mut wrong = Ledger::default();
        for minute in [0, 1] {
            assert!(wrong.take_play(OFFICE, at(minute)));
            wrong.was_wrong(OFFICE, at(minute));
        }
        assert!(!wrong.take_play(OFFICE, at(9)), "a third guess could ban the whole street");
        let mut copy = Ledger::default();
        copy.merge(&wrong);
        assert!(!copy.take_play(OFFICE, at(9)) && copy.take_play(OFFICE, at(11)));
        let day = (0..100).filter(|i| ledger.take_play(OTHER, at(20 + i * 3))).count();
        assert_eq!(day, CALLS_IN_A_DAY - 1);
    }

    #[test]
    fn a_clock_set_back_gives_no_room() {
        let mut ledger = Ledger::default();
        assert!(ledger.take(OFFICE, at(600), 4));
        assert!(!ledger.take(OFFICE, at(0), 1));
    }

    #[test]
    fn the_ledger_survives_the_disk_and_stays_small() {
        let mut ledger = Ledger::default();
        for i in 0..3000_u32 {
            let target = IpAddr::V4(std::net::Ipv4Addr::from_bits(0x0B00_0000 + i));
            assert!(ledger.take(target, at(0), 4));
        }
        assert_eq!(ledger.sent.len(), MOST_LINES);
        let read: Ledger = serde_json::from_str(&serde_json::to_string(&ledger).unwrap()).unwrap();
        assert_eq!(read, ledger);
    }
}

//! The doors that the phone system itself uses, against those that the router opens and the profile takes for usual.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::domain::inside::{Driver, Inside, SipPort, VoiceRange};
use crate::domain::judge::facts::{Facts, is_from_outside, is_no_answer};
use crate::domain::judge::inside::{Line, SOUND, or_nothing, to_change};
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::menus;
use crate::domain::probe::{Outcome, Vantage};
use crate::domain::report::Severity;
use crate::domain::service::{PortRange, ProbeKind, Transport};
use crate::domain::voice::{self, VoiceSeen, VoiceWalk};

/// Stretches of ports that are named.
const MOST_NAMED: usize = 8;

/// Args: ports, range (the phone system's own), usual (the profile's), listed (what the router leads there; none), how
/// (shut: the router's list leaves some of them out; usual: only the profile says another), written (where the file says
/// another), first and last (a range that would fit the router's list), and the lines to change.
pub(super) const VOICE_RANGE_DIFFERS: Rule = Rule {
    code: "voice-range-differs",
    severity: Severity::Problem,
    hides: &["range-too-long-for-router"],
    find: |facts| {
        let Some((inside, range)) = facts.inside.and_then(|i| Some((i, i.voice.as_ref()?))) else { return Vec::new() };
        let Some(row) = facts.rows.iter().find(|r| r.service.is_voice_of_calls()) else { return Vec::new() };
        let usual = row.service.ports();
        let listed = listed(facts, usual, range.ports);
        let is_covered = voice::without(&[range.ports], &listed).is_empty();
        let left_out = !listed.is_empty() && !is_covered;
        if !left_out && range.ports == usual {
            return Vec::new();
        }
        // What the router lists is not all that it does: a rule made by hand may lead the rest. A proof of the listed
        // ports says nothing about the others.
        let is_proved = left_out && is_rest_proved(facts, row, range.ports, &listed);
        if is_proved && range.ports == usual {
            return Vec::new();
        }
        let wish = fitting(&listed, range.ports).unwrap_or(usual);
        let Some(found) = Found::about([row]) else { return Vec::new() };
        let told = (!listed.is_empty()).then(|| voice::list(&listed, MOST_NAMED));
        let found = found
            .arg("range", range.ports)
            .arg("usual", usual)
            .arg("how", if left_out && !is_proved { "shut" } else { "usual" })
            .arg("listed", or_nothing(told))
            .arg("written", or_nothing(range.written))
            .arg("first", wish.first)
            .arg("last", wish.last);
        let (now_first, now_last) = (range.ports.first.to_string(), range.ports.last.to_string());
        let lines = [
            Line::new("voice-range", &range.first, &now_first, wish.first.to_string()),
            Line::new("voice-range", &range.last, &now_last, wish.last.to_string()),
        ];
        let found = to_change(found, inside, &lines);
        let explains = if is_call_left_out(facts, range, &listed) { SOUND } else { &[] };
        vec![found.also_hiding(explains).outranked_by(!left_out || is_proved)]
    },
};

/// A witness over the whole range, or a call whose sound took a port that is not listed.
fn is_rest_proved(facts: &Facts<'_>, row: &Row<'_>, own: PortRange, listed: &[PortRange]) -> bool {
    let is_rest = |port: u16| own.contains(port) && !listed.iter().any(|r| r.contains(port));
    let call = facts.calls.outside.filter(|_| facts.calls.prove_voice());
    let by_call = call.and_then(|c| c.media).is_some_and(|media| is_rest(media.port()));
    let is_whole = |w: &&VoiceWalk| {
        let whole = w.ports.first <= own.first && own.last <= w.ports.last;
        whole && w.service == row.service.id && is_from_outside(facts.case, w.asker)
    };
    let seen = VoiceSeen::of(facts.case.voice.iter().filter(is_whole), own);
    by_call || (seen.proves(own) && !voice::without(&seen.passed, listed).is_empty())
}

/// Ports of either range that the router leads to the phone system.
fn listed(facts: &Facts<'_>, usual: PortRange, own: PortRange) -> Vec<PortRange> {
    let of = |range: PortRange| facts.table.right_lines(Transport::Udp, range);
    let ports: BTreeSet<u16> = of(usual).into_iter().chain(of(own)).map(|line| line.external_port).collect();
    voice::ranges(ports)
}

/// The longest stretch that the router leads, where it is long enough for two calls.
fn fitting(listed: &[PortRange], own: PortRange) -> Option<PortRange> {
    let longest = listed.iter().copied().max_by_key(|r| r.count())?;
    (longest.count() >= 4 && longest != own).then_some(longest)
}

/// The call that failed asked for its sound at a door that the router does not lead.
fn is_call_left_out(facts: &Facts<'_>, range: &VoiceRange, listed: &[PortRange]) -> bool {
    let Some((call, _)) = facts.calls.failing() else { return false };
    let media = call.media.filter(|_| call.vantage != Some(Vantage::Inside));
    media.is_some_and(|m| range.ports.contains(m.port()) && !listed.iter().any(|r| r.contains(m.port())))
}

/// Args: ports, asked (the doors that the answers want), really (those that are used), how (elsewhere, off or not-bound),
/// and the lines to change.
pub(super) const SIP_PORT_DIFFERS: Rule = Rule {
    code: "sip-port-differs",
    severity: Severity::Problem,
    hides: &["no-answer-outside", "service-not-running"],
    find: |facts| {
        let Some(inside) = facts.inside.filter(|i| !i.sip.is_empty()) else { return Vec::new() };
        let mut wrong: Vec<(&Row<'_>, How)> = Vec::new();
        for row in facts.selected().filter(|r| is_sip(r)) {
            let answers = row.is_proved || row.inside_outcome() == Outcome::Answered;
            if let Some(how) = how(inside, row).filter(|_| !answers) {
                wrong.push((row, how));
            }
        }
        let Some(how) = wrong.first().map(|(_, how)| *how) else { return Vec::new() };
        let rows: Vec<&Row<'_>> = wrong.iter().filter(|(_, h)| *h == how).map(|(row, _)| *row).collect();
        let asked: Vec<String> = rows.iter().map(|r| one(r.service.protocol, is_tls(r), r.ports.first)).collect();
        let really: BTreeSet<String> =
            inside.sip.iter().filter(|p| p.bound != Some(false)).map(|p| one(p.transport, p.tls, p.port)).collect();
        // In a file an address on the same line stays there; a page has a box for the number alone.
        let in_file = |p: &SipPort| !menus::has_page(inside, "sip-port", p.driver);
        let line = |p: &SipPort, port: u16| match p.host.as_ref().filter(|_| in_file(p)) {
            Some(host) => format!("{host}:{port}"),
            None => port.to_string(),
        };
        let now: Vec<String> = inside.sip.iter().map(|p| line(p, p.port)).collect();
        let mut lines = Vec::new();
        for row in &rows {
            let same = inside.sip.iter().zip(&now).filter(|(p, _)| is_kind(p, row));
            let same = same.min_by_key(|(p, _)| Reverse((p.bound != Some(false), phones(inside, p.driver))));
            lines.extend(same.map(|(p, now)| Line {
                driver: Some(p.driver),
                ..Line::new("sip-port", &p.place, now, line(p, row.ports.first))
            }));
        }
        let Some(found) = Found::about(rows) else { return Vec::new() };
        let really = (!really.is_empty()).then(|| really.into_iter().collect::<Vec<_>>().join(", "));
        let found = found.arg("asked", asked.join(", ")).arg("really", or_nothing(really)).arg("how", how.id());
        vec![to_change(found, inside, &lines)]
    },
};

/// How many phones a driver serves, those that are signed in first: of two drivers theirs is the door to move.
fn phones(inside: &Inside, driver: Driver) -> (usize, usize) {
    let own = || inside.extensions.iter().filter(|e| e.driver == driver);
    (own().filter(|e| !e.signed_in().is_empty()).count(), own().count())
}

/// The phone system is at home, and the settings of its own doors say why no door that was asked for gave an answer.
pub(in crate::domain::judge) fn waits_elsewhere(facts: &Facts<'_>) -> bool {
    let Some(inside) = facts.inside.filter(|i| !i.sip.is_empty() && is_at_home(i)) else { return false };
    let mut mute = facts.selected().filter(|r| is_sip(r) && is_no_answer(r.inside_outcome())).peekable();
    mute.peek().is_some() && mute.all(|row| how(inside, row).is_some())
}

/// It answered a question itself, or something holds a door of its own. On a busy box one of the two may not be read in
/// time, and where neither was, nothing speaks against it.
fn is_at_home(inside: &Inside) -> bool {
    let bound = || inside.sip.iter().map(|p| p.bound);
    inside.answered() || bound().any(|b| b == Some(true)) || bound().all(|b| b.is_none())
}

/// What is wrong with a door for calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    /// The same way of speaking, at another door.
    Elsewhere,
    /// Set, and nothing holds it.
    NotBound,
    /// This way of speaking is not switched on.
    Off,
}

impl How {
    const fn id(self) -> &'static str {
        match self {
            Self::Elsewhere => "elsewhere",
            Self::NotBound => "not-bound",
            Self::Off => "off",
        }
    }
}

fn how(inside: &Inside, row: &Row<'_>) -> Option<How> {
    let same: Vec<&SipPort> = inside.sip.iter().filter(|p| is_kind(p, row)).collect();
    let here: Vec<&&SipPort> = same.iter().filter(|p| row.ports.contains(p.port)).collect();
    if here.is_empty() {
        return Some(if same.is_empty() { How::Off } else { How::Elsewhere });
    }
    // What does not run holds no door, and no line is to be changed for that.
    (is_at_home(inside) && here.iter().all(|p| p.bound == Some(false))).then_some(How::NotBound)
}

fn is_sip(row: &Row<'_>) -> bool {
    row.is_signalling() && row.service.probe != ProbeKind::Iax2
}

fn is_tls(row: &Row<'_>) -> bool {
    row.service.probe == ProbeKind::Tls
}

fn is_kind(port: &SipPort, row: &Row<'_>) -> bool {
    port.transport == row.service.protocol && port.tls == is_tls(row)
}

fn one(transport: Transport, tls: bool, port: u16) -> String {
    format!("{port} {}{}", transport.name(), if tls { " (TLS)" } else { "" })
}

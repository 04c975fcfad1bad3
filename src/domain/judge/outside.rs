//! What was heard from outside, and what silence there is worth.

use std::collections::BTreeSet;
use std::net::IpAddr;

use crate::domain::address;
use crate::domain::change::{ChangeOutcome, ChangeResult};
use crate::domain::judge::facts::{
    Facts, SAME_TIME, is_guest, is_no_answer, is_of_one_visit, is_outside, is_seen_from_outside, knocks, old_knocks,
    silence_counts, walks_now, walks_of, wan,
};
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::probe::{Evidence, Family, Identity, Outcome};
use crate::domain::repair;
use crate::domain::report::{Listed, Looked, Severity, Street, Verdict, WalkReport, Walker};
use crate::domain::service::{Direction, Need, Transport};

pub(super) const RULES: [&Rule; 11] = [
    &MAPPING_LISTED_BUT_DEAD,
    &WRONG_MACHINE_ANSWERS,
    &BLOCKED_BEFORE_ROUTER,
    &VISITOR_SHUT_OUT,
    &NO_ANSWER_OUTSIDE,
    &HELPER_UNREACHABLE,
    &NOT_OUTSIDE,
    &WALK_PATH_UNPROVED,
    &NOT_SEEN_FROM_OUTSIDE,
    &GUEST_LIST_NOT_PROVED,
    &AUDIO_NOT_PROVED,
];

/// Args: `seen_inside`, `seen_outside`, ports.
const WRONG_MACHINE_ANSWERS: Rule = Rule {
    code: "wrong-machine-answers",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let wrong: Vec<&Row<'_>> = facts.selected().filter(|r| r.verdict == Verdict::WrongHost).collect();
        let shown: Vec<&Evidence> = wrong.iter().flat_map(|r| [r.inside, r.outside]).flatten().collect();
        let first = wrong.first().map(|r| (r.inside, r.outside));
        let Some((found, (inside, outside))) = Found::about(wrong).zip(first) else { return Vec::new() };
        vec![
            found
                .maybe("seen_inside", inside.and_then(seen))
                .maybe("seen_outside", outside.and_then(seen))
                .seen(facts, shown),
        ]
    },
};

/// What was seen; a colleague's code carries only the sixteen bits.
fn seen(evidence: &Evidence) -> Option<String> {
    evidence.seen.clone().or_else(|| evidence.fingerprint.map(|f| format!("#{:04x}", f.0)))
}

/// Name of a walker in text files.
const fn walker_id(walker: Walker) -> &'static str {
    match walker {
        Walker::Colleague => "colleague",
        Walker::StepOutside => "step-outside",
        Walker::Helper => "helper",
    }
}

/// Args: none.
const NOT_SEEN_FROM_OUTSIDE: Rule = Rule {
    code: "not-seen-from-outside",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        if !facts.looked(Looked::Network) || !(facts.looked(Looked::Inside) || facts.looked(Looked::PhoneSystem)) {
            return Vec::new();
        }
        if !is_seen_from_outside(facts.case) {
            return vec![Found::office()];
        }
        // An entrance that was opened after the last walk waits for the next one.
        let unseen = |r: &&Row<'_>| r.can_be_knocked() && r.outside_outcome() == Outcome::NotChecked;
        Found::about(facts.selected().filter(unseen)).into_iter().collect()
    },
};

/// Args: trouble, walker.
const HELPER_UNREACHABLE: Rule = Rule {
    code: "helper-unreachable",
    severity: Severity::Warning,
    hides: &["not-seen-from-outside"],
    find: |facts| {
        let failed = walks_now(facts.case).rev().find(|w| w.trouble.is_some());
        // Where somebody else saw the street at that hour, it does not matter.
        let is_seen = |failed: &WalkReport| {
            let mut others = facts.case.walks.iter().filter(|w| is_outside(w));
            others.any(|w| is_of_one_visit(Some(failed.at), w.at))
        };
        let Some(walk) = failed.filter(|failed| !is_seen(failed)) else { return Vec::new() };
        vec![Found::office().maybe("trouble", walk.trouble.as_ref()).arg("walker", walker_id(walk.walker))]
    },
};

/// Args: address (where the walk seemed to come from, when known), seen (inside or street), walker.
const NOT_OUTSIDE: Rule = Rule {
    code: "not-outside",
    severity: Severity::Warning,
    hides: &["not-seen-from-outside"],
    find: |facts| {
        let same = walks_now(facts.case).rev().find(|w| w.trouble.is_none() && w.street == Street::Same);
        let Some(walk) = same.filter(|_| !is_seen_from_outside(facts.case)) else { return Vec::new() };
        let seen = if walk.address.is_some_and(address::is_inside) { "inside" } else { "street" };
        let found = Found::office().maybe("address", walk.address).arg("seen", seen);
        vec![found.arg("walker", walker_id(walk.walker))]
    },
};

/// Args: walker, address (the walker's own street, when known), streets (one or several; lies where all that was wanted is
/// answered and no cabinet could be tried, because unused ports accept too), ports.
const WALK_PATH_UNPROVED: Rule = Rule {
    code: "walk-path-unproved",
    severity: Severity::Warning,
    hides: &[],
    find: |facts| {
        let mut unproved: Vec<&Row<'_>> = facts.selected().filter(|r| is_unproved(facts, r)).collect();
        // Whoever is told that all is open must hear that nobody knows what else is.
        let only_cabinets = unproved.is_empty();
        if only_cabinets {
            let cabinets = facts.rows.iter().filter(|r| r.service.need == Need::Never);
            unproved =
                cabinets.filter(|r| r.service.direction == Direction::Inbound && is_in_a_lie(facts, r)).collect();
        }
        let shown: Vec<&Evidence> = unproved.iter().filter_map(|r| r.outside).collect();
        let walk = shown.first().and_then(|e| walks_of(facts.case, e).last());
        let Some((found, walk)) = Found::about(unproved).zip(walk) else { return Vec::new() };
        let silent: BTreeSet<Option<IpAddr>> = knocks(facts.case).map(|e| e.asker).collect();
        let streets = match silent.len() {
            _ if only_cabinets => "lies",
            0 | 1 => "one",
            _ => "several",
        };
        let found = found.arg("walker", walker_id(walk.walker)).arg("streets", streets);
        vec![found.maybe("address", walk.address).seen(facts, shown)]
    },
};

/// Silent, or answered by the street itself, where neither the router's list nor the rest of the walk backs it up.
fn is_unproved(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    if row.outside_outcome() == Outcome::Failed {
        return is_in_a_lie(facts, row);
    }
    let list_agrees = row.listed == Listed::NotListed && !facts.list_leaves_out();
    is_no_answer(row.outside_outcome())
        && !list_agrees
        && row.verdict != Verdict::Guarded
        && !row.knocks.iter().any(|e| silence_counts(facts.case, e))
}

/// Accepted, where unused ports accepted too.
fn is_in_a_lie(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    row.outside_outcome() == Outcome::Failed
        && row.knocks.iter().any(|e| walks_of(facts.case, e).any(|w| w.street_lies))
}

/// Args: address (the visitor's, when known), known (yes or no), others (yes when somebody else is answered now), ports.
const VISITOR_SHUT_OUT: Rule = Rule {
    code: "visitor-shut-out",
    severity: Severity::Problem,
    hides: &["no-answer-outside", "walk-path-unproved"],
    find: |facts| {
        let mut found = Vec::new();
        let visitors: BTreeSet<Option<IpAddr>> = facts
            .selected()
            .flat_map(|r| heard(facts, r))
            .filter(|k| is_no_answer(k.evidence.outcome))
            .map(|k| k.evidence.asker)
            .collect();
        for visitor in visitors {
            let shut_out: Vec<&Row<'_>> = facts.selected().filter(|r| is_shut_out(facts, r, visitor)).collect();
            let knocks = shut_out.iter().flat_map(|r| r.knocks.iter().copied());
            let shown: Vec<&Evidence> = knocks.filter(|e| e.asker == visitor).collect();
            let known = if visitor.is_some() { "yes" } else { "no" };
            let others = if shut_out.iter().any(|r| r.is_proved) { "yes" } else { "no" };
            let about = Found::about(shut_out).map(|f| f.arg("known", known).arg("others", others));
            found.extend(about.map(|f| f.maybe("address", visitor).seen(facts, shown)));
        }
        found
    },
};

/// A knock of this check, or of a walk before it. Streets are compared across checks too: colleagues walk when they
/// can.
#[derive(Clone, Copy)]
struct Heard<'e> {
    evidence: &'e Evidence,
    now: bool,
}

fn heard<'f>(facts: &'f Facts<'_>, row: &'f Row<'_>) -> impl Iterator<Item = Heard<'f>> {
    let now = row.knocks.iter().map(|e| Heard { evidence: e, now: true });
    let before = facts.case.before.iter().flat_map(|b| &b.knocks).chain(old_knocks(facts.case));
    let same_door = |e: &&Evidence| {
        let office = facts.case.office.public_address;
        // Over IPv6 it was another door.
        e.family == Family::Ipv4
            && e.service.as_ref() == Some(&row.service.id)
            && office.is_none_or(|ip| ip == e.target.ip())
    };
    now.chain(before.filter(same_door).map(|e| Heard { evidence: e, now: false }))
}

/// Silent to this visitor only. A stranger who meets a guest list is meant to be shut out.
fn is_shut_out(facts: &Facts<'_>, row: &Row<'_>, visitor: Option<IpAddr>) -> bool {
    // Of a voice range one street may see more than another for reasons of its own.
    if row.service.is_voice() || (!facts.case.answers.trusted.is_empty() && !is_guest(facts.case, visitor)) {
        return false;
    }
    let all: Vec<Heard<'_>> = heard(facts, row).collect();
    let mine = |k: &Heard<'_>| k.evidence.asker == visitor;
    let is_answer = |k: &&Heard<'_>| k.evidence.outcome == Outcome::Answered;
    let answered_later = |silence: &Heard<'_>| {
        visitor.is_some() && all.iter().filter(is_answer).any(|k| mine(k) && k.evidence.at > silence.evidence.at)
    };
    let mut silences =
        all.iter().filter(|k| mine(k) && is_no_answer(k.evidence.outcome)).filter(|k| !answered_later(k));
    silences
        .any(|silence| all.iter().filter(is_answer).any(|answer| tells_a_visitor_apart(facts, row, silence, answer)))
}

/// An answer and a silence that together show that one visitor alone was not answered.
fn tells_a_visitor_apart(facts: &Facts<'_>, row: &Row<'_>, silence: &Heard<'_>, answer: &Heard<'_>) -> bool {
    let visitor = silence.evidence.asker;
    let is_same = answer.evidence.asker == visitor;
    let apart = answer.evidence.at.duration_since(silence.evidence.at).abs();
    // Who is not known may be anybody, so nobody unknown fell silent.
    let fell_silent = visitor.is_some() && is_same && answer.evidence.at < silence.evidence.at;
    if !fell_silent && (is_same || apart > SAME_TIME) {
        return false;
    }
    match (answer.now, silence.now) {
        (true, true) => row.is_proved,
        (true, false) => row.is_proved && was_open_before(facts, row),
        // The visitor is silent now, at a door that is right, and nobody else tried in vain.
        (false, true) => {
            row.listed == Listed::Mapped
                && row.inside_outcome() == Outcome::Answered
                && answer.evidence.identity != Identity::None
                && row.knocks.iter().all(|e| e.asker == visitor)
        }
        (false, false) => false,
    }
}

/// Somebody was answered at the last check: what kept this visitor out then was no fault of the entrance, which may
/// have been mended since.
fn was_open_before(facts: &Facts<'_>, row: &Row<'_>) -> bool {
    facts.case.before.as_ref().is_some_and(|b| b.verified.contains(&row.service.id))
}

/// Selected rows that are right inside and in the router's list, and sure to be silent outside.
pub(in crate::domain) fn dead<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = &'f Row<'f>> {
    facts.selected().filter(|r| {
        r.verdict == Verdict::NoAnswer
            && r.listed == Listed::Mapped
            && r.inside_outcome() == Outcome::Answered
            && r.knocks.iter().any(|e| silence_counts(facts.case, e))
    })
}

/// The port that mobile lines, hotspots and carriers filter for itself.
const FILTERED: (Transport, u16) = (Transport::Udp, 5060);

/// Args: ports.
const MAPPING_LISTED_BUT_DEAD: Rule = Rule {
    code: "mapping-listed-but-dead",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let cured: Vec<&Row<'_>> =
            facts.selected().filter(|r| r.is_proved && answer_after_repair(facts, r).is_some()).collect();
        let shown: Vec<&Evidence> = cured.iter().filter_map(|r| answer_after_repair(facts, r)).collect();
        Found::about(cured).map(|f| f.seen(facts, shown)).into_iter().collect()
    },
};

/// Silent before it was taken out and put in again, answered after.
fn answer_after_repair<'e>(facts: &Facts<'_>, row: &Row<'e>) -> Option<&'e Evidence> {
    let repaired = |c: &ChangeResult| c.is_mapping() && c.result == ChangeOutcome::Repaired;
    let mine = |c: &&ChangeResult| c.service == row.service.id && repaired(c);
    let silent_at = facts.case.changes.iter().filter(mine).filter_map(|c| c.silent_at).max()?;
    row.knocks.iter().copied().find(|e| e.outcome == Outcome::Answered && e.at > silent_at)
}

/// Args: ports, bell (yes when only UDP 5060 is silent, while the same walk was answered elsewhere), next (what to try:
/// bell, repair, repaired when that was in vain, or by-hand).
const NO_ANSWER_OUTSIDE: Rule = Rule {
    code: "no-answer-outside",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let shown: Vec<&Evidence> = dead(facts).filter_map(|r| r.outside).collect();
        let only_bell = dead(facts).all(|r| (r.service.protocol, r.service.port_start) == FILTERED);
        let others = facts.selected().any(|r| r.outside_outcome() == Outcome::Answered);
        let bell = if only_bell && others { "yes" } else { "no" };
        // What is in our own hands is tried first.
        let next = if dead(facts).any(|r| repair::can_be_repaired(facts, r)) {
            "repair"
        } else if bell == "yes" {
            "bell"
        } else if dead(facts).any(|r| repair::was_repaired(facts.case, &r.service.id)) {
            "repaired"
        } else {
            "by-hand"
        };
        let found = Found::about(dead(facts));
        found.map(|f| f.arg("bell", bell).arg("next", next).seen(facts, shown)).into_iter().collect()
    },
};

/// Args: ports, address (the office's street).
const BLOCKED_BEFORE_ROUTER: Rule = Rule {
    code: "blocked-before-router",
    severity: Severity::Problem,
    hides: &["no-answer-outside", "visitor-shut-out"],
    find: |facts| {
        let knocked: Vec<&Row<'_>> = facts.selected().filter(|r| r.outside.is_some()).collect();
        let all_dead = knocked.len() >= 2 && knocked.len() == dead(facts).count();
        let ours = knocked.iter().filter_map(|r| r.outside).all(|e| wan(facts.case) == Some(e.target.ip()));
        let Some(found) = Found::about(dead(facts)).filter(|_| all_dead && ours) else { return Vec::new() };
        let shown: Vec<&Evidence> = knocked.iter().filter_map(|r| r.outside).collect();
        vec![found.maybe("address", wan(facts.case)).seen(facts, shown)]
    },
};

/// Args: sources, stranger (yes when somebody who is not on the list was met with silence; unsure
/// where nothing shows that the entrance is there at all), ports.
const GUEST_LIST_NOT_PROVED: Rule = Rule {
    code: "guest-list-not-proved",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let trusted = &facts.case.answers.trusted;
        let a_guest_walked = walks_now(facts.case).any(|w| is_outside(w) && is_guest(facts.case, w.address));
        if trusted.is_empty() || a_guest_walked || !facts.looked(Looked::Inside) {
            return Vec::new();
        }
        let sources: Vec<String> = trusted.iter().map(ToString::to_string).collect();
        let open = facts.selected().filter(|r| r.can_be_knocked() && !r.is_proved);
        let open: Vec<&Row<'_>> = open.collect();
        let mut kept_out = open.iter().filter(|r| r.verdict == Verdict::Guarded).peekable();
        let is_one = kept_out.peek().is_some();
        // Without a line of the list and without any proof the entrance itself may be what is missing.
        let is_there = facts.proof || kept_out.any(|r| r.listed == Listed::Mapped);
        let stranger = match (is_one, is_there) {
            (true, true) => "yes",
            (true, false) => "unsure",
            (false, _) => "no",
        };
        let found = Found::about(open).map(|f| f.arg("sources", sources.join(", ")).arg("stranger", stranger));
        found.into_iter().collect()
    },
};

/// What the router's list says about the voices that nothing proves.
fn voices_on_the_list(facts: &Facts<'_>, voices: &[&Row<'_>]) -> &'static str {
    if voices.iter().any(|r| r.listed == Listed::NotListed) {
        "not-listed"
    } else if voices.iter().any(|r| r.listed != Listed::Mapped) {
        "unknown"
    } else if facts.wall.is_outside_ours() {
        "inner"
    } else {
        "mapped"
    }
}

/// Args: range (the whole), proposed, calls (when told), list (mapped, not-listed, inner where another wall stands
/// outside, or unknown), shorten (yes where the phone system picks from a longer range than is proposed, and nobody
/// looked inside, where that is a finding of its own), ports.
const AUDIO_NOT_PROVED: Rule = Rule {
    code: "audio-not-proved",
    severity: Severity::Note,
    hides: &[],
    find: |facts| {
        let looked = facts.looked(Looked::Router) && facts.looked(Looked::Inside);
        let heard = facts.calls.heard.is_some();
        // What a witness showed is one or the other: proved, or partly open.
        let is_open = |r: &&Row<'_>| !r.is_proved && r.heard.as_ref().is_none_or(|h| !h.is_partly_open());
        let voices = facts.selected().filter(|r| looked && !heard && r.service.is_voice_of_calls());
        let voices: Vec<&Row<'_>> = voices.filter(is_open).collect();
        let first = voices.first().and_then(|r| r.voice.as_ref());
        let Some((found, voice)) = Found::about(voices.iter().copied()).zip(first) else { return Vec::new() };
        let found = found.arg("range", voice.whole).arg("proposed", voice.proposed).maybe("calls", voice.calls);
        let is_told = facts.inside.is_some_and(|i| i.voice.is_some());
        let shorten = if voice.proposed == voice.whole || is_told { "no" } else { "yes" };
        vec![found.arg("list", voices_on_the_list(facts, &voices)).arg("shorten", shorten)]
    },
};

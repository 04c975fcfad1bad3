//! The sound, as a witness on the phone system and rehearsed calls show it; and calls that should have rung.

use std::net::IpAddr;

use crate::domain::address;
use crate::domain::judge::calls;
use crate::domain::judge::facts::Facts;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::judge::service::Row;
use crate::domain::probe::{Evidence, Vantage};
use crate::domain::rehearsal::{Rehearsal, RingRound, Sound};
use crate::domain::report::{Listed, MOMENT, Severity};
use crate::domain::voice;

pub(super) const RULES: [&Rule; 5] =
    [&AUDIO_PARTLY_OPEN, &AUDIO_ONE_WAY, &AUDIO_NONE, &INCOMING_CALL_LOST, &PHONE_SIDE_FORGETS];

/// Stretches of ports that are named; the others are counted.
const MOST_NAMED: usize = 40;

/// Args: ports (the range), missing (the ports that do not pass), `missing_ports` (how many in all), more (how many of
/// these are not named), asked (how many were asked), `shifted_outside` and `shifted_inside` (a port that arrives as
/// another one; "none" where all arrive as themselves).
const AUDIO_PARTLY_OPEN: Rule = Rule {
    code: "audio-partly-open",
    severity: Severity::Problem,
    hides: &["range-too-long-for-router"],
    find: |facts| facts.selected().filter_map(|row| partly_open(facts, row)).collect(),
};

/// Args: ports (where the answers select voices), way (out: the office does not hear the phone; back: the phone does not
/// hear the office), from (outside or inside), number, at, `media_is` (inside, street, elsewhere or nowhere), media, mapped (yes or
/// no).
const AUDIO_ONE_WAY: Rule = Rule {
    code: "audio-one-way",
    severity: Severity::Problem,
    hides: &["audio-not-proved"],
    find: |facts| match facts.calls.failing() {
        Some((call, Sound::Dead(way))) => vec![sound(facts, call).arg("way", way.id())],
        Some((_, Sound::None | Sound::BothWays | Sound::OutUnknown)) | None => Vec::new(),
    },
};

/// Args: the same without way.
const AUDIO_NONE: Rule = Rule {
    code: "audio-none",
    severity: Severity::Problem,
    hides: &["audio-not-proved"],
    find: |facts| match facts.calls.failing() {
        Some((call, Sound::None)) => vec![sound(facts, call)],
        Some((_, Sound::Dead(_) | Sound::BothWays | Sound::OutUnknown)) | None => Vec::new(),
    },
};

fn sound(facts: &Facts<'_>, call: &Rehearsal) -> Found {
    let voices = || facts.selected().filter(|r| r.service.is_voice_of_calls());
    let inside = call.vantage == Some(Vantage::Inside);
    let is_our_street = |ip: IpAddr| {
        let streets = [facts.case.office.public_address, call.address];
        streets.contains(&Some(ip)) || streets == [None, None]
    };
    // An inside address is right for a phone inside, and leads nowhere from the street.
    let media_is = match call.media {
        None => "nowhere",
        Some(media) if address::is_inside(media.ip()) && !inside => "inside",
        Some(media) if !inside && !is_our_street(media.ip()) => "elsewhere",
        Some(_) => "street",
    };
    let mapped = voices().count() > 0 && voices().all(|r| r.listed == Listed::Mapped);
    Found::about(voices())
        .unwrap_or_else(Found::office)
        .arg("from", if inside { "inside" } else { "outside" })
        .arg("number", &call.number)
        .arg("at", call.at.strftime(MOMENT))
        .arg("media_is", media_is)
        .arg("media", call.media.map_or_else(|| "none".to_owned(), |m| m.to_string()))
        .arg("mapped", if mapped { "yes" } else { "no" })
}

/// Args: quiet (seconds before the call that did not ring), at.
const INCOMING_CALL_LOST: Rule = Rule {
    code: "incoming-call-lost",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let rounds = calls::rings(facts.case);
        let lost = rounds.first().filter(|_| rounds.iter().all(|r| !r.rang));
        let found = |r: &&RingRound| Found::office().arg("quiet", r.quiet_secs).arg("at", r.at.strftime(MOMENT));
        lost.map(found).into_iter().collect()
    },
};

/// Args: heard (the longest quiet after which it rang), lost (the shortest after which it did not), at.
const PHONE_SIDE_FORGETS: Rule = Rule {
    code: "phone-side-forgets",
    severity: Severity::Problem,
    hides: &[],
    find: |facts| {
        let rounds = calls::rings(facts.case);
        let Some(heard) = rounds.iter().filter(|r| r.rang).map(|r| r.quiet_secs).max() else { return Vec::new() };
        // A shorter wait that did not ring only shows that nobody called then.
        let lost = rounds.iter().find(|r| !r.rang && r.quiet_secs > heard);
        let found = |r: &&RingRound| {
            Found::office().arg("heard", heard).arg("lost", r.quiet_secs).arg("at", r.at.strftime(MOMENT))
        };
        lost.map(found).into_iter().collect()
    },
};

fn partly_open(facts: &Facts<'_>, row: &Row<'_>) -> Option<Found> {
    let heard = row.heard.as_ref().filter(|heard| heard.is_partly_open())?;
    let named = heard.missing.iter().take(MOST_NAMED).map(|r| r.count()).sum::<u32>();
    let all = voice::count(&heard.missing) + heard.more;
    let shown: Vec<&Evidence> = row.knocks.clone();
    let none = || "none".to_owned();
    Some(
        Found::about([row])?
            .arg("missing", voice::list(&heard.missing, MOST_NAMED))
            .arg("missing_ports", all)
            .arg("more", all - named)
            .arg("asked", voice::count(&heard.asked))
            .arg("shifted_outside", heard.shifted.map_or_else(none, |s| s.outside.to_string()))
            .arg("shifted_inside", heard.shifted.map_or_else(none, |s| s.inside.to_string()))
            .seen(facts, shown),
    )
}

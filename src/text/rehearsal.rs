//! A rehearsed call and a ring test in words, for every place that shows them.

use std::collections::BTreeMap;

use crate::domain::probe::Vantage;
use crate::domain::rehearsal::{Rehearsal, RingRound, Sound, Way};
use crate::text::Text;

/// A rehearsed call and the waits after it, line by line.
pub fn lines(text: &Text, heard: &Rehearsal, rings: &[RingRound]) -> Vec<String> {
    let say = |key: &str, values: &[(&str, String)]| {
        let values: BTreeMap<String, String> = values.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
        text.get(key, &values)
    };
    let mut lines = vec![say("rehearsal-heading", &[("number", heard.number.clone())])];
    let sound = match heard.sound() {
        Some(Sound::BothWays) => "rehearsal-both-ways",
        Some(Sound::Dead(Way::Out)) => "rehearsal-dead-out",
        Some(Sound::Dead(Way::Back)) => "rehearsal-dead-back",
        Some(Sound::None) => "rehearsal-none",
        Some(Sound::OutUnknown) => "rehearsal-out-unknown",
        None => "rehearsal-not-made",
    };
    lines.push(say(sound, &[]));
    if let Some(grade) = heard.grade() {
        lines.push(say("rehearsal-grade", &[("grade", say(&format!("grade-{}", grade.id()), &[]))]));
        let figure = |f: Option<f64>| f.map_or_else(|| "–".to_owned(), |f| format!("{f:.1}"));
        let figures = [
            ("loss", figure(heard.loss_percent)),
            ("jitter", figure(heard.jitter_ms)),
            ("round_trip", figure(heard.round_trip_ms)),
        ];
        lines.push(say("rehearsal-figures", &figures));
    }
    if let Some(media) = heard.media {
        lines.push(say("rehearsal-media", &[("media", media.to_string())]));
    }
    if heard.proves_voice() {
        lines.push(say("rehearsal-one-pair", &[]));
    } else if heard.vantage == Some(Vantage::Inside) && heard.answered {
        lines.push(say("rehearsal-from-inside", &[]));
    }
    for round in rings {
        let key = if round.rang { "ring-rang" } else { "ring-silent" };
        lines.push(say(key, &[("seconds", round.quiet_secs.to_string())]));
    }
    lines
}

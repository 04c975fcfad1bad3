//! What is pasted from a phone system's box. The frame is right where the fuzzer asks for that, so that the lines in it
//! are read too.

use jiff::{SignedDuration, Timestamp};
use separate_entrance::domain::case::Case;
use separate_entrance::domain::inside::{self, How, Inside, block};
use separate_entrance::domain::office::Answers;

use super::shown;

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// As it was pasted, and as it would stand in a frame that fits.
pub fn pasted(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    tried(&text);
    let inner: Vec<&str> =
        text.lines().map(str::trim_end).filter(|l| !l.is_empty() && !l.starts_with("=== ")).collect();
    tried(&block::framed(&inner));
}

fn tried(text: &str) {
    match inside::read(text, How::Pasted, now()) {
        Ok(read) => is_plain(&read),
        Err(why) => why.args.values().for_each(|value| shown(value)),
    }
}

/// Whatever was read is short, plain and bounded, and is the same when it comes out of a saved report.
fn is_plain(read: &Inside) {
    let json = serde_json::to_string(read).unwrap();
    assert!(json.chars().all(|c| (' '..='~').contains(&c)), "{json}");
    assert_eq!(serde_json::from_str::<Inside>(&json).unwrap(), *read);
    for setting in read.outside.iter().chain(&read.local).chain(&read.guests).chain(&read.call_out) {
        shown(&setting.value);
        assert!(setting.value.len() <= 80 && setting.place.section.len() <= 80, "{setting:?}");
        assert!(setting.place.file.is_empty() || setting.place.file.starts_with(['/', 'd']), "{setting:?}");
    }
    assert!(read.extensions.len() <= 1000 && read.bans.len() <= 5000 && read.listening.len() <= 1000);
    assert!(read.extensions.iter().all(|e| e.name.len() <= 80));
    assert!(read.sip.iter().all(|p| p.port != 0));
    assert!(read.voice.as_ref().is_none_or(|v| v.ports.first != 0 && v.ports.first < v.ports.last));
    assert!(read.names_to_ask().len() <= 4);
    let age = read.at.duration_since(read.taken_at).abs();
    let case = Case::new(now(), Answers::default());
    assert!(inside::doubt(read, &case).is_some() || age <= SignedDuration::from_hours(6), "of another day");
}

pub fn pasted_seeds() -> Vec<Vec<u8>> {
    let mut seeds = super::files("tests/fixtures/inside/blocks", ".txt");
    seeds.extend(
        [
            "at|1795435200\nsystem|asterisk|18\nconf|sip|/etc/asterisk/sip.conf\nsec|/etc/asterisk/sip.conf|1|a|!,b\n\
             set|/etc/asterisk/sip.conf|2|a|host|dynamic\nsec|/etc/asterisk/sip.conf|3|101|a\nrun|sip|Externaddr|1.2.3.4:0",
            "at|1795435200\nsystem|freeswitch|1.10\nconf|vars|/etc/freeswitch/vars.xml\n\
             set|/etc/freeswitch/vars.xml|1|vars|a|$${b}\nset|/etc/freeswitch/vars.xml|2|vars|b|${a}\n\
             conf|profile|/etc/freeswitch/x.xml\nset|/etc/freeswitch/x.xml|3|internal|ext-rtp-ip|${a}\nrun|voice|1|2",
        ]
        .map(|lines| block::framed(&lines.lines().collect::<Vec<_>>()).into_bytes()),
    );
    seeds
}

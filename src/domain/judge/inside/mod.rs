//! What the phone system says of itself, held against the street, the router's list and the calls. A part that could not
//! be read makes no finding, and of another box or another day nothing is read at all.

mod addresses;
mod phones;
mod ports;
mod strangers;

use std::net::IpAddr;

use crate::domain::address;
use crate::domain::inside::{Driver, Engine, Inside, Place};
use crate::domain::judge::facts::Facts;
use crate::domain::judge::rule::{Found, Rule};
use crate::domain::menus::{self, Change};
use crate::domain::probe::Vantage;
use crate::domain::report::MOMENT;

pub(super) use ports::waits_elsewhere;
pub(super) use strangers::{guests, name_leaks};

pub(super) const RULES: [&Rule; 9] = [
    &addresses::WRONG_OUTSIDE_ADDRESS,
    &addresses::LOCAL_NET_WRONG,
    &ports::VOICE_RANGE_DIFFERS,
    &ports::SIP_PORT_DIFFERS,
    &phones::VISITOR_BANNED,
    &phones::NAT_SETTINGS,
    &phones::NOT_REGISTERED,
    &strangers::CALLOUT_ENABLED,
    &strangers::INTERNATIONAL_OPEN,
];

/// What a wrong address or a wrong range explains of the sound.
pub(super) const SOUND: &[&str] = &["audio-none", "audio-not-proved", "audio-one-way"];

/// Lines to change that are shown; more are counted.
const MOST_CHANGES: usize = 6;

/// Stands where there is nothing, in every language.
const NOTHING: &str = "–";

/// Names that are shown of a list.
const MOST_NAMED: usize = 12;

/// One line to change.
struct Line<'a> {
    about: &'a str,
    driver: Option<Driver>,
    place: &'a Place,
    /// As it is now; empty: it is not set.
    now: &'a str,
    /// As it should be; empty: it is to be taken out.
    wish: String,
    /// What stands for the words in brackets of a menu.
    of: Vec<(&'a str, &'a str)>,
}

impl<'a> Line<'a> {
    fn new(about: &'a str, place: &'a Place, now: &'a str, wish: impl Into<String>) -> Self {
        Self { about, driver: None, place, now, wish: wish.into(), of: Vec::new() }
    }
}

/// Whose setting it is: `chan_sip` has one section for all of its own, PJSIP has them at each of its doors.
fn driver_of(inside: &Inside, place: &Place) -> Driver {
    match inside.engine {
        Engine::FreeSwitch => Driver::Sofia,
        Engine::Asterisk if place.section == "general" => Driver::ChanSip,
        Engine::Asterisk => Driver::PjSip,
    }
}

/// Puts in the lines to change: where the first one stands, and all of them in that system's own words.
fn to_change(found: Found, inside: &Inside, lines: &[Line<'_>]) -> Found {
    let Some(first) = lines.first() else { return found };
    let mut told: Vec<String> = Vec::new();
    for line in lines {
        let driver = Some(line.driver.unwrap_or_else(|| driver_of(inside, line.place)));
        let one = Change { about: line.about, driver, place: line.place, wish: &line.wish, of: &line.of }.told(inside);
        if !one.is_empty() && !told.contains(&one) {
            told.push(one);
        }
    }
    let more = told.len().saturating_sub(MOST_CHANGES);
    told.truncate(MOST_CHANGES);
    let line = (first.place.line > 0).then(|| first.place.line.to_string());
    found
        .arg("file", &first.place.file)
        .maybe("line", line)
        .arg("section", &first.place.section)
        .arg("key", &first.place.key)
        .arg("now", if first.now.is_empty() { NOTHING } else { first.now })
        .arg("wish", &first.wish)
        .arg("menu", inside.product.id())
        .arg("lines", if told.is_empty() { "no" } else { "yes" })
        .arg("change", told.join("; "))
        .arg("more", more)
        .arg("apply", menus::apply(inside))
        .arg("looked", inside.at.strftime(MOMENT))
}

/// A value, or the sign for none.
fn or_nothing(value: Option<impl ToString>) -> String {
    value.map_or_else(|| NOTHING.to_owned(), |v| v.to_string())
}

/// The first few of a list.
fn named(all: &[String]) -> String {
    all.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// What fails inside already has another cause than the street.
fn is_sound_explained(facts: &Facts<'_>) -> bool {
    facts.calls.failing().is_none_or(|(call, _)| call.vantage != Some(Vantage::Inside))
}

/// The office's street address, as somebody says who can know it. What the phones outside were told is no proof of it.
fn street(facts: &Facts<'_>) -> Option<IpAddr> {
    use crate::domain::office::AddressFrom;
    let office = &facts.case.office;
    let known = office.public_address.filter(|_| office.public_address_from != Some(AddressFrom::PhonesUse));
    known.filter(|ip| address::can_be_street(*ip))
}

/// Whether phones outside are wanted: by what was ticked, else by the usual answer.
fn wants_phones_outside(facts: &Facts<'_>) -> bool {
    if facts.case.profile().is_none() {
        return facts.case.using().iter().any(|word| word == "remote-phones");
    }
    facts.selected().any(|row| row.service.is_voice() || row.is_signalling())
}

#[cfg(test)]
pub(super) use phones::SHUT_OUT;

#[cfg(test)]
mod tests;

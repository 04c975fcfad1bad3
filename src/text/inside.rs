//! What a phone system says of itself in plain words, line by line, for every place that shows it. A line's lamp goes by
//! the findings that follow, so that the two cannot contradict each other.

use std::collections::BTreeMap;
use std::net::IpAddr;

use jiff::tz::TimeZone;

use crate::domain::address::{NameLeads, can_be_street, is_inside};
use crate::domain::inside::{Contact, Driver, Engine, Extension, Inside, Listening, Product, Setting, SipPort, Unread};
use crate::text::Text;
use crate::text::street::lamp::Lamp;

/// Names, addresses or doors that a line shows.
const MOST_SHOWN: usize = 6;

/// Phones outside that have a line each.
const MOST_PHONES: usize = 8;

/// One thing that it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What it is about: the key of its name is `inside-<about>`.
    pub about: &'static str,
    /// As expected, not as wished, or not known.
    pub lamp: Lamp,
    /// The sentence.
    pub line: String,
}

/// What was looked at, and when by the clock of its own box.
pub fn heading(text: &Text, inside: &Inside, zone: &TimeZone) -> String {
    let engine = match inside.engine {
        Engine::Asterisk => "Asterisk",
        Engine::FreeSwitch => "FreeSWITCH",
    };
    let product = match inside.product {
        Product::FreePbx => Some("FreePBX"),
        Product::Issabel => Some("Issabel"),
        Product::Trixbox => Some("trixbox"),
        Product::FusionPbx => Some("FusionPBX"),
        Product::Files => None,
    };
    let system = [Some(engine), inside.version.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let system = product.map_or_else(|| system.clone(), |product| format!("{product}, {system}"));
    let at = inside.at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    say(text, "inside-heading", [("system", system), ("at", at)])
}

/// All of it. `street` is the office's address outside, where it is known; `follows` are the codes of the findings that
/// it brings, for the lamps; a paper has none.
pub fn told(text: &Text, inside: &Inside, street: Option<IpAddr>, follows: &[String]) -> Vec<Told> {
    let teller = Teller { text, inside, follows };
    let mut lines = teller.street(street);
    lines.push(teller.local());
    lines.push(teller.doors());
    lines.push(teller.voices());
    lines.extend(teller.phones());
    lines.push(teller.bans());
    lines.extend(teller.strangers());
    lines.extend(teller.others());
    lines.extend(teller.unread());
    lines
}

struct Teller<'a> {
    text: &'a Text,
    inside: &'a Inside,
    follows: &'a [String],
}

impl Teller<'_> {
    fn line<const N: usize>(&self, about: &'static str, lamp: Lamp, key: &str, values: [(&str, String); N]) -> Told {
        Told { about, lamp, line: say(self.text, key, values) }
    }

    fn brings(&self, codes: &[&str]) -> bool {
        self.follows.iter().any(|code| codes.contains(&code.as_str()))
    }

    /// Trouble where one of these follows.
    fn lamp(&self, codes: &[&str], else_: Lamp) -> Lamp {
        if self.brings(codes) { Lamp::Trouble } else { else_ }
    }

    fn is_unread(&self, parts: &[&str]) -> bool {
        self.inside.unread.iter().any(|u| parts.contains(&u.part.as_str()))
    }

    /// The address told to phones outside, each value once.
    fn street(&self, street: Option<IpAddr>) -> Vec<Told> {
        const WRONG: [&str; 1] = ["phone-system-wrong-outside-address"];
        let mut values: Vec<(&str, Option<IpAddr>)> =
            self.inside.outside.iter().map(|s| (s.value.as_str(), self.means(s))).collect();
        values.sort_unstable();
        values.dedup();
        if values.is_empty() {
            let key =
                if self.is_unread(&["files", "database"]) { "inside-street-unread" } else { "inside-street-none" };
            return vec![self.line("street", self.lamp(&WRONG, Lamp::Dark), key, [])];
        }
        let told = values.into_iter().map(|(value, means)| {
            let real = street.map(|ip| ip.to_string()).unwrap_or_default();
            let (key, lamp) = match (means, street) {
                (Some(ip), Some(street)) if ip == street => ("inside-street-same", Lamp::Lit),
                (Some(_), Some(_)) => ("inside-street-other", Lamp::Trouble),
                (Some(_), None) => ("inside-street-alone", self.lamp(&WRONG, Lamp::Dark)),
                (None, _) => ("inside-street-name", self.lamp(&WRONG, Lamp::Dark)),
            };
            self.line("street", lamp, key, [("address", value.to_owned()), ("street", real)])
        });
        told.collect()
    }

    /// The address that a setting comes to: its own, or where its name leads.
    fn means(&self, setting: &Setting) -> Option<IpAddr> {
        let leads = || match self.inside.names.get(setting.host()?)? {
            NameLeads::To(ip) => Some(*ip),
            NameLeads::Nowhere => None,
        };
        setting.address().or_else(leads)
    }

    fn local(&self) -> Told {
        // Two drivers write one network in two ways.
        let written = |s: &Setting| s.network().map_or_else(|| s.value.clone(), |n| n.to_string());
        let mut values: Vec<String> = self.inside.local.iter().map(written).collect();
        values.sort_unstable();
        values.dedup();
        let own = few(self.inside.addresses.iter().map(ToString::to_string));
        let (key, lamp) =
            if values.is_empty() { ("inside-local-none", Lamp::Dark) } else { ("inside-local", Lamp::Lit) };
        let lamp = self.lamp(&["phone-system-local-net-wrong"], lamp);
        self.line("local", lamp, key, [("networks", few(values)), ("own", own)])
    }

    fn doors(&self) -> Told {
        let (shut, held): (Vec<&SipPort>, Vec<&SipPort>) = self.inside.sip.iter().partition(|p| p.bound == Some(false));
        let names = |ports: &[&SipPort]| few(ports.iter().map(|p| port(p)));
        let lamp = if self.inside.sip.is_empty() { Lamp::Dark } else { Lamp::Lit };
        let lamp = if shut.is_empty() { self.lamp(&["sip-port-differs"], lamp) } else { Lamp::Trouble };
        let key = match (held.is_empty(), shut.is_empty()) {
            (true, true) => "inside-doors-unread",
            (_, true) => "inside-doors",
            (_, false) => "inside-doors-shut",
        };
        self.line("doors", lamp, key, [("doors", names(&held)), ("shut", names(&shut))])
    }

    fn voices(&self) -> Told {
        match &self.inside.voice {
            Some(voice) => {
                let lamp = self.lamp(&["voice-range-differs"], Lamp::Lit);
                self.line("voices", lamp, "inside-voices", [("doors", voice.ports.to_string())])
            }
            None => self.line("voices", Lamp::Dark, "inside-voices-unread", []),
        }
    }

    /// How many are signed in, and each that is outside.
    fn phones(&self) -> Vec<Told> {
        let all = &self.inside.extensions;
        let asked: Vec<&Extension> = all.iter().filter(|e| e.contacts.is_some()).collect();
        if asked.is_empty() {
            let key = if all.is_empty() { "inside-phones-unread" } else { "inside-phones-unasked" };
            return vec![self.line("phones", Lamp::Dark, key, [("count", all.len().to_string())])];
        }
        let outside = |e: &Extension| e.signed_in().iter().any(|c| can_be_street(c.address));
        let inside = |e: &Extension| e.signed_in().iter().any(|c| is_inside(c.address));
        let count = |is: &dyn Fn(&Extension) -> bool| asked.iter().filter(|e| is(e)).count().to_string();
        let values = [
            ("count", asked.len().to_string()),
            ("inside", count(&|e| !outside(e) && inside(e))),
            ("outside", count(&outside)),
            ("away", count(&|e| e.signed_in().is_empty())),
        ];
        let lamp = self.lamp(&["phone-not-registered", "nat-settings-of-extension"], Lamp::Lit);
        let mut lines = vec![self.line("phones", lamp, "inside-phones", values)];
        let visitors =
            asked.iter().flat_map(|e| e.signed_in().iter().filter(|c| can_be_street(c.address)).map(|c| (*e, c)));
        lines.extend(visitors.take(MOST_PHONES).map(|(extension, contact)| self.visitor(extension, contact)));
        lines
    }

    fn visitor(&self, extension: &Extension, contact: &Contact) -> Told {
        let (answers, lamp) = match contact.answers {
            Some(true) => ("yes", Lamp::Lit),
            Some(false) => ("no", Lamp::Trouble),
            None => ("unasked", Lamp::Dark),
        };
        let values = [
            ("name", extension.name.clone()),
            ("address", contact.address.to_string()),
            ("answers", answers.to_owned()),
        ];
        self.line("visitor", lamp, "inside-visitor", values)
    }

    fn bans(&self) -> Told {
        if self.inside.bans.is_empty() {
            let (key, lamp) = if self.is_unread(&["bans"]) {
                ("inside-bans-unread", Lamp::Dark)
            } else {
                ("inside-bans-none", Lamp::Lit)
            };
            return self.line("bans", lamp, key, []);
        }
        let who = few(self.inside.bans.iter().map(|b| b.network.to_string()));
        let lamp = self.lamp(&["visitor-banned"], Lamp::Locked);
        self.line("bans", lamp, "inside-bans", [("count", self.inside.bans.len().to_string()), ("who", who)])
    }

    /// Doors for strangers: calls of guests, names told, voice mail that dials out, calls abroad.
    fn strangers(&self) -> Vec<Told> {
        let i = self.inside;
        let doors: [(&str, bool, &[&str]); 4] = [
            ("guests", i.guests.is_empty(), &["accounts", "files", "running"]),
            ("names", i.name_leaks.is_empty(), &["files", "running"]),
            ("voicemail", i.call_out.is_empty(), &["voicemail"]),
            ("abroad", i.abroad.is_empty(), &["dial-plan"]),
        ];
        let told = doors.map(|(door, shut, parts)| {
            let (state, lamp) = match (shut, self.is_unread(parts)) {
                (false, _) => ("open", if door == "abroad" { Lamp::Guests } else { Lamp::Alarm }),
                (true, true) => ("unread", Lamp::Dark),
                (true, false) => ("shut", Lamp::Locked),
            };
            self.line("strangers", lamp, &format!("inside-{door}-{state}"), [])
        });
        told.to_vec()
    }

    /// Programs beside it that listen for more than their own box.
    fn others(&self) -> Option<Told> {
        let named = |l: &Listening| {
            let name = l.program.clone().unwrap_or_default();
            format!("{} {} {name}", l.transport.name(), l.port).trim_end().to_owned()
        };
        // Its own doors stand above.
        let is_own = |l: &&Listening| l.program.as_deref().is_some_and(|p| ["asterisk", "freeswitch"].contains(&p));
        let mut others: Vec<String> = self.inside.listening.iter().filter(|l| !is_own(l)).map(named).collect();
        others.dedup();
        let count = others.len().to_string();
        let told =
            || self.line("others", Lamp::Dark, "inside-others", [("count", count), ("others", few(others.clone()))]);
        (!others.is_empty()).then(told)
    }

    fn unread(&self) -> Vec<Told> {
        let words = |u: &Unread| {
            let values = [("part", u.part.clone()), ("why", u.why.clone())];
            self.line("unread", Lamp::Dark, "inside-unread", values)
        };
        self.inside.unread.iter().map(words).collect()
    }
}

/// As a technician names it.
fn port(port: &SipPort) -> String {
    let transport = if port.tls { "TLS" } else { port.transport.name() };
    let driver = match port.driver {
        Driver::ChanSip => "chan_sip",
        Driver::PjSip => "PJSIP",
        Driver::Sofia => "Sofia",
    };
    format!("{} {transport} ({driver})", port.port)
}

/// The first few, and that there are more.
fn few(all: impl IntoIterator<Item = String>) -> String {
    let mut all: Vec<String> = all.into_iter().collect();
    let more = all.len() > MOST_SHOWN;
    all.truncate(MOST_SHOWN);
    let end = if more { ", …" } else { "" };
    format!("{}{end}", all.join(", "))
}

fn say<const N: usize>(text: &Text, key: &str, values: [(&str, String); N]) -> String {
    let values: BTreeMap<String, String> = values.into_iter().map(|(k, v)| (k.to_owned(), v)).collect();
    text.get(key, &values)
}

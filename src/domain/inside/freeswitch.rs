//! FreeSWITCH: variables, Sofia profiles, the voice range, and lists of networks. What is written may name a variable,
//! and may leave it to the system to find out.

use std::collections::BTreeMap;
use std::net::IpAddr;

use crate::domain::inside::checked::{port_of, word};
use crate::domain::inside::running::{MOST, Running, bound_port};
use crate::domain::inside::sections::{Entry, Root, Section, is_yes};
use crate::domain::inside::{Driver, Extension, Inside, NatSetting, Place, Setting, SipPort, VoiceRange};
use crate::domain::service::{PortRange, Transport};

/// Where `switch.conf.xml` says nothing (`switch_rtp.h`).
const VOICE: (u16, u16) = (16384, 32768);

/// Variables that may stand in variables.
const DEEPEST: usize = 4;

/// A parameter of a profile, and the label under which the running profile tells it.
const OUTSIDE: [(&str, &str); 2] = [("ext-rtp-ip", "Ext-RTP-IP"), ("ext-sip-ip", "Ext-SIP-IP")];

/// Puts in what FreeSWITCH says.
pub(super) fn freeswitch(inside: &mut Inside, sections: &[Section<'_>], running: Running<'_, '_>) {
    let vars = variables(sections, running);
    let profiles: Vec<&Section<'_>> = sections.iter().filter(|s| s.root == Root::Profile).collect();
    let mut names: Vec<&str> = profiles.iter().map(|s| s.name).collect();
    names.extend(running.told("profile").filter_map(|f| f.first().copied()));
    names.sort_unstable();
    names.dedup();
    // A profile that was asked for and is not told of does not run.
    let is_asked = running.was_read("running") && running.has("profile");
    for name in names.into_iter().take(64) {
        let runs = running.told("profile").any(|f| f.first() == Some(&name));
        if is_asked && !runs {
            continue;
        }
        let blank = Section { root: Root::Profile, file: "", line: 0, name, is_template: false, lines: Vec::new() };
        let section = profiles.iter().copied().find(|s| s.name == name).unwrap_or(&blank);
        let profile = Profile { section, vars: &vars, running };
        profile.addresses(inside);
        profile.ports(inside);
        profile.strangers(inside);
        profile.extensions(inside);
        profile.local(inside, sections);
    }
    inside.voice = voice(sections, running);
}

/// Variables as they are written, and over these as the running system has them.
fn variables<'b>(sections: &[Section<'b>], running: Running<'_, 'b>) -> BTreeMap<&'b str, &'b str> {
    let mut vars = BTreeMap::new();
    let of_pages = running.all("db").filter(|f| f.first() == Some(&"v_vars"));
    vars.extend(of_pages.filter_map(|f| Some((*f.get(1)?, *f.get(2)?))));
    let written = sections.iter().filter(|s| s.root == Root::Vars).flat_map(|s| &s.lines);
    vars.extend(written.map(|l| (l.key, l.value)));
    vars.extend(running.told("var").filter_map(|f| Some((*f.first()?, *f.get(1)?))));
    vars
}

/// One Sofia profile.
struct Profile<'r, 'b> {
    section: &'r Section<'b>,
    vars: &'r BTreeMap<&'b str, &'b str>,
    running: Running<'r, 'b>,
}

impl<'b> Profile<'_, 'b> {
    fn name(&self) -> &'b str {
        self.section.name
    }

    fn told(&self, label: &str) -> Option<&'b str> {
        let fits =
            |f: &&[&str]| f.first() == Some(&self.name()) && f.get(1).is_some_and(|l| l.eq_ignore_ascii_case(label));
        self.running.told("profile").find(fits).and_then(|f| f.get(2).copied()).map(str::trim)
    }

    fn param(&self, key: &str) -> Option<&Entry<'b>> {
        self.section.last(&[key])
    }

    /// What a parameter comes to once the variables in it are put in.
    fn value(&self, key: &str) -> Option<String> {
        let written = self.param(key).map(|l| l.value.to_owned()).or_else(|| self.of_pages(key))?;
        Some(filled(&written, self.vars))
    }

    /// `db|v_sip_profile_settings|PROFILE/PARAMETER|VALUE`.
    fn of_pages(&self, key: &str) -> Option<String> {
        let wanted = format!("{}/{key}", self.name());
        let fits = |f: &&[&str]| f.first() == Some(&"v_sip_profile_settings") && f.get(1) == Some(&wanted.as_str());
        self.running.all("db").find(fits).and_then(|f| f.get(2).map(|v| (*v).to_owned()))
    }

    fn is_on(&self, key: &str) -> Option<bool> {
        self.value(key).map(|v| is_yes(&v))
    }

    /// Where the parameter stands; the variable that it names, where it names one alone.
    fn place(&self, key: &str) -> Place {
        let Some(line) = self.param(key) else {
            let file = if self.of_pages(key).is_some() { "database v_sip_profile_settings" } else { "" };
            return Place { file: file.to_owned(), section: self.name().to_owned(), key: key.to_owned(), line: 0 };
        };
        line.place(self.name())
    }

    fn addresses(&self, inside: &mut Inside) {
        for (key, label) in OUTSIDE {
            let written = self.value(key).map(|v| plain(&v).to_owned());
            let told = self.told(label).filter(|v| v.parse::<IpAddr>().is_ok());
            let setting = match (written, told) {
                (Some(written), Some(told)) => {
                    let differs = written.parse::<IpAddr>().is_ok_and(|ip| ip.to_string() != told);
                    Some((told.to_owned(), differs.then_some(written)))
                }
                (None, Some(told)) => Some((told.to_owned(), None)),
                (Some(written), None) => Some((written, None)),
                (None, None) => None,
            };
            inside.outside.extend(
                setting.and_then(|(value, written)| {
                    Some(Setting { value: word(&value)?, written, place: self.place(key) })
                }),
            );
        }
    }

    fn ports(&self, inside: &mut Inside) {
        let mut put = |transport, tls, port: Option<u16>, key: &str| {
            let Some(port) = port else { return };
            let (place, bound) = (self.place(key), self.running.holds(&inside.listening, transport, port));
            inside.sip.push(SipPort { driver: Driver::Sofia, transport, tls, port, place, host: None, bound });
        };
        let written = |key: &str| self.value(key).and_then(|v| port_of(&v));
        // `sip:mod_sofia@203.0.113.5:5060;maddr=192.168.77.20;transport=udp,tcp`.
        let url = |label: &str, usual: u16| {
            let url = self.told(label)?.split(';').next()?;
            bound_port(url.rsplit_once('@').map_or(url, |(_, host)| host), usual)
        };
        let plain = url("BIND-URL", 5060).or_else(|| url("URL", 5060)).or_else(|| written("sip-port"));
        put(Transport::Udp, false, plain, "sip-port");
        put(Transport::Tcp, false, plain, "sip-port");
        let is_on = self.is_on("tls").unwrap_or(false).then(|| written("tls-sip-port").unwrap_or(5061));
        let tls = url("TLS-BIND-URL", 5061).or_else(|| url("TLS-URL", 5061)).or(is_on);
        put(Transport::Tcp, true, tls, "tls-sip-port");
    }

    /// A profile for the provider asks nobody who calls; one for phones that does not is open.
    fn strangers(&self, inside: &mut Inside) {
        let mut put = |key: &str| {
            let value = self.value(key).and_then(|v| word(&v));
            inside.guests.extend(value.map(|value| Setting { value, written: None, place: self.place(key) }));
        };
        if self.is_on("accept-blind-auth") == Some(true) {
            put("accept-blind-auth");
        }
        if self.is_on("accept-blind-reg") == Some(true) {
            put("accept-blind-reg");
        }
        if self.name() == "internal" && self.is_on("auth-calls") == Some(false) {
            put("auth-calls");
        }
    }

    /// What a profile does for all phones that sign in to it.
    fn extensions(&self, inside: &mut Inside) {
        let setting = |key: &str, usual: &str| {
            let value = self.value(key).and_then(|v| word(&v)).unwrap_or_else(|| usual.to_owned());
            Setting { value, written: None, place: self.place(key) }
        };
        let mut lacks = Vec::new();
        if self.is_on("disable-rtp-auto-adjust") == Some(true) {
            lacks.push((NatSetting::SymmetricMedia, setting("disable-rtp-auto-adjust", "true")));
        }
        if self.is_on("inbound-bypass-media") == Some(true) {
            lacks.push((NatSetting::MediaThroughUs, setting("inbound-bypass-media", "true")));
        }
        let asks = ["nat-options-ping", "all-reg-options-ping"].iter().any(|key| self.is_on(key) == Some(true));
        if !asks && !self.section.lines.is_empty() {
            lacks.push((NatSetting::Qualify, setting("nat-options-ping", "false")));
        }
        let mut names: Vec<&str> = self
            .running
            .told("contact")
            .filter(|f| f.first() == Some(&self.name()))
            .filter_map(|f| f.get(1).copied())
            .collect();
        names.sort_unstable();
        names.dedup();
        inside.extensions.extend(names.into_iter().take(MOST).filter_map(|name| {
            Some(Extension {
                contacts: self.running.contacts(self.name(), &[name]),
                name: word(name)?,
                driver: Driver::Sofia,
                lacks: lacks.clone(),
                keep_alive_secs: None,
            })
        }));
    }

    /// Networks of the list that the profile takes for local. `localnet.auto` is the system's own finding.
    fn local(&self, inside: &mut Inside, sections: &[Section<'_>]) {
        let Some(list) = self.value("local-network-acl") else { return };
        let lists = sections.iter().filter(|s| s.root == Root::Acl && s.name == list);
        let networks = lists.flat_map(|s| s.all("allow").map(|l| l.setting(s.name)));
        inside.local.extend(networks.take(MOST));
    }
}

/// Puts in variables. One that is not known stays as it is written.
fn filled(text: &str, vars: &BTreeMap<&str, &str>) -> String {
    let mut text = text.to_owned();
    for _ in 0..DEEPEST {
        let Some(start) = text.find("${") else { break };
        let (before, rest) = text.split_at(start);
        let Some((name, after)) = rest.get(2..).and_then(|r| r.split_once('}')) else { break };
        let Some(value) = vars.get(name) else { break };
        // `$${name}` is filled in when the file is read, `${name}` when it is used.
        let made = format!("{}{value}{after}", before.strip_suffix('$').unwrap_or(before));
        text = made.chars().take(400).collect();
    }
    text
}

/// `autonat:203.0.113.5` and `host:office.example` name the address; other words leave it to the system.
fn plain(value: &str) -> &str {
    let named = ["autonat:", "host:"].iter().find_map(|start| value.strip_prefix(start));
    named.unwrap_or(value)
}

fn voice(sections: &[Section<'_>], running: Running<'_, '_>) -> Option<VoiceRange> {
    let switch: Vec<&Section<'_>> = sections.iter().filter(|s| s.root == Root::Switch).collect();
    let line = |key: &str| switch.iter().find_map(|s| s.last(&[key]).map(|l| (l, s.name)));
    let (first, last) = (line("rtp-start-port"), line("rtp-end-port"));
    let number = |line: Option<(&Entry<'_>, &str)>, usual: u16| match line {
        Some((line, _)) => port_of(line.value),
        None => Some(usual),
    };
    let is_sure = !switch.is_empty() || running.was_read("files");
    let written = number(first, VOICE.0).zip(number(last, VOICE.1)).filter(|(a, b)| is_sure && a < b);
    let place = |line: Option<(&Entry<'_>, &str)>, key: &str| match line {
        Some((line, section)) => line.place(section),
        None => Place { key: key.to_owned(), ..Place::default() },
    };
    let written = written.map(PortRange::from);
    let ports = running.voice().or(written)?;
    Some(VoiceRange {
        ports,
        first: place(first, "rtp-start-port"),
        last: place(last, "rtp-end-port"),
        written: written.filter(|w| *w != ports),
    })
}

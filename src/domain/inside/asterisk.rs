//! Asterisk's `chan_sip` and its voice range: what `sip.conf` and `rtp.conf` say, and what the running system says over
//! them.

use crate::domain::inside::checked::{port_of, word};
use crate::domain::inside::running::{MOST, Running, bound_port, host_of};
use crate::domain::inside::sections::{Entry, Root, Section, is_left_out, is_yes};
use crate::domain::inside::{Driver, Extension, Inside, NatSetting, Place, Setting, SipPort, VoiceRange, network};
use crate::domain::service::{PortRange, Transport};

/// Where neither file nor running system says another (`res_rtp_asterisk.c`).
const VOICE: (u16, u16) = (5000, 31000);

/// Lower ports are raised to it there.
const LOWEST_VOICE: u16 = 1024;

/// Sections of `sip.conf` that are no account.
const NO_ACCOUNT: [&str; 2] = ["general", "authentication"];

/// Puts in what `chan_sip` says.
pub(super) fn chan_sip(inside: &mut Inside, sections: &[Section<'_>], running: Running<'_, '_>) {
    let own: Vec<&Section<'_>> = sections.iter().filter(|s| s.root == Root::Sip && !s.is_template).collect();
    // Where the running system was asked and says nothing of it, the module is not loaded and its file is a leftover.
    let is_left = running.was_read("running") || is_left_out(sections, "chan_sip.so");
    if !running.has("sip") && (own.is_empty() || is_left) {
        return;
    }
    let nothing =
        Section { root: Root::Sip, file: "", line: 0, name: "general", is_template: false, lines: Vec::new() };
    let general = own.iter().copied().find(|s| s.name.eq_ignore_ascii_case("general")).unwrap_or(&nothing);
    addresses(inside, general, running);
    ports(inside, general, running);
    strangers(inside, general, running);
    let accounts = own.iter().filter(|s| !NO_ACCOUNT.iter().any(|n| s.name.eq_ignore_ascii_case(n)));
    let phones = accounts.filter(|s| s.last(&["host"]).is_some_and(|l| l.value.eq_ignore_ascii_case("dynamic")));
    let mut names: Vec<&str> = Vec::new();
    for phone in phones.take(MOST) {
        // A second section of one name adds to the first (`build_peer`); the first is the one that people change.
        if names.contains(&phone.name) {
            continue;
        }
        names.push(phone.name);
        inside.extensions.extend(extension(inside, phone, general, running));
    }
    let told = running.told("peer").filter(|f| f.first() == Some(&"sip") && f.get(2) == Some(&"dynamic"));
    let unwritten = told.filter_map(|f| f.get(1).copied()).filter(|name| !names.contains(name));
    inside.extensions.extend(unwritten.take(MOST).filter_map(|name| {
        let contacts = running.contacts("sip", &[name]);
        let name = word(name)?;
        Some(Extension { name, driver: Driver::ChanSip, lacks: Vec::new(), contacts, keep_alive_secs: None })
    }));
}

/// Of `externip`, `externaddr` and `externhost` the last one counts (`reload_config`); local networks add up.
fn addresses(inside: &mut Inside, general: &Section<'_>, running: Running<'_, '_>) {
    let written = general.last(&["externip", "externaddr", "externhost"]).map(|l| l.setting(general.name));
    // `203.0.113.5:0`; a host name is told beside the address that it led to.
    let told = running.value("sip", "Externaddr").or_else(|| running.value("sip", "Externip"));
    let told = told.and_then(|v| v.rsplit_once(':').map_or(Some(v), |(ip, _)| Some(ip)));
    let told = told.filter(|ip| ip.parse::<std::net::IpAddr>().is_ok_and(|ip| !ip.is_unspecified()));
    let is_asked = running.has("sip");
    let setting = match (written, told) {
        (Some(written), Some(told)) if written.value == told => Some(written),
        (Some(written), Some(told)) => {
            let value = told.to_owned();
            Some(Setting { written: Some(written.value), value, place: written.place })
        }
        (None, Some(told)) => {
            Some(Setting { value: told.to_owned(), ..general.unset("externaddr", "") }.without_line())
        }
        (Some(written), None) => (!is_asked || written.host().is_some()).then_some(written),
        (None, None) => None,
    };
    inside.outside.extend(setting);
    inside.outside.extend(general.last(&["media_address"]).map(|l| l.setting(general.name)));
    let told: Vec<&str> = running
        .told("sip")
        .filter(|f| f.first().is_some_and(|l| l.eq_ignore_ascii_case("localnet")))
        .filter_map(|f| f.get(1).copied())
        .collect();
    let written: Vec<Setting> = general.all("localnet").map(|l| l.setting(general.name)).collect();
    if told.is_empty() {
        inside.local.extend(written.into_iter().take(MOST));
    } else {
        inside.local.extend(told.iter().take(MOST).map(|value| {
            let same = |s: &&Setting| network(value).is_some() && s.network() == network(value);
            let at = written.iter().find(same).map(|s| s.place.clone());
            let nowhere = || general.unset("localnet", "").without_line().place;
            Setting { place: at.unwrap_or_else(nowhere), value: (*value).to_owned(), written: None }
        }));
    }
}

fn ports(inside: &mut Inside, general: &Section<'_>, running: Running<'_, '_>) {
    let bind = general.last(&["udpbindaddr", "bindaddr"]);
    let number = general.last(&["bindport", "port"]);
    let usual = number.and_then(|l| port_of(l.value)).unwrap_or(5060);
    let written = bind.and_then(|l| bound_port(l.value, usual)).unwrap_or(usual);
    // The address may hold the port itself, and then it counts.
    let at = bind.filter(|l| bound_port(l.value, 1) != Some(1)).or(number);
    let place = |line: Option<&Entry<'_>>, key: &str| {
        let host = line.and_then(|l| host_of(l.value));
        (line.map_or_else(|| general.unset(key, "").place, |l| l.place(general.name)), host)
    };
    let told = |label: &str| running.value("sip", label);
    // Before 1.8 the port has a label of its own.
    let written = told("SIP Port").and_then(port_of).unwrap_or(written);
    let mut put = |transport, tls, label: &str, written: Option<u16>, (place, host): (Place, Option<String>)| {
        let port = match told(label) {
            Some(value) => bound_port(value, 0).filter(|p| *p != 0),
            None => written,
        };
        if let Some(port) = port {
            let bound = running.holds(&inside.listening, transport, port);
            inside.sip.push(SipPort { driver: Driver::ChanSip, transport, tls, port, place, host, bound });
        }
    };
    put(Transport::Udp, false, "UDP Bindaddress", Some(written), place(at, "bindport"));
    let is_on = |key: &str| general.last(&[key]).is_some_and(|l| is_yes(l.value));
    let of = |key: &str, usual: u16| general.last(&[key]).and_then(|l| bound_port(l.value, usual)).unwrap_or(usual);
    let tcp = is_on("tcpenable").then(|| of("tcpbindaddr", written));
    put(Transport::Tcp, false, "TCP SIP Bindaddress", tcp, place(general.last(&["tcpbindaddr"]), "tcpenable"));
    let tls = is_on("tlsenable").then(|| of("tlsbindaddr", 5061));
    put(Transport::Tcp, true, "TLS SIP Bindaddress", tls, place(general.last(&["tlsbindaddr"]), "tlsenable"));
}

/// Strangers may call unless it says otherwise, and are told alike what exists since 1.8 (`sip.conf.sample`).
fn strangers(inside: &mut Inside, general: &Section<'_>, running: Running<'_, '_>) {
    let guests = general.last(&["allowguest"]);
    let told = running.value("sip", "Allow unknown access").map(is_yes);
    // A part of the files that could not be read may hold it.
    let sure = told.is_some() || guests.is_some() || running.was_read("files");
    if sure && told.unwrap_or_else(|| guests.is_none_or(|l| is_yes(l.value))) {
        let at = guests.map_or_else(|| general.unset("allowguest", "yes"), |l| l.setting(general.name));
        inside.guests.push(Setting { value: "yes".to_owned(), ..at });
    }
    let alike = general.last(&["alwaysauthreject"]);
    let told = running.value("sip", "Always auth rejects").map(is_yes);
    let usual = is_at_least(inside.version.as_deref(), (1, 8));
    if !told.unwrap_or_else(|| alike.map_or(usual, |l| is_yes(l.value))) {
        let at = alike.map_or_else(|| general.unset("alwaysauthreject", "no"), |l| l.setting(general.name));
        inside.name_leaks.push(Setting { value: "no".to_owned(), ..at });
    }
}

fn extension(
    inside: &Inside,
    phone: &Section<'_>,
    general: &Section<'_>,
    running: Running<'_, '_>,
) -> Option<Extension> {
    let name = word(phone.name)?;
    // What the account itself does not say is as the general section says.
    let of = |keys: &[&str]| phone.last(keys).map(|l| (l, phone)).or_else(|| general.last(keys).map(|l| (l, general)));
    let setting = |keys: &[&str], usual: &str| {
        of(keys).map_or_else(
            || phone.unset(keys.first().copied().unwrap_or_default(), usual),
            |(line, section)| line.setting(section.name),
        )
    };
    let nat =
        setting(&["nat"], if is_at_least(inside.version.as_deref(), (11, 0)) { "auto_force_rport" } else { "no" });
    let words: Vec<String> = nat.value.split(',').map(|w| w.trim().to_ascii_lowercase()).collect();
    let says = |known: &[&str]| words.iter().any(|w| known.contains(&w.as_str()));
    let mut lacks = Vec::new();
    if !says(&["yes", "true", "on", "1", "comedia", "auto_comedia", "route"]) {
        lacks.push((NatSetting::SymmetricMedia, nat.clone()));
    }
    if !says(&["yes", "true", "on", "1", "force_rport", "auto_force_rport", "route"]) {
        lacks.push((NatSetting::ForceRport, nat));
    }
    let direct = setting(&["directmedia", "canreinvite"], "yes");
    if !["no", "false", "off", "0", "nonat"].contains(&direct.value.to_ascii_lowercase().as_str()) {
        lacks.push((NatSetting::MediaThroughUs, direct));
    }
    let qualify = setting(&["qualify"], "no");
    let asks = is_yes(&qualify.value) || qualify.value.parse::<u32>().is_ok_and(|ms| ms > 0);
    if !asks {
        lacks.push((NatSetting::Qualify, qualify));
    }
    let freq = of(&["qualifyfreq"]).and_then(|(l, _)| l.value.parse().ok()).unwrap_or(60);
    Some(Extension {
        driver: Driver::ChanSip,
        lacks,
        contacts: running.contacts("sip", &[&name]),
        keep_alive_secs: Some(if asks { freq } else { 0 }),
        name,
    })
}

/// Asterisk's version is told as `16.28.0`, `certified/13.8` or `GIT-…`. Not known counts as new.
fn is_at_least(version: Option<&str>, wanted: (u32, u32)) -> bool {
    let digits = |v: &str| {
        let from = v.find(|c: char| c.is_ascii_digit())?;
        let mut parts = v.split_at(from).1.split(|c: char| !c.is_ascii_digit());
        Some((parts.next()?.parse::<u32>().ok()?, parts.next().and_then(|p| p.parse().ok()).unwrap_or(0)))
    };
    version.and_then(digits).is_none_or(|told| told >= wanted)
}

/// The voice range; none where nobody can say it.
pub(super) fn voice(sections: &[Section<'_>], running: Running<'_, '_>) -> Option<VoiceRange> {
    let general = sections.iter().find(|s| s.root == Root::Rtp && s.name.eq_ignore_ascii_case("general"));
    let line = |key: &str| general.and_then(|g| g.first(key));
    let (start, end) = (line("rtpstart"), line("rtpend"));
    let number = |line: Option<&Entry<'_>>, usual: u16| line.map_or(Some(usual), |l| l.value.parse().ok());
    let is_sure = general.is_some() || running.was_read("files");
    let written = number(start, VOICE.0).zip(number(end, VOICE.1)).filter(|_| is_sure).map(settled);
    let of_pages = |key: &str| {
        let fits = |f: &&[&str]| f.get(1).is_some_and(|k| k.eq_ignore_ascii_case(key));
        running.all("db").find(fits).and_then(|f| port_of(f.get(2)?).map(|port| (f, port)))
    };
    let place = |line: Option<&Entry<'_>>, key: &str| match line {
        Some(line) => line.place("general"),
        None => Place { key: key.to_owned(), section: "general".to_owned(), ..Place::default() },
    };
    if let Some(ports) = running.voice().or(written) {
        let written = written.filter(|w| *w != ports);
        return Some(VoiceRange { ports, first: place(start, "rtpstart"), last: place(end, "rtpend"), written });
    }
    let ((table, first), (_, last)) = of_pages("rtpstart").zip(of_pages("rtpend"))?;
    let table = table.first().and_then(|t| word(t))?;
    let place = |key: &str| Place { file: format!("database {table}"), key: key.to_owned(), ..Place::default() };
    let ports = settled((first, last));
    Some(VoiceRange { ports, first: place("rtpstart"), last: place("rtpend"), written: None })
}

/// Too low is raised, and a range without an end is none: then the usual one counts (`res_rtp_asterisk.c`).
fn settled((first, last): (u16, u16)) -> PortRange {
    let (first, last) = (first.max(LOWEST_VOICE), last.max(LOWEST_VOICE));
    PortRange::from(if first >= last { VOICE } else { (first, last) })
}

impl Setting {
    /// What nobody wrote stands on no line.
    pub(super) fn without_line(mut self) -> Self {
        self.place.line = 0;
        self
    }
}

//! Asterisk's PJSIP: transports, endpoints and their addresses of record, from `pjsip.conf`, from the short way of
//! `pjsip_wizard.conf`, and from the running system over both. Of several objects of one name each has its own type.

use std::collections::BTreeSet;

use crate::domain::inside::checked::{port_of, word};
use crate::domain::inside::running::{self, MOST, Running, bound_port, host_of};
use crate::domain::inside::sections::{Entry, Root, Section, is_left_out, is_yes};
use crate::domain::inside::{Driver, Extension, Inside, NatSetting, Setting, SipPort};
use crate::domain::service::Transport;

/// What the endpoint of strangers is called.
const STRANGERS: &str = "anonymous";

/// An option of an endpoint, what a phone outside needs it to be, and what it is unless somebody says otherwise
/// (`pjsip_configuration.c`).
const OPTIONS: [(NatSetting, &str, bool, bool); 4] = [
    (NatSetting::SymmetricMedia, "rtp_symmetric", true, false),
    (NatSetting::ForceRport, "force_rport", true, true),
    (NatSetting::RewriteContact, "rewrite_contact", true, false),
    (NatSetting::MediaThroughUs, "direct_media", false, true),
];

/// Puts in what PJSIP says.
pub(super) fn pjsip(inside: &mut Inside, sections: &[Section<'_>], running: Running<'_, '_>) {
    let objects: Vec<&Section<'_>> =
        sections.iter().filter(|s| matches!(s.root, Root::Pjsip | Root::Wizard) && !s.is_template).collect();
    let is_left = running.was_read("running") || is_left_out(sections, "chan_pjsip.so");
    let runs = running.has("transport") || running.told("peer").any(|f| f.first() == Some(&"pjsip"));
    if !runs && (objects.is_empty() || is_left) {
        return;
    }
    let of_type = |kind: &'static str| objects.iter().copied().filter(move |s| kind_of(s) == Some(kind));
    let transports: Vec<&Section<'_>> = of_type("transport").take(MOST).collect();
    for transport in &transports {
        read_transport(inside, transport, running);
    }
    let known = |name: &str| transports.iter().any(|t| t.name == name);
    for told in running.told("transport").filter(|f| f.first().is_some_and(|name| !known(name))).take(MOST) {
        let blank = Section { name: told.first().copied().unwrap_or_default(), ..BLANK };
        read_transport(inside, &blank, running);
    }
    if let Some(open) = of_type("endpoint").find(|s| s.name.eq_ignore_ascii_case(STRANGERS)) {
        let at = open.last(&["type"]).map_or_else(|| open.unset("type", ""), |l| l.setting(open.name));
        inside.guests.push(Setting { value: "endpoint".to_owned(), ..at });
    }
    let files = if inside.was_read("files") { Files::Whole } else { Files::Parts };
    let aors: Vec<&Section<'_>> = of_type("aor").collect();
    for endpoint in of_type("endpoint").take(MOST) {
        inside.extensions.extend(extension(endpoint, &aors, files, running));
    }
    for wizard in of_type("wizard").filter(|s| s.last(&["accepts_registrations"]).is_some_and(|l| is_yes(l.value))) {
        inside.extensions.extend(extension(wizard, &[wizard], files, running));
    }
    for name in unwritten(&objects, running) {
        inside.extensions.extend(extension(&Section { name, ..BLANK }, &[], Files::Parts, running));
    }
}

/// Phones of which only the running system tells: they come from a database. What it does not list among its accounts,
/// and what has signed in all the same, goes by the name that it signed in at.
fn unwritten<'b>(objects: &[&Section<'_>], running: Running<'_, 'b>) -> Vec<&'b str> {
    let accounts = objects.iter().filter(|s| matches!(kind_of(s), Some("endpoint" | "wizard")));
    let written: BTreeSet<&str> = accounts.map(|s| s.name).collect();
    let peers = || running.told("peer").filter(|f| f.first() == Some(&"pjsip"));
    let phones = peers().filter(|f| f.get(2) == Some(&"dynamic")).filter_map(|f| f.get(1).copied());
    let mut claimed: BTreeSet<&str> = peers().filter_map(|f| f.get(1).copied()).collect();
    claimed.extend(objects.iter().flat_map(|s| s.all("aors")).flat_map(|l| l.value.split(',')).map(str::trim));
    claimed.extend(peers().filter_map(|f| f.get(4)).flat_map(|aors| aors.split(',')));
    // A line to somebody else has an address too, and one without an end.
    let signed_in = running.told("contact").filter(|f| f.first() == Some(&"pjsip") && has_end(f));
    let homeless = signed_in.filter_map(|f| f.get(1).copied()).filter(|name| !claimed.contains(name));
    let mut names: Vec<&str> = Vec::new();
    for name in phones.chain(homeless).filter(|name| *name != "?" && !written.contains(name)) {
        if !names.contains(&name) && names.len() < MOST {
            names.push(name);
        }
    }
    names
}

fn has_end(contact: &[&str]) -> bool {
    running::contact(contact).is_some_and(|c| c.expires_secs.is_some())
}

/// Whether what the files do not say is nowhere said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Files {
    Whole,
    /// What could not be read may say it.
    Parts,
}

/// What is nowhere written.
const BLANK: Section<'static> =
    Section { root: Root::Pjsip, file: "", line: 0, name: "", is_template: false, lines: Vec::new() };

fn kind_of<'b>(section: &Section<'b>) -> Option<&'b str> {
    section.last(&["type"]).map(|l| l.value.trim())
}

fn read_transport(inside: &mut Inside, transport: &Section<'_>, running: Running<'_, '_>) {
    let name = transport.name;
    let line = |key: &str| transport.last(&[key]);
    for key in ["external_media_address", "external_signaling_address"] {
        inside.outside.extend(line(key).map(|l| l.setting(name)).filter(|s| !s.value.is_empty()));
    }
    // Several may stand on one line.
    let each = |l: &Entry<'_>| {
        let one = |value: &str| Setting { value: value.trim().to_owned(), ..l.setting(name) };
        l.value.split(',').map(one).collect::<Vec<_>>()
    };
    inside.local.extend(transport.all("local_net").flat_map(each).take(MOST));
    // `run|transport|NAME|PROTOCOL|ADDRESS|PORT`.
    let told = running.told("transport").find(|f| f.first() == Some(&name));
    let protocol = told.and_then(|f| f.get(1).copied()).or_else(|| line("protocol").map(|l| l.value));
    let (kind, tls, usual) = match protocol.unwrap_or("udp").to_ascii_lowercase().as_str() {
        "udp" => (Transport::Udp, false, 5060),
        "tcp" => (Transport::Tcp, false, 5060),
        "tls" => (Transport::Tcp, true, 5061),
        // Web phones come through the web server.
        _ => return,
    };
    let written = || line("bind").and_then(|l| bound_port(l.value, usual));
    let Some(port) = told.and_then(|f| port_of(f.get(3)?)).or_else(written) else { return };
    let place = line("bind").map_or_else(|| transport.unset("bind", "").place, |l| l.place(name));
    let host = line("bind").and_then(|l| host_of(l.value));
    let bound = running.holds(&inside.listening, kind, port);
    inside.sip.push(SipPort { driver: Driver::PjSip, transport: kind, tls, port, place, host, bound });
}

/// An account that phones sign in to. One with a fixed contact is a line to somebody else.
fn extension(
    endpoint: &Section<'_>,
    aors: &[&Section<'_>],
    files: Files,
    running: Running<'_, '_>,
) -> Option<Extension> {
    let name = word(endpoint.name)?;
    let is_wizard = kind_of(endpoint) == Some("wizard");
    let option = |section: &Section<'_>, kind: &str, key: &str| {
        let own = if is_wizard { format!("{kind}/{key}") } else { key.to_owned() };
        section.last(&[&own]).map_or_else(|| section.unset(&own, ""), |l| l.setting(section.name))
    };
    let says = |keys: &[&str]| endpoint.last(keys).is_some_and(|l| is_yes(l.value));
    let is_for_a_line = endpoint.last(&["outbound_auth", "endpoint/outbound_auth"]).is_some() || says(&["sends_auth"]);
    let is_web = says(&["webrtc", "endpoint/webrtc"]);
    if is_for_a_line || is_web || name.eq_ignore_ascii_case(STRANGERS) {
        return None;
    }
    let names = option(endpoint, "endpoint", "aors").value;
    let peer = running.told("peer").find(|f| f.first() == Some(&"pjsip") && f.get(1) == Some(&endpoint.name));
    let told = peer.and_then(|f| f.get(4)).filter(|aors| !aors.is_empty());
    let names: Vec<&str> = if let Some(told) = told {
        told.split(',').collect()
    } else if is_wizard || names.is_empty() {
        vec![endpoint.name]
    } else {
        names.split(',').map(str::trim).filter(|n| !n.is_empty()).collect()
    };
    let own: Vec<&Section<'_>> = aors.iter().copied().filter(|a| names.contains(&a.name)).collect();
    if own.iter().any(|a| a.last(&["contact", "aor/contact", "remote_hosts"]).is_some()) {
        return None;
    }
    let is_known = |at: &Setting| files == Files::Whole || !at.value.is_empty();
    let mut lacks = Vec::new();
    for (setting, key, wanted, usual) in OPTIONS {
        let at = option(endpoint, "endpoint", key);
        let is = if at.value.is_empty() { usual } else { is_yes(&at.value) };
        if is != wanted && is_known(&at) {
            let value = if is { "yes" } else { "no" }.to_owned();
            lacks.push((setting, Setting { value, ..at }));
        }
    }
    let asked = own.first().map(|aor| option(aor, "aor", "qualify_frequency")).filter(is_known);
    let keep_alive_secs = asked.as_ref().map(|s| s.value.parse().unwrap_or(0));
    if let Some(at) = asked.filter(|_| keep_alive_secs == Some(0)) {
        lacks.push((NatSetting::Qualify, Setting { value: "0".to_owned(), ..at }));
    }
    // A phone signs in at its address of record, whose name may be another. What could not be told is not nowhere.
    let contacts = running.contacts("pjsip", &names).filter(|_| !names.contains(&"?"));
    Some(Extension { name, driver: Driver::PjSip, lacks, contacts, keep_alive_secs })
}

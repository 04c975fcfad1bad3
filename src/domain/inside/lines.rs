//! What the lines of a block mean, from whichever phone system they come.
//!
//! Fields are parted by `|`; a sign outside printable ASCII, and `|` in a value, arrive as `?`. Unknown kinds of line are
//! left out, so that an older program reads a newer script of the same version.
//!
//! | line | fields |
//! |---|---|
//! | `at` | seconds since 1970, by the box's clock |
//! | `system` | `asterisk`, `freeswitch` or `none`, version as told or empty |
//! | `product` | `freepbx`, `issabel`, `trixbox`, `fusionpbx`, version or empty (FreePBX 2 of trixbox's age: `freepbx`, `2.…`) |
//! | `addr` | adapter, address/prefix length |
//! | `part` | `files`, `accounts`, `running`, `bans`, `sockets`, `database`, `dial-plan`, `voicemail`; `read`, `denied`, `absent`, `elsewhere` (a database or a program holds it, and is not asked), `failed` or `too-much`; which file or command, or empty. Several lines of one part are possible: each is another reason |
//! | `conf` | `sip`, `pjsip`, `pjsip_wizard`, `rtp`, `iax`, `manager`, `http`, `modules` (of it only `load` and `noload` of a SIP driver), `voicemail`, `dial-plan`, `vars`, `profile`, `switch`, `acl`; the file where reading begins (of FreeSWITCH's dial plan the first one only: its patterns name theirs). Until the next `conf`, `sec` and `set` are read for it, whichever file they stand in |
//! | `sec` | file, line, section, its templates parted by `,` (a leading `!` makes the section one itself, `+` adds to an earlier one, `+type=…` to the one of that type; `?` stands where they could not be told, and then part `files` says `failed`). A section without templates and without a listed key has no line |
//! | `set` | file, line, section, key, value: a setting of a file, in the order in which the system reads them. Keys in small letters, as the system takes them. A value that is only told to be there is `?`: `host` (other than `dynamic`), `contact`, `outbound_auth`, `remote_hosts`, and any value whose form might hide a secret |
//! | `db` | table, key, value: a setting of the management pages' database: `sipsettings`, `kvstore_Sipsettings`, `v_vars`, `v_sip_profile_settings` (key: `profile/setting`) |
//! | `run` | what was asked, the answer's own fields: see below |
//! | `sock` | `udp` or `tcp`, address (any: `0.0.0.0` or `::`), port, program or empty; those of the box alone (127.…, ::1) are left out |
//! | `ban` | who bans (`fail2ban`, `freepbx-firewall`, `firewall`), list, address or network, and what the list is where that is no rule of iptables and no jail: `set` (ipset), `route`, `nft-rule` or `nft-set` with family and table behind it (`nft-set inet filter`) |
//! | `let` | list, address or network: whom the firewall of FreePBX lets in before it asks who stands on its list `ATTACKER` |
//! | `dial` | file, line, context, pattern: only those that could lead abroad and that lead out |
//! | `vm` | file, line, context, mailbox (empty: for all), option (`dialout`, `callback`), value |
//!
//! | `run` | fields after it |
//! |---|---|
//! | `sip` | a label of `sip show settings` as Asterisk writes it (`Externaddr`, `Localnet`, `UDP Bindaddress`, …), value |
//! | `transport` | a PJSIP transport's name, `udp`, `tcp`, `tls`, …, address, port |
//! | `peer` | `sip` or `pjsip`, name, `dynamic`, `static` or empty (not told), state as told (`OK`, `UNREACHABLE`, `UNKNOWN`, `Unmonitored`, `Unavailable`, `Not in use`, …); of `pjsip` its addresses of record parted by `,`: `dynamic` where one of them takes phones in |
//! | `contact` | `sip`, `pjsip` or a Sofia profile's name, extension, address, port, `yes`, `no` or empty: answers the keep-alive, seconds until it ends or empty, round trip in ms or empty |
//! | `voice` | first and last port, as the running Asterisk says |
//! | `profile` | a Sofia profile's name, label as told (`Ext-RTP-IP`, `URL`, …), value |
//! | `var` | name of a FreeSWITCH variable, value |
//! | `registration` | `sip`, `pjsip` or `sofia`, the state of a registration with a provider (nothing else of it) |

use jiff::Timestamp;

use crate::domain::address::Network;
use crate::domain::inside::block;
use crate::domain::inside::checked::{check, word};
use crate::domain::inside::running::{MOST, Running};
use crate::domain::inside::sections::sections;
use crate::domain::inside::{
    AbroadPattern, Engine, How, Inside, Place, Product, Setting, asterisk, bans, freeswitch, pjsip,
};
use crate::domain::message::Problem;

/// Reads a whole block, or says why nothing of it is believed.
pub fn read(pasted: &str, how: How, now: Timestamp) -> Result<Inside, Problem> {
    let block = block::read(pasted)?;
    check(&block)?;
    let running = Running::of(&block);
    let first = |kind: &'static str| running.all(kind).next();
    let engine = match first("system").and_then(|f| f.first().copied()) {
        Some("asterisk") => Engine::Asterisk,
        Some("freeswitch") => Engine::FreeSwitch,
        Some(_) | None => return Err(Problem::new("inside-no-phone-system")),
    };
    let at = first("at").and_then(|f| Timestamp::from_second(f.first()?.parse().ok()?).ok());
    let mut inside = Inside {
        how,
        at: at.ok_or_else(|| Problem::new("paste-changed"))?,
        taken_at: now,
        engine,
        version: first("system").and_then(|f| word(f.get(1)?)),
        product: product(running),
        addresses: running.all("addr").filter_map(|f| f.get(1)?.parse::<Network>().ok()).collect(),
        neighbours: Vec::new(),
        outside: Vec::new(),
        names: std::collections::BTreeMap::new(),
        local: Vec::new(),
        sip: Vec::new(),
        voice: None,
        extensions: Vec::new(),
        bans: bans::read(running),
        guests: Vec::new(),
        name_leaks: Vec::new(),
        call_out: call_out(running),
        abroad: abroad(running),
        listening: running.sockets(),
        unread: running.unread(),
    };
    let sections = sections(&block);
    match engine {
        Engine::Asterisk => {
            asterisk::chan_sip(&mut inside, &sections, running);
            pjsip::pjsip(&mut inside, &sections, running);
            inside.voice = asterisk::voice(&sections, running);
        }
        Engine::FreeSwitch => freeswitch::freeswitch(&mut inside, &sections, running),
    }
    only_words(&mut inside);
    Ok(inside)
}

/// FreePBX 2 is as old as trixbox, and has its menus.
fn product(running: Running<'_, '_>) -> Product {
    let Some(fields) = running.all("product").next() else { return Product::Files };
    let is_old = fields.get(1).is_some_and(|version| version.starts_with("2."));
    match fields.first().copied() {
        Some("freepbx") if is_old => Product::Trixbox,
        Some("freepbx") => Product::FreePbx,
        Some("issabel") => Product::Issabel,
        Some("trixbox") => Product::Trixbox,
        Some("fusionpbx") => Product::FusionPbx,
        Some(_) | None => Product::Files,
    }
}

/// A mailbox from whose menu one may dial on, or that calls back.
fn call_out(running: Running<'_, '_>) -> Vec<Setting> {
    let setting = |f: &[&str]| {
        let [file, line, context, mailbox, option, value, ..] = f else { return None };
        let section =
            if mailbox.is_empty() { word(context)? } else { format!("{} {}", word(context)?, word(mailbox)?) };
        let place = Place { file: (*file).to_owned(), line: line.parse().ok()?, section, key: word(option)? };
        Some(Setting { place, value: word(value)?, written: None })
    };
    running.all("vm").filter_map(setting).take(MOST).collect()
}

fn abroad(running: Running<'_, '_>) -> Vec<AbroadPattern> {
    let pattern = |f: &[&str]| {
        let [file, line, context, pattern, ..] = f else { return None };
        let place = Place {
            file: (*file).to_owned(),
            line: line.parse().ok()?,
            section: word(context)?,
            key: "exten".to_owned(),
        };
        Some(AbroadPattern { pattern: word(pattern)?, place })
    };
    running.all("dial").filter_map(pattern).take(MOST).collect()
}

/// Only short plain words go on, whichever reader they come from.
fn only_words(inside: &mut Inside) {
    let place = |p: &Place| p.section.is_empty() || word(&p.section).is_some();
    let setting = |s: &Setting| {
        let fine = |value: &str| word(value).is_some_and(|w| w != "?");
        fine(&s.value) && s.written.as_deref().is_none_or(fine) && place(&s.place) && word(&s.place.key).is_some()
    };
    for settings in
        [&mut inside.outside, &mut inside.local, &mut inside.guests, &mut inside.name_leaks, &mut inside.call_out]
    {
        settings.retain(setting);
        settings.truncate(MOST);
    }
    inside.sip.retain(|p| place(&p.place));
    inside.sip.truncate(256);
    inside.extensions.truncate(MOST);
    for extension in &mut inside.extensions {
        extension.lacks.retain(|(_, at)| setting(at));
    }
}

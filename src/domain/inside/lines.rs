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
//! | `part` | `files`, `running`, `bans`, `sockets`, `database`, `dial-plan`, `voicemail`; `read`, `denied`, `absent`, `failed` or `too-much`; which file or command, or empty. Several lines of one part are possible: each is another reason |
//! | `conf` | `sip`, `pjsip`, `rtp`, `iax`, `manager`, `http`, `voicemail`, `dial-plan`, `vars`, `profile`, `switch`, `acl`; the file where reading begins. Until the next `conf`, `sec` and `set` are read for it, whichever file they stand in |
//! | `sec` | file, line, section, its templates parted by `,` (a leading `!` makes the section one itself, `+` adds to an earlier one). A section without templates and without a listed key has no line |
//! | `set` | file, line, section, key, value: a setting of a file, in the order in which the system reads them. Keys in small letters, as the system takes them. A value that is only told to be there is `?`: `host` (other than `dynamic`), `contact`, `outbound_auth`, and any value whose form might hide a secret |
//! | `db` | table, key, value: a setting of the management pages' database: `sipsettings`, `kvstore_Sipsettings`, `v_vars`, `v_sip_profile_settings` (key: `profile/setting`) |
//! | `run` | what was asked, the answer's own fields: see below |
//! | `sock` | `udp` or `tcp`, address (any: `0.0.0.0` or `::`), port, program or empty; those of the box alone (127.…, ::1) are left out |
//! | `ban` | who bans (`fail2ban`, `freepbx-firewall`, `firewall`), list, address or network |
//! | `dial` | file, line, context, pattern: only those that could lead abroad and that lead out |
//! | `vm` | file, line, context, mailbox (empty: for all), option (`dialout`, `callback`), value |
//!
//! | `run` | fields after it |
//! |---|---|
//! | `sip` | a label of `sip show settings` as Asterisk writes it (`Externaddr`, `Localnet`, `UDP Bindaddress`, …), value |
//! | `transport` | a PJSIP transport's name, `udp`, `tcp`, `tls`, …, address, port |
//! | `peer` | `sip` or `pjsip`, name, `dynamic`, `static` or empty (not told), state as told (`OK`, `UNREACHABLE`, `UNKNOWN`, `Unmonitored`, `Unavailable`, `Not in use`, …) |
//! | `contact` | `sip`, `pjsip` or a Sofia profile's name, extension, address, port, `yes`, `no` or empty: answers the keep-alive, seconds until it ends or empty, round trip in ms or empty |
//! | `voice` | first and last port, as the running Asterisk says |
//! | `profile` | a Sofia profile's name, label as told (`Ext-RTP-IP`, `URL`, …), value |
//! | `var` | name of a FreeSWITCH variable, value |
//! | `registration` | `sip`, `pjsip` or `sofia`, the state of a registration with a provider (nothing else of it) |

use jiff::Timestamp;

use crate::domain::address::Network;
use crate::domain::inside::block::{self, Block};
use crate::domain::inside::{Engine, How, Inside, Product};
use crate::domain::message::Problem;

/// Reads a whole block, or says why nothing of it is believed.
pub fn read(pasted: &str, how: How, now: Timestamp) -> Result<Inside, Problem> {
    let block = block::read(pasted)?;
    let at = first(&block, "at").and_then(|f| Timestamp::from_second(f.first()?.parse().ok()?).ok());
    let system = first(&block, "system");
    let engine = match system.and_then(|f| f.first().copied()) {
        Some("asterisk") => Engine::Asterisk,
        Some("freeswitch") => Engine::FreeSwitch,
        Some(_) | None => return Err(Problem::new("inside-no-phone-system")),
    };
    let version = system.and_then(|f| f.get(1)).filter(|v| !v.is_empty()).map(|v| (*v).to_owned());
    Ok(Inside {
        how,
        at: at.ok_or_else(|| Problem::new("paste-changed"))?,
        taken_at: now,
        engine,
        version,
        product: product(&block),
        addresses: all(&block, "addr").filter_map(|f| f.get(1)?.parse::<Network>().ok()).collect(),
        outside: Vec::new(),
        local: Vec::new(),
        sip: Vec::new(),
        voice: None,
        extensions: Vec::new(),
        bans: Vec::new(),
        guests: Vec::new(),
        name_leaks: Vec::new(),
        call_out: Vec::new(),
        abroad: Vec::new(),
        listening: Vec::new(),
        unread: Vec::new(),
    })
}

fn product(block: &Block<'_>) -> Product {
    match first(block, "product").and_then(|f| f.first().copied()) {
        Some("freepbx") => Product::FreePbx,
        Some("issabel") => Product::Issabel,
        Some("trixbox") => Product::Trixbox,
        Some("fusionpbx") => Product::FusionPbx,
        Some(_) | None => Product::Files,
    }
}

/// The fields of every line of this kind, without its name.
fn all<'b>(block: &'b Block<'_>, kind: &'b str) -> impl Iterator<Item = &'b [&'b str]> {
    block.lines.iter().filter_map(move |line| line.split_first().filter(|(first, _)| **first == kind).map(|(_, f)| f))
}

fn first<'b>(block: &'b Block<'_>, kind: &'b str) -> Option<&'b [&'b str]> {
    all(block, kind).next()
}

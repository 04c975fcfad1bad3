//! What the lines of a block mean, from whichever phone system they come.
//!
//! Fields are parted by `|`; a sign outside printable ASCII, and `|` in a value, arrive as `?`. Unknown kinds of line are
//! left out, so that an older program reads a newer script of the same version.
//!
//! | line | fields |
//! |---|---|
//! | `at` | seconds since 1970, by the box's clock |
//! | `system` | `asterisk` or `freeswitch`, version as told or empty |
//! | `product` | `freepbx`, `issabel`, `trixbox`, `fusionpbx`, version or empty |
//! | `addr` | adapter, address/prefix length |
//! | `part` | `files`, `running`, `bans`, `sockets`, `database`, `dial-plan`, `voicemail`; `read`, `denied`, `absent`, `failed` or `too-much` |
//! | `sec` | file, line, section, its templates parted by `,` (a leading `!` makes the section one itself) |
//! | `set` | file, line, section, key, value: a setting of a file, in the order in which the system reads them |
//! | `db` | table, key, value: a setting of the management pages' database |
//! | `run` | what was asked (`sip-port`, `transport`, `peer`, `contact`, `profile`, `registration`, `voice`, …), the answer's own fields |
//! | `sock` | `udp` or `tcp`, address, port, program or empty |
//! | `ban` | who bans (`fail2ban`, `freepbx-firewall`, `firewall`), list, address or network |
//! | `dial` | file, line, context, pattern |
//! | `vm` | file, line, context, mailbox (empty: for all), option, value |

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

//! Refuses a block in which something stands that no look inside would print, and lets only short plain words on. What
//! is refused is refused whole: whoever wrote one such line may have written the others.

use crate::domain::inside::block::{Block, MOST_OF_A_KIND};
use crate::domain::message::Problem;

/// Folders that hold a phone system's own settings.
const FOLDERS: [&str; 12] = [
    "/etc/asterisk/",
    "/etc/freeswitch/",
    "/etc/fusionpbx/",
    "/etc/fail2ban/",
    "/opt/freeswitch/",
    "/usr/local/asterisk/",
    "/usr/local/etc/asterisk/",
    "/usr/local/etc/freeswitch/",
    "/usr/local/freeswitch/",
    "/usr/share/freeswitch/",
    "/var/lib/asterisk/",
    "/var/spool/asterisk/",
];

/// Kinds of line whose first field is a file.
const OF_A_FILE: [&str; 4] = ["dial", "sec", "set", "vm"];

/// What stands for a value that is only told to be there.
const HIDDEN: &str = "?";

/// Settings whose value is a secret, or may hold one.
const SECRETS: [&str; 18] = [
    "auth_pass",
    "authuser",
    "db_pass",
    "dbpass",
    "dbsecret",
    "md5_cred",
    "md5secret",
    "outbound_auth_pass",
    "pass",
    "passwd",
    "password",
    "register",
    "remotesecret",
    "secret",
    "turnpassword",
    "vm-password",
    "vmsecret",
    "a1-hash",
];

/// Longest word that goes on.
pub(super) const LONGEST: usize = 80;

/// Looks at every line.
pub(super) fn check(block: &Block<'_>) -> Result<(), Problem> {
    for line in &block.lines {
        let Some((kind, fields)) = line.split_first() else { continue };
        if OF_A_FILE.contains(kind) {
            let file = fields.first().copied().unwrap_or_default();
            if !is_known_place(file) {
                return Err(Problem::new("paste-foreign-file").with("file", shown(file)));
            }
        }
        let told = match *kind {
            "set" => fields.get(3).zip(fields.get(4)),
            "db" => fields.get(1).zip(fields.get(2)),
            _ => None,
        };
        if let Some((key, _)) = told.filter(|(key, value)| is_secret(key) && **value != HIDDEN) {
            return Err(Problem::new("paste-holds-secret").with("key", shown(key)));
        }
        if is_portless(kind, fields) {
            return Err(Problem::new("paste-absurd").with("line", shown(&line.join("|"))));
        }
    }
    for (kind, most) in MOST_OF_A_KIND {
        let count = block.lines.iter().filter(|line| line.first() == Some(&kind)).count();
        if count > most {
            return Err(Problem::new("paste-absurd").with("line", format!("{kind} × {count}")));
        }
    }
    Ok(())
}

/// A system may have its folder anywhere, and a file of it may name any other; what is no settings file by its name is
/// none of its own.
fn is_known_place(file: &str) -> bool {
    let is_plain = file.chars().all(|c| c.is_ascii_graphic()) && !file.split('/').any(|part| part == "..");
    let is_by_name = file.starts_with('/') && [".conf", ".xml"].iter().any(|end| file.ends_with(end));
    is_plain && file.len() <= 200 && (is_by_name || FOLDERS.iter().any(|folder| file.starts_with(folder)))
}

/// Of `FusionPBX` the name of the profile or the context stands before the setting's own, of PJSIP's wizard the object's.
fn is_secret(key: &str) -> bool {
    let own = key.rsplit('/').next().unwrap_or(key);
    let of = key.split('/').next().unwrap_or(key);
    let is_of_auth = own.len() < key.len() && of.to_ascii_lowercase().ends_with("_auth");
    is_of_auth || SECRETS.iter().any(|secret| own.eq_ignore_ascii_case(secret))
}

/// Nothing listens at port 0, and there are no more than 65535.
fn is_portless(kind: &str, fields: &[&str]) -> bool {
    let is_none = |at: usize| fields.get(at).and_then(|p| port_of(p)).is_none();
    match (kind, fields.first()) {
        ("sock", _) => is_none(2),
        ("run", Some(&"voice")) => is_none(1) || is_none(2),
        ("run", Some(&"transport")) => is_none(4),
        // A phone that is away has no port.
        ("run", Some(&"contact")) => fields.get(4).is_none_or(|p| !p.is_empty()) && is_none(4),
        _ => false,
    }
}

/// A port that something can listen at.
pub(super) fn port_of(text: &str) -> Option<u16> {
    text.parse().ok().filter(|port| *port != 0)
}

/// A name or a value that may go on: printable, not empty, not long.
pub(super) fn word(text: &str) -> Option<String> {
    let text = text.trim();
    let is_fine = !text.is_empty() && text.len() <= LONGEST && text.chars().all(|c| (' '..='~').contains(&c));
    is_fine.then(|| text.to_owned())
}

/// As much of a line as is shown of one that is refused.
fn shown(text: &str) -> String {
    text.chars().filter(|c| (' '..='~').contains(c)).take(LONGEST).collect()
}

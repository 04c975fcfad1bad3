//! Whether the system asks for reduced motion, from its own tool by full path: no safe interface says it everywhere. Asked
//! once, beside the drawing; a system that does not say gets the little movement that there is.

use std::sync::mpsc::{Receiver, sync_channel};

use crate::engine::{Wake, aside};

/// What a system asks of programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing in particular.
    #[default]
    Anything,
    /// As little movement as can be.
    Stillness,
}

/// Asks the system; the answer comes when there is one.
pub(super) fn ask(wake: Wake) -> Option<Receiver<Wanted>> {
    // One question, one answer.
    let (tell, told) = sync_channel(1);
    let tell = move |said: Option<String>| {
        tell.send(meant(&said.unwrap_or_default())).ok();
        wake();
    };
    aside::ask(TOOL, WORDS, tell).then_some(told)
}

#[cfg(target_os = "windows")]
const TOOL: &str = r"C:\Windows\System32\reg.exe";
#[cfg(target_os = "windows")]
const WORDS: &[&str] = &["query", r"HKCU\Control Panel\Desktop", "/v", "UserPreferencesMask"];
#[cfg(target_os = "windows")]
fn meant(said: &str) -> Wanted {
    by_mask(said)
}

#[cfg(target_os = "macos")]
const TOOL: &str = "/usr/bin/defaults";
#[cfg(target_os = "macos")]
const WORDS: &[&str] = &["read", "com.apple.universalaccess", "reduceMotion"];
#[cfg(target_os = "macos")]
fn meant(said: &str) -> Wanted {
    by_word(said, "1")
}

#[cfg(not(any(target_os = "windows", target_os = "macos")))]
const TOOL: &str = "/usr/bin/gsettings";
#[cfg(not(any(target_os = "windows", target_os = "macos")))]
const WORDS: &[&str] = &["get", "org.gnome.desktop.interface", "enable-animations"];
#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn meant(said: &str) -> Wanted {
    by_word(said, "false")
}

/// The one word that asks for stillness.
#[cfg_attr(target_os = "windows", expect(dead_code, reason = "other systems say it in a word"))]
fn by_word(said: &str, still: &str) -> Wanted {
    if said.trim() == still { Wanted::Stillness } else { Wanted::Anything }
}

/// Windows keeps it in the fifth byte of a mask: its second bit is set where things inside windows may move.
#[cfg_attr(not(any(target_os = "windows", test)), expect(dead_code, reason = "only Windows has a mask"))]
fn by_mask(said: &str) -> Wanted {
    let mask = said.split_once("REG_BINARY").map(|(_, mask)| mask.trim()).unwrap_or_default();
    let fifth = mask.get(8..10).and_then(|byte| u8::from_str_radix(byte, 16).ok());
    if fifth.is_some_and(|byte| byte & 0x02 == 0) { Wanted::Stillness } else { Wanted::Anything }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_system_says_it_in_its_own_way() {
        for (said, wanted) in [
            ("false\n", Wanted::Stillness),
            ("true\n", Wanted::Anything),
            ("", Wanted::Anything),
            ("No such schema", Wanted::Anything),
        ] {
            assert_eq!(by_word(said, "false"), wanted, "{said:?}");
        }
        let registry = |mask: &str| {
            format!(
                "\r\nHKEY_CURRENT_USER\\Control Panel\\Desktop\r\n    UserPreferencesMask    REG_BINARY    {mask}\r\n\r\n"
            )
        };
        for (mask, wanted) in [
            ("9E3E078012000000", Wanted::Anything),
            ("9012038010000000", Wanted::Stillness),
            ("9012", Wanted::Anything),
            ("zz", Wanted::Anything),
        ] {
            assert_eq!(by_mask(&registry(mask)), wanted, "{mask}");
        }
    }
}

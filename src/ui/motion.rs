//! Whether the system asks for reduced motion, from its own tool by full path: no safe interface says it everywhere. Asked
//! once, beside the drawing; a system that does not say gets the little movement that there is.

use std::io::Read as _;
use std::process::{Command, Stdio};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread::{Builder, sleep};
use std::time::Duration;

use crate::engine::Wake;

/// What the system's tool says is a line or two.
const MOST: u64 = 4096;

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
    let asking = move || {
        tell.send(wanted()).ok();
        wake();
    };
    Builder::new().name("motion".to_owned()).spawn(asking).ok().map(|_| told)
}

#[cfg(target_os = "windows")]
fn wanted() -> Wanted {
    let mask = ["query", r"HKCU\Control Panel\Desktop", "/v", "UserPreferencesMask"];
    by_mask(&said(r"C:\Windows\System32\reg.exe", &mask).unwrap_or_default())
}

#[cfg(target_os = "macos")]
fn wanted() -> Wanted {
    by_word(&said("/usr/bin/defaults", &["read", "com.apple.universalaccess", "reduceMotion"]).unwrap_or_default(), "1")
}

#[cfg(not(any(target_os = "windows", target_os = "macos")))]
fn wanted() -> Wanted {
    let animations = ["get", "org.gnome.desktop.interface", "enable-animations"];
    by_word(&said("/usr/bin/gsettings", &animations).unwrap_or_default(), "false")
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

/// What a tool says within a second.
fn said(tool: &str, words: &[&str]) -> Option<String> {
    let mut command = Command::new(tool);
    command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        // CREATE_NO_WINDOW: no black box flashes up.
        command.creation_flags(0x0800_0000);
    }
    let mut child = command.spawn().ok()?;
    for _ in 0..50 {
        if child.try_wait().ok()?.is_some() {
            let mut text = String::new();
            child.stdout.take()?.take(MOST).read_to_string(&mut text).ok()?;
            return Some(text);
        }
        sleep(Duration::from_millis(20));
    }
    child.kill().ok();
    child.wait().ok();
    None
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

    #[test]
    fn a_tool_that_is_not_there_or_does_not_end_says_nothing() {
        assert_eq!(said("/nowhere/at/all", &[]), None);
        #[cfg(unix)]
        assert_eq!(said("/bin/sleep", &["60"]), None);
    }
}

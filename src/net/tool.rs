//! What one of the system's own tools says: asked by its full path, for a second at most, where no safe interface tells.

use std::io::Read as _;
use std::process::{Command, Stdio};
use std::time::Duration;

/// What is kept of it; what is wanted is a line or two, which the pipe holds.
const MOST: u64 = 64 * 1024;
/// How often it is looked whether the tool has ended, and how many times.
const PAUSE: Duration = Duration::from_millis(20);
const LOOKS: u32 = 50;

/// None where the tool is not there or does not end.
pub async fn said(tool: &str, words: &[&str]) -> Option<String> {
    let mut command = Command::new(tool);
    command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt as _;
        // CREATE_NO_WINDOW: no black box flashes up.
        command.creation_flags(0x0800_0000);
    }
    let mut child = command.spawn().ok()?;
    for _ in 0..LOOKS {
        if child.try_wait().ok()?.is_some() {
            let mut text = String::new();
            child.stdout.take()?.take(MOST).read_to_string(&mut text).ok()?;
            return Some(text);
        }
        tokio::time::sleep(PAUSE).await;
    }
    child.kill().ok();
    child.wait().ok();
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(flavor = "current_thread")]
    async fn a_tool_that_is_not_there_or_does_not_end_says_nothing() {
        assert_eq!(said("/nowhere/at/all", &[]).await, None);
        #[cfg(unix)]
        {
            assert_eq!(said("/bin/echo", &["a", "word"]).await.as_deref(), Some("a word\n"));
            assert_eq!(said("/bin/sleep", &["60"]).await, None);
        }
    }
}

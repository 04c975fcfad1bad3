//! One question to the system that nothing waits for, asked on a thread of its own.

use std::thread::Builder;

use crate::net::tool;

/// Asks this tool, and hands on what it said within a second, if anything. False where there is no thread to be had.
pub fn ask(
    tool: &'static str,
    words: &'static [&'static str],
    tell: impl FnOnce(Option<String>) + Send + 'static,
) -> bool {
    let asking = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
        tell(runtime.ok().and_then(|runtime| runtime.block_on(tool::said(tool, words))));
    };
    Builder::new().name("aside".to_owned()).spawn(asking).is_ok()
}

//! What the fuzzers try: for each kind of input how it is read, what must hold of whatever comes out, and examples to
//! begin with. `tests/office/fuzzed.rs` runs each for a while with chance of its own; the fuzzers of this folder let
//! libFuzzer choose. One text for both, so that neither tries less than the other.

mod codes;
mod files;
mod helper;
mod inside;
mod lan;
mod planted;
mod plays;
mod report;
mod speech;
mod street;
mod walker;

use std::fs;
use std::path::{Path, PathBuf};

use helper::answers_of;

/// One kind of input.
pub struct Target {
    /// Name of the fuzzer, and of its folder of fixtures.
    pub name: &'static str,
    /// Tries one input. Panics where a promise is broken.
    pub run: fn(&[u8]),
    /// What to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Inputs of a short run. Few where each is a conversation over real sockets.
    pub short: u32,
}

const fn target(name: &'static str, short: u32, run: fn(&[u8]), seeds: fn() -> Vec<Vec<u8>>) -> Target {
    Target { name, run, seeds, short }
}

/// All of them. The binaries of this folder have the same names.
pub const ALL: &[Target] = &[
    target("sip", 3000, speech::sip, speech::sip_seeds),
    target("sound", 3000, speech::sound, speech::sound_seeds),
    target("ssdp", 3000, lan::ssdp, lan::ssdp_seeds),
    target("description", 800, lan::description, lan::description_seeds),
    target("soap", 1500, lan::soap, lan::soap_seeds),
    target("port_control", 3000, lan::port_control, lan::port_control_seeds),
    target("stun", 3000, speech::stun, speech::stun_seeds),
    target("iax2", 3000, speech::iax2, speech::iax2_seeds),
    target("xmpp", 3000, speech::xmpp, speech::xmpp_seeds),
    target("tls", 3000, speech::tls, speech::tls_seeds),
    target("greetings", 3000, speech::greetings, speech::greetings_seeds),
    target("codes", 200, codes::pasted, codes::pasted_seeds),
    target("sealed", 400, codes::sealed, codes::sealed_seeds),
    target("answers", 400, codes::answers, codes::answers_seeds),
    target("link", 3000, codes::link, codes::link_seeds),
    target("inside", 600, inside::pasted, inside::pasted_seeds),
    target("helper_request", 1500, helper::request, helper::request_seeds),
    target("helper_answer", 600, helper::answer, helper::answer_seeds),
    target("profile", 300, files::profile, files::profile_seeds),
    target("router_guide", 300, files::router_guide, files::router_guide_seeds),
    target("practice", 300, files::practice, files::practice_seeds),
    target("preset", 1500, files::preset, files::preset_seeds),
    target("text", 300, files::text, files::text_seeds),
    target("folder", 400, files::folder, files::folder_seeds),
    target("report", 80, report::saved, report::saved_seeds),
    target("plays_peer", 150, plays::peer, plays::peer_seeds),
    target("plays_helper", 60, plays::helper, plays::helper_seeds),
    target("plays_visitor", 60, plays::visitor, plays::visitor_seeds),
    target("plays_walker", 40, walker::walker, walker::walker_seeds),
    target("plays_router", 30, street::router, street::router_seeds),
];

/// The one of this name.
pub fn find(name: &str) -> &'static Target {
    ALL.iter().find(|t| t.name == name).unwrap_or_else(|| panic!("no kind of input is called {name}"))
}

/// Inputs that once broke something, and the examples of people.
pub fn fixtures(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = tests().join("fixtures/fuzz").join(name);
    let Ok(files) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = files.filter_map(|f| Some(f.ok()?.path())).collect();
    found.sort();
    found.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// The folder of all tests.
fn tests() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .find(|a| a.join("tests/fixtures").is_dir())
        .unwrap()
        .join("tests")
        .leak()
}

/// Files of the tests or of the program that end like this.
fn files(folder: &str, ending: &str) -> Vec<Vec<u8>> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(tests().parent().unwrap().join(folder)).unwrap().map(|f| f.unwrap().path()).collect();
    paths.sort();
    paths.iter().filter(|p| p.to_string_lossy().ends_with(ending)).map(|p| fs::read(p).unwrap()).collect()
}

/// A line that people may be shown: short, and nothing in it that moves, hides or turns round what stands beside it.
fn shown(line: &str) {
    assert!(line.chars().count() <= 300, "{} characters", line.chars().count());
    assert!(!line.chars().any(|c| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)), "{line:?}");
}

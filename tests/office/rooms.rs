//! The walls of the house: which room may import which, which crates stay in which rooms, and what every file looks
//! like. Reads the sources as text, so that a new import is seen by whoever changes this table.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Room and the rooms it may import, besides itself.
const MAY_IMPORT: [(&str, &[&str]); 12] = [
    ("domain", &[]),
    ("text", &["domain"]),
    // The flow plans and judges, so it knows all of the domain; words and network are not its business.
    ("wizard", &["domain"]),
    ("net", &["domain"]),
    ("helper", &["domain", "net"]),
    // Never `net`: the fake must not be built from the code it tests.
    ("practice", &["domain", "helper"]),
    // Words only for `export*.rs` and `html/`, which write the report to read and to send.
    ("store", &["domain", "text"]),
    ("engine", &["domain", "net", "helper", "practice", "store"]),
    // The terminal lists practice offices by name, as the window's first screen does through the engine.
    ("cli", &["domain", "text", "wizard", "engine", "helper", "store", "practice"]),
    ("ui", &["domain", "text", "wizard", "engine", "store"]),
    // The two programs only start things.
    ("bin", &["cli"]),
    ("main", &["ui", "cli", "engine", "store", "text", "domain", "practice"]),
];

/// What a room never imports, even of rooms that it may. Measuring is not concluding.
const NEVER: [(&str, &[&str]); 2] = [
    ("net", &["domain::plan", "domain::judge", "domain::report", "domain::redact"]),
    ("practice", &["domain::plan", "domain::judge", "domain::redact"]),
];

/// Crate and the rooms that may use it.
const CRATES: [(&str, &[&str]); 17] = [
    ("egui", &["ui", "main"]),
    ("eframe", &["ui", "main"]),
    ("tokio", &["net", "helper", "practice", "engine", "cli", "bin"]),
    ("reqwest", &["net"]),
    ("igd_next", &["net"]),
    ("socket2", &["net", "helper"]),
    ("netdev", &["net"]),
    ("rsip", &["net"]),
    ("hickory_proto", &["net", "practice"]),
    ("rustls", &["net", "helper"]),
    ("tokio_rustls", &["net", "helper"]),
    ("hyper", &["helper"]),
    ("rcgen", &["helper"]),
    ("fluent_bundle", &["text"]),
    ("clap", &["cli", "bin", "main"]),
    ("directories", &["store"]),
    ("atomic_write_file", &["store"]),
];

/// Parts of std that only some rooms touch: the others are pure.
const STD: [(&str, &[&str]); 4] = [
    ("std::fs", &["store", "cli", "engine", "net", "ui", "main"]),
    ("std::net::TcpStream", &["net", "practice", "helper"]),
    ("std::net::UdpSocket", &["net", "practice", "helper"]),
    ("std::thread", &["engine", "cli", "ui", "main"]),
];

/// One source file: its room, its path and its text.
struct Source {
    room: String,
    path: PathBuf,
    text: String,
}

impl Source {
    /// The file without comments and without its tests.
    fn code(&self) -> String {
        let body = self.text.split("#[cfg(test)]\nmod").next().unwrap();
        let lines = body.lines().map(|l| l.split("//").next().unwrap_or_default());
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn sources() -> Vec<Source> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![src.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let inside = path.strip_prefix(&src).unwrap();
                let first = inside.iter().next().unwrap().to_string_lossy();
                let room = first.trim_end_matches(".rs").to_owned();
                let text = fs::read_to_string(&path).unwrap();
                found.push(Source { room, path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// Whole paths named after `crate::` or the package's own name, with the groups of `use` spelled out.
fn own_paths(code: &str) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    for mark in ["crate::", "separate_entrance::"] {
        for (at, _) in code.match_indices(mark) {
            let before = code[..at].chars().next_back();
            if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != '$') {
                spell_out("", &code[at + mark.len()..], &mut paths);
            }
        }
    }
    paths
}

/// Reads one `use` tree (`a::{b, c::{d, e}}`) into whole paths. Returns what follows it.
fn spell_out<'a>(prefix: &str, tree: &'a str, paths: &mut BTreeSet<String>) -> &'a str {
    let tree = tree.trim_start();
    if let Some(mut rest) = tree.strip_prefix('{') {
        loop {
            rest = spell_out(prefix, rest, paths).trim_start();
            match rest.strip_prefix(',') {
                Some(more) if !more.trim_start().starts_with('}') => rest = more,
                Some(more) => return more.trim_start().strip_prefix('}').unwrap_or_default(),
                None => return rest.strip_prefix('}').unwrap_or_default(),
            }
        }
    }
    let end = tree.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(tree.len());
    let (name, rest) = tree.split_at(end);
    let path = if prefix.is_empty() { name.to_owned() } else { format!("{prefix}::{name}") };
    if let Some(deeper) = rest.strip_prefix("::") {
        return spell_out(&path, deeper, paths);
    }
    paths.insert(path);
    // `as name` belongs to this branch.
    let rest = rest.trim_start();
    match rest.strip_prefix("as ") {
        Some(renamed) => renamed.trim_start().trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'),
        None => rest,
    }
}

/// True when a path of another crate, or of std, is named as itself and not as a part of another path.
fn names(code: &str, path: &str) -> bool {
    code.match_indices(path).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        let after = code[at + path.len()..].chars().next();
        let word = |c: char| c.is_alphanumeric() || c == '_';
        before.is_none_or(|c| !word(c) && c != ':' && c != '"' && c != '-')
            && after.is_none_or(|c| !word(c) && c != '-')
            && (after == Some(':') || after == Some(';') || path.contains("::"))
    })
}

fn is_under(path: &str, wall: &str) -> bool {
    path == wall || path.strip_prefix(wall).is_some_and(|rest| rest.starts_with("::"))
}

#[test]
fn trees_of_imports_are_read_whole() {
    let code = "use crate::{domain::{plan::{self, Plan as P}, probe}, net};\nlet a = crate::store::open();\n\
                use separate_entrance::cli::run; use my_crate::ui::x;";
    let paths: Vec<String> = own_paths(code).into_iter().collect();
    let expected = ["cli::run", "domain::plan::Plan", "domain::plan::self", "domain::probe", "net", "store::open"];
    assert_eq!(paths, expected);
    assert!(names("use tokio::net;", "tokio") && names("tokio::spawn(x)", "tokio") && names("use std::fs;", "std::fs"));
    assert!(!names("my_tokio::x; a::tokio::b; \"tokio::\"", "tokio"));
    assert!(is_under("domain::plan::Plan", "domain::plan") && !is_under("domain::planner", "domain::plan"));
}

#[test]
fn rooms_import_only_the_rooms_they_may() {
    let rooms: BTreeMap<&str, &[&str]> = MAY_IMPORT.into_iter().collect();
    let mut breaches = Vec::new();
    let mut seen = 0;
    for source in sources().iter().filter(|s| s.room != "lib") {
        let room = source.room.as_str();
        let allowed = rooms.get(room).unwrap_or_else(|| panic!("{room} has no line in the table of rooms"));
        let never = NEVER.iter().find(|(r, _)| *r == room).map_or(&[][..], |(_, never)| never);
        for path in own_paths(&source.code()) {
            let target = path.split("::").next().unwrap();
            let known = rooms.contains_key(target);
            seen += usize::from(known && target != room);
            let forbidden = never.iter().any(|wall| is_under(&path, wall));
            if forbidden || known && target != room && !allowed.contains(&target) {
                breaches.push(format!("{}: crate::{path}", source.path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
    assert!(seen > 50, "only {seen} imports between rooms were seen, so this test looks past them");
}

#[test]
fn no_room_is_entered_by_the_back_stairs() {
    let rooms: Vec<&str> = MAY_IMPORT.iter().map(|(room, _)| *room).collect();
    let mut breaches = Vec::new();
    for source in sources() {
        // How many `super` lead from this file to the root: `net/mod.rs` one, `net/sip.rs` two, `ui/screens/x.rs` three.
        let folders = source.path.iter().rev().take_while(|part| *part != "src").count();
        let ups = if source.path.ends_with("mod.rs") { folders - 1 } else { folders };
        for room in rooms.iter().filter(|r| source.room != **r) {
            let stairs = format!("{}{room}::", "super::".repeat(ups.max(1)));
            if source.code().contains(&stairs) {
                breaches.push(format!("{}: {stairs}", source.path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn words_in_the_store_serve_the_report_to_read_only() {
    for source in sources().iter().filter(|s| s.room == "store") {
        let speaks = own_paths(&source.code()).iter().any(|p| is_under(p, "text"));
        let inside = source.path.to_string_lossy();
        let writes_reports = inside.contains("store/export") || inside.contains("store/html/");
        assert!(!speaks || writes_reports, "{inside}");
    }
}

#[test]
fn crates_stay_in_their_rooms() {
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|s| s.room != "lib") {
        let code = source.code();
        for (name, allowed) in CRATES.iter().chain(&STD) {
            if !allowed.contains(&source.room.as_str()) && names(&code, name) {
                breaches.push(format!("{}: {name}", source.path.display()));
            }
        }
    }
    assert!(breaches.is_empty(), "{breaches:#?}");
}

#[test]
fn the_pure_rooms_have_no_clock_and_no_chance() {
    for source in sources().iter().filter(|s| ["domain", "text", "wizard"].contains(&s.room.as_str())) {
        let code = source.code();
        for forbidden in ["SystemTime", "Instant::now", "Timestamp::now", "Zoned::now", "getrandom", "std::env::"] {
            assert!(!code.contains(forbidden), "{}: {forbidden}", source.path.display());
        }
    }
}

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    for source in sources() {
        let mut lines = source.text.lines().skip_while(|l| l.starts_with("#![") || l.is_empty());
        let first = lines.next().unwrap_or_default();
        assert!(first.starts_with("//! "), "{}: {first}", source.path.display());
        assert!(!first.contains("Placeholder"), "{} is still a placeholder", source.path.display());
    }
}

#[test]
fn no_file_does_two_jobs() {
    for source in sources().iter().filter(|s| !s.path.ends_with("tests.rs")) {
        let lines = source.text.lines().take_while(|l| l.trim() != "#[cfg(test)]").count();
        assert!(lines <= 400, "{}: {lines} lines before its tests", source.path.display());
    }
}

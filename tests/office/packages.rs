//! What the packages for Linux carry beside the programs: manuals and completions that know every option, one version
//! everywhere, no file twice, and the warning before the program goes. tests/packages/linux installs them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use clap::CommandFactory as _;
use separate_entrance::cli::args::Typed;
use separate_entrance::domain::change::JournalState;

use crate::journal::{Folder, entry};
use crate::terminal::{entrance, folder, stderr, stdout};

fn root(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(file)
}

fn read(file: &str) -> String {
    fs::read_to_string(root(file)).unwrap()
}

/// The programs, the window's where it was built.
fn programs() -> Vec<(&'static str, &'static str)> {
    let window = option_env!("CARGO_BIN_EXE_separate-entrance").map(|path| ("separate-entrance", path));
    let terminal = ("entrance", env!("CARGO_BIN_EXE_entrance"));
    [Some(terminal), Some(("entrance-helper", env!("CARGO_BIN_EXE_entrance-helper"))), window]
        .into_iter()
        .flatten()
        .collect()
}

fn run(program: &str, args: &[&str]) -> Output {
    let dir = folder();
    Command::new(program).args(args).env("SEPARATE_ENTRANCE_DIR", dir.path()).env("LANG", "C").output().unwrap()
}

/// The long options that a text names.
fn options(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
    words.filter(|w| w.len() > 3 && w.starts_with("--") && !w.ends_with('-')).map(ToOwned::to_owned).collect()
}

/// The long options of one help.
fn helped(program: &str, verb: Option<&str>) -> BTreeSet<String> {
    let args: Vec<_> = verb.into_iter().chain(["--help"]).collect();
    let help = stdout(&run(program, &args));
    let begins = |line: &str| line.trim_start().starts_with('-');
    let named = help.lines().filter(|line| begins(line)).map(|line| line.trim_start().split("  ").next().unwrap());
    let named: BTreeSet<_> = named.flat_map(options).collect();
    assert!(named.contains("--help"), "{help}");
    named
}

fn verbs() -> Vec<String> {
    Typed::command().get_subcommands().map(|c| c.get_name().to_owned()).collect()
}

#[test]
fn completions_know_every_option_of_every_command() {
    for (name, program) in programs() {
        let verbs = if name == "entrance" { verbs() } else { Vec::new() };
        let wanted: BTreeSet<_> = std::iter::once(helped(program, None))
            .chain(verbs.iter().map(|verb| helped(program, Some(verb))))
            .flatten()
            .chain(verbs.iter().cloned())
            .collect();
        for shell in ["bash", "zsh", "fish"] {
            let told = run(program, &["--completion", shell]);
            assert!(told.status.success(), "{name} {shell}: {}", stderr(&told));
            let script = stdout(&told);
            // fish writes an option without its dashes.
            let missing: Vec<_> = wanted.iter().filter(|w| !script.contains(w.trim_start_matches('-'))).collect();
            assert!(missing.is_empty(), "{name} {shell} lacks {missing:?}");
            assert!(script.contains(name), "{name} {shell}");
        }
    }
}

#[test]
fn an_unknown_shell_is_told_which_there_are() {
    let dir = folder();
    let told = entrance(dir.path(), &["--completion", "cmd"]);
    assert_eq!(told.status.code(), Some(2));
    assert!(stderr(&told).contains("zsh"), "{}", stderr(&told));
    assert_eq!(stdout(&told), "");
}

#[test]
fn the_manuals_name_every_command_and_every_option_of_the_smaller_programs() {
    let manual = |name: &str| read(&format!("assets/{name}.1")).replace("\\-", "-");
    let page = manual("entrance");
    let bold = |line: &str| line.starts_with(".B").then(|| line.split_whitespace().nth(1).unwrap().replace('"', ""));
    let named: BTreeSet<_> = page.lines().filter_map(bold).collect();
    let missing: Vec<_> = verbs().into_iter().filter(|verb| !named.contains(verb)).collect();
    assert!(missing.is_empty(), "entrance(1) lacks {missing:?}");
    for (name, program) in programs().into_iter().filter(|(name, _)| *name != "entrance") {
        let (told, written) = (helped(program, None), options(&manual(name)));
        let missing: Vec<_> = told.difference(&written).collect();
        assert!(missing.is_empty(), "{name}(1) lacks {missing:?}");
        let stale: Vec<_> = written.difference(&told).filter(|o| !["--now"].contains(&o.as_str())).collect();
        assert!(stale.is_empty(), "{name}(1) still has {stale:?}");
    }
}

#[test]
fn changelog_and_software_centre_tell_the_version_and_the_words_of_the_program() {
    let version = env!("CARGO_PKG_VERSION");
    assert!(read("assets/changelog.debian").starts_with(&format!("separate-entrance ({version}-")));
    let told = read("assets/linux/separate-entrance.metainfo.xml");
    assert!(told.contains(&format!("<release version=\"{version}\"")), "{told}");
    let desktop = read("assets/separate-entrance.desktop");
    for comment in desktop.lines().filter_map(|line| line.strip_prefix("Comment")) {
        let (lang, words) = comment.split_once('=').unwrap();
        let lang = lang.trim_matches(['[', ']']);
        let attribute = if lang.is_empty() { String::new() } else { format!(" xml:lang=\"{lang}\"") };
        assert!(told.contains(&format!("<summary{attribute}>{words}</summary>")), "{lang}: {words}");
    }
    let scheme = "x-scheme-handler/separate-entrance";
    assert!(told.contains(scheme) && desktop.contains(scheme));
}

/// Where the files of a package go, as its own table in `Cargo.toml` says.
fn files(of: &toml::Value) -> BTreeSet<String> {
    let one = |asset: &toml::Value| {
        let (source, to) = match asset.as_array() {
            Some(parts) => (parts[0].as_str(), parts[1].as_str()),
            None => (asset["source"].as_str(), asset["dest"].as_str()),
        };
        let (source, to) = (source.unwrap(), to.unwrap().trim_start_matches('/'));
        let name = source.rsplit('/').next().unwrap();
        if to.ends_with('/') { format!("{to}{name}") } else { to.to_owned() }
    };
    of["assets"].as_array().unwrap().iter().map(one).collect()
}

#[test]
fn no_file_is_in_two_packages_and_both_kinds_of_package_carry_the_same() {
    let metadata: toml::Value = toml::from_str(&read("Cargo.toml")).unwrap();
    let metadata = &metadata["package"]["metadata"];
    let deb = &metadata["deb"];
    let rpm = &metadata["generate-rpm"];
    // Other folders for licences and zsh, and pages that cargo-deb packs by itself.
    let alike = |files: BTreeSet<String>| -> BTreeSet<String> {
        let told = files.into_iter().filter(|f| !f.contains("/doc/") && !f.contains("/licenses/"));
        let told = told.map(|f| f.replace("zsh/vendor-completions", "zsh/site-functions"));
        // The unit is found by cargo-deb's own rule.
        let told = told.map(|f| f.trim_end_matches(".gz").to_owned());
        told.filter(|f| !f.ends_with(".service") && !f.contains("/lintian/")).collect()
    };
    for of in [deb, rpm] {
        let (window, terminal) = (files(of), files(&of["variants"]["terminal"]));
        assert!(window.is_disjoint(&terminal), "{:?}", window.intersection(&terminal).collect::<Vec<_>>());
    }
    assert_eq!(alike(files(deb)), alike(files(rpm)));
    assert_eq!(alike(files(&deb["variants"]["terminal"])), alike(files(&rpm["variants"]["terminal"])));
}

/// The packages' script looks for open entrances without any program: it must know each state of the journal.
#[cfg(unix)]
#[test]
fn the_warning_before_removal_knows_which_entrances_are_open() {
    let script = read("assets/linux/prerm");
    let pattern = script.split("grep -qE '").nth(1).and_then(|rest| rest.split('\'').next()).unwrap();
    let states = [
        (JournalState::Asked, true),
        (JournalState::Made, true),
        (JournalState::Repairing, true),
        (JournalState::NotMade, false),
        (JournalState::Undone, false),
        (JournalState::LeftAlone, false),
    ];
    for (state, open) in states {
        let folder = Folder::new();
        let mut store = folder.writer();
        let id = store.journal().next_id();
        store.journal_mut().add(entry(id, 5060)).unwrap();
        store.journal_mut().update(id, state, None).unwrap();
        assert_eq!(store.journal().entries()[0].is_open(), open, "{state:?}");
        let found = Command::new("grep").args(["-qE", pattern]).arg(folder.file("journal.json")).status().unwrap();
        assert_eq!(found.success(), open, "{state:?}");
    }
}

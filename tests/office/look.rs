//! How the window looks is remembered in the settings, beside everything else that stands there, and a file that cannot
//! be used never stops the window. What the about page says of licences is what Cargo says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use separate_entrance::domain::office::Answers;
use separate_entrance::store::look::{Look, MotionChoice, ThemeChoice, keep_look, last_look};
use separate_entrance::store::{Store, Why};

fn high_contrast() -> Look {
    let language = Some("pt".to_owned());
    Look { theme: ThemeChoice::HighContrast, text_size: 150, motion: MotionChoice::None, language }
}

#[test]
fn a_look_is_remembered_beside_the_answers() {
    let folder = tempfile::tempdir().unwrap();
    let dir = || Some(folder.path().to_owned());
    assert_eq!(last_look(dir()).unwrap(), (Look::default(), Vec::new()));
    let (mut store, _) = Store::open(dir()).unwrap();
    let answers = Answers { calls: Some(7), ..Answers::default() };
    store.keep_answers(&answers).unwrap();
    assert_eq!(keep_look(dir(), &high_contrast()).unwrap(), Vec::new());
    // The engine's own copy of the settings is older, and writes all the same.
    store.keep_helper("https://203.0.113.50:8443/#k").unwrap();
    assert_eq!(last_look(dir()).unwrap().0, high_contrast());
    let (store, aside) = Store::open(dir()).unwrap();
    assert!(aside.is_empty(), "{aside:?}");
    assert_eq!((store.settings().answers.calls, store.settings().look.clone()), (Some(7), high_contrast()));
    let text = fs::read_to_string(folder.path().join("settings.toml")).unwrap();
    assert!(text.contains("theme = \"high-contrast\"") && text.contains("text_size = 150"), "{text}");
}

#[test]
fn settings_of_an_older_program_have_the_usual_look() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("settings.toml"), "schema_version = 1\n[answers]\ncalls = 3\n").unwrap();
    assert_eq!(last_look(Some(folder.path().to_owned())).unwrap(), (Look::default(), Vec::new()));
}

#[test]
fn a_damaged_look_is_set_aside_and_another_can_be_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let dir = || Some(folder.path().to_owned());
    let damaged = "schema_version = 1\n[look]\ntheme = \"sepia\"\n";
    fs::write(folder.path().join("settings.toml"), damaged).unwrap();
    let (look, aside) = last_look(dir()).unwrap();
    assert_eq!(look, Look::default());
    let aside: Vec<_> = aside.iter().map(|a| (a.file.as_str(), a.kept_as.as_str(), a.why)).collect();
    assert_eq!(aside, [("settings.toml", "settings.toml.damaged-1", Why::Damaged)]);
    assert_eq!(fs::read_to_string(folder.path().join("settings.toml.damaged-1")).unwrap(), damaged);
    assert_eq!(keep_look(dir(), &high_contrast()).unwrap(), Vec::new());
    assert_eq!(last_look(dir()).unwrap(), (high_contrast(), Vec::new()));
}

#[test]
fn a_size_that_is_not_offered_becomes_the_nearest() {
    for (written, shown) in [(0, 85), (104, 100), (1000, 200), (u16::MAX, 200)] {
        assert_eq!(Look { text_size: written, ..Look::default() }.size(), shown, "{written}");
    }
}

/// Name, version and licence of each library, as the about page lists them.
fn listed() -> BTreeMap<(String, String), String> {
    let line = |line: &str| {
        let (library, licence) = line.split_once(": ").unwrap_or_else(|| panic!("no licence: {line}"));
        let (name, version) = library.split_once(' ').unwrap();
        ((name.to_owned(), version.to_owned()), licence.to_owned())
    };
    include_str!("../../assets/libraries.txt").lines().map(line).collect()
}

/// The libraries inside the program as it is built here: name, version, licence.
fn inside() -> BTreeMap<(String, String), Option<String>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let host = Command::new("rustc").args(["--print", "host-tuple"]).output().unwrap();
    let told = Command::new(cargo)
        .args(["metadata", "--offline", "--locked", "--format-version", "1", "--manifest-path"])
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"))
        .args(["--filter-platform", String::from_utf8(host.stdout).unwrap().trim()])
        .output()
        .unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    let text = |v: &serde_json::Value| v.as_str().map(ToOwned::to_owned);
    let nodes: BTreeMap<&str, &serde_json::Value> =
        told["resolve"]["nodes"].as_array().unwrap().iter().map(|n| (n["id"].as_str().unwrap(), n)).collect();
    let mut ahead = vec![told["resolve"]["root"].as_str().unwrap()];
    let ours = ahead[0];
    let mut seen = BTreeSet::new();
    while let Some(id) = ahead.pop() {
        if seen.insert(id) {
            let deps = nodes[id]["deps"].as_array().unwrap().iter();
            // Those without a kind are linked; others build or test.
            let linked = deps.filter(|d| d["dep_kinds"].as_array().unwrap().iter().any(|k| k["kind"].is_null()));
            ahead.extend(linked.map(|d| d["pkg"].as_str().unwrap()));
        }
    }
    let packages = told["packages"].as_array().unwrap().iter();
    let linked = packages.filter(|p| p["id"].as_str().is_some_and(|id| id != ours && seen.contains(id)));
    linked.map(|p| ((text(&p["name"]).unwrap(), text(&p["version"]).unwrap()), text(&p["license"]))).collect()
}

#[test]
fn the_about_page_lists_every_library_with_its_licence() {
    let listed = listed();
    let inside = inside();
    assert!(inside.len() > 200, "{}", inside.len());
    let missing: Vec<String> = inside
        .iter()
        .filter(|(library, licence)| match (listed.get(*library), licence) {
            (None, _) => true,
            (Some(written), Some(licence)) => written != licence,
            // Its licence is a file of its own; somebody read it.
            (Some(_), None) => false,
        })
        .map(|((name, version), licence)| format!("{name} {version}: {}", licence.as_deref().unwrap_or("?")))
        .collect();
    assert!(missing.is_empty(), "assets/libraries.txt lacks: {missing:#?}");
    let lock = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")).unwrap();
    let stale: Vec<_> = listed
        .keys()
        .filter(|(name, version)| !lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")))
        .collect();
    assert!(stale.is_empty(), "assets/libraries.txt still has: {stale:#?}");
}

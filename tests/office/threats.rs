//! The page of threats names the tests that prove its guards: each must exist. What is guarded by settings and not by
//! code is looked at here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn read(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{file}: {e}"))
}

/// File and test, of every line of the tables.
fn proofs(page: &str) -> Vec<(String, String, String)> {
    let rows = page.lines().filter(|l| l.starts_with("| ") && !l.starts_with("| threat "));
    rows.flat_map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        let [threat, guard, proved] = cells.as_slice() else { panic!("three parts: {row}") };
        assert!(!threat.is_empty() && !guard.is_empty());
        let named: Vec<(String, String, String)> = proved
            .split('`')
            .filter(|part| part.contains(".rs ") || part.contains(".py "))
            .flat_map(|part| {
                let (file, tests) = part.split_once(' ').unwrap();
                tests.split(' ').map(|t| ((*threat).to_owned(), file.to_owned(), t.to_owned())).collect::<Vec<_>>()
            })
            .collect();
        assert!(!named.is_empty(), "nothing proves the guard: {row}");
        named
    })
    .collect()
}

#[test]
fn every_guard_names_tests_that_are_there() {
    let proofs = proofs(&read(".github/SECURITY.md"));
    let mut gone = Vec::new();
    for (threat, file, test) in &proofs {
        let text = read(file);
        let is_there = if file == "tests/office/fuzzed.rs" {
            let runs = text.split("short_runs! {").nth(1).unwrap_or_default();
            runs.split_whitespace().any(|word| word == test)
        } else if file.starts_with("tests/lab/") {
            text.contains(&format!("\ndef {test}(")) && text.matches(test.as_str()).count() > 1
        } else {
            let of_a_macro = text.split("proptest! {").skip(1).any(|rest| rest.contains(&format!("fn {test}(")));
            of_a_macro
                || text.split("#[test]").chain(text.split("#[tokio::test]")).skip(1).any(|rest| {
                    let first = rest.split("fn ").nth(1).unwrap_or_default();
                    first.starts_with(&format!("{test}("))
                })
        };
        if !is_there {
            gone.push(format!("{file} {test}: {threat}"));
        }
    }
    assert!(gone.is_empty(), "{gone:#?}");
    let threats: BTreeSet<&String> = proofs.iter().map(|(threat, ..)| threat).collect();
    assert!(threats.len() >= 25, "{}", threats.len());
}

#[test]
fn nobodys_code_comes_unseen() {
    let manifest = read("Cargo.toml");
    assert!(manifest.contains("unsafe_code = \"forbid\""), "the lint holds for everything in the package");
    let deny = read(".deny.toml");
    for line in [
        "unknown-registry = \"deny\"",
        "unknown-git = \"deny\"",
        "multiple-versions = \"deny\"",
        "wildcards = \"deny\"",
    ] {
        assert!(deny.contains(line), "{line}");
    }
    assert!(!deny.contains("\"GPL"), "a licence that would bind the whole program");
    // Every version is written down, with its sum.
    let lock = read("Cargo.lock");
    let foreign = lock.matches("source = ").count();
    assert!(foreign > 300 && foreign == lock.matches("checksum = ").count());
    assert!(!lock.contains("git+"));
    assert!(read("tests/run").contains("suites=(fmt clippy scripts supply "), "the gate looks at all of it");
}

#[test]
fn the_helpers_unit_stays_shut() {
    let unit = read("assets/entrance-helper.service");
    for line in [
        "DynamicUser=yes",
        "NoNewPrivileges=yes",
        "ProtectSystem=strict",
        "ProtectHome=yes",
        "PrivateDevices=yes",
        "MemoryDenyWriteExecute=yes",
        "RestrictNamespaces=yes",
        "CapabilityBoundingSet=CAP_NET_BIND_SERVICE",
        "IPAddressDeny=link-local multicast",
        "SystemCallFilter=~@privileged @resources",
    ] {
        assert!(unit.lines().any(|l| l == line), "{line}");
    }
    assert!(read("tests/supply").contains("systemd-analyze security"), "and systemd rates the rest");
}

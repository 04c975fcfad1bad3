//! The terminal program as a person or a script meets it: exit codes, one JSON document, clear sentences for what was
//! typed wrong. Only practice offices are checked here, so nothing leaves this machine.

use std::path::Path;
use std::process::Output;

use separate_entrance::domain::service::Confidence;
use separate_entrance::text::Text;
use serde_json::Value;

/// Runs `entrance` with a settings folder of its own.
pub(crate) fn entrance(folder: &Path, args: &[&str]) -> Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_entrance"))
        .args(args)
        .env("SEPARATE_ENTRANCE_DIR", folder)
        .env("LANG", "C")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap()
}

pub(crate) fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}{}", stdout(output), stderr(output)))
}

pub(crate) fn codes(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap();
    findings.iter().map(|f| f["code"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_well_kept_practice_office_is_ready() {
    let dir = folder();
    let output = entrance(dir.path(), &["check", "--practice", "all-well", "--json"]);
    let report = json(&output);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!((report["schema"].as_u64(), report["verdict"].as_str()), (Some(1), Some("ready")));
    for finding in report["findings"].as_array().unwrap() {
        for part in ["headline", "meaning", "action", "detail"] {
            assert!(finding[part].as_str().is_some_and(|w| !w.is_empty() && !w.starts_with('[')), "{part}: {finding}");
        }
    }
}

#[test]
fn a_link_alone_is_a_walk_and_sends_nothing_without_a_yes() {
    let dir = folder();
    let link = "separate-entrance:0A1B2C-3D4E5F";
    let walked = entrance(dir.path(), &["walk", "0A1B2C-3D4E5F"]);
    let clicked = entrance(dir.path(), &[link]);
    assert_eq!((clicked.status.code(), walked.status.code()), (Some(2), Some(2)));
    assert_eq!(stderr(&clicked), stderr(&walked), "the same words about a torn code");
    let played = entrance(dir.path(), &["rehearse", link, "--user", "299", "--yes"]);
    assert_eq!((played.status.code(), stderr(&played)), (Some(2), stderr(&walked)));
}

#[test]
fn every_practice_trouble_asks_for_action() {
    let dir = folder();
    for scenario in ["nothing-opened", "shared-tower", "router-refuses"] {
        let output = entrance(dir.path(), &["check", "--practice", scenario, "--json"]);
        assert_eq!(output.status.code(), Some(1), "{scenario}: {}", stderr(&output));
        assert!(!codes(&json(&output)).is_empty(), "{scenario}");
    }
}

#[test]
fn a_saved_report_replays_to_the_same_codes_plain_and_masked() {
    let dir = folder();
    for masked in [false, true] {
        let file = dir.path().join(format!("report-{masked}.json"));
        let file = file.to_str().unwrap();
        let mut args = vec!["check", "--practice", "nothing-opened", "--json", "--save", file];
        if masked {
            args.push("--masked");
        }
        let first = json(&entrance(dir.path(), &args));
        let again = entrance(dir.path(), &["replay", file, "--json"]);
        assert_eq!(again.status.code(), Some(1), "{}", stderr(&again));
        assert_eq!(codes(&json(&again)), codes(&first));
    }
}

#[test]
fn a_page_is_saved_where_the_name_ends_like_one_by_check_and_by_replay() {
    let dir = folder();
    let path = |name: &str| dir.path().join(name).to_str().unwrap().to_owned();
    let (data, page, again) = (path("report.json"), path("report.html"), path("again.HTM"));
    entrance(dir.path(), &["check", "--practice", "nothing-opened", "--save", &data]);
    entrance(dir.path(), &["check", "--practice", "nothing-opened", "--save", &page, "--lang", "fr"]);
    let replayed = entrance(dir.path(), &["replay", &data, "--save", &again, "--masked"]);
    assert_eq!(replayed.status.code(), Some(1), "{}", stderr(&replayed));
    let read = |path: &str| std::fs::read_to_string(path).unwrap();
    assert!(read(&data).starts_with('{'));
    assert!(read(&page).starts_with("<!doctype html>\n<html lang=\"fr\">") && read(&page).contains("203.0.113.7"));
    assert!(read(&again).starts_with("<!doctype html>\n<html lang=\"en\">"));
    for private in ["203.0.113.7", "192.168.77."] {
        assert!(!read(&again).contains(private), "{private} is in the masked page");
    }
}

/// The shell of Windows redirects into UTF-16, and editors put a mark before UTF-8.
#[test]
fn a_report_replays_in_whichever_encoding_it_was_saved() {
    let dir = folder();
    let report = stdout(&entrance(dir.path(), &["check", "--practice", "nothing-opened", "--json"]));
    let (little, big): (Vec<u8>, Vec<u8>) = (
        report.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        report.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    );
    let file = dir.path().join("report.json");
    let replayed = |bytes: &[u8]| {
        std::fs::write(&file, bytes).unwrap();
        let output = entrance(dir.path(), &["replay", file.to_str().unwrap(), "--json"]);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        codes(&json(&output))
    };
    let plain = replayed(report.as_bytes());
    assert!(!plain.is_empty());
    let marked = [
        [&[0xEF, 0xBB, 0xBF], report.as_bytes()].concat(),
        [&[0xFF, 0xFE], little.as_slice()].concat(),
        [&[0xFE, 0xFF], big.as_slice()].concat(),
    ];
    for bytes in marked {
        assert_eq!(replayed(&bytes), plain, "{:02x?}", &bytes[..4]);
    }
    std::fs::write(&file, vec![b' '; 20 << 20]).unwrap();
    let endless = entrance(dir.path(), &["replay", file.to_str().unwrap()]);
    assert_eq!(endless.status.code(), Some(2), "{}", stderr(&endless));
}

#[test]
fn a_masked_report_names_no_address_of_the_office() {
    let dir = folder();
    let output = entrance(dir.path(), &["check", "--practice", "nothing-opened", "--json", "--masked"]);
    for private in ["192.168.77.20", "192.168.77.1\"", "203.0.113.7"] {
        assert!(!stdout(&output).contains(private), "{private} is in the masked report");
    }
}

#[test]
fn what_was_typed_wrong_is_named_and_answered_with_exit_2() {
    let dir = folder();
    for (args, named) in [
        (vec!["check", "--practice", "no-such-office"], "no-such-office"),
        (vec!["check", "--system", "no-such-system", "--practice", "all-well"], "no-such-system"),
        (vec!["check", "--pbx", "192.168.77.300", "--practice", "all-well"], "192.168.77.300"),
        (vec!["check", "--pbx", "0.0.0.0", "--practice", "all-well"], "0.0.0.0"),
        (vec!["check", "--using", "carrier-pigeons", "--practice", "all-well"], "carrier-pigeons"),
        (vec!["check", "--trusted", "1.2.3.4/99", "--practice", "all-well"], "1.2.3.4/99"),
        (vec!["check", "--symptom", "gremlins", "--practice", "all-well"], "gremlins"),
        (vec!["check", "--public-address", "10.0.0.1", "--practice", "all-well"], "10.0.0.1"),
        (vec!["check", "--public-address", "not a name", "--practice", "all-well"], "not a name"),
        (vec!["check", "--phones-use", "https://x y/", "--practice", "all-well"], "https://x y/"),
        (vec!["check", "--interface", "eth99", "--practice", "all-well"], "eth99"),
        (vec!["guide", "--router-guide", "no-such-router", "--practice", "all-well"], "no-such-router"),
        (vec!["undo", "--id", "4711", "--yes", "--practice", "all-well"], "4711"),
        (vec!["replay", "no-such-file.json"], "no-such-file.json"),
        // Nobody has this address (RFC 5737), so a helper that goes on ends at once.
        (
            vec!["helper", "--listen", "192.0.2.1:8443", "--also-listen", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17"],
            "16",
        ),
        (vec!["helper", "--listen", "192.0.2.1:8443", "--sip-port", "5060,5062,5064,5066,5068"], "--sip-port"),
    ] {
        let output = entrance(dir.path(), &args);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains(named), "{args:?} does not name {named}: {said}");
        assert!(!said.contains("[problem-") && !said.contains("panicked"), "{args:?}: {said}");
        assert!(said.contains("hint:"), "{args:?} gives no next step: {said}");
    }
}

#[test]
fn a_helper_whose_files_are_not_whole_does_not_start_and_leaves_them() {
    for (file, text, named) in [
        ("access-keys.txt", "# 00112233445566778899aabbccddeeff: the shop's, until May\n", "access-keys.txt"),
        ("certificate.pem", "the one in the customers' links", "key.pem"),
        ("key.pem", "the one in the customers' links", "certificate.pem"),
    ] {
        let dir = folder();
        let kept = dir.path().join(file);
        std::fs::write(&kept, text).unwrap();
        let state = dir.path().display().to_string();
        // Nobody has this address (RFC 5737), so a helper that goes on ends at once.
        let output = entrance(dir.path(), &["helper", "--listen", "192.0.2.1:8443", "--state", &state]);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(3), "{file}: {said}");
        assert!(said.contains(named) && !said.contains("192.0.2.1"), "{file}: {said}");
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), text, "{file}");
    }
}

#[test]
fn a_code_that_is_no_good_sends_nothing_and_says_why() {
    let dir = folder();
    for code in ["", "hello", "AAAAAA AAAAAA AAAAAA", "0123-4567-89"] {
        let output = entrance(dir.path(), &["walk", code, "--yes"]);
        assert_eq!(output.status.code(), Some(2), "{code:?}: {}", stderr(&output));
        assert!(stdout(&output).is_empty(), "{code:?}");
        let output = entrance(dir.path(), &["check", "--practice", "all-well", "--walk-result", code]);
        assert_eq!(output.status.code(), Some(2), "{code:?}: {}", stderr(&output));
    }
}

#[test]
fn an_invitation_is_one_line_of_code_and_a_stranger_refuses_a_practice_address() {
    let dir = folder();
    let output = entrance(dir.path(), &["invite", "--practice", "nothing-opened"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let code = stdout(&output).lines().last().unwrap().to_owned();
    let letters = code.chars().filter(char::is_ascii_alphanumeric).count();
    assert!((48..=60).contains(&letters), "{letters} letters: {code}");
    // 203.0.113.7 belongs to a practice office: the real program walks there for nobody.
    let walked = entrance(dir.path(), &["walk", &code, "--yes"]);
    assert_eq!(walked.status.code(), Some(2), "{}", stderr(&walked));
    assert!(stderr(&walked).contains("203.0.113.7"), "{}", stderr(&walked));
}

#[test]
fn open_without_a_yes_and_without_a_terminal_changes_nothing() {
    let dir = folder();
    let output = entrance(dir.path(), &["open", "--practice", "nothing-opened"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("--yes"), "{}", stderr(&output));
}

#[test]
fn open_says_that_the_guest_list_does_not_go_along_before_it_asks() {
    let said = stderr(&entrance(folder().path(), &["open", "--practice", "nothing-opened", "--dry-run"]));
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(&Text::new("en").plain("window-offer-guests")), "{said}");
}

#[test]
fn open_fills_changes_and_refusals_become_findings() {
    let dir = folder();
    let opened = entrance(dir.path(), &["open", "--practice", "nothing-opened", "--yes", "--json"]);
    let report = json(&opened);
    let changes = report["changes"].as_array().unwrap();
    assert!(changes.iter().any(|c| c["external_port"] == 5060 && c["result"] == "opened"), "{changes:?}");

    let refused = entrance(dir.path(), &["open", "--practice", "router-refuses", "--yes", "--json"]);
    let report = json(&refused);
    assert_eq!(refused.status.code(), Some(1));
    assert!(codes(&report).contains(&"router-refuses-other-devices".to_owned()), "{:?}", codes(&report));
    assert!(!codes(&report).contains(&"mapping-conflict".to_owned()));
}

#[test]
fn the_guide_prints_a_table_to_copy_for_every_router_family() {
    let dir = folder();
    // Side by side, since each opens a practice office of its own.
    let guides: Vec<_> = separate_entrance::domain::catalog::guides().iter().collect();
    for some in guides.chunks(10) {
        std::thread::scope(|scope| {
            for guide in some {
                scope.spawn(|| {
                    let args = ["guide", "--practice", "nothing-opened", "--router-guide", &guide.id];
                    let output = entrance(dir.path(), &args);
                    let said = stdout(&output);
                    assert_eq!(output.status.code(), Some(0), "{}: {}", guide.id, stderr(&output));
                    assert!(said.contains("5060") && said.contains("192.168.77.20"), "{}: {said}", guide.id);
                    let hearsay = guide.confidence_menus == Confidence::Low;
                    assert_eq!(said.contains(&guide.port_forward), !hearsay, "{}: {said}", guide.id);
                    assert!(said.contains("DHCP reservation") == (hearsay || guide.id == "generic"), "{}", guide.id);
                    assert_eq!(said.contains("Or paste commands"), !guide.commands.is_empty(), "{}", guide.id);
                    assert!(!said.contains(['[', '{']) || !guide.commands.is_empty(), "{}: {said}", guide.id);
                });
            }
        });
    }
}

#[test]
fn a_report_that_cannot_be_saved_is_shown_all_the_same() {
    let dir = folder();
    let nowhere = dir.path().join("no-such-folder").join("report.json");
    let mut places = vec![nowhere.to_str().unwrap().to_owned()];
    // A disk without room.
    if cfg!(target_os = "linux") {
        places.push("/dev/full".to_owned());
    }
    for place in &places {
        let output = entrance(dir.path(), &["check", "--practice", "all-well", "--json", "--save", place]);
        assert_eq!(output.status.code(), Some(3), "{place}: {}", stderr(&output));
        assert_eq!(json(&output)["verdict"], "ready", "{place}");
        assert!(stderr(&output).contains(place) && stderr(&output).contains("hint:"), "{}", stderr(&output));
    }
}

/// The same with another standard output.
#[cfg(target_os = "linux")]
fn printing_to(out: std::process::Stdio, folder: &Path, args: &[&str]) -> std::process::Child {
    std::process::Command::new(env!("CARGO_BIN_EXE_entrance"))
        .args(args)
        .env("SEPARATE_ENTRANCE_DIR", folder)
        .env("LANG", "C")
        .stdin(std::process::Stdio::null())
        .stdout(out)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_printed_is_no_success_and_a_reader_who_leaves_is_no_trouble() {
    let dir = folder();
    let practice = ["check", "--practice", "all-well", "--json"];
    for args in [&practice[..], &["practice"], &["--help"], &["--version"], &["--completion", "bash"]] {
        // A disk without room.
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = printing_to(full.into(), dir.path(), args).wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(3), "{args:?}: {}", stderr(&output));
        assert!(stderr(&output).contains("The output could not be written"), "{}", stderr(&output));
        assert!(stderr(&output).contains("hint:"), "{}", stderr(&output));
        // As `head` does once it has its lines.
        let (gone, pipe) = std::io::pipe().unwrap();
        drop(gone);
        let output = printing_to(pipe.into(), dir.path(), args).wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", stderr(&output));
        assert!(!stderr(&output).contains("could not be written"), "{}", stderr(&output));
    }
}

#[test]
fn a_saved_report_replaces_the_older_one_whole() {
    let dir = folder();
    let file = dir.path().join("report.json");
    std::fs::write(&file, "x".repeat(1_000_000)).unwrap();
    let output = entrance(dir.path(), &["check", "--practice", "all-well", "--json", "--save", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let saved: Value = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(saved["verdict"], "ready");
}

#[test]
fn ways_out_are_a_table_for_the_firewall_and_the_phone_company_is_masked() {
    let dir = folder();
    let output = entrance(dir.path(), &["check", "--practice", "no-way-out"]);
    let report = stdout(&output);
    let line =
        |start: &str| report.lines().find(|l| l.split_whitespace().collect::<Vec<_>>().join(" ").starts_with(start));
    for start in ["Direction Protocol Ports", "out UDP 53", "out TCP 443", "out UDP 5060 The phone company's server"] {
        assert!(line(start).is_some(), "{start}: {report}");
    }
    assert!(line("out UDP 123").unwrap().contains("blocked") && line("out TCP 8000").unwrap().contains("not tried"));
    assert!(report.contains("tried from this computer, which is not the phone system"), "{report}");

    let output = entrance(dir.path(), &["check", "--practice", "no-way-out", "--masked", "--json"]);
    let report = json(&output);
    assert!(codes(&report).contains(&"provider-unreachable".to_owned()));
    assert!(!stdout(&output).contains("phones.example"), "{}", stdout(&output));
    let saved = dir.path().join("masked.json");
    std::fs::write(&saved, &output.stdout).unwrap();
    let again = entrance(dir.path(), &["replay", saved.to_str().unwrap(), "--json"]);
    assert_eq!(codes(&json(&again)), codes(&report));
}

#[test]
fn a_named_server_says_the_street_address_where_the_router_does_not() {
    let dir = folder();
    let office = |more: &[&str]| {
        let args = [&["check", "--practice", "address-unknown", "--json"], more].concat();
        json(&entrance(dir.path(), &args))["office"].clone()
    };
    assert_eq!(office(&[])["public_address"], Value::Null);
    let asked = office(&["--stun", "198.51.100.34"]);
    assert_eq!((&asked["public_address"], &asked["public_address_from"]), (&"203.0.113.7".into(), &"stun".into()));
    // Nobody there, and in a practice office nobody else is asked.
    let output =
        entrance(dir.path(), &["check", "--practice", "address-unknown", "--stun", "stun.example.com", "--json"]);
    assert_eq!(json(&output)["office"]["public_address"], Value::Null);
    assert!(stderr(&output).contains("stun.example.com"), "{}", stderr(&output));
    for option in ["--stun", "--provider"] {
        let output = entrance(dir.path(), &["check", option, "https://x", "--json"]);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{option}");
    }
}

#[test]
fn a_safety_test_is_made_only_after_a_yes_and_keeps_no_extension() {
    let dir = folder();
    let check = |more: &[&str]| {
        let args = [&["check", "--practice", "talks-to-strangers", "--json"], more].concat();
        entrance(dir.path(), &args)
    };
    let both = ["--test", "guest-calls,name-leak", "--extension", "201"];
    let quiet = check(&both);
    assert_eq!(json(&quiet)["safety"].as_array().unwrap().len(), 0);
    assert!(stderr(&quiet).contains("no safety test was made"), "{}", stderr(&quiet));
    let made = check(&[&both[..], &["--yes", "--masked"]].concat());
    let found = codes(&json(&made));
    assert!(
        ["guest-calls-accepted", "extension-names-leak"].iter().all(|c| found.contains(&(*c).to_owned())),
        "{found:?}"
    );
    let seen = &json(&made)["safety"][1]["seen"];
    assert_eq!(seen, "real: 401 Unauthorized; made-up: 404 Not Found");
    // As a word: a moment may hold the same digits.
    let words = stdout(&made);
    assert!(!words.split(|c: char| !c.is_ascii_alphanumeric() && c != '.').any(|w| w == "201"), "{words}");
    for wrong in [&["--test", "loudness"][..], &["--test", "name-leak"], &["--test", "name-leak", "--extension", "2 1"]]
    {
        let output = check(wrong);
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{wrong:?}");
        assert!(stderr(&output).contains("hint:"), "{}", stderr(&output));
    }
}

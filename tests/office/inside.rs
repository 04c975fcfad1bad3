//! The look inside the phone system at the terminal: the block to paste, what it printed read from a file or from
//! standard input, and the same taken into a check. A paste that is no good is named, and nothing of it is believed.

use std::io::Write as _;
use std::path::Path;
use std::process::{Output, Stdio};

use separate_entrance::domain::inside::SCRIPT;
use separate_entrance::domain::inside::block::{LONGEST_LINE, MOST_BYTES, framed};
use separate_entrance::text::{self, Text};

use crate::terminal::{entrance, folder, json, stderr, stdout};

/// A word of the paste that must stand nowhere else.
const MARK: &str = "hunter2";

/// A whole block of these lines.
pub fn block(lines: &[&str]) -> String {
    format!("root@pbx:~# sh\n{}root@pbx:~#\n", framed(lines))
}

#[expect(clippy::disallowed_methods, reason = "a block of today")]
fn good() -> String {
    let now = jiff::Timestamp::now().as_second();
    block(&[
        &format!("at|{now}"),
        "system|asterisk|16.28.0",
        "product|freepbx|16.0.40",
        "addr|eth0|192.168.77.20/24",
        "part|files|read",
    ])
}

/// Runs `entrance` with this on its standard input.
fn with_input(folder: &Path, args: &[&str], input: &str) -> Output {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_entrance"))
        .args(args)
        .env("SEPARATE_ENTRANCE_DIR", folder)
        .env("LANG", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who reads no more than it needs shuts the pipe early.
    child.stdin.take().unwrap().write_all(input.as_bytes()).ok();
    child.wait_with_output().unwrap()
}

#[test]
fn the_block_is_printed_alone_and_the_way_to_use_it_beside_it() {
    let dir = folder();
    let output = entrance(dir.path(), &["inside", "--script"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(0), SCRIPT.to_owned()));
    assert!(stderr(&output).contains("--paste"), "{}", stderr(&output));
}

#[test]
fn what_the_block_printed_is_read_from_a_file_and_from_standard_input() {
    let dir = folder();
    let file = dir.path().join("block.txt");
    std::fs::write(&file, good()).unwrap();
    let file = file.to_str().unwrap();
    let from_file = entrance(dir.path(), &["inside", "--paste", file]);
    let said = stdout(&from_file);
    assert!(matches!(from_file.status.code(), Some(0 | 1)), "{}", stderr(&from_file));
    for part in ["FreePBX", "Asterisk 16.28.0", "192.168.77.20"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(!said.contains('['), "a key without words: {said}");
    assert_eq!(stdout(&with_input(dir.path(), &["inside", "--paste", "-"], &good())), said);
    let saved = dir.path().join("look.json");
    let saved = saved.to_str().unwrap();
    let document = json(&entrance(dir.path(), &["inside", "--paste", file, "--json", "--save", saved]));
    assert_eq!(
        (&document["schema"], &document["inside"]["engine"], &document["inside"]["how"]),
        (&1.into(), &"asterisk".into(), &"pasted".into())
    );
    assert!(document["findings"].is_array());
    let kept: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(saved).unwrap()).unwrap();
    assert_eq!(kept, document);
    for language in text::languages() {
        let output = entrance(dir.path(), &["inside", "--paste", file, "--lang", language]);
        for about in ["bans", "strangers"] {
            let name = format!("\n  {}\n", Text::new(language).plain(&format!("inside-name-{about}")));
            let said = stdout(&output);
            assert_eq!(said.matches(&name).count(), 1, "{language}: a name stands once over its lines: {said}");
        }
    }
}

#[test]
fn a_bad_paste_is_told_by_its_name_and_stands_in_no_log() {
    let whole = good();
    let marked = |text: &str| format!("{text}\n{MARK}\n");
    let cases = [
        ("paste-not-a-block", marked("Asterisk 16.28.0 currently running on pbx")),
        ("paste-cut", marked(whole.split("=== separate-entrance inside 1 end").next().unwrap())),
        ("paste-changed", marked(&whole.replace("16.28.0", "16.28.1"))),
        ("paste-newer", marked(&whole.replace("inside 1 begin", "inside 7 begin"))),
        ("paste-odd-signs", marked(&whole.replace("eth0", "\u{1b}[2J"))),
        ("paste-too-long", marked(&whole.replace("eth0", &"x".repeat(LONGEST_LINE)))),
        ("paste-too-long", marked(&"line\n".repeat(MOST_BYTES))),
    ];
    let dir = folder();
    for (code, paste) in cases {
        for language in ["en", "de"] {
            let text = Text::new(language);
            let args = [["most", "1024"], ["version", "7"]].map(|[k, v]| (k.to_owned(), v.to_owned())).into();
            let (says, next) =
                (text.get(&format!("problem-{code}"), &args), text.get(&format!("problem-{code}.action"), &args));
            let alone = with_input(dir.path(), &["inside", "--paste", "-", "--lang", language], &paste);
            let in_check = ["check", "--practice", "all-well", "--inside", "-", "--lang", language];
            for output in [alone, with_input(dir.path(), &in_check, &paste)] {
                let said = stderr(&output).split_whitespace().collect::<Vec<_>>().join(" ");
                assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{code}: {said}");
                assert!(said.contains(&says) && said.contains(&next), "{code}: {said}");
                assert!(!said.contains(MARK), "{code}: {said}");
            }
        }
    }
    let log = std::fs::read_to_string(dir.path().join("log.txt")).unwrap();
    assert!(log.contains("read-inside") && !log.contains(MARK), "{log}");
    assert!(!log.contains("16.28"), "nothing of the paste: {log}");
}

#[test]
fn a_check_takes_in_what_was_read_and_a_report_of_it_replays() {
    let dir = folder();
    let file = dir.path().join("block.txt");
    std::fs::write(&file, good()).unwrap();
    let saved = dir.path().join("report.json");
    let (file, saved) = (file.to_str().unwrap(), saved.to_str().unwrap());
    let args = ["check", "--practice", "all-well", "--inside", file, "--json", "--save", saved];
    let report = json(&entrance(dir.path(), &args));
    assert_eq!(report["inside"]["version"], "16.28.0");
    let again = json(&entrance(dir.path(), &["replay", saved, "--json"]));
    assert_eq!(again["inside"], report["inside"]);
    // Without it nobody looks inside.
    assert!(json(&entrance(dir.path(), &["check", "--practice", "all-well", "--json"]))["inside"].is_null());
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let dir = folder();
    for args in [vec!["inside", "--paste"], vec!["check", "--practice", "all-well", "--inside"]] {
        let output = entrance(dir.path(), &[args.as_slice(), &["no-such-file"]].concat());
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains("no-such-file"), "{args:?}: {}", stderr(&output));
    }
}

/// A computer without a phone system: the shipped script runs to its end here, and says so.
#[cfg(unix)]
#[test]
fn where_there_is_no_phone_system_that_is_said() {
    let dir = folder();
    let output = entrance(dir.path(), &["inside", "--json"]);
    let document = json(&output);
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    assert_eq!(document["problem"]["code"], "inside-no-phone-system");
    assert!(stderr(&output).contains(&Text::new("en").plain("problem-inside-no-phone-system")));
}

#[test]
fn a_practice_phone_system_says_which_address_it_writes() {
    let dir = folder();
    let document = json(&entrance(dir.path(), &["inside", "--practice", "wrong-sender-address", "--json"]));
    assert_eq!(document["inside"]["how"], "here");
    assert_eq!(document["inside"]["outside"][0]["value"], "198.51.100.9");
    let said = stdout(&entrance(dir.path(), &["inside", "--practice", "wrong-sender-address"]));
    for part in ["198.51.100.9", "10000-10009", "203.0.113.60"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    // A story without a phone system that could be looked into says so.
    let nothing = entrance(dir.path(), &["inside", "--practice", "all-well", "--json"]);
    assert_eq!(
        (nothing.status.code(), &json(&nothing)["problem"]["code"]),
        (Some(3), &"inside-no-phone-system".into())
    );
}

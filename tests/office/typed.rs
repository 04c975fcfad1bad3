//! What is typed and what is given back, word by word: help in every language, mistakes named, one document from every
//! command that promises one, with every field of the public contract.

use std::collections::BTreeSet;

use clap::CommandFactory as _;
use separate_entrance::cli::args::Typed;
use separate_entrance::text::{self, Text};
use serde_json::Value;

use crate::terminal::{codes, entrance, folder, json, stderr, stdout};

/// What clap says by itself, in English.
const CLAPS_OWN: [&str; 8] =
    ["Usage:", "Commands:", "Arguments:", "Options:", "Print help", "Print version", "[default", "[possible"];

#[test]
fn every_command_and_every_option_has_help_of_its_own() {
    let text = Text::new("en");
    let mut command = Typed::command();
    command.build();
    let mut seen = 0;
    for sub in command.get_subcommands().filter(|c| c.get_name() != "help") {
        assert!(text.has(&format!("help-{}", sub.get_name())), "{}", sub.get_name());
        for arg in sub.get_arguments().filter(|a| !a.is_hide_set()) {
            let key = format!("help-arg-{}", arg.get_id().as_str().replace('_', "-"));
            assert!(text.has(&key), "{}: {key}", sub.get_name());
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} options were seen");
}

#[test]
fn help_is_in_the_owners_language_from_its_first_to_its_last_line() {
    let dir = folder();
    let commands: Vec<String> = Typed::command().get_subcommands().map(|c| c.get_name().to_owned()).collect();
    for language in text::languages() {
        let text = Text::new(language);
        let headings = ["usage", "commands", "arguments", "options"].map(|h| text.plain(&format!("help-heading-{h}")));
        let usage = &headings[0];
        let of_one = commands.iter().map(|c| vec![c.as_str(), "--help", "--lang", language]);
        for args in of_one.chain([vec!["--help", "--lang", language]]) {
            let output = entrance(dir.path(), &args);
            let said = stdout(&output);
            assert_eq!(output.status.code(), Some(0), "{args:?}");
            assert!(said.contains(&format!("{usage}: entrance")), "{args:?}: {said}");
            // A heading may be the same word in two languages.
            let is_ours = |own: &str| headings.iter().any(|heading| format!("{heading}:") == own);
            let own = CLAPS_OWN.iter().find(|own| !is_ours(own) && language != "en" && said.contains(*own));
            assert_eq!(own, None, "{args:?}: {said}");
        }
    }
    let asked = stdout(&entrance(dir.path(), &["help", "check"]));
    assert_eq!(asked, stdout(&entrance(dir.path(), &["check", "--help"])));
    let german = stdout(&entrance(dir.path(), &["--lang=de", "check", "--help"]));
    assert!(german.contains("Aufruf: entrance check") && german.contains("Optionen:"), "{german}");
}

#[test]
fn a_mistake_on_the_command_line_is_named_in_the_owners_language() {
    let dir = folder();
    for (args, named) in [
        (vec!["chekc"], vec!["chekc", "check"]),
        (vec!["check", "--interfac", "eth0"], vec!["--interfac", "--interface"]),
        (vec!["check", "--pxb", "1.2.3.4"], vec!["--pxb", "entrance check --help"]),
        (vec!["check", "--calls", "many"], vec!["many", "--calls", "entrance check --help"]),
        (vec!["check", "--calls", "0"], vec!["0", "--calls"]),
        (vec!["check", "--calls", "70000"], vec!["70000", "--calls"]),
        (vec!["check", "--router", "here"], vec!["here", "--router"]),
        (vec!["check", "--ipv6=perhaps"], vec!["perhaps", "--ipv6", "yes, no"]),
        (vec!["check", "--pbx"], vec!["--pbx"]),
        (vec!["check", "--extension", "201"], vec!["--test"]),
        (vec!["profile", "my.toml", "--new", "mine", "--from", "freepbx"], vec!["--new"]),
        (vec!["insid"], vec!["insid", "inside"]),
        (vec!["inside", "--past", "x"], vec!["--past", "--paste"]),
        (vec!["inside", "--script", "--paste", "x"], vec!["--script"]),
        (vec!["walk"], vec!["CODE", "entrance walk --help"]),
        (vec!["replay"], vec!["FILE"]),
        (vec!["check", "--lang", "klingon"], vec!["klingon", "de, en, es, fr, pt"]),
        (vec!["check", "--lang=xx"], vec!["xx"]),
    ] {
        for language in ["en", "de"] {
            let spoken = args.iter().any(|a| a.starts_with("--lang"));
            let typed: Vec<&str> = args.iter().copied().chain((!spoken).then_some("--lang")).collect();
            let typed: Vec<&str> = typed.into_iter().chain((!spoken).then_some(language)).collect();
            // A value that is missing must stay the last word.
            let typed =
                if args.as_slice() == ["check", "--pbx"] { vec!["--lang", language, "check", "--pbx"] } else { typed };
            let output = entrance(dir.path(), &typed);
            let said = stderr(&output);
            assert_eq!((output.status.code(), stdout(&output)), (Some(2), String::new()), "{typed:?}: {said}");
            for word in &named {
                assert!(said.contains(word), "{typed:?} does not name {word}: {said}");
            }
            let hint = if language == "de" && !spoken { "Hinweis:" } else { "hint:" };
            assert!(said.contains(hint) && !said.contains("error:") && !said.contains("[problem"), "{typed:?}: {said}");
        }
    }
}

#[test]
fn one_document_comes_from_every_command_that_promises_one() {
    let dir = folder();
    let practice = ["--practice", "nothing-opened", "--json"];
    for (args, code) in [
        (vec!["open", "--dry-run"], 1),
        (vec!["open", "--repair", "--dry-run"], 1),
        (vec!["undo"], 0),
        (vec!["undo", "--list"], 0),
        (vec!["undo", "--all", "--yes"], 1),
    ] {
        let output = entrance(dir.path(), &[args.as_slice(), practice.as_slice()].concat());
        let report = json(&output);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", stderr(&output));
        assert_eq!((&report["schema"], report["changes"].as_array().map(Vec::len)), (&1.into(), Some(0)), "{args:?}");
    }
    let listed = json(&entrance(dir.path(), &[&["undo", "--list"][..], &practice].concat()));
    assert_eq!(listed["journal"].as_array().map(Vec::len), Some(0));
    let dry = entrance(dir.path(), &["open", "--dry-run", "--practice", "nothing-opened"]);
    assert!(stderr(&dry).contains("5060") && stdout(&dry).contains("5060"), "the plan, and the report");
    // Exit 3 has a document too, with what went wrong in words.
    let file = dir.path().join("a-file");
    std::fs::write(&file, "").unwrap();
    for args in [["check", "--json"], ["open", "--json"], ["undo", "--json"]] {
        let output = entrance(&file, &args);
        let document = json(&output);
        assert_eq!(output.status.code(), Some(3), "{args:?}: {}", stderr(&output));
        let problem = &document["problem"];
        assert_eq!((&document["verdict"], &problem["code"]), (&"could-not-check".into(), &"folder-unusable".into()));
        assert!(["headline", "action"].iter().all(|part| problem[part].as_str().is_some_and(|w| !w.is_empty())));
    }
}

/// Every name in the document, as in `office.gateways[].address`.
fn names(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields {
                let here = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
                names(inner, &here, found);
                found.insert(here);
            }
        }
        Value::Array(several) => several.iter().for_each(|inner| names(inner, &format!("{at}[]"), found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn the_document_has_every_field_of_the_contract() {
    let dir = folder();
    let mut found = BTreeSet::new();
    for args in [vec!["open", "--yes", "--practice", "nothing-opened"], vec!["check", "--practice", "router-restarted"]]
    {
        let report = json(&entrance(dir.path(), &[args, vec!["--json"]].concat()));
        names(&report, "", &mut found);
        assert!(!codes(&report).is_empty());
    }
    let promised = [
        ("", "schema program started_at duration_ms verdict office answers before services mappings changes"),
        ("", "findings evidence advice ready_until"),
        ("program", "name version"),
        ("office", "gateways public_address public_address_from adapters phone_system"),
        ("office.gateways[]", "address manufacturer model control wan_address wan_hop guide"),
        ("office.adapters[]", "name address virtual default_route"),
        ("office.phone_system", "address mac profile server answers_inside"),
        ("answers", "system using calls trusted phones_use heard_both_ways"),
        ("before", "started_at public_address mappings phone_system"),
        (
            "services[]",
            "id label protocol ports direction need selected inside router outside outside_ipv6 verdict because",
        ),
        ("mappings[]", "external_port protocol internal_client internal_port lease_seconds description ours"),
        ("changes[]", "service external_port protocol result code"),
        ("findings[]", "code severity services headline meaning action detail evidence folded"),
        ("findings[].folded[]", "code services"),
        ("evidence[]", "service vantage probe target family outcome identity at elapsed_ms seen"),
        ("advice[]", "id done date"),
    ];
    for (part, fields) in promised {
        for field in fields.split(' ') {
            let name = if part.is_empty() { field.to_owned() } else { format!("{part}.{field}") };
            assert!(found.contains(&name), "{name} is not in the document");
        }
    }
}

#[test]
fn a_damaged_file_is_kept_under_another_name_and_said_in_every_language() {
    for language in text::languages() {
        let dir = folder();
        let history = dir.path().join("history");
        std::fs::create_dir(&history).unwrap();
        let torn = ["settings.toml", "journal.json", "history/2026-11-23T08-00-00.000Z.json"];
        for file in torn {
            std::fs::write(dir.path().join(file), "{ torn").unwrap();
        }
        let output = entrance(dir.path(), &["history", "--lang", language]);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(0), "{language}: {said}");
        for file in torn {
            let kept = format!("{file}.damaged-1");
            let name = kept.rsplit('/').next().unwrap();
            assert!(said.contains(name) && !said.contains('['), "{language} {file}: {said}");
            assert_eq!(std::fs::read_to_string(dir.path().join(&kept)).unwrap(), "{ torn", "{language}");
            assert!(!dir.path().join(file).exists(), "{language} {file}");
        }
        let again = stderr(&entrance(dir.path(), &["history", "--lang", language]));
        assert!(!again.contains("damaged"), "{language}: once is enough: {again}");
    }
}

#[test]
fn what_is_copied_as_it_stands_in_a_phone_or_with_blanks_between_is_understood() {
    let dir = folder();
    let check =
        |more: &[&str]| json(&entrance(dir.path(), &[&["check", "--practice", "all-well", "--json"], more].concat()));
    let copied = check(&["--phones-use", "sip:201@203.0.113.7:5060", "--using", "remote-phones, ,"]);
    assert_eq!(copied["answers"]["phones_use"], "203.0.113.7");
    assert_eq!(copied["answers"]["using"], serde_json::json!(["remote-phones"]));
    assert!(!codes(&copied).contains(&"phones-use-other-address".to_owned()), "{:?}", codes(&copied));
    let noise = dir.path().join("noise");
    std::fs::write(&noise, [0xff, 0xfe, 0, 1]).unwrap();
    let output = entrance(dir.path(), &["replay", noise.to_str().unwrap()]);
    assert!(output.status.code() == Some(2) && stderr(&output).contains("is not a report"), "{}", stderr(&output));
}

#[test]
fn a_symptom_orders_the_findings_and_hides_none() {
    let dir = folder();
    let check = |symptom: &str| {
        codes(&json(&entrance(dir.path(), &["check", "--practice", "router-refuses", "--json", "--symptom", symptom])))
    };
    let (plain, ring) = (check("just-check"), check("do-not-ring"));
    assert_ne!(plain, ring, "the order is another");
    let sorted = |codes: &[String]| codes.iter().cloned().collect::<BTreeSet<String>>();
    assert_eq!((sorted(&plain), plain.len()), (sorted(&ring), ring.len()), "and nothing else");
    let first_of = |codes: &[String]| codes.iter().position(|c| c == "guest-list-not-proved").unwrap();
    assert!(first_of(&ring) < first_of(&plain), "what is about the bell comes first of its kind: {plain:?} {ring:?}");
}

#[test]
fn a_call_that_the_owner_heard_is_kept_with_its_day_and_satisfies_the_voice() {
    let dir = folder();
    let args = ["check", "--practice", "no-upnp", "--json"];
    let before = json(&entrance(dir.path(), &args));
    assert_eq!((&before["answers"]["heard_both_ways"], &before["verdict"]), (&Value::Null, &"action-needed".into()));
    assert!(codes(&before).contains(&"audio-not-proved".to_owned()), "{:?}", codes(&before));
    let after = entrance(dir.path(), &[&args[..], &["--heard-both-ways"]].concat());
    let report = json(&after);
    assert!(report["answers"]["heard_both_ways"].as_str().is_some_and(|day| day.len() == "2026-11-29".len()));
    assert!(!codes(&report).contains(&"audio-not-proved".to_owned()), "{:?}", codes(&report));
    assert_eq!((&report["verdict"], after.status.code()), (&"ready".into(), Some(0)));
}

/// Needs a signal to end it, which only a system with signals has.
#[cfg(unix)]
#[test]
fn a_practice_office_runs_until_it_is_told_to_stop_and_leaves_nothing_behind() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};

    let (dir, temporary) = (folder(), folder());
    let kept = || std::fs::read_dir(temporary.path()).unwrap().count();
    let mut office = Command::new(env!("CARGO_BIN_EXE_entrance"))
        .args(["practice", "all-well"])
        .env("SEPARATE_ENTRANCE_DIR", dir.path())
        .env("TMPDIR", temporary.path())
        .env("LANG", "C")
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(office.stderr.take().unwrap()).lines().map_while(Result::ok);
    assert!(lines.any(|l| l.contains("freepbx") && l.contains("192.168.77.20")), "it says what stands there");
    assert!(office.try_wait().unwrap().is_none(), "and stays");
    assert_eq!(kept(), 1, "its folder is there");
    assert!(Command::new("kill").args(["-INT", &office.id().to_string()]).status().unwrap().success());
    assert_eq!(office.wait().unwrap().code(), Some(0));
    assert_eq!(kept(), 0, "and goes with it");
    let listed = stdout(&entrance(dir.path(), &["practice"]));
    assert!(separate_entrance::practice::scenarios().iter().all(|s| listed.contains(&s.id)), "{listed}");
}

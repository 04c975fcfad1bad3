//! The words an owner reads: every code has them, they are short and without jargon. `plain.rs` measures them.
//! Reads the `.ftl` text, not the values put in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use separate_entrance::domain::catalog;
use separate_entrance::domain::message::Doing;
use separate_entrance::domain::office::{AdviceId, Symptom};
use separate_entrance::domain::plan::ByHand;
use separate_entrance::domain::report::{Finding, Severity, TopVerdict, Verdict, Words};
use separate_entrance::domain::service::ServiceId;
use separate_entrance::practice;
use separate_entrance::text::explain::explain;
use separate_entrance::text::{Text, faults};

use crate::cases::reports;
use crate::codes_complete::CONTRACT;
use crate::plain::readings;

/// Words that only a technician should meet.
const JARGON: [&str; 12] =
    ["nat", "udp", "tcp", "sip", "rtp", "alg", "igd", "upnp", "port", "ports", "dhcp", "firewall rule"];

/// One message of a language: its value under the empty name, and its attributes.
pub type Message = BTreeMap<String, String>;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every language with its messages, all part files together.
pub fn languages() -> BTreeMap<String, BTreeMap<String, Message>> {
    let mut languages: BTreeMap<String, BTreeMap<String, Message>> = BTreeMap::new();
    for entry in fs::read_dir(root().join("assets/text")).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let language = stem.split('.').next().unwrap().to_owned();
        languages.entry(language).or_default().extend(messages(&fs::read_to_string(&path).unwrap()));
    }
    languages
}

pub fn english() -> BTreeMap<String, Message> {
    languages().remove("en").expect("English is always there")
}

/// A small reader for the plain part of Fluent that our files use.
pub fn messages(text: &str) -> BTreeMap<String, Message> {
    let mut all: BTreeMap<String, Message> = BTreeMap::new();
    let (mut key, mut part) = (String::new(), String::new());
    for line in text.lines().filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        let trimmed = line.trim();
        let rest = if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (name, rest) = line.split_once('=').unwrap_or_else(|| panic!("no message: {line}"));
            (key, part) = (name.trim().to_owned(), String::new());
            rest
        } else if let Some((name, rest)) = trimmed.strip_prefix('.').and_then(|t| t.split_once('=')) {
            part = name.trim().to_owned();
            rest
        } else {
            trimmed
        };
        let words = all.entry(key.clone()).or_default().entry(part.clone()).or_default();
        *words = format!("{words} {}", rest.trim()).trim().to_owned();
    }
    // A message with attributes only has no value of its own.
    for message in all.values_mut() {
        message.retain(|_, words| !words.is_empty());
    }
    all
}

/// The names of the values that words ask for.
pub fn values(words: &str) -> BTreeSet<String> {
    let names = words.split('$').skip(1);
    names.map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "_-".contains(*c)).collect()).collect()
}

fn tokens(words: &str) -> Vec<String> {
    let letters = words.split(|c: char| !c.is_alphanumeric() && c != '\'');
    letters.filter(|w| w.chars().any(char::is_alphabetic)).map(str::to_lowercase).collect()
}

/// All Rust files below a folder of the project, with their text up to their tests.
pub fn sources(below: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(below)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap().to_owned();
                found.push((path, code));
            }
        }
    }
    found
}

/// What stands between quotes after each `mark` in the sources.
fn quoted_after(mark: &str, below: &str) -> BTreeMap<String, PathBuf> {
    let mut found = BTreeMap::new();
    for (path, code) in sources(below) {
        for rest in code.split(mark).skip(1) {
            found.insert(rest.split('"').next().unwrap().to_owned(), path.clone());
        }
    }
    found
}

#[test]
fn every_file_can_be_read_and_no_key_is_there_twice() {
    assert_eq!(faults(), Vec::<String>::new());
}

#[test]
fn our_own_reader_sees_what_fluent_sees() {
    let text = Text::new("en");
    let english = english();
    assert!(english.len() > 200, "{} messages", english.len());
    for (key, message) in &english {
        for part in message.keys() {
            let name = if part.is_empty() { key.clone() } else { format!("{key}.{part}") };
            assert!(text.has(&name), "{name}");
        }
    }
}

#[test]
fn every_finding_has_a_headline_a_meaning_an_action_and_a_detail() {
    let english = english();
    for (code, _) in CONTRACT.iter().copied() {
        let message = english.get(code).unwrap_or_else(|| panic!("no words for {code}"));
        let parts: Vec<&str> = message.keys().map(String::as_str).collect();
        assert_eq!(parts, ["", "action", "detail", "meaning"], "{code}");
        let headline = &message[""];
        assert!(headline.chars().count() <= 70, "{code}: {} characters", headline.chars().count());
        assert!(!headline.ends_with('.'), "{code}: a headline takes no full stop");
        assert!(values(headline).is_empty(), "{code}: a headline stays short whatever the values are");
        for part in ["meaning", "action", "detail"] {
            assert!(message[part].ends_with(['.', '?', ')', '}', '"']), "{code}.{part}: sentences end");
        }
    }
}

#[test]
fn a_rule_of_the_judge_never_lacks_words() {
    let english = english();
    for (code, path) in quoted_after("code: \"", "src/domain/judge") {
        assert!(
            CONTRACT.iter().any(|(known, _)| *known == code),
            "{code} of {} is not in the public list",
            path.display()
        );
        assert!(english.contains_key(&code), "{code}");
    }
}

#[test]
fn the_judge_gives_every_value_that_its_words_ask_for() {
    let english = english();
    let mut given: BTreeSet<String> = quoted_after(".arg(\"", "src/domain/judge").into_keys().collect();
    given.extend(quoted_after(".maybe(\"", "src/domain/judge").into_keys());
    // What `explain` adds to every finding.
    given.extend(["service", "services", "count", "finding"].map(ToOwned::to_owned));
    for (code, _) in quoted_after("code: \"", "src/domain/judge") {
        for (part, words) in &english[&code] {
            let holes: Vec<String> = values(words).difference(&given).cloned().collect();
            assert!(holes.is_empty(), "{code}.{part} asks for {holes:?}, which no rule gives");
        }
    }
}

#[test]
fn a_finding_without_any_values_shows_no_holes() {
    let text = Text::new("en");
    for (code, _) in CONTRACT {
        let finding = Finding {
            code: (*code).to_owned(),
            severity: Severity::Problem,
            services: vec![ServiceId("sip-udp".to_owned())],
            words: Words::default(),
            evidence: Vec::new(),
            folded: Vec::new(),
            args: BTreeMap::new(),
        };
        let words = explain(&text, &finding);
        for part in [&words.headline, &words.meaning, &words.action, &words.detail] {
            assert!(!part.is_empty() && !part.contains(['{', '}', '$', '[']), "{code}: {part}");
        }
        assert!(!words.action.contains(&text.plain("not-known")), "{code}: an action never depends on a value");
    }
}

#[test]
fn technical_words_stay_in_the_technical_parts() {
    for (key, message) in english() {
        // The by-hand guide shows the device's own terms; the help of the terminal and the window's drawer speak to
        // technicians.
        if ["guide-", "rule-", "help-"].iter().any(|p| key.starts_with(p)) {
            continue;
        }
        for (part, words) in message.iter().filter(|(part, _)| !["detail", "term"].contains(&part.as_str())) {
            for reading in readings(words) {
                let sentence = format!(" {} ", tokens(&reading).join(" "));
                let word = JARGON.iter().find(|word| sentence.contains(&format!(" {word} ")));
                assert_eq!(word, None, "{key}.{part}: {reading}");
            }
        }
    }
}

/// Where two causes look alike: the code and a value that tells which of its words is meant, the causes that are named,
/// and the next thing to do, which costs least and tells them apart.
type TwoCauses = (&'static str, Option<(&'static str, &'static str)>, &'static [&'static str], &'static str);

const TWO_CAUSES: [TwoCauses; 16] = [
    ("public-address-differs", None, &["carrier-grade NAT", "second line", "VPN"], "unplug a second internet line"),
    ("second-router", None, &["outer router", "may be the carrier's"], "Find the outer box"),
    (
        "walk-path-unproved",
        Some(("streets", "one")),
        &["visitor's own street", "which side was silent"],
        "another street",
    ),
    (
        "walk-path-unproved",
        Some(("streets", "several")),
        &["likelier on your side", "even that is not sure"],
        "firewall",
    ),
    (
        "no-answer-outside",
        Some(("bell", "yes")),
        &["filter on the visitor's line", "filter in front of the router"],
        "street",
    ),
    ("no-answer-outside", Some(("bell", "no")), &["the router's firewall", "the phone system's firewall"], "again"),
    ("blocked-before-router", None, &["filter of the carrier", "its firewall"], "the phone system's own log"),
    ("visitor-shut-out", Some(("others", "no")), &["fail2ban", "own line may filter"], "another street"),
    (
        "wrong-machine-answers",
        None,
        &["Two machines", "A phone system that answers strangers otherwise"],
        "where the rule",
    ),
    (
        "service-not-running",
        Some(("outside", "yes")),
        &["keep this computer out", "somebody else answers"],
        "this computer",
    ),
    ("phone-system-silent", Some(("apart", "yes")), &["guest Wi-Fi", "switched off"], "own network"),
    ("router-refuses-other-devices", Some(("elsewhere", "yes")), &["another network"], "By hand"),
    ("mapping-missing", None, &["no mapping", "rule was made by hand"], "every change before it is made"),
    ("sip-swallowed", None, &["SIP ALG", "filter of the carrier"], "Ask your internet company"),
    ("sip-doorman-hint", None, &["SIP ALG", "the server does not keep the rule"], "standing helper"),
    ("audio-one-way", Some(("from", "outside")), &["most likely first", "firewall"], "call again"),
];

#[test]
fn where_two_causes_look_alike_both_are_named_and_the_next_step_tells_them_apart() {
    let text = Text::new("en");
    let reports = reports();
    for (code, value, causes, next) in TWO_CAUSES {
        let found = reports
            .values()
            .flat_map(|r| &r.findings)
            .find(|f| f.code == code && value.is_none_or(|(key, is)| f.args.get(key).map(String::as_str) == Some(is)));
        let words = explain(&text, found.unwrap_or_else(|| panic!("no case of {code} {value:?}")));
        let said = format!("{} {}", words.meaning, words.detail);
        for cause in causes {
            assert!(said.contains(cause), "{code} {value:?} does not name {cause:?}: {said}");
        }
        let action = words.action.to_lowercase();
        assert!(action.contains(&next.to_lowercase()), "{code} {value:?} does not say {next:?}: {action}");
    }
}

#[test]
fn silence_is_never_called_closed() {
    for (key, message) in english() {
        for (part, words) in message {
            let tokens = tokens(&words);
            assert!(!tokens.iter().any(|t| t == "closed"), "{key}.{part}: {words}");
        }
    }
}

#[test]
fn every_problem_of_the_program_has_words_and_a_next_step() {
    let english = english();
    let mut codes = quoted_after("Problem::new(\"", "src");
    // How an error of a code becomes a problem.
    codes.extend(quoted_after("Self::new(\"code-", "src").into_iter().map(|(c, p)| (format!("code-{c}"), p)));
    assert!(codes.len() >= 10, "only {} codes were found in the sources", codes.len());
    let ours = english.keys().filter_map(|k| k.strip_prefix("problem-")).map(ToOwned::to_owned);
    for code in codes.keys().cloned().chain(ours).collect::<BTreeSet<String>>() {
        let message = english.get(&format!("problem-{code}")).unwrap_or_else(|| panic!("no words for problem-{code}"));
        assert!(message.contains_key("") && message.contains_key("action"), "problem-{code}");
    }
}

#[test]
fn no_words_are_kept_for_a_problem_that_nothing_tells() {
    let code: String = sources("src").into_iter().map(|(_, code)| code).collect();
    // How a call ended and why a number is not called are put together from a stem and a name.
    let is_told = |name: &str| {
        let stems = ["", "call-", "not-called-"].into_iter();
        stems.filter_map(|stem| name.strip_prefix(stem)).any(|rest| code.contains(&format!("\"{rest}\"")))
    };
    let english = english();
    let kept = english.keys().filter_map(|key| key.strip_prefix("problem-"));
    let never: Vec<&str> = kept.filter(|name| !is_told(name)).collect();
    assert!(never.is_empty(), "nothing tells {never:?}");
}

/// Values of findings that are one of a few names of the code.
const NAMES: [&str; 13] =
    ["from", "walker", "way", "walls", "list", "streets", "media_is", "mapped", "how", "by", "why", "follows", "bell"];

#[test]
fn no_name_of_the_code_stands_in_a_sentence() {
    for (language, words) in languages() {
        for (code, _) in CONTRACT {
            for (part, sentence) in &words[*code] {
                let raw = NAMES.iter().find(|name| sentence.contains(&format!("{{ ${name} }}")));
                assert_eq!(raw, None, "{language}: {code}.{part} shows it as it stands: {sentence}");
            }
        }
    }
}

#[test]
fn every_name_in_the_code_has_words() {
    let text = Text::new("en");
    let service = || ServiceId("sip-udp".to_owned());
    let doing = [
        Doing::Adapters,
        Doing::Routers,
        Doing::Mappings,
        Doing::LookingRound,
        Doing::Asking(service()),
        Doing::Opening(service()),
        Doing::Undoing(service()),
        Doing::Knocking(service()),
        Doing::ReachingHelper,
        Doing::HelperKnocks,
        Doing::Doorman,
        Doing::Registering,
        Doing::Calling,
        Doing::Listening,
        Doing::KeepingQuiet(10),
        Doing::WaitingForCall,
    ];
    let verdicts = [
        Verdict::Verified,
        Verdict::WrongHost,
        Verdict::NothingListening,
        Verdict::NoAnswer,
        Verdict::NotChecked,
        Verdict::Shut,
        Verdict::Exposed,
        Verdict::Guarded,
        Verdict::Reachable,
        Verdict::Blocked,
    ];
    let by_hand = [
        ByHand::NoRequests,
        ByHand::OnlyForTheAsker,
        ByHand::TooManyPorts,
        ByHand::CallsUnknown,
        ByHand::NoPhoneSystem,
        ByHand::ListUnread,
        ByHand::SensitivePort,
    ];
    let mut keys: Vec<String> = Vec::new();
    keys.extend(doing.iter().map(|d| format!("doing-{}", d.id())));
    keys.extend(verdicts.iter().map(|v| format!("verdict-{}", v.id())));
    keys.extend(by_hand.iter().map(|b| format!("by-hand-{}", b.id())));
    for severity in [Severity::Blocker, Severity::Problem, Severity::Warning, Severity::Note] {
        keys.push(format!("severity-{}", severity.id()));
    }
    for verdict in [TopVerdict::Ready, TopVerdict::ActionNeeded, TopVerdict::CouldNotCheck] {
        keys.push(format!("top-{}", verdict.id()));
    }
    for outcome in ["answered", "refused", "silent", "unreachable", "failed", "not-checked"] {
        keys.push(format!("outcome-{outcome}"));
    }
    for listed in ["mapped", "not-listed", "wrong-device", "wrong-port", "disabled", "not-checked"] {
        keys.push(format!("listed-{listed}"));
    }
    for intent in ["open", "already-there", "held-by-another", "listed-wrong", "by-hand", "stay-shut", "must-get-out"] {
        keys.push(format!("intent-{intent}"));
    }
    for question in ["symptom", "using", "phones-use", "calls", "trusted", "system", "pbx"] {
        keys.extend(["", ".why", ".default", ".help"].map(|part| format!("ask-{question}{part}")));
    }
    for step in ["welcome", "questions", "router", "phones", "knock", "offer", "opening", "by-hand", "checking"] {
        keys.extend(["", ".title", ".lead"].map(|part| format!("step-{step}{part}")));
    }
    for step in ["results", "helping"] {
        keys.extend(["", ".title", ".lead"].map(|part| format!("step-{step}{part}")));
    }
    keys.extend(Symptom::ALL.map(|s| format!("symptom-{}", s.id())));
    keys.extend(AdviceId::ALL.iter().flat_map(|a| [format!("advice-{}", a.id()), format!("advice-{}.why", a.id())]));
    let uses: BTreeSet<&String> =
        catalog::profiles().iter().flat_map(|p| &p.services).flat_map(|s| &s.used_for).collect();
    assert!(uses.len() >= 6, "{uses:?}");
    keys.extend(uses.into_iter().map(|u| format!("use-{u}")));
    for entry in fs::read_dir(root().join("assets/practice")).unwrap() {
        let path = entry.unwrap().path();
        keys.push(format!("practice-{}", path.file_stem().unwrap().to_string_lossy()));
    }
    keys.extend(practice::Group::ALL.map(|group| group.title_key().to_owned()));
    let missing: Vec<String> = keys.into_iter().filter(|k| !text.has(k)).collect();
    assert!(missing.is_empty(), "no words for {missing:?}");
}

#[test]
fn every_key_that_the_code_spells_out_has_words() {
    let english = english();
    let text = Text::new("en");
    let rooms = ["window", "terminal", "report", "guide", "rule", "intent", "top", "step", "ask", "problem"];
    let is_key = |word: &str| {
        let letters = word.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '.');
        letters
            && !word.ends_with('-')
            && rooms.iter().any(|r| word.strip_prefix(r).is_some_and(|w| w.starts_with('-')))
    };
    let mut seen = 0;
    for (path, code) in ["src/cli", "src/ui", "src/store"].into_iter().flat_map(sources) {
        for word in code.split('"').skip(1).step_by(2).filter(|w| is_key(w)) {
            seen += 1;
            // Some are stems: one and many, or a name with parts only.
            let stem = text.has(&format!("{word}-one")) || english.contains_key(word);
            assert!(text.has(word) || stem, "{}: no words for {word}", path.display());
        }
    }
    assert!(seen > 20, "only {seen} keys were seen");
}

#[test]
fn emergency_numbers_are_never_touched() {
    let english = english();
    let why = &english["advice-international-dialling"]["why"];
    assert!(why.contains("never touch the emergency numbers"), "{why}");
    for (key, message) in &english {
        for (part, words) in message {
            let tells = tokens(words).iter().any(|t| t == "emergency" || t == "911" || t == "112");
            assert!(!tells || words.contains("never"), "{key}.{part}: {words}");
        }
    }
}

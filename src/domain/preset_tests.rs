//! Presets as vendors write them, half copies of one, and everything that a preset has no word for.

use super::*;

const EXAMPLE: &str = include_str!("../../assets/vendor/separate-entrance.preset.toml");
const FILE: &str = "separate-entrance.preset.toml";

fn read_bytes(bytes: &[u8]) -> Result<Preset, Problem> {
    let is_helper = |link: &str| link.starts_with("https://") && link.contains("#k=");
    read(bytes, FILE, &Fits { languages: &["de", "en"], is_helper: &is_helper })
}

fn fault(text: &str) -> (String, Option<String>, Option<String>) {
    let problem = read_bytes(text.as_bytes()).unwrap_err();
    assert_eq!(problem.args.get("file").map(String::as_str), Some(FILE), "{problem:?}");
    (problem.code, problem.args.get("line").cloned(), problem.args.get("key").cloned())
}

/// A fault in this line, about this key.
fn at(code: &str, line: u32, key: &str) -> (String, Option<String>, Option<String>) {
    (code.to_owned(), Some(line.to_string()), Some(key.to_owned()))
}

#[test]
fn the_example_says_what_it_means_to() {
    let preset = read_bytes(EXAMPLE.as_bytes()).unwrap();
    assert_eq!(preset.name, "Example Telecom");
    assert_eq!(preset.support.as_deref(), Some("support@telecom.example, +1 555 0100"));
    assert_eq!(preset.profile, Some(ProfileId("freepbx".to_owned())));
    assert_eq!((preset.language.as_deref(), preset.logo_file.as_deref()), (Some("en"), Some("example-logo.png")));
    assert!(preset.helper.is_some());
    let newer = preset.newer.unwrap();
    assert_eq!(newer.ask.to_string(), "https://downloads.telecom.example/separate-entrance.toml");
    assert_eq!((newer.pins.len(), newer.pins[0][1]), (1, 0x11));
    // With the mark that some editors put there, and lines as Windows ends them.
    let windows = format!("\u{feff}{}", EXAMPLE.replace('\n', "\r\n"));
    assert_eq!(read_bytes(windows.as_bytes()), read_bytes(EXAMPLE.as_bytes()));
    let least = read_bytes(b"name = 'Example'").unwrap();
    assert_eq!((least.name.as_str(), least.profile, least.newer), ("Example", None, None));
}

/// A value is whole or not there, wherever the copying broke off.
#[test]
fn no_cut_of_the_example_says_anything_else() {
    let whole = read_bytes(EXAMPLE.as_bytes()).unwrap();
    let (mut broken, mut shorter) = (0, 0);
    for length in 0..EXAMPLE.len() {
        match read_bytes(&EXAMPLE.as_bytes()[..length]) {
            Err(problem) => {
                assert!(problem.code.starts_with("preset-"), "{length}: {problem:?}");
                broken += 1;
            }
            Ok(part) => {
                assert_eq!(part.name, whole.name);
                assert!(part.support.is_none() || part.support == whole.support, "{length}");
                assert!(part.profile.is_none() || part.profile == whole.profile, "{length}");
                assert!(part.helper.is_none() || part.helper == whole.helper, "{length}");
                assert!(part.language.is_none() || part.language == whole.language, "{length}");
                assert!(part.logo_file.is_none() || part.logo_file == whole.logo_file, "{length}");
                assert!(part.newer.is_none() || part.newer == whole.newer, "{length}");
                shorter += 1;
            }
        }
        // The rest of the file as a disk leaves it that lost power.
        let mut zeros = EXAMPLE.as_bytes().to_vec();
        zeros[length..].fill(0);
        assert_eq!(read_bytes(&zeros).unwrap_err().code, "preset-not-text");
    }
    assert!(broken > 100 && shorter > 100, "{broken} cuts were faults and {shorter} were not");
}

#[test]
fn each_fault_names_its_line() {
    assert_eq!(fault("name = \"Example\nsupport = \"x\"\n"), ("preset-broken".into(), Some("1".into()), None));
    assert_eq!(fault("name = \"Example\"\n\nsupport = \"cut of"), ("preset-broken".into(), Some("3".into()), None));
    assert_eq!(fault("name = \"A\"\nname = \"B\"\n"), ("preset-broken".into(), Some("2".into()), None));
    assert_eq!(fault("name = \"A\"\n\nhelpr = 1\nzz = 2\n"), at("preset-unknown-key", 3, "helpr"));
    assert_eq!(
        fault("name = \"A\"\n[newer]\nask = \"https://a.example/\"\nevery = 1"),
        at("preset-unknown-key", 4, "every")
    );
    assert_eq!(fault(""), ("preset-nameless".into(), None, None));
    assert_eq!(fault("form = 2\nname = \"A\"\nfresh = true\n"), ("preset-newer".into(), None, None));
    let pins = format!("pins = [\"{}\"]", "0".repeat(64));
    for (text, line, key) in [
        ("form = \"1\"\nname = \"A\"".to_owned(), 1, "form"),
        ("form = -1\nname = \"A\"".to_owned(), 1, "form"),
        ("name = 7".to_owned(), 1, "name"),
        ("name = \"  \"".to_owned(), 1, "name"),
        (format!("name = \"{}\"", "x".repeat(61)), 1, "name"),
        ("name = \"A\\u0007\"".to_owned(), 1, "name"),
        ("name = \"A\\u202Eelpmaxe\"".to_owned(), 1, "name"),
        ("name = \"A\\nB\"".to_owned(), 1, "name"),
        ("name = \"A\"\nprofile = \"no-such-system\"".to_owned(), 2, "profile"),
        ("name = \"A\"\nhelper = \"https://helper.example:8443/\"".to_owned(), 2, "helper"),
        ("name = \"A\"\nlanguage = \"xx\"".to_owned(), 2, "language"),
        ("name = \"A\"\nlanguage = [\"de\"]".to_owned(), 2, "language"),
        ("name = \"A\"\nlogo = \"../logo.png\"".to_owned(), 2, "logo"),
        ("name = \"A\"\nlogo = \"C:logo.png\"".to_owned(), 2, "logo"),
        ("name = \"A\"\nlogo = \"a\\\\b.png\"".to_owned(), 2, "logo"),
        (format!("name = \"A\"\nsupport = \"{}\"", "x".repeat(121)), 2, "support"),
        ("name = \"A\"\nnewer = \"https://a.example/\"".to_owned(), 2, "newer"),
        (format!("name = \"A\"\n[newer]\n{pins}"), 2, "ask"),
        (format!("name = \"A\"\n[newer]\nask = \"http://a.example/\"\n{pins}"), 3, "ask"),
        ("name = \"A\"\n[newer]\nask = \"https://a.example/\"".to_owned(), 2, "pins"),
        ("name = \"A\"\n[newer]\nask = \"https://a.example/\"\npins = []".to_owned(), 4, "pins"),
        ("name = \"A\"\n[newer]\nask = \"https://a.example/\"\npins = [\"00\"]".to_owned(), 4, "pins"),
        ("name = \"A\"\n[newer]\nask = \"https://a.example/\"\npins = [1]".to_owned(), 4, "pins"),
    ] {
        assert_eq!(fault(&text), at("preset-wrong-value", line, key), "{text}");
    }
}

#[test]
fn what_is_no_text_or_too_large_is_said_so() {
    assert_eq!(read_bytes(b"name = \"\xc4hnlich\"").unwrap_err().code, "preset-not-text");
    assert_eq!(read_bytes(b"\xff\xfen\0a\0m\0e\0").unwrap_err().code, "preset-not-text");
    let long = format!("name = \"A\"\n#{}", "x".repeat(MOST_BYTES));
    assert_eq!(fault(&long).0, "preset-too-large");
}

/// There is no word in a preset for what only an owner may say.
#[test]
fn a_yes_cannot_be_preset() {
    for line in [
        "yes = true",
        "agree = true",
        "open = true",
        "using = [\"remote-phones\"]",
        "pbx = \"192.168.1.20\"",
        "masked = false",
        "look_round = true",
        "walk = \"0A1B2C\"",
        "stun = \"stun.example\"",
        "provider = \"sip.example\"",
        "trusted = [\"0.0.0.0/0\"]",
        "over_ipv6 = true",
        "log = \"detailed\"",
        "[newer]\nallowed = true",
        "[settings]\nhelper = \"x\"",
    ] {
        assert_eq!(fault(&format!("name = \"A\"\n{line}\n")).0, "preset-unknown-key", "{line}");
    }
}

#[test]
fn a_fingerprint_may_be_written_in_pairs() {
    let pairs = vec!["0A"; 32].join(":");
    assert_eq!(pin_of(&pairs), Some([10; 32]));
    assert_eq!(pin_of(&pairs[2..]), None);
    assert_eq!(pin_of("é"), None);
}

//! Plain language, measured: how hard each English text is to read, and that every next step begins with a verb, in
//! every language. Reads the `.ftl` text in all its readings; values put in count as one short word.

use std::collections::BTreeSet;

use separate_entrance::domain::catalog;
use separate_entrance::text::Text;

use crate::buttons::Verbs;
use crate::codes_complete::CONTRACT;
use crate::words::{english, languages, sources};

/// School year at which every text can be read.
const HARDEST: f64 = 7.0;

/// Fewer words than this are a label, for which the measure says nothing.
const A_SENTENCE: usize = 6;

/// Words for technicians: the device's own terms, and the help of the terminal.
const FOR_TECHNICIANS: [&str; 3] = ["guide-", "rule-", "help-"];

/// Every way in which a text can come out: each branch of each choice, with `it` for each value and device's own word.
pub fn readings(pattern: &str) -> BTreeSet<String> {
    let Some((before, rest)) = pattern.split_once('{') else {
        return BTreeSet::from([pattern.to_owned()]);
    };
    let mut depth = 1;
    let end = rest.find(|c| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    });
    let end = end.unwrap_or_else(|| panic!("a brace stays open: {pattern}"));
    let inner = rest[..end].trim();
    let chosen = match inner.split_once("->") {
        Some((_, branches)) => split_branches(branches).iter().flat_map(|b| readings(b)).collect(),
        // A blank; any other text between quotation marks is a word of a device, which stands as it is.
        None if inner.trim_matches(['"', ' ']).is_empty() => BTreeSet::from([inner.trim_matches('"').to_owned()]),
        None => BTreeSet::from(["it".to_owned()]),
    };
    let after = readings(&rest[end + 1..]);
    chosen.iter().flat_map(|chosen| after.iter().map(move |after| format!("{before}{chosen}{after}"))).collect()
}

/// The texts of `[one] … *[other] …`.
fn split_branches(branches: &str) -> Vec<String> {
    let mut depth = 0;
    let mut found: Vec<String> = Vec::new();
    let mut in_name = false;
    for c in branches.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        match c {
            '[' if depth == 0 => {
                in_name = true;
                found.push(String::new());
            }
            ']' if depth == 0 => in_name = false,
            c if !in_name && !found.is_empty() => found.last_mut().unwrap().push(c),
            _ => {}
        }
    }
    found.iter().map(|text| text.trim().trim_end_matches('*').trim_end().to_owned()).collect()
}

/// Syllables of each word. What has no easier name counts as one: commands and other text in quotation marks, options,
/// numbers, abbreviations, and names, which are written large within a sentence (Wi-Fi, USB, IPv4, Status), and the
/// name of the program.
fn syllables_of_words(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (n, part) in text.replace("Separate Entrance", "It").split('"').enumerate() {
        if n % 2 == 1 {
            found.push(1);
            continue;
        }
        let mut starts = n == 0;
        for chunk in part.split_whitespace() {
            let words = chunk.split(|c: char| !c.is_alphanumeric() && !"'_".contains(c));
            for word in words.filter(|w| w.chars().any(char::is_alphabetic)) {
                let is_name = chunk.starts_with("--")
                    || word.chars().any(char::is_numeric)
                    || word.chars().skip(usize::from(starts)).any(char::is_uppercase);
                found.push(if is_name { 1 } else { syllables(&word.to_lowercase()) });
                starts = false;
            }
            starts |= chunk.ends_with(['.', '?', '!', ':']);
        }
    }
    found
}

/// Groups of vowels, without an e that is not heard.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().filter(|c| *c != '\'').collect();
    let vowel = |c: char| "aeiouy".contains(c);
    let starts = letters.iter().enumerate().filter(|(n, c)| vowel(**c) && (*n == 0 || !vowel(letters[n - 1])));
    let groups = starts.count();
    // As in table.
    let heard = |two: char, one: char| one == 'l' && !vowel(two);
    let silent = match letters.as_slice() {
        [.., two, one, 'e'] => !(vowel(*one) || heard(*two, *one)),
        [.., two, one, 'e', 's'] => {
            let hissed = "sxzcg".contains(*one) || *one == 'h' && "cs".contains(*two);
            !(vowel(*one) || hissed || heard(*two, *one))
        }
        [.., one, 'e', 'd'] => !(vowel(*one) || "td".contains(*one)),
        _ => false,
    };
    groups.saturating_sub(usize::from(silent && groups > 1)).max(1)
}

/// Flesch-Kincaid grade of some sentences: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. A colon ends a
/// sentence, as in Flesch's own count.
fn grade(text: &str) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap());
    let words = syllables_of_words(text);
    let ends = text.split(['.', '?', '!', ':']).filter(|s| s.chars().any(char::is_alphabetic)).count();
    0.39 * count(words.len()) / count(ends.max(1)) + 11.8 * count(words.iter().sum()) / count(words.len().max(1))
        - 15.59
}

/// Prints the ten hardest, and tells those that are too hard.
fn too_hard(of: &str, texts: impl IntoIterator<Item = (String, String)>) -> Vec<String> {
    let readings = texts.into_iter().flat_map(|(key, text)| readings(&text).into_iter().map(move |r| (key.clone(), r)));
    let mut graded: Vec<(f64, String, String)> = readings.map(|(key, text)| (grade(&text), key, text)).collect();
    graded.sort_by(|a, b| b.0.total_cmp(&a.0));
    println!("grade  the ten hardest of {} {of}", graded.len());
    for (grade, key, text) in graded.iter().take(10) {
        println!("{grade:5.1}  {key}: {text}");
    }
    let hard = graded.into_iter().take_while(|(grade, ..)| *grade > HARDEST);
    hard.map(|(grade, key, text)| format!("{grade:.1} {key}: {text}")).collect()
}

#[test]
fn the_grade_is_reckoned_as_the_book_says() {
    for (word, heard) in [
        ("cat", 1),
        ("made", 1),
        ("rules", 1),
        ("whole", 1),
        ("table", 2),
        ("router", 2),
        ("opened", 2),
        ("knocked", 1),
        ("wanted", 2),
        ("boxes", 2),
        ("entrances", 3),
        ("addresses", 3),
        ("company", 3),
    ] {
        assert_eq!(syllables(word), heard, "{word}");
    }
    assert_eq!(syllables_of_words("Open the Wi-Fi menu, type \"entrance open\" --ipv6."), [2, 1, 1, 1, 2, 1, 1, 1]);
    assert!(grade("The cat sat on the mat.") < 0.0);
    assert!(grade("Internationalization considerations necessitate organizational sophistication.") > 20.0);
}

#[test]
fn a_text_is_read_in_all_its_branches() {
    let all = readings("Look { $a -> [x] left { $b -> [one] once *[other] { $b } times } *[y] right }.{ \" \" }Go.");
    let wanted = ["Look left it times. Go.", "Look left once. Go.", "Look right. Go."];
    assert_eq!(all.iter().map(String::as_str).collect::<Vec<_>>(), wanted);
}

#[test]
fn a_twelve_year_old_can_read_every_finding() {
    let english = english();
    let parts = CONTRACT.iter().flat_map(|(code, _)| ["meaning", "action"].map(|part| (*code, part)));
    let hard = too_hard(
        "meanings and actions of findings",
        parts.map(|(code, part)| (format!("{code}.{part}"), english[code][part].clone())),
    );
    assert!(hard.is_empty(), "too hard: {hard:#?}");
}

#[test]
fn a_twelve_year_old_can_read_every_screen() {
    let mut texts = Vec::new();
    for (key, message) in english() {
        let is_technical = FOR_TECHNICIANS.iter().any(|p| key.starts_with(p)) || key == "language-verbs";
        let parts = message.into_iter().filter(|(part, _)| !["detail", "term"].contains(&part.as_str()));
        texts.extend(parts.filter(|_| !is_technical).map(|(part, text)| (format!("{key}.{part}"), text)));
    }
    // What each entrance is for stands on the plan.
    let services = catalog::profiles().iter().flat_map(|p| p.services.iter().map(move |s| (p, s)));
    texts.extend(services.map(|(p, s)| (format!("{} {}", p.id, s.id), s.purpose.clone())));
    // Each branch is measured by itself, and may be a label where another is a sentence.
    let branches = texts.into_iter().flat_map(|(key, text)| readings(&text).into_iter().map(move |r| (key.clone(), r)));
    let sentences = branches.filter(|(_, text)| syllables_of_words(text).len() >= A_SENTENCE);
    let hard = too_hard("texts of screens", sentences);
    assert!(hard.is_empty(), "too hard: {hard:#?}");
}

/// Keys of the words on buttons. `buttons.rs` says which need no verb; the window's tests look at each button shown.
const BUTTONS: [&str; 80] = [
    "window-about-copy",
    "window-adapter-again",
    "window-agree",
    "window-approve-many",
    "window-approve-one",
    "window-ask-colleague",
    "window-back",
    "window-cancel",
    "window-candidate-use",
    "window-check-mine",
    "window-check-other",
    "window-copy-code",
    "window-copy-command",
    "window-copy-commands",
    "window-copy-link",
    "window-copy-masked",
    "window-copy-rules",
    "window-copy-ways-out",
    "window-finish",
    "window-firewall-again",
    "window-give-result",
    "window-glossary",
    "window-heard-both-ways",
    "window-help-colleague",
    "window-helper",
    "window-i-make-them",
    "window-inside-clear",
    "window-inside-copy",
    "window-inside-go-on",
    "window-inside-here",
    "window-inside-paste",
    "window-inside-read",
    "window-inside-use",
    "window-knock-again",
    "window-knock-now",
    "window-knock-skip",
    "window-look-inside",
    "window-look-round",
    "window-look-round-again",
    "window-make-it-last",
    "window-menu-save",
    "window-newer-no",
    "window-newer-open",
    "window-newer-yes",
    "window-next",
    "window-own-keep",
    "window-page-done",
    "window-phones-unknown",
    "window-plan-again",
    "window-practice-leave",
    "window-practise",
    "window-practise-hide",
    "window-provider-try",
    "window-read-code",
    "window-recheck",
    "window-rehearse",
    "window-rehearse-again",
    "window-rehearse-call",
    "window-rehearse-ring",
    "window-repair",
    "window-repair-later",
    "window-repair-now",
    "window-report-open",
    "window-report-path",
    "window-results-by-hand",
    "window-safety-guest-calls",
    "window-safety-name-leak",
    "window-save",
    "window-save-masked",
    "window-show-by-hand",
    "window-start-over",
    "window-step-outside",
    "window-street-clear",
    "window-street-other",
    "window-stun-ask",
    "window-support",
    "window-undo-all-many",
    "window-undo-all-one",
    "window-undo-one",
    "window-use-address",
];

#[test]
fn every_action_and_button_begins_with_a_verb_in_every_language() {
    let mut wrong = Vec::new();
    for (language, words) in languages() {
        let verbs = Verbs::of(&Text::new(&language));
        for (key, message) in &words {
            let action = message.get("action").map(|action| readings(action)).unwrap_or_default();
            wrong.extend(action.iter().filter(|a| !verbs.begin(a)).map(|a| format!("{language}: {key}.action: {a}")));
        }
        // `languages.rs` tells what is missing.
        for (key, label) in BUTTONS.iter().filter_map(|key| Some((key, words.get(*key)?.get("")?))) {
            let label = readings(label);
            wrong.extend(label.iter().filter(|l| !verbs.are_on(l)).map(|l| format!("{language}: {key}: {l}")));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A button whose words are asked for where it is drawn.
#[test]
fn every_button_of_the_sources_is_among_them() {
    let mut seen = 0;
    for (path, code) in sources("src/ui") {
        for kind in ["button", "primary", "primary_with", "large", "quiet", "secondary", "copy"] {
            for call in code.split(&format!("{kind}(ui, &scene.")).skip(1) {
                let key = call.split('"').nth(1).unwrap();
                let asked = call.split('"').next().unwrap();
                if ["get(", "words.with(", "words.count("].contains(&asked) && !key.ends_with('-') {
                    seen += 1;
                    assert!(BUTTONS.contains(&key), "{}: {key}", path.display());
                }
            }
        }
    }
    assert!(seen > 40, "only {seen} buttons were seen");
}

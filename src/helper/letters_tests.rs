//! Tests of `letters`.

use super::*;

fn sample() -> (Bits, String) {
    let mut body = Bits::default();
    body.put_bytes(b"a body of some length!");
    let code = seal(VERSION, Kind::Invitation, 0xBEEF, &body);
    (body, code)
}

#[test]
fn what_is_sealed_opens() {
    let (body, code) = sample();
    let opened = open(&code).unwrap();
    assert_eq!((opened.kind, opened.lead), (Kind::Invitation, 0xBEEF));
    assert_eq!(opened.body.0[..body.len()], body.0);
    assert!(opened.body.0[body.len()..].iter().all(|b| !b));
}

#[test]
fn ordinary_words_are_no_code() {
    for text in ["", "-", "hello", "Please call me back tomorrow, I am at home.", "203.0.113.7", "Привет"] {
        assert_eq!(open(text), Err(CodeError::NotACode), "{text}");
    }
}

#[test]
fn groups_know_their_places() {
    let (_, code) = sample();
    let mut groups: Vec<&str> = code.split('-').collect();
    groups.swap(2, 5);
    assert!(matches!(open(&groups.join("-")), Err(CodeError::Mistyped { group: 3, .. })));
}

#[test]
fn two_changes_that_cancel_out_in_a_group_are_caught_by_the_checksum() {
    let (_, code) = sample();
    let mut symbols: Vec<u8> = code.chars().filter_map(symbol).collect();
    // Group 4: change one letter and give the group the check letter that fits.
    symbols[3 * GROUP] ^= 1;
    symbols[4 * GROUP - 1] = check_letter(3, &symbols[3 * GROUP..4 * GROUP - 1]);
    let changed: String = symbols.into_iter().map(letter).collect();
    assert_eq!(open(&changed), Err(CodeError::Changed));
}

#[test]
fn the_words_around_a_code_do_not_matter() {
    let (_, code) = sample();
    let wrapped = format!(
        "On Mon, 23 Nov 2026 Maria wrote:\r\n> \u{201c}{}\u{201d}\r\n> \r\n> Best, Maria",
        code.replace('-', "\r\n> ")
    );
    assert!(open(&wrapped).is_ok());
    let html = format!("&gt; {}&nbsp;", code.to_lowercase().replace('-', " &gt;"));
    assert!(open(&html).is_ok());
}

#[test]
fn a_letter_too_many_or_too_few_names_its_group() {
    let (_, code) = sample();
    let letters: Vec<char> = code.chars().filter(|c| *c != '-').collect();
    let mut exact = 0;
    for group in 0..letters.len() / GROUP {
        let place = group * GROUP + 1;
        let mut missing = letters.clone();
        missing.remove(place);
        let mut extra = letters.clone();
        extra.insert(place, if letters[place] == '7' { '8' } else { '7' });
        for text in [missing, extra] {
            let text: String = text.into_iter().collect();
            match open(&text) {
                // One shifted group in 32 fits by chance; then a later one is named.
                Err(CodeError::Mistyped { group: named, .. }) => {
                    assert!(named > group, "{text}: {named}");
                    exact += usize::from(named == group + 1);
                }
                // Nothing stands behind the last group.
                Err(CodeError::Cut { missing: 1 }) if group + 1 == letters.len() / GROUP => exact += 1,
                other => panic!("{text}: {other:?}"),
            }
        }
    }
    assert!(exact >= letters.len() / GROUP * 2 - 2, "{exact}");
}

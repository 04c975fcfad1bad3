//! Whose program made the page: a vendor's logo and name above, the way to its support below. The logo stands in the
//! page itself, so that the page still fetches nothing.

use super::Letter;
use super::markup::Markup;

/// Height of the logo on the page, in its own points; wide ones are made smaller.
const HEIGHT: u32 = 44;

/// Above everything.
pub(super) fn head(m: &mut Markup, letter: &Letter<'_>) {
    let Some(letterhead) = letter.text.letterhead() else { return };
    m.element("div", &[("class", &"letterhead")], |m| {
        if let Some(logo) = &letterhead.logo {
            let source = format!("data:image/png;base64,{}", base64(&logo.png));
            let name = letter.say("vendor-logo", &[("name", &letterhead.name)]);
            let height = HEIGHT.min(logo.height);
            m.void("img", &[("src", &source), ("alt", &name), ("height", &height)]);
        }
        m.words("span", &[], &letter.say("vendor-prepared-by", &[("name", &letterhead.name)]));
    });
}

/// Below everything.
pub(super) fn foot(m: &mut Markup, letter: &Letter<'_>) {
    let Some(letterhead) = letter.text.letterhead() else { return };
    if let Some(support) = &letterhead.support {
        m.words("p", &[], &letter.say("vendor-send-to", &[("name", &letterhead.name), ("support", support)]));
    }
}

/// Base64 (RFC 4648 section 4).
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(group.get(at).copied().unwrap_or(0)));
        for place in 0..4 {
            let letter = LETTERS.get((bits >> (18 - 6 * place)) as usize & 63).copied().unwrap_or(b'=');
            text.push(if place > group.len() { '=' } else { char::from(letter) });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn bytes_are_written_as_the_rfc_has_it() {
        let written = ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map(|text| base64(text.as_bytes()));
        assert_eq!(written, ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"]);
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }
}

//! Writes elements. The one place where words become HTML or SVG: everything that is put in is escaped here, so that
//! nothing which a router, a phone system or a visitor said can be more than words on the page.

use std::fmt::{Display, Write as _};

/// A page being written.
#[derive(Debug, Default)]
pub(super) struct Markup {
    out: String,
}

/// Name and value of an attribute. Names are ours; values are escaped.
pub(super) type Attribute<'a> = (&'static str, &'a dyn Display);

impl Markup {
    /// What stands before the first element.
    pub(super) fn new(prologue: &'static str) -> Self {
        Self { out: prologue.to_owned() }
    }

    /// An element and what is in it.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        content: impl FnOnce(&mut Self),
    ) {
        self.start(name, attributes);
        content(self);
        let _ = write!(self.out, "</{name}>");
    }

    /// An element with words only.
    pub(super) fn words(&mut self, name: &'static str, attributes: &[Attribute<'_>], words: &str) {
        self.element(name, attributes, |m| m.text(words));
    }

    /// An HTML element that never has anything in it, such as `meta`.
    pub(super) fn void(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        self.start(name, attributes);
    }

    /// Words.
    pub(super) fn text(&mut self, words: &str) {
        escape(words, &mut self.out);
    }

    /// Style of our own, which ships with the program and holds nothing of anybody.
    pub(super) fn style(&mut self, rules: &str) {
        let _ = write!(self.out, "<style>\n{rules}</style>\n");
    }

    /// A drawing of `text::street`, which has escaped its words.
    pub(super) fn drawing(&mut self, svg: &str) {
        self.out.extend(svg.chars().map(|c| if hides(c) { HIDDEN } else { c }));
    }

    /// A new line, for whoever reads the source.
    pub(super) fn line(&mut self) {
        self.out.push('\n');
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    fn start(&mut self, name: &'static str, attributes: &[Attribute<'_>]) {
        let _ = write!(self.out, "<{name}");
        for (key, value) in attributes {
            let _ = write!(self.out, " {key}=\"");
            escape(&value.to_string(), &mut self.out);
            self.out.push('"');
        }
        self.out.push('>');
    }
}

/// Stands for a sign that nobody could see.
pub(in crate::store) const HIDDEN: char = '\u{FFFD}';

fn escape(words: &str, out: &mut String) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Signs that cannot be seen and that turn the reading order round could make a line say something else.
            c if hides(c) => out.push(HIDDEN),
            c => out.push(c),
        }
    }
}

/// Signs that no reader sees and that make a line, or a terminal, do something else.
pub(in crate::store) fn hides(c: char) -> bool {
    let turns_round =
        matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    (c.is_control() && c != '\n' && c != '\t') || turns_round || c == '\u{FEFF}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_put_in_stays_words() {
        let mut page = Markup::default();
        let hostile = "\"><script>alert('1')</script>&amp;\u{202E}\u{0}";
        page.element("p", &[("title", &hostile)], |m| m.words("b", &[], hostile));
        let escaped = "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;amp;\u{FFFD}\u{FFFD}";
        assert_eq!(page.finish(), format!("<p title=\"{escaped}\"><b>{escaped}</b></p>"));
    }
}

//! The gate that every XML byte from the local network passes. It reads at most so much of so little depth, keeps
//! local names and text only, and hands out a small tree. It never resolves an entity, a namespace or an address.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

use crate::net::socket::one_line;

/// Longest SOAP answer that is read.
pub const ANSWER_LIMIT: usize = 64 * 1024;
/// Longest device description that is read.
pub const DESCRIPTION_LIMIT: usize = 256 * 1024;

const DEPTH_LIMIT: usize = 32;
const ELEMENT_LIMIT: usize = 4096;
const ATTRIBUTE_LIMIT: usize = 16;
/// In the whole document: a parser that copies the bindings at every tag made 4 GB of 80 KB (igd-next 0.18).
const NAMESPACE_LIMIT: usize = 16;
const TEXT_LIMIT: usize = 4 * 1024;

/// Why a document was turned away.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum XmlError {
    /// More bytes than the caller reads.
    #[error("longer than {0} bytes")]
    TooLong(usize),
    /// A document type, which can define entities.
    #[error("it brings a document type of its own")]
    DocumentType,
    /// A processing instruction besides the declaration.
    #[error("it brings instructions")]
    Instruction,
    /// Elements inside elements.
    #[error("nested deeper than {DEPTH_LIMIT}")]
    TooDeep,
    /// Number of elements.
    #[error("more than {ELEMENT_LIMIT} elements")]
    TooManyElements,
    /// Attributes of one tag.
    #[error("more than {ATTRIBUTE_LIMIT} attributes in a tag")]
    TooManyAttributes,
    /// Namespaces declared in all.
    #[error("more than {NAMESPACE_LIMIT} namespaces")]
    TooManyNamespaces,
    /// Text of one element.
    #[error("text longer than {TEXT_LIMIT} bytes")]
    TextTooLong,
    /// Not well-formed, or cut off.
    #[error("not XML")]
    NotXml,
}

/// One element: local name, its own text, its children. Attributes are counted and dropped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Name without prefix.
    pub name: String,
    /// Text directly inside, entities resolved.
    pub text: String,
    /// Elements inside, in order.
    pub children: Vec<Self>,
}

impl Element {
    /// The first child with this name, any letter case.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|c| c.name.eq_ignore_ascii_case(name))
    }

    /// The first element with this name at any depth, this one included.
    pub fn find(&self, name: &str) -> Option<&Self> {
        if self.name.eq_ignore_ascii_case(name) {
            return Some(self);
        }
        self.children.iter().find_map(|c| c.find(name))
    }

    /// Trimmed text of a child; none when the child is missing or empty.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name).map(|c| c.text.trim()).filter(|t| !t.is_empty())
    }
}

/// Reads a document of at most `limit` bytes. What follows the root element is ignored: some routers send the rest
/// of their buffer.
pub fn read(bytes: &[u8], limit: usize) -> Result<Element, XmlError> {
    if bytes.len() > limit {
        return Err(XmlError::TooLong(limit));
    }
    let text = decode(bytes);
    let mut reader = Reader::from_str(text.trim_matches(['\0', '\u{feff}', ' ', '\t', '\r', '\n']));
    // A friendly name such as "Tom & Co" is not worth losing a router for.
    reader.config_mut().allow_dangling_amp = true;
    let mut open: Vec<Element> = Vec::new();
    let mut count = Count::default();
    loop {
        let event = reader.read_event().map_err(|_| XmlError::NotXml)?;
        let closed = match event {
            Event::Start(tag) => {
                let element = count.open(&tag)?;
                open.push(element);
                if open.len() > DEPTH_LIMIT {
                    return Err(XmlError::TooDeep);
                }
                None
            }
            Event::Empty(tag) => Some(count.open(&tag)?),
            Event::End(_) => Some(open.pop().ok_or(XmlError::NotXml)?),
            Event::Text(text) => {
                add(&mut open, &text.xml10_content())?;
                None
            }
            Event::CData(text) => {
                add(&mut open, &text.xml10_content())?;
                None
            }
            Event::GeneralRef(name) => {
                match name.resolve_char_ref() {
                    Ok(Some(c)) => add(&mut open, c.encode_utf8(&mut [0; 4]))?,
                    Ok(None) => match resolve_predefined_entity(&name) {
                        Some(known) => add(&mut open, known)?,
                        // Without a document type nobody defined it, so it stands for itself.
                        None => add(&mut open, &format!("&{};", &*name))?,
                    },
                    Err(_) => return Err(XmlError::NotXml),
                }
                None
            }
            Event::Comment(_) | Event::Decl(_) => None,
            Event::PI(_) => return Err(XmlError::Instruction),
            Event::DocType(_) => return Err(XmlError::DocumentType),
            Event::Eof => return Err(XmlError::NotXml),
        };
        if let Some(element) = closed {
            match open.last_mut() {
                Some(parent) => parent.children.push(element),
                None => return Ok(element),
            }
        }
    }
}

/// What was opened so far.
#[derive(Default)]
struct Count {
    elements: usize,
    namespaces: usize,
}

impl Count {
    fn open(&mut self, tag: &BytesStart<'_>) -> Result<Element, XmlError> {
        self.elements += 1;
        if self.elements > ELEMENT_LIMIT {
            return Err(XmlError::TooManyElements);
        }
        // Without checks: looking for twins costs the square of the number of attributes.
        for (index, attribute) in tag.attributes().with_checks(false).enumerate() {
            if index >= ATTRIBUTE_LIMIT {
                return Err(XmlError::TooManyAttributes);
            }
            let attribute = attribute.map_err(|_| XmlError::NotXml)?;
            if attribute.key.as_ref().starts_with("xmlns") {
                self.namespaces += 1;
                if self.namespaces > NAMESPACE_LIMIT {
                    return Err(XmlError::TooManyNamespaces);
                }
            }
        }
        let name = tag.local_name().as_ref().to_owned();
        Ok(Element { name, ..Element::default() })
    }
}

fn add(open: &mut [Element], text: &str) -> Result<(), XmlError> {
    // Text before the root element: a router's stray bytes.
    let Some(element) = open.last_mut() else { return Ok(()) };
    // Half of a description is line ends and blanks between its elements.
    let text = if element.text.is_empty() { text.trim_ascii_start() } else { text };
    if element.text.len() + text.len() > TEXT_LIMIT {
        return Err(XmlError::TextTooLong);
    }
    // XML 1.0 forbids control characters, and whoever reads on would take them in ways of their own.
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) {
        element.text.push_str(text);
    } else {
        element.text.reserve(text.len());
        element.text.extend(text.chars().map(|c| if c.is_control() { ' ' } else { c }));
    }
    Ok(())
}

/// UTF-8 in nearly every router, UTF-16 with its mark in a few, else every byte is one Latin-1 character, as the
/// descriptions that carry an umlaut in the owner's spelling have it.
fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let wide = |swap: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).skip(1).filter_map(|pair| pair.try_into().ok().map(swap)).collect();
        Cow::Owned(String::from_utf16_lossy(&units))
    };
    match bytes {
        [0xff, 0xfe, ..] => wide(u16::from_le_bytes),
        [0xfe, 0xff, ..] => wide(u16::from_be_bytes),
        _ => std::str::from_utf8(bytes)
            .map_or_else(|_| Cow::Owned(bytes.iter().map(|b| char::from(*b)).collect()), Cow::Borrowed),
    }
}

/// Text that a device wrote, made fit to keep and show.
pub(super) fn tidy(text: &str) -> String {
    one_line(text.as_bytes()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> XmlError {
        read(text.as_bytes(), ANSWER_LIMIT).unwrap_err()
    }

    #[test]
    fn bombs_are_turned_away() {
        use std::fmt::Write as _;

        let doctype =
            r#"<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>"#;
        assert_eq!(refused(doctype), XmlError::DocumentType);
        assert_eq!(refused(&"<a>".repeat(33)), XmlError::TooDeep);
        assert_eq!(refused(&format!("<a>{}</a>", "<b/>".repeat(4096))), XmlError::TooManyElements);
        let mut wide = String::from("<a");
        for i in 0..17 {
            let _ = write!(wide, " a{i}='1'");
        }
        assert_eq!(refused(&format!("{wide}/>")), XmlError::TooManyAttributes);
        let spread = (0..17).map(|i| format!("<b xmlns:n{i}='u'/>")).collect::<Vec<_>>().concat();
        assert_eq!(refused(&format!("<a>{spread}</a>")), XmlError::TooManyNamespaces);
        assert_eq!(refused(&format!("<a>{}</a>", "x".repeat(4097))), XmlError::TextTooLong);
        assert_eq!(refused(&format!("<a>{}</a>", "&amp;".repeat(4097))), XmlError::TextTooLong);
        assert_eq!(refused(&" ".repeat(ANSWER_LIMIT + 1)), XmlError::TooLong(ANSWER_LIMIT));
        assert_eq!(refused("<?xml version='1.0'?><?xml-stylesheet href='x'?><a/>"), XmlError::Instruction);
        for broken in ["", "<a>", "<a></b>", "</a>", "<a", "no xml at all", "<a>&#x110000;</a>"] {
            assert_eq!(refused(broken), XmlError::NotXml, "{broken:?}");
        }
    }

    #[test]
    fn what_real_routers_send_is_read() {
        let read = |bytes: &[u8]| super::read(bytes, ANSWER_LIMIT).unwrap();
        let plain =
            read(b"\xef\xbb\xbf\r\n<?xml version=\"1.0\"?><s:a xmlns:s='u'><s:B> 1 </s:B><c/></s:a>\0\0\0<junk");
        assert_eq!((plain.name.as_str(), plain.value("b"), plain.value("c")), ("a", Some("1"), None));
        assert_eq!(read(b"<a>Tom & Co &amp; &lt;&#65;&nbsp;</a>").text, "Tom & Co & <A&nbsp;");
        assert_eq!(read(b"<?xml version='1.0' encoding='ISO-8859-1'?><a>B\xfcro</a>").text, "B\u{fc}ro");
        assert_eq!(read(b"<a><![CDATA[<x>]]></a>").text, "<x>");
        assert_eq!(read(b"<a>\r\n  <b/>\n Tom\t&amp;\nCo</a>").text, "Tom & Co");
        let wide: Vec<u8> = "\u{feff}<a>x</a>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide).text, "x");
        assert_eq!(read(b"<a><b><c>deep</c></b></a>").find("C").map(|c| c.text.as_str()), Some("deep"));
    }

    #[test]
    fn kept_text_is_short_and_printable() {
        assert_eq!(tidy("a\x1b[31m\r\n b\u{202e}c"), "a [31m b c");
        assert_eq!(tidy(&"\u{e9}".repeat(5000)).chars().count(), 200);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes: Vec<u8>) {
            let _ = read(&bytes, ANSWER_LIMIT);
        }

        #[test]
        fn nearly_xml_does_not_make_it_panic(text in "(<[a-c/!?&;\\]\\[ ='\"#x0-9-]{0,12}>?|[a-z&;#<]{0,6}){0,24}") {
            let _ = read(text.as_bytes(), ANSWER_LIMIT);
        }
    }
}

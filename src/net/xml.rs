//! The gate that every XML body from the local network passes: bounded in size, depth, elements, attributes and
//! namespaces, so that no description can eat the memory or the time of this program. Gives a plain tree.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// Deepest nesting.
const DEPTH: usize = 32;
/// Elements in all.
const ELEMENTS: usize = 4096;
/// Attributes of one element.
const ATTRIBUTES: usize = 16;
/// Namespace declarations in all. Some parsers copy all of them for every element, which makes a bomb of 40 KB.
const NAMESPACES: usize = 32;
/// Letters in one piece of text.
const TEXT: usize = 4096;

/// Why a body does not pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// A document type: the road to entity bombs.
    #[error("has a document type")]
    DocumentType,
    /// One of the bounds.
    #[error("is too deep, too long or too wide")]
    TooMuch,
    /// It is not XML.
    #[error("is no XML")]
    NotXml,
}

/// One element, by its local name.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Element {
    /// Name without prefix.
    pub name: String,
    /// Its own text, trimmed.
    pub text: String,
    /// Elements below.
    pub children: Vec<Element>,
}

impl Element {
    /// The first child of this name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|c| c.name == name)
    }

    /// Text of the first child of this name; none where it is empty.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name).map(|c| c.text.as_str()).filter(|t| !t.is_empty())
    }

    /// This element and all below it, in document order.
    pub fn all(&self) -> Vec<&Self> {
        let mut found = vec![self];
        let mut next = 0;
        while let Some(element) = found.get(next).copied() {
            found.extend(&element.children);
            next += 1;
        }
        found
    }

    /// The first element of this name, at any depth.
    pub fn find(&self, name: &str) -> Option<&Self> {
        self.all().into_iter().find(|e| e.name == name)
    }
}

/// Reads a body. Trailing zero bytes and a byte order mark, which some routers send, are left out.
pub fn read(body: &[u8]) -> Result<Element, Refused> {
    let text = String::from_utf8_lossy(body);
    let text = text.trim_start_matches('\u{feff}').trim_matches(['\0', ' ', '\r', '\n', '\t']);
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    let mut open: Vec<Element> = vec![Element::default()];
    let (mut elements, mut namespaces) = (0, 0);
    loop {
        match reader.read_event().map_err(|_| Refused::NotXml)? {
            Event::Start(start) => {
                let element = begin(&start, &mut elements, &mut namespaces)?;
                if open.len() > DEPTH {
                    return Err(Refused::TooMuch);
                }
                open.push(element);
            }
            Event::Empty(start) => {
                let element = begin(&start, &mut elements, &mut namespaces)?;
                open.last_mut().ok_or(Refused::NotXml)?.children.push(element);
            }
            Event::End(_) => {
                let mut done = open.pop().ok_or(Refused::NotXml)?;
                done.text = String::from(done.text.trim());
                open.last_mut().ok_or(Refused::NotXml)?.children.push(done);
            }
            Event::Text(piece) => {
                add_text(&mut open, &piece)?;
            }
            Event::CData(piece) => {
                add_text(&mut open, &piece)?;
            }
            Event::GeneralRef(reference) => {
                let letter = known_entity(&reference).ok_or(Refused::NotXml)?;
                add_text(&mut open, &letter.to_string())?;
            }
            Event::DocType(_) => return Err(Refused::DocumentType),
            Event::PI(_) | Event::Decl(_) | Event::Comment(_) => {}
            Event::Eof => break,
        }
    }
    // A body that breaks off is no body.
    let [root] = open.as_mut_slice() else { return Err(Refused::NotXml) };
    let mut tops = std::mem::take(&mut root.children).into_iter();
    tops.next().ok_or(Refused::NotXml)
}

fn begin(start: &BytesStart<'_>, elements: &mut usize, namespaces: &mut usize) -> Result<Element, Refused> {
    *elements += 1;
    let mut attributes = 0;
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| Refused::NotXml)?;
        attributes += 1;
        *namespaces += usize::from(attribute.key.as_ref().starts_with("xmlns"));
    }
    if *elements > ELEMENTS || attributes > ATTRIBUTES || *namespaces > NAMESPACES {
        return Err(Refused::TooMuch);
    }
    let name = start.local_name().as_ref().to_owned();
    Ok(Element { name, ..Element::default() })
}

fn add_text(open: &mut [Element], piece: &str) -> Result<(), Refused> {
    let element = open.last_mut().ok_or(Refused::NotXml)?;
    if element.text.len() + piece.len() > TEXT {
        return Err(Refused::TooMuch);
    }
    element.text.push_str(piece);
    Ok(())
}

/// The five entities of XML and numbers; nothing else is believed.
fn known_entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let value = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(value)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    #[test]
    fn a_description_becomes_a_tree_by_local_names() {
        let tree = read(b"<?xml version=\"1.0\"?><r:root xmlns:r=\"x\"><d> a &amp; b </d><e/></r:root>\0\0").unwrap();
        assert_eq!((tree.name.as_str(), tree.value("d"), tree.value("e")), ("root", Some("a & b"), None));
    }

    #[test]
    fn bombs_are_refused() {
        let deep = "<a>".repeat(40) + &"</a>".repeat(40);
        let many = format!("<r>{}</r>", "<a/>".repeat(5000));
        let mut names = String::from("<r");
        for number in 0..15 {
            write!(names, " xmlns:n{number}='x'").unwrap();
        }
        names.push('>');
        let names = names.repeat(3);
        let entity = "<!DOCTYPE r [<!ENTITY a \"aaaa\">]><r>&a;</r>";
        let long = format!("<r>{}</r>", "x".repeat(5000));
        assert_eq!(read(deep.as_bytes()), Err(Refused::TooMuch));
        assert_eq!(read(many.as_bytes()), Err(Refused::TooMuch));
        assert_eq!(read(names.as_bytes()), Err(Refused::TooMuch));
        assert_eq!(read(entity.as_bytes()), Err(Refused::DocumentType));
        assert_eq!(read(long.as_bytes()), Err(Refused::TooMuch));
        assert_eq!(read(b"<r>&unknown;</r>"), Err(Refused::NotXml));
    }

    #[test]
    fn what_breaks_off_or_is_no_xml_is_refused() {
        for body in [&b"<r><a>"[..], b"", b"hello", b"\xff\xfe", b"</r>"] {
            assert!(read(body).is_err(), "{body:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read(body: Vec<u8>) {
            read(&body).ok();
        }
    }
}

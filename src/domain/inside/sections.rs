//! Sections of settings as Asterisk itself makes them: templates are put in first, `(+)` adds to what is there, and of two
//! sections of one name most readers see the first alone (main/config.c). FreeSWITCH's are read the same way, and use
//! none of this.

use crate::domain::inside::block::Block;
use crate::domain::inside::{Place, Setting};

/// What is read, each with what it includes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Root {
    /// Asterisk's `chan_sip`.
    Sip,
    /// Asterisk's PJSIP.
    Pjsip,
    /// The short way to write PJSIP's objects.
    Wizard,
    /// Asterisk's voice.
    Rtp,
    /// FreeSWITCH's variables.
    Vars,
    /// FreeSWITCH's Sofia profiles.
    Profile,
    /// FreeSWITCH itself.
    Switch,
    /// FreeSWITCH's lists of networks.
    Acl,
    /// Which of Asterisk's modules are loaded.
    Modules,
    /// Anything else.
    Other,
}

/// One line of a section.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'b> {
    pub(super) file: &'b str,
    pub(super) line: u32,
    pub(super) key: &'b str,
    pub(super) value: &'b str,
}

/// A section with what it took from its templates.
#[derive(Clone, Debug)]
pub(super) struct Section<'b> {
    pub(super) root: Root,
    pub(super) file: &'b str,
    pub(super) line: u32,
    pub(super) name: &'b str,
    /// Only others are made from it.
    pub(super) is_template: bool,
    pub(super) lines: Vec<Entry<'b>>,
}

/// Most lines of one section, those of its templates among them.
const MOST_LINES: usize = 4000;

/// Most lines of all sections together: templates may be put into templates.
const MOST_IN_ALL: usize = 40_000;

impl<'b> Section<'b> {
    /// The value that counts where the last one does.
    pub(super) fn last(&self, keys: &[&str]) -> Option<&Entry<'b>> {
        self.lines.iter().rev().find(|l| l.is_one_of(keys))
    }

    /// The value that counts where the first one does (`ast_variable_retrieve`).
    pub(super) fn first(&self, key: &str) -> Option<&Entry<'b>> {
        self.lines.iter().find(|l| l.is_one_of(&[key]))
    }

    /// Every line with this key.
    pub(super) fn all(&self, key: &str) -> impl Iterator<Item = &Entry<'b>> {
        self.lines.iter().filter(move |l| l.is_one_of(&[key]))
    }

    /// A setting of this section that is nowhere written, with the value that counts then.
    pub(super) fn unset(&self, key: &str, value: &str) -> Setting {
        let place =
            Place { file: self.file.to_owned(), line: self.line, section: self.name.to_owned(), key: key.to_owned() };
        Setting { place, value: value.to_owned(), written: None }
    }
}

impl Entry<'_> {
    pub(super) fn is_one_of(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.key.eq_ignore_ascii_case(key))
    }

    /// As a setting of that section.
    pub(super) fn setting(&self, section: &str) -> Setting {
        Setting { place: self.place(section), value: self.value.to_owned(), written: None }
    }

    /// Where it stands.
    pub(super) fn place(&self, section: &str) -> Place {
        Place {
            file: self.file.to_owned(),
            line: self.line,
            section: section.to_owned(),
            key: self.key.to_ascii_lowercase(),
        }
    }
}

/// What Asterisk takes for yes (`ast_true`).
pub(super) fn is_yes(value: &str) -> bool {
    ["yes", "true", "y", "t", "1", "on"].iter().any(|yes| value.trim().eq_ignore_ascii_case(yes))
}

/// Whether a module is told not to be loaded.
pub(super) fn is_left_out(sections: &[Section<'_>], module: &str) -> bool {
    let lists = sections.iter().filter(|s| s.root == Root::Modules);
    lists.flat_map(|s| s.all("noload")).any(|l| l.value.eq_ignore_ascii_case(module))
}

/// Every section, in the order in which Asterisk reads them.
pub(super) fn sections<'b>(block: &Block<'b>) -> Vec<Section<'b>> {
    let mut made: Vec<Section<'b>> = Vec::new();
    let mut root = Root::Other;
    // Where lines of the section that is open go; `(+)` opens an older one.
    let mut open: Option<usize> = None;
    let mut in_all = 0;
    for fields in &block.lines {
        match fields.as_slice() {
            ["conf", kind, ..] => {
                root = root_of(kind);
                open = None;
            }
            ["sec", file, line, name, rest @ ..] => {
                let templates: Vec<&str> =
                    rest.first().map(|t| t.split(',').map(str::trim).collect()).unwrap_or_default();
                let place = (*file, line.parse().unwrap_or(0), *name);
                open = Some(opened(&mut made, root, place, &templates));
                in_all = made.iter().map(|s| s.lines.len()).sum();
            }
            ["set", file, line, name, key, value @ ..] => {
                let fits = |s: &Section<'_>| s.root == root && s.name.eq_ignore_ascii_case(name);
                let at = match open.filter(|at| made.get(*at).is_some_and(fits)) {
                    Some(at) => at,
                    None => opened(&mut made, root, (file, line.parse().unwrap_or(0), name), &[]),
                };
                open = Some(at);
                if let Some(section) = made.get_mut(at)
                    && section.lines.len() < MOST_LINES
                    && in_all < MOST_IN_ALL
                {
                    let value = value.first().copied().unwrap_or_default();
                    section.lines.push(Entry { file, line: line.parse().unwrap_or(0), key, value });
                    in_all += 1;
                }
            }
            _ => {}
        }
    }
    made
}

fn opened<'b>(
    made: &mut Vec<Section<'b>>,
    root: Root,
    (file, line, name): (&'b str, u32, &'b str),
    templates: &[&str],
) -> usize {
    let named = |s: &Section<'_>, name: &str| s.root == root && s.name.eq_ignore_ascii_case(name);
    if let Some(plus) = templates.iter().find_map(|t| t.strip_prefix('+')) {
        let kind = plus.strip_prefix("type=");
        let is = |s: &Section<'_>, kind: &str| !s.is_template && s.last(&["type"]).is_some_and(|l| l.value == kind);
        let fits = |s: &Section<'_>| named(s, name) && kind.is_none_or(|kind| is(s, kind));
        if let Some(at) = made.iter().position(fits) {
            return at;
        }
    }
    let mut lines = Vec::new();
    for template in templates.iter().filter(|t| !t.starts_with(['!', '+'])) {
        if let Some(from) = made.iter().find(|s| named(s, template)) {
            lines.extend(from.lines.iter().copied().take(MOST_LINES - lines.len()));
        }
    }
    let all: usize = made.iter().map(|s| s.lines.len()).sum();
    lines.truncate(MOST_IN_ALL.saturating_sub(all));
    let is_template = templates.contains(&"!");
    made.push(Section { root, file, line, name, is_template, lines });
    made.len() - 1
}

fn root_of(kind: &str) -> Root {
    match kind {
        "sip" => Root::Sip,
        "pjsip" => Root::Pjsip,
        "pjsip_wizard" => Root::Wizard,
        "rtp" => Root::Rtp,
        "vars" => Root::Vars,
        "profile" => Root::Profile,
        "modules" => Root::Modules,
        "switch" => Root::Switch,
        "acl" => Root::Acl,
        _ => Root::Other,
    }
}

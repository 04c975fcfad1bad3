//! Two SIP messages compared line by line: the one that was sent and the one that arrived. Says which lines were
//! changed on the way and lets pass what every honest carrier may do; it never says who did it.
//!
//! Harmless, and why: the Content-Length (it follows from the body, and what happened to the body shows by itself); a
//! `received=` or a filled `rport=` in our own Via (RFC 3261 section 18.2.1 and RFC 3581 let a server put them there, and
//! answers still find their way); headers in another order, folded, in compact form or in other letter case, and a list
//! on one line or on several (RFC 3261 section 7.3: all of that is the same message); blanks. Everything else counts: a
//! line that was changed, a header that was dropped or added, a body that was replaced.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Most lines kept of one message.
const MOST_LINES: usize = 120;
/// Longest line kept.
const LONGEST_LINE: usize = 400;
/// Most changed lines told.
const MOST_CHANGED: usize = 60;

/// One line that was not the same at both ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ChangedLine {
    /// Which line: a header's name (`Via`), a line of the session description (`c=`), `Request-Line`, `Status-Line`, or
    /// `body`.
    pub name: String,
    /// The whole line as it was sent, folds undone; none when it was added on the way.
    pub sent: Option<String>,
    /// As it arrived; none when it was taken out on the way.
    pub arrived: Option<String>,
}

/// A message as lines: text only, cut, at most [`MOST_LINES`]. An empty line stands between headers and body.
pub fn lines(message: &[u8]) -> Vec<String> {
    let text = String::from_utf8_lossy(message);
    let mut lines: Vec<String> = text.split('\n').take(MOST_LINES).map(tidy_line).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// Lines that came from somebody else, under the same limits.
pub fn tidy(lines: &[String]) -> Vec<String> {
    lines.iter().take(MOST_LINES).map(|line| tidy_line(line)).collect()
}

/// Control characters, and those that hide or reorder text, are shown as what they are: not text.
fn tidy_line(line: &str) -> String {
    let line = line.strip_suffix('\r').unwrap_or(line);
    let shown = |c: char| match c {
        '\t' => ' ',
        c if c.is_ascii_graphic() || c == ' ' || c.is_alphanumeric() => c,
        _ => char::REPLACEMENT_CHARACTER,
    };
    line.chars().take(LONGEST_LINE).map(shown).collect()
}

/// The values of one header, folds undone, as they were sent.
pub fn header(lines: &[String], name: &str) -> Vec<String> {
    let message = Message::read(lines);
    message.headers.into_iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value).collect()
}

/// The lines that changed between `sent` and `arrived`, in the order in which they were sent.
pub fn changed_lines(sent: &[String], arrived: &[String]) -> Vec<ChangedLine> {
    let (sent, arrived) = (Message::read(sent), Message::read(arrived));
    let mut changed = Vec::new();
    if squeezed(sent.first) != squeezed(arrived.first) {
        let name = if sent.first.starts_with("SIP/") { "Status-Line" } else { "Request-Line" };
        changed.push(ChangedLine::of(name, Some(sent.first), Some(arrived.first)));
    }
    compare_headers(&sent, &arrived, &mut changed);
    compare_bodies(&sent.body, &arrived.body, &mut changed);
    changed.truncate(MOST_CHANGED);
    changed
}

impl ChangedLine {
    fn of(name: &str, sent: Option<&str>, arrived: Option<&str>) -> Self {
        Self { name: name.to_owned(), sent: sent.map(ToOwned::to_owned), arrived: arrived.map(ToOwned::to_owned) }
    }
}

/// A message taken apart.
struct Message<'a> {
    first: &'a str,
    /// Names spelled out, in the order they came; folds undone.
    headers: Vec<(String, String)>,
    body: Vec<&'a str>,
}

impl<'a> Message<'a> {
    fn read(lines: &'a [String]) -> Self {
        let mut rest = lines.iter().map(String::as_str).skip_while(|l| l.trim().is_empty());
        let first = rest.next().unwrap_or_default().trim();
        let mut headers: Vec<(String, String)> = Vec::new();
        for line in rest.by_ref().take_while(|l| !l.is_empty()) {
            match (line.starts_with(' '), headers.last_mut()) {
                (true, Some((_, value))) => {
                    value.push(' ');
                    value.push_str(line.trim());
                }
                (true | false, _) => {
                    let (name, value) = line.split_once(':').unwrap_or(("", line));
                    headers.push((long_name(name.trim()), value.trim().to_owned()));
                }
            }
        }
        let mut body: Vec<&str> = rest.map(str::trim_end).collect();
        while body.last().is_some_and(|l| l.is_empty()) {
            body.pop();
        }
        Self { first, headers, body }
    }

    /// The values under one name, each taken alone where the header is a list.
    fn values(&self, name: &str) -> Vec<&str> {
        let of_name = self.headers.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str());
        if !is_list(name) {
            return of_name.collect();
        }
        of_name.flat_map(|v| split(v, ',')).map(str::trim).filter(|v| !v.is_empty()).collect()
    }
}

/// Names of RFC 3261 section 7.3.3 and of later registrations, spelled out as the field spells them.
fn long_name(name: &str) -> String {
    let known = match name.to_ascii_lowercase().as_str() {
        "v" | "via" => "Via",
        "f" | "from" => "From",
        "t" | "to" => "To",
        "i" | "call-id" => "Call-ID",
        "m" | "contact" => "Contact",
        "l" | "content-length" => "Content-Length",
        "c" | "content-type" => "Content-Type",
        "e" | "content-encoding" => "Content-Encoding",
        "k" | "supported" => "Supported",
        "s" | "subject" => "Subject",
        "x" | "session-expires" => "Session-Expires",
        "o" | "event" => "Event",
        "r" | "refer-to" => "Refer-To",
        "b" | "referred-by" => "Referred-By",
        "u" | "allow-events" => "Allow-Events",
        "cseq" => "CSeq",
        "max-forwards" => "Max-Forwards",
        "user-agent" => "User-Agent",
        "record-route" => "Record-Route",
        "allow" => "Allow",
        "route" => "Route",
        "server" => "Server",
        "" => "(no name)",
        _ => name,
    };
    known.to_owned()
}

/// Headers whose values may stand on one line or on several (RFC 3261 section 7.3.1).
fn is_list(name: &str) -> bool {
    ["Via", "Contact", "Route", "Record-Route", "Allow", "Supported", "Allow-Events", "Accept", "Require"]
        .iter()
        .any(|n| n.eq_ignore_ascii_case(name))
}

fn compare_headers(sent: &Message<'_>, arrived: &Message<'_>, changed: &mut Vec<ChangedLine>) {
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in sent.headers.iter().chain(&arrived.headers) {
        if !names.iter().any(|n| n.eq_ignore_ascii_case(name)) {
            names.push(name);
        }
    }
    for name in names.into_iter().filter(|n| *n != "Content-Length") {
        let (ours, theirs) = (sent.values(name), arrived.values(name));
        let mut of_name = Vec::new();
        if name == "Via" {
            compare_vias(&ours, &theirs, &mut of_name);
        } else {
            pair_up(name, &ours, &theirs, |value| same_value(name, value), &mut of_name);
        }
        let line = |value: Option<String>| value.map(|v| format!("{name}: {v}"));
        changed.extend(of_name.into_iter().map(|c| ChangedLine { sent: line(c.sent), arrived: line(c.arrived), ..c }));
    }
}

/// What a header's value says, in one spelling.
fn same_value(name: &str, value: &str) -> String {
    let value = squeezed(value);
    // Call-ID and the user part of an address are told apart by letter case (RFC 3261 sections 8.1.1.4 and 19.1.4).
    if ["Call-ID", "From", "To", "Contact"].contains(&name) { value } else { value.to_ascii_lowercase() }
}

/// Whatever is there on both sides is left out; what remains is put side by side in its order.
fn pair_up(name: &str, sent: &[&str], arrived: &[&str], same: impl Fn(&str) -> String, changed: &mut Vec<ChangedLine>) {
    let mut left: Vec<(String, &str)> = arrived.iter().map(|v| (same(v), *v)).collect();
    let mut missing = Vec::new();
    for value in sent {
        let said = same(value);
        match left.iter().position(|(other, _)| *other == said) {
            Some(at) => {
                left.remove(at);
            }
            None => missing.push(*value),
        }
    }
    for at in 0..missing.len().max(left.len()) {
        changed.push(ChangedLine::of(name, missing.get(at).copied(), left.get(at).map(|(_, v)| *v)));
    }
}

/// Our own Via is known by its branch; where nobody kept that, the lowest one is ours, because whoever passes a message
/// on puts his own on top.
fn compare_vias(sent: &[&str], arrived: &[&str], changed: &mut Vec<ChangedLine>) {
    let mut left: Vec<Via<'_>> = arrived.iter().map(|v| Via::read(v)).collect();
    for own in sent.iter().rev() {
        let ours = Via::read(own);
        let by_branch = left.iter().rposition(|v| v.branch() == ours.branch());
        match by_branch.or_else(|| left.len().checked_sub(1)) {
            None => changed.push(ChangedLine::of("Via", Some(own), None)),
            Some(at) => {
                let theirs = left.remove(at);
                if ours.said() != theirs.said() {
                    changed.push(ChangedLine::of("Via", Some(own), Some(theirs.whole)));
                }
            }
        }
    }
    changed.extend(left.iter().map(|added| ChangedLine::of("Via", None, Some(added.whole))));
}

/// One Via entry.
struct Via<'v> {
    whole: &'v str,
    sent_by: String,
    params: BTreeMap<String, String>,
}

impl<'v> Via<'v> {
    fn read(whole: &'v str) -> Self {
        let squeezed = squeezed(whole).to_ascii_lowercase();
        let mut parts = split(&squeezed, ';');
        let sent_by = parts.next().unwrap_or_default().to_owned();
        let params = parts.map(|p| p.split_once('=').unwrap_or((p, ""))).map(|(n, v)| (n.to_owned(), v.to_owned()));
        Self { whole, sent_by, params: params.collect() }
    }

    fn branch(&self) -> Option<&String> {
        self.params.get("branch")
    }

    /// What counts of it: not what a server fills in about where the message came from.
    fn said(&self) -> (&str, Vec<(&str, &str)>) {
        let counts = self.params.iter().filter(|(name, _)| *name != "received");
        let params = counts.map(|(n, v)| (n.as_str(), if n == "rport" { "" } else { v.as_str() }));
        (&self.sent_by, params.collect())
    }
}

fn compare_bodies(sent: &[&str], arrived: &[&str], changed: &mut Vec<ChangedLine>) {
    let is_description = |body: &[&str]| body.first().is_some_and(|l| l.starts_with("v="));
    if !is_description(sent) || !is_description(arrived) {
        if sent != arrived {
            changed.push(ChangedLine::of("body", sent.first().copied(), arrived.first().copied()));
        }
        return;
    }
    let mut names: Vec<&str> = Vec::new();
    for name in sent.iter().chain(arrived).map(|l| description_name(l)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    for name in names {
        let ours: Vec<&str> = sent.iter().copied().filter(|l| description_name(l) == name).collect();
        let theirs: Vec<&str> = arrived.iter().copied().filter(|l| description_name(l) == name).collect();
        pair_up(name, &ours, &theirs, folded_blanks, changed);
    }
}

/// `c=` for a connection line, `a=rtpmap` for an attribute: attributes are many, and only like is put beside like.
fn description_name(line: &str) -> &str {
    let end = if line.starts_with("a=") { line.find(':').unwrap_or(line.len()) } else { 2 };
    line.get(..end).unwrap_or(line)
}

/// Runs of blanks as one.
fn folded_blanks(line: &str) -> String {
    line.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Blanks out, as far as they say nothing: runs become one, and none beside a separator (RFC 3261 section 25.1). What
/// stands in quotes is kept.
fn squeezed(value: &str) -> String {
    let mut out = String::new();
    let mut quoted = false;
    let mut blank = false;
    for c in value.trim().chars() {
        if c == '"' {
            quoted = !quoted;
        }
        if c == ' ' && !quoted {
            blank = true;
            continue;
        }
        let beside = is_separator(c) || out.chars().next_back().is_none_or(is_separator);
        if std::mem::take(&mut blank) && !beside {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

const fn is_separator(c: char) -> bool {
    matches!(c, ';' | ',' | '=' | '/' | '<' | '>' | ':' | '@')
}

/// Splits at a character that stands outside quotes and angle brackets.
fn split(value: &str, at: char) -> impl Iterator<Item = &str> {
    let (mut quoted, mut inside) = (false, false);
    value.split(move |c: char| {
        match c {
            '"' => quoted = !quoted,
            '<' if !quoted => inside = true,
            '>' if !quoted => inside = false,
            _ => {}
        }
        c == at && !quoted && !inside
    })
}

#[cfg(test)]
#[path = "sip_compare_tests.rs"]
mod tests;

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
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a phone at 192.168.1.102 sends.
    const SENT: &str = "INVITE sip:doorman-test@99.98.130.199 SIP/2.0\r\n\
        Via: SIP/2.0/UDP 192.168.1.102:40123;branch=z9hG4bKt6gf1sqa;rport\r\n\
        Max-Forwards: 70\r\n\
        From: <sip:doorman-test@192.168.1.102:40123>;tag=g15guctc\r\n\
        To: <sip:doorman-test@99.98.130.199>\r\n\
        Call-ID: bggvcdx2d8@192.168.1.102\r\n\
        CSeq: 1 INVITE\r\n\
        Contact: <sip:doorman-test@192.168.1.102:40123;transport=udp>\r\n\
        Allow: INVITE, ACK, CANCEL\r\n\
        Content-Type: application/sdp\r\n\
        Content-Length: 163\r\n\
        \r\n\
        v=0\r\n\
        o=- 21066632 3068032 IN IP4 192.168.1.102\r\n\
        s=-\r\n\
        c=IN IP4 192.168.1.102\r\n\
        t=0 0\r\n\
        m=audio 4730 RTP/AVP 0 101\r\n\
        a=rtpmap:0 PCMU/8000\r\n\
        a=rtpmap:101 telephone-event/8000\r\n";

    /// Names of what changed when `edits` are made on the way.
    fn changed_by(edits: &[(&str, &str)]) -> Vec<String> {
        changed(edits).into_iter().map(|c| c.name).collect()
    }

    fn changed(edits: &[(&str, &str)]) -> Vec<ChangedLine> {
        let arrived = edits.iter().fold(SENT.to_owned(), |message, (from, to)| {
            assert!(message.contains(from), "{from}");
            message.replace(from, to)
        });
        changed_lines(&lines(SENT.as_bytes()), &lines(arrived.as_bytes()))
    }

    #[test]
    fn the_same_letter_is_the_same() {
        assert_eq!(changed(&[]), []);
    }

    #[test]
    fn what_honest_carriers_do_is_no_rewrite() {
        let harmless: [(&str, &[(&str, &str)]); 16] = [
            ("a server's received", &[(";rport\r\n", ";rport=61000;received=66.111.222.111\r\n")]),
            ("received alone", &[(";rport\r\n", ";received=66.111.222.111;rport\r\n")]),
            ("Content-Length padded", &[("Content-Length: 163", "Content-Length:   163")]),
            ("Content-Length wrong", &[("Content-Length: 163", "Content-Length: 254")]),
            ("Content-Length gone", &[("Content-Length: 163\r\n", "")]),
            ("names in small letters", &[("Max-Forwards:", "max-forwards:"), ("Call-ID:", "CALL-id:")]),
            (
                "compact names",
                &[("Via:", "v:"), ("From:", "f:"), ("To:", "t:"), ("Contact:", "m:"), ("Call-ID:", "i:")],
            ),
            ("compact lengths", &[("Content-Type:", "c:"), ("Content-Length:", "l:")]),
            ("folded", &[(";branch=", "\r\n\t;branch=")]),
            ("blanks", &[("Via: SIP/2.0/UDP ", "Via:SIP / 2.0 / UDP   "), (";branch=", " ; branch = ")]),
            ("blank before the colon", &[("To: <", "To : <")]),
            ("Via parameters in another order", &[("branch=z9hG4bKt6gf1sqa;rport", "rport;branch=z9hG4bKt6gf1sqa")]),
            ("letter case of a branch", &[("z9hG4bKt6gf1sqa", "Z9HG4BKT6GF1SQA")]),
            ("a list on several lines", &[("Allow: INVITE, ACK, CANCEL", "Allow: INVITE\r\nAllow: ACK,CANCEL")]),
            ("a list in another order", &[("INVITE, ACK, CANCEL", "CANCEL, INVITE, ACK")]),
            (
                "attributes in another order",
                &[(
                    "a=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000",
                    "a=rtpmap:101 telephone-event/8000\r\na=rtpmap:0 PCMU/8000",
                )],
            ),
        ];
        for (what, edits) in harmless {
            assert_eq!(changed(edits), [], "{what}");
        }
        let bare = SENT.replace("\r\n", "\n");
        assert_eq!(changed_lines(&lines(SENT.as_bytes()), &lines(bare.as_bytes())), [], "line ends");
        let keep_alive = format!("\r\n\r\n{SENT}\r\n\r\n");
        assert_eq!(changed_lines(&lines(SENT.as_bytes()), &lines(keep_alive.as_bytes())), [], "keep-alives");
    }

    #[test]
    fn headers_in_another_order_are_the_same_letter() {
        let (head, body) = SENT.split_once("\r\n\r\n").unwrap();
        let (first, headers) = head.split_once("\r\n").unwrap();
        let reversed: Vec<&str> = headers.split("\r\n").collect::<Vec<_>>().into_iter().rev().collect();
        let arrived = format!("{first}\r\n{}\r\n\r\n{body}", reversed.join("\r\n"));
        assert_eq!(changed_lines(&lines(SENT.as_bytes()), &lines(arrived.as_bytes())), []);
    }

    #[test]
    fn linux_writes_its_own_address_everywhere_but_into_the_call_id() {
        // nf_nat_sip behind masquerade; seen on kernel 6.18 and in every consumer router built on it.
        let own = "66.111.222.111";
        assert_eq!(
            changed_by(&[
                ("UDP 192.168.1.102:40123", &format!("UDP {own}:40123")),
                ("test@192.168.1.102:40123", &format!("test@{own}:40123")),
                ("IN IP4 192.168.1.102", &format!("IN IP4 {own}")),
                ("Content-Length: 163", "Content-Length: 165"),
            ]),
            ["Via", "From", "Contact", "o=", "c="]
        );
    }

    #[test]
    fn a_proxy_inside_a_router_signs_the_letter_and_moves_the_voice() {
        // The router of the first SIP ALG detector's example (2009): own Via, one hop less, From and To swapped, a
        // header's name in small letters, a padded length, and another place for the sound.
        let changed = changed(&[
            (
                "Via: SIP/2.0/UDP 192",
                "Via: SIP/2.0/UDP 66.111.222.111:5060;branch=z9hG4bKe7a074d2e0e180b508243c764c661a7e\r\nVia: SIP/2.0/UDP 192",
            ),
            ("Max-Forwards: 70\r\n", ""),
            ("Allow:", "max-forwards: 69\r\nAllow:"),
            ("Content-Length: 163", "Content-Length:   165"),
            ("IN IP4 192.168.1.102", "IN IP4 66.111.222.111"),
            ("m=audio 4730", "m=audio 7070"),
        ]);
        let names: Vec<&str> = changed.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["Via", "Max-Forwards", "o=", "c=", "m="]);
        assert_eq!(changed[0].sent, None, "added, and ours is still there");
        assert!(changed[0].arrived.as_ref().unwrap().contains("66.111.222.111:5060"));
        assert_eq!(
            (changed[1].sent.as_deref(), changed[1].arrived.as_deref()),
            (Some("Max-Forwards: 70"), Some("Max-Forwards: 69"))
        );
    }

    #[test]
    fn a_fortigate_writes_the_call_id_too_and_keeps_the_old_address_in_a_note() {
        // FortiOS handbook: Via, From, Contact and Call-ID get the outside address; "NAT trace" adds an i= line.
        let own = "172.20.120.122";
        let changed = changed(&[
            ("192.168.1.102:40123", &format!("{own}:65476")),
            ("bggvcdx2d8@192.168.1.102", &format!("bggvcdx2d8@{own}")),
            ("IN IP4 192.168.1.102", &format!("IN IP4 {own}")),
            ("s=-\r\n", "s=-\r\ni=(o=IN IP4 192.168.1.102)\r\n"),
            ("m=audio 4730", "m=audio 62000"),
        ]);
        let names: Vec<&str> = changed.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["Via", "From", "Call-ID", "Contact", "o=", "c=", "m=", "i="]);
        assert_eq!(changed[7].sent, None);
    }

    /// Maker, what is replaced by what, and the lines that are named.
    type Habit<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a [&'a str]);

    #[test]
    fn other_houses_have_other_habits() {
        let habits: [Habit<'_>; 12] = [
            // SonicWall "SIP Transformations": private address and assigned port, in headers and description.
            (
                "SonicWall",
                &[("192.168.1.102:40123", "66.1.1.1:5060"), ("IP4 192.168.1.102", "IP4 66.1.1.1"), ("4730", "30012")],
                &["Via", "From", "Contact", "o=", "c=", "m="],
            ),
            // Cisco IOS NAT and PIX fixup: the description and the Contact, and a port when the own one is taken.
            (
                "Cisco",
                &[
                    ("UDP 192.168.1.102:40123", "UDP 66.1.1.1:1024"),
                    ("test@192.168.1.102:40123;transport", "test@66.1.1.1:1024;transport"),
                    ("IP4 192.168.1.102", "IP4 66.1.1.1"),
                ],
                &["Via", "Contact", "o=", "c="],
            ),
            // A box that only cares for the sound (older Zyxel and Billion).
            ("voice only", &[("c=IN IP4 192.168.1.102", "c=IN IP4 66.1.1.1")], &["c="]),
            // A box that is a telephone itself (FRITZ!Box class) and answers for others: its own Via and Record-Route.
            (
                "telephone box",
                &[
                    ("Via: ", "Via: SIP/2.0/UDP 66.1.1.1:5060;branch=z9hG4bKff\r\nVia: "),
                    ("CSeq:", "Record-Route: <sip:66.1.1.1;lr>\r\nCSeq:"),
                ],
                &["Via", "Record-Route"],
            ),
            // A gateway that speaks for the phone: a new branch on the only Via.
            (
                "back to back",
                &[("192.168.1.102:40123;branch=z9hG4bKt6gf1sqa;rport", "66.1.1.1:5060;branch=z9hG4bKnew")],
                &["Via"],
            ),
            ("rport taken out", &[(";rport", "")], &["Via"]),
            (
                "Contact dropped",
                &[("Contact: <sip:doorman-test@192.168.1.102:40123;transport=udp>\r\n", "")],
                &["Contact"],
            ),
            ("body dropped", &[(SENT.split_once("\r\n\r\n").unwrap().1, "")], &["body"]),
            ("body replaced", &[(SENT.split_once("\r\n\r\n").unwrap().1, "<html></html>")], &["body"]),
            // iOS under NAT64 breaks the description (pjproject issue 4911).
            ("a broken line", &[("c=IN IP4 192.168.1.102", ":=17")], &["c=", ":="]),
            ("an attribute of an RTP proxy", &[("a=rtpmap:0", "a=nortpproxy:yes\r\na=rtpmap:0")], &["a=nortpproxy"]),
            (
                "the request line",
                &[("INVITE sip:doorman-test@99.98.130.199 ", "INVITE sip:x@10.0.0.1 ")],
                &["Request-Line"],
            ),
        ];
        for (what, edits, expected) in habits {
            assert_eq!(changed_by(edits), expected, "{what}");
        }
    }

    #[test]
    fn a_user_is_told_apart_by_letter_case_and_a_token_is_not() {
        assert_eq!(changed_by(&[("To: <sip:doorman", "To: <sip:Doorman")]), ["To"]);
        assert_eq!(changed_by(&[("bggvcdx2d8", "BGGVCDX2D8")]), ["Call-ID"]);
        assert_eq!(changed_by(&[("application/sdp", "Application/SDP"), ("1 INVITE", "1 invite")]), [""; 0]);
    }

    #[test]
    fn an_answer_is_compared_like_a_letter() {
        let sent = "SIP/2.0 480 Away\r\nVia: SIP/2.0/UDP 66.1.1.1:40123;branch=z9hG4bKx;rport=5;received=66.1.1.1\r\n\
            From: <sip:a@66.1.1.1:40123>;tag=1\r\n\r\n";
        let same = sent.replace("480 Away", "480  Away");
        assert_eq!(changed_lines(&lines(sent.as_bytes()), &lines(same.as_bytes())), []);
        let back = sent.replace("66.1.1.1", "192.168.1.2").replace("480 Away", "403 No");
        let changed = changed_lines(&lines(sent.as_bytes()), &lines(back.as_bytes()));
        let names: Vec<&str> = changed.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, ["Status-Line", "Via", "From"]);
    }

    #[test]
    fn what_arrives_is_cut_and_cleaned() {
        let wild =
            format!("INVITE x\r\nX: a\u{1b}[31m\u{202e}b\0\r\n{}\r\n{}", "y".repeat(5000), "z:1\r\n".repeat(500));
        let kept = lines(wild.as_bytes());
        assert_eq!(kept.len(), MOST_LINES);
        assert!(kept.iter().all(|l| l.chars().count() <= LONGEST_LINE && !l.chars().any(char::is_control)));
        assert_eq!(kept[1], "X: a\u{fffd}[31m\u{fffd}b\u{fffd}");
        assert!(changed_lines(&lines(SENT.as_bytes()), &kept).len() <= MOST_CHANGED);
        assert_eq!(tidy(&["a\u{7}b\r".to_owned()]), ["a\u{fffd}b"]);
    }

    proptest! {
        #[test]
        fn nothing_that_arrives_breaks_the_comparison(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let arrived = lines(&bytes);
            let _ = changed_lines(&lines(SENT.as_bytes()), &arrived);
            prop_assert_eq!(changed_lines(&arrived, &arrived), []);
        }

        #[test]
        fn a_letter_with_any_one_part_changed_is_not_the_same(at in 0usize..SENT.len()) {
            let mut bytes = SENT.as_bytes().to_vec();
            let matters = bytes[at].is_ascii_digit() && !SENT[..at].ends_with("Content-Length: ") && {
                let line = SENT[..at].rsplit('\n').next().unwrap();
                !line.starts_with("Content-Length")
            };
            prop_assume!(matters);
            bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
            prop_assert_eq!(changed_lines(&lines(SENT.as_bytes()), &lines(&bytes)).len(), 1);
        }
    }
}

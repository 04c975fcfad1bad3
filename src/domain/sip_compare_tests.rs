//! Tests of `sip_compare`.

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
        ("compact names", &[("Via:", "v:"), ("From:", "f:"), ("To:", "t:"), ("Contact:", "m:"), ("Call-ID:", "i:")]),
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
        ("Contact dropped", &[("Contact: <sip:doorman-test@192.168.1.102:40123;transport=udp>\r\n", "")], &["Contact"]),
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
    let wild = format!("INVITE x\r\nX: a\u{1b}[31m\u{202e}b\0\r\n{}\r\n{}", "y".repeat(5000), "z:1\r\n".repeat(500));
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

//! Tests of `sip_read`.

use super::*;
use proptest::prelude::*;

const PLAIN: &[u8] = b"SIP/2.0 401 Unauthorized\r\n\
    Via: SIP/2.0/UDP 192.168.1.9:40123;branch=z9hG4bKabc;received=203.0.113.9;rport=61000\r\n\
    From: <sip:a@b>;tag=1\r\nTo: <sip:b>;tag=as2\r\nCall-ID: x1@y\r\nCSeq: 1 OPTIONS\r\n\
    Server: Asterisk PBX 16.28.0\r\nAllow: INVITE, ACK\r\nAllow: BYE\r\nContent-Length: 0\r\n\r\n";

#[test]
fn an_ordinary_reply_is_read() {
    let reply = read_datagram(PLAIN).unwrap();
    assert_eq!((reply.status, reply.reason.as_str()), (401, "Unauthorized"));
    assert_eq!(reply.server(), Some("Asterisk PBX 16.28.0"));
    assert_eq!(reply.all("allow").collect::<Vec<_>>(), ["INVITE, ACK", "BYE"]);
    assert_eq!(reply.first("call-id"), Some("x1@y"));
    assert_eq!(reply.asker(), Some("203.0.113.9".parse().unwrap()));
    assert_eq!(reply.top_via().unwrap().branch.as_deref(), Some("z9hG4bKabc"));
}

#[test]
fn odd_spellings_say_the_same() {
    // Each line: what is odd, and the message.
    let odd: [(&str, &[u8]); 10] = [
        ("compact", b"SIP/2.0 200 OK\r\nv: SIP/2.0/UDP 1.2.3.4;branch=z9hG4bKq\r\ni: c\r\nl: 0\r\n\r\n"),
        ("line feeds only", b"SIP/2.0 200 OK\nVia: SIP/2.0/UDP 1.2.3.4;branch=z9hG4bKq\nCall-ID: c\n\n"),
        ("keep-alive first", b"\r\n\r\nSIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
        (
            "folded, blank before the colon",
            b"SIP/2.0 200 OK\r\nVia : SIP / 2.0 / UDP\r\n\t1.2.3.4\r\n ;branch = z9hG4bKq\r\nCALL-ID :\r\n c\r\n\r\n",
        ),
        ("junk line", b"SIP/2.0 200 OK\r\nno colon here\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
        ("no reason, no blank", b"SIP/2.0 200\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
        ("empty reason", b"SIP/2.0 200 \r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
        ("Latin-1", b"SIP/2.0 200 K\xf6nnte gehen\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nCall-ID: c\r\n\r\n"),
        (
            "two in one Via",
            b"sip/2.0 200 OK\r\nVia: SIP/2.0/UDP h ;branch=z9hG4bKq, SIP/2.0/UDP g;branch=z\r\nCall-ID: c\r\n\r\n",
        ),
        ("headers never end", b"SIP/2.0 200 OK\r\nCall-ID: c\r\nVia: SIP/2.0/TCP h:1;x=\"a,;b\\\"\";branch=z9hG4bKq"),
    ];
    for (what, message) in odd {
        let reply = read_datagram(message).unwrap_or_else(|| panic!("{what}"));
        assert_eq!(reply.status, 200, "{what}");
        assert_eq!(reply.first("call-id"), Some("c"), "{what}");
        assert_eq!(reply.top_via().unwrap().branch.as_deref(), Some("z9hG4bKq"), "{what}");
    }
    assert_eq!(read_datagram(odd[7].1).unwrap().reason, "K\u{f6}nnte gehen");
}

#[test]
fn what_is_no_reply_is_rejected() {
    // Bad versions and bad numbers of RFC 4475 sections 3.1.2.16 and 3.1.2.19, a request, and other protocols.
    for message in [
        &b"SIP/7.0 200 OK\r\n\r\n"[..],
        b"SIP/2.0 4294967301 better not break the receiver\r\n\r\n",
        b"SIP/2.0 099 No\r\n\r\n",
        b"SIP/2.0 700 No\r\n\r\n",
        b"SIP/2.0 +20 No\r\n\r\n",
        b"SIP/2.0\r\n\r\n",
        b"OPTIONS sip:a SIP/2.0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"",
        b"\r\n\r\n",
    ] {
        assert_eq!(read_datagram(message), None, "{}", text(message));
    }
}

#[test]
fn the_asker_is_read_in_every_spelling() {
    for (via, expected) in [
        ("SIP/2.0/UDP [2001:db8::1]:5060;branch=z;received=[2001:db8::9]", Some("2001:db8::9")),
        ("SIP/2.0/UDP 10.0.0.1;received=2001:db8::9;branch=z", Some("2001:db8::9")),
        ("SIP/2.0/UDP 10.0.0.1:5062;rport=5062;branch=z", Some("10.0.0.1")),
        ("SIP/2.0/UDP 10.0.0.1:5062;rport;branch=z", None),
        ("SIP/2.0/UDP 10.0.0.1:5062;branch=z", None),
        ("SIP/2.0/UDP phone.example;rport=4;branch=z", None),
        ("SIP/2.0/UDP 10.0.0.1;received=nonsense", None),
        ("nonsense", None),
    ] {
        let message = format!("SIP/2.0 200 OK\r\nVia: {via}\r\n\r\n");
        let reply = read_datagram(message.as_bytes()).unwrap();
        assert_eq!(reply.asker(), expected.map(|e| e.parse().unwrap()), "{via}");
    }
}

#[test]
fn a_message_longer_than_any_is_told_once_and_ends_the_stream() {
    let mut stream = Stream::default();
    stream.push(b"SIP/2.0 100 Trying\r\nContent-Length: 99999\r\n\r\n");
    assert!(matches!(stream.next_message(), Next::Reply(reply) if reply.status == 100));
    for _ in 0..2 {
        assert_eq!(stream.next_message(), Next::Broken, "whoever reads on must come to an end");
        stream.push(PLAIN);
    }
}

#[test]
fn a_stream_is_cut_where_its_lengths_say() {
    let mut stream = Stream::default();
    let mut bytes = b"\r\n\r\nSIP/2.0 100 Trying\r\nContent-Length: 3\r\n\r\nabc".to_vec();
    bytes.extend_from_slice(b"OPTIONS sip:a SIP/2.0\r\nl: 0\r\n\r\n\r\n\r\n");
    bytes.extend_from_slice(PLAIN);
    let mut statuses = Vec::new();
    let mut others = 0;
    // One byte at a time: TCP keeps no message together.
    for byte in bytes {
        stream.push(&[byte]);
        match stream.next_message() {
            Next::Reply(reply) => statuses.push(reply.status),
            Next::Other => others += 1,
            Next::NeedMore => {}
            Next::Broken => panic!("broken"),
        }
    }
    assert_eq!((statuses, others), (vec![100, 401], 1));
    assert_eq!(stream.rest(), b"");
}

#[test]
fn a_stream_without_a_believable_length_is_broken() {
    for length in ["-1", "1e3", "99999999999999999999"] {
        let mut stream = Stream::default();
        stream.push(format!("NOTIFY sip:a SIP/2.0\r\nContent-Length: {length}\r\n\r\n").as_bytes());
        assert_eq!(stream.next_message(), Next::Broken, "{length}");
    }
    let mut stream = Stream::default();
    stream.push(&vec![b'x'; LONGEST_MESSAGE + 10]);
    assert_eq!(stream.next_message(), Next::Broken);
}

#[test]
fn counts_and_lengths_are_capped() {
    let mut message = b"SIP/2.0 200 OK\r\n".to_vec();
    message.extend(b"X-Filler: 1\r\n".repeat(MOST_HEADERS));
    message.extend_from_slice(b"Server: late\r\n\r\n");
    let reply = read_datagram(&message).unwrap();
    assert_eq!(reply.all("x-filler").count(), MOST_HEADERS);
    assert_eq!(reply.server(), None);

    let mut message = b"SIP/2.0 200 OK\r\nServer: ".to_vec();
    message.extend(b"a".repeat(LONGEST_LINE));
    message.extend_from_slice(b"\r\nUser-Agent: short\r\n\r\n");
    assert_eq!(read_datagram(&message).unwrap().server(), Some("short"));
}

proptest! {
    #[test]
    fn any_bytes_are_read_within_the_caps(start in prop::bool::ANY, bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        let mut message = if start { b"SIP/2.0 200 OK\r\n".to_vec() } else { Vec::new() };
        message.extend(bytes);
        if let Some(reply) = read_datagram(&message) {
            prop_assert!(reply.headers.len() <= MOST_HEADERS);
            prop_assert!((100..700).contains(&reply.status));
            let _ = (reply.asker(), reply.server());
        }
        let mut stream = Stream::default();
        stream.push(&message);
        for _ in 0..10 {
            stream.next_message();
        }
        prop_assert!(stream.rest().len() <= LONGEST_MESSAGE + 1);
    }

    #[test]
    fn damaged_replies_never_break_the_reader(at in 0usize..300, with in any::<u8>()) {
        let mut message = PLAIN.to_vec();
        let length = message.len();
        message[at % length] = with;
        if let Some(reply) = read_datagram(&message) {
            let _ = (reply.top_via(), reply.asker());
        }
    }
}

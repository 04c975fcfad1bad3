//! What phone systems and whoever stands in their place say on the wire.

use separate_entrance::domain::probe::Measured;
use separate_entrance::net::fuzzed;
use separate_entrance::net::sip_read::{LONGEST_MESSAGE, Next, Stream, read_datagram};

use super::{files, shown};

/// One stream reads the same however it was cut, and what a played phone answers is well-formed, short and tells no
/// password.
pub fn sip(data: &[u8]) {
    if let Some(reply) = read_datagram(data) {
        assert!((100..=699).contains(&reply.status));
        let (_, _, _) = (reply.server(), reply.top_via(), reply.asker());
    }
    if data.len() <= LONGEST_MESSAGE {
        let whole = messages(&[data]);
        let middle = data.iter().position(|b| *b == b'\n').map_or(data.len() / 2, |at| at + 1);
        let (a, b) = data.split_at(middle);
        assert_eq!(messages(&[a, b]), whole, "cut at {middle}");
    }
    for message in fuzzed::phone(data) {
        sendable(&message, data.len());
    }
}

fn messages(pieces: &[&[u8]]) -> Vec<Next> {
    let mut stream = Stream::default();
    let mut read = Vec::new();
    for piece in pieces {
        stream.push(piece);
        assert!(stream.rest().len() <= LONGEST_MESSAGE + 1);
        loop {
            assert!(read.len() <= pieces.iter().map(|p| p.len()).sum(), "the same message again and again");
            match stream.next_message() {
                Next::NeedMore => break,
                Next::Broken => {
                    read.push(Next::Broken);
                    return read;
                }
                next @ (Next::Reply(_) | Next::Other) => read.push(next),
            }
        }
    }
    read
}

/// A message of ours has one of everything that there may be one of, whatever was heard before.
fn sendable(message: &[u8], heard: usize) {
    let text = std::str::from_utf8(message).expect("we send text");
    assert!(!text.contains(fuzzed::PASSWORD), "the password is sent to nobody");
    assert!(text.len() <= 2 * heard + 4096, "{} bytes after {heard}", text.len());
    let (lines, _) = text.split_once("\r\n\r\n").expect("an end of the headers");
    let mut names = Vec::new();
    for line in lines.split("\r\n").skip(1) {
        assert!(!line.contains(['\r', '\n', '\0']), "a line inside a line: {line:?}");
        names.push(line.split(':').next().unwrap_or_default().trim().to_ascii_lowercase());
    }
    for once in ["call-id", "cseq", "from", "to", "content-length"] {
        assert_eq!(names.iter().filter(|n| *n == once).count(), 1, "{once} in {lines:?}");
    }
}

pub fn sip_seeds() -> Vec<Vec<u8>> {
    [
        "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP 192.168.77.10:5060;branch=z9hG4bK1;received=203.0.113.7;rport=5060\r\n\
         From: <sip:probe@192.168.77.20>;tag=1\r\nTo: \"A, \\\"b\\\"\" <sip:x@192.168.77.20>;tag=as7\r\nCall-ID: se-00112233445566-c\r\n\
         CSeq: 2 INVITE\r\nServer: FPBX-16.0.40(18.20)\r\nContact: <sip:43@192.168.77.20:5060>\r\n\
         Record-Route: <sip:192.168.77.20;lr>\r\nContent-Type: application/sdp\r\nContent-Length: 120\r\n\r\n\
         v=0\r\no=- 1 1 IN IP4 192.168.77.20\r\ns=-\r\nc=IN IP4 192.168.77.20\r\nt=0 0\r\n\
         m=audio 10000 RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\na=rtcp:10001\r\n",
        "SIP/2.0 401 Unauthorized\nv: SIP/2.0/UDP 10.0.0.1\nt: <sip:x>;tag=2\nWWW-Authenticate: Digest realm=\"asterisk\",\n \
         nonce=\"1700000000/abc\", opaque=\"5\", algorithm=MD5, qop=\"auth\"\nl: 0\n\n",
        "BYE sip:6001@192.168.50.5:40000 SIP/2.0\r\nVia: SIP/2.0/UDP 192.168.77.20:5060;branch=z9hG4bK2\r\nFrom: <sip:43@h>;tag=as7\r\n\
         To: <sip:6001@h>;tag=5\r\nCall-ID: c\r\nCSeq: 102 BYE\r\nContent-Length: 0\r\n\r\n",
        "\r\n\r\nSIP/2.0 407 Proxy\r\nProxy-Authenticate: Digest realm=\"a\\\"b\", nonce=\"n\", qop=\"auth-int,auth\", stale=TRUE\r\n\r\nSIP/2.0 100 Trying\r\n\r\n",
    ]
    .map(|s| s.as_bytes().to_vec())
    .to_vec()
}

/// Sound and reports are never longer than what came.
pub fn sound(data: &[u8]) {
    let (length, report) = fuzzed::sound(data, 0x0102_0304);
    assert!(length.is_none_or(|l| l <= data.len()));
    assert!(!report.contains("OfOurs {") || data.windows(4).any(|w| w == [1, 2, 3, 4]));
}

pub fn sound_seeds() -> Vec<Vec<u8>> {
    let mut packet = vec![0x80, 0, 0, 1, 0, 0, 0, 160, 1, 2, 3, 4];
    packet.extend([0xff; 160]);
    let mut extended = vec![0xb1, 0, 0, 1, 0, 0, 0, 160, 1, 2, 3, 4, 0, 0, 0, 0, 0xbe, 0xde, 0, 1, 0, 0, 0, 0];
    extended.extend([0x7f; 20]);
    extended.push(4);
    let mut report = vec![0x81, 201, 0, 7, 9, 9, 9, 9, 1, 2, 3, 4, 12, 0, 0, 1];
    report.extend([0; 16]);
    vec![packet, extended, report]
}

const STUN_ID: [u8; 12] = [0xb7, 0xe7, 0xa7, 0x01, 0xbc, 0x34, 0xd6, 0x86, 0xfa, 0x87, 0xdf, 0xae];

/// Only an answer to this very question is one.
pub fn stun(data: &[u8]) {
    if fuzzed::stun(data, STUN_ID).is_some() {
        assert_eq!((&data[..2], &data[4..8], &data[8..20]), (&[1, 1][..], &[0x21, 0x12, 0xa4, 0x42][..], &STUN_ID[..]));
    }
}

pub fn stun_seeds() -> Vec<Vec<u8>> {
    let head = |length: u8| [&[1, 1, 0, length, 0x21, 0x12, 0xa4, 0x42][..], &STUN_ID].concat();
    let plain: &[u8] = &[0, 1, 0, 8, 0, 1, 0x13, 0xc4, 203, 0, 113, 7];
    let masked: &[u8] = &[0, 0x20, 0, 8, 0, 1, 0xa1, 0x47, 0xe1, 0x12, 0xa6, 0x43];
    let v6: &[u8] = &[0, 0x20, 0, 20, 0, 2, 1, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
    let software: &[u8] = &[0x80, 0x22, 0, 3, b'a', b'b', b'c', 0];
    vec![
        [&head(12), plain].concat(),
        [&head(20), software, masked].concat(),
        [&head(24), v6].concat(),
        [&head(32), plain, software, masked].concat(),
    ]
}

/// A frame counts for the call that it names.
pub fn iax2(data: &[u8]) {
    if fuzzed::iax2(data, 0x1234) {
        assert_eq!((data[0] & 0x80, data[2] & 0x7f, data[3]), (0x80, 0x12, 0x34));
    }
}

pub fn iax2_seeds() -> Vec<Vec<u8>> {
    vec![
        vec![0x80, 1, 0x12, 0x34, 0, 1, 2, 3, 0, 1, 6, 3],
        vec![0x80, 1, 0x92, 0x34, 0, 1, 2, 3, 0, 1, 6, 0x84, 1, 2],
        vec![0, 1, 0, 0, 5, 5],
    ]
}

fn line_of(measured: &Measured) {
    measured.seen.iter().for_each(|s| shown(s));
}

pub fn xmpp(data: &[u8]) {
    fuzzed::xmpp(data).iter().for_each(line_of);
}

pub fn xmpp_seeds() -> Vec<Vec<u8>> {
    [
        "<?xml version='1.0'?><stream:stream xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' id='7' \
         from='hud.example' version='1.0'><stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:features>",
        "<stream:stream xmlns:stream=\"http://etherx.jabber.org/streams\" from=\"a&amp;b\">",
        "<stream:stream xmlns:stream='http://etherx.jabber.org/streams' version='1.0'><stream:error><host-unknown/></stream:error></stream:stream>",
    ]
    .map(|s| s.as_bytes().to_vec())
    .to_vec()
}

/// The clear-text part of a handshake, and certificates cut open by hand.
pub fn tls(data: &[u8]) {
    fuzzed::old_tls(data).iter().for_each(line_of);
    let (print, key) = fuzzed::certificate(data);
    assert!(key.is_none_or(|l| l <= data.len()));
    assert_eq!(fuzzed::certificate(data).0, print, "the same machine is known again");
}

pub fn tls_seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> =
        ["der", "bin", "hex", "crt"].iter().flat_map(|e| files("tests/fixtures/tls", e)).collect();
    let hello = [&[2, 0, 0, 38, 3, 1][..], &[9; 32], &[0, 0, 0x2f, 0]].concat();
    let record = |kind: u8, body: &[u8]| [&[kind, 3, 1, 0, u8::try_from(body.len()).unwrap()][..], body].concat();
    let certificate = [11, 0, 0, 10, 0, 0, 7, 0, 0, 4, 0x30, 2, 5, 0];
    seeds.push([record(22, &hello), record(22, &certificate), record(22, &[14, 0, 0, 0])].concat());
    seeds.push(record(21, &[2, 70]));
    let key: &[u8] = &[
        0x30, 0x1d, 0x30, 0x19, 0xa0, 3, 2, 1, 2, 2, 1, 5, 0x30, 0, 0x30, 0, 0x30, 0, 0x30, 0, 0x30, 5, 3, 3, 0, 1, 2,
        0x30, 0, 0, 0,
    ];
    seeds.push(key.to_vec());
    seeds
}

const MARK: [u8; 8] = *b"\x01\x02\x03\x04\x05\x06\x07\x08";

pub fn greetings(data: &[u8]) {
    fuzzed::greetings(data, MARK).iter().for_each(line_of);
}

pub fn greetings_seeds() -> Vec<Vec<u8>> {
    let mut clock = vec![0x24, 2, 3, 0xe8];
    clock.extend([0; 20]);
    clock.extend(MARK);
    clock.extend([0; 16]);
    vec![
        clock,
        b"Only staff\r\nSSH-2.0-OpenSSH_9.2p1 Debian-2\r\n".to_vec(),
        b"Asterisk Call Manager/2.10.6\r\n".to_vec(),
        b"\x2d\0\0\0\x0a5.5.68-MariaDB\0\x01\0\0\0".to_vec(),
        b"\x2a\0\0\0\xff\x6a\x04Host is not allowed".to_vec(),
        b"HTTP/1.1 401 Unauthorized\r\nServer: x/1\r\nWWW-Authenticate: Basic realm=\"Yea\\\"link\"\r\n\r\n<html><TITLE a=b>T</title>"
            .to_vec(),
        b"\0\x05\0\x01File not found\0".to_vec(),
        b"\0\x03\0\x01abc".to_vec(),
    ]
}

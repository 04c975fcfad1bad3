//! Microbenchmarks of what is pure: readers of what strangers send, beside the libraries' own reading of the same bytes,
//! what is held of hostile bytes, and the judge. `tests/bench/run readers` puts them into the table; by hand:
//! `cargo bench --manifest-path tests/bench/Cargo.toml`.

#![forbid(unsafe_code)]

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};
use jiff::Timestamp;
use separate_entrance::domain::case::Case;
use separate_entrance::domain::catalog;
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::office::{Answers, PhoneSystem};
use separate_entrance::domain::probe::{Evidence, Measured, Outcome, Probe, Vantage};
use separate_entrance::domain::service::{Direction, Profile, ProfileId, ServiceId};
use separate_entrance::net::{sip_read, xml};

/// Counts what is held at a time, so that a benchmark tells its bytes too.
#[global_allocator]
static COUNTED: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// As Asterisk 20 answers a stranger's OPTIONS.
const REPLY: &str = "SIP/2.0 401 Unauthorized\r\n\
    Via: SIP/2.0/UDP 192.168.77.10:40123;rport=40123;received=192.168.77.10;branch=z9hG4bK8a7f1c2d3e4b5a69\r\n\
    Call-ID: se-8a7f1c2d3e4b5a697887a6b5c4d3e2f1\r\n\
    From: <sip:self-check@192.168.77.10:40123>;tag=8a7f1c2d\r\n\
    To: <sip:192.168.77.20>;tag=z9hG4bK8a7f1c2d3e4b5a69\r\n\
    CSeq: 1 OPTIONS\r\n\
    WWW-Authenticate: Digest realm=\"asterisk\",nonce=\"1700000000/9f8e7d6c5b4a39281706f5e4d3c2b1a0\",opaque=\"5f4e3d2c1b0a\",\
    algorithm=MD5,qop=\"auth\"\r\n\
    Server: Asterisk PBX 20.5.0\r\n\
    Allow: OPTIONS, REGISTER, SUBSCRIBE, NOTIFY, PUBLISH, INVITE, ACK, BYE, CANCEL, UPDATE, PRACK, INFO, MESSAGE, REFER\r\n\
    Supported: 100rel, timer, replaces, norefersub, path\r\n\
    Content-Length: 0\r\n\r\n";

mod sip {
    use super::*;

    #[divan::bench]
    fn ours(bencher: Bencher) {
        bencher
            .counter(BytesCount::of_str(REPLY))
            .bench(|| sip_read::read_datagram(black_box(REPLY.as_bytes())).unwrap());
    }

    #[divan::bench]
    fn rsip(bencher: Bencher) {
        bencher
            .counter(BytesCount::of_str(REPLY))
            .bench(|| rsip::Response::try_from(black_box(REPLY.as_bytes())).unwrap());
    }
}

/// A router's description of middle size, as it came.
const DESCRIPTION: &[u8] = include_bytes!("../fixtures/devices/avm-fritzbox-7490.xml");

mod description {
    use super::*;

    #[divan::bench]
    fn ours(bencher: Bencher) {
        bencher
            .counter(BytesCount::of_slice(DESCRIPTION))
            .bench(|| xml::read(black_box(DESCRIPTION), xml::DESCRIPTION_LIMIT).unwrap());
    }

    /// As a reader with quick-xml's usual settings takes it in: namespaces resolved, ends and attributes checked, texts
    /// made whole.
    #[divan::bench]
    fn quick_xml(bencher: Bencher) {
        bencher.counter(BytesCount::of_slice(DESCRIPTION)).bench(|| {
            let text = std::str::from_utf8(black_box(DESCRIPTION)).unwrap();
            let mut reader = quick_xml::NsReader::from_str(text);
            let mut texts = Vec::new();
            loop {
                match reader.read_resolved_event().unwrap() {
                    (_, quick_xml::events::Event::Eof) => return texts,
                    (_, quick_xml::events::Event::Start(tag)) => {
                        assert!(tag.attributes().all(|attribute| attribute.is_ok()));
                    }
                    (_, quick_xml::events::Event::Text(text)) => texts.push(text.xml10_content().into_owned()),
                    (_, _) => {}
                }
            }
        });
    }

    /// The least that quick-xml can do with it: where each piece begins and ends.
    #[divan::bench]
    fn quick_xml_bare(bencher: Bencher) {
        bencher.counter(BytesCount::of_slice(DESCRIPTION)).bench(|| {
            let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(black_box(DESCRIPTION)).unwrap());
            let mut pieces = 0;
            while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {
                pieces += 1;
            }
            pieces
        });
    }
}

/// What a stranger sends to make a reader hold much: the more of it, the less of that may stay.
mod hostile {
    use super::*;

    const KIB: [usize; 4] = [16, 64, 256, 1024];

    fn reply_of(line: &str, kib: usize) -> Vec<u8> {
        let head = "SIP/2.0 200 OK\r\n";
        [head, &line.repeat(kib * 1024 / line.len()), "\r\n\r\n"].concat().into_bytes()
    }

    #[divan::bench(args = KIB)]
    fn sip_many_headers(bencher: Bencher, kib: usize) {
        let bytes = reply_of("X: y\r\n", kib);
        bencher.bench(|| sip_read::read_datagram(black_box(&bytes)));
    }

    #[divan::bench(args = KIB)]
    fn sip_long_header(bencher: Bencher, kib: usize) {
        let bytes = [b"SIP/2.0 200 OK\r\nX: ".to_vec(), vec![b'y'; kib * 1024], b"\r\n\r\n".to_vec()].concat();
        bencher.bench(|| sip_read::read_datagram(black_box(&bytes)));
    }

    #[divan::bench(args = KIB)]
    fn sip_folded_header(bencher: Bencher, kib: usize) {
        let bytes = [b"SIP/2.0 200 OK\r\nX: y\r\n".as_slice(), &b" y\r\n".repeat(kib * 256), b"\r\n"].concat();
        bencher.bench(|| sip_read::read_datagram(black_box(&bytes)));
    }

    fn document_of(piece: &str, kib: usize) -> Vec<u8> {
        ["<a>", &piece.repeat(kib * 1024 / piece.len()), "</a>"].concat().into_bytes()
    }

    #[divan::bench(args = KIB)]
    fn xml_many_elements(bencher: Bencher, kib: usize) {
        let bytes = document_of("<b/>", kib);
        bencher.bench(|| xml::read(black_box(&bytes), usize::MAX));
    }

    #[divan::bench(args = KIB)]
    fn xml_deep(bencher: Bencher, kib: usize) {
        let bytes = "<a>".repeat(kib * 341).into_bytes();
        bencher.bench(|| xml::read(black_box(&bytes), usize::MAX));
    }

    #[divan::bench(args = KIB)]
    fn xml_long_text(bencher: Bencher, kib: usize) {
        let bytes = document_of("texttext", kib);
        bencher.bench(|| xml::read(black_box(&bytes), usize::MAX));
    }

    #[divan::bench(args = KIB)]
    fn xml_latin_1(bencher: Bencher, kib: usize) {
        let bytes = [b"<a>".as_slice(), &b"<b>\xe4</b>".repeat(kib * 128), b"</a>"].concat();
        bencher.bench(|| xml::read(black_box(&bytes), xml::DESCRIPTION_LIMIT));
    }
}

mod judging {
    use super::*;

    const PBX: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 77, 20));
    const STREET: IpAddr = IpAddr::V4(Ipv4Addr::new(203, 0, 113, 7));

    /// A phone system with as many rows as one may have.
    fn longest() -> &'static Profile {
        let base = catalog::embedded(&ProfileId("asterisk".to_owned())).unwrap();
        let mut own = base.clone();
        own.id = ProfileId("longest".to_owned());
        own.based_on = Some(base.id.clone());
        own.answers_as.clear();
        let model = own.services.iter().find(|s| s.id.0 == "sip-tcp").unwrap().clone();
        for number in 0.. {
            let mut row = model.clone();
            row.id = ServiceId(format!("bell-{number}"));
            (row.port_start, row.port_end) = (20_000 + number, 20_000 + number);
            own.services.push(row);
            let inbound = own.services.len();
            if inbound >= separate_entrance::domain::own::MOST_ROWS {
                break;
            }
        }
        catalog::take_own(own).unwrap()
    }

    fn case() -> (Case, usize) {
        let profile = longest();
        let now: Timestamp = "2026-01-01T12:00:00Z".parse().unwrap();
        let using = profile.services.iter().map(|s| s.id.0.clone()).collect();
        let answers = Answers { system: Some(profile.id.clone()), using, pbx: Some(PBX), ..Answers::default() };
        let mut case = Case::new(now, answers);
        case.office.public_address = Some(STREET);
        case.office.phone_system = Some(PhoneSystem {
            address: PBX,
            mac: None,
            profile: profile.id.clone(),
            server: Some("Asterisk PBX 20.5.0".to_owned()),
            answers_inside: true,
        });
        for row in profile.services.iter().filter(|s| s.direction == Direction::Inbound) {
            for (vantage, address) in [(Vantage::Inside, PBX), (Vantage::Outside, STREET)] {
                let probe = Probe {
                    service: Some(row.id.clone()),
                    vantage,
                    kind: row.probe,
                    transport: row.protocol,
                    target: SocketAddr::new(address, row.port_start),
                };
                let seen = Some("answered in its own protocol".to_owned());
                let measured = Measured { seen, ..Measured::bare(Outcome::Answered) };
                case.evidence.push(Evidence::of(&probe, measured, now, 20));
            }
        }
        (case, profile.services.len())
    }

    #[divan::bench]
    fn most_services(bencher: Bencher) {
        let (case, _) = case();
        bencher.bench(|| judge(black_box(&case)));
    }

    #[divan::bench]
    fn usual(bencher: Bencher) {
        let (mut case, _) = case();
        case.answers.system = Some(ProfileId("freepbx".to_owned()));
        case.answers.using.clear();
        bencher.bench(|| judge(black_box(&case)));
    }
}

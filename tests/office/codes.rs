//! Codes that people paste, mail and read aloud: what goes in comes out, and whatever happens on the way is named.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use separate_entrance::domain::catalog;
use separate_entrance::domain::invitation;
use separate_entrance::domain::message::{InviteOrder, Problem};
use separate_entrance::domain::probe::{Fingerprint, Outcome};
use separate_entrance::domain::report::{Street, Walker};
use separate_entrance::domain::service::{PortRange, ProbeKind, ProfileId, ServiceId};
use separate_entrance::domain::voice::{self, VoiceWalk};
use separate_entrance::helper::doors;
use separate_entrance::helper::invitation::{CodeError, Door, Invitation, Use, WalkResult, which_run};

const ALPHABET: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn now() -> Timestamp {
    "2026-11-23T08:34:00Z".parse().unwrap()
}

fn order(system: &str) -> InviteOrder {
    InviteOrder {
        address: "11.22.33.2".parse().unwrap(),
        profile: ProfileId(system.into()),
        services: ["sip-udp", "sip-tls", "rtp"].map(|s| ServiceId(s.into())).to_vec(),
        walker: Walker::Colleague,
        voice_ports: None,
    }
}

fn invitation() -> Invitation {
    let secret = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0xAA];
    Invitation::new(&order("freepbx"), now(), secret, Some(Fingerprint(0xBEEF))).unwrap()
}

/// [`invitation`] as it was first written.
const KEPT: &str = "8KBVM7-66H0PE-5H1082-1E1467-ZEY085-20C208-A1G71S-04TN99-00T8CA";

fn result(invitation: &Invitation) -> WalkResult {
    let profile = catalog::profile(&invitation.profile).unwrap();
    let door = |(i, row): (usize, &separate_entrance::domain::service::Service)| Door {
        service: row.id.clone(),
        outcome: if i == 0 { Outcome::Answered } else { Outcome::Silent },
        fingerprint: (i == 0).then_some(Fingerprint(0xBEEF)),
    };
    WalkResult {
        at: now(),
        address: Some("81.2.69.160".parse().unwrap()),
        street_lies: false,
        trouble: None,
        doors: doors::rows(profile, &invitation.services).into_iter().enumerate().map(door).collect(),
        voice: Vec::new(),
    }
}

/// The same, and a witness answered: two of the voice ports do not pass.
fn result_with_voice(invitation: &Invitation) -> WalkResult {
    let whole = PortRange::from((10_000, 20_000));
    let voice = VoiceWalk {
        service: ServiceId("rtp".into()),
        ports: whole,
        asked: vec![whole],
        missing: voice::ranges([10_007, 10_013]),
        missing_ports: 2,
        in_use: Vec::new(),
        shifted: None,
        swept: true,
        at: now(),
        asker: Some("81.2.69.160".parse().unwrap()),
    };
    WalkResult { voice: vec![voice], ..result(invitation) }
}

fn letters(code: &str) -> Vec<char> {
    code.chars().filter(|c| *c != '-').collect()
}

fn grouped(letters: &[char]) -> String {
    letters.chunks(6).map(|g| g.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// What is wrong with a pasted code.
type Reader = Box<dyn Fn(&str) -> Option<CodeError>>;

/// Both codes with the reader that belongs to them.
fn samples() -> [(String, Reader); 2] {
    let invitation = invitation();
    let answer = result(&invitation).encode(&invitation);
    [
        (invitation.encode(), Box::new(|code| Invitation::decode(code).err())),
        (answer, Box::new(move |code| WalkResult::decode(code, &invitation).err())),
    ]
}

#[test]
fn an_invitation_is_short_enough_to_read_aloud() {
    for profile in catalog::profiles() {
        let all: Vec<ServiceId> = doors::selectable(profile).map(|s| s.id.clone()).collect();
        let order = InviteOrder { services: all, ..order(&profile.id.0) };
        let invitation = Invitation::new(&order, now(), [0xFF; 10], Some(Fingerprint(1))).unwrap();
        let code = invitation.encode();
        assert!((48..=60).contains(&letters(&code).len()), "{}: {code}", profile.id);
        assert_eq!(Invitation::decode(&code).unwrap(), invitation);
        assert!(!code.contains(['I', 'L', 'O', 'U', '\n']));
    }
}

/// What an office with an unusual voice range asks, and what every other one asks as before.
#[test]
fn only_a_voice_range_of_its_own_makes_a_code_longer() {
    let with = |range: (u16, u16)| {
        let order = InviteOrder { voice_ports: Some(PortRange::from(range)), ..order("freepbx") };
        Invitation::new(&order, now(), [1, 2, 3, 4, 5, 6, 7, 8, 9, 0xAA], Some(Fingerprint(0xBEEF))).unwrap()
    };
    let usual = invitation();
    // The usual range, no range at all, and one where nobody's voice is: nothing to name.
    for range in [(10_000, 20_000), (30_000, 30_000), (22, 5060)] {
        assert_eq!(with(range).encode(), usual.encode(), "{range:?}");
    }
    assert_eq!(usual.encode(), KEPT, "a code that an earlier program made");
    let own = with((30_000, 30_099));
    let code = own.encode();
    assert!(letters(&code).len() <= 72 && letters(&code).len() > letters(KEPT).len(), "{code}");
    let read = Invitation::decode(&code).unwrap();
    assert_eq!((read.voice_ports, &read), (Some(PortRange::from((30_000, 30_099))), &own));
    // The range is under the seal: an answer to the one is none to the other.
    let answer = result(&own).encode(&own);
    assert!(WalkResult::decode(&answer, &own).is_ok());
    assert_eq!(WalkResult::decode(&answer, &usual), Err(CodeError::Foreign));
    // Nobody asks for voices without the voice row, and fax is no voice of calls.
    let asked = |services: &[&str]| {
        let services = services.iter().map(|s| ServiceId((*s).into())).collect();
        let order = InviteOrder { services, voice_ports: Some(PortRange::from((30_000, 30_099))), ..order("freepbx") };
        Invitation::new(&order, now(), [0; 10], None).unwrap()
    };
    assert_eq!(asked(&["sip-udp"]).voice_ports, None);
    assert_eq!(asked(&["sip-udp", "t38"]).voice_ports, None);
    let both = asked(&["sip-udp", "rtp", "t38"]);
    let read = Invitation::decode(&both.encode()).unwrap();
    let ranges: Vec<(String, PortRange)> = read.voices().map(|(row, ports)| (row.id.0.clone(), ports)).collect();
    let own = |row: &str, range: (u16, u16)| (row.to_owned(), PortRange::from(range));
    assert_eq!(ranges, [own("rtp", (30_000, 30_099)), own("t38", (4_000, 4_999))]);
}

#[test]
fn a_code_is_read_out_of_its_link_as_browsers_and_mail_programs_write_it() {
    let invitation = invitation();
    let code = invitation.encode();
    let link = invitation::link(&code);
    assert!(invitation::is_link(&link) && !invitation::is_link(&code) && !invitation::is_link("separate-entrance"));
    // RFC 3986: a link of these signs alone needs no escapes. All capitals fit the short form of a QR picture.
    assert!(link.chars().all(|c| c.is_ascii_alphanumeric() || "-:".contains(c)), "{link}");
    for pasted in [
        link.clone(),
        link.to_ascii_uppercase(),
        format!("separate-entrance://{code}/"),
        format!("Please click: <{link}>\r\n\r\nBest, Maria"),
        format!("%22{link}"),
    ] {
        assert_eq!(Invitation::decode(&pasted), Ok(invitation.clone()), "{pasted}");
    }
    // The words before it are never taken for the code, and what is wrong with it is named as ever.
    let first = if code.starts_with('0') { "1" } else { "0" };
    let wrong = Invitation::decode(&format!("separate-entrance:{first}{}", &code[1..]));
    assert!(matches!(wrong, Err(CodeError::Mistyped { group: 1, .. })), "{wrong:?}");
    assert_eq!(Invitation::decode("separate-entrance:"), Err(CodeError::NotACode));
    let cut = Invitation::decode(&link[..link.len() - 7]);
    assert_eq!(cut, Err(CodeError::Cut { missing: 6 }));
}

#[test]
fn a_click_on_a_link_is_registered_with_the_scheme_that_links_have() {
    let scheme = invitation::link("").trim_end_matches(':').to_owned();
    let desktop = include_str!("../../assets/separate-entrance.desktop");
    assert!(
        desktop.contains(&format!("MimeType=x-scheme-handler/{scheme};"))
            && desktop.contains("Exec=separate-entrance %u")
    );
    // After the two dashes nothing that a link carries can be an option.
    let installer = include_str!("../../wix/main.wxs");
    assert!(installer.contains(&format!(r"Key='Software\Classes\{scheme}'")) && installer.contains(r#"exe" -- "%1"'"#));
}

#[test]
fn every_single_wrong_letter_is_caught_and_its_group_named() {
    for (code, error) in samples() {
        let right = letters(&code);
        for place in 0..right.len() {
            for wrong in ALPHABET.chars().filter(|c| *c != right[place]) {
                let mut typed = right.clone();
                typed[place] = wrong;
                match error(&grouped(&typed)) {
                    Some(CodeError::Mistyped { group, text }) => {
                        assert_eq!(group, place / 6 + 1);
                        assert!(text.contains(wrong));
                    }
                    other => panic!("{wrong} at {place}: {other:?}"),
                }
            }
        }
    }
}

#[test]
fn every_swap_of_neighbours_is_caught_and_its_group_named() {
    for (code, error) in samples() {
        let right = letters(&code);
        for place in (0..right.len() - 1).filter(|p| right[*p] != right[p + 1]) {
            let mut typed = right.clone();
            typed.swap(place, place + 1);
            match error(&grouped(&typed)) {
                Some(CodeError::Mistyped { group, .. }) => assert_eq!(group, place / 6 + 1),
                other => panic!("swap at {place}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_cut_code_says_how_many_letters_are_missing() {
    for (code, error) in samples() {
        let right = letters(&code);
        for left in 0..right.len() {
            let expected = if left < 2 { CodeError::NotACode } else { CodeError::Cut { missing: right.len() - left } };
            assert_eq!(error(&grouped(&right[..left])), Some(expected), "{left} letters left");
        }
    }
}

#[test]
fn however_it_is_pasted_it_is_read() {
    let invitation = invitation();
    let code = invitation.encode();
    let lookalikes: String = code
        .chars()
        .map(|c| match c {
            '0' => 'o',
            '1' => 'l',
            'V' => 'u',
            other => other.to_ascii_lowercase(),
        })
        .collect();
    for pasted in [
        code.to_lowercase(),
        code.replace('-', " "),
        code.replace('-', ""),
        code.replace('-', "\r\n"),
        format!("\u{201c}{code}\u{201d}"),
        format!("> > {}", code.replace('-', "-\r\n> > ")),
        format!("  <{}>\t", code.replace('-', "\u{2013}")),
        format!("Here is the code: {code}\n\nBest, Maria"),
        lookalikes.clone(),
        lookalikes.replace('l', "I"),
    ] {
        assert_eq!(Invitation::decode(&pasted).as_ref(), Ok(&invitation), "{pasted}");
    }
}

#[test]
fn the_other_code_is_not_taken_for_this_one() {
    let invitation = invitation();
    let answer = result(&invitation).encode(&invitation);
    let problem = Problem::from(Invitation::decode(&answer).unwrap_err());
    assert_eq!((problem.code.as_str(), problem.args["found"].as_str()), ("code-wrong-kind", "result"));
    let problem = Problem::from(WalkResult::decode(&invitation.encode(), &invitation).unwrap_err());
    assert_eq!((problem.code.as_str(), problem.args["found"].as_str()), ("code-wrong-kind", "invitation"));
    assert!(which_run(&invitation.encode()).is_err());
}

#[test]
fn a_result_of_another_invitation_is_foreign() {
    let ours = invitation();
    let theirs = Invitation { secret: [9; 10], ..ours.clone() };
    let elsewhere = Invitation { address: "11.22.33.3".parse().unwrap(), ..ours.clone() };
    let answer = result(&ours).encode(&ours);
    assert_eq!(WalkResult::decode(&answer, &theirs), Err(CodeError::Foreign));
    assert_eq!(WalkResult::decode(&answer, &elsewhere), Err(CodeError::Foreign));
    assert_eq!(which_run(&answer), Ok(ours.run_tag()));
    assert_ne!(ours.run_tag(), theirs.run_tag());
}

/// Writes a code again after its content was changed, with check letters and checksum that fit: what somebody could
/// do who knows the form but not the secret.
fn forged(code: &str, bit: usize) -> String {
    use sha2::{Digest as _, Sha256};
    let double = |e: u8| if e & 16 == 0 { e << 1 } else { ((e << 1) ^ 0b10_0101) & 31 };
    let symbols: Vec<u8> = letters(code).iter().map(|c| ALPHABET.find(*c).unwrap() as u8).collect();
    let data = symbols.chunks(6).flat_map(|g| g[..5].to_vec());
    let mut bits: Vec<bool> = data.flat_map(|s| (0..5).rev().map(move |i| s >> i & 1 == 1)).collect();
    bits[bit] = !bits[bit];
    let content = bits.len() - 16;
    let byte = |b: &[bool]| b.iter().enumerate().fold(0_u8, |v, (i, bit)| v | u8::from(*bit) << (7 - i));
    let digest = Sha256::digest(bits[..content].chunks(8).map(byte).collect::<Vec<u8>>());
    for i in 0..16 {
        bits[content + i] = digest[i / 8] >> (7 - i % 8) & 1 == 1;
    }
    let mut written = Vec::new();
    for (position, group) in bits.chunks(25).enumerate() {
        let data: Vec<u8> = group.chunks(5).map(|b| b.iter().fold(0, |v, bit| v << 1 | u8::from(*bit))).collect();
        let sum = data.iter().rev().fold(0, |sum, d| double(sum ^ d));
        for symbol in data.iter().copied().chain([sum ^ (position % 31 + 1) as u8]) {
            written.push(ALPHABET.chars().nth(usize::from(symbol)).unwrap());
        }
    }
    grouped(&written)
}

#[test]
fn a_result_with_any_bit_changed_is_refused_even_with_fitting_letters() {
    let invitation = invitation();
    let answer = result(&invitation).encode(&invitation);
    let bits = letters(&answer).len() / 6 * 25;
    // Nine bits of form and sixteen of the run tag come first, sixteen of checksum last.
    for bit in 25..bits - 16 {
        let forged = forged(&answer, bit);
        assert_eq!(WalkResult::decode(&forged, &invitation), Err(CodeError::Changed), "bit {bit}");
    }
    for bit in 9..25 {
        assert_eq!(WalkResult::decode(&forged(&answer, bit), &invitation), Err(CodeError::Foreign), "bit {bit}");
    }
}

#[test]
fn a_result_tells_of_the_voice_and_the_office_rebuilds_it() {
    let invitation = invitation();
    assert!(invitation.services.iter().any(|s| s.0 == "rtp"), "{:?}", invitation.services);
    let answer = result_with_voice(&invitation);
    let code = answer.encode(&invitation);
    let read = WalkResult::decode(&code, &invitation).unwrap();
    assert_eq!(read, answer);
    let evidence = read.evidence(&invitation);
    let voice = evidence.iter().find(|e| e.probe == ProbeKind::Rtp).unwrap();
    assert_eq!((voice.outcome, voice.target.port(), voice.asker), (Outcome::Silent, 10_000, read.address));
    // Without a word of the voice the code is the one that every program reads, and shorter.
    let plain = result(&invitation).encode(&invitation);
    assert!(letters(&plain).len() < letters(&code).len());
    assert_eq!(WalkResult::decode(&plain, &invitation).unwrap().voice, []);
}

#[test]
fn a_word_of_the_voice_cannot_be_cut_off_or_put_on() {
    let invitation = invitation();
    // The first symbol holds the form: turned from one into the other, with letters and checksum left as they are.
    for code in [result(&invitation).encode(&invitation), result_with_voice(&invitation).encode(&invitation)] {
        for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().filter(|c| !code.starts_with(*c)) {
            let changed = format!("{other}{}", &code[1..]);
            assert!(WalkResult::decode(&changed, &invitation).is_err(), "{changed}");
        }
    }
}

#[test]
fn another_programs_catalogue_or_form_is_another_version() {
    let code = invitation().encode();
    assert_eq!(Invitation::decode(&forged(&code, 0)), Err(CodeError::OtherVersion), "another form");
    assert_eq!(Invitation::decode(&forged(&code, 24)), Err(CodeError::OtherVersion), "an unknown phone system");
    assert_eq!(Invitation::decode(&forged(&code, 30)), Err(CodeError::OtherVersion), "other rows");
}

#[test]
fn an_invitation_is_good_for_its_time_and_once() {
    let invitation = invitation();
    assert_eq!(invitation.expires, "2026-11-24T08:40:00Z".parse::<Timestamp>().unwrap());
    assert_eq!(invitation.still_good(invitation.expires, Use::Fresh), Ok(()));
    let late = invitation.expires + SignedDuration::from_secs(1);
    let since = invitation.expires;
    assert_eq!(invitation.still_good(late, Use::Fresh), Err(CodeError::Expired { since }));
    assert_eq!(Problem::from(CodeError::Expired { since }).args["since"], "2026-11-24 08:40 UTC");
    assert_eq!(invitation.still_good(now(), Use::Used), Err(CodeError::Used));
    let step = InviteOrder { walker: Walker::StepOutside, ..order("freepbx") };
    let step = Invitation::new(&step, now(), [0; 10], None).unwrap();
    assert_eq!(step.expires, "2026-11-23T09:40:00Z".parse::<Timestamp>().unwrap());
}

#[test]
fn what_cannot_be_asked_of_a_walker_is_said() {
    let refused = |order: InviteOrder| Invitation::new(&order, now(), [0; 10], None).unwrap_err().code;
    let six = InviteOrder { address: "2a02::1".parse().unwrap(), ..order("freepbx") };
    assert_eq!(refused(six), "invite-needs-ipv4");
    assert_eq!(refused(order("no-such-system")), "unknown-phone-system");
    let voice = InviteOrder { services: vec![ServiceId("rtp".into())], ..order("freepbx") };
    assert_eq!(refused(voice), "invite-nothing-to-knock");
}

#[test]
fn the_reader_sees_every_door_before_agreeing() {
    let view = invitation().view();
    assert_eq!(view.address, "11.22.33.2".parse::<IpAddr>().unwrap());
    assert_eq!(view.services[..2], ["sip-udp", "sip-tls"].map(|s| ServiceId(s.into())));
    assert!(view.services.contains(&ServiceId("ssh".into())));
    assert!(!view.services.contains(&ServiceId("rtp".into())), "voice is not knocked");
    assert_eq!(invitation().first_service(), Some(ServiceId("sip-udp".into())));
}

#[test]
fn the_office_reads_the_walk_as_evidence() {
    let invitation = invitation();
    let answer = result(&invitation);
    let evidence = answer.evidence(&invitation);
    assert_eq!(evidence[0].target, "11.22.33.2:5060".parse().unwrap());
    assert_eq!(evidence[0].outcome, Outcome::Answered);
    assert_eq!(evidence[0].fingerprint, Some(Fingerprint(0xBEEF)));
    assert!(evidence.iter().all(|e| e.asker == answer.address));
    assert_eq!(answer.report(&invitation).street, Street::Other);
    let inside = WalkResult { address: Some(invitation.address), ..answer };
    assert_eq!(inside.report(&invitation).street, Street::Same);
}

fn any_outcome() -> impl Strategy<Value = Outcome> {
    prop::sample::select(vec![
        Outcome::Answered,
        Outcome::Refused,
        Outcome::Silent,
        Outcome::Unreachable,
        Outcome::Failed,
        Outcome::NotChecked,
    ])
}

fn any_invitation() -> impl Strategy<Value = Invitation> {
    let profile = prop::sample::select(catalog::profiles().iter().collect::<Vec<_>>());
    let walker = prop::sample::select(vec![Walker::Colleague, Walker::StepOutside]);
    let rest = (any::<[u8; 4]>(), any::<u64>(), 0..400_000_i64, walker, any::<[u8; 10]>(), any::<Option<u16>>());
    let voice = prop::option::of((1024..u16::MAX, 1..=u16::MAX));
    (profile, rest, voice).prop_map(|(profile, (address, mask, steps, walker, secret, fingerprint), voice)| {
        let voice_ports = voice.map(|(first, more)| PortRange::from((first, first.saturating_add(more))));
        let chosen = doors::selectable(profile).enumerate().filter(|(i, _)| mask >> i & 1 == 1);
        Invitation {
            address: IpAddr::from(address),
            profile: profile.id.clone(),
            services: chosen.map(|(_, s)| s.id.clone()).collect(),
            expires: Timestamp::from_second(1_767_225_600 + steps * 600).unwrap(),
            walker,
            secret,
            first_fingerprint: fingerprint.map(Fingerprint),
            voice_ports,
        }
    })
}

proptest! {
    #[test]
    fn invitations_come_back_as_they_went(invitation in any_invitation()) {
        prop_assert_eq!(Invitation::decode(&invitation.encode()), Ok(invitation));
    }

    #[test]
    fn results_come_back_as_they_went(
        invitation in any_invitation(),
        outcomes in prop::collection::vec((any_outcome(), any::<Option<u16>>()), 64),
        secs in 0..4_000_000_000_i64,
        address in any::<Option<[u8; 4]>>(),
        street_lies in any::<bool>(),
        trouble in prop::sample::select(vec![None, Some("no-way-out"), Some("limit"), Some("time")]),
    ) {
        let profile = catalog::profile(&invitation.profile).unwrap();
        let rows = doors::rows(profile, &invitation.services);
        let doors = rows.into_iter().zip(outcomes).map(|(row, (outcome, fingerprint))| Door {
            service: row.id.clone(),
            outcome,
            fingerprint: fingerprint.map(Fingerprint).filter(|_| outcome == Outcome::Answered),
        });
        let result = WalkResult {
            at: Timestamp::from_second(1_767_225_600 + secs).unwrap(),
            address: address.map(IpAddr::from),
            street_lies,
            trouble: trouble.map(str::to_owned),
            doors: doors.collect(),
            voice: Vec::new(),
        };
        let code = result.encode(&invitation);
        prop_assert_eq!(which_run(&code), Ok(invitation.run_tag()));
        prop_assert_eq!(WalkResult::decode(&code, &invitation), Ok(result));
    }

    #[test]
    fn no_text_panics(text in "\\PC{0,200}", code in "[0-9A-Za-z \\-\n>]{0,400}") {
        let invitation = invitation();
        for text in [text, code] {
            let _ = Invitation::decode(&text);
            prop_assert!(WalkResult::decode(&text, &invitation).is_err());
        }
    }

    #[test]
    fn several_wrong_letters_never_pass(places in prop::collection::vec((0_usize..54, 0_usize..32), 1..8)) {
        let right = letters(&invitation().encode());
        let mut typed = right.clone();
        for (place, letter) in places {
            let last = typed.len() - 1;
            typed[place.min(last)] = ALPHABET.chars().nth(letter).unwrap();
        }
        prop_assume!(typed != right);
        prop_assert!(Invitation::decode(&grouped(&typed)).is_err());
    }
}

mod walks {
    //! Whole walks through real sockets on loopback, to an office that the test plays.

    use std::net::SocketAddr;

    use separate_entrance::domain::limits::Ledger;
    use separate_entrance::domain::probe::{PracticeStreet, Route, Surroundings};
    use separate_entrance::domain::service::Transport;
    use separate_entrance::helper::walk::walk;
    use separate_entrance::net;
    use tokio::io::AsyncWriteExt as _;
    use tokio::net::{TcpListener, UdpSocket};

    use super::*;

    const OFFICE: &str = "203.0.113.7";
    const WALKER: &str = "198.51.100.9";

    /// A phone system's SIP port and SSH port, and a street on which nothing else is.
    struct Played {
        surroundings: Surroundings,
        ssh: TcpListener,
        sip: tokio::task::JoinHandle<()>,
    }

    impl Played {
        /// Whoever knocks on the SSH port. A walk ends within 20 seconds, so nobody comes later.
        async fn ssh_caller(&self) -> tokio::net::TcpStream {
            let caller = tokio::time::timeout(std::time::Duration::from_secs(20), self.ssh.accept()).await;
            caller.expect("nobody knocked on the SSH port").unwrap().0
        }
    }

    impl Drop for Played {
        fn drop(&mut self) {
            self.sip.abort();
        }
    }

    async fn played() -> Played {
        let sip = UdpSocket::bind("127.0.0.1:0").await.unwrap();
        let ssh = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let route = |transport, port: u16, real| Route {
            transport,
            story: SocketAddr::new(OFFICE.parse().unwrap(), port),
            real,
        };
        let routes = vec![
            route(Transport::Udp, 5060, sip.local_addr().unwrap()),
            route(Transport::Tcp, 22, ssh.local_addr().unwrap()),
        ];
        let street = PracticeStreet {
            adapters: Vec::new(),
            ssdp: "127.0.0.1:1".parse().unwrap(),
            routes,
            walker: WALKER.parse().unwrap(),
            turns_down: false,
            witness: None,
        };
        let surroundings =
            Surroundings { practice: Some(street), allowed_targets: vec![OFFICE.parse().unwrap()], nat64: None };
        let sip = tokio::spawn(async move {
            let mut buffer = [0; 2000];
            while let Ok((length, from)) = sip.recv_from(&mut buffer).await {
                let request = String::from_utf8_lossy(&buffer[..length]).into_owned();
                let _ = sip.send_to(answer(&request).as_bytes(), from).await;
            }
        });
        Played { surroundings, ssh, sip }
    }

    /// 200 to any request, with the sender's address as the story knows it.
    fn answer(request: &str) -> String {
        let header = |name: &str| {
            let line = request.lines().find(|l| l.to_ascii_lowercase().starts_with(&format!("{name}:")));
            line.map(|l| l.split_once(':').unwrap().1.trim().to_owned()).unwrap_or_default()
        };
        format!(
            "SIP/2.0 200 OK\r\nVia: {};received={WALKER}\r\nFrom: {}\r\nTo: {};tag=t\r\nCall-ID: {}\r\nCSeq: {}\r\n\
             Server: FPBX-16\r\nContent-Length: 0\r\n\r\n",
            header("via"),
            header("from"),
            header("to"),
            header("call-id"),
            header("cseq"),
        )
    }

    fn asked(fingerprint: Option<Fingerprint>) -> Invitation {
        let order = InviteOrder { address: OFFICE.parse().unwrap(), ..order("freepbx") };
        Invitation::new(&order, now(), [3; 10], fingerprint).unwrap()
    }

    async fn walked(office: &Played, invitation: &Invitation, ledger: &mut Ledger) -> Result<WalkResult, Problem> {
        let mut last = 0;
        let mut on = |done: u32, total: u32, _: &ServiceId| {
            assert!(done >= last && done <= total);
            last = done;
        };
        let from = net::From::default();
        let walked = walk(invitation, now(), &from, &office.surroundings, &[], &mut on, ledger).await;
        walked.map(|(result, _)| result)
    }

    fn outcome(result: &WalkResult, row: &str) -> Outcome {
        result.doors.iter().find(|d| d.service.0 == row).unwrap().outcome
    }

    #[tokio::test]
    async fn a_colleague_walks_and_the_office_believes_the_code() {
        let office = played().await;
        let invitation = asked(None);
        let read = Invitation::decode(&invitation.encode()).unwrap();
        let mut ledger = Ledger::default();
        let (result, ()) = tokio::join!(walked(&office, &read, &mut ledger), async {
            let mut stream = office.ssh_caller().await;
            stream.write_all(b"SSH-2.0-OpenSSH_9.2\r\n").await.unwrap();
        });
        let result = result.unwrap();
        assert_eq!(outcome(&result, "sip-udp"), Outcome::Answered);
        assert_eq!(outcome(&result, "ssh"), Outcome::Answered);
        assert_ne!(outcome(&result, "mysql"), Outcome::Answered);
        assert_eq!(outcome(&result, "rtp"), Outcome::NotChecked);
        assert!(!result.street_lies);
        assert_eq!(result.address, Some(WALKER.parse().unwrap()));
        let code = result.encode(&read);
        assert_eq!(WalkResult::decode(&code, &invitation), Ok(result));
        assert!((2..=3).contains(&ledger.room(invitation.address, now())), "one message, two at most");
    }

    #[tokio::test]
    async fn where_another_machine_answers_nothing_else_is_knocked() {
        let office = played().await;
        let (any, mut ledger) = (asked(None), Ledger::default());
        let (real, ()) = tokio::join!(walked(&office, &any, &mut ledger), async {
            drop(office.ssh_caller().await);
        });
        let seen = real.unwrap().doors[0].fingerprint.unwrap();
        let other = asked(Some(Fingerprint(seen.0 ^ 1)));
        let result = walked(&office, &other, &mut Ledger::default()).await.unwrap();
        assert_eq!(outcome(&result, "sip-udp"), Outcome::Answered);
        assert_eq!(outcome(&result, "ssh"), Outcome::NotChecked);
        // The SSH port would have had a caller by now: the walk is over.
        let waiting = std::future::poll_fn(|c| std::task::Poll::Ready(office.ssh.poll_accept(c).is_ready())).await;
        assert!(!waiting);
        let (right, mut ledger) = (asked(Some(seen)), Ledger::default());
        let (result, ()) = tokio::join!(walked(&office, &right, &mut ledger), async {
            drop(office.ssh_caller().await);
        });
        assert_ne!(outcome(&result.unwrap(), "ssh"), Outcome::NotChecked);
    }

    #[tokio::test]
    async fn an_office_that_is_no_street_address_is_refused_before_anything_is_sent() {
        let mut office = played().await;
        let allowed = std::mem::take(&mut office.surroundings.allowed_targets);
        let problem = walked(&office, &asked(None), &mut Ledger::default()).await.unwrap_err();
        assert_eq!(problem.code, "walk-refused-address");
        office.surroundings.allowed_targets = allowed;
        let late = Invitation { expires: now() - SignedDuration::from_secs(1), ..asked(None) };
        assert_eq!(walked(&office, &late, &mut Ledger::default()).await.unwrap_err().code, "code-expired");
    }
}

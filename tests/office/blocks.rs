//! Blocks that whole boxes printed, and what is read out of each.

use std::collections::BTreeMap;

use jiff::Timestamp;
use separate_entrance::domain::inside::{Extension, How, Inside, Setting, SipPort, read};

fn ports(inside: &Inside) -> Vec<String> {
    let one = |p: &SipPort| {
        let tls = if p.tls { " tls" } else { "" };
        let bound = match p.bound {
            None => "",
            Some(true) => " bound",
            Some(false) => " free",
        };
        format!("{} {}{tls}{bound}", p.transport.name(), p.port)
    };
    inside.sip.iter().map(one).collect()
}

/// A block of a whole box, and what is read out of it: ports, addresses, voice range, phones, and what strangers may do.
#[test]
fn every_real_block_is_read_as_its_box_says() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/inside/blocks");
    let mut told: BTreeMap<String, String> = BTreeMap::new();
    for file in std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path()) {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let read = read(&text, How::Pasted, Timestamp::from_second(1_795_962_500).unwrap())
            .unwrap_or_else(|p| panic!("{name}: {p:?}"));
        told.insert(name, summary(&read));
    }
    for (name, expected) in [
        (
            "asterisk-16-chan-sip",
            "files | UDP 5060 bound, TCP 5060 bound | 198.51.100.7 | 192.168.1.0/255.255.255.0 | 10000-10199 | 7001:1:0 7002:0:4",
        ),
        (
            "asterisk-16-pjsip",
            "files | UDP 5060 bound, TCP 5060 bound | 11.22.33.2 11.22.33.2 | 192.168.77.0/24 | 10000-20000 | 6001:1:1",
        ),
        (
            "freepbx-15",
            "freepbx | UDP 5160 bound, TCP 5161 tls bound | 203.0.113.5 203.0.113.5 | 192.168.1.0/24 10.8.0.0/24 172.16.0.0/12 | 10000-12000 | 100:1:0 101:0:4 104:0:0 desk-eva:1:0 102:1:0 |",
        ),
        (
            "freeswitch-1.10",
            "files | UDP 5080 bound, TCP 5080 free, UDP 5060 bound, TCP 5060 bound | 203.0.113.5 203.0.113.5 203.0.113.5 203.0.113.5 |  | 20000-20999 | 1000:1:1 1001:1:1",
        ),
        ("fusionpbx-5", "fusionpbx | UDP 5060, TCP 5060 | 198.51.100.7 198.51.100.7 |  | 16384-32768 |"),
        ("issabel-4", "issabel | UDP 5060 bound | office.example | 192.168.10.0/24 | 10000-20000 |"),
        (
            "trixbox-2",
            "trixbox | UDP 5060 bound | 203.0.113.5 | 192.168.1.0/255.255.255.0 10.8.0.0/255.255.255.0 | 10001-10100 | 100:1:0 101:0:4",
        ),
    ] {
        assert!(told[name].starts_with(expected), "{name}: {told:#?}");
    }
    assert!(told.len() >= 10, "{}", told.len());
    assert!(
        told["asterisk-moved"].contains("elsewhere: accounts dial-plan files voicemail |"),
        "{}",
        told["asterisk-moved"]
    );
    assert!(told["freeswitch-curl"].contains("elsewhere: accounts dial-plan files |"), "{}", told["freeswitch-curl"]);
    assert!(told["fusionpbx-5"].contains("elsewhere: accounts dial-plan |"), "{}", told["fusionpbx-5"]);
    assert!(told["trixbox-2"].ends_with("guests 1 leaks 1 out 3 abroad 4 bans 4"), "{}", told["trixbox-2"]);
    assert!(told["asterisk-moved"].contains("office.example"), "{}", told["asterisk-moved"]);
}

fn summary(read: &Inside) -> String {
    let list = |settings: &[Setting]| settings.iter().map(|s| s.value.clone()).collect::<Vec<_>>().join(" ");
    let phone = |e: &Extension| {
        let contacts = e.contacts.as_ref().map_or_else(|| "?".to_owned(), |c| c.len().to_string());
        format!("{}:{contacts}:{}", e.name, e.lacks.len())
    };
    let phones: Vec<String> = read.extensions.iter().map(phone).collect();
    let voice = read.voice.as_ref().map_or_else(String::new, |v| v.ports.to_string());
    let strangers = format!("guests {} leaks {}", read.guests.len(), read.name_leaks.len());
    let mut elsewhere: Vec<&str> =
        read.unread.iter().filter(|u| u.why == "elsewhere").map(|u| u.part.as_str()).collect();
    elsewhere.dedup();
    let elsewhere = elsewhere.join(" ");
    format!(
        "{} | {} | {} | {} | {voice} | {} | elsewhere: {elsewhere} | {strangers} out {} abroad {} bans {}",
        read.product.id(),
        ports(read).join(", "),
        list(&read.outside),
        list(&read.local),
        phones.join(" "),
        read.call_out.len(),
        read.abroad.len(),
        read.bans.len()
    )
}

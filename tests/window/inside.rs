//! The look inside the phone system: the block is copied, its answer is pasted and read, and what it says is shown with
//! lamps before it counts.

use egui_kittest::kittest::Queryable as _;
use separate_entrance::domain::inside::block::MOST_BYTES;
use separate_entrance::domain::inside::{
    Ban, BannedBy, Contact, Driver, Engine, Extension, How, Inside, Listening, NatSetting, Place, Product, SCRIPT,
    Setting, SipPort, Unread, VoiceRange,
};
use separate_entrance::domain::message::{Command, Event, Problem};
use separate_entrance::domain::office::Answers;
use separate_entrance::domain::service::{PortRange, Transport};
use separate_entrance::wizard::{Action, LookInside, Step};

use crate::screens::{Named, walked};
use crate::sitting::{Screen, Sitting, answers, at, copies, is_restless, open, press, said, word};

const SIZE: [f32; 2] = [1100.0, 1100.0];

fn place(file: &str, line: u32, section: &str, key: &str) -> Place {
    Place { file: file.to_owned(), line, section: section.to_owned(), key: key.to_owned() }
}

fn set(file: &str, line: u32, key: &str, value: &str) -> Setting {
    Setting { place: place(file, line, "general", key), value: value.to_owned(), written: None }
}

fn phone(name: &str, contacts: Option<Vec<Contact>>) -> Extension {
    let lacks = vec![(NatSetting::Qualify, set("/etc/asterisk/pjsip.conf", 41, "qualify_frequency", "0"))];
    Extension { name: name.to_owned(), driver: Driver::PjSip, lacks, contacts, keep_alive_secs: None }
}

fn contact(address: &str, answers: Option<bool>) -> Contact {
    Contact { address: address.parse().unwrap(), port: 5060, answers, expires_secs: Some(600), round_trip_ms: Some(23) }
}

/// What a phone system with an old address in it says.
pub fn says() -> Inside {
    let file = "/etc/asterisk/sip_general_custom.conf";
    Inside {
        how: How::Pasted,
        at: at(),
        taken_at: at(),
        engine: Engine::Asterisk,
        version: Some("16.28.0".to_owned()),
        product: Product::FreePbx,
        addresses: vec!["192.168.77.20/24".parse().unwrap()],
        outside: vec![set(file, 12, "externip", "198.51.100.9")],
        names: std::collections::BTreeMap::new(),
        neighbours: Vec::new(),
        local: vec![set(file, 14, "localnet", "192.168.77.0/24")],
        sip: vec![SipPort {
            driver: Driver::PjSip,
            transport: Transport::Udp,
            tls: false,
            port: 5060,
            place: place("/etc/asterisk/pjsip.conf", 3, "transport-udp", "bind"),
            host: Some("0.0.0.0".to_owned()),
            bound: Some(true),
        }],
        voice: Some(VoiceRange {
            ports: PortRange { first: 10000, last: 20000 },
            first: place("/etc/asterisk/rtp.conf", 2, "general", "rtpstart"),
            last: place("/etc/asterisk/rtp.conf", 3, "general", "rtpend"),
            written: None,
        }),
        extensions: vec![
            phone("201", Some(vec![contact("192.168.77.31", Some(true))])),
            phone("202", Some(vec![contact("203.0.113.60", Some(true))])),
            phone("203", Some(vec![contact("203.0.113.90", Some(false))])),
            phone("204", Some(Vec::new())),
        ],
        bans: vec![Ban {
            network: "198.51.100.77".parse().unwrap(),
            by: "fail2ban".to_owned(),
            list: "asterisk-iptables".to_owned(),
            kept: BannedBy::Rule,
            table: String::new(),
        }],
        guests: vec![set(file, 20, "allowguest", "yes")],
        name_leaks: Vec::new(),
        call_out: Vec::new(),
        abroad: Vec::new(),
        listening: vec![Listening {
            transport: Transport::Tcp,
            address: "0.0.0.0".parse().unwrap(),
            port: 22,
            program: Some("sshd".to_owned()),
        }],
        unread: vec![Unread { part: "dial-plan".to_owned(), why: "denied".to_owned() }],
    }
}

/// A block that no program reads in these tests: the engine is played.
pub fn block(lines: usize) -> String {
    let begin = "=== separate-entrance inside 1 begin ===\n";
    let filling = "set|/etc/asterisk/extensions_additional.conf|1|general|key|value\n".repeat(lines);
    format!("{begin}{filling}=== separate-entrance inside 1 end {lines} 1 ===\n")
}

/// How the played engine answers.
pub fn answer(command: &Command) -> Vec<Event> {
    if let Command::ReadInside { pasted } = command
        && !pasted.starts_with("===")
    {
        return vec![Event::Problem(Problem::new("paste-not-a-block"))];
    }
    vec![Event::Inside(Box::new(says()))]
}

fn asking() -> Sitting {
    let mut sitting = walked();
    sitting.act(Action::Home);
    sitting.act(Action::LookInside);
    sitting
}

fn read() -> Sitting {
    let mut sitting = asking();
    sitting.act(Action::ReadPaste(block(3)));
    sitting.play();
    sitting
}

/// Every screen of it, by name.
pub fn states() -> Vec<Named> {
    let mut first = Sitting::new(None);
    first.act(Action::LookInside);
    let mut practice = Sitting::new(None);
    practice.say(Event::Practice { scenario: "all-well".to_owned(), answers: Box::new(answers()), before: None });
    practice.act(Action::LookInside);
    let mut reading = asking();
    reading.act(Action::ReadPaste(block(3)));
    let mut bad = asking();
    bad.act(Action::ReadPaste("root@pbx:~#".to_owned()));
    bad.play();
    let mut used = Sitting::new(Some(answers()));
    used.act(Action::LookInside);
    used.act(Action::ReadPaste(block(3)));
    used.play();
    used.act(Action::UseInside);
    let mut results = read();
    results.act(Action::UseInside);
    vec![
        ("inside, ask", asking()),
        ("inside, nothing known", first),
        ("inside, in a practice office", practice),
        ("inside, reading", reading),
        ("inside, a bad paste", bad),
        ("inside, what it says", read()),
        ("inside, used", used),
        ("results, with a look inside", results),
    ]
}

fn paste(screen: &mut Screen, text: &str) {
    screen.event(egui::Event::Paste(text.to_owned()));
    screen.run();
}

fn step(screen: &Screen) -> &Step {
    screen.state().step()
}

#[test]
fn the_block_is_copied_and_its_answer_read_and_used_by_the_buttons() {
    let mut screen = open(asking(), SIZE, egui::Theme::Light);
    assert_eq!(copies(&mut screen, &word("window-inside-copy")), SCRIPT);
    assert!(said(&screen).contains(&word("window-copied")));
    // The keyboard may be anywhere: a paste is the answer.
    paste(&mut screen, &block(900));
    let shown = said(&screen);
    assert!(shown.iter().any(|s| s.contains("902")), "{shown:?}");
    press(&mut screen, &word("window-inside-read"));
    let Some((_, Command::ReadInside { pasted })) = screen.state().orders.last() else {
        panic!("{:?}", screen.state().orders)
    };
    assert_eq!(*pasted, block(900), "whole and unchanged");
    screen.state_mut().play();
    screen.run();
    assert!(matches!(step(&screen), Step::Inside(LookInside::Read { .. })));
    let shown = said(&screen);
    for part in ["198.51.100.9", "203.0.113.7", "10000-20000", "192.168.77.0/24", "203.0.113.90", "198.51.100.77"] {
        assert!(shown.iter().any(|s| s.contains(part)), "{part}: {shown:?}");
    }
    assert!(shown.contains(&word("inside-guests-open")) && shown.contains(&word("inside-abroad-unread")), "{shown:?}");
    assert!(!is_restless(&screen));
    press(&mut screen, &word("window-inside-use"));
    assert!(matches!(step(&screen), Step::Results { report, .. } if report.inside.is_some()));
}

#[test]
fn a_paste_of_any_length_is_laid_out_in_a_few_short_lines() {
    let mut screen = open(asking(), SIZE, egui::Theme::Light);
    for huge in ["x".repeat(3 * MOST_BYTES), block(60_000), "\u{202e}\u{7}é\n".repeat(400_000)] {
        paste(&mut screen, &huge);
        let longest = said(&screen).iter().map(String::len).max().unwrap_or_default();
        assert!(longest < 1000, "a text of {longest} bytes is laid out");
        assert!(said(&screen).iter().all(|s| !s.contains(['\u{202e}', '\u{7}'])), "and nothing of it acts");
        press(&mut screen, &word("window-inside-read"));
        let Some((_, Command::ReadInside { pasted })) = screen.state().orders.last() else { panic!() };
        // What is too long still is when it is read, so that it is told by name.
        assert!((MOST_BYTES + 1..MOST_BYTES + 5).contains(&pasted.len()), "{}", pasted.len());
        screen.state_mut().act(Action::Back);
        screen.run();
    }
    press(&mut screen, &word("window-inside-clear"));
    let field = word("window-inside-field");
    assert!(screen.query_by_role_and_label(egui::Role::MultilineTextInput, &field).is_some(), "the box is there again");
}

#[test]
fn a_bad_paste_is_named_with_the_next_step_and_stays_to_be_looked_at() {
    let mut screen = open(asking(), SIZE, egui::Theme::Light);
    paste(&mut screen, "root@pbx:~# asterisk -r");
    press(&mut screen, &word("window-inside-read"));
    screen.state_mut().play();
    screen.run();
    let shown = said(&screen);
    for key in ["problem-paste-not-a-block", "problem-paste-not-a-block.action"] {
        assert!(shown.contains(&word(key)), "{key}: {shown:?}");
    }
    assert!(shown.iter().any(|s| s.contains("asterisk -r")), "what was pasted is still there: {shown:?}");
    assert_eq!(screen.state().window.wizard().case().inside, None);
}

#[test]
fn results_lead_there_where_sound_is_in_question_and_the_menu_always() {
    let mut sitting = walked();
    sitting.act(Action::Home);
    let screen = open(sitting, [1280.0, 2600.0], egui::Theme::Light);
    assert!(!said(&screen).contains(&word("window-look-inside.wanted")));
    let mut sitting = walked();
    let symptom = separate_entrance::domain::office::Symptom::NoSound;
    sitting.act(Action::Answer(Box::new(Answers { symptom, ..answers() })));
    sitting.act(Action::Home);
    let screen = open(sitting, [1280.0, 2600.0], egui::Theme::Light);
    assert!(said(&screen).contains(&word("window-look-inside.wanted")));
    let mut screen = open(Sitting::new(None), SIZE, egui::Theme::Light);
    screen.key_press(egui::Key::F10);
    screen.run();
    press(&mut screen, &word("window-look-inside"));
    assert_eq!(step(&screen), &Step::Inside(LookInside::Ask));
    screen.key_press(egui::Key::Escape);
    screen.run();
    assert_eq!(step(&screen), &Step::Welcome);
}

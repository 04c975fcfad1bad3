//! The witness as programs meet it: the script for old systems against the real walk, and the terminal command. The
//! script is run by the Perl of this machine, with and without the module that Perl 5.8 lacks.
#![cfg(unix)]

use std::io::{BufRead as _, BufReader, Read as _};
use std::net::{IpAddr, Ipv4Addr, UdpSocket};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use jiff::Timestamp;
use separate_entrance::domain::limits::Ledger;
use separate_entrance::domain::message::InviteOrder;
use separate_entrance::domain::probe::Surroundings;
use separate_entrance::domain::report::Walker;
use separate_entrance::domain::service::{PortRange, ProfileId, ServiceId};
use separate_entrance::domain::voice;
use separate_entrance::helper::invitation::Invitation;
use separate_entrance::helper::token::{LENGTH, Purpose, Token, VoiceKey};
use separate_entrance::helper::voice::{Errand, Swept, ask_voice, sweep};
use separate_entrance::helper::witness::hold;
use separate_entrance::helper::witness_script::script;
use separate_entrance::net::From;

const HERE: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

/// Perl as it is, and Perl as it was before 5.9.3.
const PERLS: [&str; 2] =
    ["do $ARGV[0]; die $@ if $@", "unshift @INC, sub { die if $_[1] eq 'Digest/SHA.pm' }; do $ARGV[0]; die $@ if $@"];

/// So many free ports in a row, away from those that the system gives out by itself. Each test looks elsewhere.
fn free_ports(count: u16, from: u16) -> PortRange {
    let fits = |first: &u16| hold(PortRange::from((*first, *first + count - 1))).unwrap().count() == usize::from(count);
    let first = (from..from + 4000).step_by(usize::from(count)).find(fits).expect("free ports in a row");
    PortRange::from((first, first + count - 1))
}

/// A witness at work; ended when dropped.
struct Standing {
    child: Child,
    said: BufReader<std::process::ChildStdout>,
    _folder: tempfile::TempDir,
}

impl Standing {
    fn script(perl: &str, ports: PortRange, key: &VoiceKey) -> (Self, String) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("witness.pl");
        std::fs::write(&file, script(ports, key, 5)).unwrap();
        let mut command = Command::new("perl");
        command.args(["-w", "-e", perl]).arg(&file);
        let mut child = command.stdout(Stdio::piped()).spawn().expect("perl is there");
        let mut said = BufReader::new(child.stdout.take().unwrap());
        let mut first = String::new();
        said.read_line(&mut first).unwrap();
        (Self { child, said, _folder: folder }, first)
    }

    /// Ends it as Ctrl-C does; gives what it said after its first line.
    fn end(mut self) -> String {
        assert!(Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap().success());
        let mut rest = String::new();
        self.said.read_to_string(&mut rest).unwrap();
        assert!(self.child.wait().unwrap().success());
        rest
    }
}

impl Drop for Standing {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

#[tokio::test]
async fn a_short_range_is_proved_by_the_script_under_either_perl() {
    let (key, service) = (VoiceKey::of_secret(&[1; 10]), ServiceId("rtp".to_owned()));
    let ports = free_ports(20, 20_000);
    for perl in PERLS {
        let (standing, first) = Standing::script(perl, ports, &key);
        assert_eq!(first, "Holding 20 of 20 ports for 5 minutes.\n");
        let errand = Errand { target: HERE, service: &service, ports, key: &key, now: now() };
        let walk = ask_voice(&errand, &From::default(), &Surroundings::default()).await.expect("a witness");
        assert_eq!((walk.asked.as_slice(), walk.missing_ports, walk.swept), ([ports].as_slice(), 0, true));
        // Another code's walker learns nothing.
        let stranger = VoiceKey::of_secret(&[2; 10]);
        let errand = Errand { key: &stranger, ..errand };
        assert_eq!(ask_voice(&errand, &From::default(), &Surroundings::default()).await, None);
        let said = standing.end();
        assert!(said.contains("Knocks answered: 20. Dropped, because they were no tokens of this code: 8."), "{said}");
        assert!(said.contains("From 127.0.0.1: 20."), "{said}");
    }
}

#[tokio::test]
async fn several_processes_stand_for_a_long_range_and_know_what_the_phone_system_holds() {
    let (key, service) = (VoiceKey::of_secret(&[3; 10]), ServiceId("rtp".to_owned()));
    let ports = free_ports(1000, 24_000);
    let in_call = ports.first + 950;
    let phone_system = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, in_call)).unwrap();
    let (standing, first) = Standing::script(PERLS[0], ports, &key);
    assert_eq!(first, "Holding 999 of 1000 ports for 5 minutes.\n");
    let errand = Errand { target: HERE, service: &service, ports, key: &key, now: now() };
    let mut ledger = Ledger::default();
    let swept = sweep(&errand, &From::default(), &Surroundings::default(), &mut ledger, &mut |_, _| ()).await;
    let Swept::Whole(walk) = swept else { panic!("{swept:?}") };
    assert_eq!(walk.missing_ports, 0, "{}", voice::list(&walk.missing, 20));
    assert_eq!(walk.in_use, [PortRange::from((in_call, in_call))]);
    assert_eq!(voice::count(&walk.asked), 999);
    let said = standing.end();
    assert!(said.contains("Left alone, because the phone system or something else uses them: 1."), "{said}");
    drop(phone_system);
}

#[test]
fn the_script_stands_for_its_time_and_no_longer() {
    let (key, ports) = (VoiceKey::of_secret(&[4; 10]), free_ports(4, 28_000));
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("witness.pl");
    // Three seconds in the place of five minutes.
    let hurried = script(ports, &key, 5)
        .replace(&format!("({}, {}, 5)", ports.first, ports.last), &format!("({}, {}, 0.05)", ports.first, ports.last));
    assert!(hurried.contains("0.05"));
    std::fs::write(&file, hurried).unwrap();
    // The alarm outlives the exec and ends a script that goes on; macOS has no `timeout`.
    let alarm = ["-e", "alarm 60; exec @ARGV", "perl", "-w"];
    let output = Command::new("perl").args(alarm).arg(&file).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success() && said.contains("Knocks answered: 0."), "{:?} {said}", output.status);
}

#[test]
fn forgeries_repeats_and_strays_get_nothing_from_the_script() {
    let key = VoiceKey::of_secret(&[4; 10]);
    let ports = free_ports(2, 29_000);
    for perl in PERLS {
        let (standing, _) = Standing::script(perl, ports, &key);
        let attacker = UdpSocket::bind((HERE, 0)).unwrap();
        attacker.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        let knock = |count| Token::question(Purpose::Knock, ports.first, 7, count).encode(&key);
        let mut forged = knock(1);
        forged[4] ^= 1;
        let answer = Token::question(Purpose::Knock, ports.first, 7, 2).answer(Purpose::Answer, 1, ports).encode(&key);
        let foreign = Token::question(Purpose::Knock, ports.first, 7, 3).encode(&VoiceKey::of_secret(&[5; 10]));
        let far = Token::question(Purpose::Knock, ports.first, 7, 70_000).encode(&key);
        let genuine = knock(4);
        let attacks: [&[u8]; 9] = [
            b"",
            b"\x80\x00",
            &[0; 200],
            &knock(5)[..31],
            &forged,
            &answer,
            &foreign,
            &far,
            &[genuine.as_slice(), b"x"].concat(),
        ];
        for attack in attacks {
            attacker.send_to(attack, (HERE, ports.first)).unwrap();
        }
        // The same token twice, the second time on another port; then one that ends the queue of each port.
        for (datagram, port) in [(genuine, ports.first), (genuine, ports.first), (knock(6), ports.first)] {
            attacker.send_to(&datagram, (HERE, port)).unwrap();
        }
        let mut room = [0; 256];
        for count in [4, 6] {
            let length = attacker.recv(&mut room).unwrap();
            assert_eq!((length, Token::decode(&room[..length], &key).unwrap().count), (LENGTH, count));
        }
        for datagram in [genuine, knock(8)] {
            attacker.send_to(&datagram, (HERE, ports.last)).unwrap();
        }
        let length = attacker.recv(&mut room).unwrap();
        let last = Token::decode(&room[..length], &key).unwrap();
        assert_eq!((last.count, last.arrived), (8, ports.last));
        let said = standing.end();
        assert!(said.contains("Knocks answered: 3. Dropped, because they were no tokens of this code: 11."), "{said}");
    }
}

#[expect(clippy::disallowed_methods, reason = "the command compares the code's age with the real clock")]
fn code() -> (String, VoiceKey) {
    let order = InviteOrder {
        address: "11.22.33.2".parse().unwrap(),
        profile: ProfileId("freepbx".to_owned()),
        services: ["sip-udp", "rtp"].map(|s| ServiceId(s.to_owned())).to_vec(),
        walker: Walker::Colleague,
        voice_ports: None,
    };
    let invitation = Invitation::new(&order, Timestamp::now(), [9; 10], None).unwrap();
    (invitation.encode(), VoiceKey::of(&invitation))
}

fn entrance() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_entrance"));
    command.env("LANG", "C").stdin(Stdio::null());
    command
}

#[tokio::test]
async fn the_command_stands_answers_and_tells_who_knocked() {
    let ((code, key), ports) = (code(), free_ports(12, 30_000));
    let mut command = entrance();
    command.args(["witness", "--code", &code, "--ports", &ports.to_string(), "--yes"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut talk = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    while !line.contains("12 of 12") {
        line.clear();
        assert!(talk.read_line(&mut line).unwrap() > 0, "it ended before it stood");
    }
    let service = ServiceId("rtp".to_owned());
    let errand = Errand { target: HERE, service: &service, ports, key: &key, now: now() };
    let walk = ask_voice(&errand, &From::default(), &Surroundings::default()).await.expect("a witness");
    assert_eq!((walk.missing_ports, walk.swept), (0, true));
    let said = BufReader::new(child.stdout.take().unwrap());
    let standing = Standing { child, said, _folder: tempfile::tempdir().unwrap() };
    let told = standing.end();
    assert!(told.contains("answered: 12") && told.contains("127.0.0.1: 12"), "{told}");
    let mut rest = String::new();
    talk.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("127.0.0.1"), "{rest}");
}

#[test]
fn the_command_asks_first_and_names_what_was_typed_wrong() {
    let (code, key) = code();
    let run = |args: &[&str]| {
        let output = entrance().arg("witness").args(args).output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (exit, _, said) = run(&["--code", &code]);
    assert_eq!(exit, Some(2), "without a terminal and without --yes nothing happens: {said}");
    assert!(said.contains("10000-20000"), "the code's own range is the default: {said}");
    for ports in ["5060-5000", "80-443", "10000-30000", "voices", "1-70000"] {
        let (exit, out, said) = run(&["--code", &code, "--ports", ports, "--yes"]);
        assert!(exit == Some(2) && out.is_empty() && said.contains(ports) && said.contains("hint:"), "{ports}: {said}");
    }
    for args in [vec!["--code", "no code"], vec!["--minutes", "61", "--code", &code], vec![]] {
        assert_eq!(run(&args).0, Some(2), "{args:?}");
    }
    let (exit, out, _) = run(&["--code", &code, "--ports", "16000-16003", "--script", "--minutes", "7"]);
    assert_eq!(exit, Some(0));
    assert!(out.starts_with("#!/usr/bin/perl\n") && out.contains("(16000, 16003, 7)") && out.contains(&key.hex()));
    let (_, _, said) = run(&["--code", &code, "--ports", "16500-16510"]);
    assert!(said.contains("will not find you"), "{said}");
}

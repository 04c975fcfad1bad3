//! A phone system of the owner's own: made like an embedded one, checked row by row, kept as a file, and never a way
//! to make another computer knock on doors of somebody's choosing.

use std::path::Path;
use std::process::Output;

use separate_entrance::domain::catalog;
use separate_entrance::domain::message::{InviteOrder, Problem};
use separate_entrance::domain::own::{self, Numbers};
use separate_entrance::domain::report::Walker;
use separate_entrance::domain::service::{Need, PortRange, Profile, ProfileId, ServiceId};
use separate_entrance::helper::invitation::Invitation;

fn embedded(id: &str) -> &'static Profile {
    catalog::embedded(&ProfileId(id.to_owned())).unwrap()
}

fn numbers(name: &str) -> Numbers {
    Numbers { name: name.to_owned(), bell: Some(5099), voices: Some(PortRange::from((40_000, 40_019))) }
}

fn why(profile: &Profile) -> (String, String) {
    let problem: Problem = own::check(profile).unwrap_err();
    assert_eq!(problem.code, "profile-unsound");
    (problem.args["why"].clone(), problem.args["row"].clone())
}

#[test]
fn one_like_any_embedded_system_passes() {
    for base in catalog::profiles() {
        let own = own::made_from(base, &numbers("Branch office 2"));
        assert_eq!(own.id.0, "branch-office-2");
        assert_eq!(own::check(&own).unwrap().id, base.id, "{}", base.id);
        let file = toml::to_string(&own).unwrap();
        assert_eq!(toml::from_str::<Profile>(&file).unwrap(), own, "{}: the file reads as it was", base.id);
    }
    let own = own::made_from(embedded("freepbx"), &numbers("x2"));
    let ports = |id: &str| own.service(&ServiceId(id.to_owned())).unwrap().ports().to_string();
    assert_eq!((ports("sip-udp"), ports("rtp")), ("5099".to_owned(), "40000-40019".to_owned()));
    assert_eq!((own.rtp_start, own.rtp_end), (Some(40_000), Some(40_019)));
}

#[test]
fn what_is_wrong_is_named_with_its_row() {
    let sound = own::made_from(embedded("freepbx"), &numbers("mine"));
    let broken = |change: &dyn Fn(&mut Profile)| {
        let mut profile = sound.clone();
        change(&mut profile);
        let (why, row) = why(&profile);
        format!("{why} {row}").trim().to_owned()
    };
    let row = |p: &mut Profile, id: &str| p.services.iter().position(|s| s.id.0 == id).unwrap();
    assert_eq!(broken(&|p| p.id.0 = "Mine!".to_owned()), "id");
    assert_eq!(broken(&|p| p.name.clear()), "id");
    assert_eq!(broken(&|p| p.id.0 = "3cx-v20".to_owned()), "taken");
    assert_eq!(broken(&|p| p.based_on = None), "based-on");
    assert_eq!(broken(&|p| p.based_on = Some(ProfileId("mine".to_owned()))), "based-on");
    assert_eq!(broken(&|p| (1..=40).for_each(|_| p.services.push(p.services[0].clone()))), "too-many");
    assert_eq!(broken(&|p| p.services.push(p.services[0].clone())), "row-id sip-udp");
    assert_eq!(broken(&|p| p.services[0].id.0 = "sip udp; reboot".to_owned()), "row-id sip udp; reboot");
    assert_eq!(broken(&|p| p.services[0].port_start = 0), "ports sip-udp");
    assert_eq!(broken(&|p| p.services[0].port_end = 4000), "ports sip-udp");
    assert_eq!(broken(&|p| p.services[0].label = "x".repeat(301)), "words sip-udp");
    assert_eq!(broken(&|p| p.services[1].feature = None), "feature sip-tcp");
    assert_eq!(broken(&|p| p.services[0].used_for = vec!["burglars".to_owned()]), "used-for sip-udp");
    assert_eq!(
        broken(&|p| {
            let at = row(p, "t38");
            p.services[at].need = Need::Required;
        }),
        "voices rtp"
    );
    // A door that is wanted is not one that must stay shut, and no cabinet leaves the list.
    assert_eq!(
        broken(&|p| (p.services[1].need, p.services[1].port_start, p.services[1].port_end) = (Need::Required, 22, 22)),
        "never sip-tcp"
    );
    assert_eq!(broken(&|p| p.services.retain(|s| s.id.0 != "mysql")), "lost mysql");
    assert_eq!(
        broken(&|p| {
            let at = row(p, "ssh");
            (p.services[at].port_start, p.services[at].port_end) = (2222, 2222);
        }),
        "lost ssh"
    );
}

#[test]
fn a_walker_elsewhere_is_asked_only_what_its_program_knows() {
    let mut numbers = numbers("Walked office");
    numbers.voices = None;
    let own = catalog::take_own(own::made_from(embedded("freepbx"), &numbers)).unwrap();
    let all = ["sip-udp", "sip-tls", "rtp"].map(|s| ServiceId(s.to_owned())).to_vec();
    let (profile, services) = own::for_walkers(&own.id, &all).unwrap();
    // The bell has a number of its own, which no other computer is to be told; the rest is as everywhere.
    assert_eq!(profile.0, "freepbx");
    assert_eq!(services.iter().map(|s| s.0.as_str()).collect::<Vec<_>>(), ["sip-tls", "rtp"]);
    let only_own = own::for_walkers(&own.id, &all[..1]).unwrap_err();
    assert_eq!(only_own.code, "profile-unknown-outside");
    let (same, unchanged) = own::for_walkers(&ProfileId("freepbx".to_owned()), &all).unwrap();
    assert_eq!((same.0.as_str(), unchanged), ("freepbx", all.clone()));

    let invite = |walker| {
        let order = InviteOrder {
            address: "11.22.33.2".parse().unwrap(),
            profile: own.id.clone(),
            services: all.clone(),
            walker,
            voice_ports: None,
        };
        Invitation::new(&order, "2026-11-23T08:34:00Z".parse().unwrap(), [7; 10], None)
    };
    assert_eq!(invite(Walker::Colleague).unwrap_err().code, "unknown-phone-system");
    assert_eq!(invite(Walker::Helper).unwrap_err().code, "unknown-phone-system");
    // The same person on the same computer knows their own file; a code of it means nothing elsewhere.
    let outside = invite(Walker::StepOutside).unwrap();
    assert_eq!(outside.known_profile().map(|p| p.id.clone()), Some(own.id.clone()));
    assert!(Invitation::decode(&outside.encode()).is_err());
}

fn entrance(folder: &Path, args: &[&str]) -> Output {
    std::process::Command::new(env!("CARGO_BIN_EXE_entrance"))
        .args(args)
        .env("SEPARATE_ENTRANCE_DIR", folder)
        .env("LANG", "C")
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn made_in_the_terminal_it_is_listed_checked_and_used() {
    let dir = tempfile::tempdir().unwrap();
    let new = ["profile", "--new", "Branch office", "--from", "freepbx", "--bell", "5099", "--voices", "12000-12019"];
    let made = entrance(dir.path(), &new);
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let file = dir.path().join("profiles/branch-office.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("based_on = \"freepbx\"") && text.contains("port_start = 5099"), "{text}");
    assert!(said(&entrance(dir.path(), &["profile"])).contains("branch-office      Branch office (freepbx)"));
    let checked = entrance(dir.path(), &["profile", &file.display().to_string()]);
    assert_eq!(checked.status.code(), Some(0), "{}", said(&checked));
    let used = entrance(dir.path(), &["guide", "--practice", "nothing-opened", "--system", "branch-office"]);
    assert!(said(&used).contains("5099") && !said(&used).contains("5060"), "{}", said(&used));

    // Edited by hand into a contradiction: told with the row, left where it is, and not taken in.
    std::fs::write(&file, text.replace("port_start = 5099\nport_end = 5099", "port_start = 5099\nport_end = 22"))
        .unwrap();
    let told = entrance(dir.path(), &["profile"]);
    assert!(said(&told).contains("wrong numbers in the row sip-udp"), "{}", said(&told));
    assert!(file.exists() && !said(&told).contains("Branch office (freepbx)"), "{}", said(&told));
    assert_eq!(entrance(dir.path(), &["profile", &file.display().to_string()]).status.code(), Some(2));

    // Half a file is set aside, and said.
    std::fs::write(&file, &text[..text.len() / 2]).unwrap();
    let told = entrance(dir.path(), &["profile"]);
    assert!(said(&told).contains("branch-office.toml.damaged-1") && !file.exists(), "{}", said(&told));
    let unknown = entrance(dir.path(), &["profile", "--new", "x", "--from", "no-such"]);
    assert_eq!(unknown.status.code(), Some(2), "{}", said(&unknown));
}

/// An own profile is often called like its office. What leaves the office goes by its rows and not by its name.
#[test]
fn no_masked_report_and_no_log_tells_what_it_is_called() {
    let dir = tempfile::tempdir().unwrap();
    let new = ["profile", "--new", "Muster Dental Berlin", "--from", "freepbx", "--bell", "5099"];
    assert_eq!(entrance(dir.path(), &new).status.code(), Some(0));
    let own = dir.path().join("profiles/muster-dental-berlin.toml");
    let text = std::fs::read_to_string(&own).unwrap();
    let label = text.lines().find(|l| l.starts_with("label = ")).unwrap().to_owned();
    std::fs::write(&own, text.replacen(&label, "label = \"Muster's bell\"", 1)).unwrap();
    let file = |name: &str| dir.path().join(name).display().to_string();
    let check = |more: &[&str]| {
        let base = ["check", "--practice", "nothing-opened", "--system", "muster-dental-berlin", "--json"];
        entrance(dir.path(), &[&base[..], more].concat())
    };
    let whole = check(&["--save", &file("whole.json")]);
    let masked = check(&["--save", &file("masked.json"), "--masked"]);
    let again =
        entrance(dir.path(), &["replay", &file("masked.json"), "--json", "--save", &file("again.html"), "--masked"]);
    let told = |output: &Output| {
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}"));
        let codes: Vec<_> = report["findings"].as_array().unwrap().iter().map(|f| f["code"].clone()).collect();
        let rows: Vec<_> = report["services"].as_array().unwrap().iter().map(|s| s["ports"].clone()).collect();
        (report["verdict"].clone(), codes, rows)
    };
    assert!(said(&whole).contains("Muster's bell") && told(&whole).2.len() > 5, "{}", said(&whole));
    assert_eq!(told(&masked), told(&whole));
    assert_eq!(told(&again), told(&whole));
    for name in ["masked.json", "again.html", "log.txt"] {
        let text = std::fs::read_to_string(file(name)).unwrap().to_lowercase();
        let place = text.find("muster").map(|at| &text[at.saturating_sub(60)..at + 20]);
        assert_eq!(place, None, "{name}");
    }
    assert!(std::fs::read_to_string(file("log.txt")).unwrap().contains("profile=own-"));
}

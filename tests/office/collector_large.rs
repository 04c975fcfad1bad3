//! A phone system with more files, networks and patterns than most: its block is read all the same, and a part that was
//! not told whole is named.
#![cfg(target_os = "linux")]

use jiff::Timestamp;
use separate_entrance::domain::inside::block::{self, MOST_OF_A_KIND};
use separate_entrance::domain::inside::{How, Inside, read};

use crate::collector::{SHELLS, Standing, own_root};

const HOME: &str = "etc/freeswitch";

/// A file of its own for each; every other one leads abroad.
fn extension(number: usize) -> (String, String) {
    let expression = if number.is_multiple_of(2) { "^(10\\d\\d)$" } else { "^(011\\d+)$" };
    let lines = format!(
        "<include><extension name=\"e{number}\"><condition field=\"destination_number\" expression=\"{expression}\">\n\
         <action application=\"bridge\" data=\"sofia/gateway/provider/$1\"/></condition></extension></include>\n"
    );
    (format!("{HOME}/dialplan/default/{number:04}.xml"), lines)
}

/// What every shell tells of this box, and what is read from that.
fn told(files: &[(String, String)]) -> Vec<(String, Inside)> {
    let Some(way) = own_root() else { return Vec::new() };
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let standing = |shell| Standing::with("freeswitch-1.10", shell, &files).zip(Some(shell));
    let looked = SHELLS.iter().filter_map(standing).map(|(standing, shell)| standing.look(way, shell.setting));
    looked
        .map(|told| {
            let lines = block::read(&told).unwrap().lines.len();
            for (kind, most) in MOST_OF_A_KIND {
                let count = told.lines().filter(|line| line.starts_with(&format!("{kind}|"))).count();
                assert!(count <= most, "{count} lines of {kind}, of {lines}");
            }
            let inside = read(&told, How::Pasted, Timestamp::UNIX_EPOCH).unwrap();
            (told, inside)
        })
        .collect()
}

#[test]
fn two_hundred_files_of_a_dial_plan_are_read_whole() {
    let files: Vec<(String, String)> = (0..200).map(extension).collect();
    for (told, inside) in told(&files) {
        assert!(told.contains("\npart|dial-plan|read|\n") && told.contains("\npart|files|read|\n"), "{told}");
        let last = inside.abroad.last().unwrap();
        assert_eq!(last.place.file, "/etc/freeswitch/dialplan/default/0199.xml");
        assert_eq!(inside.abroad.len(), 102, "those of the box itself, and a hundred");
        assert!(inside.was_read("dial-plan") && inside.was_read("files"));
    }
}

#[test]
fn what_is_more_than_a_block_holds_is_cut_and_named() {
    let mut files: Vec<(String, String)> = (0..500).map(extension).collect();
    let profile = |n| (format!("{HOME}/sip_profiles/p{n:03}.xml"), "<profile name=\"x\"></profile>\n".to_owned());
    files.extend((0..100).map(profile));
    let node = |n| format!("<node type=\"allow\" cidr=\"10.1.{}.{}/32\"/>\n", n / 250, n % 250);
    let nodes = (0..5000).map(node).collect::<Vec<_>>().concat();
    files.push((format!("{HOME}/autoload_configs/acl.conf.xml"), format!("<list name=\"all\">{nodes}</list>\n")));
    let addresses = |n| format!("{n}: eth{n}    inet 10.2.{n}.1/24 brd 10.2.{n}.255 scope global eth{n}\n");
    files.push(("answers/ip_-o_addr_show".to_owned(), (1..100).map(addresses).collect::<Vec<_>>().concat()));
    for (told, inside) in told(&files) {
        for part in ["dial-plan", "files"] {
            assert!(told.contains(&format!("\npart|{part}|too-much|/etc/freeswitch/")), "{part}: {told}");
            assert!(!told.contains(&format!("\npart|{part}|read|\n")), "{part}");
            assert!(!inside.was_read(part), "{part}");
        }
        // What comes after it is told all the same.
        assert!(told.contains("\npart|bans|read|\n") && told.contains("\nban|"), "{told}");
    }
}

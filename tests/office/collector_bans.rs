//! Who is turned away, by the lists of a firewall as its own tools print them: the block names whoever is kept from the
//! phone system, and nobody else.
#![cfg(target_os = "linux")]

use separate_entrance::domain::inside::block;

use crate::collector::{SHELLS, Standing, own_root};

/// Files of a box besides, and the bans that are told.
struct Wall {
    what: &'static str,
    files: &'static [(&'static str, &'static str)],
    told: &'static [&'static str],
}

const WALLS: &[Wall] = &[
    Wall {
        what: "a list of friends is no list of bans",
        files: &[
            (
                "answers/iptables-save",
                "-A INPUT -p udp -m udp --dport 5060 -m set ! --match-set trusted src -j DROP\n\
                 -A INPUT -p udp -m udp --dport 5060 -m set ! --set friends src -j DROP\n\
                 -A INPUT -p udp -m udp --dport 5060 -m set --set ! others src -j DROP\n\
                 -A INPUT -m set --match-set allowed src -j ACCEPT\n",
            ),
            (
                "answers/ipset_save",
                "create trusted hash:net family inet hashsize 1024 maxelem 65536 bucketsize 12 initval 0x3e429cc5\n\
                 add trusted 203.0.113.77\nadd friends 203.0.113.78\nadd others 203.0.113.79\nadd allowed 203.0.113.80\n",
            ),
            (
                "answers/nft_list_ruleset",
                "table inet filter {\n\tset trusted {\n\t\ttype ipv4_addr\n\t\telements = { 203.0.113.77 }\n\t}\n\n\
                 \tchain input {\n\t\ttype filter hook input priority filter; policy accept;\n\
                 \t\tudp dport 5060 ip saddr != @trusted counter packets 0 bytes 0 drop\n\
                 \t\tip saddr != { 203.0.113.81, 203.0.113.82 } drop\n\t}\n}\n",
            ),
        ],
        told: &[],
    },
    Wall {
        what: "a list that bans, and what kind of list it is",
        files: &[
            (
                "answers/iptables-save",
                "-A INPUT -m set --match-set banned src -j DROP\n-A INPUT -m set --set old src -j REJECT\n\
                 -A INPUT -m set --match-set nets src -j DROP\n-A INPUT -s 203.0.113.9/32 -j DROP\n",
            ),
            (
                "answers/ipset_save",
                "create banned hash:ip family inet hashsize 1024 maxelem 65536 timeout 0 bucketsize 12 initval 0x08fad63a\n\
                 add banned 203.0.113.201 timeout 0\nadd old 203.0.113.202\nadd nets 198.18.7.7 nomatch\n\
                 add nets 198.18.0.0/15\n",
            ),
            (
                "answers/nft_list_ruleset",
                "table inet filter {\n\tset bl {\n\t\ttype ipv4_addr\n\t\tflags interval\n\
                 \t\telements = { 198.51.100.3, 198.51.100.8/30 }\n\t}\n\n\tchain input {\n\
                 \t\ttype filter hook input priority filter; policy accept;\n\t\tip saddr @bl counter packets 0 bytes 0 drop\n\
                 \t\tip saddr 198.51.100.4 drop\n\t}\n}\n",
            ),
            ("answers/ip_route_show", "default via 192.168.77.1 dev eth0\nunreachable 198.51.100.200 \n"),
        ],
        told: &[
            "ban|firewall|INPUT|203.0.113.9",
            "ban|firewall|input|198.51.100.4|nft-rule inet filter",
            "ban|firewall|route|198.51.100.200|route",
            "ban|firewall|banned|203.0.113.201|set",
            "ban|firewall|old|203.0.113.202|set",
            "ban|firewall|nets|198.18.0.0/15|set",
            "ban|firewall|bl|198.51.100.3|nft-set inet filter",
            "ban|firewall|bl|198.51.100.8/30|nft-set inet filter",
        ],
    },
];

#[test]
fn those_are_told_whom_the_firewall_keeps_from_the_phone_system() {
    let Some(way) = own_root() else { return };
    for wall in WALLS {
        for shell in &SHELLS {
            let Some(standing) = Standing::with("freeswitch-curl", shell, wall.files) else { continue };
            let told = standing.look(way, shell.setting);
            block::read(&told).unwrap();
            let bans: Vec<&str> = told.lines().filter(|line| line.starts_with("ban|")).collect();
            assert_eq!(bans, wall.told, "{}, in {} with {}", wall.what, shell.sh, shell.awk);
            assert!(told.contains("\npart|bans|read|\n"), "{}: {told}", wall.what);
        }
    }
}

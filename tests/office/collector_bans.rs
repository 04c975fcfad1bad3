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

/// Networks that the firewall of FreePBX sorts into zones, and the phones that signed in.
const FPBX: &str = "-A fpbxregistrations -s 203.0.113.11/32 -j fpbxknownreg
-A fpbxnets -s 203.0.113.64/26 -j zone-internal
-A fpbxnets -s 203.0.113.128/26 -j zone-external
-A fpbxhosts -s 203.0.113.12/32 -j zone-trusted
-A fpbxsmarthosts -s 203.0.113.13/32 -m mark --mark 0x1/0x1 -j ACCEPT
-A zone-internal -j fpbxsvc-pjsip
-A zone-external -j fpbxsvc-ucp
";

/// Seen now, a moment less than a day ago, and a moment more, on a kernel that counts a thousand a second.
const NUISANCES: &str = "src=203.0.113.5 ttl: 51 last_seen: 4494967296 oldest_pkt: 1 4494967296
src=203.0.113.6 ttl: 51 last_seen: 4408567297 oldest_pkt: 2 4400000000, 4408567297
src=203.0.113.7 ttl: 51 last_seen: 4408567295 oldest_pkt: 1 4408567295
";

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
        told: &["part|bans|read|"],
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
            "part|bans|read|",
        ],
    },
    Wall {
        what: "other doors, other adapters, other ways through the box",
        files: &[
            (
                "answers/iptables-save",
                "*filter\n:INPUT ACCEPT [0:0]\n:f2b-asterisk - [0:0]\n\
                 -A INPUT -p udp -m multiport --dports 5060,5061 -j f2b-asterisk\n\
                 -A INPUT -p tcp -j f2b-recidive\n\
                 -A INPUT -p tcp -m multiport --dports 22,2222:2230 -j f2b-sshd\n\
                 -A INPUT -i eth1 -j spoofed\n\
                 -A INPUT -p tcp -m multiport --dports 22 -m set --match-set f2b-ssh2 src -j REJECT\n\
                 -A INPUT -s 198.51.100.50/32 -p tcp -m tcp --dport 22 -j REJECT --reject-with tcp-reset\n\
                 -A INPUT -s 198.51.100.60/32 -p udp -m udp --dport 53 -j DROP\n\
                 -A INPUT -s 192.168.0.0/16 -i eth1 -j DROP\n\
                 -A INPUT -s 198.51.100.61/32 -i eth1 -j DROP\n\
                 -A INPUT -s 198.51.100.53/32 -p tcp -m tcp ! --dport 22 -j DROP\n\
                 -A INPUT -s 198.51.100.54/32 -p icmp -j DROP\n\
                 -A INPUT -s 198.51.100.55/32 -p udp -m udp --dport 10000:20000 -j DROP\n\
                 -A INPUT -s 198.51.100.56/32 -p udp -m multiport --dports 53,5000:6000 -j DROP\n\
                 -A INPUT -s 198.51.100.57/32 -p tcp -m tcp --dport 7443 -j DROP\n\
                 -A INPUT -s 198.51.100.62/32 -p tcp -m tcp --dport 5038 -j DROP\n\
                 -A INPUT -s 198.51.100.58/32 -p udp -m string --string \"friendly\" --algo bm -j DROP\n\
                 -A INPUT -s 198.51.100.59/32 -m comment --comment \"not -o -j ACCEPT\" -j DROP\n\
                 -A FORWARD -s 198.51.100.51/32 -j DROP\n-A FORWARD -o eth1 -j away\n\
                 -A OUTPUT -s 198.51.100.52/32 -j DROP\n-A DOCKER-USER -s 198.51.100.63/32 -j DROP\n\
                 -A away -s 198.51.100.64/32 -j DROP\n\
                 -A f2b-asterisk -s 203.0.113.11/32 -j REJECT --reject-with icmp-port-unreachable\n\
                 -A f2b-recidive -s 203.0.113.10/32 -j REJECT --reject-with icmp-port-unreachable\n\
                 -A f2b-sshd -s 203.0.113.9/32 -j REJECT --reject-with icmp-port-unreachable\n\
                 -A f2b-sshd -s 203.0.113.11/32 -j REJECT --reject-with icmp-port-unreachable\n\
                 -A spoofed -s 10.0.0.0/8 -j DROP\n",
            ),
            ("answers/ipset_save", "add f2b-ssh2 203.0.113.30\n"),
            (
                "answers/nft_list_ruleset",
                "table ip filter {\n\tchain INPUT {\n\t\ttype filter hook input priority filter; policy accept;\n\
                 \t\tmeta l4proto tcp xt match multiport counter packets 0 bytes 0 jump f2b-sshd\n\t}\n\n\
                 \tchain f2b-sshd {\n\t\tip saddr 203.0.113.9 counter packets 0 bytes 0 reject\n\t}\n}\n\
                 table inet f2b-table {\n\tset addr-set-web {\n\t\ttype ipv4_addr\n\t\telements = { 203.0.113.40 }\n\t}\n\n\
                 \tset addr-set-all {\n\t\ttype ipv4_addr\n\t\telements = { 203.0.113.41 }\n\t}\n\n\
                 \tchain f2b-chain {\n\t\ttype filter hook input priority filter - 1; policy accept;\n\
                 \t\ttcp dport { 80, 443 } ip saddr @addr-set-web reject with icmp port-unreachable\n\
                 \t\tmeta l4proto tcp ip saddr @addr-set-all reject with icmp port-unreachable\n\t}\n}\n\
                 table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy accept;\n\
                 \t\tiifname \"eth1\" ip saddr { 10.0.0.0/8, 198.51.100.70 } udp dport 5060-5061 drop\n\
                 \t\tip saddr 198.51.100.71 tcp dport ssh reject with tcp reset\n\
                 \t\ttcp dport != 22 ip saddr 198.51.100.72 drop\n\
                 \t\tip saddr 198.51.100.73 meta l4proto { tcp, udp } th dport 53 drop\n\
                 \t\tip saddr 198.51.100.74 limit rate over 9/second drop\n\t}\n\n\
                 \tchain there {\n\t\ttype filter hook forward priority filter; policy accept;\n\
                 \t\tip saddr 198.51.100.75 drop\n\t}\n}\n",
            ),
            ("answers/fail2ban-client_status", "`- Jail list:\tall, asterisk, recidive, sshd, vsftpd, web, own\n"),
            ("answers/fail2ban-client_status_all", "   `- Banned IP list:\t203.0.113.41\n"),
            ("answers/fail2ban-client_status_asterisk", "   `- Banned IP list:\t203.0.113.11\n"),
            ("answers/fail2ban-client_status_recidive", "   `- Banned IP list:\t203.0.113.10\n"),
            ("answers/fail2ban-client_status_sshd", "   `- Banned IP list:\t203.0.113.9 203.0.113.11 203.0.113.99\n"),
            ("answers/fail2ban-client_status_vsftpd", "   `- Banned IP list:\t203.0.113.50\n"),
            ("answers/fail2ban-client_status_web", "   `- Banned IP list:\t203.0.113.40\n"),
            ("answers/fail2ban-client_status_own", "   `- Banned IP list:\t203.0.113.51 203.0.113.30\n"),
            (
                "answers/ss_-lntup",
                "udp UNCONN 0 0 0.0.0.0:5060 0.0.0.0:* users:((\"freeswitch\",pid=9,fd=3))\n\
                 tcp LISTEN 0 9 0.0.0.0:7443 0.0.0.0:* users:((\"freeswitch\",pid=9,fd=4))\n\
                 tcp LISTEN 0 9 0.0.0.0:22 0.0.0.0:* users:((\"sshd\",pid=8,fd=4))\n",
            ),
        ],
        told: &[
            "ban|fail2ban|all|203.0.113.41",
            "ban|fail2ban|asterisk|203.0.113.11",
            "ban|fail2ban|recidive|203.0.113.10",
            "ban|fail2ban|own|203.0.113.51",
            "ban|firewall|INPUT|198.51.100.61",
            "ban|firewall|INPUT|198.51.100.53",
            "ban|firewall|INPUT|198.51.100.55",
            "ban|firewall|INPUT|198.51.100.56",
            "ban|firewall|INPUT|198.51.100.57",
            "ban|firewall|INPUT|198.51.100.59",
            "ban|firewall|input|198.51.100.70|nft-rule inet filter",
            "ban|firewall|input|198.51.100.72|nft-rule inet filter",
            "part|bans|read|",
        ],
    },
    Wall {
        what: "nuisances of the last day, and whom FreePBX lets in before",
        files: &[
            ("answers/iptables-save", FPBX),
            ("proc/net/xt_recent/ATTACKER", NUISANCES),
            ("proc/uptime", "200300.10 390000.00\n"),
            ("proc/timer_list", "Timer List Version: v0.7\n  .last_jiffies   : 4494967290\njiffies: 4494967296\n"),
        ],
        told: &[
            "let|fpbxregistrations|203.0.113.11",
            "let|fpbxnets|203.0.113.64/26",
            "let|fpbxhosts|203.0.113.12",
            "let|fpbxsmarthosts|203.0.113.13",
            "ban|freepbx-firewall|ATTACKER|203.0.113.5",
            "ban|freepbx-firewall|ATTACKER|203.0.113.6",
            "part|bans|read|",
        ],
    },
    Wall {
        what: "of a box that started today nobody is old",
        files: &[("proc/net/xt_recent/ATTACKER", NUISANCES), ("proc/uptime", "86000.10 90000.00\n")],
        told: &[
            "ban|freepbx-firewall|ATTACKER|203.0.113.5",
            "ban|freepbx-firewall|ATTACKER|203.0.113.6",
            "ban|freepbx-firewall|ATTACKER|203.0.113.7",
            "part|bans|read|",
        ],
    },
    Wall {
        what: "where nobody can tell how old they are, that is said and nobody is named",
        files: &[("proc/net/ipt_recent/ATTACKER", NUISANCES), ("proc/uptime", "200300.10 390000.00\n")],
        told: &["part|bans|failed|ATTACKER"],
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
            let is_of_bans = |line: &&str| ["ban|", "let|", "part|bans|"].iter().any(|kind| line.starts_with(kind));
            let bans: Vec<&str> = told.lines().filter(is_of_bans).collect();
            assert_eq!(bans, wall.told, "{}, in {} with {}", wall.what, shell.sh, shell.awk);
        }
    }
}

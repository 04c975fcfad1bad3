"""Ways out through the real router: the phone company's server (kamailio) found by a real name server (dnsmasq), a
clock (chronyd), and a server that tells callers their address (coturn). Walls in between are nftables rules on the
router."""

import os
from pathlib import Path

from helper import Helper
from office import PBX, PC, STREET, Office, wait_for
from peers import finding
from programs import FREEPBX, Person, has
from score import exactly, proves
from sitting import Owner, sitting

WAN, COMPANY = "11.22.33.50", "11.22.33.51"
TRIXBOX = ["--system", "trixbox-pro", "--pbx", PBX, "--using", "sip-udp"]
#: Another address of the office's router, as a second line would have.
SECOND_LINE = "11.22.33.9"
#: What every first check of this office says as well: nobody has opened anything or looked from outside.
KNOWN = ["audio-not-proved", "mapping-not-listed", "not-seen-from-outside", "phone-system-address-may-change",
         "range-too-long-for-router"]


def name_server(office):
    """dnsmasq on the internet side, with the phone company's records and the office's own names."""
    config = office.folder / "dnsmasq.conf"
    config.write_text(f"""
no-resolv
no-hosts
bind-interfaces
listen-address={WAN}
local=//
local=/example/
naptr-record=phones.example,10,10,s,SIP+D2U,,_sip._udp.phones.example
srv-host=_sip._udp.phones.example,sip1.phones.example,5060,10,60
srv-host=_sip._udp.plain.example,sip1.phones.example,5060,10,60
host-record=sip1.phones.example,{COMPANY}
host-record=alone.example,{COMPANY}
host-record=office.example,{STREET}
srv-host=_sip._udp.office-by-service.example,office.example,5060,10,60
host-record=office-by-service.example,{COMPANY}
host-record=newer.example,2a00:77:33::5
host-record=s1234.example,{PBX}
host-record=s1234x.example,{STREET}
host-record=elsewhere.example,{COMPANY}
host-record=clock.example,{WAN}
""")
    office.start("wan", "dnsmasq", "-k", "-C", config, "--pid-file", "--user=root", log=office.folder / "dnsmasq.log")
    wait_for("dnsmasq listens", lambda: f"{WAN}:53" in office.at("wan", "ss", "-lnu").stdout)


def phone_company(office):
    """kamailio, as a phone company has it: it answers OPTIONS to its own name and address."""
    config = office.folder / "kamailio.cfg"
    config.write_text(f"""#!KAMAILIO
children=1
listen=udp:{COMPANY}:5060
listen=tcp:{COMPANY}:5060
mpath="/usr/lib/x86_64-linux-gnu/kamailio/modules/:/usr/lib/aarch64-linux-gnu/kamailio/modules/"
loadmodule "sl.so"
loadmodule "pv.so"
request_route {{
    if ($rm == "OPTIONS" && ($rd == "phones.example" || $rd == "plain.example" || $rd == "alone.example" || $rd == "{COMPANY}")) {{
        sl_send_reply("200", "OK");
        exit;
    }}
    sl_send_reply("403", "Not here");
}}
""")
    office.start("wan", "kamailio", "-DD", "-E", "-f", config, "-w", office.folder, log=office.folder / "kamailio.log")
    wait_for("kamailio answers", lambda: office.options_answer(COMPANY, at="coworker"))


def clock(office):
    """chronyd, as its package unpacks; it serves its own time and changes no other."""
    root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "separate-entrance" / "chrony"
    config = office.folder / "chrony.conf"
    config.write_text(f"local stratum 3\nallow\nbindaddress {WAN}\ncmdport 0\npidfile {office.folder}/chrony.pid\n")
    office.start("wan", root / "usr" / "sbin" / "chronyd", "-x", "-d", "-u", "root", "-f", config,
                 log=office.folder / "chrony.log")
    wait_for("chronyd listens", lambda: f"{WAN}:123" in office.at("wan", "ss", "-lnu").stdout)


def given(office, person):
    """The network names its name server and its clock, as DHCP would write them down on this computer."""
    resolv, systemd = office.folder / "resolv.conf", office.folder / "systemd"
    resolv.write_text(f"nameserver {WAN}\n")
    systemd.mkdir(exist_ok=True)
    (systemd / "timesyncd.conf").write_text("[Time]\nNTP=clock.example\n")
    # `ip netns exec` gives each program its own view of the file tree, so this is seen by nobody else.
    script = 'mount --bind "$1" /etc/resolv.conf && mount --bind "$2" /etc/systemd && shift 2 && exec "$@"'
    person.wrap = ["sh", "-c", script, "sh", str(resolv), str(systemd)]
    return person


def owner(office, name):
    return given(office, Owner(office, name))


def company(report):
    return [o for o in report.data["outbound"] if o["to"] == "provider"]


def asked(office):
    """SIP datagrams that came to the phone company."""
    listed = office.at("wan", "nft", "list", "counter", "inet", "lab", "asked").stdout
    return int(listed.split("packets")[1].split()[0])


def the_phone_company_is_found_as_phones_find_it_and_asked_once():
    with sitting(low="yes") as office:
        name_server(office)
        phone_company(office)
        office.restrict("wan", f"""counter asked {{ }}
            chain input {{ type filter hook input priority 0; ip daddr {COMPANY} udp dport 5060 counter name asked; }}""")
        ways = [("phones.example", "naptr"), ("plain.example", "srv"), ("alone.example", "host"), (COMPANY, "given")]
        for count, (name, lookup) in enumerate(ways, 1):
            seen = owner(office, f"by-{lookup}").entrance("check", *FREEPBX, "--provider", name, "--json")
            one = company(seen.report())
            has(seen, len(one) == 1 and one[0]["lookup"] == lookup, f"{name} is found by {lookup}")
            has(seen, one[0]["outcome"] == "answered" and "kamailio" in one[0]["seen"], "and answers")
            has(seen, "provider-unreachable" not in seen.report().codes(), "so nothing is said")
            has(seen, asked(office) == count, "one OPTIONS each")
        # Remembered without being named again, and masked in what is sent to others.
        person = owner(office, "by-naptr")
        again = person.entrance("check", "--json", "--masked")
        has(again, company(again.report()), "the phone company is remembered")
        has(again, company(again.report())[0]["outcome"] == "answered", "asked again")
        has(again, "phones.example" not in again.out and COMPANY not in again.out, "and not named to others")
        text = person.entrance("check")
        has(text, "The phone company's server" in text.out and "the way out is free" in text.out, "in the table")


@proves("provider-unreachable")
def a_phone_company_out_of_reach_is_told_by_what_is_in_the_way():
    with sitting(low="yes") as office:
        name_server(office)
        phone_company(office)

        def why(name, server, *, at="pc"):
            person = owner(office, name) if at == "pc" else given(office, Person(office, at, name))
            seen = person.entrance("check", *FREEPBX, "--provider", server, "--json")
            exactly(seen, f"phone company: {name}", "action-needed", "provider-unreachable", *KNOWN)
            return finding(seen.report(), "provider-unreachable")["detail"]

        forward = f"chain company {{ type filter hook forward priority -5; ip daddr {COMPANY} udp dport 5060"
        assert "leads nowhere" in why("mistyped", "phonse.example")
        office.restrict("router", f"{forward} drop; }}")
        told = why("dropped", "phones.example")
        assert "without an answer" in told and f"UDP {COMPANY}:5060" in told and "not the phone system" in told, told
        assert "on the phone system itself" in why("dropped-at-pbx", "phones.example", at="pbx")
        office.free()
        office.restrict("router", f"{forward} reject with icmp port-unreachable; }}")
        assert "was refused" in why("rejected", "phones.example")
        office.free()
        office.restrict("router", f"{forward} reject with icmp admin-prohibited; }}")
        assert "not reachable from here" in why("prohibited", "phones.example")
        office.free()
        office.restrict("router", "chain names { type filter hook forward priority -5; udp dport 53 drop; }")
        assert "no name server" in why("no-names", "phones.example")


@proves("sip-doorman-hint")
def a_phone_company_that_knows_us_by_our_inside_address_hints_at_the_kernels_doorman():
    with sitting(low="yes") as office:
        phone_company(office)
        # The router's kernel writes its own address on our letter, and ours on the answer.
        office.restrict("router", """ct helper sip-udp { type "sip" protocol udp; l3proto ip; }
            chain pre { type filter hook prerouting priority -150; udp dport 5060 ct helper set "sip-udp"; }""", family="ip")
        read = owner(office, "letters-read").entrance("check", *FREEPBX, "--provider", COMPANY, "--json")
        report = exactly(read, "the phone company knows our inside address", "action-needed", "sip-doorman-hint", *KNOWN)
        hint = finding(report, "sip-doorman-hint")
        has(read, hint["severity"] == "note" and PC in hint["detail"] and f"{COMPANY}:5060" in hint["detail"], "by what")
        has(read, company(report)[0]["asker"] == PC, "on record, for whoever judges it again")
        office.free()
        left = owner(office, "letters-left").entrance("check", *FREEPBX, "--provider", COMPANY, "--json")
        report = exactly(left, "the phone company knows our street", "action-needed", *KNOWN)
        has(left, company(report)[0]["asker"] == STREET, "as the server saw us")


@proves("outbound-blocked")
def the_ways_out_of_a_trixbox_are_tried_only_where_somebody_was_named():
    with sitting(low="yes") as office:
        name_server(office)
        clock(office)
        helper = Helper(office, "wan", "--listen", f"{COMPANY}:443")
        free = owner(office, "free").entrance("check", *TRIXBOX, "--helper", helper.link, "--json")
        report = free.report()
        for row in ("out-dns-udp", "out-dns-tcp", "out-ntp", "out-https"):
            has(free, report.service(row)["verdict"] == "reachable", f"{row} gets out")
        for row in ("out-ftp", "out-http", "out-vpn"):
            has(free, report.service(row)["verdict"] == "not-checked", f"{row} has nobody to ask")
        has(free, "outbound-blocked" not in report.codes(), "nothing is blocked")
        helper.stop()

        # Nobody else heard of it: what left for the street went to the two that the network named.
        office.restrict("router", f"""counter others {{ }}
            chain walls {{ type filter hook forward priority -5; udp dport 123 drop; tcp dport 53 drop; }}
            chain watch {{ type filter hook forward priority -6
                ip saddr 192.168.77.10 oifname "wan0" ip daddr != {WAN} counter name others; }}""")
        blocked = owner(office, "blocked").entrance("check", *TRIXBOX, "--json")
        report = exactly(blocked, "a trixbox that cannot get out", "action-needed", "outbound-blocked",
                         "mapping-not-listed", "not-seen-from-outside", "phone-system-address-may-change")
        for row, verdict in [("out-dns-udp", "reachable"), ("out-dns-tcp", "blocked"), ("out-ntp", "blocked")]:
            has(blocked, report.service(row)["verdict"] == verdict, f"{row} is {verdict}")
        says = finding(report, "outbound-blocked")
        has(blocked, sorted(says["services"]) == ["out-dns-tcp", "out-ntp"], "both are named")
        has(blocked, f"UDP {WAN}:123" in says["detail"] and says["severity"] == "problem", "with whom was asked")
        others = office.at("router", "nft", "list", "counter", "inet", "lab", "others").stdout
        has(blocked, "packets 0 " in others, f"nobody else was asked: {others}")


@proves("outbound-blocked")
def a_helpers_further_ports_tell_which_ways_out_are_shut():
    with sitting(low="yes") as office:
        name_server(office)
        clock(office)
        office.map(5060)
        helper = Helper(office, "wan", "--listen", f"{COMPANY}:443", "--also-listen", "21,80,8000,5222")
        shut = "chain walls { type filter hook forward priority -5; tcp dport 21 reject with tcp reset; tcp dport 8000 drop; }"
        rows = ("out-ftp", "out-http", "out-vpn", "out-http-alt", "out-https")

        def verdicts(name):
            seen = owner(office, name).entrance("check", *TRIXBOX, "--helper", helper.link, "--json")
            return seen, [seen.report().service(row)["verdict"] for row in rows]

        # Nobody has come by these ports yet: the helper's own wall would look the same.
        office.restrict("router", f"counter asked {{ }}\n{shut}\n"
                                  "chain watch { type filter hook forward priority -6; tcp dport 5222 counter name asked; }")
        seen, told = verdicts("first")
        has(seen, told == ["not-checked", "reachable", "not-checked", "not-checked", "reachable"], "nothing is concluded")
        counted = office.at("router", "nft", "list", "counter", "inet", "lab", "asked").stdout
        has(seen, "packets 0 " in counted, "only what this phone system needs is tried")
        office.free()
        seen, told = verdicts("free")
        has(seen, told == ["reachable", "reachable", "reachable", "not-checked", "reachable"], "all of them get out")
        has(seen, "outbound-blocked" not in seen.report().codes(), "so nothing is said")
        office.restrict("router", shut)
        seen, told = verdicts("shut")
        report = seen.report()
        has(seen, told == ["blocked", "reachable", "blocked", "not-checked", "reachable"], "two do not")
        says = finding(report, "outbound-blocked")
        has(seen, sorted(says["services"]) == ["out-ftp", "out-vpn"], "both are named")
        has(seen, f"TCP {COMPANY}:21" in says["detail"] and f"TCP {COMPANY}:8000" in says["detail"], "with whom was asked")
        exactly(seen, "a helper tells which ways out are shut", "action-needed", "outbound-blocked", "mapping-expires",
                "open-to-everyone", "phone-system-address-may-change")
        office.free()

        # A box on the way that takes every connection has shown nothing but itself.
        office.restrict("router", "chain nat { type nat hook prerouting priority -100; tcp dport 80 redirect to :5000; }")
        seen, told = verdicts("proxied")
        has(seen, told[1] == "not-checked", "somebody else took it")
        helper.stop()


def turn(office):
    """coturn, answering binding requests."""
    office.start("wan", "turnserver", "-n", "-L", WAN, "-p", "3478", "--no-auth", "--no-tls", "--no-dtls", "--no-cli",
                 "--pidfile", office.folder / "turn.pid", "--log-file", "stdout", "--db", office.folder / "turn.db",
                 log=office.folder / "turn.log")
    wait_for("coturn listens", lambda: f"{WAN}:3478" in office.at("wan", "ss", "-lnu").stdout)


def a_server_that_the_owner_named_says_the_street_address():
    with sitting(low="yes") as office:
        turn(office)
        same = owner(office, "same").entrance("check", *FREEPBX, "--stun", WAN, "--json")
        said = same.report().data["office"]
        has(same, said["said"]["stun"] == STREET and said["public_address_from"] == "router", "both say the same")
        has(same, "public-address-differs" not in same.report().codes(), "so nothing is said")

        # A second line, by which everything to that server leaves.
        office.ip("router", "addr", "add", f"{SECOND_LINE}/24", "dev", "wan0")
        office.restrict("router", f"""chain line {{ type nat hook postrouting priority 90
            oifname "wan0" udp dport 3478 snat ip to {SECOND_LINE}; }}""")
        two = owner(office, "two").entrance("check", *FREEPBX, "--stun", f"{WAN}:3478", "--json")
        says = finding(two.report(), "public-address-differs")["detail"]
        has(two, STREET in says and SECOND_LINE in says and "a STUN server" in says, "both addresses and who said them")
        office.free()
        office.ip("router", "addr", "del", f"{SECOND_LINE}/24", "dev", "wan0")

        # Nobody is asked who was not named, and silence is no address.
        office.restrict("router", """counter stun { }
            chain stun { type filter hook forward priority -5; udp dport 3478 counter name stun drop; }""")
        quiet = owner(office, "quiet").entrance("check", *FREEPBX, "--json")
        counted = lambda: office.at("router", "nft", "list", "counter", "inet", "lab", "stun").stdout
        has(quiet, "packets 0 " in counted(), "nobody was asked")
        silent = owner(office, "silent").entrance("check", *FREEPBX, "--stun", WAN, "--json")
        has(silent, "packets 2 " in counted() and "stun" not in silent.report().data["office"]["said"], "asked in vain")
        has(silent, "did not say what your street address is" in silent.err, "and said so")


def a_named_server_is_believed_where_the_router_says_nothing():
    with Office(asterisk=False, upnp="no", natpmp="no") as office:
        office.start_options_server()
        child = office.spawn("wan", "turnserver", "-n", "-L", WAN, "-p", "3478", "--no-auth", "--no-tls", "--no-dtls",
                             "--no-cli", "--pidfile", office.folder / "turn.pid", "--db", office.folder / "turn.db",
                             "--log-file", "stdout")
        wait_for("coturn listens", lambda: f"{WAN}:3478" in office.at("wan", "ss", "-lnu").stdout)
        person = Person(office, "pc")
        before = person.entrance("check", *FREEPBX, "--json")
        has(before, "public-address-unknown" in before.report().codes(), "nobody knows the street address")
        seen = person.entrance("check", *FREEPBX, "--stun", WAN, "--json")
        said = seen.report().data["office"]
        has(seen, (said["public_address"], said["public_address_from"]) == (STREET, "stun"), "now it is known")
        has(seen, "public-address-unknown" not in seen.report().codes(), "and not asked for any more")
        masked = person.entrance("check", *FREEPBX, "--stun", WAN, "--json", "--masked")
        has(masked, WAN not in masked.out and STREET not in masked.out, "neither server nor street is told to others")
        assert child.poll() is None


def the_phones_name_is_looked_up_as_phones_do():
    with sitting(low="yes") as office:
        name_server(office)
        said, told = {}, {}
        for name in ["office.example", "office-by-service.example", "newer.example", "elsewhere.example", "nobody.example",
                     "s1234.example", "s1234x.example", f"{STREET}:5060", PBX]:
            seen = owner(office, name.split(":")[0]).entrance("check", *FREEPBX, "--phones-use", name, "--json")
            has(seen, seen.exit == 1, name)
            said[name] = "phones-use-other-address" in seen.report().codes()
            if said[name]:
                told[name] = finding(seen.report(), "phones-use-other-address")
            # What leads inside is nobody's street, whoever typed it into a phone.
            has(seen, seen.report().data["office"]["public_address"] == STREET, "the street is the router's word")
        assert said == {"office.example": False, "office-by-service.example": False, "newer.example": True,
                        "elsewhere.example": True, "nobody.example": True, "s1234.example": True,
                        "s1234x.example": False, f"{STREET}:5060": False, PBX: True}, said
        for name, meaning, address in [("newer.example", "newer kind", "2a00:77:33::5"), ("elsewhere.example", "another house", COMPANY),
                                       ("nobody.example", "nobody could tell", ""), ("s1234.example", "only inside", PBX)]:
            assert meaning in told[name]["meaning"] and address in told[name]["detail"], f"{name}: {told[name]}"
            assert "ends in x" in told[name]["action"], told[name]
        # Without a name server nothing is known of the name, so nothing is said of it.
        office.restrict("router", "chain names { type filter hook forward priority -5; udp dport 53 drop; }")
        dark = owner(office, "dark").entrance("check", *FREEPBX, "--phones-use", "nobody.example", "--json")
        has(dark, "phones-use-other-address" not in dark.report().codes(), "silence of name servers is no finding")


TESTS = [
    the_phone_company_is_found_as_phones_find_it_and_asked_once,
    a_phone_company_out_of_reach_is_told_by_what_is_in_the_way,
    a_phone_company_that_knows_us_by_our_inside_address_hints_at_the_kernels_doorman,
    the_ways_out_of_a_trixbox_are_tried_only_where_somebody_was_named,
    a_helpers_further_ports_tell_which_ways_out_are_shut,
    a_server_that_the_owner_named_says_the_street_address,
    a_named_server_is_believed_where_the_router_says_nothing,
    the_phones_name_is_looked_up_as_phones_do,
]

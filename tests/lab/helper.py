"""The standing helper on the internet side: an office asks it, and it knocks through the real router at the real phone
system. What it sends and is sent is weighed by the kernel, not by the program."""

import json
import signal
import subprocess
import tempfile
from pathlib import Path

from office import COWORKER, MOBILE, PBX, PC, STREET, Office, wait_for
from programs import FREEPBX, HELPER, Person, has

WAN = "11.22.33.50"
SECOND = "11.22.33.51"
#: An IPv6 internet of this lab's own: its kind must be public, and nothing of it leaves the namespaces.
STREET6, OFFICE6 = "2a00:77:33::", "2a00:77:77::"


#: The helper lets a walk end within 21 seconds when it is told to stop.
PATIENCE = 40


class Helper:
    """The program for a server, in a house of the lab. The doorman's tests run the same as `entrance helper`."""

    def __init__(self, office, house, *args, name="helper"):
        self.office, self.house = office, house
        self.folder = office.folder / name
        self.log = office.folder / f"{name}.log"
        with open(self.log, "w") as log:
            self.child = subprocess.Popen(
                ["ip", "netns", "exec", office.space(house), HELPER, "--state", self.folder, *map(str, args)],
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, text=True)
        office.children.append(self.child)
        line = self.child.stdout.readline()
        assert line.startswith("helper-link: https://"), (line, self.log.read_text())
        self.link = line.split(maxsplit=1)[1].strip()

    def stop(self):
        """Ends it as the system does, and gives its exit code. A walk under way may take 21 seconds to its end; whatever
        takes longer is a fault, and is told with what the process was doing."""
        self.child.send_signal(signal.SIGTERM)
        try:
            return self.child.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            about = [Path(f"/proc/{self.child.pid}/{name}") for name in ("status", "wchan")]
            raise AssertionError("\n".join([self.log.read_text(), *(file.read_text() for file in about)])) from None


def weigh(office, house, port):
    """Counters in the helper's own kernel: what comes to its ports, and all that it sends anybody."""
    office.nft(house, f"""
        table inet weigh {{
            counter received {{ }}
            counter sent {{ }}
            counter strangers {{ }}
            counter first {{ }}
            counter second {{ }}
            chain input {{ type filter hook input priority 0
                meta l4proto {{ tcp, udp }} th dport {{ {port}, 5060, 5062 }} counter name received
            }}
            chain output {{ type filter hook output priority 0
                ip daddr != 127.0.0.0/8 counter name sent
                ip daddr != 127.0.0.0/8 ip daddr != {STREET} counter name strangers
                ip saddr {WAN} meta l4proto {{ tcp, udp }} th sport != {{ {port}, 5060, 5062 }} counter name first
                ip saddr {SECOND} counter name second
            }}
        }}
    """)


def weighed(office, house, name):
    out = office.at(house, "nft", "-j", "list", "counter", "inet", "weigh", name).stdout
    return next(c["counter"]["bytes"] for c in json.loads(out)["nftables"] if "counter" in c)


def a_standing_helper_verifies_sip_through_the_real_router():
    with Office() as office:
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443")
        weigh(office, "wan", 8443)
        owner = Person(office, "pc")
        shut = owner.entrance("check", *FREEPBX, "--helper", helper.link, "--json")
        report = shut.report()
        has(shut, shut.exit == 1 and report.service("sip-udp")["verdict"] == "no-answer", "nothing is open yet")
        has(shut, [w["answered_before"] for w in report.data["walks"]] == [False], "nobody answered this helper yet")
        has(shut, report.service("mysql")["verdict"] == "not-checked", "so its silence locks no cabinet")
        has(shut, "mapping-missing" in report.codes(), "and why")

        opened = owner.entrance("open", *FREEPBX, "--calls", "4", "--yes", "--helper", helper.link, "--json")
        report = opened.report()
        has(opened, opened.exit == 0 and report.data["verdict"] == "ready", "ready after one command")
        has(opened, report.service("sip-udp")["verdict"] == "verified", "SIP is verified")
        has(opened, report.service("mysql")["verdict"] == "shut", "and the cabinets are locked")
        walks = [(w["walker"], w["address"], w["street"]) for w in report.data["walks"]]
        has(opened, walks == [("helper", SECOND, "other")], "knocks came from the helper's second address")
        outside = [e for e in report.data["evidence"] if e["vantage"] == "outside"]
        has(opened, {e["target"].rsplit(":", 1)[0] for e in outside} == {STREET}, "to the office's own street")
        has(opened, report.data["office"]["public_address"] == STREET, "which the router says too")

        received, sent = weighed(office, "wan", "received"), weighed(office, "wan", "sent")
        print(f"       two walks on the wire: received {received} bytes, sent {sent}", flush=True)
        assert 0 < sent <= received, (sent, received)
        assert weighed(office, "wan", "strangers") == 0, "nothing went anywhere else"
        assert weighed(office, "wan", "first") == 0, "the address that the office speaks with never knocks"
        assert weighed(office, "wan", "second") > 0, "the second one does"

        office.by_hand("tcp", 5038, PBX)
        exposed = owner.entrance("check", "--helper", helper.link, "--json")
        has(exposed, exposed.report().service("ami")["verdict"] == "exposed", "an open cabinet is seen")
        has(exposed, "must-stay-shut-is-open" in exposed.report().codes("blocker"), "and said")

        log = helper.log.read_text()
        assert log.count(" walked ") == 3 and STREET not in log and "192.168." not in log, log
        assert helper.stop() == 0
        gone = owner.entrance("check", "--helper", helper.link, "--json")
        has(gone, gone.exit == 3 or "helper-unreachable" in gone.report().codes() + gone.report().folded(), "could not check")
        assert "problem-" not in gone.err and "helper" in gone.err, gone


def six_checks_in_a_row_stay_within_the_limits_and_say_so():
    with Office() as office:
        helper = Helper(office, "coworker", "--listen", f"{COWORKER}:8443")
        owner = Person(office, "pc")
        opened = owner.entrance("open", *FREEPBX, "--calls", "4", "--yes", "--helper", helper.link, "--json")
        has(opened, [w["address"] for w in opened.report().data["walks"]] == [COWORKER], "it has one address only")
        office.nft("pbx", """
            table ip count {
                counter sip { }
                chain in { type filter hook input priority -10
                    ip saddr 11.22.33.0/24 udp dport 5060 counter name sip
                }
            }
        """)
        ages = []
        for _ in range(5):
            check = owner.entrance("check", "--helper", helper.link, "--json")
            report = check.report()
            has(check, check.exit == 0 and report.service("sip-udp")["verdict"] == "verified", "still verified")
            ages.append(next(e["reused"] for e in report.data["evidence"]
                             if e["service"] == "sip-udp" and e["vantage"] == "outside"))
        assert ages == [False] * 2 + [True] * 3, ages
        out = json.loads(office.at("pbx", "nft", "-j", "list", "counter", "ip", "count", "sip").stdout)
        packets = next(c["counter"]["packets"] for c in out["nftables"] if "counter" in c)
        assert packets == 2, f"one message was sent before counting, and {packets} after"
        refused = owner.entrance("check", "--helper", helper.link, "--json")
        has(refused, "Wait" in refused.err and "minutes" in refused.err, "the seventh walk is told when to come again")
        has(refused, refused.report().service("sip-udp")["verdict"] != "verified", "and proves nothing")


def without_a_router_that_tells_the_helper_says_the_street_address():
    with Office(upnp="no", natpmp="no", asterisk=False) as office:
        office.start_options_server()
        office.by_hand("udp", 5060, PBX)
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443", "--knock-from", WAN)
        owner = Person(office, "pc")
        check = owner.entrance("check", *FREEPBX, "--helper", helper.link, "--json")
        report = check.report()
        has(check, report.service("sip-udp")["verdict"] == "verified", "the rule by hand is proved")
        office_part = report.data["office"]
        has(check, (office_part["public_address"], office_part["public_address_from"]) == (STREET, "outside"), "learnt")
        # The same computer through the mobile phone has another street, and nothing behind it.
        aside = owner.entrance("check", "--helper", helper.link, "--interface", "usb0", "--json")
        targets = {e["target"].rsplit(":", 1)[0] for e in aside.report().data["evidence"] if e["vantage"] == "outside"}
        has(aside, targets == {MOBILE}, "walked to where the connection came from, and nowhere else")

        # A helper inside the office is no outside, and on the internet it walks to no private address.
        inside = Helper(office, "pbx", "--listen", f"{PBX}:8443", name="inside")
        check = owner.entrance("check", "--helper", inside.link, "--json")
        has(check, PC in check.err and "problem-" not in check.err, "refused, and the address named")
        assert inside.stop() == 0
        lab = Helper(office, "pbx", "--listen", f"{PBX}:8443", "--allow-private", name="inside-allowed")
        check = owner.entrance("check", "--helper", lab.link, "--json")
        has(check, "not-outside" in check.report().codes() + check.report().folded(), "no outside either")


def with_ipv6(office):
    """Gives street and office IPv6: no translation, and a router that lets the answers in and nobody else."""
    # A carrier's box passes IPv6 on as it is.
    outside = [("router", "wan0", f"{STREET6}2/64", f"{STREET6}50")]
    if office.tower:
        outside = [("isp", "out0", f"{STREET6}2/64", f"{STREET6}50"), ("isp", "in0", "2a00:77:44::1/64", None),
                   ("router", "wan0", "2a00:77:44::2/64", "2a00:77:44::1")]
    inside = [("router", "br0", f"{OFFICE6}1/64", None), ("pc", "eth0", f"{OFFICE6}10/64", f"{OFFICE6}1"),
              ("pbx", "eth0", f"{OFFICE6}20/64", f"{OFFICE6}1")]
    for name, device, address, gateway in [("wan", "br0", f"{STREET6}50/64", None), *outside, *inside]:
        office.ip(name, "-6", "addr", "add", address, "dev", device, "nodad")
        if gateway:
            office.ip(name, "-6", "route", "add", "default", "via", gateway)
        if name in ["router", "isp"]:
            office.at(name, "sysctl", "-qw", "net.ipv6.conf.all.forwarding=1")
    office.ip("wan", "-6", "route", "add", f"{OFFICE6}/64", "via", f"{STREET6}2")
    if office.tower:
        office.ip("isp", "-6", "route", "add", f"{OFFICE6}/64", "via", "2a00:77:44::2")
    office.nft("router", """
        insert rule inet filter input meta l4proto ipv6-icmp accept
        insert rule inet nat postrouting meta nfproto ipv6 accept
    """)
    refused = ("import socket,sys\ns=socket.socket(socket.AF_INET6);s.settimeout(1)\n"
               "try: s.connect((sys.argv[1],9))\nexcept ConnectionRefusedError: pass\n")
    wait_for("IPv6 reaches the street",
             lambda: office.at("pc", "python3", "-c", refused, f"{STREET6}50", check=False).returncode == 0)


def over_ipv6_the_helper_walks_to_the_computer_that_asks():
    with Office() as office:
        with_ipv6(office)
        # The router drops what comes in over IPv6 by itself; one port is open in its firewall, as happens.
        office.nft("router", 'add rule inet filter by_hand iifname "wan0" ip6 daddr ' f"{OFFICE6}20 tcp dport 3306 accept")
        office.spawn("pbx", "python3", "-c", MYSQL)
        wait_for("the database", lambda: ":3306" in office.at("pbx", "ss", "-lnt").stdout)
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443", "--listen", f"[{STREET6}50]:8443")
        assert "also=" in helper.link, helper.link
        owner = Person(office, "pc")
        opened = owner.entrance("open", *FREEPBX, "--calls", "4", "--yes", "--helper", helper.link, "--json")
        report = opened.report()
        has(opened, opened.exit == 0 and len(report.data["walks"]) == 2, "two walks")
        has(opened, report.service("sip-udp")["verdict"] == "verified", "verified over IPv4")
        has(opened, report.service("sip-udp")["outside_ipv6"] == "silent", "the router drops what comes over IPv6")
        over6 = {e["target"].rsplit(":", 1)[0] for e in report.data["evidence"] if e["family"] == "ipv6"}
        has(opened, over6 == {f"[{OFFICE6}10]"}, "at the PC's own address")
        has(opened, "not-checked-over-ipv6" in report.codes(), "which is not the phone system")

        # On the phone system itself the same check says what its own IPv6 address lets in.
        there = Person(office, "pbx").entrance("check", *FREEPBX, "--helper", helper.link, "--json")
        report = there.report()
        has(there, "not-checked-over-ipv6" not in report.codes() + report.folded(), "checked")
        has(there, report.service("mysql")["verdict"] == "exposed", "the open port is seen over IPv6 only")
        has(there, report.service("mysql")["outside_ipv6"] == "answered", "by its own protocol")
        has(there, "must-stay-shut-is-open" in report.codes("blocker"), "and it blocks")


def the_service_file_is_one_that_systemd_starts():
    with tempfile.TemporaryDirectory() as folder:
        unit = Path(folder) / "entrance-helper.service"
        text = (Path(__file__).parents[2] / "assets" / "entrance-helper.service").read_text()
        # Where the program is not installed yet, systemd would say only that.
        unit.write_text(text.replace("/usr/bin/entrance-helper", str(Path(HELPER).absolute())))
        read = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True, check=False)
        assert read.returncode == 0 and str(unit.name) not in read.stderr, read.stderr
        # So that this can fail: a mistyped line is told.
        unit.write_text(unit.read_text().replace("DynamicUser=yes", "DynamicUsr=yes"))
        read = subprocess.run(["systemd-analyze", "verify", "--man=no", unit], capture_output=True, text=True, check=False)
        assert "DynamicUsr" in read.stderr, read.stderr


#: A database that greets as MySQL does (protocol 10), over both families.
MYSQL = (
    "import socket\n"
    "s=socket.socket(socket.AF_INET6);s.setsockopt(socket.SOL_SOCKET,socket.SO_REUSEADDR,1)\n"
    "s.bind(('::',3306));s.listen()\n"
    "hello=b'\\x0a5.7.33\\0'+b'\\1\\0\\0\\0'+b'abcdefgh\\0'+b'\\xff\\xf7\\x08\\x02\\0\\x0f\\x80\\x15'+b'\\0'*10+b'ijklmnopqrst\\0'\n"
    "hello+=b'mysql_native_password\\0'\n"
    "while True:\n"
    "    c,_=s.accept();c.sendall(len(hello).to_bytes(3,'little')+b'\\0'+hello);c.close()\n"
)


TESTS = [
    a_standing_helper_verifies_sip_through_the_real_router,
    six_checks_in_a_row_stay_within_the_limits_and_say_so,
    without_a_router_that_tells_the_helper_says_the_street_address,
    over_ipv6_the_helper_walks_to_the_computer_that_asks,
    the_service_file_is_one_that_systemd_starts,
]

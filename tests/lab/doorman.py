"""The doorman (SIP ALG) between an office and a standing helper: the kernel's own, one that acts as a proxy, one that
keeps letters, and none at all. What the helper says that arrived is compared with what was on its wire."""

import sys

from office import Office, wait_for
from programs import ENTRANCE, FREEPBX, Person, has
from score import exactly, proves

HELPER = "11.22.33.50"
MINE = "192.168.77.10"
STREET = "11.22.33.2"
#: These offices have nothing opened, so a helper's knock finds the entrances missing.
SHUT = ["audio-not-proved", "mapping-missing", "phone-system-address-may-change", "range-too-long-for-router"]

# Letters as they come off the wire in front of the helper, one Python literal a line.
WIRETAP = r"""
import socket, struct
raw = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x0800))
print(b"listening", flush=True)
while True:
    packet, about = raw.recvfrom(65535)
    if about[2] == socket.PACKET_OUTGOING or packet[9] != 17:
        continue
    head = (packet[0] & 15) * 4
    source, target, length, _ = struct.unpack("!HHHH", packet[head:head + 8])
    letter = packet[head + 8:head + length]
    if target in (5060, 5062) and letter.startswith(b"INVITE"):
        print((target, letter), flush=True)
"""

# A doorman of the other family, after the example of the first SIP ALG detector: passes letters on in his own name.
PROXY = r"""
import re, select, socket
inside = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); inside.bind(("192.168.77.1", 15060))
outside = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); outside.bind(("11.22.33.2", 0))
last = None
while True:
    for ready in select.select([inside, outside], [], [])[0]:
        letter, source = ready.recvfrom(4096)
        text = letter.decode()
        if ready is inside:
            last = source
            host, port = re.search(r"@([\d.]+):(\d+)", text.split("\r\n")[0]).groups()
            own = "Via: SIP/2.0/UDP 11.22.33.2:%d;branch=z9hG4bKproxy%s\r\n" % (outside.getsockname()[1], source[1])
            text = text.replace("Via:", own + "Via:", 1).replace("Max-Forwards: 70", "max-forwards: 69")
            text = re.sub(r"(From: .*\r\n)(To: .*\r\n)", r"\2\1", text)
            text = re.sub(r"Content-Length: (\d+)", r"Content-Length:   \1", text)
            outside.sendto(text.encode(), (host, int(port)))
        elif last:
            inside.sendto(re.sub(r"Via: [^\r]*proxy[^\r]*\r\n", "", text, count=1).encode(), last)
"""


class Street:
    """An office with a helper on its street, and a tap on the helper's wire."""

    def __init__(self, office, *helper):
        self.office = office
        self.owner = Person(office, "pc")
        office.start_options_server()
        self.log = office.folder / "helper.log"
        self.tapped = office.folder / "tapped.log"
        state = office.folder / "helper"
        with open(self.log, "w") as log:
            office.spawn("wan", ENTRANCE, "helper", "--listen", f"{HELPER}:8443", "--state", state, *helper, log=log)
        with open(self.tapped, "w") as log:
            office.spawn("wan", sys.executable, "-c", WIRETAP, log=log)
        wait_for("the wiretap", lambda: "listening" in self.tapped.read_text())
        self.link = wait_for("the helper's link", self.read_link)

    def read_link(self):
        links = [l for l in self.log.read_text().splitlines() if l.startswith("helper-link: ")]
        return links[0].split(": ", 1)[1] if links else None

    def check(self, *more):
        return self.owner.entrance("check", *FREEPBX, "--helper", self.link, *more)

    def arrived_as_tapped(self, answer):
        """Every UDP letter is shown as it was on the wire."""
        wire = [eval(line) for line in self.tapped.read_text().splitlines()[1:]]  # noqa: S307  our own output
        for test in answer.report().data["doorman"]:
            if test["transport"] == "udp" and test["arrived"]:
                letters = [letter for port, letter in wire if port == test["port"]]
                shown = "\r\n".join(test["arrived"]) + "\r\n"
                has(answer, shown.encode() in letters, f"shown as it was on the wire: {letters}")


def tests_of(answer):
    return {(t["transport"], t["port"]): t for t in answer.report().data["doorman"]}


def names(test):
    return [line["name"] for line in test["changed"]]


def finding(answer, code):
    found = [f for f in answer.report().data["findings"] if f["code"] == code]
    has(answer, len(found) == 1, f"one {code}")
    return found[0]


def follow(office, rules):
    """Puts the kernel's own doorman at the router's gate."""
    office.nft("router", f"""
        table ip doorman {{
            ct helper sip-udp {{ type "sip" protocol udp; l3proto ip; }}
            ct helper sip-tcp {{ type "sip" protocol tcp; l3proto ip; }}
            chain pre {{ type filter hook prerouting priority -150
                {rules}
            }}
        }}
    """)


def without_a_doorman_nothing_is_said_and_all_letters_are_shown_to_have_arrived():
    with Office(asterisk=False) as office:
        street = Street(office)
        answer = street.check("--json")
        tests = tests_of(answer)
        has(answer, sorted(tests) == [("tcp", 5060), ("tcp", 5062), ("udp", 5060), ("udp", 5062)], "the whole matrix")
        for test in tests.values():
            has(answer, test["reply"] and test["arrived"] == test["sent"], "arrived as it was sent, and was answered")
            has(answer, test["changed"] == [] and test["reply_changed"] == [], "nothing changed")
            has(answer, any(MINE in line for line in test["arrived"] if line.startswith("Via:")), "inside address kept")
        has(answer, not [c for c in answer.report().codes() if c.startswith("sip-")], "and no word about a doorman")
        street.arrived_as_tapped(answer)
        text = street.check()
        has(text, "No doorman: every letter arrived as it was sent." in text.out, "but the report says so")
        masked = street.check("--json", "--masked")
        has(masked, MINE not in masked.out and STREET not in masked.out, "a masked report names no address")
        has(masked, "sip-rewritten" not in masked.report().codes(), "and says the same")


@proves("sip-rewritten")
def the_kernels_doorman_on_the_usual_port_is_named_with_every_line():
    with Office(asterisk=False) as office:
        street = Street(office)
        follow(office, 'udp dport 5060 ct helper set "sip-udp"')
        answer = street.check("--json")
        tests = tests_of(answer)
        rewritten = tests["udp", 5060]
        has(answer, names(rewritten) == ["Via", "From", "Contact", "o=", "c="], "the lines that the kernel rewrites")
        for line in rewritten["changed"]:
            has(answer, MINE in line["sent"] and STREET in line["arrived"], "you sent, arrived as")
        has(answer, {n for (t, n) in tests if tests[t, n]["changed"]} == {5060}, "only there")
        has(answer, tests["udp", 5062]["changed"] == [] and tests["tcp", 5060]["changed"] == [], "others pass")
        has(answer, rewritten["reply"] and rewritten["reply_changed"], "the way back is rewritten too")
        found = finding(answer, "sip-rewritten")
        has(answer, found["severity"] == "problem" and "5060" in found["detail"], "a problem")
        has(answer, all(name in found["detail"] for name in ["Via", "From", "Contact", "o=", "c="]), "with its lines")
        has(answer, found["args"]["follows"] == "usual-port", "bound to the usual port")
        exactly(answer, "the kernel's doorman", "action-needed", *SHUT, "sip-rewritten")
        street.arrived_as_tapped(answer)
        text = street.check()
        has(text, "you sent" in text.out and "arrived as" in text.out and STREET in text.out, "line by line")
        saved = office.folder / "masked.json"
        masked = street.check("--json", "--masked", "--save", saved)
        has(masked, MINE not in masked.out and STREET not in masked.out, "a masked report names no address")
        again = street.owner.entrance("replay", saved, "--json")
        has(again, finding(again, "sip-rewritten")["args"]["lines"] == found["args"]["lines"], "and replays the same")
        office.at("router", "nft", "delete", "table", "ip", "doorman")
        after = street.check("--json")
        exactly(after, "the kernel's doorman is switched off", "action-needed", "mapping-not-listed",
                "not-seen-from-outside", *[code for code in SHUT if code != "mapping-missing"])


def a_doorman_who_follows_calls_anywhere_is_told_apart():
    with Office(asterisk=False) as office:
        street = Street(office)
        follow(office, 'udp dport { 5060, 5062 } ct helper set "sip-udp"; tcp dport { 5060, 5062 } ct helper set "sip-tcp"')
        answer = street.check("--json")
        tests = tests_of(answer)
        for key in [("udp", 5060), ("udp", 5062), ("tcp", 5060), ("tcp", 5062)]:
            has(answer, "Via" in names(tests[key]) and "Contact" in names(tests[key]), f"{key}")
        has(answer, finding(answer, "sip-rewritten")["args"]["follows"] == "every-port", "on every port")
        exactly(answer, "a doorman on every port", "action-needed", *SHUT, "sip-rewritten")
        street.arrived_as_tapped(answer)


def a_proxy_in_the_router_is_named_by_what_it_adds():
    with Office(asterisk=False) as office:
        street = Street(office)
        office.spawn("router", sys.executable, "-c", PROXY)
        wait_for("the proxy", lambda: ":15060" in office.at("router", "ss", "-lnu").stdout)
        office.nft("router", """
            table ip proxy {
                chain pre { type nat hook prerouting priority -110
                    iifname "br0" ip daddr 11.22.33.0/24 udp dport 5060 redirect to :15060
                }
            }
        """)
        answer = street.check("--json")
        tests = tests_of(answer)
        has(answer, names(tests["udp", 5060]) == ["Via", "Max-Forwards"], "its own Via, and one hop less; not the order")
        added, hops = tests["udp", 5060]["changed"]
        has(answer, added["sent"] is None and STREET in added["arrived"], "added")
        has(answer, (hops["sent"], hops["arrived"]) == ("Max-Forwards: 70", "Max-Forwards: 69"), "lowered")
        has(answer, tests["udp", 5060]["reply"], "the answer finds back")
        has(answer, finding(answer, "sip-rewritten")["args"]["follows"] == "usual-port", "only the usual port")
        exactly(answer, "a proxy in the router", "action-needed", *SHUT, "sip-rewritten")
        street.arrived_as_tapped(answer)


@proves("sip-swallowed")
def a_doorman_who_keeps_letters_is_a_warning():
    with Office(asterisk=False) as office:
        street = Street(office)
        office.nft("router", """
            table ip keeps {
                chain forward { type filter hook forward priority -10
                    oifname "wan0" udp dport 5060 drop
                }
            }
        """)
        answer = street.check("--json")
        tests = tests_of(answer)
        has(answer, tests["udp", 5060]["arrived"] is None and not tests["udp", 5060]["reply"], "never arrived")
        has(answer, tests["udp", 5062]["arrived"] is not None, "the other port did")
        found = finding(answer, "sip-swallowed")
        has(answer, found["severity"] == "warning" and "UDP 5060" in found["detail"], "said as what it is")
        exactly(answer, "a doorman who keeps letters", "action-needed", *SHUT, "sip-swallowed")


def from_the_phone_system_the_usual_port_can_be_used_and_from_nowhere_else():
    with Office(asterisk=False) as office:
        street = Street(office)
        pc = street.check("--doorman-from-5060", "--json")
        has(pc, pc.report().data["doorman"] == [] and "phone system" in pc.err, "refused on the PC")
        # The phone system's own program is stopped for this, as it would have to be.
        for child in office.children:
            if "pbx" in str(child.args):
                child.terminate()
                child.wait()
        follow(office, 'udp dport 5060 ct helper set "sip-udp"')
        owner = Person(office, "pbx")
        here = owner.entrance("check", *FREEPBX, "--helper", street.link, "--doorman-from-5060", "--json")
        test = tests_of(here)["udp", 5060]
        has(here, any("192.168.77.20:5060;" in line for line in test["sent"]), "left from there")
        has(here, "Via" in names(test), "and was rewritten")


def strangers_at_the_helpers_call_ports_are_not_answered():
    with Office(asterisk=False) as office:
        street = Street(office)
        stranger = (
            "import socket,sys\n"
            "s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM);s.settimeout(1);s.connect(('11.22.33.50',5060))\n"
            "for m in ('OPTIONS','INVITE','REGISTER'):\n"
            "    s.send((m+' sip:x SIP/2.0\\r\\nVia: SIP/2.0/UDP 1.2.3.4;branch=z9hG4bKx;rport\\r\\nFrom: <sip:x>;tag=1\\r\\n'"
            "'To: <sip:x>\\r\\nCall-ID: x\\r\\nCSeq: 1 '+m+'\\r\\nMax-Forwards: 70\\r\\nContent-Length: 0\\r\\n\\r\\n').encode())\n"
            "try: print(s.recv(2000))\n"
            "except TimeoutError: print('silence')\n"
        )
        for house in ["coworker", "pc"]:
            done = office.at(house, sys.executable, "-c", stranger)
            assert done.stdout.strip() == "silence", done.stdout
        answer = street.check("--json")
        has(answer, all(t["arrived"] == t["sent"] for t in answer.report().data["doorman"]), "and letters still arrive")


TESTS = [
    without_a_doorman_nothing_is_said_and_all_letters_are_shown_to_have_arrived,
    the_kernels_doorman_on_the_usual_port_is_named_with_every_line,
    a_doorman_who_follows_calls_anywhere_is_told_apart,
    a_proxy_in_the_router_is_named_by_what_it_adds,
    a_doorman_who_keeps_letters_is_a_warning,
    from_the_phone_system_the_usual_port_can_be_used_and_from_nowhere_else,
    strangers_at_the_helpers_call_ports_are_not_answered,
]

"""The witness on the phone system, and a voice range proved from outside through the real router with nothing stopped:
by the program, and by the script for old systems under the Perl of an older Debian, without root."""

import json
import re
import signal
import subprocess
import threading
import time

from helper import SECOND, WAN, Helper
from office import PBX, PHONE, asterisk_root, wait_for
from peers import finding
from phone_system import Box
from programs import ENTRANCE, FREEPBX, Person, has
from sitting import Owner, alone, sitting
from streets import invited, result_of

VOICES = [*FREEPBX, "--using", "sip-udp,rtp"]
FIRST, LAST = 10000, 20000


class Standing:
    """A witness at work: what it says to stdout and stderr together, line by line."""

    def __init__(self, office, *command, env=None):
        self.child = office.start("pbx", *command, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.said = ""
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.child.stdout:
            self.said += line

    def says(self, pattern):
        return wait_for(f"the witness says {pattern}", lambda: re.search(pattern, self.said))

    def end(self):
        """Ends it as the system does, and gives all that it said."""
        self.child.send_signal(signal.SIGTERM)
        assert self.child.wait(30) == 0, self.said
        self.reader.join(10)
        return self.said


def program(office, code, ports=None):
    """Without ports it stands where the code says."""
    env = Person(office, "pbx").env
    where = ["--ports", ports] if ports else []
    standing = Standing(office, ENTRANCE, "witness", *where, "--code", code, "--yes", env=env)
    standing.says("Standing behind")
    return standing


def script(office, code, ports):
    """The script, as somebody without rights and with the file handles that old systems give."""
    printed = Person(office, "pbx").entrance("witness", "--script", "--ports", ports, "--code", code)
    has(printed, printed.exit == 0 and printed.out.startswith("#!/usr/bin/perl"), "a script")
    file = asterisk_root() / office.prefix / "witness.pl"
    file.write_text(printed.out)
    limited = f"ulimit -n 1024; exec perl -w /{office.prefix}/witness.pl"
    standing = Standing(office, "chroot", "--userspec=nobody", asterisk_root(), "sh", "-c", limited)
    standing.says(r"Holding (\d+) of")
    return standing


def knocks(office, first, last):
    """Counters at the phone system itself: what comes to the voice ports, and what leaves them."""
    office.restrict("pbx", f"""
        counter came {{ }}
        counter left {{ }}
        chain in {{ type filter hook input priority -10; udp dport {first}-{last} ip saddr 11.22.33.0/24 counter name came; }}
        chain out {{ type filter hook output priority -10; udp sport {first}-{last} ip daddr 11.22.33.0/24 counter name left; }}
    """)


def counted(office, name):
    out = json.loads(office.at("pbx", "nft", "-j", "list", "counter", "inet", "lab", name).stdout)
    found = next(c["counter"] for c in out["nftables"] if "counter" in c)
    return found["packets"], found["bytes"]


def a_witness_names_exactly_the_ports_that_do_not_pass():
    with sitting(low="yes") as office:
        owner = Owner(office)
        missing = (10007, 10013)
        for port in [5060, *(p for p in range(10000, 10020) if p not in missing)]:
            office.map(port)
        first = owner.entrance("check", *VOICES, "--calls", "9", "--json")
        has(first, first.report().service("rtp")["verdict"] != "verified", "nobody has knocked yet")

        # With no witness the same walk proves nothing about the voices, and says so.
        alone = result_of(Person(office, "mobile", "no-witness"), invited(owner))
        seen = owner.entrance("check", "--walk-result", alone, "--json")
        has(seen, seen.report().service("sip-udp")["verdict"] == "verified", "the bell")
        has(seen, "audio-not-proved" in seen.report().codes() + seen.report().folded(), "silence is no result")

        for stand, name in [(program, "program"), (script, "script")]:
            code = invited(owner)
            standing = stand(office, code, "10000-10019")
            result = result_of(Person(office, "coworker", f"visitor-of-{name}"), code)
            said = standing.end()
            assert "11.22.33.60" in said, said
            seen = owner.entrance("check", "--walk-result", result, "--json")
            holes = finding(seen.report(), "audio-partly-open")
            has(seen, "2 do not pass: 10007, 10013." in holes["detail"], f"both are named, and no other ({name})")
            has(seen, "20 ports were asked" in holes["detail"], "all twenty were asked")
            has(seen, seen.report().service("rtp")["verdict"] == "no-answer" and seen.exit == 1, "to be done")

        for port in missing:
            office.map(port)
        code = invited(owner)
        standing = program(office, code, "10000-10019")
        result = result_of(Person(office, "coworker", "visitor-of-all"), code)
        standing.end()
        seen = owner.entrance("check", "--walk-result", result, "--json")
        has(seen, seen.report().service("rtp")["verdict"] == "verified", "the voices are proved without a call")
        has(seen, seen.report().service("sip-udp")["verdict"] == "verified" and seen.exit == 0, "and all is ready")


def every_port_of_the_whole_range_is_proved_with_nothing_stopped():
    with sitting(low="yes") as office:
        owner = Owner(office)
        office.map(5060)
        office.by_hand("udp", f"{FIRST}-{LAST}", PBX)
        owner.entrance("check", *VOICES)
        # Asterisk's own end of a call: it keeps its port, and the witness stands beside it.
        office.asterisk(f"channel originate UnicastRTP/{PHONE}:4000/c(ulaw) application Wait 600")
        in_call = wait_for("Asterisk holds a port for a call", lambda: voice_ports(office))
        for stand, name in [(program, "program"), (script, "script")]:
            code = invited(owner)
            standing = stand(office, code, f"{FIRST}-{LAST}")
            held = int(re.search(r"(?:behind|Holding) (\d[\d,]*) of", standing.said).group(1).replace(",", ""))
            assert held == 10001 - len(in_call), (held, in_call, standing.said)
            knocks(office, FIRST, LAST)
            begun = time.monotonic()
            result = result_of(Person(office, "coworker", f"sweeper-of-{name}"), code, "--every-port")
            took = time.monotonic() - begun
            (came, bytes_in), (left, bytes_out) = counted(office, "came"), counted(office, "left")
            said = standing.end()
            print(f"       {name}: {came} datagrams came, {left} answers left; the whole walk took {took:.1f} s", flush=True)
            assert held <= left <= came <= 2 * 10001 + 100, (held, left, came)
            assert bytes_out <= bytes_in, "and no answer is larger than its question"
            assert "11.22.33.60" in said, said
            office.free()
            seen = owner.entrance("check", "--walk-result", result, "--json")
            report = seen.report()
            has(seen, report.service("rtp")["verdict"] == "verified", f"every port passes ({name})")
            has(seen, not {"audio-not-proved", "audio-partly-open"} & set(report.codes() + report.folded()), "no doubt left")
            assert voice_ports(office) == in_call, "the call goes on"

        # Two of ten thousand do not pass: a sweep finds them, and samples would not.
        holes = "udp dport { 13131, 17777 } drop"
        office.restrict("router", f"chain holes {{ type filter hook forward priority -1; {holes}; }}")
        code = invited(owner)
        standing = program(office, code, f"{FIRST}-{LAST}")
        result = result_of(Person(office, "coworker", "sweeper-of-holes"), code, "--every-port")
        standing.end()
        seen = owner.entrance("check", "--walk-result", result, "--json")
        says = finding(seen.report(), "audio-partly-open")["detail"]
        has(seen, "2 do not pass: 13131, 17777." in says, "both are named, of 10,001")


def voice_ports(office):
    """Voice ports that Asterisk holds now."""
    listed = office.at("pbx", "ss", "-Hlnup").stdout.splitlines()
    ports = {int(line.split()[3].rsplit(":", 1)[1]) for line in listed if "asterisk" in line}
    return sorted(port for port in ports if FIRST <= port <= LAST)


def the_phone_systems_own_range_is_walked_and_not_the_usual_one():
    rtp = "[general]\nrtpstart=30000\nrtpend=30099\n"
    with alone(files=[("rtp.conf", rtp)], low="yes") as office:
        office.by_hand("udp", 5060, PBX)
        office.by_hand("udp", "30000-30099", PBX)
        office.forget_flows()
        owner = Owner(office, "own-range")
        usual = invited(owner, *VOICES)
        paste = office.folder / "paste.txt"
        paste.write_text(Box(office).block().text)
        # Fax is asked for too: what the file says of the voice is not said of it.
        looked = [*FREEPBX, "--using", "sip-udp,rtp,t38", "--inside", paste]
        owner.entrance("check", *looked)
        code = invited(owner)
        assert len(usual) < len(code) <= len(usual) + 14, (usual, code)
        standing = program(office, code)
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443", "--knock-from", SECOND)
        # The code of the usual range leads past the witness; the new one leads to it.
        past = result_of(Person(office, "mobile", "past-it"), usual)
        result = result_of(Person(office, "coworker", "of-its-own"), code)
        for how in [["--walk-result", past], ["--walk-result", result], ["--helper", helper.link]]:
            seen = owner.entrance("check", *looked, *how, "--json")
            rtp = seen.report().service("rtp")
            has(seen, rtp["ports"] == [30000, 30099], "the phone system's own range")
            has(seen, (rtp["verdict"] == "verified") == (past not in how), f"the voices are proved by {how[0]}")
            fax = seen.report().service("t38")
            has(seen, (fax["ports"], fax["verdict"]) == ([4000, 4999], "not-checked"), "nothing is known of fax")
        said = standing.end()
        assert all(walker in said for walker in ("11.22.33.60", SECOND)), said


TESTS = [
    the_phone_systems_own_range_is_walked_and_not_the_usual_one,
    a_witness_names_exactly_the_ports_that_do_not_pass,
    every_port_of_the_whole_range_is_proved_with_nothing_stopped,
]

"""The sound proved without a call, through the real router: every port of the range, the script on a system too old
for the program, and a phone system that has a call while the witness stands beside it."""

import subprocess

from office import PBX, STREET, asterisk_root, wait_for
from programs import ENTRANCE, Person
from sitting import Owner, sitting

VOICES = ["--system", "freepbx", "--pbx", PBX, "--using", "remote-phones"]
WHOLE = 10001


def has(answer, condition, what):
    assert condition, f"missing: {what}\n{answer}"


def invited(office, name):
    """An owner with the bell mapped, and the code of a visitor."""
    owner = Owner(office, name)
    office.map(5060)
    owner.entrance("check", *VOICES, "--json")
    return owner, owner.entrance("invite").last_line()


def stands(office, port):
    """The witness holds its last port: every other one too."""
    wait_for("the witness stands", lambda: f":{port} " in office.at("pbx", "ss", "-lnu").stdout)


def heard(owner, walk):
    """What the office makes of a walk: the answer, its voice row and what the walk heard there."""
    has(walk, walk.exit == 0, "a walk")
    seen = owner.entrance("check", "--walk-result", walk.last_line(), "--json")
    report = seen.report()
    voice = [v for v in report.data["voice"] if v["service"] == "rtp"]
    has(seen, len(voice) == 1, "one walk along the voices")
    return seen, report, voice[0]


def count(ranges):
    return sum(last - first + 1 for first, last in ranges)


def swept(office, name, *open_ports):
    """A witness on the whole range, these ports open by hand, and a walk along every one of them."""
    owner, code = invited(office, f"owner-{name}")
    for ports in open_ports:
        office.by_hand("udp", ports, PBX)
    child = office.start("pbx", ENTRANCE, "witness", "--ports", "10000-20000", "--code", code, "--yes",
                         env=Person(office, "pbx", f"witness-{name}").env)
    stands(office, 20000)
    walk = Person(office, "coworker", f"sweeper-{name}").entrance("walk", code, "--every-port", "--yes")
    found = heard(owner, walk)
    child.terminate()
    child.wait(10)
    return found


def every_voice_port_of_ten_thousand_and_one_is_proved_or_named():
    with sitting(low="yes") as office:
        seen, report, voice = swept(office, "of-all", "10000-20000")
        has(seen, count(voice["asked"]) == WHOLE, f"all {WHOLE} were asked, not {voice['asked']}")
        has(seen, not voice["missing"], f"none is missing of {voice['missing']}")
        has(seen, report.service("rtp")["verdict"] == "verified", "the voices are proved")
        has(seen, "audio-not-proved" not in report.codes() + report.folded(), "and nothing is left to prove")
        has(seen, report.data["verdict"] == "ready", "so the office is ready")

    with sitting(low="yes") as office:
        seen, report, voice = swept(office, "of-holes", "10000-11999", "12001-14999", "15011-20000")
        has(seen, count(voice["asked"]) == WHOLE, "all were asked again")
        has(seen, voice["missing"] == [[12000, 12000], [15000, 15010]], f"a hole and a stretch, {voice['missing']}")
        detail = next(f for f in report.data["findings"] if f["code"] == "audio-partly-open")["detail"]
        has(seen, "12000, 15000-15010" in detail, "named as they are")


def a_script_proves_the_voices_of_a_system_too_old_for_the_program():
    with sitting(low="yes") as office:
        owner, code = invited(office, "owner-of-a-script")
        for ports in ["10000-10007", "10010-10019"]:
            office.by_hand("udp", ports, PBX)
        printed = Person(office, "pbx", "scribe").entrance("witness", "--script", "--ports", "10000-10019", "--code", code)
        has(printed, printed.exit == 0 and printed.out.startswith("#!/usr/bin/perl"), "a script")
        # As nobody, on the system of five years before, with the Perl that came with it.
        root = asterisk_root()
        script = root / office.prefix / "witness.pl"
        script.write_text(printed.out)
        script.chmod(0o644)
        office.start("pbx", "chroot", "--userspec=65534:65534", root, "perl", "-w", f"/{office.prefix}/witness.pl",
                     log=office.folder / "script.log")
        stands(office, 10019)
        walk = Person(office, "coworker", "listener-to-a-script").entrance("walk", code, "--every-port", "--yes")
        seen, report, voice = heard(owner, walk)
        has(seen, "audio-partly-open" in report.codes("problem"), "some voices are lost")
        detail = next(f for f in report.data["findings"] if f["code"] == "audio-partly-open")["detail"]
        has(seen, "10008-10009" in detail, "both doors that stay stuck")
        has(seen, [10008, 10009] in voice["missing"], "and in the document")
        said = (office.folder / "script.log").read_text()
        assert STREET not in said, said


def a_call_that_is_going_on_keeps_its_ports():
    with sitting(low="yes") as office:
        owner, code = invited(office, "owner-with-a-call")
        office.by_hand("udp", "10000-20000", PBX)
        # Somebody talks: one pair of ports is taken.
        office.start("pbx", "python3", "-c", TALK)
        wait_for("the call's ports", lambda: ":10006 " in office.at("pbx", "ss", "-lnu").stdout)
        log = office.folder / "witness-beside-a-call.log"
        office.start("pbx", ENTRANCE, "witness", "--ports", "10000-10019", "--code", code, "--yes", log=log,
                     env=Person(office, "pbx", "witness-beside-a-call").env)
        stands(office, 10019)
        wait_for("the witness says what it left", lambda: "10006-10007" in log.read_text())
        walk = Person(office, "coworker", "listener-beside-a-call").entrance("walk", code, "--every-port", "--yes")
        seen, report, voice = heard(owner, walk)
        has(seen, [10006, 10007] not in voice["missing"], f"ports in use are not missing: {voice}")
        has(seen, "audio-partly-open" not in report.codes(), "so nothing is called stuck")


TALK = """
import socket, time
held = []
for port in (10006, 10007):
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("0.0.0.0", port)); held.append(s)
time.sleep(600)
"""

TESTS = [
    every_voice_port_of_ten_thousand_and_one_is_proved_or_named,
    a_script_proves_the_voices_of_a_system_too_old_for_the_program,
    a_call_that_is_going_on_keeps_its_ports,
]

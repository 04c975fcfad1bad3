"""The program is killed at every step of opening and of taking back: at every request before the router hears of it and
right after it did, and at every step by which a file is written. Whatever the moment, the journal knows what the router
has because of us, no file is lost, and the next start says what happened and leaves nothing half done."""

import re
import signal
import subprocess

from gate import Gate, journalled
from office import PBX, PC, ROUTER
from programs import ENTRANCE, has
from score import figure
from screen import word
from sitting import UPNPC, Owner, sitting

BELLS = ["--system", "asterisk", "--pbx", PBX, "--using", "sip-udp,iax2"]
OPEN = ["open", *BELLS, "--yes"]
UNDO = ["undo", "--all", "--yes"]
#: What the journal may say of an entrance that the router has because of us.
OPEN_STATES = {"asked", "made", "repairing", "undoing"}
UNSETTLED = {"asked", "repairing", "undoing"}
#: Nothing else may lie in the folder, whatever the moment.
FILES = re.compile(r"\.?(journal|settings|budget|happened|invitations|look|rounds|window|log|files)[.\w-]*|history|profiles")


def listed(office):
    """The ports on the router's list that bear our name."""
    out = office.at("pc", *UPNPC, "-l", check=False).stdout
    return sorted(int(port) for port in re.findall(r"(?:UDP|TCP) +(\d+)->\S+ +'SepEntrance[^']*'", out))


def nothing_is_lost(office, owner, moment):
    """Right after the program died."""
    ours, states = listed(office), journalled(owner)
    forgotten = [port for port in ours if states.get(port) not in OPEN_STATES]
    assert not forgotten, f"{moment}: the router has {ours}, the journal {states}"
    litter = [f.name for f in owner.folder.iterdir() if not FILES.fullmatch(f.name)]
    assert not litter, f"{moment}: {litter}"


def the_next_start_tells(office, owner, moment):
    """A check after the death, which changes nothing of its own accord but finishes what was begun."""
    before = journalled(owner)
    seen = owner.entrance("check", *BELLS, "--json")
    states, ours = journalled(owner), listed(office)
    assert not UNSETTLED & set(states.values()), f"{moment}: {before} {states}\n{seen}"
    made = sorted(port for port, state in states.items() if state == "made")
    assert made == ours, f"{moment}: the journal has {states}, the router {ours}\n{seen}"
    for port, was in before.items():
        said = {"asked": {"made": "settled-opening-made", "not-made": "settled-opening-not-made"},
                "undoing": {"undone": "settled-undoing-undone"}}.get(was, {}).get(states[port])
        if was in UNSETTLED:
            assert said, f"{moment}: {port} was {was} and is {states[port]}"
            has(seen, re.search(word(said), seen.err), f"{moment}: {said} is told")
    has(seen, not {"mapping-gone", "router-forgot"} & set(seen.report().codes()), f"{moment}: nobody else did it")
    has(seen, "kept as" not in seen.err, f"{moment}: no file was set aside")
    return seen


def taken_back(office, owner, moment, before):
    done = owner.entrance(*UNDO, "--json")
    assert office.table() == before, f"{moment}: {office.table()} instead of {before}\n{done}"
    assert not OPEN_STATES & set(journalled(owner).values()), f"{moment}: {journalled(owner)}"


def begin(owner, *args, wrap=()):
    command = ["ip", "netns", "exec", owner.office.space(owner.house), *wrap, ENTRANCE, *args, "--router", ROUTER]
    return subprocess.Popen(command, env=owner.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)


def at_each_request(office, gate, verb, prepare, before):
    """Kills `verb` at every request, one way and the other. Gives how often."""
    deaths = 0
    for moment in ["before", "after"]:
        number = 0
        while True:
            number += 1
            owner = Owner(office, f"{verb[0]}-{moment}-{number}")
            prepare(owner)
            child, seen = None, []

            def die(action, port):
                # What the router is about to hear of, or has heard of, stands on the disk.
                seen.append((action, port, journalled(owner).get(port)))
                child.kill()
                child.wait(10)

            gate.at(number, moment, die)
            child = begin(owner, *verb)
            child.wait(60)
            if child.returncode != -signal.SIGKILL:
                assert child.returncode in (0, 1) and not seen, f"{verb[0]} ended by itself: {child.returncode}"
                gate.open()
                taken_back(office, owner, "at its own end", before)
                break
            deaths += 1
            assert gate.happened.wait(30), "the gate has seen it"
            gate.open()
            (action, port, state), name = seen[0], f"{verb[0]} {moment} request {number}, {seen[0]}"
            wanted = {"AddPortMapping": "asked", "DeletePortMapping": "undoing"}.get(action)
            assert wanted in (None, state), f"{name}: asked for what is not on the disk"
            nothing_is_lost(office, owner, name)
            the_next_start_tells(office, owner, name)
            taken_back(office, owner, name, before)
        assert number > 8, f"{verb[0]}: only {number} requests"
    return deaths


def killed_at_each_request_to_the_router_nothing_is_half_done():
    with sitting(low="yes") as office, Gate(office) as gate:
        office.map(3074, client=PC)
        before = office.table()
        opened = lambda owner: owner.entrance(*OPEN)
        deaths = at_each_request(office, gate, OPEN, lambda owner: None, before)
        deaths += at_each_request(office, gate, UNDO, opened, before)
        figure("faults-injected", deaths)


#: The steps by which a file comes to stand on the disk, or goes from it.
STEPS = "rename,renameat,renameat2,linkat,fsync,fdatasync,unlink,unlinkat"


def at_each_write(office, verb, prepare, before):
    deaths = number = 0
    while True:
        number += 1
        owner, name = Owner(office, f"{verb[0]}-write-{number}"), f"{verb[0]} at write {number}"
        prepare(owner)
        # Counted in each thread, and all writing is done by one.
        wrap = ["strace", "-f", "-qq", "-o", "/dev/null", "-P", str(owner.folder),
                "-e", f"trace={STEPS}", "-e", f"inject={STEPS}:signal=KILL:when={number}"]
        child = begin(owner, *verb, wrap=wrap)
        child.wait(120)
        if child.returncode in (0, 1):
            taken_back(office, owner, "at its own end", before)
            assert number > 8, f"{verb[0]}: only {number} writes"
            return deaths
        assert child.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), f"{name}: {child.returncode}"
        deaths += 1
        nothing_is_lost(office, owner, name)
        the_next_start_tells(office, owner, name)
        taken_back(office, owner, name, before)
        # What it was just writing is swept up, once nobody can be at it any more.
        owner.env["NO_FAKE_STAT"] = "1"
        owner.entrance(*OPEN, later="+2 hours")
        owner.entrance(*UNDO, later="+2 hours")
        half = [str(file) for file in owner.folder.rglob(".*")]
        assert not half, f"{name}: {half}"


def killed_at_each_write_to_the_disk_no_file_is_lost():
    with sitting(low="yes") as office:
        office.map(3074, client=PC)
        before = office.table()
        deaths = at_each_write(office, OPEN, lambda owner: None, before)
        deaths += at_each_write(office, UNDO, lambda owner: owner.entrance(*OPEN), before)
        figure("faults-injected", deaths)


TESTS = [
    killed_at_each_request_to_the_router_nothing_is_half_done,
    killed_at_each_write_to_the_disk_no_file_is_lost,
]

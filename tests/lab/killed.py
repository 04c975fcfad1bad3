"""The program is killed at every step of opening and of taking back: at every request before the router hears of it and
right after it did, and at every step by which a file is written. Whatever the moment, the journal knows what the router
has because of us, no file is lost, and the next start says what happened and leaves nothing half done."""

import contextlib
import re
import signal
import subprocess

from gate import Gate, journalled
from office import PBX, PC, ROUTER, wait_for
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
FILES = re.compile(r"\.?(journal|kept-last|settings|budget|happened|invitations|look|rounds|window|log|files)[.\w-]*|history|profiles")


#: The steps by which a file comes to stand on the disk, or goes from it.
STEPS = "rename,renameat,renameat2,linkat,fsync,fdatasync,unlink,unlinkat"
#: What must stand on the disk when the router is asked for something.
WRITTEN = {"AddPortMapping": "asked", "DeletePortMapping": "undoing"}
#: What the next start says of an entrance that was in the middle of something, by what it is then.
SAID = {"asked": {"made": "settled-opening-made", "not-made": "settled-opening-not-made"},
        "undoing": {"undone": "settled-undoing-undone"}}


def listed(office):
    """The ports on the router's list that bear our name."""
    out = office.at("pc", *UPNPC, "-l", check=False).stdout
    return sorted(int(port) for port in re.findall(r"(?:UDP|TCP) +(\d+)->\S+ +'SepEntrance[^']*'", out))


class Upnp:
    """How one of these tests asks a router, and sees what it has: here by UPnP over IPv4, from the owner's computer, of a
    router that lists what it opens."""

    open, undo, look = OPEN, UNDO, ["check", *BELLS, "--json"]
    written, said, steps = {"open": WRITTEN, "undo": WRITTEN}, SAID, STEPS
    #: What the router shuts only when its time is over, however it is asked, and how long that may take.
    ends_by_itself, patience = set(), 1
    #: Which requests count, and fewer than so many, or so few writes, would be a test that counts none. How a request
    #: ended is written with the next one.
    counted, least, least_writes = None, 8, 4

    owner = staticmethod(Owner)
    listed = staticmethod(listed)

    @staticmethod
    def state(office):
        return office.table()


def nothing_is_lost(office, owner, moment, way=Upnp):
    """Right after the program died."""
    ours, states = way.listed(office), journalled(owner)
    forgotten = [port for port in ours if states.get(port) not in OPEN_STATES]
    assert not forgotten, f"{moment}: the router has {ours}, the journal {states}"
    litter = [f.name for f in owner.folder.iterdir() if not FILES.fullmatch(f.name)]
    assert not litter, f"{moment}: {litter}"


def the_next_start_tells(office, owner, moment, way=Upnp):
    """A check after the death, which changes nothing of its own accord but finishes what was begun."""
    before = journalled(owner)
    seen = owner.entrance(*way.look)
    states, ours = journalled(owner), way.listed(office)
    # What no router tells stays asked, to be asked for again or taken back.
    untold = {port for port, state in states.items() if state == "asked" and "asked" in way.said["asked"]}
    unsettled = {port for port, state in states.items() if state in UNSETTLED} - untold
    assert not unsettled, f"{moment}: {before} {states}\n{seen}"
    made = {port for port, state in states.items() if state == "made"}
    fits = made - way.ends_by_itself <= set(ours) <= made | untold
    assert fits, f"{moment}: the journal has {states}, the router {ours}\n{seen}"
    for port, was in before.items():
        if was in UNSETTLED:
            said = way.said.get(was, {}).get(states[port])
            assert said, f"{moment}: {port} was {was} and is {states[port]}"
            has(seen, re.search(word(said), seen.err), f"{moment}: {said} is told")
    has(seen, not {"mapping-gone", "router-forgot"} & set(seen.report().codes()), f"{moment}: nobody else did it")
    has(seen, "kept as" not in seen.err, f"{moment}: no file was set aside")
    return seen


def taken_back(office, owner, moment, before, way=Upnp):
    done = owner.entrance(*way.undo, "--json")
    with contextlib.suppress(RuntimeError):
        wait_for("the router has nothing of ours", lambda: way.state(office) == before, way.patience)
    assert way.state(office) == before, f"{moment}: {way.state(office)} instead of {before}\n{done}"
    still = {port for port, state in journalled(owner).items() if state in OPEN_STATES}
    assert not still - way.ends_by_itself, f"{moment}: {journalled(owner)}\n{done}"


def begin(owner, *args, wrap=()):
    command = ["ip", "netns", "exec", owner.office.space(owner.house), *wrap, ENTRANCE, *args, "--router", ROUTER]
    return subprocess.Popen(command, env=owner.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)


def at_each_request(office, gate, verb, prepare, before, way=Upnp):
    """Kills `verb` at every request, one way and the other. Gives how often."""
    deaths = 0
    for moment in ["before", "after"]:
        number = 0
        while True:
            number += 1
            owner = way.owner(office, f"{verb[0]}-{moment}-{number}")
            prepare(owner)
            child, seen = None, []

            def die(action, port):
                # What the router is about to hear of, or has heard of, stands on the disk.
                seen.append((action, port, journalled(owner).get(port)))
                child.kill()
                child.wait(10)

            gate.at(number, moment, die, only=way.counted)
            child = begin(owner, *verb)
            child.wait(60)
            if child.returncode != -signal.SIGKILL:
                assert child.returncode in (0, 1) and not seen, f"{verb[0]} ended by itself: {child.returncode}"
                gate.open()
                taken_back(office, owner, "at its own end", before, way)
                break
            deaths += 1
            assert gate.happened.wait(30), "the gate has seen it"
            gate.open()
            (action, port, state), name = seen[0], f"{verb[0]} {moment} request {number}, {seen[0]}"
            wanted = way.written[verb[0]].get(action) if port else None
            assert wanted in (None, state), f"{name}: asked for what is not on the disk"
            nothing_is_lost(office, owner, name, way)
            the_next_start_tells(office, owner, name, way)
            taken_back(office, owner, name, before, way)
        assert number > way.least, f"{verb[0]}: only {number} requests"
    return deaths


def killed_at_each_request_to_the_router_nothing_is_half_done():
    with sitting(low="yes") as office, Gate(office) as gate:
        office.map(3074, client=PC)
        before = office.table()
        opened = lambda owner: owner.entrance(*OPEN)
        deaths = at_each_request(office, gate, OPEN, lambda owner: None, before)
        deaths += at_each_request(office, gate, UNDO, opened, before)
        figure("faults-injected", deaths)


def at_each_write(office, verb, prepare, before, way=Upnp):
    deaths = number = 0
    while True:
        number += 1
        owner, name = way.owner(office, f"{verb[0]}-write-{number}"), f"{verb[0]} at write {number}"
        prepare(owner)
        # Counted in each thread, and all writing is done by one.
        wrap = ["strace", "-f", "-qq", "-o", "/dev/null", "-P", str(owner.folder),
                "-e", f"trace={way.steps}", "-e", f"inject={way.steps}:signal=KILL:when={number}"]
        child = begin(owner, *verb, wrap=wrap)
        child.wait(120)
        if child.returncode in (0, 1):
            taken_back(office, owner, "at its own end", before, way)
            assert number > way.least_writes, f"{verb[0]}: only {number} writes"
            return deaths
        assert child.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), f"{name}: {child.returncode}"
        deaths += 1
        nothing_is_lost(office, owner, name, way)
        the_next_start_tells(office, owner, name, way)
        taken_back(office, owner, name, before, way)
        if way.steps == STEPS:
            # What it was just writing is swept up, once nobody can be at it any more.
            owner.env["NO_FAKE_STAT"] = "1"
            owner.entrance(*way.open, later="+2 hours")
            owner.entrance(*way.undo, later="+2 hours")
            half = [str(file) for file in owner.folder.rglob(".*")]
            assert not half, f"{name}: {half}"


def killed_at_each_write_to_the_disk_no_file_is_lost():
    with sitting(low="yes") as office:
        office.map(3074, client=PC)
        before = office.table()
        deaths = at_each_write(office, OPEN, lambda owner: None, before)
        deaths += at_each_write(office, UNDO, lambda owner: owner.entrance(*OPEN), before)
        figure("faults-injected", deaths)


SECONDS = 470
TESTS = [
    killed_at_each_request_to_the_router_nothing_is_half_done,
    killed_at_each_write_to_the_disk_no_file_is_lost,
]

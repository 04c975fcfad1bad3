"""The world breaks in the middle of opening: the cable is pulled, the router restarts, the disk fills or cannot be written,
the clock is set back a year, the computer sleeps for a night. What the report says is true, and so is the journal."""

import contextlib
import os
import re
import signal

from gate import Gate, journalled
from killed import BELLS, OPEN, UNDO, begin, listed, taken_back, the_next_start_tells
from office import PC, ROUTER, run, wait_for
from programs import Person, has
from score import figure
from screen import word
from sitting import Owner, sitting
from watching import Watch


def results(answer):
    return [(c["external_port"], c["result"], c["hindrance"]) for c in answer.report().data["changes"]]


def pulled(office):
    office.ip("pc", "link", "set", "eth0", "down")


def plugged(office):
    office.ip("pc", "link", "set", "eth0", "up")
    office.ip("pc", "route", "replace", "default", "via", ROUTER)


def the_cable_is_pulled_at_each_request_and_put_in_again():
    with sitting(low="yes") as office, Gate(office) as gate:
        office.map(3074, client=PC)
        before = office.table()
        for verb, action in [(OPEN, "AddPortMapping"), (UNDO, "DeletePortMapping")]:
            for moment in ["before", "after"]:
                owner, name = Owner(office, f"cable-{verb[0]}-{moment}"), f"cable {moment} {action}"
                if verb is UNDO:
                    owner.entrance(*OPEN)
                gate.stops = moment == "before"
                gate.at(1, moment, lambda action, port: pulled(office), only=action)
                try:
                    seen = owner.entrance(*verb, "--json")
                finally:
                    plugged(office)
                    gate.open()
                done = [result for _, result, _ in results(seen)]
                has(seen, done and not {"opened", "undone"} & set(done), f"{name}: nothing is claimed")
                wait_for("the router is there again", lambda: office.table() is not None)
                the_next_start_tells(office, owner, name)
                taken_back(office, owner, name, before)
                figure("faults-injected", 1)


def the_router_restarts_between_two_entrances():
    with sitting(low="yes") as office, Gate(office) as gate:
        office.changed = True
        for moment, action in [("before", "AddPortMapping"), ("after", "AddPortMapping"),
                               ("after", "GetSpecificPortMappingEntry"), ("before", "DeletePortMapping"),
                               ("after", "DeletePortMapping")]:
            owner, name = Owner(office, f"restart-{moment}-{action}"), f"restart {moment} {action}"
            verb = UNDO if action == "DeletePortMapping" else OPEN
            if verb is UNDO:
                owner.entrance(*OPEN)
            gate.stops = False
            gate.at(2, moment, lambda action, port: office.restart_miniupnpd(), only=action)
            seen = owner.entrance(*verb, "--json")
            assert gate.happened.is_set(), name
            gate.open()
            # Whatever each request came to, the report says what the router lists at the end.
            data, ours = seen.report().data, listed(office)
            said = sorted(m["external_port"] for m in data["mappings"] if m["ours"])
            has(seen, said == ours, f"{name}: it says {said}, the router {ours}")
            mapped = {s["ports"][0] for s in data["services"] if s["router"] == "mapped"}
            has(seen, mapped == set(ours), f"{name}: mapped {mapped}")
            open_entries = {p for p, state in journalled(owner).items() if state in {"asked", "made", "undoing"}}
            has(seen, set(ours) <= open_entries, f"{name}: none of {ours} is forgotten, {journalled(owner)}")
            taken_back(office, owner, name, [])
            figure("faults-injected", 1)


class Full:
    """The person's folder on a small disk of its own, which somebody else fills."""

    def __init__(self, owner):
        self.folder = owner.folder

    def __enter__(self):
        run("mount", "-t", "tmpfs", "-o", "size=1m,mode=700", "tmpfs", self.folder)
        return self

    def __exit__(self, *_):
        run("umount", "-l", self.folder, check=False)

    def breaks(self):
        with open(self.folder / "others", "wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(b"x" * 4096)

    def is_mended(self):
        (self.folder / "others").unlink()


class Locked:
    """A folder in which nothing can be written, not even by root."""

    def __init__(self, owner):
        self.folder = owner.folder

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.is_mended()

    def breaks(self):
        run("chattr", "+i", self.folder, self.folder / "history")

    def is_mended(self):
        run("chattr", "-i", self.folder, self.folder / "history")


def asked_of(gate, *actions):
    return [action for action, _ in gate.passed if action in actions]


def a_full_disk_and_one_that_cannot_be_written_change_nothing_at_the_router():
    with sitting(low="yes") as office, Gate(office) as gate:
        for kind in [Full, Locked]:
            name = kind.__name__
            owner = Owner(office, name)
            with kind(owner) as disk:
                owner.entrance("check", *BELLS)
                disk.breaks()
                gate.open()
                seen = owner.entrance(*OPEN, "--json")
                has(seen, asked_of(gate, "AddPortMapping") == [] and office.table() == [], f"{name}: the router is not asked")
                has(seen, "opened" not in str(results(seen)), f"{name}: nothing is claimed")
                told = [word("problem-journal-not-written"), word("problem-folder-unusable")]
                has(seen, any(re.search(words, seen.err) for words in told), f"{name}: and it is said why")
                looked = owner.entrance("check", *BELLS, "--json")
                has(looked, looked.exit == 1 and looked.report().service("sip-udp")["inside"] == "answered",
                    f"{name}: looking needs no disk")
                has(looked, re.search(word("problem-report-not-kept"), looked.err), f"{name}: that it is not kept is said")
                disk.is_mended()
                # In the middle: the first entrance is asked for, then nothing can be written any more.
                gate.stops = False
                gate.at(1, "after", lambda action, port: disk.breaks(), only="AddPortMapping")
                seen = owner.entrance(*OPEN, "--json")
                has(seen, len(asked_of(gate, "AddPortMapping")) == 1, f"{name}: the second is not asked for")
                gate.open()
                has(seen, journalled(owner) == {5060: "asked"} and listed(office) == [5060], f"{name}: as it is on the disk")
                undone = owner.entrance(*UNDO, "--json")
                has(undone, asked_of(gate, "DeletePortMapping") == [] and listed(office) == [5060],
                    f"{name}: what cannot be written down is not taken back")
                disk.is_mended()
                the_next_start_tells(office, owner, f"{name} in the middle")
                taken_back(office, owner, name, [])
            figure("faults-injected", 3)


def first_look_is_over(owner):
    """Of the first watch of this person."""
    log = owner.folder / "log.txt"
    wait_for("its first look is over", lambda: log.read_text().count("what=wake-at") >= 2)


def a_clock_set_back_a_year_or_forth_loses_nothing():
    with sitting(low="yes") as office:
        for shift in ["-1 year", "+1 year"]:
            owner = Owner(office, f"clock{shift[0]}")
            owner.entrance(*OPEN)
            seen = owner.entrance("check", *BELLS, "--json", later=shift)
            has(seen, listed(office) == [4569, 5060], f"{shift}: still there")
            has(seen, [m["ours"] for m in seen.report().data["mappings"]] == [True, True], f"{shift}: and known as ours")
            again = owner.entrance(*OPEN, "--json", later=shift)
            has(again, results(again) == [] or {r for _, r, _ in results(again)} <= {"already-there"}, f"{shift}: not twice")
            # Somebody watches through the change, and what is ours is kept.
            watch = Watch(owner, later=shift)
            first_look_is_over(owner)
            office.restart_miniupnpd()
            office.changed = True
            wait_for(f"{shift}: put back", lambda: listed(office) == [4569, 5060], 60)
            assert watch.stop() == 0, f"{shift}: {watch.said()}"
            undone = owner.entrance(*UNDO, "--json", later=shift)
            has(undone, office.table() == [] and set(journalled(owner).values()) == {"undone"}, f"{shift}: taken back")
            shown = Person.entrance(owner, "history")
            has(shown, shown.exit == 0 and len(shown.out.splitlines()) > 2, f"{shift}: the history is there")
            figure("faults-injected", 1)


def asleep_in_the_middle_for_a_night_in_which_the_router_forgets():
    with sitting(low="yes") as office, Gate(office) as gate:
        office.changed = True
        for moment, action in [("before", "AddPortMapping"), ("after", "AddPortMapping"), ("after", "DeletePortMapping")]:
            owner, name = Owner(office, f"asleep-{moment}-{action}"), f"asleep {moment} {action}"
            verb = UNDO if action == "DeletePortMapping" else OPEN
            if verb is UNDO:
                owner.entrance(*OPEN)
            child = None

            def sleep(action, port):
                # Its connections die, the router restarts, the morning comes.
                os.kill(child.pid, signal.SIGSTOP)
                office.restart_miniupnpd()

            gate.stops = True
            gate.at(1, moment, sleep, only=action)
            child = begin(owner, *verb)
            assert gate.happened.wait(60), name
            os.kill(child.pid, signal.SIGCONT)
            assert child.wait(90) in (0, 1), f"{name}: {child.returncode}"
            gate.open()
            the_next_start_tells(office, owner, name)
            taken_back(office, owner, name, [])
            figure("faults-injected", 1)


def a_watch_that_slept_for_four_days_makes_the_lease_last():
    with sitting(low="yes") as office:
        owner = Owner(office, "sleeper")
        owner.entrance(*OPEN)
        clock = owner.folder.parent / "clock"
        clock.write_text("+0")
        watch = Watch(owner, clock=clock, every="24h")
        try:
            first_look_is_over(owner)
            made = lambda: (owner.folder / "journal.json").read_text().count("made_at")
            before = (owner.folder / "journal.json").read_text()
            watch.child.send_signal(signal.SIGSTOP)
            clock.write_text("+4d")
            watch.child.send_signal(signal.SIGCONT)
            wait_for("more time was asked for", lambda: (owner.folder / "journal.json").read_text() != before, 90)
            assert made() == 2 and listed(office) == [4569, 5060]
        finally:
            assert watch.stop() == 0, watch.said()
        figure("faults-injected", 1)


TESTS = [
    the_cable_is_pulled_at_each_request_and_put_in_again,
    the_router_restarts_between_two_entrances,
    a_full_disk_and_one_that_cannot_be_written_change_nothing_at_the_router,
    a_clock_set_back_a_year_or_forth_loses_nothing,
    asleep_in_the_middle_for_a_night_in_which_the_router_forgets,
    a_watch_that_slept_for_four_days_makes_the_lease_last,
]

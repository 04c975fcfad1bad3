"""Two copies of the program in one office at the same moment: one writes, the other says so and changes nothing, whichever
two they are. The gate holds the one in the middle of a request for as long as it takes to try the other."""

import re
import threading

from gate import Gate, journalled
from killed import BELLS, OPEN, UNDO, begin, listed
from office import wait_for
from programs import has
from screen import WINDOW, Screen, word
from sitting import Owner, sitting
from watching import Watch, by_clock
from window_walk import answer, on, through_the_phone


class Held:
    """Whoever asks for this action next stands still at the gate until `let_go`."""

    def __init__(self, gate, action, number=1):
        self.gate, self.came, self.free = gate, threading.Event(), threading.Event()
        gate.stops = False
        gate.at(number, "before", self.stand, only=action)

    def stand(self, *_):
        self.came.set()
        self.free.wait(120)

    def there(self):
        assert self.came.wait(60), "somebody stands at the gate"

    def let_go(self):
        self.free.set()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.let_go()


def says_busy(answer, pid):
    has(answer, re.search(word("problem-journal-busy"), answer.err), "another one is at it")
    has(answer, f"process {pid}," in answer.err, f"and it says which: {pid}")


def two_that_change_the_router_at_once_are_one_and_a_word():
    with sitting(low="yes") as office, Gate(office) as gate:
        owner = Owner(office, "one-folder")
        owner.entrance("check", *BELLS)
        for first, action, second in [(OPEN, "AddPortMapping", OPEN), (UNDO, "DeletePortMapping", OPEN),
                                      (OPEN, "AddPortMapping", UNDO), (UNDO, "DeletePortMapping", UNDO)]:
            name = f"{first[0]} and {second[0]}"
            (owner.entrance(*UNDO) if first is OPEN else owner.entrance(*OPEN))
            if (first, second) == (OPEN, UNDO):
                # Something to take back is there before.
                owner.entrance("open", *BELLS[:-1], "iax2", "--yes")
            # At the second one, so that there is something to do for the other.
            with Held(gate, action, 2 if second is OPEN else 1) as held:
                child = begin(owner, *first)
                held.there()
                before = journalled(owner)
                other = owner.entrance(*second, "--json")
                says_busy(other, child.pid)
                has(other, other.report().data["changes"] == [], f"{name}: the second changes nothing")
                assert journalled(owner) == before, f"{name}: nor the journal"
                # Looking is free meanwhile.
                looked = owner.entrance("check", *BELLS, "--json")
                has(looked, looked.exit == 1, f"{name}: a check beside it")
                held.let_go()
                assert child.wait(60) in (0, 1), name
            gate.open()
            wanted = [] if first is UNDO else [4569, 5060]
            assert listed(office) == wanted, f"{name}: {listed(office)}"
        owner.entrance(*UNDO)


def open_beside_a_watch_that_is_renewing_waits_its_turn():
    with sitting(low="yes") as office, Gate(office) as gate:
        office.changed = True
        owner = Owner(office, "watched")
        owner.entrance(*OPEN)
        with Held(gate, "AddPortMapping") as held:
            watch = Watch(owner)
            office.restart_miniupnpd()
            held.there()
            other = owner.entrance(*UNDO, "--json")
            says_busy(other, watch.child.pid)
            held.let_go()
        gate.open()
        wait_for("put back", lambda: listed(office) == [4569, 5060], 60)
        second = owner.entrance("watch", seconds=30)
        has(second, second.exit == 3 and f"process {watch.child.pid}" in second.err, "and there is one watch")
        assert watch.stop() == 0
        done = owner.entrance(*UNDO, "--json")
        has(done, listed(office) == [], "after it, everything can be taken back")


def a_window_and_the_terminal_in_one_office():
    with sitting(low="yes") as office, Gate(office) as gate:
        owner = Owner(office, "window-and-terminal")
        with Screen(owner, name="together") as screen:
            enter = lambda: screen.key("Return")
            for stands_for, do in [
                (word("window-check-mine"), enter), (word("ask-system"), lambda: answer(screen)),
                ("Lab Works LW-77.*", lambda: on(screen)), (word("window-phone-system-at"), lambda: on(screen)),
                (word("window-step-outside.title"), lambda: through_the_phone(screen)),
            ]:
                screen.see(stands_for)
                do()
            screen.see(word("window-approve-many"))
            # The terminal stands in the middle of opening when the window's yes is given.
            with Held(gate, "AddPortMapping") as held:
                child = begin(owner, *OPEN)
                held.there()
                screen.key("ctrl+Return")
                screen.see(word("problem-journal-busy"))
                screen.see(f".*{child.pid}.*")
                screen.picture("busy")
                held.let_go()
                assert child.wait(60) in (0, 1)
            gate.open()
            assert listed(office) == [4569, 5060], listed(office)
        # Somebody watches meanwhile.
        watch = Watch(owner)
        clock = owner.folder.parent / "clock"
        clock.write_text("+0")
        dressed = ["env", *(f"{name}={value}" for name, value in by_clock(clock).items()), WINDOW]
        with Screen(owner, name="together-again", program=dressed) as screen:
            screen.see(word("window-recheck"), role="push button")
            # When its own first round is due, a quarter of an hour later, it sees that somebody makes them, and says who.
            clock.write_text("+16m")
            screen.see(word("window-other-owner"))
            screen.see(f".*{watch.child.pid}.*")
            screen.picture("another-keeps-an-eye")
            screen.press(word("window-undo-all-many"))
            wait_for("the window takes back what the terminal opened", lambda: listed(office) == [])
            # And the watch, which looks on, puts nothing back that a person took away.
            looks = len(gate.passed)
            wait_for("two more looks", lambda: len(gate.passed) > looks + 6, 60)
            assert listed(office) == [], listed(office)
        assert watch.stop() == 0
        assert set(journalled(owner).values()) == {"undone"}, journalled(owner)


def a_window_that_comes_home_to_another_one_says_so():
    with sitting(low="yes") as office:
        owner = Owner(office, "two-windows")
        with Screen(owner, name="went-out") as first:
            first.press(word("window-practise"))
            first.press(word("practice-all-well"))
            first.see(word("window-practice-leave"), role="push button")
            # Meanwhile the program is started once more, and that window shows the office itself.
            with Screen(owner, name="at-home") as second:
                second.see(word("window-check-mine"))
                first.press(word("window-practice-leave"))
                first.see(word("problem-open-elsewhere"))
                first.picture("elsewhere")
                assert first.shows(word("window-practice-leave")), "it stays where it is"
            # That one is gone, and now there is room.
            first.press(word("window-practice-leave"))
            wait_for("home", lambda: not first.shows(word("window-practice-leave")))
            first.see(word("window-check-mine"))


TESTS = [
    two_that_change_the_router_at_once_are_one_and_a_word,
    open_beside_a_watch_that_is_renewing_waits_its_turn,
    a_window_and_the_terminal_in_one_office,
    a_window_that_comes_home_to_another_one_says_so,
]

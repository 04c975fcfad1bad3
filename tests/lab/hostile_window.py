"""The window among liars: a crowd that shouts at its search and a router whose list never ends, slowly. It has so much
memory and no more, and is at hand all the while."""

from hostile_router import Endless
from hostile_search import Crowd
from office import PBX, ROUTER, wait_for
from programs import Person
from score import figure
from screen import WINDOW, Screen, word
from sitting import sitting
from window_walk import answer

#: Private memory; the greater part of what it needs is the renderer's.
MOST = 600 * 1024 * 1024


class BoundScreen(Screen):
    """Its window has so much memory."""

    def inside(self, *command):
        limit = ["prlimit", f"--data={MOST}", "--nofile=256"] if command[0] == WINDOW else []
        return super().inside(*limit, *command)


class Drags(Endless):
    """A line of its list each second, without an end."""

    def soap(self, action, values):
        if action == "GetGenericPortMappingEntry":
            self.closed.wait(1)
        return super().soap(action, values)


def the_window_is_at_hand_among_liars():
    with sitting(low="yes") as office:
        office.mute_router()
        addresses = [f"192.168.77.{last}" for last in range(50, 250)]
        for address in addresses:
            office.ip("phone", "addr", "add", f"{address}/24", "dev", "eth0")
        try:
            with Crowd(office, "phone", addresses), Drags(office, "router", ROUTER) as box:
                owner = Person(office, "pc", "among-liars")
                with BoundScreen(owner, name="among-liars") as screen:
                    screen.see(word("window-check-mine"))
                    screen.key("Return")
                    screen.see(word("ask-system"))
                    answer(screen)
                    lines = lambda: sum(action == "GetGenericPortMappingEntry" for action, _ in box.asked)
                    wait_for("it reads the list", lambda: lines() > 2)
                    for _ in range(3):
                        before = lines()
                        screen.key("F10")
                        screen.see(word("window-about"))
                        screen.key("Escape")
                        wait_for("the menu is gone", lambda: not screen.shows(word("window-about")))
                        wait_for("and it goes on reading meanwhile", lambda: lines() > before)
                    # It stops reading by itself, and leads on with what it knows.
                    screen.see("Paper.*")
                    screen.see(word("window-next"), role="push button", seconds=120)
                    screen.key("Return")
                    screen.see(f".*{PBX}.*")
                    screen.picture("after")
                    assert screen.window.poll() is None
            figure("hostile-cases", 2)
        finally:
            for address in addresses:
                office.ip("phone", "addr", "del", f"{address}/24", "dev", "eth0")


TESTS = [the_window_is_at_hand_among_liars]

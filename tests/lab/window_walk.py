"""The window itself under Xvfb in the owner's house, driven by the keyboard from Welcome to Results and back."""

import json

from office import MOBILE, PBX, Office, wait_for
from programs import Person
from screen import Screen, word


def the_window_does_the_whole_job_by_keyboard():
    with Office() as office:
        owner = Person(office, "pc")
        before = office.table()
        with Screen(owner) as screen:
            for name, stands_for, do in steps(screen):
                screen.see(stands_for)
                screen.picture(name)
                if name == "offer":
                    assert office.table() == before, "nothing was changed before the yes"
                do()
            screen.see(word("top-ready-voices-until"))
            screen.picture("results")

            table = office.table()
            assert len(table) == len(before) + 11, table
            assert any(line.startswith(f"UDP 5060->{PBX}:5060 ") for line in table), table
            report = newest_report(owner)
            assert report["verdict"] == "ready", report["findings"]
            # The first knock met a shut door, so nobody could tell it where it stood.
            assert [w["address"] for w in report["walks"]] == [None, MOBILE], report["walks"]
            left_by = office.at("mobile", "conntrack", "-L", "-p", "udp", "--dport", "5060").stdout
            assert "src=192.168.42.129 dst=11.22.33.2" in left_by, left_by
            route = office.at("pc", "ip", "route", "get", "11.22.33.51").stdout
            assert "dev eth0" in route, route

            screen.press(word("window-undo-all-many"))
            wait_for("everything is taken back", lambda: office.table() == before)
            screen.picture("taken-back")


def steps(screen):
    """Name of the picture, words by which the screen is known, what is done there."""
    enter = lambda: screen.key("Return")
    return [
        ("welcome", word("window-check-mine"), enter),
        ("questions", word("ask-system"), lambda: answer(screen)),
        ("router", "Lab Works LW-77.*", lambda: on(screen)),
        ("phones", word("window-phone-system-at"), lambda: on(screen)),
        ("knock", word("window-step-outside.title"), lambda: through_the_phone(screen)),
        ("offer", word("window-approve-many"), lambda: screen.key("ctrl+Return")),
        ("opening", word("window-make-it-last"), enter),
        ("by-hand", word("window-rules"), enter),
        ("knock-again", word("window-step-outside.title"), lambda: screen.press(word("window-step-outside"))),
    ]


def on(screen):
    """Enter, once there is something to lead on to."""
    screen.see(word("window-next"), role="push button")
    screen.key("Return")


def answer(screen):
    screen.reach(word("ask-system"), "combo box")
    screen.key("space")
    screen.see("FreePBX")
    screen.picture("systems")
    screen.reach("FreePBX")
    screen.key("space")
    screen.fill(word("ask-calls"), "4")
    screen.fill(word("ask-pbx"), PBX)
    screen.key("ctrl+Return")


def through_the_phone(screen):
    screen.reach(word("window-adapter"), "combo box")
    screen.key("space")
    screen.reach("usb0 .*")
    screen.key("space")
    screen.press(word("window-step-outside"))


def newest_report(owner):
    """As the window kept it."""
    return json.loads(max((owner.folder / "history").glob("*.json")).read_text())


TESTS = [the_window_does_the_whole_job_by_keyboard]

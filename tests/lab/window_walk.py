"""The window itself under Xvfb in the owner's house, driven by the keyboard from Welcome to Results and back."""

import json
import re

from office import COWORKER, MOBILE, PBX, SECRET, STREET, Office, wait_for
from programs import Person, has
from screen import Screen, word
from sitting import invited, sitting


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


def a_click_on_an_offices_link_leads_a_colleague_to_a_walk_and_a_call():
    with sitting(low="yes") as office:
        owner, code = invited(office, "owner-who-mails-a-link")
        colleague = Person(office, "coworker", "colleague-who-clicks")
        # As the desktop hands it over: the link is the program's only argument.
        with Screen(colleague, f"separate-entrance:{code}", name="clicked") as screen:
            screen.see(word("window-agree"), role="push button")
            screen.see(f".*{re.escape(STREET)}.*")
            screen.picture("asked")
            came = lambda: "src=" in office.at("router", "conntrack", "-L", "-s", COWORKER).stdout
            assert not came(), "nothing is sent before the yes"
            screen.press(word("window-agree"))
            screen.see(word("window-hand-back.title"))
            walked = code_on(screen)
            assert came(), "which would have been seen"
            # From there to a call for the same office, whose address need not be typed.
            screen.press(word("window-rehearse"))
            screen.see(word("window-rehearse-user"))
            screen.fill(word("window-rehearse-user"), "6001")
            # What is typed here is shown to no screen reader either.
            screen.reach(word("window-rehearse-password"), "password text")
            screen.type(SECRET)
            screen.fill(word("window-rehearse-number"), "600")
            screen.press(word("window-rehearse-call"))
            screen.see(word("window-hand-back.title"))
            screen.picture("called")
            called = code_on(screen)
        seen = owner.entrance("check", "--walk-result", walked, "--walk-result", called, "--json")
        has(seen, seen.report().service("sip-udp")["verdict"] == "verified", "the walk is read")
        heard = seen.report().data["rehearsals"]
        has(seen, [(h["asker"], h["sound_out"], h["sound_back"]) for h in heard] == [(COWORKER, True, True)], "and the call")
        kept = b"".join(f.read_bytes() for f in colleague.folder.rglob("*") if f.is_file())
        assert SECRET.encode() not in kept and b"rehearsals" not in kept, "nothing of it stays at the colleague's"


def code_on(screen):
    """The code that is shown in short lines of groups."""
    return "-".join(name for name in screen.names() if re.fullmatch("[0-9A-Z]{6}(-[0-9A-Z]{6})*", name))


TESTS = [the_window_does_the_whole_job_by_keyboard, a_click_on_an_offices_link_leads_a_colleague_to_a_walk_and_a_call]

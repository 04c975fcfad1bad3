"""Who hears of an office: every packet is recorded inside and on the internet while the program does all it can, and
everything that it hands out or keeps is searched for what is private."""

import re
import socket

from helper import SECOND, WAN, Helper
from office import COWORKER, MOBILE, PBX, PC, ROUTER, SECRET, STREET, Office, wait_for
from programs import FREEPBX, Person, has
from recorder import Recorder
from rehearsal import entrances, rehearse
from score import figure
from screen import Screen, word
from sitting import Owner, sitting
from watching import Watch
from window_walk import newest_report, steps

#: Told by the kernel of each house itself, whoever runs there.
OF_THE_KERNEL = {("224.0.0.22", "igmp")}
#: A question to everybody on the office's own network, which no router passes on.
SEARCH = ("239.255.255.250", "udp")
#: How the mobile phone's own network knows this computer.
BY_USB = "192.168.42.129"
#: The phone itself, which is asked whether it is a router of the office.
BY_USB_ROUTER = "192.168.42.1"


def spoken_with(inside, outside):
    """Whom this computer spoke with in the office and on the mobile phone's network, and whom the office's streets did."""
    here = inside.contacts(PC, BY_USB) - OF_THE_KERNEL
    return here, outside.contacts(STREET, MOBILE) - OF_THE_KERNEL


def the_window_speaks_with_nobody_but_whom_the_owner_chose():
    with Office() as office:
        owner = Person(office, "pc")
        with Recorder(office, "pc") as inside, Recorder(office, "wan") as outside:
            with Screen(owner, name="recorded") as screen:
                screen.see(word("window-check-mine"))
                # At rest on its first page it knows nobody.
                screen.picture("start")
                assert spoken_with(inside, outside) == (set(), set()), spoken_with(inside, outside)
                for name, stands_for, do in steps(screen):
                    screen.see(stands_for)
                    if name == "knock":
                        asked, knocked = spoken_with(inside, outside)
                        assert not knocked, f"before a walk nobody outside is spoken with: {knocked}"
                        assert {t for t, _ in asked} <= {ROUTER, PBX, SEARCH[0], BY_USB_ROUTER}, asked
                    do()
                screen.see(word("top-ready-voices-until"))
                screen.press(word("window-recheck"))
                # Looked at again from inside; another knock would be asked for.
                screen.see(word("top-action-needed"))
                screen.press(word("window-undo-all-many"))
                wait_for("everything is taken back", lambda: office.table() == [])
            assert newest_report(owner)["verdict"] in ("ready", "action-needed")
            asked, knocked = spoken_with(inside, outside)
            assert {t for t, _ in asked} <= {ROUTER, PBX, SEARCH[0], STREET, BY_USB_ROUTER}, asked
            # The mobile's street knocks at the office's, and the office's answers: nobody else is on the line.
            assert {t for t, _ in knocked} <= {STREET, MOBILE}, knocked
            assert len(outside.by(MOBILE)) > 5, "there was a walk"
            private = [PC, PBX, "192.168.77.", socket.gethostname(), str(owner.folder)]
            told = [(p, word) for p in outside.by(MOBILE) for word in private if word.encode() in p[4]]
            assert not told, told[:3]
        figure("leaks-found", 0)


def the_terminal_speaks_with_nobody_but_whom_the_owner_named():
    with sitting(low="yes") as office:
        owner = Owner(office, "recorded")
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443")
        with Recorder(office, "pc") as inside, Recorder(office, "router") as router:
            for args in [["check", *FREEPBX], ["open", *FREEPBX, "--yes"], ["check"], ["history"], ["guide"], ["practice"],
                         ["undo", "--list"], ["check", "--json", "--masked"], ["check", "--practice", "all-well"]]:
                done = owner.entrance(*args) if args[0] not in ("history", "practice") else Person.entrance(owner, *args)
                has(done, done.exit in (0, 1), "it did what it was told")
            watch = Watch(owner)
            wait_for("a round", lambda: len(inside.by(PC)) > 0)
            watch.stop()
            code = owner.entrance("invite").last_line()
            assert len(code) > 40, code
            asked = inside.contacts(PC, BY_USB) - OF_THE_KERNEL
            assert {t for t, _ in asked} <= {ROUTER, BY_USB_ROUTER, PBX, SEARCH[0]}, asked
            assert ("192.168.77.1", "tcp") in asked and (PBX, "udp") in asked, "all was seen"
            outside = router.contacts(STREET) - OF_THE_KERNEL
            assert not outside, f"nobody outside: {outside}"
            # The helper is somebody whom the owner named: it, and nobody else.
            owner.entrance("check", "--helper", helper.link)
            asked = {t for t, _ in inside.contacts(PC, BY_USB) - OF_THE_KERNEL}
            assert asked <= {ROUTER, BY_USB_ROUTER, PBX, SEARCH[0], WAN}, asked
            outside = {t for t, _ in router.contacts(STREET) - OF_THE_KERNEL}
            assert WAN in outside and outside <= {WAN, SECOND}, f"the helper, by both of its addresses: {outside}"
            owner.entrance("undo", "--all", "--yes")
        figure("leaks-found", 0)


#: Of an owner's own choice, so that each is sure to be found wherever it goes.
NAMED = {"phones_use": "bell.berta-muster.example", "provider": "sip.berta-phones.example", "extension": "6001"}


def what_is_handed_out_or_kept_tells_nothing_private():
    with sitting(low="yes") as office:
        owner = Owner(office, "Berta-Muster")
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443")
        office.router()
        ask = [*FREEPBX, "--phones-use", NAMED["phones_use"], "--provider", NAMED["provider"], "--trusted", "198.51.100.7/32",
               "--log", "detailed"]
        owner.entrance("open", *ask, "--yes")
        entrances(office)
        owner.entrance("check", *ask, "--helper", helper.link)
        code = owner.entrance("invite", "--log", "detailed").last_line()
        walk = Person(office, "coworker", "colleague").entrance("walk", code, "--yes", "--log", "detailed")
        result = walk.last_line()
        owner.entrance("check", *ask, "--walk-result", result, "--test", "guest-calls,name-leak", "--extension",
                       NAMED["extension"], "--yes")
        heard = rehearse(Person(office, "coworker", "phone-owner"), server=STREET)
        has(heard, heard.exit in (0, 1), "a call with a password")
        owner.entrance("check", *ask, "--yes")

        key = re.search(r"#k=([^&]+)", helper.link)[1]
        macs = [line.split()[4] for line in office.at("pc", "ip", "neigh").stdout.splitlines() if "lladdr" in line]
        assert macs, "their neighbours are known"
        private = [PC, PBX, ROUTER, STREET, COWORKER, WAN, "192.168.42.", "198.51.100.7", *macs, "Berta-Muster", "berta",
                   socket.gethostname(), code[:13], result[:13], helper.link, key, SECRET, str(owner.folder)]
        documents = {}
        for name, args in {
            "text": ["check"], "json": ["check", "--json"],
        }.items():
            done = owner.entrance(*args, "--masked", "--log", "detailed")
            documents[f"masked {name}"] = done.out
        for name in ["page.html", "page.json"]:
            owner.entrance("check", "--masked", "--save", owner.folder / name, "--log", "detailed")
            documents[f"masked {name}"] = (owner.folder / name).read_text()
        # The message to support, as the window copies it, is made of the report by the library: see papers.rs.
        documents["log"] = (owner.folder / "log.txt").read_text()
        whole = owner.entrance("check", "--json").out
        found = sorted({p for p in private if p in whole})
        assert {PBX, STREET, "berta"} <= set(found), f"only {found} stand in the whole report"
        leaks = [(name, value) for name, text in documents.items() for value in private if value.lower() in text.lower()]
        assert not leaks, [(name, value, line) for name, value in leaks for line in documents[name].splitlines()
                           if value.lower() in line.lower()][:5]
        assert all(len(text) > 1000 for text in documents.values()), {n: len(t) for n, t in documents.items()}
        # What must not even be kept: passwords, and the key of somebody else's helper.
        for file in owner.folder.parent.rglob("*"):
            if file.is_file() and file.parts[-2] != "helper":
                kept = file.read_bytes()
                assert SECRET.encode() not in kept, f"a password in {file}"
                assert file.name != "log.txt" or key.encode() not in kept, f"a key in {file}"
        figure("leaks-found", len(leaks))


TESTS = [
    the_window_speaks_with_nobody_but_whom_the_owner_chose,
    the_terminal_speaks_with_nobody_but_whom_the_owner_named,
    what_is_handed_out_or_kept_tells_nothing_private,
]

"""The main job on a real office: find, plan, open, knock, judge, undo; refusals, a tower, by hand, another street."""

import subprocess

from office import COWORKER, MOBILE, PBX, PC, ROUTER, STREET, Office, wait_for
from programs import ENTRANCE, FREEPBX, Person, has
from score import exactly
from screen import WINDOW
from sitting import Owner, sitting


def one_office_from_nothing_to_ready():
    """1, 2, 3 and 5 of the main job, one after the other, as an owner lives them."""
    with Office() as office:
        office.at("pc", "upnpc", "-m", "eth0", "-e", "console", "-a", PC, "3074", "3074", "UDP")
        before = office.table()
        assert any("3074" in line for line in before), before
        owner, coworker = Person(office, "pc"), Person(office, "coworker")

        check = owner.entrance("check", *FREEPBX, "--json")
        report = check.report()
        gateway = report.data["office"]["gateways"][0]
        has(check, check.exit == 1, "an office with nothing opened needs action")
        has(check, (gateway["address"], gateway["manufacturer"], gateway["wan_address"]) == (ROUTER, "Lab Works", STREET),
            "names the router")
        has(check, gateway["model"].startswith("LW-77"), "names the model")
        has(check, report.data["office"]["phone_system"]["answers_inside"] is True, "Asterisk answers inside")
        has(check, "mapping-not-listed" in report.codes(), "nobody looked from outside")

        invite = owner.entrance("invite")
        has(invite, invite.exit == 0, "an invitation")
        walk = coworker.entrance("walk", invite.last_line(), "--yes")
        has(walk, walk.exit == 0, "the colleague walks")
        silent = owner.entrance("check", "--walk-result", walk.last_line(), "--json")
        exactly(silent, "nothing is opened, and a colleague hears nothing", "action-needed", "audio-not-proved",
                "mapping-missing", "phone-system-address-may-change", "range-too-long-for-router")

        opened = owner.entrance("open", "--yes", "--json")
        has(opened, [c["result"] for c in opened.report().data["changes"]] == ["opened"], "one entrance is opened")
        has(opened, any("UDP 5060->192.168.77.20:5060" in line for line in office.table()), "upnpc sees it")

        # A walker may send four SIP messages in ten minutes: another colleague comes, with a fresh ledger.
        verified = walked(office, owner, "coworker", "second-colleague")
        report = verified.report()
        has(verified, report.service("sip-udp")["verdict"] == "verified", "a real Asterisk through a real NAT")
        has(verified, verified.exit == 1, "the voices are still missing")
        has(verified, report.codes("blocker", "problem") == [], "nothing else stands in the way")
        has(verified, {"audio-not-proved", "range-too-long-for-router"} <= set(report.codes()), "only the voices")

        voices = owner.entrance("open", "--calls", "4", "--yes", "--json")
        results = [c["result"] for c in voices.report().data["changes"]]
        has(voices, results == ["opened"] * 10, "ten voice ports")
        listed = office.table()
        for port in range(10000, 10010):
            assert any(f"UDP {port}->192.168.77.20:{port} " in line for line in listed), (port, listed)
        ready = walked(office, owner, "coworker", "third-colleague")
        exactly(ready, "from nothing to ready in one office", "ready", "audio-not-proved", "mapping-expires",
                "open-to-everyone", "phone-system-address-may-change")
        has(ready, ready.report().data["ready_until"] is not None, "until the leases end: this router knows no forever")

        # The same from this computer on another street, while the default route stays at the office.
        invite = owner.entrance("invite")
        walker = Person(office, "pc", "pc-by-usb")
        aside = walker.entrance("walk", invite.last_line(), "--interface", "usb0", "--yes")
        has(aside, aside.exit == 0, "walks through the second adapter")
        seen = owner.entrance("check", "--walk-result", aside.last_line(), "--json")
        addresses = [w["address"] for w in seen.report().data["walks"]]
        has(seen, addresses == [MOBILE], "seen from the mobile phone's address")
        has(seen, seen.exit == 0, "ready from there too")
        route = office.at("pc", "ip", "route", "get", "11.22.33.51").stdout
        assert "dev eth0" in route, route

        undone = owner.entrance("undo", "--all", "--yes", "--json")
        has(undone, [c["result"] for c in undone.report().data["changes"]] == ["undone"] * 11, "all eleven")
        assert office.table() == before, (office.table(), before)
        again = owner.entrance("undo", "--list")
        has(again, again.out.strip() == "", "nothing of ours is left")


def walked(office, owner, house, name):
    """Invite, walk, and the check that reads the answer."""
    invite = owner.entrance("invite")
    has(invite, invite.exit == 0, "an invitation")
    walk = Person(office, house, name).entrance("walk", invite.last_line(), "--yes")
    has(walk, walk.exit == 0, "a walk")
    return owner.entrance("check", "--walk-result", walk.last_line(), "--json")


def a_router_that_refuses_other_devices_is_named_so():
    for igd1 in ["no", "yes"]:
        with Office(asterisk=False, secure="yes", igd1=igd1) as office:
            office.start_options_server()
            owner = Person(office, "pc")
            opened = owner.entrance("open", *FREEPBX, "--yes", "--json")
            report = opened.report()
            has(opened, "router-refuses-other-devices" in report.codes(), "a refusal")
            has(opened, "mapping-conflict" not in report.codes() + report.folded(), "and no conflict")
            has(opened, [c["result"] for c in report.data["changes"]] == ["refused"], "said so")
            assert office.table() == [], office.table()
            listed = owner.entrance("undo", "--list")
            has(listed, listed.out.strip() == "", "nothing to take back")


def a_shared_tower_is_one_finding():
    with Office(tower=True, asterisk=False) as office:
        office.start_options_server()
        owner = Person(office, "pc")
        check = owner.entrance("check", *FREEPBX, "--json")
        report = check.report()
        exactly(check, "a shared tower, and the router searched for", "action-needed", "carrier-shared-address")
        has(check, report.data["office"]["gateways"][0]["wan_hop"] == "100.64.0.1", "by the second hop")
        has(check, "mapping-not-listed" in report.folded() or "not-seen-from-outside" in report.folded(), "folded")


def without_upnp_the_owner_is_shown_how_and_the_same_walk_verifies_it():
    with Office(upnp="no", natpmp="no") as office:
        owner = Person(office, "pc")
        check = owner.entrance("check", *FREEPBX, "--public-address", STREET, "--json")
        has(check, "router-not-found" in check.report().codes(), "no router to ask")
        guide = owner.entrance("guide")
        has(guide, guide.exit == 0 and "5060" in guide.out and PBX in guide.out, "a table to copy")
        nothing = owner.entrance("open", "--yes", "--json")
        has(nothing, nothing.report().data["changes"] == [], "nothing is asked of a mute router")
        office.by_hand("udp", 5060, PBX)
        verified = walked(office, owner, "coworker", "colleague")
        has(verified, verified.report().service("sip-udp")["verdict"] == "verified", "the rule by hand is proved")
        has(verified, COWORKER in [w["address"] for w in verified.report().data["walks"]], "from the colleague's street")


def natpmp_only_opens_for_the_asker_and_is_said_so():
    with Office(upnp="no", asterisk=False) as office:
        office.start_options_server()
        check = Person(office, "pc").entrance("check", *FREEPBX, "--json")
        gateway = check.report().data["office"]["gateways"][0]
        has(check, gateway["control"] in ("pcp", "nat-pmp"), "answers PCP or NAT-PMP")
        has(check, gateway["wan_address"] == STREET, "and says its address")
        has(check, "router-not-found" not in check.report().codes(), "so it was found")


def the_phone_system_is_found_by_looking_round_with_consent():
    with Office() as office:
        owner = Person(office, "pc")
        without = owner.entrance("check", "--system", "freepbx", "--json")
        has(without, "phone-system-not-found" in without.report().codes(), "no consent, no look")
        found = owner.entrance("check", "--find-phone-system", "--json")
        phone = found.report().data["office"]["phone_system"]
        has(found, phone and phone["address"] == PBX and phone["answers_inside"], "found by what it answers")
        has(found, phone["mac"] is not None, "with its hardware address")


def bad_input_changes_nothing_and_says_what_to_do():
    with Office(asterisk=False) as office:
        office.start_options_server()
        owner, coworker = Person(office, "pc"), Person(office, "coworker")
        before = office.table()
        invite = owner.entrance("invite", *FREEPBX)
        has(invite, invite.exit == 0, "an invitation")
        code = invite.last_line()
        letters = list(code)
        letters[10] = "A" if letters[10] != "A" else "B"
        for args, exits, named in [
            (["check", "--pbx", "300.1.2.3"], (2,), "300.1.2.3"),
            (["check", "--system", "nonsense"], (2,), "nonsense"),
            (["check", "--using", "nonsense"], (2,), "nonsense"),
            (["check", "--interface", "eth7"], (2,), "eth7"),
            (["open", "--system", "nonsense", "--yes"], (2,), "nonsense"),
            (["check", "--walk-result", "".join(letters)], (2, 3), ""),
            (["check", "--walk-result", code[:20]], (2, 3), ""),
            (["check", "--walk-result", code], (2, 3), ""),
        ]:
            answer = owner.entrance(*args)
            has(answer, answer.exit in exits, f"{args}: exit")
            has(answer, named in answer.err and "hint:" in answer.err and "[" not in answer.err.split("hint:")[0],
                f"{args}: a clear sentence and a next step")
        for wrong in ["".join(letters), code[:30], "hello"]:
            answer = coworker.entrance("walk", wrong, "--yes")
            has(answer, answer.exit in (2, 3) and answer.out == "", "a bad code sends nothing")
        assert office.table() == before


def the_wizard_as_text_does_the_whole_job():
    with Office() as office:
        owner = Person(office, "pc")
        shown, _ = owner.wizard([
            (r"Check my office", "1"),
            (r".", ""),                      # what is wrong
            (r"freepbx", "freepbx"),         # which phone system
            (r".", ""),                      # who is outside
            (r".", ""),                      # what the phones use
            (r".", "4"),                     # calls
            (r".", ""),                      # guests
            (r"Lab Works", "n"),             # your building
            (r".", "a"),                     # type the address
            (r".", PBX),
            (r"192\.168\.77\.20", "n"),      # your phone system
            (r".", "c"),                     # a code for a colleague, and its link
            (r"separate-entrance:[0-9A-Z]{6}-", "o"),  # or rather step outside
            (r"usb0", "1"),                  # with the mobile phone's adapter
            (r"5060", "yes"),                # the offer
            (r"opened", "n"),                # opened
            (r"10000-10009", "n"),           # make it last
            (r".", "o"),                     # the second knock
            (r"usb0", "1"),
            (r"proved from outside", "u"),   # results; take everything back
            (r".", "q"),
        ])
        assert office.table() == [], office.table()
        assert "panicked" not in shown, shown[-2000:]


def the_wizard_as_text_names_what_was_typed_wrong_and_asks_again():
    with sitting() as office:
        office.mute_router()
        shown, _ = Owner(office, "owner-who-mistypes").wizard([
            (r"Check my office", "x"), (r"x is not one of the choices", "1"),
            (r"What is wrong\?.*b  Back", "b"), (r"Check my office", "1"),
            (r"How do I find out", "?"), (r"Choose what bothers you most", ""),
            (r"\[I don't know\]", "fripbx"), (r"fripbx is not a phone system we know.*freepbx", "?"),
            (r"The name stands on the box", "6"),
            (r"remote-phones", "9"), (r"9 does not fit this phone system", "4"),
            (r"typed into the phones", "https://x y"), (r"https://x y is not the name of a server", ""),
            (r"busiest moment", "0"), (r"0 is no number of calls", "4"),
            (r"certain places", "203.0.113"), (r"203.0.113 is not a network address", ""),
            (r"does not say its name.*no, by hand only.*takes no requests", "n"),
            (r"look round", "a"), (r".", "192.168.77.300"), (r"192.168.77.300 is not an address", PBX),
            (r"192\.168\.77\.20", "n"),
            (r"Type your street address", "t"), (r".", "10.0.0.1"),
            (r"10.0.0.1 cannot be your street address", "r"), (r".", "hello"),
            (r"This is not a code of this program", "t"), (r".", STREET),
            (rf"The knock goes to {STREET}", "s"),
            (r"To be made by hand", "b"),
        ])
        assert "panicked" not in shown and "[problem" not in shown, shown[-2000:]
        assert shown.count("Your street address is not known yet") == 0, "it is said only to whoever would knock"


def without_a_display_the_one_command_is_the_same_wizard_or_the_check():
    with sitting() as office:
        owner = Owner(office, "owner-over-ssh")
        for gone in ["DISPLAY", "WAYLAND_DISPLAY"]:
            owner.env.pop(gone, None)
        shown, code = owner.wizard([
            (r"no display.*Check my office", "1"),
            (r".", ""),
            (r"freepbx", "freepbx"),
            (r".", ""), (r".", ""), (r".", ""), (r".", ""),
            (r"Lab Works", "q"),
        ], program=WINDOW)
        assert shown.count("no display") == 1 and code == 1, (code, shown[-2000:])
        for program in [WINDOW, ENTRANCE]:
            command = ["ip", "netns", "exec", office.space("pc"), program]
            done = subprocess.run(command, env=owner.env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                  timeout=60, check=False)
            assert done.returncode == 1, done
            assert done.stdout.startswith("Separate Entrance report") and "Lab Works" in done.stdout, done
        assert office.table() == [], "nothing was changed"


def killed_in_the_middle_of_opening_leaves_nothing_that_cannot_be_taken_back():
    with sitting() as office:
        office.map(3074, client=PC)
        before = office.table()
        owner = Owner(office, "killed")
        command = [ENTRANCE, "open", *FREEPBX, "--calls", "4", "--yes", "--router", ROUTER]
        child = subprocess.Popen(["ip", "netns", "exec", office.space("pc"), *command], env=owner.env,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        journal = owner.folder / "journal.json"
        wait_for("the fourth entry", lambda: journal.exists() and journal.read_text().count('"external_port"') > 3, pause=0)
        child.kill()
        assert child.wait(10) == -9, "it was still at work"
        half = [line for line in office.table() if line not in before]
        assert 1 <= len(half) <= 10, half
        undone = owner.entrance("undo", "--all", "--yes", "--json")
        has(undone, undone.report().data["changes"], "what was asked is known from the disk")
        assert office.table() == before, (office.table(), before)
        again = owner.entrance("undo", "--list")
        has(again, again.out.strip() == "", "nothing is left open in the journal")


TESTS = [
    one_office_from_nothing_to_ready,
    a_router_that_refuses_other_devices_is_named_so,
    a_shared_tower_is_one_finding,
    without_upnp_the_owner_is_shown_how_and_the_same_walk_verifies_it,
    natpmp_only_opens_for_the_asker_and_is_said_so,
    the_phone_system_is_found_by_looking_round_with_consent,
    bad_input_changes_nothing_and_says_what_to_do,
    the_wizard_as_text_does_the_whole_job,
    the_wizard_as_text_names_what_was_typed_wrong_and_asks_again,
    without_a_display_the_one_command_is_the_same_wizard_or_the_check,
    killed_in_the_middle_of_opening_leaves_nothing_that_cannot_be_taken_back,
]

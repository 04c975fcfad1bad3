"""What the phone system does for strangers, tried on the real Asterisk: guest calls on and off over PJSIP, and names
that leak over the older chan_sip where its setting lets them."""

import re

from machines import Guard
from office import PBX, Office, asterisk_root, wait_for
from peers import finding
from programs import FREEPBX, Person, has
from score import exactly, proves
from sitting import Owner, sitting

BOTH = ["--test", "guest-calls,name-leak", "--extension", "6001"]
#: The second driver's port, asked alone.
OLDER = [*FREEPBX, "--using", "sip-second-udp"]
#: What every first check of this office says as well: nobody has opened anything or looked from outside.
KNOWN = ["audio-not-proved", "mapping-not-listed", "not-seen-from-outside", "phone-system-address-may-change",
         "range-too-long-for-router"]
OLDER_KNOWN = [code for code in KNOWN if code not in ("audio-not-proved", "range-too-long-for-router")]


def cli(office, command):
    root = asterisk_root()
    return office.at("pbx", "chroot", root, "asterisk", "-C", f"/{office.prefix}/etc/asterisk.conf", "-rx", command).stdout


def configure(office, name, text):
    (asterisk_root() / office.prefix / "etc" / name).write_text(text)


def told(answer):
    return {t["id"]: (t.get("unsafe_answer"), t["seen"]) for t in answer.report().data["safety"]}


def nobody_is_left_in_a_call(office, seen):
    # A channel ends an instant after its call; one that is left open would stay far longer.
    over = re.compile(r"^0 active channels.*^0 active calls", re.M | re.S)
    try:
        wait_for("every call has ended", lambda: over.search(cli(office, "core show channels count")), 10)
    except RuntimeError as why:
        has(seen, False, f"{why}: {cli(office, 'core show channels')}")


def nothing_is_tried_without_a_yes_and_strangers_are_turned_away_without_a_ban():
    with sitting(low="yes") as office:
        guard = Guard(office, office.asterisk_log())
        quiet = Owner(office, "quiet").entrance("check", *FREEPBX, *BOTH, "--json")
        has(quiet, told(quiet) == {} and "no safety test was made" in quiet.err, "nobody said yes, so nothing is done")
        has(quiet, quiet.exit == 1, "and the rest of the check is given out")
        both = Owner(office, "both").entrance("check", *FREEPBX, *BOTH, "--yes", "--json")
        has(both, {k: v[0] for k, v in told(both).items()} == {"guest-calls": False, "name-leak": False}, "both are safe")
        has(both, "401" in told(both)["guest-calls"][1], "by asking for a password")
        has(both, told(both)["name-leak"][1].count("401 Unauthorized") == 2, "and alike for both names")
        has(both, not {"guest-calls-accepted", "extension-names-leak"} & set(both.report().codes()), "nothing is said")
        has(both, not re.search(r"(?<![\d.])6001(?!\d)", both.out), "the extension is kept nowhere")
        has(both, guard.banned() == [], "and the guard bans nobody")
        nobody_is_left_in_a_call(office, both)


@proves("guest-calls-accepted")
def a_phone_system_that_takes_calls_of_strangers_is_told_and_every_call_ended():
    with Office() as office:
        config = asterisk_root() / office.prefix / "etc" / "pjsip.conf"
        closed = config.read_text()
        guests = closed + "[anonymous]\ntype=endpoint\ncontext=strangers\ndisallow=all\nallow=ulaw\n"
        ways = {
            "unknown": ("exten => 600,1,Answer()\n", "404"),
            "rings": ("exten => _.,1,Ringing()\n same => n,Wait(60)\n", "180"),
            "taken": ("exten => _.,1,Answer()\n same => n,Wait(60)\n", "200"),
        }
        config.write_text(guests)
        for name, (plan, status) in ways.items():
            configure(office, "extensions.conf", f"[lab]\nexten => 600,1,Echo()\n[strangers]\n{plan}")
            cli(office, "dialplan reload")
            cli(office, "module reload res_pjsip.so")
            wait_for("the anonymous endpoint", lambda: "anonymous" in cli(office, "pjsip show endpoints"))
            seen = Person(office, "pc", name).entrance("check", *FREEPBX, "--test", "guest-calls", "--yes", "--json")
            has(seen, told(seen)["guest-calls"][0] is True and status in told(seen)["guest-calls"][1], f"{name}: {status}")
            exactly(seen, f"guest calls: {name}", "action-needed", "guest-calls-accepted", *KNOWN)
            has(seen, status in finding(seen.report(), "guest-calls-accepted")["detail"], "a problem, with what was seen")
            nobody_is_left_in_a_call(office, seen)
        config.write_text(closed)
        cli(office, "module reload res_pjsip.so")
        wait_for("no anonymous endpoint", lambda: "anonymous" not in cli(office, "pjsip show endpoints"))
        shut = Person(office, "pc", "shut").entrance("check", *FREEPBX, "--test", "guest-calls", "--yes", "--json")
        has(shut, told(shut)["guest-calls"][0] is False, "switched off again, strangers are turned away")


@proves("extension-names-leak")
def names_leak_over_the_older_driver_where_its_setting_lets_them():
    with Office() as office:
        for name, settings, leaks, guests in [
            ("leaks", "alwaysauthreject=no\nallowguest=no", True, False),
            ("alike", "alwaysauthreject=yes\nallowguest=no", False, False),
            ("welcome", "alwaysauthreject=yes\nallowguest=yes", False, True),
        ]:
            configure(office, "sip.conf", f"[general]\nudpbindaddr=0.0.0.0:5160\ncontext=lab\n{settings}\n"
                      "[6001]\ntype=friend\nhost=dynamic\nsecret=lab-secret-9\ncontext=lab\n")
            cli(office, "module unload chan_sip.so")
            cli(office, "module load chan_sip.so")
            wait_for("chan_sip answers", lambda: office.options_answer(PBX, port=5160))
            seen = Person(office, "pc", name).entrance("check", *OLDER, *BOTH, "--yes", "--json")
            said = told(seen)
            has(seen, said["name-leak"][0] is leaks, f"{name}: {said}")
            has(seen, said["guest-calls"][0] is guests, f"{name}: {said}")
            found = ["extension-names-leak"] * leaks + ["guest-calls-accepted"] * guests
            exactly(seen, f"the older driver: {name}", "action-needed", *found, *OLDER_KNOWN)
            nobody_is_left_in_a_call(office, seen)


def what_the_office_hides_from_its_own_computers_a_stranger_on_the_street_finds():
    with Office() as office:
        config = asterisk_root() / office.prefix / "etc" / "pjsip.conf"
        # Its own network is known and asked for a password; everybody else may call.
        config.write_text(config.read_text() + "[anonymous]\ntype=endpoint\ncontext=strangers\ndisallow=all\nallow=ulaw\n"
                          "[staff]\ntype=endpoint\ncontext=lab\ndisallow=all\nallow=ulaw\nauth=6001\n"
                          "[staff]\ntype=identify\nendpoint=staff\nmatch=192.168.77.0/24\n")
        configure(office, "extensions.conf", "[lab]\nexten => 600,1,Echo()\n[strangers]\nexten => 600,1,Answer()\n")
        cli(office, "dialplan reload")
        cli(office, "module reload res_pjsip.so")
        cli(office, "module reload res_pjsip_endpoint_identifier_ip.so")
        wait_for("the endpoints", lambda: "staff" in cli(office, "pjsip show endpoints"))
        office.by_hand("udp", 5060, PBX)
        owner = Owner(office, "owner-with-a-mobile")
        ask = [*FREEPBX, "--using", "sip-udp", "--test", "guest-calls", "--yes", "--json"]
        inside = owner.entrance("check", *ask)
        has(inside, told(inside)["guest-calls"][0] is False, f"inside all is well: {told(inside)}")
        early = owner.entrance("check", *ask, "--test-from", "usb0")
        has(early, "No bell was answered from outside yet" in early.err, "nobody is called before a walk was answered")
        code = owner.entrance("invite").last_line()
        walk = Person(office, "pc", "owner-with-a-mobile").entrance("walk", code, "--interface", "usb0", "--yes")
        has(walk, walk.exit == 0, "a walk over the mobile phone")
        seen = owner.entrance("check", *ask, "--walk-result", walk.last_line(), "--test-from", "usb0")
        tests = {t["vantage"]: (t.get("unsafe_answer"), t["seen"]) for t in seen.report().data["safety"]}
        has(seen, tests["inside"][0] is False and tests["outside"][0] is True, f"the stranger's word: {tests}")
        has(seen, "404" in finding(seen.report(), "guest-calls-accepted")["detail"], "with what was seen")
        nobody_is_left_in_a_call(office, seen)
        # The same asked for in the wizard as text, at the results.
        shown, _ = owner.wizard([
            (r".", "s"),
            (r"calls from strangers", "1"),
            (r"usb0", "1"),
            (r"Make this call", "yes"),
            (r"A stranger's call was taken", "q"),
        ])
        assert "panicked" not in shown, shown[-2000:]
        # Another day's check still knows it, and a wrong adapter is named.
        later = owner.entrance("check", "--json")
        has(later, "guest-calls-accepted" in later.report().codes("problem"), "it stands until it is tested again")
        wrong = owner.entrance("check", *ask, "--test-from", "usb9")
        has(wrong, "usb9" in wrong.err, "an adapter that is not there")


TESTS = [
    what_the_office_hides_from_its_own_computers_a_stranger_on_the_street_finds,
    nothing_is_tried_without_a_yes_and_strangers_are_turned_away_without_a_ban,
    a_phone_system_that_takes_calls_of_strangers_is_told_and_every_call_ended,
    names_leak_over_the_older_driver_where_its_setting_lets_them,
]

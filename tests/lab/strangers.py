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
    wait_for("every call has ended", lambda: "0 active calls" in cli(office, "core show channels count"))
    has(seen, "0 active channels" in cli(office, "core show channels count"), "no call is left open")


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


TESTS = [
    nothing_is_tried_without_a_yes_and_strangers_are_turned_away_without_a_ban,
    a_phone_system_that_takes_calls_of_strangers_is_told_and_every_call_ended,
    names_leak_over_the_older_driver_where_its_setting_lets_them,
]

"""What is wrong inside the phone system, each named from the paste and from the program on its box: real settings of the
real Asterisk, a real phone on the street, a real ban, and a call without sound that has one cause."""

import contextlib

from machines import Guard
from office import COWORKER, PBX, SECRET, STREET, Office, asterisk_root
from phone_system import CHAN_SIP, Box, handset, open_entrances
from programs import Person, has
from rehearsal import rehearse
from score import exactly, proves
from sitting import Owner, Sitting

ASTERISK = ["--system", "asterisk", "--pbx", PBX]


@contextlib.contextmanager
def office_with(*files):
    """An office whose phone system has these files."""
    with Office(files=files, low="yes") as house:
        office = Sitting(house)
        try:
            open_entrances(office)
            yield office
        finally:
            office.end()


class Wrong:
    """The files of the running phone system, changed for the length of a case."""

    def __init__(self, office):
        self.office = office
        self.etc = asterisk_root() / office.prefix / "etc"

    @contextlib.contextmanager
    def files(self, changes):
        """`changes`: by file, what is replaced by what, or what is added."""
        before = {name: (self.etc / name).read_text() for name in changes}
        try:
            for name, change in changes.items():
                old, new = change if isinstance(change, tuple) else ("", None)
                assert old in before[name], f"{old} is not in {name}"
                (self.etc / name).write_text(before[name].replace(old, new) if new is not None else before[name] + change)
            self.office.asterisk("core reload")
            yield
        finally:
            for name, text in before.items():
                (self.etc / name).write_text(text)
            self.office.asterisk("core reload")


def named(box, owner, what, *codes, never=()):
    """Each code is found from the paste and from the program on the box, alone and in the middle of a check."""
    paste = box.office.folder / "paste.txt"
    paste.write_text(box.block().text)
    pasted = Person.entrance(owner, "inside", "--paste", paste, "--json")
    here = box.program("inside", "--json")
    check = owner.entrance("check", *ASTERISK, "--inside", paste, "--json")
    for answer in (pasted, here, check):
        has(answer, SECRET not in answer.out + answer.err, f"{what}: no secret")
    alone = [code for code in codes if code not in NEEDS_THE_STREET]
    for answer, wanted in ((pasted, alone), (here, alone), (check, codes)):
        report = answer.report()
        found = set(report.codes()) | set(report.folded())
        has(answer, set(wanted) <= found, f"{what}: {sorted(wanted)} among {sorted(found)}")
        has(answer, not set(never) & found, f"{what}: none of {sorted(never)} among {sorted(found)}")
    return check


#: Told only where somebody knows the street, the router's list or the services that are wanted.
NEEDS_THE_STREET = {"phone-system-wrong-outside-address", "voice-range-differs", "sip-port-differs"}

WRONG = {"phone-system-wrong-outside-address", "phone-system-local-net-wrong", "voice-range-differs", "sip-port-differs",
         "visitor-banned", "guest-calls-allowed", "callout-enabled", "international-open"}


def each_wrong_setting_is_named_under_pjsip():
    with office_with() as office:
        guard = Guard(office, office.asterisk_log())
        box, owner, wrong = Box(office, guard), Owner(office, "settings"), Wrong(office)
        handset(office, "coworker", STREET, "6002")
        named(box, owner, "all is well", "nat-settings-of-extension", never=WRONG)
        cases = {
            "another street": ("phone-system-wrong-outside-address",
                               {"pjsip.conf": (f"external_media_address={STREET}", "external_media_address=198.51.100.7")}),
            "another house": ("phone-system-local-net-wrong",
                              {"pjsip.conf": ("local_net=192.168.77.0/24", "local_net=192.168.1.0/24")}),
            "too few doors": ("voice-range-differs", {"rtp.conf": ("rtpend=20000", "rtpend=10199")}),
            "more doors": ("voice-range-differs", {"rtp.conf": ("rtpend=20000", "rtpend=30000")}),
            "guests": ("guest-calls-allowed", {"pjsip.conf": "\n[anonymous]\ntype=endpoint\ncontext=lab\ndisallow=all\nallow=ulaw\n"}),
            "voicemail": ("callout-enabled", {"voicemail.conf": "\n[outside]\n6001 => 4711,Anna,,,dialout=lab\n"}),
            "abroad": ("international-open", {"extensions.conf": "exten => _00X.,1,Dial(PJSIP/${EXTEN}@provider)\n"}),
        }
        for what, (code, changes) in cases.items():
            with wrong.files(changes):
                if what.endswith("doors"):
                    office.asterisk("module reload res_rtp_asterisk.so")
                check = named(box, owner, what, code, never=WRONG - {code})
                action = next(f["action"] + f["detail"] for f in check.report().data["findings"] if f["code"] == code)
                name = next(iter(changes))
                has(check, name in action, f"{what}: {name} is the file to change")
        office.asterisk("module reload res_rtp_asterisk.so")
        guard.ask("set", "asterisk", "banip", COWORKER)
        guard.bans(COWORKER)
        named(box, owner, "banned", "visitor-banned", never=WRONG - {"visitor-banned"})


def each_wrong_setting_is_named_under_chan_sip():
    elsewhere = tuple((name, text.replace("0.0.0.0:5060", "0.0.0.0:5062")) for name, text in CHAN_SIP)
    with office_with(*CHAN_SIP) as office:
        box, owner = Box(office), Owner(office, "settings")
        handset(office, "coworker", STREET, "7002")
        named(box, owner, "nothing is right", *(WRONG - {"visitor-banned", "sip-port-differs"}), "phone-not-registered",
              "nat-settings-of-extension")
    with Office(files=elsewhere, low="yes", waits=("0.0.0.0:5062",)) as house:
        office = Sitting(house)
        named(Box(office), Owner(office, "other door"), "another door", "sip-port-differs")
        office.end()


@proves("phone-system-wrong-outside-address")
def a_call_without_sound_has_one_cause():
    with office_with() as office:
        pjsip = (asterisk_root() / office.prefix / "etc" / "pjsip.conf").read_text()
    elsewhere = pjsip.replace(f"external_media_address={STREET}", "external_media_address=198.51.100.7")
    with office_with(("pjsip.conf", elsewhere)) as office:
        owner = Owner(office, "one cause")
        owner.entrance("check", *ASTERISK, "--using", "sip-udp,rtp")
        code = owner.entrance("invite").last_line()
        call = rehearse(Person(office, "coworker", "unheard"), *code.split(), server=None)
        has(call, call.exit == 1, "the call has no sound")
        paste = office.folder / "paste.txt"
        paste.write_text(Box(office).block().text)
        silent = owner.entrance("check", *ASTERISK, "--walk-result", call.told["result_code"], "--json")
        has(silent, "audio-none" in silent.report().codes("problem"), "without a look inside only the silence is told")
        seen = owner.entrance("check", "--walk-result", call.told["result_code"], "--inside", paste, "--json")
        exactly(seen, "a call without sound, and another street inside", "action-needed", "mapping-not-listed",
                "not-seen-from-outside", "phone-system-address-may-change", "phone-system-wrong-outside-address",
                "range-too-long-for-router")


TESTS = [each_wrong_setting_is_named_under_pjsip, each_wrong_setting_is_named_under_chan_sip, a_call_without_sound_has_one_cause]

"""What is wrong inside the phone system, each named from the paste and from the program on its box: real settings of the
real Asterisk, a real phone on the street, a real ban, and a call without sound that has one cause."""

import contextlib

from machines import Guard
from office import COWORKER, PBX, ROUTER, SECRET, STREET, asterisk_root
from phone_system import CHAN_SIP, Box, handset, open_entrances
from programs import Person, has
from rehearsal import rehearse
from score import exactly, proves
from sitting import Owner, alone

ASTERISK = ["--system", "asterisk", "--pbx", PBX]


@contextlib.contextmanager
def office_with(*files, **more):
    """An office whose phone system has these files."""
    with alone(files=files, low="yes", **more) as office:
        open_entrances(office)
        yield office


class Wrong:
    """A file of the running phone system, changed for the length of a case."""

    def __init__(self, office):
        self.office = office
        self.etc = asterisk_root() / office.prefix / "etc"

    @contextlib.contextmanager
    def file(self, name, old, new):
        """`old` becomes `new`; where there is no old, the new is added."""
        before = (self.etc / name).read_text()
        assert old in before, f"{old} is not in {name}"
        try:
            self.write(name, before.replace(old, new) if old else before + new)
            yield
        finally:
            self.write(name, before)

    def write(self, name, text):
        (self.etc / name).write_text(text)
        self.office.asterisk("core reload")
        self.office.asterisk("module reload res_rtp_asterisk.so")


#: Said of the lab's office in any case: nobody has looked from outside, and its entrances were made by hand.
ANYWAY = {"mapping-not-listed", "not-seen-from-outside", "phone-system-address-may-change", "range-too-long-for-router"}

#: Told only where somebody knows the street, the router's list or the services that are wanted.
NEEDS_THE_STREET = {"audio-not-proved", "phone-system-wrong-outside-address", "voice-range-differs", "sip-port-differs"}


def named(box, owner, what, *codes):
    """Exactly these are told in the middle of a check, and those of them that need no street from the paste alone and
    from the program on the box."""
    paste = box.office.folder / "paste.txt"
    told = box.block()
    has(told, told.of("part", "sockets") == [["read", ""]], f"{what}: what listens was read")
    paste.write_text(told.text)
    pasted = Person.entrance(owner, "inside", "--paste", paste, "--json")
    here = box.program("inside", "--json")
    check = owner.entrance("check", *ASTERISK, "--inside", paste, "--json")
    for answer in (pasted, here, check):
        has(answer, SECRET not in answer.out + answer.err, f"{what}: no secret")
    for answer in (pasted, here):
        found = set(answer.report().codes())
        has(answer, found - NEEDS_THE_STREET == set(codes) - NEEDS_THE_STREET, f"{what}: {sorted(codes)} and not {sorted(found)}")
    return exactly(check, f"inside: {what}", "action-needed", *ANYWAY, *codes)


@proves("callout-enabled", "guest-calls-allowed", "international-open", "nat-settings-of-extension", "phone-not-registered",
        "phone-system-local-net-wrong", "phone-system-wrong-outside-address", "visitor-banned", "voice-range-differs")
def each_wrong_setting_is_named_under_pjsip():
    # The phone outside is the one that lacks a setting, and the other one is away.
    phones = ("nat-settings-of-extension", "phone-not-registered")
    usual = ("audio-not-proved", *phones)
    guests = "\n[anonymous]\ntype=endpoint\ncontext=lab\ndisallow=all\nallow=ulaw\n"
    with office_with() as office:
        guard = Guard(office, office.asterisk_log())
        box, owner, wrong = Box(office, guard), Owner(office, "settings"), Wrong(office)
        handset(office, "coworker", STREET, "6002")
        named(box, owner, "all is well", *usual)
        cases = [
            ("another street", "phone-system-wrong-outside-address", phones, "pjsip.conf",
             (f"external_media_address={STREET}", "external_media_address=198.51.100.7")),
            ("another house", "phone-system-local-net-wrong", usual, "pjsip.conf",
             ("local_net=192.168.77.0/24", "local_net=192.168.1.0/24")),
            ("too few doors", "voice-range-differs", usual, "rtp.conf", ("rtpend=20000", "rtpend=10199")),
            ("more doors", "voice-range-differs", usual, "rtp.conf", ("rtpend=20000", "rtpend=30000")),
            ("guests", "guest-calls-allowed", usual, "pjsip.conf", ("", guests)),
            ("voicemail", "callout-enabled", usual, "voicemail.conf", ("", "\n[outside]\n6001 => 4711,Anna,,,dialout=lab\n")),
            ("abroad", "international-open", usual, "extensions.conf", ("", "exten => _00X.,1,Dial(PJSIP/${EXTEN}@provider)\n")),
        ]
        for what, code, others, file, change in cases:
            with wrong.file(file, *change):
                report = named(box, owner, what, code, *others)
                told = next(f["action"] + f["detail"] for f in report.data["findings"] if f["code"] == code)
                has(report.answer, f"/etc/asterisk/{file}:" in told or f"/etc/asterisk/{file} " in told, f"{file} is to be changed")
        # Kept from another door only, and a list of friends that they stand on: no bans from the phone system.
        office.at("pbx", "nft", f"""add table inet elsewhere
            add set inet elsewhere friends {{ type ipv4_addr; elements = {{ {COWORKER} }}; }}
            add chain inet elsewhere input {{ type filter hook input priority 0; }}
            add rule inet elsewhere input ip saddr {COWORKER} tcp dport 22 drop
            add rule inet elsewhere input tcp dport 23 ip saddr != @friends drop""")
        named(box, owner, "kept from another door", *usual)
        guard.ask("set", "asterisk", "banip", COWORKER)
        guard.bans(COWORKER)
        named(box, owner, "banned", "visitor-banned", *usual)


@proves("sip-port-differs")
def each_wrong_setting_is_named_under_chan_sip():
    elsewhere = tuple((name, text.replace("0.0.0.0:5060", "0.0.0.0:5062")) for name, text in CHAN_SIP)
    everything = ("callout-enabled", "extension-names-leak", "guest-calls-allowed", "international-open",
                  "phone-system-local-net-wrong", "phone-system-wrong-outside-address", "voice-range-differs")
    with office_with(*CHAN_SIP) as office:
        handset(office, "coworker", STREET, "7002")
        named(Box(office), Owner(office, "settings"), "nothing is right", *everything, "phone-not-registered",
              "nat-settings-of-extension")
    with office_with(*elsewhere, waits=("0.0.0.0:5062",)) as office:
        named(Box(office), Owner(office, "door"), "another door", *everything, "sip-port-differs")


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


def the_wizard_as_text_takes_a_paste_and_asks_by_itself():
    with office_with() as office:
        pjsip = (asterisk_root() / office.prefix / "etc" / "pjsip.conf").read_text()
    elsewhere = pjsip.replace(f"external_media_address={STREET}", "external_media_address=198.51.100.7")
    wrong = "Your phone system writes a wrong address"
    with office_with(("pjsip.conf", elsewhere)) as office:
        box, owner = Box(office), Owner(office, "typist")
        paste = box.block().text
        owner.entrance("check", *ASTERISK, "--symptom", "no-sound")
        shown, code = owner.wizard([
            (r"Look inside the phone system", "i"),
            (rf"\n  ssh root@{PBX}\r?\n(?!.*Ask it now)", "s"),
            (r"sh <<'SEPARATE_ENTRANCE'.*\nSEPARATE_ENTRANCE\r?\n.*Paste what it printed", "p\nhello\n."),
            (r"This is not the answer of the block", f"p\n{paste.replace('198.51.100.7', STREET)}"),
            # What stands behind a paste chooses nothing.
            (r"not as the phone system printed it", f"p\nroot@pbx:~# sh\n{paste}\n\nroot@pbx:~#"),
            (r"outside\s+198\.51\.100\.7\.\s+But\s+your\s+street\s+address\s+is\s+11\.22\.33\.2", "y"),
            (wrong, "q"),
        ])
        assert code == 1 and "panicked" not in shown and SECRET not in shown, shown[-3000:]
        here = box.person()
        here.entrance("check", *ASTERISK, "--router", ROUTER)
        here.wrap = box.at_home()
        shown, code = here.wizard([
            (r"Look inside the phone system", "i"),
            (r"Ask it now", "l"),
            (r"\n  Strangers\r?\n    . .*\n    . .*\n    . .*\n    . ", "y"),
            (wrong, "q"),
        ])
        assert code == 1 and "panicked" not in shown and SECRET not in shown, shown[-3000:]


TESTS = [each_wrong_setting_is_named_under_pjsip, each_wrong_setting_is_named_under_chan_sip, a_call_without_sound_has_one_cause,
         the_wizard_as_text_takes_a_paste_and_asks_by_itself]

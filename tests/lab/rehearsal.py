"""The rehearsal against a real Asterisk: a played phone on the street, behind a home router and in the office; sound
both ways, one way and not at all; and calls that should ring after some quiet."""

import json
import signal
import subprocess
import sys
import time

from machines import DIGEST
from office import COWORKER, MOBILE, PBX, SECRET, STREET, asterisk_root, wait_for
from programs import ENTRANCE, Answer, Person
from score import exactly, proves
from sitting import Owner, sitting

HOME = "11.22.33.70"
HANDSET = "192.168.50.5"
VOICE = "10000-20000"
ASTERISK = ["--system", "asterisk", "--pbx", PBX]

# What the phone system hears, message by message, one Python literal a line.
WIRETAP = r"""
import socket, struct
raw = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x0800))
print(b"listening", flush=True)
while True:
    packet, about = raw.recvfrom(65535)
    if about[2] == socket.PACKET_OUTGOING or packet[9] != 17:
        continue
    head = (packet[0] & 15) * 4
    source, target, length, _ = struct.unpack("!HHHH", packet[head:head + 8])
    if target == 5060:
        print(packet[head + 8:head + length], flush=True)
"""

# Another phone on the same extension, which knows the password.
OTHER_PHONE = DIGEST + r"""
target, user, password, expires = sys.argv[1:5]
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(3); s.bind(("0.0.0.0", 5070)); s.connect((target, 5060))
me = s.getsockname()[0]
def register(number, extra):
    s.send(("REGISTER sip:%s SIP/2.0\r\nVia: SIP/2.0/UDP %s:5070;branch=z9hG4bKo%s%d;rport\r\nMax-Forwards: 70\r\n"
            "From: <sip:%s@%s>;tag=o\r\nTo: <sip:%s@%s>\r\nCall-ID: other@%s\r\nCSeq: %d REGISTER\r\n"
            "Contact: <sip:%s@%s:5070>;expires=%s\r\n%sContent-Length: 0\r\n\r\n"
            % (target, me, expires, number, user, target, user, target, me, number, user, me, expires, extra)).encode())
    return s.recv(4096).decode()
said = register(1, "")
print(register(2, authorization(said, target, user, password)).splitlines()[0])
"""


def says(answer):
    """What stood in the way, as the document names it."""
    return json.loads(answer.out)["problem"]["code"]


def has(answer, condition, what):
    assert condition, f"{what}\n{answer!r}\n{getattr(answer, 'out', '')}"


def house(office):
    """A home with a router of its own and a phone behind it."""
    if office.space("home") in office.spaces:
        return
    office.make("home")
    office.make("handset")
    office.on_street("home", "out0", f"{HOME}/24")
    office.link("home", "in0", "handset", "eth0")
    office.address("home", "in0", "192.168.50.1/24")
    office.masquerade("home", "out0")
    office.address("handset", "eth0", f"{HANDSET}/24")
    office.default("handset", "192.168.50.1")


def entrances(office):
    """What a right office has: the bell and the doors for voices."""
    office.by_hand("udp", 5060, PBX)
    office.by_hand("udp", VOICE, PBX)
    office.forget_flows()


def rehearse(person, *args, server=STREET, number="600", password=SECRET, user="6001"):
    """The command as somebody types it, with the password on standard input."""
    line = ["rehearse", *(["--server", server] if server else []), "--user", user, "--number", number, "--password-stdin", "--yes", "--json"]
    command = ["ip", "netns", "exec", person.office.space(person.house), ENTRANCE, *line, *map(str, args)]
    done = subprocess.run(command, env=person.env, input=password + "\n", capture_output=True, text=True, timeout=120,
                          check=False)
    answer = Answer(done, line)
    answer.told = json.loads(done.stdout) if done.stdout.startswith("{") else {}
    tells_no_password(person, answer, password)
    return answer


def tells_no_password(person, answer, password):
    has(answer, password not in answer.out + answer.err, "no word of the password")
    for file in person.folder.rglob("*"):
        if file.is_file():
            has(answer, password.encode() not in file.read_bytes(), f"nor in {file.name}")


def asterisk(office, *command):
    conf = f"/{office.prefix}/etc/asterisk.conf"
    return office.at("pbx", "chroot", asterisk_root(), "asterisk", "-C", conf, "-rx", " ".join(command)).stdout


def contacts(office):
    lines = asterisk(office, "pjsip", "show", "contacts").splitlines()
    return [l.split()[1] for l in lines if "6001/sip:" in l]


def calls(office):
    return asterisk(office, "core", "show", "channels", "concise").strip()


def sound(answer):
    told = answer.told["rehearsal"]
    return told["sound_out"], told["sound_back"], told["shown_by"]


def detail(answer, code):
    return next(f["detail"] for f in answer.told["findings"] if f["code"] == code)


def a_call_from_the_street_and_from_behind_a_home_router_has_sound_both_ways():
    with sitting(low="yes") as office:
        house(office)
        entrances(office)
        tapped = office.folder / "tapped"
        office.start("pbx", sys.executable, "-c", WIRETAP, log=tapped)
        wait_for("the wiretap", lambda: "listening" in tapped.read_text())
        for place, asker in [("coworker", COWORKER), ("handset", HOME)]:
            answer = rehearse(Person(office, place, f"both-{place}"))
            has(answer, answer.exit == 0 and answer.told["verdict"] == "ready", f"from the {place}")
            has(answer, sound(answer) == (True, True, "echo"), "our own sound came back")
            told = answer.told["rehearsal"]
            has(answer, answer.told["grade"] == "good" and told["loss_percent"] < 3, "a good line")
            has(answer, 0 < told["round_trip_ms"] < 200 and told["jitter_ms"] < 30, "with figures")
            has(answer, told["vantage"] == "outside" and told["asker"] == asker, "seen on another street")
            has(answer, told["media"].startswith(f"{STREET}:"), "and asked for sound at the office's own address")
            has(answer, contacts(office) == [] and calls(office) == "", "nothing is left behind")
        inside = rehearse(Person(office, "pc", "both-inside"), server=PBX)
        has(inside, sound(inside) == (True, True, "echo") and inside.told["rehearsal"]["vantage"] == "inside", "inside")
        # The whole talk, as the phone system heard it.
        heard = [eval(l).decode() for l in tapped.read_text().splitlines()[1:]]  # noqa: S307  our own output
        talk = [m for m in heard if "6001" in m]
        kinds = [m.split(" ")[0] for m in talk]
        has(inside, kinds.count("BYE") == 3 and kinds.count("ACK") >= 3, f"every call is ended: {kinds}")
        registrations = [m for m in talk if m.startswith("REGISTER")]
        removed = [m for m in registrations if "expires=0" in m or "Expires: 0" in m]
        has(inside, len(removed) >= 3 and not any("Contact: *" in m for m in talk), "only our own is taken back")
        for message in removed:
            own = next(l for l in message.split("\r\n") if l.startswith("Contact:"))
            has(inside, own.count("<sip:6001@") == 1, "one contact, ours")
        has(inside, len(talk) <= 3 * 12, f"few words: {len(talk)}")
        has(inside, not any(SECRET in m for m in heard), "the password is never on the wire")


def an_echo_that_speaks_first_is_proved_by_the_phone_systems_own_count():
    with sitting(low="yes") as office:
        house(office)
        entrances(office)
        answer = rehearse(Person(office, "handset", "announced"), number="*43")
        has(answer, answer.exit == 0 and sound(answer) == (True, True, "report"), "during its announcement")


@proves("audio-one-way", "audio-none")
def one_way_is_told_from_the_other_and_from_none():
    with sitting(low="yes") as office:
        house(office)
        entrances(office)
        person = Person(office, "coworker", "one-way")
        dead = {
            "out": f'iifname "wan0" udp dport {VOICE} drop;',
            "back": f'oifname "wan0" udp sport {VOICE} drop;',
        }

        def drop(*ways):
            office.free()
            rules = " ".join(dead[w] for w in ways)
            office.restrict("router", f"chain voice {{ type filter hook forward priority -1; {rules} }}")

        # A phone system that sends first opens its own way, so its sound arrives although ours does not.
        drop("out")
        answer = rehearse(person, number="601")
        has(answer, sound(answer) == (False, True, None) and answer.exit == 1, "the office does not hear us")
        exactly(answer, "one way: the office does not hear", "action-needed", "audio-one-way")
        has(answer, "ours did not arrive" in detail(answer, "audio-one-way"), "named")
        drop("back")
        answer = rehearse(person)
        has(answer, sound(answer) == (True, False, "key") and answer.exit == 1, "we do not hear the office")
        has(answer, answer.told["grade"] is None, "which has no grade")
        exactly(answer, "one way: the phone does not hear", "action-needed", "audio-one-way")
        has(answer, "none came back" in detail(answer, "audio-one-way"), "named")
        drop("out", "back")
        answer = rehearse(person)
        has(answer, sound(answer) == (None, False, None) and answer.exit == 1, "none")
        exactly(answer, "no sound", "action-needed", "audio-none")
        has(answer, contacts(office) == [] and wait_for("the call ends", lambda: calls(office) == "") , "and it is ended")
        # Without a rule for voices, behind a home router: the private address in our description leads nowhere.
        office.free()
        office.at("router", "nft", "flush chain inet nat pre_by_hand; flush chain inet filter by_hand")
        office.by_hand("udp", 5060, PBX)
        office.forget_flows()
        answer = rehearse(Person(office, "handset", "no-rule"))
        has(answer, answer.told["rehearsal"]["sound_back"] is False, "no rule for voices, no sound")


def what_does_not_get_on_is_named():
    with sitting(low="yes") as office:
        house(office)
        entrances(office)
        person = Person(office, "coworker", "wrong")

        def trouble(answer):
            has(answer, answer.exit == 3, "could not check")
            has(answer, answer.told["rehearsal"]["trouble"] and "hint:" in answer.err, "with words")
            return answer.told["rehearsal"]["trouble"]

        wrong = rehearse(person, password="not-the-password")
        has(wrong, trouble(wrong) == "wrong-password", "a wrong password")
        has(wrong, trouble(rehearse(person, server="11.22.33.99")) == "no-answer", "no such server")
        begun = time.monotonic()
        gone = rehearse(person, server="office.invalid")
        has(gone, trouble(gone) == "no-such-name" and time.monotonic() - begun < 20, "no such name")
        shut = rehearse(person, server=f"{COWORKER}:5099")
        has(shut, trouble(shut) == "nothing-listens", "a machine that takes no calls")
        has(shut, trouble(rehearse(person, number="699")) == "no-such-number", "no such number")
        has(shut, trouble(rehearse(person, number="602")) == "busy", "busy")
        has(shut, contacts(office) == [] and calls(office) == "", "nothing is left behind")
        again = rehearse(Person(office, "mobile", "guess"), password="guess-one")
        has(again, trouble(again) == "wrong-password", "one try")
        # The budget of wrong passwords is this computer's, across runs.
        rehearse(person, password="not-the-password-either")
        third = rehearse(person, password="a-third-guess")
        has(third, third.exit == 3 and "Wait ten minutes" in third.err and says(third) == "call-limit", "a third guess is not made")
        for number in ["911", "+4930123456", "0049301234567", "19005551234"]:
            refused = rehearse(person, number=number)
            has(refused, refused.exit == 2 and refused.out == "", f"{number} is not called")
        nobody = person.entrance("rehearse", "--server", STREET, "--user", "6001", "--number", "600", "--yes")
        has(nobody, nobody.exit == 2 and "--password-stdin" in nobody.err, "no password, no call")


def a_phone_that_is_signed_in_is_not_disturbed():
    with sitting(low="yes") as office:
        house(office)
        entrances(office)
        other = ["python3", "-c", OTHER_PHONE, PBX, "6001", SECRET]
        assert "200 OK" in office.at("phone", *other, "600").stdout
        before = contacts(office)
        answer = rehearse(Person(office, "coworker", "in-use"))
        has(answer, answer.exit == 3 and answer.told["rehearsal"]["trouble"] == "extension-in-use", "refused")
        has(answer, contacts(office) == before and len(before) == 1, "and the phone is still signed in")
        assert "200 OK" in office.at("phone", *other, "0").stdout
        has(answer, contacts(office) == [], "until it leaves")


def ring_test(office, person, waits, user="6001"):
    """Runs the ring test; whenever it asks for a call, Asterisk makes one."""
    line = ["rehearse", "--server", STREET, "--user", user, "--number", "600", "--password-stdin", "--yes", "--json",
            "--ring", "--waits", waits]
    command = ["ip", "netns", "exec", office.space(person.house), ENTRANCE, *line]
    child = subprocess.Popen(command, env=person.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True)
    child.stdin.write(SECRET + "\n")
    child.stdin.close()
    shown = []
    for said in child.stderr:
        shown.append(said)
        if "call this extension now" in said:
            asterisk(office, f"channel originate PJSIP/{user} application Wait 5")
    out = child.stdout.read()
    child.wait(60)
    answer = Answer(subprocess.CompletedProcess(command, child.returncode, out, "".join(shown)), line)
    answer.told = json.loads(out) if out.startswith("{") else {}
    tells_no_password(person, answer, SECRET)
    return answer


def a_call_that_is_broken_off_is_ended():
    with sitting(low="yes") as office:
        house(office)
        entrances(office)
        person = Person(office, "coworker", "in-a-hurry")
        line = ["rehearse", "--server", STREET, "--user", "6001", "--number", "601", "--password-stdin", "--yes", "--ring"]
        command = ["ip", "netns", "exec", office.space(person.house), ENTRANCE, *line]
        child = subprocess.Popen(command, env=person.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, text=True)
        child.stdin.write(SECRET + "\n")
        child.stdin.close()
        wait_for("the call stands", lambda: "Milliwatt" in calls(office))
        child.send_signal(signal.SIGINT)
        child.wait(20)
        shown = child.stdout.read()
        assert calls(office) == "" and contacts(office) == [], f"{calls(office)} {contacts(office)}\n{shown}"


def rings(answer):
    return [(r["quiet_secs"], r["rang"]) for r in answer.told["rings"]]


@proves("incoming-call-lost", "phone-side-forgets")
def a_home_router_that_forgets_is_told_from_one_that_remembers():
    with sitting(low="yes") as office:
        house(office)
        entrances(office)
        answer = ring_test(office, Person(office, "handset", "remembers"), "2,12")
        has(answer, rings(answer) == [(2, True), (12, True)] and answer.exit == 0, "it remembers")
        has(answer, "1 of 2" in answer.err and "2 of 2" in answer.err, "n of m")
        has(answer, contacts(office) == [] and calls(office) == "", "nothing is left behind")
        # Behind NAT a phone system must answer to where the phone was seen, and this extension is set to what it says.
        lost = ring_test(office, Person(office, "handset", "lost"), "2,12", user="6002")
        has(lost, rings(lost) == [(2, False)] and lost.exit == 1, "it never rings")
        exactly(lost, "never rings", "action-needed", "incoming-call-lost")
        names = ["nf_conntrack_udp_timeout", "nf_conntrack_udp_timeout_stream"]
        before = [office.at("home", "sysctl", "-n", f"net.netfilter.{name}").stdout.strip() for name in names]
        try:
            for name in names:
                office.at("home", "sysctl", "-qw", f"net.netfilter.{name}=30")
            answer = ring_test(office, Person(office, "handset", "forgets"), "5,40,60")
        finally:
            for name, value in zip(names, before):
                office.at("home", "sysctl", "-qw", f"net.netfilter.{name}={value}")
        has(answer, rings(answer) == [(5, True), (40, False)] and answer.exit == 1, "it forgets after half a minute")
        exactly(answer, "the phone's router forgets", "action-needed", "phone-side-forgets")
        has(answer, "5 s of quiet but not after 40 s" in detail(answer, "phone-side-forgets"), "with both waits")


@proves("other-voices-not-shown")
def a_call_on_the_other_street_satisfies_the_voice_of_the_next_check():
    with sitting(low="yes") as office:
        office.map(5060)
        office.by_hand("udp", VOICE, PBX)
        office.forget_flows()
        owner = Owner(office, "rehearsing-owner")
        before = owner.entrance("check", "--system", "asterisk", "--pbx", PBX, "--using", "remote-phones", "--json")
        has(before, before.report().service("rtp")["verdict"] == "not-checked", "nothing is known of the voices")
        # Over the mobile phone: the same computer, another street.
        call = rehearse(owner, "--interface", "usb0")
        exactly(call, "one call settles the voice", "ready", "other-voices-not-shown")
        has(call, call.exit == 0 and call.told["rehearsal"]["asker"] == MOBILE, "a call over the mobile phone")
        after = owner.entrance("check", "--json")
        has(after, after.report().service("rtp")["verdict"] == "verified", "carried on")
        has(after, "audio-not-proved" not in after.report().codes() + after.report().folded(), "and settled")
        has(after, "other-voices-not-shown" in after.report().codes("note"), "but for what one call cannot show")
        masked = owner.entrance("check", "--json", "--masked")
        has(masked, STREET not in masked.out and MOBILE not in masked.out, "masked with the rest")


def a_colleague_hands_the_call_back_as_a_code():
    with sitting(low="yes") as office:
        house(office)
        office.map(5060)
        office.by_hand("udp", VOICE, PBX)
        office.forget_flows()
        owner = Owner(office, "asking-owner")
        owner.entrance("check", "--system", "asterisk", "--pbx", PBX, "--using", "sip-udp,rtp")
        invite = owner.entrance("invite")
        code = invite.last_line()
        # Behind a home router, with a password that only the phone system's keeper gave out.
        colleague = Person(office, "handset", "calling-colleague")
        call = rehearse(colleague, *code.split(), server=None)
        has(call, call.exit == 0 and call.told["rehearsal"]["server"] == STREET, "the code says whom to call")
        handed_back = call.told["result_code"]
        has(call, SECRET not in handed_back and len(handed_back) < 100, "a short code")
        first = owner.entrance("check", "--walk-result", handed_back, "--json")
        heard = first.report().data["rehearsals"]
        has(first, [(h["asker"], h["vantage"], h["sound_out"], h["sound_back"]) for h in heard]
            == [(HOME, "outside", True, True)], "in the office: from that street, both ways")
        has(first, first.report().service("rtp")["verdict"] == "verified", "which settles the voice")
        # The same code again adds nothing; one letter changed is named; another office's reader has never heard of it.
        again = owner.entrance("check", "--walk-result", handed_back, "--json")
        has(again, len(again.report().data["rehearsals"]) == 1, "told twice it is one call")
        wrong = handed_back[:-1] + ("0" if handed_back[-1] != "0" else "1")
        mistyped = owner.entrance("check", "--walk-result", wrong, "--json")
        has(mistyped, mistyped.exit == 2 and "typing error in group" in mistyped.err and mistyped.out == "", "mistyped")
        cut = owner.entrance("check", "--walk-result", handed_back[:-9], "--json")
        has(cut, cut.exit == 2 and "end of the code is missing" in cut.err, "cut")
        stranger = Owner(office, "other-owner").entrance("check", *ASTERISK, "--walk-result", handed_back)
        has(stranger, stranger.exit == 2 and "another invitation" in stranger.err, "not theirs")
        # The sound dies one way, and the same invitation carries that home too; a walk is still answered by it.
        office.restrict("router", f'chain voice {{ type filter hook forward priority -1; oifname "wan0" udp sport {VOICE} drop; }}')
        worse = rehearse(colleague, *code.split(), server=None)
        has(worse, worse.exit == 1, "we do not hear the office")
        seen = owner.entrance("check", "--walk-result", worse.told["result_code"], "--json")
        has(seen, "audio-one-way" in seen.report().codes("problem"), "and the office reads it")
        office.free()
        elsewhere = rehearse(colleague, *code.split(), server=COWORKER)
        has(elsewhere, elsewhere.exit == 2 and elsewhere.out == "", "another office is not called with this code")
        walk = colleague.entrance("walk", code, "--yes")
        last = owner.entrance("check", "--walk-result", walk.last_line(), "--json")
        has(last, last.report().service("sip-udp")["verdict"] == "verified", "one code, a walk and calls")
        has(colleague, "last-report" not in " ".join(f.name for f in colleague.folder.rglob("*")), "no report at home")


TESTS = [
    a_colleague_hands_the_call_back_as_a_code,
    a_call_from_the_street_and_from_behind_a_home_router_has_sound_both_ways,
    an_echo_that_speaks_first_is_proved_by_the_phone_systems_own_count,
    one_way_is_told_from_the_other_and_from_none,
    what_does_not_get_on_is_named,
    a_phone_that_is_signed_in_is_not_disturbed,
    a_call_that_is_broken_off_is_ended,
    a_call_on_the_other_street_satisfies_the_voice_of_the_next_check,
    # The last one: who is forgotten cannot sign out, and stays on the list for a while.
    a_home_router_that_forgets_is_told_from_one_that_remembers,
]

"""What a visitor's answer or silence is worth: proved, proved with something left open, silent where nothing leads,
partly open voices, and a helper that could not be asked."""

from helper import WAN, Helper
from office import PBX, STREET, wait_for
from peers import walked
from programs import ENTRANCE, Person, has
from score import exactly, proves
from sitting import Owner, sitting
from table import BELL

KNOWN = "phone-system-address-may-change"


@proves("open-to-everyone", "machine-not-shown", "mapping-missing", "street-not-shown")
def each_answer_from_outside_is_worth_what_it_shows():
    with sitting(low="yes") as office:
        owner = Owner(office, "owner")
        owner.entrance("check", *BELL, "--json")
        silent, _ = walked(office, owner, "coworker", "first")
        exactly(silent, "a visitor hears nothing, and nothing is listed", "action-needed", "mapping-missing", KNOWN)
        office.map(5060)
        proved, _ = walked(office, owner, "coworker", "second")
        exactly(proved, "a visitor is answered", "ready", "mapping-expires", "open-to-everyone", KNOWN)
        office.unmap_all()

        owner = Owner(office, "owner-by-hand")
        office.by_hand("udp", 5060, PBX)
        owner.entrance("check", *BELL, "--json")
        by_hand, _ = walked(office, owner, "coworker", "third")
        exactly(by_hand, "a rule by hand is answered", "ready", "machine-not-shown", "open-to-everyone", KNOWN)
        office.unmap_by_hand()

        # A protocol that names nobody, and a visitor behind a home router: nothing tells where the visitor stood.
        owner = Owner(office, "owner-of-a-link")
        office.map(4569)
        owner.entrance("check", "--system", "asterisk", "--pbx", PBX, "--using", "iax2", "--json")
        code = owner.entrance("invite").last_line()
        aside = Person(office, "pc", "aside").entrance("walk", code, "--interface", "usb0", "--yes")
        unnamed = owner.entrance("check", "--walk-result", aside.last_line(), "--json")
        exactly(unnamed, "a visitor of an unknown street is answered", "ready", "mapping-expires", "open-to-everyone",
                "street-not-shown", KNOWN)


@proves("audio-partly-open")
def a_witness_shows_which_doors_for_voices_stay_stuck():
    with sitting(low="yes") as office:
        owner = Owner(office, "owner-of-voices")
        voices = ["--system", "asterisk", "--pbx", PBX, "--using", "sip-udp,rtp", "--calls", "4"]
        office.map(5060)
        for ports in ["10000-10007", "10010-20000"]:
            office.by_hand("udp", ports, PBX)
        owner.entrance("check", *voices, "--json")
        code = owner.entrance("invite").last_line()
        log = office.folder / "witness.log"
        office.start("pbx", ENTRANCE, "witness", "--ports", "10000-20000", "--code", code, "--yes", log=log,
                     env=Person(office, "pbx", "witness").env)
        wait_for("the witness stands", lambda: ":10009 " in office.at("pbx", "ss", "-lnu").stdout)
        walk = Person(office, "coworker", "listener").entrance("walk", code, "--every-port", "--yes")
        has(walk, walk.exit == 0, "a walk")
        seen = owner.entrance("check", "--walk-result", walk.last_line(), "--json")
        report = exactly(seen, "two of ten doors for voices stay stuck", "action-needed", "audio-partly-open",
                         "mapping-expires", "open-to-everyone", KNOWN)
        said = next(f for f in report.data["findings"] if f["code"] == "audio-partly-open")
        has(seen, "10008" in said["detail"], "which ones")


@proves("helper-unreachable", "public-address-differs")
def a_helper_tells_the_street_address_or_could_not_be_asked():
    with sitting(low="yes") as office:
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443", "--sip-port", "5070", "--knock-from", WAN)
        office.map(5060)
        seen = Owner(office, "asks").entrance("check", *BELL, "--helper", helper.link, "--json")
        exactly(seen, "a helper is answered", "ready", "mapping-expires", "open-to-everyone", KNOWN)

        # The router says one public address, and the helper sees another: nobody at the one that it says.
        office.router(outside="11.22.33.9")
        office.map(5060)
        nowhere = f'iifname "wan0" ip daddr {STREET} udp dport 5060 drop'
        office.restrict("router", f"chain other {{ type filter hook prerouting priority -300; {nowhere}; }}")
        differs = Owner(office, "two-numbers").entrance("check", *BELL, "--helper", helper.link, "--json")
        exactly(differs, "the router says one address and the street sees another", "action-needed",
                "mapping-expires", "public-address-differs", KNOWN)
        office.free()
        office.router()
        assert helper.stop() == 0
        office.map(5060)
        gone = Owner(office, "asks-nobody").entrance("check", *BELL, "--helper", helper.link, "--json")
        exactly(gone, "the helper cannot be reached", "could-not-check", "helper-unreachable", "mapping-expires", KNOWN)
        assert STREET not in helper.log.read_text()


TESTS = [
    each_answer_from_outside_is_worth_what_it_shows,
    a_witness_shows_which_doors_for_voices_stay_stuck,
    a_helper_tells_the_street_address_or_could_not_be_asked,
]

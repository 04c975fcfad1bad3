"""What the router's list and its refusals say before anybody has knocked from outside: one office, many states of its
list, each with exactly its own findings."""

from office import PBX, PC, PHONE
from programs import has
from score import exactly, proves
from sitting import Owner, sitting

#: A profile with few rows, and a bell without the voices, so that each state shows its own findings alone.
BELL = ["--system", "asterisk", "--pbx", PBX, "--using", "sip-udp"]
#: What is true of every office before somebody has knocked.
UNSEEN = ["not-seen-from-outside", "phone-system-address-may-change"]


@proves("mapping-not-listed", "not-seen-from-outside", "phone-system-address-may-change", "mapping-expires",
        "mapping-wrong-device", "mapping-wrong-port", "must-stay-shut-is-open", "phones-use-other-address",
        "range-too-long-for-router", "audio-not-proved", "service-not-running", "phone-system-silent",
        "phone-system-not-found")
def each_state_of_the_list_has_its_own_findings_and_no_others():
    with sitting(low="yes") as office:
        def check(name, *args):
            return Owner(office, name).entrance("check", *args, "--json")

        exactly(check("nothing", *BELL), "nothing is opened", "action-needed", "mapping-not-listed", *UNSEEN)
        exactly(check("no-address", "--system", "asterisk", "--using", "sip-udp"), "nobody knows the phone system",
                "action-needed", "not-seen-from-outside", "phone-system-not-found")

        office.map(5060, client=PHONE)
        seen = check("wrong-device", *BELL)
        exactly(seen, "the entrance leads to a desk phone", "action-needed", "mapping-wrong-device", *UNSEEN)
        office.unmap_all()

        office.map(5060, inside=5070)
        exactly(check("wrong-port", *BELL), "the entrance leads to another port", "action-needed", "mapping-wrong-port",
                *UNSEEN)
        office.unmap_all()

        office.map(5060, "TCP")
        exactly(check("other-protocol", *BELL), "the entrance is made for TCP", "action-needed", "mapping-wrong-port",
                *UNSEEN)
        office.unmap_all()

        office.map(5060)
        right = ["mapping-expires", *UNSEEN]
        exactly(check("mapped", *BELL), "the entrance is listed, until a week has passed", "action-needed", *right)
        exactly(check("inside-name", *BELL, "--phones-use", PBX), "the phones look for an address inside",
                "action-needed", "phones-use-other-address", *right)
        exactly(check("other-street", *BELL, "--phones-use", "11.22.33.99"), "the phones look for another street",
                "action-needed", "phones-use-other-address", *right)
        exactly(check("right-street", *BELL, "--phones-use", "11.22.33.2"), "the phones know the right street",
                "action-needed", *right)
        exactly(check("voices", "--system", "asterisk", "--pbx", PBX), "nobody says how many calls there are",
                "action-needed", "audio-not-proved", "range-too-long-for-router", *right)
        tls = ["--system", "asterisk", "--pbx", PBX, "--using", "sip-udp,sip-tls"]
        exactly(check("no-tls", *tls), "one part of the phone system does not run", "action-needed",
                "mapping-not-listed", "service-not-running", *right)
        exactly(check("wrong-house", "--system", "asterisk", "--pbx", "192.168.77.99", "--using", "sip-udp"),
                "nobody is at the address typed", "action-needed", "mapping-wrong-device", "phone-system-silent", *UNSEEN)

        office.map(5038, "TCP")
        exactly(check("cabinet", *BELL), "a cabinet is forwarded", "action-needed", "must-stay-shut-is-open", *right)


@proves("router-refuses-other-devices", "port-not-permitted", "router-not-found", "public-address-unknown")
def each_refusal_has_its_own_findings_and_no_others():
    with sitting(low="yes") as office:
        def opened(name):
            return Owner(office, name).entrance("open", *BELL, "--yes", "--json")

        for igd1, version in [("no", 2), ("yes", 1)]:
            office.router(secure="yes", igd1=igd1)
            refused = opened(f"secure-{igd1}")
            exactly(refused, f"secure mode of a version {version} router", "action-needed",
                    "router-refuses-other-devices", *UNSEEN)
            has(refused, [c["code"] for c in refused.report().data["changes"]] == [718], "as if it were a conflict")

        office.router(deny=["deny 5060 192.168.77.0/24 1-65535"])
        kept = Owner(office, "kept").entrance("open", *BELL[:-1], "sip-udp,iax2", "--yes", "--json")
        exactly(kept, "the router keeps one port", "action-needed", "mapping-expires", "port-not-permitted", *UNSEEN)

        office.router(upnp="no")
        pcp = Owner(office, "pcp").entrance("check", *BELL, "--json")
        exactly(pcp, "the router opens for the asker only", "action-needed", *UNSEEN)

        office.mute_router()
        mute = Owner(office, "mute").entrance("check", *BELL, "--json")
        exactly(mute, "the router takes no requests, and nobody knows the street", "action-needed",
                "public-address-unknown", "router-not-found", *UNSEEN)
        typed = Owner(office, "typed").entrance("check", *BELL, "--public-address", "11.22.33.2", "--json")
        exactly(typed, "the router takes no requests", "action-needed", "router-not-found", *UNSEEN)


def what_belongs_to_others_is_left_alone():
    with sitting(low="yes") as office:
        office.map(5060, client=PC)
        answer = Owner(office, "careful").entrance("open", *BELL, "--yes", "--json")
        exactly(answer, "this computer holds the entrance", "action-needed", "mapping-wrong-device", *UNSEEN)
        has(answer, answer.report().data["changes"] == [], "nothing was asked of the router")


TESTS = [
    each_state_of_the_list_has_its_own_findings_and_no_others,
    each_refusal_has_its_own_findings_and_no_others,
    what_belongs_to_others_is_left_alone,
]

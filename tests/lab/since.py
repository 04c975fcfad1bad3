"""What changed since the last check: a router that forgot, a line that is gone, a phone system that moved, a street
address that is another one."""

from office import PBX, ROUTER, STREET
from score import exactly, proves
from sitting import Owner, sitting
from table import BELL, UNSEEN

MOVED = "192.168.77.21"
RENUMBERED = "11.22.33.4"


def renumber(office, house, device, old, new, gateway):
    """Another address for a house, and the same way out."""
    office.ip(house, "addr", "del", f"{old}/24", "dev", device)
    office.ip(house, "addr", "add", f"{new}/24", "dev", device)
    office.ip(house, "route", "replace", "default", "via", gateway)


@proves("router-forgot", "mapping-gone", "phone-system-moved", "public-address-changed")
def each_change_since_the_last_check_is_named_for_what_it_is():
    with sitting(low="yes") as office:
        owner = Owner(office, "owner-of-a-forgetful-router")
        opened = owner.entrance("open", *BELL, "--yes", "--json")
        exactly(opened, "opened a moment ago", "action-needed", "mapping-expires", *UNSEEN)
        exactly(owner.entrance("check", "--json"), "checked again", "action-needed", "mapping-expires", *UNSEEN)
        office.router()
        exactly(owner.entrance("check", "--json"), "the router was restarted", "action-needed", "router-forgot", *UNSEEN)

        # A line of somebody else's making, which this program only saw.
        owner = Owner(office, "owner-of-a-line")
        office.map(5060)
        exactly(owner.entrance("check", *BELL, "--json"), "a line of another's making", "action-needed",
                "mapping-expires", *UNSEEN)
        office.unmap_all()
        exactly(owner.entrance("check", "--json"), "the line is gone", "action-needed", "mapping-gone", *UNSEEN)

        office.map(5060)
        owner = Owner(office, "owner-of-a-moving-phone-system")
        owner.entrance("check", *BELL, "--json")
        renumber(office, "pbx", "eth0", PBX, MOVED, ROUTER)
        try:
            moved = owner.entrance("check", "--pbx", MOVED, "--json")
            exactly(moved, "the phone system moved", "action-needed", "phone-system-moved", *UNSEEN)
        finally:
            renumber(office, "pbx", "eth0", MOVED, PBX, ROUTER)

        owner = Owner(office, "owner-with-a-new-number")
        owner.entrance("check", *BELL, "--json")
        renumber(office, "router", "wan0", STREET, RENUMBERED, "11.22.33.50")
        try:
            office.router(outside=RENUMBERED)
            office.map(5060)
            renumbered = owner.entrance("check", "--json")
            exactly(renumbered, "the street address changed", "action-needed", "mapping-expires",
                    "public-address-changed", *UNSEEN)
        finally:
            renumber(office, "router", "wan0", RENUMBERED, STREET, "11.22.33.50")


TESTS = [each_change_since_the_last_check_is_named_for_what_it_is]

"""The program is killed at every step where a router opens only for the device that asks: by PCP over IPv4 and IPv6, and by
UPnP in its firewall over IPv6. Such a router lists nothing, so that the journal alone knows what it was asked for."""

import re

from killed import SAID, Upnp, at_each_request, at_each_write
from office import PBX, ROUTER, Office
from pinholes import office_with_ipv6, openings
from programs import FREEPBX, Person
from score import figure
from wire import Wire


class There(Person):
    """Somebody at the phone system itself, who names the router."""

    def __init__(self, office, name=None):
        super().__init__(office, "pbx", name)

    def entrance(self, *args, **more):
        return super().entrance(*args, "--router", ROUTER, **more)


def over_both(office):
    """What the router's own rules lead to the phone system, over IPv4 and IPv6."""
    ports = (re.search(rf"dport (\d+) .*dnat ip to {PBX}:", rule) for rule in office.rules())
    return sorted(int(port[1]) for port in ports if port) + [f"[{port}]" for port in openings(office)]


class Asker(Upnp):
    """By PCP over both kinds of address, from the phone system. miniupnpd does not take an opening over IPv6 back, and
    gives it the shortest time there is."""

    open, look = ["open", *FREEPBX, "--ipv6", "--yes"], ["check", *FREEPBX, "--json"]
    written = {"open": {"MAP": "asked"}, "undo": {"UNMAP": "undoing"}}
    said = {"asked": {**SAID["asked"], "asked": "settled-opening-untold"},
            "undoing": {**SAID["undoing"], "made": "settled-undoing-still-there"}}
    #: The steps within a file's writing are proved where the router is asked by UPnP.
    steps = "rename,renameat,renameat2"
    ends_by_itself, patience = {"[5060]"}, 15
    counted, least, least_writes = "MAP", 3, 3

    owner = There
    listed = staticmethod(over_both)

    @staticmethod
    def state(office):
        return office.rules()


class Firewall(Asker):
    """By UPnP in the firewall over IPv6, which gives each opening a number."""

    written = {"open": {"AddPinhole": "asked"}, "undo": {"AddPinhole": "undoing"}}
    said = {"asked": Asker.said["asked"], "undoing": SAID["undoing"]}
    ends_by_itself, patience = set(), 1
    counted, least, least_writes = "Pinhole", 2, 2


def killed_at_each_step(way, **options):
    with Office(asterisk=False, low="yes", **options) as office:
        office_with_ipv6(office).stop()
        before, nothing, opened = way.state(office), lambda owner: None, lambda owner: owner.entrance(*way.open)
        with Wire(office, "pbx") as wire:
            deaths = at_each_request(office, wire, way.open, nothing, before, way)
            deaths += at_each_request(office, wire, way.undo, opened, before, way)
            wire.open()
            deaths += at_each_write(office, way.open, nothing, before, way)
            deaths += at_each_write(office, way.undo, opened, before, way)
        figure("faults-injected", deaths)


def killed_while_pcp_opens_for_the_asker_nothing_is_forgotten():
    killed_at_each_step(Asker, upnp="no", shortest="3")


def killed_while_a_firewall_over_ipv6_opens_nothing_is_forgotten():
    killed_at_each_step(Firewall)


SECONDS = 600
TESTS = [
    killed_while_pcp_opens_for_the_asker_nothing_is_forgotten,
    killed_while_a_firewall_over_ipv6_opens_nothing_is_forgotten,
]

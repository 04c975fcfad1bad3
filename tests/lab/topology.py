"""Which walls stand where: VPNs, no network, two routers, an address of the newer kind, a phone system in a network of
its own; and behind a carrier's box its shared tower, a second router, a line without any IPv4."""

import contextlib

from office import ROUTER, wait_for
from programs import Person, has
from score import exactly, proves
from since import renumber
from sitting import Owner, sitting
from table import BELL, UNSEEN

GATE = "192.168.77.2"

#: What holds the near end of a VPN: its device is there while this runs, and what goes in is lost.
TUNNEL = """
import fcntl, os, struct
tunnel = os.open("/dev/net/tun", os.O_RDWR)
fcntl.ioctl(tunnel, 0x400454ca, struct.pack("16sH22x", b"tun0", 0x1001))  # TUNSETIFF, IFF_TUN | IFF_NO_PI
while True:
    os.read(tunnel, 2048)
"""


@contextlib.contextmanager
def routes(office, *commands):
    """Changes the PC's routes, and puts them back."""
    for command in commands:
        office.ip("pc", *command.split())
    try:
        yield
    finally:
        office.ip("pc", "route", "flush", "default")
        office.default("pc", ROUTER)
        office.default("pc", "192.168.42.1", "dev", "usb0", "metric", "700")


@proves("no-network", "vpn-in-the-way", "not-checked-over-ipv6", "several-routers", "phone-system-silent")
def what_stands_between_this_computer_and_the_street_is_named():
    with sitting(low="yes") as office:
        office.map(5060)
        person = Person(office, "pc", "in-the-middle")
        right = ["mapping-expires", *UNSEEN]
        with routes(office, "route flush default"):
            exactly(person.entrance("check", *BELL, "--json"), "no way out", "could-not-check", "mapping-expires",
                    "no-network")

        tunnel = office.start("pc", "python3", "-c", TUNNEL)
        wait_for("the tunnel", lambda: "tun0" in office.at("pc", "ip", "link").stdout)
        try:
            office.ip("pc", "addr", "add", "10.8.0.2/24", "dev", "tun0")
            office.ip("pc", "link", "set", "tun0", "up")
            with routes(office, "route flush default", "route add default dev tun0"):
                vpn = Person(office, "pc", "tunnelled").entrance("check", *BELL, "--json")
                exactly(vpn, "a VPN takes the way out", "action-needed", "vpn-in-the-way", *right)
        finally:
            tunnel.terminate()
            tunnel.wait(5)

        office.ip("pc", "-6", "addr", "add", "2a00:77:77::10/64", "dev", "eth0", "nodad")
        try:
            newer = Owner(office, "newer").entrance("check", *BELL, "--json")
            exactly(newer, "the office has IPv6", "action-needed", "not-checked-over-ipv6", *right)
        finally:
            office.ip("pc", "-6", "addr", "del", "2a00:77:77::10/64", "dev", "eth0")

        # A guest Wi-Fi: devices are kept apart, and the router takes no requests from them.
        apart = 'iifname "lpc" drop; oifname "lpc" drop'
        deaf = 'iifname "lpc" ip protocol udp udp dport { 1900, 5351 } drop; iifname "lpc" tcp dport 5000 drop'
        office.restrict("router", f"chain apart {{ type filter hook forward priority 0; {apart}; }}\n"
                                  f"chain deaf {{ type filter hook input priority 0; {deaf}; }}", family="bridge")
        office.ip("pc", "neigh", "flush", "all")
        guest = Person(office, "pc", "a-guest").entrance("check", *BELL, "--json")
        report = exactly(guest, "a guest Wi-Fi keeps devices apart", "action-needed", "phone-system-silent", *UNSEEN)
        silent = next(f for f in report.data["findings"] if f["code"] == "phone-system-silent")
        has(guest, "own network" in silent["action"], "the office's own network is the next step")
        office.free()

        with second_gate(office):
            two = Person(office, "pc", "between-two").entrance("check", *BELL, "--json")
            report = exactly(two, "two routers answer", "action-needed", "several-routers", *right)
            gateways = [g["address"] for g in report.data["office"]["gateways"]]
            has(two, gateways[0] == ROUTER and GATE in gateways, "the way out's own comes first")


@contextlib.contextmanager
def second_gate(office):
    """Another router on the office's network, with a line of its own."""
    office.office.make("gate")
    try:
        office.on_street("gate", "wan0", "11.22.33.5/24")
        office.ip("gate", "link", "add", "br0", "type", "bridge")
        office.ip("gate", "link", "set", "br0", "up")
        office.link("router", "lgate", "gate", "in0")
        office.ip("router", "link", "set", "lgate", "master", "br0")
        office.ip("gate", "link", "set", "in0", "master", "br0")
        office.address("gate", "br0", f"{GATE}/24")
        office.make_wall("gate")
        office.start_miniupnpd(house="gate", inside=GATE, outside="11.22.33.5")
        yield
    finally:
        office.stop_miniupnpd("gate")
        office.at("wan", "ip", "link", "del", "pgate", check=False)
        office.at("router", "ip", "link", "del", "lgate", check=False)
        office.at("wan", "ip", "netns", "del", office.space("gate"), check=False)
        office.office.spaces.remove(office.space("gate"))


@proves("router-refuses-other-devices")
def a_phone_system_in_a_network_of_its_own_is_checked_like_any_other():
    with sitting(low="yes") as office:
        # A VLAN of the phones' own, with the same router in between.
        vlan, there = "192.168.88.1", "192.168.88.20"
        office.ip("pbx", "addr", "add", f"{there}/24", "dev", "eth0")
        office.ip("router", "addr", "add", f"{vlan}/24", "dev", "br0")
        office.ip("pbx", "route", "add", "192.168.77.10/32", "via", vlan)
        try:
            bell = ["--system", "asterisk", "--pbx", there, "--using", "sip-udp"]
            seen = Owner(office, "two-networks").entrance("check", *bell, "--json")
            exactly(seen, "the phone system is in another network", "action-needed", "mapping-not-listed", *UNSEEN)
            has(seen, seen.report().service("sip-udp")["inside"] == "answered", "it answers across the router")
            office.router(secure="yes")
            refused = Owner(office, "two-networks-refused").entrance("open", *bell, "--yes", "--json")
            report = exactly(refused, "and the router opens to its own network only", "action-needed",
                             "router-refuses-other-devices", *UNSEEN)
            said = next(f for f in report.data["findings"] if f["code"] == "router-refuses-other-devices")
            has(refused, "another network than this computer" in said["detail"], "both causes are named")
        finally:
            office.ip("pbx", "addr", "del", f"{there}/24", "dev", "eth0")
            office.ip("router", "addr", "del", f"{vlan}/24", "dev", "br0")


@proves("carrier-shared-address", "second-router", "wan-address-unknown")
def each_kind_of_wall_outside_is_told_from_the_others():
    with sitting(tower=True, low="yes") as office:
        def check(name):
            return Owner(office, name).entrance("check", *BELL, "--json")

        exactly(check("tower"), "a shared tower", "action-needed", "carrier-shared-address")
        office.restrict("isp", "chain hides { type filter hook output priority 0; icmp type time-exceeded drop; }")
        exactly(check("hidden"), "the router gives no address and the next hop stays silent", "action-needed",
                "mapping-not-listed", "public-address-unknown", "wan-address-unknown", *UNSEEN)
        office.free()
        for outer, inner, name, code in [
            ("192.168.5.1", "192.168.5.2", "a second router", "second-router"),
            ("192.0.0.1", "192.0.0.2", "a line without any IPv4 of its own", "carrier-shared-address"),
        ]:
            with line(office, outer, inner):
                exactly(check(name.replace(" ", "-")), name, "action-needed", code)


@contextlib.contextmanager
def line(office, outer, inner):
    """Other addresses between the router and the box outside."""
    def change(old, new):
        office.ip("isp", "addr", "del", f"{old[0]}/24", "dev", "in0")
        office.ip("isp", "addr", "add", f"{new[0]}/24", "dev", "in0")
        renumber(office, "router", "wan0", old[1], new[1], new[0])
        office.router()

    usual = ("100.64.0.1", "100.64.0.2")
    change(usual, (outer, inner))
    try:
        yield
    finally:
        change((outer, inner), usual)


TESTS = [
    what_stands_between_this_computer_and_the_street_is_named,
    a_phone_system_in_a_network_of_its_own_is_checked_like_any_other,
    each_kind_of_wall_outside_is_told_from_the_others,
]

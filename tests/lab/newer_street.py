"""A visitor whose street has no IPv4 of its own, as mobile lines can be: the carrier's NAT64 (tayga) leads to the office,
and its name server (dnsmasq) tells the prefix."""

import contextlib

from office import STREET, wait_for
from programs import Person, has
from score import exactly
from sitting import Owner, sitting
from streets import BELL, KNOWN, invited, result_of

CARRIER, LINE6 = "11.22.33.90", "2a00:77:90::"


@contextlib.contextmanager
def street_without_ipv4(office):
    """The carrier's house on the street, and a visitor behind it with IPv6 alone."""
    for house in ["carrier", "visitor"]:
        office.office.make(house)
    try:
        office.on_street("carrier", "out0", f"{CARRIER}/24")
        office.masquerade("carrier", "out0")
        office.link("carrier", "in0", "visitor", "hot0")
        office.ip("carrier", "-6", "addr", "add", f"{LINE6}1/64", "dev", "in0", "nodad")
        office.ip("visitor", "-6", "addr", "add", f"{LINE6}2/64", "dev", "hot0", "nodad")
        office.ip("visitor", "-6", "route", "add", "default", "via", f"{LINE6}1")
        office.at("carrier", "sysctl", "-qw", "net.ipv6.conf.all.forwarding=1")
        config = office.folder / "tayga.conf"
        config.write_text(f"""
tun-device nat64
ipv4-addr 192.168.255.1
ipv6-addr {LINE6}64
prefix 64:ff9b::/96
dynamic-pool 192.168.255.0/24
data-dir {office.folder}
""")
        office.at("carrier", "tayga", "-c", config, "--mktun")
        office.ip("carrier", "link", "set", "nat64", "up")
        office.ip("carrier", "route", "add", "192.168.255.0/24", "dev", "nat64")
        office.ip("carrier", "-6", "route", "add", "64:ff9b::/96", "dev", "nat64")
        office.start("carrier", "tayga", "-c", config, "-d", "--nodetach", log=office.folder / "tayga.log")
        yield
    finally:
        office.at("wan", "ip", "link", "del", "pcarrier", check=False)
        for house in ["visitor", "carrier"]:
            office.at("wan", "ip", "netns", "del", office.space(house), check=False)
            office.office.spaces.remove(office.space(house))


def name_server(office, *records):
    config = office.folder / "dnsmasq.conf"
    config.write_text("\n".join(["no-resolv", "no-hosts", "bind-interfaces", f"listen-address={LINE6}1", "local=//",
                                 *records]) + "\n")
    child = office.start("carrier", "dnsmasq", "-k", "-C", config, "--pid-file", "--user=root",
                         log=office.folder / "dnsmasq.log")
    wait_for("dnsmasq listens", lambda: f"[{LINE6}1]:53" in office.at("carrier", "ss", "-lnu").stdout)
    return child


def on_the_line(office, name):
    """The visitor, whose computer was told the carrier's name server."""
    resolv = office.folder / "resolv.conf"
    resolv.write_text(f"nameserver {LINE6}1\n")
    person = Person(office, "visitor", name)
    person.wrap = ["sh", "-c", 'mount --bind "$1" /etc/resolv.conf && shift && exec "$@"', "sh", str(resolv)]
    return person


def a_visitor_without_ipv4_knocks_through_his_streets_nat64():
    with sitting(low="yes") as office, street_without_ipv4(office):
        office.map(5060)
        owner = Owner(office)
        owner.entrance("check", *BELL)

        # A name server that knows no way tells none: nothing can be asked from here.
        plain = name_server(office, "host-record=ipv4only.arpa,192.0.0.170,192.0.0.171")
        nowhere = on_the_line(office, "without").entrance("walk", invited(owner), "--yes")
        seen = owner.entrance("check", "--walk-result", nowhere.last_line(), "--json")
        has(seen, seen.report().service("sip-udp")["verdict"] != "verified", "nobody came")
        has(seen, [w["trouble"] for w in seen.report().data["walks"]] == ["no-way-out"], "for want of a way out")
        plain.terminate()
        plain.wait(5)

        name_server(office, "host-record=ipv4only.arpa,192.0.0.170,64:ff9b::c000:aa")
        result = result_of(on_the_line(office, "visitor"), invited(owner))
        seen = owner.entrance("check", "--walk-result", result, "--json")
        report = exactly(seen, "a visitor's street has no IPv4 of its own", "ready", "open-to-everyone", *KNOWN)
        has(seen, report.service("sip-udp")["verdict"] == "verified", "the bell is proved")
        has(seen, CARRIER in [w["address"] for w in report.data["walks"]], "from the carrier's own address")
        outside = [e for e in report.data["evidence"] if e["vantage"] == "outside"]
        has(seen, {e["target"].rsplit(":", 1)[0] for e in outside} == {STREET}, "at the office's address")

        # The same through an adapter named by the visitor, which is offered by its name.
        told = on_the_line(office, "looking").entrance("check", "--json").report().data["office"]
        has(seen, (told["adapters"], told.get("over_ipv6_only")) == ([], ["hot0"]), f"the way out is known: {told}")
        named = on_the_line(office, "by-adapter").entrance("walk", invited(owner), "--yes", "--interface", "hot0")
        has(named, named.exit == 0, "an adapter with nothing but IPv6 will do")


TESTS = [a_visitor_without_ipv4_knocks_through_his_streets_nat64]

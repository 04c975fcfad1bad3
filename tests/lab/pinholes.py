"""Openings in the router's own firewall over IPv6: by UPnP and by PCP, from the phone system itself. nftables shows what
stands, and a helper of the IPv6 street comes in by it."""

import json
import re
import shlex

from helper import OFFICE6, STREET6, WAN, Helper, with_ipv6
from office import Office, wait_for
from programs import FREEPBX, Person, has
from score import exactly, proves
from watching import Watch

OWN = f"{OFFICE6}20"


def office_with_ipv6(office, listens=("0.0.0.0", OWN)):
    """IPv6 in every house before the router's program starts, which otherwise does without."""
    with_ipv6(office)
    # As routers announce themselves: by an address that means something on this one cable only.
    links = office.at("router", "ip", "-6", "-o", "addr", "show", "dev", "br0", "scope", "link").stdout
    link = re.search(r"inet6 (fe80:[0-9a-f:]+)/", links).group(1)
    office.ip("pbx", "-6", "route", "replace", "default", "via", link, "dev", "eth0")
    office.restart_miniupnpd()
    for address in listens:
        office.start_options_server(address)
    return Helper(office, "wan", "--listen", f"{WAN}:8443", "--listen", f"[{STREET6}50]:8443")


def openings(office):
    """Ports that the router's firewall lets through to the phone system's own IPv6 address."""
    found = (re.search(r"dport (\d+) @nh,192,128 0x2a000077007700000000000000000020 .*accept", rule) for rule in office.rules())
    return sorted(int(rule.group(1)) for rule in found if rule)


def over_ipv6(report):
    return [(c["external_port"], c["result"]) for c in report.data["changes"] if c.get("family") == "ipv6"]


@proves("ipv6-open")
def the_phone_system_opens_over_ipv6_and_takes_it_back():
    with Office(asterisk=False) as office:
        helper = office_with_ipv6(office)
        rules = office.rules()
        there = Person(office, "pbx")
        # Nobody asked for it, so it is said and not done.
        said = there.entrance("open", *FREEPBX, "--calls", "1", "--dry-run")
        has(said, "entrance open --ipv6" in said.err and office.rules() == rules, "it is said that it can be had")
        gateway = there.entrance("check", *FREEPBX, "--calls", "1", "--json").report().data["office"]["gateways"][0]
        assert (gateway["ipv6_control"], gateway["ipv6_firewall"]) == ("igd2", {"enabled": True, "pinholes": True}), gateway

        opened = there.entrance("open", "--ipv6", "--yes", "--json", "--helper", helper.link)
        report = opened.report()
        ports = [5060, *range(10000, 10004)]
        has(opened, over_ipv6(report) == [(port, "opened") for port in ports], "all of them, by the router's word")
        has(opened, openings(office) == ports, f"the router's own rules let them through: {office.rules()}")
        has(opened, report.service("sip-udp")["verdict"] == "verified", "over IPv4 as before")
        has(opened, report.service("sip-udp")["outside_ipv6"] == "answered", "and a helper came in over IPv6")
        exactly(opened, "open over both kinds of address", "ready", "audio-not-proved", "ipv6-open", "mapping-expires",
                "open-to-everyone", "phone-system-address-may-change")
        finding = next(f for f in report.data["findings"] if f["code"] == "ipv6-open")
        has(opened, finding["args"]["proved"] == "yes" and finding["args"]["address"] == OWN, "proved at its address")
        # Its rules over IPv6 have no counter, so it tells 0 of all of them: what it knows, it tells.
        told = {p["port"]: p["packets"] for p in there.entrance("check", "--json").report().data["office"]["pinholes"]}
        assert told == dict.fromkeys(ports, 0), told

        again = there.entrance("open", "--yes", "--json")
        has(again, over_ipv6(again.report()) == [], "what stands is not asked for again")
        undone = there.entrance("undo", "--all", "--yes", "--json")
        has(undone, over_ipv6(undone.report()) == [(port, "undone") for port in ports], "taken back")
        assert office.rules() == rules, office.rules()
        has(undone, undone.report().data["office"].get("pinholes", []) == [], "and nothing stands")


def from_another_computer_it_says_what_to_run_on_the_phone_system():
    with Office(asterisk=False) as office:
        office_with_ipv6(office)
        owner = Person(office, "pc")
        opened = owner.entrance("open", *FREEPBX, "--calls", "1", "--ipv6", "--yes", "--json")
        has(opened, over_ipv6(opened.report()) == [] and openings(office) == [], "the router opens for the asker only")
        command = shlex.split(re.search(r"^\s*(entrance open .*--ipv6)$", opened.err, re.M).group(1))[1:]
        there = Person(office, "pbx").entrance(*command, "--yes", "--json")
        has(there, len(over_ipv6(there.report())) == 5 and len(openings(office)) == 5, "run there it works")


@proves("ipv6-no-answer")
def behind_an_opening_nobody_listens_over_ipv6():
    with Office(asterisk=False) as office:
        helper = office_with_ipv6(office, listens=["0.0.0.0"])
        there = Person(office, "pbx")
        opened = there.entrance("open", *FREEPBX, "--ipv6", "--yes", "--json", "--helper", helper.link)
        report = exactly(opened, "the phone system listens over IPv4 only", "action-needed", "audio-not-proved",
                         "ipv6-no-answer", "mapping-expires", "open-to-everyone", "phone-system-address-may-change",
                         "range-too-long-for-router")
        finding = next(f for f in report.data["findings"] if f["code"] == "ipv6-no-answer")
        has(opened, finding["args"]["how"] == "not-listening", "a refusal came back, so the opening is one")
        # The rule goes behind the router's back, and a repair brings it back.
        office.start_options_server(OWN)
        office.at("router", "nft", "flush", "chain", "inet", "filter", "miniupnpd")
        # Another helper, because the first has knocked often enough for now.
        helper.stop()
        other = Helper(office, "wan", "--listen", f"{WAN}:8443", "--listen", f"[{STREET6}50]:8443", name="other")
        repaired = there.entrance("open", "--repair", "--yes", "--json", "--helper", other.link)
        has(repaired, (5060, "repaired") in over_ipv6(repaired.report()), "taken out and put in")
        has(repaired, repaired.report().service("sip-udp")["outside_ipv6"] == "answered", "answered now")
        has(repaired, openings(office) == [5060], "by the router's own rule")


@proves("ipv6-refused")
def a_router_without_room_over_ipv6_says_so():
    with Office(asterisk=False) as office:
        office_with_ipv6(office)
        # Its program cannot write its rules any more, and says 701.
        office.nft("router", "flush chain inet filter forward\nflush chain inet filter miniupnpd\ndelete chain inet filter miniupnpd")
        there = Person(office, "pbx")
        refused = there.entrance("open", *FREEPBX, "--ipv6", "--yes", "--json")
        report = exactly(refused, "no room for openings over IPv6", "action-needed", "audio-not-proved", "ipv6-refused",
                         "mapping-expires", "not-checked-over-ipv6", "not-seen-from-outside", "phone-system-address-may-change",
                         "range-too-long-for-router")
        has(refused, over_ipv6(report) == [(5060, "refused")], "refused")
        finding = next(f for f in report.data["findings"] if f["code"] == "ipv6-refused")
        has(refused, finding["args"]["why"] == "no-room" and finding["args"]["code"] == "701", "by its own name")
        listed = there.entrance("undo", "--list")
        has(listed, OWN not in listed.out, "nothing over IPv6 is left to take back")


def a_router_without_openings_leaves_it_to_a_person():
    with Office(asterisk=False, igd1="yes", natpmp="no") as office:
        with_ipv6(office)
        office.restart_miniupnpd()
        # This program listens for PCP over IPv6 whatever its settings say.
        office.nft("router", "insert rule inet filter input meta nfproto ipv6 udp dport 5351 drop")
        office.start_options_server()
        there = Person(office, "pbx")
        opened = there.entrance("open", *FREEPBX, "--ipv6", "--yes", "--json")
        has(opened, over_ipv6(opened.report()) == [], "nothing is asked")
        has(opened, "not-checked-over-ipv6" in opened.report().codes(), "and it is said that nobody checked")
        has(opened, "takes no requests" in opened.err, "a rule for a person to make")


def pcp_opens_over_ipv6_where_upnp_is_off():
    with Office(asterisk=False, upnp="no", shortest="3") as office:
        helper = office_with_ipv6(office)
        rules = office.rules()
        there = Person(office, "pbx")
        opened = there.entrance("open", *FREEPBX, "--ipv6", "--yes", "--json", "--helper", helper.link)
        report = opened.report()
        has(opened, over_ipv6(report) == [(5060, "opened")], "by PCP")
        has(opened, report.data["office"]["gateways"][0]["ipv6_control"] == "pcp", "over IPv6")
        has(opened, openings(office) == [5060], "the router's own rule")
        has(opened, report.service("sip-udp")["outside_ipv6"] == "answered", "and a helper came in by it")
        # This server never takes an opening back over IPv6; it gives it the shortest time, and that is said.
        undone = there.entrance("undo", "--all", "--yes", "--json")
        change = next(c for c in undone.report().data["changes"] if c.get("family") == "ipv6")
        has(undone, (change["hindrance"], change["denial"]) == ("ends-by-itself", "not-authorized"), "said")
        wait_for("the opening ends by itself", lambda: office.rules() == rules)


def a_firewall_that_answers_only_a_search_over_ipv6_is_found():
    with Office(asterisk=False, natpmp="no") as office:
        office_with_ipv6(office)
        there = Person(office, "pbx")
        # No word of UPnP over IPv4, and none of PCP over IPv6.
        office.nft("router", "insert rule inet filter input meta nfproto ipv4 udp dport 1900 drop")
        # Nor does it describe itself there to whoever knows the place.
        office.nft("router", "insert rule inet filter input meta nfproto ipv4 tcp dport 5000 drop")
        office.nft("router", "insert rule inet filter input meta nfproto ipv6 udp dport 5351 drop")
        rules = office.rules()
        opened = there.entrance("open", *FREEPBX, "--ipv6", "--yes", "--json")
        gateway = opened.report().data["office"]["gateways"][0]
        has(opened, (gateway["control"], gateway["ipv6_control"]) == ("none", "igd2"), "by a search over IPv6 alone")
        has(opened, gateway["ipv6_firewall"] == {"enabled": True, "pinholes": True}, "and it told of its firewall")
        has(opened, over_ipv6(opened.report()) == [(5060, "opened")] and openings(office) == [5060], "asked and done")
        undone = there.entrance("undo", "--all", "--yes", "--json")
        has(undone, over_ipv6(undone.report()) == [(5060, "undone")], "and taken back")
        assert office.rules() == rules, office.rules()


def behind_a_shared_door_phones_come_in_over_ipv6_and_the_finding_says_so():
    with Office(asterisk=False, tower=True) as office:
        helper = office_with_ipv6(office)
        there = Person(office, "pbx")
        looked = there.entrance("check", *FREEPBX, "--json").report()
        tower = next(f for f in looked.data["findings"] if f["code"] == "carrier-shared-address")
        assert tower["args"]["newer"] == "offered", tower
        opened = there.entrance("open", *FREEPBX, "--ipv6", "--yes", "--json", "--helper", helper.link)
        report = exactly(opened, "a shared tower with a door over IPv6", "action-needed", "carrier-shared-address",
                         "ipv6-open", "open-to-everyone")
        has(opened, over_ipv6(report) == [(5060, "opened")] and openings(office) == [5060], "opened over IPv6")
        has(opened, report.service("sip-udp")["outside_ipv6"] == "answered", "and a helper was answered there")
        has(opened, report.service("sip-udp")["verdict"] != "verified", "which verifies nothing over IPv4")
        tower = next(f for f in report.data["findings"] if f["code"] == "carrier-shared-address")
        told = (tower["args"]["newer"], tower["args"]["newer_address"])
        has(opened, told == ("answered", OWN) and OWN in tower["action"], "and the finding says where")


def a_crash_in_the_middle_loses_no_opening():
    with Office(asterisk=False) as office:
        office_with_ipv6(office)
        rules = office.rules()
        there = Person(office, "pbx")
        there.entrance("open", *FREEPBX, "--ipv6", "--yes", "--json")
        assert openings(office) == [5060], office.rules()
        file = next(there.folder.rglob("journal.json"))

        def leave(state):
            """As a crash leaves it: on disk before the router was asked, and no word of what it answered."""
            journal = json.loads(file.read_text())
            for entry in journal["entries"]:
                if ":" in entry["change"]["internal_client"]:
                    entry["state"] = state
                    for key in ["unique_id", "made_at"] + (["read_back"] if state == "asked" else []):
                        entry[key] = None
            file.write_text(json.dumps(journal))

        leave("repairing")
        office.restart_miniupnpd()
        assert openings(office) == [], office.rules()
        there.entrance("check", "--json")
        assert openings(office) == [5060], "put in again at the next start"
        leave("asked")
        undone = there.entrance("undo", "--all", "--yes", "--json")
        has(undone, openings(office) == [], "what nobody read back is taken back all the same")
        assert office.rules() == rules, office.rules()


def watch_asks_for_more_time_over_ipv6_and_puts_back_after_a_restart():
    with Office(asterisk=False) as office:
        office_with_ipv6(office)
        there = Person(office, "pbx")
        there.entrance("open", *FREEPBX, "--ipv6", "--yes", "--json")

        def made():
            entries = json.loads(next(there.folder.rglob("journal.json")).read_text())["entries"]
            return next(e for e in entries if ":" in e["change"]["internal_client"])["made_at"]

        before = made()
        watch = Watch(there, later="+13h")
        wait_for("more time", lambda: made() != before, 60)
        office.restart_miniupnpd()
        assert openings(office) == []
        wait_for("put back", lambda: openings(office) == [5060], 60)
        watch.stop()


TESTS = [
    the_phone_system_opens_over_ipv6_and_takes_it_back,
    from_another_computer_it_says_what_to_run_on_the_phone_system,
    behind_an_opening_nobody_listens_over_ipv6,
    a_router_without_room_over_ipv6_says_so,
    a_router_without_openings_leaves_it_to_a_person,
    pcp_opens_over_ipv6_where_upnp_is_off,
    a_firewall_that_answers_only_a_search_over_ipv6_is_found,
    behind_a_shared_door_phones_come_in_over_ipv6_and_the_finding_says_so,
    a_crash_in_the_middle_loses_no_opening,
    watch_asks_for_more_time_over_ipv6_and_puts_back_after_a_restart,
]

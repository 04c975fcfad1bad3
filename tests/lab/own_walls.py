"""This computer's own walls: a firewall that keeps answers out, one that turns down what the program sends, and whether
the program listens anywhere. The rules are nftables of the PC's own kernel; the router and its name server are real."""

import json

from office import ROUTER, wait_for
from programs import Person, has
from score import exactly, proves
from screen import Screen, word
from sitting import Owner, sitting
from table import BELL, UNSEEN


def name_server(office):
    """Most routers answer for names: dnsmasq on the office's side, which knows nobody outside."""
    config = office.folder / "names.conf"
    config.write_text(f"no-resolv\nno-hosts\nbind-interfaces\nlisten-address={ROUTER}\n")
    office.start("router", "dnsmasq", "-k", "-C", config, "--pid-file", "--user=root", log=office.folder / "names.log")
    wait_for("dnsmasq listens", lambda: f"{ROUTER}:53" in office.at("router", "ss", "-lnt").stdout)


def seen(answer):
    return answer.report().data["office"].get("host_filter")


@proves("replies-blocked")
def a_firewall_of_this_computer_is_told_from_a_router_that_says_nothing():
    with sitting(low="yes") as office:
        name_server(office)

        def check(name, *args):
            return Owner(office, name).entrance("check", *BELL, *args, "--json")

        free = check("free")
        exactly(free, "nothing keeps answers out", "action-needed", "mapping-not-listed", *UNSEEN)
        has(free, seen(free) is None, "and nothing is said of a firewall")

        # As a default-deny firewall without a memory does, and as some security suites do to one program.
        office.restrict("pc", "chain in { type filter hook input priority 0; iifname eth0 meta l4proto udp drop; }")
        deaf = check("deaf")
        exactly(deaf, "no datagram comes in at this computer", "action-needed", "mapping-not-listed", "replies-blocked",
                *UNSEEN)
        filter_, bell = seen(deaf), deaf.report().service("sip-udp")
        has(deaf, (filter_["by_datagram"], filter_["by_connection"]) == ("silent", "answered"), "asked twice")
        has(deaf, filter_["described"] and deaf.report().data["office"]["gateways"][0]["model"].startswith("LW-77"),
            "the router is found all the same")
        has(deaf, bell["inside"] == "failed" and bell["verdict"] == "not-checked", "its silence is not believed")
        opened = Owner(office, "deaf-and-open").entrance("open", *BELL, "--yes", "--json")
        has(opened, [c["result"] for c in opened.report().data["changes"]] == ["opened"], "and it opens all the same")
        office.unmap_all()

        office.mute_router()
        exactly(check("deaf-and-mute"), "no datagram comes in, and the router takes no requests", "action-needed",
                "replies-blocked", *UNSEEN)
        office.free()
        exactly(check("mute"), "the router takes no requests and its name server answers", "action-needed",
                "public-address-unknown", "router-not-found", *UNSEEN)


@proves("replies-blocked")
def an_answer_to_the_search_that_is_lost_leaves_everything_else():
    with sitting(low="yes") as office:
        name_server(office)
        office.restrict("pc", "chain in { type filter hook input priority 0; iifname eth0 udp sport 1900 drop; }")
        lost = Owner(office, "lost").entrance("check", *BELL, "--json")
        exactly(lost, "only answers to a search are kept out", "action-needed", "mapping-not-listed", "replies-blocked",
                *UNSEEN)
        has(lost, seen(lost)["described"] and seen(lost)["by_datagram"] == "answered", "by its description")
        has(lost, lost.report().service("sip-udp")["inside"] == "answered", "the bell is heard")


@proves("local-network-denied")
def a_program_that_may_not_speak_to_the_office_says_so():
    with sitting(low="yes") as office:
        # The kernel gives EPERM for these; a Mac without its permission gives EHOSTUNREACH.
        office.restrict("pc", "chain out { type filter hook output priority 0; ip daddr { 192.168.77.0/24, 239.255.255.250 } "
                              "ct state new drop; }")
        denied = Owner(office, "denied").entrance("check", *BELL, "--json")
        exactly(denied, "this computer turns down what is sent to the office", "action-needed", "local-network-denied")
        has(denied, seen(denied)["search_turned_down"] and seen(denied)["router_turned_down"], "both")
        office.free()
        again = Owner(office, "denied").entrance("check", *BELL, "--json")
        exactly(again, "and allows it", "action-needed", "mapping-not-listed", *UNSEEN)


def the_window_listens_nowhere_but_on_this_computer_itself():
    """What listens makes Windows ask whether others may reach the program; so nothing does."""
    with sitting(low="yes") as office:
        before = listening(office)
        with Screen(Person(office, "pc"), *BELL) as screen:
            screen.see(word("window-check-mine"))
            screen.key("Return")
            screen.see(word("ask-system"))
            screen.key("ctrl+Return")
            screen.see("Lab Works LW-77.*")
            screen.picture("listens-nowhere")
            door = json.loads((screen.person.folder / "window.door").read_text())["port"]
            assert listening(office) - before == {f"127.0.0.1:{door}"}, listening(office)


def listening(office):
    """Addresses on which somebody in this house takes in connections."""
    lines = office.at("pc", "ss", "-Hlnt").stdout.splitlines()
    return {line.split()[3] for line in lines}


TESTS = [
    a_firewall_of_this_computer_is_told_from_a_router_that_says_nothing,
    an_answer_to_the_search_that_is_lost_leaves_everything_else,
    a_program_that_may_not_speak_to_the_office_says_so,
    the_window_listens_nowhere_but_on_this_computer_itself,
]

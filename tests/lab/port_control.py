"""Routers that open only for the device that asks: PCP and NAT-PMP where UPnP is off, secure mode seen from the phone
system itself, and the command to run there. And a repair: an entrance that is listed while its rule is gone."""

import re
import shlex
import time

from helper import WAN, Helper
from office import PBX, PC, ROUTER, Office, wait_for
from programs import FREEPBX, Person, has
from score import exactly, proves


def natpmpc(office, house, port, seconds, protocol="udp"):
    """The real client, for comparing: what it prints."""
    return office.at(house, "natpmpc", "-g", ROUTER, "-a", str(port), str(port), protocol, str(seconds), check=False).stdout


def leads(office, port, to=PBX):
    """Whether the router's own rules lead this port to the phone system."""
    return any(f"dport {port} " in rule and f"dnat ip to {to}:{port}" in rule for rule in office.rules())


def upnp_is_off_and_the_phone_system_asks_for_itself():
    with Office(upnp="no", asterisk=False) as office:
        office.start_options_server()
        rules = office.rules()
        owner, there = Person(office, "pc"), Person(office, "pbx")
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443")
        from_here = owner.entrance("open", *FREEPBX, "--calls", "4", "--yes", "--json")
        has(from_here, from_here.report().data["changes"] == [], "from the owner's computer nothing is asked")
        assert office.rules() == rules
        said = re.search(r"^\s*(entrance open .*)$", from_here.err, re.M)
        has(from_here, said is not None, "the command to run there is said")
        command = shlex.split(said.group(1))[1:]
        has(from_here, PBX in command and "--calls" in command, "with this office's answers")

        opened = there.entrance(*command, "--yes", "--json", "--helper", helper.link)
        report = opened.report()
        has(opened, {c["result"] for c in report.data["changes"]} == {"opened"}, "the router opens for the asker")
        has(opened, len(report.data["changes"]) == 11, "the bell and ten voices")
        has(opened, report.data["office"]["gateways"][0]["control"] == "pcp", "by PCP")
        has(opened, report.service("sip-udp")["router"] == "mapped", "what was granted counts as listed")
        has(opened, report.service("sip-udp")["verdict"] == "verified", "and is proved from outside")
        has(opened, "mapping-expires" in report.codes(), "a lease ends, and that is said")
        has(opened, "there is a command" not in opened.err and "entrance open" not in opened.err, "nothing to run elsewhere")
        assert leads(office, 5060) and leads(office, 10009), office.rules()

        # The real client asks for the same port from another house and gets another one: ours is held.
        answer = natpmpc(office, "pc", 5060, 600)
        assert "Mapped public port 5060 " not in answer and "Mapped public port" in answer, answer
        assert leads(office, 5060), office.rules()
        natpmpc(office, "pc", 5060, 0)

        again = there.entrance("check", "--json")
        has(again, again.report().service("sip-udp")["router"] == "mapped", "a later check knows what was granted")
        undone = there.entrance("undo", "--all", "--yes", "--json")
        has(undone, [c["result"] for c in undone.report().data["changes"]] == ["undone"] * 11, "all eleven")
        assert office.rules() == rules, office.rules()


def our_grant_and_the_real_clients_are_the_same_rule():
    with Office(upnp="no", asterisk=False) as office:
        office.start_options_server()
        there = Person(office, "pbx")
        answer = natpmpc(office, "pbx", 5060, 3600)
        assert "Mapped public port 5060 protocol UDP to local port 5060" in answer, answer
        theirs = [re.sub(r'"[^"]*"', '""', rule) for rule in office.rules()]
        natpmpc(office, "pbx", 5060, 0)
        opened = there.entrance("open", *FREEPBX, "--yes", "--json")
        has(opened, [c["result"] for c in opened.report().data["changes"]] == ["opened"], "ours")
        ours = [re.sub(r'"[^"]*"', '""', rule) for rule in office.rules()]
        assert ours == theirs, (ours, theirs)


def a_router_that_restarted_is_told_by_its_clock():
    with Office(upnp="no", uptime="no", asterisk=False) as office:
        office.start_options_server()
        there = Person(office, "pbx")
        opened = there.entrance("open", *FREEPBX, "--yes", "--json")
        has(opened, opened.report().service("sip-udp")["router"] == "mapped", "opened")
        epoch = opened.report().data["office"]["gateways"][0]["epoch"]
        # Its clock must have stood higher than it can stand after the restart.
        wait_for("the router's clock", lambda: time.time() - office.miniupnpd_since > 8, 20)
        before = there.entrance("check", "--json")
        has(before, before.report().service("sip-udp")["router"] == "mapped", "still there")
        office.restart_miniupnpd()
        forgot = there.entrance("check", "--json")
        report = forgot.report()
        has(forgot, "router-forgot" in report.codes(), "the router restarted and forgot")
        finding = next(f for f in report.data["findings"] if f["code"] == "router-forgot")
        has(forgot, finding["args"]["by"] == "clock" and int(finding["args"]["up"]) < epoch["secs"] + 8, "by its clock")
        again = there.entrance("open", "--yes", "--json")
        has(again, [c["result"] for c in again.report().data["changes"]] == ["opened"], "opened again")
        assert leads(office, 5060), office.rules()


@proves("router-refuses")
def a_forbidden_port_is_told_from_a_forbidding_router():
    deny = ["deny 5060 0.0.0.0/0 1-65535"]
    with Office(upnp="no", deny=deny, asterisk=False) as office:
        office.start_options_server()
        there = Person(office, "pbx")
        flat = there.entrance("open", *FREEPBX, "--yes", "--json")
        exactly(flat, "the router refuses what it was asked", "action-needed", "audio-not-proved", "not-seen-from-outside",
                "phone-system-address-may-change", "range-too-long-for-router", "router-refuses")
        has(flat, "router-refuses-other-devices" not in flat.report().codes(), "and the asker asked for itself")
        has(flat, flat.report().data["changes"][0]["denial"] == "cannot-provide-external", "by PCP result 11")
        listed = there.entrance("undo", "--list")
        has(listed, listed.out.strip() == "", "nothing to take back")
        port = there.entrance("open", "--calls", "2", "--yes", "--json")
        has(port, [c["result"] for c in port.report().data["changes"]].count("opened") == 6, "others pass")
        finding = next(f for f in port.report().data["findings"] if f["code"] == "router-refuses")
        has(port, finding["services"] == ["sip-udp"] and finding["args"]["why"] == "not-this-one", "so it is this port")
    with Office(deny=deny, asterisk=False) as office:
        office.start_options_server()
        port = Person(office, "pc").entrance("open", *FREEPBX, "--calls", "2", "--yes", "--json")
        has(port, "port-not-permitted" in port.report().codes(), "the same over UPnP")


def secure_mode_opens_for_the_phone_system_itself():
    for igd1 in ["no", "yes"]:
        with Office(asterisk=False, secure="yes", igd1=igd1) as office:
            office.start_options_server()
            refused = Person(office, "pc").entrance("open", *FREEPBX, "--yes", "--json")
            # Its firewall over IPv6, as upnpc has no question for.
            told = refused.report().data["office"]["gateways"][0].get("ipv6_firewall")
            has(refused, igd1 == "yes" or told == {"enabled": True, "pinholes": True}, "the state of its IPv6 firewall")
            finding = next(f for f in refused.report().data["findings"] if f["code"] == "router-refuses-other-devices")
            command = shlex.split(finding["args"]["command"])[1:]
            there = Person(office, "pbx")
            opened = there.entrance(*command, "--yes", "--json")
            has(opened, [c["result"] for c in opened.report().data["changes"]] == ["opened"], "there it may ask")
            assert any("UDP 5060->192.168.77.20:5060" in line for line in office.table()), office.table()
            # Loopback is this computer.
            home = there.entrance("check", "--system", "freepbx", "--pbx", "127.0.0.1", "--json")
            has(home, home.report().service("sip-udp")["router"] == "mapped", "its own address in the office")
            undone = there.entrance("undo", "--all", "--yes", "--json")
            has(undone, [c["result"] for c in undone.report().data["changes"]] == ["undone"], "taken back")
            assert office.table() == [], office.table()


def a_tower_around_a_router_that_opens_for_the_asker_is_one_finding():
    with Office(tower=True, upnp="no", asterisk=False) as office:
        office.start_options_server()
        opened = Person(office, "pbx").entrance("open", *FREEPBX, "--yes", "--json")
        has(opened, opened.report().codes() == ["carrier-shared-address"], "one finding")
        has(opened, opened.report().data["changes"] == [], "and nothing is asked in vain")


@proves("mapping-listed-but-dead")
def an_entrance_that_is_listed_while_its_rule_is_gone_is_repaired():
    with Office(asterisk=False) as office:
        office.start_options_server()
        office.at("pc", "upnpc", "-m", "eth0", "-e", "console", "-a", PC, "3074", "3074", "UDP")
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443")
        owner = Person(office, "pc")
        opened = owner.entrance("open", *FREEPBX, "--yes", "--json")
        has(opened, [c["result"] for c in opened.report().data["changes"]] == ["opened"], "opened")
        table = office.table()
        # Behind the router's back: the list still says so, and nothing is let through.
        office.at("router", "nft", "flush", "chain", "inet", "filter", "miniupnpd")
        assert office.table() == table, office.table()
        no = owner.entrance("open", "--repair", "--json")
        has(no, no.exit == 2 and office.table() == table, "nobody said yes, so nothing is touched")
        repaired = owner.entrance("open", "--repair", "--yes", "--helper", helper.link, "--json")
        report = repaired.report()
        results = [(c["external_port"], c["result"]) for c in report.data["changes"]]
        has(repaired, results == [(5060, "repaired")], "only our own entry")
        has(repaired, report.service("sip-udp")["verdict"] == "verified", "answered now")
        exactly(repaired, "listed, dead and cured", "action-needed", "audio-not-proved", "mapping-expires",
                "mapping-listed-but-dead", "open-to-everyone", "phone-system-address-may-change",
                "range-too-long-for-router")
        assert office.table() == table, office.table()
        undone = owner.entrance("undo", "--all", "--yes", "--json")
        has(undone, [c["result"] for c in undone.report().data["changes"]] == ["undone"], "still ours to take back")


TESTS = [
    upnp_is_off_and_the_phone_system_asks_for_itself,
    our_grant_and_the_real_clients_are_the_same_rule,
    a_router_that_restarted_is_told_by_its_clock,
    a_forbidden_port_is_told_from_a_forbidding_router,
    secure_mode_opens_for_the_phone_system_itself,
    a_tower_around_a_router_that_opens_for_the_asker_is_one_finding,
    an_entrance_that_is_listed_while_its_rule_is_gone_is_repaired,
]

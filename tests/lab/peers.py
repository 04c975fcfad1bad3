"""Real machines behind the entrances: Asterisk over UDP, TCP and IAX2, a chat server, management pages, a desk phone's
page, and another machine that answers where the phone system should."""

from machines import admin_page, chat_server, page, second_phone_system, sip_on_the_phone
from office import COWORKER, PBX, PHONE
from programs import FREEPBX, Person, has
from score import exactly, proves
from sitting import Owner, sitting

KNOWN = "phone-system-address-may-change"
BELLS = [*FREEPBX, "--using", "sip-udp,sip-tcp,iax2,xmpp"]


def walked(office, owner, house, name, *check):
    """Invite, walk, and the check that reads the answer."""
    invite = owner.entrance("invite")
    has(invite, invite.exit == 0, "an invitation")
    walk = Person(office, house, name).entrance("walk", invite.last_line(), "--yes")
    has(walk, walk.exit == 0, "a walk")
    answer = owner.entrance("check", *check, "--walk-result", walk.last_line(), "--json")
    return answer, answer.report()


def finding(report, code):
    found = [f for f in report.data["findings"] if f["code"] == code]
    has(report.answer, found, f"{code} is found")
    return found[0]


@proves("must-stay-shut-is-open")
def every_bell_is_verified_and_an_open_cabinet_is_named_by_its_own_protocol():
    with sitting(low="yes") as office:
        chat_server(office)
        admin_page(office)
        owner = Owner(office)
        opened = owner.entrance("open", *BELLS, "--yes", "--json")
        has(opened, [c["result"] for c in opened.report().data["changes"]] == ["opened"] * 4, "four entrances")
        seen, report = walked(office, owner, "coworker", "first")
        for row, says in [("sip-udp", "Asterisk PBX"), ("sip-tcp", "Asterisk PBX"), ("iax2", "PONG"), ("xmpp", "XMPP")]:
            has(seen, report.service(row)["verdict"] == "verified", f"{row} is proved from outside")
            inside = [e for e in report.data["evidence"] if e["service"] == row and e["vantage"] == "inside"]
            has(seen, any(says in (e["seen"] or "") for e in inside), f"{row} by what answers inside")
        exactly(seen, "four bells and nothing else", "ready", "mapping-expires", "open-to-everyone", KNOWN)
        for row in ["ami", "https-admin", "ssh"]:
            has(seen, report.service(row)["verdict"] == "shut", f"{row} stays locked")
        has(seen, report.service("ami")["inside"] == "answered", "although the cabinet is there")

        # A careless rule for each cabinet: the router's list tells at once, the walk proves it.
        office.map(5038, "TCP")
        office.by_hand("tcp", 443, PBX)
        listed = owner.entrance("check", "--json")
        has(listed, finding(listed.report(), "must-stay-shut-is-open")["services"] == ["ami"], "told by the list alone")
        has(listed, "Asterisk Manager" in finding(listed.report(), "must-stay-shut-is-open")["detail"], "by name")
        seen, report = walked(office, owner, "coworker", "second")
        named = finding(report, "must-stay-shut-is-open")
        has(seen, sorted(named["services"]) == ["ami", "https-admin"], "both are named")
        has(seen, "answered from outside in its own protocol" in named["detail"], "by what they answered")
        has(seen, [report.service(r)["verdict"] for r in ("ami", "https-admin")] == ["exposed"] * 2, "exposed")
        exactly(seen, "two cabinets are open", "action-needed", "mapping-expires", "must-stay-shut-is-open",
                "open-to-everyone", KNOWN)
        # The page behind the open door is no answer of AMI: the two proved themselves apart.
        has(seen, report.service("ssh")["verdict"] == "shut", "and the others stay locked")


@proves("phone-web-page-exposed", "another-web-page-answers")
def a_desk_phones_page_is_found_by_its_rule_and_any_other_by_its_answer():
    with sitting(low="yes") as office:
        sip_on_the_phone(office, "Yealink SIP-T46S 66.86.0.15")
        owner = Owner(office)
        office.map(5060)
        office.map(8080, "TCP", client=PHONE, inside=80)
        # Nobody has looked from outside: the look round knows the phone, and the list has a rule to its page.
        found = owner.entrance("check", "--system", "freepbx", "--using", "sip-udp", "--find-phone-system", "--json")
        exposed = finding(found.report(), "phone-web-page-exposed")
        exactly(found, "a rule leads to a desk phone's page", "action-needed", "mapping-expires",
                "not-seen-from-outside", "phone-web-page-exposed", KNOWN)
        has(found, PHONE in exposed["detail"] and "8080" in exposed["detail"], "the phone and the port are named")
        has(found, found.report().data["office"]["phone_system"]["address"] == PBX, "and it is not the phone system")
        office.unmap_all()

        # A rule that the router's list does not show: the answer from outside tells, against what the phone system itself
        # has on that port, that it is another machine's, and not which.
        office.map(5060)
        office.by_hand("tcp", 80, PHONE)
        owner = Owner(office, "owner-of-a-trixbox")
        office.free()
        trixbox = ["--system", "trixbox-pro", "--pbx", PBX, "--using", "sip-udp"]
        clean = owner.entrance("check", *trixbox, "--json")
        has(clean, "another-web-page-answers" not in clean.report().codes(), "nothing is said before anybody looked")
        seen, report = walked(office, owner, "coworker", "visitor")
        has(seen, report.service("phone-web")["verdict"] == "not-checked", "nobody knows whose page answered")
        exactly(seen, "another machine's page answers", "ready", "another-web-page-answers", "mapping-expires",
                "open-to-everyone", KNOWN)
        has(seen, report.service("sip-udp")["verdict"] == "verified", "while the bell is right")

        # The same answer from the phone system's own page is no phone's.
        page(office, "pbx", PBX, 80)
        office.at("router", "nft", "flush chain inet nat pre_by_hand; flush chain inet filter by_hand")
        office.by_hand("tcp", 80, PBX)
        office.forget_flows()
        seen, report = walked(office, owner, "coworker", "visitor-of-the-page")
        has(seen, report.service("http-admin")["verdict"] == "exposed", "the phone system's own page")
        exactly(seen, "the phone system's own page answers", "action-needed", "mapping-expires",
                "must-stay-shut-is-open", "open-to-everyone", KNOWN)

        # A phone system that has no page of its own among its rows: the phones' pages are knocked on all the same, and
        # of two pages on one number the phone's is told from the phone system's.
        owner = Owner(office, "owner-of-an-asterisk")
        office.by_hand("tcp", 443, PHONE)
        admin_page(office)
        admin_page(office, house="phone", address=PHONE, name="Desk phone")
        owner.entrance("check", "--system", "asterisk", "--pbx", PBX, "--using", "sip-udp")
        seen, report = walked(office, owner, "coworker", "visitor-of-both")
        verdicts = [report.service(row)["verdict"] for row in ("phone-web", "phone-web-tls")]
        has(seen, verdicts == ["not-checked", "not-checked"], f"nobody knows whose: {verdicts}")
        exactly(seen, "another machine's encrypted page answers", "ready", "another-web-page-answers",
                "mapping-expires", "open-to-everyone", KNOWN)
        another = finding(report, "another-web-page-answers")
        has(seen, another["services"] == ["phone-web-tls"], "the page of the other machine alone")
        has(seen, "443" in another["detail"] and "https://" in another["detail"], "the number is named")


@proves("wrong-machine-answers")
def another_machine_at_the_bell_is_told_from_the_phone_system():
    with sitting(low="yes") as office:
        sip_on_the_phone(office, "AVM FRITZ!Box 7590 154.07.29")
        # By hand, so that no list tells: only the answer itself can.
        office.by_hand("udp", 5060, PHONE)
        office.map(4569)
        owner = Owner(office)
        ask = owner.entrance("check", *FREEPBX, "--using", "sip-udp,iax2", "--json")
        has(ask, ask.report().service("sip-udp")["inside"] == "answered", "the phone system answers inside")
        seen, report = walked(office, owner, "coworker", "visitor")
        has(seen, report.service("sip-udp")["verdict"] == "wrong-host", "another machine at the bell")
        exactly(seen, "a router's own telephone answers at the bell", "action-needed", "mapping-expires",
                "open-to-everyone", "wrong-machine-answers", KNOWN)
        has(seen, "Asterisk PBX" in finding(report, "wrong-machine-answers")["detail"], "told by what answers inside")
        has(seen, report.service("iax2")["verdict"] == "verified", "the other bell leads where it should")
        has(seen, COWORKER in [w["address"] for w in report.data["walks"]], "seen by the colleague")

        # The same made through UPnP stands in the list.
        office.map(5060, client=PHONE)
        again = owner.entrance("check", "--json")
        has(again, "mapping-wrong-device" in again.report().codes(), "a listed rule to another device is named")
        has(again, PHONE in finding(again.report(), "mapping-wrong-device")["detail"], "with the device")


@proves("several-phone-systems")
def two_phone_systems_are_told_apart_before_and_after_one_is_chosen():
    with sitting(low="yes") as office:
        second_phone_system(office)
        office.map(5060, client=PHONE)
        bell = ["--system", "asterisk", "--using", "sip-udp"]
        owner = Owner(office)
        asked = owner.entrance("check", *bell, "--find-phone-system", "--json")
        report = exactly(asked, "two phone systems answer", "action-needed", "not-seen-from-outside",
                         "several-phone-systems")
        both = finding(report, "several-phone-systems")
        has(asked, f"{PBX}" in both["detail"] and f"{PHONE}" in both["detail"], "both are named")
        has(asked, "kamailio" in both["detail"] and "check that one first" in both["action"], "and one is to be chosen")
        chosen = owner.entrance("check", *bell, "--pbx", PBX, "--json")
        report = exactly(chosen, "the entrance leads to the other phone system", "action-needed",
                         "mapping-wrong-device", "not-seen-from-outside", KNOWN, "several-phone-systems")
        has(chosen, "kamailio" in finding(report, "mapping-wrong-device")["meaning"], "by what it calls itself")


TESTS = [
    every_bell_is_verified_and_an_open_cabinet_is_named_by_its_own_protocol,
    a_desk_phones_page_is_found_by_its_rule_and_any_other_by_its_answer,
    another_machine_at_the_bell_is_told_from_the_phone_system,
    two_phone_systems_are_told_apart_before_and_after_one_is_chosen,
]

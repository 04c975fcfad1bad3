"""What happens on the street: a filter in front of the router, a list of trusted visitors, the office's own street in
place of an outside, and the guard that bans callers."""

import concurrent.futures
import operator

from helper import SECOND, WAN, Helper
from machines import Guard, wrong_registrations
from office import COWORKER, MOBILE, PBX, ROUTER, STREET
from peers import finding, walked
from programs import Person, has
from score import exactly, proves
from sitting import Owner, sitting
from ways_out import turn

# A profile with few cabinets, so that a walk needs to wait out only one row of silences.
ASTERISK = ["--system", "asterisk", "--pbx", PBX]
BELL = [*ASTERISK, "--using", "sip-udp"]
BELLS = [*ASTERISK, "--using", "sip-udp,sip-tcp,iax2"]
#: True of every entrance of the lab's router, which opens for a week, and of an address that nobody reserved.
KNOWN = ["mapping-expires", "phone-system-address-may-change"]


def invited(owner, *args):
    invite = owner.entrance("invite", *args)
    has(invite, invite.exit == 0, "an invitation")
    return invite.last_line()


def result_of(walker, code, *args):
    walk = walker.entrance("walk", code, "--yes", *args)
    has(walk, walk.exit == 0, "a walk")
    return walk.last_line()


@proves("no-answer-outside", "walk-path-unproved", "blocked-before-router")
def a_filter_in_front_of_the_router_is_told_for_what_it_is():
    with sitting(low="yes") as office:
        for port, protocol in [(5060, "UDP"), (5060, "TCP"), (4569, "UDP")]:
            office.map(port, protocol)
        owner = Owner(office)
        owner.entrance("check", *BELLS)
        # The bridge is the street: what it drops never reaches the router.
        dropped = f"chain street {{ type filter hook forward priority 0; ip daddr {STREET}"
        office.restrict("wan", f"{dropped} udp dport 5060 drop; }}", family="bridge")
        seen, report = walked(office, owner, "coworker", "first")
        has(seen, [report.service(r)["verdict"] for r in ("sip-tcp", "iax2")] == ["verified"] * 2, "the others pass")
        has(seen, report.service("sip-udp")["verdict"] == "no-answer", "the bell over UDP is silent")
        says = finding(report, "no-answer-outside")
        has(seen, says["services"] == ["sip-udp"], "only that")
        has(seen, "the visitor's line" in says["detail"] and "in front of the router" in says["detail"], "both causes")
        exactly(seen, "only the bell is filtered", "action-needed", "no-answer-outside", "open-to-everyone", *KNOWN)
        office.free()

        # All of it: from one colleague's street that proves nothing, and it is never said to.
        office.restrict("wan", f"{dropped} drop; }}", family="bridge")
        one = result_of(Person(office, "coworker", "second"), invited(owner))
        seen = owner.entrance("check", "--walk-result", one, "--json")
        exactly(seen, "silence on one street", "action-needed", "visitor-shut-out", "walk-path-unproved",
                *KNOWN)
        has(seen, "another street" in finding(seen.report(), "walk-path-unproved")["action"], "so another is wanted")
        # Two streets prove no more by themselves, but what to do next is another thing.
        code, other = invited(owner), invited(owner)
        with concurrent.futures.ThreadPoolExecutor() as side:
            walks = [side.submit(result_of, Person(office, "coworker", "third"), code),
                     side.submit(result_of, Person(office, "mobile", "fourth"), other)]
            one, two = [walk.result() for walk in walks]
        seen = owner.entrance("check", "--walk-result", one, "--walk-result", two, "--json")
        exactly(seen, "silence on two streets", "action-needed", "walk-path-unproved", *KNOWN)
        both = finding(seen.report(), "walk-path-unproved")
        has(seen, "internet company" in both["action"], "with two silent streets the office's line comes first")
        has(seen, {COWORKER, MOBILE} == {w["address"] for w in seen.report().data["walks"]}, "two streets")
        office.free()

        # A standing helper was reached by the office itself, so its silence is the office's own line.
        helper = Helper(office, "coworker", "--listen", f"{COWORKER}:8443")
        office.restrict("wan", f"""chain street {{ type filter hook forward priority 0
            ip daddr {STREET} ip saddr {COWORKER} tcp sport 8443 accept
            ip daddr {STREET} drop
        }}""", family="bridge")
        seen = owner.entrance("check", "--helper", helper.link, "--json")
        blocked = finding(seen.report(), "blocked-before-router")
        has(seen, sorted(blocked["services"]) == ["iax2", "sip-tcp", "sip-udp"], "all of it")
        has(seen, "no-answer-outside" in seen.report().folded(), "which explains every silence")
        exactly(seen, "a helper hears nothing at all", "action-needed", "blocked-before-router", *KNOWN)


@proves("guest-list-not-proved", "open-to-everyone")
def a_list_of_trusted_visitors_is_right_when_the_owner_says_so():
    with sitting(low="yes") as office:
        office.map(5060)
        # A rule in the router for one home only.
        guests = f"udp dport 5060 ip saddr != {{ 192.168.77.0/24, {COWORKER} }} drop"
        office.restrict("router", f"chain guests {{ type filter hook forward priority -1; {guests}; }}")
        forgetful = Owner(office, "forgetful-owner")
        forgetful.entrance("check", *BELL)
        seen, report = walked(office, forgetful, "mobile", "stranger-to-the-forgetful")
        has(seen, report.service("sip-udp")["verdict"] == "no-answer", "silence, as long as nobody spoke of a list")

        # The same on the phone system's own firewall.
        office.free()
        office.restrict("pbx", f"chain guests {{ type filter hook input priority 0; {guests}; }}")
        owner = Owner(office)
        told = owner.entrance("check", *BELL, "--trusted", f"{COWORKER},10.9.8.0/24", "--json")
        exactly(told, "a guest list is told", "action-needed", "guest-list-not-proved", "not-seen-from-outside", *KNOWN)
        seen, report = walked(office, owner, "mobile", "stranger")
        has(seen, report.service("sip-udp")["verdict"] == "guarded", "silent to a stranger: as it should be")
        has(seen, report.service("sip-udp")["because"] == "guest-list-not-proved", "but not proved")
        exactly(seen, "a stranger meets a guest list", "action-needed", "guest-list-not-proved", *KNOWN)
        # The list in the office names a visitor whom the list in the wall does not know: that silence is wrong.
        mistaken = Owner(office, "mistaken-owner")
        mistaken.entrance("check", *BELL, "--trusted", f"{MOBILE}")
        seen, report = walked(office, mistaken, "mobile", "a-guest-kept-out")
        has(seen, report.service("sip-udp")["verdict"] == "no-answer", "a guest should be answered")
        # One colleague's silence may be the colleague's line; what a guest list explains it is not.
        exactly(seen, "a guest is kept out", "action-needed", "walk-path-unproved", *KNOWN)
        # Behind a router at home, hearing nothing at all, the guest's program cannot know its street: its person can.
        code = invited(mistaken)
        aside = Person(office, "pc", "guest-at-home").entrance("walk", code, "--interface", "usb0", "--yes")
        seen = mistaken.entrance("check", "--walk-result", aside.last_line(), "--json")
        has(seen, [w["address"] for w in seen.report().data["walks"]] == [None], "nobody told where")
        has(seen, seen.report().service("sip-udp")["verdict"] == "guarded", "so this may have been any stranger")
        code = invited(mistaken)
        aside = Person(office, "pc", "guest-who-knows").entrance("walk", code, "--interface", "usb0", "--yes",
                                                                 "--own-address", MOBILE)
        seen = mistaken.entrance("check", "--walk-result", aside.last_line(), "--json")
        has(seen, [w["address"] for w in seen.report().data["walks"]] == [MOBILE], "the guest said where")
        has(seen, seen.report().service("sip-udp")["verdict"] == "no-answer", "who should have been answered")
        exactly(seen, "a guest at home is kept out", "action-needed", "walk-path-unproved", *KNOWN)
        guest = result_of(Person(office, "coworker", "guest"), invited(owner))
        stranger = result_of(Person(office, "mobile", "second-stranger"), invited(owner))
        seen = owner.entrance("check", "--walk-result", stranger, "--walk-result", guest, "--json")
        report = seen.report()
        has(seen, report.service("sip-udp")["verdict"] == "verified" and seen.exit == 0, "a guest was answered")
        exactly(seen, "a guest is answered and a stranger is not", "ready", *KNOWN)
        office.free()
        seen, report = walked(office, owner, "mobile", "third-stranger")
        exactly(seen, "a guest list that lets a stranger in", "ready", "open-to-everyone", *KNOWN)


def a_helper_and_a_colleague_are_compared_and_who_is_shut_out_is_named():
    with sitting(low="yes") as office:
        office.map(5060)
        owner = Owner(office)
        owner.entrance("check", *BELL)
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443")
        shut = "chain shut { type filter hook input priority 0; udp dport 5060 ip saddr %s drop; }"

        # The phone system keeps the colleague out, and answers the helper.
        office.restrict("pbx", shut % COWORKER)
        silent = result_of(Person(office, "coworker", "shut-out"), invited(owner))
        seen = owner.entrance("check", "--helper", helper.link, "--walk-result", silent, "--json")
        report = seen.report()
        has(seen, {SECOND, COWORKER} == {w["address"] for w in report.data["walks"]}, "two streets side by side")
        has(seen, COWORKER in finding(report, "visitor-shut-out")["action"], "the address to let in")
        has(seen, report.service("sip-udp")["verdict"] == "verified" and seen.exit == 1, "proved, and to be done")
        saved = owner.folder / "saved.json"
        saved.write_text(seen.out)
        told = Person(office, "pc", "reader").entrance("replay", saved)
        has(told, COWORKER in told.out and SECOND in told.out, "both stand in the report to read")

        # The other way round: the helper is kept out. Nobody's silence spoils what another street proved.
        office.free()
        office.restrict("pbx", shut % SECOND)
        answered = result_of(Person(office, "coworker", "let-in"), invited(owner))
        seen = owner.entrance("check", "--helper", helper.link, "--walk-result", answered, "--json")
        report = seen.report()
        has(seen, SECOND in finding(report, "visitor-shut-out")["action"], "the helper's address this time")
        has(seen, report.service("sip-udp")["verdict"] == "verified", "the colleague's answer counts")
        has(seen, COWORKER in finding(report, "open-to-everyone")["action"], "and that home is offered for a guest list")
        office.free()
        assert helper.stop() == 0


def a_standing_helper_gets_nobody_banned_either():
    with sitting(low="yes") as office:
        log = office.asterisk_log()
        guard = Guard(office, log)
        for port, protocol in [(5060, "UDP"), (5060, "TCP"), (4569, "UDP")]:
            office.map(port, protocol)
        owner = Owner(office)
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443")
        # The check, its walk, and five re-checks with a walk each.
        for _ in range(6):
            seen = owner.entrance("check", *BELLS, "--helper", helper.link, "--json")
            has(seen, seen.report().service("sip-udp")["verdict"] == "verified", "verified, or known from before")
        guard.has_read(refusals(log))
        assert guard.number("Total banned") == 0, guard.status()
        # So that this can fail: the same guard does ban.
        wrong_registrations(office, "coworker", STREET)
        guard.bans(COWORKER)
        assert helper.stop() == 0


@proves("not-outside")
def a_knock_from_inside_the_office_is_no_outside_and_no_failure():
    with sitting(low="yes") as office:
        office.map(5060)
        owner = Owner(office)
        owner.entrance("check", *BELL)
        # A laptop in the office itself, whose router does not turn a knock round.
        seen, report = walked(office, owner, "phone", "inside-one")
        has(seen, report.codes("blocker", "problem") == [], "nothing is wrong with the office")
        has(seen, report.service("sip-udp")["verdict"] != "verified", "and nothing is proved")
        # Hairpin as most routers do it: the phone system sees the router.
        turn = f"""chain turn {{ type nat hook prerouting priority -110
                ip saddr 192.168.77.0/24 ip daddr {STREET} udp dport 5060 dnat ip to {PBX}; }}
            chain hide {{ type nat hook postrouting priority 90
                ip saddr 192.168.77.0/24 ip daddr {PBX} %s; }}"""
        for hide, address, seen_as, name in [
            ("masquerade", "192.168.77.1", "an inside address", "inside-two"),
            (f"snat ip to {STREET}", STREET, "own public address", "inside-three"),
        ]:
            office.restrict("router", turn % hide)
            seen, report = walked(office, owner, "phone", name)
            exactly(seen, f"a knock turned round, seen from {seen_as}", "action-needed", "not-outside", *KNOWN)
            has(seen, seen_as in finding(report, "not-outside")["detail"], "what the phone system saw")
            has(seen, [w["address"] for w in report.data["walks"]] == [address], "who was seen")
            has(seen, report.service("sip-udp")["verdict"] == "not-checked", "and nothing is proved")
            office.free()


def a_doorman_at_the_visitors_home_makes_no_inside_of_a_good_walk():
    with sitting(low="yes") as office:
        office.map(5060)
        owner = Owner(office, "owner-with-a-visitor")
        owner.entrance("check", *BELL)
        # The kernel's own doorman in the visitor's router: on the way back he writes the visitor's inside address over
        # what the phone system saw, wherever the letter names the sender that he knows.
        office.restrict("mobile", """ct helper sip-udp { type "sip" protocol udp; l3proto ip; }
            chain follow { type filter hook prerouting priority -150
                udp dport 5060 ct helper set "sip-udp"
            }""", family="ip")
        walk = Person(office, "pc", "behind-a-doorman").entrance("walk", invited(owner), "--interface", "usb0", "--yes")
        seen = owner.entrance("check", "--walk-result", walk.last_line(), "--json")
        has(seen, [w["address"] for w in seen.report().data["walks"]] == [MOBILE], "the visitor's own street")
        exactly(seen, "a doorman at the visitor's home", "ready", "open-to-everyone", *KNOWN)
        stranger = owner.entrance("check", *BELL, "--test", "guest-calls", "--test-from", "usb0", "--yes", "--json")
        tested = [t for t in stranger.report().data["safety"] if t["vantage"] == "outside"]
        has(stranger, len(tested) == 1 and "still stands inside" not in stranger.err, "a stranger's call is one as well")


def the_offices_own_second_adapter_is_no_step_outside_and_a_mobile_phone_is():
    with sitting(low="yes") as office:
        office.map(5060)
        # Cable and Wi-Fi of one laptop, both of them the office's.
        office.link("router", "lwifi", "pc", "wlan0")
        office.ip("router", "link", "set", "lwifi", "master", "br0")
        office.address("pc", "wlan0", "192.168.77.57/24")
        office.default("pc", ROUTER, "dev", "wlan0", "metric", "800")
        # In whichever order the system names them.
        number = operator.itemgetter(1)
        try:
            shown, _ = Person(office, "pc", "owner-of-two-adapters").wizard([
                (r"Check my office", "1"), (r".", ""), (r"freepbx", "freepbx"), (r".", ""), (r".", ""), (r".", "4"),
                (r".", ""), (r"Lab Works", "n"), (r".", "a"), (r".", PBX), (r"192\.168\.77\.20", "n"),
                (r".", "o"), (r"(\d)  wlan0", number),
                (r"still stands inside your office", "o"), (r"(\d)  usb0", number),
                (r"10000", "q"),
            ])
        finally:
            office.ip("router", "link", "del", "lwifi")
        assert shown.count("still stands inside your office") == 1, shown[-3000:]


@proves("visitor-shut-out")
def nobody_is_banned_by_being_helped_and_who_is_banned_is_named():
    with sitting(low="yes") as office:
        log = office.asterisk_log()
        guard = Guard(office, log)
        for port, protocol in [(5060, "UDP"), (5060, "TCP"), (4569, "UDP")]:
            office.map(port, protocol)
        owner, coworker = Owner(office), Person(office, "coworker")
        owner.entrance("check", *BELLS)
        first = owner.entrance("check", "--walk-result", result_of(coworker, invited(owner)), "--json")
        has(first, first.exit == 0, "verified")
        # The same colleague tries again and again, as fast as that goes, and so does the office.
        codes = [invited(owner) for _ in range(2)]
        with concurrent.futures.ThreadPoolExecutor() as side:
            walks = side.submit(lambda: [coworker.entrance("walk", code, "--yes") for code in codes])
            for _ in range(5):
                again = owner.entrance("check", "--json")
                has(again, again.report().service("sip-udp")["inside"] == "answered", "answered, or known from before")
            for walk in walks.result():
                has(walk, walk.exit in (0, 3), "walked, as far as the limits allow")
        counted = refusals(log)
        guard.has_read(counted)
        assert counted > 10, f"the stock filter counts each of our messages, and twice: {counted}"
        assert guard.number("Total banned") == 0, guard.status()

        # So that this can fail: wrong passwords are what the guard is there for.
        wrong_registrations(office, "mobile", STREET)
        guard.bans(MOBILE)
        assert guard.banned() == [MOBILE], guard.status()
        # That visitor stands behind a router of its own and hears nothing that could tell its address.
        shut = Person(office, "pc", "at-home").entrance("walk", invited(owner), "--interface", "usb0", "--yes")
        free = result_of(Person(office, "wan", "free"), invited(owner))
        seen = owner.entrance("check", "--walk-result", shut.last_line(), "--walk-result", free, "--json")
        exactly(seen, "a visitor is banned, and another is not", "action-needed", "open-to-everyone",
                "visitor-shut-out", *KNOWN)
        says = finding(seen.report(), "visitor-shut-out")
        has(seen, sorted(says["services"]) == ["sip-tcp", "sip-udp"], "the bell only: the corridor is answered")
        has(seen, "shows one's own address" in says["detail"], "how to find the address that nobody told")
        # A server that this visitor named sees the street, so the address to let in has a name. One door of this
        # office did answer: what the visitor says is no proof of a street then, and is not taken for one.
        turn(office)
        says_so = Person(office, "pc", "at-home-and-says").entrance("walk", invited(owner), "--interface", "usb0", "--yes",
                                                                    "--own-address", "11.22.33.99")
        heard = owner.entrance("check", "--walk-result", says_so.last_line(), "--json")
        has(heard, heard.report().data["walks"][-1]["address"] is None, "said, and not shown")
        shut = Person(office, "pc", "at-home-and-knows").entrance("walk", invited(owner), "--interface", "usb0", "--yes",
                                                                  "--stun", WAN)
        free = result_of(Person(office, "wan", "free-too"), invited(owner))
        named = owner.entrance("check", "--walk-result", shut.last_line(), "--walk-result", free, "--json")
        has(named, MOBILE in finding(named.report(), "visitor-shut-out")["action"], "the address to let in")
        inside = Person(office, "pc", "inside").entrance("walk", invited(owner), "--yes", "--own-address", "192.168.1.5")
        has(inside, inside.exit == 2 and "street address" in inside.err, "an address inside is no street")
        has(seen, seen.report().service("sip-udp")["verdict"] == "verified" and seen.exit == 1, "proved, and yet")

        # This one has no router in between, so it knows its street even where nobody answers.
        wrong_registrations(office, "coworker", STREET)
        guard.bans(COWORKER)
        guard.lets_in(MOBILE)
        shut = result_of(Person(office, "coworker", "banned"), invited(owner))
        alone = owner.entrance("check", "--walk-result", shut, "--json")
        exactly(alone, "a visitor who was answered is banned", "action-needed", "open-to-everyone", "visitor-shut-out",
                *KNOWN)
        has(alone, COWORKER in finding(alone.report(), "visitor-shut-out")["action"], "once answered, silent now")
        shut = result_of(Person(office, "coworker", "banned-still"), invited(owner))
        free = result_of(Person(office, "mobile", "forgiven"), invited(owner))
        seen = owner.entrance("check", "--walk-result", shut, "--walk-result", free, "--json")
        has(seen, COWORKER in finding(seen.report(), "visitor-shut-out")["action"], "the address to let in")
        guard.lets_in(COWORKER)
        seen, report = walked(office, owner, "coworker", "let-in")
        exactly(seen, "the banned visitor is let in again", "ready", "open-to-everyone", *KNOWN)


def refusals(log):
    """Lines that the stock filter counts against somebody."""
    counted = ("No matching endpoint found", "ailed to authenticate", '"InvalidAccountID"', '"ChallengeResponseFailed"')
    return sum(any(words in line for words in counted) for line in open(log))


TESTS = [
    a_filter_in_front_of_the_router_is_told_for_what_it_is,
    a_list_of_trusted_visitors_is_right_when_the_owner_says_so,
    a_helper_and_a_colleague_are_compared_and_who_is_shut_out_is_named,
    a_standing_helper_gets_nobody_banned_either,
    a_knock_from_inside_the_office_is_no_outside_and_no_failure,
    a_doorman_at_the_visitors_home_makes_no_inside_of_a_good_walk,
    the_offices_own_second_adapter_is_no_step_outside_and_a_mobile_phone_is,
    nobody_is_banned_by_being_helped_and_who_is_banned_is_named,
]

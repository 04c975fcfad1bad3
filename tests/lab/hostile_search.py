"""A search for routers with liars on the same network, beside a real router: the real one is found, nobody else is
spoken with, and the report is the one of the office without them."""

import threading

from bounded import Bound
from inside import Stand
from liar import IGD, Box
from office import COWORKER, PBX, PHONE, ROUTER
from programs import has
from score import exactly, figure
from sitting import sitting
from table import BELL, UNSEEN

#: What this office says whoever else speaks there.
KNOWN = ["mapping-not-listed", *UNSEEN]


class Elsewhere(Box):
    """Says that its description lies with others."""

    def locations(self):
        return [
            f"http://{COWORKER}/desc.xml", f"http://{COWORKER}:80@{PHONE}/desc.xml", f"http://{PBX}:7777/desc.xml",
            "http://127.0.0.1:22/", "http://0/", "http://2130706433:22/", "http://169.254.169.254/latest/meta-data",
            f"https://{PHONE}:5000/desc.xml", f"http://owner:secret@{PHONE}:5000/desc.xml", "file:///etc/passwd",
            "http://[::1]:22/", "ftp://192.168.77.1/", "http://" + "a" * 480 + "/", "//", "", "\x00\x01", "http://[",
        ]


class LedOn(Box):
    """Leads on by redirects, from one of its own ports to another machine."""

    def describe(self, connection, path):
        places = [f"http://{COWORKER}/desc.xml", f"http://{ROUTER}:5000/rootDesc.xml", f"http://{self.address}:{self.port}/x"]
        kinds = ["301 Moved", "302 Found", "307 Temporary Redirect"]
        turn = len(self.fetched) % 3
        self.give(connection, "", kinds[turn], f"Location: {places[turn]}\r\n")

    def locations(self):
        return [f"http://{self.address}:{self.port}/{turn}" for turn in range(3)]


class Borrowed(Box):
    """Describes itself well, and names the control address of the real router and of the phone system."""

    def description(self, control="", inner=""):
        return super().description(f"http://{ROUTER}:5000/ctl/IPConn")

    def describe(self, connection, path):
        body = self.description()
        if path == "/base":
            body = Box.description(self, "/ctl/IPConn", f"</device><URLBase>http://{ROUTER}:5000/</URLBase><device>")
        if path == "/pbx":
            body = Box.description(self, f"http://{PBX}:5038/")
        self.give(connection, body)

    def locations(self):
        return [f"http://{self.address}:{self.port}/{path}" for path in ["desc", "base", "pbx"]]


class Crowd(Box):
    """Ten thousand answers of two hundred machines, most of which call themselves routers."""

    def __init__(self, office, house, addresses):
        super().__init__(office, house, PHONE)
        self.addresses = addresses
        self.sent = 0
        self.begun = threading.Lock()

    def __enter__(self):
        super().__enter__()
        self.mouths = [self.udp(address, 0) for address in self.addresses]
        return self

    def answer_search(self, _target, sender):
        if self.begun.acquire(blocking=False):
            self.go(self.shout, sender)

    def shout(self, sender):
        for turn in range(10000):
            mouth = self.mouths[turn % len(self.mouths)]
            address = mouth.getsockname()[0]
            target = IGD if turn % 3 else "upnp:rootdevice"
            mouth.sendto(self.reply(target, f"http://{address}:{self.port}/{turn}.xml"), sender)
            self.sent += 1


def nobody_comes(office, house, address, port):
    """A door and the list of who came to it, which is to stay empty."""
    stand, came = Stand(office, house), []
    stand.serve(stand.tcp(address, port), lambda connection: came.append(connection.getpeername()))
    return stand, came


def liars_in_a_search_are_not_followed_and_hide_no_router():
    with sitting(low="yes") as office:
        doors = [nobody_comes(office, "coworker", COWORKER, 80), nobody_comes(office, "pbx", PBX, 7777)]
        try:
            for kind in [Elsewhere, LedOn, Borrowed]:
                with kind(office, "phone", PHONE) as box:
                    name = f"among liars {kind.__name__}"
                    seen = Bound(office, name.replace(" ", "-")).entrance("check", *BELL, "--json")
                    report = exactly(seen, name, "action-needed", *KNOWN)
                    gateways = report.data["office"]["gateways"]
                    has(seen, [g["address"] for g in gateways] == [ROUTER], "the real router alone")
                    has(seen, gateways[0]["model"] == "LW-77", "and by its own words")
                    has(seen, box.asked == [], f"nothing was asked of the liar: {box.asked}")
                    has(seen, not any(came for _, came in doors), f"and nobody was sent elsewhere: {doors}")
                    figure("hostile-cases", len(box.locations()))
        finally:
            for stand, _ in doors:
                stand.close()


def ten_thousand_answers_are_a_handful_and_the_router_is_among_them():
    with sitting(low="yes") as office:
        addresses = [f"192.168.77.{last}" for last in range(50, 250)]
        for address in addresses:
            office.ip("phone", "addr", "add", f"{address}/24", "dev", "eth0")
        try:
            with Crowd(office, "phone", addresses) as box:
                seen = Bound(office, "in-a-crowd").entrance("check", *BELL, "--json")
                report = exactly(seen, "ten thousand answers to a search", "action-needed", *KNOWN)
                gateways = report.data["office"]["gateways"]
                has(seen, gateways[0]["address"] == ROUTER and gateways[0]["model"] == "LW-77", "the real one, first")
                has(seen, len(gateways) <= 11, f"and of the crowd a handful: {len(gateways)}")
                has(seen, box.sent > 1000, f"it was a crowd: {box.sent}")
                figure("hostile-cases", 1)
        finally:
            for address in addresses:
                office.ip("phone", "addr", "del", f"{address}/24", "dev", "eth0")


class Drowned(Box):
    """Says to everybody who searches what is no answer: wrong lengths, wrong words, the question itself."""

    def answer_search(self, target, sender):
        good = self.reply(target, f"http://{PHONE}:5000/desc.xml")
        for bad in [
            b"", b"\x00" * 60000, good[:17], good.replace(b" 200 ", b" 404 "), b"M-SEARCH" + good, good * 20,
            good.replace(b"LOCATION", b"LOC\xffATION"), b"NOTIFY * HTTP/1.1\r\n" + good, good.replace(b"\r\n", b"\x00"),
            b"HTTP/1.1 200 OK\r\n" + b"X-Line: y\r\n" * 5000, good.replace(b"http://", b"http://\x1b[2J"),
        ]:
            self.search.sendto(bad, sender)

    def describe(self, connection, path):
        # Only the one good answer in twenty leads here, and it is no router's.
        self.give(connection, "<root/>")


def words_that_are_no_answer_change_nothing():
    with sitting(low="yes") as office, Drowned(office, "phone", PHONE):
        seen = Bound(office, "drowned").entrance("check", *BELL, "--json")
        exactly(seen, "a search that is answered with rubbish", "action-needed", *KNOWN)
        figure("hostile-cases", 11)


TESTS = [
    liars_in_a_search_are_not_followed_and_hide_no_router,
    ten_thousand_answers_are_a_handful_and_the_router_is_among_them,
    words_that_are_no_answer_change_nothing,
]

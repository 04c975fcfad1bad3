"""A phone system that is none: it answers everything, echoes what it is told, answers from other ports and other
addresses, in somebody else's conversation, ten thousand times or without an end. None of it counts, and no office is
ready by it."""

import contextlib
import re

from bounded import Bound
from inside import Stand
from liar import drip
from peers import finding
from programs import Person, has
from score import exactly, figure, proves
from sitting import sitting
from table import UNSEEN

HERE, ASIDE = "192.168.77.40", "192.168.77.41"
ASK = ["--system", "asterisk", "--pbx", HERE, "--using", "sip-udp,sip-tcp,iax2"]


def proper(asked, sender, status="200 OK", body=b""):
    keep = [line for line in asked.split(b"\r\n") if line.split(b":")[0].lower() in (b"via", b"from", b"to", b"call-id", b"cseq")]
    rport = f";rport={sender[1]};received={sender[0]}".encode()
    keep = [re.sub(rb";rport(?![=\w])", rport, line) if line.lower().startswith(b"via") else line for line in keep]
    return b"\r\n".join([b"SIP/2.0 " + status.encode(), *keep, b"Server: everything", b"Content-Length: %d" % len(body), b"", body])


class Phones(Stand):
    """Every port of its house leads to one of two mouths: `udp(datagram, sender)` and `tcp(connection)`."""

    def __init__(self, office):
        super().__init__(office, "phone")

    def __enter__(self):
        for address in [HERE, ASIDE]:
            self.office.ip("phone", "addr", "add", f"{address}/24", "dev", "eth0")
        self.office.restrict("phone", f"""chain every_door {{ type nat hook prerouting priority -100
            ip daddr {HERE} meta l4proto {{ tcp, udp }} redirect to :7777
        }}""", family="ip")
        self.mouth, self.other, self.aside = self.udp("0.0.0.0", 7777), self.udp(HERE, 0), self.udp(ASIDE, 5060)
        self.hear(self.mouth, self.udp_)
        self.serve(self.tcp("0.0.0.0", 7777), self.tcp_)
        return self

    def __exit__(self, *_):
        super().__exit__()
        self.office.free()
        for address in [HERE, ASIDE]:
            self.office.ip("phone", "addr", "del", f"{address}/24", "dev", "eth0")

    def udp_(self, asked, sender):
        self.mouth.sendto(proper(asked, sender), sender)

    def tcp_(self, connection):
        connection.recv(4000)


class Echoes(Phones):
    """Says what it hears."""

    def udp_(self, asked, sender):
        self.mouth.sendto(asked, sender)

    def tcp_(self, connection):
        while asked := connection.recv(4000):
            connection.sendall(asked)


class FromAnotherPort(Phones):
    """Answers properly, from a port that nobody asked."""

    def udp_(self, asked, sender):
        self.other.sendto(proper(asked, sender), sender)


class FromAnotherAddress(Phones):
    """Answers properly, from the usual port of another machine."""

    def udp_(self, asked, sender):
        self.aside.sendto(proper(asked, sender), sender)


class InAnotherConversation(Phones):
    """Answers what it was not asked."""

    def udp_(self, asked, sender):
        answer = proper(asked, sender)
        for what, instead in [(rb"(?im)^Call-ID:.*?\r", b"Call-ID: another\r"), (rb"branch=[^;\r]+", b"branch=z9hG4bKother"),
                              (rb"SIP/2.0 200", b"SIP/2.0 2000"), (rb"SIP/2.0 200 OK\r\n", b"")]:
            self.mouth.sendto(re.sub(what, instead, answer), sender)


class Storms(Phones):
    """Answers ten thousand times, wrongly."""

    def udp_(self, asked, sender):
        answer = re.sub(rb"branch=[^;\r]+", b"branch=z9hG4bKother", proper(asked, sender, body=b"x" * 1000))
        self.go(lambda: [self.mouth.sendto(answer, sender) for _ in range(10_000)])


class Drips(Phones):
    """Never comes to an end: a word for ever over UDP, a greeting byte by byte over TCP."""

    def udp_(self, asked, sender):
        self.mouth.sendto(proper(asked, sender)[:60] + b"\r\nX-More: " + b"y" * 60_000, sender)

    def tcp_(self, connection):
        drip(connection, b"S", self.closed)


class Floods(Phones):
    """As many bytes as anybody takes, in no protocol at all."""

    def udp_(self, asked, sender):
        self.mouth.sendto(bytes(range(256)) * 200, sender)

    def tcp_(self, connection):
        with contextlib.suppress(OSError):
            while True:
                connection.sendall(b"SIP/2.0 200 OK\r\nX: y\r\n" * 3000)


def what_is_no_answer_is_silence_however_loud_it_is():
    with sitting(low="yes") as office:
        for kind in [Echoes, FromAnotherPort, FromAnotherAddress, InAnotherConversation, Storms, Drips, Floods]:
            name = f"phones: {kind.__name__}"
            with kind(office):
                owner = Bound(office, kind.__name__)
                seen = owner.to_the_router("check", *ASK, "--json", seconds=90)
                inside = {s["id"]: s["inside"] for s in seen.report().data["services"] if s["selected"]}
                has(seen, "answered" not in inside.values(), f"{name}: nobody answered: {inside}")
                exactly(seen, name, "action-needed", "mapping-not-listed", "phone-system-silent", *UNSEEN)
            figure("hostile-cases", 1)


class Everything(Phones):
    """Whatever is asked, the answer is yes, and at every door."""

    def tcp_(self, connection):
        asked = connection.recv(4000)
        if asked.startswith((b"OPTIONS sip", b"INVITE", b"REGISTER")):
            connection.sendall(proper(asked, connection.getpeername()))
        else:
            connection.sendall(b"HTTP/1.1 200 OK\r\nServer: everything\r\nContent-Length: 0\r\n\r\n")


@proves("walk-path-unproved")
def where_every_door_opens_nobody_says_that_the_cabinets_are_locked():
    with sitting(low="yes") as office, Everything(office):
        owner = Bound(office, "everything")
        # Every door of the office leads to it, as a router's "exposed host" does.
        office.nft("router", f"""
            add rule inet nat pre_by_hand iifname "wan0" meta l4proto {{ tcp, udp }} dnat ip to {HERE}
            add rule inet filter by_hand ip daddr {HERE} accept
        """)
        office.forget_flows()
        bell = [*ASK[:-1], "sip-udp"]
        owner.to_the_router("check", *bell, "--json")
        code = owner.to_the_router("invite").last_line()
        walk = Person(office, "coworker", "meets-everything").entrance("walk", code, "--yes")
        has(walk, walk.exit == 0, "a walk")
        seen = owner.to_the_router("check", *bell, "--walk-result", walk.last_line(), "--json")
        report = exactly(seen, "every door opens", "ready", "machine-not-shown", "open-to-everyone", "walk-path-unproved",
                         "phone-system-address-may-change")
        # It speaks no TLS, so that cabinet did not answer.
        rows = [s for s in report.data["services"] if s["need"] == "never" and s["protocol"] == "tcp"]
        cabinets = {s["id"]: s["verdict"] for s in rows if s["id"] != "phone-web-tls"}
        has(seen, set(cabinets.values()) == {"not-checked"}, f"no cabinet is called locked: {cabinets}")
        has(seen, "if the cabinets are locked" in finding(report, "walk-path-unproved")["meaning"], "and that is said")
        figure("hostile-cases", 1)


TESTS = [what_is_no_answer_is_silence_however_loud_it_is, where_every_door_opens_nobody_says_that_the_cabinets_are_locked]

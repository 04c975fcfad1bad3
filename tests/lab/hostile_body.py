"""A router whose answers are no answers: endless, slow, deep, huge, cut, led elsewhere. Each is met twice, once in place
of its description and once in place of every answer to a request. The program ends by its own deadlines, within the
memory that the system gives it, and says that no router takes requests here."""

import contextlib
from concurrent.futures import ThreadPoolExecutor

from bounded import bound
from liar import Box, drip
from office import COWORKER, PBX, PHONE, ROUTER
from programs import Person
from score import exactly, figure
from sitting import sitting
from table import BELL, UNSEEN

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n"
SILENT = ["public-address-unknown", "router-not-found", *UNSEEN]


def pour(connection, head, piece):
    """As much as anybody takes, as fast as they take it."""
    with contextlib.suppress(OSError):
        connection.sendall(head)
        while True:
            connection.sendall(piece)


def say(*pieces):
    return lambda connection, closed: [connection.sendall(piece) for piece in pieces]


def bomb():
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{levels}]><a>&l9;</a>'.encode()


def whole(body):
    return say(OK + b"Content-Length: %d\r\n\r\n" % len(body), body)


def dribble(before, piece):
    def go(connection, closed):
        connection.sendall(before)
        drip(connection, piece, closed)
    return go


def silence(connection, closed):
    closed.wait(60)


TRICKS = {
    "endless body": lambda c, closed: pour(c, OK + b"\r\n", b"<a>x</a>" * 8000),
    "endless chunks": lambda c, closed: pour(c, OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1000\r\n" + b"x" * 4096 + b"\r\n"),
    "endless headers": lambda c, closed: pour(c, OK, b"X-More: yes\r\n" * 1000),
    "one endless header": lambda c, closed: pour(c, OK + b"X-More: ", b"y" * 65536),
    "endless patience": lambda c, closed: pour(c, b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
    "a body byte by byte": dribble(OK + b"Content-Length: 100000\r\n\r\n", b"<"),
    "a head byte by byte": dribble(b"HTTP/1.1 200 OK\r\n", b"X"),
    "chunks byte by byte": dribble(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\n<\r\n"),
    "silence": silence,
    "a hundred thousand deep": whole(b"<a>" * 100_000),
    "sixty megabytes": whole(b"<a>" + b"<b>y</b>" * 8_000_000),
    "a bomb of entities": whole(bomb()),
    "ten thousand attributes": whole(b"<a " + b" ".join(b"a%d='1'" % n for n in range(10_000)) + b"/>"),
    "a longer body than it says": say(OK + b"Content-Length: 10\r\n\r\n", b"<root>" * 20_000),
    "a shorter body than it says": say(OK + b"Content-Length: 5000\r\n\r\n", b"<root><device>"),
    "two lengths": say(OK + b"Content-Length: 7\r\nContent-Length: 9000\r\n\r\n<root/>"),
    "less than nothing": say(OK + b"Content-Length: -1\r\n\r\n<root/>"),
    "more than there is": say(OK + b"Content-Length: 18446744073709551617\r\n\r\n<root/>"),
    "as much as a disk": lambda c, closed: pour(c, OK + b"Content-Length: 9000000000000\r\n\r\n", b" " * 65536),
    "a chunk of all": say(OK + b"Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n<root/>"),
    "led to another machine": say(f"HTTP/1.1 302 Found\r\nLocation: http://{COWORKER}/\r\nContent-Length: 0\r\n\r\n".encode()),
    "led in a circle": say(f"HTTP/1.1 307 Again\r\nLocation: http://{ROUTER}:5000/0\r\nContent-Length: 0\r\n\r\n".encode()),
    "noise": say(bytes(range(256)) * 64),
    "another protocol": say(b"SSH-2.0-dropbear\r\n"),
    "nothing": say(),
    "a page": whole(b"<html><body>Please sign in<form method='post'></form></body></html>"),
    "seven bits of nonsense": whole(b"\xff\xfe" + b"<\x00" * 30_000),
}


class Tricky(Box):
    """What it does depends on who asks: the houses of the office meet a trick each at the same time."""

    def __init__(self, *args, in_answers):
        super().__init__(*args)
        self.in_answers = in_answers
        self.tricks = {}

    def play(self, connection):
        self.tricks[connection.getpeername()[0]](connection, self.closed)

    def describe(self, connection, path):
        if self.in_answers:
            super().describe(connection, path)
        else:
            self.play(connection)

    def obey(self, connection, action, values):
        self.play(connection)


def every_trick(office, in_answers, check):
    """`check(house, name)` under each trick, three houses at a time."""
    houses = {"pc": "192.168.77.10", "pbx": PBX, "phone": PHONE}
    waiting = list(TRICKS.items())

    def work(box, house, address):
        while True:
            try:
                name, trick = waiting.pop(0)
            except IndexError:
                return
            box.tricks[address] = trick
            check(house, name)

    with Tricky(office, "router", ROUTER, in_answers=in_answers) as box, ThreadPoolExecutor(3) as crew:
        for done in [crew.submit(work, box, *who) for who in houses.items()]:
            done.result()
    figure("hostile-cases", len(TRICKS))


def checked(office, where):
    def check(house, name):
        owner = bound(Person(office, house, f"{where}-{name}".replace(" ", "-")))
        seen = owner.entrance("check", *BELL, "--router", ROUTER, "--json", seconds=60)
        exactly(seen, f"{where}: {name}", "action-needed", *SILENT)
    return check


def a_description_that_is_none_costs_a_deadline_and_no_more():
    with sitting(low="yes") as office:
        office.mute_router()
        every_trick(office, False, checked(office, "in place of a description"))


def an_answer_that_is_none_costs_a_deadline_and_no_more():
    with sitting(low="yes") as office:
        office.mute_router()
        every_trick(office, True, checked(office, "in place of an answer"))


TESTS = [a_description_that_is_none_costs_a_deadline_and_no_more, an_answer_that_is_none_costs_a_deadline_and_no_more]

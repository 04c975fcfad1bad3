"""A gate in front of the real router's requests: everything passes as it is, until a test wants something to happen at
one of them, right before the router hears of it or right after it did."""

import contextlib
import json
import re
import socket
import threading

from inside import Stand
from office import ROUTER

TURN = """chain turn { type nat hook prerouting priority -110
    iifname "br0" tcp dport 5000 redirect to :5999
}"""


class Gate(Stand):
    """`with Gate(office) as gate:` — `gate.at(n, moment, do)` calls `do(action, port)` at the nth request from now."""

    def __init__(self, office):
        super().__init__(office, "router")
        self.lock = threading.Lock()
        self.open()

    def __enter__(self):
        self.serve(self.tcp(ROUTER, 5999), self.talk)
        self.office.restrict("router", TURN)
        return self

    def __exit__(self, *_):
        super().__exit__()
        self.office.free()

    def open(self):
        """Lets everything pass, and counts anew."""
        with self.lock:
            self.number, self.moment, self.do = None, None, None
            self.passed = []
            self.happened = threading.Event()

    def at(self, number, moment, do, only=None):
        """`only`: counts requests of this action alone."""
        self.open()
        with self.lock:
            self.number, self.moment, self.do, self.only = number, moment, do, only

    def talk(self, connection):
        head, body = whole(connection)
        if not head:
            return
        action = re.search(rb'(?im)^soapaction: *"?[^"#]*#(\w+)', head)
        action = action[1].decode() if action else "-"
        port = re.search(rb"<NewExternalPort>(\d+)<", body)
        is_it = False
        if action != "-":
            with self.lock:
                self.passed.append((action, int(port[1]) if port else None))
                counted = [a for a, _ in self.passed if self.do and self.only in (None, a)]
                is_it = self.do is not None and len(counted) == self.number and self.only in (None, action)
        if is_it and self.moment == "before":
            self.happen(action, port)
            if self.stops:
                return
        with socket.create_connection((ROUTER, 5000), 30) as router:
            router.sendall(head + b"\r\n\r\n" + body)
            answer = b""
            while piece := router.recv(65536):
                answer += piece
        if is_it and self.moment == "after":
            self.happen(action, port)
        with contextlib.suppress(OSError):
            connection.sendall(answer)

    #: Whether a request at which something happened is kept from the router.
    stops = True

    def happen(self, action, port):
        try:
            self.do(action, int(port[1]) if port else None)
        finally:
            self.happened.set()


def journalled(owner):
    """What the journal says of each port at last: 5060, and "[5060]" over IPv6. Its file reads whole, or there is none."""
    file = owner.folder / "journal.json"
    entries = json.loads(file.read_text())["entries"] if file.exists() else []
    over_ipv6 = lambda change: ":" in change["internal_client"]
    changes = [(e["change"], e["state"]) for e in entries]
    return {f"[{c['external_port']}]" if over_ipv6(c) else c["external_port"]: state for c, state in changes}


def whole(connection):
    """One request: its head and its body."""
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return b"", b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?im)^content-length: *(\d+)", head)
    while length and len(body) < int(length[1]):
        piece = connection.recv(65536)
        if not piece:
            break
        body += piece
    return head, body

"""A gate in the cable between one house and the router: every frame passes as it is, by whatever protocol and over both
kinds of address, until a test wants something to happen at one request, right before the router hears of it or right
after it answered. Unlike the gate at the router's own door it leaves each asker the address it has."""

import fcntl
import re
import socket
import struct
import threading
from ctypes import addressof, create_string_buffer

from inside import Stand, within

BETWEEN = "between"
SIOCETHTOOL, SET_TX_CHECKSUMS = 0x8946, 0x17
EVERY_PROTOCOL = 3
OUTGOING = 4
SYN = 2
IPV4, IPV6, TCP, UDP = 0x0800, 0x86DD, 6, 17
PORT_CONTROL, UPNP = 5351, 5000


class Wire(Stand):
    """`with Wire(office, "pbx") as wire:` — `wire.at(n, moment, do)` calls `do(action, port)` at the nth request from now.
    The office keeps the wire for as long as it stands."""

    def __init__(self, office, house):
        office.make(BETWEEN)
        # The house's end of its old cable comes here, and a new one goes on to the router.
        office.ip("router", "link", "set", f"l{house}", "netns", office.space(BETWEEN))
        office.link("router", f"w{house}", BETWEEN, "on")
        office.ip("router", "link", "set", f"w{house}", "master", "br0")
        office.at(BETWEEN, "sysctl", "-qw", "net.ipv6.conf.all.disable_ipv6=1")
        office.ip(BETWEEN, "link", "set", f"l{house}", "up")
        for where, device in [(house, "eth0"), ("router", f"w{house}")]:
            within(office, where, lambda device=device: whole_checksums(device))
        super().__init__(office, BETWEEN)
        self.ends = [self.end(f"l{house}"), self.end("on")]
        self.lock = threading.Lock()
        self.cut = set()
        self.open()

    def __enter__(self):
        near, far = self.ends
        self.go(self.carry, near, far, self.asked)
        self.go(self.carry, far, near, self.answered)
        return self

    def end(self, device):
        def make():
            one = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
            one.bind((device, EVERY_PROTOCOL))
            return one

        self.sockets.append(within(self.office, self.house, make))
        return self.sockets[-1]

    def open(self):
        """Lets everything pass, and counts anew."""
        with self.lock:
            self.number, self.moment, self.do, self.only = None, None, None, None
            self.passed, self.held = [], None
            self.cut = {flow for flow in self.cut if flow[1] == TCP}
            self.happened = threading.Event()

    def at(self, number, moment, do, only=None):
        """`only`: counts requests whose action this pattern finds."""
        self.open()
        with self.lock:
            self.number, self.moment, self.do, self.only = number, moment, do, only

    def carry(self, one, other, passes):
        while not self.closed.is_set():
            frame, about = one.recvfrom(65535)
            if about[2] != OUTGOING and passes(frame):
                other.send(frame)

    def asked(self, frame):
        """Whether this frame from the house goes on."""
        said = spoken(frame)
        if not said:
            return True
        flow, payload = said
        action, port = read(flow, payload or b"")
        with self.lock:
            if payload is None:
                self.cut.discard(flow)
            if flow in self.cut:
                return False
            if action is None or not re.search(self.only or "", action):
                return True
            self.passed.append((action, port))
            if not self.do or len(self.passed) != self.number:
                return True
            self.held = (flow, action, port)
            if self.moment == "after":
                return True
        self.happen()
        return False

    def answered(self, frame):
        """Whether this frame from the router goes on."""
        said = spoken(frame, back=True)
        if not said:
            return True
        flow, payload = said
        with self.lock:
            if flow in self.cut:
                return False
            awaited = self.held and self.held[0] == flow and self.moment == "after" and payload
        if awaited:
            self.happen()
        return not awaited

    def happen(self):
        flow, action, port = self.held
        with self.lock:
            # The kernel sends again what a dead program asked over TCP. Heard when the test has gone on, it would open
            # what was just taken back.
            self.cut.add(flow)
        try:
            self.do(action, port)
        finally:
            self.happened.set()


def whole_checksums(device):
    """Between kernels of one machine checksums are left to be made later, and a frame that passes through here never
    would be."""
    value = create_string_buffer(struct.pack("II", SET_TX_CHECKSUMS, 0))
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_one:
        fcntl.ioctl(any_one, SIOCETHTOOL, struct.pack("16sP", device.encode(), addressof(value)))


def number(octets):
    return int.from_bytes(octets, "big")


def spoken(frame, back=False):
    """Of a frame to a router's door, or back from it: the conversation, which is kind of address, protocol and the asker's
    port, and what is said, which is None where a conversation only begins. Else None."""
    kind = number(frame[12:14])
    if kind == IPV4:
        start, protocol = 14 + (frame[14] & 15) * 4, frame[23]
    elif kind == IPV6:
        start, protocol = 54, frame[20]
    else:
        return None
    if protocol not in (TCP, UDP):
        return None
    source, target = struct.unpack_from("!HH", frame, start)
    own, there = (target, source) if back else (source, target)
    if there != {UDP: PORT_CONTROL, TCP: UPNP}[protocol]:
        return None
    head = 8 if protocol == UDP else (frame[start + 12] >> 4) * 4
    # Short frames are filled up with nothing.
    end = 14 + number(frame[16:18]) if kind == IPV4 else 54 + number(frame[18:20])
    begins = protocol == TCP and frame[start + 13] & SYN
    return (kind, protocol, own), None if begins else frame[start + head:end]


def read(flow, said):
    """What is asked, and for which port, as `journalled` names it. (None, None) for what is no request."""
    kind, protocol, _ = flow
    if protocol == UDP:
        action, port = read_port_control(said)
        return action, f"[{port}]" if port and kind == IPV6 else port
    action = re.search(rb'(?im)^soapaction: *"?[^"#]*#(\w+)', said)
    outside, inside = (re.search(rb"<%s>(\d+)<" % name, said) for name in (b"NewExternalPort", b"InternalPort"))
    port = int(outside[1]) if outside else f"[{inside[1].decode()}]" if inside else None
    return (action[1].decode(), port) if action else (None, None)


def read_port_control(said):
    if said[:2] == b"\2\1":
        lifetime, port = number(said[4:8]), number(said[40:42])
        return ("MAP" if lifetime else "UNMAP"), port
    return {b"\2\0": "ANNOUNCE", b"\0\0": "ADDRESS"}.get(said[:2]), None

"""Boxes of a test's own making: threads of the runner that stand inside a house of the lab, so that a test can look
into them while they lie. A thread's sockets belong to the house that it stood in when it made them."""

import contextlib
import ctypes
import os
import socket
import struct
import threading

NEW_NET = 0x40000000  # CLONE_NEWNET
LIBC = ctypes.CDLL(None, use_errno=True)


def stand(space):
    """This thread, and those it begins, stand in that namespace from now on."""
    file = os.open(f"/run/netns/{space}", os.O_RDONLY)
    try:
        if LIBC.setns(file, NEW_NET) != 0:
            raise OSError(ctypes.get_errno(), "setns")
    finally:
        os.close(file)


def within(office, house, make):
    """What `make()` gives there: a socket, most of the time."""
    got = []

    def go():
        try:
            stand(office.space(house))
            got.append(make())
        except BaseException as fault:  # noqa: BLE001  handed on to whoever asked
            got.append(fault)

    thread = threading.Thread(target=go)
    thread.start()
    thread.join()
    if isinstance(got[0], BaseException):
        raise got[0]
    return got[0]


class Stand:
    """Sockets and threads of one box, in one house, until `close`."""

    def __init__(self, office, house):
        self.office, self.house = office, house
        self.sockets = []
        self.closed = threading.Event()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.closed.set()
        for one in self.sockets:
            # What waits in accept or recv is woken by this, and not by closing.
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def go(self, work, *args):
        def run():
            # A box that was shut in the middle of a word, or that nobody listens to any more.
            with contextlib.suppress(OSError):
                stand(self.office.space(self.house))
                work(*args)

        threading.Thread(target=run, daemon=True).start()

    def udp(self, address, port):
        def make():
            one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
            one.bind((address, port))
            return one

        self.sockets.append(within(self.office, self.house, make))
        return self.sockets[-1]

    def tcp(self, address, port):
        def make():
            one = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.bind((address, port))
            one.listen(64)
            return one

        self.sockets.append(within(self.office, self.house, make))
        return self.sockets[-1]

    def serve(self, listener, talk):
        """`talk(connection)` for each visitor, in a thread of its own."""
        def visitor(connection):
            with connection:
                connection.settimeout(60)
                talk(connection)

        def door():
            while not self.closed.is_set():
                connection, _ = listener.accept()
                self.go(visitor, connection)

        self.go(door)

    def hear(self, one, answer):
        """`answer(datagram, sender)` for each datagram."""
        def ear():
            while not self.closed.is_set():
                data, sender = one.recvfrom(65535)
                if sender:
                    answer(data, sender)

        self.go(ear)

    def multicast(self, device_address, port, group="239.255.255.250"):
        """A socket that hears what is said to everybody on the network of that address."""
        def make():
            one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
            one.bind(("", port))
            member = struct.pack("4s4s", socket.inet_aton(group), socket.inet_aton(device_address))
            one.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, member)
            return one

        self.sockets.append(within(self.office, self.house, make))
        return self.sockets[-1]

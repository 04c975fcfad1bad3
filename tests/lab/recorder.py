"""Writes down every packet on every cable of a house, as the kernel sees it go by."""

import socket
import struct

from inside import Stand, within

PROTOCOLS = {1: "icmp", 2: "igmp", 6: "tcp", 17: "udp"}


class Recorder(Stand):
    """`with Recorder(office, "wan") as seen:` — `seen.packets`: (source, destination, protocol, port, payload)."""

    def __enter__(self):
        self.packets, self.others = [], set()
        everything = socket.htons(3)  # ETH_P_ALL
        self.ear = within(self.office, self.house, lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW, everything))
        self.ear.setsockopt(socket.SOL_SOCKET, 33, 64 << 20)  # SO_RCVBUFFORCE
        self.sockets.append(self.ear)
        self.hear(self.ear, self.write_down)
        return self

    def close(self):
        # A packet socket is woken by nothing but a packet or its time.
        self.ear.settimeout(0.01)
        super().close()

    def write_down(self, frame, sender):
        kind = struct.unpack("!H", frame[12:14])[0]
        if kind != 0x0800:
            self.others.add(kind)
            return
        head = (frame[14] & 15) * 4
        protocol, source, target = frame[23], socket.inet_ntoa(frame[26:30]), socket.inet_ntoa(frame[30:34])
        body, port = frame[14 + head:], None
        if protocol in (6, 17):
            port = struct.unpack("!H", body[2:4])[0]
            body = body[(body[12] >> 4) * 4:] if protocol == 6 else body[8:]
        self.packets.append((source, target, PROTOCOLS.get(protocol, protocol), port, body))

    def by(self, *sources):
        return [p for p in self.packets if p[0] in sources]

    def contacts(self, *sources):
        """Who was spoken to, by whom it was one of these."""
        return {(target, protocol) for source, target, protocol, _, _ in self.by(*sources)}

"""A box on the office's network that speaks UPnP, written here because no real router can be made to lie so well. It is
an honest little router until a test changes one of its methods."""

import contextlib
import re
from xml.sax.saxutils import escape

from inside import Stand
from office import STREET

IGD = "urn:schemas-upnp-org:device:InternetGatewayDevice:1"
WAN = "urn:schemas-upnp-org:service:WANIPConnection:1"


class Box(Stand):
    """`with Box(office, "router", ROUTER) as box:`"""

    port = 5000
    name = "Paper Router"
    uuid = "uuid:5e5e0000-77aa-4c1e-9d5f-00000000bad0"

    def __init__(self, office, house, address):
        super().__init__(office, house)
        self.address = address
        #: Every SOAP action, with its values, as it was asked.
        self.asked = []
        #: Every page that was fetched.
        self.fetched = []
        #: What it lists: (port, protocol) to the values of the request.
        self.table = {}

    def __enter__(self):
        self.search = self.multicast(self.address, 1900)
        self.hear(self.search, self.searched)
        self.serve(self.tcp(self.address, self.port), self.talk)
        return self

    # --- the search -----------------------------------------------------------------------------------------------

    def searched(self, datagram, sender):
        target = re.search(rb"(?im)^ST: *(\S+)", datagram)
        if datagram.startswith(b"M-SEARCH") and target:
            self.answer_search(target.group(1).decode(), sender)

    def answer_search(self, target, sender):
        for location in self.locations():
            self.search.sendto(self.reply(target, location), sender)

    def reply(self, target, location):
        return (f"HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: {target}\r\nUSN: {self.uuid}::{target}\r\n"
                f"EXT:\r\nSERVER: Paper UPnP/1.1\r\nLOCATION: {location}\r\n\r\n").encode()

    def locations(self):
        return [f"http://{self.address}:{self.port}/desc.xml"]

    # --- pages ----------------------------------------------------------------------------------------------------

    def talk(self, connection):
        head, rest = self.read_head(connection)
        if not head:
            return
        method, path = head.split()[:2]
        length = int((re.search(r"(?im)^content-length: *(\d+)", head) or [0, 0])[1])
        while len(rest) < length:
            piece = connection.recv(65536)
            if not piece:
                return
            rest += piece
        if method == "POST":
            action = re.search(r'(?im)^soapaction: *"?[^#"]*#(\w+)', head)
            values = dict(re.findall(r"<(New\w+)>([^<]*)</", rest.decode(errors="replace")))
            self.asked.append((action[1] if action else "", values))
            self.obey(connection, *self.asked[-1])
        else:
            self.fetched.append(path)
            self.describe(connection, path)

    @staticmethod
    def read_head(connection):
        data = b""
        while b"\r\n\r\n" not in data and len(data) < 65536:
            piece = connection.recv(65536)
            if not piece:
                return "", b""
            data += piece
        head, _, rest = data.partition(b"\r\n\r\n")
        return head.decode(errors="replace"), rest

    def give(self, connection, body, status="200 OK", more=""):
        body = body.encode() if isinstance(body, str) else body
        connection.sendall(f"HTTP/1.1 {status}\r\nContent-Type: text/xml\r\nContent-Length: {len(body)}\r\n{more}"
                           "Connection: close\r\n\r\n".encode() + body)

    def describe(self, connection, _path):
        self.give(connection, self.description())

    def description(self, control="/ctl", inner=""):
        return (f'<?xml version="1.0"?><root xmlns="urn:schemas-upnp-org:device-1-0"><device><deviceType>{IGD}</deviceType>'
                f"<friendlyName>{self.name}</friendlyName><manufacturer>Paper</manufacturer><modelName>PR-1</modelName>"
                f"<UDN>{self.uuid}</UDN>{inner}<deviceList><device><deviceType>"
                "urn:schemas-upnp-org:device:WANDevice:1</deviceType><deviceList><device><deviceType>"
                "urn:schemas-upnp-org:device:WANConnectionDevice:1</deviceType><serviceList><service>"
                f"<serviceType>{WAN}</serviceType><serviceId>urn:upnp-org:serviceId:WANIPConn1</serviceId>"
                f"<controlURL>{escape(control)}</controlURL><eventSubURL>/evt</eventSubURL><SCPDURL>/wan.xml</SCPDURL>"
                "</service></serviceList></device></deviceList></device></deviceList></device></root>")

    # --- requests -------------------------------------------------------------------------------------------------

    def obey(self, connection, action, values):
        status, body = self.soap(action, values)
        self.give(connection, body, status)

    def soap(self, action, values):
        if action == "GetStatusInfo":
            return self.yes(action, NewConnectionStatus="Connected", NewLastConnectionError="ERROR_NONE", NewUptime=4711)
        if action == "GetExternalIPAddress":
            return self.yes(action, NewExternalIPAddress=STREET)
        if action == "GetGenericPortMappingEntry":
            lines = self.lines()
            index = int(values.get("NewPortMappingIndex", 0))
            return self.yes(action, **lines[index]) if index < len(lines) else self.no(713)
        if action == "GetSpecificPortMappingEntry":
            line = self.table.get((values["NewExternalPort"], values["NewProtocol"]))
            if not line:
                return self.no(714)
            asked = ["NewInternalPort", "NewInternalClient", "NewEnabled", "NewPortMappingDescription", "NewLeaseDuration"]
            return self.yes(action, **{name: line[name] for name in asked})
        if action == "AddPortMapping":
            return self.add(action, values)
        if action == "DeletePortMapping":
            return self.delete(action, values)
        return self.no(401)

    def lines(self):
        return list(self.table.values())

    def add(self, action, values):
        self.table[values["NewExternalPort"], values["NewProtocol"]] = values
        return self.yes(action)

    def delete(self, action, values):
        return self.yes(action) if self.table.pop((values["NewExternalPort"], values["NewProtocol"]), None) else self.no(714)

    @staticmethod
    def yes(action, **values):
        inner = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in values.items())
        return "200 OK", envelope(f'<u:{action}Response xmlns:u="{WAN}">{inner}</u:{action}Response>')

    @staticmethod
    def no(code):
        return "500 Internal Server Error", envelope(
            "<s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError</faultstring><detail><UPnPError "
            f'xmlns="urn:schemas-upnp-org:control-1-0"><errorCode>{code}</errorCode></UPnPError></detail></s:Fault>')


def envelope(inner):
    return ('<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" '
            f's:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body>{inner}</s:Body></s:Envelope>')


def drip(connection, piece, closed, pause=0.2):
    """The same piece again and again, slowly, for as long as anybody listens."""
    with contextlib.suppress(OSError):
        while not closed.wait(pause):
            connection.sendall(piece)

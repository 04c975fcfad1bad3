"""The router: how soon it is known, its whole list, twenty entrances opened and taken back. Beside miniupnpc, with what
the router itself takes for the same requests."""

import json
import re

import measure
from measure import Missing, Row, in_turns, milliseconds, needs, ran, until_said
from office import PBX, ROUTER
from programs import ENTRANCE, FREEPBX, Person
from sitting import UPNPC, Owner, sitting

PLACE = f"http://{ROUTER}:5000/rootDesc.xml"
LINES = 1000
FIRST = 20000

#: Debian's own Python has the module; another one that comes first on the path has not.
PYTHON = "/usr/bin/python3"

#: Bare requests, as little around them as can be: what the router itself takes. The words of the command line say what.
BARE = r'''
import socket, sys, time
KIND = "urn:schemas-upnp-org:service:WANIPConnection:2"
what, many, router, client, first = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5])
def fetch(method, path, body="", more=""):
    with socket.create_connection((router, 5000), 10) as s:
        s.sendall(f"{method} {path} HTTP/1.1\r\nHost: {router}:5000\r\n{more}Content-Length: {len(body)}\r\n"
                  f"Connection: close\r\n\r\n{body}".encode())
        answer = b""
        while piece := s.recv(65536): answer += piece
    return answer
def ask(action, **words):
    inner = "".join(f"<New{name}>{value}</New{name}>" for name, value in words.items())
    body = ('<?xml version="1.0"?><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" '
            's:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><s:Body>'
            f'<u:{action} xmlns:u="{KIND}">{inner}</u:{action}></s:Body></s:Envelope>')
    return fetch("POST", "/ctl/IPConn", body, f'SOAPAction: "{KIND}#{action}"\r\nContent-Type: text/xml\r\n')
def add(port):
    answer = ask("AddPortMapping", RemoteHost="", ExternalPort=port, Protocol="UDP", InternalPort=port, InternalClient=client,
                 Enabled=1, PortMappingDescription=f"line {port}", LeaseDuration=0)
    assert b" 200 " in answer[:20], answer
began = time.monotonic()
if what in ("fill", "change"):
    for port in range(first, first + many): add(port)
if what == "change":
    for port in range(first, first + many): ask("DeletePortMapping", RemoteHost="", ExternalPort=port, Protocol="UDP")
if what == "list":
    for index in range(many + 1): answer = ask("GetGenericPortMappingEntry", PortMappingIndex=index)
    assert b">713<" in answer, answer
if what == "known":
    s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(5)
    s.sendto(b"M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nST: urn:schemas-upnp-org:device:InternetGatewayDevice:1"
             b'\r\nMAN: "ssdp:discover"\r\nMX: 1\r\n\r\n', (router, 1900))
    s.recv(2000); fetch("GET", "/rootDesc.xml"); ask("GetStatusInfo"); ask("GetExternalIPAddress")
print((time.monotonic() - began) * 1000)
'''

#: Python's miniupnpc as its own example has it.
MINIUPNPC = """
import miniupnpc, sys
u = miniupnpc.UPnP(multicastif="eth0")
u.discover()
u.selectigd()
print("known", u.externalipaddress(), flush=True)
for port in range(20000, 20000 + int(sys.argv[1])):
    u.addportmapping(port, "UDP", sys.argv[2], port, "line", "")
for port in range(20000, 20000 + int(sys.argv[1])):
    u.deleteportmapping(port, "UDP")
"""


def inside(office):
    return ["ip", "netns", "exec", office.space("pc")]


def bare(office, what, many=0):
    """What the router takes for these requests, in milliseconds."""
    return float(ran([*inside(office), "python3", "-c", BARE, what, many, ROUTER, PBX, FIRST]).strip().splitlines()[-1])


def python_miniupnpc():
    if "ok" not in ran([PYTHON, "-c", "import miniupnpc; print('ok')"], check=False):
        raise Missing("python3-miniupnpc is not installed")
    return [PYTHON, "-u", "-c", MINIUPNPC]


def first_gateway(times):
    with sitting(low="yes") as office:
        env = Person(office, "pc", "clean").env
        plain = {**env, "LANG": "C"}

        def ours(*more):
            return lambda at: until_said([*inside(office), ENTRANCE, "check", *more], "Lab Works",
                                         Person(office, "pc", f"first-{len(more)}-{at}").env)

        came = in_turns(
            times, searched=ours(), named=ours("--router", ROUTER),
            upnpc=lambda _: until_said([*inside(office), needs("upnpc", "miniupnpc"), "-m", "eth0", "-s"], "Found valid IGD", plain),
            upnpc_named=lambda _: until_said([*inside(office), needs("upnpc"), "-u", PLACE, "-s"], "ExternalIPAddress", plain),
            python=lambda _: until_said([*inside(office), *python_miniupnpc(), "0", PBX], "known", plain),
            itself=lambda _: bare(office, "known"))
        limit = {"the router's own answer": came["itself"]}
        beside = {"`upnpc -s`": came["upnpc"], "Python's miniupnpc": came["python"]}
        soon = measure.within(came["searched"], measure.middle(came["itself"]) + 20) if measure.is_measured(came["itself"]) else None
        small = measure.part_of(came["searched"], {"": came["upnpc"]}, 1 / 20)
        yield Row("start to first gateway known, searched", "ms", came["searched"], beside, limit,
                  "a twentieth of upnpc, and 20 ms after the router's own answer", both(soon, small))
        yield Row("the same, router named", "ms", came["named"], {"`upnpc -u URL -s`": came["upnpc_named"]}, limit,
                  "20 ms after the router's own answer",
                  measure.within(came["named"], measure.middle(came["itself"]) + 20))


def both(*parts):
    return None if None in parts else all(parts)


def whole_list(times):
    with sitting(low="yes") as office:
        bare(office, "fill", LINES)

        def ours(at):
            person, seen = Person(office, "pc", f"list-{at}"), []
            took = milliseconds(lambda: seen.append(person.entrance("check", "--router", ROUTER, "--json")))
            found = len(seen[0].report().data["mappings"])
            assert found == LINES, f"only {found} of {LINES} were listed"
            return took

        def upnpc(*more):
            def listed(_):
                out = []
                took = milliseconds(lambda: out.append(ran([*inside(office), needs("upnpc", "miniupnpc"), *more, "-l"], check=False)))
                found = len(re.findall(r"(?m)^ *\d+ UDP ", out[0]))
                assert found == LINES, f"{found} of {LINES}"
                return took
            return listed

        came = in_turns(times, ours=ours, searched=upnpc("-m", "eth0"), named=upnpc("-u", PLACE),
                        itself=lambda _: bare(office, "list", LINES))
        yield Row("list 1,000 mappings (the whole `check`)", "ms", came["ours"],
                  {"`upnpc -l`": came["searched"], "`upnpc -u URL -l`": came["named"]},
                  {"the router's own time, one by one": came["itself"]}, "half of `upnpc -l`",
                  measure.part_of(came["ours"], {"": came["searched"]}, 1 / 2))
        # What stands in the way of the next row is gone with the router's memory.
        office.router()


def open_and_undo(times):
    with sitting(low="yes") as office:
        # Nine calls at a time need twenty voice ports.
        twenty = [*FREEPBX, "--using", "rtp", "--calls", "9"]

        def ours(at):
            owner = Owner(office, f"twenty-{at}")

            def both_ways():
                opened = owner.entrance("open", *twenty, "--yes", "--json")
                assert [c["result"] for c in json.loads(opened.out)["changes"]] == ["opened"] * 20, opened
                undone = Person.entrance(owner, "undo", "--all", "--yes")
                # What is open is not all that an office needs, so the verdict afterwards is no part of this.
                assert undone.exit in (0, 1), undone

            took = milliseconds(both_ways)
            assert not office.table(), office.table()
            return took

        def one_by_one(place):
            def both_ways():
                for port in range(FIRST, FIRST + 20):
                    ran([*inside(office), needs("upnpc", "miniupnpc"), *place, "-a", PBX, port, port, "UDP"])
                for port in range(FIRST, FIRST + 20):
                    ran([*inside(office), "upnpc", *place, "-d", port, "UDP"])
            return lambda _: milliseconds(both_ways)

        came = in_turns(times, ours=ours, named=one_by_one(UPNPC[1:]),
                        many=lambda _: milliseconds(lambda: ran([*inside(office), *python_miniupnpc(), "20", PBX])),
                        itself=lambda _: bare(office, "change", 20))
        # Forty searches of two seconds each: once tells enough.
        came |= in_turns(1, searched=one_by_one(["-m", "eth0"]))
        beside = {"`upnpc -a`, `-d` one by one (once)": came["searched"], "the same, router named": came["named"],
                  "one process of miniupnpc": came["many"]}
        yield Row("open 20 and undo 20, read back and journalled", "ms", came["ours"], beside,
                  {"the router's own time for 20 and 20": came["itself"]}, "a third of upnpc one by one",
                  measure.part_of(came["ours"], {"": came["searched"]}, 1 / 3))


ROWS = {"first-gateway": first_gateway, "list": whole_list, "open-undo": open_and_undo}

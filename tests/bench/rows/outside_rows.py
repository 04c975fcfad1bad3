"""From outside through the real router: a walk of ten services, and a sweep of all 10,001 voice ports with the witness.
Beside nmap. All of it stays between the lab's own houses."""

import json
import signal
import subprocess
import time

from measure import Row, in_turns, milliseconds, needs, part_of, ran
from office import COWORKER, PBX, STREET, Office
from phones_rows import TEN, open_office
from programs import FREEPBX, Person
from sitting import Owner, Sitting
from streets import invited, result_of
from witness import FIRST, LAST, program, script

#: The doors of the stand-in, by transport.
UDP, TCP = [69, 4569, 5060], [22, 80, 443, 3306, 5038, 5060, 8088]

#: Counts what comes from the walker to the voice ports: first moment, last moment, datagrams, ports.
COUNT = f"""
import signal, socket, sys, time
s = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(0x0800)); s.settimeout(0.2)
s.setsockopt(socket.SOL_SOCKET, 33, 64 << 20)
over = []; signal.signal(signal.SIGTERM, lambda *_: over.append(1))
walker = socket.inet_aton(sys.argv[1]); ports = set(); first = last = count = 0
print('ready', flush=True)
while not over:
    try: packet = s.recv(2048)
    except TimeoutError: continue
    if packet[9] != 17 or packet[12:16] != walker: continue
    port = int.from_bytes(packet[22:24], 'big')
    if {FIRST} <= port <= {LAST}:
        last = time.monotonic(); first = first or last; count += 1; ports.add(port)
print(last - first, count, len(ports))
"""

#: As many datagrams as fast as they leave: what the machine itself allows.
BARE = f"""
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for port in range({FIRST}, {LAST} + 1): s.sendto(bytes(32), (sys.argv[1], port))
"""


def walk(times):
    with open_office() as office:
        for port in UDP:
            office.by_hand("udp", port, PBX)
        for port in TCP:
            office.by_hand("tcp", port, PBX)
        owners, codes, doors = [], [], []
        for at in range(times):
            owner = Owner(office, f"inviting-{at}")
            owner.entrance("check", *TEN, "--pbx", PBX)
            owners.append(owner)
            codes.append(invited(owner))

        def ours(at):
            # A walker of its own each time: only so many SIP messages go to one office.
            person = Person(office, "coworker", f"walker-{at}")
            seen = []
            took = milliseconds(lambda: seen.append(person.entrance("walk", codes[at], "--yes", "--json")))
            told = owners[at].entrance("check", "--walk-result", json.loads(seen[0].out)["result_code"], "--json").report().data
            doors.append(sum(e["vantage"] == "outside" and e["outcome"] == "answered" for e in told["evidence"]))
            return took

        ports = f"U:{','.join(map(str, UDP))},T:{','.join(map(str, TCP))}"

        def nmap(*more):
            return lambda _: milliseconds(lambda: ran(
                ["ip", "netns", "exec", office.space("coworker"), needs("nmap"), "-n", "-Pn", "-sU", "-sT", *more, "-p", ports, STREET]))

        came = in_turns(times, ours=ours, plain=nmap())
        came |= in_turns(1, versions=nmap("-sV"))
        beside = {"`nmap -sU -sT`": came["plain"]}
        yield Row("outside walk of ten services, each asked in its own protocol", "ms", came["ours"],
                  beside | {"`-sV`, which asks what is there too, once": came["versions"]}, {}, "half",
                  part_of(came["ours"], beside, 1 / 2), f"{min(doors)} answered" if doors else "")


def counted(office, work):
    """Milliseconds on the wire at the phone system, datagrams, ports."""
    child = subprocess.Popen(["ip", "netns", "exec", office.space("pbx"), "python3", "-c", COUNT, COWORKER],
                             stdout=subprocess.PIPE, text=True)
    child.stdout.readline()
    work()
    # The last ones may still be on their way.
    time.sleep(0.3)
    child.send_signal(signal.SIGTERM)
    wire, datagrams, ports = child.stdout.read().split()
    child.wait()
    return float(wire) * 1000, int(datagrams), int(ports)


def sweep(times):
    with Office(low="yes") as office:
        guest = Sitting(office)
        guest.map(5060)
        guest.by_hand("udp", f"{FIRST}-{LAST}", PBX)
        owner = Owner(guest)
        owner.entrance("check", *FREEPBX, "--using", "sip-udp,rtp")
        code = invited(owner)
        told = {}

        def wire(name, work):
            def one(at):
                took, datagrams, ports = counted(office, lambda: work(at))
                told.setdefault(name, []).append((datagrams, ports))
                return took
            return one

        def ours(name):
            return wire(name, lambda at: result_of(Person(guest, "coworker", f"{name}-{at}"), code, "--every-port"))

        def nmap(name, *more):
            command = ["nmap", "-n", "-Pn", "-sU", *more, "-p", f"{FIRST}-{LAST}", STREET]
            return wire(name, lambda _: office.at("coworker", needs("nmap"), *command[1:]))

        came = {}
        for stand, name in [(program, "program"), (script, "Perl")]:
            standing = stand(guest, code, f"{FIRST}-{LAST}")
            try:
                if name == "program":
                    came |= in_turns(times, program=ours("program"),
                                     fast=nmap("fast", "-T4", "--max-retries", "1", "--min-rate", "5000"),
                                     bare=wire("bare", lambda _: office.at("coworker", "python3", "-c", BARE, STREET)))
                else:
                    came |= in_turns(times, Perl=ours("Perl"))
            finally:
                standing.end()
        guest.end()
        # At its own pace nmap takes minutes; this one is told to hurry.
        beside = {"`nmap -sU -T4 --max-retries 1 --min-rate 5000`": came["fast"], "sipp": "asks one port a process"}
        limit = {"as many datagrams at once": came["bare"]}
        for name in ["program", "Perl"]:
            counts = told.get(name)
            note = f"{counts[0][0]:,} datagrams to {counts[0][1]:,} ports; nmap {told['fast'][0][0]:,}" if counts and "fast" in told else ""
            yield Row(f"sweep 10,001 voice ports, answered by the {name}", "ms", came[name], beside, limit,
                      "a tenth; near the limit", part_of(came[name], beside, 1 / 10), note)


ROWS = {"walk": walk, "sweep": sweep}

#!/usr/bin/env python3
"""The standing helper as a whole process on a loopback of its own, where every request can come from an address of its
own: requests and walks by the second and core, memory while walks wait, bytes of a walk; and whether ten times the load
costs ten times."""

import http.client
import json
import multiprocessing
import os
import socket
import ssl
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HELPER = os.environ.get("HELPER", "target/release/entrance-helper")
ANSWERS = Path(__file__).resolve().parents[1] / "answers.py"
PLACE = ("127.99.0.1", 18443)
#: Bytes that a walk of ten services owes at most; a longer request is as good.
PADDING = "0" * 60_000
#: Connections at a time, as the helper holds them.
MOST = 380


def context():
    made = ssl.create_default_context()
    made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
    return made


def address(number):
    return f"127.{128 + number // 65536 % 100}.{number // 256 % 256}.{number % 256}"


def connected(number, tls):
    plain = socket.create_connection(PLACE, 60, (address(number), 0))
    return tls.wrap_socket(plain)


def ask(number, tls, method="GET", path="/", body=None, headers=None):
    """One request from an address of its own: status, milliseconds, document."""
    began = time.monotonic()
    with connected(number, tls) as stream:
        connection = http.client.HTTPConnection("helper")
        connection.sock = stream
        connection.request(method, path, body, headers or {})
        answer = connection.getresponse()
        content = answer.read()
    return answer.status, (time.monotonic() - began) * 1000, content


def load(numbers, queue):
    tls = context()
    queue.put([ask(number, tls)[1] for number in numbers])


def wanted():
    # Three bells, five cabinets and the desk phones' two pages.
    return json.dumps({"version": 1, "profile": "asterisk", "services": ["sip-udp", "sip-tcp", "iax2"], "padding": PADDING})


def walk(number, key):
    status, took, content = ask(number, context(), "POST", "/v1/walk", wanted(), {"Authorization": f"Bearer {key}"})
    doors = json.loads(content).get("doors", [])
    return status, took, len(doors), sum(door["outcome"] == "answered" for door in doors)


class Process:
    """What the kernel says of the helper."""

    def __init__(self, pid):
        self.pid = pid

    def memory(self):
        status = Path(f"/proc/{self.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    def processor(self):
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") * 1000


def under_load(helper, first, requests):
    """Milliseconds of processor for each request, and each one's own time."""
    before, queue, workers = helper.processor(), multiprocessing.Queue(), 2
    numbers = range(first, first + requests)
    processes = [multiprocessing.Process(target=load, args=(numbers[w::workers], queue)) for w in range(workers)]
    for process in processes:
        process.start()
    took = [t for _ in processes for t in queue.get()]
    for process in processes:
        process.join()
    return (helper.processor() - before) / requests, statistics.median(took)


def waiting(helper, first, many, key):
    """That many walks at a time: processor for each, memory while all of them wait, and bytes on the wire for each."""
    tls, quiet, sent = context(), helper.memory(), wire()
    head = f"POST /v1/walk HTTP/1.1\r\nHost: helper\r\nAuthorization: Bearer {key}\r\nContent-Length: {len(wanted())}\r\n\r\n"
    body, before = wanted(), helper.processor()
    streams = []
    for number in range(first, first + many):
        streams.append(connected(number, tls))
        streams[-1].sendall((head + body).encode())
    # Results leave at the first moment by which all is known, never sooner than a second and a half.
    most = helper.memory()
    refused = 0
    for stream in streams:
        most = max(most, helper.memory())
        stream.settimeout(30)
        answer = b""
        while b"\r\n\r\n" not in answer or b'"doors"' not in answer and b'"refused"' not in answer:
            piece = stream.recv(65536)
            if not piece:
                break
            answer += piece
        refused += b" 200 " not in answer[:20]
        stream.close()
    return {"processor": (helper.processor() - before) / many, "memory": most, "more": most - quiet,
            "bytes": (wire() - sent) / many, "refused": refused}


def wire():
    # Of the network that this process stands in; /sys may still show another's.
    line = next(line for line in Path("/proc/net/dev").read_text().splitlines() if line.strip().startswith("lo:"))
    return int(line.split(":")[1].split()[8])


def figures(requests):
    with tempfile.TemporaryDirectory() as state:
        command = [HELPER, "--listen", "%s:%d" % PLACE, "--state", state, "--allow-private", "--sip-port", "15060",
                   "--walks-per-minute", "600"]
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            key = child.stdout.readline().split("#k=")[1].split("&")[0]
            helper = Process(child.pid)
            found = {"ready": helper.memory()}
            found["few"], _ = under_load(helper, 0, requests // 10)
            found["many"], found["request"] = under_load(helper, requests // 10, requests)
            found["loaded"] = helper.memory()
            # An office of its own, because only so many SIP messages go to one.
            office = subprocess.Popen([sys.executable, str(ANSWERS), address(5_900_000)], stdout=subprocess.PIPE, text=True)
            office.stdout.readline()
            _, found["walk"], found["doors"], found["answered"] = walk(5_900_000, key)
            office.terminate()
            found["ten"] = waiting(helper, 5_000_000, MOST // 10, key)
            found["hundred"] = waiting(helper, 5_100_000, MOST, key)
        finally:
            child.terminate()
            child.wait(30)
    return found


def helper(times):
    """A process of its own does it, on a loopback that nobody else uses."""
    from measure import Row
    runs = []
    for _ in range(min(times, 3)):
        done = subprocess.run(["unshare", "--net", "sh", "-c", 'ip link set lo up; exec "$0" "$@"', sys.executable, __file__, "3000"],
                              stdout=subprocess.PIPE, text=True, check=True, timeout=400)
        runs.append(json.loads(done.stdout))

    def each(pick):
        return [pick(run) for run in runs]

    def grows(few, many):
        # The kernel counts processor time in hundredths of a second.
        return statistics.median(each(many)) <= 1.1 * statistics.median(each(few)) + 0.05

    yield Row("helper: processor of a request with its handshake", "ms", each(lambda r: r["many"]), {},
              {"a tenth of the load": each(lambda r: r["few"])}, "ten times the load costs ten times",
              grows(lambda r: r["few"], lambda r: r["many"]))
    yield Row("helper: walks a second and core", "", each(lambda r: 1000 / r["hundred"]["processor"]), {},
              {"a tenth of the load": each(lambda r: 1000 / r["ten"]["processor"])}, "ten times the load costs ten times",
              grows(lambda r: r["ten"]["processor"], lambda r: r["hundred"]["processor"]),
              f"{max(each(lambda r: r['hundred']['refused']))} of {MOST} refused")
    yield Row("helper: memory when ready, and after 3,300 requests", "MiB", each(lambda r: r["loaded"]), {},
              {"ready": each(lambda r: r["ready"])})
    yield Row(f"helper: memory while {MOST} walks wait (384 connections is the most it holds)", "MiB",
              each(lambda r: r["hundred"]["memory"]), {},
              {"more for a thousand, at this rate": each(lambda r: r["hundred"]["more"] / MOST * 1000)})
    yield Row("helper: bytes of a walk on the wire, 60,000 of padding among them", "",
              each(lambda r: r["hundred"]["bytes"]))
    yield Row("helper: a walk of ten services that all answer", "ms", each(lambda r: r["walk"]), {}, {},
              "its moment is 1,500 ms", note=f"{runs[0]['answered']} of {runs[0]['doors']} answered")


ROWS = {"helper": helper}

if __name__ == "__main__":
    print(json.dumps(figures(int(sys.argv[1]))))

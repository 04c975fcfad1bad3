"""The shipped programs, started in a house of the lab as a person there would start them."""

import contextlib
import json
import os
import pty
import re
import select
import subprocess
import threading
import time
from pathlib import Path

ENTRANCE = os.environ.get("ENTRANCE", "target/debug/entrance")
HELPER = str(Path(ENTRANCE).with_name("entrance-helper"))
FREEPBX = ["--system", "freepbx", "--pbx", "192.168.77.20"]


class Person:
    """Somebody in a house, with a settings folder of their own."""

    def __init__(self, office, house, name=None):
        self.office, self.house = office, house
        self.folder = office.folder / f"home-{name or house}"
        self.folder.mkdir(exist_ok=True)
        #: What the program is started by, within the house.
        self.wrap = []
        self.env = {**os.environ, "SEPARATE_ENTRANCE_DIR": str(self.folder), "LANG": "C", "NO_COLOR": "1"}

    def entrance(self, *args, seconds=120, later=None):
        """Runs a command; `later` moves the clock it sees, as in "+2 days"."""
        clock = ["faketime", later] if later else []
        command = ["ip", "netns", "exec", self.office.space(self.house), *self.wrap, *clock, ENTRANCE, *map(str, args)]
        done = subprocess.run(command, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=seconds, check=False)
        return Answer(done, args)

    def wizard(self, answers, seconds=180, program=ENTRANCE):
        """The wizard as text under a terminal: at each prompt the next answer, of one line or many, or what a function
        makes of the match. Gives all that was shown."""
        command = ["ip", "netns", "exec", self.office.space(self.house), *map(str, self.wrap), program]
        main, other = pty.openpty()
        child = subprocess.Popen(command, env={**self.env, "TERM": "dumb"}, stdin=other, stdout=other, stderr=other,
                                 close_fds=True)
        os.close(other)
        shown, waiting, end = "", list(answers), time.monotonic() + seconds
        mark = 0
        while time.monotonic() < end:
            ready, _, _ = select.select([main], [], [], 0.2)
            if ready:
                try:
                    piece = os.read(main, 65536).decode(errors="replace")
                except OSError:
                    break
                if not piece:
                    break
                shown += piece
            elif child.poll() is not None:
                break
            fresh = shown[mark:]
            # Text may arrive in pieces that end like a prompt, so the program must also be waiting for its input.
            if not ready and re.search(r"\S $", fresh) and reads_input(child.pid):
                if not waiting:
                    break
                pattern, answer = waiting.pop(0)
                found = re.search(pattern, fresh, re.S)
                if not found:
                    child.kill()
                    raise AssertionError(f"expected {pattern!r} before answering {answer!r}, was shown:\n{fresh}")
                mark = len(shown)
                answer = answer(found) if callable(answer) else answer
                # A terminal takes in no more than is read from it.
                threading.Thread(target=typed, args=(main, (answer + "\n").encode()), daemon=True).start()
        if child.poll() is None:
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        os.close(main)
        assert not waiting, f"never asked for {waiting[0]!r}, was shown:\n{shown[-3000:]}"
        return shown, child.returncode


def typed(terminal, text):
    with contextlib.suppress(OSError):
        while text:
            text = text[os.write(terminal, text[:512]):]


def reads_input(pid):
    """True while the program's first thread waits in read(0, …), by the number of that call on x86-64 or AArch64."""
    try:
        with open(f"/proc/{pid}/syscall") as file:
            call = file.read().split()
    except OSError:
        return False
    return call[:1] in (["0"], ["63"]) and call[1:2] == ["0x0"]


def has(answer, condition, what):
    """Holds a command to what its answer must show, and shows the answer where it does not."""
    assert condition, f"{what}\n{answer}"


class Answer:
    """What a command gave back."""

    def __init__(self, done, args):
        self.exit, self.out, self.err, self.args = done.returncode, done.stdout, done.stderr, args

    def __repr__(self):
        shown = self.out[-6000:]
        if "--json" in self.args and self.out.startswith("{"):
            # Of a long document what was concluded comes first.
            data = json.loads(self.out)
            rows = [f"{s['id']}: {s['inside']} {s['router']} {s['outside']} {s['verdict']} {s['because']}"
                    for s in data.get("services", []) if s["selected"] or s["verdict"] == "exposed"]
            found = [f"{f['code']} {f['services']} {f['detail']}" for f in data.get("findings", [])]
            shown = "\n".join([str(data.get("verdict")), *rows, *found, str(data.get("walks"))])
        return f"entrance {' '.join(map(str, self.args))}: exit {self.exit}\n{shown}\n{self.err[-3000:]}"

    def last_line(self):
        return self.out.strip().splitlines()[-1]

    def report(self):
        return Report(json.loads(self.out), self)


class Report:
    """A JSON report."""

    def __init__(self, data, answer):
        self.data, self.answer = data, answer

    def codes(self, *severities):
        return sorted(f["code"] for f in self.data["findings"] if not severities or f["severity"] in severities)

    def folded(self):
        return sorted(o["code"] for f in self.data["findings"] for o in f["folded"])

    def causes(self):
        """What explains what."""
        under = {}
        for finding in self.data["findings"]:
            under.setdefault(finding["code"], set()).update(f["code"] for f in finding["folded"])
        return {cause: sorted(codes) for cause, codes in under.items() if codes}

    def service(self, name):
        return next(s for s in self.data["services"] if s["id"] == name)

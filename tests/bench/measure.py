"""How a row is measured and told: this program and what stands beside it in turns, never all of one first, so that a
machine whose speed drifts does no harm to their ratio. Nothing here decides what is fast enough; a row brings its goal."""

import contextlib
import os
import pty
import re
import select
import shutil
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field


class Missing(Exception):
    """Why something could not be measured. It is told in the table, so that no row has a silent hole."""


@dataclass
class Row:
    """One line of the table. `ours`, and each of `beside` and `limit`: values of several runs, or why there are none."""

    job: str
    unit: str
    ours: object
    beside: dict = field(default_factory=dict)
    limit: dict = field(default_factory=dict)
    goal: str = ""
    #: True, False, or nothing where there is no goal or too little was measured.
    met: object = None
    note: str = ""

    def cells(self):
        met = {True: "met", False: "**not met**", None: "—"}[self.met]
        return [self.job, told(self.ours, self.unit), "<br>".join(self.compared(self.beside)) or "—",
                "<br>".join(self.compared(self.limit)) or "—", self.goal or "stated", f"{met}{'; ' if self.note else ''}{self.note}"]

    def compared(self, others):
        for name, values in others.items():
            ratio = ""
            if is_measured(values) and is_measured(self.ours) and middle(values):
                ratio = f" → {middle(self.ours) / middle(values):.3g}"
            yield f"{name}: {told(values, self.unit)}{ratio}"


def is_measured(values):
    return isinstance(values, list) and bool(values)


def middle(values):
    return statistics.median(values)


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def told(values, unit):
    """Median, fastest and slowest; or why there is none."""
    if not is_measured(values):
        return f"not measured ({values or 'nothing came'})"
    one = number(middle(values))
    if len(values) > 1:
        one += f" ({number(min(values))}–{number(max(values))})"
    return f"{one} {unit}".rstrip()


def fastest(others):
    """The best median of those that could be measured."""
    known = [middle(values) for values in others.values() if is_measured(values)]
    return min(known) if known else None


def within(ours, most):
    """Whether a goal is met; nothing where either side is missing."""
    return middle(ours) <= most if is_measured(ours) and most is not None else None


def part_of(ours, others, share):
    """Whether ours takes at most this share of the fastest beside it."""
    best = fastest(others)
    return within(ours, None if best is None else best * share)


def in_turns(times, **works):
    """A B A B: each work gets the number of its run and gives one value. Gives the values of each, or why it has none."""
    came = {name: [] for name in works}
    for at in range(times):
        for name, work in works.items():
            if not isinstance(came[name], list):
                continue
            try:
                came[name].append(work(at))
            except Missing as why:
                came[name] = str(why)
            except (OSError, RuntimeError, AssertionError, subprocess.SubprocessError, ValueError, LookupError) as fault:
                came[name] = str(fault).strip().splitlines()[0][:160] if str(fault).strip() else type(fault).__name__
                print(f"       {name}: {fault}", file=sys.stderr, flush=True)
    return came


def needs(program, package=None):
    """That program, or the row says which package is missing."""
    found = shutil.which(program)
    if not found:
        raise Missing(f"{program} is not installed: {package or program}")
    return found


def milliseconds(work):
    began = time.monotonic()
    work()
    return (time.monotonic() - began) * 1000


def ran(command, check=True, seconds=300, **more):
    """A whole process with its output; its time is that of the caller's clock."""
    done = subprocess.run(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, timeout=seconds, check=False, **more)
    if check and done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {done.returncode}: {done.stdout[-300:]}")
    return done.stdout


def until_said(command, wanted, env=None, seconds=60):
    """Milliseconds from the start of a command until it has printed this. It writes to a terminal, for many programs
    keep what they say to a pipe until they end."""
    here, there = pty.openpty()
    began = time.monotonic()
    child = subprocess.Popen(list(map(str, command)), env=env, stdin=subprocess.DEVNULL, stdout=there, stderr=there)
    os.close(there)
    said, found = b"", None
    try:
        while found is None and time.monotonic() - began < seconds:
            if not select.select([here], [], [], 1)[0]:
                continue
            try:
                piece = os.read(here, 65536)
            except OSError:
                break
            if not piece:
                break
            said += piece
            if re.search(wanted, said.decode(errors="replace")):
                found = (time.monotonic() - began) * 1000
    finally:
        with contextlib.suppress(subprocess.TimeoutExpired):
            # What it still says is taken in, or it would wait for ever.
            end = time.monotonic() + seconds
            while child.poll() is None and time.monotonic() < end:
                if select.select([here], [], [], 0.05)[0]:
                    with contextlib.suppress(OSError):
                        os.read(here, 65536)
            if child.poll() is None:
                child.kill()
            child.wait(5)
        os.close(here)
    if found is None:
        raise RuntimeError(f"{command[-1]} never said {wanted}: {said.decode(errors='replace')[-300:]}")
    return found


def table(rows):
    """As Markdown, so that it can stand in a README as it is."""
    head = ["job", "this program", "beside it → our part of its time", "the machine's own limit", "goal", "outcome"]
    lines = [head, ["---"] * len(head), *(row.cells() for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def machine():
    """What it ran on, in a line."""
    import platform
    from pathlib import Path
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal: *(\d+)", Path("/proc/meminfo").read_text())
    loads = os.getloadavg()
    return (f"{os.cpu_count()} cores of {model.group(1) if model else platform.machine()}, "
            f"{int(memory.group(1)) / 1048576:.0f} GiB, Linux {platform.release()}; load at the beginning {loads[0]:.1f}")

"""The window, drawn by the processor on a screen in memory: until something is seen, until nothing moves any more, memory,
frames and processor at rest, and work while it knocks. Beside another desktop program of the Rust registry that is drawn
by the same library; both are looked at from outside, by the pixels of the screen."""

import contextlib
import json
import mmap
import os
import subprocess
import tempfile
import time
from pathlib import Path

from measure import Missing, Row, in_turns, within
from office import PBX, wait_for
from programs import Person
from screen import WINDOW, Display, Screen, word
from sitting import sitting

ROUTER_NAME = "Lab Works LW-77.*"
#: A small viewer on egui by people who know it well, with the version that was measured beside.
BESIDE, VERSION = "puffin_viewer", "0.23.0"
#: Pixels that stay alike for so long have settled.
STILL = 0.5


class Canvas(Display):
    """A screen whose pixels can be looked at without asking it."""

    def start(self):
        told, tell = os.pipe()
        self.spawn("Xvfb", "-displayfd", str(tell), "-screen", "0", "1120x800x24", "-nolisten", "tcp", "-noreset",
                   "-fbdir", self.folder, pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as number:
            self.env["DISPLAY"] = ":" + number.readline().strip()
        with open(self.folder / "Xvfb_screen0", "rb") as file:
            self.pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def rows(self):
        """Some lines of pixels that stand for all."""
        size = len(self.pixels)
        return b"".join(self.pixels[at:at + 4480] for at in range(20_000, size - 4480, size // 40))

    def seen(self, *command, env=None):
        """Milliseconds until something is seen and until nothing moves any more; memory in MiB; processor at rest as
        milliseconds in five seconds."""
        blank = self.rows()
        began = time.monotonic()
        child = subprocess.Popen(self.inside(*command), env={**self.env, **(env or {})}, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            first = last = None
            before = blank
            while time.monotonic() - began < 30 and (last is None or time.monotonic() - last < STILL):
                now = self.rows()
                if now != before:
                    last = time.monotonic()
                    first, before = first or last, now
                if child.poll() is not None:
                    raise RuntimeError(f"{command[0]} ended by itself")
                time.sleep(0.001)
            if first is None:
                raise RuntimeError(f"{command[0]} showed nothing")
            memory = resident(child.pid)
            worked = processor_secs(child.pid)
            time.sleep(5)
            return ((first - began) * 1000, (last - began) * 1000, memory, (processor_secs(child.pid) - worked) * 1000)
        finally:
            child.kill()
            child.wait()
            with contextlib.suppress(RuntimeError):
                wait_for("an empty screen", lambda: self.rows() == blank, 3)


def resident(pid):
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def processor_secs(pid):
    """Time that a process has been worked on, after proc_pid_stat(5)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def other_program():
    """Built once into a folder of the bench's own, outside the checkout."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "separate-entrance" / f"{BESIDE}-{VERSION}"
    program = cache / "bin" / BESIDE
    if not program.exists():
        with tempfile.TemporaryDirectory(prefix="se-bench-") as folder:
            # Of itself it draws on Wayland only.
            done = subprocess.run(["cargo", "install", "--quiet", "--locked", "--features", "x11", "--root", cache,
                                   "--version", VERSION, BESIDE],
                                  env={**os.environ, "CARGO_TARGET_DIR": folder}, cwd="/", text=True, check=False,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if done.returncode != 0:
            raise Missing(f"{BESIDE} could not be built: {done.stdout.strip().splitlines()[-1][:100]}")
    return program


def window(times):
    with sitting(low="yes", asterisk=False) as office:
        looks = {}

        def look(name, canvas, command):
            def one(at):
                env = {"HOME": str(canvas.folder), **Person(office, "pc", f"look-{name}-{at}").env}
                seen = canvas.seen(*command(), env={k: v for k, v in env.items() if k not in ("DISPLAY",)} | {
                    "DISPLAY": canvas.env["DISPLAY"]})
                looks.setdefault(name, []).append(seen)
                return seen[0]
            return one

        def parts(name, at):
            return [seen[at] for seen in looks.get(name, [])] or came[name]

        with Canvas(Person(office, "pc"), "canvas") as canvas:
            works = {"glow": lambda: [WINDOW], "wgpu": lambda: [WINDOW, "--renderer", "wgpu"], "beside": lambda: [other_program()]}
            came = in_turns(times, **{name: look(name, canvas, command) for name, command in works.items()})
        beside = f"{BESIDE} {VERSION}"
        for at, what, unit, most, goal in [(0, "double-click to the first pixels", "ms", 300, "under 300 ms"),
                                           (1, "until all is there and nothing moves", "ms", None, ""),
                                           (2, "memory", "MiB", 120 * 1e6 / 2**20, "under 120 MB"),
                                           (3, "processor in five seconds of rest", "ms", None, "")]:
            glow = parts("glow", at)
            yield Row(f"window, OpenGL: {what}", unit, glow, {beside: parts("beside", at)}, {}, goal,
                      within(glow, most) if goal else None)
        yield Row("window, wgpu: double-click to the first pixels", "ms", parts("wgpu", 0))
        yield Row("window, wgpu: memory", "MiB", parts("wgpu", 2))
        for renderer in ["glow", "wgpu"]:
            told = self_tests(office, renderer, times)
            rest = [t["idle_frames"] for t in told] or "this renderer cannot draw here"
            yield Row(f"window, {renderer}: frames in a second of rest", "", rest, goal="none", met=within(rest, 0))
            yield Row(f"window, {renderer}: frames in a second, drawn as fast as it can", "",
                      [t["frames_a_second"] for t in told] or "this renderer cannot draw here")


def self_tests(office, renderer, times):
    """What the window says about itself; nothing where this renderer cannot draw."""
    told = []
    with Display(Person(office, "pc", f"self-{renderer}"), f"self-{renderer}") as display:
        for _ in range(times):
            line = display.run(WINDOW, "--self-test", "--renderer", renderer, check=False)
            if line.strip():
                told.append(json.loads(line))
    return told


def router_in_the_window(office, at):
    """From the key that begins the look until a screen reader can read the router's name."""
    person = Person(office, "pc", f"window-{at}")
    with Screen(person, "--system", "freepbx", "--pbx", PBX, name=f"bench-{at}") as screen:
        screen.see(word("window-check-mine"))
        screen.key("Return")
        screen.see(word("ask-system"))
        since = time.monotonic()
        screen.key("ctrl+Return")
        while not screen.shows(ROUTER_NAME):
            if time.monotonic() - since > 30:
                raise RuntimeError("the window never showed the router")
        return (time.monotonic() - since) * 1000


def while_it_knocks(office, at):
    """Per cent of a core that the window takes from the click to the end of a walk."""
    person = Person(office, "pc", f"knock-{at}")
    with Screen(person, "--practice", "nothing-opened", name=f"knock-{at}") as screen:
        screen.see(word("ask-system"))
        screen.key("ctrl+Return")
        for _ in range(2):
            screen.see(word("window-next"), role="push button")
            screen.key("Return")
        screen.see(word("window-step-outside.title"))
        # A screen reader that asks is work too, so nobody reads meanwhile.
        began, worked = time.monotonic(), processor_secs(screen.window.pid)
        screen.key("Return")
        time.sleep(4)
        share = (processor_secs(screen.window.pid) - worked) / (time.monotonic() - began)
        screen.see(word("window-approve-many"), seconds=60)
        return share * 100


def at_work(times):
    with sitting(low="yes", asterisk=False) as office:
        office.start_options_server()
        came = in_turns(times, known=lambda at: router_in_the_window(office, at), knocks=lambda at: while_it_knocks(office, at))
        yield Row("window: key to the router's name, as a screen reader reads it", "ms", came["known"])
        share = came["knocks"]
        yield Row("window: share of a core while it knocks, the practice office included", "%", share, goal="under 10",
                  met=within(share, 10))


ROWS = {"window": window, "window-at-work": at_work}

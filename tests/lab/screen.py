"""The window on a screen of its own inside a house of the lab. It is driven by the keyboard alone, and read the way a
screen reader reads it, so nothing here depends on where things are drawn."""

import json
import os
import re
import subprocess
from pathlib import Path

from office import wait_for

WINDOW = os.environ.get("WINDOW", "target/debug/separate-entrance")
PICTURES = Path(os.environ.get("OUTPUT", "tests/output"))
SIZE = "1120x800"
WORDS = Path(__file__).parents[2] / "assets" / "text"
# Debian's own Python has gi; another one that comes first on the path has not.
PYTHON = "/usr/bin/python3"


def word(key, language="en"):
    """The words behind a key, so that the walk survives a change of words. Values in them stand for anything."""
    name, _, part = key.partition(".")
    for file in sorted(WORDS.glob(f"{language}*.ftl")):
        inside = False
        for line in file.read_text().splitlines():
            if not part and line.startswith(f"{name} = "):
                return pattern(line.split(" = ", 1)[1])
            if part and not line.startswith(" "):
                inside = line.startswith(f"{name} =")
            elif part and inside and line.strip().startswith(f".{part} = "):
                return pattern(line.split(" = ", 1)[1])
    raise KeyError(key)


def pattern(words):
    """A regular expression for words with places for values."""
    return "".join(".*" if piece.startswith("{") else re.escape(piece) for piece in re.split(r"(\{[^}]*\})", words))


#: No Vulkan driver is found with these.
WITHOUT_VULKAN = {"VK_DRIVER_FILES": "/nonexistent", "VK_ICD_FILENAMES": "/nonexistent"}


def without_opengl(office):
    """Variables with which no OpenGL is found: a library that cannot be loaded stands before the real one, so a computer
    without a driver looks."""
    nothing = office.folder / "no-gl"
    nothing.mkdir()
    for name in ["libGL.so", "libGL.so.1", "libEGL.so", "libEGL.so.1", "libGLX.so.0", "libGLESv2.so.2"]:
        (nothing / name).touch()
    return {"LD_LIBRARY_PATH": str(nothing)}


class Display:
    """`with Display(person) as display:` — a screen in that house, with nothing on it."""

    def __init__(self, person, name=None):
        self.person, self.office = person, person.office
        self.name = name or person.house
        self.folder = self.office.folder / f"screen-{self.name}"
        self.children = []

    def __enter__(self):
        self.folder.mkdir(mode=0o700)
        # Drawn by the processor everywhere, so that no graphics card decides what a test sees.
        self.env = {**self.person.env, "XDG_RUNTIME_DIR": str(self.folder), "GSETTINGS_BACKEND": "memory",
                    "LIBGL_ALWAYS_SOFTWARE": "1"}
        for unwanted in ["DISPLAY", "WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS"]:
            self.env.pop(unwanted, None)
        try:
            self.start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for child in reversed(self.children):
            child.terminate()
        for child in reversed(self.children):
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()

    def start(self):
        told, tell = os.pipe()
        self.spawn("Xvfb", "-displayfd", str(tell), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp", "-noreset",
                   pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as number:
            self.env["DISPLAY"] = ":" + number.readline().strip()

    def inside(self, *command):
        return ["ip", "netns", "exec", self.office.space(self.person.house), *map(str, command)]

    def spawn(self, *command, **more):
        more.setdefault("stdin", subprocess.DEVNULL)
        more.setdefault("stdout", subprocess.DEVNULL)
        child = subprocess.Popen(self.inside(*command), env=self.env, **more)
        self.children.append(child)
        return child

    def run(self, *command, check=True):
        return subprocess.run(self.inside(*command), env=self.env, check=check, text=True, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60).stdout


class Screen(Display):
    """`with Screen(person) as screen:` — starts the window there and waits until it can be read."""

    def __init__(self, person, *args, name=None, program=(WINDOW,), called="separate-entrance"):
        super().__init__(person, name)
        self.args = args
        #: How it is started, and what a screen reader calls it: its file's name.
        self.program, self.called = program, called
        self.number = 0

    def __exit__(self, kind, *_):
        if kind is not None and "DISPLAY" in self.env:
            self.picture("failed")
        super().__exit__()

    def start(self):
        super().start()
        bus = f"unix:path={self.folder}/bus"
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus
        self.spawn("dbus-daemon", "--session", "--nofork", "--nopidfile", "--address", bus, stderr=subprocess.DEVNULL)
        wait_for("the session bus", lambda: (self.folder / "bus").exists())
        # From now on the window tells a screen reader what it shows.
        self.run("gdbus", "call", "--session", "--dest", "org.a11y.Bus", "--object-path", "/org/a11y/bus", "--method",
                 "org.freedesktop.DBus.Properties.Set", "org.a11y.Status", "ScreenReaderEnabled", "<true>")
        log = open(self.folder / "window.log", "w")
        self.window = self.spawn(*self.program, *self.args, stdout=log, stderr=log)
        found = wait_for("the window", self.find_window)
        self.run("xdotool", "windowfocus", "--sync", found)
        self.reader = self.spawn(PYTHON, Path(__file__).parent / "screen_reader.py", self.called,
                                 stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        wait_for("something to read", self.look)

    def find_window(self):
        if self.window.poll() is not None:
            raise RuntimeError(f"the window ended: {(self.folder / 'window.log').read_text()}")
        return self.run("xdotool", "search", "--onlyvisible", "--name", word("window-title"), check=False).strip()

    # --- eyes -------------------------------------------------------------------------------------------------------

    def look(self):
        """All that is shown: [role, name, focused, typed]."""
        self.reader.stdin.write("\n")
        self.reader.stdin.flush()
        line = self.reader.stdout.readline()
        if not line:
            raise RuntimeError("nothing can be read from the screen any more")
        return json.loads(line)

    def names(self):
        return [name for _, name, _, _ in self.look() if name]

    def shows(self, wanted, role=None):
        return any(re.fullmatch(wanted, name, re.S) and role in (None, kind) for kind, name, _, _ in self.look())

    def see(self, wanted, seconds=60, role=None):
        """Waits until this is on the screen."""
        try:
            wait_for(wanted, lambda: self.shows(wanted, role), seconds)
        except RuntimeError as never:
            raise AssertionError(f"{never}; shown instead:\n" + "\n".join(self.names())) from None

    def picture(self, name):
        """For a person to look at."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.number += 1
        self.run("import", "-window", "root", PICTURES / f"window-{self.name}-{self.number:02}-{name}.png", check=False)

    # --- fingers ----------------------------------------------------------------------------------------------------

    def key(self, *keys):
        self.run("xdotool", "key", "--clearmodifiers", *keys)

    def type(self, text):
        self.run("xdotool", "type", "--clearmodifiers", "--delay", "20", text)

    def focused(self):
        """(role, name, place): two things may have the same name."""
        shown = enumerate(self.look())
        return next(((role, name, at) for at, (role, name, focused, _) in shown if focused and role != "frame"), None)

    def reach(self, wanted, role=None, most=80):
        """Presses Tab until this has the focus."""
        was, met = self.focused(), []
        for _ in range(most):
            if was and re.fullmatch(wanted, was[1], re.S) and role in (None, was[0]):
                return
            self.key("Tab")
            before = was
            wait_for("Tab moves on", lambda: self.focused() not in (before, None), 10)
            was = self.focused()
            met.append(was[:2])
        raise AssertionError(f"Tab never came to {wanted}; it came to {met}")

    def press(self, wanted, role="push button"):
        """Goes to a button by Tab and presses it."""
        self.see(wanted, role=role)
        self.reach(wanted, role)
        self.key("space")

    def fill(self, wanted, text):
        """Goes to a box by Tab and types into it."""
        self.reach(wanted, "entry")
        self.key("ctrl+a")
        self.type(text)
        wait_for(f"{text} is typed", lambda: any(f and t == text for _, _, f, t in self.look()), 10)

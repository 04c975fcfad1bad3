"""The window itself, a real one under Xvfb, in the owner's house: driven by the keyboard alone from the first screen
to the results. A picture of each step is kept for a person to look at."""

import hashlib
import json
import os
import subprocess
import time
from pathlib import Path

from office import PBX, Office, run, wait_for
from programs import Person

WINDOW = os.environ.get("WINDOW", "target/debug/separate-entrance")
OUTPUT = Path(os.environ.get("OUTPUT", "tests/output"))

# Enter presses the primary button. Changing the router takes Ctrl+Enter: it cannot happen by leaning on a key.
STEPS = [
    ("welcome", "Return"),
    ("questions", "Return"),
    ("router", "Return"),
    ("phone-system", "Return"),
    ("first-knock", "Return"),
    ("offer", "ctrl+Return"),
    ("opened", "Return"),
    ("make-it-last", "Return"),
    ("second-knock", "Return"),
    ("results", None),
]


class Screen:
    """A display of its own."""

    def __init__(self, office):
        self.number = next(n for n in range(120, 400) if not Path(f"/tmp/.X11-unix/X{n}").exists())
        self.env = {**os.environ, "DISPLAY": f":{self.number}"}
        # Unix sockets in a folder cross network namespaces, so the screen stands outside and the window inside.
        self.child = subprocess.Popen(
            ["Xvfb", f":{self.number}", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        office.children.append(self.child)
        wait_for("the display", lambda: Path(f"/tmp/.X11-unix/X{self.number}").exists())

    def picture(self, name=None):
        """What is shown now; kept under a name when one is given."""
        done = subprocess.run(["import", "-window", "root", "png:-"], env=self.env, capture_output=True, check=True)
        if name:
            OUTPUT.mkdir(parents=True, exist_ok=True)
            (OUTPUT / f"window-{name}.png").write_bytes(done.stdout)
        raw = subprocess.run(["convert", "png:-", "rgb:-"], input=done.stdout, capture_output=True, check=True)
        return hashlib.sha256(raw.stdout).hexdigest()

    def settled(self, other_than):
        """The next picture that stays as it is, and is another one than before."""
        last, same = None, 0

        def look():
            nonlocal last, same
            now = self.picture()
            same = same + 1 if now == last else 0
            last = now
            time.sleep(0.4)
            return now if same >= 4 and now != other_than else None

        return wait_for("a screen that settles", look, 60)

    def key(self, keys):
        found = run("xdotool", "search", "--onlyvisible", "--name", "Separate Entrance", env=self.env).stdout.split()
        run("xdotool", "windowfocus", found[-1], env=self.env)
        run("xdotool", "key", "--clearmodifiers", keys, env=self.env)


def the_window_does_the_whole_job_by_keyboard():
    with Office() as office:
        owner = Person(office, "pc", "window")
        screen = Screen(office)
        env = {**owner.env, "DISPLAY": screen.env["DISPLAY"], "LIBGL_ALWAYS_SOFTWARE": "1"}
        log = open(office.folder / "window.log", "w")
        office.spawn("pc", WINDOW, "--system", "freepbx", "--pbx", PBX, "--calls", "4", log=log, env=env)
        wait_for("the window", lambda: run("xdotool", "search", "--onlyvisible", "--name", "Separate Entrance",
                                           env=screen.env, check=False).stdout.strip())
        shown = None
        for name, keys in STEPS:
            shown = screen.settled(shown)
            screen.picture(name)
            if name == "offer":
                assert office.table() == [], "nothing was changed before the yes"
            if name == "opened":
                table = office.table()
                assert any("UDP 5060->" in line for line in table) and len(table) == 11, table
            if keys:
                screen.key(keys)
        reports = sorted((owner.folder / "history").glob("*.json"))
        assert reports, (office.folder / "window.log").read_text()
        report = json.loads(reports[-1].read_text())
        verdicts = {s["id"]: s["verdict"] for s in report["services"] if s["selected"]}
        assert verdicts["sip-udp"] == "verified", verdicts
        assert report["verdict"] == "ready", [f["code"] for f in report["findings"]]


TESTS = [the_window_does_the_whole_job_by_keyboard]

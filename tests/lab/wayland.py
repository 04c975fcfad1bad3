"""The window where there is no X11: on a Wayland compositor (weston without a screen of its own), drawn by the processor,
with either renderer, and its plain sentence where nothing can draw there."""

import json
import os
import re
import subprocess

from office import Office, wait_for
from programs import Person
from screen import PICTURES, SIZE, WINDOW, WITHOUT_VULKAN, Display, without_opengl, word


class Compositor(Display):
    """`with Compositor(person) as screen:` — a Wayland desktop in that house, and no X11."""

    def start(self):
        # As large as the window wants to be: with a larger desktop this weston (10.0.1) falls over itself.
        width, height = SIZE.split("x")
        # Debugging lets its own screenshooter take pictures; nothing else of it is used.
        self.spawn("weston", "--no-config", "--backend=headless-backend.so", "--use-pixman", f"--width={width}",
                   f"--height={height}", "--socket=wayland-lab", "--debug", f"--log={self.folder}/weston.log",
                   stderr=subprocess.DEVNULL)
        wait_for("weston's socket", lambda: (self.folder / "wayland-lab").exists())
        self.env["WAYLAND_DISPLAY"] = "wayland-lab"

    def picture(self, name):
        """For a person to look at; and what was taken."""
        shots = set(self.folder.glob("*.png"))
        subprocess.run(self.inside("weston-screenshooter"), env=self.env, cwd=self.folder, check=True, timeout=30,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        taken = wait_for("a picture", lambda: set(self.folder.glob("*.png")) - shots).pop()
        PICTURES.mkdir(parents=True, exist_ok=True)
        kept = PICTURES / f"wayland-{name}.png"
        kept.write_bytes(taken.read_bytes())
        return kept


def shows_the_mark(picture):
    """The wall and door beside the program's name have the same blue in every look, and no desktop here has it."""
    done = subprocess.run(["convert", str(picture), "-fill", "black", "+opaque", "#255B80", "-fill", "white", "-opaque",
                           "#255B80", "-format", "%[fx:mean*w*h]", "info:"], check=True, capture_output=True, text=True)
    return float(done.stdout) > 300


def on_wayland_the_window_opens_with_either_renderer_and_says_so_where_none_can_draw():
    with Office(asterisk=False) as office, Compositor(Person(office, "pc")) as screen:
        assert not shows_the_mark(screen.picture("empty")), "nothing is there yet"
        without = without_opengl(office)
        for name, broken, drawn_by in [("all is there", {}, "Glow"), ("no OpenGL", without, "Wgpu"),
                                       ("neither", {**without, **WITHOUT_VULKAN}, None)]:
            log = screen.person.folder / "log.txt"
            log.unlink(missing_ok=True)
            done = subprocess.run(screen.inside(WINDOW, "--self-test"), env={**screen.env, **broken}, text=True,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
            tried = re.findall(r" window renderer=(\w+)", log.read_text())
            if drawn_by:
                assert done.returncode == 0 and json.loads(done.stdout)["step"] == "welcome", (name, done)
                assert tried[-1] == drawn_by, (name, tried)
            else:
                assert (done.returncode, done.stdout, tried) == (1, "", ["Glow", "Wgpu"]), (name, done, tried)
                assert re.fullmatch(word("no-renderer"), done.stderr.strip()), (name, done.stderr)
        window = screen.spawn(WINDOW, "--practice", "all-well", stderr=subprocess.DEVNULL)
        wait_for("the window is on the desktop", lambda: shows_the_mark(screen.picture("window")), 60)
        assert window.poll() is None, "and it stays"
        # Where both are there, as on most desktops, Wayland is taken; a Wayland that is gone leads on to X11 or to a word.
        done = subprocess.run(screen.inside(WINDOW, "--self-test"), env={**screen.env, "WAYLAND_DISPLAY": "gone"}, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
        assert done.returncode == 1 and re.fullmatch(word("no-renderer"), done.stderr.strip()), done


def a_desktop_without_glx_as_remote_ones_are_is_drawn_by_the_other_renderer():
    with Office(asterisk=False) as office, Remote(Person(office, "pc")) as screen:
        log = screen.person.folder / "log.txt"
        done = subprocess.run(screen.inside(WINDOW, "--self-test"), env=screen.env, text=True, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=120)
        assert done.returncode == 0 and json.loads(done.stdout)["step"] == "welcome", done
        tried = re.findall(r" window renderer=(\w+)", log.read_text())
        assert tried, log.read_text()
        window = screen.spawn(WINDOW, "--practice", "all-well", stderr=subprocess.DEVNULL)
        found = lambda: screen.run("xdotool", "search", "--onlyvisible", "--name", word("window-title"), check=False)
        wait_for("the window", lambda: found().strip())
        PICTURES.mkdir(parents=True, exist_ok=True)
        kept = PICTURES / "remote-window.png"
        taken = lambda: screen.run("import", "-window", "root", kept) is not None and shows_the_mark(kept)
        wait_for("something drawn", taken)
        assert window.poll() is None, "and it stays"


class Remote(Display):
    """A screen as xrdp and VNC servers often are: no GLX."""

    def start(self):
        told, tell = os.pipe()
        self.spawn("Xvfb", "-displayfd", str(tell), "-screen", "0", f"{SIZE}x24", "-nolisten", "tcp", "-noreset", "-extension", "GLX",
                   pass_fds=[tell], stderr=subprocess.DEVNULL)
        os.close(tell)
        with os.fdopen(told) as number:
            self.env["DISPLAY"] = ":" + number.readline().strip()


TESTS = [
    on_wayland_the_window_opens_with_either_renderer_and_says_so_where_none_can_draw,
    a_desktop_without_glx_as_remote_ones_are_is_drawn_by_the_other_renderer,
]

"""Habits of a desktop program, with real processes on a real screen: one window for each person, its size and place, a
log that tells nothing private, and what happens where nothing can draw."""

import json
import os
import re
import signal
import subprocess

from office import PBX, STREET, Office, wait_for
from programs import FREEPBX, Person
from screen import WINDOW, WITHOUT_VULKAN, Display, Screen, without_opengl, word


def start(screen, *args):
    """A further start of the program, in the same house by the same person; waits for its end."""
    done = subprocess.run(screen.inside(WINDOW, *args), env=screen.env, text=True, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    return done.returncode, done.stderr


def windows(screen):
    """Titles are in the words of the person, and the practice office has the same."""
    return screen.run("xdotool", "search", "--onlyvisible", "--name", word("window-title"), check=False).split()


def says(told, key):
    return re.search(word(key), told[1], re.S)


def a_second_start_hands_its_code_to_the_first_window():
    with Office(asterisk=False) as office:
        office.start_options_server()
        code = invited(office)
        owner = Person(office, "coworker")
        with Screen(owner) as screen:
            screen.see(word("window-check-mine"))
            told = start(screen)
            assert told[0] == 0 and says(told, "problem-open-already"), told
            assert len(windows(screen)) == 1, "there is still one window"
            told = start(screen, f"separate-entrance:{code}")
            assert told[0] == 0, told
            # Nothing is sent before a yes, but what it asks for is on the screen of the first.
            screen.see(word("window-agree"), role="push button")
            screen.see(f".*{re.escape(STREET)}.*")
            screen.picture("handed-over")
            # A stranger on this computer who does not know the key is not heard.
            port = json.loads((owner.folder / "window.door").read_text())["port"]
            (owner.folder / "forged.py").write_text(FORGED)
            screen.run("/usr/bin/python3", owner.folder / "forged.py", port)
            assert (owner.folder / "window.door").stat().st_mode & 0o077 == 0, "the key is the person's alone"
            screen.see(word("window-agree"), role="push button")

            # One that hangs is named, and nothing is opened beside it.
            # `ip netns exec` becomes the program itself, so the child is the window.
            os.kill(screen.window.pid, signal.SIGSTOP)
            told = start(screen)
            os.kill(screen.window.pid, signal.SIGCONT)
            assert told[0] == 3 and says(told, "problem-open-unheard"), told
            assert str(screen.window.pid) in told[1], "and it says which"

            # A practice office may stand beside it.
            beside = screen.spawn(WINDOW, "--practice", "all-well", stderr=subprocess.DEVNULL)
            wait_for("a second window", lambda: len(windows(screen)) == 2)
            beside.terminate()
            beside.wait()

            # Whatever ends the first, the seat is free again.
            screen.window.kill()
            screen.window.wait()
            again = screen.spawn(WINDOW, stderr=subprocess.DEVNULL)
            wait_for("the next one", lambda: len(windows(screen)) == 1 and again.poll() is None)


FORGED = """
import json, socket, sys
with socket.create_connection(("127.0.0.1", int(sys.argv[1])), 5) as door:
    door.sendall(json.dumps({"key": "0" * 32, "code": "separate-entrance:0A1B2C-3D4E5F"}).encode())
    door.shutdown(socket.SHUT_WR)
    assert door.recv(100) == b"", "a forged key is not answered"
"""


def invited(office):
    asker = Person(office, "pc", "who-invites")
    asker.entrance("check", *FREEPBX, "--public-address", STREET)
    return asker.entrance("invite").last_line()


def shape(screen):
    lines = screen.run("xdotool", "getwindowgeometry", "--shell", windows(screen)[0]).splitlines()
    found = dict(line.split("=") for line in lines if "=" in line)
    return tuple(int(found[name]) for name in ["X", "Y", "WIDTH", "HEIGHT"])


def close(screen):
    """As a window manager does it when the cross is clicked."""
    screen.run("/usr/bin/python3", "-c", CLOSE, windows(screen)[0])
    screen.window.wait(20)


# xdotool of Debian 12 destroys a window or kills its program; this asks it to close (WM_DELETE_WINDOW).
CLOSE = """
import ctypes, sys
x = ctypes.CDLL("libX11.so.6")
for name in ["XOpenDisplay", "XInternAtom"]:
    getattr(x, name).restype = ctypes.c_void_p
class Message(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("kind", ctypes.c_ulong), ("format", ctypes.c_int),
                ("data", ctypes.c_long * 5), ("room", ctypes.c_long * 24)]
display = ctypes.c_void_p(x.XOpenDisplay(None))
atom = lambda name: x.XInternAtom(display, name, 0)
message = Message(33, 0, 1, display, int(sys.argv[1]), atom(b"WM_PROTOCOLS"), 32)
message.data[0] = atom(b"WM_DELETE_WINDOW")
x.XSendEvent(display, ctypes.c_ulong(int(sys.argv[1])), 0, 0, ctypes.byref(message))
x.XFlush(display)
"""


def the_window_opens_where_it_was_left_and_never_off_the_screen():
    with Office(asterisk=False) as office:
        owner = Person(office, "pc")
        kept = owner.folder / "window.toml"
        with Screen(owner, name="first") as screen:
            screen.run("xdotool", "windowsize", "--sync", windows(screen)[0], "900", "600")
            screen.run("xdotool", "windowmove", "--sync", windows(screen)[0], "150", "90")
            wait_for("it stands there", lambda: shape(screen) == (150, 90, 900, 600))
            close(screen)
        with Screen(owner, name="second") as screen:
            wait_for("it stands there again", lambda: shape(screen) == (150, 90, 900, 600))
            close(screen)
        for corner in ["[5000, 90]", "[150, -4000]"]:
            kept.write_text(re.sub(r"corner = .*", f"corner = {corner}", kept.read_text()))
            assert corner in kept.read_text(), kept.read_text()
            with Screen(owner, name=f"gone-{len(corner)}") as screen:
                x, y, width, height = shape(screen)
                assert (width, height) == (900, 600), "the size is one that fits"
                assert 0 <= x <= 1120 - 120 and 0 <= y <= 800 - 24, (corner, shape(screen))
                close(screen)
        # What nobody can read is no reason to say a word, or to open nothing.
        for broken in ["width = ", 'schema_version = 1\nwidth = -5.0\nheight = nan\nmaximised = false\n', ""]:
            kept.write_text(broken)
            with Screen(owner, name=f"broken-{len(broken)}") as screen:
                screen.see(word("window-check-mine"))
                assert shape(screen)[2:] == (1120, 800), (broken, shape(screen))
                close(screen)


def where_one_renderer_fails_the_other_draws_and_where_both_fail_it_is_said():
    with Office(asterisk=False) as office, Display(Person(office, "pc")) as screen:
        no_gl = without_opengl(office)
        bad_driver = {"LIBGL_DRIVERS_PATH": "/nonexistent", "GALLIUM_DRIVER": "no-such-driver"}
        for name, broken, drawn_by in [
            ("all is there", {}, "Glow"), ("no Vulkan", WITHOUT_VULKAN, "Glow"), ("no OpenGL", no_gl, "Wgpu"),
            ("a broken OpenGL driver", bad_driver, "Wgpu"), ("neither", {**no_gl, **WITHOUT_VULKAN}, None),
        ]:
            log = screen.person.folder / "log.txt"
            log.unlink(missing_ok=True)
            done = subprocess.run(screen.inside(WINDOW, "--self-test"), env={**screen.env, **broken}, text=True,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=120)
            tried = re.findall(r" window renderer=(\w+)", log.read_text())
            failed = re.findall(r" no-window renderer=(\w+)", log.read_text())
            if drawn_by:
                assert done.returncode == 0 and json.loads(done.stdout)["step"] == "welcome", (name, done)
                assert tried[-1] == drawn_by and failed == tried[:-1], (name, tried, failed)
            else:
                assert (done.returncode, done.stdout) == (1, ""), (name, done)
                assert tried == failed == ["Glow", "Wgpu"], (name, tried, failed)
                said = done.stderr.strip()
                assert re.fullmatch(word("no-renderer"), said), said
                assert len(said) < 200 and "{" not in said, "one clear line, without the driver's lists"


def a_log_can_be_sent_as_it_is():
    with Office() as office:
        owner = Person(office, "pc")
        owner.entrance("check", *FREEPBX, "--public-address", STREET, "--log", "detailed")
        code = owner.entrance("invite", "--log", "detailed").last_line()
        walk = Person(office, "coworker").entrance("walk", code, "--yes", "--log", "detailed")
        owner.entrance("check", "--walk-result", walk.last_line(), "--log", "detailed")
        log = (owner.folder / "log.txt").read_text()
        for private in ["192.168.77.", STREET, PBX, code[:13], walk.last_line()[:13], str(owner.folder)]:
            assert private not in log, (private, [line for line in log.splitlines() if private in line][:3])
        assert len(log.splitlines()) > 40 and "what=evidence" in log and "findings=" in log, "it tells what happened all the same"
        owner.entrance("check", "--log", "off")
        assert (owner.folder / "log.txt").read_text() == log, "off is off"


TESTS = [a_second_start_hands_its_code_to_the_first_window, the_window_opens_where_it_was_left_and_never_off_the_screen,
         where_one_renderer_fails_the_other_draws_and_where_both_fail_it_is_said, a_log_can_be_sent_as_it_is]

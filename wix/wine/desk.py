"""A Windows to try things in: a wine prefix of its own with a display of its own, installed from nothing each time, and
ended with everything in it. Nothing of the person's own folders is shown to it."""

import os
import re
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "separate-entrance"
GCC = CACHE / "windows" / "bin" / "x86_64-w64-mingw32-gcc"
WINE = "/usr/lib/wine/wine64"
SERVER = "/usr/lib/wine/wineserver64"
ENVIRONMENT = r"HKLM\System\CurrentControlSet\Control\Session Manager\Environment"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
LONGEST = 180
#: The accent of the light theme, and how much of it stands in one line of a big button at least.
ACCENT = (0x25, 0x5B, 0x80)
BUTTON = 50
QUIET = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


class Failed(Exception):
    """What is not as it should be."""


def expect(what, is_right):
    """A claim."""
    if not is_right:
        raise Failed(what)


class Desk:
    """One wine prefix and its display."""

    def __init__(self, folder, pictures, inside=()):
        self.folder = folder
        self.pictures = pictures
        # A command that everything runs under, such as one that enters a network namespace.
        self.inside = list(inside)
        self.drive = folder / "prefix" / "drive_c"
        home = folder / "home"
        home.mkdir(parents=True)
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("WINE", "XDG_", "SEPARATE_ENTRANCE", "LC_", "LANG"))},
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "WINEPREFIX": str(folder / "prefix"),
            "WINEARCH": "win64",
            "WINEDEBUG": "fixme-all,err-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }
        # Inside too: a display elsewhere is reached by a file only, which another display may take away.
        shown, write = os.pipe()
        self.display = subprocess.Popen(
            [*self.inside, "Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(shown) as line:
            self.env["DISPLAY"] = ":" + line.readline().strip()
        self.run("wineboot", "-i")
        subprocess.run([*self.inside, SERVER, "-w"], env=self.env, check=False, timeout=LONGEST)
        # As long as one program waits for a word, the services of this Windows need not start anew for each other one.
        self.company = subprocess.Popen([*self.inside, WINE, "cmd", "/k"], env=self.env, stdin=subprocess.PIPE,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        system = self.drive / "windows" / "system32"
        if not (system / "bcryptprimitives.dll").exists():
            compile_c("bcryptprimitives.c", system / "bcryptprimitives.dll", "-shared", "-ladvapi32")
        self.reader = folder / "windows.exe"
        compile_c("windows.c", self.reader)
        expect("no desktop came up", any(self.run(self.reader)[0] == 0 for _ in range(20)))

    def close(self):
        """Ends everything in it."""
        self.company.kill()
        subprocess.run([*self.inside, SERVER, "-k"], env=self.env, check=False)
        subprocess.run([*self.inside, SERVER, "-w"], env=self.env, check=False)
        self.display.terminate()
        self.display.wait()

    def start(self, *command, **options):
        """Starts a Windows program."""
        command = [*self.inside, WINE, *map(str, command)]
        return subprocess.Popen(command, env=self.env, **{**QUIET, **options})

    def run(self, *command):
        """Runs a Windows program: exit code and output. Wine hands on the last eight bits of the code."""
        # A pipe would be held open by whatever it starts and leaves behind.
        with tempfile.TemporaryFile() as out:
            child = self.start(*command, stdout=out)
            try:
                code = child.wait(LONGEST)
            except subprocess.TimeoutExpired:
                self.picture("stuck")
                child.kill()
                raise Failed(f"{command} does not end") from None
            out.seek(0)
            return code, out.read().decode(errors="replace").replace("\r", "")

    def msi(self, action, installer, *words, level="/qn"):
        """Runs the Windows installer, and keeps its log."""
        code, _ = self.run("msiexec", action, windows(installer), *words, level, "/l*v", windows(self.folder / "msi.log"))
        return code

    def log(self):
        """The log of the last installation."""
        return (self.folder / "msi.log").read_text(errors="replace")

    def registry(self, key):
        """Everything below a key, as text; empty where there is none."""
        code, out = self.run("reg", "query", key, "/s")
        return out if code == 0 else ""

    def installed(self):
        """Versions of this program that are listed as installed. Wine lists a person's own ones in the same place."""
        found = self.registry(rf"HKLM\{UNINSTALL}")
        entries = [entry for entry in found.split("\n\n") if "Separate Entrance" in entry]
        return [re.search(r"DisplayVersion +REG_SZ +(\S+)", entry).group(1) for entry in entries]

    def path(self, root=ENVIRONMENT):
        """The folders of PATH. Wine leaves a semicolon behind what it takes out."""
        found = re.search(r"PATH +REG_\S+ +(.*)", self.registry(root), re.IGNORECASE)
        return [folder for folder in found.group(1).split(";") if folder] if found else []

    def files(self):
        """Every file and folder that has our name in its path, or lies in the installer's own store."""
        found = []
        for path in self.drive.rglob("*"):
            name = str(path.relative_to(self.drive))
            if "eparate" in name or name.startswith("windows/Installer/"):
                found.append(name)
        return sorted(found)

    def read(self):
        """The text of everything on the screen."""
        return self.run(self.reader)[1]

    def see(self, wanted, child=None, longest=60):
        """Waits until a text is on the screen."""
        end = time.monotonic() + longest
        while time.monotonic() < end:
            said = self.read()
            if re.search(wanted, said):
                return said
            if child is not None and child.poll() is not None:
                raise Failed(f"ended with {child.returncode} before it said {wanted!r}")
            time.sleep(1)
        self.picture("missing")
        raise Failed(f"never said {wanted!r}, but: {said}")

    def running(self, name):
        """How many programs of this name run in it. This wine's own list of them is empty."""
        mine = f"WINEPREFIX={self.folder / 'prefix'}".encode()
        found = 0
        for at in Path("/proc").glob("[0-9]*"):
            try:
                first = (at / "cmdline").read_bytes().split(b"\0")[0]
                found += first.endswith(name.encode()) and mine in (at / "environ").read_bytes().split(b"\0")
            except OSError:
                # It ended meanwhile.
                continue
        return found

    def ends(self, name):
        """Asks a program to close, as by the cross of its window, and waits until it has."""
        self.run("taskkill", "/im", name)
        end = time.monotonic() + 30
        while self.running(name):
            expect(f"{name} does not close", time.monotonic() < end)
            time.sleep(0.5)

    def key(self, *keys):
        """Presses keys in the box in the middle: without a window manager they go to what is under the pointer."""
        subprocess.run([*self.inside, "xdotool", "mousemove", "640", "460", "sleep", "0.3", "key", *keys], env=self.env, check=True)

    def click(self, x, y):
        """Clicks somewhere on the screen, as long as a finger does: what is pressed and left within one frame is no click."""
        words = ["mousemove", str(x), str(y), "sleep", "0.3", "mousedown", "1", "sleep", "0.15", "mouseup", "1", "sleep", "0.3"]
        subprocess.run([*self.inside, "xdotool", *words], env=self.env, check=True)

    def type(self, text):
        """Types where the last click was."""
        subprocess.run([*self.inside, "xdotool", "type", "--delay", "30", text], env=self.env, check=True)

    def bars(self, name, width):
        """Where the accent's colour stands so wide on a picture of the screen: the first dots, from the top."""
        png = self.picture(name)
        size = subprocess.run(["identify", "-format", "%w", str(png)], stdout=subprocess.PIPE, text=True, check=True)
        line = 3 * int(size.stdout)
        dots = subprocess.run(["convert", str(png), "-depth", "8", "rgb:-"], stdout=subprocess.PIPE, check=True).stdout
        found = []
        for y in range(len(dots) // line):
            at = dots.find(bytes(ACCENT) * width, y * line, (y + 1) * line)
            if at >= 0 and (at - y * line) % 3 == 0:
                found.append(((at - y * line) // 3, y))
        return found

    def wait_for_bars(self, name, width, longest=30):
        """Waits until there is one."""
        end = time.monotonic() + longest
        while not (found := self.bars(name, width)):
            expect(f"nothing in the accent's colour in {name}", time.monotonic() < end)
            time.sleep(0.5)
        return found

    def primary(self, name):
        """Where the big button of our window is, as soon as it is painted: a wide bar of the accent's colour, the lowest
        one."""
        x, y = self.wait_for_bars(name, BUTTON)[-1]
        return x + BUTTON // 2, y - 10

    def corner(self, name):
        """Where our window begins: the picture beside its name has the accent's colour too."""
        x, y = self.wait_for_bars(name, 20)[0]
        return x - 21, y - 21

    def press_primary(self, name):
        """Clicks the big button."""
        self.click(*self.primary(name))
        # Under the pointer the button has another colour.
        subprocess.run([*self.inside, "xdotool", "mousemove", "600", "690"], env=self.env, check=True)

    def picture(self, name):
        """Keeps a picture of the screen."""
        path = self.pictures / f"{name}.png"
        subprocess.run([*self.inside, "import", "-window", "root", str(path)], env=self.env, check=True)
        return path


def windows(path):
    """A path as Windows sees it."""
    return "Z:" + str(Path(path).resolve()).replace("/", "\\")


def compile_c(source, to, *words):
    """Compiles a small program for Windows."""
    env = {**os.environ, "PATH": f"{GCC.parent}:{os.environ['PATH']}"}
    subprocess.run([str(GCC), "-O2", "-s", "-o", str(to), str(HERE / source), *words], env=env, check=True)

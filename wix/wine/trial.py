"""What is tried under wine, and what is looked at each time: the installers of one build and of an older one, a Windows
to install them in, and an office with a real router around it."""

import json

from builds import aged, package, version_of
from desk import Desk, expect, windows
from office import PBX, ROUTER

FOLDER = "Program Files/Separate Entrance"
NAME = "separate-entrance.exe"
PRESET = "separate-entrance.preset.toml"
BELL = ["--system", "asterisk", "--pbx", PBX, "--using", "sip-udp"]
#: What stands in the router's list then.
OURS = f"UDP 5060->{PBX}:5060"
EVERY_FILE = ["LICENSE-APACHE.txt", "LICENSE-FONTS.txt", "LICENSE-MIT.txt", "entrance.exe", "separate-entrance.exe"]
# msiexec ends with 1603 where an installation fails; wine hands on its last eight bits.
REFUSED = 1603 & 0xFF


class Trial:
    """One desk, and what is put on it."""

    def __init__(self, work, programs, office, kept):
        self.work = work
        self.kept = kept
        self.office = office
        self.programs = programs
        self.version = version_of(programs)
        self.older = "0.0.9"
        old = aged(programs, work / "older", self.older)
        self.new = package(programs, self.version, work / "new.msi")
        self.again = package(programs, self.version, work / "again.msi")
        self.old = package(old, self.older, work / "old.msi")
        self.own = package(programs, self.version, work / "own.msi", "--user")
        self.own_old = package(old, self.older, work / "own-old.msi", "--user")
        self.preset = work / "preset"
        self.preset.mkdir()
        (self.preset / PRESET).write_text('name = "Example Telecom"\n')
        self.vendors = package(programs, self.version, work / "vendors.msi", "--preset", self.preset)
        self.new_size = self.new.stat().st_size
        self.seconds = self.measured = None
        # What this wine cannot show, whatever the installers are like.
        self.notes = []
        self.desk = Desk(work / "desk", kept, ["ip", "netns", "exec", office.space("pc")])
        self.before = self.desk.files()
        self.path_before = self.desk.path()
        self.path_after = [*self.path_before, "C:\\Program Files\\Separate Entrance\\"]

    def is_installed(self, programs, folder=FOLDER, besides=()):
        """Exactly these programs are there, whole."""
        there = sorted(path.name for path in (self.desk.drive / folder).iterdir())
        expect(f"{folder} has {there}", there == sorted([*EVERY_FILE, *besides]))
        for name in ["separate-entrance.exe", "entrance.exe"]:
            same = (self.desk.drive / folder / name).read_bytes() == (programs / name).read_bytes()
            expect(f"{name} is another one", same)

    def is_gone(self):
        """Nothing of it is left: no file, no shortcut, no line in the registry, no folder in PATH. What the program knows
        about the office stays."""
        left = [name for name in self.desk.files() if name not in self.before and not name.startswith("users/root/AppData/Local/separate-entrance")]
        # The desktop is a folder elsewhere.
        left += [path.name for path in (self.desk.drive / "users/root/Desktop").glob("*.lnk")]
        expect(f"left: {left}", not left)
        expect(f"listed: {self.desk.installed()}", not self.desk.installed())
        for key in [r"HKLM\Software\Separate Entrance", r"HKCU\Software\Separate Entrance",
                    r"HKLM\Software\Classes\separate-entrance", r"HKCU\Software\Classes\separate-entrance"]:
            expect(f"left: {key}", not self.desk.registry(key))
        expect(f"PATH is {self.desk.path()}", self.desk.path() == self.path_before)
        mine = self.desk.path(r"HKCU\Environment")
        expect(f"the person's PATH is {mine}", not any("Separate" in folder for folder in mine))

    def says_no(self, installer, sentence, *words):
        """Whoever double-clicks it reads why, and nothing is installed."""
        child = self.desk.start("msiexec", "/i", windows(installer), *words, "/qb")
        self.desk.see(sentence, child)
        self.desk.picture("no-" + installer.stem)
        self.desk.key("Return")
        expect("it was not refused", child.wait(60) == REFUSED)

    def is_opened(self, name):
        """Its window is on the screen, painted, and closes when asked to."""
        self.desk.see("Separate Entrance")
        self.desk.primary(name)
        expect("it runs twice", self.desk.running(NAME) == 1)
        self.desk.ends(NAME)

    def is_upgraded_by(self, installer):
        """Only the newer one is there."""
        expect("it failed", self.desk.msi("/i", installer) == 0)
        self.is_installed(self.programs)
        expect(f"listed: {self.desk.installed()}", self.desk.installed() == [self.version])
        expect(f"PATH is {self.desk.path()}", self.desk.path() == self.path_after)

    def is_open(self):
        """Our line, and no other, is in the router's list."""
        lines = self.office.table()
        return len(lines) == 1 and OURS in lines[0]

    def opens_an_entrance(self):
        """At a real router, miniupnpd, in a network of its own."""
        code, out = self.desk.run("entrance.exe", "open", "--router", ROUTER, *BELL, "--yes", "--json")
        changes = [change["result"] for change in json.loads(out)["changes"]]
        expect(f"ended with {code}: {changes}", changes == ["opened"] and self.is_open())

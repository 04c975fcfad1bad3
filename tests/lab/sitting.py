"""One office for several tests, each of which finds it as it was built: what a test starts, maps, drops or restricts
goes with it. Building an office costs seconds, and most tests need no other one."""

import contextlib
import subprocess
import tempfile
from pathlib import Path

from office import PBX, ROUTER, Office, asterisk_root, wait_for
from programs import Person

# Its description's address spares upnpc the search, which takes two seconds.
UPNPC = ["upnpc", "-u", f"http://{ROUTER}:5000/rootDesc.xml"]

_standing = {}


@contextlib.contextmanager
def sitting(**options):
    """`with sitting() as office:` — the office with these options that stands already, or a new one."""
    guest = Sitting(_office(options))
    try:
        yield guest
    finally:
        guest.end()


@contextlib.contextmanager
def alone(**options):
    """The same, of an office that is built for this test and goes with it."""
    with Office(**options) as office:
        guest = Sitting(office)
        try:
            yield guest
        finally:
            guest.end()


def _office(options):
    key = tuple(sorted(options.items()))
    if key not in _standing:
        # Two kinds of office at once would only cost memory: the tests of one kind stand side by side.
        close()
        _standing[key] = Office(**options).__enter__()
    return _standing[key]


def close():
    """Takes down whatever still stands. The runner calls it at the end, whatever happened."""
    for office in _standing.values():
        office.__exit__(None, None, None)
    _standing.clear()


class Sitting:
    """An office for the length of one test, with a folder of its own."""

    def __init__(self, office):
        self.office = office
        self.folder = Path(tempfile.mkdtemp(dir=office.folder))
        self.children = []
        self.restricted = []
        self.changed = False

    def __getattr__(self, name):
        return getattr(self.office, name)

    def start(self, house, *command, log=None, **more):
        """Starts a program that ends with the test."""
        sink = open(log, "w") if log else subprocess.DEVNULL
        child = subprocess.Popen(["ip", "netns", "exec", self.space(house), *map(str, command)],
                                 stdin=subprocess.DEVNULL, **{"stdout": sink, "stderr": sink, **more})
        self.children.append(child)
        return child

    def restrict(self, house, rules, family="inet"):
        """Rules for the kernel of one house, as `chain x { … }`."""
        self.nft(house, f"table {family} lab {{\n{rules}\n}}")
        self.restricted.append((house, family))

    def free(self):
        """Takes all such rules back, and what the kernels remember of conversations under them."""
        for house, family in self.restricted:
            self.at(house, "nft", "delete", "table", family, "lab")
        self.restricted.clear()
        self.forget_flows()

    def forget_flows(self):
        for house in ["router", "mobile"]:
            self.at(house, "conntrack", "-F", check=False)

    def router(self, **options):
        """The router again, with other options, until the test ends: as after a restart, its list is empty."""
        self.changed = True
        self.office.stop_miniupnpd()
        self.office.start_miniupnpd(**options)

    def mute_router(self):
        """The router takes no requests of any kind until the test ends."""
        self.changed = True
        self.office.stop_miniupnpd()

    def map(self, port, protocol="UDP", client=None, inside=None, seconds=None):
        """A line in the router's list, as some program or a careless hand made it."""
        done = self.at("pc", *UPNPC, "-e", "by mistake", "-a", client or PBX, inside or port, port, protocol,
                       *([str(seconds)] if seconds else []))
        assert "is redirected" in done.stdout, done.stdout

    def unmap_all(self):
        listed = self.at("pc", *UPNPC, "-l", check=False).stdout.splitlines()
        for line in listed:
            words = line.split()
            if "->" in line and words[1:2] in (["UDP"], ["TCP"]):
                self.at("pc", *UPNPC, "-d", words[2].split("->")[0], words[1], check=False)

    def asterisk(self, command):
        """Says something to the phone system at its own prompt, and gives the answer."""
        config = f"/{self.prefix}/etc/asterisk.conf"
        return self.at("pbx", "chroot", asterisk_root(), "asterisk", "-C", config, "-rx", command).stdout

    def unmap_by_hand(self):
        self.at("router", "nft", "flush chain inet nat pre_by_hand; flush chain inet filter by_hand")

    def asterisk_log(self):
        """What Asterisk writes down about visitors from now on: its stock log, and its security events as guides for
        such guards advise, by which each refusal stands there twice."""
        root = asterisk_root()
        # A log for each test: a guard reads from its beginning, and would ban for what an earlier test did.
        name = f"guarded-{self.folder.name}"
        self.asterisk(f"logger add channel {name} notice,warning,error,security")
        log = root / self.prefix / "log" / name
        wait_for("Asterisk opens the log", log.exists)
        return log

    def end(self):
        for child in reversed(self.children):
            child.terminate()
        for child in self.children:
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        # What a phone of this test signed in as would stay so for ten minutes, and be in somebody's way.
        if self.with_asterisk:
            self.asterisk("database deltree registrar contact")
        self.unmap_by_hand()
        self.unmap_all()
        # A list that could not be read in time leaves its lines; the next test must not find them.
        if self.changed or any("dnat" in rule for rule in self.rules()):
            self.router()
        self.free()


class Owner(Person):
    """The owner at the office's PC, who names the router: the search for others takes seconds, and is not what these
    tests are about."""

    def __init__(self, office, name=None):
        super().__init__(office, "pc", name)

    def entrance(self, *args, **more):
        return super().entrance(*args, "--router", ROUTER, **more)


def invited(office, name):
    """An owner whose entrances for calls and voices are open, and the code with which somebody is asked to knock."""
    office.map(5060)
    office.by_hand("udp", "10000-20000", PBX)
    office.forget_flows()
    owner = Owner(office, name)
    owner.entrance("check", "--system", "asterisk", "--pbx", PBX, "--using", "sip-udp,rtp")
    return owner, owner.entrance("invite").last_line()

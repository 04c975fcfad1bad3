"""The packages that are tried: where they lie, how commands are run on them, and what was measured on the way."""

import json
import re
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "tests" / "output" / "packages"
WINDOW, TERMINAL = "separate-entrance", "separate-entrance-terminal"
OLDER = "0.0.9-1"
FIGURES = []


class Built:
    """Folders of what was built: all programs, and those without any library of the system."""

    programs = static = None


class Skipped(Exception):
    """What this machine cannot show."""


def run(*command, check=True, **more):
    done = subprocess.run(list(map(str, command)), check=False, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, **more)
    if check and done.returncode:
        raise AssertionError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout[-3000:]}")
    return done.stdout


def package(name, older=False):
    found = sorted((OUT / "older" if older else OUT).glob(f"{name}_*.deb"))
    assert len(found) == 1, found
    return found[0]


def make_older(newer):
    """The same package under the version of an earlier one."""
    with tempfile.TemporaryDirectory() as folder:
        run("dpkg-deb", "-R", newer, folder)
        control = Path(folder) / "DEBIAN/control"
        control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {OLDER}", control.read_text()))
        (OUT / "older").mkdir(exist_ok=True)
        run("dpkg-deb", "-Znone", "-b", folder, OUT / "older" / newer.name.replace(newer.name.split("_")[1], OLDER))


def rpm(name):
    found = sorted(OUT.glob(f"{name}-[0-9]*.rpm"))
    assert len(found) == 1, found
    return found[0]


def ready(root, *command):
    """A whole practice office, from inside."""
    told = root.run(*command, "check", "--practice", "all-well", "--json")
    report = json.loads(told.output[told.output.index("{"):told.output.rindex("}") + 1])
    assert report["verdict"] == "ready", report["verdict"]

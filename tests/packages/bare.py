"""Bare Linux systems in folders of their own: laid out once by debootstrap, and for each test a fresh copy above that
vanishes with it. Needs root, and a namespace of mounts that the caller made."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "separate-entrance"
#: What a system writes while packages come and go, whosever they are.
OF_THE_SYSTEM = ("var/lib/dpkg/", "var/lib/apt/", "var/cache/", "var/log/", "var/lib/systemd/deb-systemd-helper-", "proc/",
                 "dev/", "sys/", "run/", "tmp/", "var/lib/rpm/", "usr/share/icons/hicolor/icon-theme.cache")


def laid_out(suite, *packages):
    """A bare Debian with these packages, made once. The reason in an exception where it cannot be had."""
    folder = CACHE / "-".join(["bare", suite, *packages])
    if folder.exists():
        return folder
    new = folder.with_suffix(".new")
    shutil.rmtree(new, ignore_errors=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    command = ["debootstrap", "--variant=minbase", *([f"--include={','.join(packages)}"] if packages else []), suite, new]
    made = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if made.returncode:
        raise RuntimeError(f"{suite} cannot be laid out: {made.stdout[-400:]}{made.stderr[-400:]}")
    new.rename(folder)
    return folder


class Root:
    """`with Root(base) as root:` — a copy that may be spoiled. `room`: how much can be written to it, such as `8M`."""

    def __init__(self, base, room="4G"):
        self.base, self.room = base, room

    def __enter__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="separate-entrance-bare-"))
        mount("-t", "tmpfs", "-o", f"size={self.room},mode=755", "tmpfs", self.folder)
        self.path = self.folder / "root"
        for name in ("above", "work", "root"):
            (self.folder / name).mkdir()
        layers = f"lowerdir={self.base},upperdir={self.folder}/above,workdir={self.folder}/work"
        mount("-t", "overlay", "-o", layers, "overlay", self.path)
        mount("-t", "proc", "proc", self.path / "proc")
        mount("--rbind", "/dev", self.path / "dev")
        return self

    def __exit__(self, *_):
        subprocess.run(["umount", "--recursive", "--lazy", self.folder], check=True)
        self.folder.rmdir()

    def run(self, *command, check=True, env=None, stdin=None):
        """Runs a command inside; both streams in one."""
        told = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8", "DEBIAN_FRONTEND":
                "noninteractive", **(env or {})}
        done = subprocess.run(["chroot", self.path, *map(str, command)], env=told, check=False, text=True, input=stdin,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=900)
        if check and done.returncode:
            raise AssertionError(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout[-3000:]}")
        done.output = done.stdout
        return done

    def take(self, *files):
        """Copies files into it, and gives their paths there."""
        (self.path / "root").mkdir(exist_ok=True)
        return ["/root/" + Path(shutil.copy(file, self.path / "root")).name for file in files]

    def install(self, *packages):
        """By Debian's own client, with everything that the packages name."""
        self.run("apt-get", "update", "-qq")
        return self.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)

    def files(self):
        """Every file but the system's own notes."""
        found = set()
        for folder, folders, names in os.walk(self.path):
            inside = os.path.relpath(folder, self.path) + "/"
            inside = "" if inside == "./" else inside
            folders[:] = [f for f in folders if not f"{inside}{f}/".startswith(OF_THE_SYSTEM)]
            found.update(f"{inside}{name}" for name in [*names, *folders])
        return {name for name in found if not name.startswith(OF_THE_SYSTEM)}


def mount(*words):
    subprocess.run(["mount", *map(str, words)], check=True)

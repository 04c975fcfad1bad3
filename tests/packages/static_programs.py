"""Tries the programs without any library of the system: in an empty folder, on an older Debian, and without the system
calls of newer kernels."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from bare import Root, laid_out
from made import FIGURES, OUT, Built, ready, run


def the_static_programs_need_only_a_kernel():
    for name in ("entrance", "entrance-helper"):
        program = Built.static / name
        assert "INTERP" not in run("readelf", "--wide", "--program-headers", program)
        assert "no dynamic section" in run("readelf", "--dynamic", program)
        assert "not a dynamic executable" in run("ldd", program, check=False)
        FIGURES.append(f"{name} without any library: {program.stat().st_size / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        # A system in which there is nothing at all.
        for name in ("entrance", "entrance-helper"):
            shutil.copy(Built.static / name, folder)
        (Path(folder) / "tmp").mkdir()
        told = run(shutil.which("chroot"), folder, "/entrance", "check", "--practice", "all-well", "--json",
                   env={"HOME": "/", "LC_ALL": "C"})
        assert '"verdict": "ready"' in told, told[:2000]
        assert run(shutil.which("chroot"), folder, "/entrance-helper", "--version", env={}).startswith("entrance-helper ")


def the_static_programs_run_on_the_oldest_debian_there_is():
    with Root(laid_out("bullseye")) as root:
        root.take(Built.static / "entrance", Built.static / "entrance-helper")
        ready(root, "/root/entrance")
        assert root.run("/root/entrance", "--version").output.startswith("entrance ")
        told = root.run("/root/entrance", "invite", "--practice", "all-well").output
        assert re.search(r"^[0-9A-Z]{6}(-[0-9A-Z]{6}){5,}$", told, re.M), told
        # The one built for Debian 12 asks for a newer library, and says so instead of half running.
        root.take(Path(Built.programs) / "entrance")
        told = root.run("/root/entrance", "--version", check=False)
        assert told.returncode == 0 or "GLIBC" in told.output, told.output


def the_static_programs_run_without_the_calls_of_newer_kernels():
    hold = Path(__file__).parent / "older_kernel.py"
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "SEPARATE_ENTRANCE_DIR": folder, "LC_ALL": "C"}
        # Negative control: a call that came with Linux 3.17 fails there.
        random = "import os\ntry:\n os.getrandom(1)\n print('there')\nexcept OSError as e:\n print(e.strerror)"
        assert "not implemented" in run(hold, 311, sys.executable, "-c", random, env=env)
        for last, kernel in ((311, "3.2"), (298, "2.6.32")):
            told = run(hold, last, Built.static / "entrance", "check", "--practice", "all-well", "--json", env=env, check=False)
            works = '"verdict": "ready"' in told
            FIGURES.append(f"static entrance with the system calls of Linux {kernel}: {'ready' if works else 'fails'}")
            assert works or kernel == "2.6.32", told[-2000:]
        helper = subprocess.Popen([hold, "311", Built.static / "entrance-helper", "--listen", "127.0.0.1:0", "--known-as",
                                   "helper.example", "--state", folder, "--allow-private"], env=env, text=True,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        try:
            lines = []
            while line := helper.stdout.readline():
                lines.append(line)
                if line.startswith("helper-link: "):
                    break
            else:
                raise AssertionError("".join(lines))
        finally:
            helper.terminate()
            helper.wait()
        calls = run("strace", "-f", "-qq", "-c", "-U", "name", Built.static / "entrance", "check", "--practice", "all-well",
                    env=env, stdin=subprocess.DEVNULL, check=False)
        names = sorted(set(re.findall(r"^([a-z_0-9]+)$", calls, re.M)) - {"total", "syscall"})
        (OUT / "system-calls.txt").write_text("\n".join(names) + "\n")
        assert {"socket", "epoll_create1"} <= set(names), names

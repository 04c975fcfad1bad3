"""What is carried and what is waited for before anything runs: the size of the programs, a clean build, a warm test run."""

import os
import subprocess
import tempfile
from pathlib import Path

from measure import Row, milliseconds, within

ROOT = Path(__file__).resolve().parents[3]


def binaries(_):
    for name, variable, most in [("window", "WINDOW", 16), ("terminal", "ENTRANCE", 6), ("helper", "HELPER", 6)]:
        size = [Path(os.environ[variable]).stat().st_size / 1e6]
        yield Row(f"size of the {name}", "MB", size, goal=f"under {most}", met=within(size, most))


def build(_):
    """Once, into a folder of its own; minutes."""
    with tempfile.TemporaryDirectory(prefix="se-bench-") as folder:
        env = {**os.environ, "CARGO_TARGET_DIR": folder}

        def cargo(*words):
            return [milliseconds(lambda: subprocess.run(["cargo", *words, "--locked"], cwd=ROOT, env=env, check=True,
                                                        stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                                        stderr=subprocess.DEVNULL)) / 1000]

        yield Row("clean build, debug, all three programs", "s", cargo("build", "--bins"))
        yield Row("clean build, release, all three programs", "s", cargo("build", "--release", "--bins"))
        cargo("test", "--no-run")
        yield Row("warm test run: `cargo test`", "s", cargo("test"))


ROWS = {"binaries": binaries, "build": build}
SLOW = ["build"]

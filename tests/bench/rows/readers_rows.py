"""The pure parts, one call at a time, by the microbenchmarks in `tests/bench/pure.rs`: readers of what strangers send
beside the libraries' own, what they keep of hostile bytes, and the judge."""

import os
import re
import subprocess
from pathlib import Path

from measure import Missing, Row, within

ROOT = Path(__file__).resolve().parents[3]
NANOSECONDS = {"ns": 1, "µs": 1e3, "us": 1e3, "ms": 1e6, "s": 1e9}


def told():
    """Fastest, median and slowest of each benchmark in nanoseconds, and the most bytes that it held at a time."""
    done = subprocess.run(["cargo", "bench", "--quiet", "--bench", "pure"], cwd=ROOT, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
                          env={**os.environ, "CARGO_TERM_COLOR": "never"})
    if done.returncode != 0:
        raise Missing(f"cargo bench: {done.stderr.strip().splitlines()[-1][:120]}")
    return done.stdout


ROWS = {}

"""The pure parts, one call at a time, by the microbenchmarks in `tests/bench/pure.rs`: readers of what strangers send
beside the libraries' own, what is held of hostile bytes, and the judge."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from measure import Missing, Row, part_of, within

ROOT = Path(__file__).resolve().parents[3]
NANOSECONDS = {"ns": 1, "µs": 1e3, "ms": 1e6, "s": 1e9}
BYTES = {"B": 1, "KB": 1e3, "MB": 1e6, "GB": 1e9}
#: KiB of hostile input.
SIZES = [16, 64, 256, 1024]


def measured():
    """By path, as `sip/ours`: fastest, median and slowest in nanoseconds, and the most bytes held at a time."""
    # The versions and the profile of the program itself, so that what is measured is what is shipped.
    package = ROOT / "tests" / "bench"
    shutil.copy(ROOT / "Cargo.lock", package / "Cargo.lock")
    profile = re.search(r"(?ms)^\[profile\.release\].*?(?=^\[lints)", (ROOT / "Cargo.toml").read_text())[0]
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as settings:
        settings.write(profile)
        settings.flush()
        done = subprocess.run(["cargo", "bench", "--quiet", "--config", settings.name, "--manifest-path", package / "Cargo.toml",
                               "--bench", "pure"],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False,
                              env={"CARGO_TARGET_DIR": str(ROOT / "target"), **os.environ, "CARGO_TERM_COLOR": "never"})
    if done.returncode != 0:
        raise Missing(f"cargo bench: {(done.stderr.strip().splitlines() or ['nothing said'])[-1][:120]}")
    return read(done.stdout)


def read(text):
    """What divan prints: a tree of names, beside each its columns, and below it lines of what it held."""
    times, held, path, below = {}, {}, [], None
    for line in text.splitlines():
        branch = re.match(r"^((?:│  |   )*)[├╰]─ (\S+)\s*(.*)$", line)
        if branch:
            depth = len(branch[1]) // 3
            path[depth:] = [branch[2]]
            columns = [column.split() for column in branch[3].split("│")]
            if len(columns) > 2 and len(columns[0]) == 2:
                fastest, slowest, median = (float(value) * NANOSECONDS[unit] for value, unit in columns[:3])
                times["/".join(path)] = [fastest, median, slowest]
            below = None
            continue
        heading = re.search(r"(max alloc|alloc|dealloc|grow|shrink):", line)
        if heading:
            below = (heading[1], 0)
        elif below:
            below = (below[0], below[1] + 1)
            # The first line below is a count, the second are bytes; of the median.
            value = [column.strip("│ ").split() for column in line.strip("│ ").split("│")]
            if below == ("max alloc", 2) and len(value) > 2 and len(value[2]) == 2:
                held["/".join(path)] = float(value[2][0]) * BYTES[value[2][1]]
    if not times:
        raise Missing("divan printed nothing that could be read")
    return times, held


def readers(_):
    times, held = measured()

    def micro(name):
        return [value / 1e3 for value in times[name]]

    beside = {"rsip": micro("sip/rsip")}
    yield Row("SIP reader: one reply", "µs", micro("sip/ours"), beside, goal="as fast", met=part_of(micro("sip/ours"), beside, 1))
    beside = {"quick-xml, namespaces and attributes checked": micro("description/quick_xml")}
    ours = micro("description/ours")
    yield Row("description reader: one router's", "µs", ours, beside, {"quick-xml's pieces alone": micro("description/quick_xml_bare")},
              "as fast", part_of(ours, beside, 1))
    kinds = sorted({name.rsplit("/", 1)[0] for name in times if name.startswith("hostile/")})
    for kind in kinds:
        kept = [held.get(f"{kind}/{size}", 0) / 1024 for size in SIZES]
        name = kind.split("/")[-1].replace("_", " ")
        yield Row(f"held of hostile bytes: {name}", "KiB", [kept[-1]], {}, {"of a sixteenth of it": [kept[1]]},
                  "no more for more", within([kept[-1]], max(kept[1], kept[2]) * 1.01),
                  ", ".join(f"{k:.0f} of {s}" for k, s in zip(kept, SIZES)))
    for name, said in [("most_services", "48 services, the most a phone system may have"), ("usual", "FreePBX")]:
        took = [value / 1e6 for value in times[f"judging/{name}"]]
        # A hundred services in proportion.
        yield Row(f"judge a report of {said}, asked inside and outside", "ms", took, goal="under 1 ms for 100",
                  met=within(took, 48 / 100 if name == "most_services" else 1))


ROWS = {"readers": readers}

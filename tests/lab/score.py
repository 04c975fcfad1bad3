"""The scoreboard's side of the lab: what a check must say to the letter, and which codes a test proves."""

import os
import tomllib
from pathlib import Path

BOARD = Path(os.environ.get("OUTPUT", "tests/output")) / "scoreboard-lab.txt"

#: By scenario: causes, and what each of them explains. A scenario that is not there has nothing folded.
FOLDED = tomllib.loads((Path(__file__).parent / "folded.toml").read_text())

_expected = set()


def proves(*codes):
    """`@proves("code", …)` — the test fails unless each of these codes was looked for by `exactly`."""
    def mark(test):
        test.proves = set(codes)
        return test
    return mark


def start():
    """A new board."""
    BOARD.parent.mkdir(parents=True, exist_ok=True)
    BOARD.write_text("")


def begin():
    _expected.clear()


def end(test):
    """Holds a test to what it claims."""
    idle = getattr(test, "proves", set()) - _expected
    assert not idle, f"{test.__name__} claims to prove {sorted(idle)} and never looks for it"


def exactly(answer, scenario, verdict, *codes):
    """The verdict and the findings that stand on their own: these codes, none missing and none extra, with their
    consequences folded under them as `folded.toml` says. Every comparison is a line on the board, under a scenario's
    name."""
    assert answer.out.startswith("{"), f"{scenario}: no report\n{answer}"
    report = answer.report()
    found, said, folded = report.codes(), report.data["verdict"], report.causes()
    red = set(report.codes("blocker", "problem")) - set(codes)
    if said == "ready" and verdict != "ready":
        result = "false-green"
    elif red:
        result = "false-red"
    elif found == sorted(codes) and said == verdict and folded == FOLDED.get(scenario, {}):
        result = "right"
    else:
        result = "wrong"
    with open(BOARD, "a") as board:
        board.write(f"lab\t{scenario}\t{result}\n")
    assert result == "right", (f"{scenario}: {result}\n  is {said} {found} {folded}\n"
                               f"  not {verdict} {sorted(codes)} {FOLDED.get(scenario, {})}\n{answer}")
    _expected.update(codes)
    return report


def figure(name, number):
    """For the closing table of tests/run, which adds them up."""
    print(f"FIGURE {name} {number}", flush=True)

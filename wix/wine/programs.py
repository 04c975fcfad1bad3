"""Both programs in use under wine, as they were installed, and the one file that a colleague gets. Each function is one
part of the trial; wix/try knows their order."""

import json
import os
import re
import subprocess
import time
from pathlib import Path

from desk import Desk, expect
from installers import MENU
from office import ROUTER
from trial import BELL, FOLDER

PORTABLE = Path(__file__).resolve().parents[2] / "assets" / "portable"
SETTINGS = "users/root/AppData/Local/separate-entrance/data"


def checks_the_practice_office(trial):
    # Found by its name alone, as in a terminal.
    code, out = trial.desk.run("entrance.exe", "check", "--practice", "all-well", "--json")
    (trial.kept / "all-well.json").write_text(out)
    report = json.loads(out)
    expect(f"ended with {code}", code == 0)
    expect(f"verdict {report['verdict']}", report["verdict"] == "ready")
    verified = [s["id"] for s in report["services"] if s["verdict"] == "verified"]
    expect(f"verified: {verified}", "sip-udp" in verified)
    code, out = trial.desk.run("entrance.exe", "check", "--practice", "nothing-opened", "--json")
    expect(f"ended with {code} where nothing is open", code == 1 and json.loads(out)["verdict"] == "action-needed")


def shows_its_window(trial):
    exe = trial.desk.drive / FOLDER / "separate-entrance.exe"
    code, out = trial.desk.run(exe, "--self-test")
    expect(f"ended with {code}", code == 0)
    trial.measured = json.loads(out)
    clicks_through(trial, exe)


def opens_by_its_entry_and_by_a_link(trial):
    """As a click in the start menu and a click on an office's link do. The entry shows the first screen, the link what
    a colleague agrees to."""
    invitation = invites(trial)
    entry = trial.desk.drive / "users/root" / MENU
    for name, words in [("entry", ["/unix", entry]), ("link", ["separate-entrance:" + invitation])]:
        code, said = trial.desk.run("start", *words)
        expect(f"the {name} cannot be started: {said}", code == 0)
        trial.is_opened("opened-by-" + name)


def invites(trial):
    """A code for a colleague, made in the office."""
    code, invitation = trial.desk.run("entrance.exe", "invite", "--router", ROUTER, *BELL)
    expect(f"ended with {code}", code == 0)
    return invitation.strip()


def draws_without_the_usual_way(trial):
    """What comes after OpenGL's own renderer where that one fails."""
    exe = trial.desk.drive / FOLDER / "separate-entrance.exe"
    trial.desk.env["WGPU_BACKEND"] = "gl"
    try:
        code, out = trial.desk.run(exe, "--renderer", "wgpu", "--self-test")
    finally:
        del trial.desk.env["WGPU_BACKEND"]
    expect(f"ended with {code}: {out}", code == 0 and json.loads(out)["first_frame_ms"] > 0)
    trial.notes.append("that the other renderer draws by DirectX 12: this wine has none, so it drew by OpenGL")


def helps_from_a_stick(trial):
    """The one file, on a colleague's computer in the street on which nothing was ever installed, from a stick that cannot
    be written on: a code pasted, agreed to, and knocked with. Then nothing of it is left but how often it knocked where."""
    invitation = invites(trial)
    stick = trial.work / "stick"
    stick.mkdir()
    made = subprocess.run([PORTABLE, stick, trial.programs / "separate-entrance.exe"], check=True,
                          stdout=subprocess.PIPE, text=True).stdout.strip()
    subprocess.run(["mount", "-o", "bind,ro", stick, stick], check=True)
    expect("the stick can be written on", not os.access(stick, os.W_OK))
    colleague = Desk(trial.work / "colleague", trial.kept, ["ip", "netns", "exec", trial.office.space("coworker")])
    try:
        before = colleague.files()
        child = colleague.start(made)
        colleague.see("Separate Entrance", child)
        x, y = colleague.corner("colleague-1-paste")
        colleague.click(x + 600, y + 245)
        colleague.type(invitation)
        colleague.press_primary("colleague-2-code")
        log = next(iter(colleague.drive.glob("users/root/**/separate-entrance-colleague/log.txt")), None)
        expect("it keeps no log", log is not None)
        is_logged(log, "what=invitation count=")
        time.sleep(1)
        colleague.press_primary("colleague-3-asked")
        is_logged(log, "what=walk", "what=result-code")
        time.sleep(1)
        colleague.picture("colleague-4-answer")
        colleague.run("taskkill", "/im", Path(made).name)
        expect("it does not close", child.wait(30) == 0)
        left = [Path(name).name for name in colleague.files() if name not in before]
        expect(f"left: {left}", set(left) <= {"separate-entrance-colleague", "budget.json"})
    finally:
        colleague.close()
        subprocess.run(["umount", stick], check=False)


def clicks_through(trial, exe):
    """Three screens of a practice office, by the mouse. What came of each click stands in the log file."""
    log = trial.desk.drive / SETTINGS / "log.txt"
    child = trial.desk.start(exe, "--practice", "all-well")
    try:
        trial.desk.see("Separate Entrance", child)
        trial.desk.press_primary("window-1-questions")
        is_logged(log, "what=look", "what=gateway .*NETGEAR", "what=looked at=Router", "what=finished")
        trial.desk.press_primary("window-2-building")
        time.sleep(1)
        trial.desk.press_primary("window-3-phone-system")
        is_logged(log, "what=ask-phone-system", "what=phone-system")
        time.sleep(1)
        trial.desk.picture("window-4-asked")
        # Without /f: asked to close, as by the cross of its window.
        trial.desk.run("taskkill", "/im", exe.name)
        expect("it does not close", child.wait(30) == 0)
    finally:
        child.kill()


def is_logged(log, *patterns):
    """Waits until a program's log has these lines."""
    end = time.monotonic() + 30
    missing = patterns
    while missing and time.monotonic() < end:
        time.sleep(0.2)
        told = log.read_text() if log.exists() else ""
        missing = [pattern for pattern in patterns if not re.search(pattern, told)]
    expect(f"the log lacks {missing}", not missing)

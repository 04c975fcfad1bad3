"""What still stands open when the program is about to be removed: asked about, taken back after a yes, and nothing else."""

import subprocess

from programs import Person
from screen import WINDOW
from sitting import sitting
from table import BELL

THEIRS, OURS = 5070, 5060


def removing(person, *words):
    """What an uninstaller starts: exit code, and what it said. Nobody sits at a terminal."""
    command = ["ip", "netns", "exec", person.office.space(person.house), WINDOW, "--take-back", *words]
    done = subprocess.run(command, env=person.env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
                          check=False)
    return done.returncode, done.stdout + done.stderr


def a_removal_takes_back_what_was_opened_and_nothing_else():
    with sitting(low="yes") as office:
        office.map(THEIRS)
        person = Person(office, "pc", "removing")
        person.folder.rmdir()
        assert removing(person) == (0, ""), "nothing was ever opened, and nothing is asked"
        assert not person.folder.exists(), "and nothing is left behind by asking"

        before = office.table()
        person.entrance("open", *BELL, "--yes")
        with_ours = office.table()
        assert len(with_ours) == len(before) + 1, (before, with_ours)
        assert removing(person)[0] == 3 and office.table() == with_ours, "without a yes everything stays"

        code, said = removing(person, "--yes")
        assert (code, office.table()) == (0, before), (code, said, office.table())
        assert said.strip().splitlines()[-1] == "Taken back: nothing that this program opened at your router is open any more.", said
        assert removing(person, "--yes") == (0, ""), "a second time there is nothing to ask"

        person.entrance("open", *BELL, "--yes")
        office.mute_router()
        code, said = removing(person, "--yes")
        assert code == 3 and f"still open at your router: UDP {OURS}" in said, (code, said)
        assert "Your router is not where it was" in said, said


TESTS = [a_removal_takes_back_what_was_opened_and_nothing_else]

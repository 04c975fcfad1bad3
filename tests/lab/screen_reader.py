"""What a screen reader finds in the window: for every line on stdin, one line of JSON with [role, name, focused, text]
of everything shown. A program of its own, since it needs the system's Python with gi and the bus of one display."""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# More than any screen has; a tree that never ends is cut.
MOST = 4000


def look(node, seen):
    if len(seen) >= MOST:
        return
    # Something may vanish while it is read.
    try:
        role, name = node.get_role_name(), node.get_name() or ""
        typed = Atspi.Text.get_text(node, 0, -1) if role == "entry" else ""
        seen.append([role, name, node.get_state_set().contains(Atspi.StateType.FOCUSED), typed])
        for at in range(node.get_child_count()):
            child = node.get_child_at_index(at)
            if child:
                look(child, seen)
    except GLib.Error:
        return


def main():
    Atspi.init()
    wanted = sys.argv[1]
    for _ in sys.stdin:
        seen = []
        desktop = Atspi.get_desktop(0)
        for at in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(at)
            if program and program.get_name() == wanted:
                program.clear_cache()
                look(program, seen)
        print(json.dumps(seen), flush=True)


main()

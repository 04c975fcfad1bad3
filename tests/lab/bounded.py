"""Bounds for a program among hostile boxes: the system itself gives it no more memory, so that whatever it swallows
shows as its end and not as a figure."""

from office import ROUTER
from programs import Person

#: Private memory, stacks of its threads included; a debug build needs a fifth of it for a check.
MOST = 64 * 1024 * 1024


def bound(person, most=MOST):
    """Whatever this person starts from now on has so much memory and no more."""
    person.wrap = ["prlimit", f"--data={most}", "--nofile=256", *person.wrap]
    return person


class Bound(Person):
    """The owner at the office's PC, whose programs are bounded."""

    def __init__(self, office, name):
        super().__init__(office, "pc", name)
        bound(self)

    def to_the_router(self, *args, **more):
        return self.entrance(*args, "--router", ROUTER, **more)

"""A router that lies about what it does: says yes and forgets, lists something else than it was asked, tells one question
one thing and the next another, keeps what it says it gave back, does late what it never answered. Nothing is called open
that does not read back, nothing is called taken back that is still there, and nothing that it made of our requests
stays behind."""

from xml.sax.saxutils import escape

from bounded import Bound
from gate import journalled
from liar import Box
from office import PBX, PHONE, ROUTER, wait_for
from programs import has
from score import exactly, figure
from sitting import sitting
from table import BELL, UNSEEN


class Forgets(Box):
    """Accepts, and forgets."""

    def add(self, action, values):
        return self.yes(action)


class LeadsElsewhere(Box):
    """Lists another machine than it was asked for."""

    def add(self, action, values):
        return super().add(action, {**values, "NewInternalClient": PHONE})


class OtherPort(Box):
    """Lists another port inside: that of the phone system's own management."""

    def add(self, action, values):
        return super().add(action, {**values, "NewInternalPort": "5038"})


class Disabled(Box):
    """Lists it switched off."""

    def add(self, action, values):
        return super().add(action, {**values, "NewEnabled": "0"})


class TwoTongues(Box):
    """Says to the precise question that it is there, and does not list it."""

    def lines(self):
        return []


class NeverThere(Box):
    """Says to the precise question that nobody is there, whatever it lists."""

    def soap(self, action, values):
        return self.no(714) if action == "GetSpecificPortMappingEntry" else super().soap(action, values)


class Wavers(Box):
    """Once it has it, it answers the precise question in turn with yes and no, and lists it at every other reading."""

    turn = 0

    def soap(self, action, values):
        self.turn = 0 if action == "AddPortMapping" else self.turn + 1
        if self.turn and self.turn % 2 == 0 and action in ("GetSpecificPortMappingEntry", "GetGenericPortMappingEntry"):
            return self.no(714)
        return super().soap(action, values)


class ChangesItsMind(Box):
    """Reads back as asked, and lists another machine from then on."""

    def soap(self, action, values):
        answer = super().soap(action, values)
        if action == "GetSpecificPortMappingEntry":
            for line in self.table.values():
                line["NewInternalClient"] = PHONE
        return answer


class HadItAllAlong(Box):
    """Lists every port of everybody as what was wished, before it was asked for anything."""

    def soap(self, action, values):
        if action == "GetSpecificPortMappingEntry":
            return self.yes(action, NewInternalPort=values["NewExternalPort"], NewInternalClient=PBX, NewEnabled=1,
                            NewPortMappingDescription="all yours", NewLeaseDuration=0)
        return super().soap(action, values)


class Refuses(Box):
    """Refuses with numbers that are none."""

    def add(self, action, values):
        return self.no("9" * 4000)


class AlwaysWantsItOtherwise(Box):
    """Wants no end where there is one and an end where there is none, for ever."""

    def add(self, action, values):
        return self.no(725)


class Paints(Box):
    """Words that would do something to a terminal, a page or a file, wherever it may say words."""

    name = "\x1b[2J\x1b]0;owned\x07<script>alert(1)</script>\u202eevil\u2066 & ' \" { $service }"

    def description(self, control="/ctl", inner=""):
        # Control characters are no XML; as numbers they are, and some readers let them through.
        spelt = "".join(f"&#{ord(c)};" if ord(c) < 32 else escape(c) for c in self.name)
        return super().description(control, inner).replace(self.name, spelt)

    def lines(self):
        return [*super().lines(), {
            "NewRemoteHost": "", "NewExternalPort": 9, "NewProtocol": "UDP", "NewInternalPort": 9,
            "NewInternalClient": PHONE, "NewEnabled": 1, "NewPortMappingDescription": self.name, "NewLeaseDuration": 0}]


class Endless(Box):
    """A list without an end, no two lines alike."""

    def soap(self, action, values):
        if action != "GetGenericPortMappingEntry":
            return super().soap(action, values)
        index = int(values["NewPortMappingIndex"])
        return self.yes(action, NewRemoteHost="", NewExternalPort=index % 5000 + 40000, NewProtocol="UDP",
                        NewInternalPort=1, NewInternalClient=f"10.{index % 250}.1.1", NewEnabled=1,
                        NewPortMappingDescription=f"line {index}", NewLeaseDuration=index)


class NeverTheSameStreet(Box):
    """Another address at each asking, none of them its own."""

    streets = ["10.1.2.3", "0.0.0.0", "100.64.9.9", "not an address", "", "::1", "255.255.255.255", "127.0.0.1", "\u0661.2.3.4"]
    turn = 0

    def soap(self, action, values):
        if action == "GetExternalIPAddress":
            self.turn += 1
            return self.yes(action, NewExternalIPAddress=self.streets[self.turn % len(self.streets)])
        return super().soap(action, values)


def results(answer):
    return [(c["result"], c["hindrance"]) for c in answer.report().data["changes"]]


def clean(answer):
    """No byte that a terminal would obey."""
    bad = {c for c in answer.out + answer.err if (ord(c) < 32 and c not in "\n\t") or c in "\x7f\u202e\u2066\x9b"}
    has(answer, not bad, f"shown as it came: {bad!r}")


#: What came of `open`, which findings stand then, and what came of `undo`.
LIES = [
    (Forgets, "refused", "does-not-read-back", ["mapping-table-full"], []),
    (LeadsElsewhere, "refused", "does-not-read-back", ["mapping-table-full"], []),
    (OtherPort, "refused", "does-not-read-back", ["mapping-table-full"], []),
    (Disabled, "refused", "does-not-read-back", ["mapping-table-full"], []),
    (Refuses, "failed", "no-answer", ["mapping-not-listed"], []),
    (AlwaysWantsItOtherwise, "refused", "nobody-holds-it", ["router-refuses"], []),
    (TwoTongues, "opened", None, ["mapping-not-listed"], ["undone"]),
    (NeverThere, "opened", None, [], ["undone"]),
    (Wavers, "opened", None, ["mapping-not-listed"], ["undone"]),
    (ChangesItsMind, "opened", None, ["mapping-wrong-device"], ["refused"]),
    (HadItAllAlong, "already-there", None, ["mapping-not-listed"], []),
    # A list that could not be read to its end: nothing is overwritten blindly.
    (Endless, None, None, [], []),
    (Paints, "opened", None, [], ["undone"]),
]


def a_routers_yes_is_worth_what_it_lists_afterwards():
    with sitting(low="yes") as office:
        office.mute_router()
        for kind, result, hindrance, codes, undone_as in LIES:
            name = f"a router that {kind.__name__}"
            owner = Bound(office, kind.__name__)
            with kind(office, "router", ROUTER) as box:
                seen = owner.to_the_router("open", *BELL, "--yes", "--json")
                clean(seen)
                has(seen, results(seen) == ([(result, hindrance)] if result else []), name)
                exactly(seen, name, "action-needed", *codes, *UNSEEN)
                has(seen, seen.report().data["verdict"] != "ready", f"{name}: no false green")
                words = owner.to_the_router("check", *BELL)
                clean(words)
                undone = owner.to_the_router("undo", "--all", "--yes", "--json")
                clean(undone)
                has(undone, [r for r, _ in results(undone)] == undone_as, f"{name}: taken back, {results(undone)}")
                left = {port: line for port, line in box.table.items() if line["NewInternalClient"] == PBX}
                has(undone, not left, f"{name}: left behind {left}")
            figure("hostile-cases", 1)
        figure("false-greens", 0)


class Keeps(Box):
    """Says yes to a delete and keeps the entrance."""

    def delete(self, action, values):
        return self.yes(action)


def what_was_not_taken_out_is_not_called_taken_back():
    with sitting(low="yes") as office:
        office.mute_router()
        owner = Bound(office, "keeps")
        with Keeps(office, "router", ROUTER) as box:
            owner.to_the_router("open", *BELL, "--yes", "--json")
            undone = owner.to_the_router("undo", "--all", "--yes", "--json")
            has(undone, results(undone) == [("refused", "does-not-read-back")], "it said yes and did not do it")
            has(undone, undone.report().service("sip-udp")["router"] == "mapped", "and lists it")
            has(undone, journalled(owner) == {5060: "made"}, "so it is still ours to take back")
            box.delete = lambda action, values: Box.delete(box, action, values)
            undone = owner.to_the_router("undo", "--all", "--yes", "--json")
            has(undone, results(undone) == [("undone", None)] and not box.table, "once it does as it is told")
        figure("hostile-cases", 1)


class Late(Box):
    """Answers nothing in time to whoever wants a change, and makes it all the same."""

    late = ("AddPortMapping",)

    def soap(self, action, values):
        if action in self.late:
            self.closed.wait(9)
        return super().soap(action, values)


def what_a_router_does_late_is_not_forgotten():
    with sitting(low="yes") as office:
        office.mute_router()
        owner = Bound(office, "late")
        with Late(office, "router", ROUTER) as box:
            seen = owner.to_the_router("open", *BELL, "--yes", "--json")
            has(seen, results(seen) == [("failed", "no-answer")] and not box.table, "no answer, and nothing listed")
            has(seen, journalled(owner) == {5060: "asked"}, "nobody knows what is still to come")
            wait_for("it does it after all", lambda: box.table)
            seen = owner.to_the_router("check", *BELL, "--json")
            has(seen, journalled(owner) == {5060: "made"}, "the next look finds it")
            has(seen, "broken off" in seen.err and "has this entrance" in seen.err, "and says so")
            exactly(seen, "a router that was late", "action-needed", *UNSEEN)

            box.late = ("DeletePortMapping",)
            undone = owner.to_the_router("undo", "--all", "--yes", "--json")
            has(undone, results(undone) == [("failed", "no-answer")], "no answer, and still listed")
            has(undone, journalled(owner) == {5060: "undoing"}, "it may go at any moment")
            wait_for("it goes", lambda: not box.table)
            seen = owner.to_the_router("check", *BELL, "--json")
            has(seen, journalled(owner) == {5060: "undone"}, "it was taken back")
            exactly(seen, "a router that was late to give back", "action-needed", "mapping-not-listed", *UNSEEN)
        figure("hostile-cases", 2)


def a_street_that_changes_at_each_asking_is_nobodys():
    with sitting(low="yes") as office:
        office.mute_router()
        with NeverTheSameStreet(office, "router", ROUTER):
            for turn in range(9):
                owner = Bound(office, f"street-{turn}")
                seen = owner.to_the_router("check", *BELL, "--json")
                street = seen.report().data["office"]["public_address"]
                has(seen, street is None, f"{street} is no street")
                invited = owner.to_the_router("invite", *BELL)
                has(invited, invited.exit != 0 and not invited.out.strip(), "nobody is sent there")
        figure("hostile-cases", 9)


TESTS = [
    a_routers_yes_is_worth_what_it_lists_afterwards,
    what_was_not_taken_out_is_not_called_taken_back,
    what_a_router_does_late_is_not_forgotten,
    a_street_that_changes_at_each_asking_is_nobodys,
]

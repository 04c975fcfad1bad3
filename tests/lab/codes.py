"""Codes that must not be believed: too late, from another office, changed by a hand, used before. And a router's list
that is really as it was, by the router's own rules and not only by what it tells."""

from office import PBX, PC, Office
from programs import FREEPBX, Person, has


def refused(answer, what):
    """Exit 2 or 3, nothing on stdout, a sentence and a next step on stderr, and no key in place of words."""
    has(answer, answer.exit in (2, 3), f"{what}: exit 2 or 3")
    has(answer, answer.out == "", f"{what}: no data")
    has(answer, answer.err.strip() and "hint:" in answer.err and "panicked" not in answer.err, f"{what}: says why")
    has(answer, "problem-" not in answer.err, f"{what}: in words")
    return answer.err


def codes_that_must_not_be_believed_are_refused_each_by_its_own_sentence():
    with Office(asterisk=False) as office:
        office.start_options_server()
        owner, other = Person(office, "pc"), Person(office, "pc", "another-owner")
        coworker = Person(office, "coworker")
        before, rules = office.table(), office.rules()
        code = owner.entrance("invite", *FREEPBX).last_line()
        foreign = other.entrance("invite", *FREEPBX).last_line()

        said = {"expired": refused(coworker.entrance("walk", code, "--yes", later="+2 days"), "an expired code")}
        office.by_hand("udp", 5060, PBX)
        walk = coworker.entrance("walk", code, "--yes")
        has(walk, walk.exit == 0, "the same code in time")
        result = walk.last_line()
        stranger = Person(office, "coworker", "stranger").entrance("walk", foreign, "--yes").last_line()

        said["foreign"] = refused(owner.entrance("check", "--walk-result", stranger, "--json"), "another office's result")
        said["mistyped"] = refused(owner.entrance("check", "--walk-result", mistyped(result), "--json"), "a mistyped one")
        said["cut"] = refused(owner.entrance("check", "--walk-result", result[: len(result) // 2], "--json"), "a cut one")
        said["wrong kind"] = refused(owner.entrance("check", "--walk-result", code, "--json"), "an invitation as result")
        said["no code"] = refused(coworker.entrance("walk", "hello", "--yes"), "no code at all")
        # Other values stand in two sentences that are otherwise the same, so the sentences are compared as they are.
        assert len(set(said.values())) == len(said), said

        good = owner.entrance("check", "--walk-result", result, "--json")
        has(good, good.report().service("sip-udp")["verdict"] == "verified", "after all that the good one still counts")
        assert office.table() == before, "and nothing was changed"
        assert [r for r in office.rules() if r not in rules] == [], "nor in the rules"


def mistyped(code):
    """One letter in the middle becomes another one of the same alphabet."""
    at = next(i for i in range(len(code) // 2, len(code)) if code[i].isalnum())
    other = next(c for c in code if c.isalnum() and c != code[at])
    return code[:at] + other + code[at + 1:]


def what_was_opened_is_gone_from_the_routers_own_rules_too():
    with Office(asterisk=False) as office:
        office.start_options_server()
        office.at("pc", "upnpc", "-m", "eth0", "-e", "console", "-a", PC, "3074", "3074", "UDP")
        before, rules = office.table(), office.rules()
        assert any("3074" in rule for rule in rules), rules
        owner = Person(office, "pc")
        opened = owner.entrance("open", *FREEPBX, "--calls", "2", "--yes", "--json")
        has(opened, [c["result"] for c in opened.report().data["changes"]] == ["opened"] * 7, "one and six")
        assert len(office.rules()) > len(rules), office.rules()
        undone = owner.entrance("undo", "--all", "--yes", "--json")
        has(undone, undone.exit in (0, 1), "taken back")
        assert (office.table(), office.rules()) == (before, rules), (office.table(), office.rules())


TESTS = [
    codes_that_must_not_be_believed_are_refused_each_by_its_own_sentence,
    what_was_opened_is_gone_from_the_routers_own_rules_too,
]

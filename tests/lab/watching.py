"""Time in a real office: a router that restarts and forgets, a lease that runs out, a street address and a phone system
that move, several copies of the program at once, and the history of it all."""

import json
import os
import signal
import subprocess
from pathlib import Path

from office import PBX, STREET, Office, wait_for
from programs import ENTRANCE, FREEPBX, Person, has


def preload():
    return {"LD_PRELOAD": str(next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1")))}


def by_clock(file):
    """Variables with which a program's clock on the wall goes as this file says, as in "+4d", and its timers as they are: the
    ones of a computer that sleeps stand still."""
    return {**preload(), "FAKETIME_TIMESTAMP_FILE": str(file), "FAKETIME_NO_CACHE": "1", "DONT_FAKE_MONOTONIC": "1"}


class Watch:
    """`entrance watch` in the background; its lines as they come."""

    def __init__(self, person, *args, later=None, clock=None, every="10s"):
        self.file = person.office.folder / f"watch-{person.house}-{id(self)}.jsonl"
        # The `faketime` command would stand between us and the program, and take the signals that are meant for it.
        fake = {**preload(), "FAKETIME": later} if later else {}
        if clock:
            fake |= by_clock(clock)
        command = ["ip", "netns", "exec", person.office.space(person.house), ENTRANCE, "watch", "--every", every,
                   "--json", *args]
        self.child = subprocess.Popen(command, env={**person.env, **fake}, stdin=subprocess.DEVNULL, stdout=open(self.file, "w"),
                                      stderr=open(self.file.with_suffix(".err"), "w"))
        person.office.children.append(self.child)
        wait_for("watch is ready", lambda: "Watching" in self.said() or self.child.poll() is not None)

    def said(self):
        return self.file.with_suffix(".err").read_text()

    def lines(self):
        return [json.loads(line) for line in self.file.read_text().splitlines()]

    def what(self):
        return [line["what"] for line in self.lines()]

    def until(self, *what, seconds=60):
        wait_for(f"{what} among {self.what()}", lambda: set(what) <= set(self.what()), seconds)

    def stop(self, how=signal.SIGINT):
        self.child.send_signal(how)
        return self.child.wait(15)


def restart_router(office, **options):
    """What a power cut does: miniupnpd ends, its tables are empty, it starts again."""
    os.kill(office.pids[-1], signal.SIGTERM)
    wait_for("miniupnpd ends", lambda: ":5000" not in office.at("router", "ss", "-lnt").stdout)
    office.pids.pop()
    for table, chain in [("filter", "miniupnpd"), ("nat", "pre_miniupnpd"), ("nat", "post_miniupnpd")]:
        office.at("router", "nft", "flush", "chain", "inet", table, chain)
    (office.folder / "miniupnpd.pid").unlink(missing_ok=True)
    return lambda: office.start_miniupnpd(**options)


def listed(office):
    return any(f"UDP 5060->{PBX}:5060" in line for line in office.table())


def a_router_that_restarts_and_forgets_is_told_so_and_gets_back_what_was_approved():
    with Office(asterisk=False) as office:
        office.start_options_server()
        owner = Person(office, "pc")
        opened = owner.entrance("open", *FREEPBX, "--yes", "--json")
        has(opened, [c["result"] for c in opened.report().data["changes"]] == ["opened"], "opened")
        # Without anybody watching, the next check tells it.
        restart_router(office)()
        forgot = owner.entrance("check", "--json")
        has(forgot, "router-forgot" in forgot.report().codes(), "said by its cause")
        has(forgot, "mapping-not-listed" in forgot.report().folded(), "and only by its cause")
        assert not listed(office)
        # Somebody watches: the same entrance is there again, and the lines say what happened.
        watch = Watch(owner)
        wait_for("put back at once", lambda: listed(office))
        watch.until("put-back")
        start = restart_router(office)
        watch.until("router-away")
        start()
        watch.until("router-back")
        wait_for("put back", lambda: listed(office))
        wait_for("said", lambda: watch.what().count("put-back") == 2)
        assert watch.what() == ["put-back", "router-away", "router-back", "put-back"], watch.what()
        assert watch.stop() == 0, "a clean stop"
        assert "undo" in watch.said(), watch.said()
        # What was taken back is not put back.
        undone = owner.entrance("undo", "--all", "--yes")
        has(undone, not listed(office), "taken back")
        watch = Watch(owner)
        before = len(office.rules())
        owner.entrance("check")
        assert not listed(office) and len(office.rules()) == before
        watch.stop()
        history = owner.entrance("history", "--json")
        data = json.loads(history.out)
        has(history, len(data["checks"]) >= 3, "every check is kept")
        has(history, any(n["what"] == "router-forgot" for c in data["checks"] for n in c["news"]), "with what changed")
        has(history, {"put-back", "router-away", "router-back"} <= {h["what"] for h in data["between"]}, "and between")
        told = owner.entrance("history")
        has(told, "was probably restarted" in told.out and "[" not in told.out, "in words")


def a_lease_that_runs_out_is_renewed_before_and_said_after():
    with Office(asterisk=False) as office:
        office.start_options_server()
        owner = Person(office, "pc")
        opened = owner.entrance("open", *FREEPBX, "--yes", "--json")
        has(opened, "mapping-expires" in opened.report().codes(), "seven days on this router")
        made = opened.report().data["mappings"][0]
        # The router has only two minutes left for it, whatever was asked for.
        office.at("pc", "upnpc", "-m", "eth0", "-e", made["description"], "-a", PBX, "5060", "5060", "UDP", "120")
        short = owner.entrance("check", "--json")
        has(short, short.report().data["mappings"][0]["lease_seconds"] <= 120, "two minutes")
        watch = Watch(owner)
        wait_for("renewed", lambda: lease(office) > 100_000)
        assert watch.stop() == 0
        assert watch.what() == [], watch.what()
        renewed = owner.entrance("check", "--json")
        until = [f for f in renewed.report().data["findings"] if f["code"] == "mapping-expires"][0]["args"]["until"]
        has(renewed, until > opened.report().data["started_at"], f"a date in the future: {until}")
        # Eight days later, nobody watched: the router let it lock itself.
        office.at("pc", "upnpc", "-m", "eth0", "-d", "5060", "UDP")
        late = owner.entrance("check", "--json", later="+8 days")
        has(late, "router-forgot" not in late.report().codes() + late.report().folded(), "it was not forgotten")
        watch = Watch(owner, later="+8 days")
        wait_for("made again", lambda: listed(office))
        watch.until("put-back")
        watch.stop()


def lease(office):
    """Seconds left as the router tells them to upnpc."""
    for line in office.at("pc", "upnpc", "-m", "eth0", "-l", check=False).stdout.splitlines():
        if "5060->" in line:
            return int(line.split()[-1])
    return 0


def a_phone_system_and_a_street_address_that_moved_are_told_with_both_addresses():
    with Office(asterisk=False) as office:
        office.start_options_server()
        owner = Person(office, "pc")
        owner.entrance("open", *FREEPBX, "--yes", "--json")
        watch = Watch(owner)
        office.ip("router", "addr", "add", "11.22.33.9/24", "dev", "wan0")
        restart_router(office, outside="11.22.33.9")()
        watch.until("street-changed", seconds=90)
        line = [n for n in watch.lines() if n["what"] == "street-changed"][0]
        assert (line["was"], line["now"]) == (STREET, "11.22.33.9"), line
        watch.stop()
        street = owner.entrance("check", "--json")
        has(street, "public-address-changed" in street.report().codes() + street.report().folded(), "and by a check")

        office.ip("pbx", "addr", "del", f"{PBX}/24", "dev", "eth0")
        office.address("pbx", "eth0", "192.168.77.25/24")
        office.default("pbx", "192.168.77.1")
        # Later, because a bell is rung only so often and an older answer would be shown instead.
        silent = owner.entrance("check", "--json", later="+20 minutes")
        has(silent, "phone-system-silent" in silent.report().codes(), "nobody at the old address")
        moved = owner.entrance("check", "--find-phone-system", "--json", later="+40 minutes")
        found = [f for f in moved.report().data["findings"] if f["code"] == "phone-system-moved"]
        has(moved, found, "the same hardware address at another address")
        has(moved, (found[0]["args"]["client"], found[0]["args"]["address"]) == (PBX, "192.168.77.25"), "both are named")
        told = owner.entrance("history")
        has(told, "has moved: it was at 192.168.77.20 and is at 192.168.77.25" in told.out, "and in the history")


def several_copies_at_once_do_not_get_in_each_others_way():
    with Office(asterisk=False) as office:
        office.start_options_server()
        owner = Person(office, "pc")
        watch = Watch(owner, *FREEPBX)
        second = owner.entrance("watch", seconds=30)
        has(second, second.exit == 3 and "hint:" in second.err, "one copy watches, the other says so")
        has(second, f"process {watch.child.pid}" in second.err, "and which one it is")
        opened = owner.entrance("open", *FREEPBX, "--yes", "--json")
        has(opened, [c["result"] for c in opened.report().data["changes"]] == ["opened"], "open works beside it")
        undone = owner.entrance("undo", "--all", "--yes", "--json")
        has(undone, [c["result"] for c in undone.report().data["changes"]] == ["undone"], "and undo")
        # An owner that dies leaves nothing that keeps others out.
        watch.stop(signal.SIGKILL)
        third = Watch(owner)
        assert "Watching" in third.said(), third.said()
        assert third.stop(signal.SIGTERM) == 0, "the system may end it too"


TESTS = [
    a_router_that_restarts_and_forgets_is_told_so_and_gets_back_what_was_approved,
    a_lease_that_runs_out_is_renewed_before_and_said_after,
    a_phone_system_and_a_street_address_that_moved_are_told_with_both_addresses,
    several_copies_at_once_do_not_get_in_each_others_way,
]

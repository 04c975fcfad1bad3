"""The phone system from inside: found among the addresses of a /24, and ten services of it asked. Beside nmap, svmap,
sipsak and openssl."""

import contextlib
import json
import subprocess
import time
from pathlib import Path

from measure import Row, in_turns, milliseconds, needs, part_of, ran, until_said
from office import PBX, ROUTER
from programs import ENTRANCE, Person
from sitting import sitting

ANSWERS = Path(__file__).resolve().parents[1] / "answers.py"
NETWORK = "192.168.77.0/24"
#: Ten doors, all of which the stand-in answers: three bells, five cabinets and the desk phones' two pages.
TEN = ["--system", "asterisk", "--using", "sip-udp,sip-tcp,iax2"]


@contextlib.contextmanager
def open_office(*silent):
    """An office whose phone system answers at every door."""
    with sitting(low="yes", asterisk=False) as office:
        child = office.start("pbx", "python3", ANSWERS, PBX, *silent, stdout=subprocess.PIPE, text=True)
        assert child.stdout.readline() == "ready\n", "the phone system does not stand"
        yield office


def inside(office):
    return ["ip", "netns", "exec", office.space("pc")]


def forget_neighbours(office):
    office.ip("pc", "neigh", "flush", "all")


def svmap(office):
    return [*inside(office), needs("svmap", "sipvicious"), "-x", "192.168.77.10", NETWORK]


def nmap(office):
    return [*inside(office), needs("nmap"), "-n", "-sU", "-p5060", NETWORK]


def packets(office, work):
    """What leaves the computer, the kernel's own questions for neighbours included, until these have ended too."""
    def sent():
        links = json.loads(ran(["ip", "-n", office.space("pc"), "-s", "-j", "link", "show", "eth0"]))
        return links[0]["stats64"]["tx"]["packets"]

    forget_neighbours(office)
    before = sent()
    work()
    time.sleep(4)
    return sent() - before


def find(times):
    with open_office() as office:
        look = ["check", "--router", ROUTER, "--find-phone-system", *TEN]

        def fresh(command):
            def work(at):
                forget_neighbours(office)
                return command(at)
            return work

        def ours(at, name="known"):
            return [*inside(office), ENTRANCE, *look], Person(office, "pc", f"find-{name}-{at}").env

        def known(at):
            command, env = ours(at)
            return until_said(command, f"{PBX}: Asterisk", env)

        def whole(at):
            command, env = ours(at, "whole")
            return milliseconds(lambda: ran(command, env=env, check=False))

        def known_already(at):
            # The same without the look round, so that what else a check asks is not counted.
            ran([*inside(office), ENTRANCE, "check", "--router", ROUTER, "--pbx", PBX, *TEN],
                env=Person(office, "pc", f"known-already-{at}").env, check=False)

        came = in_turns(
            times, known=fresh(known), whole=fresh(whole),
            nmap=fresh(lambda _: until_said(nmap(office), "Nmap done")),
            svmap=fresh(lambda _: milliseconds(lambda: ran(svmap(office)))))
        came |= {f"{name} packets": values for name, values in in_turns(
            1, ours=lambda at: packets(office, lambda: whole(f"packets-{at}")) - packets(office, lambda: known_already(at)),
            nmap=lambda _: packets(office, lambda: ran(nmap(office))),
            svmap=lambda _: packets(office, lambda: ran(svmap(office)))).items()}
        beside = {"`nmap -sU -p5060`": came["nmap"], "`svmap`": came["svmap"]}
        yield Row("find the phone system on a /24, until it is named", "ms", came["known"], beside, {},
                  "half of the faster", part_of(came["known"], beside, 1 / 2))
        yield Row("the same, until all 253 addresses had their time and ten services are asked", "ms", came["whole"], beside)
        beside = {"`nmap`": came["nmap packets"], "`svmap`": came["svmap packets"]}
        yield Row("packets for it, the system's own ARP included", "", came["ours packets"], beside, {},
                  "no more than either", part_of(came["ours packets"], beside, 1))


def by_hand(office, asked, *more):
    """The same questions as a person types them, one after the other: sipsak for SIP, openssl for TLS, one nmap for the
    rest. `more`: that nmap is to ask what it is too, as this program does."""
    commands, rest = [], {"udp": [], "tcp": []}
    for probe, transport, port in asked:
        if probe == "sip":
            over = ["-E", "tcp"] if transport == "tcp" else []
            commands.append([needs("sipsak"), "-v", *over, "-s", f"sip:{PBX}:{port}"])
        elif probe in ("https", "tls"):
            commands.append([needs("openssl"), "s_client", "-connect", f"{PBX}:{port}"])
        else:
            rest[transport].append(str(port))
    ports = ",".join(f"{letter}:{','.join(rest[name])}" for letter, name in (("U", "udp"), ("T", "tcp")) if rest[name])
    commands.append([needs("nmap"), "-n", "-Pn", "-sU", "-sT", *more, "-p", ports, PBX])
    for command in commands:
        ran([*inside(office), *command], check=False)


def ask(times):
    for silent, said in [((), "that all answer"), ((4569,), "of which one is silent")]:
        with open_office(*silent) as office:
            answered, asked = [], []

            def ours(at):
                person = Person(office, "pc", f"ask-{len(silent)}-{at}")
                seen = []
                took = milliseconds(lambda: seen.append(person.entrance("check", *TEN, "--pbx", PBX, "--router", ROUTER, "--json")))
                inside_ones = [e for e in seen[0].report().data["evidence"] if e["vantage"] == "inside"]
                answered.append(sum(e["outcome"] == "answered" for e in inside_ones))
                asked[:] = [(e["probe"], e["transport"], e["target"].rsplit(":", 1)[1]) for e in inside_ones]
                assert len(asked) == 10, f"{len(asked)} services were asked, not ten"
                return took

            came = in_turns(times, ours=ours, hand=lambda _: milliseconds(lambda: by_hand(office, asked)))
            # It takes minutes over what it does not know.
            if not silent:
                came |= in_turns(1, versions=lambda _: milliseconds(lambda: by_hand(office, asked, "-sV")))
            beside = {"sipsak, openssl, nmap by hand": came["hand"]}
            more = {"with `nmap -sV`, once": came["versions"]} if "versions" in came else {}
            yield Row(f"inside check of ten services {said} (the whole `check`)", "ms", came["ours"], beside | more, {}, "a tenth",
                      part_of(came["ours"], beside, 1 / 10), f"{min(answered)} answered" if answered else "")


ROWS = {"find": find, "ask": ask}

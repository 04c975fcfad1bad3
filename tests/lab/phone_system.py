"""What the phone system says of itself, read on its own box by the block that an owner pastes, against the real Asterisk
with either of its SIP drivers, real phones on the street, and the real guard that bans callers."""

import contextlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
from pathlib import Path

from machines import DIGEST, Guard, wrong_registrations
from office import COWORKER, MOBILE, PBX, SECRET, STREET, asterisk_root, wait_for
from programs import ENTRANCE, Answer, Person, has
from sitting import alone, sitting

SCRIPT = Path(__file__).resolve().parents[2] / "assets" / "inside.sh"

# A phone: registers, says how it went, and answers whoever asks whether it is there.
HANDSET = DIGEST + r"""
target, port, user, password = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(5); s.connect((target, port))
me = "%s:%d" % s.getsockname()
def answer(said):
    lines = said.split("\r\n")
    keep = [l for l in lines if l.split(":")[0].lower() in ("via", "from", "to", "call-id", "cseq")]
    s.send("\r\n".join(["SIP/2.0 200 OK", *keep, "Content-Length: 0", "", ""]).encode())
def register(number, extra):
    s.send(("REGISTER sip:%s SIP/2.0\r\nVia: SIP/2.0/UDP %s;branch=z9hG4bKh%sx%d;rport\r\nMax-Forwards: 70\r\n"
            "From: <sip:%s@%s>;tag=h\r\nTo: <sip:%s@%s>\r\nCall-ID: handset@%s\r\nCSeq: %d REGISTER\r\n"
            "Contact: <sip:%s@%s;token=%s>\r\nExpires: 600\r\nUser-Agent: Handset of %s\r\n%sContent-Length: 0\r\n\r\n"
            % (target, me, s.getsockname()[1], number, user, target, user, target, me, number, user, me, password, password, extra)).encode())
    while True:
        said = s.recv(4096).decode()
        if said.startswith("SIP/2.0 "):
            return said
        answer(said)
said = register(1, "")
print(register(2, authorization(said, target, user, password)).splitlines()[0], flush=True)
s.settimeout(None)
while True:
    answer(s.recv(4096).decode())
"""

# The lab's Asterisk lives in a folder of its own; on its box everything lies where an owner has it.
AT_HOME = 'mount -t overlay lab -o "lowerdir=$1:/etc" /etc && PATH=$2:$PATH && export PATH && shift 2 && exec "$@"'

CHAN_SIP = (
    ("modules.conf", "[modules]\nautoload=yes\nnoload=chan_pjsip.so\nnoload=res_pjsip.so\nnoload=res_config_pgsql.so\n"),
    ("sip.conf", f"""[general]
udpbindaddr=0.0.0.0:5060
tcpenable=yes
tcpbindaddr=0.0.0.0:5060
externaddr=198.51.100.7
localnet=192.168.1.0/255.255.255.0
allowguest=yes
alwaysauthreject=no
nat=no
register => trunk:{SECRET}@{COWORKER}/600
#include phones.conf
"""),
    ("phones.conf", f"""[outside](!)
type=friend
host=dynamic
context=lab
secret={SECRET}
[7001](outside)
qualify=yes
nat=force_rport,comedia
directmedia=no
callerid="Anna {SECRET}" <7001>
[7002](outside)
directmedia=yes
"""),
    ("rtp.conf", "[general]\nrtpstart=10000\nrtpend=10199\n"),
    ("voicemail.conf", f"[general]\ndialout=lab\n[default]\n7001 => {SECRET},Anna,anna-{SECRET}@lab.example,,attach=no|callback=lab\n"),
    ("extensions.conf", """[lab]
exten => 600,1,Answer()
 same => n,Echo()
exten => _7XXX,1,Dial(SIP/${EXTEN})
exten => _00X.,1,Dial(SIP/${EXTEN}@provider)
"""),
)

#: What every phone of PJSIP's has in common here.
PHONE = "type=endpoint\ncontext=lab\ndisallow=all\nallow=ulaw\ndirect_media=no\nrewrite_contact=yes\n"
SCATTERED = (
    ("pjsip.conf", f"""[udp]
type=transport
protocol=udp
bind=0.0.0.0:5060
[6001](!)
{PHONE}
[desk-anna](6001)
aors=6001,desk
auth=anna
[desk]
type=identify
endpoint=desk-anna
match={MOBILE}
[anna]
type=auth
auth_type=userpass
username=desk
password={SECRET}
[6001]
type=aor
max_contacts=1
[desk]
type=aor
max_contacts=1
[6002]
type=aor
max_contacts=1
[6002]
{PHONE}
aors=6002
#include pjsip.endpoint_custom_post.conf
"""),
    ("pjsip.endpoint_custom_post.conf", "[6002](+type=endpoint)\nrtp_symmetric=yes\n[udp](+type=transport)\nlocal_net=192.168.77.0/24\n"),
    ("pjsip_wizard.conf", f"""[6003]
type=wizard
accepts_auth=yes
accepts_registrations=yes
sends_auth=no
inbound_auth/username=6003
inbound_auth/password={SECRET}
endpoint/context=lab
endpoint/rtp_symmetric=yes
aor/max_contacts=1
aor/qualify_frequency=30
[provider]
type=wizard
sends_auth=yes
remote_hosts=11.22.33.99:5099
outbound_auth/username=office-{SECRET}
outbound_auth/password={SECRET}
endpoint/context=lab
"""),
    ("sorcery.conf", "[res_pjsip]\n" + "".join(
        f"{kind}=config,pjsip.conf,criteria=type={kind}\n{kind}=realtime,ps_{kind}s\n" for kind in ("endpoint", "aor", "auth"))),
    ("extconfig.conf", "[settings]\n" + "".join(f"ps_{kind}s => sqlite3,phones\n" for kind in ("endpoint", "aor", "auth"))),
)


@contextlib.contextmanager
def database_of_phones():
    """One phone in a database, and the files by which the phone system finds it there."""
    file = f"/tmp/se-phones-{os.getpid()}.sqlite3"
    there = asterisk_root() / file[1:]
    tables = {
        "ps_endpoints": {"id": "6004", "context": "lab", "disallow": "all", "allow": "ulaw", "aors": "home,6004", "auth": "6004"},
        "ps_auths": {"id": "6004", "auth_type": "userpass", "username": "6004", "password": SECRET},
        "ps_aors": {"id": "6004", "max_contacts": "1"},
    }
    try:
        with contextlib.closing(sqlite3.connect(there)) as database:
            for table, row in tables.items():
                database.execute(f"create table {table} ({', '.join(f'{name} text' for name in row)})")
                database.execute(f"insert into {table} values ({', '.join('?' * len(row))})", list(row.values()))
            database.execute("insert into ps_aors values ('home', '1')")
            database.commit()
        yield (("res_config_sqlite3.conf", f"[phones]\ndbfile => {file}\n"),)
    finally:
        there.unlink(missing_ok=True)


class Box:
    """The phone system's own machine, as its owner sits at it."""

    def __init__(self, office, guard=None):
        self.office, self.guard = office, guard
        self.tools = office.folder / "box"

    def at_home(self):
        """What a command is started by, so that it finds everything where an owner has it."""
        root, prefix = asterisk_root(), self.office.prefix
        shutil.rmtree(self.tools, ignore_errors=True)
        (self.tools / "etc").mkdir(parents=True)
        shutil.copytree(root / prefix / "etc", self.tools / "etc" / "asterisk")
        self.tool("asterisk", f'chroot {root} asterisk -C /{prefix}/etc/asterisk.conf "$@"')
        if self.guard:
            self.tool("fail2ban-client", f'/usr/bin/fail2ban-client -s {self.guard.socket} "$@"')
        return ["sh", "-c", AT_HOME, "sh", self.tools / "etc", self.tools]

    def run(self, *command, **more):
        """What a command prints there."""
        return self.office.at("pbx", *self.at_home(), *command, **more)

    def person(self):
        """Whoever sits at it."""
        return Person(self.office, "pbx", "box")

    def program(self, *args):
        """What our own program prints there, started by hand on the phone system's machine."""
        person = self.person()
        done = self.run("timeout", "120", ENTRANCE, *args, check=False, env=person.env, stdin=subprocess.DEVNULL,
                        stderr=subprocess.PIPE)
        return Answer(done, args)

    def tool(self, name, command):
        file = self.tools / name
        file.write_text(f"#!/bin/sh\nexec {command}\n")
        file.chmod(0o755)

    def block(self, shell="sh"):
        """What the pasted block prints."""
        with open(SCRIPT) as script:
            told = self.run(shell, stdin=script).stdout
        assert SECRET not in told, told
        assert "=== separate-entrance inside 1 end " in told, told
        return Told(told)


class Told:
    """A block, line by line."""

    def __init__(self, text):
        self.text = text
        self.out = text
        self.lines = [line.split("|") for line in text.splitlines()]

    def of(self, *begin):
        """What stands behind these fields, on every line that begins with them."""
        return [line[len(begin):] for line in self.lines if line[:len(begin)] == list(begin)]

    def setting(self, section, key):
        return [line[5] for line in self.lines if line[0] == "set" and line[3:5] == [section, key]]


def handset(office, house, target, user, port=5060, password=SECRET):
    """A phone that has registered and stays there."""
    log = office.folder / f"handset-{house}-{user}"
    office.start(house, "python3", "-c", HANDSET, target, port, user, password, log=log)
    wait_for(f"the phone {user} registers", lambda: "200 OK" in log.read_text())


def open_entrances(office):
    office.by_hand("udp", 5060, PBX)
    office.by_hand("udp", "10000-20000", PBX)
    office.forget_flows()


def under_pjsip_the_block_tells_what_is_so():
    with sitting(low="yes") as office:
        open_entrances(office)
        guard = Guard(office, office.asterisk_log())
        box = Box(office, guard)
        handset(office, "coworker", STREET, "6001")
        wrong_registrations(office, "mobile", STREET)
        guard.bans(MOBILE)
        told = box.block()
        has(told, told.of("system")[0][0] == "asterisk" and told.of("system")[0][1].startswith("16."), "the version")
        has(told, told.setting("udp", "external_media_address") == [STREET], "the outside address as configured")
        has(told, told.setting("udp", "local_net") == ["192.168.77.0/24"], "the local network as configured")
        has(told, told.of("addr") == [["eth0", f"{PBX}/24"]], "the real one")
        has(told, told.of("run", "voice") == [["10000", "20000"]], "the voice range of the running system")
        has(told, ["udp", "udp", "0.0.0.0", "5060"] in told.of("run", "transport"), "where it listens")
        has(told, ["udp", "0.0.0.0", "5060", "asterisk"] in told.of("sock"), "and that it does")
        here = told.of("run", "contact", "pjsip")
        has(told, [contact[:2] for contact in here] == [["6001", COWORKER]], "who is registered, and from where")
        has(told, 0 < int(here[0][4]) <= 600, "for how long")
        has(told, ["6002", "dynamic", "Unavailable", "6002"] in told.of("run", "peer", "pjsip"), "and who is not")
        has(told, ["fail2ban", "asterisk", MOBILE] in told.of("ban"), "who is banned")
        has(told, told.of("part", "running") == [["read", ""]] and told.of("part", "bans") == [["read", ""]], "all was read")
        for shell in ("dash", "bash"):
            has(told, box.block(shell).of("set") == told.of("set"), f"{shell} tells the same")


def every_phone_of_pjsip_is_told_wherever_it_is_written():
    with database_of_phones() as database, alone(files=(*SCATTERED, *database), low="yes") as office:
        open_entrances(office)
        box = Box(office)
        handset(office, "mobile", STREET, "desk")
        for user in ("6003", "6004"):
            handset(office, "coworker", STREET, user)
        runs = office.asterisk("pjsip show endpoint 6002")
        assert re.search(r"rtp_symmetric +: true", runs), runs
        told = box.block()
        has(told, told.setting("6002", "rtp_symmetric") == ["yes"], "what is added to an object by its type")
        has(told, told.setting("udp", "local_net") == ["192.168.77.0/24"], "to a transport too")
        has(told, told.of("part", "files") == [["read", ""]], "and that is all of it")
        has(told, told.of("part", "accounts")[0][0] == "elsewhere", "but for the phones of the database")
        peers = {peer[0]: (peer[1], peer[3]) for peer in told.of("run", "peer", "pjsip")}
        phones = {"desk-anna": "6001,desk", "6002": "6002", "6003": "6003", "6004": "home,6004"}
        has(told, peers == {name: ("dynamic", aors) for name, aors in phones.items()} | {"provider": ("static", "provider")},
            "who signs in, and at which addresses")
        answer = box.program("inside", "--json")
        known = {one["name"]: one for one in json.loads(answer.out)["inside"]["extensions"]}
        has(answer, {name: len(one["contacts"]) for name, one in known.items()} == dict.fromkeys(phones, 1) | {"6002": 0},
            "each phone, and where it signed in")
        lacks = {name: {setting for setting, _ in one["lacks"]} for name, one in known.items()}
        has(answer, lacks == {"desk-anna": {"symmetric-media", "qualify"}, "6002": {"qualify"}, "6004": set(),
                              "6003": {"rewrite-contact", "media-through-us"}}, "and what each lacks")


def under_chan_sip_the_block_tells_what_is_so():
    with alone(files=CHAN_SIP, low="yes") as office:
        open_entrances(office)
        box = Box(office)
        handset(office, "coworker", STREET, "7001")
        wait_for("Asterisk has asked the phone", lambda: "OK (" in office.asterisk("sip show peers"))
        told = box.block()
        has(told, told.setting("general", "externaddr") == ["198.51.100.7"], "the outside address as configured")
        has(told, ["sip", "Externaddr", "198.51.100.7:0"] in told.of("run"), "and as it runs")
        has(told, told.of("run", "sip", "Localnet") == [["192.168.1.0/255.255.255.0"]], "the local network")
        has(told, told.of("run", "sip", "Allow unknown access") == [["Yes"]], "guests may call")
        has(told, told.of("run", "sip", "Always auth rejects") == [["No"]], "and names leak")
        has(told, told.of("run", "voice") == [["10000", "10199"]], "the voice range")
        here = told.of("run", "contact", "sip")
        has(told, [contact[:2] for contact in here] == [["7001", COWORKER]], "who is registered, and from where")
        has(told, here[0][3] == "yes" and 0 < int(here[0][4]) <= 660, "that it answers, and for how long")
        has(told, ["7002", "dynamic", "Unmonitored"] in told.of("run", "peer", "sip"), "and who is not")
        has(told, told.of("vm")[0][2:] == ["general", "", "dialout", "lab"], "voicemail that dials out")
        has(told, told.of("vm")[1][2:] == ["default", "7001", "callback", "lab"], "for one box too")
        has(told, [line[2:] for line in told.of("dial")] == [["lab", "_00X."]], "what leads abroad")


TESTS = [under_pjsip_the_block_tells_what_is_so, every_phone_of_pjsip_is_told_wherever_it_is_written, under_chan_sip_the_block_tells_what_is_so]

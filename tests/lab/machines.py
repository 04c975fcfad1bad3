"""Further real machines of the lab's office: a chat server, a management page, something else that answers SIP, and
the guard that bans callers."""

import os
import subprocess

from office import PBX, PHONE, wait_for


def chat_server(office):
    """prosody on 5222, as HUD and other chat programs speak to it."""
    home = office.folder / "prosody"
    home.mkdir()
    config = home / "prosody.cfg.lua"
    config.write_text(f"""
run_as_root = true
pidfile = "{home}/prosody.pid"
data_path = "{home}"
log = {{ {{ levels = {{ min = "info" }}, to = "file", filename = "{home}/log" }} }}
modules_enabled = {{ "roster", "saslauth", "tls", "disco" }}
modules_disabled = {{ "s2s" }}
interfaces = {{ "{PBX}" }}
c2s_require_encryption = false
VirtualHost "lab.example"
""")
    office.start("pbx", "prosody", "-F", "--config", config, log=home / "out")
    wait_for("prosody listens", lambda: f"{PBX}:5222" in office.at("pbx", "ss", "-lnt").stdout)


PAGE = """
import http.server, ssl, sys
class Page(http.server.BaseHTTPRequestHandler):
    server_version, sys_version = sys.argv[4], ""
    def do_HEAD(self):
        self.send_response(200); self.send_header("Content-Length", "0"); self.end_headers()
    do_GET = do_HEAD
server = http.server.ThreadingHTTPServer((sys.argv[1], int(sys.argv[2])), Page)
if sys.argv[3] != "-":
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
"""


def admin_page(office, port=443, house="pbx", address=PBX, name="Management"):
    """A management page behind a certificate of its own making: the phone system's, or another machine's."""
    pem, crt = office.folder / f"{house}.pem", office.folder / f"{house}.crt"
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", pem]
    office.at(house, "openssl", "req", "-x509", *key, "-out", crt, "-days", "2", "-subj", f"/CN={house}")
    with open(pem, "a") as file:
        file.write(crt.read_text())
    office.start(house, "python3", "-c", PAGE, address, port, pem, name)
    wait_for("the page listens", lambda: f"{address}:{port}" in office.at(house, "ss", "-lnt").stdout)


def page(office, house, address, port):
    """A plain web page."""
    office.start(house, "python3", "-c", PAGE, address, port, "-", "Lab page")
    wait_for("the page listens", lambda: f"{address}:{port}" in office.at(house, "ss", "-lnt").stdout)


SIP = """
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind((sys.argv[1], 5060))
while True:
    asked, visitor = s.recvfrom(4096)
    lines = asked.decode(errors='replace').split('\\r\\n')
    keep = [l for l in lines if l.split(':')[0].lower() in ('from', 'to', 'call-id', 'cseq')]
    via = [l.replace(';rport', ';rport=%d;received=%s' % (visitor[1], visitor[0])) for l in lines if l.lower().startswith('via:')]
    answer = ['SIP/2.0 200 OK', *via, *keep, 'Server: ' + sys.argv[2], 'Allow: INVITE, ACK, BYE', 'Content-Length: 0', '', '']
    s.sendto('\\r\\n'.join(answer).encode(), visitor)
"""


def sip_on_the_phone(office, name):
    """Something beside the phone system that answers SIP: a desk phone, or the telephone socket of a router."""
    office.start("phone", "python3", "-c", SIP, PHONE, name)
    wait_for("the other one answers SIP", lambda: office.options_answer(PHONE))


def second_phone_system(office):
    """kamailio, set up where a desk phone was: another phone system that answers everybody."""
    config = office.folder / "second.conf"
    config.write_text(f"""#!KAMAILIO
children=1
listen=udp:{PHONE}:5060
mpath="/usr/lib/x86_64-linux-gnu/kamailio/modules/:/usr/lib/aarch64-linux-gnu/kamailio/modules/"
loadmodule "sl.so"
request_route {{
    sl_send_reply("200", "OK");
}}
""")
    office.start("phone", "kamailio", "-DD", "-E", "-f", config, "-w", office.folder, log=office.folder / "second.log")
    wait_for("the second phone system answers", lambda: office.options_answer(PHONE))


class Guard:
    """fail2ban beside the phone system, with its own stock filter and the stock limits of its Asterisk jail. What is
    set here: where the lab's log lies, and bans by nftables, so that they are real ones in that house only."""

    def __init__(self, office, log):
        self.office = office
        home = office.folder / "fail2ban"
        office.at("pbx", "cp", "-r", "/etc/fail2ban", home)
        for file in (home / "jail.d").iterdir():
            file.unlink()
        (home / "fail2ban.local").write_text("[Definition]\ndbfile = :memory:\n")
        (home / "jail.local").write_text(f"""[DEFAULT]
banaction = nftables-multiport
[asterisk]
enabled = true
logpath = {log}
""")
        self.socket = home / "socket"
        self.log = home / "fail2ban.log"
        office.start("pbx", "fail2ban-server", "-f", "-c", home, "-s", self.socket, "-p", home / "pid",
                     "--loglevel", "INFO", "--logtarget", self.log, log=home / "out",
                     env={**os.environ, "TZ": "UTC"})
        wait_for("the guard reads the log", lambda: "Currently failed" in self.status())

    def ask(self, *command):
        done = subprocess.run(["fail2ban-client", "-s", str(self.socket), *command], capture_output=True, text=True,
                              check=False)
        return done.stdout

    def status(self):
        return self.ask("status", "asterisk")

    def number(self, what):
        """`Total failed`, `Currently failed`, `Currently banned`, …"""
        return int(self.line(what).split()[0])

    def banned(self):
        return self.line("Banned IP list").split()

    def line(self, what):
        status = self.status()
        assert f"{what}:" in status, status
        return next(line for line in status.splitlines() if f"{what}:" in line).split(":", 1)[1]

    def has_read(self, lines):
        """Waits until the guard has counted as many lines as were written against anybody."""
        wait_for(f"the guard counts {lines}", lambda: self.number("Total failed") >= lines)

    def bans(self, address):
        # The kernel hears of it a moment after the list does.
        kept_out = lambda: f" {address} " in self.kernel()
        wait_for(f"the guard bans {address}", lambda: address in self.banned() and kept_out())

    def lets_in(self, address):
        """What an owner does who reads whom the program named."""
        self.ask("set", "asterisk", "unbanip", address)
        wait_for(f"the guard lets {address} in", lambda: f" {address} " not in self.kernel())

    def kernel(self):
        listed = self.office.at("pbx", "nft", "list", "ruleset").stdout
        return listed.replace(",", " ")


# How a phone answers a registrar that asks for its password, with a count where it wants one (RFC 3261 section 22).
DIGEST = r"""
import hashlib, re, socket, sys
def authorization(challenge, target, user, password):
    md5 = lambda text: hashlib.md5(text.encode()).hexdigest()
    realm, nonce = (re.search('%s="([^"]*)"' % w, challenge).group(1) for w in ("realm", "nonce"))
    uri, opaque = "sip:" + target, re.search('opaque="([^"]*)"', challenge)
    middle, more = ("", "") if "qop=" not in challenge else ("00000001:abcd:auth:", ', cnonce="abcd", qop=auth, nc=00000001')
    if opaque:
        more += ', opaque="%s"' % opaque.group(1)
    response = md5(md5(f"{user}:{realm}:{password}") + f":{nonce}:{middle}" + md5("REGISTER:" + uri))
    return ('Authorization: Digest username="%s", realm="%s", nonce="%s", uri="%s", response="%s", algorithm=MD5%s\r\n'
            % (user, realm, nonce, uri, response, more))
"""

REGISTER = DIGEST + r"""
target = sys.argv[1]
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(2); s.connect((target, 5060)); me = s.getsockname()
def register(number, extra):
    s.send(('REGISTER sip:%s SIP/2.0\r\nVia: SIP/2.0/UDP %s:%d;branch=z9hG4bKw%d;rport\r\nMax-Forwards: 70\r\n'
            'From: <sip:6001@%s>;tag=%d\r\nTo: <sip:6001@%s>\r\nCall-ID: wrong%d@%s\r\nCSeq: %d REGISTER\r\n'
            'Contact: <sip:6001@%s:%d>\r\n%sContent-Length: 0\r\n\r\n'
            % (target, me[0], me[1], number, target, number, target, number // 2, me[0], number, me[0], me[1], extra)).encode())
    try:
        return s.recv(4096).decode(errors='replace')
    except OSError:
        return ''
for turn in range(12):
    challenge = register(turn * 2, '')
    if 'nonce="' not in challenge:
        break
    register(turn * 2 + 1, authorization(challenge, target, '6001', 'guess%d' % turn))
"""


def wrong_registrations(office, house, target):
    """A dozen tries to sign in with a wrong password, as a forgotten phone makes them."""
    office.at(house, "python3", "-c", REGISTER, target)

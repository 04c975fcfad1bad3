"""A real small office in network namespaces: miniupnpd on nftables as the router, Asterisk as the phone system, a
desk phone's web page, the street with a colleague on it, a mobile phone shared by USB, and when asked a carrier's
tower around it all. Makes and removes only what is its own; nothing leaves the machine."""

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

ROUTER = "192.168.77.1"
PC = "192.168.77.10"
PBX = "192.168.77.20"
PHONE = "192.168.77.30"
STREET = "11.22.33.2"
COWORKER = "11.22.33.60"
MOBILE = "11.22.33.80"
SECRET = "lab-secret-7"

MINIUPNPD = {"upnp": "yes", "natpmp": "yes", "secure": "no", "igd1": "no", "low": "no", "uptime": "yes", "deny": (),
             "shortest": "120"}


def asterisk_root():
    """Where Asterisk 16 was unpacked by tests/run; outside the checkout, kept between runs."""
    cache = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(cache) / "separate-entrance" / "asterisk-bullseye"


def run(*command, check=True, **more):
    more.setdefault("stdout", subprocess.PIPE)
    more.setdefault("stderr", subprocess.STDOUT)
    done = subprocess.run([str(c) for c in command], text=True, check=False, **more)
    if check and done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, command))}: exit {done.returncode}: {done.stdout}")
    return done


def wait_for(what, look, seconds=30, pause=0.1):
    """Asks again and again until it is so."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(pause)
    raise RuntimeError(f"never came about: {what}")


class Office:
    """`with Office(tower=False, secure="yes") as office:` — options are those of MINIUPNPD, `tower`, `files`: names and texts
    of the phone system's own files, in place of the lab's; and `waits`: where it listens with them."""

    count = 0

    def __init__(self, tower=False, asterisk=True, files=(), waits=("0.0.0.0:5060",), **options):
        Office.count += 1
        self.prefix = f"se{os.getpid()}x{Office.count}"
        self.tower = tower
        self.with_asterisk = asterisk
        self.files = dict(files)
        self.waits = waits
        self.options = {**MINIUPNPD, **options}
        self.spaces = []
        self.children = []
        self.pids = []
        self.folder = Path(tempfile.mkdtemp(prefix="se-lab-"))

    def __enter__(self):
        try:
            self.build()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        for pid in self.pids:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGTERM)
        for child in self.children:
            if child.poll() is None:
                child.terminate()
        for child in self.children:
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        for space in self.spaces:
            run("ip", "netns", "del", space, check=False)
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.with_asterisk:
            shutil.rmtree(asterisk_root() / self.prefix, ignore_errors=True)

    # --- building -----------------------------------------------------------------------------------------------

    def space(self, name):
        return self.prefix + name

    def make(self, name):
        run("ip", "netns", "add", self.space(name))
        self.spaces.append(self.space(name))
        self.ip(name, "link", "set", "lo", "up")

    def ip(self, name, *command):
        run("ip", "-n", self.space(name), *command)

    def link(self, one, device, other, peer):
        run("ip", "link", "add", device, "netns", self.space(one), "type", "veth",
            "peer", "name", peer, "netns", self.space(other))
        self.ip(one, "link", "set", device, "up")
        self.ip(other, "link", "set", peer, "up")

    def address(self, name, device, *addresses):
        for address in addresses:
            self.ip(name, "addr", "add", address, "dev", device)

    def default(self, name, gateway, *more):
        self.ip(name, "route", "add", "default", "via", gateway, *more)

    def forward(self, name):
        self.at(name, "sysctl", "-qw", "net.ipv4.ip_forward=1")

    def nft(self, name, rules):
        run("ip", "netns", "exec", self.space(name), "nft", "-f", "-", input=rules)

    def bridge(self, name, device, *addresses):
        self.ip(name, "link", "add", device, "type", "bridge")
        self.ip(name, "link", "set", device, "up")
        self.address(name, device, *addresses)

    def build(self):
        for name in ["wan", "coworker", "router", "pc", "pbx", "phone", "mobile"] + (["isp"] if self.tower else []):
            self.make(name)
        self.bridge("wan", "br0", "11.22.33.50/24", "11.22.33.51/24")
        self.forward("wan")
        self.on_street("coworker", "eth0", f"{COWORKER}/24")
        self.on_street("mobile", "out0", f"{MOBILE}/24")
        if self.tower:
            self.on_street("isp", "out0", "11.22.33.3/24")
            self.link("isp", "in0", "router", "wan0")
            self.address("isp", "in0", "100.64.0.1/24")
            self.masquerade("isp", "out0")
            self.address("router", "wan0", "100.64.0.2/24")
            self.default("router", "100.64.0.1")
        else:
            self.on_street("router", "wan0", f"{STREET}/24")
        self.bridge("router", "br0", f"{ROUTER}/24")
        for name, address in [("pc", PC), ("pbx", PBX), ("phone", PHONE)]:
            self.link("router", f"l{name}", name, "eth0")
            self.ip("router", "link", "set", f"l{name}", "master", "br0")
            self.address(name, "eth0", f"{address}/24")
            self.default(name, ROUTER)
        # A mobile phone shared by USB: its default route is there, and worse than the office's.
        self.link("mobile", "in0", "pc", "usb0")
        self.address("mobile", "in0", "192.168.42.1/24")
        self.masquerade("mobile", "out0")
        self.address("pc", "usb0", "192.168.42.129/24")
        self.default("pc", "192.168.42.1", "dev", "usb0", "metric", "700")
        self.make_router()
        self.spawn("phone", "python3", "-m", "http.server", "80", "--bind", PHONE, cwd=self.folder)
        if self.with_asterisk:
            self.start_asterisk()

    def on_street(self, name, device, address):
        port = f"p{name}"
        self.link("wan", port, name, device)
        self.ip("wan", "link", "set", port, "master", "br0")
        self.address(name, device, address)
        self.default(name, "11.22.33.50")

    def masquerade(self, name, device):
        self.forward(name)
        self.nft(name, f"""
            table ip nat {{
                chain post {{ type nat hook postrouting priority 100
                    oifname "{device}" masquerade
                }}
            }}
            table ip filter {{
                chain forward {{ type filter hook forward priority 0; policy drop
                    ct state established,related accept
                    iifname != "{device}" accept
                }}
            }}
        """)

    def make_router(self):
        self.make_wall("router")
        if self.options["upnp"] == "yes" or self.options["natpmp"] == "yes":
            self.start_miniupnpd()

    def make_wall(self, house):
        self.forward(house)
        self.nft(house, """
            table inet filter {
                chain input { type filter hook input priority 0; policy accept
                    iifname "wan0" ct state established,related accept
                    iifname "wan0" drop
                }
                chain miniupnpd { }
                chain by_hand { }
                chain forward { type filter hook forward priority 0; policy drop
                    ct state established,related accept
                    iifname "br0" accept
                    jump miniupnpd
                    jump by_hand
                }
            }
            table inet nat {
                chain pre_miniupnpd { }
                chain post_miniupnpd { }
                chain pre_by_hand { }
                chain prerouting { type nat hook prerouting priority -100
                    jump pre_miniupnpd
                    jump pre_by_hand
                }
                chain postrouting { type nat hook postrouting priority 100
                    jump post_miniupnpd
                    oifname "wan0" masquerade
                }
            }
        """)

    def start_miniupnpd(self, house="router", inside=ROUTER, outside=None, **other):
        """`other`: options in place of the office's own."""
        o = {**self.options, **other}
        outside = outside or (None if self.tower else STREET)
        allow = "allow 1-65535 192.168.77.0/24 1-65535" if o["low"] == "yes" else "allow 1024-65535 192.168.77.0/24 1024-65535"
        conf = self.folder / f"miniupnpd-{house}.conf"
        conf.write_text("\n".join([
            "ext_ifname=wan0", *([f"ext_ip={outside}"] if outside else []), "listening_ip=br0", "http_port=5000",
            f"enable_upnp={o['upnp']}", f"enable_natpmp={o['natpmp']}", f"secure_mode={o['secure']}",
            f"force_igd_desc_v1={o['igd1']}", "friendly_name=Lab Router", "manufacturer_name=Lab Works",
            "model_name=LW-77", "model_number=3", "serial=77",
            f"uuid=3b1c3e2a-77aa-4c1e-9d5f-1f2e3d4c5b{int(inside.rsplit('.', 1)[1]):02x}",
            f"system_uptime={o['uptime']}", f"min_lifetime={o['shortest']}", "max_lifetime=604800", "upnp_table_name=filter",
            "upnp_nat_table_name=nat", "upnp_forward_chain=miniupnpd", "upnp_nat_chain=pre_miniupnpd",
            "upnp_nat_postrouting_chain=post_miniupnpd", "notify_interval=30", *o["deny"], allow,
            "deny 0-65535 0.0.0.0/0 0-65535",
        ]) + "\n")
        pidfile = self.folder / f"miniupnpd-{house}.pid"
        pidfile.unlink(missing_ok=True)
        self.at(house, "miniupnpd", "-f", conf, "-P", pidfile)
        pid = wait_for("miniupnpd's pid file", lambda: pidfile.exists() and pidfile.read_text().strip())
        self.miniupnpd_since = time.time()
        self.pids.append(int(pid))
        if o["upnp"] == "yes":
            wait_for("miniupnpd listens", lambda: ":5000" in self.at(house, "ss", "-lnt").stdout)
        if o["natpmp"] == "yes":
            wait_for("miniupnpd listens", lambda: ":5351" in self.at(house, "ss", "-lnu").stdout)

    def stop_miniupnpd(self, house="router"):
        """As a power cut does: what it opened is gone, for its list lives in memory."""
        pidfile = self.folder / f"miniupnpd-{house}.pid"
        if not pidfile.exists():
            return
        pid = int(pidfile.read_text())
        os.kill(pid, signal.SIGTERM)
        wait_for("miniupnpd ends", lambda: not Path(f"/proc/{pid}").exists())
        self.pids.remove(pid)
        pidfile.unlink(missing_ok=True)
        for table, chain in [("filter", "miniupnpd"), ("nat", "pre_miniupnpd"), ("nat", "post_miniupnpd")]:
            self.at(house, "nft", "flush", "chain", "inet", table, chain)

    def restart_miniupnpd(self):
        """The router is switched off and on: its list lives in memory, and its clock begins anew."""
        self.stop_miniupnpd()
        self.start_miniupnpd()

    def start_asterisk(self):
        root = asterisk_root()
        home = root / self.prefix
        etc = home / "etc"
        shutil.copytree(root / "etc" / "asterisk", etc)
        for part in ["run", "log", "spool", "var"]:
            (home / part).mkdir()
        inside = f"/{self.prefix}"
        files = {
            "asterisk.conf": f"""[directories]
astetcdir => {inside}/etc
astmoddir => /usr/lib/asterisk/modules
astvarlibdir => /var/lib/asterisk
astdbdir => {inside}/var
astkeydir => /var/lib/asterisk
astdatadir => /usr/share/asterisk
astagidir => /usr/share/asterisk/agi-bin
astspooldir => {inside}/spool
astrundir => {inside}/run
astlogdir => {inside}/log
astsbindir => /usr/sbin
[options]
""",
            "pjsip.conf": f"""[udp]
type=transport
protocol=udp
bind=0.0.0.0:5060
local_net=192.168.77.0/24
external_media_address={STREET}
external_signaling_address={STREET}
[tcp]
type=transport
protocol=tcp
bind=0.0.0.0:5060
[6001]
type=endpoint
context=lab
disallow=all
allow=ulaw
auth=6001
aors=6001
direct_media=no
rtp_symmetric=yes
force_rport=yes
rewrite_contact=yes
[6001]
type=auth
auth_type=userpass
username=6001
password={SECRET}
[6001]
type=aor
max_contacts=5
[6002]
type=endpoint
context=lab
disallow=all
allow=ulaw
auth=6002
aors=6002
direct_media=no
rtp_symmetric=yes
force_rport=yes
[6002]
type=auth
auth_type=userpass
username=6002
password={SECRET}
[6002]
type=aor
max_contacts=1
""",
            "extensions.conf": """[lab]
exten => 600,1,Answer()
 same => n,Echo()
exten => 601,1,Answer()
 same => n,Milliwatt()
exten => 602,1,Busy()
exten => *43,1,Answer()
 same => n,Wait(1)
 same => n,Playback(demo-echotest)
 same => n,Echo()
""",
            "iax.conf": "[general]\nbindaddr=0.0.0.0\nbindport=4569\n",
            "manager.conf": "[general]\nenabled=yes\nport=5038\nbindaddr=0.0.0.0\n",
            "rtp.conf": "[general]\nrtpstart=10000\nrtpend=20000\n",
            "modules.conf": "[modules]\nautoload=yes\nnoload=chan_sip.so\nnoload=res_config_pgsql.so\n",
        }
        for name, text in (files | self.files).items():
            (etc / name).write_text(text)
        run("chroot", root, "chown", "-R", "asterisk:asterisk", inside)
        # In this house nobody answers for names, and Asterisk would wait a quarter of a minute for its own.
        (root / "etc" / "resolv.conf").write_text("nameserver 127.0.0.1\n")
        log = open(self.folder / "asterisk.log", "w")
        self.spawn("pbx", "chroot", root, "asterisk", "-f", "-U", "asterisk", "-C", f"{inside}/etc/asterisk.conf", log=log)
        ready = (*self.waits, "0.0.0.0:4569", "0.0.0.0:5038")
        wait_for("Asterisk listens", lambda: all(port in self.at("pbx", "ss", "-lntu").stdout for port in ready), 60)
        # Listening comes before answering: the first OPTIONS is ours, so that the programs never meet a half-started one.
        sip = int(self.waits[0].rsplit(":", 1)[1])
        wait_for("Asterisk answers", lambda: self.options_answer(PBX, port=sip), 60)

    def start_options_server(self, at="0.0.0.0"):
        """A small SIP answer in Asterisk's place, where a test is about the router and not about the phone system."""
        code = (
            "import socket\n"
            "import sys\n"
            "at=sys.argv[1]\n"
            "s=socket.socket(socket.AF_INET6 if ':' in at else socket.AF_INET,socket.SOCK_DGRAM);s.bind((at,5060))\n"
            "while True:\n"
            "    d,a=s.recvfrom(4096)\n"
            "    keep=[l for l in d.decode(errors='replace').split('\\r\\n') if l.split(':')[0].lower() in"
            " ('from','to','call-id','cseq')]\n"
            "    via=[l for l in d.decode(errors='replace').split('\\r\\n') if l.lower().startswith('via:')]\n"
            "    via=[v.replace(';rport',';rport=%d;received=%s'%(a[1],a[0])) for v in via]\n"
            "    s.sendto('\\r\\n'.join(['SIP/2.0 200 OK',*via,*keep,'Server: lab','Content-Length: 0','','']).encode(),a)\n"
        )
        self.spawn("pbx", "python3", "-c", code, at)
        if ":" in at:
            wait_for("the SIP answer over IPv6", lambda: f"[{at}]:5060" in self.at("pbx", "ss", "-lnu").stdout)
        else:
            wait_for("the SIP answer", lambda: self.options_answer(PBX))

    # --- using --------------------------------------------------------------------------------------------------

    def at(self, name, *command, check=True, **more):
        return run("ip", "netns", "exec", self.space(name), *command, check=check, **more)

    def spawn(self, name, *command, log=None, **more):
        sink = log or subprocess.DEVNULL
        child = subprocess.Popen(["ip", "netns", "exec", self.space(name), *map(str, command)],
                                 stdout=sink, stderr=sink, stdin=subprocess.DEVNULL, **more)
        self.children.append(child)
        return child

    def options_answer(self, target, at="pc", port=5060):
        """One OPTIONS by hand: the status line, or nothing."""
        code = (
            "import socket,sys\n"
            "s=socket.socket(socket.AF_INET,socket.SOCK_DGRAM);s.settimeout(1)\n"
            "s.connect((sys.argv[1],int(sys.argv[2])));me=s.getsockname()\n"
            "s.send(('OPTIONS sip:%s SIP/2.0\\r\\nVia: SIP/2.0/UDP %s:%d;branch=z9hG4bKlab;rport\\r\\nMax-Forwards: 70\\r\\n'"
            "'From: <sip:lab@%s>;tag=1\\r\\nTo: <sip:%s>\\r\\nCall-ID: lab\\r\\nCSeq: 1 OPTIONS\\r\\nContent-Length: 0\\r\\n\\r\\n'"
            "%(sys.argv[1],me[0],me[1],me[0],sys.argv[1])).encode())\n"
            "print(s.recv(2000).decode().splitlines()[0])\n"
        )
        done = self.at(at, "python3", "-c", code, target, str(port), check=False)
        return done.stdout.strip() if done.returncode == 0 else ""

    def table(self):
        """The router's list as upnpc reads it, without what passes by itself."""
        out = self.at("pc", "upnpc", "-m", "eth0", "-l", check=False).stdout
        lines = [line.strip() for line in out.splitlines() if "->" in line and ("UDP" in line or "TCP" in line)]
        return sorted(" ".join(line.split()[1:-1]) for line in lines)

    def rules(self):
        """What the router really does for its list: miniupnpd's own chains, without counters."""
        chains = [("filter", "miniupnpd"), ("nat", "pre_miniupnpd"), ("nat", "post_miniupnpd")]
        listed = (self.at("router", "nft", "--stateless", "list", "chain", "inet", *chain).stdout for chain in chains)
        return sorted(line.strip() for text in listed for line in text.splitlines())

    def by_hand(self, protocol, port, client):
        """What an owner does on the settings page."""
        self.nft("router", f"""
            add rule inet nat pre_by_hand iifname "wan0" {protocol} dport {port} dnat ip to {client}
            add rule inet filter by_hand ip daddr {client} {protocol} dport {port} accept
        """)

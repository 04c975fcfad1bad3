"""No secret of a phone system leaves it: passwords, keys, PINs, names and e-mail addresses of people are planted in the
files of the real Asterisk and in what it and its neighbours answer, and everything that the programs print, save, log,
keep and show in the window is searched for each of them."""

import re
import subprocess

from machines import Guard
from office import COWORKER, PBX, ROUTER, STREET, asterisk_root
from phone_system import Box, handset, open_entrances
from programs import Person, has
from screen import WINDOW, Screen, word
from sitting import alone

#: What no search may ever find: a word for each secret, in a form that is found in no other word.
WORDS = """phone phone-md5 trunk-name trunk-password trunk-object register-server register-client caller tls-password tls-key
tls-certificate sip-phone sip-md5 sip-remote sip-register-user sip-register sip-from sip-caller sip-session sip-key
sip-externaddr box-pin box-name box-mail box-pager box-program box-imap manager manager-name web-key iax iax-register agent
odbc mysql postgres realtime globals dialled pin-of-a-plan authenticate turn-name turn users users-box pages-database
pages-turn pages-host rule wizard-name wizard wizard-trunk wizard-host added""".split()
PLANTED = {name: f"hush{number:02}{name.replace('-', '')[:6]}" for number, name in enumerate(WORDS, 10)}
# A PIN is made of digits, and so is the number of an agent.
PLANTED |= {"box-pin": "70819263", "agent": "61902837", "pin-of-a-plan": "58203917"}

FILES = {
    "modules.conf": "[modules]\nautoload=yes\nnoload=res_config_pgsql.so\nnoload=cdr_pgsql.so\n",
    "pjsip.conf": """[udp]
type=transport
protocol=udp
bind=0.0.0.0:5060
local_net=192.168.77.0/24
external_media_address={street}
[secure]
type=transport
protocol=tls
bind=0.0.0.0:5061
cert_file=/etc/asterisk/keys/{tls-certificate}.crt
priv_key_file=/etc/asterisk/keys/{tls-key}.key
password={tls-password}
[6001]
type=endpoint
context=lab
disallow=all
allow=ulaw
auth=6001
aors=6001
callerid={caller} <6001>
[6001]
type=auth
auth_type=userpass
username=6001
password={phone}
[6001]
type=aor
max_contacts=5
[6002]
type=auth
auth_type=md5
username=6002
md5_cred={phone-md5}
[{trunk-object}]
type=auth
auth_type=userpass
username={trunk-name}
password={trunk-password}
[provider]
type=endpoint
context=lab
disallow=all
allow=ulaw
outbound_auth={trunk-object}
aors=provider
[provider]
type=aor
contact=sip:{trunk-name}@{coworker}
[6001](+type=auth)
realm={added}
[provider]
type=registration
outbound_auth={trunk-object}
server_uri=sip:{register-server}@{coworker}
client_uri=sip:{register-client}@{coworker}
""",
    "pjsip_wizard.conf": """[6004]
type=wizard
accepts_auth=yes
accepts_registrations=yes
inbound_auth/username={wizard-name}
inbound_auth/password={wizard}
endpoint/context=lab
aor/max_contacts=1
[trunk]
type=wizard
sends_auth=yes
outbound_auth/username=office
outbound_auth/password={wizard-trunk}
remote_hosts={wizard-host}.lab.example
endpoint/context=lab
""",
    "sip.conf": """[general]
udpbindaddr=0.0.0.0:5070
localnet=192.168.77.0/255.255.255.0
externaddr={sip-externaddr}:{sip-externaddr}@{street}
sdpsession=Phones of {sip-session}
tlsprivatekey=/etc/asterisk/keys/{sip-key}
register => {sip-register-user}:{sip-register}@{coworker}/600
[7001]
type=friend
host=dynamic
context=lab
secret={sip-phone}
md5secret={sip-md5}
remotesecret={sip-remote}
fromuser={sip-from}
callerid="{sip-caller}" <7001>
""",
    "voicemail.conf": """[general]
externpass=/usr/local/bin/{box-program}
[default]
6001 => {box-pin},Anna {box-name},anna.{box-mail}@lab.example,{box-pager}@lab.example,imappassword={box-imap}|dialout=lab
""",
    "manager.conf": """[general]
enabled=yes
port=5038
bindaddr=0.0.0.0
[{manager-name}]
secret={manager}
""",
    "http.conf": "[general]\nenabled=no\ntlsprivatekey=/etc/asterisk/keys/{web-key}\n",
    "iax.conf": """[general]
bindaddr=0.0.0.0
bindport=4569
register => office:{iax-register}@{coworker}
[other]
type=friend
secret={iax}
""",
    "agents.conf": "[agents]\nagent => 1001,{agent},Anna\n",
    "res_odbc.conf": "[asterisk]\nenabled=no\ndsn=asterisk\nusername=asterisk\npassword={odbc}\n",
    "res_config_mysql.conf": "[general]\ndbhost=127.0.0.1\ndbuser=asterisk\ndbpass={mysql}\n",
    "cdr_pgsql.conf": "[global]\nhostname=127.0.0.1\npassword={postgres}\n",
    "extconfig.conf": "[settings]\nqueues => odbc,{realtime},queues\n",
    "users.conf": "[general]\n[6003]\nsecret={users}\nvmsecret={users-box}\n",
    "rtp.conf": "[general]\nrtpstart=10000\nrtpend=20000\nturnusername={turn-name}\nturnpassword={turn}\n",
    "extensions.conf": """[globals]
AMPDBPASS={globals}
[lab]
exten => 600,1,Answer()
 same => n,Echo()
exten => 603,1,Authenticate({authenticate})
exten => _00X.,1,Set(PIN={pin-of-a-plan})
 same => n,Dial(IAX2/office:{dialled}@provider/${{EXTEN}})
""",
}

#: The settings pages: the database's password is asked for, and the answer holds two secrets more.
PAGES = "<?php\n$amp_conf['AMPDBUSER'] = 'freepbxuser';\n$amp_conf['AMPDBPASS'] = '{pages-database}';\n"
DATABASE = """sh -c '
[ "$MYSQL_PWD" = {pages-database} ] || exit 1
printf "sipsettings\\\\tbindport\\\\t5070\\\\nsipsettings\\\\tturnpassword\\\\t{pages-turn}\\\\n"
printf "sipsettings\\\\texternhost_val\\\\tuser:{pages-host}@lab.example\\\\n"' -- "$@"
"""


def filled(text):
    return text.format(**PLANTED, street=STREET, coworker=COWORKER)


class SecretBox(Box):
    """A box with settings pages over it."""

    def at_home(self):
        command = super().at_home()
        (self.tools / "etc" / "freepbx.conf").write_text(filled(PAGES))
        self.tool("mysql", filled(DATABASE))
        return command

    def holds(self):
        """All that can be read or asked there."""
        told = "".join(file.read_text(errors="replace") for file in (self.tools / "etc").rglob("*") if file.is_file())
        told += (self.tools / "mysql").read_text() + self.office.at("pbx", "nft", "list", "ruleset").stdout
        questions = ["sip show settings", "sip show registry", "pjsip show contacts", "database show registrar"]
        return told + "".join(self.office.asterisk(question) for question in questions)


class BoxScreen(Screen):
    """The window on the phone system's own box."""

    def __init__(self, box, *args):
        self.at_home = box.at_home()
        super().__init__(box.person(), *args, name="on-the-box")

    def inside(self, *command):
        return super().inside(*(self.at_home if command[0] == WINDOW else []), *command)

    def text(self):
        return "\n".join(part for _, name, _, typed in self.look() for part in (name, typed))


class Search:
    """Everything that came out, by where it came out."""

    def __init__(self):
        self.seen = {}

    def take(self, where, text):
        self.seen[where] = text

    def answer(self, answer, least):
        """What a command printed; it says at least this, so that an empty answer proves nothing."""
        has(answer, re.search(least, answer.out, re.S), f"{least} is told")
        self.take(f"entrance {' '.join(map(str, answer.args))}", answer.out + answer.err)

    def folder(self, folder):
        files = [file for file in folder.rglob("*") if file.is_file()]
        assert any(file.name == "log.txt" for file in files) and any(file.parent.name == "history" for file in files), files
        for file in files:
            self.take(str(file.relative_to(folder.parent)), file.read_bytes().decode(errors="replace"))

    def end(self):
        found = [f"{name} ({secret}) in {where}" for where, text in self.seen.items() for name, secret in PLANTED.items()
                 if secret.lower() in text.lower()]
        assert not found, "\n".join(found)


def no_secret_of_a_phone_system_leaves_it():
    with alone(files=[(name, filled(text)) for name, text in FILES.items()], low="yes") as office:
        open_entrances(office)
        # A phone tells its own words to whoever asks where it is.
        handset(office, "coworker", STREET, "6001", password=PLANTED["phone"])
        rule = f'ip saddr 203.0.113.66 drop comment "{PLANTED["rule"]}"'
        office.restrict("pbx", f"chain in {{ type filter hook input priority 0; {rule} ; }}")
        box = SecretBox(office, Guard(office, office.asterisk_log()))
        search = Search()
        told = box.block()
        holds = box.holds()
        missing = [name for name, secret in PLANTED.items() if secret not in holds]
        assert len(PLANTED) > 45 and not missing, f"{missing} are planted nowhere"
        for read in ["files", "running", "sockets", "bans", "database", "dial-plan", "voicemail"]:
            has(told, told.of("part", read) == [["read", ""]], f"{read} was read")
        search.take("the block", told.text)
        through_the_terminal(search, office, box, told)
        through_the_window(search, box)
        for folder in office.folder.glob("home-*"):
            search.folder(folder)
        search.end()


def through_the_terminal(search, office, box, told):
    paste = office.folder / "paste.txt"
    paste.write_text(told.text)
    owner = Person(office, "pc", "owner")
    ask = ["--log", "detailed", "check", "--system", "asterisk", "--pbx", PBX, "--symptom", "no-sound"]
    for how, run in [(["inside"], box.program), (["inside", "--paste", paste], owner.entrance)]:
        for form in [[], ["--masked"]]:
            saved = [office.folder / f"look.{end}" for end in ("txt", "json")]
            search.answer(run(*how, *form, "--save", saved[0]), "Asterisk 16.*_00X")
            search.answer(run(*how, *form, "--save", saved[1], "--json"), '_00X.*"extensions"')
            for file in saved:
                search.take(f"{file.name} of {how} {form}", file.read_text())
    for from_where, run in [("here", box.program), (paste, owner.entrance)]:
        for form in [[], ["--masked"]]:
            for end in ["html", "txt", "json"]:
                saved = office.folder / f"report.{end}"
                data = ["--json"] if end == "json" else []
                answer = run(*ask, "--router", ROUTER, "--inside", from_where, *form, *data, "--save", saved)
                search.answer(answer, "callout-enabled" if data else word("callout-enabled"))
                search.take(f"{saved.name} of --inside {from_where} {form}", saved.read_text())
    # Without a look inside, so that the window has one to offer.
    box.program(*ask, "--router", ROUTER)


def through_the_window(search, box):
    with BoxScreen(box, "--log", "detailed") as screen:
        screen.press(word("window-look-inside"))
        screen.see(word("window-inside-here"), role="push button")
        search.take("the page before", screen.text())
        screen.press(word("window-inside-here"))
        screen.see(word("window-inside-says"))
        shown = screen.text()
        assert re.search("Asterisk 16", shown) and word("inside-voicemail-open") in re.escape(shown), shown
        screen.picture("what-it-says")
        search.take("the page", shown)
        screen.press(word("window-inside-use"))
        screen.see(word("callout-enabled"))
        screen.press(word("window-drawer"), role=None)
        screen.see(word("window-evidence-table"))
        search.take("the results", screen.text())
        screen.picture("results")


TESTS = [no_secret_of_a_phone_system_leaves_it]

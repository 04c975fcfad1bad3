"""What a phone company hands to its customers: a preset beside the program, a server that tells of newer versions, and the
one file for a colleague. Real programs, a real standing helper and a real web server on the internet side."""

import re
import shutil
import subprocess
from pathlib import Path

from habits import close
from helper import WAN, Helper
from office import COWORKER, PBX, STREET, Office, wait_for
from programs import ENTRANCE, Person, has
from screen import PYTHON, WINDOW, Screen, word
from sitting import invited, sitting

EXAMPLES = Path(__file__).parents[2] / "assets" / "vendor"
PRESET = "separate-entrance.preset.toml"
PORT = 8444

#: Answers everybody with the file beside it, and writes down what it was sent.
WEB = """
import pathlib, ssl, socket, sys
folder = pathlib.Path(sys.argv[1])
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
listener = socket.create_server((sys.argv[2], int(sys.argv[3])))
(folder / "ready").touch()
while True:
    connection, (address, _) = listener.accept()
    with open(folder / "came.txt", "a") as came:
        came.write(address + chr(10))
    try:
        with context.wrap_socket(connection, server_side=True) as tls:
            heard = b""
            while b"\\r\\n\\r\\n" not in heard and (piece := tls.recv(4096)):
                heard += piece
            with open(folder / "heard.txt", "ab") as file:
                file.write(heard)
            body = (folder / "answer.toml").read_bytes()
            tls.sendall(b"HTTP/1.1 200 OK\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(body) + body)
    except OSError:
        pass
"""


class Web:
    """A vendor's web server on the internet side."""

    def __init__(self, office):
        self.folder = office.folder / "web"
        self.folder.mkdir()
        make = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                "-subj", "/CN=downloads.telecom.example", "-keyout", self.folder / "key.pem", "-out", self.folder / "cert.pem"]
        subprocess.run(list(map(str, make)), check=True, capture_output=True)
        # As README.md tells vendors to find it.
        digest = "openssl x509 -pubkey -noout | openssl pkey -pubin -outform der | openssl dgst -sha256"
        said = subprocess.run(digest, shell=True, check=True, capture_output=True, text=True,
                              stdin=open(self.folder / "cert.pem")).stdout
        self.pin = said.split()[-1]
        self.tell("99.1.0")
        script = self.folder / "web.py"
        script.write_text(WEB.replace("\\\\", "\\"))
        office.spawn("wan", PYTHON, script, self.folder, WAN, PORT)
        wait_for("the web server", (self.folder / "ready").exists)

    def tell(self, version):
        page = "https://downloads.telecom.example/separate-entrance"
        (self.folder / "answer.toml").write_text(f'version = "{version}"\naddress = "{page}"\n')

    def came(self):
        came = self.folder / "came.txt"
        return came.read_text().split() if came.exists() else []

    def heard(self):
        return (self.folder / "heard.txt").read_bytes()


def installed(office, **preset):
    """A folder with the programs, as a vendor fills it; gives the folder."""
    folder = office.folder / "installed"
    folder.mkdir()
    for program in [ENTRANCE, WINDOW]:
        shutil.copy(program, folder)
    shutil.copy(EXAMPLES / "example-logo.png", folder)
    lines = [f'{key} = "{value}"' for key, value in preset.items() if key not in ("ask", "pin")]
    if "ask" in preset:
        lines += ["[newer]", f'ask = "{preset["ask"]}"', f'pins = ["{preset["pin"]}"]']
    (folder / PRESET).write_text("\n".join(lines) + "\n")
    return folder


def came_to(office, port):
    """Connections that anybody made to this port of the internet side, by the router's own book."""
    return "src=" in office.at("router", "conntrack", "-L", "-p", "tcp", "--dport", str(port), check=False).stdout


def a_preset_is_shown_and_filled_in_and_asks_nobody_before_a_yes():
    with Office() as office:
        helper = Helper(office, "wan", "--listen", f"{WAN}:8443")
        web = Web(office)
        folder = installed(office, name="Example Telecom", support="help@telecom.example", profile="asterisk",
                           helper=helper.link, logo="example-logo.png",
                           ask=f"https://{WAN}:{PORT}/newest.toml", pin=web.pin)
        owner = Person(office, "pc")
        with Screen(owner, name="prepared", program=(folder / "separate-entrance",)) as screen:
            screen.see(".*Example Telecom")
            screen.see(".*help@telecom.example")
            screen.see(word("vendor-logo"))
            screen.see(word("window-newer-ask"))
            screen.picture("welcome")
            # Up to the knock, with the phone system as it was filled in.
            screen.key("Return")
            screen.see(word("ask-system"))
            screen.fill(word("ask-pbx"), PBX)
            screen.key("ctrl+Return")
            for stands_for in ["Lab Works LW-77.*", word("window-phone-system-at")]:
                screen.see(stands_for)
                screen.see(word("window-next"), role="push button")
                screen.key("Return")
            screen.see(word("window-helper-offered"))
            assert any(typed == helper.link for _, _, _, typed in screen.look()), "the link stands in its box"
            screen.picture("offered")
            assert not came_to(office, 8443) and web.came() == [], "nobody was asked so far"
            assert office.table() == [], "and nothing was opened"
            screen.press(word("window-helper"))
            screen.see(word("window-approve-one"))
            assert came_to(office, 8443), "which would have been seen"
            assert web.came() == []


def a_newer_version_is_told_of_after_a_yes_once_a_day_and_never_after_a_no():
    with Office(asterisk=False) as office:
        web = Web(office)
        folder = installed(office, name="Example Telecom", ask=f"https://{WAN}:{PORT}/newest.toml", pin=web.pin)
        owner = Person(office, "pc")
        program = (folder / "separate-entrance",)
        with Screen(owner, name="asked", program=program) as screen:
            screen.see(word("window-newer-ask"))
            assert web.came() == [], "nothing is sent before the yes"
            screen.press(word("window-newer-yes"))
            screen.see(".*99\\.1\\.0.*downloads.telecom.example.*")
            screen.picture("newer")
        assert web.heard() == f"GET /newest.toml HTTP/1.1\r\nhost: {WAN}:{PORT}\r\n\r\n".encode(), web.heard()
        # The same day: told again, not asked again. The terminal keeps to the same yes.
        with Screen(owner, name="again", program=program) as screen:
            screen.see(".*99\\.1\\.0.*")
            assert not screen.shows(word("window-newer-ask")), "and nobody is asked twice"
        answers = [("v  ", "2"), (word("terminal-paste-code"), ""), ("v  ", "q")]
        shown, _ = owner.wizard(answers, program=str(folder / "entrance"))
        assert "99.1.0" in shown and "Example Telecom" in shown, shown
        assert len(web.came()) == 1, web.came()
        # Switched off among the settings.
        with Screen(owner, name="off", program=program) as screen:
            screen.see(".*99\\.1\\.0.*")
            screen.key("ctrl+comma")
            screen.see(word("window-newer-choice"))
            screen.picture("choice")
            screen.reach(word("window-newer-no"), "radio button")
            screen.key("space")
            settings = owner.folder / "settings.toml"
            wait_for("the no is kept", lambda: 'answer = "no"' in settings.read_text())
        (owner.folder / "newer.json").unlink()
        with Screen(owner, name="never", program=program) as screen:
            screen.see(word("window-check-mine"))
            assert not screen.shows(".*99\\.1\\.0.*")
        assert len(web.came()) == 1, web.came()


def a_broken_preset_is_told_with_its_line_and_the_program_works_without_it():
    with Office(asterisk=False) as office:
        folder = installed(office, name="Example Telecom")
        whole = (EXAMPLES / PRESET).read_text()
        cut = whole[:whole.index("profile = ") + 14]
        (folder / PRESET).write_text(cut)
        line = cut.count("\n") + 1
        owner = Person(office, "pc")
        with Screen(owner, name="broken", program=(folder / "separate-entrance",)) as screen:
            screen.see(f".*{re.escape(PRESET)}.*{line}.*")
            screen.picture("welcome")
            assert not screen.shows(".*Example Telecom.*"), "half of it counts for nothing"
            screen.key("Return")
            screen.see(word("ask-system"))
        assert (folder / PRESET).read_text() == cut, "it is left as it was"


#: A stick that cannot be written on, with the program on it.
STICK = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && cd "$0" && exec ./help-a-colleague "$@"'


def one_file_on_a_read_only_stick_helps_a_colleague_and_leaves_nothing_but_its_ledger():
    with sitting(low="yes") as office:
        owner, code = invited(office, "owner-who-asks-for-help")
        stick = office.folder / "stick"
        (stick / "home").mkdir(parents=True)
        shutil.copy(WINDOW, stick / "help-a-colleague")
        colleague = Person(office, "coworker", "colleague-with-a-stick")
        del colleague.env["SEPARATE_ENTRANCE_DIR"]
        colleague.env.update(HOME=str(stick / "home"), XDG_CONFIG_HOME="", XDG_DATA_HOME="", XDG_CACHE_HOME="")
        before = sorted(stick.rglob("*"))
        started = ("sh", "-c", STICK, stick)
        with Screen(colleague, name="stick", program=started, called="help-a-colleague") as screen:
            screen.see(word("window-paste-code.title"))
            screen.see(word("window-carried"))
            assert not screen.shows(".*folder.*cannot.*"), screen.names()
            screen.picture("paste")
            kept = screen.folder / "separate-entrance-colleague"
            assert kept.is_dir() and kept.stat().st_mode & 0o77 == 0, "its folder is nobody else's"
            screen.fill(word("window-paste-code.title"), code)
            screen.press(word("window-read-code"))
            screen.see(word("window-agree"), role="push button")
            came = lambda: "src=" in office.at("router", "conntrack", "-L", "-s", COWORKER).stdout
            assert not came(), "nothing is sent before the yes"
            screen.press(word("window-agree"))
            screen.see(word("window-hand-back.title"))
            screen.picture("done")
            result = "-".join(n for n in screen.names() if re.fullmatch("[0-9A-Z]{6}(-[0-9A-Z]{6})*", n))
            # Its end is its beginning: there is no office of its own to go to.
            screen.press(word("window-finish"))
            screen.see(word("window-paste-code.title"))
            assert not screen.shows(word("window-check-mine"))
            close(screen)
            left = sorted(f.name for f in kept.iterdir())
        assert left == ["budget.json"], left
        assert sorted(stick.rglob("*")) == before
        seen = owner.entrance("check", "--walk-result", result, "--json")
        has(seen, seen.report().service("sip-udp")["verdict"] == "verified", f"the walk at {STREET} is read")


TESTS = [
    a_preset_is_shown_and_filled_in_and_asks_nobody_before_a_yes,
    a_newer_version_is_told_of_after_a_yes_once_a_day_and_never_after_a_no,
    a_broken_preset_is_told_with_its_line_and_the_program_works_without_it,
    one_file_on_a_read_only_stick_helps_a_colleague_and_leaves_nothing_but_its_ledger,
]

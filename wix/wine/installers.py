"""How the installers come, take each other's place, refuse, ask and go. Each function is one part of the trial and leaves
nothing installed but where the next one says so; wix/try knows their order."""

import os
import shutil
import subprocess
import time
from pathlib import Path

from desk import expect, windows
from office import ROUTER
from trial import FOLDER, NAME, PRESET, REFUSED

ROOT = Path(__file__).resolve().parents[2]
OWN_FOLDER = "users/root/AppData/Local/Programs/Separate Entrance"
MENU = "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Separate Entrance.lnk"
WINDOWS = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion"


def refuses_an_old_windows(trial):
    trial.desk.run("winecfg", "-v", "win7")
    trial.desk.run("reg", "delete", WINDOWS, "/v", "CurrentMajorVersionNumber", "/f")
    trial.says_no(trial.new, "Separate Entrance needs 64-bit Windows 10 or later")
    expect("was installed there", not trial.desk.installed())
    trial.desk.run("winecfg", "-v", "win10")


def opens_its_window_for_whoever_installs_it(trial):
    """Installed, and replaced by a newer one, as by a double-click: the first screen comes by itself each time, and
    the installer has ended before it is closed. A removal opens nothing."""
    for installers in [[trial.own_old, trial.own], [trial.new]]:
        for installer in installers:
            expect("it failed", trial.desk.msi("/i", installer, level="/qb") == 0)
            trial.is_opened("opened-by-" + installer.stem)
        expect("it does not go", trial.desk.msi("/x", installers[-1], level="/qb") == 0)
        expect("a removal opens it", not trial.desk.running(NAME))
        trial.is_gone()


def installs_silently(trial):
    since = time.monotonic()
    code = trial.desk.msi("/i", trial.old, "DESKTOP=yes", "PRESET=" + windows(trial.preset) + "\\")
    trial.seconds = time.monotonic() - since
    expect(f"msiexec ended with {code}", code == 0)
    expect("a silent one opens a window", not trial.desk.running(NAME))
    trial.is_installed(trial.work / "older", besides=[PRESET])
    expect(f"listed: {trial.desk.installed()}", trial.desk.installed() == [trial.older])
    for link in [MENU, "Desktop/Separate Entrance.lnk"]:
        expect(f"no {link}", (trial.desk.drive / "users/root" / link).exists())
    expect(f"PATH is {trial.desk.path()}", trial.desk.path() == trial.path_after)
    command = trial.desk.registry(r"HKLM\Software\Classes\separate-entrance\shell\open\command")
    expect(f"a link starts {command}", r'"C:\Program Files\Separate Entrance\separate-entrance.exe" -- "%1"' in command)


def upgrades_in_place(trial):
    trial.is_upgraded_by(trial.new)
    trial.notes.append("that a preset beside the program outlives an upgrade: this wine does not tell an upgrade from a removal")


def takes_a_new_build_of_the_same_version(trial):
    trial.is_upgraded_by(trial.again)


def refuses_a_downgrade(trial):
    trial.says_no(trial.old, "A newer version of Separate Entrance is installed already, so nothing was changed")
    expect("it was not refused silently", trial.desk.msi("/i", trial.old) == REFUSED)
    trial.is_installed(trial.programs)
    expect(f"listed: {trial.desk.installed()}", trial.desk.installed() == [trial.version])


def one_for_a_person_gives_way(trial):
    trial.says_no(trial.own, "is installed on this computer for everybody already")


def serves_a_person_without_an_administrator(trial):
    expect("it failed", trial.desk.msi("/i", trial.own_old) == 0)
    trial.is_installed(trial.work / "older", OWN_FOLDER)
    expect("it is for everybody", not (trial.desk.drive / FOLDER).exists())
    expect("the upgrade failed", trial.desk.msi("/i", trial.own) == 0)
    trial.is_installed(trial.programs, OWN_FOLDER)
    expect(f"listed: {trial.desk.installed()}", trial.desk.installed() == [trial.version])
    path = trial.desk.path(r"HKCU\Environment")
    expect(f"the person's PATH is {path}", path == ["C:\\users\\root\\AppData\\Local\\Programs\\Separate Entrance\\"])
    code, out = trial.desk.run("entrance.exe", "--version")
    expect(f"a terminal says {out}", code == 0 and trial.version in out)
    trial.says_no(trial.own_old, "A newer version of Separate Entrance is installed already")
    expect("it does not go", trial.desk.msi("/x", trial.own) == 0)
    trial.is_gone()


def carries_a_vendors_preset(trial):
    expect("it failed", trial.desk.msi("/i", trial.vendors) == 0)
    trial.is_installed(trial.programs, besides=[PRESET])
    expect("it does not go", trial.desk.msi("/x", trial.vendors) == 0)
    trial.is_gone()


def stays_in_the_folder_that_was_chosen(trial):
    chosen = "Elsewhere/Entrance"
    expect("it failed", trial.desk.msi("/i", trial.old, "APPLICATIONFOLDER=C:\\Elsewhere\\Entrance\\") == 0)
    trial.is_installed(trial.work / "older", chosen)
    expect("the upgrade failed", trial.desk.msi("/i", trial.new) == 0)
    trial.is_installed(trial.programs, chosen)
    expect("it does not go", trial.desk.msi("/x", trial.new) == 0)
    trial.is_gone()
    expect("its folder stays", not (trial.desk.drive / "Elsewhere/Entrance").exists())


def goes_from_a_full_disk(trial):
    """Windows itself counts the room before it begins, and says so. This wine does not: it fails without a word and takes
    back what it wrote, or cuts the files off. Whatever it left must still go."""
    small = trial.work / "small"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", small], check=True)
    try:
        (trial.desk.folder / "prefix/dosdevices/y:").symlink_to(small)
        code = trial.desk.msi("/i", trial.new, "APPLICATIONFOLDER=Y:\\Entrance\\")
        shutil.copy(trial.desk.folder / "msi.log", trial.kept / "full-disk.log")
        trial.notes.append("the sentence for a full disk: Windows counts the room before it writes, by what wix/check looks at, "
                           f"while this wine wrote until it was full and ended with {code}")
        if code == 0:
            expect("it does not go", trial.desk.msi("/x", trial.new) == 0)
        left = [str(path) for path in small.rglob("*")]
        expect(f"left: {left}", not left)
        trial.is_gone()
    finally:
        subprocess.run(["umount", small], check=False)


def is_signed_where_there_is_a_key(trial):
    """By a certificate made for this; whether Windows trusts one is Windows' business."""
    at = trial.work / "signing"
    at.mkdir()
    key, cert, both, word = at / "key.pem", at / "cert.pem", at / "both.p12", at / "password"
    word.write_text("for a test")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=Test",
                    "-addext", "extendedKeyUsage=codeSigning", "-keyout", key, "-out", cert], check=True, stderr=subprocess.DEVNULL)
    subprocess.run(["openssl", "pkcs12", "-export", "-inkey", key, "-in", cert, "-out", both, "-passout", f"file:{word}"],
                   check=True)
    env = {**os.environ, "PROGRAMS": str(trial.programs), "SIGN_KEY": str(both), "SIGN_PASSWORD_FILE": str(word),
           "CARGO_TARGET_DIR": str(at)}
    said = subprocess.run([ROOT / "wix" / "build"], env=env, check=True, stdout=subprocess.PIPE, text=True).stdout
    expect(f"it calls them {said}", "unsigned" not in said)
    made = at / "windows/installers"
    installers = sorted(made.glob("*-signed.msi"))
    expect(f"it made {installers}", len(installers) == 2)
    for file in [*installers, *sorted((made / "programs").glob("*.exe"))]:
        told = subprocess.run(["osslsigncode", "verify", "-CAfile", cert, "-in", file], check=False, stdout=subprocess.PIPE, text=True)
        expect(f"{file.name}: {told.stdout[-400:]}", "Signature verification: ok" in told.stdout)
    expect("a signed one does not install", trial.desk.msi("/i", installers[0]) == 0)
    trial.is_installed(made / "programs")
    expect("it does not go", trial.desk.msi("/x", installers[0]) == 0)
    trial.is_gone()


def goes_silently_without_a_question(trial):
    trial.opens_an_entrance()
    expect("it failed", trial.desk.msi("/x", trial.again) == 0)
    trial.is_gone()
    expect("it was taken back unasked", trial.is_open())


def asks_before_it_goes_and_takes_no_for_an_answer(trial):
    goes_after(trial, "n")
    expect("it was taken back in spite of a no", trial.is_open())


def asks_before_it_goes_and_takes_back(trial):
    goes_after(trial, "y", "Taken back: nothing that this program opened")
    expect("it was not taken back", trial.office.table() == [])


def goes_after(trial, answer, sentence=None):
    """Uninstalls it as the system's list of programs does, with the question answered."""
    expect("it cannot be installed", trial.desk.msi("/i", trial.new) == 0)
    child = trial.desk.start("msiexec", "/x", windows(trial.new), "/qb")
    said = trial.desk.see("Separate Entrance opened entrances at your router", child)
    expect(f"it asks {said}", f"({ROUTER}): UDP 5060" in said)
    trial.desk.picture("take-back-" + answer)
    trial.desk.key(answer)
    if sentence:
        trial.desk.see(sentence, child)
        trial.desk.picture("taken-back")
        trial.desk.key("Return")
    expect("it failed", child.wait(60) == 0)
    trial.is_gone()


def takes_back_silently_where_told(trial):
    expect("it cannot be installed", trial.desk.msi("/i", trial.new) == 0)
    trial.opens_an_entrance()
    expect("it failed", trial.desk.msi("/x", trial.new, "TAKEBACK=yes") == 0)
    trial.is_gone()
    expect("it was not taken back", trial.office.table() == [])


def asks_nothing_where_nothing_is_open(trial):
    expect("it cannot be installed", trial.desk.msi("/i", trial.new, "OPEN=no", level="/qb") == 0)
    expect("it opens in spite of a no", not trial.desk.running(NAME))
    expect("it failed", trial.desk.msi("/x", trial.new, level="/qb") == 0)
    trial.is_gone()

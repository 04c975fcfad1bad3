//! The block that an owner pastes into the phone system's own terminal: it tells the same in every old shell, changes
//! nothing there, and lets no secret out. Whole boxes of files and answers stand in a root of their own for it.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use separate_entrance::domain::inside::block;

const SCRIPT: &str = include_str!("../../assets/inside.sh");

const BOXES: [&str; 7] =
    ["trixbox-2", "freepbx-15", "issabel-4", "asterisk-moved", "freeswitch-1.10", "freeswitch-curl", "fusionpbx-5"];

/// What a secret holds in those boxes: a password, a key, a PIN, a name, an address of a person.
const PLANTED: &str = "pl4nt";

/// Takes what the test mounts into the root before it becomes one.
const ENTER: &str = r#"
root=$1; shift
for folder in /lib /lib64 /usr/lib; do
    [ -d $folder ] && { mkdir -p "$root$folder" && mount --rbind $folder "$root$folder" || exit 99; }
done
mkdir -p "$root/dev" && : > "$root/dev/null" && mount --bind /dev/null "$root/dev/null" || exit 99
enter=$(command -v chroot)
exec env -i PATH=/bin "$1" "$enter" $2 "$root" /bin/sh
"#;

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/inside")
}

fn say(line: &str) {
    writeln!(std::io::stdout(), "\n{line}").unwrap();
}

fn program(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).chain(["/sbin".into(), "/usr/sbin".into()]).map(|d| d.join(name)).find(|p| p.is_file())
}

/// A shell with the tools that stand beside it.
pub struct Shell {
    pub sh: &'static str,
    pub awk: &'static str,
    pub setting: &'static str,
}

pub const SHELLS: [Shell; 5] = [
    Shell { sh: "dash", awk: "mawk", setting: "LANG=C" },
    Shell { sh: "bash", awk: "gawk", setting: "POSIXLY_CORRECT=1" },
    Shell { sh: "bash", awk: "mawk", setting: "BASH_COMPAT=3.2" },
    Shell { sh: "busybox", awk: "busybox", setting: "LANG=C" },
    Shell { sh: "dash", awk: "original-awk", setting: "LANG=C" },
];

/// How a root of one's own is had here: as root, or in a namespace where one is root.
pub fn own_root() -> Option<&'static [&'static str]> {
    let ways: [&'static [&'static str]; 2] = [&["-m"], &["-r", "-m"]];
    let found = ways.into_iter().find(|way| {
        let tried = Command::new("unshare").args(*way).args(["mount", "--bind", "/dev", "/dev"]).output();
        tried.is_ok_and(|done| done.status.success())
    });
    if found.is_none() {
        say("SKIPPED no mount namespace can be had here, so no box stands to be looked into");
    }
    found
}

/// One box with one shell, as long as this stands.
pub struct Standing {
    root: tempfile::TempDir,
}

impl Standing {
    fn new(name: &str, shell: &Shell) -> Option<Standing> {
        Standing::with(name, shell, &[])
    }

    /// The same where some of its files hold this, or are there besides.
    pub fn with(name: &str, shell: &Shell, files: &[(&str, &str)]) -> Option<Standing> {
        let needed = [shell.sh, shell.awk].map(|tool| program(tool).ok_or(tool));
        if let Some(Err(tool)) = needed.iter().find(|found| found.is_err()) {
            say(&format!("SKIPPED {} with {}: {tool} is not installed here", shell.sh, shell.awk));
            return None;
        }
        let standing = Standing { root: tempfile::tempdir().unwrap() };
        copy(&fixtures().join("boxes").join(name), standing.root.path());
        for (path, text) in files {
            let path = standing.root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let bin = standing.root.path().join("bin");
        fs::create_dir_all(&bin).unwrap();
        fs::create_dir_all(standing.root.path().join("tmp")).unwrap();
        for tool in ["cat", "head", "grep", "readlink", "tr", "sleep", "wc"] {
            let from = if shell.sh == "busybox" { "busybox" } else { tool };
            fs::copy(program(from).unwrap(), bin.join(tool)).unwrap();
        }
        fs::copy(program("cksum").unwrap(), bin.join("cksum")).unwrap();
        fs::copy(program(shell.sh).unwrap(), bin.join("sh")).unwrap();
        fs::copy(program(shell.awk).unwrap(), bin.join("awk")).unwrap();
        for answer in fs::read_dir(standing.root.path().join("answers")).unwrap() {
            let answer = answer.unwrap().file_name().into_string().unwrap();
            let end = answer.strip_prefix("fs_cli").map_or_else(|| answer.find(['_', '.']), |_| Some("fs_cli".len()));
            let name = &answer[..end.unwrap_or(answer.len())];
            fs::copy(fixtures().join("boxes/answer"), bin.join(name)).unwrap();
        }
        Some(standing)
    }

    pub fn look(&self, way: &[&str], setting: &str) -> String {
        self.look_as(way, setting, "")
    }

    /// `owner`: as whom, in the words of `chroot`.
    fn look_as(&self, way: &[&str], setting: &str, owner: &str) -> String {
        let mut command = Command::new("unshare");
        command.args(way).args(["sh", "-c", ENTER, "sh"]).arg(self.root.path()).args([setting, owner]);
        fed(&mut command, SCRIPT)
    }

    fn files(&self) -> Vec<(PathBuf, u64)> {
        let mut found = Vec::new();
        walk(self.root.path(), &mut |path| found.push((path.to_owned(), fs::metadata(path).unwrap().len())));
        found.retain(|(path, _)| !path.starts_with(self.root.path().join("dev")));
        found.sort();
        found
    }
}

/// What a command prints to whoever gives it this to read.
fn fed(command: &mut Command, text: &str) -> String {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut hand = child.stdin.take().unwrap();
    let text = text.to_owned();
    let writer =
        std::thread::Builder::new().name("paste".into()).spawn(move || hand.write_all(text.as_bytes())).unwrap();
    let done = child.wait_with_output().unwrap();
    // Whoever leaves before the end of the paste has said so by what was printed.
    let _ = writer.join().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stderr), "", "it complains");
    String::from_utf8(done.stdout).unwrap()
}

fn walk(folder: &Path, each: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() { walk(&entry.path(), each) } else { each(&entry.path()) }
    }
}

fn copy(from: &Path, to: &Path) {
    walk(from, &mut |path| {
        let there = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(there.parent().unwrap()).unwrap();
        fs::copy(path, there).unwrap();
    });
}

/// Each box tells what its block under `blocks/` says, byte by byte. To write those anew: `WRITE_BLOCKS=1 cargo test
/// --test office every_box`.
#[test]
fn every_box_tells_the_same_in_every_shell_and_stays_as_it_was() {
    let Some(way) = own_root() else { return };
    for name in BOXES {
        let path = fixtures().join("blocks").join(format!("{name}.txt"));
        for shell in &SHELLS {
            let Some(standing) = Standing::new(name, shell) else { continue };
            let before = standing.files();
            let told = standing.look(way, shell.setting);
            assert_eq!(standing.files(), before, "{name} was changed");
            if std::env::var_os("WRITE_BLOCKS").is_some() {
                fs::write(&path, &told).unwrap();
            }
            let kept = fs::read_to_string(&path).unwrap();
            assert_eq!(told, kept, "{name} in {} with {} and {}", shell.sh, shell.awk, shell.setting);
            block::read(&told).unwrap();
        }
    }
}

#[test]
fn no_secret_that_was_planted_comes_out() {
    let Some(way) = own_root() else { return };
    for name in BOXES {
        let mut planted = 0;
        walk(&fixtures().join("boxes").join(name), &mut |path| {
            let text = fs::read_to_string(path).unwrap().to_lowercase();
            planted += text.lines().filter(|line| line.contains(PLANTED)).count();
        });
        let least = if ["issabel-4", "freeswitch-curl", "fusionpbx-5"].contains(&name) { 5 } else { 20 };
        // Nearly all of its settings lie elsewhere.
        let least_told = if name == "freeswitch-curl" { 10 } else { 20 };
        assert!(planted >= least, "{name} hides only {planted} secrets");
        let Some(standing) = Standing::new(name, &SHELLS[0]) else { continue };
        let told = standing.look(way, "LANG=C");
        let out: Vec<&str> = told.lines().filter(|line| line.to_lowercase().contains(PLANTED)).collect();
        assert!(out.is_empty(), "{name} tells {out:?}");
        assert!(told.lines().count() > least_told, "{name} tells next to nothing");
    }
}

/// A program that never answers: it is ended, said to have failed, and nothing of it is left.
#[test]
fn a_program_that_never_answers_holds_nothing_up() {
    let Some(way) = own_root() else { return };
    let Some(standing) = Standing::new("freepbx-15", &SHELLS[0]) else { return };
    let bin = standing.root.path().join("bin");
    // The patience of eight seconds is an instant here.
    fs::rename(bin.join("sleep"), bin.join("rest")).unwrap();
    script(&bin.join("sleep"), "#!/bin/sh\nexec /bin/rest 0.2\n");
    script(&bin.join("asterisk"), "#!/bin/sh\nexec /bin/rest 86417\n");
    script(&bin.join("mysql"), "#!/bin/sh\nwhile :; do echo sipsettings bindport 5060; done\n");
    let told = standing.look(way, "LANG=C");
    assert!(told.contains("\npart|running|absent|\n"), "{told}");
    assert!(told.contains("\npart|database|read|\n"), "{told}");
    assert!(block::read(&told).is_ok());
    let left = Command::new("grep").args(["-l", "86417", "-r", "/proc", "--include=cmdline"]).output().unwrap();
    let left = String::from_utf8_lossy(&left.stdout).into_owned();
    let left: Vec<String> = left
        .lines()
        .filter_map(|file| fs::read_to_string(file).ok())
        .filter(|line| line.starts_with("/bin/rest"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// Somebody who may not read everything: what is not read is named, and nothing is made up for it.
#[test]
fn what_may_not_be_read_is_named() {
    let Some(way) = own_root() else { return };
    let Some(standing) = Standing::new("issabel-4", &SHELLS[0]) else { return };
    if way.contains(&"-r") {
        say("SKIPPED only root can be somebody else");
        return;
    }
    let etc = standing.root.path().join("etc/asterisk");
    mode(standing.root.path(), 0o755);
    for file in ["sip_additional.conf", "extensions.conf"] {
        mode(&etc.join(file), 0o600);
    }
    let told = standing.look_as(way, "LANG=C", "--userspec=65534:65534");
    for line in [
        "part|files|denied|/etc/asterisk/sip_additional.conf",
        "part|dial-plan|denied|/etc/asterisk/extensions.conf",
        "part|running|denied|asterisk -rx",
        "set|/etc/asterisk/sip_general_additional.conf|4|general|bindport|5060",
    ] {
        assert!(told.lines().any(|l| l == line), "{line} is not in {told}");
    }
    assert!(!told.contains("|200|"), "{told}");
    mode(&etc, 0o700);
    let told = standing.look_as(way, "LANG=C", "--userspec=65534:65534");
    assert!(told.contains("\npart|files|denied|/etc/asterisk\n") && !told.contains("\nset|"), "{told}");
    assert!(block::read(&told).is_ok());
}

/// A way to add to a section that is not understood: it is said that not everything was read.
#[test]
fn an_addition_that_is_not_understood_is_said() {
    let Some(way) = own_root() else { return };
    for shell in &SHELLS {
        let Some(standing) = Standing::new("freepbx-15", shell) else { continue };
        let file = "/etc/asterisk/pjsip.endpoint_custom.conf";
        for filter in ["+type=endpoint&aors=101", "+password=pl4nt28", "+type=^endpoint$", "+type=a,+type=b"] {
            fs::write(standing.root.path().join(&file[1..]), format!("[101]({filter})\ndirect_media=no\n")).unwrap();
            let told = standing.look(way, shell.setting);
            for line in [format!("sec|{file}|1|101|?"), format!("part|files|failed|{file}")] {
                assert!(told.lines().any(|l| l == line), "{} {filter}: {line} is not in {told}", shell.awk);
            }
            assert!(!told.contains("part|files|read|") && !told.contains(PLANTED), "{told}");
        }
    }
}

/// A box that somebody has prepared: the block stays one, and stays small.
#[test]
fn a_box_that_means_harm_gets_no_further_than_a_block() {
    let Some(way) = own_root() else { return };
    for shell in &SHELLS {
        let Some(standing) = Standing::new("freepbx-15", shell) else { continue };
        let etc = standing.root.path().join("etc/asterisk");
        let many: Vec<String> =
            (0..5_000).map(|n| format!("[phone{n}]\ntype=friend\nhost=dynamic\nnat=no\n")).collect();
        fs::write(etc.join("sip_additional.conf"), many.concat()).unwrap();
        let odd = "[a\u{1b}[2J|b]\nexternip=1.2.3.4\u{7}|set|x\nexterniip=5\nlocalnet=\u{e9}\u{0}\n[";
        fs::write(etc.join("sip_general_additional.conf"), format!("{odd}{}]\nnat=yes\n", "x".repeat(100_000)))
            .unwrap();
        let pipe = Command::new("mkfifo").arg(etc.join("never.conf")).status().unwrap();
        assert!(pipe.success());
        let asks = "#include never.conf\n#include /dev/zero\n#include /\n#include -rf\n#include `id`\n";
        fs::write(etc.join("iax.conf"), "[general]\n#include *\n").unwrap();
        fs::write(etc.join("rtp.conf"), format!("[general]\n{asks}rtpstart=1\n")).unwrap();
        script(&standing.root.path().join("bin/asterisk"), "#!/bin/sh\nexec cat /bin/sh /bin/awk\n");
        script(
            &standing.root.path().join("bin/ss"),
            "#!/bin/sh\nwhile :; do echo 'tcp LISTEN 0 0 0.0.0.0:99999 |=== x'; done\n",
        );
        let told = standing.look(way, shell.setting);
        let read = block::read(&told).unwrap_or_else(|problem| panic!("{} with {}: {problem:?}", shell.sh, shell.awk));
        assert!(read.lines.len() < 7000, "{} lines", read.lines.len());
        assert!(told.contains("\npart|files|too-much|/etc/asterisk/sip.conf\n"), "{}", &told[..2000]);
        assert!(told.contains("|general|rtpstart|1\n"), "what comes after the traps is read");
    }
}

fn mode(path: &Path, bits: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(bits)).unwrap();
}

fn script(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
    mode(path, 0o755);
}

/// A terminal with an owner at it, who pastes once the shell asks, and leaves.
const TERMINAL: &str = r"
import os, pty, select, sys
text, shown = sys.stdin.buffer.read(), b''
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
while True:
    asked = b'# ' in shown or b'$ ' in shown
    ready = select.select([terminal], [terminal] if asked and text else [], [], 60)
    if ready == ([], [], []):
        os.kill(child, 9)
    try:
        if ready[1]:
            text = text[os.write(terminal, text[:512]):]
        if ready[0]:
            shown += os.read(terminal, 65536)
    except OSError:
        break
sys.stdout.buffer.write(shown)
";

/// As an owner does: into a shell that echoes, completes, and looks up `!` in its history.
#[test]
fn the_block_survives_being_pasted_into_a_terminal() {
    for line in [&["bash", "--norc", "-i"][..], &["dash", "-i"], &["busybox", "sh", "-i"]] {
        let missing = [line[0], "python3"].into_iter().find(|tool| program(tool).is_none());
        if let Some(tool) = missing {
            say(&format!("SKIPPED a paste into {}: {tool} is not installed here", line[0]));
            continue;
        }
        let mut command = Command::new("python3");
        command.args(["-c", TERMINAL]).args(line).env("HISTFILE", "/dev/null").env("TERM", "xterm");
        let shown = fed(&mut command, &format!("{SCRIPT}exit\n"));
        assert!(!shown.contains("event not found"), "{line:?}");
        // The script itself is echoed too, and holds the words of its own frame; what it printed comes after it.
        let from = shown.rfind("=== separate-entrance inside 1 begin ===").unwrap();
        let block =
            block::read(&shown[from..]).unwrap_or_else(|problem| panic!("{line:?}: {problem:?} {}", &shown[from..]));
        assert!(block.lines.iter().any(|fields| fields.first() == Some(&"part")), "{line:?}: {block:?}");
    }
}

/// What a terminal, a history and an old tool would stumble over.
#[test]
fn the_block_is_plain() {
    assert!(SCRIPT.len() < 36 * 1024, "{} bytes are too many for one paste", SCRIPT.len());
    assert!(SCRIPT.starts_with("sh <<'") && SCRIPT.ends_with('\n'));
    for (number, line) in SCRIPT.lines().enumerate() {
        assert!(line.len() <= 120, "line {} is too long", number + 1);
        assert!(line.chars().all(|c| (' '..='~').contains(&c)), "line {} holds an odd sign", number + 1);
        let looked_up = line.match_indices('!').any(|(at, _)| {
            !line[..at].ends_with('$') && !line[at + 1..].starts_with([' ', '=']) && at + 1 < line.len()
        });
        assert!(!looked_up, "line {} holds a ! that a shell looks up in its history: {line}", number + 1);
    }
}

//! A phone company's preset beside the real terminal program, and its server of newer versions, a real one on this
//! computer: what is shown, what counts against what an owner chose, and that nobody is asked before a yes.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use rustls::{ServerConnection, StreamOwned};
use separate_entrance::domain::newer::Answer;
use separate_entrance::domain::preset::{self, Fits, NewerAt, Preset};
use separate_entrance::domain::web_address::WebAddress;
use separate_entrance::engine::vendor::look_for_newer;
use separate_entrance::helper::certificate::Identity;
use separate_entrance::helper::link::Link;
use separate_entrance::store::newer::say;
use separate_entrance::store::preset::FILE;
use separate_entrance::store::{export, html, log};
use separate_entrance::text::letterhead::Letterhead;
use separate_entrance::text::{Text, languages};

use crate::terminal::{codes, json, stderr, stdout};

const EXAMPLE: &str = include_str!("../../assets/vendor/separate-entrance.preset.toml");
const LOGO: &[u8] = include_bytes!("../../assets/vendor/example-logo.png");

/// Programs as a vendor installs them, with this preset beside, and a person's folder.
struct Installed {
    programs: tempfile::TempDir,
    person: tempfile::TempDir,
}

impl Installed {
    fn with(preset: &str) -> Self {
        let programs = tempfile::tempdir().unwrap();
        let entrance = programs.path().join("entrance");
        // A link would be followed to the folder that it leads to.
        if fs::hard_link(env!("CARGO_BIN_EXE_entrance"), &entrance).is_err() {
            fs::copy(env!("CARGO_BIN_EXE_entrance"), &entrance).unwrap();
        }
        fs::write(programs.path().join(FILE), preset).unwrap();
        fs::write(programs.path().join("example-logo.png"), LOGO).unwrap();
        Self { programs, person: tempfile::tempdir().unwrap() }
    }

    fn run(&self, args: &[&str]) -> Output {
        Command::new(self.programs.path().join("entrance"))
            .args(args)
            .env("SEPARATE_ENTRANCE_DIR", self.person.path())
            .env("LANG", "C")
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }
}

const CHECK: [&str; 3] = ["check", "--practice", "all-well"];

#[test]
fn the_example_fits_this_program() {
    let is_helper = |link: &str| Link::parse(link).is_ok();
    let preset = preset::read(EXAMPLE.as_bytes(), FILE, &Fits { languages: &languages(), is_helper: &is_helper });
    assert_eq!(preset.unwrap().name, "Example Telecom");
    // The list of languages in its remarks is the program's.
    let listed = EXAMPLE.lines().find(|l| l.contains("The language of the words: ")).unwrap();
    assert!(languages().iter().all(|id| listed.contains(id)), "{listed}");
    let readme = include_str!("../../README.md");
    assert!(readme.contains(FILE), "the file's name stands in README.md");
}

#[test]
fn the_terminal_shows_whose_it_is_and_where_help_is() {
    let installed = Installed::with(EXAMPLE);
    let checked = installed.run(&CHECK);
    let shown = stdout(&checked);
    assert_eq!(checked.status.code(), Some(0), "{shown}{}", stderr(&checked));
    assert!(shown.contains("Prepared by Example Telecom"), "{shown}");
    assert!(shown.contains("Help: support@telecom.example, +1 555 0100"), "{shown}");
    // The page has the logo in itself, and still fetches nothing.
    let page = installed.person.path().join("page.html");
    installed.run(&["check", "--practice", "all-well", "--masked", "--save", page.to_str().unwrap()]);
    let page = fs::read_to_string(page).unwrap();
    assert!(page.contains("Prepared by Example Telecom") && page.contains("support@telecom.example"), "{page}");
    assert!(page.contains("<img src=\"data:image/png;base64,iVBORw0KGgo"), "the logo is in the page");
    assert!(page.contains("default-src &#39;none&#39;; img-src data:;"), "and nothing else is let in");
    assert!(!page.contains("src=\"http"), "nothing is fetched");
    // Data for programs is what it always is.
    let plain = Installed::with("").run(&["check", "--practice", "all-well", "--json"]);
    let prepared = installed.run(&["check", "--practice", "all-well", "--json"]);
    let keys = |output: &Output| json(output).as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!((keys(&plain), codes(&json(&plain))), (keys(&prepared), codes(&json(&prepared))));
}

#[test]
fn a_faulty_preset_is_one_sentence_with_its_line_and_the_program_works() {
    let cut = &EXAMPLE[..EXAMPLE.find("profile = ").unwrap() + 14];
    let line = cut.matches('\n').count() + 1;
    for (preset, said) in [
        (cut.to_owned(), format!("Line {line} cannot be read")),
        (format!("{EXAMPLE}\nfresh = true\n"), "nobody knows: fresh".to_owned()),
        (
            EXAMPLE.replace("\"freepbx\"", "\"freepbxx\""),
            "profile is to be the short name of a phone system".to_owned(),
        ),
        (String::new(), "the name is missing".to_owned()),
        ("form = 2\n".to_owned(), "is for a newer version of this program".to_owned()),
        ("#".repeat(preset::MOST_BYTES + 1), "is larger than 16 KiB".to_owned()),
        ("\0".repeat(900), "is no plain text".to_owned()),
    ] {
        let checked = Installed::with(&preset).run(&["check", "--practice", "all-well", "--json"]);
        let told = stderr(&checked);
        let flat = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&said) && flat.contains(FILE) && flat.contains("hint: "), "{said}: {told}");
        assert_eq!(checked.status.code(), Some(0), "{told}");
        assert_eq!(json(&checked)["verdict"], "ready");
        assert_eq!(told.matches(FILE).count(), 1, "told once: {told}");
    }
    let installed = Installed::with(EXAMPLE);
    fs::write(installed.programs.path().join("example-logo.png"), &LOGO[..700]).unwrap();
    let checked = installed.run(&CHECK);
    assert!(
        stderr(&checked).contains("example-logo.png") && stderr(&checked).contains("damaged"),
        "{}",
        stderr(&checked)
    );
    assert!(stdout(&checked).contains("Prepared by Example Telecom"), "the rest counts");
}

#[test]
fn a_preset_language_counts_until_another_is_typed() {
    let installed = Installed::with(&EXAMPLE.replace("language = \"en\"", "language = \"de\""));
    assert!(stdout(&installed.run(&CHECK)).contains("Vorbereitet von Example Telecom"));
    let typed = installed.run(&["check", "--practice", "all-well", "--lang", "fr"]);
    assert!(stdout(&typed).contains("Préparé par Example Telecom"), "{}", stdout(&typed));
}

/// With everything preset that can be, pointing at somebody who listens.
#[test]
fn no_command_contacts_anybody_opens_anything_or_unmasks_because_of_a_preset() {
    let (server, came) = listener();
    let link = format!("https://{server}/#k={}&pin={}", "0".repeat(32), "1".repeat(64));
    let preset = format!(
        "name = \"Example\"\nprofile = \"freepbx\"\nhelper = \"{link}\"\n[newer]\nask = \"https://{server}/x\"\npins = \
         [\"{}\"]\n",
        "2".repeat(64)
    );
    let installed = Installed::with(&preset);
    let code = |args: &[&str]| installed.run(args).status.code();
    assert_eq!(code(&CHECK), Some(0));
    assert_eq!(code(&["guide", "--practice", "no-upnp"]), Some(0));
    // A yes is asked for, and nobody is there to give one.
    let opened = installed.run(&["open", "--practice", "nothing-opened", "--json"]);
    let flat = stderr(&opened).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains(&Text::new("en").plain("problem-needs-yes")), "{flat}");
    assert_eq!((opened.status.code(), stdout(&opened).as_str()), (Some(2), ""));
    let masked = installed.run(&["check", "--practice", "all-well", "--masked"]);
    let whole = installed.run(&CHECK);
    let street = "203.0.113.7";
    assert!(stdout(&whole).contains(street) && !stdout(&masked).contains(street), "masking is as it was");
    assert_eq!(came.lock().unwrap().len(), 0, "nobody was contacted");
    // Which would have been seen.
    TcpStream::connect(&server).unwrap();
    wait_until(|| came.lock().unwrap().len() == 1);
}

/// The papers of a masked report name the vendor, and still nobody else.
#[test]
fn the_message_to_support_says_whom_to_send_it_to() {
    let report = crate::cases::reports().into_values().next().unwrap();
    let preset = Preset {
        name: "Example <Telecom>".to_owned(),
        support: Some("help@telecom.example".to_owned()),
        profile: None,
        helper: None,
        language: None,
        logo_file: None,
        logo: None,
        newer: None,
    };
    for language in languages() {
        let text = Text::new(language).on(Some(Letterhead::from(&preset)));
        let message = separate_entrance::store::export_support::support_text(&report, &text, 3);
        let first = message.lines().next().unwrap();
        assert!(first.contains("Example <Telecom>") && first.contains("help@telecom.example"), "{first}");
        let zone = &jiff::tz::TimeZone::UTC;
        let page = html::report_html(&report, &text, html::Privacy::Masked, zone);
        assert!(page.contains("Example &lt;Telecom&gt;") && page.contains("help@telecom.example"), "{language}");
        assert!(!page.contains("<Telecom>") && !page.contains("img-src"), "no picture, no hole for one");
        assert!(export::report_text(&report, &text).contains("help@telecom.example"));
        let plain = Text::new(language);
        assert!(!html::report_html(&report, &plain, html::Privacy::Masked, zone).contains("telecom"), "{language}");
    }
}

// --- newer versions -------------------------------------------------------------------------------------------------

type Came = Arc<Mutex<Vec<Vec<u8>>>>;

/// Somebody who listens, speaks no TLS and counts who came.
fn listener() -> (String, Came) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let came: Came = Arc::default();
    let count = Arc::clone(&came);
    std::thread::Builder::new()
        .name("listener".to_owned())
        .spawn(move || {
            for _ in listener.incoming() {
                count.lock().unwrap().push(Vec::new());
            }
        })
        .unwrap();
    (address, came)
}

fn wait_until(so: impl Fn() -> bool) {
    for _ in 0..500 {
        if so() {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("it never came");
}

/// A vendor's server: real TLS, and an answer as the test wants it. Gives what it heard.
struct Server {
    at: NewerAt,
    heard: Came,
}

/// What the server does with a visitor that it has shaken hands with.
type Does = Box<dyn Fn(&mut StreamOwned<ServerConnection, TcpStream>) + Send>;

impl Server {
    fn that(does: Does) -> Self {
        let identity = Identity::make().unwrap();
        let config = identity.server_config().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let ask = format!("https://{}/newest.toml?x=1", listener.local_addr().unwrap());
        let at = NewerAt { ask: WebAddress::read(&ask).unwrap(), pins: vec![[7; 32], identity.pin().unwrap()] };
        let heard: Came = Arc::default();
        let notes = Arc::clone(&heard);
        std::thread::Builder::new()
            .name("vendor".to_owned())
            .spawn(move || {
                for tcp in listener.incoming() {
                    let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
                    let mut tls = StreamOwned::new(connection, tcp.unwrap());
                    let mut request = Vec::new();
                    let mut byte = [0];
                    while !request.ends_with(b"\r\n\r\n") && tls.read(&mut byte).is_ok_and(|n| n > 0) {
                        request.push(byte[0]);
                    }
                    notes.lock().unwrap().push(request);
                    does(&mut tls);
                }
            })
            .unwrap();
        Self { at, heard }
    }

    fn saying(answer: Vec<u8>) -> Self {
        Self::that(Box::new(move |tls| {
            tls.write_all(&answer).ok();
            tls.conn.send_close_notify();
            tls.flush().ok();
        }))
    }

    fn telling(body: &str) -> Self {
        Self::saying(http("200 OK", body.as_bytes()))
    }

    fn came(&self) -> usize {
        self.heard.lock().unwrap().len()
    }
}

fn http(status: &str, body: &[u8]) -> Vec<u8> {
    let mut answer = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\n\r\n", body.len()).into_bytes();
    answer.extend(body);
    answer
}

/// A person who said this to being told.
fn person(at: &NewerAt, answer: Option<Answer>) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    if let Some(answer) = answer {
        say(Some(dir.path().to_owned()), at, answer).unwrap();
    }
    dir
}

fn look(at: &NewerAt, dir: &Path) -> Option<String> {
    let newer = look_for_newer(at, Some(PathBuf::from(dir)));
    newer.map(|newer| format!("{} {}", newer.version, newer.address))
}

#[test]
fn a_newer_version_is_asked_for_after_a_yes_once_a_day_and_nothing_but_the_get_is_sent() {
    let server = Server::telling("version = \"99.0.1\"\naddress = \"https://downloads.example/x\"\n");
    for answer in [None, Some(Answer::No)] {
        assert_eq!(look(&server.at, person(&server.at, answer).path()), None);
    }
    assert_eq!(server.came(), 0, "without a yes nobody is asked");
    let person = person(&server.at, Some(Answer::Yes));
    let found = Some("99.0.1 https://downloads.example/x".to_owned());
    assert_eq!(look(&server.at, person.path()), found);
    assert_eq!(look(&server.at, person.path()), found, "remembered");
    assert_eq!(server.came(), 1, "and asked once");
    let request = String::from_utf8(server.heard.lock().unwrap()[0].clone()).unwrap();
    let expected = format!("GET /newest.toml?x=1 HTTP/1.1\r\nhost: {}\r\n\r\n", server.at.ask.authority());
    assert_eq!(request, expected);
    // A yes to one server is none to another.
    let other = Server::telling("");
    assert_eq!((look(&other.at, person.path()), other.came()), (None, 0));
}

#[test]
fn whoever_asked_in_vain_does_not_ask_again_the_same_day() {
    let server = Server::saying(http("503 Service Unavailable", b""));
    let person = person(&server.at, Some(Answer::Yes));
    assert_eq!((look(&server.at, person.path()), look(&server.at, person.path())), (None, None));
    assert_eq!(server.came(), 1);
}

/// Each hostile answer is left aside, and the log says so.
#[test]
fn hostile_answers_are_left_aside_with_a_line_in_the_log() {
    let newest = "version = \"99.0.0\"\naddress = \"https://a.example/\"\n";
    let kept = tempfile::tempdir().unwrap();
    log::begin(log::Level::Usual, Some(kept.path().to_owned()));
    let mut endless = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".to_vec();
    endless.extend(b"400\r\n".iter().chain(&[b'#'; 1024]).chain(b"\r\n").copied().collect::<Vec<_>>().repeat(64));
    let mut heads = b"HTTP/1.1 200 OK\r\n".to_vec();
    heads.extend(format!("X: {}\r\n", "y".repeat(1000)).repeat(64).bytes());
    let redirect = b"HTTP/1.1 302 Found\r\nLocation: https://a.example/\r\nContent-Length: 0\r\n\r\n";
    let other_key = {
        let server = Server::telling(newest);
        Server { at: NewerAt { pins: vec![[7; 32]], ..server.at.clone() }, ..server }
    };
    let (nobody, _) = listener();
    let no_tls = Server {
        at: NewerAt { ask: WebAddress::read(&format!("https://{nobody}/")).unwrap(), pins: vec![[7; 32]] },
        heard: Came::default(),
    };
    let cases = [
        (Server::saying(http("200 OK", &[b'#'; 5000])), "not understood, or too much"),
        (Server::saying(endless), "not understood, or too much"),
        (Server::saying(heads), "not understood, or too much"),
        (Server::saying(b"SSH-2.0-x\r\n".to_vec()), "not understood, or too much"),
        (Server::saying(redirect.to_vec()), "status 302"),
        (Server::saying(http("404 Not Found", newest.as_bytes())), "status 404"),
        (Server::telling(&newest.replace("99.0.0", "0.0.1")), "older"),
        (Server::telling(&newest.replace("99.0.0", "ninety")), "no-version"),
        (Server::telling(&newest.replace("https", "javascript")), "no-address"),
        (Server::saying(http("200 OK", b"version = \"99.0.0\" # \x1b[2J\n")), "not-text"),
        (Server::telling("<html>"), "not-understood"),
        (other_key, "the server does not hold the key of the preset"),
        // Says nothing for longer than anybody waits.
        (Server::that(Box::new(|_| std::thread::sleep(Duration::from_mins(1)))), "no answer in time"),
        (no_tls, "the server does not hold the key of the preset"),
    ];
    let asked: Vec<(Receiver<Option<String>>, &str)> = cases
        .iter()
        .map(|(server, why)| {
            let (tell, told) = sync_channel(1);
            let at = server.at.clone();
            let ask = move || {
                let person = person(&at, Some(Answer::Yes));
                tell.send(look(&at, person.path())).unwrap();
            };
            std::thread::Builder::new().name("asks".to_owned()).spawn(ask).unwrap();
            (told, *why)
        })
        .collect();
    for (told, why) in asked {
        assert_eq!(told.recv().unwrap(), None, "{why}");
    }
    let lines = fs::read_to_string(kept.path().join(log::FILE)).unwrap();
    log::begin(log::Level::Off, Some(kept.path().to_owned()));
    for (_, why) in &cases {
        let is_told = |line: &str| line.contains("newer-version") && line.contains(why);
        assert!(lines.lines().any(is_told), "no line says {why:?}:\n{lines}");
    }
}

#[test]
fn where_nothing_can_be_noted_nobody_is_asked() {
    let server = Server::telling("");
    let person = person(&server.at, Some(Answer::Yes));
    // A lock that cannot be had.
    fs::remove_file(person.path().join("files.lock")).unwrap();
    fs::create_dir(person.path().join("files.lock")).unwrap();
    assert_eq!((look(&server.at, person.path()), server.came()), (None, 0));
}

//! Files: those that people write and edit, and those of the program's own folder, which somebody may have damaged.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use separate_entrance::domain::case::Case;
use separate_entrance::domain::catalog::RouterGuide;
use separate_entrance::domain::change::{Change, JournalEntry};
use separate_entrance::domain::logo::Logo;
use separate_entrance::domain::newer::Version;
use separate_entrance::domain::office::{Answers, Gateway};
use separate_entrance::domain::plan::plan;
use separate_entrance::domain::preset::Fits;
use separate_entrance::domain::service::Profile;
use separate_entrance::domain::web_address::WebAddress;
use separate_entrance::domain::{guide, newer, own, preset};
use separate_entrance::helper::doors;
use separate_entrance::helper::link::Link;
use separate_entrance::practice::Scenario;
use separate_entrance::store::look::last_look;
use separate_entrance::store::{SetAside, Store, Why};
use separate_entrance::text::Text;

use super::{files, shown};

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

/// A profile that passes the check asks for no more than a walk may, and is the same when it was kept.
pub fn profile(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(read) = toml::from_str::<Profile>(text) else { return };
    if own::check(&read).is_err() {
        return;
    }
    assert!(doors::knocks(&read, &doors::selectable(&read).map(|s| s.id.clone()).collect::<Vec<_>>()).len() <= 48);
    for service in &read.services {
        assert!(service.port_start != 0 && service.ports().count() <= 65_535, "{}", service.id);
    }
    let kept = toml::to_string(&read).unwrap();
    let again: Profile = toml::from_str(&kept).unwrap_or_else(|e| panic!("{e}: {kept}"));
    assert_eq!(again, read, "{kept}");
    // What is wanted is planned without a word of complaint, whatever the numbers.
    let answers = Answers {
        system: Some(read.id.clone()),
        using: vec!["remote-phones".to_owned()],
        calls: Some(u16::MAX),
        ..Answers::default()
    };
    let _plan = plan(&Case::new(now(), answers));
}

pub fn profile_seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = files("assets/profiles", ".toml").into_iter().take(4).collect();
    let own = b"id = \"branch-office\"\nname = \"Branch office\"\nbased_on = \"freepbx\"\n";
    let text = String::from_utf8(seeds[0].clone()).unwrap();
    let rest: String =
        text.lines().filter(|l| !l.starts_with("id =") && !l.starts_with("name =")).collect::<Vec<_>>().join("\n");
    seeds.push([own, rest.as_bytes()].concat());
    seeds
}

/// A router's guide leads somewhere or nowhere, and never astray.
pub fn router_guide(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(read) = toml::from_str::<RouterGuide>(text) else { return };
    let mut gateway = Gateway::unknown("192.168.77.1".parse().unwrap());
    gateway.model = Some("RT-AX88U".to_owned());
    let steps = guide::steps(&read, Some(&gateway));
    assert!(steps.len() <= 200 + text.len(), "{}", steps.len());
    let mut answers =
        Answers { system: Some("freepbx".parse_id()), using: vec!["remote-phones".to_owned()], ..Answers::default() };
    answers.pbx = "192.168.77.20".parse().ok();
    let case = Case::new(now(), answers);
    let rules = plan(&case).rules;
    for commands in guide::commands(&read, &case, &rules) {
        let lines: usize = commands.blocks.iter().map(|b| b.lines.len()).sum();
        assert!(lines <= 64 * 200 + text.len(), "{lines}");
    }
}

/// Ids are written as they are.
trait ParseId {
    fn parse_id(&self) -> separate_entrance::domain::service::ProfileId;
}

impl ParseId for str {
    fn parse_id(&self) -> separate_entrance::domain::service::ProfileId {
        separate_entrance::domain::service::ProfileId(self.to_owned())
    }
}

pub fn router_guide_seeds() -> Vec<Vec<u8>> {
    files("assets/routers", ".toml").into_iter().step_by(5).collect()
}

/// A practice office that is no story is no office.
pub fn practice(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let Ok(read) = toml::from_str::<Scenario>(text) else { return };
    let _before = read.before(now());
}

pub fn practice_seeds() -> Vec<Vec<u8>> {
    files("assets/practice", ".toml").into_iter().step_by(7).collect()
}

/// What a vendor set is one line each, and no address in it carries anything along; nor does what its server says of newer
/// versions. A logo that is taken is small.
pub fn preset(data: &[u8]) {
    let fits = Fits { languages: &["en", "de", "fr", "es", "pt"], is_helper: &|link| Link::parse(link).is_ok() };
    match preset::read(data, "separate-entrance.preset.toml", &fits) {
        Ok(read) => {
            for line in [Some(&read.name), read.support.as_ref(), read.logo_file.as_ref()].into_iter().flatten() {
                shown(line);
                assert!(!line.is_empty());
            }
            assert!(read.logo_file.is_none_or(|name| !name.contains(['/', '\\'])), "beside the preset");
            if let Some(newer) = &read.newer {
                assert!((1..=4).contains(&newer.pins.len()));
                web_address(&newer.ask);
            }
        }
        Err(problem) => problem.args.values().for_each(|value| shown(value)),
    }
    if let Ok(Some(newer)) = newer::read(data, Version::read("0.1.0").unwrap()) {
        web_address(&newer.address);
        assert!(newer.version > Version::read("0.1.0").unwrap());
    }
    if let Ok(logo) = Logo::read(data) {
        assert!(logo.width <= 800 && logo.height <= 400 && data.len() <= 64 * 1024);
    }
}

fn web_address(address: &WebAddress) {
    let written = address.to_string();
    shown(&written);
    assert!(written.starts_with("https://") && !written.contains(['#', ' ', '<', '"']), "{written}");
    assert!(!address.authority().contains('@'), "{written}");
    assert_eq!(WebAddress::read(&written).as_ref(), Some(address), "{written}");
}

pub fn preset_seeds() -> Vec<Vec<u8>> {
    let pin = "ab".repeat(32);
    vec![
        files("assets/vendor", ".toml").concat(),
        files("assets/vendor", ".png").concat(),
        format!("form = 1\nname = \"A\"\n[newer]\nask = \"https://[2001:db8::1]:8443/x?y\"\npins = [\"{pin}\"]\n")
            .into_bytes(),
        b"version = \"0.2.0\"\naddress = \"https://downloads.telecom.example/separate-entrance\"\n".to_vec(),
    ]
}

/// No file of words makes sentences without end, or shows the name of a value instead of the value.
pub fn text(data: &[u8]) {
    let Ok(file) = std::str::from_utf8(data) else { return };
    let words = Text::of_file(file);
    let value = "\u{202e}<b>$x</b>\"{ 1 }";
    let values: BTreeMap<String, String> =
        [("count", "3"), ("address", value)].map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    for key in file.lines().filter_map(|l| l.split_once('=')).map(|(key, _)| key.trim()).take(50) {
        let said = words.get(key, &values);
        assert!(said.len() <= 200 * (file.len() + 64), "{} characters of {}", said.len(), file.len());
    }
}

pub fn text_seeds() -> Vec<Vec<u8>> {
    let english = files("assets/text", "en.ftl").concat();
    let piece = |from: usize| {
        let text = String::from_utf8_lossy(&english).into_owned();
        let lines: Vec<&str> = text.lines().skip(from).take(40).collect();
        lines.join("\n").into_bytes()
    };
    vec![
        piece(0),
        piece(400),
        "count-entrances = { $count ->\n    [one] one\n   *[other] { $count } entrances at { $address }\n }\n    .a = { count-entrances }\n-b = { -b }\nc = { c.a }{ -b }\n"
            .as_bytes()
            .to_vec(),
    ]
}

const FOLDER: [&str; 7] = [
    "journal.json",
    "settings.toml",
    "invitations.json",
    "budget.json",
    "history/2026-11-23T12-00-00.000Z.json",
    "happened.json",
    "window.toml",
];

/// Whatever stands in the folder, the program starts, loses no byte of a file that it cannot read, and never gives a
/// name of the journal twice.
pub fn folder(data: &[u8]) {
    let Some((&which, content)) = data.split_first() else { return };
    let dir = tempfile::tempdir_in(scratch()).unwrap();
    let name = FOLDER[usize::from(which) % FOLDER.len()];
    let path = dir.path().join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, content).unwrap();
    let (mut store, aside) = Store::open(Some(dir.path().to_owned())).unwrap();
    let (_, _, _) = (store.reports(), store.happened(), last_look(Some(dir.path().to_owned())));
    // A newer program's file stays where it is.
    let told: Vec<SetAside> =
        aside.into_iter().chain(store.take_set_aside()).filter(|s| s.why != Why::NewerProgram).collect();
    let kept = told.iter().find(|s| path.ends_with(&s.file)).map(|s| s.kept_as.clone());
    let still = kept.map_or(path.clone(), |kept| path.with_file_name(kept));
    assert!(is_kept(&still, content), "{} lost what stood in it", still.display());

    let known = store.journal().entries();
    let highest = known.iter().map(|e| e.id.0).max().unwrap_or(0);
    store.journal_mut().begin(now()).unwrap();
    let id = store.journal().next_id();
    let entry: JournalEntry = serde_json::from_value(serde_json::json!(entry(id.0))).unwrap();
    if store.journal_mut().add(entry).is_ok() {
        assert!(id.0 > highest, "{} after {highest}", id.0);
        store.journal_mut().end();
        drop(store);
        let (store, aside) = Store::open(Some(dir.path().to_owned())).unwrap();
        let unread = aside.iter().filter(|s| s.why != Why::NewerProgram).count();
        assert_eq!(unread, 0, "what the program writes it can read: {aside:?}");
        assert_eq!(store.journal().entries().iter().filter(|e| e.id == id).count(), 1);
        assert_eq!(store.journal().entries().len(), known.len() + 1, "nothing of ours was forgotten");
    }
}

/// In memory where the system has such a folder: a fuzzer opens thousands.
fn scratch() -> &'static Path {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { memory } else { Path::new(env!("CARGO_MANIFEST_DIR")) }
}

fn is_kept(path: &Path, content: &[u8]) -> bool {
    fs::read(path).is_ok_and(|found| found == content)
}

fn entry(id: u64) -> serde_json::Value {
    let change = Change {
        service: separate_entrance::domain::service::ServiceId("sip-udp".to_owned()),
        external_port: 5060,
        protocol: separate_entrance::domain::service::Transport::Udp,
        internal_client: "192.168.77.20".parse().unwrap(),
        lease_seconds: 0,
        description: "SepEntrance sip-udp".to_owned(),
    };
    serde_json::json!({ "id": id, "gateway": "192.168.77.1", "gateway_id": null, "change": change, "state": "asked",
        "at": "2026-11-23T12:00:00Z", "before": null, "read_back": null })
}

pub fn folder_seeds() -> Vec<Vec<u8>> {
    let journal = serde_json::json!({ "schema_version": 1, "next": 3, "entries": [entry(1), entry(2)] });
    let mut seeds = vec![[&[0][..], journal.to_string().as_bytes()].concat()];
    let settings =
        "schema_version = 1\nhelper = \"https://203.0.113.50:8443/\"\n[answers]\nusing = [\"remote-phones\"]\n";
    seeds.push([&[1][..], settings.as_bytes()].concat());
    seeds.push([&[2][..], br#"{"schema_version":1,"invitations":[]}"#].concat());
    seeds.push([&[3][..], br#"{"schema_version":1,"ledger":{}}"#].concat());
    seeds.push([&[5][..], br#"{"schema_version":1,"happened":[]}"#].concat());
    seeds
}

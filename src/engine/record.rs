//! What of a sitting goes into the log file: which work was asked for and what came of it, by name and number. Never a
//! code, a key, a password or an address as it is; `store::log` masks every value once more.

use std::net::IpAddr;

use crate::domain::catalog;
use crate::domain::message::{Command, Event, RunId};
use crate::engine::{Place, now};
use crate::store::log::{self, Level, write};

/// Names and values of one line.
type Facts = Vec<(&'static str, String)>;

/// Keeps a log from now on. What ends a thread is on record too, with the place in our own source.
pub fn begin(level: Level) {
    log::begin(level, None);
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(|l| format!("{}:{}", file_name(l.file()), l.line())).unwrap_or_default();
        note("panic", &[("at", place), ("why", panic.payload_as_str().unwrap_or_default().to_owned())]);
        usual(panic);
    }));
}

/// Folders of whoever built the program are nobody's business.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// Something that a program wants to have on record, such as what draws its window.
pub fn note(what: &str, facts: &[(&str, String)]) {
    write(now(), Level::Usual, what, facts);
}

pub(super) fn opened(place: &Place) {
    let office = match place {
        Place::Real => "real".to_owned(),
        Place::Practice(id) => id.clone(),
        Place::Street(_) => "street".to_owned(),
    };
    let (system, machine) = (std::env::consts::OS.to_owned(), std::env::consts::ARCH.to_owned());
    let version = env!("CARGO_PKG_VERSION").to_owned();
    note("opened", &[("version", version), ("system", system), ("machine", machine), ("office", office)]);
}

pub(super) fn command(run: RunId, command: &Command) {
    let (what, facts) = asked(command);
    line(Level::Usual, run, "asked", what, facts);
}

pub(super) fn event(run: RunId, event: &Event) {
    let level = if matches!(event, Event::Progress { .. }) { Level::Detailed } else { Level::Usual };
    let (what, facts) = happened(event);
    line(level, run, "came", what, facts);
}

fn line(level: Level, run: RunId, way: &str, what: &'static str, facts: Facts) {
    let all: Facts = [("run", run.0.to_string()), ("what", what.to_owned())].into_iter().chain(facts).collect();
    write(now(), level, way, &all);
}

fn count(number: usize) -> Facts {
    vec![("count", number.to_string())]
}

fn asked(command: &Command) -> (&'static str, Facts) {
    match command {
        Command::Look { .. } => ("look", vec![]),
        Command::FindPhoneSystem => ("find-phone-system", vec![]),
        Command::AskPhoneSystem { profile, services, .. } => (
            "ask-phone-system",
            vec![("profile", catalog::masked_id(profile).0), ("count", services.len().to_string())],
        ),
        Command::Apply(approval) => ("apply", count(approval.set().changes.len())),
        Command::Undo(ids) => ("undo", count(ids.len())),
        Command::Renew { entries, .. } => ("renew", count(entries.len())),
        Command::Repair(_) => ("repair", vec![]),
        Command::ReadAdapters => ("read-adapters", vec![]),
        Command::ReadJournal => ("read-journal", vec![]),
        Command::Invite(order) => ("invite", count(order.services.len())),
        Command::OpenInvitation { .. } => ("open-invitation", vec![]),
        Command::Walk { .. } => ("walk", vec![]),
        Command::StepOutside { .. } => ("step-outside", vec![]),
        Command::AskHelper { .. } => ("ask-helper", vec![]),
        Command::Doorman { .. } => ("doorman", vec![]),
        Command::AskStun { .. } => ("ask-stun", vec![]),
        Command::TryWaysOut { .. } => ("try-ways-out", vec![]),
        Command::TestSafety { tests, .. } => ("test-safety", count(tests.len())),
        Command::Rehearse(_) => ("rehearse", vec![]),
        Command::RingTest { waits, .. } => ("ring-test", count(waits.len())),
        Command::LookInside => ("look-inside", vec![]),
        Command::ReadInside { pasted } => ("read-inside", count(pasted.len())),
        Command::ReadResult { .. } => ("read-result", vec![]),
        Command::Glance { services, .. } => ("glance", count(services.len())),
        Command::WakeAt(_) => ("wake-at", vec![]),
        Command::Note(lines) => ("note", count(lines.len())),
        Command::ReadHistory => ("read-history", vec![]),
        Command::Keep(report) => {
            let codes: Vec<&str> = report.findings.iter().map(|f| f.code.as_str()).collect();
            ("keep", vec![("verdict", report.verdict.id().to_owned()), ("findings", codes.join(","))])
        }
        Command::HandOut(document) => ("hand-out", count(document.files.len())),
        Command::Tick(advice) => ("tick", vec![("advice", advice.id.id().to_owned())]),
        Command::KeepProfile(_) => ("keep-profile", vec![]),
        Command::Cancel => ("cancel", vec![]),
    }
}

fn happened(event: &Event) -> (&'static str, Facts) {
    match event {
        Event::Practice { scenario, .. } => ("practice", vec![("scenario", scenario.clone())]),
        Event::Adapters(adapters) => ("adapters", count(adapters.len())),
        Event::OverIpv6Only(machines) => ("over-ipv6-only", count(machines.len())),
        Event::HostFilter(filter) => ("host-filter", vec![("seen", format!("{filter:?}"))]),
        Event::Gateway(gateway) => {
            let name = gateway.name().unwrap_or_default();
            let control = format!("{:?}", gateway.control);
            let wan = gateway.wan_address.map(address).unwrap_or_default();
            ("gateway", vec![("address", address(gateway.address)), ("name", name), ("control", control), ("wan", wan)])
        }
        Event::Mappings { mappings, .. } => ("mappings", count(mappings.len())),
        Event::Pinholes(pinholes) => ("pinholes", count(pinholes.len())),
        Event::PublicAddress { address: ip, from } => {
            ("public-address", vec![("address", address(*ip)), ("from", format!("{from:?}"))])
        }
        Event::Candidate(found) => ("candidate", vec![("likely", found.likely.to_string())]),
        Event::PhoneSystem(system) => {
            let profile = catalog::masked_id(&system.profile).0;
            let server = system.server.clone().unwrap_or_default();
            ("phone-system", vec![("address", address(system.address)), ("profile", profile), ("server", server)])
        }
        Event::MachineThere(there) => ("machine-there", vec![("there", there.to_string())]),
        Event::Evidence(evidence) => {
            let service = evidence.service.as_ref().map(ToString::to_string).unwrap_or_default();
            let facts = vec![
                ("service", service),
                ("from", evidence.vantage.id().to_owned()),
                ("outcome", evidence.outcome.id().to_owned()),
                ("ms", evidence.elapsed_ms.to_string()),
            ];
            ("evidence", facts)
        }
        Event::Walked(walk) => {
            let trouble = walk.trouble.clone().unwrap_or_default();
            (
                "walked",
                vec![
                    ("walker", format!("{:?}", walk.walker)),
                    ("street", format!("{:?}", walk.street)),
                    ("trouble", trouble),
                ],
            )
        }
        Event::Doorman(test) => ("doorman", vec![("letter", test.name()), ("fate", test.fate().id().to_owned())]),
        Event::Voice(walk) => ("voice", vec![("missing", walk.missing_ports.to_string())]),
        Event::Rehearsed(heard) => {
            ("rehearsed", vec![("registered", heard.registered.to_string()), ("answered", heard.answered.to_string())])
        }
        Event::Rang(round) => ("rang", vec![("quiet", round.quiet_secs.to_string()), ("rang", round.rang.to_string())]),
        Event::Outgoing(out) => {
            ("outgoing", vec![("to", format!("{:?}", out.to)), ("outcome", out.outcome.id().to_owned())])
        }
        Event::Safety(test) => {
            ("safety", vec![("test", test.id.id().to_owned()), ("result", test.outcome_id().to_owned())])
        }
        Event::Inside(inside) => ("inside", vec![("extensions", inside.extensions.len().to_string())]),
        Event::Changed(change) => {
            let code = change.code.map(|c| c.to_string()).unwrap_or_default();
            let port = format!("{} {}", change.protocol.name(), change.external_port);
            let result = change.result.id().to_owned();
            (
                "changed",
                vec![("service", change.service.to_string()), ("port", port), ("result", result), ("code", code)],
            )
        }
        Event::Renewed(renewal) => {
            ("renewed", vec![("service", renewal.service.to_string()), ("result", format!("{:?}", renewal.result))])
        }
        Event::Woke { other, .. } => ("woke", vec![("other", other.is_some().to_string())]),
        Event::History(past, happened) => {
            ("history", vec![("checks", past.len().to_string()), ("between", happened.len().to_string())])
        }
        Event::Journal(entries) => ("journal", count(entries.len())),
        Event::Settled(settled) => {
            let service = settled.change.service.to_string();
            ("settled", vec![("service", service), ("how", settled.id().unwrap_or_default().to_owned())])
        }
        Event::Invited { .. } => ("invited", vec![]),
        Event::Invitation(view) => ("invitation", count(view.services.len())),
        Event::ResultCode(_) => ("result-code", vec![]),
        Event::CallCode(_) => ("call-code", vec![]),
        Event::Progress { done, total, doing } => (
            "progress",
            vec![("done", done.to_string()), ("total", total.to_string()), ("doing", doing.id().to_owned())],
        ),
        Event::Looked(looked) => ("looked", vec![("at", format!("{looked:?}"))]),
        // The values may be anything that was typed; what the system said is worth having.
        Event::Problem(problem) => {
            let why = problem.args.get("why").cloned().unwrap_or_default();
            ("problem", vec![("code", problem.code.clone()), ("why", why)])
        }
        Event::SetAside { .. } => ("set-aside", vec![]),
        Event::ProfileKept(_) => ("profile-kept", vec![]),
        Event::HandedOut { .. } => ("handed-out", vec![]),
        Event::Finished { .. } => ("finished", vec![]),
    }
}

fn address(ip: IpAddr) -> String {
    ip.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::Missing;
    use crate::domain::dialling::{Password, RehearsalOrder};
    use crate::domain::message::{Document, InviteOrder, Problem, Standing};
    use crate::domain::office::{Adapter, AddressFrom, Candidate, Gateway, PhoneSystem};
    use crate::domain::redact_line::LineMask;
    use crate::domain::report::Walker;
    use crate::domain::service::ProfileId;
    use crate::domain::voice::VoiceLook;

    /// What must never be read in a log.
    const SECRETS: [&str; 9] =
        ["SEA1QX", "hunter2", "203.0.113.9", "192.168.77.20", "berta", "Berta", "00:0b:82", "helper-key", "8765"];

    fn commands() -> Vec<Command> {
        let code = || "SEA1QX-7H2KP4".to_owned();
        let link = || "helper://203.0.113.9:8443#helper-key".to_owned();
        let ip: IpAddr = "192.168.77.20".parse().unwrap();
        let profile = || ProfileId("freepbx".to_owned());
        let order = || InviteOrder {
            address: ip,
            profile: profile(),
            services: vec![],
            walker: Walker::Colleague,
            voice_ports: None,
        };
        let mut phone = RehearsalOrder {
            server: "pbx.berta.example".to_owned(),
            user: "8765".to_owned(),
            password: Password::default(),
            number: "8765".to_owned(),
            interface: None,
            code: Some(code()),
        };
        phone.password.typed().push_str("hunter2");
        let standing = Some(Standing { address: ip, from: AddressFrom::Typed });
        let voice = VoiceLook::Sampled;
        vec![
            Command::Look {
                router: None,
                interface: Some("berta0".into()),
                phones_use: Some("pbx.berta.example".into()),
                street_name: Some("pbx.berta.example".into()),
            },
            Command::AskPhoneSystem { address: ip, profile: profile(), services: vec![] },
            Command::Renew { entries: vec![], missing: Missing::LeaveAlone },
            Command::Invite(order()),
            Command::OpenInvitation { code: code() },
            Command::Walk { code: code(), interface: Some("berta0".into()), voice, standing },
            Command::StepOutside { order: order(), interface: Some("berta0".into()), voice },
            Command::AskHelper {
                link: link(),
                profile: profile(),
                services: vec![],
                interface: None,
                voice,
                voice_ports: None,
            },
            Command::AskStun { server: "stun.berta.example".into(), interface: None },
            Command::TryWaysOut { profile: None, provider: Some("sip.berta.example".into()), interface: None },
            Command::TestSafety { tests: vec![], extension: Some("8765".into()), outside: None },
            Command::Rehearse(Box::new(phone.clone())),
            Command::RingTest { order: Box::new(phone), waits: vec![10] },
            Command::ReadResult { code: code() },
            Command::HandOut(Document { name: "Berta".into(), files: vec![("html".into(), "Berta".into())] }),
        ]
    }

    fn events() -> Vec<Event> {
        let ip: IpAddr = "192.168.77.20".parse().unwrap();
        let mut router = Gateway::unknown(ip);
        router.friendly_name = Some("Berta's router".to_owned());
        router.model = Some("LW-77 at box.berta.example".to_owned());
        router.wan_address = Some("203.0.113.9".parse().unwrap());
        let adapter = Adapter::way_out("berta0", "192.168.77.20".parse().unwrap());
        let server = Some("Asterisk berta@pbx.berta.example".to_owned());
        let why = "cannot open /home/Berta Muster/settings.toml of 192.168.77.20";
        vec![
            Event::Adapters(vec![adapter]),
            Event::OverIpv6Only(vec!["berta0".to_owned()]),
            Event::Gateway(router),
            Event::PublicAddress { address: "203.0.113.9".parse().unwrap(), from: AddressFrom::Typed },
            Event::Candidate(Candidate { address: ip, server: server.clone(), profile: None, likely: true }),
            Event::PhoneSystem(PhoneSystem {
                address: ip,
                mac: Some("00:0b:82:11:22:33".to_owned()),
                profile: ProfileId("freepbx".to_owned()),
                server,
                answers_inside: true,
            }),
            Event::Invited { code: "SEA1QX-7H2KP4".to_owned(), expires: jiff::Timestamp::UNIX_EPOCH },
            Event::ResultCode("SEA1QX-7H2KP4".to_owned()),
            Event::CallCode("SEA1QX-7H2KP4".to_owned()),
            Event::Problem(
                Problem::new("not-saved").with("why", why).with("word", "SEA1QX").with("file", "/home/Berta"),
            ),
            Event::SetAside {
                file: "Berta.toml".to_owned(),
                kept_as: "Berta.toml.damaged-1".to_owned(),
                why: "damaged".to_owned(),
            },
            Event::HandedOut { path: "/home/Berta Muster/report.html".to_owned() },
        ]
    }

    #[test]
    fn no_line_tells_what_masking_hides() {
        let mut mask = LineMask::default();
        let asked = commands().iter().map(asked).collect::<Vec<_>>();
        let came = events().iter().map(happened).collect::<Vec<_>>();
        for (what, facts) in asked.into_iter().chain(came) {
            for (name, fact) in facts {
                let line = mask.line(&fact);
                let told = SECRETS.iter().find(|secret| line.contains(**secret));
                assert_eq!(told, None, "{what} {name}: {line}");
            }
        }
    }
}

//! A window and an office told by hand: what the engine would say, said by the test.

use std::cell::Cell;
use std::net::SocketAddr;
use std::time::Duration;

use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use jiff::Timestamp;
use separate_entrance::domain::change::{
    ChangeOutcome, ChangeResult, Hindrance, JournalEntry, JournalId, JournalState,
};
use separate_entrance::domain::dialling::RehearsalOrder;
use separate_entrance::domain::doorman::DoormanTest;
use separate_entrance::domain::message::{Command, Doing, Event, InvitationView, Problem, RunId};
use separate_entrance::domain::office::{
    Adapter, AddressFrom, Answers, Candidate, Control, Gateway, MappingList, PhoneSystem,
};
use separate_entrance::domain::probe::{Evidence, Family, Identity, Outcome, Vantage};
use separate_entrance::domain::rehearsal::{Rehearsal, RingRound};
use separate_entrance::domain::report::{Looked, Street, WalkReport, Walker};
use separate_entrance::domain::service::{Direction, Need, ProfileId, ServiceId, Transport};
use separate_entrance::domain::{address::Network, catalog};
use separate_entrance::store::look::{Look, ThemeChoice};
use separate_entrance::text::Text;
use separate_entrance::ui::{PracticeChoice, Window, theme};
use separate_entrance::wizard::{Action, Order, Step, Wizard};

/// The office of these tests: a FreePBX behind a helpful router.
pub const SYSTEM: &str = "freepbx";

thread_local! {
    /// The language of the windows that a test opens.
    static LANGUAGE: Cell<&'static str> = const { Cell::new("en") };
}

/// Windows opened after this speak another language.
pub fn speak(language: &'static str) {
    LANGUAGE.set(language);
}

/// What a colleague hands back after a call.
pub const CALLED: &str = "RC41DE-7H2KP4-M9TRZ3-C0DE5V-XW2H8J-Q1W2E3";

pub fn at() -> Timestamp {
    "2026-11-23T10:42:00Z".parse().unwrap()
}

pub fn answers() -> Answers {
    Answers {
        system: Some(ProfileId(SYSTEM.to_owned())),
        using: vec!["remote-phones".to_owned()],
        pbx: Some("192.168.77.20".parse().unwrap()),
        calls: Some(4),
        ..Answers::default()
    }
}

pub fn trusted() -> Vec<Network> {
    vec!["203.0.113.60".parse().unwrap()]
}

/// The window and the orders that it gave.
pub struct Sitting {
    pub window: Window,
    pub orders: Vec<Order>,
    /// The test's clock.
    pub now: Timestamp,
}

impl Sitting {
    pub fn new(answers: Option<Answers>) -> Self {
        let mut wizard = Wizard::start(None, at());
        if let Some(answers) = answers {
            wizard = wizard.with_answers(answers);
        }
        Self::of(wizard)
    }

    pub fn of(wizard: Wizard) -> Self {
        let practice = ["all-well", "no-upnp"]
            .map(|id| PracticeChoice {
                id: id.to_owned(),
                title_key: "window-practice".to_owned(),
                group_key: "practice-group-well".to_owned(),
            })
            .to_vec();
        Self { window: Window::new(wizard, Text::new(LANGUAGE.get()), practice), orders: Vec::new(), now: at() }
    }

    pub fn step(&self) -> &Step {
        self.window.wizard().step()
    }

    /// The run that the engine is at work for.
    pub fn run(&self) -> RunId {
        self.orders.last().map_or(RunId(0), |(run, _)| *run)
    }

    pub fn act(&mut self, action: Action) {
        let orders = self.window.act(action, self.now);
        self.orders.extend(orders);
    }

    pub fn say(&mut self, event: Event) {
        let run = self.run();
        let orders = self.window.receive(run, event);
        self.orders.extend(orders);
    }

    pub fn finish(&mut self) {
        self.say(Event::Finished { at: at() });
    }

    /// Plays the engine for everything that waits, until nothing does.
    pub fn play(&mut self) {
        while self.window.wizard().is_busy() {
            let (_, command) = self.orders.last().expect("a busy wizard has given an order");
            let events = play(command);
            for event in events {
                self.say(event);
            }
            self.finish();
        }
    }
}

/// Where a document was saved.
pub const SAVED: &str = "/home/owner/Documents/Separate Entrance report.txt";

/// What an engine in this office would say to a command, before it is finished.
#[expect(clippy::too_many_lines, reason = "one answer for each command")]
pub fn play(command: &Command) -> Vec<Event> {
    match command {
        Command::Look { .. } => vec![
            Event::Adapters(vec![adapter("eth0", "192.168.77.10", true), adapter("usb0", "192.168.42.15", false)]),
            Event::Looked(Looked::Network),
            Event::Progress { done: 1, total: 3, doing: Doing::Routers },
            Event::Gateway(gateway("203.0.113.7")),
            Event::Mappings { gateway: "192.168.77.1".parse().unwrap(), mappings: Vec::new() },
            Event::Looked(Looked::Router),
        ],
        Command::FindPhoneSystem => vec![
            Event::Candidate(Candidate {
                address: "192.168.77.20".parse().unwrap(),
                server: Some("FPBX-16.0.40(18.9.0)".to_owned()),
                profile: Some(ProfileId(SYSTEM.to_owned())),
                likely: true,
            }),
            Event::Candidate(Candidate {
                address: "192.168.77.30".parse().unwrap(),
                server: None,
                profile: None,
                likely: false,
            }),
            Event::Looked(Looked::PhoneSystem),
        ],
        Command::AskPhoneSystem { address, profile, .. } => {
            let mut events = vec![
                Event::PhoneSystem(PhoneSystem {
                    address: *address,
                    mac: Some("00:15:5d:01:02:03".to_owned()),
                    profile: profile.clone(),
                    server: Some("FPBX-16.0.40(18.9.0)".to_owned()),
                    answers_inside: true,
                }),
                Event::Looked(Looked::PhoneSystem),
            ];
            events.extend(evidence(Vantage::Inside));
            events.push(Event::Looked(Looked::Inside));
            events
        }
        Command::StepOutside { .. } | Command::AskHelper { .. } => {
            let mut events = evidence(Vantage::Outside);
            let by_helper = matches!(command, Command::AskHelper { .. });
            let walker = if by_helper { Walker::Helper } else { Walker::StepOutside };
            events.push(Event::Walked(WalkReport {
                walker,
                at: at(),
                address: Some("203.0.113.60".parse().unwrap()),
                street: Street::Other,
                answered_before: by_helper.then_some(true),
                street_lies: false,
                trouble: None,
            }));
            events.push(Event::Looked(Looked::Outside));
            events
        }
        Command::Apply(approval) => {
            let mut events = Vec::new();
            let mut journal = Vec::new();
            for (number, change) in (0u64..).zip(&approval.set().changes) {
                let refused = number == 1;
                events.push(Event::Changed(ChangeResult {
                    service: change.service.clone(),
                    external_port: change.external_port,
                    protocol: change.protocol,
                    result: if refused { ChangeOutcome::Refused } else { ChangeOutcome::Opened },
                    code: refused.then_some(718),
                    hindrance: refused.then_some(Hindrance::AnotherDevice),
                    held_by: None,
                    lease_seconds: Some(604_800),
                    permanent_only: false,
                    denial: None,
                    family: Family::Ipv4,
                    silent_at: None,
                }));
                if !refused {
                    journal.push(JournalEntry {
                        id: JournalId(number),
                        at: at(),
                        gateway: "192.168.77.1".parse().unwrap(),
                        gateway_id: None,
                        change: change.clone(),
                        state: JournalState::Made,
                        read_back: None,
                        made_at: None,
                        claim: None,
                        unique_id: None,
                        was_free: false,
                        gone_at: None,
                    });
                }
            }
            events.push(Event::Journal(journal));
            events
        }
        Command::Repair(_) => Vec::new(),
        Command::AskStun { .. } => {
            vec![Event::PublicAddress { address: "203.0.113.7".parse().unwrap(), from: AddressFrom::Stun }]
        }
        Command::TryWaysOut { .. } | Command::TestSafety { .. } => Vec::new(),
        Command::Undo(_) => vec![Event::Journal(Vec::new())],
        Command::Invite(_) => vec![invited()],
        Command::OpenInvitation { .. } => vec![Event::Invitation(InvitationView {
            address: "203.0.113.7".parse().unwrap(),
            profile: ProfileId(SYSTEM.to_owned()),
            services: vec![ServiceId("sip-udp".to_owned()), ServiceId("http-admin".to_owned())],
            expires: at(),
        })],
        Command::Walk { .. } => vec![Event::ResultCode("SER1QX-7H2KP4-M9TRZ3-C0DE5V-XW2H8J".to_owned())],
        Command::ReadResult { .. } => vec![Event::Problem(Problem::new("code-cut").with("missing", 7))],
        Command::Doorman { .. } => vec![Event::Doorman(letter(5060, true)), Event::Doorman(letter(5070, false))],
        Command::Rehearse(order) if order.code.is_some() => {
            let own = RehearsalOrder { code: None, ..(**order).clone() };
            let mut events = play(&Command::Rehearse(Box::new(own)));
            events.push(Event::CallCode(CALLED.to_owned()));
            events
        }
        Command::Rehearse(order) => vec![Event::Rehearsed(Box::new(Rehearsal {
            registered: true,
            answered: true,
            sound_out: Some(true),
            sound_back: Some(true),
            loss_percent: Some(0.0),
            jitter_ms: Some(2.1),
            round_trip_ms: Some(34.0),
            vantage: Some(Vantage::Outside),
            ..Rehearsal::begun(&order.server, &order.number, at())
        }))],
        Command::RingTest { waits, .. } => {
            let round = |(index, wait): (usize, &u32)| {
                Event::Rang(RingRound { quiet_secs: *wait, rang: index < 2, at: at(), vantage: None, address: None })
            };
            waits.iter().enumerate().map(round).collect()
        }
        Command::LookInside | Command::ReadInside { .. } => crate::inside::answer(command),
        Command::HandOut(_) => vec![Event::HandedOut { path: SAVED.to_owned() }],
        Command::KeepProfile(profile) => vec![Event::ProfileKept(profile.id.clone())],
        Command::ReadAdapters
        | Command::ReadJournal
        | Command::Renew { .. }
        | Command::Glance { .. }
        | Command::WakeAt(_)
        | Command::Note(_)
        | Command::ReadHistory
        | Command::Keep(_)
        | Command::Tick(_)
        | Command::Cancel => Vec::new(),
    }
}

pub fn invited() -> Event {
    Event::Invited { code: "SEA1QX-7H2KP4-M9TRZ3-C0DE5V-XW2H8J-K4PQ7N-3RTSV9-YB6DGH-M2N4PX".to_owned(), expires: at() }
}

/// A letter to this port, rewritten on its way or not.
fn letter(port: u16, rewritten: bool) -> DoormanTest {
    let lines = |via: &str| {
        ["INVITE sip:knock@203.0.113.50 SIP/2.0", &format!("Via: SIP/2.0/UDP {via};branch=z9hG4bK1")]
            .map(ToOwned::to_owned)
            .to_vec()
    };
    let own = "192.168.77.10:40123";
    DoormanTest {
        transport: Transport::Udp,
        port,
        sent: lines(own),
        arrived: Some(lines(if rewritten { "203.0.113.7:1024" } else { own })),
        reply: true,
        reply_sent: None,
        reply_arrived: None,
        trouble: None,
        changed: Vec::new(),
        reply_changed: Vec::new(),
        at: at(),
    }
}

pub fn gateway(wan: &str) -> Gateway {
    let mut gateway = Gateway::unknown("192.168.77.1".parse().unwrap());
    gateway.manufacturer = Some("NETGEAR, Inc.".to_owned());
    gateway.model = Some("R7000P".to_owned());
    gateway.control = Control::Igd1;
    gateway.is_default = true;
    gateway.list = MappingList::Whole;
    gateway.wan_address = Some(wan.parse().unwrap());
    gateway
}

pub fn adapter(name: &str, address: &str, default_route: bool) -> Adapter {
    Adapter { default_route, ..Adapter::way_out(name, address.parse().unwrap()) }
}

/// Everything wanted answers, inside and outside; the cabinets stay silent.
fn evidence(vantage: Vantage) -> Vec<Event> {
    let profile = catalog::profile(&ProfileId(SYSTEM.to_owned())).unwrap();
    let selected = profile.select(&answers().using).unwrap();
    let rows = profile.services.iter().filter(|s| s.direction == Direction::Inbound && !s.is_voice());
    rows.filter(|s| selected.contains(&s.id) || s.need == Need::Never)
        .map(|s| {
            let address = if vantage == Vantage::Inside { "192.168.77.20" } else { "203.0.113.7" };
            let answered = s.need != Need::Never;
            Event::Evidence(Evidence {
                service: Some(s.id.clone()),
                vantage,
                probe: s.probe,
                transport: s.protocol,
                target: SocketAddr::new(address.parse().unwrap(), s.port_start),
                family: Family::Ipv4,
                outcome: if answered { Outcome::Answered } else { Outcome::Silent },
                identity: Identity::None,
                at: at(),
                elapsed_ms: 12,
                seen: answered.then(|| "SIP/2.0 200 OK".to_owned()),
                fingerprint: None,
                asker: None,
                reused: false,
            })
        })
        .collect()
}

/// The window in a test's own frame.
pub type Screen = Harness<'static, Sitting>;

/// Opens the window of a sitting.
pub fn open(sitting: Sitting, size: [f32; 2], theme: egui::Theme) -> Screen {
    let theme = match theme {
        egui::Theme::Light => ThemeChoice::Light,
        egui::Theme::Dark => ThemeChoice::Dark,
    };
    open_as(sitting, size, Look { theme, ..Look::default() })
}

/// Opens the window of a sitting in this look.
pub fn open_as(mut sitting: Sitting, size: [f32; 2], look: Look) -> Screen {
    sitting.window.wear(look);
    let mut screen = Harness::builder().with_size(size).with_context_setup(theme::install).build_ui_state(
        |ui, sitting: &mut Sitting| {
            let orders = sitting.window.show(ui, sitting.now);
            sitting.orders.extend(orders);
        },
        sitting,
    );
    screen.run();
    screen
}

/// The words on a key of the keyboard of `assets/text`.
pub fn word(key: &str) -> String {
    Text::new("en").plain(key)
}

/// Presses the button with these words.
pub fn press(screen: &mut Screen, label: &str) {
    screen.get_by(|node| node.role() == egui::Role::Button && node.label().as_deref() == Some(label)).click();
    screen.run();
}

/// Opens the box with this name, and takes this line of it.
pub fn choose(screen: &mut Screen, key: &str, line: &str) {
    let name = word(key);
    screen.get_by(|node| node.role() == egui::Role::ComboBox && node.label().as_deref() == Some(&name)).click();
    screen.run();
    screen.get_by(|node| node.role() != egui::Role::ComboBox && node.label().as_deref() == Some(line)).click();
    screen.run();
}

/// What a button puts on the clipboard.
pub fn copies(screen: &mut Screen, button: &str) -> String {
    screen.get_by(|node| node.role() == egui::Role::Button && node.label().as_deref() == Some(button)).click();
    let copied = (0..4).find_map(|_| {
        screen.step();
        let commands = &screen.output().platform_output.commands;
        commands
            .iter()
            .find_map(|c| if let egui::OutputCommand::CopyText(text) = c { Some(text.clone()) } else { None })
    });
    screen.run();
    copied.unwrap_or_else(|| panic!("{button} copies nothing"))
}

/// True when the window asks for another frame though nobody touched it.
pub fn is_restless(screen: &Screen) -> bool {
    let root = &screen.output().viewport_output[&egui::ViewportId::ROOT];
    root.repaint_delay < Duration::from_hours(1)
}

/// Everything that is said on the screen, by sight or by ear.
pub fn said(screen: &Screen) -> Vec<String> {
    screen
        .root()
        .children_recursive()
        .flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value()]
        })
        .flatten()
        .collect()
}

//! The office that the flow's tests walk through: what its engine would say to each command.

use super::*;

pub(super) const ROUTER: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 77, 1));
pub(super) const PBX: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 168, 77, 20));
pub(super) const STREET: IpAddr = IpAddr::V4(Ipv4Addr::new(11, 22, 33, 2));
pub(super) const HOME: IpAddr = IpAddr::V4(Ipv4Addr::new(11, 22, 33, 60));

pub(super) fn heard(server: &str, number: &str) -> Rehearsal {
    Rehearsal {
        registered: true,
        answered: true,
        sound_out: Some(true),
        sound_back: Some(true),
        ..Rehearsal::begun(server, number, noon())
    }
}

pub(super) fn noon() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

pub(super) fn evidence(vantage: Vantage, target: IpAddr, outcome: Outcome) -> Evidence {
    let answered = outcome == Outcome::Answered;
    Evidence {
        service: Some(ServiceId("sip-udp".to_owned())),
        vantage,
        probe: ProbeKind::Sip,
        transport: Transport::Udp,
        target: std::net::SocketAddr::new(target, 5060),
        family: Family::Ipv4,
        outcome,
        identity: Identity::None,
        at: noon(),
        elapsed_ms: 3,
        seen: answered.then(|| "401 Unauthorized, Asterisk PBX 16.28.0".to_owned()),
        fingerprint: answered.then_some(Fingerprint(0x5157)),
        asker: (vantage == Vantage::Outside).then_some(HOME),
        reused: false,
    }
}

/// What an office would say to a command. `open` tells whether the router lists the SIP entrance.
#[expect(clippy::too_many_lines, reason = "one answer for each command")]
pub(super) fn office_says(command: &Command, open: bool) -> Vec<Event> {
    match command {
        Command::Look { .. } => vec![
            Event::Adapters(vec![Adapter {
                gateway: Some(Ipv4Addr::new(192, 168, 77, 1)),
                ..Adapter::way_out("eth0", Ipv4Addr::new(192, 168, 77, 10))
            }]),
            Event::Looked(Looked::Network),
            Event::Gateway(Gateway {
                manufacturer: Some("Acme".to_owned()),
                model: Some("R1".to_owned()),
                control: Control::Igd2,
                wan_address: Some(STREET),
                is_default: true,
                list: MappingList::Whole,
                ..Gateway::unknown(ROUTER)
            }),
            Event::Mappings { gateway: ROUTER, mappings: if open { vec![sip_mapping()] } else { Vec::new() } },
            Event::Looked(Looked::Router),
        ],
        Command::FindPhoneSystem => vec![
            Event::Candidate(Candidate {
                address: PBX,
                server: Some("FPBX-16.0.40".to_owned()),
                profile: Some(ProfileId("freepbx".to_owned())),
                likely: true,
            }),
            Event::Looked(Looked::PhoneSystem),
        ],
        Command::AskPhoneSystem { address, profile, .. } => vec![
            Event::Evidence(evidence(Vantage::Inside, *address, Outcome::Answered)),
            Event::PhoneSystem(PhoneSystem {
                address: *address,
                mac: None,
                profile: profile.clone(),
                server: None,
                answers_inside: true,
            }),
            Event::Looked(Looked::PhoneSystem),
            Event::Looked(Looked::Inside),
        ],
        Command::Apply(approval) => approval
            .set()
            .changes
            .iter()
            .map(|c| {
                Event::Changed(ChangeResult {
                    service: c.service.clone(),
                    external_port: c.external_port,
                    protocol: c.protocol,
                    result: ChangeOutcome::Opened,
                    code: None,
                    hindrance: None,
                    held_by: None,
                    lease_seconds: Some(0),
                    permanent_only: false,
                    denial: None,
                    family: Family::Ipv4,
                    silent_at: None,
                })
            })
            .chain([Event::Mappings { gateway: ROUTER, mappings: vec![sip_mapping()] }])
            .collect(),
        Command::Invite(_) => vec![Event::Invited { code: "ABCDEF".to_owned(), expires: noon() }],
        Command::OpenInvitation { .. } => vec![Event::Invitation(InvitationView {
            address: STREET,
            profile: ProfileId("freepbx".to_owned()),
            services: vec![ServiceId("sip-udp".to_owned())],
            expires: noon(),
        })],
        Command::Walk { .. } => vec![Event::ResultCode("GHIJKL".to_owned())],
        Command::StepOutside { .. } | Command::AskHelper { .. } | Command::ReadResult { .. } => {
            let outcome = if open { Outcome::Answered } else { Outcome::Silent };
            vec![
                Event::Evidence(evidence(Vantage::Outside, STREET, outcome)),
                Event::Walked(WalkReport {
                    walker: Walker::Colleague,
                    at: noon(),
                    address: Some(HOME),
                    street: Street::Other,
                    answered_before: None,
                    street_lies: false,
                    trouble: None,
                }),
                Event::Looked(Looked::Outside),
            ]
        }
        Command::Rehearse(order) => {
            let code = order.code.as_ref().map(|_| Event::CallCode("CALLED".to_owned()));
            let call = Event::Rehearsed(Box::new(heard(&order.server, &order.number)));
            std::iter::once(call).chain(code).collect()
        }
        Command::RingTest { waits, .. } => waits
            .iter()
            .map(|wait| {
                Event::Rang(RingRound { quiet_secs: *wait, rang: true, at: noon(), vantage: None, address: None })
            })
            .collect(),
        Command::Doorman { .. } => vec![Event::Doorman(DoormanTest {
            transport: Transport::Udp,
            port: 5060,
            sent: vec!["INVITE sip:a SIP/2.0".to_owned()],
            arrived: Some(vec!["INVITE sip:a SIP/2.0".to_owned()]),
            reply: true,
            reply_sent: None,
            reply_arrived: None,
            trouble: None,
            changed: Vec::new(),
            reply_changed: Vec::new(),
            at: noon(),
        })],
        Command::Repair(_) => Vec::new(),
        Command::AskStun { .. } => vec![Event::PublicAddress { address: STREET, from: AddressFrom::Stun }],
        Command::TryWaysOut { .. } => Vec::new(),
        Command::TestSafety { tests, .. } => tests
            .iter()
            .map(|id| {
                let seen = Some("401 Unauthorized".to_owned());
                Event::Safety(SafetyTest {
                    id: *id,
                    vantage: Vantage::Inside,
                    unsafe_answer: Some(!open),
                    seen,
                    at: noon(),
                })
            })
            .collect(),
        Command::Undo(_) => vec![Event::Mappings { gateway: ROUTER, mappings: Vec::new() }],
        Command::ReadAdapters
        | Command::ReadJournal
        | Command::Renew { .. }
        | Command::Glance { .. }
        | Command::WakeAt(_)
        | Command::Note(_)
        | Command::ReadHistory
        | Command::Keep(_)
        | Command::HandOut(_)
        | Command::Tick(_)
        | Command::Cancel => Vec::new(),
        Command::KeepProfile(profile) => vec![Event::ProfileKept(profile.id.clone())],
        Command::LookInside => vec![inside::event()],
        Command::ReadInside { pasted } if pasted.contains("begin") => vec![inside::event()],
        Command::ReadInside { .. } => vec![Event::Problem(Problem::new("paste-not-a-block"))],
    }
}

pub(super) fn sip_mapping() -> PortMapping {
    PortMapping {
        external_port: 5060,
        protocol: Transport::Udp,
        internal_client: PBX,
        internal_port: 5060,
        lease_seconds: 0,
        description: "x".to_owned(),
        ours: true,
        enabled: true,
        remote_host: String::new(),
    }
}

/// Carries out orders until the office has nothing more to say.
pub(super) fn serve(wizard: &mut Wizard, orders: Vec<Order>, open: bool) {
    let mut waiting = std::collections::VecDeque::from(orders);
    while let Some((run, command)) = waiting.pop_front() {
        let keeps_quiet =
            matches!(command, Command::Keep(_) | Command::HandOut(_) | Command::Tick(_) | Command::Cancel);
        for event in office_says(&command, open) {
            waiting.extend(wizard.receive(run, event));
        }
        if !keeps_quiet {
            waiting.extend(wizard.receive(run, Event::Finished { at: noon() }));
        }
    }
}

pub(super) fn answers() -> Answers {
    Answers { system: Some(ProfileId("freepbx".to_owned())), pbx: Some(PBX), ..Answers::default() }
}

pub(super) fn act(wizard: &mut Wizard, action: Action, open: bool) {
    assert!(wizard.can(&action), "{action:?} on {}", wizard.step().id());
    let orders = wizard.act(action, noon());
    serve(wizard, orders, open);
}

/// A check whose plan was not answered.
pub(super) fn at_the_plan(mut w: Wizard) -> Wizard {
    act(&mut w, Action::CheckMine, false);
    act(&mut w, Action::Answer(Box::new(answers())), false);
    for _ in 0..3 {
        act(&mut w, Action::Next, false);
    }
    act(&mut w, Action::SkipKnock, false);
    assert!(matches!(w.step(), Step::Offer(_)));
    w
}

//! Reads case files: one file is one support case, as the events that the engine would tell. Whatever a file does not
//! say is the usual office: one router that lists everything, one phone system that answers. What must hold of them is
//! in `judged_cases`.

use std::collections::BTreeMap;
use std::fs;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;

use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;

use separate_entrance::domain::address::NameLeads;
use separate_entrance::domain::case::Case;
use separate_entrance::domain::catalog;
use separate_entrance::domain::change::{
    Change, ChangeOutcome, ChangeResult, Hindrance, JournalEntry, JournalId, JournalState,
};
use separate_entrance::domain::doorman::DoormanTest;
use separate_entrance::domain::inside::{self, How, Inside, block};
use separate_entrance::domain::judge;
use separate_entrance::domain::lease::{Denial, Epoch};
use separate_entrance::domain::message::{Event, Problem};
use separate_entrance::domain::office::{
    Adapter, AddressFrom, AdviceId, Answers, Before, Candidate, Control, Gateway, HostFilter, Ipv6Firewall,
    MappingList, OverIpv6, PhoneSystem, Pinhole, PortMapping,
};
use separate_entrance::domain::outbound::{Destination, Lookup, Outgoing};
use separate_entrance::domain::probe::{Evidence, Family, Fingerprint, Identity, NotShown, Outcome, Vantage};
use separate_entrance::domain::rehearsal::{Rehearsal, RingRound};
use separate_entrance::domain::report::{
    Listed, Looked, Report, Severity, Street, TopVerdict, Verdict, WalkReport, Walker,
};
use separate_entrance::domain::safety::{SafetyId, SafetyTest};
use separate_entrance::domain::service::{Need, PortRange, ProfileId, ServiceId, Transport};
use separate_entrance::domain::sip_compare::lines;
use separate_entrance::domain::voice::{self, Shifted, VoiceWalk};

const fn ipv4() -> Family {
    Family::Ipv4
}

fn default_system() -> String {
    "freepbx".to_owned()
}

fn default_using() -> Vec<String> {
    vec!["remote-phones".to_owned()]
}

fn pbx() -> IpAddr {
    "192.168.77.20".parse().unwrap()
}

fn yes() -> bool {
    true
}

/// One case file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct File {
    /// What the case shows, for the reader.
    #[expect(dead_code, reason = "for the reader of the file")]
    about: String,
    #[serde(default)]
    answers: AnswersPart,
    /// Stages reached; everything but the outside when it is not said, and the outside when somebody walked.
    looked: Option<Vec<Looked>>,
    adapter: Option<Vec<AdapterPart>>,
    /// What this computer itself keeps the program from.
    host_filter: Option<HostFilter>,
    #[serde(default)]
    router: RouterPart,
    #[serde(default)]
    more_routers: Vec<RouterPart>,
    #[serde(default)]
    phone_system: PhonePart,
    /// Addresses said, by whom.
    #[serde(default)]
    said: BTreeMap<AddressFrom, IpAddr>,
    #[serde(default)]
    candidate: Vec<CandidatePart>,
    #[serde(default)]
    mapping: Vec<LinePart>,
    #[serde(default)]
    undone: Vec<LinePart>,
    #[serde(default)]
    inside: Vec<SeenPart>,
    #[serde(default)]
    change: Vec<ChangePart>,
    #[serde(default)]
    walk: Vec<WalkPart>,
    /// Letters of the doorman test.
    #[serde(default)]
    letter: Vec<LetterPart>,
    /// Rehearsed calls, in their order.
    #[serde(default)]
    rehearsal: Vec<CallPart>,
    /// Rounds of the ring test.
    #[serde(default)]
    ring: Vec<RingPart>,
    /// Places out there that were asked.
    #[serde(default)]
    outgoing: Vec<OutgoingPart>,
    /// Safety tests made.
    #[serde(default)]
    safety: Vec<SafetyPart>,
    /// What a look inside the phone system printed, without its frame and its time.
    look: Option<String>,
    /// Where host names in it lead; empty: nowhere.
    #[serde(default)]
    leads: BTreeMap<String, String>,
    before: Option<BeforePart>,
    /// Problem codes that the engine told, with their address.
    #[serde(default)]
    problem: BTreeMap<String, String>,
    /// Openings over IPv6 that stand.
    #[serde(default)]
    pinhole: Vec<Pinhole>,
    /// Ticked advice.
    #[serde(default)]
    ticked: Vec<AdviceId>,
    pub(crate) expect: Expect,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct AnswersPart {
    system: String,
    using: Vec<String>,
    calls: Option<u16>,
    trusted: Vec<String>,
    phones_use: Option<String>,
    provider: Option<String>,
    heard_both_ways: Option<String>,
    symptom: Option<String>,
}

impl Default for AnswersPart {
    fn default() -> Self {
        Self {
            system: default_system(),
            using: default_using(),
            calls: None,
            trusted: Vec::new(),
            phones_use: None,
            provider: None,
            heard_both_ways: None,
            symptom: None,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AdapterPart {
    name: String,
    #[serde(default)]
    tunnel: bool,
    #[serde(default)]
    default_route: bool,
    #[serde(default)]
    ipv6: bool,
    /// Its own place on the office's network when not said.
    address: Option<Ipv4Addr>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RouterPart {
    address: IpAddr,
    control: Control,
    /// Empty: gives none.
    wan: String,
    hop: Option<IpAddr>,
    list: MappingList,
    /// The by-hand guide that was found to fit.
    guide: Option<String>,
    /// Its firewall over IPv6.
    ipv6_firewall: Option<Ipv6Firewall>,
    /// How it opens there.
    ipv6_control: Option<Control>,
    /// Seconds that its clock shows at noon, where it speaks PCP or NAT-PMP.
    up: Option<u32>,
}

impl Default for RouterPart {
    fn default() -> Self {
        Self {
            address: "192.168.77.1".parse().unwrap(),
            control: Control::Igd1,
            wan: "11.22.33.2".to_owned(),
            hop: None,
            list: MappingList::Whole,
            guide: None,
            ipv6_firewall: None,
            ipv6_control: None,
            up: None,
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PhonePart {
    known: bool,
    address: IpAddr,
    mac: Option<String>,
    server: Option<String>,
    there: Option<bool>,
}

impl Default for PhonePart {
    fn default() -> Self {
        Self { known: true, address: pbx(), mac: None, server: None, there: None }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CandidatePart {
    address: IpAddr,
    server: Option<String>,
    profile: Option<String>,
    likely: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LinePart {
    protocol: Transport,
    /// One port, or the first and the last.
    ports: (u16, u16),
    #[serde(default = "pbx")]
    to: IpAddr,
    inside_port: Option<u16>,
    #[serde(default)]
    lease: u32,
    #[serde(default)]
    ours: bool,
    #[serde(default = "yes")]
    enabled: bool,
    #[serde(default)]
    source: String,
}

impl LinePart {
    fn lines(&self) -> Vec<PortMapping> {
        let line = |port| PortMapping {
            external_port: port,
            protocol: self.protocol,
            internal_client: self.to,
            internal_port: self.inside_port.unwrap_or(port),
            lease_seconds: self.lease,
            description: "Berta's rule".to_owned(),
            ours: self.ours,
            enabled: self.enabled,
            remote_host: self.source.clone(),
        };
        (self.ports.0..=self.ports.1).map(line).collect()
    }
}

/// What one row answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SeenPart {
    service: String,
    outcome: Outcome,
    /// Fingerprint.
    print: Option<u16>,
    seen: Option<String>,
    #[serde(default)]
    minute: i64,
    /// An answer of before, told again.
    #[serde(default)]
    reused: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangePart {
    service: String,
    port: u16,
    result: ChangeOutcome,
    #[serde(default = "ipv4")]
    family: Family,
    code: Option<u16>,
    hindrance: Option<Hindrance>,
    held_by: Option<IpAddr>,
    /// Of PCP or NAT-PMP.
    denial: Option<Denial>,
    /// Minute of the last knock in vain before a repair.
    silent: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WalkPart {
    walker: Walker,
    address: Option<IpAddr>,
    street: Street,
    answered_before: Option<bool>,
    #[serde(default)]
    lies: bool,
    trouble: Option<String>,
    /// Where it knocked.
    target: Option<IpAddr>,
    #[serde(default)]
    minute: i64,
    #[serde(default)]
    knock: Vec<SeenPart>,
    /// What a witness showed.
    voice: Option<VoicePart>,
}

/// One walk along the voice range; single ports are written as a range of one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct VoicePart {
    service: String,
    ports: (u16, u16),
    asked: Vec<(u16, u16)>,
    #[serde(default)]
    missing: Vec<(u16, u16)>,
    missing_ports: Option<u32>,
    #[serde(default)]
    in_use: Vec<(u16, u16)>,
    shifted: Option<(u16, u16)>,
}

impl VoicePart {
    fn walk(&self, walk: &WalkPart) -> VoiceWalk {
        let ranges = |pairs: &[(u16, u16)]| pairs.iter().map(|p| PortRange::from(*p)).collect::<Vec<_>>();
        let missing = ranges(&self.missing);
        VoiceWalk {
            service: ServiceId(self.service.clone()),
            ports: self.ports.into(),
            asked: ranges(&self.asked),
            missing_ports: self.missing_ports.unwrap_or_else(|| voice::count(&missing)),
            missing,
            in_use: ranges(&self.in_use),
            shifted: self.shifted.map(|(outside, inside)| Shifted { outside, inside }),
            swept: self.asked == [self.ports],
            at: at(walk.minute),
            asker: walk.address,
        }
    }
}

/// One letter of the doorman test, and what was made of it on the way.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct LetterPart {
    transport: Transport,
    port: u16,
    /// What is replaced by what on the way out.
    #[serde(default)]
    rewritten: Vec<(String, String)>,
    /// The same on the way back.
    #[serde(default)]
    rewritten_back: Vec<(String, String)>,
    #[serde(default)]
    lost: bool,
    #[serde(default)]
    answer_lost: bool,
    trouble: Option<String>,
    #[serde(default)]
    minute: i64,
}

impl LetterPart {
    fn test(&self) -> DoormanTest {
        let name = self.transport.name();
        let sent = format!(
            "INVITE sip:doorman-test@11.22.33.50:{} SIP/2.0\nVia: SIP/2.0/{name} 192.168.77.10:40123;branch=z9hG4bKa;rport\n\
             Max-Forwards: 70\nFrom: <sip:doorman-test@192.168.77.10:40123>;tag=1\nTo: <sip:doorman-test@11.22.33.50>\n\
             Call-ID: se-1@192.168.77.10\nCSeq: 1 INVITE\nContact: <sip:doorman-test@192.168.77.10:40123>\n\
             Content-Length: 99\n\nv=0\no=- 1 1 IN IP4 192.168.77.10\ns=-\nc=IN IP4 192.168.77.10\nt=0 0\nm=audio 4000 RTP/AVP 0",
            self.port
        );
        let answer = "SIP/2.0 480 Away\nVia: SIP/2.0/UDP 192.168.77.10:40123;branch=z9hG4bKa;received=11.22.33.2\nCSeq: 1 INVITE";
        let on_the_way = |text: &str, edits: &[(String, String)]| {
            edits.iter().fold(text.to_owned(), |text, (from, to)| {
                assert!(text.contains(from.as_str()), "{from}");
                text.replace(from, to)
            })
        };
        let lines = |text: &str| lines(text.as_bytes());
        let is_heard = !self.lost && self.trouble.is_none();
        let reply = is_heard && !self.answer_lost;
        DoormanTest {
            transport: self.transport,
            port: self.port,
            sent: if self.trouble.is_some() { Vec::new() } else { lines(&sent) },
            arrived: is_heard.then(|| lines(&on_the_way(&sent, &self.rewritten))),
            reply,
            reply_sent: is_heard.then(|| lines(answer)),
            reply_arrived: reply.then(|| lines(&on_the_way(answer, &self.rewritten_back))),
            trouble: self.trouble.clone(),
            changed: Vec::new(),
            reply_changed: Vec::new(),
            at: at(self.minute),
        }
    }
}

/// A call that was answered.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CallPart {
    from: Option<Vantage>,
    /// Where the name led.
    address: IpAddr,
    out: Option<bool>,
    back: bool,
    media: Option<SocketAddr>,
    /// Below zero: made at an earlier check, and kept from there.
    #[serde(default)]
    minute: i64,
}

impl CallPart {
    fn call(&self) -> Rehearsal {
        Rehearsal {
            registered: true,
            answered: true,
            sound_out: self.out,
            sound_back: Some(self.back),
            media: self.media,
            vantage: self.from,
            address: Some(self.address),
            ..Rehearsal::begun("office.example", "*43", at(self.minute))
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RingPart {
    quiet: u32,
    rang: bool,
    address: IpAddr,
}

/// A place out there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct OutgoingPart {
    to: Destination,
    name: Option<String>,
    lookup: Lookup,
    transport: Transport,
    target: Option<SocketAddr>,
    outcome: Outcome,
    seen: Option<String>,
    asker: Option<IpAddr>,
}

/// A safety test.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SafetyPart {
    id: SafetyId,
    /// Not said: no answer that tells.
    unsafe_answer: Option<bool>,
    seen: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BeforePart {
    public_address: Option<IpAddr>,
    #[serde(default)]
    mapping: Vec<LinePart>,
    phone_system: Option<IpAddr>,
    mac: Option<String>,
    server: Option<String>,
    /// Rows that were verified.
    #[serde(default)]
    verified: Vec<String>,
    /// Walks then; their minutes count from noon today.
    #[serde(default)]
    walk: Vec<WalkPart>,
    /// Days ago.
    days: i64,
    /// Seconds that the router's clock showed.
    up: Option<u32>,
    /// The owner's word after a test call, as told by then.
    heard_both_ways: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expect {
    pub(crate) verdict: TopVerdict,
    /// Codes on top, in their order.
    pub(crate) findings: Vec<String>,
    /// Cause and the codes under it.
    #[serde(default)]
    pub(crate) folded: BTreeMap<String, Vec<String>>,
    /// Rows and their verdicts.
    #[serde(default)]
    pub(crate) services: BTreeMap<String, Verdict>,
    #[serde(default)]
    pub(crate) because: BTreeMap<String, String>,
    #[serde(default)]
    pub(crate) listed: BTreeMap<String, Listed>,
    #[serde(default)]
    pub(crate) not_shown: BTreeMap<String, Vec<NotShown>>,
    /// Code and the value that the words need.
    #[serde(default)]
    pub(crate) args: BTreeMap<String, BTreeMap<String, String>>,
    pub(crate) severity: Option<BTreeMap<String, Severity>>,
    pub(crate) ready_until: Option<Timestamp>,
}

pub(crate) fn noon() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

pub(crate) fn at(minute: i64) -> Timestamp {
    noon().checked_add(SignedDuration::from_mins(minute)).unwrap()
}

impl File {
    fn answers(&self) -> Answers {
        let a = &self.answers;
        Answers {
            system: Some(ProfileId(a.system.clone())),
            using: a.using.clone(),
            calls: a.calls,
            trusted: a.trusted.iter().map(|t| t.parse().unwrap()).collect(),
            phones_use: a.phones_use.clone(),
            provider: a.provider.clone(),
            heard_both_ways: a.heard_both_ways.as_ref().map(|d| d.parse().unwrap()),
            symptom: a
                .symptom
                .as_ref()
                .map(|s| serde_json::from_value(serde_json::Value::String(s.clone())).unwrap())
                .unwrap_or_default(),
            ..Answers::default()
        }
    }

    pub(crate) fn start(&self) -> Case {
        let mut case = Case::new(noon(), self.answers());
        case.before = self.before.as_ref().map(|b| Before {
            started_at: noon().checked_sub(SignedDuration::from_hours(24 * b.days)).unwrap(),
            public_address: b.public_address,
            mappings: b.mapping.iter().flat_map(LinePart::lines).collect(),
            phone_system: b.phone_system.map(|address| PhoneSystem {
                address,
                mac: b.mac.clone(),
                profile: ProfileId(self.answers.system.clone()),
                server: b.server.clone(),
                answers_inside: true,
            }),
            verified: b.verified.iter().cloned().map(ServiceId).collect(),
            knocks: b.walk.iter().flat_map(|w| w.knock.iter().map(|s| self.earlier_knock(w, s))).collect(),
            epoch: b
                .up
                .map(|secs| Epoch { secs, at: noon().checked_sub(SignedDuration::from_hours(24 * b.days)).unwrap() }),
            heard_both_ways: b.heard_both_ways.as_ref().map(|d| d.parse().unwrap()),
        });
        case.rehearsals = self.rehearsal.iter().filter(|c| c.minute < 0).map(CallPart::call).collect();
        for advice in &mut case.advice {
            advice.done = self.ticked.contains(&advice.id);
        }
        case
    }

    /// What the engine would say, in the order in which it would.
    pub(crate) fn events(&self) -> Vec<Event> {
        let looked = |stage: Looked| {
            let default = [Looked::Network, Looked::Router, Looked::PhoneSystem, Looked::Inside].contains(&stage)
                || (stage == Looked::Outside && self.walk.iter().any(|w| w.trouble.is_none()));
            let reached = self.looked.as_ref().map_or(default, |all| all.contains(&stage));
            reached.then_some(Event::Looked(stage))
        };
        let mut events = vec![Event::Adapters(self.adapters())];
        events.extend(looked(Looked::Network));
        events.extend(self.said.iter().map(|(from, address)| Event::PublicAddress { address: *address, from: *from }));
        for (code, address) in &self.problem {
            events.push(Event::Problem(Problem::new(code).with("address", address)));
        }
        events.push(Event::Gateway(gateway(&self.router, true)));
        events.push(Event::HostFilter(self.host_filter.clone()));
        events.extend(self.more_routers.iter().map(|r| Event::Gateway(gateway(r, false))));
        let mappings = self.mapping.iter().flat_map(LinePart::lines).collect();
        events.push(Event::Mappings { gateway: self.router.address, mappings });
        events.push(Event::Pinholes(self.pinhole.clone()));
        events.push(Event::Journal(self.journal()));
        events.extend(looked(Looked::Router));
        events.push(Event::Finished { at: at(0) });
        events.extend(self.candidate.iter().map(|c| {
            Event::Candidate(Candidate {
                address: c.address,
                server: c.server.clone(),
                profile: c.profile.clone().map(ProfileId),
                likely: c.likely,
            })
        }));
        if self.phone_system.known {
            events.push(Event::PhoneSystem(self.phone(false)));
        }
        events.extend(self.inside.iter().map(|s| Event::Evidence(self.inside_evidence(s))));
        events.extend(self.phone_system.there.map(Event::MachineThere));
        if self.phone_system.known {
            let answers = |s: &SeenPart| s.outcome == Outcome::Answered && self.row(&s.service).need != Need::Never;
            events.push(Event::PhoneSystem(self.phone(self.inside.iter().any(answers))));
        }
        events.extend(looked(Looked::PhoneSystem));
        events.extend(looked(Looked::Inside));
        events.extend(self.change.iter().map(|c| {
            Event::Changed(ChangeResult {
                service: ServiceId(c.service.clone()),
                external_port: c.port,
                protocol: self.row(&c.service).protocol,
                family: c.family,
                result: c.result,
                code: c.code,
                hindrance: c.hindrance,
                held_by: c.held_by,
                lease_seconds: None,
                permanent_only: false,
                denial: c.denial,
                silent_at: c.silent.map(at),
            })
        }));
        for walk in &self.walk {
            events.extend(walk.knock.iter().map(|s| Event::Evidence(self.outside_evidence(walk, s))));
            if let Some(part) = &walk.voice {
                let voice = part.walk(walk);
                let outcome = if voice.missing_ports == 0 { Outcome::Answered } else { Outcome::Silent };
                let service = part.service.clone();
                let seen = SeenPart { service, outcome, print: None, seen: None, minute: 0, reused: false };
                events.push(Event::Evidence(self.outside_evidence(walk, &seen)));
                events.push(Event::Voice(voice));
            }
            events.push(Event::Walked(WalkReport {
                walker: walk.walker,
                at: at(walk.minute),
                address: walk.address,
                street: walk.street,
                answered_before: walk.answered_before,
                street_lies: walk.lies,
                trouble: walk.trouble.clone(),
            }));
        }
        events.extend(looked(Looked::Outside));
        events.extend(self.letter.iter().map(|l| Event::Doorman(l.test())));
        let now = self.rehearsal.iter().filter(|c| c.minute >= 0);
        events.extend(now.map(|c| Event::Rehearsed(Box::new(c.call()))));
        events.extend(self.ring.iter().map(|r| {
            let vantage = Some(Vantage::Outside);
            Event::Rang(RingRound { quiet_secs: r.quiet, rang: r.rang, at: at(2), vantage, address: Some(r.address) })
        }));
        events.extend(self.outgoing.iter().map(|o| {
            Event::Outgoing(Outgoing {
                to: o.to,
                name: o.name.clone(),
                lookup: o.lookup,
                transport: o.transport,
                target: o.target,
                outcome: o.outcome,
                seen: o.seen.clone(),
                asker: o.asker,
                at: at(2),
                elapsed_ms: 3,
            })
        }));
        events.extend(self.safety.iter().map(|s| {
            let (id, unsafe_answer, seen) = (s.id, s.unsafe_answer, Some(s.seen.clone()));
            Event::Safety(SafetyTest { id, vantage: Vantage::Inside, unsafe_answer, seen, at: at(3) })
        }));
        events.extend(self.looked_inside().map(|inside| Event::Inside(Box::new(inside))));
        events.push(Event::Finished { at: at(20) });
        events
    }

    fn looked_inside(&self) -> Option<Inside> {
        let at_noon = format!("at|{}", noon().as_second());
        let lines: Vec<&str> = std::iter::once(at_noon.as_str()).chain(self.look.as_ref()?.lines()).collect();
        let mut inside = inside::read(&block::framed(&lines), How::Pasted, at(15)).unwrap_or_else(|p| panic!("{p:?}"));
        let leads = |to: &String| to.parse().map_or(NameLeads::Nowhere, NameLeads::To);
        inside.names = self.leads.iter().map(|(name, to)| (name.clone(), leads(to))).collect();
        Some(inside)
    }

    fn adapters(&self) -> Vec<Adapter> {
        let usual =
            [AdapterPart { name: "eth0".into(), tunnel: false, default_route: true, ipv6: false, address: None }];
        let parts = self.adapter.as_deref().unwrap_or(&usual);
        let adapter = |(i, part): (u8, &AdapterPart)| Adapter {
            name: part.name.clone(),
            address: part.address.unwrap_or(Ipv4Addr::new(192, 168, 77, 10 + i)),
            prefix: 24,
            is_virtual: part.tunnel,
            default_route: part.default_route,
            gateway: None,
            has_ipv6: part.ipv6,
            ipv6: part.ipv6.then(|| OverIpv6 {
                address: Ipv6Addr::new(0x2a00, 0x77, 0x77, 0, 0, 0, 0, u16::from(0x10 + i)),
                gateway: None,
            }),
        };
        (0..).zip(parts).map(adapter).collect()
    }

    fn journal(&self) -> Vec<JournalEntry> {
        let entry = |line: PortMapping| JournalEntry {
            id: JournalId(1),
            at: noon(),
            gateway: self.router.address,
            gateway_id: None,
            change: Change {
                service: ServiceId("sip-udp".to_owned()),
                external_port: line.external_port,
                protocol: line.protocol,
                internal_client: line.internal_client,
                lease_seconds: line.lease_seconds,
                description: line.description,
            },
            state: JournalState::Undone,
            read_back: None,
            made_at: None,
            claim: None,
            unique_id: None,
            was_free: false,
            gone_at: None,
        };
        self.undone.iter().flat_map(LinePart::lines).map(entry).collect()
    }

    fn phone(&self, answers_inside: bool) -> PhoneSystem {
        PhoneSystem {
            address: self.phone_system.address,
            mac: self.phone_system.mac.clone(),
            profile: ProfileId(self.answers.system.clone()),
            server: self.phone_system.server.clone(),
            answers_inside,
        }
    }

    /// Every row of its phone system.
    pub(crate) fn rows(&self) -> Vec<&'static separate_entrance::domain::service::Service> {
        catalog::profile(&ProfileId(self.answers.system.clone())).unwrap().services.iter().collect()
    }

    pub(crate) fn row(&self, id: &str) -> &'static separate_entrance::domain::service::Service {
        let profile = catalog::profile(&ProfileId(self.answers.system.clone())).unwrap();
        profile.service(&ServiceId(id.to_owned())).unwrap_or_else(|| panic!("no row {id}"))
    }

    fn inside_evidence(&self, seen: &SeenPart) -> Evidence {
        self.evidence(seen, Vantage::Inside, self.phone_system.address, None, seen.minute)
    }

    /// As the report of that check kept it.
    fn earlier_knock(&self, walk: &WalkPart, seen: &SeenPart) -> Evidence {
        let identity = if seen.print.is_some() { Identity::Consistent } else { Identity::None };
        Evidence { identity, ..self.outside_evidence(walk, seen) }
    }

    fn outside_evidence(&self, walk: &WalkPart, seen: &SeenPart) -> Evidence {
        let target = walk.target.or(self.router.wan.parse().ok()).unwrap_or(IpAddr::V4(Ipv4Addr::new(11, 22, 33, 2)));
        self.evidence(seen, Vantage::Outside, target, walk.address, walk.minute + seen.minute)
    }

    fn evidence(
        &self,
        seen: &SeenPart,
        vantage: Vantage,
        target: IpAddr,
        asker: Option<IpAddr>,
        minute: i64,
    ) -> Evidence {
        let row = self.row(&seen.service);
        Evidence {
            service: Some(row.id.clone()),
            vantage,
            probe: row.probe,
            transport: row.protocol,
            target: SocketAddr::new(target, row.port_start),
            family: Family::of(target),
            outcome: seen.outcome,
            identity: Identity::None,
            at: at(minute),
            elapsed_ms: 3,
            seen: seen.seen.clone(),
            fingerprint: seen.print.map(Fingerprint),
            asker,
            reused: seen.reused,
        }
    }
}

fn gateway(part: &RouterPart, is_default: bool) -> Gateway {
    Gateway {
        manufacturer: Some("Acme".to_owned()),
        model: Some("R1".to_owned()),
        friendly_name: Some("Berta's router".to_owned()),
        control: part.control,
        wan_address: part.wan.parse().ok(),
        wan_hop: part.hop,
        guide: part.guide.clone(),
        is_default,
        list: part.list,
        location: Some(format!("http://{}:5000/root.xml", part.address)),
        ipv6_firewall: part.ipv6_firewall,
        ipv6_control: part.ipv6_control,
        epoch: part.up.map(|secs| Epoch { secs, at: noon() }),
        ..Gateway::unknown(part.address)
    }
}

pub(crate) fn files() -> Vec<(String, File)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cases");
    let mut files: Vec<(String, File)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let file = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"));
            (name, file)
        })
        .collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(files.len() >= 45, "{}", files.len());
    files
}

pub(crate) fn case_of(file: &File, events: &[Event]) -> Case {
    let mut case = file.start();
    for event in events {
        case.absorb(event);
    }
    case
}

pub(crate) fn report_of(file: &File) -> Report {
    judge::judge(&case_of(file, &file.events()))
}

/// Every case by its name, judged.
pub(crate) fn reports() -> BTreeMap<String, Report> {
    files().into_iter().map(|(name, file)| (name, report_of(&file))).collect()
}

pub(crate) fn codes(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|f| f.code.as_str()).collect()
}

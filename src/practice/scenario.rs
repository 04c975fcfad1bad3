//! Practice stories as `assets/practice/<id>.toml` tells them: what the office is like and what a check of it must
//! find. Only data; nothing here opens a socket.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer};

use crate::domain::address::Network;
use crate::domain::office::Answers;
use crate::domain::packed::unpacked;
use crate::domain::report::Walker;
use crate::domain::service::{PortRange, ProfileId, ServiceId, Transport};
use crate::practice::beyond::BeyondStory;
use crate::practice::call::SoundStory;
use crate::practice::doorman::DoormanStory;
use crate::practice::earlier::EarlierStory;
use crate::practice::expect::Expect;
use crate::practice::group::Group;
use crate::practice::pinhole::FirewallStory;
use crate::practice::sip::StrangerStory;
use crate::practice::street::{NetworkStory, StandsOn, WALKER};

const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/practice.rs"));

/// One story.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Same as the file's name.
    pub id: String,
    /// Key of its title in `assets/text`.
    pub title_key: String,
    /// What it is about.
    pub group: Group,
    /// Its owner says yes to the plan.
    #[serde(default = "yes")]
    pub approves: bool,
    /// Who knocks at the end of a check.
    #[serde(default)]
    pub walker: WalkerStory,
    /// What an earlier check knew.
    #[serde(default)]
    pub earlier: Option<EarlierStory>,
    /// What the router does to letters, shown at the end of a walk; none: nobody outside takes in letters.
    #[serde(default)]
    pub doorman: Option<DoormanStory>,
    /// The computer that the program runs on.
    #[serde(default)]
    pub stands_on: StandsOn,
    /// What stands beyond the router.
    #[serde(default)]
    pub beyond: BeyondStory,
    /// What its owner would answer.
    #[serde(deserialize_with = "answers")]
    pub answers: Answers,
    /// How the practice computer is connected.
    #[serde(default)]
    pub network: NetworkStory,
    /// The router.
    pub router: RouterStory,
    /// A second router that answers on the same network; nothing leads through it.
    #[serde(default)]
    pub second_router: Option<RouterStory>,
    /// The phone system.
    pub phone_system: PhoneSystemStory,
    /// What a second phone system of the office calls itself in SIP; none: there is one.
    #[serde(default)]
    pub second_phone_system: Option<String>,
    /// What a check must find.
    pub expect: Expect,
}

/// The router of a story and its moods. Everything not said is what a helpful router does.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "each is a mood of its own, as scenario files say them")]
pub struct RouterStory {
    /// Manufacturer line of its description.
    pub make: String,
    /// Model name.
    pub model: String,
    /// What it calls itself.
    pub friendly_name: String,
    /// Server line of its SSDP answer.
    pub server: String,
    /// False: it answers no UPnP at all.
    #[serde(default = "yes")]
    pub upnp: bool,
    /// What it answers to NAT-PMP and PCP.
    #[serde(default)]
    pub port_control: PortControl,
    /// Version of its Internet Gateway Device, 1 or 2.
    pub version: u8,
    /// Its WAN connection speaks PPP.
    #[serde(default)]
    pub ppp: bool,
    /// What it says its address outside is; empty where it says none and refuses with 501.
    pub wan_address: String,
    /// Code for a mapping to another device than the asker (secure mode): 606, or 718 where built for version 1.
    #[serde(default)]
    pub refuses_others: Option<u16>,
    /// Code for a port below 1024 (stock permission rules of miniupnpd).
    #[serde(default)]
    pub refuses_low_ports: Option<u16>,
    /// Answers success and keeps nothing.
    #[serde(default)]
    pub forgets: bool,
    /// Ports that it refuses, whoever asks, each with its code: 606 or 729 where a rule made by hand has the port.
    #[serde(default)]
    pub refuses: Vec<RefusalStory>,
    /// Gives a port that another device holds to whoever asks, and answers success.
    #[serde(default)]
    pub overwrites: bool,
    /// What it makes of every description; none: it keeps what it was told.
    #[serde(default)]
    pub renames: Option<String>,
    /// A device that takes every new entry over before it is read back.
    #[serde(default)]
    pub taken_over_by: Option<Ipv4Addr>,
    /// Lists a new entry and lets nobody through, until it was taken out and put in again.
    #[serde(default)]
    pub dead_at_first: bool,
    /// Code after the last entry of its list; 713 by the letter.
    #[serde(default = "index_invalid")]
    pub list_ends_with: u16,
    /// Result that PCP or NAT-PMP gives to every request for an entrance.
    #[serde(default)]
    pub denies: Option<u8>,
    /// Announces PCP and grants by NAT-PMP only.
    #[serde(default)]
    pub grants_by_nat_pmp_only: bool,
    /// Grants another port than the one asked for.
    #[serde(default)]
    pub grants_another_port: bool,
    /// Seconds it has been up when the story begins.
    #[serde(default)]
    pub up_secs: u32,
    /// Its firewall over IPv6; none: it tells of none.
    #[serde(default)]
    pub ipv6_firewall: Option<FirewallStory>,
    /// Takes only lease 0 (725).
    #[serde(default)]
    pub permanent_only: bool,
    /// Code for lease 0: it takes only entries with an end, a week at most.
    #[serde(default)]
    pub refuses_no_end: Option<u16>,
    /// Code for taking an entry out.
    #[serde(default)]
    pub refuses_taking_out: Option<u16>,
    /// Entries that fit in its list.
    #[serde(default = "entries")]
    pub max_entries: usize,
    /// Code when the list is full: 728, or 402 on some.
    #[serde(default = "no_port_maps_available")]
    pub when_full: u16,
    /// Lists its entries and passes nothing.
    #[serde(default)]
    pub drops: bool,
    /// What its list holds at first.
    #[serde(default, rename = "mapping")]
    pub mappings: Vec<MappingStory>,
    /// Rules made by hand on its settings page; not listed over UPnP.
    #[serde(default, rename = "by_hand")]
    pub by_hand: Vec<RuleStory>,
}

/// Ports that a router refuses.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusalStory {
    /// First and last port outside.
    pub ports: PortRange,
    /// UPnP error.
    pub code: u16,
}

/// The walker of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WalkerStory {
    /// What the walker is to the office.
    #[serde(rename = "as")]
    pub is: Walker,
    /// Where answers see the walker.
    pub address: Ipv4Addr,
    /// False: nobody can be sent, as with a helper that is switched off.
    pub arrives: bool,
    /// Knocks over IPv6 too, as a standing helper does.
    pub over_ipv6: bool,
}

impl Default for WalkerStory {
    fn default() -> Self {
        Self { is: Walker::StepOutside, address: WALKER, arrives: true, over_ipv6: false }
    }
}

/// What a router answers on UDP 5351.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PortControl {
    /// Nothing.
    #[default]
    Silent,
    /// NAT-PMP only.
    NatPmp,
    /// PCP, and NAT-PMP as most PCP servers do.
    Pcp,
}

/// Lines of a router's list, one for each port.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MappingStory {
    /// UDP or TCP.
    pub protocol: Transport,
    /// First and last port outside.
    pub ports: PortRange,
    /// Device inside.
    pub to: Ipv4Addr,
    /// Port inside; the same as outside when not said.
    #[serde(default)]
    pub inside_port: Option<u16>,
    /// Seconds left; 0 is until removed.
    #[serde(default)]
    pub lease: u32,
    /// Listed but switched off when false.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Text that whoever made it left.
    pub description: String,
}

/// One rule made by hand.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleStory {
    /// UDP or TCP.
    pub protocol: Transport,
    /// First and last port, the same inside.
    pub ports: PortRange,
    /// Device inside.
    pub to: Ipv4Addr,
}

/// The phone system of a story.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PhoneSystemStory {
    /// What it calls itself in SIP.
    pub server: String,
    /// Rows of the profile that it runs.
    pub running: Vec<ServiceId>,
    /// False: the machine is off, so nothing at its address even refuses.
    #[serde(default = "yes")]
    pub there: bool,
    /// False: it listens over IPv4 only.
    #[serde(default = "yes")]
    pub over_ipv6: bool,
    /// What it does for strangers.
    #[serde(default)]
    pub strangers: StrangerStory,
    /// Status that OPTIONS gets: 401 from `FreePBX` and Asterisk, 200 from others.
    #[serde(default = "unauthorized")]
    pub options_status: u16,
    /// Tells in SIP from where it was asked, as RFC 3581 wants it.
    #[serde(default = "yes")]
    pub names_asker: bool,
    /// Its guest list: strangers get no answer to SIP. Empty for everyone.
    #[serde(default)]
    pub guests: Vec<Network>,
    /// A witness on its voice ports; none: nobody answers there.
    #[serde(default)]
    pub witness: Option<WitnessStory>,
    /// What its echo does.
    #[serde(default)]
    pub sound: SoundStory,
    /// What its box says of itself, line by line as the script of `assets/inside.sh` prints it between the first line
    /// and the last, without the time; none: the script finds nothing there.
    #[serde(default)]
    pub inside: Option<String>,
    /// The phone outside stands behind a router that forgets it after so many quiet seconds.
    #[serde(default)]
    pub phone_forgotten_after: Option<u32>,
}

/// A witness on the phone system. Its code is the one that the story's walker has.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WitnessStory {
    /// First and last voice port that it stands for.
    pub ports: PortRange,
    /// Ports of these that something in the machine keeps visitors away from.
    #[serde(default)]
    pub missing: Vec<u16>,
}

/// A story that cannot be read. Files are embedded, so only a test can meet it.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {problem}")]
pub struct BadScenario {
    /// Its id.
    pub file: String,
    /// What is wrong with it.
    pub problem: String,
}

static ALL: LazyLock<Vec<Scenario>> = LazyLock::new(|| read_scenarios().unwrap_or_default());

/// Reads the embedded stories, for the test that no file is damaged.
pub fn read_scenarios() -> Result<Vec<Scenario>, BadScenario> {
    let bad = |file: &str, problem: String| BadScenario { file: file.to_owned(), problem };
    FILES
        .iter()
        .map(|(file, text)| {
            let story: Scenario = toml::from_str(&unpacked(text)).map_err(|e| bad(file, e.to_string()))?;
            if story.id == *file { Ok(story) } else { Err(bad(file, format!("its id is {}", story.id))) }
        })
        .collect()
}

/// All stories, by id.
pub fn scenarios() -> &'static [Scenario] {
    &ALL
}

/// One story.
pub fn scenario(id: &str) -> Option<&'static Scenario> {
    scenarios().iter().find(|s| s.id == id)
}

/// The answers a story may give. [`Answers`] itself forgives unknown names, because old settings files may hold some.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoryAnswers {
    system: ProfileId,
    using: Vec<String>,
    calls: Option<u16>,
    pbx: Option<IpAddr>,
    public_address: Option<IpAddr>,
    phones_use: Option<String>,
    provider: Option<String>,
    #[serde(default)]
    trusted: Vec<Network>,
    #[serde(default)]
    over_ipv6: bool,
}

fn answers<'de, D: Deserializer<'de>>(from: D) -> Result<Answers, D::Error> {
    let story = StoryAnswers::deserialize(from)?;
    Ok(Answers {
        system: Some(story.system),
        using: story.using,
        calls: story.calls,
        pbx: story.pbx,
        public_address: story.public_address,
        phones_use: story.phones_use,
        provider: story.provider,
        trusted: story.trusted,
        over_ipv6: story.over_ipv6,
        ..Answers::default()
    })
}

const fn yes() -> bool {
    true
}
const fn entries() -> usize {
    64
}
const fn no_port_maps_available() -> u16 {
    728
}

const fn index_invalid() -> u16 {
    713
}

const fn unauthorized() -> u16 {
    401
}

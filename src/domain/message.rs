//! The words that the flow and the engine exchange: commands in, events out. Commands of a run and its events carry
//! the same [`RunId`], so that late events of an older run are dropped.

use std::net::{IpAddr, Ipv4Addr};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::change::{Approval, ChangeResult, JournalEntry, JournalId, Missing, Renewal, RepairApproval};
use crate::domain::dialling::RehearsalOrder;
pub use crate::domain::doing::Doing;
use crate::domain::doorman::{DoormanTest, Leaving};
use crate::domain::inside::Inside;
use crate::domain::news::{Happened, Past};
use crate::domain::office::{
    Adapter, AddressFrom, Advice, Answers, Before, Candidate, Gateway, HostFilter, PhoneSystem, Pinhole, PortMapping,
};
use crate::domain::outbound::Outgoing;
use crate::domain::probe::Evidence;
use crate::domain::rehearsal::{Rehearsal, RingRound};
use crate::domain::report::{Looked, Report, WalkReport, Walker};
use crate::domain::rounds::Owner;
use crate::domain::safety::{SafetyId, SafetyTest};
use crate::domain::service::{PortRange, Profile, ProfileId, ServiceId, UnknownUse};
use crate::domain::settled::Settled;
use crate::domain::voice::{VoiceLook, VoiceWalk};

/// Numbers the runs of one sitting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct RunId(pub u64);

/// Whom to invite to knock, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InviteOrder {
    /// Street address of the office.
    pub address: IpAddr,
    /// Profile.
    pub profile: ProfileId,
    /// Selected rows to knock on; the never rows are always added.
    pub services: Vec<ServiceId>,
    /// Colleague: valid 24 hours. Stepping outside: one hour.
    pub walker: Walker,
    /// The phone system's own voice range, where it is not the usual one of its profile.
    pub voice_ports: Option<PortRange>,
}

/// A walker's own street address, for a walk in which no answer tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The address.
    pub address: IpAddr,
    /// Who said so: the walker, or a server that they named.
    pub from: AddressFrom,
}

/// A document to be written for the owner, in one form or several.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Name without an ending.
    pub name: String,
    /// Endings and contents.
    pub files: Vec<(String, String)>,
}

/// What the engine is asked to do.
#[derive(Debug)]
pub enum Command {
    /// Adapters, routers, their lists.
    Look {
        /// Look at this router only.
        router: Option<Ipv4Addr>,
        /// Use this adapter only.
        interface: Option<String>,
        /// Server name or address typed into the phones outside; says the street address when the router does not.
        phones_use: Option<String>,
        /// Host name that the owner gives as the office's street address.
        street_name: Option<String>,
    },
    /// Look round the adapter's own /24 for a phone system. Sent only after consent.
    FindPhoneSystem,
    /// Ask every inbound row of the profile at this address.
    AskPhoneSystem {
        /// Its address in the office.
        address: IpAddr,
        /// Its profile.
        profile: ProfileId,
        /// Rows that are selected: they and the never rows are asked.
        services: Vec<ServiceId>,
    },
    /// Change the router as approved.
    Apply(Approval),
    /// Take back these journal entries.
    Undo(Vec<JournalId>),
    /// Ask again for exactly what these journal entries say, before their time runs out, by the yes that made them.
    Renew {
        /// Made entries only; others are left alone.
        entries: Vec<JournalId>,
        /// What to do where the router lists nothing.
        missing: Missing,
    },
    /// Take these out and put them in again. Sent only after somebody said that nobody is on the phone.
    Repair(RepairApproval),
    /// Say which adapters this computer has now: a mobile phone may have been plugged in.
    ReadAdapters,
    /// Say what the journal still holds.
    ReadJournal,
    /// Make an invitation code.
    Invite(InviteOrder),
    /// Say what a code asks for, so that its reader can agree or not.
    OpenInvitation {
        /// As pasted.
        code: String,
    },
    /// Walk as the code asks. Sent only after consent.
    Walk {
        /// As pasted.
        code: String,
        /// Adapter to walk from.
        interface: Option<String>,
        /// How many voice ports are asked.
        voice: VoiceLook,
        /// Where the walker stands, as far as they know it.
        standing: Option<Standing>,
    },
    /// Walk from this computer on another street and keep the result.
    StepOutside {
        /// Where to knock.
        order: InviteOrder,
        /// Adapter to walk from; none: whatever the system uses now.
        interface: Option<String>,
        /// How many voice ports are asked.
        voice: VoiceLook,
    },
    /// Ask a standing helper to walk to this office.
    AskHelper {
        /// Its `helper-link`, as pasted.
        link: String,
        /// The phone system.
        profile: ProfileId,
        /// Selected rows to knock on; the never rows are always added.
        services: Vec<ServiceId>,
        /// Adapter to ask through; none: the system's choice.
        interface: Option<String>,
        /// How many voice ports are asked.
        voice: VoiceLook,
        /// As in an [`InviteOrder`].
        voice_ports: Option<PortRange>,
    },
    /// Send letters past the doorman to a standing helper and compare what arrived.
    Doorman {
        /// Its `helper-link`, as pasted.
        link: String,
        /// Which port they leave from.
        leaving: Leaving,
        /// Adapter to send through; none: the system's choice.
        interface: Option<String>,
    },
    /// Ask a STUN server, which the owner named, what this office's street address is.
    AskStun {
        /// As typed: name or address, with or without a port.
        server: String,
        /// Adapter to ask through; none: the system's choice.
        interface: Option<String>,
    },
    /// Try the ways out that the profile names, and the phone company's server where the owner named one.
    TryWaysOut {
        /// The phone system; none: only the phone company is asked.
        profile: Option<ProfileId>,
        /// As typed.
        provider: Option<String>,
        /// Adapter to leave through; none: the system's choice.
        interface: Option<String>,
    },
    /// Make safety tests. Sent only after consent to each.
    TestSafety {
        /// Which.
        tests: Vec<SafetyId>,
        /// A real extension, for the test that compares two names. It is kept nowhere.
        extension: Option<String>,
        /// Adapter to another street, to test from there an entrance that answered a walk. None: inside.
        outside: Option<String>,
    },
    /// Play a remote phone: register, call a number, send and hear sound. Sent only after consent.
    Rehearse(Box<RehearsalOrder>),
    /// Play a remote phone that is called after some quiet. Sent only after consent.
    RingTest {
        /// Whom to register with.
        order: Box<RehearsalOrder>,
        /// Seconds of quiet before each call.
        waits: Vec<u32>,
    },
    /// Ask the phone system on this very computer what it says of itself.
    LookInside,
    /// Read a block that was pasted from the phone system's box.
    ReadInside {
        /// As pasted.
        pasted: String,
    },
    /// Read a walker's result code and check it against our invitation.
    ReadResult {
        /// As pasted.
        code: String,
    },
    /// Ask exactly these rows, without a person having asked for it: the limits leave room for people.
    Glance {
        /// The phone system's address.
        address: IpAddr,
        /// Its profile.
        profile: ProfileId,
        /// Rows to ask.
        services: Vec<ServiceId>,
    },
    /// Say [`Event::Woke`] at this time. A later one replaces it.
    WakeAt(Timestamp),
    /// Keep what happened between two checks.
    Note(Vec<Happened>),
    /// Say what was kept of earlier checks.
    ReadHistory,
    /// Keep this report as the last one.
    Keep(Box<Report>),
    /// Write a document where the owner finds it.
    HandOut(Document),
    /// Remember a ticked line of advice.
    Tick(Advice),
    /// Keep a phone-system profile of the owner's own.
    KeepProfile(Box<Profile>),
    /// Stop what is going on. A change on its way is read back first.
    Cancel,
}

/// What an invitation asks of its reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    /// The office's street address.
    pub address: IpAddr,
    /// The phone system.
    pub profile: ProfileId,
    /// Rows to knock on, the wanted ones first.
    pub services: Vec<ServiceId>,
    /// No longer valid after this.
    pub expires: Timestamp,
}

/// Something that did not work, by code and values; the words are in `assets/text` under `problem-<code>`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Key of the words, without `problem-`.
    pub code: String,
    /// Values for the words.
    pub args: std::collections::BTreeMap<String, String>,
}

impl Problem {
    /// A problem without values.
    pub fn new(code: &str) -> Self {
        Self { code: code.to_owned(), args: std::collections::BTreeMap::new() }
    }

    /// Adds a value.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "a value to show is usually made on the spot")]
    pub fn with(mut self, key: &str, value: impl ToString) -> Self {
        self.args.insert(key.to_owned(), value.to_string());
        self
    }
}

impl From<UnknownUse> for Problem {
    fn from(unknown: UnknownUse) -> Self {
        let fitting = unknown.fitting.join(", ");
        Self::new("unknown-use").with("word", unknown.word).with("system", unknown.profile).with("fitting", fitting)
    }
}

/// What the engine says.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// This is a practice office; these are its story's answers.
    Practice {
        /// Its scenario.
        scenario: String,
        /// What its owner would answer.
        answers: Box<Answers>,
        /// What an earlier check there knew, where the story has one.
        before: Option<Box<Before>>,
    },
    /// This computer's adapters.
    Adapters(Vec<Adapter>),
    /// Names of those that have no IPv4 address and lead outwards over IPv6.
    OverIpv6Only(Vec<String>),
    /// What this computer itself keeps the program from, where something shows it.
    HostFilter(Option<HostFilter>),
    /// A router, new or known better.
    Gateway(Gateway),
    /// A router's list.
    Mappings {
        /// Which router.
        gateway: IpAddr,
        /// Its lines.
        mappings: Vec<PortMapping>,
    },
    /// The openings over IPv6 that this program made and that stand.
    Pinholes(Vec<Pinhole>),
    /// Somebody said the office's street address.
    PublicAddress {
        /// The address.
        address: IpAddr,
        /// Who said it.
        from: AddressFrom,
    },
    /// A machine that answered the look round.
    Candidate(Candidate),
    /// The phone system, new or known better.
    PhoneSystem(PhoneSystem),
    /// Whether the machine at the phone system's address is there at all.
    MachineThere(bool),
    /// A question was answered, or not.
    Evidence(Evidence),
    /// A walk outside ended.
    Walked(WalkReport),
    /// A message that may have met a doorman.
    Doorman(DoormanTest),
    /// Voice ports were knocked on from outside.
    Voice(VoiceWalk),
    /// A call was rehearsed.
    Rehearsed(Box<Rehearsal>),
    /// One wait of the ring test ended.
    Rang(RingRound),
    /// A way out was tried.
    Outgoing(Outgoing),
    /// A safety test ended.
    Safety(SafetyTest),
    /// The phone system said this of itself.
    Inside(Box<Inside>),
    /// A change ended.
    Changed(ChangeResult),
    /// A lease was asked for again.
    Renewed(Renewal),
    /// The time that [`Command::WakeAt`] named.
    Woke {
        /// Now.
        at: Timestamp,
        /// Another copy of the program looks after this office already.
        other: Option<Owner>,
    },
    /// Earlier checks and what happened between them, oldest first.
    History(Vec<Past>, Vec<Happened>),
    /// What the journal holds.
    Journal(Vec<JournalEntry>),
    /// The program had ended in the middle of a change; a note for the owner.
    Settled(Settled),
    /// Our invitation.
    Invited {
        /// To hand over.
        code: String,
        /// No longer valid after this.
        expires: Timestamp,
    },
    /// What a pasted code asks for.
    Invitation(InvitationView),
    /// The walker's result, to hand back.
    ResultCode(String),
    /// What a phone played for an office brought home, to hand back.
    CallCode(String),
    /// n of m.
    Progress {
        /// Finished.
        done: u32,
        /// In all.
        total: u32,
        /// What is being done now.
        doing: Doing,
    },
    /// A stage was completed.
    Looked(Looked),
    /// A sentence for the owner.
    Problem(Problem),
    /// A file that cannot be used was set aside, or left to the newer program that wrote it; a note for the owner.
    SetAside {
        /// Which file.
        file: String,
        /// Its name now, or the name of what stands in for it.
        kept_as: String,
        /// Why, as the text files name it.
        why: String,
    },
    /// A profile of the owner's own was kept and can be chosen.
    ProfileKept(ProfileId),
    /// A document was written.
    HandedOut {
        /// Where its first file is.
        path: String,
    },
    /// The command is finished. Always the last event of a command.
    Finished {
        /// When.
        at: Timestamp,
    },
}
